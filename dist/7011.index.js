export const id = 7011;
export const ids = [7011];
export const modules = {

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


/***/ })

};
