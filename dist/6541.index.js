export const id = 6541;
export const ids = [6541];
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
    const name = decodeURIComponent(url.pathname.split('/').at(-1) ?? '').replaceAll('/', '') || 'context';
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


/***/ })

};
