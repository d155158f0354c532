/**
 * A real registry that demands tokens (`auth: token` of distribution). The token server beside it is ours: there is none
 * to start, and it only has to check the password and sign.
 */
import {execFileSync, spawn} from 'node:child_process';
import {randomUUID, sign} from 'node:crypto';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {type AddressInfo, createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {type Issued, makeCertificate} from './certificate.ts';
import {type FakeServer, type Received, type Reply, startServer} from './fake-server.ts';

const PROGRAM = 'docker-registry';
export const SERVICE = 'test registry';
/** The only account. */
export const USER = 'user';
export const PASSWORD = 'p~?>w:o/rd';

const isInstalled = ((): boolean => {
  try {
    return execFileSync(PROGRAM, ['--version'], {stdio: 'pipe'}).length > 0;
  } catch {
    return false;
  }
})();
/** Why there is none. */
export const missingForTokens = isInstalled ? undefined : `there is no ${PROGRAM} on PATH`;

export interface TokenRegistry extends AsyncDisposable {
  /** `127.0.0.1:port`. */
  readonly host: string;
  /** On another port of that. */
  readonly tokenServer: FakeServer;
  /** A token for these scopes, as the server would give it. */
  token(...scopes: readonly string[]): string;
}

export async function startTokenRegistry(): Promise<TokenRegistry> {
  const issuer = makeCertificate({name: 'issuer'});
  const root = await mkdtemp(join(tmpdir(), 'token-registry-'));
  const tokenServer = await startServer((request) => answer(request, issuer));
  const host = `127.0.0.1:${await freePort()}`;
  const stop = await startProgram(root, host, `${tokenServer.base}/token`, issuer);
  return {
    host,
    tokenServer,
    token: (...scopes) => makeToken(issuer, scopes),
    [Symbol.asyncDispose]: async () => {
      await stop();
      await tokenServer[Symbol.asyncDispose]();
      await rm(root, {recursive: true, force: true});
    },
  };
}

/** Signs what is asked for when the password is right, and an empty grant for the nameless. */
function answer({method, path, headers}: Received, issuer: Issued): Reply {
  // The form of OAuth, which engines try first.
  if (method === 'POST') return {status: 405};
  const scopes = new URL(path, 'http://x').searchParams.getAll('scope');
  if (headers.authorization === undefined) return {body: JSON.stringify({token: makeToken(issuer, [])})};
  const isRight = headers.authorization === `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`;
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

async function startProgram(root: string, host: string, realm: string, issuer: Issued): Promise<() => Promise<void>> {
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
