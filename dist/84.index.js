export const id = 84;
export const ids = [84];
export const modules = {

/***/ 8905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nn: () => (/* binding */ inspect),
/* harmony export */   Nx: () => (/* binding */ distribution),
/* harmony export */   Tc: () => (/* binding */ tag),
/* harmony export */   VC: () => (/* binding */ push),
/* harmony export */   a$: () => (/* binding */ pull)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2952);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8111);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1678);
/**
 * The image endpoints of the Engine API, one function each, named for the operation (v1.51 "Image"). Wire names stop
 * here. Engines differ in their answers; the differences that were measured are noted where they matter.
 */



/** `GET /images/{name}/json`. Throws EngineError, 404 for an unknown image. */
async function inspect(transport, name, signal) {
    const endpoint = 'GET /images/{name}/json';
    const { json } = await transport.json({
        method: 'GET',
        path: `/images/${(0,_transport_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeName */ .aA)(name)}/json`,
        endpoint,
        subject: name,
        signal,
    });
    const image = typeof json === 'object' && json !== null ? json : {};
    const text = (key) => {
        const value = (0,_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(image, key);
        return typeof value === 'string' ? value : '';
    };
    const id = text('Id');
    if (id === '')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineError */ .NJ('the answer has no image id', { status: 200, endpoint, subject: name });
    const size = (0,_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(image, 'Size');
    const descriptor = (0,_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(image, 'Descriptor');
    // Podman leaves the algorithm off.
    const fullId = id.includes(':') ? id : `sha256:${id}`;
    return {
        id: fullId,
        os: text('Os'),
        architecture: text('Architecture'),
        variant: text('Variant'),
        size: typeof size === 'number' ? size : 0,
        configDigest: descriptor === undefined ? fullId : configOf(descriptor),
        descriptor: readDescriptor(descriptor),
    };
}
/**
 * `POST /images/{name}/tag`: gives an image one more name; an existing tag moves without a word. `repository` and `tag`
 * travel apart because Podman refuses them joined. Only 201 is success: newer engines answer 200 and do nothing for
 * an empty repository.
 */
async function tag(transport, image, target, signal) {
    const endpoint = 'POST /images/{name}/tag';
    const subject = `${target.repository}:${target.tag}`;
    const query = { repo: target.repository, tag: target.tag };
    const { status } = await transport.json({
        method: 'POST',
        path: `/images/${(0,_transport_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeName */ .aA)(image)}/tag`,
        endpoint,
        subject,
        query,
        signal,
    });
    if (status !== 201)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineError */ .NJ('the engine accepted the call but made no tag', { status, endpoint, subject });
}
/** Stop a push or a pull on which nothing moves (hardening R7): no engine gives up by itself. */
const IDLE_LIMIT_MS = 5 * 60_000;
/**
 * `POST /images/{name}/push` for exactly one tag. Without `tag` the engine would push every local tag of the repository
 * (hardening R5). The digest comes from the closing aux (graph driver) or, where none is sent (containerd store,
 * Podman), from the closing status line. Throws EngineError; StreamCutShort when the stream ends without a digest.
 */
async function push(transport, target, options) {
    const endpoint = 'POST /images/{name}/push';
    const subject = `${target.repository}:${target.tag}`;
    const chunks = await transport.stream({
        method: 'POST',
        path: `/images/${(0,_transport_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeName */ .aA)(target.repository)}/push`,
        endpoint,
        subject,
        query: { tag: target.tag, ...(options.tlsVerify === false && { tlsVerify: 'false' }) },
        headers: { 'x-registry-auth': options.registryAuth },
        signal: options.signal,
        idleLimitMs: IDLE_LIMIT_MS,
    });
    let digest;
    let manifestInsteadOfIndex = false;
    for await (const message of (0,_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeMessages */ .Vj)(chunks, endpoint, subject)) {
        const aux = typeof message.aux === 'object' && message.aux !== null ? message.aux : {};
        digest = digestOfAux(aux, target.tag) ?? digestOfStatus(message.status, target.tag) ?? digest;
        if ((0,_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(aux, 'manifestPushedInsteadOfIndex') === true)
            manifestInsteadOfIndex = true;
        if (message.status !== undefined) {
            options.onStatus({ id: message.id, status: message.status, current: message.current, total: message.total });
        }
    }
    if (digest === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StreamCutShort */ .NR('the push ended without naming a digest, so nothing proves it arrived', {
            status: 0,
            endpoint,
            subject,
        });
    }
    return { digest, manifestInsteadOfIndex };
}
const DIGEST = /^sha256:[0-9a-f]{64}$/;
function digestOfAux(aux, tagName) {
    const digest = (0,_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(aux, 'Digest');
    return (0,_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(aux, 'Tag') === tagName && typeof digest === 'string' && DIGEST.test(digest) ? digest : undefined;
}
/** `v1: digest: sha256:… size: 524`, printed by both stores and Podman for the tag that was pushed. */
function digestOfStatus(status, tagName) {
    const match = /^(\S+): digest: (sha256:[0-9a-f]{64}) size: \d+$/.exec(status ?? '');
    return match?.[1] === tagName ? match[2] : undefined;
}
/**
 * `POST /images/create` with `fromImage`: pulls one image by tag or digest. `tag` is always sent: without it the engine
 * pulls every tag of the repository. Throws EngineError.
 */
async function pull(transport, source, options) {
    const endpoint = 'POST /images/create';
    const subject = `${source.repository}:${source.tag}`;
    const chunks = await transport.stream({
        method: 'POST',
        path: '/images/create',
        endpoint,
        subject,
        query: { fromImage: source.repository, tag: source.tag, platform: options.platform },
        headers: { 'x-registry-auth': options.registryAuth },
        signal: options.signal,
        idleLimitMs: IDLE_LIMIT_MS,
    });
    for await (const message of (0,_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeMessages */ .Vj)(chunks, endpoint, subject)) {
        if (message.status === undefined)
            continue;
        options.onStatus({ id: message.id, status: message.status, current: message.current, total: message.total });
    }
}
/**
 * `GET /distribution/{name}/json`: the engine asks the registry what a reference stands for now (since API 1.30; Podman
 * has no such route and answers 404 for it). Throws EngineError.
 */
async function distribution(transport, reference, options) {
    const endpoint = 'GET /distribution/{name}/json';
    const { json } = await transport.json({
        method: 'GET',
        path: `/distribution/${(0,_transport_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeName */ .aA)(reference)}/json`,
        endpoint,
        subject: reference,
        headers: { 'x-registry-auth': options.registryAuth },
        signal: options.signal,
    });
    const descriptor = readDescriptor(typeof json === 'object' && json !== null ? (0,_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(json, 'Descriptor') : undefined);
    if (descriptor === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineError */ .NJ('the answer has no descriptor', { status: 200, endpoint, subject: reference });
    return descriptor;
}
/** The containerd store notes the config of an image it built in the annotations of its descriptor. */
function configOf(descriptor) {
    const annotations = typeof descriptor === 'object' && descriptor !== null ? (0,_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(descriptor, 'annotations') : undefined;
    const digest = typeof annotations === 'object' && annotations !== null ? (0,_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(annotations, 'config.digest') : undefined;
    return typeof digest === 'string' && DIGEST.test(digest) ? digest : undefined;
}
function readDescriptor(value) {
    if (typeof value !== 'object' || value === null)
        return undefined;
    const [mediaType, digest, size] = [(0,_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(value, 'mediaType'), (0,_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(value, 'digest'), (0,_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(value, 'size')];
    if (typeof digest !== 'string' || !DIGEST.test(digest))
        return undefined;
    return { mediaType: typeof mediaType === 'string' ? mediaType : '', digest, size: typeof size === 'number' ? size : 0 };
}


/***/ }),

/***/ 9084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publish: () => (/* binding */ publish),
  tagImage: () => (/* binding */ tagImage)
});

// EXTERNAL MODULE: ./build/engine/errors.js
var errors = __webpack_require__(2952);
// EXTERNAL MODULE: ./build/engine/images.js
var engine_images = __webpack_require__(8905);
// EXTERNAL MODULE: ./build/registry/origin.js
var origin = __webpack_require__(7182);
// EXTERNAL MODULE: ./build/registry/reference.js
var registry_reference = __webpack_require__(6247);
// EXTERNAL MODULE: ./build/registry/retry.js
var retry = __webpack_require__(7728);
// EXTERNAL MODULE: ./build/report/diagnosis.js
var report_diagnosis = __webpack_require__(4458);
// EXTERNAL MODULE: ./build/report/units.js
var units = __webpack_require__(5088);
;// CONCATENATED MODULE: ./build/report/push-progress.js

/** How often the state is shown, in milliseconds. */
const STATE_MS = 5000;
/** Layers told apart; an image has at most 127. */
const LIMIT = 1000;
const NEW = { state: 'waiting', bytes: 0, total: 0 };
class PushProgress {
    #log;
    #name;
    #clock;
    #layers = new Map();
    #started;
    #shown;
    #finished = false;
    /** `name` is what is pushed, such as `ghcr.io/a/b:1`. */
    constructor(log, name, clock) {
        this.#log = log;
        this.#name = name;
        this.#clock = clock;
        this.#started = clock.now();
        this.#shown = this.#started;
    }
    /** One `status` message of `POST /images/{name}/push`. */
    status({ id, status, current, total }) {
        // Without an id: the repository, and the digest, which is for the caller to prove and report.
        if (id === undefined)
            return;
        const old = this.#layers.get(id) ?? NEW;
        const state = stateOf(status);
        if (state === undefined || (old === NEW && this.#layers.size >= LIMIT))
            return;
        const layer = { state, bytes: Math.max(old.bytes, current ?? 0), total: Math.max(old.total, total ?? 0) };
        this.#layers.set(id, layer);
        if (state === 'pushed' && old.state !== 'pushed')
            this.#show(`${id} pushed${sizeOf([layer], ' ')}`);
        else if (state === 'retrying' && old.state !== 'retrying') {
            this.#show(`${id} failed, the engine will try again: ${status.toLowerCase()}`);
        }
        else if (this.#clock.now() - this.#shown >= STATE_MS)
            this.#showState();
    }
    /** Shows the sum of a push that succeeded. */
    finish() {
        if (this.#finished)
            return;
        this.#finished = true;
        // A layer whose last message was about its bytes is there too, or the push would have failed.
        const pushed = this.#in('pushed', 'pushing', 'retrying');
        const [there, mounted] = [this.#in('there').length, this.#in('mounted').length];
        const parts = [
            ...(pushed.length > 0 ? [`${(0,units/* count */.U9)(pushed.length, 'layer')} pushed${sizeOf(pushed, ' (', ')')}`] : []),
            ...(there > 0
                ? [there === this.#layers.size ? `all ${(0,units/* count */.U9)(there, 'layer')} already there` : `${there} already there`]
                : []),
            ...(mounted > 0 ? [`${mounted} mounted`] : []),
        ];
        const time = (0,units/* formatDuration */.a3)((this.#clock.now() - this.#started) / 1000);
        this.#show(`${this.#name}: ${[...(parts.length === 0 ? ['pushed'] : parts), `in ${time}`].join(', ')}`);
    }
    #in(...states) {
        return [...this.#layers.values()].filter(({ state }) => states.includes(state));
    }
    #showState() {
        const open = this.#in('pushing');
        if (open.length === 0)
            return;
        const moving = [...open, ...this.#in('pushed')];
        const sent = moving.reduce((sum, { bytes }) => sum + bytes, 0);
        const total = moving.reduce((sum, layer) => sum + Math.max(layer.total, layer.bytes), 0);
        const done = this.#layers.size - open.length - this.#in('waiting', 'retrying').length;
        this.#show(`pushing, ${(0,units/* formatBytes */.z3)(sent)} of ${(0,units/* formatBytes */.z3)(total)}, ${done} of ${(0,units/* count */.U9)(this.#layers.size, 'layer')} done`);
    }
    #show(text) {
        this.#log.info(text);
        this.#shown = this.#clock.now();
    }
}
function stateOf(status) {
    if (status.startsWith('Mounted from '))
        return 'mounted';
    if (status.startsWith('Retrying in '))
        return 'retrying';
    switch (status) {
        case 'Preparing':
        case 'Waiting':
            return 'waiting';
        case 'Pushing':
            return 'pushing';
        case 'Pushed':
            return 'pushed';
        case 'Layer already exists':
        case 'Already exists':
            return 'there';
        default:
            return undefined;
    }
}
/** The bytes of layers between `before` and `after`; nothing when the engine did not say, as it does for small ones. */
function sizeOf(layers, before, after = '') {
    const sizes = layers.map(({ bytes, total }) => (total > 0 ? total : bytes));
    const sum = sizes.reduce((a, b) => a + b, 0);
    return sum === 0 ? '' : `${before}${sizes.includes(0) ? 'over ' : ''}${(0,units/* formatBytes */.z3)(sum)}${after}`;
}

// EXTERNAL MODULE: ./build/pipeline/errors.js
var pipeline_errors = __webpack_require__(9032);
// EXTERNAL MODULE: ./build/pipeline/explain.js
var explain = __webpack_require__(9152);
;// CONCATENATED MODULE: ./build/pipeline/verify.js
/**
 * Proof that a registry holds what was pushed: the manifest is read back under its tag. The engine is asked first
 * (`/distribution`), as it reaches every registry it can push to; where it has no such route (Podman, socket proxies)
 * our own registry client reads the bytes and hashes them.
 */





/** Some registries answer for a new tag only after a moment. */
const SETTLE_MS = 3000;
/**
 * Throws DigestMismatch when the registry holds something else and NotInRegistry when it holds nothing. A registry that
 * cannot be read (an account that may only push) is a warning: the digest is then the one the push reported.
 */
async function readBack(engine, reference, pushed, tools) {
    const name = (0,registry_reference/* formatFamiliar */.LF)(reference);
    let answer = await lookUp(engine, reference, tools);
    if (answer.kind === 'missing') {
        await tools.clock.sleep(SETTLE_MS, tools.signal);
        answer = await lookUp(engine, reference, tools);
    }
    switch (answer.kind) {
        case 'found':
            if (answer.descriptor.digest !== pushed)
                throw new pipeline_errors/* DigestMismatch */.b3(name, pushed, answer.descriptor.digest);
            return { digest: pushed, descriptor: answer.descriptor };
        case 'missing':
            throw new pipeline_errors/* NotInRegistry */.EY(name, pushed);
        case 'unreadable':
            tools.log.warning(`${name} was pushed as ${pushed}, but could not be read back to prove it: ${answer.reason}`);
            return { digest: pushed, descriptor: undefined };
        default:
            return answer;
    }
}
/** What an engine says of a registry that does not have the manifest, or not even the repository. */
const MISSING = new Set(['manifest-missing', 'repo-missing']);
async function lookUp(engine, reference, tools) {
    const { credentials, signal } = tools;
    if (engine.facts.product === 'docker') {
        const registryAuth = await credentials.authHeader({
            registry: reference.registry,
            repository: reference.path,
            action: 'push',
        });
        try {
            const descriptor = await (0,engine_images/* distribution */.Nx)(engine.transport, (0,registry_reference/* formatFamiliar */.LF)(reference), { registryAuth, signal });
            return { kind: 'found', descriptor };
        }
        catch (error) {
            signal.throwIfAborted();
            if (error instanceof errors/* EngineError */.NJ && MISSING.has((0,report_diagnosis/* diagnose */.h)(error.reason)?.code ?? ''))
                return { kind: 'missing' };
        }
    }
    try {
        return { kind: 'found', descriptor: await tools.readManifest(reference, signal) };
    }
    catch (error) {
        signal.throwIfAborted();
        if (error.status === 404)
            return { kind: 'missing' };
        return { kind: 'unreadable', reason: error.message };
    }
}

;// CONCATENATED MODULE: ./build/pipeline/publish.js
/**
 * Tags an image and puts it into its registries: within a repository the first tag goes alone, so that its layers
 * travel once, then the others at the same time, and `latest` only after everything else arrived everywhere (nothing
 * mutable moves for a half-published image). Every reference is read back.
 */










/** Gives the image its names in the engine and yields each one made; an existing tag moves. `image` is the engine's id. */
async function* tagImage({ transport }, image, references, signal) {
    for (const reference of references) {
        await (0,engine_images/* tag */.Tc)(transport, image, { repository: (0,registry_reference/* familiarRepository */.Yu)(reference), tag: reference.tag }, signal);
        yield reference;
    }
}
/**
 * Pushes every reference (already tagged in the engine) and reads each back. First all but `latest`, then, only if none
 * of those failed, `latest` of every repository. Throws PublishFailed with the outcome of each reference when one of them
 * failed; the others are done then.
 */
async function publish(engine, references, tools) {
    const outcome = { done: new Map(), failed: new Map() };
    const { fixed = [], mutable = [] } = Object.groupBy(references, ({ tag: name }) => name === 'latest' ? 'mutable' : 'fixed');
    await publishAll(engine, fixed, outcome, tools);
    if (outcome.failed.size === 0)
        await publishAll(engine, mutable, outcome, tools);
    tools.signal.throwIfAborted();
    const done = references.map((reference) => outcome.done.get(reference)).filter((item) => item !== undefined);
    if (outcome.failed.size === 0)
        return done;
    const failed = references
        .filter((reference) => !outcome.done.has(reference))
        .map((reference) => ({ reference: (0,registry_reference/* formatFamiliar */.LF)(reference), ...(outcome.failed.get(reference) ?? NOT_TRIED) }));
    throw new pipeline_errors/* PublishFailed */.bH(done.map(({ reference, digest }) => `${(0,registry_reference/* formatFamiliar */.LF)(reference)}@${digest}`), failed);
}
const NOT_TRIED = { reason: 'not tried, because another reference failed', cause: undefined };
/** Registries side by side, the repositories of one after another, so that later ones can take over its layers. */
async function publishAll(engine, references, outcome, tools) {
    const registries = Map.groupBy(references, ({ registry }) => registry);
    await Promise.all([...registries.values()].map(async (sameRegistry) => {
        for (const repository of Map.groupBy(sameRegistry, registry_reference/* familiarRepository */.Yu).values()) {
            await publishRepository(engine, repository, outcome, tools);
        }
    }));
}
/** The first tag goes alone, so that the layers travel once; if it fails, the others would fail like it. */
async function publishRepository(engine, [first, ...rest], { done, failed }, tools) {
    const one = async (reference) => {
        try {
            done.set(reference, await publishOne(engine, reference, tools));
        }
        catch (error) {
            failed.set(reference, { reason: await (0,explain/* explain */.W)(error, reference, tools.credentials), cause: error });
        }
    };
    if (first === undefined)
        return;
    await one(first);
    if (!failed.has(first))
        await Promise.all(rest.map(one));
}
async function publishOne(engine, reference, tools) {
    const name = (0,registry_reference/* formatFamiliar */.LF)(reference);
    const pushed = await pushWithRetry(engine, reference, tools);
    if (pushed.manifestInsteadOfIndex) {
        tools.log.warning(`${name} is an index in the engine, but only one platform of it is there: that one's manifest was pushed`);
    }
    const proof = await readBack(engine, reference, pushed.digest, tools);
    return { reference, ...proof };
}
async function pushWithRetry(engine, reference, tools) {
    const { credentials, log, clock, random, signal } = tools;
    const name = (0,registry_reference/* formatFamiliar */.LF)(reference);
    const registryAuth = await credentials.authHeader({
        registry: reference.registry,
        repository: reference.path,
        action: 'push',
    });
    // Docker speaks plain http to its own machine without being told, Podman has to be told.
    const plain = engine.facts.product === 'podman' && (0,origin/* isLoopbackRegistry */.jW)(reference.registry);
    let moved = false;
    const once = async () => {
        moved = false;
        const progress = new PushProgress(log, name, clock);
        const pushed = await (0,engine_images/* push */.VC)(engine.transport, { repository: (0,registry_reference/* familiarRepository */.Yu)(reference), tag: reference.tag }, {
            registryAuth,
            ...(plain && { tlsVerify: false }),
            onStatus: (status) => {
                moved ||= status.status === 'Pushed';
                progress.status(status);
            },
            signal,
        });
        progress.finish();
        return pushed;
    };
    const classify = (error) => classifyPush(error, moved);
    return (0,retry/* retrying */.R$)(once, { what: `push ${name}`, classify, clock, random, log: (text) => log.info(text), signal });
}
/** A refusal after layers went through is an expired token, which the engine renews on the next try (hardening R9). */
function classifyPush(error, moved) {
    if (error instanceof errors/* StreamCutShort */.NR)
        return { kind: 'transient', reason: error.reason };
    if (error instanceof errors/* EngineUnreachable */.db)
        return { kind: 'transient', reason: error.message };
    if (!(error instanceof errors/* EngineError */.NJ))
        return { kind: 'permanent' };
    const diagnosis = (0,report_diagnosis/* diagnose */.h)(error.reason);
    const expired = diagnosis?.code === 'unauthorized' && moved;
    return diagnosis?.transient || expired ? { kind: 'transient', reason: error.reason } : { kind: 'permanent' };
}


/***/ }),

/***/ 7375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CT: () => (/* binding */ classifyRegistryError),
/* harmony export */   g2: () => (/* binding */ ERROR_BODY_LIMIT),
/* harmony export */   gl: () => (/* binding */ RegistryError),
/* harmony export */   kW: () => (/* binding */ parseErrorBody)
/* harmony export */ });
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7728);
/**
 * One error class for everything that goes wrong between us and a registry or its token server, and how an error
 * answer is read. OCI distribution-spec, "Error Codes".
 */

class RegistryError extends Error {
    name = 'RegistryError';
    /** The message without what was being done. */
    reason;
    status;
    code;
    host;
    repository;
    hint;
    retryAfter;
    constructor(reason, details) {
        const { what, cause } = details;
        super(what === undefined ? reason : `${what}: ${reason}`, cause === undefined ? undefined : { cause });
        this.reason = reason;
        this.status = details.status;
        this.code = details.code;
        this.host = details.host;
        this.repository = details.repository;
        this.hint = details.hint;
        this.retryAfter = details.retryAfter;
    }
    /** The same error, told as the end of `what`. */
    during(what, repository) {
        const { reason, status, code, host, hint, retryAfter, cause } = this;
        return new RegistryError(reason, { what, status, code, host, repository, hint, retryAfter, cause });
    }
}
/** For `retrying`: which registry errors are worth another try (hardening R9). */
function classifyRegistryError(error) {
    if (!(error instanceof RegistryError))
        return { kind: 'permanent' };
    if (error.status === 0 ? (0,_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransientCode */ .gL)(error.code) : (0,_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .isTransientStatus */ .Dm)(error.status)) {
        return { kind: 'transient', reason: error.reason, retryAfter: error.retryAfter };
    }
    return { kind: 'permanent' };
}
/** At most this much of an error answer is read, and this much of it shown (hardening R10). */
const ERROR_BODY_LIMIT = 64 * 1024;
const SHOWN = 4096;
/** Reads the body of an error answer: the specified JSON, a token server's `error`/`details`, or plain text. */
function parseErrorBody(bytes) {
    const body = Buffer.from(bytes).toString('utf8');
    const json = parseJson(body);
    const first = firstError(json);
    const code = textOf(first, 'code') ?? textOf(json, 'error');
    const text = textOf(first, 'message') ?? textOf(json, 'error_description') ?? textOf(json, 'details') ?? textOf(json, 'message');
    if (code !== undefined || text !== undefined)
        return { code, text: oneLine(text ?? '') };
    return { code: undefined, text: /^\s*</.test(body) ? '' : oneLine(body) };
}
function firstError(json) {
    if (typeof json !== 'object' || json === null || !Object.hasOwn(json, 'errors'))
        return undefined;
    const { errors } = json;
    return Array.isArray(errors) ? errors[0] : undefined;
}
function textOf(value, key) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
        return undefined;
    const found = Reflect.get(value, key);
    return typeof found === 'string' && found !== '' ? found : undefined;
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function oneLine(text) {
    const line = text.replace(/\s+/g, ' ').trim();
    return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}


/***/ }),

/***/ 7182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N$: () => (/* binding */ mayUsePlainHttp),
/* harmony export */   jW: () => (/* binding */ isLoopbackRegistry),
/* harmony export */   mR: () => (/* binding */ checkRealm),
/* harmony export */   n8: () => (/* binding */ checkRedirect)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7375);
/**
 * Which hosts may be spoken to, and how: plain http, redirects, and token servers (hardening R2, R3). A registry's
 * answers choose URLs for us (`WWW-Authenticate` realm, `Location`), so each is checked before anything is sent there.
 */


/** Token servers known to belong to a registry of another host name. */
const KNOWN_PAIRS = new Map([
    ['registry-1.docker.io', 'auth.docker.io'],
    ['registry.gitlab.com', 'gitlab.com'],
    ['registry.digitalocean.com', 'api.digitalocean.com'],
]);
/** Loopback, private, link-local, unique-local, unspecified, shared (RFC 6598) and multicast ranges. */
const INTERNAL = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
for (const [net, prefix] of [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
    ['224.0.0.0', 3],
]) {
    INTERNAL.addSubnet(net, prefix, 'ipv4');
}
for (const [net, prefix] of [
    ['::', 127],
    ['fc00::', 7],
    ['fe80::', 10],
    ['ff00::', 8],
]) {
    INTERNAL.addSubnet(net, prefix, 'ipv6');
}
const LOOPBACK = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');
/** Whether `host[:port]` may be spoken to without TLS: this machine, or declared by the user. */
function mayUsePlainHttp(host, insecureHosts) {
    return insecureHosts.includes(host) || isLoopbackRegistry(host);
}
/** Whether a registry (`host[:port]`) is this machine: localhost, names below it, 127/8, ::1 with brackets or without. */
function isLoopbackRegistry(registry) {
    // The URL parser takes no IPv6 address without brackets.
    const hostname = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(registry) === 6 ? registry : URL.parse(`http://${registry}`)?.hostname;
    return hostname !== undefined && (isLocalName(hostname) || isIn(LOOPBACK, hostname));
}
/**
 * Judges the realm of a Bearer challenge, or the place a token server redirects to. `withSecret` says whether a
 * credential is going to be sent there. Throws `RegistryError` with code `REALM_REFUSED`.
 */
function checkRealm(realm, registry, withSecret) {
    const url = URL.parse(realm);
    if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
        throw refused(registry, 'it is not a plain http(s) URL');
    }
    const server = `token server ${url.host}`;
    if (url.protocol === 'http:' && registry.url.protocol !== 'http:')
        throw refused(registry, `${server} would be asked without TLS`);
    const sameHost = url.hostname === registry.url.hostname;
    const allowed = registry.allowedTokenServers.includes(url.host);
    if (isInternal(url.hostname) && url.host !== registry.url.host && !allowed) {
        throw refused(registry, `${server} is an internal address`, url.host);
    }
    if (withSecret && !sameHost && !allowed && KNOWN_PAIRS.get(registry.url.hostname) !== url.hostname) {
        throw refused(registry, `${server} is not known to belong to this registry, and a credential would be sent to it`, url.host);
    }
    return url;
}
/**
 * Where a redirect of one of our own calls may lead: anywhere over https; to plain http only from plain http, and only
 * to a host that may be spoken to so. Throws `RegistryError` with code `REDIRECT_REFUSED`.
 */
function checkRedirect(from, location, insecureHosts) {
    const to = URL.parse(location, from.href);
    const fail = (why) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl(`registry ${from.host}: redirect refused: ${why}`, {
        status: 0,
        code: 'REDIRECT_REFUSED',
        host: from.host,
    });
    if (to === null || to.username !== '' || to.password !== '')
        throw fail('its target is not a plain URL');
    if (to.protocol === 'https:')
        return to;
    if (to.protocol !== 'http:' || from.protocol !== 'http:' || !mayUsePlainHttp(to.host, insecureHosts)) {
        throw fail(`it leads to ${to.protocol}//${to.host}, away from TLS`);
    }
    return to;
}
function refused(registry, why, allowable) {
    const { host } = registry.url;
    const hint = allowable === undefined
        ? 'ask whoever runs the registry for a token server (realm) with an https URL'
        : `if ${allowable} really issues the tokens of ${host}, name it in the input token-servers`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl(`registry ${host}: its token server was refused: ${why}`, {
        status: 0,
        code: 'REALM_REFUSED',
        host,
        hint,
    });
}
function isInternal(hostname) {
    return isLocalName(hostname) || isIn(INTERNAL, hostname);
}
function isLocalName(hostname) {
    return /^(?:.+\.)?localhost\.?$/i.test(hostname);
}
/** `hostname` as the URL parser left it: shorthand like 127.1 or 0x7f000001 is already written out there. */
function isIn(list, hostname) {
    const address = hostname.replace(/^\[|\]$/g, '');
    const family = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address);
    return family !== 0 && list.check(address, family === 4 ? 'ipv4' : 'ipv6');
}


/***/ })

};
