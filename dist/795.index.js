export const id = 795;
export const ids = [795,6096];
export const modules = {

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
