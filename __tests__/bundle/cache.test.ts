import {expect, it} from '@jest/globals';
import {
  ask,
  BASE_IMAGE,
  describeEngines,
  type Engine,
  engines,
  isDockerSince,
  isPodman,
  openRegistry,
  removeImage,
  runAction,
  unique,
  workspace,
} from '../rig.ts';

const run = (engine: Engine, directory: string, inputs: Readonly<Record<string, string>>) =>
  runAction(inputs, {workspace: directory, env: {DOCKER_HOST: engine.address}});

/** Engines whose BuildKit stores its cache inside of images in a way that others read. */
const isNew = (engine: Engine) => isDockerSince(engine, 23);

describeEngines(
  'cache-from with BuildKit (needs a second engine)',
  (engine) => {
    it('takes over what another engine built and stored in the image', async () => {
      const other = engines.find((candidate) => isNew(candidate) && candidate.name !== engine.name);
      if (other === undefined) throw new Error('the second engine is gone');
      const base = `${openRegistry.host}/base/${unique()}`;
      await ask(other.address, `/images/${BASE_IMAGE}/tag?repo=${base}&tag=1`, {method: 'POST'});
      await ask(other.address, `/images/${base}/push?tag=1`, {method: 'POST', headers: {'x-registry-auth': 'e30='}});
      const directory = workspace({Dockerfile: `FROM ${base}:1\nRUN echo ${unique()} > /made\nRUN cat /made\n`});
      const name = `${openRegistry.host}/cached/${unique()}:1`;
      const first = await run(other, directory, {tags: name, push: 'true', 'build-args': 'BUILDKIT_INLINE_CACHE=1'});
      expect({code: first.code, log: first.log}).toMatchObject({code: 0});
      const second = await run(engine, directory, {'cache-from': `type=registry,ref=${name}`});
      expect({code: second.code, log: second.log}).toMatchObject({code: 0});
      expect(second.log).toMatch(/3 steps in .*: all cached/);
      await removeImage(other, name);
      await removeImage(other, `${base}:1`);
    });
  },
  (engine) => isNew(engine) && engines.filter(isNew).length > 1,
);

describeEngines(
  'cache-from with the classic builder',
  (engine) => {
    it('pulls the image and uses its layers, on an engine that has forgotten them', async () => {
      const name = `${openRegistry.host}/classic/${unique()}:1`;
      const directory = workspace({Dockerfile: `FROM ${BASE_IMAGE}\nRUN echo ${unique()} > /made\nRUN cat /made\n`});
      const inputs = {'builder-version': '1', tags: name};
      expect((await run(engine, directory, {...inputs, push: 'true'})).log).not.toContain('all cached');
      await removeImage(engine, name);
      const second = await run(engine, directory, {...inputs, 'cache-from': name});
      expect({code: second.code, log: second.log}).toMatchObject({code: 0});
      expect(second.log).toContain(`Pulling ${name} as a cache`);
      expect(second.log).toMatch(/CACHED \[2\/3\]/);
      await removeImage(engine, name);
    });

    it('goes on without a cache that does not exist, and says so', async () => {
      const missing = `${openRegistry.host}/classic/${unique()}:none`;
      const directory = workspace({Dockerfile: `FROM ${BASE_IMAGE}\nRUN true\n`});
      const {code, log} = await run(engine, directory, {'builder-version': '1', 'cache-from': missing});
      expect(code).toBe(0);
      expect(log).toContain(`No cache from ${missing}`);
    });
  },
  (engine) => !isPodman(engine),
);
