export const id = 3938;
export const ids = [3938,1354,3831];
export const modules = {

/***/ 34446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   My: () => (/* binding */ openClient),
/* harmony export */   Qc: () => (/* binding */ RpcError),
/* harmony export */   pz: () => (/* binding */ ConnectionLost)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);
/* harmony import */ var _frames_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65459);
/**
 * A gRPC client on a connection that is there: `POST /grpc` makes us the HTTP/2 client of the engine's BuildKit (Engine API
 * 1.39 and newer), others take it from the first byte (grpc/doc/PROTOCOL-HTTP2.md). The counterpart of grpc.ts, which serves
 * the session.
 */


/** The call was answered with an error (grpc/doc/statuscodes.md). */
class RpcError extends Error {
    name = 'RpcError';
    code;
    /** The engine's own words. */
    reason;
    /** Encoded google.rpc.Status, when there is more to tell. */
    details;
    constructor(path, code, reason, details) {
        super(`${path}: ${reason} (gRPC code ${code})`);
        this.code = code;
        this.reason = reason;
        this.details = details;
    }
}
/** The connection, or the call, ended without an answer. */
class ConnectionLost extends Error {
    name = 'ConnectionLost';
    constructor(path, why, cause) {
        super(`${path}: the engine ended it without an answer: ${why}`, { cause });
    }
}
/** Bytes that may be under way to us before we have read any: a trace of a build can be large. */
const WINDOW = 8 * 1024 * 1024;
/** As for sessions: Node's default of 10 MB refuses streams when more is buffered. */
const MEMORY_MB = 1000;
/**
 * A failure brings the whole Dockerfile along, encoded twice. Above 64 KiB, which is a Dockerfile of about 36 kB, the
 * HTTP/2 library of Node cuts the connection whatever is set here.
 */
const HEADER_BYTES = 128 * 1024;
const CANCEL = 8;
/** Opens a connection. Rejects with what `upgrade` throws, or with the reason of the signal. */
async function openClient({ upgrade, signal }) {
    signal.throwIfAborted();
    const [http2, socket] = await Promise.all([Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 32467, 19)), upgrade()]);
    if (signal.aborted) {
        socket.destroy();
        throw signal.reason;
    }
    const connection = http2.connect('http://engine', {
        createConnection: () => socket,
        maxSessionMemory: MEMORY_MB,
        settings: { initialWindowSize: WINDOW, enablePush: false, maxHeaderListSize: HEADER_BYTES },
    });
    // Each call tells its own end; without a listener an error would end the process.
    connection.on('error', () => { });
    socket.on('error', () => { });
    connection.once('connect', () => connection.setLocalWindowSize(WINDOW));
    const close = () => {
        signal.removeEventListener('abort', close);
        connection.destroy();
        socket.destroy();
    };
    signal.addEventListener('abort', close, { once: true });
    const open = (path, options = {}) => call(connection, path, { ...options, signal: AbortSignal.any([signal, options.signal ?? signal]) });
    async function* stream(path, request, options = {}) {
        const { send, end, answers } = open(path, options);
        // What goes wrong with it shows in the answers.
        send(request).catch(() => { });
        end();
        yield* answers;
    }
    const unary = async (path, request, options) => {
        let answer;
        for await (const message of stream(path, request, options))
            answer = message;
        if (answer === undefined)
            throw new ConnectionLost(path, 'it said that all is well, and nothing else');
        return answer;
    };
    return { unary, stream, open, close, [Symbol.dispose]: close };
}
function call(connection, path, { metadata = {}, signal }) {
    signal.throwIfAborted();
    if (connection.destroyed || connection.closed)
        throw new ConnectionLost(path, 'the connection is closed');
    const own = Object.entries(metadata).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]);
    const headers = { ':method': 'POST', ':path': path, te: 'trailers', 'content-type': 'application/grpc' };
    const stream = connection.request({ ...headers, ...Object.fromEntries(own) });
    const ending = endOf(stream);
    const cancel = () => stream.close(CANCEL);
    signal.addEventListener('abort', cancel, { once: true });
    void ending.then(() => signal.removeEventListener('abort', cancel));
    const send = async (...messages) => {
        signal.throwIfAborted();
        if (stream.closed || stream.destroyed)
            throw new ConnectionLost(path, 'the call is over');
        if (!stream.write((0,_frames_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeFrames */ .H5)(...messages)))
            await Promise.race([(0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(stream, 'drain'), ending]);
    };
    async function* read() {
        try {
            try {
                yield* (0,_frames_js__WEBPACK_IMPORTED_MODULE_1__/* .readFrames */ .v0)(stream.iterator({ destroyOnReturn: false }));
            }
            catch (error) {
                signal.throwIfAborted();
                throw new ConnectionLost(path, error.message, error);
            }
            const end = await ending;
            signal.throwIfAborted();
            checkEnd(path, end);
        }
        finally {
            if (!stream.closed)
                cancel();
        }
    }
    return { send, end: () => stream.end(), answers: read() };
}
/** Headers and trailers together, once the stream is closed; never rejects. */
function endOf(stream) {
    const { promise, resolve } = Promise.withResolvers();
    const all = {};
    const take = (headers) => Object.assign(all, headers);
    stream.on('response', take);
    stream.on('trailers', take);
    stream.on('error', () => { });
    stream.on('close', () => resolve(all));
    return promise;
}
/** An answer that is only an error comes without trailers, with the code in its headers. */
function checkEnd(path, end) {
    const text = (name) => String(end[name] ?? '');
    const code = text('grpc-status');
    if (code === '0')
        return;
    if (code === '')
        throw new ConnectionLost(path, `HTTP status ${text(':status') || 'unknown'} and no gRPC code`);
    const details = text('grpc-status-details-bin');
    throw new RpcError(path, Number(code), percentDecode(text('grpc-message')), details === '' ? undefined : Buffer.from(details, 'base64'));
}
function percentDecode(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}


/***/ }),

/***/ 15320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DR: () => (/* binding */ LIST_WORKERS),
/* harmony export */   O9: () => (/* binding */ decodeSolved),
/* harmony export */   QH: () => (/* binding */ SOLVE),
/* harmony export */   WL: () => (/* binding */ decodeWorkers),
/* harmony export */   WT: () => (/* binding */ encodeSolve),
/* harmony export */   XQ: () => (/* binding */ STATUS),
/* harmony export */   cW: () => (/* binding */ encodeStatusRequest),
/* harmony export */   fW: () => (/* binding */ SESSION)
/* harmony export */ });
/* harmony import */ var _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59799);
/* harmony import */ var _encode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70331);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89504);
/**
 * Messages of `moby.buildkit.v1.Control` (moby/buildkit api/services/control/control.proto), as far as they are used.
 * What Status answers is read by trace.ts.
 */



const SOLVE = '/moby.buildkit.v1.Control/Solve';
const STATUS = '/moby.buildkit.v1.Control/Status';
const SESSION = '/moby.buildkit.v1.Control/Session';
const LIST_WORKERS = '/moby.buildkit.v1.Control/ListWorkers';
function encodeSolve(request) {
    const { ref, session, frontend, attributes, exporters, cacheExports, cacheImports, entitlements, inputs } = request;
    const [first] = exporters;
    return (0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeMessage */ .m)([1, ref], 
    // Two fields of old, which BuildKit before 0.13 reads.
    [3, first?.type], ...(0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .mapFields */ .Y)(4, first?.attributes ?? new Map()), [5, session], [6, frontend], ...(0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .mapFields */ .Y)(7, attributes), 
    // Even an empty one: old daemons read it without a look.
    [8, (0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeMessage */ .m)(...typedFields(4, cacheExports), ...typedFields(5, cacheImports))], ...entitlements.map((name) => [9, name]), ...(0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .mapFields */ .Y)(10, inputs), ...typedFields(13, exporters));
}
function typedFields(field, entries) {
    return entries.map(({ type, attributes }) => [field, (0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeMessage */ .m)([1, type], ...(0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .mapFields */ .Y)(2, attributes))]);
}
/** What the exporters say of the result, such as `containerimage.digest`. Throws RangeError for bytes that are none. */
function decodeSolved(bytes) {
    const response = new Map();
    const reader = new _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_2__/* .BinaryReader */ .V5(bytes);
    (0,_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .readFields */ .qU)(reader, reader.len, (tag) => {
        if (tag !== 0o12)
            return false;
        response.set(...(0,_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .readEntry */ .hB)(reader));
        return true;
    });
    return response;
}
function encodeStatusRequest(ref) {
    return (0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeMessage */ .m)([1, ref]);
}
/** Throws RangeError for bytes that are no ListWorkersResponse. */
function decodeWorkers(bytes) {
    const workers = [];
    const reader = new _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_2__/* .BinaryReader */ .V5(bytes);
    (0,_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .readFields */ .qU)(reader, reader.len, (tag) => {
        if (tag !== 0o12)
            return false;
        workers.push(readWorker(reader));
        return true;
    });
    return workers;
}
function readWorker(reader) {
    const labels = new Map();
    const platforms = [];
    let id = '';
    let version = '';
    (0,_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .readMessage */ ._8)(reader, (tag) => {
        if (tag === 0o12)
            id = reader.string();
        else if (tag === 0o22)
            labels.set(...(0,_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .readEntry */ .hB)(reader));
        else if (tag === 0o32)
            platforms.push(readPlatform(reader));
        else if (tag === 0o52)
            version = readVersion(reader);
        else
            return false;
        return true;
    });
    return { id, labels, platforms, version };
}
function readPlatform(reader) {
    let architecture = '';
    let os = '';
    let variant = '';
    (0,_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .readMessage */ ._8)(reader, (tag) => {
        if (tag === 0o12)
            architecture = reader.string();
        else if (tag === 0o22)
            os = reader.string();
        else if (tag === 0o32)
            variant = reader.string();
        else
            return false;
        return true;
    });
    return [os, architecture, variant].filter((part) => part !== '').join('/');
}
function readVersion(reader) {
    let version = '';
    (0,_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .readMessage */ ._8)(reader, (tag) => {
        if (tag !== 0o22)
            return false;
        version = reader.string();
        return true;
    });
    return version;
}


/***/ }),

/***/ 70331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ mapFields),
/* harmony export */   m: () => (/* binding */ encodeMessage)
/* harmony export */ });
/* harmony import */ var _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59799);
/** Writing of protobuf messages by hand, the counterpart of wire.ts (protobuf.dev/programming-guides/encoding). */

/** A message of these fields, in this order; undefined is left out. */
function encodeMessage(...fields) {
    const writer = new _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_0__/* .BinaryWriter */ .fI();
    for (const [number, value] of fields) {
        if (typeof value === 'string')
            writer.tag(number, _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_0__/* .WireType */ .O0.LengthDelimited).string(value);
        else if (typeof value === 'bigint')
            writer.tag(number, _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_0__/* .WireType */ .O0.Varint).int64(value);
        else if (typeof value === 'boolean')
            writer.tag(number, _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_0__/* .WireType */ .O0.Varint).bool(value);
        else if (value !== undefined)
            writer.tag(number, _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_0__/* .WireType */ .O0.LengthDelimited).bytes(value);
    }
    return writer.finish();
}
/** A map is a repeated message of key 1 and value 2. */
function mapFields(number, map) {
    return [...map].map(([key, value]) => [number, encodeMessage([1, key], [2, value])]);
}


/***/ }),

/***/ 65459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H5: () => (/* binding */ encodeFrames),
/* harmony export */   v0: () => (/* binding */ readFrames)
/* harmony export */ });
/* unused harmony export MESSAGE_LIMIT */
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29383);
/**
 * gRPC's length-prefixed messages on an HTTP/2 stream: one byte of flags, four of length, then the message
 * (grpc/doc/PROTOCOL-HTTP2.md, "Length-Prefixed-Message"). DATA frames cut them anywhere, so bytes are queued and
 * each is copied at most once.
 */

const PREFIX = 5;
const COMPRESSED = 1;
/** Largest message we accept, in bytes: what BuildKit itself accepts since 0.9. */
const MESSAGE_LIMIT = 16 * 1024 * 1024;
/** One DATA payload with all `messages`, each behind its prefix. BuildKit 0.8 refuses messages above 4 MiB. */
function encodeFrames(...messages) {
    const size = messages.reduce((sum, message) => sum + PREFIX + message.length, 0);
    const bytes = Buffer.allocUnsafe(size);
    let at = 0;
    for (const message of messages) {
        bytes[at] = 0;
        bytes.writeUInt32BE(message.length, at + 1);
        bytes.set(message, at + PREFIX);
        at += PREFIX + message.length;
    }
    return bytes;
}
/**
 * Yields the messages of a byte stream, however it is cut. Throws GrpcError for a message above `limit` bytes, for a
 * compressed one (we never offer a compression) and for a stream that ends inside a message.
 */
async function* readFrames(chunks, limit = MESSAGE_LIMIT) {
    const queue = new ByteQueue();
    let size;
    for await (const chunk of chunks) {
        queue.push(chunk);
        for (;;) {
            if (size === undefined) {
                if (queue.length < PREFIX)
                    break;
                size = readPrefix(queue.take(PREFIX), limit);
            }
            if (queue.length < size)
                break;
            yield queue.take(size);
            size = undefined;
        }
    }
    if (size !== undefined || queue.length > 0)
        throw new _status_js__WEBPACK_IMPORTED_MODULE_0__/* .GrpcError */ .nz(_status_js__WEBPACK_IMPORTED_MODULE_0__/* .Code */ .Cy.internal, 'the request ended inside a message');
}
function readPrefix(prefix, limit) {
    const view = new DataView(prefix.buffer, prefix.byteOffset, PREFIX);
    if (view.getUint8(0) === COMPRESSED)
        throw new _status_js__WEBPACK_IMPORTED_MODULE_0__/* .GrpcError */ .nz(_status_js__WEBPACK_IMPORTED_MODULE_0__/* .Code */ .Cy.unimplemented, 'compressed messages are not supported');
    const size = view.getUint32(1);
    if (size > limit) {
        throw new _status_js__WEBPACK_IMPORTED_MODULE_0__/* .GrpcError */ .nz(_status_js__WEBPACK_IMPORTED_MODULE_0__/* .Code */ .Cy.resourceExhausted, `a message of ${size} bytes is above the limit of ${limit}`);
    }
    return size;
}
/** Chunks in order of arrival, taken out in pieces of any size. */
class ByteQueue {
    length = 0;
    #chunks = [];
    #first = 0;
    push(chunk) {
        if (chunk.length === 0)
            return;
        this.#chunks.push(chunk);
        this.length += chunk.length;
    }
    /** The next `size` bytes, which must be there. A piece inside one chunk is a view of it, not a copy. */
    take(size) {
        this.length -= size;
        const whole = this.#shift(size);
        if (whole.length === size)
            return whole;
        const joined = new Uint8Array(size);
        joined.set(whole);
        for (let at = whole.length; at < size;) {
            const piece = this.#shift(size - at);
            joined.set(piece, at);
            at += piece.length;
        }
        return joined;
    }
    /** At most `size` bytes, out of the oldest chunk only. */
    #shift(size) {
        const chunk = this.#chunks[this.#first];
        if (chunk === undefined)
            return new Uint8Array(0);
        if (chunk.length > size) {
            this.#chunks[this.#first] = chunk.subarray(size);
            return chunk.subarray(0, size);
        }
        this.#first++;
        // An index instead of Array.shift, which moves the whole array for every chunk of a big message.
        if (this.#first === this.#chunks.length) {
            this.#chunks = [];
            this.#first = 0;
        }
        return chunk;
    }
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

/***/ 63831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openTunnel: () => (/* binding */ openTunnel)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var _control_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15320);
/* harmony import */ var _encode_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70331);
/* harmony import */ var _packet_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3457);
/**
 * `moby.buildkit.v1.Control/Session`: the connection of a session inside of a call, for a BuildKit that has no `/session`
 * (moby/buildkit session/manager.go, session/grpchijack). Each message carries bytes of it.
 */




/** Bytes of one message: daemons take up to 4 MiB. */
const PIECE = 1024 * 1024;
/** The headers are those of `POST /session`, which become fields of the call. */
function openTunnel(client, headers, signal) {
    const over = new AbortController();
    const metadata = {};
    for (const [name, values] of Map.groupBy(headers, ([key]) => key.toLowerCase()))
        metadata[name] = values.map(([, value]) => value);
    const call = client.open(_control_js__WEBPACK_IMPORTED_MODULE_1__/* .SESSION */ .fW, { metadata, signal: AbortSignal.any([signal, over.signal]) });
    const send = async (bytes) => {
        for (let at = 0; at < bytes.length; at += PIECE)
            await call.send((0,_encode_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeMessage */ .m)([1, bytes.subarray(at, at + PIECE)]));
    };
    return new node_stream__WEBPACK_IMPORTED_MODULE_0__.Duplex({
        read() {
            call.answers.next().then(({ value, done }) => this.push(done === true ? null : (0,_packet_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeBytesMessage */ .vf)(value)), (error) => this.destroy(over.signal.aborted ? undefined : error));
        },
        write(chunk, _encoding, done) {
            send(chunk).then(() => done(), done);
        },
        final(done) {
            call.end();
            done();
        },
        destroy(error, done) {
            over.abort();
            done(error);
        },
    });
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


/***/ }),

/***/ 53938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openControl: () => (/* binding */ openControl)
/* harmony export */ });
/* harmony import */ var _engine_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2952);
/* harmony import */ var _engine_api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19518);
/* harmony import */ var _engine_grpc_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11354);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59032);




/**
 * Opens the API where the choice is for it. A proxy that lets only some routes through is a notice, unless the image
 * would be another one: throws NoControl then.
 */
async function openControl(engine, { api, neededFor, usefulFor, inputs }, { log, signal }) {
    const reopen = () => (0,_engine_grpc_js__WEBPACK_IMPORTED_MODULE_2__.openGrpc)(engine, signal);
    const closed = { client: undefined, reopen, [Symbol.dispose]: () => { } };
    if (api === 'build')
        return { ...closed, inputs };
    try {
        const client = await reopen();
        return { client, reopen, inputs, [Symbol.dispose]: client[Symbol.dispose] };
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof _engine_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineError */ .NJ))
            throw error;
        if (neededFor.length > 0)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NoControl */ .Xs(neededFor, error);
        const lost = usefulFor.length === 0 ? '' : `, without ${usefulFor.join(', ')}`;
        log.notice(`the Control API cannot be reached: ${error.reason}. The build goes by POST /build${lost}`);
        return { ...closed, inputs: (0,_engine_api_js__WEBPACK_IMPORTED_MODULE_1__/* .without */ .F)(inputs, new Set(usefulFor)) };
    }
}


/***/ }),

/***/ 11354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openGrpc: () => (/* binding */ openGrpc),
/* harmony export */   tunnelDirectly: () => (/* binding */ tunnelDirectly)
/* harmony export */ });
/* harmony import */ var _buildkit_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34446);
/* harmony import */ var _buildkit_control_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15320);
/* harmony import */ var _buildkit_tunnel_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63831);
/* harmony import */ var _engine_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23984);




/** Since this API version an engine speaks it without an upgrade. */
const DIRECT_API = '1.53';
/** A proxy in between may swallow what it does not understand; an engine answers in milliseconds. */
const DIRECT_MS = 5000;
/** Throws EngineError where the engine, or a proxy before it, does neither; EngineUnreachable, or the abort reason. */
async function openGrpc(engine, signal) {
    return ((await openDirectly(engine, signal)) ??
        (0,_buildkit_client_js__WEBPACK_IMPORTED_MODULE_0__/* .openClient */ .My)({ upgrade: () => engine.transport.upgrade('/grpc', [], signal), signal }));
}
/** The connection of a session on such a connection; undefined where the engine takes none. */
async function tunnelDirectly(engine, headers, signal) {
    const client = await openDirectly(engine, signal);
    return client && (0,_buildkit_tunnel_js__WEBPACK_IMPORTED_MODULE_2__.openTunnel)(client, headers, signal).once('close', () => client.close());
}
/** Undefined where it is not answered: the upgrade may still be. */
async function openDirectly({ transport, facts }, signal) {
    if ((0,_engine_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .compareApi */ .S8)(facts.engineApiVersion, DIRECT_API) < 0)
        return undefined;
    const limited = AbortSignal.any([signal, AbortSignal.timeout(DIRECT_MS)]);
    let client;
    try {
        client = await (0,_buildkit_client_js__WEBPACK_IMPORTED_MODULE_0__/* .openClient */ .My)({ upgrade: () => transport.dial(limited), signal });
        // That something speaks HTTP/2 says little: a proxy may, too.
        await client.unary(_buildkit_control_js__WEBPACK_IMPORTED_MODULE_1__/* .LIST_WORKERS */ .DR, new Uint8Array(0), { signal: limited });
        return client;
    }
    catch {
        client?.close();
        signal.throwIfAborted();
        return undefined;
    }
}


/***/ })

};
