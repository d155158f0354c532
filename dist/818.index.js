export const id = 818;
export const ids = [818];
export const modules = {

/***/ 7818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findFailedBuilds: () => (/* binding */ findFailedBuilds)
});

// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/wire/binary-encoding.js + 3 modules
var binary_encoding = __webpack_require__(2180);
;// CONCATENATED MODULE: ./build/buildkit/encode.js
/** Writing of protobuf messages by hand, the counterpart of wire.ts (protobuf.dev/programming-guides/encoding). */

/** A message of these fields, in this order; undefined is left out. */
function encodeMessage(...fields) {
    const writer = new binary_encoding/* BinaryWriter */.fI();
    for (const [number, value] of fields) {
        if (typeof value === 'string')
            writer.tag(number, binary_encoding/* WireType */.O0.LengthDelimited).string(value);
        else if (typeof value === 'bigint')
            writer.tag(number, binary_encoding/* WireType */.O0.Varint).int64(value);
        else if (typeof value === 'boolean')
            writer.tag(number, binary_encoding/* WireType */.O0.Varint).bool(value);
        else if (value !== undefined)
            writer.tag(number, binary_encoding/* WireType */.O0.LengthDelimited).bytes(value);
    }
    return writer.finish();
}
/** A map is a repeated message of key 1 and value 2. */
function mapFields(number, map) {
    return [...map].map(([key, value]) => [number, encodeMessage([1, key], [2, value])]);
}

// EXTERNAL MODULE: ./build/engine/json.js
var engine_json = __webpack_require__(9665);
// EXTERNAL MODULE: ./build/buildkit/wire.js
var wire = __webpack_require__(9504);
;// CONCATENATED MODULE: ./build/buildkit/rpc-status.js
/**
 * google.rpc.Status as BuildKit fills it: beside the text it holds details as JSON under type URLs of Go packages
 * (moby/buildkit util/grpcerrors, solver/errdefs). One of them is the Dockerfile with the lines that failed. Another one is
 * the daemon's stack with its command line: that one is never looked at.
 */



/** Throws for bytes that are no such message. */
function decodeErrorDetails(bytes) {
    const reader = new binary_encoding/* BinaryReader */.V5(bytes);
    let message = '';
    let source;
    let vertex;
    (0,wire/* readFields */.qU)(reader, reader.len, (tag) => {
        if (tag === 0o22)
            message = reader.string();
        else if (tag === 0o32) {
            const { type, value } = readAny(reader);
            if (type.endsWith('/errdefs.Source+json'))
                source ??= readSource(parse(value));
            else if (type.endsWith('/errdefs.Vertex+json'))
                vertex ??= (0,engine_json/* textOf */.b6)((0,engine_json/* own */.ZV)(parse(value), 'digest')) || undefined;
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
    (0,wire/* readMessage */._8)(reader, (tag) => {
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
    return (0,engine_json/* asObject */.eB)(JSON.parse(new TextDecoder().decode(value)));
}
/** `{"info": {"filename", "data" (base64)}, "ranges": [{"start": {"line"}, "end": {"line"}}]}`, one range per line. */
function readSource(json) {
    const info = (0,engine_json/* asObject */.eB)((0,engine_json/* own */.ZV)(json, 'info'));
    const filename = (0,engine_json/* textOf */.b6)((0,engine_json/* own */.ZV)(info, 'filename'));
    const lines = linesOf((0,engine_json/* own */.ZV)(json, 'ranges'));
    if (filename === '' || lines === undefined)
        return undefined;
    return { filename, text: Buffer.from((0,engine_json/* textOf */.b6)((0,engine_json/* own */.ZV)(info, 'data')), 'base64').toString(), ...lines };
}
/** First and last line of ranges as JSON; undefined when they name none. */
function linesOf(ranges) {
    const lines = (0,engine_json/* itemsOf */.S3)(ranges)
        .flatMap((range) => ['start', 'end'].map((side) => (0,engine_json/* own */.ZV)((0,engine_json/* asObject */.eB)((0,engine_json/* own */.ZV)((0,engine_json/* asObject */.eB)(range), side)), 'line')))
        .filter((line) => Number.isSafeInteger(line) && line > 0);
    return lines.length === 0 ? undefined : { first: Math.min(...lines), last: Math.max(...lines) };
}

;// CONCATENATED MODULE: ./build/buildkit/history.js
/**
 * What BuildKit remembers of a build that failed: `POST /build` answers with a text alone, but the history keeps the
 * lines of the Dockerfile (moby/buildkit api/services/control `ListenBuildHistory`, Docker 24 and newer), in a blob of
 * its content store (containerd api/services/content).
 */




/** Records whose details are looked at. */
const MOST = 5;
/** Bytes; an error quotes the whole Dockerfile. */
const LIMIT = 8 * 1024 * 1024;
/** The newest builds that fit, each with the details of its error. Throws RpcError on engines without a history. */
async function* findFailedBuilds(client, { message, vertex }, options) {
    const records = [];
    // EarlyExit = 3: what there is, without waiting for more.
    const request = encodeMessage([3, true]);
    for await (const event of client.stream('/moby.buildkit.v1.Control/ListenBuildHistory', request, options)) {
        const record = decodeRecord(event);
        if (record.error !== '' && (record.error.includes(message) || message.includes(record.error)))
            records.push(record);
    }
    records.sort((a, b) => b.created - a.created);
    for (const { details } of records.slice(0, MOST)) {
        if (details === undefined)
            continue;
        const found = decodeErrorDetails(await readBlob(client, details, options));
        // An error of the frontend names no step, although one failed.
        if (vertex === undefined || found.vertex === undefined || found.vertex === vertex)
            yield found;
    }
}
/** BuildHistoryEvent: record = 2. BuildHistoryRecord: error = 5 (google.rpc.Status), CreatedAt = 6, externalError = 18. */
function decodeRecord(event) {
    const reader = new binary_encoding/* BinaryReader */.V5(event);
    let error = '';
    let created = 0;
    let details;
    (0,wire/* readFields */.qU)(reader, reader.len, (tag) => {
        if (tag !== 0o22)
            return false;
        (0,wire/* readMessage */._8)(reader, (inner) => {
            if (inner === 0o52)
                error = readText(reader);
            else if (inner === 0o62)
                created = (0,wire/* readTimestamp */.L2)(reader);
            else if (inner === 0o222)
                details = readText(reader);
            else
                return false;
            return true;
        });
        return true;
    });
    return { error, created, details };
}
/** Field 2 of a message: the text of a Status, the digest of a Descriptor. */
function readText(reader) {
    let text = '';
    (0,wire/* readMessage */._8)(reader, (tag) => {
        if (tag !== 0o22)
            return false;
        text = reader.string();
        return true;
    });
    return text;
}
async function readBlob(client, digest, options) {
    const pieces = [];
    let size = 0;
    for await (const message of client.stream('/containerd.services.content.v1.Content/Read', encodeMessage([1, digest]), options)) {
        const reader = new binary_encoding/* BinaryReader */.V5(message);
        (0,wire/* readFields */.qU)(reader, reader.len, (tag) => {
            if (tag !== 0o22)
                return false;
            const piece = reader.bytes();
            pieces.push(piece);
            size += piece.length;
            return true;
        });
        if (size > LIMIT)
            throw new RangeError(`the blob ${digest} is larger than ${LIMIT} bytes`);
    }
    return Buffer.concat(pieces);
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


/***/ }),

/***/ 9504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L2: () => (/* binding */ readTimestamp),
/* harmony export */   M: () => (/* binding */ readFirstText),
/* harmony export */   _8: () => (/* binding */ readMessage),
/* harmony export */   qU: () => (/* binding */ readFields)
/* harmony export */ });
/* harmony import */ var _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2180);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9383);
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


/***/ })

};
