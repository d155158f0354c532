/** Looks in registries for an image that was made from the same inputs, and is whole, for the same platforms and not too old. */
import {asObject} from '../engine/json.ts';
import {hasBlob, readBlob} from '../registry/blob.ts';
import type {RegistryClient} from '../registry/client.ts';
import {blobsOf, inParallel} from '../registry/copy.ts';
import {RegistryError} from '../registry/errors.ts';
import {annotationsIn, attestedBy, childrenOf, isIndexType, partsOf} from '../registry/image-manifest.ts';
import {type Manifest, readManifest} from '../registry/manifest.ts';
import {formatPlatform, matchesPlatform, type Platform} from '../registry/platform.ts';
import {formatFamiliar, type Reference} from '../registry/reference.ts';
import type {Log} from '../report/log.ts';
import {formatDuration} from '../report/units.ts';
import {FINGERPRINT_KEY} from './fingerprint.ts';
import {platformOf} from './results.ts';
import {describeUnstored, type UnstoredImage} from './unstored-image.ts';

export interface WantedImage {
  readonly fingerprint: string;
  /** Empty for the one that is not named. */
  readonly platforms: readonly Platform[];
  /** It has to come with its index, as that holds more than the image. */
  readonly isWhole: boolean;
  /** Milliseconds; undefined for any age. */
  readonly maxAgeMs: number | undefined;
}

export interface PublishedImage {
  /** Where it is. */
  readonly from: Reference;
  /** What is to be tagged: an index, or the manifest of the one image. */
  readonly manifest: Manifest;
  /** In the order of the platforms. */
  readonly images: readonly PublishedPart[];
}

/** The id of the image is the digest of its config. */
export interface PublishedPart extends UnstoredImage {
  readonly manifest: Manifest;
}

export interface LookTools {
  readonly client: RegistryClient;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly signal: AbortSignal;
}

/** The first one that will do. Says of each other one why not; a registry that fails has none. */
export async function findPublished(
  references: readonly Reference[],
  wanted: WantedImage,
  tools: LookTools,
): Promise<PublishedImage | undefined> {
  const limited = {...tools, signal: AbortSignal.any([tools.signal, AbortSignal.timeout(LIMIT_MS)])};
  const looks = await Promise.all(references.map((reference) => lookAt(reference, wanted, limited)));
  tools.signal.throwIfAborted();
  for (const [at, reference] of references.entries()) {
    const found = looks[at];
    if (typeof found !== 'string') return found;
    tools.log.info(`${formatFamiliar(reference)} ${found}`);
  }
  return undefined;
}

/** Rather a build than a long wait for a registry. */
const LIMIT_MS = 20_000;

/** A text says why it will not do. Throws nothing for a registry that fails. */
async function lookAt(reference: Reference, wanted: WantedImage, tools: LookTools): Promise<PublishedImage | string> {
  const {client, signal} = tools;
  try {
    const top = await readManifest(client, reference, {signal});
    const manifests = await imagesOf(top, reference, tools);
    const matching = manifests.filter((manifest) => annotationsIn(manifest)[FINGERPRINT_KEY] === wanted.fingerprint);
    const [first] = matching;
    if (first === undefined) return 'was made from other inputs';
    const isAll = matching.length === manifests.length;
    const isOne = wanted.platforms.length <= 1;
    if (!isAll && (!isOne || wanted.isWhole)) return 'holds images of other inputs, too';
    const all = await Promise.all(matching.map((manifest) => read(manifest, reference, tools)));
    const images = isOne ? all.slice(0, 1) : wanted.platforms.map((platform) => all.find(isFor(platform)));
    const chosen = images.filter((image) => image !== undefined);
    const [platform] = wanted.platforms;
    if (chosen.length < images.length || (isOne && platform !== undefined && !chosen.every(isFor(platform))))
      return `is not for ${wanted.platforms.map(formatPlatform).join(', ')}`;
    const odd = chosen.map((image) => faultOf(image, wanted, tools)).find((fault) => fault !== undefined);
    if (odd !== undefined) return odd;
    if (await lacksBlobs(chosen, reference, tools)) return 'is not whole: its registry lacks a part of it';
    const isWhole = isAll && chosen.length === manifests.length;
    return {from: reference, manifest: isWhole ? top : first, images: chosen};
  } catch (error) {
    if (signal.aborted) return 'could not be looked at in time';
    if (!(error instanceof RegistryError)) throw error;
    return error.status === 404 ? 'is not there yet' : `cannot be looked at: ${error.reason}`;
  }
}

/** Manifests of images, without what attests something of them. */
async function imagesOf(top: Manifest, {registry, path}: Reference, {client, signal}: LookTools) {
  if (!isIndexType(top.mediaType)) return [top];
  const children = childrenOf(top).manifests.filter((child) => attestedBy(child) === undefined);
  return Promise.all(children.map(({digest}) => readManifest(client, {registry, path, digest}, {signal})));
}

/** Bytes of a config with its history; the largest seen have a few hundred kB. */
const CONFIG_LIMIT = 8 * 1024 * 1024;

async function read(manifest: Manifest, from: Reference, {client, signal}: LookTools): Promise<PublishedPart> {
  const {config} = partsOf(manifest);
  const {mediaType, digest, bytes} = manifest;
  if (config.size > CONFIG_LIMIT) throw unreadable(from, `its config has ${config.size} bytes`);
  const described = describeUnstored({
    manifest: parse(bytes, from),
    config: parse(await readBlob(client, from, config, {signal}), from),
    descriptor: {mediaType, digest, size: bytes.length},
    id: config.digest,
  });
  return {manifest, ...described};
}

function parse(bytes: Uint8Array, from: Reference): object {
  try {
    return asObject(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    throw unreadable(from, 'its config is not JSON');
  }
}

function unreadable({registry}: Reference, why: string): RegistryError {
  return new RegistryError(why, {status: 200, code: 'CONFIG_INVALID', host: registry});
}

function isFor(platform: Platform): (part: PublishedPart) => boolean {
  return ({image}) => matchesPlatform(platform, platformOf(image));
}

/** Clocks of builders differ by so much, in milliseconds. */
const SKEW = 3_600_000;

function faultOf({image}: PublishedPart, {maxAgeMs}: WantedImage, {now}: LookTools): string | undefined {
  if (maxAgeMs === undefined) return undefined;
  const age = now - Date.parse(image.created ?? '');
  if (Number.isNaN(age)) return 'does not say when it was made';
  if (age < -SKEW) return `says that it was made in the future, ${image.created}`;
  if (age > maxAgeMs)
    return `was made ${formatDuration(age / 1000)} ago, and skip-max-age is ${formatDuration(maxAgeMs / 1000)}`;
  return undefined;
}

const LOOKS_AT_ONCE = 8;

async function lacksBlobs(
  parts: readonly PublishedPart[],
  from: Reference,
  {client, signal}: LookTools,
): Promise<boolean> {
  const blobs = new Set(parts.flatMap(({manifest}) => blobsOf(manifest).map(({digest}) => digest)));
  let lacks = false;
  await inParallel([...blobs], LOOKS_AT_ONCE, async (digest) => {
    if (!(await hasBlob(client, from, digest, {signal, actions: 'pull'}))) lacks = true;
  });
  return lacks;
}
