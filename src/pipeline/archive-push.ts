/**
 * Gets an image out of an engine that cannot reach the relay, such as one on another machine: as the archive that it
 * exports, whose layers are compressed here unless they are.
 */
import {mkdtemp, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {createGzip} from 'node:zlib';
import {checkedTar} from '../archive/checked-tar.ts';
import {compressionOf, TELLING} from '../archive/compression.ts';
import {type ArchivedImage, type Layer, openImage} from '../archive/image-archive.ts';
import {saveStream} from '../archive/save.ts';
import {through} from '../archive/zstd.ts';
import {exportImage} from '../engine/export.ts';
import type {Engine} from '../engine/facts.ts';
import type {BlobStore} from '../registry/blob-store.ts';
import {digestOf} from '../registry/digest.ts';
import {DOCKER_MANIFEST, OCI_MANIFEST} from '../registry/image-manifest.ts';
import type {Manifest} from '../registry/manifest.ts';
import type {Platform} from '../registry/platform.ts';
import type {BlobSource} from '../registry/upload.ts';

export interface ArchivePushTools {
  readonly store: BlobStore;
  readonly onBlob: (blob: BlobSource) => void;
  /** A directory for what does not stay. */
  readonly temp: string;
  readonly signal: AbortSignal;
}

/** The manifest is ours, so its digest is another than that of an engine's push. Throws EngineError and ArchiveError. */
export async function takeFromArchive(
  engine: Engine,
  image: string,
  platform: Platform | undefined,
  tools: ArchivePushTools,
): Promise<Manifest> {
  const {temp, signal} = tools;
  const directory = await mkdtemp(join(temp, 'export-'));
  try {
    const file = join(directory, 'image.tar');
    await saveStream(checkedTar(await exportImage(engine, image, {signal})), file, {mode: 0o600, signal});
    await using archive = await openImage(file, {platform, scratch: directory, signal});
    return await store(archive, tools);
  } finally {
    await rm(directory, {recursive: true, force: true});
  }
}

interface StoredLayer {
  readonly blob: BlobSource;
  readonly compression: 'gzip' | 'zstd';
}

async function store(archive: ArchivedImage, tools: ArchivePushTools): Promise<Manifest> {
  const layers: StoredLayer[] = [];
  for (const layer of archive.layers) layers.push(await storeLayer(layer, tools));
  const config = await keep([archive.config], tools);
  // Docker's own form where it has a word for it, as that is what engines push.
  const isOci = layers.some(({compression}) => compression === 'zstd');
  const types = isOci
    ? {
        manifest: OCI_MANIFEST,
        config: 'application/vnd.oci.image.config.v1+json',
        layer: 'application/vnd.oci.image.layer.v1.tar+',
      }
    : {
        manifest: DOCKER_MANIFEST,
        config: 'application/vnd.docker.container.image.v1+json',
        layer: 'application/vnd.docker.image.rootfs.diff.tar.',
      };
  const describe = ({digest, size}: BlobSource, mediaType: string) => ({mediaType, size, digest});
  const document = {
    schemaVersion: 2,
    mediaType: types.manifest,
    config: describe(config, types.config),
    layers: layers.map(({blob, compression}) => describe(blob, types.layer + compression)),
  };
  const bytes = Buffer.from(JSON.stringify(document, undefined, 2));
  return {mediaType: types.manifest, digest: digestOf(bytes), bytes};
}

/** The bytes as they are where they are compressed: the containerd store keeps them so. */
async function storeLayer(layer: Layer, tools: ArchivePushTools): Promise<StoredLayer> {
  const {signal} = tools;
  let head: Buffer = Buffer.alloc(0);
  for await (const chunk of layer.read(signal)) {
    head = Buffer.concat([head, chunk]);
    if (head.length >= TELLING) break;
  }
  const compression = compressionOf(head.subarray(0, TELLING));
  if (compression === 'gzip' || compression === 'zstd')
    return {blob: await keep(layer.read(signal), tools), compression};
  // No name and no time in its header, so that the same layer is always the same blob.
  return {blob: await keep(through(layer.tar(signal), createGzip({level: 6})), tools), compression: 'gzip'};
}

async function keep(
  chunks: AsyncIterable<Uint8Array> | readonly Uint8Array[],
  {store: blobs, onBlob}: ArchivePushTools,
): Promise<BlobSource> {
  const incoming = await blobs.begin();
  try {
    for await (const chunk of chunks) await incoming.write(chunk);
  } catch (error) {
    await incoming.discard();
    throw error;
  }
  const blob = await incoming.finishUnnamed();
  onBlob(blob);
  return blob;
}
