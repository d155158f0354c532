export const id = 7339;
export const ids = [7339];
export const modules = {

/***/ 49047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ fileSyncMethods)
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
        options.onTransfer?.({
            directory: name,
            request,
            listed: sending.listed,
            sent: sending.sent,
            get isDone() {
                return sending.isDone;
            },
        });
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
    isDone = false;
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
        this.isDone = true;
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

/***/ 65459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H5: () => (/* binding */ encodeFrames),
/* harmony export */   v0: () => (/* binding */ readFrames)
/* harmony export */ });
/* unused harmony export MESSAGE_LIMIT */
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29383);
/**
 * gRPC's length-prefixed messages on an HTTP/2 stream: one byte of flags, four of length, then the message
 * (grpc/doc/PROTOCOL-HTTP2.md, "Length-Prefixed-Message"). DATA frames cut them anywhere, so bytes are queued and
 * each is copied at most once.
 */

const PREFIX = 5;
const COMPRESSED = 1;
/** Largest message we accept, in bytes: what BuildKit itself accepts since 0.9. */
const MESSAGE_LIMIT = 16 * 1024 * 1024;
/** One DATA payload with all `messages`, each behind its prefix. BuildKit 0.8 refuses messages above 4 MiB. */
function encodeFrames(...messages) {
    const size = messages.reduce((sum, message) => sum + PREFIX + message.length, 0);
    const bytes = Buffer.allocUnsafe(size);
    let at = 0;
    for (const message of messages) {
        bytes[at] = 0;
        bytes.writeUInt32BE(message.length, at + 1);
        bytes.set(message, at + PREFIX);
        at += PREFIX + message.length;
    }
    return bytes;
}
/**
 * Yields the messages of a byte stream, however it is cut. Throws GrpcError for a message above `limit` bytes, for a
 * compressed one (we never offer a compression) and for a stream that ends inside a message.
 */
async function* readFrames(chunks, limit = MESSAGE_LIMIT) {
    const queue = new ByteQueue();
    let size;
    for await (const chunk of chunks) {
        queue.push(chunk);
        for (;;) {
            if (size === undefined) {
                if (queue.length < PREFIX)
                    break;
                size = readPrefix(queue.take(PREFIX), limit);
            }
            if (queue.length < size)
                break;
            yield queue.take(size);
            size = undefined;
        }
    }
    if (size !== undefined || queue.length > 0)
        throw new _status_js__WEBPACK_IMPORTED_MODULE_0__/* .GrpcError */ .nz(_status_js__WEBPACK_IMPORTED_MODULE_0__/* .Code */ .Cy.internal, 'the request ended inside a message');
}
function readPrefix(prefix, limit) {
    const view = new DataView(prefix.buffer, prefix.byteOffset, PREFIX);
    if (view.getUint8(0) === COMPRESSED)
        throw new _status_js__WEBPACK_IMPORTED_MODULE_0__/* .GrpcError */ .nz(_status_js__WEBPACK_IMPORTED_MODULE_0__/* .Code */ .Cy.unimplemented, 'compressed messages are not supported');
    const size = view.getUint32(1);
    if (size > limit) {
        throw new _status_js__WEBPACK_IMPORTED_MODULE_0__/* .GrpcError */ .nz(_status_js__WEBPACK_IMPORTED_MODULE_0__/* .Code */ .Cy.resourceExhausted, `a message of ${size} bytes is above the limit of ${limit}`);
    }
    return size;
}
/** Chunks in order of arrival, taken out in pieces of any size. */
class ByteQueue {
    length = 0;
    #chunks = [];
    #first = 0;
    push(chunk) {
        if (chunk.length === 0)
            return;
        this.#chunks.push(chunk);
        this.length += chunk.length;
    }
    /** The next `size` bytes, which must be there. A piece inside one chunk is a view of it, not a copy. */
    take(size) {
        this.length -= size;
        const whole = this.#shift(size);
        if (whole.length === size)
            return whole;
        const joined = new Uint8Array(size);
        joined.set(whole);
        for (let at = whole.length; at < size;) {
            const piece = this.#shift(size - at);
            joined.set(piece, at);
            at += piece.length;
        }
        return joined;
    }
    /** At most `size` bytes, out of the oldest chunk only. */
    #shift(size) {
        const chunk = this.#chunks[this.#first];
        if (chunk === undefined)
            return new Uint8Array(0);
        if (chunk.length > size) {
            this.#chunks[this.#first] = chunk.subarray(size);
            return chunk.subarray(0, size);
        }
        this.#first++;
        // An index instead of Array.shift, which moves the whole array for every chunk of a big message.
        if (this.#first === this.#chunks.length) {
            this.#chunks = [];
            this.#first = 0;
        }
        return chunk;
    }
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

/***/ 3457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JD: () => (/* binding */ decodePacket),
/* harmony export */   Py: () => (/* binding */ encodePacket),
/* harmony export */   Ry: () => (/* binding */ toGoMode),
/* harmony export */   vX: () => (/* binding */ roomForData),
/* harmony export */   vf: () => (/* binding */ decodeBytesMessage)
/* harmony export */ });
/* unused harmony export fromGoMode */
/* harmony import */ var _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59799);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29383);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89504);
/**
 * The messages by which BuildKit and its clients move trees of files, in either direction: tonistiigi/fsutil,
 * types/wire.proto and types/stat.proto. One codec for the side that sends and the side that receives.
 */



/** Number of each kind on the wire. */
const TYPES = { stat: 0, request: 1, data: 2, finish: 3, error: 4 };
const DIRECTORY = 2 ** 31;
const SYMLINK = 2 ** 27;
const DEVICE = (/* unused pure expression or super */ null && (2 ** 26));
const FIFO = (/* unused pure expression or super */ null && (2 ** 25));
const SOCKET = (/* unused pure expression or super */ null && (2 ** 24));
const CHARACTER_DEVICE = (/* unused pure expression or super */ null && (2 ** 21));
/** Go's bits for setuid, setgid and sticky, with POSIX's. */
const SPECIAL = [
    [2 ** 23, 0o4000],
    [2 ** 22, 0o2000],
    [2 ** 20, 0o1000],
];
/** `st_mode & 07777` and the kind as Go's os.FileMode, which is not st_mode. Unsigned. */
function toGoMode(kind, mode) {
    let bits = mode & 0o777;
    for (const [go, posix] of SPECIAL)
        if ((mode & posix) !== 0)
            bits += go;
    return bits + (kind === 'directory' ? DIRECTORY : kind === 'symlink' ? SYMLINK : 0);
}
/** The other way round. A kind we do not know is a device: nothing to be made from it. */
function fromGoMode(bits) {
    const has = (bit) => (bits & bit) !== 0;
    let mode = bits & 0o777;
    for (const [go, posix] of SPECIAL)
        if (has(go))
            mode |= posix;
    if (has(DIRECTORY))
        return { kind: 'directory', mode };
    if (has(SYMLINK))
        return { kind: 'symlink', mode };
    if (has(FIFO))
        return { kind: 'fifo', mode };
    if (has(SOCKET))
        return { kind: 'socket', mode };
    // Go's bit for "irregular" is the one left of the type bits.
    return { kind: has(DEVICE) || has(CHARACTER_DEVICE) || has(2 ** 19) ? 'device' : 'file', mode };
}
/** Fields in the order of their numbers; zeros and empty ones are left out, as proto3 does. */
function encodePacket(packet) {
    const writer = new _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_2__/* .BinaryWriter */ .fI();
    const type = TYPES[packet.kind];
    if (type !== 0)
        writer.uint32(0o10).int32(type);
    switch (packet.kind) {
        case 'stat':
            if (packet.stat !== undefined)
                writeStat(writer.uint32(0o22).fork(), packet.stat).join();
            break;
        case 'request':
        case 'data':
            if (packet.id !== 0)
                writer.uint32(0o30).uint32(packet.id);
            if (packet.kind === 'data' && packet.data.length > 0)
                writer.uint32(0o42).bytes(packet.data);
            break;
        case 'error':
            writer.uint32(0o42).string(packet.text);
            break;
        case 'finish':
            break;
        default:
            return packet;
    }
    return writer.finish();
}
/** A packet of `size` bytes of content, at least one, to be read into place: the packet, and where the content begins. */
function roomForData(id, size) {
    const writer = new _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_2__/* .BinaryWriter */ .fI().uint32(0o10).int32(TYPES.data);
    if (id !== 0)
        writer.uint32(0o30).uint32(id);
    const head = writer.uint32(0o42).uint32(size).finish();
    const packet = Buffer.allocUnsafe(head.length + size);
    packet.set(head);
    return { packet, at: head.length };
}
function writeStat(writer, { path, mode, size, modified, target }) {
    writer.uint32(0o12).bytes(path);
    if (mode !== 0)
        writer.uint32(0o20).uint32(mode);
    // Owner and group are fields 3 and 4: always root, which is 0.
    if (size !== 0)
        writer.uint32(0o50).int64(size);
    if (modified !== 0n)
        writer.uint32(0o60).int64(modified);
    if (target.length > 0)
        writer.uint32(0o72).bytes(target);
    return writer;
}
const EMPTY = new Uint8Array(0);
/** Throws GrpcError for what is no packet. Pieces of data are views of `bytes`. */
function decodePacket(bytes) {
    let type = 0;
    let id = 0;
    let data = EMPTY;
    let stat;
    try {
        const reader = new _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_2__/* .BinaryReader */ .V5(bytes);
        (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .readFields */ .qU)(reader, reader.len, (tag) => {
            if (tag === 0o10)
                type = reader.int32();
            else if (tag === 0o22)
                stat = readStat(reader);
            else if (tag === 0o30)
                id = reader.uint32();
            else if (tag === 0o42)
                data = reader.bytes();
            else
                return false;
            return true;
        });
    }
    catch (error) {
        throw new _status_js__WEBPACK_IMPORTED_MODULE_0__/* .GrpcError */ .nz(_status_js__WEBPACK_IMPORTED_MODULE_0__/* .Code */ .Cy.internal, 'a packet of a file transfer cannot be read', { cause: error });
    }
    switch (type) {
        case TYPES.stat:
            return { kind: 'stat', stat };
        case TYPES.request:
            return { kind: 'request', id };
        case TYPES.data:
            return { kind: 'data', id, data };
        case TYPES.finish:
            return { kind: 'finish' };
        case TYPES.error:
            return { kind: 'error', text: Buffer.from(data).toString() };
        default:
            throw new _status_js__WEBPACK_IMPORTED_MODULE_0__/* .GrpcError */ .nz(_status_js__WEBPACK_IMPORTED_MODULE_0__/* .Code */ .Cy.internal, `a packet of a file transfer has the unknown type ${type}`);
    }
}
function readStat(reader) {
    let path = EMPTY;
    let target = EMPTY;
    let [mode, size] = [0, 0];
    let modified = 0n;
    (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .readMessage */ ._8)(reader, (tag) => {
        if (tag === 0o12)
            path = reader.bytes();
        else if (tag === 0o20)
            mode = reader.uint32();
        else if (tag === 0o50)
            size = Number(reader.int64());
        else if (tag === 0o60)
            modified = BigInt(reader.int64());
        else if (tag === 0o72)
            target = reader.bytes();
        else
            return false;
        return true;
    });
    return { path, mode, size, modified, target };
}
/** The length-delimited field that BytesMessage has, in which archives travel (moby/buildkit session/filesync). */
function decodeBytesMessage(bytes) {
    let data = EMPTY;
    try {
        const reader = new _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_2__/* .BinaryReader */ .V5(bytes);
        (0,_wire_js__WEBPACK_IMPORTED_MODULE_1__/* .readFields */ .qU)(reader, reader.len, (tag) => {
            if (tag !== 0o12)
                return false;
            data = reader.bytes();
            return true;
        });
    }
    catch (error) {
        throw new _status_js__WEBPACK_IMPORTED_MODULE_0__/* .GrpcError */ .nz(_status_js__WEBPACK_IMPORTED_MODULE_0__/* .Code */ .Cy.internal, 'a piece of an archive cannot be read', { cause: error });
    }
    return data;
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
        const { root, ignore, maxEntries, epoch, onWarning } = this.#options;
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
            yield value.map((entry) => new ListedEntry(root, entry, { firstNames, epoch }));
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
    constructor(root, entry, { firstNames, epoch }) {
        this.#root = root;
        this.#entry = entry;
        this.path = entry.path;
        this.kind = entry.kind;
        this.mode = entry.mode;
        this.target = entry.kind === 'symlink' ? entry.target : firstNameOf(entry, firstNames);
        this.size = entry.kind === 'file' ? entry.size : entry.kind === 'symlink' ? Buffer.byteLength(entry.target) : 0;
        this.modified = timeOf(entry, epoch);
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
function timeOf(entry, epoch) {
    const { ctimeMs } = entry;
    const seconds = (0,header/* secondsOf */.TM)(entry, epoch);
    const changed = Math.floor(ctimeMs / 1000);
    const nanoseconds = Math.round((ctimeMs - changed * 1000) * 1_000_000);
    // The second as well: some file systems keep no more than that.
    const mark = (nanoseconds + (changed % 100_000) * 9_973) % BILLION;
    return BigInt(seconds) * 1000000000n + BigInt(mark);
}


/***/ }),

/***/ 47185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   At: () => (/* binding */ areAllOnLoopback),
/* harmony export */   J4: () => (/* binding */ credentialForHost),
/* harmony export */   J7: () => (/* binding */ registryConfigFor),
/* harmony export */   kc: () => (/* binding */ readBaseImages)
/* harmony export */ });
/* harmony import */ var _context_bases_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39990);
/* harmony import */ var _registry_origin_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57182);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26247);
/**
 * The images a build starts from, and the credentials for them: a builder may be given those of the registries in use
 * and no others (hardening S8).
 */



function readBaseImages(dockerfile, buildArgs, target) {
    const { all, ofTarget } = (0,_context_bases_js__WEBPACK_IMPORTED_MODULE_2__/* .findBases */ .u)(dockerfile, buildArgs, target);
    return {
        all: all.map(tryParse).filter((base) => base !== undefined),
        ofTarget: ofTarget === undefined ? undefined : tryParse(ofTarget),
    };
}
/** The engine will say what is wrong with a FROM, with its line. */
function tryParse(name) {
    try {
        return (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseReference */ .F2)(name);
    }
    catch (error) {
        if (error instanceof _registry_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidReference */ .ft)
            return undefined;
        throw error;
    }
}
/** Value of X-Registry-Config for these bases; undefined when they need no account. */
function registryConfigFor(bases, credentials) {
    return credentials.configHeader(bases.all.map(({ registry, path }) => ({ registry, repository: path, action: 'pull' })));
}
/**
 * The credential for a registry of which the builder names only the host: one that is limited to a repository serves
 * when a base lies there.
 */
async function credentialForHost(registry, bases, credentials) {
    for (const { path } of bases.all.filter((base) => base.registry === registry)) {
        const found = await credentials.find({ registry, repository: path, action: 'pull' });
        if (found !== undefined)
            return found;
    }
    return credentials.find({ registry, action: 'pull' });
}
/** True when every base comes from a registry of this machine, which Podman is then told to speak plain http to. */
function areAllOnLoopback({ all }) {
    return all.length > 0 && all.every(({ registry }) => (0,_registry_origin_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopbackRegistry */ .jW)(registry));
}


/***/ }),

/***/ 99655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ openBuildSession),
  M: () => (/* binding */ sessionOf)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/wire/binary-encoding.js + 3 modules
var binary_encoding = __webpack_require__(59799);
// EXTERNAL MODULE: ./build/buildkit/status.js
var buildkit_status = __webpack_require__(29383);
// EXTERNAL MODULE: ./build/buildkit/wire.js
var wire = __webpack_require__(89504);
;// CONCATENATED MODULE: ./build/buildkit/auth.js
/**
 * `moby.filesync.v1.Auth`: the builder asks for the credentials of a registry when that answers 401
 * (moby/buildkit session/auth/auth.proto). This is `Credentials` alone; the token calls are in tokens.ts, and where they
 * are not served the builder asks for credentials and fetches the token itself.
 */



/** The builder waits 60 s and then fails with a text that explains nothing; we answer before. */
const LIMIT_MS = 50_000;
const HUB_HOSTS = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);
/** The builder's name of a registry as ours. */
function registryOf(host) {
    return HUB_HOSTS.has(host) ? 'docker.io' : host;
}
function authMethods(credentials) {
    const handle = async (request) => {
        const host = (0,wire/* readFirstText */.M)(request, 'the request for credentials');
        let found;
        try {
            found = await credentials(registryOf(host));
        }
        catch (error) {
            // The cause may quote what it was reading; it stays here and only the host travels.
            throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.unknown, `the credentials for ${host} could not be read`, { cause: error });
        }
        return encodeCredentials(found ?? { username: '', secret: '' });
    };
    return new Map([['/moby.filesync.v1.Auth/Credentials', { kind: 'unary', limitMs: LIMIT_MS, handle }]]);
}
/** CredentialsResponse: Username = 1, Secret = 2; empty ones are left out, as proto3 does. */
function encodeCredentials({ username, secret }) {
    const writer = new binary_encoding/* BinaryWriter */.fI();
    if (username !== '')
        writer.tag(1, binary_encoding/* WireType */.O0.LengthDelimited).string(username);
    if (secret !== '')
        writer.tag(2, binary_encoding/* WireType */.O0.LengthDelimited).string(secret);
    return writer.finish();
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./build/buildkit/frames.js
var buildkit_frames = __webpack_require__(65459);
;// CONCATENATED MODULE: ./build/buildkit/grpc.js
/**
 * A gRPC server for one HTTP/2 connection: answers each incoming stream by the method its path names
 * (grpc/doc/PROTOCOL-HTTP2.md). Bare node:http2, because the other libraries merge repeated metadata and cannot serve
 * a socket that was upgraded. Whatever a method does, its call is answered and nothing is rejected unhandled.
 */



const HEADERS = { ':status': 200, 'content-type': 'application/grpc' };
/** Of the caller's own limit we use this part, so that our answer is still in time. */
const IN_TIME = 0.9;
/** Answers one stream. Never rejects. `rawHeaders` is the flat name, value list of the http2 `stream` event. */
async function answer(stream, rawHeaders, methods) {
    // A reset or a lost connection ends in `close`; without a listener its error would end the process.
    stream.on('error', () => { });
    const over = new AbortController();
    stream.once('close', () => over.abort(new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.cancelled, 'the caller ended the call')));
    try {
        const metadata = toPairs(rawHeaders);
        const path = metadata.find(([name]) => name === ':path')?.[1] ?? '';
        const call = { path, metadata, signal: over.signal };
        const method = methods.get(path);
        if (method === undefined)
            throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.unimplemented, `this session does not serve ${path}`);
        if (method.kind === 'unary')
            await answerUnary(stream, method, call, over);
        else
            await answerStream(stream, method, call);
    }
    catch (error) {
        finish(stream, (0,buildkit_status/* toTrailers */.I$)(error));
    }
}
async function answerUnary(stream, method, call, over) {
    const request = await readOne(stream, call.path);
    const asked = (0,buildkit_status/* parseTimeout */.ZZ)(call.metadata.find(([name]) => name === 'grpc-timeout')?.[1]);
    const limit = Math.min(method.limitMs ?? Number.POSITIVE_INFINITY, (asked ?? Number.POSITIVE_INFINITY) * IN_TIME);
    const reply = await within(limit, async () => method.handle(request, call), call, over);
    if (stream.closed || stream.destroyed)
        return;
    grpc_open(stream);
    stream.end((0,buildkit_frames/* encodeFrames */.H5)(reply));
}
async function readOne(stream, path) {
    let request;
    for await (const message of (0,buildkit_frames/* readFrames */.v0)(bytesOf(stream))) {
        if (request !== undefined)
            throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.internal, `${path} takes one message, more came`);
        request = message;
    }
    if (request === undefined)
        throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.internal, `${path} takes one message, none came`);
    return request;
}
async function answerStream(stream, method, call) {
    const send = async (...messages) => {
        call.signal.throwIfAborted();
        if (!stream.headersSent)
            grpc_open(stream);
        if (!stream.write((0,buildkit_frames/* encodeFrames */.H5)(...messages)))
            await drained(stream, call.signal);
    };
    await method.handle({ ...call, requests: (0,buildkit_frames/* readFrames */.v0)(bytesOf(stream)), send });
    finish(stream, { 'grpc-status': String(buildkit_status/* Code */.Cy.ok) });
}
async function drained(stream, signal) {
    try {
        await (0,external_node_events_.once)(stream, 'drain', { signal });
    }
    catch (error) {
        throw signal.aborted ? signal.reason : error;
    }
}
/**
 * Runs `work` until it is done, the call is over or `ms` have gone by; then the signal of the call aborts and code 4 is
 * thrown. No timer outlives the call: it would keep the whole process waiting.
 */
async function within(ms, work, call, over) {
    over.signal.throwIfAborted();
    const { promise: ended, reject } = Promise.withResolvers();
    const stop = () => reject(over.signal.reason);
    over.signal.addEventListener('abort', stop, { once: true });
    const late = () => over.abort(new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.deadlineExceeded, `${call.path} took longer than ${Math.round(ms)} ms`));
    const timer = Number.isFinite(ms) ? setTimeout(late, ms) : undefined;
    try {
        return await Promise.race([work(), ended]);
    }
    finally {
        clearTimeout(timer);
        over.signal.removeEventListener('abort', stop);
    }
}
/** Sends the response headers; the trailers follow the last byte. */
function grpc_open(stream) {
    stream.respond(HEADERS, { waitForTrailers: true });
    stream.once('wantTrailers', () => {
        stream.sendTrailers(trailers.get(stream) ?? { 'grpc-status': String(buildkit_status/* Code */.Cy.ok) });
    });
}
const trailers = new WeakMap();
/** Ends the call with `end` as trailers, or as the only headers when nothing was sent yet. */
function finish(stream, end) {
    if (stream.closed || stream.destroyed)
        return;
    try {
        if (stream.headersSent) {
            trailers.set(stream, end);
            stream.end();
        }
        else {
            stream.respond({ ...HEADERS, ...end }, { endStream: true });
        }
    }
    catch {
        // The connection went away just now; there is nobody to tell.
        stream.destroy();
    }
    // What the caller still sends is of no interest, but unread it would hold back the whole connection.
    stream.resume();
}
/** The stream's bytes; leaving the loop early must not reset the stream, its answer is still to come. */
function bytesOf(stream) {
    return stream.iterator({ destroyOnReturn: false });
}
function toPairs(flat) {
    const pairs = [];
    for (let at = 0; at + 1 < flat.length; at += 2)
        pairs.push([(flat[at] ?? '').toLowerCase(), flat[at + 1] ?? '']);
    return pairs;
}

;// CONCATENATED MODULE: ./build/buildkit/health.js
/**
 * `grpc.health.v1.Health` (grpc/doc/health-checking.md). BuildKit asks every 1 to 5 s and drops a session that does
 * not answer, so this is never optional. `Watch` is not used by it and stays unimplemented.
 */

const STATUS = 1;
const SERVING = 1;
function healthMethods() {
    const serving = new binary_encoding/* BinaryWriter */.fI().tag(STATUS, 0).int32(SERVING).finish();
    return new Map([['/grpc.health.v1.Health/Check', { kind: 'unary', handle: () => serving }]]);
}

;// CONCATENATED MODULE: ./build/buildkit/session.js
/**
 * The session a BuildKit build calls back on: `POST /session` is upgraded and the roles turn, the engine is the HTTP/2
 * client and we are the gRPC server (Engine API v1.51 `/session`; moby/buildkit session/grpc.go). Keep it open until
 * the build's answer has ended: most registries, every secret and all files come through it.
 */




/** The session ended without our doing. The build may go on, but fails at the next step that needs it. */
class SessionLost extends Error {
    name = 'SessionLost';
    hint;
    constructor(why, seconds, cause) {
        const hint = 'See whether the engine was restarted, or whether a proxy before it ends connections that are quiet for a while';
        super(`the build session was lost after ${seconds.toFixed(1)} s: ${why}. ${hint}`, { cause });
        this.hint = hint;
    }
}
/** Node's default of 10 MB refuses the next stream when more is buffered, and that stream is the health check. */
const SESSION_MEMORY_MB = 1000;
/**
 * Each line of an ignore file is a header field of its own, where Node's defaults are 128 fields and 64 KiB. In fields,
 * and in bytes as HTTP/2 counts them.
 */
const MOST_HEADERS = 20_000;
const MOST_HEADER_BYTES = 4 * 1024 * 1024;
/** How long `close` waits for calls under way before it cuts the connection, in milliseconds. */
const CLOSE_GRACE_MS = 300;
/** Opens a session. Rejects with what `upgrade` throws, or with the signal's reason. */
async function openSession(options) {
    const { signal } = options;
    signal.throwIfAborted();
    const id = (0,external_node_crypto_.randomBytes)(16).toString('hex');
    const methods = new Map([
        ...healthMethods(),
        ...authMethods(options.credentials),
        ...(options.methods ?? new Map()),
    ]);
    const headers = sessionHeaders(id, methods, options.sharedKey);
    // Loaded here, not above: builds without BuildKit need no HTTP/2.
    const [http2, socket] = await Promise.all([Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 32467, 19)), options.upgrade(headers)]);
    if (signal.aborted) {
        socket.destroy();
        throw signal.reason;
    }
    const connection = http2.performServerHandshake(socket, {
        maxSessionMemory: SESSION_MEMORY_MB,
        maxHeaderListPairs: MOST_HEADERS,
        settings: { maxHeaderListSize: MOST_HEADER_BYTES },
    });
    return serve(id, connection, socket, methods, signal);
}
function sessionHeaders(id, methods, sharedKey) {
    return [
        ['X-Docker-Expose-Session-Uuid', id],
        ['X-Docker-Expose-Session-Name', 'stowage'],
        ...(sharedKey === undefined ? [] : [['X-Docker-Expose-Session-Sharedkey', sharedKey]]),
        ...[...methods.keys()].map((path) => ['X-Docker-Expose-Session-Grpc-Method', path]),
    ];
}
function serve(id, connection, socket, methods, signal) {
    const { promise: closed, resolve } = Promise.withResolvers();
    const opened = performance.now();
    let ours = false;
    let cause;
    let farewell;
    const cut = () => {
        ours = true;
        connection.destroy();
        socket.destroy();
    };
    const close = async () => {
        if (!ours) {
            ours = true;
            connection.close();
            const timer = setTimeout(cut, CLOSE_GRACE_MS);
            void closed.then(() => clearTimeout(timer));
        }
        await closed;
    };
    connection.on('stream', (stream, _headers, _flags, rawHeaders) => void answer(stream, rawHeaders, methods));
    connection.on('goaway', (code) => {
        if (code !== 0)
            farewell = `the engine ended it with HTTP/2 error ${code}`;
    });
    connection.on('error', (error) => {
        cause ??= error;
    });
    socket.on('error', (error) => {
        cause ??= error;
    });
    connection.once('close', () => {
        signal.removeEventListener('abort', cut);
        socket.destroy();
        const why = cause?.message ?? farewell ?? 'the engine closed the connection';
        resolve(ours ? { kind: 'closed' } : { kind: 'lost', error: new SessionLost(why, (performance.now() - opened) / 1000, cause) });
    });
    signal.addEventListener('abort', cut, { once: true });
    return { id, closed, close, [Symbol.asyncDispose]: close };
}

;// CONCATENATED MODULE: ./build/buildkit/tokens.js
/**
 * The token calls of `moby.filesync.v1.Auth` (moby/buildkit session/auth/auth.proto): where a registry wants tokens, the
 * builder asks us for one instead of for the password. It first gets a public key, and later lets those sessions share
 * a token that can prove, by a signature, that they stand for the same client. "Unimplemented" as the first answer sends
 * the builder back to `Credentials`; after that answer there is no way back.
 */





/** The builder waits 60 s and then fails with a text that explains nothing; we answer before. */
const tokens_LIMIT_MS = 50_000;
function tokenMethods(provider) {
    // A session of another run cannot prove that it is this client, so it gets none of our tokens.
    const secret = (0,external_node_crypto_.randomBytes)(32);
    const admit = async (registry, signal) => {
        if (await provider.canFetch(registry, signal))
            return;
        throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.unimplemented, `tokens for ${registry} are not fetched here`);
    };
    const unary = (handle) => ({
        kind: 'unary',
        limitMs: tokens_LIMIT_MS,
        handle: (bytes, { signal }) => handle(read(bytes), signal),
    });
    return new Map([
        [
            '/moby.filesync.v1.Auth/GetTokenAuthority',
            unary(async ({ text, bytes }, signal) => {
                const registry = registryOf(text(1));
                await admit(registry, signal);
                return encode(publicBytes(keyFor(registry, bytes(2), secret)));
            }),
        ],
        [
            '/moby.filesync.v1.Auth/VerifyTokenAuthority',
            unary(async ({ text, bytes }, signal) => {
                const registry = registryOf(text(1));
                await admit(registry, signal);
                const payload = bytes(2);
                return encode(Buffer.concat([(0,external_node_crypto_.sign)(null, payload, keyFor(registry, bytes(3), secret)), payload]));
            }),
        ],
        [
            '/moby.filesync.v1.Auth/FetchToken',
            unary(async ({ text, texts }, signal) => {
                const request = { registry: registryOf(text(2)), realm: text(3), service: text(4), scopes: texts(5) };
                const { token, expiresIn, issuedAt } = await provider.fetch(request, signal);
                const writer = new binary_encoding/* BinaryWriter */.fI().tag(1, binary_encoding/* WireType */.O0.LengthDelimited).string(token);
                writer.tag(2, binary_encoding/* WireType */.O0.Varint).int64(Math.floor(expiresIn));
                writer.tag(3, binary_encoding/* WireType */.O0.Varint).int64(Math.floor(issuedAt));
                return writer.finish();
            }),
        ],
    ]);
}
/** An ed25519 key has a seed of 32 bytes, which PKCS #8 wraps in these (RFC 8410 section 7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
function keyFor(registry, salt, secret) {
    const seed = (0,external_node_crypto_.createHmac)('sha256', salt).update(secret).update(registry).digest();
    return (0,external_node_crypto_.createPrivateKey)({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
}
/** The 32 bytes at the end of the DER form. */
function publicBytes(key) {
    return (0,external_node_crypto_.createPublicKey)(key).export({ format: 'der', type: 'spki' }).subarray(-32);
}
function read(message) {
    const fields = new Map();
    try {
        const reader = new binary_encoding/* BinaryReader */.V5(message);
        (0,wire/* readFields */.qU)(reader, reader.len, (tag) => {
            if ((tag & 7) !== binary_encoding/* WireType */.O0.LengthDelimited)
                return false;
            fields.set(tag >>> 3, [...(fields.get(tag >>> 3) ?? []), reader.bytes()]);
            return true;
        });
    }
    catch (error) {
        throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.internal, 'the request for a token cannot be read', { cause: error });
    }
    const all = (field) => fields.get(field) ?? [];
    const texts = (field) => all(field).map((bytes) => Buffer.from(bytes).toString('utf8'));
    return {
        texts,
        text: (field) => texts(field).at(-1) ?? '',
        bytes: (field) => all(field).at(-1) ?? new Uint8Array(0),
    };
}
/** A message of one field with bytes. */
function encode(bytes) {
    return new binary_encoding/* BinaryWriter */.fI().tag(1, binary_encoding/* WireType */.O0.LengthDelimited).bytes(bytes).finish();
}

// EXTERNAL MODULE: ./build/engine/errors.js
var errors = __webpack_require__(2952);
// EXTERNAL MODULE: ./build/pipeline/base-images.js
var base_images = __webpack_require__(47185);
// EXTERNAL MODULE: ./build/pipeline/errors.js
var pipeline_errors = __webpack_require__(59032);
;// CONCATENATED MODULE: ./build/pipeline/build-session.js





/** By an upgrade; where that is refused, inside of gRPC, if the engine takes it without one. */
function sessionOf(engine) {
    return async (headers, signal) => {
        try {
            return await engine.transport.upgrade('/session', headers, signal);
        }
        catch (error) {
            signal.throwIfAborted();
            if (!(error instanceof errors/* EngineError */.NJ))
                throw error;
            const { tunnelDirectly } = await __webpack_require__.e(/* import() */ 1354).then(__webpack_require__.bind(__webpack_require__, 11354));
            const tunnel = await tunnelDirectly(engine, headers, signal);
            if (tunnel === undefined)
                throw error;
            return tunnel;
        }
    };
}
/**
 * Undefined, with a warning, when the engine opens none and the build can go on: then only bases of registries that ask
 * for no login can be used. Throws NoSession when it cannot.
 */
async function openBuildSession(connect, { bases, services, solving }, { credentials, tokens, log, signal }) {
    try {
        return await openSession({
            upgrade: (headers) => withTunnel(connect, headers, solving, signal),
            credentials: async (registry) => {
                const found = await (0,base_images/* credentialForHost */.J4)(registry, bases, credentials);
                if (found === undefined)
                    return undefined;
                const { credential } = found;
                if (credential.kind === 'password')
                    return { username: credential.username, secret: credential.password };
                return { username: '', secret: credential.token };
            },
            methods: new Map([
                ...tokenMethods(providerFor(bases, credentials, tokens)),
                ...services.methods,
                ...(solving?.methods ?? []),
            ]),
            sharedKey: services.sharedKey,
            signal,
        });
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof errors/* EngineError */.NJ))
            throw error;
        const neededFor = [...services.neededFor, ...(solving?.neededFor ?? [])];
        if (neededFor.length > 0)
            throw new pipeline_errors/* NoSession */.Wx(neededFor, error);
        log.warning(`no build session: ${error.reason}. The build goes on without; base images of registries that ask for a login, Docker Hub among them, cannot be pulled then`);
        return undefined;
    }
}
/** Where a proxy refuses `/session` the Control API, which was let through, carries the session as well. */
async function withTunnel(connect, headers, solving, signal) {
    try {
        return await connect(headers, signal);
    }
    catch (error) {
        signal.throwIfAborted();
        if (solving === undefined || !(error instanceof errors/* EngineError */.NJ))
            throw error;
        const { openTunnel } = await __webpack_require__.e(/* import() */ 3831).then(__webpack_require__.bind(__webpack_require__, 63831));
        return openTunnel(solving.client, headers, signal);
    }
}
/** Tokens for the registries that there is a credential for. */
function providerFor(bases, credentials, tokens) {
    return {
        canFetch: async (registry, signal) => (await (0,base_images/* credentialForHost */.J4)(registry, bases, credentials)) !== undefined && tokens.canFetch(registry, signal),
        fetch: async (request, signal) => {
            const { registry, scopes } = request;
            // Unlike a builder that asks for a credential, one that asks for a token says what for.
            const repository = /^repository:([^:]+):/.exec(scopes[0] ?? '')?.[1];
            const found = (repository === undefined ? undefined : await credentials.find({ registry, repository, action: 'pull' })) ??
                (await (0,base_images/* credentialForHost */.J4)(registry, bases, credentials));
            if (found === undefined)
                throw new Error(`there is no credential for ${registry}`);
            return tokens.fetch(request, found, signal);
        },
    };
}


/***/ }),

/***/ 33047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ openServices)
});

// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/wire/binary-encoding.js + 3 modules
var binary_encoding = __webpack_require__(59799);
// EXTERNAL MODULE: ./build/buildkit/status.js
var buildkit_status = __webpack_require__(29383);
// EXTERNAL MODULE: ./build/buildkit/wire.js
var wire = __webpack_require__(89504);
;// CONCATENATED MODULE: ./build/buildkit/secrets.js
/**
 * `moby.buildkit.secrets.v1.Secrets`: the builder asks for a secret when a step mounts it (moby/buildkit
 * session/secrets/secrets.proto). The bytes go to the builder as they are and are part of no layer and no cache key.
 */



/** Serves `secrets` by id; the builder fails a mount that requires an unknown one, and leaves out any other. */
function secretMethods(secrets) {
    const handle = (request) => {
        const id = (0,wire/* readFirstText */.M)(request, 'the request for a secret');
        const secret = secrets.get(id);
        // BuildKit also asks for ids of its own, such as HTTP_AUTH_TOKEN_…, so an unknown one is nothing to tell of.
        if (secret === undefined)
            throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.notFound, `this build has no secret ${id}`);
        return encodeSecret(secret);
    };
    return new Map([['/moby.buildkit.secrets.v1.Secrets/GetSecret', { kind: 'unary', handle }]]);
}
/** GetSecretResponse: data = 1. */
function encodeSecret(secret) {
    const writer = new binary_encoding/* BinaryWriter */.fI();
    if (secret.length > 0)
        writer.tag(1, binary_encoding/* WireType */.O0.LengthDelimited).bytes(secret);
    return writer.finish();
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/buildkit/agent-requests.js
/**
 * What a build asks of an ssh agent, cut down to the use of keys (draft-ietf-sshm-ssh-agent, section 3: four bytes of
 * length, one of type, the rest). Steps may be anybody's code: without this they could add keys to the agent of the
 * machine, take its keys away, lock it, or have it load a library. A refused request reaches the agent as one that no
 * agent knows, so that its failure comes in the order of the answers.
 */

/** List keys, sign, and extensions, among them the binding of a session that restricted keys ask for. */
const ALLOWED = new Set([11, 13, 27]);
const UNKNOWN_REQUEST = Buffer.from([0, 0, 0, 1, 0]);
const HEADER = 5;
/** Longest request that OpenSSH's agent takes, in bytes. */
const LIMIT = 256 * 1024;
/** Takes a stream of requests in pieces, however it is cut. */
class AgentRequests {
    #header = Buffer.alloc(0);
    /** Bytes of the message under way that are still to come. */
    #left = 0;
    #passes = false;
    /** What the agent may get of this piece. Throws GrpcError for what is no request. */
    push(piece) {
        const out = [];
        for (let at = 0; at < piece.length;) {
            if (this.#left > 0) {
                const body = piece.subarray(at, at + this.#left);
                if (this.#passes)
                    out.push(body);
                this.#left -= body.length;
                at += body.length;
                continue;
            }
            const more = piece.subarray(at, at + HEADER - this.#header.length);
            this.#header = Buffer.concat([this.#header, more]);
            at += more.length;
            if (this.#header.length === HEADER)
                out.push(this.#begin(this.#header));
        }
        return Buffer.concat(out);
    }
    #begin(header) {
        const length = header.readUInt32BE(0);
        if (length === 0 || length > LIMIT)
            throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.internal, `a request of ${length} bytes is none for an ssh agent`);
        this.#header = Buffer.alloc(0);
        this.#left = length - 1;
        this.#passes = ALLOWED.has(header.readUInt8(4));
        return this.#passes ? header : UNKNOWN_REQUEST;
    }
}

;// CONCATENATED MODULE: ./build/buildkit/ssh.js
/**
 * `moby.sshforward.v1.SSH`: lends the ssh agents of this machine to steps that mount them (moby/buildkit
 * session/sshforward/ssh.proto). Each connection that a step makes is a call of its own and gets a connection to the
 * agent of its own. Keys never travel, only what they sign.
 */






/** The id that a mount without one has. */
const DEFAULT_ID = 'default';
/** Serves the agents that listen on these sockets, by id. */
function sshMethods(sockets) {
    const socketOf = (id) => {
        const socket = sockets.get(id || DEFAULT_ID);
        if (socket !== undefined)
            return socket;
        // The builder makes this the error of the build.
        throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.unknown, `this build has no ssh agent ${id || DEFAULT_ID}, add it to the input ssh`);
    };
    const check = (request) => {
        socketOf((0,wire/* readFirstText */.M)(request, 'the question for an ssh agent'));
        return new Uint8Array(0);
    };
    const forward = async (call) => {
        const id = call.metadata.find(([name]) => name === 'buildkit.ssh.id')?.[1] ?? '';
        await carry(call, await reach(socketOf(id)));
    };
    return new Map([
        ['/moby.sshforward.v1.SSH/CheckAgent', { kind: 'unary', handle: check }],
        ['/moby.sshforward.v1.SSH/ForwardAgent', { kind: 'stream', handle: forward }],
    ]);
}
async function reach(path) {
    // The step may be done with its questions before the agent is with its answers.
    const socket = (0,external_node_net_.connect)({ path, allowHalfOpen: true });
    try {
        await (0,external_node_events_.once)(socket, 'connect');
    }
    catch (error) {
        const { code = 'unknown' } = error;
        throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.unknown, `the ssh agent does not answer (${code})`, { cause: error });
    }
    return socket;
}
/** Until the agent hangs up, as it does when it was told that no more comes, or the call is over. */
async function carry(call, socket) {
    const stop = () => socket.destroy();
    call.signal.addEventListener('abort', stop, { once: true });
    // Told by the iterator below, or of no interest any more.
    socket.on('error', () => { });
    ask(call, socket).catch((error) => socket.destroy(error));
    try {
        for await (const chunk of socket)
            await call.send(encodeBytes(chunk));
    }
    finally {
        call.signal.removeEventListener('abort', stop);
        socket.destroy();
    }
}
async function ask(call, socket) {
    const requests = new AgentRequests();
    for await (const message of call.requests) {
        const bytes = requests.push(decodeBytes(message));
        if (bytes.length > 0 && !socket.write(bytes))
            await (0,external_node_events_.once)(socket, 'drain', { signal: call.signal });
    }
    socket.end();
}
/** BytesMessage: data = 1. */
function decodeBytes(message) {
    let data = new Uint8Array(0);
    try {
        const reader = new binary_encoding/* BinaryReader */.V5(message);
        (0,wire/* readFields */.qU)(reader, reader.len, (tag) => {
            if (tag !== 0o12)
                return false;
            data = reader.bytes();
            return true;
        });
    }
    catch (error) {
        throw new buildkit_status/* GrpcError */.nz(buildkit_status/* Code */.Cy.internal, 'a message for the ssh agent cannot be read', { cause: error });
    }
    return data;
}
function encodeBytes(data) {
    return new binary_encoding/* BinaryWriter */.fI().tag(1, binary_encoding/* WireType */.O0.LengthDelimited).bytes(data).finish();
}

// EXTERNAL MODULE: ./build/pipeline/session-inputs.js
var session_inputs = __webpack_require__(62717);
;// CONCATENATED MODULE: ./build/pipeline/session-services.js
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
/** What the session of a build serves beside health and the credentials of registries. */



/** Throws what `startAgent` throws. */
async function openServices(inputs, startAgent) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const started = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const secrets = new Map([...inputs.secrets].map(([id, { value }]) => [id, value]));
        const sockets = new Map();
        for (const forward of inputs.ssh)
            sockets.set(forward.id, await socketOf(forward, startAgent, started));
        const open = started.move();
        return {
            methods: new Map([...secretMethods(secrets), ...sshMethods(sockets)]),
            neededFor: (0,session_inputs/* sessionInputs */.q)(inputs).map((name) => `input ${name}`),
            [Symbol.asyncDispose]: () => open.disposeAsync(),
        };
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
async function socketOf(forward, startAgent, started) {
    if (forward.kind === 'agent')
        return forward.socket;
    return started.use(await startAgent(forward.keys)).socket;
}


/***/ })

};
