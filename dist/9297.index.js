export const id = 9297;
export const ids = [9297];
export const modules = {

/***/ 10838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ readBlob)
/* harmony export */ });
/* harmony import */ var _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59799);
/* harmony import */ var _encode_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70331);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89504);
/** Blobs out of BuildKit's own content store (containerd api/services/content/v1, `Read`). */



/** Bytes; what is read is manifests, configs and errors that quote a Dockerfile. */
const LIMIT = 8 * 1024 * 1024;
/** Throws RpcError for a blob that is not there, RangeError for one above 8 MiB. */
async function readBlob(client, digest, options) {
    const pieces = [];
    let size = 0;
    const request = (0,_encode_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeMessage */ .m)([1, digest]);
    for await (const message of client.stream('/containerd.services.content.v1.Content/Read', request, options)) {
        const reader = new _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_2__/* .BinaryReader */ .V5(message);
        (0,_wire_js__WEBPACK_IMPORTED_MODULE_0__/* .readFields */ .qU)(reader, reader.len, (tag) => {
            if (tag !== 0o22)
                return false;
            const piece = reader.bytes();
            pieces.push(piece);
            size += piece.length;
            return true;
        });
        if (size > LIMIT)
            throw new RangeError(`the blob ${digest} is larger than ${LIMIT} bytes`);
    }
    return Buffer.concat(pieces);
}


/***/ }),

/***/ 52681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findEnd: () => (/* binding */ findEnd),
/* harmony export */   findFailedBuilds: () => (/* binding */ findFailedBuilds)
/* harmony export */ });
/* harmony import */ var _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59799);
/* harmony import */ var _blob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10838);
/* harmony import */ var _encode_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70331);
/* harmony import */ var _rpc_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46933);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89504);
/**
 * What BuildKit remembers of a build that failed: `POST /build` answers with a text alone, but the history keeps the
 * lines of the Dockerfile (moby/buildkit api/services/control `ListenBuildHistory`, Docker 24 and newer), in a blob of
 * its content store (containerd api/services/content).
 */





/** Records whose details are looked at. */
const MOST = 5;
/** The newest builds that fit, each with the details of its error. Throws RpcError on engines without a history. */
async function* findFailedBuilds(client, { message, vertex }, options) {
    const records = [];
    // EarlyExit = 3: what there is, without waiting for more.
    const request = (0,_encode_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeMessage */ .m)([3, true]);
    for await (const event of client.stream('/moby.buildkit.v1.Control/ListenBuildHistory', request, options)) {
        const record = decodeRecord(event);
        if (record.error !== '' && (record.error.includes(message) || message.includes(record.error)))
            records.push(record);
    }
    records.sort((a, b) => b.created - a.created);
    for (const { details } of records.slice(0, MOST)) {
        if (details === undefined)
            continue;
        const found = (0,_rpc_status_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeErrorDetails */ .n)(await (0,_blob_js__WEBPACK_IMPORTED_MODULE_0__/* .readBlob */ .g)(client, details, options));
        // An error of the frontend names no step, although one failed.
        if (vertex === undefined || found.vertex === undefined || found.vertex === vertex)
            yield found;
    }
}
/**
 * How a build of ours ended: the text, with the details where they can be had; undefined for one that did not fail, or is
 * not known. Throws as `findFailedBuilds`.
 */
async function findEnd(client, ref, options) {
    // Ref = 2, EarlyExit = 3.
    const request = (0,_encode_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeMessage */ .m)([2, ref], [3, true]);
    for await (const event of client.stream('/moby.buildkit.v1.Control/ListenBuildHistory', request, options)) {
        const { error, details } = decodeRecord(event);
        if (error === '')
            continue;
        if (details === undefined)
            return { message: error, source: undefined, vertex: undefined };
        return { ...(0,_rpc_status_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeErrorDetails */ .n)(await (0,_blob_js__WEBPACK_IMPORTED_MODULE_0__/* .readBlob */ .g)(client, details, options)), message: error };
    }
    return undefined;
}
/** BuildHistoryEvent: record = 2. BuildHistoryRecord: error = 5 (google.rpc.Status), CreatedAt = 6, externalError = 18. */
function decodeRecord(event) {
    const reader = new _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_4__/* .BinaryReader */ .V5(event);
    let error = '';
    let created = 0;
    let details;
    (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .readFields */ .qU)(reader, reader.len, (tag) => {
        if (tag !== 0o22)
            return false;
        (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .readMessage */ ._8)(reader, (inner) => {
            if (inner === 0o52)
                error = readText(reader);
            else if (inner === 0o62)
                created = (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .readTimestamp */ .L2)(reader);
            else if (inner === 0o222)
                details = readText(reader);
            else
                return false;
            return true;
        });
        return true;
    });
    return { error, created, details };
}
/** Field 2 of a message: the text of a Status, the digest of a Descriptor. */
function readText(reader) {
    let text = '';
    (0,_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .readMessage */ ._8)(reader, (tag) => {
        if (tag !== 0o22)
            return false;
        text = reader.string();
        return true;
    });
    return text;
}


/***/ }),

/***/ 89297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prepareSolve: () => (/* binding */ prepareSolve)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/buildkit/client.js
var buildkit_client = __webpack_require__(34446);
// EXTERNAL MODULE: ./build/buildkit/control.js
var control = __webpack_require__(15320);
// EXTERNAL MODULE: ./build/buildkit/history.js
var buildkit_history = __webpack_require__(52681);
// EXTERNAL MODULE: ./build/buildkit/rpc-status.js
var rpc_status = __webpack_require__(46933);
;// CONCATENATED MODULE: ./build/buildkit/solve.js


/** How long the last traces may take after the answer, in milliseconds. */
const LAST_TRACES_MS = 5000;
/** And where none came before it: for a build that was refused Status waits in vain. */
const NO_TRACES_MS = 500;
/**
 * Builds and yields traces as they come, then what it ended with. Leaving the iteration or aborting ends the build.
 * Throws RpcError, with the details of what failed, or ConnectionLost.
 */
async function* solve(client, request, signal) {
    const over = new AbortController();
    const ending = AbortSignal.any([signal, over.signal]);
    const quiet = new AbortController();
    let timer;
    const solving = client.unary(control/* SOLVE */.QH, (0,control/* encodeSolve */.WT)(request), { signal: ending });
    let seen = false;
    // After the answer Status ends by itself; where it does not, it is left.
    const wait = () => {
        timer = setTimeout(() => quiet.abort(), seen ? LAST_TRACES_MS : NO_TRACES_MS);
    };
    solving.then(wait, wait);
    try {
        const watching = AbortSignal.any([ending, quiet.signal]);
        try {
            for await (const data of client.stream(control/* STATUS */.XQ, (0,control/* encodeStatusRequest */.cW)(request.ref), { signal: watching })) {
                seen = true;
                timer?.refresh();
                yield { kind: 'trace', data };
            }
        }
        catch (error) {
            // What the build itself ends with says more than why there were no more traces.
            if (!(error instanceof buildkit_client/* RpcError */.Qc) && !quiet.signal.aborted)
                throw await solving.then(() => error, (first) => first);
        }
        yield { kind: 'solved', response: (0,control/* decodeSolved */.O9)(await solving) };
    }
    finally {
        clearTimeout(timer);
        over.abort();
        await solving.catch(() => { });
    }
}

;// CONCATENATED MODULE: ./build/buildkit/solve-request.js
/** Memory, CPU and squash of the request have no words here, and must not have been asked for. */
function toSolveRequest(request, parts) {
    const { ref, session, beyond } = parts;
    const inline = request.buildArgs.get('BUILDKIT_INLINE_CACHE');
    const cacheImports = [
        ...request.cacheFrom.map((name) => ({ type: 'registry', attributes: new Map([['ref', name]]) })),
        ...beyond.cacheFrom,
    ];
    return {
        ref,
        session,
        frontend: 'dockerfile.v0',
        attributes: new Map([
            ...Object.entries(plainAttributes(request, parts)).filter(hasValue),
            ...withPrefix('build-arg:', request.buildArgs),
            ...withPrefix('label:', request.labels),
            ...withPrefix('context:', beyond.contexts),
            ...withPrefix('attest:', beyond.attestations),
            // The frontend reads this one; the other place is for the solver.
            ...(cacheImports.length > 0 ? [['cache-imports', jsonOf(cacheImports)]] : []),
        ]),
        exporters: [...beyond.exporters, ...imageExporter(request)],
        cacheExports: [
            ...beyond.cacheTo,
            // `/build` does this by itself.
            ...(isTrue(inline) ? [{ type: 'inline', attributes: new Map() }] : []),
        ],
        cacheImports,
        entitlements: [...new Set([...(request.network === 'host' ? ['network.host'] : []), ...beyond.entitlements])],
        inputs: beyond.inputs,
    };
}
function plainAttributes(request, { context, beyond, hostGateway }) {
    const { noCacheFilters, platforms } = beyond;
    return {
        filename: request.dockerfile,
        context: contextOf(context),
        target: request.target,
        platform: platforms.length > 0 ? platforms.join(',') : request.platform,
        // Without a name it is about every stage.
        'no-cache': request.noCache ? '' : noCacheFilters.length > 0 ? noCacheFilters.join(',') : undefined,
        'image-resolve-mode': request.pull ? 'pull' : 'default',
        'force-network-mode': request.network,
        'add-hosts': listOf(request.addHosts.map((host) => hostOf(host, hostGateway))),
        'shm-size': request.shmSize === undefined ? undefined : String(request.shmSize),
        ulimit: listOf(request.ulimits.map(({ name, soft, hard }) => `${name}=${soft}:${hard}`)),
        'cgroup-parent': request.cgroupParent,
        'frontend.caps': beyond.contexts.size > 0 ? 'moby.buildkit.frontend.contexts+forward' : undefined,
    };
}
function contextOf(context) {
    switch (context.kind) {
        case 'directories':
            return undefined;
        case 'upload':
            return `http://buildkit-session/${context.id}`;
        case 'remote':
            return context.url;
        default:
            return context;
    }
}
/** `host:ip` to `host=ip`; addresses of IPv6 have colons of their own. */
function hostOf(host, hostGateway) {
    const at = host.indexOf(':');
    const address = host.slice(at + 1);
    return `${host.slice(0, at)}=${address === 'host-gateway' ? (hostGateway ?? address) : address}`;
}
function imageExporter({ outputs = [], tags = [] }) {
    const [output] = outputs;
    // In the words of buildx, where it is no exporter at all.
    if (output?.type === 'cacheonly')
        return [];
    const names = tags.length > 0 ? [['name', tags.join(',')]] : [];
    return [{ type: output?.type ?? 'moby', attributes: new Map([...(output?.attributes ?? []), ...names]) }];
}
function jsonOf(entries) {
    return JSON.stringify(entries.map(({ type, attributes }) => ({ Type: type, Attrs: Object.fromEntries(attributes) })));
}
function listOf(items) {
    return items.length === 0 ? undefined : items.join(',');
}
function withPrefix(prefix, map) {
    return [...map].map(([key, value]) => [`${prefix}${key}`, value]);
}
function hasValue(pair) {
    return pair[1] !== undefined;
}
/** As Go reads a flag. */
function isTrue(text) {
    return /^(?:1|t|T|true|TRUE|True)$/.test(text ?? '');
}

// EXTERNAL MODULE: ./build/buildkit/encode.js
var encode = __webpack_require__(70331);
// EXTERNAL MODULE: ./build/buildkit/status.js
var buildkit_status = __webpack_require__(29383);
;// CONCATENATED MODULE: ./build/buildkit/upload.js


/** `id` is the name in the URL. `body` gives the tar, once; undefined where there is none, or none any more. */
function uploadMethods(id, body) {
    const handle = async (call) => {
        const path = call.metadata.find(([name]) => name === 'urlpath')?.[1];
        const tar = path === `/${id}` ? body() : undefined;
        if (tar === undefined || tar.readableDidRead)
            throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.notFound, `this session has no upload ${path}`);
        // BytesMessage: data = 1.
        for await (const chunk of tar)
            await call.send((0,encode/* encodeMessage */.m)([1, chunk]));
    };
    return new Map([['/moby.upload.v1.Upload/Pull', { kind: 'stream', handle }]]);
}

// EXTERNAL MODULE: ./build/engine/build.js
var build = __webpack_require__(21099);
// EXTERNAL MODULE: ./build/engine/errors.js
var errors = __webpack_require__(2952);
// EXTERNAL MODULE: ./build/engine/json.js
var json = __webpack_require__(19665);
// EXTERNAL MODULE: ./build/registry/platform.js
var platform = __webpack_require__(87891);
// EXTERNAL MODULE: ./build/pipeline/builder-error.js
var builder_error = __webpack_require__(35219);
// EXTERNAL MODULE: ./build/pipeline/errors.js
var pipeline_errors = __webpack_require__(59032);
// EXTERNAL MODULE: ./build/pipeline/input-contexts.js
var input_contexts = __webpack_require__(98484);
// EXTERNAL MODULE: ./build/pipeline/named-contexts.js + 4 modules
var named_contexts = __webpack_require__(84041);
;// CONCATENATED MODULE: ./build/pipeline/solve-build.js
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
 * One build by the Control API, told in the events of `POST /build`: the same request, with what only this way can say, and
 * what the session has to serve for it.
 */
















const ENDPOINT = 'BuildKit Solve';
/** `files` serves the context, where it is a directory. Throws InvalidInput for a context that is not what it is named for. */
async function prepareSolve({ client, reopen, inputs, epoch, exporters = [], results = new Map() }, files, log) {
    const upload = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    const named = await (0,named_contexts/* openNamed */.S)({ ...inputs, epoch }, files, log);
    const targets = (0,input_contexts/* targetsIn */.A6)(inputs.contexts);
    let tar;
    async function* run(beyond, request, { session, body, signal }) {
        tar = body;
        const ref = (0,external_node_crypto_.randomBytes)(16).toString('hex');
        const hostGateway = await findHostGateway(client, request, signal);
        const context = solve_build_contextOf(request, upload);
        if (context.kind === 'upload' && targets[0] !== undefined)
            throw unaskable(targets[0].name);
        const described = toSolveRequest(request, { ref, session, context, beyond, hostGateway });
        // As on the other way: nothing of a build that succeeds, and all of one that does not.
        const held = [];
        try {
            for await (const event of solve(client, await (0,input_contexts/* withTargets */.dE)(client, described, targets, { signal }), signal)) {
                if (event.kind === 'trace') {
                    if (!request.quiet)
                        yield event;
                    else if (held.length < MOST_HELD)
                        held.push(event);
                }
                else {
                    if (beyond.cacheTo.length > 0)
                        await named.stores.finish(event.response);
                    if ((0,build/* storesImage */._4)(request))
                        yield { kind: 'image', id: idIn(event.response) };
                }
            }
        }
        catch (error) {
            signal.throwIfAborted();
            yield* held;
            // Of a failure here the builder only repeats the message.
            throw tar?.errored ?? named.failure() ?? (await explained(error, { ref, reopen, signal }));
        }
        if (named.failure() !== undefined)
            throw named.failure();
        for (const warning of named.warnings())
            log.warning(warning);
    }
    const beyond = { ...beyondOf(inputs, named), exporters };
    return {
        client,
        methods: new Map([...named.methods, ...uploadMethods(upload, () => tar), ...results]),
        neededFor: ['the Control API'],
        build: (request, options) => run(beyond, request, options),
        repeat: (request, options) => run({ ...beyond, cacheTo: [], noCacheFilters: [], exporters: [] }, { ...request, noCache: false }, options),
    };
}
/** The frontend would read the tar, which comes once, before the build does. */
function unaskable(name) {
    return new pipeline_errors/* InvalidInput */.o9('build-contexts', `${name}: target: needs a context that can be read twice, and this one is sent as a tar`, 'leave context-transfer: tar out, and unpack a context that is a tar in a step before this one');
}
/** Traces of a quiet build; what one has more to tell is lost (hardening O7). */
const MOST_HELD = 10_000;
function solve_build_contextOf({ remote }, ref) {
    if (remote === undefined)
        return { kind: 'upload', id: ref };
    return remote === 'client-session' ? { kind: 'directories' } : { kind: 'remote', url: remote };
}
function beyondOf({ noCacheFilters, platforms, attestations, allow }, { stores: { cacheTo, cacheFrom }, contexts, inputs }) {
    return {
        noCacheFilters,
        contexts,
        inputs,
        // What is inline is a build argument, as on the other way.
        cacheTo: cacheTo.filter(({ type }) => type !== 'inline'),
        cacheFrom,
        attestations,
        platforms: platforms.map(platform/* formatPlatform */.Bq),
        entitlements: allow,
    };
}
const GATEWAY_LABEL = 'org.mobyproject.buildkit.worker.moby.host-gateway-ip';
/** `POST /build` replaces the word itself. */
async function findHostGateway(client, { addHosts }, signal) {
    if (!addHosts.some((host) => host.endsWith(':host-gateway')))
        return undefined;
    const workers = (0,control/* decodeWorkers */.WL)(await client.unary(control/* LIST_WORKERS */.DR, new Uint8Array(0), { signal }));
    const address = workers.map(({ labels }) => labels.get(GATEWAY_LABEL)).find((label) => label !== undefined);
    if (address !== undefined)
        return address;
    throw new pipeline_errors/* InvalidInput */.o9('add-hosts', 'host-gateway: BuildKit of this engine does not say which address that is', 'write the address itself');
}
function idIn(response) {
    const id = (0,json/* imageIdOf */.CR)(response.get('containerimage.digest'));
    if (id !== undefined)
        return id;
    throw new errors/* StreamCutShort */.NR('the build ended without an image id and without an error', { status: 0, endpoint: ENDPOINT });
}
/** Reading the history must not hold up the news of the failure. */
const HISTORY_MS = 2000;
/** An answer with a large Dockerfile in it ends the connection (client.ts), but the history knows it. */
async function explained(error, { ref, reopen, signal }) {
    if (error instanceof buildkit_client/* RpcError */.Qc)
        return new builder_error/* BuilderError */.C(error.reason, detailsOf(error), error);
    if (!(error instanceof buildkit_client/* ConnectionLost */.pz))
        return error;
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const client = __addDisposableResource(env_1, await reopen(), false);
            const limited = AbortSignal.any([signal, AbortSignal.timeout(HISTORY_MS)]);
            const end = await (0,buildkit_history.findEnd)(client, ref, { signal: limited });
            if (end !== undefined)
                return new builder_error/* BuilderError */.C(end.message, end, error);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            __disposeResources(env_1);
        }
    }
    catch {
        // Then there is only this to say.
    }
    signal.throwIfAborted();
    return new builder_error/* BuilderError */.C(`the connection to BuildKit was lost: ${error.message}`, undefined, error);
}
/** An error must not hide behind another. */
function detailsOf({ details }) {
    try {
        return details && (0,rpc_status/* decodeErrorDetails */.n)(details);
    }
    catch {
        return undefined;
    }
}


/***/ })

};
