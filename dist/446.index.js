export const id = 446;
export const ids = [446];
export const modules = {

/***/ 4446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ConnectionLost: () => (/* binding */ ConnectionLost),
/* harmony export */   RpcError: () => (/* binding */ RpcError),
/* harmony export */   openClient: () => (/* binding */ openClient)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8474);
/* harmony import */ var _frames_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5459);
/**
 * A gRPC client on an upgraded connection: `POST /grpc` makes us the HTTP/2 client of the engine's BuildKit (Engine API
 * 1.39 and newer; grpc/doc/PROTOCOL-HTTP2.md). The counterpart of grpc.ts, which serves the session.
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
    const [http2, socket] = await Promise.all([Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 2467, 19)), upgrade()]);
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

/***/ 5459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H5: () => (/* binding */ encodeFrames),
/* harmony export */   v0: () => (/* binding */ readFrames)
/* harmony export */ });
/* unused harmony export MESSAGE_LIMIT */
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9383);
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

/***/ 9383:
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


/***/ })

};
