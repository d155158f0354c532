export const id = 7980;
export const ids = [7980];
export const modules = {

/***/ 47980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Delivery: () => (/* binding */ Delivery)
});

// EXTERNAL MODULE: ./build/registry/blob-store.js
var blob_store = __webpack_require__(80475);
// EXTERNAL MODULE: ./build/registry/copy.js
var copy = __webpack_require__(40781);
// EXTERNAL MODULE: ./build/registry/describe-image.js
var describe_image = __webpack_require__(81641);
// EXTERNAL MODULE: ./build/registry/image-index.js
var image_index = __webpack_require__(34801);
// EXTERNAL MODULE: ./build/registry/image-manifest.js
var image_manifest = __webpack_require__(17757);
// EXTERNAL MODULE: ./build/registry/platform.js
var registry_platform = __webpack_require__(87891);
// EXTERNAL MODULE: ./build/registry/relay.js
var registry_relay = __webpack_require__(62071);
// EXTERNAL MODULE: ./build/pipeline/annotations.js
var pipeline_annotations = __webpack_require__(12257);
// EXTERNAL MODULE: ./build/pipeline/errors.js
var errors = __webpack_require__(59032);
// EXTERNAL MODULE: ./build/pipeline/place-manifest.js
var place_manifest = __webpack_require__(61356);
// EXTERNAL MODULE: ./build/pipeline/relay-push.js + 1 modules
var relay_push = __webpack_require__(37100);
// EXTERNAL MODULE: ./build/registry/blob.js
var registry_blob = __webpack_require__(10315);
// EXTERNAL MODULE: ./build/registry/manifest.js
var registry_manifest = __webpack_require__(9329);
// EXTERNAL MODULE: ./build/registry/reference.js
var reference = __webpack_require__(26247);
// EXTERNAL MODULE: ./build/registry/upload.js
var upload = __webpack_require__(32569);
;// CONCATENATED MODULE: ./build/pipeline/supply.js
/**
 * Brings images, which are here in parts, into repositories: each blob is sent to a registry once, as soon as it is here,
 * and mounted into the other repositories there.
 */






/** Fewer than there are connections, as the short calls between need some, too. */
const SENT_AT_ONCE = 4;
class Supply {
    #tools;
    /** The first repository of each registry, which blobs are sent to. */
    #first = new Map();
    /** Which the store's gaps are in. */
    #home;
    #sending = new Map();
    #gates = new Map();
    constructor(repositories, tools) {
        this.#tools = tools;
        const all = (0,reference/* uniqueRepositories */.Ay)(repositories);
        this.#home = all[0];
        for (const repository of all)
            if (!this.#first.has(repository.registry))
                this.#first.set(repository.registry, repository);
    }
    /** Bytes of a blob that the first repository has already, so that nobody has to bring it here. */
    async sizeThere(digest) {
        if (this.#home === undefined)
            return undefined;
        const { client, signal } = this.#tools;
        // A registry that does not answer is told of when something is written to it.
        return (await (0,registry_blob/* findBlob */.FM)(client, this.#home, digest, { signal }).catch(() => undefined))?.size;
    }
    /** Begins to send a blob that is here now. */
    arrived(blob) {
        for (const repository of this.#first.values())
            this.#send(repository, blob).catch(() => { });
    }
    /** A blob as a whole, wherever it is. */
    async read(blob) {
        const stored = this.#tools.store.get(blob.digest);
        if (stored !== undefined)
            return wholeOf(stored);
        const { client, signal } = this.#tools;
        return (0,registry_blob/* readBlob */.gm)(client, this.#home, blob, { signal });
    }
    /** Manifests by digest, in this order, with their blobs. Throws RegistryError. */
    async bring(manifests, to) {
        const { client, signal } = this.#tools;
        for (const manifest of manifests) {
            if (!(0,image_manifest/* isIndexType */.$U)(manifest.mediaType))
                await (0,copy/* inParallel */.HN)((0,copy/* blobsOf */.OR)(manifest), SENT_AT_ONCE, (blob) => this.#bringBlob(blob, to));
            await (0,registry_manifest/* putManifest */.RV)(client, { ...to, digest: manifest.digest }, manifest, { signal });
        }
    }
    async #bringBlob(blob, to) {
        const first = this.#first.get(to.registry) ?? to;
        const source = this.#sourceOf(blob);
        await this.#send(first, source);
        if (first.path === to.path)
            return;
        const { client, signal } = this.#tools;
        await (0,upload/* putBlob */.H)(client, to, source, { mountFrom: first.path, signal });
    }
    #sourceOf({ digest, size }) {
        const { client, store, signal } = this.#tools;
        const home = this.#home;
        return store.get(digest) ?? { digest, size, open: (from) => (0,registry_blob/* openBlob */.Ym)(client, home, digest, { from, signal }) };
    }
    #send(repository, blob) {
        const key = `${repository.registry} ${blob.digest}`;
        const known = this.#sending.get(key);
        if (known !== undefined)
            return known;
        const gate = this.#gates.get(repository.registry) ?? new Gate(SENT_AT_ONCE);
        this.#gates.set(repository.registry, gate);
        const { client, signal } = this.#tools;
        const sending = gate.pass(() => (0,upload/* putBlob */.H)(client, repository, blob, { signal }));
        this.#sending.set(key, sending);
        return sending;
    }
}
async function wholeOf(blob) {
    const chunks = [];
    for await (const chunk of blob.open(0))
        chunks.push(chunk);
    return Buffer.concat(chunks);
}
/** Lets so many through at the same time, in the order they came. */
class Gate {
    #free;
    #waiting = [];
    constructor(free) {
        this.#free = free;
    }
    async pass(work) {
        if (this.#free === 0)
            await new Promise((resolve) => this.#waiting.push(resolve));
        else
            this.#free -= 1;
        try {
            return await work();
        }
        finally {
            const next = this.#waiting.shift();
            if (next === undefined)
                this.#free += 1;
            else
                next();
        }
    }
}

;// CONCATENATED MODULE: ./build/pipeline/delivery.js












/** Dispose of it, or its server and its files stay. */
class Delivery {
    #plan;
    #tools;
    #store;
    #supply;
    #relay;
    /** By engine. */
    #reach = new Map();
    constructor(parts, plan, tools) {
        this.#plan = plan;
        this.#tools = tools;
        this.#store = parts.store;
        this.#supply = parts.supply;
        this.#relay = parts.relay;
    }
    static async open(plan, tools) {
        const { client, signal, temp } = tools;
        const store = new blob_store/* BlobStore */.l(temp);
        const supply = new Supply([...plan.tags, ...plan.untagged], { client, store, signal });
        const relay = await (0,registry_relay/* startRelay */.s)({
            store,
            sizeElsewhere: (digest) => supply.sizeThere(digest),
            onBlob: (blob) => supply.arrived(blob),
        });
        for (const secret of [relay.password, relay.openNonce])
            tools.onSecret(secret);
        return new Delivery({ store, supply, relay }, plan, tools);
    }
    /** Finds out whether an engine gets here, which may be done while it builds. Never rejects. */
    meet(engine) {
        if (!this.#reach.has(engine))
            this.#reach.set(engine, (0,relay_push/* reaches */.O)(engine, this.#relay, this.#tools.signal).catch(() => false));
    }
    /** For a build that pushes as it builds, by an engine that is known to get here; undefined for another one. */
    async directly(engine, slot) {
        this.meet(engine);
        if ((await this.#reach.get(engine)) !== true)
            return undefined;
        const { directPush } = await __webpack_require__.e(/* import() */ 8811).then(__webpack_require__.bind(__webpack_require__, 38811));
        return directPush(this.#relay, slot, (blob) => this.#supply.read(blob));
    }
    /** What came so, to be called when it may go on its way. Throws WrongPlatform. */
    async accept(digest, { slot, platform }) {
        const { pushedAs } = await __webpack_require__.e(/* import() */ 8811).then(__webpack_require__.bind(__webpack_require__, 38811));
        const manifest = pushedAs(this.#relay, slot, digest);
        for (const { digest: name } of (0,copy/* blobsOf */.OR)(manifest)) {
            const blob = this.#store.get(name);
            if (blob !== undefined)
                this.#supply.arrived(blob);
        }
        return this.#pack(manifest, [manifest], platform);
    }
    /** Throws WrongPlatform and what the engine has to say. */
    async take(engine, image, { slot, platform, title = 'the image' }, tools = this.#tools) {
        this.meet(engine);
        const isNear = (await this.#reach.get(engine)) ?? true;
        const job = { ...this.#tools, ...tools };
        const received = isNear ? await (0,relay_push/* pushToRelay */.b)(engine, image.id, { relay: this.#relay, slot, title }, job) : undefined;
        if (received?.top !== undefined)
            return this.#pack(received.top, received.manifests, platform);
        this.#reach.set(engine, Promise.resolve(false));
        job.log.info('The engine does not reach this machine, so the image is taken from the archive that it exports');
        const { takeFromArchive } = await Promise.all(/* import() */[__webpack_require__.e(7830), __webpack_require__.e(7795), __webpack_require__.e(7006)]).then(__webpack_require__.bind(__webpack_require__, 67006));
        const { signal } = this.#tools;
        const onBlob = this.#supply.arrived.bind(this.#supply);
        const options = { store: this.#store, onBlob, temp: this.#tools.temp, signal };
        const manifest = await takeFromArchive(engine, image.id, platform, options);
        return this.#pack(manifest, [manifest], platform);
    }
    /** The one manifest for all of them. Throws InvalidIndex. */
    assemble(parcels) {
        const { annotations } = this.#plan;
        const children = (0,pipeline_annotations/* annotateChildren */.cG)(parcels.flatMap((parcel) => parcel.children), annotations);
        return (0,image_index/* assembleIndex */.H)(children, { annotations: (0,pipeline_annotations/* annotationsOf */.Ih)(annotations, 'index') });
    }
    /** Throws only the reason of the signal, see `placeManifest`. */
    place(manifest, parcels) {
        const { tags, untagged, overwrite } = this.#plan;
        const { client, log, clock, signal } = this.#tools;
        const manifests = parcels.flatMap((parcel) => parcel.manifests);
        const bring = (to) => this.#supply.bring(manifests, to);
        return (0,place_manifest/* placeManifest */.x)({ manifest, bring, tags, untagged }, { client, overwrite, log, clock, signal });
    }
    async [Symbol.asyncDispose]() {
        await this.#relay[Symbol.asyncDispose]();
        this.#tools.remove();
    }
    /** What came out of an engine, with the platform that its config says, and annotated as the author wants it. */
    async #pack(top, all, platform) {
        if (!(0,image_manifest/* isIndexType */.$U)(top.mediaType)) {
            const config = await this.#supply.read((0,image_manifest/* partsOf */.CI)(top).config);
            const plain = (0,describe_image/* describeManifest */.F)(top, config);
            checkPlatform(platform, plain);
            const manifest = (0,image_manifest/* withAnnotations */.nB)(top, (0,pipeline_annotations/* annotationsOf */.Ih)(this.#plan.annotations, 'manifest', plain.platform));
            return { top: manifest, children: [(0,describe_image/* describeManifest */.F)(manifest, config)], manifests: [manifest] };
        }
        const children = (0,image_manifest/* childrenOf */.LU)(top).manifests;
        const images = children.filter((child) => (0,image_manifest/* attestedBy */.W_)(child) === undefined);
        for (const child of images)
            checkPlatform(platform, child);
        const kept = new Set(children.map(({ digest }) => digest));
        return { top, children, manifests: all.filter(({ digest }) => kept.has(digest)) };
    }
}
function checkPlatform(asked, { platform }) {
    if (asked === undefined || (platform !== undefined && (0,registry_platform/* matchesPlatform */.pC)(asked, platform)))
        return;
    const got = platform === undefined ? 'an unknown platform' : (0,registry_platform/* formatPlatform */.Bq)(platform);
    throw new errors.WrongPlatform('image', (0,registry_platform/* formatPlatform */.Bq)(asked), got, 'Check any --platform in the Dockerfile, and its bases');
}


/***/ }),

/***/ 61356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ isMutable),
/* harmony export */   x: () => (/* binding */ placeManifest)
/* harmony export */ });
/* harmony import */ var _registry_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17375);
/* harmony import */ var _registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9329);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26247);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59032);
/* harmony import */ var _explain_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59152);





/** Throws nothing but the reason of the signal: what failed is told in the outcome. */
async function placeManifest(placement, tools) {
    const { tags, untagged } = placement;
    const failures = new Map();
    const fail = (reference, cause) => {
        const name = (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .formatFamiliar */ .LF)(reference);
        failures.set(name, { reference: name, reason: (0,_explain_js__WEBPACK_IMPORTED_MODULE_4__/* .describeError */ .Uc)(cause), cause });
    };
    const repositories = (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .uniqueRepositories */ .Ay)([...tags, ...untagged]);
    const there = [];
    await byRegistry(repositories, async (sameRegistry) => {
        // One after the other, so that later ones can take over what an earlier one has.
        for (const repository of sameRegistry) {
            const tagged = tags.filter((tag) => isIn(tag, repository));
            try {
                await bring(placement, repository, tools);
                there.push(repository);
            }
            catch (error) {
                tools.signal.throwIfAborted();
                for (const reference of tagged.length === 0 ? [repository] : tagged)
                    fail(reference, error);
            }
        }
    });
    const pushed = new Set();
    const write = async (tag) => {
        try {
            await writeTag(placement.manifest, tag, tools);
            pushed.add(tag);
        }
        catch (error) {
            tools.signal.throwIfAborted();
            fail(tag, error);
        }
    };
    const ready = tags.filter((tag) => there.some((repository) => isIn(tag, repository)));
    const { fixed = [], mutable = [] } = Object.groupBy(ready, (tag) => (isMutable(tag) ? 'mutable' : 'fixed'));
    await Promise.all(fixed.map(write));
    if (failures.size === 0)
        await Promise.all(mutable.map(write));
    else
        for (const tag of mutable)
            fail(tag, new Error('not tried, because another reference failed'));
    tools.signal.throwIfAborted();
    return {
        pushed: tags.filter((tag) => pushed.has(tag)),
        repositories: repositories.filter((repository) => there.includes(repository)),
        failed: [...failures.values()],
    };
}
/** `latest` is the one tag that is meant to move. */
function isMutable({ tag }) {
    return tag === 'latest';
}
function isIn(reference, { registry, path }) {
    return reference.registry === registry && reference.path === path;
}
async function byRegistry(references, work) {
    await Promise.all([...Map.groupBy(references, ({ registry }) => registry).values()].map(work));
}
async function bring(placement, repository, { client, signal }) {
    const { manifest } = placement;
    await placement.bring(repository);
    await (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .putManifest */ .RV)(client, { ...repository, digest: manifest.digest }, manifest, { signal });
}
/** Throws TagTaken, DigestMismatch, NotInRegistry or RegistryError. */
async function writeTag(manifest, tag, tools) {
    const { client, overwrite, log, signal } = tools;
    const name = (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .formatFamiliar */ .LF)(tag);
    const before = await (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .findManifest */ .J9)(client, tag, { signal, actions: 'pull,push' });
    const isSame = before?.digest === manifest.digest;
    if (before !== undefined && !isMutable(tag)) {
        if (overwrite === 'never' || (overwrite === 'same' && !isSame)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.TagTaken(name, before.digest, overwrite);
        }
    }
    // Some registries let a tag be written once only, even with the same content.
    if (!isSame)
        await (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .putManifest */ .RV)(client, tag, manifest, { signal });
    await confirm(manifest, tag, tools);
    log.info(`Published ${name}@${manifest.digest}${isSame ? ', which was there already' : ''}`);
}
/** Some registries answer for a new tag only after a moment. */
const SETTLE_MS = 3000;
async function confirm(manifest, tag, { client, log, clock, signal }) {
    const name = (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .formatFamiliar */ .LF)(tag);
    for (let looks = 1;; looks += 1) {
        try {
            const { digest } = await (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__.readManifest)(client, tag, { signal });
            if (digest !== manifest.digest)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.DigestMismatch(name, manifest.digest, digest);
            return;
        }
        catch (error) {
            if (!(error instanceof _registry_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl))
                throw error;
            if (error.status === 401 || error.status === 403) {
                log.warning(`${name} was pushed as ${manifest.digest}, but could not be read back to prove it: ${error.message}`);
                return;
            }
            if (error.status !== 404)
                throw error;
            if (looks > 1)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.NotInRegistry(name, manifest.digest);
            await clock.sleep(SETTLE_MS, signal);
        }
    }
}


/***/ }),

/***/ 81641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ describeManifest)
/* harmony export */ });
/* unused harmony export describeImage */
/* harmony import */ var _blob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10315);
/* harmony import */ var _descriptor_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19725);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17375);
/* harmony import */ var _image_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17757);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9329);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26247);
/** What an image in a registry offers to an index: itself with the platform of its config, or the children of an index. */






/** A config with its history; the largest seen have a few hundred kB. */
const CONFIG_LIMIT = (/* unused pure expression or super */ null && (8 * 1024 * 1024));
/** Throws RegistryError. */
async function describeImage(client, reference, options = {}) {
    const manifest = await readManifest(client, reference, options);
    if (isIndexType(manifest.mediaType))
        return { manifest, children: childrenOf(manifest).manifests };
    const { config } = partsOf(manifest);
    if (config.size > CONFIG_LIMIT) {
        throw new RegistryError(`the config of ${formatFamiliar(reference)} has ${config.size} bytes, which no image has`, {
            status: 200,
            code: 'TOO_LARGE',
            host: reference.registry,
        });
    }
    return { manifest, children: [describeManifest(manifest, await readBlob(client, reference, config, options))] };
}
/** The descriptor of an image's manifest, with the platform that its config names. */
function describeManifest({ mediaType, digest, bytes }, config) {
    const platform = (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_1__/* .readPlatform */ .Kd)(parse(config));
    return { mediaType, digest, size: bytes.length, ...(platform && { platform }) };
}
function parse(bytes) {
    try {
        return JSON.parse(Buffer.from(bytes).toString('utf8'));
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 34801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ assembleIndex)
/* harmony export */ });
/* unused harmony export InvalidIndex */
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96192);
/* harmony import */ var _image_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17757);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87891);



/** Children that cannot stand in one index. */
class InvalidIndex extends Error {
    name = 'InvalidIndex';
    hint;
    constructor(reason, hint) {
        super(`no index: ${reason}`);
        this.hint = hint;
    }
}
/** Throws InvalidIndex for no child, a child without a platform, and two of the same platform. */
function assembleIndex(children, { annotations = {} } = {}) {
    const unique = uniteTwins(children);
    const images = unique.filter((child) => (0,_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .attestedBy */ .W_)(child) === undefined).sort(byPlatform);
    checkImages(images);
    const order = new Map(images.map(({ digest }, at) => [digest, at]));
    const attestations = unique
        .filter((child) => order.has((0,_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .attestedBy */ .W_)(child) ?? ''))
        .sort((a, b) => (order.get((0,_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .attestedBy */ .W_)(a) ?? '') ?? 0) - (order.get((0,_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .attestedBy */ .W_)(b) ?? '') ?? 0));
    const manifests = [...images, ...attestations];
    const isAnnotated = Object.keys(annotations).length > 0;
    const isDocker = !isAnnotated && manifests.every((it) => (0,_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDockerType */ .$F)(it.mediaType) && it.annotations === undefined);
    const mediaType = isDocker ? _image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .DOCKER_INDEX */ .Mu : _image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .OCI_INDEX */ .$p;
    const document = {
        schemaVersion: 2,
        mediaType,
        manifests: manifests.map(encodeDescriptor),
        ...(isAnnotated && { annotations: sorted(annotations) }),
    };
    const bytes = Buffer.from(JSON.stringify(document, undefined, 2));
    return { mediaType, digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(bytes), bytes };
}
/** The same manifest, given twice, with the annotations of both. */
function uniteTwins(children) {
    return [...Map.groupBy(children, ({ digest }) => digest).values()].map((twins) => {
        const annotations = Object.assign({}, ...twins.map((twin) => twin.annotations ?? {}));
        const platform = twins.find((twin) => twin.platform !== undefined)?.platform;
        return {
            ...twins[0],
            ...(platform && { platform }),
            ...(Object.keys(annotations).length > 0 && { annotations }),
        };
    });
}
function checkImages(images) {
    if (images.length === 0)
        throw new InvalidIndex('there is no image to put into it', 'give at least one');
    for (const [at, { digest, platform }] of images.entries()) {
        if (platform === undefined)
            throw new InvalidIndex(`nothing says what platform ${digest} is for`, 'build that image anew');
        const twin = images.slice(0, at).find((other) => other.platform && isSame(other.platform, platform));
        if (twin !== undefined) {
            throw new InvalidIndex(`two images are for ${(0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPlatform */ .Bq)(platform)}: ${twin.digest} and ${digest}`, 'give one for each platform; jobs that ran again may have left an older one');
        }
    }
}
/** Windows has images of one architecture for several versions of the system. */
function isSame(a, b) {
    return (0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .matchesPlatform */ .pC)(a, b) && (a.osVersion ?? '') === (b.osVersion ?? '');
}
function byPlatform(a, b) {
    const key = ({ platform }) => platform === undefined ? '' : `${(0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPlatform */ .Bq)(platform)} ${platform.osVersion ?? ''}`;
    return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}
function encodeDescriptor({ mediaType, digest, size, urls, annotations, platform, artifactType }) {
    return {
        mediaType,
        digest,
        size,
        ...(urls && { urls }),
        ...(annotations && { annotations: sorted(annotations) }),
        ...(platform && { platform: encodePlatform(platform) }),
        ...(artifactType !== undefined && { artifactType }),
    };
}
function encodePlatform({ os, architecture, variant, osVersion, osFeatures }) {
    return {
        architecture,
        os,
        ...(osVersion !== undefined && { 'os.version': osVersion }),
        ...(osFeatures && { 'os.features': osFeatures }),
        ...(variant !== undefined && { variant }),
    };
}
function sorted(texts) {
    return Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
}


/***/ })

};
