export const id = 11;
export const ids = [11];
export const modules = {

/***/ 7011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  buildImage: () => (/* binding */ buildImage)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/wire/binary-encoding.js + 3 modules
var binary_encoding = __webpack_require__(2180);
;// CONCATENATED MODULE: ./build/buildkit/status.js
/** How a gRPC call ends: a code and a text (grpc/doc/statuscodes.md, grpc/doc/PROTOCOL-HTTP2.md "Responses"). */
const Code = {
    ok: 0,
    cancelled: 1,
    unknown: 2,
    deadlineExceeded: 4,
    notFound: 5,
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

;// CONCATENATED MODULE: ./build/buildkit/wire.js
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

;// CONCATENATED MODULE: ./build/buildkit/auth.js
/**
 * `moby.filesync.v1.Auth`: the builder asks for the credentials of a registry when that answers 401
 * (moby/buildkit session/auth/auth.proto). Only `Credentials` is served; for the three token calls the builder
 * understands "unimplemented", asks for credentials and fetches the token itself.
 */



/** The builder waits 60 s and then fails with a text that explains nothing; we answer before. */
const LIMIT_MS = 50_000;
const HUB_HOSTS = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);
function authMethods(credentials) {
    const handle = async (request) => {
        const host = decodeHost(request);
        let found;
        try {
            found = await credentials(HUB_HOSTS.has(host) ? 'docker.io' : host);
        }
        catch (error) {
            // The cause may quote what it was reading; it stays here and only the host travels.
            throw new GrpcError(Code.unknown, `the credentials for ${host} could not be read`, { cause: error });
        }
        return encodeCredentials(found ?? { username: '', secret: '' });
    };
    return new Map([['/moby.filesync.v1.Auth/Credentials', { kind: 'unary', limitMs: LIMIT_MS, handle }]]);
}
/** CredentialsRequest: Host = 1. */
function decodeHost(request) {
    let host = '';
    try {
        const reader = new binary_encoding/* BinaryReader */.V5(request);
        readFields(reader, reader.len, (tag) => {
            if (tag !== 0o12)
                return false;
            host = reader.string();
            return true;
        });
    }
    catch (error) {
        throw new GrpcError(Code.internal, 'the request for credentials cannot be read', { cause: error });
    }
    return host;
}
/** CredentialsResponse: Username = 1, Secret = 2; empty ones are left out, as proto3 does. */
function encodeCredentials({ username, secret }) {
    const writer = new binary_encoding/* BinaryWriter */.fI();
    if (username !== '')
        writer.tag(1, binary_encoding/* WireType */.O0.LengthDelimited).string(username);
    if (secret !== '')
        writer.tag(2, binary_encoding/* WireType */.O0.LengthDelimited).string(secret);
    return writer.finish();
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
;// CONCATENATED MODULE: ./build/buildkit/frames.js
/**
 * gRPC's length-prefixed messages on an HTTP/2 stream: one byte of flags, four of length, then the message
 * (grpc/doc/PROTOCOL-HTTP2.md, "Length-Prefixed-Message"). DATA frames cut them anywhere, so bytes are queued and
 * each is copied at most once.
 */

const PREFIX = 5;
const COMPRESSED = 1;
/** Largest message we accept, in bytes: what BuildKit itself accepts since 0.9. */
const frames_MESSAGE_LIMIT = 16 * 1024 * 1024;
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
async function* readFrames(chunks, limit = frames_MESSAGE_LIMIT) {
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
        throw new GrpcError(Code.internal, 'the request ended inside a message');
}
function readPrefix(prefix, limit) {
    const view = new DataView(prefix.buffer, prefix.byteOffset, PREFIX);
    if (view.getUint8(0) === COMPRESSED)
        throw new GrpcError(Code.unimplemented, 'compressed messages are not supported');
    const size = view.getUint32(1);
    if (size > limit) {
        throw new GrpcError(Code.resourceExhausted, `a message of ${size} bytes is above the limit of ${limit}`);
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

;// CONCATENATED MODULE: ./build/buildkit/grpc.js
/**
 * A gRPC server for one HTTP/2 connection: answers each incoming stream by the method its path names
 * (grpc/doc/PROTOCOL-HTTP2.md). Bare node:http2, because the other libraries merge repeated metadata and cannot serve
 * a socket that was upgraded. Whatever a method does, its call is answered and nothing is rejected unhandled.
 */



const HEADERS = { ':status': 200, 'content-type': 'application/grpc' };
/** Of the caller's own limit we use this part, so that our answer is still in time. */
const IN_TIME = 0.9;
/** Answers one stream. Never rejects. `rawHeaders` is the flat name, value list of the http2 `stream` event. */
async function answer(stream, rawHeaders, methods) {
    // A reset or a lost connection ends in `close`; without a listener its error would end the process.
    stream.on('error', () => { });
    const over = new AbortController();
    stream.once('close', () => over.abort(new GrpcError(Code.cancelled, 'the caller ended the call')));
    try {
        const metadata = toPairs(rawHeaders);
        const path = metadata.find(([name]) => name === ':path')?.[1] ?? '';
        const call = { path, metadata, signal: over.signal };
        const method = methods.get(path);
        if (method === undefined)
            throw new GrpcError(Code.unimplemented, `this session does not serve ${path}`);
        if (method.kind === 'unary')
            await answerUnary(stream, method, call, over);
        else
            await answerStream(stream, method, call);
    }
    catch (error) {
        finish(stream, toTrailers(error));
    }
}
async function answerUnary(stream, method, call, over) {
    const request = await readOne(stream, call.path);
    const asked = parseTimeout(call.metadata.find(([name]) => name === 'grpc-timeout')?.[1]);
    const limit = Math.min(method.limitMs ?? Number.POSITIVE_INFINITY, (asked ?? Number.POSITIVE_INFINITY) * IN_TIME);
    const reply = await within(limit, async () => method.handle(request, call), call, over);
    if (stream.closed || stream.destroyed)
        return;
    grpc_open(stream);
    stream.end(encodeFrames(reply));
}
async function readOne(stream, path) {
    let request;
    for await (const message of readFrames(bytesOf(stream))) {
        if (request !== undefined)
            throw new GrpcError(Code.internal, `${path} takes one message, more came`);
        request = message;
    }
    if (request === undefined)
        throw new GrpcError(Code.internal, `${path} takes one message, none came`);
    return request;
}
async function answerStream(stream, method, call) {
    const send = async (...messages) => {
        call.signal.throwIfAborted();
        if (!stream.headersSent)
            grpc_open(stream);
        if (!stream.write(encodeFrames(...messages)))
            await drained(stream, call.signal);
    };
    await method.handle({ ...call, requests: readFrames(bytesOf(stream)), send });
    finish(stream, { 'grpc-status': String(Code.ok) });
}
async function drained(stream, signal) {
    try {
        await (0,external_node_events_.once)(stream, 'drain', { signal });
    }
    catch (error) {
        throw signal.aborted ? signal.reason : error;
    }
}
/**
 * Runs `work` until it is done, the call is over or `ms` have gone by; then the signal of the call aborts and code 4 is
 * thrown. No timer outlives the call: it would keep the whole process waiting.
 */
async function within(ms, work, call, over) {
    over.signal.throwIfAborted();
    const { promise: ended, reject } = Promise.withResolvers();
    const stop = () => reject(over.signal.reason);
    over.signal.addEventListener('abort', stop, { once: true });
    const late = () => over.abort(new GrpcError(Code.deadlineExceeded, `${call.path} took longer than ${Math.round(ms)} ms`));
    const timer = Number.isFinite(ms) ? setTimeout(late, ms) : undefined;
    try {
        return await Promise.race([work(), ended]);
    }
    finally {
        clearTimeout(timer);
        over.signal.removeEventListener('abort', stop);
    }
}
/** Sends the response headers; the trailers follow the last byte. */
function grpc_open(stream) {
    stream.respond(HEADERS, { waitForTrailers: true });
    stream.once('wantTrailers', () => {
        stream.sendTrailers(trailers.get(stream) ?? { 'grpc-status': String(Code.ok) });
    });
}
const trailers = new WeakMap();
/** Ends the call with `end` as trailers, or as the only headers when nothing was sent yet. */
function finish(stream, end) {
    if (stream.closed || stream.destroyed)
        return;
    try {
        if (stream.headersSent) {
            trailers.set(stream, end);
            stream.end();
        }
        else {
            stream.respond({ ...HEADERS, ...end }, { endStream: true });
        }
    }
    catch {
        // The connection went away just now; there is nobody to tell.
        stream.destroy();
    }
    // What the caller still sends is of no interest, but unread it would hold back the whole connection.
    stream.resume();
}
/** The stream's bytes; leaving the loop early must not reset the stream, its answer is still to come. */
function bytesOf(stream) {
    return stream.iterator({ destroyOnReturn: false });
}
function toPairs(flat) {
    const pairs = [];
    for (let at = 0; at + 1 < flat.length; at += 2)
        pairs.push([(flat[at] ?? '').toLowerCase(), flat[at + 1] ?? '']);
    return pairs;
}

;// CONCATENATED MODULE: ./build/buildkit/health.js
/**
 * `grpc.health.v1.Health` (grpc/doc/health-checking.md). BuildKit asks every 1 to 5 s and drops a session that does
 * not answer, so this is never optional. `Watch` is not used by it and stays unimplemented.
 */

const STATUS = 1;
const SERVING = 1;
function healthMethods() {
    const serving = new binary_encoding/* BinaryWriter */.fI().tag(STATUS, 0).int32(SERVING).finish();
    return new Map([['/grpc.health.v1.Health/Check', { kind: 'unary', handle: () => serving }]]);
}

;// CONCATENATED MODULE: ./build/buildkit/session.js
/**
 * The session a BuildKit build calls back on: `POST /session` is upgraded and the roles turn, the engine is the HTTP/2
 * client and we are the gRPC server (Engine API v1.51 `/session`; moby/buildkit session/grpc.go). Keep it open until
 * the build's answer has ended: most registries, every secret and all files come through it.
 */




/** The session ended without our doing. The build may go on, but fails at the next step that needs it. */
class SessionLost extends Error {
    name = 'SessionLost';
    hint;
    constructor(why, seconds, cause) {
        const hint = 'See whether the engine was restarted, or whether a proxy before it ends connections that are quiet for a while';
        super(`the build session was lost after ${seconds.toFixed(1)} s: ${why}. ${hint}`, { cause });
        this.hint = hint;
    }
}
/** Node's default of 10 MB refuses the next stream when more is buffered, and that stream is the health check. */
const SESSION_MEMORY_MB = 1000;
/** How long `close` waits for calls under way before it cuts the connection, in milliseconds. */
const CLOSE_GRACE_MS = 300;
/** Opens a session. Rejects with what `upgrade` throws, or with the signal's reason. */
async function openSession(options) {
    const { signal } = options;
    signal.throwIfAborted();
    const id = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    const methods = new Map([
        ...healthMethods(),
        ...authMethods(options.credentials),
        ...(options.methods ?? new Map()),
    ]);
    // Loaded here, not above: builds without BuildKit need no HTTP/2.
    const [http2, socket] = await Promise.all([Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 2467, 19)), options.upgrade(sessionHeaders(id, methods))]);
    if (signal.aborted) {
        socket.destroy();
        throw signal.reason;
    }
    const connection = http2.performServerHandshake(socket, { maxSessionMemory: SESSION_MEMORY_MB });
    return serve(id, connection, socket, methods, signal);
}
function sessionHeaders(id, methods) {
    return [
        ['X-Docker-Expose-Session-Uuid', id],
        ['X-Docker-Expose-Session-Name', 'stowage'],
        ...[...methods.keys()].map((path) => ['X-Docker-Expose-Session-Grpc-Method', path]),
    ];
}
function serve(id, connection, socket, methods, signal) {
    const { promise: closed, resolve } = Promise.withResolvers();
    const opened = performance.now();
    let ours = false;
    let cause;
    let farewell;
    const cut = () => {
        ours = true;
        connection.destroy();
        socket.destroy();
    };
    const close = async () => {
        if (!ours) {
            ours = true;
            connection.close();
            const timer = setTimeout(cut, CLOSE_GRACE_MS);
            void closed.then(() => clearTimeout(timer));
        }
        await closed;
    };
    connection.on('stream', (stream, _headers, _flags, rawHeaders) => void answer(stream, rawHeaders, methods));
    connection.on('goaway', (code) => {
        if (code !== 0)
            farewell = `the engine ended it with HTTP/2 error ${code}`;
    });
    connection.on('error', (error) => {
        cause ??= error;
    });
    socket.on('error', (error) => {
        cause ??= error;
    });
    connection.once('close', () => {
        signal.removeEventListener('abort', cut);
        socket.destroy();
        const why = cause?.message ?? farewell ?? 'the engine closed the connection';
        resolve(ours ? { kind: 'closed' } : { kind: 'lost', error: new SessionLost(why, (performance.now() - opened) / 1000, cause) });
    });
    signal.addEventListener('abort', cut, { once: true });
    return { id, closed, close, [Symbol.asyncDispose]: close };
}

// EXTERNAL MODULE: ./build/engine/errors.js
var errors = __webpack_require__(2952);
// EXTERNAL MODULE: ./build/engine/json.js
var engine_json = __webpack_require__(9665);
// EXTERNAL MODULE: ./build/engine/messages.js
var messages = __webpack_require__(8111);
// EXTERNAL MODULE: ./build/engine/parameters.js
var parameters = __webpack_require__(9623);
// EXTERNAL MODULE: ./build/engine/transfer.js
var transfer = __webpack_require__(868);
;// CONCATENATED MODULE: ./build/engine/build.js





const ENDPOINT = 'POST /build';
/**
 * Builds and yields events as they come. Dropping the iteration or aborting cancels the build in the engine, because
 * it drops the connection. Throws EngineError (also for errors inside the stream) and StreamCutShort.
 */
async function* build(engine, request, options) {
    const query = buildQuery(request, options.session);
    admitBuild(engine, request, query);
    const chunks = await engine.transport.stream({
        method: 'POST',
        path: '/build',
        endpoint: ENDPOINT,
        query: { ...query, ...(options.tlsVerify === false && { tlsVerify: '0' }) },
        headers: {
            ...(options.contentType !== undefined && { 'content-type': options.contentType }),
            ...(options.registryConfig !== undefined && { 'x-registry-config': options.registryConfig }),
        },
        ...(options.context && { body: options.context }),
        signal: options.signal,
    });
    let done = false;
    for await (const message of (0,messages/* decodeMessages */.V)(chunks, ENDPOINT)) {
        for (const event of toEvents(message, request.quiet === true)) {
            done ||= event.kind === 'image';
            yield event;
        }
    }
    // A body that failed while the engine went on must never count as built (hardening C2).
    if (options.context?.errored)
        throw options.context.errored;
    if (!done)
        throw new errors/* StreamCutShort */.NR('the build ended without an image id and without an error', {
            status: 0,
            endpoint: ENDPOINT,
        });
}
/** The query string of a build; exported for tests of its exact shape. */
function buildQuery(request, session) {
    const classic = request.builder !== 'buildkit';
    const number = (value) => (value === undefined ? undefined : String(value));
    const flag = (value) => (value ? '1' : undefined);
    return {
        version: request.builder === 'podman' ? undefined : request.builder === 'buildkit' ? '2' : '1',
        session: request.builder === 'buildkit' ? session : undefined,
        dockerfile: request.dockerfile,
        t: request.tags,
        remote: request.remote,
        q: flag(request.quiet === true),
        outputs: outputsOf(request.outputs),
        buildargs: jsonOf(request.buildArgs),
        labels: jsonOf(request.labels),
        cachefrom: request.cacheFrom.length === 0 ? undefined : JSON.stringify(request.cacheFrom),
        target: request.target,
        platform: request.platform,
        nocache: flag(request.noCache),
        pull: flag(request.pull),
        ...(request.builder === 'podman' ? podmanNetwork(request.network) : { networkmode: request.network }),
        // Podman reads one JSON array where Docker reads a repeated parameter.
        extrahosts: request.builder === 'podman' && request.addHosts.length > 0 ? JSON.stringify(request.addHosts) : request.addHosts,
        shmsize: number(request.shmSize),
        ulimits: ulimitsOf(request),
        // A failed step would otherwise leave its container behind (hardening L3).
        ...(classic && { rm: request.rm === false ? '0' : '1', forcerm: request.forceRm === false ? '0' : '1' }),
        cgroupparent: request.cgroupParent,
        memory: number(request.memory),
        memswap: number(request.memorySwap),
        cpushares: number(request.cpuShares),
        cpusetcpus: request.cpusetCpus,
        cpuperiod: number(request.cpuPeriod),
        cpuquota: number(request.cpuQuota),
        squash: flag(request.squash),
    };
}
function jsonOf(map) {
    return map.size === 0 ? undefined : JSON.stringify(Object.fromEntries(map));
}
/**
 * Podman 4 takes no notice of Docker's names here: without a network it has a policy of its own, and the host's or a
 * private one are namespaces (containers/podman pkg/api/handlers/compat/images_build.go). Its default is the host's.
 */
function podmanNetwork(network) {
    if (network === undefined)
        return {};
    if (network === 'none')
        return { networkmode: 'NetworkDisabled' };
    return { nsoptions: JSON.stringify([{ Name: 'network', Host: network === 'host', Path: '' }]) };
}
function ulimitsOf(request) {
    if (request.ulimits.length === 0)
        return undefined;
    if (request.builder === 'podman') {
        return JSON.stringify(request.ulimits.map(({ name, soft, hard }) => `${name}=${soft}:${hard}`));
    }
    return JSON.stringify(request.ulimits.map(({ name, soft, hard }) => ({ Name: name, Soft: soft, Hard: hard })));
}
function outputsOf(outputs = []) {
    if (outputs.length === 0)
        return undefined;
    // Engines write into Attrs, so it is never left out.
    return JSON.stringify(outputs.map(({ type, attributes }) => ({ Type: type, Attrs: Object.fromEntries(attributes) })));
}
/** Throws Unsupported for what the builder would take and do nothing with. */
function admitBuild(engine, { builder }, query) {
    (0,parameters/* admit */.w4)(engine, ENDPOINT, query);
    const refuse = (names, hint) => {
        const why = `the ${builder === 'classic' ? 'classic builder' : 'BuildKit'} of Docker ${engine.facts.version} ignores ${names.join(', ')}`;
        if (names.length > 0)
            throw new parameters/* Unsupported */.O0(why, { status: 0, endpoint: ENDPOINT, hint });
    };
    if (builder === 'buildkit') {
        const ignored = (0,parameters/* ignoredByBuildKit */.cb)(engine.facts);
        refuse(Object.keys(query).filter((name) => query[name] !== undefined && ignored.has(name)), 'Use the classic builder');
    }
    if (builder === 'classic')
        refuse(query['outputs'] === undefined ? [] : ['outputs'], 'Use BuildKit');
}
function* toEvents(message, quiet) {
    if (message.id === 'moby.buildkit.trace') {
        if (typeof message.aux !== 'string')
            throw new errors/* EngineError */.NJ('a build trace is not text', { status: 0, endpoint: ENDPOINT });
        yield { kind: 'trace', data: Buffer.from(message.aux, 'base64') };
        return;
    }
    // BuildKit says `moby.image.id`, the classic builder and Podman send the same aux without an id; quiet ones just print.
    const id = (0,engine_json/* imageIdOf */.CR)((0,engine_json/* own */.ZV)((0,engine_json/* asObject */.eB)(message.aux), 'ID')) ?? (quiet ? (0,engine_json/* imageIdOf */.CR)(message.stream?.trim()) : undefined);
    if (id !== undefined)
        yield { kind: 'image', id };
    if (message.stream !== undefined)
        yield { kind: 'stream', text: message.stream };
    yield* (0,transfer/* statusOf */.c)(message);
}

// EXTERNAL MODULE: ./build/engine/tag.js
var tag = __webpack_require__(8619);
;// CONCATENATED MODULE: ./build/engine/create.js






const create_ENDPOINT = 'POST /images/create';
/** Throws EngineError; StreamCutShort when the stream ends without its result. */
async function* create(engine, source, options) {
    yield* source.kind === 'pull' ? pull(engine, source, options) : importImage(engine, source, options);
}
async function* pull(engine, source, options) {
    const subject = source.tag.includes(':') ? `${source.repository}@${source.tag}` : (0,tag/* formatTag */._)(source);
    const chunks = await engine.transport.stream({
        method: 'POST',
        path: '/images/create',
        endpoint: create_ENDPOINT,
        subject,
        query: { fromImage: source.repository, tag: source.tag, platform: source.platform },
        ...(options.registryAuth !== undefined && { headers: { 'x-registry-auth': options.registryAuth } }),
        signal: options.signal,
        idleLimitMs: transfer/* IDLE_LIMIT_MS */.U,
    });
    let digest;
    let ended = false;
    for await (const message of (0,messages/* decodeMessages */.V)(chunks, create_ENDPOINT, subject)) {
        digest = /^Digest: (sha256:[0-9a-f]{64})$/.exec(message.status ?? '')?.[1] ?? digest;
        // Podman ends with a line that has the id of the image (containers/podman compat/images.go).
        ended ||= /^Status: /.test(message.status ?? '') || (0,engine_json/* imageIdOf */.CR)(message.id) !== undefined;
        yield* (0,transfer/* statusOf */.c)(message);
    }
    if (!ended)
        throw new errors/* StreamCutShort */.NR('the pull ended without saying that the image is there', {
            status: 0,
            endpoint: create_ENDPOINT,
            subject,
        });
    yield { kind: 'pulled', digest };
}
async function* importImage(engine, source, options) {
    const { from, name, message: comment, changes, platform } = source;
    const subject = name === undefined ? undefined : (0,tag/* formatTag */._)(name);
    // The operating system alone was always noted.
    (0,parameters/* admit */.w4)(engine, create_ENDPOINT, { 'platform of an import': isForeign(engine, platform) ? platform : undefined }, subject);
    const chunks = await engine.transport.stream({
        method: 'POST',
        path: '/images/create',
        endpoint: create_ENDPOINT,
        ...(subject !== undefined && { subject }),
        query: {
            fromSrc: from instanceof URL ? from.href : '-',
            ...(name !== undefined && nameOf(engine, name)),
            message: comment,
            changes,
            platform,
        },
        ...(!(from instanceof URL) && { body: from }),
        signal: options.signal,
    });
    let id;
    for await (const message of (0,messages/* decodeMessages */.V)(chunks, create_ENDPOINT, subject)) {
        id = (0,engine_json/* imageIdOf */.CR)(message.status) ?? id;
        yield* (0,transfer/* statusOf */.c)(message);
    }
    // A body that failed while the engine went on must never count as imported (hardening C2).
    if (!(from instanceof URL) && from.errored)
        throw from.errored;
    if (id === undefined)
        throw new errors/* StreamCutShort */.NR('the import ended without an image id', { status: 0, endpoint: create_ENDPOINT, subject });
    yield { kind: 'imported', id };
}
/** Podman 4 takes no notice of `tag` here, but of one inside `repo`. */
function nameOf(engine, name) {
    return engine.facts.product === 'podman' ? { repo: (0,tag/* formatTag */._)(name) } : { repo: name.repository, tag: name.tag };
}
function isForeign({ facts }, platform) {
    return platform !== undefined && platform.split('/')[1] !== facts.architecture;
}

// EXTERNAL MODULE: ./build/engine/call.js
var call = __webpack_require__(347);
// EXTERNAL MODULE: ./build/engine/descriptor.js
var engine_descriptor = __webpack_require__(9382);
// EXTERNAL MODULE: ./build/engine/platform.js
var engine_platform = __webpack_require__(7788);
;// CONCATENATED MODULE: ./build/engine/inspect.js
/** `GET /images/{name}/json` (Engine API v1.51 "ImageInspect"): all an engine knows of one image. */






const inspect_ENDPOINT = 'GET /images/{name}/json';
/** `name` is a name or an id. Throws EngineError, 404 for an unknown image. */
async function inspect(engine, name, options) {
    const { manifests, platform, signal } = options;
    (0,parameters/* admit */.w4)(engine, inspect_ENDPOINT, { manifests: manifests || undefined, platform }, name);
    const { json } = await engine.transport.json({
        method: 'GET',
        path: `/images/${(0,call/* encodeName */.aA)(name)}/json`,
        endpoint: inspect_ENDPOINT,
        subject: name,
        query: { manifests: manifests ? '1' : undefined, platform: (0,engine_platform/* encodePlatform */.A)(platform) },
        signal,
    });
    const image = (0,engine_json/* asObject */.eB)(json);
    const text = (key) => (0,engine_json/* textOf */.b6)((0,engine_json/* own */.ZV)(image, key));
    // Podman leaves the algorithm off.
    const id = (0,engine_json/* imageIdOf */.CR)(text('Id'));
    if (id === undefined)
        throw new errors/* EngineError */.NJ('the answer has no image id', { status: 200, endpoint: inspect_ENDPOINT, subject: name });
    const descriptor = (0,engine_json/* own */.ZV)(image, 'Descriptor');
    return {
        id,
        names: (0,engine_json/* namesOf */.eZ)((0,engine_json/* own */.ZV)(image, 'RepoTags')),
        digests: (0,engine_json/* textsOf */.CB)((0,engine_json/* own */.ZV)(image, 'RepoDigests')),
        created: text('Created') || undefined,
        author: text('Author'),
        comment: text('Comment'),
        os: text('Os'),
        architecture: text('Architecture'),
        variant: text('Variant'),
        size: (0,engine_json/* amountOf */.MT)((0,engine_json/* own */.ZV)(image, 'Size')) ?? 0,
        config: readConfig((0,engine_json/* asObject */.eB)((0,engine_json/* own */.ZV)(image, 'Config'))),
        layers: (0,engine_json/* textsOf */.CB)((0,engine_json/* own */.ZV)((0,engine_json/* asObject */.eB)((0,engine_json/* own */.ZV)(image, 'RootFS')), 'Layers')),
        configDigest: descriptor === undefined ? id : (0,engine_descriptor/* configDigestOf */.e$)(descriptor),
        descriptor: (0,engine_descriptor/* readDescriptor */.qq)(descriptor),
        manifests: readManifests((0,engine_json/* own */.ZV)(image, 'Manifests')),
    };
}
function readConfig(config) {
    return {
        user: (0,engine_json/* textOf */.b6)((0,engine_json/* own */.ZV)(config, 'User')),
        env: (0,engine_json/* textsOf */.CB)((0,engine_json/* own */.ZV)(config, 'Env')),
        command: (0,engine_json/* textsOf */.CB)((0,engine_json/* own */.ZV)(config, 'Cmd')),
        entrypoint: (0,engine_json/* textsOf */.CB)((0,engine_json/* own */.ZV)(config, 'Entrypoint')),
        workingDirectory: (0,engine_json/* textOf */.b6)((0,engine_json/* own */.ZV)(config, 'WorkingDir')),
        labels: (0,engine_json/* mapOf */.A7)((0,engine_json/* own */.ZV)(config, 'Labels')),
        ports: Object.keys((0,engine_json/* asObject */.eB)((0,engine_json/* own */.ZV)(config, 'ExposedPorts'))),
        volumes: Object.keys((0,engine_json/* asObject */.eB)((0,engine_json/* own */.ZV)(config, 'Volumes'))),
        stopSignal: (0,engine_json/* textOf */.b6)((0,engine_json/* own */.ZV)(config, 'StopSignal')),
    };
}
/** `Manifests` of an inspected or listed image. */
function readManifests(value) {
    return (0,engine_json/* itemsOf */.S3)(value).map((item) => {
        const manifest = (0,engine_json/* asObject */.eB)(item);
        const platform = (0,engine_json/* asObject */.eB)((0,engine_json/* own */.ZV)((0,engine_json/* asObject */.eB)((0,engine_json/* own */.ZV)(manifest, 'ImageData')), 'Platform'));
        const [os, architecture, variant] = ['os', 'architecture', 'variant'].map((key) => (0,engine_json/* textOf */.b6)((0,engine_json/* own */.ZV)(platform, key)));
        return {
            descriptor: (0,engine_descriptor/* readDescriptor */.qq)((0,engine_json/* own */.ZV)(manifest, 'Descriptor')),
            kind: (0,engine_json/* textOf */.b6)((0,engine_json/* own */.ZV)(manifest, 'Kind')),
            available: (0,engine_json/* own */.ZV)(manifest, 'Available') === true,
            platform: os && architecture ? { os, architecture, ...(variant && { variant }) } : undefined,
        };
    });
}

// EXTERNAL MODULE: ./build/registry/platform.js
var registry_platform = __webpack_require__(7891);
// EXTERNAL MODULE: ./build/registry/reference.js
var registry_reference = __webpack_require__(6247);
;// CONCATENATED MODULE: ./build/report/lines.js
/**
 * Joins the pieces a program wrote into whole lines. Pieces end anywhere, also inside a character, so bytes are kept
 * and only whole lines are decoded. A line that is redrawn with carriage returns (progress bars) is its last state.
 */
const LF = 0x0a;
const CR = 0x0d;
/** What is kept of a line that never ends, in bytes: a displayed line has 64 KiB, prefix and marker included (O7). */
const LIMIT = 60 * 1024;
/** Colours alone, as the classic builder writes them after a line of stderr. */
const COLOURS_ONLY = /^(?:\x1b\[[0-9;]*m)*$/;
class LineJoiner {
    #held = [];
    #size = 0;
    #dropped = 0;
    #redrawn = false;
    /** Adds a piece; the lines it completes, joined by LF and without the last one, or undefined for none. */
    push(piece) {
        const end = piece.lastIndexOf(LF);
        if (end === -1) {
            this.#hold(piece);
            return undefined;
        }
        const text = this.#complete(piece.subarray(0, end));
        this.#hold(piece.subarray(end + 1));
        return text;
    }
    /** The line that has no end yet; undefined when there is none. */
    flush() {
        if (this.#size === 0)
            return undefined;
        const text = this.#complete(new Uint8Array(0));
        return COLOURS_ONLY.test(text) ? undefined : text;
    }
    /** What a line that is being redrawn shows now; undefined for other lines. */
    get drawing() {
        return this.#redrawn && this.#size > 0 ? lastState(decode(Buffer.concat(this.#held))) : undefined;
    }
    /** The held bytes and `rest` as text; holds nothing afterwards. */
    #complete(rest) {
        const held = this.#held;
        const dropped = this.#dropped;
        this.#clear();
        if (held.length === 0)
            return collapse(decode(rest));
        // Only the first line is joined: the rest of a big piece is decoded where it lies.
        const end = rest.indexOf(LF);
        const first = end === -1 ? rest : rest.subarray(0, end);
        const line = dropped === 0
            ? collapse(decode(Buffer.concat([...held, first])))
            : `${collapse(decode(Buffer.concat(held)))} … (line cut, ${dropped + first.length} bytes left out)`;
        return end === -1 ? line : `${line}\n${collapse(decode(rest.subarray(end + 1)))}`;
    }
    #hold(piece) {
        if (piece.length === 0)
            return;
        const visible = endBefore(piece, CR);
        const redraw = visible === 0 ? -1 : piece.lastIndexOf(CR, visible - 1);
        // What follows a carriage return replaces the line, so nothing before it has to be kept.
        if (redraw !== -1 || (visible > 0 && this.#held.at(-1)?.at(-1) === CR))
            this.#clear();
        this.#redrawn ||= redraw !== -1 || visible < piece.length;
        const kept = piece.subarray(redraw + 1).subarray(0, LIMIT - this.#size);
        this.#dropped += piece.length - (redraw + 1) - kept.length;
        this.#size += kept.length;
        // A copy: the piece may be a view of a message of many megabytes.
        if (kept.length > 0)
            this.#held.push(kept.slice());
    }
    #clear() {
        this.#held = [];
        this.#size = 0;
        this.#dropped = 0;
        this.#redrawn = false;
    }
}
/** Length of `bytes` without `byte` at its end. */
function endBefore(bytes, byte) {
    let end = bytes.length;
    while (end > 0 && bytes[end - 1] === byte)
        end--;
    return end;
}
function decode(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
function collapse(text) {
    return text.includes('\r') ? text.split('\n').map(lastState).join('\n') : text;
}
function lastState(line) {
    const shown = line.replace(/\r+$/, '');
    return shown.slice(shown.lastIndexOf('\r') + 1);
}

// EXTERNAL MODULE: ./build/report/units.js
var units = __webpack_require__(5088);
;// CONCATENATED MODULE: ./build/report/transfers.js
/**
 * What a step moves: downloads, extractions, uploads, reported piece by piece with bytes. Summed up here, because one
 * line per piece and tick is what makes other logs unreadable.
 */

/** Pieces remembered for one step; an image has at most 127 layers. */
const transfers_LIMIT = 1000;
/** Below this many bytes a download was of manifests only, which are read even when all layers are here. */
const PULL_BYTES = 100_000;
/** Activities without bytes are named when they took this long. */
const WORTH_MS = 1000;
class Transfers {
    #pieces = new Map();
    update(piece) {
        const key = `${piece.kind} ${piece.id}`;
        if (this.#pieces.size < transfers_LIMIT || this.#pieces.has(key))
            this.#pieces.set(key, piece);
    }
    /** Marks a piece complete, of which no more is said than that. */
    complete(kind, id) {
        const { current = 0, total = 0 } = this.#pieces.get(`${kind} ${id}`) ?? {};
        this.update({ kind, id, current: Math.max(current, total), total, ms: 0 });
    }
    /** Bytes of blobs that came from a registry. */
    get downloaded() {
        return this.#of('blob').reduce((sum, { current }) => sum + current, 0);
    }
    /** Whether layers came from a registry. */
    get hasPulled() {
        return this.#of('extraction').length > 0 || this.downloaded >= PULL_BYTES;
    }
    /** What was moved, when the step is over; undefined for nothing worth telling. */
    describe() {
        const phrases = [];
        if (this.downloaded > 0 && this.hasPulled)
            phrases.push(`${(0,units/* formatBytes */.z3)(this.downloaded)} downloaded`);
        else if (this.hasPulled)
            phrases.push(`${(0,units/* count */.U9)(this.#of('extraction').length, 'layer')} pulled`);
        for (const { id, current, ms } of this.#of('activity')) {
            if (id.endsWith(':') && current > 0)
                phrases.push(`${id} ${(0,units/* formatBytes */.z3)(current)}`);
            else if (ms !== undefined && ms >= WORTH_MS)
                phrases.push(`${shortenDigests(id)} ${(0,units/* formatDuration */.a3)(ms / 1000)}`);
        }
        return phrases.length === 0 ? undefined : phrases.join(', ');
    }
    /** What is under way; undefined for nothing. */
    describeState() {
        const total = this.#of('blob').reduce((sum, piece) => sum + Math.max(piece.total, piece.current), 0);
        if (this.downloaded < total)
            return `downloading, ${(0,units/* formatBytes */.z3)(this.downloaded)} of ${(0,units/* formatBytes */.z3)(total)}`;
        if (this.#of('extraction').some(isOpen))
            return `extracting, ${(0,units/* formatBytes */.z3)(total)} downloaded`;
        const piece = this.#of('activity').filter(isOpen).at(-1);
        if (piece === undefined)
            return undefined;
        const of = piece.total > piece.current ? ` of ${(0,units/* formatBytes */.z3)(piece.total)}` : '';
        return `${shortenDigests(piece.id)}${piece.current > 0 ? ` ${(0,units/* formatBytes */.z3)(piece.current)}${of}` : ''}`;
    }
    #of(kind) {
        return [...this.#pieces.values()].filter((piece) => piece.kind === kind);
    }
}
function isOpen(piece) {
    return piece.ms === undefined;
}
/** A digest is told apart by its first 12 digits, as engines show it. */
function shortenDigests(text) {
    return text.replace(/sha256:([0-9a-f]{12})[0-9a-f]{52}/g, 'sha256:$1');
}

;// CONCATENATED MODULE: ./build/report/activity.js
/** A step with what it is doing: its output joined to lines, its transfers, and the last lines in case it fails. */


/** Lines kept for a failure, and the characters they may have together. */
const LAST_LINES = 30;
const LAST_SIZE = 16 * 1024;
/** How often the state of a transfer or of a progress bar is shown, in milliseconds. */
const STATE_MS = 5000;
/** No state is shown before a step has run for this long. */
const STATE_AFTER_MS = 2000;
class Activity {
    step;
    transfers = new Transfers();
    #log;
    /** By stream, so that pieces of lines on stdout and stderr do not mix. */
    #joiners = new Map();
    /** The output that came last, oldest first. */
    #tail = [];
    #tailSize = 0;
    #state;
    #stateShown;
    constructor(step, log) {
        this.step = step;
        this.#log = log;
    }
    /** Output of the step as it came; `stream` is 1 or 2. */
    write(stream, bytes) {
        const joiner = this.#joiners.get(stream) ?? new LineJoiner();
        this.#joiners.set(stream, joiner);
        const text = joiner.push(bytes);
        if (text !== undefined)
            this.lines(text);
    }
    transfer(piece) {
        this.transfers.update(piece);
    }
    /** Whole lines of output, joined by LF. */
    lines(text) {
        this.#log.output(this.step, text);
        // Through bytes, because a slice of a string keeps the whole of it in memory.
        const end = text.length <= 4 * LAST_SIZE ? text : Buffer.from(text.slice(-LAST_SIZE)).toString();
        this.#tail.push(end);
        this.#tailSize += end.length;
        while (this.#tailSize - (this.#tail[0]?.length ?? 0) >= LAST_SIZE)
            this.#tailSize -= this.#tail.shift()?.length ?? 0;
    }
    /** To be called about twice a second with the time: shows how far a long transfer or a progress bar is. */
    tick(now, bar) {
        const since = this.#stateShown ?? (this.step.runsSince ?? now) + STATE_AFTER_MS - STATE_MS;
        if (this.step.runsSince === undefined || now - since < STATE_MS)
            return;
        const drawing = bar ?? [...this.#joiners.values()].flatMap((joiner) => joiner.drawing ?? []).at(-1);
        const state = drawing ?? this.transfers.describeState();
        if (state === undefined || state === this.#state)
            return;
        this.#state = state;
        this.#stateShown = now;
        if (drawing === undefined)
            this.#log.note(this.step, state);
        else
            this.#log.output(this.step, state);
    }
    end(outcome) {
        this.flush();
        this.#log.end(this.step, outcome);
        if (outcome.kind !== 'error')
            this.#tail = [];
    }
    /** Shows what has no line end yet. */
    flush() {
        for (const joiner of this.#joiners.values()) {
            const text = joiner.flush();
            if (text !== undefined)
                this.lines(text);
        }
        this.#joiners.clear();
    }
    /** The last lines of the output, at most 30. */
    get lastLines() {
        return this.#tail.length === 0 ? [] : this.#tail.join('\n').slice(-LAST_SIZE).split('\n').slice(-LAST_LINES);
    }
}

;// CONCATENATED MODULE: ./build/report/failed-step.js

/** Splits `[build 3/4] RUN npm ci` into stage and instruction; other names are an instruction as a whole. */
function parseName(name) {
    const [, stage, instruction] = /^\[(?:(\S.*) )?\d+\/\d+\] (.*)$/s.exec(name) ?? [];
    return { instruction: instruction ?? name, stage };
}
/**
 * The exit code at the end of an engine's text, which has it nowhere else: `exit code: 7` (BuildKit, solver/llbsolver/ops
 * and executor/runcexecutor), `returned a non-zero code: 7` (moby builder/dockerfile), `exit status 7` (Buildah run.go).
 */
function exitCodeOf(error) {
    const [, code] = /(?:exit code:|non-zero code:|exit status) (\d{1,10})\s*$/.exec(error) ?? [];
    return code === undefined ? undefined : Number(code);
}
/** Longest reason, in characters: an engine may quote a whole script. */
const REASON_LIMIT = 1000;
/** An engine's text for a failed step, without what the heading says already. */
function reasonOf(error) {
    const code = exitCodeOf(error);
    if (code !== undefined)
        return `exit code ${code}`;
    // Internal names of snapshots mean nothing to anybody.
    const short = error.replace(/failed to calculate checksum of ref \S+::\S+: /g, '');
    const text = shortenDigests(short).trim();
    return text.length > REASON_LIMIT ? `${text.slice(0, REASON_LIMIT)}…` : text;
}
/** Longest instruction shown here, in characters. */
const NAME_LIMIT = 1000;
/** Ends the log of a failed build with the instruction, the reason and the last lines of its output. */
function showFailure(log, failure) {
    const { reason, lastLines } = failure;
    const name = failure.name.replace(/\s+/g, ' ');
    log.info(`failed: ${name.length > NAME_LIMIT ? `${name.slice(0, NAME_LIMIT)}…` : name}`);
    if (lastLines.length === 0)
        log.info(reason);
    else
        log.info(`${reason}, and the last ${lastLines.length === 1 ? 'line' : `${lastLines.length} lines`} of its output:`);
    if (lastLines.length > 0)
        log.untrusted('|', lastLines.join('\n'));
}

;// CONCATENATED MODULE: ./build/report/step-log.js

/** A step keeps the log while it wrote within this time, */
const HOLD_MS = 2000;
/** unless another has waited this long, */
const PATIENCE_MS = 10_000;
/** or this many characters wait. */
const WAITING_LIMIT = 512 * 1024;
/** A step that is silent for this long gets its heading, so that one sees what is running. */
const SILENT_MS = 1000;
/** Quiet steps are not shown below this time. */
const QUIET_MS = 1000;
/** When nothing was written for this long, a line says what still runs. */
const HEARTBEAT_MS = 60_000;
/** Longest heading in characters, and of one that is repeated. */
const TITLE_LIMIT = 300;
const AGAIN_LIMIT = 80;
const COLOURS = { plain: '', heading: '\x1b[1m', cached: '\x1b[36m', done: '\x1b[32m', error: '\x1b[1;31m' };
/** Handle of a step; its fields belong to StepLog. */
class Step {
    title;
    /** Shown only when it fails, takes long or has something to tell. */
    quiet;
    number;
    runsSince;
    outcome;
    waiting = [];
    waitsSince;
    constructor(title, quiet) {
        // Instructions over several lines keep the indentation of the Dockerfile, of no use in one line.
        const line = title.replace(/\s+/g, ' ').trim();
        this.title = shorten(line, TITLE_LIMIT);
        this.quiet = quiet;
    }
}
class StepLog {
    #log;
    #clock;
    #colour;
    #running = new Set();
    /** Steps with something to write, the longest waiting first. */
    #queue = new Set();
    #waitingSize = 0;
    #numbers = 0;
    /** The step that has the log, and when it last wrote. */
    #focus;
    #focusWrote = 0;
    /** The step whose block is open: its heading or output was written last. */
    #last;
    #wrote;
    constructor(log, { clock, colour }) {
        this.#log = log;
        this.#clock = clock;
        this.#colour = colour;
        this.#wrote = clock.now();
    }
    start(step) {
        step.outcome = undefined;
        step.runsSince ??= this.#clock.now();
        this.#running.add(step);
    }
    /** The step does nothing now, but may go on. */
    rest(step) {
        this.#running.delete(step);
    }
    /** Whole lines of output, made by somebody else. */
    output(step, text) {
        if (step === this.#focus)
            this.#writeOutput(step, text);
        else
            this.#wait(step, text);
        this.#settle();
    }
    /** One line of ours below the heading, such as the state of a download; dropped while another step has the log. */
    note(step, text) {
        if (this.#isHeld() && this.#focus !== step)
            return;
        if (step.number === undefined)
            this.#announce(step);
        this.#line(`#${step.number} ${text}`, 'plain');
    }
    end(step, outcome) {
        this.#running.delete(step);
        step.outcome = outcome;
        if (step.quiet && step.number === undefined && step.waiting.length === 0 && !isWorthALine(outcome))
            return;
        if (step === this.#focus)
            this.#writeStep(step);
        else
            this.#wait(step);
        this.#settle(outcome.kind === 'error');
    }
    /** To be called about twice a second: shows what waits or runs without a word. */
    tick() {
        this.#settle();
        const now = this.#clock.now();
        if (this.#isHeld())
            return;
        for (const step of this.#running) {
            if (step.number === undefined && now - (step.runsSince ?? now) >= SILENT_MS)
                this.#announce(step);
        }
        if (this.#running.size === 0 || now - this.#wrote < HEARTBEAT_MS)
            return;
        for (const step of this.#running) {
            if (step.number === undefined)
                continue;
            this.#line(`#${step.number} still running after ${(0,units/* formatDuration */.a3)((now - (step.runsSince ?? now)) / 1000)}`, 'plain');
        }
    }
    /** Writes everything that waits. */
    flush() {
        this.#settle(true);
    }
    #isHeld() {
        const focus = this.#focus;
        return focus !== undefined && focus.outcome === undefined && this.#clock.now() - this.#focusWrote < HOLD_MS;
    }
    #wait(step, text) {
        if (text !== undefined) {
            step.waiting.push(text);
            this.#waitingSize += text.length;
        }
        step.waitsSince ??= this.#clock.now();
        this.#queue.add(step);
    }
    #settle(force = false) {
        for (const step of this.#queue) {
            const patient = this.#clock.now() - (step.waitsSince ?? 0) < PATIENCE_MS && this.#waitingSize < WAITING_LIMIT;
            if (!force && patient && this.#isHeld())
                return;
            this.#queue.delete(step);
            this.#writeStep(step);
        }
    }
    #writeStep(step) {
        const { waiting, outcome } = step;
        step.waiting = [];
        step.waitsSince = undefined;
        for (const text of waiting) {
            this.#waitingSize -= text.length;
            this.#writeOutput(step, text);
        }
        if (outcome === undefined)
            return;
        const known = step.number !== undefined && this.#last === step;
        step.number ??= ++this.#numbers;
        const title = known ? '' : ` ${step.title}`;
        this.#line(`#${step.number} ${describe(outcome, title)}`, colourOf(outcome, known));
    }
    #writeOutput(step, text) {
        this.#announce(step);
        this.#log.untrusted(`#${step.number} |`, text);
        this.#wrote = this.#clock.now();
        this.#focus = step;
        this.#focusWrote = this.#wrote;
    }
    /** The heading, when the step has none yet or another step wrote in between. */
    #announce(step) {
        if (this.#last === step)
            return;
        const title = step.number === undefined ? step.title : `${shorten(step.title, AGAIN_LIMIT)} (continued)`;
        step.number ??= ++this.#numbers;
        this.#line(`#${step.number} ${title}`, 'heading');
        this.#last = step;
    }
    #line(text, colour) {
        const code = this.#colour ? COLOURS[colour] : '';
        this.#log.info(code === '' ? text : `${code}${text}\x1b[0m`);
        this.#wrote = this.#clock.now();
    }
}
function shorten(text, limit) {
    return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
}
function isWorthALine(outcome) {
    if (outcome.kind === 'done')
        return outcome.detail !== undefined || outcome.ms >= QUIET_MS;
    return outcome.kind === 'error' || outcome.kind === 'skipped';
}
function describe(outcome, title) {
    switch (outcome.kind) {
        case 'cached':
            return `CACHED${title}`;
        case 'done':
            return `DONE ${(0,units/* formatDuration */.a3)(outcome.ms / 1000)}${title}${outcome.detail === undefined ? '' : ` (${outcome.detail})`}`;
        case 'canceled':
            return `CANCELED ${(0,units/* formatDuration */.a3)(outcome.ms / 1000)}${title}`;
        case 'skipped':
            return `SKIPPED${title}: ${outcome.message}`;
        case 'error':
            return `ERROR ${(0,units/* formatDuration */.a3)(outcome.ms / 1000)}${title}: ${outcome.message}`;
        default:
            return outcome;
    }
}
function colourOf(outcome, known) {
    if (outcome.kind === 'error')
        return 'error';
    if (outcome.kind === 'cached')
        return 'cached';
    return outcome.kind === 'done' && known ? 'done' : 'plain';
}

;// CONCATENATED MODULE: ./build/report/classic.js




/** Where one of the lines below may begin; other text is passed on without a look at each line. */
const CONTROL = /^(?: ?---?> |Step \d|(?:\[\d+\/\d+\] )?(?:STEP \d|COMMIT )|Removing inter|Successfully |\[Warning\] )/m;
const BEGIN = /^(?:\[(\d+)\/\d+\] )?(?:Step|STEP) (\d+\/\d+) ?: (.*)$/;
const CACHE = /^ ?---?> Using cache\b/;
const LAYER = /^ ?---?> [0-9a-f]{11,12}$/;
const CONTAINER = /^(?: ---> Running in|Removing intermediate container) [0-9a-f]{12}$/;
const COMMIT = /^(?:\[\d+\/\d+\] )?COMMIT\b/;
const RESULT = /^(?:(?:\[\d+\/\d+\] )?COMMIT\b|Successfully (?:built|tagged) |[0-9a-f]{64}$|$)/;
const WARNING = /^\[Warning\] (.*)$/;
/** What Podman says while it pulls a base. */
const PODMAN_PULL = /^(?:Trying to pull|Getting image source|Copying (?:blob|config) |Writing manifest|Storing signatures|Resol)/;
/** Docker colours what a RUN wrote to stderr, each piece on its own. */
const STDERR = /^\x1b\[91m(.*)\x1b\[0m$/s;
/** How the name of a pull outside of a build begins. */
const PULL = 'pull ';
class Classic {
    #log;
    #steps;
    #clock;
    #warnings;
    #joiner = new LineJoiner();
    #current;
    /** Names of the stages so far; undefined for one without. */
    #stages = [];
    #ended = 0;
    #cached = 0;
    constructor(log, steps, warnings, clock) {
        this.#log = log;
        this.#steps = steps;
        this.#warnings = warnings;
        this.#clock = clock;
    }
    /** Text of a `stream` message; ends anywhere. */
    stream(text) {
        const plain = STDERR.exec(text)?.[1] ?? text;
        // A RUN may have ended without a line end; what the builder says next begins a line of its own.
        if (CONTROL.exec(plain)?.index === 0)
            this.#flush();
        const lines = this.#joiner.push(Buffer.from(plain));
        if (lines !== undefined)
            this.#take(lines);
    }
    /** A `status` message of a pull (moby distribution/pull_v2.go): of a base, or of an image outside of any build. */
    status({ id, status, current, total }) {
        const pulling = /^Pulling from (.+)$/.exec(status)?.[1];
        if (this.#current === undefined && pulling !== undefined) {
            this.#begin(`${PULL}${pulling}${id === undefined ? '' : `:${id}`}`, 'FROM', undefined, false);
        }
        if (this.#current === undefined)
            return;
        const { transfers } = this.#current.activity;
        const size = { current: current ?? 0, total: total ?? 0, ms: undefined };
        if (id !== undefined && status === 'Downloading')
            transfers.update({ kind: 'blob', id, ...size });
        if (id !== undefined && status === 'Download complete')
            transfers.complete('blob', id);
        if (id !== undefined && status === 'Extracting')
            transfers.update({ kind: 'extraction', id, ...size });
        if (id !== undefined && status === 'Pull complete')
            transfers.complete('extraction', id);
        if (this.#current.name.startsWith(PULL) && status.startsWith('Status: '))
            this.#end();
    }
    tick(now) {
        this.#current?.activity.tick(now, this.#joiner.drawing);
    }
    finish() {
        this.#flush();
    }
    /** The step under way when the build failed with `reported`; undefined when none was. */
    failure(reported) {
        if (this.#current === undefined)
            return undefined;
        const { name, instruction, stage, activity } = this.#current;
        const exitCode = reported?.code ?? exitCodeOf(reported?.message ?? '');
        const reason = exitCode === undefined ? reasonOf(reported?.message ?? 'the build ended here') : `exit code ${exitCode}`;
        return { name, instruction, stage, exitCode, reason, lastLines: activity.lastLines };
    }
    counts() {
        return { steps: this.#ended, cached: this.#cached, fullyCached: this.#ended > 0 && this.#cached === this.#ended };
    }
    #flush() {
        const rest = this.#joiner.flush();
        if (rest !== undefined)
            this.#take(rest);
    }
    #take(text) {
        if (this.#current !== undefined && !this.#isBase() && !CONTROL.test(text))
            this.#current.activity.lines(text);
        else
            for (const line of text.split('\n'))
                this.#takeLine(line);
    }
    #takeLine(line) {
        const begin = BEGIN.exec(line);
        const warning = WARNING.exec(line);
        if (begin !== null)
            this.#beginStep(begin[1], begin[2] ?? '', begin[3] ?? '');
        else if (warning !== null)
            this.#warn(warning[1] ?? '');
        else if (this.#current === undefined) {
            if (!RESULT.test(line) && !LAYER.test(line))
                this.#log.untrusted('|', line);
        }
        else if (CACHE.test(line))
            this.#current = { ...this.#current, cached: true };
        else if (LAYER.test(line))
            this.#end();
        else if (this.#isBase() && PODMAN_PULL.test(line))
            this.#pulled(line);
        else if (this.#isBase() && line === '')
            return;
        else if (this.#current.isLast && COMMIT.test(line))
            this.#end();
        else if (!CONTAINER.test(line))
            this.#current.activity.lines(line);
    }
    #beginStep(stageNumber, position, instruction) {
        this.#end();
        if (/^FROM\b/i.test(instruction))
            this.#stages.push(/\bas\s+(\S+)\s*$/i.exec(instruction)?.[1]);
        const stage = this.#stages.at(-1);
        // Podman counts within the stage, so its name is needed to tell steps apart; Docker counts on.
        const prefix = stageNumber === undefined ? '' : `${stage ?? `stage-${Number(stageNumber) - 1}`} `;
        const [number, total] = position.split('/');
        this.#begin(`[${prefix}${position}] ${instruction}`, instruction, stage, number === total);
    }
    #begin(name, instruction, stage, isLast) {
        const activity = new Activity(new Step(name, false), this.#steps);
        this.#current = { name, instruction, stage, activity, since: this.#clock.now(), cached: false, isLast };
        this.#steps.start(activity.step);
    }
    #end() {
        if (this.#current === undefined)
            return;
        const { activity, name, since } = this.#current;
        const cached = this.#isBase() ? !activity.transfers.hasPulled : this.#current.cached;
        const ms = this.#clock.now() - since;
        const outcome = cached ? { kind: 'cached' } : { kind: 'done', ms, detail: activity.transfers.describe() };
        this.#current = undefined;
        if (!name.startsWith(PULL)) {
            this.#ended++;
            if (cached)
                this.#cached++;
        }
        activity.end(outcome);
    }
    #isBase() {
        return /^FROM\b/i.test(this.#current?.instruction ?? '');
    }
    #pulled(line) {
        const blob = /^Copying blob (?:sha256:)?([0-9a-f]+)/.exec(line)?.[1];
        if (blob !== undefined)
            this.#current?.activity.transfers.complete('extraction', blob);
    }
    #warn(text) {
        this.#warnings.add({ text, details: [], url: undefined, place: undefined });
        this.#log.untrusted('|', text);
    }
}

;// CONCATENATED MODULE: ./build/report/clock.js
/** Time as the reports see it, so that tests can turn it by hand. */
const systemClock = { now: () => performance.now() };
/** Does not keep the process alive. */
const systemTicker = (milliseconds, task) => {
    const timer = setInterval(task, milliseconds).unref();
    return () => clearInterval(timer);
};

;// CONCATENATED MODULE: ./build/buildkit/trace.js
/**
 * Decodes `moby.buildkit.v1.StatusResponse` (moby/buildkit api/services/control/control.proto), which `/build` sends
 * as base64 in `moby.buildkit.trace` and the Control API as a stream. Log bytes are views of the input, not copies.
 * Every time is a number of milliseconds since the epoch, with fractions; unknown fields are skipped.
 */


/** Bytes that are no StatusResponse. */
class InvalidTrace extends Error {
    name = 'InvalidTrace';
    hint;
    constructor(size, cause) {
        const why = cause instanceof Error ? cause.message : String(cause);
        const hint = 'Something before the engine may change its answers; builder-version: 1 builds without traces';
        super(`the engine sent a build trace of ${size} bytes that cannot be read: ${why}. ${hint}`, { cause });
        this.hint = hint;
    }
}
const EMPTY = new Uint8Array(0);
/** Throws InvalidTrace. */
function decodeTrace(bytes) {
    const vertices = [];
    const statuses = [];
    const logs = [];
    const warnings = [];
    try {
        const reader = new binary_encoding/* BinaryReader */.V5(bytes);
        readFields(reader, reader.len, (tag) => {
            if (tag === 0o12)
                vertices.push(readVertex(reader));
            else if (tag === 0o22)
                statuses.push(readStatus(reader));
            else if (tag === 0o32)
                logs.push(readLog(reader));
            else if (tag === 0o42)
                warnings.push(readWarning(reader));
            else
                return false;
            return true;
        });
    }
    catch (error) {
        throw new InvalidTrace(bytes.length, error);
    }
    return { vertices, statuses, logs, warnings };
}
function readVertex(reader) {
    const inputs = [];
    let digest = '';
    let name = '';
    let cached = false;
    let started;
    let completed;
    let error = '';
    let progressGroup;
    readMessage(reader, (tag) => {
        if (tag === 0o12)
            digest = reader.string();
        else if (tag === 0o22)
            inputs.push(reader.string());
        else if (tag === 0o32)
            name = reader.string();
        else if (tag === 0o40)
            cached = reader.bool();
        else if (tag === 0o52)
            started = readTimestamp(reader);
        else if (tag === 0o62)
            completed = readTimestamp(reader);
        else if (tag === 0o72)
            error = reader.string();
        else if (tag === 0o102)
            progressGroup = readProgressGroup(reader);
        else
            return false;
        return true;
    });
    return { digest, inputs, name, cached, started, completed, error, progressGroup };
}
function readProgressGroup(reader) {
    let id = '';
    let name = '';
    let weak = false;
    readMessage(reader, (tag) => {
        if (tag === 0o12)
            id = reader.string();
        else if (tag === 0o22)
            name = reader.string();
        else if (tag === 0o30)
            weak = reader.bool();
        else
            return false;
        return true;
    });
    return { id, name, weak };
}
function readStatus(reader) {
    let id = '';
    let vertex = '';
    let name = '';
    let current = 0;
    let total = 0;
    let timestamp;
    let started;
    let completed;
    readMessage(reader, (tag) => {
        if (tag === 0o12)
            id = reader.string();
        else if (tag === 0o22)
            vertex = reader.string();
        else if (tag === 0o32)
            name = reader.string();
        else if (tag === 0o40)
            current = Number(reader.int64());
        else if (tag === 0o50)
            total = Number(reader.int64());
        else if (tag === 0o62)
            timestamp = readTimestamp(reader);
        else if (tag === 0o72)
            started = readTimestamp(reader);
        else if (tag === 0o102)
            completed = readTimestamp(reader);
        else
            return false;
        return true;
    });
    return { id, vertex, name, current, total, timestamp, started, completed };
}
function readLog(reader) {
    let vertex = '';
    let timestamp;
    let stream = 0;
    let data = EMPTY;
    readMessage(reader, (tag) => {
        if (tag === 0o12)
            vertex = reader.string();
        else if (tag === 0o22)
            timestamp = readTimestamp(reader);
        else if (tag === 0o30)
            stream = Number(reader.int64());
        else if (tag === 0o42)
            data = reader.bytes();
        else
            return false;
        return true;
    });
    return { vertex, timestamp, stream, data };
}
function readWarning(reader) {
    const detail = [];
    const ranges = [];
    let vertex = '';
    let level = 0;
    let short = '';
    let url = '';
    let source;
    readMessage(reader, (tag) => {
        if (tag === 0o12)
            vertex = reader.string();
        else if (tag === 0o20)
            level = Number(reader.int64());
        else if (tag === 0o32)
            short = reader.string();
        else if (tag === 0o42)
            detail.push(reader.string());
        else if (tag === 0o52)
            url = reader.string();
        else if (tag === 0o62)
            source = readSource(reader);
        else if (tag === 0o72)
            ranges.push(readRange(reader));
        else
            return false;
        return true;
    });
    return { vertex, level, short, detail, url, source, ranges };
}
function readSource(reader) {
    let filename = '';
    let data = EMPTY;
    let language = '';
    readMessage(reader, (tag) => {
        if (tag === 0o12)
            filename = reader.string();
        else if (tag === 0o22)
            data = reader.bytes();
        else if (tag === 0o42)
            language = reader.string();
        else
            return false;
        return true;
    });
    return { filename, data, language };
}
function readRange(reader) {
    let start = { line: 0, character: 0 };
    let end = { line: 0, character: 0 };
    readMessage(reader, (tag) => {
        if (tag === 0o12)
            start = readPosition(reader);
        else if (tag === 0o22)
            end = readPosition(reader);
        else
            return false;
        return true;
    });
    return { start, end };
}
function readPosition(reader) {
    let line = 0;
    let character = 0;
    readMessage(reader, (tag) => {
        if (tag === 0o10)
            line = reader.int32();
        else if (tag === 0o20)
            character = reader.int32();
        else
            return false;
        return true;
    });
    return { line, character };
}

;// CONCATENATED MODULE: ./build/report/warnings.js
/** Warnings kept for one build. */
const warnings_LIMIT = 200;
class Warnings {
    #kept = new Map();
    /** Keeps a warning; the same text about the same line is kept once. */
    add(warning) {
        const key = JSON.stringify([warning.text, warning.place?.file, warning.place?.line]);
        if (this.#kept.size < warnings_LIMIT && !this.#kept.has(key))
            this.#kept.set(key, warning);
    }
    list() {
        return [...this.#kept.values()];
    }
}
/** Drops the text of the Dockerfile, and the line number that BuildKit repeats at the end of the text. */
function toTraceWarning({ short, detail, url, source, ranges }) {
    const lines = ranges.flatMap(({ start, end }) => [start.line, end.line]).filter((line) => line > 0);
    const place = lines.length > 0 && { line: Math.min(...lines), endLine: Math.max(...lines) };
    return {
        text: short.replace(/ \(line \d+\)$/, ''),
        details: detail,
        url: url || undefined,
        place: source?.filename ? { file: source.filename, ...place } : undefined,
    };
}

;// CONCATENATED MODULE: ./build/report/vertices.js
/**
 * Turns the traces of BuildKit into steps. A vertex comes many times, with more fields each time, and sources run more
 * than once (resolve, download, extract), so a source is reported only when something that needs it starts.
 */






/** Details of the builder that a user does not ask about. */
const QUIET = /^\[(?:internal|auth)\] |^copy \/context \/$|^exporting to image$/;
const INSTRUCTION = /^\[(?:\S.* )?\d+\/\d+\] /;
const BASE = /^\[(?:\S.* )?\d+\/\d+\] FROM /;
/** Vertices a build goes on without. */
const OPTIONAL = /^importing cache manifest from /;
/** How BuildKit ends a vertex because another one failed or the user gave up. */
const CANCELED = /\bcontext canceled$|^canceled\b/;
/** A source that has been complete for this long is reported without waiting for what needs it. */
const REST_MS = 1000;
class Vertices {
    #log;
    #warnings;
    #blocks = new Map();
    /** Digest of a vertex to its block. */
    #byDigest = new Map();
    /** Digests that others have as input. */
    #needed = new Set();
    #failed;
    constructor(log, warnings) {
        this.#log = log;
        this.#warnings = warnings;
    }
    /** Takes one encoded StatusResponse. Throws InvalidTrace. */
    trace(data, now) {
        const trace = decodeTrace(data);
        for (const vertex of trace.vertices)
            for (const input of vertex.inputs)
                this.#needed.add(input);
        for (const vertex of trace.vertices)
            this.#update(vertex, now);
        for (const status of trace.statuses)
            this.#byDigest.get(status.vertex)?.activity.transfer(toPiece(status));
        for (const log of trace.logs)
            this.#byDigest.get(log.vertex)?.activity.write(log.stream, log.data);
        for (const { digest } of trace.vertices)
            this.#settle(this.#byDigest.get(digest), now);
        for (const warning of trace.warnings)
            this.#warnings.add(toTraceWarning(warning));
    }
    tick(now) {
        for (const block of this.#blocks.values()) {
            if (block.ended)
                continue;
            if (block.restsSince !== undefined && now - block.restsSince >= REST_MS)
                this.#end(block);
            else
                block.activity.tick(now);
        }
    }
    /** Reports what is complete and shows the rest of all output. */
    finish() {
        for (const block of this.#blocks.values()) {
            if (block.restsSince !== undefined && !block.ended)
                this.#end(block);
            else
                block.activity.flush();
        }
    }
    failure() {
        if (this.#failed === undefined)
            return undefined;
        const { name, activity } = this.#failed;
        const error = errorOf(this.#failed) ?? '';
        return {
            name,
            ...parseName(name),
            exitCode: exitCodeOf(error),
            reason: reasonOf(error),
            lastLines: activity.lastLines,
        };
    }
    counts() {
        const done = [...this.#blocks.values()].filter((block) => INSTRUCTION.test(block.name) && block.ended);
        // A step is cancelled, in a build that succeeds, when a later one is found in the cache: it was not needed.
        const cached = done.filter(({ outcome }) => outcome?.kind === 'cached' || outcome?.kind === 'canceled').length;
        return { steps: done.length, cached, fullyCached: done.length > 0 && cached === done.length };
    }
    #update(vertex, now) {
        const block = this.#byDigest.get(vertex.digest) ?? this.#place(vertex);
        const old = block.members.get(vertex.digest);
        const ranBefore = old?.vertex.started !== undefined && vertex.started !== old.vertex.started;
        block.members.set(vertex.digest, {
            vertex,
            cached: vertex.cached || (old?.cached ?? false),
            inputs: vertex.inputs.length > 0 ? vertex.inputs : (old?.inputs ?? []),
            before: (old?.before ?? 0) + (ranBefore ? timeOf(old.vertex) : 0),
        });
        if (vertex.started === undefined)
            return;
        for (const input of vertex.inputs) {
            const source = this.#byDigest.get(input);
            if (source?.restsSince !== undefined && !source.ended)
                this.#end(source);
        }
        if (block.ended)
            return;
        if (vertex.completed === undefined) {
            this.#log.start(block.activity.step);
            block.restsSince = undefined;
        }
        else if (isComplete(block) && this.#isSource(block))
            this.#rest(block, now);
    }
    #place(vertex) {
        const key = vertex.progressGroup?.id || vertex.digest;
        const full = shortenDigests(vertex.progressGroup?.name || vertex.name);
        const name = full.replace(/^\[internal\] /, '');
        let block = this.#blocks.get(key);
        if (block === undefined) {
            const activity = new Activity(new Step(name, QUIET.test(full)), this.#log);
            block = { name, activity, members: new Map(), restsSince: undefined, ended: false, outcome: undefined };
            this.#blocks.set(key, block);
        }
        this.#byDigest.set(vertex.digest, block);
        return block;
    }
    /** Reports a block that is over, once its statuses and logs of the same message have been taken in. */
    #settle(block, now) {
        if (block === undefined || block.ended || block.restsSince !== undefined)
            return;
        const failed = errorOf(block) !== undefined;
        if (!failed && !isComplete(block))
            return;
        if (!failed && this.#isSource(block)) {
            this.#rest(block, now);
            return;
        }
        block.ended = true;
        // One message may end many, in any order; they are told in the order of the Dockerfile.
        for (const { inputs } of block.members.values()) {
            for (const input of inputs) {
                const source = this.#byDigest.get(input);
                if (source?.restsSince !== undefined && !source.ended)
                    this.#end(source);
                else
                    this.#settle(source, now);
            }
        }
        this.#end(block);
    }
    #rest(block, now) {
        block.restsSince ??= now;
        this.#log.rest(block.activity.step);
    }
    #end(block) {
        block.ended = true;
        const outcome = outcomeOf(block);
        block.outcome = outcome;
        if (outcome.kind === 'error')
            this.#failed ??= block;
        block.activity.end(outcome);
    }
    /** Nothing goes in and something needs it. */
    #isSource(block) {
        return [...block.members].every(([digest, { inputs }]) => inputs.length === 0 && this.#needed.has(digest));
    }
}
function isComplete({ members }) {
    const all = [...members.values()];
    const done = ({ vertex }) => vertex.completed !== undefined;
    const idle = ({ vertex }) => vertex.started === undefined;
    // Of a group the weak members are parts that may turn out not to be needed.
    const strong = all.filter(({ vertex }) => vertex.progressGroup?.weak !== true);
    return (strong.length > 0 ? strong : all).every(done) && all.every((member) => done(member) || idle(member));
}
/** The first error of a block; a cancellation only if there is nothing else. */
function errorOf({ members }) {
    const errors = [...members.values()].flatMap(({ vertex }) => (vertex.error === '' ? [] : [vertex.error.trim()]));
    return errors.find((error) => !CANCELED.test(error)) ?? errors[0];
}
function isCached({ name, activity, members }) {
    // An engine calls a base cached only sometimes; for the reader it is when nothing had to be fetched.
    if (BASE.test(name))
        return !activity.transfers.hasPulled;
    return [...members.values()].every(({ vertex, cached }) => cached || vertex.started === undefined);
}
function outcomeOf(block) {
    const ms = [...block.members.values()].reduce((sum, { vertex, before }) => sum + before + timeOf(vertex), 0);
    const error = errorOf(block);
    if (error !== undefined && OPTIONAL.test(block.name))
        return { kind: 'skipped', message: reasonOf(error) };
    if (error !== undefined)
        return CANCELED.test(error) ? { kind: 'canceled', ms } : { kind: 'error', ms, message: reasonOf(error) };
    if (isCached(block))
        return { kind: 'cached' };
    return { kind: 'done', ms, detail: block.activity.transfers.describe() };
}
function timeOf({ started, completed }) {
    return started === undefined || completed === undefined ? 0 : Math.max(0, completed - started);
}
function toPiece(status) {
    const { id, current, total, started, completed } = status;
    const kind = id.startsWith('sha256:') ? 'blob' : id.startsWith('extracting sha256:') ? 'extraction' : 'activity';
    return { kind, id, current, total, ms: completed === undefined ? undefined : completed - (started ?? completed) };
}

;// CONCATENATED MODULE: ./build/report/progress.js






const TICK_MS = 500;
function createProgress(log, options = {}) {
    const { clock = systemClock, ticker = systemTicker, colour = true } = options;
    const started = clock.now();
    const steps = new StepLog(log, { clock, colour });
    const warnings = new Warnings();
    const vertices = new Vertices(steps, warnings);
    const classic = new Classic(log, steps, warnings, clock);
    let ended;
    const stop = ticker(TICK_MS, () => {
        vertices.tick(clock.now());
        classic.tick(clock.now());
        steps.tick();
    });
    const failure = (reported) => vertices.failure() ?? classic.failure(reported);
    const summary = () => {
        const counts = vertices.counts().steps > 0 ? vertices.counts() : classic.counts();
        return {
            ...counts,
            fullyCached: counts.fullyCached && failure() === undefined,
            seconds: ((ended ?? clock.now()) - started) / 1000,
            warnings: warnings.list(),
        };
    };
    return {
        trace: (data) => vertices.trace(data, clock.now()),
        stream: (text) => classic.stream(text),
        status: (status) => classic.status(status),
        finish: (complete = true) => {
            if (ended !== undefined)
                return;
            stop();
            vertices.finish();
            classic.finish();
            steps.flush();
            ended = clock.now();
            if (complete && failure() === undefined)
                showSummary(log, summary());
        },
        failure,
        summary,
    };
}
/** `6 steps in 1.4s: 2 cached, 4 run, 1 warning`. */
function showSummary(log, { steps, cached, seconds, warnings }) {
    if (steps === 0)
        return;
    const work = [
        ...(cached === steps ? ['all cached'] : cached > 0 ? [`${cached} cached`] : []),
        ...(cached < steps ? [`${steps - cached} run`] : []),
        ...(warnings.length > 0 ? [(0,units/* count */.U9)(warnings.length, 'warning')] : []),
    ];
    log.info(`${(0,units/* count */.U9)(steps, 'step')} in ${(0,units/* formatDuration */.a3)(seconds)}: ${work.join(', ')}`);
}

;// CONCATENATED MODULE: ./build/context/bases.js
/**
 * Which images a Dockerfile starts from, found without a builder: credentials of exactly these may travel (hardening
 * S8), and the one below the target stage decides what platform the result is for. Follows the Dockerfile reference
 * ("FROM", "ARG", "COPY --from", "Parser directives"); what cannot be known before the build (an ARG without a value)
 * is left out.
 */
/** `target` is a stage by name or number; undefined is the last one. */
function findBases(dockerfile, buildArgs, target) {
    const args = new Map();
    /** Base of each stage, by name and by number. */
    const stages = new Map();
    const found = new Set();
    let count = 0;
    const take = (name) => {
        if (name !== '' && name !== 'scratch' && !/^\d+$/.test(name) && !stages.has(name.toLowerCase()))
            found.add(name);
    };
    for (const { name, rest } of instructions(dockerfile)) {
        if (name === 'FROM') {
            const words = rest.split(/\s+/).filter((word) => !word.startsWith('--'));
            const base = expand(words[0] ?? '', args);
            take(base);
            // A stage on a stage is on that one's base.
            const below = stages.get(base.toLowerCase()) ?? base;
            stages.set(String(count++), below);
            if (words[1]?.toUpperCase() === 'AS' && words[2] !== undefined)
                stages.set(words[2].toLowerCase(), below);
        }
        else if (name === 'ARG' && count === 0) {
            for (const word of rest.split(/\s+/))
                readArg(word, args, buildArgs);
        }
        else if (name === 'COPY' || name === 'ADD' || name === 'RUN') {
            for (const match of rest.matchAll(/(?:^|\s)--(?:from=|mount=\S*?\bfrom=)([^\s,]+)/g)) {
                take(expand(match[1] ?? '', args));
            }
        }
    }
    const ofTarget = stages.get(target?.toLowerCase() ?? String(count - 1));
    return { all: [...found], ofTarget: ofTarget === 'scratch' || ofTarget === '' ? undefined : ofTarget };
}
function readArg(word, args, buildArgs) {
    const [, name, initial] = /^([A-Za-z_]\w*)(?:=(.*))?$/.exec(word) ?? [];
    if (name === undefined)
        return;
    const unquoted = initial?.replace(/^(["'])(.*)\1$/, '$2');
    const value = buildArgs.get(name) ?? (unquoted === undefined ? undefined : expand(unquoted, args));
    if (value !== undefined)
        args.set(name, value);
}
const VARIABLE = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?::([-+])([^}]*))?\})/g;
/** `$NAME`, `${NAME}`, `${NAME:-other}` and `${NAME:+other}`; '' when a value is missing, so that nothing is guessed. */
function expand(text, args) {
    let missing = false;
    const result = text.replace(VARIABLE, (_, plain, braced, sign, other) => {
        const value = args.get(plain ?? braced);
        if (sign === '-')
            return value === undefined || value === '' ? other : value;
        if (sign === '+')
            return value === undefined || value === '' ? '' : other;
        if (value === undefined)
            missing = true;
        return value ?? '';
    });
    return missing ? '' : result;
}
/** Logical lines: comments dropped, continuations joined; the bodies of heredocs are not told apart, nor need they be. */
function instructions(dockerfile) {
    const lines = dockerfile.replace(/^\uFEFF/, '').split(/\r?\n/);
    const continuation = lines.map((line) => /^#\s*escape\s*=\s*([\\`])\s*$/i.exec(line)?.[1]).find(Boolean) ?? '\\';
    const result = [];
    let joined = '';
    for (const line of lines) {
        if (/^\s*#/.test(line))
            continue;
        const text = line.trimEnd();
        if (text.endsWith(continuation)) {
            joined += `${text.slice(0, -1)} `;
            continue;
        }
        const match = /^\s*([A-Za-z]+)\s+(.*)$/.exec(joined + text);
        if (match?.[1] !== undefined)
            result.push({ name: match[1].toUpperCase(), rest: (match[2] ?? '').trim() });
        joined = '';
    }
    return result;
}

// EXTERNAL MODULE: ./build/registry/origin.js
var origin = __webpack_require__(7182);
;// CONCATENATED MODULE: ./build/pipeline/base-images.js
/**
 * The images a build starts from, and the credentials for them: a builder may be given those of the registries in use
 * and no others (hardening S8).
 */



function readBaseImages(dockerfile, buildArgs, target) {
    const { all, ofTarget } = findBases(dockerfile, buildArgs, target);
    return {
        all: all.map(tryParse).filter((base) => base !== undefined),
        ofTarget: ofTarget === undefined ? undefined : tryParse(ofTarget),
    };
}
/** The engine will say what is wrong with a FROM, with its line. */
function tryParse(name) {
    try {
        return (0,registry_reference/* parseReference */.F2)(name);
    }
    catch (error) {
        if (error instanceof registry_reference/* InvalidReference */.ft)
            return undefined;
        throw error;
    }
}
/** Value of X-Registry-Config for these bases; undefined when they need no account. */
function registryConfigFor(bases, credentials) {
    return credentials.configHeader(bases.all.map(({ registry, path }) => ({ registry, repository: path, action: 'pull' })));
}
/**
 * The credential for a registry of which the builder names only the host: one that is limited to a repository serves
 * when a base lies there.
 */
async function credentialForHost(registry, bases, credentials) {
    for (const { path } of bases.all.filter((base) => base.registry === registry)) {
        const found = await credentials.find({ registry, repository: path, action: 'pull' });
        if (found !== undefined)
            return found;
    }
    return credentials.find({ registry, action: 'pull' });
}
/** True when every base comes from a registry of this machine, which Podman is then told to speak plain http to. */
function areAllOnLoopback({ all }) {
    return all.length > 0 && all.every(({ registry }) => (0,origin/* isLoopbackRegistry */.jW)(registry));
}

// EXTERNAL MODULE: ./build/report/diagnosis.js
var diagnosis = __webpack_require__(4458);
// EXTERNAL MODULE: ./build/pipeline/errors.js
var pipeline_errors = __webpack_require__(9032);
// EXTERNAL MODULE: ./build/pipeline/results.js
var results = __webpack_require__(1813);
;// CONCATENATED MODULE: ./build/pipeline/build-outcome.js






/** The builder's findings, with the line of the Dockerfile they are about. */
function showWarnings(log, { warnings }) {
    for (const { text, place, url } of warnings) {
        const where = place === undefined ? '' : `${place.file}${place.line === undefined ? '' : `:${place.line}`}: `;
        log.info(`warning: ${where}${text}${url === undefined ? '' : ` (${url})`}`);
    }
}
/** Ends the log with the step that failed, and gives the error for the whole. */
function failureOf(error, progress, session, log) {
    const step = progress.failure({ message: error.reason, code: error.code });
    const lost = session?.kind === 'lost' ? `; ${session.error.message}` : '';
    const options = { hint: hintFor(error.reason, step), cause: error };
    if (step === undefined)
        return new pipeline_errors/* BuildFailed */.UQ(`build failed: ${error.reason}${lost}`, options);
    log.endGroup();
    showFailure(log, step);
    return new pipeline_errors/* BuildFailed */.UQ(`build failed at ${step.name}: ${step.reason}${lost}`, options);
}
/** A command that failed says itself why: its text, which the engine quotes, must not be taken for the engine's words. */
function hintFor(reason, step) {
    if (step?.exitCode === undefined)
        return (0,diagnosis/* diagnose */.h)(reason)?.hint;
    const last = step.lastLines.at(-1) ?? '';
    if (/exec format error/i.test(last))
        return (0,diagnosis/* diagnose */.h)('exec format error')?.hint;
    return (0,diagnosis/* diagnose */.h)(`exit code: ${step.exitCode}`)?.hint;
}
/** Throws WrongPlatform. `base` is what the target stage is built on. */
function checkPlatform(asked, { image, summary }, base, builder) {
    const got = (0,results/* platformOf */.tj)(image);
    if (!(0,registry_platform/* matchesPlatform */.pC)(asked, got)) {
        const hint = builder === 'classic'
            ? 'The classic builder takes what is in its cache whatever its platform: use builder-version: 2, or no-cache: true'
            : 'Check the platforms of the base image and any --platform in the Dockerfile';
        throw new pipeline_errors/* WrongPlatform */.vV((0,registry_platform/* formatPlatform */.Bq)(asked), (0,registry_platform/* formatPlatform */.Bq)(got), hint);
    }
    // The containerd store takes a local base of another platform and labels the result as if it were right; this
    // warning is all there is to see of it. About other stages it may be meant, as with tools whose output is copied.
    const names = base === undefined ? [] : [(0,registry_reference/* formatFamiliar */.LF)(base), (0,registry_reference/* formatFamiliar */.LF)({ registry: base.registry, path: base.path })];
    const foreign = summary.warnings.find(({ text }) => text.startsWith('InvalidBaseImagePlatform') && names.some((name) => text.includes(` ${name} `)));
    if (foreign !== undefined) {
        const hint = `${foreign.text}. Remove that base image from the engine, or set pull: true`;
        throw new pipeline_errors/* WrongPlatform */.vV((0,registry_platform/* formatPlatform */.Bq)(asked), 'another platform in its base', hint);
    }
}

;// CONCATENATED MODULE: ./build/pipeline/obtain.js
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
 * Gets the image: opens the build session, sends the context, follows the build, and checks that the result is what was
 * asked for before anybody can see it under a name.
 */










/** Throws BuildFailed, WrongPlatform, EngineError, ContextError, or the abort reason. */
async function buildImage(engine, job, tools) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { builder, buildArgs, target } = job.request;
        const bases = readBaseImages(job.dockerfileText, buildArgs, target);
        if (builder === 'classic')
            await pullCaches(engine, job, tools);
        const session = __addDisposableResource(env_1, builder === 'buildkit' ? await tryOpenSession(engine, bases, tools) : undefined, true);
        const progress = createProgress(tools.log);
        let id = '';
        try {
            for await (const event of await startBuild(engine, job, { bases, session, tools })) {
                if (event.kind === 'trace')
                    progress.trace(event.data);
                else if (event.kind === 'stream')
                    progress.stream(event.text);
                else if (event.kind === 'status')
                    progress.status(event);
                else
                    id = event.id;
                await tools.log.drained();
            }
        }
        catch (error) {
            progress.finish(false);
            tools.signal.throwIfAborted();
            if (!(error instanceof errors/* EngineError */.NJ))
                throw error;
            showWarnings(tools.log, progress.summary());
            throw failureOf(error, progress, session && (await Promise.race([session.closed, undefined])), tools.log);
        }
        progress.finish();
        const summary = progress.summary();
        showWarnings(tools.log, summary);
        const image = await inspect(engine, id, { signal: tools.signal });
        if (job.platform !== undefined)
            checkPlatform(job.platform, { image, summary }, bases.ofTarget, builder);
        return { image, summary };
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
async function startBuild(engine, job, { bases, session, tools }) {
    const { signal, credentials } = tools;
    const { builder } = job.request;
    const registryConfig = builder === 'buildkit' ? undefined : await registryConfigFor(bases, credentials);
    return build(engine, { ...job.request, dockerfile: job.context.dockerfile }, {
        context: job.context.pack(signal),
        ...(session && { session: session.id }),
        ...(registryConfig !== undefined && { registryConfig }),
        // Podman, unlike Docker, speaks plain http to its own machine only when told.
        ...(builder === 'podman' && areAllOnLoopback(bases) && { tlsVerify: false }),
        signal,
    });
}
/** Without a session only bases on registries that ask for no login can be used: worth a warning, not a failure. */
async function tryOpenSession(engine, bases, tools) {
    const { credentials, log, signal } = tools;
    try {
        return await openSession({
            upgrade: (headers) => engine.transport.upgrade('/session', headers, signal),
            credentials: async (registry) => {
                const found = await credentialForHost(registry, bases, credentials);
                if (found === undefined)
                    return undefined;
                const { credential } = found;
                if (credential.kind === 'password')
                    return { username: credential.username, secret: credential.password };
                return { username: '', secret: credential.token };
            },
            signal,
        });
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof errors/* EngineError */.NJ))
            throw error;
        log.warning(`no build session: ${error.reason}. The build goes on without; base images of registries that ask for a login, Docker Hub among them, cannot be pulled then`);
        return undefined;
    }
}
/** Caches only save time, so one that cannot be had is said and left out. */
async function pullCaches(engine, { cacheFrom, platform }, tools) {
    const { credentials, log, signal } = tools;
    for (const reference of cacheFrom) {
        const name = (0,registry_reference/* formatFamiliar */.LF)(reference);
        const tag = reference.digest ?? (0,registry_reference/* withDefaultTag */._t)(reference).tag ?? 'latest';
        log.info(`Pulling ${name} as a cache for the classic builder`);
        const progress = createProgress(log);
        try {
            const { registry, path } = reference;
            const registryAuth = await credentials.authHeader({ registry, repository: path, action: 'pull' });
            const source = { repository: (0,registry_reference/* familiarRepository */.Yu)(reference), tag, platform: platform && (0,registry_platform/* formatPlatform */.Bq)(platform) };
            for await (const event of create(engine, { kind: 'pull', ...source }, { registryAuth, signal })) {
                if (event.kind === 'status')
                    progress.status(event);
            }
            progress.finish();
        }
        catch (error) {
            progress.finish(false);
            signal.throwIfAborted();
            log.info(`No cache from ${name}: ${error.message}`);
        }
    }
}


/***/ })

};
