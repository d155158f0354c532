/** What stands in a manifest or an index. OCI image-spec, "Image Manifest" and "Image Index", and Docker's forms of both. */
import {type Descriptor, own, readDescriptor, textsOf} from './descriptor.ts';
import {digestOf} from './digest.ts';
import {RegistryError} from './errors.ts';
import type {Manifest} from './manifest.ts';

export const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';
export const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
export const DOCKER_INDEX = 'application/vnd.docker.distribution.manifest.list.v2+json';
export const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';

export function isIndexType(mediaType: string): boolean {
  return mediaType === OCI_INDEX || mediaType === DOCKER_INDEX;
}

export function isDockerType(mediaType: string): boolean {
  return mediaType === DOCKER_INDEX || mediaType === DOCKER_MANIFEST;
}

export interface ImageParts {
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
}

/** Of an image's manifest. Throws RegistryError with code MANIFEST_INVALID. */
export function partsOf(manifest: Manifest): ImageParts {
  const json = jsonOf(manifest);
  const config = readDescriptor(own(json, 'config'));
  const layers = listOf(own(json, 'layers')).map(readDescriptor);
  if (config === undefined || layers.includes(undefined))
    throw invalid(manifest, 'it names no config, or a layer badly');
  return {config, layers: layers.filter((layer) => layer !== undefined)};
}

/** Of an image's manifest or an index. Throws RegistryError with code MANIFEST_INVALID. */
export function annotationsIn(manifest: Manifest): Readonly<Record<string, string>> {
  return textsOf(own(jsonOf(manifest), 'annotations')) ?? {};
}

export interface IndexParts {
  readonly manifests: readonly Descriptor[];
  readonly annotations: Readonly<Record<string, string>> | undefined;
}

/** Of an index. Throws RegistryError with code MANIFEST_INVALID. */
export function childrenOf(index: Manifest): IndexParts {
  const json = jsonOf(index);
  const manifests = listOf(own(json, 'manifests')).map(readDescriptor);
  if (manifests.includes(undefined)) throw invalid(index, 'it names a manifest badly');
  return {
    manifests: manifests.filter((item) => item !== undefined),
    annotations: textsOf(own(json, 'annotations')),
  };
}

const DOCKER_REFERENCE_TYPE = 'vnd.docker.reference.type';
const DOCKER_REFERENCE_DIGEST = 'vnd.docker.reference.digest';

/** The digest of the manifest that this one, of an index, says something of; undefined for an image. */
export function attestedBy({annotations}: Descriptor): string | undefined {
  return annotations?.[DOCKER_REFERENCE_TYPE] === undefined ? undefined : (annotations[DOCKER_REFERENCE_DIGEST] ?? '');
}

function jsonOf(manifest: Manifest): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(manifest.bytes));
  } catch {
    throw invalid(manifest, 'it is not JSON');
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function invalid({digest}: Manifest, why: string): RegistryError {
  return new RegistryError(`manifest ${digest} cannot be read: ${why}`, {
    status: 200,
    code: 'MANIFEST_INVALID',
    host: '',
    hint: 'build and push this image anew',
  });
}

/** Docker's media types, and what they are called in OCI manifests, which alone have annotations. */
const OCI_NAMES: ReadonlyMap<string, string> = new Map([
  [DOCKER_MANIFEST, OCI_MANIFEST],
  ['application/vnd.docker.container.image.v1+json', 'application/vnd.oci.image.config.v1+json'],
  ['application/vnd.docker.image.rootfs.diff.tar', 'application/vnd.oci.image.layer.v1.tar'],
  ['application/vnd.docker.image.rootfs.diff.tar.gzip', 'application/vnd.oci.image.layer.v1.tar+gzip'],
  ['application/vnd.docker.image.rootfs.diff.tar.zstd', 'application/vnd.oci.image.layer.v1.tar+zstd'],
  [
    'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip',
    'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip',
  ],
]);

/** The same image under an OCI manifest with more annotations, and so with another digest. */
export function withAnnotations(manifest: Manifest, annotations: Readonly<Record<string, string>>): Manifest {
  if (Object.keys(annotations).length === 0) return manifest;
  const json = jsonOf(manifest) as Readonly<Record<string, unknown>>;
  const named = (descriptor: unknown) => {
    const type = own(descriptor, 'mediaType');
    return {...(descriptor as object), mediaType: OCI_NAMES.get(String(type)) ?? type};
  };
  const document = {
    ...json,
    mediaType: OCI_MANIFEST,
    config: named(own(json, 'config')),
    layers: listOf(own(json, 'layers')).map(named),
    annotations: {...textsOf(own(json, 'annotations')), ...annotations},
  };
  const bytes = Buffer.from(JSON.stringify(document, undefined, 2));
  return {mediaType: OCI_MANIFEST, digest: digestOf(bytes), bytes};
}
