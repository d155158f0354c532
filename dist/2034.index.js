export const id = 2034;
export const ids = [2034];
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

/***/ 49047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fileSyncMethods: () => (/* binding */ fileSyncMethods)
/* harmony export */ });
/* harmony import */ var _metadata_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89336);
/* harmony import */ var _packet_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3457);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29383);



/** Entries and small files go out joined to this many bytes; the connection takes them in one go. */
const BATCH = 64 * 1024;
/** Read and sent at once of a large file. BuildKit 0.8 ends the session for messages of 4 MiB. */
const CHUNK = 512 * 1024;
const NO_BYTES = new Uint8Array(0);
function fileSyncMethods(options) {
    const handle = async (call) => {
        const name = (0,_metadata_js__WEBPACK_IMPORTED_MODULE_2__/* .valuesOf */ .s)(call, 'dir-name')[0] ?? '';
        const directory = options.directories.get(name);
        if (directory === undefined)
            throw new _status_js__WEBPACK_IMPORTED_MODULE_1__/* .GrpcError */ .nz(_status_js__WEBPACK_IMPORTED_MODULE_1__/* .Code */ .Cy.notFound, `this session has no directory "${name}"`);
        const request = {
            include: (0,_metadata_js__WEBPACK_IMPORTED_MODULE_2__/* .valuesOf */ .s)(call, 'include-patterns'),
            exclude: (0,_metadata_js__WEBPACK_IMPORTED_MODULE_2__/* .valuesOf */ .s)(call, 'exclude-patterns'),
            follow: (0,_metadata_js__WEBPACK_IMPORTED_MODULE_2__/* .valuesOf */ .s)(call, 'followpaths'),
        };
        const sending = new Sending(call);
        options.onTransfer?.({ directory: name, request, listed: sending.listed, sent: sending.sent });
        try {
            await sending.run(directory, request);
        }
        catch (error) {
            if (call.signal.aborted || error instanceof _status_js__WEBPACK_IMPORTED_MODULE_1__/* .GrpcError */ .nz)
                throw error;
            options.onFailure?.(error);
            await sending.giveUp(error);
            throw error;
        }
    };
    return new Map([['/moby.filesync.v1.FileSync/DiffCopy', { kind: 'stream', handle }]]);
}
/** One call: the listing, the requests and the content all go on at the same time. */
class Sending {
    listed = { entries: 0, bytes: 0 };
    sent = { files: 0, bytes: 0 };
    #call;
    /** Ends the other parts when one has failed. */
    #over = new AbortController();
    #signal;
    /** Files that may be asked for, by id. */
    #files = new Map();
    #wanted = new Queue();
    constructor(call) {
        this.#call = call;
        this.#signal = AbortSignal.any([call.signal, this.#over.signal]);
    }
    async run(directory, request) {
        const parts = [this.#list(directory, request), this.#receive(), this.#answer()];
        try {
            await Promise.all(parts);
        }
        catch (error) {
            this.#over.abort(error);
            throw error;
        }
        await this.#call.send((0,_packet_js__WEBPACK_IMPORTED_MODULE_0__/* .encodePacket */ .Py)({ kind: 'finish' }));
    }
    /** Tells the builder, which then throws away what it has got by now. */
    async giveUp(error) {
        const text = error instanceof Error ? error.message : String(error);
        // Whether it arrives or not, the status of the call says the same.
        await this.#call.send((0,_packet_js__WEBPACK_IMPORTED_MODULE_0__/* .encodePacket */ .Py)({ kind: 'error', text })).catch(() => { });
    }
    async #list(directory, request) {
        const batch = new Batch(this.#call);
        let id = 0;
        for await (const entries of directory.list(request, this.#signal)) {
            for (const entry of entries) {
                this.#register(id++, entry);
                batch.add(packetOf(entry));
                if (batch.full)
                    await batch.send();
            }
            // Little as it may be: the builder compares while we look on.
            await batch.send();
        }
        batch.add((0,_packet_js__WEBPACK_IMPORTED_MODULE_0__/* .encodePacket */ .Py)({ kind: 'stat', stat: undefined }));
        await batch.send();
    }
    #register(id, entry) {
        this.listed.entries++;
        if (entry.kind !== 'file' || entry.target !== '')
            return;
        this.listed.bytes += entry.size;
        this.#files.set(id, entry);
    }
    async #receive() {
        for await (const message of this.#call.requests) {
            const packet = (0,_packet_js__WEBPACK_IMPORTED_MODULE_0__/* .decodePacket */ .JD)(message);
            if (packet.kind === 'request') {
                const entry = this.#files.get(packet.id);
                if (entry === undefined)
                    throw new _status_js__WEBPACK_IMPORTED_MODULE_1__/* .GrpcError */ .nz(_status_js__WEBPACK_IMPORTED_MODULE_1__/* .Code */ .Cy.internal, `there is no file ${packet.id} to be asked for`);
                this.#files.delete(packet.id);
                this.#wanted.push({ id: packet.id, entry });
            }
            else if (packet.kind === 'error') {
                throw new _status_js__WEBPACK_IMPORTED_MODULE_1__/* .GrpcError */ .nz(_status_js__WEBPACK_IMPORTED_MODULE_1__/* .Code */ .Cy.unknown, `the builder gave up: ${packet.text}`);
            }
            else if (packet.kind === 'finish') {
                this.#wanted.end();
                return;
            }
        }
        throw new _status_js__WEBPACK_IMPORTED_MODULE_1__/* .GrpcError */ .nz(_status_js__WEBPACK_IMPORTED_MODULE_1__/* .Code */ .Cy.internal, 'the builder went away in the middle of a transfer');
    }
    /** One file after the other: they share one stream, and with synchronous reading nothing is won by turns. */
    async #answer() {
        const batch = new Batch(this.#call);
        for (;;) {
            const next = this.#wanted.take();
            if (next !== undefined) {
                await this.#sendFile(next, batch);
            }
            else if (batch.empty) {
                if (!(await this.#wanted.filled(this.#signal)))
                    return;
            }
            else {
                await batch.send();
            }
        }
    }
    /** The end of a file goes out only when it is certain that all of it was what was listed. */
    async #sendFile({ id, entry }, batch) {
        const file = entry.open();
        try {
            while (file.left > 0) {
                const { packet, at } = (0,_packet_js__WEBPACK_IMPORTED_MODULE_0__/* .roomForData */ .vX)(id, Math.min(CHUNK, file.left));
                for (let end = at; end < packet.length;)
                    end += file.read(packet, end, packet.length - end);
                batch.add(packet);
                this.sent.bytes += packet.length - at;
                if (batch.full)
                    await batch.send();
                this.#signal.throwIfAborted();
            }
            file.finish();
        }
        finally {
            file.close();
        }
        batch.add((0,_packet_js__WEBPACK_IMPORTED_MODULE_0__/* .encodePacket */ .Py)({ kind: 'data', id, data: NO_BYTES }));
        this.sent.files++;
    }
}
function packetOf({ path, kind, mode, size, modified, target }) {
    const linked = kind === 'file' && target !== '';
    const stat = {
        path: Buffer.from(path),
        mode: (0,_packet_js__WEBPACK_IMPORTED_MODULE_0__/* .toGoMode */ .Ry)(kind, mode),
        size: linked ? 0 : size,
        modified,
        target: Buffer.from(target),
    };
    return (0,_packet_js__WEBPACK_IMPORTED_MODULE_0__/* .encodePacket */ .Py)({ kind: 'stat', stat });
}
/** Messages on their way out, joined: thousands of small ones would take longest by themselves. */
class Batch {
    #call;
    #messages = [];
    #length = 0;
    constructor(call) {
        this.#call = call;
    }
    get empty() {
        return this.#messages.length === 0;
    }
    get full() {
        return this.#length >= BATCH;
    }
    add(message) {
        this.#messages.push(message);
        this.#length += message.length;
    }
    async send() {
        if (this.empty)
            return;
        const messages = this.#messages;
        this.#messages = [];
        this.#length = 0;
        await this.#call.send(...messages);
    }
}
/** First in, first out, with an end. */
class Queue {
    #items = [];
    #first = 0;
    #ended = false;
    #wake = () => { };
    push(item) {
        this.#items.push(item);
        this.#wake();
    }
    end() {
        this.#ended = true;
        this.#wake();
    }
    take() {
        const item = this.#items[this.#first++];
        if (item === undefined || this.#first === this.#items.length) {
            this.#items = [];
            this.#first = 0;
        }
        return item;
    }
    /** Whether there is something to take; false when there never will be. Throws the signal's reason. */
    async filled(signal) {
        signal.throwIfAborted();
        if (this.#items.length > 0 || this.#ended)
            return this.#items.length > 0;
        const { promise, resolve } = Promise.withResolvers();
        this.#wake = resolve;
        signal.addEventListener('abort', this.#wake, { once: true });
        await promise;
        signal.removeEventListener('abort', this.#wake);
        signal.throwIfAborted();
        return this.#items.length > 0;
    }
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

/***/ 89336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ valuesOf)
/* harmony export */ });
/** All values of a field, in order, decoded. */
function valuesOf({ metadata }, name) {
    const values = metadata.filter(([key]) => key === name).map(([, value]) => value);
    const escaped = metadata.some(([key, value]) => key === `${name}-encoded` && value === '1');
    return values.map((value) => (escaped ? queryUnescape(value) : fromLatin1(value)));
}
/** Go's url.QueryUnescape; what is no escape stays as it is. */
function queryUnescape(value) {
    try {
        return decodeURIComponent(value.replaceAll('+', ' '));
    }
    catch {
        return value;
    }
}
function fromLatin1(value) {
    return /[\x80-\xff]/.test(value) ? Buffer.from(value, 'latin1').toString() : value;
}


/***/ }),

/***/ 92009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g2: () => (/* binding */ ContextParts),
  D4: () => (/* binding */ canShareRules)
});

// UNUSED EXPORTS: ListedEntry, isForIgnoreFile

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/context/content.js
var content = __webpack_require__(46577);
// EXTERNAL MODULE: ./build/context/dockerignore.js
var dockerignore = __webpack_require__(83068);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/context/pattern.js
var context_pattern = __webpack_require__(42862);
;// CONCATENATED MODULE: ./build/context/follow.js
/**
 * Paths of a Dockerfile's COPY and ADD, resolved to what must travel for them: the paths themselves, and what they lead
 * to where a part of them is a symbolic link. Links are resolved inside the root, as if it were `/`, because so does the
 * builder (tonistiigi/fsutil followlinks.go); nothing outside of it is ever looked at.
 */



/** Links gone through for one path; more is a loop. The kernel stops at 40 of them. */
const MOST_LINKS = 255;
/**
 * Undefined when one of the paths is the root: then everything is wanted. `paths` may hold wildcards. The directory before
 * a wildcard is wanted even when nothing in it matches: builders take that for nothing to copy, and a missing one for an
 * error.
 */
function followPaths(root, paths) {
    const found = new Map();
    const alone = new Set();
    for (const path of paths) {
        const clean = external_node_path_.posix.normalize(`/${path}`).replace(/^\/|\/$/g, '');
        if (clean === '')
            return undefined;
        const follower = new Follower(root, found, alone);
        follower.follow('', clean.split('/'), { links: 0, isLiteral: true });
        if (follower.reachedRoot)
            return undefined;
        // Also one that no link is part of: what it names may come and go, its links are looked up once.
        const pattern = patternOf(clean);
        found.set(`${pattern.kind}:${pattern.text}`, pattern);
    }
    return { patterns: [...found.values()], alone };
}
class Follower {
    reachedRoot = false;
    #root;
    #found;
    #alone;
    #seen = new Set();
    constructor(root, found, alone) {
        this.#root = root;
        this.#found = found;
        this.#alone = alone;
    }
    /** `directory` has no links in it any more. */
    follow(directory, rest, way) {
        const [part, ...further] = rest;
        if (part === undefined) {
            this.#add(directory, way);
            return;
        }
        if (!hasWildcards(part)) {
            this.#step(join(directory, unescaped(part)), further, way);
            return;
        }
        if (directory !== '' && way.isLiteral)
            this.#alone.add(directory);
        const pattern = patternOf(part);
        // Without links below there is nothing to find: the whole path is a pattern already.
        for (const name of this.#names(directory)) {
            if ((0,context_pattern/* matches */.cK)(pattern, name))
                this.#step(join(directory, name), further, { ...way, isLiteral: false });
        }
    }
    #step(path, rest, way) {
        const key = `${path}\0${rest.join('/')}`;
        if (this.#seen.has(key) || way.links > MOST_LINKS)
            return;
        this.#seen.add(key);
        const target = this.#target(path);
        if (target === undefined) {
            this.follow(path, rest, way);
            return;
        }
        const linked = { ...way, links: way.links + 1 };
        // The link travels as well, under its own name.
        this.#add(path, linked);
        const parts = external_node_path_.posix
            .join('/', target.startsWith('/') ? '' : external_node_path_.posix.dirname(path), target)
            .split('/')
            .filter((part) => part !== '');
        this.follow('', [...parts.map(escaped), ...rest], linked);
    }
    #add(path, { links }) {
        if (path === '')
            this.reachedRoot = true;
        // A path that came without a link is a pattern already, and a wildcard can match thousands.
        else if (links > 0)
            this.#found.set(`exact:${path}`, (0,context_pattern/* exactly */.pV)(path, false));
    }
    /** Undefined for what is no link, or is not there. */
    #target(path) {
        const full = `${this.#root}/${path}`;
        try {
            return (0,external_node_fs_.lstatSync)(full).isSymbolicLink() ? (0,external_node_fs_.readlinkSync)(full) : undefined;
        }
        catch {
            // What is wrong there, the walk will tell.
            return undefined;
        }
    }
    #names(directory) {
        try {
            return (0,external_node_fs_.readdirSync)(directory === '' ? this.#root : `${this.#root}/${directory}`);
        }
        catch {
            return [];
        }
    }
}
function join(directory, name) {
    return directory === '' ? name : `${directory}/${name}`;
}
/** The builder matches with Go's filepath.Match; what that cannot read names a file of just this name. */
function patternOf(text) {
    try {
        return (0,context_pattern/* compilePattern */.Eb)(text, false);
    }
    catch (error) {
        if (error instanceof context_pattern/* BadPattern */.wO)
            return (0,context_pattern/* exactly */.pV)(text, false);
        throw error;
    }
}
function hasWildcards(text) {
    return /[*?[]/.test(text.replace(/\\./gs, ''));
}
function unescaped(text) {
    return text.replace(/\\(.)/gs, '$1');
}
function escaped(text) {
    return text.replace(/[\\*?[\]]/g, '\\$&');
}

// EXTERNAL MODULE: ./build/context/header.js
var header = __webpack_require__(28283);
// EXTERNAL MODULE: ./build/context/walk.js + 3 modules
var walk = __webpack_require__(42625);
;// CONCATENATED MODULE: ./build/context/on-demand.js
/**
 * A context as a builder asks for it, part by part: the walk under the same rules as for the tar, with what it gives in
 * the terms of a file transfer. Nothing is listed before it is asked for.
 */






const IGNORE_FILE = '.dockerignore';
/**
 * Builders send every pattern back as a header field, and Node's HTTP/2 ends the whole session for a header block past
 * some 140 kB. In bytes as they are sent, without names.
 */
const MOST_PATTERN_BYTES = 64 * 1024;
/**
 * Whether a builder can be given the ignore file to read. We hold to the rules either way; from a builder that knows
 * them only comes a better word for a COPY of what they exclude.
 */
function canShareRules({ patterns }) {
    const texts = patterns.map(({ text, exception }) => (exception ? `!${text}` : text));
    // With one that is not ASCII, all come escaped.
    const plain = texts.every((text) => /^[\x20-\x7e]*$/.test(text));
    const bytes = texts.reduce((sum, text) => sum + (plain ? text : encodeURIComponent(text.toWellFormed())).length, 0);
    return bytes <= MOST_PATTERN_BYTES;
}
/** The context directory. Its listings and its files throw ContextError. */
class ContextParts {
    #options;
    /** The next request for the ignore file alone is left empty, as it is the builder's, to read it. */
    #isWithheld;
    constructor(options) {
        this.#options = options;
        this.#isWithheld = !canShareRules(options.ignore);
    }
    /** Throws ContextError as `walkContext`, or the signal's reason. */
    async *list(request, signal) {
        const { root, ignore, maxEntries, onWarning } = this.#options;
        // Our own rules hold, not the builder's copy of them, so that every way to send a context sends the same. Only the
        // ignore file itself, which the builder reads first, comes through them.
        const isForIt = isForIgnoreFile(request);
        if (isForIt && this.#isWithheld) {
            this.#isWithheld = false;
            return;
        }
        const keep = isForIt && ignore.file === (0,external_node_path_.join)(root, IGNORE_FILE) ? [IGNORE_FILE] : [];
        const firstNames = new Map();
        const walking = (0,walk/* walkInBatches */.F)(root, { ignore, keep, wanted: wantedBy(root, request), maxEntries, signal });
        for (;;) {
            const { value, done } = await walking.next();
            if (done === true) {
                for (const warning of value.warnings)
                    onWarning?.(warning);
                return;
            }
            yield value.map((entry) => new ListedEntry(root, entry, firstNames));
        }
    }
}
/** Whether the builder only wants to read the ignore file. */
function isForIgnoreFile({ include, exclude, follow }) {
    return include.length === 0 && exclude.length === 0 && follow.length === 1 && follow[0] === IGNORE_FILE;
}
function wantedBy(root, { include, follow }) {
    if (include.length === 0 && follow.length === 0)
        return undefined;
    const followed = followPaths(root, follow);
    return followed && { ...followed, patterns: [...(0,dockerignore/* parsePatterns */.Z7)(include), ...followed.patterns] };
}
class ListedEntry {
    path;
    kind;
    mode;
    size;
    /** Nanoseconds since 1970. */
    modified;
    /** Of a symbolic link; of a further name of a file the first. Else ''. */
    target;
    #root;
    #entry;
    /** `firstNames` of files with several, by inode; the entry adds its own. */
    constructor(root, entry, firstNames) {
        this.#root = root;
        this.#entry = entry;
        this.path = entry.path;
        this.kind = entry.kind;
        this.mode = entry.mode;
        this.target = entry.kind === 'symlink' ? entry.target : firstNameOf(entry, firstNames);
        this.size = entry.kind === 'file' ? entry.size : entry.kind === 'symlink' ? Buffer.byteLength(entry.target) : 0;
        this.modified = timeOf(entry);
    }
    /** Opens the file, without following a link in its place. Throws ContextError. */
    open() {
        if (this.#entry.kind !== 'file')
            throw new TypeError(`${this.path} is a ${this.kind} and has no content`);
        return new content/* Content */.UC(this.#root, this.#entry);
    }
}
function firstNameOf(entry, firstNames) {
    if (entry.kind !== 'file' || entry.inode === undefined)
        return '';
    const first = firstNames.get(entry.inode);
    if (first === undefined)
        firstNames.set(entry.inode, entry.path);
    return first ?? '';
}
const BILLION = 1_000_000_000;
/**
 * The second of the last write, as in a tar, and in place of its nanoseconds a number made of the time of the last change
 * of any kind: the builder takes a file with the size and the time of the one it has for the same, and some programs
 * write new content and set an old time. No program can set the time of change.
 */
function timeOf({ mtimeMs, ctimeMs }) {
    const seconds = Math.min(Math.max(Math.floor(mtimeMs / 1000), 0), header/* LAST_SECOND */.yl);
    const changed = Math.floor(ctimeMs / 1000);
    const nanoseconds = Math.round((ctimeMs - changed * 1000) * 1_000_000);
    // The second as well: some file systems keep no more than that.
    const mark = (nanoseconds + (changed % 100_000) * 9_973) % BILLION;
    return BigInt(seconds) * 1000000000n + BigInt(mark);
}


/***/ }),

/***/ 62034:
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
        exporters: [...beyond.exporters, imageExporter(request)],
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
    const names = tags.length > 0 ? [['name', tags.join(',')]] : [];
    return { type: output?.type ?? 'moby', attributes: new Map([...(output?.attributes ?? []), ...names]) };
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
// EXTERNAL MODULE: ./build/buildkit/definition.js
var definition = __webpack_require__(79420);
// EXTERNAL MODULE: ./build/buildkit/gateway.js
var gateway = __webpack_require__(1431);
;// CONCATENATED MODULE: ./build/pipeline/input-contexts.js



/** Values of `context:<name>`, and what they lead to. The frontend's own way does not unpack, and fails on Docker 28. */
function downloadsOf(contexts) {
    const downloads = contexts.flatMap(({ name, source }, at) => source.kind === 'url' ? [{ name, key: `download-${at}`, url: source.url }] : []);
    return {
        contexts: new Map(downloads.map(({ name, key }) => [name, `input:${key}`])),
        inputs: new Map(downloads.map(({ name, key, url }) => [key, (0,definition/* encodeDownload */.D)(url, `[context ${name}] ${url.href}`)])),
    };
}
function targetsIn(contexts) {
    return contexts.flatMap(({ name, source }) => (source.kind === 'target' ? [{ name, stage: source.stage }] : []));
}
/**
 * The same request with the targets as inputs of it (moby/buildkit frontend/dockerui/namedcontext.go). They are built with
 * all its other contexts, and do not see each other. Throws InvalidInput for an empty
 * stage, RpcError, ConnectionLost.
 */
async function withTargets(client, request, targets, options) {
    if (targets.length === 0)
        return request;
    const { attributes } = request;
    const platforms = attributes.get('platform')?.split(',') ?? [undefined];
    const asked = targets.flatMap((target) => platforms.map((platform) => ({ ...target, platform })));
    const answers = await Promise.all(asked.map(async ({ name, stage, platform }, at) => {
        const question = { ...request, attributes: questionOf(attributes, stage, platform), onTrace: () => { } };
        const { definition, metadata } = await (0,gateway/* askFrontend */.wm)(client, question, options);
        if (definition === undefined)
            throw new pipeline_errors.InvalidInput('build-contexts', `${name}: the stage ${stage} is empty`, 'name one with files in it');
        const config = metadata.get('containerimage.config');
        return {
            key: `target-${at}`,
            name: platforms.length > 1 ? `${name}::${platform}` : name,
            definition,
            config: config && JSON.stringify({ 'containerimage.config': Buffer.from(config).toString('base64') }),
        };
    }));
    return {
        ...request,
        attributes: new Map([
            ...attributes,
            ['frontend.caps', 'moby.buildkit.frontend.contexts+forward'],
            ...answers.map(({ key, name }) => [`context:${name}`, `input:${key}`]),
            ...answers.flatMap(({ key, config }) => (config === undefined ? [] : [[`input-metadata:${key}`, config]])),
        ]),
        inputs: new Map([...request.inputs, ...answers.map(({ key, definition }) => [key, definition])]),
    };
}
/** One image without what is said of it: several would come as a map, and are asked for one by one. */
function questionOf(attributes, stage, platform) {
    const kept = [...attributes].filter(([name]) => !name.startsWith('attest:') && name !== 'build-arg:BUILDKIT_MULTI_PLATFORM');
    return new Map([...kept, ['target', stage], ...(platform === undefined ? [] : [['platform', platform]])]);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/buildkit/blob-directory.js
/**
 * Blobs in a directory of the form of an OCI image layout (image-spec "OCI Image Layout Specification"): what local
 * caches and `oci-layout` contexts are. A blob stands under its name only once its bytes were seen to have that digest
 * (hardening E7).
 */



/** A digest, or an index, that is none. */
class InvalidLayout extends Error {
    name = 'InvalidLayout';
}
const TAG = 'org.opencontainers.image.ref.name';
class BlobDirectory {
    path;
    constructor(path) {
        this.path = path;
    }
    /** Bytes; undefined when it is not here. Throws InvalidLayout for a text that is no digest. */
    async size(digest) {
        return (await (0,promises_.stat)(this.#file(digest)).catch(() => undefined))?.size;
    }
    /** Throws when it is not here. */
    open(digest) {
        return (0,promises_.open)(this.#file(digest), 'r');
    }
    /** A blob in the making. */
    async create() {
        const ingest = (0,external_node_path_.join)(this.path, 'ingest');
        await (0,promises_.mkdir)(ingest, { recursive: true });
        const file = (0,external_node_path_.join)(ingest, (0,external_node_crypto_.randomBytes)(16).toString('hex'));
        return new NewBlob(await (0,promises_.open)(file, 'wx'), file, (digest) => this.#file(digest));
    }
    /**
     * What the index has under a tag or a digest, or the only thing it has when neither is asked for; undefined when there is
     * no such thing, or no index. Throws InvalidLayout.
     */
    async find(image) {
        const manifests = await this.#manifests();
        const named = manifests.filter(({ digest, tag }) => image === undefined || image === digest || image === tag);
        return image === undefined && named.length > 1 ? undefined : named[0];
    }
    /** Puts a descriptor under a tag into the index; what had it before loses it. */
    async tag(descriptor, tag) {
        const others = (await this.#manifests()).filter((known) => known.tag !== tag);
        const manifests = [...others, { ...descriptor, tag }].map(({ mediaType, digest, size, tag: name }) => ({
            mediaType,
            digest,
            size,
            ...(name !== undefined && { annotations: { [TAG]: name } }),
        }));
        await this.#replace('index.json', { schemaVersion: 2, manifests });
        await this.#replace('oci-layout', { imageLayoutVersion: '1.0.0' });
    }
    async #manifests() {
        const text = await (0,promises_.readFile)((0,external_node_path_.join)(this.path, 'index.json'), 'utf8').catch(() => undefined);
        if (text === undefined)
            return [];
        try {
            const { manifests } = JSON.parse(text);
            return manifests.map(({ mediaType, digest, size, annotations }) => ({
                mediaType: String(mediaType),
                digest: checked(digest),
                size: Number(size),
                tag: annotations?.[TAG],
            }));
        }
        catch (error) {
            throw new InvalidLayout(`${(0,external_node_path_.join)(this.path, 'index.json')} is no index: ${error.message}`);
        }
    }
    async #replace(name, value) {
        const file = (0,external_node_path_.join)(this.path, `${name}.${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`);
        await (0,promises_.writeFile)(file, JSON.stringify(value), { flag: 'wx' });
        await (0,promises_.rename)(file, (0,external_node_path_.join)(this.path, name));
    }
    #file(digest) {
        return (0,external_node_path_.join)(this.path, 'blobs', 'sha256', checked(digest).slice('sha256:'.length));
    }
}
/** It becomes the name of a file, so nothing else may pass. */
function checked(digest) {
    if (/^sha256:[0-9a-f]{64}$/.test(digest))
        return digest;
    throw new InvalidLayout(`"${String(digest).slice(0, 100)}" is not a digest of sha256`);
}
/** Written from start to end, then kept or thrown away. */
class NewBlob {
    #handle;
    #path;
    #place;
    #hash = (0,external_node_crypto_.createHash)('sha256');
    #size = 0;
    constructor(handle, path, place) {
        this.#handle = handle;
        this.#path = path;
        this.#place = place;
    }
    get size() {
        return this.#size;
    }
    async write(bytes) {
        this.#hash.update(bytes);
        await this.#handle.writeFile(bytes);
        this.#size += bytes.length;
    }
    /** Gives the digest. Throws InvalidLayout when another one was expected; then nothing is kept. */
    async keep(expected) {
        const digest = `sha256:${this.#hash.digest('hex')}`;
        if (expected !== '' && expected !== digest) {
            await this.drop();
            throw new InvalidLayout(`a blob that should be ${expected} is ${digest}`);
        }
        await this.#handle.close();
        const place = this.#place(digest);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(place), { recursive: true });
        await (0,promises_.rename)(this.#path, place);
        return digest;
    }
    async drop() {
        await this.#handle.close().catch(() => { });
        await (0,promises_.rm)(this.#path, { force: true });
    }
}

// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/wire/binary-encoding.js + 3 modules
var binary_encoding = __webpack_require__(59799);
// EXTERNAL MODULE: ./build/buildkit/wire.js
var wire = __webpack_require__(89504);
;// CONCATENATED MODULE: ./build/buildkit/content.js
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
 * `containerd.services.content.v1.Content`: the builder reads blobs from directories of ours, and writes into them
 * (containerd api/services/content/v1; moby/buildkit session/content). Only what it calls is served. Which directory is
 * meant says a field of the call.
 */





const SERVICE = '/containerd.services.content.v1.Content';
const STORE = 'buildkit-attachable-store-id';
/** Bytes of one answer. */
const PIECE = 512 * 1024;
/** Stores by the names that the builder asks for, such as `local:<dest of the cache>` and `oci:<name of a context>`. */
function contentMethods(stores) {
    const storeOf = ({ metadata }) => {
        const name = metadata.find(([key]) => key === STORE)?.[1] ?? '';
        const store = stores.get(name);
        if (store === undefined)
            throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.notFound, `this session has no store "${name}"`);
        return store;
    };
    return new Map([
        [`${SERVICE}/Info`, { kind: 'unary', handle: (request, call) => info(storeOf(call), request) }],
        [`${SERVICE}/Read`, { kind: 'stream', handle: (call) => read(storeOf(call), call) }],
        // Nothing that was begun is ever gone on with.
        [`${SERVICE}/Status`, { kind: 'unary', handle: () => notFound('there is no write under way') }],
        [`${SERVICE}/Write`, { kind: 'stream', handle: (call) => write(storeOf(call), call) }],
    ]);
}
/** InfoRequest: digest = 1. InfoResponse: info = 1 {digest = 1, size = 2}. */
async function info(store, request) {
    const { digest } = decodeRead(request);
    const size = await sizeOf(store, digest);
    return (0,encode/* encodeMessage */.m)([1, (0,encode/* encodeMessage */.m)([1, digest], [2, BigInt(size)])]);
}
/** ReadContentResponse: offset = 1, data = 2. The builder may ask beyond the end. */
async function read(store, call) {
    for await (const request of call.requests) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const { digest, offset, size } = decodeRead(request);
            const end = size > 0 ? Math.min(offset + size, await sizeOf(store, digest)) : await sizeOf(store, digest);
            const file = __addDisposableResource(env_1, await store.open(digest), true);
            const piece = Buffer.alloc(PIECE);
            for (let at = offset; at < end;) {
                const { bytesRead } = await file.read(piece, 0, Math.min(PIECE, end - at), at);
                if (bytesRead === 0)
                    throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.unknown, `the blob ${digest} became shorter`);
                await call.send((0,encode/* encodeMessage */.m)([1, BigInt(at)], [2, piece.subarray(0, bytesRead)]));
                at += bytesRead;
            }
            return;
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
}
async function sizeOf(store, digest) {
    return told(async () => (await store.size(digest)) ?? notFound(`there is no blob ${digest}`));
}
function notFound(message) {
    throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.notFound, message);
}
/** What the other side got wrong is its fault and no failure of ours. */
async function told(work) {
    try {
        return await work();
    }
    catch (error) {
        if (error instanceof InvalidLayout)
            throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.invalidArgument, error.message, { cause: error });
        throw error;
    }
}
/** ReadContentRequest: digest = 1, offset = 2, size = 3. */
function decodeRead(request) {
    const reader = new binary_encoding/* BinaryReader */.V5(request);
    let digest = '';
    let offset = 0;
    let size = 0;
    (0,wire/* readFields */.qU)(reader, reader.len, (tag) => {
        if (tag === 0o12)
            digest = reader.string();
        else if (tag === 0o20)
            offset = Number(reader.int64());
        else if (tag === 0o30)
            size = Number(reader.int64());
        else
            return false;
        return true;
    });
    return { digest, offset, size };
}
const ACTION = { stat: 0n, write: 1n, commit: 2n };
/** Asked for the state, for bytes to be taken, and to keep them; each is answered with how far it got. */
async function write(store, call) {
    let blob;
    try {
        for await (const message of call.requests) {
            const { action, expected, data } = decodeWrite(message);
            if (expected !== '' && (await told(() => store.size(expected))) !== undefined)
                throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.alreadyExists, `the blob ${expected} is here`);
            blob ??= await store.create();
            if (data.length > 0)
                await blob.write(data);
            if (action !== ACTION.commit) {
                await call.send((0,encode/* encodeMessage */.m)([1, action], [4, BigInt(blob.size)]));
                continue;
            }
            const { size } = blob;
            const digest = await told(() => blob.keep(expected));
            blob = undefined;
            await call.send((0,encode/* encodeMessage */.m)([1, action], [4, BigInt(size)], [5, BigInt(size)], [6, digest]));
        }
    }
    finally {
        await blob?.drop();
    }
}
/** WriteContentRequest: action = 1, expected = 4, data = 6. The answer: action = 1, offset = 4, total = 5, digest = 6. */
function decodeWrite(message) {
    const reader = new binary_encoding/* BinaryReader */.V5(message);
    let action = ACTION.stat;
    let expected = '';
    let data = new Uint8Array(0);
    (0,wire/* readFields */.qU)(reader, reader.len, (tag) => {
        if (tag === 0o10)
            action = BigInt(reader.int32());
        else if (tag === 0o42)
            expected = reader.string();
        else if (tag === 0o62)
            data = reader.bytes();
        else
            return false;
        return true;
    });
    return { action, expected, data };
}

;// CONCATENATED MODULE: ./build/pipeline/local-stores.js
/**
 * Directories that a build reads blobs from, or writes them into, through the session: caches of type local and contexts
 * that are OCI layouts, each under a name that says nothing of this machine.
 */




/** Throws InvalidInput for a layout without the image that it is named for. */
async function openStores({ cacheFrom, cacheTo, contexts }, log) {
    const stores = new Map();
    const written = [];
    const readable = await Promise.all(cacheFrom.map((cache, at) => openSource(cache, `from-${at}`, stores, log)));
    const writable = cacheTo.map((cache, at) => {
        if (cache.type !== 'local')
            return cache;
        const store = new BlobDirectory(cache.attributes.get('dest') ?? '');
        stores.set(`local:to-${at}`, store);
        written.push({ store, tag: cache.attributes.get('tag') ?? LATEST });
        return { ...cache, attributes: new Map([...cache.attributes, ['dest', `to-${at}`]]) };
    });
    const named = await Promise.all(contexts.map((context, at) => openContext(context, `layout${at}`, stores)));
    return {
        methods: stores.size === 0 ? new Map() : contentMethods(stores),
        cacheFrom: readable.filter((cache) => cache !== undefined),
        cacheTo: writable,
        contexts: new Map(named.filter((entry) => entry !== undefined)),
        finish: async (response) => {
            const manifest = response.get('cache.manifest');
            if (manifest === undefined)
                return;
            const fields = JSON.parse(manifest);
            const text = (0,json/* mapOf */.A7)(fields);
            const size = Number(fields.size);
            const descriptor = { mediaType: (0,json/* textOf */.b6)(text.get('mediaType')), digest: (0,json/* textOf */.b6)(text.get('digest')), size };
            for (const { store, tag } of written)
                await store.tag(descriptor, tag);
        },
    };
}
const LATEST = 'latest';
/** A cache that is not there yet is no fault: the first run of a job has none. */
async function openSource(cache, name, stores, log) {
    if (cache.type !== 'local')
        return cache;
    const { attributes } = cache;
    const path = attributes.get('src') ?? '';
    const store = new BlobDirectory(path);
    const wanted = attributes.get('digest') ?? attributes.get('tag') ?? LATEST;
    try {
        const digest = attributes.get('digest') ?? (await store.find(wanted))?.digest;
        if (digest !== undefined && (await store.size(digest)) !== undefined) {
            stores.set(`local:${name}`, store);
            return { ...cache, attributes: new Map([...attributes, ['src', name], ['digest', digest]]) };
        }
        log.info(`No cache in ${path} (${wanted}) yet`);
    }
    catch (error) {
        if (!(error instanceof InvalidLayout))
            throw error;
        log.warning(`input cache-from: ${path} is not used: ${error.message}`);
    }
    return undefined;
}
async function openContext({ name, source }, store, stores) {
    if (source.kind === 'remote')
        return [name, source.url];
    if (source.kind !== 'layout')
        return undefined;
    const directory = new BlobDirectory(source.path);
    const found = await find(name, directory, source.image);
    stores.set(`oci:${store}`, directory);
    return [name, `oci-layout://${store}@${found}`];
}
async function find(name, directory, image) {
    let digest;
    try {
        digest = (await directory.find(image))?.digest;
    }
    catch (error) {
        if (error instanceof InvalidLayout)
            throw new pipeline_errors.InvalidInput('build-contexts', `${name}: ${error.message}`);
        throw error;
    }
    if (digest !== undefined)
        return digest;
    const what = image === undefined ? 'several images, or none' : `no image ${image}`;
    throw new pipeline_errors.InvalidInput('build-contexts', `${name}: the OCI layout ${directory.path} has ${what}`, 'name one of its index.json, as oci-layout://path:tag or oci-layout://path@digest');
}

// EXTERNAL MODULE: ./build/buildkit/file-sync.js
var file_sync = __webpack_require__(49047);
// EXTERNAL MODULE: ./build/buildkit/metadata.js
var metadata = __webpack_require__(89336);
// EXTERNAL MODULE: ./build/context/dockerfile.js
var dockerfile = __webpack_require__(46828);
// EXTERNAL MODULE: ./build/context/dockerignore.js
var dockerignore = __webpack_require__(83068);
// EXTERNAL MODULE: ./build/context/on-demand.js + 1 modules
var on_demand = __webpack_require__(92009);
;// CONCATENATED MODULE: ./build/pipeline/named-directories.js
/** Directories beside the context that the Dockerfile takes files from, shared by the session under names of their own. */





/** Throws ContextError for a directory that cannot be read. */
async function shareNamed(contexts, files) {
    const warnings = new Set();
    const failures = [];
    const shared = await Promise.all(contexts.flatMap(({ name, source }, at) => source.kind === 'directory' ? [share(name, `named-${at}`, source.path, (warning) => warnings.add(warning))] : []));
    const directories = new Map(shared.map(({ key, directory }) => [key, directory]));
    const own = (0,file_sync.fileSyncMethods)({ directories, onFailure: (error) => failures.push(error) });
    return {
        methods: directories.size === 0 ? new Map() : joined(own, files, directories),
        contexts: new Map(shared.map(({ name, key }) => [name, `local:${key}`])),
        warnings: () => warnings,
        failure: () => failures[0],
    };
}
async function share(name, key, path, onWarning) {
    const root = (0,dockerfile/* resolveContext */.wK)(path);
    const ignore = (0,dockerignore/* readIgnoreFile */.rj)(root, undefined);
    return { name, key, directory: new on_demand/* ContextParts */.g2({ root, ignore, onWarning }) };
}
/** One service for all, which looks at the name that is asked for. */
function joined(own, others, directories) {
    return new Map([...own].map(([path, method]) => [path, choosing(method, others.get(path) ?? method, directories)]));
}
function choosing(own, other, directories) {
    if (own.kind !== 'stream' || other.kind !== 'stream')
        return own;
    const of = (call) => (directories.has((0,metadata/* valuesOf */.s)(call, 'dir-name')[0] ?? '') ? own : other);
    return { kind: 'stream', handle: (call) => of(call).handle(call) };
}

;// CONCATENATED MODULE: ./build/pipeline/solve-build.js
var solve_build_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var solve_build_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
async function prepareSolve({ client, reopen, inputs, exporters = [], results = new Map() }, files, log) {
    const upload = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    const stores = await openStores(inputs, log);
    const named = await shareNamed(inputs.contexts, files);
    const targets = targetsIn(inputs.contexts);
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
            for await (const event of solve(client, await withTargets(client, described, targets, { signal }), signal)) {
                if (event.kind === 'trace') {
                    if (!request.quiet)
                        yield event;
                    else if (held.length < MOST_HELD)
                        held.push(event);
                }
                else {
                    if (beyond.cacheTo.length > 0)
                        await stores.finish(event.response);
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
    const beyond = { ...beyondOf(inputs, stores, named.contexts), exporters };
    return {
        client,
        methods: new Map([...files, ...named.methods, ...stores.methods, ...uploadMethods(upload, () => tar), ...results]),
        neededFor: ['the Control API'],
        build: (request, options) => run(beyond, request, options),
        repeat: (request, options) => run({ ...beyond, cacheTo: [], noCacheFilters: [], exporters: [] }, { ...request, noCache: false }, options),
    };
}
/** The frontend would read the tar, which comes once, before the build does. */
function unaskable(name) {
    return new pipeline_errors.InvalidInput('build-contexts', `${name}: target: needs a context that can be read twice, and this one is sent as a tar`, 'leave context-transfer: tar out, and unpack a context that is a tar in a step before this one');
}
/** Traces of a quiet build; what one has more to tell is lost (hardening O7). */
const MOST_HELD = 10_000;
function solve_build_contextOf({ remote }, ref) {
    if (remote === undefined)
        return { kind: 'upload', id: ref };
    return remote === 'client-session' ? { kind: 'directories' } : { kind: 'remote', url: remote };
}
function beyondOf({ noCacheFilters, platforms, attestations, allow, contexts: named }, { cacheTo, cacheFrom, contexts }, directories) {
    const downloads = downloadsOf(named);
    return {
        noCacheFilters,
        contexts: new Map([...contexts, ...directories, ...downloads.contexts]),
        inputs: downloads.inputs,
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
    throw new pipeline_errors.InvalidInput('add-hosts', 'host-gateway: BuildKit of this engine does not say which address that is', 'write the address itself');
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
            const client = solve_build_addDisposableResource(env_1, await reopen(), false);
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
            solve_build_disposeResources(env_1);
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
