export const id = 319;
export const ids = [319];
export const modules = {

/***/ 9319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openContext: () => (/* binding */ openContext)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
var external_node_fs_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_fs_, 2);
;// CONCATENATED MODULE: ./build/context/errors.js
/**
 * What can go wrong between the files on disk and the bytes sent to the engine. Every error names the one path it is
 * about, with control characters and bytes that are not UTF-8 made visible, and says what to do next.
 */
/** The context, its Dockerfile or its ignore file cannot be used. */
class ContextError extends Error {
    name = 'ContextError';
    path;
    hint;
    constructor(message, options) {
        super(options.hint === undefined ? message : `${message}. ${options.hint}`, options.cause === undefined ? undefined : { cause: options.cause });
        this.path = options.path;
        this.hint = options.hint;
    }
}
/** A line of an ignore file is not a pattern. `path` is the ignore file. */
class InvalidPattern extends ContextError {
    name = 'InvalidPattern';
    line;
    pattern;
    constructor(message, options) {
        super(message, options);
        this.line = options.line;
        this.pattern = options.pattern;
    }
}
/**
 * A path as it may stand in a message: control characters, line ends and quotes in JSON's escapes, no quotes around,
 * and no longer than a reader can take.
 */
function shown(path, most = 300) {
    const brief = path.length > most ? `${path.slice(0, most - 50)}...${path.slice(-50)}` : path;
    return JSON.stringify(brief)
        .slice(1, -1)
        .replace(/[\u007f-\u009f\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
/** A file name of bytes that are not UTF-8, the odd bytes as `\xe9`. */
function shownBytes(name) {
    let text = '';
    for (const byte of name) {
        text += byte > 0x1f && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`;
    }
    return text;
}
/** The words for an errno; the code itself where we have none. */
function because(error) {
    const code = errno(error);
    return code === undefined ? String(error) : (REASONS[code] ?? code);
}
/** `ENOENT` and the like, when the error has one. */
function errno(error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    return typeof code === 'string' ? code : undefined;
}
const REASONS = {
    EACCES: 'permission denied',
    EPERM: 'operation not permitted',
    ENOENT: 'it does not exist',
    ENOTDIR: 'a part of its path is not a directory',
    EISDIR: 'it is a directory',
    ELOOP: 'too many symbolic links',
    EMFILE: 'too many open files',
    ENAMETOOLONG: 'the path is too long',
    EIO: 'input/output error',
};

;// CONCATENATED MODULE: ./build/context/content.js
/**
 * The content of files, read so that what comes out is what the walk listed or an error (hardening C3, C6): opened
 * without following a link, compared by device, inode, size and time after the last byte was read.
 */


/** Without O_NONBLOCK, opening a named pipe somebody put in the file's place would wait for ever. */
const FLAGS = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK | (external_node_fs_.constants.O_NOFOLLOW ?? 0);
/** A file being read, synchronously and from start to end. Every call throws ContextError. */
class Content {
    #file;
    #fd;
    #length = 0;
    /** `root` is the walk's. Opens the file; `close` it in any case. */
    constructor(root, file) {
        this.#file = file;
        this.#fd = attempt(file, () => external_node_fs_.openSync(`${root}/${file.path}`, FLAGS));
    }
    /** Bytes still to come. */
    get left() {
        return this.#file.size - this.#length;
    }
    /** Reads up to `most` bytes to `target[at...]`; gives how many, never 0 while some are left. */
    read(target, at, most) {
        let n;
        try {
            n = external_node_fs_.readSync(this.#fd, target, at, Math.min(most, this.left), null);
        }
        catch (error) {
            // That it is another file by now says more than the errno.
            this.#compare();
            throw unreadable(this.#file, error);
        }
        this.#length += n;
        if (n === 0 && this.left > 0) {
            this.#compare();
            throw shrunk(this.#file, this.#length);
        }
        return n;
    }
    /** To be called after the last byte: that the file was the listed one, and still is, through and through. */
    finish() {
        this.#compare();
    }
    close() {
        external_node_fs_.closeSync(this.#fd);
    }
    #compare() {
        compare(this.#file, attempt(this.#file, () => external_node_fs_.fstatSync(this.#fd)));
    }
}
/** Reads a whole file to `target[at...]`, which must have room for it. Throws ContextError. */
function readInto(root, file, target, at) {
    const content = new Content(root, file);
    try {
        for (let end = at; content.left > 0;)
            end += content.read(target, end, content.left);
        content.finish();
    }
    finally {
        content.close();
    }
}
/** The content of a file in pieces, which are the caller's to keep. Throws ContextError, also after the last piece. */
function* readPieces(root, file, size) {
    const content = new Content(root, file);
    try {
        while (content.left > 0) {
            const piece = Buffer.allocUnsafeSlow(Math.min(size, content.left));
            yield piece.subarray(0, content.read(piece, 0, piece.length));
        }
        content.finish();
    }
    finally {
        content.close();
    }
}
/** That a directory, a link or a further name of a file is still the one the walk saw. Throws ContextError. */
function checkUnchanged(root, entry) {
    const stat = attempt(entry, () => external_node_fs_.lstatSync(`${root}/${entry.path}`));
    if (entry.kind === 'file')
        compare(entry, stat);
    // A link cannot be rewritten, only replaced; a directory's time changes with every file somebody adds.
    else if (stat.dev !== entry.dev || stat.ino !== entry.ino)
        throw changed(entry, 'it was replaced by another');
}
function compare(file, stat) {
    if (!stat.isFile() || stat.dev !== file.dev || stat.ino !== file.ino)
        throw changed(file, 'it was replaced by another file');
    if (stat.size < file.size)
        throw shrunk(file, stat.size);
    if (stat.size > file.size)
        throw changed(file, `it grew from ${file.size} to ${stat.size} bytes`);
    if (stat.mtimeMs !== file.mtimeMs)
        throw changed(file, 'it was written to');
}
function shrunk(file, size) {
    return changed(file, `it shrank from ${file.size} to ${size} bytes`);
}
function attempt(entry, call) {
    try {
        return call();
    }
    catch (error) {
        throw unreadable(entry, error);
    }
}
function unreadable(entry, cause) {
    if (errno(cause) === 'ENOENT')
        return changed(entry, 'it vanished', cause);
    if (errno(cause) === 'ELOOP')
        return changed(entry, 'it was replaced by a symbolic link', cause);
    return new ContextError(`cannot pack ${shown(entry.path)}: ${because(cause)}`, {
        path: entry.path,
        cause,
        hint: 'Change its permissions or exclude it in .dockerignore',
    });
}
function changed(entry, what, cause) {
    return new ContextError(`cannot pack ${shown(entry.path)}: ${what} while the context was being packed`, {
        path: entry.path,
        cause,
        hint: 'Keep other processes from changing the context during the build, or exclude the path in .dockerignore',
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/context/pattern.js
/**
 * One pattern of an ignore file, compiled and matched as moby's patternmatcher does (moby/patternmatcher,
 * `Pattern.compile` and `Pattern.match`): `*` and `?` stay inside a path component, `**` crosses them, `[a-z]` and
 * `[^a-z]` are classes, a backslash takes the next character as it is, a leading `**` before plain text is a suffix.
 *
 * Moby goes through a regular expression. Here a pattern is a list of tokens run as a set of states over the path, so
 * that no pattern can cost more than its length times the path's (hardening C5). Where moby's detour shows (a `*`
 * inside a class, `\d`, `[[:alpha:]]`, a `^` amid wildcards, `**` not crossing a line feed in a name) we keep to what
 * Docker documents, Go's filepath.Match.
 */
/** Thrown by `compilePattern`; the reader of the ignore file adds where the pattern stands. */
class BadPattern extends Error {
    name = 'BadPattern';
}
const SLASH = 0x2f;
const STAR = { kind: 'star' };
const ANY = { kind: 'any' };
/**
 * `text` is cleaned (no `//`, no `.` or `..` that can be resolved, no slash at the ends) and has no `!`.
 * Throws BadPattern where Go's filepath.Match would, and for a class range that runs backwards, which moby only
 * notices at the first match.
 */
function compilePattern(text, exception) {
    const tokens = tokenize(text);
    const literal = tokens.every((token) => token.kind === 'char');
    if (literal)
        return { kind: 'exact', text, exception, path: textOf(tokens) };
    const rest = text.slice(2);
    if (text.startsWith('**') && !/[*?[\]\\]/.test(rest)) {
        return { kind: 'suffix', text, exception, suffix: rest, path: rest.startsWith('/') ? rest.slice(1) : undefined };
    }
    const last = tokens.length - 1;
    if (tokens[last]?.kind === 'any' && tokens.slice(0, last).every((token) => token.kind === 'char')) {
        return { kind: 'prefix', text, exception, prefix: textOf(tokens.slice(0, last)) };
    }
    let start = 0;
    while (tokens[start]?.kind === 'char')
        start++;
    let end = tokens.length;
    while (end > start && tokens[end - 1]?.kind === 'char')
        end--;
    const head = textOf(tokens.slice(0, start));
    const tail = textOf(tokens.slice(end));
    const needle = longestText(tokens.slice(start, end));
    const least = tokens.reduce((sum, token) => sum + leastUnits(token), 0);
    return { kind: 'glob', text, exception, tokens, head, tail, needle, least, start, end };
}
/** A pattern that is one path, whatever characters it holds. */
function exactly(path, exception) {
    return { kind: 'exact', text: path, exception, path };
}
/** Whether the pattern names this very path; parents are the caller's affair. */
function matches(pattern, path) {
    switch (pattern.kind) {
        case 'exact':
            return path === pattern.path;
        case 'prefix':
            return path.startsWith(pattern.prefix);
        case 'suffix':
            return path.endsWith(pattern.suffix) || path === pattern.path;
        case 'glob': {
            const { head, tail, needle, least } = pattern;
            if (path.length < least || !path.startsWith(head) || !path.endsWith(tail))
                return false;
            const middle = path.slice(head.length, path.length - tail.length);
            if (!middle.includes(needle))
                return false;
            if (pattern.end - pattern.start === 1) {
                const kind = pattern.tokens[pattern.start]?.kind;
                if (kind === 'any')
                    return true;
                if (kind === 'star')
                    return !middle.includes('/');
            }
            return run(pattern.tokens, pattern.start, pattern.end, middle).includes(pattern.end);
        }
        default:
            return pattern;
    }
}
/** Whether the pattern could name any path below the directory. May say yes too often, never no too often. */
function reachesBelow(pattern, directory) {
    const below = `${directory}/`;
    switch (pattern.kind) {
        case 'exact':
            return pattern.path.startsWith(below);
        case 'prefix':
            return pattern.prefix.startsWith(below) || below.startsWith(pattern.prefix);
        case 'suffix':
            return true;
        case 'glob':
            if (!pattern.head.startsWith(below) && !below.startsWith(pattern.head))
                return false;
            return run(pattern.tokens, 0, pattern.tokens.length, below).length > 0;
        default:
            return pattern;
    }
}
/** The states reached after reading all of `text` from state `start`; state `end` means all tokens are used up. */
function run(tokens, start, end, text) {
    let states = [];
    let next = [];
    // For each state the number of the reading step that last entered it, so that a step lists each state once.
    const entered = new Int32Array(end + 1);
    let step = 1;
    /** Lists a state and those that follow it without reading anything. */
    const enter = (state, into) => {
        const kind = state < end ? tokens[state]?.kind : undefined;
        if (kind === 'dirs') {
            enter(state + 1, into);
            enter(state + 2, into);
            return;
        }
        if (entered[state] === step)
            return;
        entered[state] = step;
        into.push(state);
        if (kind === 'star' || kind === 'any')
            enter(state + 1, into);
    };
    enter(start, states);
    for (let i = 0; i < text.length && states.length > 0; i++) {
        const code = text.codePointAt(i) ?? 0;
        if (code > 0xffff)
            i++;
        step++;
        for (const state of states) {
            const token = state < end ? tokens[state] : undefined;
            if (token === undefined)
                continue;
            if (token.kind === 'any' || token.kind === 'run' || (token.kind === 'star' && code !== SLASH))
                enter(state, next);
            if (accepts(token, code))
                enter(state + 1, next);
        }
        [states, next] = [next, states];
        next.length = 0;
    }
    return states;
}
function leastUnits(token) {
    if (token.kind === 'char')
        return token.code > 0xffff ? 2 : 1;
    return token.kind === 'one' || token.kind === 'class' ? 1 : 0;
}
function accepts(token, code) {
    switch (token.kind) {
        case 'char':
            return token.code === code;
        case 'one':
            return code !== SLASH;
        case 'class':
            return token.ranges.some(([low, high]) => low <= code && code <= high) !== token.negated;
        case 'run':
            return code === SLASH;
        default:
            return false;
    }
}
function tokenize(text) {
    const codes = Array.from(text, (char) => char.codePointAt(0) ?? 0);
    const is = (index, char) => codes[index] === char.charCodeAt(0);
    const tokens = [];
    let at = 0;
    while (at < codes.length) {
        if (is(at, '*') && is(at + 1, '*')) {
            at += 2;
            if (is(at, '/'))
                at++;
            if (at === codes.length)
                tokens.push(ANY);
            else if (tokens.at(-1)?.kind !== 'run')
                tokens.push({ kind: 'dirs' }, { kind: 'run' });
        }
        else if (is(at, '*')) {
            at++;
            // "(dirs/)?name" with any name is any path at all; said so, most patterns need no states.
            if (tokens.at(-1)?.kind === 'run')
                tokens.splice(-2, 2, ANY);
            else if (tokens.at(-1)?.kind !== 'star')
                tokens.push(STAR);
        }
        else if (is(at, '?')) {
            at++;
            tokens.push({ kind: 'one' });
        }
        else if (is(at, '[')) {
            const [token, after] = characterClass(codes, at + 1);
            tokens.push(token);
            at = after;
        }
        else {
            if (is(at, '\\'))
                at++;
            const code = codes[at++];
            if (code === undefined)
                throw new BadPattern('it ends in a backslash');
            tokens.push({ kind: 'char', code });
        }
    }
    return tokens;
}
/** Reads from behind the `[`; gives the token and the index behind its `]`. */
function characterClass(codes, from) {
    const is = (index, char) => codes[index] === char.charCodeAt(0);
    const negated = is(from, '^');
    let at = negated ? from + 1 : from;
    const member = () => {
        if (is(at, '-') || is(at, ']'))
            throw new BadPattern(`a class needs a backslash before its "${is(at, '-') ? '-' : ']'}"`);
        if (is(at, '\\'))
            at++;
        const code = codes[at++];
        if (code === undefined)
            throw new BadPattern('a "[" is never closed');
        return code;
    };
    const ranges = [];
    while (ranges.length === 0 || !is(at, ']')) {
        const low = member();
        let high = low;
        if (is(at, '-')) {
            at++;
            high = member();
        }
        if (high < low) {
            throw new BadPattern(`the range "${String.fromCodePoint(low)}-${String.fromCodePoint(high)}" runs backwards`);
        }
        ranges.push([low, high]);
    }
    return [{ kind: 'class', negated, ranges }, at + 1];
}
function textOf(tokens) {
    return tokens.map((token) => (token.kind === 'char' ? String.fromCodePoint(token.code) : '')).join('');
}
/** The longest stretch of plain characters: a path without it cannot match, which one native search settles. */
function longestText(tokens) {
    let best = '';
    let text = '';
    for (const token of tokens) {
        text = token.kind === 'char' ? text + String.fromCodePoint(token.code) : '';
        if (text.length > best.length)
            best = text;
    }
    return best;
}

;// CONCATENATED MODULE: ./build/context/dockerignore.js
/**
 * `.dockerignore`: which paths of the context stay at home. The reader follows moby/patternmatcher/ignorefile, the
 * verdicts follow its `MatchesUsingParentResults`, which is what BuildKit, buildx and today's docker CLI ask: the last
 * line that matches decides, a line that matches a directory holds for all below it, and `!` takes back in.
 *
 * Worth knowing: a path below an excluded directory can come back, so a directory is pruned only when no `!` line
 * could reach below it (the docker CLI's classic builder prunes more: there a `!` line with a wildcard brings nothing
 * back from an excluded directory). And a line is only looked at where it would change the verdict so far: `a/b` then
 * `!a` leaves `a/b` out, and `*`, `!a/b`, `a` lets `a/b` in, because `a` was excluded already when its turn came.
 */




const NO_RULES = { file: undefined, patterns: [] };
/** Bytes of an ignore file we are willing to read, and characters of one line (Go's line scanner stops there too). */
const FILE_LIMIT = 1024 * 1024;
const LINE_LIMIT = 64 * 1024;
/**
 * The ignore file for a build: `<dockerfile>.dockerignore` when it is there, else `.dockerignore` of the context, else
 * no rules. Both paths are absolute; `dockerfile` as the author named it, links not resolved.
 * Throws ContextError when the file is too big, no regular file, or a link to outside of the context and of the
 * Dockerfile's own directory (an error message could quote what it points at), and InvalidPattern.
 */
function readIgnoreFile(contextRoot, dockerfile) {
    for (const [file, home] of [
        [`${dockerfile}.dockerignore`, (0,external_node_path_.dirname)(dockerfile)],
        [(0,external_node_path_.join)(contextRoot, '.dockerignore'), contextRoot],
    ]) {
        const text = readGuarded(file, [home, contextRoot]);
        if (text !== undefined)
            return parseIgnoreFile(text, file);
    }
    return NO_RULES;
}
/** The rules in the text of an ignore file; `file` is only named in errors. Throws InvalidPattern. */
function parseIgnoreFile(text, file) {
    const patterns = [];
    for (const { text: pattern, line } of readPatterns(text, file)) {
        // As patternmatcher.New: cleaned once more, now with the "!" in place, which makes "!/" a lone "!".
        const cleaned = clean(pattern);
        const exception = cleaned.startsWith('!');
        try {
            if (cleaned === '!')
                throw new BadPattern('a "!" must be followed by a path');
            patterns.push(compilePattern(exception ? cleaned.slice(1) : cleaned, exception));
        }
        catch (error) {
            if (!(error instanceof BadPattern))
                throw error;
            throw new InvalidPattern(`invalid pattern "${shown(pattern)}"${file === undefined ? '' : ` in ${shown(file)}, line ${line}`}: ${error.message}`, {
                path: file ?? '',
                line,
                pattern,
                hint: 'Correct that line or put a backslash before the special character',
                cause: error,
            });
        }
    }
    return { file, patterns };
}
/**
 * The lines of an ignore file that are patterns: without a byte order mark, blank lines and lines that begin with `#`
 * (in the very first column), each trimmed, cleaned as Go's filepath.Clean, without one leading slash.
 */
function readPatterns(text, file) {
    const lines = [];
    for (const [index, raw] of text
        .replace(/^\ufeff/, '')
        .split('\n')
        .entries()) {
        const line = index + 1;
        if (raw.length > LINE_LIMIT) {
            throw new InvalidPattern(`line ${line} of ${shown(file ?? 'the ignore file')} is longer than ${LINE_LIMIT} characters`, {
                path: file ?? '',
                line,
                pattern: `${raw.slice(0, 80)}...`,
                hint: 'An ignore file holds one path pattern per line',
            });
        }
        if (raw.startsWith('#'))
            continue;
        const trimmed = trim(raw);
        if (trimmed === '')
            continue;
        const inverted = trimmed.startsWith('!');
        let pattern = inverted ? trim(trimmed.slice(1)) : trimmed;
        if (pattern !== '')
            pattern = clean(pattern);
        if (pattern.length > 1 && pattern.startsWith('/'))
            pattern = pattern.slice(1);
        lines.push({ text: inverted ? `!${pattern}` : pattern, line });
    }
    return lines;
}
/** The rules with some paths always let in, as the docker CLI lets in the Dockerfile and `.dockerignore`. */
function alwaysKeeping(rules, paths) {
    return { ...rules, patterns: [...rules.patterns, ...paths.map((path) => exactly(path, true))] };
}
/** Whether a path, given the hits of the directory it lies in, is left out. Paths have `/` between, none at the ends. */
function isExcluded(rules, path, parent) {
    return judge(rules.patterns, path, parent, undefined);
}
/** As `isExcluded`, for a directory, whose hits its children need. */
function judgeDirectory(rules, path, parent) {
    const hits = [];
    const excluded = judge(rules.patterns, path, parent, hits);
    return { excluded, hits };
}
/** Whether anything below an excluded directory may be let in again. `hits` are the directory's own. */
function mayReinclude(rules, directory, hits) {
    for (let i = rules.patterns.length - 1; i >= 0; i--) {
        const pattern = rules.patterns[i];
        if (pattern === undefined)
            continue;
        // Lines before one that excludes the directory, and so all below it, have no say any more.
        if (hits[i] === true && !pattern.exception)
            return false;
        if (pattern.exception && reachesBelow(pattern, directory))
            return true;
    }
    return false;
}
/** Whether a path is left out, asked for a single path: its parents are judged first, from the top. */
function excludes(rules, path) {
    let hits = [];
    for (let slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
        hits = judgeDirectory(rules, path.slice(0, slash), hits).hits;
    }
    return isExcluded(rules, path, hits);
}
function judge(patterns, path, parent, hits) {
    let excluded = false;
    for (let i = 0; i < patterns.length; i++) {
        const pattern = patterns[i];
        if (pattern === undefined)
            continue;
        const hit = parent[i] === true || (pattern.exception === excluded && matches(pattern, path));
        hits?.push(hit);
        if (hit)
            excluded = !pattern.exception;
    }
    return excluded;
}
/** Go's filepath.Clean on a path with slashes: node's normalize, without its trailing slash. */
function clean(path) {
    const normal = external_node_path_.posix.normalize(path);
    return normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal;
}
const BLANK = /^\p{White_Space}$/u;
/** Go's strings.TrimSpace: white space as Unicode has it, which is not quite what String.trim takes off. */
function trim(text) {
    let start = 0;
    let end = text.length;
    while (start < end && BLANK.test(text.charAt(start)))
        start++;
    while (start < end && BLANK.test(text.charAt(end - 1)))
        end--;
    return text.slice(start, end);
}
/** The text of a file that must lie, links resolved, in one of the homes; undefined when there is none. */
function readGuarded(file, homes) {
    let real;
    try {
        real = (0,external_node_fs_.realpathSync)(file);
    }
    catch (error) {
        if (errno(error) === 'ENOENT' || errno(error) === 'ENOTDIR')
            return undefined;
        throw unusable(file, because(error), error);
    }
    if (!homes.some((home) => isInside((0,external_node_fs_.realpathSync)(home), real))) {
        throw unusable(file, `it is a symbolic link to ${shown(real)}, outside of the context`);
    }
    let fd;
    try {
        fd = (0,external_node_fs_.openSync)(real, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK | (external_node_fs_.constants.O_NOFOLLOW ?? 0));
        if (!(0,external_node_fs_.fstatSync)(fd).isFile())
            throw unusable(file, 'it is not a regular file');
        const bytes = Buffer.alloc(FILE_LIMIT + 1);
        let length = 0;
        for (let n = -1; n !== 0 && length < bytes.length; length += n)
            n = (0,external_node_fs_.readSync)(fd, bytes, length, bytes.length - length, null);
        if (length > FILE_LIMIT)
            throw unusable(file, 'it is larger than 1 MiB');
        if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
            throw unusable(file, 'it is UTF-16 text', undefined, 'Save it as UTF-8');
        }
        return bytes.toString('utf8', 0, length);
    }
    catch (error) {
        if (error instanceof ContextError)
            throw error;
        throw unusable(file, because(error), error);
    }
    finally {
        if (fd !== undefined)
            (0,external_node_fs_.closeSync)(fd);
    }
}
/** Whether a path is the directory itself or lies in it; both absolute and resolved. */
function isInside(directory, path) {
    const way = (0,external_node_path_.relative)(directory, path);
    return way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way);
}
function unusable(file, why, cause, hint) {
    return new ContextError(`cannot use the ignore file ${shown(file)}: ${why}`, { path: file, cause, hint });
}

;// CONCATENATED MODULE: ./build/context/dockerfile.js
/**
 * Where the Dockerfile is and how it travels. What counts is where it really lies, links resolved (hardening C5): in
 * the context, and it is sent as part of it under its real path; elsewhere because the author said so, and it is sent
 * as one more file; elsewhere because a link in the context leads there, and it is refused, since whoever may change
 * the context must not be able to read other files through a build.
 *
 * A Dockerfile from elsewhere goes under a generated name, as the docker CLI does it. The name is made from the
 * content, so that an unchanged context gives unchanged bytes. The CLI hides it from COPY by adding the name to the
 * `.dockerignore` it sends, which works because the classic builder and Podman read that file again on their side.
 * BuildKit does not look at the `.dockerignore` of an uploaded tar: there `COPY . .` takes the generated file and a
 * Dockerfile the rules exclude along. Only a build that fetches files by session is free of that.
 */





/** More than any Dockerfile, less than any archive named by mistake. Bytes. */
const SIZE_LIMIT = 4 * 1024 * 1024;
/** The context directory with links resolved. Throws ContextError that says what there is instead. */
function resolveContext(directory) {
    const root = orExplain(directory, 'the context directory', 'Set the input "context" to the directory to build from');
    if ((0,external_node_fs_.statSync)(root).isDirectory())
        return root;
    throw new ContextError(`the context ${shown(directory)} is not a directory`, {
        path: directory,
        hint: 'Set the input "context" to the directory to build from',
    });
}
/**
 * Finds the Dockerfile. `file` is absolute; undefined means `Dockerfile` in the context. Where a `Dockerfile` is
 * missing, `dockerfile` beside it will do. `contextRoot` may be a link. Throws ContextError.
 */
async function locateDockerfile(contextRoot, file, options = {}) {
    const root = resolveContext(contextRoot);
    const named = withEitherCase((0,external_node_path_.resolve)(file ?? (0,external_node_path_.join)(contextRoot, 'Dockerfile')));
    const source = orExplain(named, 'the Dockerfile', 'Set the input "file" to its path, relative to the working directory');
    const stat = (0,external_node_fs_.statSync)(source);
    if (!stat.isFile())
        throw notAFile(named, stat);
    if (isInside(root, source))
        return { kind: 'inside', named, source, path: (0,external_node_path_.relative)(root, source).split(external_node_path_.sep).join('/') };
    // By whatever name of the context it was reached.
    if (isInside((0,external_node_path_.resolve)(contextRoot), named) || isInside(root, named) || isInside(root, (0,external_node_fs_.realpathSync)((0,external_node_path_.dirname)(named)))) {
        throw new ContextError(`the Dockerfile ${shown(named)} is a link to ${shown(source)}, outside of the context`, {
            path: named,
            hint: 'Put the file itself into the context, or name it where it is with the input "file"',
        });
    }
    if (options.workspace !== undefined && !isInside((0,external_node_fs_.realpathSync)(options.workspace), source)) {
        throw new ContextError(`the Dockerfile ${shown(named)} lies outside of the workspace ${shown(options.workspace)}`, {
            path: named,
            hint: source === named ? 'Use a Dockerfile of the checked out repository' : `It is a link to ${shown(source)}`,
        });
    }
    if (stat.size > SIZE_LIMIT) {
        throw new ContextError(`the Dockerfile ${shown(named)} is larger than 4 MiB`, {
            path: named,
            hint: 'Check the input "file"',
        });
    }
    return { kind: 'outside', named, source, content: read(source) };
}
/**
 * The name in the archive of a Dockerfile from elsewhere: the same for the same content, and not one of `taken`, so
 * that a context cannot put its own file in that place.
 */
function generatedName(content, taken) {
    for (let turn = 0;; turn++) {
        const name = `.dockerfile.${(0,external_node_crypto_.createHash)('sha256').update(`${turn}\0`).update(content).digest('hex').slice(0, 20)}`;
        if (!taken(name))
            return name;
    }
}
/** By the names in the directory, since a file system that ignores case would answer to both. */
function withEitherCase(file) {
    if ((0,external_node_path_.basename)(file) !== 'Dockerfile')
        return file;
    const names = new Set(list((0,external_node_path_.dirname)(file), []).map(({ name }) => name));
    return !names.has('Dockerfile') && names.has('dockerfile') ? (0,external_node_path_.join)((0,external_node_path_.dirname)(file), 'dockerfile') : file;
}
function read(source) {
    try {
        return (0,external_node_fs_.readFileSync)(source);
    }
    catch (error) {
        throw new ContextError(`cannot read the Dockerfile ${shown(source)}: ${because(error)}`, {
            path: source,
            cause: error,
            hint: 'Change its permissions',
        });
    }
}
/** The real path, or an error that tells what is there instead. */
function orExplain(path, what, hint) {
    try {
        return (0,external_node_fs_.realpathSync)(path);
    }
    catch (error) {
        const missing = errno(error) === 'ENOENT' || errno(error) === 'ENOTDIR';
        const why = missing
            ? isLink(path)
                ? 'it is a link to nothing'
                : `it does not exist; ${alternatives(path)}`
            : because(error);
        throw new ContextError(`cannot use ${what} ${shown(path)}: ${why}`, { path, cause: error, hint });
    }
}
function isLink(path) {
    return look(path, external_node_fs_.lstatSync)?.isSymbolicLink() ?? false;
}
/** What the nearest directory that exists holds, what may have been meant first: Dockerfiles, or directories. */
function alternatives(path) {
    let parent = (0,external_node_path_.dirname)(path);
    while (parent !== (0,external_node_path_.dirname)(parent) && !look(parent, external_node_fs_.statSync)?.isDirectory())
        parent = (0,external_node_path_.dirname)(parent);
    const entries = list(parent, undefined);
    if (entries === undefined)
        return `${shown(parent)} cannot be read`;
    if (entries.length === 0)
        return `${shown(parent)} is empty`;
    const wantsFile = parent === (0,external_node_path_.dirname)(path);
    const isLikely = (entry) => wantsFile ? /(?:dockerfile|containerfile)(?!.*\.dockerignore$)/i.test(entry.name) : entry.isDirectory();
    const namesOf = (some) => some.map(({ name }) => shown(name)).sort();
    const names = [...namesOf(entries.filter(isLikely)), ...namesOf(entries.filter((entry) => !isLikely(entry)))];
    return `${shown(parent)} has ${names.slice(0, 10).join(', ')}${names.length > 10 ? ` and ${names.length - 10} more` : ''}`;
}
/** Undefined when there is nothing, or no way to look. */
function look(path, how) {
    try {
        return how(path);
    }
    catch {
        return undefined;
    }
}
function list(directory, orElse) {
    try {
        return (0,external_node_fs_.readdirSync)(directory, { withFileTypes: true });
    }
    catch {
        return orElse;
    }
}
function notAFile(named, stat) {
    const inside = stat.isDirectory() ? list(named, []).find(({ name }) => /^dockerfile$/i.test(name))?.name : undefined;
    return new ContextError(`the Dockerfile ${shown(named)} is ${stat.isDirectory() ? 'a directory' : 'not a regular file'}`, {
        path: named,
        hint: inside === undefined
            ? 'Set the input "file" to the Dockerfile itself'
            : `Set the input "file" to ${shown((0,external_node_path_.join)(named, inside))}`,
    });
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./build/context/header.js
const BLOCK = 512;
/** The largest time that fits the field (hardening C4): the year 2242. */
const LAST_SECOND = 8 ** 11 - 1;
/** tar-stream truncates times to 32 bits on their way into the field, so later ones travel as a PAX record. */
const LAST_PLAIN_SECOND = 2 ** 31 - 1;
const LAST_PLAIN_SIZE = 8 ** 11 - 1;
const NAME_BYTES = 100;
const PREFIX_BYTES = 155;
const TYPES = { file: 0x30, link: 0x31, symlink: 0x32, directory: 0x35 };
const TEMPLATE = Buffer.alloc(BLOCK);
TEMPLATE.write('000000 ', 100); // mode
TEMPLATE.write('000000 ', 108); // uid: root
TEMPLATE.write('000000 ', 116); // gid: root
TEMPLATE.write('00000000000 ', 124); // size
TEMPLATE.write('00000000000 ', 136); // mtime
TEMPLATE.write('000000 ', 148); // checksum
TEMPLATE.write('0', 156); // type
TEMPLATE.write('ustar\0' + '00', 257); // magic and version
TEMPLATE.write('000000 ', 329); // device, major
TEMPLATE.write('000000 ', 337); // device, minor
/** Sum of the template's bytes with the checksum itself as eight blanks, and the digits of the written fields as 0. */
const TEMPLATE_SUM = TEMPLATE.reduce((sum, byte) => sum + byte, 0) - (6 * 0x30 + 0x20) + 8 * 0x20;
/** The header of an entry; `first` is the name under which the content of this file went in already. */
function headerOf(entry, first) {
    const { mode } = entry;
    const seconds = Math.min(Math.max(Math.floor(entry.mtimeMs / 1000), 0), LAST_SECOND);
    switch (entry.kind) {
        case 'file':
            if (first !== undefined)
                return { name: entry.path, type: 'link', mode, size: 0, seconds, target: first };
            return { name: entry.path, type: 'file', mode, size: entry.size, seconds, target: '' };
        case 'directory':
            return { name: `${entry.path}/`, type: 'directory', mode, size: 0, seconds, target: '' };
        case 'symlink':
            return { name: entry.path, type: 'symlink', mode, size: 0, seconds, target: entry.target };
        default:
            return entry;
    }
}
/**
 * Writes the header as one block at `at`. False when it takes more than a plain block can say; what then stands at
 * `at` is of no use.
 */
function writePlain(block, at, header) {
    const { name, target, type, mode, size, seconds } = header;
    if (seconds > LAST_PLAIN_SECOND || size > LAST_PLAIN_SIZE || target.length > NAME_BYTES)
        return false;
    const slash = name.length > NAME_BYTES ? prefixLength(name) : 0;
    if (slash < 0)
        return false;
    TEMPLATE.copy(block, at);
    let sum = TEMPLATE_SUM;
    if (slash > 0)
        sum += writeAscii(block, at + 345, name, 0, slash);
    sum += writeAscii(block, at, name, slash === 0 ? 0 : slash + 1, name.length);
    sum += writeAscii(block, at + 157, target, 0, target.length);
    if (Number.isNaN(sum))
        return false;
    sum += writeOctal(block, at + 100, mode, 6);
    sum += writeOctal(block, at + 124, size, 11);
    sum += writeOctal(block, at + 136, seconds, 11);
    block[at + 156] = TYPES[type];
    sum += TYPES[type] - 0x30;
    writeOctal(block, at + 148, sum, 6);
    return true;
}
/** What tar-stream is to be told for the same header. */
function libraryHeader({ name, type, mode, size, seconds, target, }) {
    const late = seconds > LAST_PLAIN_SECOND;
    const header = {
        name,
        type,
        // It takes a mode of 0 for none and fills in its own; a bit above the twelve that count is cut off again.
        mode: mode | 0o10000,
        size,
        uid: 0,
        gid: 0,
        mtime: new Date(Math.min(seconds, LAST_PLAIN_SECOND) * 1000),
        ...(target === '' ? {} : { linkname: target }),
    };
    // It sees by itself when a name needs a record, but writes the bytes of a link as they are, and splits a long
    // directory name so that nothing but the slash is left.
    const forced = late || !isAscii(target) || (name.length > NAME_BYTES && prefixLength(name) < 0);
    return forced ? { ...header, pax: late ? { mtime: String(seconds) } : {} } : header;
}
/** Where a name of over 100 characters is parted into prefix and name, or -1 when it cannot be. */
function prefixLength(name) {
    const slash = name.indexOf('/', name.length - NAME_BYTES - 1);
    return slash > 0 && slash <= PREFIX_BYTES && slash < name.length - 1 ? slash : -1;
}
/** Gives the sum of the bytes written, NaN when the text is not ASCII. */
function writeAscii(block, at, text, from, to) {
    let sum = 0;
    for (let i = from; i < to; i++) {
        const code = text.charCodeAt(i);
        if (code > 0x7f)
            return Number.NaN;
        block[at + i - from] = code;
        sum += code;
    }
    return sum;
}
/** Gives by how much the digits exceed as many zeros. */
function writeOctal(block, at, value, digits) {
    let sum = 0;
    let rest = value;
    for (let i = digits - 1; i >= 0; i--) {
        const digit = rest % 8;
        rest = (rest - digit) / 8;
        block[at + i] = 0x30 + digit;
        sum += digit;
    }
    return sum;
}
function isAscii(text) {
    return Buffer.byteLength(text) === text.length;
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/context/slices.js
/**
 * Long synchronous work in slices: synchronous file system calls are several times faster than those that go through
 * the thread pool, but timers, signals and sockets must have their turns in between.
 */

/** Milliseconds of work between two turns of the event loop. */
const LENGTH = 4;
class Slices {
    #signal;
    #end = performance.now() + LENGTH;
    constructor(signal) {
        this.#signal = signal;
    }
    /** Whether it is time to `pause`. Cheap; ask often. */
    get over() {
        return performance.now() > this.#end;
    }
    /** Gives the event loop its turn. Throws the signal's reason when aborted. */
    async pause() {
        await (0,promises_.setImmediate)();
        this.#signal.throwIfAborted();
        this.#end = performance.now() + LENGTH;
    }
}

;// CONCATENATED MODULE: ./build/context/pack.js
/**
 * From a walk to the bytes of a tar. The archive holds exactly what the walk listed, or the stream is destroyed with
 * an error that names the file: it never just ends, because an engine builds happily from half an archive that ends
 * between two entries (hardening C1 to C4). The same walk gives the same bytes every time.
 *
 * Headers that need PAX records, and the files behind them, go through tar-stream and tar-fs. The common case, a plain
 * header, is written and its file read straight into the buffer that is handed on, with synchronous calls.
 */





/**
 * Bytes handed on at once. This much a pipe or a socket takes in one go; half as much costs more calls, more of it
 * waits for the other side and leaves the processor's cache.
 */
const CHUNK = 64 * 1024;
/**
 * The tar of a walk as a byte stream with back-pressure. Holds less than 1 MiB at any time.
 * Emits ContextError when the files are no longer what was listed, AbortError when the signal fires.
 */
function packContext(walk, options) {
    return external_node_stream_.Readable.from(archive(walk, options), { objectMode: false, highWaterMark: 2 * CHUNK, signal: options.signal });
}
async function* archive(walk, { extra = [], signal }) {
    const { root } = walk;
    const replaced = new Set(extra.map(({ path }) => path));
    const firstNames = new Map();
    const chunk = new Chunk();
    const slices = new Slices(signal);
    let packed = 0;
    for (const entry of walk.entries) {
        packed++;
        if (replaced.has(entry.path))
            continue;
        if (slices.over)
            await slices.pause();
        const first = firstName(entry, firstNames);
        const header = headerOf(entry, first);
        const file = entry.kind === 'file' && first === undefined ? entry : undefined;
        if (file === undefined)
            checkUnchanged(root, entry);
        const expected = chunk.total + BLOCK + padded(header.size);
        if (chunk.free < BLOCK)
            yield chunk.take();
        if (!chunk.addHeader(header)) {
            for await (const piece of byLibrary(root, file, header))
                yield* chunk.addAcross(piece);
        }
        else if (file !== undefined) {
            const content = new Content(root, file);
            try {
                while (content.left > 0) {
                    if (chunk.free === 0) {
                        yield chunk.take();
                        if (slices.over)
                            await slices.pause();
                    }
                    chunk.addContent(content);
                }
                content.finish();
            }
            finally {
                content.close();
            }
            // Chunks begin and end at block borders, so what fills up the last block always fits.
            chunk.pad();
        }
        // More is right where there are PAX records.
        if (chunk.total < expected || chunk.total % BLOCK !== 0)
            throw incomplete(entry.path, chunk.total, expected);
    }
    for (const { path, content } of extra.toSorted((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)))) {
        const header = { name: path, type: 'file', mode: 0o600, size: content.length, seconds: 0, target: '' };
        for await (const piece of byTarStream(header, Buffer.from(content)))
            yield* chunk.addAcross(piece);
    }
    // Nothing above can leave an entry out; should a change make it so, no archive is better than one with a hole (C2).
    if (packed !== walk.entries.length)
        throw incomplete(root, packed, walk.entries.length);
    yield* chunk.addAcross(Buffer.alloc(2 * BLOCK));
    if (chunk.length > 0)
        yield chunk.take();
}
/** The name a file with several names went in under, when this is not the first of them (hardening C8). */
function firstName(entry, names) {
    if (entry.kind !== 'file' || entry.inode === undefined)
        return undefined;
    const first = names.get(entry.inode);
    if (first === undefined)
        names.set(entry.inode, entry.path);
    return first;
}
/** An entry that takes more than a plain header. */
function byLibrary(root, file, header) {
    if (file === undefined)
        return byTarStream(header);
    if (file.size > CHUNK)
        return byTarFs(root, file, header);
    const content = Buffer.allocUnsafe(file.size);
    readInto(root, file, content, 0);
    return byTarStream(header, content);
}
/** One entry as tar-stream writes it; the content is for files only. Loaded when needed, as most contexts need it not. */
async function* byTarStream(header, content = Buffer.alloc(0)) {
    const { pack: newPack } = await __webpack_require__.e(/* import() */ 118).then(__webpack_require__.t.bind(__webpack_require__, 6118, 19));
    const pack = newPack();
    const ended = () => pack.push(null);
    if (header.type === 'file')
        pack.entry(libraryHeader(header), content, ended);
    else
        pack.entry(libraryHeader(header), ended);
    yield* bytesOf(pack);
}
/** Both libraries hand out streamx streams, typed as giving anything. */
function bytesOf(pack) {
    return pack;
}
/** A file by tar-fs; all it sees of the file system is that there is a file, and our guarded reading of it. */
async function* byTarFs(root, file, header) {
    const { pack } = await Promise.all(/* import() */[__webpack_require__.e(118), __webpack_require__.e(645)]).then(__webpack_require__.t.bind(__webpack_require__, 5645, 19));
    const options = {
        entries: [file.path],
        ignore: () => true,
        // Its own filtering and masking stay out of it: the walk has decided (C4).
        strict: false,
        umask: 0,
        finalize: false,
        finish: (archive) => archive.push(null),
        map: () => libraryHeader(header),
        fs: {
            lstat: (_path, done) => done(null, STAT_OF_A_FILE),
            createReadStream: () => external_node_stream_.Readable.from(readPieces(root, file, CHUNK), { objectMode: false }),
        },
    };
    yield* bytesOf(pack(root, options));
}
const STAT_OF_A_FILE = {
    isSocket: () => false,
    isDirectory: () => false,
    isSymbolicLink: () => false,
    isFile: () => true,
};
/** The buffer being filled, handed on when it is full. */
class Chunk {
    #buffer = Buffer.allocUnsafeSlow(CHUNK);
    #length = 0;
    #taken = 0;
    get length() {
        return this.#length;
    }
    /** Bytes ever added. */
    get total() {
        return this.#taken + this.#length;
    }
    get free() {
        return CHUNK - this.#length;
    }
    /** What was filled, for the reader to keep. */
    take() {
        const taken = this.#buffer.subarray(0, this.#length);
        this.#buffer = Buffer.allocUnsafeSlow(CHUNK);
        this.#taken += this.#length;
        this.#length = 0;
        return taken;
    }
    /** False when the header does not fit a plain block; nothing is added then. Needs a free block. */
    addHeader(header) {
        if (!writePlain(this.#buffer, this.#length, header))
            return false;
        this.#length += BLOCK;
        return true;
    }
    addContent(content) {
        this.#length += content.read(this.#buffer, this.#length, this.free);
    }
    /** Fills up the last block. */
    pad() {
        const end = padded(this.#length);
        if (end > this.#length)
            this.#buffer.fill(0, this.#length, end);
        this.#length = end;
    }
    *addAcross(bytes) {
        for (let from = 0; from < bytes.length;) {
            if (this.free === 0)
                yield this.take();
            const added = bytes.copy(this.#buffer, this.#length, from);
            this.#length += added;
            from += added;
        }
    }
}
function padded(length) {
    return Math.ceil(length / BLOCK) * BLOCK;
}
function incomplete(path, got, expected) {
    return new ContextError(`packing ${shown(path)} gave ${got} where the walk listed ${expected}`, {
        path,
        hint: 'This is a defect of the action: please report it',
    });
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./build/context/names.js
/** The names in a directory, in an order and an encoding that are the same on every machine. */

/** Throws what the file system throws. */
function readNames(fs, directory) {
    const names = fs.readdirSync(directory);
    // What cannot be decoded reads as U+FFFD; a name may also hold that character by right.
    if (!names.some((name) => name.includes('\ufffd')))
        return { names: sorted(names), odd: undefined };
    const odd = new Map();
    const texts = fs.readdirSync(directory, 'buffer').map((raw) => {
        const text = Buffer.from(raw).toString();
        if (!(0,external_node_buffer_.isUtf8)(raw))
            odd.set(text, raw);
        return text;
    });
    return { names: sorted(texts), odd };
}
/** By the bytes of UTF-8: the default order of strings, except where there are surrogates. */
function sorted(names) {
    if (!names.some((name) => /[\ud800-\udfff]/.test(name)))
        return names.sort();
    return names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

;// CONCATENATED MODULE: ./build/context/refusals.js

const COMPONENT_LIMIT = 255;
const PATH_LIMIT = 4096;
/** Throws ContextError past the limits of C7. */
function checkLengths(path, name) {
    // A UTF-16 unit takes at most three bytes, so most names need no counting.
    if (name.length > COMPONENT_LIMIT / 3 && Buffer.byteLength(name) > COMPONENT_LIMIT) {
        throw tooLong(path, `its name is longer than ${COMPONENT_LIMIT} bytes`);
    }
    if (path.length > PATH_LIMIT / 3 && Buffer.byteLength(path) > PATH_LIMIT) {
        throw tooLong(path, `it is longer than ${PATH_LIMIT} bytes`);
    }
}
/** A word for what is neither file, directory nor link. */
function kindOf(stat) {
    if (stat.isFIFO())
        return 'named pipe';
    if (stat.isSocket())
        return 'socket';
    return stat.isCharacterDevice() || stat.isBlockDevice() ? 'device' : 'special file';
}
/** One warning for all of a kind: a tree can hold thousands. */
function gathered(what, paths) {
    if (paths.length === 0)
        return [];
    const first = paths.slice(0, 10).join(', ');
    return [`${what}: ${first}${paths.length > 10 ? ` and ${paths.length - 10} more` : ''}`];
}
function tooLong(path, why) {
    return new ContextError(`cannot pack ${shown(path)}: ${why}`, {
        path,
        hint: 'Shorten it or exclude it in .dockerignore',
    });
}
function notUtf8(directory, raw) {
    const path = `${directory === '' ? '' : `${shown(directory)}/`}${shownBytes(raw)}`;
    return new ContextError(`cannot pack ${path}: its name is not UTF-8`, {
        path,
        hint: 'Rename it, or exclude it in .dockerignore by a pattern with "*" or "?" for the odd characters',
    });
}
function badTarget(path, target) {
    return new ContextError(`the link ${shown(path)} points to a name that is not UTF-8: ${shownBytes(target)}`, {
        path,
        hint: 'Rename the target or exclude the link in .dockerignore',
    });
}
function refusals_changed(path, what) {
    return new ContextError(`cannot pack ${shown(path)}: ${what} while the context was being listed`, {
        path,
        hint: 'Keep other processes from changing the context during the build, or exclude the path in .dockerignore',
    });
}
function refusals_unusable(path, kind, cause) {
    return new ContextError(`cannot read the ${kind} ${shown(path)}: ${because(cause)}`, {
        path,
        cause,
        hint: `${errno(cause) === 'ENAMETOOLONG' ? 'Shorten it' : 'Change its permissions'} or exclude it in .dockerignore`,
    });
}

;// CONCATENATED MODULE: ./build/context/suspects.js
/**
 * Files that often hold credentials and reach an image by a careless `COPY . .` (hardening S7). A name alone is no
 * proof, so the content is looked at where a look can tell; nothing read here goes further than a yes or no.
 */


const SUSPICIONS = [
    { what: 'git credentials', path: /(?:^|\/)\.git\/(?:modules\/.+\/)?config$/, content: /^[ \t]*extraheader[ \t]*=/im },
    // A value that is only a reference to a variable is how it should be done.
    { what: 'npm tokens', path: /(?:^|\/)\.npmrc$/, content: /(?:_authToken|_auth|_password)[ \t]*=[ \t]*["']?[^\s"'$]/ },
    { what: 'machine passwords', path: /(?:^|\/)[._]netrc$/, content: /\bpassword\s+\S/ },
    { what: 'Google Cloud credentials', path: /(?:^|\/)gha-creds-[^/]*\.json$/ },
    {
        what: 'registry credentials',
        path: /(?:^|\/)\.docker\/config\.json$/,
        content: /"(?:auth|identitytoken|registrytoken)"\s*:\s*"[^"]/,
    },
    {
        what: 'private keys',
        path: /(?:^|\/)id_(?:rsa|dsa|ecdsa|ed25519)$|\.pem$/,
        content: /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
    },
];
const NAME = /^(?:config(?:\.json)?|[._]netrc|\.npmrc|gha-creds-.*\.json|id_(?:rsa|dsa|ecdsa|ed25519)|.*\.pem)$/;
/** How much of a file is looked at, how many files of a kind, and how many a warning names. */
const LOOK_BYTES = 64 * 1024;
const LOOK_FILES = 100;
const NAMED = 5;
/** Whether a regular file is worth a look. Cheap, as it is asked of every file. */
function isSuspect(path, name) {
    return NAME.test(name) && SUSPICIONS.some((suspicion) => suspicion.path.test(path));
}
/** One warning for each kind of secret found in these paths, with the lines that would keep the files out. */
function inspectSuspects(root, paths) {
    return SUSPICIONS.flatMap(({ what, path: pattern, content }) => {
        const found = paths
            .filter((path) => pattern.test(path))
            .slice(0, LOOK_FILES)
            .filter((path) => content === undefined || content.test(beginning(`${root}/${path}`)));
        if (found.length === 0)
            return [];
        const lines = found.slice(0, NAMED).map((path) => `"${shown(asPattern(path), Number.POSITIVE_INFINITY)}"`);
        const more = found.length > NAMED ? ` and ${found.length - NAMED} more` : '';
        return [
            `the context holds ${what}, which a COPY can take into the image: add ${lines.join(', ')}${more} to .dockerignore`,
        ];
    });
}
/** The ignore line that names exactly this path. */
function asPattern(path) {
    return path.replace(/[\\*?[\]]|^[#!]/g, '\\$&');
}
/** Empty when it cannot be read: packing will say so, with the reason. */
function beginning(file) {
    let fd;
    try {
        fd = (0,external_node_fs_.openSync)(file, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK | (external_node_fs_.constants.O_NOFOLLOW ?? 0));
        const bytes = Buffer.alloc(LOOK_BYTES);
        return bytes.toString('latin1', 0, (0,external_node_fs_.readSync)(fd, bytes, 0, LOOK_BYTES, 0));
    }
    catch {
        return '';
    }
    finally {
        if (fd !== undefined)
            (0,external_node_fs_.closeSync)(fd);
    }
}

;// CONCATENATED MODULE: ./build/context/walk.js
/**
 * The walk: what will be packed, settled before the first byte is sent (hardening C1). Links are kept as links and
 * never followed, siblings are in the order of their bytes, a directory comes before what is in it, and one that the
 * rules exclude comes in only when something below it does, as in BuildKit.
 */








const READ = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK | (external_node_fs_.constants.O_NOFOLLOW ?? 0);
const MAX_ENTRIES = 1_000_000;
/**
 * Lists a context. `root` must be a resolved path. Throws ContextError, with the path, when something that is not
 * excluded cannot be read, vanishes, has a name or link target that is not UTF-8, or is too long or too many; throws
 * the signal's reason when aborted.
 */
async function walkContext(root, options) {
    return new Walker(root, options).walk();
}
class Walker {
    #root;
    #rules;
    #hasExceptions;
    #maxEntries;
    #signal;
    #slices;
    #fs;
    #entries = [];
    #stack = [];
    #inodes = new Set();
    #suspects = [];
    #skipped = [];
    #closed = [];
    #uid = process.geteuid?.() ?? 0;
    #bytes = 0;
    constructor(root, options) {
        this.#root = root;
        this.#rules = alwaysKeeping(options.ignore, options.keep ?? []);
        this.#hasExceptions = this.#rules.patterns.some((pattern) => pattern.exception);
        this.#maxEntries = options.maxEntries ?? MAX_ENTRIES;
        this.#signal = options.signal;
        this.#slices = new Slices(options.signal);
        this.#fs = options.fs ?? external_node_fs_namespaceObject;
    }
    async walk() {
        this.#signal.throwIfAborted();
        this.#enter({ path: '', hits: [], entry: undefined, excluded: false });
        for (let frame = this.#stack.at(-1); frame !== undefined; frame = this.#stack.at(-1)) {
            if (this.#slices.over)
                await this.#slices.pause();
            const name = frame.listing.names[frame.next++];
            if (name === undefined) {
                this.#leave(frame);
            }
            else {
                const directory = this.#visit(frame, name);
                if (directory !== undefined)
                    this.#enter(directory);
            }
        }
        const warnings = [
            ...inspectSuspects(this.#root, this.#suspects),
            ...gathered('not packed, as a tar cannot carry it', this.#skipped),
            ...gathered('excluded and unreadable, so that no "!" line brings back what is below', this.#closed),
        ];
        return { root: this.#root, entries: this.#entries, bytes: this.#bytes, warnings: warnings.sort() };
    }
    /** Deals with one name; gives the directory to go into when it is one. Not async: this is run for every file. */
    #visit(frame, name) {
        const { directory, listing } = frame;
        const path = directory.path === '' ? name : `${directory.path}/${name}`;
        if (isExcluded(this.#rules, path, directory.hits))
            return this.#visitExcluded(path, directory.hits);
        const raw = listing.odd?.get(name);
        if (raw !== undefined)
            throw notUtf8(directory.path, raw);
        checkLengths(path, name);
        const stat = this.#lstat(path);
        const { mtimeMs, dev, ino } = stat;
        const mode = stat.mode & 0o7777;
        switch (stat.mode & external_node_fs_.constants.S_IFMT) {
            case external_node_fs_.constants.S_IFREG:
                this.#checkReadable(path, stat);
                if (isSuspect(path, name))
                    this.#suspects.push(path);
                this.#add({ kind: 'file', path, mode, mtimeMs, dev, ino, size: stat.size, inode: this.#inode(path, stat) });
                return undefined;
            case external_node_fs_.constants.S_IFDIR: {
                const entry = { kind: 'directory', path, mode, mtimeMs, dev, ino };
                const { hits } = judgeDirectory(this.#rules, path, directory.hits);
                this.#add(entry);
                return { path, hits, entry, excluded: false };
            }
            case external_node_fs_.constants.S_IFLNK:
                // Linux gives every link the mode 0777; where it is otherwise, the archive should still be the same.
                this.#add({ kind: 'symlink', path, mode: 0o777, mtimeMs, dev, ino, target: this.#readlink(path) });
                return undefined;
            default:
                this.#skipped.push(`${shown(path)} (${kindOf(stat)})`);
                return undefined;
        }
    }
    #visitExcluded(path, parent) {
        if (!this.#hasExceptions)
            return undefined;
        const { hits } = judgeDirectory(this.#rules, path, parent);
        if (!mayReinclude(this.#rules, path, hits))
            return undefined;
        let stat;
        try {
            stat = this.#fs.lstatSync(this.#absolute(path));
        }
        catch {
            return undefined;
        }
        if (!stat.isDirectory())
            return undefined;
        const { mtimeMs, dev, ino } = stat;
        return { path, hits, entry: { kind: 'directory', path, mode: stat.mode & 0o7777, mtimeMs, dev, ino }, excluded: true };
    }
    #add(entry) {
        for (const frame of this.#stack) {
            if (frame.listed || frame.directory.entry === undefined)
                continue;
            frame.listed = true;
            this.#append(frame.directory.entry);
        }
        this.#append(entry);
    }
    #append(entry) {
        if (this.#entries.length >= this.#maxEntries) {
            throw new ContextError(`the context ${shown(this.#root)} holds more than ${this.#maxEntries} files and directories`, {
                path: this.#root,
                hint: 'Exclude what the build does not need in .dockerignore, or raise the limit',
            });
        }
        this.#entries.push(entry);
    }
    #enter(directory) {
        this.#stack.push({ directory, listing: this.#list(directory), next: 0, listed: !directory.excluded });
    }
    /** A directory swapped for another or for a link while its names were looked at makes all of them doubtful. */
    #leave({ directory: { path, entry }, listed }) {
        this.#stack.pop();
        if (entry === undefined || !listed)
            return;
        const { dev, ino } = this.#lstat(path);
        if (dev !== entry.dev || ino !== entry.ino)
            throw refusals_changed(path, 'it was replaced');
    }
    #list({ path, excluded }) {
        try {
            return readNames(this.#fs, this.#absolute(path));
        }
        catch (error) {
            if (!excluded)
                throw refusals_unusable(path || '.', 'directory', error);
            this.#closed.push(shown(path));
            return { names: [], odd: undefined };
        }
    }
    #lstat(path) {
        try {
            return this.#fs.lstatSync(this.#absolute(path));
        }
        catch (error) {
            if (errno(error) === 'ENOENT')
                throw refusals_changed(path, 'it vanished');
            throw refusals_unusable(path, 'file', error);
        }
    }
    #readlink(path) {
        let target;
        try {
            target = this.#fs.readlinkSync(this.#absolute(path), 'buffer');
        }
        catch (error) {
            throw errno(error) === 'ENOENT' || errno(error) === 'EINVAL'
                ? refusals_changed(path, 'it is no link any more')
                : refusals_unusable(path, 'link', error);
        }
        if ((0,external_node_buffer_.isUtf8)(target))
            return target.toString();
        throw badTarget(path, target);
    }
    /** Tries only where the mode bits leave it open, which is rare (hardening C6). */
    #checkReadable(path, stat) {
        if ((stat.mode & 0o444) === 0o444 || (stat.uid === this.#uid && (stat.mode & 0o400) !== 0))
            return;
        try {
            this.#fs.closeSync(this.#fs.openSync(this.#absolute(path), READ));
        }
        catch (error) {
            throw errno(error) === 'ENOENT' ? refusals_changed(path, 'it vanished') : refusals_unusable(path, 'file', error);
        }
    }
    /** Identifies a file with several names, and counts the bytes of the others and of its first. */
    #inode(path, stat) {
        let inode;
        if (stat.nlink > 1) {
            // Past 2^53 two inode numbers can look the same as doubles, which would swap the contents of two files.
            const exact = Number.isSafeInteger(stat.ino) ? stat : this.#fs.lstatSync(this.#absolute(path), { bigint: true });
            inode = `${exact.dev}:${exact.ino}`;
            if (this.#inodes.has(inode))
                return inode;
            this.#inodes.add(inode);
        }
        this.#bytes += stat.size;
        return inode;
    }
    #absolute(path) {
        return path === '' ? this.#root : `${this.#root}/${path}`;
    }
}

;// CONCATENATED MODULE: ./build/context/source.js





const IGNORE_FILE = '.dockerignore';
/** Lists the context and makes sure that it can be sent. Throws ContextError. */
async function openContext(options) {
    const { directory, signal, maxEntries } = options;
    const root = resolveContext(directory);
    const dockerfile = await locateDockerfile(directory, options.file, { workspace: options.workspace });
    const ignore = readIgnoreFile(root, dockerfile.named);
    const keep = dockerfile.kind === 'inside' ? [dockerfile.path, IGNORE_FILE] : [IGNORE_FILE];
    const walk = await walkContext(root, { ignore, keep, maxEntries, signal });
    const { name, extra } = shipped(dockerfile, walk);
    const forced = keep.filter((path) => excludes(ignore, path) && walk.entries.some((entry) => entry.path === path));
    return {
        dockerfile: name,
        dockerfileSource: dockerfile.source,
        entries: walk.entries.length + extra.filter(({ path }) => !walk.entries.some((entry) => entry.path === path)).length,
        bytes: walk.bytes,
        warnings: walk.warnings,
        ignoreFile: ignore.file,
        ignore,
        unhidden: [...new Set([...forced, ...extra.map(({ path }) => path)])].sort(),
        pack: (packSignal) => packContext(walk, { extra, signal: packSignal }),
    };
}
/** The name of the Dockerfile in the tar, and what goes in besides the context when it comes from elsewhere. */
function shipped(dockerfile, walk) {
    if (dockerfile.kind === 'inside')
        return { name: dockerfile.path, extra: [] };
    const name = generatedName(dockerfile.content, (path) => walk.entries.some((entry) => entry.path === path));
    const extra = [{ path: name, content: dockerfile.content }];
    const rules = walk.entries.find((entry) => entry.path === IGNORE_FILE);
    if (rules === undefined) {
        // As the docker CLI: the ignore file made here hides itself as well.
        extra.push({ path: IGNORE_FILE, content: Buffer.from(`${IGNORE_FILE}\n${name}\n`) });
    }
    else if (rules.kind === 'file') {
        const own = Buffer.alloc(rules.size + 1);
        readInto(walk.root, rules, own, 0);
        extra.push({ path: IGNORE_FILE, content: Buffer.concat([own.subarray(0, rules.size), Buffer.from(`\n${name}\n`)]) });
    }
    return { name, extra };
}


/***/ })

};
