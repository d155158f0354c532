export const id = 9099;
export const ids = [9099,4216];
export const modules = {

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


/***/ }),

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

/***/ 53938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openControl: () => (/* binding */ openControl)
/* harmony export */ });
/* harmony import */ var _engine_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2952);
/* harmony import */ var _engine_api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19518);
/* harmony import */ var _engine_grpc_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11354);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59032);




/**
 * Opens the API where the choice is for it. A proxy that lets only some routes through is a notice, unless the image
 * would be another one: throws NoControl then.
 */
async function openControl(engine, { api, neededFor, usefulFor, inputs }, { log, signal }) {
    const reopen = () => (0,_engine_grpc_js__WEBPACK_IMPORTED_MODULE_2__.openGrpc)(engine, signal);
    const closed = { client: undefined, reopen, [Symbol.dispose]: () => { } };
    if (api === 'build')
        return { ...closed, inputs };
    try {
        const client = await reopen();
        return { client, reopen, inputs, [Symbol.dispose]: client[Symbol.dispose] };
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof _engine_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineError */ .NJ))
            throw error;
        if (neededFor.length > 0)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .NoControl */ .Xs(neededFor, error);
        const lost = usefulFor.length === 0 ? '' : `, without ${usefulFor.join(', ')}`;
        log.notice(`the Control API cannot be reached: ${error.reason}. The build goes by POST /build${lost}`);
        return { ...closed, inputs: (0,_engine_api_js__WEBPACK_IMPORTED_MODULE_1__/* .without */ .F)(inputs, new Set(usefulFor)) };
    }
}


/***/ }),

/***/ 11354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openGrpc: () => (/* binding */ openGrpc),
/* harmony export */   tunnelDirectly: () => (/* binding */ tunnelDirectly)
/* harmony export */ });
/* harmony import */ var _buildkit_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34446);
/* harmony import */ var _buildkit_control_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15320);
/* harmony import */ var _buildkit_tunnel_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63831);
/* harmony import */ var _engine_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23984);




/** Since this API version an engine speaks it without an upgrade. */
const DIRECT_API = '1.53';
/** A proxy in between may swallow what it does not understand; an engine answers in milliseconds. */
const DIRECT_MS = 5000;
/** Throws EngineError where the engine, or a proxy before it, does neither; EngineUnreachable, or the abort reason. */
async function openGrpc(engine, signal) {
    return ((await openDirectly(engine, signal)) ??
        (0,_buildkit_client_js__WEBPACK_IMPORTED_MODULE_0__/* .openClient */ .My)({ upgrade: () => engine.transport.upgrade('/grpc', [], signal), signal }));
}
/** The connection of a session on such a connection; undefined where the engine takes none. */
async function tunnelDirectly(engine, headers, signal) {
    const client = await openDirectly(engine, signal);
    return client && (0,_buildkit_tunnel_js__WEBPACK_IMPORTED_MODULE_2__.openTunnel)(client, headers, signal).once('close', () => client.close());
}
/** Undefined where it is not answered: the upgrade may still be. */
async function openDirectly({ transport, facts }, signal) {
    if ((0,_engine_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .compareApi */ .S8)(facts.engineApiVersion, DIRECT_API) < 0)
        return undefined;
    const limited = AbortSignal.any([signal, AbortSignal.timeout(DIRECT_MS)]);
    let client;
    try {
        client = await (0,_buildkit_client_js__WEBPACK_IMPORTED_MODULE_0__/* .openClient */ .My)({ upgrade: () => transport.dial(limited), signal });
        // That something speaks HTTP/2 says little: a proxy may, too.
        await client.unary(_buildkit_control_js__WEBPACK_IMPORTED_MODULE_1__/* .LIST_WORKERS */ .DR, new Uint8Array(0), { signal: limited });
        return client;
    }
    catch {
        client?.close();
        signal.throwIfAborted();
        return undefined;
    }
}


/***/ }),

/***/ 62445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   exportCaches: () => (/* binding */ exportCaches),
/* harmony export */   exportedCaches: () => (/* binding */ exportedCaches)
/* harmony export */ });
/* harmony import */ var _registry_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87891);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26247);
/* harmony import */ var _report_units_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(15088);
/* harmony import */ var _base_images_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47185);
/* harmony import */ var _build_session_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99655);
/* harmony import */ var _control_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53938);
/* harmony import */ var _engine_api_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19518);
/* harmony import */ var _epoch_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(78386);
/* harmony import */ var _explain_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(59152);
/* harmony import */ var _follow_build_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7691);
/* harmony import */ var _obtain_build_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(51636);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(86868);
/* harmony import */ var _quiet_log_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(74216);
/* harmony import */ var _session_services_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(33047);
/* harmony import */ var _shared_parts_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(67633);
/* harmony import */ var _solve_build_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(89297);
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
















/** Those of `cache-to` that this engine writes beside an image. Throws InvalidInput for what it cannot do. */
function exportedCaches(origin, facts) {
    const { builder } = (0,_plan_js__WEBPACK_IMPORTED_MODULE_9__/* .planBuild */ .C)(origin, facts, _registry_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .formatFamiliar */ .LF).request;
    if (builder !== 'buildkit')
        return [];
    return (0,_engine_api_js__WEBPACK_IMPORTED_MODULE_5__/* .chooseApi */ .w)(origin.control, facts, builder).inputs.cacheTo.filter(({ type }) => type !== 'inline');
}
/** After the builds. Throws what a cache with `ignore-error=false` fails of; other failures are warnings. */
async function exportCaches(opened, origin, wanted, tools) {
    try {
        await writeCaches(opened, origin, wanted, tools);
    }
    catch (error) {
        tools.signal.throwIfAborted();
        if (wanted.caches.some(({ attributes }) => attributes.get('ignore-error') === 'false'))
            throw error;
        tools.log.warning(`input cache-to: the build went on without the caches: ${(0,_explain_js__WEBPACK_IMPORTED_MODULE_6__/* .describeError */ .Uc)(error)}`);
    }
}
async function writeCaches({ engine }, origin, { platforms, caches }, tools) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { log, signal } = tools;
        let isWhole = true;
        const warning = (text) => {
            isWhole = false;
            log.warning(text);
        };
        const quiet = { ...tools, log: { ...(0,_quiet_log_js__WEBPACK_IMPORTED_MODULE_13__.silenced)(log), warning }, annotateWarnings: false };
        // What was made anew is not to be made anew again, nor is anything said of an image.
        const again = { ...origin, noCache: false, platform: undefined };
        const wanted = { ...origin.control, platforms, cacheTo: caches, noCacheFilters: [], attestations: new Map() };
        const choice = (0,_engine_api_js__WEBPACK_IMPORTED_MODULE_5__/* .chooseApi */ .w)(wanted, engine.facts, 'buildkit');
        const control = __addDisposableResource(env_1, await (0,_control_js__WEBPACK_IMPORTED_MODULE_4__.openControl)(engine, choice, tools), false);
        const { client, reopen, inputs } = control;
        if (client === undefined)
            return;
        const plan = (0,_plan_js__WEBPACK_IMPORTED_MODULE_9__/* .planBuild */ .C)(again, engine.facts, _registry_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .formatFamiliar */ .LF);
        const own = __addDisposableResource(env_1, new _shared_parts_js__WEBPACK_IMPORTED_MODULE_11__/* .SharedParts */ .Q(), true);
        const parts = tools.shared ?? own;
        const place = await (0,_obtain_build_js__WEBPACK_IMPORTED_MODULE_8__/* .openPlace */ .QL)(parts, again, { builder: 'buildkit', facts: engine.facts }, quiet);
        const services = await parts.get('services', () => (0,_session_services_js__WEBPACK_IMPORTED_MODULE_10__/* .openServices */ .N)(again, tools.startAgent));
        const sending = await (0,_obtain_build_js__WEBPACK_IMPORTED_MODULE_8__/* .sendContext */ .c4)(place, undefined, { origin: again, plan }, quiet);
        const epoch = (0,_epoch_js__WEBPACK_IMPORTED_MODULE_14__/* .epochOf */ .F)(plan.request.buildArgs);
        const solving = await (0,_solve_build_js__WEBPACK_IMPORTED_MODULE_12__.prepareSolve)({ client, reopen, inputs, epoch }, sending.methods, quiet.log);
        const bases = (0,_base_images_js__WEBPACK_IMPORTED_MODULE_2__/* .readBaseImages */ .kc)(place.dockerfileText, again.buildArgs, again.target);
        const session = __addDisposableResource(env_1, await (0,_build_session_js__WEBPACK_IMPORTED_MODULE_3__/* .openBuildSession */ .j)((0,_build_session_js__WEBPACK_IMPORTED_MODULE_3__/* .sessionOf */ .M)(engine), { bases, services: { ...services, sharedKey: sending.sharedKey }, solving }, quiet), true);
        const { dockerfile, remote, body } = await sending.begin(true);
        const cacheFrom = origin.cacheFrom.map(_registry_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .formatFamiliar */ .LF);
        const outputs = [{ type: 'cacheonly', attributes: new Map() }];
        const request = { ...plan.request, dockerfile, remote, cacheFrom, outputs };
        const { named, fetched, context } = place;
        const { summary } = await (0,_follow_build_js__WEBPACK_IMPORTED_MODULE_7__/* .followBuild */ .c)(async () => solving.build(request, { session: session?.id ?? '', body, signal }), {
            told: { request, dockerfile: named, fetched, annotate: false },
            facts: {
                engine,
                bases,
                context: context && { directory: context.root, ignore: context.ignore },
                credentials: tools.credentials,
                log: quiet.log,
                signal,
            },
            session,
            sending,
        });
        const names = platforms.map(_registry_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq).join(', ');
        if (isWhole)
            log.info(`Cache: written for ${names} in ${(0,_report_units_js__WEBPACK_IMPORTED_MODULE_15__/* .formatDuration */ .a3)(summary.seconds)}`);
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

/***/ 74216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   silenced: () => (/* binding */ silenced)
/* harmony export */ });
/** What is said there is only seen with step debugging. */
function silenced(log) {
    return {
        info: log.debug,
        untrusted: (label, text) => log.debug(`${label}${text}`),
        group: () => { },
        endGroup: () => { },
        debug: log.debug,
        notice: log.debug,
        warning: log.debug,
        error: log.debug,
        drained: () => log.drained(),
    };
}


/***/ })

};
