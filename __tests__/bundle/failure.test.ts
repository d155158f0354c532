import {expect, it} from '@jest/globals';
import {OUTPUTS} from '../../src/action/outputs.ts';
import {
  ask,
  askJson,
  BASE_IMAGE,
  describeEngines,
  type Engine,
  isFirstOfVersion,
  isPodman,
  removeImage,
  runAction,
  unique,
  workspace,
} from '../rig.ts';

const run = (engine: Engine, dockerfile: string, inputs: Readonly<Record<string, string>> = {}) =>
  runAction(inputs, {workspace: workspace({Dockerfile: dockerfile, file: 'x\n'}), env: {DOCKER_HOST: engine.address}});

const NOTHING = Object.fromEntries(OUTPUTS.map((name) => [name, '']));

describeEngines(
  'a failing build',
  (engine) => {
    it('ends the log with the instruction, the exit code and the last lines', async () => {
      const mark = unique();
      const {code, log, outputs} = await run(engine, `FROM ${BASE_IMAGE}\nRUN echo ${mark}-output; exit 7\n`);
      expect(code).toBe(1);
      const end = log.slice(log.lastIndexOf('::endgroup::'));
      expect(end).toContain('RUN echo');
      expect(end).toContain(`${mark}-output`);
      expect(end).toMatch(/exit (code|status)[:]? 7/);
      expect(end).toContain('::error');
      expect(outputs).toEqual(NOTHING);
    });

    it.each([
      ['a file that is not in the context', 'COPY nope /\n', /nope/],
      ['a syntax error', 'COPPY a b\n', /COPPY/],
      ['a base image of a registry that is down', '', /127\.0\.0\.1:1/],
    ])('%s is named', async (_, line, words) => {
      const base = line === '' ? '127.0.0.1:1/none/at-all:1' : BASE_IMAGE;
      const {code, log, outputs} = await run(engine, `FROM ${base}\n${line}`);
      expect(code).toBe(1);
      expect(log.split('\n').find((text) => text.startsWith('::error'))).toMatch(words);
      expect(outputs).toEqual(NOTHING);
    });

    it('leaves no tag, and no container behind (hardening L3)', async () => {
      const name = `${unique()}:1`;
      // Other tests use the engine at the same time, so ours is known by a word in its command or in its image's name.
      const mark = unique();
      const base = `localhost/${mark}:1`;
      await ask(engine.address, `/images/${BASE_IMAGE}/tag?repo=localhost/${mark}&tag=1`, {method: 'POST'});
      const inputs = isPodman(engine) ? {tags: name} : {tags: name, 'builder-version': '1'};
      const {code, log} = await run(engine, `FROM ${base}\nRUN : ${mark}; exit 3\n`, inputs);
      await removeImage(engine, base);
      expect(code).toBe(1);
      expect(log).toContain(`RUN : ${mark}`);
      await expect(askJson(engine.address, `/images/${name}/json`)).rejects.toThrow('404');
      // Podman lists the containers of builds only as external ones.
      const all = isPodman(engine) ? '/v4.0.0/libpod/containers/json?all=true&external=true' : '/containers/json?all=1';
      const containers = await askJson<readonly unknown[]>(engine.address, all);
      expect(containers.filter((container) => JSON.stringify(container).includes(mark))).toEqual([]);
    });

    it('cannot command the runner or forge an output (hardening O1, O5, T1, T3, T4)', async () => {
      const forged = `sha256:${'e'.repeat(64)}`;
      const dockerfile = [
        `FROM ${BASE_IMAGE}`,
        `RUN echo "::set-output name=digest::${forged}" && echo "##[set-output name=digest;]${forged}" && echo "latest: digest: ${forged} size: 1" && printf '{"aux":{"ID":"${forged}"}}\\n' && printf 'a\\r::stop-commands::x\\n' && echo "Successfully built ${forged.slice(7, 19)}"`,
        // Its lines are shown, too.
        '# ##[set-output name=digest;]x',
        'RUN exit 1; : \\',
        '# ::stop-commands::x',
        '  ::set-output name=digest::x',
      ].join('\n');
      const {code, log, outputs} = await run(engine, dockerfile, {'no-cache': 'true'});
      expect(code).toBe(1);
      expect(outputs).toEqual(NOTHING);
      expect(log).toContain(forged);
      expect(log).toMatch(/^\| > \d \| {3}::set-output/m);
      // The runner's own rules: a line is a command if it starts with :: (after blanks), or holds ##[ anywhere.
      for (const line of log.split(/\r\n|\r|\n/)) {
        if (/^\s*::/.test(line)) expect(line).toMatch(/^::(group|endgroup|error|warning|notice|add-mask|debug)/);
        expect(line).not.toContain('##[');
      }
    });
  },
  isFirstOfVersion,
);
