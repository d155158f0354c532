export const id = 8941;
export const ids = [8941];
export const modules = {

/***/ 28941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   shownInputs: () => (/* binding */ shownInputs),
/* harmony export */   withoutSecrets: () => (/* binding */ withoutSecrets)
/* harmony export */ });
/* harmony import */ var _pipeline_leaks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11599);
/* harmony import */ var _pipeline_needles_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55695);
/* harmony import */ var _list_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97851);
/* harmony import */ var _raw_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21571);
/* harmony import */ var _suspicious_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86712);
/** The inputs of a step as its summary shows them: those that say something, and nothing secret of them. */





/** Nothing of these is shown. */
const HIDDEN = new Set(['password', 'registry-auth', 'github-token', 'ssh-known-hosts']);
/** Of these only what stands before the equals sign. */
const NAMES_ONLY = new Set(['secrets', 'secret-envs', 'secret-files', 'ssh']);
/** Their text is free, so that anything may be in it. */
const GIVEN_ONLY = new Set(['container-config', 'dockerfile-inline']);
const MASK = '***';
/** What is empty, false or the default says nothing. */
function shownInputs(raw) {
    return Object.entries(_raw_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .INPUTS */ .mc).flatMap(([name, kind]) => {
        const text = raw(name, kind === 'secrets' ? 'whole' : 'trimmed');
        const isDefault = text.trim() === '' || text.toLowerCase() === 'false' || text === _raw_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULTS */ .zY[name];
        if (isDefault || HIDDEN.has(name))
            return [];
        if (GIVEN_ONLY.has(name))
            return [{ name, values: ['(given)'] }];
        const isList = kind !== 'text' && kind !== 'flag' && kind !== 'on';
        const items = isList ? (0,_list_js__WEBPACK_IMPORTED_MODULE_1__/* .parseList */ .E)(name, text, kind).items : [text];
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
    return (0,_suspicious_js__WEBPACK_IMPORTED_MODULE_3__/* .suspiciousBuildArg */ .s)(name, value) === undefined ? item : `${name}=${MASK}`;
}
/** Shorter values are parts of common words; they are not hidden in the log either. */
const SHORTEST = 4;
/** The same data without the secrets of the run in any of its texts. The runner, too, looks for them in the summary. */
function withoutSecrets(data, secrets) {
    const values = secrets
        .map(({ value }) => value)
        .filter((value) => value.trim().length >= SHORTEST)
        .sort((a, b) => b.length - a.length);
    const needles = (0,_pipeline_needles_js__WEBPACK_IMPORTED_MODULE_0__/* .needlesOf */ .e)(secrets);
    // What is cut in the middle to be shorter would not be known any more, nor does the runner know all forms.
    const cleanText = (text) => (0,_pipeline_leaks_js__WEBPACK_IMPORTED_MODULE_4__/* .censor */ .Z)(values.reduce((left, secret) => left.replaceAll(secret, MASK), text), needles);
    const clean = (value) => {
        if (typeof value === 'string')
            return cleanText(value);
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


/***/ }),

/***/ 11599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ findLeaks),
/* harmony export */   Z: () => (/* binding */ censor)
/* harmony export */ });
/** One for each secret in each place. */
function findLeaks(places, needles) {
    return places.flatMap(({ where, text }) => {
        const forms = formsOf(text);
        const found = new Map();
        for (const needle of needles) {
            const form = formIn(forms, needle);
            if (form !== undefined && !found.has(needle.what))
                found.set(needle.what, form);
        }
        if (found.size === 0)
            return [];
        const shown = censor(text, needles);
        return [...found].map(([what, form]) => ({ where: censor(where, needles), shown, what, form }));
    });
}
/** Longest text that is shown, in characters. */
const SHOWN = 300;
/** The text without secrets: as little as can be is cut out, and everything but its first word where that is not enough. */
function censor(text, needles) {
    const isClean = (candidate) => {
        const forms = formsOf(candidate);
        return needles.every((needle) => formIn(forms, needle) === undefined);
    };
    if (isClean(text))
        return text;
    let cut = text;
    for (const needle of needles)
        cut = cut.replaceAll(needle.text, '***');
    cut = cut
        .split(/(\s+)/)
        .map((word) => [word, `${word.split('=', 1)[0]}=***`, '***'].find(isClean) ?? '***')
        .join('');
    const short = cut.length > SHOWN ? `${cut.slice(0, SHOWN)}…` : cut;
    if (isClean(short))
        return short;
    const first = /^[A-Z]{2,}\b/.exec(text)?.[0] ?? '';
    return `${first} ***`.trim();
}
function formsOf(text) {
    const plain = text.includes('\\') ? [text, withoutBackslashes(text)] : [text];
    const spaced = text.replaceAll('+', ' ');
    return {
        plain,
        url: text.includes('%') ? [percentDecode(text), percentDecode(spaced)] : text === spaced ? [] : [spaced],
        base64: plain.map((form) => form.replace(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/')),
    };
}
function formIn(forms, needle) {
    if (forms.plain.some((text) => holds(text, needle)))
        return 'plain';
    if (needle.base64.some((piece) => forms.base64.some((text) => text.includes(piece))))
        return 'base64';
    if (forms.url.some((text) => holds(text, needle)))
        return 'url';
    return undefined;
}
const WORD = /[\p{L}\p{N}]/u;
function holds(text, { text: value, isWord }) {
    for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
        if (!isWord)
            return true;
        const joins = (inside, outside) => WORD.test(inside) && WORD.test(outside);
        if (!joins(value.charAt(0), text.charAt(at - 1)) &&
            !joins(value.charAt(value.length - 1), text.charAt(at + value.length)))
            return true;
    }
    return false;
}
/** JSON, Go and shells put backslashes before what is special to them. */
function withoutBackslashes(text) {
    const letters = { n: '\n', t: '\t', r: '\r' };
    return text.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, code, char = '') => code === undefined ? (letters[char] ?? char) : String.fromCharCode(Number.parseInt(code, 16)));
}
/** Unlike decodeURIComponent takes what is no code as it is. */
function percentDecode(text) {
    return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (codes) => Buffer.from(codes.replaceAll('%', ''), 'hex').toString('utf8'));
}


/***/ }),

/***/ 55695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ needlesOf)
/* harmony export */ });
/* harmony import */ var _secret_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53063);
/**
 * What of the secrets of a run is looked for in an image. A find stops a push, so whatever may stand in an image by
 * chance is left out: values under 8 characters, plain words and numbers, and of secrets of several lines, which are
 * mostly configuration files, the lines that hold no secret.
 */

/** Shortest value that is looked for, in characters: below, words and numbers are common. */
const SHORTEST = 8;
/** From here on a value counts inside of longer words, too, and one of letters alone counts at all. */
const LONG = 16;
/** Whoever leaks a file leaks its first lines; more would only take time. */
const MOST_LINES = 100;
function needlesOf(secrets) {
    const needles = new Map();
    const lines = new Map();
    for (const { value, what = 'a secret of this step', isLine } of secrets) {
        if (isLine) {
            const seen = lines.get(what) ?? 0;
            if (seen >= MOST_LINES)
                continue;
            lines.set(what, seen + 1);
        }
        const texts = isLine ? tellingParts(value.trim()) : [value.trim()].filter((text) => !isPlain(text));
        for (const text of texts)
            if (!needles.has(text))
                needles.set(text, toNeedle(text, what));
    }
    return [...needles.values()];
}
function toNeedle(text, what) {
    const bytes = Buffer.from(text);
    const base64 = [0, 1, 2].map((before) => {
        const encoded = Buffer.concat([Buffer.alloc(before), bytes])
            .toString('base64')
            .replace(/=+$/, '');
        // Characters at both ends depend on the neighbours of the value, where these fill no group of their own.
        const from = Math.ceil((before * 8) / 6);
        return encoded.slice(from, Math.floor(((before + bytes.length) * 8) / 6));
    });
    return { text, what, isWord: text.length < LONG, base64 };
}
/** Too short, or a word or a number that may stand anywhere. */
function isPlain(text) {
    if (text.length < SHORTEST || /^\d{1,11}$/.test(text))
        return true;
    return text.length < LONG && /^(?:\p{Ll}+|\p{Lu}+|\p{Lu}\p{Ll}+)$/u.test(text);
}
const SETTING = /^["']?([\w./:@-]+?)["']?\s*[=:]\s*(["']?)(.*?)\2,?$/;
/** The parts of a line that are secret by their looks, or by the name before them. */
function tellingParts(line) {
    if (/^-{2,}(?:BEGIN|END) .*-{2,}$/.test(line))
        return [];
    const random = line
        .replaceAll('\\n', '\n')
        .split(/[^\w+-]+/)
        .filter(looksRandom);
    const [, name, , value = ''] = SETTING.exec(line) ?? [];
    if (name === undefined)
        return [...random, ...(hasManyKinds(line) ? [line] : [])];
    const words = name
        .replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2')
        .toLowerCase()
        .split(/[\W_]+/);
    return [...random, ...((0,_secret_words_js__WEBPACK_IMPORTED_MODULE_0__/* .areSecretWords */ .Y)(words) && !isPlain(value) ? [value] : [])];
}
/** Keys and tokens: all kinds of letters and digits, or digits all over. */
function looksRandom(token) {
    if (token.length < LONG)
        return false;
    const changes = token.match(/[a-z](?=\d)|\d(?=[a-z])/gi)?.length ?? 0;
    return (/[a-z]/.test(token) && /[A-Z]/.test(token) && /\d/.test(token)) || (token.length >= 20 && changes >= 6);
}
/** A line of a pass phrase and the like. */
function hasManyKinds(line) {
    const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d\s]/u].filter((kind) => kind.test(line)).length;
    return line.length >= 12 && kinds >= 3;
}


/***/ })

};
