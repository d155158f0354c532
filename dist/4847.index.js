export const id = 4847;
export const ids = [4847];
export const modules = {

/***/ 4847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pinpoint: () => (/* binding */ pinpoint)
});

// EXTERNAL MODULE: ./build/context/bases.js
var bases = __webpack_require__(39990);
// EXTERNAL MODULE: ./build/context/instructions.js
var instructions = __webpack_require__(82487);
;// CONCATENATED MODULE: ./build/context/failed-lines.js
/**
 * Which lines of a Dockerfile a build failed at. An engine names the step, not its lines, so the step is looked up: by
 * its stage and number, checked against its words, in which variables are replaced and lines joined; what has no step,
 * such as a syntax error, by the engine's text. Rather nothing than a wrong line.
 */


const EMPTY = /the Dockerfile (?:\(.*\) )?cannot be empty|file with no instructions|no stages to build|no contents in /i;
function findFailedLines(dockerfile, clue) {
    const parsed = parseErrorLines(dockerfile, clue);
    if (parsed !== undefined)
        return parsed;
    // Nothing stands there, so the place is the beginning.
    if (clue.step === undefined && EMPTY.test(clue.error))
        return { first: 1, last: 1 };
    const found = search((0,instructions/* readInstructions */.K)(dockerfile), clue) ?? search((0,instructions/* readInstructions */.K)(dockerfile, false), clue);
    return found && { first: found.first, last: found.last };
}
/** Some builders take the body of a heredoc for instructions, and fail there. */
function search(instructions, clue) {
    const uses = (0,bases/* findImageUses */.t)(instructions, clue.buildArgs);
    if (clue.step === undefined)
        return byError(clue.error, instructions, uses);
    return (byNumber(clue.step, clue.counting, instructions, uses) ??
        byImage(clue.step, uses) ??
        byWords(clue.step, instructions) ??
        byError(clue.error, instructions, uses));
}
/** `dockerfile parse error on line 3`, in 20.10 without the `on`; the line may be one of a heredoc that it does not know. */
function parseErrorLines(dockerfile, { error, step }) {
    const [, number] = /\bdockerfile parse error (?:on )?line (\d{1,9}):/i.exec(error) ?? [];
    if (number === undefined || step !== undefined)
        return undefined;
    const line = Number(number);
    const instruction = (0,instructions/* readInstructions */.K)(dockerfile).find(({ first }) => first === line);
    return { first: line, last: instruction?.last ?? line };
}
/** `[build 3/4] RUN npm ci`, `[ 3/12] RUN …`, `[linux/arm64 build 3/4] RUN …`. */
function byNumber(step, counting, instructions, uses) {
    const [, prefix = '', number, words] = /^\[(?:(\S.*?) )? *(\d{1,9})\/\d{1,9}\] (.*)$/s.exec(step) ?? [];
    if (number === undefined || words === undefined)
        return undefined;
    const name = prefix.split(' ').findLast((word) => !word.includes('/')) ?? '';
    const stages = toStages(instructions, uses);
    // Where no stage is named there is one, or the builder counts through the file.
    const stage = stages.find((one) => one.name === name.toLowerCase()) ?? (name === '' ? stages[0] : undefined);
    if (stage === undefined)
        return undefined;
    const counted = countedIn(counting, stage, stages, instructions);
    const expected = counted[Number(number) - 1];
    const candidates = counted.filter((instruction) => isWrittenAs(instruction, words));
    // Instructions that the base brought along (ONBUILD) shift the numbers; then words that are there once decide.
    if (expected !== undefined && candidates.includes(expected))
        return expected;
    if (candidates.length > 0)
        return candidates.length === 1 ? candidates[0] : undefined;
    return expected?.keyword === keywordOf(words) ? expected : undefined;
}
function countedIn(counting, stage, stages, instructions) {
    switch (counting) {
        case 'file':
            return instructions;
        case 'stage':
            return stage.instructions;
        case 'layers': {
            const isOnImage = stage.base !== 'scratch' && !stages.some(({ name }) => name === stage.base.toLowerCase());
            return stage.instructions.filter(({ keyword }) => /^(?:ADD|COPY|RUN|WORKDIR)$/.test(keyword) || (keyword === 'FROM' && isOnImage));
        }
        default:
            return counting;
    }
}
function toStages(instructions, uses) {
    const froms = uses.filter(({ instruction }) => instruction.keyword === 'FROM');
    return froms.map(({ instruction, image, stage }, index) => {
        const next = froms[index + 1]?.instruction;
        const start = instructions.indexOf(instruction);
        const end = next === undefined ? undefined : instructions.indexOf(next);
        return { name: stage ?? `stage-${index}`, instructions: instructions.slice(start, end), base: image };
    });
}
/** Work on an image outside of a numbered step: `load metadata for docker.io/library/x:1`, `FROM ghcr.io/a/b:1`. */
function byImage(step, uses) {
    const [, name] = /^(?:\[internal\] )?(?:load metadata for|FROM) (\S+)/.exec(step) ?? [];
    return name === undefined ? undefined : uses.find(({ image }) => isSameImage(image, name))?.instruction;
}
function isSameImage(written, full) {
    const plain = (name) => name.replace(/^docker\.io\//, '').replace(/^library\//, '');
    const tagged = (name) => (/[:@][^/]*$/.test(name) ? name : `${name}:latest`);
    return written !== '' && tagged(plain(written)) === tagged(plain(full.replace(/(:[^/@]+)@.*$/, '$1')));
}
/** A step that is named by its words alone, such as a URL that ADD fetches. */
function byWords(step, instructions) {
    const written = instructions.filter((instruction) => isWrittenAs(instruction, step));
    if (written.length > 0)
        return written.length === 1 ? written[0] : undefined;
    if (!/^https?:\/\/\S+$/.test(step))
        return undefined;
    const adds = instructions.filter(({ keyword, rest }) => keyword === 'ADD' && rest.split(/\s+/).some((word) => matchesWith(word, step)));
    return adds.length === 1 ? adds[0] : undefined;
}
/** Failures that belong to no step; each text is of the parser or the frontend, with the name of an instruction or an image. */
function byError(error, instructions, uses) {
    const froms = uses.filter(({ instruction }) => instruction.keyword === 'FROM');
    const [, name] = /failed to parse stage name "((?:[^"\\]|\\.)*)"/.exec(error) ??
        /base name \((.*)\) should not be blank/.exec(error) ??
        [];
    if (name !== undefined)
        return froms.find(({ instruction }) => instruction.rest.split(/\s+/).includes(name))?.instruction;
    const [, circular] = /circular dependency detected on stage: (\S+)/.exec(error) ?? [];
    if (circular !== undefined)
        return froms.find(({ stage }) => stage === circular.toLowerCase())?.instruction;
    // Buildah.
    const [, at] = /building at STEP "((?:[^"\\]|\\.)*)"/.exec(error) ?? [];
    if (at !== undefined)
        return byWords(at.replace(/\\(.)/g, '$1'), instructions) ?? only(instructions, keywordOf(at));
    if (/network\.host is not allowed/.test(error))
        return instructions.find(({ keyword, rest }) => keyword === 'RUN' && /(?:^|\s)--network=host\b/.test(rest));
    if (/unterminated heredoc/.test(error))
        return instructions.find(({ heredoc }) => heredoc === 'unterminated');
    if (/FROM requires either one/.test(error))
        return froms.find(({ instruction }) => ![1, 3].includes(wordsOf(instruction).length))?.instruction;
    if (/no build stage in current context|no FROM statement found/i.test(error))
        return froms.find(({ image }) => image === '')?.instruction ?? instructions[0];
    return undefined;
}
function only(instructions, keyword) {
    const found = instructions.filter((instruction) => instruction.keyword === keyword);
    return found.length === 1 ? found[0] : undefined;
}
function wordsOf({ rest }) {
    return rest.split(/\s+/).filter((word) => word !== '' && !word.startsWith('--'));
}
function keywordOf(words) {
    return (/^\S+/.exec(words)?.[0] ?? '').toUpperCase();
}
/** Whether the builder may show the instruction as `words`. */
function isWrittenAs({ keyword, rest, heredoc }, words) {
    if (keywordOf(words) !== keyword)
        return false;
    const shown = words.slice(keyword.length);
    // BuildKit adds the first line of the body.
    return matchesWith(rest, heredoc === 'none' ? shown : shown.replace(/ \([^\n]*\)$/, ''));
}
/** A variable: `$NAME`, `${…}`. */
const VARIABLE = /\$(?:[A-Za-z_]\w*|\{[^}]*\})/;
/**
 * Whether `shown` is `written` with variables replaced by anything; white space and quotes are not compared, since the
 * replacement takes them away.
 */
function matchesWith(written, shown) {
    const plain = (text) => text.replace(/[\s"'\\]+/g, '');
    const [start = '', ...others] = written.split(VARIABLE).map(plain);
    const text = plain(shown);
    const end = others.pop();
    if (end === undefined)
        return text === start;
    if (!text.startsWith(start) || !text.endsWith(end))
        return false;
    let at = start.length;
    for (const piece of others) {
        const found = text.indexOf(piece, at);
        if (found < 0)
            return false;
        at = found + piece.length;
    }
    return at <= text.length - end.length;
}

// EXTERNAL MODULE: ./build/engine/facts.js
var facts = __webpack_require__(23984);
// EXTERNAL MODULE: ./build/report/excerpt.js
var excerpt = __webpack_require__(57478);
;// CONCATENATED MODULE: ./build/pipeline/pinpoint.js
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



const COUNTING = { buildkit: 'layers', classic: 'file', podman: 'stage' };
/** Since this API version BuildKit keeps a history. */
const HISTORY_API = '1.43';
/** Looking for the lines must not hold up the news of the failure. */
const HISTORY_MS = 2000;
/** Undefined when it cannot be known; throws nothing. */
async function pinpoint(engine, build, { log, signal }) {
    const { request, dockerfile, fetched, step, error, summary } = build;
    const { builder, buildArgs } = request;
    const written = linted(error, summary);
    if (dockerfile !== undefined && written !== undefined)
        return (0,excerpt/* excerptOf */.z)(dockerfile, written);
    const source = build.details?.source;
    if (source !== undefined)
        return (0,excerpt/* excerptOf */.z)(dockerfile?.text === source.text ? dockerfile : fileOf(source, fetched), source);
    if (engine !== undefined && builder === 'buildkit' && (0,facts/* compareApi */.S8)(engine.facts.engineApiVersion, HISTORY_API) >= 0) {
        try {
            const found = await fromHistory(engine, build, AbortSignal.any([signal, AbortSignal.timeout(HISTORY_MS)]));
            if (found !== undefined)
                return found;
        }
        catch (failure) {
            log.debug(`the history of builds was not read: ${failure.message}`);
        }
    }
    if (dockerfile === undefined)
        return undefined;
    const clue = { counting: COUNTING[builder], step: step?.name, error, buildArgs };
    const lines = findFailedLines(dockerfile.text, clue);
    return lines && (0,excerpt/* excerptOf */.z)(dockerfile, lines);
}
/** BuildKit's own lines, if they are of this Dockerfile: others build on the same engine, maybe with the same error. */
async function fromHistory(engine, { dockerfile, fetched, step, error }, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const [{ openGrpc }, { findFailedBuilds }] = await Promise.all([
            __webpack_require__.e(/* import() */ 1354).then(__webpack_require__.bind(__webpack_require__, 11354)),
            __webpack_require__.e(/* import() */ 2681).then(__webpack_require__.bind(__webpack_require__, 52681)),
        ]);
        const client = __addDisposableResource(env_1, await openGrpc(engine, signal), false);
        const vertex = step?.digest;
        for await (const found of findFailedBuilds(client, { message: error, vertex }, { signal })) {
            const { source } = found;
            if (source === undefined)
                continue;
            if (dockerfile?.text === source.text)
                return (0,excerpt/* excerptOf */.z)(dockerfile, source);
            // Of a context that the engine fetched only the engine knows the file; there the digest of the step is the proof.
            if (dockerfile === undefined && vertex !== undefined && found.vertex === vertex)
                return (0,excerpt/* excerptOf */.z)(fileOf(source, fetched), source);
        }
        return undefined;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** A file that only the builder knows. */
function fileOf({ filename, text }, fetched) {
    return { ...(fetched ?? { file: filename, inWorkspace: false }), text };
}
/** `# check=error=true` fails with names of rules alone; the first warning of such a rule has the line. */
function linted(error, { warnings }) {
    const [, names] = /lint violation found for rules: (.*)/.exec(error) ?? [];
    if (names === undefined)
        return undefined;
    const rules = names.split(/[\s,]+/);
    const place = warnings.find(({ text }) => rules.some((rule) => text.startsWith(`${rule}:`)))?.place;
    return place?.line === undefined ? undefined : { first: place.line, last: place.endLine ?? place.line };
}


/***/ })

};
