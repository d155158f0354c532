/** Inputs that take one of a few words. */
import {InvalidInput} from '../pipeline/errors.ts';
import type {LeakGuard} from '../pipeline/leak-guard.ts';
import type {Overwrite} from '../pipeline/place-manifest.ts';

/** `words` in the order of the message; an empty text is the first of them. Throws InvalidInput. */
export function readChoice<Word extends string>(input: string, text: string, words: readonly [Word, ...Word[]]): Word {
  const found = text === '' ? words[0] : words.find((word) => word === text);
  if (found !== undefined) return found;
  throw new InvalidInput(input, `"${text}" is not one of its words`, `write ${words.join(', ')}`);
}

/** Input `overwrite`. Throws InvalidInput. */
export function readOverwrite(text: string): Overwrite {
  return readChoice('overwrite', text, ['always', 'same', 'never']);
}

/** Input `leak-guard`. Throws InvalidInput. */
export function readLeakGuard(text: string): LeakGuard {
  return readChoice('leak-guard', text, ['stop', 'warn']);
}
