/**
 * The images a build starts from, and the credentials for them: a builder may be given those of the registries in use
 * and no others (hardening S8).
 */
import {findBases} from '../context/bases.ts';
import type {CredentialSource, FoundCredential} from '../registry/credential-source.ts';
import {isLoopbackRegistry} from '../registry/origin.ts';
import {InvalidReference, parseReference, type Reference} from '../registry/reference.ts';

export interface BaseImages {
  readonly all: readonly Reference[];
  /** The one that decides the platform of the result. */
  readonly ofTarget: Reference | undefined;
}

export function readBaseImages(
  dockerfile: string,
  buildArgs: ReadonlyMap<string, string>,
  target: string | undefined,
): BaseImages {
  const {all, ofTarget} = findBases(dockerfile, buildArgs, target);
  return {
    all: all.map(tryParse).filter((base) => base !== undefined),
    ofTarget: ofTarget === undefined ? undefined : tryParse(ofTarget),
  };
}

/** The engine will say what is wrong with a FROM, with its line. */
function tryParse(name: string): Reference | undefined {
  try {
    return parseReference(name);
  } catch (error) {
    if (error instanceof InvalidReference) return undefined;
    throw error;
  }
}

/** Value of X-Registry-Config for these bases; undefined when they need no account. */
export function registryConfigFor(bases: BaseImages, credentials: CredentialSource): Promise<string | undefined> {
  return credentials.configHeader(bases.all.map(({registry, path}) => ({registry, repository: path, action: 'pull'})));
}

/**
 * The credential for a registry of which the builder names only the host: one that is limited to a repository serves
 * when a base lies there.
 */
export async function credentialForHost(
  registry: string,
  bases: BaseImages,
  credentials: CredentialSource,
): Promise<FoundCredential | undefined> {
  for (const {path} of bases.all.filter((base) => base.registry === registry)) {
    const found = await credentials.find({registry, repository: path, action: 'pull'});
    if (found !== undefined) return found;
  }
  return credentials.find({registry, action: 'pull'});
}

/** True when every base comes from a registry of this machine, which Podman is then told to speak plain http to. */
export function areAllOnLoopback({all}: BaseImages): boolean {
  return all.length > 0 && all.every(({registry}) => isLoopbackRegistry(registry));
}
