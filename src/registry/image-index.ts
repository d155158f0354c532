/**
 * Puts an index together, always into the same bytes for the same children: sorted by platform, keys in a fixed order.
 * Which media type it has, and what becomes of attestations and of children that come twice, follows the rules of
 * `docker buildx imagetools create` (docker/buildx util/imagetools/create.go).
 */
import type {DescribedPlatform, Descriptor} from './descriptor.ts';
import {digestOf} from './digest.ts';
import {attestedBy, DOCKER_INDEX, isDockerType, OCI_INDEX} from './image-manifest.ts';
import type {Manifest} from './manifest.ts';
import {formatPlatform, matchesPlatform} from './platform.ts';

/** Children that cannot stand in one index. */
export class InvalidIndex extends Error {
  override readonly name = 'InvalidIndex';
  readonly hint: string;

  constructor(reason: string, hint: string) {
    super(`no index: ${reason}`);
    this.hint = hint;
  }
}

export interface IndexOptions {
  /** Of the index itself; with any, it is an OCI index. */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Throws InvalidIndex for no child, a child without a platform, and two of the same platform. */
export function assembleIndex(children: readonly Descriptor[], {annotations = {}}: IndexOptions = {}): Manifest {
  const unique = uniteTwins(children);
  const images = unique.filter((child) => attestedBy(child) === undefined).sort(byPlatform);
  checkImages(images);
  const order = new Map<string, number>(images.map(({digest}, at) => [digest, at]));
  const attestations = unique
    .filter((child) => order.has(attestedBy(child) ?? ''))
    .sort((a, b) => (order.get(attestedBy(a) ?? '') ?? 0) - (order.get(attestedBy(b) ?? '') ?? 0));
  const manifests = [...images, ...attestations];
  const isAnnotated = Object.keys(annotations).length > 0;
  const isDocker = !isAnnotated && manifests.every((it) => isDockerType(it.mediaType) && it.annotations === undefined);
  const mediaType = isDocker ? DOCKER_INDEX : OCI_INDEX;
  const document = {
    schemaVersion: 2,
    mediaType,
    manifests: manifests.map(encodeDescriptor),
    ...(isAnnotated && {annotations: sorted(annotations)}),
  };
  const bytes = Buffer.from(JSON.stringify(document, undefined, 2));
  return {mediaType, digest: digestOf(bytes), bytes};
}

/** The same manifest, given twice, with the annotations of both. */
function uniteTwins(children: readonly Descriptor[]): readonly Descriptor[] {
  return [...Map.groupBy(children, ({digest}) => digest).values()].map((twins) => {
    const annotations = Object.assign({}, ...twins.map((twin) => twin.annotations ?? {}));
    const platform = twins.find((twin) => twin.platform !== undefined)?.platform;
    return {
      ...(twins[0] as Descriptor),
      ...(platform && {platform}),
      ...(Object.keys(annotations).length > 0 && {annotations}),
    };
  });
}

function checkImages(images: readonly Descriptor[]): void {
  if (images.length === 0) throw new InvalidIndex('there is no image to put into it', 'give at least one');
  for (const [at, {digest, platform}] of images.entries()) {
    if (platform === undefined)
      throw new InvalidIndex(`nothing says what platform ${digest} is for`, 'build that image anew');
    const twin = images.slice(0, at).find((other) => other.platform && isSame(other.platform, platform));
    if (twin !== undefined) {
      throw new InvalidIndex(
        `two images are for ${formatPlatform(platform)}: ${twin.digest} and ${digest}`,
        'give one for each platform; jobs that ran again may have left an older one',
      );
    }
  }
}

/** Windows has images of one architecture for several versions of the system. */
function isSame(a: DescribedPlatform, b: DescribedPlatform): boolean {
  return matchesPlatform(a, b) && (a.osVersion ?? '') === (b.osVersion ?? '');
}

function byPlatform(a: Descriptor, b: Descriptor): number {
  const key = ({platform}: Descriptor) =>
    platform === undefined ? '' : `${formatPlatform(platform)} ${platform.osVersion ?? ''}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}

function encodeDescriptor({mediaType, digest, size, urls, annotations, platform, artifactType}: Descriptor) {
  return {
    mediaType,
    digest,
    size,
    ...(urls && {urls}),
    ...(annotations && {annotations: sorted(annotations)}),
    ...(platform && {platform: encodePlatform(platform)}),
    ...(artifactType !== undefined && {artifactType}),
  };
}

function encodePlatform({os, architecture, variant, osVersion, osFeatures}: DescribedPlatform) {
  return {
    architecture,
    os,
    ...(osVersion !== undefined && {'os.version': osVersion}),
    ...(osFeatures && {'os.features': osFeatures}),
    ...(variant !== undefined && {variant}),
  };
}

function sorted(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
