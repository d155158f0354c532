/**
 * `GET /system/df` (Engine API v1.51 "SystemDataUsage"), for what it alone tells: the records of BuildKit's cache. Only
 * those are asked for from API 1.42 on; older engines, which know no `type`, add up all their images, too.
 */
import type {Engine} from './facts.ts';
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

/** Bytes. */
export interface DiskUsage {
  /** Layers of all images, each counted once. */
  readonly images: number;
  /** BuildKit's cache, and what of it nothing uses now. */
  readonly cache: number;
  readonly unusedCache: number;
}

/** What fills the disk of the engine. Throws EngineError. */
export async function diskUsage(engine: Engine, signal: AbortSignal): Promise<DiskUsage> {
  const endpoint = 'GET /system/df';
  const {json} = await engine.transport.json({method: 'GET', path: '/system/df', endpoint, limitMs: LIMIT_MS, signal});
  const records = itemsOf(own(asObject(json), 'BuildCache')).map(asObject);
  const sum = (some: readonly object[]) => some.reduce((all, item) => all + (amountOf(own(item, 'Size')) ?? 0), 0);
  const images = itemsOf(own(asObject(json), 'Images')).map(asObject);
  return {
    // Podman does not add them up, so layers that images share count several times there.
    images: amountOf(own(asObject(json), 'LayersSize')) || sum(images),
    cache: sum(records),
    unusedCache: sum(records.filter((item) => own(item, 'InUse') !== true)),
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
