export const id = 7830;
export const ids = [7830];
export const modules = {

/***/ 18798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ checkedTar)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1650);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50485);
/* harmony import */ var _scan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92928);
/**
 * An engine's export, checked while it passes. A 200 proves nothing: when the engine fails half-way it writes a JSON
 * error object where the tar broke off, or just stops (Engine API `GET /images/{name}/get`;
 * https://github.com/moby/moby/blob/v28.5.2/daemon/server/router/image/image_routes.go `getImagesGet`).
 */



/** How much of the end is kept to look for the engine's words in. */
const TAIL = 64 * 1024;
/**
 * Hands on the same chunks, any split, without copying. Throws BrokenTar when they are no whole tar or hold no image,
 * ExportFailed when the engine says why. The check is complete only when this ends: what was handed on before must not
 * be used when it throws.
 */
async function* checkedTar(chunks, { holds = 'image', subject = "the engine's export" } = {}) {
    let image = false;
    const scanner = new _scan_js__WEBPACK_IMPORTED_MODULE_1__/* .TarScanner */ .e(subject, {
        entry({ name }) {
            const normal = (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .normalName */ .t)(name);
            if (normal === 'manifest.json' || normal === 'index.json')
                image = true;
            return false;
        },
    });
    const tail = new Tail();
    let broken;
    /** Bytes read after the break, for the engine's words can be longer than a chunk. */
    let after = 0;
    for await (const chunk of chunks) {
        const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
        if (bytes.length === 0)
            continue;
        tail.add(bytes);
        if (broken !== undefined) {
            after += bytes.length;
            if (after > TAIL)
                break;
            continue;
        }
        broken = brokenBy(() => scanner.push(bytes));
        if (broken === undefined)
            yield bytes;
    }
    broken ??= brokenBy(() => scanner.finish());
    if (broken !== undefined) {
        const reason = reasonIn(tail.text());
        throw reason === undefined ? broken : new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExportFailed */ .gE(`${subject} broke off: ${reason}`, reason);
    }
    if (holds === 'image' && !image)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BrokenTar */ .TG(`${subject} holds no image: it has no manifest.json or index.json`);
}
function brokenBy(step) {
    try {
        step();
        return undefined;
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BrokenTar */ .TG)
            return error;
        throw error;
    }
}
/** The last chunks, by reference. */
class Tail {
    #chunks = [];
    #length = 0;
    add(chunk) {
        this.#chunks.push(chunk);
        this.#length += chunk.length;
        while (this.#length - (this.#chunks[0]?.length ?? 0) >= TAIL)
            this.#length -= this.#chunks.shift()?.length ?? 0;
    }
    text() {
        return Buffer.concat(this.#chunks).subarray(-TAIL).toString('utf8');
    }
}
/** The message of an error object that ends the text: `{"errorDetail":{"message":…},"error":…}` or `{"message":…}`. */
function reasonIn(text) {
    for (const opening of ['{"errorDetail"', '{"message"', '{"cause"', '{"error"']) {
        const at = text.lastIndexOf(opening);
        if (at < 0)
            continue;
        const object = parsed(text.slice(at));
        const detail = own(object, 'errorDetail');
        const found = [own(detail, 'message'), own(object, 'error'), own(object, 'message')];
        const reason = found.find((value) => typeof value === 'string' && value !== '');
        if (typeof reason === 'string')
            return reason.trim();
    }
    return undefined;
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function own(value, key) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? value[key]
        : undefined;
}


/***/ }),

/***/ 36703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MB: () => (/* binding */ compressionOf),
/* harmony export */   hS: () => (/* binding */ isReadable),
/* harmony export */   ji: () => (/* binding */ decompressed),
/* harmony export */   se: () => (/* binding */ TELLING)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1650);
/* harmony import */ var _zstd_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32038);
/** Compressed archives and layers, told by their first bytes: names and media types are often wrong. */



/** How many bytes tell. */
const TELLING = 6;
function compressionOf(first) {
    if (first[0] === 0x1f && first[1] === 0x8b)
        return 'gzip';
    if (first.toString('latin1', 0, 3) === 'BZh')
        return 'bzip2';
    if (first.toString('latin1', 0, 6) === '\xfd7zXZ\0')
        return 'xz';
    return (0,_zstd_js__WEBPACK_IMPORTED_MODULE_2__/* .isZstd */ .oO)(first) ? 'zstd' : 'none';
}
/** Whether we can read it; Node knows nothing of the others. */
function isReadable(compression) {
    return compression === 'none' || compression === 'gzip' || compression === 'zstd';
}
/**
 * The content of a stream, compressed or not. Throws ArchiveError for what cannot be decompressed or is cut; `subject`
 * begins its message.
 */
async function* decompressed(chunks, subject) {
    const { first, all } = await peek(chunks);
    const compression = compressionOf(first);
    try {
        switch (compression) {
            case 'none':
                yield* all;
                return;
            case 'gzip':
                yield* (0,_zstd_js__WEBPACK_IMPORTED_MODULE_2__/* .through */ .sc)(all, (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.createGunzip)());
                return;
            case 'zstd':
                yield* (0,_zstd_js__WEBPACK_IMPORTED_MODULE_2__/* .unzstd */ .h2)(all, subject);
                return;
            case 'bzip2':
            case 'xz':
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ArchiveError */ .di(`${subject} is compressed with ${compression}, which cannot be read here`, {
                    hint: 'Compress it with gzip or zstd, or not at all',
                });
            default:
                compression;
        }
    }
    catch (error) {
        if (!/^(Z_|ZSTD_|ERR_ZSTD)/.test((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errno */ .b)(error) ?? ''))
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ArchiveError */ .di(`${subject} cannot be decompressed: ${error.message}`, { cause: error });
    }
}
/** The first bytes of a stream, and all of it. */
async function peek(chunks) {
    const iterator = chunks[Symbol.asyncIterator]();
    const held = [];
    let length = 0;
    while (length < TELLING) {
        const next = await iterator.next();
        if (next.done === true)
            break;
        held.push(next.value);
        length += next.value.length;
    }
    async function* all() {
        try {
            yield* held;
            for (;;) {
                const next = await iterator.next();
                if (next.done === true)
                    return;
                yield next.value;
            }
        }
        finally {
            await iterator.return?.();
        }
    }
    return { first: Buffer.concat(held), all: all() };
}


/***/ }),

/***/ 98133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ openImage)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/archive/compression.js
var compression = __webpack_require__(36703);
// EXTERNAL MODULE: ./build/archive/errors.js
var errors = __webpack_require__(1650);
// EXTERNAL MODULE: ./build/archive/image-names.js
var image_names = __webpack_require__(94825);
// EXTERNAL MODULE: ./build/archive/local-file.js
var local_file = __webpack_require__(31273);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/archive/header.js
var header = __webpack_require__(24908);
// EXTERNAL MODULE: ./build/archive/layout.js
var layout = __webpack_require__(25151);
// EXTERNAL MODULE: ./build/archive/names.js
var names = __webpack_require__(50485);
// EXTERNAL MODULE: ./build/archive/scan.js
var scan = __webpack_require__(92928);
;// CONCATENATED MODULE: ./build/archive/members.js
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
/** The files in an image archive by name, wherever they stand: a plain tar, or a directory in the OCI layout. */








/** A JSON member longer than this is none that a tool wrote. */
const LARGEST_JSON = 8 * 1024 * 1024;
/** JSON as a whole. */
async function small(chunks, subject) {
    const pieces = [];
    let length = 0;
    for await (const piece of chunks) {
        pieces.push(piece);
        length += piece.length;
        if (length > LARGEST_JSON)
            throw new errors/* ArchiveError */.di(`${subject} has a manifest or config of more than 8 MiB`);
    }
    return Buffer.concat(pieces);
}
/** The content, of which the last piece is handed on only when all of it has this digest (`sha256:…`). */
async function* verified(chunks, digest, subject) {
    const [algorithm = '', hex = ''] = digest.split(':');
    if (!DIGESTS.has(algorithm))
        throw new errors/* ArchiveError */.di(`${subject} has a digest of an unknown kind: ${(0,errors/* shown */.SP)(digest)}`);
    const hash = (0,external_node_crypto_.createHash)(algorithm);
    let held;
    for await (const chunk of chunks) {
        if (held !== undefined)
            yield held;
        hash.update(chunk);
        held = chunk;
    }
    const found = hash.digest('hex');
    if (found !== hex) {
        throw new errors/* ArchiveError */.di(`${subject} is damaged: its digest is ${algorithm}:${found} instead of ${(0,errors/* shown */.SP)(digest)}`);
    }
    if (held !== undefined)
        yield held;
}
const DIGESTS = new Set(['sha256', 'sha512']);
/** Members of a plain tar. Throws BrokenTar when it is not whole. Closes the file in the end. */
async function tarMembers(file, subject, signal) {
    const places = new Map();
    const scanner = new scan/* TarScanner */.e(subject, {
        entry(entry, offset) {
            const place = placeOf(entry, offset);
            if (place !== undefined)
                places.set((0,names/* normalName */.t)((0,header/* nameText */.fh)(entry.name)), place);
            return false;
        },
    });
    await (0,local_file/* scanFile */.WN)(file, scanner, signal);
    const find = (name, hops = 8) => {
        const place = places.get(name);
        if (place === undefined || hops === 0)
            return undefined;
        return 'link' in place ? find(place.link, hops - 1) : place;
    };
    return {
        subject,
        has: (name) => find((0,names/* normalName */.t)(name)) !== undefined,
        async *read(name, readSignal) {
            const place = find((0,names/* normalName */.t)(name));
            if (place === undefined)
                throw missing(name, subject);
            yield* file.stream(readSignal, place.at, place.at + place.size);
        },
        [Symbol.asyncDispose]: () => file.close(),
    };
}
/** Older engines and Podman write a layer once and links where it comes again. */
function placeOf({ name, type, target, size }, at) {
    switch (type) {
        case 'file':
            return { at, size };
        case 'symlink':
            return { link: (0,names/* linkedName */.F)((0,header/* nameText */.fh)(name), (0,header/* nameText */.fh)(target)) };
        case 'link':
            return { link: (0,names/* normalName */.t)((0,header/* nameText */.fh)(target)) };
        default:
            return undefined;
    }
}
async function directoryMembers(directory) {
    const names = new Set(await (0,layout/* layoutMembers */.G)(directory));
    const subject = (0,errors/* shown */.SP)(directory);
    return {
        subject,
        has: (name) => names.has(name),
        async *read(name, signal) {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                if (!names.has(name))
                    throw missing(name, subject);
                const file = __addDisposableResource(env_1, await local_file/* LocalFile */.EY.open((0,external_node_path_.join)(directory, name)), true);
                yield* file.stream(signal);
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
        },
        [Symbol.asyncDispose]: async () => undefined,
    };
}
function missing(name, subject) {
    return new errors/* ArchiveError */.di(`${subject} lacks ${(0,errors/* shown */.SP)(name)}, which its manifest names`);
}

;// CONCATENATED MODULE: ./build/archive/platform.js
/** `os/arch[/variant]` as images state it, compared as containerd does: an unnamed variant is the usual one. */
const USUAL_VARIANTS = { arm: 'v7', arm64: 'v8', amd64: 'v1' };
function isSamePlatform(a, b) {
    const variant = (of) => of.variant || (USUAL_VARIANTS[of.architecture] ?? '');
    return a.os === b.os && a.architecture === b.architecture && variant(a) === variant(b);
}
function platformText({ os, architecture, variant }) {
    return [os, architecture, variant].filter((part) => part !== undefined && part !== '').join('/');
}

// EXTERNAL MODULE: ./build/archive/save.js
var save = __webpack_require__(50472);
;// CONCATENATED MODULE: ./build/archive/image-archive.js
/**
 * One image in an archive: which config and which layers it has and where they stand. Reads what engines, buildx and
 * skopeo write: the OCI image layout, and the manifest.json of `docker save` (image-spec "OCI Image Layout
 * Specification"; https://github.com/moby/moby/blob/v28.5.2/image/spec/spec.md).
 */









/**
 * Finds the image. To be closed after use. Throws PlatformNotFound when there is none for the platform, or several and
 * no platform is asked for; ArchiveError for anything that is no image.
 */
async function openImage(path, options) {
    const members = await openMembers(path, options);
    try {
        const chosen = choose(members, await candidates(members, options.signal), options.platform);
        const subject = (i) => `layer ${i + 1} of ${members.subject}`;
        if (chosen.diffIds.length !== chosen.layers.length) {
            throw new errors/* ArchiveError */.di(`${members.subject} is damaged: its config states ${chosen.diffIds.length} layers, its manifest ${chosen.layers.length}`);
        }
        for (const { member } of chosen.layers) {
            if (!members.has(member))
                throw new errors/* ArchiveError */.di(`${members.subject} lacks the layer ${(0,errors/* shown */.SP)(member)}`);
        }
        return {
            subject: members.subject,
            names: chosen.names,
            platform: chosen.platform,
            config: chosen.config,
            layers: chosen.layers.map(({ member, digest }, i) => {
                const read = (signal) => readBlob(members, member, digest, signal);
                const diffId = chosen.diffIds[i] ?? '';
                const tar = (signal) => verified((0,compression/* decompressed */.ji)(read(signal), subject(i)), diffId, subject(i));
                return { subject: subject(i), diffId, read, tar };
            }),
            [Symbol.asyncDispose]: () => members[Symbol.asyncDispose](),
        };
    }
    catch (error) {
        await members[Symbol.asyncDispose]();
        throw error;
    }
}
async function openMembers(path, { scratch, signal }) {
    if (await (0,local_file/* isDirectory */.wd)(path))
        return directoryMembers(path);
    const file = await local_file/* LocalFile */.EY.open(path);
    try {
        if ((0,compression/* compressionOf */.MB)(await file.read(0, compression/* TELLING */.se)) === 'none')
            return await tarMembers(file, (0,errors/* shown */.SP)(path), signal);
        return await unpacked(file, (0,errors/* shown */.SP)(path), scratch, signal);
    }
    catch (error) {
        await file.close();
        throw error;
    }
}
/** Members of a compressed tar by way of a plain copy, which goes with them. */
async function unpacked(file, subject, scratch, signal) {
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)(scratch, 'archive-'));
    const remove = () => (0,promises_.rm)(directory, { recursive: true, force: true });
    try {
        const copy = (0,external_node_path_.join)(directory, 'image.tar');
        await (0,save/* saveStream */.S)((0,compression/* decompressed */.ji)(file.stream(signal), subject), copy, { mode: 0o600, signal });
        const plain = await local_file/* LocalFile */.EY.open(copy);
        try {
            const members = await tarMembers(plain, subject, signal);
            await file.close();
            return {
                ...members,
                async [Symbol.asyncDispose]() {
                    await plain.close();
                    await remove();
                },
            };
        }
        catch (error) {
            await plain.close();
            throw error;
        }
    }
    catch (error) {
        await remove();
        throw error;
    }
}
function choose(members, found, platform) {
    const { subject } = members;
    const available = [...new Set(found.map((candidate) => platformText(candidate.platform)))].sort();
    if (found.length === 0)
        throw new errors/* ArchiveError */.di(`${subject} holds no image`);
    const fitting = platform === undefined ? found : found.filter((one) => isSamePlatform(one.platform, platform));
    const [first, second] = fitting;
    if (first !== undefined && second === undefined)
        return first;
    if (platform !== undefined && first === undefined) {
        const message = `${subject} holds no image for ${platformText(platform)}, but for ${available.join(', ')}`;
        throw new errors/* PlatformNotFound */.x6(message, available, 'Choose one of these');
    }
    if (available.length > 1 && platform === undefined) {
        const message = `${subject} holds images for several platforms: ${available.join(', ')}`;
        throw new errors/* PlatformNotFound */.x6(message, available, 'Choose one of these');
    }
    const names = fitting.flatMap((one) => one.names).join(', ');
    throw new errors/* ArchiveError */.di(`${subject} holds several images${names === '' ? '' : `: ${(0,errors/* shown */.SP)(names)}`}`, {
        hint: 'Save each image by itself',
    });
}
/** The OCI index first: only it tells platforms apart. */
async function candidates(members, signal) {
    if (members.has('index.json')) {
        const index = (0,image_names/* parseJson */.qF)(await small(members.read('index.json', signal), members.subject));
        const manifests = new Map();
        await collectManifests(members, index, undefined, manifests, signal);
        const found = [];
        for (const [digest, names] of manifests) {
            const one = await ociCandidate(members, digest, names, signal);
            if (one !== undefined)
                found.push(one);
        }
        if (found.length > 0)
            return found;
    }
    if (!members.has('manifest.json'))
        throw new errors/* ArchiveError */.di(`${members.subject} holds no image`);
    const manifest = (0,image_names/* parseJson */.qF)(await small(members.read('manifest.json', signal), members.subject));
    const images = Array.isArray(manifest) ? manifest : [];
    return Promise.all(images.map((image) => dockerCandidate(members, image, signal)));
}
const DEEPEST_INDEX = 4;
/** Names of each image manifest below an index, by digest. What the archive leaves out, and attestations, do not count. */
async function collectManifests(members, index, inherited, found, signal, depth = 0) {
    if (depth > DEEPEST_INDEX)
        throw new errors/* ArchiveError */.di(`${members.subject} has an index in an index without end`);
    for (const descriptor of (0,image_names/* ownList */.Jl)(index, 'manifests')) {
        const digest = (0,image_names/* ownText */.U3)(descriptor, 'digest');
        const member = blobMember(digest);
        if (member === undefined || !members.has(member) || isAttestation(descriptor))
            continue;
        const names = inherited ?? (0,image_names/* namesOfDescriptor */.XU)(descriptor);
        const json = (0,image_names/* parseJson */.qF)(await small(readBlob(members, member, digest, signal), members.subject));
        if (Array.isArray((0,image_names/* own */.ZV)(json, 'manifests'))) {
            await collectManifests(members, json, names, found, signal, depth + 1);
        }
        else if ((0,image_names/* own */.ZV)(json, 'config') !== undefined) {
            found.set(digest, [...new Set([...(found.get(digest) ?? []), ...names])]);
        }
    }
}
function isAttestation(descriptor) {
    const platform = (0,image_names/* own */.ZV)(descriptor, 'platform');
    return ((0,image_names/* ownText */.U3)((0,image_names/* own */.ZV)(descriptor, 'annotations'), 'vnd.docker.reference.type') !== '' || (0,image_names/* ownText */.U3)(platform, 'os') === 'unknown');
}
/** Undefined when the manifest is all that the archive has of the image. */
async function ociCandidate(members, digest, names, signal) {
    const manifest = (0,image_names/* parseJson */.qF)(await small(readBlob(members, blobMember(digest) ?? '', digest, signal), members.subject));
    const blob = (descriptor) => {
        const found = (0,image_names/* ownText */.U3)(descriptor, 'digest');
        const member = blobMember(found);
        if (member === undefined)
            throw new errors/* ArchiveError */.di(`${members.subject} has a broken manifest: ${(0,errors/* shown */.SP)(digest)}`);
        return { member, digest: found };
    };
    const config = blob((0,image_names/* own */.ZV)(manifest, 'config'));
    if (!members.has(config.member))
        return undefined;
    return candidate(members, names, config, (0,image_names/* ownList */.Jl)(manifest, 'layers').map(blob), signal);
}
async function dockerCandidate(members, image, signal) {
    const blob = (member) => {
        const [, algorithm, hex] = /^blobs\/([a-z0-9]+)\/([0-9a-f]+)$/.exec(member) ?? [];
        return { member, digest: algorithm === undefined ? undefined : `${algorithm}:${hex}` };
    };
    const config = (0,image_names/* ownText */.U3)(image, 'Config');
    return candidate(members, (0,image_names/* ownTexts */.BS)(image, 'RepoTags'), blob(config), (0,image_names/* ownTexts */.BS)(image, 'Layers').map(blob), signal);
}
async function candidate(members, names, config, layers, signal) {
    const bytes = await small(readBlob(members, config.member, config.digest, signal), members.subject);
    const json = (0,image_names/* parseJson */.qF)(bytes);
    const variant = (0,image_names/* ownText */.U3)(json, 'variant');
    return {
        names,
        platform: {
            os: (0,image_names/* ownText */.U3)(json, 'os') || 'linux',
            architecture: (0,image_names/* ownText */.U3)(json, 'architecture') || 'unknown',
            ...(variant !== '' && { variant }),
        },
        config: bytes,
        diffIds: (0,image_names/* ownTexts */.BS)((0,image_names/* own */.ZV)(json, 'rootfs'), 'diff_ids'),
        layers,
    };
}
function readBlob(members, member, digest, signal) {
    const chunks = members.read(member, signal);
    return digest === undefined ? chunks : verified(chunks, digest, `${(0,errors/* shown */.SP)(member)} of ${members.subject}`);
}
/** Where a layout keeps a blob; undefined for what is no digest. */
function blobMember(digest) {
    return /^[a-z0-9]+:[0-9a-f]{32,128}$/.test(digest) ? `blobs/${digest.replace(':', '/')}` : undefined;
}


/***/ }),

/***/ 94825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $M: () => (/* binding */ namesOfManifest),
/* harmony export */   BS: () => (/* binding */ ownTexts),
/* harmony export */   Jl: () => (/* binding */ ownList),
/* harmony export */   U3: () => (/* binding */ ownText),
/* harmony export */   XU: () => (/* binding */ namesOfDescriptor),
/* harmony export */   ZV: () => (/* binding */ own),
/* harmony export */   _L: () => (/* binding */ namesOfIndex),
/* harmony export */   lS: () => (/* binding */ digestsOfIndex),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1650);
/** The JSON in archives of images, read with distrust: names, and nothing that cannot be a name. */

/** What the bytes say; undefined when they are no JSON. */
function parseJson(bytes) {
    try {
        return JSON.parse(bytes.toString('utf8'));
    }
    catch {
        return undefined;
    }
}
/** A property of the object itself; undefined when it is none. */
function own(value, key) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? value[key]
        : undefined;
}
function ownText(value, key) {
    const found = own(value, key);
    return typeof found === 'string' ? found : '';
}
function ownList(value, key) {
    const found = own(value, key);
    return Array.isArray(found) ? found : [];
}
function ownTexts(value, key) {
    return ownList(value, key).filter((item) => typeof item === 'string');
}
/** `RepoTags` of a manifest.json as `docker save` writes it; undefined when it is another file of that name. */
function namesOfManifest(manifest) {
    if (!Array.isArray(manifest))
        return undefined;
    if (!manifest.every((image) => ownText(image, 'Config') !== ''))
        return undefined;
    return [...new Set(manifest.flatMap((image) => ownTexts(image, 'RepoTags').filter(isName)))];
}
/** Names in the annotations of an OCI index. */
function namesOfIndex(index) {
    return [...new Set(ownList(index, 'manifests').flatMap(namesOfDescriptor))];
}
/** Digests of the manifests that an index names, by name as it stands there, which may be a tag alone. */
function digestsOfIndex(index) {
    const digests = new Map();
    for (const descriptor of ownList(index, 'manifests')) {
        const annotations = own(descriptor, 'annotations');
        const name = NAME_ANNOTATIONS.map((key) => ownText(annotations, key)).find((text) => text !== '');
        const digest = ownText(descriptor, 'digest');
        if (name !== undefined && /^sha256:[0-9a-f]{64}$/.test(digest))
            digests.set(name, digest);
    }
    return digests;
}
const NAME_ANNOTATIONS = ['io.containerd.image.name', 'org.opencontainers.image.ref.name'];
/**
 * The name an index gives to a manifest: containerd's annotation, else the reference the layout itself is to be known
 * by, which is often no more than a tag.
 */
function namesOfDescriptor(descriptor) {
    const annotations = own(descriptor, 'annotations');
    const full = ownText(annotations, 'io.containerd.image.name');
    const reference = ownText(annotations, 'org.opencontainers.image.ref.name');
    return [full, reference].filter(isName).slice(0, 1);
}
/** A repository and a tag. What the rest of the name must be like, engines say. */
function isName(name) {
    return /^[a-zA-Z0-9[][\w.:/[\]-]*:\w[\w.-]{0,127}$/.test(name) && name.length <= 512 && (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(name) === name;
}


/***/ }),

/***/ 25151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ layoutMembers),
/* harmony export */   M: () => (/* binding */ layoutTar)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _encode_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97795);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1650);
/* harmony import */ var _header_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24908);
/* harmony import */ var _local_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(31273);
/* harmony import */ var _scan_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92928);
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
/** A directory in the OCI image layout (image-spec "OCI Image Layout Specification"), read in place or as a tar. */







/** Names of the layout's members, sorted: the two files and the blobs, and nothing else that may lie about. */
async function layoutMembers(directory) {
    for (const name of ['oci-layout', 'index.json']) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name)).catch((cause) => {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errno */ .b)(cause) !== 'ENOENT')
                throw (0,_local_file_js__WEBPACK_IMPORTED_MODULE_5__/* .unreadable */ .O$)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name), cause);
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ArchiveError */ .di(`${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(directory)} is a directory without the file ${name}, so no OCI image layout`, {
                hint: 'Name a tar, or a directory with oci-layout, index.json and blobs',
            });
        });
    }
    const blobs = [];
    for (const algorithm of await list((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'blobs'))) {
        if (!/^[a-z0-9]+$/.test(algorithm))
            continue;
        const names = await list((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'blobs', algorithm));
        blobs.push(...names.filter((name) => /^[0-9a-f]{32,}$/.test(name)).map((name) => `blobs/${algorithm}/${name}`));
    }
    return [...blobs.sort(), 'index.json', 'oci-layout'];
}
async function list(directory) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory).catch((cause) => {
        throw (0,_local_file_js__WEBPACK_IMPORTED_MODULE_5__/* .unreadable */ .O$)(directory, cause);
    });
}
/** The layout as a tar, the same bytes each time. Throws ArchiveError when a member cannot be read or changes. */
async function* layoutTar(directory, signal) {
    for (const name of await layoutMembers(directory)) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_1, await _local_file_js__WEBPACK_IMPORTED_MODULE_5__/* .LocalFile */ .EY.open((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name)), true);
            yield (0,_encode_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeHeader */ .Y)({ name, size: file.size });
            yield* file.stream(signal);
            yield Buffer.alloc((0,_scan_js__WEBPACK_IMPORTED_MODULE_6__/* .padding */ .M)(file.size));
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
    yield Buffer.alloc(2 * _header_js__WEBPACK_IMPORTED_MODULE_4__/* .BLOCK */ .IE);
}


/***/ }),

/***/ 31273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EY: () => (/* binding */ LocalFile),
/* harmony export */   O$: () => (/* binding */ unreadable),
/* harmony export */   WN: () => (/* binding */ scanFile),
/* harmony export */   wd: () => (/* binding */ isDirectory)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1650);
/** A file of the author's that is read, in part or as a whole, and must stay as it is meanwhile. */



/** Bytes read at once. */
const CHUNK = 256 * 1024;
class LocalFile {
    path;
    /** Bytes. */
    size;
    #handle;
    #modified;
    constructor(path, handle, { size, mtimeMs }) {
        this.path = path;
        this.size = size;
        this.#handle = handle;
        this.#modified = mtimeMs;
    }
    /** Throws ArchiveError for what is no regular file or cannot be read. Links are followed: the author named it. */
    static async open(path) {
        let handle;
        try {
            // Opening a pipe would wait for its other end.
            handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
            const stats = await handle.stat();
            if (!stats.isFile())
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ArchiveError */ .di(`cannot read ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(path)}: it is no regular file`);
            return new LocalFile(path, handle, stats);
        }
        catch (error) {
            await handle?.close().catch(() => undefined);
            throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ArchiveError */ .di ? error : unreadable(path, error);
        }
    }
    /** Up to `most` bytes at `at`, fewer only where the file ends. */
    async read(at, most) {
        const bytes = Buffer.allocUnsafeSlow(Math.max(0, Math.min(most, this.size - at)));
        for (let length = 0; length < bytes.length;) {
            const { bytesRead } = await this.#handle
                .read(bytes, length, bytes.length - length, at + length)
                .catch((error) => Promise.reject(unreadable(this.path, error)));
            if (bytesRead === 0)
                throw this.#changed('it was cut');
            length += bytesRead;
        }
        return bytes;
    }
    /** The bytes from `from` up to `to`, by default all. Throws ArchiveError at the end when the file was changed. */
    async *stream(signal, from = 0, to = this.size) {
        for (let at = from; at < to;) {
            signal.throwIfAborted();
            const bytes = await this.read(at, Math.min(CHUNK, to - at));
            if (bytes.length === 0)
                throw this.#changed('it was cut');
            at += bytes.length;
            // What comes last must not be out before it is certain.
            if (at >= to)
                await this.check();
            yield bytes;
        }
    }
    /** Throws ArchiveError when the file is not what it was. */
    async check() {
        const { size, mtimeMs } = await this.#handle.stat();
        if (size < this.size)
            throw this.#changed(`it shrank from ${this.size} to ${size} bytes`);
        if (size > this.size)
            throw this.#changed(`it grew from ${this.size} to ${size} bytes`);
        if (mtimeMs !== this.#modified)
            throw this.#changed('it was written to');
    }
    async close() {
        await this.#handle.close();
    }
    [Symbol.asyncDispose]() {
        return this.close();
    }
    #changed(what) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ArchiveError */ .di(`cannot read ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(this.path)}: ${what} while it was being read`, {
            hint: 'Keep other processes from changing it',
        });
    }
}
/** Whether a directory or something else is there. Throws ArchiveError when nothing is. */
async function isDirectory(path) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path)).isDirectory();
    }
    catch (error) {
        throw unreadable(path, error);
    }
}
function unreadable(path, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ArchiveError */ .di(`cannot read ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(path)}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .because */ .xx)(cause)}`, { cause });
}
/** Small, because most of what it reads in vain is what follows a header. */
const SCANNED = 64 * 1024;
/** Scans a plain tar without reading what the scanner does not want. Throws BrokenTar. */
async function scanFile(file, scanner, signal) {
    for (let at = 0; at < file.size;) {
        signal.throwIfAborted();
        const bytes = await file.read(at, SCANNED);
        scanner.push(bytes);
        at += bytes.length;
        at += scanner.skip(file.size - at);
    }
    scanner.finish();
}


/***/ }),

/***/ 50485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ linkedName),
/* harmony export */   t: () => (/* binding */ normalName)
/* harmony export */ });
/** Names in archives, neutralised: relative, without `.` and `..`, so that they can only mean something inside. */
/**
 * `./a//b/` and `/a/b` are `a/b`; `..` goes up, but never above the top, as engines clean names. Empty for the top
 * itself. Works on bytes as latin1, too.
 */
function normalName(name) {
    // Nearly all names are normal already.
    if (!ODD.test(name))
        return name;
    const parts = [];
    for (const part of name.split('/')) {
        if (part === '..')
            parts.pop();
        else if (part !== '' && part !== '.')
            parts.push(part);
    }
    return parts.join('/');
}
const ODD = /^\/|\/$|\/\/|(?:^|\/)\.\.?(?:\/|$)/;
/** Where a link in `name` leads, inside of the archive; links to the top and above stay there. */
function linkedName(name, target) {
    if (target.startsWith('/'))
        return normalName(target);
    const slash = name.lastIndexOf('/');
    return normalName(slash < 0 ? target : `${name.slice(0, slash)}/${target}`);
}


/***/ }),

/***/ 50472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ stageStream),
/* harmony export */   S: () => (/* binding */ saveStream)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1650);
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
/**
 * Streams to files that are there whole or not at all: written beside the destination, forced to the disk, then renamed
 * onto it. Whatever goes wrong, no half file stays and an older file of that name stays as it was.
 */




/**
 * Saves all chunks as `dest` and gives the number of bytes. Directories on the way are made. A link at `dest` is
 * replaced, not followed. Throws ArchiveError when the disk says no, else what the chunks or the signal throw.
 */
async function saveStream(chunks, dest, options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const staged = __addDisposableResource(env_1, await stageStream(chunks, dest, options), true);
        options.signal.throwIfAborted();
        await staged.place();
        return staged.size;
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
/** As `saveStream`, but leaves the file beside `dest` until it is known whether it counts. */
async function stageStream(chunks, dest, { mode = 0o644, signal }) {
    const iterator = chunks[Symbol.asyncIterator]();
    const part = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(dest), `${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(dest).slice(0, 200)}.part-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}`);
    let file;
    let done = false;
    try {
        signal.throwIfAborted();
        await refuseOdd(dest);
        file = await onDisk(dest, async () => {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(dest), { recursive: true });
            return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(part, 'wx', 0o600);
        });
        let size = 0;
        for (;;) {
            const next = await abortable(iterator.next(), signal);
            if (next.done === true) {
                done = true;
                break;
            }
            await onDisk(dest, () => writeAll(file, next.value));
            size += next.value.byteLength;
        }
        await onDisk(dest, () => finish(file, mode));
        file = undefined;
        return staged(part, dest, size);
    }
    catch (error) {
        await file?.close().catch(() => undefined);
        // When it cannot be removed it was not made, or the disk has more to say than we.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(part, { force: true }).catch(() => undefined);
        throw error;
    }
    finally {
        // Whoever makes the chunks must learn that nobody takes them; one that hangs is not waited for.
        if (!done)
            iterator.return?.()?.catch(() => undefined);
    }
}
function staged(part, dest, size) {
    let isPlaced = false;
    return {
        path: part,
        size,
        place: async () => {
            await onDisk(dest, () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(part, dest));
            isPlaced = true;
        },
        [Symbol.asyncDispose]: async () => {
            if (!isPlaced)
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(part, { force: true }).catch(() => undefined);
        },
    };
}
async function finish(file, mode) {
    await file.chmod(mode);
    await file.sync();
    await file.close();
}
/** A rename onto a directory would fail at the end only, one onto a device would replace it. */
async function refuseOdd(dest) {
    const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(dest).catch((error) => {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errno */ .b)(error) === 'ENOENT' || (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .errno */ .b)(error) === 'ENOTDIR')
            return undefined;
        throw cannotSave(dest, error);
    });
    if (stat === undefined || stat.isFile() || stat.isSymbolicLink())
        return;
    const what = stat.isDirectory() ? 'it is a directory' : 'it is no regular file';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ArchiveError */ .di(`cannot write ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(dest)}: ${what}`, { hint: 'Name a file' });
}
async function writeAll(file, bytes) {
    for (let from = 0; from < bytes.byteLength;) {
        const { bytesWritten } = await file.write(bytes, from, bytes.byteLength - from);
        from += bytesWritten;
    }
}
async function onDisk(dest, work) {
    try {
        return await work();
    }
    catch (error) {
        throw cannotSave(dest, error);
    }
}
function cannotSave(dest, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ArchiveError */ .di(`cannot write ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(dest)}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .because */ .xx)(cause)}`, { cause });
}
/** The promise, or the signal's reason, whichever is first. */
async function abortable(promise, signal) {
    signal.throwIfAborted();
    const { promise: aborted, reject } = Promise.withResolvers();
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    try {
        return await Promise.race([promise, aborted]);
    }
    finally {
        signal.removeEventListener('abort', onAbort);
        promise.catch(() => undefined);
    }
}


/***/ }),

/***/ 32038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h2: () => (/* binding */ unzstd),
/* harmony export */   oO: () => (/* binding */ isZstd),
/* harmony export */   sc: () => (/* binding */ through)
/* harmony export */ });
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46466);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38522);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1650);



/** Frames up to this many bytes are decoded at once: some tools make a frame of every file. */
const SMALL = 256 * 1024;
const SMALL_RESULT = 8 * 1024 * 1024;
/** Throws ArchiveError for what is no zstd, or not all of it; `subject` begins its message. */
async function* unzstd(chunks, subject) {
    const pieces = framePieces(chunks, subject);
    try {
        for (;;) {
            const held = [];
            let length = 0;
            let last = false;
            while (!last && length < SMALL) {
                const next = await pieces.next();
                if (next.done === true)
                    return;
                held.push(next.value.bytes);
                length += next.value.bytes.length;
                last = next.value.last;
            }
            const result = last ? atOnce(Buffer.concat(held)) : undefined;
            if (result !== undefined)
                yield result;
            else
                yield* through(last ? held : restOfFrame(held, pieces), (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.createZstdDecompress)());
        }
    }
    finally {
        await pieces.return(undefined);
    }
}
/** A frame's content; undefined when it is too large to be had at once. */
function atOnce(frame) {
    try {
        return (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.zstdDecompressSync)(frame, { maxOutputLength: SMALL_RESULT });
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errno */ .b)(error) === 'ERR_BUFFER_TOO_LARGE')
            return undefined;
        throw error;
    }
}
async function* restOfFrame(held, pieces) {
    yield* held;
    for (;;) {
        const next = await pieces.next();
        if (next.done === true)
            return;
        yield next.value.bytes;
        if (next.value.last)
            return;
    }
}
/** What a transform makes of the chunks. Throws what they or it throw; closes both when left early. */
async function* through(chunks, transform) {
    const feeding = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_0__.pipeline)(chunks, transform);
    feeding.catch(() => undefined);
    yield* transform;
    await feeding;
}
const MAGIC = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
/** Parts of which the bytes say what comes next. */
const TELLING = new Set(['magic', 'skippable size', 'descriptor', 'block']);
/** Skippable frames are left out. */
async function* framePieces(chunks, subject) {
    const frames = new Frames(subject);
    for await (const chunk of chunks)
        yield* frames.split(chunk);
    frames.finish();
}
class Frames {
    #subject;
    #part = 'magic';
    /** Bytes the part still lacks. */
    #left = 4;
    /** The part's bytes, for those that say what comes next. */
    #bytes = [];
    #checksum = false;
    #lastBlock = false;
    constructor(subject) {
        this.#subject = subject;
    }
    *split(chunk) {
        let start = 0;
        for (let at = 0; at < chunk.length;) {
            const taken = Math.min(this.#left, chunk.length - at);
            if (TELLING.has(this.#part))
                for (let i = at; i < at + taken; i++)
                    this.#bytes.push(chunk[i] ?? 0);
            at += taken;
            this.#left -= taken;
            if (this.#left > 0)
                continue;
            const before = this.#part;
            // Parts of no length are over at once.
            do
                this.#next();
            while (this.#left === 0);
            if (this.#part === 'descriptor') {
                // Only now is it known whose magic number that was.
                yield { bytes: MAGIC, last: false };
                start = at;
            }
            else if (this.#part === 'magic' && before !== 'skippable') {
                yield { bytes: chunk.subarray(start, at), last: true };
            }
        }
        if (this.#inFrame && start < chunk.length)
            yield { bytes: chunk.subarray(start), last: false };
    }
    get #inFrame() {
        return this.#part !== 'magic' && this.#part !== 'skippable size' && this.#part !== 'skippable';
    }
    finish() {
        if (this.#part !== 'magic' || this.#bytes.length > 0)
            throw this.#broken('ends in the middle of its zstd data');
    }
    /** Enters the part that follows. */
    #next() {
        const bytes = Buffer.from(this.#bytes);
        this.#bytes = [];
        switch (this.#part) {
            case 'magic':
                this.#afterMagic(bytes);
                break;
            case 'skippable size':
                this.#enter('skippable', bytes.readUInt32LE(0));
                break;
            case 'descriptor':
                this.#afterDescriptor(bytes[0] ?? 0);
                break;
            case 'header':
            case 'content':
                if (this.#lastBlock)
                    this.#enter('checksum', this.#checksum ? 4 : 0);
                else
                    this.#enter('block', 3);
                break;
            case 'block':
                this.#afterBlockHeader(bytes.readUIntLE(0, 3));
                break;
            case 'skippable':
            case 'checksum':
                this.#enter('magic', 4);
                break;
            default:
                this.#part;
        }
    }
    #afterBlockHeader(block) {
        const type = (block >> 1) & 3;
        if (type === 3)
            throw this.#broken('has broken zstd data');
        this.#lastBlock = (block & 1) === 1;
        // A run of one byte is that byte.
        this.#enter('content', type === 1 ? 1 : block >> 3);
    }
    #afterMagic(bytes) {
        if (bytes.equals(MAGIC))
            this.#enter('descriptor', 1);
        else if (isSkippable(bytes))
            this.#enter('skippable size', 4);
        else
            throw this.#broken('has something that is no zstd behind its zstd data');
    }
    #afterDescriptor(descriptor) {
        const single = (descriptor & 0x20) !== 0;
        const contentSize = [single ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
        const dictionary = [0, 1, 2, 4][descriptor & 3] ?? 0;
        this.#checksum = (descriptor & 4) !== 0;
        this.#lastBlock = false;
        this.#enter('header', (single ? 0 : 1) + dictionary + contentSize);
    }
    #enter(part, length) {
        this.#part = part;
        this.#left = length;
    }
    #broken(what) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ArchiveError */ .di(`${this.#subject} ${what}`);
    }
}
/** Whether a file that begins like this is zstd. */
function isZstd(first) {
    return first.subarray(0, 4).equals(MAGIC) || isSkippable(first);
}
function isSkippable(bytes) {
    return bytes.length >= 4 && (bytes.readUInt32LE(0) & 0xfffffff0) >>> 0 === 0x184d2a50;
}


/***/ })

};
