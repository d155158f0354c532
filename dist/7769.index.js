export const id = 7769;
export const ids = [7769];
export const modules = {

/***/ 28182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ instructionsOf)
/* harmony export */ });
function instructionsOf({ changes, labels }, { product }) {
    const quote = product === 'podman' ? asItIs : asInDockerfile;
    return [...changes, ...[...labels].map(([key, value]) => `LABEL ${quote(key)}=${quote(value)}`)];
}
/** Where `$` would begin a variable. */
function asInDockerfile(text) {
    return `"${text.replace(/[\\"$]/g, '\\$&')}"`;
}
/** Podman splits at the first `=` and knows no escapes. */
function asItIs(text) {
    return text;
}


/***/ }),

/***/ 37769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  obtainContainer: () => (/* binding */ obtainContainer)
});

// EXTERNAL MODULE: ./build/engine/errors.js
var errors = __webpack_require__(2952);
// EXTERNAL MODULE: ./build/engine/json.js
var engine_json = __webpack_require__(19665);
// EXTERNAL MODULE: ./build/engine/parameters.js
var parameters = __webpack_require__(9623);
// EXTERNAL MODULE: ./build/engine/tag.js
var tag = __webpack_require__(48619);
;// CONCATENATED MODULE: ./build/engine/commit.js
/** `POST /commit` (Engine API v1.51 "ImageCommit"): an image from what a container changed. */




const ENDPOINT = 'POST /commit';
/** The files of the container are copied meanwhile. */
const LIMIT_MS = 30 * 60_000;
/** `container` is a name or an id, running or not. Gives the id of the new image. Throws EngineError, 404 for no container. */
async function commit(engine, container, options) {
    const { name, comment, author, pause, changes, config, signal } = options;
    (0,parameters/* admit */.w4)(engine, ENDPOINT, { containerConfig: config }, container);
    const { json } = await engine.transport.json({
        method: 'POST',
        path: '/commit',
        endpoint: ENDPOINT,
        subject: container,
        query: {
            container,
            ...(name !== undefined && { repo: name.repository, tag: name.tag }),
            comment,
            author,
            pause: pause === false ? '0' : '1',
            changes,
        },
        // Podman wants a body, even an empty one.
        json: config ?? {},
        limitMs: LIMIT_MS,
        signal,
    });
    const id = (0,engine_json/* imageIdOf */.CR)((0,engine_json/* own */.ZV)((0,engine_json/* asObject */.eB)(json), 'Id'));
    if (id === undefined) {
        const subject = name === undefined ? container : (0,tag/* formatTag */._)(name);
        throw new errors/* EngineError */.NJ('the answer has no image id', { status: 201, endpoint: ENDPOINT, subject });
    }
    return id;
}

// EXTERNAL MODULE: ./build/engine/inspect.js
var inspect = __webpack_require__(69175);
// EXTERNAL MODULE: ./build/pipeline/changes.js
var pipeline_changes = __webpack_require__(28182);
// EXTERNAL MODULE: ./build/pipeline/obtained.js
var obtained = __webpack_require__(98883);
;// CONCATENATED MODULE: ./build/pipeline/obtain-container.js
/** Source `container`: what a container changed becomes an image, by commit. */




/** Throws EngineError, WrongPlatform. */
async function obtainContainer({ engine, ledger }, origin, { log, signal }) {
    const { container, author, message, pause, config, platform } = origin;
    log.info(`Committing the container ${container}${pause ? '' : ', without pausing it'}`);
    const changes = (0,pipeline_changes/* instructionsOf */.J)(origin, engine.facts);
    const id = await commit(engine, container, { author, comment: message, pause, changes, config, signal });
    ledger.image(id, true);
    const image = await (0,inspect/* inspect */.Nn)(engine, id, { signal });
    (0,obtained/* checkPlatform */.o)(platform, image, 'A container is of the platform of its image: leave platforms out, or set it to that');
    return { image };
}


/***/ })

};
