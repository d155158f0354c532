/**
 * An image that no engine has, as an engine would tell of it, out of its config and its manifest (OCI image-spec "Image
 * Configuration"). Its size is that of its compressed layers.
 */
import type {HistoryEntry} from '../engine/history.ts';
import {type ImageConfig, type ImageDetails, textsIn} from '../engine/inspect.ts';
import {amountOf, asObject, itemsOf, mapOf, own, textOf, textsOf} from '../engine/json.ts';

export interface UnstoredImage {
  readonly image: ImageDetails;
  /** Newest first, as engines tell it; sizes are those of the compressed layers. */
  readonly entries: readonly HistoryEntry[];
}

export interface ImageParts {
  /** Both as parsed from JSON. */
  readonly config: object;
  readonly manifest: object;
  /** What the image is known by: of this manifest, or of an index that it is in. */
  readonly descriptor: {readonly mediaType: string; readonly digest: string; readonly size: number};
  /** What is to stand for the engine's id; else it is the digest of the descriptor. */
  readonly id?: string;
}

export function describeUnstored({config, manifest, descriptor, id}: ImageParts): UnstoredImage {
  const configDigest = textOf(own(asObject(own(manifest, 'config')), 'digest'));
  const layers = itemsOf(own(manifest, 'layers')).map((layer) => amountOf(own(asObject(layer), 'size')) ?? 0);
  const image: ImageDetails = {
    id: id ?? descriptor.digest,
    names: [],
    digests: [],
    created: textOf(own(config, 'created')) || undefined,
    author: textOf(own(config, 'author')),
    comment: '',
    os: textOf(own(config, 'os')),
    architecture: textOf(own(config, 'architecture')),
    variant: textOf(own(config, 'variant')),
    size: layers.reduce((sum, size) => sum + size, 0),
    config: readConfig(asObject(own(config, 'config'))),
    layers: textsOf(own(asObject(own(config, 'rootfs')), 'diff_ids')),
    configDigest,
    descriptor,
    texts: ['config', 'author', 'comment'].flatMap((key) =>
      textsIn(own(config, key), [key === 'config' ? 'Config' : key]),
    ),
    manifests: [],
  };
  return {image, entries: readEntries(config, layers)};
}

function readConfig(config: object): ImageConfig {
  return {
    user: textOf(own(config, 'User')),
    env: textsOf(own(config, 'Env')),
    command: textsOf(own(config, 'Cmd')),
    entrypoint: textsOf(own(config, 'Entrypoint')),
    workingDirectory: textOf(own(config, 'WorkingDir')),
    labels: mapOf(own(config, 'Labels')),
    ports: Object.keys(asObject(own(config, 'ExposedPorts'))),
    volumes: Object.keys(asObject(own(config, 'Volumes'))),
    stopSignal: textOf(own(config, 'StopSignal')),
  };
}

function readEntries(config: object, layers: readonly number[]): readonly HistoryEntry[] {
  let at = 0;
  const entries = itemsOf(own(config, 'history')).map((item): HistoryEntry => {
    const entry = asObject(item);
    const isEmpty = own(entry, 'empty_layer') === true;
    const size = isEmpty ? 0 : (layers[at++] ?? 0);
    return {
      id: undefined,
      created: Math.floor(Date.parse(textOf(own(entry, 'created'))) / 1000) || 0,
      createdBy: textOf(own(entry, 'created_by')),
      size,
      comment: textOf(own(entry, 'comment')),
      names: [],
    };
  });
  return entries.toReversed();
}
