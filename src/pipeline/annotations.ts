/**
 * Annotations by the level that they are for, as docker/build-push-action writes them. Those of a manifest stand in the
 * manifest of an image, the others in an index: its own, and of what it says of each image.
 */
import type {Descriptor} from '../registry/descriptor.ts';
import {attestedBy} from '../registry/image-manifest.ts';
import {matchesPlatform, type Platform} from '../registry/platform.ts';

export const ANNOTATION_LEVELS = ['manifest', 'index', 'manifest-descriptor', 'index-descriptor'] as const;

export interface Annotation {
  readonly level: (typeof ANNOTATION_LEVELS)[number];
  /** Undefined for all. */
  readonly platform: Platform | undefined;
  readonly key: string;
  readonly value: string;
}

/** Of one level, for a platform or an index as a whole; the last of equal keys counts. */
export function annotationsOf(
  annotations: readonly Annotation[],
  level: Annotation['level'],
  platform?: Platform,
): Readonly<Record<string, string>> {
  const meant = annotations.filter(
    (item) =>
      item.level === level && (item.platform === undefined || (platform && matchesPlatform(item.platform, platform))),
  );
  return Object.fromEntries(meant.map(({key, value}) => [key, value]));
}

/** The children of an index with what is to be said of them. */
export function annotateChildren(
  children: readonly Descriptor[],
  annotations: readonly Annotation[],
): readonly Descriptor[] {
  return children.map((child) => {
    if (attestedBy(child) !== undefined) return child;
    const own = annotationsOf(annotations, 'manifest-descriptor', child.platform);
    return Object.keys(own).length === 0 ? child : {...child, annotations: {...child.annotations, ...own}};
  });
}
