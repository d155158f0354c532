export const id = 836;
export const ids = [836];
export const modules = {

/***/ 8836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ownTemporaries: () => (/* binding */ ownTemporaries),
/* harmony export */   removeTemporary: () => (/* binding */ removeTemporary),
/* harmony export */   w: () => (/* binding */ makeTemporary)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/**
 * Directories that do not outlive the step: made for this user alone below RUNNER_TEMP, noted for the post part before
 * anything is in them, and removed at the end, or else by the post part (hardening S4, L4).
 */


const PREFIX = 'stowage-';
/** `note` tells the post part. */
function makeTemporary(temp, note) {
    const path = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(temp), PREFIX));
    note(path);
    return path;
}
/** Never throws: what cannot be removed now is tried again in the post part. */
function removeTemporary(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { recursive: true, force: true, maxRetries: 3 });
    }
    catch {
        // The runner empties its temporary directory with the job.
    }
}
/** Those of the noted paths that can only have been made here; state may have been tampered with. */
function ownTemporaries(paths, temp) {
    try {
        const home = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(temp);
        return paths.filter((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path) === home && new RegExp(`^${PREFIX}\\w{6}$`).test((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path)));
    }
    catch {
        return [];
    }
}


/***/ })

};
