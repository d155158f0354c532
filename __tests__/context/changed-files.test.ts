import {execFileSync} from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import {createServer, type Server} from 'node:net';
import {join} from 'node:path';
import type {Readable} from 'node:stream';
import {buffer} from 'node:stream/consumers';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {Client} from 'undici';
import {NO_RULES} from '../../src/context/dockerignore.ts';
import type {Walk} from '../../src/context/entries.ts';
import {ContextError} from '../../src/context/errors.ts';
import {packContext} from '../../src/context/pack.ts';
import {walkContext} from '../../src/context/walk.ts';
import {makeTree, NEVER, removeTree, tempDirectory} from './trees.ts';

let temp: string;
let root: string;
beforeEach(() => {
  temp = tempDirectory();
  root = join(temp, 'context');
});
afterEach(() => removeTree(temp));

const at = (path: string) => join(root, path);
const walk = () => walkContext(root, {ignore: NO_RULES, signal: NEVER});
const pack = (of: Walk) => packContext(of, {signal: NEVER});
const LARGE = Buffer.alloc(4_000_000, 'l');

/** The error a stream ends with; fails when it ends well. `meanwhile` runs once the first bytes are out. */
async function failureOf(stream: Readable, meanwhile?: () => void): Promise<ContextError> {
  let begun = false;
  try {
    for await (const _ of stream) {
      if (!begun) meanwhile?.();
      begun = true;
    }
  } catch (error) {
    expect(error).toBeInstanceOf(ContextError);
    return error as ContextError;
  }
  throw new Error('the archive ended as if nothing was wrong');
}

/** Lays another file in the place of one, as an editor does when it saves. */
function replace(path: string): void {
  writeFileSync(at('new'), readFileSync(at(path)));
  renameSync(at('new'), at(path));
}

const sameSize = (path: string) => {
  writeFileSync(at(path), readFileSync(at(path)).fill('X'));
  utimesSync(at(path), 1, 1);
};

describe('T20: a file that changes after it was listed is an error that names it,', () => {
  it.each<[string, string, (path: string) => void]>([
    ['shrinks', 'it shrank from', (path) => truncateSync(at(path), 3)],
    ['becomes empty', 'it shrank from', (path) => truncateSync(at(path), 0)],
    ['grows', 'it grew from', (path) => appendFileSync(at(path), 'more')],
    ['is replaced by another', 'it was replaced by another file', replace],
    [
      'becomes a link to the same content',
      'it was replaced by a symbolic link',
      (path) => {
        renameSync(at(path), join(temp, 'elsewhere'));
        symlinkSync(join(temp, 'elsewhere'), at(path));
      },
    ],
    [
      'becomes a directory',
      'it was replaced by another file',
      (path) => {
        rmSync(at(path));
        mkdirSync(at(path));
      },
    ],
    [
      'becomes a named pipe, which must not hang',
      'it was replaced by another file',
      (path) => {
        rmSync(at(path));
        execFileSync('mkfifo', [at(path)]);
      },
    ],
    ['vanishes', 'it vanished', (path) => rmSync(at(path))],
    ['is rewritten with as many bytes', 'it was written to', sameSize],
  ])('when it %s', async (_what, reason, change) => {
    // Small, larger than a chunk, and by way of the libraries: every road there is.
    for (const path of ['d/small', 'd/large', 'd/é', 'd/é-large']) {
      makeTree(root, {'d/small': 'content', 'd/large': LARGE, 'd/é': 'content', 'd/é-large': LARGE});
      const seen = await walk();
      change(path);
      const {message, path: named, hint} = await failureOf(pack(seen));
      expect(message).toContain(`cannot send ${path}: ${reason}`);
      expect(message).toContain('while the context was being sent');
      expect({named, hint}).toEqual({named: path, hint: expect.stringContaining('.dockerignore')});
      rmSync(root, {recursive: true});
    }
  });

  it.each<[string, string, (path: string) => void]>([
    ['shrinks', 'it shrank from 4000000 to 10 bytes', (path) => truncateSync(at(path), 10)],
    ['grows', 'it grew from 4000000 to 4000004 bytes', (path) => appendFileSync(at(path), 'more')],
    ['is rewritten', 'it was written to', sameSize],
  ])('when it %s while it is being read', async (_what, reason, change) => {
    for (const path of ['large', 'é-large']) {
      makeTree(root, {[path]: LARGE});
      const stream = pack(await walk());
      expect((await failureOf(stream, () => change(path))).message).toContain(`cannot send ${path}: ${reason}`);
      rmSync(root, {recursive: true});
    }
  });

  it.each<[string, string, () => void]>([
    [
      'a link is replaced',
      'link: it was replaced by another',
      () => {
        symlinkSync('other', at('new'));
        renameSync(at('new'), at('link'));
      },
    ],
    ['a link vanishes', 'link: it vanished', () => rmSync(at('link'))],
    [
      'a directory becomes a link to elsewhere (C3)',
      'd: it was replaced by another',
      () => {
        renameSync(at('d'), join(temp, 'moved'));
        symlinkSync(join(temp, 'moved'), at('d'));
      },
    ],
    ['the further name of a file becomes another file', 'z: it was replaced by another file', () => replace('z')],
  ])('also when %s', async (_what, reason, change) => {
    makeTree(root, {'d/file': 'x', link: {link: 'd'}, y: 'content', z: {hard: 'y'}});
    const seen = await walk();
    change();
    expect((await failureOf(pack(seen))).message).toContain(`cannot send ${reason}`);
  });

  it('but not when a new file joins a directory, which the walk did not promise', async () => {
    makeTree(root, {'d/file': 'x'});
    const seen = await walk();
    writeFileSync(at('d/late'), '');
    expect((await buffer(pack(seen))).includes('late')).toBe(false);
  });

  it('C6: when it can no longer be read', async () => {
    makeTree(root, {closed: 'x'});
    const seen = await walk();
    chmodSync(at('closed'), 0);
    if (process.getuid?.() === 0) {
      chmodSync(root, 0o755);
      chmodSync(temp, 0o755);
      process.seteuid?.(65534);
    }
    try {
      expect((await failureOf(pack(seen))).message).toContain('cannot send closed: permission denied');
    } finally {
      if (process.getuid?.() === 0) process.seteuid?.(0);
    }
  });

  it('C2: when an entry was left out all the same', async () => {
    makeTree(root, {a: '', b: ''});
    const {entries, ...rest} = await walk();
    // A list that loses an entry on the way stands for a defect of ours.
    const lossy = Object.assign([...entries], {[Symbol.iterator]: () => entries.slice(1).values()});
    expect((await failureOf(pack({...rest, entries: lossy}))).message).toContain('gave 1 where the walk listed 2');
  });

  it('leaves no file open', async () => {
    makeTree(root, {large: LARGE, 'é-large': LARGE, small: 'x'});
    const open = () => readdirSync('/proc/self/fd').length;
    const before = open();
    for (let i = 0; i < 5; i++) {
      const seen = await walk();
      const stream = pack(seen);
      await new Promise((done) => stream.once('readable', done));
      stream.destroy();
      appendFileSync(at('é-large'), 'x');
      await failureOf(pack(seen));
    }
    expect(open()).toBeLessThanOrEqual(before + 1);
  });
});

describe('T22: a request whose archive fails', () => {
  let server: Server;
  let received: Buffer[];
  let closed: Promise<void>;
  beforeEach(async () => {
    received = [];
    let onClose: () => void = () => undefined;
    closed = new Promise((done) => {
      onClose = done;
    });
    server = createServer((socket) => {
      socket.on('data', (bytes) => received.push(bytes));
      socket.on('error', () => undefined);
      socket.on('close', () => onClose());
    });
    await new Promise<void>((done) => server.listen(join(temp, 'engine.sock'), done));
  });
  afterEach(() => void server.close());

  it.each([
    ['before its first byte', 'b', () => rmSync(at('b'))],
    ['in the midst of a file', 'large', () => truncateSync(at('large'), 1_000_000)],
    ['with the very last entry', 'z', () => truncateSync(at('z'), 0)],
  ])('%s never reaches the end of its body', async (_where, name, change) => {
    makeTree(root, {a: 'first', b: 'second', large: LARGE, z: 'last'});
    const seen = await walk();
    change();
    const client = new Client('http://engine', {socketPath: join(temp, 'engine.sock')});
    try {
      const request = client.request({
        method: 'POST',
        path: '/build',
        body: pack(seen),
        headersTimeout: 0,
        bodyTimeout: 0,
      });
      await expect(request).rejects.toThrow(`cannot send ${name}: `);
      await closed;
    } finally {
      await client.destroy();
    }
    const wire = Buffer.concat(received);
    if (name !== 'b') expect(wire.includes('transfer-encoding: chunked')).toBe(true);
    // The last chunk of a complete body is "0" on a line of its own.
    expect(wire.includes('\r\n0\r\n')).toBe(false);
  });
});
