/**
 * The `filters` parameter: a JSON map from a key to the values wanted. Which keys an operation knows is listed here,
 * from the Engine API v1.51; an engine refuses an unknown key with 400.
 */

/** Keys of `GET /images/json`; `until` on engines from 25.0 on, `label!` with the containerd store and Podman only. */
export const LIST_FILTERS = ['before', 'dangling', 'label', 'label!', 'reference', 'since', 'until'] as const;
/** Keys of `POST /images/prune`; Podman takes no notice of `label!`. */
export const PRUNE_FILTERS = ['dangling', 'label', 'label!', 'until'] as const;
/** Keys of `POST /build/prune`, each with one value at most. `id` is part of an id; `parent` matches nothing. */
export const BUILD_PRUNE_FILTERS = [
  'description',
  'id',
  'inuse',
  'parent',
  'private',
  'shared',
  'type',
  'until',
] as const;
/** Keys of `GET /images/search`; `is-automated` finds nothing from API 1.45 on. */
export const SEARCH_FILTERS = ['is-automated', 'is-official', 'stars'] as const;

/** Values by key; every value of a key must hold, for `label` and `reference` as the engine combines them. */
export type Filters<Key extends string> = Readonly<Partial<Record<Key, readonly string[]>>>;

/** Undefined for no filter, which leaves the parameter out. */
export function encodeFilters(filters: Filters<string> | undefined): string | undefined {
  const used = Object.entries(filters ?? {}).filter(([, values]) => values !== undefined && values.length > 0);
  return used.length === 0 ? undefined : JSON.stringify(Object.fromEntries(used));
}
