export const id = 7795;
export const ids = [7795];
export const modules = {

/***/ 97795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ encodeHeader)
/* harmony export */ });
/* harmony import */ var _header_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24908);
/* harmony import */ var _scan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92928);
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
    const block = header({
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
    const block = header({ ...PAX, size: content.length });
    return Buffer.concat([block, content, Buffer.alloc((0,_scan_js__WEBPACK_IMPORTED_MODULE_1__/* .padding */ .M)(content.length))]);
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
function header(fields) {
    const block = Buffer.alloc(_header_js__WEBPACK_IMPORTED_MODULE_0__/* .BLOCK */ .IE);
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


/***/ })

};
