/** What a BuildKit of its own has built, read from its content store as an engine would tell it. */
import {readBlob} from '../buildkit/blob.ts';
import type {GrpcClient} from '../buildkit/client.ts';
import {StreamCutShort} from '../engine/errors.ts';
import {amountOf, asObject, itemsOf, own, textOf} from '../engine/json.ts';
import {formatPlatform, type Platform} from '../registry/platform.ts';
import {describeUnstored, type UnstoredImage} from './unstored-image.ts';

/** Of an index the first image. */
export interface BuiltImage extends UnstoredImage {
  /** What an index over it has to name: its own entries, or itself. */
  readonly children: readonly IndexEntry[];
  /** Every image, by platform. */
  readonly all: readonly UnstoredImage[];
}

/** Of an index (OCI image-spec "Image Index"); attestations have annotations that lead to their image. */
export interface IndexEntry {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly platform: unknown;
  readonly annotations?: unknown;
}

/** `digest` of a manifest or an index. Throws RpcError, ConnectionLost, StreamCutShort for what is none. */
export async function readBuilt(client: GrpcClient, digest: string, signal: AbortSignal): Promise<BuiltImage> {
  const root = await readJson(client, digest, signal);
  const children = itemsOf(own(root.json, 'manifests')).map(asObject);
  const images = children.filter((child) => textOf(own(asObject(own(child, 'platform')), 'os')) !== 'unknown');
  const descriptor = {mediaType: textOf(own(root.json, 'mediaType')), digest, size: root.size};
  const manifests =
    children.length === 0
      ? [root.json]
      : await Promise.all(
          images.map(async (child) => (await readJson(client, textOf(own(child, 'digest')), signal)).json),
        );
  const all = await Promise.all(manifests.map((manifest) => readImage(client, {manifest, descriptor}, signal)));
  const [first] = all;
  if (first === undefined) throw new StreamCutShort('what was built holds no image', {status: 0, endpoint: 'BuildKit'});
  const {os, architecture, variant} = first.image;
  const platform = {architecture, os, ...(variant && {variant})};
  const itself = {...descriptor, platform};
  return {...first, all, children: children.length === 0 ? [itself] : children.map(readEntry)};
}

function readEntry(child: object): IndexEntry {
  const annotations = own(child, 'annotations');
  return {
    mediaType: textOf(own(child, 'mediaType')),
    digest: textOf(own(child, 'digest')),
    size: amountOf(own(child, 'size')) ?? 0,
    platform: own(child, 'platform'),
    ...(annotations !== undefined && {annotations}),
  };
}

async function readJson(client: GrpcClient, digest: string, signal: AbortSignal) {
  const bytes = await readBlob(client, digest, {signal});
  return {json: asObject(JSON.parse(Buffer.from(bytes).toString('utf8'))), size: bytes.length};
}

interface Parts {
  readonly manifest: object;
  readonly descriptor: {readonly mediaType: string; readonly digest: string; readonly size: number};
}

async function readImage(client: GrpcClient, {manifest, descriptor}: Parts, signal: AbortSignal) {
  const configDigest = textOf(own(asObject(own(manifest, 'config')), 'digest'));
  const config = (await readJson(client, configDigest, signal)).json;
  return describeUnstored({config, manifest, descriptor});
}

/** For the log: the platforms of all images. */
export function platformsIn({all}: BuiltImage): readonly Platform[] {
  const platforms = all.map(({image: {os, architecture, variant}}) => ({os, architecture, ...(variant && {variant})}));
  return [...new Map(platforms.map((platform) => [formatPlatform(platform), platform])).values()];
}
