export const id = 5558;
export const ids = [5558,4216];
export const modules = {

/***/ 65537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $u: () => (/* binding */ isWorth),
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   mD: () => (/* binding */ restoreSeconds)
/* harmony export */ });
/** Bytes per second of a runner that has not told yet; those of GitHub are faster. */
const USUAL_RATE = 80e6;
/** At which an engine takes over layers. */
const ENGINE_RATE = 120e6;
/** For asking the service, and for reading manifests. */
const OVERHEAD_SECONDS = 0.5;
/** Of the size of an image, at the least, as it travels. */
const COMPRESSED = 0.3;
/** What a build from the entry is going to take. Saving takes about the same. */
function restoreSeconds({ bytes, rate }) {
    return OVERHEAD_SECONDS + bytes / (rate ?? USUAL_RATE) + bytes / ENGINE_RATE;
}
/** Whether that is faster than a build without. */
function isWorth(notes) {
    return restoreSeconds(notes) < notes.seconds;
}
/** What to do for the next job after this one, before its layers are at hand. */
function judge(before, build) {
    const known = before !== undefined && 'notes' in before ? before : undefined;
    const took = known?.kind === 'restored' ? known.seconds : undefined;
    if (known?.kind === 'slow')
        return useless(known.notes, known.notes.seconds);
    if (known !== undefined && took !== undefined) {
        if (took + (build.isAllCached ? build.seconds : 0) > known.notes.seconds)
            return useless(known.notes, took);
        if (build.isAllCached)
            return { kind: 'unchanged' };
        const seconds = restoreSeconds({ ...known.notes, rate: known.notes.bytes / took });
        if (build.newSeconds < seconds)
            return { kind: 'little', seconds };
    }
    const notes = {
        bytes: known?.notes.bytes ?? build.imageSize * COMPRESSED,
        rate: took === undefined || known === undefined ? known?.notes.rate : known.notes.bytes / took,
        // Of a build that was restored in part, only the one before knows what all of it takes.
        seconds: Math.max(build.seconds, took === undefined || known === undefined ? 0 : known.notes.seconds),
    };
    return { kind: isWorth(notes) ? 'save' : 'unworthy', notes };
}
function useless(notes, seconds) {
    return { kind: 'useless', notes: { ...notes, rate: notes.bytes / seconds, isEmpty: true } };
}


/***/ }),

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

/***/ 45558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  keepLayers: () => (/* binding */ keepLayers)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/cache/entry-key.js
var entry_key = __webpack_require__(25047);
// EXTERNAL MODULE: ./build/cache/entry-store.js
var entry_store = __webpack_require__(8717);
// EXTERNAL MODULE: ./build/cache/layers.js + 1 modules
var cache_layers = __webpack_require__(85674);
// EXTERNAL MODULE: ./build/cache/worth.js
var worth = __webpack_require__(65537);
// EXTERNAL MODULE: ./build/context/bases.js
var bases = __webpack_require__(39990);
// EXTERNAL MODULE: ./build/context/instructions.js
var instructions = __webpack_require__(82487);
;// CONCATENATED MODULE: ./build/context/stages.js
/**
 * The stages of a Dockerfile that a target takes files from (Dockerfile reference "COPY --from", "RUN --mount=from="): their
 * layers are no part of the result, so a cache that is to know them needs an image of each.
 */


/** Targets, in the order of the file, without those that another one is built on; `target` undefined is the last stage. */
function stagesBeside(dockerfile, buildArgs, target) {
    const stages = readStages(dockerfile, buildArgs);
    const last = stages.length - 1;
    const wanted = target === undefined ? last : numberOf(target.toLowerCase(), stages);
    const taken = new Set();
    const visited = new Set();
    const visit = (number) => {
        const stage = number === undefined ? undefined : stages[number];
        if (number === undefined || stage === undefined || visited.has(number))
            return;
        visited.add(number);
        visit(stage.base);
        for (const source of stage.sources) {
            taken.add(source);
            visit(source);
        }
    };
    visit(wanted);
    const below = new Set([wanted, ...taken].flatMap((number) => chainOf(number, stages)));
    return [...taken]
        .filter((number) => number !== wanted && !below.has(number))
        .sort((a, b) => a - b)
        .map((number) => stages[number]?.target ?? String(number));
}
function readStages(dockerfile, buildArgs) {
    const stages = [];
    for (const { instruction, image, stage } of (0,bases/* findImageUses */.t)((0,instructions/* readInstructions */.K)(dockerfile), buildArgs)) {
        const number = numberOf(image.toLowerCase(), stages);
        if (instruction.keyword === 'FROM')
            stages.push({ target: stage ?? String(stages.length), base: number, sources: [] });
        else if (number !== undefined)
            stages.at(-1)?.sources.push(number);
    }
    return stages;
}
/** The last of equal names counts, as for the builder. */
function numberOf(name, stages) {
    const named = stages.findLastIndex(({ target }) => target === name);
    if (named >= 0)
        return named;
    return /^\d+$/.test(name) && Number(name) < stages.length ? Number(name) : undefined;
}
/** What a stage is built on, one below the other. */
function chainOf(number, stages) {
    const base = number === undefined ? undefined : stages[number]?.base;
    return base === undefined ? [] : [base, ...chainOf(base, stages)];
}

// EXTERNAL MODULE: ./build/engine/delete.js
var engine_delete = __webpack_require__(38572);
// EXTERNAL MODULE: ./build/registry/blob-store.js
var blob_store = __webpack_require__(80475);
// EXTERNAL MODULE: ./build/registry/reference.js
var registry_reference = __webpack_require__(26247);
// EXTERNAL MODULE: ./build/registry/relay.js
var registry_relay = __webpack_require__(62071);
// EXTERNAL MODULE: ./build/report/units.js
var units = __webpack_require__(15088);
// EXTERNAL MODULE: ./build/pipeline/explain.js
var explain = __webpack_require__(59152);
// EXTERNAL MODULE: ./build/pipeline/layers.js
var pipeline_layers = __webpack_require__(75793);
// EXTERNAL MODULE: ./build/pipeline/quiet-log.js
var quiet_log = __webpack_require__(74216);
// EXTERNAL MODULE: ./build/pipeline/relay-push.js + 1 modules
var relay_push = __webpack_require__(37100);
;// CONCATENATED MODULE: ./build/pipeline/keep-layers.js
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
/**
 * Keeps the layers of a build for the next one: its image and those of its stages, built again out of the builder's own cache
 * and with the record of it inside, so that the image which is published is as it would be without a cache.
 */
















/** Throws the reason of the signal, and what an entry with `ignore-error=false` fails of; all else is a warning. */
async function keepLayers(cache, made, rebuild) {
    const keeper = new Keeper(cache, made, rebuild);
    try {
        for (const to of cache.job.carried.to)
            await keeper.keep(to);
    }
    finally {
        keeper.end();
    }
}
class Keeper {
    #cache;
    #times;
    #rebuild;
    #tools;
    #layers;
    #remove;
    constructor(cache, { summary, image }, rebuild) {
        this.#cache = cache;
        this.#rebuild = rebuild;
        this.#tools = cache.tools;
        const { steps = 0, cached = 0, seconds = 0, times = [] } = summary ?? {};
        const anew = times.filter(({ isInstruction, outcome }) => isInstruction && outcome !== 'cached');
        this.#times = {
            seconds,
            newSeconds: anew.reduce((sum, { ms }) => sum + ms / 1000, 0),
            isAllCached: steps > 0 && cached === steps,
            imageSize: image?.size ?? 0,
        };
    }
    async keep(to) {
        const { log, signal } = this.#tools;
        try {
            if (to.type === 'gha')
                await this.#keepEntry(to);
            else if (to.type === 'local')
                await this.#keepDirectory(to);
            else
                await this.#push(to);
        }
        catch (error) {
            signal.throwIfAborted();
            if (to.attributes.get('ignore-error') === 'false')
                throw error;
            log.warning(`input cache-to: type=${to.type}: ${(0,explain/* describeError */.Uc)(error)}; the build went on without`);
        }
    }
    /** What was made for entries stays for the post part. */
    end() {
        if (this.#remove !== undefined)
            this.#cache.job.kept.defer(this.#remove);
    }
    async #keepEntry(to) {
        const { log, entries } = this.#tools;
        const { unsaved, maxBytes } = this.#cache.job.origin.layers;
        const far = this.#cache.isNear ? undefined : 'the engine could not read it on the way back';
        const why = unsaved ?? far ?? (entries.canSave ? undefined : 'there is no post part of the step to do it');
        if (why !== undefined)
            return log.info(`Cache: not saved: ${why}`);
        const place = this.#cache.placeIn(to);
        const [prefix] = (0,entry_key/* entryPrefixes */.HY)(place);
        const known = this.#cache.found.find(({ cache }) => cache.type === 'gha' && this.#cache.placeIn(cache).scope === place.scope)?.entry;
        const verdict = (0,worth/* judge */.S4)(known, this.#times);
        switch (verdict.kind) {
            case 'useless':
                await this.#noteEmpty((0,entry_key/* formatKey */.TD)(prefix, verdict.notes), place.scope);
                return log.info('Cache: restoring it took longer than the build, so the next one is told to do without');
            case 'unchanged':
                return log.info('Cache: nothing changed, so nothing is saved');
            case 'little':
                return log.info(`Cache: not saved: what is new took ${(0,units/* formatDuration */.a3)(this.#times.newSeconds)}, and saving takes about ${(0,units/* formatDuration */.a3)(verdict.seconds)}`);
            case 'unworthy':
                return log.info(`Cache: not saved: ${unworthy(verdict.notes)}`);
            case 'save':
                break;
            default:
                verdict;
        }
        const layers = await this.#writeOnce();
        if (layers.size > maxBytes)
            return log.notice(`cache-to: the layers are ${(0,units/* formatBytes */.z3)(layers.size)}, more than cache-max-size (${(0,units/* formatBytes */.z3)(maxBytes)}), so they are not saved`);
        const content = (0,entry_key/* shortHash */.BC)(layers.top.bytes);
        const notes = { ...verdict.notes, content, bytes: layers.size, isEmpty: false };
        if (!(0,worth/* isWorth */.$u)(notes)) {
            // So that the next build need not find out again.
            await this.#noteEmpty((0,entry_key/* formatKey */.TD)(prefix, { ...notes, isEmpty: true }), place.scope);
            return log.info(`Cache: not saved: ${unworthy(notes)}`);
        }
        this.#remove = undefined;
        const key = (0,entry_key/* formatKey */.TD)(prefix, notes);
        // What could not be read may be there under the same content.
        entries.note({
            directory: (0,external_node_path_.join)(layers.path, '..'),
            key,
            content: known?.kind === 'failed' ? key : `${prefix}${content}-`,
            scope: place.scope,
        });
    }
    /** An entry that holds nothing, and tells by its key why. */
    async #noteEmpty(key, scope) {
        const { entries, makeTemporary } = this.#tools;
        const { path: directory } = makeTemporary();
        await (0,promises_.mkdir)((0,external_node_path_.join)(directory, entry_store/* DIRECTORY */.M));
        await (0,promises_.writeFile)((0,external_node_path_.join)(directory, entry_store/* DIRECTORY */.M, 'empty'), '');
        entries.note({ directory, key, content: key, scope });
    }
    async #keepDirectory({ attributes }) {
        const dest = attributes.get('dest') ?? '';
        await this.#cache.job.kept.add(await this.#writeOnce(), this.#tools, async (layers) => {
            await (0,cache_layers/* copyLayers */.c)(layers, dest);
            this.#tools.log.info(`Cache: wrote ${(0,units/* formatBytes */.z3)(layers.size)} to ${dest}`);
        });
    }
    /** By our own client, as the engine has no such thing. */
    async #push({ attributes }) {
        const { log, signal } = this.#tools;
        const reference = (0,registry_reference/* withDefaultTag */._t)((0,registry_reference/* parseReference */.F2)(attributes.get('ref') ?? ''));
        const [own, client] = await Promise.all([this.#writeOnce(), this.#tools.client()]);
        const { pushLayers } = await __webpack_require__.e(/* import() */ 1746).then(__webpack_require__.bind(__webpack_require__, 31746));
        await this.#cache.job.kept.add(own, this.#tools, async (layers) => {
            await pushLayers(client, layers, reference, signal);
            log.info(`Cache: pushed ${(0,units/* formatBytes */.z3)(layers.size)} to ${(0,registry_reference/* formatFamiliar */.LF)(reference)}`);
        });
    }
    #writeOnce() {
        this.#layers ??= this.#write();
        return this.#layers;
    }
    /** One after the other, as the builder has all of it already. */
    async #makeImages() {
        const { engine, origin, place, carried } = this.#cache.job;
        const isMax = carried.to.some(({ attributes }) => attributes.get('mode') === 'max');
        const stages = isMax ? stagesBeside(place.dockerfileText, origin.buildArgs, origin.target) : [];
        const ids = [];
        try {
            for (const stage of [undefined, ...stages]) {
                const image = await this.#rebuild(stage);
                ids.push(image.id);
                await this.#guard(image);
            }
            return ids;
        }
        catch (error) {
            const { signal } = this.#tools;
            // Nobody else is going to.
            for (const id of ids)
                if (!signal.aborted)
                    await (0,engine_delete/* deleteImage */.v)(engine, id, { noPrune: true, signal }).catch(() => { });
            throw error;
        }
    }
    /** A cache is published like an image, and read by more people (hardening S2). Throws SecretLeaked. */
    async #guard(image) {
        const { log, signal } = this.#tools;
        const secrets = this.#tools.secrets();
        if (secrets.length === 0)
            return;
        const { engine, origin } = this.#cache.job;
        const { guardImage } = await __webpack_require__.e(/* import() */ 6096).then(__webpack_require__.bind(__webpack_require__, 46096));
        const entries = await (0,pipeline_layers/* readHistory */.L)(engine, image, signal);
        const how = { secrets, guard: origin.layers.leakGuard, added: new Map(), push: true };
        await guardImage(engine, { obtained: { image }, entries }, { ...how, log: (0,quiet_log.silenced)(log), signal });
    }
    async #write() {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const { engine, builder } = this.#cache.job;
            const { log, makeTemporary, onSecret, signal } = this.#tools;
            const started = performance.now();
            const images = await this.#makeImages();
            const { path: temp, remove } = makeTemporary();
            this.#remove = remove;
            const path = (0,external_node_path_.join)(temp, entry_store/* DIRECTORY */.M);
            const store = new blob_store/* BlobStore */.l(await (0,cache_layers/* makeLayout */.zz)(path));
            const older = this.#cache.found.flatMap(({ layers }) => layers ?? []);
            const sizeElsewhere = async (digest) => older.map(({ blobs }) => blobs.get(digest)).find((size) => size !== undefined);
            const form = builder === 'classic' ? 'images' : 'buildkit';
            const relay = __addDisposableResource(env_1, await (0,registry_relay/* startRelay */.s)({ store, sizeElsewhere, onBlob: () => { } }), true);
            onSecret(relay.password);
            const tools = { ...this.#tools, log: (0,quiet_log.silenced)(log) };
            const road = await (0,relay_push/* findRoad */.gZ)(engine, relay, signal);
            const manifests = [];
            for (const [at, id] of images.entries()) {
                const to = road && { relay, host: road.host, slot: `c${at}`, title: 'layers' };
                const pushed = to && (await (0,relay_push/* pushToRelay */.bb)(engine, id, to, tools));
                manifests.push(pushed?.top ?? (await this.#export(id, { store, temp, signal })));
            }
            const layers = await (0,cache_layers/* writeLayers */.EI)(path, manifests, { store, older, form });
            const seconds = (performance.now() - started) / 1000;
            log.info(`Cache: kept ${(0,units/* count */.U9)(manifests.length, 'image')} with layers, ${(0,units/* formatBytes */.z3)(layers.size)}, in ${(0,units/* formatDuration */.a3)(seconds)}`);
            return layers;
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
    /** From an engine that does not get here; then nobody else has the image either. */
    async #export(id, tools) {
        const { engine } = this.#cache.job;
        const { takeFromArchive } = await Promise.all(/* import() */[__webpack_require__.e(7830), __webpack_require__.e(7795), __webpack_require__.e(7006)]).then(__webpack_require__.bind(__webpack_require__, 67006));
        const manifest = await takeFromArchive(engine, id, undefined, { ...tools, onBlob: () => { } });
        await (0,engine_delete/* deleteImage */.v)(engine, id, { noPrune: true, signal: tools.signal });
        return manifest;
    }
}
function unworthy(notes) {
    const restoring = (0,units/* formatDuration */.a3)((0,worth/* restoreSeconds */.mD)(notes));
    return `restoring ${(0,units/* formatBytes */.z3)(notes.bytes)} would take about ${restoring}, and the build takes ${(0,units/* formatDuration */.a3)(notes.seconds)} without`;
}


/***/ }),

/***/ 74216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   silenced: () => (/* binding */ silenced)
/* harmony export */ });
/** What is said there is only seen with step debugging. */
function silenced(log) {
    return {
        info: log.debug,
        untrusted: (label, text) => log.debug(`${label}${text}`),
        group: () => { },
        endGroup: () => { },
        debug: log.debug,
        notice: log.debug,
        warning: log.debug,
        error: log.debug,
        drained: () => log.drained(),
    };
}


/***/ }),

/***/ 80475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ BlobStore)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/**
 * Blobs on disk on their way to registries, so that each can be sent as often as it takes, to as many places as there are.
 * Whoever gives the directory also removes it.
 */




class BlobStore {
    #directory;
    #blobs = new Map();
    #count = 0;
    /** `directory` is nobody else's. */
    constructor(directory) {
        this.#directory = directory;
    }
    get(digest) {
        return this.#blobs.get(digest);
    }
    async begin() {
        this.#count += 1;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.#directory, `incoming-${this.#count}`);
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path, 'wx', 0o600);
        return new Incoming(path, file, (digest, size) => this.#keep(path, digest, size));
    }
    async #keep(path, digest, size) {
        const known = this.#blobs.get(digest);
        if (known !== undefined) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(path, { force: true });
            return known;
        }
        const place = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(this.#directory, digest.slice('sha256:'.length));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(path, place);
        const blob = {
            digest,
            size,
            open: (from) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(place, { start: from, highWaterMark: 256 * 1024 }),
        };
        this.#blobs.set(digest, blob);
        return blob;
    }
}
class Incoming {
    #path;
    #file;
    #keep;
    #hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    #size = 0;
    constructor(path, file, keep) {
        this.#path = path;
        this.#file = file;
        this.#keep = keep;
    }
    get size() {
        return this.#size;
    }
    async write(chunk) {
        this.#hash.update(chunk);
        this.#size += chunk.length;
        await this.#file.writeFile(chunk);
    }
    async finish(expected) {
        await this.#file.close();
        if (this.#digest() === expected)
            return this.#keep(expected, this.#size);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(this.#path, { force: true });
        return undefined;
    }
    async finishUnnamed() {
        await this.#file.close();
        return this.#keep(this.#digest(), this.#size);
    }
    async discard() {
        await this.#file.close();
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(this.#path, { force: true });
    }
    #digest() {
        return `sha256:${this.#hash.digest('hex')}`;
    }
}


/***/ }),

/***/ 62071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ startRelay)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58500);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96192);
/* harmony import */ var _loopback_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64009);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9329);
/**
 * A registry on the loopback of this machine that an engine can push to, and that keeps what it gets for us: blobs on
 * disk, manifests in memory. So the engine never sees the credentials of the real registries, no tag is needed there, and
 * whatever goes wrong on the way there is ours to try again. Serves what engines use of the OCI distribution-spec
 * ("Push"); the sequences were measured on Docker 20.10, on 28 with both image stores, and on Podman 4.
 */





/** For a blob that another build was told to upload. */
const PATIENCE_MS = 60_000;
const MANIFEST_LIMIT = 8 * 1024 * 1024;
/** The one form that Podman falls back to, and nobody wants. */
const SCHEMA_1 = /vnd\.docker\.distribution\.manifest\.v1\+/;
/** Listens on a port of its own until it is disposed of. */
async function startRelay(options) {
    const service = new RelayService(options);
    const loopback = await (0,_loopback_js__WEBPACK_IMPORTED_MODULE_3__/* .listenOnLoopback */ .c)((request, response) => service.serve(request, response));
    return {
        host: loopback.host,
        repository: (slot) => `${service.nonce}/${slot}`,
        openRepository: (slot) => `${service.openNonce}/${slot}`,
        openNonce: service.openNonce,
        username: USERNAME,
        password: service.password,
        get visits() {
            return service.visits;
        },
        received: (slot) => ({ manifests: service.manifests.get(slot) ?? [], top: service.tagged.get(slot) }),
        [Symbol.asyncDispose]: () => loopback[Symbol.asyncDispose](),
    };
}
const USERNAME = 'stowage';
class Refused extends Error {
    status;
    code;
    constructor(status, code, message) {
        super(message);
        this.status = status;
        this.code = code;
    }
}
class RelayService {
    /** Begins every repository; nobody who does not know it gets anywhere. */
    nonce = newNonce();
    /** The same for those that ask for no login. */
    openNonce = newNonce();
    password = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(24).toString('hex');
    manifests = new Map();
    tagged = new Map();
    visits = 0;
    #options;
    #uploads = new Map();
    /**
     * Blobs that a builder was told to upload, by digest. BuildKit asks for each and uploads at once what is not there, so
     * platforms that share a layer would send it several times.
     */
    #coming = new Map();
    #authorization;
    constructor(options) {
        this.#options = options;
        this.#authorization = `Basic ${Buffer.from(`${USERNAME}:${this.password}`).toString('base64')}`;
    }
    serve(request, response) {
        this.visits += 1;
        this.#answer(request, response).catch((error) => {
            const { status, code } = error instanceof Refused ? error : { status: 500, code: 'UNKNOWN' };
            const message = error instanceof Error ? error.message : 'unknown';
            if (!response.headersSent)
                response.writeHead(status, { 'content-type': 'application/json', ...(status === 401 && CHALLENGE) });
            response.end(JSON.stringify({ errors: [{ code, message }] }));
            request.resume();
        });
    }
    async #answer(request, response) {
        const { method = '' } = request;
        const url = new URL(request.url ?? '', 'http://relay');
        const [, nonce, slot = '', kind, rest = ''] = /^\/v2\/([a-z0-9]+)\/([a-z0-9]+)\/(manifests|blobs\/uploads|blobs)\/(.*)$/.exec(url.pathname) ?? [];
        const isOpen = nonce !== undefined && isSame(nonce, this.openNonce);
        if (!isOpen)
            this.#admit(request);
        if (url.pathname === '/v2/' || url.pathname === '/v2')
            return void end(response, 200);
        if (!isOpen && nonce !== this.nonce)
            throw new Refused(404, 'NAME_UNKNOWN', 'there is no such repository here');
        const place = { root: `/v2/${nonce}/${slot}`, isOpen };
        if (kind === 'manifests')
            return this.#manifest(slot, rest, { request, response, method });
        if (kind === 'blobs')
            return this.#blob(rest, isOpen, { request, response, method });
        return this.#upload(place, rest, url.searchParams, { request, response, method });
    }
    #admit({ headers }) {
        if (!isSame(headers.authorization ?? '', this.#authorization))
            throw new Refused(401, 'UNAUTHORIZED', 'a login is needed');
    }
    async #manifest(slot, reference, { request, response, method }) {
        if (method === 'PUT')
            return this.#takeManifest(slot, reference, { request, response, method });
        // A tag is never there, so that the engine pushes.
        const found = this.manifests.get(slot)?.find(({ digest }) => digest === reference);
        if (found === undefined)
            throw new Refused(404, 'MANIFEST_UNKNOWN', 'there is no such manifest here');
        const headers = { 'content-type': found.mediaType, 'docker-content-digest': found.digest };
        response.writeHead(200, { ...headers, 'content-length': found.bytes.length });
        response.end(method === 'HEAD' ? undefined : found.bytes);
    }
    async #takeManifest(slot, reference, { request, response }) {
        const type = request.headers['content-type'] ?? '';
        if (SCHEMA_1.test(type))
            throw new Refused(400, 'MANIFEST_INVALID', 'manifests of schema 1 are not taken');
        const bytes = await readAll(request, MANIFEST_LIMIT);
        const digest = (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(bytes);
        if ((0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(reference) && reference !== digest)
            throw new Refused(400, 'DIGEST_INVALID', `the manifest has digest ${digest}`);
        const media = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .manifestMediaType */ .gp)(type, bytes);
        if (media.kind === 'bad')
            throw new Refused(400, 'MANIFEST_INVALID', `${media.reason}; wanted: ${_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .MANIFEST_TYPES */ ._P.join()}`);
        const list = this.manifests.get(slot) ?? [];
        const manifest = { digest, mediaType: media.value, bytes };
        if (!list.some((known) => known.digest === digest))
            list.push(manifest);
        if (!(0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(reference))
            this.tagged.set(slot, manifest);
        this.manifests.set(slot, list);
        end(response, 201, { 'docker-content-digest': digest, location: `${request.url}` });
    }
    async #blob(digest, isOpen, { response, method }) {
        if (!(0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(digest))
            throw new Refused(400, 'DIGEST_INVALID', 'that is no digest');
        let size = await this.#sizeOf(digest);
        const coming = this.#coming.get(digest);
        if (size === undefined && isOpen && coming !== undefined) {
            await Promise.race([coming.promise, (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(PATIENCE_MS, undefined, { ref: false })]);
            size = await this.#sizeOf(digest);
        }
        else if (size === undefined && isOpen)
            this.#coming.set(digest, Promise.withResolvers());
        if (method !== 'HEAD' || size === undefined)
            throw new Refused(404, 'BLOB_UNKNOWN', 'there is no such blob here');
        const type = { 'content-type': 'application/octet-stream' };
        response.writeHead(200, { ...type, 'content-length': size, 'docker-content-digest': digest }).end();
    }
    async #sizeOf(digest) {
        return this.#options.store.get(digest)?.size ?? (await this.#options.sizeElsewhere(digest));
    }
    async #upload({ root, isOpen }, id, query, exchange) {
        const { request, response, method } = exchange;
        if (method === 'POST')
            return this.#begin(root, query, response);
        const upload = this.#uploads.get(id);
        if (upload === undefined)
            throw new Refused(404, 'BLOB_UPLOAD_UNKNOWN', 'there is no such upload here');
        const location = `${root}/blobs/uploads/${id}`;
        const where = () => ({ location, range: `0-${Math.max(0, upload.size - 1)}`, 'docker-upload-uuid': id });
        switch (method) {
            case 'GET':
                return end(response, 204, where());
            case 'DELETE':
                this.#uploads.delete(id);
                await upload.discard();
                return end(response, 204);
            case 'PATCH':
                await this.#append(id, upload, request);
                return end(response, 202, where());
            case 'PUT': {
                const digest = query.get('digest') ?? '';
                const blob = await this.#finish(id, upload, { request, digest }).finally(() => this.#settle(digest));
                if (blob === undefined)
                    throw new Refused(400, 'DIGEST_INVALID', 'the blob has another digest');
                if (!isOpen)
                    this.#options.onBlob(blob);
                const headers = { location: `${root}/blobs/${digest}`, 'docker-content-digest': digest };
                return end(response, 201, headers);
            }
            default:
                throw new Refused(405, 'UNSUPPORTED', 'that is not done here');
        }
    }
    async #finish(id, upload, { request, digest }) {
        await this.#append(id, upload, request);
        this.#uploads.delete(id);
        return (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(digest) ? upload.finish(digest) : undefined;
    }
    /** Whether it is here now or not, nobody is to wait for it any longer. */
    #settle(digest) {
        this.#coming.get(digest)?.resolve();
        this.#coming.delete(digest);
    }
    async #begin(root, query, response) {
        const wanted = query.get('mount') ?? '';
        // A mount from wherever is as good as a blob that is here; from where does not matter, as engines mix up hosts.
        if (this.#options.store.get(wanted) !== undefined) {
            const headers = { location: `${root}/blobs/${wanted}`, 'docker-content-digest': wanted };
            return end(response, 201, headers);
        }
        const id = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('hex');
        this.#uploads.set(id, await this.#options.store.begin());
        end(response, 202, { location: `${root}/blobs/uploads/${id}`, range: '0-0', 'docker-upload-uuid': id });
    }
    /** A connection that is cut takes the upload with it: the engine begins a new one. */
    async #append(id, upload, request) {
        try {
            for await (const chunk of request)
                await upload.write(chunk);
        }
        catch (error) {
            if (this.#uploads.delete(id))
                await upload.discard();
            throw error;
        }
    }
}
function newNonce() {
    return `n${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('hex')}`;
}
/** In a time that tells nothing of the secret. */
function isSame(given, secret) {
    const [a, b] = [Buffer.from(given), Buffer.from(secret)];
    return a.length === b.length && (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(a, b);
}
const CHALLENGE = { 'www-authenticate': 'Basic realm="stowage"' };
function end(response, status, headers = {}) {
    response
        .writeHead(status, { 'docker-distribution-api-version': 'registry/2.0', 'content-length': 0, ...headers })
        .end();
}
async function readAll(request, limit) {
    const chunks = [];
    let length = 0;
    for await (const chunk of request) {
        length += chunk.length;
        if (length > limit)
            throw new Refused(413, 'MANIFEST_INVALID', `it is longer than ${limit} bytes`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}


/***/ })

};
