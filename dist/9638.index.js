export const id = 9638;
export const ids = [9638,8811];
export const modules = {

/***/ 56287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ load)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2952);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19665);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68111);
/* harmony import */ var _parameters_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9623);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77788);
/* harmony import */ var _transfer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30868);






const ENDPOINT = 'POST /images/load';
/**
 * `archive` is a docker or OCI archive, plain or compressed by gzip, bzip2 or xz (zstd on newer engines). An archive
 * without `manifest.json` needs the containerd store or Podman. Every failure comes inside of a 200, and one kind as
 * plain text. Throws EngineError; StreamCutShort when no image was loaded.
 */
async function* load(engine, archive, options) {
    const { quiet, platform, signal } = options;
    (0,_parameters_js__WEBPACK_IMPORTED_MODULE_2__/* .admit */ .w4)(engine, ENDPOINT, { platform, 'quiet=0': quiet === false || undefined });
    const chunks = await engine.transport.stream({
        method: 'POST',
        path: '/images/load',
        endpoint: ENDPOINT,
        query: { quiet: quiet === false ? '0' : '1', platform: (0,_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .encodePlatform */ .A)(platform) },
        body: archive,
        signal,
    });
    let loaded = false;
    for await (const message of (0,_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeMessages */ .V)(chunks, ENDPOINT)) {
        yield* (0,_transfer_js__WEBPACK_IMPORTED_MODULE_4__/* .statusOf */ .c)(message);
        for (const event of readLines(message.stream ?? '')) {
            loaded = true;
            yield event;
        }
    }
    // A body that failed while the engine went on must never count as loaded (hardening C2).
    if (archive.errored)
        throw archive.errored;
    if (!loaded)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StreamCutShort */ .NR('the engine loaded no image from the archive', { status: 0, endpoint: ENDPOINT });
}
function* readLines(text) {
    for (const line of text.split('\n')) {
        const [, what, names = ''] = /^Loaded image( ID|\(s\))?: (.+)$/.exec(line.trim()) ?? [];
        // The containerd store says so as if it were nothing.
        if (/^Error unpacking image /.test(line))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineError */ .NJ(line, { status: 0, endpoint: ENDPOINT });
        // Podman joins the names of several images.
        for (const name of names.split(',').filter((item) => item !== '')) {
            const id = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .imageIdOf */ .CR)(name);
            if (id !== undefined)
                yield { kind: 'loaded-id', id };
            else if (what !== ' ID')
                yield { kind: 'loaded', name };
        }
    }
}


/***/ }),

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

/***/ 60530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ descriptorOf),
/* harmony export */   t: () => (/* binding */ PlatformsOutcome)
/* harmony export */ });
/* harmony import */ var _registry_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87891);
/* harmony import */ var _results_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21813);


class PlatformsOutcome {
    #images;
    #onResults;
    #known = {};
    constructor(images, onResults) {
        this.#images = images;
        this.#onResults = onResults;
        this.more({});
    }
    more(news) {
        this.#known = { ...this.#known, ...news };
        const { about, ...results } = this.#known;
        const tags = results.tags ?? results.pushed ?? [];
        this.#onResults({ ..._results_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_RESULTS */ .j2, reused: false, ...results, tags, metadata: this.#metadata() });
    }
    image(pushed) {
        const { about, imageRefs = [], tags = [], files = [] } = this.#known;
        const { all } = this.#images;
        const [first] = all;
        const references = pushed
            ? imageRefs.map((name) => name.split('@', 2)).map(([name = '', digest]) => ({ name, digest }))
            : tags.map((name) => ({ name, digest: undefined }));
        return {
            references,
            imageId: about?.digest ?? first.image.id,
            platform: all.map(({ platform }) => (0,_registry_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq)(platform)).join(', '),
            size: all.reduce((sum, { image }) => sum + image.size, 0),
            labels: first.image.config.labels,
            layers: undefined,
            files,
        };
    }
    /** The keys of docker/build-push-action for an index, and what is known of each platform. */
    #metadata() {
        const { about, pushed = [], tags = [] } = this.#known;
        const { all, buildRef } = this.#images;
        const names = pushed.length > 0 ? pushed : tags;
        const platforms = all.map(({ image, platform }) => [
            (0,_registry_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq)(platform),
            {
                id: image.id,
                platform: (0,_registry_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq)((0,_results_js__WEBPACK_IMPORTED_MODULE_1__/* .platformOf */ .tj)(image)),
                size: image.size,
                labels: Object.fromEntries(image.config.labels),
            },
        ]);
        const metadata = {
            ...(buildRef !== undefined && { 'buildx.build.ref': buildRef }),
            ...(about && { 'containerimage.digest': about.digest, 'containerimage.descriptor': about }),
            ...(names.length > 0 && { 'image.name': names.join(',') }),
            'image.platforms': Object.fromEntries(platforms),
        };
        return JSON.stringify(metadata, undefined, 2);
    }
}
/** The news that an index or a manifest is. */
function descriptorOf({ mediaType, digest, bytes }) {
    return { digest, imageId: digest, about: { mediaType, digest, size: bytes.length } };
}


/***/ }),

/***/ 79638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishPlatforms: () => (/* binding */ publishPlatforms)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/registry/platform.js
var registry_platform = __webpack_require__(87891);
// EXTERNAL MODULE: ./build/report/units.js
var units = __webpack_require__(15088);
// EXTERNAL MODULE: ./build/pipeline/control-inputs.js
var control_inputs = __webpack_require__(54106);
// EXTERNAL MODULE: ./build/pipeline/direct-push.js
var direct_push = __webpack_require__(38811);
// EXTERNAL MODULE: ./build/pipeline/errors.js
var errors = __webpack_require__(59032);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: ./build/archive/encode.js
var encode = __webpack_require__(97795);
// EXTERNAL MODULE: ./build/engine/delete.js
var engine_delete = __webpack_require__(38572);
// EXTERNAL MODULE: ./build/engine/errors.js
var engine_errors = __webpack_require__(2952);
// EXTERNAL MODULE: ./build/engine/load.js
var load = __webpack_require__(56287);
// EXTERNAL MODULE: ./build/engine/tag.js
var tag = __webpack_require__(48619);
// EXTERNAL MODULE: ./build/registry/digest.js
var registry_digest = __webpack_require__(96192);
// EXTERNAL MODULE: ./build/registry/image-index.js
var image_index = __webpack_require__(34801);
// EXTERNAL MODULE: ./build/registry/reference.js
var registry_reference = __webpack_require__(26247);
// EXTERNAL MODULE: ./build/pipeline/results.js
var results = __webpack_require__(21813);
;// CONCATENATED MODULE: ./build/pipeline/local-platforms.js
/**
 * Keeps a build for several platforms in the engine. The containerd store knows indexes, and gets the very one that a push
 * would write; elsewhere each image has a name of its own, `app:1-linux-arm64`.
 */











/** Throws EngineError. */
async function keepPlatforms(built, tags, { log, signal }) {
    const names = [];
    for (const { engine, ledger, platform, image } of built) {
        for (const reference of tags) {
            const own = ownName(reference, platform);
            await ledger.name((0,registry_reference/* formatFamiliar */.LF)(own), image.id);
            await (0,tag/* tag */.T)(engine, image.id, { repository: (0,registry_reference/* familiarRepository */.Yu)(own), tag: own.tag }, signal);
            names.push((0,registry_reference/* formatFamiliar */.LF)(own));
        }
    }
    const [first] = built;
    const isOne = first !== undefined && built.every(({ engine }) => engine === first.engine);
    const index = isOne && tags.length > 0 ? indexOf(built) : undefined;
    if (!isOne || index === undefined) {
        for (const name of names)
            log.info(`Tagged ${name}`);
        if (names.length > 0)
            log.notice('this image store keeps no index, so each platform has a name of its own in the engine, which ends with it');
        return { names, index: undefined };
    }
    await loadIndex(first, index, tags, signal);
    // The index holds them now.
    for (const name of names)
        await forget(first.engine, name, signal);
    const all = tags.map(registry_reference/* formatFamiliar */.LF);
    for (const name of all)
        log.info(`Tagged ${name}, for ${built.map(({ platform }) => (0,registry_platform/* formatPlatform */.Bq)(platform)).join(', ')}`);
    return { names: all, index };
}
function ownName(reference, platform) {
    const suffix = (0,registry_platform/* formatPlatform */.Bq)(platform).replaceAll('/', '-');
    return { ...reference, tag: `${reference.tag.slice(0, 127 - suffix.length)}-${suffix}` };
}
/** Undefined where the engine does not say what manifests it has. */
function indexOf(built) {
    const children = built.map(({ image }) => {
        const { mediaType = '', digest = '', size = 0 } = image.descriptor ?? {};
        return (0,registry_digest/* isDigest */.Bc)(digest) ? { mediaType, digest, size, platform: (0,results/* platformOf */.tj)(image) } : undefined;
    });
    if (children.includes(undefined))
        return undefined;
    return (0,image_index/* assembleIndex */.H)(children.filter((child) => child !== undefined));
}
/** An archive of nothing but the index: what it names is there already. */
async function loadIndex({ engine, ledger }, index, tags, signal) {
    const { mediaType, digest, bytes } = index;
    const manifests = tags.map((reference) => ({
        mediaType,
        digest,
        size: bytes.length,
        annotations: {
            'io.containerd.image.name': (0,registry_reference/* formatReference */.FH)(reference),
            'org.opencontainers.image.ref.name': reference.tag,
        },
    }));
    const archive = [
        ...member('oci-layout', '{"imageLayoutVersion":"1.0.0"}'),
        ...member('index.json', JSON.stringify({ schemaVersion: 2, manifests })),
        ...member(`blobs/${digest.replace(':', '/')}`, bytes),
        Buffer.alloc(1024),
    ];
    for (const reference of tags)
        await ledger.name((0,registry_reference/* formatFamiliar */.LF)(reference), digest);
    for await (const _ of (0,load/* load */.H)(engine, external_node_stream_.Readable.from(archive, { objectMode: false }), { signal }))
        ;
}
function member(name, content) {
    const bytes = Buffer.from(content);
    return [(0,encode/* encodeHeader */.Y)({ name, size: bytes.length }), bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
}
async function forget(engine, name, signal) {
    try {
        await (0,engine_delete/* deleteImage */.v)(engine, name, { noPrune: true, signal });
    }
    catch (error) {
        if (!(error instanceof engine_errors/* EngineError */.NJ) || error.status !== 404)
            throw error;
    }
}

// EXTERNAL MODULE: ./build/pipeline/look-ahead.js
var look_ahead = __webpack_require__(39304);
// EXTERNAL MODULE: ./build/pipeline/obtain-build.js + 1 modules
var obtain_build = __webpack_require__(51636);
// EXTERNAL MODULE: ./build/pipeline/own-push.js + 2 modules
var own_push = __webpack_require__(56917);
// EXTERNAL MODULE: ./build/pipeline/platforms-outcome.js
var platforms_outcome = __webpack_require__(60530);
// EXTERNAL MODULE: ./build/pipeline/room.js
var room = __webpack_require__(54756);
// EXTERNAL MODULE: ./build/pipeline/shared-parts.js
var shared_parts = __webpack_require__(67633);
// EXTERNAL MODULE: ./build/pipeline/side-by-side.js + 1 modules
var side_by_side = __webpack_require__(89119);
// EXTERNAL MODULE: ./build/pipeline/with-engine.js + 4 modules
var with_engine = __webpack_require__(76425);
;// CONCATENATED MODULE: ./build/pipeline/several-platforms.js
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
 * One image for several platforms: a build for each, all of them from the same context, and an index around what came of
 * them. Works with every engine, as each build is one like any other. No tag moves before all platforms are there.
 */
















/** Throws the first failure, upon which the other builds are stopped; PublishFailed when some references are out. */
async function publishPlatforms(opening, inputs, tools) {
    const { platforms, outputs, push } = inputs;
    const odd = outputs.find(({ platform }) => platform === undefined);
    if (odd !== undefined) {
        throw new errors/* InvalidInput */.o9('outputs', `${(0,units/* count */.U9)(platforms.length, 'platform')} are built, and type=${odd.type},dest=… is a file of one`, `say of which, for example platform=${(0,registry_platform/* formatPlatform */.Bq)(platforms[0])}`);
    }
    opening.catch(() => { });
    await withEngines([...new Set(inputs.engines.values())], tools, async (others) => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const delivery = __addDisposableResource(env_1, push ? await (0,own_push/* openDelivery */.D)(inputs, tools) : undefined, true);
            const engineFor = (platform) => {
                const choice = inputs.engines.get((0,registry_platform/* formatPlatform */.Bq)(platform));
                return (choice && others.get(choice)) ?? opening;
            };
            const built = await (0,look_ahead/* withPreflight */.y)(inputs, { isFromHere: true, tools }, (signal) => buildAll(engineFor, { inputs, delivery }, { ...tools, signal }));
            await finish(built, { inputs, delivery }, tools);
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
    });
}
/** Opens them all for the time of the work. */
async function withEngines(choices, tools, work) {
    const [first, ...rest] = choices;
    if (first === undefined)
        return work(new Map());
    return (0,with_engine/* withEngine */.f)(first, tools, (opening) => {
        opening.catch(() => { });
        return withEngines(rest, tools, (others) => work(new Map([...others, [first, opening]])));
    });
}
/** Builds for engines with BuildKit go on at the same time; others build one after the other. */
async function buildAll(engineFor, { inputs, delivery }, tools) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const queues = new Map();
        const held = __addDisposableResource(env_2, new AsyncDisposableStack(), true);
        const shared = new Map();
        const sharedOn = (engine) => {
            const parts = shared.get(engine) ?? held.use(new shared_parts/* SharedParts */.Q());
            shared.set(engine, parts);
            return parts;
        };
        const groups = Map.groupBy(inputs.platforms, engineFor);
        if (groups.size > 1)
            (0,control_inputs/* warnOfReplacing */.bk)(inputs.origin.control, tools.log);
        /** What is written once for all platforms of an engine. */
        const cachesOf = async (opening) => {
            const { engine } = await opening;
            const isOne = groups.get(opening)?.length === 1;
            if (isOne || inputs.origin.control.cacheTo.length === 0 || isMixingPlatforms(engine, inputs.origin))
                return [];
            const { exportedCaches } = await Promise.all(/* import() */[__webpack_require__.e(9799), __webpack_require__.e(5074), __webpack_require__.e(7339), __webpack_require__.e(9630), __webpack_require__.e(9297), __webpack_require__.e(9099)]).then(__webpack_require__.bind(__webpack_require__, 62445));
            return exportedCaches(inputs.origin, engine.facts);
        };
        const one = async (platform, at, around) => {
            const opening = engineFor(platform);
            const opened = await opening;
            const { engine } = opened;
            const origin = withoutCaches(inputs.origin, await cachesOf(opening));
            const own = { ...tools, ...around, shared: sharedOn(engine) };
            delivery?.meet(engine);
            const work = () => buildOne(opened, { inputs: { ...inputs, origin }, delivery, platform, slot: `p${at}` }, own);
            if (!isMixingPlatforms(engine, inputs.origin))
                return work();
            const turn = (queues.get(engine) ?? Promise.resolve()).then(work);
            queues.set(engine, turn.catch(() => { }));
            return turn;
        };
        const names = inputs.platforms.map(registry_platform/* formatPlatform */.Bq);
        tools.log.group(`Build for ${names.join(', ')}`);
        const builds = inputs.platforms.map((platform, at) => ({
            name: names[at] ?? '',
            run: (around) => one(platform, at, around),
        }));
        const built = await (0,side_by_side/* sideBySide */.Q)(builds, tools);
        for (const [opening, platforms] of groups) {
            const caches = await cachesOf(opening);
            if (caches.length === 0)
                continue;
            const { exportCaches } = await Promise.all(/* import() */[__webpack_require__.e(9799), __webpack_require__.e(5074), __webpack_require__.e(7339), __webpack_require__.e(9630), __webpack_require__.e(9297), __webpack_require__.e(9099)]).then(__webpack_require__.bind(__webpack_require__, 62445));
            const opened = await opening;
            const around = { ...tools, workspace: inputs.workspace, tags: undefined, shared: sharedOn(opened.engine) };
            await exportCaches(opened, inputs.origin, { platforms, caches }, around);
        }
        tools.log.endGroup();
        return built;
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
function withoutCaches(origin, caches) {
    if (caches.length === 0)
        return origin;
    const { control } = origin;
    return { ...origin, control: { ...control, cacheTo: control.cacheTo.filter((cache) => !caches.includes(cache)) } };
}
async function buildOne(opened, { inputs, delivery, platform, slot }, tools) {
    const { log, look } = tools;
    const { origin, workspace } = inputs;
    const around = { ...tools, workspace, tags: undefined };
    const staysThere = inputs.load || inputs.outputs.length > 0;
    const directPush = !staysThere && (0,direct_push/* pushesDirectly */.J)(opened.engine, origin) ? await delivery?.directly(opened.engine, slot) : undefined;
    const build = async (given) => {
        const opening = Promise.resolve(opened);
        const made = await (0,room/* withRoom */.E)(opening, inputs, tools, () => (0,obtain_build/* obtainBuild */.qW)(opening, given, around, { directPush }));
        if (made.image === undefined)
            throw new TypeError('a build without an output of its own leaves an image');
        return made;
    };
    const found = await build({ ...origin, platform }).catch((error) => {
        // Caches of builders before BuildKit do not always tell platforms apart: without a base there is nothing that differs.
        if (!(error instanceof errors/* WrongPlatform */.vV) || !isMixingPlatforms(opened.engine, origin) || origin.noCache)
            throw error;
        log.notice(`${(0,registry_platform/* formatPlatform */.Bq)(platform)} is built again without the cache, which had layers of another platform`);
        return build({ ...origin, platform, noCache: true });
    });
    const { obtained } = await look(opened.engine, found);
    const { image } = obtained;
    log.info(`Built ${image.id}, ${(0,units/* formatBytes */.z3)(image.size)}`);
    const take = () => delivery?.take(opened.engine, image, { slot, platform }, { log });
    const parcel = await (obtained.unstored ? delivery?.accept(image.id, { slot, platform }) : take());
    return { ...opened, ...obtained, platform, parcel };
}
function isMixingPlatforms({ facts }, { builderVersion }) {
    return facts.product === 'podman' || !facts.hasBuildKit || builderVersion === '1';
}
/** Names, files and tags, once all platforms are there. */
async function finish(built, { inputs, delivery }, tools) {
    const { log, story, signal } = tools;
    const [first] = built;
    story.obtain(first);
    story.begin('Tag');
    const buildRef = `engine/${first.engine.facts.name || 'unknown'}/${(0,external_node_crypto_.randomBytes)(12).toString('hex')}`;
    const tell = new platforms_outcome/* PlatformsOutcome */.t({ buildRef, all: built }, tools.onResults);
    tools.onOutcome(tell);
    if (!inputs.push || inputs.load) {
        const { names, index } = await keepPlatforms(built, inputs.tags, { log, signal });
        tell.more({ tags: names, ...(index && !inputs.push && (0,platforms_outcome/* descriptorOf */.n)(index)) });
    }
    await saveFiles(built, inputs, tools, (files) => tell.more({ files }));
    if (delivery === undefined)
        return;
    story.begin('Push');
    tools.onPushing();
    const parcels = built.flatMap(({ parcel }) => parcel ?? []);
    const index = delivery.assemble(parcels);
    const { tags, untagged } = inputs;
    log.group(untagged.length > 0 ? 'Push by digest' : `Push ${(0,units/* count */.U9)(tags.length, 'reference')}`);
    const placed = await delivery.place(index, parcels);
    log.endGroup();
    const repositories = placed.repositories;
    const digests = (0,results/* formatDigests */.x7)(built.flatMap(({ platform, parcel, image }) => {
        if (parcel === undefined)
            return [];
        const { mediaType, digest, bytes } = parcel.top;
        return [{ platform, descriptor: { mediaType, digest, size: bytes.length }, imageId: image.id }];
    }));
    const whole = (0,platforms_outcome/* descriptorOf */.n)(index);
    const done = placed.failed.length === 0 && {
        ...whole,
        descriptor: (0,results/* formatDescriptor */.JZ)(whole.about, undefined, repositories),
    };
    (0,own_push/* tellPlaced */.h)(placed, { digest: index.digest, tags }, { log, tell: (known) => tell.more({ ...known, digests, ...done }) });
}
async function saveFiles(built, { outputs, tags }, tools, told) {
    if (outputs.length === 0)
        return;
    const { saveOutputs } = await Promise.all(/* import() */[__webpack_require__.e(7830), __webpack_require__.e(4169)]).then(__webpack_require__.bind(__webpack_require__, 4169));
    const files = [];
    for (const { engine, image, platform } of built) {
        const own = outputs.filter((output) => output.platform && (0,registry_platform/* formatPlatform */.Bq)(output.platform) === (0,registry_platform/* formatPlatform */.Bq)(platform));
        if (own.length > 0)
            files.push(...(await saveOutputs(engine, { image, tags, outputs: own }, tools)));
        told([...files]);
    }
}


/***/ }),

/***/ 89119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ sideBySide)
});

;// CONCATENATED MODULE: ./build/report/platform-log.js
/** What is said of the context, which is the same for all. */
const ABOUT_ALL = /^(?:No context was named|Context: |Dockerfile: )/;
/** `said` is shared by all of them: what several would warn of alike is said once. Groups do not nest, so there are none. */
function prefixedLog(log, name, said) {
    const lines = (text) => text
        .split('\n')
        .map((line) => `${name}: ${line}`)
        .join('\n');
    const once = (say) => {
        return (text, place) => {
            if (said.has(text))
                return;
            said.add(text);
            say(text, place);
        };
    };
    return {
        info: (text) => {
            if (!ABOUT_ALL.test(text))
                log.info(lines(text));
            else if (!said.has(text))
                log.info(text);
            if (ABOUT_ALL.test(text))
                said.add(text);
        },
        untrusted: (label, text) => log.untrusted(`${name} ${label}`, text),
        group: (title) => log.info(lines(title)),
        endGroup: () => { },
        debug: (text) => log.debug(lines(text)),
        notice: once(log.notice),
        warning: once(log.warning),
        error: (text, place) => log.error(lines(text), place),
        drained: () => log.drained(),
    };
}

// EXTERNAL MODULE: ./build/pipeline/errors.js
var errors = __webpack_require__(59032);
;// CONCATENATED MODULE: ./build/pipeline/side-by-side.js


/** What came of each, in order. Throws the first failure, once all have ended, or the reason of the signal. */
async function sideBySide(works, { log, signal }) {
    const failing = new AbortController();
    const both = AbortSignal.any([signal, failing.signal]);
    const said = new Set();
    const settled = await Promise.allSettled(works.map(async ({ name, run }) => {
        try {
            return await run({ log: prefixedLog(log, name, said), signal: both });
        }
        catch (error) {
            if (!both.aborted) {
                log.info(`${name} failed, so the others are stopped`);
                failing.abort(namedAfter(name, error));
            }
            throw error;
        }
    }));
    signal.throwIfAborted();
    failing.signal.throwIfAborted();
    return settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}
/** The same error, which says of what it is. */
function namedAfter(name, error) {
    if (!(error instanceof Error) || error instanceof errors/* InvalidInput */.o9)
        return error;
    return Object.defineProperty(error, 'message', { value: `${name}: ${error.message}`, configurable: true });
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
