/** Builds that need not happen, as an image of the same inputs is in a registry: with the real bundle and real registries. */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {beforeAll, describe, expect, it} from '@jest/globals';
import {
  type ActionRun,
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

const PLATFORMS = 'linux/amd64,linux/arm64';
const FILES = {Dockerfile: 'ARG BASE\nFROM $BASE\nCOPY data /data\n', data: 'from the context\n'};
const NOWHERE = 'unix:///nowhere.sock';
const login = {registry: closedRegistry.host, username: closedRegistry.username, password: closedRegistry.password};

let base = '';
beforeAll(async () => {
  if (openRegistry.host !== '') base = await pushBase(openRegistry, `skip/${unique()}`, PLATFORMS.split(','));
});

const failure = ({log}: ActionRun) => log.split('\n').find((line) => line.startsWith('::error')) ?? '';
const fingerprintIn = ({log}: ActionRun) => /^Fingerprint: (.+)$/m.exec(log)?.[1];
/** What came of a run that built, or did not. */
const expectReused = (ran: ActionRun, reused: boolean) =>
  expect({log: ran.log, code: ran.code, reused: ran.outputs['reused']}).toMatchObject({
    code: 0,
    reused: String(reused),
  });

/** One project, built and published again and again. */
class Project {
  readonly directory = workspace(FILES);
  readonly repository = `skip/${unique()}`;
  readonly place = `${closedRegistry.host}/${this.repository}`;
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** With an engine. */
  build(inputs: Readonly<Record<string, string>> = {}): Promise<ActionRun> {
    return this.#run(inputs, this.#engine.address);
  }

  /** Without one. */
  reuse(inputs: Readonly<Record<string, string>> = {}): Promise<ActionRun> {
    return this.#run(inputs, NOWHERE);
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.directory, path), text);
  }

  #run(inputs: Readonly<Record<string, string>>, address: string): Promise<ActionRun> {
    const usual = {'build-args': `BASE=${base}`, platforms: 'linux/amd64', tags: `${this.place}:1`, push: 'true'};
    const given = {...login, ...usual, 'skip-unchanged': 'true', ...inputs};
    return runAction(given, {workspace: this.directory, env: {DOCKER_HOST: address}});
  }
}

/** What does not depend on the engine is shown on one, that is quick. */
const isOne = ({name}: Engine) => name === engines.find((engine) => !isPodman(engine) && !isContainerd(engine))?.name;

describeEngines('skip-unchanged', (engine) => {
  it('gives the tags to the image that is there, and needs no engine for it', async () => {
    const project = new Project(engine);
    const {place, repository} = project;
    const built = await project.build();
    expectReused(built, false);
    await removeImage(engine, `${place}:1`);
    const elsewhere = `${openRegistry.host}/${repository}`;
    const reused = await project.reuse({tags: `${place}:1,${place}:2,${elsewhere}:2`});
    expectReused(reused, true);
    const digest = built.outputs['digest'];
    expect(reused.outputs).toMatchObject({
      digest,
      tags: `${place}:1\n${place}:2\n${elsewhere}:2`,
      pushed: `${place}:1\n${place}:2\n${elsewhere}:2`,
      'image-refs': `${place}:1@${digest}\n${place}:2@${digest}\n${elsewhere}:2@${digest}`,
    });
    const held = [await manifestOf(closedRegistry, repository, '2'), await manifestOf(openRegistry, repository, '2')];
    const {text} = await manifestOf(closedRegistry, repository, '1');
    expect(held.map((manifest) => manifest.text)).toEqual([text, text]);
    const child = (run: ActionRun) => JSON.parse(run.outputs['digests'] ?? '')['linux/amd64'];
    const {config} = JSON.parse(text) as {config: {digest: string}};
    // The id is the engine's own after a build.
    expect(child(reused)).toEqual({...child(built), imageid: config.digest});
    expect(reused.outputs['imageid']).toBe(config.digest);
    expect(JSON.parse(reused.outputs['metadata'] ?? '')).toMatchObject({
      'containerimage.digest': digest,
      'containerimage.config.digest': config.digest,
      'image.platform': 'linux/amd64',
    });
    expect(reused.summary).toContain('none was needed');

    project.write('data', 'something else\n');
    const changed = await project.build();
    expectReused(changed, false);
    expect(changed.outputs['digest']).not.toBe(digest);
    await removeImage(engine, `${place}:1`);
  });
});

describeEngines(
  'skip-unchanged anywhere',
  (engine) => {
    it('gives the tags to an index, whole, and to one platform of it that a job of a matrix asks for', async () => {
      const project = new Project(engine);
      const {place, repository} = project;
      const built = await project.build({platforms: PLATFORMS});
      expectReused(built, false);
      const reused = await project.reuse({
        platforms: 'linux/arm64,linux/amd64',
        tags: `${place}:2,${place}:latest`,
        'skip-from': `${place}:1`,
      });
      expectReused(reused, true);
      for (const name of ['digest', 'imageid', 'descriptor']) expect(reused.outputs[name]).toBe(built.outputs[name]);
      const digests = (run: ActionRun) =>
        Object.entries(JSON.parse(run.outputs['digests'] ?? '') as Record<string, {digest: string}>)
          .map(([platform, {digest}]) => `${platform} ${digest}`)
          .sort();
      expect(digests(reused)).toEqual(digests(built));
      expect(await tagsOf(closedRegistry, repository)).toEqual(['1', '2', 'latest']);

      const byDigest = {tags: place, push: 'false', 'push-by-digest': 'true'};
      const jobs = await Promise.all(
        PLATFORMS.split(',').map((platforms) => project.build({...byDigest, platforms, 'skip-from': `${place}:m`})),
      );
      for (const job of jobs) expectReused(job, false);
      const merged = await runAction(
        {...login, descriptors: jobs.map(({outputs}) => outputs['descriptor']).join('\n'), tags: `${place}:m`},
        {workspace: project.directory, action: 'merge'},
      );
      expect({code: merged.code, log: merged.log}).toMatchObject({code: 0});
      const job = await project.reuse({...byDigest, platforms: 'linux/arm64', 'skip-from': `${place}:m`});
      expectReused(job, true);
      expect(job.outputs['descriptor']).toBe(jobs[1]?.outputs['descriptor']);
    });

    it('takes no image that was built on top of the one it looks for', async () => {
      const project = new Project(engine);
      const {place} = project;
      const first = await project.build();
      const onTop = await runAction(
        {...login, tags: `${place}:1`, push: 'true'},
        {
          workspace: workspace({Dockerfile: `FROM ${place}:1\nCOPY Dockerfile /more\n`}),
          env: {DOCKER_HOST: engine.address},
        },
      );
      expect({code: onTop.code, log: onTop.log}).toMatchObject({code: 0});
      const again = await project.build();
      expectReused(again, false);
      expect(fingerprintIn(again)).toBe(fingerprintIn(first));
      expect(again.log).toContain(':1 was made from other inputs');
      await removeImage(engine, `${place}:1`);
    });

    it('looks at the bases of now, at the age of the image, and whether it is whole', async () => {
      const project = new Project(engine);
      const {place, repository} = project;
      const moving = `skip/${unique()}`;
      const args = {'build-args': `BASE=${await pushBase(openRegistry, moving, ['linux/amd64'])}`};
      const built = await project.build(args);
      expectReused(await project.reuse(args), true);
      const old = await project.build({...args, 'skip-max-age': '1ms'});
      expect(old.log).toMatch(/:1 was made .* ago, and skip-max-age is/);
      expectReused(old, false);

      const {text} = await manifestOf(closedRegistry, repository, '1');
      const {layers} = JSON.parse(text) as {layers: {digest: string}[]};
      const authorization = `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`;
      const blob = `http://${closedRegistry.host}/v2/${repository}/blobs/${layers[1]?.digest}`;
      expect((await fetch(blob, {method: 'DELETE', headers: {authorization}})).status).toBe(202);
      const mended = await project.build(args);
      expectReused(mended, false);
      expect(mended.log).toContain('its registry lacks a part of it');
      expect((await fetch(blob, {method: 'HEAD', headers: {authorization}})).status).toBe(200);

      await pushBase(openRegistry, moving, ['linux/amd64', 'linux/arm64']);
      const rebased = await project.build(args);
      expectReused(rebased, false);
      expect(fingerprintIn(rebased)).not.toBe(fingerprintIn(built));
      await removeImage(engine, `${place}:1`);
    });

    it('leaves a protected tag alone, and says which labels stay as they were', async () => {
      const project = new Project(engine);
      const {place} = project;
      const revision = 'org.opencontainers.image.revision';
      await project.build({labels: `${revision}=one`});
      const reused = await project.reuse({labels: `${revision}=two`});
      expectReused(reused, true);
      expect(reused.log).toContain(`Its label ${revision} is that of its own build`);
      expect(reused.outputs['metadata']).toContain(`"${revision}": "one"`);
      const taken = await project.reuse({overwrite: 'never', labels: `${revision}=two`});
      expect(taken.code).toBe(1);
      expect(failure(taken)).toContain('overwrite is never');
      expect(taken.outputs).toMatchObject({pushed: '', failed: `${place}:1`, digest: ''});
      await removeImage(engine, `${place}:1`);
    });

    it('publishes no image that holds a secret of the step, though somebody did before (hardening S2)', async () => {
      const project = new Project(engine);
      const labels = `key=${closedRegistry.password}`;
      expectReused(await project.build({labels, 'leak-guard': 'warn'}), false);
      const stopped = await project.reuse({labels});
      expect(stopped.code).toBe(1);
      expect(failure(stopped)).toContain('the image holds secrets of this run');
      const warned = await project.reuse({labels, 'leak-guard': 'warn'});
      expectReused(warned, true);
      expect(JSON.stringify(warned.outputs)).not.toContain(closedRegistry.password);
      await removeImage(engine, `${project.place}:1`);
    });

    it('needs a word where there are secrets, and tells nobody anything of them (hardening S2)', async () => {
      const project = new Project(engine);
      const {place, repository} = project;
      project.write('Dockerfile', 'ARG BASE\nFROM $BASE\nCOPY data /data\n# RUN --mount=type=secret,id=key\n');
      const secret = 'correct-horse-battery-9';
      const off = await project.build({secrets: `key=${secret}`});
      expect(off.log).toContain('skip-unchanged has no effect: the build gets secrets');
      expectReused(off, false);
      expect(fingerprintIn(off)).toBeUndefined();
      const allowed = {'skip-with-secrets': 'true'};
      const built = await project.build({...allowed, secrets: `key=${secret}`});
      // The value is no part of it: another one finds the same image.
      const reused = await project.reuse({...allowed, secrets: 'key=another-one-of-them-7'});
      expectReused(reused, true);
      expect(fingerprintIn(reused)).toBe(fingerprintIn(built));
      const {text} = await manifestOf(closedRegistry, repository, '1');
      expect(`${text} ${withoutMasks(built.log)} ${JSON.stringify(built.outputs)}`).not.toContain(secret);
      await removeImage(engine, `${place}:1`);
    });

    it('takes an image that only the engine has by its id', async () => {
      const project = new Project(engine);
      const {place} = project;
      const local = `${unique()}:local`;
      const remake = (data: string) =>
        runAction(
          {tags: local},
          {
            workspace: workspace({Dockerfile: 'FROM scratch\nCOPY d /d\n', d: data}),
            env: {DOCKER_HOST: engine.address},
          },
        );
      await remake('one');
      // Nor is a platform named, so that the engine says which one it is.
      const args = {'build-args': `BASE=${local}`, platforms: ''};
      expectReused(await project.build(args), false);
      expectReused(await project.build(args), true);
      await remake('two');
      expectReused(await project.build(args), false);
      for (const name of [local, `${place}:1`]) await removeImage(engine, name);
    });
  },
  isOne,
);

describeEngines(
  'skip-unchanged with attestations',
  (engine) => {
    it('gives the tags to the image with all that is attested of it', async () => {
      const project = new Project(engine);
      const {place, repository} = project;
      const built = await project.build({provenance: 'true'});
      expectReused(built, false);
      const elsewhere = `${openRegistry.host}/${repository}`;
      const reused = await project.reuse({provenance: 'true', tags: `${elsewhere}:1`, 'skip-from': `${place}:1`});
      expectReused(reused, true);
      expect(reused.outputs['digest']).toBe(built.outputs['digest']);
      const {text} = await manifestOf(openRegistry, repository, '1');
      expect(text).toContain('attestation-manifest');
      await removeImage(engine, `${place}:1`);
    });
  },
  isContainerd,
);

describe('skip-unchanged where it would be unsound', () => {
  const run = (inputs: Readonly<Record<string, string>>, dockerfile = 'FROM scratch\n') =>
    runAction(
      {
        'skip-unchanged': 'true',
        tags: '127.0.0.1:1/a/b:1',
        push: 'true',
        platforms: 'linux/amd64',
        preflight: 'false',
        ...inputs,
      },
      {workspace: workspace({Dockerfile: dockerfile}), env: {DOCKER_HOST: NOWHERE}},
    );

  it.each<[string, Record<string, string>, string, string?]>([
    ['nothing is pushed', {push: 'false'}, '::notice::skip-unchanged has no effect: nothing is pushed'],
    [
      'it was not asked to skip',
      {'skip-unchanged': 'false', 'skip-from': 'a/b:1'},
      '::notice::skip-from has no effect: it is for skip-unchanged',
    ],
    ['a base is not known', {}, 'line 2 (FROM $B) names an image', 'ARG B\nFROM $B\n'],
    ['something is downloaded', {}, 'add --checksum=sha256:', 'FROM scratch\nADD http://127.0.0.1:1/a /\n'],
    ['a branch is built', {context: 'http://127.0.0.1:1/a.git#main'}, 'name a commit'],
    [
      'the Dockerfile is not seen',
      {context: `http://127.0.0.1:1/a.git#${'0'.repeat(40)}`},
      'check it out in a step before',
    ],
    ['a URL is built', {context: 'http://127.0.0.1:1/a.tar'}, 'the URL of the context'],
    ['a further context may change', {'build-contexts': 'x=http://127.0.0.1:1/a.tar'}, 'build-contexts: x may change'],
    ['the registry is not to be seen', {}, '127.0.0.1:1 does not answer here'],
  ])('builds, and says that %s', async (_, inputs, message, dockerfile = 'FROM scratch\n') => {
    const {log, outputs} = await run(inputs, dockerfile);
    expect(log).toContain(message);
    expect(log).toContain('/nowhere.sock');
    expect(outputs['reused']).toBe('');
  });
});
