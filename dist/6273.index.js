export const id = 6273;
export const ids = [6273];
export const modules = {

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

/***/ 16273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reuse: () => (/* binding */ reuse)
});

// EXTERNAL MODULE: ./build/registry/copy.js
var copy = __webpack_require__(40781);
// EXTERNAL MODULE: ./build/registry/platform.js
var registry_platform = __webpack_require__(87891);
// EXTERNAL MODULE: ./build/registry/reference.js
var registry_reference = __webpack_require__(26247);
// EXTERNAL MODULE: ./build/report/units.js
var units = __webpack_require__(15088);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/context/content.js
var context_content = __webpack_require__(46577);
// EXTERNAL MODULE: ./build/context/slices.js
var context_slices = __webpack_require__(6429);
// EXTERNAL MODULE: ./build/context/walk.js + 3 modules
var walk = __webpack_require__(42625);
;// CONCATENATED MODULE: ./build/context/content-hash.js
/**
 * One hash of all that a directory gives to a build: paths, kinds, modes, link targets and contents after the ignore
 * rules. Times and owners are left out, as a checkout gives others each time.
 */




/** Bytes read at once. */
const CHUNK = 256 * 1024;
/** `sha256:…`. Throws ContextError, or the signal's reason. */
async function hashContext({ root, ignore, maxEntries }, signal) {
    const { entries } = await (0,walk/* walkContext */.p)(root, { ignore, maxEntries, signal });
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const slices = new context_slices/* Slices */.g(signal);
    const buffer = Buffer.allocUnsafe(CHUNK);
    const firstNames = new Map();
    for (const entry of entries) {
        if (slices.over)
            await slices.pause();
        const first = entry.kind === 'file' && entry.inode !== undefined ? firstNames.get(entry.inode) : undefined;
        hash.update(`${JSON.stringify(headOf(entry, first))}\n`);
        if (entry.kind !== 'file' || first !== undefined)
            continue;
        if (entry.inode !== undefined)
            firstNames.set(entry.inode, entry.path);
        await addContent(hash, { root, file: entry, buffer, slices });
    }
    return `sha256:${hash.digest('hex')}`;
}
/** With the size before the content nothing can be taken for something else. `first` is another name of the same file. */
function headOf(entry, first) {
    const { path, kind, mode } = entry;
    if (entry.kind === 'symlink')
        return [path, kind, entry.target];
    if (entry.kind === 'directory')
        return [path, kind, mode];
    return first === undefined ? [path, kind, mode, entry.size] : [path, 'name', first];
}
async function addContent(hash, { root, file, buffer, slices }) {
    const content = new context_content/* Content */.UC(root, file);
    try {
        while (content.left > 0) {
            hash.update(buffer.subarray(0, content.read(buffer, 0, buffer.length)));
            if (slices.over)
                await slices.pause();
        }
        content.finish();
    }
    finally {
        content.close();
    }
}

// EXTERNAL MODULE: ./build/context/dockerfile.js
var dockerfile = __webpack_require__(46828);
// EXTERNAL MODULE: ./build/context/dockerignore.js
var dockerignore = __webpack_require__(83068);
// EXTERNAL MODULE: ./build/context/bases.js
var bases = __webpack_require__(39990);
// EXTERNAL MODULE: ./build/context/instructions.js
var context_instructions = __webpack_require__(82487);
;// CONCATENATED MODULE: ./build/context/outside.js
/**
 * What a Dockerfile takes from outside of its context, found without a builder: images, which have a digest, and what no
 * look from here can pin down. Dockerfile reference, "FROM", "COPY --from", "ADD", "RUN --mount", "Parser directives".
 */


/** `buildArgs` as they are given to the build, `global` those of its platform, as with `findImageUses`. */
function findOutside(dockerfile, buildArgs, global = new Map()) {
    const instructions = (0,context_instructions/* readInstructions */.K)(dockerfile);
    const frontend = buildArgs.get('BUILDKIT_SYNTAX') ?? (0,context_instructions/* directiveOf */.l)(dockerfile.replace(SHEBANG, ''), 'syntax')?.split(/\s/, 1)[0];
    const unresolved = (0,bases/* findImageUses */.t)(instructions, buildArgs, global)
        .filter(({ image }) => image === '')
        .map(({ instruction }) => `${shown(instruction)} names an image by an argument whose value is not known here`);
    const unpinned = instructions
        .filter(isUnpinnedAdd)
        .map((instruction) => `${shown(instruction)} fetches what may change: add --checksum=sha256:…`);
    const strange = frontend !== undefined && !OFFICIAL.test(frontend)
        ? [`the frontend ${frontend} reads its file in ways of its own`]
        : hasOddSyntax(dockerfile)
            ? ['line 1 is none of a Dockerfile']
            : [];
    const { all } = (0,bases/* findBases */.u)(dockerfile, buildArgs, undefined, global);
    return {
        images: [...new Set(frontend === undefined ? all : [frontend, ...all])],
        unknown: [...strange, ...unresolved, ...unpinned],
    };
}
/** Also from a mirror. */
const OFFICIAL = /(?:^|\/)docker\/dockerfile(?:-upstream)?(?::[\w.-]+)?(?:@sha256:[0-9a-f]{64})?$/;
const SHEBANG = /^\uFEFF?#!.*\n/;
/** BuildKit finds a frontend also in a first line of JSON or with slashes (frontend/dockerfile/parser/directives.go). */
function hasOddSyntax(dockerfile) {
    return /^\uFEFF?\s*(?:\/\/|\{)/.test(dockerfile.replace(SHEBANG, ''));
}
/** A commit named in full is as good as a checksum. */
const PINNED = /#[0-9a-f]{40}(?:[0-9a-f]{24})?(?::|$)/;
function isUnpinnedAdd({ keyword, rest }) {
    if (keyword !== 'ADD' || /(?:^|\s)--checksum=\S/.test(rest))
        return false;
    const words = rest.split(/[\s,"[\]]+/).filter((word) => word !== '' && !word.startsWith('--'));
    // The last one says where to.
    return words.slice(0, -1).some((word) => /^(?:[a-z][a-z0-9+.-]*:\/\/|[\w.-]+@|\$)/i.test(word) && !PINNED.test(word));
}
/** Longest part of an instruction that is shown, in characters. */
const SHOWN = 60;
function shown({ first, keyword, rest }) {
    const text = `${keyword} ${rest}`;
    return `line ${first} (${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text})`;
}

// EXTERNAL MODULE: ./build/engine/errors.js
var errors = __webpack_require__(2952);
// EXTERNAL MODULE: ./build/engine/inspect.js
var inspect = __webpack_require__(69175);
// EXTERNAL MODULE: ./build/pipeline/errors.js
var pipeline_errors = __webpack_require__(59032);
;// CONCATENATED MODULE: ./build/pipeline/fingerprint.js
/**
 * The fingerprint of a build: one hash of everything that enters its image, so that an image with the same one can stand
 * for the build (docs/decisions/0016-skip-unchanged.md). It is published with the image, as an annotation of its
 * manifest; of secrets it holds the ids.
 */

/** Annotation of a manifest, which no image built on top of this one inherits, unlike a label. */
const FINGERPRINT_KEY = 'io.github.stowage.inputs';
/** To be raised when the same inputs make another image than before, or are written down in another way. */
const VERSION = 1;
/** `v1:sha256:…`. */
function fingerprintOf(origin, annotations, { dockerfile, context, contexts, images, platforms }) {
    const all = {
        ...chosen(origin, BUILD),
        annotations: annotations.filter(({ key }) => !isVolatile(key)),
        found: [dockerfile, context, sorted(contexts), sorted(images), platforms.toSorted()],
    };
    return `v${VERSION}:sha256:${(0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(all)).digest('hex')}`;
}
/** Keys of labels and annotations that say of each run that it was another one. */
function isVolatile(key) {
    return VOLATILE.test(key);
}
const VOLATILE = /^org\.(?:opencontainers\.image\.(?:created|revision|version)|label-schema\.(?:build-date|vcs-ref|version))$/;
/** It does not shape the image, rules a fingerprint out, or is among the findings. */
const LEFT_OUT = 'left out';
const asItIs = (value) => value;
const CONTROL = {
    engineApi: LEFT_OUT,
    platforms: LEFT_OUT,
    noCacheFilters: LEFT_OUT,
    contexts: LEFT_OUT,
    cacheFrom: LEFT_OUT,
    // What is inline is a part of the image.
    cacheTo: (caches) => caches.some(({ type }) => type === 'inline'),
    attestations: sorted,
    allow: (names) => names.toSorted(),
    pushByDigest: LEFT_OUT,
};
const BUILD = {
    kind: LEFT_OUT,
    call: LEFT_OUT,
    context: LEFT_OUT,
    dockerfile: LEFT_OUT,
    maxEntries: LEFT_OUT,
    control: (control) => chosen(control, CONTROL),
    secrets: (secrets) => [...secrets].flatMap(([id, { input }]) => (input === undefined ? [] : [id])).sort(),
    ssh: (forwards) => forwards.map(({ id }) => id).sort(),
    buildArgs: sorted,
    labels: (labels) => sorted(labels).filter(([key]) => !isVolatile(key)),
    cacheFrom: LEFT_OUT,
    target: asItIs,
    platform: LEFT_OUT,
    noCache: LEFT_OUT,
    pull: LEFT_OUT,
    network: asItIs,
    addHosts: asItIs,
    shmSize: asItIs,
    ulimits: asItIs,
    cgroupParent: asItIs,
    memory: asItIs,
    memorySwap: asItIs,
    cpuShares: asItIs,
    cpusetCpus: asItIs,
    cpuPeriod: asItIs,
    cpuQuota: asItIs,
    squash: asItIs,
    builderVersion: asItIs,
    quiet: LEFT_OUT,
    keepContainers: LEFT_OUT,
    imageAttributes: (attributes) => sorted(attributes).filter(([key]) => !isVolatile(key.replace(/^annotation[^.]*\./, ''))),
    contextTransfer: LEFT_OUT,
    layers: LEFT_OUT,
};
function chosen(values, parts) {
    const names = Object.keys(parts).sort();
    return Object.fromEntries(names.flatMap((name) => {
        const part = parts[name];
        return typeof part === 'function' ? [[name, part(values[name])]] : [];
    }));
}
function sorted(map) {
    return [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

// EXTERNAL MODULE: ./build/pipeline/git-source.js
var git_source = __webpack_require__(72609);
// EXTERNAL MODULE: ./build/registry/errors.js
var registry_errors = __webpack_require__(17375);
// EXTERNAL MODULE: ./build/registry/manifest.js
var manifest = __webpack_require__(9329);
;// CONCATENATED MODULE: ./build/pipeline/image-digests.js
/**
 * What the images that a build takes from are right now: their digests in the registries, and for those that are in none
 * their ids in the engine.
 */




/** Throws NotReusable for one that is nowhere. */
async function findDigests(names, tools) {
    const published = new Map();
    await Promise.all(names.map(async (name) => published.set(name, await digestInRegistry(name, tools))));
    const arePublished = [...published.values()].every((digest) => digest !== undefined);
    const images = new Map();
    for (const name of names) {
        // A build that may not ask a registry for all of them takes what the engine has, or else what the registry has.
        const id = arePublished ? undefined : await tools.idInEngine(name);
        const digest = published.get(name);
        if (id === undefined && digest === undefined)
            throw new pipeline_errors/* NotReusable */.df(`${name} is in no registry that answers from here, and not in the engine either`);
        images.set(name, [digest, id].filter((it) => it !== undefined).join(' '));
    }
    return { images, arePublished };
}
/** Undefined where it is not there, or cannot be seen from here. A name that is none is the builder's to refuse. */
async function digestInRegistry(name, { client, signal }) {
    const reference = referenceOf(name);
    if (reference.digest !== undefined)
        return reference.digest;
    if (!(await client.answers(reference.registry, { signal })))
        return undefined;
    const limited = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
    try {
        return (await (0,manifest/* findManifest */.J9)(client, reference, { signal: limited }))?.digest;
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof registry_errors/* RegistryError */.gl || limited.aborted)
            return undefined;
        throw error;
    }
}
const LIMIT_MS = 15_000;
function referenceOf(name) {
    try {
        return (0,registry_reference/* withDefaultTag */._t)((0,registry_reference/* parseReference */.F2)(name));
    }
    catch {
        throw new pipeline_errors/* NotReusable */.df(`"${name}" is no name of an image`);
    }
}
/** The name by which an engine knows it. */
function nameInEngine(name) {
    return (0,registry_reference/* formatFamiliar */.LF)(referenceOf(name));
}

// EXTERNAL MODULE: ./build/pipeline/open-context.js + 1 modules
var open_context = __webpack_require__(58347);
;// CONCATENATED MODULE: ./build/pipeline/build-hash.js
/** Finds out all that a fingerprint is made of: the context, further contexts, and what the images are that it takes from. */















/** `opening` is of the engine that builds, where it is one. Throws NotReusable, and ContextError as the build would. */
async function hashBuild(inputs, opening, tools) {
    const { origin, annotations, workspace } = inputs;
    const { signal } = tools;
    const { dockerfile, context } = await readSource(origin, { ...tools, workspace });
    const outside = globalArgs(namedPlatforms(inputs)).map((global) => findOutside(dockerfile, origin.buildArgs, global));
    const unknown = new Set(outside.flatMap((it) => it.unknown));
    if (unknown.size > 0)
        throw new pipeline_errors/* NotReusable */.df([...unknown].join('; '));
    const names = outside.flatMap(({ images }) => images);
    const { contexts: named } = origin.control;
    const remote = named.flatMap(({ source }) => imageOf(source) ?? []);
    // A stage that takes the place of an image may itself be made of that image.
    const replaced = named.filter(({ source }) => source.kind !== 'target');
    const used = names.filter((name) => !replaced.some((it) => it.name === name.toLowerCase()));
    const client = await tools.client();
    const idInEngine = (name) => idOf(name, opening, inputs, signal);
    const [hash, contexts, { images, arePublished }, platforms] = await Promise.all([
        context(),
        Promise.all(named.map(async (it) => [it.name, await hashNamed(it, signal)])),
        findDigests([...new Set([...used, ...remote])], { client, idInEngine, signal }),
        platformsOf(inputs, opening),
    ]);
    const findings = { dockerfile, context: hash, contexts: new Map(contexts), images, platforms };
    return { fingerprint: fingerprintOf(origin, annotations, findings), arePublished };
}
async function readSource(origin, tools) {
    const { signal } = tools;
    if (origin.context.kind === 'git')
        return readGit(origin, origin.context, signal);
    if (origin.context.kind === 'url')
        throw new pipeline_errors/* NotReusable */.df('what is behind the URL of the context is not known');
    const place = await (0,open_context/* openHere */.Pw)(origin, tools);
    if (place === undefined || place.dockerfileText === '')
        throw new pipeline_errors/* NotReusable */.df('the Dockerfile cannot be read before the build');
    const { context, send, dockerfile, dockerfileText } = place;
    if (context !== undefined)
        return { dockerfile: dockerfileText, context: () => hashContext(context, signal) };
    if (send === undefined)
        throw new TypeError('a context is a directory or a tar');
    return { dockerfile: dockerfileText, context: async () => `${dockerfile} ${await hashStream(send(signal))}` };
}
/** A commit stands for all of its files, but their text is needed to see what else they take from. */
async function readGit(origin, { source }, signal) {
    const commit = (0,git_source/* commitOf */.D3)(source);
    if (commit === undefined)
        throw new pipeline_errors/* NotReusable */.df('the context is a branch or a tag of a Git repository, which moves: name a commit');
    const dockerfile = await (0,open_context/* textOfLoose */.R5)(origin, signal);
    if (dockerfile === undefined)
        throw new pipeline_errors/* NotReusable */.df('the Dockerfile is in a Git repository that only the builder reads: check it out in a step before this one');
    const { repository, directory, keepGit, submodules } = source;
    const parts = JSON.stringify([repository, commit, directory, keepGit, submodules]);
    return { dockerfile, context: async () => parts };
}
async function hashStream(stream) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for await (const chunk of stream)
        hash.update(chunk);
    return `sha256:${hash.digest('hex')}`;
}
async function hashNamed({ name, source }, signal) {
    switch (source.kind) {
        case 'directory': {
            const root = (0,dockerfile/* resolveContext */.wK)(source.path);
            return hashContext({ root, ignore: (0,dockerignore/* readIgnoreFile */.rj)(root, undefined), maxEntries: undefined }, signal);
        }
        case 'layout': {
            // It names all else by digest.
            const index = await (0,promises_.readFile)((0,external_node_path_.join)(source.path, 'index.json'));
            return `${source.image ?? ''} ${(0,external_node_crypto_.createHash)('sha256').update(index).digest('hex')}`;
        }
        case 'remote':
            if (imageOf(source) !== undefined || /\.git#[0-9a-f]{40}(?:[0-9a-f]{24})?(?::|$)/.test(source.url))
                return source.url;
            throw new pipeline_errors/* NotReusable */.df(`what is behind build-contexts: ${name} may change: name a commit, or a directory`);
        case 'url':
            throw new pipeline_errors/* NotReusable */.df(`what is behind build-contexts: ${name} may change: fetch it in a step before this one`);
        case 'target':
            // The rest of it is in the Dockerfile.
            return source.stage;
        default:
            return source;
    }
}
const IMAGE = 'docker-image://';
/** Name of the image that a further context is. */
function imageOf(source) {
    return source.kind === 'remote' && source.url.startsWith(IMAGE) ? source.url.slice(IMAGE.length) : undefined;
}
/** Empty where it is up to the builder. */
function namedPlatforms({ platforms, origin }) {
    return origin.platform === undefined ? [...platforms, ...origin.control.platforms] : [origin.platform];
}
/** Arguments that builders give for each platform; none where it is up to the builder. */
function globalArgs(platforms) {
    if (platforms.length === 0)
        return [new Map()];
    return platforms.map((platform) => new Map([
        ['TARGETPLATFORM', (0,registry_platform/* formatPlatform */.Bq)(platform)],
        ['TARGETOS', platform.os],
        ['TARGETARCH', platform.architecture],
        ['TARGETVARIANT', platform.variant ?? ''],
    ]));
}
/** Without a name, that of the engine. */
async function platformsOf(inputs, opening) {
    const named = namedPlatforms(inputs);
    if (named.length > 0)
        return named.map(registry_platform/* formatPlatform */.Bq);
    if (opening === undefined)
        throw new pipeline_errors/* NotReusable */.df('the platform is up to the builder: name it in platforms');
    const { os, architecture } = (await opening).engine.facts;
    return [`${os}/${architecture}, as the engine is`];
}
async function idOf(name, opening, { engines }, signal) {
    if (opening === undefined)
        return undefined;
    if (engines !== undefined && engines.size > 0)
        throw new pipeline_errors/* NotReusable */.df('an image is in no registry that answers from here, and of several engines each may have another');
    try {
        return (await (0,inspect/* inspect */.Nn)((await opening).engine, nameInEngine(name), { signal })).id;
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof errors/* EngineError */.NJ)
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/pipeline/layers.js
var pipeline_layers = __webpack_require__(75793);
// EXTERNAL MODULE: ./build/pipeline/leak-guard.js
var leak_guard = __webpack_require__(46096);
// EXTERNAL MODULE: ./build/pipeline/outcome.js
var pipeline_outcome = __webpack_require__(54295);
// EXTERNAL MODULE: ./build/pipeline/own-push.js + 2 modules
var own_push = __webpack_require__(56917);
// EXTERNAL MODULE: ./build/pipeline/place-manifest.js
var place_manifest = __webpack_require__(61356);
// EXTERNAL MODULE: ./build/pipeline/platforms-outcome.js
var platforms_outcome = __webpack_require__(60530);
// EXTERNAL MODULE: ./build/engine/json.js
var json = __webpack_require__(19665);
// EXTERNAL MODULE: ./build/registry/blob.js
var blob = __webpack_require__(10315);
// EXTERNAL MODULE: ./build/registry/image-manifest.js
var image_manifest = __webpack_require__(17757);
// EXTERNAL MODULE: ./build/pipeline/results.js
var results = __webpack_require__(21813);
// EXTERNAL MODULE: ./build/pipeline/unstored-image.js
var unstored_image = __webpack_require__(88423);
;// CONCATENATED MODULE: ./build/pipeline/published-image.js
/** Looks in registries for an image that was made from the same inputs, and is whole, for the same platforms and not too old. */












/** The first one that will do. Says of each other one why not; a registry that fails has none. */
async function findPublished(references, wanted, tools) {
    const limited = { ...tools, signal: AbortSignal.any([tools.signal, AbortSignal.timeout(published_image_LIMIT_MS)]) };
    const looks = await Promise.all(references.map((reference) => lookAt(reference, wanted, limited)));
    tools.signal.throwIfAborted();
    for (const [at, reference] of references.entries()) {
        const found = looks[at];
        if (typeof found !== 'string')
            return found;
        tools.log.info(`${(0,registry_reference/* formatFamiliar */.LF)(reference)} ${found}`);
    }
    return undefined;
}
/** Rather a build than a long wait for a registry. */
const published_image_LIMIT_MS = 20_000;
/** A text says why it will not do. Throws nothing for a registry that fails. */
async function lookAt(reference, wanted, tools) {
    const { client, signal } = tools;
    try {
        const top = await (0,manifest.readManifest)(client, reference, { signal });
        const manifests = await imagesOf(top, reference, tools);
        const matching = manifests.filter((manifest) => (0,image_manifest/* annotationsIn */.sw)(manifest)[FINGERPRINT_KEY] === wanted.fingerprint);
        const [first] = matching;
        if (first === undefined)
            return 'was made from other inputs';
        const isAll = matching.length === manifests.length;
        const isOne = wanted.platforms.length <= 1;
        if (!isAll && (!isOne || wanted.isWhole))
            return 'holds images of other inputs, too';
        const all = await Promise.all(matching.map((manifest) => read(manifest, reference, tools)));
        const images = isOne ? all.slice(0, 1) : wanted.platforms.map((platform) => all.find(isFor(platform)));
        const chosen = images.filter((image) => image !== undefined);
        const [platform] = wanted.platforms;
        if (chosen.length < images.length || (isOne && platform !== undefined && !chosen.every(isFor(platform))))
            return `is not for ${wanted.platforms.map(registry_platform/* formatPlatform */.Bq).join(', ')}`;
        const odd = chosen.map((image) => faultOf(image, wanted, tools)).find((fault) => fault !== undefined);
        if (odd !== undefined)
            return odd;
        if (await lacksBlobs(chosen, reference, tools))
            return 'is not whole: its registry lacks a part of it';
        const isWhole = isAll && chosen.length === manifests.length;
        return { from: reference, manifest: isWhole ? top : first, images: chosen };
    }
    catch (error) {
        if (signal.aborted)
            return 'could not be looked at in time';
        if (!(error instanceof registry_errors/* RegistryError */.gl))
            throw error;
        return error.status === 404 ? 'is not there yet' : `cannot be looked at: ${error.reason}`;
    }
}
/** Manifests of images, without what attests something of them. */
async function imagesOf(top, { registry, path }, { client, signal }) {
    if (!(0,image_manifest/* isIndexType */.$U)(top.mediaType))
        return [top];
    const children = (0,image_manifest/* childrenOf */.LU)(top).manifests.filter((child) => (0,image_manifest/* attestedBy */.W_)(child) === undefined);
    return Promise.all(children.map(({ digest }) => (0,manifest.readManifest)(client, { registry, path, digest }, { signal })));
}
/** Bytes of a config with its history; the largest seen have a few hundred kB. */
const CONFIG_LIMIT = 8 * 1024 * 1024;
async function read(manifest, from, { client, signal }) {
    const { config } = (0,image_manifest/* partsOf */.CI)(manifest);
    const { mediaType, digest, bytes } = manifest;
    if (config.size > CONFIG_LIMIT)
        throw unreadable(from, `its config has ${config.size} bytes`);
    const described = (0,unstored_image/* describeUnstored */.W)({
        manifest: parse(bytes, from),
        config: parse(await (0,blob/* readBlob */.gm)(client, from, config, { signal }), from),
        descriptor: { mediaType, digest, size: bytes.length },
        id: config.digest,
    });
    return { manifest, ...described };
}
function parse(bytes, from) {
    try {
        return (0,json/* asObject */.eB)(JSON.parse(Buffer.from(bytes).toString('utf8')));
    }
    catch {
        throw unreadable(from, 'its config is not JSON');
    }
}
function unreadable({ registry }, why) {
    return new registry_errors/* RegistryError */.gl(why, { status: 200, code: 'CONFIG_INVALID', host: registry });
}
function isFor(platform) {
    return ({ image }) => (0,registry_platform/* matchesPlatform */.pC)(platform, (0,results/* platformOf */.tj)(image));
}
/** Clocks of builders differ by so much, in milliseconds. */
const SKEW = 3_600_000;
function faultOf({ image }, { maxAgeMs }, { now }) {
    if (maxAgeMs === undefined)
        return undefined;
    const age = now - Date.parse(image.created ?? '');
    if (Number.isNaN(age))
        return 'does not say when it was made';
    if (age < -SKEW)
        return `says that it was made in the future, ${image.created}`;
    if (age > maxAgeMs)
        return `was made ${(0,units/* formatDuration */.a3)(age / 1000)} ago, and skip-max-age is ${(0,units/* formatDuration */.a3)(maxAgeMs / 1000)}`;
    return undefined;
}
const LOOKS_AT_ONCE = 8;
async function lacksBlobs(parts, from, { client, signal }) {
    const blobs = new Set(parts.flatMap(({ manifest }) => (0,copy/* blobsOf */.OR)(manifest).map(({ digest }) => digest)));
    let lacks = false;
    await (0,copy/* inParallel */.HN)([...blobs], LOOKS_AT_ONCE, async (digest) => {
        if (!(await (0,blob/* hasBlob */.is)(client, from, digest, { signal, actions: 'pull' })))
            lacks = true;
    });
    return lacks;
}

;// CONCATENATED MODULE: ./build/pipeline/reuse.js
/**
 * A build that need not happen: where a registry has an image of the same inputs, that one gets the tags
 * (docs/decisions/0016-skip-unchanged.md). What is built all the same gets its fingerprint, for the next time.
 */















/**
 * Undefined when the image was there and has its tags now; else the inputs of the build that is needed. Throws
 * PublishFailed, SecretLeaked, and what is wrong with the context.
 */
async function reuse(inputs, tools) {
    const { log, signal, opening } = tools;
    const { skip, origin } = inputs;
    if (skip === undefined)
        return inputs;
    log.group('Look for an image of the same inputs');
    let hash;
    try {
        const reaching = checkReach(inputs, tools);
        reaching.catch(() => { });
        hash = await hashBuild(inputs, opening, tools);
        await reaching;
    }
    catch (error) {
        if (!(error instanceof pipeline_errors/* NotReusable */.df))
            throw error;
        log.warning(`skip-unchanged has no effect: ${error.message}`);
        log.endGroup();
        return inputs;
    }
    const { fingerprint, arePublished } = hash;
    log.info(`Fingerprint: ${fingerprint}`);
    const isWhole = isAttested(inputs);
    const wanted = { fingerprint, platforms: namedPlatforms(inputs), isWhole, maxAgeMs: skip.maxAgeMs };
    const references = [...inputs.tags, ...skip.from];
    const found = await findPublished(references, wanted, { client: await tools.client(), log, now: Date.now(), signal });
    log.endGroup();
    if (found === undefined) {
        const pull = origin.pull || arePublished;
        return marked(inputs, fingerprint, { pull, isBuilders: opening === undefined || isWhole });
    }
    await publishFound(found, inputs, tools);
    return undefined;
}
/** Only an engine reaches some registries. Throws NotReusable. */
async function checkReach({ tags, untagged }, tools) {
    const client = await tools.client();
    const registries = [...new Set([...tags, ...untagged].map(({ registry }) => registry))];
    const answers = await Promise.all(registries.map((registry) => client.answers(registry, tools)));
    const silent = registries.find((_, at) => answers[at] === false);
    if (silent !== undefined)
        throw new pipeline_errors/* NotReusable */.df(`${silent} does not answer here`);
}
function isAttested({ origin }) {
    return origin.control.attestations.size > 0;
}
/** `isBuilders`: the builder itself annotates what it makes, as nobody else can any more. */
function marked(inputs, fingerprint, { pull, isBuilders }) {
    // Images that an engine has from before must not take the place of those that the fingerprint names.
    const origin = { ...inputs.origin, pull };
    if (!isBuilders) {
        const own = { level: 'manifest', platform: undefined, key: FINGERPRINT_KEY, value: fingerprint };
        return { ...inputs, origin, annotations: [...inputs.annotations, own] };
    }
    const imageAttributes = new Map([...origin.imageAttributes, [`annotation.${FINGERPRINT_KEY}`, fingerprint]]);
    return { ...inputs, origin: { ...origin, imageAttributes } };
}
async function publishFound(found, inputs, tools) {
    const { log, signal, story } = tools;
    const { tags, untagged } = inputs;
    const { from, manifest } = found;
    story.reuse();
    const images = await guarded(found, inputs, tools);
    const [first] = images;
    log.info(`Reused ${(0,registry_reference/* formatFamiliar */.LF)(from)}, ${manifest.digest} for ${images.map(({ image }) => (0,registry_platform/* formatPlatform */.Bq)((0,results/* platformOf */.tj)(image))).join(', ')}, made ${first.image.created}: nothing is built`);
    for (const key of keptLabels(first, inputs))
        log.info(`Its label ${key} is that of its own build`);
    const tell = tellerOf({ ...found, images }, inputs, tools);
    story.begin('Push');
    tools.onPushing();
    log.group(`Push ${untagged.length > 0 ? 'by digest' : (0,units/* count */.U9)(tags.length, 'reference')}`);
    const client = await tools.client();
    const bring = (to) => (0,copy/* copyImage */.L1)(client, manifest.digest, { from, to }, { signal });
    const placed = await (0,place_manifest/* placeManifest */.x)({ manifest, bring, tags, untagged }, { ...tools, client, overwrite: inputs.overwrite });
    log.endGroup();
    (0,own_push/* tellPlaced */.h)(placed, { digest: manifest.digest, tags }, { log, tell: (known) => tell(known, placed) });
}
/** The same outputs as after a build, without what only an engine knows. */
function tellerOf({ manifest, images }, inputs, tools) {
    const { onResults, onOutcome } = tools;
    const { digest, about } = (0,platforms_outcome/* descriptorOf */.n)(manifest);
    const [first] = images;
    if (images.length === 1) {
        const outcome = new pipeline_outcome/* Outcome */.P({ buildRef: undefined, obtained: first, reused: true }, onResults);
        onOutcome(outcome);
        outcome.tell({ steps: (0,pipeline_layers/* stepsOf */.B)(first.entries) });
        return (known, { pushed, failed }) => outcome.tell({ ...known, tags: pushed, ...(failed.length === 0 && { digest, descriptor: about }) });
    }
    const platforms = namedPlatforms(inputs);
    const all = images.map((part, at) => ({ ...part, platform: platforms[at] ?? (0,results/* platformOf */.tj)(part.image) }));
    const outcome = new platforms_outcome/* PlatformsOutcome */.t({ buildRef: undefined, all }, onResults);
    onOutcome(outcome);
    const digests = (0,results/* formatDigests */.x7)(all.map(({ platform, image, manifest: part }) => ({
        platform,
        descriptor: (0,platforms_outcome/* descriptorOf */.n)(part).about,
        imageId: image.id,
    })));
    return (known, { repositories, failed }) => {
        const descriptor = (0,results/* formatDescriptor */.JZ)(about, undefined, repositories);
        const whole = failed.length === 0 && { ...(0,platforms_outcome/* descriptorOf */.n)(manifest), descriptor };
        outcome.more({ ...known, digests, reused: true, ...whole });
    };
}
/** Labels that do not count for a fingerprint, and would be others by now. */
function keptLabels({ image }, { origin }) {
    return [...origin.labels].flatMap(([key, value]) => isVolatile(key) && image.config.labels.get(key) !== value ? [key] : []);
}
/** As those of a build (hardening S2): it goes to further places, which may have other readers. Throws SecretLeaked. */
async function guarded({ images }, { leakGuard }, tools) {
    const secrets = tools.secrets();
    if (secrets.length === 0)
        return images;
    const guard = { ...tools, secrets, guard: leakGuard, added: new Map(), push: true };
    return Promise.all(images.map(async (part) => {
        const { obtained, entries } = await (0,leak_guard.guardImage)(undefined, { obtained: { image: part.image }, entries: part.entries }, guard);
        return { ...part, image: obtained.image, entries: entries ?? [] };
    }));
}


/***/ })

};
