/** What an image in a registry offers to an index: itself with the platform of its config, or the children of an index. */
import {readBlob} from './blob.ts';
import type {CallOptions, RegistryClient} from './client.ts';
import {type Descriptor, readPlatform} from './descriptor.ts';
import {RegistryError} from './errors.ts';
import {childrenOf, isIndexType, partsOf} from './image-manifest.ts';
import {type Manifest, readManifest} from './manifest.ts';
import {formatFamiliar, type Reference} from './reference.ts';

export interface DescribedImage {
  /** The very manifest or index under the reference. */
  readonly manifest: Manifest;
  /** To be put into an index in its place; attestations come along. */
  readonly children: readonly Descriptor[];
}

/** A config with its history; the largest seen have a few hundred kB. */
const CONFIG_LIMIT = 8 * 1024 * 1024;

/** Throws RegistryError. */
export async function describeImage(
  client: RegistryClient,
  reference: Reference,
  options: CallOptions = {},
): Promise<DescribedImage> {
  const manifest = await readManifest(client, reference, options);
  if (isIndexType(manifest.mediaType)) return {manifest, children: childrenOf(manifest).manifests};
  const {config} = partsOf(manifest);
  if (config.size > CONFIG_LIMIT) {
    throw new RegistryError(`the config of ${formatFamiliar(reference)} has ${config.size} bytes, which no image has`, {
      status: 200,
      code: 'TOO_LARGE',
      host: reference.registry,
    });
  }
  return {manifest, children: [describeManifest(manifest, await readBlob(client, reference, config, options))]};
}

/** The descriptor of an image's manifest, with the platform that its config names. */
export function describeManifest({mediaType, digest, bytes}: Manifest, config: Uint8Array): Descriptor {
  const platform = readPlatform(parse(config));
  return {mediaType, digest, size: bytes.length, ...(platform && {platform})};
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}
