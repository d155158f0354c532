/** The client against a server of node:http2 that can be told to misbehave, which a real engine cannot. */
import {once} from 'node:events';
import {createServer, type Http2Server, type ServerHttp2Stream} from 'node:http2';
import {type AddressInfo, connect} from 'node:net';
import {afterEach, describe, expect, it} from '@jest/globals';
import {ConnectionLost, type GrpcClient, openClient, RpcError} from '../../src/buildkit/client.ts';
import {encodeFrames} from '../../src/buildkit/frames.ts';

const OK = {'grpc-status': '0'};
const HEADERS = {':status': 200, 'content-type': 'application/grpc'};
const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const textOf = (message: Uint8Array) => Buffer.from(message).toString();

const servers: Http2Server[] = [];
const clients: GrpcClient[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
  for (const server of servers.splice(0)) server.close();
});

type Handle = (stream: ServerHttp2Stream, path: string) => void;

async function serve(handle: Handle): Promise<() => ReturnType<typeof connect>> {
  const server = createServer();
  servers.push(server);
  server.on('stream', (stream, headers) => {
    stream.on('error', () => {});
    handle(stream, String(headers[':path']));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return () => connect((server.address() as AddressInfo).port, '127.0.0.1');
}

async function clientOf(handle: Handle, signal = new AbortController().signal): Promise<GrpcClient> {
  const dial = await serve(handle);
  const client = await openClient({upgrade: async () => dial(), signal});
  clients.push(client);
  return client;
}

/** Sends messages, then `end` as trailers. */
function answer(stream: ServerHttp2Stream, messages: readonly Uint8Array[], end: Record<string, string> = OK): void {
  stream.respond(HEADERS, {waitForTrailers: true});
  stream.on('wantTrailers', () => stream.sendTrailers(end));
  stream.end(encodeFrames(...messages));
}

async function collect(messages: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const message of messages) all.push(textOf(message));
  return all;
}

describe('the gRPC client', () => {
  it('gives the one answer of a call, and sends what the server needs', async () => {
    let seen: unknown;
    const client = await clientOf((stream, path) => {
      stream.once('data', (data: Buffer) => {
        seen = {path, request: data.subarray(5).toString()};
        answer(stream, [bytes('yes')]);
      });
    });
    expect(textOf(await client.unary('/a.B/C', bytes('ask')))).toBe('yes');
    expect(seen).toEqual({path: '/a.B/C', request: 'ask'});
  });

  it('gives a stream of answers, calls side by side', async () => {
    const client = await clientOf((stream, path) =>
      answer(stream, [bytes(path), bytes('2'), bytes('x'.repeat(3_000_000))]),
    );
    const [one, two] = await Promise.all([
      collect(client.stream('/1', bytes(''))),
      collect(client.stream('/2', bytes(''))),
    ]);
    expect(one.map(({length}) => length)).toEqual([2, 1, 3_000_000]);
    expect(two[0]).toBe('/2');
  });

  it('reports an error that is the only answer, with its details', async () => {
    const client = await clientOf((stream) =>
      stream.respond(
        {
          ...HEADERS,
          'grpc-status': '5',
          'grpc-message': 'no such job: 100%25 %C3%BC',
          'grpc-status-details-bin': 'AQI',
        },
        {endStream: true},
      ),
    );
    const failure = await client.unary('/a/b', bytes('')).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RpcError);
    expect(failure).toMatchObject({
      code: 5,
      reason: 'no such job: 100% ü',
      message: '/a/b: no such job: 100% ü (gRPC code 5)',
    });
    expect([...((failure as RpcError).details ?? [])]).toEqual([1, 2]);
  });

  it('reports an error after answers', async () => {
    const client = await clientOf((stream) => answer(stream, [bytes('1')], {'grpc-status': '2', 'grpc-message': 'x'}));
    const got: string[] = [];
    const reading = (async () => {
      for await (const message of client.stream('/a/b', bytes(''))) got.push(textOf(message));
    })();
    await expect(reading).rejects.toMatchObject({name: 'RpcError', code: 2});
    expect(got).toEqual(['1']);
  });

  it.each<[string, Handle, RegExp]>([
    [
      'an end without a code',
      (stream) => stream.respond({':status': 200}, {endStream: true}),
      /HTTP status 200 and no gRPC code/,
    ],
    ['an answer of a proxy', (stream) => stream.respond({':status': 502}, {endStream: true}), /HTTP status 502/],
    [
      'a message that is cut off',
      (stream) => {
        stream.respond(HEADERS, {waitForTrailers: true});
        stream.on('wantTrailers', () => stream.sendTrailers(OK));
        stream.end(encodeFrames(bytes('hello')).subarray(0, 7));
      },
      /inside a message/,
    ],
    ['a reset', (stream) => stream.close(2), /./],
    ['a connection that breaks', (stream) => stream.session?.socket.destroy(), /./],
    ['no message', (stream) => answer(stream, []), /nothing else/],
  ])('takes %s for no answer', async (_, handle, words) => {
    const client = await clientOf(handle);
    const failure = await client.unary('/a/b', bytes('')).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ConnectionLost);
    expect((failure as Error).message).toMatch(words);
  });

  it('refuses calls once the connection is closed', async () => {
    const client = await clientOf((stream) => answer(stream, [bytes('1')]));
    client.close();
    client.close();
    await expect(client.unary('/a/b', bytes(''))).rejects.toBeInstanceOf(ConnectionLost);
  });

  it('ends a call by its signal and tells the server, and goes on with others', async () => {
    const {promise: reset, resolve} = Promise.withResolvers<number>();
    const client = await clientOf((stream, path) => {
      if (path === '/slow') stream.once('close', () => resolve(stream.rstCode ?? -1));
      else answer(stream, [bytes('quick')]);
    });
    const controller = new AbortController();
    const slow = client.unary('/slow', bytes(''), {signal: controller.signal});
    setTimeout(() => controller.abort(new Error('enough')), 50);
    await expect(slow).rejects.toThrow('enough');
    expect(await reset).toBe(8);
    expect(textOf(await client.unary('/quick', bytes('')))).toBe('quick');
  });

  it('ends everything by the signal of the connection', async () => {
    const controller = new AbortController();
    const client = await clientOf(() => {}, controller.signal);
    setTimeout(() => controller.abort(new Error('over')), 50);
    await expect(client.unary('/slow', bytes(''))).rejects.toThrow('over');
    await expect(openClient({upgrade: async () => connect(1), signal: controller.signal})).rejects.toThrow('over');
  });

  it('ends the call when its reader leaves', async () => {
    const {promise: closed, resolve} = Promise.withResolvers<void>();
    const client = await clientOf((stream) => {
      stream.once('close', resolve);
      stream.respond(HEADERS);
      stream.write(encodeFrames(bytes('1'), bytes('2')));
    });
    for await (const message of client.stream('/a/b', bytes(''))) {
      expect(textOf(message)).toBe('1');
      break;
    }
    await closed;
  });
});
