export const id = 6670;
export const ids = [6670,9329,4216];
export const modules = {

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


/***/ }),

/***/ 89087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EI: () => (/* binding */ writeLayers),
/* harmony export */   c: () => (/* binding */ copyLayers),
/* harmony export */   c7: () => (/* binding */ blobFile),
/* harmony export */   er: () => (/* binding */ DamagedLayers),
/* harmony export */   qh: () => (/* binding */ indexOf),
/* harmony export */   rm: () => (/* binding */ openLayers),
/* harmony export */   zz: () => (/* binding */ makeLayout)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _registry_copy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40781);
/* harmony import */ var _registry_descriptor_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19725);
/* harmony import */ var _registry_digest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(96192);
/* harmony import */ var _registry_image_manifest_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(17757);
/* harmony import */ var _registry_manifest_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9329);
/**
 * Layers of builds in a directory: images that BuildKit reads as caches, in the form of an OCI image layout (image-spec "OCI
 * Image Layout Specification"), which is also the form of BuildKit's own local caches. What is read back may have been
 * changed on its way, so nothing counts before its bytes were seen to have its digest (hardening E7).
 */









/** The directory holds something else than it says. */
class DamagedLayers extends Error {
    name = 'DamagedLayers';
}
const LATEST = 'latest';
const TAG = 'org.opencontainers.image.ref.name';
const MOST_MANIFEST_BYTES = 8 * 1024 * 1024;
/** Hashing is done by the threads of Node's pool only in part, so more would not help. */
const READ_AT_ONCE = 4;
/** Place of a blob in a layout. */
function blobFile(path, digest) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(path, 'blobs', 'sha256', digest.slice('sha256:'.length));
}
/** Undefined where there is no layout. Throws DamagedLayers, or the abort reason. */
async function openLayers(path, signal) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(path, 'index.json')).catch(() => undefined);
    if (text === undefined)
        return undefined;
    try {
        const top = await readManifest(path, latestOf(text));
        const below = (0,_registry_image_manifest_js__WEBPACK_IMPORTED_MODULE_7__/* .isIndexType */ .$U)(top.mediaType) ? (0,_registry_image_manifest_js__WEBPACK_IMPORTED_MODULE_7__/* .childrenOf */ .LU)(top).manifests : [];
        // What BuildKit exports itself may be an index of layers.
        const isManifest = ({ mediaType }) => /manifest/.test(mediaType);
        const images = (0,_registry_image_manifest_js__WEBPACK_IMPORTED_MODULE_7__/* .isIndexType */ .$U)(top.mediaType)
            ? await Promise.all(below.filter(isManifest).map((child) => readManifest(path, child)))
            : [top];
        const parts = [...below.filter((child) => !isManifest(child)), ...images.flatMap(_registry_copy_js__WEBPACK_IMPORTED_MODULE_4__/* .blobsOf */ .OR)];
        const blobs = new Map(parts.map(({ digest, size }) => [digest, size]));
        await (0,_registry_copy_js__WEBPACK_IMPORTED_MODULE_4__/* .inParallel */ .HN)([...blobs], READ_AT_ONCE, ([digest, size]) => check(path, digest, size, signal));
        return { path, top, images, blobs, size: sum(blobs) };
    }
    catch (error) {
        signal.throwIfAborted();
        throw error instanceof DamagedLayers ? error : new DamagedLayers(error.message, { cause: error });
    }
}
/**
 * Writes the layout around images whose blobs are in the store, which has its place in there, or in `older`. The first
 * image is that of the result. Throws DamagedLayers for a blob that is nowhere.
 */
async function writeLayers(path, images, { store, older }) {
    const blobs = new Map(images.flatMap(_registry_copy_js__WEBPACK_IMPORTED_MODULE_4__/* .blobsOf */ .OR).map(({ digest, size }) => [digest, size]));
    for (const digest of blobs.keys()) {
        if (store.get(digest) !== undefined)
            continue;
        const from = older.find((layers) => layers.blobs.has(digest));
        if (from === undefined)
            throw new DamagedLayers(`blob ${digest} is missing`);
        const [source, target] = [blobFile(from.path, digest), blobFile(path, digest)];
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.link)(source, target).catch(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.copyFile)(source, target));
    }
    const top = images.length === 1 ? images[0] : indexOf(images);
    for (const manifest of new Set([...images, top]))
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(blobFile(path, manifest.digest), manifest.bytes);
    const descriptor = { ...describe(top), annotations: { [TAG]: LATEST } };
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(path, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [descriptor] }));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(path, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
    return { path, top, images, blobs, size: sum(blobs) };
}
/** Puts the same into a directory that may hold others, or parts of it; its index names them only once they are there. */
async function copyLayers({ path, blobs, images, top }, dest) {
    await makeLayout(dest);
    const place = async (from, to) => {
        // Not in place, as the two may be one file by now, or somebody reads it.
        const incoming = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(dest, `incoming-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(8).toString('hex')}`);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.copyFile)(from, incoming);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(incoming, to);
    };
    const digests = new Set([...blobs.keys(), ...[...images, top].map(({ digest }) => digest)]);
    for (const digest of digests)
        await place(blobFile(path, digest), blobFile(dest, digest));
    for (const name of ['oci-layout', 'index.json'])
        await place((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(path, name), (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(dest, name));
}
/** Makes the directories of a layout; gives the one for its blobs. */
async function makeLayout(path) {
    const blobs = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(path, 'blobs', 'sha256');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(blobs, { recursive: true });
    return blobs;
}
/** BuildKit reads the caches of all images of an index, of whatever platform they are. */
function indexOf(images) {
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: _registry_image_manifest_js__WEBPACK_IMPORTED_MODULE_7__/* .OCI_INDEX */ .$p, manifests: images.map(describe) }, undefined, 2));
    return { mediaType: _registry_image_manifest_js__WEBPACK_IMPORTED_MODULE_7__/* .OCI_INDEX */ .$p, digest: (0,_registry_digest_js__WEBPACK_IMPORTED_MODULE_6__/* .digestOf */ .ol)(bytes), bytes };
}
function describe({ mediaType, digest, bytes }) {
    return { mediaType, digest, size: bytes.length };
}
function latestOf(text) {
    const manifests = (0,_registry_descriptor_js__WEBPACK_IMPORTED_MODULE_5__/* .own */ .ZV)(JSON.parse(Buffer.from(text).toString('utf8')), 'manifests');
    const all = (Array.isArray(manifests) ? manifests : []).map(_registry_descriptor_js__WEBPACK_IMPORTED_MODULE_5__/* .readDescriptor */ .qq).filter((it) => it !== undefined);
    const found = all.find(({ annotations }) => annotations?.[TAG] === LATEST);
    if (found === undefined)
        throw new DamagedLayers(`index.json names nothing ${LATEST}`);
    return found;
}
async function readManifest(path, { digest, size, mediaType }) {
    const file = blobFile(path, digest);
    if (size > MOST_MANIFEST_BYTES || (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(file)).size !== size)
        throw new DamagedLayers(`manifest ${digest} is not of ${size} bytes`);
    const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(file);
    if ((0,_registry_digest_js__WEBPACK_IMPORTED_MODULE_6__/* .digestOf */ .ol)(bytes) !== digest)
        throw new DamagedLayers(`manifest ${digest} has other bytes`);
    const type = (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_8__/* .manifestMediaType */ .gp)(mediaType, bytes);
    if (type.kind === 'bad')
        throw new DamagedLayers(`manifest ${digest}: ${type.reason}`);
    const manifest = { mediaType: type.value, digest, bytes };
    if (!(0,_registry_image_manifest_js__WEBPACK_IMPORTED_MODULE_7__/* .isIndexType */ .$U)(manifest.mediaType))
        (0,_registry_image_manifest_js__WEBPACK_IMPORTED_MODULE_7__/* .partsOf */ .CI)(manifest);
    return manifest;
}
async function check(path, digest, size, signal) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    let length = 0;
    for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(blobFile(path, digest), { highWaterMark: 1024 * 1024, signal })) {
        hash.update(chunk);
        length += chunk.length;
    }
    if (length !== size || `sha256:${hash.digest('hex')}` !== digest)
        throw new DamagedLayers(`blob ${digest} has other bytes`);
}
function sum(blobs) {
    return [...blobs.values()].reduce((total, size) => total + size, 0);
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

/** `target` is a stage by name or number; undefined is the last one. */
function findBases(dockerfile, buildArgs, target) {
    /** Base of each stage, by name and by number. */
    const stages = new Map();
    const found = new Set();
    let count = 0;
    for (const { instruction, image, stage } of findImageUses((0,_instructions_js__WEBPACK_IMPORTED_MODULE_0__/* .readInstructions */ .K)(dockerfile), buildArgs)) {
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
/** What is named after FROM, `--from=` and `from=` of a mount, in order; stages and numbers of stages are among them. */
function findImageUses(instructions, buildArgs) {
    const args = new Map();
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
// EXTERNAL MODULE: ./build/cache/layers.js
var cache_layers = __webpack_require__(89087);
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
async function keepLayers(cache, summary, rebuild) {
    const keeper = new Keeper(cache, summary, rebuild);
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
    #seconds;
    #rebuild;
    #tools;
    #isAllCached;
    #layers;
    #remove;
    constructor(cache, { steps, cached, seconds }, rebuild) {
        this.#cache = cache;
        this.#seconds = seconds;
        this.#rebuild = rebuild;
        this.#tools = cache.tools;
        this.#isAllCached = steps > 0 && cached === steps;
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
        this.#remove?.();
    }
    async #keepEntry(to) {
        const { log, entries, makeTemporary } = this.#tools;
        const { unsaved, maxBytes } = this.#cache.job.origin.layers;
        const why = unsaved ?? (entries.canSave ? undefined : 'there is no post part of the step to do it');
        if (why !== undefined)
            return log.info(`Cache: not saved: ${why}`);
        const place = this.#cache.placeIn(to);
        const [prefix] = (0,entry_key/* entryPrefixes */.HY)(place);
        const known = this.#cache.found.find(({ cache }) => cache.type === 'gha' && this.#cache.placeIn(cache).scope === place.scope)?.entry;
        const before = known !== undefined && 'notes' in known ? known : undefined;
        const note = (directory, key, content) => entries.note({ directory, key, content, scope: place.scope });
        if (before?.kind === 'slow' || (before?.kind === 'restored' && before.seconds > before.notes.seconds)) {
            const rate = before.notes.bytes / (before.kind === 'restored' ? before.seconds : before.notes.seconds);
            const temporary = makeTemporary();
            await (0,promises_.mkdir)((0,external_node_path_.join)(temporary.path, entry_store/* DIRECTORY */.M));
            await (0,promises_.writeFile)((0,external_node_path_.join)(temporary.path, entry_store/* DIRECTORY */.M, 'empty'), '');
            const key = (0,entry_key/* formatKey */.TD)(prefix, { ...before.notes, rate, isEmpty: true });
            note(temporary.path, key, key);
            return log.info('Cache: restoring took longer than the build, so the next one is told to do without');
        }
        if (before?.kind === 'restored' && this.#isAllCached)
            return log.info('Cache: nothing changed, so nothing is saved');
        const seconds = Math.max(this.#seconds, before?.kind === 'restored' ? before.notes.seconds : 0);
        const expected = { bytes: before?.notes.bytes ?? 0, rate: before?.notes.rate, seconds };
        if (!(0,entry_key/* isWorth */.$u)(expected))
            return log.info(`Cache: not saved: ${unworthy(expected)}`);
        const layers = await this.#writeOnce();
        if (layers.size > maxBytes)
            return log.notice(`cache-to: the layers are ${(0,units/* formatBytes */.z3)(layers.size)}, more than cache-max-size (${(0,units/* formatBytes */.z3)(maxBytes)}), so they are not saved`);
        const content = (0,entry_key/* shortHash */.BC)(layers.top.bytes);
        if (content === before?.notes.content && !before.notes.isEmpty)
            return log.info('Cache: the layers are the same, so nothing is saved');
        const rate = before?.kind === 'restored' ? before.notes.bytes / before.seconds : before?.notes.rate;
        const notes = { content, seconds, bytes: layers.size, rate, isEmpty: false };
        if (!(0,entry_key/* isWorth */.$u)(notes))
            return log.info(`Cache: not saved: ${unworthy(notes)}`);
        this.#remove = undefined;
        note((0,external_node_path_.join)(layers.path, '..'), (0,entry_key/* formatKey */.TD)(prefix, notes), `${prefix}${content}-`);
    }
    async #keepDirectory({ attributes }) {
        const dest = attributes.get('dest') ?? '';
        const layers = await this.#writeOnce();
        await (0,cache_layers/* copyLayers */.c)(layers, dest);
        this.#tools.log.info(`Cache: wrote ${(0,units/* formatBytes */.z3)(layers.size)} to ${dest}`);
    }
    /** To a registry, by our own client, as an engine pushes no index of its caches. */
    async #push({ attributes }) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const { log, clock, random, signal, noteName, onSecret, makeTemporary, client } = this.#tools;
            const [{ Delivery }, { PublishFailed }] = await Promise.all([__webpack_require__.e(/* import() */ 7980).then(__webpack_require__.bind(__webpack_require__, 47980)), Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 59032))]);
            const reference = (0,registry_reference/* withDefaultTag */._t)((0,registry_reference/* parseReference */.F2)(attributes.get('ref') ?? ''));
            const { path: temp, remove } = makeTemporary();
            const quiet = (0,quiet_log.silenced)(log);
            const plan = { tags: [reference], untagged: [], annotations: [], overwrite: 'always' };
            const tools = { client: await client(), temp, remove, log: quiet, clock, random, signal, noteName, onSecret };
            const delivery = __addDisposableResource(env_1, await Delivery.open(plan, tools), true);
            const parcels = [];
            for (const [at, id] of (await this.#makeImages()).entries())
                parcels.push(await delivery.take(this.#cache.job.engine, { id }, { slot: `c${at}`, platform: undefined }));
            const tops = parcels.map(({ top }) => top);
            const { failed } = await delivery.place(tops.length === 1 ? tops[0] : (0,cache_layers/* indexOf */.qh)(tops), parcels);
            if (failed.length > 0)
                throw new PublishFailed([], failed);
            log.info(`Cache: pushed ${(0,units/* count */.U9)(tops.length, 'image')} with layers to ${(0,registry_reference/* formatFamiliar */.LF)(reference)}`);
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
    #writeOnce() {
        this.#layers ??= this.#write();
        return this.#layers;
    }
    /** Anew each time, as they go with what they were pushed by; one after the other, as the builder has all of it already. */
    async #makeImages() {
        const { origin, place, carried } = this.#cache.job;
        const isMax = carried.to.some(({ attributes }) => attributes.get('mode') === 'max');
        const stages = isMax ? stagesBeside(place.dockerfileText, origin.buildArgs, origin.target) : [];
        const ids = [];
        for (const stage of [undefined, ...stages])
            ids.push(await this.#rebuild(stage));
        return ids;
    }
    async #write() {
        const env_2 = { stack: [], error: void 0, hasError: false };
        try {
            const { engine } = this.#cache.job;
            const { log, makeTemporary, onSecret } = this.#tools;
            const started = performance.now();
            const images = await this.#makeImages();
            const { path: temp, remove } = makeTemporary();
            this.#remove = remove;
            const path = (0,external_node_path_.join)(temp, entry_store/* DIRECTORY */.M);
            const store = new blob_store/* BlobStore */.l(await (0,cache_layers/* makeLayout */.zz)(path));
            const older = this.#cache.found.flatMap(({ layers }) => layers ?? []);
            const sizeElsewhere = async (digest) => older.map(({ blobs }) => blobs.get(digest)).find((size) => size !== undefined);
            const relay = __addDisposableResource(env_2, await (0,registry_relay/* startRelay */.s)({ store, sizeElsewhere, onBlob: () => { } }), true);
            onSecret(relay.password);
            const tools = { ...this.#tools, log: (0,quiet_log.silenced)(log) };
            const manifests = [];
            for (const [at, id] of images.entries()) {
                const pushed = await (0,relay_push/* pushToRelay */.b)(engine, id, { relay, slot: `c${at}`, title: 'layers' }, tools);
                if (pushed?.top === undefined)
                    throw new Error('the engine does not reach this machine');
                manifests.push(pushed.top);
            }
            const layers = await (0,cache_layers/* writeLayers */.EI)(path, manifests, { store, older });
            const seconds = (performance.now() - started) / 1000;
            log.info(`Cache: kept ${(0,units/* count */.U9)(manifests.length, 'image')} with layers, ${(0,units/* formatBytes */.z3)(layers.size)}, in ${(0,units/* formatDuration */.a3)(seconds)}`);
            return layers;
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
}
function unworthy(notes) {
    const restoring = (0,units/* formatDuration */.a3)((0,entry_key/* restoreSeconds */.mD)(notes));
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

/***/ 10315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FM: () => (/* binding */ findBlob),
/* harmony export */   Ym: () => (/* binding */ openBlob),
/* harmony export */   gm: () => (/* binding */ readBlob),
/* harmony export */   is: () => (/* binding */ hasBlob)
/* harmony export */ });
/* unused harmony export streamBlob */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96192);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17375);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26247);
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
        checkDigest((0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(bytes), digest, repository);
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
        throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl ? error.during(call.what, repository.path) : error;
    }
}
function blobCall(method, repository, digest) {
    const [verb, link] = method === 'HEAD' ? ['look for', 'in'] : ['read', 'of'];
    const what = `${verb} blob ${digest.slice(0, 19)} ${link} ${(0,_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .familiarRepository */ .Yu)(repository)}`;
    return { method, path: ['blobs', digest], what, actions: 'pull' };
}
function checkDigest(got, digest, { registry, path }) {
    if (got === digest)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl(`the bytes received have digest ${got}, not ${digest}`, {
        status: 200,
        code: 'DIGEST_MISMATCH',
        host: registry,
        repository: path,
        hint: 'something between here and the registry changed or mixed up the answer; do not use this image',
    });
}


/***/ }),

/***/ 9329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J9: () => (/* binding */ findManifest),
/* harmony export */   RV: () => (/* binding */ putManifest),
/* harmony export */   _P: () => (/* binding */ MANIFEST_TYPES),
/* harmony export */   gp: () => (/* binding */ manifestMediaType),
/* harmony export */   readManifest: () => (/* binding */ readManifest)
/* harmony export */ });
/* unused harmony export deleteManifest */
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96192);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17375);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26247);
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
