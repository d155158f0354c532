/** A web proxy that tunnels TLS and passes plain http on, to names that only it knows, as tests have no others. */
import {createServer, request} from 'node:http';
import {type AddressInfo, connect, type Socket} from 'node:net';

export interface ConnectProxy extends AsyncDisposable {
  /** With the account `me`, `word`. */
  readonly url: string;
  /** Method and target of every request. */
  readonly seen: readonly string[];
  /** `Proxy-Authorization` of them. */
  readonly accounts: ReadonlySet<string | undefined>;
}

/** `names` gives the `host:port` behind a name, with the port 443 for a tunnel. */
export async function startConnectProxy(names: Readonly<Record<string, string>>): Promise<ConnectProxy> {
  const seen: string[] = [];
  const accounts = new Set<string | undefined>();
  const sockets = new Set<Socket>();
  const server = createServer((incoming, response) => {
    const {method, url = '', headers} = incoming;
    seen.push(`${method} ${url}`);
    accounts.add(headers['proxy-authorization']);
    const {hostname, pathname} = new URL(url);
    const outgoing = request(`http://${names[hostname]}${pathname}`, {method}, (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(response);
    });
    incoming.pipe(outgoing);
  });
  server.on('connection', (socket: Socket) => sockets.add(socket));
  server.on('connect', ({url = '', headers}, socket) => {
    seen.push(`CONNECT ${url}`);
    accounts.add(headers['proxy-authorization']);
    const target = names[url];
    if (target === undefined) return void socket.end('HTTP/1.1 200 OK\r\n\r\nno TLS here\r\n');
    const [host, port] = target.split(':');
    const inner = connect({host: host ?? '', port: Number(port)}, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      inner.pipe(socket).pipe(inner);
    });
    inner.on('error', () => socket.destroy());
    socket.on('error', () => inner.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {
    url: `http://me:word@127.0.0.1:${port}`,
    seen,
    accounts,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
