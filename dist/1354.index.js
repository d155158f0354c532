export const id = 1354;
export const ids = [1354,3831];
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
