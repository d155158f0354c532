/**
 * How the step itself gets to registries: by a proxy and with a private authority, which the engine knows nothing of; and
 * that nobody beside the registry is told a password. What is no registry is made up, as no real one leads astray.
 */
import {createServer as createPlainServer, type IncomingHttpHeaders, request} from 'node:http';
import {createServer} from 'node:https';
import type {AddressInfo, Server} from 'node:net';
import {afterAll, expect, it} from '@jest/globals';
import {makeCertificate} from '../registry/certificate.ts';
import {startConnectProxy} from '../registry/connect-proxy.ts';
import {type Fault, type Passing, startFaultProxy} from '../registry/fault-proxy.ts';
import {
  closedRegistry,
  describeEngines,
  engines,
  manifestOf,
  runAction,
  unique,
  withoutMasks,
  workspace,
} from '../rig.ts';
import {tagsOf} from './other-tool.ts';
import {startProxy} from './socket-proxy.ts';

const {username, password} = closedRegistry;
const basic = Buffer.from(`${username}:${password}`).toString('base64');
const failure = (log: string) => log.split('\n').find((line) => line.startsWith('::error')) ?? '';

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

async function listen(server: Server, address: string): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  return `${address}:${(server.address() as AddressInfo).port}`;
}

/** Puts TLS before the registry with a password. */
function startTlsFront(name: string, issuer: ReturnType<typeof makeCertificate>): Promise<string> {
  const {keyPem: key, cert} = makeCertificate({name, hosts: [name], issuer});
  const [host = '', port] = closedRegistry.host.split(':');
  const server = createServer({key, cert}, (incoming, response) => {
    const {method, url: path} = incoming;
    const headers = {...incoming.headers, 'x-forwarded-proto': 'https'};
    const outgoing = request({host, port, method, path, headers, setHost: false}, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    outgoing.on('error', () => response.destroy());
    incoming.pipe(outgoing);
  });
  return listen(server, '127.0.0.1');
}

interface Caught {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Agrees to everything, and notes what it is told. */
async function startTrap(): Promise<{readonly host: string; readonly caught: readonly Caught[]}> {
  const caught: Caught[] = [];
  const server = createPlainServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    caught.push({url: incoming.url ?? '', headers: incoming.headers, body: Buffer.concat(chunks).toString('latin1')});
    response.writeHead(201, {'content-type': 'application/json'}).end('{"token":"of-the-trap"}');
  });
  return {host: await listen(server, '127.0.0.2'), caught};
}

describeEngines(
  'the way to registries',
  (engine) => {
    const push = (inputs: Record<string, string>, env: Record<string, string>) =>
      runAction(
        {'push-by-digest': 'true', preflight: 'false', username, password, ...inputs},
        {
          workspace: workspace({Dockerfile: `FROM scratch\nCOPY data /data\n`, data: unique()}),
          env: {DOCKER_HOST: engine.address, ...env},
        },
      );

    it('leads through a proxy to one with a private certificate, which only the step trusts', async () => {
      const name = 'registry.test';
      const repository = `ways/${unique()}`;
      const issuer = makeCertificate({name: 'private authority'});
      await using proxy = await startConnectProxy({[`${name}:443`]: await startTlsFront(name, issuer)});
      const socket = await startProxy(engine);
      const env = {DOCKER_HOST: socket.address, HTTPS_PROXY: proxy.url};
      const inputs = {registry: name, tags: `${name}/${repository}`};
      const {code, log, outputs} = await push({...inputs, 'registry-ca': issuer.cert}, env);
      socket.close();
      expect({code, log}).toMatchObject({code: 0});
      const held = await manifestOf(closedRegistry, repository, outputs['digest'] ?? '');
      expect(held.headers['docker-content-digest']).toBe(outputs['digest']);
      expect(new Set(proxy.seen)).toEqual(new Set([`CONNECT ${name}:443`]));
      expect(proxy.accounts).toEqual(new Set([`Basic ${Buffer.from('me:word').toString('base64')}`]));
      // The engine is told neither the name nor the password of the registry.
      const told = `${socket.requests.join()} ${socket.headers.map(decoded).join()} ${socket.sent().toString('latin1')}`;
      for (const secret of [name, password, basic]) expect(told).not.toContain(secret);
      const untrusted = await push(inputs, {HTTPS_PROXY: proxy.url});
      expect(untrusted.code).toBe(1);
      expect(failure(untrusted.log)).toMatch(/UNABLE_TO_|SELF_SIGNED/);
      expect(failure(untrusted.log)).toContain('give its certificate in the input registry-ca');
    });

    it('ends before a host that is not the registry gets the password, wherever that leads (hardening R2, R3)', async () => {
      const trap = await startTrap();
      await using proxy = await startFaultProxy(closedRegistry.host);
      const is = (method: string, part: string) => (passing: Passing) =>
        passing.method === method && passing.path.includes(part);
      const leads: readonly (readonly [(passing: Passing) => boolean, Fault])[] = [
        [
          () => true,
          {status: 401, headers: {'www-authenticate': `Bearer realm="http://${trap.host}/token",service="x"`}},
        ],
        [is('POST', '/blobs/uploads/'), {status: 202, headers: {location: `http://${trap.host}/upload`}}],
        [is('HEAD', '/blobs/'), {status: 307, headers: {location: `http://${trap.host}/blob`}}],
        [is('PUT', '/manifests/'), {status: 307, headers: {location: `http://${trap.host}/manifest`}}],
      ];
      for (const [isMeant, fault] of leads) {
        const repository = `ways/${unique()}`;
        // Nobody is led anywhere who has not logged in.
        proxy.rule = (passing) =>
          isMeant(passing) && (isMeant === leads[0]?.[0] || passing.authorization !== undefined) ? fault : undefined;
        const {code, log, outputs} = await push({registry: proxy.host, tags: `${proxy.host}/${repository}`}, {});
        expect({code, log}).toMatchObject({code: 1});
        expect(outputs).toMatchObject({digest: '', pushed: ''});
        expect(withoutMasks(log)).not.toContain(password);
        expect(await tagsOf(closedRegistry, repository)).toEqual([]);
      }
      for (const {url, headers, body} of trap.caught) {
        expect(headers.authorization).toBeUndefined();
        expect(headers.cookie).toBeUndefined();
        for (const secret of [password, basic, encodeURIComponent(password)])
          expect(`${url} ${body}`).not.toContain(secret);
      }
      expect(trap.caught.map(({url}) => url)).not.toEqual([]);
    });
  },
  // The engine has no part in it.
  ({name}) => name === engines[0]?.name,
);

/** A header with what its value is in base64. */
function decoded(line: string): string {
  return `${line} ${Buffer.from(line.replace(/^.*: /, ''), 'base64').toString('utf8')}`;
}
