export const id = 54;
export const ids = [54,202];
export const modules = {

/***/ 2919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ create)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2952);
/* harmony import */ var _inspect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9175);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9665);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8111);
/* harmony import */ var _parameters_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9623);
/* harmony import */ var _tag_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8619);
/* harmony import */ var _transfer_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(868);







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
    const { id } = await (0,_inspect_js__WEBPACK_IMPORTED_MODULE_1__/* .inspect */ .N)(engine, subject, { signal });
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

/***/ 202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ adviseBuild),
  advisePull: () => (/* binding */ advisePull)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/context/bases.js
var bases = __webpack_require__(9990);
// EXTERNAL MODULE: ./build/context/instructions.js
var instructions = __webpack_require__(2487);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/context/dockerignore.js
var dockerignore = __webpack_require__(3068);
// EXTERNAL MODULE: ./build/context/errors.js
var errors = __webpack_require__(1997);
;// CONCATENATED MODULE: ./build/context/missing.js
/** Why a file that a Dockerfile copies is not in the context: a line of the ignore file, or another name. */




/** Entries looked at for a name that is alike; it is a help, not a search. */
const MOST_ENTRIES = 5000;
const MOST_PATTERNS = 1000;
const MOST_NAMES = 3;
/** A sentence, also on what to do. `path` is relative to the context, with or without `/` before it. */
function explainMissing({ directory, ignore }, path) {
    const name = external_node_path_.posix
        .normalize(path)
        .replace(/^(?:\.?\/+)+/, '')
        .replace(/\/$/, '');
    if (name === '' || name === '.' || name.startsWith('../'))
        return undefined;
    const line = excludingLine(ignore, name);
    if (line !== undefined && ignore.file !== undefined && exists((0,external_node_path_.join)(directory, name))) {
        const file = (0,external_node_path_.basename)(ignore.file);
        return `The context has "${(0,errors/* shown */.SP)(name)}", but line ${line.line} of ${(0,errors/* shown */.SP)(file)}, "${(0,errors/* shown */.SP)(line.text)}", excludes it: take that line out, or write "!${(0,errors/* shown */.SP)(name)}" below it`;
    }
    const alike = findAlike(directory, name).filter((other) => !(0,dockerignore/* excludes */.m1)(ignore, other));
    if (alike.length > 0) {
        const names = alike.slice(0, MOST_NAMES).map((other) => `"${(0,errors/* shown */.SP)(other)}"`);
        return `The context has no "${(0,errors/* shown */.SP)(name)}"; did you mean ${names.join(' or ')}? Paths are relative to the context`;
    }
    if (/[*?[]/.test(name))
        return `Nothing in the context matches "${(0,errors/* shown */.SP)(name)}"; paths are relative to the context`;
    return `The context has no "${(0,errors/* shown */.SP)(name)}": check the path, which is relative to the context, or make the file in a step before`;
}
/** The line that a path is left out for: the last one that changed the verdict. */
function excludingLine(rules, path) {
    const { file, patterns } = rules;
    if (file === undefined || patterns.length > MOST_PATTERNS || !(0,dockerignore/* excludes */.m1)(rules, path))
        return undefined;
    let excluded = false;
    let deciding = 0;
    for (let index = 0; index < patterns.length; index++) {
        const verdict = (0,dockerignore/* excludes */.m1)({ file, patterns: patterns.slice(0, index + 1) }, path);
        if (verdict && !excluded)
            deciding = index;
        excluded = verdict;
    }
    try {
        return (0,dockerignore/* readPatterns */.ce)((0,external_node_fs_.readFileSync)(file, 'utf8'), file)[deciding];
    }
    catch {
        return undefined;
    }
}
function exists(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false }) !== undefined;
}
/** Paths whose last name is the same or nearly so, the likeliest first. */
function findAlike(directory, path) {
    const wanted = (0,external_node_path_.basename)(path).toLowerCase();
    const parent = (0,external_node_path_.dirname)(path);
    const found = [];
    const queue = ['.'];
    let left = MOST_ENTRIES;
    for (let folder = queue.shift(); folder !== undefined && left > 0; folder = queue.shift()) {
        for (const entry of list((0,external_node_path_.join)(directory, folder))) {
            left--;
            const at = external_node_path_.posix.join(folder, entry.name);
            if (entry.isDirectory() && !/^(?:\.git|node_modules)$/.test(entry.name))
                queue.push(at);
            const here = folder === parent;
            const name = entry.name.toLowerCase();
            // Somewhere else only the very name counts, here a slip does, too.
            const distance = here ? distanceOf(name, wanted) : name === wanted ? 1 : Number.POSITIVE_INFINITY;
            if (distance <= Math.max(1, Math.floor(wanted.length / 4)))
                found.push({ path: at, distance });
        }
    }
    return found.sort((a, b) => a.distance - b.distance || a.path.length - b.path.length).map(({ path: at }) => at);
}
function list(directory) {
    try {
        return (0,external_node_fs_.readdirSync)(directory, { withFileTypes: true });
    }
    catch {
        return [];
    }
}
/** How many letters are to be added, dropped or changed (Levenshtein); two that changed places count as two. */
function distanceOf(a, b) {
    if (Math.abs(a.length - b.length) > b.length / 4 + 1)
        return Number.POSITIVE_INFINITY;
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (const [at, letter] of [...a].entries()) {
        const next = [at + 1];
        for (let index = 0; index < b.length; index++) {
            const change = (row[index] ?? 0) + (letter === b[index] ? 0 : 1);
            next.push(Math.min(change, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
        }
        row = next;
    }
    return row[b.length] ?? Number.POSITIVE_INFINITY;
}

// EXTERNAL MODULE: ./build/engine/disk-usage.js
var disk_usage = __webpack_require__(8704);
// EXTERNAL MODULE: ./build/engine/distribution.js
var distribution = __webpack_require__(7985);
// EXTERNAL MODULE: ./build/engine/errors.js
var engine_errors = __webpack_require__(2952);
// EXTERNAL MODULE: ./build/engine/list.js
var engine_list = __webpack_require__(3539);
// EXTERNAL MODULE: ./build/registry/reference.js
var registry_reference = __webpack_require__(6247);
// EXTERNAL MODULE: ./build/report/diagnosis.js
var diagnosis = __webpack_require__(4458);
// EXTERNAL MODULE: ./build/report/failed-step.js
var failed_step = __webpack_require__(8294);
// EXTERNAL MODULE: ./build/report/units.js
var units = __webpack_require__(5088);
// EXTERNAL MODULE: ./build/pipeline/explain.js
var explain = __webpack_require__(9152);
;// CONCATENATED MODULE: ./build/pipeline/advice.js
/**
 * What to do about a failed build: the row of the table (report/diagnosis.ts), and what the facts at hand say more
 * exactly. Looking for facts is bounded and never fails: a hint is worth less than the news of the failure.
 */













const advice_MOST_NAMES = 5;
/** Lines at the end of an output that may hold the reason; some programs end with numbers. */
const KERNEL_LINES = 10;
const SHM = 'What the step wrote to /dev/shm does not fit: raise it with shm-size, such as 1g';
/** Milliseconds that a question to the engine may take. */
const LIMIT_MS = 5000;
/** Adding up everything takes the containerd store longer. */
const USAGE_LIMIT_MS = 15_000;
const TRIES = 4;
const PAUSE_MS = 500;
/** One or two sentences; undefined when nothing is known. */
async function adviseBuild(trouble, facts) {
    const diagnosis = diagnoseBuild(trouble);
    if (diagnosis === undefined)
        return undefined;
    try {
        return (await exactly(diagnosis, trouble, facts)) ?? diagnosis.hint;
    }
    catch (error) {
        facts.log.debug(`no more is known of the failure: ${error.message}`);
        return diagnosis.hint;
    }
}
/** A command that failed says itself why: its text, which the engine quotes, must not be taken for the engine's words. */
function diagnoseBuild({ error, step }) {
    if (step?.exitCode === undefined)
        return (0,diagnosis/* diagnose */.h4)(error);
    // What the kernel or the container runtime says, whatever program passes it on.
    const last = step.lastLines.slice(-KERNEL_LINES).join('\n').replaceAll('\\"', '"');
    const [words] = /exec format error|no space left on device|container exited on killed|\bexec: "[^"\n]*": .*/i.exec(last) ?? [];
    return (0,diagnosis/* diagnose */.h4)(words ?? `exit code: ${step.exitCode}`);
}
/** What takes the place of the hint of the table; undefined leaves it as it is. */
async function exactly({ code, hint }, trouble, facts) {
    switch (code) {
        case 'copy-missing':
            return missingFile(trouble, facts.context);
        case 'stage-missing':
            return and(hint, stages(facts.dockerfile));
        case 'bad-ref':
            return correctedName(trouble, facts);
        case 'syntax':
            return newerSyntax(trouble, facts);
        case 'oom': {
            const { memory } = facts.request;
            return memory === undefined
                ? undefined
                : `The step was killed: it needs more than the ${(0,units/* formatBytes */.z3)(memory)} of the input memory`;
        }
        case 'no-platform':
            return and(hint, await platforms(trouble, facts));
        case 'disk-full':
            if (trouble.step?.lastLines.some((line) => /\/dev\/shm/.test(line)))
                return SHM;
            return and(hint, await usage(facts));
        case 'no-creds':
        case 'unauthorized':
        case 'pull-denied':
        case 'denied': {
            const base = baseIn(trouble.error, facts.bases);
            return base && and(`${await (0,explain/* whoWasRefused */.Yn)(base, 'pull', facts.credentials)}`, hint);
        }
        default:
            return undefined;
    }
}
function and(first, second) {
    return first === undefined || second === undefined ? first : `${first}. ${second}`;
}
function missingFile({ error, step }, context) {
    const [, from] = /\s--from=(\S+)/.exec(step?.instruction ?? '') ?? [];
    if (from !== undefined)
        return `The stage or image "${from}" has no such file: see what its steps make, with RUN ls in it`;
    const words = (0,failed_step/* tidy */.DZ)(error);
    const [, path] = /"([^"]+)"\]?(?: not found)?: (?:not found|no such file)/.exec(words) ??
        /\bl?stat (\S+): (?:no such file|file does not exist)/.exec(words) ??
        [];
    const wildcard = /no source files were specified/.test(error) ? step?.instruction.split(/\s+/)[1] : undefined;
    const missing = path ?? wildcard;
    return context === undefined || missing === undefined ? undefined : explainMissing(context, missing);
}
function stages(dockerfile) {
    if (dockerfile === undefined)
        return undefined;
    const names = (0,bases/* findImageUses */.t)((0,instructions/* readInstructions */.K)(dockerfile.text), new Map()).flatMap(({ stage }) => stage ?? []);
    return names.length === 0 ? 'It names none' : `It has ${names.map((name) => `"${name}"`).join(', ')}`;
}
/** What the grammar of references says of the first base that it does not take. */
function correctedName({ excerpt }, { dockerfile, request }) {
    if (dockerfile === undefined)
        return undefined;
    const uses = (0,bases/* findImageUses */.t)((0,instructions/* readInstructions */.K)(dockerfile.text), request.buildArgs);
    const at = uses.filter(({ instruction }) => excerpt === undefined || instruction.first === excerpt.first);
    for (const { image } of at) {
        try {
            (0,registry_reference/* parseReference */.F2)(image);
        }
        catch (error) {
            if (error instanceof registry_reference/* InvalidReference */.ft)
                return and(capital(error.message), error.hint && capital(error.hint));
        }
    }
    return undefined;
}
function capital(text) {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
/** Versions of Docker whose own frontend knows everything that is in use today. */
const KNOWS_ALL = 23;
/** A line that is right for newer builders. */
function newerSyntax({ excerpt }, { engine, dockerfile, request }) {
    const { product, version } = engine.facts;
    const line = excerpt?.first ?? 0;
    const heredoc = dockerfile !== undefined &&
        (0,instructions/* readInstructions */.K)(dockerfile.text).some((instruction) => instruction.heredoc !== 'none' && instruction.first < line && line <= instruction.last);
    const name = product === 'podman' ? `Podman ${version}` : `Docker ${version}`;
    const syntax = 'write "# syntax=docker/dockerfile:1" into the first line, and BuildKit fetches a newer frontend';
    if (heredoc)
        return product === 'podman' || request.builder === 'classic'
            ? `This builder of ${name} knows no heredocs: join the commands with && instead`
            : `The Dockerfile frontend of ${name} knows no heredocs: ${syntax}`;
    if (product === 'podman' || request.builder !== 'buildkit' || Number.parseInt(version, 10) >= KNOWS_ALL)
        return undefined;
    return `Correct the Dockerfile at this line. If it is right for newer engines than ${name}, ${syntax}`;
}
async function platforms(trouble, { engine, bases, credentials, signal }) {
    const base = baseIn(trouble.error, bases);
    return base && describePlatforms(engine, base, credentials, signal);
}
/** What a registry has an image for, as a sentence; undefined when it does not say within a few seconds. */
async function describePlatforms(engine, reference, credentials, signal) {
    const { registry, path: repository } = reference;
    const registryAuth = await credentials.authHeader({ registry, repository, action: 'pull' });
    const limited = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
    const names = await (0,distribution/* platformsOf */.W)(engine, (0,registry_reference/* formatFamiliar */.LF)(reference), { registryAuth, signal: limited });
    return names.length === 0 ? undefined : `${(0,registry_reference/* formatFamiliar */.LF)(reference)} is there for ${names.join(', ')}`;
}
/** What to say more of an image that could not be pulled; undefined for nothing. Never fails. */
async function advisePull(error, { engine, reference, credentials, signal }) {
    const code = error instanceof engine_errors/* EngineError */.NJ ? (0,diagnosis/* diagnose */.h4)(error.reason)?.code : undefined;
    try {
        if (code === 'no-platform')
            return await describePlatforms(engine, reference, credentials, signal);
        if (code !== 'manifest-missing' && code !== 'repo-missing' && code !== 'pull-denied')
            return undefined;
        const repository = (0,registry_reference/* familiarRepository */.Yu)(reference);
        const limited = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
        const here = await (0,engine_list/* list */.p)(engine, { filters: { reference: [repository] }, signal: limited });
        const names = here.flatMap((image) => image.names).slice(0, advice_MOST_NAMES);
        return names.length === 0 ? undefined : `The engine itself has ${names.join(', ')}`;
    }
    catch {
        return undefined;
    }
}
async function usage({ engine, signal }) {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(USAGE_LIMIT_MS)]);
    const { images, cache, unusedCache } = await insisting(() => (0,disk_usage/* diskUsage */.hh)(engine, limited), limited);
    const free = unusedCache === 0 ? '' : `, of which prune-build-cache can free ${(0,units/* formatBytes */.z3)(unusedCache)}`;
    return `In the engine images take ${(0,units/* formatBytes */.z3)(images)}, build cache ${(0,units/* formatBytes */.z3)(cache)}${free}`;
}
/** The containerd store stumbles over what it is just taking away, such as the rest of the step that failed. */
async function insisting(work, signal) {
    for (let left = TRIES - 1;; left--) {
        try {
            return await work();
        }
        catch (error) {
            if (left === 0 || !(error instanceof engine_errors/* EngineError */.NJ))
                throw error;
            await (0,promises_.setTimeout)(PAUSE_MS, undefined, { signal });
        }
    }
}
/** The base that an error is about: the one it names, or the only one. */
function baseIn(error, { all }) {
    const named = all.find(({ registry, path }) => error.includes(`${registry}/${path}`) || error.includes(`/v2/${path}/`));
    return (named ?? all.find(({ registry }) => error.includes(`host ${registry} `)) ?? (all.length === 1 ? all[0] : undefined));
}


/***/ }),

/***/ 8054:
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
    let done = false;
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
// EXTERNAL MODULE: ./build/pipeline/base-images.js
var base_images = __webpack_require__(7185);
// EXTERNAL MODULE: ./build/registry/platform.js
var platform = __webpack_require__(7891);
// EXTERNAL MODULE: ./build/report/excerpt.js
var report_excerpt = __webpack_require__(7478);
// EXTERNAL MODULE: ./build/report/failed-step.js
var failed_step = __webpack_require__(8294);
// EXTERNAL MODULE: ./build/pipeline/advice.js + 1 modules
var advice = __webpack_require__(202);
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
function showWarnings(log, { warnings }, { request, dockerfile, fetched, annotate }) {
    const known = dockerfile ?? fetched;
    const all = warnings.map((warning) => (0,pinpoint/* relocated */.qP)(warning, request, known));
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
    const step = progress.failure({ message: error.reason, code: error.code });
    const summary = progress.summary();
    const excerpt = await (0,pinpoint/* pinpoint */.SJ)(engine, { ...told, step, error: error.reason, summary }, { log, signal });
    const lost = session?.kind === 'lost' ? `; ${session.error.message}` : '';
    const hint = await (0,advice/* adviseBuild */.b)({ error: error.reason, step, excerpt }, { ...facts, ...told });
    const failure = { step, excerpt, summary, hint };
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
/** Throws WrongPlatform. `base` is what the target stage is built on. */
function checkBuiltPlatform(asked, { image, summary }, base, builder) {
    const got = (0,results/* platformOf */.tj)(image);
    if (!(0,platform/* matchesPlatform */.pC)(asked, got)) {
        const hint = builder === 'classic'
            ? 'The classic builder takes what is in its cache whatever its platform: use builder-version: 2, or no-cache: true'
            : 'Check the platforms of the base image and any --platform in the Dockerfile';
        throw new pipeline_errors/* WrongPlatform */.vV('built image', (0,platform/* formatPlatform */.Bq)(asked), (0,platform/* formatPlatform */.Bq)(got), hint);
    }
    // The containerd store takes a local base of another platform and labels the result as if it were right; this
    // warning is all there is to see of it. About other stages it may be meant, as with tools whose output is copied.
    const names = base === undefined ? [] : [(0,registry_reference/* formatFamiliar */.LF)(base), (0,registry_reference/* formatFamiliar */.LF)({ registry: base.registry, path: base.path })];
    const foreign = summary.warnings.find(({ text }) => text.startsWith('InvalidBaseImagePlatform') && names.some((name) => text.includes(` ${name} `)));
    if (foreign !== undefined) {
        const hint = `${foreign.text}. Remove that base image from the engine, or set pull: true`;
        throw new pipeline_errors/* WrongPlatform */.vV('built image', (0,platform/* formatPlatform */.Bq)(asked), 'another platform in its base', hint);
    }
}

// EXTERNAL MODULE: ./build/pipeline/build-session.js + 5 modules
var build_session = __webpack_require__(9655);
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
        const steps = new StepImages();
        const session = __addDisposableResource(env_1, builder === 'buildkit' ? await (0,build_session/* openBuildSession */.j)(engine, { bases, services: withSending(job) }, tools) : undefined, true);
        const sent = await job.sending.begin(session !== undefined);
        const progress = (0,report_progress/* createProgress */.m)(tools.log);
        const request = { ...job.request, dockerfile: sent.dockerfile, remote: sent.remote };
        const told = { request, dockerfile: job.dockerfile, fetched: job.fetched, annotate: tools.annotateWarnings };
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
            if (job.sending.failure !== undefined)
                throw job.sending.failure;
            if (!(error instanceof errors/* EngineError */.NJ))
                throw error;
            showWarnings(tools.log, progress.summary(), told);
            const ended = session && (await Promise.race([session.closed, undefined]));
            const context = job.context && { directory: job.context.root, ignore: job.context.ignore };
            const facts = { engine, bases, context, credentials: tools.credentials, log: tools.log, signal: tools.signal };
            throw await failureOf(error, { progress, session: ended, told, facts });
        }
        progress.finish();
        job.sending.end();
        // Nothing that was not sent as it was listed counts as built (hardening C2).
        if (job.sending.failure !== undefined)
            throw job.sending.failure;
        const summary = progress.summary();
        showWarnings(tools.log, summary, told);
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
/** What the session serves for the steps, and for the files of the context. */
function withSending({ services, sending }) {
    return {
        methods: new Map([...services.methods, ...sending.methods]),
        neededFor: [...services.neededFor, ...sending.neededFor],
        sharedKey: sending.sharedKey,
    };
}
async function startBuild(engine, request, { bases, session, body, tools }) {
    const { signal, credentials } = tools;
    const { builder } = request;
    const registryConfig = builder === 'buildkit' ? undefined : await (0,base_images/* registryConfigFor */.J7)(bases, credentials);
    return build(engine, request, {
        context: body,
        ...(session && { session: session.id }),
        ...(registryConfig !== undefined && { registryConfig }),
        // Podman, unlike Docker, speaks plain http to its own machine only when told.
        ...(builder === 'podman' && (0,base_images/* areAllOnLoopback */.At)(bases) && { tlsVerify: false }),
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
