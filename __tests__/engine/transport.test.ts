import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {createServer, type RequestListener, type Server} from 'node:http';
import {createServer as createTlsServer} from 'node:https';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {afterEach, describe, expect, it} from '@jest/globals';
import {parseAddress} from '../../src/engine/address.ts';
import {type Call, encodeName} from '../../src/engine/call.ts';
import {EngineError, EngineUnreachable} from '../../src/engine/errors.ts';
import {readTlsMaterial} from '../../src/engine/tls.ts';
import {Transport} from '../../src/engine/transport.ts';

// Real servers on real sockets. They stand in for an engine only for answers that a healthy engine never gives:
// redirects, HTML from a proxy, silence, endless error bodies, wrong certificates.
const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function serve(server: Server, where: string | number): Promise<void> {
  await new Promise<void>((resolve) =>
    server.listen(typeof where === 'string' ? {path: where} : {port: where, host: '127.0.0.1'}, resolve),
  );
  cleanups.push(() => {
    server.closeAllConnections();
    server.close();
  });
}

async function overUnix(listener: RequestListener): Promise<Transport> {
  const directory = mkdtempSync(join(tmpdir(), 'stowage-test-'));
  cleanups.push(() => rmSync(directory, {recursive: true}));
  const path = join(directory, 'engine.sock');
  await serve(createServer(listener), path);
  return open(`unix://${path}`);
}

function open(address: string, tls?: Parameters<typeof Transport.open>[1]): Transport {
  const transport = Transport.open(parseAddress(address, {tls: false, allowPlain: false}), tls);
  cleanups.push(() => transport.close());
  return transport;
}

const call = (more: Partial<Call> = {}): Call => ({
  method: 'GET',
  path: '/images/app/json',
  endpoint: 'GET /images/{name}/json',
  subject: 'app',
  signal: new AbortController().signal,
  ...more,
});

const failure = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => Promise.reject(new Error('it passed')),
    (error) => error,
  );

describe('Transport', () => {
  it('sends the version, the query (repeated for arrays) and a chunked tar body', async () => {
    let seen = {};
    const transport = await overUnix((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const {url, method, headers} = request;
        seen = {
          url,
          method,
          type: headers['content-type'],
          how: headers['transfer-encoding'],
          body: Buffer.concat(parts).toString(),
        };
        response.end('{"Id":"x"}');
      });
    });
    const body = Readable.from([Buffer.from('ta'), Buffer.from('r')]);
    const answer = await transport
      .withApiVersion('1.44')
      .json(call({method: 'POST', path: '/build', query: {t: ['a:1', 'b:2'], pull: '1', no: undefined}, body}));
    expect(answer).toMatchObject({status: 200, json: {Id: 'x'}});
    expect(seen).toEqual({
      url: '/v1.44/build?t=a%3A1&t=b%3A2&pull=1',
      method: 'POST',
      type: 'application/x-tar',
      how: 'chunked',
      body: 'tar',
    });
  });

  it.each([
    [404, '{"message":"No such image: app"}', 'GET /images/{name}/json app: No such image: app (status 404)'],
    [400, 'client version 1.99 is too new', 'GET /images/{name}/json app: client version 1.99 is too new (status 400)'],
    [
      502,
      '<html><h1>Bad Gateway</h1>',
      'GET /images/{name}/json app: a proxy answered: <html><h1>Bad Gateway</h1> (status 502)',
    ],
    [500, '', 'GET /images/{name}/json app: no reason given (status 500)'],
  ])('status %i with %j is an EngineError that says: %s', async (status, body, message) => {
    const transport = await overUnix((_, response) => response.writeHead(status).end(body));
    const error = await failure(transport.json(call()));
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toMatchObject({message, status, endpoint: 'GET /images/{name}/json'});
  });

  it('never follows a redirect (hardening R2, T10)', async () => {
    let requests = 0;
    const transport = await overUnix((_, response) => {
      requests++;
      response.writeHead(302, {location: '/elsewhere'}).end();
    });
    expect((await failure(transport.json(call()))).message).toContain('never followed');
    expect(requests).toBe(1);
  });

  it('reads an endless error body only up to its limit (hardening R10)', async () => {
    const transport = await overUnix((_, response) => {
      response.writeHead(500);
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    const error = await failure(transport.json(call()));
    expect(error.message.length).toBeLessThan(5000);
  });

  it('never takes a short answer that breaks off for a whole one (hardening R11)', async () => {
    const transport = await overUnix((_, response) => {
      response.writeHead(200, {'content-type': 'application/json', 'content-length': 100});
      response.write('{"Id":"sha256:', () => response.destroy());
    });
    const error = await failure(transport.json(call()));
    expect(error).toBeInstanceOf(EngineError);
    expect(error.message).toContain('the answer broke off');
  });

  it('refuses a short answer that is longer than any can be (hardening R10)', async () => {
    const transport = await overUnix((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(' '.repeat(1 << 20)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    expect((await failure(transport.json(call()))).message).toContain('the answer is longer than 33554432 bytes');
  });

  it('keeps the query, where build arguments travel, out of errors and request logs (hardening S2)', async () => {
    const lines: string[] = [];
    const transport = await overUnix((_, response) => response.writeHead(500).end('{"message":"no"}'));
    const logged = Transport.open(transport.address, {onRequest: (line) => lines.push(line)});
    cleanups.push(() => logged.close());
    const error = await failure(logged.json(call({query: {buildargs: '{"TOKEN":"hunter22"}'}})));
    expect(`${error.stack} ${lines}`).not.toContain('hunter22');
    expect(lines).toEqual(['GET /images/app/json']);
  });

  it('says that there is no socket, and what to do', async () => {
    const error = await failure(open('unix:///nowhere/docker.sock').json(call()));
    expect(error).toBeInstanceOf(EngineUnreachable);
    expect(error.message).toBe(
      'no engine answers at unix:///nowhere/docker.sock: there is no such socket. Start the engine, or name another with the input docker-host or DOCKER_HOST',
    );
  });

  it('says that nothing listens on a port', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const {port} = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const error = await failure(open(`tcp://127.0.0.1:${port}`).json(call()));
    expect(error).toMatchObject({name: 'EngineUnreachable', code: 'ECONNREFUSED'});
  });

  it('ends at once when its signal aborts, in a call and in a stream (hardening L1)', async () => {
    const transport = await overUnix((request, response) => {
      if (request.url === '/stream') response.write('{"stream":"first"}\n');
    });
    const controller = new AbortController();
    const pending = failure(transport.json(call({signal: controller.signal})));
    const chunks = await transport.stream(call({path: '/stream', signal: controller.signal}));
    const reading = failure(
      (async () => {
        for await (const _ of chunks) controller.abort(new Error('cancelled'));
      })(),
    );
    expect((await pending).message).toBe('cancelled');
    expect((await reading).message).toBe('cancelled');
  });

  it('gives up a stream on which nothing moves (hardening R7)', async () => {
    const transport = await overUnix((_, response) => response.write('{"status":"Preparing"}\n'));
    const chunks = await transport.stream(call({idleLimitMs: 200}));
    const error = await failure(
      (async () => {
        for await (const _ of chunks);
      })(),
    );
    expect(error).toBeInstanceOf(EngineError);
    expect(error.message).toContain('nothing moved for 0.2 s');
  });

  it('reports a connection that the engine cuts in mid-stream', async () => {
    let cut = () => {};
    const transport = await overUnix((_, response) => {
      response.write('{"status":"x"}\n');
      cut = () => response.destroy();
    });
    const chunks = await transport.stream(call());
    const error = await failure(
      (async () => {
        for await (const _ of chunks) cut();
      })(),
    );
    expect(error.message).toContain('the connection to the engine broke');
  });

  it('prefers the error of the body over the broken connection that it causes (hardening C2, T22)', async () => {
    const body = new Readable({read() {}});
    body.push('half');
    let tellEnd = (_: string) => {};
    const end = new Promise<string>((resolve) => {
      tellEnd = resolve;
    });
    const transport = await overUnix((request) => {
      request.once('data', () => body.destroy(new Error('the file changed')));
      for (const event of ['end', 'aborted']) request.once(event, () => tellEnd(event));
      request.on('error', () => {});
    });
    const error = await failure(transport.json(call({method: 'POST', body})));
    expect(error.message).toBe('the file changed');
    // The engine must not see a proper end of the body, or it would build what it got.
    expect(await end).toBe('aborted');
  });

  it('keeps an early refusal of a large upload (hardening R13, T18)', async () => {
    let sent = 0;
    const transport = await overUnix((_, response) => {
      response.writeHead(400, {connection: 'close'}).end('{"message":"bad buildargs"}');
    });
    const chunk = Buffer.alloc(1 << 20);
    const body = new Readable({
      read() {
        sent += chunk.length;
        this.push(sent > 2 ** 30 ? null : chunk);
      },
    });
    expect((await failure(transport.json(call({method: 'POST', body})))).message).toContain('bad buildargs');
    expect(sent).toBeLessThan(2 ** 29);
  });
});

describe('TLS', () => {
  const fixture = (name: string) => readFileSync(new URL(`../fixtures/tls/${name}`, import.meta.url), 'utf8');
  const client = {ca: fixture('ca.pem'), cert: fixture('client.pem'), key: fixture('client-key.pem')};

  async function tlsServer(name: string): Promise<string> {
    const server = createTlsServer(
      {
        cert: fixture(`${name}.pem`),
        key: fixture(`${name}-key.pem`),
        ca: client.ca,
        requestCert: true,
        rejectUnauthorized: true,
      },
      (_, response) => response.end('{"ok":true}'),
    );
    await serve(server as unknown as Server, 0);
    return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it('speaks mutual TLS', async () => {
    const transport = open(await tlsServer('server'), {tls: client});
    expect((await transport.json(call())).json).toEqual({ok: true});
  });

  it.each([
    ['an unknown CA', 'server', {cert: client.cert, key: client.key}],
    ['a certificate for another host', 'other-host', client],
    ['an expired certificate', 'expired', client],
  ])('refuses %s (hardening R1, T11)', async (_, name, tls) => {
    const error = await failure(open(await tlsServer(name), {tls}).json(call()));
    expect(error).toBeInstanceOf(EngineUnreachable);
    expect(error.message).toContain('DOCKER_CERT_PATH');
  });

  it('reads the three files of a certificate directory', () => {
    const directory = mkdtempSync(join(tmpdir(), 'stowage-test-'));
    cleanups.push(() => rmSync(directory, {recursive: true}));
    expect(readTlsMaterial(directory)).toEqual({});
  });
});

describe('encodeName', () => {
  it.each([
    ['ghcr.io/o/app:1', 'ghcr.io/o/app:1'],
    ['127.0.0.1:5000/a@sha256:00', '127.0.0.1:5000/a@sha256:00'],
    ['a b?c#d', 'a%20b%3Fc%23d'],
  ])('%s', (name, path) => {
    expect(encodeName(name)).toBe(path);
  });
});
