/** Names of images and platforms in inputs. */
import {InvalidInput} from '../pipeline/errors.ts';
import {InvalidPlatform, type Platform, parsePlatform} from '../registry/platform.ts';
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

/** Input `platforms`: one for now. Throws InvalidInput. */
export function readOnePlatform(items: readonly string[]): Platform | undefined {
  const [first] = items;
  if (first === undefined) return undefined;
  if (items.length > 1) {
    throw new InvalidInput(
      'platforms',
      `${items.length} platforms in one step are not supported yet`,
      'use one step, or one job of a matrix, for each platform',
    );
  }
  return readPlatform('platforms', first);
}
