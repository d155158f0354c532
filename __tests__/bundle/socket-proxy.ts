/**
 * A socket proxy in front of a real engine, as people put there to allow some routes only. It notes what it is asked;
 * upgrades are passed on as raw bytes.
 */
import {mkdtempSync, rmSync} from 'node:fs';
import {createServer, type IncomingMessage, request} from 'node:http';
import {connect, type Socket} from 'node:net';
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

/** For an engine on a unix socket; `rule` decides by path. */
export async function startProxy(engine: Engine, rule: (path: string) => Rule = () => 'pass'): Promise<SocketProxy> {
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
  const server = createServer((incoming, response) => {
    const {method, url: path = '', headers: given} = incoming;
    note(incoming);
    if (rule(path) === 'refuse') {
      incoming.resume();
      response.writeHead(403, {'content-type': 'text/html'}).end('<html><body><h1>403 Forbidden</h1></body></html>');
      return;
    }
    const outgoing = request({socketPath, method, path, headers: given, agent: false}, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    outgoing.on('error', () => response.destroy());
    response.on('close', () => outgoing.destroy());
    incoming.pipe(outgoing);
  });
  const sockets = new Set<Socket>();
  const sent: Buffer[] = [];
  server.on('upgrade', (incoming: IncomingMessage, socket: Socket) => {
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
      cut();
      server.closeAllConnections();
      server.close();
      rmSync(directory, {recursive: true, force: true});
    },
  };
}
