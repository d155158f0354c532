/**
 * Publishing from BuildKits of their own. One that built everything pushes it under all names, `latest` the last. Of several,
 * and where tags are protected, each pushes its part by digest, and what is above them gets its names from here, once all
 * parts are there.
 */
import type {RegistryClient} from '../registry/client.ts';
import {type Digest, parseDigest} from '../registry/digest.ts';
import {assembleIndex} from '../registry/image-index.ts';
import {attestedBy} from '../registry/image-manifest.ts';
import type {Manifest} from '../registry/manifest.ts';
import {
  formatFamiliar,
  formatReference,
  type Reference,
  type TaggedReference,
  uniqueRepositories,
} from '../registry/reference.ts';
import {retrying} from '../registry/retry.ts';
import {type Annotation, annotateChildren, annotationsOf} from './annotations.ts';
import {classifyTransfer} from './classify.ts';
import {PublishFailed, type Unpublished} from './errors.ts';
import {explainRegistry} from './explain.ts';
import {isMutable, type Overwrite, type Placed, placeManifest} from './place-manifest.ts';
import type {PublishTools} from './publish.ts';
import type {RemoteBuild} from './remote-build.ts';
import type {PlatformDigest} from './results.ts';
import {readBack} from './verify.ts';

export interface RemotePublishTools extends PublishTools {
  /** Our own way to registries. */
  readonly client: () => Promise<RegistryClient>;
}

/** What was published under every name. */
export interface PlacedRemotely extends Placed {
  readonly digest: Digest;
  readonly descriptor: {readonly mediaType: string; readonly digest: Digest; readonly size: number} | undefined;
}

export interface RemotePublication {
  readonly tags: readonly TaggedReference[];
  readonly overwrite: Overwrite;
  /** Those of an index count where several machines make it; all else the builders have written. */
  readonly annotations: readonly Annotation[];
}

/** What failed is told in the outcome. Throws DigestMismatch and NotInRegistry for what one machine pushed. */
export async function publishRemotely(
  builds: readonly RemoteBuild[],
  {tags, overwrite, annotations}: RemotePublication,
  tools: RemotePublishTools,
): Promise<PlacedRemotely> {
  const {log, clock, signal} = tools;
  const [first, ...others] = builds;
  if (first === undefined) throw new TypeError('nothing was built');
  if (others.length === 0 && overwrite === 'always') return pushWhole(first, tags, tools);
  const manifest = others.length === 0 ? first.built.top : indexOver(builds, annotations);
  const bring = async (repository: Reference) => {
    try {
      await Promise.all(builds.map((build) => pushing(build, [formatReference(repository)], true, tools)));
    } catch (error) {
      signal.throwIfAborted();
      const why = await explainRegistry(error, {reference: repository, action: 'push'}, tools.credentials);
      throw new Error(why, {cause: error});
    }
  };
  const client = await tools.client();
  const placed = await placeManifest({manifest, bring, tags, untagged: []}, {client, overwrite, log, clock, signal});
  const {digest, mediaType, bytes} = manifest;
  return {...placed, digest, descriptor: {mediaType, digest, size: bytes.length}};
}

function indexOver(builds: readonly RemoteBuild[], annotations: readonly Annotation[]): Manifest {
  const children = annotateChildren(
    builds.flatMap(({built}) => built.children),
    annotations,
  );
  return assembleIndex(children, {annotations: annotationsOf(annotations, 'index')});
}

async function pushWhole(
  build: RemoteBuild,
  tags: readonly TaggedReference[],
  tools: RemotePublishTools,
): Promise<PlacedRemotely> {
  const ordered = [...tags.filter((tag) => !isMutable(tag)), ...tags.filter(isMutable)];
  let digest: Digest;
  try {
    digest = await pushing(build, ordered.map(formatReference), false, tools);
  } catch (error) {
    const failed = await unpublished(ordered, error, tools);
    return {pushed: [], repositories: [], failed, digest: parseDigest(build.digest), descriptor: undefined};
  }
  for (const tag of ordered) {
    await readBack(undefined, tag, digest, tools);
    tools.log.info(`Published ${formatFamiliar(tag)}@${digest}`);
  }
  const {mediaType, bytes} = build.built.top;
  return {
    pushed: tags,
    repositories: uniqueRepositories(tags),
    failed: [],
    digest,
    descriptor: digest === build.digest ? {mediaType, digest, size: bytes.length} : undefined,
  };
}

/** Every build by digest, into every repository; gives what was pushed. Throws PublishFailed. */
export async function publishByDigest(
  builds: readonly RemoteBuild[],
  repositories: readonly Reference[],
  tools: RemotePublishTools,
): Promise<ReadonlyArray<{readonly reference: Reference; readonly digest: Digest}>> {
  const names = repositories.map(formatReference);
  const pushed = await Promise.all(builds.map((build) => pushing(build, names, true, tools))).catch(async (error) => {
    throw new PublishFailed([], await unpublished(repositories, error, tools));
  });
  const all = pushed.flatMap((digest) =>
    repositories.map(({registry, path}) => ({reference: {registry, path, digest}, digest})),
  );
  for (const {reference, digest} of all) await readBack(undefined, reference, digest, tools);
  return all;
}

/** By the node, which is asked again where that may help. Throws what the builder says. */
async function pushing(
  build: RemoteBuild,
  names: readonly string[],
  byDigest: boolean,
  {clock, random, log, signal}: RemotePublishTools,
): Promise<Digest> {
  const pushed = await retrying(() => build.push(names, byDigest, signal), {
    what: `push from ${build.node.name}`,
    classify: (error) => classifyTransfer(error, false),
    clock,
    random,
    log: (text) => log.info(text),
    signal,
  });
  return parseDigest(pushed);
}

/** The same reason for all. Throws the reason of the signal. */
async function unpublished(
  references: readonly Reference[],
  error: unknown,
  {credentials, signal}: RemotePublishTools,
): Promise<readonly Unpublished[]> {
  signal.throwIfAborted();
  const failed = references.map(async (reference) => ({
    reference: formatFamiliar(reference),
    reason: await explainRegistry(error, {reference, action: 'push'}, credentials),
    cause: error,
  }));
  return Promise.all(failed);
}

/** What each platform is in the index over them; empty for the manifest of one image. */
export function platformDigests(builds: readonly RemoteBuild[]): readonly PlatformDigest[] {
  const images = builds.flatMap(({built}) => built.children).filter((child) => attestedBy(child) === undefined);
  if (images.length <= 1) return [];
  return images.flatMap((descriptor) => {
    const {platform, digest} = descriptor;
    return platform === undefined ? [] : [{platform, descriptor, imageId: digest}];
  });
}
