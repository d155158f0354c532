import {expect, it} from '@jest/globals';
import {OUTPUTS} from '../../src/action/outputs.ts';
import {
  ask,
  askJson,
  BASE_IMAGE,
  closedRegistry,
  describeEngines,
  type Engine,
  isContainerd,
  isDockerSince,
  isFirstOfVersion,
  openRegistry,
  registryAuth,
  removeImage,
  runAction,
  unique,
  workspace,
} from '../rig.ts';

const run = (engine: Engine, dockerfile: string, inputs: Readonly<Record<string, string>> = {}) =>
  runAction(inputs, {workspace: workspace({Dockerfile: dockerfile}), env: {DOCKER_HOST: engine.address}});

const failureOf = (log: string) => log.split('\n').find((line) => line.startsWith('::error')) ?? '';

describeEngines(
  'the outcome',
  (engine) => {
    it('of a failed command gets no advice from the words of the command', async () => {
      const {code, log} = await run(
        engine,
        `FROM ${BASE_IMAGE}\nRUN test -z "Error 403: access denied, curl https://x/503" ; exit 3\n`,
      );
      expect(code).toBe(1);
      expect(failureOf(log)).toMatch(/exit code 3$/);
    });

    it('of a timeout is a failure that says so, with every output set and no success in the log', async () => {
      const dockerfile = `FROM ${BASE_IMAGE}\nRUN echo ${unique()}; sleep 8\n`;
      const {code, log, outputs} = await run(engine, dockerfile, {timeout: '2s'});
      expect(code).toBe(1);
      expect(failureOf(log)).toContain('input timeout: the step took longer than 2 s');
      expect(log).not.toMatch(/\d steps? in /);
      expect(Object.keys(outputs)).toEqual([...OUTPUTS]);
      expect(new Set(Object.values(outputs))).toEqual(new Set(['']));
    });

    it('of a push to two registries, one of which refuses, moves no latest anywhere', async () => {
      const repository = `refused/${unique()}`;
      const names = [`${closedRegistry.host}/${repository}:1`, `${openRegistry.host}/${repository}:latest`];
      const {code, log, outputs} = await run(engine, `FROM ${BASE_IMAGE}\n`, {push: 'true', tags: names.join('\n')});
      expect(code).toBe(1);
      expect(failureOf(log)).toContain('not tried, because another reference failed');
      expect(outputs).toMatchObject({digest: '', 'image-refs': '', tags: names.join('\n')});
      expect((await ask(`http://${openRegistry.host}`, `/v2/${repository}/tags/list`)).status).toBe(404);
      for (const name of names) await removeImage(engine, name);
    });

    it('of a private base is an image also when the account is limited to the repository of the base', async () => {
      const path = `scoped/${unique()}`;
      const base = `${closedRegistry.host}/${path}`;
      await ask(engine.address, `/images/${BASE_IMAGE}/tag?repo=${base}&tag=1`, {method: 'POST'});
      const headers = {'x-registry-auth': registryAuth(closedRegistry)};
      await ask(engine.address, `/images/${base}/push?tag=1&tlsVerify=false`, {method: 'POST', headers});
      await removeImage(engine, `${base}:1`);
      const login = `- registry: ${closedRegistry.host}\n  scope: ${path}\n  username: ${closedRegistry.username}\n  password: '${closedRegistry.password}'\n`;
      const {code, log} = await run(engine, `FROM ${base}:1\nRUN echo ${unique()}\n`, {'registry-auth': login});
      expect({code, log}).toMatchObject({code: 0});
    });
  },
  isFirstOfVersion,
);

describeEngines(
  "the builder's warnings",
  (engine) => {
    const annotations = (log: string) => log.split('\n').filter((line) => line.startsWith('::warning'));

    it('are shown with their line, and as annotations', async () => {
      const {code, log} = await run(engine, `FROM ${BASE_IMAGE} as lower\nRUN echo ${unique()}\nENV A \\\n  b\n`);
      expect(code).toBe(0);
      expect(log).toMatch(/warning: Dockerfile:1: FromAsCasing/);
      expect(annotations(log)).toEqual([
        expect.stringMatching(/^::warning file=Dockerfile,line=1,endLine=1::FromAsCasing: .*%0AThe 'as' keyword/),
        expect.stringMatching(/^::warning file=Dockerfile,line=3,endLine=4::LegacyKeyValueFormat: /),
      ]);
    });

    it('are annotated where the Dockerfile is, also one that travels under another name, and of a build that fails', async () => {
      const files = {'docker/web/Dockerfile': `FROM ${BASE_IMAGE} as lower\nRUN exit 3\n`, 'app/x': ''};
      const inputs = {context: 'app', file: 'docker/web/Dockerfile'};
      const {code, log} = await runAction(inputs, {workspace: workspace(files), env: {DOCKER_HOST: engine.address}});
      expect(code).toBe(1);
      expect(annotations(log)).toEqual([expect.stringMatching(/^::warning file=docker\/web\/Dockerfile,line=1,/)]);
      expect(failureOf(log)).toMatch(/^::error file=docker\/web\/Dockerfile,line=2,endLine=2::build failed at /);
    });

    it('are ten annotations at most, which is what the runner shows, and all lines of the log', async () => {
      const lines = Array.from({length: 14}, (_, index) => `ENV A${index} b`);
      const {log} = await run(engine, `FROM ${BASE_IMAGE}\n${lines.join('\n')}\n`);
      expect(annotations(log)).toHaveLength(10);
      expect(log.match(/^warning: Dockerfile:\d+: LegacyKeyValueFormat/gm)).toHaveLength(14);
    });

    it('are no annotations when DOCKER_BUILD_CHECKS_ANNOTATIONS says so', async () => {
      const {code, log} = await runAction(
        {},
        {
          workspace: workspace({Dockerfile: `FROM ${BASE_IMAGE} as lower\n`}),
          env: {DOCKER_HOST: engine.address, DOCKER_BUILD_CHECKS_ANNOTATIONS: 'False'},
        },
      );
      expect(code).toBe(0);
      expect(log).toContain('warning: Dockerfile:1: FromAsCasing');
      expect(annotations(log)).toEqual([]);
    });
  },
  // BuildKit warns since 0.15, which is in Docker 27.
  (engine) => isDockerSince(engine, 27) && isFirstOfVersion(engine),
);

describeEngines(
  'a local base of another platform',
  (engine) => {
    const platforms = 'linux/arm64';

    it('below the target fails the step, although the engine calls the result right', async () => {
      const name = `${unique()}:1`;
      const {code, log} = await run(engine, `FROM ${BASE_IMAGE}\nCOPY Dockerfile /${unique()}\n`, {
        platforms,
        tags: name,
      });
      expect(code).toBe(1);
      expect(failureOf(log)).toContain('InvalidBaseImagePlatform');
      await expect(askJson(engine.address, `/images/${name}/json`)).rejects.toThrow('404');
    });

    it('in a stage of tools is a warning', async () => {
      const dockerfile = `FROM ${BASE_IMAGE} AS tools\nFROM scratch\nCOPY --from=tools /etc/passwd /${unique()}\n`;
      const {code, log} = await run(engine, dockerfile, {platforms});
      expect({code, log}).toMatchObject({code: 0});
      expect(log).toContain('warning: Dockerfile:1: InvalidBaseImagePlatform');
    });
  },
  isContainerd,
);
