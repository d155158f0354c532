/** Names of images and platforms in inputs. */
import {InvalidInput} from '../pipeline/errors.ts';
import {formatPlatform, InvalidPlatform, type Platform, parsePlatform} from '../registry/platform.ts';
import {
  formatFamiliar,
  InvalidReference,
  parseReference,
  type Reference,
  type TaggedReference,
  withDefaultTag,
} from '../registry/reference.ts';

/** Throws InvalidInput. */
export function readReference(input: string, text: string): Reference {
  try {
    return parseReference(text);
  } catch (error) {
    if (!(error instanceof InvalidReference)) throw error;
    throw new InvalidInput(input, error.message, error.hint);
  }
}

/** Full references; `latest` where no tag is given; each once. Throws InvalidInput. */
export function readTags(input: string, items: readonly string[]): readonly TaggedReference[] {
  const byName = new Map<string, TaggedReference>();
  for (const item of items) {
    const reference = readReference(input, item);
    if (reference.digest !== undefined) {
      throw new InvalidInput(
        input,
        `"${item}" has a digest, which cannot be given to an image`,
        'leave out what begins with @',
      );
    }
    const tagged = withDefaultTag(reference) as TaggedReference;
    byName.set(formatFamiliar(tagged), tagged);
  }
  return [...byName.values()];
}

/** Throws InvalidInput. */
export function readPlatform(input: string, text: string): Platform {
  try {
    return parsePlatform(text);
  } catch (error) {
    if (!(error instanceof InvalidPlatform)) throw error;
    throw new InvalidInput(input, error.message, error.hint);
  }
}

/** Each once. Throws InvalidInput. */
export function readPlatforms(items: readonly string[]): readonly Platform[] {
  const platforms = items.map((item) => readPlatform('platforms', item));
  return [...new Map(platforms.map((platform) => [formatPlatform(platform), platform])).values()];
}

/** For what has one platform. Throws InvalidInput. */
export function readOnePlatform(items: readonly string[]): Platform | undefined {
  const [first, ...others] = readPlatforms(items);
  if (others.length === 0) return first;
  throw new InvalidInput(
    'platforms',
    `there are ${others.length + 1}, and only a build can have several`,
    'use one step, or one job of a matrix, for each platform',
  );
}
