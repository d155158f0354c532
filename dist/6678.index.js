export const id = 6678;
export const ids = [6678];
export const modules = {

/***/ 2919:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ create)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2952);
/* harmony import */ var _inspect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69175);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(19665);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68111);
/* harmony import */ var _parameters_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9623);
/* harmony import */ var _tag_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48619);
/* harmony import */ var _transfer_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30868);







const ENDPOINT = 'POST /images/create';
/** Throws EngineError; StreamCutShort when the stream ends without its result. */
async function* create(engine, source, options) {
    yield* source.kind === 'pull' ? pull(engine, source, options) : importImage(engine, source, options);
}
async function* pull(engine, source, options) {
    const subject = source.tag.includes(':') ? `${source.repository}@${source.tag}` : (0,_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .formatTag */ ._)(source);
    const chunks = await engine.transport.stream({
        method: 'POST',
        path: '/images/create',
        endpoint: ENDPOINT,
        subject,
        query: { fromImage: source.repository, tag: source.tag, platform: source.platform },
        ...(options.registryAuth !== undefined && { headers: { 'x-registry-auth': options.registryAuth } }),
        signal: options.signal,
        idleLimitMs: _transfer_js__WEBPACK_IMPORTED_MODULE_5__/* .IDLE_LIMIT_MS */ .U,
    });
    let digest;
    let ended = false;
    let last;
    for await (const message of (0,_messages_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeMessages */ .V)(chunks, ENDPOINT, subject)) {
        digest = /^Digest: (sha256:[0-9a-f]{64})$/.exec(message.status ?? '')?.[1] ?? digest;
        ended ||= /^Status: /.test(message.status ?? '');
        last = message;
        yield* (0,_transfer_js__WEBPACK_IMPORTED_MODULE_5__/* .statusOf */ .c)(message);
    }
    if (!ended && engine.facts.product === 'podman')
        ended = await isPulled(engine, subject, last, options.signal);
    if (!ended)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StreamCutShort */ .NR('the pull ended without saying that the image is there', {
            status: 0,
            endpoint: ENDPOINT,
            subject,
        });
    yield { kind: 'pulled', digest };
}
/**
 * Podman ends with a line that looks like those of layers, but has the beginning of the image's id
 * (containers/podman pkg/api/handlers/compat/images.go), so the image itself is looked at.
 */
async function isPulled(engine, subject, last, signal) {
    if (last?.status !== 'Download complete' || last.id === undefined)
        return false;
    const { id } = await (0,_inspect_js__WEBPACK_IMPORTED_MODULE_1__/* .inspect */ .Nn)(engine, subject, { signal });
    return id.startsWith(`sha256:${last.id}`);
}
async function* importImage(engine, source, options) {
    const { from, name, message: comment, changes, platform } = source;
    const subject = name === undefined ? undefined : (0,_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .formatTag */ ._)(name);
    // The operating system alone was always noted.
    (0,_parameters_js__WEBPACK_IMPORTED_MODULE_3__/* .admit */ .w4)(engine, ENDPOINT, { 'platform of an import': isForeign(engine, platform) ? platform : undefined }, subject);
    const chunks = await engine.transport.stream({
        method: 'POST',
        path: '/images/create',
        endpoint: ENDPOINT,
        ...(subject !== undefined && { subject }),
        query: {
            fromSrc: from instanceof URL ? from.href : '-',
            ...(name !== undefined && nameOf(engine, name)),
            message: comment,
            changes,
            platform,
        },
        ...(!(from instanceof URL) && { body: from }),
        signal: options.signal,
    });
    let id;
    for await (const message of (0,_messages_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeMessages */ .V)(chunks, ENDPOINT, subject)) {
        id = (0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .imageIdOf */ .CR)(message.status) ?? id;
        yield* (0,_transfer_js__WEBPACK_IMPORTED_MODULE_5__/* .statusOf */ .c)(message);
    }
    // A body that failed while the engine went on must never count as imported (hardening C2).
    if (!(from instanceof URL) && from.errored)
        throw from.errored;
    if (id === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StreamCutShort */ .NR('the import ended without an image id', { status: 0, endpoint: ENDPOINT, subject });
    yield { kind: 'imported', id };
}
/** Podman 4 takes no notice of `tag` here, but of one inside `repo`. */
function nameOf(engine, name) {
    return engine.facts.product === 'podman' ? { repo: (0,_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .formatTag */ ._)(name) } : { repo: name.repository, tag: name.tag };
}
function isForeign({ facts }, platform) {
    return platform !== undefined && platform.split('/')[1] !== facts.architecture;
}


/***/ }),

/***/ 96678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   obtainImage: () => (/* binding */ obtainImage)
/* harmony export */ });
/* harmony import */ var _engine_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2952);
/* harmony import */ var _engine_inspect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69175);
/* harmony import */ var _registry_platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87891);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26247);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59032);
/* harmony import */ var _explain_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59152);
/* harmony import */ var _obtained_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(98883);
/* harmony import */ var _pull_image_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(25244);
/* harmony import */ var _results_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(21813);
/**
 * Source `image`: an image that is in the engine, or that is pulled into it, to be named and published anew, such as
 * one that is promoted from a registry to another.
 */









/** Throws EngineError, PullFailed, WrongPlatform. */
async function obtainImage({ engine, ledger }, { image, pull, platform }, tools) {
    const { log, signal } = tools;
    if (image.kind === 'id') {
        const found = await (0,_engine_inspect_js__WEBPACK_IMPORTED_MODULE_1__/* .inspect */ .Nn)(engine, image.id, { signal });
        (0,_obtained_js__WEBPACK_IMPORTED_MODULE_6__/* .checkPlatform */ .o)(platform, found, 'This id is of one image alone: leave platforms out, or name the image');
        return { image: found };
    }
    const reference = (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .withDefaultTag */ ._t)(image.reference);
    const name = (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .formatFamiliar */ .LF)(reference);
    const here = pull ? undefined : await find(engine, reference, platform, signal);
    if (here !== undefined) {
        log.info(`Found ${name} in the engine, so it is not pulled`);
        return { image: here };
    }
    log.group(`Pull ${name}${platform === undefined ? '' : ` for ${(0,_registry_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPlatform */ .Bq)(platform)}`}`);
    try {
        await (0,_pull_image_js__WEBPACK_IMPORTED_MODULE_7__/* .pullImage */ .Z)(engine, reference, platform, { ...tools, ledger });
    }
    catch (error) {
        signal.throwIfAborted();
        const why = await (0,_explain_js__WEBPACK_IMPORTED_MODULE_5__/* .explainRegistry */ .$c)(error, { reference, action: 'pull' }, tools.credentials);
        const { advisePull } = await __webpack_require__.e(/* import() */ 202).then(__webpack_require__.bind(__webpack_require__, 50202));
        const more = await advisePull(error, { engine, reference, ...tools });
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .PullFailed */ .RR(name, more === undefined ? why : `${why}. ${more}`, error);
    }
    log.endGroup();
    const pulled = await find(engine, reference, undefined, signal);
    if (pulled === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .PullFailed */ .RR(name, 'the engine says that it was pulled, but does not have it', undefined);
    ledger.image(pulled.id, false);
    // An image for one platform alone is pulled whatever platform is asked for.
    (0,_obtained_js__WEBPACK_IMPORTED_MODULE_6__/* .checkPlatform */ .o)(platform, await ofPlatform(engine, pulled, name, platform, signal), `${name} is not to be had for it`);
    return { image: pulled };
}
/** The image under this name, if it is here and for this platform. */
async function find(engine, reference, platform, signal) {
    // An engine keeps tag and digest apart, and the digest is the one that says more.
    const { registry, path, digest } = reference;
    const name = (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .formatFamiliar */ .LF)(digest === undefined ? reference : { registry, path, digest });
    try {
        const image = await (0,_engine_inspect_js__WEBPACK_IMPORTED_MODULE_1__/* .inspect */ .Nn)(engine, name, { signal });
        const seen = await ofPlatform(engine, image, name, platform, signal);
        return platform === undefined || (0,_registry_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .matchesPlatform */ .pC)(platform, (0,_results_js__WEBPACK_IMPORTED_MODULE_8__/* .platformOf */ .tj)(seen)) ? image : undefined;
    }
    catch (error) {
        if (error instanceof _engine_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineError */ .NJ && error.status === 404)
            return undefined;
        throw error;
    }
}
/** What an index of the containerd store has for the platform; the image itself anywhere else. */
async function ofPlatform(engine, image, name, platform, signal) {
    if (platform === undefined || !(0,_obtained_js__WEBPACK_IMPORTED_MODULE_6__/* .isIndex */ .n)(image))
        return image;
    return (0,_engine_inspect_js__WEBPACK_IMPORTED_MODULE_1__/* .inspect */ .Nn)(engine, name, { platform, signal });
}


/***/ }),

/***/ 25244:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ pullImage)
/* harmony export */ });
/* harmony import */ var _engine_create_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2919);
/* harmony import */ var _registry_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87891);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26247);
/* harmony import */ var _registry_retry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67728);
/* harmony import */ var _report_progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15074);
/* harmony import */ var _classify_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48385);
/** Pulls one image by tag or digest, with the account for its registry, and again when a registry was only busy. */






/** The digest is of the manifest or index that was named; Podman does not tell it. Throws EngineError. */
async function pullImage(engine, reference, platform, tools) {
    const { credentials, ledger, log, clock, random, signal } = tools;
    const named = (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .withDefaultTag */ ._t)(reference);
    const { registry, path: repository } = named;
    const source = {
        kind: 'pull',
        repository: (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .familiarRepository */ .Yu)(named),
        tag: named.digest ?? named.tag ?? '',
        platform: platform && (0,_registry_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPlatform */ .Bq)(platform),
    };
    const registryAuth = await credentials.authHeader({ registry, repository, action: 'pull' });
    await ledger.name((0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .formatFamiliar */ .LF)(named.digest === undefined ? named : { registry, path: repository, digest: named.digest }));
    const once = async () => {
        const progress = (0,_report_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .createProgress */ .m)(log);
        let digest;
        let complete = false;
        try {
            for await (const event of (0,_engine_create_js__WEBPACK_IMPORTED_MODULE_0__/* .create */ .v)(engine, source, { registryAuth, signal })) {
                if (event.kind === 'status')
                    progress.status(event);
                else if (event.kind === 'pulled')
                    digest = event.digest;
                await log.drained();
            }
            complete = true;
            return digest;
        }
        finally {
            progress.finish(complete);
        }
    };
    const what = `pull ${(0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .formatFamiliar */ .LF)(named)}`;
    return (0,_registry_retry_js__WEBPACK_IMPORTED_MODULE_3__/* .retrying */ .R$)(once, {
        what,
        classify: (error) => (0,_classify_js__WEBPACK_IMPORTED_MODULE_5__/* .classifyTransfer */ .S)(error, false),
        clock,
        random,
        log: (text) => log.info(text),
        signal,
    });
}


/***/ })

};
