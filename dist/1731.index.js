export const id = 1731;
export const ids = [1731];
export const modules = {

/***/ 91731:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

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
// EXTERNAL MODULE: ./build/cache/layers.js + 1 modules
var cache_layers = __webpack_require__(85674);
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
    #isNear = true;
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
    /** False where the engine is known to be elsewhere. */
    get isNear() {
        return this.#isNear;
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
        const road = await (0,relay_push/* findRoad */.gZ)(engine, registry, signal);
        this.#isNear = road !== undefined;
        if (road === undefined) {
            log.warning('input cache-from: the engine does not reach this machine, so layers that are kept here are of no use to it; the build goes on without');
            return;
        }
        const { carried } = this.job;
        for (const found of await Promise.all(carried.from.map((cache) => this.#find(cache)))) {
            const at = this.#found.push(found);
            if (found.layers !== undefined)
                this.#serve(found.layers, `c${at}`, { registry, host: road.host });
        }
    }
    async #find(cache) {
        if (cache.type === 'gha')
            return this.#findEntry(cache);
        const path = cache.attributes.get('src') ?? '';
        const layers = await this.#read(path, path);
        if (layers === undefined)
            this.tools.log.info(`Cache: there are no layers in ${path} yet`);
        return { cache, entry: undefined, layers: layers === 'damaged' ? undefined : layers };
    }
    async #findEntry(cache) {
        const { entries, log, makeTemporary, signal } = this.tools;
        const temporary = makeTemporary();
        this.#cleaning.defer(temporary.remove);
        const entry = await entries.restore((0,entry_key/* entryPrefixes */.HY)(this.placeIn(cache)), temporary.path, cache.attributes, signal);
        const layers = entry.kind === 'restored' ? await this.#read((0,external_node_path_.join)(temporary.path, entry_store/* DIRECTORY */.M), entry.key) : undefined;
        if (layers === 'damaged')
            return { cache, entry: { kind: 'failed', reason: 'damaged' }, layers: undefined };
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
    /** Warns of what was damaged (hardening E7). */
    async #read(path, title) {
        const { log, signal } = this.tools;
        try {
            return await (0,cache_layers/* openLayers */.rm)(path, signal);
        }
        catch (error) {
            if (!(error instanceof cache_layers/* DamagedLayers */.er))
                throw error;
            log.warning(`input cache-from: ${title} is not used, as it is damaged: ${(0,explain/* describeError */.Uc)(error)}`);
            return 'damaged';
        }
    }
    /** BuildKit reads one cache; the classic builder pulls each image. */
    #serve(layers, slot, { registry, host }) {
        const manifests = this.job.builder === 'classic' ? layers.images : [layers.top];
        for (const [at, manifest] of manifests.entries()) {
            registry.add(`${slot}i${at}`, layers, manifest);
            this.#names.push((0,reference/* parseReference */.F2)(`${host}/${registry.repository(`${slot}i${at}`)}:${TAG}`));
        }
    }
}


/***/ })

};
