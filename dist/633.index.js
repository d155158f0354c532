export const id = 633;
export const ids = [633];
export const modules = {

/***/ 8717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ DIRECTORY),
/* harmony export */   Q: () => (/* binding */ LIMIT_SECONDS)
/* harmony export */ });
/** Name of the directory in every entry: where it is put is part of what an entry is found by. */
const DIRECTORY = 'layers';
/** Longest that restoring may take, whatever the build took; saving gets as long. */
const LIMIT_SECONDS = 300;


/***/ }),

/***/ 60633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runJob: () => (/* binding */ runJob)
/* harmony export */ });
/* harmony import */ var _actions_cache__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95427);
/* harmony import */ var _entry_key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25047);
/* harmony import */ var _entry_store_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8717);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89962);
/**
 * The part of the bundle that calls @actions/cache, in a process of its own: so it can be ended when it takes too long, and
 * what the library writes for the runner goes through our log like any other text (hardening O1). What it needs of the
 * runner is in its environment, and the directory in its working directory.
 */




/** A line with the outcome. Rejects for what the library takes for a mistake of its caller. */
async function runJob(text) {
    const job = JSON.parse(text);
    const outcome = job.kind === 'restore' ? await restore(job.prefixes) : await save(job);
    return `\n${_job_js__WEBPACK_IMPORTED_MODULE_2__/* .MARK */ .M}${JSON.stringify(outcome)}\n`;
}
/** A build that takes no time at all is still given a chance. */
const LEAST_SECONDS = 5;
async function restore(prefixes) {
    const [first = ''] = prefixes;
    const key = await (0,_actions_cache__WEBPACK_IMPORTED_MODULE_0__/* .restoreCache */ .P3)([_entry_store_js__WEBPACK_IMPORTED_MODULE_3__/* .DIRECTORY */ .M], first, [...prefixes], { lookupOnly: true });
    const notes = key === undefined ? undefined : (0,_entry_key_js__WEBPACK_IMPORTED_MODULE_1__/* .parseKey */ .Do)(key);
    if (key === undefined || notes === undefined)
        return { kind: 'none' };
    if (notes.isEmpty || !(0,_entry_key_js__WEBPACK_IMPORTED_MODULE_1__/* .isWorth */ .$u)(notes))
        return { kind: 'unworthy', key, notes };
    const started = performance.now();
    const { promise: tooLate, resolve } = Promise.withResolvers();
    const most = Math.min(Math.max(notes.seconds, LEAST_SECONDS), _entry_store_js__WEBPACK_IMPORTED_MODULE_3__/* .LIMIT_SECONDS */ .Q);
    const timer = setTimeout(() => resolve('slow'), most * 1000);
    const found = await Promise.race([(0,_actions_cache__WEBPACK_IMPORTED_MODULE_0__/* .restoreCache */ .P3)([_entry_store_js__WEBPACK_IMPORTED_MODULE_3__/* .DIRECTORY */ .M], key), tooLate]);
    clearTimeout(timer);
    if (found === 'slow')
        return { kind: 'slow', key, notes };
    if (found === undefined)
        return { kind: 'none' };
    return { kind: 'restored', key, notes, seconds: (performance.now() - started) / 1000 };
}
async function save({ content, key }) {
    const found = await (0,_actions_cache__WEBPACK_IMPORTED_MODULE_0__/* .restoreCache */ .P3)([_entry_store_js__WEBPACK_IMPORTED_MODULE_3__/* .DIRECTORY */ .M], content, [], { lookupOnly: true });
    if (found?.startsWith(content))
        return { kind: 'there' };
    return { kind: (await (0,_actions_cache__WEBPACK_IMPORTED_MODULE_0__/* .saveCache */ .Io)([_entry_store_js__WEBPACK_IMPORTED_MODULE_3__/* .DIRECTORY */ .M], key)) === -1 ? 'unsaved' : 'saved' };
}


/***/ })

};
