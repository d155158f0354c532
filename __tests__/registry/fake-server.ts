/**
 * A small HTTP server for what real registries and token servers do not do on demand: fail once, lie, redirect, stall.
 * It records what arrives, which is how the tests prove that a secret did not.
 */

import {createServer, type IncomingHttpHeaders, type RequestListener, type Server} from 'node:http';
import {createServer as createTlsServer} from 'node:https';
import type {AddressInfo, Socket} from 'node:net';

export interface Received {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** `reset` cuts the connection, `stall` never answers. `cutAfter` sends so many bytes of the body, then cuts. */
export type Reply =
  | 'reset'
  | 'stall'
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string | string[]>>;
      readonly body?: string | Uint8Array;
      readonly cutAfter?: number;
    };

export type Answer = (request: Received, server: FakeServer) => Reply;

export interface FakeServer extends AsyncDisposable {
  /** `127.0.0.1:port`. */
  readonly host: string;
  /** With scheme, without slash at the end. */
  readonly base: string;
  readonly requests: readonly Received[];
}

export async function startServer(
  answer: Answer,
  tls?: {readonly key: string; readonly cert: string},
): Promise<FakeServer> {
  const requests: Received[] = [];
  const sockets = new Set<Socket>();
  const listener: RequestListener = async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const {method = '', url = '', headers} = request;
    const received = {method, path: url, headers, body: Buffer.concat(chunks).toString('utf8')};
    requests.push(received);
    const reply = answer(received, fake);
    if (reply === 'stall') return;
    if (reply === 'reset') return void request.socket.destroy();
    const {status = 200, body = '', cutAfter} = reply;
    response.writeHead(status, {...reply.headers, 'content-length': Buffer.byteLength(body)});
    if (cutAfter === undefined) return void response.end(body);
    response.write(Buffer.from(body).subarray(0, cutAfter), () => request.socket.destroy());
  };
  const server: Server = tls ? createTlsServer(tls, listener) : createServer({maxHeaderSize: 64 * 1024}, listener);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fake: FakeServer = {
    host,
    base: `${tls ? 'https' : 'http'}://${host}`,
    requests,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return fake;
}
