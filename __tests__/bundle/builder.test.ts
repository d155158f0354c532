import {networkInterfaces} from 'node:os';
import {expect, it} from '@jest/globals';
import {
  askJson,
  BASE_IMAGE,
  describeEngines,
  type Engine,
  isFirstOfVersion,
  isPodman,
  openRegistry,
  removeImage,
  runAction,
  unique,
  workspace,
} from '../rig.ts';

const run = (engine: Engine, dockerfile: string, inputs: Readonly<Record<string, string>> = {}) =>
  runAction(inputs, {workspace: workspace({Dockerfile: dockerfile, file: 'x\n'}), env: {DOCKER_HOST: engine.address}});

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

    it('honours CPU limits and memory with swap', async () => {
      const files = {
        'cpu/cpu.shares': 'shares',
        'cpu/cpu.cfs_period_us': 'period',
        'cpu/cpu.cfs_quota_us': 'quota',
        'cpuset/cpuset.cpus': 'cpus',
        'memory/memory.memsw.limit_in_bytes': 'swap',
        'cpu.max': 'max',
        'cpuset.cpus': 'cpus',
      };
      const shows = Object.entries(files).map(
        ([path, word]) => `echo "limit ${word} $(cat /sys/fs/cgroup/${path} 2>/dev/null)"`,
      );
      const {code, log} = await run(engine, `FROM ${BASE_IMAGE}\nRUN ${shows.join('; ')}\n`, {
        memory: '128m',
        'memory-swap': '256m',
        'cpu-shares': '512',
        'cpuset-cpus': '0',
        'cpu-period': '50000',
        'cpu-quota': '25000',
        'no-cache': 'true',
      });
      expect({code, log}).toMatchObject({code: 0});
      expect(log).toContain('limit cpus 0');
      // Version 1 of control groups has a file for each, version 2 joins quota and period and turns shares into weights.
      if (/limit max \S/.test(log)) expect(log).toContain('limit max 25000 50000');
      else {
        for (const line of ['shares 512', 'period 50000', 'quota 25000']) expect(log).toContain(`limit ${line}`);
        // Kernels without accounting of swap have no such file, and engines then say so.
        expect(log).toMatch(/limit swap (268435456)?\n/);
      }
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

describeEngines(
  'inputs that shape the build',
  (engine) => {
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

    it('pull: true looks for the base at its registry, and only then', async () => {
      const base = `${openRegistry.host}/pulled/${unique()}`;
      const answer = async (text: string) => {
        const {code, outputs} = await run(engine, `FROM ${BASE_IMAGE}\nRUN echo ${text} > /which\n`, {
          tags: `${base}:1`,
          push: 'true',
        });
        expect({code, digest: outputs['digest']}).toMatchObject({code: 0, digest: expect.stringContaining('sha256:')});
      };
      await answer('registry');
      // The same name, in the engine alone, now means another image.
      expect((await run(engine, `FROM ${BASE_IMAGE}\nRUN echo local > /which\n`, {tags: `${base}:1`})).code).toBe(0);
      const dockerfile = `FROM ${base}:1\nRUN echo "base of the $(cat /which) ${unique()}"\n`;
      const registry = await run(engine, dockerfile, {pull: 'true', 'no-cache': 'true'});
      expect(registry.log).toContain('base of the registry');
      // Pulled by the classic builders, the name has moved back; what BuildKit of the containerd store asks first is its own.
      await removeImage(engine, `${base}:1`);
    });
  },
  isFirstOfVersion,
);
