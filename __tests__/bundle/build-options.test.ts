import {expect, it} from '@jest/globals';
import {
  ask,
  askJson,
  BASE_IMAGE,
  describeEngines,
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

describeEngines('the bundle builds', (engine) => {
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
    const without = await runAction(
      {tags: `${mark}:1`},
      {workspace: directory, env: {DOCKER_HOST: engine.address, DOCKER_BUILD_SUMMARY: 'false'}},
    );
    expect(without.summary).toBe('');
    await removeImage(engine, `${mark}:1`);
  });
});
