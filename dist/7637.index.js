export const id = 7637;
export const ids = [7637,9329];
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

/***/ 10315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FM: () => (/* binding */ findBlob),
/* harmony export */   Ym: () => (/* binding */ openBlob),
/* harmony export */   gm: () => (/* binding */ readBlob),
/* harmony export */   is: () => (/* binding */ hasBlob)
/* harmony export */ });
/* unused harmony export streamBlob */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96192);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17375);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26247);
/** Reading blobs: layers and configs. OCI distribution-spec, "Pulling blobs". Writing them is upload.ts. */




/** Whether the repository has the blob. Throws RegistryError. */
async function hasBlob(client, repository, digest, options = {}) {
    return (await findBlob(client, repository, digest, options)) !== undefined;
}
/** Its size, where the registry says it; undefined when the repository does not have it. Throws RegistryError. */
function findBlob(client, repository, digest, options = {}) {
    // Mostly who looks is about to write, and one login does for both.
    const { actions = 'pull,push' } = options;
    const call = { ...blobCall('HEAD', repository, digest), expect: [404], actions };
    return client.request(repository, call, options, async (answer) => {
        await answer.discard();
        if (answer.status === 404)
            return undefined;
        const size = Number(answer.header('content-length')[0] ?? Number.NaN);
        return { size: Number.isSafeInteger(size) ? size : undefined };
    });
}
/** A small blob as a whole, its hash checked. Throws RegistryError, with code DIGEST_MISMATCH for other bytes. */
function readBlob(client, repository, { digest, size }, options = {}) {
    return client.request(repository, blobCall('GET', repository, digest), options, async (answer) => {
        const bytes = await answer.read(size);
        checkDigest((0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(bytes), digest, repository);
        return bytes;
    });
}
/**
 * A blob as a stream, its length and hash checked at the end, before which nothing of it may be believed. Goes on where
 * the connection broke. Throws RegistryError.
 */
async function* streamBlob(client, repository, { digest, size }, { signal } = {}) {
    const hash = createHash('sha256');
    const failed = client.waitingAfter(blobCall('GET', repository, digest).what, signal);
    let at = 0;
    while (at < size || at === 0) {
        try {
            for await (const chunk of openBlob(client, repository, digest, { from: at, signal })) {
                hash.update(chunk);
                at += chunk.length;
                yield chunk;
            }
            break;
        }
        catch (error) {
            await failed(error);
        }
    }
    checkDigest(`sha256:${hash.digest('hex')}`, digest, repository);
}
/** The blob from byte `from` on, by one try and not checked. Throws RegistryError. */
async function* openBlob(client, repository, digest, { from, signal }) {
    const headers = from === 0 ? {} : { range: `bytes=${from}-` };
    const call = { ...blobCall('GET', repository, digest), headers, isLong: true };
    const answer = await client.call(repository, call, { signal }, async (given) => given);
    // Who does not know ranges begins anew.
    let skip = answer.status === 206 ? 0 : from;
    try {
        for await (const chunk of answer.stream()) {
            const left = chunk.subarray(skip);
            skip -= chunk.length - left.length;
            if (left.length > 0)
                yield left;
        }
    }
    catch (error) {
        throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl ? error.during(call.what, repository.path) : error;
    }
}
function blobCall(method, repository, digest) {
    const [verb, link] = method === 'HEAD' ? ['look for', 'in'] : ['read', 'of'];
    const what = `${verb} blob ${digest.slice(0, 19)} ${link} ${(0,_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .familiarRepository */ .Yu)(repository)}`;
    return { method, path: ['blobs', digest], what, actions: 'pull' };
}
function checkDigest(got, digest, { registry, path }) {
    if (got === digest)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl(`the bytes received have digest ${got}, not ${digest}`, {
        status: 200,
        code: 'DIGEST_MISMATCH',
        host: registry,
        repository: path,
        hint: 'something between here and the registry changed or mixed up the answer; do not use this image',
    });
}


/***/ }),

/***/ 81641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ describeManifest)
/* harmony export */ });
/* unused harmony export describeImage */
/* harmony import */ var _blob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10315);
/* harmony import */ var _descriptor_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19725);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17375);
/* harmony import */ var _image_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17757);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9329);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26247);
/** What an image in a registry offers to an index: itself with the platform of its config, or the children of an index. */






/** A config with its history; the largest seen have a few hundred kB. */
const CONFIG_LIMIT = (/* unused pure expression or super */ null && (8 * 1024 * 1024));
/** Throws RegistryError. */
async function describeImage(client, reference, options = {}) {
    const manifest = await readManifest(client, reference, options);
    if (isIndexType(manifest.mediaType))
        return { manifest, children: childrenOf(manifest).manifests };
    const { config } = partsOf(manifest);
    if (config.size > CONFIG_LIMIT) {
        throw new RegistryError(`the config of ${formatFamiliar(reference)} has ${config.size} bytes, which no image has`, {
            status: 200,
            code: 'TOO_LARGE',
            host: reference.registry,
        });
    }
    return { manifest, children: [describeManifest(manifest, await readBlob(client, reference, config, options))] };
}
/** The descriptor of an image's manifest, with the platform that its config names. */
function describeManifest({ mediaType, digest, bytes }, config) {
    const platform = (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_1__/* .readPlatform */ .Kd)(parse(config));
    return { mediaType, digest, size: bytes.length, ...(platform && { platform }) };
}
function parse(bytes) {
    try {
        return JSON.parse(Buffer.from(bytes).toString('utf8'));
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 34801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ assembleIndex)
/* harmony export */ });
/* unused harmony export InvalidIndex */
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96192);
/* harmony import */ var _image_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17757);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87891);



/** Children that cannot stand in one index. */
class InvalidIndex extends Error {
    name = 'InvalidIndex';
    hint;
    constructor(reason, hint) {
        super(`no index: ${reason}`);
        this.hint = hint;
    }
}
/** Throws InvalidIndex for no child, a child without a platform, and two of the same platform. */
function assembleIndex(children, { annotations = {} } = {}) {
    const unique = uniteTwins(children);
    const images = unique.filter((child) => (0,_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .attestedBy */ .W_)(child) === undefined).sort(byPlatform);
    checkImages(images);
    const order = new Map(images.map(({ digest }, at) => [digest, at]));
    const attestations = unique
        .filter((child) => order.has((0,_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .attestedBy */ .W_)(child) ?? ''))
        .sort((a, b) => (order.get((0,_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .attestedBy */ .W_)(a) ?? '') ?? 0) - (order.get((0,_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .attestedBy */ .W_)(b) ?? '') ?? 0));
    const manifests = [...images, ...attestations];
    const isAnnotated = Object.keys(annotations).length > 0;
    const isDocker = !isAnnotated && manifests.every((it) => (0,_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDockerType */ .$F)(it.mediaType) && it.annotations === undefined);
    const mediaType = isDocker ? _image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .DOCKER_INDEX */ .Mu : _image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .OCI_INDEX */ .$p;
    const document = {
        schemaVersion: 2,
        mediaType,
        manifests: manifests.map(encodeDescriptor),
        ...(isAnnotated && { annotations: sorted(annotations) }),
    };
    const bytes = Buffer.from(JSON.stringify(document, undefined, 2));
    return { mediaType, digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(bytes), bytes };
}
/** The same manifest, given twice, with the annotations of both. */
function uniteTwins(children) {
    return [...Map.groupBy(children, ({ digest }) => digest).values()].map((twins) => {
        const annotations = Object.assign({}, ...twins.map((twin) => twin.annotations ?? {}));
        const platform = twins.find((twin) => twin.platform !== undefined)?.platform;
        return {
            ...twins[0],
            ...(platform && { platform }),
            ...(Object.keys(annotations).length > 0 && { annotations }),
        };
    });
}
function checkImages(images) {
    if (images.length === 0)
        throw new InvalidIndex('there is no image to put into it', 'give at least one');
    for (const [at, { digest, platform }] of images.entries()) {
        if (platform === undefined)
            throw new InvalidIndex(`nothing says what platform ${digest} is for`, 'build that image anew');
        const twin = images.slice(0, at).find((other) => other.platform && isSame(other.platform, platform));
        if (twin !== undefined) {
            throw new InvalidIndex(`two images are for ${(0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPlatform */ .Bq)(platform)}: ${twin.digest} and ${digest}`, 'give one for each platform; jobs that ran again may have left an older one');
        }
    }
}
/** Windows has images of one architecture for several versions of the system. */
function isSame(a, b) {
    return (0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .matchesPlatform */ .pC)(a, b) && (a.osVersion ?? '') === (b.osVersion ?? '');
}
function byPlatform(a, b) {
    const key = ({ platform }) => platform === undefined ? '' : `${(0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPlatform */ .Bq)(platform)} ${platform.osVersion ?? ''}`;
    return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}
function encodeDescriptor({ mediaType, digest, size, urls, annotations, platform, artifactType }) {
    return {
        mediaType,
        digest,
        size,
        ...(urls && { urls }),
        ...(annotations && { annotations: sorted(annotations) }),
        ...(platform && { platform: encodePlatform(platform) }),
        ...(artifactType !== undefined && { artifactType }),
    };
}
function encodePlatform({ os, architecture, variant, osVersion, osFeatures }) {
    return {
        architecture,
        os,
        ...(osVersion !== undefined && { 'os.version': osVersion }),
        ...(osFeatures && { 'os.features': osFeatures }),
        ...(variant !== undefined && { variant }),
    };
}
function sorted(texts) {
    return Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
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
