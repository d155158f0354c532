/**
 * The Bearer flow against a real registry that demands tokens (`auth: token` of distribution). The token server beside
 * it is ours: there is none to start, and it only has to check the password and sign.
 */

import {execFileSync, spawn} from 'node:child_process';
import {randomUUID, sign} from 'node:crypto';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {type AddressInfo, createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {RegistryClient} from '../../src/registry/client.ts';
import type {FoundCredential} from '../../src/registry/credential-source.ts';
import {RegistryError} from '../../src/registry/errors.ts';
import {readManifest} from '../../src/registry/manifest.ts';
import {parseReference, type Reference} from '../../src/registry/reference.ts';
import {systemClock} from '../../src/registry/retry.ts';
import {type Issued, makeCertificate} from './certificate.ts';
import {type FakeServer, type Received, type Reply, startServer} from './fake-server.ts';
import {Repository} from './real-registry.ts';

const PROGRAM = 'docker-registry';
const SERVICE = 'test registry';
const PASSWORD = 'p~?>w:o/rd';
const isInstalled = ((): boolean => {
  try {
    return execFileSync(PROGRAM, ['--version'], {stdio: 'pipe'}).length > 0;
  } catch {
    return false;
  }
})();

const onRegistry = isInstalled ? describe : describe.skip;
onRegistry(
  `a real registry that demands tokens${isInstalled ? '' : ` (skipped: there is no ${PROGRAM} on PATH)`}`,
  () => {
    const issuer = makeCertificate({name: 'issuer'});
    let root: string;
    let host: string;
    let tokenServer: FakeServer;
    let stop: () => Promise<void>;
    let repository: Repository;
    let pushed: {readonly digest: string};
    let reference: Reference;

    beforeAll(async () => {
      root = await mkdtemp(join(tmpdir(), 'token-registry-'));
      tokenServer = await startServer((request) => answer(request, issuer));
      host = `127.0.0.1:${await freePort()}`;
      stop = await startRegistry(root, host, `${tokenServer.base}/token`, issuer);
      repository = new Repository(
        {host},
        (name) => `Bearer ${makeToken(issuer, [`repository:${name}:pull,push,delete`])}`,
      );
      pushed = await repository.image('v1');
      reference = parseReference(`${host}/${repository.name}:v1`);
    }, 20_000);

    afterAll(async () => {
      await stop?.();
      await tokenServer?.[Symbol.asyncDispose]();
      await rm(root, {recursive: true, force: true});
    });

    function clientWith(
      password: string | undefined,
      allowedTokenServers: readonly string[] = [tokenServer.host],
    ): RegistryClient {
      const found: FoundCredential | undefined =
        password === undefined
          ? undefined
          : {credential: {kind: 'password', username: 'user', password}, account: 'user', source: 'input password'};
      const quiet = (): void => {};
      const credentials = {find: async () => found};
      return new RegistryClient({
        credentials,
        allowedTokenServers,
        onSecret: quiet,
        log: quiet,
        clock: systemClock,
        random: Math.random,
      });
    }

    async function failureWith(password: string | undefined, allowed?: readonly string[]): Promise<RegistryError> {
      await using client = clientWith(password, allowed);
      const error = await readManifest(client, reference).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(RegistryError);
      return error as RegistryError;
    }

    it('lets the right password in, with one token for several reads', async () => {
      await using client = clientWith(PASSWORD);
      const before = tokenServer.requests.length;
      for (let round = 0; round < 3; round += 1)
        expect((await readManifest(client, reference)).digest).toBe(pushed.digest);
      expect(tokenServer.requests.length - before).toBe(1);
      const query = new URL(tokenServer.requests.at(-1)?.path ?? '', tokenServer.base).searchParams;
      expect(Object.fromEntries(query)).toEqual({
        service: SERVICE,
        scope: `repository:${repository.name}:pull`,
        account: 'user',
        client_id: 'stowage',
      });
    });

    it('refuses a wrong password, naming registry and account only', async () => {
      const error = await failureWith('hunter2hunter2');
      expect(error).toMatchObject({status: 401, host, repository: repository.name});
      expect(error.message).toContain(
        `registry ${host}: no access to ${repository.name}: the login as "user" was refused (401): wrong password`,
      );
      expect(`${error.message}${error.hint}`).not.toContain('hunter2');
    });

    it('answers an anonymous token with a hint to log in', async () => {
      const error = await failureWith(undefined);
      expect(error).toMatchObject({status: 401, code: 'UNAUTHORIZED'});
      expect(error.hint).toContain(`no credential for ${host} was found`);
    });

    it('R3: the token server has to be allowed: its host is internal and not the registry', async () => {
      const before = tokenServer.requests.length;
      expect(await failureWith(PASSWORD, [])).toMatchObject({code: 'REALM_REFUSED'});
      expect(tokenServer.requests.length).toBe(before);
    });
  },
);

/** Signs what is asked for when the password is right, and an empty grant for the nameless. */
function answer({path, headers}: Received, issuer: Issued): Reply {
  const scopes = new URL(path, 'http://x').searchParams.getAll('scope');
  if (headers.authorization === undefined) return {body: JSON.stringify({token: makeToken(issuer, [])})};
  const isRight = headers.authorization === `Basic ${Buffer.from(`user:${PASSWORD}`).toString('base64')}`;
  if (!isRight) return {status: 401, body: JSON.stringify({details: 'wrong password'})};
  return {body: JSON.stringify({token: makeToken(issuer, scopes), expires_in: 300})};
}

/** A JWT as the registry wants it, https://distribution.github.io/distribution/spec/auth/jwt/. */
function makeToken({key, der, name}: Issued, scopes: readonly string[]): string {
  const now = Math.floor(Date.now() / 1000);
  const access = scopes.map((scope) => {
    const [type = '', repository = '', actions = ''] = scope.split(':');
    return {type, name: repository, actions: actions.split(',')};
  });
  const claims = {
    iss: name,
    sub: 'user',
    aud: SERVICE,
    exp: now + 300,
    nbf: now - 10,
    iat: now,
    jti: randomUUID(),
    access,
  };
  const parts = [{typ: 'JWT', alg: 'ES256', x5c: [der.toString('base64')]}, claims];
  const body = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${body}.${sign('sha256', Buffer.from(body), {key, dsaEncoding: 'ieee-p1363'}).toString('base64url')}`;
}

async function startRegistry(root: string, host: string, realm: string, issuer: Issued): Promise<() => Promise<void>> {
  const [bundle, config] = [join(root, 'issuer.pem'), join(root, 'config.yml')];
  await writeFile(bundle, issuer.cert);
  await writeFile(
    config,
    JSON.stringify({
      version: 0.1,
      log: {level: 'error', accesslog: {disabled: true}},
      storage: {filesystem: {rootdirectory: join(root, 'data')}, delete: {enabled: true}},
      http: {addr: host, secret: 'test'},
      auth: {token: {realm, service: SERVICE, issuer: issuer.name, rootcertbundle: bundle}},
    }),
  );
  const child = spawn(PROGRAM, ['serve', config], {stdio: 'ignore'});
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for (let tries = 0; tries < 200 && child.exitCode === null; tries += 1) {
    const status = await fetch(`http://${host}/v2/`).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 401) {
      return async () => {
        child.kill();
        await ended;
      };
    }
    await delay(50);
  }
  child.kill('SIGKILL');
  throw new Error(`${PROGRAM} did not come up at ${host}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
