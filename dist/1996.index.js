export const id = 1996;
export const ids = [1996];
export const modules = {

/***/ 21099:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _4: () => (/* binding */ storesImage),
/* harmony export */   jq: () => (/* binding */ build)
/* harmony export */ });
/* unused harmony export buildQuery */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2952);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19665);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68111);
/* harmony import */ var _parameters_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9623);
/* harmony import */ var _transfer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30868);





const ENDPOINT = 'POST /build';
/**
 * Builds and yields events as they come. Dropping the iteration or aborting cancels the build in the engine, because
 * it drops the connection. Throws EngineError (also for errors inside the stream) and StreamCutShort.
 */
async function* build(engine, request, options) {
    const query = buildQuery(request, options.session);
    admitBuild(engine, request, options, query);
    const chunks = await engine.transport.stream({
        method: 'POST',
        path: '/build',
        endpoint: ENDPOINT,
        query: { ...query, ...(options.tlsVerify === false && { tlsVerify: '0' }) },
        headers: {
            ...(options.contentType !== undefined && { 'content-type': options.contentType }),
            ...(options.registryConfig !== undefined && { 'x-registry-config': options.registryConfig }),
        },
        ...(options.context && { body: options.context }),
        signal: options.signal,
    });
    let done = !storesImage(request);
    for await (const message of (0,_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeMessages */ .V)(chunks, ENDPOINT)) {
        for (const event of toEvents(message, request.quiet === true)) {
            done ||= event.kind === 'image';
            yield event;
        }
    }
    // A body that failed while the engine went on must never count as built (hardening C2).
    if (options.context?.errored)
        throw options.context.errored;
    if (!done)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StreamCutShort */ .NR('the build ended without an image id and without an error', {
            status: 0,
            endpoint: ENDPOINT,
        });
}
/** Whether the build ends with an image in the engine, rather than with files for the client. */
function storesImage({ outputs = [] }) {
    return !outputs.some(({ type }) => ['local', 'tar', 'cacheonly'].includes(type));
}
/** The query string of a build; exported for tests of its exact shape. */
function buildQuery(request, session) {
    const classic = request.builder !== 'buildkit';
    // The engine takes the second for the first as well.
    const keeps = { rm: request.rm === false, forceRm: (request.forceRm ?? request.rm) === false };
    const number = (value) => (value === undefined ? undefined : String(value));
    const flag = (value) => (value ? '1' : undefined);
    return {
        version: request.builder === 'podman' ? undefined : request.builder === 'buildkit' ? '2' : '1',
        session: request.builder === 'buildkit' ? session : undefined,
        dockerfile: request.dockerfile,
        t: request.tags,
        remote: request.remote,
        q: flag(request.quiet === true),
        outputs: outputsOf(request.outputs),
        buildargs: jsonOf(request.buildArgs),
        labels: jsonOf(request.labels),
        cachefrom: request.cacheFrom.length === 0 ? undefined : JSON.stringify(request.cacheFrom),
        target: request.target,
        platform: request.platform,
        nocache: flag(request.noCache),
        pull: flag(request.pull),
        ...(request.builder === 'podman' ? podmanNetwork(request.network) : { networkmode: request.network }),
        // Podman reads one JSON array where Docker reads a repeated parameter.
        extrahosts: request.builder === 'podman' && request.addHosts.length > 0 ? JSON.stringify(request.addHosts) : request.addHosts,
        shmsize: number(request.shmSize),
        ulimits: ulimitsOf(request),
        // A failed step would otherwise leave its container behind (hardening L3).
        ...(classic && { rm: keeps.rm ? '0' : '1', forcerm: keeps.forceRm ? '0' : '1' }),
        cgroupparent: request.cgroupParent,
        memory: number(request.memory),
        memswap: number(request.memorySwap),
        cpushares: number(request.cpuShares),
        cpusetcpus: request.cpusetCpus,
        cpuperiod: number(request.cpuPeriod),
        cpuquota: number(request.cpuQuota),
        squash: flag(request.squash),
        timestamp: number(request.timestamp),
    };
}
function jsonOf(map) {
    return map.size === 0 ? undefined : JSON.stringify(Object.fromEntries(map));
}
/**
 * Podman 4 takes no notice of Docker's names here: without a network it has a policy of its own, and the host's or a
 * private one are namespaces (containers/podman pkg/api/handlers/compat/images_build.go). Its default is the host's.
 */
function podmanNetwork(network) {
    if (network === undefined)
        return {};
    if (network === 'none')
        return { networkmode: 'NetworkDisabled' };
    return { nsoptions: JSON.stringify([{ Name: 'network', Host: network === 'host', Path: '' }]) };
}
function ulimitsOf(request) {
    if (request.ulimits.length === 0)
        return undefined;
    if (request.builder === 'podman') {
        return JSON.stringify(request.ulimits.map(({ name, soft, hard }) => `${name}=${soft}:${hard}`));
    }
    return JSON.stringify(request.ulimits.map(({ name, soft, hard }) => ({ Name: name, Soft: soft, Hard: hard })));
}
function outputsOf(outputs = []) {
    if (outputs.length === 0)
        return undefined;
    // Engines write into Attrs, so it is never left out.
    return JSON.stringify(outputs.map(({ type, attributes }) => ({ Type: type, Attrs: Object.fromEntries(attributes) })));
}
/** Throws Unsupported for what the builder would take and do nothing with; warns of what only leaves less behind. */
function admitBuild(engine, request, options, query) {
    const { builder, rm, forceRm } = request;
    const { facts } = engine;
    const refuse = (why, hint) => {
        throw new _parameters_js__WEBPACK_IMPORTED_MODULE_2__/* .Unsupported */ .O0(why, { status: 0, endpoint: ENDPOINT, hint });
    };
    const fits = facts.product === 'podman' ? builder === 'podman' : builder !== 'podman';
    if (!fits || (builder === 'buildkit' && !facts.hasBuildKit)) {
        const product = facts.product === 'podman' ? 'Podman' : 'Docker';
        refuse(`${product} ${facts.version} has no builder "${builder}"`, 'Choose one that it has');
    }
    (0,_parameters_js__WEBPACK_IMPORTED_MODULE_2__/* .admit */ .w4)(engine, ENDPOINT, { ...query, 'forcerm=0': forceRm === false || undefined });
    const ignores = {
        buildkit: (0,_parameters_js__WEBPACK_IMPORTED_MODULE_2__/* .ignoredByBuildKit */ .cb)(facts),
        classic: new Set(['outputs']),
        podman: new Set(),
    };
    const ignored = Object.keys(query).filter((name) => query[name] !== undefined && ignores[builder].has(name));
    if (ignored.length > 0) {
        const [name, other] = builder === 'classic' ? ['classic builder', 'BuildKit'] : ['BuildKit', 'the classic builder'];
        refuse(`the ${name} of Docker ${facts.version} ignores ${ignored.join(', ')}`, `Use ${other}`);
    }
    if (builder !== 'buildkit')
        return;
    if (options.registryConfig !== undefined)
        refuse('BuildKit ignores X-Registry-Config', 'Open a session that gives it the credentials');
    const kept = [rm === false && 'rm=0', forceRm === false && 'forcerm=0'].filter((name) => name !== false);
    for (const name of kept)
        engine.warn(`${ENDPOINT}: "${name}" has no effect: BuildKit runs steps without containers that could be kept`);
}
function* toEvents(message, quiet) {
    if (message.id === 'moby.buildkit.trace') {
        if (typeof message.aux !== 'string')
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineError */ .NJ('a build trace is not text', { status: 0, endpoint: ENDPOINT });
        yield { kind: 'trace', data: Buffer.from(message.aux, 'base64') };
        return;
    }
    // BuildKit says `moby.image.id`, the classic builder and Podman send the same aux without an id; quiet ones just print.
    const id = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .imageIdOf */ .CR)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asObject */ .eB)(message.aux), 'ID')) ?? (quiet ? (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .imageIdOf */ .CR)(message.stream?.trim()) : undefined);
    if (id !== undefined)
        yield { kind: 'image', id };
    if (message.stream !== undefined)
        yield { kind: 'stream', text: message.stream };
    yield* (0,_transfer_js__WEBPACK_IMPORTED_MODULE_4__/* .statusOf */ .c)(message);
}


/***/ }),

/***/ 2919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ create)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2952);
/* harmony import */ var _inspect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69175);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(19665);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68111);
/* harmony import */ var _parameters_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9623);
/* harmony import */ var _tag_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48619);
/* harmony import */ var _transfer_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30868);







const ENDPOINT = 'POST /images/create';
/** Throws EngineError; StreamCutShort when the stream ends without its result. */
async function* create(engine, source, options) {
    yield* source.kind === 'pull' ? pull(engine, source, options) : importImage(engine, source, options);
}
async function* pull(engine, source, options) {
    const subject = source.tag.includes(':') ? `${source.repository}@${source.tag}` : (0,_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .formatTag */ ._)(source);
    const chunks = await engine.transport.stream({
        method: 'POST',
        path: '/images/create',
        endpoint: ENDPOINT,
        subject,
        query: { fromImage: source.repository, tag: source.tag, platform: source.platform },
        ...(options.registryAuth !== undefined && { headers: { 'x-registry-auth': options.registryAuth } }),
        signal: options.signal,
        idleLimitMs: _transfer_js__WEBPACK_IMPORTED_MODULE_5__/* .IDLE_LIMIT_MS */ .U,
    });
    let digest;
    let ended = false;
    let last;
    for await (const message of (0,_messages_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeMessages */ .V)(chunks, ENDPOINT, subject)) {
        digest = /^Digest: (sha256:[0-9a-f]{64})$/.exec(message.status ?? '')?.[1] ?? digest;
        ended ||= /^Status: /.test(message.status ?? '');
        last = message;
        yield* (0,_transfer_js__WEBPACK_IMPORTED_MODULE_5__/* .statusOf */ .c)(message);
    }
    if (!ended && engine.facts.product === 'podman')
        ended = await isPulled(engine, subject, last, options.signal);
    if (!ended)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StreamCutShort */ .NR('the pull ended without saying that the image is there', {
            status: 0,
            endpoint: ENDPOINT,
            subject,
        });
    yield { kind: 'pulled', digest };
}
/**
 * Podman ends with a line that looks like those of layers, but has the beginning of the image's id
 * (containers/podman pkg/api/handlers/compat/images.go), so the image itself is looked at.
 */
async function isPulled(engine, subject, last, signal) {
    if (last?.status !== 'Download complete' || last.id === undefined)
        return false;
    const { id } = await (0,_inspect_js__WEBPACK_IMPORTED_MODULE_1__/* .inspect */ .Nn)(engine, subject, { signal });
    return id.startsWith(`sha256:${last.id}`);
}
async function* importImage(engine, source, options) {
    const { from, name, message: comment, changes, platform } = source;
    const subject = name === undefined ? undefined : (0,_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .formatTag */ ._)(name);
    // The operating system alone was always noted.
    (0,_parameters_js__WEBPACK_IMPORTED_MODULE_3__/* .admit */ .w4)(engine, ENDPOINT, { 'platform of an import': isForeign(engine, platform) ? platform : undefined }, subject);
    const chunks = await engine.transport.stream({
        method: 'POST',
        path: '/images/create',
        endpoint: ENDPOINT,
        ...(subject !== undefined && { subject }),
        query: {
            fromSrc: from instanceof URL ? from.href : '-',
            ...(name !== undefined && nameOf(engine, name)),
            message: comment,
            changes,
            platform,
        },
        ...(!(from instanceof URL) && { body: from }),
        signal: options.signal,
    });
    let id;
    for await (const message of (0,_messages_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeMessages */ .V)(chunks, ENDPOINT, subject)) {
        id = (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .imageIdOf */ .CR)(message.status) ?? id;
        yield* (0,_transfer_js__WEBPACK_IMPORTED_MODULE_5__/* .statusOf */ .c)(message);
    }
    // A body that failed while the engine went on must never count as imported (hardening C2).
    if (!(from instanceof URL) && from.errored)
        throw from.errored;
    if (id === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StreamCutShort */ .NR('the import ended without an image id', { status: 0, endpoint: ENDPOINT, subject });
    yield { kind: 'imported', id };
}
/** Podman 4 takes no notice of `tag` here, but of one inside `repo`. */
function nameOf(engine, name) {
    return engine.facts.product === 'podman' ? { repo: (0,_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .formatTag */ ._)(name) } : { repo: name.repository, tag: name.tag };
}
function isForeign({ facts }, platform) {
    return platform !== undefined && platform.split('/')[1] !== facts.architecture;
}


/***/ }),

/***/ 66698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DL: () => (/* binding */ showWarnings),
/* harmony export */   g5: () => (/* binding */ failureOf),
/* harmony export */   l8: () => (/* binding */ checkBasePlatform),
/* harmony export */   w8: () => (/* binding */ checkBuiltPlatform)
/* harmony export */ });
/* harmony import */ var _registry_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87891);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26247);
/* harmony import */ var _report_excerpt_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(57478);
/* harmony import */ var _report_failed_step_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5913);
/* harmony import */ var _builder_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35219);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59032);
/* harmony import */ var _known_dockerfile_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57247);
/* harmony import */ var _results_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(21813);








/** The runner shows ten warnings of a step as annotations; more would only repeat the lines of the log. */
const MOST_ANNOTATIONS = 10;
/** The builder's findings, with the line of the Dockerfile they are about, as lines of the log and as annotations. */
function showWarnings(log, { warnings }, { request, dockerfile, fetched, annotate }) {
    const known = dockerfile ?? fetched;
    const all = warnings.map((warning) => (0,_known_dockerfile_js__WEBPACK_IMPORTED_MODULE_5__/* .relocated */ .q)(warning, request, known));
    for (const { text, place, url } of all) {
        const where = place === undefined ? '' : `${place.file}${place.line === undefined ? '' : `:${place.line}`}: `;
        log.info(`warning: ${where}${text}${url === undefined ? '' : ` (${url})`}`);
    }
    if (!annotate || known?.inWorkspace !== true)
        return;
    const inFile = all.filter(({ place }) => place?.file === known.file);
    for (const { text, details, place } of inFile.slice(0, MOST_ANNOTATIONS)) {
        log.warning([text, ...details].join('\n'), place);
    }
}
/** Ends the log with the step that failed and its lines, and gives the error for the whole. */
async function failureOf(error, { progress, session, told, facts }) {
    const { engine, log, signal } = facts;
    const [{ pinpoint }, { adviseBuild }] = await Promise.all([__webpack_require__.e(/* import() */ 4847).then(__webpack_require__.bind(__webpack_require__, 4847)), __webpack_require__.e(/* import() */ 7821).then(__webpack_require__.bind(__webpack_require__, 50202))]);
    const step = progress.failure({ message: error.reason, code: error.code });
    const summary = progress.summary();
    const details = error instanceof _builder_error_js__WEBPACK_IMPORTED_MODULE_3__/* .BuilderError */ .C ? error.details : undefined;
    const excerpt = await pinpoint(engine, { ...told, step, error: error.reason, details, summary }, { log, signal });
    const lost = session?.kind === 'lost' ? `; ${session.error.message}` : '';
    const hint = await adviseBuild({ error: error.reason, step, excerpt }, { ...facts, ...told });
    const failure = { step, excerpt, summary, hint };
    log.endGroup();
    if (step !== undefined)
        (0,_report_failed_step_js__WEBPACK_IMPORTED_MODULE_2__/* .showFailure */ .iV)(log, step, excerpt);
    else if (excerpt !== undefined)
        (0,_report_excerpt_js__WEBPACK_IMPORTED_MODULE_7__/* .showExcerpt */ .p)(log, excerpt);
    const what = step === undefined
        ? `build failed: ${(0,_report_failed_step_js__WEBPACK_IMPORTED_MODULE_2__/* .tidy */ .DZ)(error.reason)}`
        : `build failed at ${step.name.replace(/\s+/g, ' ')}: ${step.reason}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .BuildFailed */ .UQ(`${what}${lost}`, failure, error);
}
/** Throws WrongPlatform. `base` is what the target stage is built on. */
function checkBuiltPlatform(asked, { image, summary }, base, builder) {
    const got = (0,_results_js__WEBPACK_IMPORTED_MODULE_6__/* .platformOf */ .tj)(image);
    if (!(0,_registry_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .matchesPlatform */ .pC)(asked, got)) {
        const hint = builder === 'classic'
            ? 'The classic builder takes what is in its cache whatever its platform: use builder-version: 2, or no-cache: true'
            : 'Check the platforms of the base image and any --platform in the Dockerfile';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .WrongPlatform */ .vV('built image', (0,_registry_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq)(asked), (0,_registry_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq)(got), hint);
    }
    checkBasePlatform(asked, summary, base);
}
/** Throws WrongPlatform for a base of another platform, as far as the builder tells. */
function checkBasePlatform(asked, summary, base) {
    // The containerd store takes a local base of another platform and labels the result as if it were right; this
    // warning is all there is to see of it. About other stages it may be meant, as with tools whose output is copied.
    const names = base === undefined ? [] : [(0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .formatFamiliar */ .LF)(base), (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .formatFamiliar */ .LF)({ registry: base.registry, path: base.path })];
    const foreign = summary.warnings.find(({ text }) => text.startsWith('InvalidBaseImagePlatform') && names.some((name) => text.includes(` ${name} `)));
    if (foreign !== undefined) {
        const hint = `${foreign.text}. Remove that base image from the engine, or set pull: true`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .WrongPlatform */ .vV('built image', (0,_registry_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq)(asked), 'another platform in its base', hint);
    }
}


/***/ }),

/***/ 35219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ BuilderError)
/* harmony export */ });
/* harmony import */ var _engine_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2952);

class BuilderError extends _engine_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineError */ .NJ {
    name = 'BuilderError';
    /** Where it happened; undefined where that is of no line. */
    details;
    constructor(reason, details, cause) {
        super(reason, { status: 0, endpoint: 'BuildKit Solve', cause });
        this.details = details;
    }
}


/***/ }),

/***/ 91996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  buildImage: () => (/* reexport */ buildImage),
  fileSyncMethods: () => (/* reexport */ file_sync/* fileSyncMethods */.C),
  openServices: () => (/* reexport */ session_services/* openServices */.N),
  shareContext: () => (/* reexport */ shareContext)
});

// EXTERNAL MODULE: ./build/buildkit/file-sync.js
var file_sync = __webpack_require__(49047);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/context/dockerfile.js
var context_dockerfile = __webpack_require__(46828);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/context/given-files.js
/**
 * A directory of files that are in memory, for a builder to ask for: a Dockerfile and the ignore file beside it, wherever
 * they lie. No path of the disk takes part, so nothing else can be had through it.
 */

class GivenFiles {
    #entries;
    constructor(contents) {
        const paths = new Set();
        for (const path of contents.keys()) {
            const parts = path.split('/');
            for (let depth = 1; depth <= parts.length; depth++)
                paths.add(parts.slice(0, depth).join('/'));
        }
        // A slash comes before any other byte, so that what is in a directory comes right after it.
        const key = (path) => Buffer.from(path.replaceAll('/', '\0'));
        const sorted = [...paths].sort((a, b) => Buffer.compare(key(a), key(b)));
        this.#entries = sorted.map((path) => new GivenEntry(path, contents.get(path)));
    }
    /** All of it, whatever is asked for: it holds no more than a builder looks for. */
    async *list() {
        yield this.#entries;
    }
}
class GivenEntry {
    path;
    kind;
    mode;
    size;
    /** Made from the content, so that another content is always noticed. */
    modified;
    target = '';
    #content;
    constructor(path, content) {
        this.path = path;
        this.kind = content === undefined ? 'directory' : 'file';
        this.mode = content === undefined ? 0o755 : 0o644;
        this.size = content?.length ?? 0;
        this.modified = content === undefined ? 0n : markOf(content);
        this.#content = content;
    }
    open() {
        return new GivenContent(this.#content ?? new Uint8Array(0));
    }
}
class GivenContent {
    #rest;
    constructor(content) {
        this.#rest = content;
    }
    get left() {
        return this.#rest.length;
    }
    read(target, at, most) {
        const piece = this.#rest.subarray(0, most);
        target.set(piece, at);
        this.#rest = this.#rest.subarray(piece.length);
        return piece.length;
    }
    finish() { }
    close() { }
}
function markOf(content) {
    return (0,external_node_crypto_.createHash)('sha256').update(content).digest().readBigUInt64BE() >> 16n;
}

// EXTERNAL MODULE: ./build/context/on-demand.js + 1 modules
var on_demand = __webpack_require__(92009);
;// CONCATENATED MODULE: ./build/context/share.js
/** A local directory as build context that a builder asks for part by part, and its Dockerfile beside it. */




/**
 * Shares the context as `context` and the Dockerfile as `dockerfile`: under its path in the context when it lies there,
 * else under its own name. Throws ContextError; so do the listings and the files, with what is wrong by then.
 */
function shareContext({ root, dockerfile, ignore, maxEntries, epoch }, onWarning) {
    const name = nameOf(dockerfile);
    const given = new Map([[name, (0,context_dockerfile/* readDockerfile */.n_)(dockerfile)]]);
    const rules = ownRules(dockerfile, ignore);
    if (rules !== undefined)
        given.set(`${name}.dockerignore`, rules);
    return {
        dockerfile: name,
        directories: new Map([
            ['context', new on_demand/* ContextParts */.g2({ root, ignore, maxEntries, epoch, onWarning })],
            ['dockerfile', new GivenFiles(given)],
        ]),
    };
}
function nameOf(dockerfile) {
    if (dockerfile.kind === 'loose')
        return 'Dockerfile';
    return dockerfile.kind === 'inside' ? dockerfile.path : (0,external_node_path_.basename)(dockerfile.named);
}
/** The ignore file that is the Dockerfile's own, as we understood it. */
function ownRules(dockerfile, ignore) {
    if (dockerfile.kind === 'loose' || ignore.file !== `${dockerfile.named}.dockerignore`)
        return undefined;
    if (!(0,on_demand/* canShareRules */.D4)(ignore))
        return undefined;
    return Buffer.from(ignore.patterns.map(({ text, exception }) => `${exception ? '!' : ''}${text}\n`).join(''));
}

// EXTERNAL MODULE: ./build/engine/build.js
var build = __webpack_require__(21099);
// EXTERNAL MODULE: ./build/engine/inspect.js
var inspect = __webpack_require__(69175);
// EXTERNAL MODULE: ./build/registry/reference.js
var registry_reference = __webpack_require__(26247);
// EXTERNAL MODULE: ./build/pipeline/base-images.js
var base_images = __webpack_require__(47185);
// EXTERNAL MODULE: ./build/pipeline/build-outcome.js
var build_outcome = __webpack_require__(66698);
// EXTERNAL MODULE: ./build/pipeline/build-session.js + 5 modules
var build_session = __webpack_require__(99655);
// EXTERNAL MODULE: ./build/pipeline/follow-build.js
var follow_build = __webpack_require__(7691);
// EXTERNAL MODULE: ./build/pipeline/pull-image.js
var pull_image = __webpack_require__(25244);
;// CONCATENATED MODULE: ./build/pipeline/step-images.js
/**
 * Ids of the images that steps of the classic builder or of Podman made, read from their text: ` ---> 362db2ede660` and
 * `--> 6b6d6e12a46`. An id that stands for a base (the first after FROM) or for a cached step is not one of these. Lines
 * that a RUN prints may look the same, so an id from here is only ever a question to the engine.
 */
const STEP = /^step \d+\/\d+ ?: ?(\w+)/i;
const CACHED = /^ ?-+> Using cache/;
const ID = /^ ?-+> ([0-9a-f]{11,64})$/;
class StepImages {
    #held = '';
    #ignoring = false;
    #ids = [];
    /** Takes pieces of text as they come, and gives the ids in the lines they complete. */
    push(text) {
        const lines = (this.#held + text).split('\n');
        this.#held = (lines.pop() ?? '').slice(0, 1024);
        const ids = lines.flatMap((line) => this.#read(line));
        this.#ids.push(...ids);
        return ids;
    }
    /** Whether an image, by its whole id, is one of them. */
    made(id) {
        return this.#ids.some((known) => id.replace(/^sha256:/, '').startsWith(known));
    }
    #read(line) {
        const instruction = STEP.exec(line)?.[1];
        if (instruction !== undefined)
            this.#ignoring = instruction.toUpperCase() === 'FROM';
        if (CACHED.test(line))
            this.#ignoring = true;
        const id = ID.exec(line)?.[1];
        return id === undefined || this.#ignoring ? [] : [id];
    }
}

;// CONCATENATED MODULE: ./build/pipeline/build-image.js
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









/** Throws BuildFailed, WrongPlatform, NoSession, EngineError, ContextError, or the abort reason. */
async function buildImage(engine, job, tools) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { builder, buildArgs, target } = job.request;
        const bases = (0,base_images/* readBaseImages */.kc)(job.dockerfileText, buildArgs, target);
        const { ledger } = tools;
        if (builder === 'classic')
            await pullCaches(engine, job, tools);
        if (builder === 'buildkit')
            await ledger.contexts();
        // The other builders pull bases into the engine as images.
        else
            for (const base of bases.all)
                await ledger.name((0,registry_reference/* formatFamiliar */.LF)((0,registry_reference/* withDefaultTag */._t)(base)));
        // Names that the builder gives, as this one does only for what it attests.
        for (const name of job.request.tags ?? [])
            await ledger.name((0,registry_reference/* formatFamiliar */.LF)((0,registry_reference/* parseReference */.F2)(name)));
        const steps = new StepImages();
        const solving = await prepare(job, tools.log);
        const open = () => (0,build_session/* openBuildSession */.j)((0,build_session/* sessionOf */.M)(engine), { bases, services: withSending(job), solving }, tools);
        // What is served for a build by the Control API is for that one.
        const own = __addDisposableResource(env_1, solving && (await open()), true);
        const session = own ?? (builder === 'buildkit' && solving === undefined ? await job.session(open) : undefined);
        const sent = await job.sending.begin(session !== undefined);
        const receiving = session && job.receiving;
        const { pushing } = job;
        const request = {
            ...job.request,
            dockerfile: sent.dockerfile,
            remote: sent.remote,
            ...(receiving && { outputs: receiving.outputs }),
            ...(pushing && { outputs: [pushing.output(job.request.outputs?.[0]?.attributes ?? new Map())] }),
        };
        const context = job.context && { directory: job.context.root, ignore: job.context.ignore };
        const { id, summary } = await (0,follow_build/* followBuild */.c)(() => startBuild(engine, request, { bases, session, solving, body: sent.body, tools }), {
            told: { request, dockerfile: job.dockerfile, fetched: job.fetched, annotate: tools.annotateWarnings },
            facts: { engine, bases, context, credentials: tools.credentials, log: tools.log, signal: tools.signal },
            session,
            sending: job.sending,
            receiving,
            onImage: (made) => {
                if (pushing === undefined)
                    ledger.image(made, steps.made(made));
            },
            onText: (text) => {
                if (builder !== 'buildkit')
                    for (const made of steps.push(text))
                        ledger.image(made, true);
            },
        });
        if (receiving !== undefined) {
            for (const platform of job.platforms)
                (0,build_outcome/* checkBasePlatform */.l8)(platform, summary, bases.ofTarget);
            return { image: undefined, summary, dest: receiving.dest, size: await receiving.finish() };
        }
        if (pushing !== undefined) {
            const { image, entries } = await pushing.read(id);
            for (const platform of job.platforms)
                (0,build_outcome/* checkBuiltPlatform */.w8)(platform, { image, summary }, bases.ofTarget, builder);
            return { image, summary, unstored: entries };
        }
        const image = await (0,inspect/* inspect */.Nn)(engine, id, { signal: tools.signal });
        for (const platform of job.platforms) {
            const built = job.platforms.length === 1 ? image : await (0,inspect/* inspect */.Nn)(engine, id, { platform, signal: tools.signal });
            (0,build_outcome/* checkBuiltPlatform */.w8)(platform, { image: built, summary }, bases.ofTarget, builder);
        }
        return { image, summary };
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
/** What the session serves for the steps, for the files of the context, and for the result. */
function withSending({ services, sending, receiving }) {
    return {
        methods: new Map([...services.methods, ...sending.methods, ...(receiving?.methods ?? [])]),
        neededFor: [...services.neededFor, ...sending.neededFor],
        sharedKey: sending.sharedKey,
    };
}
async function prepare({ control, sending }, log) {
    if (control === undefined)
        return undefined;
    const { prepareSolve } = await Promise.all(/* import() */[__webpack_require__.e(9630), __webpack_require__.e(9297)]).then(__webpack_require__.bind(__webpack_require__, 89297));
    return prepareSolve(control, sending.methods, log);
}
async function startBuild(engine, request, { bases, session, solving, body, tools }) {
    const { signal, credentials } = tools;
    if (solving !== undefined)
        return solving.build(request, { session: session?.id ?? '', body, signal });
    const { builder } = request;
    const registryConfig = builder === 'buildkit' ? undefined : await (0,base_images/* registryConfigFor */.J7)(bases, credentials);
    return (0,build/* build */.jq)(engine, request, {
        context: body,
        ...(session && { session: session.id }),
        ...(registryConfig !== undefined && { registryConfig }),
        // Podman, unlike Docker, speaks plain http to its own machine only when told.
        ...(builder === 'podman' && (0,base_images/* areAllOnLoopback */.At)(bases) && { tlsVerify: false }),
        signal,
    });
}
/** Caches only save time, so one that cannot be had is said and left out. */
async function pullCaches(engine, { cacheFrom, platforms }, tools) {
    const { log, signal } = tools;
    const [platform] = platforms;
    for (const reference of cacheFrom) {
        const name = (0,registry_reference/* formatFamiliar */.LF)(reference);
        log.info(`Pulling ${name} as a cache for the classic builder`);
        try {
            await (0,pull_image/* pullImage */.Z)(engine, reference, platform, tools);
        }
        catch (error) {
            signal.throwIfAborted();
            log.info(`No cache from ${name}: ${error.message}`);
        }
    }
}

// EXTERNAL MODULE: ./build/pipeline/session-services.js + 3 modules
var session_services = __webpack_require__(33047);
;// CONCATENATED MODULE: ./build/pipeline/builders-side.js
/**
 * What most builds need, BuildKit's session and files on demand with it, to be loaded as one while the engine says what it
 * is: each part that is loaded by itself takes about a millisecond (docs/decisions/0005-start-up.md).
 */






/***/ }),

/***/ 7691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ followBuild)
/* harmony export */ });
/* harmony import */ var _engine_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2952);
/* harmony import */ var _report_progress_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15074);
/* harmony import */ var _build_outcome_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66698);



/** Throws BuildFailed, what was wrong with the context on its way, or the abort reason. */
async function followBuild(start, { told, facts, session, sending, receiving, onImage, onText }) {
    const { log } = facts;
    const progress = (0,_report_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .createProgress */ .m)(log);
    let id = '';
    try {
        for await (const event of await start()) {
            if (event.kind === 'trace')
                progress.trace(event.data);
            else if (event.kind === 'stream') {
                progress.stream(event.text);
                onText?.(event.text);
            }
            else if (event.kind === 'status')
                progress.status(event);
            else {
                onImage?.(event.id);
                id = event.id;
            }
            await log.drained();
        }
    }
    catch (error) {
        progress.finish(false);
        facts.signal.throwIfAborted();
        sending.end();
        // What the engine then reports is only an echo of it.
        const failure = sending.failure ?? receiving?.failure;
        if (failure !== undefined)
            throw failure;
        if (!(error instanceof _engine_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineError */ .NJ))
            throw error;
        (0,_build_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .showWarnings */ .DL)(log, progress.summary(), told);
        const ended = session && (await Promise.race([session.closed, undefined]));
        throw await (0,_build_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOf */ .g5)(error, { progress, session: ended, told, facts });
    }
    progress.finish();
    sending.end();
    // Nothing that was not sent as it was listed counts as built (hardening C2).
    if (sending.failure !== undefined)
        throw sending.failure;
    const summary = progress.summary();
    (0,_build_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .showWarnings */ .DL)(log, summary, told);
    for (const cache of progress.unwritten())
        log.warning(`input cache-to: the build went on without ${cache}`);
    return { id, summary };
}


/***/ }),

/***/ 25244:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ pullImage)
/* harmony export */ });
/* harmony import */ var _engine_create_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2919);
/* harmony import */ var _registry_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87891);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26247);
/* harmony import */ var _registry_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67728);
/* harmony import */ var _report_progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15074);
/* harmony import */ var _classify_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48385);
/** Pulls one image by tag or digest, with the account for its registry, and again when a registry was only busy. */






/** The digest is of the manifest or index that was named; Podman does not tell it. Throws EngineError. */
async function pullImage(engine, reference, platform, tools) {
    const { credentials, ledger, log, clock, random, signal } = tools;
    const named = (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .withDefaultTag */ ._t)(reference);
    const { registry, path: repository } = named;
    const source = {
        kind: 'pull',
        repository: (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .familiarRepository */ .Yu)(named),
        tag: named.digest ?? named.tag ?? '',
        platform: platform && (0,_registry_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPlatform */ .Bq)(platform),
    };
    const registryAuth = await credentials.authHeader({ registry, repository, action: 'pull' });
    await ledger.name((0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .formatFamiliar */ .LF)(named.digest === undefined ? named : { registry, path: repository, digest: named.digest }));
    const once = async () => {
        const progress = (0,_report_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .createProgress */ .m)(log);
        let digest;
        let complete = false;
        try {
            for await (const event of (0,_engine_create_js__WEBPACK_IMPORTED_MODULE_0__/* .create */ .v)(engine, source, { registryAuth, signal })) {
                if (event.kind === 'status')
                    progress.status(event);
                else if (event.kind === 'pulled')
                    digest = event.digest;
                await log.drained();
            }
            complete = true;
            return digest;
        }
        finally {
            progress.finish(complete);
        }
    };
    const what = `pull ${(0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .formatFamiliar */ .LF)(named)}`;
    return (0,_registry_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .retrying */ .R$)(once, {
        what,
        classify: (error) => (0,_classify_js__WEBPACK_IMPORTED_MODULE_5__/* .classifyTransfer */ .S)(error, false),
        clock,
        random,
        log: (text) => log.info(text),
        signal,
    });
}


/***/ })

};
