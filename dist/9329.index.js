export const id = 9329;
export const ids = [9329];
export const modules = {

/***/ 9329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J9: () => (/* binding */ findManifest),
/* harmony export */   RV: () => (/* binding */ putManifest),
/* harmony export */   _P: () => (/* binding */ MANIFEST_TYPES),
/* harmony export */   gp: () => (/* binding */ manifestMediaType),
/* harmony export */   readManifest: () => (/* binding */ readManifest)
/* harmony export */ });
/* unused harmony export deleteManifest */
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96192);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17375);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26247);
/**
 * Manifests and indexes: reading, looking up, writing and deleting them, and their media types. OCI distribution-spec,
 * "Pulling manifests", "Pushing manifests", "Deleting manifests"; image-spec, "Media Types".
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
    const { registry } = reference;
    return client.request(reference, manifestCall('GET', reference, 'read'), options, async (answer) => {
        const bytes = await answer.read(MANIFEST_LIMIT);
        const digest = (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(bytes);
        const told = answer.header('docker-content-digest').filter(_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc);
        const other = [...told, reference.digest].find((expected) => expected !== undefined && expected !== digest);
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
/** What is under the reference; undefined when nothing is. Reads no more than it must. Throws `RegistryError`. */
async function findManifest(client, reference, options = {}) {
    const { actions = 'pull' } = options;
    const call = { ...manifestCall('HEAD', reference, 'look up'), expect: [404, 405], actions };
    const found = await client.request(reference, call, options, async (answer) => {
        await answer.discard();
        if (answer.status === 404)
            return undefined;
        const digest = answer.header('docker-content-digest')[0] ?? '';
        const mediaType = answer.header('content-type')[0]?.split(';')[0]?.trim() ?? '';
        const size = Number(answer.header('content-length')[0] ?? Number.NaN);
        const isEnough = answer.status !== 405 && (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest) && MANIFEST_TYPES.some((type) => type === mediaType);
        return isEnough && Number.isSafeInteger(size) ? { digest, mediaType, size } : 'unclear';
    });
    if (found !== 'unclear')
        return found;
    try {
        const { digest, mediaType, bytes } = await readManifest(client, reference, options);
        return { digest, mediaType, size: bytes.length };
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl && error.status === 404)
            return undefined;
        throw error;
    }
}
/**
 * Writes a manifest under the reference's digest, which must be its own, or under its tag. Throws `RegistryError`, with
 * code DIGEST_MISMATCH when the registry took it for something else.
 */
function putManifest(client, reference, { digest, mediaType, bytes }, options = {}) {
    const call = manifestCall('PUT', reference, 'write');
    const headers = { 'content-type': mediaType };
    return client.retrying(call.what, async (attempt) => {
        // Only the answer may have been lost, and some registries take a tag that must not move once only.
        if (attempt > 1 && (await isThere(client, reference, digest, options)))
            return { isSubjectKnown: false };
        return client.call(reference, { ...call, headers, body: bytes }, options, async (answer) => {
            await answer.discard();
            const other = answer.header('docker-content-digest').find((told) => (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(told) && told !== digest);
            if (other !== undefined) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl(`the registry took it for ${other}, and it is ${digest}`, {
                    status: answer.status,
                    code: 'DIGEST_MISMATCH',
                    host: reference.registry,
                });
            }
            return { isSubjectKnown: answer.header('oci-subject').length > 0 };
        });
    }, options.signal);
}
async function isThere(client, reference, digest, options) {
    const call = { ...manifestCall('HEAD', reference, 'look up'), expect: [404, 405], actions: 'pull,push' };
    return client.call(reference, call, options, async (answer) => {
        await answer.discard();
        return answer.header('docker-content-digest')[0] === digest;
    });
}
/** Takes away a tag, or a manifest with all of its tags by its digest. Throws `RegistryError`; many registries refuse. */
function deleteManifest(client, reference, options = {}) {
    return client.request(reference, { ...manifestCall('DELETE', reference, 'delete'), expect: [404] }, options, (answer) => answer.discard());
}
function manifestCall(method, reference, verb) {
    const target = (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .withDefaultTag */ ._t)(reference);
    return {
        method,
        path: ['manifests', target.digest ?? target.tag ?? ''],
        headers: { accept: MANIFEST_TYPES.join(', ') },
        what: `${verb} manifest ${verb === 'write' ? 'to' : 'of'} ${(0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .formatReference */ .FH)(target)}`,
        actions: /^(?:GET|HEAD)$/.test(method) ? 'pull' : 'pull,push',
    };
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
