export const id = 8888;
export const ids = [8888];
export const modules = {

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

/***/ 48888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  shareContext: () => (/* binding */ shareContext)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/context/dockerfile.js
var context_dockerfile = __webpack_require__(46828);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/context/given-files.js
/**
 * A directory of files that are in memory, for a builder to ask for: a Dockerfile and the ignore file beside it, wherever
 * they lie. No path of the disk takes part, so nothing else can be had through it.
 */

class GivenFiles {
    #entries;
    constructor(contents) {
        const paths = new Set();
        for (const path of contents.keys()) {
            const parts = path.split('/');
            for (let depth = 1; depth <= parts.length; depth++)
                paths.add(parts.slice(0, depth).join('/'));
        }
        // A slash comes before any other byte, so that what is in a directory comes right after it.
        const key = (path) => Buffer.from(path.replaceAll('/', '\0'));
        const sorted = [...paths].sort((a, b) => Buffer.compare(key(a), key(b)));
        this.#entries = sorted.map((path) => new GivenEntry(path, contents.get(path)));
    }
    /** All of it, whatever is asked for: it holds no more than a builder looks for. */
    async *list() {
        yield this.#entries;
    }
}
class GivenEntry {
    path;
    kind;
    mode;
    size;
    /** Made from the content, so that another content is always noticed. */
    modified;
    target = '';
    #content;
    constructor(path, content) {
        this.path = path;
        this.kind = content === undefined ? 'directory' : 'file';
        this.mode = content === undefined ? 0o755 : 0o644;
        this.size = content?.length ?? 0;
        this.modified = content === undefined ? 0n : markOf(content);
        this.#content = content;
    }
    open() {
        return new GivenContent(this.#content ?? new Uint8Array(0));
    }
}
class GivenContent {
    #rest;
    constructor(content) {
        this.#rest = content;
    }
    get left() {
        return this.#rest.length;
    }
    read(target, at, most) {
        const piece = this.#rest.subarray(0, most);
        target.set(piece, at);
        this.#rest = this.#rest.subarray(piece.length);
        return piece.length;
    }
    finish() { }
    close() { }
}
function markOf(content) {
    return (0,external_node_crypto_.createHash)('sha256').update(content).digest().readBigUInt64BE() >> 16n;
}

// EXTERNAL MODULE: ./build/context/on-demand.js + 1 modules
var on_demand = __webpack_require__(92009);
;// CONCATENATED MODULE: ./build/context/share.js
/** A local directory as build context that a builder asks for part by part, and its Dockerfile beside it. */




/**
 * Shares the context as `context` and the Dockerfile as `dockerfile`: under its path in the context when it lies there,
 * else under its own name. Throws ContextError; so do the listings and the files, with what is wrong by then.
 */
function shareContext({ root, dockerfile, ignore, maxEntries, epoch }, onWarning) {
    const name = nameOf(dockerfile);
    const given = new Map([[name, (0,context_dockerfile/* readDockerfile */.n_)(dockerfile)]]);
    const rules = ownRules(dockerfile, ignore);
    if (rules !== undefined)
        given.set(`${name}.dockerignore`, rules);
    return {
        dockerfile: name,
        directories: new Map([
            ['context', new on_demand/* ContextParts */.g2({ root, ignore, maxEntries, epoch, onWarning })],
            ['dockerfile', new GivenFiles(given)],
        ]),
    };
}
function nameOf(dockerfile) {
    if (dockerfile.kind === 'loose')
        return 'Dockerfile';
    return dockerfile.kind === 'inside' ? dockerfile.path : (0,external_node_path_.basename)(dockerfile.named);
}
/** The ignore file that is the Dockerfile's own, as we understood it. */
function ownRules(dockerfile, ignore) {
    if (dockerfile.kind === 'loose' || ignore.file !== `${dockerfile.named}.dockerignore`)
        return undefined;
    if (!(0,on_demand/* canShareRules */.D4)(ignore))
        return undefined;
    return Buffer.from(ignore.patterns.map(({ text, exception }) => `${exception ? '!' : ''}${text}\n`).join(''));
}


/***/ })

};
