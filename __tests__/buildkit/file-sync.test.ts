import {once} from 'node:events';
import {constants} from 'node:http2';
import {setTimeout as sleep} from 'node:timers/promises';
import {describe, expect, it} from '@jest/globals';
import {type FileSyncOptions, fileSyncMethods, type Transfer} from '../../src/buildkit/file-sync.ts';
import {encodePacket} from '../../src/buildkit/packet.ts';
import type {ListRequest, SharedDirectory, SharedEntry, SharedFile} from '../../src/buildkit/shared-directory.ts';
import {FakeDaemon, frame} from './fake-daemon.ts';
import {type Received, type ReceiveOptions, receive} from './receiver.ts';

interface Given extends Partial<Omit<SharedEntry, 'path'>> {
  readonly content?: string | Buffer;
  readonly file?: Partial<SharedFile>;
}

/** A directory in memory; entries in the order they are given. */
class Directory implements SharedDirectory {
  readonly requests: ListRequest[] = [];
  /** Files opened, and not closed again. */
  opened = 0;
  open = 0;
  /** Bytes read of all files. */
  read = 0;
  readonly #entries: Readonly<Record<string, Given>>;
  readonly #then: () => Promise<void>;

  constructor(entries: Readonly<Record<string, Given>>, then = async () => {}) {
    this.#entries = entries;
    this.#then = then;
  }

  async *list(request: ListRequest): AsyncGenerator<readonly SharedEntry[]> {
    this.requests.push(request);
    const all = Object.entries(this.#entries).map(([path, given]) => this.#entry(path, given));
    yield all.slice(0, 1);
    yield [];
    yield all.slice(1);
    await this.#then();
  }

  #entry(path: string, {content = '', file, ...given}: Given): SharedEntry {
    const bytes = Buffer.from(content);
    return {
      path,
      kind: 'file',
      mode: 0o644,
      size: bytes.length,
      modified: 1n,
      target: '',
      open: () => this.#open(bytes, file),
      ...given,
    };
  }

  #open(bytes: Buffer, file: Partial<SharedFile> = {}): SharedFile {
    this.opened++;
    this.open++;
    let at = 0;
    const count = (n: number) => {
      at += n;
      this.read += n;
      return n;
    };
    const closed = () => {
      this.open--;
    };
    return {
      get left() {
        return bytes.length - at;
      },
      read: (target, to, most) => count(bytes.copy(target, to, at, Math.min(bytes.length, at + most))),
      finish: () => {},
      close: closed,
      ...file,
    };
  }
}

async function serve(
  directory: SharedDirectory,
  receiving: ReceiveOptions = {},
  options: Partial<FileSyncOptions> = {},
): Promise<Received> {
  const methods = fileSyncMethods({directories: new Map([['context', directory]]), ...options});
  await using daemon = await FakeDaemon.start({methods});
  return await receive(daemon, 'context', receiving);
}

const TREE: Readonly<Record<string, Given>> = {
  d: {kind: 'directory', mode: 0o1755, size: 0},
  'd/empty': {},
  'd/file': {content: 'four', mode: 0o4711, modified: 1_700_000_000_000_000_001n},
  'd/hard': {target: 'd/file', size: 4},
  link: {kind: 'symlink', mode: 0o777, target: '../é', size: 5},
  ö: {content: 'last'},
};

describe('a directory that the builder asks for', () => {
  it('is listed with modes, times, links and sizes, and its files are sent', async () => {
    const {files, stats, error, status} = await serve(new Directory(TREE));
    expect(files).toEqual({
      d: 'd',
      'd/empty': '',
      'd/file': 'four',
      'd/hard': 'h -> d/file',
      link: 'l -> ../é',
      ö: 'last',
    });
    expect(stats).toMatchObject([
      {mode: 2 ** 31 + 2 ** 20 + 0o755, size: 0},
      {mode: 0o644, size: 0},
      {mode: 2 ** 23 + 0o711, size: 4, modified: 1_700_000_000_000_000_001n},
      // A further name has no size of its own and cannot be asked for.
      {mode: 0o644, size: 0},
      {mode: 2 ** 27 + 0o777, size: 5},
      {mode: 0o644, size: 4},
    ]);
    expect({error, status}).toEqual({error: undefined, status: '0'});
  });

  it('sends only what is asked for, in the order it is asked for, and tells how much', async () => {
    const transfers: Transfer[] = [];
    const directory = new Directory(TREE);
    const {files, ended} = await serve(
      directory,
      {order: (ids) => ids.filter((id) => id !== 1).reverse()},
      {onTransfer: (transfer) => transfers.push(transfer)},
    );
    expect(ended).toEqual([5, 2]);
    expect(files['d/empty']).toBe('?');
    expect(transfers).toEqual([
      {
        directory: 'context',
        request: {include: [], exclude: [], follow: []},
        listed: {entries: 6, bytes: 8},
        sent: {files: 2, bytes: 8},
        isDone: true,
      },
    ]);
    expect(directory).toMatchObject({opened: 2, open: 0});
  });

  it('gets the patterns of the request one by one, escaped ones decoded', async () => {
    const directory = new Directory({});
    await serve(directory, {
      headers: {
        'exclude-patterns': ['a, b.txt', '*.log', '!c+d'],
        followpaths: ['src', 'a%2C+b%2F%C3%BC'],
        'followpaths-encoded': '1',
        'include-patterns': [Buffer.from('ü').toString('latin1')],
      },
    });
    expect(directory.requests).toEqual([
      {exclude: ['a, b.txt', '*.log', '!c+d'], follow: ['src', 'a, b/ü'], include: ['ü']},
    ]);
  });

  it('takes more patterns than Node takes headers by default; see the tests with engines for thousands', async () => {
    const directory = new Directory({});
    const patterns = Array.from({length: 1000}, (_, i) => `${i}/*`);
    const {status} = await serve(directory, {headers: {'exclude-patterns': patterns}});
    expect(status).toBe('0');
    expect(directory.requests[0]?.exclude).toEqual(patterns);
  });

  it('of a name that nobody shares is not found', async () => {
    await using daemon = await FakeDaemon.start({methods: fileSyncMethods({directories: new Map()})});
    const {status, message} = await receive(daemon, 'other');
    expect({status, message}).toEqual({status: '5', message: 'this session has no directory "other"'});
  });

  it('holds files of every size around the borders of pieces', async () => {
    const sizes = [1, 65_535, 65_536, 524_287, 524_288, 524_289, 3_000_000];
    const content = (size: number) => Buffer.alloc(size, String(size));
    const given = Object.fromEntries(sizes.map((size) => [`f${size}`, {content: content(size)}]));
    const most: number[] = [];
    const onPacket: ReceiveOptions['onPacket'] = (packet) => {
      if (packet.kind === 'data') most.push(packet.data.length);
    };
    const {files} = await serve(new Directory(given), {onPacket});
    for (const size of sizes) expect(files[`f${size}`] === content(size).toString()).toBe(true);
    // BuildKit of 20.10 ends the session for messages of 4 MiB.
    expect(Math.max(...most)).toBeLessThan(3 * 1024 * 1024);
  });

  it('may come in several requests at once', async () => {
    const directory = new Directory(TREE);
    await using daemon = await FakeDaemon.start({
      methods: fileSyncMethods({directories: new Map([['context', directory]])}),
    });
    const all = await Promise.all(Array.from({length: 5}, () => receive(daemon, 'context')));
    for (const {files, status} of all) {
      expect(status).toBe('0');
      expect(files['d/file']).toBe('four');
    }
  });
});

describe('a slow builder', () => {
  it('is waited for: little is read ahead, and the health check is answered meanwhile', async () => {
    const content = Buffer.alloc(1_000_000, 'x');
    const given = Object.fromEntries(Array.from({length: 40}, (_, i) => [`f${i}`, {content}]));
    const directory = new Directory(given);
    await using daemon = await FakeDaemon.start({
      methods: fileSyncMethods({directories: new Map([['context', directory]])}),
    });
    let paused = false;
    const checked: string[] = [];
    const received = await receive(daemon, 'context', {
      onPacket: async (packet) => {
        if (packet.kind !== 'data' || paused) return;
        paused = true;
        await sleep(300);
        // 40 MB are asked for, of which the windows of the connection and one piece or two are under way.
        expect(directory.read).toBeLessThan(4_000_000);
        const started = performance.now();
        const {status} = await daemon.call('/grpc.health.v1.Health/Check', new Uint8Array(0));
        expect(performance.now() - started).toBeLessThan(1000);
        checked.push(status ?? '');
      },
    });
    expect(checked).toEqual(['0']);
    expect(received.status).toBe('0');
    expect(Object.values(received.files).every((text) => text.length === content.length)).toBe(true);
    expect(directory).toMatchObject({opened: 40, open: 0});
  });

  it('that cancels in the middle of a file has it closed, and nothing counts as our failure', async () => {
    const directory = new Directory({large: {content: Buffer.alloc(50_000_000)}});
    const failures: unknown[] = [];
    let cut = false;
    await serve(
      directory,
      {
        onPacket: (packet, stream) => {
          if (packet.kind !== 'data' || cut) return;
          cut = true;
          stream.close(constants.NGHTTP2_CANCEL);
        },
      },
      {onFailure: (error) => failures.push(error)},
    );
    for (let tries = 0; directory.open > 0 && tries < 50; tries++) await sleep(20);
    expect(directory.open).toBe(0);
    expect(directory.read).toBeLessThan(50_000_000);
    expect(failures).toEqual([]);
  });

  it('that gives up with an error packet ends the call', async () => {
    const failures: unknown[] = [];
    const directory = new Directory({a: {content: 'a'}}, () => sleep(60_000, undefined, {ref: false}));
    const methods = fileSyncMethods({
      directories: new Map([['context', directory]]),
      onFailure: (error) => failures.push(error),
    });
    await using daemon = await FakeDaemon.start({methods});
    const stream = daemon.open('/moby.filesync.v1.FileSync/DiffCopy', {'dir-name': 'context'});
    const trailers = once(stream, 'trailers');
    stream.write(frame(encodePacket({kind: 'error', text: 'disk full'})));
    stream.resume();
    const [fields] = (await trailers) as [Record<string, string>];
    expect(fields).toMatchObject({'grpc-status': '2', 'grpc-message': 'the builder gave up: disk full'});
    expect(failures).toEqual([]);
  });

  it.each([
    ['asks for a directory', 0],
    ['asks for a further name of a file', 3],
    ['asks for what was never listed', 99],
  ])('that %s is refused', async (_, id) => {
    const {status, message} = await serve(new Directory(TREE), {wants: () => false, order: () => [id]});
    expect({status, message}).toEqual({status: '13', message: `there is no file ${id} to be asked for`});
  });

  it('that asks for a file twice is refused', async () => {
    const {status, message} = await serve(new Directory(TREE), {order: () => [2, 2]});
    expect({status, message}).toEqual({status: '13', message: 'there is no file 2 to be asked for'});
  });

  it('that goes away before it has finished is an error of the call', async () => {
    await using daemon = await FakeDaemon.start({
      methods: fileSyncMethods({directories: new Map([['context', new Directory(TREE)]])}),
    });
    const stream = daemon.open('/moby.filesync.v1.FileSync/DiffCopy', {'dir-name': 'context'});
    const trailers = once(stream, 'trailers');
    stream.resume().end();
    const [fields] = (await trailers) as [Record<string, string>];
    expect(fields).toMatchObject({'grpc-status': '13'});
  });
});

describe('a directory that is not what it was (hardening C1 to C3)', () => {
  const broken = new Error('cannot send b: it shrank');
  const raise = () => {
    throw broken;
  };
  const cases: readonly (readonly [string, Given])[] = [
    ['that cannot be opened', {content: 'bb', open: raise}],
    ['that cannot be read', {content: 'bb', file: {read: raise}}],
    ['that turns out to be another at its end', {content: 'bb', file: {finish: raise}}],
    ['that is empty and not what it was', {file: {finish: raise}}],
    ['that is large and not what it was', {content: Buffer.alloc(2_000_000), file: {finish: raise}}],
  ];

  it.each(cases)('with a file %s fails the call, and the end of that file is never sent', async (_, b) => {
    const failures: unknown[] = [];
    const directory = new Directory({a: {content: 'a'}, b, c: {content: 'c'}});
    const {ended, error, status, message} = await serve(directory, {}, {onFailure: (cause) => failures.push(cause)});
    expect(ended).not.toContain(1);
    expect({error, status, message}).toEqual({error: broken.message, status: '2', message: broken.message});
    expect(failures).toEqual([broken]);
    expect(directory.open).toBe(0);
  });

  it('and cannot be listed to its end fails the call, and the end of the listing is never sent', async () => {
    const failures: unknown[] = [];
    let ends = 0;
    const {error, status} = await serve(
      new Directory({a: {content: 'a'}}, async () => raise()),
      {
        onPacket: (packet) => {
          if (packet.kind === 'stat' && packet.stat === undefined) ends++;
        },
      },
      {onFailure: (cause) => failures.push(cause)},
    );
    expect({ends, error, status}).toEqual({ends: 0, error: broken.message, status: '2'});
    expect(failures).toEqual([broken]);
  });
});
