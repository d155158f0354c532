export const id = 9630;
export const ids = [9630];
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

/***/ 79420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ encodeDownload),
/* harmony export */   r: () => (/* binding */ encodeFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _encode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70331);
/**
 * Steps of BuildKit's own graph (moby/buildkit solver/pb/ops.proto: Definition, Op, SourceOp, FileOp): a file, so that a
 * Dockerfile can travel inside of a request, without any context; and a download.
 */


const MODE = 420n;
/** "Nothing" where an input is named, "now" or "as it is" for a time or a mode. */
const NONE = -1n;
/** Encoded `pb.Definition` of a directory with one file. `title` is how the step is called in the progress. */
function encodeFile(name, content, title) {
    const file = (0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeMessage */ .m)([1, `/${name}`], [2, MODE], [3, content], [5, NONE]);
    const make = stepOf([4, (0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeMessage */ .m)([2, (0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeMessage */ .m)([1, NONE], [2, NONE], [3, 0n], [5, file])])]);
    return definitionOf([make], title);
}
/**
 * Encoded `pb.Definition` of a directory with what a URL leads to: a tar unpacked, any other file under its name. `title`
 * as for `encodeFile`.
 */
function encodeDownload(url, title) {
    const name = /[\w.-]+$/.exec(url.pathname)?.[0] ?? 'context';
    const source = (0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeMessage */ .m)([1, url.href], ...(0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .mapFields */ .Y)(2, new Map([['http.filename', name]])));
    const download = stepOf([3, source]);
    // FileActionCopy: followSymlink = 5, dirCopyContents = 6, attemptUnpack = 7, createDestPath = 8, timestamp = 11.
    const unpack = (0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeMessage */ .m)([1, `/${name}`], [2, '/'], [4, NONE], [5, true], [6, true], [7, true], [8, true], [11, NONE]);
    const action = (0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeMessage */ .m)([1, NONE], [2, 0n], [3, 0n], [4, unpack]);
    return definitionOf([download, stepOf([4, (0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeMessage */ .m)([2, action])], download)], title);
}
/** Encoded `pb.Op`; `input` is the step that it works on. */
function stepOf(operation, input) {
    // The platform does not matter for files, but every step has one.
    const platform = (0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeMessage */ .m)([1, 'amd64'], [2, 'linux']);
    return (0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeMessage */ .m)([1, input && inputOf(input)], operation, [10, platform], [11, (0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeMessage */ .m)()]);
}
function inputOf(step) {
    return (0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeMessage */ .m)([1, digestOf(step)], [2, 0n]);
}
/** The first step gets the title, the last one is the result. */
function definitionOf(steps, title) {
    // The end of the graph only names what is the result.
    const end = (0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeMessage */ .m)([1, inputOf(steps.at(-1) ?? steps[0])]);
    const description = (0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeMessage */ .m)([2, (0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeMessage */ .m)([1, 'llb.customname'], [2, title])]);
    const all = [...steps, end];
    return (0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeMessage */ .m)(...all.map((step) => [1, step]), 
    // Each has an entry, even an empty one.
    ...(0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .mapFields */ .Y)(2, new Map(all.map((step, at) => [digestOf(step), at === 0 ? description : (0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeMessage */ .m)()]))));
}
function digestOf(bytes) {
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}`;
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

/***/ 1431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D2: () => (/* binding */ askAbout),
/* harmony export */   lC: () => (/* binding */ UnknownQuestion),
/* harmony export */   wm: () => (/* binding */ askFrontend)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59799);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34446);
/* harmony import */ var _encode_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70331);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89504);
/**
 * The Control API of BuildKit (moby/buildkit api/services/control, frontend/gateway/pb), as far as it is used: a question to
 * a frontend. A build that is led by the client stays open for as long as we ask, and its answers come back with all
 * their metadata, which the answer of `Solve` alone does not have.
 */





/** Nothing of the result is built. Throws RpcError with the frontend's words, or ConnectionLost. */
async function askFrontend(client, question, { signal }) {
    const { session, frontend, attributes, inputs, onTrace } = question;
    const ref = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('hex');
    const over = new AbortController();
    const options = { signal: AbortSignal.any([signal, over.signal]) };
    const inside = { ...options, metadata: { 'buildkit-controlapi-buildid': ref } };
    // SolveRequest: Ref = 1, Session = 5, Cache = 8, Internal = 11 (leaves no record in the history). Without a frontend it
    // waits for what comes through the bridge.
    const request = (0,_encode_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeMessage */ .m)([1, ref], [5, session], [8, (0,_encode_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeMessage */ .m)()], [11, true]);
    const solving = settle(client.unary('/moby.buildkit.v1.Control/Solve', request, options));
    const watching = settle(watch(client, ref, onTrace, options));
    try {
        // SolveRequest of the bridge: Frontend = 2, FrontendOpt = 3, allowResultReturn = 5, allowResultArrayRef = 6, FrontendInputs = 13.
        const asked = (0,_encode_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeMessage */ .m)([2, frontend], ...(0,_encode_js__WEBPACK_IMPORTED_MODULE_3__/* .mapFields */ .Y)(3, attributes), [5, true], [6, true], ...(0,_encode_js__WEBPACK_IMPORTED_MODULE_3__/* .mapFields */ .Y)(13, inputs));
        const asking = client.unary('/moby.buildkit.v1.frontend.LLBBridge/Solve', asked, inside);
        // The question waits for a build that may never begin; then the build knows why, and the question ends unheard.
        asking.catch(() => { });
        const answer = await Promise.race([asking, failureOf(solving)]);
        await client.unary('/moby.buildkit.v1.frontend.LLBBridge/Return', (0,_encode_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeMessage */ .m)([1, (0,_encode_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeMessage */ .m)()]), inside);
        await Promise.race([Promise.all([solving, watching]), patience()]);
        return readResult(answer);
    }
    finally {
        over.abort();
    }
}
/** The frontend of this engine knows no such question. */
class UnknownQuestion extends Error {
    name = 'UnknownQuestion';
    constructor(what, cause) {
        super(`the frontend does not know "${what}" (${cause.reason})`, { cause });
    }
}
/**
 * One of the questions about a Dockerfile: `lint`, `outline` or `targets` (moby/buildkit frontend/subrequests). Throws
 * UnknownQuestion, RpcError, ConnectionLost.
 */
async function askAbout(client, what, question, options) {
    const attributes = new Map([
        ...question.attributes,
        ['requestid', `frontend.${what}`],
        // Tells a frontend from an image that a request of this kind comes.
        ['frontend.caps', 'moby.buildkit.frontend.subrequests'],
    ]);
    try {
        const { metadata } = await askFrontend(client, { ...question, frontend: 'dockerfile.v0', attributes }, options);
        const textOf = (name) => new TextDecoder().decode(metadata.get(name));
        const json = JSON.parse(textOf('result.json'), (key, value) => (key === 'definition' ? undefined : value));
        return { json, text: textOf('result.txt') };
    }
    catch (error) {
        if (error instanceof _client_js__WEBPACK_IMPORTED_MODULE_1__/* .RpcError */ .Qc && /unsupported request|subrequest/i.test(error.reason))
            throw new UnknownQuestion(what, error);
        throw error;
    }
}
/** How long the last words of a finished build are waited for, in milliseconds. */
const PATIENCE_MS = 1000;
function patience() {
    const { promise, resolve } = Promise.withResolvers();
    setTimeout(resolve, PATIENCE_MS).unref();
    return promise;
}
async function watch(client, ref, onTrace, options) {
    for await (const trace of client.stream('/moby.buildkit.v1.Control/Status', (0,_encode_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeMessage */ .m)([1, ref]), options)) {
        onTrace(trace);
    }
}
/** The failure, or undefined for a success; never rejects. */
async function settle(work) {
    try {
        await work;
        return undefined;
    }
    catch (error) {
        return error;
    }
}
/** Rejects with the failure of the work, and waits for ever where it succeeds. */
async function failureOf(settled) {
    const failure = await settled;
    if (failure !== undefined)
        throw failure;
    return new Promise(() => { });
}
/** SolveResponse: result = 3. Result: ref = 3, metadata = 10, a map to bytes. Ref: def = 2. */
function readResult(answer) {
    const reader = new _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_4__/* .BinaryReader */ .V5(answer);
    const metadata = new Map();
    let definition;
    (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .readFields */ .qU)(reader, reader.len, (tag) => {
        if (tag !== 0o32)
            return false;
        (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .readMessage */ ._8)(reader, (inner) => {
            if (inner === 0o32)
                definition = readDefinition(reader);
            else if (inner === 0o122)
                metadata.set(...readEntryOfBytes(reader));
            else
                return false;
            return true;
        });
        return true;
    });
    return { metadata, definition };
}
function readDefinition(reader) {
    let definition;
    (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .readMessage */ ._8)(reader, (tag) => {
        if (tag !== 0o22)
            return false;
        definition = reader.bytes();
        return true;
    });
    return definition;
}
function readEntryOfBytes(reader) {
    let name = '';
    let value = new Uint8Array(0);
    (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .readMessage */ ._8)(reader, (tag) => {
        if (tag === 0o12)
            name = reader.string();
        else if (tag === 0o22)
            value = reader.bytes();
        else
            return false;
        return true;
    });
    return [name, value];
}


/***/ }),

/***/ 46933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ linesOf),
/* harmony export */   n: () => (/* binding */ decodeErrorDetails)
/* harmony export */ });
/* harmony import */ var _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59799);
/* harmony import */ var _engine_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19665);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89504);
/**
 * google.rpc.Status as BuildKit fills it: beside the text it holds details as JSON under type URLs of Go packages
 * (moby/buildkit util/grpcerrors, solver/errdefs). One of them is the Dockerfile with the lines that failed. Another one is
 * the daemon's stack with its command line: that one is never looked at.
 */



/** Throws for bytes that are no such message. */
function decodeErrorDetails(bytes) {
    const reader = new _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_1__/* .BinaryReader */ .V5(bytes);
    let message = '';
    let source;
    let vertex;
    (0,_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .readFields */ .qU)(reader, reader.len, (tag) => {
        if (tag === 0o22)
            message = reader.string();
        else if (tag === 0o32) {
            const { type, value } = readAny(reader);
            if (type.endsWith('/errdefs.Source+json'))
                source ??= readSource(parse(value));
            else if (type.endsWith('/errdefs.Vertex+json'))
                vertex ??= (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(parse(value), 'digest')) || undefined;
        }
        else
            return false;
        return true;
    });
    return { message, source, vertex };
}
function readAny(reader) {
    let type = '';
    let value = new Uint8Array(0);
    (0,_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .readMessage */ ._8)(reader, (tag) => {
        if (tag === 0o12)
            type = reader.string();
        else if (tag === 0o22)
            value = reader.bytes();
        else
            return false;
        return true;
    });
    return { type, value };
}
function parse(value) {
    return (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asObject */ .eB)(JSON.parse(new TextDecoder().decode(value)));
}
/** `{"info": {"filename", "data" (base64)}, "ranges": [{"start": {"line"}, "end": {"line"}}]}`, one range per line. */
function readSource(json) {
    const info = (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asObject */ .eB)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(json, 'info'));
    const filename = (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(info, 'filename'));
    const lines = linesOf((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(json, 'ranges'));
    if (filename === '' || lines === undefined)
        return undefined;
    return { filename, text: Buffer.from((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(info, 'data')), 'base64').toString(), ...lines };
}
/** First and last line of ranges as JSON; undefined when they name none. */
function linesOf(ranges) {
    const lines = (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_2__/* .itemsOf */ .S3)(ranges)
        .flatMap((range) => ['start', 'end'].map((side) => (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asObject */ .eB)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_2__/* .asObject */ .eB)(range), side)), 'line')))
        .filter((line) => Number.isSafeInteger(line) && line > 0);
    return lines.length === 0 ? undefined : { first: Math.min(...lines), last: Math.max(...lines) };
}


/***/ }),

/***/ 98484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A6: () => (/* binding */ targetsIn),
/* harmony export */   dE: () => (/* binding */ withTargets),
/* harmony export */   zw: () => (/* binding */ downloadsOf)
/* harmony export */ });
/* harmony import */ var _buildkit_definition_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79420);
/* harmony import */ var _buildkit_gateway_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1431);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59032);



/** Values of `context:<name>`, and what they lead to. The frontend's own way does not unpack, and fails on Docker 28. */
function downloadsOf(contexts) {
    const downloads = contexts.flatMap(({ name, source }, at) => source.kind === 'url' ? [{ name, key: `download-${at}`, url: source.url }] : []);
    return {
        contexts: new Map(downloads.map(({ name, key }) => [name, `input:${key}`])),
        inputs: new Map(downloads.map(({ name, key, url }) => [key, (0,_buildkit_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeDownload */ .D)(url, `[context ${name}] ${url.href}`)])),
    };
}
function targetsIn(contexts) {
    return contexts.flatMap(({ name, source }) => (source.kind === 'target' ? [{ name, stage: source.stage }] : []));
}
/**
 * The same request with the targets as inputs of it (moby/buildkit frontend/dockerui/namedcontext.go). They are built with
 * all its other contexts, and do not see each other. Throws InvalidInput for an empty
 * stage, RpcError, ConnectionLost.
 */
async function withTargets(client, request, targets, options) {
    if (targets.length === 0)
        return request;
    const { attributes } = request;
    const platforms = attributes.get('platform')?.split(',') ?? [undefined];
    const asked = targets.flatMap((target) => platforms.map((platform) => ({ ...target, platform })));
    const answers = await Promise.all(asked.map(async ({ name, stage, platform }, at) => {
        const question = { ...request, attributes: questionOf(attributes, stage, platform), onTrace: () => { } };
        const { definition, metadata } = await (0,_buildkit_gateway_js__WEBPACK_IMPORTED_MODULE_1__/* .askFrontend */ .wm)(client, question, options);
        if (definition === undefined)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .InvalidInput */ .o9('build-contexts', `${name}: the stage ${stage} is empty`, 'name one with files in it');
        const config = metadata.get('containerimage.config');
        return {
            key: `target-${at}`,
            name: platforms.length > 1 ? `${name}::${platform}` : name,
            definition,
            config: config && JSON.stringify({ 'containerimage.config': Buffer.from(config).toString('base64') }),
        };
    }));
    return {
        ...request,
        attributes: new Map([
            ...attributes,
            ['frontend.caps', 'moby.buildkit.frontend.contexts+forward'],
            ...answers.map(({ key, name }) => [`context:${name}`, `input:${key}`]),
            ...answers.flatMap(({ key, config }) => (config === undefined ? [] : [[`input-metadata:${key}`, config]])),
        ]),
        inputs: new Map([...request.inputs, ...answers.map(({ key, definition }) => [key, definition])]),
    };
}
/** One image without what is said of it: several would come as a map, and are asked for one by one. */
function questionOf(attributes, stage, platform) {
    const kept = [...attributes].filter(([name]) => !name.startsWith('attest:') && name !== 'build-arg:BUILDKIT_MULTI_PLATFORM');
    return new Map([...kept, ['target', stage], ...(platform === undefined ? [] : [['platform', platform]])]);
}


/***/ }),

/***/ 84041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ openNamed)
});

// EXTERNAL MODULE: ./build/pipeline/input-contexts.js
var input_contexts = __webpack_require__(98484);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/buildkit/blob-directory.js
/**
 * Blobs in a directory of the form of an OCI image layout (image-spec "OCI Image Layout Specification"): what local
 * caches and `oci-layout` contexts are. A blob stands under its name only once its bytes were seen to have that digest
 * (hardening E7).
 */



/** A digest, or an index, that is none. */
class InvalidLayout extends Error {
    name = 'InvalidLayout';
}
const TAG = 'org.opencontainers.image.ref.name';
class BlobDirectory {
    path;
    constructor(path) {
        this.path = path;
    }
    /** Bytes; undefined when it is not here. Throws InvalidLayout for a text that is no digest. */
    async size(digest) {
        return (await (0,promises_.stat)(this.#file(digest)).catch(() => undefined))?.size;
    }
    /** Throws when it is not here. */
    open(digest) {
        return (0,promises_.open)(this.#file(digest), 'r');
    }
    /** A blob in the making. */
    async create() {
        const ingest = (0,external_node_path_.join)(this.path, 'ingest');
        await (0,promises_.mkdir)(ingest, { recursive: true });
        const file = (0,external_node_path_.join)(ingest, (0,external_node_crypto_.randomBytes)(16).toString('hex'));
        return new NewBlob(await (0,promises_.open)(file, 'wx'), file, (digest) => this.#file(digest));
    }
    /**
     * What the index has under a tag or a digest, or the only thing it has when neither is asked for; undefined when there is
     * no such thing, or no index. Throws InvalidLayout.
     */
    async find(image) {
        const manifests = await this.#manifests();
        const named = manifests.filter(({ digest, tag }) => image === undefined || image === digest || image === tag);
        return image === undefined && named.length > 1 ? undefined : named[0];
    }
    /** Puts a descriptor under a tag into the index; what had it before loses it. */
    async tag(descriptor, tag) {
        const others = (await this.#manifests()).filter((known) => known.tag !== tag);
        const manifests = [...others, { ...descriptor, tag }].map(({ mediaType, digest, size, tag: name }) => ({
            mediaType,
            digest,
            size,
            ...(name !== undefined && { annotations: { [TAG]: name } }),
        }));
        await this.#replace('index.json', { schemaVersion: 2, manifests });
        await this.#replace('oci-layout', { imageLayoutVersion: '1.0.0' });
    }
    async #manifests() {
        const text = await (0,promises_.readFile)((0,external_node_path_.join)(this.path, 'index.json'), 'utf8').catch(() => undefined);
        if (text === undefined)
            return [];
        try {
            const { manifests } = JSON.parse(text);
            return manifests.map(({ mediaType, digest, size, annotations }) => ({
                mediaType: String(mediaType),
                digest: checked(digest),
                size: Number(size),
                tag: annotations?.[TAG],
            }));
        }
        catch (error) {
            throw new InvalidLayout(`${(0,external_node_path_.join)(this.path, 'index.json')} is no index: ${error.message}`);
        }
    }
    async #replace(name, value) {
        const file = (0,external_node_path_.join)(this.path, `${name}.${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`);
        await (0,promises_.writeFile)(file, JSON.stringify(value), { flag: 'wx' });
        await (0,promises_.rename)(file, (0,external_node_path_.join)(this.path, name));
    }
    #file(digest) {
        return (0,external_node_path_.join)(this.path, 'blobs', 'sha256', checked(digest).slice('sha256:'.length));
    }
}
/** It becomes the name of a file, so nothing else may pass. */
function checked(digest) {
    if (/^sha256:[0-9a-f]{64}$/.test(digest))
        return digest;
    throw new InvalidLayout(`"${String(digest).slice(0, 100)}" is not a digest of sha256`);
}
/** Written from start to end, then kept or thrown away. */
class NewBlob {
    #handle;
    #path;
    #place;
    #hash = (0,external_node_crypto_.createHash)('sha256');
    #size = 0;
    constructor(handle, path, place) {
        this.#handle = handle;
        this.#path = path;
        this.#place = place;
    }
    get size() {
        return this.#size;
    }
    async write(bytes) {
        this.#hash.update(bytes);
        await this.#handle.writeFile(bytes);
        this.#size += bytes.length;
    }
    /** Gives the digest. Throws InvalidLayout when another one was expected; then nothing is kept. */
    async keep(expected) {
        const digest = `sha256:${this.#hash.digest('hex')}`;
        if (expected !== '' && expected !== digest) {
            await this.drop();
            throw new InvalidLayout(`a blob that should be ${expected} is ${digest}`);
        }
        await this.#handle.close();
        const place = this.#place(digest);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(place), { recursive: true });
        await (0,promises_.rename)(this.#path, place);
        return digest;
    }
    async drop() {
        await this.#handle.close().catch(() => { });
        await (0,promises_.rm)(this.#path, { force: true });
    }
}

// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/wire/binary-encoding.js + 3 modules
var binary_encoding = __webpack_require__(59799);
// EXTERNAL MODULE: ./build/buildkit/encode.js
var encode = __webpack_require__(70331);
// EXTERNAL MODULE: ./build/buildkit/status.js
var buildkit_status = __webpack_require__(29383);
// EXTERNAL MODULE: ./build/buildkit/wire.js
var wire = __webpack_require__(89504);
;// CONCATENATED MODULE: ./build/buildkit/content.js
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
 * `containerd.services.content.v1.Content`: the builder reads blobs from directories of ours, and writes into them
 * (containerd api/services/content/v1; moby/buildkit session/content). Only what it calls is served. Which directory is
 * meant says a field of the call.
 */





const SERVICE = '/containerd.services.content.v1.Content';
const STORE = 'buildkit-attachable-store-id';
/** Bytes of one answer. */
const PIECE = 512 * 1024;
/** Stores by the names that the builder asks for, such as `local:<dest of the cache>` and `oci:<name of a context>`. */
function contentMethods(stores) {
    const storeOf = ({ metadata }) => {
        const name = metadata.find(([key]) => key === STORE)?.[1] ?? '';
        const store = stores.get(name);
        if (store === undefined)
            throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.notFound, `this session has no store "${name}"`);
        return store;
    };
    return new Map([
        [`${SERVICE}/Info`, { kind: 'unary', handle: (request, call) => info(storeOf(call), request) }],
        [`${SERVICE}/Read`, { kind: 'stream', handle: (call) => read(storeOf(call), call) }],
        // Nothing that was begun is ever gone on with.
        [`${SERVICE}/Status`, { kind: 'unary', handle: () => notFound('there is no write under way') }],
        [`${SERVICE}/Write`, { kind: 'stream', handle: (call) => write(storeOf(call), call) }],
    ]);
}
/** InfoRequest: digest = 1. InfoResponse: info = 1 {digest = 1, size = 2}. */
async function info(store, request) {
    const { digest } = decodeRead(request);
    const size = await sizeOf(store, digest);
    return (0,encode/* encodeMessage */.m)([1, (0,encode/* encodeMessage */.m)([1, digest], [2, BigInt(size)])]);
}
/** ReadContentResponse: offset = 1, data = 2. The builder may ask beyond the end. */
async function read(store, call) {
    for await (const request of call.requests) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const { digest, offset, size } = decodeRead(request);
            const end = size > 0 ? Math.min(offset + size, await sizeOf(store, digest)) : await sizeOf(store, digest);
            const file = __addDisposableResource(env_1, await store.open(digest), true);
            const piece = Buffer.alloc(PIECE);
            for (let at = offset; at < end;) {
                const { bytesRead } = await file.read(piece, 0, Math.min(PIECE, end - at), at);
                if (bytesRead === 0)
                    throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.unknown, `the blob ${digest} became shorter`);
                await call.send((0,encode/* encodeMessage */.m)([1, BigInt(at)], [2, piece.subarray(0, bytesRead)]));
                at += bytesRead;
            }
            return;
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
}
async function sizeOf(store, digest) {
    return told(async () => (await store.size(digest)) ?? notFound(`there is no blob ${digest}`));
}
function notFound(message) {
    throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.notFound, message);
}
/** What the other side got wrong is its fault and no failure of ours. */
async function told(work) {
    try {
        return await work();
    }
    catch (error) {
        if (error instanceof InvalidLayout)
            throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.invalidArgument, error.message, { cause: error });
        throw error;
    }
}
/** ReadContentRequest: digest = 1, offset = 2, size = 3. */
function decodeRead(request) {
    const reader = new binary_encoding/* BinaryReader */.V5(request);
    let digest = '';
    let offset = 0;
    let size = 0;
    (0,wire/* readFields */.qU)(reader, reader.len, (tag) => {
        if (tag === 0o12)
            digest = reader.string();
        else if (tag === 0o20)
            offset = Number(reader.int64());
        else if (tag === 0o30)
            size = Number(reader.int64());
        else
            return false;
        return true;
    });
    return { digest, offset, size };
}
const ACTION = { stat: 0n, write: 1n, commit: 2n };
/** Asked for the state, for bytes to be taken, and to keep them; each is answered with how far it got. */
async function write(store, call) {
    let blob;
    try {
        for await (const message of call.requests) {
            const { action, expected, data } = decodeWrite(message);
            if (expected !== '' && (await told(() => store.size(expected))) !== undefined)
                throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.alreadyExists, `the blob ${expected} is here`);
            blob ??= await store.create();
            if (data.length > 0)
                await blob.write(data);
            if (action !== ACTION.commit) {
                await call.send((0,encode/* encodeMessage */.m)([1, action], [4, BigInt(blob.size)]));
                continue;
            }
            const { size } = blob;
            const digest = await told(() => blob.keep(expected));
            blob = undefined;
            await call.send((0,encode/* encodeMessage */.m)([1, action], [4, BigInt(size)], [5, BigInt(size)], [6, digest]));
        }
    }
    finally {
        await blob?.drop();
    }
}
/** WriteContentRequest: action = 1, expected = 4, data = 6. The answer: action = 1, offset = 4, total = 5, digest = 6. */
function decodeWrite(message) {
    const reader = new binary_encoding/* BinaryReader */.V5(message);
    let action = ACTION.stat;
    let expected = '';
    let data = new Uint8Array(0);
    (0,wire/* readFields */.qU)(reader, reader.len, (tag) => {
        if (tag === 0o10)
            action = BigInt(reader.int32());
        else if (tag === 0o42)
            expected = reader.string();
        else if (tag === 0o62)
            data = reader.bytes();
        else
            return false;
        return true;
    });
    return { action, expected, data };
}

// EXTERNAL MODULE: ./build/engine/json.js
var json = __webpack_require__(19665);
// EXTERNAL MODULE: ./build/pipeline/errors.js
var errors = __webpack_require__(59032);
;// CONCATENATED MODULE: ./build/pipeline/local-stores.js
/**
 * Directories that a build reads blobs from, or writes them into, through the session: caches of type local and contexts
 * that are OCI layouts, each under a name that says nothing of this machine.
 */




/** Throws InvalidInput for a layout without the image that it is named for. */
async function openStores({ cacheFrom, cacheTo, contexts }, log) {
    const stores = new Map();
    const written = [];
    const readable = await Promise.all(cacheFrom.map((cache, at) => openSource(cache, `from-${at}`, stores, log)));
    const writable = cacheTo.map((cache, at) => {
        if (cache.type !== 'local')
            return cache;
        const store = new BlobDirectory(cache.attributes.get('dest') ?? '');
        stores.set(`local:to-${at}`, store);
        written.push({ store, tag: cache.attributes.get('tag') ?? LATEST });
        return { ...cache, attributes: new Map([...cache.attributes, ['dest', `to-${at}`]]) };
    });
    const named = await Promise.all(contexts.map((context, at) => openContext(context, `layout${at}`, stores)));
    return {
        methods: stores.size === 0 ? new Map() : contentMethods(stores),
        cacheFrom: readable.filter((cache) => cache !== undefined),
        cacheTo: writable,
        contexts: new Map(named.filter((entry) => entry !== undefined)),
        finish: async (response) => {
            const manifest = response.get('cache.manifest');
            if (manifest === undefined)
                return;
            const fields = JSON.parse(manifest);
            const text = (0,json/* mapOf */.A7)(fields);
            const size = Number(fields.size);
            const descriptor = { mediaType: (0,json/* textOf */.b6)(text.get('mediaType')), digest: (0,json/* textOf */.b6)(text.get('digest')), size };
            for (const { store, tag } of written)
                await store.tag(descriptor, tag);
        },
    };
}
const LATEST = 'latest';
/** A cache that is not there yet is no fault: the first run of a job has none. */
async function openSource(cache, name, stores, log) {
    if (cache.type !== 'local')
        return cache;
    const { attributes } = cache;
    const path = attributes.get('src') ?? '';
    const store = new BlobDirectory(path);
    const wanted = attributes.get('digest') ?? attributes.get('tag') ?? LATEST;
    try {
        const digest = attributes.get('digest') ?? (await store.find(wanted))?.digest;
        if (digest !== undefined && (await store.size(digest)) !== undefined) {
            stores.set(`local:${name}`, store);
            return { ...cache, attributes: new Map([...attributes, ['src', name], ['digest', digest]]) };
        }
        log.info(`No cache in ${path} (${wanted}) yet`);
    }
    catch (error) {
        if (!(error instanceof InvalidLayout))
            throw error;
        log.warning(`input cache-from: ${path} is not used: ${error.message}`);
    }
    return undefined;
}
async function openContext({ name, source }, store, stores) {
    if (source.kind === 'remote')
        return [name, source.url];
    if (source.kind !== 'layout')
        return undefined;
    const directory = new BlobDirectory(source.path);
    const found = await find(name, directory, source.image);
    stores.set(`oci:${store}`, directory);
    return [name, `oci-layout://${store}@${found}`];
}
async function find(name, directory, image) {
    let digest;
    try {
        digest = (await directory.find(image))?.digest;
    }
    catch (error) {
        if (error instanceof InvalidLayout)
            throw new errors/* InvalidInput */.o9('build-contexts', `${name}: ${error.message}`);
        throw error;
    }
    if (digest !== undefined)
        return digest;
    const what = image === undefined ? 'several images, or none' : `no image ${image}`;
    throw new errors/* InvalidInput */.o9('build-contexts', `${name}: the OCI layout ${directory.path} has ${what}`, 'name one of its index.json, as oci-layout://path:tag or oci-layout://path@digest');
}

// EXTERNAL MODULE: ./build/buildkit/file-sync.js
var file_sync = __webpack_require__(49047);
// EXTERNAL MODULE: ./build/buildkit/metadata.js
var metadata = __webpack_require__(89336);
// EXTERNAL MODULE: ./build/context/dockerfile.js
var dockerfile = __webpack_require__(46828);
// EXTERNAL MODULE: ./build/context/dockerignore.js
var dockerignore = __webpack_require__(83068);
// EXTERNAL MODULE: ./build/context/on-demand.js + 1 modules
var on_demand = __webpack_require__(92009);
;// CONCATENATED MODULE: ./build/pipeline/named-directories.js
/** Directories beside the context that the Dockerfile takes files from, shared by the session under names of their own. */





/** `epoch` of `BuildContext`. Throws ContextError for a directory that cannot be read. */
async function shareNamed(contexts, epoch, files) {
    const warnings = new Set();
    const failures = [];
    const shared = await Promise.all(contexts.flatMap(({ name, source }, at) => source.kind === 'directory'
        ? [share(name, `named-${at}`, { path: source.path, epoch, onWarning: (warning) => warnings.add(warning) })]
        : []));
    const directories = new Map(shared.map(({ key, directory }) => [key, directory]));
    const own = (0,file_sync/* fileSyncMethods */.C)({ directories, onFailure: (error) => failures.push(error) });
    return {
        methods: directories.size === 0 ? new Map() : joined(own, files, directories),
        contexts: new Map(shared.map(({ name, key }) => [name, `local:${key}`])),
        warnings: () => warnings,
        failure: () => failures[0],
    };
}
async function share(name, key, { path, epoch, onWarning }) {
    const root = (0,dockerfile/* resolveContext */.wK)(path);
    const ignore = (0,dockerignore/* readIgnoreFile */.rj)(root, undefined);
    return { name, key, directory: new on_demand/* ContextParts */.g2({ root, ignore, epoch, onWarning }) };
}
/** One service for all, which looks at the name that is asked for. */
function joined(own, others, directories) {
    return new Map([...own].map(([path, method]) => [path, choosing(method, others.get(path) ?? method, directories)]));
}
function choosing(own, other, directories) {
    if (own.kind !== 'stream' || other.kind !== 'stream')
        return own;
    const of = (call) => (directories.has((0,metadata/* valuesOf */.s)(call, 'dir-name')[0] ?? '') ? own : other);
    return { kind: 'stream', handle: (call) => of(call).handle(call) };
}

;// CONCATENATED MODULE: ./build/pipeline/named-contexts.js



/** Throws InvalidInput for a layout without the image that it is named for, ContextError for what cannot be read. */
async function openNamed(inputs, files, log) {
    const stores = await openStores(inputs, log);
    const directories = await shareNamed(inputs.contexts, inputs.epoch, files);
    const downloads = (0,input_contexts/* downloadsOf */.zw)(inputs.contexts);
    return {
        contexts: new Map([...stores.contexts, ...directories.contexts, ...downloads.contexts]),
        inputs: downloads.inputs,
        methods: new Map([...files, ...directories.methods, ...stores.methods]),
        stores,
        warnings: directories.warnings,
        failure: directories.failure,
    };
}


/***/ })

};
