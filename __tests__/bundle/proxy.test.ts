import {mkdtempSync, rmSync} from 'node:fs';
import {createServer, type IncomingMessage, request, type Server} from 'node:http';
import {connect, type Socket} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, expect, it} from '@jest/globals';
import {BASE_IMAGE, describeEngines, type Engine, isPodman, removeImage, runAction, unique, workspace} from '../rig.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

type Rule = 'pass' | 'refuse' | 'swallow';

/**
 * A socket proxy in front of the real engine, as people put there to allow some routes only. `rule` decides by path;
 * upgrades are passed on as raw bytes.
 */
async function proxied(engine: Engine, rule: (path: string) => Rule): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'stowage-test-'));
  const socketPath = engine.address.slice('unix://'.length);
  const server: Server = createServer((incoming, response) => {
    const {method, url: path = '', headers} = incoming;
    if (rule(path) === 'refuse') {
      incoming.resume();
      response.writeHead(403, {'content-type': 'text/html'}).end('<html><body><h1>403 Forbidden</h1></body></html>');
      return;
    }
    const outgoing = request({socketPath, method, path, headers, agent: false}, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    outgoing.on('error', () => response.destroy());
    incoming.pipe(outgoing);
  });
  const sockets = new Set<Socket>();
  server.on('upgrade', (incoming: IncomingMessage, socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    const path = incoming.url ?? '';
    if (rule(path) === 'swallow') return;
    if (rule(path) === 'refuse') {
      socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    const inner = connect(socketPath);
    inner.on('error', () => socket.destroy());
    const pairs = incoming.rawHeaders.flatMap((name, at, all) => (at % 2 === 0 ? [`${name}: ${all[at + 1]}`] : []));
    inner.write(`${incoming.method} ${path} HTTP/1.1\r\n${pairs.join('\r\n')}\r\n\r\n`);
    inner.pipe(socket).pipe(inner);
  });
  await new Promise<void>((resolve) => server.listen(join(directory, 'engine.sock'), resolve));
  cleanups.push(() => {
    for (const socket of sockets) socket.destroy();
    server.closeAllConnections();
    server.close();
    rmSync(directory, {recursive: true, force: true});
  });
  return `unix://${join(directory, 'engine.sock')}`;
}

describeEngines(
  'behind a socket proxy, the bundle',
  (engine) => {
    const build = async (rule: (path: string) => Rule, inputs: Readonly<Record<string, string>> = {}) => {
      const name = `${unique()}:1`;
      const env = {DOCKER_HOST: await proxied(engine, rule)};
      const files = {Dockerfile: `FROM ${BASE_IMAGE}\nCOPY file /file\nRUN cat /file\n`, file: name};
      const run = await runAction({tags: name, ...inputs}, {workspace: workspace(files), env});
      await removeImage(engine, name);
      return run;
    };

    if (!isPodman(engine))
      it('builds by POST /build where the proxy refuses the Control API, unless the image would be another one', async () => {
        const rule = (path: string) => (path.endsWith('/grpc') ? 'refuse' : 'pass');
        const asked = await build(rule, {'engine-api': 'solve'});
        expect(asked).toMatchObject({code: 0});
        expect(asked.log).toContain('::notice::the Control API cannot be reached: the upgrade to h2c was refused');
        const needed = await build(rule, {'no-cache-filters': 'a'});
        expect(needed.code).toBe(1);
        expect(needed.log).toMatch(/::error::no-cache-filters: the Control API .* cannot be reached .* POST \/grpc/);
      });

    if (!isPodman(engine))
      it('carries the session by the Control API where the proxy refuses the other way', async () => {
        const rule = (path: string) => (path.endsWith('/session') ? 'refuse' : 'pass');
        const {code, log} = await build(rule, {'engine-api': 'solve'});
        expect({code, log}).toMatchObject({code: 0});
        expect(log).not.toContain('::warning');
      });

    it('builds with a session that the proxy passes on', async () => {
      const {code, log} = await build(() => 'pass');
      expect({code, log}).toMatchObject({code: 0});
      expect(log).not.toContain('::warning');
    });

    it('builds without what it may not ask, and says that it does not know the store', async () => {
      const {code, log} = await build((path) => (/\/(info|version)$/.test(path) ? 'refuse' : 'pass'));
      expect({code, log}).toMatchObject({code: 0});
      expect(log).toContain('image store unknown');
    });

    it.each<[Rule, RegExp]>([
      ['refuse', /::warning::no build session: .*refused/],
      ['swallow', /::warning::no build session: .*not answered within 10 s/],
    ])(
      'builds without a session where the proxy would %s the upgrade, with a warning (hardening R7)',
      async (rule, words) => {
        const {code, log} = await build((path) => (path.includes('/session') ? rule : 'pass'));
        expect({code, log}).toMatchObject({code: 0});
        expect(log).toMatch(words);
        expect(log).toContain('The context is sent as a whole, 2 entries');
      },
    );

    it('fails where files are to be sent on demand and the proxy opens no session', async () => {
      const {code, log} = await build((path) => (path.includes('/session') ? 'refuse' : 'pass'), {
        'context-transfer': 'sync',
      });
      expect(code).toBe(1);
      expect(log).toMatch(/::error::input context-transfer: the engine opens no build session.*allow it there/);
    });
  },
  (engine) => engine.address.startsWith('unix://') && !isPodman(engine),
);
