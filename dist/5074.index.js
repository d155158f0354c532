export const id = 5074;
export const ids = [5074];
export const modules = {

/***/ 29383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cy: () => (/* binding */ Code),
/* harmony export */   I$: () => (/* binding */ toTrailers),
/* harmony export */   ZZ: () => (/* binding */ parseTimeout),
/* harmony export */   nz: () => (/* binding */ GrpcError)
/* harmony export */ });
/** How a gRPC call ends: a code and a text (grpc/doc/statuscodes.md, grpc/doc/PROTOCOL-HTTP2.md "Responses"). */
const Code = {
    ok: 0,
    cancelled: 1,
    unknown: 2,
    invalidArgument: 3,
    deadlineExceeded: 4,
    notFound: 5,
    alreadyExists: 6,
    resourceExhausted: 8,
    unimplemented: 12,
    internal: 13,
};
/** An answer other than OK. The message travels to the engine and into the build's error: never put a secret in it. */
class GrpcError extends Error {
    name = 'GrpcError';
    code;
    constructor(code, message, options) {
        super(message, options);
        this.code = code;
    }
}
/** Longest `grpc-message` we send, in characters before encoding: header blocks have small limits. */
const MESSAGE_LIMIT = 1024;
/** The two header fields that end a call. Anything that is not a GrpcError is `unknown` (2) with its message. */
function toTrailers(error) {
    const code = error instanceof GrpcError ? error.code : Code.unknown;
    const message = error instanceof Error ? error.message : String(error);
    return { 'grpc-status': String(code), 'grpc-message': percentEncode(message.slice(0, MESSAGE_LIMIT)) };
}
/** Printable ASCII stays, everything else (and `%`) becomes `%XX` per UTF-8 byte. */
function percentEncode(text) {
    return text
        .toWellFormed()
        .replace(/[^\x20-\x24\x26-\x7e]/gu, (char) => [...Buffer.from(char)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''));
}
const TIMEOUT_UNITS = {
    H: 3_600_000,
    M: 60_000,
    S: 1000,
    m: 1,
    u: 1 / 1000,
    n: 1 / 1_000_000,
};
/** The caller's `grpc-timeout` (such as `59999m`) in milliseconds; undefined when absent or not understood. */
function parseTimeout(value) {
    const [, amount, unit] = /^(\d{1,8})([HMSmun])$/.exec(value ?? '') ?? [];
    const factor = TIMEOUT_UNITS[unit ?? ''];
    return factor === undefined ? undefined : Number(amount) * factor;
}


/***/ }),

/***/ 89504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L2: () => (/* binding */ readTimestamp),
/* harmony export */   M: () => (/* binding */ readFirstText),
/* harmony export */   _8: () => (/* binding */ readMessage),
/* harmony export */   hB: () => (/* binding */ readEntry),
/* harmony export */   qU: () => (/* binding */ readFields)
/* harmony export */ });
/* harmony import */ var _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59799);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29383);
/**
 * Reading of protobuf messages by hand, for the few messages we know (protobuf.dev/programming-guides/encoding). Unknown
 * fields are skipped, also known ones of another wire type, as proto3 asks for; lengths are checked at every level.
 */


/**
 * Hands each field up to `end` to `take`, which reads it or says false to have it skipped. A tag is field number * 8 +
 * wire type, so in octal its last digit is the wire type (0 varint, 2 length and bytes) and the rest the field.
 */
function readFields(reader, end, take) {
    if (end > reader.len)
        throw new RangeError(`a message ends ${end - reader.len} bytes after the data`);
    while (reader.pos < end) {
        const tag = reader.uint32();
        if (tag >>> 3 === 0)
            throw new RangeError('field number 0');
        if (!take(tag))
            reader.skip((tag & 7), tag >>> 3);
    }
    if (reader.pos !== end)
        throw new RangeError(`a field reaches ${reader.pos - end} bytes past its message`);
}
/** Reads a length-delimited message at the reader's position. */
function readMessage(reader, take) {
    const size = reader.uint32();
    readFields(reader, reader.pos + size, take);
}
/** Field 1 of a request that is all about one text; '' when it is left out. Throws GrpcError that calls it `what`. */
function readFirstText(request, what) {
    let text = '';
    try {
        const reader = new _bufbuild_protobuf_wire__WEBPACK_IMPORTED_MODULE_1__/* .BinaryReader */ .V5(request);
        readFields(reader, reader.len, (tag) => {
            if (tag !== 0o12)
                return false;
            text = reader.string();
            return true;
        });
    }
    catch (error) {
        throw new _status_js__WEBPACK_IMPORTED_MODULE_0__/* .GrpcError */ .nz(_status_js__WEBPACK_IMPORTED_MODULE_0__/* .Code */ .Cy.internal, `${what} cannot be read`, { cause: error });
    }
    return text;
}
/** google.protobuf.Timestamp as milliseconds since the epoch. */
function readTimestamp(reader) {
    let seconds = 0;
    let nanos = 0;
    readMessage(reader, (tag) => {
        if (tag === 0o10)
            seconds = Number(reader.int64());
        else if (tag === 0o20)
            nanos = reader.int32();
        else
            return false;
        return true;
    });
    return seconds * 1000 + nanos / 1_000_000;
}
/** One entry of a `map<string, string>`. */
function readEntry(reader) {
    let key = '';
    let value = '';
    readMessage(reader, (tag) => {
        if (tag === 0o12)
            key = reader.string();
        else if (tag === 0o22)
            value = reader.string();
        else
            return false;
        return true;
    });
    return [key, value];
}


/***/ }),

/***/ 57478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ showExcerpt),
/* harmony export */   z: () => (/* binding */ excerptOf)
/* harmony export */ });
/** Lines shown before and after. */
const AROUND = 3;
/** Of a long instruction, the lines shown at its start and at its end. */
const HEAD = 20;
const TAIL = 6;
/** Characters of one line. */
const WIDTH = 300;
/** Undefined when the text has no such lines. */
function excerptOf({ file, inWorkspace, text }, { first, last }) {
    const all = text.split(/\r?\n/);
    if (first < 1 || first > all.length || last < first)
        return undefined;
    const end = Math.min(last, all.length);
    const isShown = (number) => end - first < HEAD + TAIL || number < first + HEAD || number > end - TAIL;
    const lines = [];
    for (let number = Math.max(1, first - AROUND); number <= Math.min(all.length, end + AROUND); number++) {
        const line = all[number - 1] ?? '';
        // What follows the end of the last line is no line.
        if (!isShown(number) || (number === all.length && line === '' && number > end))
            continue;
        const short = line.length > WIDTH ? `${line.slice(0, WIDTH - 1)}…` : line;
        lines.push({ number, text: short, marked: number >= first && number <= end });
    }
    return { file, place: inWorkspace ? { file, line: first, endLine: end } : undefined, first, last: end, lines };
}
/** Shows the lines with their numbers; the text is untrusted, so each line stands behind its number (hardening O1). */
function showExcerpt(log, { file, first, lines }) {
    log.info(`${file}:${first}`);
    const width = String(lines.at(-1)?.number ?? 0).length;
    let before = (lines[0]?.number ?? 1) - 1;
    for (const { number, text, marked } of lines) {
        if (number !== before + 1)
            log.info(`| ${' '.repeat(width)}  ⋮`);
        log.untrusted(`| ${marked ? '>' : ' '} ${String(number).padStart(width)} |`, text);
        before = number;
    }
}


/***/ }),

/***/ 5913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $q: () => (/* binding */ parseName),
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   DZ: () => (/* binding */ tidy),
/* harmony export */   FO: () => (/* binding */ exitCodeOf),
/* harmony export */   iV: () => (/* binding */ showFailure)
/* harmony export */ });
/* harmony import */ var _diagnosis_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54458);
/* harmony import */ var _excerpt_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57478);
/* harmony import */ var _transfers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61195);
/** The step a build failed at, as the end of the log and the annotation show it. */



/** Splits `[build 3/4] RUN npm ci` into stage and instruction; other names are an instruction as a whole. Numbers may be padded. */
function parseName(name) {
    const [, stage, instruction] = /^\[(?:(\S.*?) )? *\d+\/\d+\] (.*)$/s.exec(name) ?? [];
    return { instruction: instruction ?? name, stage };
}
/**
 * The exit code at the end of an engine's text, which has it nowhere else: `exit code: 7` (BuildKit, solver/llbsolver/ops
 * and executor/runcexecutor), `returned a non-zero code: 7` (moby builder/dockerfile), `exit status 7` (Buildah run.go).
 */
function exitCodeOf(error) {
    const [, code] = /(?:exit code:|non-zero code:|exit status) (\d{1,10})\s*$/.exec(error) ?? [];
    return code === undefined ? undefined : Number(code);
}
/** Longest reason, in characters: an engine may quote a whole script. */
const REASON_LIMIT = 1000;
/** What the heading says already, and what means nothing to anybody outside of the engine. */
const NOISE = new RegExp([
    '^building at STEP "(?:[^"\\\\]|\\\\.)*": ',
    '^executor failed running \\[.*\\]: ',
    '^process ".*" did not complete successfully: ',
    'rpc error: code = \\w+ desc = ',
    'failed to calculate checksum of ref \\S+::\\S+: ',
    'resolving mountpoints for container "[0-9a-f]+": ',
    'checking on sources under "[^"]*": (?:Rel: can\'t make  relative to [^;]*; )?copier: ',
    ' &imagebuilder\\.Step\\{.*\\}(?=\\s*$)',
    // Paths on the machine of the engine.
    '/\\S*/(?:buildkit-mount\\d+|libpod_builder\\d+/build)/',
    '/\\S*/overlay2?/[0-9a-z]{20,64}/(?:merged|diff)(?=/)',
].join('|'), 'gs');
/** An engine's text for a failed step, without what the heading says already. */
function reasonOf(error) {
    const code = exitCodeOf(error);
    return code === undefined ? tidy(error) : `exit code ${code}`;
}
/** An engine's text in the words that matter. */
function tidy(error) {
    const text = (0,_transfers_js__WEBPACK_IMPORTED_MODULE_1__/* .shortenDigests */ .f)((0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_0__/* .unwrap */ .oA)(error).replace(NOISE, '')).trim();
    return text.length > REASON_LIMIT ? `${text.slice(0, REASON_LIMIT)}…` : text;
}
/** Longest instruction shown here, in characters. */
const NAME_LIMIT = 1000;
/** Ends the log of a failed build: the instruction, its lines in the Dockerfile, the reason, the last lines of its output. */
function showFailure(log, failure, excerpt) {
    const { reason, lastLines } = failure;
    const name = failure.name.replace(/\s+/g, ' ');
    log.info(`failed: ${name.length > NAME_LIMIT ? `${name.slice(0, NAME_LIMIT)}…` : name}`);
    if (excerpt !== undefined)
        (0,_excerpt_js__WEBPACK_IMPORTED_MODULE_2__/* .showExcerpt */ .p)(log, excerpt);
    if (lastLines.length === 0)
        log.info(reason);
    else
        log.info(`${reason}, and the last ${lastLines.length === 1 ? 'line' : `${lastLines.length} lines`} of its output:`);
    if (lastLines.length > 0)
        log.untrusted('|', lastLines.join('\n'));
}


/***/ }),

/***/ 15074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ createProgress)
});

;// CONCATENATED MODULE: ./build/report/lines.js
/**
 * Joins the pieces a program wrote into whole lines. Pieces end anywhere, also inside a character, so bytes are kept
 * and only whole lines are decoded. A line that is redrawn with carriage returns (progress bars) is its last state.
 */
const LF = 0x0a;
const CR = 0x0d;
/** What is kept of a line that never ends, in bytes: a displayed line has 64 KiB, prefix and marker included (O7). */
const LIMIT = 60 * 1024;
/** Colours alone, as the classic builder writes them after a line of stderr. */
const COLOURS_ONLY = /^(?:\x1b\[[0-9;]*m)*$/;
class LineJoiner {
    #held = [];
    #size = 0;
    #dropped = 0;
    #redrawn = false;
    /** Adds a piece; the lines it completes, joined by LF and without the last one, or undefined for none. */
    push(piece) {
        const end = piece.lastIndexOf(LF);
        if (end === -1) {
            this.#hold(piece);
            return undefined;
        }
        const text = this.#complete(piece.subarray(0, end));
        this.#hold(piece.subarray(end + 1));
        return text;
    }
    /** The line that has no end yet; undefined when there is none. */
    flush() {
        if (this.#size === 0)
            return undefined;
        const text = this.#complete(new Uint8Array(0));
        return COLOURS_ONLY.test(text) ? undefined : text;
    }
    /** What a line that is being redrawn shows now; undefined for other lines. */
    get drawing() {
        return this.#redrawn && this.#size > 0 ? lastState(decode(Buffer.concat(this.#held))) : undefined;
    }
    /** The held bytes and `rest` as text; holds nothing afterwards. */
    #complete(rest) {
        const held = this.#held;
        const dropped = this.#dropped;
        this.#clear();
        if (held.length === 0)
            return collapse(decode(rest));
        // Only the first line is joined: the rest of a big piece is decoded where it lies.
        const end = rest.indexOf(LF);
        const first = end === -1 ? rest : rest.subarray(0, end);
        const line = dropped === 0
            ? collapse(decode(Buffer.concat([...held, first])))
            : `${collapse(decode(Buffer.concat(held)))} … (line cut, ${dropped + first.length} bytes left out)`;
        return end === -1 ? line : `${line}\n${collapse(decode(rest.subarray(end + 1)))}`;
    }
    #hold(piece) {
        if (piece.length === 0)
            return;
        const visible = endBefore(piece, CR);
        const redraw = visible === 0 ? -1 : piece.lastIndexOf(CR, visible - 1);
        // What follows a carriage return replaces the line, so nothing before it has to be kept.
        if (redraw !== -1 || (visible > 0 && this.#held.at(-1)?.at(-1) === CR))
            this.#clear();
        this.#redrawn ||= redraw !== -1 || visible < piece.length;
        const kept = piece.subarray(redraw + 1).subarray(0, LIMIT - this.#size);
        this.#dropped += piece.length - (redraw + 1) - kept.length;
        this.#size += kept.length;
        // A copy: the piece may be a view of a message of many megabytes.
        if (kept.length > 0)
            this.#held.push(kept.slice());
    }
    #clear() {
        this.#held = [];
        this.#size = 0;
        this.#dropped = 0;
        this.#redrawn = false;
    }
}
/** Length of `bytes` without `byte` at its end. */
function endBefore(bytes, byte) {
    let end = bytes.length;
    while (end > 0 && bytes[end - 1] === byte)
        end--;
    return end;
}
function decode(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
function collapse(text) {
    return text.includes('\r') ? text.split('\n').map(lastState).join('\n') : text;
}
function lastState(line) {
    const shown = line.replace(/\r+$/, '');
    return shown.slice(shown.lastIndexOf('\r') + 1);
}

// EXTERNAL MODULE: ./build/report/transfers.js
var transfers = __webpack_require__(61195);
;// CONCATENATED MODULE: ./build/report/activity.js
/** A step with what it is doing: its output joined to lines, its transfers, and the last lines in case it fails. */


/** Lines kept for a failure, and the characters they may have together. */
const LAST_LINES = 30;
const LAST_SIZE = 16 * 1024;
/** How often the state of a transfer or of a progress bar is shown, in milliseconds. */
const STATE_MS = 5000;
/** No state is shown before a step has run for this long. */
const STATE_AFTER_MS = 2000;
class Activity {
    step;
    transfers = new transfers/* Transfers */.v();
    #log;
    /** By stream, so that pieces of lines on stdout and stderr do not mix. */
    #joiners = new Map();
    /** The output that came last, oldest first. */
    #tail = [];
    #tailSize = 0;
    #state;
    #stateShown;
    constructor(step, log) {
        this.step = step;
        this.#log = log;
    }
    /** Output of the step as it came; `stream` is 1 or 2. */
    write(stream, bytes) {
        const joiner = this.#joiners.get(stream) ?? new LineJoiner();
        this.#joiners.set(stream, joiner);
        const text = joiner.push(bytes);
        if (text !== undefined)
            this.lines(text);
    }
    transfer(piece) {
        this.transfers.update(piece);
    }
    /** Whole lines of output, joined by LF. */
    lines(text) {
        this.#log.output(this.step, text);
        // Through bytes, because a slice of a string keeps the whole of it in memory.
        const end = text.length <= 4 * LAST_SIZE ? text : Buffer.from(text.slice(-LAST_SIZE)).toString();
        this.#tail.push(end);
        this.#tailSize += end.length;
        while (this.#tailSize - (this.#tail[0]?.length ?? 0) >= LAST_SIZE)
            this.#tailSize -= this.#tail.shift()?.length ?? 0;
    }
    /** To be called about twice a second with the time: shows how far a long transfer or a progress bar is. */
    tick(now, bar) {
        const since = this.#stateShown ?? (this.step.runsSince ?? now) + STATE_AFTER_MS - STATE_MS;
        if (this.step.runsSince === undefined || now - since < STATE_MS)
            return;
        const drawing = bar ?? [...this.#joiners.values()].flatMap((joiner) => joiner.drawing ?? []).at(-1);
        const state = drawing ?? this.transfers.describeState();
        if (state === undefined || state === this.#state)
            return;
        this.#state = state;
        this.#stateShown = now;
        if (drawing === undefined)
            this.#log.note(this.step, state);
        else
            this.#log.output(this.step, state);
    }
    end(outcome) {
        this.flush();
        this.#log.end(this.step, outcome);
        if (outcome.kind !== 'error')
            this.#tail = [];
    }
    /** Shows what has no line end yet. */
    flush() {
        for (const joiner of this.#joiners.values()) {
            const text = joiner.flush();
            if (text !== undefined)
                this.lines(text);
        }
        this.#joiners.clear();
    }
    /** The last lines of the output, at most 30. */
    get lastLines() {
        return this.#tail.length === 0 ? [] : this.#tail.join('\n').slice(-LAST_SIZE).split('\n').slice(-LAST_LINES);
    }
}

// EXTERNAL MODULE: ./build/report/failed-step.js
var failed_step = __webpack_require__(5913);
// EXTERNAL MODULE: ./build/report/units.js
var units = __webpack_require__(15088);
;// CONCATENATED MODULE: ./build/report/step-log.js

/** A step keeps the log while it wrote within this time, */
const HOLD_MS = 2000;
/** unless another has waited this long, */
const PATIENCE_MS = 10_000;
/** or this many characters wait. */
const WAITING_LIMIT = 512 * 1024;
/** A step that is silent for this long gets its heading, so that one sees what is running. */
const SILENT_MS = 1000;
/** Quiet steps are not shown below this time. */
const QUIET_MS = 1000;
/** When nothing was written for this long, a line says what still runs. */
const HEARTBEAT_MS = 60_000;
/** Longest heading in characters, and of one that is repeated. */
const TITLE_LIMIT = 300;
const AGAIN_LIMIT = 80;
const COLOURS = { plain: '', heading: '\x1b[1m', cached: '\x1b[36m', done: '\x1b[32m', error: '\x1b[1;31m' };
/** Handle of a step; its fields belong to StepLog. */
class Step {
    title;
    /** Shown only when it fails, takes long or has something to tell. */
    quiet;
    number;
    runsSince;
    outcome;
    waiting = [];
    waitsSince;
    constructor(title, quiet) {
        // Instructions over several lines keep the indentation of the Dockerfile, of no use in one line.
        const line = title.replace(/\s+/g, ' ').trim();
        this.title = shorten(line, TITLE_LIMIT);
        this.quiet = quiet;
    }
}
class StepLog {
    #log;
    #clock;
    #colour;
    #running = new Set();
    /** Steps with something to write, the longest waiting first. */
    #queue = new Set();
    #waitingSize = 0;
    #numbers = 0;
    /** The step that has the log, and when it last wrote. */
    #focus;
    #focusWrote = 0;
    /** The step whose block is open: its heading or output was written last. */
    #last;
    #wrote;
    constructor(log, { clock, colour }) {
        this.#log = log;
        this.#clock = clock;
        this.#colour = colour;
        this.#wrote = clock.now();
    }
    start(step) {
        step.outcome = undefined;
        step.runsSince ??= this.#clock.now();
        this.#running.add(step);
    }
    /** The step does nothing now, but may go on. */
    rest(step) {
        this.#running.delete(step);
    }
    /** Whole lines of output, made by somebody else. */
    output(step, text) {
        if (step === this.#focus)
            this.#writeOutput(step, text);
        else
            this.#wait(step, text);
        this.#settle();
    }
    /** One line of ours below the heading, such as the state of a download; dropped while another step has the log. */
    note(step, text) {
        if (this.#isHeld() && this.#focus !== step)
            return;
        if (step.number === undefined)
            this.#announce(step);
        this.#line(`#${step.number} ${text}`, 'plain');
    }
    end(step, outcome) {
        this.#running.delete(step);
        step.outcome = outcome;
        if (step.quiet && step.number === undefined && step.waiting.length === 0 && !isWorthALine(outcome))
            return;
        if (step === this.#focus)
            this.#writeStep(step);
        else
            this.#wait(step);
        this.#settle(outcome.kind === 'error');
    }
    /** To be called about twice a second: shows what waits or runs without a word. */
    tick() {
        this.#settle();
        const now = this.#clock.now();
        if (this.#isHeld())
            return;
        for (const step of this.#running) {
            if (step.number === undefined && now - (step.runsSince ?? now) >= SILENT_MS)
                this.#announce(step);
        }
        if (this.#running.size === 0 || now - this.#wrote < HEARTBEAT_MS)
            return;
        for (const step of this.#running) {
            if (step.number === undefined)
                continue;
            this.#line(`#${step.number} still running after ${(0,units/* formatDuration */.a3)((now - (step.runsSince ?? now)) / 1000)}`, 'plain');
        }
    }
    /** Writes everything that waits. */
    flush() {
        this.#settle(true);
    }
    #isHeld() {
        const focus = this.#focus;
        return focus !== undefined && focus.outcome === undefined && this.#clock.now() - this.#focusWrote < HOLD_MS;
    }
    #wait(step, text) {
        if (text !== undefined) {
            step.waiting.push(text);
            this.#waitingSize += text.length;
        }
        step.waitsSince ??= this.#clock.now();
        this.#queue.add(step);
    }
    #settle(force = false) {
        for (const step of this.#queue) {
            const patient = this.#clock.now() - (step.waitsSince ?? 0) < PATIENCE_MS && this.#waitingSize < WAITING_LIMIT;
            if (!force && patient && this.#isHeld())
                return;
            this.#queue.delete(step);
            this.#writeStep(step);
        }
    }
    #writeStep(step) {
        const { waiting, outcome } = step;
        step.waiting = [];
        step.waitsSince = undefined;
        for (const text of waiting) {
            this.#waitingSize -= text.length;
            this.#writeOutput(step, text);
        }
        if (outcome === undefined)
            return;
        const known = step.number !== undefined && this.#last === step;
        step.number ??= ++this.#numbers;
        const title = known ? '' : ` ${step.title}`;
        this.#line(`#${step.number} ${describe(outcome, title)}`, colourOf(outcome, known));
    }
    #writeOutput(step, text) {
        this.#announce(step);
        this.#log.untrusted(`#${step.number} |`, text);
        this.#wrote = this.#clock.now();
        this.#focus = step;
        this.#focusWrote = this.#wrote;
    }
    /** The heading, when the step has none yet or another step wrote in between. */
    #announce(step) {
        if (this.#last === step)
            return;
        const title = step.number === undefined ? step.title : `${shorten(step.title, AGAIN_LIMIT)} (continued)`;
        step.number ??= ++this.#numbers;
        this.#line(`#${step.number} ${title}`, 'heading');
        this.#last = step;
    }
    #line(text, colour) {
        const code = this.#colour ? COLOURS[colour] : '';
        this.#log.info(code === '' ? text : `${code}${text}\x1b[0m`);
        this.#wrote = this.#clock.now();
    }
}
function shorten(text, limit) {
    return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
}
function isWorthALine(outcome) {
    if (outcome.kind === 'done')
        return outcome.detail !== undefined || outcome.ms >= QUIET_MS;
    return outcome.kind === 'error' || outcome.kind === 'skipped';
}
function describe(outcome, title) {
    switch (outcome.kind) {
        case 'cached':
            return `CACHED${title}`;
        case 'done':
            return `DONE ${(0,units/* formatDuration */.a3)(outcome.ms / 1000)}${title}${outcome.detail === undefined ? '' : ` (${outcome.detail})`}`;
        case 'canceled':
            return `CANCELED ${(0,units/* formatDuration */.a3)(outcome.ms / 1000)}${title}`;
        case 'skipped':
            return `SKIPPED${title}: ${outcome.message}`;
        case 'error':
            return `ERROR ${(0,units/* formatDuration */.a3)(outcome.ms / 1000)}${title}: ${outcome.message}`;
        default:
            return outcome;
    }
}
function colourOf(outcome, known) {
    if (outcome.kind === 'error')
        return 'error';
    if (outcome.kind === 'cached')
        return 'cached';
    return outcome.kind === 'done' && known ? 'done' : 'plain';
}

;// CONCATENATED MODULE: ./build/report/classic.js




/** Where one of the lines below may begin; other text is passed on without a look at each line. */
const CONTROL = /^(?: ?---?> |Step \d|(?:\[\d+\/\d+\] )?(?:STEP \d|COMMIT )|Removing inter|Successfully |\[Warning\] )/m;
const BEGIN = /^(?:\[(\d+)\/\d+\] )?(?:Step|STEP) (\d+\/\d+) ?: (.*)$/;
const CACHE = /^ ?---?> Using cache\b/;
const LAYER = /^ ?---?> [0-9a-f]{11,12}$/;
const CONTAINER = /^(?: ---> Running in|(?: ---> )?Remov(?:ing|ed) intermediate container) [0-9a-f]{12}$/;
const COMMIT = /^(?:\[\d+\/\d+\] )?COMMIT\b/;
const RESULT = /^(?:(?:\[\d+\/\d+\] )?COMMIT\b|Successfully (?:built|tagged) |[0-9a-f]{64}$|$)/;
const WARNING = /^\[Warning\] (.*)$/;
/** What Podman says while it pulls a base. */
const PODMAN_PULL = /^(?:Trying to pull|Getting image source|Copying (?:blob|config) |Writing manifest|Storing signatures|Resol)/;
/** Docker colours what a RUN wrote to stderr, each piece on its own. */
const STDERR = /^\x1b\[91m(.*)\x1b\[0m$/s;
/** How the name of a pull outside of a build begins. */
const PULL = 'pull ';
class Classic {
    #log;
    #steps;
    #clock;
    #warnings;
    #joiner = new LineJoiner();
    #current;
    /** Names of the stages so far; undefined for one without. */
    #stages = [];
    #ended = 0;
    #cached = 0;
    #times = [];
    constructor(log, steps, warnings, clock) {
        this.#log = log;
        this.#steps = steps;
        this.#warnings = warnings;
        this.#clock = clock;
    }
    /** Text of a `stream` message; ends anywhere. */
    stream(text) {
        const plain = STDERR.exec(text)?.[1] ?? text;
        // A RUN may have ended without a line end; what the builder says next begins a line of its own.
        if (CONTROL.exec(plain)?.index === 0)
            this.#flush();
        const lines = this.#joiner.push(Buffer.from(plain));
        if (lines !== undefined)
            this.#take(lines);
    }
    /** A `status` message of a pull (moby distribution/pull_v2.go): of a base, or of an image outside of any build. */
    status({ id, status, current, total }) {
        const pulling = /^Pulling from (.+)$/.exec(status)?.[1];
        if (this.#current === undefined && pulling !== undefined) {
            this.#begin(`${PULL}${pulling}${id === undefined ? '' : `:${id}`}`, 'FROM', undefined, false);
        }
        if (this.#current === undefined)
            return;
        const { transfers } = this.#current.activity;
        const size = { current: current ?? 0, total: total ?? 0, ms: undefined };
        if (id !== undefined && status === 'Downloading')
            transfers.update({ kind: 'blob', id, ...size });
        if (id !== undefined && status === 'Download complete')
            transfers.complete('blob', id);
        if (id !== undefined && status === 'Extracting')
            transfers.update({ kind: 'extraction', id, ...size });
        if (id !== undefined && status === 'Pull complete')
            transfers.complete('extraction', id);
        if (this.#current.name.startsWith(PULL) && status.startsWith('Status: '))
            this.#end();
    }
    tick(now) {
        this.#current?.activity.tick(now, this.#joiner.drawing);
    }
    finish() {
        this.#flush();
    }
    /** The step under way when the build failed with `reported`; undefined when none was. */
    failure(reported) {
        if (this.#current === undefined)
            return undefined;
        const { name, instruction, stage, activity } = this.#current;
        const exitCode = reported?.code ?? (0,failed_step/* exitCodeOf */.FO)(reported?.message ?? '');
        const reason = exitCode === undefined ? (0,failed_step/* reasonOf */.A3)(reported?.message ?? 'the build ended here') : `exit code ${exitCode}`;
        return { name, instruction, stage, digest: undefined, exitCode, reason, lastLines: activity.lastLines };
    }
    counts() {
        return { steps: this.#ended, cached: this.#cached, fullyCached: this.#ended > 0 && this.#cached === this.#ended };
    }
    /** Of all that ended; one under way counts as failed. By the clock of this machine. */
    times() {
        if (this.#current === undefined)
            return this.#times;
        const { name, since } = this.#current;
        const now = this.#clock.now();
        const last = {
            name,
            isInstruction: true,
            started: since,
            completed: now,
            ms: now - since,
            outcome: 'error',
        };
        return [...this.#times, last];
    }
    #flush() {
        const rest = this.#joiner.flush();
        if (rest !== undefined)
            this.#take(rest);
    }
    #take(text) {
        if (this.#current !== undefined && !this.#isBase() && !CONTROL.test(text))
            this.#current.activity.lines(text);
        else
            for (const line of text.split('\n'))
                this.#takeLine(line);
    }
    #takeLine(line) {
        const begin = BEGIN.exec(line);
        const warning = WARNING.exec(line);
        if (begin !== null)
            this.#beginStep(begin[1], begin[2] ?? '', begin[3] ?? '');
        else if (warning !== null)
            this.#warn(warning[1] ?? '');
        else if (this.#current === undefined) {
            if (!RESULT.test(line) && !LAYER.test(line))
                this.#log.untrusted('|', line);
        }
        else if (CACHE.test(line))
            this.#current = { ...this.#current, cached: true };
        else if (LAYER.test(line))
            this.#end();
        else if (this.#isBase() && PODMAN_PULL.test(line))
            this.#pulled(line);
        else if (this.#isBase() && line === '')
            return;
        else if (this.#current.isLast && COMMIT.test(line))
            this.#end();
        else if (!CONTAINER.test(line))
            this.#current.activity.lines(line);
    }
    #beginStep(stageNumber, position, instruction) {
        this.#end();
        if (/^FROM\b/i.test(instruction))
            this.#stages.push(/\bas\s+(\S+)\s*$/i.exec(instruction)?.[1]);
        const stage = this.#stages.at(-1);
        // Podman counts within the stage, so its name is needed to tell steps apart; Docker counts on.
        const prefix = stageNumber === undefined ? '' : `${stage ?? `stage-${Number(stageNumber) - 1}`} `;
        const [number, total] = position.split('/');
        this.#begin(`[${prefix}${position}] ${instruction}`, instruction, stage, number === total);
    }
    #begin(name, instruction, stage, isLast) {
        const activity = new Activity(new Step(name, false), this.#steps);
        this.#current = { name, instruction, stage, activity, since: this.#clock.now(), cached: false, isLast };
        this.#steps.start(activity.step);
    }
    #end() {
        if (this.#current === undefined)
            return;
        const { activity, name, since } = this.#current;
        const cached = this.#isBase() ? !activity.transfers.hasPulled : this.#current.cached;
        const ms = this.#clock.now() - since;
        const outcome = cached ? { kind: 'cached' } : { kind: 'done', ms, detail: activity.transfers.describe() };
        this.#current = undefined;
        if (!name.startsWith(PULL)) {
            this.#ended++;
            if (cached)
                this.#cached++;
            const measured = { name, started: since, completed: since + ms, ms, outcome: outcome.kind };
            this.#times.push({ ...measured, isInstruction: true });
        }
        activity.end(outcome);
    }
    #isBase() {
        return /^FROM\b/i.test(this.#current?.instruction ?? '');
    }
    #pulled(line) {
        const blob = /^Copying blob (?:sha256:)?([0-9a-f]+)/.exec(line)?.[1];
        if (blob !== undefined)
            this.#current?.activity.transfers.complete('extraction', blob);
    }
    #warn(text) {
        this.#warnings.add({ text, details: [], url: undefined, place: undefined });
        this.#log.untrusted('|', text);
    }
}

;// CONCATENATED MODULE: ./build/report/clock.js
/** Time as the reports see it, so that tests can turn it by hand. */
const systemClock = { now: () => performance.now() };
/** Does not keep the process alive. */
const systemTicker = (milliseconds, task) => {
    const timer = setInterval(task, milliseconds).unref();
    return () => clearInterval(timer);
};

;// CONCATENATED MODULE: ./build/report/step-times.js
/** When each step of a build ran, for a picture of the whole. */

/** In the order of their start. */
function toStepTimes(steps) {
    const zero = Math.min(...steps.map(({ started }) => started));
    return steps
        .map(({ name, isInstruction, started, completed, ms, outcome }) => ({
        name,
        ...(0,failed_step/* parseName */.$q)(name),
        isInstruction,
        start: started - zero,
        end: Math.max(started, completed) - zero,
        ms,
        outcome,
    }))
        .sort((a, b) => a.start - b.start || a.end - b.end);
}

// EXTERNAL MODULE: ./node_modules/@bufbuild/protobuf/dist/esm/wire/binary-encoding.js + 3 modules
var binary_encoding = __webpack_require__(59799);
// EXTERNAL MODULE: ./build/buildkit/wire.js
var wire = __webpack_require__(89504);
;// CONCATENATED MODULE: ./build/buildkit/trace.js
/**
 * Decodes `moby.buildkit.v1.StatusResponse` (moby/buildkit api/services/control/control.proto), which `/build` sends
 * as base64 in `moby.buildkit.trace` and the Control API as a stream. Log bytes are views of the input, not copies.
 * Every time is a number of milliseconds since the epoch, with fractions; unknown fields are skipped.
 */


/** Bytes that are no StatusResponse. */
class InvalidTrace extends Error {
    name = 'InvalidTrace';
    hint;
    constructor(size, cause) {
        const why = cause instanceof Error ? cause.message : String(cause);
        const hint = 'Something before the engine may change its answers; builder-version: 1 builds without traces';
        super(`the engine sent a build trace of ${size} bytes that cannot be read: ${why}. ${hint}`, { cause });
        this.hint = hint;
    }
}
const EMPTY = new Uint8Array(0);
/** Throws InvalidTrace. */
function decodeTrace(bytes) {
    const vertices = [];
    const statuses = [];
    const logs = [];
    const warnings = [];
    try {
        const reader = new binary_encoding/* BinaryReader */.V5(bytes);
        (0,wire/* readFields */.qU)(reader, reader.len, (tag) => {
            if (tag === 0o12)
                vertices.push(readVertex(reader));
            else if (tag === 0o22)
                statuses.push(readStatus(reader));
            else if (tag === 0o32)
                logs.push(readLog(reader));
            else if (tag === 0o42)
                warnings.push(readWarning(reader));
            else
                return false;
            return true;
        });
    }
    catch (error) {
        throw new InvalidTrace(bytes.length, error);
    }
    return { vertices, statuses, logs, warnings };
}
function readVertex(reader) {
    const inputs = [];
    let digest = '';
    let name = '';
    let cached = false;
    let started;
    let completed;
    let error = '';
    let progressGroup;
    (0,wire/* readMessage */._8)(reader, (tag) => {
        if (tag === 0o12)
            digest = reader.string();
        else if (tag === 0o22)
            inputs.push(reader.string());
        else if (tag === 0o32)
            name = reader.string();
        else if (tag === 0o40)
            cached = reader.bool();
        else if (tag === 0o52)
            started = (0,wire/* readTimestamp */.L2)(reader);
        else if (tag === 0o62)
            completed = (0,wire/* readTimestamp */.L2)(reader);
        else if (tag === 0o72)
            error = reader.string();
        else if (tag === 0o102)
            progressGroup = readProgressGroup(reader);
        else
            return false;
        return true;
    });
    return { digest, inputs, name, cached, started, completed, error, progressGroup };
}
function readProgressGroup(reader) {
    let id = '';
    let name = '';
    let weak = false;
    (0,wire/* readMessage */._8)(reader, (tag) => {
        if (tag === 0o12)
            id = reader.string();
        else if (tag === 0o22)
            name = reader.string();
        else if (tag === 0o30)
            weak = reader.bool();
        else
            return false;
        return true;
    });
    return { id, name, weak };
}
function readStatus(reader) {
    let id = '';
    let vertex = '';
    let name = '';
    let current = 0;
    let total = 0;
    let timestamp;
    let started;
    let completed;
    (0,wire/* readMessage */._8)(reader, (tag) => {
        if (tag === 0o12)
            id = reader.string();
        else if (tag === 0o22)
            vertex = reader.string();
        else if (tag === 0o32)
            name = reader.string();
        else if (tag === 0o40)
            current = Number(reader.int64());
        else if (tag === 0o50)
            total = Number(reader.int64());
        else if (tag === 0o62)
            timestamp = (0,wire/* readTimestamp */.L2)(reader);
        else if (tag === 0o72)
            started = (0,wire/* readTimestamp */.L2)(reader);
        else if (tag === 0o102)
            completed = (0,wire/* readTimestamp */.L2)(reader);
        else
            return false;
        return true;
    });
    return { id, vertex, name, current, total, timestamp, started, completed };
}
function readLog(reader) {
    let vertex = '';
    let timestamp;
    let stream = 0;
    let data = EMPTY;
    (0,wire/* readMessage */._8)(reader, (tag) => {
        if (tag === 0o12)
            vertex = reader.string();
        else if (tag === 0o22)
            timestamp = (0,wire/* readTimestamp */.L2)(reader);
        else if (tag === 0o30)
            stream = Number(reader.int64());
        else if (tag === 0o42)
            data = reader.bytes();
        else
            return false;
        return true;
    });
    return { vertex, timestamp, stream, data };
}
function readWarning(reader) {
    const detail = [];
    const ranges = [];
    let vertex = '';
    let level = 0;
    let short = '';
    let url = '';
    let source;
    (0,wire/* readMessage */._8)(reader, (tag) => {
        if (tag === 0o12)
            vertex = reader.string();
        else if (tag === 0o20)
            level = Number(reader.int64());
        else if (tag === 0o32)
            short = reader.string();
        else if (tag === 0o42)
            detail.push(reader.string());
        else if (tag === 0o52)
            url = reader.string();
        else if (tag === 0o62)
            source = readSource(reader);
        else if (tag === 0o72)
            ranges.push(readRange(reader));
        else
            return false;
        return true;
    });
    return { vertex, level, short, detail, url, source, ranges };
}
function readSource(reader) {
    let filename = '';
    let data = EMPTY;
    let language = '';
    (0,wire/* readMessage */._8)(reader, (tag) => {
        if (tag === 0o12)
            filename = reader.string();
        else if (tag === 0o22)
            data = reader.bytes();
        else if (tag === 0o42)
            language = reader.string();
        else
            return false;
        return true;
    });
    return { filename, data, language };
}
function readRange(reader) {
    let start = { line: 0, character: 0 };
    let end = { line: 0, character: 0 };
    (0,wire/* readMessage */._8)(reader, (tag) => {
        if (tag === 0o12)
            start = readPosition(reader);
        else if (tag === 0o22)
            end = readPosition(reader);
        else
            return false;
        return true;
    });
    return { start, end };
}
function readPosition(reader) {
    let line = 0;
    let character = 0;
    (0,wire/* readMessage */._8)(reader, (tag) => {
        if (tag === 0o10)
            line = reader.int32();
        else if (tag === 0o20)
            character = reader.int32();
        else
            return false;
        return true;
    });
    return { line, character };
}

;// CONCATENATED MODULE: ./build/report/warnings.js
/** Warnings kept for one build. */
const warnings_LIMIT = 200;
class Warnings {
    #kept = new Map();
    /** Keeps a warning; the same text about the same line is kept once. */
    add(warning) {
        const key = JSON.stringify([warning.text, warning.place?.file, warning.place?.line]);
        if (this.#kept.size < warnings_LIMIT && !this.#kept.has(key))
            this.#kept.set(key, warning);
    }
    list() {
        return [...this.#kept.values()];
    }
}
/** Drops the text of the Dockerfile, and the line number that BuildKit repeats at the end of the text. */
function toTraceWarning({ short, detail, url, source, ranges }) {
    const lines = ranges.flatMap(({ start, end }) => [start.line, end.line]).filter((line) => line > 0);
    const place = lines.length > 0 && { line: Math.min(...lines), endLine: Math.max(...lines) };
    return {
        text: short.replace(/ \(line \d+\)$/, ''),
        details: detail,
        url: url || undefined,
        place: source?.filename ? { file: source.filename, ...place } : undefined,
    };
}

;// CONCATENATED MODULE: ./build/report/vertices.js
/**
 * Turns the traces of BuildKit into steps. A vertex comes many times, with more fields each time, and sources run more
 * than once (resolve, download, extract), so a source is reported only when something that needs it starts.
 */






/** Details of the builder that a user does not ask about. */
const QUIET = /^\[(?:\S+ )?(?:internal|auth)\] |^\[context \S+\] load |^copy \/context \/$|^exporting to image$/;
/** Numbers are padded to the same width: `[ 3/12] RUN …`. */
const INSTRUCTION = /^\[(?:\S.* )? *\d+\/\d+\] /;
const BASE = /^\[(?:\S.* )? *\d+\/\d+\] FROM /;
/** Vertices a build goes on without. */
const OPTIONAL = /^importing cache manifest from /;
/** And those that it may go on without: caches to be written (moby/buildkit cache/remotecache). */
const EXPORT = /^exporting cache to |^exporting to GitHub Actions Cache$/;
/** How BuildKit ends a vertex because another one failed or the user gave up. */
const CANCELED = /\bcontext canceled$|^canceled\b/;
/** Details that took less than this are no part of the picture. */
const vertices_QUIET_MS = 200;
/** A source that has been complete for this long is reported without waiting for what needs it. */
const REST_MS = 1000;
class Vertices {
    #log;
    #warnings;
    #blocks = new Map();
    /** Digest of a vertex to its block. */
    #byDigest = new Map();
    /** Digests that others have as input. */
    #needed = new Set();
    #failed;
    constructor(log, warnings) {
        this.#log = log;
        this.#warnings = warnings;
    }
    /** Takes one encoded StatusResponse. Throws InvalidTrace. */
    trace(data, now) {
        const trace = decodeTrace(data);
        for (const vertex of trace.vertices)
            for (const input of vertex.inputs)
                this.#needed.add(input);
        for (const vertex of trace.vertices)
            this.#update(vertex, now);
        for (const status of trace.statuses)
            this.#byDigest.get(status.vertex)?.activity.transfer(toPiece(status));
        for (const log of trace.logs)
            this.#byDigest.get(log.vertex)?.activity.write(log.stream, log.data);
        for (const { digest } of trace.vertices)
            this.#settle(this.#byDigest.get(digest), now);
        for (const warning of trace.warnings)
            this.#warnings.add(toTraceWarning(warning));
    }
    tick(now) {
        for (const block of this.#blocks.values()) {
            if (block.ended)
                continue;
            if (block.restsSince !== undefined && now - block.restsSince >= REST_MS)
                this.#end(block);
            else
                block.activity.tick(now);
        }
    }
    /** Reports what is complete and shows the rest of all output. */
    finish() {
        for (const block of this.#blocks.values()) {
            if (block.restsSince !== undefined && !block.ended)
                this.#end(block);
            else
                block.activity.flush();
        }
    }
    /** `hasFailed`: the build did, and then it may be a cache that it was not to go on without. */
    failure(hasFailed) {
        const block = this.#failed ?? (hasFailed ? this.#unwritten()[0] : undefined);
        if (block === undefined)
            return undefined;
        const { name, activity, members } = block;
        const error = errorOf(block) ?? '';
        const failing = [...members.values()].find(({ vertex }) => vertex.error.trim() === error);
        return {
            name,
            ...(0,failed_step/* parseName */.$q)(name),
            digest: failing?.vertex.digest,
            exitCode: (0,failed_step/* exitCodeOf */.FO)(error),
            reason: (0,failed_step/* reasonOf */.A3)(error),
            lastLines: activity.lastLines,
        };
    }
    /** Caches that could not be written, each with the reason. */
    unwritten() {
        return this.#unwritten().map((block) => `${block.name}: ${(0,failed_step/* reasonOf */.A3)(errorOf(block) ?? '')}`);
    }
    counts() {
        const done = [...this.#blocks.values()].filter((block) => INSTRUCTION.test(block.name) && block.ended);
        // A step is cancelled, in a build that succeeds, when a later one is found in the cache: it was not needed.
        const cached = done.filter(({ outcome }) => outcome?.kind === 'cached' || outcome?.kind === 'canceled').length;
        return { steps: done.length, cached, fullyCached: done.length > 0 && cached === done.length };
    }
    /** Of all that ended and was not a detail of the builder, by the engine's clock. */
    times() {
        return [...this.#blocks.values()].flatMap(({ name, activity, members, outcome }) => {
            const all = [...members.values()];
            const started = all.flatMap(({ since }) => since ?? []);
            if (outcome === undefined || started.length === 0)
                return [];
            const ms = all.reduce((sum, { vertex, before }) => sum + before + timeOf(vertex), 0);
            if (activity.step.quiet && ms < vertices_QUIET_MS && outcome.kind !== 'error')
                return [];
            const completed = all.flatMap(({ vertex }) => vertex.completed ?? []);
            return {
                name,
                isInstruction: INSTRUCTION.test(name),
                started: Math.min(...started),
                completed: Math.max(...started, ...completed),
                ms,
                outcome: outcome.kind,
            };
        });
    }
    #unwritten() {
        return [...this.#blocks.values()].filter(({ name, outcome }) => EXPORT.test(name) && outcome?.kind === 'skipped');
    }
    #update(vertex, now) {
        const block = this.#byDigest.get(vertex.digest) ?? this.#place(vertex);
        const old = block.members.get(vertex.digest);
        const ranBefore = old?.vertex.started !== undefined && vertex.started !== old.vertex.started;
        block.members.set(vertex.digest, {
            vertex,
            cached: vertex.cached || (old?.cached ?? false),
            inputs: vertex.inputs.length > 0 ? vertex.inputs : (old?.inputs ?? []),
            before: (old?.before ?? 0) + (ranBefore ? timeOf(old.vertex) : 0),
            since: old?.since ?? vertex.started,
        });
        if (vertex.started === undefined)
            return;
        for (const input of vertex.inputs) {
            const source = this.#byDigest.get(input);
            if (source?.restsSince !== undefined && !source.ended)
                this.#end(source);
        }
        if (block.ended)
            return;
        if (vertex.completed === undefined) {
            this.#log.start(block.activity.step);
            block.restsSince = undefined;
        }
        else if (isComplete(block) && this.#isSource(block))
            this.#rest(block, now);
    }
    #place(vertex) {
        const key = vertex.progressGroup?.id || vertex.digest;
        const full = (0,transfers/* shortenDigests */.f)(vertex.progressGroup?.name || vertex.name);
        const name = full.replace(/^\[internal\] /, '');
        let block = this.#blocks.get(key);
        if (block === undefined) {
            const activity = new Activity(new Step(name, QUIET.test(full)), this.#log);
            block = { name, activity, members: new Map(), restsSince: undefined, ended: false, outcome: undefined };
            this.#blocks.set(key, block);
        }
        this.#byDigest.set(vertex.digest, block);
        return block;
    }
    /** Reports a block that is over, once its statuses and logs of the same message have been taken in. */
    #settle(block, now) {
        if (block === undefined || block.ended || block.restsSince !== undefined)
            return;
        const failed = errorOf(block) !== undefined;
        if (!failed && !isComplete(block))
            return;
        if (!failed && this.#isSource(block)) {
            this.#rest(block, now);
            return;
        }
        block.ended = true;
        // One message may end many, in any order; they are told in the order of the Dockerfile.
        for (const { inputs } of block.members.values()) {
            for (const input of inputs) {
                const source = this.#byDigest.get(input);
                if (source?.restsSince !== undefined && !source.ended)
                    this.#end(source);
                else
                    this.#settle(source, now);
            }
        }
        this.#end(block);
    }
    #rest(block, now) {
        block.restsSince ??= now;
        this.#log.rest(block.activity.step);
    }
    #end(block) {
        block.ended = true;
        const outcome = outcomeOf(block);
        block.outcome = outcome;
        if (outcome.kind === 'error')
            this.#failed ??= block;
        block.activity.end(outcome);
    }
    /** Nothing goes in and something needs it. */
    #isSource(block) {
        return [...block.members].every(([digest, { inputs }]) => inputs.length === 0 && this.#needed.has(digest));
    }
}
function isComplete({ members }) {
    const all = [...members.values()];
    const done = ({ vertex }) => vertex.completed !== undefined;
    const idle = ({ vertex }) => vertex.started === undefined;
    // Of a group the weak members are parts that may turn out not to be needed.
    const strong = all.filter(({ vertex }) => vertex.progressGroup?.weak !== true);
    return (strong.length > 0 ? strong : all).every(done) && all.every((member) => done(member) || idle(member));
}
/** The first error of a block; a cancellation only if there is nothing else. */
function errorOf({ members }) {
    const errors = [...members.values()].flatMap(({ vertex }) => (vertex.error === '' ? [] : [vertex.error.trim()]));
    return errors.find((error) => !CANCELED.test(error)) ?? errors[0];
}
function isCached({ name, activity, members }) {
    // An engine calls a base cached only sometimes; for the reader it is when nothing had to be fetched.
    if (BASE.test(name))
        return !activity.transfers.hasPulled;
    return [...members.values()].every(({ vertex, cached }) => cached || vertex.started === undefined);
}
function outcomeOf(block) {
    const ms = [...block.members.values()].reduce((sum, { vertex, before }) => sum + before + timeOf(vertex), 0);
    const error = errorOf(block);
    if (error !== undefined && (OPTIONAL.test(block.name) || EXPORT.test(block.name)))
        return { kind: 'skipped', message: (0,failed_step/* reasonOf */.A3)(error) };
    if (error !== undefined)
        return CANCELED.test(error) ? { kind: 'canceled', ms } : { kind: 'error', ms, message: (0,failed_step/* reasonOf */.A3)(error) };
    if (isCached(block))
        return { kind: 'cached' };
    return { kind: 'done', ms, detail: block.activity.transfers.describe() };
}
function timeOf({ started, completed }) {
    return started === undefined || completed === undefined ? 0 : Math.max(0, completed - started);
}
function toPiece(status) {
    const { id, current, total, started, completed } = status;
    const kind = id.startsWith('sha256:') ? 'blob' : id.startsWith('extracting sha256:') ? 'extraction' : 'activity';
    return { kind, id, current, total, ms: completed === undefined ? undefined : completed - (started ?? completed) };
}

;// CONCATENATED MODULE: ./build/report/progress.js







const TICK_MS = 500;
function createProgress(log, options = {}) {
    const { clock = systemClock, ticker = systemTicker, colour = true } = options;
    const started = clock.now();
    const steps = new StepLog(log, { clock, colour });
    const warnings = new Warnings();
    const vertices = new Vertices(steps, warnings);
    const classic = new Classic(log, steps, warnings, clock);
    let ended;
    const stop = ticker(TICK_MS, () => {
        vertices.tick(clock.now());
        classic.tick(clock.now());
        steps.tick();
    });
    const failure = (reported) => vertices.failure(reported !== undefined) ?? classic.failure(reported);
    const summary = () => {
        const source = vertices.counts().steps > 0 || vertices.failure(false) !== undefined ? vertices : classic;
        const counts = source.counts();
        return {
            ...counts,
            fullyCached: counts.fullyCached && failure() === undefined,
            seconds: ((ended ?? clock.now()) - started) / 1000,
            warnings: warnings.list(),
            times: toStepTimes(source.times()),
        };
    };
    return {
        trace: (data) => vertices.trace(data, clock.now()),
        stream: (text) => classic.stream(text),
        status: (status) => classic.status(status),
        finish: (complete = true) => {
            if (ended !== undefined)
                return;
            stop();
            vertices.finish();
            classic.finish();
            steps.flush();
            ended = clock.now();
            if (complete && failure() === undefined)
                showSummary(log, summary());
        },
        failure,
        unwritten: () => vertices.unwritten(),
        summary,
    };
}
/** `6 steps in 1.4s: 2 cached, 4 run, 1 warning`. */
function showSummary(log, { steps, cached, seconds, warnings }) {
    if (steps === 0)
        return;
    const work = [
        ...(cached === steps ? ['all cached'] : cached > 0 ? [`${cached} cached`] : []),
        ...(cached < steps ? [`${steps - cached} run`] : []),
        ...(warnings.length > 0 ? [(0,units/* count */.U9)(warnings.length, 'warning')] : []),
    ];
    log.info(`${(0,units/* count */.U9)(steps, 'step')} in ${(0,units/* formatDuration */.a3)(seconds)}: ${work.join(', ')}`);
}


/***/ }),

/***/ 61195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ shortenDigests),
/* harmony export */   v: () => (/* binding */ Transfers)
/* harmony export */ });
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15088);
/**
 * What a step moves: downloads, extractions, uploads, reported piece by piece with bytes. Summed up here, because one
 * line per piece and tick is what makes other logs unreadable.
 */

/** Pieces remembered for one step; an image has at most 127 layers. */
const LIMIT = 1000;
/** Below this many bytes a download was of manifests only, which are read even when all layers are here. */
const PULL_BYTES = 100_000;
/** Activities without bytes are named when they took this long. */
const WORTH_MS = 1000;
class Transfers {
    #pieces = new Map();
    update(piece) {
        const key = `${piece.kind} ${piece.id}`;
        if (this.#pieces.size < LIMIT || this.#pieces.has(key))
            this.#pieces.set(key, piece);
    }
    /** Marks a piece complete, of which no more is said than that. */
    complete(kind, id) {
        const { current = 0, total = 0 } = this.#pieces.get(`${kind} ${id}`) ?? {};
        this.update({ kind, id, current: Math.max(current, total), total, ms: 0 });
    }
    /** Bytes of blobs that came from a registry. */
    get downloaded() {
        return this.#of('blob').reduce((sum, { current }) => sum + current, 0);
    }
    /** Whether layers came from a registry. */
    get hasPulled() {
        return this.#of('extraction').length > 0 || this.downloaded >= PULL_BYTES;
    }
    /** What was moved, when the step is over; undefined for nothing worth telling. */
    describe() {
        const phrases = [];
        if (this.downloaded > 0 && this.hasPulled)
            phrases.push(`${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(this.downloaded)} downloaded`);
        else if (this.hasPulled)
            phrases.push(`${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(this.#of('extraction').length, 'layer')} pulled`);
        for (const { id, current, ms } of this.#of('activity')) {
            if (id.endsWith(':') && current > 0)
                phrases.push(`${id} ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(current)}`);
            else if (ms !== undefined && ms >= WORTH_MS)
                phrases.push(`${shortenDigests(id)} ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(ms / 1000)}`);
        }
        return phrases.length === 0 ? undefined : phrases.join(', ');
    }
    /** What is under way; undefined for nothing. */
    describeState() {
        const total = this.#of('blob').reduce((sum, piece) => sum + Math.max(piece.total, piece.current), 0);
        if (this.downloaded < total)
            return `downloading, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(this.downloaded)} of ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(total)}`;
        if (this.#of('extraction').some(isOpen))
            return `extracting, ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(total)} downloaded`;
        const piece = this.#of('activity').filter(isOpen).at(-1);
        if (piece === undefined)
            return undefined;
        const of = piece.total > piece.current ? ` of ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(piece.total)}` : '';
        return `${shortenDigests(piece.id)}${piece.current > 0 ? ` ${(0,_units_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(piece.current)}${of}` : ''}`;
    }
    #of(kind) {
        return [...this.#pieces.values()].filter((piece) => piece.kind === kind);
    }
}
function isOpen(piece) {
    return piece.ms === undefined;
}
/** A digest is told apart by its first 12 digits, as engines show it. */
function shortenDigests(text) {
    return text.replace(/sha256:([0-9a-f]{12})[0-9a-f]{52}/g, 'sha256:$1');
}


/***/ })

};
