export const id = 9760;
export const ids = [9760,9329];
export const modules = {

/***/ 61356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ isMutable),
/* harmony export */   x: () => (/* binding */ placeManifest)
/* harmony export */ });
/* harmony import */ var _registry_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17375);
/* harmony import */ var _registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9329);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26247);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59032);
/* harmony import */ var _explain_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59152);





/** Throws nothing but the reason of the signal: what failed is told in the outcome. */
async function placeManifest(placement, tools) {
    const { tags, untagged } = placement;
    const failures = new Map();
    const fail = (reference, cause) => {
        const name = (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .formatFamiliar */ .LF)(reference);
        failures.set(name, { reference: name, reason: (0,_explain_js__WEBPACK_IMPORTED_MODULE_4__/* .describeError */ .Uc)(cause), cause });
    };
    const repositories = (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .uniqueRepositories */ .Ay)([...tags, ...untagged]);
    const there = [];
    await byRegistry(repositories, async (sameRegistry) => {
        // One after the other, so that later ones can take over what an earlier one has.
        for (const repository of sameRegistry) {
            const tagged = tags.filter((tag) => isIn(tag, repository));
            try {
                await bring(placement, repository, tools);
                there.push(repository);
            }
            catch (error) {
                tools.signal.throwIfAborted();
                for (const reference of tagged.length === 0 ? [repository] : tagged)
                    fail(reference, error);
            }
        }
    });
    const pushed = new Set();
    const write = async (tag) => {
        try {
            await writeTag(placement.manifest, tag, tools);
            pushed.add(tag);
        }
        catch (error) {
            tools.signal.throwIfAborted();
            fail(tag, error);
        }
    };
    const ready = tags.filter((tag) => there.some((repository) => isIn(tag, repository)));
    const { fixed = [], mutable = [] } = Object.groupBy(ready, (tag) => (isMutable(tag) ? 'mutable' : 'fixed'));
    await Promise.all(fixed.map(write));
    if (failures.size === 0)
        await Promise.all(mutable.map(write));
    else
        for (const tag of mutable)
            fail(tag, new Error('not tried, because another reference failed'));
    tools.signal.throwIfAborted();
    return {
        pushed: tags.filter((tag) => pushed.has(tag)),
        repositories: repositories.filter((repository) => there.includes(repository)),
        failed: [...failures.values()],
    };
}
/** `latest` is the one tag that is meant to move. */
function isMutable({ tag }) {
    return tag === 'latest';
}
function isIn(reference, { registry, path }) {
    return reference.registry === registry && reference.path === path;
}
async function byRegistry(references, work) {
    await Promise.all([...Map.groupBy(references, ({ registry }) => registry).values()].map(work));
}
async function bring(placement, repository, { client, signal }) {
    const { manifest } = placement;
    await placement.bring(repository);
    await (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .putManifest */ .RV)(client, { ...repository, digest: manifest.digest }, manifest, { signal });
}
/** Throws TagTaken, DigestMismatch, NotInRegistry or RegistryError. */
async function writeTag(manifest, tag, tools) {
    const { client, overwrite, log, signal } = tools;
    const name = (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .formatFamiliar */ .LF)(tag);
    const before = await (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .findManifest */ .J9)(client, tag, { signal, actions: 'pull,push' });
    const isSame = before?.digest === manifest.digest;
    if (before !== undefined && !isMutable(tag)) {
        if (overwrite === 'never' || (overwrite === 'same' && !isSame)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagTaken */ .qD(name, before.digest, overwrite);
        }
    }
    // Some registries let a tag be written once only, even with the same content.
    if (!isSame)
        await (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .putManifest */ .RV)(client, tag, manifest, { signal });
    await confirm(manifest, tag, tools);
    log.info(`Published ${name}@${manifest.digest}${isSame ? ', which was there already' : ''}`);
}
/** Some registries answer for a new tag only after a moment. */
const SETTLE_MS = 3000;
async function confirm(manifest, tag, { client, log, clock, signal }) {
    const name = (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .formatFamiliar */ .LF)(tag);
    for (let looks = 1;; looks += 1) {
        try {
            const { digest } = await (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__.readManifest)(client, tag, { signal });
            if (digest !== manifest.digest)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .DigestMismatch */ .b3(name, manifest.digest, digest);
            return;
        }
        catch (error) {
            if (!(error instanceof _registry_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl))
                throw error;
            if (error.status === 401 || error.status === 403) {
                log.warning(`${name} was pushed as ${manifest.digest}, but could not be read back to prove it: ${error.message}`);
                return;
            }
            if (error.status !== 404)
                throw error;
            if (looks > 1)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NotInRegistry */ .EY(name, manifest.digest);
            await clock.sleep(SETTLE_MS, signal);
        }
    }
}


/***/ }),

/***/ 29760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PushImpossible: () => (/* binding */ PushImpossible),
/* harmony export */   preflight: () => (/* binding */ preflight)
/* harmony export */ });
/* harmony import */ var _registry_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17375);
/* harmony import */ var _registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9329);
/* harmony import */ var _registry_origin_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57182);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26247);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59032);
/* harmony import */ var _explain_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59152);
/* harmony import */ var _place_manifest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(61356);







/** A push that would fail, found before the work was done. */
class PushImpossible extends Error {
    name = 'PushImpossible';
    hint;
    constructor(failures, hint, cause) {
        const [only] = failures;
        const list = failures.length === 1 ? ` ${only}` : `\n  ${failures.join('\n  ')}`;
        super(`the push would fail, as a look before it shows:${list}`, { cause });
        this.hint = hint ?? 'Or set preflight: false, to find out at the end';
    }
}
/** An answer that is not there by then is unclear. */
const LIMIT_MS = 10_000;
/**
 * A reference that is certain to fail is a warning while there are others, as those are worth the work. Throws
 * PushImpossible, or the reason of the signal.
 */
async function preflight(plan, tools) {
    const all = [...plan.tags, ...plan.untagged];
    const protectedTags = plan.overwrite === 'always' ? [] : plan.tags.filter((tag) => !(0,_place_manifest_js__WEBPACK_IMPORTED_MODULE_6__/* .isMutable */ .b)(tag));
    const looks = [
        ...(0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .uniqueRepositories */ .Ay)(all).map((repository) => lookAt(repository, plan, tools)),
        ...protectedTags.map((tag) => lookForTag(tag, plan, tools)),
    ];
    const findings = (await Promise.all(looks)).filter((finding) => finding !== undefined);
    const certain = findings.filter(({ isCertain }) => isCertain);
    const isDoomed = (reference) => certain.some(({ about }) => isAbout(about, reference));
    const [first] = certain;
    if (first !== undefined && all.every(isDoomed)) {
        throw new PushImpossible(certain.map(({ text }) => text), first.hint, first.cause);
    }
    for (const { text, hint } of findings)
        tools.log.warning(`preflight: ${text}${hint === undefined ? '' : `. ${hint}`}`);
}
function isAbout({ registry, path, tag }, reference) {
    return registry === reference.registry && path === reference.path && (tag === undefined || tag === reference.tag);
}
async function lookAt(repository, { isFromHere, isNear }, { client, credentials, signal }) {
    const name = (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .familiarRepository */ .Yu)(repository);
    const limited = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
    try {
        await tryUpload(client, repository, limited);
        return undefined;
    }
    catch (error) {
        signal.throwIfAborted();
        const about = repository;
        if (!(error instanceof _registry_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl))
            return { about, isCertain: false, text: `${name} could not be looked at: ${error.message}` };
        const { status, reason, code, cause } = error;
        const base = { about, hint: hintFor(error, repository), cause: cause ?? error };
        const isCertain = isFromHere || isNear;
        if (status === 401 || status === 403) {
            const who = await (0,_explain_js__WEBPACK_IMPORTED_MODULE_5__/* .whoWasRefused */ .Yn)(repository, 'push', credentials);
            return { ...base, isCertain, text: `${who} for ${name}: ${reason}` };
        }
        if (status === 404)
            return { ...base, isCertain, text: `${name} does not exist, and its registry does not make it: ${reason}` };
        if (isFromHere && status === 0 && !limited.aborted)
            return { ...base, isCertain: true, text: `${name} is out of reach: ${reason}` };
        // A token server that is not trusted here is the engine's to trust.
        if (code === 'REALM_REFUSED')
            return undefined;
        return { about, isCertain: false, text: `whether ${name} can be pushed to is unclear: ${reason}` };
    }
}
/** Begins an upload, which tells of login, repository and permission, and takes it back. */
async function tryUpload(client, repository, signal) {
    const what = `look at ${(0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .familiarRepository */ .Yu)(repository)}`;
    const actions = 'pull,push';
    const begin = {
        method: 'POST',
        path: ['blobs', 'uploads', ''],
        headers: { 'content-length': '0' },
        what,
        actions,
    };
    const place = await client.call(repository, begin, { signal }, async (answer) => {
        await answer.discard();
        const [location] = answer.header('location');
        return location === undefined ? undefined : (0,_registry_origin_js__WEBPACK_IMPORTED_MODULE_2__/* .checkLocation */ .c9)(answer.url, location);
    });
    if (place === undefined)
        return;
    const end = { method: 'DELETE', path: place, what, actions };
    // The registry forgets it by itself, too.
    await client.call(repository, end, { signal }, (answer) => answer.discard()).catch(() => { });
}
async function lookForTag(tag, { overwrite }, { client, log, signal }) {
    const found = await (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .findManifest */ .J9)(client, tag, { signal, actions: 'pull,push' }).catch(() => undefined);
    signal.throwIfAborted();
    if (found === undefined)
        return undefined;
    if (overwrite === 'same') {
        // No finding: a run that is repeated makes the very same.
        log.info(`${(0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .formatFamiliar */ .LF)(tag)} is there as ${found.digest}; with overwrite: same any other image will fail`);
        return undefined;
    }
    const { message, hint } = new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TagTaken */ .qD((0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .formatFamiliar */ .LF)(tag), found.digest, 'never');
    return { about: tag, isCertain: true, text: message, hint };
}
function hintFor({ status, hint }, { registry, path }) {
    if (registry === 'ghcr.io' && status === 403) {
        return `Give the job permissions: packages: write, and let this repository write in the settings of the package ${path}`;
    }
    if (status === 404)
        return `Create ${path} in ${registry} first, or check its spelling`;
    return hint;
}


/***/ }),

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
