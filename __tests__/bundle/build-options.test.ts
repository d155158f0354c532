import {expect, it} from '@jest/globals';
import {
  ask,
  askJson,
  BASE_IMAGE,
  describeEngines,
  isFirstOfVersion,
  isPodman,
  removeImage,
  runAction,
  runImage,
  unique,
  workspace,
} from '../rig.ts';

interface Container {
  readonly Id: string;
  readonly Command: string;
}

describeEngines(
  'the bundle builds',
  (engine) => {
    const run = (directory: string, inputs: Readonly<Record<string, string>>) =>
      runAction(inputs, {workspace: directory, env: {DOCKER_HOST: engine.address}});

    it.each(isPodman(engine) ? ['auto'] : ['2', '1'])('quietly, with builder-version %s', async (builder) => {
      const mark = unique();
      const directory = workspace({
        Dockerfile: `FROM ${BASE_IMAGE}\nRUN echo said-${mark}; echo ${mark} > /made\nCMD ["cat", "/made"]\n`,
      });
      const inputs = {tags: `${mark}:1`, quiet: 'true', 'builder-version': builder};
      const {code, log, outputs} = await run(directory, inputs);
      expect({code, log}).toMatchObject({code: 0});
      expect(log).not.toContain(`| said-${mark}`);
      expect(outputs['imageid']).toMatch(/^sha256:[0-9a-f]{64}$/);
      expect(await runImage(engine, `${mark}:1`)).toBe(`${mark}\n`);
      await removeImage(engine, `${mark}:1`);
      const failing = workspace({Dockerfile: `FROM ${BASE_IMAGE}\nRUN echo said-${mark}; exit 3\n`});
      const failed = await run(failing, inputs);
      expect(failed.code).toBe(1);
      // What was held back comes with the failure.
      if (!isPodman(engine)) expect(failed.log).toContain(`said-${mark}`);
    });

    it('and keeps the containers of steps where it is asked to', async () => {
      const mark = unique();
      const directory = workspace({Dockerfile: `FROM ${BASE_IMAGE}\nRUN echo ${mark}\n`});
      const containers = async () =>
        (await askJson<readonly Container[]>(engine.address, '/containers/json?all=1')).filter(({Command}) =>
          Command.includes(mark),
        );
      const kept = await run(directory, {'keep-containers': 'always', 'no-cache': 'true', tags: `${mark}:1`});
      expect({code: kept.code, log: kept.log}).toMatchObject({code: 0});
      if (!isPodman(engine)) {
        expect(kept.log).toMatch(/::notice::the classic builder is taken.*keep-containers/);
        const found = await containers();
        expect(found).toHaveLength(1);
        for (const {Id} of found) await ask(engine.address, `/containers/${Id}?force=1`, {method: 'DELETE'});
      }
      const none = await run(directory, {
        'builder-version': isPodman(engine) ? 'auto' : '1',
        'no-cache': 'true',
        tags: `${mark}:1`,
      });
      expect(none.code).toBe(0);
      expect(await containers()).toEqual([]);
      await removeImage(engine, `${mark}:1`);
    });

    it('and writes a job summary, unless it is told not to', async () => {
      const mark = unique();
      const directory = workspace({Dockerfile: `FROM ${BASE_IMAGE}\nRUN echo ${mark}\nLABEL mark=${mark}\n`});
      const {code, summary, outputs} = await run(directory, {tags: `${mark}:1`});
      expect(code).toBe(0);
      expect(summary).toContain(`### ${mark}:1`);
      expect(summary).toContain(`RUN echo ${mark}`);
      expect(summary).toContain(outputs['imageid']);
      const metadata = JSON.parse(outputs['metadata'] ?? '') as Record<string, unknown>;
      expect(metadata).toMatchObject({'image.platform': expect.stringMatching(/^linux\//), 'image.labels': {mark}});
      expect(metadata['image.layers']).toContainEqual(expect.objectContaining({instruction: `RUN echo ${mark}`}));
      expect(summary).toMatch(/```mermaid\ngantt\n[\s\S]*RUN echo t[0-9a-f]+ \(\d+\.\ds\) :/);
      const env = {DOCKER_HOST: engine.address};
      const inputs = {tags: `${mark}:1`};
      for (const without of [
        await runAction(inputs, {workspace: directory, env: {...env, DOCKER_BUILD_SUMMARY: 'f'}}),
        await runAction({...inputs, summary: 'false'}, {workspace: directory, env}),
      ])
        expect({code: without.code, summary: without.summary}).toEqual({code: 0, summary: ''});
      await removeImage(engine, `${mark}:1`);
    });

    it('and writes one of a build that fails, without secrets (hardening S2, O6)', async () => {
      const mark = unique();
      const directory = workspace({
        'docker/Dockerfile': `FROM ${BASE_IMAGE}\nARG NPM_TOKEN\nRUN echo ${mark}; echo "<b>$NPM_TOKEN</b>"; exit 7\n`,
      });
      const inputs = {file: 'docker/Dockerfile', tags: `${mark}:1`, 'build-args': `NPM_TOKEN=hunter22\nPLAIN=${mark}`};
      const {code, summary} = await run(directory, {
        ...inputs,
        password: 'hunter22',
        username: 'me',
        registry: 'r.example',
      });
      expect(code).toBe(1);
      expect(summary).toContain(`### \u274c ${mark}:1`);
      expect(summary).toContain('failed: exit code 7');
      expect(summary).toContain('` docker/Dockerfile:3 `');
      expect(summary).toMatch(/^> 3 \| RUN echo /m);
      expect(summary).toMatch(/^<b>\*\*\*<\/b>$/m);
      expect(summary).toMatch(/\(failed \d+\.\ds\) :crit, /);
      expect(summary).toContain(`\` NPM_TOKEN=*** \`<br>\` PLAIN=${mark} \``);
      expect(summary).not.toContain('hunter22');
    });
  },
  isFirstOfVersion,
);
