export const id = 9785;
export const ids = [9785,9329,6096,7637];
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

/** `target` is a stage by name or number; undefined is the last one. */
function findBases(dockerfile, buildArgs, target) {
    /** Base of each stage, by name and by number. */
    const stages = new Map();
    const found = new Set();
    let count = 0;
    for (const { instruction, image, stage } of findImageUses((0,_instructions_js__WEBPACK_IMPORTED_MODULE_0__/* .readInstructions */ .K)(dockerfile), buildArgs)) {
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
/** What is named after FROM, `--from=` and `from=` of a mount, in order; stages and numbers of stages are among them. */
function findImageUses(instructions, buildArgs) {
    const args = new Map();
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__.SecretLeaked(listed(finds));
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

/***/ 61356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ isMutable),
/* harmony export */   x: () => (/* binding */ placeManifest)
/* harmony export */ });
/* harmony import */ var _registry_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17375);
/* harmony import */ var _registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9329);
/* harmony import */ var _registry_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26247);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59032);
/* harmony import */ var _explain_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59152);





/** Throws nothing but the reason of the signal: what failed is told in the outcome. */
async function placeManifest(placement, tools) {
    const { tags, untagged } = placement;
    const failures = new Map();
    const fail = (reference, cause) => {
        const name = (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .formatFamiliar */ .LF)(reference);
        failures.set(name, { reference: name, reason: (0,_explain_js__WEBPACK_IMPORTED_MODULE_4__/* .describeError */ .Uc)(cause), cause });
    };
    const repositories = (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .uniqueRepositories */ .Ay)([...tags, ...untagged]);
    const there = [];
    await byRegistry(repositories, async (sameRegistry) => {
        // One after the other, so that later ones can take over what an earlier one has.
        for (const repository of sameRegistry) {
            const tagged = tags.filter((tag) => isIn(tag, repository));
            try {
                await bring(placement, repository, tools);
                there.push(repository);
            }
            catch (error) {
                tools.signal.throwIfAborted();
                for (const reference of tagged.length === 0 ? [repository] : tagged)
                    fail(reference, error);
            }
        }
    });
    const pushed = new Set();
    const write = async (tag) => {
        try {
            await writeTag(placement.manifest, tag, tools);
            pushed.add(tag);
        }
        catch (error) {
            tools.signal.throwIfAborted();
            fail(tag, error);
        }
    };
    const ready = tags.filter((tag) => there.some((repository) => isIn(tag, repository)));
    const { fixed = [], mutable = [] } = Object.groupBy(ready, (tag) => (isMutable(tag) ? 'mutable' : 'fixed'));
    await Promise.all(fixed.map(write));
    if (failures.size === 0)
        await Promise.all(mutable.map(write));
    else
        for (const tag of mutable)
            fail(tag, new Error('not tried, because another reference failed'));
    tools.signal.throwIfAborted();
    return {
        pushed: tags.filter((tag) => pushed.has(tag)),
        repositories: repositories.filter((repository) => there.includes(repository)),
        failed: [...failures.values()],
    };
}
/** `latest` is the one tag that is meant to move. */
function isMutable({ tag }) {
    return tag === 'latest';
}
function isIn(reference, { registry, path }) {
    return reference.registry === registry && reference.path === path;
}
async function byRegistry(references, work) {
    await Promise.all([...Map.groupBy(references, ({ registry }) => registry).values()].map(work));
}
async function bring(placement, repository, { client, signal }) {
    const { manifest } = placement;
    await placement.bring(repository);
    await (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .putManifest */ .RV)(client, { ...repository, digest: manifest.digest }, manifest, { signal });
}
/** Throws TagTaken, DigestMismatch, NotInRegistry or RegistryError. */
async function writeTag(manifest, tag, tools) {
    const { client, overwrite, log, signal } = tools;
    const name = (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .formatFamiliar */ .LF)(tag);
    const before = await (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .findManifest */ .J9)(client, tag, { signal, actions: 'pull,push' });
    const isSame = before?.digest === manifest.digest;
    if (before !== undefined && !isMutable(tag)) {
        if (overwrite === 'never' || (overwrite === 'same' && !isSame)) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.TagTaken(name, before.digest, overwrite);
        }
    }
    // Some registries let a tag be written once only, even with the same content.
    if (!isSame)
        await (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .putManifest */ .RV)(client, tag, manifest, { signal });
    await confirm(manifest, tag, tools);
    log.info(`Published ${name}@${manifest.digest}${isSame ? ', which was there already' : ''}`);
}
/** Some registries answer for a new tag only after a moment. */
const SETTLE_MS = 3000;
async function confirm(manifest, tag, { client, log, clock, signal }) {
    const name = (0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .formatFamiliar */ .LF)(tag);
    for (let looks = 1;; looks += 1) {
        try {
            const { digest } = await (0,_registry_manifest_js__WEBPACK_IMPORTED_MODULE_1__.readManifest)(client, tag, { signal });
            if (digest !== manifest.digest)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.DigestMismatch(name, manifest.digest, digest);
            return;
        }
        catch (error) {
            if (!(error instanceof _registry_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl))
                throw error;
            if (error.status === 401 || error.status === 403) {
                log.warning(`${name} was pushed as ${manifest.digest}, but could not be read back to prove it: ${error.message}`);
                return;
            }
            if (error.status !== 404)
                throw error;
            if (looks > 1)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.NotInRegistry(name, manifest.digest);
            await clock.sleep(SETTLE_MS, signal);
        }
    }
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


/***/ }),

/***/ 10315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FM: () => (/* binding */ findBlob),
/* harmony export */   Ym: () => (/* binding */ openBlob),
/* harmony export */   gm: () => (/* binding */ readBlob),
/* harmony export */   is: () => (/* binding */ hasBlob)
/* harmony export */ });
/* unused harmony export streamBlob */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96192);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17375);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26247);
/** Reading blobs: layers and configs. OCI distribution-spec, "Pulling blobs". Writing them is upload.ts. */




/** Whether the repository has the blob. Throws RegistryError. */
async function hasBlob(client, repository, digest, options = {}) {
    return (await findBlob(client, repository, digest, options)) !== undefined;
}
/** Its size, where the registry says it; undefined when the repository does not have it. Throws RegistryError. */
function findBlob(client, repository, digest, options = {}) {
    // Mostly who looks is about to write, and one login does for both.
    const { actions = 'pull,push' } = options;
    const call = { ...blobCall('HEAD', repository, digest), expect: [404], actions };
    return client.request(repository, call, options, async (answer) => {
        await answer.discard();
        if (answer.status === 404)
            return undefined;
        const size = Number(answer.header('content-length')[0] ?? Number.NaN);
        return { size: Number.isSafeInteger(size) ? size : undefined };
    });
}
/** A small blob as a whole, its hash checked. Throws RegistryError, with code DIGEST_MISMATCH for other bytes. */
function readBlob(client, repository, { digest, size }, options = {}) {
    return client.request(repository, blobCall('GET', repository, digest), options, async (answer) => {
        const bytes = await answer.read(size);
        checkDigest((0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(bytes), digest, repository);
        return bytes;
    });
}
/**
 * A blob as a stream, its length and hash checked at the end, before which nothing of it may be believed. Goes on where
 * the connection broke. Throws RegistryError.
 */
async function* streamBlob(client, repository, { digest, size }, { signal } = {}) {
    const hash = createHash('sha256');
    const failed = client.waitingAfter(blobCall('GET', repository, digest).what, signal);
    let at = 0;
    while (at < size || at === 0) {
        try {
            for await (const chunk of openBlob(client, repository, digest, { from: at, signal })) {
                hash.update(chunk);
                at += chunk.length;
                yield chunk;
            }
            break;
        }
        catch (error) {
            await failed(error);
        }
    }
    checkDigest(`sha256:${hash.digest('hex')}`, digest, repository);
}
/** The blob from byte `from` on, by one try and not checked. Throws RegistryError. */
async function* openBlob(client, repository, digest, { from, signal }) {
    const headers = from === 0 ? {} : { range: `bytes=${from}-` };
    const call = { ...blobCall('GET', repository, digest), headers, isLong: true };
    const answer = await client.call(repository, call, { signal }, async (given) => given);
    // Who does not know ranges begins anew.
    let skip = answer.status === 206 ? 0 : from;
    try {
        for await (const chunk of answer.stream()) {
            const left = chunk.subarray(skip);
            skip -= chunk.length - left.length;
            if (left.length > 0)
                yield left;
        }
    }
    catch (error) {
        throw error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl ? error.during(call.what, repository.path) : error;
    }
}
function blobCall(method, repository, digest) {
    const [verb, link] = method === 'HEAD' ? ['look for', 'in'] : ['read', 'of'];
    const what = `${verb} blob ${digest.slice(0, 19)} ${link} ${(0,_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .familiarRepository */ .Yu)(repository)}`;
    return { method, path: ['blobs', digest], what, actions: 'pull' };
}
function checkDigest(got, digest, { registry, path }) {
    if (got === digest)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl(`the bytes received have digest ${got}, not ${digest}`, {
        status: 200,
        code: 'DIGEST_MISMATCH',
        host: registry,
        repository: path,
        hint: 'something between here and the registry changed or mixed up the answer; do not use this image',
    });
}


/***/ }),

/***/ 81641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ describeManifest)
/* harmony export */ });
/* unused harmony export describeImage */
/* harmony import */ var _blob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10315);
/* harmony import */ var _descriptor_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19725);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17375);
/* harmony import */ var _image_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17757);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9329);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26247);
/** What an image in a registry offers to an index: itself with the platform of its config, or the children of an index. */






/** A config with its history; the largest seen have a few hundred kB. */
const CONFIG_LIMIT = (/* unused pure expression or super */ null && (8 * 1024 * 1024));
/** Throws RegistryError. */
async function describeImage(client, reference, options = {}) {
    const manifest = await readManifest(client, reference, options);
    if (isIndexType(manifest.mediaType))
        return { manifest, children: childrenOf(manifest).manifests };
    const { config } = partsOf(manifest);
    if (config.size > CONFIG_LIMIT) {
        throw new RegistryError(`the config of ${formatFamiliar(reference)} has ${config.size} bytes, which no image has`, {
            status: 200,
            code: 'TOO_LARGE',
            host: reference.registry,
        });
    }
    return { manifest, children: [describeManifest(manifest, await readBlob(client, reference, config, options))] };
}
/** The descriptor of an image's manifest, with the platform that its config names. */
function describeManifest({ mediaType, digest, bytes }, config) {
    const platform = (0,_descriptor_js__WEBPACK_IMPORTED_MODULE_1__/* .readPlatform */ .Kd)(parse(config));
    return { mediaType, digest, size: bytes.length, ...(platform && { platform }) };
}
function parse(bytes) {
    try {
        return JSON.parse(Buffer.from(bytes).toString('utf8'));
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 34801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ assembleIndex)
/* harmony export */ });
/* unused harmony export InvalidIndex */
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96192);
/* harmony import */ var _image_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17757);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87891);



/** Children that cannot stand in one index. */
class InvalidIndex extends Error {
    name = 'InvalidIndex';
    hint;
    constructor(reason, hint) {
        super(`no index: ${reason}`);
        this.hint = hint;
    }
}
/** Throws InvalidIndex for no child, a child without a platform, and two of the same platform. */
function assembleIndex(children, { annotations = {} } = {}) {
    const unique = uniteTwins(children);
    const images = unique.filter((child) => (0,_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .attestedBy */ .W_)(child) === undefined).sort(byPlatform);
    checkImages(images);
    const order = new Map(images.map(({ digest }, at) => [digest, at]));
    const attestations = unique
        .filter((child) => order.has((0,_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .attestedBy */ .W_)(child) ?? ''))
        .sort((a, b) => (order.get((0,_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .attestedBy */ .W_)(a) ?? '') ?? 0) - (order.get((0,_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .attestedBy */ .W_)(b) ?? '') ?? 0));
    const manifests = [...images, ...attestations];
    const isAnnotated = Object.keys(annotations).length > 0;
    const isDocker = !isAnnotated && manifests.every((it) => (0,_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDockerType */ .$F)(it.mediaType) && it.annotations === undefined);
    const mediaType = isDocker ? _image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .DOCKER_INDEX */ .Mu : _image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .OCI_INDEX */ .$p;
    const document = {
        schemaVersion: 2,
        mediaType,
        manifests: manifests.map(encodeDescriptor),
        ...(isAnnotated && { annotations: sorted(annotations) }),
    };
    const bytes = Buffer.from(JSON.stringify(document, undefined, 2));
    return { mediaType, digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(bytes), bytes };
}
/** The same manifest, given twice, with the annotations of both. */
function uniteTwins(children) {
    return [...Map.groupBy(children, ({ digest }) => digest).values()].map((twins) => {
        const annotations = Object.assign({}, ...twins.map((twin) => twin.annotations ?? {}));
        const platform = twins.find((twin) => twin.platform !== undefined)?.platform;
        return {
            ...twins[0],
            ...(platform && { platform }),
            ...(Object.keys(annotations).length > 0 && { annotations }),
        };
    });
}
function checkImages(images) {
    if (images.length === 0)
        throw new InvalidIndex('there is no image to put into it', 'give at least one');
    for (const [at, { digest, platform }] of images.entries()) {
        if (platform === undefined)
            throw new InvalidIndex(`nothing says what platform ${digest} is for`, 'build that image anew');
        const twin = images.slice(0, at).find((other) => other.platform && isSame(other.platform, platform));
        if (twin !== undefined) {
            throw new InvalidIndex(`two images are for ${(0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPlatform */ .Bq)(platform)}: ${twin.digest} and ${digest}`, 'give one for each platform; jobs that ran again may have left an older one');
        }
    }
}
/** Windows has images of one architecture for several versions of the system. */
function isSame(a, b) {
    return (0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .matchesPlatform */ .pC)(a, b) && (a.osVersion ?? '') === (b.osVersion ?? '');
}
function byPlatform(a, b) {
    const key = ({ platform }) => platform === undefined ? '' : `${(0,_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPlatform */ .Bq)(platform)} ${platform.osVersion ?? ''}`;
    return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}
function encodeDescriptor({ mediaType, digest, size, urls, annotations, platform, artifactType }) {
    return {
        mediaType,
        digest,
        size,
        ...(urls && { urls }),
        ...(annotations && { annotations: sorted(annotations) }),
        ...(platform && { platform: encodePlatform(platform) }),
        ...(artifactType !== undefined && { artifactType }),
    };
}
function encodePlatform({ os, architecture, variant, osVersion, osFeatures }) {
    return {
        architecture,
        os,
        ...(osVersion !== undefined && { 'os.version': osVersion }),
        ...(osFeatures && { 'os.features': osFeatures }),
        ...(variant !== undefined && { variant }),
    };
}
function sorted(texts) {
    return Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
}


/***/ }),

/***/ 9329:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J9: () => (/* binding */ findManifest),
/* harmony export */   RV: () => (/* binding */ putManifest),
/* harmony export */   _P: () => (/* binding */ MANIFEST_TYPES),
/* harmony export */   gp: () => (/* binding */ manifestMediaType),
/* harmony export */   readManifest: () => (/* binding */ readManifest)
/* harmony export */ });
/* unused harmony export deleteManifest */
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96192);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17375);
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26247);
/**
 * Manifests and indexes: reading, looking up, writing and deleting them, and their media types. OCI distribution-spec,
 * "Pulling manifests", "Pushing manifests", "Deleting manifests"; image-spec, "Media Types".
 */



/**
 * What to ask for. All four, always: without them a registry converts to an ancient format, answers 404, or silently
 * picks one platform of an index.
 */
const MANIFEST_TYPES = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
const MANIFEST_LIMIT = 8 * 1024 * 1024;
/**
 * The manifest or index under the reference (its digest if it has one, else its tag, else `latest`), byte for byte.
 * Its hash is compared with the reference's digest and with `Docker-Content-Digest` (hardening R6). Throws
 * `RegistryError`, with code `DIGEST_MISMATCH` or `MANIFEST_INVALID` for an answer that cannot be trusted.
 */
async function readManifest(client, reference, options = {}) {
    const { registry } = reference;
    return client.request(reference, manifestCall('GET', reference, 'read'), options, async (answer) => {
        const bytes = await answer.read(MANIFEST_LIMIT);
        const digest = (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(bytes);
        const told = answer.header('docker-content-digest').filter(_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc);
        const other = [...told, reference.digest].find((expected) => expected !== undefined && expected !== digest);
        const details = { status: answer.status, host: registry };
        if (other !== undefined) {
            const hint = 'something between here and the registry changed or mixed up the answer; do not use this image';
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl(`the bytes received have digest ${digest}, not ${other}`, {
                ...details,
                code: 'DIGEST_MISMATCH',
                hint,
            });
        }
        const type = manifestMediaType(answer.header('content-type')[0], bytes);
        if (type.kind === 'bad')
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl(type.reason, { ...details, code: 'MANIFEST_INVALID' });
        return { digest, mediaType: type.value, bytes };
    });
}
/** What is under the reference; undefined when nothing is. Reads no more than it must. Throws `RegistryError`. */
async function findManifest(client, reference, options = {}) {
    const { actions = 'pull' } = options;
    const call = { ...manifestCall('HEAD', reference, 'look up'), expect: [404, 405], actions };
    const found = await client.request(reference, call, options, async (answer) => {
        await answer.discard();
        if (answer.status === 404)
            return undefined;
        const digest = answer.header('docker-content-digest')[0] ?? '';
        const mediaType = answer.header('content-type')[0]?.split(';')[0]?.trim() ?? '';
        const size = Number(answer.header('content-length')[0] ?? Number.NaN);
        const isEnough = answer.status !== 405 && (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest) && MANIFEST_TYPES.some((type) => type === mediaType);
        return isEnough && Number.isSafeInteger(size) ? { digest, mediaType, size } : 'unclear';
    });
    if (found !== 'unclear')
        return found;
    try {
        const { digest, mediaType, bytes } = await readManifest(client, reference, options);
        return { digest, mediaType, size: bytes.length };
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl && error.status === 404)
            return undefined;
        throw error;
    }
}
/**
 * Writes a manifest under the reference's digest, which must be its own, or under its tag. Throws `RegistryError`, with
 * code DIGEST_MISMATCH when the registry took it for something else.
 */
function putManifest(client, reference, { digest, mediaType, bytes }, options = {}) {
    const call = manifestCall('PUT', reference, 'write');
    const headers = { 'content-type': mediaType };
    return client.retrying(call.what, async (attempt) => {
        // Only the answer may have been lost, and some registries take a tag that must not move once only.
        if (attempt > 1 && (await isThere(client, reference, digest, options)))
            return { isSubjectKnown: false };
        return client.call(reference, { ...call, headers, body: bytes }, options, async (answer) => {
            await answer.discard();
            const other = answer.header('docker-content-digest').find((told) => (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(told) && told !== digest);
            if (other !== undefined) {
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .RegistryError */ .gl(`the registry took it for ${other}, and it is ${digest}`, {
                    status: answer.status,
                    code: 'DIGEST_MISMATCH',
                    host: reference.registry,
                });
            }
            return { isSubjectKnown: answer.header('oci-subject').length > 0 };
        });
    }, options.signal);
}
async function isThere(client, reference, digest, options) {
    const call = { ...manifestCall('HEAD', reference, 'look up'), expect: [404, 405], actions: 'pull,push' };
    return client.call(reference, call, options, async (answer) => {
        await answer.discard();
        return answer.header('docker-content-digest')[0] === digest;
    });
}
/** Takes away a tag, or a manifest with all of its tags by its digest. Throws `RegistryError`; many registries refuse. */
function deleteManifest(client, reference, options = {}) {
    return client.request(reference, { ...manifestCall('DELETE', reference, 'delete'), expect: [404] }, options, (answer) => answer.discard());
}
function manifestCall(method, reference, verb) {
    const target = (0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .withDefaultTag */ ._t)(reference);
    return {
        method,
        path: ['manifests', target.digest ?? target.tag ?? ''],
        headers: { accept: MANIFEST_TYPES.join(', ') },
        what: `${verb} manifest ${verb === 'write' ? 'to' : 'of'} ${(0,_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .formatReference */ .FH)(target)}`,
        actions: /^(?:GET|HEAD)$/.test(method) ? 'pull' : 'pull,push',
    };
}
/**
 * The type by the `Content-Type` header and the document's own `mediaType`, which must agree where both speak
 * (a document read as two types is CVE-2021-41190). The header may be missing or say just JSON.
 */
function manifestMediaType(contentType, bytes) {
    let json;
    try {
        json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch {
        return { kind: 'bad', reason: 'the registry answered with something that is not JSON' };
    }
    if (typeof json !== 'object' || json === null)
        return { kind: 'bad', reason: 'the registry answered with JSON that is no object' };
    const own = Object.hasOwn(json, 'mediaType') ? json.mediaType : undefined;
    const header = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
    const isGeneric = header === '' || header === 'application/json' || header.startsWith('text/');
    if (typeof own === 'string' && own !== '' && !isGeneric && own !== header) {
        return { kind: 'bad', reason: `the registry calls it ${header}, the document calls itself ${own}` };
    }
    const value = typeof own === 'string' && own !== '' ? own : header;
    if (!MANIFEST_TYPES.includes(value)) {
        return { kind: 'bad', reason: `it has media type ${value || '(none)'}, which was not asked for` };
    }
    return { kind: 'type', value };
}


/***/ })

};
