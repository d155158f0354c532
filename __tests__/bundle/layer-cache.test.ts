/** Caches that an engine neither reads nor writes itself: layers kept by @actions/cache, in a registry, in a directory. */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, it} from '@jest/globals';
import {type CacheService, provideAzurite, startCacheService} from '../../scripts/rig/cache-service.ts';
import {forgetTree} from '../engine/image-api/cache-records.ts';
import {
  type ActionRun,
  askJson,
  BASE_IMAGE,
  describeEngines,
  type Engine,
  isPodman,
  removeImage,
  runAction,
  unique,
  withoutMasks,
  workspace,
} from '../rig.ts';

const isContainerd = (engine: Engine) => engine.name.includes('containerd');
const azurite = provideAzurite();
const withService = azurite === undefined ? it.skip : it;
const why = azurite === undefined ? ' (azurite cannot be had)' : '';
let service: CacheService;
beforeAll(async () => {
  if (azurite !== undefined) service = await startCacheService(azurite);
}, 60_000);
afterAll(async () => service?.stop());

const GHA = {'cache-to': 'type=gha,mode=max', 'cache-from': 'type=gha', 'cache-save': 'always'};

/** Both parts of the step, in the same temporary directory as in a job. */
async function job(
  engine: Engine,
  directory: string,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = service.variables(),
): Promise<{readonly main: ActionRun; readonly post: ActionRun; readonly log: string}> {
  const temp = workspace({});
  const around = {workspace: directory, env: {DOCKER_HOST: engine.address, RUNNER_TEMP: temp, ...env}};
  const main = await runAction(inputs, around);
  expect({code: main.code, log: main.log}).toMatchObject({code: 0});
  const post = await runAction(inputs, {...around, state: main.state});
  expect({code: post.code, log: post.log}).toMatchObject({code: 0});
  return {main, post, log: main.log + post.log};
}

/** As on a runner that is new. */
async function empty(engine: Engine, mark: string, {outputs}: ActionRun): Promise<void> {
  await removeImage(engine, outputs['imageid'] ?? '');
  await forgetTree(engine, mark);
}

/** A build of over a second, with a stage that the result takes a file from. */
function project(mark: string): string {
  return workspace({
    Dockerfile: `FROM ${BASE_IMAGE} AS one\nRUN sleep 1; head -c 300000 /dev/urandom > /one; echo ${mark}\nFROM ${BASE_IMAGE}\nRUN sleep 1; echo ${mark} > /two\nCOPY file /\nCOPY --from=one /one /\n`,
    file: `${mark}\n`,
  });
}

interface Image {
  readonly Config: object;
}

const SAVED = /Cache: saved (stowage-layers-1-\S+)/;
const keyIn = ({log}: {readonly log: string}) => SAVED.exec(log)?.[1] ?? '';

describeEngines(
  `cache-to: type=gha${why}`,
  (engine) => {
    withService('brings an emptied engine its layers back, and publishes what it would without', async () => {
      const mark = unique();
      const directory = project(mark);
      const plain = await runAction({}, {workspace: directory, env: {DOCKER_HOST: engine.address}});
      const without = await askJson<Image>(engine.address, `/images/${plain.outputs['imageid']}/json`);
      await empty(engine, mark, plain);
      const first = await job(engine, directory, GHA);
      if (isContainerd(engine)) expect(first.log).not.toContain('Cache: ');
      else expect(first.log).toMatch(SAVED);
      expect(withoutMasks(first.log)).not.toContain(service.token);
      await empty(engine, mark, first.main);
      const second = await job(engine, directory, GHA);
      expect(second.main.log).toMatch(/5 steps in .*: all cached/);
      if (!isContainerd(engine)) {
        expect(second.main.log).toMatch(/Cache: restored .* the layers of a build of \d/);
        expect(second.main.log).toContain('Cache: nothing changed, so nothing is saved');
        // The record of the cache is no part of what is published.
        const image = await askJson<Image>(engine.address, `/images/${second.main.outputs['imageid']}/json`);
        expect(image.Config).toEqual(without.Config);
      }
      await empty(engine, mark, second.main);
      writeFileSync(join(directory, 'file'), `changed ${mark}\n`);
      const third = await job(engine, directory, GHA);
      expect(third.main.log).toMatch(/CACHED .*\[stage-1 2\/4\] RUN/);
      expect(third.main.log).toMatch(/DONE .*\[stage-1 3\/4\] COPY file/);
      if (!isContainerd(engine)) expect(keyIn(third)).not.toBe('');
      await empty(engine, mark, third.main);
    });
  },
  (engine) => !isPodman(engine),
);
