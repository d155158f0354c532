export const id = 9996;
export const ids = [9996,7100];
export const modules = {

/***/ 38572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readRemovals),
/* harmony export */   v: () => (/* binding */ deleteImage)
/* harmony export */ });
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90347);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19665);
/* harmony import */ var _parameters_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9623);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77788);
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

/***/ 37100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gZ: () => (/* binding */ findRoad),
  bb: () => (/* binding */ pushToRelay),
  release: () => (/* binding */ release)
});

// UNUSED EXPORTS: reaches

// EXTERNAL MODULE: ./build/engine/delete.js
var engine_delete = __webpack_require__(38572);
// EXTERNAL MODULE: ./build/engine/distribution.js
var distribution = __webpack_require__(57985);
// EXTERNAL MODULE: ./build/engine/errors.js
var errors = __webpack_require__(2952);
// EXTERNAL MODULE: ./build/engine/push.js
var push = __webpack_require__(8455);
// EXTERNAL MODULE: ./build/engine/tag.js
var tag = __webpack_require__(48619);
// EXTERNAL MODULE: ./build/engine/call.js
var call = __webpack_require__(90347);
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
var credentials = __webpack_require__(55760);
// EXTERNAL MODULE: ./build/registry/retry.js
var retry = __webpack_require__(67728);
// EXTERNAL MODULE: ./build/report/push-progress.js
var push_progress = __webpack_require__(33191);
// EXTERNAL MODULE: ./build/pipeline/classify.js
var pipeline_classify = __webpack_require__(48385);
;// CONCATENATED MODULE: ./build/pipeline/relay-push.js
/**
 * Has an engine push an image to the relay on this machine: under a name that is only there for that, with a login that is
 * good for nothing else.
 */










const TAG = 'push';
/** Value of X-Registry-Auth. */
function authFor(host, { username, password }) {
    const login = username !== undefined && password !== undefined;
    return (0,credentials/* encodeRegistryAuth */.yJ)(login ? { kind: 'password', username, password } : undefined, host);
}
/** Undefined where an engine cannot reach it. */
async function findRoad(engine, near, signal) {
    const [, here] = near.host.split(':');
    const port = await engine.transport.forward(Number(here), signal);
    if (port === undefined)
        return undefined;
    const host = `127.0.0.1:${port}`;
    const reached = await reaches(engine, near, { host, signal });
    return reached === false ? undefined : { host, isProven: reached === true };
}
/** Whether an engine can reach it; Podman has no way to tell but a push. */
async function reaches(engine, near, { host = near.host, signal }) {
    if (engine.facts.product === 'podman')
        return undefined;
    const before = near.visits;
    try {
        await (0,distribution/* distribution */.N)(engine, `${host}/${near.repository('probe')}:${TAG}`, {
            registryAuth: authFor(host, near),
            signal,
        });
    }
    catch (error) {
        signal.throwIfAborted();
        // There is nothing under that name, so an error it is in any case.
        if (!(error instanceof errors/* EngineError */.NJ))
            throw error;
    }
    return near.visits > before;
}
/** Undefined when the engine did not get there. Throws EngineError. */
async function pushToRelay(engine, image, { relay, host = relay.host, slot, title }, tools) {
    const { log, clock, random, signal, noteName } = tools;
    const target = { repository: `${host}/${relay.repository(slot)}`, tag: TAG };
    const before = relay.visits;
    noteName((0,tag/* formatTag */._)(target), true);
    await (0,tag/* tag */.T)(engine, image, target, signal);
    try {
        let moved = false;
        const once = async () => {
            moved = false;
            const progress = new push_progress/* PushProgress */.S(log, title, clock);
            const tlsVerify = engine.facts.product === 'podman' ? { tlsVerify: false } : {};
            for await (const event of (0,push/* push */.V)(engine, target, { registryAuth: authFor(host, relay), ...tlsVerify, signal })) {
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

/***/ 40781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HN: () => (/* binding */ inParallel),
/* harmony export */   L1: () => (/* binding */ copyImage),
/* harmony export */   OR: () => (/* binding */ blobsOf)
/* harmony export */ });
/* harmony import */ var _blob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10315);
/* harmony import */ var _image_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17757);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9329);
/* harmony import */ var _upload_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32569);
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
    if ((await (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .findManifest */ .J9)(client, { ...to, digest }, { signal, actions: 'pull,push' })) !== undefined)
        return;
    const manifest = await (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__.readManifest)(client, { ...from, digest }, { signal });
    if ((0,_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isIndexType */ .$U)(manifest.mediaType)) {
        for (const child of (0,_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .childrenOf */ .LU)(manifest).manifests)
            await copyImage(client, child.digest, { from, to }, options);
    }
    else
        await copyBlobs(client, manifest, { from, to }, options);
    await (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .putManifest */ .RV)(client, { ...to, digest }, manifest, { signal });
}
async function copyBlobs(client, manifest, { from, to }, { signal, onSent }) {
    const mountFrom = from.registry === to.registry ? from.path : undefined;
    await inParallel(blobsOf(manifest), BLOBS_AT_ONCE, async ({ digest, size }) => {
        const open = (at) => (0,_blob_js__WEBPACK_IMPORTED_MODULE_0__/* .openBlob */ .Ym)(client, from, digest, { from: at, signal });
        await (0,_upload_js__WEBPACK_IMPORTED_MODULE_3__/* .putBlob */ .H)(client, to, { digest, size, open }, { mountFrom, onSent, signal });
    });
}
/** Each once, and without what may be kept elsewhere only (image-spec, "Non-Distributable Layers"). */
function blobsOf(manifest) {
    const { config, layers } = (0,_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .partsOf */ .CI)(manifest);
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


/***/ }),

/***/ 64009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ listenOnLoopback)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/** Servers on a port of their own on this machine, for its engine alone. */

/** Listens until it is disposed of, which cuts every connection. */
async function listenOnLoopback(serve) {
    const server = (0,node_http__WEBPACK_IMPORTED_MODULE_0__.createServer)(serve);
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
        [Symbol.asyncDispose]: async () => {
            for (const socket of sockets)
                socket.destroy();
            await new Promise((resolve) => server.close(resolve));
        },
    };
}


/***/ }),

/***/ 32569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ putBlob)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _blob_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10315);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17375);
/* harmony import */ var _origin_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57182);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26247);
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
async function putBlob(client, repository, blob, options = {}) {
    if (await (0,_blob_js__WEBPACK_IMPORTED_MODULE_1__/* .hasBlob */ .is)(client, repository, blob.digest, options))
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
        this.#what = `upload blob ${blob.digest.slice(0, 19)} to ${(0,_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .familiarRepository */ .Yu)(repository)}`;
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
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl && error.status >= 400 && error.status < 500)
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
                    const status = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl ? error.status : undefined;
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
                    if (await (0,_blob_js__WEBPACK_IMPORTED_MODULE_1__/* .hasBlob */ .is)(this.#client, this.#repository, this.#blob.digest, { signal }))
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
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl('the registry took nothing of what was sent', { status: 502, host: answer.url.host });
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
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl)
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl('the registry did not say where to upload to', {
            status: answer.status,
            host: answer.url.host,
        });
    }
    const [, last] = /^(?:bytes=)?0-(\d+)$/.exec(answer.header('range')[0] ?? '') ?? [];
    // "0-0" is how registries write that there is nothing.
    const there = last === undefined ? offset : last === '0' ? 0 : Number(last) + 1;
    const told = Number(answer.header('oci-chunk-min-length')[0]);
    return { url: (0,_origin_js__WEBPACK_IMPORTED_MODULE_3__/* .checkLocation */ .c9)(answer.url, location), offset: there, least: told > 0 ? told : least };
}
/** Hashes what passes for the first time, whatever is read again after faults, and withholds the end of wrong bytes. */
class CheckedSource {
    #blob;
    #repository;
    #onSent;
    #hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
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
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl(`what was sent has ${got.startsWith('sha256:') ? 'digest ' : ''}${got}, not ${digest}`, {
        status: 0,
        code: 'DIGEST_MISMATCH',
        host: registry,
        repository: path,
        hint: 'the image was damaged on its way here; run the step again',
    });
}


/***/ })

};
