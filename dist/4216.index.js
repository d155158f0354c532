export const id = 4216;
export const ids = [4216];
export const modules = {

/***/ 74216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   silenced: () => (/* binding */ silenced)
/* harmony export */ });
/** What is said there is only seen with step debugging. */
function silenced(log) {
    return {
        info: log.debug,
        untrusted: (label, text) => log.debug(`${label}${text}`),
        group: () => { },
        endGroup: () => { },
        debug: log.debug,
        notice: log.debug,
        warning: log.debug,
        error: log.debug,
        drained: () => log.drained(),
    };
}


/***/ })

};
