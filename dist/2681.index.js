export const id = 2681;
export const ids = [2681];
export const modules = {

/***/ 10838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ readBlob)
/* harmony export */ });
/* harmony import */ var _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59799);
/* harmony import */ var _encode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70331);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89504);
/** Blobs out of BuildKit's own content store (containerd api/services/content/v1, `Read`). */



/** Bytes; what is read is manifests, configs and errors that quote a Dockerfile. */
const LIMIT = 8 * 1024 * 1024;
/** Throws RpcError for a blob that is not there, RangeError for one above 8 MiB. */
async function readBlob(client, digest, options) {
    const pieces = [];
    let size = 0;
    const request = (0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeMessage */ .m)([1, digest]);
    for await (const message of client.stream('/containerd.services.content.v1.Content/Read', request, options)) {
        const reader = new _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_2__/* .BinaryReader */ .V5(message);
        (0,_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .readFields */ .qU)(reader, reader.len, (tag) => {
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

/***/ 52681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findEnd: () => (/* binding */ findEnd),
/* harmony export */   findFailedBuilds: () => (/* binding */ findFailedBuilds)
/* harmony export */ });
/* harmony import */ var _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59799);
/* harmony import */ var _blob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10838);
/* harmony import */ var _encode_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70331);
/* harmony import */ var _rpc_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46933);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89504);
/**
 * What BuildKit remembers of a build that failed: `POST /build` answers with a text alone, but the history keeps the
 * lines of the Dockerfile (moby/buildkit api/services/control `ListenBuildHistory`, Docker 24 and newer), in a blob of
 * its content store (containerd api/services/content).
 */





/** Records whose details are looked at. */
const MOST = 5;
/** The newest builds that fit, each with the details of its error. Throws RpcError on engines without a history. */
async function* findFailedBuilds(client, { message, vertex }, options) {
    const records = [];
    // EarlyExit = 3: what there is, without waiting for more.
    const request = (0,_encode_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeMessage */ .m)([3, true]);
    for await (const event of client.stream('/moby.buildkit.v1.Control/ListenBuildHistory', request, options)) {
        const record = decodeRecord(event);
        if (record.error !== '' && (record.error.includes(message) || message.includes(record.error)))
            records.push(record);
    }
    records.sort((a, b) => b.created - a.created);
    for (const { details } of records.slice(0, MOST)) {
        if (details === undefined)
            continue;
        const found = (0,_rpc_status_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeErrorDetails */ .n)(await (0,_blob_js__WEBPACK_IMPORTED_MODULE_0__/* .readBlob */ .g)(client, details, options));
        // An error of the frontend names no step, although one failed.
        if (vertex === undefined || found.vertex === undefined || found.vertex === vertex)
            yield found;
    }
}
/**
 * How a build of ours ended: the text, with the details where they can be had; undefined for one that did not fail, or is
 * not known. Throws as `findFailedBuilds`.
 */
async function findEnd(client, ref, options) {
    // Ref = 2, EarlyExit = 3.
    const request = (0,_encode_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeMessage */ .m)([2, ref], [3, true]);
    for await (const event of client.stream('/moby.buildkit.v1.Control/ListenBuildHistory', request, options)) {
        const { error, details } = decodeRecord(event);
        if (error === '')
            continue;
        if (details === undefined)
            return { message: error, source: undefined, vertex: undefined };
        return { ...(0,_rpc_status_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeErrorDetails */ .n)(await (0,_blob_js__WEBPACK_IMPORTED_MODULE_0__/* .readBlob */ .g)(client, details, options)), message: error };
    }
    return undefined;
}
/** BuildHistoryEvent: record = 2. BuildHistoryRecord: error = 5 (google.rpc.Status), CreatedAt = 6, externalError = 18. */
function decodeRecord(event) {
    const reader = new _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_4__/* .BinaryReader */ .V5(event);
    let error = '';
    let created = 0;
    let details;
    (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .readFields */ .qU)(reader, reader.len, (tag) => {
        if (tag !== 0o22)
            return false;
        (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .readMessage */ ._8)(reader, (inner) => {
            if (inner === 0o52)
                error = readText(reader);
            else if (inner === 0o62)
                created = (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .readTimestamp */ .L2)(reader);
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
    (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .readMessage */ ._8)(reader, (tag) => {
        if (tag !== 0o22)
            return false;
        text = reader.string();
        return true;
    });
    return text;
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
