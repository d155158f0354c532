/** Names of images and platforms in inputs. */
import {InvalidInput} from '../pipeline/errors.ts';
import {InvalidPlatform, matchesPlatform, type Platform, parsePlatform} from '../registry/platform.ts';
import {
  familiarRepository,
  formatFamiliar,
  InvalidReference,
  parseReference,
  type Reference,
  type TaggedReference,
  uniqueRepositories,
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

/** Input `platforms`, each once. Throws InvalidInput. */
export function readPlatforms(items: readonly string[]): readonly Platform[] {
  const all = items.map((item) => readPlatform('platforms', item));
  return all.filter((platform, at) => all.findIndex((other) => matchesPlatform(other, platform)) === at);
}

/** Input `platforms` where there is one image to choose. Throws InvalidInput. */
export function readOnePlatform(items: readonly string[]): Platform | undefined {
  const [first, ...others] = readPlatforms(items);
  if (others.length === 0) return first;
  throw new InvalidInput(
    'platforms',
    `${others.length + 1} platforms are named, and only a build makes an image for several`,
    'name one, or use source: build',
  );
}

/** Repositories for a push by digest. Throws InvalidInput for a tag that was named, as it would not be written. */
export function readRepositories(input: string, items: readonly string[]): readonly Reference[] {
  return uniqueRepositories(
    items.map((item) => {
      const reference = readReference(input, item);
      if (reference.tag === undefined && reference.digest === undefined) return reference;
      throw new InvalidInput(
        input,
        `"${item}" has a tag, and push-by-digest gives none`,
        `name the repository alone, ${familiarRepository(reference)}; the merge action writes the tags`,
      );
    }),
  );
}
