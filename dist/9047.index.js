export const id = 9047;
export const ids = [9047];
export const modules = {

/***/ 49047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fileSyncMethods: () => (/* binding */ fileSyncMethods)
/* harmony export */ });
/* harmony import */ var _metadata_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89336);
/* harmony import */ var _packet_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3457);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29383);



/** Entries and small files go out joined to this many bytes; the connection takes them in one go. */
const BATCH = 64 * 1024;
/** Read and sent at once of a large file. BuildKit 0.8 ends the session for messages of 4 MiB. */
const CHUNK = 512 * 1024;
const NO_BYTES = new Uint8Array(0);
function fileSyncMethods(options) {
    const handle = async (call) => {
        const name = (0,_metadata_js__WEBPACK_IMPORTED_MODULE_2__/* .valuesOf */ .s)(call, 'dir-name')[0] ?? '';
        const directory = options.directories.get(name);
        if (directory === undefined)
            throw new _status_js__WEBPACK_IMPORTED_MODULE_1__/* .GrpcError */ .nz(_status_js__WEBPACK_IMPORTED_MODULE_1__/* .Code */ .Cy.notFound, `this session has no directory "${name}"`);
        const request = {
            include: (0,_metadata_js__WEBPACK_IMPORTED_MODULE_2__/* .valuesOf */ .s)(call, 'include-patterns'),
            exclude: (0,_metadata_js__WEBPACK_IMPORTED_MODULE_2__/* .valuesOf */ .s)(call, 'exclude-patterns'),
            follow: (0,_metadata_js__WEBPACK_IMPORTED_MODULE_2__/* .valuesOf */ .s)(call, 'followpaths'),
        };
        const sending = new Sending(call);
        options.onTransfer?.({ directory: name, request, listed: sending.listed, sent: sending.sent });
        try {
            await sending.run(directory, request);
        }
        catch (error) {
            if (call.signal.aborted || error instanceof _status_js__WEBPACK_IMPORTED_MODULE_1__/* .GrpcError */ .nz)
                throw error;
            options.onFailure?.(error);
            await sending.giveUp(error);
            throw error;
        }
    };
    return new Map([['/moby.filesync.v1.FileSync/DiffCopy', { kind: 'stream', handle }]]);
}
/** One call: the listing, the requests and the content all go on at the same time. */
class Sending {
    listed = { entries: 0, bytes: 0 };
    sent = { files: 0, bytes: 0 };
    #call;
    /** Ends the other parts when one has failed. */
    #over = new AbortController();
    #signal;
    /** Files that may be asked for, by id. */
    #files = new Map();
    #wanted = new Queue();
    constructor(call) {
        this.#call = call;
        this.#signal = AbortSignal.any([call.signal, this.#over.signal]);
    }
    async run(directory, request) {
        const parts = [this.#list(directory, request), this.#receive(), this.#answer()];
        try {
            await Promise.all(parts);
        }
        catch (error) {
            this.#over.abort(error);
            throw error;
        }
        await this.#call.send((0,_packet_js__WEBPACK_IMPORTED_MODULE_0__/* .encodePacket */ .Py)({ kind: 'finish' }));
    }
    /** Tells the builder, which then throws away what it has got by now. */
    async giveUp(error) {
        const text = error instanceof Error ? error.message : String(error);
        // Whether it arrives or not, the status of the call says the same.
        await this.#call.send((0,_packet_js__WEBPACK_IMPORTED_MODULE_0__/* .encodePacket */ .Py)({ kind: 'error', text })).catch(() => { });
    }
    async #list(directory, request) {
        const batch = new Batch(this.#call);
        let id = 0;
        for await (const entries of directory.list(request, this.#signal)) {
            for (const entry of entries) {
                this.#register(id++, entry);
                batch.add(packetOf(entry));
                if (batch.full)
                    await batch.send();
            }
            // Little as it may be: the builder compares while we look on.
            await batch.send();
        }
        batch.add((0,_packet_js__WEBPACK_IMPORTED_MODULE_0__/* .encodePacket */ .Py)({ kind: 'stat', stat: undefined }));
        await batch.send();
    }
    #register(id, entry) {
        this.listed.entries++;
        if (entry.kind !== 'file' || entry.target !== '')
            return;
        this.listed.bytes += entry.size;
        this.#files.set(id, entry);
    }
    async #receive() {
        for await (const message of this.#call.requests) {
            const packet = (0,_packet_js__WEBPACK_IMPORTED_MODULE_0__/* .decodePacket */ .JD)(message);
            if (packet.kind === 'request') {
                const entry = this.#files.get(packet.id);
                if (entry === undefined)
                    throw new _status_js__WEBPACK_IMPORTED_MODULE_1__/* .GrpcError */ .nz(_status_js__WEBPACK_IMPORTED_MODULE_1__/* .Code */ .Cy.internal, `there is no file ${packet.id} to be asked for`);
                this.#files.delete(packet.id);
                this.#wanted.push({ id: packet.id, entry });
            }
            else if (packet.kind === 'error') {
                throw new _status_js__WEBPACK_IMPORTED_MODULE_1__/* .GrpcError */ .nz(_status_js__WEBPACK_IMPORTED_MODULE_1__/* .Code */ .Cy.unknown, `the builder gave up: ${packet.text}`);
            }
            else if (packet.kind === 'finish') {
                this.#wanted.end();
                return;
            }
        }
        throw new _status_js__WEBPACK_IMPORTED_MODULE_1__/* .GrpcError */ .nz(_status_js__WEBPACK_IMPORTED_MODULE_1__/* .Code */ .Cy.internal, 'the builder went away in the middle of a transfer');
    }
    /** One file after the other: they share one stream, and with synchronous reading nothing is won by turns. */
    async #answer() {
        const batch = new Batch(this.#call);
        for (;;) {
            const next = this.#wanted.take();
            if (next !== undefined) {
                await this.#sendFile(next, batch);
            }
            else if (batch.empty) {
                if (!(await this.#wanted.filled(this.#signal)))
                    return;
            }
            else {
                await batch.send();
            }
        }
    }
    /** The end of a file goes out only when it is certain that all of it was what was listed. */
    async #sendFile({ id, entry }, batch) {
        const file = entry.open();
        try {
            while (file.left > 0) {
                const { packet, at } = (0,_packet_js__WEBPACK_IMPORTED_MODULE_0__/* .roomForData */ .vX)(id, Math.min(CHUNK, file.left));
                for (let end = at; end < packet.length;)
                    end += file.read(packet, end, packet.length - end);
                batch.add(packet);
                this.sent.bytes += packet.length - at;
                if (batch.full)
                    await batch.send();
                this.#signal.throwIfAborted();
            }
            file.finish();
        }
        finally {
            file.close();
        }
        batch.add((0,_packet_js__WEBPACK_IMPORTED_MODULE_0__/* .encodePacket */ .Py)({ kind: 'data', id, data: NO_BYTES }));
        this.sent.files++;
    }
}
function packetOf({ path, kind, mode, size, modified, target }) {
    const linked = kind === 'file' && target !== '';
    const stat = {
        path: Buffer.from(path),
        mode: (0,_packet_js__WEBPACK_IMPORTED_MODULE_0__/* .toGoMode */ .Ry)(kind, mode),
        size: linked ? 0 : size,
        modified,
        target: Buffer.from(target),
    };
    return (0,_packet_js__WEBPACK_IMPORTED_MODULE_0__/* .encodePacket */ .Py)({ kind: 'stat', stat });
}
/** Messages on their way out, joined: thousands of small ones would take longest by themselves. */
class Batch {
    #call;
    #messages = [];
    #length = 0;
    constructor(call) {
        this.#call = call;
    }
    get empty() {
        return this.#messages.length === 0;
    }
    get full() {
        return this.#length >= BATCH;
    }
    add(message) {
        this.#messages.push(message);
        this.#length += message.length;
    }
    async send() {
        if (this.empty)
            return;
        const messages = this.#messages;
        this.#messages = [];
        this.#length = 0;
        await this.#call.send(...messages);
    }
}
/** First in, first out, with an end. */
class Queue {
    #items = [];
    #first = 0;
    #ended = false;
    #wake = () => { };
    push(item) {
        this.#items.push(item);
        this.#wake();
    }
    end() {
        this.#ended = true;
        this.#wake();
    }
    take() {
        const item = this.#items[this.#first++];
        if (item === undefined || this.#first === this.#items.length) {
            this.#items = [];
            this.#first = 0;
        }
        return item;
    }
    /** Whether there is something to take; false when there never will be. Throws the signal's reason. */
    async filled(signal) {
        signal.throwIfAborted();
        if (this.#items.length > 0 || this.#ended)
            return this.#items.length > 0;
        const { promise, resolve } = Promise.withResolvers();
        this.#wake = resolve;
        signal.addEventListener('abort', this.#wake, { once: true });
        await promise;
        signal.removeEventListener('abort', this.#wake);
        signal.throwIfAborted();
        return this.#items.length > 0;
    }
}


/***/ }),

/***/ 89336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ valuesOf)
/* harmony export */ });
/** All values of a field, in order, decoded. */
function valuesOf({ metadata }, name) {
    const values = metadata.filter(([key]) => key === name).map(([, value]) => value);
    const escaped = metadata.some(([key, value]) => key === `${name}-encoded` && value === '1');
    return values.map((value) => (escaped ? queryUnescape(value) : fromLatin1(value)));
}
/** Go's url.QueryUnescape; what is no escape stays as it is. */
function queryUnescape(value) {
    try {
        return decodeURIComponent(value.replaceAll('+', ' '));
    }
    catch {
        return value;
    }
}
function fromLatin1(value) {
    return /[\x80-\xff]/.test(value) ? Buffer.from(value, 'latin1').toString() : value;
}


/***/ }),

/***/ 3457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JD: () => (/* binding */ decodePacket),
/* harmony export */   Py: () => (/* binding */ encodePacket),
/* harmony export */   Ry: () => (/* binding */ toGoMode),
/* harmony export */   vX: () => (/* binding */ roomForData),
/* harmony export */   vf: () => (/* binding */ decodeBytesMessage)
/* harmony export */ });
/* unused harmony export fromGoMode */
/* harmony import */ var _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59799);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29383);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89504);
/**
 * The messages by which BuildKit and its clients move trees of files, in either direction: tonistiigi/fsutil,
 * types/wire.proto and types/stat.proto. One codec for the side that sends and the side that receives.
 */



/** Number of each kind on the wire. */
const TYPES = { stat: 0, request: 1, data: 2, finish: 3, error: 4 };
const DIRECTORY = 2 ** 31;
const SYMLINK = 2 ** 27;
const DEVICE = (/* unused pure expression or super */ null && (2 ** 26));
const FIFO = (/* unused pure expression or super */ null && (2 ** 25));
const SOCKET = (/* unused pure expression or super */ null && (2 ** 24));
const CHARACTER_DEVICE = (/* unused pure expression or super */ null && (2 ** 21));
/** Go's bits for setuid, setgid and sticky, with POSIX's. */
const SPECIAL = [
    [2 ** 23, 0o4000],
    [2 ** 22, 0o2000],
    [2 ** 20, 0o1000],
];
/** `st_mode & 07777` and the kind as Go's os.FileMode, which is not st_mode. Unsigned. */
function toGoMode(kind, mode) {
    let bits = mode & 0o777;
    for (const [go, posix] of SPECIAL)
        if ((mode & posix) !== 0)
            bits += go;
    return bits + (kind === 'directory' ? DIRECTORY : kind === 'symlink' ? SYMLINK : 0);
}
/** The other way round. A kind we do not know is a device: nothing to be made from it. */
function fromGoMode(bits) {
    const has = (bit) => (bits & bit) !== 0;
    let mode = bits & 0o777;
    for (const [go, posix] of SPECIAL)
        if (has(go))
            mode |= posix;
    if (has(DIRECTORY))
        return { kind: 'directory', mode };
    if (has(SYMLINK))
        return { kind: 'symlink', mode };
    if (has(FIFO))
        return { kind: 'fifo', mode };
    if (has(SOCKET))
        return { kind: 'socket', mode };
    // Go's bit for "irregular" is the one left of the type bits.
    return { kind: has(DEVICE) || has(CHARACTER_DEVICE) || has(2 ** 19) ? 'device' : 'file', mode };
}
/** Fields in the order of their numbers; zeros and empty ones are left out, as proto3 does. */
function encodePacket(packet) {
    const writer = new _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_2__/* .BinaryWriter */ .fI();
    const type = TYPES[packet.kind];
    if (type !== 0)
        writer.uint32(0o10).int32(type);
    switch (packet.kind) {
        case 'stat':
            if (packet.stat !== undefined)
                writeStat(writer.uint32(0o22).fork(), packet.stat).join();
            break;
        case 'request':
        case 'data':
            if (packet.id !== 0)
                writer.uint32(0o30).uint32(packet.id);
            if (packet.kind === 'data' && packet.data.length > 0)
                writer.uint32(0o42).bytes(packet.data);
            break;
        case 'error':
            writer.uint32(0o42).string(packet.text);
            break;
        case 'finish':
            break;
        default:
            return packet;
    }
    return writer.finish();
}
/** A packet of `size` bytes of content, at least one, to be read into place: the packet, and where the content begins. */
function roomForData(id, size) {
    const writer = new _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_2__/* .BinaryWriter */ .fI().uint32(0o10).int32(TYPES.data);
    if (id !== 0)
        writer.uint32(0o30).uint32(id);
    const head = writer.uint32(0o42).uint32(size).finish();
    const packet = Buffer.allocUnsafe(head.length + size);
    packet.set(head);
    return { packet, at: head.length };
}
function writeStat(writer, { path, mode, size, modified, target }) {
    writer.uint32(0o12).bytes(path);
    if (mode !== 0)
        writer.uint32(0o20).uint32(mode);
    // Owner and group are fields 3 and 4: always root, which is 0.
    if (size !== 0)
        writer.uint32(0o50).int64(size);
    if (modified !== 0n)
        writer.uint32(0o60).int64(modified);
    if (target.length > 0)
        writer.uint32(0o72).bytes(target);
    return writer;
}
const EMPTY = new Uint8Array(0);
/** Throws GrpcError for what is no packet. Pieces of data are views of `bytes`. */
function decodePacket(bytes) {
    let type = 0;
    let id = 0;
    let data = EMPTY;
    let stat;
    try {
        const reader = new _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_2__/* .BinaryReader */ .V5(bytes);
        (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .readFields */ .qU)(reader, reader.len, (tag) => {
            if (tag === 0o10)
                type = reader.int32();
            else if (tag === 0o22)
                stat = readStat(reader);
            else if (tag === 0o30)
                id = reader.uint32();
            else if (tag === 0o42)
                data = reader.bytes();
            else
                return false;
            return true;
        });
    }
    catch (error) {
        throw new _status_js__WEBPACK_IMPORTED_MODULE_0__/* .GrpcError */ .nz(_status_js__WEBPACK_IMPORTED_MODULE_0__/* .Code */ .Cy.internal, 'a packet of a file transfer cannot be read', { cause: error });
    }
    switch (type) {
        case TYPES.stat:
            return { kind: 'stat', stat };
        case TYPES.request:
            return { kind: 'request', id };
        case TYPES.data:
            return { kind: 'data', id, data };
        case TYPES.finish:
            return { kind: 'finish' };
        case TYPES.error:
            return { kind: 'error', text: Buffer.from(data).toString() };
        default:
            throw new _status_js__WEBPACK_IMPORTED_MODULE_0__/* .GrpcError */ .nz(_status_js__WEBPACK_IMPORTED_MODULE_0__/* .Code */ .Cy.internal, `a packet of a file transfer has the unknown type ${type}`);
    }
}
function readStat(reader) {
    let path = EMPTY;
    let target = EMPTY;
    let [mode, size] = [0, 0];
    let modified = 0n;
    (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .readMessage */ ._8)(reader, (tag) => {
        if (tag === 0o12)
            path = reader.bytes();
        else if (tag === 0o20)
            mode = reader.uint32();
        else if (tag === 0o50)
            size = Number(reader.int64());
        else if (tag === 0o60)
            modified = BigInt(reader.int64());
        else if (tag === 0o72)
            target = reader.bytes();
        else
            return false;
        return true;
    });
    return { path, mode, size, modified, target };
}
/** The length-delimited field that BytesMessage has, in which archives travel (moby/buildkit session/filesync). */
function decodeBytesMessage(bytes) {
    let data = EMPTY;
    try {
        const reader = new _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_2__/* .BinaryReader */ .V5(bytes);
        (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .readFields */ .qU)(reader, reader.len, (tag) => {
            if (tag !== 0o12)
                return false;
            data = reader.bytes();
            return true;
        });
    }
    catch (error) {
        throw new _status_js__WEBPACK_IMPORTED_MODULE_0__/* .GrpcError */ .nz(_status_js__WEBPACK_IMPORTED_MODULE_0__/* .Code */ .Cy.internal, 'a piece of an archive cannot be read', { cause: error });
    }
    return data;
}


/***/ }),

/***/ 29383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cy: () => (/* binding */ Code),
/* harmony export */   I$: () => (/* binding */ toTrailers),
/* harmony export */   ZZ: () => (/* binding */ parseTimeout),
/* harmony export */   nz: () => (/* binding */ GrpcError)
/* harmony export */ });
/** How a gRPC call ends: a code and a text (grpc/doc/statuscodes.md, grpc/doc/PROTOCOL-HTTP2.md "Responses"). */
const Code = {
    ok: 0,
    cancelled: 1,
    unknown: 2,
    invalidArgument: 3,
    deadlineExceeded: 4,
    notFound: 5,
    alreadyExists: 6,
    resourceExhausted: 8,
    unimplemented: 12,
    internal: 13,
};
/** An answer other than OK. The message travels to the engine and into the build's error: never put a secret in it. */
class GrpcError extends Error {
    name = 'GrpcError';
    code;
    constructor(code, message, options) {
        super(message, options);
        this.code = code;
    }
}
/** Longest `grpc-message` we send, in characters before encoding: header blocks have small limits. */
const MESSAGE_LIMIT = 1024;
/** The two header fields that end a call. Anything that is not a GrpcError is `unknown` (2) with its message. */
function toTrailers(error) {
    const code = error instanceof GrpcError ? error.code : Code.unknown;
    const message = error instanceof Error ? error.message : String(error);
    return { 'grpc-status': String(code), 'grpc-message': percentEncode(message.slice(0, MESSAGE_LIMIT)) };
}
/** Printable ASCII stays, everything else (and `%`) becomes `%XX` per UTF-8 byte. */
function percentEncode(text) {
    return text
        .toWellFormed()
        .replace(/[^\x20-\x24\x26-\x7e]/gu, (char) => [...Buffer.from(char)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''));
}
const TIMEOUT_UNITS = {
    H: 3_600_000,
    M: 60_000,
    S: 1000,
    m: 1,
    u: 1 / 1000,
    n: 1 / 1_000_000,
};
/** The caller's `grpc-timeout` (such as `59999m`) in milliseconds; undefined when absent or not understood. */
function parseTimeout(value) {
    const [, amount, unit] = /^(\d{1,8})([HMSmun])$/.exec(value ?? '') ?? [];
    const factor = TIMEOUT_UNITS[unit ?? ''];
    return factor === undefined ? undefined : Number(amount) * factor;
}


/***/ }),

/***/ 89504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L2: () => (/* binding */ readTimestamp),
/* harmony export */   M: () => (/* binding */ readFirstText),
/* harmony export */   _8: () => (/* binding */ readMessage),
/* harmony export */   hB: () => (/* binding */ readEntry),
/* harmony export */   qU: () => (/* binding */ readFields)
/* harmony export */ });
/* harmony import */ var _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59799);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29383);
/**
 * Reading of protobuf messages by hand, for the few messages we know (protobuf.dev/programming-guides/encoding). Unknown
 * fields are skipped, also known ones of another wire type, as proto3 asks for; lengths are checked at every level.
 */


/**
 * Hands each field up to `end` to `take`, which reads it or says false to have it skipped. A tag is field number * 8 +
 * wire type, so in octal its last digit is the wire type (0 varint, 2 length and bytes) and the rest the field.
 */
function readFields(reader, end, take) {
    if (end > reader.len)
        throw new RangeError(`a message ends ${end - reader.len} bytes after the data`);
    while (reader.pos < end) {
        const tag = reader.uint32();
        if (tag >>> 3 === 0)
            throw new RangeError('field number 0');
        if (!take(tag))
            reader.skip((tag & 7), tag >>> 3);
    }
    if (reader.pos !== end)
        throw new RangeError(`a field reaches ${reader.pos - end} bytes past its message`);
}
/** Reads a length-delimited message at the reader's position. */
function readMessage(reader, take) {
    const size = reader.uint32();
    readFields(reader, reader.pos + size, take);
}
/** Field 1 of a request that is all about one text; '' when it is left out. Throws GrpcError that calls it `what`. */
function readFirstText(request, what) {
    let text = '';
    try {
        const reader = new _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_1__/* .BinaryReader */ .V5(request);
        readFields(reader, reader.len, (tag) => {
            if (tag !== 0o12)
                return false;
            text = reader.string();
            return true;
        });
    }
    catch (error) {
        throw new _status_js__WEBPACK_IMPORTED_MODULE_0__/* .GrpcError */ .nz(_status_js__WEBPACK_IMPORTED_MODULE_0__/* .Code */ .Cy.internal, `${what} cannot be read`, { cause: error });
    }
    return text;
}
/** google.protobuf.Timestamp as milliseconds since the epoch. */
function readTimestamp(reader) {
    let seconds = 0;
    let nanos = 0;
    readMessage(reader, (tag) => {
        if (tag === 0o10)
            seconds = Number(reader.int64());
        else if (tag === 0o20)
            nanos = reader.int32();
        else
            return false;
        return true;
    });
    return seconds * 1000 + nanos / 1_000_000;
}
/** One entry of a `map<string, string>`. */
function readEntry(reader) {
    let key = '';
    let value = '';
    readMessage(reader, (tag) => {
        if (tag === 0o12)
            key = reader.string();
        else if (tag === 0o22)
            value = reader.string();
        else
            return false;
        return true;
    });
    return [key, value];
}


/***/ })

};
