/** Reading manifests from real registries, named by STOWAGE_TEST_REGISTRY and STOWAGE_TEST_REGISTRY_AUTH/_USER/_PASSWORD. */

import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {RegistryClient} from '../../src/registry/client.ts';
import {RegistryError} from '../../src/registry/errors.ts';
import {MANIFEST_TYPES, manifestMediaType, readManifest} from '../../src/registry/manifest.ts';
import {parseReference} from '../../src/registry/reference.ts';
import {systemClock} from '../../src/registry/retry.ts';
import {
  DOCKER_LIST,
  DOCKER_MANIFEST,
  OCI_INDEX,
  OCI_MANIFEST,
  type RealRegistry,
  Repository,
  registriesFromEnvironment,
  sha256,
} from './real-registry.ts';

const {open, withLogin} = registriesFromEnvironment();

function clientWith(login?: {readonly username: string; readonly password: string}) {
  const seen: string[] = [];
  const found = login && {
    credential: {kind: 'password' as const, ...login},
    account: login.username,
    source: 'input password',
  };
  const client = new RegistryClient({
    credentials: {find: async () => found},
    onSecret: (value) => seen.push(value),
    log: (text) => seen.push(text),
    clock: systemClock,
    random: Math.random,
  });
  return {client, seen};
}

async function failureOf(promise: Promise<unknown>): Promise<RegistryError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(RegistryError);
  return error as RegistryError;
}

const onOpen = open ? describe : describe.skip;
onOpen(`a real registry${open ? '' : ' (skipped: STOWAGE_TEST_REGISTRY is not set)'}`, () => {
  let repository: Repository;
  const {client} = clientWith();
  const at = (rest: string) => parseReference(`${repository.registry.host}/${repository.name}${rest}`);

  beforeAll(() => {
    repository = new Repository(open as RealRegistry);
  });
  afterAll(async () => {
    await client.close();
    await repository[Symbol.asyncDispose]();
  });

  it.each([OCI_MANIFEST, DOCKER_MANIFEST])('gives back %s, by tag and by digest, byte for byte', async (mediaType) => {
    const tag = mediaType.includes('oci') ? 'oci' : 'docker';
    const pushed = await repository.image(tag, mediaType);
    for (const rest of [`:${tag}`, `@${pushed.digest}`, `:other@${pushed.digest}`]) {
      const read = await readManifest(client, at(rest));
      expect(read.digest).toBe(pushed.digest);
      expect(read.mediaType).toBe(mediaType);
      expect(Buffer.from(read.bytes).toString()).toBe(pushed.bytes);
    }
  });

  it.each([
    [OCI_INDEX, OCI_MANIFEST],
    [DOCKER_LIST, DOCKER_MANIFEST],
  ])('gives back %s itself, not one of its children', async (mediaType, childType) => {
    const tag = mediaType.includes('oci') ? 'index' : 'list';
    const child = await repository.image(`${tag}-child`, childType);
    const entry = {
      mediaType: childType,
      digest: child.digest,
      size: child.bytes.length,
      platform: {os: 'linux', architecture: 'amd64'},
    };
    const pushed = await repository.manifest(tag, mediaType, {schemaVersion: 2, mediaType, manifests: [entry]});
    const read = await readManifest(client, at(`:${tag}`));
    expect(read).toMatchObject({digest: pushed.digest, mediaType});
    expect(Buffer.from(read.bytes).toString()).toBe(pushed.bytes);
  });

  it('reads latest where nothing is named', async () => {
    const pushed = await repository.image('latest');
    expect((await readManifest(client, at(''))).digest).toBe(pushed.digest);
  });

  it.each([
    ['tag', ':missing'],
    ['digest', `@${sha256('missing')}`],
  ])('says of a missing %s what was read, why not, and what to do', async (_name, rest) => {
    const error = await failureOf(readManifest(client, at(rest)));
    expect(error).toMatchObject({
      status: 404,
      code: 'MANIFEST_UNKNOWN',
      host: repository.registry.host,
      repository: repository.name,
    });
    expect(error.message).toMatch(
      /^read manifest of \S+\/stowage-test\/\S+: manifest_unknown: manifest unknown \(404\)$/,
    );
    expect(error.hint).toContain('no credential for');
  });
});

const onLogin = withLogin ? describe : describe.skip;
onLogin(`a real registry with login${withLogin ? '' : ' (skipped: STOWAGE_TEST_REGISTRY_AUTH is not set)'}`, () => {
  let repository: Repository;
  let pushed: {readonly digest: string};
  const registry = withLogin as RealRegistry & {readonly login: {readonly username: string; readonly password: string}};
  const at = (rest: string) => parseReference(`${registry.host}/${repository.name}${rest}`);

  beforeAll(async () => {
    repository = new Repository(registry);
    pushed = await repository.image('v1');
  });
  afterAll(async () => {
    await repository[Symbol.asyncDispose]();
  });

  it('lets the right password in, which is announced as a secret before', async () => {
    const {client, seen} = clientWith(registry.login);
    await using _ = client;
    expect((await readManifest(client, at(':v1'))).digest).toBe(pushed.digest);
    expect(seen).toEqual([Buffer.from(`${registry.login.username}:${registry.login.password}`).toString('base64')]);
  });

  it('T13: refuses a wrong password once, naming registry, account and origin, never the password', async () => {
    const {client, seen} = clientWith({username: registry.login.username, password: 'hunter2hunter2'});
    await using _ = client;
    const error = await failureOf(readManifest(client, at(':v1')));
    expect(error).toMatchObject({status: 401, code: 'UNAUTHORIZED', host: registry.host});
    expect(error.message).toMatch(/: unauthorized: authentication required \(401\)$/);
    expect(error.hint).toBe(
      `check user name "${registry.login.username}" and its password for ${registry.host} (input password), and that this account may access the repository`,
    );
    expect(`${error.message}${error.hint}${String(error.stack)}`).not.toContain('hunter2');
    expect(seen).toHaveLength(1);
  });

  it('tells how to log in when there is no credential', async () => {
    const {client} = clientWith();
    await using _ = client;
    const error = await failureOf(readManifest(client, at(':v1')));
    expect(error.status).toBe(401);
    expect(error.hint).toBe(
      `no credential for ${registry.host} was found: give its user name and password, or log in in an earlier step`,
    );
  });
});

describe('manifestMediaType', () => {
  const document = (mediaType?: string) => Buffer.from(JSON.stringify({schemaVersion: 2, mediaType}));
  it.each<readonly [string, string | undefined, Buffer, string]>([
    ['both', `${OCI_INDEX}; charset=utf-8`, document(OCI_INDEX), OCI_INDEX],
    ['header only', OCI_MANIFEST, document(), OCI_MANIFEST],
    ['document only', undefined, document(DOCKER_LIST), DOCKER_LIST],
    ['document, header says JSON', 'application/json', document(DOCKER_MANIFEST), DOCKER_MANIFEST],
    ['document, header says text', 'text/plain; charset=utf-8', document(DOCKER_MANIFEST), DOCKER_MANIFEST],
    ['header in capitals', OCI_INDEX.toUpperCase(), document(OCI_INDEX), OCI_INDEX],
  ])('from %s', (_name, header, bytes, value) => {
    expect(manifestMediaType(header, bytes)).toEqual({kind: 'type', value});
  });

  it.each<readonly [string, string | undefined, Buffer, RegExp]>([
    [
      'two types',
      OCI_MANIFEST,
      document(OCI_INDEX),
      /the registry calls it .*manifest.v1\+json, the document calls itself .*index/,
    ],
    ['the ancient format', 'application/vnd.docker.distribution.manifest.v1+prettyjws', document(), /not asked for/],
    ['no type at all', undefined, document(), /media type \(none\)/],
    ['no JSON', OCI_MANIFEST, Buffer.from('<html>'), /not JSON/],
    ['no UTF-8', OCI_MANIFEST, Buffer.from([0x22, 0xff, 0x22]), /not JSON/],
    ['a list', OCI_MANIFEST, Buffer.from('null'), /no object/],
  ])('refuses %s', (_name, header, bytes, reason) => {
    expect(manifestMediaType(header, bytes)).toEqual({kind: 'bad', reason: expect.stringMatching(reason)});
  });

  it('asks for all four types', () => {
    expect([...MANIFEST_TYPES].sort()).toEqual([OCI_INDEX, OCI_MANIFEST, DOCKER_LIST, DOCKER_MANIFEST].sort());
  });
});
