/** Content descriptors (OCI image-spec, "Descriptor"), as they stand in manifests and indexes. */
import {type Digest, isDigest} from './digest.ts';
import type {Platform} from './platform.ts';

export interface Descriptor {
  readonly mediaType: string;
  readonly digest: Digest;
  /** Bytes. */
  readonly size: number;
  readonly platform?: DescribedPlatform;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly artifactType?: string;
  /** Where else a layer can be had, which then need not be in the registry. */
  readonly urls?: readonly string[];
}

/** A platform with what only Windows images say more. */
export interface DescribedPlatform extends Platform {
  readonly osVersion?: string;
  readonly osFeatures?: readonly string[];
}

/** Reads one out of JSON that somebody else made; undefined for what is none. Members that are not known are left out. */
export function readDescriptor(value: unknown): Descriptor | undefined {
  const mediaType = own(value, 'mediaType');
  const digest = own(value, 'digest');
  const size = own(value, 'size');
  if (typeof digest !== 'string' || !isDigest(digest)) return undefined;
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) return undefined;
  const platform = readPlatform(own(value, 'platform'));
  const annotations = textsOf(own(value, 'annotations'));
  const artifactType = own(value, 'artifactType');
  const urls = listOf(own(value, 'urls'));
  return {
    mediaType: typeof mediaType === 'string' ? mediaType : '',
    digest,
    size,
    ...(platform && {platform}),
    ...(annotations && {annotations}),
    ...(typeof artifactType === 'string' && artifactType !== '' && {artifactType}),
    ...(urls && {urls}),
  };
}

/** A platform in the words of the image-spec, of a descriptor or of an image's config. */
export function readPlatform(value: unknown): DescribedPlatform | undefined {
  const text = (name: string) => {
    const found = own(value, name);
    return typeof found === 'string' ? found : '';
  };
  const [os, architecture, variant, osVersion] = [
    text('os'),
    text('architecture'),
    text('variant'),
    text('os.version'),
  ];
  const osFeatures = listOf(own(value, 'os.features'));
  if (os === '' || architecture === '') return undefined;
  return {
    os,
    architecture,
    ...(variant !== '' && {variant}),
    ...(osVersion !== '' && {osVersion}),
    ...(osFeatures && {osFeatures}),
  };
}

/** A member of a JSON object; undefined for anything else, and for what is only inherited. */
export function own(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

/** Undefined when there is none. */
export function textsOf(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function listOf(value: unknown): readonly string[] | undefined {
  const items = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  return items.length === 0 ? undefined : items;
}
