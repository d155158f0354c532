/**
 * Keeps the layers of a build for the next one: its image and those of its stages, built again out of the builder's own cache
 * and with the record of it inside, so that the image which is published is as it would be without a cache.
 */
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type EntryNotes, entryPrefixes, formatKey, shortHash} from '../cache/entry-key.ts';
import {DIRECTORY} from '../cache/entry-store.ts';
import {copyLayers, type Layers, makeLayout, writeLayers} from '../cache/layers.ts';
import {type BuildTimes, isWorth, judge, restoreSeconds} from '../cache/worth.ts';
import {stagesBeside} from '../context/stages.ts';
import {deleteImage} from '../engine/delete.ts';
import type {ImageDetails} from '../engine/inspect.ts';
import {BlobStore} from '../registry/blob-store.ts';
import type {Digest} from '../registry/digest.ts';
import type {Manifest} from '../registry/manifest.ts';
import {formatFamiliar, parseReference, withDefaultTag} from '../registry/reference.ts';
import {startRelay} from '../registry/relay.ts';
import {count, formatBytes, formatDuration} from '../report/units.ts';
import type {ArchivePushTools} from './archive-push.ts';
import type {Cache} from './control-inputs.ts';
import {describeError} from './explain.ts';
import type {LayerCache, LayerTools} from './layer-cache.ts';
import {readHistory} from './layers.ts';
import type {Exported, Obtained} from './obtained.ts';
import {silenced} from './quiet-log.ts';
import {findRoad, pushToRelay} from './relay-push.ts';

/**
 * Builds a stage, or the target for undefined, out of the builder's cache, with a record of that inside. Gives an image that
 * nobody else has, as it goes with its last name.
 */
export type Rebuild = (stage: string | undefined) => Promise<ImageDetails>;

/** Throws the reason of the signal, and what an entry with `ignore-error=false` fails of; all else is a warning. */
export async function keepLayers(cache: LayerCache, made: Obtained | Exported, rebuild: Rebuild): Promise<void> {
  const keeper = new Keeper(cache, made, rebuild);
  try {
    for (const to of cache.job.carried.to) await keeper.keep(to);
  } finally {
    keeper.end();
  }
}

class Keeper {
  readonly #cache: LayerCache;
  readonly #times: BuildTimes;
  readonly #rebuild: Rebuild;
  readonly #tools: LayerTools;
  #layers: Promise<Layers> | undefined;
  #remove: (() => void) | undefined;

  constructor(cache: LayerCache, {summary, image}: Obtained | Exported, rebuild: Rebuild) {
    this.#cache = cache;
    this.#rebuild = rebuild;
    this.#tools = cache.tools;
    const {steps = 0, cached = 0, seconds = 0, times = []} = summary ?? {};
    const anew = times.filter(({isInstruction, outcome}) => isInstruction && outcome !== 'cached');
    this.#times = {
      seconds,
      newSeconds: anew.reduce((sum, {ms}) => sum + ms / 1000, 0),
      isAllCached: steps > 0 && cached === steps,
      imageSize: image?.size ?? 0,
    };
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
    if (this.#remove !== undefined) this.#cache.job.kept.defer(this.#remove);
  }

  async #keepEntry(to: Cache): Promise<void> {
    const {log, entries} = this.#tools;
    const {unsaved, maxBytes} = this.#cache.job.origin.layers;
    const far = this.#cache.isNear ? undefined : 'the engine could not read it on the way back';
    const why = unsaved ?? far ?? (entries.canSave ? undefined : 'there is no post part of the step to do it');
    if (why !== undefined) return log.info(`Cache: not saved: ${why}`);
    const place = this.#cache.placeIn(to);
    const [prefix] = entryPrefixes(place);
    const known = this.#cache.found.find(
      ({cache}) => cache.type === 'gha' && this.#cache.placeIn(cache).scope === place.scope,
    )?.entry;
    const verdict = judge(known, this.#times);
    switch (verdict.kind) {
      case 'useless':
        await this.#noteEmpty(formatKey(prefix, verdict.notes), place.scope);
        return log.info('Cache: restoring it took longer than the build, so the next one is told to do without');
      case 'unchanged':
        return log.info('Cache: nothing changed, so nothing is saved');
      case 'little':
        return log.info(
          `Cache: not saved: what is new took ${formatDuration(this.#times.newSeconds)}, and saving takes about ${formatDuration(verdict.seconds)}`,
        );
      case 'unworthy':
        return log.info(`Cache: not saved: ${unworthy(verdict.notes)}`);
      case 'save':
        break;
      default:
        verdict satisfies never;
    }
    const layers = await this.#writeOnce();
    if (layers.size > maxBytes)
      return log.notice(
        `cache-to: the layers are ${formatBytes(layers.size)}, more than cache-max-size (${formatBytes(maxBytes)}), so they are not saved`,
      );
    const content = shortHash(layers.top.bytes);
    const notes: EntryNotes = {...verdict.notes, content, bytes: layers.size, isEmpty: false};
    if (!isWorth(notes)) {
      // So that the next build need not find out again.
      await this.#noteEmpty(formatKey(prefix, {...notes, isEmpty: true}), place.scope);
      return log.info(`Cache: not saved: ${unworthy(notes)}`);
    }
    this.#remove = undefined;
    const key = formatKey(prefix, notes);
    // What could not be read may be there under the same content.
    entries.note({
      directory: join(layers.path, '..'),
      key,
      content: known?.kind === 'failed' ? key : `${prefix}${content}-`,
      scope: place.scope,
    });
  }

  /** An entry that holds nothing, and tells by its key why. */
  async #noteEmpty(key: string, scope: string): Promise<void> {
    const {entries, makeTemporary} = this.#tools;
    const {path: directory} = makeTemporary();
    await mkdir(join(directory, DIRECTORY));
    await writeFile(join(directory, DIRECTORY, 'empty'), '');
    entries.note({directory, key, content: key, scope});
  }

  async #keepDirectory({attributes}: Cache): Promise<void> {
    const dest = attributes.get('dest') ?? '';
    await this.#cache.job.kept.add(await this.#writeOnce(), this.#tools, async (layers) => {
      await copyLayers(layers, dest);
      this.#tools.log.info(`Cache: wrote ${formatBytes(layers.size)} to ${dest}`);
    });
  }

  /** By our own client, as the engine has no such thing. */
  async #push({attributes}: Cache): Promise<void> {
    const {log, signal} = this.#tools;
    const reference = withDefaultTag(parseReference(attributes.get('ref') ?? ''));
    const [own, client] = await Promise.all([this.#writeOnce(), this.#tools.client()]);
    const {pushLayers} = await import('./push-layers.ts');
    await this.#cache.job.kept.add(own, this.#tools, async (layers) => {
      await pushLayers(client, layers, reference, signal);
      log.info(`Cache: pushed ${formatBytes(layers.size)} to ${formatFamiliar(reference)}`);
    });
  }

  #writeOnce(): Promise<Layers> {
    this.#layers ??= this.#write();
    return this.#layers;
  }

  /** One after the other, as the builder has all of it already. */
  async #makeImages(): Promise<readonly string[]> {
    const {engine, origin, place, carried} = this.#cache.job;
    const isMax = carried.to.some(({attributes}) => attributes.get('mode') === 'max');
    const stages = isMax ? stagesBeside(place.dockerfileText, origin.buildArgs, origin.target) : [];
    const ids: string[] = [];
    try {
      for (const stage of [undefined, ...stages]) {
        const image = await this.#rebuild(stage);
        ids.push(image.id);
        await this.#guard(image);
      }
      return ids;
    } catch (error) {
      const {signal} = this.#tools;
      // Nobody else is going to.
      for (const id of ids) if (!signal.aborted) await deleteImage(engine, id, {noPrune: true, signal}).catch(() => {});
      throw error;
    }
  }

  /** A cache is published like an image, and read by more people (hardening S2). Throws SecretLeaked. */
  async #guard(image: ImageDetails): Promise<void> {
    const {log, signal} = this.#tools;
    const secrets = this.#tools.secrets();
    if (secrets.length === 0) return;
    const {engine, origin} = this.#cache.job;
    const {guardImage} = await import('./leak-guard.ts');
    const entries = await readHistory(engine, image, signal);
    const how = {secrets, guard: origin.layers.leakGuard, added: new Map<string, string>(), push: true};
    await guardImage(engine, {obtained: {image}, entries}, {...how, log: silenced(log), signal});
  }

  async #write(): Promise<Layers> {
    const {engine, builder} = this.#cache.job;
    const {log, makeTemporary, onSecret, signal} = this.#tools;
    const started = performance.now();
    const images = await this.#makeImages();
    const {path: temp, remove} = makeTemporary();
    this.#remove = remove;
    const path = join(temp, DIRECTORY);
    const store = new BlobStore(await makeLayout(path));
    const older = this.#cache.found.flatMap(({layers}) => layers ?? []);
    const sizeElsewhere = async (digest: Digest) =>
      older.map(({blobs}) => blobs.get(digest)).find((size) => size !== undefined);
    const form = builder === 'classic' ? 'images' : 'buildkit';
    await using relay = await startRelay({store, sizeElsewhere, onBlob: () => {}});
    onSecret(relay.password);
    const tools = {...this.#tools, log: silenced(log)};
    const road = await findRoad(engine, relay, signal);
    const manifests: Manifest[] = [];
    for (const [at, id] of images.entries()) {
      const to = road && {relay, host: road.host, slot: `c${at}`, title: 'layers'};
      const pushed = to && (await pushToRelay(engine, id, to, tools));
      manifests.push(pushed?.top ?? (await this.#export(id, {store, temp, signal})));
    }
    const layers = await writeLayers(path, manifests as [Manifest, ...Manifest[]], {store, older, form});
    const seconds = (performance.now() - started) / 1000;
    log.info(
      `Cache: kept ${count(manifests.length, 'image')} with layers, ${formatBytes(layers.size)}, in ${formatDuration(seconds)}`,
    );
    return layers;
  }

  /** From an engine that does not get here; then nobody else has the image either. */
  async #export(id: string, tools: Pick<ArchivePushTools, 'store' | 'temp' | 'signal'>): Promise<Manifest> {
    const {engine} = this.#cache.job;
    const {takeFromArchive} = await import('./archive-push.ts');
    const manifest = await takeFromArchive(engine, id, undefined, {...tools, onBlob: () => {}});
    await deleteImage(engine, id, {noPrune: true, signal: tools.signal});
    return manifest;
  }
}

function unworthy(notes: Pick<EntryNotes, 'bytes' | 'rate' | 'seconds'>): string {
  const restoring = formatDuration(restoreSeconds(notes));
  return `restoring ${formatBytes(notes.bytes)} would take about ${restoring}, and the build takes ${formatDuration(notes.seconds)} without`;
}
