import {execFileSync} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {appendFileSync, truncateSync, utimesSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {zstdCompressSync} from 'node:zlib';
import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {openArchive} from '../../src/archive/open.ts';
import {unzstd} from '../../src/archive/zstd.ts';
import {namesIn} from '../context/trees.ts';
import {ask, describeEngines, unique, workspace} from '../rig.ts';
import {layout, packed} from './images.ts';
import {collect, cut, failure, member, NEVER, tarOf, whole} from './tars.ts';

const signal = NEVER;
const bytes = whole(member('a', 'x'.repeat(3000)), member('b', Buffer.alloc(3_000_000, 'y')));
const file = (content: Buffer) => join(workspace({archive: content}), 'archive');
const opened = async (content: Buffer, decompress = false) =>
  collect(await openArchive(file(content), {decompress, signal}));

describe('an archive as a stream', () => {
  it.each([
    ['plain', bytes, bytes],
    ['gzip', packed(bytes, 'gzip'), undefined],
    ['xz', packed(bytes, 'xz'), undefined],
    ['zstd', packed(bytes, 'zstd'), bytes],
    [
      'zstd of several frames',
      Buffer.concat([packed(bytes.subarray(0, 1e6), 'zstd'), packed(bytes.subarray(1e6), 'zstd')]),
      bytes,
    ],
  ])('is what engines take: %s', async (_how, content, expected) => {
    expect((await opened(content)).equals(expected ?? content)).toBe(true);
  });

  it('is plain when asked so', async () => {
    expect((await opened(packed(bytes, 'gzip'), true)).equals(bytes)).toBe(true);
  });

  it('of a directory holds the layout and nothing else, the same bytes each time', async () => {
    const files = Object.fromEntries(layout({name: 'app:1', layers: [tarOf({x: ''})]}));
    const directory = workspace({...files, 'secret.txt': '', 'blobs/sha256/note': '', 'blobs/x y/z': ''});
    const once = await collect(await openArchive(directory, {signal}));
    expect([...(await namesIn(once))].sort()).toEqual(Object.keys(files).sort());
    for (const name of Object.keys(files)) utimesSync(join(directory, name), 1, 1);
    expect((await collect(await openArchive(directory, {signal}))).equals(once)).toBe(true);
  });

  it('fails at once when there is none', async () => {
    await expect(openArchive(join(workspace({}), 'none'), {signal})).rejects.toThrow('it does not exist');
    await expect(openArchive(file(Buffer.alloc(0)), {signal})).rejects.toThrow('archive is empty');
    await expect(openArchive('/dev/zero', {signal})).rejects.toThrow('it is no regular file');
  });

  it.each([
    ['cut', (path: string) => truncateSync(path, 1_000_000), /it was cut|it shrank/],
    ['longer', (path: string) => appendFileSync(path, 'more'), /it grew from/],
    ['another', (path: string) => utimesSync(path, 1, 1), /it was written to/],
    ['rewritten', (path: string) => writeFileSync(path, Buffer.alloc(100)), /it was cut|it shrank/],
  ])('fails when the file is %s meanwhile', async (_what, change, message) => {
    const path = file(bytes);
    const stream = await openArchive(path, {signal});
    let length = 0;
    const reading = (async () => {
      for await (const chunk of stream) {
        if (length === 0) change(path);
        length += (chunk as Buffer).length;
      }
    })();
    await expect(reading).rejects.toThrow(message);
    expect(length).toBeLessThan(bytes.length);
  });

  it.each([
    ['plain', bytes.subarray(0, -1024)],
    ['zstd', packed(bytes.subarray(0, 2000), 'zstd')],
    ['zstd itself', packed(bytes, 'zstd').subarray(0, -5)],
  ])('fails when the tar is cut: %s', async (_what, content) => {
    expect((await failure(await openArchive(file(content), {signal}))).message).toMatch(/archive ends /);
  });

  it('stops when aborted', async () => {
    const controller = new AbortController();
    const stream = await openArchive(file(bytes), {signal: controller.signal});
    const reading = (async () => {
      for await (const _ of stream) controller.abort();
    })();
    await expect(reading).rejects.toMatchObject({name: 'AbortError'});
  });
});

describe('zstd', () => {
  const skippable = (content: string) =>
    Buffer.concat([Buffer.from([0x5a, 0x2a, 0x4d, 0x18, content.length, 0, 0, 0]), Buffer.from(content)]);
  const part = fc.oneof(
    {weight: 3, arbitrary: fc.uint8Array({maxLength: 2000})},
    {weight: 1, arbitrary: fc.integer({min: 1, max: 300_000}).map((n) => Buffer.alloc(n, 'z'))},
  );

  it('of any frames, skippable ones between them, in any chunks, is decoded', async () => {
    const frames = fc.array(fc.tuple(part, fc.boolean(), fc.boolean()), {maxLength: 6});
    const lengths = fc.array(fc.integer({min: 1, max: 5000}), {minLength: 1, maxLength: 5});
    await fc.assert(
      fc.asyncProperty(frames, lengths, async (all, sizes) => {
        const checksum = {params: {201: 1}};
        const stream = all.flatMap(([content, skip, check]) => [
          ...(skip ? [skippable('skipped')] : []),
          zstdCompressSync(content, check ? checksum : {}),
        ]);
        const result = await collect(unzstd(cut(Buffer.concat(stream), ...sizes), 'it'));
        expect(result.equals(Buffer.concat(all.map(([content]) => content)))).toBe(true);
      }),
      {numRuns: 60},
    );
  });

  it('as zstd itself writes it, large and from a pipe, is decoded', async () => {
    const noise = randomBytes(2_000_000);
    const content = Buffer.concat([noise, Buffer.alloc(20_000_000, 'a'), noise]);
    for (const args of [['-19'], ['-T2', '-1'], ['--no-check', '-1']]) {
      const compressed = execFileSync('zstd', ['-c', ...args], {input: content.subarray(0, 5e6), maxBuffer: 2 ** 30});
      expect((await collect(unzstd(cut(compressed, 70_001), 'it'))).equals(content.subarray(0, 5e6))).toBe(true);
    }
    const bomb = execFileSync('zstd', ['-c'], {input: content.subarray(2e6, 22e6)});
    expect((await collect(unzstd(cut(bomb, 1000), 'it'))).length).toBe(20_000_000);
  });

  it.each([
    ['cut in its frame', zstdCompressSync(bytes).subarray(0, 100), 'it ends in the middle of its zstd data'],
    [
      'cut in a second frame',
      Buffer.concat([zstdCompressSync(bytes), zstdCompressSync(bytes).subarray(0, 9)]),
      'it ends',
    ],
    ['something behind it', Buffer.concat([zstdCompressSync(bytes), Buffer.from('more')]), 'no zstd behind'],
  ])('that is not whole is refused: %s', async (_what, content, message) => {
    expect((await failure(unzstd(cut(content, 64), 'it'))).message).toContain(message);
  });
});

describeEngines('a root file system', (engine) => {
  it('is imported from a zstd file', async () => {
    const repo = unique();
    const path = file(packed(tarOf({'etc/hello': 'x'}), 'zstd'));
    const body = await openArchive(path, {signal});
    const answer = await ask(engine.address, `/images/create?fromSrc=-&repo=${repo}&tag=latest`, {
      method: 'POST',
      headers: {'content-type': 'application/x-tar'},
      body,
    });
    const removed = await ask(engine.address, `/images/${repo}?force=1`, {method: 'DELETE'});
    expect([answer.status, removed.status]).toEqual([200, 200]);
  });
});
