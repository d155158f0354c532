export const id = 8811;
export const ids = [8811];
export const modules = {

/***/ 38811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ pushesDirectly),
/* harmony export */   directPush: () => (/* binding */ directPush),
/* harmony export */   pushedAs: () => (/* binding */ pushedAs)
/* harmony export */ });
/* harmony import */ var _engine_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2952);
/* harmony import */ var _engine_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23984);
/* harmony import */ var _engine_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19665);
/* harmony import */ var _registry_image_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17757);
/* harmony import */ var _unstored_image_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88423);





/** Docker 28, which this was tried on; older engines build, name and push. */
const SINCE_API = '1.48';
/**
 * Whether it is of use. The graph driver and Podman have no such output, and an image that is to stay in the engine has to
 * be stored there; an index with attestations is taken as the engine keeps it.
 */
function pushesDirectly({ facts }, { control, builderVersion }) {
    const isBuildKit = facts.hasBuildKit && builderVersion !== '1';
    return (isBuildKit &&
        facts.store === 'containerd' &&
        (0,_engine_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .compareApi */ .S8)(facts.apiVersion, SINCE_API) >= 0 &&
        control.attestations.size === 0);
}
/** `host` is the relay on the engine's side; `slot` is unlike any other; `readBlob` reads what the relay got. */
function directPush(relay, { host, slot }, readBlob) {
    return {
        output: (given) => {
            const own = {
                name: `${host}/${relay.openRepository(slot)}`,
                push: 'true',
                'push-by-digest': 'true',
                'name-canonical': 'true',
                store: 'false',
            };
            const others = [...given].filter(([key]) => key !== 'dangling-name-prefix');
            return { type: 'image', attributes: new Map([...others, ...Object.entries(own)]) };
        },
        read: async (digest) => {
            const manifest = pushedAs(relay, slot, digest);
            const [config, document] = [await readBlob((0,_registry_image_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .partsOf */ .CI)(manifest).config), manifest.bytes].map(parse);
            const { mediaType, bytes } = manifest;
            return (0,_unstored_image_js__WEBPACK_IMPORTED_MODULE_3__/* .describeUnstored */ .W)({
                config: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_4__/* .asObject */ .eB)(config),
                manifest: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_4__/* .asObject */ .eB)(document),
                descriptor: { mediaType, digest, size: bytes.length },
            });
        },
    };
}
/** Throws StreamCutShort. */
function pushedAs(relay, slot, digest) {
    const manifest = relay.received(slot).manifests.find((pushed) => pushed.digest === digest);
    if (manifest !== undefined && !(0,_registry_image_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isIndexType */ .$U)(manifest.mediaType))
        return manifest;
    throw new _engine_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StreamCutShort */ .NR('the build ended, but what it built was not pushed to this machine', {
        status: 0,
        endpoint: 'POST /build',
    });
}
function parse(bytes) {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
}


/***/ }),

/***/ 88423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ describeUnstored)
/* harmony export */ });
/* harmony import */ var _engine_inspect_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69175);
/* harmony import */ var _engine_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19665);


function describeUnstored({ config, manifest, descriptor, id }) {
    const configDigest = (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(manifest, 'config')), 'digest'));
    const layers = (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .itemsOf */ .S3)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(manifest, 'layers')).map((layer) => (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .amountOf */ .MT)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(layer), 'size')) ?? 0);
    const image = {
        id: id ?? descriptor.digest,
        names: [],
        digests: [],
        created: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'created')) || undefined,
        author: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'author')),
        comment: '',
        os: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'os')),
        architecture: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'architecture')),
        variant: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'variant')),
        size: layers.reduce((sum, size) => sum + size, 0),
        config: readConfig((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'config'))),
        layers: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'rootfs')), 'diff_ids')),
        configDigest,
        descriptor,
        texts: ['config', 'author', 'comment'].flatMap((key) => (0,_engine_inspect_js__WEBPACK_IMPORTED_MODULE_0__/* .textsIn */ .Ej)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, key), [key === 'config' ? 'Config' : key])),
        manifests: [],
    };
    return { image, entries: readEntries(config, layers) };
}
function readConfig(config) {
    return {
        user: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'User')),
        env: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'Env')),
        command: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'Cmd')),
        entrypoint: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'Entrypoint')),
        workingDirectory: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'WorkingDir')),
        labels: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOf */ .A7)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'Labels')),
        ports: Object.keys((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'ExposedPorts'))),
        volumes: Object.keys((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'Volumes'))),
        stopSignal: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'StopSignal')),
    };
}
function readEntries(config, layers) {
    let at = 0;
    const entries = (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .itemsOf */ .S3)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'history')).map((item) => {
        const entry = (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(item);
        const isEmpty = (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(entry, 'empty_layer') === true;
        const size = isEmpty ? 0 : (layers[at++] ?? 0);
        return {
            id: undefined,
            created: Math.floor(Date.parse((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(entry, 'created'))) / 1000) || 0,
            createdBy: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(entry, 'created_by')),
            size,
            comment: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(entry, 'comment')),
            names: [],
        };
    });
    return entries.toReversed();
}


/***/ })

};
