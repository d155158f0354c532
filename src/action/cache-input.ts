/**
 * Inputs `cache-from` and `cache-to`, in the words of buildx. Caches in images by name alone stay references, which every
 * builder knows; the others are for BuildKit. What the runner knows of its cache service is filled in (moby/buildkit
 * cache/remotecache/gha; docker/actions-toolkit src/buildx/inputs.ts).
 */
import {resolve} from 'node:path';
import {CACHE_TYPES, type Cache} from '../pipeline/control-inputs.ts';
import {InvalidInput} from '../pipeline/errors.ts';
import type {LayerInputs} from '../pipeline/layer-inputs.ts';
import {formatReference, type Reference} from '../registry/reference.ts';
import type {Log} from '../report/log.ts';
import {readSaving, type Saving} from './cache-saving.ts';
import type {InputSource, RawInputs} from './raw-inputs.ts';
import {readReference} from './reference-input.ts';
import {type CacheEntry, parseCacheEntry, parseSize, readVariable} from './units.ts';

export interface Caches {
  /** Images to take the cache from. */
  readonly from: readonly Reference[];
  /** Others to take it from. */
  readonly othersFrom: readonly Cache[];
  readonly to: readonly Cache[];
  readonly layers: Omit<LayerInputs, 'leakGuard'>;
}

type Direction = 'cache-from' | 'cache-to';
type Surroundings = Pick<InputSource, 'env' | 'log' | 'onSecret'> & {readonly workspace: string};

/** Throws InvalidInput. What cannot be used here, and only saves time, is a warning. */
export function readCaches(
  raw: Pick<RawInputs, Direction | 'cache-save' | 'cache-max-size'>,
  around: Surroundings,
): Caches {
  const saving = readSaving(raw, around.env);
  const from = entriesOf('cache-from', raw['cache-from']);
  const isPlain = (entry: CacheEntry) => entry.kind === 'registry' && [...usefulFor('cache-from', entry)].length === 0;
  return {
    from: from.flatMap((entry) =>
      entry.kind === 'registry' && isPlain(entry) ? [readReference('cache-from', entry.reference)] : [],
    ),
    othersFrom: from.filter((entry) => !isPlain(entry)).flatMap((entry) => readCache('cache-from', entry, around)),
    to: saved(entriesOf('cache-to', raw['cache-to']), saving, around.log).flatMap((entry) =>
      readCache('cache-to', entry, around),
    ),
    layers: {unsaved: saving.carried, maxBytes: parseSize('cache-max-size', raw['cache-max-size'] || '2g')},
  };
}

function saved(entries: readonly CacheEntry[], {native}: Saving, log: Log): readonly CacheEntry[] {
  const kept = entries.filter((entry) => native === undefined || entry.kind === 'registry' || entry.type !== 'gha');
  if (kept.length < entries.length) log.info(`Cache: nothing is saved in the cache of GitHub Actions: ${native}`);
  return kept;
}

function entriesOf(input: Direction, items: readonly string[]): readonly CacheEntry[] {
  return items.flatMap((item) => parseCacheEntry(input, item));
}

/** What an entry says beside its name; `mode` has a meaning for writing only, and people give it for both. */
function usefulFor(input: Direction, {attributes}: CacheEntry): ReadonlyMap<string, string> {
  return input === 'cache-to' ? attributes : new Map([...attributes].filter(([key]) => key !== 'mode'));
}

function readCache(input: Direction, entry: CacheEntry, around: Surroundings): readonly Cache[] {
  const type = CACHE_TYPES.find((known) => known === (entry.kind === 'registry' ? 'registry' : entry.type));
  if (type === undefined) {
    const given = entry.kind === 'registry' ? 'registry' : entry.type;
    throw new InvalidInput(input, `there is no type "${given}" of caches`, `use ${CACHE_TYPES.join(', ')}`);
  }
  const given = usefulFor(input, entry);
  const mode = given.get('mode');
  if (mode !== undefined && mode !== 'min' && mode !== 'max')
    throw new InvalidInput(input, `type=${type} has the mode "${mode}"`, 'write mode=min or mode=max');
  for (const key of SECRET_KEYS) if (given.has(key)) around.onSecret(given.get(key) ?? '');
  switch (type) {
    case 'registry': {
      const reference = entry.kind === 'registry' ? entry.reference : '';
      return [{type, attributes: careful(input, new Map([['ref', nameOf(input, reference)], ...given]))}];
    }
    case 'gha':
      return readGha(input, given, around).map((attributes) => ({type, attributes: careful(input, attributes)}));
    case 'local':
      return [{type, attributes: careful(input, readLocal(input, given, around.workspace))}];
    case 'inline':
      return [{type, attributes: given}];
    case 's3':
    case 'azblob':
      return [{type, attributes: careful(input, given)}];
    default:
      return type satisfies never;
  }
}

const SECRET_KEYS = ['token', 'ghtoken', 'secret_access_key', 'session_token', 'account_key'];

/** A cache that cannot be written is no reason for a build to fail; who wants that says so. */
function careful(input: Direction, attributes: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return input === 'cache-to' ? new Map([['ignore-error', 'true'], ...attributes]) : attributes;
}

function nameOf(input: Direction, text: string): string {
  return formatReference(readReference(input, text));
}

/** Undefined attributes are those of the runner, which gives them to actions and to no other step. */
function readGha(
  input: Direction,
  given: ReadonlyMap<string, string>,
  {env, log, onSecret}: Surroundings,
): readonly ReadonlyMap<string, string>[] {
  const token = given.get('token') || env['ACTIONS_RUNTIME_TOKEN'] || '';
  const isNew = given.has('version')
    ? given.get('version') === '2'
    : readVariable('ACTIONS_CACHE_SERVICE_V2', env, false);
  const address = isNew
    ? {key: 'url_v2', variable: 'ACTIONS_RESULTS_URL'}
    : {key: 'url', variable: 'ACTIONS_CACHE_URL'};
  const url = given.get(address.key) || env[address.variable] || '';
  if (token !== '') onSecret(token);
  const lacking = [...(isToken(token) ? [] : ['ACTIONS_RUNTIME_TOKEN']), ...(url === '' ? [address.variable] : [])];
  if (lacking.length > 0) {
    log.warning(
      `input ${input}: type=gha has no effect here, as the cache service of the runner is not known (${lacking.join(', ')}); the build goes on without`,
    );
    return [];
  }
  return [new Map([...given, ['token', token], [address.key, url], ['version', isNew ? '2' : '1']])];
}

/**
 * BuildKit reads these claims of a JWT, and fails the whole build over a token without them
 * (tonistiigi/go-actions-cache, `New`).
 */
function isToken(token: string): boolean {
  const parts = token.split('.');
  if (parts.length !== 3 || parts.some((part) => !/^[\w-]+$/.test(part) || part.length % 4 === 1)) return false;
  try {
    const claims: unknown = JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8'));
    const {ac, exp, nbf} = claims as Readonly<Record<string, unknown>>;
    return typeof exp === 'number' && typeof nbf === 'number' && Array.isArray(JSON.parse(String(ac)));
  } catch {
    return false;
  }
}

function readLocal(
  input: Direction,
  given: ReadonlyMap<string, string>,
  workspace: string,
): ReadonlyMap<string, string> {
  const key = input === 'cache-to' ? 'dest' : 'src';
  const path = given.get(key) ?? '';
  if (path === '') throw new InvalidInput(input, `type=local has no ${key}`, `say with ${key}= which directory`);
  return new Map([...given, [key, resolve(workspace, path)]]);
}
