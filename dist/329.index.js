export const id = 329;
export const ids = [329];
export const modules = {

/***/ 7375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CT: () => (/* binding */ classifyRegistryError),
/* harmony export */   g2: () => (/* binding */ ERROR_BODY_LIMIT),
/* harmony export */   gl: () => (/* binding */ RegistryError),
/* harmony export */   kW: () => (/* binding */ parseErrorBody)
/* harmony export */ });
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7728);
/**
 * One error class for everything that goes wrong between us and a registry or its token server, and how an error
 * answer is read. OCI distribution-spec, "Error Codes".
 */

class RegistryError extends Error {
    name = 'RegistryError';
    /** The message without what was being done. */
    reason;
    status;
    code;
    host;
    repository;
    hint;
    retryAfter;
    constructor(reason, details) {
        const { what, cause } = details;
        super(what === undefined ? reason : `${what}: ${reason}`, cause === undefined ? undefined : { cause });
        this.reason = reason;
        this.status = details.status;
        this.code = details.code;
        this.host = details.host;
        this.repository = details.repository;
        this.hint = details.hint;
        this.retryAfter = details.retryAfter;
    }
    /** The same error, told as the end of `what`. */
    during(what, repository) {
        const { reason, status, code, host, hint, retryAfter, cause } = this;
        return new RegistryError(reason, { what, status, code, host, repository, hint, retryAfter, cause });
    }
}
/** For `retrying`: which registry errors are worth another try (hardening R9). */
function classifyRegistryError(error) {
    if (!(error instanceof RegistryError))
        return { kind: 'permanent' };
    if (error.status === 0 ? (0,_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransientCode */ .gL)(error.code) : (0,_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransientStatus */ .Dm)(error.status)) {
        return { kind: 'transient', reason: error.reason, retryAfter: error.retryAfter };
    }
    return { kind: 'permanent' };
}
/** At most this much of an error answer is read, and this much of it shown (hardening R10). */
const ERROR_BODY_LIMIT = 64 * 1024;
const SHOWN = 4096;
/** Reads the body of an error answer: the specified JSON, a token server's `error`/`details`, or plain text. */
function parseErrorBody(bytes) {
    const body = Buffer.from(bytes).toString('utf8');
    const json = parseJson(body);
    const first = firstError(json);
    const code = textOf(first, 'code') ?? textOf(json, 'error');
    const text = textOf(first, 'message') ?? textOf(json, 'error_description') ?? textOf(json, 'details') ?? textOf(json, 'message');
    if (code !== undefined || text !== undefined)
        return { code, text: oneLine(text ?? '') };
    return { code: undefined, text: /^\s*</.test(body) ? '' : oneLine(body) };
}
function firstError(json) {
    if (typeof json !== 'object' || json === null || !Object.hasOwn(json, 'errors'))
        return undefined;
    const { errors } = json;
    return Array.isArray(errors) ? errors[0] : undefined;
}
function textOf(value, key) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
        return undefined;
    const found = Reflect.get(value, key);
    return typeof found === 'string' && found !== '' ? found : undefined;
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function oneLine(text) {
    const line = text.replace(/\s+/g, ' ').trim();
    return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}


/***/ }),

/***/ 9329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MANIFEST_TYPES: () => (/* binding */ MANIFEST_TYPES),
/* harmony export */   manifestMediaType: () => (/* binding */ manifestMediaType),
/* harmony export */   readManifest: () => (/* binding */ readManifest)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6192);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7375);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6247);
/**
 * Reading a manifest or index, and its media type. OCI distribution-spec, "Pulling manifests"; image-spec, "Media
 * Types".
 */



/**
 * What to ask for. All four, always: without them a registry converts to an ancient format, answers 404, or silently
 * picks one platform of an index.
 */
const MANIFEST_TYPES = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
const MANIFEST_LIMIT = 8 * 1024 * 1024;
/**
 * The manifest or index under the reference (its digest if it has one, else its tag, else `latest`), byte for byte.
 * Its hash is compared with the reference's digest and with `Docker-Content-Digest` (hardening R6). Throws
 * `RegistryError`, with code `DIGEST_MISMATCH` or `MANIFEST_INVALID` for an answer that cannot be trusted.
 */
async function readManifest(client, reference, options = {}) {
    const target = (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .withDefaultTag */ ._t)(reference);
    const { registry } = target;
    const what = `read manifest of ${(0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .formatReference */ .FH)(target)}`;
    const headers = { accept: MANIFEST_TYPES.join(', ') };
    const path = ['manifests', target.digest ?? target.tag ?? ''];
    return client.request(target, { method: 'GET', path, headers, what, actions: 'pull' }, options, async (answer) => {
        const bytes = await answer.read(MANIFEST_LIMIT);
        const digest = (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(bytes);
        const told = answer.header('docker-content-digest').filter(_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc);
        const other = [...told, target.digest].find((expected) => expected !== undefined && expected !== digest);
        const details = { status: answer.status, host: registry };
        if (other !== undefined) {
            const hint = 'something between here and the registry changed or mixed up the answer; do not use this image';
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl(`the bytes received have digest ${digest}, not ${other}`, {
                ...details,
                code: 'DIGEST_MISMATCH',
                hint,
            });
        }
        const type = manifestMediaType(answer.header('content-type')[0], bytes);
        if (type.kind === 'bad')
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl(type.reason, { ...details, code: 'MANIFEST_INVALID' });
        return { digest, mediaType: type.value, bytes };
    });
}
/**
 * The type by the `Content-Type` header and the document's own `mediaType`, which must agree where both speak
 * (a document read as two types is CVE-2021-41190). The header may be missing or say just JSON.
 */
function manifestMediaType(contentType, bytes) {
    let json;
    try {
        json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch {
        return { kind: 'bad', reason: 'the registry answered with something that is not JSON' };
    }
    if (typeof json !== 'object' || json === null)
        return { kind: 'bad', reason: 'the registry answered with JSON that is no object' };
    const own = Object.hasOwn(json, 'mediaType') ? json.mediaType : undefined;
    const header = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
    const isGeneric = header === '' || header === 'application/json' || header.startsWith('text/');
    if (typeof own === 'string' && own !== '' && !isGeneric && own !== header) {
        return { kind: 'bad', reason: `the registry calls it ${header}, the document calls itself ${own}` };
    }
    const value = typeof own === 'string' && own !== '' ? own : header;
    if (!MANIFEST_TYPES.includes(value)) {
        return { kind: 'bad', reason: `it has media type ${value || '(none)'}, which was not asked for` };
    }
    return { kind: 'type', value };
}


/***/ })

};
