export const id = 5657;
export const ids = [5657,8142];
export const modules = {

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
