export const id = 597;
export const ids = [597];
export const modules = {

/***/ 8182:
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

/***/ 3597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  obtainArchive: () => (/* binding */ obtainArchive)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./build/archive/errors.js
var errors = __webpack_require__(1650);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./build/archive/zstd.js



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
                yield* through(last ? held : restOfFrame(held, pieces), (0,external_node_zlib_.createZstdDecompress)());
        }
    }
    finally {
        await pieces.return(undefined);
    }
}
/** A frame's content; undefined when it is too large to be had at once. */
function atOnce(frame) {
    try {
        return (0,external_node_zlib_.zstdDecompressSync)(frame, { maxOutputLength: SMALL_RESULT });
    }
    catch (error) {
        if (error instanceof RangeError)
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
    const feeding = (0,promises_.pipeline)(chunks, transform);
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
        return new errors/* ArchiveError */.di(`${this.#subject} ${what}`);
    }
}
/** Whether a file that begins like this is zstd. */
function isZstd(first) {
    return first.subarray(0, 4).equals(MAGIC) || isSkippable(first);
}
function isSkippable(bytes) {
    return bytes.length >= 4 && (bytes.readUInt32LE(0) & 0xfffffff0) >>> 0 === 0x184d2a50;
}

;// CONCATENATED MODULE: ./build/archive/compression.js
/** Compressed archives and layers, told by their first bytes: names and media types are often wrong. */



/** How many bytes tell. */
const compression_TELLING = 6;
function compressionOf(first) {
    if (first[0] === 0x1f && first[1] === 0x8b)
        return 'gzip';
    if (first.toString('latin1', 0, 3) === 'BZh')
        return 'bzip2';
    if (first.toString('latin1', 0, 6) === '\xfd7zXZ\0')
        return 'xz';
    return isZstd(first) ? 'zstd' : 'none';
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
                yield* through(all, (0,external_node_zlib_.createGunzip)());
                return;
            case 'zstd':
                yield* unzstd(all, subject);
                return;
            case 'bzip2':
            case 'xz':
                throw new errors/* ArchiveError */.di(`${subject} is compressed with ${compression}, which cannot be read here`, {
                    hint: 'Compress it with gzip or zstd, or not at all',
                });
            default:
                compression;
        }
    }
    catch (error) {
        if (!isZlibError(error))
            throw error;
        throw new errors/* ArchiveError */.di(`${subject} cannot be decompressed: ${(0,errors/* because */.xx)(new Error(error.message))}`, { cause: error });
    }
}
function isZlibError(error) {
    return error instanceof Error && 'code' in error && /^(Z_|ZSTD_|ERR_ZSTD)/.test(String(error.code));
}
/** The first bytes of a stream, and all of it. */
async function peek(chunks) {
    const iterator = chunks[Symbol.asyncIterator]();
    const held = [];
    let length = 0;
    while (length < compression_TELLING) {
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

// EXTERNAL MODULE: ./build/archive/header.js
var header = __webpack_require__(4908);
// EXTERNAL MODULE: ./build/archive/scan.js
var scan = __webpack_require__(2928);
;// CONCATENATED MODULE: ./build/archive/encode.js
/**
 * Tar headers written in one form whatever form they were read in: plain ustar where that can say it, else PAX records
 * in front (POSIX.1-2001 pax interchange format). tar-stream is not asked: it knows names as text only, and a name that
 * is not UTF-8 has to come out as it went in.
 */


const FLAGS = {
    file: '0',
    link: '1',
    symlink: '2',
    'character-device': '3',
    'block-device': '4',
    directory: '5',
    fifo: '6',
    sparse: '0',
    unknown: '0',
};
/** Numbers that fit the fields, one character of each being its end. */
const LARGEST_ID = 8 ** 7 - 1;
const LARGEST_SIZE = 8 ** 11 - 1;
/** The header of an entry with what has to stand in front of it: a multiple of 512 bytes. */
function encodeHeader(fields) {
    const { name, size, type = 'file', target = '', mode = 0o644, uid = 0, gid = 0 } = fields;
    const { user = '', group = '', modified = '0', major = 0, minor = 0, attributes = new Map() } = fields;
    const split = splitName(name);
    const seconds = Number(modified);
    const plainTime = Number.isSafeInteger(seconds) && seconds >= 0 && seconds <= LARGEST_SIZE;
    const records = new Map([
        ...(split === undefined ? [['path', name]] : []),
        ...(target.length > 100 ? [['linkpath', target]] : []),
        ...(size > LARGEST_SIZE ? [['size', String(size)]] : []),
        ...(uid > LARGEST_ID ? [['uid', String(uid)]] : []),
        ...(gid > LARGEST_ID ? [['gid', String(gid)]] : []),
        ...(user.length > 31 ? [['uname', user]] : []),
        ...(group.length > 31 ? [['gname', group]] : []),
        ...(plainTime ? [] : [['mtime', modified]]),
        ...attributes,
    ]);
    const block = encode_header({
        name: split?.name ?? name.slice(0, 100),
        prefix: split?.prefix ?? '',
        flag: FLAGS[type],
        target: target.slice(0, 100),
        mode,
        uid: uid > LARGEST_ID ? 0 : uid,
        gid: gid > LARGEST_ID ? 0 : gid,
        size: size > LARGEST_SIZE ? 0 : size,
        seconds: plainTime ? seconds : Math.min(Math.max(Math.trunc(seconds), 0), LARGEST_SIZE),
        user: user.slice(0, 31),
        group: group.slice(0, 31),
        major,
        minor,
    });
    return records.size === 0 ? block : Buffer.concat([paxHeader(records), block]);
}
/** Name and prefix as ustar has them; undefined when it does not fit. */
function splitName(name) {
    if (name.length <= 100)
        return { name, prefix: '' };
    const slash = name.indexOf('/', name.length - 101);
    if (slash <= 0 || slash > 155 || slash === name.length - 1)
        return undefined;
    return { name: name.slice(slash + 1), prefix: name.slice(0, slash) };
}
function paxHeader(records) {
    const lines = [...records]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, value]) => {
        // The length counts itself.
        const rest = key.length + value.length + 3;
        let length = rest + String(rest).length;
        if (rest + String(length).length > length)
            length++;
        return `${length} ${key}=${value}\n`;
    });
    const content = Buffer.from(lines.join(''), 'latin1');
    const block = encode_header({ ...PAX, size: content.length });
    return Buffer.concat([block, content, Buffer.alloc((0,scan/* padding */.M)(content.length))]);
}
const PAX = {
    name: 'PaxHeaders/0',
    prefix: '',
    flag: 'x',
    target: '',
    mode: 0o644,
    uid: 0,
    gid: 0,
    seconds: 0,
    user: '',
    group: '',
    major: 0,
    minor: 0,
};
function encode_header(fields) {
    const block = Buffer.alloc(header/* BLOCK */.IE);
    const octal = (value, at, digits) => block.write(value.toString(8).padStart(digits, '0'), at, digits, 'latin1');
    block.write(fields.name, 0, 'latin1');
    octal(fields.mode, 100, 7);
    octal(fields.uid, 108, 7);
    octal(fields.gid, 116, 7);
    octal(fields.size, 124, 11);
    octal(fields.seconds, 136, 11);
    block.fill(0x20, 148, 156);
    block.write(fields.flag, 156, 'latin1');
    block.write(fields.target, 157, 'latin1');
    block.write('ustar\0' + '00', 257, 'latin1');
    block.write(fields.user, 265, 'latin1');
    block.write(fields.group, 297, 'latin1');
    octal(fields.major, 329, 7);
    octal(fields.minor, 337, 7);
    block.write(fields.prefix, 345, 'latin1');
    let sum = 0;
    for (const byte of block)
        sum += byte;
    octal(sum, 148, 6);
    block[154] = 0;
    return block;
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./build/archive/checked-tar.js
var checked_tar = __webpack_require__(8798);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./build/archive/local-file.js
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
            handle = await (0,external_node_fs_promises_.open)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK);
            const stats = await handle.stat();
            if (!stats.isFile())
                throw new errors/* ArchiveError */.di(`cannot read ${(0,errors/* shown */.SP)(path)}: it is no regular file`);
            return new LocalFile(path, handle, stats);
        }
        catch (error) {
            await handle?.close().catch(() => undefined);
            throw error instanceof errors/* ArchiveError */.di ? error : unreadable(path, error);
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
        return new errors/* ArchiveError */.di(`cannot read ${(0,errors/* shown */.SP)(this.path)}: ${what} while it was being read`, {
            hint: 'Keep other processes from changing it',
        });
    }
}
/** Whether a directory or something else is there. Throws ArchiveError when nothing is. */
async function isDirectory(path) {
    try {
        return (await (0,external_node_fs_promises_.stat)(path)).isDirectory();
    }
    catch (error) {
        throw unreadable(path, error);
    }
}
function unreadable(path, cause) {
    return new errors/* ArchiveError */.di(`cannot read ${(0,errors/* shown */.SP)(path)}: ${(0,errors/* because */.xx)(cause)}`, { cause });
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

;// CONCATENATED MODULE: ./build/archive/layout.js
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
        await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(directory, name)).catch((cause) => {
            if ((0,errors/* errno */.b)(cause) !== 'ENOENT')
                throw unreadable((0,external_node_path_.join)(directory, name), cause);
            throw new errors/* ArchiveError */.di(`${(0,errors/* shown */.SP)(directory)} is a directory without the file ${name}, so no OCI image layout`, {
                hint: 'Name a tar, or a directory with oci-layout, index.json and blobs',
            });
        });
    }
    const blobs = [];
    for (const algorithm of await list((0,external_node_path_.join)(directory, 'blobs'))) {
        if (!/^[a-z0-9]+$/.test(algorithm))
            continue;
        const names = await list((0,external_node_path_.join)(directory, 'blobs', algorithm));
        blobs.push(...names.filter((name) => /^[0-9a-f]{32,}$/.test(name)).map((name) => `blobs/${algorithm}/${name}`));
    }
    return [...blobs.sort(), 'index.json', 'oci-layout'];
}
async function list(directory) {
    return (0,external_node_fs_promises_.readdir)(directory).catch((cause) => {
        throw unreadable(directory, cause);
    });
}
/** The layout as a tar, the same bytes each time. Throws ArchiveError when a member cannot be read or changes. */
async function* layoutTar(directory, signal) {
    for (const name of await layoutMembers(directory)) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_1, await LocalFile.open((0,external_node_path_.join)(directory, name)), true);
            yield encodeHeader({ name, size: file.size });
            yield* file.stream(signal);
            yield Buffer.alloc((0,scan/* padding */.M)(file.size));
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
    yield Buffer.alloc(2 * header/* BLOCK */.IE);
}

;// CONCATENATED MODULE: ./build/archive/open.js
var open_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var open_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
        if (await isDirectory(path))
            return asReadable(layoutTar(path, signal), signal);
        // Looked at now, so that the caller learns here what is wrong with it; opened again when it is read, if ever.
        const file = open_addDisposableResource(env_1, await LocalFile.open(path), true);
        if (file.size === 0)
            throw new errors/* ArchiveError */.di(`${(0,errors/* shown */.SP)(path)} is empty`);
        return asReadable(bytesOf(path, decompress, signal), signal);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = open_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function* bytesOf(path, decompress, signal) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const file = open_addDisposableResource(env_2, await LocalFile.open(path), true);
        const compression = compressionOf(await file.read(0, compression_TELLING));
        const stream = file.stream(signal);
        const options = { holds: 'anything', subject: (0,errors/* shown */.SP)(path) };
        if (compression === 'none')
            yield* (0,checked_tar/* checkedTar */.F)(stream, options);
        else if (compression !== 'zstd' && !(compression === 'gzip' && decompress))
            yield* stream;
        else
            yield* (0,checked_tar/* checkedTar */.F)(decompressed(stream, (0,errors/* shown */.SP)(path)), options);
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = open_disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
/** For bodies of requests. */
function asReadable(chunks, signal) {
    return external_node_stream_.Readable.from(chunks, { objectMode: false, signal });
}

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
    return asReadable(archive(image, options), options.signal);
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
        yield encodeHeader({ name, size });
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
    yield encodeHeader({ name, size: content.length });
    yield content;
    yield Buffer.alloc((0,scan/* padding */.M)(content.length));
}
/** The layer in a form that all engines know. A tar wants sizes in front, so what is decompressed is counted before. */
async function loadable(layer, signal) {
    let first = Buffer.alloc(0);
    let size = 0;
    for await (const piece of layer.read(signal)) {
        if (first.length < compression_TELLING)
            first = Buffer.concat([first, piece.subarray(0, compression_TELLING)]);
        size += piece.length;
    }
    if (compressionOf(first) !== 'zstd')
        return { size, content: layer.read(signal) };
    size = 0;
    for await (const piece of layer.tar(signal))
        size += piece.length;
    return { size, content: layer.tar(signal) };
}

;// CONCATENATED MODULE: ./build/archive/image-names.js
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
    return /^[\w.:/-]+:[\w.-]{1,128}$/.test(name) && name.length <= 512 && (0,errors/* shown */.SP)(name) === name;
}

// EXTERNAL MODULE: ./build/archive/names.js
var names = __webpack_require__(485);
;// CONCATENATED MODULE: ./build/archive/members.js
var members_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var members_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
async function members_small(chunks, subject) {
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
    await scanFile(file, scanner, signal);
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
    const names = new Set(await layoutMembers(directory));
    const subject = (0,errors/* shown */.SP)(directory);
    return {
        subject,
        has: (name) => names.has(name),
        async *read(name, signal) {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                if (!names.has(name))
                    throw missing(name, subject);
                const file = members_addDisposableResource(env_1, await LocalFile.open((0,external_node_path_.join)(directory, name)), true);
                yield* file.stream(signal);
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                const result_1 = members_disposeResources(env_1);
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
var save = __webpack_require__(472);
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
                const tar = (signal) => verified(decompressed(read(signal), subject(i)), diffId, subject(i));
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
    if (await isDirectory(path))
        return directoryMembers(path);
    const file = await LocalFile.open(path);
    try {
        if (compressionOf(await file.read(0, compression_TELLING)) === 'none')
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
    const directory = await (0,external_node_fs_promises_.mkdtemp)((0,external_node_path_.join)(scratch, 'archive-'));
    const remove = () => (0,external_node_fs_promises_.rm)(directory, { recursive: true, force: true });
    try {
        const copy = (0,external_node_path_.join)(directory, 'image.tar');
        await (0,save/* saveStream */.S)(decompressed(file.stream(signal), subject), copy, { mode: 0o600, signal });
        const plain = await LocalFile.open(copy);
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
        const index = parseJson(await members_small(members.read('index.json', signal), members.subject));
        const manifests = new Map();
        await collectManifests(members, index, undefined, manifests, signal);
        const found = [];
        for (const [digest, names] of manifests)
            found.push(await ociCandidate(members, digest, names, signal));
        if (found.length > 0)
            return found;
    }
    if (!members.has('manifest.json'))
        throw new errors/* ArchiveError */.di(`${members.subject} holds no image`);
    const manifest = parseJson(await members_small(members.read('manifest.json', signal), members.subject));
    const images = Array.isArray(manifest) ? manifest : [];
    return Promise.all(images.map((image) => dockerCandidate(members, image, signal)));
}
const DEEPEST_INDEX = 4;
/** Names of each image manifest below an index, by digest. What the archive leaves out, and attestations, do not count. */
async function collectManifests(members, index, inherited, found, signal, depth = 0) {
    if (depth > DEEPEST_INDEX)
        throw new errors/* ArchiveError */.di(`${members.subject} has an index in an index without end`);
    for (const descriptor of ownList(index, 'manifests')) {
        const digest = ownText(descriptor, 'digest');
        const member = blobMember(digest);
        if (member === undefined || !members.has(member) || isAttestation(descriptor))
            continue;
        const names = inherited ?? namesOfDescriptor(descriptor);
        const json = parseJson(await members_small(readBlob(members, member, digest, signal), members.subject));
        if (Array.isArray(own(json, 'manifests'))) {
            await collectManifests(members, json, names, found, signal, depth + 1);
        }
        else if (own(json, 'config') !== undefined) {
            found.set(digest, [...new Set([...(found.get(digest) ?? []), ...names])]);
        }
    }
}
function isAttestation(descriptor) {
    const platform = own(descriptor, 'platform');
    return (ownText(own(descriptor, 'annotations'), 'vnd.docker.reference.type') !== '' || ownText(platform, 'os') === 'unknown');
}
async function ociCandidate(members, digest, names, signal) {
    const manifest = parseJson(await members_small(readBlob(members, blobMember(digest) ?? '', digest, signal), members.subject));
    const blob = (descriptor) => {
        const found = ownText(descriptor, 'digest');
        const member = blobMember(found);
        if (member === undefined)
            throw new errors/* ArchiveError */.di(`${members.subject} has a broken manifest: ${(0,errors/* shown */.SP)(digest)}`);
        return { member, digest: found };
    };
    return candidate(members, names, blob(own(manifest, 'config')), ownList(manifest, 'layers').map(blob), signal);
}
async function dockerCandidate(members, image, signal) {
    const blob = (member) => {
        const [, algorithm, hex] = /^blobs\/([a-z0-9]+)\/([0-9a-f]+)$/.exec(member) ?? [];
        return { member, digest: algorithm === undefined ? undefined : `${algorithm}:${hex}` };
    };
    const config = ownText(image, 'Config');
    return candidate(members, ownTexts(image, 'RepoTags'), blob(config), ownTexts(image, 'Layers').map(blob), signal);
}
async function candidate(members, names, config, layers, signal) {
    const bytes = await members_small(readBlob(members, config.member, config.digest, signal), members.subject);
    const json = parseJson(bytes);
    const variant = ownText(json, 'variant');
    return {
        names,
        platform: {
            os: ownText(json, 'os') || 'linux',
            architecture: ownText(json, 'architecture') || 'unknown',
            ...(variant !== '' && { variant }),
        },
        config: bytes,
        diffIds: ownTexts(own(json, 'rootfs'), 'diff_ids'),
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

;// CONCATENATED MODULE: ./build/archive/kind.js
var kind_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var kind_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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








/** Throws ArchiveError when there is nothing, or neither a tar nor a layout; BrokenTar when it is cut. */
async function identifyArchive(path, { signal }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        if (await isDirectory(path)) {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                await layoutMembers(path);
                const index = kind_addDisposableResource(env_2, await LocalFile.open(`${path}/index.json`), true);
                const names = namesOfIndex(parseJson(await index.read(0, kind_LARGEST_JSON)));
                return { form: 'directory', compression: 'none', content: 'oci', names };
            }
            catch (e_1) {
                env_2.error = e_1;
                env_2.hasError = true;
            }
            finally {
                const result_1 = kind_disposeResources(env_2);
                if (result_1)
                    await result_1;
            }
        }
        const file = kind_addDisposableResource(env_1, await LocalFile.open(path), true);
        if (file.size === 0)
            throw new errors/* ArchiveError */.di(`${(0,errors/* shown */.SP)(path)} is empty`);
        const compression = compressionOf(await file.read(0, compression_TELLING));
        if (!isReadable(compression))
            return { form: 'file', compression, content: 'unknown', names: [] };
        const detective = new Detective();
        const scanner = new scan/* TarScanner */.e((0,errors/* shown */.SP)(path), detective);
        if (compression === 'none')
            await scanFile(file, scanner, signal);
        else
            await scanStream(decompressed(file.stream(signal), (0,errors/* shown */.SP)(path)), scanner, () => detective.certain);
        return { form: 'file', compression, ...detective.finding() };
    }
    catch (e_2) {
        env_1.error = e_2;
        env_1.hasError = true;
    }
    finally {
        const result_2 = kind_disposeResources(env_1);
        if (result_2)
            await result_2;
    }
}
/** Bytes of the JSON files that are read. */
const kind_LARGEST_JSON = 8 * 1024 * 1024;
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
        if (JSON_FILES.has(path) && type === 'file' && size <= kind_LARGEST_JSON) {
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
            return { content: 'docker', names: images };
        // Before Docker 1.10 there was no manifest.json.
        if (this.#repositories && this.#ids)
            return { content: 'docker', names: [] };
        const index = this.#json('index.json');
        if (this.#foreign <= _a.#ENOUGH && Array.isArray(index?.manifests))
            return { content: 'oci', names: namesOfIndex(index) };
        return { content: 'rootfs', names: [] };
    }
    /** The names in manifest.json; undefined when it does not describe images. */
    #images() {
        return this.#foreign > _a.#ENOUGH ? undefined : namesOfManifest(this.#json('manifest.json'));
    }
    #json(name) {
        const pieces = this.#texts.get(name);
        return pieces === undefined ? undefined : parseJson(Buffer.concat(pieces));
    }
}
_a = Detective;
const JSON_FILES = new Set(['manifest.json', 'index.json']);

// EXTERNAL MODULE: ./build/engine/create.js
var create = __webpack_require__(2919);
// EXTERNAL MODULE: ./build/engine/inspect.js
var inspect = __webpack_require__(9175);
// EXTERNAL MODULE: ./build/engine/errors.js
var engine_errors = __webpack_require__(2952);
// EXTERNAL MODULE: ./build/engine/json.js
var json = __webpack_require__(9665);
// EXTERNAL MODULE: ./build/engine/messages.js
var messages = __webpack_require__(8111);
// EXTERNAL MODULE: ./build/engine/parameters.js
var parameters = __webpack_require__(9623);
// EXTERNAL MODULE: ./build/engine/platform.js
var engine_platform = __webpack_require__(7788);
// EXTERNAL MODULE: ./build/engine/transfer.js
var transfer = __webpack_require__(868);
;// CONCATENATED MODULE: ./build/engine/load.js






const ENDPOINT = 'POST /images/load';
/**
 * `archive` is a docker or OCI archive, plain or compressed by gzip, bzip2 or xz (zstd on newer engines). An archive
 * without `manifest.json` needs the containerd store or Podman. Every failure comes inside of a 200, and one kind as
 * plain text. Throws EngineError; StreamCutShort when no image was loaded.
 */
async function* load(engine, archive, options) {
    const { quiet, platform, signal } = options;
    (0,parameters/* admit */.w4)(engine, ENDPOINT, { platform });
    const chunks = await engine.transport.stream({
        method: 'POST',
        path: '/images/load',
        endpoint: ENDPOINT,
        query: { quiet: quiet === false ? '0' : '1', platform: (0,engine_platform/* encodePlatform */.A)(platform) },
        body: archive,
        signal,
    });
    let loaded = false;
    for await (const message of (0,messages/* decodeMessages */.V)(chunks, ENDPOINT)) {
        yield* (0,transfer/* statusOf */.c)(message);
        for (const event of readLines(message.stream ?? '')) {
            loaded = true;
            yield event;
        }
    }
    // A body that failed while the engine went on must never count as loaded (hardening C2).
    if (archive.errored)
        throw archive.errored;
    if (!loaded)
        throw new engine_errors/* StreamCutShort */.NR('the engine loaded no image from the archive', { status: 0, endpoint: ENDPOINT });
}
function* readLines(text) {
    for (const line of text.split('\n')) {
        const [, what, names = ''] = /^Loaded image( ID|\(s\))?: (.+)$/.exec(line.trim()) ?? [];
        // The containerd store says so as if it were nothing.
        if (/^Error unpacking image /.test(line))
            throw new engine_errors/* EngineError */.NJ(line, { status: 0, endpoint: ENDPOINT });
        // Podman joins the names of several images.
        for (const name of names.split(',').filter((item) => item !== '')) {
            const id = (0,json/* imageIdOf */.CR)(name);
            if (id !== undefined)
                yield { kind: 'loaded-id', id };
            else if (what !== ' ID')
                yield { kind: 'loaded', name };
        }
    }
}

// EXTERNAL MODULE: ./build/registry/platform.js
var registry_platform = __webpack_require__(7891);
// EXTERNAL MODULE: ./build/registry/reference.js
var reference = __webpack_require__(6247);
// EXTERNAL MODULE: ./build/report/progress.js + 8 modules
var report_progress = __webpack_require__(1295);
// EXTERNAL MODULE: ./build/report/units.js
var units = __webpack_require__(5088);
// EXTERNAL MODULE: ./build/pipeline/changes.js
var pipeline_changes = __webpack_require__(8182);
// EXTERNAL MODULE: ./build/pipeline/errors.js
var pipeline_errors = __webpack_require__(9032);
// EXTERNAL MODULE: ./build/pipeline/obtained.js
var obtained = __webpack_require__(8883);
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














/** Throws ArchiveError, EngineError, InvalidInput, WrongPlatform. */
async function obtainArchive(opened, origin, tools) {
    const { archive, form } = origin;
    if (archive.kind === 'url')
        return importFrom(opened, origin, archive.url, tools);
    const { content, names } = await identifyArchive(archive.path, tools);
    const isImage = form === 'auto' ? content !== 'rootfs' : form === 'image';
    if (form === 'image' && content === 'rootfs') {
        throw new pipeline_errors/* InvalidInput */.o9('archive', `${archive.path} holds no image`, 'leave archive-type out to import it as a root file system');
    }
    if (!isImage)
        return importFrom(opened, origin, await openArchive(archive.path, tools), tools);
    if (origin.changes.length > 0 || origin.labels.size > 0 || origin.message !== undefined) {
        throw new pipeline_errors/* InvalidInput */.o9('archive', 'it holds an image, which has its configuration: changes, labels and message are for root file systems', 'leave them out');
    }
    return loadFrom(opened, origin, { path: archive.path, content, names }, tools);
}
async function loadFrom({ engine, ledger }, { image, platform, quiet }, { path, content, names }, { log, temp, signal }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        log.group(`Load ${path}`);
        for (const name of names)
            ledger.name(name);
        // An OCI layout alone is nothing to the graph driver; and only newer engines choose a platform themselves.
        const understands = engine.facts.store === 'containerd' || engine.facts.product === 'podman' || content === 'docker';
        const stack = obtain_archive_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        let body;
        // Podman 4 loads no compressed archive.
        if (understands)
            body = await openArchive(path, { decompress: engine.facts.product === 'podman', signal });
        else
            body = toDockerArchive(stack.use(await openImage(path, { platform, scratch: temp, signal })), { signal });
        const choice = understands && engine.facts.store === 'containerd' ? platform : undefined;
        const loaded = [];
        const progress = (0,report_progress/* createProgress */.m)(log);
        for await (const event of load(engine, body, { quiet, platform: choice, signal })) {
            if (event.kind === 'status')
                progress.status(event);
            else
                loaded.push(event.kind === 'loaded' ? event.name : event.id);
            if (event.kind === 'loaded')
                ledger.name(event.name);
            if (event.kind === 'loaded-id')
                ledger.image(event.id);
        }
        progress.finish();
        log.endGroup();
        const chosen = obtain_archive_choose(loaded, image && (0,reference/* formatReference */.FH)(image));
        const details = await (0,inspect/* inspect */.N)(engine, chosen, { signal });
        ledger.image(details.id);
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
/** One image of those that were loaded. Several names may be of one. */
function obtain_archive_choose(loaded, wanted) {
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
function fullName(name) {
    try {
        return (0,reference/* formatReference */.FH)((0,reference/* parseReference */.F2)(name));
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
    const what = from instanceof URL ? from.href : origin.archive.kind === 'file' ? origin.archive.path : '';
    log.info(`Importing ${what} as a root file system`);
    let id = '';
    const source = { kind: 'import', from, changes, message, platform: platform && (0,registry_platform/* formatPlatform */.Bq)(platform) };
    for await (const event of (0,create/* create */.v)(engine, source, { signal }))
        if (event.kind === 'imported')
            id = event.id;
    ledger.image(id);
    return { image: await (0,inspect/* inspect */.N)(engine, id, { signal }) };
}


/***/ })

};
