/** One step, several platforms, on every engine: what the registries hold, and that it can be pulled by platform. */
import {readdirSync} from 'node:fs';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {member} from '../archive/tars.ts';
import {missingForTokens, PASSWORD, startTokenRegistry, type TokenRegistry, USER} from '../registry/token-registry.ts';
import {
  type Account,
  ask,
  askJson,
  BASE_IMAGE,
  closedRegistry,
  describeEngines,
  type Engine,
  engines,
  isContainerd,
  isPodman,
  manifestOf,
  openRegistry,
  removeImage,
  runAction,
  unique,
  withoutMasks,
  workspace,
} from '../rig.ts';
import {pushBase, tagsOf} from './other-tool.ts';
import {pull} from './pull-back.ts';
import {startProxy} from './socket-proxy.ts';

const PLATFORMS = ['linux/amd64', 'linux/arm64', 'linux/arm/v7'];
const FILES = {
  Dockerfile: 'ARG BASE\nFROM $BASE\nARG TARGETARCH\nCOPY data /data\nLABEL built-for=$TARGETARCH\n',
  data: unique(),
};
const login = {
  registry: closedRegistry.host,
  username: closedRegistry.username,
  password: closedRegistry.password,
};

const bases = `platforms/${unique()}`;
let base = '';
let tokens: TokenRegistry | undefined;
beforeAll(async () => {
  if (openRegistry.host === '') return;
  base = await pushBase(openRegistry, bases, PLATFORMS);
  if (missingForTokens === undefined) tokens = await startTokenRegistry();
}, 30_000);
afterAll(async () => tokens?.[Symbol.asyncDispose]());

interface Index {
  readonly mediaType: string;
  readonly manifests: readonly {
    readonly digest: string;
    readonly platform: {readonly os: string; readonly architecture: string; readonly variant?: string};
  }[];
}

const failure = (log: string) => log.split('\n').find((line) => line.startsWith('::error')) ?? '';

const names = ({manifests}: Index) =>
  manifests.map(({platform: {os, architecture, variant}}) => [os, architecture, variant].filter(Boolean).join('/'));

/** Inputs for the registry with tokens, where there is one. */
const tokenLogin = (): Record<string, string> => {
  if (tokens === undefined) return {};
  const {host, tokenServer} = tokens;
  const auth = {registry: host, username: USER, password: PASSWORD};
  return {'registry-auth': JSON.stringify([auth]), 'token-servers': tokenServer.host};
};

async function heldWithToken(repository: string): Promise<string> {
  const authorization = `Bearer ${tokens?.token(`repository:${repository}:pull`)}`;
  const accept = 'application/vnd.docker.distribution.manifest.list.v2+json';
  const url = `http://${tokens?.host}/v2/${repository}/manifests/latest`;
  return (await fetch(url, {headers: {authorization, accept}})).text();
}

/** Names in the engine that begin so. Podman fails to list images while another test deletes one. */
async function imagesNamed(engine: Engine, start: string): Promise<readonly string[]> {
  const list = () => askJson<{RepoTags: string[] | null}[]>(engine.address, '/images/json');
  const images = await list().catch(list).catch(list);
  return images.flatMap(({RepoTags}) => RepoTags ?? []).filter((name) => name.startsWith(start));
}

describeEngines('a build for several platforms', (engine) => {
  const build = (inputs: Record<string, string>, address = engine.address, files = FILES) =>
    runAction(
      {platforms: PLATFORMS.join(), 'build-args': `BASE=${base}`, ...inputs},
      {workspace: workspace(files), env: {DOCKER_HOST: address}},
    );

  it('is one index under all tags, the same in every registry and again, with no tag besides, pulled by platform', async () => {
    const repository = `team/${unique()}`;
    const places: readonly Account[] = [closedRegistry, openRegistry];
    const hosts = [...places.map(({host}) => host), ...(tokens ? [tokens.host] : [])];
    const tags = hosts.flatMap((host) => ['1.0', 'latest'].map((tag) => `${host}/${repository}:${tag}`));
    const proxy = await startProxy(engine);
    const inputs = {...login, ...tokenLogin(), push: 'true', tags: tags.join('\n')};
    // Of no other test, as the images of those may be in the engine.
    const files = {...FILES, data: unique()};
    const first = await build(inputs, proxy.address, files);
    proxy.close();
    expect({code: first.code, log: first.log}).toMatchObject({code: 0});
    // BuildKit asks for the files once, whatever the number of platforms.
    expect(first.log.match(/: (?:Sent|Nothing new to send) /g) ?? []).toHaveLength(isPodman(engine) ? 0 : 1);
    const {digest = ''} = first.outputs;
    const second = await build(inputs, engine.address, files);
    expect({code: second.code, log: second.log}).toMatchObject({code: 0});
    expect(second.outputs['digest']).toBe(digest);
    expect(first.outputs).toMatchObject({imageid: digest, tags: tags.join('\n'), pushed: tags.join('\n'), failed: ''});
    const held = await manifestOf(closedRegistry, repository, '1.0');
    expect(held.headers['docker-content-digest']).toBe(digest);
    const index = JSON.parse(held.text) as Index;
    expect(names(index)).toEqual(['linux/amd64', 'linux/arm/v7', 'linux/arm64']);
    for (const registry of places) {
      expect(await tagsOf(registry, repository)).toEqual(['1.0', 'latest']);
      for (const tag of ['1.0', 'latest']) expect((await manifestOf(registry, repository, tag)).text).toBe(held.text);
    }
    if (tokens !== undefined) expect(await heldWithToken(repository)).toBe(held.text);
    const digests = JSON.parse(first.outputs['digests'] ?? '') as Record<string, {digest: string; imageid: string}>;
    expect(Object.keys(digests)).toEqual(PLATFORMS);
    // Where the builder pushes as it builds the engine is asked for no push; nothing stays there in any case, but that
    // images are the cache of Podman.
    expect(proxy.requests.some((line) => line.includes('/push?'))).toBe(!isContainerd(engine));
    for (const {imageid} of Object.values(digests))
      expect((await ask(engine.address, `/images/${imageid}/json`)).status).toBe(isPodman(engine) ? 200 : 404);
    for (const {digest: child, platform} of index.manifests) {
      await pull(engine, closedRegistry, repository, child);
      const name = `${closedRegistry.host}/${repository}@${child}`;
      const image = await askJson<{Architecture: string; Config: {Labels: object}}>(
        engine.address,
        `/images/${name}/json`,
      );
      expect(image.Architecture).toBe(platform.architecture);
      expect(image.Config.Labels).toMatchObject({'built-for': platform.architecture});
      expect(Object.values(digests).map(({digest: known}) => known)).toContain(child);
      await removeImage(engine, name);
    }
    // The engine pushes to us, and never sees the password (hardening S8).
    const auths = proxy.headers.filter((line) => /^x-registry-(?:auth|config):/i.test(line));
    const decoded = auths.map((line) => Buffer.from(line.replace(/^.*: /, ''), 'base64').toString('utf8'));
    expect(decoded.length).toBeGreaterThan(0);
    expect(`${decoded.join()} ${proxy.sent().toString('latin1')}`).not.toContain(closedRegistry.password);
    expect(withoutMasks(first.log)).not.toContain(closedRegistry.password);
    // No name of the relay stays, and nothing was named here.
    const relayed = proxy.requests
      .map((line) => decodeURIComponent(/\/tag\?repo=([^&]+)/.exec(line)?.[1] ?? ''))
      .filter((name) => /\/n[0-9a-f]{32}\//.test(name));
    expect(relayed).toHaveLength(isContainerd(engine) ? 0 : PLATFORMS.length);
    for (const name of relayed) expect(await imagesNamed(engine, name)).toEqual([]);
    expect(await imagesNamed(engine, `${closedRegistry.host}/${repository}`)).toEqual([]);
  });

  it('is what three jobs make that push by digest, and the merge of their outputs alone (and by archive as well)', async () => {
    const repository = `matrix/${unique()}`;
    const place = `${closedRegistry.host}/${repository}`;
    const jobs = await Promise.all(
      PLATFORMS.map((platform) => build({...login, platforms: platform, 'push-by-digest': 'true', tags: place})),
    );
    for (const {code, log} of jobs) expect({code, log}).toMatchObject({code: 0});
    expect(await tagsOf(closedRegistry, repository)).toEqual([]);
    expect(jobs.map(({outputs}) => outputs['pushed'])).toEqual(['', '', '']);
    // As an expression makes it of the outputs of a job.
    const needs = {
      build: {result: 'success', outputs: Object.fromEntries(jobs.map(({outputs}, at) => [at, outputs['descriptor']]))},
    };
    const merged = await runAction(
      {...login, descriptors: JSON.stringify(needs), tags: `${place}:1`, platforms: PLATFORMS.join()},
      {workspace: workspace({}), action: 'merge'},
    );
    expect({code: merged.code, log: merged.log}).toMatchObject({code: 0});
    const single = await build({...login, push: 'true', tags: `${place}:2`});
    expect(single.outputs['digest']).toBe(merged.outputs['digest']);
    expect(await tagsOf(closedRegistry, repository)).toEqual(['1', '2']);
    // An engine that does not get to this machine.
    const proxy = await startProxy(engine, (path) => (/\/distribution\/|\/push\?/.test(path) ? 'refuse' : 'pass'));
    const far = await build({...login, push: 'true', tags: `${place}:far`}, proxy.address);
    proxy.close();
    expect({code: far.code, log: far.log}).toMatchObject({code: 0});
    expect(far.log).toContain('does not reach this machine');
    const index = JSON.parse((await manifestOf(closedRegistry, repository, 'far')).text) as Index;
    expect(names(index)).toEqual(['linux/amd64', 'linux/arm/v7', 'linux/arm64']);
    const child = index.manifests[1]?.digest ?? '';
    await pull(engine, closedRegistry, repository, child);
    expect(await askJson(engine.address, `/images/${place}@${child}/json`)).toMatchObject({Architecture: 'arm'});
    await removeImage(engine, `${place}@${child}`);
  });

  it('stays in the engine without a push: an index where that can be, else a name for each platform', async () => {
    const name = `${unique()}:kept`;
    const {code, log, outputs} = await build({tags: name, platforms: 'linux/amd64,linux/arm64'});
    expect({code, log}).toMatchObject({code: 0});
    const tags = outputs['tags']?.split('\n') ?? [];
    const isContainerd = engine.facts.store === 'containerd';
    expect(tags).toEqual(isContainerd ? [name] : [`${name}-linux-amd64`, `${name}-linux-arm64`]);
    expect(outputs['digest']).toMatch(isContainerd ? /^sha256:/ : /^$/);
    if (isContainerd) {
      const {Manifests} = await askJson<{
        Manifests: {Available: boolean; ImageData?: {Platform: {architecture: string}}}[];
      }>(engine.address, `/images/${name}/json?manifests=1`);
      const there = Manifests.filter(({Available}) => Available).map(({ImageData}) => ImageData?.Platform.architecture);
      expect(there.sort()).toEqual(['amd64', 'arm64']);
      // Pushed as it is by the engine, it is the index that a push of ours writes.
      const place = `${openRegistry.host}/kept/${unique()}`;
      await ask(engine.address, `/images/${name}/tag?repo=${place}&tag=1`, {method: 'POST'});
      await ask(engine.address, `/images/${place}/push?tag=1`, {method: 'POST', headers: {'x-registry-auth': 'e30='}});
      const ours = await build({push: 'true', tags: `${place}:2`, platforms: 'linux/arm64,linux/amd64'});
      expect(ours.outputs['digest']).toBe(outputs['digest']);
      await removeImage(engine, `${place}:1`);
    } else
      for (const [at, architecture] of ['amd64', 'arm64'].entries())
        expect(await askJson(engine.address, `/images/${tags[at]}/json`)).toMatchObject({Architecture: architecture});
    for (const tag of tags) await removeImage(engine, tag);
  });

  it('says what to do when a step runs what the engine cannot, and when a base is for another platform', async () => {
    // As much of a program for S/390 as a kernel looks at; nobody registers an emulator for it by chance.
    const program = Buffer.alloc(64);
    program.write('\x7fELF', 'latin1');
    program.set([2, 2, 1], 4);
    program.writeUInt16BE(2, 16);
    program.writeUInt16BE(22, 18);
    const shell = [member('bin/', '', {type: '5', mode: 0o755}), member('bin/sh', program, {mode: 0o755})];
    const foreign = await pushBase(openRegistry, `platforms/${unique()}`, ['linux/amd64', 'linux/s390x'], shell);
    const running = await runAction(
      {platforms: 'linux/s390x', tags: `${unique()}:no`},
      {workspace: workspace({Dockerfile: `FROM ${foreign}\nRUN true\n`}), env: {DOCKER_HOST: engine.address}},
    );
    expect(running.code).toBe(1);
    expect(failure(running.log)).toMatch(/docker\/setup-qemu-action.* engines.*stowage\/stowage\/merge/);
    const wrong = await runAction(
      {platforms: 'linux/amd64,linux/arm64', tags: `${unique()}:no`},
      {workspace: workspace({Dockerfile: `FROM ${BASE_IMAGE}\nCOPY . /c\n`}), env: {DOCKER_HOST: engine.address}},
    );
    expect(wrong.code).toBe(1);
    expect(failure(wrong.log)).toContain('linux/arm64: ');
  });

  it('stops at the first platform that fails, with nothing in the registry', async () => {
    const place = `team/${unique()}`;
    const {code, log, outputs} = await build({
      push: 'true',
      tags: `${openRegistry.host}/${place}:1`,
      platforms: 'linux/amd64,linux/s390x',
    });
    expect(code).toBe(1);
    expect(failure(log)).toContain('linux/s390x: ');
    expect(outputs).toMatchObject({digest: '', pushed: ''});
    expect(await tagsOf(openRegistry, place)).toEqual([]);
  });
});

describeEngines(
  'engines by platform',
  (engine) => {
    const other = engines.find((it) => it.name !== engine.name && !isPodman(it));
    const build = (inputs: Record<string, string>) =>
      runAction(
        {'build-args': `BASE=${base}`, push: 'true', ...inputs},
        {workspace: workspace(FILES), env: {DOCKER_HOST: engine.address}},
      );
    const test = other === undefined ? it.skip : it;

    test('build at the same time, for one index', async () => {
      const place = `${openRegistry.host}/engines/${unique()}`;
      const {code, log, outputs} = await build({
        engines: `linux/arm64=${other?.address}`,
        platforms: 'linux/amd64,linux/arm64',
        tags: `${place}:1`,
      });
      expect({code, log}).toMatchObject({code: 0});
      expect(log.match(/^Engine: /gm)).toHaveLength(2);
      expect(Object.keys(JSON.parse(outputs['digests'] ?? ''))).toEqual(['linux/amd64', 'linux/arm64']);
    });

    test('build a single platform, too, and no other engine is asked', async () => {
      const place = `${openRegistry.host}/engines/${unique()}`;
      const {code, log, outputs} = await runAction(
        {
          ...{'build-args': `BASE=${base}`, push: 'true', tags: `${place}:1`},
          ...{engines: `linux/arm64=${engine.address}`, platforms: 'linux/arm64'},
        },
        {workspace: workspace(FILES), env: {DOCKER_HOST: 'unix:///nowhere.sock'}},
      );
      expect({code, log}).toMatchObject({code: 0});
      expect(log).toContain(`at ${engine.address} (input engines)`);
      expect(Object.keys(JSON.parse(outputs['digests'] ?? ''))).toEqual(['linux/arm64']);
      await removeImage(engine, `${place}:1`);
    });

    test('are rid by the post part of what a step left that was killed while one pushed (hardening L4)', async () => {
      const repository = `engines/${unique()}`;
      const temp = workspace({});
      let kill: (signal: NodeJS.Signals) => void = () => {};
      const proxy = await startProxy(other as Engine, (path) => {
        if (path.includes('/push?')) kill('SIGKILL');
        return 'pass';
      });
      const inputs = {
        ...{'build-args': `BASE=${base}`, push: 'true', tags: `${openRegistry.host}/${repository}:1`},
        ...{engines: `linux/arm64=${proxy.address}`, platforms: 'linux/amd64,linux/arm64'},
      };
      const options = {workspace: workspace(FILES), env: {DOCKER_HOST: engine.address, RUNNER_TEMP: temp}};
      const onLog = (_: string, killing: typeof kill) => {
        kill = killing;
      };
      const {code, state} = await runAction(inputs, {...options, onLog});
      expect(code).toBe(137);
      const relayed = Object.values(state).find((text) => text.startsWith('127.0.0.1:')) ?? '';
      expect(await imagesNamed(other as Engine, relayed)).toEqual([relayed]);
      expect(readdirSync(temp)).toHaveLength(1);
      const post = await runAction(inputs, {...options, state});
      proxy.close();
      expect({code: post.code, log: post.log}).toMatchObject({code: 0});
      expect(post.log).not.toContain('::warning');
      expect(await imagesNamed(other as Engine, relayed)).toEqual([]);
      expect(readdirSync(temp)).toEqual([]);
      expect(await tagsOf(openRegistry, repository)).toEqual([]);
    });

    test('stop each other when one fails', async () => {
      const repository = `engines/${unique()}`;
      const {code, log, milliseconds} = await build({
        engines: 'linux/arm64=unix:///nowhere.sock',
        platforms: 'linux/amd64,linux/arm64',
        tags: `${openRegistry.host}/${repository}:1`,
      });
      expect(code).toBe(1);
      expect(failure(log)).toContain('linux/arm64: ');
      expect(failure(log)).toContain('/nowhere.sock');
      expect(milliseconds).toBeLessThan(15_000);
      expect(await tagsOf(openRegistry, repository)).toEqual([]);
    });
  },
  ({name}) => name === engines.find((engine) => !isPodman(engine))?.name,
);

describe('inputs of several platforms', () => {
  it.each<readonly [string, Record<string, string>, string]>([
    ['a tag for a push by digest', {'push-by-digest': 'true', tags: 'a/b:1'}, 'input tags: "a/b:1" has a tag'],
    ['a file without its platform', {outputs: 'type=docker,dest=x.tar'}, 'input outputs: 2 platforms are built'],
    ['a source that is no build', {source: 'image', image: 'a'}, 'input platforms: 2 platforms are named'],
    ['an engine for nothing', {engines: 'linux/arm64'}, 'input engines: "linux/arm64" does not say'],
    ['an engine that is none', {engines: 'linux/arm64=tcp://1.2.3.4:2375'}, 'input engines: '],
  ])('%s is an error before any work', async (_, inputs, message) => {
    const {code, log} = await runAction(
      {platforms: 'linux/amd64,linux/arm64', ...inputs},
      {workspace: workspace(FILES), env: {DOCKER_HOST: 'unix:///nowhere.sock'}},
    );
    expect(code).toBe(1);
    expect(failure(log)).toContain(message);
  });
});
