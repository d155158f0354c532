/** Follows a build from its first event to its last: shows it, notes what it makes, and tells its failure. */
import type {Session} from '../buildkit/session.ts';
import type {BuildEvent} from '../engine/build.ts';
import {EngineError} from '../engine/errors.ts';
import {type BuildSummary, createProgress} from '../report/progress.ts';
import type {BuildFacts} from './advice.ts';
import {failureOf, showWarnings, type Told} from './build-outcome.ts';
import type {Sending} from './sending.ts';

export interface Followed {
  /** Of the image; '' where there is none. */
  readonly id: string;
  readonly summary: BuildSummary;
}

export interface FollowParts {
  readonly told: Told;
  readonly facts: Omit<BuildFacts, keyof Told>;
  readonly session: Session | undefined;
  readonly sending: Pick<Sending, 'end' | 'failure'>;
  readonly receiving?: {readonly failure: unknown} | undefined;
  /** Told of each image, and of each piece of text. */
  readonly onImage?: (id: string) => void;
  readonly onText?: (text: string) => void;
}

/** Throws BuildFailed, what was wrong with the context on its way, or the abort reason. */
export async function followBuild(
  start: () => Promise<AsyncIterable<BuildEvent>>,
  {told, facts, session, sending, receiving, onImage, onText}: FollowParts,
): Promise<Followed> {
  const {log} = facts;
  const progress = createProgress(log);
  let id = '';
  try {
    for await (const event of await start()) {
      if (event.kind === 'trace') progress.trace(event.data);
      else if (event.kind === 'stream') {
        progress.stream(event.text);
        onText?.(event.text);
      } else if (event.kind === 'status') progress.status(event);
      else {
        onImage?.(event.id);
        id = event.id;
      }
      await log.drained();
    }
  } catch (error) {
    progress.finish(false);
    facts.signal.throwIfAborted();
    sending.end();
    // What the engine then reports is only an echo of it.
    const failure = sending.failure ?? receiving?.failure;
    if (failure !== undefined) throw failure;
    if (!(error instanceof EngineError)) throw error;
    showWarnings(log, progress.summary(), told);
    const ended = session && (await Promise.race([session.closed, undefined]));
    throw await failureOf(error, {progress, session: ended, told, facts});
  }
  progress.finish();
  sending.end();
  // Nothing that was not sent as it was listed counts as built (hardening C2).
  if (sending.failure !== undefined) throw sending.failure;
  const summary = progress.summary();
  showWarnings(log, summary, told);
  for (const cache of progress.unwritten()) log.warning(`input cache-to: the build went on without ${cache}`);
  return {id, summary};
}
