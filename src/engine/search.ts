/**
 * `GET /images/search` (Engine API v1.51 "ImageSearch"): asks Docker Hub, or the registry that begins the term, by the
 * old search protocol (`/v1/search`). GitHub's, Amazon's, Google's and Azure's registries do not answer it. Podman asks
 * by its own rules, and only registries with TLS.
 */
import type {Engine} from './facts.ts';
import {encodeFilters, type Filters, type SEARCH_FILTERS} from './filters.ts';
import {amountOf, asObject, itemsOf, own, textOf} from './json.ts';
import {admit} from './parameters.ts';

export interface SearchResult {
  /** Repository; without its registry where the registry leaves it out. Podman adds it. */
  readonly name: string;
  readonly description: string;
  readonly stars: number;
  readonly official: boolean;
  /** Always false from API 1.45 on. */
  readonly automated: boolean;
}

export interface SearchOptions {
  /** 1 to 100, which Podman does not check; engines take 25 when it is left out. */
  readonly limit?: number | undefined;
  readonly filters?: Filters<(typeof SEARCH_FILTERS)[number]>;
  /** The whole X-Registry-Auth value; anonymous is `e30=`. Podman does not pass it on. */
  readonly registryAuth: string;
  readonly signal: AbortSignal;
}

const ENDPOINT = 'GET /images/search';
const LIMIT_MS = 60_000;
/** `{}`, encoded. */
const ANONYMOUS = 'e30=';

/** `term` is a word, or `host[:port]/word`. Unsorted. Throws EngineError. */
export async function search(engine: Engine, term: string, options: SearchOptions): Promise<readonly SearchResult[]> {
  const {limit, filters, registryAuth, signal} = options;
  const account = registryAuth === ANONYMOUS ? undefined : registryAuth;
  admit(engine, ENDPOINT, {'is-automated': filters?.['is-automated'], 'X-Registry-Auth': account}, term);
  const {json} = await engine.transport.json({
    method: 'GET',
    path: '/images/search',
    endpoint: ENDPOINT,
    subject: term,
    query: {term, limit: limit === undefined ? undefined : String(limit), filters: encodeFilters(filters)},
    headers: {'x-registry-auth': registryAuth},
    limitMs: LIMIT_MS,
    signal,
  });
  return itemsOf(json).map((item) => {
    const found = asObject(item);
    return {
      name: textOf(own(found, 'name')) || textOf(own(found, 'Name')),
      description: textOf(own(found, 'description')) || textOf(own(found, 'Description')),
      stars: amountOf(own(found, 'star_count')) ?? amountOf(own(found, 'Stars')) ?? 0,
      official: own(found, 'is_official') === true,
      automated: own(found, 'is_automated') === true,
    };
  });
}
