export const id = 26;
export const ids = [26,657,142];
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

/***/ 331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ mapFields),
/* harmony export */   m: () => (/* binding */ encodeMessage)
/* harmony export */ });
/* harmony import */ var _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9799);
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

/***/ 6933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ linesOf),
/* harmony export */   n: () => (/* binding */ decodeErrorDetails)
/* harmony export */ });
/* harmony import */ var _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9799);
/* harmony import */ var _engine_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9665);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9504);
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

/***/ 8142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   download: () => (/* binding */ download),
/* harmony export */   j: () => (/* binding */ showUrl)
/* harmony export */ });
/* unused harmony export DownloadFailed */
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);
/**
 * Fetches a file of the author's by http or https, for the few that an engine does not fetch itself: at most five
 * redirects, none away from https, certificates verified, nothing sent but the request (hardening R1, R2, R7). Without
 * TLS only from this machine.
 */


/** Messages name the URL without its query, which may hold a signature. */
class DownloadFailed extends Error {
    name = 'DownloadFailed';
    hint;
    constructor(url, why, options = {}) {
        super(`fetch ${showUrl(url)}: ${why}`, { cause: options.cause });
        this.hint = options.hint;
    }
}
const MOST_REDIRECTS = 5;
/** Milliseconds without a byte. */
const SILENCE = 30_000;
/** The whole file. Throws DownloadFailed, or the abort reason. */
async function download(url, { limit, signal }) {
    let current = url;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
        const answer = await send(current, signal);
        const { statusCode: status = 0, headers } = answer;
        if ([301, 302, 303, 307, 308].includes(status) && headers.location !== undefined) {
            answer.destroy();
            current = target(current, headers.location);
            continue;
        }
        if (status !== 200) {
            answer.destroy();
            throw new DownloadFailed(current, `it is answered with ${status} ${answer.statusMessage ?? ''}`.trim(), {
                hint: 'Check the address; what needs a login is downloaded in a step before this one',
            });
        }
        return read(current, answer, { limit, signal });
    }
    throw new DownloadFailed(url, `it leads through more than ${MOST_REDIRECTS} redirects`);
}
/** For messages and logs. */
function showUrl({ origin, pathname, search }) {
    return `${origin}${pathname}${search === '' ? '' : '?…'}`;
}
function target(from, location) {
    const to = URL.parse(location, from.href);
    if (to === null || !/^https?:$/.test(to.protocol) || to.username !== '' || to.password !== '')
        throw new DownloadFailed(from, 'it redirects to what is no URL of http or https');
    if (from.protocol === 'https:' && to.protocol !== 'https:')
        throw new DownloadFailed(from, `it redirects from https to ${showUrl(to)}`);
    return to;
}
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;
function send(url, signal) {
    if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname))
        throw new DownloadFailed(url, 'it would come without TLS, so anybody on the way could change it', {
            hint: 'Use https',
        });
    return new Promise((resolve, reject) => {
        const fail = (cause) => {
            reject(signal.aborted ? signal.reason : new DownloadFailed(url, cause.message, { cause }));
        };
        const options = {
            signal,
            timeout: SILENCE,
            headers: { 'user-agent': 'stowage', accept: '*/*' },
            agent: false,
        };
        const outgoing = url.protocol === 'http:'
            ? (0,node_http__WEBPACK_IMPORTED_MODULE_0__.request)(url, options, resolve)
            : // Said outright, because an environment variable of Node would turn verification off otherwise.
                (0,node_https__WEBPACK_IMPORTED_MODULE_1__.request)(url, { ...options, minVersion: 'TLSv1.2', rejectUnauthorized: true }, resolve);
        outgoing.on('error', fail);
        outgoing.on('timeout', () => outgoing.destroy(new Error(`nothing came for ${SILENCE / 1000} s`)));
        outgoing.end();
    });
}
async function read(url, answer, { limit, signal }) {
    const parts = [];
    let length = 0;
    try {
        for await (const part of answer) {
            parts.push(part);
            length += part.length;
            if (length > limit)
                break;
        }
    }
    catch (cause) {
        if (signal.aborted)
            throw signal.reason;
        throw new DownloadFailed(url, cause.message, { cause });
    }
    if (length > limit)
        throw new DownloadFailed(url, `it is larger than ${limit / 1024} KiB`);
    return Buffer.concat(parts);
}


/***/ }),

/***/ 9645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkDockerfile: () => (/* binding */ checkDockerfile)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/buildkit/client.js
var buildkit_client = __webpack_require__(4446);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/buildkit/encode.js
var encode = __webpack_require__(331);
;// CONCATENATED MODULE: ./build/buildkit/definition.js
/**
 * A file as a step of BuildKit's own graph, so that a Dockerfile can travel inside of a request, without any context
 * (moby/buildkit solver/pb/ops.proto: Definition, Op, FileOp, FileActionMkFile).
 */


const MODE = 420n;
/** "Nothing" where an input is named, and "now" for a time. */
const NONE = -1n;
/** Encoded `pb.Definition` of a directory with one file. `title` is how the step is called in the progress. */
function encodeFile(name, content, title) {
    const file = (0,encode/* encodeMessage */.m)([1, `/${name}`], [2, MODE], [3, content], [5, NONE]);
    const action = (0,encode/* encodeMessage */.m)([1, NONE], [2, NONE], [3, 0n], [5, file]);
    // The platform does not matter for a file, but every step has one.
    const platform = (0,encode/* encodeMessage */.m)([1, 'amd64'], [2, 'linux']);
    const make = (0,encode/* encodeMessage */.m)([4, (0,encode/* encodeMessage */.m)([2, action])], [10, platform], [11, (0,encode/* encodeMessage */.m)()]);
    const digest = digestOf(make);
    // The last step only names its input: the result.
    const result = (0,encode/* encodeMessage */.m)([1, (0,encode/* encodeMessage */.m)([1, digest], [2, 0n])]);
    const description = (0,encode/* encodeMessage */.m)([2, (0,encode/* encodeMessage */.m)([1, 'llb.customname'], [2, title])]);
    return (0,encode/* encodeMessage */.m)([1, make], [1, result], [2, (0,encode/* encodeMessage */.m)([1, digest], [2, description])]);
}
function digestOf(bytes) {
    return `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}`;
}

// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/wire/binary-encoding.js + 3 modules
var binary_encoding = __webpack_require__(9799);
// EXTERNAL MODULE: ./build/buildkit/wire.js
var wire = __webpack_require__(9504);
;// CONCATENATED MODULE: ./build/buildkit/gateway.js
/**
 * The Control API of BuildKit (moby/buildkit api/services/control, frontend/gateway/pb), as far as it is used: a question to
 * a frontend. A build that is led by the client stays open for as long as we ask, and its answers come back with all
 * their metadata, which the answer of `Solve` alone does not have.
 */





/** Metadata of the frontend's result, by name. Throws RpcError with the frontend's words, or ConnectionLost. */
async function askFrontend(client, question, { signal }) {
    const { session, frontend, attributes, inputs, onTrace } = question;
    const ref = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    const over = new AbortController();
    const options = { signal: AbortSignal.any([signal, over.signal]) };
    const inside = { ...options, metadata: { 'buildkit-controlapi-buildid': ref } };
    // SolveRequest: Ref = 1, Session = 5, Cache = 8, Internal = 11 (leaves no record in the history). Without a frontend it
    // waits for what comes through the bridge.
    const request = (0,encode/* encodeMessage */.m)([1, ref], [5, session], [8, (0,encode/* encodeMessage */.m)()], [11, true]);
    const solving = settle(client.unary('/moby.buildkit.v1.Control/Solve', request, options));
    const watching = settle(watch(client, ref, onTrace, options));
    try {
        // SolveRequest of the bridge: Frontend = 2, FrontendOpt = 3, allowResultReturn = 5, allowResultArrayRef = 6, FrontendInputs = 13.
        const asked = (0,encode/* encodeMessage */.m)([2, frontend], ...(0,encode/* mapFields */.Y)(3, attributes), [5, true], [6, true], ...(0,encode/* mapFields */.Y)(13, inputs));
        const asking = client.unary('/moby.buildkit.v1.frontend.LLBBridge/Solve', asked, inside);
        // The question waits for a build that may never begin; then the build knows why, and the question ends unheard.
        asking.catch(() => { });
        const answer = await Promise.race([asking, failureOf(solving)]);
        await client.unary('/moby.buildkit.v1.frontend.LLBBridge/Return', (0,encode/* encodeMessage */.m)([1, (0,encode/* encodeMessage */.m)()]), inside);
        await Promise.race([Promise.all([solving, watching]), patience()]);
        return readMetadata(answer);
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
        const metadata = await askFrontend(client, { ...question, frontend: 'dockerfile.v0', attributes }, options);
        const textOf = (name) => new TextDecoder().decode(metadata.get(name));
        const json = JSON.parse(textOf('result.json'), (key, value) => (key === 'definition' ? undefined : value));
        return { json, text: textOf('result.txt') };
    }
    catch (error) {
        if (error instanceof buildkit_client.RpcError && /unsupported request|subrequest/i.test(error.reason))
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
    for await (const trace of client.stream('/moby.buildkit.v1.Control/Status', (0,encode/* encodeMessage */.m)([1, ref]), options)) {
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
/** SolveResponse: result = 3. Result: metadata = 10, a map to bytes. */
function readMetadata(answer) {
    const reader = new binary_encoding/* BinaryReader */.V5(answer);
    const metadata = new Map();
    (0,wire/* readFields */.qU)(reader, reader.len, (tag) => {
        if (tag !== 0o32)
            return false;
        (0,wire/* readMessage */._8)(reader, (inner) => {
            if (inner !== 0o122)
                return false;
            let name = '';
            let value = new Uint8Array(0);
            (0,wire/* readMessage */._8)(reader, (part) => {
                if (part === 0o12)
                    name = reader.string();
                else if (part === 0o22)
                    value = reader.bytes();
                else
                    return false;
                return true;
            });
            metadata.set(name, value);
            return true;
        });
        return true;
    });
    return metadata;
}

// EXTERNAL MODULE: ./build/engine/json.js
var engine_json = __webpack_require__(9665);
// EXTERNAL MODULE: ./build/buildkit/rpc-status.js
var rpc_status = __webpack_require__(6933);
;// CONCATENATED MODULE: ./build/buildkit/lint.js
/**
 * The linter of the Dockerfile frontend, asked without a build (moby/buildkit frontend/subrequests/lint; frontend 1.8, which
 * is in Docker 27, and newer).
 */



/** Throws UnknownQuestion, RpcError, ConnectionLost. */
async function lint(client, question, options) {
    const { json } = await askAbout(client, 'lint', question, options);
    return readResult(json);
}
function readResult(json) {
    const result = (0,engine_json/* asObject */.eB)(json);
    const error = (0,engine_json/* own */.ZV)(result, 'buildError');
    const source = (0,engine_json/* asObject */.eB)((0,engine_json/* itemsOf */.S3)((0,engine_json/* own */.ZV)(result, 'sources'))[0]);
    const filename = (0,engine_json/* textOf */.b6)((0,engine_json/* own */.ZV)(source, 'filename'));
    const text = Buffer.from((0,engine_json/* textOf */.b6)((0,engine_json/* own */.ZV)(source, 'data')), 'base64').toString();
    return {
        json,
        source: filename === '' ? undefined : { filename, text },
        warnings: (0,engine_json/* itemsOf */.S3)((0,engine_json/* own */.ZV)(result, 'warnings')).map((item) => {
            const warning = (0,engine_json/* asObject */.eB)(item);
            return {
                rule: (0,engine_json/* textOf */.b6)((0,engine_json/* own */.ZV)(warning, 'ruleName')),
                text: (0,engine_json/* textOf */.b6)((0,engine_json/* own */.ZV)(warning, 'detail')),
                description: (0,engine_json/* textOf */.b6)((0,engine_json/* own */.ZV)(warning, 'description')),
                url: (0,engine_json/* textOf */.b6)((0,engine_json/* own */.ZV)(warning, 'url')) || undefined,
                lines: placeOf(warning),
            };
        }),
        error: typeof error === 'object' && error !== null
            ? { rule: undefined, text: (0,engine_json/* textOf */.b6)((0,engine_json/* own */.ZV)(error, 'message')), description: '', url: undefined, lines: placeOf(error) }
            : undefined,
    };
}
function placeOf(finding) {
    return (0,rpc_status/* linesOf */.D)((0,engine_json/* own */.ZV)((0,engine_json/* asObject */.eB)((0,engine_json/* own */.ZV)(finding, 'location')), 'ranges'));
}

// EXTERNAL MODULE: ./build/context/dockerfile.js
var dockerfile = __webpack_require__(6828);
// EXTERNAL MODULE: ./build/registry/platform.js
var registry_platform = __webpack_require__(7891);
// EXTERNAL MODULE: ./build/report/diagnosis.js
var diagnosis = __webpack_require__(4458);
// EXTERNAL MODULE: ./build/report/excerpt.js
var report_excerpt = __webpack_require__(7478);
// EXTERNAL MODULE: ./build/report/failed-step.js
var failed_step = __webpack_require__(5913);
// EXTERNAL MODULE: ./build/report/progress.js + 9 modules
var report_progress = __webpack_require__(5074);
// EXTERNAL MODULE: ./build/report/units.js
var units = __webpack_require__(5088);
// EXTERNAL MODULE: ./build/pipeline/base-images.js
var base_images = __webpack_require__(7185);
// EXTERNAL MODULE: ./build/pipeline/build-session.js + 5 modules
var build_session = __webpack_require__(9655);
// EXTERNAL MODULE: ./build/pipeline/errors.js
var errors = __webpack_require__(9032);
// EXTERNAL MODULE: ./build/pipeline/open-context.js + 1 modules
var open_context = __webpack_require__(8347);
// EXTERNAL MODULE: ./build/pipeline/open-remote.js + 1 modules
var open_remote = __webpack_require__(5657);
// EXTERNAL MODULE: ./build/pipeline/pinpoint.js + 1 modules
var pinpoint = __webpack_require__(4847);
// EXTERNAL MODULE: ./build/pipeline/results.js
var results = __webpack_require__(1813);
// EXTERNAL MODULE: ./build/pipeline/session-services.js + 3 modules
var session_services = __webpack_require__(3047);
;// CONCATENATED MODULE: ./build/pipeline/check.js
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
/** `call: check`: the linter of BuildKit's Dockerfile frontend, with nothing built and no context sent. */




















/** The runner shows ten of a step. */
const MOST_ANNOTATIONS = 10;
/** Name of the Dockerfile in the request; messages name the real one. */
const SENT_AS = 'Dockerfile';
/** Throws CheckFailed for what was found; InvalidInput, ContextError, FetchFailed, NoSession, EngineError. */
async function checkDockerfile(opening, origin, tools) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { log, onResults, annotateWarnings } = tools;
        const here = await read(origin, tools.workspace, tools.signal);
        const { engine } = await opening;
        checkBuilder(origin, engine.facts);
        const place = __addDisposableResource(env_1, here === undefined ? await (0,open_remote.openRemote)(origin, { builder: 'buildkit', facts: engine.facts }, tools) : undefined, true);
        const dockerfile = here ?? place?.named;
        for (const line of place?.lines('for its Dockerfile alone') ?? [])
            log.info(line);
        if (here !== undefined)
            log.info(`Dockerfile: ${here.file}`);
        const question = { origin, dockerfile, place };
        if (origin.call !== 'check') {
            await tell(engine, question, tools);
            return;
        }
        const result = await ask(engine, { ...question, asking: lint }, tools);
        onResults({ ...results/* NO_RESULTS */.j2, metadata: JSON.stringify({ 'result.json': result.json }, undefined, 2) });
        const seen = dockerfile ?? fetched(origin, result);
        show(result, seen, log);
        if (annotateWarnings)
            annotate(result.warnings, seen, log);
        conclude(result, seen, log);
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
/** `outline` and `targets`: what the Dockerfile offers, in the frontend's own words. */
async function tell(engine, question, tools) {
    const { log, onResults } = tools;
    const { call } = question.origin;
    const asking = (client, about, options) => askAbout(client, call, about, options);
    const { json, text } = await ask(engine, { ...question, asking }, tools);
    onResults({ ...results/* NO_RESULTS */.j2, metadata: JSON.stringify({ 'result.json': json }, undefined, 2) });
    if (text.trim() === '')
        log.info(`${call}: there is nothing to tell of`);
    else
        log.untrusted('|', text);
}
/** Undefined where only the engine sees it. Throws ContextError, ArchiveError, DownloadFailed. */
async function read(origin, workspace, signal) {
    const { context } = origin;
    const loose = await (0,open_context/* textOfLoose */.R5)(origin, signal);
    if (loose !== undefined)
        return { file: (0,open_context/* looseName */._V)(origin), inWorkspace: false, text: loose };
    if (context.kind === 'tar') {
        const { openTarContext } = await __webpack_require__.e(/* import() */ 968).then(__webpack_require__.bind(__webpack_require__, 5968));
        const { dockerfile, dockerfileText } = await openTarContext(context.path, { file: context.file, signal });
        if (dockerfileText !== undefined)
            return { file: dockerfile, inWorkspace: false, text: dockerfileText };
        throw new errors/* InvalidInput */.o9('call', 'check cannot read a tar of this compression', 'compress it with gzip or zstd');
    }
    if (context.kind !== 'directory')
        return undefined;
    const { source } = await (0,dockerfile/* locateDockerfile */.li)(context.path, context.file, { workspace });
    return (0,pinpoint/* nameDockerfile */.mi)(source, workspace, await (0,promises_.readFile)(source, 'utf8'));
}
/** As the engine fetched it. */
function fetched({ context }, { source }) {
    if (source === undefined)
        return undefined;
    const { filename: file, text } = source;
    return context.kind === 'git' ? { ...(0,open_remote/* fetchedDockerfile */.Y)(context), text } : { file, inWorkspace: false, text };
}
async function ask(engine, question, tools) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const { origin, dockerfile, asking } = question;
        const { log, signal } = tools;
        const { facts, transport } = engine;
        const { call } = origin;
        const bases = (0,base_images/* readBaseImages */.kc)(dockerfile?.text ?? '', origin.buildArgs, origin.target);
        const served = __addDisposableResource(env_2, await (0,session_services.openServices)(origin, tools.startAgent), true);
        const services = { methods: served.methods, neededFor: [`call: ${call}`] };
        const session = __addDisposableResource(env_2, await (0,build_session/* openBuildSession */.j)((0,build_session/* sessionOf */.M)(engine), { bases, services }, tools), true);
        const client = __addDisposableResource(env_2, await (0,buildkit_client.openClient)({ upgrade: () => transport.upgrade('/grpc', [], signal), signal }), false);
        const progress = (0,report_progress/* createProgress */.m)(log);
        const { inputs, attributes } = describe(question);
        try {
            return await asking(client, { session: session?.id ?? '', inputs, attributes, onTrace: progress.trace }, { signal });
        }
        catch (error) {
            signal.throwIfAborted();
            if (error instanceof UnknownQuestion)
                throw unavailable(origin, facts);
            if (error instanceof buildkit_client.RpcError)
                throw uncheckable(error, dockerfile);
            throw error;
        }
        finally {
            progress.finish(false);
        }
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
function checkBuilder(origin, facts) {
    if (facts.product === 'podman' || !facts.hasBuildKit)
        throw unavailable(origin, facts);
    if (origin.builderVersion === '1')
        throw new errors/* InvalidInput */.o9('call', 'the classic builder, which builder-version asks for, checks nothing', 'leave builder-version out');
}
function unavailable({ call }, { product, version }) {
    const engine = product === 'podman' ? `Podman ${version}` : `Docker ${version}`;
    if (call !== 'check')
        return new errors/* InvalidInput */.o9('call', `${call} is asked of BuildKit's frontend, and that of ${engine} does not know it`, 'use an engine of Docker 25 or newer');
    return new errors/* InvalidInput */.o9('call', `check needs the linter of BuildKit, and ${engine} has none`, 'use an engine of Docker 27 or newer, or run another linter, such as hadolint, in a step of its own');
}
/** A fault that is none of the lines of the Dockerfile, such as a target that is not there. */
function uncheckable({ reason }, dockerfile) {
    const name = dockerfile?.file ?? 'the Dockerfile';
    return new errors/* CheckFailed */.EC(`${name} cannot be checked: ${(0,failed_step/* tidy */.DZ)(reason)}`, { hint: (0,diagnosis/* diagnose */.h4)(reason)?.hint });
}
/** The question in the words of the frontend. The Dockerfile travels in it, in place of a context too. */
function describe({ origin, dockerfile, place }) {
    const { buildArgs, target, platform, pull } = origin;
    const attributes = new Map([...buildArgs].map(([name, value]) => [`build-arg:${name}`, value]));
    if (target !== undefined)
        attributes.set('target', target);
    if (platform !== undefined)
        attributes.set('platform', (0,registry_platform/* formatPlatform */.Bq)(platform));
    attributes.set('image-resolve-mode', pull ? 'pull' : 'local');
    if (dockerfile === undefined) {
        if (place?.remote !== undefined)
            attributes.set('context', place.remote);
        attributes.set('filename', place?.dockerfile ?? SENT_AS);
        return { attributes, inputs: new Map() };
    }
    attributes.set('filename', SENT_AS);
    const file = encodeFile(SENT_AS, Buffer.from(dockerfile.text), '[internal] load build definition');
    return {
        attributes,
        inputs: new Map([
            ['dockerfile', file],
            ['context', file],
        ]),
    };
}
function show({ warnings, error }, dockerfile, log) {
    for (const finding of error === undefined ? warnings : [...warnings, error]) {
        const url = finding.url === undefined ? '' : ` (${finding.url})`;
        log.info(`${finding.rule === undefined ? 'error' : 'warning'}: ${wordsOf(finding)}${url}`);
        const excerpt = dockerfile && finding.lines && (0,report_excerpt/* excerptOf */.z)(dockerfile, finding.lines);
        if (excerpt !== undefined)
            (0,report_excerpt/* showExcerpt */.p)(log, excerpt);
    }
}
function annotate(warnings, dockerfile, log) {
    for (const warning of warnings.slice(0, MOST_ANNOTATIONS)) {
        const place = dockerfile && warning.lines && (0,report_excerpt/* excerptOf */.z)(dockerfile, warning.lines)?.place;
        if (place !== undefined)
            log.warning([wordsOf(warning), warning.description].filter(Boolean).join('\n'), place);
    }
}
function wordsOf({ rule, text }) {
    return rule === undefined ? (0,failed_step/* tidy */.DZ)(text) : `${rule}: ${text}`;
}
/** Throws CheckFailed. */
function conclude({ warnings, error }, dockerfile, log) {
    const name = dockerfile?.file ?? 'the Dockerfile';
    if (error !== undefined) {
        const place = dockerfile && error.lines && (0,report_excerpt/* excerptOf */.z)(dockerfile, error.lines)?.place;
        throw new errors/* CheckFailed */.EC(`${name} cannot be built: ${wordsOf(error)}`, { hint: (0,diagnosis/* diagnose */.h4)(error.text)?.hint, place });
    }
    if (warnings.length > 0)
        throw new errors/* CheckFailed */.EC(`the check of ${name} gave ${(0,units/* count */.U9)(warnings.length, 'warning')}`, {});
    log.info(`The check of ${name} gave no warnings`);
}


/***/ }),

/***/ 5657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ fetchedDockerfile),
  openInstead: () => (/* binding */ openInstead),
  openRemote: () => (/* binding */ openRemote)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/context/download.js
var download = __webpack_require__(8142);
// EXTERNAL MODULE: ./build/context/source.js + 1 modules
var context_source = __webpack_require__(108);
// EXTERNAL MODULE: ./build/report/diagnosis.js
var diagnosis = __webpack_require__(4458);
// EXTERNAL MODULE: ./build/engine/parameters.js
var parameters = __webpack_require__(9623);
// EXTERNAL MODULE: ./build/pipeline/git-source.js
var git_source = __webpack_require__(2609);
;// CONCATENATED MODULE: ./build/pipeline/context-road.js


function chooseRoad(source, { builder, facts, hasAccount, hasLooseDockerfile }) {
    const runner = (why) => ({ kind: 'runner', why });
    if (builder === 'podman')
        return runner('Podman fetches no contexts');
    if (hasLooseDockerfile)
        return runner('its Dockerfile comes from elsewhere');
    if (builder === 'classic') {
        if (hasAccount)
            return runner('the classic builder cannot sign in');
        if (source.scheme === 'ssh')
            return runner('the classic builder has no ssh key');
        if (!(0,git_source/* fitsFragment */.lg)(source))
            return runner('the classic builder knows no query in a Git URL');
        return { kind: 'engine', remote: (0,git_source/* formatGitSource */.t3)(withBranch(source), 'fragment') };
    }
    const isOld = (0,parameters/* ignoredByBuildKit */.cb)(facts).has('shmsize');
    if (source.directory !== undefined && isOld)
        return runner(`BuildKit of Docker ${facts.version} takes no directory of it`);
    if (source.scheme === 'ssh' && isOld && !source.repository.startsWith('git@'))
        return runner(`BuildKit of Docker ${facts.version} knows no ssh but git@host:path`);
    if (source.query !== undefined && knowsQueries(facts))
        return { kind: 'engine', remote: (0,git_source/* formatGitSource */.t3)(source, 'query') };
    if (!(0,git_source/* fitsFragment */.lg)(source))
        return runner(`BuildKit of Docker ${facts.version} may know no query in a Git URL`);
    return { kind: 'engine', remote: (0,git_source/* formatGitSource */.t3)(isOld ? withBranch(source) : source, 'fragment') };
}
/** The classic builder and the BuildKit of Docker 20 take the branch `master` for the default one. */
function withBranch(source) {
    return { ...source, ref: source.ref ?? 'HEAD' };
}
/** From BuildKit 0.25 on, which came with Docker 28.5; distributions build engines that do not say their BuildKit's. */
function knowsQueries({ version }) {
    const [major = 0, minor = 0] = version.split(/[.+-]/).map(Number);
    return major > 28 || (major === 28 && minor >= 5);
}

// EXTERNAL MODULE: ./build/pipeline/errors.js
var errors = __webpack_require__(9032);
// EXTERNAL MODULE: ./build/pipeline/git-fetch.js
var git_fetch = __webpack_require__(2134);
// EXTERNAL MODULE: ./build/pipeline/open-context.js + 1 modules
var open_context = __webpack_require__(8347);
// EXTERNAL MODULE: ./build/pipeline/pinpoint.js + 1 modules
var pinpoint = __webpack_require__(4847);
;// CONCATENATED MODULE: ./build/pipeline/open-remote.js
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
/** Opens a context that is fetched first, by the engine or by git on the runner: which, depends on the engine. */










/** Throws InvalidInput, FetchFailed, DownloadFailed, ContextError. */
async function openRemote(origin, engine, tools) {
    const { context, dockerfile } = origin;
    if (context.kind === 'url')
        return openUrl(context, engine.builder);
    if (context.kind !== 'git')
        throw new TypeError(`a context of kind ${context.kind} is not fetched`);
    const { source, file } = context;
    const account = (0,git_fetch/* accountFor */.N)(source, origin.secrets);
    const hasLooseDockerfile = dockerfile !== undefined;
    const road = chooseRoad(source, { ...engine, hasAccount: account !== undefined, hasLooseDockerfile });
    if (road.kind === 'runner')
        return openFetched(context, { origin, account, why: road.why }, tools);
    const signing = account === undefined ? '' : `; to sign in it may ask for the secret ${account.id}`;
    return {
        ...open_context/* NOTHING */.K$,
        remote: road.remote,
        dockerfile: file ?? 'Dockerfile',
        fetched: fetchedDockerfile(context),
        lines: () => [`Context: ${(0,git_source/* showGitSource */.V_)(source)}, fetched by the engine${signing}`],
    };
}
/** In the repository; its lines can be annotated when that is the one of the job. */
function fetchedDockerfile({ source, file }) {
    return { file: external_node_path_.posix.join(source.directory ?? '', file ?? 'Dockerfile'), inWorkspace: source.isOfJob };
}
function openUrl({ url, file }, builder) {
    if (builder === 'podman') {
        throw new errors/* InvalidInput */.o9('context', "Podman's API fetches no contexts", 'download the tar in a step before this one and give its path');
    }
    const what = 'a tar or a Dockerfile (the URL of a Git repository ends with .git)';
    return {
        ...open_context/* NOTHING */.K$,
        remote: url.href,
        dockerfile: file ?? 'Dockerfile',
        lines: () => [`Context: ${(0,download/* showUrl */.j)(url)}, fetched by the engine as ${what}`],
    };
}
/**
 * The same context by git on the runner, after the engine failed to fetch it: its network may be another one, and
 * BuildKit signs in to no submodule. Undefined where it did not fail at that, or there is no git to try with.
 */
async function openInstead(origin, error, tools) {
    const { context, secrets } = origin;
    if (context.kind !== 'git' || !(error instanceof errors/* BuildFailed */.UQ))
        return undefined;
    const { step } = error.failure;
    if (!step?.name.startsWith('load git source ') && (0,diagnosis/* diagnose */.h4)(error.message)?.code !== 'git-fetch')
        return undefined;
    // A step has shown why.
    const why = step === undefined ? ` (${error.message})` : '';
    tools.log.info(`The engine could not fetch the context${why}, so git on the runner tries`);
    try {
        const account = (0,git_fetch/* accountFor */.N)(context.source, secrets);
        return await openFetched(context, { origin, account, why: 'the engine could not' }, tools);
    }
    catch (failure) {
        if (failure instanceof git_fetch/* FetchFailed */.C && failure.isUntried)
            return undefined;
        throw failure;
    }
}
async function openFetched({ source, file }, { origin, account, why }, { signal, fetchGit, startAgent }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const keepGit = source.keepGit || origin.buildArgs.get('BUILDKIT_CONTEXT_KEEP_GIT_DIR') === '1';
        const dockerfileText = await (0,open_context/* textOfLoose */.R5)(origin, signal);
        const agent = __addDisposableResource(env_1, source.scheme === 'ssh' ? await agentFor(origin, startAgent) : undefined, true);
        const fetched = await fetchGit({ ...source, keepGit }, { account, agent: agent?.socket, signal });
        try {
            const { root, directory, commit } = fetched;
            const context = await (0,context_source/* openContext */.e)({
                directory,
                file: file === undefined ? undefined : (0,external_node_path_.join)(directory, file),
                dockerfileText,
                ignores: false,
                workspace: root,
                maxEntries: origin.maxEntries,
            });
            const { dockerfile } = context;
            const text = dockerfileText ?? (await (0,open_context/* textOf */.b6)(context));
            const at = `commit ${commit.slice(0, 12)}`;
            return {
                ...open_context/* NOTHING */.K$,
                context,
                identity: (0,git_source/* showGitSource */.V_)(source),
                dockerfileText: text,
                named: dockerfile.kind === 'loose'
                    ? { file: (0,open_context/* looseName */._V)(origin), inWorkspace: false, text }
                    : { ...(0,pinpoint/* nameDockerfile */.mi)(dockerfile.source, root, text), inWorkspace: source.isOfJob },
                lines: (how) => [
                    `Context: ${(0,git_source/* showGitSource */.V_)(source)}, fetched by git on the runner, as ${why}: ${at}, ${how}`,
                    `Dockerfile: ${dockerfile.kind === 'loose' ? (0,open_context/* looseName */._V)(origin) : (0,external_node_path_.relative)(directory, dockerfile.source)}`,
                ],
                [Symbol.asyncDispose]: () => fetched[Symbol.asyncDispose](),
            };
        }
        catch (error) {
            await fetched[Symbol.asyncDispose]();
            throw error;
        }
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
/** The agent of the id `default`, which BuildKit takes for Git. It is disposed of when it was started. */
async function agentFor({ ssh }, startAgent) {
    const forward = ssh.find(({ id }) => id === 'default');
    if (forward === undefined)
        return undefined;
    if (forward.kind === 'keys')
        return startAgent(forward.keys);
    return { socket: forward.socket, [Symbol.asyncDispose]: async () => { } };
}


/***/ }),

/***/ 3047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openServices: () => (/* binding */ openServices)
});

// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/wire/binary-encoding.js + 3 modules
var binary_encoding = __webpack_require__(9799);
// EXTERNAL MODULE: ./build/buildkit/status.js
var buildkit_status = __webpack_require__(9383);
// EXTERNAL MODULE: ./build/buildkit/wire.js
var wire = __webpack_require__(9504);
;// CONCATENATED MODULE: ./build/buildkit/secrets.js
/**
 * `moby.buildkit.secrets.v1.Secrets`: the builder asks for a secret when a step mounts it (moby/buildkit
 * session/secrets/secrets.proto). The bytes go to the builder as they are and are part of no layer and no cache key.
 */



/** Serves `secrets` by id; the builder fails a mount that requires an unknown one, and leaves out any other. */
function secretMethods(secrets) {
    const handle = (request) => {
        const id = (0,wire/* readFirstText */.M)(request, 'the request for a secret');
        const secret = secrets.get(id);
        // BuildKit also asks for ids of its own, such as HTTP_AUTH_TOKEN_…, so an unknown one is nothing to tell of.
        if (secret === undefined)
            throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.notFound, `this build has no secret ${id}`);
        return encodeSecret(secret);
    };
    return new Map([['/moby.buildkit.secrets.v1.Secrets/GetSecret', { kind: 'unary', handle }]]);
}
/** GetSecretResponse: data = 1. */
function encodeSecret(secret) {
    const writer = new binary_encoding/* BinaryWriter */.fI();
    if (secret.length > 0)
        writer.tag(1, binary_encoding/* WireType */.O0.LengthDelimited).bytes(secret);
    return writer.finish();
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./build/buildkit/agent-requests.js
/**
 * What a build asks of an ssh agent, cut down to the use of keys (draft-ietf-sshm-ssh-agent, section 3: four bytes of
 * length, one of type, the rest). Steps may be anybody's code: without this they could add keys to the agent of the
 * machine, take its keys away, lock it, or have it load a library. A refused request reaches the agent as one that no
 * agent knows, so that its failure comes in the order of the answers.
 */

/** List keys, sign, and extensions, among them the binding of a session that restricted keys ask for. */
const ALLOWED = new Set([11, 13, 27]);
const UNKNOWN_REQUEST = Buffer.from([0, 0, 0, 1, 0]);
const HEADER = 5;
/** Longest request that OpenSSH's agent takes, in bytes. */
const LIMIT = 256 * 1024;
/** Takes a stream of requests in pieces, however it is cut. */
class AgentRequests {
    #header = Buffer.alloc(0);
    /** Bytes of the message under way that are still to come. */
    #left = 0;
    #passes = false;
    /** What the agent may get of this piece. Throws GrpcError for what is no request. */
    push(piece) {
        const out = [];
        for (let at = 0; at < piece.length;) {
            if (this.#left > 0) {
                const body = piece.subarray(at, at + this.#left);
                if (this.#passes)
                    out.push(body);
                this.#left -= body.length;
                at += body.length;
                continue;
            }
            const more = piece.subarray(at, at + HEADER - this.#header.length);
            this.#header = Buffer.concat([this.#header, more]);
            at += more.length;
            if (this.#header.length === HEADER)
                out.push(this.#begin(this.#header));
        }
        return Buffer.concat(out);
    }
    #begin(header) {
        const length = header.readUInt32BE(0);
        if (length === 0 || length > LIMIT)
            throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.internal, `a request of ${length} bytes is none for an ssh agent`);
        this.#header = Buffer.alloc(0);
        this.#left = length - 1;
        this.#passes = ALLOWED.has(header.readUInt8(4));
        return this.#passes ? header : UNKNOWN_REQUEST;
    }
}

;// CONCATENATED MODULE: ./build/buildkit/ssh.js
/**
 * `moby.sshforward.v1.SSH`: lends the ssh agents of this machine to steps that mount them (moby/buildkit
 * session/sshforward/ssh.proto). Each connection that a step makes is a call of its own and gets a connection to the
 * agent of its own. Keys never travel, only what they sign.
 */






/** The id that a mount without one has. */
const DEFAULT_ID = 'default';
/** Serves the agents that listen on these sockets, by id. */
function sshMethods(sockets) {
    const socketOf = (id) => {
        const socket = sockets.get(id || DEFAULT_ID);
        if (socket !== undefined)
            return socket;
        // The builder makes this the error of the build.
        throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.unknown, `this build has no ssh agent ${id || DEFAULT_ID}, add it to the input ssh`);
    };
    const check = (request) => {
        socketOf((0,wire/* readFirstText */.M)(request, 'the question for an ssh agent'));
        return new Uint8Array(0);
    };
    const forward = async (call) => {
        const id = call.metadata.find(([name]) => name === 'buildkit.ssh.id')?.[1] ?? '';
        await carry(call, await reach(socketOf(id)));
    };
    return new Map([
        ['/moby.sshforward.v1.SSH/CheckAgent', { kind: 'unary', handle: check }],
        ['/moby.sshforward.v1.SSH/ForwardAgent', { kind: 'stream', handle: forward }],
    ]);
}
async function reach(path) {
    // The step may be done with its questions before the agent is with its answers.
    const socket = (0,external_node_net_.connect)({ path, allowHalfOpen: true });
    try {
        await (0,external_node_events_.once)(socket, 'connect');
    }
    catch (error) {
        const { code = 'unknown' } = error;
        throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.unknown, `the ssh agent does not answer (${code})`, { cause: error });
    }
    return socket;
}
/** Until the agent hangs up, as it does when it was told that no more comes, or the call is over. */
async function carry(call, socket) {
    const stop = () => socket.destroy();
    call.signal.addEventListener('abort', stop, { once: true });
    // Told by the iterator below, or of no interest any more.
    socket.on('error', () => { });
    ask(call, socket).catch((error) => socket.destroy(error));
    try {
        for await (const chunk of socket)
            await call.send(encodeBytes(chunk));
    }
    finally {
        call.signal.removeEventListener('abort', stop);
        socket.destroy();
    }
}
async function ask(call, socket) {
    const requests = new AgentRequests();
    for await (const message of call.requests) {
        const bytes = requests.push(decodeBytes(message));
        if (bytes.length > 0 && !socket.write(bytes))
            await (0,external_node_events_.once)(socket, 'drain', { signal: call.signal });
    }
    socket.end();
}
/** BytesMessage: data = 1. */
function decodeBytes(message) {
    let data = new Uint8Array(0);
    try {
        const reader = new binary_encoding/* BinaryReader */.V5(message);
        (0,wire/* readFields */.qU)(reader, reader.len, (tag) => {
            if (tag !== 0o12)
                return false;
            data = reader.bytes();
            return true;
        });
    }
    catch (error) {
        throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.internal, 'a message for the ssh agent cannot be read', { cause: error });
    }
    return data;
}
function encodeBytes(data) {
    return new binary_encoding/* BinaryWriter */.fI().tag(1, binary_encoding/* WireType */.O0.LengthDelimited).bytes(data).finish();
}

// EXTERNAL MODULE: ./build/pipeline/session-inputs.js
var session_inputs = __webpack_require__(2717);
;// CONCATENATED MODULE: ./build/pipeline/session-services.js
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
/** What the session of a build serves beside health and the credentials of registries. */



/** Throws what `startAgent` throws. */
async function openServices(inputs, startAgent) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const started = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const secrets = new Map([...inputs.secrets].map(([id, { value }]) => [id, value]));
        const sockets = new Map();
        for (const forward of inputs.ssh)
            sockets.set(forward.id, await socketOf(forward, startAgent, started));
        const open = started.move();
        return {
            methods: new Map([...secretMethods(secrets), ...sshMethods(sockets)]),
            neededFor: (0,session_inputs/* sessionInputs */.q)(inputs).map((name) => `input ${name}`),
            [Symbol.asyncDispose]: () => open.disposeAsync(),
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
async function socketOf(forward, startAgent, started) {
    if (forward.kind === 'agent')
        return forward.socket;
    return started.use(await startAgent(forward.keys)).socket;
}


/***/ })

};
