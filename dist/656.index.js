export const id = 656;
export const ids = [656,329,100];
export const modules = {

/***/ 8572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readRemovals),
/* harmony export */   v: () => (/* binding */ deleteImage)
/* harmony export */ });
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(347);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9665);
/* harmony import */ var _parameters_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9623);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7788);
/** `DELETE /images/{name}` (Engine API v1.51 "ImageDelete"). */




const ENDPOINT = 'DELETE /images/{name}';
const LIMIT_MS = 10 * 60_000;
/**
 * A name with other names beside it is only taken away. Throws EngineError: 404 for an unknown image, 409 for one in
 * use.
 */
async function deleteImage(engine, name, options) {
    const { force, noPrune, platforms = [], signal } = options;
    const given = { noprune: noPrune || undefined, platforms: platforms.length > 0 ? platforms : undefined };
    (0,_parameters_js__WEBPACK_IMPORTED_MODULE_0__/* .admit */ .w4)(engine, ENDPOINT, given, name);
    const { json } = await engine.transport.json({
        method: 'DELETE',
        path: `/images/${(0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeName */ .aA)(name)}`,
        endpoint: ENDPOINT,
        subject: name,
        query: {
            force: force ? '1' : undefined,
            noprune: noPrune ? '1' : undefined,
            platforms: platforms.map((platform) => (0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .encodePlatform */ .A)(platform) ?? ''),
        },
        limitMs: LIMIT_MS,
        signal,
    });
    return readRemovals(json);
}
/** The list that delete and prune answer with. */
function readRemovals(value) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .itemsOf */ .S3)(value).flatMap((item) => {
        const removal = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asObject */ .eB)(item);
        const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)(removal, 'Untagged'));
        if (name !== '')
            return [{ kind: 'untagged', name }];
        const id = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .imageIdOf */ .CR)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)(removal, 'Deleted'));
        return id === undefined ? [] : [{ kind: 'deleted', id }];
    });
}


/***/ }),

/***/ 3656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ openDelivery),
  pushOurselves: () => (/* binding */ pushOurselves),
  h: () => (/* binding */ tellPlaced)
});

// EXTERNAL MODULE: ./build/registry/reference.js
var registry_reference = __webpack_require__(6247);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/registry/blob-store.js
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
        const path = (0,external_node_path_.join)(this.#directory, `incoming-${this.#count}`);
        const file = await (0,promises_.open)(path, 'wx', 0o600);
        return new Incoming(path, file, (digest, size) => this.#keep(path, digest, size));
    }
    async #keep(path, digest, size) {
        const known = this.#blobs.get(digest);
        if (known !== undefined) {
            await (0,promises_.rm)(path, { force: true });
            return known;
        }
        const place = (0,external_node_path_.join)(this.#directory, digest.slice('sha256:'.length));
        await (0,promises_.rename)(path, place);
        const blob = {
            digest,
            size,
            open: (from) => (0,external_node_fs_.createReadStream)(place, { start: from, highWaterMark: 256 * 1024 }),
        };
        this.#blobs.set(digest, blob);
        return blob;
    }
}
class Incoming {
    #path;
    #file;
    #keep;
    #hash = (0,external_node_crypto_.createHash)('sha256');
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
        await (0,promises_.rm)(this.#path, { force: true });
        return undefined;
    }
    async finishUnnamed() {
        await this.#file.close();
        return this.#keep(this.#digest(), this.#size);
    }
    async discard() {
        await this.#file.close();
        await (0,promises_.rm)(this.#path, { force: true });
    }
    #digest() {
        return `sha256:${this.#hash.digest('hex')}`;
    }
}

// EXTERNAL MODULE: ./build/registry/digest.js
var registry_digest = __webpack_require__(6192);
// EXTERNAL MODULE: ./build/registry/errors.js
var errors = __webpack_require__(7375);
;// CONCATENATED MODULE: ./build/registry/blob.js
/** Reading blobs: layers and configs. OCI distribution-spec, "Pulling blobs". Writing them is upload.ts. */




/** Whether the repository has the blob. Throws RegistryError. */
async function hasBlob(client, repository, digest, options = {}) {
    return (await findBlob(client, repository, digest, options)) !== undefined;
}
/** Its size, where the registry says it; undefined when the repository does not have it. Throws RegistryError. */
function findBlob(client, repository, digest, options = {}) {
    // Whoever looks is about to write, and one login does for both.
    const call = { ...blobCall('HEAD', repository, digest), expect: [404], actions: 'pull,push' };
    return client.request(repository, call, options, async (answer) => {
        await answer.discard();
        if (answer.status === 404)
            return undefined;
        const size = Number(answer.header('content-length')[0] ?? Number.NaN);
        return { size: Number.isSafeInteger(size) ? size : undefined };
    });
}
/** A small blob as a whole, its hash checked. Throws RegistryError, with code DIGEST_MISMATCH for other bytes. */
function blob_readBlob(client, repository, { digest, size }, options = {}) {
    return client.request(repository, blobCall('GET', repository, digest), options, async (answer) => {
        const bytes = await answer.read(size);
        checkDigest((0,registry_digest.digestOf)(bytes), digest, repository);
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
            for await (const chunk of blob_openBlob(client, repository, digest, { from: at, signal })) {
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
async function* blob_openBlob(client, repository, digest, { from, signal }) {
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
        throw error instanceof errors/* RegistryError */.gl ? error.during(call.what, repository.path) : error;
    }
}
function blobCall(method, repository, digest) {
    const [verb, link] = method === 'HEAD' ? ['look for', 'in'] : ['read', 'of'];
    const what = `${verb} blob ${digest.slice(0, 19)} ${link} ${(0,registry_reference/* familiarRepository */.Yu)(repository)}`;
    return { method, path: ['blobs', digest], what, actions: 'pull' };
}
function checkDigest(got, digest, { registry, path }) {
    if (got === digest)
        return;
    throw new errors/* RegistryError */.gl(`the bytes received have digest ${got}, not ${digest}`, {
        status: 200,
        code: 'DIGEST_MISMATCH',
        host: registry,
        repository: path,
        hint: 'something between here and the registry changed or mixed up the answer; do not use this image',
    });
}

// EXTERNAL MODULE: ./build/registry/descriptor.js
var descriptor = __webpack_require__(9725);
// EXTERNAL MODULE: ./build/registry/image-manifest.js
var image_manifest = __webpack_require__(7757);
// EXTERNAL MODULE: ./build/registry/manifest.js
var registry_manifest = __webpack_require__(9329);
;// CONCATENATED MODULE: ./build/registry/describe-image.js
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
    const platform = (0,descriptor/* readPlatform */.Kd)(parse(config));
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

// EXTERNAL MODULE: ./build/registry/image-index.js
var image_index = __webpack_require__(4801);
// EXTERNAL MODULE: ./build/registry/platform.js
var registry_platform = __webpack_require__(7891);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./build/registry/relay.js
/**
 * A registry on the loopback of this machine that an engine can push to, and that keeps what it gets for us: blobs on
 * disk, manifests in memory. So the engine never sees the credentials of the real registries, no tag is needed there, and
 * whatever goes wrong on the way there is ours to try again. Serves what engines use of the OCI distribution-spec
 * ("Push"); the sequences were measured on Docker 20.10, on 28 with both image stores, and on Podman 4.
 */




const MANIFEST_LIMIT = 8 * 1024 * 1024;
/** The one form that Podman falls back to, and nobody wants. */
const SCHEMA_1 = /vnd\.docker\.distribution\.manifest\.v1\+/;
/** Listens on a port of its own until it is disposed of. */
async function startRelay(options) {
    const service = new RelayService(options);
    const server = (0,external_node_http_.createServer)((request, response) => service.serve(request, response));
    // Engines keep connections for as long as a build takes, and stop for minutes while they compress.
    server.requestTimeout = 0;
    server.keepAliveTimeout = 600_000;
    const sockets = new Set();
    server.on('connection', (socket) => {
        sockets.add(socket);
        socket.on('close', () => sockets.delete(socket)).on('error', () => { });
    });
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, '127.0.0.1', resolve);
    });
    return {
        host: `127.0.0.1:${server.address().port}`,
        repository: (slot) => `${service.nonce}/${slot}`,
        username: USERNAME,
        password: service.password,
        get visits() {
            return service.visits;
        },
        received: (slot) => ({ manifests: service.manifests.get(slot) ?? [], top: service.tagged.get(slot) }),
        [Symbol.asyncDispose]: async () => {
            for (const socket of sockets)
                socket.destroy();
            await new Promise((resolve) => server.close(resolve));
        },
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
    nonce = `n${(0,external_node_crypto_.randomBytes)(16).toString('hex')}`;
    password = (0,external_node_crypto_.randomBytes)(24).toString('hex');
    manifests = new Map();
    tagged = new Map();
    visits = 0;
    #options;
    #uploads = new Map();
    #authorization;
    constructor(options) {
        this.#options = options;
        this.#authorization = Buffer.from(`Basic ${Buffer.from(`${USERNAME}:${this.password}`).toString('base64')}`);
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
        this.#admit(request);
        const { method = '' } = request;
        const url = new URL(request.url ?? '', 'http://relay');
        if (url.pathname === '/v2/' || url.pathname === '/v2')
            return void end(response, 200);
        const [, nonce, slot = '', kind, rest = ''] = /^\/v2\/([a-z0-9]+)\/([a-z0-9]+)\/(manifests|blobs\/uploads|blobs)\/(.*)$/.exec(url.pathname) ?? [];
        if (nonce !== this.nonce)
            throw new Refused(404, 'NAME_UNKNOWN', 'there is no such repository here');
        if (kind === 'manifests')
            return this.#manifest(slot, rest, { request, response, method });
        if (kind === 'blobs')
            return this.#blob(rest, { request, response, method });
        return this.#upload(slot, rest, url.searchParams, { request, response, method });
    }
    #admit({ headers }) {
        const given = Buffer.from(headers.authorization ?? '');
        const isRight = given.length === this.#authorization.length && (0,external_node_crypto_.timingSafeEqual)(given, this.#authorization);
        if (!isRight)
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
        const digest = (0,registry_digest.digestOf)(bytes);
        if ((0,registry_digest.isDigest)(reference) && reference !== digest)
            throw new Refused(400, 'DIGEST_INVALID', `the manifest has digest ${digest}`);
        const media = (0,registry_manifest.manifestMediaType)(type, bytes);
        if (media.kind === 'bad')
            throw new Refused(400, 'MANIFEST_INVALID', `${media.reason}; wanted: ${registry_manifest.MANIFEST_TYPES.join()}`);
        const list = this.manifests.get(slot) ?? [];
        const manifest = { digest, mediaType: media.value, bytes };
        if (!list.some((known) => known.digest === digest))
            list.push(manifest);
        if (!(0,registry_digest.isDigest)(reference))
            this.tagged.set(slot, manifest);
        this.manifests.set(slot, list);
        end(response, 201, { 'docker-content-digest': digest, location: `${request.url}` });
    }
    async #blob(digest, { response, method }) {
        if (!(0,registry_digest.isDigest)(digest))
            throw new Refused(400, 'DIGEST_INVALID', 'that is no digest');
        const size = this.#options.store.get(digest)?.size ?? (await this.#options.sizeElsewhere(digest));
        if (method !== 'HEAD' || size === undefined)
            throw new Refused(404, 'BLOB_UNKNOWN', 'there is no such blob here');
        const type = { 'content-type': 'application/octet-stream' };
        response.writeHead(200, { ...type, 'content-length': size, 'docker-content-digest': digest }).end();
    }
    async #upload(slot, id, query, exchange) {
        const { request, response, method } = exchange;
        const place = (upload) => `/v2/${this.nonce}/${slot}/blobs/uploads/${upload}`;
        if (method === 'POST')
            return this.#begin(slot, query, place, response);
        const upload = this.#uploads.get(id);
        if (upload === undefined)
            throw new Refused(404, 'BLOB_UPLOAD_UNKNOWN', 'there is no such upload here');
        const where = () => ({ location: place(id), range: `0-${Math.max(0, upload.size - 1)}`, 'docker-upload-uuid': id });
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
                await this.#append(id, upload, request);
                this.#uploads.delete(id);
                const digest = query.get('digest') ?? '';
                const blob = (0,registry_digest.isDigest)(digest) ? await upload.finish(digest) : undefined;
                if (blob === undefined)
                    throw new Refused(400, 'DIGEST_INVALID', 'the blob has another digest');
                this.#options.onBlob(blob);
                const headers = { location: `/v2/${this.nonce}/${slot}/blobs/${digest}`, 'docker-content-digest': digest };
                return end(response, 201, headers);
            }
            default:
                throw new Refused(405, 'UNSUPPORTED', 'that is not done here');
        }
    }
    async #begin(slot, query, place, response) {
        const wanted = query.get('mount') ?? '';
        // A mount from wherever is as good as a blob that is here; from where does not matter, as engines mix up hosts.
        if (this.#options.store.get(wanted) !== undefined) {
            const headers = { location: `/v2/${this.nonce}/${slot}/blobs/${wanted}`, 'docker-content-digest': wanted };
            return end(response, 201, headers);
        }
        const id = (0,external_node_crypto_.randomBytes)(16).toString('hex');
        this.#uploads.set(id, await this.#options.store.begin());
        end(response, 202, { location: place(id), range: '0-0', 'docker-upload-uuid': id });
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

// EXTERNAL MODULE: ./build/pipeline/annotations.js
var pipeline_annotations = __webpack_require__(2257);
// EXTERNAL MODULE: ./build/pipeline/errors.js
var pipeline_errors = __webpack_require__(9032);
// EXTERNAL MODULE: ./build/pipeline/place-manifest.js
var place_manifest = __webpack_require__(1356);
// EXTERNAL MODULE: ./build/pipeline/relay-push.js + 1 modules
var relay_push = __webpack_require__(7100);
// EXTERNAL MODULE: ./build/registry/origin.js
var origin = __webpack_require__(7182);
;// CONCATENATED MODULE: ./build/registry/upload.js
/**
 * Writing blobs (OCI distribution-spec, "Pushing blobs"): not what is there, by mount where another repository of the
 * registry has it, else in one piece; after a fault from where the registry got to, and in pieces where it takes no large
 * ones.
 */





const PIECE_BYTES = 32 * 1024 * 1024;
/** How often an upload whose place was lost is looked up again, without that being a fault. */
const MOST_LOOKS = 3;
/**
 * Puts a blob into a repository. Throws RegistryError, with code DIGEST_MISMATCH when the source gives other bytes, or
 * what the source throws.
 */
async function upload_putBlob(client, repository, blob, options = {}) {
    if (await hasBlob(client, repository, blob.digest, options))
        return 'there';
    const upload = new Upload(client, repository, blob, options);
    const { mountFrom } = options;
    if (mountFrom !== undefined && mountFrom !== repository.path && (await upload.mount(mountFrom)))
        return 'mounted';
    await upload.send();
    return 'sent';
}
class Upload {
    #client;
    #repository;
    #blob;
    #options;
    #what;
    #checked;
    #place;
    #inPieces = false;
    constructor(client, repository, blob, options) {
        this.#client = client;
        this.#repository = repository;
        this.#blob = blob;
        this.#options = options;
        this.#what = `upload blob ${blob.digest.slice(0, 19)} to ${(0,registry_reference/* familiarRepository */.Yu)(repository)}`;
        this.#checked = new CheckedSource(blob, repository, options.onSent);
    }
    /** Whether that was possible. A registry that cannot begins an upload instead, which `send` then goes on with. */
    async mount(from) {
        const query = { mount: this.#blob.digest, from };
        try {
            return await this.#client.retrying(this.#what, () => this.#call({ method: 'POST', path: ['blobs', 'uploads', ''], query, readsFrom: from }, async (answer) => {
                await answer.discard();
                if (answer.status === 201)
                    return true;
                this.#place = placeOf(answer, 0);
                return false;
            }), this.#options.signal);
        }
        catch (error) {
            // Mounting only saves time: an account that may not read there can still upload here.
            if (error instanceof errors/* RegistryError */.gl && error.status >= 400 && error.status < 500)
                return false;
            throw error;
        }
    }
    async send() {
        const { signal } = this.#options;
        const failed = this.#client.waitingAfter(this.#what, signal);
        let looks = 0;
        try {
            for (;;) {
                try {
                    this.#place ??= await this.#begin();
                    await this.#sendFrom(this.#place);
                    return;
                }
                catch (error) {
                    const status = error instanceof errors/* RegistryError */.gl ? error.status : undefined;
                    const isTooLarge = status === 413 && !this.#inPieces;
                    if (isTooLarge)
                        this.#inPieces = true;
                    // The place may have been given up (404), or be another one than we believe (416).
                    const isLost = (status === 404 || status === 416) && this.#place !== undefined && looks < MOST_LOOKS;
                    if (isLost)
                        looks += 1;
                    if (!isTooLarge && !isLost)
                        await failed(error);
                    // The answer alone may have been lost.
                    if (await hasBlob(this.#client, this.#repository, this.#blob.digest, { signal }))
                        return;
                    this.#place = isTooLarge ? undefined : await this.#look(this.#place);
                }
            }
        }
        catch (error) {
            if (this.#place !== undefined && !signal?.aborted)
                await this.#giveUp(this.#place);
            throw error;
        }
    }
    #begin() {
        return this.#call({ method: 'POST', path: ['blobs', 'uploads', ''], headers: { 'content-length': '0' } }, async (answer) => {
            await answer.discard();
            return placeOf(answer, 0);
        });
    }
    /** In one piece where all is still to be sent, as then one call does it. */
    async #sendFrom(place) {
        const { digest, size } = this.#blob;
        if (place.offset === 0 && !this.#inPieces) {
            await this.#call({
                method: 'PUT',
                path: place.url,
                query: { digest },
                headers: { 'content-type': 'application/octet-stream', 'content-length': String(size) },
                body: size === 0 ? new Uint8Array() : () => this.#checked.read(0, size),
                isLong: true,
            }, (answer) => this.#finish(answer));
            return;
        }
        while (place.offset < size) {
            // As far as it got, for whoever looks after a fault.
            this.#place = place = await this.#sendPiece(place);
        }
        const headers = { 'content-length': '0' };
        await this.#call({ method: 'PUT', path: place.url, query: { digest }, headers, isLong: true }, (answer) => this.#finish(answer));
    }
    #sendPiece({ url, offset, least }) {
        const most = this.#inPieces ? Math.max(this.#options.pieceBytes ?? PIECE_BYTES, least) : this.#blob.size;
        const end = Math.min(offset + most, this.#blob.size);
        const headers = {
            'content-type': 'application/octet-stream',
            'content-length': String(end - offset),
            'content-range': `${offset}-${end - 1}`,
        };
        const body = () => this.#checked.read(offset, end);
        return this.#call({ method: 'PATCH', path: url, headers, body, isLong: true }, async (answer) => {
            await answer.discard();
            const place = placeOf(answer, end, least);
            if (place.offset > offset)
                return place;
            throw new errors/* RegistryError */.gl('the registry took nothing of what was sent', { status: 502, host: answer.url.host });
        });
    }
    /** Where the upload stands after a fault; undefined when it has to begin anew. */
    async #look(place) {
        if (place === undefined)
            return undefined;
        try {
            return await this.#call({ method: 'GET', path: place.url }, async (answer) => {
                await answer.discard();
                return placeOf(answer, 0, place.least);
            });
        }
        catch (error) {
            if (error instanceof errors/* RegistryError */.gl)
                return undefined;
            throw error;
        }
    }
    async #giveUp(place) {
        try {
            await this.#call({ method: 'DELETE', path: place.url }, (answer) => answer.discard());
        }
        catch {
            // The registry forgets it by itself after a while.
        }
    }
    async #finish(answer) {
        await answer.discard();
        const [told] = answer.header('docker-content-digest');
        if (told !== undefined && told !== this.#blob.digest)
            throw otherBytes(this.#blob, told, this.#repository);
    }
    #call(call, use) {
        const { signal } = this.#options;
        const options = { ...call, what: this.#what, actions: 'pull,push' };
        return this.#client.call(this.#repository, options, { signal }, use);
    }
}
/** `offset` is what an answer without a range means. */
function placeOf(answer, offset, least = 0) {
    const [location] = answer.header('location');
    if (location === undefined) {
        throw new errors/* RegistryError */.gl('the registry did not say where to upload to', {
            status: answer.status,
            host: answer.url.host,
        });
    }
    const [, last] = /^(?:bytes=)?0-(\d+)$/.exec(answer.header('range')[0] ?? '') ?? [];
    // "0-0" is how registries write that there is nothing.
    const there = last === undefined ? offset : last === '0' ? 0 : Number(last) + 1;
    const told = Number(answer.header('oci-chunk-min-length')[0]);
    return { url: (0,origin/* checkLocation */.c9)(answer.url, location), offset: there, least: told > 0 ? told : least };
}
/** Hashes what passes for the first time, whatever is read again after faults, and withholds the end of wrong bytes. */
class CheckedSource {
    #blob;
    #repository;
    #onSent;
    #hash = (0,external_node_crypto_.createHash)('sha256');
    /** Bytes that were hashed. */
    #hashed = 0;
    #isChecked = false;
    constructor(blob, repository, onSent) {
        this.#blob = blob;
        this.#repository = repository;
        this.#onSent = onSent;
    }
    async *read(from, end) {
        let at = from;
        for await (const chunk of this.#blob.open(from)) {
            const piece = chunk.subarray(0, end - at);
            this.#check(piece, at);
            at += piece.length;
            yield piece;
            this.#onSent?.(piece.length);
            if (at === end)
                return;
        }
        throw otherBytes(this.#blob, `an end after ${at} bytes, not ${end}`, this.#repository);
    }
    #check(piece, at) {
        const isNew = at + piece.length > this.#hashed && at <= this.#hashed;
        if (isNew) {
            this.#hash.update(piece.subarray(this.#hashed - at));
            this.#hashed = at + piece.length;
        }
        if (this.#hashed !== this.#blob.size || this.#isChecked)
            return;
        const got = `sha256:${this.#hash.digest('hex')}`;
        if (got !== this.#blob.digest)
            throw otherBytes(this.#blob, got, this.#repository);
        this.#isChecked = true;
    }
}
function otherBytes({ digest }, got, { registry, path }) {
    return new errors/* RegistryError */.gl(`what was sent has ${got.startsWith('sha256:') ? 'digest ' : ''}${got}, not ${digest}`, {
        status: 0,
        code: 'DIGEST_MISMATCH',
        host: registry,
        repository: path,
        hint: 'the image was damaged on its way here; run the step again',
    });
}

;// CONCATENATED MODULE: ./build/registry/copy.js
/**
 * Brings a manifest with all that belongs to it from one repository to another, byte for byte, so that it keeps its digest:
 * by mounts within a registry, else as streams through here. What is there already stays.
 */




/** At the same time, for one image. */
const BLOBS_AT_ONCE = 4;
/** `from` and `to` are repositories. Throws RegistryError. */
async function copyImage(client, digest, places, options = {}) {
    const [from, to] = [repositoryOf(places.from), repositoryOf(places.to)];
    const { signal } = options;
    if (from.registry === to.registry && from.path === to.path)
        return;
    if ((await findManifest(client, { ...to, digest }, { signal, actions: 'pull,push' })) !== undefined)
        return;
    const manifest = await readManifest(client, { ...from, digest }, { signal });
    if (isIndexType(manifest.mediaType)) {
        for (const child of childrenOf(manifest).manifests)
            await copyImage(client, child.digest, { from, to }, options);
    }
    else
        await copyBlobs(client, manifest, { from, to }, options);
    await putManifest(client, { ...to, digest }, manifest, { signal });
}
async function copyBlobs(client, manifest, { from, to }, { signal, onSent }) {
    const mountFrom = from.registry === to.registry ? from.path : undefined;
    await inParallel(blobsOf(manifest), BLOBS_AT_ONCE, async ({ digest, size }) => {
        const open = (at) => openBlob(client, from, digest, { from: at, signal });
        await putBlob(client, to, { digest, size, open }, { mountFrom, onSent, signal });
    });
}
/** Each once, and without what may be kept elsewhere only (image-spec, "Non-Distributable Layers"). */
function blobsOf(manifest) {
    const { config, layers } = (0,image_manifest/* partsOf */.CI)(manifest);
    const all = [
        config,
        ...layers.filter(({ urls, mediaType }) => urls === undefined || !/nondistributable|foreign/.test(mediaType)),
    ];
    return [...new Map(all.map((blob) => [blob.digest, blob])).values()];
}
/** The first failure is thrown, once nothing is under way any more. */
async function inParallel(items, most, work) {
    const queue = [...items];
    let failure;
    const worker = async () => {
        for (let item = queue.shift(); item !== undefined && failure === undefined; item = queue.shift()) {
            try {
                await work(item);
            }
            catch (error) {
                failure ??= { error };
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
    if (failure !== undefined)
        throw failure.error;
}
function repositoryOf({ registry, path }) {
    return { registry, path };
}

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
        return (await findBlob(client, this.#home, digest, { signal }).catch(() => undefined))?.size;
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
        return blob_readBlob(client, this.#home, blob, { signal });
    }
    /** Manifests by digest, in this order, with their blobs. Throws RegistryError. */
    async bring(manifests, to) {
        const { client, signal } = this.#tools;
        for (const manifest of manifests) {
            if (!(0,image_manifest/* isIndexType */.$U)(manifest.mediaType))
                await inParallel(blobsOf(manifest), SENT_AT_ONCE, (blob) => this.#bringBlob(blob, to));
            await (0,registry_manifest.putManifest)(client, { ...to, digest: manifest.digest }, manifest, { signal });
        }
    }
    async #bringBlob(blob, to) {
        const first = this.#first.get(to.registry) ?? to;
        const source = this.#sourceOf(blob);
        await this.#send(first, source);
        if (first.path === to.path)
            return;
        const { client, signal } = this.#tools;
        await upload_putBlob(client, to, source, { mountFrom: first.path, signal });
    }
    #sourceOf({ digest, size }) {
        const { client, store, signal } = this.#tools;
        const home = this.#home;
        return store.get(digest) ?? { digest, size, open: (from) => blob_openBlob(client, home, digest, { from, signal }) };
    }
    #send(repository, blob) {
        const key = `${repository.registry} ${blob.digest}`;
        const known = this.#sending.get(key);
        if (known !== undefined)
            return known;
        const gate = this.#gates.get(repository.registry) ?? new Gate(SENT_AT_ONCE);
        this.#gates.set(repository.registry, gate);
        const { client, signal } = this.#tools;
        const sending = gate.pass(() => upload_putBlob(client, repository, blob, { signal }));
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
    #reach = new Map();
    constructor(parts, plan, tools) {
        this.#plan = plan;
        this.#tools = tools;
        this.#store = parts.store;
        this.#supply = parts.supply;
        this.#relay = parts.relay;
    }
    static async open(plan, tools) {
        const { client, signal, temp } = tools;
        const store = new BlobStore(temp);
        const supply = new Supply([...plan.tags, ...plan.untagged], { client, store, signal });
        const relay = await startRelay({
            store,
            sizeElsewhere: (digest) => supply.sizeThere(digest),
            onBlob: (blob) => supply.arrived(blob),
        });
        tools.onSecret(relay.password);
        return new Delivery({ store, supply, relay }, plan, tools);
    }
    /** Finds out whether an engine gets here, which may be done while it builds. Never rejects. */
    meet(engine) {
        if (!this.#reach.has(engine))
            this.#reach.set(engine, (0,relay_push/* reaches */.O)(engine, this.#relay, this.#tools.signal).catch(() => false));
    }
    /** `slot` is unlike any other, of lower-case letters and digits. Throws WrongPlatform and what the engine has to say. */
    async take(engine, image, { slot, platform, title = 'the image', }, tools = this.#tools) {
        this.meet(engine);
        const isNear = (await this.#reach.get(engine)) ?? true;
        const job = { ...this.#tools, ...tools };
        const received = isNear ? await (0,relay_push/* pushToRelay */.b)(engine, image.id, { relay: this.#relay, slot, title }, job) : undefined;
        if (received?.top !== undefined)
            return this.#pack(received.top, received.manifests, platform);
        this.#reach.set(engine, Promise.resolve(false));
        job.log.info('The engine does not reach this machine, so the image is taken from the archive that it exports');
        const { takeFromArchive } = await Promise.all(/* import() */[__webpack_require__.e(830), __webpack_require__.e(795), __webpack_require__.e(6)]).then(__webpack_require__.bind(__webpack_require__, 7006));
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
            const plain = describeManifest(top, config);
            checkPlatform(platform, plain);
            const manifest = (0,image_manifest/* withAnnotations */.nB)(top, (0,pipeline_annotations/* annotationsOf */.Ih)(this.#plan.annotations, 'manifest', plain.platform));
            return { top: manifest, children: [describeManifest(manifest, config)], manifests: [manifest] };
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
    throw new pipeline_errors/* WrongPlatform */.vV('image', (0,registry_platform/* formatPlatform */.Bq)(asked), got, 'Check any --platform in the Dockerfile, and its bases');
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
        throw new pipeline_errors/* PublishFailed */.bH(imageRefs, failed);
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

/***/ 1356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ isMutable),
/* harmony export */   x: () => (/* binding */ placeManifest)
/* harmony export */ });
/* harmony import */ var _registry_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7375);
/* harmony import */ var _registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9329);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6247);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9032);
/* harmony import */ var _explain_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9152);





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
    await (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__.putManifest)(client, { ...repository, digest: manifest.digest }, manifest, { signal });
}
/** Throws TagTaken, DigestMismatch, NotInRegistry or RegistryError. */
async function writeTag(manifest, tag, tools) {
    const { client, overwrite, log, signal } = tools;
    const name = (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .formatFamiliar */ .LF)(tag);
    const before = await (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__.findManifest)(client, tag, { signal, actions: 'pull,push' });
    const isSame = before?.digest === manifest.digest;
    if (before !== undefined && !isMutable(tag)) {
        if (overwrite === 'never' || (overwrite === 'same' && !isSame)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagTaken */ .qD(name, before.digest, overwrite);
        }
    }
    // Some registries let a tag be written once only, even with the same content.
    if (!isSame)
        await (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__.putManifest)(client, tag, manifest, { signal });
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

/***/ 7100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ pushToRelay),
  O: () => (/* binding */ reaches),
  release: () => (/* binding */ release)
});

// EXTERNAL MODULE: ./build/engine/delete.js
var engine_delete = __webpack_require__(8572);
// EXTERNAL MODULE: ./build/engine/distribution.js
var distribution = __webpack_require__(7985);
// EXTERNAL MODULE: ./build/engine/errors.js
var errors = __webpack_require__(2952);
// EXTERNAL MODULE: ./build/engine/push.js
var push = __webpack_require__(8455);
// EXTERNAL MODULE: ./build/engine/tag.js
var tag = __webpack_require__(8619);
// EXTERNAL MODULE: ./build/engine/call.js
var call = __webpack_require__(347);
;// CONCATENATED MODULE: ./build/engine/untag.js
/** `POST /libpod/images/{name}/untag` (Podman's own API): takes one name away, and never the image. */


/** For Podman; Docker has no such call, and deletes an image with its last name. Throws EngineError. */
async function untag(engine, target, signal) {
    const subject = (0,tag/* formatTag */._)(target);
    await engine.transport.json({
        method: 'POST',
        path: `/libpod/images/${(0,call/* encodeName */.aA)(subject)}/untag`,
        endpoint: 'POST /libpod/images/{name}/untag',
        subject,
        query: { repo: target.repository, tag: target.tag },
        signal,
    });
}

// EXTERNAL MODULE: ./build/registry/credentials.js
var credentials = __webpack_require__(5760);
// EXTERNAL MODULE: ./build/registry/retry.js
var retry = __webpack_require__(7728);
// EXTERNAL MODULE: ./build/report/push-progress.js
var push_progress = __webpack_require__(3191);
// EXTERNAL MODULE: ./build/pipeline/classify.js
var pipeline_classify = __webpack_require__(8385);
;// CONCATENATED MODULE: ./build/pipeline/relay-push.js
/**
 * Has an engine push an image to the relay on this machine: under a name that is only there for that, with a login that is
 * good for nothing else.
 */










const TAG = 'push';
/** Value of X-Registry-Auth for the relay. */
function authFor({ host, username, password }) {
    return (0,credentials/* encodeRegistryAuth */.yJ)({ kind: 'password', username, password }, host);
}
/** Whether an engine can reach the relay; Podman has no way to tell but a push. */
async function reaches(engine, relay, signal) {
    if (engine.facts.product === 'podman')
        return undefined;
    const before = relay.visits;
    try {
        await (0,distribution/* distribution */.N)(engine, `${relay.host}/${relay.repository('probe')}:${TAG}`, {
            registryAuth: authFor(relay),
            signal,
        });
    }
    catch (error) {
        signal.throwIfAborted();
        // There is nothing under that name, so an error it is in any case.
        if (!(error instanceof errors/* EngineError */.NJ))
            throw error;
    }
    return relay.visits > before;
}
/** Undefined when the engine did not get there. Throws EngineError. */
async function pushToRelay(engine, image, { relay, slot, title }, tools) {
    const { log, clock, random, signal, noteName } = tools;
    const target = { repository: `${relay.host}/${relay.repository(slot)}`, tag: TAG };
    const before = relay.visits;
    noteName((0,tag/* formatTag */._)(target), true);
    await (0,tag/* tag */.T)(engine, image, target, signal);
    try {
        let moved = false;
        const once = async () => {
            moved = false;
            const progress = new push_progress/* PushProgress */.S(log, title, clock);
            const tlsVerify = engine.facts.product === 'podman' ? { tlsVerify: false } : {};
            for await (const event of (0,push/* push */.V)(engine, target, { registryAuth: authFor(relay), ...tlsVerify, signal })) {
                if (event.kind === 'pushed')
                    continue;
                moved ||= event.status === 'Pushed';
                progress.status(event);
            }
            progress.finish();
        };
        const classify = (error) => {
            // Nobody answers there and nobody will.
            if (relay.visits === before)
                return { kind: 'permanent' };
            return (0,pipeline_classify/* classifyTransfer */.S)(error, moved);
        };
        await (0,retry/* retrying */.R$)(once, { what: `push ${title} to this machine`, classify, clock, random, log: log.info, signal });
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof errors/* EngineError */.NJ && relay.visits === before)
            return undefined;
        throw error;
    }
    finally {
        if (!signal.aborted)
            await release(engine, target, tools);
    }
    return relay.received(slot);
}
/** Podman's caches are images without a name, which must stay; Docker's are not, and go with the build cache. */
async function release(engine, target, tools) {
    const name = (0,tag/* formatTag */._)(target);
    try {
        if (engine.facts.product === 'podman')
            await untag(engine, target, tools.signal);
        else
            await (0,engine_delete/* deleteImage */.v)(engine, name, { noPrune: true, signal: tools.signal });
        tools.noteName(name, false);
    }
    catch (error) {
        tools.signal.throwIfAborted();
        if (!(error instanceof errors/* EngineError */.NJ))
            throw error;
        if (error.status !== 404)
            tools.log.warning(`the engine keeps the name ${name}: ${error.reason}`);
    }
}


/***/ }),

/***/ 4801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ assembleIndex)
/* harmony export */ });
/* unused harmony export InvalidIndex */
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6192);
/* harmony import */ var _image_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7757);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7891);



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
    return { mediaType, digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__.digestOf)(bytes), bytes };
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

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MANIFEST_TYPES: () => (/* binding */ MANIFEST_TYPES),
/* harmony export */   deleteManifest: () => (/* binding */ deleteManifest),
/* harmony export */   findManifest: () => (/* binding */ findManifest),
/* harmony export */   manifestMediaType: () => (/* binding */ manifestMediaType),
/* harmony export */   putManifest: () => (/* binding */ putManifest),
/* harmony export */   readManifest: () => (/* binding */ readManifest)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6192);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7375);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6247);
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
        const digest = (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__.digestOf)(bytes);
        const told = answer.header('docker-content-digest').filter(_digest_js__WEBPACK_IMPORTED_MODULE_0__.isDigest);
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
        const isEnough = answer.status !== 405 && (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__.isDigest)(digest) && MANIFEST_TYPES.some((type) => type === mediaType);
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
            const other = answer.header('docker-content-digest').find((told) => (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__.isDigest)(told) && told !== digest);
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
