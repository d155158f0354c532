import {afterEach, expect, it} from '@jest/globals';
import {
  BASE_IMAGE,
  describeEngines,
  type Engine,
  engines,
  isContainerd,
  isPodman,
  removeImage,
  runAction,
  unique,
  workspace,
} from '../rig.ts';
import {HTTP2, type Rule, startProxy} from './socket-proxy.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

const isFit = (engine: Engine) => engine.address.startsWith('unix://') && !isPodman(engine);

describeEngines(
  'behind a socket proxy, the bundle',
  (engine) => {
    const build = async (rule: (path: string) => Rule, inputs: Readonly<Record<string, string>> = {}) => {
      const name = `${unique()}:1`;
      const proxy = await startProxy(engine, rule);
      cleanups.push(proxy.close);
      const env = {DOCKER_HOST: proxy.address};
      const files = {
        Dockerfile: `FROM ${BASE_IMAGE}\nCOPY file /file\nRUN cat /file\n`,
        file: name,
      };
      const run = await runAction({tags: name, ...inputs}, {workspace: workspace(files), env});
      await removeImage(engine, name);
      return run;
    };

    if (!isPodman(engine))
      it('builds by POST /build where the proxy refuses the Control API, unless the image would be another one', async () => {
        const rule = (path: string) => (path.endsWith('/grpc') ? 'refuse' : 'pass');
        const asked = await build(rule, {'engine-api': 'solve'});
        expect(asked).toMatchObject({code: 0});
        expect(asked.log).toContain('::notice::the Control API cannot be reached: the upgrade to h2c was refused');
        const needed = await build(rule, {'no-cache-filters': 'a'});
        expect(needed.code).toBe(1);
        expect(needed.log).toMatch(/::error::no-cache-filters: the Control API .* cannot be reached .* POST \/grpc/);
      });

    if (!isPodman(engine))
      it('carries the session by the Control API where the proxy refuses the other way', async () => {
        const rule = (path: string) => (path.endsWith('/session') ? 'refuse' : 'pass');
        const {code, log} = await build(rule, {'engine-api': 'solve'});
        expect({code, log}).toMatchObject({code: 0});
        expect(log).not.toContain('::warning');
      });

    it('builds with a session that the proxy passes on', async () => {
      const {code, log} = await build(() => 'pass');
      expect({code, log}).toMatchObject({code: 0});
      expect(log).not.toContain('::warning');
    });

    it('builds without what it may not ask, and says that it does not know the store', async () => {
      const {code, log} = await build((path) => (/\/(info|version)$/.test(path) ? 'refuse' : 'pass'));
      expect({code, log}).toMatchObject({code: 0});
      expect(log).toContain('image store unknown');
    });

    it.each<[Rule, RegExp]>([
      ['refuse', /::warning::no build session: .*refused/],
      // Ten seconds, which say nothing of the engine.
      ...(engine === engines.find(isFit)
        ? [['swallow', /::warning::no build session: .*not answered within 10 s/] as [Rule, RegExp]]
        : []),
    ])(
      'builds without a session where the proxy would %s the upgrade, with a warning (hardening R7)',
      async (rule, words) => {
        const {code, log} = await build((path) => (path.includes('/session') ? rule : 'pass'));
        expect({code, log}).toMatchObject({code: 0});
        expect(log).toMatch(words);
        expect(log).toContain('The context is sent as a whole, 2 entries');
      },
    );

    it('writes a root file system out of an image where the proxy opens no session to send it', async () => {
      const {code, log, outputs} = await build((path) => (path.includes('/session') ? 'refuse' : 'pass'), {
        tags: '',
        outputs: 'type=tar,dest=root.tar',
      });
      expect({code, log}).toMatchObject({code: 0});
      expect(log).toMatch(/Wrote .*root\.tar/);
      expect(outputs['imageid']).toMatch(/^sha256:/);
      await removeImage(engine, outputs['imageid'] ?? '');
    });

    it('fails where files are to be sent on demand and the proxy opens no session', async () => {
      const {code, log} = await build((path) => (path.includes('/session') ? 'refuse' : 'pass'), {
        'context-transfer': 'sync',
      });
      expect(code).toBe(1);
      expect(log).toMatch(/::error::input context-transfer: the engine opens no build session.*allow it there/);
    });
  },
  isFit,
);

describeEngines(
  'an engine of API 1.53, which takes gRPC on its socket without an upgrade',
  (engine) => {
    const build = async (rule: (path: string) => Rule, inputs: Readonly<Record<string, string>> = {}) => {
      // None of that version can be had here. What answers is real; only the way to it is made to look like that of one.
      const proxy = await startProxy(engine, rule, '1.53');
      cleanups.push(proxy.close);
      const files = {Dockerfile: `FROM ${BASE_IMAGE}\nCOPY file /file\nRUN cat /file\n`, file: unique()};
      const run = await runAction(inputs, {workspace: workspace(files), env: {DOCKER_HOST: proxy.address}});
      expect({code: run.code, log: run.log}).toMatchObject({code: 0});
      return {...run, upgrades: proxy.requests.filter((line) => /\/(grpc|session)$|^HTTP\/2$/.test(line))};
    };
    const refuse =
      (...ends: readonly string[]) =>
      (path: string): Rule =>
        ends.some((end) => path.endsWith(end)) ? 'refuse' : 'pass';
    const solve = {'engine-api': 'solve'};

    it('is asked that way first, for the build and, where upgrades are refused, for its session', async () => {
      const {upgrades} = await build(() => 'pass', solve);
      expect(upgrades).toEqual([HTTP2, 'POST /v1.51/session']);
      const without = await build(refuse('/grpc', '/session'), solve);
      expect(without.log).not.toMatch(/::(warning|notice)::(?!this engine)/);
      expect(without.log).toContain('by its Control API');
      const plain = await build(refuse('/grpc', '/session'));
      expect(plain.log).not.toContain('no build session');
      expect(plain.log).toContain('sent file by file');
      expect(plain.upgrades).toEqual(['POST /v1.51/session', HTTP2]);
    });

    it('is asked by an upgrade where a proxy does not pass that on, and by POST /build where it refuses both', async () => {
      const {upgrades, log} = await build(refuse(HTTP2), solve);
      expect(upgrades.slice(0, 2)).toEqual([HTTP2, 'POST /v1.51/grpc']);
      expect(log).not.toContain('::notice::the Control API');
      const neither = await build(refuse(HTTP2, '/grpc'), solve);
      expect(neither.log).toContain('::notice::the Control API cannot be reached');
    });
  },
  (engine) => engine.address.startsWith('unix://') && isContainerd(engine),
);
