import {existsSync, readdirSync, readFileSync, readlinkSync, statSync, symlinkSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {checkedTar} from '../../src/archive/checked-tar.ts';
import {saveStream, stageStream} from '../../src/archive/save.ts';
import {tar} from '../context/trees.ts';
import {BASE_IMAGE, describeEngines, workspace} from '../rig.ts';
import {streamed} from './engine-stream.ts';
import {cut, NEVER} from './tars.ts';

const bytes = Buffer.from('content '.repeat(50_000));
const options = {signal: NEVER};

async function* failing() {
  yield bytes;
  throw new Error('the engine went away');
}

describe('staging a stream', () => {
  it('leaves an older file as it is until it is put into its place', async () => {
    const root = workspace({image: 'old'});
    const dest = join(root, 'image');
    await using staged = await stageStream(cut(bytes, 1000), dest, options);
    expect(staged.size).toBe(bytes.length);
    expect(readFileSync(dest, 'utf8')).toBe('old');
    expect(readFileSync(staged.path).equals(bytes)).toBe(true);
    await staged.place();
    expect(readFileSync(dest).equals(bytes)).toBe(true);
    expect(readdirSync(root)).toEqual(['image']);
  });

  it('leaves nothing when it is not', async () => {
    const root = workspace({image: 'old'});
    {
      await using _ = await stageStream(cut(bytes, 1000), join(root, 'image'), options);
    }
    expect(readdirSync(root)).toEqual(['image']);
    expect(readFileSync(join(root, 'image'), 'utf8')).toBe('old');
  });
});

describe('saving a stream', () => {
  it('writes the whole of it, makes directories, and gives its size', async () => {
    const root = workspace({});
    const dest = join(root, 'a/b/image.tar');
    expect(await saveStream(cut(bytes, 1000), dest, options)).toBe(bytes.length);
    expect(readFileSync(dest).equals(bytes)).toBe(true);
    expect(statSync(dest).mode & 0o777).toBe(0o644);
    expect(readdirSync(join(root, 'a/b'))).toEqual(['image.tar']);
  });

  it('gives the file the mode asked for, whatever the umask', async () => {
    const root = workspace({});
    const before = process.umask(0o077);
    try {
      await saveStream(cut(bytes, 1000), join(root, 'x'), {...options, mode: 0o664});
    } finally {
      process.umask(before);
    }
    expect(statSync(join(root, 'x')).mode & 0o777).toBe(0o664);
  });

  it('replaces an older file, and a link instead of what it leads to', async () => {
    const root = workspace({old: 'old', target: 'target'});
    symlinkSync('target', join(root, 'link'));
    await saveStream(cut(bytes, 1000), join(root, 'old'), options);
    await saveStream(cut(bytes, 1000), join(root, 'link'), options);
    expect(readFileSync(join(root, 'old')).equals(bytes)).toBe(true);
    expect(readFileSync(join(root, 'target'), 'utf8')).toBe('target');
    expect(() => readlinkSync(join(root, 'link'))).toThrow('EINVAL');
  });

  it('shows nothing under the name before it is whole, and to nobody else', async () => {
    const root = workspace({});
    const seen: string[] = [];
    async function* watched() {
      yield bytes;
      for (const name of readdirSync(root))
        seen.push(`${name} ${(statSync(join(root, name)).mode & 0o777).toString(8)}`);
      yield bytes;
    }
    const before = process.umask(0);
    try {
      await saveStream(watched(), join(root, 'image.tar'), options);
    } finally {
      process.umask(before);
    }
    expect(seen).toEqual([expect.stringMatching(/^image\.tar\.part-[0-9a-f]{12} 600$/)]);
  });

  it('leaves nothing when the stream fails, and the older file as it was', async () => {
    const root = workspace({old: 'old'});
    await expect(saveStream(failing(), join(root, 'old'), options)).rejects.toThrow('the engine went away');
    await expect(saveStream(failing(), join(root, 'new'), options)).rejects.toThrow('the engine went away');
    expect(readdirSync(root)).toEqual(['old']);
    expect(readFileSync(join(root, 'old'), 'utf8')).toBe('old');
  });

  it('leaves nothing when the tar turns out to be cut', async () => {
    const root = workspace({});
    await expect(saveStream(checkedTar(cut(bytes, 1000)), join(root, 'new'), options)).rejects.toThrow('is no tar');
    expect(readdirSync(root)).toEqual([]);
  });

  it('stops at once when aborted, also when the stream hangs', async () => {
    const root = workspace({});
    const controller = new AbortController();
    let closed = false;
    async function* hanging() {
      try {
        yield bytes;
        setTimeout(() => controller.abort(), 20);
        await new Promise((done) => setTimeout(done, 300));
        yield bytes;
      } finally {
        closed = true;
      }
    }
    const start = performance.now();
    const saving = saveStream(hanging(), join(root, 'new'), {signal: controller.signal});
    await expect(saving).rejects.toMatchObject({name: 'AbortError'});
    expect(performance.now() - start).toBeLessThan(250);
    expect(readdirSync(root)).toEqual([]);
    await new Promise((done) => setTimeout(done, 350));
    expect(closed).toBe(true);
  });

  it('does not begin when aborted before', async () => {
    const root = workspace({});
    const saving = saveStream(cut(bytes, 1000), join(root, 'new'), {signal: AbortSignal.abort()});
    await expect(saving).rejects.toMatchObject({name: 'AbortError'});
    expect(existsSync(join(root, 'new'))).toBe(false);
  });

  it('refuses a directory and a device before anything is read', async () => {
    const root = workspace({'directory/x': ''});
    let read = false;
    async function* chunks() {
      read = true;
      yield bytes;
    }
    await expect(saveStream(chunks(), join(root, 'directory'), options)).rejects.toThrow(
      /directory: it is a directory/,
    );
    await expect(saveStream(chunks(), '/dev/null', options)).rejects.toThrow('/dev/null: it is no regular file');
    expect(read).toBe(false);
  });

  it('says why the disk says no', async () => {
    const root = workspace({file: ''});
    const saving = saveStream(cut(bytes, 1000), join(root, 'file/x'), options);
    await expect(saving).rejects.toMatchObject({
      name: 'ArchiveError',
      message: expect.stringContaining('cannot write'),
    });
    expect(readdirSync(root)).toEqual(['file']);
  });
});

describeEngines('the export of an image', (engine) => {
  it('is saved as a file that GNU tar reads', async () => {
    const dest = join(workspace({}), 'image.tar');
    const size = await saveStream(checkedTar(streamed(engine, `/images/${BASE_IMAGE}/get`)), dest, options);
    expect(statSync(dest).size).toBe(size);
    expect(await tar(readFileSync(dest), ['-t'])).toContain('manifest.json');
  });
});
