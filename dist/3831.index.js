export const id = 3831;
export const ids = [3831];
export const modules = {

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


/***/ })

};
