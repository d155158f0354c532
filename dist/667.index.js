export const id = 667;
export const ids = [667];
export const modules = {

/***/ 8798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ checkedTar)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1650);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(485);
/* harmony import */ var _scan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2928);
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

/***/ 1650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   TG: () => (/* binding */ BrokenTar),
/* harmony export */   b: () => (/* binding */ errno),
/* harmony export */   di: () => (/* binding */ ArchiveError),
/* harmony export */   gE: () => (/* binding */ ExportFailed),
/* harmony export */   x6: () => (/* binding */ PlatformNotFound),
/* harmony export */   xx: () => (/* binding */ because)
/* harmony export */ });
/**
 * What can go wrong with archives: the author's own files, and what an engine exports. Each message is a sentence that
 * names the archive; what is known beyond it travels as data.
 */
/** An archive cannot be read, made or unpacked. */
class ArchiveError extends Error {
    name = 'ArchiveError';
    hint;
    constructor(message, { hint, cause } = {}) {
        super(hint === undefined ? message : `${message}. ${hint}`, cause === undefined ? undefined : { cause });
        this.hint = hint;
    }
}
/** The bytes are no tar, or not all of one. */
class BrokenTar extends ArchiveError {
    name = 'BrokenTar';
}
/** The engine gave up in the middle of an export and wrote why into the stream. `reason` holds its own words. */
class ExportFailed extends BrokenTar {
    name = 'ExportFailed';
    reason;
    constructor(message, reason) {
        super(message);
        this.reason = reason;
    }
}
/** The archive holds the image for other platforms, listed as `os/arch[/variant]`, or for several and none was chosen. */
class PlatformNotFound extends ArchiveError {
    name = 'PlatformNotFound';
    available;
    constructor(message, available, hint) {
        super(message, { hint });
        this.available = available;
    }
}
/** A name as it may stand in a message: control characters escaped, not too long. `name` is text, not bytes. */
function shown(name, most = 300) {
    const brief = name.length > most ? `${name.slice(0, most - 50)}...${name.slice(-50)}` : name;
    return JSON.stringify(brief)
        .slice(1, -1)
        .replace(/[\u007f-\u009f\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/** The words for an errno; the code, or the error's own words, where we have none. */
function because(error) {
    const code = errno(error);
    if (code !== undefined)
        return REASONS[code] ?? code;
    return error instanceof Error ? error.message : String(error);
}
/** `ENOENT` and the like, when the error has one. */
function errno(error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    return typeof code === 'string' ? code : undefined;
}
const REASONS = {
    EACCES: 'permission denied',
    EPERM: 'operation not permitted',
    ENOENT: 'it does not exist',
    ENOTDIR: 'a part of its path is not a directory',
    EISDIR: 'it is a directory',
    ELOOP: 'too many symbolic links',
    EMFILE: 'too many open files',
    ENAMETOOLONG: 'the path is too long',
    ENOSPC: 'no space is left on the device',
    EDQUOT: 'the disk quota is used up',
    EROFS: 'the file system is read-only',
    EIO: 'input/output error',
};


/***/ }),

/***/ 4908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IE: () => (/* binding */ BLOCK),
/* harmony export */   PF: () => (/* binding */ parseLongName),
/* harmony export */   Q4: () => (/* binding */ parseRecords),
/* harmony export */   Y7: () => (/* binding */ applyExtension),
/* harmony export */   be: () => (/* binding */ isZero),
/* harmony export */   fh: () => (/* binding */ nameText),
/* harmony export */   rT: () => (/* binding */ parseBlock)
/* harmony export */ });
/**
 * Tar headers read as the engines read them (Go's archive/tar): ustar, GNU and PAX (POSIX.1-2001 pax interchange
 * format). Names are kept byte for byte, each byte one character (latin1), because file systems hold names that are not
 * UTF-8 and two of them must not become one.
 */
const BLOCK = 512;
/** A header block at `at`; undefined for a block of zeros, null for one whose checksum or numbers are wrong. */
function parseBlock(bytes, at) {
    if (bytes[at] === 0 && isZero(bytes, at, at + BLOCK))
        return undefined;
    if (!addsUp(bytes, at, number(bytes, at + 148, 8)))
        return null;
    const ustar = bytes.toString('latin1', at + 257, at + 263) === 'ustar\0';
    const prefix = ustar ? text(bytes, at + 345, 155) : '';
    const name = text(bytes, at, 100);
    const flag = String.fromCharCode(bytes[at + 156] ?? 0);
    const size = number(bytes, at + 124, 12);
    if (!Number.isSafeInteger(size) || size < 0)
        return null;
    const type = TYPES[flag] ?? 'unknown';
    return {
        flag,
        name: prefix === '' ? name : `${prefix}/${name}`,
        type,
        target: type === 'link' || type === 'symlink' ? text(bytes, at + 157, 100) : '',
        mode: whole(number(bytes, at + 100, 8)) & 0o7777,
        uid: whole(number(bytes, at + 108, 8)),
        gid: whole(number(bytes, at + 116, 8)),
        user: text(bytes, at + 265, 32),
        group: text(bytes, at + 297, 32),
        size: HEADER_ONLY.has(type) ? 0 : size,
        modified: String(number(bytes, at + 136, 12) || 0),
        major: whole(number(bytes, at + 329, 8)),
        minor: whole(number(bytes, at + 337, 8)),
        attributes: NONE,
    };
}
const NONE = new Map();
/** Types after whose header no content comes, whatever their size says: as Go reads them. */
const HEADER_ONLY = new Set([
    'link',
    'symlink',
    'character-device',
    'block-device',
    'directory',
    'fifo',
]);
const TYPES = {
    '\0': 'file',
    '0': 'file',
    '1': 'link',
    '2': 'symlink',
    '3': 'character-device',
    '4': 'block-device',
    '5': 'directory',
    '6': 'fifo',
    '7': 'file',
    S: 'sparse',
};
/** Before ustar a slash at the end was all that told a directory. Only whole names tell: a cut one can end in any. */
function typeBy(name, type) {
    return type === 'file' && name.endsWith('/') ? 'directory' : type;
}
/** The entry a block describes. Null when a record is no number where one belongs. */
function applyExtension(block, { records, longName, longTarget }) {
    const { flag: _, ...entry } = block;
    const name = records.get('path') ?? longName ?? entry.name;
    const type = typeBy(name, entry.type);
    if (records.size === 0 && longTarget === undefined) {
        return { ...entry, name, type, size: HEADER_ONLY.has(type) ? 0 : entry.size };
    }
    const count = (key, otherwise) => {
        const value = records.get(key);
        if (value === undefined || value === '')
            return otherwise;
        return /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
    };
    const size = HEADER_ONLY.has(type) ? 0 : count('size', entry.size);
    const uid = count('uid', entry.uid);
    const gid = count('gid', entry.gid);
    const modified = records.get('mtime') || entry.modified;
    if (!Number.isSafeInteger(size + uid + gid) || !/^-?\d{1,16}(\.\d*)?$/.test(modified))
        return null;
    const linked = type === 'link' || type === 'symlink';
    return {
        ...entry,
        name,
        type: [...records.keys()].some((key) => key.startsWith('GNU.sparse.')) ? 'sparse' : type,
        target: linked ? (records.get('linkpath') ?? longTarget ?? entry.target) : '',
        size,
        uid,
        gid,
        user: records.get('uname') ?? entry.user,
        group: records.get('gname') ?? entry.group,
        modified,
        attributes: new Map([...records].filter(([key]) => !FIELDS.has(key))),
    };
}
/** Records that are fields of the entry, or of no use to who unpacks it. */
const FIELDS = new Set('path linkpath size uid gid uname gname mtime atime ctime comment hdrcharset charset'.split(' '));
/** Records of a PAX header, `length key=value\n` each. Null when they are anything else. */
function parseRecords(bytes) {
    const records = new Map();
    for (let at = 0; at < bytes.length;) {
        const blank = bytes.indexOf(0x20, at);
        const digits = blank < 0 ? '' : bytes.toString('latin1', at, blank);
        // Some tools fill up with zeros.
        if (bytes[at] === 0)
            break;
        if (!/^\d{1,9}$/.test(digits))
            return null;
        const end = at + Number(digits);
        const equals = bytes.indexOf(0x3d, blank);
        if (end > bytes.length || equals < 0 || equals >= end || bytes[end - 1] !== 0x0a)
            return null;
        records.set(bytes.toString('latin1', blank + 1, equals), bytes.toString('latin1', equals + 1, end - 1));
        at = end;
    }
    return records;
}
/** A long name as GNU writes it: with a zero at the end. */
function parseLongName(bytes) {
    return text(bytes, 0, bytes.length);
}
/** The bytes of a latin1 name read as UTF-8, for messages and comparison with names of ours. */
function nameText(name) {
    return Buffer.from(name, 'latin1').toString('utf8');
}
function text(bytes, at, length) {
    let end = at;
    while (end < at + length && bytes[end] !== 0)
        end++;
    return bytes.toString('latin1', at, end);
}
/** Octal digits, or GNU's and star's binary numbers. NaN when neither. */
function number(bytes, at, length) {
    const first = bytes[at] ?? 0;
    if ((first & 0x80) !== 0) {
        // Two's complement, the first bit being the mark; what does not fit a number of ours is none.
        let value = (first & 0x40) === 0 ? first & 0x3f : first === 0xff ? -1 : Number.NaN;
        for (let i = 1; i < length; i++)
            value = value * 256 + (bytes[at + i] ?? 0);
        return Number.isSafeInteger(value) ? value : Number.NaN;
    }
    const digits = bytes
        .toString('latin1', at, at + length)
        .replace(/\0.*$/s, '')
        .trim();
    if (digits === '')
        return 0;
    return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
}
function whole(value) {
    return Number.isSafeInteger(value) && value >= 0 ? value : 0;
}
/** Whether the block's checksum, its own field counted as blanks, is this; old tools added up signed bytes. */
function addsUp(bytes, at, expected) {
    let sum = 8 * 0x20;
    let high = 0;
    for (let i = at; i < at + BLOCK; i++) {
        if (i === at + 148)
            i += 8;
        const byte = bytes[i] ?? 0;
        sum += byte;
        if (byte > 0x7f)
            high++;
    }
    return sum === expected || sum - 256 * high === expected;
}
/** Whether all bytes from `from` up to `to` are zero. */
function isZero(bytes, from, to) {
    for (let i = from; i < to; i++)
        if (bytes[i] !== 0)
            return false;
    return true;
}


/***/ }),

/***/ 485:
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

/***/ 472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ saveStream)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1650);
/**
 * Streams to files that are there whole or not at all: written beside the destination, forced to the disk, then renamed
 * onto it. Whatever goes wrong, no half file stays and an older file of that name stays as it was.
 */




/**
 * Saves all chunks as `dest` and gives the number of bytes. Directories on the way are made. A link at `dest` is
 * replaced, not followed. Throws ArchiveError when the disk says no, else what the chunks or the signal throw.
 */
async function saveStream(chunks, dest, { mode = 0o644, signal }) {
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
        signal.throwIfAborted();
        await onDisk(dest, () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(part, dest));
        return size;
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

/***/ 2928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ padding),
/* harmony export */   e: () => (/* binding */ TarScanner)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1650);
/* harmony import */ var _header_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4908);
/**
 * A walk over the bytes of a tar, pushed in chunks of any size. It keeps a header at most; content is handed on as parts
 * of the chunks, or passed over, which costs nothing whatever its size.
 */


/** Names and PAX records longer than this are an attack. */
const LONGEST_EXTENSION = 1024 * 1024;
class TarScanner {
    #subject;
    #handlers;
    #state = 'header';
    /** Bytes of the current content that are still to come, and of zeros after it. */
    #left = 0;
    #padding = 0;
    #wanted = false;
    #current = '';
    #position = 0;
    /** Bytes of a block or an extension that came in several chunks. */
    #parts = [];
    #collected = 0;
    #extensionFlag = '';
    #extension = EMPTY;
    #sparse;
    #entries = 0;
    #zeroBlocks = 0;
    /** `subject` begins the messages: `the export`, `layer 2 of app.tar`. */
    constructor(subject, handlers) {
        this.#subject = subject;
        this.#handlers = handlers;
    }
    get entries() {
        return this.#entries;
    }
    /** Whether the end mark was seen. Only zeros may follow it. */
    get ended() {
        return this.#state === 'end';
    }
    /** Throws BrokenTar, and what the handlers throw. */
    push(chunk) {
        let at = 0;
        while (at < chunk.length) {
            const rest = chunk.length - at;
            let taken;
            switch (this.#state) {
                case 'content':
                    taken = this.#pass(chunk, at, rest);
                    break;
                case 'end':
                    taken = rest;
                    if (!(0,_header_js__WEBPACK_IMPORTED_MODULE_1__/* .isZero */ .be)(chunk, at, at + rest))
                        throw this.#broken('has something behind its end');
                    break;
                default:
                    taken = this.#collect(chunk, at, rest);
            }
            at += taken;
            this.#position += taken;
            this.#settle();
        }
    }
    /** Passes over up to `most` bytes of unwanted content that need not be read at all; gives how many. */
    skip(most) {
        if (this.#state !== 'content' || this.#wanted)
            return 0;
        const skipped = Math.min(most, this.#left + this.#padding);
        const content = Math.min(skipped, this.#left);
        this.#left -= content;
        this.#padding -= skipped - content;
        this.#position += skipped;
        if (this.#left + this.#padding === 0)
            this.#state = 'header';
        return skipped;
    }
    /** To be called after the last chunk. Throws BrokenTar when the archive is not whole. */
    finish() {
        if (this.#position === 0)
            throw this.#broken('is empty');
        if (this.#state === 'content' && this.#left > 0)
            throw this.#broken(`ends in the middle of ${this.#current}`);
        if (this.#collected > 0 || this.#state === 'extension' || this.#extension !== EMPTY)
            throw this.#broken('ends in the middle of a header');
        // One block of zeros is what some tools write; none means that an unknown part is missing.
        if (this.#state !== 'end' && this.#zeroBlocks === 0)
            throw this.#broken('ends without an end mark');
    }
    #pass(chunk, at, rest) {
        if (this.#left === 0) {
            const padding = Math.min(rest, this.#padding);
            this.#padding -= padding;
            return padding;
        }
        const taken = Math.min(rest, this.#left);
        if (this.#wanted)
            this.#handlers.content?.(chunk.subarray(at, at + taken));
        this.#left -= taken;
        return taken;
    }
    /** Takes up to the end of a block or an extension, and reads it when it is whole. */
    #collect(chunk, at, rest) {
        const whole = this.#state === 'extension' ? this.#left + this.#padding : _header_js__WEBPACK_IMPORTED_MODULE_1__/* .BLOCK */ .IE;
        const taken = Math.min(rest, whole - this.#collected);
        const part = chunk.subarray(at, at + taken);
        this.#collected += taken;
        if (this.#collected < whole) {
            // A copy of a header's part costs less than keeping the chunk alive.
            this.#parts.push(Buffer.from(part));
            return taken;
        }
        const bytes = this.#parts.length === 0 ? part : Buffer.concat([...this.#parts, part]);
        this.#parts = [];
        this.#collected = 0;
        if (this.#state === 'extension')
            this.#extend(bytes.subarray(0, this.#left));
        else if (this.#state === 'sparse')
            this.#moreSparse(bytes);
        else
            this.#header(bytes);
        return taken;
    }
    #header(bytes) {
        const block = (0,_header_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBlock */ .rT)(bytes, 0);
        if (block === null)
            throw this.#broken(this.#entries === 0 ? 'is no tar' : `is garbage after ${this.#current}`);
        if (block === undefined) {
            this.#zeroBlocks++;
            if (this.#zeroBlocks === 2)
                this.#state = 'end';
            return;
        }
        if (this.#zeroBlocks > 0)
            throw this.#broken('has something behind its end');
        if ('xXLKg'.includes(block.flag)) {
            if (block.size > LONGEST_EXTENSION)
                throw this.#broken(`has a header of ${block.size} bytes`);
            this.#extensionFlag = block.flag;
            this.#left = block.size;
            this.#padding = padding(block.size);
            this.#state = 'extension';
            if (block.size === 0)
                this.#extend(Buffer.alloc(0));
            return;
        }
        const entry = (0,_header_js__WEBPACK_IMPORTED_MODULE_1__/* .applyExtension */ .Y7)(block, this.#extension);
        if (entry === null)
            throw this.#broken(`has a broken header at ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)((0,_header_js__WEBPACK_IMPORTED_MODULE_1__/* .nameText */ .fh)(block.name))}`);
        this.#extension = EMPTY;
        // GNU's list of holes goes on in blocks of its own when the header has no room for it.
        if (block.flag === 'S' && bytes[482] === 1) {
            this.#sparse = entry;
            this.#state = 'sparse';
        }
        else {
            this.#begin(entry);
        }
    }
    #moreSparse(bytes) {
        if (bytes[504] === 1 || this.#sparse === undefined)
            return;
        this.#begin(this.#sparse);
        this.#sparse = undefined;
    }
    #begin(entry) {
        this.#entries++;
        this.#current = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)((0,_header_js__WEBPACK_IMPORTED_MODULE_1__/* .nameText */ .fh)(entry.name));
        this.#left = entry.size;
        this.#padding = padding(entry.size);
        this.#state = entry.size === 0 ? 'header' : 'content';
        // The header's block, or the last part of it, is not counted yet.
        this.#wanted = this.#handlers.entry(entry, blockAfter(this.#position)) === true;
    }
    #extend(bytes) {
        this.#state = 'header';
        this.#left = 0;
        this.#padding = 0;
        switch (this.#extensionFlag) {
            case 'L':
                this.#extension = { ...this.#extension, longName: (0,_header_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLongName */ .PF)(bytes) };
                break;
            case 'K':
                this.#extension = { ...this.#extension, longTarget: (0,_header_js__WEBPACK_IMPORTED_MODULE_1__/* .parseLongName */ .PF)(bytes) };
                break;
            case 'x':
            case 'X': {
                const records = (0,_header_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRecords */ .Q4)(bytes);
                if (records === null)
                    throw this.#broken(`has broken PAX records after ${this.#current || 'its beginning'}`);
                this.#extension = { ...this.#extension, records };
                break;
            }
            default:
            // Global records: engines leave them out, too.
        }
    }
    #settle() {
        if (this.#state === 'content' && this.#left + this.#padding === 0)
            this.#state = 'header';
    }
    #broken(what) {
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .BrokenTar */ .TG(`${this.#subject} ${what}`);
    }
}
const EMPTY = { records: new Map() };
/** Zeros after content of this size. */
function padding(size) {
    return (_header_js__WEBPACK_IMPORTED_MODULE_1__/* .BLOCK */ .IE - (size % _header_js__WEBPACK_IMPORTED_MODULE_1__/* .BLOCK */ .IE)) % _header_js__WEBPACK_IMPORTED_MODULE_1__/* .BLOCK */ .IE;
}
/** The end of the block this position lies in or begins: a header may have come in two parts. */
function blockAfter(position) {
    return (Math.floor(position / _header_js__WEBPACK_IMPORTED_MODULE_1__/* .BLOCK */ .IE) + 1) * _header_js__WEBPACK_IMPORTED_MODULE_1__/* .BLOCK */ .IE;
}


/***/ })

};
