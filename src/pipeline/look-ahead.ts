/** Starts the preflight of a push beside the work, and ends the work when the push would be in vain. */
import type {EngineChoice, Inputs, RunTools} from './run-inputs.ts';

/** A build that is done by then needs none, and its start is not slowed down; see docs/decisions/0005-start-up.md. */
const HEAD_START_MS = 400;

/** What is to be pushed, and by whom. */
export interface Pushing extends Pick<Inputs, 'preflight' | 'push' | 'tags' | 'untagged' | 'overwrite'> {
  readonly engine: Pick<EngineChoice, 'address'>;
}

/** What a preflight is made with. */
export type LookTools = Pick<RunTools, 'client' | 'clock' | 'credentials' | 'log' | 'signal'>;

/** `isFromHere`: the push goes by our own client in any case. Throws what the work throws, or PushImpossible. */
export async function withPreflight<T>(
  inputs: Pushing,
  {isFromHere, tools}: {readonly isFromHere: boolean; readonly tools: LookTools},
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (!inputs.preflight || !inputs.push) return work(tools.signal);
  const failing = new AbortController();
  const over = new AbortController();
  const signal = AbortSignal.any([tools.signal, failing.signal]);
  look(inputs, {isFromHere, tools: {...tools, signal: AbortSignal.any([signal, over.signal])}}).catch((error) => {
    if (!over.signal.aborted) failing.abort(error);
  });
  try {
    return await work(signal);
  } catch (error) {
    tools.signal.throwIfAborted();
    failing.signal.throwIfAborted();
    throw error;
  } finally {
    over.abort();
  }
}

async function look(
  {tags, untagged, overwrite, engine}: Pushing,
  {isFromHere, tools}: {readonly isFromHere: boolean; readonly tools: LookTools},
): Promise<void> {
  const {clock, credentials, log, signal} = tools;
  if (!isFromHere) await clock.sleep(HEAD_START_MS, signal);
  const [client, {preflight}] = await Promise.all([tools.client(), import('./preflight.ts')]);
  const isNear = engine.address.kind === 'unix' || engine.address.kind === 'npipe';
  await preflight({tags, untagged, overwrite, isFromHere, isNear}, {client, credentials, log, signal});
}
