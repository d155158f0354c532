export const id = 1746;
export const ids = [1746];
export const modules = {

/***/ 31746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pushLayers: () => (/* binding */ pushLayers)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _cache_layers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85674);
/* harmony import */ var _registry_copy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40781);
/* harmony import */ var _registry_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9329);
/* harmony import */ var _registry_upload_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32569);
/** Puts layers from a directory into a repository, for the builders that take caches from there. */





/** At the same time. */
const BLOBS_AT_ONCE = 4;
/** The tag moves last. Throws RegistryError. */
async function pushLayers(client, { path, blobs, images, top }, to, signal) {
    const { registry, path: repository } = to;
    await (0,_registry_copy_js__WEBPACK_IMPORTED_MODULE_2__/* .inParallel */ .HN)([...blobs], BLOBS_AT_ONCE, async ([digest, size]) => {
        const open = (from) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)((0,_cache_layers_js__WEBPACK_IMPORTED_MODULE_1__/* .blobFile */ .c7)(path, digest), { start: from, highWaterMark: 256 * 1024 });
        await (0,_registry_upload_js__WEBPACK_IMPORTED_MODULE_4__/* .putBlob */ .H)(client, { registry, path: repository }, { digest, size, open }, { signal });
    });
    for (const image of images)
        await (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .putManifest */ .RV)(client, { registry, path: repository, digest: image.digest }, image, { signal });
    await (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .putManifest */ .RV)(client, to, top, { signal });
}


/***/ })

};
