/** `GET /images/{name}/json` (Engine API v1.51 "ImageInspect"): all an engine knows of one image. */
import {encodeName} from './call.ts';
import {configDigestOf, type Descriptor, readDescriptor} from './descriptor.ts';
import {EngineError} from './errors.ts';
import type {Engine} from './facts.ts';
import {amountOf, asObject, imageIdOf, itemsOf, mapOf, namesOf, own, textOf, textsOf} from './json.ts';
import {admit} from './parameters.ts';
import {encodePlatform, type Platform} from './platform.ts';

export interface ImageDetails {
  /** The engine's id: config digest with a graph driver, manifest or index digest with the containerd store. */
  readonly id: string;
  /** Names with a tag, in the engine's short form; Podman's are full. */
  readonly names: readonly string[];
  /** `repository@digest`. Only the graph driver's prove that a registry has it. */
  readonly digests: readonly string[];
  /** RFC 3339; undefined where the image does not say. */
  readonly created: string | undefined;
  readonly author: string;
  readonly comment: string;
  readonly os: string;
  readonly architecture: string;
  readonly variant: string;
  /** Bytes: unpacked with a graph driver, content and snapshots with the containerd store. */
  readonly size: number;
  readonly config: ImageConfig;
  /** Digests of the uncompressed layers, from the base on. */
  readonly layers: readonly string[];
  /** Digest of the image's config; undefined where the engine does not say. */
  readonly configDigest: string | undefined;
  /** Only the containerd store knows it (API 1.48 and newer). */
  readonly descriptor: Descriptor | undefined;
  /** Every text that came with the image from its author or builder, by the path of its field. */
  readonly texts: readonly FieldText[];
  /** What the index of the image names, with `manifests` only; empty where the engine does not tell. */
  readonly manifests: readonly ImageManifest[];
}

export interface FieldText {
  /** Such as `Config`, `Labels`, `version`; a key of a map stands as a text under its own path, too. */
  readonly field: readonly string[];
  readonly text: string;
}

/** What a container of the image starts with (OCI image-spec "Image Configuration"). */
export interface ImageConfig {
  readonly user: string;
  /** `NAME=value` each. */
  readonly env: readonly string[];
  readonly command: readonly string[];
  readonly entrypoint: readonly string[];
  readonly workingDirectory: string;
  readonly labels: ReadonlyMap<string, string>;
  /** `port/protocol` each. */
  readonly ports: readonly string[];
  readonly volumes: readonly string[];
  readonly stopSignal: string;
}

/** One manifest of an image (experimental in the API; containerd store). */
export interface ImageManifest {
  readonly descriptor: Descriptor | undefined;
  /** `image`, `attestation` or `unknown`. */
  readonly kind: string;
  /** Whether all of its content is in the engine. */
  readonly available: boolean;
  readonly platform: Platform | undefined;
}

export interface InspectOptions {
  /** Tell the manifests of an index, too; default false. Since API 1.48, containerd store. Not with `platform`. */
  readonly manifests?: boolean;
  /** Which platform of an index; default is the engine's own. Since API 1.49. */
  readonly platform?: Platform | undefined;
  readonly signal: AbortSignal;
}

const ENDPOINT = 'GET /images/{name}/json';

/** `name` is a name or an id. Throws EngineError, 404 for an unknown image. */
export async function inspect(engine: Engine, name: string, options: InspectOptions): Promise<ImageDetails> {
  const {manifests, platform, signal} = options;
  admit(engine, ENDPOINT, {manifests: manifests || undefined, platform}, name);
  const {json} = await engine.transport.json({
    method: 'GET',
    path: `/images/${encodeName(name)}/json`,
    endpoint: ENDPOINT,
    subject: name,
    query: {manifests: manifests ? '1' : undefined, platform: encodePlatform(platform)},
    signal,
  });
  const image = asObject(json);
  const text = (key: string) => textOf(own(image, key));
  // Podman leaves the algorithm off.
  const id = imageIdOf(text('Id'));
  if (id === undefined)
    throw new EngineError('the answer has no image id', {status: 200, endpoint: ENDPOINT, subject: name});
  const descriptor = own(image, 'Descriptor');
  return {
    id,
    names: namesOf(own(image, 'RepoTags')),
    digests: textsOf(own(image, 'RepoDigests')),
    created: text('Created') || undefined,
    author: text('Author'),
    comment: text('Comment'),
    os: text('Os'),
    architecture: text('Architecture'),
    variant: text('Variant'),
    size: amountOf(own(image, 'Size')) ?? 0,
    config: readConfig(asObject(own(image, 'Config'))),
    layers: textsOf(own(asObject(own(image, 'RootFS')), 'Layers')),
    configDigest: descriptor === undefined ? id : configDigestOf(descriptor),
    descriptor: readDescriptor(descriptor),
    texts: ['Config', 'ContainerConfig', 'Author', 'Comment', 'Annotations', 'Descriptor'].flatMap((key) =>
      textsIn(own(image, key), [key]),
    ),
    manifests: readManifests(own(image, 'Manifests')),
  };
}

/** Every text in a JSON value, keys too. */
export function textsIn(value: unknown, field: readonly string[]): readonly FieldText[] {
  if (typeof value === 'string') return [{field, text: value}];
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, field));
  return Object.entries(asObject(value)).flatMap(([key, item]) => [
    {field: [...field, key], text: key},
    ...textsIn(item, [...field, key]),
  ]);
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

/** `Manifests` of an inspected or listed image. */
export function readManifests(value: unknown): readonly ImageManifest[] {
  return itemsOf(value).map((item) => {
    const manifest = asObject(item);
    const platform = asObject(own(asObject(own(manifest, 'ImageData')), 'Platform'));
    const [os, architecture, variant] = ['os', 'architecture', 'variant'].map((key) => textOf(own(platform, key)));
    return {
      descriptor: readDescriptor(own(manifest, 'Descriptor')),
      kind: textOf(own(manifest, 'Kind')),
      available: own(manifest, 'Available') === true,
      platform: os && architecture ? {os, architecture, ...(variant && {variant})} : undefined,
    };
  });
}
