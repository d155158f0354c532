/**
 * Stands between a client and a real registry and breaks things, as the network and overloaded registries do: a real
 * registry cannot be made to. Whatever no rule takes passes through unchanged, byte for byte.
 */
import {createServer, type IncomingMessage, request, type Server} from 'node:http';
import type {AddressInfo, Socket} from 'node:net';

export interface Passing {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly authorization: string | undefined;
  /** Of the body, as far as it is told. */
  readonly length: number;
}

/**
 * `reset` cuts the connection before anything is passed on; `reset after` once the registry has answered, so that only the
 * answer is lost; a number of bytes is how much of the body goes to the registry before the cut; `half` cuts the answer in
 * its middle.
 */
export type Fault =
  | 'reset'
  | 'reset after'
  | 'half'
  | {readonly cutAfter: number}
  | {readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string};

/** Undefined lets the request pass. */
export type Rule = (passing: Passing) => Fault | undefined;

export interface FaultProxy extends AsyncDisposable {
  /** `127.0.0.1:port`. */
  readonly host: string;
  readonly requests: readonly Passing[];
  rule: Rule;
}

export async function startFaultProxy(registry: string): Promise<FaultProxy> {
  const requests: Passing[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer(async (incoming, response) => {
    const {method = '', url: path = '', headers} = incoming;
    const passing = {
      method,
      path,
      authorization: headers.authorization,
      length: Number(headers['content-length'] ?? 0),
    };
    requests.push(passing);
    const fault = proxy.rule(passing);
    if (fault === 'reset') return void incoming.socket.destroy();
    if (typeof fault === 'object' && 'status' in fault) {
      response.writeHead(fault.status, {'content-type': 'application/json', ...fault.headers});
      response.end(fault.body ?? '');
      incoming.resume();
      return;
    }
    const [host, port] = registry.split(':');
    // The registry must go on naming itself by the address that the client knows.
    const outgoing = request({host, port, method, path, headers: {...headers}, agent: false}, (answer) => {
      if (fault === 'reset after') return void answer.resume().on('end', () => incoming.socket.destroy());
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      if (fault !== 'half') return void answer.pipe(response);
      answer.once('data', (chunk: Buffer) => {
        response.write(chunk.subarray(0, chunk.length / 2), () => incoming.socket.destroy());
      });
    });
    outgoing.on('socket', (socket: Socket) => sockets.add(socket));
    outgoing.on('error', () => incoming.socket?.destroy());
    await send(incoming, outgoing, typeof fault === 'object' ? fault.cutAfter : undefined);
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: FaultProxy = {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    rule: () => undefined,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}

async function send(
  incoming: IncomingMessage,
  outgoing: ReturnType<typeof request>,
  most: number | undefined,
): Promise<void> {
  if (most === undefined) {
    incoming.pipe(outgoing);
    return;
  }
  let sent = 0;
  const {socket} = incoming;
  for await (const chunk of incoming.iterator({destroyOnReturn: false}) as AsyncIterable<Buffer>) {
    const piece = chunk.subarray(0, most - sent);
    sent += piece.length;
    await new Promise((resolve) => outgoing.write(piece, resolve));
    if (sent === most) break;
  }
  // The registry is given time to store what came.
  await new Promise((resolve) => setTimeout(resolve, 50));
  outgoing.destroy();
  socket.destroy();
}

/** The rule for the first `times` requests that it is for, and for no other. */
export function faults(times: number, isMeant: (passing: Passing) => boolean, fault: Fault): Rule {
  let left = times;
  return (passing) => {
    if (left === 0 || !isMeant(passing)) return undefined;
    left -= 1;
    return fault;
  };
}
