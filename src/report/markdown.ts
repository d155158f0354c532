/**
 * Text for a job summary, which GitHub renders as Markdown: whatever untrusted text holds stays text (hardening O6).
 */

/** As it stands in a table cell or a paragraph: no markup, no mention, no line of its own. */
export function escapeMarkdown(text: string): string {
  return shown(text).replace(/[&<>"|`[\]()*_#!@\\~$]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** A code span in a table cell. Cells end at `|` even inside of code, and code shows no entities, so it is shown alike. */
export function codeSpan(text: string): string {
  const clean = shown(text).replaceAll('|', '\u2502');
  const longest = Math.max(0, ...[...clean.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  // White space keeps a backtick at either end apart from the fence.
  return clean === '' ? '' : `${fence} ${clean} ${fence}`;
}

/** Lines as they are, in a fence longer than any run of backticks in them. */
export function codeBlock(lines: readonly string[]): string {
  const clean = lines.map((line) => line.replace(SGR, '').replaceAll('\t', '    ').replace(UNSEEN, '\ufffd'));
  const longest = Math.max(2, ...clean.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}text`, ...clean, fence].join('\n');
}

/** Content that is shown after a click. The title is ours. */
export function fold(title: string, content: string): string {
  return `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** On one line, without colours, controls, and marks that turn the direction of text. */
function shown(text: string): string {
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
