/** Items of the form `key=value,key=value`, as in `outputs`. */
import {InvalidInput} from '../pipeline/errors.ts';
import {parseFields} from './list.ts';

/**
 * By key in lower case; the last of equal keys counts. A field without `=` gets the key `bare`, where that is given.
 * Errors name keys only, as values may be secrets. Throws InvalidInput.
 */
export function readFields(input: string, item: string, bare?: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const field of parseFields(input, item)) {
    const at = field.indexOf('=');
    const key = at < 0 ? bare : field.slice(0, at).trim().toLowerCase();
    if (key === undefined || key === '')
      throw new InvalidInput(
        input,
        'a part between commas has no key before "="',
        'write key=value, with commas between',
      );
    values.set(key, at < 0 ? field.trim() : field.slice(at + 1).trim());
  }
  return values;
}

/** Refuses keys that nobody would look at. Throws InvalidInput. */
export function checkKeys(input: string, given: ReadonlyMap<string, string>, known: readonly string[]): void {
  const odd = [...given.keys()].find((key) => !known.includes(key));
  if (odd !== undefined) throw new InvalidInput(input, `it knows no "${odd}"`, `use ${known.join(', ')}`);
}
