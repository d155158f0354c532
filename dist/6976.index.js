export const id = 6976;
export const ids = [6976];
export const modules = {

/***/ 99977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ asReadable),
/* harmony export */   p: () => (/* binding */ openArchive)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var _checked_tar_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18798);
/* harmony import */ var _compression_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36703);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1650);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25151);
/* harmony import */ var _local_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(31273);
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
/** An archive as a stream for an engine: `POST /images/load`, or `POST /images/create` for a root file system. */






/**
 * The bytes of a tar, or of a directory in the OCI layout as a tar. What is plain on its way out is checked to be a whole
 * tar. The stream fails with ArchiveError when the file is changed or cut meanwhile, and never just ends then.
 */
async function openArchive(path, { decompress = false, signal }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        if (await (0,_local_file_js__WEBPACK_IMPORTED_MODULE_5__/* .isDirectory */ .wd)(path))
            return asReadable((0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .layoutTar */ .M)(path, signal), signal);
        // Looked at now, so that the caller learns here what is wrong with it; opened again when it is read, if ever.
        const file = __addDisposableResource(env_1, await _local_file_js__WEBPACK_IMPORTED_MODULE_5__/* .LocalFile */ .EY.open(path), true);
        if (file.size === 0)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ArchiveError */ .di(`${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(path)} is empty`);
        return asReadable(bytesOf(path, decompress, signal), signal);
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
async function* bytesOf(path, decompress, signal) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const file = __addDisposableResource(env_2, await _local_file_js__WEBPACK_IMPORTED_MODULE_5__/* .LocalFile */ .EY.open(path), true);
        const compression = (0,_compression_js__WEBPACK_IMPORTED_MODULE_2__/* .compressionOf */ .MB)(await file.read(0, _compression_js__WEBPACK_IMPORTED_MODULE_2__/* .TELLING */ .se));
        const stream = file.stream(signal);
        const options = { holds: 'anything', subject: (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(path) };
        if (compression === 'none')
            yield* (0,_checked_tar_js__WEBPACK_IMPORTED_MODULE_1__/* .checkedTar */ .F)(stream, options);
        else if (compression !== 'zstd' && !(compression === 'gzip' && decompress))
            yield* stream;
        else
            yield* (0,_checked_tar_js__WEBPACK_IMPORTED_MODULE_1__/* .checkedTar */ .F)((0,_compression_js__WEBPACK_IMPORTED_MODULE_2__/* .decompressed */ .ji)(stream, (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(path)), options);
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
/** For bodies of requests. */
function asReadable(chunks, signal) {
    return node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(chunks, { objectMode: false, signal });
}


/***/ }),

/***/ 2919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ create)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2952);
/* harmony import */ var _inspect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69175);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(19665);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68111);
/* harmony import */ var _parameters_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9623);
/* harmony import */ var _tag_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48619);
/* harmony import */ var _transfer_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30868);







const ENDPOINT = 'POST /images/create';
/** Throws EngineError; StreamCutShort when the stream ends without its result. */
async function* create(engine, source, options) {
    yield* source.kind === 'pull' ? pull(engine, source, options) : importImage(engine, source, options);
}
async function* pull(engine, source, options) {
    const subject = source.tag.includes(':') ? `${source.repository}@${source.tag}` : (0,_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .formatTag */ ._)(source);
    const chunks = await engine.transport.stream({
        method: 'POST',
        path: '/images/create',
        endpoint: ENDPOINT,
        subject,
        query: { fromImage: source.repository, tag: source.tag, platform: source.platform },
        ...(options.registryAuth !== undefined && { headers: { 'x-registry-auth': options.registryAuth } }),
        signal: options.signal,
        idleLimitMs: _transfer_js__WEBPACK_IMPORTED_MODULE_5__/* .IDLE_LIMIT_MS */ .U,
    });
    let digest;
    let ended = false;
    let last;
    for await (const message of (0,_messages_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeMessages */ .V)(chunks, ENDPOINT, subject)) {
        digest = /^Digest: (sha256:[0-9a-f]{64})$/.exec(message.status ?? '')?.[1] ?? digest;
        ended ||= /^Status: /.test(message.status ?? '');
        last = message;
        yield* (0,_transfer_js__WEBPACK_IMPORTED_MODULE_5__/* .statusOf */ .c)(message);
    }
    if (!ended && engine.facts.product === 'podman')
        ended = await isPulled(engine, subject, last, options.signal);
    if (!ended)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StreamCutShort */ .NR('the pull ended without saying that the image is there', {
            status: 0,
            endpoint: ENDPOINT,
            subject,
        });
    yield { kind: 'pulled', digest };
}
/**
 * Podman ends with a line that looks like those of layers, but has the beginning of the image's id
 * (containers/podman pkg/api/handlers/compat/images.go), so the image itself is looked at.
 */
async function isPulled(engine, subject, last, signal) {
    if (last?.status !== 'Download complete' || last.id === undefined)
        return false;
    const { id } = await (0,_inspect_js__WEBPACK_IMPORTED_MODULE_1__/* .inspect */ .Nn)(engine, subject, { signal });
    return id.startsWith(`sha256:${last.id}`);
}
async function* importImage(engine, source, options) {
    const { from, name, message: comment, changes, platform } = source;
    const subject = name === undefined ? undefined : (0,_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .formatTag */ ._)(name);
    // The operating system alone was always noted.
    (0,_parameters_js__WEBPACK_IMPORTED_MODULE_3__/* .admit */ .w4)(engine, ENDPOINT, { 'platform of an import': isForeign(engine, platform) ? platform : undefined }, subject);
    const chunks = await engine.transport.stream({
        method: 'POST',
        path: '/images/create',
        endpoint: ENDPOINT,
        ...(subject !== undefined && { subject }),
        query: {
            fromSrc: from instanceof URL ? from.href : '-',
            ...(name !== undefined && nameOf(engine, name)),
            message: comment,
            changes,
            platform,
        },
        ...(!(from instanceof URL) && { body: from }),
        signal: options.signal,
    });
    let id;
    for await (const message of (0,_messages_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeMessages */ .V)(chunks, ENDPOINT, subject)) {
        id = (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .imageIdOf */ .CR)(message.status) ?? id;
        yield* (0,_transfer_js__WEBPACK_IMPORTED_MODULE_5__/* .statusOf */ .c)(message);
    }
    // A body that failed while the engine went on must never count as imported (hardening C2).
    if (!(from instanceof URL) && from.errored)
        throw from.errored;
    if (id === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StreamCutShort */ .NR('the import ended without an image id', { status: 0, endpoint: ENDPOINT, subject });
    yield { kind: 'imported', id };
}
/** Podman 4 takes no notice of `tag` here, but of one inside `repo`. */
function nameOf(engine, name) {
    return engine.facts.product === 'podman' ? { repo: (0,_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .formatTag */ ._)(name) } : { repo: name.repository, tag: name.tag };
}
function isForeign({ facts }, platform) {
    return platform !== undefined && platform.split('/')[1] !== facts.architecture;
}


/***/ }),

/***/ 56287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ load)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2952);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19665);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68111);
/* harmony import */ var _parameters_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9623);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77788);
/* harmony import */ var _transfer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30868);






const ENDPOINT = 'POST /images/load';
/**
 * `archive` is a docker or OCI archive, plain or compressed by gzip, bzip2 or xz (zstd on newer engines). An archive
 * without `manifest.json` needs the containerd store or Podman. Every failure comes inside of a 200, and one kind as
 * plain text. Throws EngineError; StreamCutShort when no image was loaded.
 */
async function* load(engine, archive, options) {
    const { quiet, platform, signal } = options;
    (0,_parameters_js__WEBPACK_IMPORTED_MODULE_2__/* .admit */ .w4)(engine, ENDPOINT, { platform, 'quiet=0': quiet === false || undefined });
    const chunks = await engine.transport.stream({
        method: 'POST',
        path: '/images/load',
        endpoint: ENDPOINT,
        query: { quiet: quiet === false ? '0' : '1', platform: (0,_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .encodePlatform */ .A)(platform) },
        body: archive,
        signal,
    });
    let loaded = false;
    for await (const message of (0,_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeMessages */ .V)(chunks, ENDPOINT)) {
        yield* (0,_transfer_js__WEBPACK_IMPORTED_MODULE_4__/* .statusOf */ .c)(message);
        for (const event of readLines(message.stream ?? '')) {
            loaded = true;
            yield event;
        }
    }
    // A body that failed while the engine went on must never count as loaded (hardening C2).
    if (archive.errored)
        throw archive.errored;
    if (!loaded)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StreamCutShort */ .NR('the engine loaded no image from the archive', { status: 0, endpoint: ENDPOINT });
}
function* readLines(text) {
    for (const line of text.split('\n')) {
        const [, what, names = ''] = /^Loaded image( ID|\(s\))?: (.+)$/.exec(line.trim()) ?? [];
        // The containerd store says so as if it were nothing.
        if (/^Error unpacking image /.test(line))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineError */ .NJ(line, { status: 0, endpoint: ENDPOINT });
        // Podman joins the names of several images.
        for (const name of names.split(',').filter((item) => item !== '')) {
            const id = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .imageIdOf */ .CR)(name);
            if (id !== undefined)
                yield { kind: 'loaded-id', id };
            else if (what !== ' ID')
                yield { kind: 'loaded', name };
        }
    }
}


/***/ }),

/***/ 28182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ instructionsOf)
/* harmony export */ });
function instructionsOf({ changes, labels }, { product }) {
    const quote = product === 'podman' ? asItIs : asInDockerfile;
    return [...changes, ...[...labels].map(([key, value]) => `LABEL ${quote(key)}=${quote(value)}`)];
}
/** Where `$` would begin a variable. */
function asInDockerfile(text) {
    return `"${text.replace(/[\\"$]/g, '\\$&')}"`;
}
/** Podman splits at the first `=` and knows no escapes. */
function asItIs(text) {
    return text;
}


/***/ }),

/***/ 86976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  obtainArchive: () => (/* binding */ obtainArchive)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/archive/compression.js
var archive_compression = __webpack_require__(36703);
// EXTERNAL MODULE: ./build/archive/encode.js
var encode = __webpack_require__(97795);
// EXTERNAL MODULE: ./build/archive/errors.js
var errors = __webpack_require__(1650);
// EXTERNAL MODULE: ./build/archive/header.js
var header = __webpack_require__(24908);
// EXTERNAL MODULE: ./build/archive/open.js
var archive_open = __webpack_require__(99977);
// EXTERNAL MODULE: ./build/archive/scan.js
var scan = __webpack_require__(92928);
;// CONCATENATED MODULE: ./build/archive/docker-archive.js
/**
 * An image as every engine loads it. Engines with a graph driver do not load an OCI layout alone, Docker 20.10 knows no
 * zstd; plain and gzip layers named by a manifest.json load everywhere (measured on Docker 20.10, 28 with either store,
 * Podman 4). The containerd store makes a manifest of its own of this: where it may choose, give it the layout itself.
 */







/**
 * The image as a tar with manifest.json, config and layers, the same bytes each time. Every blob is verified before its
 * last bytes are out; a wrong one fails the stream, so that no engine ends with half an image.
 */
function toDockerArchive(image, options) {
    return (0,archive_open/* asReadable */.X)(archive(image, options), options.signal);
}
async function* archive(image, { names = image.names, signal }) {
    const config = `${(0,external_node_crypto_.createHash)('sha256').update(image.config).digest('hex')}.json`;
    const layers = image.layers.map(({ diffId }) => `${diffId.replace(/^.*:/, '')}.tar`);
    yield* small('manifest.json', Buffer.from(JSON.stringify([{ Config: config, RepoTags: names, Layers: layers }])));
    yield* small(config, image.config);
    const done = new Set();
    for (const [i, layer] of image.layers.entries()) {
        const name = layers[i] ?? '';
        // Two layers can be the same.
        if (done.has(name))
            continue;
        done.add(name);
        const { size, content } = await loadable(layer, signal);
        yield (0,encode/* encodeHeader */.Y)({ name, size });
        let length = 0;
        for await (const piece of content) {
            length += piece.length;
            yield piece;
        }
        if (length !== size)
            throw new errors/* ArchiveError */.di(`${layer.subject} was ${size} bytes long and now is ${length}`);
        yield Buffer.alloc((0,scan/* padding */.M)(size));
    }
    yield Buffer.alloc(2 * header/* BLOCK */.IE);
}
function* small(name, content) {
    yield (0,encode/* encodeHeader */.Y)({ name, size: content.length });
    yield content;
    yield Buffer.alloc((0,scan/* padding */.M)(content.length));
}
/** The layer in a form that all engines know. A tar wants sizes in front, so what is decompressed is counted before. */
async function loadable(layer, signal) {
    let first = Buffer.alloc(0);
    let size = 0;
    for await (const piece of layer.read(signal)) {
        if (first.length < archive_compression/* TELLING */.se)
            first = Buffer.concat([first, piece.subarray(0, archive_compression/* TELLING */.se)]);
        size += piece.length;
    }
    if ((0,archive_compression/* compressionOf */.MB)(first) !== 'zstd')
        return { size, content: layer.read(signal) };
    size = 0;
    for await (const piece of layer.tar(signal))
        size += piece.length;
    return { size, content: layer.tar(signal) };
}

// EXTERNAL MODULE: ./build/archive/image-archive.js + 2 modules
var image_archive = __webpack_require__(98133);
// EXTERNAL MODULE: ./build/archive/image-names.js
var image_names = __webpack_require__(94825);
// EXTERNAL MODULE: ./build/archive/layout.js
var layout = __webpack_require__(25151);
// EXTERNAL MODULE: ./build/archive/local-file.js
var local_file = __webpack_require__(31273);
// EXTERNAL MODULE: ./build/archive/names.js
var names = __webpack_require__(50485);
;// CONCATENATED MODULE: ./build/archive/kind.js
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
var _a;
/**
 * What a local file is: told from its content, never from its name, with as little reading as that takes. A plain tar is
 * walked from header to header, so that one that was cut is found out before an engine gets it.
 */








const NO_DIGESTS = new Map();
/** Throws ArchiveError when there is nothing, or neither a tar nor a layout; BrokenTar when it is cut. */
async function identifyArchive(path, { signal }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        if (await (0,local_file/* isDirectory */.wd)(path)) {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                await (0,layout/* layoutMembers */.G)(path);
                const index = __addDisposableResource(env_2, await local_file/* LocalFile */.EY.open(`${path}/index.json`), true);
                const json = (0,image_names/* parseJson */.qF)(await index.read(0, LARGEST_JSON));
                const [names, digests] = [(0,image_names/* namesOfIndex */._L)(json), (0,image_names/* digestsOfIndex */.lS)(json)];
                return { form: 'directory', compression: 'none', content: 'oci', names, digests };
            }
            catch (e_1) {
                env_2.error = e_1;
                env_2.hasError = true;
            }
            finally {
                const result_1 = __disposeResources(env_2);
                if (result_1)
                    await result_1;
            }
        }
        const file = __addDisposableResource(env_1, await local_file/* LocalFile */.EY.open(path), true);
        if (file.size === 0)
            throw new errors/* ArchiveError */.di(`${(0,errors/* shown */.SP)(path)} is empty`);
        const compression = (0,archive_compression/* compressionOf */.MB)(await file.read(0, archive_compression/* TELLING */.se));
        if (!(0,archive_compression/* isReadable */.hS)(compression))
            return { form: 'file', compression, content: 'unknown', names: [], digests: NO_DIGESTS };
        const detective = new Detective();
        const scanner = new scan/* TarScanner */.e((0,errors/* shown */.SP)(path), detective);
        if (compression === 'none')
            await (0,local_file/* scanFile */.WN)(file, scanner, signal);
        else
            await scanStream((0,archive_compression/* decompressed */.ji)(file.stream(signal), (0,errors/* shown */.SP)(path)), scanner, () => detective.certain);
        return { form: 'file', compression, ...detective.finding() };
    }
    catch (e_2) {
        env_1.error = e_2;
        env_1.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_1);
        if (result_2)
            await result_2;
    }
}
/** Bytes of the JSON files that are read. */
const LARGEST_JSON = 8 * 1024 * 1024;
async function scanStream(chunks, scanner, enough) {
    for await (const chunk of chunks) {
        scanner.push(chunk);
        if (enough())
            return;
    }
    scanner.finish();
}
/** Collects the signs of an image among the entries of a tar. */
class Detective {
    #texts = new Map();
    #current;
    #ids = false;
    #repositories = false;
    #foreign = 0;
    /** So many entries of other names are no image: no tool puts more than a few beside one. */
    static #ENOUGH = 100;
    entry({ name, type, size }) {
        const path = (0,names/* normalName */.t)((0,header/* nameText */.fh)(name));
        this.#current = undefined;
        if (JSON_FILES.has(path) && type === 'file' && size <= LARGEST_JSON) {
            this.#current = [];
            this.#texts.set(path, this.#current);
            return true;
        }
        if (path === 'repositories')
            this.#repositories = true;
        else if (/^[0-9a-f]{64}(\/|$)/.test(path))
            this.#ids = true;
        else if (path !== '' && !/^(blobs(\/|$)|oci-layout$)/.test(path))
            this.#foreign++;
        return false;
    }
    content(piece) {
        this.#current?.push(piece);
    }
    /** Whether more of the archive cannot change the finding. */
    get certain() {
        return this.#images() !== undefined || this.#foreign > _a.#ENOUGH;
    }
    finding() {
        const images = this.#images();
        if (images !== undefined)
            return { content: 'docker', names: images, digests: NO_DIGESTS };
        // Before Docker 1.10 there was no manifest.json.
        if (this.#repositories && this.#ids)
            return { content: 'docker', names: [], digests: NO_DIGESTS };
        const index = this.#json('index.json');
        if (this.#foreign <= _a.#ENOUGH && Array.isArray(index?.manifests))
            return { content: 'oci', names: (0,image_names/* namesOfIndex */._L)(index), digests: (0,image_names/* digestsOfIndex */.lS)(index) };
        return { content: 'rootfs', names: [], digests: NO_DIGESTS };
    }
    /** The names in manifest.json; undefined when it does not describe images. */
    #images() {
        return this.#foreign > _a.#ENOUGH ? undefined : (0,image_names/* namesOfManifest */.$M)(this.#json('manifest.json'));
    }
    #json(name) {
        const pieces = this.#texts.get(name);
        return pieces === undefined ? undefined : (0,image_names/* parseJson */.qF)(Buffer.concat(pieces));
    }
}
_a = Detective;
const JSON_FILES = new Set(['manifest.json', 'index.json']);

// EXTERNAL MODULE: ./build/engine/create.js
var create = __webpack_require__(2919);
// EXTERNAL MODULE: ./build/engine/inspect.js
var inspect = __webpack_require__(69175);
// EXTERNAL MODULE: ./build/engine/load.js
var load = __webpack_require__(56287);
// EXTERNAL MODULE: ./build/registry/platform.js
var registry_platform = __webpack_require__(87891);
// EXTERNAL MODULE: ./build/registry/reference.js
var reference = __webpack_require__(26247);
// EXTERNAL MODULE: ./build/report/progress.js + 9 modules
var report_progress = __webpack_require__(15074);
// EXTERNAL MODULE: ./build/report/units.js
var units = __webpack_require__(15088);
// EXTERNAL MODULE: ./build/pipeline/changes.js
var pipeline_changes = __webpack_require__(28182);
// EXTERNAL MODULE: ./build/pipeline/errors.js
var pipeline_errors = __webpack_require__(59032);
// EXTERNAL MODULE: ./build/pipeline/obtained.js
var obtained = __webpack_require__(98883);
;// CONCATENATED MODULE: ./build/pipeline/obtain-archive.js
var obtain_archive_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var obtain_archive_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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














/** A fault of the archive is told before one of the engine. Throws ArchiveError, EngineError, InvalidInput, WrongPlatform. */
async function obtainArchive(opening, origin, tools) {
    const { archive, form } = origin;
    if (archive.kind === 'url')
        return importFrom(await opening, origin, archive.url, tools);
    const [, kind] = await Promise.allSettled([opening, identifyArchive(archive.path, tools)]);
    if (kind.status === 'rejected')
        throw kind.reason;
    const opened = await opening;
    const { content, names, digests, compression } = kind.value;
    if (form === 'auto' && content === 'unknown') {
        throw new pipeline_errors/* InvalidInput */.o9('archive-type', `${archive.path} is compressed with ${compression}, so it cannot be looked into`, 'say whether it is an image or a rootfs');
    }
    const isImage = form === 'auto' ? content !== 'rootfs' : form === 'image';
    if (form === 'image' && content === 'rootfs') {
        throw new pipeline_errors/* InvalidInput */.o9('archive', `${archive.path} holds no image`, 'leave archive-type out to import it as a root file system');
    }
    if (!isImage)
        return importFrom(opened, origin, await (0,archive_open/* openArchive */.p)(archive.path, tools), tools);
    if (origin.changes.length > 0 || origin.labels.size > 0 || origin.message !== undefined) {
        throw new pipeline_errors/* InvalidInput */.o9('archive', 'it holds an image, which has its configuration: changes, labels and message are for root file systems', 'leave them out');
    }
    return loadFrom(opened, origin, { path: archive.path, content, names, digests }, tools);
}
async function loadFrom({ engine, ledger }, { image, platform, quiet }, { path, content, names, digests }, { log, temp, signal }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        log.group(`Load ${path}`);
        for (const name of names)
            for (const form of formsOf(name, engine.facts.product))
                await ledger.name(form);
        // An OCI layout alone is nothing to the graph driver, and only the containerd store chooses a platform of it itself.
        const { store, product } = engine.facts;
        const understands = store === 'containerd' || content === 'docker' || (product === 'podman' && platform === undefined);
        const stack = obtain_archive_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        let body;
        // Podman 4 loads no compressed archive.
        if (understands)
            body = await (0,archive_open/* openArchive */.p)(path, { decompress: product === 'podman', signal });
        else
            body = toDockerArchive(stack.use(await (0,image_archive/* openImage */.U)(path, { platform, scratch: temp, signal })), { signal });
        const choice = store === 'containerd' ? platform : undefined;
        const loaded = [];
        const progress = (0,report_progress/* createProgress */.m)(log);
        for await (const event of (0,load/* load */.H)(engine, body, { quiet, platform: choice, signal })) {
            if (event.kind === 'status')
                progress.status(event);
            else
                loaded.push(event.kind === 'loaded' ? event.name : event.id);
            if (event.kind === 'loaded-id')
                ledger.image(event.id, false);
        }
        progress.finish();
        log.endGroup();
        const chosen = choose(loaded, image && (0,reference/* formatReference */.FH)((0,reference/* withDefaultTag */._t)(image)));
        // The containerd store keeps a short name of an OCI layout as it is, where no lookup finds it, but maybe another image.
        const digest = engine.facts.store === 'containerd' ? digestOf(chosen, digests) : undefined;
        const details = await (0,inspect/* inspect */.Nn)(engine, digest ?? chosen, { signal });
        ledger.image(details.id, false);
        log.info(`Loaded ${(0,units/* count */.U9)(loaded.length, 'name')}: ${loaded.join(', ')}`);
        if (choice === undefined)
            (0,obtained/* checkPlatform */.o)(platform, details, 'The archive holds the image for another platform');
        return { image: details };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = obtain_archive_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** Names that the engine may give: Podman puts `localhost/` before one without a registry. */
function formsOf(name, product) {
    return product === 'podman' && !/^[^/]*[.:].*\//.test(name) ? [`localhost/${name}`, name] : [name];
}
/** One image of those that were loaded. Several names may be of one. */
function choose(loaded, wanted) {
    const [first = ''] = loaded;
    if (wanted === undefined) {
        if (loaded.length === 1)
            return first;
        throw new pipeline_errors/* InvalidInput */.o9('archive', `it holds ${loaded.join(', ')}`, 'say with the input image which of them is meant');
    }
    const found = loaded.find((name) => fullName(name) === wanted);
    if (found === undefined)
        throw new pipeline_errors/* InvalidInput */.o9('image', `the archive does not hold it, but ${loaded.join(', ')}`, 'name one of these');
    return found;
}
function digestOf(loaded, digests) {
    return [...digests].find(([name]) => fullName(name) === fullName(loaded))?.[1];
}
/** With the tag that engines show where there is none. */
function fullName(name) {
    try {
        return (0,reference/* formatReference */.FH)((0,reference/* withDefaultTag */._t)((0,reference/* parseReference */.F2)(name)));
    }
    catch (error) {
        if (error instanceof reference/* InvalidReference */.ft)
            return name;
        throw error;
    }
}
async function importFrom({ engine, ledger }, origin, from, { log, signal }) {
    const { message, platform } = origin;
    const changes = (0,pipeline_changes/* instructionsOf */.J)(origin, engine.facts);
    if (origin.image !== undefined)
        throw new pipeline_errors/* InvalidInput */.o9('image', 'the archive is imported as a root file system, which holds no images', 'leave it out');
    const what = from instanceof URL ? from.href : origin.archive.kind === 'file' ? origin.archive.path : '';
    log.info(`Importing ${what} as a root file system`);
    let id = '';
    const source = { kind: 'import', from, changes, message, platform: platform && (0,registry_platform/* formatPlatform */.Bq)(platform) };
    for await (const event of (0,create/* create */.v)(engine, source, { signal }))
        if (event.kind === 'imported')
            id = event.id;
    ledger.image(id, true);
    return { image: await (0,inspect/* inspect */.Nn)(engine, id, { signal }) };
}


/***/ })

};
