/** Filters in inputs, `key=value` by line; a key may come again. */
import type {Filters} from '../engine/filters.ts';
import {InvalidInput} from '../pipeline/errors.ts';

/**
 * `label!=x` is the key `label!`, as the docker CLI has it; a key alone is true. `once`: a key may come only once.
 * Throws InvalidInput.
 */
export function readFilters<Key extends string>(
  input: string,
  items: readonly string[],
  keys: readonly Key[],
  {once = false}: {readonly once?: boolean} = {},
): Filters<Key> {
  const filters: Partial<Record<Key, string[]>> = {};
  for (const item of items) {
    const [, name = '', value = 'true'] = /^([^=!]+!?)(?:=(.*))?$/s.exec(item) ?? [];
    const key = keys.find((known) => known === name.trim());
    if (key === undefined)
      throw new InvalidInput(input, `it knows no filter ${JSON.stringify(name || item)}`, `use ${keys.join(', ')}`);
    const values = filters[key] ?? [];
    if (once && values.length > 0)
      throw new InvalidInput(input, `${key} may be given only once`, 'leave one of them out');
    filters[key] = [...values, value.trim()];
  }
  return filters;
}
