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
/* harmony import */ var _worth_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65537);
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
    if (notes.isEmpty || !(0,_worth_js__WEBPACK_IMPORTED_MODULE_4__/* .isWorth */ .$u)(notes))
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


/***/ }),

/***/ 65537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $u: () => (/* binding */ isWorth),
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   mD: () => (/* binding */ restoreSeconds)
/* harmony export */ });
/** Bytes per second of a runner that has not told yet; those of GitHub are faster. */
const USUAL_RATE = 80e6;
/** At which an engine takes over layers. */
const ENGINE_RATE = 120e6;
/** For asking the service, and for reading manifests. */
const OVERHEAD_SECONDS = 0.5;
/** Of the size of an image, at the least, as it travels. */
const COMPRESSED = 0.3;
/** What a build from the entry is going to take. Saving takes about the same. */
function restoreSeconds({ bytes, rate }) {
    return OVERHEAD_SECONDS + bytes / (rate ?? USUAL_RATE) + bytes / ENGINE_RATE;
}
/** Whether that is faster than a build without. */
function isWorth(notes) {
    return restoreSeconds(notes) < notes.seconds;
}
/** What to do for the next job after this one, before its layers are at hand. */
function judge(before, build) {
    const known = before !== undefined && 'notes' in before ? before : undefined;
    const took = known?.kind === 'restored' ? known.seconds : undefined;
    if (known?.kind === 'slow')
        return useless(known.notes, known.notes.seconds);
    if (known !== undefined && took !== undefined) {
        if (took + (build.isAllCached ? build.seconds : 0) > known.notes.seconds)
            return useless(known.notes, took);
        if (build.isAllCached)
            return { kind: 'unchanged' };
        const seconds = restoreSeconds({ ...known.notes, rate: known.notes.bytes / took });
        if (build.newSeconds < seconds)
            return { kind: 'little', seconds };
    }
    const notes = {
        bytes: known?.notes.bytes ?? build.imageSize * COMPRESSED,
        rate: took === undefined || known === undefined ? known?.notes.rate : known.notes.bytes / took,
        // Of a build that was restored in part, only the one before knows what all of it takes.
        seconds: Math.max(build.seconds, took === undefined || known === undefined ? 0 : known.notes.seconds),
    };
    return { kind: isWorth(notes) ? 'save' : 'unworthy', notes };
}
function useless(notes, seconds) {
    return { kind: 'useless', notes: { ...notes, rate: notes.bytes / seconds, isEmpty: true } };
}


/***/ })

};
