/**
 * Verification of certificates. A private authority is trusted by NODE_EXTRA_CA_CERTS, which Node reads at its start,
 * so the client runs in a child process; the servers are https servers with certificates made here.
 */

import {execFile} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {type Issued, makeCertificate} from './certificate.ts';
import {startConnectProxy} from './connect-proxy.ts';
import {type FakeServer, type Reply, startServer} from './fake-server.ts';
import {OCI_MANIFEST, sha256} from './real-registry.ts';

const BODY = JSON.stringify({schemaVersion: 2, mediaType: OCI_MANIFEST});
const OK: Reply = {headers: {'content-type': OCI_MANIFEST}, body: BODY};

interface Outcome {
  readonly digest?: string;
  readonly code?: string;
  readonly message?: string;
  readonly hint?: string;
}

let root: string;
let authority: Issued;
const servers: FakeServer[] = [];

async function serve(certificate: Issued, reply: Reply | (() => Reply) = OK): Promise<FakeServer> {
  const answer = typeof reply === 'function' ? reply : () => reply;
  const server = await startServer(answer, {key: certificate.keyPem, cert: certificate.cert});
  servers.push(server);
  return server;
}

/** Reads `<host>/a/b:1` of every host in one child process that trusts the authority. */
async function readAll(
  hosts: readonly string[],
  trust = true,
  variables: Readonly<Record<string, string>> = {},
): Promise<readonly Outcome[]> {
  const source = (name: string) => JSON.stringify(new URL(`../../src/registry/${name}.ts`, import.meta.url).href);
  const script = join(root, 'read.mjs');
  await writeFile(
    script,
    `import {RegistryClient} from ${source('client')};
import {readManifest} from ${source('manifest')};
import {parseReference} from ${source('reference')};
const quiet = () => {};
const clock = {now: Date.now, sleep: async () => {}};
const proxies = JSON.parse(process.env.TEST_PROXIES ?? '{}');
const client = new RegistryClient({proxies, insecureHosts: ['plain.test:80'], credentials: {find: async () => undefined}, onSecret: quiet, log: quiet, clock, random: Math.random});
const outcomes = [];
for (const host of process.argv.slice(2)) {
  try {
    outcomes.push({digest: (await readManifest(client, parseReference(host + '/a/b:1'))).digest});
  } catch ({code, message, hint}) {
    outcomes.push({code, message, hint});
  }
}
await client.close();
console.log(JSON.stringify(outcomes));
`,
  );
  const file = join(root, 'authority.pem');
  await writeFile(file, authority.cert);
  const {NODE_EXTRA_CA_CERTS: _, ...environment} = process.env;
  const env = {...environment, ...(trust && {NODE_EXTRA_CA_CERTS: file}), ...variables};
  const {stdout} = await promisify(execFile)(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', script, ...hosts],
    {env},
  );
  return JSON.parse(stdout) as readonly Outcome[];
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tls-'));
  authority = makeCertificate({name: 'test authority'});
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server[Symbol.asyncDispose]()));
  await rm(root, {recursive: true, force: true});
});

describe('T11: TLS', () => {
  const hosts = ['127.0.0.1', 'localhost'];

  it('accepts a private authority from NODE_EXTRA_CA_CERTS, and refuses what does not verify', async () => {
    const good = await serve(makeCertificate({name: 'good', hosts, issuer: authority}));
    const stranger = makeCertificate({name: 'other authority'});
    const bad = {
      unknown: await serve(makeCertificate({name: 'unknown', hosts, issuer: stranger})),
      self: await serve(makeCertificate({name: 'self', hosts})),
      name: await serve(makeCertificate({name: 'name', hosts: ['registry.example.com'], issuer: authority})),
      expired: await serve(makeCertificate({name: 'expired', hosts, issuer: authority, expiresInDays: -1})),
    };
    const [accepted, ...refused] = await readAll([good, ...Object.values(bad)].map(({host}) => host));
    expect(accepted).toEqual({digest: sha256(BODY)});
    expect(refused.map(({code}) => code)).toEqual([
      expect.stringMatching(/^(?:UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT_LOCALLY)$/),
      expect.stringMatching(/SELF_SIGNED_CERT$/),
      'ERR_TLS_CERT_ALTNAME_INVALID',
      'CERT_HAS_EXPIRED',
    ]);
    expect(refused.map(({hint}) => hint)).toEqual([
      expect.stringContaining('NODE_EXTRA_CA_CERTS'),
      expect.stringContaining('NODE_EXTRA_CA_CERTS'),
      expect.stringContaining('is for another name'),
      expect.stringContaining('has expired'),
    ]);
    for (const {message} of refused)
      expect(message).toMatch(/^read manifest of 127\.0\.0\.1:\d+\/a\/b:1: registry 127/);
    // Loopback may be spoken to without TLS, but not instead of TLS that does not verify.
    for (const server of Object.values(bad)) expect(server.requests).toEqual([]);
  });

  it('trusts nothing private by itself', async () => {
    const server = await serve(makeCertificate({name: 'good', hosts, issuer: authority}));
    const [outcome] = await readAll([server.host], false);
    expect(outcome?.code).toMatch(/^UNABLE_TO_|SELF_SIGNED/);
    expect(server.requests).toEqual([]);
  });

  it('R1: verifies though NODE_TLS_REJECT_UNAUTHORIZED=0 is set', async () => {
    const unknown = await serve(makeCertificate({name: 'good', hosts, issuer: authority}));
    const expired = await serve(makeCertificate({name: 'expired', hosts, issuer: authority, expiresInDays: -1}));
    const variables = {NODE_TLS_REJECT_UNAUTHORIZED: '0'};
    const [untrusted] = await readAll([unknown.host], false, variables);
    expect(untrusted?.code).toMatch(/^UNABLE_TO_|SELF_SIGNED/);
    const [late] = await readAll([expired.host], true, variables);
    expect(late?.code).toBe('CERT_HAS_EXPIRED');
    expect([...unknown.requests, ...expired.requests]).toEqual([]);
  });
});

describe('T9, R2, R3: from https', () => {
  it('no redirect and no realm leads to plain http', async () => {
    const certificate = makeCertificate({name: 'good', hosts: ['127.0.0.1'], issuer: authority});
    const plain = await startServer(() => OK);
    servers.push(plain);
    const redirecting = await serve(certificate, {status: 307, headers: {location: `${plain.base}/x`}});
    const challenging = await serve(certificate, {
      status: 401,
      headers: {'www-authenticate': `Bearer realm="${plain.base}/token"`},
    });
    const outcomes = await readAll([redirecting.host, challenging.host]);
    expect(outcomes.map(({code}) => code)).toEqual(['REDIRECT_REFUSED', 'REALM_REFUSED']);
    expect(plain.requests).toEqual([]);
    // The look for TLS and the call itself.
    expect(redirecting.requests.map(({path}) => path)).toEqual(['/v2/', '/v2/a/b/manifests/1']);
  });
});

describe('a proxy', () => {
  it('tunnels TLS, which is verified all the same, passes plain http on, and sees no request to this machine', async () => {
    const name = 'registry.test';
    const good = await serve(makeCertificate({name: 'good', hosts: [name], issuer: authority}));
    const bad = await serve(makeCertificate({name: 'bad', hosts: ['other.test'], issuer: authority}));
    const plain = await startServer(() => OK);
    const here = await startServer(() => OK);
    servers.push(plain, here);
    await using proxy = await startConnectProxy({
      'registry.test:443': good.host,
      'bad.test:443': bad.host,
      'plain.test': plain.host,
    });
    const TEST_PROXIES = JSON.stringify({http: proxy.url, https: proxy.url});
    const hosts = [name, 'bad.test', 'plain.test:80', here.host];
    const outcomes = await readAll(hosts, true, {TEST_PROXIES});
    expect(outcomes.map(({digest, code}) => digest ?? code)).toEqual([
      sha256(BODY),
      'ERR_TLS_CERT_ALTNAME_INVALID',
      sha256(BODY),
      sha256(BODY),
    ]);
    expect(new Set(proxy.seen)).toEqual(
      new Set([
        'CONNECT registry.test:443',
        'CONNECT bad.test:443',
        'CONNECT plain.test:80',
        'GET http://plain.test/v2/a/b/manifests/1',
      ]),
    );
    expect(proxy.accounts).toEqual(new Set([`Basic ${Buffer.from('me:word').toString('base64')}`]));
  });
});
