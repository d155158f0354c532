import {readFileSync} from 'node:fs';
import {expect, it} from '@jest/globals';
import {
  type Account,
  ask,
  askJson,
  BASE_IMAGE,
  closedRegistry,
  describeEngines,
  type Engine,
  isFirstOfVersion,
  isPodman,
  manifestOf,
  openRegistry,
  registryAuth,
  removeImage,
  runAction,
  runImage,
  unique,
  withoutMasks,
  workspace,
} from '../rig.ts';
import {pullAndRun} from './pull-back.ts';

const DIGEST = /^sha256:[0-9a-f]{64}$/;
const FILES = {
  Dockerfile:
    'ARG BASE\nFROM $BASE\nARG WORD=none\nRUN echo "said $WORD" > /said\nCOPY data /data\nCMD ["cat", "/said", "/data/file"]\n',
  'data/file': 'from the context\n',
  'data/ignored.log': 'never sent\n',
  '.dockerignore': '**/*.log\n',
};

const login = (registry: Account) => ({
  registry: registry.host,
  username: registry.username,
  password: registry.password,
});

/** Puts the base image into the registry with a password, so that a build has to sign in to get it. */
async function privateBase(engine: Engine): Promise<string> {
  const repository = `${closedRegistry.host}/private/${unique()}`;
  await ask(engine.address, `/images/${BASE_IMAGE}/tag?repo=${repository}&tag=1`, {method: 'POST'});
  const headers = {'x-registry-auth': registryAuth(closedRegistry)};
  const pushed = await ask(engine.address, `/images/${repository}/push?tag=1&tlsVerify=false`, {
    method: 'POST',
    headers,
  });
  await removeImage(engine, `${repository}:1`);
  expect(pushed.text).toContain('digest: sha256:');
  return `${repository}:1`;
}

describeEngines('the bundle builds and publishes', (engine) => {
  it('to a registry with a password, from a private base, and what is pulled back runs', async () => {
    const base = await privateBase(engine);
    const repository = `team/${unique()}`;
    const names = ['1.0', 'latest', '1'].map((tag) => `${closedRegistry.host}/${repository}:${tag}`);
    const {code, log, outputs} = await runAction(
      {
        ...login(closedRegistry),
        push: 'true',
        tags: names.join('\n'),
        'build-args': `BASE=${base}\nWORD=hello`,
        labels: 'a=b',
      },
      {workspace: workspace(FILES), env: {DOCKER_HOST: engine.address}},
    );
    expect({code, log}).toMatchObject({code: 0});
    const digest = outputs['digest'] ?? '';
    expect(digest).toMatch(DIGEST);
    for (const tag of ['1.0', 'latest', '1']) {
      const manifest = await manifestOf(closedRegistry, repository, tag);
      expect(manifest.headers['docker-content-digest']).toBe(digest);
    }
    const image = await askJson<{Id: string; Config: {Labels: object}}>(engine.address, `/images/${names[0]}/json`);
    expect(outputs['imageid']).toBe(image.Id.startsWith('sha256:') ? image.Id : `sha256:${image.Id}`);
    expect(image.Config.Labels).toMatchObject({a: 'b'});
    expect(outputs['tags']?.split('\n')).toEqual(names);
    expect(outputs['image-refs']?.split('\n')).toEqual(names.map((name) => `${name}@${digest}`));
    expect(JSON.parse(outputs['metadata'] ?? '')).toMatchObject({
      'containerimage.digest': digest,
      'containerimage.descriptor': {digest, size: (await manifestOf(closedRegistry, repository, '1')).body.length},
      'image.name': names.join(','),
      'buildx.build.ref': expect.stringMatching(/^engine\/.+\/.+/),
    });
    for (const name of names) await removeImage(engine, name);
    expect(await pullAndRun(engine, closedRegistry, repository, digest)).toBe('said hello\nfrom the context\n');
    expect(withoutMasks(log)).not.toContain(closedRegistry.password);
    await removeImage(engine, base);
  });

  it('to a registry without a password, fully cached the second time, with the same digest', async () => {
    const repository = `open/${unique()}`;
    const name = `${openRegistry.host}/${repository}:1`;
    const directory = workspace(FILES);
    const inputs = {push: 'true', tags: name, 'build-args': `BASE=${BASE_IMAGE}`};
    const once = () => runAction(inputs, {workspace: directory, env: {DOCKER_HOST: engine.address}});
    const first = await once();
    expect({code: first.code, log: first.log}).toMatchObject({code: 0});
    const second = await once();
    expect({code: second.code, log: second.log}).toMatchObject({code: 0});
    expect(second.outputs['digest']).toBe(first.outputs['digest']);
    expect(second.outputs['imageid']).toBe(first.outputs['imageid']);
    expect(second.log).toMatch(/\d steps in .*: all cached/);
    expect((await manifestOf(openRegistry, repository, '1')).headers['docker-content-digest']).toBe(
      second.outputs['digest'],
    );
    await removeImage(engine, name);
  });

  it('to two registries in one step, and says what each holds', async () => {
    const repository = `both/${unique()}`;
    const names = [openRegistry, closedRegistry].map(({host}) => `${host}/${repository}:1`);
    const {code, log, outputs} = await runAction(
      {...login(closedRegistry), push: 'true', tags: names.join(','), 'build-args': `BASE=${BASE_IMAGE}`},
      {workspace: workspace(FILES), env: {DOCKER_HOST: engine.address}},
    );
    expect({code, log}).toMatchObject({code: 0});
    const held = await Promise.all(
      [openRegistry, closedRegistry].map(async (registry) => {
        const manifest = await manifestOf(registry, repository, '1');
        return `${registry.host}/${repository}:1@${manifest.headers['docker-content-digest']}`;
      }),
    );
    expect(outputs['image-refs']).toBe(held.join('\n'));
    expect(held[0]).toContain(`@${outputs['digest']}`);
    // Podman may take over a layer that one of the registries has in another compression, and then says so.
    const differ = !held[1]?.endsWith(outputs['digest'] ?? '');
    expect(log.includes('under different digests')).toBe(differ);
    if (!isPodman(engine)) expect(differ).toBe(false);
    for (const name of names) await removeImage(engine, name);
  });

  it('only the tag that was asked for, although the repository has others here (hardening R5, T27)', async () => {
    const repository = `many/${unique()}`;
    const prefix = `${openRegistry.host}/${repository}`;
    for (const tag of ['old', 'older'])
      await ask(engine.address, `/images/${BASE_IMAGE}/tag?repo=${prefix}&tag=${tag}`, {method: 'POST'});
    const {code} = await runAction(
      {push: 'true', tags: `${prefix}:new`, 'build-args': `BASE=${BASE_IMAGE}`},
      {workspace: workspace(FILES), env: {DOCKER_HOST: engine.address}},
    );
    expect(code).toBe(0);
    const {tags} = await askJson<{tags: string[]}>(`http://${openRegistry.host}`, `/v2/${repository}/tags/list`);
    expect(tags).toEqual(['new']);
    for (const tag of ['old', 'older', 'new']) await removeImage(engine, `${prefix}:${tag}`);
  });

  it('nothing without push: the image is in the engine, and the digest is set only where the engine stores manifests', async () => {
    const name = `${unique()}:local`;
    const {code, outputs} = await runAction(
      {tags: name, load: 'true', 'build-args': `BASE=${BASE_IMAGE}`},
      {workspace: workspace(FILES), env: {DOCKER_HOST: engine.address}},
    );
    expect(code).toBe(0);
    const image = await askJson<{Id: string; Descriptor?: {digest: string}}>(engine.address, `/images/${name}/json`);
    expect(outputs['imageid']).toContain(image.Id);
    expect(outputs['digest']).toBe(image.Descriptor?.digest ?? '');
    expect(outputs['image-refs']).toBe('');
    await removeImage(engine, name);
  });

  it('with a Dockerfile outside the context, and its own ignore file', async () => {
    const name = `${unique()}:outside`;
    const directory = workspace({
      'app/kept': 'kept\n',
      'app/dropped': 'dropped\n',
      'docker/App.Dockerfile': `FROM ${BASE_IMAGE}\nCOPY . /app\nCMD ["ls", "-A", "/app"]\n`,
      'docker/App.Dockerfile.dockerignore': 'dropped\n',
    });
    const {code, log} = await runAction(
      {context: 'app', file: 'docker/App.Dockerfile', tags: name},
      {workspace: directory, env: {DOCKER_HOST: engine.address}},
    );
    expect({code, log}).toMatchObject({code: 0});
    const listed = (await runImage(engine, name)).trim().split('\n');
    expect(listed).toContain('kept');
    expect(listed).not.toContain('dropped');
    await removeImage(engine, name);
  });
});

describeEngines(
  'a wrong password',
  (engine) => {
    it('names the registry and the account, never the password, and ends with exit code 1', async () => {
      const name = `${closedRegistry.host}/team/${unique()}:1`;
      const {code, log, outputs} = await runAction(
        {
          ...login(closedRegistry),
          password: 'hunter2-wrong',
          push: 'true',
          // It would find that first.
          preflight: 'false',
          tags: name,
          'build-args': `BASE=${BASE_IMAGE}`,
        },
        {workspace: workspace(FILES), env: {DOCKER_HOST: engine.address}},
      );
      expect(code).toBe(1);
      const [failure = ''] = log.split('\n').filter((line) => line.startsWith('::error'));
      expect(failure).toContain(closedRegistry.host);
      expect(failure).toContain(`account "${closedRegistry.username}"`);
      expect(withoutMasks(log)).not.toContain('hunter2-wrong');
      expect(outputs).toMatchObject({digest: '', 'image-refs': '', tags: name});
      expect(outputs['imageid']).toMatch(DIGEST);
      await removeImage(engine, name);
    });
  },
  isFirstOfVersion,
);

it('the committed bundle is an ES module that the runner can start', () => {
  const manifest = JSON.parse(readFileSync(new URL('../../dist/package.json', import.meta.url), 'utf8'));
  expect(manifest).toEqual({type: 'module'});
});
