/**
 * A socket proxy in front of a real engine, as people put there to allow some routes only. It notes what it is asked;
 * upgrades are passed on as raw bytes. It can also make the engine look like a newer one, of which none can be had here.
 */
import {mkdtempSync, rmSync} from 'node:fs';
import {createServer as createHttp, type IncomingMessage, request, type ServerResponse} from 'node:http';
import {connect, createServer, type Socket} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Engine} from '../rig.ts';

export type Rule = 'pass' | 'refuse' | 'swallow';

export interface SocketProxy {
  readonly address: string;
  /** Method, path and query of every request so far. */
  readonly requests: readonly string[];
  /** Every line of their headers. */
  readonly headers: readonly string[];
  /** What went to the engine over connections that were upgraded. */
  readonly sent: () => Buffer;
  /** Cuts what was upgraded. */
  cut(): void;
  close(): void;
}

/** What `rule` decides by for a connection that is HTTP/2 from its first byte. */
export const HTTP2 = 'HTTP/2';

/**
 * For an engine on a unix socket; `rule` decides by path. `newest` is the API version that the engine then seems to have:
 * from 1.53 on it takes gRPC without an upgrade, which here becomes one with.
 */
export async function startProxy(
  engine: Engine,
  rule: (path: string) => Rule = () => 'pass',
  newest?: string,
): Promise<SocketProxy> {
  const directory = mkdtempSync(join(tmpdir(), 'stowage-test-'));
  const socketPath = engine.address.slice('unix://'.length);
  const requests: string[] = [];
  const headers: string[] = [];
  const note = ({method, url, rawHeaders}: IncomingMessage): readonly string[] => {
    requests.push(`${method} ${url}`);
    const lines = rawHeaders.flatMap((name, at, all) => (at % 2 === 0 ? [`${name}: ${all[at + 1]}`] : []));
    headers.push(...lines);
    return lines;
  };
  const http = createHttp((incoming, response) => {
    const {method, url: path = '', headers: given} = incoming;
    note(incoming);
    if (rule(path) === 'refuse') {
      incoming.resume();
      response.writeHead(403, {'content-type': 'text/html'}).end('<html><body><h1>403 Forbidden</h1></body></html>');
      return;
    }
    const outgoing = request({socketPath, method, path, headers: given, agent: false}, (answer) => {
      if (newest === undefined) {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      } else void renew(answer, newest, response);
    });
    outgoing.on('error', () => response.destroy());
    response.on('close', () => outgoing.destroy());
    incoming.pipe(outgoing);
  });
  const sockets = new Set<Socket>();
  const sent: Buffer[] = [];
  http.on('upgrade', (incoming: IncomingMessage, socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    const path = incoming.url ?? '';
    const lines = note(incoming);
    if (rule(path) === 'swallow') return;
    if (rule(path) === 'refuse') {
      socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    const inner = connect(socketPath);
    inner.on('error', () => socket.destroy());
    socket.on('close', () => inner.destroy());
    inner.write(`${incoming.method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    socket.on('data', (piece: Buffer) => sent.push(piece));
    inner.pipe(socket).pipe(inner);
  });
  const takeDirectly = (socket: Socket) => {
    sockets.add(socket);
    requests.push(HTTP2);
    if (newest === undefined || rule(HTTP2) === 'refuse') socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    else if (rule(HTTP2) === 'pass') tunnel(socketPath, socket);
  };
  const all = new Set<Socket>();
  const server = createServer((socket) => {
    all.add(socket);
    socket.on('error', () => {});
    socket.once('data', (first: Buffer) => {
      socket.pause();
      socket.unshift(first);
      if (first.toString('latin1').startsWith('PRI * HTTP/2.0')) {
        takeDirectly(socket);
        return;
      }
      http.emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  await new Promise<void>((resolve) => server.listen(join(directory, 'engine.sock'), resolve));
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    address: `unix://${join(directory, 'engine.sock')}`,
    requests,
    headers,
    sent: () => Buffer.concat(sent),
    cut,
    close: () => {
      for (const socket of all) socket.destroy();
      server.close();
      rmSync(directory, {recursive: true, force: true});
    },
  };
}

/** The bytes of a connection inside of an upgrade of the engine. */
function tunnel(socketPath: string, socket: Socket): void {
  const outgoing = request({
    socketPath,
    method: 'POST',
    path: '/grpc',
    headers: {connection: 'Upgrade', upgrade: 'h2c'},
    agent: false,
  });
  outgoing.on('error', () => socket.destroy());
  outgoing.on('upgrade', (_answer, inner: Socket, head: Buffer) => {
    inner.on('error', () => socket.destroy());
    socket.on('close', () => inner.destroy());
    inner.unshift(head);
    inner.pipe(socket).pipe(inner);
  });
  outgoing.end();
}

/** The answer with the version in its header and, where it tells of versions, in its text. */
async function renew(answer: IncomingMessage, newest: string, response: ServerResponse): Promise<void> {
  const {'content-length': _length, ...headers} = answer.headers;
  response.writeHead(answer.statusCode ?? 502, {...headers, 'api-version': newest});
  for await (const chunk of answer)
    response.write(
      String(chunk).includes('"ApiVersion"') ? String(chunk).replace(/("ApiVersion":")[^"]*/g, `$1${newest}`) : chunk,
    );
  response.end();
}
