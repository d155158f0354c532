import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {unpackImage} from '../../src/archive/directory.ts';
import {flatTar} from '../../src/archive/flatten.ts';
import {openImage} from '../../src/archive/image-archive.ts';
import {makeTree, removeTree, tar, tempDirectory} from '../context/trees.ts';
import {BASE_IMAGE, describeEngines, workspace} from '../rig.ts';
import {streamed} from './engine-stream.ts';
import {ociTar} from './images.ts';
import {lookClosely} from './look.ts';
import {collect, member, NEVER, pax, whole} from './tars.ts';

const signal = NEVER;
const isRoot = process.getuid?.() === 0;
let temp: string;
let dest: string;
beforeEach(() => {
  temp = tempDirectory();
  dest = join(temp, 'out/rootfs');
});
afterEach(() => removeTree(temp));

async function opened(...layers: readonly Buffer[]) {
  const root = workspace({archive: ociTar({name: 'app:1', layers, packing: 'gzip'})});
  return openImage(join(root, 'archive'), {scratch: root, signal});
}

async function unpack(layer: Buffer, to = dest) {
  await using image = await opened(layer);
  return await unpackImage(image, to, {signal});
}

const directory = (name: string, mode = 0o755) => member(name, '', {type: '5', mode});
const link = (name: string, target: string) => member(name, '', {type: '2', target});
const hard = (name: string, target: string) => member(name, '', {type: '1', target});
const kinds = () => Object.fromEntries(Object.entries(lookClosely(dest)).map(([path, {kind}]) => [path, kind]));

const EVERYTHING = whole(
  directory('d', 0o555),
  member('d/file', 'content'),
  directory('d/shut', 0o000),
  member('d/shut/in', 'x'),
  hard('d/hard', 'd/file'),
  link('absolute', '/etc/passwd'),
  link('up', '../../../etc'),
  link('loop', 'loop'),
  member('caf\xe9', 'latin', {mode: 0o600}),
  member('setuid', 'x', {mode: 0o6755}),
  directory('sticky', 0o1777),
  pax({mtime: '1500000000.5'}),
  member('time', 'x'),
  member('old', 'x', {mtime: 0}),
  member('large', Buffer.alloc(3_000_001, 'l')),
  member('null', '', {type: '3'}),
  hard('null2', 'null'),
  member('pipe', '', {type: '6'}),
);

describe('an image unpacked', () => {
  it('is what GNU tar makes of the flattened tar, but for owners, setuid bits and devices', async () => {
    await using image = await opened(EVERYTHING);
    expect(await unpackImage(image, dest, {signal})).toEqual({entries: 14, bytes: 3_000_017, skipped: 3});
    const expected = join(temp, 'expected');
    mkdirSync(expected);
    await tar(await collect(flatTar(image, {signal})), ['-x', '-p', '-C', expected]);
    const wanted = Object.entries(lookClosely(expected)).filter(([, {kind}]) => kind !== 'other');
    const plain = wanted.map(([path, one]) => [path, {...one, mode: one.mode & ~0o6000}]);
    const own = {uid: process.getuid?.(), gid: process.getgid?.()};
    expect(lookClosely(dest)).toEqual(
      Object.fromEntries(plain.map(([path, one]) => [path, {...(one as object), ...own}])),
    );
    expect(statSync(dest).mode & 0o777).toBe(0o755);
    expect(readdirSync(join(temp, 'out'))).toEqual(['rootfs']);
  });

  const asUser = isRoot ? it : it.skip;
  asUser('needs no power of root, also a second time over directories that are read-only', async () => {
    chmodSync(temp, 0o777);
    await using image = await opened(EVERYTHING);
    process.setegid?.(12_345);
    process.seteuid?.(12_345);
    try {
      await unpackImage(image, dest, {signal});
      const first = readdirSync(dest);
      await unpackImage(image, dest, {signal});
      expect(readdirSync(dest)).toEqual(first);
      expect(readdirSync(join(temp, 'out'))).toEqual(['rootfs']);
    } finally {
      process.seteuid?.(0);
      process.setegid?.(0);
    }
    const seen = lookClosely(dest);
    expect([seen['d']?.mode, seen['d/shut']?.mode, seen['d/file']?.uid]).toEqual([0o555, 0, 12_345]);
  });

  it('takes the place of an empty directory with its mode, and goes where a link leads', async () => {
    mkdirSync(join(temp, 'real'), {mode: 0o700});
    symlinkSync('real', join(temp, 'link'));
    await unpack(whole(member('a', '1')), join(temp, 'link'));
    expect(readlinkSync(join(temp, 'link'))).toBe('real');
    expect(readFileSync(join(temp, 'real/a'), 'utf8')).toBe('1');
    expect(statSync(join(temp, 'real')).mode & 0o777).toBe(0o700);
  });

  it('moves into a directory that holds something, and leaves the rest of it', async () => {
    makeTree(dest, {
      'mine/file': 'mine',
      a: 'old',
      'd/kept': 'kept',
      'd/b': 'old',
      file: 'a directory takes its place',
      outside: {link: temp},
      replaced: {link: '/etc/passwd'},
    });
    await unpack(
      whole(
        member('a', 'new'),
        member('d/b', 'new'),
        member('d/e/f', 'new'),
        member('file/in', 'new'),
        member('outside/x', 'new'),
        member('replaced', 'new'),
      ),
    );
    expect(kinds()).toEqual({
      mine: 'directory',
      'mine/file': 'file',
      a: 'file',
      d: 'directory',
      'd/kept': 'file',
      'd/b': 'file',
      'd/e': 'directory',
      'd/e/f': 'file',
      file: 'directory',
      'file/in': 'file',
      outside: 'directory',
      'outside/x': 'file',
      replaced: 'file',
    });
    expect(readFileSync(join(dest, 'a'), 'utf8')).toBe('new');
    expect(existsSync(join(temp, 'x'))).toBe(false);
    expect(readdirSync(join(temp, 'out'))).toEqual(['rootfs']);
  });

  it('changes nothing when a directory is where a file belongs', async () => {
    makeTree(dest, {a: 'old', 'z/deep/file': 'mine'});
    const before = lookClosely(dest);
    await expect(unpack(whole(member('a', 'new'), member('z/deep', 'new')))).rejects.toThrow(
      /cannot unpack .*\/out\/rootfs\/z\/deep: a directory is in its place\. Remove it/,
    );
    expect(lookClosely(dest)).toEqual(before);
    expect(readdirSync(join(temp, 'out'))).toEqual(['rootfs']);
  });

  it.each([
    ['a damaged layer', whole(member('a', 'x'.repeat(3000))).subarray(0, 2000), /ends in the middle of a$/],
    ['a link to nothing', whole(member('a'), hard('b', 'none')), /which is not there/],
    ['a name that is too long', whole(directory('d'), pax({path: `d/${'n'.repeat(256)}`}), member('x')), /too long/],
  ])('leaves nothing for %s', async (_what, layer, message) => {
    await expect(unpack(layer)).rejects.toThrow(message);
    expect(existsSync(dest)).toBe(false);
    expect(readdirSync(join(temp, 'out'))).toEqual([]);
  });

  it('leaves nothing when aborted', async () => {
    await using image = await opened(
      ...Array.from({length: 5}, (_, i) => whole(member(`f${i}`, Buffer.alloc(2_000_000)))),
    );
    const controller = new AbortController();
    const unpacking = unpackImage(image, dest, {signal: controller.signal});
    setTimeout(() => controller.abort(), 15);
    await expect(unpacking).rejects.toMatchObject({name: 'AbortError'});
    expect(readdirSync(join(temp, 'out'))).toEqual([]);
  });

  it("is in nobody else's reach before it is whole", async () => {
    await using image = await opened(
      whole(member('a', Buffer.alloc(3_000_000))),
      whole(member('b', Buffer.alloc(3_000_000))),
    );
    const modes = new Set<number>();
    let working = true;
    const watch = async () => {
      while (working) {
        for (const name of existsSync(join(temp, 'out')) ? readdirSync(join(temp, 'out')) : [])
          if (name.startsWith('.rootfs.part-')) modes.add(statSync(join(temp, 'out', name)).mode & 0o777);
        await new Promise(setImmediate);
      }
    };
    const watching = watch();
    await unpackImage(image, dest, {signal});
    working = false;
    await watching;
    expect([...modes]).toEqual([0o700]);
  });

  it('is refused where a file is', async () => {
    makeTree(temp, {file: 'x'});
    await expect(unpack(whole(member('a')), join(temp, 'file'))).rejects.toThrow('it is no directory');
    await expect(unpack(whole(member('a')), join(temp, 'file/x'))).rejects.toThrow('is not a directory');
    expect(readFileSync(join(temp, 'file'), 'utf8')).toBe('x');
  });
});

describeEngines('an export', (engine) => {
  it('is unpacked', async () => {
    const root = workspace({archive: await collect(streamed(engine, `/images/${BASE_IMAGE}/get`))});
    await using image = await openImage(join(root, 'archive'), {scratch: root, signal});
    await unpackImage(image, dest, {signal});
    expect(readlinkSync(join(dest, 'bin/sh'))).toBe('busybox');
    expect(statSync(join(dest, 'bin/busybox')).size).toBeGreaterThan(500_000);
  });
});
