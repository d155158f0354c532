import {existsSync, mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {toDockerArchive} from '../../src/archive/docker-archive.ts';
import {flatTar} from '../../src/archive/flatten.ts';
import {openImage} from '../../src/archive/image-archive.ts';
import {extract, namesIn, removeTree, type Seen, tar, tempDirectory} from '../context/trees.ts';
import {ask, BASE_IMAGE, describeEngines, removeImage, unique, workspace} from '../rig.ts';
import {exportedRoot, load, streamed} from './engine-stream.ts';
import {dockerTar, layout, ociTar, packed, tarOfFiles} from './images.ts';
import {type Closely, lookClosely} from './look.ts';
import {collect, member, NEVER, pax, sha256, tarOf, whole} from './tars.ts';

const signal = NEVER;
let temp: string;
beforeEach(() => {
  temp = tempDirectory();
});
afterEach(() => removeTree(temp));

/** The flattened tar of these layers. */
async function flat(layers: readonly Buffer[], limits: {maxEntries?: number; maxBytes?: number} = {}): Promise<Buffer> {
  return flatOf(ociTar({name: 'app:1', layers, packing: 'gzip'}), limits);
}

async function flatOf(bytes: Buffer, limits: {maxEntries?: number; maxBytes?: number} = {}): Promise<Buffer> {
  const root = workspace({archive: bytes});
  await using image = await openImage(join(root, 'archive'), {scratch: root, signal});
  return await collect(flatTar(image, {...limits, signal}));
}

const directory = (name: string, mode = 0o755) => member(name, '', {type: '5', mode});
const link = (name: string, target: string) => member(name, '', {type: '2', target});
const hard = (name: string, target: string) => member(name, '', {type: '1', target});
const brief = (seen: ReadonlyMap<string, Seen>) =>
  Object.fromEntries([...seen].map(([path, {kind, content}]) => [path, kind === 'file' ? content.slice(0, 8) : kind]));
const of = (content: string) => sha256(content).slice(0, 8);
const result = async (...layers: readonly Buffer[]) => brief(await extract(await flat(layers), join(temp, 'out')));

describe('layers laid over each other', () => {
  it.each<[string, readonly Buffer[], Readonly<Record<string, string>>]>([
    ['a file replaces a file', [whole(member('a', '1')), whole(member('a', '2'))], {a: of('2')}],
    ['a whiteout removes a file', [whole(member('a', '1'), member('b', '1')), whole(member('.wh.a'))], {b: of('1')}],
    [
      'a whiteout removes a tree',
      [whole(directory('d'), member('d/a', '1'), member('d/e/b', '1'), member('db', '1')), whole(member('.wh.d'))],
      {db: of('1')},
    ],
    [
      'a whiteout is for lower layers, wherever it stands',
      [whole(member('a', '1')), whole(member('a', '2'), member('.wh.a'))],
      {a: of('2')},
    ],
    [
      'an opaque directory hides lower layers, wherever the mark stands',
      [
        whole(directory('d'), member('d/a', '1'), directory('d/e'), member('d/e/b', '1')),
        whole(directory('d'), member('d/c', '2'), directory('d/e'), member('d/e/n', '2'), member('d/.wh..wh..opq')),
      ],
      {d: 'directory', 'd/c': of('2'), 'd/e': 'directory', 'd/e/n': of('2')},
    ],
    [
      'an opaque top hides all',
      [whole(member('a', '1')), whole(member('.wh..wh..opq'), member('b', '2'))],
      {b: of('2')},
    ],
    ['a file replaces a directory', [whole(member('d/a', '1')), whole(member('d', '2'))], {d: of('2')}],
    [
      'a directory replaces a file',
      [whole(member('d', '1')), whole(directory('d'), member('d/a', '2'))],
      {d: 'directory', 'd/a': of('2')},
    ],
    [
      'a directory keeps what is in it',
      [whole(member('d/a', '1')), whole(directory('d', 0o700))],
      {d: 'directory', 'd/a': of('1')},
    ],
    [
      'what is removed comes again',
      [whole(member('a', '1')), whole(member('.wh.a')), whole(member('a', '3'))],
      {a: of('3')},
    ],
    ['the last of two entries counts', [whole(member('a', '1'), member('a', '2'))], {a: of('2')}],
    [
      'a whiteout of nothing is nothing',
      [whole(member('a', '1')), whole(member('.wh.b'), member('x/.wh.y'))],
      {a: of('1')},
    ],
    [
      'marks of old drivers are left out',
      [whole(directory('.wh..wh.plnk'), member('.wh..wh.aufs'), member('a', '1'))],
      {a: of('1')},
    ],
    ['no layer at all is an empty tree', [], {}],
  ])('%s', async (_what, layers, expected) => {
    expect(await result(...layers)).toEqual(expected);
  });

  it('a hard link keeps its content when its target is replaced or removed', async () => {
    const lower = whole(member('a', 'old'), hard('b', 'a'), hard('d/c', 'a'), member('x', '1'), hard('y', 'x'));
    const out = await extract(await flat([lower, whole(member('a', 'new'), member('.wh.x'))]), join(temp, 'out'));
    expect(brief(out)).toEqual({a: of('new'), b: of('old'), d: 'directory', 'd/c': of('old'), y: of('1')});
    expect(out.get('d/c')?.sameAs).toBe('b');
  });

  it('a hard link to a file of a lower layer, to a link, and to itself', async () => {
    const lower = whole(member('a', '1'), link('s', 'a'));
    const upper = whole(hard('b', 'a'), hard('t', 's'), hard('a', './a'));
    const out = await extract(await flat([lower, upper]), join(temp, 'out'));
    expect(brief(out)).toEqual({a: of('1'), b: of('1'), s: 'symlink', t: 'symlink'});
    expect(out.get('b')?.sameAs).toBe('a');
  });

  it.each([
    ['nothing', whole(hard('a', 'none')), /layer 1 of .* links a to none, which is not there/],
    ['a directory', whole(directory('d'), hard('a', 'd')), /links a to d, which is a directory/],
    ['outside', whole(hard('a', '../../etc/passwd')), /links a to \.\.\/\.\.\/etc\/passwd, which is not there/],
    ['what is behind a link', whole(member('d/f'), link('l', 'd'), hard('a', 'l/f')), /links a to l\/f, which is not/],
  ])('a hard link to %s is refused', async (_what, layer, message) => {
    await expect(flat([layer])).rejects.toThrow(message);
  });

  it('nothing is put or removed behind a symbolic link', async () => {
    const lower = whole(member('real/a', '1'), link('l', 'real'), link('m', 'real'), link('out', '/etc'));
    const upper = whole(member('l/b', '2'), member('m/.wh.a'), member('out/passwd', '2'));
    expect(await result(lower, upper)).toEqual({
      real: 'directory',
      'real/a': of('1'),
      l: 'directory',
      'l/b': of('2'),
      m: 'symlink',
      out: 'directory',
      'out/passwd': of('2'),
    });
  });

  it('names lead inside, whatever they say', async () => {
    const layer = whole(
      member('/abs', '1'),
      member('../up', '2'),
      member('./x/../y', '3'),
      member('..', '4'),
      hard('h', '/abs'),
    );
    expect(await namesIn(await flat([layer]))).toEqual(['abs', 'h', 'up', 'y']);
  });

  it('odd entries are kept or refused by name', async () => {
    const device = member('dev/null', '', {type: '3'});
    const pipe = member('pipe', '', {type: '6'});
    expect(await tar(await flat([whole(device, pipe)]), ['-t', '-v'])).toMatch(/^c.*dev\/null\np.*pipe\nd.*dev\/\n$/s);
    await expect(flat([whole(member('s', '', {type: 'S'}))])).rejects.toThrow('layer 1 of');
    await expect(flat([whole(member('s', '', {type: 'S'}))])).rejects.toThrow('has a file with holes: s');
    await expect(flat([whole(member('s', '', {type: 'V'}))])).rejects.toThrow('has an entry of an unknown kind: s');
  });
});

describe('the flattened tar', () => {
  const long = 'n'.repeat(120);
  const tree = {
    [`${long}/${long}`]: 'deep',
    [`${'d'.repeat(100)}/x`]: 'x',
    [`${'e'.repeat(99)}/x`]: 'x',
    link: {link: `${long}/${long}`},
    hard: {hard: `${long}/${long}`},
    'ünïcode/日本語': 'x',
    block: 'x'.repeat(512),
    large: Buffer.alloc(3_000_001, 'l'),
    empty: '',
  };

  it.each(['--format=gnu', '--format=pax', '--format=ustar'])('keeps all that GNU tar wrote: %s', async (format) => {
    // No link of more than 100 bytes fits ustar.
    const layer = tarOf(
      format === '--format=ustar' ? {block: 'x', [`${'p'.repeat(80)}/${'q'.repeat(80)}`]: 'x'} : tree,
      format,
      '--mtime=@1600000000',
      '--mode=a+s',
    );
    const expected = await extract(layer, join(temp, 'expected'));
    expect(await extract(await flat([layer]), join(temp, 'out'))).toEqual(expected);
  });

  it('keeps names that are not UTF-8, apart from each other', async () => {
    const layer = whole(member('caf\xe9', '1'), member('caf\xe8', '2'), link('l\xff', 't\xfe'));
    const out = await tar(await flat([layer]), ['-t', '-v', '--quoting-style=escape']);
    expect(out).toMatch(/caf\\351\n.*caf\\350\n.*l\\377 -> t\\376\n/s);
  });

  it('keeps owners, times and extended attributes that need PAX records', async () => {
    const records = {
      uid: '1200001105',
      gid: '2097152',
      mtime: '1600000000.123456789',
      'SCHILY.xattr.user.note': 'kept',
      uname: 'u'.repeat(40),
    };
    const flattened = await flat([whole(pax(records), member('a', 'x'), member('b', 'y', {mtime: 0}))]);
    const listing = await tar(flattened, ['-t', '-v', '--full-time', '--xattrs', '--numeric-owner']);
    expect(listing).toMatch(/1200001105\/2097152 +1 2020-09-13 12:26:40\.123456789 a\n/);
    expect(flattened.includes('SCHILY.xattr.user.note=kept\n')).toBe(true);
    expect(flattened.includes(`uname=${'u'.repeat(40)}\n`)).toBe(true);
  });

  it('is the same each time and however the image came', async () => {
    const image = {
      name: 'app:1',
      layers: [tarOf(tree, '--mtime=@1'), whole(member('.wh.hard'), member('empty', 'full'))],
    };
    const expected = await flatOf(ociTar(image));
    for (const other of [
      ociTar({...image, packing: 'gzip'}),
      ociTar({...image, packing: 'zstd'}),
      packed(ociTar(image), 'gzip'),
      dockerTar(image),
    ])
      expect((await flatOf(other)).equals(expected)).toBe(true);
  });

  it('C9: has limits', async () => {
    const layer = whole(member('a', 'x'.repeat(1000)), member('b', 'x'.repeat(1000)));
    await expect(flat([layer, layer], {maxEntries: 3})).rejects.toThrow('has more than 3 entries in its layers');
    await expect(flat([layer, layer], {maxBytes: 3999})).rejects.toThrow('has more than 3999 bytes in its layers');
    await flat([layer, layer], {maxEntries: 4, maxBytes: 4000});
  });

  it('fails before the first byte when a layer is damaged or cut', async () => {
    const upper = whole(member('b', 'x'.repeat(5000)));
    const files = new Map(layout({name: 'a:1', layers: [whole(member('a')), upper]}));
    const damaged = Buffer.from(upper);
    damaged[600] = 1;
    files.set(`blobs/sha256/${sha256(upper)}`, damaged);
    await expect(flatOf(tarOfFiles(files))).rejects.toThrow('is damaged');
    await expect(flat([upper.subarray(0, 3000)])).rejects.toThrow('layer 1 of');
    await expect(flat([Buffer.from('no tar'.repeat(200))])).rejects.toThrow('is no tar');
  });

  it('stops when aborted', async () => {
    const root = workspace({archive: ociTar({name: 'a:1', layers: [whole(member('a', Buffer.alloc(5_000_000)))]})});
    await using image = await openImage(join(root, 'archive'), {scratch: root, signal});
    const controller = new AbortController();
    const reading = (async () => {
      for await (const _ of flatTar(image, {signal: controller.signal})) controller.abort();
    })();
    await expect(reading).rejects.toMatchObject({name: 'AbortError'});
  });
});

/** What engines put into containers beside the image. */
const ENGINES_OWN =
  /^(\.dockerenv|run\/\.containerenv|(dev|proc|sys|run)(\/|$)|etc(\/(hosts|hostname|mtab|resolv\.conf))?$)/;

/** What GNU tar makes of it, without what is the engine's. */
async function rootOf(archive: Buffer, name: string): Promise<Readonly<Record<string, Closely>>> {
  const out = join(temp, name);
  mkdirSync(out);
  await tar(archive, ['-x', '-p', '-C', out]);
  return Object.fromEntries(Object.entries(lookClosely(out)).filter(([path]) => !ENGINES_OWN.test(path)));
}

const TRAPS = `FROM ${BASE_IMAGE}
RUN mkdir -p /t/dir/sub /t/opaque/old /t/swap /t/kept /t/ro && cd /t \\
 && echo 1 > dir/sub/file && echo 1 > opaque/old/file && echo 1 > opaque/file && echo 1 > swap/in && echo 1 > file \\
 && echo 1 > hard1 && ln hard1 hard2 && ln hard1 kept/hard3 && ln -s dir link && ln -s /etc/passwd absolute \\
 && echo 1 > setuid && chmod 4711 setuid && echo 1 > own && chown 1234:5678 own && chmod 1777 kept \\
 && echo 1 > ${'n'.repeat(150)} && mkdir -p ${'d'.repeat(110)}/${'e'.repeat(110)} && echo 1 > caf\xe9 && mknod pipe p
RUN cd /t && rm -rf dir/sub opaque && mkdir opaque && echo 2 > opaque/new && rm -rf swap && echo 2 > swap
RUN cd /t && rm file && mkdir file && echo 3 > file/in && echo 3 > hard1.new && mv hard1.new hard1 && touch -d @1000000000 own \\
 && rm link && mkdir link && echo 4 > link/in && rm -rf kept/none && chmod 2755 dir && mv setuid setuid2
RUN cd /t && rm -rf ${'d'.repeat(110)} && echo 5 > ro/file && chmod 0555 ro && rm swap && ln -s file swap
`;

describeEngines('an image full of traps, saved and flattened', (engine) => {
  it('is what a container of it holds', async () => {
    const name = `${unique()}:1`;
    const context = whole(member('Dockerfile', Buffer.from(TRAPS, 'latin1')));
    const query = `t=${name}&forcerm=1&nocache=1&version=1`;
    const headers = {'content-type': 'application/x-tar'};
    const built = await ask(engine.address, `/build?${query}`, {method: 'POST', headers, body: context});
    try {
      expect(built.text).toMatch(/Successfully|sha256:/);
      const expected = await rootOf(await collect(exportedRoot(engine, name)), 'expected');
      const image = await collect(streamed(engine, `/images/${name}/get`));
      expect(await rootOf(await flatOf(image), 'out')).toEqual(expected);
      expect(existsSync(join(temp, 'out/t/opaque/new'))).toBe(true);
    } finally {
      await removeImage(engine, name);
    }
  });

  it.each<[string, readonly Buffer[]]>([
    [
      'a name below a link of a lower layer',
      [whole(directory('r'), member('r/a', '1'), link('l', 'r')), whole(directory('l'), member('l/b', '2'))],
    ],
    [
      'whiteouts before and after',
      [
        whole(directory('d'), member('d/a', '1'), member('b', '1')),
        whole(member('.wh.b'), directory('d'), member('d/.wh..wh..opq'), member('d/c', '2')),
      ],
    ],
    ['hard links of a replaced file', [whole(member('a', '1'), hard('b', 'a')), whole(member('a', '2'))]],
    [
      'a directory for a file and back',
      [
        whole(member('a', '1'), directory('d'), member('d/x', '1')),
        whole(directory('a'), member('a/x', '2'), member('d', '2')),
      ],
    ],
  ])('made by hand, too: %s', async (_what, layers) => {
    const name = `${unique()}:1`;
    const archive = dockerTar({name, layers});
    const root = workspace({archive});
    await using image = await openImage(join(root, 'archive'), {scratch: root, signal});
    const said = await load(engine, toDockerArchive(image, {signal}));
    try {
      expect(said).toContain('Loaded image');
      const expected = await rootOf(await collect(exportedRoot(engine, name)), 'expected');
      const found = await rootOf(await collect(flatTar(image, {signal})), 'out');
      const content = (all: typeof found) =>
        Object.entries(all).map(([path, {kind, content}]) => [path, kind, content]);
      expect(content(found)).toEqual(content(expected));
    } finally {
      await removeImage(engine, name);
    }
  });
});
