export const id = 6917;
export const ids = [6917];
export const modules = {

/***/ 56917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ openDelivery),
  pushOurselves: () => (/* binding */ pushOurselves),
  h: () => (/* binding */ tellPlaced)
});

// EXTERNAL MODULE: ./build/registry/reference.js
var registry_reference = __webpack_require__(26247);
// EXTERNAL MODULE: ./build/registry/blob-store.js
var blob_store = __webpack_require__(80475);
// EXTERNAL MODULE: ./build/registry/copy.js
var copy = __webpack_require__(40781);
// EXTERNAL MODULE: ./build/registry/describe-image.js
var describe_image = __webpack_require__(81641);
// EXTERNAL MODULE: ./build/registry/image-index.js
var image_index = __webpack_require__(34801);
// EXTERNAL MODULE: ./build/registry/image-manifest.js
var image_manifest = __webpack_require__(17757);
// EXTERNAL MODULE: ./build/registry/platform.js
var registry_platform = __webpack_require__(87891);
// EXTERNAL MODULE: ./build/registry/relay.js
var registry_relay = __webpack_require__(62071);
// EXTERNAL MODULE: ./build/pipeline/annotations.js
var pipeline_annotations = __webpack_require__(12257);
// EXTERNAL MODULE: ./build/pipeline/errors.js
var errors = __webpack_require__(59032);
// EXTERNAL MODULE: ./build/pipeline/place-manifest.js
var place_manifest = __webpack_require__(61356);
// EXTERNAL MODULE: ./build/pipeline/relay-push.js + 1 modules
var relay_push = __webpack_require__(37100);
// EXTERNAL MODULE: ./build/registry/blob.js
var registry_blob = __webpack_require__(10315);
// EXTERNAL MODULE: ./build/registry/manifest.js
var registry_manifest = __webpack_require__(9329);
// EXTERNAL MODULE: ./build/registry/upload.js
var upload = __webpack_require__(32569);
;// CONCATENATED MODULE: ./build/pipeline/supply.js
/**
 * Brings images, which are here in parts, into repositories: each blob is sent to a registry once, as soon as it is here,
 * and mounted into the other repositories there.
 */






/** Fewer than there are connections, as the short calls between need some, too. */
const SENT_AT_ONCE = 4;
class Supply {
    #tools;
    /** The first repository of each registry, which blobs are sent to. */
    #first = new Map();
    /** Which the store's gaps are in. */
    #home;
    #sending = new Map();
    #gates = new Map();
    constructor(repositories, tools) {
        this.#tools = tools;
        const all = (0,registry_reference/* uniqueRepositories */.Ay)(repositories);
        this.#home = all[0];
        for (const repository of all)
            if (!this.#first.has(repository.registry))
                this.#first.set(repository.registry, repository);
    }
    /** Bytes of a blob that the first repository has already, so that nobody has to bring it here. */
    async sizeThere(digest) {
        if (this.#home === undefined)
            return undefined;
        const { client, signal } = this.#tools;
        // A registry that does not answer is told of when something is written to it.
        return (await (0,registry_blob/* findBlob */.FM)(client, this.#home, digest, { signal }).catch(() => undefined))?.size;
    }
    /** Begins to send a blob that is here now. */
    arrived(blob) {
        for (const repository of this.#first.values())
            this.#send(repository, blob).catch(() => { });
    }
    /** A blob as a whole, wherever it is. */
    async read(blob) {
        const stored = this.#tools.store.get(blob.digest);
        if (stored !== undefined)
            return wholeOf(stored);
        const { client, signal } = this.#tools;
        return (0,registry_blob/* readBlob */.gm)(client, this.#home, blob, { signal });
    }
    /** Manifests by digest, in this order, with their blobs. Throws RegistryError. */
    async bring(manifests, to) {
        const { client, signal } = this.#tools;
        for (const manifest of manifests) {
            if (!(0,image_manifest/* isIndexType */.$U)(manifest.mediaType))
                await (0,copy/* inParallel */.HN)((0,copy/* blobsOf */.OR)(manifest), SENT_AT_ONCE, (blob) => this.#bringBlob(blob, to));
            await (0,registry_manifest/* putManifest */.RV)(client, { ...to, digest: manifest.digest }, manifest, { signal });
        }
    }
    async #bringBlob(blob, to) {
        const first = this.#first.get(to.registry) ?? to;
        const source = this.#sourceOf(blob);
        await this.#send(first, source);
        if (first.path === to.path)
            return;
        const { client, signal } = this.#tools;
        await (0,upload/* putBlob */.H)(client, to, source, { mountFrom: first.path, signal });
    }
    #sourceOf({ digest, size }) {
        const { client, store, signal } = this.#tools;
        const home = this.#home;
        return store.get(digest) ?? { digest, size, open: (from) => (0,registry_blob/* openBlob */.Ym)(client, home, digest, { from, signal }) };
    }
    #send(repository, blob) {
        const key = `${repository.registry} ${blob.digest}`;
        const known = this.#sending.get(key);
        if (known !== undefined)
            return known;
        const gate = this.#gates.get(repository.registry) ?? new Gate(SENT_AT_ONCE);
        this.#gates.set(repository.registry, gate);
        const { client, signal } = this.#tools;
        const sending = gate.pass(() => (0,upload/* putBlob */.H)(client, repository, blob, { signal }));
        this.#sending.set(key, sending);
        return sending;
    }
}
async function wholeOf(blob) {
    const chunks = [];
    for await (const chunk of blob.open(0))
        chunks.push(chunk);
    return Buffer.concat(chunks);
}
/** Lets so many through at the same time, in the order they came. */
class Gate {
    #free;
    #waiting = [];
    constructor(free) {
        this.#free = free;
    }
    async pass(work) {
        if (this.#free === 0)
            await new Promise((resolve) => this.#waiting.push(resolve));
        else
            this.#free -= 1;
        try {
            return await work();
        }
        finally {
            const next = this.#waiting.shift();
            if (next === undefined)
                this.#free += 1;
            else
                next();
        }
    }
}

;// CONCATENATED MODULE: ./build/pipeline/delivery.js












/** Dispose of it, or its server and its files stay. */
class Delivery {
    #plan;
    #tools;
    #store;
    #supply;
    #relay;
    /** By engine. */
    #roads = new Map();
    constructor(parts, plan, tools) {
        this.#plan = plan;
        this.#tools = tools;
        this.#store = parts.store;
        this.#supply = parts.supply;
        this.#relay = parts.relay;
    }
    static async open(plan, tools) {
        const { client, signal, temp } = tools;
        const store = new blob_store/* BlobStore */.l(temp);
        const supply = new Supply([...plan.tags, ...plan.untagged], { client, store, signal });
        const relay = await (0,registry_relay/* startRelay */.s)({
            store,
            sizeElsewhere: (digest) => supply.sizeThere(digest),
            onBlob: (blob) => supply.arrived(blob),
        });
        for (const secret of [relay.password, relay.openNonce])
            tools.onSecret(secret);
        return new Delivery({ store, supply, relay }, plan, tools);
    }
    /** Finds out whether an engine gets here, which may be done while it builds. Never rejects. */
    meet(engine) {
        if (!this.#roads.has(engine))
            this.#roads.set(engine, (0,relay_push/* findRoad */.gZ)(engine, this.#relay, this.#tools.signal).catch(() => undefined));
    }
    /** For a build that pushes as it builds, by an engine that is known to get here; undefined for another one. */
    async directly(engine, slot) {
        this.meet(engine);
        const road = await this.#roads.get(engine);
        if (road?.isProven !== true)
            return undefined;
        const { directPush } = await __webpack_require__.e(/* import() */ 8811).then(__webpack_require__.bind(__webpack_require__, 38811));
        return directPush(this.#relay, { host: road.host, slot }, (blob) => this.#supply.read(blob));
    }
    /** What came so, to be called when it may go on its way. Throws WrongPlatform. */
    async accept(digest, { slot, platform }) {
        const { pushedAs } = await __webpack_require__.e(/* import() */ 8811).then(__webpack_require__.bind(__webpack_require__, 38811));
        const manifest = pushedAs(this.#relay, slot, digest);
        for (const { digest: name } of (0,copy/* blobsOf */.OR)(manifest)) {
            const blob = this.#store.get(name);
            if (blob !== undefined)
                this.#supply.arrived(blob);
        }
        return this.#pack(manifest, [manifest], platform);
    }
    /** Throws WrongPlatform and what the engine has to say. */
    async take(engine, image, { slot, platform, title = 'the image' }, tools = this.#tools) {
        this.meet(engine);
        const road = await this.#roads.get(engine);
        const job = { ...this.#tools, ...tools };
        const to = road && { relay: this.#relay, host: road.host, slot, title };
        const received = to && (await (0,relay_push/* pushToRelay */.bb)(engine, image.id, to, job));
        if (received?.top !== undefined)
            return this.#pack(received.top, received.manifests, platform);
        this.#roads.set(engine, Promise.resolve(undefined));
        job.log.info('The engine does not reach this machine, so the image is taken from the archive that it exports');
        const { takeFromArchive } = await Promise.all(/* import() */[__webpack_require__.e(7830), __webpack_require__.e(7795), __webpack_require__.e(7006)]).then(__webpack_require__.bind(__webpack_require__, 67006));
        const { signal } = this.#tools;
        const onBlob = this.#supply.arrived.bind(this.#supply);
        const options = { store: this.#store, onBlob, temp: this.#tools.temp, signal };
        const manifest = await takeFromArchive(engine, image.id, platform, options);
        return this.#pack(manifest, [manifest], platform);
    }
    /** The one manifest for all of them. Throws InvalidIndex. */
    assemble(parcels) {
        const { annotations } = this.#plan;
        const children = (0,pipeline_annotations/* annotateChildren */.cG)(parcels.flatMap((parcel) => parcel.children), annotations);
        return (0,image_index/* assembleIndex */.H)(children, { annotations: (0,pipeline_annotations/* annotationsOf */.Ih)(annotations, 'index') });
    }
    /** Throws only the reason of the signal, see `placeManifest`. */
    place(manifest, parcels) {
        const { tags, untagged, overwrite } = this.#plan;
        const { client, log, clock, signal } = this.#tools;
        const manifests = parcels.flatMap((parcel) => parcel.manifests);
        const bring = (to) => this.#supply.bring(manifests, to);
        return (0,place_manifest/* placeManifest */.x)({ manifest, bring, tags, untagged }, { client, overwrite, log, clock, signal });
    }
    async [Symbol.asyncDispose]() {
        await this.#relay[Symbol.asyncDispose]();
        this.#tools.remove();
    }
    /** What came out of an engine, with the platform that its config says, and annotated as the author wants it. */
    async #pack(top, all, platform) {
        if (!(0,image_manifest/* isIndexType */.$U)(top.mediaType)) {
            const config = await this.#supply.read((0,image_manifest/* partsOf */.CI)(top).config);
            const plain = (0,describe_image/* describeManifest */.F)(top, config);
            checkPlatform(platform, plain);
            const manifest = (0,image_manifest/* withAnnotations */.nB)(top, (0,pipeline_annotations/* annotationsOf */.Ih)(this.#plan.annotations, 'manifest', plain.platform));
            return { top: manifest, children: [(0,describe_image/* describeManifest */.F)(manifest, config)], manifests: [manifest] };
        }
        const children = (0,image_manifest/* childrenOf */.LU)(top).manifests;
        const images = children.filter((child) => (0,image_manifest/* attestedBy */.W_)(child) === undefined);
        for (const child of images)
            checkPlatform(platform, child);
        const kept = new Set(children.map(({ digest }) => digest));
        return { top, children, manifests: all.filter(({ digest }) => kept.has(digest)) };
    }
}
function checkPlatform(asked, { platform }) {
    if (asked === undefined || (platform !== undefined && (0,registry_platform/* matchesPlatform */.pC)(asked, platform)))
        return;
    const got = platform === undefined ? 'an unknown platform' : (0,registry_platform/* formatPlatform */.Bq)(platform);
    throw new errors/* WrongPlatform */.vV('image', (0,registry_platform/* formatPlatform */.Bq)(asked), got, 'Check any --platform in the Dockerfile, and its bases');
}

;// CONCATENATED MODULE: ./build/pipeline/own-push.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});



/** Throws PublishFailed with the outcome of each reference, when one of them failed. */
async function pushOurselves(engine, { inputs, obtained, outcome, platform }, tools) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const delivery = __addDisposableResource(env_1, await openDelivery(inputs, tools), true);
        const parcel = await delivery.take(engine, obtained.image, { slot: 'image', platform });
        const placed = await delivery.place(parcel.top, [parcel]);
        const { mediaType, digest, bytes } = parcel.top;
        const descriptor = { mediaType, digest, size: bytes.length };
        const whole = placed.failed.length === 0 && { digest, descriptor };
        tellPlaced(placed, { digest, tags: inputs.tags }, { log: tools.log, tell: (known) => outcome.tell({ ...known, ...whole }) });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** Tells what came of it. Throws PublishFailed. */
function tellPlaced({ pushed, repositories, failed }, { digest, tags }, { log, tell }) {
    // Without a tag, a repository has the image all the same.
    const isTagged = ({ registry, path }) => tags.some((tag) => tag.registry === registry && tag.path === path);
    const untagged = repositories.filter((repository) => !isTagged(repository));
    const imageRefs = [...pushed, ...untagged].map((reference) => (0,registry_reference/* formatFamiliar */.LF)({ ...reference, digest }));
    for (const repository of untagged)
        log.info(`Published ${(0,registry_reference/* formatFamiliar */.LF)({ ...repository, digest })}, without a tag`);
    tell({
        imageRefs,
        pushed: pushed.map(registry_reference/* formatFamiliar */.LF),
        failed: failed.map(({ reference }) => reference),
        repositories,
    });
    if (failed.length > 0)
        throw new errors/* PublishFailed */.bH(imageRefs, failed);
}
/** With a directory of its own for what passes through. */
async function openDelivery({ tags, untagged, annotations, overwrite }, tools) {
    const { log, clock, random, signal, noteName, onSecret, makeTemporary } = tools;
    const temporary = makeTemporary();
    try {
        const { path: temp, remove } = temporary;
        const client = await tools.client();
        const plan = { tags: untagged.length > 0 ? [] : tags, untagged, annotations, overwrite };
        return await Delivery.open(plan, { client, temp, remove, log, clock, random, signal, noteName, onSecret });
    }
    catch (error) {
        temporary.remove();
        throw error;
    }
}


/***/ }),

/***/ 80475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ BlobStore)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/**
 * Blobs on disk on their way to registries, so that each can be sent as often as it takes, to as many places as there are.
 * Whoever gives the directory also removes it.
 */




class BlobStore {
    #directory;
    #blobs = new Map();
    #count = 0;
    /** `directory` is nobody else's. */
    constructor(directory) {
        this.#directory = directory;
    }
    get(digest) {
        return this.#blobs.get(digest);
    }
    async begin() {
        this.#count += 1;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.#directory, `incoming-${this.#count}`);
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path, 'wx', 0o600);
        return new Incoming(path, file, (digest, size) => this.#keep(path, digest, size));
    }
    async #keep(path, digest, size) {
        const known = this.#blobs.get(digest);
        if (known !== undefined) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(path, { force: true });
            return known;
        }
        const place = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.#directory, digest.slice('sha256:'.length));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(path, place);
        const blob = {
            digest,
            size,
            open: (from) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(place, { start: from, highWaterMark: 256 * 1024 }),
        };
        this.#blobs.set(digest, blob);
        return blob;
    }
}
class Incoming {
    #path;
    #file;
    #keep;
    #hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    #size = 0;
    constructor(path, file, keep) {
        this.#path = path;
        this.#file = file;
        this.#keep = keep;
    }
    get size() {
        return this.#size;
    }
    async write(chunk) {
        this.#hash.update(chunk);
        this.#size += chunk.length;
        await this.#file.writeFile(chunk);
    }
    async finish(expected) {
        await this.#file.close();
        if (this.#digest() === expected)
            return this.#keep(expected, this.#size);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(this.#path, { force: true });
        return undefined;
    }
    async finishUnnamed() {
        await this.#file.close();
        return this.#keep(this.#digest(), this.#size);
    }
    async discard() {
        await this.#file.close();
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(this.#path, { force: true });
    }
    #digest() {
        return `sha256:${this.#hash.digest('hex')}`;
    }
}


/***/ }),

/***/ 62071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ startRelay)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96192);
/* harmony import */ var _loopback_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64009);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9329);
/**
 * A registry on the loopback of this machine that an engine can push to, and that keeps what it gets for us: blobs on
 * disk, manifests in memory. So the engine never sees the credentials of the real registries, no tag is needed there, and
 * whatever goes wrong on the way there is ours to try again. Serves what engines use of the OCI distribution-spec
 * ("Push"); the sequences were measured on Docker 20.10, on 28 with both image stores, and on Podman 4.
 */





/** For a blob that another build was told to upload. */
const PATIENCE_MS = 60_000;
const MANIFEST_LIMIT = 8 * 1024 * 1024;
/** The one form that Podman falls back to, and nobody wants. */
const SCHEMA_1 = /vnd\.docker\.distribution\.manifest\.v1\+/;
/** Listens on a port of its own until it is disposed of. */
async function startRelay(options) {
    const service = new RelayService(options);
    const loopback = await (0,_loopback_js__WEBPACK_IMPORTED_MODULE_3__/* .listenOnLoopback */ .c)((request, response) => service.serve(request, response));
    return {
        host: loopback.host,
        repository: (slot) => `${service.nonce}/${slot}`,
        openRepository: (slot) => `${service.openNonce}/${slot}`,
        openNonce: service.openNonce,
        username: USERNAME,
        password: service.password,
        get visits() {
            return service.visits;
        },
        received: (slot) => ({ manifests: service.manifests.get(slot) ?? [], top: service.tagged.get(slot) }),
        [Symbol.asyncDispose]: () => loopback[Symbol.asyncDispose](),
    };
}
const USERNAME = 'stowage';
class Refused extends Error {
    status;
    code;
    constructor(status, code, message) {
        super(message);
        this.status = status;
        this.code = code;
    }
}
class RelayService {
    /** Begins every repository; nobody who does not know it gets anywhere. */
    nonce = newNonce();
    /** The same for those that ask for no login. */
    openNonce = newNonce();
    password = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(24).toString('hex');
    manifests = new Map();
    tagged = new Map();
    visits = 0;
    #options;
    #uploads = new Map();
    /**
     * Blobs that a builder was told to upload, by digest. BuildKit asks for each and uploads at once what is not there, so
     * platforms that share a layer would send it several times.
     */
    #coming = new Map();
    #authorization;
    constructor(options) {
        this.#options = options;
        this.#authorization = `Basic ${Buffer.from(`${USERNAME}:${this.password}`).toString('base64')}`;
    }
    serve(request, response) {
        this.visits += 1;
        this.#answer(request, response).catch((error) => {
            const { status, code } = error instanceof Refused ? error : { status: 500, code: 'UNKNOWN' };
            const message = error instanceof Error ? error.message : 'unknown';
            if (!response.headersSent)
                response.writeHead(status, { 'content-type': 'application/json', ...(status === 401 && CHALLENGE) });
            response.end(JSON.stringify({ errors: [{ code, message }] }));
            request.resume();
        });
    }
    async #answer(request, response) {
        const { method = '' } = request;
        const url = new URL(request.url ?? '', 'http://relay');
        const [, nonce, slot = '', kind, rest = ''] = /^\/v2\/([a-z0-9]+)\/([a-z0-9]+)\/(manifests|blobs\/uploads|blobs)\/(.*)$/.exec(url.pathname) ?? [];
        const isOpen = nonce !== undefined && isSame(nonce, this.openNonce);
        if (!isOpen)
            this.#admit(request);
        if (url.pathname === '/v2/' || url.pathname === '/v2')
            return void end(response, 200);
        if (!isOpen && nonce !== this.nonce)
            throw new Refused(404, 'NAME_UNKNOWN', 'there is no such repository here');
        const place = { root: `/v2/${nonce}/${slot}`, isOpen };
        if (kind === 'manifests')
            return this.#manifest(slot, rest, { request, response, method });
        if (kind === 'blobs')
            return this.#blob(rest, isOpen, { request, response, method });
        return this.#upload(place, rest, url.searchParams, { request, response, method });
    }
    #admit({ headers }) {
        if (!isSame(headers.authorization ?? '', this.#authorization))
            throw new Refused(401, 'UNAUTHORIZED', 'a login is needed');
    }
    async #manifest(slot, reference, { request, response, method }) {
        if (method === 'PUT')
            return this.#takeManifest(slot, reference, { request, response, method });
        // A tag is never there, so that the engine pushes.
        const found = this.manifests.get(slot)?.find(({ digest }) => digest === reference);
        if (found === undefined)
            throw new Refused(404, 'MANIFEST_UNKNOWN', 'there is no such manifest here');
        const headers = { 'content-type': found.mediaType, 'docker-content-digest': found.digest };
        response.writeHead(200, { ...headers, 'content-length': found.bytes.length });
        response.end(method === 'HEAD' ? undefined : found.bytes);
    }
    async #takeManifest(slot, reference, { request, response }) {
        const type = request.headers['content-type'] ?? '';
        if (SCHEMA_1.test(type))
            throw new Refused(400, 'MANIFEST_INVALID', 'manifests of schema 1 are not taken');
        const bytes = await readAll(request, MANIFEST_LIMIT);
        const digest = (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(bytes);
        if ((0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(reference) && reference !== digest)
            throw new Refused(400, 'DIGEST_INVALID', `the manifest has digest ${digest}`);
        const media = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .manifestMediaType */ .gp)(type, bytes);
        if (media.kind === 'bad')
            throw new Refused(400, 'MANIFEST_INVALID', `${media.reason}; wanted: ${_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .MANIFEST_TYPES */ ._P.join()}`);
        const list = this.manifests.get(slot) ?? [];
        const manifest = { digest, mediaType: media.value, bytes };
        if (!list.some((known) => known.digest === digest))
            list.push(manifest);
        if (!(0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(reference))
            this.tagged.set(slot, manifest);
        this.manifests.set(slot, list);
        end(response, 201, { 'docker-content-digest': digest, location: `${request.url}` });
    }
    async #blob(digest, isOpen, { response, method }) {
        if (!(0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(digest))
            throw new Refused(400, 'DIGEST_INVALID', 'that is no digest');
        let size = await this.#sizeOf(digest);
        const coming = this.#coming.get(digest);
        if (size === undefined && isOpen && coming !== undefined) {
            await Promise.race([coming.promise, (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(PATIENCE_MS, undefined, { ref: false })]);
            size = await this.#sizeOf(digest);
        }
        else if (size === undefined && isOpen)
            this.#coming.set(digest, Promise.withResolvers());
        if (method !== 'HEAD' || size === undefined)
            throw new Refused(404, 'BLOB_UNKNOWN', 'there is no such blob here');
        const type = { 'content-type': 'application/octet-stream' };
        response.writeHead(200, { ...type, 'content-length': size, 'docker-content-digest': digest }).end();
    }
    async #sizeOf(digest) {
        return this.#options.store.get(digest)?.size ?? (await this.#options.sizeElsewhere(digest));
    }
    async #upload({ root, isOpen }, id, query, exchange) {
        const { request, response, method } = exchange;
        if (method === 'POST')
            return this.#begin(root, query, response);
        const upload = this.#uploads.get(id);
        if (upload === undefined)
            throw new Refused(404, 'BLOB_UPLOAD_UNKNOWN', 'there is no such upload here');
        const location = `${root}/blobs/uploads/${id}`;
        const where = () => ({ location, range: `0-${Math.max(0, upload.size - 1)}`, 'docker-upload-uuid': id });
        switch (method) {
            case 'GET':
                return end(response, 204, where());
            case 'DELETE':
                this.#uploads.delete(id);
                await upload.discard();
                return end(response, 204);
            case 'PATCH':
                await this.#append(id, upload, request);
                return end(response, 202, where());
            case 'PUT': {
                const digest = query.get('digest') ?? '';
                const blob = await this.#finish(id, upload, { request, digest }).finally(() => this.#settle(digest));
                if (blob === undefined)
                    throw new Refused(400, 'DIGEST_INVALID', 'the blob has another digest');
                if (!isOpen)
                    this.#options.onBlob(blob);
                const headers = { location: `${root}/blobs/${digest}`, 'docker-content-digest': digest };
                return end(response, 201, headers);
            }
            default:
                throw new Refused(405, 'UNSUPPORTED', 'that is not done here');
        }
    }
    async #finish(id, upload, { request, digest }) {
        await this.#append(id, upload, request);
        this.#uploads.delete(id);
        return (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(digest) ? upload.finish(digest) : undefined;
    }
    /** Whether it is here now or not, nobody is to wait for it any longer. */
    #settle(digest) {
        this.#coming.get(digest)?.resolve();
        this.#coming.delete(digest);
    }
    async #begin(root, query, response) {
        const wanted = query.get('mount') ?? '';
        // A mount from wherever is as good as a blob that is here; from where does not matter, as engines mix up hosts.
        if (this.#options.store.get(wanted) !== undefined) {
            const headers = { location: `${root}/blobs/${wanted}`, 'docker-content-digest': wanted };
            return end(response, 201, headers);
        }
        const id = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('hex');
        this.#uploads.set(id, await this.#options.store.begin());
        end(response, 202, { location: `${root}/blobs/uploads/${id}`, range: '0-0', 'docker-upload-uuid': id });
    }
    /** A connection that is cut takes the upload with it: the engine begins a new one. */
    async #append(id, upload, request) {
        try {
            for await (const chunk of request)
                await upload.write(chunk);
        }
        catch (error) {
            if (this.#uploads.delete(id))
                await upload.discard();
            throw error;
        }
    }
}
function newNonce() {
    return `n${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('hex')}`;
}
/** In a time that tells nothing of the secret. */
function isSame(given, secret) {
    const [a, b] = [Buffer.from(given), Buffer.from(secret)];
    return a.length === b.length && (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(a, b);
}
const CHALLENGE = { 'www-authenticate': 'Basic realm="stowage"' };
function end(response, status, headers = {}) {
    response
        .writeHead(status, { 'docker-distribution-api-version': 'registry/2.0', 'content-length': 0, ...headers })
        .end();
}
async function readAll(request, limit) {
    const chunks = [];
    let length = 0;
    for await (const chunk of request) {
        length += chunk.length;
        if (length > limit)
            throw new Refused(413, 'MANIFEST_INVALID', `it is longer than ${limit} bytes`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}


/***/ })

};
