/**
 * Pushes of our own through a proxy that breaks things, in front of a real registry. All engines show that a fault is got
 * over, as each brings an image here in its own way; one does for the rest, as none of it happens between it and us.
 */
import {afterAll, beforeAll, expect, it} from '@jest/globals';
import {
  type Fault,
  type FaultProxy,
  faults,
  type Passing,
  type Rule,
  startFaultProxy,
} from '../registry/fault-proxy.ts';
import {
  closedRegistry,
  describeEngines,
  engines,
  isContainerd,
  manifestOf,
  openRegistry,
  runAction,
  unique,
  withoutMasks,
  workspace,
} from '../rig.ts';
import {tagsOf} from './other-tool.ts';

const FILES = {
  Dockerfile: 'FROM scratch\nARG TARGETARCH\nCOPY data /data\nLABEL built-for=$TARGETARCH\n',
  data: unique(),
};
const directory = workspace(FILES);
const SECRET = 'correct-horse-battery-staple';
const failure = (log: string) => log.split('\n').find((line) => line.startsWith('::error')) ?? '';
const [usual] = ['28-overlay2', ...engines.map(({name}) => name)].filter((name) =>
  engines.some((it) => it.name === name),
);

describeEngines('a push of several platforms through faults', (engine) => {
  let proxy: FaultProxy;
  beforeAll(async () => {
    proxy = await startFaultProxy(openRegistry.host);
  });
  afterAll(async () => proxy?.[Symbol.asyncDispose]());

  const push = (tags: string, inputs: Record<string, string> = {}) =>
    runAction(
      {push: 'true', platforms: 'linux/amd64,linux/arm64', tags, ...inputs},
      {workspace: directory, env: {DOCKER_HOST: engine.address}},
    );
  const here = (repository: string) => ({...openRegistry, host: proxy.host, repository});
  const is =
    (method: string, part: string) =>
    (passing: Passing): boolean =>
      passing.method === method && passing.path.includes(part);
  const slow: Fault = {status: 429, headers: {'retry-after': '1'}, body: '{"errors":[{"code":"TOOMANYREQUESTS"}]}'};

  let digest: string | undefined;
  it('is 40 requests at most where nothing is wrong', async () => {
    const repository = `faults/${unique()}`;
    const before = proxy.requests.length;
    const {code, log, outputs} = await push(`${proxy.host}/${repository}:1`);
    expect({code, log}).toMatchObject({code: 0});
    digest = outputs['digest'];
    expect(proxy.requests.length - before).toBeLessThanOrEqual(40);
  });

  it('gets through 500 for a blob and a reset for the index, with the right digest and one tag (T12)', async () => {
    const repository = `faults/${unique()}`;
    const rules = [faults(1, is('POST', '/blobs/'), {status: 500}), faults(1, is('PUT', '/manifests/1'), 'reset')];
    proxy.rule = (passing) => rules.map((rule) => rule(passing)).find((fault) => fault !== undefined);
    const before = proxy.requests.length;
    const {code, log, outputs} = await push(`${proxy.host}/${repository}:1`);
    proxy.rule = () => undefined;
    expect({code, log}).toMatchObject({code: 0});
    expect((await manifestOf(openRegistry, repository, '1')).headers['docker-content-digest']).toBe(outputs['digest']);
    expect(proxy.requests.length - before).toBeLessThanOrEqual(50);
    expect(await tagsOf(openRegistry, repository)).toEqual(['1']);
  });

  if (isContainerd(engine))
    it('brings nothing to the registry of an image with a secret, which was pushed as it was built (hardening S2)', async () => {
      const before = proxy.requests.length;
      const {code, log, outputs} = await runAction(
        {
          ...{push: 'true', platforms: 'linux/amd64,linux/arm64', preflight: 'false'},
          ...{tags: `${proxy.host}/faults/${unique()}:1`, secrets: `token=${SECRET}`},
        },
        {
          workspace: workspace({Dockerfile: `FROM scratch\nCOPY data /data\nENV TOKEN=${SECRET}\n`, data: unique()}),
          env: {DOCKER_HOST: engine.address},
        },
      );
      expect(code).toBe(1);
      expect(failure(log)).toContain('environment variable TOKEN holds the secret "token"');
      expect(withoutMasks(log)).not.toContain(SECRET);
      expect(outputs).toMatchObject({digest: '', pushed: ''});
      const writes = proxy.requests.slice(before).filter(({method}) => method !== 'HEAD' && method !== 'GET');
      expect(writes).toEqual([]);
    });

  if (engine.name !== usual) return;

  it.each<readonly [string, (passing: Passing) => boolean, Fault]>([
    ['429 with Retry-After for a blob', is('PUT', '/blobs/'), slow],
    ['a cut in a blob', is('PUT', '/blobs/'), {cutAfter: 3}],
    ['429 with Retry-After for a manifest', is('PUT', '/manifests/'), slow],
    ['500 for a manifest', is('PUT', '/manifests/'), {status: 500}],
    ['a lost answer for the tag', is('PUT', '/manifests/1'), 'reset after'],
  ])('gets through %s, with the right digest, and was never half done (T12)', async (_, isMeant, fault) => {
    const repository = `faults/${unique()}`;
    const seen: string[][] = [];
    const rule = faults(1, isMeant, fault);
    proxy.rule = watching(rule, async () => seen.push([...(await tagsOf(openRegistry, repository))]));
    const before = proxy.requests.length;
    const {code, log, outputs} = await push(`${proxy.host}/${repository}:1`);
    proxy.rule = () => undefined;
    expect({code, log}).toMatchObject({code: 0});
    expect(outputs['digest']).toBe(digest);
    expect(proxy.requests.length - before).toBeLessThanOrEqual(50);
    expect(seen.flat().filter((tag) => tag !== '1')).toEqual([]);
    expect((await manifestOf(here(repository), repository, '1')).headers['docker-content-digest']).toBe(digest);
  });

  it.each<readonly [string, (passing: Passing) => boolean, string]>([
    ['for a blob', is('POST', '/blobs/'), 'denied: no push for you'],
    ['for a manifest', is('PUT', '/manifests/sha256'), 'denied: no push for you'],
    ['for the tag', is('PUT', '/manifests/1'), 'denied: no push for you'],
    ['for a tag that may not change', is('PUT', '/manifests/1'), 'found before the build with overwrite: never'],
  ])('a refusal %s is final after one try, with no tag (T13)', async (_, isMeant, message) => {
    const repository = `faults/${unique()}`;
    const refused: Passing[] = [];
    proxy.rule = (passing) => {
      if (!isMeant(passing)) return undefined;
      refused.push(passing);
      return message.startsWith('denied')
        ? {status: 403, body: '{"errors":[{"code":"DENIED","message":"no push for you"}]}'}
        : {status: 400, body: '{"errors":[{"code":"TAG_INVALID","message":"the repository is immutable"}]}'};
    };
    const {code, log, outputs} = await push(`${proxy.host}/${repository}:1`, {preflight: 'false'});
    proxy.rule = () => undefined;
    expect(code).toBe(1);
    expect(failure(log)).toContain(message);
    expect(log).not.toContain('try 2');
    // At most once for each of the four blobs.
    expect(refused.length).toBeLessThanOrEqual(message.includes('tag') ? 1 : 4);
    expect(outputs).toMatchObject({digest: '', pushed: '', failed: `${proxy.host}/${repository}:1`});
    expect(await tagsOf(openRegistry, repository)).toEqual([]);
  });

  it('sends each blob once to a registry, mounts it within, and goes on without one that refuses', async () => {
    const [one, two] = [`faults/${unique()}`, `faults/${unique()}`];
    const before = proxy.requests.length;
    const tags = [`${proxy.host}/${one}:1`, `${proxy.host}/${two}:1`];
    const refused = `${closedRegistry.host}/${one}:1`;
    const {code, log, outputs} = await push([...tags, refused].join('\n'), {
      registry: closedRegistry.host,
      username: closedRegistry.username,
      password: 'hunter2-wrong',
      preflight: 'false',
    });
    expect(code).toBe(1);
    expect(failure(log)).toContain('1 of 3 references were not published');
    expect(outputs).toMatchObject({pushed: tags.join('\n'), failed: refused, digest: ''});
    const blobs = proxy.requests
      .slice(before)
      .filter(is('PUT', '/blobs/'))
      .map(({path}) => path);
    expect(blobs.length).toBeGreaterThan(0);
    expect(blobs.filter((path) => !path.includes(one))).toEqual([]);
    expect(proxy.requests.slice(before).some(({path}) => path.includes(`mount=`) && path.includes(two))).toBe(true);
    for (const repository of [one, two])
      expect((await manifestOf(openRegistry, repository, '1')).headers['docker-content-digest']).toBe(digest);
  });

  it('annotates every level, and leaves tags that overwrite protects', async () => {
    const repository = `faults/${unique()}`;
    const annotations = 'a=manifest\nindex:b=index\nmanifest-descriptor[linux/arm64]:c=arm';
    const first = await push(`${proxy.host}/${repository}:1`, {annotations, overwrite: 'same'});
    expect({code: first.code, log: first.log}).toMatchObject({code: 0});
    const index = JSON.parse((await manifestOf(openRegistry, repository, '1')).text);
    expect(index).toMatchObject({mediaType: 'application/vnd.oci.image.index.v1+json', annotations: {b: 'index'}});
    expect(index.manifests.map(({annotations: own}: {annotations?: object}) => own)).toEqual([undefined, {c: 'arm'}]);
    const child = JSON.parse((await manifestOf(openRegistry, repository, index.manifests[0].digest)).text);
    expect(child).toMatchObject({
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      config: {mediaType: 'application/vnd.oci.image.config.v1+json'},
      annotations: {a: 'manifest'},
    });
    expect((await push(`${proxy.host}/${repository}:1`, {annotations, overwrite: 'same'})).code).toBe(0);
    const other = await push(`${proxy.host}/${repository}:1`, {overwrite: 'same'});
    expect(failure(other.log)).toContain('the tag is taken');
    // That it is there was said before.
    const word = `${repository}:1 is there as ${first.outputs['digest']}; with overwrite: same any other image will fail`;
    expect(other.log).toContain(word);
    expect((await manifestOf(openRegistry, repository, '1')).headers['docker-content-digest']).toBe(
      first.outputs['digest'],
    );
  });

  it('keeps a tag of a single image that overwrite protects, also where no look ahead is wanted', async () => {
    const tag = `${proxy.host}/faults/${unique()}:1`;
    const inputs = {platforms: '', overwrite: 'never', preflight: 'false'};
    expect((await push(tag, inputs)).code).toBe(0);
    expect(failure((await push(tag, inputs)).log)).toContain('the tag is taken');
  });

  it('a single image goes to several repositories by our client, and one digest is the outcome', async () => {
    const repository = `faults/${unique()}`;
    const tags = [proxy.host, closedRegistry.host].map((host) => `${host}/${repository}:1`);
    const {code, log, outputs} = await push(tags.join('\n'), {
      registry: closedRegistry.host,
      username: closedRegistry.username,
      password: closedRegistry.password,
      platforms: '',
      annotations: 'org.example.one=1',
    });
    expect({code, log}).toMatchObject({code: 0});
    expect(outputs['image-refs']).toBe(tags.map((tag) => `${tag}@${outputs['digest']}`).join('\n'));
    for (const registry of [openRegistry, closedRegistry])
      expect((await manifestOf(registry, repository, '1')).headers['docker-content-digest']).toBe(outputs['digest']);
    expect(JSON.parse(outputs['descriptor'] ?? '')).toMatchObject({
      digest: outputs['digest'],
      repositories: tags.map((tag) => tag.replace(/:1$/, '')),
    });
  });
});

/** Also looks at what there is to see, at each request that writes. */
function watching(rule: Rule, look: () => Promise<unknown>): Rule {
  return (passing) => {
    if (passing.method === 'PUT') void look().catch(() => {});
    return rule(passing);
  };
}
