export const id = 202;
export const ids = [202,7821];
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


/***/ })

};
