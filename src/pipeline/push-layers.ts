/** Puts layers from a directory into a repository, for the builders that take caches from there. */
import {createReadStream} from 'node:fs';
import {blobFile, type Layers} from '../cache/layers.ts';
import type {RegistryClient} from '../registry/client.ts';
import {inParallel} from '../registry/copy.ts';
import {putManifest} from '../registry/manifest.ts';
import type {Reference} from '../registry/reference.ts';
import {putBlob} from '../registry/upload.ts';

/** At the same time. */
const BLOBS_AT_ONCE = 4;

/** The tag moves last. Throws RegistryError. */
export async function pushLayers(
  client: RegistryClient,
  {path, blobs, images, top}: Layers,
  to: Reference,
  signal: AbortSignal,
): Promise<void> {
  const {registry, path: repository} = to;
  await inParallel([...blobs], BLOBS_AT_ONCE, async ([digest, size]) => {
    const open = (from: number) => createReadStream(blobFile(path, digest), {start: from, highWaterMark: 256 * 1024});
    await putBlob(client, {registry, path: repository}, {digest, size, open}, {signal});
  });
  for (const image of images)
    await putManifest(client, {registry, path: repository, digest: image.digest}, image, {signal});
  await putManifest(client, to, top, {signal});
}
