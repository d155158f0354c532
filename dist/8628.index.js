export const id = 8628;
export const ids = [8628,6096,5657,8142,2577];
export const modules = {

/***/ 63122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ fileSendMethods)
/* harmony export */ });
/* harmony import */ var _packet_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3457);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29383);


const EXPORTER = 'buildkit-attachable-exporter-id';
function fileSendMethods({ take, onFailure }) {
    const taken = new Set();
    const handle = async (call) => {
        const exporter = Number(call.metadata.find(([name]) => name === EXPORTER)?.[1] ?? 0);
        // Builders of old send each of several platforms by a call of its own; one is all that is asked for.
        if (taken.has(exporter))
            throw new _status_js__WEBPACK_IMPORTED_MODULE_1__/* .GrpcError */ .nz(_status_js__WEBPACK_IMPORTED_MODULE_1__/* .Code */ .Cy.unimplemented, 'only one result of an exporter is taken');
        taken.add(exporter);
        try {
            await take(bytesOf(call), exporter);
        }
        catch (error) {
            // That the builder went away is its failure, not ours.
            if (!call.signal.aborted && !(error instanceof _status_js__WEBPACK_IMPORTED_MODULE_1__/* .GrpcError */ .nz))
                onFailure(error);
            throw error;
        }
    };
    return new Map([['/moby.filesync.v1.FileSend/DiffCopy', { kind: 'stream', handle }]]);
}
async function* bytesOf({ requests }) {
    for await (const message of requests) {
        const bytes = (0,_packet_js__WEBPACK_IMPORTED_MODULE_0__/* .decodeBytesMessage */ .vf)(message);
        if (bytes.length > 0)
            yield bytes;
    }
}


/***/ }),

/***/ 63831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openTunnel: () => (/* binding */ openTunnel)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var _control_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15320);
/* harmony import */ var _encode_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70331);
/* harmony import */ var _packet_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3457);
/**
 * `moby.buildkit.v1.Control/Session`: the connection of a session inside of a call, for a BuildKit that has no `/session`
 * (moby/buildkit session/manager.go, session/grpchijack). Each message carries bytes of it.
 */




/** Bytes of one message: daemons take up to 4 MiB. */
const PIECE = 1024 * 1024;
/** The headers are those of `POST /session`, which become fields of the call. */
function openTunnel(client, headers, signal) {
    const over = new AbortController();
    const metadata = {};
    for (const [name, values] of Map.groupBy(headers, ([key]) => key.toLowerCase()))
        metadata[name] = values.map(([, value]) => value);
    const call = client.open(_control_js__WEBPACK_IMPORTED_MODULE_1__/* .SESSION */ .fW, { metadata, signal: AbortSignal.any([signal, over.signal]) });
    const send = async (bytes) => {
        for (let at = 0; at < bytes.length; at += PIECE)
            await call.send((0,_encode_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeMessage */ .m)([1, bytes.subarray(at, at + PIECE)]));
    };
    return new node_stream__WEBPACK_IMPORTED_MODULE_0__.Duplex({
        read() {
            call.answers.next().then(({ value, done }) => this.push(done === true ? null : (0,_packet_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeBytesMessage */ .vf)(value)), (error) => this.destroy(over.signal.aborted ? undefined : error));
        },
        write(chunk, _encoding, done) {
            send(chunk).then(() => done(), done);
        },
        final(done) {
            call.end();
            done();
        },
        destroy(error, done) {
            over.abort();
            done(error);
        },
    });
}


/***/ }),

/***/ 18142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   download: () => (/* binding */ download),
/* harmony export */   j: () => (/* binding */ showUrl)
/* harmony export */ });
/* unused harmony export DownloadFailed */
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44708);
/**
 * Fetches a file of the author's by http or https, for the few that an engine does not fetch itself: at most five
 * redirects, none away from https, certificates verified, nothing sent but the request (hardening R1, R2, R7). Without
 * TLS only from this machine.
 */


/** Messages name the URL without its query, which may hold a signature. */
class DownloadFailed extends Error {
    name = 'DownloadFailed';
    hint;
    constructor(url, why, options = {}) {
        super(`fetch ${showUrl(url)}: ${why}`, { cause: options.cause });
        this.hint = options.hint;
    }
}
const MOST_REDIRECTS = 5;
/** Milliseconds without a byte. */
const SILENCE = 30_000;
/** The whole file. Throws DownloadFailed, or the abort reason. */
async function download(url, { limit, signal }) {
    let current = url;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
        const answer = await send(current, signal);
        const { statusCode: status = 0, headers } = answer;
        if ([301, 302, 303, 307, 308].includes(status) && headers.location !== undefined) {
            answer.destroy();
            current = target(current, headers.location);
            continue;
        }
        if (status !== 200) {
            answer.destroy();
            throw new DownloadFailed(current, `it is answered with ${status} ${answer.statusMessage ?? ''}`.trim(), {
                hint: 'Check the address; what needs a login is downloaded in a step before this one',
            });
        }
        return read(current, answer, { limit, signal });
    }
    throw new DownloadFailed(url, `it leads through more than ${MOST_REDIRECTS} redirects`);
}
/** For messages and logs. */
function showUrl({ origin, pathname, search }) {
    return `${origin}${pathname}${search === '' ? '' : '?…'}`;
}
function target(from, location) {
    const to = URL.parse(location, from.href);
    if (to === null || !/^https?:$/.test(to.protocol) || to.username !== '' || to.password !== '')
        throw new DownloadFailed(from, 'it redirects to what is no URL of http or https');
    if (from.protocol === 'https:' && to.protocol !== 'https:')
        throw new DownloadFailed(from, `it redirects from https to ${showUrl(to)}`);
    return to;
}
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;
function send(url, signal) {
    if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname))
        throw new DownloadFailed(url, 'it would come without TLS, so anybody on the way could change it', {
            hint: 'Use https',
        });
    return new Promise((resolve, reject) => {
        const fail = (cause) => {
            reject(signal.aborted ? signal.reason : new DownloadFailed(url, cause.message, { cause }));
        };
        const options = {
            signal,
            timeout: SILENCE,
            headers: { 'user-agent': 'stowage', accept: '*/*' },
            agent: false,
        };
        const outgoing = url.protocol === 'http:'
            ? (0,node_http__WEBPACK_IMPORTED_MODULE_0__.request)(url, options, resolve)
            : // Said outright, because an environment variable of Node would turn verification off otherwise.
                (0,node_https__WEBPACK_IMPORTED_MODULE_1__.request)(url, { ...options, minVersion: 'TLSv1.2', rejectUnauthorized: true }, resolve);
        outgoing.on('error', fail);
        outgoing.on('timeout', () => outgoing.destroy(new Error(`nothing came for ${SILENCE / 1000} s`)));
        outgoing.end();
    });
}
async function read(url, answer, { limit, signal }) {
    const parts = [];
    let length = 0;
    try {
        for await (const part of answer) {
            parts.push(part);
            length += part.length;
            if (length > limit)
                break;
        }
    }
    catch (cause) {
        if (signal.aborted)
            throw signal.reason;
        throw new DownloadFailed(url, cause.message, { cause });
    }
    if (length > limit)
        throw new DownloadFailed(url, `it is larger than ${limit / 1024} KiB`);
    return Buffer.concat(parts);
}


/***/ }),

/***/ 21099:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _4: () => (/* binding */ storesImage),
/* harmony export */   jq: () => (/* binding */ build)
/* harmony export */ });
/* unused harmony export buildQuery */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2952);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19665);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68111);
/* harmony import */ var _parameters_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9623);
/* harmony import */ var _transfer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30868);





const ENDPOINT = 'POST /build';
/**
 * Builds and yields events as they come. Dropping the iteration or aborting cancels the build in the engine, because
 * it drops the connection. Throws EngineError (also for errors inside the stream) and StreamCutShort.
 */
async function* build(engine, request, options) {
    const query = buildQuery(request, options.session);
    admitBuild(engine, request, options, query);
    const chunks = await engine.transport.stream({
        method: 'POST',
        path: '/build',
        endpoint: ENDPOINT,
        query: { ...query, ...(options.tlsVerify === false && { tlsVerify: '0' }) },
        headers: {
            ...(options.contentType !== undefined && { 'content-type': options.contentType }),
            ...(options.registryConfig !== undefined && { 'x-registry-config': options.registryConfig }),
        },
        ...(options.context && { body: options.context }),
        signal: options.signal,
    });
    let done = !storesImage(request);
    for await (const message of (0,_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeMessages */ .V)(chunks, ENDPOINT)) {
        for (const event of toEvents(message, request.quiet === true)) {
            done ||= event.kind === 'image';
            yield event;
        }
    }
    // A body that failed while the engine went on must never count as built (hardening C2).
    if (options.context?.errored)
        throw options.context.errored;
    if (!done)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StreamCutShort */ .NR('the build ended without an image id and without an error', {
            status: 0,
            endpoint: ENDPOINT,
        });
}
/** Whether the build ends with an image in the engine, rather than with files for the client. */
function storesImage({ outputs = [] }) {
    return !outputs.some(({ type }) => ['local', 'tar', 'cacheonly'].includes(type));
}
/** The query string of a build; exported for tests of its exact shape. */
function buildQuery(request, session) {
    const classic = request.builder !== 'buildkit';
    // The engine takes the second for the first as well.
    const keeps = { rm: request.rm === false, forceRm: (request.forceRm ?? request.rm) === false };
    const number = (value) => (value === undefined ? undefined : String(value));
    const flag = (value) => (value ? '1' : undefined);
    return {
        version: request.builder === 'podman' ? undefined : request.builder === 'buildkit' ? '2' : '1',
        session: request.builder === 'buildkit' ? session : undefined,
        dockerfile: request.dockerfile,
        t: request.tags,
        remote: request.remote,
        q: flag(request.quiet === true),
        outputs: outputsOf(request.outputs),
        buildargs: jsonOf(request.buildArgs),
        labels: jsonOf(request.labels),
        cachefrom: request.cacheFrom.length === 0 ? undefined : JSON.stringify(request.cacheFrom),
        target: request.target,
        platform: request.platform,
        nocache: flag(request.noCache),
        pull: flag(request.pull),
        ...(request.builder === 'podman' ? podmanNetwork(request.network) : { networkmode: request.network }),
        // Podman reads one JSON array where Docker reads a repeated parameter.
        extrahosts: request.builder === 'podman' && request.addHosts.length > 0 ? JSON.stringify(request.addHosts) : request.addHosts,
        shmsize: number(request.shmSize),
        ulimits: ulimitsOf(request),
        // A failed step would otherwise leave its container behind (hardening L3).
        ...(classic && { rm: keeps.rm ? '0' : '1', forcerm: keeps.forceRm ? '0' : '1' }),
        cgroupparent: request.cgroupParent,
        memory: number(request.memory),
        memswap: number(request.memorySwap),
        cpushares: number(request.cpuShares),
        cpusetcpus: request.cpusetCpus,
        cpuperiod: number(request.cpuPeriod),
        cpuquota: number(request.cpuQuota),
        squash: flag(request.squash),
        timestamp: number(request.timestamp),
    };
}
function jsonOf(map) {
    return map.size === 0 ? undefined : JSON.stringify(Object.fromEntries(map));
}
/**
 * Podman 4 takes no notice of Docker's names here: without a network it has a policy of its own, and the host's or a
 * private one are namespaces (containers/podman pkg/api/handlers/compat/images_build.go). Its default is the host's.
 */
function podmanNetwork(network) {
    if (network === undefined)
        return {};
    if (network === 'none')
        return { networkmode: 'NetworkDisabled' };
    return { nsoptions: JSON.stringify([{ Name: 'network', Host: network === 'host', Path: '' }]) };
}
function ulimitsOf(request) {
    if (request.ulimits.length === 0)
        return undefined;
    if (request.builder === 'podman') {
        return JSON.stringify(request.ulimits.map(({ name, soft, hard }) => `${name}=${soft}:${hard}`));
    }
    return JSON.stringify(request.ulimits.map(({ name, soft, hard }) => ({ Name: name, Soft: soft, Hard: hard })));
}
function outputsOf(outputs = []) {
    if (outputs.length === 0)
        return undefined;
    // Engines write into Attrs, so it is never left out.
    return JSON.stringify(outputs.map(({ type, attributes }) => ({ Type: type, Attrs: Object.fromEntries(attributes) })));
}
/** Throws Unsupported for what the builder would take and do nothing with; warns of what only leaves less behind. */
function admitBuild(engine, request, options, query) {
    const { builder, rm, forceRm } = request;
    const { facts } = engine;
    const refuse = (why, hint) => {
        throw new _parameters_js__WEBPACK_IMPORTED_MODULE_2__/* .Unsupported */ .O0(why, { status: 0, endpoint: ENDPOINT, hint });
    };
    const fits = facts.product === 'podman' ? builder === 'podman' : builder !== 'podman';
    if (!fits || (builder === 'buildkit' && !facts.hasBuildKit)) {
        const product = facts.product === 'podman' ? 'Podman' : 'Docker';
        refuse(`${product} ${facts.version} has no builder "${builder}"`, 'Choose one that it has');
    }
    (0,_parameters_js__WEBPACK_IMPORTED_MODULE_2__/* .admit */ .w4)(engine, ENDPOINT, { ...query, 'forcerm=0': forceRm === false || undefined });
    const ignores = {
        buildkit: (0,_parameters_js__WEBPACK_IMPORTED_MODULE_2__/* .ignoredByBuildKit */ .cb)(facts),
        classic: new Set(['outputs']),
        podman: new Set(),
    };
    const ignored = Object.keys(query).filter((name) => query[name] !== undefined && ignores[builder].has(name));
    if (ignored.length > 0) {
        const [name, other] = builder === 'classic' ? ['classic builder', 'BuildKit'] : ['BuildKit', 'the classic builder'];
        refuse(`the ${name} of Docker ${facts.version} ignores ${ignored.join(', ')}`, `Use ${other}`);
    }
    if (builder !== 'buildkit')
        return;
    if (options.registryConfig !== undefined)
        refuse('BuildKit ignores X-Registry-Config', 'Open a session that gives it the credentials');
    const kept = [rm === false && 'rm=0', forceRm === false && 'forcerm=0'].filter((name) => name !== false);
    for (const name of kept)
        engine.warn(`${ENDPOINT}: "${name}" has no effect: BuildKit runs steps without containers that could be kept`);
}
function* toEvents(message, quiet) {
    if (message.id === 'moby.buildkit.trace') {
        if (typeof message.aux !== 'string')
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineError */ .NJ('a build trace is not text', { status: 0, endpoint: ENDPOINT });
        yield { kind: 'trace', data: Buffer.from(message.aux, 'base64') };
        return;
    }
    // BuildKit says `moby.image.id`, the classic builder and Podman send the same aux without an id; quiet ones just print.
    const id = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .imageIdOf */ .CR)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .asObject */ .eB)(message.aux), 'ID')) ?? (quiet ? (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .imageIdOf */ .CR)(message.stream?.trim()) : undefined);
    if (id !== undefined)
        yield { kind: 'image', id };
    if (message.stream !== undefined)
        yield { kind: 'stream', text: message.stream };
    yield* (0,_transfer_js__WEBPACK_IMPORTED_MODULE_4__/* .statusOf */ .c)(message);
}


/***/ }),

/***/ 92577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dial: () => (/* binding */ dial)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41692);
/**
 * A bare connection to an address, with TLS or without, for what speaks HTTP/2 from its first byte: a BuildKit of its own,
 * or an engine that takes gRPC on the socket of its API.
 */


const CONNECT_LIMIT_MS = 10_000;
/**
 * Resolves with the connected socket. Rejects with the error of Node, with one that says that it took too long, or with
 * the signal's reason. Certificates are always verified (hardening R1, R7).
 */
function dial(address, tls, signal) {
    signal.throwIfAborted();
    const limit = AbortSignal.timeout(CONNECT_LIMIT_MS);
    const over = AbortSignal.any([signal, limit]);
    const { promise, resolve, reject } = Promise.withResolvers();
    const secure = address.kind === 'tcp' && address.tls;
    const socket = secure
        ? (0,node_tls__WEBPACK_IMPORTED_MODULE_1__.connect)({
            host: address.host,
            port: address.port,
            ...(!isAddress(address.host) && { servername: address.host }),
            ALPNProtocols: ['h2'],
            ...tls,
            minVersion: 'TLSv1.2',
            rejectUnauthorized: true,
        })
        : (0,node_net__WEBPACK_IMPORTED_MODULE_0__.connect)(address.kind === 'tcp' ? { host: address.host, port: address.port } : { path: address.path });
    const stop = () => {
        const late = new Error(`no connection within ${CONNECT_LIMIT_MS / 1000} s`);
        socket.destroy();
        reject(signal.aborted ? signal.reason : late);
    };
    over.addEventListener('abort', stop, { once: true });
    const settled = () => over.removeEventListener('abort', stop);
    socket.once('error', (error) => {
        settled();
        reject(error);
    });
    socket.once(secure ? 'secureConnect' : 'connect', () => {
        settled();
        if (address.kind === 'tcp')
            socket.setKeepAlive(true, 30_000);
        resolve(socket);
    });
    return promise;
}
/** Certificates name hosts by SNI only, which takes no addresses. */
function isAddress(host) {
    return /^[\d.]+$/.test(host) || host.includes(':');
}


/***/ }),

/***/ 56287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ load)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2952);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(19665);
/* harmony import */ var _messages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68111);
/* harmony import */ var _parameters_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9623);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77788);
/* harmony import */ var _transfer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30868);






const ENDPOINT = 'POST /images/load';
/**
 * `archive` is a docker or OCI archive, plain or compressed by gzip, bzip2 or xz (zstd on newer engines). An archive
 * without `manifest.json` needs the containerd store or Podman. Every failure comes inside of a 200, and one kind as
 * plain text. Throws EngineError; StreamCutShort when no image was loaded.
 */
async function* load(engine, archive, options) {
    const { quiet, platform, signal } = options;
    (0,_parameters_js__WEBPACK_IMPORTED_MODULE_2__/* .admit */ .w4)(engine, ENDPOINT, { platform, 'quiet=0': quiet === false || undefined });
    const chunks = await engine.transport.stream({
        method: 'POST',
        path: '/images/load',
        endpoint: ENDPOINT,
        query: { quiet: quiet === false ? '0' : '1', platform: (0,_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .encodePlatform */ .A)(platform) },
        body: archive,
        signal,
    });
    let loaded = false;
    for await (const message of (0,_messages_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeMessages */ .V)(chunks, ENDPOINT)) {
        yield* (0,_transfer_js__WEBPACK_IMPORTED_MODULE_4__/* .statusOf */ .c)(message);
        for (const event of readLines(message.stream ?? '')) {
            loaded = true;
            yield event;
        }
    }
    // A body that failed while the engine went on must never count as loaded (hardening C2).
    if (archive.errored)
        throw archive.errored;
    if (!loaded)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StreamCutShort */ .NR('the engine loaded no image from the archive', { status: 0, endpoint: ENDPOINT });
}
function* readLines(text) {
    for (const line of text.split('\n')) {
        const [, what, names = ''] = /^Loaded image( ID|\(s\))?: (.+)$/.exec(line.trim()) ?? [];
        // The containerd store says so as if it were nothing.
        if (/^Error unpacking image /.test(line))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineError */ .NJ(line, { status: 0, endpoint: ENDPOINT });
        // Podman joins the names of several images.
        for (const name of names.split(',').filter((item) => item !== '')) {
            const id = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .imageIdOf */ .CR)(name);
            if (id !== undefined)
                yield { kind: 'loaded-id', id };
            else if (what !== ' ID')
                yield { kind: 'loaded', name };
        }
    }
}


/***/ }),

/***/ 66698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DL: () => (/* binding */ showWarnings),
/* harmony export */   g5: () => (/* binding */ failureOf),
/* harmony export */   l8: () => (/* binding */ checkBasePlatform),
/* harmony export */   w8: () => (/* binding */ checkBuiltPlatform)
/* harmony export */ });
/* harmony import */ var _registry_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87891);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26247);
/* harmony import */ var _report_excerpt_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(57478);
/* harmony import */ var _report_failed_step_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5913);
/* harmony import */ var _builder_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35219);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59032);
/* harmony import */ var _known_dockerfile_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(57247);
/* harmony import */ var _results_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(21813);








/** The runner shows ten warnings of a step as annotations; more would only repeat the lines of the log. */
const MOST_ANNOTATIONS = 10;
/** The builder's findings, with the line of the Dockerfile they are about, as lines of the log and as annotations. */
function showWarnings(log, { warnings }, { request, dockerfile, fetched, annotate }) {
    const known = dockerfile ?? fetched;
    const all = warnings.map((warning) => (0,_known_dockerfile_js__WEBPACK_IMPORTED_MODULE_5__/* .relocated */ .q)(warning, request, known));
    for (const { text, place, url } of all) {
        const where = place === undefined ? '' : `${place.file}${place.line === undefined ? '' : `:${place.line}`}: `;
        log.info(`warning: ${where}${text}${url === undefined ? '' : ` (${url})`}`);
    }
    if (!annotate || known?.inWorkspace !== true)
        return;
    const inFile = all.filter(({ place }) => place?.file === known.file);
    for (const { text, details, place } of inFile.slice(0, MOST_ANNOTATIONS)) {
        log.warning([text, ...details].join('\n'), place);
    }
}
/** Ends the log with the step that failed and its lines, and gives the error for the whole. */
async function failureOf(error, { progress, session, told, facts }) {
    const { engine, log, signal } = facts;
    const [{ pinpoint }, { adviseBuild }] = await Promise.all([__webpack_require__.e(/* import() */ 4847).then(__webpack_require__.bind(__webpack_require__, 4847)), __webpack_require__.e(/* import() */ 7821).then(__webpack_require__.bind(__webpack_require__, 50202))]);
    const step = progress.failure({ message: error.reason, code: error.code });
    const summary = progress.summary();
    const details = error instanceof _builder_error_js__WEBPACK_IMPORTED_MODULE_3__/* .BuilderError */ .C ? error.details : undefined;
    const excerpt = await pinpoint(engine, { ...told, step, error: error.reason, details, summary }, { log, signal });
    const lost = session?.kind === 'lost' ? `; ${session.error.message}` : '';
    const hint = await adviseBuild({ error: error.reason, step, excerpt }, { ...facts, ...told });
    const failure = { step, excerpt, summary, hint };
    log.endGroup();
    if (step !== undefined)
        (0,_report_failed_step_js__WEBPACK_IMPORTED_MODULE_2__/* .showFailure */ .iV)(log, step, excerpt);
    else if (excerpt !== undefined)
        (0,_report_excerpt_js__WEBPACK_IMPORTED_MODULE_7__/* .showExcerpt */ .p)(log, excerpt);
    const what = step === undefined
        ? `build failed: ${(0,_report_failed_step_js__WEBPACK_IMPORTED_MODULE_2__/* .tidy */ .DZ)(error.reason)}`
        : `build failed at ${step.name.replace(/\s+/g, ' ')}: ${step.reason}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .BuildFailed */ .UQ(`${what}${lost}`, failure, error);
}
/** Throws WrongPlatform. `base` is what the target stage is built on. */
function checkBuiltPlatform(asked, { image, summary }, base, builder) {
    const got = (0,_results_js__WEBPACK_IMPORTED_MODULE_6__/* .platformOf */ .tj)(image);
    if (!(0,_registry_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .matchesPlatform */ .pC)(asked, got)) {
        const hint = builder === 'classic'
            ? 'The classic builder takes what is in its cache whatever its platform: use builder-version: 2, or no-cache: true'
            : 'Check the platforms of the base image and any --platform in the Dockerfile';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .WrongPlatform */ .vV('built image', (0,_registry_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq)(asked), (0,_registry_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq)(got), hint);
    }
    checkBasePlatform(asked, summary, base);
}
/** Throws WrongPlatform for a base of another platform, as far as the builder tells. */
function checkBasePlatform(asked, summary, base) {
    // The containerd store takes a local base of another platform and labels the result as if it were right; this
    // warning is all there is to see of it. About other stages it may be meant, as with tools whose output is copied.
    const names = base === undefined ? [] : [(0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .formatFamiliar */ .LF)(base), (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .formatFamiliar */ .LF)({ registry: base.registry, path: base.path })];
    const foreign = summary.warnings.find(({ text }) => text.startsWith('InvalidBaseImagePlatform') && names.some((name) => text.includes(` ${name} `)));
    if (foreign !== undefined) {
        const hint = `${foreign.text}. Remove that base image from the engine, or set pull: true`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .WrongPlatform */ .vV('built image', (0,_registry_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq)(asked), 'another platform in its base', hint);
    }
}


/***/ }),

/***/ 35219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ BuilderError)
/* harmony export */ });
/* harmony import */ var _engine_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2952);

class BuilderError extends _engine_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineError */ .NJ {
    name = 'BuilderError';
    /** Where it happened; undefined where that is of no line. */
    details;
    constructor(reason, details, cause) {
        super(reason, { status: 0, endpoint: 'BuildKit Solve', cause });
        this.details = details;
    }
}


/***/ }),

/***/ 7691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ followBuild)
/* harmony export */ });
/* harmony import */ var _engine_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2952);
/* harmony import */ var _report_progress_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15074);
/* harmony import */ var _build_outcome_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(66698);



/** Throws BuildFailed, what was wrong with the context on its way, or the abort reason. */
async function followBuild(start, { told, facts, session, sending, receiving, onImage, onText }) {
    const { log } = facts;
    const progress = (0,_report_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .createProgress */ .m)(log);
    let id = '';
    try {
        for await (const event of await start()) {
            if (event.kind === 'trace')
                progress.trace(event.data);
            else if (event.kind === 'stream') {
                progress.stream(event.text);
                onText?.(event.text);
            }
            else if (event.kind === 'status')
                progress.status(event);
            else {
                onImage?.(event.id);
                id = event.id;
            }
            await log.drained();
        }
    }
    catch (error) {
        progress.finish(false);
        facts.signal.throwIfAborted();
        sending.end();
        // What the engine then reports is only an echo of it.
        const failure = sending.failure ?? receiving?.failure;
        if (failure !== undefined)
            throw failure;
        if (!(error instanceof _engine_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineError */ .NJ))
            throw error;
        (0,_build_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .showWarnings */ .DL)(log, progress.summary(), told);
        const ended = session && (await Promise.race([session.closed, undefined]));
        throw await (0,_build_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOf */ .g5)(error, { progress, session: ended, told, facts });
    }
    progress.finish();
    sending.end();
    // Nothing that was not sent as it was listed counts as built (hardening C2).
    if (sending.failure !== undefined)
        throw sending.failure;
    const summary = progress.summary();
    (0,_build_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .showWarnings */ .DL)(log, summary, told);
    for (const cache of progress.unwritten())
        log.warning(`input cache-to: the build went on without ${cache}`);
    return { id, summary };
}


/***/ }),

/***/ 46096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   guardImage: () => (/* binding */ guardImage)
/* harmony export */ });
/* harmony import */ var _engine_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2952);
/* harmony import */ var _engine_history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40355);
/* harmony import */ var _engine_inspect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69175);
/* harmony import */ var _registry_platform_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87891);
/* harmony import */ var _report_units_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(15088);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59032);
/* harmony import */ var _leaks_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(11599);
/* harmony import */ var _needles_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55695);
/* harmony import */ var _obtained_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(98883);
/**
 * Looks for the secrets of this run in what anybody who can pull the image reads: its history, its config and its labels,
 * of each platform that is in the engine. The content of layers is not looked at.
 */









/**
 * `engine` undefined: there is nothing else to look at than what is given. Gives back what it got, with the finds cut out, so that they get no further. Throws SecretLeaked. What the engine does
 * not show is a warning.
 */
async function guardImage(engine, guarded, tools) {
    const { secrets, guard, added, push, log, signal } = tools;
    const needles = (0,_needles_js__WEBPACK_IMPORTED_MODULE_5__/* .needlesOf */ .e)(secrets);
    if (needles.length === 0)
        return guarded;
    const { obtained, entries } = guarded;
    const { image } = obtained;
    const others = engine === undefined ? { places: [], complete: true } : await readOthers(engine, image, signal);
    const attributes = [...added].map(([key, text]) => ({ where: `the attribute ${key} of outputs`, text }));
    const places = [...placesOf(image, entries), ...others.places, ...attributes];
    const finds = [...new Set((0,_leaks_js__WEBPACK_IMPORTED_MODULE_7__/* .findLeaks */ .Y)(places, needles).map(describe))];
    if (entries === undefined || !others.complete)
        log.warning('the engine does not show all of the image, so not all of it was searched for secrets of this run');
    if (finds.length === 0)
        return guarded;
    if (push && guard === 'stop')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .SecretLeaked */ .DE(listed(finds));
    log.warning(`the image holds secrets of this run, which anybody who gets it can read; RUN --mount=type=secret leaves nothing in the image:${listed(finds)}`);
    const cut = (text) => (0,_leaks_js__WEBPACK_IMPORTED_MODULE_7__/* .censor */ .Z)(text, needles);
    const labels = new Map([...image.config.labels].map(([key, value]) => [cut(key), cut(value)]));
    return {
        obtained: { ...obtained, image: { ...image, config: { ...image.config, labels } } },
        entries: entries?.map((entry) => ({ ...entry, createdBy: cut(entry.createdBy), comment: cut(entry.comment) })),
    };
}
const MOST_SHOWN = 20;
function listed(finds) {
    const more = finds.length - MOST_SHOWN;
    const rest = more > 0 ? [`and ${(0,_report_units_js__WEBPACK_IMPORTED_MODULE_8__/* .count */ .U9)(more, 'place')} more`] : [];
    return [...finds.slice(0, MOST_SHOWN), ...rest].map((line) => `\n  ${line}`).join('');
}
const FORMS = { plain: '', base64: ' in base64', url: ' in URL encoding' };
function describe({ where, shown, what, form }) {
    return `${where} holds ${what}${FORMS[form]}: ${shown.replace(/\s+/g, ' ')}`;
}
function placesOf(image, entries = []) {
    const steps = entries.toReversed().flatMap(({ createdBy, comment }, at) => {
        const where = `instruction ${at + 1} of ${entries.length}`;
        return [
            { where, text: createdBy },
            { where: `the comment of ${where}`, text: comment },
        ];
    });
    const fields = image.texts.map(({ field, text }) => ({ where: nameOf(field, text), text }));
    return [...steps, ...fields].filter(({ text }) => text !== '');
}
/** The engine's path of a field in the words of a Dockerfile. */
function nameOf(field, text) {
    const [part, key, ...rest] = field;
    if (part !== 'Config')
        return `the image's ${field.join('.')}`;
    if (key === 'Labels')
        return `the label ${rest.join('.')}`;
    if (key === 'Env')
        return `the environment variable ${text.split('=', 1)[0]}`;
    return `the config's ${[key, ...rest].join('.')}`;
}
/** Of an index, what is in the engine beside the platform that it shows anyway. */
async function readOthers(engine, image, signal) {
    if (!(0,_obtained_js__WEBPACK_IMPORTED_MODULE_6__/* .isIndex */ .n)(image))
        return { places: [], complete: true };
    try {
        const { manifests } = await (0,_engine_inspect_js__WEBPACK_IMPORTED_MODULE_2__/* .inspect */ .Nn)(engine, image.id, { manifests: true, signal });
        const places = [];
        for (const { kind, available, platform } of manifests) {
            if (kind !== 'image' || !available || platform === undefined)
                continue;
            const [details, entries] = await Promise.all([
                (0,_engine_inspect_js__WEBPACK_IMPORTED_MODULE_2__/* .inspect */ .Nn)(engine, image.id, { platform, signal }),
                (0,_engine_history_js__WEBPACK_IMPORTED_MODULE_1__/* .history */ .b)(engine, image.id, { platform, signal }),
            ]);
            const suffix = ` for ${(0,_registry_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .formatPlatform */ .Bq)(platform)}`;
            places.push(...placesOf(details, entries).map(({ where, text }) => ({ where: where + suffix, text })));
        }
        return { places, complete: true };
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof _engine_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineError */ .NJ)
            return { places: [], complete: false };
        throw error;
    }
}


/***/ }),

/***/ 11599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ findLeaks),
/* harmony export */   Z: () => (/* binding */ censor)
/* harmony export */ });
/** One for each secret in each place. */
function findLeaks(places, needles) {
    return places.flatMap(({ where, text }) => {
        const forms = formsOf(text);
        const found = new Map();
        for (const needle of needles) {
            const form = formIn(forms, needle);
            if (form !== undefined && !found.has(needle.what))
                found.set(needle.what, form);
        }
        if (found.size === 0)
            return [];
        const shown = censor(text, needles);
        return [...found].map(([what, form]) => ({ where: censor(where, needles), shown, what, form }));
    });
}
/** Longest text that is shown, in characters. */
const SHOWN = 300;
/** The text without secrets: as little as can be is cut out, and everything but its first word where that is not enough. */
function censor(text, needles) {
    const isClean = (candidate) => {
        const forms = formsOf(candidate);
        return needles.every((needle) => formIn(forms, needle) === undefined);
    };
    if (isClean(text))
        return text;
    let cut = text;
    for (const needle of needles)
        cut = cut.replaceAll(needle.text, '***');
    cut = cut
        .split(/(\s+)/)
        .map((word) => [word, `${word.split('=', 1)[0]}=***`, '***'].find(isClean) ?? '***')
        .join('');
    const short = cut.length > SHOWN ? `${cut.slice(0, SHOWN)}…` : cut;
    if (isClean(short))
        return short;
    const first = /^[A-Z]{2,}\b/.exec(text)?.[0] ?? '';
    return `${first} ***`.trim();
}
function formsOf(text) {
    const plain = text.includes('\\') ? [text, withoutBackslashes(text)] : [text];
    const spaced = text.replaceAll('+', ' ');
    return {
        plain,
        url: text.includes('%') ? [percentDecode(text), percentDecode(spaced)] : text === spaced ? [] : [spaced],
        base64: plain.map((form) => form.replace(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/')),
    };
}
function formIn(forms, needle) {
    if (forms.plain.some((text) => holds(text, needle)))
        return 'plain';
    if (needle.base64.some((piece) => forms.base64.some((text) => text.includes(piece))))
        return 'base64';
    if (forms.url.some((text) => holds(text, needle)))
        return 'url';
    return undefined;
}
const WORD = /[\p{L}\p{N}]/u;
function holds(text, { text: value, isWord }) {
    for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
        if (!isWord)
            return true;
        const joins = (inside, outside) => WORD.test(inside) && WORD.test(outside);
        if (!joins(value.charAt(0), text.charAt(at - 1)) &&
            !joins(value.charAt(value.length - 1), text.charAt(at + value.length)))
            return true;
    }
    return false;
}
/** JSON, Go and shells put backslashes before what is special to them. */
function withoutBackslashes(text) {
    const letters = { n: '\n', t: '\t', r: '\r' };
    return text.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, code, char = '') => code === undefined ? (letters[char] ?? char) : String.fromCharCode(Number.parseInt(code, 16)));
}
/** Unlike decodeURIComponent takes what is no code as it is. */
function percentDecode(text) {
    return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (codes) => Buffer.from(codes.replaceAll('%', ''), 'hex').toString('utf8'));
}


/***/ }),

/***/ 55695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ needlesOf)
/* harmony export */ });
/* harmony import */ var _secret_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53063);
/**
 * What of the secrets of a run is looked for in an image. A find stops a push, so whatever may stand in an image by
 * chance is left out: values under 8 characters, plain words and numbers, and of secrets of several lines, which are
 * mostly configuration files, the lines that hold no secret.
 */

/** Shortest value that is looked for, in characters: below, words and numbers are common. */
const SHORTEST = 8;
/** From here on a value counts inside of longer words, too, and one of letters alone counts at all. */
const LONG = 16;
/** Whoever leaks a file leaks its first lines; more would only take time. */
const MOST_LINES = 100;
function needlesOf(secrets) {
    const needles = new Map();
    const lines = new Map();
    for (const { value, what = 'a secret of this step', isLine } of secrets) {
        if (isLine) {
            const seen = lines.get(what) ?? 0;
            if (seen >= MOST_LINES)
                continue;
            lines.set(what, seen + 1);
        }
        const texts = isLine ? tellingParts(value.trim()) : [value.trim()].filter((text) => !isPlain(text));
        for (const text of texts)
            if (!needles.has(text))
                needles.set(text, toNeedle(text, what));
    }
    return [...needles.values()];
}
function toNeedle(text, what) {
    const bytes = Buffer.from(text);
    const base64 = [0, 1, 2].map((before) => {
        const encoded = Buffer.concat([Buffer.alloc(before), bytes])
            .toString('base64')
            .replace(/=+$/, '');
        // Characters at both ends depend on the neighbours of the value, where these fill no group of their own.
        const from = Math.ceil((before * 8) / 6);
        return encoded.slice(from, Math.floor(((before + bytes.length) * 8) / 6));
    });
    return { text, what, isWord: text.length < LONG, base64 };
}
/** Too short, or a word or a number that may stand anywhere. */
function isPlain(text) {
    if (text.length < SHORTEST || /^\d{1,11}$/.test(text))
        return true;
    return text.length < LONG && /^(?:\p{Ll}+|\p{Lu}+|\p{Lu}\p{Ll}+)$/u.test(text);
}
const SETTING = /^["']?([\w./:@-]+?)["']?\s*[=:]\s*(["']?)(.*?)\2,?$/;
/** The parts of a line that are secret by their looks, or by the name before them. */
function tellingParts(line) {
    if (/^-{2,}(?:BEGIN|END) .*-{2,}$/.test(line))
        return [];
    const random = line
        .replaceAll('\\n', '\n')
        .split(/[^\w+-]+/)
        .filter(looksRandom);
    const [, name, , value = ''] = SETTING.exec(line) ?? [];
    if (name === undefined)
        return [...random, ...(hasManyKinds(line) ? [line] : [])];
    const words = name
        .replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2')
        .toLowerCase()
        .split(/[\W_]+/);
    return [...random, ...((0,_secret_words_js__WEBPACK_IMPORTED_MODULE_0__/* .areSecretWords */ .Y)(words) && !isPlain(value) ? [value] : [])];
}
/** Keys and tokens: all kinds of letters and digits, or digits all over. */
function looksRandom(token) {
    if (token.length < LONG)
        return false;
    const changes = token.match(/[a-z](?=\d)|\d(?=[a-z])/gi)?.length ?? 0;
    return (/[a-z]/.test(token) && /[A-Z]/.test(token) && /\d/.test(token)) || (token.length >= 20 && changes >= 6);
}
/** A line of a pass phrase and the like. */
function hasManyKinds(line) {
    const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d\s]/u].filter((kind) => kind.test(line)).length;
    return line.length >= 12 && kinds >= 3;
}


/***/ }),

/***/ 5657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ fetchedDockerfile),
  openInstead: () => (/* binding */ openInstead),
  openRemote: () => (/* binding */ openRemote)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/context/download.js
var download = __webpack_require__(18142);
// EXTERNAL MODULE: ./build/context/source.js + 1 modules
var context_source = __webpack_require__(60108);
// EXTERNAL MODULE: ./build/report/diagnosis.js
var diagnosis = __webpack_require__(54458);
// EXTERNAL MODULE: ./build/engine/parameters.js
var parameters = __webpack_require__(9623);
// EXTERNAL MODULE: ./build/pipeline/git-source.js
var git_source = __webpack_require__(72609);
;// CONCATENATED MODULE: ./build/pipeline/context-road.js


function chooseRoad(source, { builder, facts, hasAccount, hasLooseDockerfile }) {
    const runner = (why) => ({ kind: 'runner', why });
    if (builder === 'podman')
        return runner('Podman fetches no contexts');
    if (hasLooseDockerfile)
        return runner('its Dockerfile comes from elsewhere');
    if (builder === 'classic') {
        if (hasAccount)
            return runner('the classic builder cannot sign in');
        if (source.scheme === 'ssh')
            return runner('the classic builder has no ssh key');
        if (!(0,git_source/* fitsFragment */.lg)(source))
            return runner('the classic builder knows no query in a Git URL');
        return { kind: 'engine', remote: (0,git_source/* formatGitSource */.t3)(withBranch(source), 'fragment') };
    }
    const isOld = (0,parameters/* ignoredByBuildKit */.cb)(facts).has('shmsize');
    if (source.directory !== undefined && isOld)
        return runner(`BuildKit of Docker ${facts.version} takes no directory of it`);
    if (source.scheme === 'ssh' && isOld && !source.repository.startsWith('git@'))
        return runner(`BuildKit of Docker ${facts.version} knows no ssh but git@host:path`);
    if (source.query !== undefined && knowsQueries(facts))
        return { kind: 'engine', remote: (0,git_source/* formatGitSource */.t3)(source, 'query') };
    if (!(0,git_source/* fitsFragment */.lg)(source))
        return runner(`BuildKit of Docker ${facts.version} may know no query in a Git URL`);
    return { kind: 'engine', remote: (0,git_source/* formatGitSource */.t3)(isOld ? withBranch(source) : source, 'fragment') };
}
/** The classic builder and the BuildKit of Docker 20 take the branch `master` for the default one. */
function withBranch(source) {
    return { ...source, ref: source.ref ?? 'HEAD' };
}
/** From BuildKit 0.25 on, which came with Docker 28.5; distributions build engines that do not say their BuildKit's. */
function knowsQueries({ version }) {
    const [major = 0, minor = 0] = version.split(/[.+-]/).map(Number);
    return major > 28 || (major === 28 && minor >= 5);
}

// EXTERNAL MODULE: ./build/pipeline/epoch.js
var epoch = __webpack_require__(78386);
// EXTERNAL MODULE: ./build/pipeline/errors.js
var errors = __webpack_require__(59032);
// EXTERNAL MODULE: ./build/pipeline/git-fetch.js
var git_fetch = __webpack_require__(72134);
// EXTERNAL MODULE: ./build/pipeline/known-dockerfile.js
var known_dockerfile = __webpack_require__(57247);
// EXTERNAL MODULE: ./build/pipeline/open-context.js + 1 modules
var open_context = __webpack_require__(58347);
;// CONCATENATED MODULE: ./build/pipeline/open-remote.js
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
/** Opens a context that is fetched first, by the engine or by git on the runner: which, depends on the engine. */











/** Throws InvalidInput, FetchFailed, DownloadFailed, ContextError. */
async function openRemote(origin, engine, tools) {
    const { context, dockerfile } = origin;
    if (context.kind === 'url')
        return openUrl(context, engine.builder);
    if (context.kind !== 'git')
        throw new TypeError(`a context of kind ${context.kind} is not fetched`);
    const { source, file } = context;
    const account = (0,git_fetch/* accountFor */.N)(source, origin.secrets);
    const hasLooseDockerfile = dockerfile !== undefined;
    const road = chooseRoad(source, { ...engine, hasAccount: account !== undefined, hasLooseDockerfile });
    if (road.kind === 'runner')
        return openFetched(context, { origin, account, why: road.why }, tools);
    const signing = account === undefined ? '' : `; to sign in it may ask for the secret ${account.id}`;
    return {
        ...open_context/* NOTHING */.K$,
        remote: road.remote,
        dockerfile: file ?? 'Dockerfile',
        fetched: fetchedDockerfile(context),
        lines: () => [`Context: ${(0,git_source/* showGitSource */.V_)(source)}, fetched by the engine${signing}`],
    };
}
/** In the repository; its lines can be annotated when that is the one of the job. */
function fetchedDockerfile({ source, file }) {
    return { file: external_node_path_.posix.join(source.directory ?? '', file ?? 'Dockerfile'), inWorkspace: source.isOfJob };
}
function openUrl({ url, file }, builder) {
    if (builder === 'podman') {
        throw new errors/* InvalidInput */.o9('context', "Podman's API fetches no contexts", 'download the tar in a step before this one and give its path');
    }
    const what = 'a tar or a Dockerfile (the URL of a Git repository ends with .git)';
    return {
        ...open_context/* NOTHING */.K$,
        remote: url.href,
        dockerfile: file ?? 'Dockerfile',
        lines: () => [`Context: ${(0,download/* showUrl */.j)(url)}, fetched by the engine as ${what}`],
    };
}
/**
 * The same context by git on the runner, after the engine failed to fetch it: its network may be another one, and
 * BuildKit signs in to no submodule. Undefined where it did not fail at that, or there is no git to try with.
 */
async function openInstead(origin, error, tools) {
    const { context, secrets } = origin;
    if (context.kind !== 'git' || !(error instanceof errors/* BuildFailed */.UQ))
        return undefined;
    const { step } = error.failure;
    if (!step?.name.startsWith('load git source ') && (0,diagnosis/* diagnose */.h4)(error.message)?.code !== 'git-fetch')
        return undefined;
    // A step has shown why.
    const why = step === undefined ? ` (${error.message})` : '';
    tools.log.info(`The engine could not fetch the context${why}, so git on the runner tries`);
    try {
        const account = (0,git_fetch/* accountFor */.N)(context.source, secrets);
        return await openFetched(context, { origin, account, why: 'the engine could not' }, tools);
    }
    catch (failure) {
        if (failure instanceof git_fetch/* FetchFailed */.C && failure.isUntried)
            return undefined;
        throw failure;
    }
}
async function openFetched({ source, file }, { origin, account, why }, { signal, fetchGit, startAgent }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const keepGit = source.keepGit || origin.buildArgs.get('BUILDKIT_CONTEXT_KEEP_GIT_DIR') === '1';
        const dockerfileText = await (0,open_context/* textOfLoose */.R5)(origin, signal);
        const agent = __addDisposableResource(env_1, source.scheme === 'ssh' ? await agentFor(origin, startAgent) : undefined, true);
        const fetched = await fetchGit({ ...source, keepGit }, { account, agent: agent?.socket, signal });
        try {
            const { root, directory, commit } = fetched;
            const context = await (0,context_source/* openContext */.e)({
                directory,
                file: file === undefined ? undefined : (0,external_node_path_.join)(directory, file),
                dockerfileText,
                ignores: false,
                workspace: root,
                maxEntries: origin.maxEntries,
                epoch: (0,epoch/* epochOf */.F)(origin.buildArgs),
            });
            const { dockerfile } = context;
            const text = dockerfileText ?? (await (0,open_context/* textOf */.b6)(context));
            const at = `commit ${commit.slice(0, 12)}`;
            return {
                ...open_context/* NOTHING */.K$,
                context,
                identity: (0,git_source/* showGitSource */.V_)(source),
                dockerfileText: text,
                named: dockerfile.kind === 'loose'
                    ? { file: (0,open_context/* looseName */._V)(origin), inWorkspace: false, text }
                    : { ...(0,known_dockerfile/* nameDockerfile */.m)(dockerfile.source, root, text), inWorkspace: source.isOfJob },
                lines: (how) => [
                    `Context: ${(0,git_source/* showGitSource */.V_)(source)}, fetched by git on the runner, as ${why}: ${at}, ${how}`,
                    `Dockerfile: ${dockerfile.kind === 'loose' ? (0,open_context/* looseName */._V)(origin) : (0,external_node_path_.relative)(directory, dockerfile.source)}`,
                ],
                [Symbol.asyncDispose]: () => fetched[Symbol.asyncDispose](),
            };
        }
        catch (error) {
            await fetched[Symbol.asyncDispose]();
            throw error;
        }
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
/** The agent of the id `default`, which BuildKit takes for Git. It is disposed of when it was started. */
async function agentFor({ ssh }, startAgent) {
    const forward = ssh.find(({ id }) => id === 'default');
    if (forward === undefined)
        return undefined;
    if (forward.kind === 'keys')
        return startAgent(forward.keys);
    return { socket: forward.socket, [Symbol.asyncDispose]: async () => { } };
}


/***/ }),

/***/ 52862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runRemotely: () => (/* binding */ runRemotely)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/buildkit/tunnel.js
var tunnel = __webpack_require__(63831);
// EXTERNAL MODULE: ./build/engine/facts.js
var facts = __webpack_require__(23984);
// EXTERNAL MODULE: ./build/engine/load.js
var load = __webpack_require__(56287);
// EXTERNAL MODULE: ./build/registry/platform.js
var registry_platform = __webpack_require__(87891);
// EXTERNAL MODULE: ./build/registry/reference.js
var registry_reference = __webpack_require__(26247);
// EXTERNAL MODULE: ./build/report/units.js
var units = __webpack_require__(15088);
// EXTERNAL MODULE: ./build/pipeline/control-inputs.js
var control_inputs = __webpack_require__(54106);
// EXTERNAL MODULE: ./build/pipeline/engine-api.js + 1 modules
var engine_api = __webpack_require__(19518);
// EXTERNAL MODULE: ./build/pipeline/errors.js
var errors = __webpack_require__(59032);
// EXTERNAL MODULE: ./build/pipeline/layers.js
var pipeline_layers = __webpack_require__(75793);
// EXTERNAL MODULE: ./build/pipeline/leak-guard.js
var leak_guard = __webpack_require__(46096);
// EXTERNAL MODULE: ./build/pipeline/look-ahead.js
var look_ahead = __webpack_require__(39304);
;// CONCATENATED MODULE: ./build/pipeline/node-annotations.js

/** The request without annotations of the index over all, and of images that another machine makes. */
function annotatedFor(platforms, request) {
    const names = platforms.map(registry_platform/* formatPlatform */.Bq);
    const outputs = request.outputs?.map(({ type, attributes }) => ({
        type,
        attributes: new Map([...attributes].flatMap(([key, value]) => {
            const name = ownName(key, names);
            return name === undefined ? [] : [[name, value]];
        })),
    }));
    return { ...request, ...(outputs && { outputs }) };
}
function ownName(key, platforms) {
    const [start, level = '', platform] = /^annotation(-[a-z-]+)?(?:\[([^\]]+)\])?\./.exec(key) ?? [];
    if (start === undefined)
        return key;
    if (!['', '-manifest'].includes(level) || (platform !== undefined && !platforms.includes(platform)))
        return undefined;
    // BuildKit looks at the platform in an index only.
    return platforms.length === 1 ? `annotation${level}.${key.slice(start.length)}` : key;
}

// EXTERNAL MODULE: ./build/buildkit/client.js
var buildkit_client = __webpack_require__(34446);
// EXTERNAL MODULE: ./build/buildkit/control.js
var control = __webpack_require__(15320);
// EXTERNAL MODULE: ./build/engine/dial.js
var dial = __webpack_require__(92577);
;// CONCATENATED MODULE: ./build/pipeline/nodes.js
/**
 * Machines with a BuildKit of their own, and which of them builds: for a platform and a repository always the same one, so
 * that it finds its cache again, and the next one where that is down. By rendezvous hashing, a node that comes or goes
 * moves only its own share.
 */






function formatNode({ address }) {
    if (address.kind === 'unix')
        return `buildkit+unix://${address.path}`;
    const host = address.host.includes(':') ? `[${address.host}]` : address.host;
    return `buildkit://${host}:${address.port}`;
}
/** Nodes by preference: those named for the platform before those for all, and by the hash of who builds what. */
function orderNodes(nodes, platform, repository) {
    const what = `${platform === undefined ? '' : (0,registry_platform/* formatPlatform */.Bq)(platform)}\0${repository}`;
    const score = (node) => (0,external_node_crypto_.createHash)('sha256')
        .update(`${formatNode(node)}\0${what}`)
        .digest('hex');
    const rank = ({ platforms }) => (platforms.length > 0 ? 0 : 1);
    return nodes
        .filter(({ platforms }) => platform === undefined || platforms.length === 0 || platforms.some((own) => (0,registry_platform/* matchesPlatform */.pC)(platform, own)))
        .map((node) => ({ node, score: score(node) }))
        .sort((a, b) => rank(a.node) - rank(b.node) || (a.score < b.score ? 1 : -1))
        .map(({ node }) => node);
}
/** Platforms by the first of their nodes, so that what one machine can do goes in one build. */
function shareOut(nodes, platforms, repository) {
    if (platforms.length === 0)
        return [{ platforms, order: orderNodes(nodes, undefined, repository) }];
    const shares = new Map();
    for (const platform of platforms) {
        // Without the platform in the hash: machines for everything take all of a build together.
        const order = orderNodes(nodes, platform, repository);
        const own = order.filter(({ platforms: named }) => named.length > 0);
        const chosen = own.length > 0 ? own : orderNodes(nodes, undefined, repository).filter((node) => order.includes(node));
        const key = chosen.map(formatNode).join(' ');
        const share = shares.get(key) ?? { platforms: [], order: chosen };
        share.platforms.push(platform);
        shares.set(key, share);
    }
    return [...shares.values()];
}
/** The first node that answers. Throws NoBuilder with what each of them said, or the abort reason. */
async function openNode(order, { log, signal }) {
    const failures = [];
    for (const node of order) {
        const name = formatNode(node);
        try {
            return await nodes_open(node, signal);
        }
        catch (error) {
            signal.throwIfAborted();
            const why = reasonOf(error);
            failures.push(`${name}: ${why}`);
            if (failures.length < order.length)
                log.warning(`the builder ${name} does not answer (${why}), so the next one is taken`);
        }
    }
    throw new errors/* NoBuilder */.TR(failures);
}
async function nodes_open(node, signal) {
    const reopen = () => (0,buildkit_client/* openClient */.My)({ upgrade: () => (0,dial.dial)(node.address, node.tls, signal), signal });
    const client = await reopen();
    try {
        const limited = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]);
        const workers = (0,control/* decodeWorkers */.WL)(await client.unary(control/* LIST_WORKERS */.DR, new Uint8Array(0), { signal: limited }));
        const platforms = [...new Set(workers.flatMap((worker) => worker.platforms))];
        const version = workers[0]?.version ?? '';
        return { name: formatNode(node), client, reopen, version, platforms, [Symbol.dispose]: () => client.close() };
    }
    catch (error) {
        client.close();
        throw error;
    }
}
const ANSWER_MS = 10_000;
function reasonOf(error) {
    const { message, code, name } = error;
    if (code === 'ENOENT')
        return 'there is no such socket';
    if (name === 'TimeoutError')
        return `no answer within ${ANSWER_MS / 1000} s`;
    return message === '' ? (code ?? 'no reason given') : message;
}
/** Whether the node says that it can build for the platform, by itself or by an emulator. */
function canBuild({ platforms }, platform) {
    return platforms.length === 0 || platforms.some((text) => (0,registry_platform/* matchesPlatform */.pC)(platform, (0,registry_platform/* parsePlatform */.FL)(text)));
}
/** One line that says everything a bug report needs. */
function describeNode({ name, version, platforms }) {
    // Some builds of it do not know their own version; and the levels of amd64 say nothing to a reader.
    const known = /^v0\.0\.0\+unknown/.test(version) || version === '' ? '' : ` ${version}`;
    return `BuildKit${known} at ${name}, ${platforms.filter((platform) => !/amd64\/v\d$/.test(platform)).join(', ')}`;
}

// EXTERNAL MODULE: ./build/pipeline/obtain-build.js + 1 modules
var obtain_build = __webpack_require__(51636);
// EXTERNAL MODULE: ./build/pipeline/open-context.js + 1 modules
var open_context = __webpack_require__(58347);
// EXTERNAL MODULE: ./build/pipeline/open-remote.js + 1 modules
var open_remote = __webpack_require__(5657);
// EXTERNAL MODULE: ./build/pipeline/outcome.js
var pipeline_outcome = __webpack_require__(54295);
// EXTERNAL MODULE: ./build/pipeline/outputs.js
var outputs = __webpack_require__(4169);
// EXTERNAL MODULE: ./build/pipeline/plan.js
var pipeline_plan = __webpack_require__(86868);
// EXTERNAL MODULE: ./build/pipeline/base-images.js
var base_images = __webpack_require__(47185);
// EXTERNAL MODULE: ./build/pipeline/build-outcome.js
var build_outcome = __webpack_require__(66698);
// EXTERNAL MODULE: ./build/pipeline/build-session.js + 5 modules
var build_session = __webpack_require__(99655);
// EXTERNAL MODULE: ./build/pipeline/epoch.js
var pipeline_epoch = __webpack_require__(78386);
// EXTERNAL MODULE: ./build/pipeline/follow-build.js
var follow_build = __webpack_require__(7691);
// EXTERNAL MODULE: ./build/buildkit/blob.js
var blob = __webpack_require__(10838);
// EXTERNAL MODULE: ./build/engine/errors.js
var engine_errors = __webpack_require__(2952);
// EXTERNAL MODULE: ./build/engine/json.js
var json = __webpack_require__(19665);
// EXTERNAL MODULE: ./build/registry/describe-image.js
var describe_image = __webpack_require__(81641);
// EXTERNAL MODULE: ./build/registry/digest.js
var registry_digest = __webpack_require__(96192);
// EXTERNAL MODULE: ./build/registry/image-manifest.js
var image_manifest = __webpack_require__(17757);
// EXTERNAL MODULE: ./build/pipeline/unstored-image.js
var unstored_image = __webpack_require__(88423);
;// CONCATENATED MODULE: ./build/pipeline/remote-image.js
/** What a BuildKit of its own has built, read from its content store as an engine would tell it. */








/**
 * `digest` of a manifest or an index. Throws RpcError, ConnectionLost, StreamCutShort or RegistryError for what is none.
 */
async function readBuilt(client, digest, signal) {
    const top = await readTop(client, digest, signal);
    const { mediaType, bytes } = top;
    const descriptor = { mediaType, digest: top.digest, size: bytes.length };
    const listed = (0,image_manifest/* isIndexType */.$U)(mediaType) ? (0,image_manifest/* childrenOf */.LU)(top).manifests : [];
    const images = listed.filter((child) => (0,image_manifest/* attestedBy */.W_)(child) === undefined);
    const manifests = (0,image_manifest/* isIndexType */.$U)(mediaType)
        ? await Promise.all(images.map((image) => readTop(client, image.digest, signal)))
        : [top];
    const read = await Promise.all(manifests.map(async (manifest) => {
        const config = await (0,blob/* readBlob */.g)(client, (0,image_manifest/* partsOf */.CI)(manifest).config.digest, { signal });
        const parts = { config: parse(config), manifest: parse(manifest.bytes), descriptor };
        return { ...(0,unstored_image/* describeUnstored */.W)(parts), child: (0,describe_image/* describeManifest */.F)(manifest, config) };
    }));
    const [first] = read;
    if (first === undefined)
        throw new engine_errors/* StreamCutShort */.NR('what was built holds no image', { status: 0, endpoint: 'BuildKit' });
    const { image, entries } = first;
    return { image, entries, top, all: read, children: (0,image_manifest/* isIndexType */.$U)(mediaType) ? listed : [first.child] };
}
async function readTop(client, digest, signal) {
    const bytes = await (0,blob/* readBlob */.g)(client, digest, { signal });
    return { digest: (0,registry_digest/* digestOf */.ol)(bytes), mediaType: (0,json/* textOf */.b6)((0,json/* own */.ZV)(parse(bytes), 'mediaType')), bytes };
}
function parse(bytes) {
    return (0,json/* asObject */.eB)(JSON.parse(Buffer.from(bytes).toString('utf8')));
}
/** For the log: the platforms of all images. */
function platformsIn({ all }) {
    const platforms = all.map(({ image: { os, architecture, variant } }) => ({ os, architecture, ...(variant && { variant }) }));
    return [...new Map(platforms.map((platform) => [(0,registry_platform/* formatPlatform */.Bq)(platform), platform])).values()];
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./build/archive/directory.js + 1 modules
var directory = __webpack_require__(4058);
// EXTERNAL MODULE: ./build/archive/flatten.js + 1 modules
var flatten = __webpack_require__(46212);
// EXTERNAL MODULE: ./build/archive/image-archive.js + 2 modules
var image_archive = __webpack_require__(98133);
// EXTERNAL MODULE: ./build/archive/save.js
var save = __webpack_require__(50472);
// EXTERNAL MODULE: ./build/buildkit/file-send.js
var file_send = __webpack_require__(63122);
;// CONCATENATED MODULE: ./build/pipeline/remote-results.js
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
/** What a BuildKit of its own makes of the result beside the image: archives, sent here, and what is written of them. */











/** Nothing is asked for that nobody wants: each archive holds all layers. */
async function openResults({ outputs, load, names, temp }) {
    const types = [
        ...(load || outputs.some(({ type }) => type === 'docker') ? ['docker'] : []),
        ...(outputs.some(({ type }) => type !== 'docker') ? ['oci'] : []),
    ];
    const scratch = types.length === 0 ? undefined : await (0,promises_.mkdtemp)((0,external_node_path_.join)(temp, 'stowage-remote-'));
    let failure;
    const fileOf = (type) => (0,external_node_path_.join)(scratch ?? temp, `${type}.tar`);
    const attributes = new Map(names.length === 0 ? [] : [['name', names.join(',')]]);
    return {
        exporters: types.map((type) => ({ type, attributes })),
        methods: types.length === 0
            ? new Map()
            : receive(types.map(fileOf), (error) => {
                failure ??= error;
            }),
        get failure() {
            return failure;
        },
        archive: () => (0,external_node_fs_.createReadStream)(fileOf('docker')),
        save: async (platform, tools) => {
            for (const output of outputs)
                await write(fileOf(output.type === 'docker' ? 'docker' : 'oci'), output, {
                    platform,
                    scratch: scratch ?? temp,
                    ...tools,
                });
            return outputs.map(({ dest }) => dest);
        },
        [Symbol.asyncDispose]: async () => {
            if (scratch !== undefined)
                await (0,promises_.rm)(scratch, { recursive: true, force: true });
        },
    };
}
/** `wx`: the directory is ours alone (hardening S4). */
function receive(files, onFailure) {
    return (0,file_send/* fileSendMethods */.j)({
        take: async (bytes, exporter) => {
            const file = files[exporter];
            if (file === undefined)
                throw new Error(`nothing was asked for as number ${exporter}`);
            await (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.from(bytes), (0,external_node_fs_.createWriteStream)(file, { flags: 'wx', mode: 0o600 }));
        },
        onFailure,
    });
}
async function write(archive, output, { platform, scratch, log, signal }) {
    const { type, dest } = output;
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(dest), { recursive: true });
    if (type === 'docker' || type === 'oci')
        await (0,save/* saveStream */.S)((0,external_node_fs_.createReadStream)(archive), dest, { signal });
    else {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const image = __addDisposableResource(env_1, await (0,image_archive/* openImage */.U)(archive, { platform: output.platform ?? platform, scratch, signal }), true);
            if (type === 'tar')
                await (0,save/* saveStream */.S)((0,flatten/* flatTar */.f)(image, { signal }), dest, { signal });
            else {
                const { skipped } = await (0,directory/* unpackImage */.m)(image, dest, { signal });
                if (skipped > 0)
                    log.warning(`${dest}: ${(0,units/* count */.U9)(skipped, 'device or named pipe', 'devices and named pipes')} of the image were left out`);
            }
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
    log.info(`Wrote ${dest}`);
}

// EXTERNAL MODULE: ./build/pipeline/solve-build.js + 3 modules
var solve_build = __webpack_require__(89297);
;// CONCATENATED MODULE: ./build/pipeline/remote-build.js
/** A build on a BuildKit of its own: on the first node that answers, with everything that the build may ask of us. */
var remote_build_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var remote_build_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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













/** Throws NoBuilder, BuildFailed, WrongPlatform, NoSession, ContextError, or the abort reason. */
async function buildRemotely(job, tools) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { log, signal } = tools;
        const open = remote_build_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const node = open.use(await openNode(job.order, tools));
        log.info(`Builder: ${describeNode(node)}`);
        job.onNode(describeNode(node));
        const odd = job.platforms.find((platform) => !canBuild(node, platform));
        if (odd !== undefined)
            log.warning(`${node.name} does not say that it can build for ${(0,registry_platform/* formatPlatform */.Bq)(odd)}: RUN will fail there unless it has an emulator`);
        const results = open.use(await openResults(job.wanted));
        const inputs = { ...job.inputs, platforms: job.platforms };
        const { client, reopen } = node;
        const epoch = (0,pipeline_epoch/* epochOf */.F)(job.request.buildArgs);
        const solving = await (0,solve_build.prepareSolve)({ client, reopen, inputs, epoch, exporters: results.exporters, results: results.methods }, job.sending.methods, log);
        const { buildArgs, target } = job.request;
        const bases = (0,base_images/* readBaseImages */.kc)(job.place.dockerfileText, buildArgs, target);
        const services = { ...job.services, sharedKey: job.sending.sharedKey };
        // Accounts that are limited to a repository are found by those of the tags as well.
        const known = { ...bases, all: [...bases.all, ...job.tags, ...job.inputs.pushByDigest] };
        const session = open.use(
        // With the tunnel there always is one, or an error.
        (await (0,build_session/* openBuildSession */.j)((headers) => Promise.resolve((0,tunnel.openTunnel)(client, headers, signal)), { bases: known, services, solving }, tools)));
        const { dockerfile, remote, body } = await job.sending.begin(true);
        const request = named({ ...job.request, dockerfile, remote }, { tags: job.tags.map(registry_reference/* formatReference */.FH), attributes: [] });
        const { named: file, fetched, context } = job.place;
        const { id: digest, summary } = await (0,follow_build/* followBuild */.c)(async () => solving.build(request, { session: session.id, body, signal }), {
            told: { request, dockerfile: file, fetched, annotate: tools.annotateWarnings },
            facts: {
                engine: undefined,
                bases,
                context: context && { directory: context.root, ignore: context.ignore },
                credentials: tools.credentials,
                log,
                signal,
            },
            session,
            sending: job.sending,
            receiving: results,
        });
        const built = await readBuilt(client, digest, signal);
        for (const platform of job.platforms)
            checkOne(platform, { built, summary, base: bases.ofTarget });
        const held = open.move();
        return {
            node,
            digest,
            built,
            summary,
            results,
            push: async (names, byDigest, pushSignal) => {
                const again = await job.sending.begin(true);
                return pushAgain(solving, { request, session, body: again.body, names, byDigest, signal: pushSignal });
            },
            [Symbol.asyncDispose]: () => held.disposeAsync(),
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = remote_build_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** The image under its names, with more attributes for the exporter. */
function named(request, { tags, attributes }) {
    const given = request.outputs?.[0]?.attributes ?? new Map();
    return { ...request, tags, outputs: [{ type: 'image', attributes: new Map([...given, ...attributes]) }] };
}
async function pushAgain(solving, { request, session, body, names, byDigest, signal }) {
    const attributes = [['push', 'true'], ...(byDigest ? [['push-by-digest', 'true']] : [])];
    let digest = '';
    for await (const event of solving.repeat(named(request, { tags: names, attributes }), {
        session: session.id,
        body,
        signal,
    })) {
        if (event.kind === 'image')
            digest = event.id;
    }
    return digest;
}
function checkOne(platform, { built, summary, base }) {
    const architecture = ({ image }) => image.architecture === platform.architecture && image.os === platform.os;
    const found = built.all.find(architecture) ?? built.all[0];
    if (found === undefined)
        throw new errors/* WrongPlatform */.vV('built image', (0,registry_platform/* formatPlatform */.Bq)(platform), 'nothing', 'Look at the log of the builder');
    (0,build_outcome/* checkBuiltPlatform */.w8)(platform, { image: found.image, summary }, base, 'buildkit');
}

// EXTERNAL MODULE: ./build/registry/image-index.js
var image_index = __webpack_require__(34801);
// EXTERNAL MODULE: ./build/registry/retry.js
var retry = __webpack_require__(67728);
// EXTERNAL MODULE: ./build/pipeline/annotations.js
var pipeline_annotations = __webpack_require__(12257);
// EXTERNAL MODULE: ./build/pipeline/classify.js
var classify = __webpack_require__(48385);
// EXTERNAL MODULE: ./build/pipeline/explain.js
var explain = __webpack_require__(59152);
// EXTERNAL MODULE: ./build/pipeline/place-manifest.js
var place_manifest = __webpack_require__(61356);
// EXTERNAL MODULE: ./build/pipeline/verify.js
var verify = __webpack_require__(70154);
;// CONCATENATED MODULE: ./build/pipeline/remote-publish.js











/** What failed is told in the outcome. Throws DigestMismatch and NotInRegistry for what one machine pushed. */
async function publishRemotely(builds, { tags, overwrite, annotations }, tools) {
    const { log, clock, signal } = tools;
    const [first, ...others] = builds;
    if (first === undefined)
        throw new TypeError('nothing was built');
    if (others.length === 0 && overwrite === 'always')
        return pushWhole(first, tags, tools);
    const manifest = others.length === 0 ? first.built.top : indexOver(builds, annotations);
    const bring = async (repository) => {
        try {
            await Promise.all(builds.map((build) => pushing(build, [(0,registry_reference/* formatReference */.FH)(repository)], true, tools)));
        }
        catch (error) {
            signal.throwIfAborted();
            const why = await (0,explain/* explainRegistry */.$c)(error, { reference: repository, action: 'push' }, tools.credentials);
            throw new Error(why, { cause: error });
        }
    };
    const client = await tools.client();
    const placed = await (0,place_manifest/* placeManifest */.x)({ manifest, bring, tags, untagged: [] }, { client, overwrite, log, clock, signal });
    const { digest, mediaType, bytes } = manifest;
    return { ...placed, digest, descriptor: { mediaType, digest, size: bytes.length } };
}
function indexOver(builds, annotations) {
    const children = (0,pipeline_annotations/* annotateChildren */.cG)(builds.flatMap(({ built }) => built.children), annotations);
    return (0,image_index/* assembleIndex */.H)(children, { annotations: (0,pipeline_annotations/* annotationsOf */.Ih)(annotations, 'index') });
}
async function pushWhole(build, tags, tools) {
    const ordered = [...tags.filter((tag) => !(0,place_manifest/* isMutable */.b)(tag)), ...tags.filter(place_manifest/* isMutable */.b)];
    let digest;
    try {
        digest = await pushing(build, ordered.map(registry_reference/* formatReference */.FH), false, tools);
    }
    catch (error) {
        const failed = await unpublished(ordered, error, tools);
        return { pushed: [], repositories: [], failed, digest: (0,registry_digest/* parseDigest */.m)(build.digest), descriptor: undefined };
    }
    for (const tag of ordered) {
        await (0,verify/* readBack */.e)(undefined, tag, digest, tools);
        tools.log.info(`Published ${(0,registry_reference/* formatFamiliar */.LF)(tag)}@${digest}`);
    }
    const { mediaType, bytes } = build.built.top;
    return {
        pushed: tags,
        repositories: (0,registry_reference/* uniqueRepositories */.Ay)(tags),
        failed: [],
        digest,
        descriptor: digest === build.digest ? { mediaType, digest, size: bytes.length } : undefined,
    };
}
/** Every build by digest, into every repository; gives what was pushed. Throws PublishFailed. */
async function publishByDigest(builds, repositories, tools) {
    const names = repositories.map(registry_reference/* formatReference */.FH);
    const pushed = await Promise.all(builds.map((build) => pushing(build, names, true, tools))).catch(async (error) => {
        throw new errors/* PublishFailed */.bH([], await unpublished(repositories, error, tools));
    });
    const all = pushed.flatMap((digest) => repositories.map(({ registry, path }) => ({ reference: { registry, path, digest }, digest })));
    for (const { reference, digest } of all)
        await (0,verify/* readBack */.e)(undefined, reference, digest, tools);
    return all;
}
/** By the node, which is asked again where that may help. Throws what the builder says. */
async function pushing(build, names, byDigest, { clock, random, log, signal }) {
    const pushed = await (0,retry/* retrying */.R$)(() => build.push(names, byDigest, signal), {
        what: `push from ${build.node.name}`,
        classify: (error) => (0,classify/* classifyTransfer */.S)(error, false),
        clock,
        random,
        log: (text) => log.info(text),
        signal,
    });
    return (0,registry_digest/* parseDigest */.m)(pushed);
}
/** The same reason for all. Throws the reason of the signal. */
async function unpublished(references, error, { credentials, signal }) {
    signal.throwIfAborted();
    const failed = references.map(async (reference) => ({
        reference: (0,registry_reference/* formatFamiliar */.LF)(reference),
        reason: await (0,explain/* explainRegistry */.$c)(error, { reference, action: 'push' }, credentials),
        cause: error,
    }));
    return Promise.all(failed);
}
/** What each platform is in the index over them; empty for the manifest of one image. */
function platformDigests(builds) {
    const images = builds.flatMap(({ built }) => built.children).filter((child) => (0,image_manifest/* attestedBy */.W_)(child) === undefined);
    if (images.length <= 1)
        return [];
    return images.flatMap((descriptor) => {
        const { platform, digest } = descriptor;
        return platform === undefined ? [] : [{ platform, descriptor, imageId: digest }];
    });
}

// EXTERNAL MODULE: ./build/pipeline/results.js
var results = __webpack_require__(21813);
// EXTERNAL MODULE: ./build/pipeline/room.js
var room = __webpack_require__(54756);
// EXTERNAL MODULE: ./build/pipeline/session-services.js + 3 modules
var session_services = __webpack_require__(33047);
// EXTERNAL MODULE: ./build/pipeline/side-by-side.js + 1 modules
var side_by_side = __webpack_require__(89119);
// EXTERNAL MODULE: ./build/pipeline/story.js
var pipeline_story = __webpack_require__(83154);
// EXTERNAL MODULE: ./build/pipeline/with-engine.js + 4 modules
var with_engine = __webpack_require__(76425);
;// CONCATENATED MODULE: ./build/pipeline/remote-run.js
var remote_run_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var remote_run_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * One run of the action on BuildKits of their own, with or without an engine here: build, look, push from there, write and
 * load what is asked for, verify, report. What an engine would do stands in run.ts.
 */






























/** What a BuildKit of its own counts as where an engine's facts are asked for. */
const FACTS = {
    product: 'docker',
    version: 'BuildKit',
    apiVersion: facts/* NEWEST_API */.W6,
    engineApiVersion: facts/* NEWEST_API */.W6,
    store: 'containerd',
    driver: '',
    hasBuildKit: true,
    experimental: false,
    os: 'linux',
    architecture: '',
    name: '',
    root: '',
    warnings: [],
};
/** Throws the first failure; what was found out before it has been told to `onResults`. */
async function runRemotely(inputs, tools) {
    const { log, signal } = tools;
    if (inputs.origin.call !== 'build')
        return checkRemotely(inputs, tools);
    const [first] = inputs.tags;
    const story = new pipeline_story/* Story */.g('build', first && (0,registry_reference/* formatFamiliar */.LF)(first));
    let outcome;
    const onOutcome = (made) => {
        outcome = made;
    };
    try {
        const telling = { ...tools, story, onOutcome };
        const needed = await withoutReuse(inputs, telling);
        if (needed !== undefined)
            await buildAndPublish(needed, telling);
    }
    catch (error) {
        story.fail(error);
        throw error;
    }
    finally {
        log.endGroup();
        const facts = signal.aborted ? undefined : story.end(outcome?.image(inputs.push));
        if (facts !== undefined)
            await tools.onSummary?.(facts);
        if (signal.aborted)
            tools.onResults(results/* NO_RESULTS */.j2);
    }
}
/** Asks the frontend of the first node that answers. */
async function checkRemotely(inputs, tools) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { checkDockerfile } = await __webpack_require__.e(/* import() */ 7011).then(__webpack_require__.bind(__webpack_require__, 19392));
        const { platform } = inputs.origin;
        const open = remote_run_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const asking = async () => {
            const node = open.use(await openNode(orderNodes(inputs.nodes, platform, repositoryOf(inputs)), tools));
            tools.log.info(`Builder: ${describeNode(node)}`);
            return {
                facts: FACTS,
                name: `BuildKit at ${node.name}`,
                connect: async (headers, signal) => (0,tunnel.openTunnel)(node.client, headers, signal),
                open: node.reopen,
            };
        };
        await checkDockerfile(asking(), inputs, tools);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = remote_run_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** Who builds something goes by it. */
function repositoryOf({ tags: [first] }) {
    return first === undefined ? '' : (0,registry_reference/* familiarRepository */.Yu)(first);
}
/** As in run.ts; what BuildKit is to push by digest is no different from what we would. */
async function withoutReuse(inputs, tools) {
    if (inputs.skip === undefined)
        return inputs;
    const { reuse } = await Promise.all(/* import() */[__webpack_require__.e(9996), __webpack_require__.e(6917), __webpack_require__.e(6273)]).then(__webpack_require__.bind(__webpack_require__, 16273));
    const { pushByDigest } = inputs.origin.control;
    const needed = await reuse({ ...inputs, untagged: pushByDigest }, { ...tools, opening: undefined });
    return needed && { ...needed, untagged: [] };
}
async function buildAndPublish(inputs, tools) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const { log, story } = tools;
        const { origin, push } = inputs;
        const request = planRemotely(origin);
        const api = (0,engine_api/* chooseApi */.w)(origin.control, 'daemon', 'buildkit');
        for (const notice of request.notices)
            log.notice(notice);
        for (const warning of [...request.warnings, ...api.warnings])
            log.warning(warning);
        const platforms = origin.platform === undefined ? origin.control.platforms : [origin.platform];
        const shares = shareOut(inputs.nodes, platforms, repositoryOf(inputs));
        (0,outputs.checkOutputs)(inputs.outputs, FACTS);
        if (shares.length > 1) {
            checkSeveral(inputs);
            (0,control_inputs/* warnOfReplacing */.bk)(api.inputs, log);
        }
        const place = remote_run_addDisposableResource(env_2, await openPlace(origin, { ...tools, workspace: inputs.workspace }), true);
        const services = remote_run_addDisposableResource(env_2, await (0,session_services/* openServices */.N)(origin, tools.startAgent), true);
        const open = remote_run_addDisposableResource(env_2, new AsyncDisposableStack(), true);
        const { pushByDigest } = origin.control;
        const pushing = {
            ...inputs,
            push: push || pushByDigest.length > 0,
            untagged: pushByDigest,
            engine: inputs.nodes.find(({ address }) => address.kind !== 'unix') ?? inputs.nodes[0],
        };
        const builds = await (0,look_ahead/* withPreflight */.y)(pushing, { isFromHere: shares.length > 1, tools }, (limited) => buildAll(shares, { inputs, plan: request, control: api.inputs, place, services, open }, { ...tools, signal: limited }));
        const [main] = builds;
        const { image, entries } = main.built;
        const obtained = { image, summary: main.summary };
        story.obtain(obtained);
        for (const { digest, built } of builds) {
            const platforms = platformsIn(built).map(registry_platform/* formatPlatform */.Bq);
            log.info(`Built ${digest} for ${platforms.join(', ')}, ${(0,units/* formatBytes */.z3)(built.image.size)}`);
        }
        await lookInto(builds, inputs, tools);
        const buildRef = `buildkit/${new URL(main.node.name).host || 'local'}/${(0,external_node_crypto_.randomBytes)(12).toString('hex')}`;
        const outcome = new pipeline_outcome/* Outcome */.P({ buildRef, obtained }, tools.onResults);
        tools.onOutcome(outcome);
        outcome.tell({
            steps: (0,pipeline_layers/* stepsOf */.B)(entries),
            ...(!push && builds.length === 1 && { digest: main.digest, descriptor: image.descriptor }),
        });
        await writeAndLoad(main, inputs, { ...tools, outcome });
        if (pushByDigest.length > 0) {
            story.begin('Push');
            tools.onPushing();
            const pushed = await publishByDigest(builds, pushByDigest, tools);
            const imageRefs = pushed.map(({ reference }) => (0,registry_reference/* formatFamiliar */.LF)(reference));
            outcome.tell({ imageRefs, repositories: pushByDigest, ...(builds.length === 1 && { digest: pushed[0]?.digest }) });
            for (const name of imageRefs)
                log.info(`Published ${name}`);
        }
        if (push)
            await pushTags(builds, { inputs, outcome }, tools);
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = remote_run_disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
/** Throws PublishFailed, when what was published has been told. */
async function pushTags(builds, { inputs, outcome }, tools) {
    const { log, story } = tools;
    const { tags } = inputs;
    story.begin('Push');
    tools.onPushing();
    log.group(`Push ${(0,units/* count */.U9)(tags.length, 'reference')} from ${builds.map(({ node }) => node.name).join(', ')}`);
    const { pushed, failed, repositories, digest, descriptor } = await publishRemotely(builds, inputs, tools);
    const imageRefs = pushed.map((reference) => (0,registry_reference/* formatFamiliar */.LF)({ ...reference, digest }));
    const names = { pushed: pushed.map(registry_reference/* formatFamiliar */.LF), failed: failed.map(({ reference }) => reference) };
    const platforms = platformDigests(builds);
    outcome.tell({ imageRefs, ...names, repositories, tags, platforms, ...(failed.length === 0 && { digest, descriptor }) });
    if (failed.length > 0)
        throw new errors/* PublishFailed */.bH(imageRefs, failed);
    log.endGroup();
}
/** On all machines at the same time. */
async function buildAll(shares, { inputs, plan, control, place, services, open }, tools) {
    const { origin, outputs, tags, loadInto } = inputs;
    const wanted = { outputs, load: loadInto !== undefined, names: tags.map(registry_reference/* formatReference */.FH), temp: tools.temp };
    const met = [];
    const onNode = (description) => {
        met.push(description);
        tools.story.meet(met.join('; '));
    };
    const build = async ({ platforms, order }, own) => {
        const sending = await (0,obtain_build/* sendContext */.c4)(place, undefined, { origin, plan }, own);
        const request = shares.length === 1 ? plan.request : annotatedFor(platforms, plan.request);
        const job = { order, platforms, request, place, sending, services, inputs: control, tags, wanted, onNode };
        return open.use(await buildRemotely(job, own));
    };
    const names = shares.map(({ platforms }) => platforms.map(registry_platform/* formatPlatform */.Bq).join(', '));
    tools.log.group(`Build with BuildKit${names[0] === '' ? '' : ` for ${names.join(', ')}`}`);
    const [first, ...others] = shares;
    const builds = others.length === 0
        ? [await build(first, tools)]
        : await (0,side_by_side/* sideBySide */.Q)(shares.map((share, at) => ({
            name: names[at] ?? '',
            run: ({ log, signal }) => build(share, { ...tools, log, signal }),
        })), tools);
    tools.log.endGroup();
    return builds;
}
async function openPlace(origin, tools) {
    return (await (0,open_context/* openHere */.Pw)(origin, tools)) ?? (await (0,open_remote.openRemote)(origin, { builder: 'buildkit', facts: FACTS }, tools));
}
/** Throws InvalidInput for what BuildKit would drop without a word. */
function planRemotely(origin) {
    const used = {
        memory: origin.memory,
        'memory-swap': origin.memorySwap,
        'cpu-shares': origin.cpuShares,
        'cpuset-cpus': origin.cpusetCpus,
        'cpu-period': origin.cpuPeriod,
        'cpu-quota': origin.cpuQuota,
        squash: origin.squash || undefined,
        'keep-containers': origin.keepContainers === 'never' ? undefined : true,
        'builder-version': origin.builderVersion === '1' ? true : undefined,
    };
    const odd = Object.keys(used).find((name) => used[name] !== undefined);
    if (odd !== undefined)
        throw new errors/* InvalidInput */.o9(odd, 'BuildKit of its own does not know it', 'leave it out, or leave builder out');
    // This one it knows, where an engine's does not.
    const plan = (0,pipeline_plan/* planBuild */.C)({ ...origin, cgroupParent: undefined }, FACTS, registry_reference/* formatReference */.FH);
    return { ...plan, request: { ...plan.request, cgroupParent: origin.cgroupParent } };
}
/** What one machine alone has to make. */
function checkSeveral({ outputs, loadInto, push, origin }) {
    const what = outputs.length > 0 ? 'outputs' : loadInto === undefined ? undefined : 'load';
    if (what !== undefined)
        throw new errors/* InvalidInput */.o9(what, 'the platforms are built on different machines, and no one of them has all', 'use one step for each platform');
    if (!push && origin.control.pushByDigest.length === 0)
        throw new errors/* InvalidInput */.o9('push', 'platforms that are built on different machines come together in a registry', 'set push: true');
}
/** Every image, searched for secrets before it gets a name anywhere (hardening S2). */
async function lookInto(builds, { push: toTags, tags, origin, leakGuard }, tools) {
    const { credentials, log, signal } = tools;
    const push = toTags || origin.control.pushByDigest.length > 0;
    if (push)
        await Promise.all(tags.map(({ registry, path }) => credentials.find({ registry, repository: path, action: 'push' })));
    const secrets = tools.secrets();
    if (secrets.length === 0)
        return;
    for (const { image, entries } of builds.flatMap(({ built }) => built.all))
        await (0,leak_guard.guardImage)(undefined, { obtained: { image }, entries }, { secrets, guard: leakGuard, added: origin.imageAttributes, push, log, signal });
}
async function writeAndLoad(build, inputs, tools) {
    const { outputs, loadInto, tags } = inputs;
    const { log, signal, outcome, story } = tools;
    if (outputs.length > 0) {
        story.begin('Write');
        log.group(`Write ${(0,units/* count */.U9)(outputs.length, 'output')}`);
        outcome.tell({ files: await build.results.save((0,results/* platformOf */.tj)(build.built.image), { log, signal }) });
        log.endGroup();
    }
    if (loadInto === undefined)
        return;
    story.begin('Load');
    const loading = async (opening) => {
        const { engine, ledger } = await opening;
        for (const tag of tags)
            await ledger.name((0,registry_reference/* formatFamiliar */.LF)(tag));
        for await (const event of (0,load/* load */.H)(engine, build.results.archive(), { signal })) {
            if (event.kind === 'loaded')
                log.info(`Loaded ${event.name}`);
            else if (event.kind === 'loaded-id')
                log.info(`Loaded ${event.id}`);
        }
    };
    await (0,with_engine/* withEngine */.f)(loadInto, tools, (opening) => (0,room/* withRoom */.E)(opening, inputs, tools, () => loading(opening)));
    outcome.tell({ tags });
}


/***/ }),

/***/ 89119:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ sideBySide)
});

;// CONCATENATED MODULE: ./build/report/platform-log.js
/** What is said of the context, which is the same for all. */
const ABOUT_ALL = /^(?:No context was named|Context: |Dockerfile: )/;
/** `said` is shared by all of them: what several would warn of alike is said once. Groups do not nest, so there are none. */
function prefixedLog(log, name, said) {
    const lines = (text) => text
        .split('\n')
        .map((line) => `${name}: ${line}`)
        .join('\n');
    const once = (say) => {
        return (text, place) => {
            if (said.has(text))
                return;
            said.add(text);
            say(text, place);
        };
    };
    return {
        info: (text) => {
            if (!ABOUT_ALL.test(text))
                log.info(lines(text));
            else if (!said.has(text))
                log.info(text);
            if (ABOUT_ALL.test(text))
                said.add(text);
        },
        untrusted: (label, text) => log.untrusted(`${name} ${label}`, text),
        group: (title) => log.info(lines(title)),
        endGroup: () => { },
        debug: (text) => log.debug(lines(text)),
        notice: once(log.notice),
        warning: once(log.warning),
        error: (text, place) => log.error(lines(text), place),
        drained: () => log.drained(),
    };
}

// EXTERNAL MODULE: ./build/pipeline/errors.js
var errors = __webpack_require__(59032);
;// CONCATENATED MODULE: ./build/pipeline/side-by-side.js


/** What came of each, in order. Throws the first failure, once all have ended, or the reason of the signal. */
async function sideBySide(works, { log, signal }) {
    const failing = new AbortController();
    const both = AbortSignal.any([signal, failing.signal]);
    const said = new Set();
    const settled = await Promise.allSettled(works.map(async ({ name, run }) => {
        try {
            return await run({ log: prefixedLog(log, name, said), signal: both });
        }
        catch (error) {
            if (!both.aborted) {
                log.info(`${name} failed, so the others are stopped`);
                failing.abort(namedAfter(name, error));
            }
            throw error;
        }
    }));
    signal.throwIfAborted();
    failing.signal.throwIfAborted();
    return settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}
/** The same error, which says of what it is. */
function namedAfter(name, error) {
    if (!(error instanceof Error) || error instanceof errors/* InvalidInput */.o9)
        return error;
    return Object.defineProperty(error, 'message', { value: `${name}: ${error.message}`, configurable: true });
}


/***/ }),

/***/ 88423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ describeUnstored)
/* harmony export */ });
/* harmony import */ var _engine_inspect_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69175);
/* harmony import */ var _engine_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19665);


function describeUnstored({ config, manifest, descriptor, id }) {
    const configDigest = (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(manifest, 'config')), 'digest'));
    const layers = (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .itemsOf */ .S3)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(manifest, 'layers')).map((layer) => (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .amountOf */ .MT)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(layer), 'size')) ?? 0);
    const image = {
        id: id ?? descriptor.digest,
        names: [],
        digests: [],
        created: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'created')) || undefined,
        author: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'author')),
        comment: '',
        os: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'os')),
        architecture: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'architecture')),
        variant: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'variant')),
        size: layers.reduce((sum, size) => sum + size, 0),
        config: readConfig((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'config'))),
        layers: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'rootfs')), 'diff_ids')),
        configDigest,
        descriptor,
        texts: ['config', 'author', 'comment'].flatMap((key) => (0,_engine_inspect_js__WEBPACK_IMPORTED_MODULE_0__/* .textsIn */ .Ej)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, key), [key === 'config' ? 'Config' : key])),
        manifests: [],
    };
    return { image, entries: readEntries(config, layers) };
}
function readConfig(config) {
    return {
        user: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'User')),
        env: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'Env')),
        command: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'Cmd')),
        entrypoint: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'Entrypoint')),
        workingDirectory: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'WorkingDir')),
        labels: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOf */ .A7)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'Labels')),
        ports: Object.keys((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'ExposedPorts'))),
        volumes: Object.keys((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'Volumes'))),
        stopSignal: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'StopSignal')),
    };
}
function readEntries(config, layers) {
    let at = 0;
    const entries = (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .itemsOf */ .S3)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(config, 'history')).map((item) => {
        const entry = (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asObject */ .eB)(item);
        const isEmpty = (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(entry, 'empty_layer') === true;
        const size = isEmpty ? 0 : (layers[at++] ?? 0);
        return {
            id: undefined,
            created: Math.floor(Date.parse((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(entry, 'created'))) / 1000) || 0,
            createdBy: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(entry, 'created_by')),
            size,
            comment: (0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)((0,_engine_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(entry, 'comment')),
            names: [],
        };
    });
    return entries.toReversed();
}


/***/ })

};
