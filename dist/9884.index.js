export const id = 9884;
export const ids = [9884,5843];
export const modules = {

/***/ 9884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   saveEntries: () => (/* binding */ saveEntries)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _cache_input_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27528);
/* harmony import */ var _cache_service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75843);
/* harmony import */ var _raw_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21571);
/* harmony import */ var _state_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(11049);
/* harmony import */ var _temporary_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8836);
/** What the main part kept for the cache of GitHub Actions, saved by the post part (hardening L4). */







/** Never fails the job. Throws nothing but the reason of the signal. */
async function saveEntries(entries, { env, log, signal }) {
    const workspace = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(env['GITHUB_WORKSPACE'] || process.cwd());
    // The main part has said what there is to say of the inputs.
    const quiet = { ...log, info: () => { }, notice: () => { }, warning: () => { } };
    const raw = (0,_raw_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .readRaw */ .hc)((name, form) => (0,_raw_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .inputText */ .AN)(env, name, form), quiet);
    const { to } = (0,_cache_input_js__WEBPACK_IMPORTED_MODULE_2__/* .readCaches */ .Q)(raw, { env, workspace, log: quiet, onSecret: (value) => log.mask(value) });
    const own = (0,_temporary_js__WEBPACK_IMPORTED_MODULE_6__.ownTemporaries)((0,_state_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readTemporaries */ .KM)(env), env['RUNNER_TEMP'] || (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)());
    for (const { directory, key, content, scope } of entries) {
        const cache = to.find(({ type, attributes }) => type === 'gha' && (attributes.get('scope') || 'buildkit') === scope);
        if (cache === undefined || !own.includes(directory))
            continue;
        await (0,_cache_service_js__WEBPACK_IMPORTED_MODULE_3__/* .saveEntry */ .w)({ content, key }, { parent: directory, access: cache.attributes, signal }, { env, workspace, log });
    }
}


/***/ }),

/***/ 75843:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreEntry: () => (/* binding */ restoreEntry),
/* harmony export */   w: () => (/* binding */ saveEntry)
/* harmony export */ });
/* harmony import */ var _cache_entry_store_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8717);
/* harmony import */ var _cache_job_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89962);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47611);
/* harmony import */ var _program_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98059);
/**
 * The cache of GitHub Actions: entries restored and saved by a process of our own bundle (cache/program.ts), which gets of
 * the environment only what that needs.
 */




/** See EntryStore. Throws nothing but the reason of the signal. */
async function restoreEntry(prefixes, place, options) {
    const { outcome, reasons } = await call({ kind: 'restore', prefixes }, place, options);
    const isEnd = outcome !== undefined && RESTORED.includes(outcome.kind);
    // The library takes every fault for an entry that is not there.
    if (!isEnd || (outcome.kind === 'none' && reasons !== ''))
        return { kind: 'failed', reason: reasons };
    return outcome;
}
const RESTORED = ['restored', 'none', 'unworthy', 'slow'];
/** Tells how it went; throws nothing but the reason of the signal. */
async function saveEntry({ content, key }, place, options) {
    const { log } = options;
    const started = performance.now();
    const { outcome, reasons } = await call({ kind: 'save', content, key }, place, options);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    switch (outcome?.kind) {
        case 'saved':
            return log.info(`Cache: saved ${key} in ${seconds}s`);
        case 'there':
            return log.info(`Cache: the same layers are saved already, under ${content}…`);
        default:
            // Another job that saves the same at this moment is no fault.
            if (/\(409\)|already exists/.test(reasons))
                return log.info('Cache: another job is saving the same layers at this moment');
            log.warning(`the layers were not saved for the next build: ${reasons}; the image is fine`);
    }
}
/** Beside that for the work itself, for starting and looking. */
const SLACK_MS = 30_000;
const MOST_OUTPUT = 4 * 1024 * 1024;
async function call(job, { parent, access, signal }, { env, workspace, log }) {
    // tar and zstd are found on PATH, where the workspace must not come first (hardening E2).
    const { path } = await (0,_program_js__WEBPACK_IMPORTED_MODULE_0__/* .findProgram */ .K)('tar', { environment: env, workspace });
    const options = {
        environment: { ...environmentOf(env, access), PATH: path, GITHUB_WORKSPACE: parent, RUNNER_TEMP: parent },
        directory: parent,
        signal,
        timeLimit: _cache_entry_store_js__WEBPACK_IMPORTED_MODULE_2__/* .LIMIT_SECONDS */ .Q * 1000 + SLACK_MS,
        outputLimit: MOST_OUTPUT,
    };
    try {
        const program = process.argv[1] ?? '';
        const { code, output, errors } = await (0,_program_run_js__WEBPACK_IMPORTED_MODULE_1__/* .runProgram */ .m)(process.execPath, [program, _cache_job_js__WEBPACK_IMPORTED_MODULE_3__/* .CACHE_PROGRAM */ .a, JSON.stringify(job)], options);
        const lines = output.split(/\r?\n/);
        for (const line of lines) {
            const [, secret] = /^::add-mask::(.+)$/.exec(line) ?? [];
            if (secret !== undefined)
                log.mask(secret);
            else if (line !== '')
                log.debug(`cache: ${line}`);
        }
        const reasons = reasonsIn(lines);
        const last = lines.findLast((line) => line.startsWith(_cache_job_js__WEBPACK_IMPORTED_MODULE_3__/* .MARK */ .M));
        if (code === 0 && last !== undefined)
            return { outcome: JSON.parse(last.slice(_cache_job_js__WEBPACK_IMPORTED_MODULE_3__/* .MARK */ .M.length)), reasons: reasons.join('; ') };
        const crash = errors.split('\n').find((line) => /error/i.test(line)) ?? `exit code ${code}`;
        return { outcome: undefined, reasons: [...reasons, crash].join('; ') };
    }
    catch (error) {
        signal.throwIfAborted();
        const isLate = error instanceof _program_run_js__WEBPACK_IMPORTED_MODULE_1__/* .ProgramFailed */ .O && error.why === 'time';
        return { outcome: undefined, reasons: isLate ? `it took longer than ${_cache_entry_store_js__WEBPACK_IMPORTED_MODULE_2__/* .LIMIT_SECONDS */ .Q} s` : error.message };
    }
}
/** The library tells its faults by commands for the runner, and why the service took nothing only for debugging. */
const REASON = /^(?:::(?:warning|error)::|::debug::Failed to reserve cache: (?:Error: )?|(?=Cache save skipped: ))(.*)$/;
function reasonsIn(lines) {
    const said = lines.flatMap((line) => REASON.exec(line)?.[1] ?? []);
    const plain = said.map((text) => text
        .replaceAll(/%0[AD]/g, ' ')
        .replaceAll('%25', '%')
        .trim());
    return [...new Set(plain)].map((text) => text.slice(0, 500));
}
const SERVICE_VARIABLES = /^(?:ACTIONS_(?:RUNTIME_TOKEN|RESULTS_URL|CACHE_URL|CACHE_SERVICE_V2|CACHE_MODE)|GITHUB_SERVER_URL|NODE_EXTRA_CA_CERTS|NODE_USE_ENV_PROXY)$/;
/** What the runner gave us, but for what the author gave instead. */
function environmentOf(env, access) {
    const taken = Object.entries(env).filter(([name]) => (0,_program_js__WEBPACK_IMPORTED_MODULE_0__/* .isPlainVariable */ .f)(name) || SERVICE_VARIABLES.test(name));
    const given = {
        ACTIONS_RUNTIME_TOKEN: access.get('token'),
        ACTIONS_RESULTS_URL: access.get('url_v2'),
        ACTIONS_CACHE_URL: access.get('url'),
        ACTIONS_CACHE_SERVICE_V2: access.get('version') === '2' ? 'true' : '',
    };
    const all = [...taken, ...Object.entries(given)].filter(([, value]) => value !== undefined);
    return Object.fromEntries(all);
}


/***/ }),

/***/ 8717:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ DIRECTORY),
/* harmony export */   Q: () => (/* binding */ LIMIT_SECONDS)
/* harmony export */ });
/** Name of the directory in every entry: where it is put is part of what an entry is found by. */
const DIRECTORY = 'layers';
/** Longest that restoring may take, whatever the build took; saving gets as long. */
const LIMIT_SECONDS = 300;


/***/ })

};
