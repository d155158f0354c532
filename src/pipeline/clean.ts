/**
 * Cleaning after a run: takes away what the ledger has noted, then what the author asked for by name or by filter, and
 * nothing else (hardening E9). It works on whatever a failed or cancelled run left, goes on after a failure, and can be
 * run twice. Images are deleted by name; by id only while they have none, as an id may be shared with other jobs.
 */
import {deleteImage} from '../engine/delete.ts';
import {EngineError} from '../engine/errors.ts';
import type {Engine} from '../engine/facts.ts';
import {inspect} from '../engine/inspect.ts';
import {type BuildPruneOptions, type PruneOptions, prune, pruneBuildCache} from '../engine/prune.ts';
import {tag} from '../engine/tag.ts';
import {formatPlatform, type Platform} from '../registry/platform.ts';
import {familiarRepository, parseReference, withDefaultTag} from '../registry/reference.ts';
import type {Clock} from '../registry/retry.ts';
import type {Log} from '../report/log.ts';
import {count, formatBytes} from '../report/units.ts';
import {pruneContexts} from './context-copies.ts';
import {describeError} from './explain.ts';
import {findId} from './find-id.ts';
import type {Made} from './ledger.ts';
import {sharers} from './shared-layers.ts';

/** What the author wants done after the run. */
export interface Cleaning {
  /** Take away what the run made. */
  readonly made: boolean;
  readonly images: readonly ImageRemoval[];
  readonly pruneImages: Omit<PruneOptions, 'signal'> | undefined;
  readonly pruneBuildCache: Omit<BuildPruneOptions, 'signal'> | undefined;
}

/** An image that the author names. */
export interface ImageRemoval {
  readonly name: string;
  readonly force: boolean;
  readonly noPrune: boolean;
  readonly platforms: readonly Platform[];
}

export function isWanted({made, images, pruneImages, pruneBuildCache: cache}: Cleaning): boolean {
  return made || images.length > 0 || pruneImages !== undefined || cache !== undefined;
}

export interface CleanTools {
  readonly log: Log;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Never rejects for a single thing that stays: that is a warning. */
export async function clean(
  engine: Engine,
  cleaning: Cleaning,
  made: readonly Made[],
  tools: CleanTools,
): Promise<void> {
  const cleaner = new Cleaner(engine, tools);
  if (cleaning.made) await cleaner.takeAway(made);
  for (const removal of cleaning.images) await cleaner.remove(removal);
  if (cleaning.pruneImages) await cleaner.pruneImages(cleaning.pruneImages);
  if (cleaning.pruneBuildCache) await cleaner.pruneBuildCache(cleaning.pruneBuildCache);
}

type MadeName = Extract<Made, {readonly kind: 'name'}>;

class Cleaner {
  readonly #engine: Engine;
  readonly #log: Log;
  readonly #clock: Clock;
  readonly #signal: AbortSignal;

  constructor(engine: Engine, {log, clock, signal}: CleanTools) {
    this.#engine = engine;
    this.#log = log;
    this.#clock = clock;
    this.#signal = signal;
  }

  async takeAway(made: readonly Made[]): Promise<void> {
    for (const item of made) if (item.kind === 'name') await this.#attempt(item.name, () => this.#returnName(item));
    // The newest first: an image cannot go before those that were built on it.
    await this.#removeImages(made.flatMap((item) => (item.kind === 'image' ? [item.id] : [])).reverse());
    for (const item of made)
      if (item.kind === 'contexts')
        await this.#attempt('copies of the context', () => this.#removeContexts(item.since));
  }

  /** What the author names is deleted as asked, with a word if there is nothing of it. */
  async remove({name, force, noPrune, platforms}: ImageRemoval): Promise<void> {
    await this.#attempt(name, async () => {
      if (platforms.length > 0) {
        const others = await sharers(this.#engine, name, platforms, this.#signal);
        if (others.length > 0) throw new Error(`${others.slice(0, 5).join(', ')} would lose layers that are shared`);
      }
      const removals = await deleteImage(this.#engine, name, {force, noPrune, platforms, signal: this.#signal});
      const of = platforms.length === 0 ? '' : ` for ${platforms.map(formatPlatform).join(', ')}`;
      const deleted = removals.filter(({kind}) => kind === 'deleted').length;
      this.#log.info(
        `Deleted ${name}${of}: ${deleted === 0 ? 'its content is still in use by other names' : count(deleted, 'object')}`,
      );
    });
  }

  async pruneImages(options: Omit<PruneOptions, 'signal'>): Promise<void> {
    await this.#attempt('unused images', async () => {
      const {removals, reclaimed} = await prune(this.#engine, {...options, signal: this.#signal});
      const images = removals.filter(({kind}) => kind === 'deleted').length;
      this.#log.info(`Pruned images: ${count(images, 'object')} deleted, ${formatBytes(reclaimed)} reclaimed`);
    });
  }

  async pruneBuildCache(options: Omit<BuildPruneOptions, 'signal'>): Promise<void> {
    await this.#attempt('the build cache', async () => {
      const {records, reclaimed} = await pruneBuildCache(this.#engine, {...options, signal: this.#signal});
      this.#log.info(
        `Pruned the build cache: ${count(records.length, 'record')} deleted, ${formatBytes(reclaimed)} reclaimed`,
      );
    });
  }

  /** A name that was there before goes back to its image, another one goes away. */
  async #returnName({name, before, given}: MadeName): Promise<void> {
    const now = await findId(this.#engine, name, this.#signal);
    if (now === before || now === undefined) return;
    if (given !== undefined && now !== given) {
      this.#log.info(`${name} stays: somebody else gave it to ${now} meanwhile`);
      return;
    }
    if (before !== undefined && (await findId(this.#engine, before, this.#signal)) !== undefined) {
      const reference = withDefaultTag(parseReference(name));
      const target = {repository: familiarRepository(reference), tag: reference.tag ?? 'latest'};
      await tag(this.#engine, before, target, this.#signal);
      this.#log.info(`Gave ${name} back to ${before}`);
      return;
    }
    await deleteImage(this.#engine, name, {signal: this.#signal});
    this.#log.info(`Deleted ${name}`);
  }

  /** The step of a cancelled build holds its image until it ends, which Podman lets it do in its own time. */
  async #removeImages(ids: readonly string[]): Promise<void> {
    let left = ids;
    for (let tries = this.#engine.facts.product === 'podman' ? 10 : 5; left.length > 0 && tries > 0; tries--) {
      if (left !== ids) await this.#clock.sleep(1000, this.#signal);
      const held: string[] = [];
      for (const id of left)
        await this.#attempt(id, async () => void ((await this.#removeNameless(id)) || held.push(id)));
      left = held;
    }
    if (left.length > 0) this.#log.info(`${count(left.length, 'image')} of this run stay, as something else uses them`);
  }

  /** False for an image that is in use. */
  async #removeNameless(id: string): Promise<boolean> {
    try {
      const {names, id: whole} = await inspect(this.#engine, id, {signal: this.#signal});
      // Somebody else named it meanwhile.
      if (names.length > 0) return true;
      await deleteImage(this.#engine, whole, {signal: this.#signal});
      this.#log.info(`Deleted the image ${whole}`);
      return true;
    } catch (error) {
      // Gone with another image is as good.
      if (error instanceof EngineError && error.status === 404) return true;
      if (error instanceof EngineError && error.status === 409) return false;
      throw error;
    }
  }

  /** No later build can use them, so those of a job beside this one are as useless. */
  async #removeContexts(since: string): Promise<void> {
    const {records, reclaimed} = await pruneContexts(this.#engine, since, this.#signal);
    if (records.length > 0)
      this.#log.info(
        `Deleted ${count(records.length, 'copy', 'copies')} of the context in the build cache, ${formatBytes(reclaimed)} reclaimed`,
      );
  }

  async #attempt(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#signal.throwIfAborted();
      this.#log.warning(`cleaning: ${what} stays: ${describeError(error)}`);
    }
  }
}
