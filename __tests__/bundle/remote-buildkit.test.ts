/** Builds on BuildKits of their own: real ones, where the program and what it needs are on the machine. */
import {copyFileSync, existsSync, mkdirSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, describe, expect, it} from '@jest/globals';
import {type BuildKitD, missingBuildKit, startBuildKit} from '../../scripts/rig/buildkitd.ts';
import {
  type ActionRun,
  ask,
  askJson,
  BASE_IMAGE,
  closedRegistry,
  engines,
  isPodman,
  openRegistry,
  removeImage,
  runAction,
  unique,
  workspace,
} from '../rig.ts';

const missing = missingBuildKit() ?? (engines.length === 0 ? 'no engine and registries: run script/test' : undefined);
const base = `${openRegistry.host}/base/buildkit:1`;
const engine = engines.find((candidate) => !isPodman(candidate));

const run = (
  directory: string,
  inputs: Readonly<Record<string, string>>,
  more: Parameters<typeof runAction>[1]['env'] = {},
) => runAction(inputs, {workspace: directory, env: {DOCKER_HOST: 'unix:///nowhere/docker.sock', ...more}});
const works = ({code, log}: ActionRun) => expect(code === 0 ? '' : log).toBe('');
const failure = ({log}: ActionRun) =>
  log
    .split('\n')
    .filter((line) => line.startsWith('::error'))
    .join('\n');
const tagsOf = async (repository: string) =>
  (
    await askJson<{tags: readonly string[]}>(`http://${openRegistry.host}`, `/v2/${repository}/tags/list`)
  ).tags.toSorted();
interface Manifest {
  readonly mediaType?: string;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly manifests?: readonly (Manifest & {readonly digest: string; readonly platform: unknown})[];
}
const manifestOf = async (repository: string, reference: string) =>
  JSON.parse(
    (
      await ask(`http://${openRegistry.host}`, `/v2/${repository}/manifests/${reference}`, {
        headers: {accept: 'application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json'},
      })
    ).text,
  ) as Manifest;

const certificates = (): string => {
  const directory = join(workspace({}), 'certs');
  mkdirSync(directory);
  const names = {
    'ca.pem': 'ca.pem',
    'client.pem': 'cert.pem',
    'client-key.pem': 'key.pem',
    'server.pem': 'server.pem',
    'server-key.pem': 'server-key.pem',
  };
  for (const [from, to] of Object.entries(names))
    copyFileSync(new URL(`../fixtures/tls/${from}`, import.meta.url), join(directory, to));
  return directory;
};

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

(missing === undefined ? describe : describe.skip)(
  `a BuildKit of its own${missing === undefined ? '' : ` (skipped: ${missing})`}`,
  () => {
    let one: BuildKitD;
    let two: BuildKitD;
    let secure: BuildKitD;
    beforeAll(async () => {
      const plainRegistries = [openRegistry.host, closedRegistry.host];
      [one, two, secure] = await Promise.all([
        startBuildKit({plainRegistries}),
        startBuildKit({plainRegistries}),
        startBuildKit({plainRegistries, tls: certificates()}),
      ]);
      const [repository = ''] = base.split(/:1$/);
      await ask(engine?.address ?? '', `/images/${BASE_IMAGE}/tag?repo=${repository}&tag=1`, {method: 'POST'});
      await ask(engine?.address ?? '', `/images/${repository}/push?tag=1`, {
        method: 'POST',
        headers: {'x-registry-auth': 'e30='},
      });
    }, 60_000);
    afterAll(async () => {
      await Promise.all([one, two, secure].map((node) => node?.stop()));
      if (engine !== undefined) await removeImage(engine, base);
    });

    it.each(['socket', 'tcp'] as const)('builds and pushes by its %s, with no engine anywhere', async (way) => {
      const mark = unique();
      const repository = `remote/${mark}`;
      const directory = workspace({Dockerfile: `FROM ${base}\nCOPY f /f\nRUN echo ${mark}\n`, f: mark});
      const tags = [`${openRegistry.host}/${repository}:1`, `${openRegistry.host}/${repository}:latest`].join();
      const result = await run(directory, {builder: one[way], tags, push: 'true', labels: 'a=b'});
      works(result);
      expect(result.log).toMatch(/Builder: BuildKit.* at buildkit/);
      expect(result.log).toContain(`| ${mark}`);
      expect(await tagsOf(repository)).toEqual(['1', 'latest']);
      const {status, headers} = await ask(
        `http://${openRegistry.host}`,
        `/v2/${repository}/manifests/${result.outputs['digest']}`,
        {
          headers: {
            accept: 'application/vnd.docker.distribution.manifest.v2+json, application/vnd.oci.image.manifest.v1+json',
          },
        },
      );
      expect(status).toBe(200);
      expect(headers['docker-content-digest']).toBe(result.outputs['digest']);
      expect(JSON.parse(result.outputs['metadata'] ?? '')).toMatchObject({
        'image.labels': {a: 'b'},
        'image.platform': 'linux/amd64',
      });
    });

    it('speaks mutual TLS, and to no one with another certificate (hardening R1)', async () => {
      const directory = workspace({Dockerfile: `FROM ${base}\nRUN true\n`});
      works(await run(directory, {builder: secure.tcp, 'builder-certs': certificates()}));
      works(await run(directory, {'docker-host': secure.tcp}, {DOCKER_CERT_PATH: certificates()}));
      const bare = certificates();
      for (const name of ['cert.pem', 'key.pem']) rmSync(join(bare, name));
      for (const certs of [bare, '']) {
        const refused = await run(directory, {builder: secure.tcp, ...(certs && {'builder-certs': certs})});
        expect(refused.code).toBe(1);
        expect(failure(refused)).toContain('no builder answers: buildkit://127.0.0.1:');
      }
      const plain = await run(directory, {builder: 'buildkit://build.example.com'});
      expect(failure(plain)).toMatch(/input builder: .*without TLS.*builder-certs/);
    });

    it('builds nothing when an image of the same inputs is there, and needs no builder for that', async () => {
      const place = `${openRegistry.host}/remote/${unique()}`;
      const directory = workspace({Dockerfile: `FROM ${base}\nCOPY f /f\n`, f: place});
      const inputs = {push: 'true', 'skip-unchanged': 'true', platforms: 'linux/amd64'};
      const built = await run(directory, {...inputs, builder: one.socket, tags: `${place}:1`});
      works(built);
      const nowhere = 'buildkit+unix:///nowhere.sock';
      const reused = await run(directory, {...inputs, builder: nowhere, tags: `${place}:2`, 'skip-from': `${place}:1`});
      works(reused);
      expect(built.outputs['reused']).toBe('false');
      expect(reused.outputs).toMatchObject({reused: 'true', digest: built.outputs['digest'], pushed: `${place}:2`});
    });

    it('logs in for what it pulls and pushes, and tells of a failure by its line', async () => {
      const mark = unique();
      const {host, username, password} = closedRegistry;
      const directory = workspace({Dockerfile: `FROM ${base}\nRUN echo ${mark}\n`});
      const inputs = {builder: one.socket, tags: `${host}/remote/${mark}:1`, push: 'true'};
      const denied = await run(directory, {...inputs, preflight: 'false'});
      expect(failure(denied)).toMatch(/push .*remote\/.*:1: /);
      const allowed = await run(directory, {...inputs, registry: host, username, password});
      works(allowed);
      expect(allowed.outputs['digest']).toMatch(/^sha256:/);
      const broken = workspace({Dockerfile: `FROM ${base}\nRUN echo ${mark} && exit 5\n`});
      const told = await run(broken, {builder: one.socket});
      expect(failure(told)).toMatch(/^::error file=Dockerfile,line=2.*exit code 5/);
      expect(told.summary).toMatch(/exit 5 ` failed: exit code 5/);
      expect(told.summary).toContain(`BuildKit at ${one.socket}`);
    });

    it('publishes no secret of the run (hardening S2)', async () => {
      const mark = unique();
      const repository = `remote/${mark}`;
      const directory = workspace({Dockerfile: `FROM ${base}\nARG PUBLIC\nRUN echo ${mark} $PUBLIC\n`});
      const result = await run(directory, {
        builder: one.socket,
        tags: `${openRegistry.host}/${repository}:1`,
        push: 'true',
        secrets: `token=s3cret-${mark}`,
        'build-args': `PUBLIC=s3cret-${mark}`,
      });
      expect(result.code).toBe(1);
      expect((await ask(`http://${openRegistry.host}`, `/v2/${repository}/tags/list`)).status).toBe(404);
    });

    it('gives the image to an engine, and writes files of it', async () => {
      const mark = unique();
      const directory = workspace({Dockerfile: `FROM ${base}\nRUN echo ${mark} > /made\n`});
      const result = await run(
        directory,
        {
          builder: one.socket,
          load: 'true',
          tags: `${mark}:1`,
          outputs: 'type=oci,dest=o.tar\ntype=local,dest=root\ntype=tar,dest=t.tar',
        },
        {DOCKER_HOST: engine?.address ?? ''},
      );
      works(result);
      expect(readFileSync(join(directory, 'root', 'made'), 'utf8')).toBe(`${mark}\n`);
      expect(existsSync(join(directory, 'o.tar')) && existsSync(join(directory, 't.tar'))).toBe(true);
      await askJson(engine?.address ?? '', `/images/${mark}:1/json`);
      await removeImage(engine as never, `${mark}:1`);
    });

    it('is chosen by platform, and the parts come together in one index', async () => {
      const mark = unique();
      const repository = `remote/${mark}`;
      const directory = workspace({
        Dockerfile: `FROM --platform=$BUILDPLATFORM ${base} AS make\nARG TARGETARCH\nRUN echo ${mark} > /$TARGETARCH\nFROM scratch\nCOPY --from=make /a* /\n`,
      });
      const inputs = {
        builder: `linux/amd64=${one.socket}\nlinux/arm64=${two.socket}`,
        platforms: 'linux/amd64,linux/arm64',
        tags: `${openRegistry.host}/${repository}:1,${openRegistry.host}/${repository}:latest`,
        push: 'true',
        annotations: 'index,manifest:a.b=c\nmanifest[linux/arm64],manifest-descriptor[linux/arm64]:only=arm',
      };
      const result = await run(directory, inputs);
      works(result);
      expect(result.log).toContain(`linux/arm64: Builder: BuildKit at ${two.socket}`);
      // Both at the same time: the second begins before the first has ended.
      expect(result.log.indexOf('linux/arm64: Builder')).toBeLessThan(result.log.indexOf('linux/amd64: 3 steps'));
      expect(result.log.indexOf('linux/amd64: Builder')).toBeLessThan(result.log.indexOf('linux/arm64: 3 steps'));
      const index = await manifestOf(repository, '1');
      expect(index.manifests?.map(({platform}) => platform)).toEqual([
        {architecture: 'amd64', os: 'linux'},
        {architecture: 'arm64', os: 'linux'},
      ]);
      expect(index.annotations).toEqual({'a.b': 'c'});
      expect(index.manifests?.map(({annotations}) => annotations)).toEqual([undefined, {only: 'arm'}]);
      const [amd, arm] = await Promise.all((index.manifests ?? []).map(({digest}) => manifestOf(repository, digest)));
      expect(amd?.annotations).toEqual({'a.b': 'c'});
      expect(arm?.annotations).toEqual({'a.b': 'c', only: 'arm'});
      expect(await manifestOf(repository, 'latest')).toEqual(index);
      expect(await manifestOf(repository, result.outputs['digest'] ?? '')).toEqual(index);
      expect(await tagsOf(repository)).toEqual(['1', 'latest']);
      expect(result.outputs['pushed']?.split('\n')).toHaveLength(2);
      const digests = JSON.parse(result.outputs['digests'] ?? '') as Readonly<Record<string, {digest: string}>>;
      expect(Object.keys(digests)).toEqual(['linux/amd64', 'linux/arm64']);
      expect(Object.values(digests).map(({digest}) => digest)).toEqual(index.manifests?.map(({digest}) => digest));
      const byDigest = {
        tags: `${openRegistry.host}/${repository}-parts`,
        outputs: 'type=image,push-by-digest=true,push=true',
      };
      const parts = await run(directory, {...inputs, push: 'false', ...byDigest});
      works(parts);
      expect(parts.outputs['image-refs']?.split('\n')).toHaveLength(2);
      const none = await run(directory, {...inputs, platforms: 'linux/s390x', annotations: ''});
      expect(failure(none)).toContain('no builder is for this platform');
    });

    it('stops all machines when a build fails on one', async () => {
      const mark = unique();
      const repository = `remote/${mark}`;
      const directory = workspace({
        Dockerfile: `FROM --platform=$BUILDPLATFORM ${base}\nARG TARGETARCH\nRUN echo ${mark}; [ $TARGETARCH = arm64 ] && sleep 40; sleep 2; exit 9\n`,
      });
      const started = performance.now();
      const result = await run(directory, {
        builder: `linux/amd64=${one.socket}\nlinux/arm64=${two.socket}`,
        platforms: 'linux/amd64,linux/arm64',
        tags: `${openRegistry.host}/${repository}:1`,
        push: 'true',
        'cache-to': `type=registry,ref=${openRegistry.host}/${repository}:cache,mode=max`,
      });
      expect(result.log).toContain(
        '::warning::input cache-to: type=registry: the platforms are built on different machines',
      );
      expect(performance.now() - started).toBeLessThan(20_000);
      expect(failure(result)).toMatch(/::linux\/amd64: build failed at .*exit code 9/);
      expect(result.log).toMatch(new RegExp(`linux/arm64 #\\d+ \\| ${mark}`));
      expect((await ask(`http://${openRegistry.host}`, `/v2/${repository}/tags/list`)).status).toBe(404);
    });

    it('moves no tag that is protected, and finds out before the work what cannot be pushed', async () => {
      const mark = unique();
      const repository = `remote/${mark}`;
      const directory = workspace({Dockerfile: `FROM ${base}\nARG WORD\nRUN echo ${mark} $WORD\n`});
      const inputs = {builder: one.socket, tags: `${openRegistry.host}/${repository}:1`, push: 'true'};
      const first = await run(directory, {...inputs, overwrite: 'never'});
      works(first);
      works(await run(directory, {...inputs, overwrite: 'same'}));
      const other = await run(directory, {...inputs, overwrite: 'same', 'build-args': 'WORD=other'});
      expect(failure(other)).toContain(`${repository}:1`);
      expect(other.outputs).toMatchObject({digest: '', failed: `${openRegistry.host}/${repository}:1`});
      expect(await manifestOf(repository, '1')).toEqual(await manifestOf(repository, first.outputs['digest'] ?? ''));
      const slow = workspace({Dockerfile: `FROM ${base}\nRUN echo ${mark}; sleep 40\n`});
      const started = performance.now();
      for (const vain of [
        {...inputs, overwrite: 'never'},
        {...inputs, tags: `${closedRegistry.host}/${repository}:1`},
      ])
        expect(failure(await run(slow, vain))).toContain('the push would fail, as a look before it shows');
      expect(performance.now() - started).toBeLessThan(20_000);
    });

    it('takes a stage as a context, for each platform of one build', async () => {
      const mark = unique();
      const stage = (name: string, ...lines: readonly string[]) => [
        `FROM --platform=$BUILDPLATFORM ${base} AS ${name}`,
        'ARG TARGETARCH',
        ...lines,
      ];
      const lines = [
        ...stage('make', `RUN echo ${mark} $TARGETARCH > /out`),
        ...stage('end', 'COPY --from=made /out /out', 'RUN echo $TARGETARCH: $(cat /out)'),
      ];
      const result = await run(workspace({Dockerfile: lines.join('\n')}), {
        builder: one.socket,
        platforms: 'linux/amd64,linux/arm64',
        'build-contexts': 'made=target:make',
      });
      works(result);
      for (const arch of ['amd64', 'arm64']) expect(result.log).toContain(`| ${arch}: ${mark} ${arch}`);
    });

    it('answers what is asked about a Dockerfile', async () => {
      const directory = workspace({Dockerfile: `FROM ${base} as lower\nARG WORD=x\n`});
      const check = await run(directory, {builder: one.socket, call: 'check', tags: 'a:1'});
      expect(check.code).toBe(1);
      expect(check.log).toMatch(/::warning file=Dockerfile,line=1,endLine=1::FromAsCasing: /);
      expect(check.log).toContain('call: check builds nothing');
      const outline = await run(directory, {builder: one.socket, call: 'outline'});
      works(outline);
      expect(outline.log).toMatch(/\| WORD\s/);
      expect((await run(directory, {builder: one.socket, call: 'targets'})).log).toMatch(/\| lower/);
    });

    it('is always the same one for a repository, and the next one when that is down', async () => {
      const mark = unique();
      const directory = workspace({Dockerfile: `FROM ${base}\nRUN echo ${mark}\n`});
      const dead = 'buildkit+unix:///nowhere/buildkitd.sock';
      const tags = `example.com/${mark}/app:1`;
      const of = async (builder: readonly string[]) =>
        /Builder: BuildKit.* at (\S+),/.exec((await run(directory, {builder: builder.join('\n'), tags})).log)?.[1];
      const first = await of([one.socket, two.socket]);
      expect(await of([two.socket, one.socket])).toBe(first);
      const second = await of([dead, one.socket, dead.replace('nowhere', 'elsewhere'), two.socket]);
      expect([one.socket, two.socket]).toContain(second);
      const nobody = await run(directory, {builder: `${dead}\nbuildkit://127.0.0.1:1`, tags});
      expect(nobody.log).toMatch(/::warning::the builder \S+ does not answer \(.*\), so the next one is taken/);
      expect(failure(nobody)).toMatch(/no builder answers: .*there is no such socket.*Start buildkitd there/);
    });

    it('that is killed in the middle of a build ends it with a clear word', async () => {
      const mark = unique();
      const node = await startBuildKit({plainRegistries: [openRegistry.host]});
      cleanups.push(() => node.stop());
      const directory = workspace({Dockerfile: `FROM ${base}\nRUN echo ${mark}; sleep 10\n`});
      const started = performance.now();
      const result = await runAction(
        {builder: node.tcp},
        {
          workspace: directory,
          onLog: (log) => {
            if (log.includes(`| ${mark}`)) node.kill();
          },
        },
      );
      expect(result.code).toBe(1);
      expect(failure(result)).toMatch(/the connection to BuildKit was lost/);
      expect(performance.now() - started).toBeLessThan(15_000);
    });

    it('refuses what BuildKit would drop, and what is no build', async () => {
      const directory = workspace({Dockerfile: 'FROM scratch\nCOPY . /\n'});
      expect(failure(await run(directory, {builder: one.socket, memory: '1g'}))).toContain('input memory');
      expect(failure(await run(directory, {builder: one.socket, source: 'image', image: 'a'}))).toContain(
        'input builder',
      );
      expect(failure(await run(directory, {builder: 'buildkit://a b'}))).toContain('input builder');
      for (const forEngines of [{engines: 'linux/amd64=unix:///a.sock'}, {'engine-api': 'build'}])
        expect(failure(await run(directory, {builder: one.socket, ...forEngines}))).toContain('it is for engines');
    });
  },
);
