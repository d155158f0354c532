/**
 * Talks to the real engines of STOWAGE_TEST_ENGINES (`name=unix:///path`, by comma) with bare node:http, so that the
 * tests of the session do not depend on our own transport.
 */
import {once} from 'node:events';
import http from 'node:http';
import type {Duplex} from 'node:stream';
import {buffer} from 'node:stream/consumers';
import {pack} from 'tar-stream';

export interface LiveEngine {
  readonly name: string;
  readonly socketPath: string;
}

export interface BuildLine {
  readonly id?: string;
  readonly aux?: unknown;
  readonly stream?: string;
  readonly status?: string;
  readonly progressDetail?: {readonly current?: number; readonly total?: number};
  readonly errorDetail?: {readonly message: string; readonly code?: number};
  /** Milliseconds since the request was sent. */
  readonly at: number;
}

/** Engines on unix sockets; other addresses are left to the transport's own tests. */
export function liveEngines(setting = process.env['STOWAGE_TEST_ENGINES'] ?? ''): readonly LiveEngine[] {
  return setting
    .split(',')
    .map((entry) => /^\s*([^=]+)=unix:\/\/(.+?)\s*$/.exec(entry) ?? [])
    .flatMap(([, name, socketPath]) => (name && socketPath ? [{name, socketPath}] : []));
}

export async function request(
  engine: LiveEngine,
  method: string,
  path: string,
  options: {readonly headers?: http.OutgoingHttpHeaders; readonly body?: Buffer} = {},
): Promise<{readonly status: number; readonly headers: http.IncomingHttpHeaders; readonly text: string}> {
  const call = http.request({
    socketPath: engine.socketPath,
    method,
    path,
    headers: options.headers ?? {},
    agent: false,
  });
  call.end(options.body);
  const [response] = (await once(call, 'response')) as [http.IncomingMessage];
  return {status: response.statusCode ?? 0, headers: response.headers, text: (await buffer(response)).toString()};
}

/** Such as `Docker/28.5.2 (linux)` or `Libpod/4.3.1 (linux)`. */
async function serverOf(engine: LiveEngine): Promise<string> {
  return String((await request(engine, 'GET', '/_ping')).headers['server']);
}

/** True for engines that have sessions: everything but Podman. */
export async function hasSessions(engine: LiveEngine): Promise<boolean> {
  return !(await serverOf(engine)).startsWith('Libpod/');
}

/** Those with sessions, and of several of one version the first: their stores differ, their sessions do not. */
export async function sessionEngines(): Promise<readonly LiveEngine[]> {
  const found = new Map<string, LiveEngine>();
  for (const engine of liveEngines().toReversed())
    if (await hasSessions(engine)) found.set(await serverOf(engine), engine);
  return [...found.values()].reverse();
}

/** Docker of this version or newer, by its first number. */
export async function isDockerSince(engine: LiveEngine, major: number): Promise<boolean> {
  const [, version = ''] = /^Docker\/(\d+)/.exec(await serverOf(engine)) ?? [];
  return Number(version) >= major;
}

/** The `upgrade` of openSession: one header line per entry, early bytes put back into the socket. */
export function upgradeOn(socketPath: string): (headers: ReadonlyArray<readonly [string, string]>) => Promise<Duplex> {
  return (headers) => {
    const {promise, resolve, reject} = Promise.withResolvers<Duplex>();
    const flat = [...headers, ['Connection', 'Upgrade'], ['Upgrade', 'h2c'], ['Host', 'engine']] as const;
    // A flat list keeps repeated names on lines of their own.
    const call = http.request({
      socketPath,
      method: 'POST',
      path: '/session',
      agent: false,
      headers: flat.flat() as unknown as http.OutgoingHttpHeaders,
    });
    call.on('upgrade', (_response, socket, head) => {
      if (head.length > 0) socket.unshift(head);
      resolve(socket);
    });
    call.on('response', (response) => reject(new Error(`upgrade refused with status ${response.statusCode}`)));
    call.on('error', reject);
    call.end();
    return promise;
  };
}

/** Sends a tar of `files` to POST /build and yields the lines of the answer with their time of arrival. */
export async function* build(
  engine: LiveEngine,
  files: Readonly<Record<string, string | Buffer>>,
  query: Readonly<Record<string, string>>,
): AsyncGenerator<BuildLine> {
  const tar = pack();
  for (const [name, content] of Object.entries(files)) tar.entry({name}, content);
  tar.finalize();
  const body = await buffer(tar);
  yield* post(engine, `/build?${new URLSearchParams(query)}`, {headers: {'content-type': 'application/x-tar'}, body});
}

/** Sends a POST and yields the JSON lines of the answer with their time of arrival. */
export async function* post(
  engine: LiveEngine,
  path: string,
  options: {readonly headers?: http.OutgoingHttpHeaders; readonly body?: Buffer} = {},
): AsyncGenerator<BuildLine> {
  const started = performance.now();
  const headers = options.headers ?? {};
  const call = http.request({socketPath: engine.socketPath, method: 'POST', path, headers, agent: false});
  call.end(options.body);
  const [response] = (await once(call, 'response')) as [http.IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`${path}: ${response.statusCode}: ${await buffer(response)}`);
  let rest = '';
  for await (const chunk of response.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    const at = Math.round(performance.now() - started);
    for (const line of lines) if (line.trim() !== '') yield {...(JSON.parse(line) as object), at};
  }
  if (rest.trim() !== '') yield {...(JSON.parse(rest) as object), at: Math.round(performance.now() - started)};
}

/** Deletes images by name; a missing one is fine. */
export async function remove(engine: LiveEngine, ...references: readonly string[]): Promise<void> {
  for (const reference of references) await request(engine, 'DELETE', `/images/${reference}?force=1`);
}

/** Padded base64url, without which the engines ignore the header in silence. */
export function registryAuth(username: string, password: string): string {
  return Buffer.from(JSON.stringify({username, password})).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}
