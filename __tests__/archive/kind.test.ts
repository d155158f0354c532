import {execFileSync} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {truncateSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {identifyArchive} from '../../src/archive/kind.ts';
import {BASE_IMAGE, describeEngines, workspace} from '../rig.ts';
import {streamed} from './engine-stream.ts';
import {dockerTar, layout, ociTar, packed, tarOfFiles} from './images.ts';
import {collect, member, NEVER, sha256, tarOf, whole} from './tars.ts';

const signal = NEVER;
const image = {name: 'app:1', layers: [tarOf({file: 'content'})]};
const other = {...image, architecture: 'arm64'};
const hex = sha256('id');

const file = (bytes: Buffer) => join(workspace({archive: bytes}), 'archive');
const identify = (bytes: Buffer) => identifyArchive(file(bytes), {signal});

const ancient = whole(member(`${hex}/`, '', {type: '5'}), member(`${hex}/layer.tar`), member('repositories', '{}'));
const podman = whole(
  member(`${hex}.tar`, 'x'),
  member(`${hex}.json`, '{}'),
  member(`${hex}/layer.tar`, '', {type: '2', target: `../${hex}.tar`}),
  member('manifest.json', JSON.stringify([{Config: `${hex}.json`, RepoTags: ['localhost/app:1'], Layers: []}])),
);
const both = tarOfFiles(
  new Map([...layout(image), ['manifest.json', Buffer.from(JSON.stringify([{Config: 'x', RepoTags: ['app:1']}]))]]),
);
const rootfs = tarOf({'etc/passwd': 'root', 'bin/sh': 'x', 'lib/x': {link: '/lib64'}});
const app = tarOf({
  'manifest.json': '[{"name":"of an app"}]',
  'index.json': '{}',
  ...Object.fromEntries(Array.from({length: 150}, (_, i) => [`src/${i}`, 'x'])),
});

describe('what a file is', () => {
  it.each([
    ['docker', ['app:1'], 'of Docker 20.10', dockerTar(image)],
    ['docker', [], 'of Docker before 1.10', ancient],
    ['docker', ['localhost/app:1'], 'of Podman', podman],
    ['docker', ['app:1'], 'of Docker 25', both],
    ['docker', ['app:1'], 'packed again from its directory', tarOf(Object.fromEntries(members(both)))],
    ['oci', ['docker.io/library/app:1'], 'of buildx', ociTar(image)],
    ['oci', ['docker.io/library/app:1'], 'of buildx for two platforms', ociTar(image, other)],
    ['rootfs', [], 'a root file system', rootfs],
    ['rootfs', [], 'an app with files of these names', app],
    ['rootfs', [], 'an empty tar', whole()],
  ])('is told from its content: %s %j %s', async (content, names, _what, bytes) => {
    for (const packing of ['none', 'gzip', 'zstd'] as const)
      expect(await identify(packed(bytes, packing))).toMatchObject({
        form: 'file',
        compression: packing,
        content,
        names,
      });
  });

  it('is not told when it cannot be read', async () => {
    const unknown = {form: 'file', content: 'unknown', names: []};
    expect(await identify(packed(rootfs, 'xz'))).toMatchObject({...unknown, compression: 'xz'});
    const bzip2 = execFileSync('bzip2', ['-c'], {input: rootfs});
    expect(await identify(bzip2)).toMatchObject({...unknown, compression: 'bzip2'});
  });

  it('is told of a directory, too', async () => {
    const directory = workspace({...Object.fromEntries(layout(image)), 'other/file': ''});
    const kind = {form: 'directory', compression: 'none', content: 'oci', names: ['docker.io/library/app:1']};
    expect(await identifyArchive(directory, {signal})).toMatchObject(kind);
  });

  it('takes nothing for a name that is none', async () => {
    const names = ['app:1', 'a b:1', 'app', 'x\n:1', '-', 'app@sha256:1', '::warning::x', 1];
    const manifest = JSON.stringify([{Config: 'x', RepoTags: names}]);
    expect((await identify(whole(member('manifest.json', manifest)))).names).toEqual(['app:1']);
  });

  it('takes no time for a large file', async () => {
    const size = 3 * 2 ** 30;
    const path = file(member('large', '', {size}));
    truncateSync(path, 512 + size + 1024);
    const start = performance.now();
    expect((await identifyArchive(path, {signal})).content).toBe('rootfs');
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('stops reading a compressed file once it is certain', async () => {
    const files = Array.from({length: 120}, (_, i) => member(`usr/${i}`));
    const noise = randomBytes(3_000_000);
    const bytes = packed(whole(...files, member('large', noise), member('more', noise)), 'gzip');
    // What is damaged later does not come to light here.
    bytes.fill(0, 4_000_000, 4_100_000);
    expect((await identify(bytes)).content).toBe('rootfs');
  });
});

describe('what is no archive', () => {
  it.each([
    ['empty', Buffer.alloc(0), /archive is empty$/],
    ['text', Buffer.from('hello '.repeat(1000)), /archive is no tar$/],
    ['short text', Buffer.from('hello'), /archive ends in the middle of a header$/],
    ['cut in a file', ociTar(image).subarray(0, 700), /ends in the middle of blobs\/sha256/],
    ['cut between files', rootfs.subarray(0, -(10_240 - 512 * 7)), /ends without an end mark|in the middle of/],
    ['compressed text', packed(Buffer.from('hello '.repeat(1000)), 'gzip'), /archive is no tar$/],
    ['cut gzip', packed(rootfs, 'gzip').subarray(0, -40), /archive cannot be decompressed: unexpected end of file$/],
    ['cut zstd', packed(rootfs, 'zstd').subarray(0, -40), /archive ends in the middle of its zstd data$/],
    ['broken gzip', Buffer.concat([packed(rootfs, 'gzip').subarray(0, 10), Buffer.alloc(99, 255)]), /decompressed/],
  ])('is refused with a clear word: %s', async (_what, bytes, message) => {
    await expect(identify(bytes)).rejects.toThrow(message);
  });

  it('is a directory that holds something else', async () => {
    await expect(identifyArchive(workspace({'oci-layout': '{}'}), {signal})).rejects.toThrow(
      /is a directory without the file index\.json, so no OCI image layout\. Name a tar/,
    );
  });

  it('is nothing, a device, or a pipe', async () => {
    const root = workspace({});
    await expect(identifyArchive(join(root, 'none'), {signal})).rejects.toThrow(/none: it does not exist/);
    await expect(identifyArchive('/dev/null', {signal})).rejects.toThrow(/it is no regular file/);
    execFileSync('mkfifo', [join(root, 'pipe')]);
    await expect(identifyArchive(join(root, 'pipe'), {signal})).rejects.toThrow(/it is no regular file/);
  });
});

describeEngines('an export', (engine) => {
  it('is known for an image with its name', async () => {
    const path = join(workspace({}), 'image.tar');
    writeFileSync(path, await collect(streamed(engine, `/images/${BASE_IMAGE}/get`)));
    const kind = await identifyArchive(path, {signal});
    expect(kind).toMatchObject({compression: 'none', content: 'docker'});
    expect(kind.names.map((name) => name.replace(/^.*\//, ''))).toContain(BASE_IMAGE);
  });
});

/** The members of a tar made by hand, back again. */
function* members(bytes: Buffer): Generator<[string, Buffer]> {
  for (let at = 0; bytes[at] !== 0; ) {
    const name = bytes.toString('latin1', at, bytes.indexOf(0, at));
    const size = Number.parseInt(bytes.toString('latin1', at + 124, at + 135), 8);
    yield [name, bytes.subarray(at + 512, at + 512 + size)];
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
