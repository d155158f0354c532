export const id = 4857;
export const ids = [4857];
export const modules = {

/***/ 34857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  formatSummary: () => (/* binding */ formatSummary)
});

// EXTERNAL MODULE: ./build/report/units.js
var units = __webpack_require__(15088);
;// CONCATENATED MODULE: ./build/report/gantt.js

/** More bars are no picture. */
const MOST_BARS = 60;
/** Characters of a name. */
const LONGEST = 60;
/** The same for stages, which stand before the bars. */
const LONGEST_STAGE = 12;
/** Of the whole width, so that a step that took no time is seen. */
const THINNEST = 0.005;
/** Undefined when there is nothing to draw. */
function formatGantt(times) {
    if (times.length === 0)
        return undefined;
    const shown = pick(times);
    const total = Math.max(1, ...shown.map(({ end }) => end));
    const sections = new Map();
    for (const [at, step] of shown.entries()) {
        const section = sectionOf(step);
        sections.set(section, [...(sections.get(section) ?? []), bar(at + 1, step, total)]);
    }
    const { interval, axis } = scale(total);
    const head = ['gantt', 'dateFormat x', `axisFormat ${axis}`, `tickInterval ${interval}`, 'todayMarker off'];
    const body = [...sections].flatMap(([name, bars]) => [`section ${name}`, ...bars]);
    return { text: [...head, ...body].join('\n'), left: times.length - shown.length };
}
/** In order, but without the shortest; what failed is always there. */
function pick(times) {
    if (times.length <= MOST_BARS)
        return times;
    const weight = ({ outcome, end, start }) => (outcome === 'error' ? Number.POSITIVE_INFINITY : end - start);
    const longest = new Set([...times].sort((a, b) => weight(b) - weight(a)).slice(0, MOST_BARS));
    return times.filter((step) => longest.has(step));
}
function sectionOf({ stage, isInstruction }) {
    if (!isInstruction)
        return 'Builder';
    return stage === undefined ? 'Dockerfile' : plain(stage, LONGEST_STAGE);
}
/** `2 RUN npm ci (12.3s) :crit, 1200, 13500`. */
function bar(number, { instruction, start, end, ms, outcome }, total) {
    const note = outcome === 'cached' ? 'cached' : outcome === 'error' ? `failed, ${time(ms)}` : time(ms);
    const mark = outcome === 'cached' ? 'done, ' : outcome === 'error' ? 'crit, ' : '';
    const from = Math.round(start);
    const to = Math.max(Math.round(end), from + Math.ceil(total * THINNEST));
    // Commas stand behind the colon alone, where they part the fields.
    return `${number} ${plain(instruction)} (${note.replace(',', '')}) :${mark}${from}, ${to}`;
}
function time(ms) {
    return (0,units/* formatDuration */.a3)(ms / 1000);
}
/**
 * Without what means something to Mermaid: `:` ends a name, `;` and `#` make an entity, `%%` a comment, `<` and `&` markup.
 * The colon of an image has a sign that looks like it.
 */
function plain(text, most = LONGEST) {
    const clean = text
        .replace(/@sha256:[0-9a-f]+/g, '')
        .replace(/(?<=\w):(?=\w)/g, '\u2236')
        .replace(/[^\p{L}\p{N} ._/=+\-()[\]{}$'",*|~?\u2236]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim();
    const letters = [...clean];
    return letters.length <= most ? clean || '...' : `${letters.slice(0, most).join('').trimEnd()}...`;
}
/** About eight ticks. The axis counts seconds since zero, as a clock would be one of the reader's time zone. */
function scale(total) {
    const steps = [100, 250, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000];
    const step = steps.find((ms) => total / ms <= 8) ?? 3_600_000;
    const [unit, size] = step < 1000 ? ['millisecond', 1] : step < 60_000 ? ['second', 1000] : ['minute', 60_000];
    return { interval: `${step / Number(size)}${unit}`, axis: step < 1000 ? '%s.%L s' : '%s s' };
}

;// CONCATENATED MODULE: ./build/report/markdown.js
/**
 * Text for a job summary, which GitHub renders as Markdown: whatever untrusted text holds stays text (hardening O6).
 */
/** As it stands in a table cell or a paragraph: no markup, no mention, no line of its own. */
function escapeMarkdown(text) {
    return shown(text).replace(/[&<>"|`[\]()*_#!@\\~$]/g, (char) => `&#${char.charCodeAt(0)};`);
}
/** A code span in a table cell. Cells end at `|` even inside of code, and code shows no entities, so it is shown alike. */
function codeSpan(text) {
    const clean = shown(text).replaceAll('|', '\u2502');
    const longest = Math.max(0, ...[...clean.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    // White space keeps a backtick at either end apart from the fence.
    return clean === '' ? '' : `${fence} ${clean} ${fence}`;
}
/** Lines as they are, in a fence longer than any run of backticks in them. */
function codeBlock(lines) {
    const clean = lines.map((line) => line.replace(SGR, '').replaceAll('\t', '    ').replace(UNSEEN, '\ufffd'));
    const longest = Math.max(2, ...clean.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
    const fence = '`'.repeat(longest + 1);
    return [`${fence}text`, ...clean, fence].join('\n');
}
/** Content that is shown after a click. The title is ours. */
function fold(title, content) {
    return `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
/** On one line, without colours, controls, and marks that turn the direction of text. */
function shown(text) {
    return text
        .replace(SGR, '')
        .replace(/[\s\u2028\u2029]+/g, ' ')
        .replace(UNSEEN, '\ufffd')
        .trim();
}
/** Colours of terminals. */
const SGR = /\x1b\[[0-9;]{0,64}m/g;
/** Controls, ends of lines among them, and marks that turn the direction of text. */
const UNSEEN = /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

;// CONCATENATED MODULE: ./build/report/summary.js
/**
 * The job summary of a step, as Markdown: where the image is and what it is, how the build went, why it failed, and what
 * was asked for. It holds text of others all over, so each piece goes through markdown.ts or gantt.ts (hardening O6).
 */



/** Bytes; a summary of more than 1 MiB is dropped by the runner (hardening O6). */
const LIMIT = 900 * 1024;
/** Characters of an instruction, a label or an input. */
const summary_LONGEST = 300;
/** Characters of a message. */
const LONGEST_MESSAGE = 2000;
const MOST_ROWS = 200;
/** Lines of output that are shown without a click. */
const SHORT_OUTPUT = 10;
/** Markdown, with a line end. */
function formatSummary(facts) {
    const { title, image, written, build, failure, notes, phases, engine, inputs } = facts;
    const name = escapeMarkdown(cut(title ?? 'Image'));
    const blocks = [
        { rank: 0, text: failure === undefined ? `### ${name}` : `### \u274c ${name}` },
        ...(failure === undefined ? [] : failureBlocks(failure)),
        ...(image === undefined ? [] : imageBlocks(image)),
        { rank: 0, text: written && table(['File', 'Size'], [[codeSpan(written.file), escapeMarkdown(written.size)]]) },
        ...notes.map((note) => ({ rank: 1, text: `**Note:** ${escapeMarkdown(sentence(note))}.` })),
        ...(build === undefined ? [] : buildBlocks(build)),
        { rank: 2, text: phasesTable(phases, engine) },
        ...(image === undefined ? [] : contentBlocks(image)),
        { rank: 6, text: inputsTable(inputs) },
    ];
    return join(blocks);
}
/** Leaves out what matters least, until it fits. */
function join(blocks) {
    const there = blocks.filter(({ text }) => text !== undefined);
    for (const ranks = [...new Set(there.map(({ rank }) => rank))].sort((a, b) => a - b);; ranks.pop()) {
        const kept = there.filter(({ rank }) => ranks.includes(rank));
        const note = kept.length < there.length ? [LEFT_OUT] : [];
        const text = `${[...kept.map((block) => block.text), ...note].join('\n\n')}\n`;
        if (ranks.length === 1 || Buffer.byteLength(text) <= LIMIT)
            return text;
    }
}
const LEFT_OUT = 'The rest is left out, as it would be longer than a summary may be.';
function failureBlocks({ message, hint, step, excerpt }) {
    const short = message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE - 1)}\u2026` : message;
    const told = short.split('\n').map(escapeMarkdown).join('<br>');
    const why = step === undefined ? told : `${codeSpan(cut(step.name))} failed: ${escapeMarkdown(step.reason)}`;
    return [
        { rank: 0, text: why },
        { rank: 0, text: hint === undefined ? undefined : `**What to do:** ${escapeMarkdown(sentence(hint))}` },
        {
            rank: 1,
            text: excerpt && `${codeSpan(`${excerpt.file}:${excerpt.first}`)}\n\n${codeBlock(excerptLines(excerpt))}`,
        },
        { rank: 1, text: step && output(step.lastLines) },
    ];
}
function excerptLines({ lines }) {
    const width = String(lines.at(-1)?.number ?? 0).length;
    return lines.map(({ number, text, marked }) => `${marked ? '>' : ' '} ${String(number).padStart(width)} | ${text}`);
}
function output(lines) {
    if (lines.length === 0)
        return undefined;
    const title = lines.length === 1 ? 'The last line of its output' : `The last ${lines.length} lines of its output`;
    const text = codeBlock(lines.map(cut));
    return lines.length > SHORT_OUTPUT ? fold(title, text) : `${title}:\n\n${text}`;
}
function imageBlocks({ references, imageId, platform, size, files }) {
    const rows = references.map(({ name, digest }) => [
        codeSpan(name),
        digest === undefined ? 'not pushed' : codeSpan(digest),
    ]);
    return [
        { rank: 1, text: rows.length === 0 ? undefined : limited(['Reference', 'Digest'], rows) },
        {
            rank: 0,
            text: table(['Platform', 'Size', 'Image id'], [[escapeMarkdown(platform), (0,units/* formatBytes */.z3)(size), codeSpan(imageId)]]),
        },
        {
            rank: 2,
            text: files.length === 0
                ? undefined
                : limited(['File'], files.map((file) => [codeSpan(file)])),
        },
    ];
}
function buildBlocks({ steps: ended, cached, seconds, warnings, times }) {
    // The one that failed has not ended for every builder.
    const steps = Math.max(ended, times.filter(({ isInstruction }) => isInstruction).length);
    const share = steps === 0 ? '' : ` (${Math.round((cached / steps) * 100)} %)`;
    const found = warnings.length === 0 ? '' : `, ${(0,units/* count */.U9)(warnings.length, 'warning')}`;
    const headline = `**${(0,units/* count */.U9)(steps, 'step')} in ${(0,units/* formatDuration */.a3)(seconds)}**, ${cached} cached${share}${found}`;
    const gantt = times.every(({ outcome }) => outcome === 'cached') ? undefined : formatGantt(times);
    const left = gantt === undefined || gantt.left === 0 ? '' : `\n\n${(0,units/* count */.U9)(gantt.left, 'shorter step')} not shown.`;
    return [
        { rank: 0, text: steps === 0 && times.length === 0 ? undefined : headline },
        { rank: 3, text: gantt && `\`\`\`mermaid\n${gantt.text}\n\`\`\`${left}` },
        { rank: 4, text: times.length === 0 ? undefined : fold('Steps', stepsTable(times)) },
        {
            rank: 5,
            text: warnings.length === 0
                ? undefined
                : fold((0,units/* count */.U9)(warnings.length, 'warning'), limited(['Where', 'Warning'], warnings.map(({ text, place }) => [
                    place === undefined
                        ? ''
                        : codeSpan(`${place.file}${place.line === undefined ? '' : `:${place.line}`}`),
                    escapeMarkdown(cut(text)),
                ]))),
        },
    ];
}
function stepsTable(times) {
    const words = { cached: 'cached', done: 'run', canceled: 'stopped', skipped: 'skipped', error: '**failed**' };
    return limited(['Stage', 'Step', 'Result', 'Time'], times.map(({ stage, instruction, outcome, ms }) => [
        stage === undefined ? '' : escapeMarkdown(cut(stage)),
        codeSpan(cut(instruction)),
        words[outcome],
        outcome === 'cached' ? '' : (0,units/* formatDuration */.a3)(ms / 1000),
    ]));
}
function phasesTable(phases, engine) {
    const total = phases.reduce((sum, { seconds }) => sum + seconds, 0);
    const head = [...phases.map(({ name }) => name), 'Total', 'Engine'];
    const times = [...phases.map(({ seconds }) => seconds), total].map(units/* formatDuration */.a3);
    return table(head, [[...times, escapeMarkdown(engine)]]);
}
function contentBlocks({ layers: all, labels }) {
    const rows = [...labels].map(([key, value]) => [codeSpan(cut(key)), codeSpan(cut(value))]);
    return [
        { rank: 7, text: all && summary_layers(all.map((layer) => ({ ...layer, instruction: cut(layer.instruction) }))) },
        {
            rank: 8,
            text: rows.length === 0 ? undefined : fold((0,units/* count */.U9)(rows.length, 'label'), limited(['Label', 'Value'], rows)),
        },
    ];
}
function summary_layers(all) {
    const total = all.reduce((sum, layer) => sum + layer.size, 0);
    const rows = all.map(({ instruction, size }, index) => [
        String(index + 1),
        codeSpan(instruction) || '(the base as it was imported)',
        size === 0 ? '' : (0,units/* formatBytes */.z3)(size),
        size === 0 ? '' : summary_bar(size / total),
    ]);
    return fold(`${(0,units/* count */.U9)(all.length, 'instruction')}, ${(0,units/* formatBytes */.z3)(total)}`, limited(['#', 'Instruction', 'Size', 'Share'], rows));
}
/** Ten blocks are the whole. */
function summary_bar(share) {
    return `${'\u2588'.repeat(Math.round(share * 10)) || '\u258f'} ${Math.round(share * 100)} %`;
}
function inputsTable(inputs) {
    if (inputs.length === 0)
        return undefined;
    const rows = inputs.map(({ name, values }) => {
        const shown = values.slice(0, MOST_ROWS).map((value) => codeSpan(cut(value)));
        const left = values.length - shown.length;
        return [codeSpan(name), [...shown, ...(left > 0 ? [`${left} more`] : [])].join('<br>')];
    });
    return fold('Inputs', limited(['Input', 'Value'], rows));
}
function cut(text) {
    return text.length <= summary_LONGEST ? text : `${text.slice(0, summary_LONGEST - 1)}\u2026`;
}
function sentence(text) {
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
function limited(head, rows) {
    const text = table(head, rows.slice(0, MOST_ROWS));
    return rows.length <= MOST_ROWS ? text : `${text}\n\n${rows.length - MOST_ROWS} more are left out.`;
}


/***/ })

};
