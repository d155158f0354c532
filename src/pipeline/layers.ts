/** What an image is made of, from the engine's history and inspection, for the summary and the metadata. */
import {EngineError} from '../engine/errors.ts';
import type {Engine} from '../engine/facts.ts';
import {type HistoryEntry, history} from '../engine/history.ts';
import type {ImageDetails} from '../engine/inspect.ts';

export interface Step {
  /** As its builder wrote it, without the shell around it. */
  readonly instruction: string;
  /** Bytes of the layer; 0 for an instruction that changes no file. */
  readonly size: number;
  /** RFC 3339. */
  readonly created: string;
}

/** Newest first. Undefined where the engine does not tell: the image is as good without. */
export async function readHistory(
  engine: Engine,
  image: ImageDetails,
  signal: AbortSignal,
): Promise<readonly HistoryEntry[] | undefined> {
  try {
    return await history(engine, image.id, {signal});
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof EngineError) return undefined;
    throw error;
  }
}

/** From the base on. */
export function stepsOf(entries: readonly HistoryEntry[]): readonly Step[] {
  return entries.toReversed().map(toStep);
}

function toStep({createdBy, size, created, comment}: HistoryEntry): Step {
  return {instruction: instructionOf(createdBy) || comment, size, created: new Date(created * 1000).toISOString()};
}

/** Builders note `/bin/sh -c #(nop)  CMD ["sh"]` and `RUN /bin/sh -c make # buildkit`. */
function instructionOf(createdBy: string): string {
  const text = createdBy.replace(/ # buildkit$/, '').trim();
  const marked = /^\/bin\/sh -c #\(nop\)\s+(.*)$/s.exec(text)?.[1];
  if (marked !== undefined) return marked.trim();
  const command = /^(?:\|\d+ .*? )?\/bin\/sh -c (.*)$/s.exec(text)?.[1];
  return command === undefined ? text.replace(/^RUN (?:\|\d+ .*? )?\/bin\/sh -c /s, 'RUN ') : `RUN ${command}`;
}
