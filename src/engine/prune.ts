/** `POST /images/prune` and `POST /build/prune` (Engine API v1.51 "ImagePrune", "BuildPrune"). */
import {type Removal, readRemovals} from './delete.ts';
import type {Engine} from './facts.ts';
import {compareApi} from './facts.ts';
import {type BUILD_PRUNE_FILTERS, encodeFilters, type Filters, type PRUNE_FILTERS} from './filters.ts';
import {amountOf, asObject, own, textsOf} from './json.ts';
import {admit} from './parameters.ts';

/** Deleting gigabytes takes an engine minutes. */
const LIMIT_MS = 30 * 60_000;

export interface PruneOptions {
  /**
   * `dangling` is `true` by default: images without a name. `false` is every image that no container uses, of
   * everybody on this engine.
   */
  readonly filters?: Filters<(typeof PRUNE_FILTERS)[number]>;
  readonly signal: AbortSignal;
}

export interface Pruned {
  readonly removals: readonly Removal[];
  /** Bytes. */
  readonly reclaimed: number;
}

/** Throws EngineError, 409 while another prune runs. */
export async function prune(engine: Engine, options: PruneOptions): Promise<Pruned> {
  const {filters, signal} = options;
  const endpoint = 'POST /images/prune';
  const unused = filters?.dangling?.some((value) => /^(?:0|f|false)$/i.test(value));
  admit(engine, endpoint, {'dangling=false': unused || undefined, 'filter label!': filters?.['label!']});
  const {json} = await engine.transport.json({
    method: 'POST',
    path: '/images/prune',
    endpoint,
    query: {filters: encodeFilters(filters)},
    limitMs: LIMIT_MS,
    signal,
  });
  return {
    removals: readRemovals(own(asObject(json), 'ImagesDeleted')),
    reclaimed: amountOf(own(asObject(json), 'SpaceReclaimed')) ?? 0,
  };
}

export interface BuildPruneOptions {
  /** Bytes of cache to keep; the old name of `reservedSpace`, deprecated since API 1.48. */
  readonly keepStorage?: number | undefined;
  /** Bytes of cache to keep in any case. Sent under its old name to engines before API 1.48. */
  readonly reservedSpace?: number | undefined;
  /** Most bytes of cache to keep. Since API 1.48. */
  readonly maxUsedSpace?: number | undefined;
  /** Bytes of the disk that should be free afterwards; nothing is removed where they are. Since API 1.48. */
  readonly minFreeSpace?: number | undefined;
  /** Also what images share, and what the builder keeps for itself, such as frontend images; default false. */
  readonly all?: boolean;
  /**
   * Every key must hold. `description` is the whole of it. `until` counts in whole seconds since the last use. `inuse`, `shared` and `private` are `true`
   * or `false`; what is in use is never removed.
   */
  readonly filters?: Filters<(typeof BUILD_PRUNE_FILTERS)[number]>;
  readonly signal: AbortSignal;
}

export interface BuildPruned {
  /** Ids of the records that are gone. */
  readonly records: readonly string[];
  /** Bytes; the containerd store counts blobs and unpacked files. */
  readonly reclaimed: number;
}

/** BuildKit's cache only: what the classic builder keeps are images. Throws EngineError. */
export async function pruneBuildCache(engine: Engine, options: BuildPruneOptions): Promise<BuildPruned> {
  const {keepStorage, reservedSpace, maxUsedSpace, minFreeSpace, all, filters, signal} = options;
  const endpoint = 'POST /build/prune';
  const number = (value: number | undefined) => (value === undefined ? undefined : String(value));
  const renamed = compareApi(engine.facts.apiVersion, '1.48') >= 0;
  const query = {
    'keep-storage': number(renamed ? keepStorage : (keepStorage ?? reservedSpace)),
    'reserved-space': renamed ? number(reservedSpace) : undefined,
    // With a minimum alone, engines take a disk that has it for a reason to remove everything.
    'max-used-space': number(maxUsedSpace ?? (minFreeSpace === undefined ? undefined : Number.MAX_SAFE_INTEGER)),
    'min-free-space': number(minFreeSpace),
    all: all ? '1' : undefined,
    filters: filters && cacheFilters(filters),
  };
  admit(engine, endpoint, {
    ...query,
    'max-used-space': maxUsedSpace,
    'filter parent': filters?.parent,
    'filter description': filters?.description,
  });
  const {json} = await engine.transport.json({
    method: 'POST',
    path: '/build/prune',
    endpoint,
    query,
    limitMs: LIMIT_MS,
    signal,
  });
  return {
    records: textsOf(own(asObject(json), 'CachesDeleted')),
    reclaimed: amountOf(own(asObject(json), 'SpaceReclaimed')) ?? 0,
  };
}

/**
 * BuildKit asks whether a record has the fields `inuse`, `shared` and `private` at all, so that `shared=true` matches
 * nothing: the engine makes the right question of a key without a value (moby builder/builder-next/builder.go).
 */
function cacheFilters(filters: NonNullable<BuildPruneOptions['filters']>): string | undefined {
  const {inuse, shared, private: own, description, ...plain} = filters;
  const isNo = (values: readonly string[]) => values.some((value) => /^(?:0|f|false)$/i.test(value));
  const asked: Record<string, readonly string[]> = {};
  // It becomes part of an expression, where blanks end a value.
  if (description) asked['description'] = description.map((value) => JSON.stringify(value));
  if (inuse && !isNo(inuse)) asked['inuse'] = [];
  if (shared) asked[isNo(shared) ? 'private' : 'shared'] = [];
  if (own) asked[isNo(own) ? 'shared' : 'private'] = [];
  const others = Object.entries(plain).filter(([, values]) => values !== undefined && values.length > 0);
  const all = {...Object.fromEntries(others), ...asked};
  return Object.keys(all).length === 0 ? undefined : JSON.stringify(all);
}
