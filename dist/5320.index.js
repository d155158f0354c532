export const id = 5320;
export const ids = [5320];
export const modules = {

/***/ 1126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KeptLayers: () => (/* binding */ KeptLayers)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _cache_entry_store_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8717);
/* harmony import */ var _cache_layers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85674);
/**
 * What the builds of one step have kept, so that a cache under one name holds the layers of all platforms: each that is
 * ready writes its own together with those of the ones before it.
 */



class KeptLayers {
    #parts = [];
    #held = new AsyncDisposableStack();
    #turn = Promise.resolve();
    /** Writes layers together with those before them, one writer after the other. Throws what `write` throws. */
    async add(layers, { makeTemporary }, write) {
        const writing = this.#turn.then(async () => {
            if (!this.#parts.includes(layers))
                this.#parts.push(layers);
            const [first, ...others] = this.#parts;
            if (others.length === 0)
                return write(first);
            const temporary = makeTemporary();
            try {
                await write(await (0,_cache_layers_js__WEBPACK_IMPORTED_MODULE_1__/* .joinLayers */ .dj)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(temporary.path, _cache_entry_store_js__WEBPACK_IMPORTED_MODULE_2__/* .DIRECTORY */ .M), [first, ...others]));
            }
            finally {
                temporary.remove();
            }
        });
        this.#turn = writing.catch(() => { });
        return writing;
    }
    /** Calls it once nobody needs the layers any more. */
    defer(remove) {
        this.#held.defer(remove);
    }
    [Symbol.asyncDispose]() {
        return this.#held.disposeAsync();
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
