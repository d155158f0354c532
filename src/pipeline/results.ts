/** What a run found out, as far as it came; the outputs of the action are made from it on every path (hardening O5). */
import type {Descriptor} from '../engine/descriptor.ts';
import type {ImageDetails} from '../engine/inspect.ts';
import {formatPlatform, type Platform} from '../registry/platform.ts';
import {familiarRepository, formatFamiliar, type Reference} from '../registry/reference.ts';
import type {BuildSummary} from '../report/progress.ts';
import type {Step} from './layers.ts';

export interface Results {
  /** The engine's id. */
  readonly imageId: string | undefined;
  /** Digest of the manifest or index, only where it is proven. */
  readonly digest: string | undefined;
  readonly metadata: string | undefined;
  /** References given to the image in the engine. */
  readonly tags: readonly string[];
  /** `name@digest` of what was pushed. */
  readonly imageRefs: readonly string[];
  /** JSON by platform, see `formatDigests`. */
  readonly digests: string | undefined;
  /** JSON of what was pushed, see `formatDescriptor`. */
  readonly descriptor: string | undefined;
  /** References that were pushed, and those that could not be. */
  readonly pushed: readonly string[];
  readonly failed: readonly string[];
  /** Absolute paths of what `outputs` wrote. */
  readonly files: readonly string[];
  /** JSON of what a listing or a search found. */
  readonly images: string | undefined;
  /** A registry had the image, so that nothing was built; undefined while there is none. */
  readonly reused: boolean | undefined;
}

export const NO_RESULTS: Results = {
  imageId: undefined,
  digest: undefined,
  metadata: undefined,
  tags: [],
  imageRefs: [],
  digests: undefined,
  descriptor: undefined,
  pushed: [],
  failed: [],
  files: [],
  images: undefined,
  reused: undefined,
};

export function platformOf({os, architecture, variant}: ImageDetails): Platform {
  return {os, architecture, ...(variant !== '' && {variant})};
}

export interface MetadataFacts {
  /** `engine/<host>/<id>`: which engine made the build; undefined where none did. */
  readonly buildRef: string | undefined;
  readonly image: ImageDetails;
  /** Of a build only. */
  readonly summary: BuildSummary | undefined;
  /** From the base on; undefined until it is known. */
  readonly steps: readonly Step[] | undefined;
  readonly digest: string | undefined;
  readonly descriptor: Descriptor | undefined;
  readonly references: readonly Reference[];
}

/**
 * The `metadata` output: JSON with the keys that docker/build-push-action's users read, and what the engine knows of
 * the image under keys that begin with `image.`; sizes are bytes.
 */
export function formatMetadata(facts: MetadataFacts): string {
  const {image, steps, digest, descriptor, references} = facts;
  const metadata = {
    ...ofBuild(facts),
    ...(digest !== undefined && {'containerimage.digest': digest}),
    ...(image.configDigest !== undefined && {'containerimage.config.digest': image.configDigest}),
    ...(descriptor && {'containerimage.descriptor': descriptor}),
    ...(references.length > 0 && {'image.name': references.map(formatFamiliar).join(',')}),
    'image.platform': formatPlatform(platformOf(image)),
    'image.size': image.size,
    ...(image.created !== undefined && {'image.created': image.created}),
    'image.labels': Object.fromEntries(image.config.labels),
    ...(steps && {'image.layers': steps}),
  };
  return JSON.stringify(metadata, undefined, 2);
}

export interface PlatformDigest {
  readonly platform: Platform;
  readonly descriptor: Descriptor;
  readonly imageId: string;
}

/** The `digests` output: `{"linux/arm64":{"digest","imageid","size","mediaType"}}`. */
export function formatDigests(all: readonly PlatformDigest[]): string {
  const entries = all.map(({platform, descriptor: {digest, size, mediaType}, imageId}) => [
    formatPlatform(platform),
    {digest, imageid: imageId, size, mediaType},
  ]);
  return JSON.stringify(Object.fromEntries(entries));
}

/**
 * The `descriptor` output, which the merge action takes: an OCI descriptor in one line, with the repositories that have
 * the manifest. Undefined while there are none.
 */
export function formatDescriptor(
  {mediaType, digest, size}: Descriptor,
  platform: Platform | undefined,
  repositories: readonly Reference[],
): string | undefined {
  if (repositories.length === 0) return undefined;
  return JSON.stringify({
    mediaType,
    digest,
    size,
    ...(platform && {platform}),
    repositories: repositories.map(familiarRepository),
  });
}

type BuildFacts = Pick<MetadataFacts, 'buildRef' | 'summary'>;

/** Of a build that left no image. */
export function formatBuildMetadata(facts: BuildFacts): string {
  return JSON.stringify(ofBuild(facts), undefined, 2);
}

function ofBuild({buildRef, summary}: BuildFacts) {
  const warnings = (summary?.warnings ?? []).map(({text, details, url, place}) => ({
    short: text,
    detail: details,
    url,
    ...(place && {
      sourceInfo: {filename: place.file},
      range: [{start: {line: place.line}, end: {line: place.endLine}}],
    }),
  }));
  return {
    ...(buildRef !== undefined && {'buildx.build.ref': buildRef}),
    ...(warnings.length > 0 && {'buildx.build.warnings': warnings}),
  };
}
