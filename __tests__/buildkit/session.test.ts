import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {createServer as createHttpServer} from 'node:http';
import http2 from 'node:http2';
import net from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Duplex} from 'node:stream';
import {setTimeout as sleep} from 'node:timers/promises';
import {afterEach, describe, expect, it} from '@jest/globals';
import type {Method} from '../../src/buildkit/grpc.ts';
import {openSession} from '../../src/buildkit/session.ts';
import {answerOf, FakeDaemon, fieldsOf, frame, textMessage} from './fake-daemon.ts';
import {upgradeOn} from './live-engine.ts';

const HEALTH = '/grpc.health.v1.Health/Check';
const CREDENTIALS = '/moby.filesync.v1.Auth/Credentials';
const NEVER = new AbortController().signal;

const rejections: unknown[] = [];
process.on('unhandledRejection', (reason) => rejections.push(reason));
afterEach(() => expect(rejections).toEqual([]));

describe('openSession', () => {
  it('announces an id and each method on a line of its own', async () => {
    await using daemon = await FakeDaemon.start();
    expect(daemon.headers).toEqual([
      ['X-Docker-Expose-Session-Uuid', daemon.session.id],
      ['X-Docker-Expose-Session-Name', 'stowage'],
      ['X-Docker-Expose-Session-Grpc-Method', HEALTH],
      ['X-Docker-Expose-Session-Grpc-Method', CREDENTIALS],
    ]);
    expect(daemon.session.id).toMatch(/^[0-9a-f]{32}$/);
  });

  it('rejects with the error of a refused upgrade', async () => {
    const upgrade = async () => Promise.reject(new Error('refused'));
    const options = {credentials: async () => undefined, signal: NEVER};
    await expect(openSession({...options, upgrade})).rejects.toThrow('refused');
  });

  it('L1: does not open, or closes again, when aborted', async () => {
    const options = {credentials: async () => undefined};
    const before = openSession({
      ...options,
      upgrade: upgradeOn('/nowhere'),
      signal: AbortSignal.abort(new Error('gone')),
    });
    await expect(before).rejects.toThrow('gone');
    const controller = new AbortController();
    const socket = new Duplex({read() {}, write: (_chunk, _encoding, done) => done()});
    const upgrade = async () => {
      controller.abort(new Error('gone'));
      return socket;
    };
    await expect(openSession({...options, upgrade, signal: controller.signal})).rejects.toThrow('gone');
    expect(socket.destroyed).toBe(true);
  });

  it('reads bytes that came in one packet with the 101', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'session-'));
    const path = join(folder, 'engine.sock');
    const server = createHttpServer();
    const {promise: calling, resolve} = Promise.withResolvers<http2.ClientHttp2Session>();
    server.on('upgrade', (_request, socket) => {
      let head = Buffer.from('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n');
      const joined = Duplex.from({
        readable: socket,
        writable: async (chunks: AsyncIterable<Buffer>) => {
          for await (const chunk of chunks) {
            socket.write(Buffer.concat([head, chunk]));
            head = Buffer.alloc(0);
          }
        },
      });
      const client = http2.connect('http://engine', {createConnection: () => joined});
      client.on('error', () => {});
      resolve(client);
    });
    server.listen(path);
    await once(server, 'listening');
    try {
      const session = await openSession({upgrade: upgradeOn(path), credentials: async () => undefined, signal: NEVER});
      const stream = (await calling).request({':method': 'POST', ':path': HEALTH});
      stream.end(frame(new Uint8Array(0)));
      await expect(answerOf(stream)).resolves.toMatchObject({status: '0'});
      await session.close();
      (await calling).destroy();
    } finally {
      server.closeAllConnections();
      server.close();
      await rm(folder, {recursive: true});
    }
  });
});

describe('answers', () => {
  it('is healthy', async () => {
    await using daemon = await FakeDaemon.start();
    const answer = await daemon.call(HEALTH, textMessage(1, 'any'));
    expect(answer).toMatchObject({status: '0'});
    expect(fieldsOf(answer.body)).toEqual({1: 1});
  });

  it('T15: reads a request cut at every byte', async () => {
    await using daemon = await FakeDaemon.start({credentials: async (host) => ({username: host, secret: 's'})});
    const whole = frame(textMessage(1, 'ghcr.io'));
    for (let cut = 0; cut <= whole.length; cut++) {
      const pieces = [whole.subarray(0, cut), whole.subarray(cut)];
      const answer = await daemon.call(CREDENTIALS, Buffer.alloc(0), {pieces});
      expect(fieldsOf(answer.body)).toEqual({1: 'ghcr.io', 2: 's'});
    }
    const pieces = [...whole].map((byte) => Uint8Array.of(byte));
    const answer = await daemon.call(CREDENTIALS, Buffer.alloc(0), {pieces});
    expect(fieldsOf(answer.body)).toEqual({1: 'ghcr.io', 2: 's'});
  });

  it.each([
    ['/moby.filesync.v1.Auth/FetchToken', '12'],
    ['/moby.filesync.v1.Auth/GetTokenAuthority', '12'],
    ['/moby.filesync.v1.Auth/VerifyTokenAuthority', '12'],
    ['/moby.buildkit.secrets.v1.Secrets/GetSecret', '12'],
    ['/grpc.health.v1.Health/Watch', '12'],
    ['/', '12'],
    ['/__proto__/constructor', '12'],
  ])('does not know %s', async (path, status) => {
    await using daemon = await FakeDaemon.start();
    await expect(daemon.call(path, textMessage(1, 'x'))).resolves.toMatchObject({
      status,
      message: `this session does not serve ${path}`,
    });
  });

  it.each([
    ['none', []],
    ['two', [frame(Buffer.alloc(0)), frame(Buffer.alloc(0))]],
    ['half a message', [frame(textMessage(1, 'x')).subarray(0, 6)]],
    ['a message that is no protobuf', [frame(Uint8Array.of(0x0a, 0xff))]],
  ])('refuses %s where one message belongs, and goes on', async (_what, pieces) => {
    await using daemon = await FakeDaemon.start();
    await expect(daemon.call(CREDENTIALS, Buffer.alloc(0), {pieces})).resolves.toMatchObject({status: '13'});
    await expect(daemon.call(HEALTH, Buffer.alloc(0))).resolves.toMatchObject({status: '0'});
  });

  it('is not held up by what nobody reads', async () => {
    await using daemon = await FakeDaemon.start();
    const stream = daemon.open('/x.Y/Unknown');
    stream.on('error', () => {});
    stream.write(Buffer.alloc(1_000_000));
    await once(stream, 'response');
    await sleep(20);
    await expect(daemon.call(HEALTH, Buffer.alloc(1000))).resolves.toMatchObject({status: '0'});
  });

  it('is healthy while credentials take long', async () => {
    const {promise, resolve} = Promise.withResolvers<undefined>();
    await using daemon = await FakeDaemon.start({credentials: () => promise});
    const slow = daemon.call(CREDENTIALS, textMessage(1, 'ghcr.io'));
    for (let index = 0; index < 20; index++) {
      await expect(daemon.call(HEALTH, Buffer.alloc(0))).resolves.toMatchObject({status: '0'});
    }
    resolve(undefined);
    await expect(slow).resolves.toMatchObject({status: '0', body: frame(Buffer.alloc(0))});
  });

  it('answers many calls at once', async () => {
    await using daemon = await FakeDaemon.start({credentials: async (host) => ({username: host, secret: 'x'})});
    const hosts = Array.from({length: 300}, (_, index) => `registry-${index}`);
    const answers = await Promise.all(hosts.map((host) => daemon.call(CREDENTIALS, textMessage(1, host))));
    expect(answers.map(({body}) => fieldsOf(body)[1])).toEqual(hosts);
  });

  it('gives up in time when the caller has a limit', async () => {
    await using daemon = await FakeDaemon.start({credentials: () => new Promise(() => {})});
    const started = performance.now();
    const answer = await daemon.call(CREDENTIALS, textMessage(1, 'ghcr.io'), {headers: {'grpc-timeout': '300m'}});
    expect(answer).toMatchObject({status: '4', message: expect.stringContaining('took longer than 270 ms')});
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it.each([
    ['cancels', http2.constants.NGHTTP2_CANCEL],
    ['breaks off', http2.constants.NGHTTP2_INTERNAL_ERROR],
    ['says nothing', http2.constants.NGHTTP2_NO_ERROR],
  ])('is not disturbed by a caller that %s', async (_what, code) => {
    const {promise, resolve} = Promise.withResolvers<undefined>();
    await using daemon = await FakeDaemon.start({credentials: () => promise});
    const stream = daemon.open(CREDENTIALS);
    stream.on('error', () => {});
    stream.end(frame(textMessage(1, 'ghcr.io')));
    await sleep(20);
    stream.close(code);
    stream.resume();
    await sleep(50);
    resolve(undefined);
    await expect(daemon.call(HEALTH, Buffer.alloc(0))).resolves.toMatchObject({status: '0'});
  });
});

describe('credentials', () => {
  it.each(['docker.io', 'index.docker.io', 'registry-1.docker.io'])(
    'asks for docker.io when the engine says %s',
    async (host) => {
      const asked: string[] = [];
      await using daemon = await FakeDaemon.start({
        credentials: async (registry) => {
          asked.push(registry);
          return {username: 'u\u00e9', secret: 'p~?>w:o/rd\n'};
        },
      });
      const answer = await daemon.call(CREDENTIALS, textMessage(1, host));
      expect(fieldsOf(answer.body)).toEqual({1: 'u\u00e9', 2: 'p~?>w:o/rd\n'});
      expect(asked).toEqual(['docker.io']);
    },
  );

  it('passes other hosts on as they are, with their port', async () => {
    const asked: string[] = [];
    await using daemon = await FakeDaemon.start({credentials: async (host) => void asked.push(host)});
    await daemon.call(CREDENTIALS, textMessage(1, '127.0.0.1:5001'));
    expect(asked).toEqual(['127.0.0.1:5001']);
  });

  it('sends an identity token without a user name', async () => {
    await using daemon = await FakeDaemon.start({credentials: async () => ({username: '', secret: 'token'})});
    const answer = await daemon.call(CREDENTIALS, textMessage(1, 'x'));
    expect(fieldsOf(answer.body)).toEqual({2: 'token'});
  });

  it.each([
    ['rejects', () => Promise.reject(new Error('helper printed hunter2'))],
    [
      'throws',
      () => {
        throw new Error('helper printed hunter2');
      },
    ],
  ])('S2: tells the host and nothing else when the provider %s', async (_what, credentials) => {
    await using daemon = await FakeDaemon.start({credentials});
    await expect(daemon.call(CREDENTIALS, textMessage(1, 'ghcr.io'))).resolves.toMatchObject({
      status: '2',
      message: 'the credentials for ghcr.io could not be read',
    });
  });
});

describe('more methods', () => {
  const start = (method: Method) => FakeDaemon.start({methods: new Map([['/x.Y/Z', method]])});

  it('announces them and lets them throw', async () => {
    await using daemon = await start({kind: 'unary', handle: () => Promise.reject(new Error('no such file'))});
    expect(daemon.headers.at(-1)).toEqual(['X-Docker-Expose-Session-Grpc-Method', '/x.Y/Z']);
    await expect(daemon.call('/x.Y/Z', Buffer.alloc(0))).resolves.toMatchObject({status: '2', message: 'no such file'});
  });

  it('talks both ways and sees repeated metadata one by one', async () => {
    const seen: string[] = [];
    await using daemon = await start({
      kind: 'stream',
      handle: async ({requests, send, metadata}) => {
        for (const [name, value] of metadata) if (name === 'exclude-patterns') seen.push(value);
        for await (const request of requests) await send(request, Buffer.from('!'));
      },
    });
    const stream = daemon.open('/x.Y/Z', {'exclude-patterns': ['a, b.txt', 'c']});
    stream.write(Buffer.concat([frame(Buffer.from('one')), frame(Buffer.from('two'))]));
    const [first] = (await once(stream, 'data')) as [Buffer];
    expect(first.subarray(0, 8)).toEqual(frame(Buffer.from('one')));
    stream.end();
    await expect(answerOf(stream)).resolves.toMatchObject({status: '0'});
    expect(seen).toEqual(['a, b.txt', 'c']);
  });

  it('ends a stream with an error after it has sent something', async () => {
    await using daemon = await start({
      kind: 'stream',
      handle: async ({send}) => {
        await send(Buffer.from('part'));
        throw new Error('disk full');
      },
    });
    const answer = await daemon.call('/x.Y/Z', Buffer.alloc(0));
    expect(answer).toMatchObject({status: '2', message: 'disk full', body: frame(Buffer.from('part'))});
  });

  it('holds a sender back while the engine does not read, and ends it when the engine is gone', async () => {
    let sent = 0;
    const {promise: over, resolve} = Promise.withResolvers<unknown>();
    await using daemon = await start({
      kind: 'stream',
      handle: async ({send}) => {
        try {
          for (;;) {
            await send(Buffer.alloc(64 * 1024));
            sent++;
          }
        } catch (error) {
          resolve(error);
          throw error;
        }
      },
    });
    const stream = daemon.open('/x.Y/Z');
    stream.on('error', () => {});
    stream.end(frame(Buffer.alloc(0)));
    await sleep(100);
    expect(sent).toBeLessThan(20);
    await daemon.vanish();
    await expect(over).resolves.toMatchObject({name: 'GrpcError', message: 'the caller ended the call'});
  });
});

describe('the end', () => {
  it('is ours after close, which can be repeated', async () => {
    const daemon = await FakeDaemon.start();
    await Promise.all([daemon.session.close(), daemon.session.close()]);
    await daemon.session.close();
    await expect(daemon.session.closed).resolves.toEqual({kind: 'closed'});
  });

  it('comes soon although a call is under way', async () => {
    await using daemon = await FakeDaemon.start({credentials: () => new Promise(() => {})});
    daemon
      .open(CREDENTIALS)
      .on('error', () => {})
      .end(frame(textMessage(1, 'x')));
    await sleep(20);
    const started = performance.now();
    await daemon.session.close();
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('is ours at once when the signal aborts', async () => {
    const controller = new AbortController();
    await using daemon = await FakeDaemon.start({signal: controller.signal, credentials: () => new Promise(() => {})});
    daemon
      .open(CREDENTIALS)
      .on('error', () => {})
      .end(frame(textMessage(1, 'x')));
    await sleep(20);
    const started = performance.now();
    controller.abort();
    await expect(daemon.session.closed).resolves.toEqual({kind: 'closed'});
    // The call under way would never end by itself.
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('is told when the engine goes away', async () => {
    await using daemon = await FakeDaemon.start();
    await daemon.call(HEALTH, Buffer.alloc(0));
    await daemon.vanish();
    const end = await daemon.session.closed;
    expect(end).toMatchObject({kind: 'lost', error: {name: 'SessionLost', hint: expect.stringContaining('restarted')}});
    expect(end.kind === 'lost' && end.error.message).toMatch(/^the build session was lost after \d\.\d s: /);
  });

  it('is told with the code when the engine says goodbye with an error', async () => {
    await using daemon = await FakeDaemon.start();
    await daemon.call(HEALTH, Buffer.alloc(0));
    daemon.goaway(http2.constants.NGHTTP2_ENHANCE_YOUR_CALM);
    await expect(daemon.session.closed).resolves.toMatchObject({kind: 'lost'});
  });

  it('is told when the other side does not speak HTTP/2', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'session-'));
    const path = join(folder, 'engine.sock');
    const server = net.createServer((socket) => {
      socket.on('error', () => {}).resume();
      socket.write(
        'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\nnonsense, not a preface, long enough',
      );
    });
    server.listen(path);
    await once(server, 'listening');
    try {
      const session = await openSession({upgrade: upgradeOn(path), credentials: async () => undefined, signal: NEVER});
      await expect(session.closed).resolves.toMatchObject({kind: 'lost', error: {name: 'SessionLost'}});
    } finally {
      server.close();
      await rm(folder, {recursive: true});
    }
  });
});
