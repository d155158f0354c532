export const id = 9655;
export const ids = [9655];
export const modules = {

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

/***/ 39990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ findImageUses),
/* harmony export */   u: () => (/* binding */ findBases)
/* harmony export */ });
/* harmony import */ var _instructions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82487);
/**
 * Which images a Dockerfile starts from, found without a builder: credentials of exactly these may travel (hardening
 * S8), and the one below the target stage decides what platform the result is for. Follows the Dockerfile reference
 * ("FROM", "ARG", "COPY --from"); what cannot be known before the build (an ARG without a value) is left out.
 */

/** `target` is a stage by name or number; undefined is the last one. */
function findBases(dockerfile, buildArgs, target) {
    /** Base of each stage, by name and by number. */
    const stages = new Map();
    const found = new Set();
    let count = 0;
    for (const { instruction, image, stage } of findImageUses((0,_instructions_js__WEBPACK_IMPORTED_MODULE_0__/* .readInstructions */ .K)(dockerfile), buildArgs)) {
        const isStage = stages.has(image.toLowerCase());
        if (image !== '' && image !== 'scratch' && !/^\d+$/.test(image) && !isStage)
            found.add(image);
        if (instruction.keyword !== 'FROM')
            continue;
        // A stage on a stage is on that one's base.
        const below = stages.get(image.toLowerCase()) ?? image;
        stages.set(String(count++), below);
        if (stage !== undefined)
            stages.set(stage, below);
    }
    const ofTarget = stages.get(target?.toLowerCase() ?? String(count - 1));
    return { all: [...found], ofTarget: ofTarget === 'scratch' || ofTarget === '' ? undefined : ofTarget };
}
/** What is named after FROM, `--from=` and `from=` of a mount, in order; stages and numbers of stages are among them. */
function findImageUses(instructions, buildArgs) {
    const args = new Map();
    const uses = [];
    let inStage = false;
    for (const instruction of instructions) {
        const { keyword, rest } = instruction;
        if (keyword === 'FROM') {
            inStage = true;
            const words = rest.split(/\s+/).filter((word) => !word.startsWith('--'));
            const stage = words[1]?.toUpperCase() === 'AS' ? words[2]?.toLowerCase() : undefined;
            uses.push({ instruction, image: expand(words[0] ?? '', args), stage });
        }
        else if (keyword === 'ARG' && !inStage) {
            for (const word of rest.split(/\s+/))
                readArg(word, args, buildArgs);
        }
        else if (keyword === 'COPY' || keyword === 'ADD' || keyword === 'RUN') {
            for (const match of rest.matchAll(/(?:^|\s)--(?:from=|mount=\S*?\bfrom=)([^\s,]+)/g)) {
                uses.push({ instruction, image: expand(match[1] ?? '', args), stage: undefined });
            }
        }
    }
    return uses;
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


/***/ }),

/***/ 82487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readInstructions),
/* harmony export */   l: () => (/* binding */ directiveOf)
/* harmony export */ });
/**
 * A Dockerfile as its instructions with their lines, as BuildKit's parser takes it apart (moby/buildkit
 * frontend/dockerfile/parser): parser directives, comments, continuations, the bodies of heredocs. Nothing is judged
 * here: what the builder refuses is an instruction like any other.
 */
const DIRECTIVE = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/;
const COMMENT = /^\s*#/;
/** What may have heredocs, also behind ONBUILD. */
const WITH_HEREDOC = /^(?:ONBUILD\s+)?(?:ADD|COPY|RUN)\s+(?!\[)/i;
/** `knowsHeredocs` is false for builders that take their bodies for instructions: BuildKit before 0.10, Buildah before 1.33. */
function readInstructions(dockerfile, knowsHeredocs = true) {
    const lines = dockerfile.replace(/^\uFEFF/, '').split(/\r?\n/);
    // A character that stands behind itself escapes nothing.
    const continuation = directiveIn(lines, 'escape') === '`' ? /(^|[^`])`[ \t]*$/ : /(^|[^\\])\\[ \t]*$/;
    const result = [];
    let at = 0;
    while (at < lines.length) {
        const first = at + 1;
        const start = lines[at++] ?? '';
        if (COMMENT.test(start) || start.trim() === '')
            continue;
        const parts = [start.trimStart().replace(continuation, '$1')];
        let last = first;
        for (let open = continuation.test(start); open && at < lines.length;) {
            const line = lines[at++] ?? '';
            if (COMMENT.test(line) || line.trim() === '')
                continue;
            open = continuation.test(line);
            parts.push(line.replace(continuation, '$1'));
            last = at;
        }
        const text = parts.join('').trimEnd();
        let heredoc = 'none';
        for (const { name, chomp } of knowsHeredocs && WITH_HEREDOC.test(text) ? heredocsOf(text) : []) {
            const isEnd = (line) => (chomp ? line?.replace(/^\t+/, '') : line) === name;
            while (at < lines.length && !isEnd(lines[at]))
                at++;
            heredoc = at < lines.length ? 'whole' : 'unterminated';
            if (at < lines.length)
                at++;
            last = heredoc === 'whole' ? at : lastLine(lines);
        }
        const [, keyword = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(text) ?? [];
        result.push({ keyword: keyword.toUpperCase(), rest, first, last, heredoc });
    }
    return result;
}
/** Value of a parser directive such as `syntax`; they stand above everything else, also above comments. */
function directiveOf(dockerfile, name) {
    return directiveIn(dockerfile.replace(/^\uFEFF/, '').split(/\r?\n/), name);
}
function directiveIn(lines, name) {
    for (const line of lines) {
        const [, key, value] = DIRECTIVE.exec(line) ?? [];
        if (key === undefined)
            return undefined;
        if (key.toLowerCase() === name)
            return value;
    }
    return undefined;
}
/** `<<EOF`, `<<-"EOF"`, `3<<'EOF'`: words of their own, outside of quotes. */
function heredocsOf(text) {
    const words = text.match(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"?|'[^']*'?)+/gs) ?? [];
    return words.flatMap((word) => {
        const [, chomp, quoted] = /^\d*<<(-?)([^<]+)$/s.exec(word) ?? [];
        return quoted === undefined ? [] : { name: quoted.replace(/["']/g, ''), chomp: chomp === '-' };
    });
}
/** Number of the last line with something in it. */
function lastLine(lines) {
    return lines.findLastIndex((line) => line !== '') + 1;
}


/***/ }),

/***/ 47185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   At: () => (/* binding */ areAllOnLoopback),
/* harmony export */   J4: () => (/* binding */ credentialForHost),
/* harmony export */   J7: () => (/* binding */ registryConfigFor),
/* harmony export */   kc: () => (/* binding */ readBaseImages)
/* harmony export */ });
/* harmony import */ var _context_bases_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39990);
/* harmony import */ var _registry_origin_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57182);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26247);
/**
 * The images a build starts from, and the credentials for them: a builder may be given those of the registries in use
 * and no others (hardening S8).
 */



function readBaseImages(dockerfile, buildArgs, target) {
    const { all, ofTarget } = (0,_context_bases_js__WEBPACK_IMPORTED_MODULE_2__/* .findBases */ .u)(dockerfile, buildArgs, target);
    return {
        all: all.map(tryParse).filter((base) => base !== undefined),
        ofTarget: ofTarget === undefined ? undefined : tryParse(ofTarget),
    };
}
/** The engine will say what is wrong with a FROM, with its line. */
function tryParse(name) {
    try {
        return (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(name);
    }
    catch (error) {
        if (error instanceof _registry_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidReference */ .ft)
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
    return all.length > 0 && all.every(({ registry }) => (0,_registry_origin_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopbackRegistry */ .jW)(registry));
}


/***/ }),

/***/ 99655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ openBuildSession),
  M: () => (/* binding */ sessionOf)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/wire/binary-encoding.js + 3 modules
var binary_encoding = __webpack_require__(59799);
// EXTERNAL MODULE: ./build/buildkit/status.js
var buildkit_status = __webpack_require__(29383);
// EXTERNAL MODULE: ./build/buildkit/wire.js
var wire = __webpack_require__(89504);
;// CONCATENATED MODULE: ./build/buildkit/auth.js
/**
 * `moby.filesync.v1.Auth`: the builder asks for the credentials of a registry when that answers 401
 * (moby/buildkit session/auth/auth.proto). This is `Credentials` alone; the token calls are in tokens.ts, and where they
 * are not served the builder asks for credentials and fetches the token itself.
 */



/** The builder waits 60 s and then fails with a text that explains nothing; we answer before. */
const LIMIT_MS = 50_000;
const HUB_HOSTS = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);
/** The builder's name of a registry as ours. */
function registryOf(host) {
    return HUB_HOSTS.has(host) ? 'docker.io' : host;
}
function authMethods(credentials) {
    const handle = async (request) => {
        const host = (0,wire/* readFirstText */.M)(request, 'the request for credentials');
        let found;
        try {
            found = await credentials(registryOf(host));
        }
        catch (error) {
            // The cause may quote what it was reading; it stays here and only the host travels.
            throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.unknown, `the credentials for ${host} could not be read`, { cause: error });
        }
        return encodeCredentials(found ?? { username: '', secret: '' });
    };
    return new Map([['/moby.filesync.v1.Auth/Credentials', { kind: 'unary', limitMs: LIMIT_MS, handle }]]);
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
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./build/buildkit/frames.js
var buildkit_frames = __webpack_require__(65459);
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
    stream.once('close', () => over.abort(new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.cancelled, 'the caller ended the call')));
    try {
        const metadata = toPairs(rawHeaders);
        const path = metadata.find(([name]) => name === ':path')?.[1] ?? '';
        const call = { path, metadata, signal: over.signal };
        const method = methods.get(path);
        if (method === undefined)
            throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.unimplemented, `this session does not serve ${path}`);
        if (method.kind === 'unary')
            await answerUnary(stream, method, call, over);
        else
            await answerStream(stream, method, call);
    }
    catch (error) {
        finish(stream, (0,buildkit_status/* toTrailers */.I$)(error));
    }
}
async function answerUnary(stream, method, call, over) {
    const request = await readOne(stream, call.path);
    const asked = (0,buildkit_status/* parseTimeout */.ZZ)(call.metadata.find(([name]) => name === 'grpc-timeout')?.[1]);
    const limit = Math.min(method.limitMs ?? Number.POSITIVE_INFINITY, (asked ?? Number.POSITIVE_INFINITY) * IN_TIME);
    const reply = await within(limit, async () => method.handle(request, call), call, over);
    if (stream.closed || stream.destroyed)
        return;
    grpc_open(stream);
    stream.end((0,buildkit_frames/* encodeFrames */.H5)(reply));
}
async function readOne(stream, path) {
    let request;
    for await (const message of (0,buildkit_frames/* readFrames */.v0)(bytesOf(stream))) {
        if (request !== undefined)
            throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.internal, `${path} takes one message, more came`);
        request = message;
    }
    if (request === undefined)
        throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.internal, `${path} takes one message, none came`);
    return request;
}
async function answerStream(stream, method, call) {
    const send = async (...messages) => {
        call.signal.throwIfAborted();
        if (!stream.headersSent)
            grpc_open(stream);
        if (!stream.write((0,buildkit_frames/* encodeFrames */.H5)(...messages)))
            await drained(stream, call.signal);
    };
    await method.handle({ ...call, requests: (0,buildkit_frames/* readFrames */.v0)(bytesOf(stream)), send });
    finish(stream, { 'grpc-status': String(buildkit_status/* Code */.Cy.ok) });
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
    const late = () => over.abort(new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.deadlineExceeded, `${call.path} took longer than ${Math.round(ms)} ms`));
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
        stream.sendTrailers(trailers.get(stream) ?? { 'grpc-status': String(buildkit_status/* Code */.Cy.ok) });
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
/**
 * Each line of an ignore file is a header field of its own, where Node's defaults are 128 fields and 64 KiB. In fields,
 * and in bytes as HTTP/2 counts them.
 */
const MOST_HEADERS = 20_000;
const MOST_HEADER_BYTES = 4 * 1024 * 1024;
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
    const headers = sessionHeaders(id, methods, options.sharedKey);
    // Loaded here, not above: builds without BuildKit need no HTTP/2.
    const [http2, socket] = await Promise.all([Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 32467, 19)), options.upgrade(headers)]);
    if (signal.aborted) {
        socket.destroy();
        throw signal.reason;
    }
    const connection = http2.performServerHandshake(socket, {
        maxSessionMemory: SESSION_MEMORY_MB,
        maxHeaderListPairs: MOST_HEADERS,
        settings: { maxHeaderListSize: MOST_HEADER_BYTES },
    });
    return serve(id, connection, socket, methods, signal);
}
function sessionHeaders(id, methods, sharedKey) {
    return [
        ['X-Docker-Expose-Session-Uuid', id],
        ['X-Docker-Expose-Session-Name', 'stowage'],
        ...(sharedKey === undefined ? [] : [['X-Docker-Expose-Session-Sharedkey', sharedKey]]),
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

;// CONCATENATED MODULE: ./build/buildkit/tokens.js
/**
 * The token calls of `moby.filesync.v1.Auth` (moby/buildkit session/auth/auth.proto): where a registry wants tokens, the
 * builder asks us for one instead of for the password. It first gets a public key, and later lets those sessions share
 * a token that can prove, by a signature, that they stand for the same client. "Unimplemented" as the first answer sends
 * the builder back to `Credentials`; after that answer there is no way back.
 */





/** The builder waits 60 s and then fails with a text that explains nothing; we answer before. */
const tokens_LIMIT_MS = 50_000;
function tokenMethods(provider) {
    // A session of another run cannot prove that it is this client, so it gets none of our tokens.
    const secret = (0,external_node_crypto_.randomBytes)(32);
    const admit = async (registry, signal) => {
        if (await provider.canFetch(registry, signal))
            return;
        throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.unimplemented, `tokens for ${registry} are not fetched here`);
    };
    const unary = (handle) => ({
        kind: 'unary',
        limitMs: tokens_LIMIT_MS,
        handle: (bytes, { signal }) => handle(read(bytes), signal),
    });
    return new Map([
        [
            '/moby.filesync.v1.Auth/GetTokenAuthority',
            unary(async ({ text, bytes }, signal) => {
                const registry = registryOf(text(1));
                await admit(registry, signal);
                return encode(publicBytes(keyFor(registry, bytes(2), secret)));
            }),
        ],
        [
            '/moby.filesync.v1.Auth/VerifyTokenAuthority',
            unary(async ({ text, bytes }, signal) => {
                const registry = registryOf(text(1));
                await admit(registry, signal);
                const payload = bytes(2);
                return encode(Buffer.concat([(0,external_node_crypto_.sign)(null, payload, keyFor(registry, bytes(3), secret)), payload]));
            }),
        ],
        [
            '/moby.filesync.v1.Auth/FetchToken',
            unary(async ({ text, texts }, signal) => {
                const request = { registry: registryOf(text(2)), realm: text(3), service: text(4), scopes: texts(5) };
                const { token, expiresIn, issuedAt } = await provider.fetch(request, signal);
                const writer = new binary_encoding/* BinaryWriter */.fI().tag(1, binary_encoding/* WireType */.O0.LengthDelimited).string(token);
                writer.tag(2, binary_encoding/* WireType */.O0.Varint).int64(Math.floor(expiresIn));
                writer.tag(3, binary_encoding/* WireType */.O0.Varint).int64(Math.floor(issuedAt));
                return writer.finish();
            }),
        ],
    ]);
}
/** An ed25519 key has a seed of 32 bytes, which PKCS #8 wraps in these (RFC 8410 section 7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
function keyFor(registry, salt, secret) {
    const seed = (0,external_node_crypto_.createHmac)('sha256', salt).update(secret).update(registry).digest();
    return (0,external_node_crypto_.createPrivateKey)({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
}
/** The 32 bytes at the end of the DER form. */
function publicBytes(key) {
    return (0,external_node_crypto_.createPublicKey)(key).export({ format: 'der', type: 'spki' }).subarray(-32);
}
function read(message) {
    const fields = new Map();
    try {
        const reader = new binary_encoding/* BinaryReader */.V5(message);
        (0,wire/* readFields */.qU)(reader, reader.len, (tag) => {
            if ((tag & 7) !== binary_encoding/* WireType */.O0.LengthDelimited)
                return false;
            fields.set(tag >>> 3, [...(fields.get(tag >>> 3) ?? []), reader.bytes()]);
            return true;
        });
    }
    catch (error) {
        throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.internal, 'the request for a token cannot be read', { cause: error });
    }
    const all = (field) => fields.get(field) ?? [];
    const texts = (field) => all(field).map((bytes) => Buffer.from(bytes).toString('utf8'));
    return {
        texts,
        text: (field) => texts(field).at(-1) ?? '',
        bytes: (field) => all(field).at(-1) ?? new Uint8Array(0),
    };
}
/** A message of one field with bytes. */
function encode(bytes) {
    return new binary_encoding/* BinaryWriter */.fI().tag(1, binary_encoding/* WireType */.O0.LengthDelimited).bytes(bytes).finish();
}

// EXTERNAL MODULE: ./build/engine/errors.js
var errors = __webpack_require__(2952);
// EXTERNAL MODULE: ./build/pipeline/base-images.js
var base_images = __webpack_require__(47185);
// EXTERNAL MODULE: ./build/pipeline/errors.js
var pipeline_errors = __webpack_require__(59032);
;// CONCATENATED MODULE: ./build/pipeline/build-session.js





/** By an upgrade; where that is refused, inside of gRPC, if the engine takes it without one. */
function sessionOf(engine) {
    return async (headers, signal) => {
        try {
            return await engine.transport.upgrade('/session', headers, signal);
        }
        catch (error) {
            signal.throwIfAborted();
            if (!(error instanceof errors/* EngineError */.NJ))
                throw error;
            const { tunnelDirectly } = await __webpack_require__.e(/* import() */ 1354).then(__webpack_require__.bind(__webpack_require__, 11354));
            const tunnel = await tunnelDirectly(engine, headers, signal);
            if (tunnel === undefined)
                throw error;
            return tunnel;
        }
    };
}
/**
 * Undefined, with a warning, when the engine opens none and the build can go on: then only bases of registries that ask
 * for no login can be used. Throws NoSession when it cannot.
 */
async function openBuildSession(connect, { bases, services, solving }, { credentials, tokens, log, signal }) {
    try {
        return await openSession({
            upgrade: (headers) => withTunnel(connect, headers, solving, signal),
            credentials: async (registry) => {
                const found = await (0,base_images/* credentialForHost */.J4)(registry, bases, credentials);
                if (found === undefined)
                    return undefined;
                const { credential } = found;
                if (credential.kind === 'password')
                    return { username: credential.username, secret: credential.password };
                return { username: '', secret: credential.token };
            },
            methods: new Map([
                ...tokenMethods(providerFor(bases, credentials, tokens)),
                ...services.methods,
                ...(solving?.methods ?? []),
            ]),
            sharedKey: services.sharedKey,
            signal,
        });
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof errors/* EngineError */.NJ))
            throw error;
        const neededFor = [...services.neededFor, ...(solving?.neededFor ?? [])];
        if (neededFor.length > 0)
            throw new pipeline_errors.NoSession(neededFor, error);
        log.warning(`no build session: ${error.reason}. The build goes on without; base images of registries that ask for a login, Docker Hub among them, cannot be pulled then`);
        return undefined;
    }
}
/** Where a proxy refuses `/session` the Control API, which was let through, carries the session as well. */
async function withTunnel(connect, headers, solving, signal) {
    try {
        return await connect(headers, signal);
    }
    catch (error) {
        signal.throwIfAborted();
        if (solving === undefined || !(error instanceof errors/* EngineError */.NJ))
            throw error;
        const { openTunnel } = await __webpack_require__.e(/* import() */ 3831).then(__webpack_require__.bind(__webpack_require__, 63831));
        return openTunnel(solving.client, headers, signal);
    }
}
/** Tokens for the registries that there is a credential for. */
function providerFor(bases, credentials, tokens) {
    return {
        canFetch: async (registry, signal) => (await (0,base_images/* credentialForHost */.J4)(registry, bases, credentials)) !== undefined && tokens.canFetch(registry, signal),
        fetch: async (request, signal) => {
            const { registry, scopes } = request;
            // Unlike a builder that asks for a credential, one that asks for a token says what for.
            const repository = /^repository:([^:]+):/.exec(scopes[0] ?? '')?.[1];
            const found = (repository === undefined ? undefined : await credentials.find({ registry, repository, action: 'pull' })) ??
                (await (0,base_images/* credentialForHost */.J4)(registry, bases, credentials));
            if (found === undefined)
                throw new Error(`there is no credential for ${registry}`);
            return tokens.fetch(request, found, signal);
        },
    };
}


/***/ })

};
