import {execFileSync} from 'node:child_process';
import {chmodSync, chownSync, mkdirSync, truncateSync, utimesSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {buffer} from 'node:stream/consumers';
import {setImmediate as nextTurn} from 'node:timers/promises';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {NO_RULES} from '../../src/context/dockerignore.ts';
import {type ExtraFile, packContext} from '../../src/context/pack.ts';
import {walkContext} from '../../src/context/walk.ts';
import {extract, look, makeTree, NEVER, namesIn, removeTree, type Tree, tar, tempDirectory} from './trees.ts';

let temp: string;
let root: string;
beforeEach(() => {
  temp = tempDirectory();
  root = join(temp, 'context');
});
afterEach(() => removeTree(temp));

const walk = (of = root) => walkContext(of, {ignore: NO_RULES, signal: NEVER});
const packed = async (extra: readonly ExtraFile[] = []) => packContext(await walk(), {extra, signal: NEVER});
const isRoot = process.getuid?.() === 0;

/** One of everything, with names and sizes around every border in the format and in the packing. */
const EVERYTHING: Tree = {
  'empty-directory/': '',
  empty: '',
  block: 'x'.repeat(512),
  'block-and-one': 'x'.repeat(513),
  'fills-a-chunk': 'x'.repeat(65_536 - 512),
  'over-a-chunk': 'y'.repeat(65_537),
  large: Buffer.alloc(3_000_001, 'z'),
  'large-é': Buffer.alloc(1_000_001, 'w'),
  'ünïcode/日本語 😀.txt': 'text',
  'with\nnewline and = and "quotes"': 'odd',
  [`${'n'.repeat(100)}`]: 'name of 100',
  [`${'n'.repeat(101)}`]: 'name of 101',
  [`${'d'.repeat(100)}/`]: '',
  [`${'p'.repeat(155)}/${'n'.repeat(100)}`]: 'the longest plain name',
  [`${'p'.repeat(156)}/${'n'.repeat(99)}`]: 'one more in front',
  [`${'deep/'.repeat(60)}${'n'.repeat(200)}`]: 'deep',
  link: {link: 'large'},
  dangling: {link: 'no/such/thing'},
  'absolute-link': {link: '/etc/hostname'},
  'link-é': {link: 'ünïcode'},
  'long-link': {link: 't'.repeat(101)},
  'looping-link': {link: 'looping-link'},
  'zz-hard': {hard: 'large'},
  'ünïcode/hard': {hard: 'block'},
  [`hard-${'n'.repeat(120)}`]: {hard: `${'n'.repeat(101)}`},
};

describe('an archive', () => {
  it('unpacks by GNU tar to the tree it was made of: modes, times, links, hard links, odd names', async () => {
    makeTree(root, EVERYTHING);
    for (const [path, mode] of [
      ['empty', 0o4755],
      ['block', 0o2700],
      ['block-and-one', 0o600],
      ['over-a-chunk', 0o777],
      ['empty-directory', 0o1777],
      [`${'d'.repeat(100)}`, 0o711],
    ] as const) {
      chmodSync(join(root, path), mode);
    }
    utimesSync(join(root, 'empty'), 0, 0);
    utimesSync(join(root, 'block'), 0, 2_000_000_000.75);
    utimesSync(join(root, 'over-a-chunk'), 0, 5_000_000_000);
    utimesSync(join(root, 'large-é'), 0, 5_000_000_000);
    const before = look(root);
    expect(await extract(await packed(), join(temp, 'out'))).toEqual(before);
    expect(before.get('zz-hard')?.sameAs).toBe('large');
  });

  it('C8: holds a file with several names once', async () => {
    makeTree(root, {a: Buffer.alloc(100_000), b: {hard: 'a'}, 'c/d': {hard: 'a'}});
    expect((await buffer(await packed())).length).toBeLessThan(110_000);
    expect(await tar(await packed(), ['-t', '-v'])).toMatch(/b link to a\n[\s\S]*c\/d link to a\n/);
  });

  it('T23, C4: belongs to root, has its times within bounds and its modes whatever the umask', async () => {
    makeTree(root, {old: '', late: '', open: ''});
    // Node takes a negative time for the present.
    execFileSync('touch', ['-d', '@-1', join(root, 'old')]);
    utimesSync(join(root, 'late'), 0, 10_413_792_000);
    const before = process.umask(0o077);
    try {
      chmodSync(join(root, 'open'), 0o666);
      if (isRoot) chownSync(join(root, 'open'), 1_200_001_105, 1_200_001_105);
      else console.warn('T23 runs with the own uid: only root can give files away');
      const listing = await tar(await packed(), ['-t', '-v', '--numeric-owner', '--full-time']);
      expect(listing.split('\n').map((line) => line.replace(/ +/g, ' '))).toEqual([
        '-rw-r--r-- 0/0 0 2242-03-16 12:56:31 late',
        '-rw-r--r-- 0/0 0 1970-01-01 00:00:00 old',
        expect.stringMatching(/^-rw-rw-rw- 0\/0 0 .* open$/),
        '',
      ]);
    } finally {
      process.umask(before);
    }
  });

  it('keeps a mode of nothing at all', async () => {
    makeTree(root, {shut: ''});
    const {entries, ...rest} = await walk();
    const shut = {...rest, entries: entries.map((entry) => ({...entry, mode: 0}))};
    expect(await tar(packContext(shut, {signal: NEVER}), ['-t', '-v'])).toMatch(/^---------- /);
  });

  it('T24: is the same, byte for byte, each time and from a copy made in another order by another user', async () => {
    const names = Object.keys(EVERYTHING);
    const copy = join(temp, 'copy');
    makeTree(root, EVERYTHING);
    const before = process.umask(0o027);
    try {
      // Hard links need their file first; all else backwards.
      const later = names.filter(
        (name) => typeof EVERYTHING[name] === 'object' && 'hard' in (EVERYTHING[name] as object),
      );
      const order = [...names.filter((name) => !later.includes(name)).reverse(), ...later];
      makeTree(copy, Object.fromEntries(order.map((name) => [name, EVERYTHING[name] ?? ''])));
    } finally {
      process.umask(before);
    }
    const {entries} = await walk();
    for (const {path, kind, mode} of entries.toReversed()) {
      if (kind === 'symlink') continue;
      if (isRoot) chownSync(join(copy, path), 12_345, 54_321);
      chmodSync(join(copy, path), mode);
      for (const tree of [root, copy]) utimesSync(join(tree, path), 1, 1_600_000_000);
    }
    // The times of links cannot be set from here.
    const timeless = async (of: string) => {
      const seen = await walk(of);
      return {
        ...seen,
        entries: seen.entries.map((entry) => (entry.kind === 'symlink' ? {...entry, mtimeMs: 0} : entry)),
      };
    };
    const once = await timeless(root);
    const bytes = await buffer(packContext(once, {signal: NEVER}));
    expect((await buffer(packContext(once, {signal: NEVER}))).equals(bytes)).toBe(true);
    expect((await buffer(packContext(await timeless(copy), {signal: NEVER}))).equals(bytes)).toBe(true);
  });

  it('lists what the walk lists, in that order', async () => {
    makeTree(root, {b: '', 'a/x': '', 'a.b': '', é: ''});
    expect(await namesIn(await packed())).toEqual(['a/', 'a/x', 'a.b', 'b', 'é']);
  });

  it('of an empty directory is an empty archive', async () => {
    mkdirSync(root);
    expect((await buffer(await packed())).equals(Buffer.alloc(1024))).toBe(true);
  });

  it('takes extra files, in place of those of the same name', async () => {
    makeTree(root, {a: 'old', b: {hard: 'a'}, c: ''});
    const extra = [
      {path: 'é', content: Buffer.from('more')},
      {path: 'a', content: Buffer.from('new')},
    ];
    const out = await extract(await packed(extra), join(temp, 'out'));
    expect([...out.keys()]).toEqual(['a', 'b', 'c', 'é']);
    expect(await namesIn(await packed(extra))).toEqual(['b', 'c', 'a', 'é']);
    const content = async (path: string) => tar(await packed(extra), ['-x', '-O', path]);
    expect([await content('a'), await content('b'), await content('é')]).toEqual(['new', 'old', 'more']);
  });

  it('gives chunks a reader may keep', async () => {
    makeTree(root, Object.fromEntries(Array.from({length: 300}, (_, i) => [`f${i}`, String(i).repeat(400)])));
    const chunks: Buffer[] = [];
    for await (const chunk of await packed()) chunks.push(chunk);
    expect(chunks.length).toBeGreaterThan(3);
    expect(await extract(Buffer.concat(chunks), join(temp, 'out'))).toEqual(look(root));
  });

  it('waits for a slow reader: what is read ahead does not grow with the context', async () => {
    mkdirSync(root);
    for (let i = 0; i < 20; i++) writeFileSync(join(root, `f${i}`), Buffer.alloc(1_000_000));
    const stream = await packed();
    stream.once('readable', () => undefined);
    for (let i = 0; i < 200; i++) await nextTurn();
    expect(stream.readableLength).toBeLessThanOrEqual(256 * 1024);
    stream.destroy();
  });

  it.each([
    ['many small files', 'small', 10_000],
    ['one very large one', 'large', 1],
    ['many that need PAX records', 'é', 2000],
  ])('leaves the event loop its turns even when the reader never waits: %s', async (_what, path, times) => {
    makeTree(root, {small: 'x', large: '', é: 'x'});
    truncateSync(join(root, 'large'), 200_000_000);
    const {entries, ...rest} = await walk();
    const entry = entries.filter((one) => one.path === path);
    const stream = packContext({...rest, entries: Array.from({length: times}, () => entry).flat()}, {signal: NEVER});
    let turns = 0;
    const turn = () => {
      turns++;
      if (!stream.destroyed) setImmediate(turn);
    };
    setImmediate(turn);
    stream.resume();
    await new Promise((done) => stream.on('close', done));
    expect(turns).toBeGreaterThan(3);
  });

  it('stops when aborted', async () => {
    mkdirSync(root);
    for (let i = 0; i < 20; i++) writeFileSync(join(root, `f${i}`), Buffer.alloc(1_000_000));
    const controller = new AbortController();
    const stream = packContext(await walk(), {signal: controller.signal});
    let length = 0;
    const reading = (async () => {
      for await (const chunk of stream) {
        length += (chunk as Buffer).length;
        if (length > 2_000_000) controller.abort();
      }
    })();
    await expect(reading).rejects.toMatchObject({name: 'AbortError'});
    expect(length).toBeLessThan(4_000_000);
    await expect(buffer(packContext(await walk(), {signal: AbortSignal.abort()}))).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
