export const id = 5886;
export const ids = [5886,9329];
export const modules = {

/***/ 8717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ DIRECTORY),
/* harmony export */   Q: () => (/* binding */ LIMIT_SECONDS)
/* harmony export */ });
/** Name of the directory in every entry: where it is put is part of what an entry is found by. */
const DIRECTORY = 'layers';
/** Longest that restoring may take, whatever the build took; saving gets as long. */
const LIMIT_SECONDS = 300;


/***/ }),

/***/ 85674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  er: () => (/* binding */ DamagedLayers),
  c7: () => (/* binding */ blobFile),
  c: () => (/* binding */ copyLayers),
  dj: () => (/* binding */ joinLayers),
  zz: () => (/* binding */ makeLayout),
  rm: () => (/* binding */ openLayers),
  EI: () => (/* binding */ writeLayers)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/registry/copy.js
var copy = __webpack_require__(40781);
// EXTERNAL MODULE: ./build/registry/descriptor.js
var descriptor = __webpack_require__(19725);
// EXTERNAL MODULE: ./build/registry/digest.js
var registry_digest = __webpack_require__(96192);
// EXTERNAL MODULE: ./build/registry/image-manifest.js
var image_manifest = __webpack_require__(17757);
// EXTERNAL MODULE: ./build/registry/manifest.js
var registry_manifest = __webpack_require__(9329);
;// CONCATENATED MODULE: ./build/cache/cache-config.js
/**
 * A cache as BuildKit exports it with `mode=max` (moby/buildkit cache/remotecache/v1/spec.go): an index of layers, with a
 * config that says of which steps they are. Put together here from images with inline caches. As several images they would
 * be several caches to BuildKit, and of a step that two of them know it asks only the one that answers first, which may be
 * the one that does not have its layer.
 */



const CONFIG_TYPE = 'application/vnd.buildkit.cacheconfig.v0';
/** Of an image's config: base64 of the records. */
const INLINE = 'moby.buildkit.cache.v0';
/** Throws SyntaxError or RegistryError for what is no image. */
function mergeCaches(images) {
    const merger = new Merger();
    for (const image of images)
        merger.add(image);
    return merger.end();
}
class Merger {
    #descriptors = new Map();
    #chain = new Map();
    #layers = [];
    #known = new Map();
    #records = [];
    add({ manifest, config }) {
        const json = JSON.parse(Buffer.from(config).toString('utf8'));
        const layers = this.#addLayers((0,image_manifest/* partsOf */.CI)(manifest).layers, json);
        const inline = (0,descriptor/* own */.ZV)(json, INLINE);
        if (typeof inline !== 'string')
            return;
        const records = JSON.parse(Buffer.from(inline, 'base64').toString('utf8'));
        const places = new Map();
        for (const at of records.keys())
            this.#addRecord(at, { records, layers, places });
    }
    end() {
        const bytes = Buffer.from(JSON.stringify({ layers: this.#layers, records: this.#records }));
        const config = { digest: (0,registry_digest/* digestOf */.ol)(bytes), bytes };
        const layers = [...this.#descriptors.values()];
        const manifests = [...layers, { mediaType: CONFIG_TYPE, size: bytes.length, digest: config.digest }];
        const index = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: image_manifest/* OCI_INDEX */.$p, manifests }));
        return { index: { mediaType: image_manifest/* OCI_INDEX */.$p, digest: (0,registry_digest/* digestOf */.ol)(index), bytes: index }, config, layers };
    }
    /** Gives the number that each has here. */
    #addLayers(layers, config) {
        const diffIds = listOf((0,descriptor/* own */.ZV)((0,descriptor/* own */.ZV)(config, 'rootfs'), 'diff_ids'));
        const times = listOf((0,descriptor/* own */.ZV)(config, 'history'))
            .filter((entry) => (0,descriptor/* own */.ZV)(entry, 'empty_layer') !== true)
            .map((entry) => (0,descriptor/* own */.ZV)(entry, 'created'));
        let parent = -1;
        return layers.map(({ mediaType, size, digest }, at) => {
            const annotations = {
                'containerd.io/uncompressed': String(diffIds[at]),
                ...(typeof times[at] === 'string' && { 'buildkit/createdat': times[at] }),
            };
            if (!this.#descriptors.has(digest))
                this.#descriptors.set(digest, { mediaType, size, digest, annotations });
            parent = numberIn(this.#chain, `${parent} ${digest}`, this.#layers, () => ({ blob: digest, parent }));
            return parent;
        });
    }
    /** What is the same step of the same steps is one record, with the layers that any image has of it. */
    #addRecord(at, image) {
        const { records, layers, places } = image;
        const known = places.get(at);
        if (known !== undefined)
            return known;
        const record = records[at];
        if (record === undefined)
            throw new SyntaxError(`the cache has no record ${at}`);
        // A record that leads to itself would be followed for ever.
        places.set(at, -1);
        const inputs = (record.inputs ?? []).map((alternatives) => alternatives
            .map(({ selector, link = 0 }) => ({ ...(selector && { selector }), link: this.#addRecord(link, image) }))
            .sort((a, b) => a.link - b.link || (`${a.selector}` < `${b.selector}` ? -1 : 1)));
        const key = JSON.stringify([record.digest, inputs]);
        const place = numberIn(this.#known, key, this.#records, () => ({ digest: record.digest, inputs, layers: [] }));
        places.set(at, place);
        const results = this.#records[place]?.layers ?? [];
        for (const { layer, createdAt } of record.layers ?? []) {
            const number = layers[layer];
            if (number !== undefined && !results.some((result) => result.layer === number))
                results.push({ layer: number, ...(createdAt !== undefined && { createdAt }) });
        }
        return place;
    }
}
function numberIn(numbers, key, list, make) {
    const known = numbers.get(key);
    if (known !== undefined)
        return known;
    const number = list.push(make()) - 1;
    numbers.set(key, number);
    return number;
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}

;// CONCATENATED MODULE: ./build/cache/layers.js
/**
 * Layers of builds in a directory: a cache of BuildKit, or images for the classic builder, in the form of an OCI image layout (image-spec "OCI
 * Image Layout Specification"), which is also the form of BuildKit's own local caches. What is read back may have been
 * changed on its way, so nothing counts before its bytes were seen to have its digest (hardening E7).
 */










/** The directory holds something else than it says. */
class DamagedLayers extends Error {
    name = 'DamagedLayers';
}
const LATEST = 'latest';
const TAG = 'org.opencontainers.image.ref.name';
const MOST_MANIFEST_BYTES = 8 * 1024 * 1024;
/** Hashing is done by the threads of Node's pool only in part, so more would not help. */
const READ_AT_ONCE = 4;
/** Place of a blob in a layout. */
function blobFile(path, digest) {
    return (0,external_node_path_.join)(path, 'blobs', 'sha256', digest.slice('sha256:'.length));
}
/** Undefined where there is no layout. Throws DamagedLayers, or the abort reason. */
async function openLayers(path, signal) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(path, 'index.json')).catch(() => undefined);
    if (text === undefined)
        return undefined;
    try {
        const top = await readManifest(path, latestOf(text));
        const below = (0,image_manifest/* isIndexType */.$U)(top.mediaType) ? (0,image_manifest/* childrenOf */.LU)(top).manifests : [];
        // What BuildKit exports itself may be an index of layers.
        const isManifest = ({ mediaType }) => /manifest/.test(mediaType);
        const images = (0,image_manifest/* isIndexType */.$U)(top.mediaType)
            ? await Promise.all(below.filter(isManifest).map((child) => readManifest(path, child)))
            : [top];
        const parts = [...below.filter((child) => !isManifest(child)), ...images.flatMap(copy/* blobsOf */.OR)];
        const blobs = new Map(parts.map(({ digest, size }) => [digest, size]));
        await (0,copy/* inParallel */.HN)([...blobs], READ_AT_ONCE, ([digest, size]) => check(path, digest, size, signal));
        return { path, top, images, sources: [], blobs, size: sum(blobs) };
    }
    catch (error) {
        signal.throwIfAborted();
        throw error instanceof DamagedLayers ? error : new DamagedLayers(error.message, { cause: error });
    }
}
/**
 * Writes the layout around images whose blobs are in the store, which has its place in there, or in `older`: as one cache of
 * BuildKit, or as the images that they are. The first image is that of the result. Throws DamagedLayers for a blob that is
 * nowhere.
 */
async function writeLayers(path, images, { store, older, form }) {
    for (const { digest } of images.flatMap(copy/* blobsOf */.OR)) {
        if (store.get(digest) !== undefined)
            continue;
        const from = older.find((layers) => layers.blobs.has(digest));
        if (from === undefined)
            throw new DamagedLayers(`blob ${digest} is missing`);
        await bring(digest, from.path, path);
    }
    return finish(path, form === 'images' ? imagesOf(images) : await cacheOf(path, images));
}
/** Writes one layout that holds what several do, which were written here. */
async function joinLayers(path, parts) {
    await makeLayout(path);
    const sources = parts.flatMap((part) => part.sources);
    const images = parts.flatMap((part) => part.images);
    const [first, ...others] = images;
    const content = first === undefined ? await cacheFrom(path, sources) : imagesOf([first, ...others]);
    for (const part of parts)
        for (const digest of part.blobs.keys())
            if (content.blobs.has(digest))
                await bring(digest, part.path, path);
    return finish(path, content);
}
async function bring(digest, from, to) {
    const [source, target] = [blobFile(from, digest), blobFile(to, digest)];
    await (0,promises_.link)(source, target).catch((error) => error.code === 'EEXIST' ? undefined : (0,promises_.copyFile)(source, target));
}
/** The index comes last. */
async function finish(path, content) {
    for (const { digest, bytes } of [...content.images, content.top])
        await (0,promises_.writeFile)(blobFile(path, digest), bytes);
    const descriptor = { ...describe(content.top), annotations: { [TAG]: LATEST } };
    await (0,promises_.writeFile)((0,external_node_path_.join)(path, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
    await (0,promises_.writeFile)((0,external_node_path_.join)(path, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [descriptor] }));
    return { path, ...content, size: sum(content.blobs) };
}
function imagesOf(images) {
    const blobs = new Map(images.flatMap(copy/* blobsOf */.OR).map(({ digest, size }) => [digest, size]));
    return { top: images.length === 1 ? images[0] : indexOf(images), images, sources: [], blobs };
}
/** Leaves the configs of the images out, of which it has read the records. */
async function cacheOf(path, images) {
    const configs = images.map((manifest) => blobFile(path, (0,image_manifest/* partsOf */.CI)(manifest).config.digest));
    const read = await Promise.all(configs.map((file) => (0,promises_.readFile)(file)));
    for (const file of new Set(configs))
        await (0,promises_.rm)(file);
    return cacheFrom(path, images.map((manifest, at) => ({ manifest, config: read[at] ?? NOTHING })));
}
async function cacheFrom(path, sources) {
    const { index, config, layers } = mergeCaches(sources);
    await (0,promises_.writeFile)(blobFile(path, config.digest), config.bytes);
    const sizes = layers.map(({ digest, size }) => [digest, size]);
    return { top: index, images: [], sources, blobs: new Map([...sizes, [config.digest, config.bytes.length]]) };
}
const NOTHING = new Uint8Array();
/** Puts the same into a directory that may hold others, or parts of it; its index names them only once they are there. */
async function copyLayers({ path, blobs, images, top }, dest) {
    await makeLayout(dest);
    const place = async (from, to) => {
        // Not in place, as the two may be one file by now, or somebody reads it.
        const incoming = (0,external_node_path_.join)(dest, `incoming-${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`);
        await (0,promises_.copyFile)(from, incoming);
        await (0,promises_.rename)(incoming, to);
    };
    const digests = new Set([...blobs.keys(), ...[...images, top].map(({ digest }) => digest)]);
    for (const digest of digests)
        await place(blobFile(path, digest), blobFile(dest, digest));
    for (const name of ['oci-layout', 'index.json'])
        await place((0,external_node_path_.join)(path, name), (0,external_node_path_.join)(dest, name));
}
/** Makes the directories of a layout; gives the one for its blobs. */
async function makeLayout(path) {
    const blobs = (0,external_node_path_.join)(path, 'blobs', 'sha256');
    await (0,promises_.mkdir)(blobs, { recursive: true });
    return blobs;
}
function indexOf(images) {
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: image_manifest/* OCI_INDEX */.$p, manifests: images.map(describe) }, undefined, 2));
    return { mediaType: image_manifest/* OCI_INDEX */.$p, digest: (0,registry_digest/* digestOf */.ol)(bytes), bytes };
}
function describe({ mediaType, digest, bytes }) {
    return { mediaType, digest, size: bytes.length };
}
function latestOf(text) {
    const manifests = (0,descriptor/* own */.ZV)(JSON.parse(Buffer.from(text).toString('utf8')), 'manifests');
    const all = (Array.isArray(manifests) ? manifests : []).map(descriptor/* readDescriptor */.qq).filter((it) => it !== undefined);
    const found = all.find(({ annotations }) => annotations?.[TAG] === LATEST);
    if (found === undefined)
        throw new DamagedLayers(`index.json names nothing ${LATEST}`);
    return found;
}
async function readManifest(path, { digest, size, mediaType }) {
    const file = blobFile(path, digest);
    if (size > MOST_MANIFEST_BYTES || (await (0,promises_.stat)(file)).size !== size)
        throw new DamagedLayers(`manifest ${digest} is not of ${size} bytes`);
    const bytes = await (0,promises_.readFile)(file);
    if ((0,registry_digest/* digestOf */.ol)(bytes) !== digest)
        throw new DamagedLayers(`manifest ${digest} has other bytes`);
    const type = (0,registry_manifest/* manifestMediaType */.gp)(mediaType, bytes);
    if (type.kind === 'bad')
        throw new DamagedLayers(`manifest ${digest}: ${type.reason}`);
    const manifest = { mediaType: type.value, digest, bytes };
    if (!(0,image_manifest/* isIndexType */.$U)(manifest.mediaType))
        (0,image_manifest/* partsOf */.CI)(manifest);
    return manifest;
}
async function check(path, digest, size, signal) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let length = 0;
    for await (const chunk of (0,external_node_fs_.createReadStream)(blobFile(path, digest), { highWaterMark: 1024 * 1024, signal })) {
        hash.update(chunk);
        length += chunk.length;
    }
    if (length !== size || `sha256:${hash.digest('hex')}` !== digest)
        throw new DamagedLayers(`blob ${digest} has other bytes`);
}
function sum(blobs) {
    return [...blobs.values()].reduce((total, size) => total + size, 0);
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
