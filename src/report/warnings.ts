/** Findings of the builder, kept for annotations and the summary. */
import type {VertexWarning} from '../buildkit/trace.ts';
import type {Place} from './log.ts';

export interface TraceWarning {
  /** `RuleName: text`. */
  readonly text: string;
  readonly details: readonly string[];
  readonly url: string | undefined;
  /** In the Dockerfile, under the name it was sent with; undefined when the builder does not say. */
  readonly place: Place | undefined;
}

/** Warnings kept for one build. */
const LIMIT = 200;

export class Warnings {
  readonly #kept = new Map<string, TraceWarning>();

  /** Keeps a warning; the same text about the same line is kept once. */
  add(warning: TraceWarning): void {
    const key = JSON.stringify([warning.text, warning.place?.file, warning.place?.line]);
    if (this.#kept.size < LIMIT && !this.#kept.has(key)) this.#kept.set(key, warning);
  }

  list(): readonly TraceWarning[] {
    return [...this.#kept.values()];
  }
}

/** Drops the text of the Dockerfile, and the line number that BuildKit repeats at the end of the text. */
export function toTraceWarning({short, detail, url, source, ranges}: VertexWarning): TraceWarning {
  const lines = ranges.flatMap(({start, end}) => [start.line, end.line]).filter((line) => line > 0);
  const place = lines.length > 0 && {line: Math.min(...lines), endLine: Math.max(...lines)};
  return {
    text: short.replace(/ \(line \d+\)$/, ''),
    details: detail,
    url: url || undefined,
    place: source?.filename ? {file: source.filename, ...place} : undefined,
  };
}
