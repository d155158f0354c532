/** Lines of a Dockerfile with those around them, as the log, an annotation and the summary show them. */
import type {Log, Place} from './log.ts';

/** First and last line of something in a Dockerfile, from 1. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

export interface ExcerptLine {
  readonly number: number;
  /** Untrusted; without its end, at most 300 characters. */
  readonly text: string;
  /** What it is about, not what is around it. */
  readonly marked: boolean;
}

export interface Excerpt extends LineRange {
  /** The Dockerfile as people know it: its path in the workspace, else the name the build has for it. */
  readonly file: string;
  /** Where an annotation may point; undefined for a file that is not of this repository. */
  readonly place: Place | undefined;
  /** At most 30 of the lines and 3 around them; numbers may leap. */
  readonly lines: readonly ExcerptLine[];
}

/** A Dockerfile that the reader can be pointed at. */
export interface NamedDockerfile {
  readonly file: string;
  readonly inWorkspace: boolean;
  readonly text: string;
}

/** One that an engine fetched, of which it alone has the text. */
export type FetchedDockerfile = Omit<NamedDockerfile, 'text'>;

/** Lines shown before and after. */
const AROUND = 3;
/** Of a long instruction, the lines shown at its start and at its end. */
const HEAD = 20;
const TAIL = 6;
/** Characters of one line. */
const WIDTH = 300;

/** Undefined when the text has no such lines. */
export function excerptOf({file, inWorkspace, text}: NamedDockerfile, {first, last}: LineRange): Excerpt | undefined {
  const all = text.split(/\r?\n/);
  if (first < 1 || first > all.length || last < first) return undefined;
  const end = Math.min(last, all.length);
  const isShown = (number: number) => end - first < HEAD + TAIL || number < first + HEAD || number > end - TAIL;
  const lines: ExcerptLine[] = [];
  for (let number = Math.max(1, first - AROUND); number <= Math.min(all.length, end + AROUND); number++) {
    const line = all[number - 1] ?? '';
    // What follows the end of the last line is no line.
    if (!isShown(number) || (number === all.length && line === '' && number > end)) continue;
    const short = line.length > WIDTH ? `${line.slice(0, WIDTH - 1)}…` : line;
    lines.push({number, text: short, marked: number >= first && number <= end});
  }
  return {file, place: inWorkspace ? {file, line: first, endLine: end} : undefined, first, last: end, lines};
}

/** Shows the lines with their numbers; the text is untrusted, so each line stands behind its number (hardening O1). */
export function showExcerpt(log: Log, {file, first, lines}: Excerpt): void {
  log.info(`${file}:${first}`);
  const width = String(lines.at(-1)?.number ?? 0).length;
  let before = (lines[0]?.number ?? 1) - 1;
  for (const {number, text, marked} of lines) {
    if (number !== before + 1) log.info(`| ${' '.repeat(width)}  ⋮`);
    log.untrusted(`| ${marked ? '>' : ' '} ${String(number).padStart(width)} |`, text);
    before = number;
  }
}
