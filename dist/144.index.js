export const id = 144;
export const ids = [144];
export const modules = {

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

/***/ 20144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  post: () => (/* binding */ post)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/action/cleaning-input.js
var cleaning_input = __webpack_require__(47189);
// EXTERNAL MODULE: ./build/action/engines-input.js
var engines_input = __webpack_require__(22753);
// EXTERNAL MODULE: ./build/action/raw-inputs.js
var raw_inputs = __webpack_require__(21571);
// EXTERNAL MODULE: ./build/action/state-file.js
var state_file = __webpack_require__(11049);
// EXTERNAL MODULE: ./build/engine/delete.js
var engine_delete = __webpack_require__(38572);
// EXTERNAL MODULE: ./build/engine/errors.js
var errors = __webpack_require__(2952);
// EXTERNAL MODULE: ./build/engine/inspect.js
var inspect = __webpack_require__(69175);
// EXTERNAL MODULE: ./build/engine/prune.js
var prune = __webpack_require__(93803);
// EXTERNAL MODULE: ./build/engine/tag.js
var tag = __webpack_require__(48619);
// EXTERNAL MODULE: ./build/registry/platform.js
var platform = __webpack_require__(87891);
// EXTERNAL MODULE: ./build/registry/reference.js
var registry_reference = __webpack_require__(26247);
// EXTERNAL MODULE: ./build/report/units.js
var units = __webpack_require__(15088);
// EXTERNAL MODULE: ./build/pipeline/context-copies.js
var context_copies = __webpack_require__(30792);
// EXTERNAL MODULE: ./build/pipeline/explain.js
var explain = __webpack_require__(59152);
// EXTERNAL MODULE: ./build/pipeline/find-id.js
var find_id = __webpack_require__(26296);
// EXTERNAL MODULE: ./build/engine/list.js
var list = __webpack_require__(43539);
;// CONCATENATED MODULE: ./build/pipeline/shared-layers.js


/** Names (or ids) of other images that share a layer with one of these platforms of an image. */
async function sharers(engine, name, platforms, signal) {
    const own = await (0,inspect/* inspect */.Nn)(engine, name, { signal });
    const layers = new Set();
    for (const platform of platforms)
        for (const layer of (await (0,inspect/* inspect */.Nn)(engine, name, { platform, signal })).layers)
            layers.add(layer);
    const found = [];
    for (const image of await (0,list/* list */.p)(engine, { all: true, manifests: true, signal })) {
        if (image.id === own.id)
            continue;
        const label = image.names[0] ?? image.id;
        for (const platform of platformsOf(image.manifests)) {
            const { layers: theirs } = await (0,inspect/* inspect */.Nn)(engine, image.id, { ...(platform && { platform }), signal });
            if (theirs.some((layer) => layers.has(layer)))
                found.push(label);
        }
    }
    return [...new Set(found)];
}
/** Undefined stands for the only platform of an image. */
function platformsOf(manifests) {
    const available = manifests.filter((manifest) => manifest.available && manifest.platform !== undefined);
    return available.length < 2 ? [undefined] : available.map(({ platform }) => platform);
}

;// CONCATENATED MODULE: ./build/pipeline/clean.js
/**
 * Cleaning after a run: takes away what the ledger has noted, then what the author asked for by name or by filter, and
 * nothing else (hardening E9). It works on whatever a failed or cancelled run left, goes on after a failure, and can be
 * run twice. Images are deleted by name; by id only while they have none, as an id may be shared with other jobs.
 */












function isWanted({ made, images, pruneImages, pruneBuildCache: cache }) {
    return made || images.length > 0 || pruneImages !== undefined || cache !== undefined;
}
/** Never rejects for a single thing that stays: that is a warning. */
async function clean(engine, cleaning, made, tools) {
    const cleaner = new Cleaner(engine, tools);
    if (cleaning.made)
        await cleaner.takeAway(made);
    for (const removal of cleaning.images)
        await cleaner.remove(removal);
    if (cleaning.pruneImages)
        await cleaner.pruneImages(cleaning.pruneImages);
    if (cleaning.pruneBuildCache)
        await cleaner.pruneBuildCache(cleaning.pruneBuildCache);
}
class Cleaner {
    #engine;
    #log;
    #clock;
    #signal;
    constructor(engine, { log, clock, signal }) {
        this.#engine = engine;
        this.#log = log;
        this.#clock = clock;
        this.#signal = signal;
    }
    async takeAway(made) {
        for (const item of made)
            if (item.kind === 'name')
                await this.#attempt(item.name, () => this.#returnName(item));
        // The newest first: an image cannot go before those that were built on it.
        await this.#removeImages(made.flatMap((item) => (item.kind === 'image' ? [item.id] : [])).reverse());
        for (const item of made)
            if (item.kind === 'contexts')
                await this.#attempt('copies of the context', () => this.#removeContexts(item.since));
    }
    /** What the author names is deleted as asked, with a word if there is nothing of it. */
    async remove({ name, force, noPrune, platforms }) {
        await this.#attempt(name, async () => {
            if (platforms.length > 0) {
                const others = await sharers(this.#engine, name, platforms, this.#signal);
                if (others.length > 0)
                    throw new Error(`${others.slice(0, 5).join(', ')} would lose layers that are shared`);
            }
            const removals = await (0,engine_delete/* deleteImage */.v)(this.#engine, name, { force, noPrune, platforms, signal: this.#signal });
            const of = platforms.length === 0 ? '' : ` for ${platforms.map(platform/* formatPlatform */.Bq).join(', ')}`;
            const deleted = removals.filter(({ kind }) => kind === 'deleted').length;
            this.#log.info(`Deleted ${name}${of}: ${deleted === 0 ? 'its content is still in use by other names' : (0,units/* count */.U9)(deleted, 'object')}`);
        });
    }
    async pruneImages(options) {
        await this.#attempt('unused images', async () => {
            const { removals, reclaimed } = await (0,prune/* prune */.R)(this.#engine, { ...options, signal: this.#signal });
            const images = removals.filter(({ kind }) => kind === 'deleted').length;
            this.#log.info(`Pruned images: ${(0,units/* count */.U9)(images, 'object')} deleted, ${(0,units/* formatBytes */.z3)(reclaimed)} reclaimed`);
        });
    }
    async pruneBuildCache(options) {
        await this.#attempt('the build cache', async () => {
            const { records, reclaimed } = await (0,prune/* pruneBuildCache */.t)(this.#engine, { ...options, signal: this.#signal });
            this.#log.info(`Pruned the build cache: ${(0,units/* count */.U9)(records.length, 'record')} deleted, ${(0,units/* formatBytes */.z3)(reclaimed)} reclaimed`);
        });
    }
    /** A name that was there before goes back to its image, another one goes away. */
    async #returnName({ name, before, given }) {
        const now = await (0,find_id/* findId */.d)(this.#engine, name, this.#signal);
        if (now === before || now === undefined)
            return;
        if (given !== undefined && now !== given) {
            this.#log.info(`${name} stays: somebody else gave it to ${now} meanwhile`);
            return;
        }
        if (before !== undefined && (await (0,find_id/* findId */.d)(this.#engine, before, this.#signal)) !== undefined) {
            const reference = (0,registry_reference/* withDefaultTag */._t)((0,registry_reference/* parseReference */.F2)(name));
            const target = { repository: (0,registry_reference/* familiarRepository */.Yu)(reference), tag: reference.tag ?? 'latest' };
            await (0,tag/* tag */.T)(this.#engine, before, target, this.#signal);
            this.#log.info(`Gave ${name} back to ${before}`);
            return;
        }
        await (0,engine_delete/* deleteImage */.v)(this.#engine, name, { signal: this.#signal });
        this.#log.info(`Deleted ${name}`);
    }
    /** The step of a cancelled build holds its image until it ends, which Podman lets it do in its own time. */
    async #removeImages(ids) {
        let left = ids;
        for (let tries = this.#engine.facts.product === 'podman' ? 10 : 5; left.length > 0 && tries > 0; tries--) {
            if (left !== ids)
                await this.#clock.sleep(1000, this.#signal);
            const held = [];
            for (const id of left)
                await this.#attempt(id, async () => void ((await this.#removeNameless(id)) || held.push(id)));
            left = held;
        }
        if (left.length > 0)
            this.#log.info(`${(0,units/* count */.U9)(left.length, 'image')} of this run stay, as something else uses them`);
    }
    /** False for an image that is in use. */
    async #removeNameless(id) {
        try {
            const { names, id: whole } = await (0,inspect/* inspect */.Nn)(this.#engine, id, { signal: this.#signal });
            // Somebody else named it meanwhile.
            if (names.length > 0)
                return true;
            await (0,engine_delete/* deleteImage */.v)(this.#engine, whole, { signal: this.#signal });
            this.#log.info(`Deleted the image ${whole}`);
            return true;
        }
        catch (error) {
            // Gone with another image is as good.
            if (error instanceof errors/* EngineError */.NJ && error.status === 404)
                return true;
            if (error instanceof errors/* EngineError */.NJ && error.status === 409)
                return false;
            throw error;
        }
    }
    /** No later build can use them, so those of a job beside this one are as useless. */
    async #removeContexts(since) {
        const { records, reclaimed } = await (0,context_copies/* pruneContexts */.d)(this.#engine, since, this.#signal);
        if (records.length > 0)
            this.#log.info(`Deleted ${(0,units/* count */.U9)(records.length, 'copy', 'copies')} of the context in the build cache, ${(0,units/* formatBytes */.z3)(reclaimed)} reclaimed`);
    }
    async #attempt(what, work) {
        try {
            await work();
        }
        catch (error) {
            this.#signal.throwIfAborted();
            this.#log.warning(`cleaning: ${what} stays: ${(0,explain/* describeError */.Uc)(error)}`);
        }
    }
}

// EXTERNAL MODULE: ./build/pipeline/with-engine.js + 4 modules
var with_engine = __webpack_require__(76425);
// EXTERNAL MODULE: ./build/registry/retry.js
var retry = __webpack_require__(67728);
;// CONCATENATED MODULE: ./build/post.js
/**
 * The post part of the step: saving what it kept for the next one, and cleaning, where it was asked for. It runs after a main part that succeeded, failed or was
 * cancelled, may run twice, and never fails the job (hardening L4).
 */









async function post({ env, log, signal }) {
    const entries = (0,state_file/* readEntries */.$2)(env);
    try {
        if (entries.length > 0) {
            const { saveEntries } = await __webpack_require__.e(/* import() */ 9884).then(__webpack_require__.bind(__webpack_require__, 9884));
            await saveEntries(entries, { env, log, signal });
        }
    }
    finally {
        await removeTemporaries(env);
    }
    const agents = (0,state_file/* readAgents */.$e)(env);
    if (agents.length > 0) {
        const { removeAgents } = await Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(8056)]).then(__webpack_require__.bind(__webpack_require__, 28056));
        await removeAgents(agents, env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)());
    }
    // The main part has said what there is to say of the inputs, and failed if they were wrong.
    const quiet = { ...log, notice: () => { }, warning: () => { } };
    const raw = (0,raw_inputs/* readRaw */.hc)((name, form) => (0,raw_inputs/* inputText */.AN)(env, name, form), quiet);
    const cleaning = (0,cleaning_input/* readCleaning */.a)(raw);
    const names = (0,state_file/* readNames */.r6)(env);
    if (!isWanted(cleaning) && names.length === 0)
        return;
    const made = cleaning.made ? (0,state_file/* readMade */.eE)(env) : [];
    if (made.length === 0 && names.length === 0 && !isWanted({ ...cleaning, made: false })) {
        log.info('Nothing was made in the engine, so there is nothing to clean up');
        return;
    }
    const workspace = (0,external_node_path_.resolve)(env['GITHUB_WORKSPACE'] || process.cwd());
    const { engine, engines } = await (0,engines_input/* readEngines */.A)(raw, workspace, { env, log: quiet });
    const forget = async (opened) => {
        if (names.length === 0)
            return;
        const { release } = await __webpack_require__.e(/* import() */ 7100).then(__webpack_require__.bind(__webpack_require__, 37100));
        for (const name of names)
            await release(opened, splitTag(name), { log: quiet, signal, noteName: () => { } });
    };
    await (0,with_engine/* withEngine */.f)(engine, { log, signal, journal: undefined }, async (opening) => {
        const { engine: opened } = await opening;
        await forget(opened);
        await clean(opened, cleaning, made, { log, clock: retry/* systemClock */.ml, signal });
    });
    // What a main part that was killed left may be on any of them.
    const others = [...new Set(engines.values())].filter((other) => other !== engine && names.length > 0);
    for (const other of others)
        await (0,with_engine/* withEngine */.f)(other, { log, signal, journal: undefined }, async (opening) => forget((await opening).engine));
}
/** What a main part that was killed left on the disk. */
async function removeTemporaries(env) {
    const noted = (0,state_file/* readTemporaries */.KM)(env);
    if (noted.length === 0)
        return;
    const { ownTemporaries, removeTemporary } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 8836));
    for (const path of ownTemporaries(noted, env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)()))
        removeTemporary(path);
}
function splitTag(name) {
    const colon = name.lastIndexOf(':');
    return { repository: name.slice(0, colon), tag: name.slice(colon + 1) };
}


/***/ })

};
