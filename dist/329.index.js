export const id = 329;
export const ids = [329];
export const modules = {

/***/ 9329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readManifest: () => (/* binding */ readManifest),
/* harmony export */   writeManifest: () => (/* binding */ writeManifest)
/* harmony export */ });
/* unused harmony exports MANIFEST_TYPES, manifestMediaType */
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
 * Puts a manifest or index under the tag of the reference. OCI distribution-spec, "Pushing Manifests". Gives the digest that
 * the registry has it under, which is that of the bytes. Throws `RegistryError`.
 */
async function writeManifest(client, reference, { mediaType, bytes }, options = {}) {
    const what = `write manifest of ${(0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .formatReference */ .FH)(reference)}`;
    const call = {
        method: 'PUT',
        path: ['manifests', reference.tag],
        headers: { 'content-type': mediaType },
        body: bytes,
        what,
        actions: 'pull,push',
    };
    return client.request(reference, call, options, async (answer) => {
        await answer.discard();
        return (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(bytes);
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
