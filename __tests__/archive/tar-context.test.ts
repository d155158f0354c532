import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {buffer} from 'node:stream/consumers';
import {describe, expect, it} from '@jest/globals';
import {openTarContext} from '../../src/archive/tar-context.ts';
import {workspace} from '../rig.ts';
import {NEVER, tarOf} from './tars.ts';

const signal = NEVER;
const FILES = {'./a': 'x'.repeat(5000), './Dockerfile': 'FROM scratch\n', './web/Dockerfile': 'FROM a\n'};
const open = (path: string, file?: string) => openTarContext(path, {file, signal});

/** What real programs make of a tar. */
function compressed(tar: Buffer, program: string): string {
  const directory = workspace({'c.tar': tar});
  if (program !== '') writeFileSync(join(directory, 'c'), execFileSync(program, ['-c', 'c.tar'], {cwd: directory}));
  return join(directory, program === '' ? 'c.tar' : 'c');
}

describe('a tar as context', () => {
  it.each([
    ['', 'none'],
    ['gzip', 'gzip'],
    ['zstd', 'zstd'],
    ['bzip2', 'bzip2'],
    ['xz', 'xz'],
  ] as const)('by %s is sent as a builder reads it', async (program, compression) => {
    const tar = tarOf(FILES);
    const path = compressed(tar, program);
    const context = await open(path);
    const isSeen = compression !== 'bzip2' && compression !== 'xz';
    expect(context).toMatchObject({compression, dockerfile: 'Dockerfile', size: readFileSync(path).length});
    expect(context.dockerfileText).toBe(isSeen ? 'FROM scratch\n' : undefined);
    const sent = await buffer(context.send(signal));
    expect(sent.equals(compression === 'zstd' ? tar : readFileSync(path))).toBe(true);
    expect((await buffer(context.send(signal))).equals(sent)).toBe(true);
  });

  it.each<[string | undefined, Record<string, string>, string, string]>([
    ['web/Dockerfile', FILES, 'web/Dockerfile', 'FROM a\n'],
    [undefined, {dockerfile: 'FROM b\n'}, 'dockerfile', 'FROM b\n'],
    [undefined, {dockerfile: 'FROM b\n', Dockerfile: 'FROM c\n'}, 'Dockerfile', 'FROM c\n'],
    [undefined, {'/Dockerfile': 'FROM d\n'}, 'Dockerfile', 'FROM d\n'],
    ['empty', {empty: ''}, 'empty', ''],
  ])('has the Dockerfile %s', async (file, files, dockerfile, text) => {
    const context = await open(compressed(tarOf(files), ''), file);
    expect(context.dockerfile).toBe(dockerfile);
    expect(context.dockerfileText ?? '').toBe(text);
  });

  it.each<[string, Buffer, string | undefined, RegExp]>([
    [
      'without a Dockerfile',
      tarOf({a: '', 'x/web.Dockerfile': ''}),
      undefined,
      /has no Dockerfile; it has x\/web\.Dockerfile/,
    ],
    ['without the one that is named', tarOf(FILES), 'api', /has no api; it has Dockerfile/],
    ['that is none', Buffer.alloc(2000, 'text'), undefined, /neither a directory nor a tar/],
    ['that is cut', tarOf(FILES).subarray(0, 3000), undefined, /c\.tar/],
    ['that is empty', Buffer.alloc(0), undefined, /neither|has no Dockerfile/],
  ])('%s is refused', async (_, bytes, file, why) => {
    await expect(open(compressed(bytes, ''), file)).rejects.toThrow(why);
  });

  it('that changes while it is sent is an error', async () => {
    const path = compressed(tarOf({...FILES, large: 'x'.repeat(2_000_000)}), '');
    const sent = (await open(path)).send(signal)[Symbol.asyncIterator]();
    await sent.next();
    writeFileSync(path, 'short');
    const rest = async () => {
      while ((await sent.next()).done !== true);
    };
    await expect(rest()).rejects.toThrow(/c\.tar: it/);
  });
});
