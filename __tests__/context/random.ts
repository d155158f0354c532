/** Random trees and ignore files for properties: few names, so that rules and paths meet often. */
import fc from 'fast-check';
import type {Tree} from './trees.ts';

const name = fc.constantFrom('a', 'b', 'ab', 'a.md', '.c', 'ü', 'a b', `${'n'.repeat(90)}`);
export const path = fc.array(name, {minLength: 1, maxLength: 3}).map((names) => names.join('/'));
const node = fc.oneof(
  {weight: 5, arbitrary: fc.string({maxLength: 20})},
  {weight: 1, arbitrary: fc.integer({min: 500, max: 140_000}).map((size) => 'x'.repeat(size))},
  {weight: 1, arbitrary: fc.constantFrom('a', '../b', '/nowhere').map((link) => ({link}))},
);
export const nodes = fc.array(fc.tuple(path, node, fc.constantFrom(0o644, 0o755, 0o600, 0o4711)), {maxLength: 12});
const piece = fc.constantFrom('a', 'b', 'ab', '*.md', '*', '**', '?', '[ab]', '.c', 'ü', 'a*');
const line = fc
  .tuple(fc.constantFrom('', '', '', '!', '!', '/'), fc.array(piece, {minLength: 1, maxLength: 3}))
  .map(([sign, pieces]) => sign + pieces.join('/'));
/** Of an ignore file. */
export const lines = fc.array(line, {maxLength: 5});

/** Drops nodes whose place is taken, by a file where a directory would have to be or the other way round. */
export function consistent(all: readonly (readonly [string, Tree[string], number])[]): typeof all {
  const files = new Set<string>();
  const directories = new Set<string>();
  return all.filter(([full]) => {
    const parents = full.split('/').map((_, i, parts) => parts.slice(0, i).join('/'));
    if (files.has(full) || directories.has(full) || parents.some((parent) => files.has(parent))) return false;
    for (const parent of parents) directories.add(parent);
    files.add(full);
    return true;
  });
}
