export const id = 1785;
export const ids = [1785,9329];
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

/***/ 89087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EI: () => (/* binding */ writeLayers),
/* harmony export */   c: () => (/* binding */ copyLayers),
/* harmony export */   c7: () => (/* binding */ blobFile),
/* harmony export */   er: () => (/* binding */ DamagedLayers),
/* harmony export */   qh: () => (/* binding */ indexOf),
/* harmony export */   rm: () => (/* binding */ openLayers),
/* harmony export */   zz: () => (/* binding */ makeLayout)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _registry_copy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40781);
/* harmony import */ var _registry_descriptor_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19725);
/* harmony import */ var _registry_digest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(96192);
/* harmony import */ var _registry_image_manifest_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(17757);
/* harmony import */ var _registry_manifest_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9329);
/**
 * Layers of builds in a directory: images that BuildKit reads as caches, in the form of an OCI image layout (image-spec "OCI
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
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(path, 'blobs', 'sha256', digest.slice('sha256:'.length));
}
/** Undefined where there is no layout. Throws DamagedLayers, or the abort reason. */
async function openLayers(path, signal) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(path, 'index.json')).catch(() => undefined);
    if (text === undefined)
        return undefined;
    try {
        const top = await readManifest(path, latestOf(text));
        const below = (0,_registry_image_manifest_js__WEBPACK_IMPORTED_MODULE_7__/* .isIndexType */ .$U)(top.mediaType) ? (0,_registry_image_manifest_js__WEBPACK_IMPORTED_MODULE_7__/* .childrenOf */ .LU)(top).manifests : [];
        // What BuildKit exports itself may be an index of layers.
        const isManifest = ({ mediaType }) => /manifest/.test(mediaType);
        const images = (0,_registry_image_manifest_js__WEBPACK_IMPORTED_MODULE_7__/* .isIndexType */ .$U)(top.mediaType)
            ? await Promise.all(below.filter(isManifest).map((child) => readManifest(path, child)))
            : [top];
        const parts = [...below.filter((child) => !isManifest(child)), ...images.flatMap(_registry_copy_js__WEBPACK_IMPORTED_MODULE_4__/* .blobsOf */ .OR)];
        const blobs = new Map(parts.map(({ digest, size }) => [digest, size]));
        await (0,_registry_copy_js__WEBPACK_IMPORTED_MODULE_4__/* .inParallel */ .HN)([...blobs], READ_AT_ONCE, ([digest, size]) => check(path, digest, size, signal));
        return { path, top, images, blobs, size: sum(blobs) };
    }
    catch (error) {
        signal.throwIfAborted();
        throw error instanceof DamagedLayers ? error : new DamagedLayers(error.message, { cause: error });
    }
}
/**
 * Writes the layout around images whose blobs are in the store, which has its place in there, or in `older`. The first
 * image is that of the result. Throws DamagedLayers for a blob that is nowhere.
 */
async function writeLayers(path, images, { store, older }) {
    const blobs = new Map(images.flatMap(_registry_copy_js__WEBPACK_IMPORTED_MODULE_4__/* .blobsOf */ .OR).map(({ digest, size }) => [digest, size]));
    for (const digest of blobs.keys()) {
        if (store.get(digest) !== undefined)
            continue;
        const from = older.find((layers) => layers.blobs.has(digest));
        if (from === undefined)
            throw new DamagedLayers(`blob ${digest} is missing`);
        const [source, target] = [blobFile(from.path, digest), blobFile(path, digest)];
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.link)(source, target).catch(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.copyFile)(source, target));
    }
    const top = images.length === 1 ? images[0] : indexOf(images);
    for (const manifest of new Set([...images, top]))
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(blobFile(path, manifest.digest), manifest.bytes);
    const descriptor = { ...describe(top), annotations: { [TAG]: LATEST } };
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(path, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [descriptor] }));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(path, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
    return { path, top, images, blobs, size: sum(blobs) };
}
/** Puts the same into a directory that may hold others, or parts of it; its index names them only once they are there. */
async function copyLayers({ path, blobs, images, top }, dest) {
    await makeLayout(dest);
    const place = async (from, to) => {
        // Not in place, as the two may be one file by now, or somebody reads it.
        const incoming = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(dest, `incoming-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}`);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.copyFile)(from, incoming);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(incoming, to);
    };
    const digests = new Set([...blobs.keys(), ...[...images, top].map(({ digest }) => digest)]);
    for (const digest of digests)
        await place(blobFile(path, digest), blobFile(dest, digest));
    for (const name of ['oci-layout', 'index.json'])
        await place((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(path, name), (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(dest, name));
}
/** Makes the directories of a layout; gives the one for its blobs. */
async function makeLayout(path) {
    const blobs = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(path, 'blobs', 'sha256');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(blobs, { recursive: true });
    return blobs;
}
/** BuildKit reads the caches of all images of an index, of whatever platform they are. */
function indexOf(images) {
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: _registry_image_manifest_js__WEBPACK_IMPORTED_MODULE_7__/* .OCI_INDEX */ .$p, manifests: images.map(describe) }, undefined, 2));
    return { mediaType: _registry_image_manifest_js__WEBPACK_IMPORTED_MODULE_7__/* .OCI_INDEX */ .$p, digest: (0,_registry_digest_js__WEBPACK_IMPORTED_MODULE_6__/* .digestOf */ .ol)(bytes), bytes };
}
function describe({ mediaType, digest, bytes }) {
    return { mediaType, digest, size: bytes.length };
}
function latestOf(text) {
    const manifests = (0,_registry_descriptor_js__WEBPACK_IMPORTED_MODULE_5__/* .own */ .ZV)(JSON.parse(Buffer.from(text).toString('utf8')), 'manifests');
    const all = (Array.isArray(manifests) ? manifests : []).map(_registry_descriptor_js__WEBPACK_IMPORTED_MODULE_5__/* .readDescriptor */ .qq).filter((it) => it !== undefined);
    const found = all.find(({ annotations }) => annotations?.[TAG] === LATEST);
    if (found === undefined)
        throw new DamagedLayers(`index.json names nothing ${LATEST}`);
    return found;
}
async function readManifest(path, { digest, size, mediaType }) {
    const file = blobFile(path, digest);
    if (size > MOST_MANIFEST_BYTES || (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(file)).size !== size)
        throw new DamagedLayers(`manifest ${digest} is not of ${size} bytes`);
    const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(file);
    if ((0,_registry_digest_js__WEBPACK_IMPORTED_MODULE_6__/* .digestOf */ .ol)(bytes) !== digest)
        throw new DamagedLayers(`manifest ${digest} has other bytes`);
    const type = (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_8__/* .manifestMediaType */ .gp)(mediaType, bytes);
    if (type.kind === 'bad')
        throw new DamagedLayers(`manifest ${digest}: ${type.reason}`);
    const manifest = { mediaType: type.value, digest, bytes };
    if (!(0,_registry_image_manifest_js__WEBPACK_IMPORTED_MODULE_7__/* .isIndexType */ .$U)(manifest.mediaType))
        (0,_registry_image_manifest_js__WEBPACK_IMPORTED_MODULE_7__/* .partsOf */ .CI)(manifest);
    return manifest;
}
async function check(path, digest, size, signal) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let length = 0;
    for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(blobFile(path, digest), { highWaterMark: 1024 * 1024, signal })) {
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

/***/ 91731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  LayerCache: () => (/* binding */ LayerCache)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/cache/entry-key.js
var entry_key = __webpack_require__(25047);
// EXTERNAL MODULE: ./build/cache/entry-store.js
var entry_store = __webpack_require__(8717);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./build/registry/digest.js
var registry_digest = __webpack_require__(96192);
// EXTERNAL MODULE: ./build/registry/loopback.js
var registry_loopback = __webpack_require__(64009);
// EXTERNAL MODULE: ./build/cache/layers.js
var cache_layers = __webpack_require__(89087);
;// CONCATENATED MODULE: ./build/cache/layer-registry.js
/**
 * A registry on the loopback of this machine that an engine can only read from: it serves layers out of directories (OCI
 * distribution-spec "Pull"). BuildKit has no account for it, so its path is the secret; it ends with the build.
 */






const TAG = 'push';
async function startLayerRegistry() {
    const nonce = `n${(0,external_node_crypto_.randomBytes)(16).toString('hex')}`;
    const shelves = new Map();
    let visits = 0;
    let bytes = 0;
    const answer = async (request, response) => {
        const { method = '', url = '', headers } = request;
        const { pathname } = new URL(url, 'http://layers');
        if (pathname === '/v2/' || pathname === '/v2')
            return void response.writeHead(200, { 'content-length': 0 }).end();
        const [, secret, slot = '', kind, name = ''] = /^\/v2\/([a-z0-9]+)\/([a-z0-9]+)\/(manifests|blobs)\/([^/]+)$/.exec(pathname) ?? [];
        const shelf = secret === nonce ? shelves.get(slot) : undefined;
        const isHead = method === 'HEAD';
        if (shelf === undefined || !(isHead || method === 'GET'))
            return refuse(response);
        if (kind === 'manifests') {
            const found = manifestOf(shelf, name);
            if (found === undefined)
                return refuse(response);
            response.writeHead(200, { ...headersOf(found.digest, found.mediaType), 'content-length': found.bytes.length });
            return void response.end(isHead ? undefined : found.bytes);
        }
        const size = (0,registry_digest/* isDigest */.Bc)(name) ? shelf.layers.blobs.get(name) : undefined;
        if (size === undefined)
            return refuse(response);
        const digest = name;
        const from = startOf(headers.range, size);
        response.writeHead(from === undefined ? 200 : 206, {
            ...headersOf(digest, 'application/octet-stream'),
            'accept-ranges': 'bytes',
            'content-length': size - (from ?? 0),
            ...(from !== undefined && { 'content-range': `bytes ${from}-${size - 1}/${size}` }),
        });
        if (isHead)
            return void response.end();
        bytes += size - (from ?? 0);
        await (0,promises_.pipeline)((0,external_node_fs_.createReadStream)((0,cache_layers/* blobFile */.c7)(shelf.layers.path, digest), { start: from ?? 0 }), response);
    };
    const loopback = await (0,registry_loopback/* listenOnLoopback */.c)((request, response) => {
        visits += 1;
        request.resume();
        // Whatever goes wrong with a file, the reader sees an answer that is too short.
        answer(request, response).catch(() => response.destroy());
    });
    return {
        host: loopback.host,
        nonce,
        repository: (slot) => `${nonce}/${slot}`,
        get visits() {
            return visits;
        },
        get bytes() {
            return bytes;
        },
        add: (slot, layers, manifest) => shelves.set(slot, { layers, manifest }),
        [Symbol.asyncDispose]: () => loopback[Symbol.asyncDispose](),
    };
}
function manifestOf({ layers, manifest }, name) {
    if (name === TAG)
        return manifest;
    return [layers.top, ...layers.images].find(({ digest }) => digest === name);
}
/** The first byte of the only form of range that engines ask for, `bytes=n-`. */
function startOf(range, size) {
    const [, first] = /^bytes=(\d+)-$/.exec(range ?? '') ?? [];
    return first === undefined || Number(first) >= size ? undefined : Number(first);
}
function headersOf(digest, type) {
    return { 'content-type': type, 'docker-content-digest': digest, 'docker-distribution-api-version': 'registry/2.0' };
}
function refuse(response) {
    response.writeHead(404, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ errors: [{ code: 'NAME_UNKNOWN', message: 'there is no such thing here' }] }));
}

// EXTERNAL MODULE: ./build/registry/reference.js
var reference = __webpack_require__(26247);
// EXTERNAL MODULE: ./build/report/units.js
var units = __webpack_require__(15088);
// EXTERNAL MODULE: ./build/pipeline/errors.js
var errors = __webpack_require__(59032);
// EXTERNAL MODULE: ./build/pipeline/explain.js
var explain = __webpack_require__(59152);
// EXTERNAL MODULE: ./build/registry/platform.js
var platform = __webpack_require__(87891);
;// CONCATENATED MODULE: ./build/pipeline/layer-key.js
/** Where in the cache of GitHub Actions the layers of a build belong (cache/entry-key.ts). */




/** Without the scope, which each cache has of its own. */
function placeOfLayers({ facts, builder, origin, place, workspace }) {
    const { product, version, os, architecture } = facts;
    return {
        engine: `${product}${version.split('.')[0]}`,
        builder,
        platform: origin.platform === undefined ? `${os}/${architecture}` : (0,platform/* formatPlatform */.Bq)(origin.platform),
        build: JSON.stringify([nameOf(origin, workspace), origin.target?.toLowerCase()]),
        recipe: JSON.stringify([place.dockerfileText, [...origin.buildArgs.keys()].sort()]),
        locks: JSON.stringify(lockFiles(place)),
    };
}
/** Which build it is, however its files change. */
function nameOf({ context }, workspace) {
    const { file } = context;
    switch (context.kind) {
        case 'directory':
            return [(0,external_node_path_.relative)(workspace, context.path), file && (0,external_node_path_.relative)(workspace, file)];
        case 'tar':
            return [(0,external_node_path_.relative)(workspace, context.path), file];
        case 'git':
            return [context.source.repository, context.source.directory, file];
        case 'url':
            return [context.url.host, context.url.pathname, file];
        default:
            return context;
    }
}
/** What package managers write, by the names that they give: `yarn.lock`, `package-lock.json`, `go.sum`, `requirements.txt`. */
const LOCK = /(?:\.|^)lock$|[-.]lock\.\w+$|\.lockfile$|^go\.sum$|^requirements[\w.-]*\.txt$/;
const LARGEST_LOCK = 16 * 1024 * 1024;
/** Those in the context and beside the Dockerfile, with the hash of each. */
function lockFiles({ context }) {
    if (context === undefined)
        return [];
    const { root, dockerfile } = context;
    const beside = dockerfile.kind === 'loose' ? [] : [(0,external_node_path_.dirname)(dockerfile.source)];
    return [...new Set([root, ...beside])].flatMap((directory) => list(directory)
        .filter((entry) => entry.isFile() && LOCK.test(entry.name))
        .map(({ name }) => name)
        .sort()
        .map((name) => [name, hashOf((0,external_node_path_.join)(directory, name))]));
}
function list(directory) {
    try {
        return (0,external_node_fs_.readdirSync)(directory, { withFileTypes: true });
    }
    catch {
        return [];
    }
}
/** What cannot be read is told by the build, which needs it. */
function hashOf(file) {
    try {
        const bytes = (0,external_node_fs_.readFileSync)(file);
        return bytes.length > LARGEST_LOCK ? String(bytes.length) : (0,entry_key/* shortHash */.BC)(bytes);
    }
    catch {
        return '';
    }
}

// EXTERNAL MODULE: ./build/pipeline/relay-push.js + 1 modules
var relay_push = __webpack_require__(37100);
;// CONCATENATED MODULE: ./build/pipeline/layer-cache.js
/**
 * Caches that an engine cannot read or write itself, carried by us (docs/decisions/0015-caches.md): layers in a directory,
 * which the engine reads from a registry on this machine, and pushes into another. No fault of a cache fails a build.
 */











class LayerCache {
    job;
    tools;
    #found = [];
    #names = [];
    #cleaning = new AsyncDisposableStack();
    #registry;
    constructor(job, tools) {
        this.job = job;
        this.tools = tools;
    }
    /** Brings what can be had. Throws only the reason of the signal. */
    static async open(job, tools) {
        const cache = new LayerCache(job, tools);
        try {
            // A build that uses no cache can still leave one.
            if (job.carried.from.length > 0 && !job.origin.noCache)
                await cache.#restore();
        }
        catch (error) {
            await cache[Symbol.asyncDispose]();
            throw error;
        }
        return cache;
    }
    /** For `cachefrom` of the build. */
    get references() {
        return this.#names;
    }
    get found() {
        return this.#found;
    }
    /** Bytes of layers that the engine took. */
    get bytes() {
        return this.#registry?.bytes ?? 0;
    }
    /** Whether a build failed because of what was served to it, so that it may do without. */
    isToBlame(error) {
        const host = this.#registry?.host;
        return host !== undefined && error instanceof errors.BuildFailed && error.message.includes(host);
    }
    /** Where the layers belong, in a scope. */
    placeIn(cache) {
        const { engine, builder, origin, place } = this.job;
        const { workspace } = this.tools;
        const scope = cache.attributes.get('scope') || 'buildkit';
        return { ...placeOfLayers({ facts: engine.facts, builder, origin, place, workspace }), scope };
    }
    async [Symbol.asyncDispose]() {
        const { engine, builder } = this.job;
        if (builder === 'classic' && !this.tools.signal.aborted)
            for (const { registry, path } of this.#names.splice(0))
                await (0,relay_push.release)(engine, { repository: `${registry}/${path}`, tag: TAG }, this.tools);
        await this.#cleaning.disposeAsync();
    }
    async #restore() {
        const { engine } = this.job;
        const { log, signal, onSecret } = this.tools;
        const registry = this.#cleaning.use(await startLayerRegistry());
        onSecret(registry.nonce);
        if ((await (0,relay_push/* reaches */.O)(engine, registry, signal)) === false) {
            log.warning('input cache-from: the engine does not reach this machine, so layers that are kept here are of no use to it; the build goes on without');
            return;
        }
        this.#registry = registry;
        const { carried } = this.job;
        for (const found of await Promise.all(carried.from.map((cache) => this.#find(cache)))) {
            const at = this.#found.push(found);
            if (found.layers !== undefined)
                this.#serve(found.layers, `c${at}`, registry);
        }
    }
    async #find(cache) {
        if (cache.type === 'gha')
            return this.#findEntry(cache);
        const path = cache.attributes.get('src') ?? '';
        const layers = await this.#read(path, path);
        if (layers === undefined)
            this.tools.log.info(`Cache: there are no layers in ${path} yet`);
        return { cache, entry: undefined, layers };
    }
    async #findEntry(cache) {
        const { entries, log, makeTemporary, signal } = this.tools;
        const temporary = makeTemporary();
        this.#cleaning.defer(temporary.remove);
        const entry = await entries.restore((0,entry_key/* entryPrefixes */.HY)(this.placeIn(cache)), temporary.path, cache.attributes, signal);
        const layers = entry.kind === 'restored' ? await this.#read((0,external_node_path_.join)(temporary.path, entry_store/* DIRECTORY */.M), entry.key) : undefined;
        const of = 'notes' in entry ? `a build of ${(0,units/* formatDuration */.a3)(entry.notes.seconds)}` : '';
        switch (entry.kind) {
            case 'restored':
                if (layers !== undefined)
                    log.info(`Cache: restored ${(0,units/* formatBytes */.z3)(layers.size)} in ${(0,units/* formatDuration */.a3)(entry.seconds)}, the layers of ${of}`);
                break;
            case 'none':
                log.info('Cache: nothing is saved for this build yet');
                break;
            case 'unworthy':
                log.info(`Cache: not restored, as ${(0,units/* formatBytes */.z3)(entry.notes.bytes)} would take longer than ${of}`);
                break;
            case 'slow':
                log.info(`Cache: given up, as ${(0,units/* formatBytes */.z3)(entry.notes.bytes)} took longer than ${of}`);
                break;
            case 'failed':
                log.warning(`input cache-from: type=gha: nothing could be restored: ${entry.reason}; the build goes on without`);
                break;
            default:
                entry;
        }
        return { cache, entry, layers };
    }
    /** Undefined, with a warning, for what was damaged (hardening E7). */
    async #read(path, title) {
        const { log, signal } = this.tools;
        try {
            return await (0,cache_layers/* openLayers */.rm)(path, signal);
        }
        catch (error) {
            if (!(error instanceof cache_layers/* DamagedLayers */.er))
                throw error;
            log.warning(`input cache-from: ${title} is not used, as it is damaged: ${(0,explain/* describeError */.Uc)(error)}`);
            return undefined;
        }
    }
    /** BuildKit reads all images by way of their index; the classic builder pulls each. */
    #serve(layers, slot, registry) {
        const manifests = this.job.builder === 'classic' ? layers.images : [layers.top];
        for (const [at, manifest] of manifests.entries()) {
            registry.add(`${slot}i${at}`, layers, manifest);
            this.#names.push((0,reference/* parseReference */.F2)(`${registry.host}/${registry.repository(`${slot}i${at}`)}:${TAG}`));
        }
        this.tools.log.debug(`cache: serving ${(0,units/* count */.U9)(manifests.length, 'image')} at ${registry.host}`);
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
