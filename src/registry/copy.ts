/**
 * Brings a manifest with all that belongs to it from one repository to another, byte for byte, so that it keeps its digest:
 * by mounts within a registry, else as streams through here. What is there already stays.
 */
import {openBlob} from './blob.ts';
import type {CallOptions, RegistryClient} from './client.ts';
import type {Descriptor} from './descriptor.ts';
import type {Digest} from './digest.ts';
import {childrenOf, isIndexType, partsOf} from './image-manifest.ts';
import {findManifest, type Manifest, putManifest, readManifest} from './manifest.ts';
import type {Reference} from './reference.ts';
import {putBlob} from './upload.ts';

export interface CopyOptions extends CallOptions {
  /** Told of each piece that left. */
  readonly onSent?: ((bytes: number) => void) | undefined;
}

/** At the same time, for one image. */
const BLOBS_AT_ONCE = 4;

/** `from` and `to` are repositories. Throws RegistryError. */
export async function copyImage(
  client: RegistryClient,
  digest: Digest,
  places: {readonly from: Reference; readonly to: Reference},
  options: CopyOptions = {},
): Promise<void> {
  const [from, to] = [repositoryOf(places.from), repositoryOf(places.to)];
  const {signal} = options;
  if (from.registry === to.registry && from.path === to.path) return;
  if ((await findManifest(client, {...to, digest}, {signal, actions: 'pull,push'})) !== undefined) return;
  const manifest = await readManifest(client, {...from, digest}, {signal});
  if (isIndexType(manifest.mediaType)) {
    for (const child of childrenOf(manifest).manifests) await copyImage(client, child.digest, {from, to}, options);
  } else await copyBlobs(client, manifest, {from, to}, options);
  await putManifest(client, {...to, digest}, manifest, {signal});
}

async function copyBlobs(
  client: RegistryClient,
  manifest: Manifest,
  {from, to}: {readonly from: Reference; readonly to: Reference},
  {signal, onSent}: CopyOptions,
): Promise<void> {
  const mountFrom = from.registry === to.registry ? from.path : undefined;
  await inParallel(blobsOf(manifest), BLOBS_AT_ONCE, async ({digest, size}) => {
    const open = (at: number) => openBlob(client, from, digest, {from: at, signal});
    await putBlob(client, to, {digest, size, open}, {mountFrom, onSent, signal});
  });
}

/** Each once, and without what may be kept elsewhere only (image-spec, "Non-Distributable Layers"). */
export function blobsOf(manifest: Manifest): readonly Descriptor[] {
  const {config, layers} = partsOf(manifest);
  const all = [
    config,
    ...layers.filter(({urls, mediaType}) => urls === undefined || !/nondistributable|foreign/.test(mediaType)),
  ];
  return [...new Map(all.map((blob) => [blob.digest, blob])).values()];
}

/** The first failure is thrown, once nothing is under way any more. */
export async function inParallel<T>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  let failure: {readonly error: unknown} | undefined;
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined && failure === undefined; item = queue.shift()) {
      try {
        await work(item);
      } catch (error) {
        failure ??= {error};
      }
    }
  };
  await Promise.all(Array.from({length: Math.min(most, items.length)}, worker));
  if (failure !== undefined) throw failure.error;
}

function repositoryOf({registry, path}: Reference): Reference {
  return {registry, path};
}
