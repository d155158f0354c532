export const id = 380;
export const ids = [380];
export const modules = {

/***/ 4380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  formatSummary: () => (/* binding */ formatSummary)
});

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
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
/** On one line, without controls and without marks that turn the direction of text. */
function shown(text) {
    return text
        .replace(/[\s\u2028\u2029]+/g, ' ')
        .replace(/[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
        .trim();
}

// EXTERNAL MODULE: ./build/report/units.js
var units = __webpack_require__(5088);
;// CONCATENATED MODULE: ./build/report/summary.js
/** The job summary of one image: where it is, what it is, and what it is made of. */


/** Bytes; a summary of more than 1 MiB is dropped by the runner, and several steps may share it (hardening O6). */
const LIMIT = 900 * 1024;
/** Characters of an instruction or a label. */
const LONGEST = 300;
const MOST_ROWS = 200;
/** Markdown, with a line end. */
function formatSummary(facts) {
    const { references, imageId, platform, size, labels, steps, engine, files } = facts;
    const [first] = references;
    const cut = (text) => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);
    const blocks = [
        `### ${first === undefined ? 'Image' : escapeMarkdown(first.name)}`,
        table(['Reference', 'Digest'], references.map(({ name, digest }) => [codeSpan(name), digest === undefined ? 'not pushed' : codeSpan(digest)])),
        table(['Platform', 'Size', 'Image id', 'Engine'], [[escapeMarkdown(platform), (0,units/* formatBytes */.z3)(size), codeSpan(imageId), escapeMarkdown(engine)]]),
        ...(files.length === 0
            ? []
            : [
                table(['File'], files.map((file) => [codeSpan(file)])),
            ]),
        ...(steps === undefined ? [] : [summary_layers(steps.map((step) => ({ ...step, instruction: cut(step.instruction) })))]),
        ...(labels.size === 0
            ? []
            : [
                fold((0,units/* count */.U9)(labels.size, 'label'), limited(['Label', 'Value'], [...labels].map(([key, value]) => [codeSpan(cut(key)), codeSpan(cut(value))]))),
            ]),
    ];
    if (references.length === 0)
        blocks.splice(1, 1);
    const text = `${blocks.join('\n\n')}\n`;
    if (Buffer.byteLength(text) <= LIMIT)
        return text;
    return `${blocks[0]}\n\nThe rest is left out, as it would be longer than a summary may be.\n`;
}
function summary_layers(steps) {
    const total = steps.reduce((sum, step) => sum + step.size, 0);
    const rows = steps.map(({ instruction, size }, index) => [
        String(index + 1),
        codeSpan(instruction) || '(the base as it was imported)',
        size === 0 ? '' : (0,units/* formatBytes */.z3)(size),
        size === 0 ? '' : bar(size / total),
    ]);
    return fold(`${(0,units/* count */.U9)(steps.length, 'instruction')}, ${(0,units/* formatBytes */.z3)(total)}`, limited(['#', 'Instruction', 'Size', 'Share'], rows));
}
/** Ten blocks are the whole. */
function bar(share) {
    return `${'█'.repeat(Math.round(share * 10)) || '▏'} ${Math.round(share * 100)} %`;
}
function fold(title, content) {
    return `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}
function limited(head, rows) {
    const text = table(head, rows.slice(0, MOST_ROWS));
    return rows.length <= MOST_ROWS ? text : `${text}\n\n${rows.length - MOST_ROWS} more are left out.`;
}


/***/ })

};
