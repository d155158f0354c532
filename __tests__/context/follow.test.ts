import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {parseIgnoreFile} from '../../src/context/dockerignore.ts';
import {followPaths} from '../../src/context/follow.ts';
import {walkContext} from '../../src/context/walk.ts';
import {makeTree, NEVER, removeTree, type Tree, tempDirectory} from './trees.ts';

let root: string;
beforeEach(() => {
  root = tempDirectory();
});
afterEach(() => removeTree(root));

/** What would travel for these paths. */
async function listed(tree: Tree, paths: readonly string[], ...ignored: string[]): Promise<readonly string[]> {
  makeTree(root, tree);
  const wanted = followPaths(root, paths);
  const ignore = parseIgnoreFile(ignored.join('\n'));
  const {entries} = await walkContext(root, {ignore, wanted, signal: NEVER});
  return entries.map(({path}) => path);
}

const TREE: Tree = {
  'a/b/c': '',
  'a/b/d': '',
  'a/e': '',
  'a.txt': '',
  'b.txt': '',
  'x/y': '',
  'sp ace, comma': '',
  '[odd]': '',
  'wild*card': '',
};

describe('paths that are followed', () => {
  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['a file, with its parents', ['a/b/c'], ['a', 'a/b', 'a/b/c']],
    ['a directory, with all below it', ['a'], ['a', 'a/b', 'a/b/c', 'a/b/d', 'a/e']],
    ['several', ['x', 'a.txt'], ['a.txt', 'x', 'x/y']],
    ['one with slashes around it', ['/x/'], ['x', 'x/y']],
    ['one that climbs above the root', ['../../x'], ['x', 'x/y']],
    ['one with dots in it', ['./a/../x'], ['x', 'x/y']],
    ['a wildcard', ['*.txt'], ['a.txt', 'b.txt']],
    ['a wildcard in the middle', ['*/b/c'], ['a', 'a/b', 'a/b/c']],
    ['a class', ['[bx].txt'], ['b.txt']],
    ['an escaped character', ['\\[odd]'], ['[odd]']],
    ['an escaped wildcard', ['wild\\*card'], ['wild*card']],
    ['what is no pattern', ['[odd'], []],
    ['blanks and commas', ['sp ace, comma'], ['sp ace, comma']],
    ['what is not there', ['nothing', 'a/nothing'], []],
  ])('%s', async (_, paths, expected) => {
    expect(await listed(TREE, paths)).toEqual(expected);
  });

  it.each([['.'], ['/'], ['a/..'], ['./'], ['']])('the root as "%s" is everything', (path) => {
    expect(followPaths('/nowhere', ['x', path])).toBeUndefined();
  });

  it('what stands before a wildcard is there even when nothing matches, as in a tar', async () => {
    const tree = {'empty/': '', 'full/a': '', 'deep/er/b': '', file: '', link: {link: 'full'}};
    expect(await listed(tree, ['empty/*'])).toEqual(['empty']);
    expect(await listed({}, ['full/x*'])).toEqual(['full']);
    expect(await listed({}, ['deep/er/x*'])).toEqual(['deep', 'deep/er']);
    expect(await listed({}, ['file/*'])).toEqual(['file']);
    expect(await listed({}, ['link/x*'])).toEqual(['full', 'link']);
    expect(await listed({}, ['full/*'], 'full')).toEqual([]);
  });

  it('a link comes with what it leads to, and so on', async () => {
    const tree = {one: {link: 'two'}, two: {link: 'dir/three'}, 'dir/three': {link: '../four'}, four: '', five: ''};
    expect(await listed(tree, ['one'])).toEqual(['dir', 'dir/three', 'four', 'one', 'two']);
  });

  it('links to directories on the way are followed', async () => {
    const tree = {'real/sub/f': '', 'real/other': '', link: {link: 'real'}, 'in/up': {link: '../real/sub'}};
    expect(await listed(tree, ['link/sub/f'])).toEqual(['link', 'real', 'real/sub', 'real/sub/f']);
    expect(await listed({}, ['in/up'])).toEqual(['in', 'in/up', 'real', 'real/sub', 'real/sub/f']);
    expect(await listed({}, ['in/up/f'])).toEqual(['in', 'in/up', 'real', 'real/sub', 'real/sub/f']);
  });

  it('links are found by wildcards, also below one', async () => {
    const tree = {'deep/d1/l': {link: '../../x'}, x: ''};
    expect(await listed(tree, ['deep/*/l'])).toEqual(['deep', 'deep/d1', 'deep/d1/l', 'x']);
    expect(await listed({}, ['*/*/l'])).toEqual(['deep', 'deep/d1', 'deep/d1/l', 'x']);
    const flat = {'src/a.txt': {link: '../real'}, 'src/b.txt': '', real: ''};
    expect(await listed(flat, ['src/*.txt'])).toEqual(['real', 'src', 'src/a.txt', 'src/b.txt']);
  });

  it('links stay in the root: it is the "/" of absolute ones, and ".." ends there (hardening C3)', async () => {
    const tree = {absolute: {link: '/dir/f'}, climbing: {link: '../../../dir/g'}, 'dir/f': '', 'dir/g': ''};
    expect(await listed(tree, ['absolute'])).toEqual(['absolute', 'dir', 'dir/f']);
    expect(await listed({}, ['climbing'])).toEqual(['climbing', 'dir', 'dir/g']);
    const outside = {out: {link: '/etc/passwd'}, 'etc/passwd': 'ours'};
    expect(await listed(outside, ['out'])).toEqual(['etc', 'etc/passwd', 'out']);
  });

  it('a link to the root brings everything', async () => {
    expect(await listed({'d/up': {link: '..'}, f: ''}, ['d/up'])).toEqual(['d', 'd/up', 'f']);
  });

  it('links that go in circles come to an end (hardening T21)', async () => {
    const tree = {
      a: {link: 'b'},
      b: {link: 'a'},
      self: {link: 'self/x'},
      'd/loop': {link: '../d'},
      'd/f': '',
      dangling: {link: 'nowhere'},
    };
    const started = performance.now();
    expect(await listed(tree, ['a'])).toEqual(['a', 'b']);
    expect(await listed({}, ['self'])).toEqual(['self']);
    expect(await listed({}, ['d/loop/loop/loop/f'])).toEqual(['d', 'd/f', 'd/loop']);
    expect(await listed({}, ['dangling'])).toEqual(['dangling']);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('a target with characters of patterns is taken as it is', async () => {
    const tree = {link: {link: 'a*'}, 'a*': '', ab: ''};
    expect(await listed(tree, ['link'])).toEqual(['a*', 'link']);
  });

  it('what is excluded stays out, also when a link leads to it', async () => {
    const tree = {link: {link: 'd/secret'}, 'd/secret': '', 'd/open': ''};
    expect(await listed(tree, ['link', 'd/open'], 'd/secret')).toEqual(['d', 'd/open', 'link']);
    expect(await listed({}, ['d'], 'd', '!d/open')).toEqual(['d', 'd/open']);
  });

  it('thousands of files by one wildcard are no work', async () => {
    makeTree(root, Object.fromEntries(Array.from({length: 3000}, (_, i) => [`f${i}.txt`, ''])));
    const started = performance.now();
    expect(followPaths(root, ['*.txt'])?.patterns).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
