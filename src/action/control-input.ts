/** The inputs of a build that only BuildKit's Control API has words for. */
import type {ControlInputs} from '../pipeline/control-inputs.ts';
import {InvalidInput} from '../pipeline/errors.ts';
import type {Platform} from '../registry/platform.ts';
import type {Reference} from '../registry/reference.ts';
import {readAttestations} from './attestation-input.ts';
import type {Caches} from './cache-input.ts';
import {readChoice} from './choices.ts';
import {readNamedContexts} from './named-context-input.ts';
import type {InputSource, RawInputs} from './raw-inputs.ts';

interface ControlSurroundings {
  readonly workspace: string;
  readonly caches: Caches;
  readonly byDigest: readonly Reference[];
  readonly platforms: readonly Platform[];
}

/** Throws InvalidInput. */
export function readControl(
  raw: RawInputs,
  {env}: Pick<InputSource, 'env'>,
  {workspace, caches, byDigest, platforms}: ControlSurroundings,
): ControlInputs {
  return {
    engineApi: readChoice('engine-api', raw['engine-api'], ['auto', 'build', 'solve']),
    platforms,
    noCacheFilters: raw['no-cache-filters'].map((name) => name.toLowerCase()),
    contexts: readNamedContexts(raw['build-contexts'], {workspace, env}),
    cacheFrom: caches.othersFrom,
    cacheTo: caches.to,
    attestations: readAttestations(raw, env),
    allow: readAllow(raw),
    pushByDigest: byDigest,
  };
}

const ENTITLEMENTS = /^(?:network\.host|security\.insecure|device(?:=.+)?)$/;

/** Without what `network: host` grants anyway. */
function readAllow({allow, network}: RawInputs): readonly string[] {
  const odd = allow.find((name) => !ENTITLEMENTS.test(name));
  if (odd !== undefined)
    throw new InvalidInput('allow', `"${odd}" is no entitlement`, 'use network.host, security.insecure or device');
  return [...new Set(allow)].filter((name) => name !== 'network.host' || network !== 'host');
}
