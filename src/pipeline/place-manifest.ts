/**
 * Puts a manifest or an index, with all that belongs to it, under its tags into any number of repositories, by our own
 * client and so with one digest everywhere. First all content in all repositories, by digest, so that nobody sees it yet;
 * then the tags; each is read back. What fails in one registry stops nothing in another but `latest`, which moves only after
 * all others.
 */
import type {RegistryClient} from '../registry/client.ts';
import {RegistryError} from '../registry/errors.ts';
import {findManifest, type Manifest, putManifest, readManifest} from '../registry/manifest.ts';
import {formatFamiliar, type Reference, type TaggedReference, uniqueRepositories} from '../registry/reference.ts';
import type {Clock} from '../registry/retry.ts';
import type {Log} from '../report/log.ts';
import {DigestMismatch, NotInRegistry, TagTaken, type Unpublished} from './errors.ts';
import {describeError} from './explain.ts';

/** What becomes of a tag that is there already; `latest` always moves. */
export type Overwrite = 'always' | 'same' | 'never';

export interface Placement {
  readonly manifest: Manifest;
  /** Puts everything that the manifest refers to into a repository. */
  readonly bring: (repository: Reference) => Promise<void>;
  readonly tags: readonly TaggedReference[];
  /** Repositories that get the content without a tag. */
  readonly untagged: readonly Reference[];
}

export interface PlaceTools {
  readonly client: RegistryClient;
  readonly overwrite: Overwrite;
  readonly log: Log;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

export interface Placed {
  readonly pushed: readonly TaggedReference[];
  /** Repositories that have the content, with a tag or not. */
  readonly repositories: readonly Reference[];
  readonly failed: readonly Unpublished[];
}

/** Throws nothing but the reason of the signal: what failed is told in the outcome. */
export async function placeManifest(placement: Placement, tools: PlaceTools): Promise<Placed> {
  const {tags, untagged} = placement;
  const failures = new Map<string, Unpublished>();
  const fail = (reference: Reference, cause: unknown) => {
    const name = formatFamiliar(reference);
    failures.set(name, {reference: name, reason: describeError(cause), cause});
  };
  const repositories = uniqueRepositories([...tags, ...untagged]);
  const there: Reference[] = [];
  await byRegistry(repositories, async (sameRegistry) => {
    // One after the other, so that later ones can take over what an earlier one has.
    for (const repository of sameRegistry) {
      const tagged = tags.filter((tag) => isIn(tag, repository));
      try {
        await bring(placement, repository, tools);
        there.push(repository);
      } catch (error) {
        tools.signal.throwIfAborted();
        for (const reference of tagged.length === 0 ? [repository] : tagged) fail(reference, error);
      }
    }
  });
  const pushed = new Set<TaggedReference>();
  const write = async (tag: TaggedReference) => {
    try {
      await writeTag(placement.manifest, tag, tools);
      pushed.add(tag);
    } catch (error) {
      tools.signal.throwIfAborted();
      fail(tag, error);
    }
  };
  const ready = tags.filter((tag) => there.some((repository) => isIn(tag, repository)));
  const {fixed = [], mutable = []} = Object.groupBy(ready, (tag) => (isMutable(tag) ? 'mutable' : 'fixed'));
  await Promise.all(fixed.map(write));
  if (failures.size === 0) await Promise.all(mutable.map(write));
  else for (const tag of mutable) fail(tag, new Error('not tried, because another reference failed'));
  tools.signal.throwIfAborted();
  return {
    pushed: tags.filter((tag) => pushed.has(tag)),
    repositories: repositories.filter((repository) => there.includes(repository)),
    failed: [...failures.values()],
  };
}

/** `latest` is the one tag that is meant to move. */
export function isMutable({tag}: TaggedReference): boolean {
  return tag === 'latest';
}

function isIn(reference: Reference, {registry, path}: Reference): boolean {
  return reference.registry === registry && reference.path === path;
}

async function byRegistry<T extends Reference>(
  references: readonly T[],
  work: (sameRegistry: readonly T[]) => Promise<void>,
): Promise<void> {
  await Promise.all([...Map.groupBy(references, ({registry}) => registry).values()].map(work));
}

async function bring(placement: Placement, repository: Reference, {client, signal}: PlaceTools): Promise<void> {
  const {manifest} = placement;
  await placement.bring(repository);
  await putManifest(client, {...repository, digest: manifest.digest}, manifest, {signal});
}

/** Throws TagTaken, DigestMismatch, NotInRegistry or RegistryError. */
async function writeTag(manifest: Manifest, tag: TaggedReference, tools: PlaceTools): Promise<void> {
  const {client, overwrite, log, signal} = tools;
  const name = formatFamiliar(tag);
  const before = await findManifest(client, tag, {signal, actions: 'pull,push'});
  const isSame = before?.digest === manifest.digest;
  if (before !== undefined && !isMutable(tag)) {
    if (overwrite === 'never' || (overwrite === 'same' && !isSame)) {
      throw new TagTaken(name, before.digest, overwrite);
    }
  }
  // Some registries let a tag be written once only, even with the same content.
  if (!isSame) await putManifest(client, tag, manifest, {signal});
  await confirm(manifest, tag, tools);
  log.info(`Published ${name}@${manifest.digest}${isSame ? ', which was there already' : ''}`);
}

/** Some registries answer for a new tag only after a moment. */
const SETTLE_MS = 3000;

async function confirm(
  manifest: Manifest,
  tag: TaggedReference,
  {client, log, clock, signal}: PlaceTools,
): Promise<void> {
  const name = formatFamiliar(tag);
  for (let looks = 1; ; looks += 1) {
    try {
      const {digest} = await readManifest(client, tag, {signal});
      if (digest !== manifest.digest) throw new DigestMismatch(name, manifest.digest, digest);
      return;
    } catch (error) {
      if (!(error instanceof RegistryError)) throw error;
      if (error.status === 401 || error.status === 403) {
        log.warning(
          `${name} was pushed as ${manifest.digest}, but could not be read back to prove it: ${error.message}`,
        );
        return;
      }
      if (error.status !== 404) throw error;
      if (looks > 1) throw new NotInRegistry(name, manifest.digest);
      await clock.sleep(SETTLE_MS, signal);
    }
  }
}
