/** Room in the engine for what a step makes: looked at beside the work, and made once when it was not enough. */
import {warnOfLittleSpace} from './disk-space.ts';
import type {Opened} from './opened.ts';
import type {Inputs, RunTools} from './run-inputs.ts';
import type {Story} from './story.ts';

export interface RoomTools extends Pick<RunTools, 'log' | 'clock' | 'signal'> {
  readonly story: Story;
}

/** Does the work, and again where makeRoom made some. Throws what the work throws, or DiskFull. */
export async function withRoom<T>(
  opening: Promise<Opened>,
  {origin, onFullDisk}: Pick<Inputs, 'origin' | 'onFullDisk'>,
  {log, clock, signal, story}: RoomTools,
  work: () => Promise<T>,
): Promise<T> {
  const looking = opening.then(
    ({engine}) => warnOfLittleSpace(engine, origin, log),
    () => {},
  );
  const onNote = (note: string) => story.note(note);
  try {
    for (;;) {
      const startedAt = performance.now();
      try {
        return await work();
      } catch (error) {
        signal.throwIfAborted();
        const opened = await opening.catch(() => undefined);
        // What is wrong besides is not told in place of the error.
        if (opened === undefined) throw error;
        const {makeRoom} = await import('./full-disk.ts');
        await makeRoom(opened.engine, error, {startedAt, choice: onFullDisk}, {log, clock, signal, onNote});
      }
    }
  } finally {
    await looking;
  }
}
