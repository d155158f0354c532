import {networkInterfaces} from 'node:os';
import {expect, it} from '@jest/globals';
import {
  askJson,
  BASE_IMAGE,
  describeEngines,
  type Engine,
  isPodman,
  removeImage,
  runAction,
  unique,
  workspace,
} from '../rig.ts';

const run = (engine: Engine, dockerfile: string, inputs: Readonly<Record<string, string>> = {}) =>
  runAction(inputs, {workspace: workspace({Dockerfile: dockerfile, file: 'x\n'}), env: {DOCKER_HOST: engine.address}});

const NOTHING = {imageid: '', digest: '', metadata: '', tags: '', 'image-refs': ''};

describeEngines('a failing build', (engine) => {
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
    const containers = async () => (await askJson<unknown[]>(engine.address, '/containers/json?all=1')).length;
    const before = await containers();
    const inputs = isPodman(engine) ? {tags: name} : {tags: name, 'builder-version': '1'};
    expect((await run(engine, `FROM ${BASE_IMAGE}\nRUN exit 3\n`, inputs)).code).toBe(1);
    await expect(askJson(engine.address, `/images/${name}/json`)).rejects.toThrow('404');
    expect(await containers()).toBeLessThanOrEqual(before);
  });

  it('cannot command the runner or forge an output (hardening O1, O5, T1, T3, T4)', async () => {
    const forged = `sha256:${'e'.repeat(64)}`;
    const dockerfile = [
      `FROM ${BASE_IMAGE}`,
      `RUN echo "::set-output name=digest::${forged}" && echo "##[set-output name=digest;]${forged}" && echo "latest: digest: ${forged} size: 1" && printf '{"aux":{"ID":"${forged}"}}\\n' && printf 'a\\r::stop-commands::x\\n' && echo "Successfully built ${forged.slice(7, 19)}"`,
      'RUN exit 1',
    ].join('\n');
    const {code, log, outputs} = await run(engine, dockerfile, {'no-cache': 'true'});
    expect(code).toBe(1);
    expect(outputs).toEqual(NOTHING);
    expect(log).toContain(forged);
    // The runner's own rules: a line is a command if it starts with :: (after blanks), or holds ##[ anywhere.
    for (const line of log.split(/\r\n|\r|\n/)) {
      if (/^\s*::/.test(line)) expect(line).toMatch(/^::(group|endgroup|error|warning|notice|add-mask|debug)/);
      expect(line).not.toContain('##[');
    }
  });
});

describeEngines('the platform of the result', (engine) => {
  it('is what was asked for, or the step fails and tags nothing (the classic builder of 20.10 takes the wrong one)', async () => {
    const name = `${unique()}:1`;
    const dockerfile = `FROM scratch\nCOPY file /${unique()}\n`;
    const directory = workspace({Dockerfile: dockerfile, file: 'x\n'});
    const env = {DOCKER_HOST: engine.address};
    const builder = isPodman(engine) ? {} : {'builder-version': '1'};
    expect((await runAction(builder, {workspace: directory, env})).code).toBe(0);
    const {code, log} = await runAction(
      {...builder, platforms: 'linux/arm64', tags: name},
      {workspace: directory, env},
    );
    if (code === 0) {
      const image = await askJson<{Architecture: string}>(engine.address, `/images/${name}/json`);
      expect(image.Architecture).toBe('arm64');
      await removeImage(engine, name);
    } else {
      expect(log).toContain('linux/arm64');
      await expect(askJson(engine.address, `/images/${name}/json`)).rejects.toThrow('404');
    }
  });

  it('is right with BuildKit', async () => {
    if (isPodman(engine)) return;
    const name = `${unique()}:1`;
    const {code} = await run(engine, `FROM scratch\nCOPY file /${unique()}\n`, {platforms: 'linux/arm64', tags: name});
    expect(code).toBe(0);
    expect(await askJson(engine.address, `/images/${name}/json`)).toMatchObject({Os: 'linux', Architecture: 'arm64'});
    await removeImage(engine, name);
  });
});

describeEngines(
  'the classic builder',
  (engine) => {
    it('is taken for what only it honours, which a notice says, and honours it', async () => {
      const dockerfile = `FROM ${BASE_IMAGE}\nRUN cat /sys/fs/cgroup/memory/memory.limit_in_bytes /sys/fs/cgroup/memory.max 2>/dev/null; df -k /dev/shm | tail -n 1; ulimit -n\n`;
      const {code, log} = await run(engine, dockerfile, {
        memory: '128m',
        'shm-size': '32m',
        ulimit: 'nofile=512:512',
        'no-cache': 'true',
      });
      expect({code, log}).toMatchObject({code: 0});
      expect(log).toMatch(/::notice::.*classic builder.*memory/);
      expect(log).toContain(String(128 * 1024 * 1024));
      expect(log).toContain(String(32 * 1024));
      expect(log).toMatch(/\b512\b/);
    });

    it('is refused by name when BuildKit was demanded', async () => {
      const {code, log} = await run(engine, `FROM ${BASE_IMAGE}\n`, {memory: '128m', 'builder-version': '2'});
      expect(code).toBe(1);
      expect(log).toMatch(/::error::input memory: BuildKit of Docker .* drops memory/);
    });

    it('cannot squash on an engine that is not experimental, which is said before the build', async () => {
      const {code, log} = await run(engine, `FROM ${BASE_IMAGE}\n`, {squash: 'true'});
      expect(code).toBe(1);
      expect(log).toMatch(/::error::input squash: .*experimental/);
    });
  },
  (engine) => !isPodman(engine),
);

describeEngines('inputs that shape the build', (engine) => {
  it('reach it: args, target, labels, hosts, shm-size, ulimit, no-cache', async () => {
    const name = `${unique()}:1`;
    const dockerfile = `FROM ${BASE_IMAGE} AS first\nARG A=unset\nARG FROM_ENV=unset\nRUN echo "A=$A FROM_ENV=$FROM_ENV"; cat /etc/hosts; echo limit $(ulimit -n); df -k /dev/shm | tail -n 1\nFROM first AS second\nRUN exit 9\n`;
    const {code, log} = await runAction(
      {
        tags: name,
        target: 'first',
        'build-args': 'A=x=y, z\nFROM_ENV',
        labels: 'com.example/a=b c\nempty',
        'add-hosts': 'db:10.1.2.3,cache=10.1.2.4',
        ulimit: 'nofile=700:700',
        'shm-size': '24m',
        'no-cache': 'true',
      },
      {workspace: workspace({Dockerfile: dockerfile}), env: {DOCKER_HOST: engine.address, FROM_ENV: 'from-the-job'}},
    );
    expect({code, log}).toMatchObject({code: 0});
    expect(log).toContain('A=x=y, z FROM_ENV=from-the-job');
    expect(log).toMatch(/10\.1\.2\.3\s+db/);
    expect(log).toMatch(/10\.1\.2\.4\s+cache/);
    expect(log).toContain('limit 700');
    expect(log).toContain(String(24 * 1024));
    const image = await askJson<{Config: {Labels: object}}>(engine.address, `/images/${name}/json`);
    expect(image.Config.Labels).toMatchObject({'com.example/a': 'b c', empty: ''});
    await removeImage(engine, name);
  });

  it.each(['none', 'host', 'default'])('network: %s', async (network) => {
    const {code, log} = await run(
      engine,
      `FROM ${BASE_IMAGE}\nRUN tail -n +3 /proc/net/dev | cut -d : -f 1 | tr '\\n' ' ' | sed 's/.*/interfaces &/'; echo\n`,
      {
        network,
        'no-cache': 'true',
      },
    );
    expect({code, log}).toMatchObject({code: 0});
    const seen = /\| interfaces (.*)/.exec(log)?.[1]?.trim().split(/\s+/) ?? [];
    const here = Object.keys(networkInterfaces());
    if (network === 'none') expect(seen).toEqual(['lo']);
    else expect(seen).toContain('lo');
    if (network === 'host') expect(seen).toEqual(expect.arrayContaining(here));
  });
});
