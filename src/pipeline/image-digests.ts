/**
 * What the images that a build takes from are right now: their digests in the registries, and for those that are in none
 * their ids in the engine.
 */

import type {RegistryClient} from '../registry/client.ts';
import {RegistryError} from '../registry/errors.ts';
import {findManifest} from '../registry/manifest.ts';
import {formatFamiliar, parseReference, withDefaultTag} from '../registry/reference.ts';
import {NotReusable} from './errors.ts';

export interface ImageDigests {
  readonly images: ReadonlyMap<string, string>;
  /** Registries have all of them, so that a build that asks there takes exactly these. */
  readonly arePublished: boolean;
}

export interface DigestTools {
  readonly client: RegistryClient;
  /** Of an image that the engine has; undefined where it has none of the name, or there is no engine. */
  readonly idInEngine: (name: string) => Promise<string | undefined>;
  readonly signal: AbortSignal;
}

/** Throws NotReusable for one that is nowhere. */
export async function findDigests(names: readonly string[], tools: DigestTools): Promise<ImageDigests> {
  const published = new Map<string, string | undefined>();
  await Promise.all(names.map(async (name) => published.set(name, await digestInRegistry(name, tools))));
  const arePublished = [...published.values()].every((digest) => digest !== undefined);
  const images = new Map<string, string>();
  for (const name of names) {
    // A build that may not ask a registry for all of them takes what the engine has, or else what the registry has.
    const id = arePublished ? undefined : await tools.idInEngine(name);
    const digest = published.get(name);
    if (id === undefined && digest === undefined)
      throw new NotReusable(`${name} is in no registry that answers from here, and not in the engine either`);
    images.set(name, [digest, id].filter((it) => it !== undefined).join(' '));
  }
  return {images, arePublished};
}

/** Undefined where it is not there, or cannot be seen from here. A name that is none is the builder's to refuse. */
async function digestInRegistry(name: string, {client, signal}: DigestTools): Promise<string | undefined> {
  const reference = referenceOf(name);
  if (reference.digest !== undefined) return reference.digest;
  if (!(await client.answers(reference.registry, {signal}))) return undefined;
  const limited = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
  try {
    return (await findManifest(client, reference, {signal: limited}))?.digest;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof RegistryError || limited.aborted) return undefined;
    throw error;
  }
}

const LIMIT_MS = 15_000;

function referenceOf(name: string) {
  try {
    return withDefaultTag(parseReference(name));
  } catch {
    throw new NotReusable(`"${name}" is no name of an image`);
  }
}

/** The name by which an engine knows it. */
export function nameInEngine(name: string): string {
  return formatFamiliar(referenceOf(name));
}
