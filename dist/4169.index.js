export const id = 4169;
export const ids = [4169];
export const modules = {

/***/ 4058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ unpackImage)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/archive/errors.js
var errors = __webpack_require__(1650);
// EXTERNAL MODULE: ./build/archive/flatten.js + 1 modules
var flatten = __webpack_require__(46212);
// EXTERNAL MODULE: ./build/archive/header.js
var header = __webpack_require__(24908);
;// CONCATENATED MODULE: ./build/archive/merge.js
/** Moves a tree into another one that holds something already, by renaming: every file is whole at every moment. */


const SLASH = Buffer.from('/');
/**
 * Moves what is in `from` to `to`, a directory of the same file system. Files and links take the place of files and links,
 * directories also that of files; links in `to` are replaced, not followed. A directory in the place of a file is an
 * error before anything moves. Throws ArchiveError.
 */
function mergeInto(from, to) {
    const [source, target] = [Buffer.from(from), Buffer.from(to)];
    attempt(target, () => refuseConflicts(source, target));
    move(source, target);
}
function refuseConflicts(from, to) {
    for (const child of children(from)) {
        const there = join(to, child.name);
        if (!isDirectory(there))
            continue;
        if (child.isDirectory()) {
            openUp(there);
            refuseConflicts(join(from, child.name), there);
        }
        else {
            throw new errors/* ArchiveError */.di(`cannot unpack ${(0,errors/* shown */.SP)(there.toString())}: a directory is in its place`, {
                hint: 'Remove it or choose another destination',
            });
        }
    }
}
function move(from, to) {
    for (const child of children(from)) {
        const [source, target] = [join(from, child.name), join(to, child.name)];
        attempt(target, () => {
            if (!child.isDirectory()) {
                external_node_fs_.renameSync(source, target);
            }
            else if (isDirectory(target)) {
                move(source, target);
            }
            else {
                external_node_fs_.rmSync(target, { force: true });
                external_node_fs_.renameSync(source, target);
            }
        });
    }
}
function attempt(path, work) {
    try {
        work();
    }
    catch (cause) {
        if (cause instanceof errors/* ArchiveError */.di)
            throw cause;
        throw new errors/* ArchiveError */.di(`cannot unpack ${(0,errors/* shown */.SP)(path.toString())}: ${(0,errors/* because */.xx)(cause)}`, { cause });
    }
}
/** An earlier image may have shut the directory to us; this one gives it a mode of its own in the end. */
function openUp(directory) {
    const { mode } = external_node_fs_.lstatSync(directory);
    if ((mode & 0o700) !== 0o700)
        external_node_fs_.chmodSync(directory, (mode & 0o7777) | 0o700);
}
function children(directory) {
    return external_node_fs_.readdirSync(directory, { withFileTypes: true, encoding: 'buffer' });
}
/** Itself, not what a link leads to. */
function isDirectory(path) {
    return external_node_fs_.lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
function join(directory, name) {
    return Buffer.concat([directory, SLASH, name]);
}

;// CONCATENATED MODULE: ./build/archive/directory.js
/**
 * The root file system of an image as a directory, as BuildKit's local exporter leaves it: owned by who runs this, with
 * the image's modes and times. It is unpacked beside its place and moved there when it is whole.
 *
 * tar-fs is not used here: it refuses absolute symbolic links, which nearly every image has, when it checks links, and
 * cannot fill directories that are read-only. What its checks are for holds by construction (hardening C9): the tree has
 * no entry below anything but a directory, the place is fresh and nobody else's, every file is made and never opened,
 * and no link is followed.
 */







/**
 * Unpacks the image into `dest`, which takes its place in one step when it is absent or empty. Else each file moves in as
 * a whole, over one of the same name; all other files there stay. Setuid and setgid bits, which would give the power of
 * another owner than in the image, are dropped. Throws ArchiveError; a file that something is in the way of is found out
 * before anything in `dest` is changed.
 */
async function unpackImage(image, dest, options) {
    const place = await placeOf(dest);
    const parent = (0,external_node_path_.dirname)(place.path);
    const part = await onDisk(dest, async () => {
        await (0,promises_.mkdir)(parent, { recursive: true });
        return (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, `.${(0,external_node_path_.basename)(place.path).slice(0, 200)}.part-`));
    });
    const unpacking = new Unpacking(part);
    try {
        for await (const piece of (0,flatten/* flatten */.B)(image, options)) {
            if (piece.kind === 'content')
                unpacking.write(piece.bytes);
            else
                unpacking.add(piece);
        }
        unpacking.endFile();
        options.signal.throwIfAborted();
        if (place.mode !== undefined && !place.empty) {
            mergeInto(part, place.path);
            unpacking.finishDirectories(place.path);
        }
        else {
            unpacking.finishDirectories(part);
            await onDisk(dest, async () => {
                external_node_fs_.chmodSync(part, place.mode ?? 0o755);
                external_node_fs_.renameSync(part, place.path);
            });
        }
        return unpacking.result;
    }
    finally {
        unpacking.close();
        await remove(part);
    }
}
async function placeOf(dest) {
    return onDisk(dest, async () => {
        const path = await (0,promises_.realpath)(dest).catch((error) => {
            if ((0,errors/* errno */.b)(error) === 'ENOENT')
                return undefined;
            throw error;
        });
        if (path === undefined)
            return { path: dest.replace(/(?<=.)\/+$/, ''), mode: undefined, empty: true };
        const stat = external_node_fs_.statSync(path);
        if (!stat.isDirectory()) {
            throw new errors/* ArchiveError */.di(`cannot unpack into ${(0,errors/* shown */.SP)(dest)}: it is no directory`, { hint: 'Name a directory' });
        }
        return { path, mode: stat.mode & 0o7777, empty: external_node_fs_.readdirSync(path).length === 0 };
    });
}
/** A directory that is being filled; its own directories are open to us until they are finished. */
class Unpacking {
    #root;
    #directories = [];
    #skipped = new Set();
    #fd;
    #file;
    #entries = 0;
    #bytes = 0;
    constructor(root) {
        this.#root = root;
    }
    get result() {
        return { entries: this.#entries, bytes: this.#bytes, skipped: this.#skipped.size };
    }
    add(item) {
        this.endFile();
        const { path, entry } = item;
        if (isSkipped(entry)) {
            this.#skipped.add(path);
            return;
        }
        directory_attempt(path, () => {
            const full = below(this.#root, path);
            if (item.kind === 'link')
                external_node_fs_.linkSync(below(this.#root, item.of), full);
            else if (entry.type === 'directory')
                this.#makeDirectory(path, entry);
            else if (entry.type === 'symlink')
                makeLink(full, entry);
            else
                this.#makeFile(item, full);
        });
        this.#entries++;
    }
    write(bytes) {
        const { path = '' } = this.#file ?? {};
        directory_attempt(path, () => {
            for (let from = 0; from < bytes.length;)
                from += external_node_fs_.writeSync(this.#fd ?? -1, bytes, from);
        });
        this.#bytes += bytes.length;
    }
    /** Modes and times come last, as writing needs the first and changes the second. */
    endFile() {
        const [fd, file] = [this.#fd, this.#file];
        if (fd === undefined || file === undefined)
            return;
        directory_attempt(file.path, () => {
            external_node_fs_.fchmodSync(fd, plainMode(file.entry));
            const time = secondsOf(file.entry);
            external_node_fs_.futimesSync(fd, time, time);
        });
        this.close();
    }
    /** Gives the directories, now below `root`, their modes and times: deepest first, as a mode can shut us out. */
    finishDirectories(root) {
        for (const { path, entry } of this.#directories.toReversed()) {
            directory_attempt(path, () => {
                const full = below(root, path);
                const time = secondsOf(entry);
                external_node_fs_.utimesSync(full, time, time);
                external_node_fs_.chmodSync(full, plainMode(entry));
            });
        }
    }
    close() {
        if (this.#fd !== undefined)
            external_node_fs_.closeSync(this.#fd);
        this.#fd = undefined;
        this.#file = undefined;
    }
    #makeDirectory(path, entry) {
        external_node_fs_.mkdirSync(below(this.#root, path), 0o700);
        this.#directories.push({ path, entry });
    }
    #makeFile(item, full) {
        this.#fd = external_node_fs_.openSync(full, FLAGS, 0o600);
        this.#file = item;
    }
}
const FLAGS = external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_EXCL | (external_node_fs_.constants.O_NOFOLLOW ?? 0);
function isSkipped({ type }) {
    return type === 'character-device' || type === 'block-device' || type === 'fifo';
}
function makeLink(full, entry) {
    external_node_fs_.symlinkSync(Buffer.from(entry.target, 'latin1'), full);
    const time = secondsOf(entry);
    external_node_fs_.lutimesSync(full, time, time);
}
function plainMode({ mode }) {
    return mode & ~0o6000;
}
/** Node takes a negative time for the present. */
function secondsOf({ modified }) {
    return Math.max(0, Number(modified));
}
function below(root, path) {
    return Buffer.concat([Buffer.from(`${root}/`), Buffer.from(path, 'latin1')]);
}
function directory_attempt(path, work) {
    try {
        work();
    }
    catch (cause) {
        const taken = (0,errors/* errno */.b)(cause) === 'EEXIST' ? 'another name in the image is the same on this file system' : undefined;
        throw new errors/* ArchiveError */.di(`cannot unpack ${(0,errors/* shown */.SP)((0,header/* nameText */.fh)(path))}: ${taken ?? (0,errors/* because */.xx)(cause)}`, { cause });
    }
}
async function onDisk(dest, work) {
    try {
        return await work();
    }
    catch (cause) {
        if (cause instanceof errors/* ArchiveError */.di)
            throw cause;
        throw new errors/* ArchiveError */.di(`cannot unpack into ${(0,errors/* shown */.SP)(dest)}: ${(0,errors/* because */.xx)(cause)}`, { cause });
    }
}
/** Also where directories have got their modes already. */
async function remove(directory) {
    const open = (path) => {
        external_node_fs_.chmodSync(path, 0o700);
        for (const child of external_node_fs_.readdirSync(path, { withFileTypes: true, encoding: 'buffer' }))
            if (child.isDirectory())
                open(Buffer.concat([path, Buffer.from('/'), child.name]));
    };
    try {
        if (external_node_fs_.existsSync(directory))
            open(Buffer.from(directory));
        await (0,promises_.rm)(directory, { recursive: true, force: true });
    }
    catch {
        // The error that led here says more; where there was none, all is in its place.
    }
}


/***/ }),

/***/ 46212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ flatTar),
  B: () => (/* binding */ flatten)
});

// EXTERNAL MODULE: ./build/archive/encode.js
var encode = __webpack_require__(97795);
// EXTERNAL MODULE: ./build/archive/errors.js
var errors = __webpack_require__(1650);
// EXTERNAL MODULE: ./build/archive/header.js
var header = __webpack_require__(24908);
// EXTERNAL MODULE: ./build/archive/open.js
var archive_open = __webpack_require__(99977);
// EXTERNAL MODULE: ./build/archive/scan.js
var scan = __webpack_require__(92928);
// EXTERNAL MODULE: ./build/archive/names.js
var names = __webpack_require__(50485);
;// CONCATENATED MODULE: ./build/archive/tree.js
/**
 * The layers of an image laid over each other, by names alone (image-spec "Image Layer Filesystem Changeset"). Nothing
 * is resolved through a symbolic link: where a layer puts something below what is a link or a file in a lower layer, a
 * directory takes its place, as in an overlay file system. So no entry can end up anywhere but where its name says.
 */



const WHITEOUT = '.wh.';
/** Hides all that lower layers have in this directory. */
const OPAQUE = '.wh..wh..opq';
/** Other names of this kind belong to storage drivers of long ago. */
const RESERVED = '.wh..wh.';
/** What a directory is that no layer has an entry for. */
const IMPLIED = {
    name: '',
    type: 'directory',
    target: '',
    mode: 0o755,
    uid: 0,
    gid: 0,
    user: '',
    group: '',
    size: 0,
    modified: '0',
    major: 0,
    minor: 0,
    attributes: new Map(),
};
class LayerTree {
    #root = new Map();
    #layer = -1;
    /** Lays the next layer over those before. `subject` begins messages. Throws ArchiveError for a link to nothing. */
    add(entries, subject) {
        this.#layer++;
        const kept = [];
        // Whiteouts speak of lower layers only, wherever in the layer they stand.
        for (const { position, entry } of entries) {
            const path = (0,names/* normalName */.t)(entry.name);
            const slash = path.lastIndexOf('/');
            const base = path.slice(slash + 1);
            const parent = slash < 0 ? '' : path.slice(0, slash);
            if (base === OPAQUE)
                this.#directory(parent)?.clear();
            else if (!base.startsWith(WHITEOUT))
                kept.push({ path, inode: { layer: this.#layer, position, entry } });
            else if (!base.startsWith(RESERVED))
                this.#directory(parent)?.delete(base.slice(WHITEOUT.length));
        }
        for (const { path, inode } of kept)
            if (path !== '')
                this.#put(path, inode, subject);
    }
    /** All there is in the end, directories first, each before what is in it; then by layer and position. */
    survivors() {
        const paths = new Map();
        const visit = (children, prefix) => {
            for (const [name, node] of children) {
                const path = prefix + name;
                const known = paths.get(node.inode);
                if (known === undefined)
                    paths.set(node.inode, [path]);
                else
                    known.push(path);
                if (node.children !== undefined)
                    visit(node.children, `${path}/`);
            }
        };
        visit(this.#root, '');
        const all = [...paths].map(([inode, names]) => ({ ...inode, paths: names.sort() }));
        const isDirectory = ({ entry }) => entry.type === 'directory';
        return [
            ...all.filter(isDirectory).sort((a, b) => compare(a.paths[0], b.paths[0])),
            ...all.filter((one) => !isDirectory(one)).sort((a, b) => a.layer - b.layer || a.position - b.position),
        ];
    }
    /** The children of a directory that is there; undefined for anything else. */
    #directory(path) {
        let children = this.#root;
        if (path === '')
            return children;
        for (const part of path.split('/'))
            children = children?.get(part)?.children;
        return children;
    }
    #put(path, inode, subject) {
        const parts = path.split('/');
        const base = parts.pop() ?? '';
        let target;
        if (inode.entry.type === 'link') {
            target = this.#linked(inode.entry, subject);
            // A link to itself changes nothing.
            if (target === this.#directory(parts.join('/'))?.get(base)?.inode)
                return;
        }
        let children = this.#root;
        for (const part of parts) {
            let node = children.get(part);
            if (node?.children === undefined) {
                node = { inode: { layer: this.#layer, position: -1, entry: IMPLIED }, children: new Map() };
                children.set(part, node);
            }
            children = node.children;
        }
        if (target !== undefined) {
            children.set(base, { inode: target, children: undefined });
        }
        else if (inode.entry.type === 'directory') {
            children.set(base, { inode, children: children.get(base)?.children ?? new Map() });
        }
        else {
            children.set(base, { inode, children: undefined });
        }
    }
    /** The file a hard link names, with its content as it is now: a later layer that replaces the name changes only that. */
    #linked({ name, target }, subject) {
        const path = (0,names/* normalName */.t)(target);
        const slash = path.lastIndexOf('/');
        const node = this.#directory(slash < 0 ? '' : path.slice(0, slash))?.get(path.slice(slash + 1));
        if (node !== undefined && node.children === undefined)
            return node.inode;
        const what = node === undefined ? 'which is not there' : 'which is a directory';
        const link = `${(0,errors/* shown */.SP)((0,header/* nameText */.fh)(name))} to ${(0,errors/* shown */.SP)((0,header/* nameText */.fh)(target))}`;
        throw new errors/* ArchiveError */.di(`${subject} links ${link}, ${what}`);
    }
}
function compare(a = '', b = '') {
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./build/archive/flatten.js






/**
 * The root file system as a tar, the same bytes each time: owners, times and extended attributes as in the image, names
 * relative, no entry for the top. Fails with ArchiveError when a layer is damaged or exceeds the limits.
 */
function flatTar(image, options) {
    return (0,archive_open/* asReadable */.X)(tarOf(flatten(image, options)), options.signal);
}
/** Reads all layers, verified, before the first piece comes. Throws ArchiveError, BrokenTar. */
async function* flatten(image, options) {
    const survivors = await survivorsOf(image, options);
    let next = 0;
    for (; survivors[next]?.entry.type === 'directory'; next++)
        yield* named(survivors[next]);
    for (const [i, layer] of image.layers.entries()) {
        const wanted = new Map();
        for (; survivors[next]?.layer === i; next++) {
            const survivor = survivors[next];
            wanted.set(survivor.position, survivor);
        }
        // A layer of which nothing is left, or nothing but directories, need not be read again.
        if (wanted.size > 0)
            yield* contentOf(layer, wanted, options.signal);
    }
}
async function survivorsOf(image, { maxEntries = 1_000_000, maxBytes = 256 * 2 ** 30, signal }) {
    const tree = new LayerTree();
    let entries = 0;
    let bytes = 0;
    for (const layer of image.layers) {
        const found = [];
        let position = 0;
        const scanner = new scan/* TarScanner */.e(layer.subject, {
            entry(entry) {
                entries++;
                bytes += entry.size;
                if (entries > maxEntries)
                    throw tooMuch(image, `more than ${maxEntries} entries`);
                if (bytes > maxBytes)
                    throw tooMuch(image, `more than ${maxBytes} bytes`);
                refuseOdd(entry, layer);
                found.push({ position: position++, entry });
                return false;
            },
        });
        for await (const chunk of layer.tar(signal))
            scanner.push(chunk);
        scanner.finish();
        tree.add(found, layer.subject);
    }
    return tree.survivors();
}
function tooMuch(image, what) {
    return new errors/* ArchiveError */.di(`${image.subject} has ${what} in its layers`);
}
function refuseOdd({ type, name }, layer) {
    if (name.includes('\0'))
        throw new errors/* ArchiveError */.di(`${layer.subject} has a name with a zero in it`);
    if (type !== 'sparse' && type !== 'unknown')
        return;
    const what = type === 'sparse' ? 'a file with holes' : 'an entry of an unknown kind';
    throw new errors/* ArchiveError */.di(`${layer.subject} has ${what}: ${(0,errors/* shown */.SP)((0,header/* nameText */.fh)(name))}`);
}
function* named({ paths, entry }) {
    for (const path of paths)
        yield { kind: 'entry', path, entry };
}
/** The entries of a layer that are left, with their content, and after each its other names. */
async function* contentOf(layer, wanted, signal) {
    let pieces = [];
    let position = 0;
    let left = wanted.size;
    /** Other names of the file whose content is being read. */
    let further = [];
    const scanner = new scan/* TarScanner */.e(layer.subject, {
        entry(entry) {
            pieces.push(...further);
            further = [];
            const survivor = wanted.get(position++);
            if (survivor === undefined)
                return false;
            left--;
            const [first = '', ...others] = survivor.paths;
            pieces.push({ kind: 'entry', path: first, entry });
            further = others.map((path) => ({ kind: 'link', path, of: first, entry }));
            return entry.size > 0;
        },
        content(bytes) {
            pieces.push({ kind: 'content', bytes });
        },
    });
    for await (const chunk of layer.tar(signal)) {
        scanner.push(chunk);
        yield* pieces;
        pieces = [];
    }
    scanner.finish();
    yield* further;
    if (left > 0)
        throw new errors/* ArchiveError */.di(`${layer.subject} changed while it was being read`);
}
/**
 * Directories stand behind all that is in them: later layers add to directories of earlier ones, and most programs would
 * have set a directory's time, and shut a read-only one, before the last of its files came.
 */
async function* tarOf(pieces) {
    const batch = new Batch();
    const directories = [];
    let end = 0;
    for await (const piece of pieces) {
        if (piece.kind === 'content') {
            yield* batch.add(piece.bytes);
        }
        else if (piece.entry.type === 'directory') {
            directories.push(piece);
        }
        else {
            yield* batch.add(Buffer.alloc(end));
            yield* batch.add(headerOf(piece));
            end = piece.kind === 'entry' ? (0,scan/* padding */.M)(piece.entry.size) : 0;
        }
    }
    yield* batch.add(Buffer.alloc(end));
    for (const directory of directories.toReversed())
        yield* batch.add(headerOf(directory));
    yield* batch.add(Buffer.alloc(2 * header/* BLOCK */.IE));
    yield* batch.rest();
}
function headerOf(item) {
    const { path, entry } = item;
    if (item.kind === 'link')
        return (0,encode/* encodeHeader */.Y)({ ...entry, name: path, type: 'link', target: item.of, size: 0 });
    return (0,encode/* encodeHeader */.Y)({ ...entry, name: entry.type === 'directory' ? `${path}/` : path });
}
/** Small pieces joined: a stream takes each by itself, which for thousands of small files is what takes longest. */
class Batch {
    static #FULL = 64 * 1024;
    #pieces = [];
    #length = 0;
    *add(bytes) {
        if (bytes.length === 0)
            return;
        this.#pieces.push(bytes);
        this.#length += bytes.length;
        if (this.#length >= Batch.#FULL)
            yield* this.rest();
    }
    *rest() {
        if (this.#length > 0)
            yield this.#pieces.length === 1 ? this.#pieces[0] : Buffer.concat(this.#pieces);
        this.#pieces = [];
        this.#length = 0;
    }
}


/***/ }),

/***/ 99977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ asReadable),
/* harmony export */   p: () => (/* binding */ openArchive)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var _checked_tar_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18798);
/* harmony import */ var _compression_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36703);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1650);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25151);
/* harmony import */ var _local_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(31273);
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
/** An archive as a stream for an engine: `POST /images/load`, or `POST /images/create` for a root file system. */






/**
 * The bytes of a tar, or of a directory in the OCI layout as a tar. What is plain on its way out is checked to be a whole
 * tar. The stream fails with ArchiveError when the file is changed or cut meanwhile, and never just ends then.
 */
async function openArchive(path, { decompress = false, signal }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        if (await (0,_local_file_js__WEBPACK_IMPORTED_MODULE_5__/* .isDirectory */ .wd)(path))
            return asReadable((0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .layoutTar */ .M)(path, signal), signal);
        // Looked at now, so that the caller learns here what is wrong with it; opened again when it is read, if ever.
        const file = __addDisposableResource(env_1, await _local_file_js__WEBPACK_IMPORTED_MODULE_5__/* .LocalFile */ .EY.open(path), true);
        if (file.size === 0)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ArchiveError */ .di(`${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(path)} is empty`);
        return asReadable(bytesOf(path, decompress, signal), signal);
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
async function* bytesOf(path, decompress, signal) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const file = __addDisposableResource(env_2, await _local_file_js__WEBPACK_IMPORTED_MODULE_5__/* .LocalFile */ .EY.open(path), true);
        const compression = (0,_compression_js__WEBPACK_IMPORTED_MODULE_2__/* .compressionOf */ .MB)(await file.read(0, _compression_js__WEBPACK_IMPORTED_MODULE_2__/* .TELLING */ .se));
        const stream = file.stream(signal);
        const options = { holds: 'anything', subject: (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(path) };
        if (compression === 'none')
            yield* (0,_checked_tar_js__WEBPACK_IMPORTED_MODULE_1__/* .checkedTar */ .F)(stream, options);
        else if (compression !== 'zstd' && !(compression === 'gzip' && decompress))
            yield* stream;
        else
            yield* (0,_checked_tar_js__WEBPACK_IMPORTED_MODULE_1__/* .checkedTar */ .F)((0,_compression_js__WEBPACK_IMPORTED_MODULE_2__/* .decompressed */ .ji)(stream, (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(path)), options);
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
/** For bodies of requests. */
function asReadable(chunks, signal) {
    return node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(chunks, { objectMode: false, signal });
}


/***/ }),

/***/ 65389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ exportImage),
/* harmony export */   h: () => (/* binding */ exportImages)
/* harmony export */ });
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90347);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2952);
/* harmony import */ var _parameters_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9623);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77788);
/* harmony import */ var _transfer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30868);
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
    (0,_parameters_js__WEBPACK_IMPORTED_MODULE_1__/* .admit */ .w4)(engine, endpoint, { platform }, name);
    return engine.transport.stream({
        method: 'GET',
        path: `/images/${(0,_call_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeName */ .aA)(name)}/get`,
        endpoint,
        subject: name,
        query: { platform: (0,_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .encodePlatform */ .A)(platform) },
        signal,
        idleLimitMs: _transfer_js__WEBPACK_IMPORTED_MODULE_4__/* .IDLE_LIMIT_MS */ .U,
    });
}
/** Several images in one archive, where they share their layers. As `exportImage`; Throws for no name at all, too. */
async function exportImages(engine, names, options) {
    const { platform, signal } = options;
    const endpoint = 'GET /images/get';
    const subject = names.join(', ');
    // Engines answer 200 and an archive of nothing.
    if (names.length === 0)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .EngineError */ .NJ('no image is named', { status: 0, endpoint });
    (0,_parameters_js__WEBPACK_IMPORTED_MODULE_1__/* .admit */ .w4)(engine, endpoint, { platform }, subject);
    return engine.transport.stream({
        method: 'GET',
        path: '/images/get',
        endpoint,
        subject,
        query: { names, platform: (0,_platform_js__WEBPACK_IMPORTED_MODULE_3__/* .encodePlatform */ .A)(platform) },
        signal,
        idleLimitMs: _transfer_js__WEBPACK_IMPORTED_MODULE_4__/* .IDLE_LIMIT_MS */ .U,
    });
}


/***/ }),

/***/ 4169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkOutputs: () => (/* binding */ checkOutputs),
/* harmony export */   describeUnpacked: () => (/* binding */ describeUnpacked),
/* harmony export */   saveOutputs: () => (/* binding */ saveOutputs)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _archive_checked_tar_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18798);
/* harmony import */ var _archive_directory_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4058);
/* harmony import */ var _archive_flatten_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46212);
/* harmony import */ var _archive_image_archive_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(98133);
/* harmony import */ var _archive_save_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(50472);
/* harmony import */ var _engine_export_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(65389);
/* harmony import */ var _engine_facts_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(23984);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(26247);
/* harmony import */ var _report_units_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(15088);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(59032);
/* harmony import */ var _results_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(21813);
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
 * The finished image as files: the archive that load takes back, or the root file system, as a tar or as a directory.
 * Each is streamed, and stands under its name only when it is whole.
 */














/** Throws InvalidInput for what this engine cannot write, before any work. */
function checkOutputs(outputs, facts) {
    const isOld = facts.product === 'podman' || (0,_engine_facts_js__WEBPACK_IMPORTED_MODULE_9__/* .compareApi */ .S8)(facts.engineApiVersion, '1.44') < 0;
    if (isOld && outputs.some(({ type }) => type === 'oci')) {
        const name = facts.product === 'podman' ? 'Podman' : 'Docker';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_11__/* .InvalidInput */ .o9('outputs', `type=oci: ${name} ${facts.version} exports no OCI layout through its Docker API (Docker 25 and newer do)`, 'use type=docker');
    }
    for (const { type, dest } of outputs) {
        if (type !== 'local' && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(dest, { throwIfNoEntry: false })?.isDirectory())
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_11__/* .InvalidInput */ .o9('outputs', `type=${type}: ${dest} is a directory`, 'name a file in it');
    }
}
/** Gives the paths written, in order. Throws EngineError, ArchiveError. */
async function saveOutputs(engine, { image, tags, outputs, }, tools) {
    const written = [];
    const names = tags.map(_registry_reference_js__WEBPACK_IMPORTED_MODULE_10__/* .formatFamiliar */ .LF);
    for (const output of outputs) {
        const { type, dest } = output;
        const size = type === 'docker' || type === 'oci'
            ? await saveArchive(engine, { names: names.length > 0 ? names : [image.id], output }, dest, tools.signal)
            : await saveFiles(engine, { name: names[0] ?? image.id, details: image }, output, tools);
        tools.log.info(`Wrote ${dest}, ${size}`);
        written.push(dest);
    }
    return written;
}
/** The size in words. Warns of what was left out. */
function describeUnpacked(dest, { entries, bytes, skipped }, log) {
    if (skipped > 0)
        log.warning(`${dest}: ${(0,_report_units_js__WEBPACK_IMPORTED_MODULE_13__/* .count */ .U9)(skipped, 'device or named pipe', 'devices and named pipes')} of the image were left out`);
    return `${(0,_report_units_js__WEBPACK_IMPORTED_MODULE_13__/* .count */ .U9)(entries, 'entry', 'entries')}, ${(0,_report_units_js__WEBPACK_IMPORTED_MODULE_13__/* .formatBytes */ .z3)(bytes)}`;
}
async function saveArchive(engine, { names, output }, dest, signal) {
    const options = { platform: output.platform, signal };
    const [first = ''] = names;
    const chunks = await (names.length > 1 ? (0,_engine_export_js__WEBPACK_IMPORTED_MODULE_8__/* .exportImages */ .h)(engine, names, options) : (0,_engine_export_js__WEBPACK_IMPORTED_MODULE_8__/* .exportImage */ ._)(engine, first, options));
    return (0,_report_units_js__WEBPACK_IMPORTED_MODULE_13__/* .formatBytes */ .z3)(await (0,_archive_save_js__WEBPACK_IMPORTED_MODULE_7__/* .saveStream */ .S)((0,_archive_checked_tar_js__WEBPACK_IMPORTED_MODULE_3__/* .checkedTar */ .F)(chunks), dest, { signal }));
}
/** The archive goes to a temporary file first: its layers have to be read more than once. */
async function saveFiles(engine, { name, details }, output, { temp, log, signal }) {
    const { type, dest, platform } = output;
    const scratch = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(temp, 'stowage-export-'));
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const archive = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(scratch, 'image.tar');
            await saveArchive(engine, { names: [name], output }, archive, signal);
            const image = __addDisposableResource(env_1, await (0,_archive_image_archive_js__WEBPACK_IMPORTED_MODULE_6__/* .openImage */ .U)(archive, { platform: platform ?? (0,_results_js__WEBPACK_IMPORTED_MODULE_12__/* .platformOf */ .tj)(details), scratch, signal }), true);
            if (type === 'tar')
                return (0,_report_units_js__WEBPACK_IMPORTED_MODULE_13__/* .formatBytes */ .z3)(await (0,_archive_save_js__WEBPACK_IMPORTED_MODULE_7__/* .saveStream */ .S)((0,_archive_flatten_js__WEBPACK_IMPORTED_MODULE_5__/* .flatTar */ .f)(image, { signal }), dest, { signal }));
            return describeUnpacked(dest, await (0,_archive_directory_js__WEBPACK_IMPORTED_MODULE_4__/* .unpackImage */ .m)(image, dest, { signal }), log);
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
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(scratch, { recursive: true, force: true });
    }
}


/***/ })

};
