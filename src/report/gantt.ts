/**
 * A build as a Mermaid Gantt chart, which GitHub draws in a summary: a bar for each step, in a section for each stage
 * (https://mermaid.js.org/syntax/gantt.html). Text in it is untrusted, and Mermaid reads marks and words in it as syntax, so
 * of names only letters, digits and signs without a meaning stay, behind a number that makes them no keyword (O6).
 */
import type {StepTime} from './step-times.ts';
import {formatDuration} from './units.ts';

/** More bars are no picture. */
const MOST_BARS = 60;
/** Characters of a name. */
const LONGEST = 60;
/** The same for stages, which stand before the bars. */
const LONGEST_STAGE = 12;
/** Of the whole width, so that a step that took no time is seen. */
const THINNEST = 0.005;

export interface Gantt {
  /** The chart, without a fence around it. */
  readonly text: string;
  /** Steps that it does not show: the shortest ones. */
  readonly left: number;
}

/** Undefined when there is nothing to draw. */
export function formatGantt(times: readonly StepTime[]): Gantt | undefined {
  if (times.length === 0) return undefined;
  const shown = pick(times);
  const total = Math.max(1, ...shown.map(({end}) => end));
  const sections = new Map<string, string[]>();
  for (const [at, step] of shown.entries()) {
    const section = sectionOf(step);
    sections.set(section, [...(sections.get(section) ?? []), bar(at + 1, step, total)]);
  }
  const {interval, axis} = scale(total);
  const head = ['gantt', 'dateFormat x', `axisFormat ${axis}`, `tickInterval ${interval}`, 'todayMarker off'];
  const body = [...sections].flatMap(([name, bars]) => [`section ${name}`, ...bars]);
  return {text: [...head, ...body].join('\n'), left: times.length - shown.length};
}

/** In order, but without the shortest; what failed is always there. */
function pick(times: readonly StepTime[]): readonly StepTime[] {
  if (times.length <= MOST_BARS) return times;
  const weight = ({outcome, end, start}: StepTime) => (outcome === 'error' ? Number.POSITIVE_INFINITY : end - start);
  const longest = new Set([...times].sort((a, b) => weight(b) - weight(a)).slice(0, MOST_BARS));
  return times.filter((step) => longest.has(step));
}

function sectionOf({stage, isInstruction}: StepTime): string {
  if (!isInstruction) return 'Builder';
  return stage === undefined ? 'Dockerfile' : plain(stage, LONGEST_STAGE);
}

/** `2 RUN npm ci (12.3s) :crit, 1200, 13500`. */
function bar(number: number, {instruction, start, end, ms, outcome}: StepTime, total: number): string {
  const note = outcome === 'cached' ? 'cached' : outcome === 'error' ? `failed, ${time(ms)}` : time(ms);
  const mark = outcome === 'cached' ? 'done, ' : outcome === 'error' ? 'crit, ' : '';
  const from = Math.round(start);
  const to = Math.max(Math.round(end), from + Math.ceil(total * THINNEST));
  // Commas stand behind the colon alone, where they part the fields.
  return `${number} ${plain(instruction)} (${note.replace(',', '')}) :${mark}${from}, ${to}`;
}

function time(ms: number): string {
  return formatDuration(ms / 1000);
}

/**
 * Without what means something to Mermaid: `:` ends a name, `;` and `#` make an entity, `%%` a comment, `<` and `&` markup.
 * The colon of an image has a sign that looks like it.
 */
function plain(text: string, most = LONGEST): string {
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
function scale(total: number): {readonly interval: string; readonly axis: string} {
  const steps = [100, 250, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000];
  const step = steps.find((ms) => total / ms <= 8) ?? 3_600_000;
  const [unit, size] = step < 1000 ? ['millisecond', 1] : step < 60_000 ? ['second', 1000] : ['minute', 60_000];
  return {interval: `${step / Number(size)}${unit}`, axis: step < 1000 ? '%s.%L s' : '%s s'};
}
