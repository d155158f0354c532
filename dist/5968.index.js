export const id = 5968;
export const ids = [5968];
export const modules = {

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
/** The words for an errno; the code itself where we have none. */
function because(error) {
    const code = errno(error);
    return code === undefined ? String(error) : (REASONS[code] ?? code);
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

/***/ 24908:
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

/***/ 92928:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ padding),
/* harmony export */   e: () => (/* binding */ TarScanner)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1650);
/* harmony import */ var _header_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24908);
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


/***/ }),

/***/ 45968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openTarContext: () => (/* binding */ openTarContext)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var _compression_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36703);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1650);
/* harmony import */ var _header_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24908);
/* harmony import */ var _local_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31273);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(50485);
/* harmony import */ var _scan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92928);
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
 * A tar on disk as build context. Builders read it plain or compressed with gzip, bzip2 or xz; what they would take for
 * a Dockerfile, zstd, is decompressed here. It is looked through for its Dockerfile, which names the base images.
 */







/** Throws ArchiveError for what is no tar, and for one without the Dockerfile. */
async function openTarContext(path, { file, signal }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const local = __addDisposableResource(env_1, await _local_file_js__WEBPACK_IMPORTED_MODULE_4__/* .LocalFile */ .EY.open(path), true);
        const compression = (0,_compression_js__WEBPACK_IMPORTED_MODULE_1__/* .compressionOf */ .MB)(await local.read(0, _compression_js__WEBPACK_IMPORTED_MODULE_1__/* .TELLING */ .se));
        const finder = new Finder(file === undefined ? ['Dockerfile', 'dockerfile'] : [(0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .normalName */ .t)(file)]);
        if ((0,_compression_js__WEBPACK_IMPORTED_MODULE_1__/* .isReadable */ .hS)(compression))
            await look(local, compression, finder, signal);
        else
            finder.assume();
        const { name } = finder;
        if (name === undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ArchiveError */ .di(`the context ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(path)} has no ${finder.wanted}${finder.alternatives()}`, {
                hint: 'Set the input "file" to its path inside of the tar',
            });
        }
        return {
            size: local.size,
            compression,
            dockerfile: name,
            dockerfileText: finder.text,
            send: (sending) => node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(bytesOf(path, compression, sending), { objectMode: false }),
        };
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
async function look(local, compression, finder, signal) {
    const subject = `the context ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(local.path)}`;
    const scanner = new _scan_js__WEBPACK_IMPORTED_MODULE_5__/* .TarScanner */ .e(subject, finder);
    try {
        if (compression === 'none')
            await (0,_local_file_js__WEBPACK_IMPORTED_MODULE_4__/* .scanFile */ .WN)(local, scanner, signal);
        else {
            for await (const chunk of (0,_compression_js__WEBPACK_IMPORTED_MODULE_1__/* .decompressed */ .ji)(local.stream(signal), subject)) {
                scanner.push(chunk);
                if (finder.isDone)
                    return;
            }
            scanner.finish();
        }
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BrokenTar */ .TG) || scanner.entries > 0)
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ArchiveError */ .di(`${subject} is neither a directory nor a tar`, {
            cause: error,
            hint: 'Set the input "context" to the directory to build from',
        });
    }
}
async function* bytesOf(path, compression, signal) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const local = __addDisposableResource(env_2, await _local_file_js__WEBPACK_IMPORTED_MODULE_4__/* .LocalFile */ .EY.open(path), true);
        const bytes = local.stream(signal);
        yield* compression === 'zstd' ? (0,_compression_js__WEBPACK_IMPORTED_MODULE_1__/* .decompressed */ .ji)(bytes, `the context ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(path)}`) : bytes;
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
/** More than any Dockerfile. Bytes. */
const LARGEST = 4 * 1024 * 1024;
/** Looks for the first of some names. */
class Finder {
    #names;
    #pieces = [];
    #others = [];
    #found;
    #left = 0;
    constructor(names) {
        this.#names = names;
    }
    /** Takes the first name unseen. */
    assume() {
        this.#found = this.#names[0];
    }
    get wanted() {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(this.#names[0] ?? '');
    }
    get name() {
        return this.#found;
    }
    get text() {
        return this.#pieces.length === 0 ? undefined : Buffer.concat(this.#pieces).toString('utf8');
    }
    /** Found by its first name, and read. */
    get isDone() {
        return this.#found === this.#names[0] && this.#left === 0;
    }
    alternatives() {
        return this.#others.length === 0 ? '' : `; it has ${this.#others.slice(0, 5).join(', ')}`;
    }
    entry({ name, type, size }) {
        const path = (0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .normalName */ .t)((0,_header_js__WEBPACK_IMPORTED_MODULE_3__/* .nameText */ .fh)(name));
        const rank = this.#names.indexOf(path);
        const known = this.#found === undefined ? this.#names.length : this.#names.indexOf(this.#found);
        if (rank < 0 && type === 'file' && /(?:dockerfile|containerfile)/i.test(path))
            this.#others.push((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(path));
        // Of one name the last entry counts, as it overwrites the others.
        if (rank < 0 || rank > known || type === 'directory')
            return false;
        this.#found = path;
        this.#pieces.length = 0;
        this.#left = type === 'file' && size <= LARGEST ? size : 0;
        return this.#left > 0;
    }
    content(piece) {
        this.#pieces.push(Buffer.from(piece));
        this.#left -= piece.length;
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
