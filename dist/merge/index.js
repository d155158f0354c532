import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 99:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:sqlite");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 7830:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/web");

/***/ }),

/***/ 7997:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 3150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  z: () => (/* binding */ createCredentials)
});

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/registry/credentials.js
var registry_credentials = __nccwpck_require__(5760);
// EXTERNAL MODULE: ./build/registry/docker-config.js
var docker_config = __nccwpck_require__(9275);
// EXTERNAL MODULE: ./build/registry/masks.js
var registry_masks = __nccwpck_require__(763);
// EXTERNAL MODULE: ./build/registry/server-key.js
var server_key = __nccwpck_require__(9689);
;// CONCATENATED MODULE: ./build/registry/credential-source.js
/**
 * Finds the credential for a registry. Order, as the docker CLI has it with inputs before and the job token after:
 * inputs, `DOCKER_AUTH_CONFIG`, then each config file by `credHelpers`, `credsStore`, `auths`, then the job token.
 * Nothing is looked up before it is asked for and nothing twice (hardening S8); every secret is announced for masking
 * before it is handed out (S1), and each result can say where it came from without saying what it is.
 */




function createCredentialSource(options) {
    const found = new Map();
    const stores = new Stores(options);
    function find(need) {
        const key = JSON.stringify([(0,server_key/* canonicalRegistry */.i7)(need.registry), need.repository ?? '', need.action ?? 'pull']);
        const known = found.get(key);
        if (known)
            return known;
        const search = stores.search(need);
        found.set(key, search);
        return search;
    }
    function announced(value) {
        options.onSecret(value);
        return value;
    }
    async function authHeader(need) {
        const result = await find(need);
        const value = (0,registry_credentials/* encodeRegistryAuth */.yJ)(result?.credential, need.registry);
        return result === undefined ? value : announced(value);
    }
    async function configHeader(needs) {
        const credentials = new Map();
        for (const need of needs) {
            const result = await find(need);
            if (result)
                credentials.set((0,server_key/* canonicalRegistry */.i7)(need.registry), result.credential);
        }
        return credentials.size === 0 ? undefined : announced((0,registry_credentials/* encodeRegistryConfig */.Sf)(credentials));
    }
    return { find, authHeader, configHeader };
}
class Stores {
    #options;
    #helperAnswers = new Map();
    #warned = new Set();
    #files;
    #variable = null;
    constructor(options) {
        this.#options = options;
    }
    async search(need) {
        const result = this.#fromLogins(need) ?? this.#fromVariable(need) ?? (await this.#fromFiles(need)) ?? this.#fromJobToken(need);
        if (result) {
            const masks = (0,registry_masks/* masksFor */.RM)(result.credential, (0,server_key/* canonicalRegistry */.i7)(need.registry));
            (0,registry_masks/* announce */.iP)(masks, `the password for ${(0,server_key/* canonicalRegistry */.i7)(need.registry)} (${result.source})`, this.#options.onSecret);
            for (const warning of masks.warnings)
                this.#warnOnce(`${warning} (${result.source})`);
        }
        return result;
    }
    #fromLogins(need) {
        const byKey = new Map();
        for (const login of this.#options.logins)
            byKey.set(scopedKey(login), login);
        const login = byKey.get((0,server_key/* matchingKeys */.A8)(byKey.keys(), need)[0] ?? '');
        return login && describe((0,docker_config/* fromPair */.FM)(login.username, login.password), login.from);
    }
    #fromVariable(need) {
        if (this.#variable === null) {
            const text = this.#options.authConfigVariable ?? '';
            this.#variable = text === '' ? undefined : (0,docker_config/* parseDockerConfig */.Cj)(text, 'DOCKER_AUTH_CONFIG', this.#options.warn);
            const { credHelpers, credsStore } = this.#variable ?? {};
            if (credHelpers?.size || credsStore)
                this.#warnOnce('DOCKER_AUTH_CONFIG: only "auths" is read from it, the helpers it names are not run');
        }
        return this.#variable && this.#fromAuths(this.#variable, need);
    }
    async #fromFiles(need) {
        const { configFiles, workspace, warn } = this.#options;
        this.#files ??= Promise.all(configFiles.map((path) => (0,docker_config/* readDockerConfig */.TO)(path, { workspace, warn }))).then((all) => all.filter((config) => config !== undefined));
        for (const config of await this.#files) {
            const own = (0,server_key/* matchingKeys */.A8)(config.credHelpers.keys(), need)[0];
            const helper = own === undefined ? undefined : config.credHelpers.get(own);
            const result = (await this.#fromHelper(config, helper, need)) ??
                (await this.#fromHelper(config, config.credsStore, need)) ??
                this.#fromAuths(config, need);
            if (result)
                return result;
        }
        return undefined;
    }
    #fromAuths(config, need) {
        for (const key of (0,server_key/* matchingKeys */.A8)(config.auths.keys(), need)) {
            const entry = (0,docker_config/* decodeEntry */.LP)(config.auths.get(key));
            if (entry.kind === 'credential')
                return describe(entry.credential, config.title);
            if (entry.kind === 'malformed')
                this.#warnOnce(`${config.title}: the entry for ${key} is ignored: ${entry.reason}`);
        }
        return undefined;
    }
    async #fromHelper(config, helper, need) {
        if (helper === undefined || this.#options.runHelper === undefined)
            return undefined;
        const server = (0,server_key/* credentialKey */.TC)(need.registry);
        const key = JSON.stringify([helper, server]);
        let answer = this.#helperAnswers.get(key);
        if (!answer) {
            answer = this.#askHelper(this.#options.runHelper, helper, server, `${config.title}, helper ${helper}`);
            this.#helperAnswers.set(key, answer);
        }
        return answer;
    }
    async #askHelper(run, helper, server, source) {
        let answer;
        try {
            answer = await run(helper, 'get', server);
        }
        catch (error) {
            const hint = error instanceof Error && 'hint' in error && typeof error.hint === 'string' ? `; ${error.hint}` : '';
            const reason = error instanceof Error ? error.message + hint : 'it failed';
            this.#warnOnce(`no credential for ${server} from ${source}: ${reason}`);
            return undefined;
        }
        if (answer === undefined)
            return undefined;
        const pair = parseAnswer(answer);
        if (pair === undefined) {
            this.#warnOnce(`no credential for ${server} from ${source}: its answer is not the expected JSON`);
            return undefined;
        }
        return describe((0,docker_config/* fromPair */.FM)(pair.username, pair.secret), source);
    }
    #fromJobToken(need) {
        const { jobToken } = this.#options;
        if (!jobToken || jobToken.token === '' || (0,server_key/* matchingKeys */.A8)(jobToken.registries, need).length === 0)
            return undefined;
        return describe((0,docker_config/* fromPair */.FM)(jobToken.username, jobToken.token), 'the job token');
    }
    #warnOnce(text) {
        if (this.#warned.has(text))
            return;
        this.#warned.add(text);
        this.#options.warn(text);
    }
}
function describe(credential, source) {
    return { credential, account: credential.kind === 'password' ? credential.username : undefined, source };
}
function scopedKey({ registry, scope = '' }) {
    if (scope === '')
        return registry;
    return scope.startsWith('@') ? registry + scope : `${registry}/${scope}`;
}
/** The `ServerURL` of the answer is ignored: a helper must not choose where its secret is sent (hardening E2). */
function parseAnswer(text) {
    let json;
    try {
        json = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    if (typeof json !== 'object' || json === null)
        return undefined;
    const username = Object.hasOwn(json, 'Username') ? json.Username : undefined;
    const secret = Object.hasOwn(json, 'Secret') ? json.Secret : undefined;
    return typeof username === 'string' && username !== '' && typeof secret === 'string' ? { username, secret } : undefined;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: ./build/registry/workspace.js
var registry_workspace = __nccwpck_require__(543);
;// CONCATENATED MODULE: ./build/action/program.js
/**
 * Programs of the machine that we start: found on PATH, but never in the workspace, where a pull request could have put
 * them, and given what any program needs of the environment (hardening E2, S3).
 */




const PLAIN_VARIABLES = /^(?:HOME|USER|LOGNAME|LANG|LC_\w+|TZ|TMPDIR|TMP|TEMP|XDG_\w+|DOCKER_CONFIG|(?:HTTPS?|NO|ALL)_PROXY|SSL_CERT_(?:FILE|DIR)|SYSTEMROOT|WINDIR|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMDATA|PROGRAMFILES)$/i;
/** Whether any program may get the variable: what they need, and none of it secret. */
function isPlainVariable(name) {
    return PLAIN_VARIABLES.test(name);
}
/** `name` without an extension. */
async function findProgram(name, search) {
    const directories = await trustedPath(search);
    // On Windows only real programs: .cmd and .bat would run by way of a shell.
    const file = process.platform === 'win32' ? `${name}.exe` : name;
    const path = directories.join(external_node_path_.delimiter);
    for (const directory of directories) {
        const program = (0,external_node_path_.join)(directory, file);
        if ((await isProgram(program)) && !(await isUntrusted(program, search)))
            return { program, path };
    }
    return { program: undefined, path };
}
async function trustedPath(search) {
    const { environment } = search;
    const trusted = [];
    for (const entry of (environment['PATH'] ?? environment['Path'] ?? '').split(external_node_path_.delimiter)) {
        if ((0,external_node_path_.isAbsolute)(entry) && !(await isUntrusted(entry, search)))
            trusted.push(entry);
    }
    return trusted;
}
async function isUntrusted(path, { workspace }) {
    return workspace !== undefined && (0,registry_workspace/* leadsInto */.g)(path, workspace);
}
async function isProgram(path) {
    try {
        await (0,promises_.access)(path, external_node_fs_.constants.X_OK);
        return (await (0,promises_.stat)(path)).isFile();
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: external "node:async_hooks"
var external_node_async_hooks_ = __nccwpck_require__(6698);
// EXTERNAL MODULE: external "node:diagnostics_channel"
var external_node_diagnostics_channel_ = __nccwpck_require__(3053);
;// CONCATENATED MODULE: ./build/action/child.js
/**
 * The children that @actions/exec starts. exec gives neither a time limit nor the child, so that is taken from Node's
 * `child_process` diagnostics channel: within the async context of the very call, so never another's.
 */



const calls = new external_node_async_hooks_.AsyncLocalStorage();
let isWatching = false;
/** Runs `start`, and tells `adopt` of each child that it makes, before that has begun its work. */
function adopting(adopt, start) {
    watchChildren();
    return calls.run(adopt, start);
}
function watchChildren() {
    if (isWatching)
        return;
    isWatching = true;
    (0,external_node_diagnostics_channel_.subscribe)('child_process', (message) => {
        const { process: child } = message;
        calls.getStore()?.(child);
    });
}
/** Ends the child with everything below it. */
async function endTree(child) {
    const below = child.pid === undefined ? [] : await descendants(child.pid);
    child.kill('SIGKILL');
    for (const pid of below) {
        try {
            process.kill(pid, 'SIGKILL');
        }
        catch {
            // Gone already.
        }
    }
    release(child);
}
/** Closes our ends of the pipes, which a grandchild may hold open; they would keep this process from ending. */
function release(child) {
    for (const pipe of [child?.stdin, child?.stdout, child?.stderr])
        pipe?.destroy();
}
/** Where the system tells (Linux); else none. */
async function descendants(pid) {
    const text = await (0,promises_.readFile)(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
    const children = text
        .split(' ')
        .filter((id) => id !== '')
        .map(Number);
    return [...children, ...(await Promise.all(children.map(descendants))).flat()];
}
/** exec splits its first argument like a command line; inside double quotes only the quote itself needs escaping. */
function quoted(program) {
    return `"${program.replaceAll('"', '\\"')}"`;
}

;// CONCATENATED MODULE: ./build/action/program-run.js
/**
 * Runs a program by @actions/exec and under its missing limits: exec gives no time limit, and keeps output that has no
 * line end in one growing text (hardening E2, S3).
 */

/** The program did not come to an end of its own. */
class ProgramFailed extends Error {
    name = 'ProgramFailed';
    why;
    constructor(why) {
        super(`the program did not end well: ${why}`);
        this.why = why;
    }
}
/** `program` is absolute. Throws ProgramFailed, or the abort reason; the program and all below it are ended then. */
async function runProgram(program, args, options) {
    const { environment, directory, input, signal, timeLimit, outputLimit } = options;
    const { exec } = await __nccwpck_require__.e(/* import() */ 260).then(__nccwpck_require__.bind(__nccwpck_require__, 1260));
    signal?.throwIfAborted();
    const output = [];
    const errors = [];
    let length = 0;
    let child;
    let failure;
    const gaveUp = Promise.withResolvers();
    gaveUp.promise.catch(() => { });
    const stop = (reason) => {
        failure ??= reason;
        // Without the child (the channel is not a promise Node makes for ever) at least the caller does not wait on.
        if (child)
            void endTree(child);
        else
            gaveUp.reject(reason);
    };
    const timer = timeLimit === undefined ? undefined : setTimeout(() => stop(new ProgramFailed('time')), timeLimit);
    const onAbort = () => stop(signal?.reason);
    signal?.addEventListener('abort', onAbort, { once: true });
    const adopt = (made) => {
        child = made;
        // A program may leave without reading its input, or not start at all; exec would let that write error crash us.
        process.nextTick(() => made.stdin?.on('error', () => { }));
        if (failure !== undefined)
            process.nextTick(() => void endTree(made));
    };
    const take = (into) => (data) => {
        length += data.length;
        if (length <= outputLimit)
            into.push(data);
        else
            stop(new ProgramFailed('output'));
    };
    try {
        const running = adopting(adopt, () => exec(quoted(program), [...args], {
            env: { ...environment },
            ...(directory !== undefined && { cwd: directory }),
            silent: true,
            ignoreReturnCode: true,
            input: Buffer.from(input ?? '', 'utf8'),
            // After exit, for a grandchild that keeps the output open.
            delay: 500,
            listeners: { stdout: take(output), stderr: take(errors) },
        }));
        const code = await Promise.race([running, gaveUp.promise]);
        if (failure !== undefined)
            throw failure;
        return { code, output: Buffer.concat(output).toString('utf8'), errors: Buffer.concat(errors).toString('utf8') };
    }
    catch {
        throw failure ?? new ProgramFailed('start');
    }
    finally {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        release(child);
    }
}

;// CONCATENATED MODULE: ./build/action/credential-helper.js
/**
 * Runs docker credential helpers (`docker-credential-<name> get`).
 * Protocol: https://github.com/docker/docker-credential-helpers; rules: hardening E2, S3.
 */


class HelperFailed extends Error {
    name = 'HelperFailed';
    helper;
    hint;
    constructor(helper, reason, hint) {
        super(`credential helper ${JSON.stringify(helper.slice(0, 64))} ${reason}`);
        this.helper = helper;
        this.hint = hint;
    }
}
const NAME = /^[a-z0-9][a-z0-9._-]{0,63}$/;
const OUTPUT_LIMIT = 64 * 1024;
const TIME_LIMIT = 30_000;
/** Credentials of a cloud go only to the helper made for that cloud. */
const HELPER_VARIABLES = [
    [/ecr/, /^AWS_\w+$/],
    [/gcloud|gcr|gar/, /^(?:GOOGLE|CLOUDSDK|GCP|GCE)_\w+$/],
    [/acr|azure/, /^(?:AZURE|ACR|IDENTITY|MSI)_\w+$/],
    [/pass/, /^(?:GNUPGHOME|GPG_\w+|PASSWORD_STORE_\w+)$/],
    [/secretservice/, /^(?:DBUS_\w+|DISPLAY)$/],
];
/** Makes the runner; it rejects with `HelperFailed`, whose text never holds what the helper printed. */
function createHelperRunner(options) {
    return async (name, verb, input) => {
        if (!NAME.test(name))
            throw new HelperFailed(name, 'is not run: that is no helper name', 'correct credsStore or credHelpers in the docker config');
        const { path, program } = await findProgram(`docker-credential-${name}`, options);
        if (program === undefined) {
            const where = 'outside of the workspace on PATH';
            throw new HelperFailed(name, `was not found: no docker-credential-${name} ${where}`, `install it in an earlier step, or give user name and password`);
        }
        const environment = { ...environmentFor(name, options), PATH: path };
        const result = await run(name, program, { verb, input, environment, options });
        if (result.code === 0)
            return result.output;
        if (/credentials not found/i.test(result.output))
            return undefined;
        throw new HelperFailed(name, `failed with exit code ${result.code}`, `run docker-credential-${name} get by hand on this runner to see why`);
    };
}
async function run(name, program, { verb, input, environment, options }) {
    const { signal, timeLimit = TIME_LIMIT } = options;
    try {
        return await runProgram(program, [verb], { environment, input, signal, timeLimit, outputLimit: OUTPUT_LIMIT });
    }
    catch (error) {
        if (!(error instanceof ProgramFailed))
            throw error;
        switch (error.why) {
            case 'time':
                throw new HelperFailed(name, `gave no answer within ${timeLimit / 1000} s and was stopped`);
            case 'output':
                throw new HelperFailed(name, `answered with more than ${OUTPUT_LIMIT / 1024} KiB and was stopped`);
            case 'start':
                throw new HelperFailed(name, 'could not be started', `check that docker-credential-${name} is a program for this machine`);
            default:
                return error.why;
        }
    }
}
function environmentFor(name, { environment, passVariables = [] }) {
    const own = HELPER_VARIABLES.filter(([helper]) => helper.test(name)).map(([, variables]) => variables);
    const isAllowed = (variable) => isPlainVariable(variable) ||
        (passVariables.includes(variable) && !variable.startsWith('INPUT_')) ||
        own.some((variables) => variables.test(variable));
    const passed = Object.entries(environment).filter((entry) => entry[1] !== undefined && isAllowed(entry[0]));
    return Object.fromEntries(passed);
}

// EXTERNAL MODULE: ./build/action/logins.js + 1 modules
var action_logins = __nccwpck_require__(6187);
;// CONCATENATED MODULE: ./build/action/credentials.js
/** Where credentials of this job may be: the inputs, the docker config, Podman's auth file, the job token. */





function createCredentials({ logins, jobToken, workspace, env, log, signal, onSecret, }) {
    const { registry, username, password: token } = (0,action_logins/* jobLogin */.$f)(jobToken, env);
    // Said when the inputs were read.
    const said = new Set(logins.flatMap((login) => (0,action_logins/* loginMasks */.D2)(login).warnings));
    const home = env['HOME'] || (0,external_node_os_namespaceObject.homedir)();
    const podman = env['REGISTRY_AUTH_FILE'] || (env['XDG_RUNTIME_DIR'] && (0,external_node_path_.join)(env['XDG_RUNTIME_DIR'], 'containers', 'auth.json'));
    return createCredentialSource({
        logins,
        ...(env['DOCKER_AUTH_CONFIG'] && { authConfigVariable: env['DOCKER_AUTH_CONFIG'] }),
        configFiles: [(0,external_node_path_.join)(env['DOCKER_CONFIG'] || (0,external_node_path_.join)(home, '.docker'), 'config.json'), ...(podman ? [podman] : [])],
        workspace,
        ...(jobToken !== '' && {
            jobToken: { registries: [registry], username, token },
        }),
        runHelper: createHelperRunner({ environment: env, workspace, signal }),
        onSecret,
        warn: (text) => {
            if (!said.has(text))
                log.warning(text);
        },
    });
}


/***/ }),

/***/ 4173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ createLog)
/* harmony export */ });
/* unused harmony export cleanPlain */
/** Longest line we show, in bytes of UTF-8. */
const LINE_LIMIT = 64 * 1024;
/** Longest label before a line, in characters. */
const LABEL_LIMIT = 200;
/** Longest annotation the runner keeps, in characters. */
const ANNOTATION_LIMIT = 4096;
function createLog({ stream, debug }) {
    const masked = new Set();
    const long = [];
    let grouped = false;
    let gone = false;
    // A reader that went away must not fail the build; main still sets the exit code.
    stream.on('error', () => {
        gone = true;
    });
    const write = (text) => {
        if (!gone && stream.writable)
            stream.write(text);
    };
    const command = (name, text, place) => write(`::${name}${formatPlace(place)}::${escapeData(text)}\n`);
    const annotate = (name) => (text, place) => command(name, cut(cleanPlain(text), ANNOTATION_LIMIT), place);
    const endGroup = () => {
        if (grouped)
            command('endgroup', '');
        grouped = false;
    };
    return {
        info: (text) => write(formatLines('', hideLong(text, long))),
        untrusted: (label, text) => write(formatLines(formatLabel(label), hideLong(text, long))),
        group: (title) => {
            endGroup();
            command('group', cleanPlain(title).replaceAll('\n', ' '));
            grouped = true;
        },
        endGroup,
        mask: (value) => {
            // What we make harmless before we show it looks different then.
            const asIs = value.length >= LONG || /[\r\n]/.test(value);
            const forms = asIs ? [value] : [value, cleanLine(value), cleanPlain(value)];
            for (const form of forms) {
                if (masked.has(form) || (form !== value && form.length < 4))
                    continue;
                masked.add(form);
                command('add-mask', form);
            }
            if (value.length >= LONG)
                long.push(value);
        },
        debug: (text) => {
            if (debug)
                command('debug', cleanPlain(text));
        },
        notice: annotate('notice'),
        warning: annotate('warning'),
        error: annotate('error'),
        drained: async () => {
            if (gone || !stream.writableNeedDrain)
                return;
            const { promise, resolve } = Promise.withResolvers();
            const events = ['drain', 'close', 'error'];
            for (const event of events)
                stream.once(event, resolve);
            await promise;
            for (const event of events)
                stream.removeListener(event, resolve);
        },
    };
}
/**
 * Text as it may stand in an annotation, a group title, the job's failure or a summary: controls and text direction
 * shown as visible characters, no colours, every kind of line end as LF. It is not escaped for a command.
 */
function cleanPlain(text) {
    return text
        .replace(LINE_END, '\n')
        .split('\n')
        .map((line) => breakCommands(replaceControls(line).replace(SGR, '')))
        .join('\n');
}
const LINE_END = /\r\n|\r|\n/g;
const SGR = /\x1b\[[0-9;]{0,64}m/g;
/** Length from which a secret may be cut with its line, in characters: the runner hides it only as a whole. */
const LONG = 16 * 1024;
/** So much of its beginning makes it known. */
const HEAD = 64;
function hideLong(text, secrets) {
    if (secrets.length === 0 || text.length < HEAD)
        return text;
    let hidden = text;
    for (const secret of secrets) {
        const head = secret.slice(0, HEAD);
        for (let at = hidden.indexOf(head); at >= 0; at = hidden.indexOf(head, at)) {
            let end = HEAD;
            while (end < secret.length && hidden.charCodeAt(at + end) === secret.charCodeAt(end))
                end += 1;
            hidden = `${hidden.slice(0, at)}***${hidden.slice(at + end)}`;
        }
    }
    return hidden;
}
/** A label as the start of each line; one that is blank would let the text behind it become a command. */
function formatLabel(label) {
    const clean = cleanLine(label.replace(LINE_END, ' ')).trim();
    return `${/[\p{L}\p{N}\p{P}\p{S}]/u.test(clean) ? clean.slice(0, LABEL_LIMIT) : '|'} `;
}
/** All lines of `text`, each behind `prefix` and safe, with a line end after the last one too. */
function formatLines(prefix, text) {
    const body = text.endsWith('\n') ? text.slice(0, text.endsWith('\r\n') ? -2 : -1) : text;
    // Most output is harmless and is not taken apart: logs of hundreds of megabytes come through here.
    if (prefix !== '' && body.length * 3 <= LINE_LIMIT && !SUSPECT.test(body)) {
        return `${guard(prefix)}${body.replaceAll('\n', `\n${guard(prefix)}`)}\n`;
    }
    let out = '';
    for (const line of body.split(LINE_END))
        out += `${guard(prefix + cleanLine(line))}\n`;
    return out;
}
/** One line without its end: shortened, controls made visible, commands broken, colours reset at its end. */
function cleanLine(line) {
    if (line.length * 3 <= LINE_LIMIT && !SUSPECT.test(line))
        return line;
    // A first rough cut keeps the work on a line of many megabytes small; the exact one comes last, as cleaning widens.
    const clean = breakCommands(replaceControls(line.slice(0, LINE_LIMIT)));
    const left = line.length - Math.min(line.length, LINE_LIMIT);
    const short = left > 0 || Buffer.byteLength(clean) > LINE_LIMIT - ROOM ? shorten(clean, line) : clean;
    return short.includes('\x1b') && !short.endsWith('\x1b[0m') ? `${short}\x1b[0m` : short;
}
/** Bytes kept free in a line for prefix and marker. */
const ROOM = 512;
function shorten(clean, whole) {
    const kept = new TextDecoder()
        .decode(Buffer.from(clean).subarray(0, LINE_LIMIT - ROOM))
        // The cut may have split a character or a colour sequence.
        .replace(/\ufffd$/, '')
        .replace(/\x1b\[?[0-9;]*$/, '');
    return `${kept} … (line cut, it has ${Buffer.byteLength(whole)} bytes)`;
}
/** Characters a line is looked at for: controls, text direction, line separators, and `#` twice. */
const SUSPECT = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|#[^\p{L}\p{N}\s]*?#/u;
/** First a colour (kept), then any other control sequence of a terminal (dropped), then what is shown instead. */
const CONTROL = /(\x1b\[[0-9;]{0,64}m)|\x1b\[[0-?]{0,64}[ -/]{0,8}[@-~]|[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
function replaceControls(line) {
    return line.replace(CONTROL, (found, colour) => {
        if (colour !== undefined)
            return colour;
        if (found.length > 1)
            return '';
        const code = found.charCodeAt(0);
        // U+2400 and on are pictures of the C0 controls; the rest is shown by number.
        if (code < 0x20)
            return String.fromCharCode(0x2400 + code);
        return code === 0x7f ? '\u2421' : `\\u${code.toString(16).padStart(4, '0')}`;
    });
}
/**
 * Characters the runner's search does not see: it compares by the rules of a culture, which ignore controls, joiners
 * and format characters between the ones it looks for.
 */
const UNSEEN = '\\p{Cf}\\p{Cc}\\p{Mn}\\p{Me}\\u115f\\u1160\\u3164';
const OLD_COMMAND = new RegExp(`#([${UNSEEN}]*)#([${UNSEEN}]*)\\[`, 'gu');
const NEW_COMMAND = new RegExp(`^([\\s\\p{Z}${UNSEEN}]*)(:[${UNSEEN}]*:)`, 'u');
/** `##[` is looked for anywhere in a line, so a backslash goes in between. */
function breakCommands(line) {
    return line.includes('#') ? line.replace(OLD_COMMAND, '#$1#$2\\[') : line;
}
/** `::` counts only at the start of a line, after white space. */
function guard(line) {
    const first = line.charCodeAt(0);
    const plain = first > 0x20 && first < 0x7f && first !== 0x3a;
    return plain ? line : line.replace(NEW_COMMAND, '$1\\$2');
}
function cut(text, limit) {
    return text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
/** The properties of an annotation; a file outside the workspace is left out, with its lines. */
function formatPlace(place) {
    if (place === undefined || !isInside(place.file))
        return '';
    const lines = [
        ['line', place.line],
        ['endLine', place.endLine],
    ];
    const numbers = lines.flatMap(([name, line]) => (Number.isSafeInteger(line) ? [`,${name}=${line}`] : []));
    return ` file=${escapeProperty(cleanPlain(place.file))}${numbers.join('')}`;
}
function isInside(file) {
    return file !== '' && !/^(?:[/\\]|[a-z]:)/i.test(file) && !file.split(/[/\\]/).includes('..');
}
/** https://github.com/actions/toolkit/blob/main/docs/commands.md: how values are escaped in a command. */
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}


/***/ }),

/***/ 6187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  $f: () => (/* binding */ jobLogin),
  D2: () => (/* binding */ loginMasks),
  rC: () => (/* binding */ readLogins),
  g4: () => (/* binding */ readTokenServers)
});

// EXTERNAL MODULE: ./build/pipeline/errors.js
var errors = __nccwpck_require__(9032);
// EXTERNAL MODULE: ./build/registry/docker-config.js
var docker_config = __nccwpck_require__(9275);
// EXTERNAL MODULE: ./build/registry/masks.js
var registry_masks = __nccwpck_require__(763);
// EXTERNAL MODULE: ./build/registry/server-key.js
var server_key = __nccwpck_require__(9689);
;// CONCATENATED MODULE: ./build/action/registry-auth.js
/**
 * Input `registry-auth`: the YAML list of docker/login-action. Every scalar is read as text (YAML's "failsafe" schema),
 * so a password like 0123 or `no` stays what it is; a key that cannot be honoured is an error. The text is full of
 * passwords: errors name entry, line and key, and nothing else of it.
 */

const FORM = 'write a YAML list of entries with registry, username and password';
const KEYS = ['registry', 'username', 'password', 'scope', 'ecr'];
const ECR_HOST = /\.dkr\.ecr(?:-fips)?\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?$|^public\.ecr\.aws$/;
/** Throws `InvalidInput`. '' is an empty list. */
async function parseRegistryAuth(input, text) {
    if (text.trim() === '')
        return { logins: [], warnings: [] };
    // Loaded here only: it takes some 10 ms of the start, and few workflows use this input.
    const { isMap, isScalar, isSeq, LineCounter, parseDocument } = await __nccwpck_require__.e(/* import() */ 815).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8815, 19));
    const lines = new LineCounter();
    const document = parseDocument(text, {
        schema: 'failsafe',
        prettyErrors: false,
        lineCounter: lines,
        logLevel: 'error',
    });
    const at = (node) => {
        const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
        return Array.isArray(range) ? `line ${lines.linePos(Number(range[0])).line}: ` : '';
    };
    const fault = document.errors[0] ?? document.warnings[0];
    if (fault) {
        const line = lines.linePos(fault.pos[0]).line;
        const hint = `${FORM}; put passwords between single quotes, and write a single quote inside as two`;
        throw new errors/* InvalidInput */.o9(input, `line ${line}: it is not valid YAML (${fault.code})`, hint);
    }
    const list = document.contents;
    if (!isSeq(list))
        throw new errors/* InvalidInput */.o9(input, `${at(list)}it is not a list`, `${FORM}, each beginning with "- "`);
    const warnings = [];
    const logins = list.items.map((node, index) => {
        const bad = (reason, place, hint = FORM) => new errors/* InvalidInput */.o9(input, `${at(place)}entry ${index + 1} ${reason}`, hint);
        if (!isMap(node))
            throw bad('is not a map', node);
        const entry = new Map();
        for (const { key, value } of node.items) {
            const name = isScalar(key) && typeof key.value === 'string' ? key.value : '';
            if (!KEYS.includes(name))
                throw bad('has a key that is not known here', key, `known keys: ${KEYS.join(', ')}`);
            if (value !== null && !(isScalar(value) && typeof value.value === 'string'))
                throw bad(`has no plain text as ${name}`, key);
            entry.set(name, isScalar(value) ? String(value.value) : '');
        }
        const login = loginOf(entry, (reason, hint) => bad(reason, node, hint));
        if (entry.get('ecr') !== 'false' && ECR_HOST.test(login.registry) && /^A[KS]IA[A-Z0-9]{16}$/.test(login.username)) {
            warnings.push(`input ${input}: entry ${index + 1} has an AWS access key as user name; it is not exchanged for an ECR password here, so log in with aws-actions/amazon-ecr-login before this step`);
        }
        return login;
    });
    return { logins, warnings };
}
function loginOf(entry, bad) {
    const [username = '', password = '', scope = ''] = ['username', 'password', 'scope'].map((key) => entry.get(key));
    const registry = entry.get('registry') || 'docker.io';
    if (/[^\x21-\x7e]|@/.test(registry))
        throw bad('has a registry that is no host name', 'write the host, for example ghcr.io');
    if (username === '')
        throw bad('has no username');
    if (password === '')
        throw bad('has no password', 'if it comes from a secret, check that the secret exists in this repository and that the event may read it');
    const ecr = entry.get('ecr') ?? '';
    if (!['', 'auto', 'false'].includes(ecr)) {
        throw bad('asks for the ECR login', 'leave ecr out and log in with aws-actions/amazon-ecr-login before this step; its docker config is read here');
    }
    if (!/^(?:[a-z0-9._/-]*)(?:@[a-z]+(?:,[a-z]+)*)?$/.test(scope) || scope.split('/').includes('..')) {
        throw bad('has a scope that is not understood', 'write a repository, with "@push" or "@pull,push" behind it if need be');
    }
    return { registry, username, password, ...(scope !== '' && { scope }) };
}

;// CONCATENATED MODULE: ./build/action/logins.js
/**
 * The accounts among the inputs. Each is masked as soon as it is read (hardening S1), whether or not it is ever used,
 * by the one rule of registry/masks.ts: no user name, nothing too short, several lines one by one.
 */





/** `registry`, `username` and `password`, and the list of `registry-auth`. Throws InvalidInput. */
async function readLogins(raw, source) {
    const announce = (login) => {
        const masks = loginMasks(login);
        (0,registry_masks/* announce */.iP)(masks, `the password for ${(0,server_key/* canonicalRegistry */.i7)(login.registry)} (${login.from})`, source.onSecret);
        for (const warning of masks.warnings)
            source.log.warning(warning);
        return login;
    };
    announce(jobLogin(raw['github-token'], source.env));
    const logins = [];
    const { username, password } = raw;
    const registry = raw.registry || 'docker.io';
    if (username !== '' || password !== '') {
        const login = announce({ registry, username, password, from: 'inputs username and password' });
        if (username === '')
            throw new errors/* InvalidInput */.o9('username', 'a password is given without a user name', 'set username, too');
        if (password === '') {
            throw new errors/* InvalidInput */.o9('password', `it is empty for the account "${username}"`, 'check that the secret exists here: pull requests from forks get none');
        }
        logins.push(login);
    }
    else if (raw.registry !== '') {
        throw new errors/* InvalidInput */.o9('registry', 'it is given without username and password', 'set both, or leave registry out');
    }
    if (raw['registry-auth'] !== '') {
        const parsed = await parseRegistryAuth('registry-auth', raw['registry-auth']);
        for (const warning of parsed.warnings)
            source.log.warning(warning);
        logins.push(...parsed.logins.map((login) => announce({ ...login, from: 'input registry-auth' })));
    }
    return logins;
}
/** What to mask of a login; its warnings say where it came from, in the words that the credential source uses, too. */
function loginMasks({ registry, username, password, from }) {
    const masks = (0,registry_masks/* masksFor */.RM)((0,docker_config/* fromPair */.FM)(username, password), (0,server_key/* canonicalRegistry */.i7)(registry));
    return { ...masks, warnings: masks.warnings.map((warning) => `${warning} (${from})`) };
}
/** The account of the job token, which only GitHub's own registry takes. */
function jobLogin(token, env) {
    return { registry: 'ghcr.io', username: env['GITHUB_ACTOR'] || 'github', password: token, from: 'the job token' };
}
/** Input `token-servers`: hosts as URLs spell them, without the port that https has anyway. Throws InvalidInput. */
function readTokenServers(items) {
    return items.map((item) => {
        const url = /^[^\s/?#@\\]+$/.test(item) ? URL.parse(`https://${item}`) : null;
        if (url === null)
            throw new errors/* InvalidInput */.o9('token-servers', `"${item}" is not a host`, 'write host or host:port, without https://');
        return url.host;
    });
}


/***/ }),

/***/ 4003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  y: () => (/* binding */ readMergeInputs)
});

// UNUSED EXPORTS: MERGE_INPUTS

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/pipeline/errors.js
var errors = __nccwpck_require__(9032);
// EXTERNAL MODULE: ./build/registry/reference.js
var registry_reference = __nccwpck_require__(6247);
// EXTERNAL MODULE: ./build/pipeline/annotations.js
var annotations = __nccwpck_require__(2257);
// EXTERNAL MODULE: ./build/registry/platform.js
var platform = __nccwpck_require__(7891);
;// CONCATENATED MODULE: ./build/action/reference-input.js
/** Names of images and platforms in inputs. */



/** Throws InvalidInput. */
function readReference(input, text) {
    try {
        return (0,registry_reference/* parseReference */.F2)(text);
    }
    catch (error) {
        if (!(error instanceof registry_reference/* InvalidReference */.ft))
            throw error;
        throw new errors/* InvalidInput */.o9(input, error.message, error.hint);
    }
}
/** Full references; `latest` where no tag is given; each once. Throws InvalidInput. */
function readTags(input, items) {
    const byName = new Map();
    for (const item of items) {
        const reference = readReference(input, item);
        if (reference.digest !== undefined) {
            throw new errors/* InvalidInput */.o9(input, `"${item}" has a digest, which cannot be given to an image`, 'leave out what begins with @');
        }
        const tagged = (0,registry_reference/* withDefaultTag */._t)(reference);
        byName.set((0,registry_reference/* formatFamiliar */.LF)(tagged), tagged);
    }
    return [...byName.values()];
}
/** Throws InvalidInput. */
function readPlatform(input, text) {
    try {
        return (0,platform/* parsePlatform */.FL)(text);
    }
    catch (error) {
        if (!(error instanceof platform/* InvalidPlatform */.lP))
            throw error;
        throw new errors/* InvalidInput */.o9(input, error.message, error.hint);
    }
}
/** Input `platforms`, each once. Throws InvalidInput. */
function readPlatforms(items) {
    const all = items.map((item) => readPlatform('platforms', item));
    return all.filter((platform, at) => all.findIndex((other) => matchesPlatform(other, platform)) === at);
}
/** Input `platforms` where there is one image to choose. Throws InvalidInput. */
function readOnePlatform(items) {
    const [first, ...others] = readPlatforms(items);
    if (others.length === 0)
        return first;
    throw new InvalidInput('platforms', `${others.length + 1} platforms are named, and only a build makes an image for several`, 'name one, or use source: build');
}
/** Repositories for a push by digest. Throws InvalidInput for a tag that was named, as it would not be written. */
function readRepositories(input, items) {
    return uniqueRepositories(items.map((item) => {
        const reference = readReference(input, item);
        if (reference.tag === undefined && reference.digest === undefined)
            return reference;
        throw new InvalidInput(input, `"${item}" has a tag, and push-by-digest gives none`, `name the repository alone, ${familiarRepository(reference)}; the merge action writes the tags`);
    }));
}

;// CONCATENATED MODULE: ./build/action/annotation-levels.js
/** Input `annotations`: `[level[platform],…:]key=value` (docker/buildx, "Annotations"). */



const FORM = 'write [level,…:]key=value, for example index:org.opencontainers.image.title=App';
/** `usual` is the level of those that name none. Throws InvalidInput. */
function readAnnotationLevels(items, usual) {
    return items.flatMap((item) => {
        const [, levels = usual, key = '', value = ''] = /^(?:([a-z,\s-]+(?:\[[^\]=]*\])?(?:,[^:=]*)?):)?([^=]*)=(.*)$/s.exec(item) ?? [];
        if (key.trim() === '') {
            throw new errors/* InvalidInput */.o9('annotations', `"${item.slice(0, 100)}" has no key and value`, FORM);
        }
        return levels.split(',').map((text) => ({ ...readLevel(text.trim()), key: key.trim(), value }));
    });
}
function readLevel(text) {
    const [, name = '', platform] = /^([a-z-]*)(?:\[([^\]]+)\])?$/.exec(text) ?? [];
    const level = annotations/* ANNOTATION_LEVELS */.CJ.find((known) => known === name);
    if (level === undefined) {
        throw new errors/* InvalidInput */.o9('annotations', `"${text.slice(0, 100)}" before the colon is no level of annotations`, `use ${annotations/* ANNOTATION_LEVELS */.CJ.join(', ')}, with a platform in brackets or without`);
    }
    return { level, platform: platform === undefined ? undefined : readPlatform('annotations', platform) };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
;// CONCATENATED MODULE: ./build/action/authority-input.js
/** Input `registry-ca`: certificates of authorities, as text or in a file. */




const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
const HINT = 'write certificates of authorities as PEM, or the path of a file with them';
/** One PEM each; paths are relative to the workspace. Throws InvalidInput for what holds none, or a bad one. */
async function readAuthorities(text, workspace) {
    if (text === '')
        return [];
    const pem = text.includes('-----BEGIN') ? text : await readPem((0,external_node_path_.resolve)(workspace, text.trim()));
    const certificates = pem.match(CERTIFICATE) ?? [];
    if (certificates.length === 0)
        throw new errors/* InvalidInput */.o9('registry-ca', 'there is no certificate in it', HINT);
    for (const [at, certificate] of certificates.entries()) {
        try {
            new external_node_crypto_.X509Certificate(certificate);
        }
        catch {
            throw new errors/* InvalidInput */.o9('registry-ca', `certificate ${at + 1} of ${certificates.length} cannot be read`, HINT);
        }
    }
    return certificates;
}
async function readPem(path) {
    try {
        return await (0,promises_.readFile)(path, 'utf8');
    }
    catch (error) {
        throw new errors/* InvalidInput */.o9('registry-ca', `the file cannot be read (${error.message})`, HINT);
    }
}

;// CONCATENATED MODULE: ./build/action/choices.js
/** Inputs that take one of a few words. */

/** `words` in the order of the message; an empty text is the first of them. Throws InvalidInput. */
function readChoice(input, text, words) {
    const found = text === '' ? words[0] : words.find((word) => word === text);
    if (found !== undefined)
        return found;
    throw new errors/* InvalidInput */.o9(input, `"${text}" is not one of its words`, `write ${words.join(', ')}`);
}
/** Input `overwrite`. Throws InvalidInput. */
function readOverwrite(text) {
    return readChoice('overwrite', text, ['always', 'same', 'never']);
}
/** Input `leak-guard`. Throws InvalidInput. */
function readLeakGuard(text) {
    return readChoice('leak-guard', text, ['stop', 'warn']);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./build/registry/descriptor.js
var registry_descriptor = __nccwpck_require__(9725);
// EXTERNAL MODULE: ./build/registry/digest.js
var registry_digest = __nccwpck_require__(6192);
;// CONCATENATED MODULE: ./build/action/descriptor-input.js
/**
 * Input `descriptors` of the merge action: what the jobs of a matrix, or other tools, say of the images that they pushed.
 * JSON of outputs, lines, and files of either; text becomes places to read from here, and nothing is asked of a registry.
 */







const INPUT = 'descriptors';
const LARGEST_FILE = 1024 * 1024;
const MOST_FILES = 1000;
const HELP = 'give descriptor outputs as JSON (toJSON(needs.build.outputs)), references, digests, or files that hold these, one a line';
/** Each image once. Throws InvalidInput. */
function readDescriptors(text, place) {
    const sources = readText(text, { ...place, named: `input ${INPUT}`, takesFiles: true });
    if (sources.length === 0) {
        const why = text.trim() === '' ? 'it is empty' : 'no descriptor and no digest stands in it';
        throw new errors/* InvalidInput */.o9(INPUT, `${why}; a job that was skipped or failed hands on none`, HELP);
    }
    const keyOf = ({ references: [first], platform }) => JSON.stringify([first, platform]);
    return [...new Map(sources.map((source) => [keyOf(source), source])).values()];
}
function readText(text, reading) {
    const whole = parseJson(text);
    if (whole !== undefined)
        return walk(whole, reading);
    return text.split(/[\r\n]+/).flatMap((line, at) => {
        const item = line.trim();
        return item === '' ? [] : readLine(item, { ...reading, named: `${reading.named}, line ${at + 1}` });
    });
}
function readLine(item, reading) {
    if (/^[{["]/.test(item)) {
        const json = parseJson(item);
        if (json !== undefined)
            return walk(json, reading);
        throw new errors/* InvalidInput */.o9(INPUT, `${reading.named} begins like JSON, but is none`, HELP);
    }
    const [, platform, rest = item] = /^(\w+\/[\w./-]+)=(.+)$/.exec(item) ?? [];
    const claimed = platform === undefined ? undefined : readPlatform(INPUT, platform);
    if ((0,registry_digest/* isDigest */.Bc)(rest))
        return [digestSource(rest, claimed, undefined, reading)];
    if (reading.takesFiles && claimed === undefined) {
        const files = filesOf(item, reading.workspace);
        if (files !== undefined)
            return files.flatMap((file) => readFile(file, reading));
    }
    return [{ references: [(0,registry_reference/* withDefaultTag */._t)(readReference(INPUT, rest))], platform: claimed, named: reading.named }];
}
/** Whatever in JSON says a digest: a descriptor, outputs that have one, or outputs of many jobs. */
function walk(value, reading) {
    if (typeof value === 'string') {
        const text = value.trim();
        if ((0,registry_digest/* isDigest */.Bc)(text))
            return [digestSource(text, undefined, undefined, reading)];
        const json = /^[{[]/.test(text) ? parseJson(text) : undefined;
        return json === undefined ? [] : walk(json, reading);
    }
    if (Array.isArray(value))
        return value.flatMap((item) => walk(item, reading));
    if (typeof value !== 'object' || value === null)
        return [];
    const descriptor = (0,registry_descriptor/* own */.ZV)(value, 'mediaType') === undefined ? undefined : (0,registry_descriptor/* readDescriptor */.qq)(value);
    if (descriptor !== undefined) {
        const { digest, platform } = descriptor;
        const isKnown = platform !== undefined && platform.os !== 'unknown';
        return [digestSource(digest, isKnown ? platform : undefined, (0,registry_descriptor/* own */.ZV)(value, 'repositories'), reading)];
    }
    // Of all the outputs of a step, these two say it.
    for (const name of ['descriptor', 'digest']) {
        const found = (0,registry_descriptor/* own */.ZV)(value, name);
        if (typeof found === 'string' && found !== '')
            return walk(found, reading);
    }
    return Object.values(value).flatMap((item) => walk(item, reading));
}
function digestSource(digest, platform, repositories, { images, named }) {
    const told = Array.isArray(repositories) ? repositories.filter((name) => typeof name === 'string') : [];
    const places = told.length > 0 ? told.map((name) => readReference(INPUT, name)) : images;
    const [first, ...others] = places.map(({ registry, path }) => ({ registry, path, digest }));
    if (first === undefined) {
        throw new errors/* InvalidInput */.o9(INPUT, `${named}: nothing says which repository has ${digest}`, 'name it in the input images, as the tags are in several');
    }
    return { references: [first, ...others], platform, named };
}
/** Undefined when the item is no path. */
function filesOf(item, workspace) {
    const isPattern = /[*?]/.test(item);
    const path = (0,external_node_path_.resolve)(workspace, item);
    const there = isPattern ? undefined : (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    // A reference has neither of these.
    const isPath = isPattern || /^\.{0,2}\//.test(item) || item.endsWith('/') || item.endsWith('.json');
    if (!isPath && there === undefined)
        return undefined;
    const found = isPattern ? (0,external_node_fs_.globSync)(item, { cwd: workspace }).map((name) => (0,external_node_path_.resolve)(workspace, name)) : [path];
    const files = found.flatMap((name) => (isDirectory(name) ? filesBelow(name) : [name])).sort();
    if (files.length === 0 || (!isPattern && there === undefined)) {
        throw new errors/* InvalidInput */.o9(INPUT, `there is no file at ${item}`, 'download the artifact with the descriptors first');
    }
    if (files.length > MOST_FILES)
        throw new errors/* InvalidInput */.o9(INPUT, `${item} has ${files.length} files`, `give at most ${MOST_FILES}`);
    return files;
}
const isDirectory = (path) => (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
function filesBelow(directory) {
    return (0,external_node_fs_.readdirSync)(directory, { recursive: true, withFileTypes: true }).flatMap((entry) => entry.isFile() ? [(0,external_node_path_.join)(entry.parentPath, entry.name)] : []);
}
/** A file may be empty and named by the digits of a digest, as workflows with other actions have it. */
function readFile(path, reading) {
    const named = (0,external_node_path_.relative)(reading.workspace, path);
    const stat = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    if (stat === undefined || !stat.isFile())
        throw new errors/* InvalidInput */.o9(INPUT, `${named} is no file`, HELP);
    if (stat.size > LARGEST_FILE)
        throw new errors/* InvalidInput */.o9(INPUT, `${named} has ${stat.size} bytes, which no descriptor has`, HELP);
    const text = (0,external_node_fs_.readFileSync)(path, 'utf8');
    const digest = `sha256:${(0,external_node_path_.basename)(path)}`;
    const inner = { ...reading, named, takesFiles: false };
    if (text.trim() === '' && (0,registry_digest/* isDigest */.Bc)(digest))
        return [digestSource(digest, undefined, undefined, inner)];
    const sources = readText(text, inner);
    if (sources.length === 0)
        throw new errors/* InvalidInput */.o9(INPUT, `${named} holds no descriptor and no digest`, HELP);
    return sources;
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** Input `images`: repositories, without a tag. Throws InvalidInput. */
function readImages(items) {
    return items.map((item) => {
        const { registry, path, tag, digest } = readReference('images', item);
        if (tag !== undefined || digest !== undefined)
            throw new errors/* InvalidInput */.o9('images', `"${item}" has a tag or a digest`, 'give the repository alone');
        return { registry, path };
    });
}

// EXTERNAL MODULE: ./build/action/logins.js + 1 modules
var action_logins = __nccwpck_require__(6187);
;// CONCATENATED MODULE: ./build/action/numbers.js
/** Whole numbers and spans of time in inputs. */

/** A whole number of at least `minimum`. */
function parseInteger(input, text, minimum) {
    const number = Number(text);
    if (!/^-?\d+$/.test(text) || !Number.isSafeInteger(number) || number < minimum) {
        throw new InvalidInput(input, `"${text}" is not a whole number of at least ${minimum}`);
    }
    return number;
}
const UNIT_MS = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 };
/** Longest delay a timer of Node can hold, almost 25 days. */
const LONGEST_MS = 2 ** 31 - 1;
/** Milliseconds of a span such as `90s`, `30m` or `1h30m`, in Go's form; not zero, and not longer than a timer can wait. */
function parseDuration(input, text) {
    const total = /d/.test(text) ? undefined : spanOf(text);
    if (total === undefined)
        throw new errors/* InvalidInput */.o9(input, `"${text}" is not a span of time`, 'write it as 30m, 90s or 1h30m');
    if (total > LONGEST_MS)
        throw new errors/* InvalidInput */.o9(input, `"${text}" is longer than a timer can wait`, 'write at most 500h');
    return total;
}
/** The same of any length, also with days, `7d`. */
function parseAge(input, text) {
    const total = spanOf(text);
    if (total === undefined)
        throw new InvalidInput(input, `"${text}" is not a span of time`, 'write it as 7d, 12h or 1d12h, or none for any age');
    return total;
}
function spanOf(text) {
    if (!/^(?:\d+(?:\.\d+)?(?:ms|d|h|m|s))+$/.test(text))
        return undefined;
    const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|d|h|m|s)/g)];
    const total = parts.reduce((sum, [, number, unit]) => sum + Number(number) * (UNIT_MS[unit ?? ''] ?? 0), 0);
    return total > 0 ? total : undefined;
}

// EXTERNAL MODULE: ./build/action/raw-inputs.js + 12 modules
var raw_inputs = __nccwpck_require__(7563);
;// CONCATENATED MODULE: ./build/action/merge-inputs.js
/** The inputs of merge/action.yml, read and checked before any work. Those that the main action has mean the same. */











/** Every input of merge/action.yml and how its text is read; a test holds the two together. */
const MERGE_INPUTS = {
    descriptors: 'text',
    images: 'csv',
    tags: 'csv',
    platforms: 'csv',
    annotations: 'list',
    'prefer-index': 'flag',
    overwrite: 'text',
    'dry-run': 'flag',
    registry: 'text',
    username: 'text',
    password: 'text',
    'registry-auth': 'text',
    'github-token': 'text',
    'token-servers': 'csv',
    'registry-ca': 'text',
    timeout: 'text',
};
/** Throws InvalidInput that names the input, for the first thing that is wrong. */
async function readMergeInputs(source) {
    const { env, log } = source;
    const raw = (0,raw_inputs/* readKinds */.eA)(MERGE_INPUTS, source.raw, log);
    const logins = await (0,action_logins/* readLogins */.rC)(raw, source);
    const workspace = (0,external_node_path_.resolve)(env['GITHUB_WORKSPACE'] || process.cwd());
    const tags = readTags('tags', raw.tags);
    if (tags.length === 0)
        throw new errors/* InvalidInput */.o9('tags', 'there is none', 'add one, such as ghcr.io/owner/app:1.0');
    const named = readImages(raw.images);
    const repositories = (0,registry_reference/* uniqueRepositories */.Ay)(tags);
    const annotations = readAnnotationLevels(raw.annotations, 'index');
    if (annotations.some(({ level }) => level === 'index-descriptor'))
        log.notice('annotations: index-descriptor has no effect, as it is for OCI layouts, and nothing in a registry has it');
    const inside = annotations.find(({ level }) => level === 'manifest');
    if (inside !== undefined) {
        throw new errors/* InvalidInput */.o9('annotations', `${inside.key} would stand in the manifests, which are written already`, 'use index: or manifest-descriptor:, or give it to the builds (with docker/metadata-action: DOCKER_METADATA_ANNOTATIONS_LEVELS=index)');
    }
    return {
        inputs: {
            sources: readDescriptors(raw.descriptors, {
                images: named.length > 0 ? named : repositories.length === 1 ? repositories : [],
                workspace,
            }),
            tags,
            platforms: raw.platforms.map((text) => readPlatform('platforms', text)),
            annotations,
            preferIndex: raw['prefer-index'],
            dryRun: raw['dry-run'],
        },
        overwrite: readOverwrite(raw.overwrite),
        workspace,
        logins,
        jobToken: raw['github-token'],
        tokenServers: (0,action_logins/* readTokenServers */.g4)(raw['token-servers']),
        authorities: await readAuthorities(raw['registry-ca'], workspace),
        timeoutMs: raw.timeout === '' ? undefined : parseDuration('timeout', raw.timeout),
    };
}


/***/ }),

/***/ 9252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ writeMergeOutputs)
/* harmony export */ });
/* unused harmony export MERGE_OUTPUTS */
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6247);

const MERGE_OUTPUTS = ['digest', 'tags', 'image-refs', 'pushed', 'failed', 'metadata', 'manifest'];
/** `set` writes one output, through the runner's file. */
function writeMergeOutputs(results, set) {
    const values = results === undefined ? {} : valuesOf(results);
    for (const name of MERGE_OUTPUTS)
        set(name, values[name] ?? '');
}
function valuesOf({ manifest, pushed, failed }) {
    const names = pushed.map(_registry_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .formatFamiliar */ .LF);
    const { digest, mediaType, bytes } = manifest;
    const metadata = {
        'containerimage.digest': digest,
        'containerimage.descriptor': { mediaType, digest, size: bytes.length },
        ...(names.length > 0 && { 'image.name': names.join(',') }),
    };
    return {
        // Of an index that is only half published, nothing is called the digest.
        digest: failed.length === 0 ? digest : '',
        tags: names.join('\n'),
        'image-refs': names.map((name) => `${name}@${digest}`).join('\n'),
        pushed: names.join('\n'),
        failed: failed.join('\n'),
        metadata: failed.length === 0 ? JSON.stringify(metadata, undefined, 2) : '',
        manifest: Buffer.from(bytes).toString('utf8'),
    };
}


/***/ }),

/***/ 2897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  u: () => (/* binding */ setOutput)
});

;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: ./build/action/output-file.js
/**
 * The file behind GITHUB_OUTPUT, written by @actions/core. Only its file module is loaded: the package's entry brings an
 * HTTP client along, which takes longer to load than all of ours (docs/decisions/0005-start-up.md). The exports of the
 * package name no other entry, hence the relative path; the version is pinned and the tests of the bundle read the file.
 */

/** Appends one output, with a random delimiter that its value cannot hold. Throws when the file cannot be written. */
function setOutput(name, value) {
    issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
}


/***/ }),

/***/ 7563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  AN: () => (/* binding */ inputText),
  eA: () => (/* binding */ readKinds)
});

// UNUSED EXPORTS: DEFAULTS, INPUTS, checkSource, readRaw

// EXTERNAL MODULE: ./build/pipeline/errors.js
var errors = __nccwpck_require__(9032);
;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/api/CsvError.js
class CsvError extends Error {
  constructor(code, message, options, ...contexts) {
    if (Array.isArray(message)) message = message.join(" ").trim();
    super(message);
    if (Error.captureStackTrace !== undefined) {
      Error.captureStackTrace(this, CsvError);
    }
    this.code = code;
    for (const context of contexts) {
      for (const key in context) {
        const value = context[key];
        this[key] = Buffer.isBuffer(value)
          ? value.toString(options.encoding)
          : value == null
            ? value
            : JSON.parse(JSON.stringify(value));
      }
    }
  }
}



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/utils/is_object.js
const is_object = function (obj) {
  return typeof obj === "object" && obj !== null && !Array.isArray(obj);
};



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/api/normalize_columns_array.js



const normalize_columns_array = function (columns) {
  const normalizedColumns = [];
  for (let i = 0, l = columns.length; i < l; i++) {
    const column = columns[i];
    if (column === undefined || column === null || column === false) {
      normalizedColumns[i] = { disabled: true };
    } else if (typeof column === "string" || typeof column === "number") {
      normalizedColumns[i] = { name: `${column}` };
    } else if (is_object(column)) {
      if (typeof column.name !== "string") {
        throw new CsvError("CSV_OPTION_COLUMNS_MISSING_NAME", [
          "Option columns missing name:",
          `property "name" is required at position ${i}`,
          "when column is an object literal",
        ]);
      }
      normalizedColumns[i] = column;
    } else {
      throw new CsvError("CSV_INVALID_COLUMN_DEFINITION", [
        "Invalid column definition:",
        "expect a string or a literal object,",
        `got ${JSON.stringify(column)} at position ${i}`,
      ]);
    }
  }
  return normalizedColumns;
};



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/utils/ResizeableBuffer.js
class ResizeableBuffer {
  constructor(size = 100) {
    this.size = size;
    this.length = 0;
    this.buf = Buffer.allocUnsafe(size);
  }
  prepend(val) {
    if (Buffer.isBuffer(val)) {
      const length = this.length + val.length;
      if (length >= this.size) {
        this.resize();
        if (length >= this.size) {
          throw Error("INVALID_BUFFER_STATE");
        }
      }
      const buf = this.buf;
      this.buf = Buffer.allocUnsafe(this.size);
      val.copy(this.buf, 0);
      buf.copy(this.buf, val.length);
      this.length += val.length;
    } else {
      const length = this.length++;
      if (length === this.size) {
        this.resize();
      }
      const buf = this.clone();
      this.buf[0] = val;
      buf.copy(this.buf, 1, 0, length);
    }
  }
  append(val) {
    const length = this.length++;
    if (length === this.size) {
      this.resize();
    }
    this.buf[length] = val;
  }
  clone() {
    return Buffer.from(this.buf.slice(0, this.length));
  }
  resize() {
    const length = this.length;
    this.size = this.size * 2;
    const buf = Buffer.allocUnsafe(this.size);
    this.buf.copy(buf, 0, 0, length);
    this.buf = buf;
  }
  toString(encoding) {
    if (encoding) {
      return this.buf.toString(encoding, 0, this.length);
    } else {
      return Uint8Array.prototype.slice.call(this.buf.slice(0, this.length));
    }
  }
  toJSON() {
    return this.toString("utf8");
  }
  reset() {
    this.length = 0;
  }
}

/* harmony default export */ const utils_ResizeableBuffer = (ResizeableBuffer);

;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/api/init_state.js


const init_state = function (options) {
  // ECMAScript WhiteSpace + LineTerminator codepoints, encoded under
  // `options.encoding`. Aligns trimming with `String.prototype.trim()`.
  // https://tc39.es/ecma262/#sec-white-space
  // https://tc39.es/ecma262/#sec-line-terminators
  //
  // Codepoints unrepresentable in the target encoding are dropped: Node's
  // Buffer substitutes them with `?` (0x3F), and including those would cause
  // literal `?` bytes in the input to be trimmed under `latin1`/`ascii`.
  const timchars = [
    // Basic Latin
    0x0020, // [Space](https://www.fileformat.info/info/unicode/char/0020/index.htm)
    0x0009, // [CHARACTER TABULATION (HT)](https://www.fileformat.info/info/unicode/char/0009/index.htm)
    0x000a, // [LINE FEED (LF)](https://www.fileformat.info/info/unicode/char/000a/index.htm)
    0x000d, // [CARRIAGE RETURN (CR)](https://www.fileformat.info/info/unicode/char/000d/index.htm)
    0x000c, // [FORM FEED (FF)](https://www.fileformat.info/info/unicode/char/000c/index.htm)
    0x000b, // [LINE TABULATION (VT)](https://www.fileformat.info/info/unicode/char/000b/index.htm)
    // Latin-1 Supplement
    0x00a0, // [NO-BREAK SPACE (NBSP)](https://www.fileformat.info/info/unicode/char/00a0/index.htm)
    // Ogham
    0x1680, // [OGHAM SPACE MARK](https://www.fileformat.info/info/unicode/char/1680/index.htm)
    // General Punctuation
    0x2000, // [EN QUAD](https://www.fileformat.info/info/unicode/char/2000/index.htm)
    0x2001, // [EM QUAD](https://www.fileformat.info/info/unicode/char/2001/index.htm)
    0x2002, // [EN SPACE](https://www.fileformat.info/info/unicode/char/2002/index.htm)
    0x2003, // [EM SPACE](https://www.fileformat.info/info/unicode/char/2003/index.htm)
    0x2004, // [THREE-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2004/index.htm)
    0x2005, // [FOUR-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2005/index.htm)
    0x2006, // [SIX-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2006/index.htm)
    0x2007, // [FIGURE SPACE](https://www.fileformat.info/info/unicode/char/2007/index.htm)
    0x2008, // [PUNCTUATION SPACE](https://www.fileformat.info/info/unicode/char/2008/index.htm)
    0x2009, // [THIN SPACE](https://www.fileformat.info/info/unicode/char/2009/index.htm)
    0x200a, // [HAIR SPACE](https://www.fileformat.info/info/unicode/char/200a/index.htm)
    0x2028, // [LINE SEPARATOR](https://www.fileformat.info/info/unicode/char/2028/index.htm)
    0x2029, // [PARAGRAPH SEPARATOR](https://www.fileformat.info/info/unicode/char/2029/index.htm)
    0x202f, // [NARROW NO-BREAK SPACE (NNBSP)](https://www.fileformat.info/info/unicode/char/202f/index.htm)
    0x205f, // [MEDIUM MATHEMATICAL SPACE (MMSP)](https://www.fileformat.info/info/unicode/char/205f/index.htm)
    0x3000, // [IDEOGRAPHIC SPACE](https://www.fileformat.info/info/unicode/char/3000/index.htm)
    0xfeff, // [ZERO WIDTH NO-BREAK SPACE (BOM)](https://www.fileformat.info/info/unicode/char/feff/index.htm)
  ].reduce((acc, codepoint) => {
    const encoded = Buffer.from(
      String.fromCharCode(codepoint),
      options.encoding,
    );
    if (codepoint !== 0x3f && encoded.length === 1 && encoded[0] === 0x3f) {
      return acc;
    }
    acc.push(encoded);
    return acc;
  }, []);
  // First-byte lookup table for `__isCharTrimable`. Non-whitespace bytes
  // (the common case) bail out in O(1) without scanning every timchar.
  const timcharFirstBytes = new Uint8Array(256);
  for (const t of timchars) timcharFirstBytes[t[0]] = 1;
  return {
    bomSkipped: false,
    bufBytesStart: 0,
    castField: options.cast_function,
    commenting: false,
    delimiterBufPrevious: undefined,
    delimiterDiscovered: false,
    // Current error encountered by a record
    error: undefined,
    enabled: options.from_line === 1,
    escaping: false,
    escapeIsQuote:
      Buffer.isBuffer(options.escape) &&
      Buffer.isBuffer(options.quote) &&
      Buffer.compare(options.escape, options.quote) === 0,
    // columns can be `false`, `true`, `Array`
    expectedRecordLength: Array.isArray(options.columns)
      ? options.columns.length
      : undefined,
    field: new utils_ResizeableBuffer(20),
    firstLineToHeaders: options.cast_first_line_to_header,
    needMoreDataSize: Math.max(
      // Skip if the remaining buffer smaller than comment
      options.comment !== null ? options.comment.length : 0,
      // Skip if the remaining buffer can be delimiter
      ...(options.delimiter
        ? options.delimiter.map((delimiter) => delimiter.length)
        : []),
      // Auto discovery of delimiter is limited to 1 character
      options.delimiter_auto ? 1 : 0,
      // Skip if the remaining buffer can be escape sequence
      options.quote !== null ? options.quote.length : 0,
      // Skip if the remaining buffer can be a multi-byte trim character
      ...timchars.map((t) => t.length),
    ),
    previousBuf: undefined,
    quoting: false,
    stop: false,
    rawBuffer: new utils_ResizeableBuffer(100),
    record: [],
    recordHasError: false,
    record_length: 0,
    recordDelimiterMaxLength:
      options.record_delimiter.length === 0
        ? 0
        : Math.max(...options.record_delimiter.map((v) => v.length)),
    trimChars: [
      Buffer.from(" ", options.encoding)[0],
      Buffer.from("\t", options.encoding)[0],
    ],
    wasQuoting: false,
    wasRowDelimiter: false,
    timchars: timchars,
    timcharFirstBytes: timcharFirstBytes,
  };
};



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/utils/underscore.js
const underscore = function (str) {
  return str.replace(/([A-Z])/g, function (_, match) {
    return "_" + match.toLowerCase();
  });
};



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/api/normalize_options.js





const normalize_options = function (opts) {
  const options = {};
  // Merge with user options
  for (const opt in opts) {
    options[underscore(opt)] = opts[opt];
  }
  // Normalize option `encoding`
  // Note: defined first because other options depends on it
  // to convert chars/strings into buffers.
  if (options.encoding === undefined || options.encoding === true) {
    options.encoding = "utf8";
  } else if (options.encoding === null || options.encoding === false) {
    options.encoding = null;
  } else if (
    typeof options.encoding !== "string" &&
    options.encoding !== null
  ) {
    throw new CsvError(
      "CSV_INVALID_OPTION_ENCODING",
      [
        "Invalid option encoding:",
        "encoding must be a string or null to return a buffer,",
        `got ${JSON.stringify(options.encoding)}`,
      ],
      options,
    );
  }
  // Normalize option `bom`
  if (
    options.bom === undefined ||
    options.bom === null ||
    options.bom === false
  ) {
    options.bom = false;
  } else if (options.bom !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_BOM",
      [
        "Invalid option bom:",
        "bom must be true,",
        `got ${JSON.stringify(options.bom)}`,
      ],
      options,
    );
  }
  // Normalize option `cast`
  options.cast_function = null;
  if (
    options.cast === undefined ||
    options.cast === null ||
    options.cast === false ||
    options.cast === ""
  ) {
    options.cast = undefined;
  } else if (typeof options.cast === "function") {
    options.cast_function = options.cast;
    options.cast = true;
  } else if (options.cast !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST",
      [
        "Invalid option cast:",
        "cast must be true or a function,",
        `got ${JSON.stringify(options.cast)}`,
      ],
      options,
    );
  }
  // Normalize option `cast_date`
  if (
    options.cast_date === undefined ||
    options.cast_date === null ||
    options.cast_date === false ||
    options.cast_date === ""
  ) {
    options.cast_date = false;
  } else if (options.cast_date === true) {
    options.cast_date = function (value) {
      const date = Date.parse(value);
      return !isNaN(date) ? new Date(date) : value;
    };
  } else if (typeof options.cast_date !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST_DATE",
      [
        "Invalid option cast_date:",
        "cast_date must be true or a function,",
        `got ${JSON.stringify(options.cast_date)}`,
      ],
      options,
    );
  }
  // Normalize option `columns`
  options.cast_first_line_to_header = undefined;
  if (options.columns === true) {
    // Fields in the first line are converted as-is to columns
    options.cast_first_line_to_header = undefined;
  } else if (typeof options.columns === "function") {
    options.cast_first_line_to_header = options.columns;
    options.columns = true;
  } else if (Array.isArray(options.columns)) {
    options.columns = normalize_columns_array(options.columns);
  } else if (
    options.columns === undefined ||
    options.columns === null ||
    options.columns === false
  ) {
    options.columns = false;
  } else {
    throw new CsvError(
      "CSV_INVALID_OPTION_COLUMNS",
      [
        "Invalid option columns:",
        "expect an array, a function or true,",
        `got ${JSON.stringify(options.columns)}`,
      ],
      options,
    );
  }
  // Normalize option `group_columns_by_name`
  if (
    options.group_columns_by_name === undefined ||
    options.group_columns_by_name === null ||
    options.group_columns_by_name === false
  ) {
    options.group_columns_by_name = false;
  } else if (options.group_columns_by_name !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "expect an boolean,",
        `got ${JSON.stringify(options.group_columns_by_name)}`,
      ],
      options,
    );
  } else if (options.columns === false) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "the `columns` mode must be activated.",
      ],
      options,
    );
  }
  // Normalize option `comment`
  if (
    options.comment === undefined ||
    options.comment === null ||
    options.comment === false ||
    options.comment === ""
  ) {
    options.comment = null;
  } else {
    if (typeof options.comment === "string") {
      options.comment = Buffer.from(options.comment, options.encoding);
    }
    if (!Buffer.isBuffer(options.comment)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_COMMENT",
        [
          "Invalid option comment:",
          "comment must be a buffer or a string,",
          `got ${JSON.stringify(options.comment)}`,
        ],
        options,
      );
    }
  }
  // Normalize option `comment_no_infix`
  if (
    options.comment_no_infix === undefined ||
    options.comment_no_infix === null ||
    options.comment_no_infix === false
  ) {
    options.comment_no_infix = false;
  } else if (options.comment_no_infix !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_COMMENT",
      [
        "Invalid option comment_no_infix:",
        "value must be a boolean,",
        `got ${JSON.stringify(options.comment_no_infix)}`,
      ],
      options,
    );
  }
  // Normalize option `delimiter_auto`
  if (
    options.delimiter_auto === undefined ||
    options.delimiter_auto === null ||
    options.delimiter_auto === false
  ) {
    options.delimiter_auto = false;
  } else if (options.delimiter_auto === true) {
    options.delimiter_auto = {};
  } else if (!is_object(options.delimiter_auto)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_DELIMITER_AUTO",
      [
        "Invalid option delimiter_auto:",
        "delimiter_auto must be a boolean or a configuration object,",
        `got ${JSON.stringify(options.delimiter_auto)}`,
      ],
      options,
    );
  }
  if (options.delimiter_auto) {
    if (options.delimiter_auto.preferred === undefined)
      options.delimiter_auto.preferred = {
        [",".charCodeAt(0)]: 1.8,
        ["\t".charCodeAt(0)]: 1.8,
        [";".charCodeAt(0)]: 1.6,
        [" ".charCodeAt(0)]: 1.6,
        [":".charCodeAt(0)]: 1.5,
        [".".charCodeAt(0)]: 1.4,
        ["/".charCodeAt(0)]: 1.4,
      };
    else if (!is_object(options.delimiter_auto.preferred)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "preferred must be an object,",
          `got ${JSON.stringify(options.delimiter_auto.preferred)}`,
        ],
        options,
      );
    }
    if (options.delimiter_auto.score === undefined)
      options.delimiter_auto.score = (info, options) => {
        return (
          (info.total - info.std) * (options.preferred[info.char_code] || 1)
        );
      };
    else if (typeof options.delimiter_auto.score !== "function") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "score must be a function,",
          `got ${JSON.stringify(options.delimiter_auto.score)}`,
        ],
        options,
      );
    }
    if (options.delimiter_auto.size === undefined)
      options.delimiter_auto.size = 2048;
    else if (typeof options.delimiter_auto.size !== "number") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "size must be a number,",
          `got ${JSON.stringify(options.delimiter_auto.size)}`,
        ],
        options,
      );
    }
  }
  // Normalize option `delimiter`
  const delimiter_json = JSON.stringify(options.delimiter);
  if (options.delimiter_auto !== false) {
    options.delimiter = [];
  }
  if (!Array.isArray(options.delimiter)) {
    if (
      options.delimiter === undefined ||
      options.delimiter === null ||
      options.delimiter === false
    ) {
      options.delimiter = Buffer.from(",", options.encoding);
    }
    options.delimiter = [options.delimiter];
  }
  options.delimiter = options.delimiter.map(function (delimiter) {
    if (typeof delimiter === "string") {
      delimiter = Buffer.from(delimiter, options.encoding);
    }
    if (!Buffer.isBuffer(delimiter) || delimiter.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER",
        [
          "Invalid option delimiter:",
          "delimiter must be a non empty string or buffer or array of string|buffer,",
          `got ${delimiter_json}`,
        ],
        options,
      );
    }
    return delimiter;
  });
  // Normalize option `escape`
  if (options.escape === undefined || options.escape === true) {
    options.escape = Buffer.from('"', options.encoding);
  } else if (typeof options.escape === "string") {
    options.escape = Buffer.from(options.escape, options.encoding);
  } else if (options.escape === null || options.escape === false) {
    options.escape = null;
  }
  if (options.escape !== null) {
    if (!Buffer.isBuffer(options.escape)) {
      throw new Error(
        `Invalid Option: escape must be a buffer, a string or a boolean, got ${JSON.stringify(options.escape)}`,
      );
    }
  }
  // Normalize option `from`
  if (options.from === undefined || options.from === null) {
    options.from = 1;
  } else {
    if (typeof options.from === "string" && /\d+/.test(options.from)) {
      options.from = parseInt(options.from);
    }
    if (Number.isInteger(options.from)) {
      if (options.from < 0) {
        throw new Error(
          `Invalid Option: from must be a positive integer, got ${JSON.stringify(opts.from)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from must be an integer, got ${JSON.stringify(options.from)}`,
      );
    }
  }
  // Normalize option `from_line`
  if (options.from_line === undefined || options.from_line === null) {
    options.from_line = 1;
  } else {
    if (
      typeof options.from_line === "string" &&
      /\d+/.test(options.from_line)
    ) {
      options.from_line = parseInt(options.from_line);
    }
    if (Number.isInteger(options.from_line)) {
      if (options.from_line <= 0) {
        throw new Error(
          `Invalid Option: from_line must be a positive integer greater than 0, got ${JSON.stringify(opts.from_line)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from_line must be an integer, got ${JSON.stringify(opts.from_line)}`,
      );
    }
  }
  // Normalize options `ignore_last_delimiters`
  if (
    options.ignore_last_delimiters === undefined ||
    options.ignore_last_delimiters === null
  ) {
    options.ignore_last_delimiters = false;
  } else if (typeof options.ignore_last_delimiters === "number") {
    options.ignore_last_delimiters = Math.floor(options.ignore_last_delimiters);
    if (options.ignore_last_delimiters === 0) {
      options.ignore_last_delimiters = false;
    }
  } else if (typeof options.ignore_last_delimiters !== "boolean") {
    throw new CsvError(
      "CSV_INVALID_OPTION_IGNORE_LAST_DELIMITERS",
      [
        "Invalid option `ignore_last_delimiters`:",
        "the value must be a boolean value or an integer,",
        `got ${JSON.stringify(options.ignore_last_delimiters)}`,
      ],
      options,
    );
  }
  if (options.ignore_last_delimiters === true && options.columns === false) {
    throw new CsvError(
      "CSV_IGNORE_LAST_DELIMITERS_REQUIRES_COLUMNS",
      [
        "The option `ignore_last_delimiters`",
        "requires the activation of the `columns` option",
      ],
      options,
    );
  }
  // Normalize option `info`
  if (
    options.info === undefined ||
    options.info === null ||
    options.info === false
  ) {
    options.info = false;
  } else if (options.info !== true) {
    throw new Error(
      `Invalid Option: info must be true, got ${JSON.stringify(options.info)}`,
    );
  }
  // Normalize option `max_record_size`
  if (
    options.max_record_size === undefined ||
    options.max_record_size === null ||
    options.max_record_size === false
  ) {
    options.max_record_size = 0;
  } else if (
    Number.isInteger(options.max_record_size) &&
    options.max_record_size >= 0
  ) {
    // Great, nothing to do
  } else if (
    typeof options.max_record_size === "string" &&
    /\d+/.test(options.max_record_size)
  ) {
    options.max_record_size = parseInt(options.max_record_size);
  } else {
    throw new Error(
      `Invalid Option: max_record_size must be a positive integer, got ${JSON.stringify(options.max_record_size)}`,
    );
  }
  // Normalize option `objname`
  if (
    options.objname === undefined ||
    options.objname === null ||
    options.objname === false
  ) {
    options.objname = undefined;
  } else if (Buffer.isBuffer(options.objname)) {
    if (options.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty buffer`);
    }
    if (options.encoding === null) {
      // Don't call `toString`, leave objname as a buffer
    } else {
      options.objname = options.objname.toString(options.encoding);
    }
  } else if (typeof options.objname === "string") {
    if (options.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty string`);
    }
    // Great, nothing to do
  } else if (typeof options.objname === "number") {
    // if(options.objname.length === 0){
    //   throw new Error(`Invalid Option: objname must be a non empty string`);
    // }
    // Great, nothing to do
  } else {
    throw new Error(
      `Invalid Option: objname must be a string or a buffer, got ${options.objname}`,
    );
  }
  if (options.objname !== undefined) {
    if (typeof options.objname === "number") {
      if (options.columns !== false) {
        throw Error(
          "Invalid Option: objname index cannot be combined with columns or be defined as a field",
        );
      }
    } else {
      // A string or a buffer
      if (options.columns === false) {
        throw Error(
          "Invalid Option: objname field must be combined with columns or be defined as an index",
        );
      }
    }
  }
  // Normalize option `on_record`
  if (options.on_record === undefined || options.on_record === null) {
    options.on_record = undefined;
  } else if (typeof options.on_record !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_ON_RECORD",
      [
        "Invalid option `on_record`:",
        "expect a function,",
        `got ${JSON.stringify(options.on_record)}`,
      ],
      options,
    );
  }
  // Normalize option `on_skip`
  // options.on_skip ??= (err, chunk) => {
  //   this.emit('skip', err, chunk);
  // };
  if (
    options.on_skip !== undefined &&
    options.on_skip !== null &&
    typeof options.on_skip !== "function"
  ) {
    throw new Error(
      `Invalid Option: on_skip must be a function, got ${JSON.stringify(options.on_skip)}`,
    );
  }
  // Normalize option `quote`
  if (
    options.quote === null ||
    options.quote === false ||
    options.quote === ""
  ) {
    options.quote = null;
  } else {
    if (options.quote === undefined || options.quote === true) {
      options.quote = Buffer.from('"', options.encoding);
    } else if (typeof options.quote === "string") {
      options.quote = Buffer.from(options.quote, options.encoding);
    }
    if (!Buffer.isBuffer(options.quote)) {
      throw new Error(
        `Invalid Option: quote must be a buffer or a string, got ${JSON.stringify(options.quote)}`,
      );
    }
  }
  // Normalize option `raw`
  if (
    options.raw === undefined ||
    options.raw === null ||
    options.raw === false
  ) {
    options.raw = false;
  } else if (options.raw !== true) {
    throw new Error(
      `Invalid Option: raw must be true, got ${JSON.stringify(options.raw)}`,
    );
  }
  // Normalize option `record_delimiter`
  if (options.record_delimiter === undefined) {
    options.record_delimiter = [];
  } else if (
    typeof options.record_delimiter === "string" ||
    Buffer.isBuffer(options.record_delimiter)
  ) {
    if (options.record_delimiter.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer,",
          `got ${JSON.stringify(options.record_delimiter)}`,
        ],
        options,
      );
    }
    options.record_delimiter = [options.record_delimiter];
  } else if (!Array.isArray(options.record_delimiter)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_RECORD_DELIMITER",
      [
        "Invalid option `record_delimiter`:",
        "value must be a string, a buffer or array of string|buffer,",
        `got ${JSON.stringify(options.record_delimiter)}`,
      ],
      options,
    );
  }
  options.record_delimiter = options.record_delimiter.map(function (rd, i) {
    if (typeof rd !== "string" && !Buffer.isBuffer(rd)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a string, a buffer or array of string|buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`,
        ],
        options,
      );
    } else if (rd.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`,
        ],
        options,
      );
    }
    if (typeof rd === "string") {
      rd = Buffer.from(rd, options.encoding);
    }
    return rd;
  });
  // Normalize option `relax_column_count`
  if (typeof options.relax_column_count === "boolean") {
    // Great, nothing to do
  } else if (
    options.relax_column_count === undefined ||
    options.relax_column_count === null
  ) {
    options.relax_column_count = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count must be a boolean, got ${JSON.stringify(options.relax_column_count)}`,
    );
  }
  if (typeof options.relax_column_count_less === "boolean") {
    // Great, nothing to do
  } else if (
    options.relax_column_count_less === undefined ||
    options.relax_column_count_less === null
  ) {
    options.relax_column_count_less = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_less must be a boolean, got ${JSON.stringify(options.relax_column_count_less)}`,
    );
  }
  if (typeof options.relax_column_count_more === "boolean") {
    // Great, nothing to do
  } else if (
    options.relax_column_count_more === undefined ||
    options.relax_column_count_more === null
  ) {
    options.relax_column_count_more = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_more must be a boolean, got ${JSON.stringify(options.relax_column_count_more)}`,
    );
  }
  // Normalize option `relax_quotes`
  if (typeof options.relax_quotes === "boolean") {
    // Great, nothing to do
  } else if (
    options.relax_quotes === undefined ||
    options.relax_quotes === null
  ) {
    options.relax_quotes = false;
  } else {
    throw new Error(
      `Invalid Option: relax_quotes must be a boolean, got ${JSON.stringify(options.relax_quotes)}`,
    );
  }
  // Normalize option `skip_empty_lines`
  if (typeof options.skip_empty_lines === "boolean") {
    // Great, nothing to do
  } else if (
    options.skip_empty_lines === undefined ||
    options.skip_empty_lines === null
  ) {
    options.skip_empty_lines = false;
  } else {
    throw new Error(
      `Invalid Option: skip_empty_lines must be a boolean, got ${JSON.stringify(options.skip_empty_lines)}`,
    );
  }
  // Normalize option `skip_records_with_empty_values`
  if (typeof options.skip_records_with_empty_values === "boolean") {
    // Great, nothing to do
  } else if (
    options.skip_records_with_empty_values === undefined ||
    options.skip_records_with_empty_values === null
  ) {
    options.skip_records_with_empty_values = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_empty_values must be a boolean, got ${JSON.stringify(options.skip_records_with_empty_values)}`,
    );
  }
  // Normalize option `skip_records_with_error`
  if (typeof options.skip_records_with_error === "boolean") {
    // Great, nothing to do
  } else if (
    options.skip_records_with_error === undefined ||
    options.skip_records_with_error === null
  ) {
    options.skip_records_with_error = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_error must be a boolean, got ${JSON.stringify(options.skip_records_with_error)}`,
    );
  }
  // Normalize option `rtrim`
  if (
    options.rtrim === undefined ||
    options.rtrim === null ||
    options.rtrim === false
  ) {
    options.rtrim = false;
  } else if (options.rtrim !== true) {
    throw new Error(
      `Invalid Option: rtrim must be a boolean, got ${JSON.stringify(options.rtrim)}`,
    );
  }
  // Normalize option `ltrim`
  if (
    options.ltrim === undefined ||
    options.ltrim === null ||
    options.ltrim === false
  ) {
    options.ltrim = false;
  } else if (options.ltrim !== true) {
    throw new Error(
      `Invalid Option: ltrim must be a boolean, got ${JSON.stringify(options.ltrim)}`,
    );
  }
  // Normalize option `trim`
  if (
    options.trim === undefined ||
    options.trim === null ||
    options.trim === false
  ) {
    options.trim = false;
  } else if (options.trim !== true) {
    throw new Error(
      `Invalid Option: trim must be a boolean, got ${JSON.stringify(options.trim)}`,
    );
  }
  // Normalize options `trim`, `ltrim` and `rtrim`
  if (options.trim === true && opts.ltrim !== false) {
    options.ltrim = true;
  } else if (options.ltrim !== true) {
    options.ltrim = false;
  }
  if (options.trim === true && opts.rtrim !== false) {
    options.rtrim = true;
  } else if (options.rtrim !== true) {
    options.rtrim = false;
  }
  // Normalize option `to`
  if (options.to === undefined || options.to === null) {
    options.to = -1;
  } else if (options.to !== -1) {
    if (typeof options.to === "string" && /\d+/.test(options.to)) {
      options.to = parseInt(options.to);
    }
    if (Number.isInteger(options.to)) {
      if (options.to <= 0) {
        throw new Error(
          `Invalid Option: to must be a positive integer greater than 0, got ${JSON.stringify(opts.to)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to must be an integer, got ${JSON.stringify(opts.to)}`,
      );
    }
  }
  // Normalize option `to_line`
  if (options.to_line === undefined || options.to_line === null) {
    options.to_line = -1;
  } else if (options.to_line !== -1) {
    if (typeof options.to_line === "string" && /\d+/.test(options.to_line)) {
      options.to_line = parseInt(options.to_line);
    }
    if (Number.isInteger(options.to_line)) {
      if (options.to_line <= 0) {
        throw new Error(
          `Invalid Option: to_line must be a positive integer greater than 0, got ${JSON.stringify(opts.to_line)}`,
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to_line must be an integer, got ${JSON.stringify(opts.to_line)}`,
      );
    }
  }
  return options;
};



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/utils/delimiter_discover.js



// Discussed in [issue #400](https://github.com/adaltas/node-csv/issues/400)
// See https://github.com/python/cpython/blob/ea1b1c579f600cc85d145c60862b2e6b98701b24/Lib/csv.py#L349
const delimiter_discover = function (records, options) {
  // Normalize the configuration
  if (!options) {
    ({ delimiter_auto: options } = normalize_options({ delimiter_auto: true }));
  }
  // Convert String to Buffer
  if (typeof records === "string") {
    records = Buffer.from(records);
  }
  // Convert Buffer to an array of records
  if (Buffer.isBuffer(records)) {
    records = ((data) => {
      const records = [];
      const parser = transform({ delimiter: [] });
      const push = (record) => records.push(record);
      const close = () => {};
      const error = parser.parse(data, true, push, close);
      if (error !== undefined) throw error;
      return records;
    })(records);
  }
  // Info array initialization, 127 entries, one per char code
  const info = Array(127)
    .fill()
    .map(() => ({ lines: [] }));
  // Traverse each records, count occurences per char code
  records.map(([record], line) => {
    for (let i = 0, l = record.length; i < l; i++) {
      // Count the character frequency
      const code = record.charCodeAt(i);
      if (info[code].lines[line] === undefined) info[code].lines[line] = 0;
      info[code].lines[line]++;
    }
  });
  // Traverse each char code, compute the score
  info.map((info, i) => {
    info.char_code = i;
    info.std = std(info.lines);
    info.total = info.lines.reduce((acc, val) => acc + val, 0);
    info.preferred = !!options.preferred[i];
    info.score = options.score(info, options);
  });
  // Extract the dominant character
  const result = info.reduce(
    (acc, info) => (acc.score > info.score ? acc : info),
    {},
  );
  return String.fromCharCode(result.char_code);
};

const std = function (array) {
  const n = array.length;
  if (n === 0) return 0;
  const mean = array.reduce((a, b) => a + b) / n;
  return Math.sqrt(
    array.map((x) => Math.pow(x - mean, 2)).reduce((a, b) => a + b) / n,
  );
};



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/api/index.js






const isRecordEmpty = function (record) {
  return record.every(
    (field) =>
      field == null || (field.toString && field.toString().trim() === ""),
  );
};

const cr = 13; // `\r`, carriage return, 0x0D in hexadécimal, 13 in decimal
const nl = 10; // `\n`, newline, 0x0A in hexadecimal, 10 in decimal

const boms = {
  // Note, the following are equals:
  // Buffer.from("\ufeff")
  // Buffer.from([239, 187, 191])
  // Buffer.from('EFBBBF', 'hex')
  utf8: Buffer.from([239, 187, 191]),
  // Note, the following are equals:
  // Buffer.from "\ufeff", 'utf16le
  // Buffer.from([255, 254])
  utf16le: Buffer.from([255, 254]),
};

const transform = function (original_options = {}) {
  const info = {
    bytes: 0,
    bytes_records: 0,
    comment_lines: 0,
    empty_lines: 0,
    invalid_field_length: 0,
    lines: 1,
    records: 0,
  };
  const options = normalize_options(original_options);
  return {
    info: info,
    original_options: original_options,
    options: options,
    state: init_state(options),
    __needMoreData: function (i, bufLen, end) {
      if (end) return false;
      const { encoding, escape, quote } = this.options;
      const { quoting, needMoreDataSize, recordDelimiterMaxLength } =
        this.state;
      const numOfCharLeft = bufLen - i - 1;
      const requiredLength = Math.max(
        needMoreDataSize,
        // Skip if the remaining buffer smaller than record delimiter
        // If "record_delimiter" is yet to be discovered:
        // 1. It is equals to `[]` and "recordDelimiterMaxLength" equals `0`
        // 2. We set the length to windows line ending in the current encoding
        // Note, that encoding is known from user or bom discovery at that point
        // recordDelimiterMaxLength,
        recordDelimiterMaxLength === 0
          ? Buffer.from("\r\n", encoding).length
          : recordDelimiterMaxLength,
        // Skip if remaining buffer can be an escaped quote
        quoting ? (escape === null ? 0 : escape.length) + quote.length : 0,
        // Skip if remaining buffer can be record delimiter following the closing quote
        quoting ? quote.length + recordDelimiterMaxLength : 0,
      );
      return numOfCharLeft < requiredLength;
    },
    // Central parser implementation
    parse: function (nextBuf, end, push, close) {
      const {
        bom,
        comment_no_infix,
        delimiter_auto,
        encoding,
        from_line,
        ltrim,
        max_record_size,
        raw,
        relax_quotes,
        rtrim,
        skip_empty_lines,
        to,
        to_line,
      } = this.options;
      let { comment, escape, quote, record_delimiter } = this.options;
      const {
        bomSkipped,
        delimiterDiscovered,
        delimiterBufPrevious,
        rawBuffer,
        escapeIsQuote,
      } = this.state;
      // Automatic delimiter discovery
      if (!delimiterDiscovered && delimiter_auto) {
        let delimiterBuf;
        if (delimiterBufPrevious === undefined) {
          delimiterBuf = nextBuf;
        } else if (
          delimiterBufPrevious !== undefined &&
          nextBuf === undefined
        ) {
          delimiterBuf = delimiterBufPrevious;
        } else {
          delimiterBuf = Buffer.concat([delimiterBufPrevious, nextBuf]);
        }
        // Ensure that nextBuf is not concatenated a second time during buffer reconciliation
        nextBuf = undefined;
        // this.delimiterBufPrevious = delimiterBuf;
        if (end || delimiterBuf.length > delimiter_auto.size) {
          this.options.delimiter = [
            Buffer.from(
              delimiter_discover(delimiterBuf, this.options.delimiter_auto),
            ),
          ];
          this.state.previousBuf = delimiterBuf;
          this.state.delimiterBufPrevious = undefined;
          this.state.delimiterDiscovered = true;
        } else {
          this.state.delimiterBufPrevious = delimiterBuf;
          return;
        }
      }
      // Previous buffers reconciliation
      const { previousBuf } = this.state;
      let buf;
      if (previousBuf === undefined) {
        if (nextBuf === undefined) {
          // Handle empty string
          close();
          return;
        } else {
          buf = nextBuf;
        }
      } else if (previousBuf !== undefined && nextBuf === undefined) {
        buf = previousBuf;
      } else {
        buf = Buffer.concat([previousBuf, nextBuf]);
      }
      // Handle UTF BOM
      if (bomSkipped === false) {
        if (bom === false) {
          this.state.bomSkipped = true;
        } else if (buf.length < 3) {
          // No enough data
          if (end === false) {
            // Wait for more data
            this.state.previousBuf = buf;
            return;
          }
        } else {
          for (const encoding in boms) {
            if (boms[encoding].compare(buf, 0, boms[encoding].length) === 0) {
              // Skip BOM
              const bomLength = boms[encoding].length;
              this.state.bufBytesStart += bomLength;
              buf = buf.slice(bomLength);
              // Renormalize original options with the new encoding
              const options = normalize_options({
                ...this.original_options,
                encoding: encoding,
              });
              // Properties are merged with the existing options instance
              for (const key in options) {
                this.options[key] = options[key];
              }
              // Options will re-evaluate the Buffer with the new encoding
              ({ comment, escape, quote } = this.options);
              break;
            }
          }
          this.state.bomSkipped = true;
        }
      }
      const bufLen = buf.length;
      let pos;
      for (pos = 0; pos < bufLen; pos++) {
        // Ensure we get enough space to look ahead
        // There should be a way to move this out of the loop
        if (this.__needMoreData(pos, bufLen, end)) {
          break;
        }
        if (this.state.wasRowDelimiter === true) {
          this.info.lines++;
          this.state.wasRowDelimiter = false;
        }
        if (to_line !== -1 && this.info.lines > to_line) {
          this.state.stop = true;
          close();
          return;
        }
        // Auto discovery of record_delimiter, unix, mac and windows supported
        if (this.state.quoting === false && record_delimiter.length === 0) {
          const record_delimiterCount = this.__autoDiscoverRecordDelimiter(
            buf,
            pos,
          );
          if (record_delimiterCount) {
            record_delimiter = this.options.record_delimiter;
          }
        }
        const chr = buf[pos];
        if (raw === true) {
          rawBuffer.append(chr);
        }
        if (
          (chr === cr || chr === nl) &&
          this.state.wasRowDelimiter === false
        ) {
          this.state.wasRowDelimiter = true;
        }
        // Previous char was a valid escape char
        // treat the current char as a regular char
        if (this.state.escaping === true) {
          this.state.escaping = false;
        } else {
          // Escape is only active inside quoted fields
          // We are quoting, the char is an escape chr and there is a chr to escape
          // if(escape !== null && this.state.quoting === true && chr === escape && pos + 1 < bufLen){
          if (
            escape !== null &&
            this.state.quoting === true &&
            this.__isEscape(buf, pos, chr) &&
            pos + escape.length < bufLen
          ) {
            if (escapeIsQuote) {
              if (this.__isQuote(buf, pos + escape.length)) {
                this.state.escaping = true;
                pos += escape.length - 1;
                continue;
              }
            } else {
              this.state.escaping = true;
              pos += escape.length - 1;
              continue;
            }
          }
          // Not currently escaping and chr is a quote
          // TODO: need to compare bytes instead of single char
          if (this.state.commenting === false && this.__isQuote(buf, pos)) {
            if (this.state.quoting === true) {
              const nextChr = buf[pos + quote.length];
              const isNextChrTrimable =
                rtrim && this.__isCharTrimable(buf, pos + quote.length);
              const isNextChrComment =
                comment !== null &&
                this.__compareBytes(comment, buf, pos + quote.length, nextChr);
              const isNextChrDelimiter = this.__isDelimiter(
                buf,
                pos + quote.length,
                nextChr,
              );
              const isNextChrRecordDelimiter =
                record_delimiter.length === 0
                  ? this.__autoDiscoverRecordDelimiter(buf, pos + quote.length)
                  : this.__isRecordDelimiter(nextChr, buf, pos + quote.length);
              // Escape a quote
              // Treat next char as a regular character
              if (
                escape !== null &&
                this.__isEscape(buf, pos, chr) &&
                this.__isQuote(buf, pos + escape.length)
              ) {
                pos += escape.length - 1;
              } else if (
                !nextChr ||
                isNextChrDelimiter ||
                isNextChrRecordDelimiter ||
                isNextChrComment ||
                isNextChrTrimable
              ) {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                pos += quote.length - 1;
                continue;
              } else if (relax_quotes === false) {
                const err = this.__error(
                  new CsvError(
                    "CSV_INVALID_CLOSING_QUOTE",
                    [
                      "Invalid Closing Quote:",
                      `got "${String.fromCharCode(nextChr)}"`,
                      `at line ${this.info.lines}`,
                      "instead of delimiter, record delimiter, trimable character",
                      "(if activated) or comment",
                    ],
                    this.options,
                    this.__infoField(),
                  ),
                );
                if (err !== undefined) return err;
              } else {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                this.state.field.prepend(quote);
                pos += quote.length - 1;
              }
            } else {
              if (this.state.field.length !== 0) {
                // In relax_quotes mode, treat opening quote preceded by chrs as regular
                if (relax_quotes === false) {
                  const info = this.__infoField();
                  const bom = Object.keys(boms)
                    .map((b) =>
                      boms[b].equals(this.state.field.toString()) ? b : false,
                    )
                    .filter(Boolean)[0];
                  const err = this.__error(
                    new CsvError(
                      "INVALID_OPENING_QUOTE",
                      [
                        "Invalid Opening Quote:",
                        `a quote is found on field ${JSON.stringify(info.column)} at line ${info.lines}, value is ${JSON.stringify(this.state.field.toString(encoding))}`,
                        bom ? `(${bom} bom)` : undefined,
                      ],
                      this.options,
                      info,
                      {
                        field: this.state.field,
                      },
                    ),
                  );
                  if (err !== undefined) return err;
                }
              } else {
                this.state.quoting = true;
                pos += quote.length - 1;
                continue;
              }
            }
          }
          if (this.state.quoting === false) {
            const recordDelimiterLength = this.__isRecordDelimiter(
              chr,
              buf,
              pos,
            );
            if (recordDelimiterLength !== 0) {
              // Do not emit comments which take a full line
              const skipCommentLine =
                this.state.commenting &&
                this.state.wasQuoting === false &&
                this.state.record.length === 0 &&
                this.state.field.length === 0;
              if (skipCommentLine) {
                this.info.comment_lines++;
                // Skip full comment line
              } else {
                // Activate records emission if above from_line
                if (
                  this.state.enabled === false &&
                  this.info.lines +
                    (this.state.wasRowDelimiter === true ? 1 : 0) >=
                    from_line
                ) {
                  this.state.enabled = true;
                  this.__resetField();
                  this.__resetRecord();
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                // Skip if line is empty and skip_empty_lines activated
                if (
                  skip_empty_lines === true &&
                  this.state.wasQuoting === false &&
                  this.state.record.length === 0 &&
                  this.state.field.length === 0
                ) {
                  this.info.empty_lines++;
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                this.info.bytes = this.state.bufBytesStart + pos;
                const errField = this.__onField();
                if (errField !== undefined) return errField;
                this.info.bytes =
                  this.state.bufBytesStart + pos + recordDelimiterLength;
                const errRecord = this.__onRecord(push);
                if (errRecord !== undefined) return errRecord;
                if (to !== -1 && this.info.records >= to) {
                  this.state.stop = true;
                  close();
                  return;
                }
              }
              this.state.commenting = false;
              pos += recordDelimiterLength - 1;
              continue;
            }
            if (this.state.commenting) {
              continue;
            }
            if (
              comment !== null &&
              (comment_no_infix === false ||
                (this.state.record.length === 0 &&
                  this.state.field.length === 0))
            ) {
              const commentCount = this.__compareBytes(comment, buf, pos, chr);
              if (commentCount !== 0) {
                this.state.commenting = true;
                continue;
              }
            }
            const delimiterLength = this.__isDelimiter(buf, pos, chr);
            if (delimiterLength !== 0) {
              this.info.bytes = this.state.bufBytesStart + pos;
              const errField = this.__onField();
              if (errField !== undefined) return errField;
              pos += delimiterLength - 1;
              continue;
            }
          }
        }
        if (this.state.commenting === false) {
          if (
            max_record_size !== 0 &&
            this.state.record_length + this.state.field.length > max_record_size
          ) {
            return this.__error(
              new CsvError(
                "CSV_MAX_RECORD_SIZE",
                [
                  "Max Record Size:",
                  "record exceed the maximum number of tolerated bytes",
                  `of ${max_record_size}`,
                  `at line ${this.info.lines}`,
                ],
                this.options,
                this.__infoField(),
              ),
            );
          }
        }
        const lappend =
          ltrim === false ||
          this.state.quoting === true ||
          this.state.field.length !== 0 ||
          !this.__isCharTrimable(buf, pos);
        // rtrim in non quoting is handle in __onField
        const rappend = rtrim === false || this.state.wasQuoting === false;
        if (lappend === true && rappend === true) {
          this.state.field.append(chr);
        } else if (rtrim === true && !this.__isCharTrimable(buf, pos)) {
          return this.__error(
            new CsvError(
              "CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE",
              [
                "Invalid Closing Quote:",
                "found non trimable byte after quote",
                `at line ${this.info.lines}`,
              ],
              this.options,
              this.__infoField(),
            ),
          );
        } else {
          if (lappend === false) {
            pos += this.__isCharTrimable(buf, pos) - 1;
          }
          continue;
        }
      }
      if (end === true) {
        // Ensure we are not ending in a quoting state
        if (this.state.quoting === true) {
          const err = this.__error(
            new CsvError(
              "CSV_QUOTE_NOT_CLOSED",
              [
                "Quote Not Closed:",
                `the parsing is finished with an opening quote at line ${this.info.lines}`,
              ],
              this.options,
              this.__infoField(),
            ),
          );
          if (err !== undefined) return err;
        } else {
          // Skip last line if it has no characters
          if (
            this.state.wasQuoting === true ||
            this.state.record.length !== 0 ||
            this.state.field.length !== 0
          ) {
            this.info.bytes = this.state.bufBytesStart + pos;
            const errField = this.__onField();
            if (errField !== undefined) return errField;
            const errRecord = this.__onRecord(push);
            if (errRecord !== undefined) return errRecord;
          } else if (this.state.wasRowDelimiter === true) {
            this.info.empty_lines++;
          } else if (this.state.commenting === true) {
            this.info.comment_lines++;
          }
        }
      } else {
        this.state.bufBytesStart += pos;
        this.state.previousBuf = buf.slice(pos);
      }
      if (this.state.wasRowDelimiter === true) {
        this.info.lines++;
        this.state.wasRowDelimiter = false;
      }
    },
    __onRecord: function (push) {
      const {
        columns,
        group_columns_by_name,
        encoding,
        info,
        from,
        relax_column_count,
        relax_column_count_less,
        relax_column_count_more,
        raw,
        skip_records_with_empty_values,
      } = this.options;
      const { enabled, record } = this.state;
      if (enabled === false) {
        return this.__resetRecord();
      }
      // Convert the first line into column names
      const recordLength = record.length;
      if (columns === true) {
        if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
          this.__resetRecord();
          return;
        }
        return this.__firstLineToColumns(record);
      }
      if (columns === false && this.info.records === 0) {
        this.state.expectedRecordLength = recordLength;
      }
      if (recordLength !== this.state.expectedRecordLength) {
        const err =
          columns === false
            ? new CsvError(
                "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH",
                [
                  "Invalid Record Length:",
                  `expect ${this.state.expectedRecordLength},`,
                  `got ${recordLength} on line ${this.info.lines}`,
                ],
                this.options,
                this.__infoField(),
                {
                  record: record,
                },
              )
            : new CsvError(
                "CSV_RECORD_INCONSISTENT_COLUMNS",
                [
                  "Invalid Record Length:",
                  `columns length is ${columns.length},`, // rename columns
                  `got ${recordLength} on line ${this.info.lines}`,
                ],
                this.options,
                this.__infoField(),
                {
                  record: record,
                },
              );
        if (
          relax_column_count === true ||
          (relax_column_count_less === true &&
            recordLength < this.state.expectedRecordLength) ||
          (relax_column_count_more === true &&
            recordLength > this.state.expectedRecordLength)
        ) {
          this.info.invalid_field_length++;
          this.state.error = err;
          // Error is undefined with skip_records_with_error
        } else {
          const finalErr = this.__error(err);
          if (finalErr) return finalErr;
        }
      }
      if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
        this.__resetRecord();
        return;
      }
      if (this.state.recordHasError === true) {
        this.__resetRecord();
        this.state.recordHasError = false;
        return;
      }
      this.info.records++;
      if (from === 1 || this.info.records >= from) {
        const { objname } = this.options;
        // With columns, records are object
        if (columns !== false) {
          const obj = {};
          // Transform record array to an object
          for (let i = 0, l = record.length; i < l; i++) {
            if (columns[i] === undefined || columns[i].disabled) continue;
            // Turn duplicate columns into an array
            if (
              group_columns_by_name === true &&
              Object.hasOwn(obj, columns[i].name)
            ) {
              if (Array.isArray(obj[columns[i].name])) {
                obj[columns[i].name] = obj[columns[i].name].concat(record[i]);
              } else {
                obj[columns[i].name] = [obj[columns[i].name], record[i]];
              }
            } else {
              Object.defineProperty(obj, columns[i].name, {
                value: record[i],
                enumerable: true,
                writable: true,
                configurable: true,
              });
            }
          }
          // Without objname (default)
          if (raw === true || info === true) {
            const extRecord = Object.assign(
              { record: obj },
              raw === true
                ? { raw: this.state.rawBuffer.toString(encoding) }
                : {},
              info === true ? { info: this.__infoRecord() } : {},
            );
            const err = this.__push(
              objname === undefined ? extRecord : [obj[objname], extRecord],
              push,
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === undefined ? obj : [obj[objname], obj],
              push,
            );
            if (err) {
              return err;
            }
          }
          // Without columns, records are array
        } else {
          if (raw === true || info === true) {
            const extRecord = Object.assign(
              { record: record },
              raw === true
                ? { raw: this.state.rawBuffer.toString(encoding) }
                : {},
              info === true ? { info: this.__infoRecord() } : {},
            );
            const err = this.__push(
              objname === undefined ? extRecord : [record[objname], extRecord],
              push,
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === undefined ? record : [record[objname], record],
              push,
            );
            if (err) {
              return err;
            }
          }
        }
      }
      this.__resetRecord();
    },
    __firstLineToColumns: function (record) {
      const { firstLineToHeaders } = this.state;
      try {
        const headers =
          firstLineToHeaders === undefined
            ? record
            : firstLineToHeaders.call(null, record);
        if (!Array.isArray(headers)) {
          return this.__error(
            new CsvError(
              "CSV_INVALID_COLUMN_MAPPING",
              [
                "Invalid Column Mapping:",
                "expect an array from column function,",
                `got ${JSON.stringify(headers)}`,
              ],
              this.options,
              this.__infoField(),
              {
                headers: headers,
              },
            ),
          );
        }
        const normalizedHeaders = normalize_columns_array(headers);
        this.state.expectedRecordLength = normalizedHeaders.length;
        this.options.columns = normalizedHeaders;
        this.__resetRecord();
        return;
      } catch (err) {
        return err;
      }
    },
    __resetRecord: function () {
      if (this.options.raw === true) {
        this.state.rawBuffer.reset();
      }
      this.state.error = undefined;
      this.state.record = [];
      this.state.record_length = 0;
    },
    __onField: function () {
      const { cast, encoding, rtrim, max_record_size } = this.options;
      const { enabled, wasQuoting } = this.state;
      // Short circuit for the from_line options
      if (enabled === false) {
        return this.__resetField();
      }
      let field = this.state.field.toString(encoding);
      if (rtrim === true && wasQuoting === false) {
        field = field.trimRight();
      }
      if (cast === true) {
        const [err, f] = this.__cast(field);
        if (err !== undefined) return err;
        field = f;
      }
      this.state.record.push(field);
      // Increment record length if record size must not exceed a limit
      if (max_record_size !== 0 && typeof field === "string") {
        this.state.record_length += field.length;
      }
      this.__resetField();
    },
    __resetField: function () {
      this.state.field.reset();
      this.state.wasQuoting = false;
    },
    __push: function (record, push) {
      const { on_record } = this.options;
      if (on_record !== undefined) {
        const info = this.__infoRecord();
        try {
          record = on_record.call(null, record, info);
        } catch (err) {
          return err;
        }
        if (record === undefined || record === null) {
          return;
        }
      }
      this.info.bytes_records += this.info.bytes;
      push(record);
    },
    // Return a tuple with the error and the casted value
    __cast: function (field) {
      const { columns, relax_column_count } = this.options;
      const isColumns = Array.isArray(columns);
      // Dont loose time calling cast
      // because the final record is an object
      // and this field can't be associated to a key present in columns
      if (
        isColumns === true &&
        relax_column_count &&
        this.options.columns.length <= this.state.record.length
      ) {
        return [undefined, undefined];
      }
      if (this.state.castField !== null) {
        try {
          const info = this.__infoField();
          return [undefined, this.state.castField.call(null, field, info)];
        } catch (err) {
          return [err];
        }
      }
      if (this.__isFloat(field)) {
        return [undefined, parseFloat(field)];
      } else if (this.options.cast_date !== false) {
        const info = this.__infoField();
        return [undefined, this.options.cast_date.call(null, field, info)];
      }
      return [undefined, field];
    },
    __compareBytes: function (sourceBuf, targetBuf, targetPos, firstByte) {
      if (sourceBuf[0] !== firstByte) return 0;
      const sourceLength = sourceBuf.length;
      for (let i = 1; i < sourceLength; i++) {
        if (sourceBuf[i] !== targetBuf[targetPos + i]) return 0;
      }
      return sourceLength;
    },
    // Helper to test if a character is trimable
    __isCharTrimable: function (buf, pos) {
      const { timchars, timcharFirstBytes } = this.state;
      // Fast bail-out: non-whitespace bytes (the common case) are rejected
      // without scanning the full timchar list.
      const first = buf[pos];
      if (first === undefined || timcharFirstBytes[first] === 0) return 0;
      loop1: for (let i = 0; i < timchars.length; i++) {
        const timchar = timchars[i];
        for (let j = 0; j < timchar.length; j++) {
          if (timchar[j] !== buf[pos + j]) continue loop1;
        }
        return timchar.length;
      }
      return 0;
    },
    __isDelimiter: function (buf, pos, chr) {
      const { delimiter, ignore_last_delimiters } = this.options;
      if (
        ignore_last_delimiters === true &&
        this.state.record.length === this.options.columns.length - 1
      ) {
        return 0;
      } else if (
        ignore_last_delimiters !== false &&
        typeof ignore_last_delimiters === "number" &&
        this.state.record.length === ignore_last_delimiters - 1
      ) {
        return 0;
      }
      loop1: for (let i = 0; i < delimiter.length; i++) {
        const del = delimiter[i];
        if (del[0] === chr) {
          for (let j = 1; j < del.length; j++) {
            if (del[j] !== buf[pos + j]) continue loop1;
          }
          return del.length;
        }
      }
      return 0;
    },
    __isEscape: function (buf, pos, chr) {
      const { escape } = this.options;
      if (escape === null) return false;
      const l = escape.length;
      if (escape[0] === chr) {
        for (let i = 0; i < l; i++) {
          if (escape[i] !== buf[pos + i]) {
            return false;
          }
        }
        return true;
      }
      return false;
    },
    __isFloat: function (value) {
      return value - parseFloat(value) + 1 >= 0; // Borrowed from jquery
    },
    // Keep it in case we implement the `cast_int` option
    // __isInt(value){
    //   // return Number.isInteger(parseInt(value))
    //   // return !isNaN( parseInt( obj ) );
    //   return /^(\-|\+)?[1-9][0-9]*$/.test(value)
    // }
    __isQuote: function (buf, pos) {
      const { quote } = this.options;
      if (quote === null) return false;
      const l = quote.length;
      for (let i = 0; i < l; i++) {
        if (quote[i] !== buf[pos + i]) {
          return false;
        }
      }
      return true;
    },
    __isRecordDelimiter: function (chr, buf, pos) {
      const { record_delimiter } = this.options;
      const recordDelimiterLength = record_delimiter.length;
      loop1: for (let i = 0; i < recordDelimiterLength; i++) {
        const rd = record_delimiter[i];
        const rdLength = rd.length;
        if (rd[0] !== chr) {
          continue;
        }
        for (let j = 1; j < rdLength; j++) {
          if (rd[j] !== buf[pos + j]) {
            continue loop1;
          }
        }
        return rd.length;
      }
      return 0;
    },
    __autoDiscoverRecordDelimiter: function (buf, pos) {
      const { encoding } = this.options;
      // Note, we don't need to cache this information in state,
      // It is only called on the first line until we find out a suitable
      // record delimiter.
      const rds = [
        // Important, the windows line ending must be before mac os 9
        Buffer.from("\r\n", encoding),
        Buffer.from("\n", encoding),
        Buffer.from("\r", encoding),
      ];
      loop: for (let i = 0; i < rds.length; i++) {
        const l = rds[i].length;
        for (let j = 0; j < l; j++) {
          if (rds[i][j] !== buf[pos + j]) {
            continue loop;
          }
        }
        this.options.record_delimiter.push(rds[i]);
        this.state.recordDelimiterMaxLength = rds[i].length;
        return rds[i].length;
      }
      return 0;
    },
    __error: function (msg) {
      const { encoding, raw, skip_records_with_error } = this.options;
      const err = typeof msg === "string" ? new Error(msg) : msg;
      if (skip_records_with_error) {
        this.state.recordHasError = true;
        if (this.options.on_skip !== undefined) {
          try {
            this.options.on_skip(
              err,
              raw ? this.state.rawBuffer.toString(encoding) : undefined,
            );
          } catch (err) {
            return err;
          }
        }
        // this.emit('skip', err, raw ? this.state.rawBuffer.toString(encoding) : undefined);
        return undefined;
      } else {
        return err;
      }
    },
    __infoDataSet: function () {
      return {
        ...this.info,
        columns: this.options.columns,
      };
    },
    __infoRecord: function () {
      const { columns, raw, encoding } = this.options;
      return {
        ...this.__infoDataSet(),
        bytes_records: this.info.bytes,
        error: this.state.error,
        header: columns === true,
        index: this.state.record.length,
        raw: raw ? this.state.rawBuffer.toString(encoding) : undefined,
      };
    },
    __infoField: function () {
      const { columns } = this.options;
      const isColumns = Array.isArray(columns);
      // Bytes records are only incremented when all records'fields are parsed
      const bytes_records = this.info.bytes_records;
      return {
        ...this.__infoRecord(),
        bytes_records: bytes_records,
        column:
          isColumns === true
            ? columns.length > this.state.record.length
              ? columns[this.state.record.length].name
              : null
            : this.state.record.length,
        quoting: this.state.wasQuoting,
      };
    },
  };
};



;// CONCATENATED MODULE: ./node_modules/csv-parse/lib/sync.js



const parse = function (data, opts = {}) {
  if (typeof data === "string") {
    data = Buffer.from(data);
  }
  const records = opts && opts.objname ? Object.create(null) : [];
  const parser = transform(opts);
  const push = (record) => {
    if (parser.options.objname === undefined) records.push(record);
    else {
      records[record[0]] = record[1];
    }
  };
  const close = () => {};
  const error = parser.parse(data, true, push, close);
  if (error !== undefined) throw error;
  return records;
};



;// CONCATENATED MODULE: ./build/action/list.js
/**
 * Lists as docker/build-push-action writes them: CSV lines with optional quotes, in four manners by input. What that
 * action makes of an input is kept exactly; only where it would produce something broken is it repaired, and each
 * repair is a notice. Messages name the input and never a value, which may be a secret.
 */


/** `input` is the name for messages, `raw` its text; for `secrets` it must come untrimmed. Throws `InvalidInput`. */
function parseList(input, raw, mode) {
    const notices = [];
    const text = mode === 'secrets' ? raw : raw.trim();
    let items = split(input, text, mode);
    const byLine = hasBothLineEnds(text) ? trySplit(input, text.replaceAll('\r\n', '\n'), mode) : undefined;
    // The first line end decides what separates; after CRLF, lines that end in LF alone stick together.
    if (byLine !== undefined && byLine.length !== items.length) {
        items = byLine;
        notices.push(`input ${input}: it mixes CRLF and LF line ends; every line is read as a line of its own`);
    }
    const unquoted = items.map(withoutLateQuotes);
    if (unquoted.some((item, index) => item !== items[index])) {
        notices.push(`input ${input}: white space before an opening quote is ignored; the quotes are read as quotes`);
    }
    const trimmed = mode === 'secrets' ? unquoted.map(withTrimmedKey) : unquoted.map((item) => item.trim());
    if (mode === 'secrets' && trimmed.some((item, index) => item !== unquoted[index] && item.trim() !== '')) {
        notices.push(`input ${input}: white space around a key is ignored; around the value it stays`);
    }
    const kept = trimmed.filter((item) => item.trim() !== '');
    if (kept.length < trimmed.length)
        notices.push(`input ${input}: lines of white space alone are ignored`);
    return { items: kept, notices, warnings: mode === 'csv' || mode === 'outputs' ? [] : brokenValues(input, kept) };
}
/** The fields of one line of CSV, such as `type=registry,"ref=a,b"`. Throws `InvalidInput`. */
function list_parseFields(input, line) {
    return records(input, line, '"').flat();
}
/** What build-push-action gets, before it trims. */
function split(input, text, mode) {
    return records(input, text, mode === 'outputs' ? null : '"')
        .flatMap((fields) => {
        if (mode !== 'csv')
            return [fields.join(',')];
        return fields.length === 1 ? (fields[0] ?? '').split(',') : fields;
    })
        .filter((item) => item !== '');
}
function trySplit(input, text, mode) {
    try {
        return split(input, text, mode);
    }
    catch (error) {
        if (error instanceof errors/* InvalidInput */.o9)
            return undefined;
        throw error;
    }
}
function records(input, text, quote) {
    if (text === '')
        return [];
    // Most lists have no quote; taking those apart here spares the start of every step the parser's first call.
    if (quote === null || !text.includes(quote))
        return plainRecords(text);
    try {
        return parse(text, { columns: false, relaxQuotes: true, relaxColumnCount: true, skipEmptyLines: true, quote });
    }
    catch (error) {
        if (!(error instanceof CsvError))
            throw error;
        // The parser's own message can quote the text.
        const open = error.code === 'CSV_QUOTE_NOT_CLOSED';
        const reason = open ? 'a double quote at the start of an item is never closed' : `it is not a list (${error.code})`;
        const hint = 'close it at the end of the item, or double every quote inside: "KEY=say ""hi"""';
        throw new errors/* InvalidInput */.o9(input, reason, hint);
    }
}
/** What the parser makes of text without quotes: the first line end separates records, commas fields, empty lines go. */
function plainRecords(text) {
    const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
    return text
        .split(lineEnd)
        .filter((line) => line !== '')
        .map((line) => line.split(','));
}
function hasBothLineEnds(text) {
    return text.includes('\r\n') && /(?<!\r)\n/.test(text);
}
/** `  "A=x"` to `A=x`: the CSV reader takes a quote as one only right at the start of an item. */
function withoutLateQuotes(item) {
    const inner = /^[ \t]+"((?:[^"]|"")*)"$/.exec(item)?.[1];
    return inner === undefined ? item : inner.replaceAll('""', '"');
}
function withTrimmedKey(item) {
    const equals = item.indexOf('=');
    return equals < 0 ? item.trim() : item.slice(0, equals).trim() + item.slice(equals);
}
/** `KEY="first line` … `last line"`: the quote had to stand before the key, so the value came apart. */
function brokenValues(input, items) {
    const opens = (item) => /^[^\s="]+="[^"]*$/.test(item);
    const closes = (item) => /^[^"]*"$/.test(item);
    return items
        .filter((item, index) => opens(item) && items.slice(index + 1).some(closes))
        .map((item) => {
        const key = item.slice(0, item.indexOf('='));
        return `input ${input}: the value of ${key} starts with a quote but its lines are taken apart; write the opening quote before the key: "${key}=…`;
    });
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
;// CONCATENATED MODULE: ./build/action/units.js
/**
 * Values of single inputs: sizes, limits, flags, and `key=value` items. Each parser takes the name of the input for
 * its errors. Forms and meanings are those of docker/build-push-action and the docker CLI (go-units, opts).
 */



const TRUE = ['true', 'True', 'TRUE'];
const FALSE = ['false', 'False', 'FALSE'];
/** A boolean input; '' is the default, as an expression that yields nothing should not fail. */
function parseFlag(input, text, byDefault) {
    if (text === '')
        return byDefault;
    if (TRUE.includes(text))
        return true;
    if (FALSE.includes(text))
        return false;
    throw new errors/* InvalidInput */.o9(input, `${quote(text)} is not a boolean`, 'write true or false');
}
/** A boolean variable by the words of Go, as docker/build-push-action reads its own; unset or '' is the default. */
function readVariable(name, env, byDefault) {
    const text = env[name] ?? '';
    if (text === '')
        return byDefault;
    if (['1', 't', 'T', ...TRUE].includes(text))
        return true;
    if (['0', 'f', 'F', ...FALSE].includes(text))
        return false;
    throw new InvalidVariable(name, `${quote(text)} is not a boolean`, 'Set it to true or false, or not at all');
}
/** Bytes from `2g`, `1.5gb`, `512m`, `65536`; units b, k, m, g, t are powers of 1024. Fractions of a byte are cut. */
function parseSize(input, text) {
    const parts = /^(\d+(?:\.\d+)?) ?([kmgt])?i?b?$/i.exec(text);
    const factor = 1024 ** ['', 'k', 'm', 'g', 't'].indexOf(parts?.[2]?.toLowerCase() ?? '');
    const bytes = Math.trunc(Number(parts?.[1]) * factor);
    if (!parts || !Number.isSafeInteger(bytes)) {
        throw new InvalidInput(input, `${quote(text)} is not a size`, 'write a number with unit b, k, m or g, for example 512m or 1.5g');
    }
    return bytes;
}
/** Memory plus swap in bytes; -1 is unlimited swap. */
function parseMemorySwap(input, text) {
    return text === '-1' ? -1 : parseSize(input, text);
}
const ULIMITS = 'core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack'.split(' ');
/** `name=soft[:hard]`; a missing hard limit equals the soft one. */
function parseUlimit(input, text) {
    const bad = (reason) => new InvalidInput(input, `${quote(text)}: ${reason}`, 'write it as name=soft[:hard], for example nofile=1024:4096, -1 for unlimited');
    const parts = /^([^=]*)=([^:]*)(?::([^:]*))?$/.exec(text);
    if (!parts)
        throw bad('it is not of the form name=soft[:hard]');
    const [, name = '', softText = '', hardText = softText] = parts;
    if (!ULIMITS.includes(name))
        throw bad(`there is no limit ${quote(name)}, only ${ULIMITS.join(', ')}`);
    const [soft, hard] = [limitOf(softText), limitOf(hardText)];
    if (soft === undefined || hard === undefined)
        throw bad('a limit is a whole number or -1');
    if (hard !== -1 && (soft === -1 || soft > hard))
        throw bad('the soft limit is above the hard one');
    return { name, soft, hard };
}
function limitOf(text) {
    if (text === '-1' || text === 'infinity')
        return -1;
    const number = Number(text);
    return /^\d+$/.test(text) && Number.isSafeInteger(number) ? number : undefined;
}
/** `host=ip`, or `host:ip` where no `=` is; IPv6 with or without brackets. */
function parseExtraHost(input, text) {
    const cut = text.includes('=') ? text.indexOf('=') : text.indexOf(':');
    const host = text.slice(0, Math.max(cut, 0)).trim();
    const address = text
        .slice(cut + 1)
        .trim()
        .replace(/^\[(.+)\]$/, '$1');
    if (host === '' || (address !== 'host-gateway' && isIP(address) === 0)) {
        throw new InvalidInput(input, `${quote(text)} does not name a host and an IP address`, 'write it as host=ip, for example db=10.0.0.5, db=[fd00::5] or db=host-gateway');
    }
    return { host, address };
}
/** `KEY=value` at the first `=`; `KEY` alone takes the variable of that name. The last of equal keys wins. */
function parseBuildArgs(input, items, variables) {
    const given = items.map((item) => keyAndValue(input, item));
    const resolved = given.map(({ key, value }) => ({ key, value: value ?? own(variables, key) }));
    const values = new Map();
    for (const { key, value } of resolved) {
        if (value !== undefined)
            values.set(key, value);
    }
    const unset = resolved.filter(({ key, value }) => value === undefined && !values.has(key)).map(({ key }) => key);
    return { values, unset: [...new Set(unset)] };
}
/** `key=value` at the first `=`; `key` alone has an empty value. The last of equal keys wins. */
function parseLabels(input, items) {
    return new Map(items.map((item) => keyAndValue(input, item)).map(({ key, value }) => [key, value ?? '']));
}
/**
 * One item of cache-from or cache-to: plain references, or `type=…,key=value,…`. Keys of attributes come in lower
 * case, without those that have a field of their own. Errors name keys only: values can be access keys.
 */
function parseCacheEntry(input, text) {
    const fields = parseFields(input, text)
        .map((field) => field.trim())
        .filter((field) => field !== '');
    if (!fields.some((field) => field.includes('='))) {
        return fields.map((reference) => ({ kind: 'registry', reference, attributes: new Map() }));
    }
    const given = new Map();
    for (const field of fields) {
        const { key, value } = keyAndValue(input, field);
        if (value === undefined) {
            throw new InvalidInput(input, 'a part between commas has no "="', 'write key=value parts only, or plain image references only');
        }
        given.set(key.trim().toLowerCase(), value.trim());
    }
    const { type = '', ref = '' } = Object.fromEntries(given);
    const attributes = new Map([...given].filter(([key]) => key !== 'type' && (key !== 'ref' || type !== 'registry')));
    const keys = [...given.keys()].join(', ');
    if (type === '') {
        throw new InvalidInput(input, `an entry (with ${keys}) has no type`, 'add type=registry, or give a plain image reference');
    }
    if (type !== 'registry')
        return [{ kind: 'other', type, attributes }];
    if (ref === '')
        throw new InvalidInput(input, `an entry (with ${keys}) has no ref`, 'write type=registry,ref=<image reference>');
    return [{ kind: 'registry', reference: ref, attributes }];
}
/** Never repeats the item: what follows the `=` may be a secret. */
function keyAndValue(input, item) {
    const equals = item.indexOf('=');
    if (equals === 0 || item === '') {
        throw new InvalidInput(input, 'an item has nothing before its "="', 'write each item as KEY=value');
    }
    return equals < 0 ? { key: item, value: undefined } : { key: item.slice(0, equals), value: item.slice(equals + 1) };
}
function own(record, key) {
    return Object.hasOwn(record, key) ? record[key] : undefined;
}
function quote(text) {
    return JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
}

;// CONCATENATED MODULE: ./build/action/raw-inputs.js
/**
 * The inputs of action.yml as the runner hands them over: which there are, how the text of each is read, and to which
 * sources each belongs. What they mean is for the files beside this one.
 */



/** Every input of action.yml and how its text is read; a test holds the two together. */
const INPUTS = {
    mode: 'text',
    source: 'text',
    context: 'text',
    'default-context': 'text',
    file: 'text',
    'dockerfile-inline': 'text',
    archive: 'text',
    'archive-type': 'text',
    container: 'text',
    image: 'text',
    changes: 'list',
    message: 'text',
    author: 'text',
    pause: 'on',
    'container-config': 'text',
    tags: 'csv',
    push: 'flag',
    'push-by-digest': 'flag',
    overwrite: 'text',
    preflight: 'on',
    'skip-unchanged': 'flag',
    'skip-from': 'csv',
    'skip-max-age': 'text',
    'skip-with-secrets': 'flag',
    load: 'flag',
    outputs: 'outputs',
    platforms: 'csv',
    'build-args': 'list',
    labels: 'list',
    secrets: 'secrets',
    'secret-envs': 'csv',
    'secret-files': 'list',
    ssh: 'csv',
    target: 'text',
    'cache-from': 'list',
    'cache-to': 'list',
    'cache-save': 'text',
    'cache-max-size': 'text',
    'no-cache': 'flag',
    'no-cache-filters': 'csv',
    'build-contexts': 'list',
    pull: 'flag',
    network: 'text',
    'add-hosts': 'csv',
    'shm-size': 'text',
    ulimit: 'list',
    'cgroup-parent': 'text',
    memory: 'text',
    'memory-swap': 'text',
    'cpu-shares': 'text',
    'cpuset-cpus': 'text',
    'cpu-period': 'text',
    'cpu-quota': 'text',
    squash: 'flag',
    'builder-version': 'text',
    call: 'text',
    'context-transfer': 'text',
    quiet: 'flag',
    'keep-containers': 'text',
    annotations: 'list',
    attests: 'list',
    provenance: 'text',
    sbom: 'text',
    allow: 'csv',
    'engine-api': 'text',
    registry: 'text',
    username: 'text',
    password: 'text',
    'registry-auth': 'text',
    'github-token': 'text',
    'token-servers': 'csv',
    'registry-ca': 'text',
    'docker-host': 'text',
    builder: 'list',
    'builder-certs': 'text',
    'docker-context': 'text',
    engines: 'list',
    'ssh-known-hosts': 'text',
    'allow-plain-docker-host': 'flag',
    'fail-on-secret-args': 'flag',
    'leak-guard': 'text',
    'max-context-entries': 'text',
    filters: 'list',
    'list-options': 'csv',
    term: 'text',
    limit: 'text',
    cleanup: 'flag',
    'delete-images': 'list',
    'prune-images': 'list',
    'prune-build-cache': 'list',
    'on-full-disk': 'text',
    summary: 'on',
    timeout: 'text',
};
/** Defaults in action.yml that are neither empty nor `false`, nor an expression; a test holds the two together. */
const DEFAULTS = {
    mode: 'publish',
    source: 'build',
    'default-context': 'auto',
    'archive-type': 'auto',
    pause: 'true',
    overwrite: 'always',
    preflight: 'true',
    'skip-max-age': '7d',
    'cache-save': 'auto',
    'cache-max-size': '2g',
    'builder-version': 'auto',
    'engine-api': 'auto',
    call: 'build',
    'context-transfer': 'auto',
    'keep-containers': 'never',
    'leak-guard': 'stop',
    'max-context-entries': '1000000',
    'on-full-disk': 'prune',
    summary: 'true',
};
/** The sources that an input is for; one that is not listed is for all of them. */
const SOURCES = {
    ...Object.fromEntries([
        'context',
        'default-context',
        'file',
        'dockerfile-inline',
        'build-args',
        'secrets',
        'secret-envs',
        'secret-files',
        'ssh',
        'target',
        'cache-from',
        'cache-to',
        'cache-save',
        'cache-max-size',
        'no-cache',
        'no-cache-filters',
        'build-contexts',
        'annotations',
        'attests',
        'provenance',
        'sbom',
        'allow',
        'engine-api',
        'builder',
        'builder-certs',
        'network',
        'add-hosts',
        'shm-size',
        'ulimit',
        'cgroup-parent',
        'memory',
        'memory-swap',
        'cpu-shares',
        'cpuset-cpus',
        'cpu-period',
        'cpu-quota',
        'squash',
        'builder-version',
        'call',
        'context-transfer',
        'keep-containers',
        'skip-unchanged',
        'skip-from',
        'skip-max-age',
        'skip-with-secrets',
    ].map((name) => [name, ['build']])),
    archive: ['archive'],
    'archive-type': ['archive'],
    container: ['container'],
    author: ['container'],
    pause: ['container'],
    'container-config': ['container'],
    image: ['image', 'archive'],
    engines: ['build'],
    pull: ['build', 'image'],
    labels: ['build', 'container', 'archive'],
    quiet: ['build', 'archive'],
    changes: ['container', 'archive'],
    message: ['container', 'archive'],
};
/**
 * An input that the chosen source, or a mode without one, would not look at is an error: the image would not be what was
 * meant. Throws InvalidInput.
 */
function checkSource(text, chosen) {
    for (const [name, sources] of Object.entries(SOURCES)) {
        const value = text(name);
        if ((typeof chosen === 'string' && sources.includes(chosen)) || value === '' || value.toLowerCase() === 'false')
            continue;
        if (value === DEFAULTS[name])
            continue;
        if (typeof chosen !== 'string')
            throw new InvalidInput(name, `it has no effect with mode: ${chosen.mode}`, 'leave it out');
        throw new InvalidInput(name, `it has no effect with source: ${chosen}`, `leave it out, or set source: ${sources.join(' or ')}`);
    }
}
/**
 * Text of an input as the runner hands it over; '' when it is absent. The same as getInput of @actions/core,
 * which is not loaded yet when inputs are read.
 */
function inputText(env, name, form = 'trimmed') {
    const text = env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '';
    return form === 'trimmed' ? text.trim() : text;
}
/** Throws InvalidInput for a list or a flag that is none. */
function readRaw(text, log) {
    return readKinds(INPUTS, text, log);
}
/** The inputs of any action, each by its kind. Throws as `readRaw`. */
function readKinds(kinds, text, log) {
    const values = {};
    for (const [name, kind] of Object.entries(kinds)) {
        if (kind === 'text')
            values[name] = text(name);
        else if (kind === 'flag' || kind === 'on')
            values[name] = parseFlag(name, text(name), kind === 'on');
        else {
            const { items, notices, warnings } = parseList(name, text(name, kind === 'secrets' ? 'whole' : 'trimmed'), kind);
            for (const notice of notices)
                log.notice(notice);
            for (const warning of warnings)
                log.warning(warning);
            values[name] = items;
        }
    }
    return values;
}


/***/ }),

/***/ 6271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ createRegistryAccess)
/* harmony export */ });
/* harmony import */ var _registry_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7728);

/** How long a registry that may be out of our reach is waited for, in milliseconds. */
const LOOK_MS = 2000;
function createRegistryAccess({ credentials, tokenServers, authorities, onSecret, log, env, }) {
    const proxies = readProxies(env, onSecret);
    let opening;
    const open = async () => {
        const { RegistryClient } = await Promise.all(/* import() */[__nccwpck_require__.e(752), __nccwpck_require__.e(503)]).then(__nccwpck_require__.bind(__nccwpck_require__, 503));
        return new RegistryClient({
            credentials,
            allowedTokenServers: tokenServers,
            authorities,
            onSecret,
            log: log.info,
            clock: _registry_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .ml,
            random: Math.random,
            ...(proxies && { proxies }),
        });
    };
    const client = () => {
        opening ??= open();
        return opening;
    };
    const looks = new Map();
    return {
        client,
        readManifest: async (reference, signal) => {
            const { readManifest } = await Promise.resolve(/* import() */).then(__nccwpck_require__.bind(__nccwpck_require__, 9329));
            const { digest, mediaType, bytes } = await readManifest(await client(), reference, { signal });
            return { digest, mediaType, size: bytes.length };
        },
        canFetch: (registry, signal) => {
            const look = looks.get(registry) ??
                client().then((it) => it.hasTokens(registry, { signal: AbortSignal.any([signal, AbortSignal.timeout(LOOK_MS)]) }));
            looks.set(registry, look);
            return look;
        },
        fetch: async (call, found, signal) => {
            const issuedAt = Math.floor(Date.now() / 1000);
            const { token, life } = await (await client()).token(call, found, { signal });
            return { token, expiresIn: life, issuedAt };
        },
        [Symbol.asyncDispose]: async () => {
            await (await opening?.catch(() => undefined))?.close();
        },
    };
}
/** Of the environment, as curl and git have them; a password in one is masked (hardening E4). */
function readProxies(env, onSecret) {
    const variable = (name) => env[name.toLowerCase()] ?? env[name];
    const settings = { http: variable('HTTP_PROXY'), https: variable('HTTPS_PROXY'), except: variable('NO_PROXY') };
    for (const text of [settings.http, settings.https]) {
        const [, password = ''] = /^(?:[a-z]+:\/\/)?[^/@]*:([^/@]+)@/i.exec(text ?? '') ?? [];
        if (password.length >= 4)
            onSecret(password, { what: 'the password of a proxy', isLine: false });
    }
    return settings;
}


/***/ }),

/***/ 3065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ live)
/* harmony export */ });
/* harmony import */ var _pipeline_explain_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6122);

/** The runner gives us 7.5 s after SIGINT; whatever still hangs after this is cut off (hardening L1). */
const LAST_MOMENT_MS = 2500;
class Cancelled extends Error {
    name = 'Cancelled';
}
/** Runs the work of a process. Never rejects: a failure is told, and is the exit code. */
async function live({ log, tell, finish, afterCancel }, work) {
    const controller = new AbortController();
    const { signal } = controller;
    let failed = false;
    let finished = false;
    let signalled = false;
    const fail = (error) => {
        if (failed)
            return;
        failed = true;
        log.endGroup();
        const isFailure = tell?.(error) ?? true;
        if (isFailure) {
            process.exitCode ||= 1;
            log.error((0,_pipeline_explain_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(error), (0,_pipeline_explain_js__WEBPACK_IMPORTED_MODULE_0__/* .placeOf */ .$t)(error));
        }
        if (error instanceof Error)
            log.debug(error.stack ?? '');
    };
    const end = (isCut) => {
        if (finished)
            return;
        finished = true;
        finish(isCut);
    };
    const abort = (reason) => {
        controller.abort(reason);
        setTimeout(() => {
            fail(reason);
            end(true);
            process.exit();
        }, LAST_MOMENT_MS).unref();
    };
    const cancelled = (why) => new Cancelled(`${why}${afterCancel()}`);
    const onSignal = (name, code) => {
        if (signalled)
            process.exit(code);
        signalled = true;
        process.exitCode = code;
        abort(cancelled(`cancelled by ${name}`));
    };
    process.on('SIGINT', () => onSignal('SIGINT', 130));
    process.on('SIGTERM', () => onSignal('SIGTERM', 143));
    for (const event of ['uncaughtException', 'unhandledRejection']) {
        process.on(event, (error) => {
            fail(error);
            abort(error instanceof Error ? error : new Error(String(error)));
        });
    }
    // Whatever ends the process, the runner finds every output set (hardening O5).
    process.on('exit', () => end(false));
    try {
        await work({
            signal,
            limit: (milliseconds) => {
                const why = `input timeout: the step took longer than ${milliseconds / 1000} s`;
                const timer = setTimeout(() => abort(cancelled(why)), milliseconds);
                return () => clearTimeout(timer);
            },
        });
    }
    catch (error) {
        fail(signal.aborted ? signal.reason : error);
    }
    finally {
        end(false);
    }
}


/***/ }),

/***/ 7036:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _action_credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3150);
/* harmony import */ var _action_log_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4173);
/* harmony import */ var _action_merge_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4003);
/* harmony import */ var _action_merge_outputs_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9252);
/* harmony import */ var _action_output_file_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2897);
/* harmony import */ var _action_raw_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7563);
/* harmony import */ var _action_registry_access_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(6271);
/* harmony import */ var _lifetime_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(3065);
/* harmony import */ var _pipeline_merge_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(199);
/* harmony import */ var _registry_retry_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(7728);
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
/** Entry point of merge/action.yml: makes one index of what the jobs of a matrix pushed. No engine takes part. */










const { env } = process;
const log = (0,_action_log_js__WEBPACK_IMPORTED_MODULE_1__/* .createLog */ .h)({ stream: process.stdout, debug: env['RUNNER_DEBUG'] === '1' });
let results;
const finish = (isCut) => {
    const write = env['GITHUB_OUTPUT'] ? _action_output_file_js__WEBPACK_IMPORTED_MODULE_4__/* .setOutput */ .u : (name, value) => log.info(`${name}=${value}`);
    (0,_action_merge_outputs_js__WEBPACK_IMPORTED_MODULE_3__/* .writeMergeOutputs */ .M)(isCut ? undefined : results, write);
};
await (0,_lifetime_js__WEBPACK_IMPORTED_MODULE_7__/* .live */ .V)({ log, finish, afterCancel: () => '' }, async ({ signal, limit }) => {
    const onSecret = log.mask;
    const raw = (name, form) => (0,_action_raw_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .inputText */ .AN)(env, name, form);
    const { inputs, overwrite, workspace, logins, jobToken, tokenServers, authorities, timeoutMs } = await (0,_action_merge_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .readMergeInputs */ .y)({
        raw,
        env,
        log,
        onSecret,
    });
    const stop = timeoutMs === undefined ? () => { } : limit(timeoutMs);
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const credentials = (0,_action_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .createCredentials */ .z)({ logins, jobToken, workspace, env, log, signal, onSecret });
            const registries = __addDisposableResource(env_1, (0,_action_registry_access_js__WEBPACK_IMPORTED_MODULE_6__/* .createRegistryAccess */ .q)({ credentials, tokenServers, authorities, onSecret, log, env }), true);
            await (0,_pipeline_merge_js__WEBPACK_IMPORTED_MODULE_8__/* .merge */ .h)(inputs, {
                client: await registries.client(),
                overwrite,
                log,
                clock: _registry_retry_js__WEBPACK_IMPORTED_MODULE_9__/* .systemClock */ .ml,
                signal,
                onMerged: (merged) => {
                    results = merged;
                },
            });
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
    finally {
        stop();
    }
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 2257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ ANNOTATION_LEVELS),
/* harmony export */   Ih: () => (/* binding */ annotationsOf),
/* harmony export */   cG: () => (/* binding */ annotateChildren)
/* harmony export */ });
/* harmony import */ var _registry_image_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7757);
/* harmony import */ var _registry_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7891);


const ANNOTATION_LEVELS = ['manifest', 'index', 'manifest-descriptor', 'index-descriptor'];
/** Of one level, for a platform or an index as a whole; the last of equal keys counts. */
function annotationsOf(annotations, level, platform) {
    const meant = annotations.filter((item) => item.level === level && (item.platform === undefined || (platform && (0,_registry_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .matchesPlatform */ .pC)(item.platform, platform))));
    return Object.fromEntries(meant.map(({ key, value }) => [key, value]));
}
/** The children of an index with what is to be said of them. */
function annotateChildren(children, annotations) {
    return children.map((child) => {
        if ((0,_registry_image_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .attestedBy */ .W_)(child) !== undefined)
            return child;
        const own = annotationsOf(annotations, 'manifest-descriptor', child.platform);
        return Object.keys(own).length === 0 ? child : { ...child, annotations: { ...child.annotations, ...own } };
    });
}


/***/ }),

/***/ 9032:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EC: () => (/* binding */ CheckFailed),
/* harmony export */   EY: () => (/* binding */ NotInRegistry),
/* harmony export */   UQ: () => (/* binding */ BuildFailed),
/* harmony export */   b3: () => (/* binding */ DigestMismatch),
/* harmony export */   bH: () => (/* binding */ PublishFailed),
/* harmony export */   o9: () => (/* binding */ InvalidInput),
/* harmony export */   qD: () => (/* binding */ TagTaken)
/* harmony export */ });
/* unused harmony exports InvalidVariable, WrongPlatform, NotReusable, SecretLeaked, NoSession, PullFailed, DiskFull, NoControl, NoBuilder */
/** Something the author wrote, or left out, that makes the step impossible; found before any work starts. */
class InvalidInput extends Error {
    name = 'InvalidInput';
    /** Name of the input, as in action.yml. */
    input;
    hint;
    constructor(input, why, hint) {
        super(`input ${input}: ${why}`);
        this.input = input;
        this.hint = hint;
    }
}
/** The same for a variable of the environment. */
class InvalidVariable extends Error {
    name = 'InvalidVariable';
    hint;
    constructor(variable, why, hint) {
        super(`environment variable ${variable}: ${why}`);
        this.hint = hint;
    }
}
/** The image is of another platform than the one asked for. */
class WrongPlatform extends Error {
    name = 'WrongPlatform';
    hint;
    constructor(what, asked, got, hint) {
        super(`the ${what} is for ${got}, but ${asked} was asked for, so nothing was tagged or pushed`);
        this.hint = hint;
    }
}
/** Nothing can stand for a build, as it is not known before what goes into it, or nobody can look for it. */
class NotReusable extends (/* unused pure expression or super */ null && (Error)) {
    name = 'NotReusable';
}
/** The build failed; `cause` is what the engine said. */
class BuildFailed extends Error {
    name = 'BuildFailed';
    failure;
    hint;
    /** In the Dockerfile, for an annotation. */
    place;
    constructor(message, failure, cause) {
        super(message, { cause });
        this.failure = failure;
        this.hint = failure.hint;
        this.place = failure.excerpt?.place;
    }
}
/** The linter found something. */
class CheckFailed extends Error {
    name = 'CheckFailed';
    hint;
    place;
    constructor(message, options) {
        super(message);
        this.hint = options.hint;
        this.place = options.place;
    }
}
/** What is to be pushed holds secrets of this run; `list` says where, without a value. */
class SecretLeaked extends Error {
    name = 'SecretLeaked';
    hint = 'Give it to the steps that need it by RUN --mount=type=secret, which leaves nothing in the image. If it is no secret, leak-guard: warn lets it pass';
    constructor(list) {
        super(`the image holds secrets of this run, so nothing was tagged or pushed:${list}`);
    }
}
/** The engine opens no build session, and the build needs one. */
class NoSession extends Error {
    name = 'NoSession';
    hint = 'A proxy before the engine may not pass on POST /session with Connection: Upgrade; allow it there, or name the engine itself in docker-host';
    /** `neededFor`: what needs it, as an input names it. */
    constructor(neededFor, cause) {
        super(`${neededFor.join(', ')}: the engine opens no build session (${cause.reason})`, { cause });
    }
}
/** An image could not be pulled; `why` is a sentence about the registry. */
class PullFailed extends Error {
    name = 'PullFailed';
    constructor(reference, why, cause) {
        super(`pull ${reference}: ${why}`, { cause });
    }
}
/** What ended for want of room in the engine; `usage` says what takes it. */
class DiskFull extends Error {
    name = 'DiskFull';
    hint;
    constructor(usage, cause) {
        super(cause.message, { cause });
        this.hint = usage;
    }
}
/** Some references, or all, were not published (hardening L6). */
class PublishFailed extends Error {
    name = 'PublishFailed';
    done;
    failed;
    constructor(done, failed) {
        const [first] = failed;
        const reasons = failed.map(({ reference, reason }) => `${reference}: ${reason}`);
        const list = (title, items) => items.length === 0 ? '' : `\n${title}:\n  ${items.join('\n  ')}`;
        const all = `${failed.length} of ${failed.length + done.length} references were not published`;
        const alone = done.length === 0 && failed.length === 1;
        super(alone ? `push ${reasons[0]}` : `${all}${list('not published', reasons)}${list('published', done)}`, {
            cause: first?.cause,
        });
        this.done = done;
        this.failed = failed;
    }
}
/** A registry holds something else under a reference than what was pushed. */
class DigestMismatch extends Error {
    name = 'DigestMismatch';
    hint = 'Somebody else may have moved the tag at the same time, or a cache answers for the registry; run the step again';
    constructor(reference, pushed, found) {
        super(`${reference} was pushed as ${pushed}, but its registry answers ${found}`);
    }
}
/** A push that reported success, and a registry that knows nothing of it. */
class NotInRegistry extends Error {
    name = 'NotInRegistry';
    hint = 'The registry may be read-only or still copying; look there before the step is run again';
    constructor(reference, pushed) {
        super(`${reference} was pushed as ${pushed}, but its registry does not have it`);
    }
}
/** Input overwrite keeps a tag as it is. */
class TagTaken extends Error {
    name = 'TagTaken';
    hint;
    constructor(reference, found, overwrite) {
        super(`the tag is taken: ${reference} is ${found}, and overwrite is ${overwrite}`);
        this.hint =
            overwrite === 'never'
                ? 'Push under a new tag, or set overwrite: same, which lets a run be repeated'
                : 'Push under a new tag, or set overwrite: always';
    }
}
/** The Control API of the engine cannot be reached, and the build needs it. */
class NoControl extends Error {
    name = 'NoControl';
    hint = 'A proxy before the engine may not pass on POST /grpc with Connection: Upgrade; allow it there, or name the engine itself in docker-host';
    /** `neededFor`: what needs it, as inputs name it. */
    constructor(neededFor, cause) {
        super(`${neededFor.join(', ')}: the Control API of the engine cannot be reached (${cause.reason})`, { cause });
    }
}
/** None of the builders answers. */
class NoBuilder extends Error {
    name = 'NoBuilder';
    hint;
    /** Each `address: reason`. */
    constructor(failures) {
        super(failures.length === 0 ? 'no builder is for this platform' : `no builder answers: ${failures.join('; ')}`);
        this.hint =
            failures.length === 0
                ? 'Name one with platform=address in builder, or one without a platform'
                : 'Start buildkitd there, check the port and the firewall, and for TLS ca.pem, cert.pem and key.pem in builder-certs';
    }
}


/***/ }),

/***/ 6122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Uc: () => (/* binding */ describeError),
  $t: () => (/* binding */ placeOf)
});

// UNUSED EXPORTS: explainRegistry, hintOf, whoWasRefused

;// CONCATENATED MODULE: ./build/engine/errors.js
/**
 * What can go wrong between us and the engine. Each class carries the data a reader needs to act; the message alone is
 * already a complete sentence: what failed, on which object, why, and what to do.
 */
/** Appends the way out to a message, so that every printed error says what to do next. */
function withHint(message, hint) {
    return hint === undefined ? message : `${message}. ${hint}`;
}
/** An address of an engine that cannot be read or that we refuse to use (hardening R1). */
class InvalidAddress extends Error {
    name = 'InvalidAddress';
    hint;
    constructor(message, hint) {
        super(withHint(message, hint));
        this.hint = hint;
    }
}
/** Nothing that speaks HTTP answered at the address. `code` is the errno or undici code, such as ECONNREFUSED. */
class EngineUnreachable extends Error {
    name = 'EngineUnreachable';
    address;
    code;
    hint;
    constructor(address, why, options) {
        super(withHint(`no engine answers at ${address}: ${why}`, options.hint), { cause: options.cause });
        this.address = address;
        this.code = options.code;
        this.hint = options.hint;
    }
}
/** Engines wrap errors in errors and print some twice: a line that an earlier one holds already is dropped. */
function withoutRepeats(reason) {
    const lines = reason.split(/\r?\n/).map((line) => line.trimEnd());
    return lines
        .filter((line, at) => !lines.slice(0, at).some((earlier) => earlier.includes(line.trim())))
        .join('\n')
        .trim();
}
/** The engine answered and said no: by a status, or by an `errorDetail` inside a 200 (hardening R12). */
class errors_EngineError extends Error {
    name = 'EngineError';
    /** The engine's own words, without the object and the hint. */
    reason;
    status;
    endpoint;
    code;
    hint;
    constructor(reason, details) {
        const where = details.subject === undefined ? details.endpoint : `${details.endpoint} ${details.subject}`;
        const status = details.status === 0 ? '' : ` (status ${details.status})`;
        const words = withoutRepeats(reason);
        super(withHint(`${where}: ${words}${status}`, details.hint), { cause: details.cause });
        this.reason = words;
        this.status = details.status;
        this.endpoint = details.endpoint;
        this.code = details.code;
        this.hint = details.hint;
    }
}
/** A stream that ended, or turned to garbage, before its result: never a success (hardening R11). */
class StreamCutShort extends (/* unused pure expression or super */ null && (errors_EngineError)) {
    name = 'StreamCutShort';
}

// EXTERNAL MODULE: ./build/registry/errors.js
var errors = __nccwpck_require__(7375);
;// CONCATENATED MODULE: ./build/report/diagnosis.js
/**
 * What an engine's or a registry's own words mean, whether trying again can help, and what to do next. Engines give
 * many failures no status of their own, so their text is all there is; it is matched here and nowhere else. Rows are
 * tried in order on the lower-cased text, the first match wins. The texts were collected from Docker 20.10 to 29 and
 * Podman 4 (moby: daemon/containerd/image_push.go, distribution/errors.go, builder/; containers/image: docker/errors.go).
 */
const row = (code, pattern, hint, transient = false) => ({
    code,
    pattern,
    hint,
    transient,
});
/**
 * A number where a status stands: `status: 401`, `status code 401`, `status code [manifests 1]: 401`, `status from PUT
 * request to: 401`, `HTTP 429`, `403 (Forbidden)`.
 */
const diagnosis_status = (number) => `\\b(?:(?:status(?: ?code)?(?: \\[[^\\]]*\\])?(?: from [a-z]+(?: request to)?)?|http(?:/[\\d.]+)?(?: (?:status|error))?(?: code)?)[: ]+${number}\\b|${number} \\([a-z])`;
/** An exit code at the end of a text. */
const exit = (code) => `(?:exit code:|exit status|non-zero code:) ${code}\\b`;
/** Between us and the engine. */
const ENGINE = [
    row('no-daemon', /cannot connect to the docker daemon|connect (?:econnrefused|enoent)|there is no such socket/, 'Start the engine, or name another one with docker-host or DOCKER_HOST'),
    row('no-permission', /permission denied while trying to connect|connect eacces/, "Add the runner's user to the group docker, or use the socket of a rootless engine"),
    row('tls-needed', /client sent an http request to an https server|malformed http response|expected http\//, 'The engine speaks TLS: set DOCKER_TLS_VERIFY, and DOCKER_CERT_PATH to its certificates'),
    row('tls-client', /alert (?:bad certificate|certificate (?:required|expired|unknown|revoked)|handshake failure|unknown ca)|tlsv1[^:]* alert/, 'The engine does not accept our certificate: renew cert.pem and key.pem, or name those of its CA'),
    row('api-too-new', /client version \S+ is too new/, 'This engine speaks an older API: unset DOCKER_API_VERSION'),
    row('api-too-old', /client version \S+ is too old/, 'This engine speaks only newer APIs: unset DOCKER_API_VERSION'),
    row('not-in-engine', /^(?:404 )?page not found$|^not (?:found|implemented)$/, 'This engine has no such call, or a proxy before it lets none through: use another engine, or allow the call in the proxy'),
    row('truncated', /ended without (?:an image id|naming|saying)|the engine's answer (?:is not complete|holds )/, 'The answer of the engine broke off: see whether the engine was restarted, or a proxy before it changes answers', true),
    row('no-session', /no active sessions?\b|only one connection allowed/, 'The build session had ended when a step needed it: see whether a proxy before the engine cuts long connections'),
];
/** Of a Git context that the engine fetches. */
const GIT = [
    row('git-fetch', /failed to (?:fetch remote|list remote|checkout remote|update submodules)|repository does not contain ref|could not read username for|unable to access '|authentication failed for|repository (?:'\S* )?not found|couldn't find remote ref|could not read from remote repository/, 'Check the address and the ref of the Git repository; a private one needs a token, as the secret GIT_AUTH_TOKEN.<host>, or an ssh key'),
];
/** Of a registry, for a push, a pull or the base of a build. */
const REGISTRY = [
    row('no-creds', /no basic auth credentials|no valid credentials/, 'Give credentials for this registry with username and password, or registry-auth'),
    row('rate-limit', new RegExp(`toomanyrequests|too many requests|rate limit|${diagnosis_status('429')}`), 'The registry limits requests: sign in to it, or use a mirror', true),
    // Registries say these as "denied", too.
    row('tag-immutable', /tag invalid|tag_invalid|immutable|imagetagalreadyexists/, 'This tag exists and may not change: choose another tag. A tag that is there is found before the build with overwrite: never'),
    row('quota', /(?<!disk )quota exceeded|storage quota|exceed the configured upper limit/, 'The registry has no room left for this account: delete images there, or raise the quota'),
    row('unauthorized', new RegExp(`unauthorized|authentication required|incorrect username or password|invalid username/password|${diagnosis_status('401')}`), 'Check the user name and the secret; tokens expire (ECR after 12 h, Google after 1 h), and pull requests from forks get no secrets'),
    row('pull-denied', /pull access denied|repository does not exist or may require/, 'The image does not exist, or is private: check its spelling, or give credentials for its registry'),
    row('denied', new RegExp(`(?:\\b|_)denied(?![\\w/-])|insufficient_scope|${diagnosis_status('403')}`), 'The account may not do this here: check the name, the rights of the account (for ghcr.io "permissions: packages: write"), and that the repository exists'),
    row('repo-missing', /name unknown|name_unknown|repository (?!').* not (?:found|known)/, 'Create the repository first: this registry does not create it on push'),
    row('no-platform', /no matching manifest for|no match for platform|no image found in (?:image index|manifest list)|does not match the specified platform|does not provide the specified platform/, 'The image has no variant for this platform: choose another base, or another platform'),
    row('manifest-missing', /manifest unknown|manifest_unknown|: not found: manifest|failed to resolve (?:source metadata for|reference) .*: not found|^(?:failed to \S+.*: )?[^\s"]+:[^\s"]+: not found$/, 'This tag or digest does not exist: check its spelling'),
];
/** Of the machine that builds. */
const MACHINE = [
    row('disk-full', /no space left on device|disk quota exceeded/, "The engine's disk is full: remove images and build cache, or use a larger runner"),
    row('exec-format', /exec format error/, 'The step runs programs of another architecture, and the engine has no emulator for it: set up QEMU (docker/setup-qemu-action), name an engine of that platform in engines, or build it in a job on such a runner and merge (stowage/stowage/merge)'),
    row('oom', new RegExp(`${exit(137)}|cannot allocate memory|signal: killed|exited on killed`), 'The step was killed, most likely for want of memory: let it do less at a time, or use a larger runner'),
];
/** Of a Dockerfile. */
const DOCKERFILE = [
    row('empty-dockerfile', /the dockerfile (?:\(.*\) )?cannot be empty|file with no instructions|no stages to build|no contents in/, 'Write at least a FROM, or name another Dockerfile with the input file'),
    row('no-dockerfile', /cannot locate specified dockerfile|failed to read dockerfile|^stat \S+: no such file or directory$/, 'Set the input file to the path of the Dockerfile in the context'),
    row('needs-buildkit', /requires buildkit|unknown instruction: <</, 'Leave out builder-version: 1 and the inputs that only the classic builder knows, so that BuildKit builds'),
    row('bad-ref', /invalid reference format|repository name .*must be lowercase|invalid tag format/, 'Names of images are lower case, with a tag of letters, digits, ".", "_" and "-": correct the name (github.repository keeps capitals)'),
    row('stage-missing', /target stage .* could not be found|failed to reach build target|the target .* was not found/, 'Set target to a stage that the Dockerfile names with AS'),
    row('from-missing', /no stage or image found with that name|circular dependency detected/, 'Name an earlier stage of the Dockerfile, or an image, after --from='),
    row('lint', /lint violation found/, 'Correct what the warnings point at, or leave a rule out with "# check=skip=<rule>;error=true" at the top of the Dockerfile'),
    row('syntax', /dockerfile parse error|unknown instruction|unknown flag|empty continuation|no build stage in current context|no from statement found|from requires either|should not be blank|unterminated heredoc|only supports? the /, 'Correct the Dockerfile at this line'),
    row('secret-missing', /secret \S+(?: not found)?: not found|secret required but no secret/, 'The step needs a secret that this build does not have: give it with secrets, secret-files or secret-envs, under the id of the mount'),
    row('ssh-missing', /no ssh (?:key|agent)\b|ssh required but no ssh/, 'With the input ssh, "default" gives the agent of SSH_AUTH_SOCK, and "id=path" a key or another socket under that id'),
    row('no-program', /exec: "": (?:stat |executable file not found)/, 'The image does not have the program that the step runs, and maybe no shell either: choose another base, or copy it in'),
    row('copy-missing', /excluded by \.dockerignore|(?:copy|add) failed: (?:stat |no source files)|"" not found: not found|^(?:.*: )?"": not found$|copier: stat: .*no such file or directory|(?:^|: )l?stat \S+: (?:no such file or directory|file does not exist)$/, 'The file is not in the context: check the path, which is relative to the context, and .dockerignore'),
    row('entitlement', /network\.host is not allowed/, 'Set network: host, which allows it; better is a step that needs no network of the host'),
    row('user-missing', /unable to find user|unknown user error/, 'USER names an account that the image does not have: create it in a step before, or use its number'),
    row('command-missing', new RegExp(exit(127)), 'A command of the step is not in the image: check its spelling, or install it in a step before'),
    row('not-executable', new RegExp(exit(126)), 'A command of the step may not be executed: give the file its mode with git update-index --chmod=+x, COPY --chmod=755 or RUN chmod'),
];
/** Of objects in the engine. */
const OBJECTS = [
    row('no-image', /no such image|image does not exist locally with the tag|tag does not exist|reference does not exist|image not known/, 'The engine does not have this image: check the name, and which engine the log names'),
    row('in-use', /conflict: unable to (?:delete|remove)|image (?:is )?in use by|image used by/, 'Stop and remove the containers of this image first, or force it with ",force=true"'),
    row('busy', /prune operation is already running/, 'Another job prunes at the same time', true),
];
/** Of the network. */
const NETWORK = [
    row('x509', /x509:|certificate signed by unknown authority|certificate has expired/, 'The engine must trust the registry: put its CA into /etc/docker/certs.d/<registry>/ca.crt on the engine'),
    row('http-registry', /server gave http response to https client/, 'The registry speaks plain http: add it to insecure-registries of the engine (Podman: as insecure in registries.conf)'),
    row('dns', /no such host/, 'The engine cannot resolve this name: check its spelling and the DNS of the engine'),
    row('dns-busy', /temporary failure in name resolution|server misbehaving|eai_again/, 'The DNS of the engine did not answer: run the step again, or give the engine another DNS server', true),
    row('blob', /blob upload unknown|blob upload invalid|\bblob unknown\b|unknown blob|digest invalid|size invalid/, 'The registry lost an upload, as behind a load balancer without shared storage: run the step again', true),
    row('too-large', new RegExp(`request entity too large|payload too large|${diagnosis_status('413')}`), 'The registry, or a proxy before it, refuses a layer of this size: raise its limit, or make smaller layers'),
    row('timeout', /i\/o timeout|tls handshake timeout|context deadline exceeded|client\.timeout exceeded|request canceled while waiting|nothing moved for/, 'The registry did not answer in time; a proxy for the engine is set in the engine, not in the job', true),
    row('refused', /connection refused/, 'Nothing listens there; localhost inside the engine is the machine of the engine', true),
    row('reset', /\beof\b|connection reset|broken pipe|use of closed network connection|goaway|connection to the engine broke/, 'The connection broke: run the step again, and look at the network and the load of both sides', true),
    row('registry-5xx', new RegExp(`received unexpected http status: 5|unknown: unknown error|error from registry: unknown(?: error)?$|internal server error|bad gateway|service unavailable|gateway time-?out|${diagnosis_status('50[0234]')}`, 'm'), 'The registry has an outage: look at its status page, and run the step again', true),
];
const ROWS = [...ENGINE, ...GIT, ...REGISTRY, ...MACHINE, ...DOCKERFILE, ...OBJECTS, ...NETWORK];
/** All rows, in their order. */
const TABLE = (/* unused pure expression or super */ null && (ROWS));
/** How often an engine wraps a reason. */
const WRAPPING = /^(?:failed to solve(?: with frontend \S+)?: |failed to create llb definition: |failed to (?:compute|load) cache key: )+/i;
/** An engine's text without "failed to solve" and its kin, which say nothing. */
function unwrap(text) {
    return text.replace(WRAPPING, '');
}
/** The meaning of a text, or undefined for one that no row knows. */
function diagnosis_diagnose(text) {
    const words = withoutNames(unwrap(text.toLowerCase()).trim());
    return ROWS.find(({ pattern }) => pattern.test(words));
}
/**
 * Without what is between double quotes, and without URLs: a repository, a tag or a command may be called anything,
 * also `401` or `denied`. Only an error body as JSON says something in its quotes.
 */
function withoutNames(text) {
    return text
        .replace(/"(?:code|message|detail|details|error)": ?"((?:[^"\\\n]|\\.)*)"/g, (_, said) => said.replaceAll('\\"', '"'))
        .replace(/"(?:[^"\\\n]|\\.)*"/g, '""')
        .replace(/\bhttps?:\/\/[^\s"]*[^\s":;,]/g, '');
}

// EXTERNAL MODULE: ./build/pipeline/errors.js
var pipeline_errors = __nccwpck_require__(9032);
;// CONCATENATED MODULE: ./build/pipeline/git-fetch.js
/**
 * As BuildKit looks for them (moby/buildkit source/git): the header before the token, that of the host before that of
 * any. Undefined for a repository that is not reached by http.
 */
function accountFor({ scheme, host }, secrets) {
    if (scheme !== 'https' && scheme !== 'http')
        return undefined;
    for (const suffix of [`.${host}`, '']) {
        for (const kind of ['HEADER', 'TOKEN']) {
            const id = `GIT_AUTH_${kind}${suffix}`;
            const value = secrets.get(id)?.value;
            if (value === undefined)
                continue;
            const text = Buffer.from(value).toString('utf8').trim();
            const basic = () => `basic ${Buffer.from(`x-access-token:${text}`).toString('base64')}`;
            return { id, authorization: kind === 'HEADER' ? text : basic() };
        }
    }
    return undefined;
}
/** A Git context could not be fetched. The message holds what git said, and no account: none was in its arguments. */
class FetchFailed extends Error {
    name = 'FetchFailed';
    hint;
    /** There was no git to try it with. */
    isUntried;
    constructor(what, why, hint, isUntried = false) {
        super(`fetch ${what}: ${why}`);
        this.hint = hint;
        this.isUntried = isUntried;
    }
}

;// CONCATENATED MODULE: ./build/pipeline/explain.js
/** Puts a failed registry call into one sentence: the registry, the account that was used, the reason, the way out. */





/** Never holds a secret: of the credential only the account and its origin are named. */
async function explainRegistry(error, { reference, action }, credentials) {
    if (!(error instanceof EngineError))
        return describeError(error);
    const diagnosis = diagnose(error.reason);
    const hint = diagnosis?.hint === undefined ? '' : `. ${diagnosis.hint}`;
    switch (diagnosis?.code) {
        case 'no-creds':
        case 'unauthorized':
        case 'pull-denied':
        case 'denied':
            return `${await whoWasRefused(reference, action, credentials)}: ${error.reason}${hint}`;
        default:
            return `${error.reason}${hint}`;
    }
}
/** `ghcr.io refused the account "octo" (from input username)`. */
async function whoWasRefused(reference, action, credentials) {
    const { registry, path: repository } = reference;
    const found = await credentials.find({ registry, repository, action });
    if (found === undefined)
        return `${registry} refused us without an account (none was found in the inputs or the docker config)`;
    return `${registry} refused ${found.account === undefined ? 'the token' : `the account "${found.account}"`} (from ${found.source})`;
}
/** What to do about an error, unless its message says so; words of an engine or of git get the hint of the table. */
function hintOf(error) {
    if (!(error instanceof Error))
        return undefined;
    const own = error.hint;
    const hint = own ?? (error instanceof errors/* RegistryError */.gl ? ofRegistry(error) : diagnosis_diagnose(wordsOf(error)))?.hint;
    return typeof hint !== 'string' || error.message.includes(hint) ? undefined : hint;
}
function wordsOf(error) {
    if (error instanceof errors_EngineError)
        return error.reason;
    return error instanceof FetchFailed ? error.message : '';
}
/** The table is of what engines say; this much of it means the same whoever asks a registry. */
function ofRegistry({ code = '', reason }) {
    const diagnosis = diagnosis_diagnose(`${code}: ${reason}`);
    return ['tag-immutable', 'quota'].includes(diagnosis?.code ?? '') ? diagnosis : undefined;
}
/** Message and hint of any error, once each. */
function describeError(error) {
    if (!(error instanceof Error))
        return String(error);
    const hint = hintOf(error);
    if (hint === undefined)
        return error.message;
    const joint = error.message.includes('\n') ? '\n' : /[.!?]$/.test(error.message) ? ' ' : '. ';
    return `${error.message}${joint}${hint.charAt(0).toUpperCase()}${hint.slice(1)}`;
}
/** The line that an error is about, where it is in a file of the workspace. */
function placeOf(error) {
    return error instanceof pipeline_errors/* BuildFailed */.UQ || error instanceof pipeline_errors/* CheckFailed */.EC ? error.place : undefined;
}


/***/ }),

/***/ 199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  h: () => (/* binding */ merge)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./build/registry/digest.js
var registry_digest = __nccwpck_require__(6192);
// EXTERNAL MODULE: ./build/registry/errors.js
var errors = __nccwpck_require__(7375);
// EXTERNAL MODULE: ./build/registry/reference.js
var registry_reference = __nccwpck_require__(6247);
;// CONCATENATED MODULE: ./build/registry/blob.js
/** Reading blobs: layers and configs. OCI distribution-spec, "Pulling blobs". Writing them is upload.ts. */




/** Whether the repository has the blob. Throws RegistryError. */
async function hasBlob(client, repository, digest, options = {}) {
    return (await findBlob(client, repository, digest, options)) !== undefined;
}
/** Its size, where the registry says it; undefined when the repository does not have it. Throws RegistryError. */
function findBlob(client, repository, digest, options = {}) {
    // Mostly who looks is about to write, and one login does for both.
    const { actions = 'pull,push' } = options;
    const call = { ...blobCall('HEAD', repository, digest), expect: [404], actions };
    return client.request(repository, call, options, async (answer) => {
        await answer.discard();
        if (answer.status === 404)
            return undefined;
        const size = Number(answer.header('content-length')[0] ?? Number.NaN);
        return { size: Number.isSafeInteger(size) ? size : undefined };
    });
}
/** A small blob as a whole, its hash checked. Throws RegistryError, with code DIGEST_MISMATCH for other bytes. */
function readBlob(client, repository, { digest, size }, options = {}) {
    return client.request(repository, blobCall('GET', repository, digest), options, async (answer) => {
        const bytes = await answer.read(size);
        checkDigest((0,registry_digest/* digestOf */.ol)(bytes), digest, repository);
        return bytes;
    });
}
/**
 * A blob as a stream, its length and hash checked at the end, before which nothing of it may be believed. Goes on where
 * the connection broke. Throws RegistryError.
 */
async function* streamBlob(client, repository, { digest, size }, { signal } = {}) {
    const hash = createHash('sha256');
    const failed = client.waitingAfter(blobCall('GET', repository, digest).what, signal);
    let at = 0;
    while (at < size || at === 0) {
        try {
            for await (const chunk of openBlob(client, repository, digest, { from: at, signal })) {
                hash.update(chunk);
                at += chunk.length;
                yield chunk;
            }
            break;
        }
        catch (error) {
            await failed(error);
        }
    }
    checkDigest(`sha256:${hash.digest('hex')}`, digest, repository);
}
/** The blob from byte `from` on, by one try and not checked. Throws RegistryError. */
async function* openBlob(client, repository, digest, { from, signal }) {
    const headers = from === 0 ? {} : { range: `bytes=${from}-` };
    const call = { ...blobCall('GET', repository, digest), headers, isLong: true };
    const answer = await client.call(repository, call, { signal }, async (given) => given);
    // Who does not know ranges begins anew.
    let skip = answer.status === 206 ? 0 : from;
    try {
        for await (const chunk of answer.stream()) {
            const left = chunk.subarray(skip);
            skip -= chunk.length - left.length;
            if (left.length > 0)
                yield left;
        }
    }
    catch (error) {
        throw error instanceof errors/* RegistryError */.gl ? error.during(call.what, repository.path) : error;
    }
}
function blobCall(method, repository, digest) {
    const [verb, link] = method === 'HEAD' ? ['look for', 'in'] : ['read', 'of'];
    const what = `${verb} blob ${digest.slice(0, 19)} ${link} ${(0,registry_reference/* familiarRepository */.Yu)(repository)}`;
    return { method, path: ['blobs', digest], what, actions: 'pull' };
}
function checkDigest(got, digest, { registry, path }) {
    if (got === digest)
        return;
    throw new errors/* RegistryError */.gl(`the bytes received have digest ${got}, not ${digest}`, {
        status: 200,
        code: 'DIGEST_MISMATCH',
        host: registry,
        repository: path,
        hint: 'something between here and the registry changed or mixed up the answer; do not use this image',
    });
}

// EXTERNAL MODULE: ./build/registry/image-manifest.js
var image_manifest = __nccwpck_require__(7757);
// EXTERNAL MODULE: ./build/registry/manifest.js
var registry_manifest = __nccwpck_require__(9329);
// EXTERNAL MODULE: ./build/registry/origin.js
var origin = __nccwpck_require__(7182);
;// CONCATENATED MODULE: ./build/registry/upload.js
/**
 * Writing blobs (OCI distribution-spec, "Pushing blobs"): not what is there, by mount where another repository of the
 * registry has it, else in one piece; after a fault from where the registry got to, and in pieces where it takes no large
 * ones.
 */





const PIECE_BYTES = 32 * 1024 * 1024;
/** How often an upload whose place was lost is looked up again, without that being a fault. */
const MOST_LOOKS = 3;
/**
 * Puts a blob into a repository. Throws RegistryError, with code DIGEST_MISMATCH when the source gives other bytes, or
 * what the source throws.
 */
async function putBlob(client, repository, blob, options = {}) {
    if (await hasBlob(client, repository, blob.digest, options))
        return 'there';
    const upload = new Upload(client, repository, blob, options);
    const { mountFrom } = options;
    if (mountFrom !== undefined && mountFrom !== repository.path && (await upload.mount(mountFrom)))
        return 'mounted';
    await upload.send();
    return 'sent';
}
class Upload {
    #client;
    #repository;
    #blob;
    #options;
    #what;
    #checked;
    #place;
    #inPieces = false;
    constructor(client, repository, blob, options) {
        this.#client = client;
        this.#repository = repository;
        this.#blob = blob;
        this.#options = options;
        this.#what = `upload blob ${blob.digest.slice(0, 19)} to ${(0,registry_reference/* familiarRepository */.Yu)(repository)}`;
        this.#checked = new CheckedSource(blob, repository, options.onSent);
    }
    /** Whether that was possible. A registry that cannot begins an upload instead, which `send` then goes on with. */
    async mount(from) {
        const query = { mount: this.#blob.digest, from };
        try {
            return await this.#client.retrying(this.#what, () => this.#call({ method: 'POST', path: ['blobs', 'uploads', ''], query, readsFrom: from }, async (answer) => {
                await answer.discard();
                if (answer.status === 201)
                    return true;
                this.#place = placeOf(answer, 0);
                return false;
            }), this.#options.signal);
        }
        catch (error) {
            // Mounting only saves time: an account that may not read there can still upload here.
            if (error instanceof errors/* RegistryError */.gl && error.status >= 400 && error.status < 500)
                return false;
            throw error;
        }
    }
    async send() {
        const { signal } = this.#options;
        const failed = this.#client.waitingAfter(this.#what, signal);
        let looks = 0;
        try {
            for (;;) {
                try {
                    this.#place ??= await this.#begin();
                    await this.#sendFrom(this.#place);
                    return;
                }
                catch (error) {
                    const status = error instanceof errors/* RegistryError */.gl ? error.status : undefined;
                    const isTooLarge = status === 413 && !this.#inPieces;
                    if (isTooLarge)
                        this.#inPieces = true;
                    // The place may have been given up (404), or be another one than we believe (416).
                    const isLost = (status === 404 || status === 416) && this.#place !== undefined && looks < MOST_LOOKS;
                    if (isLost)
                        looks += 1;
                    if (!isTooLarge && !isLost)
                        await failed(error);
                    // The answer alone may have been lost.
                    if (await hasBlob(this.#client, this.#repository, this.#blob.digest, { signal }))
                        return;
                    this.#place = isTooLarge ? undefined : await this.#look(this.#place);
                }
            }
        }
        catch (error) {
            if (this.#place !== undefined && !signal?.aborted)
                await this.#giveUp(this.#place);
            throw error;
        }
    }
    #begin() {
        return this.#call({ method: 'POST', path: ['blobs', 'uploads', ''], headers: { 'content-length': '0' } }, async (answer) => {
            await answer.discard();
            return placeOf(answer, 0);
        });
    }
    /** In one piece where all is still to be sent, as then one call does it. */
    async #sendFrom(place) {
        const { digest, size } = this.#blob;
        if (place.offset === 0 && !this.#inPieces) {
            await this.#call({
                method: 'PUT',
                path: place.url,
                query: { digest },
                headers: { 'content-type': 'application/octet-stream', 'content-length': String(size) },
                body: size === 0 ? new Uint8Array() : () => this.#checked.read(0, size),
                isLong: true,
            }, (answer) => this.#finish(answer));
            return;
        }
        while (place.offset < size) {
            // As far as it got, for whoever looks after a fault.
            this.#place = place = await this.#sendPiece(place);
        }
        const headers = { 'content-length': '0' };
        await this.#call({ method: 'PUT', path: place.url, query: { digest }, headers, isLong: true }, (answer) => this.#finish(answer));
    }
    #sendPiece({ url, offset, least }) {
        const most = this.#inPieces ? Math.max(this.#options.pieceBytes ?? PIECE_BYTES, least) : this.#blob.size;
        const end = Math.min(offset + most, this.#blob.size);
        const headers = {
            'content-type': 'application/octet-stream',
            'content-length': String(end - offset),
            'content-range': `${offset}-${end - 1}`,
        };
        const body = () => this.#checked.read(offset, end);
        return this.#call({ method: 'PATCH', path: url, headers, body, isLong: true }, async (answer) => {
            await answer.discard();
            const place = placeOf(answer, end, least);
            if (place.offset > offset)
                return place;
            throw new errors/* RegistryError */.gl('the registry took nothing of what was sent', { status: 502, host: answer.url.host });
        });
    }
    /** Where the upload stands after a fault; undefined when it has to begin anew. */
    async #look(place) {
        if (place === undefined)
            return undefined;
        try {
            return await this.#call({ method: 'GET', path: place.url }, async (answer) => {
                await answer.discard();
                return placeOf(answer, 0, place.least);
            });
        }
        catch (error) {
            if (error instanceof errors/* RegistryError */.gl)
                return undefined;
            throw error;
        }
    }
    async #giveUp(place) {
        try {
            await this.#call({ method: 'DELETE', path: place.url }, (answer) => answer.discard());
        }
        catch {
            // The registry forgets it by itself after a while.
        }
    }
    async #finish(answer) {
        await answer.discard();
        const [told] = answer.header('docker-content-digest');
        if (told !== undefined && told !== this.#blob.digest)
            throw otherBytes(this.#blob, told, this.#repository);
    }
    #call(call, use) {
        const { signal } = this.#options;
        const options = { ...call, what: this.#what, actions: 'pull,push' };
        return this.#client.call(this.#repository, options, { signal }, use);
    }
}
/** `offset` is what an answer without a range means. */
function placeOf(answer, offset, least = 0) {
    const [location] = answer.header('location');
    if (location === undefined) {
        throw new errors/* RegistryError */.gl('the registry did not say where to upload to', {
            status: answer.status,
            host: answer.url.host,
        });
    }
    const [, last] = /^(?:bytes=)?0-(\d+)$/.exec(answer.header('range')[0] ?? '') ?? [];
    // "0-0" is how registries write that there is nothing.
    const there = last === undefined ? offset : last === '0' ? 0 : Number(last) + 1;
    const told = Number(answer.header('oci-chunk-min-length')[0]);
    return { url: (0,origin/* checkLocation */.c9)(answer.url, location), offset: there, least: told > 0 ? told : least };
}
/** Hashes what passes for the first time, whatever is read again after faults, and withholds the end of wrong bytes. */
class CheckedSource {
    #blob;
    #repository;
    #onSent;
    #hash = (0,external_node_crypto_.createHash)('sha256');
    /** Bytes that were hashed. */
    #hashed = 0;
    #isChecked = false;
    constructor(blob, repository, onSent) {
        this.#blob = blob;
        this.#repository = repository;
        this.#onSent = onSent;
    }
    async *read(from, end) {
        let at = from;
        for await (const chunk of this.#blob.open(from)) {
            const piece = chunk.subarray(0, end - at);
            this.#check(piece, at);
            at += piece.length;
            yield piece;
            this.#onSent?.(piece.length);
            if (at === end)
                return;
        }
        throw otherBytes(this.#blob, `an end after ${at} bytes, not ${end}`, this.#repository);
    }
    #check(piece, at) {
        const isNew = at + piece.length > this.#hashed && at <= this.#hashed;
        if (isNew) {
            this.#hash.update(piece.subarray(this.#hashed - at));
            this.#hashed = at + piece.length;
        }
        if (this.#hashed !== this.#blob.size || this.#isChecked)
            return;
        const got = `sha256:${this.#hash.digest('hex')}`;
        if (got !== this.#blob.digest)
            throw otherBytes(this.#blob, got, this.#repository);
        this.#isChecked = true;
    }
}
function otherBytes({ digest }, got, { registry, path }) {
    return new errors/* RegistryError */.gl(`what was sent has ${got.startsWith('sha256:') ? 'digest ' : ''}${got}, not ${digest}`, {
        status: 0,
        code: 'DIGEST_MISMATCH',
        host: registry,
        repository: path,
        hint: 'the image was damaged on its way here; run the step again',
    });
}

;// CONCATENATED MODULE: ./build/registry/copy.js
/**
 * Brings a manifest with all that belongs to it from one repository to another, byte for byte, so that it keeps its digest:
 * by mounts within a registry, else as streams through here. What is there already stays.
 */




/** At the same time, for one image. */
const BLOBS_AT_ONCE = 4;
/** `from` and `to` are repositories. Throws RegistryError. */
async function copyImage(client, digest, places, options = {}) {
    const [from, to] = [repositoryOf(places.from), repositoryOf(places.to)];
    const { signal } = options;
    if (from.registry === to.registry && from.path === to.path)
        return;
    if ((await (0,registry_manifest/* findManifest */.J9)(client, { ...to, digest }, { signal, actions: 'pull,push' })) !== undefined)
        return;
    const manifest = await (0,registry_manifest.readManifest)(client, { ...from, digest }, { signal });
    if ((0,image_manifest/* isIndexType */.$U)(manifest.mediaType)) {
        for (const child of (0,image_manifest/* childrenOf */.LU)(manifest).manifests)
            await copyImage(client, child.digest, { from, to }, options);
    }
    else
        await copyBlobs(client, manifest, { from, to }, options);
    await (0,registry_manifest/* putManifest */.RV)(client, { ...to, digest }, manifest, { signal });
}
async function copyBlobs(client, manifest, { from, to }, { signal, onSent }) {
    const mountFrom = from.registry === to.registry ? from.path : undefined;
    await inParallel(blobsOf(manifest), BLOBS_AT_ONCE, async ({ digest, size }) => {
        const open = (at) => openBlob(client, from, digest, { from: at, signal });
        await putBlob(client, to, { digest, size, open }, { mountFrom, onSent, signal });
    });
}
/** Each once, and without what may be kept elsewhere only (image-spec, "Non-Distributable Layers"). */
function blobsOf(manifest) {
    const { config, layers } = (0,image_manifest/* partsOf */.CI)(manifest);
    const all = [
        config,
        ...layers.filter(({ urls, mediaType }) => urls === undefined || !/nondistributable|foreign/.test(mediaType)),
    ];
    return [...new Map(all.map((blob) => [blob.digest, blob])).values()];
}
/** The first failure is thrown, once nothing is under way any more. */
async function inParallel(items, most, work) {
    const queue = [...items];
    let failure;
    const worker = async () => {
        for (let item = queue.shift(); item !== undefined && failure === undefined; item = queue.shift()) {
            try {
                await work(item);
            }
            catch (error) {
                failure ??= { error };
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
    if (failure !== undefined)
        throw failure.error;
}
function repositoryOf({ registry, path }) {
    return { registry, path };
}

// EXTERNAL MODULE: ./build/registry/descriptor.js
var descriptor = __nccwpck_require__(9725);
;// CONCATENATED MODULE: ./build/registry/describe-image.js
/** What an image in a registry offers to an index: itself with the platform of its config, or the children of an index. */






/** A config with its history; the largest seen have a few hundred kB. */
const CONFIG_LIMIT = 8 * 1024 * 1024;
/** Throws RegistryError. */
async function describeImage(client, reference, options = {}) {
    const manifest = await (0,registry_manifest.readManifest)(client, reference, options);
    if ((0,image_manifest/* isIndexType */.$U)(manifest.mediaType))
        return { manifest, children: (0,image_manifest/* childrenOf */.LU)(manifest).manifests };
    const { config } = (0,image_manifest/* partsOf */.CI)(manifest);
    if (config.size > CONFIG_LIMIT) {
        throw new errors/* RegistryError */.gl(`the config of ${(0,registry_reference/* formatFamiliar */.LF)(reference)} has ${config.size} bytes, which no image has`, {
            status: 200,
            code: 'TOO_LARGE',
            host: reference.registry,
        });
    }
    return { manifest, children: [describeManifest(manifest, await readBlob(client, reference, config, options))] };
}
/** The descriptor of an image's manifest, with the platform that its config names. */
function describeManifest({ mediaType, digest, bytes }, config) {
    const platform = (0,descriptor/* readPlatform */.Kd)(parse(config));
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

// EXTERNAL MODULE: ./build/registry/platform.js
var registry_platform = __nccwpck_require__(7891);
;// CONCATENATED MODULE: ./build/registry/image-index.js



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
    const images = unique.filter((child) => (0,image_manifest/* attestedBy */.W_)(child) === undefined).sort(byPlatform);
    checkImages(images);
    const order = new Map(images.map(({ digest }, at) => [digest, at]));
    const attestations = unique
        .filter((child) => order.has((0,image_manifest/* attestedBy */.W_)(child) ?? ''))
        .sort((a, b) => (order.get((0,image_manifest/* attestedBy */.W_)(a) ?? '') ?? 0) - (order.get((0,image_manifest/* attestedBy */.W_)(b) ?? '') ?? 0));
    const manifests = [...images, ...attestations];
    const isAnnotated = Object.keys(annotations).length > 0;
    const isDocker = !isAnnotated && manifests.every((it) => (0,image_manifest/* isDockerType */.$F)(it.mediaType) && it.annotations === undefined);
    const mediaType = isDocker ? image_manifest/* DOCKER_INDEX */.Mu : image_manifest/* OCI_INDEX */.$p;
    const document = {
        schemaVersion: 2,
        mediaType,
        manifests: manifests.map(encodeDescriptor),
        ...(isAnnotated && { annotations: sorted(annotations) }),
    };
    const bytes = Buffer.from(JSON.stringify(document, undefined, 2));
    return { mediaType, digest: (0,registry_digest/* digestOf */.ol)(bytes), bytes };
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
            throw new InvalidIndex(`two images are for ${(0,registry_platform/* formatPlatform */.Bq)(platform)}: ${twin.digest} and ${digest}`, 'give one for each platform; jobs that ran again may have left an older one');
        }
    }
}
/** Windows has images of one architecture for several versions of the system. */
function isSame(a, b) {
    return (0,registry_platform/* matchesPlatform */.pC)(a, b) && (a.osVersion ?? '') === (b.osVersion ?? '');
}
function byPlatform(a, b) {
    const key = ({ platform }) => platform === undefined ? '' : `${(0,registry_platform/* formatPlatform */.Bq)(platform)} ${platform.osVersion ?? ''}`;
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

;// CONCATENATED MODULE: ./build/report/units.js
/** Sizes and times as people read them: decimal units as registries and engines use them, one decimal at most. */
const UNITS = (/* unused pure expression or super */ null && (['B', 'kB', 'MB', 'GB', 'TB']));
/** `950 B`, `1.5 kB`, `12.3 MB`, `123 MB`. */
function formatBytes(bytes) {
    let value = Math.max(0, bytes);
    let unit = 0;
    // 999.5 would be shown as 1000.
    while (value >= 999.5 && unit < UNITS.length - 1) {
        value /= 1000;
        unit++;
    }
    const digits = unit === 0 || value >= 99.95 ? 0 : 1;
    return `${value.toFixed(digits)} ${UNITS[unit]}`;
}
/** `0.4s`, `59.9s`, `2m 05s`, `1h 02m`. */
function formatDuration(seconds) {
    if (seconds < 59.95)
        return `${Math.max(0, seconds).toFixed(1)}s`;
    const whole = Math.round(seconds);
    if (whole < 3600)
        return `${Math.floor(whole / 60)}m ${pad(whole % 60)}s`;
    const minutes = Math.round(seconds / 60);
    return `${Math.floor(minutes / 60)}h ${pad(minutes % 60)}m`;
}
/** `1 step`, `2 steps`, `2 entries`. */
function count(amount, noun, plural = `${noun}s`) {
    return `${amount} ${amount === 1 ? noun : plural}`;
}
function pad(value) {
    return String(value).padStart(2, '0');
}

// EXTERNAL MODULE: ./build/pipeline/annotations.js
var pipeline_annotations = __nccwpck_require__(2257);
// EXTERNAL MODULE: ./build/pipeline/errors.js
var pipeline_errors = __nccwpck_require__(9032);
// EXTERNAL MODULE: ./build/pipeline/explain.js + 3 modules
var explain = __nccwpck_require__(6122);
;// CONCATENATED MODULE: ./build/pipeline/place-manifest.js





/** Throws nothing but the reason of the signal: what failed is told in the outcome. */
async function placeManifest(placement, tools) {
    const { tags, untagged } = placement;
    const failures = new Map();
    const fail = (reference, cause) => {
        const name = (0,registry_reference/* formatFamiliar */.LF)(reference);
        failures.set(name, { reference: name, reason: (0,explain/* describeError */.Uc)(cause), cause });
    };
    const repositories = (0,registry_reference/* uniqueRepositories */.Ay)([...tags, ...untagged]);
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
    await (0,registry_manifest/* putManifest */.RV)(client, { ...repository, digest: manifest.digest }, manifest, { signal });
}
/** Throws TagTaken, DigestMismatch, NotInRegistry or RegistryError. */
async function writeTag(manifest, tag, tools) {
    const { client, overwrite, log, signal } = tools;
    const name = (0,registry_reference/* formatFamiliar */.LF)(tag);
    const before = await (0,registry_manifest/* findManifest */.J9)(client, tag, { signal, actions: 'pull,push' });
    const isSame = before?.digest === manifest.digest;
    if (before !== undefined && !isMutable(tag)) {
        if (overwrite === 'never' || (overwrite === 'same' && !isSame)) {
            throw new pipeline_errors/* TagTaken */.qD(name, before.digest, overwrite);
        }
    }
    // Some registries let a tag be written once only, even with the same content.
    if (!isSame)
        await (0,registry_manifest/* putManifest */.RV)(client, tag, manifest, { signal });
    await place_manifest_confirm(manifest, tag, tools);
    log.info(`Published ${name}@${manifest.digest}${isSame ? ', which was there already' : ''}`);
}
/** Some registries answer for a new tag only after a moment. */
const SETTLE_MS = 3000;
async function place_manifest_confirm(manifest, tag, { client, log, clock, signal }) {
    const name = (0,registry_reference/* formatFamiliar */.LF)(tag);
    for (let looks = 1;; looks += 1) {
        try {
            const { digest } = await (0,registry_manifest.readManifest)(client, tag, { signal });
            if (digest !== manifest.digest)
                throw new pipeline_errors/* DigestMismatch */.b3(name, manifest.digest, digest);
            return;
        }
        catch (error) {
            if (!(error instanceof errors/* RegistryError */.gl))
                throw error;
            if (error.status === 401 || error.status === 403) {
                log.warning(`${name} was pushed as ${manifest.digest}, but could not be read back to prove it: ${error.message}`);
                return;
            }
            if (error.status !== 404)
                throw error;
            if (looks > 1)
                throw new pipeline_errors/* NotInRegistry */.EY(name, manifest.digest);
            await clock.sleep(SETTLE_MS, signal);
        }
    }
}

;// CONCATENATED MODULE: ./build/pipeline/merge.js
/**
 * Makes one index of images that are in registries already, pushed by jobs of a matrix or by other tools, and puts it
 * under tags. No engine takes part. Doing it again changes nothing.
 */











/** Throws InvalidInput before anything is written, RegistryError, InvalidIndex, or PublishFailed. */
async function merge(inputs, tools) {
    const { log, client, signal, onMerged } = tools;
    log.group(`Read ${count(inputs.sources.length, 'image')}`);
    const found = await Promise.all(inputs.sources.map((source) => read(source, tools)));
    log.endGroup();
    const children = (0,pipeline_annotations/* annotateChildren */.cG)(found.flatMap((it) => it.image.children), inputs.annotations);
    checkPlatforms(children, inputs.platforms);
    const manifest = manifestFor(found, children, inputs);
    const { length } = children.filter((child) => (0,image_manifest/* attestedBy */.W_)(child) === undefined);
    log.info(`${manifest.digest}: ${length === 1 ? 'the image' : `an index of ${length} images`}`);
    if (inputs.dryRun) {
        log.info(`dry-run: nothing is written to ${inputs.tags.map(registry_reference/* formatFamiliar */.LF).join(', ')}`);
        onMerged({ manifest, children, pushed: [], failed: [] });
        return;
    }
    const bring = async (to) => {
        for (const { image, from } of found) {
            const digests = image.manifest === manifest ? [manifest.digest] : image.children.map(({ digest }) => digest);
            for (const digest of digests)
                await copyImage(client, digest, { from, to }, { signal });
        }
    };
    log.group(`Write ${count(inputs.tags.length, 'tag')}`);
    const placed = await placeManifest({ manifest, bring, tags: inputs.tags, untagged: [] }, tools);
    log.endGroup();
    const failed = placed.failed.map(({ reference }) => reference);
    onMerged({ manifest, children, pushed: placed.pushed, failed });
    if (placed.failed.length > 0) {
        const done = placed.pushed.map((tag) => `${(0,registry_reference/* formatFamiliar */.LF)(tag)}@${manifest.digest}`);
        throw new pipeline_errors/* PublishFailed */.bH(done, placed.failed);
    }
}
async function read(source, { client, log, signal }) {
    const { references, platform, named } = source;
    let missing;
    for (const reference of references) {
        try {
            const image = await describeImage(client, reference, { signal });
            const platforms = image.children.flatMap((child) => ((0,image_manifest/* attestedBy */.W_)(child) === undefined ? [child.platform] : []));
            if (platform !== undefined && !platforms.some((got) => got && (0,registry_platform/* matchesPlatform */.pC)(platform, got))) {
                throw new pipeline_errors/* InvalidInput */.o9('descriptors', `${(0,registry_reference/* formatFamiliar */.LF)(reference)} (${named}) is for ${listed(platforms)}, not for ${(0,registry_platform/* formatPlatform */.Bq)(platform)}`, 'an image of another platform must not stand in; look at the job that built it');
            }
            log.info(`${(0,registry_reference/* formatFamiliar */.LF)(reference)}: ${listed(platforms)}`);
            return { image, from: reference };
        }
        catch (error) {
            signal.throwIfAborted();
            if (!(error instanceof errors/* RegistryError */.gl) || error.status !== 404)
                throw error;
            missing ??= error;
        }
    }
    const places = references.map(registry_reference/* formatFamiliar */.LF).join(', ');
    throw new pipeline_errors/* InvalidInput */.o9('descriptors', `${places} (${named}) is not there`, missing?.hint ?? 'look at the job that pushes it, and at what it says of the digest');
}
function checkPlatforms(children, expected) {
    if (expected.length === 0)
        return;
    const got = children.flatMap((child) => ((0,image_manifest/* attestedBy */.W_)(child) === undefined && child.platform ? [child.platform] : []));
    const isIn = (platform, all) => all.some((other) => (0,registry_platform/* matchesPlatform */.pC)(other, platform));
    const missing = expected.filter((platform) => !isIn(platform, got));
    const extra = got.filter((platform) => !isIn(platform, expected));
    if (missing.length === 0 && extra.length === 0)
        return;
    const wrong = [
        missing.length > 0 && `no image is for ${listed(missing)}`,
        extra.length > 0 && `nobody expects ${listed(extra)}`,
    ];
    throw new pipeline_errors/* InvalidInput */.o9('platforms', `${wrong.filter((text) => text !== false).join(', and ')}; nothing was written`, 'check that each job of the matrix hands on its descriptor, and that none of them is named like another');
}
/** A single image needs no index around it, and keeps its digest. */
function manifestFor(found, children, inputs) {
    const { annotations, preferIndex } = inputs;
    const own = (0,pipeline_annotations/* annotationsOf */.Ih)(annotations, 'index');
    const [only] = found;
    if (found.length === 1 && only !== undefined && annotations.length === 0 && !preferIndex)
        return only.image.manifest;
    return assembleIndex(children, { annotations: own });
}
function listed(platforms) {
    return platforms.map((platform) => (platform ? (0,registry_platform/* formatPlatform */.Bq)(platform) : 'an unknown platform')).join(', ');
}


/***/ }),

/***/ 5760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Sf: () => (/* binding */ encodeRegistryConfig),
/* harmony export */   rY: () => (/* binding */ encodeBasic),
/* harmony export */   yJ: () => (/* binding */ encodeRegistryAuth)
/* harmony export */ });
/* harmony import */ var _server_key_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9689);
/**
 * A credential and its two encodings on the engine's wire (Engine API v1.51, headers `X-Registry-Auth` of push, create,
 * distribution and `X-Registry-Config` of build). Both are *padded base64url* JSON: an engine treats a value it cannot
 * decode as no credential, without a word, and some byte patterns only differ in that alphabet.
 */

/** Value of `X-Registry-Auth`. `undefined` is anonymous, which has to be said too: old engines demand the header. */
function encodeRegistryAuth(credential, registry) {
    return encode(credential === undefined ? {} : authConfig(credential, registry));
}
/** Value of `X-Registry-Config`: credentials by registry (`ghcr.io`, `docker.io`, …). */
function encodeRegistryConfig(credentials) {
    const entries = [...credentials].map(([registry, credential]) => [
        (0,_server_key_js__WEBPACK_IMPORTED_MODULE_0__/* .credentialKey */ .TC)(registry),
        authConfig(credential, registry),
    ]);
    return encode(Object.fromEntries(entries));
}
/** `user:password` in standard base64, as in HTTP Basic and in docker config files. */
function encodeBasic(username, password) {
    return Buffer.from(`${username}:${password}`, 'utf8').toString('base64');
}
function authConfig(credential, registry) {
    const serveraddress = (0,_server_key_js__WEBPACK_IMPORTED_MODULE_0__/* .credentialKey */ .TC)(registry);
    switch (credential.kind) {
        case 'password':
            return { username: credential.username, password: credential.password, serveraddress };
        case 'identity-token':
            return { identitytoken: credential.token, serveraddress };
        case 'registry-token':
            return { registrytoken: credential.token };
        default:
            return credential;
    }
}
function encode(value) {
    // Not 'base64url': Node leaves out the padding there, and engines answer as if nothing had been sent.
    return Buffer.from(JSON.stringify(value), 'utf8').toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}


/***/ }),

/***/ 9725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   Kd: () => (/* binding */ readPlatform),
/* harmony export */   ZV: () => (/* binding */ own),
/* harmony export */   qq: () => (/* binding */ readDescriptor)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6192);
/** Content descriptors (OCI image-spec, "Descriptor"), as they stand in manifests and indexes. */

/** Reads one out of JSON that somebody else made; undefined for what is none. Members that are not known are left out. */
function readDescriptor(value) {
    const mediaType = own(value, 'mediaType');
    const digest = own(value, 'digest');
    const size = own(value, 'size');
    if (typeof digest !== 'string' || !(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))
        return undefined;
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0)
        return undefined;
    const platform = readPlatform(own(value, 'platform'));
    const annotations = textsOf(own(value, 'annotations'));
    const artifactType = own(value, 'artifactType');
    const urls = listOf(own(value, 'urls'));
    return {
        mediaType: typeof mediaType === 'string' ? mediaType : '',
        digest,
        size,
        ...(platform && { platform }),
        ...(annotations && { annotations }),
        ...(typeof artifactType === 'string' && artifactType !== '' && { artifactType }),
        ...(urls && { urls }),
    };
}
/** A platform in the words of the image-spec, of a descriptor or of an image's config. */
function readPlatform(value) {
    const text = (name) => {
        const found = own(value, name);
        return typeof found === 'string' ? found : '';
    };
    const [os, architecture, variant, osVersion] = [
        text('os'),
        text('architecture'),
        text('variant'),
        text('os.version'),
    ];
    const osFeatures = listOf(own(value, 'os.features'));
    if (os === '' || architecture === '')
        return undefined;
    return {
        os,
        architecture,
        ...(variant !== '' && { variant }),
        ...(osVersion !== '' && { osVersion }),
        ...(osFeatures && { osFeatures }),
    };
}
/** A member of a JSON object; undefined for anything else, and for what is only inherited. */
function own(value, name) {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? Reflect.get(value, name)
        : undefined;
}
/** Undefined when there is none. */
function textsOf(value) {
    if (typeof value !== 'object' || value === null)
        return undefined;
    const entries = Object.entries(value).filter((entry) => typeof entry[1] === 'string');
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
function listOf(value) {
    const items = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
    return items.length === 0 ? undefined : items;
}


/***/ }),

/***/ 6192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   cH: () => (/* binding */ InvalidDigest),
/* harmony export */   m: () => (/* binding */ parseDigest),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/**
 * Content digests. One algorithm: every engine and registry we talk to names content by sha256, so anything else is
 * refused at the edge instead of being carried around. OCI image-spec, "Descriptors", section "Digests".
 */

class InvalidDigest extends Error {
    name = 'InvalidDigest';
    value;
    hint = 'a digest is "sha256:" followed by 64 lower-case hexadecimal digits';
    constructor(value, reason) {
        super(`invalid digest ${JSON.stringify(value.slice(0, 200))}: ${reason}`);
        this.value = value;
    }
}
const PATTERN = /^sha256:[0-9a-f]{64}$/;
function isDigest(text) {
    return PATTERN.test(text);
}
/** Throws `InvalidDigest`. */
function parseDigest(text) {
    if (isDigest(text))
        return text;
    throw new InvalidDigest(text, reasonAgainst(text));
}
/** The sha256 digest of exactly these bytes. */
function digestOf(bytes) {
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}`;
}
function reasonAgainst(text) {
    const colon = text.indexOf(':');
    if (colon < 0)
        return 'it has no algorithm (nothing before a colon)';
    const algorithm = text.slice(0, colon);
    const hex = text.slice(colon + 1);
    if (algorithm !== 'sha256')
        return `algorithm ${JSON.stringify(algorithm.slice(0, 32))} is not supported, only sha256 is`;
    if (hex.length !== 64)
        return `it has ${hex.length} digits, not 64`;
    if (hex !== hex.toLowerCase() && PATTERN.test(text.toLowerCase()))
        return 'its digits must be lower case';
    return `${JSON.stringify(/[^0-9a-f]/.exec(hex)?.[0] ?? '')} is not a hexadecimal digit`;
}


/***/ }),

/***/ 9275:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cj: () => (/* binding */ parseDockerConfig),
/* harmony export */   FM: () => (/* binding */ fromPair),
/* harmony export */   LP: () => (/* binding */ decodeEntry),
/* harmony export */   TO: () => (/* binding */ readDockerConfig)
/* harmony export */ });
/* unused harmony exports TOKEN_USER, readLimited */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1455);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(543);
/**
 * Credentials kept in a docker `config.json` (or Podman's `auth.json`, same shape) and in the variable
 * `DOCKER_AUTH_CONFIG`. Only what is asked for is decoded, nothing is ever written, and no text of a file is printed:
 * a malformed file may hold a password anywhere (hardening E3).
 * Format: docker CLI cli/config/configfile and containers-auth.json(5).
 */



const LIMIT = 1024 * 1024;
/** What stands in the place of a user name where the secret is an identity token. */
const TOKEN_USER = '<token>';
/**
 * Reads a file; undefined when there is none or it is unusable, the latter with a warning. A file inside the workspace
 * can come from a pull request, so the helpers it names are dropped (hardening E1).
 */
async function readDockerConfig(path, options) {
    const title = `docker config ${path}`;
    let text;
    try {
        text = await readLimited(path);
    }
    catch (error) {
        const code = errorCode(error);
        if (code !== 'ENOENT' && code !== 'ENOTDIR')
            options.warn(`${title} cannot be read (${code}) and is ignored`);
        return undefined;
    }
    if (text === undefined) {
        options.warn(`${title} is not a regular file of at most 1 MiB and is ignored`);
        return undefined;
    }
    const config = parseDockerConfig(text, title, options.warn);
    if (config === undefined || options.workspace === undefined || !(await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_2__/* .leadsInto */ .g)(path, options.workspace)))
        return config;
    const helpers = config.credsStore !== undefined || config.credHelpers.size > 0;
    const consequence = helpers ? '; the credential helpers it names are not run' : '';
    options.warn(`${title} lies in the workspace, where a pull request could have written it${consequence}`);
    return { ...config, credHelpers: new Map(), credsStore: undefined };
}
/** Takes the text of a config; undefined with a warning when it is not a JSON object. */
function parseDockerConfig(text, title, warn) {
    let json;
    try {
        json = JSON.parse(text);
    }
    catch {
        // The parser's message quotes the text around the fault, which can be a password.
        warn(`${title} is not valid JSON and is ignored`);
        return undefined;
    }
    if (!isRecord(json)) {
        warn(`${title} is not a JSON object and is ignored`);
        return undefined;
    }
    const store = own(json, 'credsStore');
    const helpers = entries(own(json, 'credHelpers')).filter((entry) => isText(entry[1]));
    return {
        title,
        auths: new Map(entries(own(json, 'auths'))),
        credHelpers: new Map(helpers),
        credsStore: isText(store) ? store : undefined,
    };
}
/** Decodes one value of `auths`. */
function decodeEntry(value) {
    if (!isRecord(value))
        return { kind: 'malformed', reason: 'it is not an object' };
    const [auth, username, password] = [own(value, 'auth'), own(value, 'username'), own(value, 'password')];
    const [identity, bearer] = [own(value, 'identitytoken'), own(value, 'registrytoken')];
    if (isText(identity))
        return { kind: 'credential', credential: { kind: 'identity-token', token: identity } };
    if (isText(bearer))
        return { kind: 'credential', credential: { kind: 'registry-token', token: bearer } };
    if (isText(auth))
        return decodeAuth(auth);
    if (isText(username) && isText(password))
        return { kind: 'credential', credential: fromPair(username, password) };
    return { kind: 'marker' };
}
/** A user name and secret as stores keep them; the name `<token>` marks an identity token. */
function fromPair(username, secret) {
    return username === TOKEN_USER
        ? { kind: 'identity-token', token: secret }
        : { kind: 'password', username, password: secret };
}
function decodeAuth(auth) {
    const compact = auth.replace(/[\r\n]/g, '');
    if (compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) {
        return { kind: 'malformed', reason: 'its "auth" is not standard base64' };
    }
    const pair = Buffer.from(compact, 'base64').toString('utf8');
    const colon = pair.indexOf(':');
    if (colon < 1)
        return { kind: 'malformed', reason: 'its "auth" does not decode to user:password' };
    const secret = pair.slice(colon + 1).replace(/\0+$/, '');
    return { kind: 'credential', credential: fromPair(pair.slice(0, colon), secret) };
}
/** Text of a regular file of at most 1 MiB, undefined for any other. Rejects with the error of the system. */
async function readLimited(path) {
    // Non-blocking, because opening a pipe would otherwise wait for a writer for ever.
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0));
    try {
        const stat = await file.stat();
        if (!stat.isFile() || stat.size > LIMIT)
            return undefined;
        const { buffer, bytesRead } = await file.read(Buffer.alloc(stat.size), 0, stat.size, 0);
        return buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/, '');
    }
    finally {
        await file.close();
    }
}
function errorCode(error) {
    return isRecord(error) && typeof error['code'] === 'string' ? error['code'] : 'unknown error';
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isText(value) {
    return typeof value === 'string' && value !== '';
}
function own(record, key) {
    return Object.hasOwn(record, key) ? record[key] : undefined;
}
function entries(value) {
    return isRecord(value) ? Object.entries(value) : [];
}


/***/ }),

/***/ 7375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CT: () => (/* binding */ classifyRegistryError),
/* harmony export */   g2: () => (/* binding */ ERROR_BODY_LIMIT),
/* harmony export */   gl: () => (/* binding */ RegistryError),
/* harmony export */   kW: () => (/* binding */ parseErrorBody)
/* harmony export */ });
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7728);
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

/***/ 7757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $F: () => (/* binding */ isDockerType),
/* harmony export */   $U: () => (/* binding */ isIndexType),
/* harmony export */   $p: () => (/* binding */ OCI_INDEX),
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   LU: () => (/* binding */ childrenOf),
/* harmony export */   Mu: () => (/* binding */ DOCKER_INDEX),
/* harmony export */   W_: () => (/* binding */ attestedBy)
/* harmony export */ });
/* unused harmony exports OCI_MANIFEST, DOCKER_MANIFEST, annotationsIn, withAnnotations */
/* harmony import */ var _descriptor_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9725);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6192);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7375);
/** What stands in a manifest or an index. OCI image-spec, "Image Manifest" and "Image Index", and Docker's forms of both. */



const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';
const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const DOCKER_INDEX = 'application/vnd.docker.distribution.manifest.list.v2+json';
const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
function isIndexType(mediaType) {
    return mediaType === OCI_INDEX || mediaType === DOCKER_INDEX;
}
function isDockerType(mediaType) {
    return mediaType === DOCKER_INDEX || mediaType === DOCKER_MANIFEST;
}
/** Of an image's manifest. Throws RegistryError with code MANIFEST_INVALID. */
function partsOf(manifest) {
    const json = jsonOf(manifest);
    const config = (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_0__/* .readDescriptor */ .qq)((0,_descriptor_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(json, 'config'));
    const layers = listOf((0,_descriptor_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(json, 'layers')).map(_descriptor_js__WEBPACK_IMPORTED_MODULE_0__/* .readDescriptor */ .qq);
    if (config === undefined || layers.includes(undefined))
        throw invalid(manifest, 'it names no config, or a layer badly');
    return { config, layers: layers.filter((layer) => layer !== undefined) };
}
/** Of an image's manifest or an index. Throws RegistryError with code MANIFEST_INVALID. */
function annotationsIn(manifest) {
    return textsOf(own(jsonOf(manifest), 'annotations')) ?? {};
}
/** Of an index. Throws RegistryError with code MANIFEST_INVALID. */
function childrenOf(index) {
    const json = jsonOf(index);
    const manifests = listOf((0,_descriptor_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(json, 'manifests')).map(_descriptor_js__WEBPACK_IMPORTED_MODULE_0__/* .readDescriptor */ .qq);
    if (manifests.includes(undefined))
        throw invalid(index, 'it names a manifest badly');
    return {
        manifests: manifests.filter((item) => item !== undefined),
        annotations: (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_0__/* .textsOf */ .CB)((0,_descriptor_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(json, 'annotations')),
    };
}
const DOCKER_REFERENCE_TYPE = 'vnd.docker.reference.type';
const DOCKER_REFERENCE_DIGEST = 'vnd.docker.reference.digest';
/** The digest of the manifest that this one, of an index, says something of; undefined for an image. */
function attestedBy({ annotations }) {
    return annotations?.[DOCKER_REFERENCE_TYPE] === undefined ? undefined : (annotations[DOCKER_REFERENCE_DIGEST] ?? '');
}
function jsonOf(manifest) {
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(manifest.bytes));
    }
    catch {
        throw invalid(manifest, 'it is not JSON');
    }
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
function invalid({ digest }, why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl(`manifest ${digest} cannot be read: ${why}`, {
        status: 200,
        code: 'MANIFEST_INVALID',
        host: '',
        hint: 'build and push this image anew',
    });
}
/** Docker's media types, and what they are called in OCI manifests, which alone have annotations. */
const OCI_NAMES = new Map([
    [DOCKER_MANIFEST, OCI_MANIFEST],
    ['application/vnd.docker.container.image.v1+json', 'application/vnd.oci.image.config.v1+json'],
    ['application/vnd.docker.image.rootfs.diff.tar', 'application/vnd.oci.image.layer.v1.tar'],
    ['application/vnd.docker.image.rootfs.diff.tar.gzip', 'application/vnd.oci.image.layer.v1.tar+gzip'],
    ['application/vnd.docker.image.rootfs.diff.tar.zstd', 'application/vnd.oci.image.layer.v1.tar+zstd'],
    [
        'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip',
        'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip',
    ],
]);
/** The same image under an OCI manifest with more annotations, and so with another digest. */
function withAnnotations(manifest, annotations) {
    if (Object.keys(annotations).length === 0)
        return manifest;
    const json = jsonOf(manifest);
    const named = (descriptor) => {
        const type = own(descriptor, 'mediaType');
        return { ...descriptor, mediaType: OCI_NAMES.get(String(type)) ?? type };
    };
    const document = {
        ...json,
        mediaType: OCI_MANIFEST,
        config: named(own(json, 'config')),
        layers: listOf(own(json, 'layers')).map(named),
        annotations: { ...textsOf(own(json, 'annotations')), ...annotations },
    };
    const bytes = Buffer.from(JSON.stringify(document, undefined, 2));
    return { mediaType: OCI_MANIFEST, digest: digestOf(bytes), bytes };
}


/***/ }),

/***/ 9329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J9: () => (/* binding */ findManifest),
/* harmony export */   RV: () => (/* binding */ putManifest),
/* harmony export */   readManifest: () => (/* binding */ readManifest)
/* harmony export */ });
/* unused harmony exports MANIFEST_TYPES, deleteManifest, manifestMediaType */
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6192);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7375);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6247);
/**
 * Manifests and indexes: reading, looking up, writing and deleting them, and their media types. OCI distribution-spec,
 * "Pulling manifests", "Pushing manifests", "Deleting manifests"; image-spec, "Media Types".
 */



/**
 * What to ask for. All four, always: without them a registry converts to an ancient format, answers 404, or silently
 * picks one platform of an index.
 */
const MANIFEST_TYPES = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
const MANIFEST_LIMIT = 8 * 1024 * 1024;
/**
 * The manifest or index under the reference (its digest if it has one, else its tag, else `latest`), byte for byte.
 * Its hash is compared with the reference's digest and with `Docker-Content-Digest` (hardening R6). Throws
 * `RegistryError`, with code `DIGEST_MISMATCH` or `MANIFEST_INVALID` for an answer that cannot be trusted.
 */
async function readManifest(client, reference, options = {}) {
    const { registry } = reference;
    return client.request(reference, manifestCall('GET', reference, 'read'), options, async (answer) => {
        const bytes = await answer.read(MANIFEST_LIMIT);
        const digest = (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(bytes);
        const told = answer.header('docker-content-digest').filter(_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc);
        const other = [...told, reference.digest].find((expected) => expected !== undefined && expected !== digest);
        const details = { status: answer.status, host: registry };
        if (other !== undefined) {
            const hint = 'something between here and the registry changed or mixed up the answer; do not use this image';
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl(`the bytes received have digest ${digest}, not ${other}`, {
                ...details,
                code: 'DIGEST_MISMATCH',
                hint,
            });
        }
        const type = manifestMediaType(answer.header('content-type')[0], bytes);
        if (type.kind === 'bad')
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl(type.reason, { ...details, code: 'MANIFEST_INVALID' });
        return { digest, mediaType: type.value, bytes };
    });
}
/** What is under the reference; undefined when nothing is. Reads no more than it must. Throws `RegistryError`. */
async function findManifest(client, reference, options = {}) {
    const { actions = 'pull' } = options;
    const call = { ...manifestCall('HEAD', reference, 'look up'), expect: [404, 405], actions };
    const found = await client.request(reference, call, options, async (answer) => {
        await answer.discard();
        if (answer.status === 404)
            return undefined;
        const digest = answer.header('docker-content-digest')[0] ?? '';
        const mediaType = answer.header('content-type')[0]?.split(';')[0]?.trim() ?? '';
        const size = Number(answer.header('content-length')[0] ?? Number.NaN);
        const isEnough = answer.status !== 405 && (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest) && MANIFEST_TYPES.some((type) => type === mediaType);
        return isEnough && Number.isSafeInteger(size) ? { digest, mediaType, size } : 'unclear';
    });
    if (found !== 'unclear')
        return found;
    try {
        const { digest, mediaType, bytes } = await readManifest(client, reference, options);
        return { digest, mediaType, size: bytes.length };
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl && error.status === 404)
            return undefined;
        throw error;
    }
}
/**
 * Writes a manifest under the reference's digest, which must be its own, or under its tag. Throws `RegistryError`, with
 * code DIGEST_MISMATCH when the registry took it for something else.
 */
function putManifest(client, reference, { digest, mediaType, bytes }, options = {}) {
    const call = manifestCall('PUT', reference, 'write');
    const headers = { 'content-type': mediaType };
    return client.retrying(call.what, async (attempt) => {
        // Only the answer may have been lost, and some registries take a tag that must not move once only.
        if (attempt > 1 && (await isThere(client, reference, digest, options)))
            return { isSubjectKnown: false };
        return client.call(reference, { ...call, headers, body: bytes }, options, async (answer) => {
            await answer.discard();
            const other = answer.header('docker-content-digest').find((told) => (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(told) && told !== digest);
            if (other !== undefined) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl(`the registry took it for ${other}, and it is ${digest}`, {
                    status: answer.status,
                    code: 'DIGEST_MISMATCH',
                    host: reference.registry,
                });
            }
            return { isSubjectKnown: answer.header('oci-subject').length > 0 };
        });
    }, options.signal);
}
async function isThere(client, reference, digest, options) {
    const call = { ...manifestCall('HEAD', reference, 'look up'), expect: [404, 405], actions: 'pull,push' };
    return client.call(reference, call, options, async (answer) => {
        await answer.discard();
        return answer.header('docker-content-digest')[0] === digest;
    });
}
/** Takes away a tag, or a manifest with all of its tags by its digest. Throws `RegistryError`; many registries refuse. */
function deleteManifest(client, reference, options = {}) {
    return client.request(reference, { ...manifestCall('DELETE', reference, 'delete'), expect: [404] }, options, (answer) => answer.discard());
}
function manifestCall(method, reference, verb) {
    const target = (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .withDefaultTag */ ._t)(reference);
    return {
        method,
        path: ['manifests', target.digest ?? target.tag ?? ''],
        headers: { accept: MANIFEST_TYPES.join(', ') },
        what: `${verb} manifest ${verb === 'write' ? 'to' : 'of'} ${(0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .formatReference */ .FH)(target)}`,
        actions: /^(?:GET|HEAD)$/.test(method) ? 'pull' : 'pull,push',
    };
}
/**
 * The type by the `Content-Type` header and the document's own `mediaType`, which must agree where both speak
 * (a document read as two types is CVE-2021-41190). The header may be missing or say just JSON.
 */
function manifestMediaType(contentType, bytes) {
    let json;
    try {
        json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch {
        return { kind: 'bad', reason: 'the registry answered with something that is not JSON' };
    }
    if (typeof json !== 'object' || json === null)
        return { kind: 'bad', reason: 'the registry answered with JSON that is no object' };
    const own = Object.hasOwn(json, 'mediaType') ? json.mediaType : undefined;
    const header = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
    const isGeneric = header === '' || header === 'application/json' || header.startsWith('text/');
    if (typeof own === 'string' && own !== '' && !isGeneric && own !== header) {
        return { kind: 'bad', reason: `the registry calls it ${header}, the document calls itself ${own}` };
    }
    const value = typeof own === 'string' && own !== '' ? own : header;
    if (!MANIFEST_TYPES.includes(value)) {
        return { kind: 'bad', reason: `it has media type ${value || '(none)'}, which was not asked for` };
    }
    return { kind: 'type', value };
}


/***/ }),

/***/ 763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RM: () => (/* binding */ masksFor),
/* harmony export */   iP: () => (/* binding */ announce)
/* harmony export */ });
/* unused harmony export maskableLines */
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5760);
/**
 * What has to be hidden in the log once a credential is known (hardening S1), worked out before its first use. Too
 * much masking is a fault of its own: a masked short or common text makes the runner drop job outputs.
 */

const SHORTEST = 4;
/** The lines of a secret that can be masked: those of 4 and more characters that are not punctuation only. */
function maskableLines(secret) {
    const lines = secret.split(/\r\n|\r|\n/).map((line) => line.trim());
    return lines.filter((line) => line.length >= SHORTEST && /[\p{L}\p{N}]/u.test(line));
}
/** Announces what `masks` has of a secret, which messages may call `what`. */
function announce({ values, lines }, what, onSecret) {
    for (const value of values)
        onSecret(value, { what, isLine: lines.includes(value) });
}
/** Every form in which the credential can appear on a wire we write to. */
function masksFor(credential, registry) {
    const encoded = [(0,_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeRegistryAuth */ .yJ)(credential, registry), (0,_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeRegistryConfig */ .Sf)(new Map([[registry, credential]]))];
    if (credential.kind !== 'password')
        return masksOf(credential.token, registry, [registry], encoded);
    const { username, password } = credential;
    return masksOf(password, registry, [username, registry], [(0,_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeBasic */ .rY)(username, password), ...encoded]);
}
function masksOf(secret, registry, known, derived) {
    if (secret === '')
        return { values: [], lines: [], warnings: [] };
    const values = maskableLines(secret).filter((line) => !known.includes(line));
    const warnings = [];
    if (secret.length < SHORTEST && !/[\r\n]/.test(secret)) {
        warnings.push(`the password for ${registry} has fewer than ${SHORTEST} characters: too short to be masked in the log`);
    }
    else if (known.includes(secret)) {
        warnings.push(`the password for ${registry} equals its user name or host: it cannot be masked in the log`);
    }
    else if (values.length === 0) {
        warnings.push(`the password for ${registry} is only punctuation or very short lines: it cannot be masked in the log`);
    }
    const lines = /[\r\n]/.test(secret.trim()) ? values : [];
    return { values: [...new Set([...values, ...derived])], lines, warnings };
}


/***/ }),

/***/ 7182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N$: () => (/* binding */ mayUsePlainHttp),
/* harmony export */   c9: () => (/* binding */ checkLocation),
/* harmony export */   jW: () => (/* binding */ isLoopbackRegistry),
/* harmony export */   mR: () => (/* binding */ checkRealm),
/* harmony export */   n8: () => (/* binding */ checkRedirect)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7030);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7375);
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
/**
 * Where an upload goes on, by the `Location` of an answer: within the registry, or at another host as `checkRedirect`
 * allows and that is no internal one. A registry behind a proxy that ends TLS may not know of it, so plain http to its own
 * name means https. Throws `RegistryError` with code `REDIRECT_REFUSED`.
 */
function checkLocation(from, location) {
    const named = URL.parse(location, from.href);
    const isOwn = named?.hostname === from.hostname;
    if (isOwn && named.protocol === 'http:' && from.protocol === 'https:')
        named.href = from.origin + named.pathname + named.search;
    if (named?.origin === from.origin && named.username === '' && named.password === '')
        return named;
    const url = checkRedirect(from, location, []);
    if (!isOwn && isInternal(url.hostname)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl(`registry ${from.host}: upload refused: it would go to the internal address ${url.host}`, {
            status: 0,
            code: 'REDIRECT_REFUSED',
            host: from.host,
        });
    }
    return url;
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


/***/ }),

/***/ 7891:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ formatPlatform),
/* harmony export */   FL: () => (/* binding */ parsePlatform),
/* harmony export */   lP: () => (/* binding */ InvalidPlatform),
/* harmony export */   pC: () => (/* binding */ matchesPlatform)
/* harmony export */ });
/**
 * `os/arch[/variant]`. Spelling follows containerd's platform specifiers (https://github.com/containerd/platforms):
 * `x86_64` is `amd64`, `aarch64` is `arm64`, an unnamed `arm` is `arm/v7`. Unlike there, an unknown word is an error
 * that lists the known ones: a mistyped architecture would otherwise fail late, as "exec format error".
 */
class InvalidPlatform extends Error {
    name = 'InvalidPlatform';
    value;
    hint;
    constructor(value, reason, hint = 'write it as os/architecture[/variant], for example linux/arm64') {
        super(`invalid platform ${JSON.stringify(value.slice(0, 200))}: ${reason}`);
        this.value = value;
        this.hint = hint;
    }
}
const SYSTEMS = new Set('linux windows darwin freebsd netbsd openbsd dragonfly solaris illumos aix android ios plan9 zos wasi wasip1 js'.split(' '));
const ARCHITECTURES = new Set('amd64 arm64 arm 386 ppc64le ppc64 s390x s390 riscv64 riscv loong64 mips mipsle mips64 mips64le sparc64 sparc wasm wasm32'.split(' '));
const VARIANTS = new Map([
    ['amd64', /^v[1-4]$/],
    ['arm', /^v[5-8]$/],
    ['arm64', /^v[89](\.\d)?$/],
]);
const VARIANT_EXAMPLES = 'amd64/v1 to v4, arm/v5 to v8, arm64/v8 and v9, with .1 to .9';
/**
 * Reads one platform. A single word is taken as an architecture of `linux`. The variant stays as given, so that
 * `linux/arm64/v8` is written again as it was read; compare with `matchesPlatform`. Throws `InvalidPlatform`.
 */
function parsePlatform(text) {
    if (text.includes(',')) {
        throw new InvalidPlatform(text, 'it is a list, and one platform is wanted here', 'give each platform by itself');
    }
    const parts = text.split('/');
    if (text === '' || parts.length > 3 || parts.includes('')) {
        throw new InvalidPlatform(text, text === '' ? 'it is empty' : 'it is not of the form os/architecture[/variant]');
    }
    const odd = /[^A-Za-z0-9_.-]/.exec(text.replaceAll('/', ''));
    if (odd) {
        const hint = odd[0] === '(' ? 'leave out the system version' : undefined;
        throw new InvalidPlatform(text, `${JSON.stringify(odd[0])} cannot stand in it`, hint);
    }
    const [first = '', second, third] = parts;
    if (second === undefined) {
        const os = normaliseSystem(first);
        if (SYSTEMS.has(os)) {
            throw new InvalidPlatform(text, 'the architecture is missing', `write for example ${os}/amd64`);
        }
        return platform(text, 'linux', first, undefined);
    }
    return platform(text, normaliseSystem(first), second, third);
}
/** `os/arch[/variant]`; `parsePlatform` reads it back to the same value. */
function formatPlatform({ os, architecture, variant }) {
    return variant === undefined ? `${os}/${architecture}` : `${os}/${architecture}/${variant}`;
}
/**
 * Whether an image of platform `got` is what was asked for: equal once the unnamed variant is filled in, so `arm64`
 * and `arm64/v8` match, `arm` and `arm/v7` match, but `arm/v6` does not stand in for `arm/v7`.
 */
function matchesPlatform(asked, got) {
    const [a, b] = [canonical(asked), canonical(got)];
    return a.os === b.os && a.architecture === b.architecture && a.variant === b.variant;
}
function platform(text, os, archText, variantText) {
    if (!SYSTEMS.has(os)) {
        throw new InvalidPlatform(text, `${JSON.stringify(os)} is not an operating system`, `known: ${[...SYSTEMS].join(', ')}`);
    }
    const { architecture, variant } = normaliseArchitecture(archText, variantText);
    if (!ARCHITECTURES.has(architecture)) {
        throw new InvalidPlatform(text, `${JSON.stringify(architecture)} is not an architecture`, `known: ${[...ARCHITECTURES].join(', ')}`);
    }
    if (variant === undefined)
        return { os, architecture };
    if (!VARIANTS.get(architecture)?.test(variant)) {
        throw new InvalidPlatform(text, `${architecture} has no variant ${JSON.stringify(variant)}`, `known: ${VARIANT_EXAMPLES}`);
    }
    return { os, architecture, variant };
}
function normaliseSystem(os) {
    const lower = os.toLowerCase();
    return lower === 'macos' ? 'darwin' : lower;
}
function normaliseArchitecture(archText, variantText) {
    const variant = variantText?.toLowerCase().replace(/^(?=[1-9])/, 'v');
    const architecture = archText.toLowerCase();
    switch (architecture) {
        case 'x86_64':
        case 'x86-64':
            return { architecture: 'amd64', variant };
        case 'aarch64':
            return { architecture: 'arm64', variant };
        case 'i386':
            return { architecture: '386', variant };
        case 'armhf': // means v7, which is what an unnamed arm is
            return { architecture: 'arm', variant };
        case 'armel':
            return { architecture: 'arm', variant: variant ?? 'v6' };
        default:
            return { architecture, variant };
    }
}
/** Engines and registries also answer with long names (`aarch64`) and with variants that mean "the usual one". */
function canonical(given) {
    const { architecture, variant } = normaliseArchitecture(given.architecture, given.variant || undefined);
    const usual = architecture === 'amd64' ? 'v1' : architecture === 'arm64' ? 'v8' : architecture === 'arm' ? 'v7' : '';
    return { os: normaliseSystem(given.os), architecture, variant: variant ?? usual };
}


/***/ }),

/***/ 6247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ay: () => (/* binding */ uniqueRepositories),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   LF: () => (/* binding */ formatFamiliar),
/* harmony export */   U$: () => (/* binding */ registryHost),
/* harmony export */   Xb: () => (/* binding */ DOCKER_HUB),
/* harmony export */   Yu: () => (/* binding */ familiarRepository),
/* harmony export */   _t: () => (/* binding */ withDefaultTag),
/* harmony export */   ft: () => (/* binding */ InvalidReference)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6192);
/**
 * Names of images. Text becomes a `Reference` once, here, under the grammar engines and registries use and with
 * Docker's normalisation (`busybox` is `docker.io/library/busybox`), so that nothing unparsed reaches a URL.
 * Grammar: https://github.com/distribution/reference; some things it allows are refused here, each because it can only
 * be a mistake: a first part with capitals and no dot (`MyOrg/app` would be looked up as a host), `..` inside a tag, a
 * port above 65535, numbers that are no address, and digests other than sha256.
 */

class InvalidReference extends Error {
    name = 'InvalidReference';
    value;
    /** Index into `value` of the first character that cannot stand there, from 0. */
    position;
    hint;
    constructor(value, reason, at = {}) {
        const where = at.position === undefined ? '' : ` (at character ${at.position + 1})`;
        super(`invalid image reference ${quote(value)}: ${reason}${where}`);
        this.value = value;
        this.position = at.position;
        this.hint = at.hint;
    }
}
const DOCKER_HUB = 'docker.io';
const DEFAULT_TAG = 'latest';
const LONGEST_PATH = 255;
/** Domain, path, tag and digest at their longest fit well inside; longer text is not worth a close look. */
const LONGEST_TEXT = 1024;
const HOST_LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const DOMAIN = new RegExp(`^(?:${HOST_LABEL}(?:\\.${HOST_LABEL})*|\\[[A-Fa-f0-9:]+\\])(?::([0-9]+))?$`);
const PATH_PART = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const IMAGE_ID = /^(?:sha256:)?[a-f0-9]{64}$/;
/** Reads a familiar or full name. No tag is added, see `withDefaultTag`. Throws `InvalidReference`. */
function parseReference(text) {
    checkCharacters(text);
    const at = text.indexOf('@');
    const name = at < 0 ? text : text.slice(0, at);
    const { registry, rest, offset } = splitRegistry(text, name);
    const colon = rest.indexOf(':');
    const shortPath = colon < 0 ? rest : rest.slice(0, colon);
    checkPath(text, shortPath, offset);
    const path = registry === DOCKER_HUB && !shortPath.includes('/') ? `library/${shortPath}` : shortPath;
    if (path.length > LONGEST_PATH) {
        throw new InvalidReference(text, `the repository path has ${path.length} characters, the limit is ${LONGEST_PATH}`);
    }
    const tag = colon < 0 ? undefined : checkedTag(text, rest.slice(colon + 1), offset + colon + 1);
    const digest = at < 0 ? undefined : checkedDigest(text, text.slice(at + 1), at + 1);
    return { registry, path, ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }) };
}
/** The full form, `docker.io/library/busybox:1@sha256:…`; `parseReference` reads it back to the same value. */
function formatReference(reference) {
    return formatRepository(reference) + suffix(reference);
}
/** Registry and path without tag and digest, e.g. `ghcr.io/owner/app`. */
function formatRepository(reference) {
    return `${reference.registry}/${reference.path}`;
}
/** What Docker prints and stores as `RepoTags`: `busybox:1`, `owner/app`, but `ghcr.io/owner/app`. */
function formatFamiliar(reference) {
    return familiarRepository(reference) + suffix(reference);
}
/** `formatFamiliar` without tag and digest. */
function familiarRepository({ registry, path }) {
    if (registry !== DOCKER_HUB)
        return `${registry}/${path}`;
    const official = path.startsWith('library/') ? path.slice('library/'.length) : path;
    // `library/a/b` must stay whole: without its first part it would read as repository `a/b`.
    if (!official.includes('/'))
        return official;
    // A first part with a dot would be taken for a host when read again.
    return looksLikeHost(path.slice(0, path.indexOf('/'))) ? `${registry}/${path}` : path;
}
/** Adds `:latest` where neither tag nor digest is given, as `docker push` and `docker pull` do. */
function withDefaultTag(reference) {
    return reference.tag === undefined && reference.digest === undefined ? { ...reference, tag: DEFAULT_TAG } : reference;
}
/** Each repository once, without tags and digests, in the order of their first. */
function uniqueRepositories(references) {
    const bare = references.map(({ registry, path }) => [`${registry}/${path}`, { registry, path }]);
    return [...new Map(bare).values()];
}
/** Host (and port) that serves the registry API; only Docker Hub's differs from the name people write. */
function registryHost(reference) {
    return reference.registry === DOCKER_HUB ? 'registry-1.docker.io' : reference.registry;
}
function suffix({ tag, digest }) {
    return (tag === undefined ? '' : `:${tag}`) + (digest === undefined ? '' : `@${digest}`);
}
function quote(value) {
    return JSON.stringify(value.length > 200 ? `${value.slice(0, 200)}…` : value);
}
function checkCharacters(text) {
    if (text === '')
        throw new InvalidReference(text, 'it is empty');
    if (text.length > LONGEST_TEXT)
        throw new InvalidReference(text, `it has ${text.length} characters, the limit is ${LONGEST_TEXT}`);
    const odd = /[^\x21-\x7e]/.exec(text);
    if (odd) {
        const kind = /[\r\n]/.test(odd[0])
            ? 'a line break'
            : /\s/.test(odd[0])
                ? 'white space'
                : 'a character outside printable ASCII';
        const hint = /\s/.test(odd[0]) ? 'give one reference per line or comma, without spaces inside' : undefined;
        throw new InvalidReference(text, `it contains ${kind}`, { position: odd.index, ...(hint && { hint }) });
    }
    const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(text);
    if (scheme) {
        throw new InvalidReference(text, 'it starts with a scheme', { position: 0, hint: `leave out "${scheme[0]}"` });
    }
    const dots = text.indexOf('..');
    if (dots >= 0)
        throw new InvalidReference(text, 'it contains ".."', { position: dots });
    if (IMAGE_ID.test(text)) {
        throw new InvalidReference(text, 'it is an image id or digest, not a name, so it has no repository');
    }
}
function splitRegistry(text, name) {
    const slash = name.indexOf('/');
    const first = slash < 0 ? '' : name.slice(0, slash);
    if (!looksLikeHost(first)) {
        if (first !== first.toLowerCase())
            throw capitals(text, text.search(/[A-Z]/));
        return { registry: DOCKER_HUB, rest: name, offset: 0 };
    }
    const parts = DOMAIN.exec(first);
    if (!parts)
        throw new InvalidReference(text, `"${first}" is not a valid registry host`, { position: 0 });
    if (Number(parts[1] ?? 0) > 65535) {
        throw new InvalidReference(text, `"${parts[1]}" is not a port`, { position: first.lastIndexOf(':') + 1 });
    }
    // The grammar also takes what is no address, such as 999.1.1.1 or [abc]; every call would fail on it.
    if (!URL.canParse(`https://${first}`)) {
        throw new InvalidReference(text, `"${first}" is not a valid registry host`, { position: 0 });
    }
    const isHub = first === DOCKER_HUB || first === 'index.docker.io';
    return { registry: isHub ? DOCKER_HUB : first, rest: name.slice(slash + 1), offset: slash + 1 };
}
function looksLikeHost(first) {
    return first === 'localhost' || /[.:]/.test(first);
}
function checkPath(text, path, offset) {
    if (path === '') {
        throw new InvalidReference(text, 'the repository name is missing', { position: offset });
    }
    let start = offset;
    for (const part of path.split('/')) {
        if (part === '')
            throw new InvalidReference(text, 'a part between slashes is empty', { position: start });
        if (!PATH_PART.test(part)) {
            if (PATH_PART.test(part.toLowerCase()))
                throw capitals(text, start + part.search(/[A-Z]/));
            throw new InvalidReference(text, `${quote(part)} is not a valid repository part`, {
                position: start + Math.max(0, part.search(/[^A-Za-z0-9._-]|^[._-]|[._-]$|[._-]{2}/)),
                hint: 'lower-case letters and digits, with single ".", "_", "__" or dashes between them',
            });
        }
        start += part.length + 1;
    }
}
/** The commonest mistake: `${{ github.repository }}` keeps the capitals of the owner. */
function capitals(text, position) {
    const tagAt = /[:@](?!.*\/)/.exec(text)?.index ?? text.length;
    const lower = text.slice(0, tagAt).toLowerCase() + text.slice(tagAt);
    const hint = `use ${quote(lower)}; in a workflow, GITHUB_REPOSITORY keeps capitals, so lower it first: "\${GITHUB_REPOSITORY,,}"`;
    return new InvalidReference(text, 'a repository must be lower case', { position, hint });
}
function checkedTag(text, tag, offset) {
    if (TAG.test(tag) && !tag.includes('..'))
        return tag;
    const odd = tag.search(/^[^\w]|[^\w.-]|\.\./);
    const reason = tag === ''
        ? 'the tag after ":" is empty'
        : tag.length > 128
            ? 'the tag is longer than 128 characters'
            : `${quote(tag)} is not a valid tag`;
    const hint = 'a tag has letters, digits, "_", "." and "-" and starts with none of the last two; replace "/" of branch names by "-"';
    throw new InvalidReference(text, reason, { position: offset + Math.max(0, odd), hint });
}
function checkedDigest(text, digest, offset) {
    try {
        return (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDigest */ .m)(digest);
    }
    catch (cause) {
        if (!(cause instanceof _digest_js__WEBPACK_IMPORTED_MODULE_0__/* .InvalidDigest */ .cH))
            throw cause;
        throw new InvalidReference(text, cause.message, { position: offset, hint: cause.hint });
    }
}


/***/ }),

/***/ 7728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dm: () => (/* binding */ isTransientStatus),
/* harmony export */   R$: () => (/* binding */ retrying),
/* harmony export */   gL: () => (/* binding */ isTransientCode),
/* harmony export */   ml: () => (/* binding */ systemClock),
/* harmony export */   yE: () => (/* binding */ RETRY_POLICY),
/* harmony export */   yf: () => (/* binding */ waitingAfter)
/* harmony export */ });
/* unused harmony exports waitSeconds, retryAfterSeconds */
/**
 * The one retry policy (hardening R8, R9), for registry calls and for pushes made by an engine alike. It knows nothing
 * of either: a `classify` function says what an error means, clock and random are passed in.
 */
const RETRY_POLICY = {
    tries: 3,
    baseSeconds: 2,
    factor: 3,
    jitter: 0.2,
    capSeconds: 60,
    budgetSeconds: 180,
};
/** Runs the operation until it succeeds, fails for good, or the policy ends; then its own last error is thrown. */
async function retrying(operation, options) {
    const { signal } = options;
    const failed = waitingAfter(options);
    for (let attempt = 1;; attempt += 1) {
        signal?.throwIfAborted();
        try {
            return await operation(attempt);
        }
        catch (error) {
            await failed(error);
        }
    }
}
/**
 * The policy by itself, for work that goes on where it broke off: to be told of each failure, it waits as long as is
 * right before the next try, or throws the failure when there is none.
 */
function waitingAfter(options) {
    const { what, classify, clock, random, log, signal, policy = RETRY_POLICY } = options;
    let firstFailure;
    let attempt = 0;
    return async (error) => {
        attempt += 1;
        signal?.throwIfAborted();
        const verdict = classify(error);
        if (verdict.kind === 'permanent' || attempt >= policy.tries)
            throw error;
        const now = clock.now();
        firstFailure ??= now;
        const seconds = waitSeconds(attempt, { retryAfter: verdict.retryAfter, now, random: random(), policy });
        if (now - firstFailure + seconds * 1000 > policy.budgetSeconds * 1000) {
            log(`${what}: ${verdict.reason}; not tried again, the time for retries (${policy.budgetSeconds} s) is used up`);
            throw error;
        }
        log(`${what}: ${verdict.reason}; try ${attempt + 1} of ${policy.tries} in ${seconds.toFixed(1)} s`);
        await clock.sleep(seconds * 1000, signal);
    };
}
/** Seconds to wait after try number `attempt` (from 1). */
function waitSeconds(attempt, given) {
    const { policy } = given;
    const asked = retryAfterSeconds(given.retryAfter, given.now);
    const backoff = policy.baseSeconds * policy.factor ** (attempt - 1) * (1 + policy.jitter * (2 * given.random - 1));
    return Math.min(asked ?? backoff, policy.capSeconds);
}
/** `Retry-After` in either form of RFC 9110 section 10.2.3; undefined when it is neither. A date in the past is 0. */
function retryAfterSeconds(value, now) {
    const text = value?.trim() ?? '';
    if (/^\d+$/.test(text))
        return Number(text);
    // All HTTP date forms begin with a day's name and hold a time; Date.parse alone would also read "-5" as a year.
    const date = /^[a-z]{3,9},? .*\d\d:\d\d:\d\d/i.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(date) ? undefined : Math.max(0, (date - now) / 1000);
}
/** HTTP statuses worth another try. */
function isTransientStatus(status) {
    return [408, 429, 500, 502, 503, 504].includes(status);
}
/** Error codes of Node and undici that stand for a broken connection, not for an answer. */
function isTransientCode(code) {
    return code !== undefined && TRANSIENT_CODES.has(code);
}
const TRANSIENT_CODES = new Set([
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'EAI_AGAIN',
    'UND_ERR_SOCKET',
    'UND_ERR_CONNECT_TIMEOUT',
    'UND_ERR_HEADERS_TIMEOUT',
    'UND_ERR_BODY_TIMEOUT',
]);
const systemClock = {
    now: () => Date.now(),
    sleep: (milliseconds, signal) => new Promise((resolve, reject) => {
        if (signal?.aborted)
            return reject(signal.reason);
        const timer = setTimeout(() => {
            signal?.removeEventListener('abort', stop);
            resolve();
        }, milliseconds);
        function stop() {
            clearTimeout(timer);
            reject(signal?.reason);
        }
        signal?.addEventListener('abort', stop, { once: true });
    }),
};


/***/ }),

/***/ 9689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A8: () => (/* binding */ matchingKeys),
/* harmony export */   TC: () => (/* binding */ credentialKey),
/* harmony export */   i7: () => (/* binding */ canonicalRegistry)
/* harmony export */ });
/* unused harmony export parseServerKey */
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6247);
/**
 * How credential stores name a registry: `ghcr.io`, `https://index.docker.io/v1/`, `localhost:5000`, and the scoped
 * forms `host/repository` and `host/repository@push` written by docker/login-action's `scope` and by Podman.
 * docker CLI cli/config/credentials (host comparison), buildx util/authutil (scopes).
 */

const HUB_KEY = 'https://index.docker.io/v1/';
const HUB_ALIASES = new Set([
    _reference_js__WEBPACK_IMPORTED_MODULE_0__/* .DOCKER_HUB */ .Xb,
    'index.docker.io',
    'registry-1.docker.io',
    'registry.hub.docker.com',
]);
/** `registry` in lower case, with Docker Hub's aliases made one: two spellings of a registry compare equal by it. */
function canonicalRegistry(registry) {
    const host = registry.toLowerCase();
    return HUB_ALIASES.has(host) ? _reference_js__WEBPACK_IMPORTED_MODULE_0__/* .DOCKER_HUB */ .Xb : host;
}
/**
 * The name engines and credential helpers know the registry by: `X-Registry-Config` entries of Docker Hub are only
 * found under its v1 address, all others under host and port.
 */
function credentialKey(registry) {
    const host = canonicalRegistry(registry);
    return host === _reference_js__WEBPACK_IMPORTED_MODULE_0__/* .DOCKER_HUB */ .Xb ? HUB_KEY : host;
}
function parseServerKey(key) {
    const scheme = /^https?:\/\//i.exec(key.trim())?.[0] ?? '';
    const [place = '', actions] = key.trim().slice(scheme.length).split('@', 2);
    const slash = place.indexOf('/');
    const path = slash < 0 ? '' : place.slice(slash + 1).replace(/\/+$/, '');
    // An address with scheme or API version is how old clients wrote a whole registry; its path is no repository.
    const scope = scheme !== '' || path === 'v1' || path === 'v2' ? '' : path;
    return {
        host: canonicalRegistry(slash < 0 ? place : place.slice(0, slash)),
        scope,
        actions: actions === undefined ? undefined : actions.split(','),
    };
}
/** Of `keys`, those that serve the need, the most specific first: longest scope, then those made for the action. */
function matchingKeys(keys, need) {
    return [...keys]
        .map((key) => ({ key, parsed: parseServerKey(key) }))
        .filter(({ parsed }) => serves(parsed, need))
        .sort((a, b) => specificity(b.parsed) - specificity(a.parsed))
        .map(({ key }) => key);
}
function specificity({ scope, actions }) {
    return 2 * scope.length + (actions === undefined ? 0 : 1);
}
function serves({ host, scope, actions }, { registry, repository, action = 'pull' }) {
    if (host !== canonicalRegistry(registry))
        return false;
    if (actions !== undefined && !actions.includes(action))
        return false;
    if (scope === '')
        return true;
    if (repository === undefined)
        return false;
    const official = host === _reference_js__WEBPACK_IMPORTED_MODULE_0__/* .DOCKER_HUB */ .Xb && repository === `library/${scope}`;
    return official || repository === scope || repository.startsWith(`${scope}/`);
}


/***/ }),

/***/ 543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ leadsInto)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/** What lies in the workspace can come from a pull request, so credentials and programs found there are not trusted. */


/** Whether the path lies in the workspace (or is it), as written or with its links followed: a link must hide neither. */
async function leadsInto(path, workspace) {
    const real = (name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(name).catch(() => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(name));
    return isBelow((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace)) || isBelow(await real(path), await real(workspace));
}
function isBelow(path, root) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, path);
    return way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way);
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(7036);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
