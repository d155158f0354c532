import {readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {toDockerArchive} from '../../src/archive/docker-archive.ts';
import {PlatformNotFound} from '../../src/archive/errors.ts';
import {type OpenImageOptions, openImage} from '../../src/archive/image-archive.ts';
import {openArchive} from '../../src/archive/open.ts';
import {namesIn, tar} from '../context/trees.ts';
import {ask, describeEngines, removeImage, unique, workspace} from '../rig.ts';
import {exportedRoot, load} from './engine-stream.ts';
import {dockerTar, layout, ociTar, type Packing, packed, tarOfFiles} from './images.ts';
import {collect, failure, member, NEVER, sha256, tarOf, whole} from './tars.ts';

const signal = NEVER;
const lower = tarOf({'lower-file': 'lower'});
const upper = tarOf({'upper-file': 'upper'});
const image = {name: 'app:1', layers: [lower, upper]};
const arm = {name: 'app:1', layers: [tarOf({arm: 'x'})], architecture: 'arm64'};
const arm7 = {name: 'app:1', layers: [tarOf({arm7: 'x'})], architecture: 'arm', variant: 'v7'};

const opened = async (bytes: Buffer, platform?: OpenImageOptions['platform']) => {
  const root = workspace({archive: bytes});
  return openImage(join(root, 'archive'), {platform, scratch: root, signal});
};
const converted = async (bytes: Buffer, platform?: OpenImageOptions['platform'], names?: readonly string[]) => {
  await using found = await opened(bytes, platform);
  return await collect(toDockerArchive(found, {signal, ...(names !== undefined && {names})}));
};
const manifestIn = async (archive: Buffer) => JSON.parse(await tar(archive, ['-x', '-O', 'manifest.json']))[0];

describe('an image as a docker archive', () => {
  it.each(['none', 'gzip', 'zstd', 'xz'] as const)('has its layers in a form that loads: %s', async (packing) => {
    const archive = await converted(ociTar({...image, packing}));
    const manifest = await manifestIn(archive);
    expect(manifest).toEqual({
      Config: expect.stringMatching(/^[0-9a-f]{64}\.json$/),
      RepoTags: ['docker.io/library/app:1'],
      Layers: [`${sha256(lower)}.tar`, `${sha256(upper)}.tar`],
    });
    expect(await namesIn(archive)).toEqual(['manifest.json', manifest.Config, ...manifest.Layers]);
    const kept = packing === 'gzip' || packing === 'xz' ? packed(upper, packing) : upper;
    const layer = await converted(ociTar({...image, packing}));
    expect(layer.includes(kept)).toBe(true);
  });

  it('is the same however it came', async () => {
    const expected = await converted(ociTar(image), undefined, ['a:1']);
    const root = workspace(Object.fromEntries(layout(image)));
    await using directory = await openImage(root, {scratch: root, signal});
    for (const other of [
      await converted(packed(ociTar(image), 'gzip'), undefined, ['a:1']),
      await converted(packed(ociTar(image), 'zstd'), undefined, ['a:1']),
      await converted(dockerTar(image), undefined, ['a:1']),
      await collect(toDockerArchive(directory, {names: ['a:1'], signal})),
    ])
      expect(other.equals(expected)).toBe(true);
  });

  it('has a layer once that comes twice', async () => {
    const archive = await converted(ociTar({name: 'app:1', layers: [lower, upper, lower]}));
    expect((await manifestIn(archive)).Layers).toHaveLength(3);
    expect(await namesIn(archive)).toHaveLength(4);
  });

  it.each([
    ['linux/amd64', {os: 'linux', architecture: 'amd64'}, lower],
    ['linux/arm64/v8', {os: 'linux', architecture: 'arm64', variant: 'v8'}, arm.layers[0]],
    ['linux/arm', {os: 'linux', architecture: 'arm'}, arm7.layers[0]],
  ])('is that of the platform chosen: %s', async (_text, platform, layer) => {
    const {Layers} = await manifestIn(await converted(ociTar(image, arm, arm7), platform));
    expect(Layers[0]).toBe(`${sha256(layer as Buffer)}.tar`);
  });

  it('is refused, with what there is, when the platform is not there or not chosen', async () => {
    const platform = {os: 'linux', architecture: 'arm', variant: 'v6'};
    const several = ociTar(image, arm, arm7);
    await expect(opened(several, platform)).rejects.toThrow(PlatformNotFound);
    await expect(opened(several, platform)).rejects.toThrow(
      'holds no image for linux/arm/v6, but for linux/amd64, linux/arm/v7, linux/arm64. Choose one of these',
    );
    await expect(opened(several)).rejects.toMatchObject({
      available: ['linux/amd64', 'linux/arm/v7', 'linux/arm64'],
      message: expect.stringContaining('holds images for several platforms: linux/amd64, linux/arm/v7, linux/arm64'),
    });
    await expect(opened(dockerTar(image), platform)).rejects.toThrow(
      'holds no image for linux/arm/v6, but for linux/amd64',
    );
  });

  it.each([
    ['a manifest', '"layers":[{'],
    ['a config', '"diff_ids"'],
  ])('leaves out an image of which the archive lacks %s', async (_what, text) => {
    const files = new Map(layout(image, arm));
    const missing = [...layout(arm)].find(([name, bytes]) => name.startsWith('blobs/') && bytes.includes(text));
    files.delete(missing?.[0] ?? '');
    expect((await manifestIn(await converted(tarOfFiles(files)))).Layers).toHaveLength(2);
  });

  it.each(['none', 'gzip', 'zstd'] as const)('E7: fails before the end when a blob is damaged: %s', async (packing) => {
    const files = new Map(layout({...image, packing}));
    const name = `blobs/sha256/${sha256(packed(upper, packing))}`;
    const damaged = Buffer.from(files.get(name) as Buffer);
    damaged[damaged.length >> 1] = (damaged[damaged.length >> 1] ?? 0) ^ 1;
    files.set(name, damaged);
    await using found = await opened(tarOfFiles(files));
    expect((await failure(toDockerArchive(found, {signal}))).message).toContain(`${name} of`);
    expect((await failure(toDockerArchive(found, {signal}))).message).toContain('is damaged: its digest is sha256:');
  });

  it.each([
    ['a config', /"diff_ids"/],
    ['a manifest', /"layers":\[/],
  ])('E7: is refused when %s is damaged', async (_what, pattern) => {
    const files = new Map(layout(image));
    const [name, bytes] =
      [...files].find(([path, text]) => path.startsWith('blobs') && pattern.test(text.toString())) ?? [];
    files.set(name ?? '', Buffer.from(`${bytes} `));
    await expect(opened(tarOfFiles(files))).rejects.toThrow('is damaged');
  });

  it.each([
    ['no image at all', whole(member('etc/passwd')), /holds no image/],
    ['an index without manifests', whole(member('index.json', '{}')), /holds no image/],
    [
      'no layer',
      tarOfFiles(new Map([...layout(image)].filter(([, bytes]) => bytes !== lower))),
      /lacks the layer blobs/,
    ],
    ['no config', whole(member('manifest.json', '[{"Config":"../x"}]')), /lacks \.\.\/x, which its manifest names/],
    [
      'two images',
      whole(member('a', '{}'), member('manifest.json', '[{"Config":"a"},{"Config":"a"}]')),
      /several images/,
    ],
    ['bzip2 or xz', packed(ociTar(image), 'xz'), /is compressed with xz, which cannot be read here/],
    [
      'a link to itself',
      whole(member('a', '', {type: '2', target: 'a'}), member('manifest.json', '[{"Config":"a"}]')),
      /lacks a/,
    ],
  ])('is refused when there is %s', async (_what, bytes, message) => {
    await expect(opened(bytes)).rejects.toThrow(message);
  });
});

describeEngines('a pure OCI layout', (engine) => {
  it.each(['none', 'gzip', 'zstd'] satisfies Packing[])('loads by way of it: %s', async (packing) => {
    const name = `${unique()}:1`;
    const bytes = ociTar({name, layers: [lower, upper], packing}, arm);
    await using found = await opened(bytes, {os: 'linux', architecture: 'amd64'});
    const said = await load(engine, toDockerArchive(found, {signal}));
    try {
      expect(said).toContain('Loaded image');
      expect(said).not.toMatch(/error/i);
      const root = await namesIn(await collect(exportedRoot(engine, name)));
      expect(root).toEqual(expect.arrayContaining(['lower-file', 'upper-file']));
    } finally {
      await removeImage(engine, name);
    }
  });

  it('leaves no image behind when a blob is damaged', async () => {
    const name = `${unique()}:1`;
    const files = new Map(layout({name, layers: [lower, upper]}));
    const damaged = Buffer.from(upper);
    damaged[600] = (damaged[600] ?? 0) ^ 1;
    files.set(`blobs/sha256/${sha256(upper)}`, damaged);
    await using found = await opened(tarOfFiles(files));
    const loading = load(engine, toDockerArchive(found, {signal, names: [name]}));
    await expect(loading).rejects.toThrow('is damaged');
    expect((await ask(engine.address, `/images/${name}/json`)).status).toBe(404);
  });
});

describeEngines(
  'a pure OCI layout in a directory',
  (engine) => {
    it('loads as it is', async () => {
      const name = `${unique()}:1`;
      const directory = workspace(Object.fromEntries(layout({name, layers: [lower], packing: 'gzip'})));
      const body = await openArchive(directory, {signal});
      const said = await load(engine, body);
      await removeImage(engine, name);
      expect(said).toContain('Loaded image');
    });
  },
  ({name}) => /containerd|podman/.test(name),
);

it('needs no more room than the archive, and none afterwards', async () => {
  const root = workspace({});
  writeFileSync(join(root, 'a'), packed(ociTar(image), 'gzip'));
  const found = await openImage(join(root, 'a'), {scratch: root, signal});
  expect(readdirSync(root)).toHaveLength(2);
  await found[Symbol.asyncDispose]();
  expect(readdirSync(root)).toEqual(['a']);
  writeFileSync(join(root, 'a'), packed(whole(member('x')), 'gzip'));
  await expect(openImage(join(root, 'a'), {scratch: root, signal})).rejects.toThrow('holds no image');
  expect(readdirSync(root)).toEqual(['a']);
});
