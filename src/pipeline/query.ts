/** The read-only modes: what images an engine has, and what a registry's search finds. */
import type {Engine} from '../engine/facts.ts';
import type {Filters, LIST_FILTERS, SEARCH_FILTERS} from '../engine/filters.ts';
import {type ImageSummary, list} from '../engine/list.ts';
import {search} from '../engine/search.ts';
import type {CredentialSource} from '../registry/credential-source.ts';
import {formatPlatform} from '../registry/platform.ts';
import {DOCKER_HUB} from '../registry/reference.ts';
import type {Log} from '../report/log.ts';
import {count, formatBytes} from '../report/units.ts';

export type Query =
  | {
      readonly kind: 'list';
      readonly filters: Filters<(typeof LIST_FILTERS)[number]>;
      readonly all: boolean;
      readonly sharedSize: boolean;
      readonly digests: boolean;
      readonly manifests: boolean;
    }
  | {
      readonly kind: 'search';
      /** `word`, or `host[:port]/word`. */
      readonly term: string;
      readonly limit: number | undefined;
      readonly filters: Filters<(typeof SEARCH_FILTERS)[number]>;
    };

export interface QueryTools {
  readonly credentials: CredentialSource;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** JSON of an array. Sizes are bytes, times RFC 3339; what the engine does not tell is left out. Throws EngineError. */
export async function answerQuery(engine: Engine, query: Query, tools: QueryTools): Promise<string> {
  return JSON.stringify(query.kind === 'list' ? await images(engine, query, tools) : await found(engine, query, tools));
}

async function images(
  engine: Engine,
  query: Query & {kind: 'list'},
  {log, signal}: QueryTools,
): Promise<readonly object[]> {
  const listed = await list(engine, {...query, signal});
  const total = listed.reduce((sum, {size}) => sum + size, 0);
  log.info(`${count(listed.length, 'image')}, ${formatBytes(total)} if nothing is shared`);
  for (const {names, id, size} of listed.slice(0, SHOWN)) log.info(`  ${names.join(', ') || id}  ${formatBytes(size)}`);
  if (listed.length > SHOWN) log.info(`  and ${listed.length - SHOWN} more, in the output images`);
  return listed.map(toJson);
}

/** Lines in the log. */
const SHOWN = 50;

function toJson({created, labels, manifests, ...image}: ImageSummary): object {
  return {
    ...image,
    created: new Date(created * 1000).toISOString(),
    labels: Object.fromEntries(labels),
    ...(manifests.length > 0 && {
      manifests: manifests.map(({platform, ...manifest}) => ({
        ...manifest,
        ...(platform && {platform: formatPlatform(platform)}),
      })),
    }),
  };
}

async function found(
  engine: Engine,
  {term, limit, filters}: Query & {kind: 'search'},
  {credentials, log, signal}: QueryTools,
): Promise<readonly object[]> {
  const registry = registryOf(term);
  const registryAuth = await credentials.authHeader({registry, action: 'pull'});
  // Podman looks for a word alone in the registries of its configuration, of which there may be none.
  const asked = engine.facts.product === 'podman' && !hasRegistry(term) ? `${registry}/${term}` : term;
  const results = await search(engine, asked, {limit, filters, registryAuth, signal});
  log.info(`${registry} knows ${count(results.length, 'repository', 'repositories')} for "${term}"`);
  for (const {name, stars, description} of results.slice(0, SHOWN))
    log.info(`  ${name}  ${count(stars, 'star')}  ${description}`);
  return results;
}

export function registryOf(term: string): string {
  return hasRegistry(term) ? (term.split('/')[0] ?? '') : DOCKER_HUB;
}

/** As engines tell a host from a word. */
function hasRegistry(term: string): boolean {
  const [first = '', ...rest] = term.split('/');
  return rest.length > 0 && (first === 'localhost' || /[.:]/.test(first));
}
