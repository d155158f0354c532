import {createHash} from 'node:crypto';
import {copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync} from 'node:fs';
import {type AddressInfo, connect, createServer, type Server, type Socket} from 'node:net';
import {join} from 'node:path';
import {createServer as createTlsServer} from 'node:tls';
import {afterEach, expect, it} from '@jest/globals';
import {
  askJson,
  BASE_IMAGE,
  describeEngines,
  type Engine,
  isFirstOfVersion,
  isPodman,
  removeImage,
  runAction,
  unique,
  workspace,
} from '../rig.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

const fixture = (name: string) => readFileSync(new URL(`../fixtures/tls/${name}`, import.meta.url));

/** The engine's own socket behind a port, with mutual TLS or plain: engines of tests listen on sockets only. */
async function behindPort(engine: Engine, tls: boolean): Promise<number> {
  const join = (outer: Socket) => {
    const inner = connect(engine.address.slice('unix://'.length));
    outer.pipe(inner).pipe(outer);
    for (const socket of [outer, inner]) {
      socket.on('error', () => {});
      socket.on('close', () => {
        outer.destroy();
        inner.destroy();
      });
    }
  };
  const server: Server = tls
    ? createTlsServer(
        {cert: fixture('server.pem'), key: fixture('server-key.pem'), ca: fixture('ca.pem'), requestCert: true},
        join,
      )
    : createServer(join);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

describeEngines(
  'the bundle reaches the engine',
  (engine) => {
    const build = async (env: Record<string, string>, inputs: Record<string, string> = {}) => {
      const name = `${unique()}:1`;
      const files = {Dockerfile: `FROM ${BASE_IMAGE}\nRUN echo ${name}\n`};
      const run = await runAction({tags: name, ...inputs}, {workspace: workspace(files), env});
      if (run.code === 0) {
        await askJson(engine.address, `/images/${name}/json`);
        await removeImage(engine, name);
      }
      return run;
    };

    it('over tcp with mutual TLS, by DOCKER_HOST, DOCKER_TLS_VERIFY and DOCKER_CERT_PATH', async () => {
      const port = await behindPort(engine, true);
      const certificates = join(workspace({}), 'certs');
      mkdirSync(certificates);
      const path = (name: string) => new URL(`../fixtures/tls/${name}`, import.meta.url).pathname;
      copyFileSync(path('ca.pem'), join(certificates, 'ca.pem'));
      copyFileSync(path('client.pem'), join(certificates, 'cert.pem'));
      copyFileSync(path('client-key.pem'), join(certificates, 'key.pem'));
      const env = {DOCKER_HOST: `tcp://127.0.0.1:${port}`, DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: certificates};
      const {code, log} = await build(env);
      expect({code, log}).toMatchObject({code: 0});
      expect(log).toContain(`at https://127.0.0.1:${port} (DOCKER_HOST)`);
    });

    it('over tcp with mutual TLS, by a context of DOCKER_CONTEXT and what it has in the store', async () => {
      const port = await behindPort(engine, true);
      const id = createHash('sha256').update('secure').digest('hex');
      const tls = `contexts/tls/${id}/docker`;
      const DOCKER_CONFIG = workspace({
        [`contexts/meta/${id}/meta.json`]: JSON.stringify({
          Name: 'secure',
          Endpoints: {docker: {Host: `tcp://127.0.0.1:${port}`}},
        }),
        [`${tls}/ca.pem`]: fixture('ca.pem'),
        [`${tls}/cert.pem`]: fixture('client.pem'),
        [`${tls}/key.pem`]: fixture('client-key.pem'),
      });
      const {code, log} = await build({DOCKER_CONFIG, DOCKER_CONTEXT: 'secure'});
      expect({code, log}).toMatchObject({code: 0});
      expect(log).toContain(`at https://127.0.0.1:${port} (context "secure" of DOCKER_CONTEXT)`);
    });

    // The one that is tried first would answer for all.
    const isFree = !existsSync('/var/run/docker.sock');
    (isFree ? it : it.skip)(
      `at the first usual socket that answers${isFree ? '' : ' (skipped: /var/run/docker.sock is there)'}`,
      async () => {
        const XDG_RUNTIME_DIR = workspace({});
        symlinkSync(engine.address.slice('unix://'.length), join(XDG_RUNTIME_DIR, 'docker.sock'));
        const {code, log} = await build({XDG_RUNTIME_DIR});
        expect({code, log}).toMatchObject({code: 0});
        expect(log).toContain(`at unix://${XDG_RUNTIME_DIR}/docker.sock (first socket that answers)`);
      },
    );

    it('over plain tcp on this machine, by the input docker-host, which wins over DOCKER_HOST', async () => {
      const port = await behindPort(engine, false);
      const {code, log} = await build({DOCKER_HOST: 'unix:///nowhere'}, {'docker-host': `tcp://127.0.0.1:${port}`});
      expect({code, log}).toMatchObject({code: 0});
      expect(log).toContain(`at tcp://127.0.0.1:${port} (input docker-host)`);
    });

    it.each([
      ['', {}],
      [', not even when a variable of Node turns verification off', {NODE_TLS_REJECT_UNAUTHORIZED: '0'}],
    ])('not with a certificate it does not know, and says what to check (hardening R1)%s', async (_, more) => {
      const port = await behindPort(engine, true);
      const env = {
        DOCKER_HOST: `tcp://127.0.0.1:${port}`,
        DOCKER_TLS_VERIFY: '1',
        DOCKER_CERT_PATH: workspace({}),
        ...more,
      };
      const {code, log} = await build(env);
      expect(code).toBe(1);
      expect(log).toMatch(/::error::no engine answers at https:.*DOCKER_CERT_PATH/);
    });

    it('not with a key that is none, and says what to check', async () => {
      const port = await behindPort(engine, true);
      const DOCKER_CERT_PATH = workspace({
        'ca.pem': fixture('ca.pem'),
        'cert.pem': fixture('client.pem'),
        'key.pem': 'no key',
      });
      const {code, log} = await build({
        DOCKER_HOST: `tcp://127.0.0.1:${port}`,
        DOCKER_TLS_VERIFY: '1',
        DOCKER_CERT_PATH,
      });
      expect(code).toBe(1);
      expect(log).toMatch(/::error::no engine answers at https:.*key\.pem in DOCKER_CERT_PATH/);
    });

    it('with the API version of DOCKER_API_VERSION', async () => {
      const {code, log} = await build({DOCKER_HOST: engine.address, DOCKER_API_VERSION: '1.41'});
      expect({code, log}).toMatchObject({code: 0});
      expect(log).toMatch(/API 1\.41/);
    });
  },
  (engine) => engine.address.startsWith('unix://') && !isPodman(engine) && isFirstOfVersion(engine),
);
