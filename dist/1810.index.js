export const id = 1810;
export const ids = [1810,7821,202];
export const modules = {

/***/ 39990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ findImageUses),
/* harmony export */   u: () => (/* binding */ findBases)
/* harmony export */ });
/* harmony import */ var _instructions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82487);
/**
 * Which images a Dockerfile starts from, found without a builder: credentials of exactly these may travel (hardening
 * S8), and the one below the target stage decides what platform the result is for. Follows the Dockerfile reference
 * ("FROM", "ARG", "COPY --from"); what cannot be known before the build (an ARG without a value) is left out.
 */

/** `target` is a stage by name or number; undefined is the last one. `global` as with `findImageUses`. */
function findBases(dockerfile, buildArgs, target, global = new Map()) {
    /** Base of each stage, by name and by number. */
    const stages = new Map();
    const found = new Set();
    let count = 0;
    for (const { instruction, image, stage } of findImageUses((0,_instructions_js__WEBPACK_IMPORTED_MODULE_0__/* .readInstructions */ .K)(dockerfile), buildArgs, global)) {
        const isStage = stages.has(image.toLowerCase());
        if (image !== '' && image !== 'scratch' && !/^\d+$/.test(image) && !isStage)
            found.add(image);
        if (instruction.keyword !== 'FROM')
            continue;
        // A stage on a stage is on that one's base.
        const below = stages.get(image.toLowerCase()) ?? image;
        stages.set(String(count++), below);
        if (stage !== undefined)
            stages.set(stage, below);
    }
    const ofTarget = stages.get(target?.toLowerCase() ?? String(count - 1));
    return { all: [...found], ofTarget: ofTarget === 'scratch' || ofTarget === '' ? undefined : ofTarget };
}
/**
 * What is named after FROM, `--from=` and `from=` of a mount, in order; stages and numbers of stages are among them. `global`
 * are arguments that need no ARG, such as TARGETARCH ("Automatic platform ARGs in the global scope").
 */
function findImageUses(instructions, buildArgs, global = new Map()) {
    const args = new Map(global);
    const uses = [];
    let inStage = false;
    for (const instruction of instructions) {
        const { keyword, rest } = instruction;
        if (keyword === 'FROM') {
            inStage = true;
            const words = rest.split(/\s+/).filter((word) => !word.startsWith('--'));
            const stage = words[1]?.toUpperCase() === 'AS' ? words[2]?.toLowerCase() : undefined;
            uses.push({ instruction, image: expand(words[0] ?? '', args), stage });
        }
        else if (keyword === 'ARG' && !inStage) {
            for (const word of rest.split(/\s+/))
                readArg(word, args, buildArgs);
        }
        else if (keyword === 'COPY' || keyword === 'ADD' || keyword === 'RUN') {
            for (const match of rest.matchAll(/(?:^|\s)--(?:from=|mount=\S*?\bfrom=)([^\s,]+)/g)) {
                uses.push({ instruction, image: expand(match[1] ?? '', args), stage: undefined });
            }
        }
    }
    return uses;
}
function readArg(word, args, buildArgs) {
    const [, name, initial] = /^([A-Za-z_]\w*)(?:=(.*))?$/.exec(word) ?? [];
    if (name === undefined)
        return;
    const unquoted = initial?.replace(/^(["'])(.*)\1$/, '$2');
    const value = buildArgs.get(name) ?? (unquoted === undefined ? undefined : expand(unquoted, args));
    if (value !== undefined)
        args.set(name, value);
}
const VARIABLE = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?::([-+])([^}]*))?\})/g;
/** `$NAME`, `${NAME}`, `${NAME:-other}` and `${NAME:+other}`; '' when a value is missing, so that nothing is guessed. */
function expand(text, args) {
    let missing = false;
    const result = text.replace(VARIABLE, (_, plain, braced, sign, other) => {
        const value = args.get(plain ?? braced);
        if (sign === '-')
            return value === undefined || value === '' ? other : value;
        if (sign === '+')
            return value === undefined || value === '' ? '' : other;
        if (value === undefined)
            missing = true;
        return value ?? '';
    });
    return missing ? '' : result;
}


/***/ }),

/***/ 82487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readInstructions),
/* harmony export */   l: () => (/* binding */ directiveOf)
/* harmony export */ });
/**
 * A Dockerfile as its instructions with their lines, as BuildKit's parser takes it apart (moby/buildkit
 * frontend/dockerfile/parser): parser directives, comments, continuations, the bodies of heredocs. Nothing is judged
 * here: what the builder refuses is an instruction like any other.
 */
const DIRECTIVE = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/;
const COMMENT = /^\s*#/;
/** What may have heredocs, also behind ONBUILD. */
const WITH_HEREDOC = /^(?:ONBUILD\s+)?(?:ADD|COPY|RUN)\s+(?!\[)/i;
/** `knowsHeredocs` is false for builders that take their bodies for instructions: BuildKit before 0.10, Buildah before 1.33. */
function readInstructions(dockerfile, knowsHeredocs = true) {
    const lines = dockerfile.replace(/^\uFEFF/, '').split(/\r?\n/);
    // A character that stands behind itself escapes nothing.
    const continuation = directiveIn(lines, 'escape') === '`' ? /(^|[^`])`[ \t]*$/ : /(^|[^\\])\\[ \t]*$/;
    const result = [];
    let at = 0;
    while (at < lines.length) {
        const first = at + 1;
        const start = lines[at++] ?? '';
        if (COMMENT.test(start) || start.trim() === '')
            continue;
        const parts = [start.trimStart().replace(continuation, '$1')];
        let last = first;
        for (let open = continuation.test(start); open && at < lines.length;) {
            const line = lines[at++] ?? '';
            if (COMMENT.test(line) || line.trim() === '')
                continue;
            open = continuation.test(line);
            parts.push(line.replace(continuation, '$1'));
            last = at;
        }
        const text = parts.join('').trimEnd();
        let heredoc = 'none';
        for (const { name, chomp } of knowsHeredocs && WITH_HEREDOC.test(text) ? heredocsOf(text) : []) {
            const isEnd = (line) => (chomp ? line?.replace(/^\t+/, '') : line) === name;
            while (at < lines.length && !isEnd(lines[at]))
                at++;
            heredoc = at < lines.length ? 'whole' : 'unterminated';
            if (at < lines.length)
                at++;
            last = heredoc === 'whole' ? at : lastLine(lines);
        }
        const [, keyword = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(text) ?? [];
        result.push({ keyword: keyword.toUpperCase(), rest, first, last, heredoc });
    }
    return result;
}
/** Value of a parser directive such as `syntax`; they stand above everything else, also above comments. */
function directiveOf(dockerfile, name) {
    return directiveIn(dockerfile.replace(/^\uFEFF/, '').split(/\r?\n/), name);
}
function directiveIn(lines, name) {
    for (const line of lines) {
        const [, key, value] = DIRECTIVE.exec(line) ?? [];
        if (key === undefined)
            return undefined;
        if (key.toLowerCase() === name)
            return value;
    }
    return undefined;
}
/** `<<EOF`, `<<-"EOF"`, `3<<'EOF'`: words of their own, outside of quotes. */
function heredocsOf(text) {
    const words = text.match(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"?|'[^']*'?)+/gs) ?? [];
    return words.flatMap((word) => {
        const [, chomp, quoted] = /^\d*<<(-?)([^<]+)$/s.exec(word) ?? [];
        return quoted === undefined ? [] : { name: quoted.replace(/["']/g, ''), chomp: chomp === '-' };
    });
}
/** Number of the last line with something in it. */
function lastLine(lines) {
    return lines.findLastIndex((line) => line !== '') + 1;
}


/***/ }),

/***/ 38572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readRemovals),
/* harmony export */   v: () => (/* binding */ deleteImage)
/* harmony export */ });
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90347);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19665);
/* harmony import */ var _parameters_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9623);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77788);
/** `DELETE /images/{name}` (Engine API v1.51 "ImageDelete"). */




const ENDPOINT = 'DELETE /images/{name}';
const LIMIT_MS = 10 * 60_000;
/**
 * A name with other names beside it is only taken away. Throws EngineError: 404 for an unknown image, 409 for one in
 * use.
 */
async function deleteImage(engine, name, options) {
    const { force, noPrune, platforms = [], signal } = options;
    const given = { noprune: noPrune || undefined, platforms: platforms.length > 0 ? platforms : undefined };
    (0,_parameters_js__WEBPACK_IMPORTED_MODULE_0__/* .admit */ .w4)(engine, ENDPOINT, given, name);
    const { json } = await engine.transport.json({
        method: 'DELETE',
        path: `/images/${(0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeName */ .aA)(name)}`,
        endpoint: ENDPOINT,
        subject: name,
        query: {
            force: force ? '1' : undefined,
            noprune: noPrune ? '1' : undefined,
            platforms: platforms.map((platform) => (0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .encodePlatform */ .A)(platform) ?? ''),
        },
        limitMs: LIMIT_MS,
        signal,
    });
    return readRemovals(json);
}
/** The list that delete and prune answer with. */
function readRemovals(value) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .itemsOf */ .S3)(value).flatMap((item) => {
        const removal = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asObject */ .eB)(item);
        const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textOf */ .b6)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)(removal, 'Untagged'));
        if (name !== '')
            return [{ kind: 'untagged', name }];
        const id = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .imageIdOf */ .CR)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)(removal, 'Deleted'));
        return id === undefined ? [] : [{ kind: 'deleted', id }];
    });
}


/***/ }),

/***/ 93803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ prune),
/* harmony export */   t: () => (/* binding */ pruneBuildCache)
/* harmony export */ });
/* harmony import */ var _delete_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38572);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23984);
/* harmony import */ var _filters_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8100);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19665);
/* harmony import */ var _parameters_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9623);
/** `POST /images/prune` and `POST /build/prune` (Engine API v1.51 "ImagePrune", "BuildPrune"). */





/** Deleting gigabytes takes an engine minutes. */
const LIMIT_MS = 30 * 60_000;
/** Throws EngineError, 409 while another prune runs. */
async function prune(engine, options) {
    const { filters, signal } = options;
    const endpoint = 'POST /images/prune';
    const unused = filters?.dangling?.some((value) => /^(?:0|f|false)$/i.test(value));
    (0,_parameters_js__WEBPACK_IMPORTED_MODULE_2__/* .admit */ .w4)(engine, endpoint, { 'dangling=false': unused || undefined, 'filter label!': filters?.['label!'] });
    const { json } = await engine.transport.json({
        method: 'POST',
        path: '/images/prune',
        endpoint,
        query: { filters: (0,_filters_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeFilters */ .Qm)(filters) },
        limitMs: LIMIT_MS,
        signal,
    });
    return {
        removals: (0,_delete_js__WEBPACK_IMPORTED_MODULE_0__/* .readRemovals */ .M)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .own */ .ZV)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .asObject */ .eB)(json), 'ImagesDeleted')),
        reclaimed: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .amountOf */ .MT)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .own */ .ZV)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .asObject */ .eB)(json), 'SpaceReclaimed')) ?? 0,
    };
}
/** BuildKit's cache only: what the classic builder keeps are images. Throws EngineError. */
async function pruneBuildCache(engine, options) {
    const { keepStorage, reservedSpace, maxUsedSpace, minFreeSpace, all, filters, signal } = options;
    const endpoint = 'POST /build/prune';
    const number = (value) => (value === undefined ? undefined : String(value));
    const renamed = (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__/* .compareApi */ .S8)(engine.facts.apiVersion, '1.48') >= 0;
    const query = {
        'keep-storage': number(renamed ? keepStorage : (keepStorage ?? reservedSpace)),
        'reserved-space': renamed ? number(reservedSpace) : undefined,
        // With a minimum alone, engines take a disk that has it for a reason to remove everything.
        'max-used-space': number(maxUsedSpace ?? (minFreeSpace === undefined ? undefined : Number.MAX_SAFE_INTEGER)),
        'min-free-space': number(minFreeSpace),
        all: all ? '1' : undefined,
        filters: filters && cacheFilters(filters),
    };
    (0,_parameters_js__WEBPACK_IMPORTED_MODULE_2__/* .admit */ .w4)(engine, endpoint, {
        ...query,
        'max-used-space': maxUsedSpace,
        'filter parent': filters?.parent,
        'filter description': filters?.description,
    });
    const { json } = await engine.transport.json({
        method: 'POST',
        path: '/build/prune',
        endpoint,
        query,
        limitMs: LIMIT_MS,
        signal,
    });
    return {
        records: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textsOf */ .CB)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .own */ .ZV)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .asObject */ .eB)(json), 'CachesDeleted')),
        reclaimed: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .amountOf */ .MT)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .own */ .ZV)((0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .asObject */ .eB)(json), 'SpaceReclaimed')) ?? 0,
    };
}
/**
 * BuildKit asks whether a record has the fields `inuse`, `shared` and `private` at all, so that `shared=true` matches
 * nothing: the engine makes the right question of a key without a value (moby builder/builder-next/builder.go).
 */
function cacheFilters(filters) {
    const { inuse, shared, private: own, description, ...plain } = filters;
    const isNo = (values) => values.some((value) => /^(?:0|f|false)$/i.test(value));
    const asked = {};
    // It becomes part of an expression, where blanks end a value.
    if (description)
        asked['description'] = description.map((value) => JSON.stringify(value));
    if (inuse && !isNo(inuse))
        asked['inuse'] = [];
    if (shared)
        asked[isNo(shared) ? 'private' : 'shared'] = [];
    if (own)
        asked[isNo(own) ? 'shared' : 'private'] = [];
    const others = Object.entries(plain).filter(([, values]) => values !== undefined && values.length > 0);
    const all = { ...Object.fromEntries(others), ...asked };
    return Object.keys(all).length === 0 ? undefined : JSON.stringify(all);
}


/***/ }),

/***/ 50202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  adviseBuild: () => (/* binding */ adviseBuild),
  advisePull: () => (/* binding */ advisePull),
  isDiskFull: () => (/* binding */ isDiskFull)
});

// EXTERNAL MODULE: ./build/context/bases.js
var bases = __webpack_require__(39990);
// EXTERNAL MODULE: ./build/context/instructions.js
var instructions = __webpack_require__(82487);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/context/dockerignore.js
var dockerignore = __webpack_require__(83068);
// EXTERNAL MODULE: ./build/context/errors.js
var errors = __webpack_require__(31997);
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

// EXTERNAL MODULE: ./build/engine/distribution.js
var distribution = __webpack_require__(57985);
// EXTERNAL MODULE: ./build/engine/errors.js
var engine_errors = __webpack_require__(2952);
// EXTERNAL MODULE: ./build/engine/list.js
var engine_list = __webpack_require__(43539);
// EXTERNAL MODULE: ./build/registry/reference.js
var registry_reference = __webpack_require__(26247);
// EXTERNAL MODULE: ./build/report/diagnosis.js
var diagnosis = __webpack_require__(54458);
// EXTERNAL MODULE: ./build/report/failed-step.js
var failed_step = __webpack_require__(5913);
// EXTERNAL MODULE: ./build/report/units.js
var units = __webpack_require__(15088);
// EXTERNAL MODULE: ./build/pipeline/disk-space.js
var disk_space = __webpack_require__(84797);
// EXTERNAL MODULE: ./build/pipeline/explain.js
var explain = __webpack_require__(59152);
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
/** One or two sentences; undefined when nothing is known. */
async function adviseBuild(trouble, facts) {
    const diagnosis = diagnoseBuild(trouble);
    const { engine } = facts;
    if (diagnosis === undefined || engine === undefined)
        return diagnosis?.hint;
    try {
        return (await exactly(diagnosis, trouble, { ...facts, engine })) ?? diagnosis.hint;
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
/** Whether a build failed for want of room in the engine. */
function isDiskFull(trouble) {
    return diagnoseBuild(trouble)?.code === 'disk-full' && !isOfShm(trouble);
}
function isOfShm({ step }) {
    return step?.lastLines.some((line) => /\/dev\/shm/.test(line)) ?? false;
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
            if (isOfShm(trouble))
                return SHM;
            return diskFull(hint, facts);
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
async function diskFull(hint, { engine, signal }) {
    const space = await (0,disk_space/* diskSpace */.aD)(engine);
    if (space !== undefined && (0,disk_space/* isPlenty */.nt)(space))
        return `It is not the engine's disk, which has ${(0,units/* formatBytes */.z3)(space.free)} free in ${space.directory}: look for a device, a quota or a small mount that the step writes to`;
    return and(hint, await (0,disk_space/* describeUsage */.P_)(engine, { limitMs: LIMIT_MS, signal }));
}
/** The base that an error is about: the one it names, or the only one. */
function baseIn(error, { all }) {
    const named = all.find(({ registry, path }) => error.includes(`${registry}/${path}`) || error.includes(`/v2/${path}/`));
    return (named ?? all.find(({ registry }) => error.includes(`host ${registry} `)) ?? (all.length === 1 ? all[0] : undefined));
}


/***/ }),

/***/ 30792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ pruneContexts)
/* harmony export */ });
/* harmony import */ var _engine_disk_usage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98704);
/* harmony import */ var _engine_prune_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93803);
/** Takes copies of contexts out of the build cache, those of a job beside this one, too: no build can use them again. */


/** Only those that are newer than `since`, by the engine's clock; all of them for ''. Throws EngineError. */
async function pruneContexts(engine, since, signal) {
    const all = await (0,_engine_disk_usage_js__WEBPACK_IMPORTED_MODULE_0__/* .cacheRecords */ .fd)(engine, signal);
    const copies = all.filter((record) => (0,_engine_disk_usage_js__WEBPACK_IMPORTED_MODULE_0__/* .isContextCopy */ .H7)(record) && !record.inUse && record.created > since);
    const records = [];
    let reclaimed = 0;
    for (const { id } of copies) {
        const pruned = await (0,_engine_prune_js__WEBPACK_IMPORTED_MODULE_1__/* .pruneBuildCache */ .t)(engine, { all: true, filters: { id: [id] }, signal });
        reclaimed += pruned.reclaimed;
        records.push(...pruned.records);
    }
    return { records, reclaimed };
}


/***/ }),

/***/ 71810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   makeRoom: () => (/* binding */ makeRoom)
/* harmony export */ });
/* harmony import */ var _engine_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2952);
/* harmony import */ var _engine_prune_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93803);
/* harmony import */ var _report_diagnosis_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54458);
/* harmony import */ var _report_units_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(15088);
/* harmony import */ var _advice_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50202);
/* harmony import */ var _context_copies_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30792);
/* harmony import */ var _disk_space_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(84797);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(59032);
/**
 * One more try for work that a full disk has stopped, after the engine was freed of what only makes later builds faster:
 * copies of contexts, and build cache that nothing has used since this step began. Images, containers and volumes are
 * never touched, and neither is what other builds use now (docs/decisions/0009-sources-and-cleaning.md).
 */








/** Bytes; the records of every build's Dockerfile alone are some hundreds. */
const WORTHWHILE = 1_000_000;
/** Of a prune that finds no room itself. */
const TRIES = 6;
const PAUSE_MS = 1000;
/** Milliseconds for a question to an engine that has no room left. */
const LIMIT_MS = 5000;
/** One prune of an engine is enough for all its builds. */
const pruned = new WeakMap();
/**
 * `error` ended work that began at `startedAt`, in milliseconds of this process. Resolves when it is worth another try;
 * else throws the error, with what is known of the disk if it is full.
 */
async function makeRoom(engine, error, { startedAt, choice }, tools) {
    if (!isOfFullDisk(error))
        throw error;
    const { log, signal } = tools;
    log.endGroup();
    const space = await (0,_disk_space_js__WEBPACK_IMPORTED_MODULE_5__/* .diskSpace */ .aD)(engine);
    if (choice === 'prune' && !(space && (0,_disk_space_js__WEBPACK_IMPORTED_MODULE_5__/* .isPlenty */ .nt)(space))) {
        const pruning = pruned.get(engine) ?? prune(engine, tools).then((freed) => ({ freed, endedAt: performance.now() }));
        pruned.set(engine, pruning);
        const { freed, endedAt } = await pruning;
        // Who failed in spite of it is not helped by another try.
        if (freed > 0 && startedAt < endedAt)
            return;
    }
    throw await explained(engine, error, signal);
}
/** Bytes that were freed, 0 for too few. Never rejects but for the signal. */
async function prune(engine, tools) {
    const { log, signal, onNote } = tools;
    if (!engine.facts.hasBuildKit) {
        log.info("The engine's disk is full, and this engine has no build cache to prune");
        return 0;
    }
    try {
        const copies = await insisting(() => (0,_context_copies_js__WEBPACK_IMPORTED_MODULE_4__/* .pruneContexts */ .d)(engine, '', signal), tools);
        // The step began with the process. The engine counts whole seconds.
        const until = () => `${Math.ceil(performance.now() / 1000)}s`;
        const cache = await insisting(() => (0,_engine_prune_js__WEBPACK_IMPORTED_MODULE_1__/* .pruneBuildCache */ .t)(engine, { filters: { until: [until()] }, signal }), tools);
        const freed = copies.reclaimed + cache.reclaimed;
        const records = (0,_report_units_js__WEBPACK_IMPORTED_MODULE_7__/* .count */ .U9)(copies.records.length + cache.records.length, 'record');
        if (freed < WORTHWHILE) {
            log.info("The engine's disk is full, and it has no build cache that nothing has used since this step began");
            return 0;
        }
        const told = `the engine's disk was full, so build cache that nothing had used since this step began was pruned: ${records}, ${(0,_report_units_js__WEBPACK_IMPORTED_MODULE_7__/* .formatBytes */ .z3)(freed)}`;
        log.warning(`${told}. Trying once more; on-full-disk: fail leaves the cache alone`);
        onNote(told);
        return freed;
    }
    catch (error) {
        signal.throwIfAborted();
        log.info(`The engine's disk is full, and its build cache could not be pruned: ${error.message}`);
        return 0;
    }
}
/** BuildKit needs room to note what it frees, which comes back a moment after a build has failed. */
async function insisting(work, { clock, signal }) {
    for (let left = TRIES;; left--) {
        try {
            return await work();
        }
        catch (error) {
            if (left === 1 || !isOfFullDisk(error))
                throw error;
            await clock.sleep(PAUSE_MS, signal);
        }
    }
}
/** Words of a registry or of the runner's own disk are none of it. */
function isOfFullDisk(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .PullFailed */ .RR)
        return isOfFullDisk(error.cause);
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .BuildFailed */ .UQ) {
        const { cause, failure } = error;
        return cause instanceof _engine_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineError */ .NJ && (0,_advice_js__WEBPACK_IMPORTED_MODULE_3__.isDiskFull)({ error: cause.reason, step: failure.step });
    }
    return error instanceof _engine_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineError */ .NJ && (0,_report_diagnosis_js__WEBPACK_IMPORTED_MODULE_2__/* .diagnose */ .h4)(error.reason)?.code === 'disk-full';
}
/** A failed build says it already. */
async function explained(engine, error, signal) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .BuildFailed */ .UQ)
        return error;
    const usage = await (0,_disk_space_js__WEBPACK_IMPORTED_MODULE_5__/* .describeUsage */ .P_)(engine, { limitMs: LIMIT_MS, signal });
    return usage === undefined ? error : new _errors_js__WEBPACK_IMPORTED_MODULE_6__/* .DiskFull */ .t8(usage, error);
}


/***/ }),

/***/ 57478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ showExcerpt),
/* harmony export */   z: () => (/* binding */ excerptOf)
/* harmony export */ });
/** Lines shown before and after. */
const AROUND = 3;
/** Of a long instruction, the lines shown at its start and at its end. */
const HEAD = 20;
const TAIL = 6;
/** Characters of one line. */
const WIDTH = 300;
/** Undefined when the text has no such lines. */
function excerptOf({ file, inWorkspace, text }, { first, last }) {
    const all = text.split(/\r?\n/);
    if (first < 1 || first > all.length || last < first)
        return undefined;
    const end = Math.min(last, all.length);
    const isShown = (number) => end - first < HEAD + TAIL || number < first + HEAD || number > end - TAIL;
    const lines = [];
    for (let number = Math.max(1, first - AROUND); number <= Math.min(all.length, end + AROUND); number++) {
        const line = all[number - 1] ?? '';
        // What follows the end of the last line is no line.
        if (!isShown(number) || (number === all.length && line === '' && number > end))
            continue;
        const short = line.length > WIDTH ? `${line.slice(0, WIDTH - 1)}…` : line;
        lines.push({ number, text: short, marked: number >= first && number <= end });
    }
    return { file, place: inWorkspace ? { file, line: first, endLine: end } : undefined, first, last: end, lines };
}
/** Shows the lines with their numbers; the text is untrusted, so each line stands behind its number (hardening O1). */
function showExcerpt(log, { file, first, lines }) {
    log.info(`${file}:${first}`);
    const width = String(lines.at(-1)?.number ?? 0).length;
    let before = (lines[0]?.number ?? 1) - 1;
    for (const { number, text, marked } of lines) {
        if (number !== before + 1)
            log.info(`| ${' '.repeat(width)}  ⋮`);
        log.untrusted(`| ${marked ? '>' : ' '} ${String(number).padStart(width)} |`, text);
        before = number;
    }
}


/***/ }),

/***/ 5913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $q: () => (/* binding */ parseName),
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   DZ: () => (/* binding */ tidy),
/* harmony export */   FO: () => (/* binding */ exitCodeOf),
/* harmony export */   iV: () => (/* binding */ showFailure)
/* harmony export */ });
/* harmony import */ var _diagnosis_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54458);
/* harmony import */ var _excerpt_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57478);
/* harmony import */ var _transfers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61195);
/** The step a build failed at, as the end of the log and the annotation show it. */



/** Splits `[build 3/4] RUN npm ci` into stage and instruction; other names are an instruction as a whole. Numbers may be padded. */
function parseName(name) {
    const [, stage, instruction] = /^\[(?:(\S.*?) )? *\d+\/\d+\] (.*)$/s.exec(name) ?? [];
    return { instruction: instruction ?? name, stage };
}
/**
 * The exit code at the end of an engine's text, which has it nowhere else: `exit code: 7` (BuildKit, solver/llbsolver/ops
 * and executor/runcexecutor), `returned a non-zero code: 7` (moby builder/dockerfile), `exit status 7` (Buildah run.go).
 */
function exitCodeOf(error) {
    const [, code] = /(?:exit code:|non-zero code:|exit status) (\d{1,10})\s*$/.exec(error) ?? [];
    return code === undefined ? undefined : Number(code);
}
/** Longest reason, in characters: an engine may quote a whole script. */
const REASON_LIMIT = 1000;
/** What the heading says already, and what means nothing to anybody outside of the engine. */
const NOISE = new RegExp([
    '^building at STEP "(?:[^"\\\\]|\\\\.)*": ',
    '^executor failed running \\[.*\\]: ',
    '^process ".*" did not complete successfully: ',
    'rpc error: code = \\w+ desc = ',
    'failed to calculate checksum of ref \\S+::\\S+: ',
    'resolving mountpoints for container "[0-9a-f]+": ',
    'checking on sources under "[^"]*": (?:Rel: can\'t make  relative to [^;]*; )?copier: ',
    ' &imagebuilder\\.Step\\{.*\\}(?=\\s*$)',
    // Paths on the machine of the engine.
    '/\\S*/(?:buildkit-mount\\d+|libpod_builder\\d+/build)/',
    '/\\S*/overlay2?/[0-9a-z]{20,64}/(?:merged|diff)(?=/)',
].join('|'), 'gs');
/** An engine's text for a failed step, without what the heading says already. */
function reasonOf(error) {
    const code = exitCodeOf(error);
    return code === undefined ? tidy(error) : `exit code ${code}`;
}
/** An engine's text in the words that matter. */
function tidy(error) {
    const text = (0,_transfers_js__WEBPACK_IMPORTED_MODULE_1__/* .shortenDigests */ .f)((0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_0__/* .unwrap */ .oA)(error).replace(NOISE, '')).trim();
    return text.length > REASON_LIMIT ? `${text.slice(0, REASON_LIMIT)}…` : text;
}
/** Longest instruction shown here, in characters. */
const NAME_LIMIT = 1000;
/** Ends the log of a failed build: the instruction, its lines in the Dockerfile, the reason, the last lines of its output. */
function showFailure(log, failure, excerpt) {
    const { reason, lastLines } = failure;
    const name = failure.name.replace(/\s+/g, ' ');
    log.info(`failed: ${name.length > NAME_LIMIT ? `${name.slice(0, NAME_LIMIT)}…` : name}`);
    if (excerpt !== undefined)
        (0,_excerpt_js__WEBPACK_IMPORTED_MODULE_2__/* .showExcerpt */ .p)(log, excerpt);
    if (lastLines.length === 0)
        log.info(reason);
    else
        log.info(`${reason}, and the last ${lastLines.length === 1 ? 'line' : `${lastLines.length} lines`} of its output:`);
    if (lastLines.length > 0)
        log.untrusted('|', lastLines.join('\n'));
}


/***/ }),

/***/ 61195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ shortenDigests),
/* harmony export */   v: () => (/* binding */ Transfers)
/* harmony export */ });
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15088);
/**
 * What a step moves: downloads, extractions, uploads, reported piece by piece with bytes. Summed up here, because one
 * line per piece and tick is what makes other logs unreadable.
 */

/** Pieces remembered for one step; an image has at most 127 layers. */
const LIMIT = 1000;
/** Below this many bytes a download was of manifests only, which are read even when all layers are here. */
const PULL_BYTES = 100_000;
/** Activities without bytes are named when they took this long. */
const WORTH_MS = 1000;
class Transfers {
    #pieces = new Map();
    update(piece) {
        const key = `${piece.kind} ${piece.id}`;
        if (this.#pieces.size < LIMIT || this.#pieces.has(key))
            this.#pieces.set(key, piece);
    }
    /** Marks a piece complete, of which no more is said than that. */
    complete(kind, id) {
        const { current = 0, total = 0 } = this.#pieces.get(`${kind} ${id}`) ?? {};
        this.update({ kind, id, current: Math.max(current, total), total, ms: 0 });
    }
    /** Bytes of blobs that came from a registry. */
    get downloaded() {
        return this.#of('blob').reduce((sum, { current }) => sum + current, 0);
    }
    /** Whether layers came from a registry. */
    get hasPulled() {
        return this.#of('extraction').length > 0 || this.downloaded >= PULL_BYTES;
    }
    /** What was moved, when the step is over; undefined for nothing worth telling. */
    describe() {
        const phrases = [];
        if (this.downloaded > 0 && this.hasPulled)
            phrases.push(`${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(this.downloaded)} downloaded`);
        else if (this.hasPulled)
            phrases.push(`${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(this.#of('extraction').length, 'layer')} pulled`);
        for (const { id, current, ms } of this.#of('activity')) {
            if (id.endsWith(':') && current > 0)
                phrases.push(`${id} ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(current)}`);
            else if (ms !== undefined && ms >= WORTH_MS)
                phrases.push(`${shortenDigests(id)} ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(ms / 1000)}`);
        }
        return phrases.length === 0 ? undefined : phrases.join(', ');
    }
    /** What is under way; undefined for nothing. */
    describeState() {
        const total = this.#of('blob').reduce((sum, piece) => sum + Math.max(piece.total, piece.current), 0);
        if (this.downloaded < total)
            return `downloading, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(this.downloaded)} of ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(total)}`;
        if (this.#of('extraction').some(isOpen))
            return `extracting, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(total)} downloaded`;
        const piece = this.#of('activity').filter(isOpen).at(-1);
        if (piece === undefined)
            return undefined;
        const of = piece.total > piece.current ? ` of ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(piece.total)}` : '';
        return `${shortenDigests(piece.id)}${piece.current > 0 ? ` ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(piece.current)}${of}` : ''}`;
    }
    #of(kind) {
        return [...this.#pieces.values()].filter((piece) => piece.kind === kind);
    }
}
function isOpen(piece) {
    return piece.ms === undefined;
}
/** A digest is told apart by its first 12 digits, as engines show it. */
function shortenDigests(text) {
    return text.replace(/sha256:([0-9a-f]{12})[0-9a-f]{52}/g, 'sha256:$1');
}


/***/ })

};
