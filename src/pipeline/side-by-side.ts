/** Work for several platforms at the same time: the first that fails stops the others. */
import type {Log} from '../report/log.ts';
import {prefixedLog} from '../report/platform-log.ts';
import {InvalidInput} from './errors.ts';

export interface Surroundings {
  readonly log: Log;
  readonly signal: AbortSignal;
}

export interface Work<T> {
  /** Begins its lines in the log. */
  readonly name: string;
  readonly run: (own: Surroundings) => Promise<T>;
}

/** What came of each, in order. Throws the first failure, once all have ended, or the reason of the signal. */
export async function sideBySide<T>(works: readonly Work<T>[], {log, signal}: Surroundings): Promise<readonly T[]> {
  const failing = new AbortController();
  const both = AbortSignal.any([signal, failing.signal]);
  const said = new Set<string>();
  const settled = await Promise.allSettled(
    works.map(async ({name, run}) => {
      try {
        return await run({log: prefixedLog(log, name, said), signal: both});
      } catch (error) {
        if (!both.aborted) {
          log.info(`${name} failed, so the others are stopped`);
          failing.abort(namedAfter(name, error));
        }
        throw error;
      }
    }),
  );
  signal.throwIfAborted();
  failing.signal.throwIfAborted();
  return settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

/** The same error, which says of what it is. */
function namedAfter(name: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof InvalidInput) return error;
  return Object.defineProperty(error, 'message', {value: `${name}: ${error.message}`, configurable: true});
}
