export const id = 3047;
export const ids = [3047];
export const modules = {

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


/***/ }),

/***/ 33047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openServices: () => (/* binding */ openServices)
});

// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/wire/binary-encoding.js + 3 modules
var binary_encoding = __webpack_require__(59799);
// EXTERNAL MODULE: ./build/buildkit/status.js
var buildkit_status = __webpack_require__(29383);
// EXTERNAL MODULE: ./build/buildkit/wire.js
var wire = __webpack_require__(89504);
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
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
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
var session_inputs = __webpack_require__(62717);
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
