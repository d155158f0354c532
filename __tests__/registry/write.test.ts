/** Writing to real registries: with no account, with Basic and with tokens, directly and through faults. */
import {createHash, randomBytes} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {hasBlob, readBlob, streamBlob} from '../../src/registry/blob.ts';
import {RegistryClient} from '../../src/registry/client.ts';
import {copyImage} from '../../src/registry/copy.ts';
import type {FoundCredential} from '../../src/registry/credential-source.ts';
import {describeImage} from '../../src/registry/describe-image.ts';
import {type Digest, digestOf} from '../../src/registry/digest.ts';
import {RegistryError} from '../../src/registry/errors.ts';
import {assembleIndex} from '../../src/registry/image-index.ts';
import {deleteManifest, findManifest, type Manifest, putManifest, readManifest} from '../../src/registry/manifest.ts';
import {parseReference, type Reference} from '../../src/registry/reference.ts';
import {listReferrers, putReferrer} from '../../src/registry/referrers.ts';
import {type Clock, systemClock} from '../../src/registry/retry.ts';
import {listTags} from '../../src/registry/tags.ts';
import {type BlobSource, putBlob, type Uploaded, type UploadOptions} from '../../src/registry/upload.ts';
import {startServer} from './fake-server.ts';
import {type Fault, type FaultProxy, faults, type Passing, startFaultProxy} from './fault-proxy.ts';
import {DOCKER_LIST, DOCKER_MANIFEST, OCI_INDEX, OCI_MANIFEST, registriesFromEnvironment} from './real-registry.ts';
import {missingForTokens, PASSWORD, startTokenRegistry, type TokenRegistry} from './token-registry.ts';

const {open, withLogin} = registriesFromEnvironment();
const MB = 1024 * 1024;

/** Waits take no time, and are counted. */
class Waits implements Clock {
  readonly seconds: number[] = [];
  now(): number {
    return systemClock.now();
  }
  async sleep(milliseconds: number): Promise<void> {
    this.seconds.push(milliseconds / 1000);
  }
}

interface Setting extends AsyncDisposable {
  readonly client: RegistryClient;
  readonly waits: readonly number[];
  readonly log: readonly string[];
}

function settingFor(account?: {username: string; password: string}, tokenServers: readonly string[] = []): Setting {
  const waits = new Waits();
  const log: string[] = [];
  const found: FoundCredential | undefined = account && {
    credential: {kind: 'password', ...account},
    account: account.username,
    source: 'input password',
  };
  const client = new RegistryClient({
    credentials: {find: async () => found},
    allowedTokenServers: tokenServers,
    onSecret: () => {},
    log: (text) => log.push(text),
    clock: waits,
    random: () => 0.5,
  });
  return {client, waits: waits.seconds, log, [Symbol.asyncDispose]: () => client.close()};
}

const repositoryAt = (host: string): Reference =>
  parseReference(`${host}/stowage-test/${randomBytes(6).toString('hex')}`);

function blobOf(bytes: Buffer): BlobSource & {readonly opened: number[]} {
  const opened: number[] = [];
  return {
    digest: digestOf(bytes),
    size: bytes.length,
    opened,
    async *open(from) {
      opened.push(from);
      for (let at = from; at < bytes.length; at += 64 * 1024) yield bytes.subarray(at, at + 64 * 1024);
    },
  };
}

const manifestOf = (mediaType: string, document: object): Manifest => {
  const bytes = Buffer.from(JSON.stringify({schemaVersion: 2, mediaType, ...document}));
  return {mediaType, bytes, digest: digestOf(bytes)};
};

async function putImage(client: RegistryClient, repository: Reference, text: string, type = OCI_MANIFEST) {
  const put = async (bytes: Buffer, mediaType: string) => {
    await putBlob(client, repository, blobOf(bytes));
    return {mediaType, digest: digestOf(bytes), size: bytes.length};
  };
  const isOci = type === OCI_MANIFEST;
  const config = await put(
    Buffer.from(JSON.stringify({os: 'linux', architecture: 'amd64', text})),
    isOci ? 'application/vnd.oci.image.config.v1+json' : 'application/vnd.docker.container.image.v1+json',
  );
  const layer = await put(
    Buffer.from(`layer of ${text}`),
    isOci ? 'application/vnd.oci.image.layer.v1.tar' : 'application/vnd.docker.image.rootfs.diff.tar.gzip',
  );
  const manifest = manifestOf(type, {config, layers: [layer]});
  await putManifest(client, {...repository, digest: manifest.digest}, manifest);
  return manifest;
}

async function failureOf(promise: Promise<unknown>): Promise<RegistryError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(RegistryError);
  return error as RegistryError;
}

interface Place {
  readonly host: string;
  readonly setting: () => Setting;
}

/** All that a registry has to be able to do, whoever may use it. */
function writes(place: () => Place): void {
  it('takes blobs, a manifest and an index of each media type, by digest and by tag, and gives them back', async () => {
    const {host, setting} = place();
    await using test = setting();
    const {client} = test;
    const repository = repositoryAt(host);
    for (const [image, index] of [
      [OCI_MANIFEST, OCI_INDEX],
      [DOCKER_MANIFEST, DOCKER_LIST],
    ] as const) {
      const child = await putImage(client, repository, image, image);
      expect(await listTags(client, repository)).not.toContain(child.digest);
      const descriptor = {mediaType: image, digest: child.digest, size: child.bytes.length};
      const whole = manifestOf(index, {manifests: [{...descriptor, platform: {os: 'linux', architecture: 'amd64'}}]});
      await putManifest(client, {...repository, digest: whole.digest}, whole);
      const tag = image === OCI_MANIFEST ? 'oci' : 'docker';
      await putManifest(client, {...repository, tag}, whole);
      expect(await findManifest(client, {...repository, tag})).toEqual({
        digest: whole.digest,
        mediaType: index,
        size: whole.bytes.length,
      });
      expect((await readManifest(client, {...repository, digest: child.digest})).bytes).toEqual(child.bytes);
    }
    expect([...(await listTags(client, repository))].sort()).toEqual(['docker', 'oci']);
    expect(await findManifest(client, {...repository, tag: 'none'})).toBeUndefined();
  });

  it('sends a blob once, mounts it elsewhere, and says which it did', async () => {
    const {host, setting} = place();
    await using test = setting();
    const {client} = test;
    const [from, to] = [repositoryAt(host), repositoryAt(host)];
    const bytes = randomBytes(3 * MB);
    const did: Uploaded[] = [];
    const put = async (repository: Reference, options: UploadOptions = {}) => {
      did.push(await putBlob(client, repository, blobOf(bytes), options));
    };
    await put(from);
    await put(from);
    await put(to, {mountFrom: from.path});
    await put(repositoryAt(host), {mountFrom: 'nobody/nothing'});
    expect(did).toEqual(['sent', 'there', 'mounted', 'sent']);
    const address = {digest: digestOf(bytes), size: bytes.length};
    expect(Buffer.compare(await readBlob(client, to, address), bytes)).toBe(0);
    const hash = createHash('sha256');
    for await (const chunk of streamBlob(client, to, address)) hash.update(chunk);
    expect(`sha256:${hash.digest('hex')}`).toBe(address.digest);
  });

  it('takes an empty blob', async () => {
    const {host, setting} = place();
    await using test = setting();
    const repository = repositoryAt(host);
    const empty = blobOf(Buffer.alloc(0));
    await putBlob(test.client, repository, empty);
    expect(await hasBlob(test.client, repository, empty.digest)).toBe(true);
    let bytes = 0;
    for await (const chunk of streamBlob(test.client, repository, empty)) bytes += chunk.length;
    expect(bytes).toBe(0);
  });
}

const basic = withLogin?.login && {...withLogin.login};
(open ? describe : describe.skip)(`a registry without accounts${open ? '' : ' (run script/test)'}`, () =>
  writes(() => ({host: open?.host ?? '', setting: settingFor})),
);
(withLogin ? describe : describe.skip)(`a registry with Basic${withLogin ? '' : ' (run script/test)'}`, () =>
  writes(() => ({host: withLogin?.host ?? '', setting: () => settingFor(basic)})),
);

(missingForTokens === undefined ? describe : describe.skip)(
  `a registry with tokens (${missingForTokens ?? 'a real one'})`,
  () => {
    let registry: TokenRegistry;
    beforeAll(async () => {
      registry = await startTokenRegistry();
    }, 20_000);
    afterAll(async () => registry?.[Symbol.asyncDispose]());

    const account = {username: 'user', password: PASSWORD};
    writes(() => ({host: registry.host, setting: () => settingFor(account, [registry.tokenServer.host])}));

    it('gives one token for all that is written to a repository, and another for a mount', async () => {
      await using test = settingFor(account, [registry.tokenServer.host]);
      const repository = repositoryAt(registry.host);
      const before = registry.tokenServer.requests.length;
      const blobs = await Promise.all([1, 2, 3].map((n) => putBlob(test.client, repository, blobOf(randomBytes(n)))));
      expect(blobs).toEqual(['sent', 'sent', 'sent']);
      expect(registry.tokenServer.requests.length - before).toBe(1);
    });

    it('goes on when the token ends in the middle of a push (T12)', async () => {
      await using proxy = await startFaultProxy(registry.host);
      await using test = settingFor(account, [registry.tokenServer.host]);
      const [old, challenge] = [
        new Set<string>(),
        `Bearer realm="${registry.tokenServer.base}/token",service="test registry"`,
      ];
      let isOver = false;
      proxy.rule = ({method, authorization = ''}) => {
        if (!isOver && method === 'PUT') {
          isOver = true;
          old.add(authorization);
        }
        if (!old.has(authorization)) return undefined;
        return {status: 401, headers: {'www-authenticate': challenge}, body: '{"errors":[{"code":"UNAUTHORIZED"}]}'};
      };
      const blob = blobOf(randomBytes(2 * MB));
      expect(await putBlob(test.client, repositoryAt(proxy.host), blob)).toBe('sent');
      expect(isOver).toBe(true);
      expect(proxy.requests.filter(({method}) => method === 'PUT')).toHaveLength(2);
      expect(test.waits).toEqual([]);
    });
  },
);

(open ? describe : describe.skip)(`faults on the way${open ? '' : ' (run script/test)'}`, () => {
  let proxy: FaultProxy;
  beforeAll(async () => {
    proxy = await startFaultProxy(open?.host ?? '');
  });
  afterAll(async () => proxy?.[Symbol.asyncDispose]());

  const is =
    (method: string, part: string) =>
    (passing: Passing): boolean =>
      passing.method === method && passing.path.includes(part);
  const [put, patch, post] = [is('PUT', '/blobs/uploads/'), is('PATCH', '/blobs/uploads/'), is('POST', '/blobs/')];
  const slow: Fault = {status: 429, headers: {'retry-after': '7'}, body: '{"errors":[{"code":"TOOMANYREQUESTS"}]}'};

  const BLOB: readonly (readonly [string, number, (passing: Passing) => boolean, Fault, readonly number[]])[] = [
    ['429 with Retry-After for the start', 1, post, slow, [7]],
    ['500 for the start', 1, post, {status: 500}, [2]],
    ['429 with Retry-After for the bytes', 1, put, slow, [7]],
    ['500 for the bytes, twice', 2, put, {status: 500}, [2, 6]],
    ['a reset before the bytes', 1, put, 'reset', [2]],
    ['a cut after a third of the bytes', 1, put, {cutAfter: MB}, [2]],
    ['an answer that is lost', 1, put, 'reset after', [2]],
  ];
  it.each(BLOB)('%s: the blob arrives, with few requests (T12)', async (_, times, isMeant, fault, waits) => {
    await using test = settingFor();
    const repository = repositoryAt(proxy.host);
    const bytes = randomBytes(3 * MB);
    const before = proxy.requests.length;
    proxy.rule = faults(times, isMeant, fault);
    expect(await putBlob(test.client, repository, blobOf(bytes))).toBe('sent');
    proxy.rule = () => undefined;
    expect(test.waits).toEqual(waits);
    expect(proxy.requests.length - before).toBeLessThanOrEqual(10);
    const address = {digest: digestOf(bytes), size: bytes.length};
    expect(digestOf(await readBlob(test.client, repository, address))).toBe(address.digest);
  });

  it.each<readonly [string, Fault | undefined, readonly number[]]>([
    ['one after the other', undefined, [0, 2, 4]],
    ['and none of them again after a fault', 'reset', [0, 2, 2, 4]],
    ['and all again where the registry lost its place', {cutAfter: MB}, [0, 2, 0, 2, 4]],
  ])('sends pieces to a registry that takes no large ones, %s', async (_, fault, opened) => {
    await using test = settingFor();
    const repository = repositoryAt(proxy.host);
    const blob = blobOf(randomBytes(5 * MB));
    let pieces = 0;
    proxy.rule = (passing) => {
      if (passing.length > 2 * MB) return {status: 413};
      if (patch(passing)) pieces += 1;
      return patch(passing) && pieces === 2 ? fault : undefined;
    };
    expect(await putBlob(test.client, repository, blob, {pieceBytes: 2 * MB})).toBe('sent');
    // The first try is the whole.
    expect(blob.opened.slice(1).map((at) => at / MB)).toEqual(opened);
    expect(test.waits).toHaveLength(fault === undefined ? 0 : 1);
    expect(await hasBlob(test.client, repository, blob.digest)).toBe(true);
  });

  it('finds its place again when the registry lost it', async () => {
    await using test = settingFor();
    const repository = repositoryAt(proxy.host);
    const blob = blobOf(randomBytes(MB));
    proxy.rule = faults(1, put, {status: 404, body: '{"errors":[{"code":"BLOB_UPLOAD_UNKNOWN"}]}'});
    expect(await putBlob(test.client, repository, blob)).toBe('sent');
    expect(test.waits).toEqual([]);
    expect(await hasBlob(test.client, repository, blob.digest)).toBe(true);
  });

  it.each<readonly [string, Fault]>([
    ['429 with Retry-After', slow],
    ['500', {status: 500}],
    ['a reset', 'reset'],
    ['an answer that is lost', 'reset after'],
  ])('%s: the manifest arrives under its tag, with few requests (T12)', async (name, fault) => {
    await using test = settingFor();
    const repository = repositoryAt(proxy.host);
    const manifest = await putImage(test.client, repository, name);
    const before = proxy.requests.length;
    proxy.rule = faults(1, is('PUT', '/manifests/'), fault);
    await putManifest(test.client, {...repository, tag: '1'}, manifest);
    expect(proxy.requests.length - before).toBeLessThanOrEqual(3);
    expect((await findManifest(test.client, {...repository, tag: '1'}))?.digest).toBe(manifest.digest);
  });

  it.each<readonly [string, Fault]>([
    ['a reset', 'reset'],
    ['half an answer', 'half'],
  ])('%s while a blob is read: it is whole in the end', async (_, fault) => {
    await using test = settingFor();
    const repository = repositoryAt(proxy.host);
    const bytes = randomBytes(3 * MB);
    const address = {digest: digestOf(bytes), size: bytes.length};
    await putBlob(test.client, repository, blobOf(bytes));
    proxy.rule = faults(1, is('GET', '/blobs/'), fault);
    const chunks: Uint8Array[] = [];
    for await (const chunk of streamBlob(test.client, repository, address)) chunks.push(chunk);
    expect(digestOf(Buffer.concat(chunks))).toBe(address.digest);
  });

  it.each<readonly [string, Fault]>([
    ['denied', {status: 403, body: '{"errors":[{"code":"DENIED","message":"no push for you"}]}'}],
    ['a quota', {status: 400, body: '{"errors":[{"code":"SIZE_INVALID","message":"quota exceeded"}]}'}],
    ['not supported', {status: 405, body: '{"errors":[{"code":"UNSUPPORTED"}]}'}],
  ])('%s is told at once, after one try (T13)', async (_, fault) => {
    await using test = settingFor();
    const repository = repositoryAt(proxy.host);
    proxy.rule = (passing) => (post(passing) ? fault : undefined);
    const before = proxy.requests.length;
    const error = await failureOf(putBlob(test.client, repository, blobOf(Buffer.from('x'))));
    expect(error.message).toMatch(/^upload blob sha256:\w+ to 127\.0\.0\.1:\d+\/stowage-test\//);
    expect(proxy.requests.slice(before).filter(post)).toHaveLength(1);
    expect(test.waits).toEqual([]);
  });

  it('gives up after three tries, and takes its upload back', async () => {
    await using test = settingFor();
    proxy.rule = (passing) => (put(passing) ? {status: 503} : undefined);
    const before = proxy.requests.length;
    const error = await failureOf(putBlob(test.client, repositoryAt(proxy.host), blobOf(randomBytes(100))));
    expect(error.status).toBe(503);
    const seen = proxy.requests.slice(before);
    expect(seen.filter(put)).toHaveLength(3);
    expect(seen.at(-1)?.method).toBe('DELETE');
    expect(seen.length).toBeLessThanOrEqual(12);
  });

  it('sends nothing that is not what its digest says (hardening R6)', async () => {
    await using test = settingFor();
    proxy.rule = () => undefined;
    const repository = repositoryAt(proxy.host);
    const blob = {...blobOf(randomBytes(MB)), digest: digestOf(Buffer.from('another'))};
    expect(await failureOf(putBlob(test.client, repository, blob))).toMatchObject({code: 'DIGEST_MISMATCH'});
    expect(await hasBlob(test.client, repository, blob.digest)).toBe(false);
    const short = {...blobOf(randomBytes(MB)), size: MB + 1};
    expect(await failureOf(putBlob(test.client, repository, short))).toMatchObject({code: 'DIGEST_MISMATCH'});
  });
});

(open && withLogin ? describe : describe.skip)(`an image that is copied${open ? '' : ' (run script/test)'}`, () => {
  it('keeps its digest: an index with all that belongs to it, to another repository and another registry', async () => {
    await using proxy = await startFaultProxy(open?.host ?? '');
    await using test = settingFor(basic);
    const {client} = test;
    const from = repositoryAt(proxy.host);
    const images = [await putImage(client, from, 'one'), await putImage(client, from, 'two')];
    const platform = (n: number) => ({os: 'linux', architecture: ['amd64', 'arm64'][n] ?? ''});
    const descriptors = images.map(({mediaType, digest, bytes}, n) => ({
      mediaType,
      digest,
      size: bytes.length,
      platform: platform(n),
    }));
    const index = assembleIndex(descriptors);
    await putManifest(client, {...from, digest: index.digest}, index);
    for (const to of [repositoryAt(proxy.host), repositoryAt(withLogin?.host ?? '')]) {
      const before = proxy.requests.length;
      await copyImage(client, index.digest, {from, to});
      const described = await describeImage(client, {...to, digest: index.digest});
      expect(described.manifest.bytes).toEqual(index.bytes);
      for (const {digest} of images)
        expect((await describeImage(client, {...to, digest})).children[0]).toMatchObject({
          digest,
          platform: platform(0),
        });
      // Within a registry nothing travels.
      const isHere = to.registry === proxy.host;
      const sent = proxy.requests
        .slice(before)
        .filter(({method, path}) => method === 'PUT' && path.includes('/blobs/'));
      expect(sent).toEqual([]);
      expect(proxy.requests.slice(before).some(({path}) => path.includes('mount='))).toBe(isHere);
      expect(await listTags(client, to)).toEqual([]);
      const again = proxy.requests.length;
      await copyImage(client, index.digest, {from, to});
      expect(proxy.requests.length - again).toBe(isHere ? 1 : 0);
    }
  });

  it('arrives through a cut on the way', async () => {
    await using proxy = await startFaultProxy(open?.host ?? '');
    await using test = settingFor(basic);
    const from = repositoryAt(proxy.host);
    const image = await putImage(test.client, from, 'x'.repeat(2 * MB));
    proxy.rule = faults(1, ({method, path}) => method === 'GET' && path.includes('/blobs/'), 'half');
    const to = repositoryAt(withLogin?.host ?? '');
    await copyImage(test.client, image.digest, {from, to});
    expect((await describeImage(test.client, {...to, digest: image.digest})).manifest.bytes).toEqual(image.bytes);
    expect(test.waits).toHaveLength(1);
  });
});

(open ? describe : describe.skip)(`what refers to a manifest${open ? '' : ' (run script/test)'}`, () => {
  it('is listed by the fallback tag where the registry has no route, one after the other', async () => {
    await using test = settingFor();
    const {client} = test;
    const repository = repositoryAt(open?.host ?? '');
    const subject = await putImage(client, repository, 'subject');
    expect(await listReferrers(client, repository, subject.digest)).toEqual([]);
    const config = blobOf(Buffer.from('{}'));
    await putBlob(client, repository, config);
    const digests: Digest[] = [];
    for (const artifactType of ['application/vnd.example.a', 'application/vnd.example.b']) {
      const manifest = manifestOf(OCI_MANIFEST, {
        artifactType,
        config: {mediaType: 'application/vnd.oci.empty.v1+json', digest: config.digest, size: 2},
        layers: [],
        subject: {mediaType: OCI_MANIFEST, digest: subject.digest, size: subject.bytes.length},
      });
      digests.push(manifest.digest);
      for (const _ of [1, 2]) await putReferrer(client, repository, manifest, subject.digest);
    }
    const all = await listReferrers(client, repository, subject.digest);
    expect(all.map(({digest}) => digest)).toEqual(digests);
    const some = await listReferrers(client, repository, subject.digest, {artifactType: 'application/vnd.example.b'});
    expect(some.map(({digest}) => digest)).toEqual([digests[1]]);
  });

  it('a manifest that is deleted by its digest is gone, with its tag', async () => {
    await using test = settingFor();
    const repository = repositoryAt(open?.host ?? '');
    const manifest = await putImage(test.client, repository, 'gone');
    await putManifest(test.client, {...repository, tag: 'gone'}, manifest);
    await deleteManifest(test.client, {...repository, digest: manifest.digest});
    expect(await findManifest(test.client, {...repository, tag: 'gone'})).toBeUndefined();
    await deleteManifest(test.client, {...repository, digest: manifest.digest});
  });
});

describe('what no real registry here does', () => {
  it('gives its tags in pages, and one that repeats its last page ends the list', async () => {
    await using server = await startServer(({path}) => {
      const last = new URL(path, 'http://x').searchParams.get('last');
      const [tags, next] = last === null ? [['a', 'b'], 'b'] : [['c'], 'c'];
      return {
        headers: {'content-type': 'application/json', link: `</v2/a/b/tags/list?n=2&last=${next}>; rel="next"`},
        body: JSON.stringify({name: 'a/b', tags}),
      };
    });
    await using test = settingFor();
    expect(await listTags(test.client, parseReference(`${server.host}/a/b`))).toEqual(['a', 'b', 'c']);
    expect(server.requests).toHaveLength(3);
  });

  it('lists referrers by the route of the specification, and says each warning once', async () => {
    const digest = digestOf(Buffer.from('x'));
    const item = (artifactType: string) => ({mediaType: OCI_MANIFEST, digest, size: 3, artifactType});
    await using server = await startServer(({path}) => ({
      headers: {'content-type': OCI_INDEX, warning: '299 - "going \\"away\\""'},
      body: path.includes('/referrers/') ? JSON.stringify({manifests: [item('a'), item('b')]}) : '',
    }));
    await using test = settingFor();
    for (const _ of [1, 2])
      expect(
        await listReferrers(test.client, parseReference(`${server.host}/a/b`), digest, {artifactType: 'b'}),
      ).toEqual([item('b')]);
    expect(test.log).toEqual([`${server.host} warns: going "away"`]);
  });

  it('has an upload go on at another host, which gets no login (hardening R2, T9)', async () => {
    await using storage = await startServer(() => ({status: 201}));
    await using server = await startServer(({method, headers}) => {
      if (headers.authorization === undefined) return {status: 401, headers: {'www-authenticate': 'Basic realm="x"'}};
      return method === 'POST' ? {status: 202, headers: {location: `${storage.base}/up?sig=1`}} : {status: 404};
    });
    await using test = settingFor({username: 'me', password: 'hunter2'});
    await putBlob(test.client, parseReference(`${server.host}/a/b`), blobOf(Buffer.from('abc')));
    const [put] = storage.requests;
    expect(put).toMatchObject({method: 'PUT', path: expect.stringMatching(/^\/up\?sig=1&digest=sha256/), body: 'abc'});
    expect(put?.headers.authorization).toBeUndefined();
  });

  it('asks for the login of both repositories to mount, and uploads when it may not read the other', async () => {
    await using server = await startServer(({method, path, headers}, {base}) => {
      if (path.startsWith('/token')) {
        const scopes = new URL(path, base).searchParams.getAll('scope').sort();
        return {body: JSON.stringify({token: Buffer.from(scopes.join(' ')).toString('hex')})};
      }
      if (headers.authorization === undefined)
        return {status: 401, headers: {'www-authenticate': `Bearer realm="${base}/token"`}};
      if (path.includes('mount=')) return {status: 403};
      return method === 'POST' ? {status: 202, headers: {location: '/up'}} : {status: method === 'PUT' ? 201 : 404};
    });
    await using test = settingFor({username: 'me', password: 'hunter2'});
    const did = await putBlob(test.client, parseReference(`${server.host}/a/b`), blobOf(Buffer.from('abc')), {
      mountFrom: 'c/d',
    });
    expect(did).toBe('sent');
    const mount = server.requests.find(({path, headers}) => path.includes('mount=') && headers.authorization);
    expect(Buffer.from(mount?.headers.authorization?.slice(7) ?? '', 'hex').toString()).toBe(
      'repository:a/b:pull,push repository:c/d:pull',
    );
  });
});
