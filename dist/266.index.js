export const id = 266;
export const ids = [266];
export const modules = {

/***/ 5459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H5: () => (/* binding */ encodeFrames),
/* harmony export */   v0: () => (/* binding */ readFrames)
/* harmony export */ });
/* unused harmony export MESSAGE_LIMIT */
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9383);
/**
 * gRPC's length-prefixed messages on an HTTP/2 stream: one byte of flags, four of length, then the message
 * (grpc/doc/PROTOCOL-HTTP2.md, "Length-Prefixed-Message"). DATA frames cut them anywhere, so bytes are queued and
 * each is copied at most once.
 */

const PREFIX = 5;
const COMPRESSED = 1;
/** Largest message we accept, in bytes: what BuildKit itself accepts since 0.9. */
const MESSAGE_LIMIT = 16 * 1024 * 1024;
/** One DATA payload with all `messages`, each behind its prefix. BuildKit 0.8 refuses messages above 4 MiB. */
function encodeFrames(...messages) {
    const size = messages.reduce((sum, message) => sum + PREFIX + message.length, 0);
    const bytes = Buffer.allocUnsafe(size);
    let at = 0;
    for (const message of messages) {
        bytes[at] = 0;
        bytes.writeUInt32BE(message.length, at + 1);
        bytes.set(message, at + PREFIX);
        at += PREFIX + message.length;
    }
    return bytes;
}
/**
 * Yields the messages of a byte stream, however it is cut. Throws GrpcError for a message above `limit` bytes, for a
 * compressed one (we never offer a compression) and for a stream that ends inside a message.
 */
async function* readFrames(chunks, limit = MESSAGE_LIMIT) {
    const queue = new ByteQueue();
    let size;
    for await (const chunk of chunks) {
        queue.push(chunk);
        for (;;) {
            if (size === undefined) {
                if (queue.length < PREFIX)
                    break;
                size = readPrefix(queue.take(PREFIX), limit);
            }
            if (queue.length < size)
                break;
            yield queue.take(size);
            size = undefined;
        }
    }
    if (size !== undefined || queue.length > 0)
        throw new _status_js__WEBPACK_IMPORTED_MODULE_0__/* .GrpcError */ .nz(_status_js__WEBPACK_IMPORTED_MODULE_0__/* .Code */ .Cy.internal, 'the request ended inside a message');
}
function readPrefix(prefix, limit) {
    const view = new DataView(prefix.buffer, prefix.byteOffset, PREFIX);
    if (view.getUint8(0) === COMPRESSED)
        throw new _status_js__WEBPACK_IMPORTED_MODULE_0__/* .GrpcError */ .nz(_status_js__WEBPACK_IMPORTED_MODULE_0__/* .Code */ .Cy.unimplemented, 'compressed messages are not supported');
    const size = view.getUint32(1);
    if (size > limit) {
        throw new _status_js__WEBPACK_IMPORTED_MODULE_0__/* .GrpcError */ .nz(_status_js__WEBPACK_IMPORTED_MODULE_0__/* .Code */ .Cy.resourceExhausted, `a message of ${size} bytes is above the limit of ${limit}`);
    }
    return size;
}
/** Chunks in order of arrival, taken out in pieces of any size. */
class ByteQueue {
    length = 0;
    #chunks = [];
    #first = 0;
    push(chunk) {
        if (chunk.length === 0)
            return;
        this.#chunks.push(chunk);
        this.length += chunk.length;
    }
    /** The next `size` bytes, which must be there. A piece inside one chunk is a view of it, not a copy. */
    take(size) {
        this.length -= size;
        const whole = this.#shift(size);
        if (whole.length === size)
            return whole;
        const joined = new Uint8Array(size);
        joined.set(whole);
        for (let at = whole.length; at < size;) {
            const piece = this.#shift(size - at);
            joined.set(piece, at);
            at += piece.length;
        }
        return joined;
    }
    /** At most `size` bytes, out of the oldest chunk only. */
    #shift(size) {
        const chunk = this.#chunks[this.#first];
        if (chunk === undefined)
            return new Uint8Array(0);
        if (chunk.length > size) {
            this.#chunks[this.#first] = chunk.subarray(size);
            return chunk.subarray(0, size);
        }
        this.#first++;
        // An index instead of Array.shift, which moves the whole array for every chunk of a big message.
        if (this.#first === this.#chunks.length) {
            this.#chunks = [];
            this.#first = 0;
        }
        return chunk;
    }
}


/***/ }),

/***/ 3266:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  buildImage: () => (/* binding */ buildImage)
});

// EXTERNAL MODULE: ./build/engine/errors.js
var errors = __webpack_require__(2952);
// EXTERNAL MODULE: ./build/engine/json.js
var json = __webpack_require__(9665);
// EXTERNAL MODULE: ./build/engine/messages.js
var messages = __webpack_require__(8111);
// EXTERNAL MODULE: ./build/engine/parameters.js
var parameters = __webpack_require__(9623);
// EXTERNAL MODULE: ./build/engine/transfer.js
var transfer = __webpack_require__(868);
;// CONCATENATED MODULE: ./build/engine/build.js





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
    for await (const message of (0,messages/* decodeMessages */.V)(chunks, ENDPOINT)) {
        for (const event of toEvents(message, request.quiet === true)) {
            done ||= event.kind === 'image';
            yield event;
        }
    }
    // A body that failed while the engine went on must never count as built (hardening C2).
    if (options.context?.errored)
        throw options.context.errored;
    if (!done)
        throw new errors/* StreamCutShort */.NR('the build ended without an image id and without an error', {
            status: 0,
            endpoint: ENDPOINT,
        });
}
/** Whether the build ends with an image in the engine, rather than with files for the client. */
function storesImage({ outputs = [] }) {
    return !outputs.some(({ type }) => ['local', 'tar'].includes(type));
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
        throw new parameters/* Unsupported */.O0(why, { status: 0, endpoint: ENDPOINT, hint });
    };
    const fits = facts.product === 'podman' ? builder === 'podman' : builder !== 'podman';
    if (!fits || (builder === 'buildkit' && !facts.hasBuildKit)) {
        const product = facts.product === 'podman' ? 'Podman' : 'Docker';
        refuse(`${product} ${facts.version} has no builder "${builder}"`, 'Choose one that it has');
    }
    (0,parameters/* admit */.w4)(engine, ENDPOINT, { ...query, 'forcerm=0': forceRm === false || undefined });
    const ignores = {
        buildkit: (0,parameters/* ignoredByBuildKit */.cb)(facts),
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
            throw new errors/* EngineError */.NJ('a build trace is not text', { status: 0, endpoint: ENDPOINT });
        yield { kind: 'trace', data: Buffer.from(message.aux, 'base64') };
        return;
    }
    // BuildKit says `moby.image.id`, the classic builder and Podman send the same aux without an id; quiet ones just print.
    const id = (0,json/* imageIdOf */.CR)((0,json/* own */.ZV)((0,json/* asObject */.eB)(message.aux), 'ID')) ?? (quiet ? (0,json/* imageIdOf */.CR)(message.stream?.trim()) : undefined);
    if (id !== undefined)
        yield { kind: 'image', id };
    if (message.stream !== undefined)
        yield { kind: 'stream', text: message.stream };
    yield* (0,transfer/* statusOf */.c)(message);
}

// EXTERNAL MODULE: ./build/engine/inspect.js
var inspect = __webpack_require__(9175);
// EXTERNAL MODULE: ./build/registry/reference.js
var registry_reference = __webpack_require__(6247);
// EXTERNAL MODULE: ./build/report/progress.js + 9 modules
var report_progress = __webpack_require__(5074);
// EXTERNAL MODULE: ./build/context/bases.js
var bases = __webpack_require__(9990);
// EXTERNAL MODULE: ./build/registry/origin.js
var origin = __webpack_require__(7182);
;// CONCATENATED MODULE: ./build/pipeline/base-images.js
/**
 * The images a build starts from, and the credentials for them: a builder may be given those of the registries in use
 * and no others (hardening S8).
 */



function readBaseImages(dockerfile, buildArgs, target) {
    const { all, ofTarget } = (0,bases/* findBases */.u)(dockerfile, buildArgs, target);
    return {
        all: all.map(tryParse).filter((base) => base !== undefined),
        ofTarget: ofTarget === undefined ? undefined : tryParse(ofTarget),
    };
}
/** The engine will say what is wrong with a FROM, with its line. */
function tryParse(name) {
    try {
        return (0,registry_reference/* parseReference */.F2)(name);
    }
    catch (error) {
        if (error instanceof registry_reference/* InvalidReference */.ft)
            return undefined;
        throw error;
    }
}
/** Value of X-Registry-Config for these bases; undefined when they need no account. */
function registryConfigFor(bases, credentials) {
    return credentials.configHeader(bases.all.map(({ registry, path }) => ({ registry, repository: path, action: 'pull' })));
}
/**
 * The credential for a registry of which the builder names only the host: one that is limited to a repository serves
 * when a base lies there.
 */
async function credentialForHost(registry, bases, credentials) {
    for (const { path } of bases.all.filter((base) => base.registry === registry)) {
        const found = await credentials.find({ registry, repository: path, action: 'pull' });
        if (found !== undefined)
            return found;
    }
    return credentials.find({ registry, action: 'pull' });
}
/** True when every base comes from a registry of this machine, which Podman is then told to speak plain http to. */
function areAllOnLoopback({ all }) {
    return all.length > 0 && all.every(({ registry }) => (0,origin/* isLoopbackRegistry */.jW)(registry));
}

// EXTERNAL MODULE: ./build/registry/platform.js
var platform = __webpack_require__(7891);
// EXTERNAL MODULE: ./build/report/diagnosis.js
var diagnosis = __webpack_require__(4458);
// EXTERNAL MODULE: ./build/report/excerpt.js
var report_excerpt = __webpack_require__(7478);
// EXTERNAL MODULE: ./build/report/failed-step.js
var failed_step = __webpack_require__(8294);
// EXTERNAL MODULE: ./build/pipeline/errors.js
var pipeline_errors = __webpack_require__(9032);
// EXTERNAL MODULE: ./build/pipeline/pinpoint.js + 1 modules
var pinpoint = __webpack_require__(4847);
// EXTERNAL MODULE: ./build/pipeline/results.js
var results = __webpack_require__(1813);
;// CONCATENATED MODULE: ./build/pipeline/build-outcome.js








/** The runner shows ten warnings of a step as annotations; more would only repeat the lines of the log. */
const MOST_ANNOTATIONS = 10;
/** The builder's findings, with the line of the Dockerfile they are about, as lines of the log and as annotations. */
function showWarnings(log, { warnings }, { request, dockerfile, annotate }) {
    const all = warnings.map((warning) => (0,pinpoint/* relocated */.qP)(warning, request, dockerfile));
    for (const { text, place, url } of all) {
        const where = place === undefined ? '' : `${place.file}${place.line === undefined ? '' : `:${place.line}`}: `;
        log.info(`warning: ${where}${text}${url === undefined ? '' : ` (${url})`}`);
    }
    if (!annotate || dockerfile?.inWorkspace !== true)
        return;
    const inFile = all.filter(({ place }) => place?.file === dockerfile.file);
    for (const { text, details, place } of inFile.slice(0, MOST_ANNOTATIONS)) {
        log.warning([text, ...details].join('\n'), place);
    }
}
/** Ends the log with the step that failed and its lines, and gives the error for the whole. */
async function failureOf(error, { engine, progress, session, told }, { log, signal }) {
    const step = progress.failure({ message: error.reason, code: error.code });
    const summary = progress.summary();
    const excerpt = await (0,pinpoint/* pinpoint */.SJ)(engine, { ...told, step, error: error.reason, summary }, { log, signal });
    const lost = session?.kind === 'lost' ? `; ${session.error.message}` : '';
    const failure = { step, excerpt, summary, hint: hintFor(error.reason, step) };
    log.endGroup();
    if (step !== undefined)
        (0,failed_step/* showFailure */.iV)(log, step, excerpt);
    else if (excerpt !== undefined)
        (0,report_excerpt/* showExcerpt */.p)(log, excerpt);
    const what = step === undefined
        ? `build failed: ${(0,failed_step/* tidy */.DZ)(error.reason)}`
        : `build failed at ${step.name.replace(/\s+/g, ' ')}: ${step.reason}`;
    return new pipeline_errors/* BuildFailed */.UQ(`${what}${lost}`, failure, error);
}
/** A command that failed says itself why: its text, which the engine quotes, must not be taken for the engine's words. */
function hintFor(reason, step) {
    if (step?.exitCode === undefined)
        return (0,diagnosis/* diagnose */.h)(reason)?.hint;
    const last = step.lastLines.at(-1) ?? '';
    if (/exec format error/i.test(last))
        return (0,diagnosis/* diagnose */.h)('exec format error')?.hint;
    return (0,diagnosis/* diagnose */.h)(`exit code: ${step.exitCode}`)?.hint;
}
/** Throws WrongPlatform. `base` is what the target stage is built on. */
function checkBuiltPlatform(asked, { image, summary }, base, builder) {
    const got = (0,results/* platformOf */.tj)(image);
    if (!(0,platform/* matchesPlatform */.pC)(asked, got)) {
        const hint = builder === 'classic'
            ? 'The classic builder takes what is in its cache whatever its platform: use builder-version: 2, or no-cache: true'
            : 'Check the platforms of the base image and any --platform in the Dockerfile';
        throw new pipeline_errors/* WrongPlatform */.vV('built image', (0,platform/* formatPlatform */.Bq)(asked), (0,platform/* formatPlatform */.Bq)(got), hint);
    }
    checkBasePlatform(asked, summary, base);
}
/** Throws WrongPlatform for a base of another platform, as far as the builder tells. */
function checkBasePlatform(asked, summary, base) {
    // The containerd store takes a local base of another platform and labels the result as if it were right; this
    // warning is all there is to see of it. About other stages it may be meant, as with tools whose output is copied.
    const names = base === undefined ? [] : [(0,registry_reference/* formatFamiliar */.LF)(base), (0,registry_reference/* formatFamiliar */.LF)({ registry: base.registry, path: base.path })];
    const foreign = summary.warnings.find(({ text }) => text.startsWith('InvalidBaseImagePlatform') && names.some((name) => text.includes(` ${name} `)));
    if (foreign !== undefined) {
        const hint = `${foreign.text}. Remove that base image from the engine, or set pull: true`;
        throw new pipeline_errors/* WrongPlatform */.vV('built image', (0,platform/* formatPlatform */.Bq)(asked), 'another platform in its base', hint);
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/wire/binary-encoding.js + 3 modules
var binary_encoding = __webpack_require__(2180);
// EXTERNAL MODULE: ./build/buildkit/status.js
var buildkit_status = __webpack_require__(9383);
// EXTERNAL MODULE: ./build/buildkit/wire.js
var wire = __webpack_require__(9504);
;// CONCATENATED MODULE: ./build/buildkit/auth.js
/**
 * `moby.filesync.v1.Auth`: the builder asks for the credentials of a registry when that answers 401
 * (moby/buildkit session/auth/auth.proto). This is `Credentials` alone; the token calls are in tokens.ts, and where they
 * are not served the builder asks for credentials and fetches the token itself.
 */



/** The builder waits 60 s and then fails with a text that explains nothing; we answer before. */
const LIMIT_MS = 50_000;
const HUB_HOSTS = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);
/** The builder's name of a registry as ours. */
function registryOf(host) {
    return HUB_HOSTS.has(host) ? 'docker.io' : host;
}
function authMethods(credentials) {
    const handle = async (request) => {
        const host = (0,wire/* readFirstText */.M)(request, 'the request for credentials');
        let found;
        try {
            found = await credentials(registryOf(host));
        }
        catch (error) {
            // The cause may quote what it was reading; it stays here and only the host travels.
            throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.unknown, `the credentials for ${host} could not be read`, { cause: error });
        }
        return encodeCredentials(found ?? { username: '', secret: '' });
    };
    return new Map([['/moby.filesync.v1.Auth/Credentials', { kind: 'unary', limitMs: LIMIT_MS, handle }]]);
}
/** CredentialsResponse: Username = 1, Secret = 2; empty ones are left out, as proto3 does. */
function encodeCredentials({ username, secret }) {
    const writer = new binary_encoding/* BinaryWriter */.fI();
    if (username !== '')
        writer.tag(1, binary_encoding/* WireType */.O0.LengthDelimited).string(username);
    if (secret !== '')
        writer.tag(2, binary_encoding/* WireType */.O0.LengthDelimited).string(secret);
    return writer.finish();
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: ./build/buildkit/frames.js
var buildkit_frames = __webpack_require__(5459);
;// CONCATENATED MODULE: ./build/buildkit/grpc.js
/**
 * A gRPC server for one HTTP/2 connection: answers each incoming stream by the method its path names
 * (grpc/doc/PROTOCOL-HTTP2.md). Bare node:http2, because the other libraries merge repeated metadata and cannot serve
 * a socket that was upgraded. Whatever a method does, its call is answered and nothing is rejected unhandled.
 */



const HEADERS = { ':status': 200, 'content-type': 'application/grpc' };
/** Of the caller's own limit we use this part, so that our answer is still in time. */
const IN_TIME = 0.9;
/** Answers one stream. Never rejects. `rawHeaders` is the flat name, value list of the http2 `stream` event. */
async function answer(stream, rawHeaders, methods) {
    // A reset or a lost connection ends in `close`; without a listener its error would end the process.
    stream.on('error', () => { });
    const over = new AbortController();
    stream.once('close', () => over.abort(new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.cancelled, 'the caller ended the call')));
    try {
        const metadata = toPairs(rawHeaders);
        const path = metadata.find(([name]) => name === ':path')?.[1] ?? '';
        const call = { path, metadata, signal: over.signal };
        const method = methods.get(path);
        if (method === undefined)
            throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.unimplemented, `this session does not serve ${path}`);
        if (method.kind === 'unary')
            await answerUnary(stream, method, call, over);
        else
            await answerStream(stream, method, call);
    }
    catch (error) {
        finish(stream, (0,buildkit_status/* toTrailers */.I$)(error));
    }
}
async function answerUnary(stream, method, call, over) {
    const request = await readOne(stream, call.path);
    const asked = (0,buildkit_status/* parseTimeout */.ZZ)(call.metadata.find(([name]) => name === 'grpc-timeout')?.[1]);
    const limit = Math.min(method.limitMs ?? Number.POSITIVE_INFINITY, (asked ?? Number.POSITIVE_INFINITY) * IN_TIME);
    const reply = await within(limit, async () => method.handle(request, call), call, over);
    if (stream.closed || stream.destroyed)
        return;
    grpc_open(stream);
    stream.end((0,buildkit_frames/* encodeFrames */.H5)(reply));
}
async function readOne(stream, path) {
    let request;
    for await (const message of (0,buildkit_frames/* readFrames */.v0)(bytesOf(stream))) {
        if (request !== undefined)
            throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.internal, `${path} takes one message, more came`);
        request = message;
    }
    if (request === undefined)
        throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.internal, `${path} takes one message, none came`);
    return request;
}
async function answerStream(stream, method, call) {
    const send = async (...messages) => {
        call.signal.throwIfAborted();
        if (!stream.headersSent)
            grpc_open(stream);
        if (!stream.write((0,buildkit_frames/* encodeFrames */.H5)(...messages)))
            await drained(stream, call.signal);
    };
    await method.handle({ ...call, requests: (0,buildkit_frames/* readFrames */.v0)(bytesOf(stream)), send });
    finish(stream, { 'grpc-status': String(buildkit_status/* Code */.Cy.ok) });
}
async function drained(stream, signal) {
    try {
        await (0,external_node_events_.once)(stream, 'drain', { signal });
    }
    catch (error) {
        throw signal.aborted ? signal.reason : error;
    }
}
/**
 * Runs `work` until it is done, the call is over or `ms` have gone by; then the signal of the call aborts and code 4 is
 * thrown. No timer outlives the call: it would keep the whole process waiting.
 */
async function within(ms, work, call, over) {
    over.signal.throwIfAborted();
    const { promise: ended, reject } = Promise.withResolvers();
    const stop = () => reject(over.signal.reason);
    over.signal.addEventListener('abort', stop, { once: true });
    const late = () => over.abort(new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.deadlineExceeded, `${call.path} took longer than ${Math.round(ms)} ms`));
    const timer = Number.isFinite(ms) ? setTimeout(late, ms) : undefined;
    try {
        return await Promise.race([work(), ended]);
    }
    finally {
        clearTimeout(timer);
        over.signal.removeEventListener('abort', stop);
    }
}
/** Sends the response headers; the trailers follow the last byte. */
function grpc_open(stream) {
    stream.respond(HEADERS, { waitForTrailers: true });
    stream.once('wantTrailers', () => {
        stream.sendTrailers(trailers.get(stream) ?? { 'grpc-status': String(buildkit_status/* Code */.Cy.ok) });
    });
}
const trailers = new WeakMap();
/** Ends the call with `end` as trailers, or as the only headers when nothing was sent yet. */
function finish(stream, end) {
    if (stream.closed || stream.destroyed)
        return;
    try {
        if (stream.headersSent) {
            trailers.set(stream, end);
            stream.end();
        }
        else {
            stream.respond({ ...HEADERS, ...end }, { endStream: true });
        }
    }
    catch {
        // The connection went away just now; there is nobody to tell.
        stream.destroy();
    }
    // What the caller still sends is of no interest, but unread it would hold back the whole connection.
    stream.resume();
}
/** The stream's bytes; leaving the loop early must not reset the stream, its answer is still to come. */
function bytesOf(stream) {
    return stream.iterator({ destroyOnReturn: false });
}
function toPairs(flat) {
    const pairs = [];
    for (let at = 0; at + 1 < flat.length; at += 2)
        pairs.push([(flat[at] ?? '').toLowerCase(), flat[at + 1] ?? '']);
    return pairs;
}

;// CONCATENATED MODULE: ./build/buildkit/health.js
/**
 * `grpc.health.v1.Health` (grpc/doc/health-checking.md). BuildKit asks every 1 to 5 s and drops a session that does
 * not answer, so this is never optional. `Watch` is not used by it and stays unimplemented.
 */

const STATUS = 1;
const SERVING = 1;
function healthMethods() {
    const serving = new binary_encoding/* BinaryWriter */.fI().tag(STATUS, 0).int32(SERVING).finish();
    return new Map([['/grpc.health.v1.Health/Check', { kind: 'unary', handle: () => serving }]]);
}

;// CONCATENATED MODULE: ./build/buildkit/session.js
/**
 * The session a BuildKit build calls back on: `POST /session` is upgraded and the roles turn, the engine is the HTTP/2
 * client and we are the gRPC server (Engine API v1.51 `/session`; moby/buildkit session/grpc.go). Keep it open until
 * the build's answer has ended: most registries, every secret and all files come through it.
 */




/** The session ended without our doing. The build may go on, but fails at the next step that needs it. */
class SessionLost extends Error {
    name = 'SessionLost';
    hint;
    constructor(why, seconds, cause) {
        const hint = 'See whether the engine was restarted, or whether a proxy before it ends connections that are quiet for a while';
        super(`the build session was lost after ${seconds.toFixed(1)} s: ${why}. ${hint}`, { cause });
        this.hint = hint;
    }
}
/** Node's default of 10 MB refuses the next stream when more is buffered, and that stream is the health check. */
const SESSION_MEMORY_MB = 1000;
/**
 * Each line of an ignore file is a header field of its own, where Node's defaults are 128 fields and 64 KiB. In fields,
 * and in bytes as HTTP/2 counts them.
 */
const MOST_HEADERS = 20_000;
const MOST_HEADER_BYTES = 4 * 1024 * 1024;
/** How long `close` waits for calls under way before it cuts the connection, in milliseconds. */
const CLOSE_GRACE_MS = 300;
/** Opens a session. Rejects with what `upgrade` throws, or with the signal's reason. */
async function openSession(options) {
    const { signal } = options;
    signal.throwIfAborted();
    const id = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    const methods = new Map([
        ...healthMethods(),
        ...authMethods(options.credentials),
        ...(options.methods ?? new Map()),
    ]);
    const headers = sessionHeaders(id, methods, options.sharedKey);
    // Loaded here, not above: builds without BuildKit need no HTTP/2.
    const [http2, socket] = await Promise.all([Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 2467, 19)), options.upgrade(headers)]);
    if (signal.aborted) {
        socket.destroy();
        throw signal.reason;
    }
    const connection = http2.performServerHandshake(socket, {
        maxSessionMemory: SESSION_MEMORY_MB,
        maxHeaderListPairs: MOST_HEADERS,
        settings: { maxHeaderListSize: MOST_HEADER_BYTES },
    });
    return serve(id, connection, socket, methods, signal);
}
function sessionHeaders(id, methods, sharedKey) {
    return [
        ['X-Docker-Expose-Session-Uuid', id],
        ['X-Docker-Expose-Session-Name', 'stowage'],
        ...(sharedKey === undefined ? [] : [['X-Docker-Expose-Session-Sharedkey', sharedKey]]),
        ...[...methods.keys()].map((path) => ['X-Docker-Expose-Session-Grpc-Method', path]),
    ];
}
function serve(id, connection, socket, methods, signal) {
    const { promise: closed, resolve } = Promise.withResolvers();
    const opened = performance.now();
    let ours = false;
    let cause;
    let farewell;
    const cut = () => {
        ours = true;
        connection.destroy();
        socket.destroy();
    };
    const close = async () => {
        if (!ours) {
            ours = true;
            connection.close();
            const timer = setTimeout(cut, CLOSE_GRACE_MS);
            void closed.then(() => clearTimeout(timer));
        }
        await closed;
    };
    connection.on('stream', (stream, _headers, _flags, rawHeaders) => void answer(stream, rawHeaders, methods));
    connection.on('goaway', (code) => {
        if (code !== 0)
            farewell = `the engine ended it with HTTP/2 error ${code}`;
    });
    connection.on('error', (error) => {
        cause ??= error;
    });
    socket.on('error', (error) => {
        cause ??= error;
    });
    connection.once('close', () => {
        signal.removeEventListener('abort', cut);
        socket.destroy();
        const why = cause?.message ?? farewell ?? 'the engine closed the connection';
        resolve(ours ? { kind: 'closed' } : { kind: 'lost', error: new SessionLost(why, (performance.now() - opened) / 1000, cause) });
    });
    signal.addEventListener('abort', cut, { once: true });
    return { id, closed, close, [Symbol.asyncDispose]: close };
}

;// CONCATENATED MODULE: ./build/buildkit/tokens.js
/**
 * The token calls of `moby.filesync.v1.Auth` (moby/buildkit session/auth/auth.proto): where a registry wants tokens, the
 * builder asks us for one instead of for the password. It first gets a public key, and later lets those sessions share
 * a token that can prove, by a signature, that they stand for the same client. "Unimplemented" as the first answer sends
 * the builder back to `Credentials`; after that answer there is no way back.
 */





/** The builder waits 60 s and then fails with a text that explains nothing; we answer before. */
const tokens_LIMIT_MS = 50_000;
function tokenMethods(provider) {
    // A session of another run cannot prove that it is this client, so it gets none of our tokens.
    const secret = (0,external_node_crypto_.randomBytes)(32);
    const admit = async (registry, signal) => {
        if (await provider.canFetch(registry, signal))
            return;
        throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.unimplemented, `tokens for ${registry} are not fetched here`);
    };
    const unary = (handle) => ({
        kind: 'unary',
        limitMs: tokens_LIMIT_MS,
        handle: (bytes, { signal }) => handle(read(bytes), signal),
    });
    return new Map([
        [
            '/moby.filesync.v1.Auth/GetTokenAuthority',
            unary(async ({ text, bytes }, signal) => {
                const registry = registryOf(text(1));
                await admit(registry, signal);
                return encode(publicBytes(keyFor(registry, bytes(2), secret)));
            }),
        ],
        [
            '/moby.filesync.v1.Auth/VerifyTokenAuthority',
            unary(async ({ text, bytes }, signal) => {
                const registry = registryOf(text(1));
                await admit(registry, signal);
                const payload = bytes(2);
                return encode(Buffer.concat([(0,external_node_crypto_.sign)(null, payload, keyFor(registry, bytes(3), secret)), payload]));
            }),
        ],
        [
            '/moby.filesync.v1.Auth/FetchToken',
            unary(async ({ text, texts }, signal) => {
                const request = { registry: registryOf(text(2)), realm: text(3), service: text(4), scopes: texts(5) };
                const { token, expiresIn, issuedAt } = await provider.fetch(request, signal);
                const writer = new binary_encoding/* BinaryWriter */.fI().tag(1, binary_encoding/* WireType */.O0.LengthDelimited).string(token);
                writer.tag(2, binary_encoding/* WireType */.O0.Varint).int64(Math.floor(expiresIn));
                writer.tag(3, binary_encoding/* WireType */.O0.Varint).int64(Math.floor(issuedAt));
                return writer.finish();
            }),
        ],
    ]);
}
/** An ed25519 key has a seed of 32 bytes, which PKCS #8 wraps in these (RFC 8410 section 7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
function keyFor(registry, salt, secret) {
    const seed = (0,external_node_crypto_.createHmac)('sha256', salt).update(secret).update(registry).digest();
    return (0,external_node_crypto_.createPrivateKey)({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
}
/** The 32 bytes at the end of the DER form. */
function publicBytes(key) {
    return (0,external_node_crypto_.createPublicKey)(key).export({ format: 'der', type: 'spki' }).subarray(-32);
}
function read(message) {
    const fields = new Map();
    try {
        const reader = new binary_encoding/* BinaryReader */.V5(message);
        (0,wire/* readFields */.qU)(reader, reader.len, (tag) => {
            if ((tag & 7) !== binary_encoding/* WireType */.O0.LengthDelimited)
                return false;
            fields.set(tag >>> 3, [...(fields.get(tag >>> 3) ?? []), reader.bytes()]);
            return true;
        });
    }
    catch (error) {
        throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.internal, 'the request for a token cannot be read', { cause: error });
    }
    const all = (field) => fields.get(field) ?? [];
    const texts = (field) => all(field).map((bytes) => Buffer.from(bytes).toString('utf8'));
    return {
        texts,
        text: (field) => texts(field).at(-1) ?? '',
        bytes: (field) => all(field).at(-1) ?? new Uint8Array(0),
    };
}
/** A message of one field with bytes. */
function encode(bytes) {
    return new binary_encoding/* BinaryWriter */.fI().tag(1, binary_encoding/* WireType */.O0.LengthDelimited).bytes(bytes).finish();
}

;// CONCATENATED MODULE: ./build/pipeline/build-session.js





/**
 * Undefined, with a warning, when the engine opens none and the build can go on: then only bases of registries that ask
 * for no login can be used. Throws NoSession when it cannot.
 */
async function openBuildSession(engine, { bases, services }, { credentials, tokens, log, signal }) {
    try {
        return await openSession({
            upgrade: (headers) => engine.transport.upgrade('/session', headers, signal),
            credentials: async (registry) => {
                const found = await credentialForHost(registry, bases, credentials);
                if (found === undefined)
                    return undefined;
                const { credential } = found;
                if (credential.kind === 'password')
                    return { username: credential.username, secret: credential.password };
                return { username: '', secret: credential.token };
            },
            methods: new Map([...tokenMethods(providerFor(bases, credentials, tokens)), ...services.methods]),
            sharedKey: services.sharedKey,
            signal,
        });
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof errors/* EngineError */.NJ))
            throw error;
        if (services.neededFor.length > 0)
            throw new pipeline_errors/* NoSession */.Wx(services.neededFor, error);
        log.warning(`no build session: ${error.reason}. The build goes on without; base images of registries that ask for a login, Docker Hub among them, cannot be pulled then`);
        return undefined;
    }
}
/** Tokens for the registries that there is a credential for. */
function providerFor(bases, credentials, tokens) {
    return {
        canFetch: async (registry, signal) => (await credentialForHost(registry, bases, credentials)) !== undefined && tokens.canFetch(registry, signal),
        fetch: async (request, signal) => {
            const { registry, scopes } = request;
            // Unlike a builder that asks for a credential, one that asks for a token says what for.
            const repository = /^repository:([^:]+):/.exec(scopes[0] ?? '')?.[1];
            const found = (repository === undefined ? undefined : await credentials.find({ registry, repository, action: 'pull' })) ??
                (await credentialForHost(registry, bases, credentials));
            if (found === undefined)
                throw new Error(`there is no credential for ${registry}`);
            return tokens.fetch(request, found, signal);
        },
    };
}

// EXTERNAL MODULE: ./build/pipeline/pull-image.js
var pull_image = __webpack_require__(5244);
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
        const bases = readBaseImages(job.dockerfileText, buildArgs, target);
        const { ledger } = tools;
        if (builder === 'classic')
            await pullCaches(engine, job, tools);
        if (builder === 'buildkit')
            await ledger.contexts();
        // The other builders pull bases into the engine as images.
        else
            for (const base of bases.all)
                await ledger.name((0,registry_reference/* formatFamiliar */.LF)((0,registry_reference/* withDefaultTag */._t)(base)));
        const steps = new StepImages();
        const session = __addDisposableResource(env_1, builder === 'buildkit' ? await openBuildSession(engine, { bases, services: withSending(job) }, tools) : undefined, true);
        const sent = await job.sending.begin(session !== undefined);
        const progress = (0,report_progress/* createProgress */.m)(tools.log);
        const receiving = session && job.receiving;
        const request = {
            ...job.request,
            dockerfile: sent.dockerfile,
            remote: sent.remote,
            ...(receiving && { outputs: receiving.outputs }),
        };
        const told = { request, dockerfile: job.dockerfile, annotate: tools.annotateWarnings };
        let id = '';
        try {
            for await (const event of await startBuild(engine, request, { bases, session, body: sent.body, tools })) {
                if (event.kind === 'trace')
                    progress.trace(event.data);
                else if (event.kind === 'stream') {
                    progress.stream(event.text);
                    if (builder !== 'buildkit')
                        for (const made of steps.push(event.text))
                            ledger.image(made, true);
                }
                else if (event.kind === 'status')
                    progress.status(event);
                else {
                    ledger.image(event.id, steps.made(event.id));
                    id = event.id;
                }
                await tools.log.drained();
            }
        }
        catch (error) {
            progress.finish(false);
            tools.signal.throwIfAborted();
            job.sending.end();
            // What the engine then reports is only an echo of it.
            const failure = job.sending.failure ?? receiving?.failure;
            if (failure !== undefined)
                throw failure;
            if (!(error instanceof errors/* EngineError */.NJ))
                throw error;
            showWarnings(tools.log, progress.summary(), told);
            const ended = session && (await Promise.race([session.closed, undefined]));
            throw await failureOf(error, { engine, progress, session: ended, told }, tools);
        }
        progress.finish();
        job.sending.end();
        // Nothing that was not sent as it was listed counts as built (hardening C2).
        if (job.sending.failure !== undefined)
            throw job.sending.failure;
        const summary = progress.summary();
        showWarnings(tools.log, summary, told);
        if (receiving !== undefined) {
            if (job.platform !== undefined)
                checkBasePlatform(job.platform, summary, bases.ofTarget);
            return { image: undefined, summary, dest: receiving.dest, size: await receiving.finish() };
        }
        const image = await (0,inspect/* inspect */.N)(engine, id, { signal: tools.signal });
        if (job.platform !== undefined)
            checkBuiltPlatform(job.platform, { image, summary }, bases.ofTarget, builder);
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
async function startBuild(engine, request, { bases, session, body, tools }) {
    const { signal, credentials } = tools;
    const { builder } = request;
    const registryConfig = builder === 'buildkit' ? undefined : await registryConfigFor(bases, credentials);
    return build(engine, request, {
        context: body,
        ...(session && { session: session.id }),
        ...(registryConfig !== undefined && { registryConfig }),
        // Podman, unlike Docker, speaks plain http to its own machine only when told.
        ...(builder === 'podman' && areAllOnLoopback(bases) && { tlsVerify: false }),
        signal,
    });
}
/** Caches only save time, so one that cannot be had is said and left out. */
async function pullCaches(engine, { cacheFrom, platform }, tools) {
    const { log, signal } = tools;
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


/***/ }),

/***/ 5244:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ pullImage)
/* harmony export */ });
/* harmony import */ var _engine_create_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2919);
/* harmony import */ var _registry_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7891);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6247);
/* harmony import */ var _registry_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7728);
/* harmony import */ var _report_progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5074);
/* harmony import */ var _classify_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8385);
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
