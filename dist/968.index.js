export const id = 968;
export const ids = [968];
export const modules = {

/***/ 5968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openTarContext: () => (/* binding */ openTarContext)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);
/* harmony import */ var _compression_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3649);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1650);
/* harmony import */ var _header_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4908);
/* harmony import */ var _local_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1273);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(485);
/* harmony import */ var _scan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2928);
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
 * A tar on disk as build context. Builders read it plain or compressed with gzip, bzip2 or xz; what they would take for
 * a Dockerfile, zstd, is decompressed here. It is looked through for its Dockerfile, which names the base images.
 */







/** Throws ArchiveError for what is no tar, and for one without the Dockerfile. */
async function openTarContext(path, { file, signal }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const local = __addDisposableResource(env_1, await _local_file_js__WEBPACK_IMPORTED_MODULE_4__/* .LocalFile */ .EY.open(path), true);
        const compression = (0,_compression_js__WEBPACK_IMPORTED_MODULE_1__/* .compressionOf */ .MB)(await local.read(0, _compression_js__WEBPACK_IMPORTED_MODULE_1__/* .TELLING */ .se));
        const finder = new Finder(file === undefined ? ['Dockerfile', 'dockerfile'] : [(0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .normalName */ .t)(file)]);
        if ((0,_compression_js__WEBPACK_IMPORTED_MODULE_1__/* .isReadable */ .hS)(compression))
            await look(local, compression, finder, signal);
        else
            finder.assume();
        const { name } = finder;
        if (name === undefined) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ArchiveError */ .di(`the context ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(path)} has no ${finder.wanted}${finder.alternatives()}`, {
                hint: 'Set the input "file" to its path inside of the tar',
            });
        }
        return {
            size: local.size,
            compression,
            dockerfile: name,
            dockerfileText: finder.text,
            send: (sending) => node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(bytesOf(path, compression, sending), { objectMode: false }),
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
async function look(local, compression, finder, signal) {
    const subject = `the context ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(local.path)}`;
    const scanner = new _scan_js__WEBPACK_IMPORTED_MODULE_5__/* .TarScanner */ .e(subject, finder);
    try {
        if (compression === 'none')
            await (0,_local_file_js__WEBPACK_IMPORTED_MODULE_4__/* .scanFile */ .WN)(local, scanner, signal);
        else {
            for await (const chunk of (0,_compression_js__WEBPACK_IMPORTED_MODULE_1__/* .decompressed */ .ji)(local.stream(signal), subject)) {
                scanner.push(chunk);
                if (finder.isDone)
                    return;
            }
            scanner.finish();
        }
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .BrokenTar */ .TG) || scanner.entries > 0)
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ArchiveError */ .di(`${subject} is neither a directory nor a tar`, {
            cause: error,
            hint: 'Set the input "context" to the directory to build from',
        });
    }
}
async function* bytesOf(path, compression, signal) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const local = __addDisposableResource(env_2, await _local_file_js__WEBPACK_IMPORTED_MODULE_4__/* .LocalFile */ .EY.open(path), true);
        const bytes = local.stream(signal);
        yield* compression === 'zstd' ? (0,_compression_js__WEBPACK_IMPORTED_MODULE_1__/* .decompressed */ .ji)(bytes, `the context ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(path)}`) : bytes;
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
/** More than any Dockerfile. Bytes. */
const LARGEST = 4 * 1024 * 1024;
/** Looks for the first of some names. */
class Finder {
    #names;
    #pieces = [];
    #others = [];
    #found;
    #left = 0;
    constructor(names) {
        this.#names = names;
    }
    /** Takes the first name unseen. */
    assume() {
        this.#found = this.#names[0];
    }
    get wanted() {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(this.#names[0] ?? '');
    }
    get name() {
        return this.#found;
    }
    get text() {
        return this.#pieces.length === 0 ? undefined : Buffer.concat(this.#pieces).toString('utf8');
    }
    /** Found by its first name, and read. */
    get isDone() {
        return this.#found === this.#names[0] && this.#left === 0;
    }
    alternatives() {
        return this.#others.length === 0 ? '' : `; it has ${this.#others.slice(0, 5).join(', ')}`;
    }
    entry({ name, type, size }) {
        const path = (0,_names_js__WEBPACK_IMPORTED_MODULE_6__/* .normalName */ .t)((0,_header_js__WEBPACK_IMPORTED_MODULE_3__/* .nameText */ .fh)(name));
        const rank = this.#names.indexOf(path);
        const known = this.#found === undefined ? this.#names.length : this.#names.indexOf(this.#found);
        if (rank < 0 && type === 'file' && /(?:dockerfile|containerfile)/i.test(path))
            this.#others.push((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(path));
        // Of one name the last entry counts, as it overwrites the others.
        if (rank < 0 || rank > known || type === 'directory')
            return false;
        this.#found = path;
        this.#pieces.length = 0;
        this.#left = type === 'file' && size <= LARGEST ? size : 0;
        return this.#left > 0;
    }
    content(piece) {
        this.#pieces.push(Buffer.from(piece));
        this.#left -= piece.length;
    }
}


/***/ })

};
