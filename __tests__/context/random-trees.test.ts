import {chmodSync, mkdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {parseIgnoreFile} from '../../src/context/dockerignore.ts';
import {packContext} from '../../src/context/pack.ts';
import {walkContext} from '../../src/context/walk.ts';
import {consistent, lines, nodes} from './random.ts';
import {extract, look, makeTree, NEVER, removeTree, type Seen, tempDirectory} from './trees.ts';

let temp: string;
beforeAll(() => {
  temp = tempDirectory();
});
afterAll(() => removeTree(temp));

/** The rules once more, as simply as can be: patterns as regular expressions, a path asked after its parent. */
function oracle(patterns: readonly string[]): (path: string) => boolean {
  const rules = patterns.map((text) => {
    const except = text.startsWith('!');
    const clean = text.replace(/^[!/]/, '');
    const source = clean
      .split('/')
      .map((part) =>
        part.replace(/\*\*|[.*?]/g, (found) => ({'**': '.*', '.': '\\.', '*': '[^/]*', '?': '[^/]'})[found] ?? found),
      )
      .join('/')
      // "**/" may be nothing; "/**" at the end is at least a slash.
      .replace(/(?<=^|\/)\.\*\//g, '(?:.*/)?');
    return {except, test: new RegExp(`^${source}$`, 'su')};
  });
  const hits = (asked: string): {readonly excluded: boolean; readonly hit: readonly boolean[]} => {
    const slash = asked.lastIndexOf('/');
    const above = slash < 0 ? [] : hits(asked.slice(0, slash)).hit;
    let excluded = false;
    const hit = rules.map(({except, test}, i) => {
      const matched = above[i] === true || (except === excluded && test.test(asked));
      if (matched) excluded = !except;
      return matched;
    });
    return {excluded, hit};
  };
  return (asked) => hits(asked).excluded;
}

describe('any tree with any rules', () => {
  it('packed and unpacked by GNU tar is the tree without what the rules leave out', async () => {
    let run = 0;
    let dropped = 0;
    await fc.assert(
      fc.asyncProperty(nodes, lines, async (all, patterns) => {
        const home = join(temp, String(run++));
        const tree = consistent(all);
        makeTree(join(home, 'in'), Object.fromEntries(tree));
        for (const [file, what, mode] of tree) if (typeof what === 'string') chmodSync(join(home, 'in', file), mode);
        const isExcluded = oracle(patterns);
        const source = look(join(home, 'in'));
        const kept = [...source.keys()].filter((seen) => !isExcluded(seen));
        // A directory comes along with what is let in below it.
        const expected = new Map<string, Seen>();
        for (const [seen, what] of source) {
          if (kept.some((other) => other === seen || other.startsWith(`${seen}/`))) expected.set(seen, what);
        }
        dropped += source.size - expected.size;
        const walk = await walkContext(join(home, 'in'), {ignore: parseIgnoreFile(patterns.join('\n')), signal: NEVER});
        mkdirSync(join(home, 'out'));
        expect(await extract(packContext(walk, {signal: NEVER}), join(home, 'out'))).toEqual(expected);
        rmSync(home, {recursive: true});
      }),
      {numRuns: 300},
    );
    expect(dropped).toBeGreaterThan(100);
  }, 60_000);
});
