export const id = 558;
export const ids = [558];
export const modules = {

/***/ 3558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkOutputs: () => (/* binding */ checkOutputs),
  saveOutputs: () => (/* binding */ saveOutputs)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/archive/checked-tar.js
var checked_tar = __webpack_require__(8798);
// EXTERNAL MODULE: ./build/archive/save.js
var save = __webpack_require__(472);
// EXTERNAL MODULE: ./build/engine/call.js
var call = __webpack_require__(347);
// EXTERNAL MODULE: ./build/engine/errors.js
var errors = __webpack_require__(2952);
// EXTERNAL MODULE: ./build/engine/parameters.js
var parameters = __webpack_require__(9623);
// EXTERNAL MODULE: ./build/engine/platform.js
var engine_platform = __webpack_require__(7788);
// EXTERNAL MODULE: ./build/engine/transfer.js
var transfer = __webpack_require__(868);
;// CONCATENATED MODULE: ./build/engine/export.js
/**
 * `GET /images/{name}/get` and `GET /images/get` (Engine API v1.51 "ImageGet", "ImageGetAll"): images as a tar that
 * `load` takes back. It has `manifest.json`; from Docker 25 on it is an OCI layout as well.
 */





/**
 * One image. `name` should have a tag: Docker takes a name without one for all tags of the repository. An id gives an
 * archive without names. A failure after the first bytes is a JSON error at the end of the tar, so the archive is
 * whole only if it reads as one. Throws EngineError, 404 for an unknown image.
 */
async function exportImage(engine, name, options) {
    const { platform, signal } = options;
    const endpoint = 'GET /images/{name}/get';
    (0,parameters/* admit */.w4)(engine, endpoint, { platform }, name);
    return engine.transport.stream({
        method: 'GET',
        path: `/images/${(0,call/* encodeName */.aA)(name)}/get`,
        endpoint,
        subject: name,
        query: { platform: (0,engine_platform/* encodePlatform */.A)(platform) },
        signal,
        idleLimitMs: transfer/* IDLE_LIMIT_MS */.U,
    });
}
/** Several images in one archive, where they share their layers. As `exportImage`; Throws for no name at all, too. */
async function exportImages(engine, names, options) {
    const { platform, signal } = options;
    const endpoint = 'GET /images/get';
    const subject = names.join(', ');
    // Engines answer 200 and an archive of nothing.
    if (names.length === 0)
        throw new errors/* EngineError */.NJ('no image is named', { status: 0, endpoint });
    (0,parameters/* admit */.w4)(engine, endpoint, { platform }, subject);
    return engine.transport.stream({
        method: 'GET',
        path: '/images/get',
        endpoint,
        subject,
        query: { names, platform: (0,engine_platform/* encodePlatform */.A)(platform) },
        signal,
        idleLimitMs: transfer/* IDLE_LIMIT_MS */.U,
    });
}

// EXTERNAL MODULE: ./build/engine/facts.js
var engine_facts = __webpack_require__(3984);
// EXTERNAL MODULE: ./build/registry/reference.js
var reference = __webpack_require__(6247);
// EXTERNAL MODULE: ./build/report/units.js
var units = __webpack_require__(5088);
// EXTERNAL MODULE: ./build/pipeline/errors.js
var pipeline_errors = __webpack_require__(9032);
;// CONCATENATED MODULE: ./build/pipeline/outputs.js
/**
 * The finished image as files: the archive that load takes back, or the root file system, as a tar or as a directory.
 * Each is streamed, and stands under its name only when it is whole.
 */









/** Throws InvalidInput for what this engine cannot write, before any work. */
function checkOutputs(outputs, facts) {
    const isOld = facts.product === 'podman' || (0,engine_facts/* compareApi */.S8)(facts.engineApiVersion, '1.44') < 0;
    if (isOld && outputs.some(({ type }) => type === 'oci')) {
        const name = facts.product === 'podman' ? 'Podman' : 'Docker';
        throw new pipeline_errors/* InvalidInput */.o9('outputs', `type=oci: ${name} ${facts.version} exports no OCI layout through its Docker API (Docker 25 and newer do)`, 'use type=docker');
    }
}
/** Gives the paths written, in order. Throws EngineError, ArchiveError. */
async function saveOutputs(engine, { image, tags, outputs, }, tools) {
    const written = [];
    const names = tags.map(reference/* formatFamiliar */.LF);
    for (const output of outputs) {
        const { type, dest } = output;
        const size = type === 'docker' || type === 'oci'
            ? await saveArchive(engine, { names: names.length > 0 ? names : [image.id], output }, dest, tools.signal)
            : await saveFiles(engine, names[0] ?? image.id, output, tools);
        tools.log.info(`Wrote ${dest}, ${size}`);
        written.push(dest);
    }
    return written;
}
async function saveArchive(engine, { names, output }, dest, signal) {
    const options = { platform: output.platform, signal };
    const [first = ''] = names;
    const chunks = await (names.length > 1 ? exportImages(engine, names, options) : exportImage(engine, first, options));
    return (0,units/* formatBytes */.z3)(await (0,save/* saveStream */.S)((0,checked_tar/* checkedTar */.F)(chunks), dest, { signal }));
}
/** The archive goes to a temporary file first: its layers have to be read from the top down. */
async function saveFiles(engine, name, output, { temp, signal }) {
    const scratch = await (0,promises_.mkdtemp)((0,external_node_path_.join)(temp, 'stowage-export-'));
    try {
        const archive = (0,external_node_path_.join)(scratch, 'image.tar');
        await saveArchive(engine, { names: [name], output }, archive, signal);
        throw new Error('flatten');
    }
    finally {
        await (0,promises_.rm)(scratch, { recursive: true, force: true });
    }
}


/***/ })

};
