/** Private base images of a real registry that demands tokens: who fetches them, us or the engine. */
import {afterAll, beforeAll, expect, it} from '@jest/globals';
import {missingForTokens, PASSWORD, startTokenRegistry, type TokenRegistry, USER} from '../registry/token-registry.ts';
import {
  ask,
  BASE_IMAGE,
  describeEngines,
  type Engine,
  isFirstOfVersion,
  isPodman,
  registryAuth,
  removeImage,
  runAction,
  unique,
  withoutMasks,
  workspace,
} from '../rig.ts';
import {startProxy} from './socket-proxy.ts';

describeEngines(
  `a private base image of a registry with tokens${missingForTokens === undefined ? '' : ` (skipped: ${missingForTokens})`}`,
  (engine: Engine) => {
    const test = missingForTokens === undefined ? it : it.skip;
    let registry: TokenRegistry | undefined;
    let base = '';
    beforeAll(async () => {
      if (missingForTokens !== undefined) return;
      registry = await startTokenRegistry();
      const {host} = registry;
      base = `${host}/private/${unique()}`;
      await ask(engine.address, `/images/${BASE_IMAGE}/tag?repo=${base}&tag=1`, {method: 'POST'});
      const auth = {'x-registry-auth': registryAuth({host, username: USER, password: PASSWORD})};
      const pushed = await ask(engine.address, `/images/${base}/push?tag=1`, {method: 'POST', headers: auth});
      expect(pushed.text).not.toContain('errorDetail');
      await removeImage(engine, `${base}:1`);
    }, 30_000);
    afterAll(async () => registry?.[Symbol.asyncDispose]());

    async function build(inputs: Readonly<Record<string, string>>) {
      const {host = '', tokenServer} = registry ?? {};
      const before = tokenServer?.requests.length ?? 0;
      const proxy = await startProxy(engine);
      const run = await runAction(
        {registry: host, username: USER, password: PASSWORD, ...inputs},
        {
          workspace: workspace({Dockerfile: `FROM ${base}:1\nRUN echo ${unique()}\n`}),
          env: {DOCKER_HOST: proxy.address},
        },
      );
      proxy.close();
      const session = proxy.sent();
      const requests = tokenServer?.requests.slice(before) ?? [];
      const clients = new Set(
        requests.map(({path}) => new URL(path, 'http://x').searchParams.get('client_id') ?? 'none'),
      );
      return {...run, requests, clients: [...clients], session};
    }

    test('comes with a token that is fetched here, so the engine never has the password', async () => {
      const {code, log, requests, clients, session} = await build({'token-servers': registry?.tokenServer.host ?? ''});
      expect({code, log}).toMatchObject({code: 0});
      expect(clients).toEqual(['stowage']);
      expect(session.length).toBeGreaterThan(0);
      expect(session.includes(PASSWORD)).toBe(false);
      const scopes = requests.map(({path}) => new URL(path, 'http://x').searchParams.get('scope'));
      expect(scopes).toContain(`repository:${base.slice(base.indexOf('/') + 1)}:pull`);
      for (const secret of [PASSWORD, Buffer.from(`${USER}:${PASSWORD}`).toString('base64')])
        expect(withoutMasks(log)).not.toContain(secret);
    });

    test('comes with one that the engine fetches, where the token server is none that we may tell the password (hardening R3)', async () => {
      const {code, log, clients, session} = await build({});
      expect({code, log}).toMatchObject({code: 0});
      expect(clients).not.toContain('stowage');
      expect(session.includes(PASSWORD)).toBe(true);
      expect(clients.length).toBeGreaterThan(0);
    });

    test('fails with a wrong password, and says of which account', async () => {
      const {code, log, clients} = await build({
        'token-servers': registry?.tokenServer.host ?? '',
        password: 'hunter2-hunter2',
      });
      expect(code).toBe(1);
      expect(log).toMatch(/::error.*the login as "user" was refused \(401\): wrong password/);
      expect(clients).toEqual(['stowage']);
      expect(withoutMasks(log)).not.toContain('hunter2');
    });
  },
  (engine) => engine.address.startsWith('unix://') && !isPodman(engine) && isFirstOfVersion(engine),
);
