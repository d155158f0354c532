/**
 * Layers of builds in a directory: a cache of BuildKit, or images for the classic builder, in the form of an OCI image layout (image-spec "OCI
 * Image Layout Specification"), which is also the form of BuildKit's own local caches. What is read back may have been
 * changed on its way, so nothing counts before its bytes were seen to have its digest (hardening E7).
 */
import {createHash, randomBytes} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {copyFile, link, mkdir, readFile, rename, rm, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {BlobStore} from '../registry/blob-store.ts';
import {blobsOf, inParallel} from '../registry/copy.ts';
import {type Descriptor, own, readDescriptor} from '../registry/descriptor.ts';
import {type Digest, digestOf} from '../registry/digest.ts';
import {childrenOf, isIndexType, OCI_INDEX, partsOf} from '../registry/image-manifest.ts';
import {type Manifest, manifestMediaType} from '../registry/manifest.ts';
import {type CachedImage, mergeCaches} from './cache-config.ts';

export interface Layers {
  readonly path: string;
  /** A cache of BuildKit, an image, or an index of several. */
  readonly top: Manifest;
  /** The images, that of the result first, without an index of them; a cache of BuildKit has none. */
  readonly images: readonly Manifest[];
  /** What a cache of BuildKit that was written here was made of; empty for one that was read. */
  readonly sources: readonly CachedImage[];
  /** Bytes of each blob, by digest; manifests are none. */
  readonly blobs: ReadonlyMap<Digest, number>;
  /** Bytes of all blobs. */
  readonly size: number;
}

/** The directory holds something else than it says. */
export class DamagedLayers extends Error {
  override readonly name = 'DamagedLayers';
}

const LATEST = 'latest';
const TAG = 'org.opencontainers.image.ref.name';
const MOST_MANIFEST_BYTES = 8 * 1024 * 1024;
/** Hashing is done by the threads of Node's pool only in part, so more would not help. */
const READ_AT_ONCE = 4;

/** Place of a blob in a layout. */
export function blobFile(path: string, digest: Digest): string {
  return join(path, 'blobs', 'sha256', digest.slice('sha256:'.length));
}

/** Undefined where there is no layout. Throws DamagedLayers, or the abort reason. */
export async function openLayers(path: string, signal: AbortSignal): Promise<Layers | undefined> {
  const text = await readFile(join(path, 'index.json')).catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const top = await readManifest(path, latestOf(text));
    const below = isIndexType(top.mediaType) ? childrenOf(top).manifests : [];
    // What BuildKit exports itself may be an index of layers.
    const isManifest = ({mediaType}: Descriptor) => /manifest/.test(mediaType);
    const images = isIndexType(top.mediaType)
      ? await Promise.all(below.filter(isManifest).map((child) => readManifest(path, child)))
      : [top];
    const parts = [...below.filter((child) => !isManifest(child)), ...images.flatMap(blobsOf)];
    const blobs = new Map(parts.map(({digest, size}) => [digest, size]));
    await inParallel([...blobs], READ_AT_ONCE, ([digest, size]) => check(path, digest, size, signal));
    return {path, top, images, sources: [], blobs, size: sum(blobs)};
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof DamagedLayers ? error : new DamagedLayers((error as Error).message, {cause: error});
  }
}

/**
 * Writes the layout around images whose blobs are in the store, which has its place in there, or in `older`: as one cache of
 * BuildKit, or as the images that they are. The first image is that of the result. Throws DamagedLayers for a blob that is
 * nowhere.
 */
export async function writeLayers(
  path: string,
  images: readonly [Manifest, ...Manifest[]],
  {store, older, form}: {readonly store: BlobStore; readonly older: readonly Layers[]; readonly form: Form},
): Promise<Layers> {
  for (const {digest} of images.flatMap(blobsOf)) {
    if (store.get(digest) !== undefined) continue;
    const from = older.find((layers) => layers.blobs.has(digest));
    if (from === undefined) throw new DamagedLayers(`blob ${digest} is missing`);
    await bring(digest, from.path, path);
  }
  return finish(path, form === 'images' ? imagesOf(images) : await cacheOf(path, images));
}

/** Writes one layout that holds what several do, which were written here. */
export async function joinLayers(path: string, parts: readonly [Layers, ...Layers[]]): Promise<Layers> {
  await makeLayout(path);
  const sources = parts.flatMap((part) => part.sources);
  const images = parts.flatMap((part) => part.images);
  const [first, ...others] = images;
  const content = first === undefined ? await cacheFrom(path, sources) : imagesOf([first, ...others]);
  for (const part of parts)
    for (const digest of part.blobs.keys()) if (content.blobs.has(digest)) await bring(digest, part.path, path);
  return finish(path, content);
}

async function bring(digest: Digest, from: string, to: string): Promise<void> {
  const [source, target] = [blobFile(from, digest), blobFile(to, digest)];
  await link(source, target).catch((error: NodeJS.ErrnoException) =>
    error.code === 'EEXIST' ? undefined : copyFile(source, target),
  );
}

/** The index comes last. */
async function finish(path: string, content: Content): Promise<Layers> {
  for (const {digest, bytes} of [...content.images, content.top]) await writeFile(blobFile(path, digest), bytes);
  const descriptor = {...describe(content.top), annotations: {[TAG]: LATEST}};
  await writeFile(join(path, 'oci-layout'), JSON.stringify({imageLayoutVersion: '1.0.0'}));
  await writeFile(join(path, 'index.json'), JSON.stringify({schemaVersion: 2, manifests: [descriptor]}));
  return {path, ...content, size: sum(content.blobs)};
}

/** What reads them: BuildKit, or whoever pulls images. */
export type Form = 'buildkit' | 'images';

type Content = Pick<Layers, 'top' | 'images' | 'sources' | 'blobs'>;

function imagesOf(images: readonly [Manifest, ...Manifest[]]): Content {
  const blobs = new Map(images.flatMap(blobsOf).map(({digest, size}) => [digest, size]));
  return {top: images.length === 1 ? images[0] : indexOf(images), images, sources: [], blobs};
}

/** Leaves the configs of the images out, of which it has read the records. */
async function cacheOf(path: string, images: readonly Manifest[]): Promise<Content> {
  const configs = images.map((manifest) => blobFile(path, partsOf(manifest).config.digest));
  const read = await Promise.all(configs.map((file) => readFile(file)));
  for (const file of new Set(configs)) await rm(file);
  return cacheFrom(
    path,
    images.map((manifest, at) => ({manifest, config: read[at] ?? NOTHING})),
  );
}

async function cacheFrom(path: string, sources: readonly CachedImage[]): Promise<Content> {
  const {index, config, layers} = mergeCaches(sources);
  await writeFile(blobFile(path, config.digest), config.bytes);
  const sizes = layers.map(({digest, size}) => [digest, size] as const);
  return {top: index, images: [], sources, blobs: new Map([...sizes, [config.digest, config.bytes.length]])};
}

const NOTHING = new Uint8Array();

/** Puts the same into a directory that may hold others, or parts of it; its index names them only once they are there. */
export async function copyLayers({path, blobs, images, top}: Layers, dest: string): Promise<void> {
  await makeLayout(dest);
  const place = async (from: string, to: string) => {
    // Not in place, as the two may be one file by now, or somebody reads it.
    const incoming = join(dest, `incoming-${randomBytes(8).toString('hex')}`);
    await copyFile(from, incoming);
    await rename(incoming, to);
  };
  const digests = new Set([...blobs.keys(), ...[...images, top].map(({digest}) => digest)]);
  for (const digest of digests) await place(blobFile(path, digest), blobFile(dest, digest));
  for (const name of ['oci-layout', 'index.json']) await place(join(path, name), join(dest, name));
}

/** Makes the directories of a layout; gives the one for its blobs. */
export async function makeLayout(path: string): Promise<string> {
  const blobs = join(path, 'blobs', 'sha256');
  await mkdir(blobs, {recursive: true});
  return blobs;
}

function indexOf(images: readonly Manifest[]): Manifest {
  const bytes = Buffer.from(
    JSON.stringify({schemaVersion: 2, mediaType: OCI_INDEX, manifests: images.map(describe)}, undefined, 2),
  );
  return {mediaType: OCI_INDEX, digest: digestOf(bytes), bytes};
}

function describe({mediaType, digest, bytes}: Manifest) {
  return {mediaType, digest, size: bytes.length};
}

function latestOf(text: Uint8Array): Descriptor {
  const manifests = own(JSON.parse(Buffer.from(text).toString('utf8')), 'manifests');
  const all = (Array.isArray(manifests) ? manifests : []).map(readDescriptor).filter((it) => it !== undefined);
  const found = all.find(({annotations}) => annotations?.[TAG] === LATEST);
  if (found === undefined) throw new DamagedLayers(`index.json names nothing ${LATEST}`);
  return found;
}

async function readManifest(path: string, {digest, size, mediaType}: Descriptor): Promise<Manifest> {
  const file = blobFile(path, digest);
  if (size > MOST_MANIFEST_BYTES || (await stat(file)).size !== size)
    throw new DamagedLayers(`manifest ${digest} is not of ${size} bytes`);
  const bytes = await readFile(file);
  if (digestOf(bytes) !== digest) throw new DamagedLayers(`manifest ${digest} has other bytes`);
  const type = manifestMediaType(mediaType, bytes);
  if (type.kind === 'bad') throw new DamagedLayers(`manifest ${digest}: ${type.reason}`);
  const manifest = {mediaType: type.value, digest, bytes};
  if (!isIndexType(manifest.mediaType)) partsOf(manifest);
  return manifest;
}

async function check(path: string, digest: Digest, size: number, signal: AbortSignal): Promise<void> {
  const hash = createHash('sha256');
  let length = 0;
  for await (const chunk of createReadStream(blobFile(path, digest), {highWaterMark: 1024 * 1024, signal})) {
    hash.update(chunk as Buffer);
    length += (chunk as Buffer).length;
  }
  if (length !== size || `sha256:${hash.digest('hex')}` !== digest)
    throw new DamagedLayers(`blob ${digest} has other bytes`);
}

function sum(blobs: ReadonlyMap<Digest, number>): number {
  return [...blobs.values()].reduce((total, size) => total + size, 0);
}
