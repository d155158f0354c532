export const id = 3908;
export const ids = [3908];
export const modules = {

/***/ 63122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ fileSendMethods)
/* harmony export */ });
/* harmony import */ var _packet_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3457);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29383);


const EXPORTER = 'buildkit-attachable-exporter-id';
function fileSendMethods({ take, onFailure }) {
    const taken = new Set();
    const handle = async (call) => {
        const exporter = Number(call.metadata.find(([name]) => name === EXPORTER)?.[1] ?? 0);
        // Builders of old send each of several platforms by a call of its own; one is all that is asked for.
        if (taken.has(exporter))
            throw new _status_js__WEBPACK_IMPORTED_MODULE_1__/* .GrpcError */ .nz(_status_js__WEBPACK_IMPORTED_MODULE_1__/* .Code */ .Cy.unimplemented, 'only one result of an exporter is taken');
        taken.add(exporter);
        try {
            await take(bytesOf(call), exporter);
        }
        catch (error) {
            // That the builder went away is its failure, not ours.
            if (!call.signal.aborted && !(error instanceof _status_js__WEBPACK_IMPORTED_MODULE_1__/* .GrpcError */ .nz))
                onFailure(error);
            throw error;
        }
    };
    return new Map([['/moby.filesync.v1.FileSend/DiffCopy', { kind: 'stream', handle }]]);
}
async function* bytesOf({ requests }) {
    for await (const message of requests) {
        const bytes = (0,_packet_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeBytesMessage */ .vf)(message);
        if (bytes.length > 0)
            yield bytes;
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

/***/ 3908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  receiveOutput: () => (/* binding */ receiveOutput)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/archive/checked-tar.js
var checked_tar = __webpack_require__(18798);
// EXTERNAL MODULE: ./build/archive/errors.js
var errors = __webpack_require__(1650);
// EXTERNAL MODULE: ./build/archive/directory.js + 1 modules
var directory = __webpack_require__(4058);
// EXTERNAL MODULE: ./build/archive/local-file.js
var local_file = __webpack_require__(31273);
;// CONCATENATED MODULE: ./build/archive/exported-tar.js
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
/** A root file system that a builder exported as one tar, as a directory. */


/** Unpacks the tar at `path` into `dest` just as `unpackImage` does, with the same limits. Throws ArchiveError. */
async function unpackTar(path, dest, options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const file = __addDisposableResource(env_1, await local_file/* LocalFile */.EY.open(path), true);
        const subject = 'what the builder sent';
        return await (0,directory/* unpackImage */.m)({ subject, layers: [{ subject, tar: (signal) => file.stream(signal) }] }, dest, options);
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

// EXTERNAL MODULE: ./build/archive/save.js
var save = __webpack_require__(50472);
// EXTERNAL MODULE: ./build/buildkit/file-send.js
var file_send = __webpack_require__(63122);
// EXTERNAL MODULE: ./build/report/units.js
var units = __webpack_require__(15088);
// EXTERNAL MODULE: ./build/pipeline/outputs.js
var outputs = __webpack_require__(4169);
;// CONCATENATED MODULE: ./build/pipeline/receive-output.js
/**
 * The root file system that a build makes, straight from the builder through the session of the build: no image of it
 * stays in the engine. What comes is kept aside, checked, and put into its place when the build has succeeded.
 */









/** `output` is a `tar` or `local` one. */
function receiveOutput({ type, dest }, { temp, log, signal }) {
    // Both come as a tar: it is moved to its place, or unpacked from where it does not outlive the step.
    const file = type === 'tar' ? dest : (0,external_node_path_.join)(temp, `stowage-export-${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
    let staged;
    let failure;
    return {
        dest,
        methods: (0,file_send/* fileSendMethods */.j)({
            take: async (bytes) => {
                const tar = (0,checked_tar/* checkedTar */.F)(bytes, { holds: 'anything', subject: 'what the builder sent' });
                staged = await (0,save/* stageStream */.H)(tar, file, { mode: type === 'tar' ? 0o644 : 0o600, signal });
            },
            onFailure: (error) => {
                failure ??= error;
            },
        }),
        outputs: [{ type: 'tar', attributes: new Map() }],
        get failure() {
            return failure;
        },
        finish: async () => {
            if (staged === undefined)
                throw new errors/* ArchiveError */.di(`cannot write ${dest}: the builder sent nothing`);
            if (type === 'local')
                return (0,outputs.describeUnpacked)(dest, await unpackTar(staged.path, dest, { signal }), log);
            await staged.place();
            return (0,units/* formatBytes */.z3)(staged.size);
        },
        [Symbol.asyncDispose]: async () => staged?.[Symbol.asyncDispose](),
    };
}


/***/ })

};
