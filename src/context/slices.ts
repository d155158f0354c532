/**
 * Long synchronous work in slices: synchronous file system calls are several times faster than those that go through
 * the thread pool, but timers, signals and sockets must have their turns in between.
 */
import {setImmediate as nextTurn} from 'node:timers/promises';

/** Milliseconds of work between two turns of the event loop. */
const LENGTH = 4;

export class Slices {
  readonly #signal: AbortSignal;
  #end = performance.now() + LENGTH;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Whether it is time to `pause`. Cheap; ask often. */
  get over(): boolean {
    return performance.now() > this.#end;
  }

  /** Gives the event loop its turn. Throws the signal's reason when aborted. */
  async pause(): Promise<void> {
    await nextTurn();
    this.#signal.throwIfAborted();
    this.#end = performance.now() + LENGTH;
  }
}
