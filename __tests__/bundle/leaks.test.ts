/** The leak guard on real engines: what holds a secret of the step is not pushed. */
import {execFileSync} from 'node:child_process';
import {createHash, randomBytes} from 'node:crypto';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {
  ask,
  askJson,
  BASE_IMAGE,
  describeEngines,
  type Engine,
  isContainerd,
  isFirstOfVersion,
  isPodman,
  manifestOf,
  openRegistry,
  removeImage,
  runAction,
  unique,
  withoutMasks,
  workspace,
} from '../rig.ts';

/** No instruction of a Dockerfile needs quotes for it, and it looks different in every encoding. */
const TOKEN = `ghs_${randomBytes(18).toString('hex')}?>~/+%x`;
const base64 = Buffer.from(`user:${TOKEN}`).toString('base64');

/** Runs with the token as the job's own, pushing to a repository of its own. */
async function publish(engine: Engine, directory: string, inputs: Readonly<Record<string, string>>) {
  const repository = `leaks/${unique()}`;
  const name = `${openRegistry.host}/${repository}:1`;
  const given = {'github-token': TOKEN, push: 'true', tags: name, ...inputs};
  const run = await runAction(given, {workspace: directory, env: {DOCKER_HOST: engine.address}});
  const seen = withoutMasks(run.log);
  const {status} = await manifestOf(openRegistry, repository, '1');
  const tagged = (await ask(engine.address, `/images/${name}/json`)).status === 200;
  await removeImage(engine, name);
  return {
    ...run,
    seen,
    error: seen.split('\n').find((line) => line.startsWith('::error')) ?? '',
    pushed: status === 200,
    tagged,
  };
}

const dockerfile = (...lines: readonly string[]) =>
  workspace({Dockerfile: [`FROM ${BASE_IMAGE}`, `ENV OWN=${unique()}`, ...lines, ''].join('\n')});

/** Nothing that is kept, or shown before masks, has the value, in any of its forms. */
function expectUnseen({error, outputs, summary, state}: Awaited<ReturnType<typeof publish>>): void {
  const text = [error, JSON.stringify(outputs), summary, JSON.stringify(state)].join('\n');
  for (const form of [TOKEN, base64, encodeURIComponent(TOKEN), JSON.stringify(TOKEN).slice(1, -1)])
    expect(text).not.toContain(form);
}

describeEngines(
  'an image that holds a secret of the step is not pushed',
  (engine) => {
    it('wherever it is: each place is named, with the secret cut out', async () => {
      // The history counts from the base on, whose own instruction is the first, and ENV OWN the second. A RUN holds the values of ARGs before it.
      const places: readonly (readonly [string, RegExp])[] = [
        [`ENV TOKEN=${TOKEN}`, /the environment variable TOKEN holds .*: TOKEN=\*\*\*/],
        [`LABEL build.token=${TOKEN}`, /the label build\.token holds .*: \*\*\*/],
        [`RUN : '${TOKEN}' end`, /instruction 5 of 11 holds .*: .*: '\*\*\*' end/],
        [`RUN : ${base64} end`, /instruction 6 of 11 holds .* in base64: .*: \*\*\* end/],
        [`LABEL url=https://u:${encodeURIComponent(TOKEN)}@h/`, /the label url holds .* in URL encoding: \*\*\*/],
        [`CMD ["run", "--token=${TOKEN}"]`, /the config's Cmd holds .*: --token=\*\*\*/],
        [`STOPSIGNAL SIGTERM`, /^$/],
        ['ARG T', /^$/],
        ['RUN true', /instruction 11 of 11 holds the password for ghcr\.io \(the job token\): .*T=\*\*\*/],
      ];
      const directory = dockerfile(...places.map(([line]) => line));
      const result = await publish(engine, directory, {'build-args': `T=${TOKEN}`});
      const {code, pushed, tagged, error} = result;
      expect({code, pushed, tagged}).toEqual({code: 1, pushed: false, tagged: false});
      expect(error).toMatch(/^::error::the image holds secrets of this run, so nothing was tagged or pushed:%0A/);
      const finds = error.split('%0A').map((line) => line.trim());
      for (const [line, words] of places) {
        if (words.source !== '^$')
          expect({line, found: finds.some((find) => words.test(find))}).toEqual({line, found: true});
      }
      expect(error).toContain('RUN --mount=type=secret');
      expectUnseen(result);
    });

    it('in one place that only the config has', async () => {
      const result = await publish(engine, dockerfile(`LABEL a=${base64}`), {});
      expect({code: result.code, pushed: result.pushed, tagged: result.tagged}).toEqual({
        code: 1,
        pushed: false,
        tagged: false,
      });
      expect(result.error).toContain('the label a holds the password for ghcr.io (the job token) in base64: ***');
      expectUnseen(result);
    });

    it('unless leak-guard says so; then it is told, and kept out of outputs and summary', async () => {
      const directory = dockerfile(`LABEL a=${TOKEN}`, `RUN : '${TOKEN}'`);
      const result = await publish(engine, directory, {'leak-guard': 'warn'});
      expect({code: result.code, pushed: result.pushed}).toEqual({code: 0, pushed: true});
      expect(result.seen).toMatch(/::warning::the image holds secrets of this run.*%0A.*the label a holds/);
      expect(result.outputs['metadata']).toContain('"a": "***"');
      expectUnseen(result);
    });

    it('and without a push it is told', async () => {
      const result = await publish(engine, dockerfile(`LABEL a=${TOKEN}`), {push: 'false'});
      expect({code: result.code, tagged: result.tagged}).toEqual({code: 0, tagged: true});
      expect(result.seen).toMatch(/::warning::the image holds secrets of this run.*%0A.*the label a holds/);
      expectUnseen(result);
    });

    it('whatever its source is', async () => {
      const name = `${unique()}:1`;
      const directory = dockerfile(`ENV TOKEN=${TOKEN}`);
      const env = {DOCKER_HOST: engine.address};
      expect((await runAction({tags: name}, {workspace: directory, env})).code).toBe(0);
      const {body} = await ask(engine.address, `/images/${name}/get`);
      const create = {
        method: 'POST',
        headers: {'content-type': 'application/json'},
        body: Buffer.from(JSON.stringify({Image: BASE_IMAGE, Cmd: ['true']})),
      };
      const {Id} = await askJson<{Id: string}>(engine.address, '/containers/create', create);
      const sources: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
        [workspace({}), {source: 'image', image: name}],
        [workspace({'image.tar': body}), {source: 'archive', archive: 'image.tar'}],
        [workspace({}), {source: 'container', container: Id, pause: 'false', changes: `ENV TOKEN=${TOKEN}`}],
      ];
      for (const [place, inputs] of sources) {
        const result = await publish(engine, place, inputs);
        expect({inputs, code: result.code, pushed: result.pushed, tagged: result.tagged}).toEqual({
          inputs,
          code: 1,
          pushed: false,
          tagged: false,
        });
        expect(result.error).toContain(
          'the environment variable TOKEN holds the password for ghcr.io (the job token): TOKEN=***',
        );
        expectUnseen(result);
      }
      await ask(engine.address, `/containers/${Id}?force=1`, {method: 'DELETE'});
      await removeImage(engine, name);
    });
  },
  isFirstOfVersion,
);

describeEngines(
  'secrets for the build are looked for, too',
  (engine) => {
    it('by the name that each has, of all inputs and of the accounts that a push uses', async () => {
      const values = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((key) => [key, `${unique()}-${key}`]));
      const {a = '', b = '', c = '', d = '', e = ''} = values;
      const files = workspace({c: `first=line\n\nPASSWORD=${c}\n`});
      const auth = Buffer.from(`someone:${e}`).toString('base64');
      const config = workspace({'config.json': JSON.stringify({auths: {[openRegistry.host]: {auth}}})});
      const repository = `leaks/${unique()}`;
      const run = await runAction(
        {
          push: 'true',
          tags: `${openRegistry.host}/${repository}:1`,
          secrets: `a=${a}`,
          'secret-envs': 'b=B',
          'secret-files': `c=${files}/c`,
          registry: 'unused.example',
          username: 'someone',
          password: d,
        },
        {
          workspace: dockerfile(
            ...Object.entries(values).map(([key, value]) => `LABEL ${key}=${value}`),
            'LABEL line=first=line',
          ),
          env: {DOCKER_HOST: engine.address, B: b, DOCKER_CONFIG: config},
        },
      );
      expect(run.code).toBe(1);
      const error =
        withoutMasks(run.log)
          .split('\n')
          .find((line) => line.startsWith('::error')) ?? '';
      for (const words of [
        'the label a holds the secret "a" (input secrets): ***',
        'the label b holds the secret "b" (input secret-envs): ***',
        'the label c holds the secret "c" (input secret-files): ***',
        'the label d holds the password for unused.example (inputs username and password): ***',
        `the label e holds the password for ${openRegistry.host} (docker config ${config}/config.json): ***`,
      ])
        expect(error).toContain(words);
      expect(error).not.toContain('the label line');
      for (const value of Object.values(values)) expect(error).not.toContain(value);
    });
  },
  (engine) => !isPodman(engine) && isFirstOfVersion(engine),
);

/** An OCI layout with an index over two platforms, of which the second has the token. */
function layout(): string {
  const directory = workspace({});
  const blobs = join(directory, 'layout', 'blobs', 'sha256');
  mkdirSync(blobs, {recursive: true});
  const blob = (content: Buffer | string, name: string) => {
    const digest = createHash('sha256').update(content).digest('hex');
    writeFileSync(join(blobs, digest), content);
    return {
      mediaType: `application/vnd.oci.image.${name}`,
      digest: `sha256:${digest}`,
      size: Buffer.byteLength(content),
    };
  };
  const manifests = ['amd64', 'arm64'].map((architecture) => {
    const layer = blob(execFileSync('tar', ['-c', '-C', workspace({which: architecture}), 'which']), 'layer.v1.tar');
    const Env = [architecture === 'arm64' ? `TOKEN=${TOKEN}` : 'A=b'];
    const config = {architecture, os: 'linux', config: {Env}, rootfs: {type: 'layers', diff_ids: [layer.digest]}};
    const parts = {config: blob(JSON.stringify(config), 'config.v1+json'), layers: [layer]};
    const manifest = {schemaVersion: 2, mediaType: 'application/vnd.oci.image.manifest.v1+json', ...parts};
    return {...blob(JSON.stringify(manifest), 'manifest.v1+json'), platform: {os: 'linux', architecture}};
  });
  const index = {schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests};
  const annotations = {'io.containerd.image.name': `docker.io/library/${unique()}:1`};
  const top = {...index, manifests: [{...blob(JSON.stringify(index), 'index.v1+json'), annotations}]};
  writeFileSync(join(directory, 'layout', 'index.json'), JSON.stringify(top));
  writeFileSync(join(directory, 'layout', 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  return directory;
}

describeEngines(
  'of images in the containerd store',
  (engine) => {
    it('annotations are searched, which BuildKit adds to one', async () => {
      const outputs = `type=image,annotation.build.token=${TOKEN}`;
      const result = await publish(engine, dockerfile(), {outputs});
      expect({code: result.code, pushed: result.pushed}).toEqual({code: 1, pushed: false});
      expect(result.error).toContain('the attribute annotation.build.token of outputs holds the password for ghcr.io');
      expectUnseen(result);
    });

    it('each platform that is in the engine is searched', async () => {
      const result = await publish(engine, layout(), {source: 'archive', archive: 'layout'});
      expect({code: result.code, pushed: result.pushed}).toEqual({code: 1, pushed: false});
      expect(result.error).toContain('the environment variable TOKEN for linux/arm64 holds the password for ghcr.io');
      expectUnseen(result);
    });
  },
  isContainerd,
);

describe('the token of these tests', () => {
  it('looks different in each encoding', () => {
    expect(new Set([TOKEN, base64, encodeURIComponent(TOKEN)]).size).toBe(3);
  });
});
