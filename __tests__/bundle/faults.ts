/** Registries that fail on demand: a healthy one fails on nobody's. */
import {readFileSync} from 'node:fs';
import {createServer, type IncomingMessage, request, type Server, type ServerResponse} from 'node:http';
import {createServer as createTlsServer} from 'node:https';
import type {AddressInfo} from 'node:net';
import {networkInterfaces} from 'node:os';
import type {Account} from '../rig.ts';

const servers: Server[] = [];

/** Ends every server that was started here. */
export function stopFaults(): void {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
}

async function listen(server: Server, address: string): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  return (server.address() as AddressInfo).port;
}

export const isManifest = ({method, url}: IncomingMessage) => method === 'PUT' && /\/manifests\//.test(url ?? '');

/** Answers and returns true, or leaves the request to the registry behind. */
export type Fault = (request: IncomingMessage, response: ServerResponse) => boolean;

/** The real registry behind a server that answers some requests itself, at `127.0.0.1:port`. */
export async function faulty(registry: Account, fault: Fault): Promise<string> {
  const [host, port] = registry.host.split(':');
  const server = createServer((incoming, response) => {
    if (fault(incoming, response)) {
      incoming.resume();
      return;
    }
    const {method, url: path, headers} = incoming;
    const outgoing = request({host, port, method, path, headers, agent: false}, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    outgoing.on('error', () => response.destroy());
    incoming.pipe(outgoing);
  });
  return `127.0.0.1:${await listen(server, '127.0.0.1')}`;
}

const FIXTURES = new URL('../fixtures/tls/', import.meta.url);

export interface SickRegistry {
  /** Plain http on the loopback address, which engines take for granted. */
  readonly local: string;
  /** The same by an address that engines want TLS from; undefined on a machine that has none. */
  readonly plain: string | undefined;
  /** TLS with a certificate for another address. */
  readonly tls: string | undefined;
  /** A tar without a Dockerfile, by http. */
  readonly context: string;
}

/**
 * A registry whose first part of a path says what is wrong with it (see ANSWERS), and which gives everything else to the
 * real registry; a manifest is what it refuses last, so that pushes come that far.
 */
export async function sickRegistry(real: Account, tar: Buffer): Promise<SickRegistry> {
  const handle: Fault = (incoming, response) => {
    const {url = ''} = incoming;
    if (url === '/context.tar') {
      response.end(tar);
      return true;
    }
    const [, sickness = ''] = /^\/v2\/(\w+)\//.exec(url) ?? [];
    const answer = isManifest(incoming) ? PUSHES[sickness] : PULLS[sickness];
    answer?.(response, incoming);
    return answer !== undefined;
  };
  const local = await faulty(real, handle);
  const outside = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .find(({family, internal}) => family === 'IPv4' && !internal)?.address;
  const context = `http://${local}/context.tar`;
  if (outside === undefined) return {local, plain: undefined, tls: undefined, context};
  const nothing = (_: IncomingMessage, response: ServerResponse) => response.writeHead(500).end();
  const plain = await listen(createServer(nothing), outside);
  const material = {
    cert: readFileSync(new URL('server.pem', FIXTURES)),
    key: readFileSync(new URL('server-key.pem', FIXTURES)),
  };
  const tls = await listen(createTlsServer(material, nothing) as unknown as Server, outside);
  return {local, plain: `${outside}:${plain}`, tls: `${outside}:${tls}`, context};
}

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const json =
  (status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}): Answer =>
  (response) =>
    response
      .writeHead(status, {'content-type': 'application/json', ...headers})
      .end(JSON.stringify({errors: [{code, message}]}));

const OTHER_PLATFORM = JSON.stringify({
  schemaVersion: 2,
  mediaType: 'application/vnd.oci.image.index.v1+json',
  manifests: [
    {
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      digest: `sha256:${'a'.repeat(64)}`,
      size: 100,
      platform: {os: 'linux', architecture: 's390x'},
    },
  ],
});

/** What a request for anything of such a repository gets. */
const PULLS: Readonly<Record<string, Answer>> = {
  forbidden: json(403, 'DENIED', 'requested access to the resource is denied'),
  unnamed: json(404, 'NAME_UNKNOWN', 'repository name not known to registry'),
  limited: json(429, 'TOOMANYREQUESTS', 'You have reached your pull rate limit'),
  broken: json(500, 'UNKNOWN', 'unknown error'),
  away: (response) => response.writeHead(502, {'content-type': 'text/html'}).end('<html>502 Bad Gateway</html>'),
  reset: (_, incoming) => incoming.socket.destroy(),
  foreign: (response, {method}) =>
    response
      .writeHead(200, {
        'content-type': 'application/vnd.oci.image.index.v1+json',
        'content-length': OTHER_PLATFORM.length,
      })
      .end(method === 'HEAD' ? undefined : OTHER_PLATFORM),
};

/** What the manifest of a push gets, once its layers arrived. */
const PUSHES: Readonly<Record<string, Answer>> = {
  immutable: json(
    400,
    'TAG_INVALID',
    'The image tag "1" already exists and cannot be overwritten because it is immutable',
  ),
  full: json(403, 'DENIED', 'quota exceeded'),
  large: (response) => response.writeHead(413, {'content-type': 'text/html'}).end('<html>413 Payload Too Large</html>'),
  lost: json(404, 'BLOB_UNKNOWN', 'blob unknown to registry'),
};
