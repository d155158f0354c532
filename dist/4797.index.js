export const id = 4797;
export const ids = [4797];
export const modules = {

/***/ 84797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   describeUsage: () => (/* binding */ describeUsage),
/* harmony export */   diskSpace: () => (/* binding */ diskSpace),
/* harmony export */   isPlenty: () => (/* binding */ isPlenty),
/* harmony export */   warnOfLittleSpace: () => (/* binding */ warnOfLittleSpace)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var _engine_disk_usage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98704);
/* harmony import */ var _report_units_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15088);
/** How much room the engine has left, as far as it can be seen: its directory is asked of the engine, its disk of the kernel. */




/** Bytes below which steps run out of room often. */
const LITTLE = 1_000_000_000;
/** Bytes above which a disk was not full, however much the step that failed gave back. */
const PLENTY = 10_000_000_000;
/** Undefined for an engine on another machine, and for one that is seen from inside of a container. */
async function diskSpace({ facts, transport }) {
    const { root: directory, name } = facts;
    if (transport.address.kind !== 'unix' || directory === '' || name !== (0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)())
        return undefined;
    try {
        const { bavail, bsize } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.statfs)(directory);
        return { directory, free: bavail * bsize };
    }
    catch {
        return undefined;
    }
}
/** What was full then is something else: a device, a quota, a small mount of a step. */
function isPlenty({ free }) {
    return free >= PLENTY;
}
/** Warns before the work, as what follows of a full disk is slow and hard to read. Never rejects. */
async function warnOfLittleSpace(engine, origin, log) {
    const [space, needed] = await Promise.all([diskSpace(engine), sizeNeeded(origin)]);
    if (space === undefined || space.free >= Math.max(LITTLE, needed))
        return;
    const need = needed > LITTLE ? `, and some ${(0,_report_units_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(needed)} are needed` : '';
    log.warning(`only ${(0,_report_units_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(space.free)} are free in ${space.directory}, where the engine keeps images and build cache${need}. ${CURES}`);
}
/** Bytes of an archive, and again what is unpacked of it; 0 where nobody knows. */
async function sizeNeeded(origin) {
    const file = origin.kind === 'archive' && origin.archive.kind === 'file'
        ? origin.archive.path
        : origin.kind === 'build' && origin.context.kind === 'tar'
            ? origin.context.path
            : undefined;
    if (file === undefined)
        return 0;
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file).then(({ size }) => 2 * size, () => 0);
}
const CURES = 'prune-images and prune-build-cache make room when a job ends';
/** What fills the disk of the engine, in sentences; undefined where nothing of it is known within `limitMs`. */
async function describeUsage(engine, options) {
    const [space, { images, cache, unusedCache }] = await Promise.all([diskSpace(engine), (0,_engine_disk_usage_js__WEBPACK_IMPORTED_MODULE_2__/* .diskUsage */ .hh)(engine, options)]);
    const parts = [
        ...(images === undefined ? [] : [`images take ${(0,_report_units_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(images)}`]),
        ...(cache ? [`build cache takes ${(0,_report_units_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(cache)}`] : []),
        ...(unusedCache ? [`of which prune-build-cache can free ${(0,_report_units_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(unusedCache)}`] : []),
    ];
    const sentences = [
        ...(space === undefined ? [] : [`${(0,_report_units_js__WEBPACK_IMPORTED_MODULE_3__/* .formatBytes */ .z3)(space.free)} are free in ${space.directory}`]),
        ...(parts.length === 0 ? [] : [`In the engine ${parts.join(', ')}`]),
    ];
    return sentences.length === 0 ? undefined : sentences.join('. ');
}


/***/ })

};
