/**
 * The job summary of a step, as Markdown: where the image is and what it is, how the build went, why it failed, and what
 * was asked for. It holds text of others all over, so each piece goes through markdown.ts or gantt.ts (hardening O6).
 */

import type {Excerpt} from './excerpt.ts';
import type {FailedStep} from './failed-step.ts';
import {formatGantt} from './gantt.ts';
import {codeBlock, codeSpan, escapeMarkdown, fold, table} from './markdown.ts';
import type {BuildSummary} from './progress.ts';
import type {StepTime} from './step-times.ts';
import {count, formatBytes, formatDuration} from './units.ts';

export interface SummaryFacts {
  /** What it is about, such as the first name of the image. */
  readonly title: string | undefined;
  /** Undefined when there is none. */
  readonly image: ImageFacts | undefined;
  /** What the build made in its place. */
  readonly written?: {readonly file: string; readonly size: string} | undefined;
  /** Of a build, also one that failed. */
  readonly build: BuildSummary | undefined;
  readonly failure: FailureFacts | undefined;
  /** What was done and nobody would expect, a sentence each. */
  readonly notes: readonly string[];
  readonly phases: readonly Phase[];
  /** The engine and its version. */
  readonly engine: string;
  /** What was asked for. */
  readonly inputs: readonly ShownInput[];
}

export interface ImageFacts {
  /** Names of the image, each with its digest where it was pushed. */
  readonly references: readonly {readonly name: string; readonly digest: string | undefined}[];
  readonly imageId: string;
  readonly platform: string;
  /** Bytes. */
  readonly size: number;
  readonly labels: ReadonlyMap<string, string>;
  /** From the base on; undefined where the engine does not tell. */
  readonly layers: readonly {readonly instruction: string; readonly size: number}[] | undefined;
  readonly files: readonly string[];
}

export interface FailureFacts {
  readonly message: string;
  readonly hint: string | undefined;
  /** Of a build. */
  readonly step: FailedStep | undefined;
  /** Lines of the Dockerfile. */
  readonly excerpt: Excerpt | undefined;
}

/** A part of the work, one after the other. */
export interface Phase {
  readonly name: string;
  readonly seconds: number;
}

/** Without secrets. */
export interface ShownInput {
  readonly name: string;
  readonly values: readonly string[];
}

/** Bytes; a summary of more than 1 MiB is dropped by the runner (hardening O6). */
const LIMIT = 900 * 1024;
/** Characters of an instruction, a label or an input. */
const LONGEST = 300;
/** Characters of a message. */
const LONGEST_MESSAGE = 2000;
const MOST_ROWS = 200;
/** Lines of output that are shown without a click. */
const SHORT_OUTPUT = 10;

/** The higher, the sooner it is left out; 0 stays. */
interface Block {
  readonly rank: number;
  readonly text: string | undefined;
}

/** Markdown, with a line end. */
export function formatSummary(facts: SummaryFacts): string {
  const {title, image, written, build, failure, notes, phases, engine, inputs} = facts;
  const name = escapeMarkdown(cut(title ?? 'Image'));
  const blocks: readonly Block[] = [
    {rank: 0, text: failure === undefined ? `### ${name}` : `### \u274c ${name}`},
    ...(failure === undefined ? [] : failureBlocks(failure)),
    ...(image === undefined ? [] : imageBlocks(image)),
    {rank: 0, text: written && table(['File', 'Size'], [[codeSpan(written.file), escapeMarkdown(written.size)]])},
    ...notes.map((note) => ({rank: 1, text: `**Note:** ${escapeMarkdown(sentence(note))}.`})),
    ...(build === undefined ? [] : buildBlocks(build)),
    {rank: 2, text: phasesTable(phases, engine)},
    ...(image === undefined ? [] : contentBlocks(image)),
    {rank: 6, text: inputsTable(inputs)},
  ];
  return join(blocks);
}

/** Leaves out what matters least, until it fits. */
function join(blocks: readonly Block[]): string {
  const there = blocks.filter(({text}) => text !== undefined);
  for (const ranks = [...new Set(there.map(({rank}) => rank))].sort((a, b) => a - b); ; ranks.pop()) {
    const kept = there.filter(({rank}) => ranks.includes(rank));
    const note = kept.length < there.length ? [LEFT_OUT] : [];
    const text = `${[...kept.map((block) => block.text), ...note].join('\n\n')}\n`;
    if (ranks.length === 1 || Buffer.byteLength(text) <= LIMIT) return text;
  }
}

const LEFT_OUT = 'The rest is left out, as it would be longer than a summary may be.';

function failureBlocks({message, hint, step, excerpt}: FailureFacts): readonly Block[] {
  const short = message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE - 1)}\u2026` : message;
  const told = short.split('\n').map(escapeMarkdown).join('<br>');
  const why = step === undefined ? told : `${codeSpan(cut(step.name))} failed: ${escapeMarkdown(step.reason)}`;
  return [
    {rank: 0, text: why},
    {rank: 0, text: hint === undefined ? undefined : `**What to do:** ${escapeMarkdown(sentence(hint))}`},
    {
      rank: 1,
      text: excerpt && `${codeSpan(`${excerpt.file}:${excerpt.first}`)}\n\n${codeBlock(excerptLines(excerpt))}`,
    },
    {rank: 1, text: step && output(step.lastLines)},
  ];
}

function excerptLines({lines}: Excerpt): readonly string[] {
  const width = String(lines.at(-1)?.number ?? 0).length;
  return lines.map(({number, text, marked}) => `${marked ? '>' : ' '} ${String(number).padStart(width)} | ${text}`);
}

function output(lines: readonly string[]): string | undefined {
  if (lines.length === 0) return undefined;
  const title = lines.length === 1 ? 'The last line of its output' : `The last ${lines.length} lines of its output`;
  const text = codeBlock(lines.map(cut));
  return lines.length > SHORT_OUTPUT ? fold(title, text) : `${title}:\n\n${text}`;
}

function imageBlocks({references, imageId, platform, size, files}: ImageFacts): readonly Block[] {
  const rows = references.map(({name, digest}) => [
    codeSpan(name),
    digest === undefined ? 'not pushed' : codeSpan(digest),
  ]);
  return [
    {rank: 1, text: rows.length === 0 ? undefined : limited(['Reference', 'Digest'], rows)},
    {
      rank: 0,
      text: table(['Platform', 'Size', 'Image id'], [[escapeMarkdown(platform), formatBytes(size), codeSpan(imageId)]]),
    },
    {
      rank: 2,
      text:
        files.length === 0
          ? undefined
          : limited(
              ['File'],
              files.map((file) => [codeSpan(file)]),
            ),
    },
  ];
}

function buildBlocks({steps: ended, cached, seconds, warnings, times}: BuildSummary): readonly Block[] {
  // The one that failed has not ended for every builder.
  const steps = Math.max(ended, times.filter(({isInstruction}) => isInstruction).length);
  const share = steps === 0 ? '' : ` (${Math.round((cached / steps) * 100)} %)`;
  const found = warnings.length === 0 ? '' : `, ${count(warnings.length, 'warning')}`;
  const headline = `**${count(steps, 'step')} in ${formatDuration(seconds)}**, ${cached} cached${share}${found}`;
  const gantt = times.every(({outcome}) => outcome === 'cached') ? undefined : formatGantt(times);
  const left = gantt === undefined || gantt.left === 0 ? '' : `\n\n${count(gantt.left, 'shorter step')} not shown.`;
  return [
    {rank: 0, text: steps === 0 && times.length === 0 ? undefined : headline},
    {rank: 3, text: gantt && `\`\`\`mermaid\n${gantt.text}\n\`\`\`${left}`},
    {rank: 4, text: times.length === 0 ? undefined : fold('Steps', stepsTable(times))},
    {
      rank: 5,
      text:
        warnings.length === 0
          ? undefined
          : fold(
              count(warnings.length, 'warning'),
              limited(
                ['Where', 'Warning'],
                warnings.map(({text, place}) => [
                  place === undefined
                    ? ''
                    : codeSpan(`${place.file}${place.line === undefined ? '' : `:${place.line}`}`),
                  escapeMarkdown(cut(text)),
                ]),
              ),
            ),
    },
  ];
}

function stepsTable(times: readonly StepTime[]): string {
  const words = {cached: 'cached', done: 'run', canceled: 'stopped', skipped: 'skipped', error: '**failed**'};
  return limited(
    ['Stage', 'Step', 'Result', 'Time'],
    times.map(({stage, instruction, outcome, ms}) => [
      stage === undefined ? '' : escapeMarkdown(cut(stage)),
      codeSpan(cut(instruction)),
      words[outcome],
      outcome === 'cached' ? '' : formatDuration(ms / 1000),
    ]),
  );
}

function phasesTable(phases: readonly Phase[], engine: string): string {
  const total = phases.reduce((sum, {seconds}) => sum + seconds, 0);
  const head = [...phases.map(({name}) => name), 'Total', 'Engine'];
  const times = [...phases.map(({seconds}) => seconds), total].map(formatDuration);
  return table(head, [[...times, escapeMarkdown(engine)]]);
}

function contentBlocks({layers: all, labels}: ImageFacts): readonly Block[] {
  const rows = [...labels].map(([key, value]) => [codeSpan(cut(key)), codeSpan(cut(value))]);
  return [
    {rank: 7, text: all && layers(all.map((layer) => ({...layer, instruction: cut(layer.instruction)})))},
    {
      rank: 8,
      text: rows.length === 0 ? undefined : fold(count(rows.length, 'label'), limited(['Label', 'Value'], rows)),
    },
  ];
}

function layers(all: readonly {readonly instruction: string; readonly size: number}[]): string {
  const total = all.reduce((sum, layer) => sum + layer.size, 0);
  const rows = all.map(({instruction, size}, index) => [
    String(index + 1),
    codeSpan(instruction) || '(the base as it was imported)',
    size === 0 ? '' : formatBytes(size),
    size === 0 ? '' : bar(size / total),
  ]);
  return fold(
    `${count(all.length, 'instruction')}, ${formatBytes(total)}`,
    limited(['#', 'Instruction', 'Size', 'Share'], rows),
  );
}

/** Ten blocks are the whole. */
function bar(share: number): string {
  return `${'\u2588'.repeat(Math.round(share * 10)) || '\u258f'} ${Math.round(share * 100)} %`;
}

function inputsTable(inputs: readonly ShownInput[]): string | undefined {
  if (inputs.length === 0) return undefined;
  const rows = inputs.map(({name, values}) => {
    const shown = values.slice(0, MOST_ROWS).map((value) => codeSpan(cut(value)));
    const left = values.length - shown.length;
    return [codeSpan(name), [...shown, ...(left > 0 ? [`${left} more`] : [])].join('<br>')];
  });
  return fold('Inputs', limited(['Input', 'Value'], rows));
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}\u2026`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function limited(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const text = table(head, rows.slice(0, MOST_ROWS));
  return rows.length <= MOST_ROWS ? text : `${text}\n\n${rows.length - MOST_ROWS} more are left out.`;
}
