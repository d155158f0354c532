/**
 * Caches that an engine cannot read or write itself, carried by us (docs/decisions/0015-caches.md): layers in a directory,
 * which the engine reads from a registry on this machine, and pushes into another. No fault of a cache fails a build.
 */
import {join} from 'node:path';
import {type EntryPlace, entryPrefixes} from '../cache/entry-key.ts';
import {DIRECTORY, type Restored} from '../cache/entry-store.ts';
import {type LayerRegistry, startLayerRegistry, TAG} from '../cache/layer-registry.ts';
import {DamagedLayers, type Layers, openLayers} from '../cache/layers.ts';
import type {Builder} from '../engine/build.ts';
import type {Engine} from '../engine/facts.ts';
import {parseReference, type Reference} from '../registry/reference.ts';
import {formatBytes, formatDuration} from '../report/units.ts';
import type {Cache} from './control-inputs.ts';
import {describeError} from './explain.ts';
import type {KeptLayers} from './kept-layers.ts';
import type {CarriedCaches} from './layer-inputs.ts';
import {placeOfLayers} from './layer-key.ts';
import type {OpenedContext} from './open-context.ts';
import type {BuildOrigin} from './origin.ts';
import {findRoad, release} from './relay-push.ts';
import type {RunTools} from './run-inputs.ts';

export interface LayerJob {
  readonly engine: Engine;
  readonly builder: Builder;
  readonly carried: CarriedCaches;
  readonly origin: BuildOrigin;
  readonly place: OpenedContext;
  readonly kept: KeptLayers;
}

export type LayerTools = Pick<
  RunTools,
  'log' | 'clock' | 'random' | 'signal' | 'noteName' | 'makeTemporary' | 'onSecret' | 'client' | 'entries' | 'secrets'
> & {readonly workspace: string};

/** A cache that was looked for. */
export interface Found {
  readonly cache: Cache;
  /** Of `type=gha`. */
  readonly entry: Restored | undefined;
  readonly layers: Layers | undefined;
}

export class LayerCache implements AsyncDisposable {
  readonly job: LayerJob;
  readonly tools: LayerTools;
  readonly #found: Found[] = [];
  readonly #names: Reference[] = [];
  readonly #cleaning = new AsyncDisposableStack();
  #isNear = true;

  private constructor(job: LayerJob, tools: LayerTools) {
    this.job = job;
    this.tools = tools;
  }

  /** Brings what can be had. Throws only the reason of the signal. */
  static async open(job: LayerJob, tools: LayerTools): Promise<LayerCache> {
    const cache = new LayerCache(job, tools);
    try {
      // A build that uses no cache can still leave one.
      if (job.carried.from.length > 0 && !job.origin.noCache) await cache.#restore();
    } catch (error) {
      await cache[Symbol.asyncDispose]();
      throw error;
    }
    return cache;
  }

  /** For `cachefrom` of the build. */
  get references(): readonly Reference[] {
    return this.#names;
  }

  get found(): readonly Found[] {
    return this.#found;
  }

  /** False where the engine is known to be elsewhere. */
  get isNear(): boolean {
    return this.#isNear;
  }

  /** Where the layers belong, in a scope. */
  placeIn(cache: Cache): EntryPlace {
    const {engine, builder, origin, place} = this.job;
    const {workspace} = this.tools;
    const scope = cache.attributes.get('scope') || 'buildkit';
    return {...placeOfLayers({facts: engine.facts, builder, origin, place, workspace}), scope};
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const {engine, builder} = this.job;
    if (builder === 'classic' && !this.tools.signal.aborted)
      for (const {registry, path} of this.#names.splice(0))
        await release(engine, {repository: `${registry}/${path}`, tag: TAG}, this.tools);
    await this.#cleaning.disposeAsync();
  }

  async #restore(): Promise<void> {
    const {engine} = this.job;
    const {log, signal, onSecret} = this.tools;
    const registry = this.#cleaning.use(await startLayerRegistry());
    onSecret(registry.nonce);
    const road = await findRoad(engine, registry, signal);
    this.#isNear = road !== undefined;
    if (road === undefined) {
      log.warning(
        'input cache-from: the engine does not reach this machine, so layers that are kept here are of no use to it; the build goes on without',
      );
      return;
    }
    const {carried} = this.job;
    for (const found of await Promise.all(carried.from.map((cache) => this.#find(cache)))) {
      const at = this.#found.push(found);
      if (found.layers !== undefined) this.#serve(found.layers, `c${at}`, {registry, host: road.host});
    }
  }

  async #find(cache: Cache): Promise<Found> {
    if (cache.type === 'gha') return this.#findEntry(cache);
    const path = cache.attributes.get('src') ?? '';
    const layers = await this.#read(path, path);
    if (layers === undefined) this.tools.log.info(`Cache: there are no layers in ${path} yet`);
    return {cache, entry: undefined, layers: layers === 'damaged' ? undefined : layers};
  }

  async #findEntry(cache: Cache): Promise<Found> {
    const {entries, log, makeTemporary, signal} = this.tools;
    const temporary = makeTemporary();
    this.#cleaning.defer(temporary.remove);
    const entry = await entries.restore(entryPrefixes(this.placeIn(cache)), temporary.path, cache.attributes, signal);
    const layers = entry.kind === 'restored' ? await this.#read(join(temporary.path, DIRECTORY), entry.key) : undefined;
    if (layers === 'damaged') return {cache, entry: {kind: 'failed', reason: 'damaged'}, layers: undefined};
    const of = 'notes' in entry ? `a build of ${formatDuration(entry.notes.seconds)}` : '';
    switch (entry.kind) {
      case 'restored':
        if (layers !== undefined)
          log.info(
            `Cache: restored ${formatBytes(layers.size)} in ${formatDuration(entry.seconds)}, the layers of ${of}`,
          );
        break;
      case 'none':
        log.info('Cache: nothing is saved for this build yet');
        break;
      case 'unworthy':
        log.info(`Cache: not restored, as ${formatBytes(entry.notes.bytes)} would take longer than ${of}`);
        break;
      case 'slow':
        log.info(`Cache: given up, as ${formatBytes(entry.notes.bytes)} took longer than ${of}`);
        break;
      case 'failed':
        log.warning(
          `input cache-from: type=gha: nothing could be restored: ${entry.reason}; the build goes on without`,
        );
        break;
      default:
        entry satisfies never;
    }
    return {cache, entry, layers};
  }

  /** Warns of what was damaged (hardening E7). */
  async #read(path: string, title: string): Promise<Layers | 'damaged' | undefined> {
    const {log, signal} = this.tools;
    try {
      return await openLayers(path, signal);
    } catch (error) {
      if (!(error instanceof DamagedLayers)) throw error;
      log.warning(`input cache-from: ${title} is not used, as it is damaged: ${describeError(error)}`);
      return 'damaged';
    }
  }

  /** BuildKit reads one cache; the classic builder pulls each image. */
  #serve(layers: Layers, slot: string, {registry, host}: {registry: LayerRegistry; host: string}): void {
    const manifests = this.job.builder === 'classic' ? layers.images : [layers.top];
    for (const [at, manifest] of manifests.entries()) {
      registry.add(`${slot}i${at}`, layers, manifest);
      this.#names.push(parseReference(`${host}/${registry.repository(`${slot}i${at}`)}:${TAG}`));
    }
  }
}
