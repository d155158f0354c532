/**
 * `GET /system/df` (Engine API v1.51 "SystemDataUsage"), for what it alone tells: the records of BuildKit's cache. Only
 * those are asked for from API 1.42 on; older engines, which know no `type`, add up all their images, too.
 */
import {compareApi, type Engine} from './facts.ts';
import {amountOf, asObject, itemsOf, own, textOf} from './json.ts';

export interface CacheRecord {
  readonly id: string;
  readonly description: string;
  /** `regular`, `source.local`, `exec.cachemount`, … */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly inUse: boolean;
  /** By the engine's clock, in a form that sorts as text; empty where it is not told. */
  readonly created: string;
}

const LIMIT_MS = 5 * 60_000;

/** Empty on an engine without BuildKit. Throws EngineError. */
export async function cacheRecords(engine: Engine, signal: AbortSignal): Promise<readonly CacheRecord[]> {
  if (!engine.facts.hasBuildKit) return [];
  const endpoint = 'GET /system/df';
  const query = {type: 'build-cache'};
  const {json} = await engine.transport.json({
    method: 'GET',
    path: '/system/df',
    endpoint,
    query,
    limitMs: LIMIT_MS,
    signal,
  });
  return itemsOf(own(asObject(json), 'BuildCache')).map((item) => {
    const record = asObject(item);
    return {
      id: textOf(own(record, 'ID')),
      description: textOf(own(record, 'Description')),
      type: textOf(own(record, 'Type')),
      size: amountOf(own(record, 'Size')) ?? 0,
      inUse: own(record, 'InUse') === true,
      created: sortable(textOf(own(record, 'CreatedAt'))),
    };
  });
}

/** Bytes; undefined for what the engine did not tell. */
export interface DiskUsage {
  /** Layers of all images, each counted once; with Podman as often as images share it. */
  readonly images: number | undefined;
  /** BuildKit's cache without what images share with it, and what of that nothing uses now. */
  readonly cache: number | undefined;
  readonly unusedCache: number | undefined;
}

/**
 * What fills the disk of the engine, as far as it tells within `limitMs`. The parts are asked for apart where an engine
 * takes them apart: the containerd store counts images slowly, and stumbles over those that go away meanwhile. Throws only
 * the reason of the signal.
 */
export async function diskUsage(
  engine: Engine,
  {limitMs, signal}: {readonly limitMs: number; readonly signal: AbortSignal},
): Promise<DiskUsage> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
  const ask = async (type: string) => {
    const call = {method: 'GET', path: '/system/df', endpoint: 'GET /system/df', limitMs, signal: limited} as const;
    try {
      return asObject((await engine.transport.json({...call, query: {type}})).json);
    } catch {
      signal.throwIfAborted();
      return undefined;
    }
  };
  // An older engine tells all at once, and refuses to be asked for it twice at the same time.
  const whole = compareApi(engine.facts.apiVersion, '1.42') < 0 ? ask('') : undefined;
  const [images, cache] = await Promise.all([whole ?? ask('image'), whole ?? ask('build-cache')]);
  const sum = (some: readonly object[]) => some.reduce((all, item) => all + (amountOf(own(item, 'Size')) ?? 0), 0);
  const records =
    cache &&
    itemsOf(own(cache, 'BuildCache'))
      .map(asObject)
      .filter((item) => own(item, 'Shared') !== true);
  return {
    images: images && (amountOf(own(images, 'LayersSize')) || sum(itemsOf(own(images, 'Images')).map(asObject))),
    cache: records && sum(records),
    unusedCache: records && sum(records.filter((item) => own(item, 'InUse') !== true)),
  };
}

/** Engines leave out zeros at the end of a fraction of a second. */
function sortable(time: string): string {
  return time.replace(/(?:\.(\d{1,9}))?Z$/, (_, fraction = '') => `.${fraction.padEnd(9, '0')}Z`);
}

/**
 * Copies of contexts that were sent as a tar. No later build can use them (each gets a random name), but BuildKit keeps
 * them until it prunes; newer engines unpack each into a second record.
 */
export function isContextCopy({description}: CacheRecord): boolean {
  return /^http url http:\/\/build-context-|^copy \/context \/$/.test(description);
}
