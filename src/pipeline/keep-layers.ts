/**
 * Keeps the layers of a build for the next one: its image and those of its stages, built again out of the builder's own cache
 * and with the record of it inside, so that the image which is published is as it would be without a cache.
 */
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type EntryNotes, entryPrefixes, formatKey, isWorth, restoreSeconds, shortHash} from '../cache/entry-key.ts';
import {DIRECTORY} from '../cache/entry-store.ts';
import {copyLayers, indexOf, type Layers, makeLayout, writeLayers} from '../cache/layers.ts';
import {stagesBeside} from '../context/stages.ts';
import {BlobStore} from '../registry/blob-store.ts';
import type {Digest} from '../registry/digest.ts';
import type {Manifest} from '../registry/manifest.ts';
import {formatFamiliar, parseReference, type TaggedReference, withDefaultTag} from '../registry/reference.ts';
import {startRelay} from '../registry/relay.ts';
import type {BuildSummary} from '../report/progress.ts';
import {count, formatBytes, formatDuration} from '../report/units.ts';
import type {Cache} from './control-inputs.ts';
import {describeError} from './explain.ts';
import type {LayerCache, LayerTools} from './layer-cache.ts';
import {silenced} from './quiet-log.ts';
import {pushToRelay} from './relay-push.ts';

/**
 * Builds a stage, or the target for undefined, out of the builder's cache, with a record of that inside. Gives the id of an
 * image that nobody else has, as it goes with its last name.
 */
export type Rebuild = (stage: string | undefined) => Promise<string>;

/** Throws the reason of the signal, and what an entry with `ignore-error=false` fails of; all else is a warning. */
export async function keepLayers(cache: LayerCache, summary: BuildSummary, rebuild: Rebuild): Promise<void> {
  const keeper = new Keeper(cache, summary, rebuild);
  try {
    for (const to of cache.job.carried.to) await keeper.keep(to);
  } finally {
    keeper.end();
  }
}

class Keeper {
  readonly #cache: LayerCache;
  readonly #seconds: number;
  readonly #rebuild: Rebuild;
  readonly #tools: LayerTools;
  readonly #isAllCached: boolean;
  #layers: Promise<Layers> | undefined;
  #remove: (() => void) | undefined;

  constructor(cache: LayerCache, {steps, cached, seconds}: BuildSummary, rebuild: Rebuild) {
    this.#cache = cache;
    this.#seconds = seconds;
    this.#rebuild = rebuild;
    this.#tools = cache.tools;
    this.#isAllCached = steps > 0 && cached === steps;
  }

  async keep(to: Cache): Promise<void> {
    const {log, signal} = this.#tools;
    try {
      if (to.type === 'gha') await this.#keepEntry(to);
      else if (to.type === 'local') await this.#keepDirectory(to);
      else await this.#push(to);
    } catch (error) {
      signal.throwIfAborted();
      if (to.attributes.get('ignore-error') === 'false') throw error;
      log.warning(`input cache-to: type=${to.type}: ${describeError(error)}; the build went on without`);
    }
  }

  /** What was made for entries stays for the post part. */
  end(): void {
    this.#remove?.();
  }

  async #keepEntry(to: Cache): Promise<void> {
    const {log, entries, makeTemporary} = this.#tools;
    const {unsaved, maxBytes} = this.#cache.job.origin.layers;
    const why = unsaved ?? (entries.canSave ? undefined : 'there is no post part of the step to do it');
    if (why !== undefined) return log.info(`Cache: not saved: ${why}`);
    const place = this.#cache.placeIn(to);
    const [prefix] = entryPrefixes(place);
    const known = this.#cache.found.find(
      ({cache}) => cache.type === 'gha' && this.#cache.placeIn(cache).scope === place.scope,
    )?.entry;
    const before = known !== undefined && 'notes' in known ? known : undefined;
    const note = (directory: string, key: string, content: string) =>
      entries.note({directory, key, content, scope: place.scope});
    if (before?.kind === 'slow' || (before?.kind === 'restored' && before.seconds > before.notes.seconds)) {
      const rate = before.notes.bytes / (before.kind === 'restored' ? before.seconds : before.notes.seconds);
      const temporary = makeTemporary();
      await mkdir(join(temporary.path, DIRECTORY));
      await writeFile(join(temporary.path, DIRECTORY, 'empty'), '');
      const key = formatKey(prefix, {...before.notes, rate, isEmpty: true});
      note(temporary.path, key, key);
      return log.info('Cache: restoring took longer than the build, so the next one is told to do without');
    }
    if (before?.kind === 'restored' && this.#isAllCached)
      return log.info('Cache: nothing changed, so nothing is saved');
    const seconds = Math.max(this.#seconds, before?.kind === 'restored' ? before.notes.seconds : 0);
    const expected = {bytes: before?.notes.bytes ?? 0, rate: before?.notes.rate, seconds};
    if (!isWorth(expected)) return log.info(`Cache: not saved: ${unworthy(expected)}`);
    const layers = await this.#writeOnce();
    if (layers.size > maxBytes)
      return log.notice(
        `cache-to: the layers are ${formatBytes(layers.size)}, more than cache-max-size (${formatBytes(maxBytes)}), so they are not saved`,
      );
    const content = shortHash(layers.top.bytes);
    if (content === before?.notes.content && !before.notes.isEmpty)
      return log.info('Cache: the layers are the same, so nothing is saved');
    const rate = before?.kind === 'restored' ? before.notes.bytes / before.seconds : before?.notes.rate;
    const notes: EntryNotes = {content, seconds, bytes: layers.size, rate, isEmpty: false};
    if (!isWorth(notes)) return log.info(`Cache: not saved: ${unworthy(notes)}`);
    this.#remove = undefined;
    note(join(layers.path, '..'), formatKey(prefix, notes), `${prefix}${content}-`);
  }

  async #keepDirectory({attributes}: Cache): Promise<void> {
    const dest = attributes.get('dest') ?? '';
    const layers = await this.#writeOnce();
    await copyLayers(layers, dest);
    this.#tools.log.info(`Cache: wrote ${formatBytes(layers.size)} to ${dest}`);
  }

  /** To a registry, by our own client, as an engine pushes no index of its caches. */
  async #push({attributes}: Cache): Promise<void> {
    const {log, clock, random, signal, noteName, onSecret, makeTemporary, client} = this.#tools;
    const [{Delivery}, {PublishFailed}] = await Promise.all([import('./delivery.ts'), import('./errors.ts')]);
    const reference = withDefaultTag(parseReference(attributes.get('ref') ?? '')) as TaggedReference;
    const {path: temp, remove} = makeTemporary();
    const quiet = silenced(log);
    const plan = {tags: [reference], untagged: [], annotations: [], overwrite: 'always'} as const;
    const tools = {client: await client(), temp, remove, log: quiet, clock, random, signal, noteName, onSecret};
    await using delivery = await Delivery.open(plan, tools);
    const parcels = [];
    for (const [at, id] of (await this.#makeImages()).entries())
      parcels.push(await delivery.take(this.#cache.job.engine, {id}, {slot: `c${at}`, platform: undefined}));
    const tops = parcels.map(({top}) => top) as [Manifest, ...Manifest[]];
    const {failed} = await delivery.place(tops.length === 1 ? tops[0] : indexOf(tops), parcels);
    if (failed.length > 0) throw new PublishFailed([], failed);
    log.info(`Cache: pushed ${count(tops.length, 'image')} with layers to ${formatFamiliar(reference)}`);
  }

  #writeOnce(): Promise<Layers> {
    this.#layers ??= this.#write();
    return this.#layers;
  }

  /** Anew each time, as they go with what they were pushed by; one after the other, as the builder has all of it already. */
  async #makeImages(): Promise<readonly string[]> {
    const {origin, place, carried} = this.#cache.job;
    const isMax = carried.to.some(({attributes}) => attributes.get('mode') === 'max');
    const stages = isMax ? stagesBeside(place.dockerfileText, origin.buildArgs, origin.target) : [];
    const ids: string[] = [];
    for (const stage of [undefined, ...stages]) ids.push(await this.#rebuild(stage));
    return ids;
  }

  async #write(): Promise<Layers> {
    const {engine} = this.#cache.job;
    const {log, makeTemporary, onSecret} = this.#tools;
    const started = performance.now();
    const images = await this.#makeImages();
    const {path: temp, remove} = makeTemporary();
    this.#remove = remove;
    const path = join(temp, DIRECTORY);
    const store = new BlobStore(await makeLayout(path));
    const older = this.#cache.found.flatMap(({layers}) => layers ?? []);
    const sizeElsewhere = async (digest: Digest) =>
      older.map(({blobs}) => blobs.get(digest)).find((size) => size !== undefined);
    await using relay = await startRelay({store, sizeElsewhere, onBlob: () => {}});
    onSecret(relay.password);
    const tools = {...this.#tools, log: silenced(log)};
    const manifests: Manifest[] = [];
    for (const [at, id] of images.entries()) {
      const pushed = await pushToRelay(engine, id, {relay, slot: `c${at}`, title: 'layers'}, tools);
      if (pushed?.top === undefined) throw new Error('the engine does not reach this machine');
      manifests.push(pushed.top);
    }
    const layers = await writeLayers(path, manifests as [Manifest, ...Manifest[]], {store, older});
    const seconds = (performance.now() - started) / 1000;
    log.info(
      `Cache: kept ${count(manifests.length, 'image')} with layers, ${formatBytes(layers.size)}, in ${formatDuration(seconds)}`,
    );
    return layers;
  }
}

function unworthy(notes: Pick<EntryNotes, 'bytes' | 'rate' | 'seconds'>): string {
  const restoring = formatDuration(restoreSeconds(notes));
  return `restoring ${formatBytes(notes.bytes)} would take about ${restoring}, and the build takes ${formatDuration(notes.seconds)} without`;
}
