/** The job summary of one image: where it is, what it is, and what it is made of. */
import {codeSpan, escapeMarkdown, table} from './markdown.ts';
import {count, formatBytes} from './units.ts';

export interface SummaryFacts {
  /** Names of the image, each with its digest where it was pushed. */
  readonly references: readonly {readonly name: string; readonly digest: string | undefined}[];
  readonly imageId: string;
  readonly platform: string;
  /** Bytes. */
  readonly size: number;
  readonly labels: ReadonlyMap<string, string>;
  /** From the base on; undefined where the engine does not tell. */
  readonly steps: readonly {readonly instruction: string; readonly size: number}[] | undefined;
  /** The engine and its version. */
  readonly engine: string;
  readonly files: readonly string[];
}

/** Bytes; a summary of more than 1 MiB is dropped by the runner, and several steps may share it (hardening O6). */
const LIMIT = 900 * 1024;
/** Characters of an instruction or a label. */
const LONGEST = 300;
const MOST_ROWS = 200;

/** Markdown, with a line end. */
export function formatSummary(facts: SummaryFacts): string {
  const {references, imageId, platform, size, labels, steps, engine, files} = facts;
  const [first] = references;
  const cut = (text: string) => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);
  const blocks = [
    `### ${first === undefined ? 'Image' : escapeMarkdown(first.name)}`,
    table(
      ['Reference', 'Digest'],
      references.map(({name, digest}) => [codeSpan(name), digest === undefined ? 'not pushed' : codeSpan(digest)]),
    ),
    table(
      ['Platform', 'Size', 'Image id', 'Engine'],
      [[escapeMarkdown(platform), formatBytes(size), codeSpan(imageId), escapeMarkdown(engine)]],
    ),
    ...(files.length === 0
      ? []
      : [
          table(
            ['File'],
            files.map((file) => [codeSpan(file)]),
          ),
        ]),
    ...(steps === undefined ? [] : [layers(steps.map((step) => ({...step, instruction: cut(step.instruction)})))]),
    ...(labels.size === 0
      ? []
      : [
          fold(
            count(labels.size, 'label'),
            limited(
              ['Label', 'Value'],
              [...labels].map(([key, value]) => [codeSpan(cut(key)), codeSpan(cut(value))]),
            ),
          ),
        ]),
  ];
  if (references.length === 0) blocks.splice(1, 1);
  const text = `${blocks.join('\n\n')}\n`;
  if (Buffer.byteLength(text) <= LIMIT) return text;
  return `${blocks[0]}\n\nThe rest is left out, as it would be longer than a summary may be.\n`;
}

function layers(steps: readonly {readonly instruction: string; readonly size: number}[]): string {
  const total = steps.reduce((sum, step) => sum + step.size, 0);
  const rows = steps.map(({instruction, size}, index) => [
    String(index + 1),
    codeSpan(instruction) || '(the base as it was imported)',
    size === 0 ? '' : formatBytes(size),
    size === 0 ? '' : bar(size / total),
  ]);
  return fold(
    `${count(steps.length, 'instruction')}, ${formatBytes(total)}`,
    limited(['#', 'Instruction', 'Size', 'Share'], rows),
  );
}

/** Ten blocks are the whole. */
function bar(share: number): string {
  return `${'█'.repeat(Math.round(share * 10)) || '▏'} ${Math.round(share * 100)} %`;
}

function fold(title: string, content: string): string {
  return `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}

function limited(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const text = table(head, rows.slice(0, MOST_ROWS));
  return rows.length <= MOST_ROWS ? text : `${text}\n\n${rows.length - MOST_ROWS} more are left out.`;
}
