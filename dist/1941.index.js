export const id = 1941;
export const ids = [1941];
export const modules = {

/***/ 41941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createGitFetcher: () => (/* binding */ createGitFetcher)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _pipeline_git_fetch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72134);
/* harmony import */ var _pipeline_git_source_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(72609);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47611);
/* harmony import */ var _program_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98059);
/* harmony import */ var _temporary_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8836);
/**
 * Fetches a Git context with the git of the runner, as BuildKit does it: one commit without its history, submodules
 * with it, no `.git` unless asked for. Of git's many ways to be led elsewhere only the allowed transports stay
 * (hardening E5); hooks, filters and helpers of the machine are off, and an account travels in the environment alone, as
 * configuration that git sends to the one host (S2, S3).
 */







function createGitFetcher(options) {
    return async (source, { account, agent, signal }) => {
        const root = (0,_temporary_js__WEBPACK_IMPORTED_MODULE_5__/* .makeTemporary */ .w)(options.temp, options.onTemporary);
        // Modes of files in the image do not depend on the runner's; those of the directory above are fixed.
        const umask = process.umask(0o022);
        try {
            const git = await Git.find(source, { account, agent, signal, ssh: sshCommand(root, options) }, options);
            return await fetchInto((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'repository'), git, source, () => (0,_temporary_js__WEBPACK_IMPORTED_MODULE_5__.removeTemporary)(root));
        }
        catch (error) {
            (0,_temporary_js__WEBPACK_IMPORTED_MODULE_5__.removeTemporary)(root);
            throw error;
        }
        finally {
            process.umask(umask);
        }
    };
}
async function fetchInto(root, git, source, remove) {
    await git.run(['init', '--quiet', '--template=', root], undefined);
    await git.run(['remote', 'add', 'origin', source.repository], root);
    const fetched = await fetchRef(root, git, source);
    await git.run(['checkout', '--quiet', '--force', '--detach', fetched], root);
    const commit = (await git.run(['rev-parse', 'HEAD'], root)).trim();
    const { checksum, directory } = source;
    if (checksum !== undefined && !commit.startsWith(checksum))
        throw new _pipeline_git_fetch_js__WEBPACK_IMPORTED_MODULE_2__/* .FetchFailed */ .C((0,_pipeline_git_source_js__WEBPACK_IMPORTED_MODULE_6__/* .showGitSource */ .V_)(source), `it leads to ${commit}, which does not begin with ${checksum}`);
    if (source.submodules && isThere((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, '.gitmodules'))) {
        const update = ['submodule', '--quiet', 'update', '--init', '--recursive', '--force'];
        await git.run([...update, '--depth=1'], root);
    }
    if (!source.keepGit)
        removeGit(root);
    return { root, directory: inside(root, directory, source), commit, [Symbol.asyncDispose]: async () => remove() };
}
/** What to check out. A branch goes before a tag of the same name, as BuildKit has it. */
async function fetchRef(root, git, source) {
    const { ref } = source;
    const fetch = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', '--update-head-ok'];
    const commit = (0,_pipeline_git_source_js__WEBPACK_IMPORTED_MODULE_6__/* .commitOf */ .D3)({ ...source, checksum: undefined });
    if (commit === undefined) {
        await git.run([...fetch, '--depth=1', 'origin', ref === undefined ? 'HEAD' : await nameOf(ref, root, git)], root);
        return 'FETCH_HEAD';
    }
    try {
        await git.run([...fetch, '--depth=1', 'origin', commit], root);
        return 'FETCH_HEAD';
    }
    catch (error) {
        // Servers need not give out a commit that no branch or tag ends at; then it is looked for in all of them.
        if (!(error instanceof _pipeline_git_fetch_js__WEBPACK_IMPORTED_MODULE_2__/* .FetchFailed */ .C) || !/not our ref|unadvertised object|no such remote ref/.test(error.message))
            throw error;
        await git.run([...fetch, 'origin', '+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*'], root);
        return commit;
    }
}
/** The whole name of a branch or a tag; what is none is left to git, whose words are good. */
async function nameOf(ref, root, git) {
    if (ref.startsWith('refs/'))
        return ref;
    const names = [`refs/${ref}`, `refs/heads/${ref}`, `refs/tags/${ref}`];
    const listed = await git.run(['ls-remote', '--quiet', 'origin', ...names], root);
    const there = new Set(listed.split('\n').map((line) => line.split('\t')[1]));
    return names.find((name) => there.has(name)) ?? ref;
}
function removeGit(root) {
    for (const entry of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(root, { withFileTypes: true, recursive: true }))
        if (entry.name === '.git')
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.parentPath, '.git'), { recursive: true, force: true });
}
/** Where the directory really is; links in the repository may lead anywhere. */
function inside(root, directory, source) {
    if (directory === undefined)
        return root;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, directory);
    const hint = `The part behind the colon is a directory of the repository`;
    if (!isThere(path))
        throw new _pipeline_git_fetch_js__WEBPACK_IMPORTED_MODULE_2__/* .FetchFailed */ .C((0,_pipeline_git_source_js__WEBPACK_IMPORTED_MODULE_6__/* .showGitSource */ .V_)(source), `it has no ${directory}`, hint);
    const real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
    if (!`${real}${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`.startsWith(`${(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(root)}${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(real).isDirectory())
        throw new _pipeline_git_fetch_js__WEBPACK_IMPORTED_MODULE_2__/* .FetchFailed */ .C((0,_pipeline_git_source_js__WEBPACK_IMPORTED_MODULE_6__/* .showGitSource */ .V_)(source), `${directory} is no directory in it`, hint);
    return real;
}
function isThere(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false }) !== undefined;
}
/** Bytes that a command of ours may print. */
const OUTPUT_LIMIT = 4 * 1024 * 1024;
const TRANSPORTS = ['https', 'http', 'git', 'ssh'];
class Git {
    #program;
    #environment;
    #source;
    #signal;
    constructor(program, environment, source, signal) {
        this.#program = program;
        this.#environment = environment;
        this.#source = source;
        this.#signal = signal;
    }
    /** Throws FetchFailed where there is none, or one too old to be told safely. */
    static async find(source, { account, agent, signal, ssh }, { env, workspace, onSecret }) {
        const { program, path } = await (0,_program_js__WEBPACK_IMPORTED_MODULE_3__/* .findProgram */ .K)('git', { environment: env, workspace });
        if (program === undefined) {
            const hint = 'Install git on the runner, or check the repository out in a step before this one and give a path';
            throw new _pipeline_git_fetch_js__WEBPACK_IMPORTED_MODULE_2__/* .FetchFailed */ .C((0,_pipeline_git_source_js__WEBPACK_IMPORTED_MODULE_6__/* .showGitSource */ .V_)(source), 'there is no git on PATH outside of the workspace', hint, true);
        }
        if (account !== undefined)
            onSecret(account.authorization.replace(/^basic /i, ''));
        const git = new Git(program, environmentFor(source, { account, agent, ssh, path, env }), source, signal);
        const version = await git.run(['version'], undefined);
        const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(version) ?? []).map(Number);
        // Its configuration is taken from the environment since then.
        if (major > 2 || (major === 2 && minor >= 31))
            return git;
        throw new _pipeline_git_fetch_js__WEBPACK_IMPORTED_MODULE_2__/* .FetchFailed */ .C((0,_pipeline_git_source_js__WEBPACK_IMPORTED_MODULE_6__/* .showGitSource */ .V_)(source), `git on the runner is too old (${version.trim()})`, 'Install 2.31 or newer');
    }
    /** What it printed. */
    async run(args, directory) {
        const options = { environment: this.#environment, directory, signal: this.#signal, outputLimit: OUTPUT_LIMIT };
        const what = (0,_pipeline_git_source_js__WEBPACK_IMPORTED_MODULE_6__/* .showGitSource */ .V_)(this.#source);
        try {
            const { code, output, errors } = await (0,_program_run_js__WEBPACK_IMPORTED_MODULE_4__/* .runProgram */ .m)(this.#program, args, options);
            if (code === 0)
                return output;
            const { why, hint } = reasonOf(errors, this.#source);
            throw new _pipeline_git_fetch_js__WEBPACK_IMPORTED_MODULE_2__/* .FetchFailed */ .C(what, why || `git ${args[0] ?? ''} ended with exit code ${code}`, hint);
        }
        catch (error) {
            if (!(error instanceof _program_run_js__WEBPACK_IMPORTED_MODULE_4__/* .ProgramFailed */ .O))
                throw error;
            throw new _pipeline_git_fetch_js__WEBPACK_IMPORTED_MODULE_2__/* .FetchFailed */ .C(what, error.why === 'start' ? 'git could not be started' : 'git said too much');
        }
    }
}
/** For the shell that git starts ssh with; host keys are always verified (hardening R1). */
function sshCommand(root, { knownHosts }) {
    const options = ['BatchMode=yes', 'StrictHostKeyChecking=yes'];
    if (knownHosts !== '') {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'known_hosts');
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(file, `${knownHosts}\n`, { mode: 0o600, flag: 'wx' });
        const value = `"${file.replaceAll('%', '%%')}"`;
        options.push(`UserKnownHostsFile=${value}`, `GlobalKnownHostsFile=${value}`);
    }
    return ['ssh', ...options.map((option) => `-o '${option.replaceAll("'", "'\\''")}'`)].join(' ');
}
function environmentFor({ repository, scheme }, { account, agent, ssh, path, env, }) {
    const passed = Object.entries(env).filter((entry) => entry[1] !== undefined && (0,_program_js__WEBPACK_IMPORTED_MODULE_3__/* .isPlainVariable */ .f)(entry[0]));
    const origin = scheme.startsWith('http') ? new URL(repository).origin : '';
    const settings = [
        ['core.hooksPath', '/dev/null'],
        ['core.fsmonitor', 'false'],
        ['core.autocrlf', 'false'],
        ['core.symlinks', 'true'],
        ['advice.detachedHead', 'false'],
        ['gc.auto', '0'],
        // A server that stalls: less than a byte a second for a minute.
        ['http.lowSpeedLimit', '1'],
        ['http.lowSpeedTime', '60'],
        // An account that is given goes before those the machine remembers.
        ...(account === undefined
            ? []
            : [
                ['credential.helper', ''],
                // git would send the account on to wherever a redirect leads (R2).
                ['http.followRedirects', 'false'],
                [`http.${origin}/.extraheader`, ''],
                [`http.${origin}/.extraheader`, `Authorization: ${account.authorization}`],
            ]),
    ];
    return {
        ...Object.fromEntries(passed),
        PATH: path,
        LC_ALL: 'C',
        GIT_TERMINAL_PROMPT: '0',
        GIT_ALLOW_PROTOCOL: TRANSPORTS.join(':'),
        // BuildKit knows no LFS, so the image must not depend on whether the runner does.
        GIT_LFS_SKIP_SMUDGE: '1',
        GIT_SSH_COMMAND: ssh,
        ...(agent !== undefined && { SSH_AUTH_SOCK: agent }),
        GIT_CONFIG_COUNT: String(settings.length),
        ...Object.fromEntries(settings.flatMap(([key, value], at) => [
            [`GIT_CONFIG_KEY_${at}`, key],
            [`GIT_CONFIG_VALUE_${at}`, value],
        ])),
    };
}
const NEEDS_ACCOUNT = /could not read Username|Authentication failed|terminal prompts disabled|returned error: 40[13]|Repository (?:'[^']*' )?not found|Permission denied \(publickey/i;
/** git's own last words, and what to do about them. */
function reasonOf(errors, { host, scheme }) {
    const lines = errors.split('\n').map((line) => line.trim());
    const told = lines
        .filter((line) => /^(?:fatal|error|remote): /.test(line))
        .map((line) => line.replace(/^\w+: +/, ''));
    const why = told.slice(-3).join('; ').slice(0, 1000);
    if (/Host key verification failed/.test(errors))
        return { why, hint: `Give the host key of ${host} with ssh-known-hosts, as ssh-keyscan prints it` };
    if (/unable to update url base from redirection|returned error: 30\d/i.test(errors))
        return { why, hint: `The repository has moved; give its new address, as an account is not sent after it` };
    if (/couldn't find remote ref|not our ref/i.test(errors))
        return { why, hint: 'Check the name of the branch, tag or commit' };
    if (!NEEDS_ACCOUNT.test(errors))
        return { why, hint: undefined };
    const account = `for a private repository give a token as the secret GIT_AUTH_TOKEN.${host}`;
    const own = "the job's own token is used for {{defaultContext}} alone, and needs permissions: contents: read";
    return { why, hint: scheme === 'ssh' ? 'Give a key that may read it' : `Check the address; ${account} (${own})` };
}


/***/ })

};
