/** What a BuildKit of its own has built, read from its content store as an engine would tell it. */
import {readBlob} from '../buildkit/blob.ts';
import type {GrpcClient} from '../buildkit/client.ts';
import {StreamCutShort} from '../engine/errors.ts';
import {asObject, own, textOf} from '../engine/json.ts';
import {describeManifest} from '../registry/describe-image.ts';
import type {Descriptor} from '../registry/descriptor.ts';
import {digestOf} from '../registry/digest.ts';
import {attestedBy, childrenOf, isIndexType, partsOf} from '../registry/image-manifest.ts';
import type {Manifest} from '../registry/manifest.ts';
import {formatPlatform, type Platform} from '../registry/platform.ts';
import {describeUnstored, type UnstoredImage} from './unstored-image.ts';

/** Of an index the first image. */
export interface BuiltImage extends UnstoredImage {
  /** The manifest, or the index. */
  readonly top: Manifest;
  /** What an index over it has to name: its own entries, or itself. */
  readonly children: readonly Descriptor[];
  /** Every image, by platform. */
  readonly all: readonly UnstoredImage[];
}

/**
 * `digest` of a manifest or an index. Throws RpcError, ConnectionLost, StreamCutShort or RegistryError for what is none.
 */
export async function readBuilt(client: GrpcClient, digest: string, signal: AbortSignal): Promise<BuiltImage> {
  const top = await readTop(client, digest, signal);
  const {mediaType, bytes} = top;
  const descriptor = {mediaType, digest: top.digest, size: bytes.length};
  const listed = isIndexType(mediaType) ? childrenOf(top).manifests : [];
  const images = listed.filter((child) => attestedBy(child) === undefined);
  const manifests = isIndexType(mediaType)
    ? await Promise.all(images.map((image) => readTop(client, image.digest, signal)))
    : [top];
  const read = await Promise.all(
    manifests.map(async (manifest) => {
      const config = await readBlob(client, partsOf(manifest).config.digest, {signal});
      const parts = {config: parse(config), manifest: parse(manifest.bytes), descriptor};
      return {...describeUnstored(parts), child: describeManifest(manifest, config)};
    }),
  );
  const [first] = read;
  if (first === undefined) throw new StreamCutShort('what was built holds no image', {status: 0, endpoint: 'BuildKit'});
  const {image, entries} = first;
  return {image, entries, top, all: read, children: isIndexType(mediaType) ? listed : [first.child]};
}

async function readTop(client: GrpcClient, digest: string, signal: AbortSignal): Promise<Manifest> {
  const bytes = await readBlob(client, digest, {signal});
  return {digest: digestOf(bytes), mediaType: textOf(own(parse(bytes), 'mediaType')), bytes};
}

function parse(bytes: Uint8Array): object {
  return asObject(JSON.parse(Buffer.from(bytes).toString('utf8')));
}

/** For the log: the platforms of all images. */
export function platformsIn({all}: BuiltImage): readonly Platform[] {
  const platforms = all.map(({image: {os, architecture, variant}}) => ({os, architecture, ...(variant && {variant})}));
  return [...new Map(platforms.map((platform) => [formatPlatform(platform), platform])).values()];
}
