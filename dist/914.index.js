export const id = 914;
export const ids = [914];
export const modules = {

/***/ 20914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  answerQuery: () => (/* binding */ answerQuery),
  registryOf: () => (/* binding */ registryOf)
});

// EXTERNAL MODULE: ./build/engine/list.js
var list = __webpack_require__(43539);
// EXTERNAL MODULE: ./build/engine/filters.js
var engine_filters = __webpack_require__(8100);
// EXTERNAL MODULE: ./build/engine/json.js
var engine_json = __webpack_require__(19665);
// EXTERNAL MODULE: ./build/engine/parameters.js
var parameters = __webpack_require__(9623);
;// CONCATENATED MODULE: ./build/engine/search.js



const ENDPOINT = 'GET /images/search';
const LIMIT_MS = 60_000;
/** `{}`, encoded. */
const ANONYMOUS = 'e30=';
/** `term` is a word, or `host[:port]/word`. Unsorted. Throws EngineError. */
async function search(engine, term, options) {
    const { limit, filters, registryAuth, signal } = options;
    const account = registryAuth === ANONYMOUS ? undefined : registryAuth;
    (0,parameters/* admit */.w4)(engine, ENDPOINT, { 'is-automated': filters?.['is-automated'], 'X-Registry-Auth': account }, term);
    const { json } = await engine.transport.json({
        method: 'GET',
        path: '/images/search',
        endpoint: ENDPOINT,
        subject: term,
        query: { term, limit: limit === undefined ? undefined : String(limit), filters: (0,engine_filters/* encodeFilters */.Qm)(filters) },
        headers: { 'x-registry-auth': registryAuth },
        limitMs: LIMIT_MS,
        signal,
    });
    return (0,engine_json/* itemsOf */.S3)(json).map((item) => {
        const found = (0,engine_json/* asObject */.eB)(item);
        return {
            name: (0,engine_json/* textOf */.b6)((0,engine_json/* own */.ZV)(found, 'name')) || (0,engine_json/* textOf */.b6)((0,engine_json/* own */.ZV)(found, 'Name')),
            description: (0,engine_json/* textOf */.b6)((0,engine_json/* own */.ZV)(found, 'description')) || (0,engine_json/* textOf */.b6)((0,engine_json/* own */.ZV)(found, 'Description')),
            stars: (0,engine_json/* amountOf */.MT)((0,engine_json/* own */.ZV)(found, 'star_count')) ?? (0,engine_json/* amountOf */.MT)((0,engine_json/* own */.ZV)(found, 'Stars')) ?? 0,
            official: (0,engine_json/* own */.ZV)(found, 'is_official') === true,
            automated: (0,engine_json/* own */.ZV)(found, 'is_automated') === true,
        };
    });
}

// EXTERNAL MODULE: ./build/registry/platform.js
var registry_platform = __webpack_require__(87891);
// EXTERNAL MODULE: ./build/registry/reference.js
var reference = __webpack_require__(26247);
// EXTERNAL MODULE: ./build/report/units.js
var units = __webpack_require__(15088);
;// CONCATENATED MODULE: ./build/pipeline/query.js





/** JSON of an array. Sizes are bytes, times RFC 3339; what the engine does not tell is left out. Throws EngineError. */
async function answerQuery(engine, query, tools) {
    return JSON.stringify(query.kind === 'list' ? await query_images(engine, query, tools) : await found(engine, query, tools));
}
async function query_images(engine, query, { log, signal }) {
    const listed = await (0,list/* list */.p)(engine, { ...query, signal });
    const total = listed.reduce((sum, { size }) => sum + size, 0);
    log.info(`${(0,units/* count */.U9)(listed.length, 'image')}, ${(0,units/* formatBytes */.z3)(total)} if nothing is shared`);
    for (const { names, id, size } of listed.slice(0, SHOWN))
        log.info(`  ${names.join(', ') || id}  ${(0,units/* formatBytes */.z3)(size)}`);
    if (listed.length > SHOWN)
        log.info(`  and ${listed.length - SHOWN} more, in the output images`);
    return listed.map(toJson);
}
/** Lines in the log. */
const SHOWN = 50;
function toJson({ created, labels, manifests, ...image }) {
    return {
        ...image,
        created: new Date(created * 1000).toISOString(),
        labels: Object.fromEntries(labels),
        ...(manifests.length > 0 && {
            manifests: manifests.map(({ platform, ...manifest }) => ({
                ...manifest,
                ...(platform && { platform: (0,registry_platform/* formatPlatform */.Bq)(platform) }),
            })),
        }),
    };
}
async function found(engine, { term, limit, filters }, { credentials, log, signal }) {
    const registry = registryOf(term);
    const registryAuth = await credentials.authHeader({ registry, action: 'pull' });
    // Podman looks for a word alone in the registries of its configuration, of which there may be none.
    const asked = engine.facts.product === 'podman' && !hasRegistry(term) ? `${registry}/${term}` : term;
    const results = await search(engine, asked, { limit, filters, registryAuth, signal });
    log.info(`${registry} knows ${(0,units/* count */.U9)(results.length, 'repository', 'repositories')} for "${term}"`);
    for (const { name, stars, description } of results.slice(0, SHOWN))
        log.info(`  ${name}  ${(0,units/* count */.U9)(stars, 'star')}  ${description}`);
    return results;
}
function registryOf(term) {
    return hasRegistry(term) ? (term.split('/')[0] ?? '') : reference/* DOCKER_HUB */.Xb;
}
/** As engines tell a host from a word. */
function hasRegistry(term) {
    const [first = '', ...rest] = term.split('/');
    return rest.length > 0 && (first === 'localhost' || /[.:]/.test(first));
}


/***/ })

};
