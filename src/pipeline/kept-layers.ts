/**
 * What the builds of one step have kept, so that a cache under one name holds the layers of all platforms: each that is
 * ready writes its own together with those of the ones before it.
 */
import {join} from 'node:path';
import {DIRECTORY} from '../cache/entry-store.ts';
import {joinLayers, type Layers} from '../cache/layers.ts';
import type {RunTools} from './run-inputs.ts';

export class KeptLayers implements AsyncDisposable {
  readonly #parts: Layers[] = [];
  readonly #held = new AsyncDisposableStack();
  #turn: Promise<unknown> = Promise.resolve();

  /** Writes layers together with those before them, one writer after the other. Throws what `write` throws. */
  async add(
    layers: Layers,
    {makeTemporary}: Pick<RunTools, 'makeTemporary'>,
    write: (all: Layers) => Promise<void>,
  ): Promise<void> {
    const writing = this.#turn.then(async () => {
      if (!this.#parts.includes(layers)) this.#parts.push(layers);
      const [first, ...others] = this.#parts as [Layers, ...Layers[]];
      if (others.length === 0) return write(first);
      const temporary = makeTemporary();
      try {
        await write(await joinLayers(join(temporary.path, DIRECTORY), [first, ...others]));
      } finally {
        temporary.remove();
      }
    });
    this.#turn = writing.catch(() => {});
    return writing;
  }

  /** Calls it once nobody needs the layers any more. */
  defer(remove: () => void): void {
    this.#held.defer(remove);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#held.disposeAsync();
  }
}
