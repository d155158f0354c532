/** Builds by BuildKit's Control API: the same as by POST /build, and what that cannot say. */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from '@jest/globals';
import {forget} from '../engine/image-api/cache-records.ts';
import {
  type ActionRun,
  ask,
  askJson,
  BASE_IMAGE,
  closedRegistry,
  describeEngines,
  type Engine,
  isContainerd,
  isOldDocker,
  isPodman,
  openRegistry,
  removeImage,
  runAction,
  unique,
  workspace,
} from '../rig.ts';

const hasBuildKit = (engine: Engine) => !isPodman(engine);

const SOLVE = {'engine-api': 'solve'};
const MANIFESTS = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(',');

interface Manifest {
  readonly mediaType: string;
  readonly digest: string;
  readonly platform?: {readonly architecture: string; readonly os: string};
  readonly annotations?: Readonly<Record<string, string>>;
  readonly manifests?: readonly Manifest[];
  readonly layers?: readonly Manifest[];
  readonly config?: Manifest;
}

const inRegistry = async (repository: string, reference: string) =>
  JSON.parse(
    (
      await ask(`http://${openRegistry.host}`, `/v2/${repository}/manifests/${reference}`, {
        headers: {accept: MANIFESTS},
      })
    ).text,
  ) as Manifest;
const blobOf = async (repository: string, {digest}: Manifest) =>
  JSON.parse((await ask(`http://${openRegistry.host}`, `/v2/${repository}/blobs/${digest}`)).text) as Record<
    string,
    unknown
  >;

const run = (
  engine: Engine,
  directory: string,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
) => runAction(inputs, {workspace: directory, env: {DOCKER_HOST: engine.address, ...env}});

const works = ({code, log}: ActionRun) => expect({code, log}).toMatchObject({code: 0});
const failure = ({log}: ActionRun) =>
  log
    .split('\n')
    .filter((line) => line.startsWith('::error'))
    .join('\n');

describeEngines(
  'the Control API and POST /build',
  (engine) => {
    it('make the same image of the same inputs', async () => {
      const mark = unique();
      const directory = workspace({
        Dockerfile: `FROM ${BASE_IMAGE} AS base\nARG WORD\nRUN echo ${mark} $WORD; grep box /etc/hosts; echo $(grep -c . /etc/hosts)\nFROM base AS end\nCOPY f /f\nFROM base\n`,
        f: mark,
      });
      const inputs = {
        tags: `${mark}:1`,
        target: 'end',
        'build-args': 'WORD=a, "b"',
        labels: 'one=1, 2\ntwo=',
        'add-hosts': 'box=10.1.2.3,six=[fd00::6]',
        platforms: 'linux/amd64',
      };
      const first = await run(engine, directory, {...inputs, 'engine-api': 'build'});
      works(first);
      const second = await run(engine, directory, {...inputs, ...SOLVE});
      works(second);
      expect(first.log).not.toContain('Control API');
      expect(second.log).toContain('::group::Build with BuildKit, by its Control API');
      expect(second.log).toMatch(/3 steps in .*: all cached/);
      expect(second.outputs['imageid']).toBe(first.outputs['imageid']);
      const image = await askJson<{Config: {Labels: Record<string, string>}}>(engine.address, `/images/${mark}:1/json`);
      expect(image.Config.Labels).toMatchObject({one: '1, 2', two: ''});
      await removeImage(engine, `${mark}:1`);
    });

    it('give steps the same hosts', async () => {
      const mark = unique();
      const directory = workspace({Dockerfile: `FROM ${BASE_IMAGE}\nRUN echo ${mark}; cat /etc/hosts\n`});
      const {log} = await run(engine, directory, {
        ...SOLVE,
        'add-hosts': 'box=10.1.2.3,six=[fd00::6],gate=host-gateway',
      });
      if (isOldDocker(engine))
        expect(log).toMatch(/::error::input add-hosts: host-gateway: .*write the address itself/i);
      else
        for (const line of [/\| 10\.1\.2\.3\s+box/, /\| fd00::6\s+six/, /\| [\d.]+\s+gate/]) expect(log).toMatch(line);
    });

    it('tell of a failure with the lines of the Dockerfile, however large that is', async () => {
      const small = `FROM ${BASE_IMAGE}\nRUN echo ${unique()} && \\\n  exit 7\n`;
      for (const rest of ['', `# ${'x'.repeat(60)}\n`.repeat(1000)]) {
        const result = await run(engine, workspace({Dockerfile: small + rest}), SOLVE);
        expect(result.code).toBe(1);
        expect(failure(result)).toMatch(
          /^::error file=Dockerfile,line=2,endLine=3::build failed at \[2\/2\] RUN .*: exit code 7/,
        );
      }
      const broken = `FROM ${BASE_IMAGE}\nNONSENSE\n${`# ${'x'.repeat(60)}\n`.repeat(1000)}`;
      const result = await run(engine, workspace({Dockerfile: broken}), SOLVE);
      expect(failure(result)).toContain('unknown instruction: NONSENSE');
      expect(failure(result)).toContain('line=2');
    });

    it('leave nothing running when they are cancelled (hardening L1, L2)', async () => {
      const directory = workspace({Dockerfile: `FROM ${BASE_IMAGE}\nRUN echo ${unique()}; sleep 61\n`});
      let sent = 0;
      const {code} = await runAction(SOLVE, {
        workspace: directory,
        env: {DOCKER_HOST: engine.address},
        onLog: (log, kill) => {
          if (sent > 0 || !/#\d+ \| t/.test(log)) return;
          sent = performance.now();
          kill('SIGINT');
        },
      });
      expect(code).toBe(130);
      expect(performance.now() - sent).toBeLessThan(3000);
    });

    it('build stages anew by name', async () => {
      const mark = unique();
      const directory = workspace({
        Dockerfile: `FROM ${BASE_IMAGE} AS one\nRUN echo ${mark} > /one\nFROM ${BASE_IMAGE}\nRUN echo 2 ${mark} > /two\nCOPY --from=one /one /\n`,
      });
      works(await run(engine, directory, {}));
      const {log} = await run(engine, directory, {'no-cache-filters': 'one'});
      expect(log).toMatch(/DONE .*\[one 2\/2\] RUN/);
      expect(log).toMatch(/CACHED .*\[stage-1 2\/3\] RUN/);
    });

    it('attest how the image came about, where the store can, and only when asked to', async () => {
      const mark = unique();
      const repository = `attested/${mark}`;
      const scanner = `${openRegistry.host}/scanners/${mark}:1`;
      const inputs = {tags: `${openRegistry.host}/${repository}:1`, push: 'true'};
      const directory = workspace({Dockerfile: `FROM ${BASE_IMAGE}\nARG PUBLIC_WORD\nRUN echo ${mark}\n`});
      const attesting = {...inputs, provenance: 'true', sbom: `generator=${scanner}`, 'build-args': 'PUBLIC_WORD=w0rd'};
      if (!isContainerd(engine)) {
        expect(failure(await run(engine, directory, attesting))).toMatch(
          /input provenance: .*graph driver.*actions\/attest/,
        );
        return;
      }
      const statement =
        '{"_type":"https://in-toto.io/Statement/v0.1","predicateType":"https://spdx.dev/Document","predicate":{"name":"found"}}';
      works(
        await run(
          engine,
          workspace({
            Dockerfile: `FROM ${BASE_IMAGE}\nCOPY scan /scan\nENTRYPOINT ["/bin/sh", "/scan"]\n`,
            scan: `echo '${statement}' > $BUILDKIT_SCAN_DESTINATION/sbom.spdx.json\n`,
          }),
          {tags: scanner, push: 'true'},
        ),
      );
      const plain = await run(engine, directory, inputs);
      works(plain);
      expect((await inRegistry(repository, '1')).manifests).toBeUndefined();
      const result = await run(engine, directory, attesting);
      works(result);
      const index = await inRegistry(repository, '1');
      const [image, attestation] = index.manifests ?? [];
      expect(attestation).toMatchObject({
        platform: {os: 'unknown', architecture: 'unknown'},
        annotations: {
          'vnd.docker.reference.type': 'attestation-manifest',
          'vnd.docker.reference.digest': image?.digest,
        },
      });
      const {layers = []} = await inRegistry(repository, attestation?.digest ?? '');
      const statements = await Promise.all(layers.map((layer) => blobOf(repository, layer)));
      const [sbom, provenance] = ['https://spdx.dev/Document', 'https://slsa.dev/provenance/v0.2'].map((type) =>
        statements.find(({predicateType}) => predicateType === type),
      );
      expect(sbom).toMatchObject({predicate: {name: 'found'}});
      expect(provenance).toMatchObject({subject: [{digest: {sha256: image?.digest.slice('sha256:'.length)}}]});
      // The mode that was not asked for would publish every build argument (hardening S5).
      expect(JSON.stringify(provenance)).not.toContain('w0rd');
      await removeImage(engine, inputs.tags);
      await removeImage(engine, scanner);
    });

    it('make one index of several platforms, with annotations where they belong', async () => {
      const mark = unique();
      const repository = `multi/${mark}`;
      const name = `${openRegistry.host}/${repository}:1`;
      const directory = workspace({
        Dockerfile: `FROM --platform=$BUILDPLATFORM ${BASE_IMAGE} AS make\nARG TARGETARCH\nRUN echo ${mark} > /$TARGETARCH\nFROM scratch\nCOPY --from=make /a* /\n`,
      });
      const inputs = {
        platforms: 'linux/amd64,linux/arm64',
        tags: name,
        push: 'true',
        annotations: 'manifest,index:a.b=c\nmanifest[linux/arm64]:only=arm',
      };
      const result = await run(engine, directory, inputs);
      works(result);
      expect(result.log).toContain('for linux/amd64, linux/arm64');
      const index = await inRegistry(repository, '1');
      expect(index).toMatchObject({mediaType: MANIFESTS.split(',')[0], annotations: {'a.b': 'c'}});
      expect(index.manifests?.map(({platform}) => platform?.architecture)).toEqual(['amd64', 'arm64']);
      const [amd, arm] = await Promise.all((index.manifests ?? []).map(({digest}) => inRegistry(repository, digest)));
      expect(amd?.annotations).toEqual({'a.b': 'c'});
      expect(arm?.annotations).toEqual({'a.b': 'c', only: 'arm'});
      expect(arm?.config && (await blobOf(repository, arm.config))).toMatchObject({architecture: 'arm64'});
      expect(result.outputs['digest']).toMatch(/^sha256:/);
      expect(await inRegistry(repository, result.outputs['digest'] ?? '')).toEqual(index);
      await removeImage(engine, name);
    });

    it('push by digest without any tag, and no secret of the run (hardening S2)', async () => {
      const mark = unique();
      const repository = `digests/${mark}`;
      const name = `${openRegistry.host}/${repository}`;
      const directory = workspace({Dockerfile: `FROM ${BASE_IMAGE}\nARG PUBLIC=none\nRUN echo ${mark} $PUBLIC\n`});
      const inputs = {
        tags: name,
        outputs: 'type=image,push-by-digest=true,name-canonical=true,push=true',
        'no-cache': 'true',
      };
      const result = await run(engine, directory, inputs);
      works(result);
      const {digest = ''} = result.outputs;
      expect(result.outputs['image-refs']).toBe(`${name}@${digest}`);
      expect((await inRegistry(repository, digest)).layers).toHaveLength(2);
      const listed = await ask(`http://${openRegistry.host}`, `/v2/${repository}/tags/list`);
      expect([404, 200]).toContain(listed.status);
      expect(listed.text).not.toMatch(/"tags":\s*\[/);
      expect((await ask(engine.address, `/images/${name}/json`)).status).toBe(404);
      const secret = `s3cret${mark}`;
      const leaking = {...inputs, tags: `${name}-no`, secrets: `a=${secret}`, 'build-args': `PUBLIC=${secret}`};
      expect(failure(await run(engine, directory, leaking))).toContain('holds');
      expect(failure(await run(engine, directory, {...inputs, tags: `${name}:1`}))).toContain(
        'push-by-digest gives none',
      );
    });

    it('find the account for a cache', async () => {
      const mark = unique();
      if (!isContainerd(engine)) return;
      const {host, username, password} = closedRegistry;
      const directory = workspace({Dockerfile: `FROM ${BASE_IMAGE}\nRUN echo ${mark}\n`});
      const cache = {'cache-to': `type=registry,ref=${host}/caches/${mark}:1,mode=max,ignore-error=false`};
      expect(failure(await run(engine, directory, cache))).toContain('exporting cache to registry');
      works(await run(engine, directory, {...cache, registry: host, username, password}));
    });
  },
  hasBuildKit,
);

describeEngines(
  'the cache that the containerd store exports',
  (engine) => {
    it('keeps that of all stages in a registry', async () => {
      const mark = unique();
      const ref = `${openRegistry.host}/caches/${mark}:max`;
      const directory = workspace({
        Dockerfile: `FROM ${BASE_IMAGE} AS one\nRUN echo ${mark} > /one\nFROM ${BASE_IMAGE}\nCOPY --from=one /one /\n`,
      });
      const first = await run(engine, directory, {'cache-to': `type=registry,ref=${ref},mode=max`});
      works(first);
      await forget(engine, mark);
      const without = await run(engine, directory, {});
      expect(without.log).toMatch(/DONE .*\[one 2\/2\] RUN/);
      await forget(engine, mark);
      const second = await run(engine, directory, {'cache-from': ref});
      expect(second.log).toMatch(/3 steps in .*: all cached/);
    });

    it('keeps that of all platforms, of which each is built by itself', async () => {
      const mark = unique();
      const ref = `${openRegistry.host}/caches/${mark}:max`;
      const directory = workspace({
        Dockerfile: `FROM --platform=$BUILDPLATFORM ${BASE_IMAGE} AS one\nARG TARGETARCH\nRUN echo ${mark} $TARGETARCH > /${mark}\nFROM scratch\nCOPY --from=one /${mark} /\n`,
      });
      const inputs = {platforms: 'linux/amd64,linux/arm64'};
      const first = await run(engine, directory, {...inputs, 'cache-to': `type=registry,ref=${ref},mode=max`});
      works(first);
      expect(first.log).toMatch(/^Cache: written for linux\/amd64, linux\/arm64 in /m);
      await forget(engine, mark);
      const second = await run(engine, directory, {...inputs, 'cache-from': ref});
      for (const name of ['amd64', 'arm64'])
        expect(second.log).toMatch(new RegExp(`linux/${name}: 3 steps in .*: all cached`));
    });

    it('keeps it in a directory, and finds it there', async () => {
      const mark = unique();
      const directory = workspace({
        Dockerfile: `FROM ${BASE_IMAGE} AS one\nRUN echo ${mark} > /one\nFROM ${BASE_IMAGE}\nCOPY --from=one /one /\n`,
      });
      const caches = {'cache-to': 'type=local,dest=.cache,mode=max', 'cache-from': 'type=local,src=.cache'};
      const first = await run(engine, directory, caches);
      works(first);
      expect(first.log).toContain('No cache in');
      await forget(engine, mark);
      const second = await run(engine, directory, caches);
      expect(second.log).toMatch(/3 steps in .*: all cached/);
      // A cache that was changed on its way is none (hardening E7).
      writeFileSync(join(directory, '.cache', 'index.json'), '{"manifests": [{"digest": "sha256:../../x"}]}');
      expect((await run(engine, directory, caches)).log).toContain('is not a digest of sha256');
    });
  },
  isContainerd,
);
