export const id = 9392;
export const ids = [9392,5657,8142,7011];
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

/***/ 18142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   download: () => (/* binding */ download),
/* harmony export */   j: () => (/* binding */ showUrl)
/* harmony export */ });
/* unused harmony export DownloadFailed */
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44708);
/**
 * Fetches a file of the author's by http or https, for the few that an engine does not fetch itself: at most five
 * redirects, none away from https, certificates verified, nothing sent but the request (hardening R1, R2, R7). Without
 * TLS only from this machine.
 */


/** Messages name the URL without its query, which may hold a signature. */
class DownloadFailed extends Error {
    name = 'DownloadFailed';
    hint;
    constructor(url, why, options = {}) {
        super(`fetch ${showUrl(url)}: ${why}`, { cause: options.cause });
        this.hint = options.hint;
    }
}
const MOST_REDIRECTS = 5;
/** Milliseconds without a byte. */
const SILENCE = 30_000;
/** The whole file. Throws DownloadFailed, or the abort reason. */
async function download(url, { limit, signal }) {
    let current = url;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
        const answer = await send(current, signal);
        const { statusCode: status = 0, headers } = answer;
        if ([301, 302, 303, 307, 308].includes(status) && headers.location !== undefined) {
            answer.destroy();
            current = target(current, headers.location);
            continue;
        }
        if (status !== 200) {
            answer.destroy();
            throw new DownloadFailed(current, `it is answered with ${status} ${answer.statusMessage ?? ''}`.trim(), {
                hint: 'Check the address; what needs a login is downloaded in a step before this one',
            });
        }
        return read(current, answer, { limit, signal });
    }
    throw new DownloadFailed(url, `it leads through more than ${MOST_REDIRECTS} redirects`);
}
/** For messages and logs. */
function showUrl({ origin, pathname, search }) {
    return `${origin}${pathname}${search === '' ? '' : '?…'}`;
}
function target(from, location) {
    const to = URL.parse(location, from.href);
    if (to === null || !/^https?:$/.test(to.protocol) || to.username !== '' || to.password !== '')
        throw new DownloadFailed(from, 'it redirects to what is no URL of http or https');
    if (from.protocol === 'https:' && to.protocol !== 'https:')
        throw new DownloadFailed(from, `it redirects from https to ${showUrl(to)}`);
    return to;
}
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;
function send(url, signal) {
    if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname))
        throw new DownloadFailed(url, 'it would come without TLS, so anybody on the way could change it', {
            hint: 'Use https',
        });
    return new Promise((resolve, reject) => {
        const fail = (cause) => {
            reject(signal.aborted ? signal.reason : new DownloadFailed(url, cause.message, { cause }));
        };
        const options = {
            signal,
            timeout: SILENCE,
            headers: { 'user-agent': 'stowage', accept: '*/*' },
            agent: false,
        };
        const outgoing = url.protocol === 'http:'
            ? (0,node_http__WEBPACK_IMPORTED_MODULE_0__.request)(url, options, resolve)
            : // Said outright, because an environment variable of Node would turn verification off otherwise.
                (0,node_https__WEBPACK_IMPORTED_MODULE_1__.request)(url, { ...options, minVersion: 'TLSv1.2', rejectUnauthorized: true }, resolve);
        outgoing.on('error', fail);
        outgoing.on('timeout', () => outgoing.destroy(new Error(`nothing came for ${SILENCE / 1000} s`)));
        outgoing.end();
    });
}
async function read(url, answer, { limit, signal }) {
    const parts = [];
    let length = 0;
    try {
        for await (const part of answer) {
            parts.push(part);
            length += part.length;
            if (length > limit)
                break;
        }
    }
    catch (cause) {
        if (signal.aborted)
            throw signal.reason;
        throw new DownloadFailed(url, cause.message, { cause });
    }
    if (length > limit)
        throw new DownloadFailed(url, `it is larger than ${limit / 1024} KiB`);
    return Buffer.concat(parts);
}


/***/ }),

/***/ 19392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  askedOf: () => (/* binding */ askedOf),
  checkDockerfile: () => (/* binding */ checkDockerfile)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/buildkit/client.js
var buildkit_client = __webpack_require__(34446);
// EXTERNAL MODULE: ./build/buildkit/definition.js
var definition = __webpack_require__(79420);
// EXTERNAL MODULE: ./build/buildkit/gateway.js
var gateway = __webpack_require__(1431);
// EXTERNAL MODULE: ./build/engine/json.js
var engine_json = __webpack_require__(19665);
// EXTERNAL MODULE: ./build/buildkit/rpc-status.js
var rpc_status = __webpack_require__(46933);
;// CONCATENATED MODULE: ./build/buildkit/lint.js
/**
 * The linter of the Dockerfile frontend, asked without a build (moby/buildkit frontend/subrequests/lint; frontend 1.8, which
 * is in Docker 27, and newer).
 */



/** Throws UnknownQuestion, RpcError, ConnectionLost. */
async function lint(client, question, options) {
    const { json } = await (0,gateway/* askAbout */.D2)(client, 'lint', question, options);
    return readResult(json);
}
function readResult(json) {
    const result = (0,engine_json/* asObject */.eB)(json);
    const error = (0,engine_json/* own */.ZV)(result, 'buildError');
    const source = (0,engine_json/* asObject */.eB)((0,engine_json/* itemsOf */.S3)((0,engine_json/* own */.ZV)(result, 'sources'))[0]);
    const filename = (0,engine_json/* textOf */.b6)((0,engine_json/* own */.ZV)(source, 'filename'));
    const text = Buffer.from((0,engine_json/* textOf */.b6)((0,engine_json/* own */.ZV)(source, 'data')), 'base64').toString();
    return {
        json,
        source: filename === '' ? undefined : { filename, text },
        warnings: (0,engine_json/* itemsOf */.S3)((0,engine_json/* own */.ZV)(result, 'warnings')).map((item) => {
            const warning = (0,engine_json/* asObject */.eB)(item);
            return {
                rule: (0,engine_json/* textOf */.b6)((0,engine_json/* own */.ZV)(warning, 'ruleName')),
                text: (0,engine_json/* textOf */.b6)((0,engine_json/* own */.ZV)(warning, 'detail')),
                description: (0,engine_json/* textOf */.b6)((0,engine_json/* own */.ZV)(warning, 'description')),
                url: (0,engine_json/* textOf */.b6)((0,engine_json/* own */.ZV)(warning, 'url')) || undefined,
                lines: placeOf(warning),
            };
        }),
        error: typeof error === 'object' && error !== null
            ? { rule: undefined, text: (0,engine_json/* textOf */.b6)((0,engine_json/* own */.ZV)(error, 'message')), description: '', url: undefined, lines: placeOf(error) }
            : undefined,
    };
}
function placeOf(finding) {
    return (0,rpc_status/* linesOf */.D)((0,engine_json/* own */.ZV)((0,engine_json/* asObject */.eB)((0,engine_json/* own */.ZV)(finding, 'location')), 'ranges'));
}

// EXTERNAL MODULE: ./build/context/dockerfile.js
var dockerfile = __webpack_require__(46828);
// EXTERNAL MODULE: ./build/registry/platform.js
var registry_platform = __webpack_require__(87891);
// EXTERNAL MODULE: ./build/report/diagnosis.js
var diagnosis = __webpack_require__(54458);
// EXTERNAL MODULE: ./build/report/excerpt.js
var report_excerpt = __webpack_require__(57478);
// EXTERNAL MODULE: ./build/report/failed-step.js
var failed_step = __webpack_require__(5913);
// EXTERNAL MODULE: ./build/report/progress.js + 9 modules
var report_progress = __webpack_require__(15074);
// EXTERNAL MODULE: ./build/report/units.js
var units = __webpack_require__(15088);
// EXTERNAL MODULE: ./build/pipeline/base-images.js
var base_images = __webpack_require__(47185);
// EXTERNAL MODULE: ./build/pipeline/build-session.js + 5 modules
var build_session = __webpack_require__(99655);
// EXTERNAL MODULE: ./build/pipeline/engine-grpc.js
var engine_grpc = __webpack_require__(11354);
// EXTERNAL MODULE: ./build/pipeline/errors.js
var errors = __webpack_require__(59032);
// EXTERNAL MODULE: ./build/pipeline/input-contexts.js
var input_contexts = __webpack_require__(98484);
// EXTERNAL MODULE: ./build/pipeline/known-dockerfile.js
var known_dockerfile = __webpack_require__(57247);
// EXTERNAL MODULE: ./build/pipeline/named-contexts.js + 4 modules
var named_contexts = __webpack_require__(84041);
// EXTERNAL MODULE: ./build/pipeline/open-context.js + 1 modules
var open_context = __webpack_require__(58347);
// EXTERNAL MODULE: ./build/pipeline/open-remote.js + 1 modules
var open_remote = __webpack_require__(5657);
// EXTERNAL MODULE: ./build/pipeline/results.js
var results = __webpack_require__(21813);
// EXTERNAL MODULE: ./build/pipeline/session-services.js + 3 modules
var session_services = __webpack_require__(33047);
;// CONCATENATED MODULE: ./build/pipeline/check.js
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
/** `call: check`: the linter of BuildKit's Dockerfile frontend, with nothing built and no context sent. */























/** The runner shows ten of a step. */
const MOST_ANNOTATIONS = 10;
/** Name of the Dockerfile in the request; messages name the real one. */
const SENT_AS = 'Dockerfile';
function askedOf(engine) {
    const { facts } = engine;
    const name = `${facts.product === 'podman' ? 'Podman' : 'Docker'} ${facts.version}`;
    return { facts, name, connect: (0,build_session/* sessionOf */.M)(engine), open: (signal) => (0,engine_grpc.openGrpc)(engine, signal) };
}
/** Throws CheckFailed for what was found; InvalidInput, ContextError, FetchFailed, NoSession, EngineError. */
async function checkDockerfile(opening, { origin, workspace, tags, push, outputs }, tools) {
    opening.catch(() => { });
    if (push || tags.length > 0 || outputs.length > 0)
        tools.log.notice(`call: ${origin.call} builds nothing, so nothing is tagged, written or pushed`);
    await checkOrigin(opening, origin, { ...tools, workspace });
}
async function checkOrigin(opening, origin, tools) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { log, onResults, annotateWarnings } = tools;
        const here = await read(origin, tools.workspace, tools.signal);
        const asked = await opening;
        checkBuilder(origin, asked);
        const place = __addDisposableResource(env_1, here === undefined ? await (0,open_remote.openRemote)(origin, { builder: 'buildkit', facts: asked.facts }, tools) : undefined, true);
        const dockerfile = here ?? place?.named;
        for (const line of place?.lines('for its Dockerfile alone') ?? [])
            log.info(line);
        if (here !== undefined)
            log.info(`Dockerfile: ${here.file}`);
        const question = { origin, dockerfile, place };
        if (origin.call !== 'check') {
            await tell(asked, question, tools);
            return;
        }
        const result = await ask(asked, { ...question, asking: lint }, tools);
        onResults({ ...results/* NO_RESULTS */.j2, metadata: JSON.stringify({ 'result.json': result.json }, undefined, 2) });
        const seen = dockerfile ?? fetched(origin, result);
        show(result, seen, log);
        if (annotateWarnings)
            annotate(result.warnings, seen, log);
        conclude(result, seen, log);
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
/** `outline` and `targets`: what the Dockerfile offers, in the frontend's own words. */
async function tell(asked, question, tools) {
    const { log, onResults } = tools;
    const { call } = question.origin;
    const asking = (client, about, options) => (0,gateway/* askAbout */.D2)(client, call, about, options);
    const { json, text } = await ask(asked, { ...question, asking }, tools);
    onResults({ ...results/* NO_RESULTS */.j2, metadata: JSON.stringify({ 'result.json': json }, undefined, 2) });
    if (text.trim() === '')
        log.info(`${call}: there is nothing to tell of`);
    else
        log.untrusted('|', text);
}
/** Undefined where only the engine sees it. Throws ContextError, ArchiveError, DownloadFailed. */
async function read(origin, workspace, signal) {
    const { context } = origin;
    const loose = await (0,open_context/* textOfLoose */.R5)(origin, signal);
    if (loose !== undefined)
        return { file: (0,open_context/* looseName */._V)(origin), inWorkspace: false, text: loose };
    if (context.kind === 'tar') {
        const { openTarContext } = await __webpack_require__.e(/* import() */ 5968).then(__webpack_require__.bind(__webpack_require__, 45968));
        const { dockerfile, dockerfileText } = await openTarContext(context.path, { file: context.file, signal });
        if (dockerfileText !== undefined)
            return { file: dockerfile, inWorkspace: false, text: dockerfileText };
        throw new errors/* InvalidInput */.o9('call', 'check cannot read a tar of this compression', 'compress it with gzip or zstd');
    }
    if (context.kind !== 'directory')
        return undefined;
    const { source } = await (0,dockerfile/* locateDockerfile */.li)(context.path, context.file, { workspace });
    return (0,known_dockerfile/* nameDockerfile */.m)(source, workspace, await (0,promises_.readFile)(source, 'utf8'));
}
/** As the engine fetched it. */
function fetched({ context }, { source }) {
    if (source === undefined)
        return undefined;
    const { filename: file, text } = source;
    return context.kind === 'git' ? { ...(0,open_remote/* fetchedDockerfile */.Y)(context), text } : { file, inWorkspace: false, text };
}
async function ask(asked, question, tools) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const { origin, dockerfile, asking } = question;
        const { log, signal } = tools;
        const { call } = origin;
        const bases = (0,base_images/* readBaseImages */.kc)(dockerfile?.text ?? '', origin.buildArgs, origin.target);
        const served = __addDisposableResource(env_2, await (0,session_services/* openServices */.N)(origin, tools.startAgent), true);
        const { contexts } = origin.control;
        const named = await (0,named_contexts/* openNamed */.S)({ cacheFrom: [], cacheTo: [], contexts, epoch: undefined }, new Map(), log);
        const services = { methods: new Map([...served.methods, ...named.methods]), neededFor: [`call: ${call}`] };
        const session = __addDisposableResource(env_2, await (0,build_session/* openBuildSession */.j)(asked.connect, { bases, services }, tools), true);
        const client = __addDisposableResource(env_2, await asked.open(signal), false);
        const progress = (0,report_progress/* createProgress */.m)(log);
        const described = { session: session?.id ?? '', frontend: 'dockerfile.v0', ...describe(question, named) };
        try {
            const whole = await (0,input_contexts/* withTargets */.dE)(client, described, (0,input_contexts/* targetsIn */.A6)(contexts), { signal });
            return await asking(client, { ...whole, onTrace: progress.trace }, { signal });
        }
        catch (error) {
            signal.throwIfAborted();
            if (error instanceof gateway/* UnknownQuestion */.lC)
                throw unavailable(origin, asked);
            if (error instanceof buildkit_client/* RpcError */.Qc)
                throw uncheckable(error, dockerfile);
            throw error;
        }
        finally {
            progress.finish(false);
        }
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
function checkBuilder(origin, asked) {
    const { product, hasBuildKit } = asked.facts;
    if (product === 'podman' || !hasBuildKit)
        throw unavailable(origin, asked);
    if (origin.builderVersion === '1')
        throw new errors/* InvalidInput */.o9('call', 'the classic builder, which builder-version asks for, checks nothing', 'leave builder-version out');
}
function unavailable({ call }, { name }) {
    if (call !== 'check')
        return new errors/* InvalidInput */.o9('call', `${call} is asked of BuildKit's frontend, and that of ${name} does not know it`, 'use an engine of Docker 25 or newer');
    return new errors/* InvalidInput */.o9('call', `check needs the linter of BuildKit, and ${name} has none`, 'use an engine of Docker 27 or newer, or run another linter, such as hadolint, in a step of its own');
}
/** A fault that is none of the lines of the Dockerfile, such as a target that is not there. */
function uncheckable({ reason }, dockerfile) {
    const name = dockerfile?.file ?? 'the Dockerfile';
    return new errors/* CheckFailed */.EC(`${name} cannot be checked: ${(0,failed_step/* tidy */.DZ)(reason)}`, { hint: (0,diagnosis/* diagnose */.h4)(reason)?.hint });
}
/** The question in the words of the frontend. The Dockerfile travels in it, in place of a context too. */
function describe({ origin, dockerfile, place }, named) {
    const { buildArgs, target, platform, pull } = origin;
    const attributes = new Map([...buildArgs].map(([name, value]) => [`build-arg:${name}`, value]));
    if (target !== undefined)
        attributes.set('target', target);
    if (platform !== undefined)
        attributes.set('platform', (0,registry_platform/* formatPlatform */.Bq)(platform));
    attributes.set('image-resolve-mode', pull ? 'pull' : 'local');
    for (const [name, value] of named.contexts)
        attributes.set(`context:${name}`, value);
    if (dockerfile === undefined) {
        if (place?.remote !== undefined)
            attributes.set('context', place.remote);
        attributes.set('filename', place?.dockerfile ?? SENT_AS);
        return { attributes, inputs: named.inputs };
    }
    attributes.set('filename', SENT_AS);
    const file = (0,definition/* encodeFile */.r)(SENT_AS, Buffer.from(dockerfile.text), '[internal] load build definition');
    return {
        attributes,
        inputs: new Map([...named.inputs, ['dockerfile', file], ['context', file]]),
    };
}
function show({ warnings, error }, dockerfile, log) {
    for (const finding of error === undefined ? warnings : [...warnings, error]) {
        const url = finding.url === undefined ? '' : ` (${finding.url})`;
        log.info(`${finding.rule === undefined ? 'error' : 'warning'}: ${wordsOf(finding)}${url}`);
        const excerpt = dockerfile && finding.lines && (0,report_excerpt/* excerptOf */.z)(dockerfile, finding.lines);
        if (excerpt !== undefined)
            (0,report_excerpt/* showExcerpt */.p)(log, excerpt);
    }
}
function annotate(warnings, dockerfile, log) {
    for (const warning of warnings.slice(0, MOST_ANNOTATIONS)) {
        const place = dockerfile && warning.lines && (0,report_excerpt/* excerptOf */.z)(dockerfile, warning.lines)?.place;
        if (place !== undefined)
            log.warning([wordsOf(warning), warning.description].filter(Boolean).join('\n'), place);
    }
}
function wordsOf({ rule, text }) {
    return rule === undefined ? (0,failed_step/* tidy */.DZ)(text) : `${rule}: ${text}`;
}
/** Throws CheckFailed. */
function conclude({ warnings, error }, dockerfile, log) {
    const name = dockerfile?.file ?? 'the Dockerfile';
    if (error !== undefined) {
        const place = dockerfile && error.lines && (0,report_excerpt/* excerptOf */.z)(dockerfile, error.lines)?.place;
        throw new errors/* CheckFailed */.EC(`${name} cannot be built: ${wordsOf(error)}`, { hint: (0,diagnosis/* diagnose */.h4)(error.text)?.hint, place });
    }
    if (warnings.length > 0)
        throw new errors/* CheckFailed */.EC(`the check of ${name} gave ${(0,units/* count */.U9)(warnings.length, 'warning')}`, {});
    log.info(`The check of ${name} gave no warnings`);
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

/***/ 5657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ fetchedDockerfile),
  openInstead: () => (/* binding */ openInstead),
  openRemote: () => (/* binding */ openRemote)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/context/download.js
var download = __webpack_require__(18142);
// EXTERNAL MODULE: ./build/context/source.js + 1 modules
var context_source = __webpack_require__(60108);
// EXTERNAL MODULE: ./build/report/diagnosis.js
var diagnosis = __webpack_require__(54458);
// EXTERNAL MODULE: ./build/engine/parameters.js
var parameters = __webpack_require__(9623);
// EXTERNAL MODULE: ./build/pipeline/git-source.js
var git_source = __webpack_require__(72609);
;// CONCATENATED MODULE: ./build/pipeline/context-road.js


function chooseRoad(source, { builder, facts, hasAccount, hasLooseDockerfile }) {
    const runner = (why) => ({ kind: 'runner', why });
    if (builder === 'podman')
        return runner('Podman fetches no contexts');
    if (hasLooseDockerfile)
        return runner('its Dockerfile comes from elsewhere');
    if (builder === 'classic') {
        if (hasAccount)
            return runner('the classic builder cannot sign in');
        if (source.scheme === 'ssh')
            return runner('the classic builder has no ssh key');
        if (!(0,git_source/* fitsFragment */.lg)(source))
            return runner('the classic builder knows no query in a Git URL');
        return { kind: 'engine', remote: (0,git_source/* formatGitSource */.t3)(withBranch(source), 'fragment') };
    }
    const isOld = (0,parameters/* ignoredByBuildKit */.cb)(facts).has('shmsize');
    if (source.directory !== undefined && isOld)
        return runner(`BuildKit of Docker ${facts.version} takes no directory of it`);
    if (source.scheme === 'ssh' && isOld && !source.repository.startsWith('git@'))
        return runner(`BuildKit of Docker ${facts.version} knows no ssh but git@host:path`);
    if (source.query !== undefined && knowsQueries(facts))
        return { kind: 'engine', remote: (0,git_source/* formatGitSource */.t3)(source, 'query') };
    if (!(0,git_source/* fitsFragment */.lg)(source))
        return runner(`BuildKit of Docker ${facts.version} may know no query in a Git URL`);
    return { kind: 'engine', remote: (0,git_source/* formatGitSource */.t3)(isOld ? withBranch(source) : source, 'fragment') };
}
/** The classic builder and the BuildKit of Docker 20 take the branch `master` for the default one. */
function withBranch(source) {
    return { ...source, ref: source.ref ?? 'HEAD' };
}
/** From BuildKit 0.25 on, which came with Docker 28.5; distributions build engines that do not say their BuildKit's. */
function knowsQueries({ version }) {
    const [major = 0, minor = 0] = version.split(/[.+-]/).map(Number);
    return major > 28 || (major === 28 && minor >= 5);
}

// EXTERNAL MODULE: ./build/pipeline/epoch.js
var epoch = __webpack_require__(78386);
// EXTERNAL MODULE: ./build/pipeline/errors.js
var errors = __webpack_require__(59032);
// EXTERNAL MODULE: ./build/pipeline/git-fetch.js
var git_fetch = __webpack_require__(72134);
// EXTERNAL MODULE: ./build/pipeline/known-dockerfile.js
var known_dockerfile = __webpack_require__(57247);
// EXTERNAL MODULE: ./build/pipeline/open-context.js + 1 modules
var open_context = __webpack_require__(58347);
;// CONCATENATED MODULE: ./build/pipeline/open-remote.js
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
/** Opens a context that is fetched first, by the engine or by git on the runner: which, depends on the engine. */











/** Throws InvalidInput, FetchFailed, DownloadFailed, ContextError. */
async function openRemote(origin, engine, tools) {
    const { context, dockerfile } = origin;
    if (context.kind === 'url')
        return openUrl(context, engine.builder);
    if (context.kind !== 'git')
        throw new TypeError(`a context of kind ${context.kind} is not fetched`);
    const { source, file } = context;
    const account = (0,git_fetch/* accountFor */.N)(source, origin.secrets);
    const hasLooseDockerfile = dockerfile !== undefined;
    const road = chooseRoad(source, { ...engine, hasAccount: account !== undefined, hasLooseDockerfile });
    if (road.kind === 'runner')
        return openFetched(context, { origin, account, why: road.why }, tools);
    const signing = account === undefined ? '' : `; to sign in it may ask for the secret ${account.id}`;
    return {
        ...open_context/* NOTHING */.K$,
        remote: road.remote,
        dockerfile: file ?? 'Dockerfile',
        fetched: fetchedDockerfile(context),
        lines: () => [`Context: ${(0,git_source/* showGitSource */.V_)(source)}, fetched by the engine${signing}`],
    };
}
/** In the repository; its lines can be annotated when that is the one of the job. */
function fetchedDockerfile({ source, file }) {
    return { file: external_node_path_.posix.join(source.directory ?? '', file ?? 'Dockerfile'), inWorkspace: source.isOfJob };
}
function openUrl({ url, file }, builder) {
    if (builder === 'podman') {
        throw new errors/* InvalidInput */.o9('context', "Podman's API fetches no contexts", 'download the tar in a step before this one and give its path');
    }
    const what = 'a tar or a Dockerfile (the URL of a Git repository ends with .git)';
    return {
        ...open_context/* NOTHING */.K$,
        remote: url.href,
        dockerfile: file ?? 'Dockerfile',
        lines: () => [`Context: ${(0,download/* showUrl */.j)(url)}, fetched by the engine as ${what}`],
    };
}
/**
 * The same context by git on the runner, after the engine failed to fetch it: its network may be another one, and
 * BuildKit signs in to no submodule. Undefined where it did not fail at that, or there is no git to try with.
 */
async function openInstead(origin, error, tools) {
    const { context, secrets } = origin;
    if (context.kind !== 'git' || !(error instanceof errors/* BuildFailed */.UQ))
        return undefined;
    const { step } = error.failure;
    if (!step?.name.startsWith('load git source ') && (0,diagnosis/* diagnose */.h4)(error.message)?.code !== 'git-fetch')
        return undefined;
    // A step has shown why.
    const why = step === undefined ? ` (${error.message})` : '';
    tools.log.info(`The engine could not fetch the context${why}, so git on the runner tries`);
    try {
        const account = (0,git_fetch/* accountFor */.N)(context.source, secrets);
        return await openFetched(context, { origin, account, why: 'the engine could not' }, tools);
    }
    catch (failure) {
        if (failure instanceof git_fetch/* FetchFailed */.C && failure.isUntried)
            return undefined;
        throw failure;
    }
}
async function openFetched({ source, file }, { origin, account, why }, { signal, fetchGit, startAgent }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const keepGit = source.keepGit || origin.buildArgs.get('BUILDKIT_CONTEXT_KEEP_GIT_DIR') === '1';
        const dockerfileText = await (0,open_context/* textOfLoose */.R5)(origin, signal);
        const agent = __addDisposableResource(env_1, source.scheme === 'ssh' ? await agentFor(origin, startAgent) : undefined, true);
        const fetched = await fetchGit({ ...source, keepGit }, { account, agent: agent?.socket, signal });
        try {
            const { root, directory, commit } = fetched;
            const context = await (0,context_source/* openContext */.e)({
                directory,
                file: file === undefined ? undefined : (0,external_node_path_.join)(directory, file),
                dockerfileText,
                ignores: false,
                workspace: root,
                maxEntries: origin.maxEntries,
                epoch: (0,epoch/* epochOf */.F)(origin.buildArgs),
            });
            const { dockerfile } = context;
            const text = dockerfileText ?? (await (0,open_context/* textOf */.b6)(context));
            const at = `commit ${commit.slice(0, 12)}`;
            return {
                ...open_context/* NOTHING */.K$,
                context,
                identity: (0,git_source/* showGitSource */.V_)(source),
                dockerfileText: text,
                named: dockerfile.kind === 'loose'
                    ? { file: (0,open_context/* looseName */._V)(origin), inWorkspace: false, text }
                    : { ...(0,known_dockerfile/* nameDockerfile */.m)(dockerfile.source, root, text), inWorkspace: source.isOfJob },
                lines: (how) => [
                    `Context: ${(0,git_source/* showGitSource */.V_)(source)}, fetched by git on the runner, as ${why}: ${at}, ${how}`,
                    `Dockerfile: ${dockerfile.kind === 'loose' ? (0,open_context/* looseName */._V)(origin) : (0,external_node_path_.relative)(directory, dockerfile.source)}`,
                ],
                [Symbol.asyncDispose]: () => fetched[Symbol.asyncDispose](),
            };
        }
        catch (error) {
            await fetched[Symbol.asyncDispose]();
            throw error;
        }
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
/** The agent of the id `default`, which BuildKit takes for Git. It is disposed of when it was started. */
async function agentFor({ ssh }, startAgent) {
    const forward = ssh.find(({ id }) => id === 'default');
    if (forward === undefined)
        return undefined;
    if (forward.kind === 'keys')
        return startAgent(forward.keys);
    return { socket: forward.socket, [Symbol.asyncDispose]: async () => { } };
}


/***/ })

};
