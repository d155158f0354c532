export const id = 7006;
export const ids = [7006];
export const modules = {

/***/ 65389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ exportImage),
/* harmony export */   h: () => (/* binding */ exportImages)
/* harmony export */ });
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90347);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2952);
/* harmony import */ var _parameters_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9623);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77788);
/* harmony import */ var _transfer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30868);
/**
 * `GET /images/{name}/get` and `GET /images/get` (Engine API v1.51 "ImageGet", "ImageGetAll"): images as a tar that
 * `load` takes back. It has `manifest.json`; from Docker 25 on it is an OCI layout as well.
 */





/**
 * One image. `name` should have a tag: Docker takes a name without one for all tags of the repository. An id gives an
 * archive without names. A failure after the first bytes is a JSON error at the end of the tar, so the archive is
 * whole only if it reads as one. Throws EngineError, 404 for an unknown image.
 */
async function exportImage(engine, name, options) {
    const { platform, signal } = options;
    const endpoint = 'GET /images/{name}/get';
    (0,_parameters_js__WEBPACK_IMPORTED_MODULE_1__/* .admit */ .w4)(engine, endpoint, { platform }, name);
    return engine.transport.stream({
        method: 'GET',
        path: `/images/${(0,_call_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeName */ .aA)(name)}/get`,
        endpoint,
        subject: name,
        query: { platform: (0,_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .encodePlatform */ .A)(platform) },
        signal,
        idleLimitMs: _transfer_js__WEBPACK_IMPORTED_MODULE_4__/* .IDLE_LIMIT_MS */ .U,
    });
}
/** Several images in one archive, where they share their layers. As `exportImage`; Throws for no name at all, too. */
async function exportImages(engine, names, options) {
    const { platform, signal } = options;
    const endpoint = 'GET /images/get';
    const subject = names.join(', ');
    // Engines answer 200 and an archive of nothing.
    if (names.length === 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineError */ .NJ('no image is named', { status: 0, endpoint });
    (0,_parameters_js__WEBPACK_IMPORTED_MODULE_1__/* .admit */ .w4)(engine, endpoint, { platform }, subject);
    return engine.transport.stream({
        method: 'GET',
        path: '/images/get',
        endpoint,
        subject,
        query: { names, platform: (0,_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .encodePlatform */ .A)(platform) },
        signal,
        idleLimitMs: _transfer_js__WEBPACK_IMPORTED_MODULE_4__/* .IDLE_LIMIT_MS */ .U,
    });
}


/***/ }),

/***/ 67006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   takeFromArchive: () => (/* binding */ takeFromArchive)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38522);
/* harmony import */ var _archive_checked_tar_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18798);
/* harmony import */ var _archive_compression_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(36703);
/* harmony import */ var _archive_image_archive_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(98133);
/* harmony import */ var _archive_save_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(50472);
/* harmony import */ var _archive_zstd_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(32038);
/* harmony import */ var _engine_export_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(65389);
/* harmony import */ var _registry_digest_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(96192);
/* harmony import */ var _registry_image_manifest_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(17757);
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
 * Gets an image out of an engine that cannot reach the relay, such as one on another machine: as the archive that it
 * exports, whose layers are compressed here unless they are.
 */











/** The manifest is ours, so its digest is another than that of an engine's push. Throws EngineError and ArchiveError. */
async function takeFromArchive(engine, image, platform, tools) {
    const { temp, signal } = tools;
    const directory = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(temp, 'export-'));
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'image.tar');
            await (0,_archive_save_js__WEBPACK_IMPORTED_MODULE_6__/* .saveStream */ .S)((0,_archive_checked_tar_js__WEBPACK_IMPORTED_MODULE_3__/* .checkedTar */ .F)(await (0,_engine_export_js__WEBPACK_IMPORTED_MODULE_8__/* .exportImage */ ._)(engine, image, { signal })), file, { mode: 0o600, signal });
            const archive = __addDisposableResource(env_1, await (0,_archive_image_archive_js__WEBPACK_IMPORTED_MODULE_5__/* .openImage */ .U)(file, { platform, scratch: directory, signal }), true);
            return await store(archive, tools);
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
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(directory, { recursive: true, force: true });
    }
}
async function store(archive, tools) {
    const layers = [];
    for (const layer of archive.layers)
        layers.push(await storeLayer(layer, tools));
    const config = await keep([archive.config], tools);
    // Docker's own form where it has a word for it, as that is what engines push.
    const isOci = layers.some(({ compression }) => compression === 'zstd');
    const types = isOci
        ? {
            manifest: _registry_image_manifest_js__WEBPACK_IMPORTED_MODULE_10__/* .OCI_MANIFEST */ .EG,
            config: 'application/vnd.oci.image.config.v1+json',
            layer: 'application/vnd.oci.image.layer.v1.tar+',
        }
        : {
            manifest: _registry_image_manifest_js__WEBPACK_IMPORTED_MODULE_10__/* .DOCKER_MANIFEST */ .Vv,
            config: 'application/vnd.docker.container.image.v1+json',
            layer: 'application/vnd.docker.image.rootfs.diff.tar.',
        };
    const describe = ({ digest, size }, mediaType) => ({ mediaType, size, digest });
    const document = {
        schemaVersion: 2,
        mediaType: types.manifest,
        config: describe(config, types.config),
        layers: layers.map(({ blob, compression }) => describe(blob, types.layer + compression)),
    };
    const bytes = Buffer.from(JSON.stringify(document, undefined, 2));
    return { mediaType: types.manifest, digest: (0,_registry_digest_js__WEBPACK_IMPORTED_MODULE_9__/* .digestOf */ .ol)(bytes), bytes };
}
/** The bytes as they are where they are compressed: the containerd store keeps them so. */
async function storeLayer(layer, tools) {
    const { signal } = tools;
    let head = Buffer.alloc(0);
    for await (const chunk of layer.read(signal)) {
        head = Buffer.concat([head, chunk]);
        if (head.length >= _archive_compression_js__WEBPACK_IMPORTED_MODULE_4__/* .TELLING */ .se)
            break;
    }
    const compression = (0,_archive_compression_js__WEBPACK_IMPORTED_MODULE_4__/* .compressionOf */ .MB)(head.subarray(0, _archive_compression_js__WEBPACK_IMPORTED_MODULE_4__/* .TELLING */ .se));
    if (compression === 'gzip' || compression === 'zstd')
        return { blob: await keep(layer.read(signal), tools), compression };
    // No name and no time in its header, so that the same layer is always the same blob.
    return { blob: await keep((0,_archive_zstd_js__WEBPACK_IMPORTED_MODULE_7__/* .through */ .sc)(layer.tar(signal), (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.createGzip)({ level: 6 })), tools), compression: 'gzip' };
}
async function keep(chunks, { store: blobs, onBlob }) {
    const incoming = await blobs.begin();
    try {
        for await (const chunk of chunks)
            await incoming.write(chunk);
    }
    catch (error) {
        await incoming.discard();
        throw error;
    }
    const blob = await incoming.finishUnnamed();
    onBlob(blob);
    return blob;
}


/***/ })

};
