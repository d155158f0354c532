/**
 * How credential stores name a registry: `ghcr.io`, `https://index.docker.io/v1/`, `localhost:5000`, and the scoped
 * forms `host/repository` and `host/repository@push` written by docker/login-action's `scope` and by Podman.
 * docker CLI cli/config/credentials (host comparison), buildx util/authutil (scopes).
 */

import {DOCKER_HUB} from './reference.ts';

export type RegistryAction = 'pull' | 'push';

export interface ServerKey {
  /** Lower case, with port; every alias of Docker Hub is `docker.io`. */
  readonly host: string;
  /** Repository or a leading part of it; empty for the whole registry. */
  readonly scope: string;
  /** What the entry may be used for; undefined for anything. */
  readonly actions: readonly string[] | undefined;
}

/** What an entry is wanted for. Without `repository` only entries for the whole registry are found. */
export interface Need {
  readonly registry: string;
  readonly repository?: string;
  readonly action?: RegistryAction;
}

const HUB_KEY = 'https://index.docker.io/v1/';
const HUB_ALIASES: ReadonlySet<string> = new Set([
  DOCKER_HUB,
  'index.docker.io',
  'registry-1.docker.io',
  'registry.hub.docker.com',
]);

/** `registry` in lower case, with Docker Hub's aliases made one: two spellings of a registry compare equal by it. */
export function canonicalRegistry(registry: string): string {
  const host = registry.toLowerCase();
  return HUB_ALIASES.has(host) ? DOCKER_HUB : host;
}

/**
 * The name engines and credential helpers know the registry by: `X-Registry-Config` entries of Docker Hub are only
 * found under its v1 address, all others under host and port.
 */
export function credentialKey(registry: string): string {
  const host = canonicalRegistry(registry);
  return host === DOCKER_HUB ? HUB_KEY : host;
}

export function parseServerKey(key: string): ServerKey {
  const scheme = /^https?:\/\//i.exec(key.trim())?.[0] ?? '';
  const [place = '', actions] = key.trim().slice(scheme.length).split('@', 2);
  const slash = place.indexOf('/');
  const path = slash < 0 ? '' : place.slice(slash + 1).replace(/\/+$/, '');
  // An address with scheme or API version is how old clients wrote a whole registry; its path is no repository.
  const scope = scheme !== '' || path === 'v1' || path === 'v2' ? '' : path;
  return {
    host: canonicalRegistry(slash < 0 ? place : place.slice(0, slash)),
    scope,
    actions: actions === undefined ? undefined : actions.split(','),
  };
}

/** Of `keys`, those that serve the need, the most specific first: longest scope, then those made for the action. */
export function matchingKeys(keys: Iterable<string>, need: Need): readonly string[] {
  return [...keys]
    .map((key) => ({key, parsed: parseServerKey(key)}))
    .filter(({parsed}) => serves(parsed, need))
    .sort((a, b) => specificity(b.parsed) - specificity(a.parsed))
    .map(({key}) => key);
}

function specificity({scope, actions}: ServerKey): number {
  return 2 * scope.length + (actions === undefined ? 0 : 1);
}

function serves({host, scope, actions}: ServerKey, {registry, repository, action = 'pull'}: Need): boolean {
  if (host !== canonicalRegistry(registry)) return false;
  if (actions !== undefined && !actions.includes(action)) return false;
  if (scope === '') return true;
  if (repository === undefined) return false;
  const official = host === DOCKER_HUB && repository === `library/${scope}`;
  return official || repository === scope || repository.startsWith(`${scope}/`);
}
