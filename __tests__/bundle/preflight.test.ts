/**
 * What a push needs is looked at while the build runs, here one that would take half a minute. That it stops the build is
 * shown on all engines, the rest on one, as no engine has a part in the look.
 */
import {afterAll, beforeAll, expect, it} from '@jest/globals';
import {type FaultProxy, startFaultProxy} from '../registry/fault-proxy.ts';
import {
  BASE_IMAGE,
  closedRegistry,
  describeEngines,
  engines,
  isPodman,
  openRegistry,
  runAction,
  unique,
  workspace,
} from '../rig.ts';
import {pushImage, putManifest, tagsOf} from './other-tool.ts';

const failure = (log: string) => log.split('\n').find((line) => line.startsWith('::error')) ?? '';
const usual = engines.find((engine) => !isPodman(engine))?.name;

describeEngines('a look ahead at the push', (engine) => {
  const isUsual = engine.name === usual;
  let proxy: FaultProxy;
  beforeAll(async () => {
    proxy = await startFaultProxy(openRegistry.host);
  });
  afterAll(async () => proxy?.[Symbol.asyncDispose]());

  const push = (tags: string, inputs: Record<string, string> = {}, seconds = 30) =>
    runAction(
      {push: 'true', tags, ...inputs},
      {
        workspace: workspace({Dockerfile: `FROM ${BASE_IMAGE}\nRUN echo ${unique()} && sleep ${seconds}\n`}),
        env: {DOCKER_HOST: engine.address},
      },
    );
  const refusing = (status: number, code: string, message: string) => {
    proxy.rule = ({method}) =>
      method === 'POST' ? {status, body: JSON.stringify({errors: [{code, message}]})} : undefined;
  };

  const finds: readonly (readonly [string, () => Promise<{tags: string; inputs?: Record<string, string>}>, string])[] =
    [
      [
        'a wrong password',
        async () => ({
          tags: `${closedRegistry.host}/a/b:1`,
          inputs: {registry: closedRegistry.host, username: closedRegistry.username, password: 'hunter2-wrong'},
        }),
        `${closedRegistry.host} refused the account "${closedRegistry.username}" (from inputs username and password) for ${closedRegistry.host}/a/b`,
      ],
      [
        'no permission',
        async () => {
          refusing(403, 'DENIED', 'permission_denied: write_package');
          return {tags: `${proxy.host}/a/b:1`};
        },
        'denied: permission_denied: write_package (403)',
      ],
      [
        'a repository that is not there',
        async () => {
          refusing(404, 'NAME_UNKNOWN', 'The repository does not exist');
          return {tags: `${proxy.host}/a/b:1`};
        },
        '/a/b does not exist, and its registry does not make it',
      ],
      [
        'a registry out of reach, where the push goes from here',
        async () => ({tags: '127.0.0.1:1/a/b', inputs: {'push-by-digest': 'true', push: 'false'}}),
        '127.0.0.1:1/a/b is out of reach',
      ],
      [
        'a tag that may not be overwritten',
        async () => {
          const repository = `ahead/${unique()}`;
          await putTagged(repository, '1');
          return {tags: `${openRegistry.host}/${repository}:1`, inputs: {overwrite: 'never'}};
        },
        'the tag is taken',
      ],
    ];
  it.each(isUsual ? finds : finds.slice(0, 1))('finds %s, and stops the build', async (_, prepare, message) => {
    const {tags, inputs} = await prepare();
    const {code, log, outputs, milliseconds} = await push(tags, inputs);
    proxy.rule = () => undefined;
    expect(code).toBe(1);
    expect(failure(log)).toContain('the push would fail, as a look before it shows');
    expect(failure(log)).toContain(message);
    expect(log).not.toContain('hunter2-wrong"');
    expect(outputs['imageid']).toBe('');
    expect(milliseconds).toBeLessThan(20_000);
  });

  if (!isUsual) return;

  it('only warns of one of several, as the others are worth the work', async () => {
    const repository = `ahead/${unique()}`;
    const [good, bad] = [`${openRegistry.host}/${repository}:1`, `${closedRegistry.host}/${repository}:1`];
    const {code, log, outputs} = await push(`${good},${bad}`, {}, 2);
    expect(code).toBe(1);
    expect(log).toContain(`::warning::preflight: ${closedRegistry.host} refused us without an account`);
    expect(outputs).toMatchObject({pushed: good, failed: bad, digest: ''});
  });

  it('only warns where it is unclear, and leaves the upload that it began', async () => {
    const repository = `ahead/${unique()}`;
    let looks = 0;
    proxy.rule = ({method}) => {
      if (method !== 'POST') return undefined;
      looks += 1;
      return looks === 1 ? {status: 503} : undefined;
    };
    const {code, log} = await push(`${proxy.host}/${repository}:1`, {}, 2);
    expect({code, log}).toMatchObject({code: 0});
    expect(log).toContain(`::warning::preflight: whether ${proxy.host}/${repository} can be pushed to is unclear`);
    proxy.rule = () => undefined;
    const before = proxy.requests.length;
    const again = await push(`${proxy.host}/${repository}:2`, {}, 2);
    expect({code: again.code, log: again.log}).toMatchObject({code: 0});
    expect(again.log).not.toContain('preflight');
    const [post, remove] = proxy.requests.slice(before).filter(({method}) => ['POST', 'DELETE'].includes(method));
    expect(post?.path).toBe(`/v2/${repository}/blobs/uploads/`);
    expect(remove?.method).toBe('DELETE');
    expect(await tagsOf(openRegistry, repository)).toEqual(['1', '2']);
  });

  it('is no failure of its own where only the engine may get there, and can be turned off', async () => {
    const place = 'registry.invalid:5000/a/b:1';
    const far = await push(place, {}, 2);
    expect(failure(far.log)).not.toContain('look before');
    expect(far.log).toContain('::warning::preflight: ');
    const off = await push(place, {preflight: 'false'}, 1);
    expect(off.log).not.toContain('preflight');
  });
});

async function putTagged(repository: string, tag: string): Promise<void> {
  const {mediaType, digest} = await pushImage(openRegistry, repository, 'linux/amd64');
  const held = await fetch(`http://${openRegistry.host}/v2/${repository}/manifests/${digest}`, {
    headers: {accept: mediaType},
  });
  await putManifest(openRegistry, repository, tag, (await held.json()) as {mediaType: string});
}
