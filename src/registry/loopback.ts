/** Servers on a port of their own on this machine, for its engine alone. */
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo, Socket} from 'node:net';

export interface Loopback extends AsyncDisposable {
  /** `127.0.0.1:port`. */
  readonly host: string;
}

/** Listens until it is disposed of, which cuts every connection. */
export async function listenOnLoopback(
  serve: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Loopback> {
  const server: Server = createServer(serve);
  // Engines keep connections for as long as a build takes, and stop for minutes while they compress.
  server.requestTimeout = 0;
  server.keepAliveTimeout = 600_000;
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
