/**
 * Publishing from BuildKits of their own. One that built everything pushes it under all names, `latest` the last; of
 * several each pushes its part by digest, and the index over them gets its names from here, once all parts are there.
 */
import {parseDigest} from '../registry/digest.ts';
import {formatFamiliar, formatReference, type Reference, type TaggedReference} from '../registry/reference.ts';
import {retrying} from '../registry/retry.ts';
import {classifyTransfer} from './classify.ts';
import {PublishFailed} from './errors.ts';
import {explainRegistry} from './explain.ts';
import type {Published, PublishTools} from './publish.ts';
import type {RemoteBuild} from './remote-build.ts';
import {readBack} from './verify.ts';

export interface RemotePublishTools extends PublishTools {
  readonly writeManifest: (
    reference: TaggedReference,
    manifest: {readonly mediaType: string; readonly bytes: Uint8Array},
    signal: AbortSignal,
  ) => Promise<string>;
}

/** Throws PublishFailed with what became of each reference. */
export async function publishRemotely(
  builds: readonly RemoteBuild[],
  tags: readonly TaggedReference[],
  tools: RemotePublishTools,
): Promise<readonly Published[]> {
  const ordered = [...tags.filter(({tag}) => tag !== 'latest'), ...tags.filter(({tag}) => tag === 'latest')];
  const [first, ...others] = builds;
  if (first === undefined) return [];
  const digest = others.length === 0 ? await pushWhole(first, ordered, tools) : await pushParts(builds, ordered, tools);
  const done: Published[] = [];
  for (const reference of ordered) done.push({reference, ...(await readBack(undefined, reference, digest, tools))});
  return tags.map((tag) => done.find(({reference}) => reference === tag)).filter((item) => item !== undefined);
}

/** Every build by digest, into every repository; gives what was pushed. Throws PublishFailed. */
export async function publishByDigest(
  builds: readonly RemoteBuild[],
  repositories: readonly Reference[],
  tools: RemotePublishTools,
): Promise<ReadonlyArray<{readonly reference: Reference; readonly digest: string}>> {
  const pushed = await Promise.all(
    builds.map((build) => pushing(build, repositories, repositories.map(formatReference), true, tools)),
  );
  const all = pushed.flatMap((digest) =>
    repositories.map(({registry, path}) => ({reference: {registry, path, digest: parseDigest(digest)}, digest})),
  );
  for (const {reference, digest} of all) await readBack(undefined, reference, digest, tools);
  return all;
}

async function pushWhole(
  build: RemoteBuild,
  tags: readonly TaggedReference[],
  tools: RemotePublishTools,
): Promise<string> {
  return pushing(build, tags, tags.map(formatReference), false, tools);
}

async function pushParts(
  builds: readonly RemoteBuild[],
  tags: readonly TaggedReference[],
  tools: RemotePublishTools,
): Promise<string> {
  const repositories = [...new Set(tags.map(({registry, path}) => `${registry}/${path}`))];
  await Promise.all(builds.map((build) => pushing(build, tags, repositories, true, tools)));
  const index = indexOf(builds);
  let digest = '';
  const done: string[] = [];
  for (const [at, reference] of tags.entries()) {
    try {
      digest = await tools.writeManifest(reference, index, tools.signal);
    } catch (error) {
      tools.signal.throwIfAborted();
      throw await failed(error, {done, left: tags.slice(at)}, tools);
    }
    done.push(`${formatFamiliar(reference)}@${digest}`);
  }
  return digest;
}

async function pushing(
  build: RemoteBuild,
  tags: readonly Reference[],
  names: readonly string[],
  byDigest: boolean,
  tools: RemotePublishTools,
): Promise<string> {
  const {clock, random, log, signal} = tools;
  try {
    return await retrying(() => build.push(names, byDigest, signal), {
      what: `push from ${build.node.name}`,
      classify: (error) => classifyTransfer(error, false),
      clock,
      random,
      log: (text) => log.info(text),
      signal,
    });
  } catch (error) {
    signal.throwIfAborted();
    throw await failed(error, {done: [], left: tags}, tools);
  }
}

interface Progress {
  readonly done: readonly string[];
  readonly left: readonly Reference[];
}

async function failed(error: unknown, {done, left}: Progress, tools: RemotePublishTools): Promise<PublishFailed> {
  const unpublished = await Promise.all(
    left.map(async (reference) => ({
      reference: formatFamiliar(reference),
      reason: await explainRegistry(error, {reference, action: 'push'}, tools.credentials),
      cause: error,
    })),
  );
  return new PublishFailed(done, unpublished);
}

/** OCI image-spec "Image Index", or Docker's list where the images are Docker's; the same bytes for the same images. */
function indexOf(builds: readonly RemoteBuild[]): {readonly mediaType: string; readonly bytes: Uint8Array} {
  const manifests = builds.flatMap(({built}) => built.children);
  const isDocker = manifests.every(({mediaType}) => mediaType.includes('vnd.docker.'));
  const mediaType = isDocker
    ? 'application/vnd.docker.distribution.manifest.list.v2+json'
    : 'application/vnd.oci.image.index.v1+json';
  return {mediaType, bytes: Buffer.from(JSON.stringify({schemaVersion: 2, mediaType, manifests}, undefined, 2))};
}
