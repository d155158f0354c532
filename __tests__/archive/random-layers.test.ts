import {mkdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {unpackImage} from '../../src/archive/directory.ts';
import {flatTar} from '../../src/archive/flatten.ts';
import {openImage} from '../../src/archive/image-archive.ts';
import {removeTree, tar, tempDirectory} from '../context/trees.ts';
import {workspace} from '../rig.ts';
import {ociTar} from './images.ts';
import {type Closely, lookClosely} from './look.ts';
import {collect, member, NEVER, sha256, whole} from './tars.ts';

const signal = NEVER;
let temp: string;
beforeAll(() => {
  temp = tempDirectory();
});
afterAll(() => removeTree(temp));

type Step =
  | {readonly kind: 'file'; readonly path: string; readonly content: string}
  | {readonly kind: 'directory' | 'opaque' | 'whiteout'; readonly path: string}
  | {readonly kind: 'symlink' | 'hard'; readonly path: string; readonly target: string};

const name = fc.constantFrom('a', 'b', 'c');
const path = fc.array(name, {minLength: 1, maxLength: 3}).map((names) => names.join('/'));
const step: fc.Arbitrary<Step> = fc.oneof(
  {weight: 5, arbitrary: fc.record({kind: fc.constant('file' as const), path, content: fc.string({maxLength: 9})})},
  {
    weight: 2,
    arbitrary: fc.record({kind: fc.constantFrom('directory' as const, 'opaque', 'whiteout', 'whiteout'), path}),
  },
  {weight: 2, arbitrary: fc.record({kind: fc.constantFrom('symlink' as const, 'hard', 'hard'), path, target: path})},
);
const layers = fc.array(fc.array(step, {maxLength: 7}), {maxLength: 4});

function encode(one: Step): Buffer {
  const slash = one.path.lastIndexOf('/') + 1;
  switch (one.kind) {
    case 'file':
      return member(one.path, one.content);
    case 'directory':
      return member(`${one.path}/`, '', {type: '5'});
    case 'opaque':
      return member(`${one.path}/.wh..wh..opq`);
    case 'whiteout':
      return member(`${one.path.slice(0, slash)}.wh.${one.path.slice(slash)}`);
    default:
      return member(one.path, '', {type: one.kind === 'hard' ? '1' : '2', target: one.target});
  }
}

/** One object for all names of a file. */
interface Thing {
  readonly kind: 'file' | 'directory' | 'symlink';
  readonly content: string;
}

/** The same once more, as simply as can be: a flat list of paths. Undefined when a hard link leads nowhere. */
function oracle(all: readonly (readonly Step[])[]): ReadonlyMap<string, Thing> | undefined {
  const things = new Map<string, Thing>();
  const parents = (of: string) =>
    of
      .split('/')
      .map((_, i, parts) => parts.slice(0, i).join('/'))
      .slice(1);
  const reachable = (of: string) => parents(of).every((parent) => things.get(parent)?.kind === 'directory');
  const removeBelow = (of: string) => {
    for (const other of [...things.keys()]) if (other.startsWith(`${of}/`)) things.delete(other);
  };
  const put = (at: string, thing: Thing) => {
    if (thing.kind !== 'directory' || things.get(at)?.kind !== 'directory') removeBelow(at);
    things.set(at, thing);
  };
  for (const layer of all) {
    for (const {kind, path: at} of layer) {
      if (kind !== 'opaque' && kind !== 'whiteout') continue;
      if (!reachable(at)) continue;
      if (kind === 'whiteout' || things.get(at)?.kind === 'directory') removeBelow(at);
      if (kind === 'whiteout') things.delete(at);
    }
    for (const one of layer) {
      if (one.kind === 'opaque' || one.kind === 'whiteout') continue;
      const target = one.kind === 'hard' ? things.get(one.target) : undefined;
      if (one.kind === 'hard') {
        if (target === undefined || target.kind === 'directory') return undefined;
        if (things.get(one.path) === target) continue;
      }
      for (const parent of parents(one.path))
        if (things.get(parent)?.kind !== 'directory') put(parent, {kind: 'directory', content: ''});
      if (one.kind === 'file') put(one.path, {kind: 'file', content: sha256(one.content).slice(0, 8)});
      else if (one.kind === 'symlink') put(one.path, {kind: 'symlink', content: one.target});
      else if (one.kind === 'hard') put(one.path, target as Thing);
      else put(one.path, {kind: 'directory', content: ''});
    }
  }
  return things;
}

function expectedOf(things: ReadonlyMap<string, Thing>): object {
  const first = new Map<Thing, string>();
  const all = [...things].sort(([a], [b]) => (a < b ? -1 : 1));
  const sorted = all.toSorted(([a], [b]) => compareTrees(a, b));
  for (const [at, thing] of sorted) if (!first.has(thing)) first.set(thing, at);
  return Object.fromEntries(all.map(([at, thing]) => [at, {...thing, sameAs: first.get(thing)}]));
}

/** The order of a walk: name by name. */
function compareTrees(a: string, b: string): number {
  const [x, y] = [a.replaceAll('/', '\0'), b.replaceAll('/', '\0')];
  return x < y ? -1 : 1;
}

const brief = (all: Readonly<Record<string, Closely>>) =>
  Object.fromEntries(Object.entries(all).map(([at, {kind, content, sameAs}]) => [at, {kind, content, sameAs}]));

it('any layers give what the rules say: as a tar, unpacked, and unpacked once more over itself', async () => {
  await fc.assert(
    fc.asyncProperty(layers, async (all) => {
      const tars = all.map((steps) => whole(...steps.map(encode)));
      const root = workspace({archive: ociTar({name: 'app:1', layers: tars})});
      await using image = await openImage(join(root, 'archive'), {scratch: root, signal});
      const out = join(temp, 'out');
      const things = oracle(all);
      if (things === undefined) {
        await expect(unpackImage(image, out, {signal})).rejects.toThrow(/ links /);
        return;
      }
      const expected = expectedOf(things);
      await unpackImage(image, out, {signal});
      expect(brief(lookClosely(out))).toEqual(expected);
      await unpackImage(image, out, {signal});
      expect(brief(lookClosely(out))).toEqual(expected);
      rmSync(out, {recursive: true});
      mkdirSync(out);
      await tar(await collect(flatTar(image, {signal})), ['-x', '-C', out]);
      expect(brief(lookClosely(out))).toEqual(expected);
      rmSync(out, {recursive: true});
      rmSync(root, {recursive: true});
    }),
    {numRuns: 150},
  );
});
