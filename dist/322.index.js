export const id = 322;
export const ids = [322];
export const modules = {

/***/ 8941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   shownInputs: () => (/* binding */ shownInputs),
/* harmony export */   withoutSecrets: () => (/* binding */ withoutSecrets)
/* harmony export */ });
/* harmony import */ var _list_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7851);
/* harmony import */ var _raw_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1571);
/* harmony import */ var _suspicious_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6712);



/** Nothing of these is shown. */
const HIDDEN = new Set(['password', 'registry-auth', 'github-token', 'ssh-known-hosts']);
/** Of these only what stands before the equals sign. */
const NAMES_ONLY = new Set(['secrets', 'secret-envs', 'secret-files', 'ssh']);
/** Their text is free, so that anything may be in it. */
const GIVEN_ONLY = new Set(['container-config', 'dockerfile-inline']);
const MASK = '***';
/** What is empty, false or the default says nothing. */
function shownInputs(raw) {
    return Object.entries(_raw_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc).flatMap(([name, kind]) => {
        const text = raw(name, kind === 'secrets' ? 'whole' : 'trimmed');
        const isDefault = text.trim() === '' || text.toLowerCase() === 'false' || text === _raw_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULTS */ .zY[name];
        if (isDefault || HIDDEN.has(name))
            return [];
        if (GIVEN_ONLY.has(name))
            return [{ name, values: ['(given)'] }];
        const isList = kind !== 'text' && kind !== 'flag' && kind !== 'on';
        const items = isList ? (0,_list_js__WEBPACK_IMPORTED_MODULE_0__/* .parseList */ .E)(name, text, kind).items : [text];
        return [{ name, values: items.map((item) => shown(name, item)) }];
    });
}
function shown(name, item) {
    if (NAMES_ONLY.has(name))
        return /[/\\\s]|-----/.test(nameOf(item)) ? MASK : nameOf(item);
    if (name === 'build-args' || name === 'labels')
        return withoutValue(item);
    if (name === 'changes')
        return item.replace(/[\w.-]+=(?:"(?:[^"\\]|\\.)*"|\S+)/g, withoutValue);
    // A query may be a signature that gives access.
    return item.replace(/^(https?:\/\/[^?#\s]*)\?[^#\s]*/i, (whole, base) => /\.git$/.test(base) ? whole : `${base}?…`);
}
function nameOf(item) {
    return item.split('=', 1)[0]?.trim() ?? '';
}
function withoutValue(item) {
    const name = nameOf(item);
    const value = item.slice(name.length + 1);
    return (0,_suspicious_js__WEBPACK_IMPORTED_MODULE_2__/* .suspiciousBuildArg */ .s)(name, value) === undefined ? item : `${name}=${MASK}`;
}
/** Shorter values are parts of common words; they are not hidden in the log either. */
const SHORTEST = 4;
/** The same data without the secrets of the run in any of its texts. The runner, too, looks for them in the summary. */
function withoutSecrets(data, secrets) {
    const values = secrets
        .map(({ value }) => value)
        .filter((value) => value.trim().length >= SHORTEST)
        .sort((a, b) => b.length - a.length);
    const clean = (value) => {
        if (typeof value === 'string')
            return values.reduce((text, secret) => text.replaceAll(secret, MASK), value);
        if (Array.isArray(value))
            return value.map(clean);
        if (value instanceof Map)
            return new Map([...value].map(([key, inner]) => [clean(key), clean(inner)]));
        if (typeof value !== 'object' || value === null)
            return value;
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]));
    };
    return clean(data);
}


/***/ })

};
