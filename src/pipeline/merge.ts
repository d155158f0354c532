/**
 * Makes one index of images that are in registries already, pushed by jobs of a matrix or by other tools, and puts it
 * under tags. No engine takes part. Doing it again changes nothing.
 */
import {copyImage} from '../registry/copy.ts';
import {type DescribedImage, describeImage} from '../registry/describe-image.ts';
import type {Descriptor} from '../registry/descriptor.ts';
import {RegistryError} from '../registry/errors.ts';
import {assembleIndex} from '../registry/image-index.ts';
import {attestedBy} from '../registry/image-manifest.ts';
import type {Manifest} from '../registry/manifest.ts';
import {formatPlatform, matchesPlatform, type Platform} from '../registry/platform.ts';
import {formatFamiliar, type Reference, type TaggedReference} from '../registry/reference.ts';
import {count} from '../report/units.ts';
import {type Annotation, annotateChildren, annotationsOf} from './annotations.ts';
import {InvalidInput, PublishFailed} from './errors.ts';
import {type PlaceTools, placeManifest} from './place-manifest.ts';

export interface MergeInputs {
  readonly sources: readonly MergeSource[];
  readonly tags: readonly TaggedReference[];
  /** All that there have to be, and no others; empty for whatever there is. */
  readonly platforms: readonly Platform[];
  readonly annotations: readonly Annotation[];
  /** An index also of a single image. */
  readonly preferIndex: boolean;
  /** Only says what would be written. */
  readonly dryRun: boolean;
}

export interface MergeSource {
  /** Where it may be; the first that has it is taken. */
  readonly references: readonly [Reference, ...Reference[]];
  /** What it was said to be for. */
  readonly platform: Platform | undefined;
  /** Where it was named, for messages: `input descriptors, line 2`. */
  readonly named: string;
}

export interface Merged {
  readonly manifest: Manifest;
  readonly children: readonly Descriptor[];
  readonly pushed: readonly TaggedReference[];
}

export interface MergeTools extends PlaceTools {
  /** Told as soon as it is known, also of a merge that fails. */
  readonly onMerged: (merged: Merged & {readonly failed: readonly string[]}) => void;
}

/** Throws InvalidInput before anything is written, RegistryError, InvalidIndex, or PublishFailed. */
export async function merge(inputs: MergeInputs, tools: MergeTools): Promise<void> {
  const {log, client, signal, onMerged} = tools;
  log.group(`Read ${count(inputs.sources.length, 'image')}`);
  const found = await Promise.all(inputs.sources.map((source) => read(source, tools)));
  log.endGroup();
  const children = annotateChildren(
    found.flatMap((it) => it.image.children),
    inputs.annotations,
  );
  checkPlatforms(children, inputs.platforms);
  const manifest = manifestFor(found, children, inputs);
  const {length} = children.filter((child) => attestedBy(child) === undefined);
  log.info(`${manifest.digest}: ${length === 1 ? 'the image' : `an index of ${length} images`}`);
  if (inputs.dryRun) {
    log.info(`dry-run: nothing is written to ${inputs.tags.map(formatFamiliar).join(', ')}`);
    onMerged({manifest, children, pushed: [], failed: []});
    return;
  }
  const bring = async (to: Reference) => {
    for (const {image, from} of found) {
      const digests = image.manifest === manifest ? [manifest.digest] : image.children.map(({digest}) => digest);
      for (const digest of digests) await copyImage(client, digest, {from, to}, {signal});
    }
  };
  log.group(`Write ${count(inputs.tags.length, 'tag')}`);
  const placed = await placeManifest({manifest, bring, tags: inputs.tags, untagged: []}, tools);
  log.endGroup();
  const failed = placed.failed.map(({reference}) => reference);
  onMerged({manifest, children, pushed: placed.pushed, failed});
  if (placed.failed.length > 0) {
    const done = placed.pushed.map((tag) => `${formatFamiliar(tag)}@${manifest.digest}`);
    throw new PublishFailed(done, placed.failed);
  }
}

interface Found {
  readonly image: DescribedImage;
  /** Where it was. */
  readonly from: Reference;
}

async function read(source: MergeSource, {client, log, signal}: MergeTools): Promise<Found> {
  const {references, platform, named} = source;
  let missing: RegistryError | undefined;
  for (const reference of references) {
    try {
      const image = await describeImage(client, reference, {signal});
      const platforms = image.children.flatMap((child) => (attestedBy(child) === undefined ? [child.platform] : []));
      if (platform !== undefined && !platforms.some((got) => got && matchesPlatform(platform, got))) {
        throw new InvalidInput(
          'descriptors',
          `${formatFamiliar(reference)} (${named}) is for ${listed(platforms)}, not for ${formatPlatform(platform)}`,
          'an image of another platform must not stand in; look at the job that built it',
        );
      }
      log.info(`${formatFamiliar(reference)}: ${listed(platforms)}`);
      return {image, from: reference};
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof RegistryError) || error.status !== 404) throw error;
      missing ??= error;
    }
  }
  const places = references.map(formatFamiliar).join(', ');
  throw new InvalidInput(
    'descriptors',
    `${places} (${named}) is not there`,
    missing?.hint ?? 'look at the job that pushes it, and at what it says of the digest',
  );
}

function checkPlatforms(children: readonly Descriptor[], expected: readonly Platform[]): void {
  if (expected.length === 0) return;
  const got = children.flatMap((child) => (attestedBy(child) === undefined && child.platform ? [child.platform] : []));
  const isIn = (platform: Platform, all: readonly Platform[]) => all.some((other) => matchesPlatform(other, platform));
  const missing = expected.filter((platform) => !isIn(platform, got));
  const extra = got.filter((platform) => !isIn(platform, expected));
  if (missing.length === 0 && extra.length === 0) return;
  const wrong = [
    missing.length > 0 && `no image is for ${listed(missing)}`,
    extra.length > 0 && `nobody expects ${listed(extra)}`,
  ];
  throw new InvalidInput(
    'platforms',
    `${wrong.filter((text) => text !== false).join(', and ')}; nothing was written`,
    'check that each job of the matrix hands on its descriptor, and that none of them is named like another',
  );
}

/** A single image needs no index around it, and keeps its digest. */
function manifestFor(found: readonly Found[], children: readonly Descriptor[], inputs: MergeInputs): Manifest {
  const {annotations, preferIndex} = inputs;
  const own = annotationsOf(annotations, 'index');
  const [only] = found;
  if (found.length === 1 && only !== undefined && annotations.length === 0 && !preferIndex) return only.image.manifest;
  return assembleIndex(children, {annotations: own});
}

function listed(platforms: ReadonlyArray<Platform | undefined>): string {
  return platforms.map((platform) => (platform ? formatPlatform(platform) : 'an unknown platform')).join(', ');
}
