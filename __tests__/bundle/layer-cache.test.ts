/** Caches between jobs: in the cache of GitHub Actions, in a registry, in a directory; by the engine or, where it cannot, by us. */
import {cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
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
  isContainerd,
  isOldDocker,
  isPodman,
  openRegistry,
  removeImage,
  runAction,
  unique,
  withoutMasks,
  workspace,
} from '../rig.ts';

const azurite = provideAzurite();
const withService = azurite === undefined ? it.skip : it;
const why = azurite === undefined ? ' (azurite cannot be had)' : '';
let service: CacheService;
beforeAll(async () => {
  if (azurite !== undefined) service = await startCacheService(azurite);
}, 60_000);
afterAll(async () => service?.stop());

type Texts = Readonly<Record<string, string>>;

const GHA = {'cache-to': 'type=gha,mode=max', 'cache-from': 'type=gha', 'cache-save': 'always'};

const works = (run: ActionRun) => expect({code: run.code, log: run.log}).toMatchObject({code: 0});

/** Both parts of the step, in the same temporary directory as in a job. */
async function job(engine: Engine, directory: string, inputs: Texts, env: Texts = service.variables()) {
  const around = {workspace: directory, env: {DOCKER_HOST: engine.address, RUNNER_TEMP: workspace({}), ...env}};
  const main = await runAction(inputs, around);
  works(main);
  const post = await runAction(inputs, {...around, state: main.state});
  works(post);
  return {main, post, log: main.log + post.log};
}

/** As on a runner that is new. */
async function empty(engine: Engine, mark: string, {outputs}: ActionRun): Promise<void> {
  await removeImage(engine, outputs['imageid'] ?? '');
  expect(await forgetTree(engine, mark)).toBe(true);
}

/** With a stage that the result takes a file from. */
function project(mark: string, work: string): string {
  return workspace({
    Dockerfile: `FROM ${BASE_IMAGE} AS one\nRUN ${work}; head -c 300000 /dev/urandom > /one; echo ${mark}\nFROM ${BASE_IMAGE}\nRUN ${work}; echo ${mark} > /two\nCOPY file /\nCOPY --from=one /one /\n`,
    file: `${mark}\n`,
    '.dockerignore': '.cache',
  });
}

interface Image {
  readonly Config: {readonly Labels?: Readonly<Record<string, string>> | null};
}

const SAVED = /Cache: saved (stowage-layers-1-\S+)/;

describeEngines(
  `cache-to: type=gha${why}`,
  (engine) => {
    const isOurs = !isContainerd(engine);

    withService('brings an emptied engine its layers back, and publishes what it would without', async () => {
      const mark = unique();
      const directory = project(mark, 'sleep 1');
      const first = await job(engine, directory, GHA);
      if (isOurs) expect(first.log).toMatch(SAVED);
      else expect(first.log).not.toContain('Cache: ');
      expect(withoutMasks(first.log)).not.toContain(service.token);

      await empty(engine, mark, first.main);
      const second = await job(engine, directory, GHA);
      expect(second.main.log).toMatch(/5 steps in .*: all cached/);
      if (isOurs) {
        expect(second.main.log).toMatch(/Cache: restored .* the layers of a build of \d/);
        expect(second.main.log).toContain('Cache: nothing changed, so nothing is saved');
        // What keeps the layers is no part of what is published.
        const {Config} = await askJson<Image>(engine.address, `/images/${second.main.outputs['imageid']}/json`);
        expect(Config.Labels ?? {}).not.toHaveProperty('stowage.layers');
        expect(second.main.outputs['imageid']).toBe(first.main.outputs['imageid']);
      }

      await empty(engine, mark, second.main);
      const lines = readFileSync(join(directory, 'Dockerfile'), 'utf8');
      writeFileSync(join(directory, 'Dockerfile'), `${lines}RUN sleep 1; echo more ${mark}\n`);
      const third = await job(engine, directory, GHA);
      expect(third.main.log).toMatch(/6 steps in .*: 5 cached, 1 run/);
      if (isOurs) expect(third.log).toMatch(SAVED);
      await empty(engine, mark, third.main);
    });
  },
  (engine) => !isPodman(engine),
);

describeEngines(
  'caches that the graph driver does not export',
  (engine) => {
    it('go to a registry and to a directory, and come back', async () => {
      const mark = unique();
      const directory = project(mark, 'true');
      const ref = `${openRegistry.host}/layers/${mark}:max`;
      const to = `type=registry,ref=${ref},mode=max\ntype=local,dest=.cache,mode=max`;
      let last = await job(engine, directory, {'cache-to': to}, {});
      expect(last.log).toMatch(/Cache: pushed [\d.]+ MB to /);
      expect(last.log).toMatch(/Cache: wrote [\d.]+ MB to .*\.cache/);
      for (const from of [ref, 'type=local,src=.cache']) {
        await empty(engine, mark, last.main);
        last = await job(engine, directory, {'cache-from': from}, {});
        expect(last.log).toMatch(/5 steps in .*: all cached/);
      }
      if (isOldDocker(engine)) {
        // Newer ones read the directory themselves, through the session.
        const blobs = join(directory, '.cache', 'blobs', 'sha256');
        const [largest = ''] = readdirSync(blobs).sort(
          (a, b) => statSync(join(blobs, b)).size - statSync(join(blobs, a)).size,
        );
        const bytes = readFileSync(join(blobs, largest));
        bytes[1000] = (bytes[1000] ?? 0) ^ 1;
        writeFileSync(join(blobs, largest), bytes);
        const damaged = await job(engine, directory, {'cache-from': 'type=local,src=.cache'}, {});
        expect(damaged.log).toMatch(/::warning::input cache-from: .* is damaged: blob sha256:\w+ has other bytes/);
        const password = `pass-${mark}`;
        writeFileSync(join(directory, 'Dockerfile'), `FROM ${BASE_IMAGE}\nENV WORD=${password}\n`);
        const login = {registry: 'registry.example.com', username: 'octo', password};
        const leaking = await job(engine, directory, {...login, 'cache-to': 'type=local,dest=.leak'}, {});
        expect(leaking.log).toMatch(/::warning::input cache-to: type=local: .*the environment variable WORD holds/);
        expect(existsSync(join(directory, '.leak'))).toBe(false);
      }
      await empty(engine, mark, last.main);
    });

    it('hold the layers of all platforms', async () => {
      const mark = unique();
      const directory = workspace({
        Dockerfile: `FROM --platform=$BUILDPLATFORM ${BASE_IMAGE} AS one\nARG TARGETARCH\nRUN echo ${mark} $TARGETARCH > /one\nFROM scratch\nCOPY --from=one /one /\n`,
      });
      const image = `${openRegistry.host}/several/${mark}`;
      const inputs = {platforms: 'linux/amd64,linux/arm64', push: 'true', tags: `${image}:1`};
      const to = `type=registry,ref=${image}:cache,mode=max\ntype=local,dest=.cache,mode=max`;
      await job(engine, directory, {...inputs, 'cache-to': to}, {});
      for (const from of [`${image}:cache`, 'type=local,src=.cache']) {
        expect(await forgetTree(engine, mark)).toBe(true);
        const {log} = await job(engine, directory, {...inputs, 'cache-from': from}, {});
        expect(log.match(/steps in .*: all cached/g)).toHaveLength(2);
      }
    });
  },
  (engine) => !isPodman(engine) && !isContainerd(engine),
);

describeEngines(
  `the layers that we keep${why}`,
  (engine) => {
    withService('serve the classic builder as well', async () => {
      const mark = unique();
      const directory = project(mark, 'sleep 1');
      const inputs = {...GHA, 'builder-version': '1'};
      const first = await job(engine, directory, inputs);
      expect(first.log).toMatch(SAVED);
      await removeImage(engine, first.main.outputs['imageid'] ?? '');
      const second = await job(engine, directory, inputs);
      expect(second.log).toMatch(/6 steps in .*: all cached/);
      await removeImage(engine, second.main.outputs['imageid'] ?? '');
    });

    withService('cost no build, whatever becomes of them (hardening E6, E7)', async () => {
      const mark = unique();
      const directory = project(mark, 'sleep 1');
      const temp = workspace({});
      const env = {DOCKER_HOST: engine.address, RUNNER_TEMP: temp, ...service.variables()};
      const scoped = {...GHA, 'cache-to': `type=gha,mode=max,scope=${mark}`, 'cache-from': `type=gha,scope=${mark}`};
      const main = await runAction(scoped, {workspace: directory, env});
      works(main);
      const entry = JSON.parse(main.state['entry_0'] ?? '{}') as {readonly key: string};
      expect(entry.key).toMatch(/^stowage-layers-1-docker20-buildkit-linux\.amd64-[0-9a-f-]+-t\d+k\d+r0$/);
      expect(JSON.stringify(main.state)).not.toContain(service.token);
      /** The post part again, as if nothing was saved before. */
      const save = async (more: Texts, edit = (text: string) => text) => {
        const kept = workspace({});
        cpSync(temp, kept, {recursive: true});
        const state = Object.fromEntries(
          Object.entries(main.state).map(([name, value]) => [name, edit(value.replaceAll(temp, kept))]),
        );
        const post = await runAction(scoped, {workspace: directory, env: {...env, RUNNER_TEMP: kept, ...more}, state});
        works(post);
        expect(readdirSync(kept)).toEqual([]);
        return post.log;
      };
      const restore = async (inputs: Texts = {}, more: Texts = {}) => {
        const run = await runAction(
          {...scoped, ...inputs},
          {workspace: directory, env: {...env, RUNNER_TEMP: workspace({}), ...more}},
        );
        works(run);
        expect(run.log).toMatch(/5 steps in/);
        return run.log;
      };
      const [a, b] = ['a', 'b'].map((branch) => service.variables(service.tokenOf(branch, true)));
      const fork = service.variables(service.tokenOf('fork', false));

      expect(await save(fork)).toMatch(/::warning::the layers were not saved .*cache write denied/);
      service.answer('CreateCacheEntry', 429);
      expect(await save({})).toMatch(/::warning::the layers were not saved .*429/);
      service.answer('CreateCacheEntry', 409);
      expect(await save({})).toContain('Cache: another job is saving the same layers');
      service.answer('CreateCacheEntry', undefined);
      expect(service.keys()).not.toContain(entry.key);

      // What a branch saves, only that branch sees, and what the default branch saves, all.
      expect(await save(a ?? {})).toContain(`Cache: saved ${entry.key}`);
      expect(await restore({}, b)).toContain('Cache: nothing is saved for this build yet');
      expect(await restore({}, a)).toContain('Cache: restored');
      expect(await save({})).toContain(`Cache: saved ${entry.key}`);
      expect(await save({})).toContain('Cache: the same layers are saved already');
      expect(await restore({}, b)).toContain('Cache: restored');
      expect(await restore({}, fork)).toContain('Cache: restored');
      expect(await restore({'cache-from': 'type=gha,scope=other'})).toContain('Cache: nothing is saved');

      service.answer('GetCacheEntryDownloadURL', 429);
      expect(await restore()).toMatch(/::warning::input cache-from: type=gha: nothing could be restored: .*429/);
      service.answer('GetCacheEntryDownloadURL', undefined);
      await service.damage(entry.key);
      expect(await restore()).toMatch(/::warning::input cache-from: type=gha: nothing could be restored: /);

      await empty(engine, mark, main);
      const large = await restore({'cache-max-size': '10k', 'cache-from': ''});
      expect(large).toMatch(/::notice::cache-to: the layers are .* more than cache-max-size/);
    });

    withService('are left alone when they are slower than the build', async () => {
      const mark = unique();
      const directory = project(mark, 'sleep 1');
      const scoped = {...GHA, 'cache-to': `type=gha,scope=${mark}`, 'cache-from': `type=gha,scope=${mark}`};
      const first = await job(engine, directory, scoped);
      const [, key = ''] = SAVED.exec(first.log) ?? [];
      // The download of an entry that is worth it by its key takes longer than a build ever did.
      service.rename(key, key.replace(/-t\d+/, '-t13'));
      service.hold(1500);
      const second = await job(engine, directory, scoped);
      service.hold(0);
      expect(second.log).toMatch(/Cache: restored .* a build of 1\.3s/);
      expect(second.log).toContain(
        'Cache: restoring it took longer than the build, so the next one is told to do without',
      );
      expect(second.log).toMatch(/Cache: saved \S+-t13k\d+r\d+x in/);
      await empty(engine, mark, second.main);
      const third = await job(engine, directory, {...scoped, 'build-args': 'A=1'});
      expect(third.log).toMatch(/Cache: not restored, as .* would take longer than a build of 1\.3s/);
      await empty(engine, mark, third.main);
    });

    it('are not saved by a job that may build code of others (hardening E6)', async () => {
      const mark = unique();
      const token = `e30.${Buffer.from('{"ac": "[]", "exp": 4000000000, "nbf": 1}').toString('base64url')}.sign`;
      const env = {
        GITHUB_EVENT_NAME: 'pull_request_target',
        GITHUB_REF: 'refs/heads/main',
        ACTIONS_RUNTIME_TOKEN: token,
        ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/',
        ACTIONS_CACHE_SERVICE_V2: 'True',
      };
      const {main} = await job(engine, project(mark, 'true'), {'cache-to': 'type=gha'}, env);
      expect(main.log).toContain('a job of the event pull_request_target may build code of others');
      expect(Object.keys(main.state).filter((name) => name.startsWith('entry_'))).toEqual([]);
      await empty(engine, mark, main);
    });
  },
  isOldDocker,
);
