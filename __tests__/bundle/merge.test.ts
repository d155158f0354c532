/** merge/action.yml through its own bundle, against real registries, with images that another tool pushed. */
import {beforeAll, describe, expect, it} from '@jest/globals';
import {closedRegistry, manifestOf, openRegistry, runAction, unique, withoutMasks, workspace} from '../rig.ts';
import {OCI, type PushedImage, pushImage, tagsOf} from './other-tool.ts';

const PLATFORMS = ['linux/amd64', 'linux/arm64', 'linux/arm/v7'];
const login = {
  registry: closedRegistry.host,
  username: closedRegistry.username,
  password: closedRegistry.password,
};

const merging = (inputs: Record<string, string>, directory = workspace({})) =>
  runAction(inputs, {workspace: directory, action: 'merge', env: {DOCKER_HOST: 'unix:///nowhere.sock'}});

const failure = (log: string) => log.split('\n').find((line) => line.startsWith('::error')) ?? '';

interface Index {
  readonly mediaType: string;
  readonly manifests: readonly {readonly digest: string; readonly platform: object; readonly annotations?: object}[];
  readonly annotations?: object;
}

const indexOf = async (registry: typeof openRegistry, repository: string, tag: string) =>
  JSON.parse((await manifestOf(registry, repository, tag)).text) as Index;

(openRegistry.host === '' ? describe.skip : describe)('the merge action (needs registries: run script/test)', () => {
  const repository = `merge/${unique()}`;
  const name = `${openRegistry.host}/${repository}`;
  let images: readonly PushedImage[];
  let described: readonly string[];

  beforeAll(async () => {
    images = await Promise.all(PLATFORMS.map((platform) => pushImage(openRegistry, repository, platform)));
    described = images.map((image, at) => {
      const [os, architecture, variant] = (PLATFORMS[at] ?? '').split('/');
      const platform = {os, architecture, ...(variant && {variant})};
      return JSON.stringify({...image, platform, repositories: [name]});
    });
  });

  it('makes one index of what three jobs handed on, everywhere under one digest, and again the same', async () => {
    const other = `merge/${unique()}`;
    const tags = [`${name}:1`, `${openRegistry.host}/${other}:1`, `${closedRegistry.host}/${other}:1`];
    const [amd64, arm64, armv7] = described;
    const needs = {
      amd64: {result: 'success', outputs: {descriptor: amd64, digest: images[0]?.digest, metadata: '{"a":"b"}'}},
      arm: {result: 'success', outputs: {arm64, armv7}},
    };
    const inputs = {
      ...login,
      descriptors: JSON.stringify(needs, undefined, 2),
      tags: [...tags, `${name}:latest`].join('\n'),
      platforms: PLATFORMS.join(),
    };
    const {code, log, outputs} = await merging(inputs);
    expect({code, log}).toMatchObject({code: 0});
    const index = await indexOf(openRegistry, repository, '1');
    expect(index.mediaType).toBe('application/vnd.docker.distribution.manifest.list.v2+json');
    const [a, b, c] = images;
    const platform = {os: 'linux'};
    expect(index.manifests).toEqual([
      {...a, platform: {...platform, architecture: 'amd64'}},
      {...c, platform: {...platform, architecture: 'arm', variant: 'v7'}},
      {...b, platform: {...platform, architecture: 'arm64'}},
    ]);
    for (const registry of [openRegistry, closedRegistry]) {
      const held = await manifestOf(registry, other, '1');
      expect(held.headers['docker-content-digest']).toBe(outputs['digest']);
      // Its children came along.
      expect((await manifestOf(registry, other, a?.digest ?? '')).status).toBe(200);
      expect(await tagsOf(registry, other)).toEqual(['1']);
    }
    expect(await tagsOf(openRegistry, repository)).toEqual(['1', 'latest']);
    expect(outputs['tags']?.split('\n')).toEqual([...tags, `${name}:latest`]);
    expect(outputs['image-refs']?.split('\n')[0]).toBe(`${name}:1@${outputs['digest']}`);
    expect(outputs['failed']).toBe('');
    expect(JSON.parse(outputs['metadata'] ?? '')).toMatchObject({'containerimage.digest': outputs['digest']});
    expect(JSON.parse(outputs['manifest'] ?? '')).toEqual(index);
    expect(withoutMasks(log)).not.toContain(closedRegistry.password);
    const again = await merging({...inputs, descriptors: described.toReversed().join('\n'), overwrite: 'same'});
    expect({code: again.code, log: again.log}).toMatchObject({code: 0});
    expect(again.outputs).toEqual(outputs);
  });

  it('takes digests, references, files and patterns of files, which all say the same', async () => {
    const digests = images.map(({digest}) => digest);
    const files = Object.fromEntries(digests.map((digest) => [`digests/${digest.slice(7)}`, '']));
    const json = Object.fromEntries(described.map((text, at) => [`out/job-${at}/image.json`, text]));
    const directory = workspace({...files, ...json, 'all.json': JSON.stringify({descriptors: described})});
    const forms = [
      digests.join('\n'),
      PLATFORMS.map((platform, at) => `${platform}=${digests[at]}`).join('\n'),
      digests.map((digest) => `${name}@${digest}`).join('\n'),
      'digests',
      'out/**/*.json',
      'out/\n',
      './all.json',
      JSON.stringify(digests),
      `${described[0]}\n${name}@${digests[1]}\n${digests[2]}`,
    ];
    const runs = await Promise.all(
      forms.map((descriptors) =>
        merging({descriptors, tags: `${name}:forms`, 'dry-run': 'true', platforms: PLATFORMS.join('\n')}, directory),
      ),
    );
    for (const {code, log} of runs) expect({code, log}).toMatchObject({code: 0});
    expect(new Set(runs.map(({outputs}) => outputs['digest'])).size).toBe(1);
    expect(runs[0]?.outputs).toMatchObject({tags: '', pushed: '', digest: expect.stringMatching(/^sha256:/)});
    expect(await tagsOf(openRegistry, repository)).not.toContain('forms');
  });

  it.each<readonly [string, (a: readonly string[]) => Record<string, string>, string]>([
    [
      'a platform is missing',
      ([amd64 = '']) => ({descriptors: amd64, platforms: 'linux/amd64,linux/arm64'}),
      'input platforms: no image is for linux/arm64; nothing was written',
    ],
    [
      'a platform is one too many',
      ([amd64, arm64]) => ({descriptors: `${amd64}\n${arm64}`, platforms: 'linux/amd64'}),
      'input platforms: nobody expects linux/arm64',
    ],
    [
      'an image is for another platform than was said',
      ([amd64 = '']) => ({descriptors: amd64.replace('"amd64"', '"arm64"')}),
      'is for linux/amd64, not for linux/arm64',
    ],
    [
      'two images are for one platform',
      ([amd64]) => ({descriptors: `${amd64}\n${name}:other`}),
      'two images are for linux/amd64',
    ],
    [
      'an image is not there',
      () => ({descriptors: `sha256:${'0'.repeat(64)}`}),
      `@sha256:${'0'.repeat(64)} (input descriptors, line 1) is not there`,
    ],
    [
      'no job handed on anything',
      () => ({descriptors: '{"build":{"result":"skipped","outputs":{}}}'}),
      'no descriptor',
    ],
    ['nothing is given', () => ({descriptors: ''}), 'input descriptors: it is empty'],
    ['a file is not there', () => ({descriptors: './nowhere.json'}), 'there is no file at ./nowhere.json'],
    [
      'a digest may be in several repositories',
      () => ({descriptors: `sha256:${'0'.repeat(64)}`, tags: `${name}:x,${openRegistry.host}/other:x`}),
      'nothing says which repository has',
    ],
    [
      'an annotation is for manifests',
      ([amd64 = '']) => ({descriptors: amd64, annotations: 'manifest:a=b'}),
      'input annotations: a would',
    ],
  ])('writes nothing when %s', async (_, inputs, message) => {
    if (message.includes('two images')) {
      const twin = await pushImage(openRegistry, repository, 'linux/amd64', OCI);
      await fetch(`http://${name.replace('/', '/v2/')}/manifests/other`, {
        method: 'PUT',
        headers: {'content-type': OCI.manifest},
        body: (await manifestOf(openRegistry, repository, twin.digest)).text,
      });
    }
    const {code, log, outputs} = await merging({tags: `${name}:nothing`, ...inputs(described)});
    expect(code).toBe(1);
    expect(failure(log)).toContain(message);
    expect(outputs).toMatchObject({digest: '', tags: '', failed: ''});
    expect(await tagsOf(openRegistry, repository)).not.toContain('nothing');
  });

  it('publishes where it can when another registry refuses, and says which (hardening L6, T41)', async () => {
    const refused = `${closedRegistry.host}/merge/${unique()}`;
    const {code, log, outputs} = await merging({
      ...login,
      password: 'hunter2-wrong',
      descriptors: described.join('\n'),
      tags: `${name}:2,${name}:latest,${refused}:2,${refused}:latest`,
    });
    expect(code).toBe(1);
    expect(failure(log)).toContain('3 of 4 references were not published');
    expect(failure(log)).toContain(`${name}:latest: not tried, because another reference failed`);
    expect(failure(log)).toContain(`the login was refused (401). Check user name "${closedRegistry.username}"`);
    expect(outputs).toMatchObject({
      digest: '',
      pushed: `${name}:2`,
      failed: `${refused}:2\n${refused}:latest\n${name}:latest`,
    });
    expect(await tagsOf(openRegistry, repository)).toContain('2');
    expect(withoutMasks(log)).not.toContain('hunter2-wrong');
  });

  it('leaves a tag that overwrite protects', async () => {
    const own = `merge/${unique()}`;
    const place = `${openRegistry.host}/${own}`;
    const run = (at: number, overwrite: string) =>
      merging({descriptors: described[at] ?? '', tags: `${place}:1,${place}:latest`, overwrite});
    expect((await run(0, 'never')).code).toBe(0);
    const before = await manifestOf(openRegistry, own, '1');
    for (const [overwrite, at] of [
      ['never', 0],
      ['same', 1],
    ] as const) {
      const {code, log, outputs} = await run(at, overwrite);
      expect(code).toBe(1);
      expect(failure(log)).toContain(`the tag is taken: ${place}:1 is ${before.headers['docker-content-digest']}`);
      expect(outputs['failed']).toContain(`${place}:1`);
    }
    expect((await run(0, 'same')).code).toBe(0);
    expect((await run(1, 'always')).code).toBe(0);
    expect((await manifestOf(openRegistry, own, '1')).text).not.toBe(before.text);
  });

  it('gives the tags to a single image itself, and annotates an index on both levels', async () => {
    const own = `merge/${unique()}`;
    const place = `${openRegistry.host}/${own}`;
    const single = await merging({descriptors: described[0] ?? '', tags: `${place}:single`});
    expect(single.outputs['digest']).toBe(images[0]?.digest);
    const {code, log} = await merging({
      descriptors: described.join('\n'),
      tags: `${place}:annotated`,
      annotations: 'title=App\nmanifest-descriptor[linux/arm64]:for=arm',
    });
    expect({code, log}).toMatchObject({code: 0});
    const index = await indexOf(openRegistry, own, 'annotated');
    expect(index).toMatchObject({mediaType: 'application/vnd.oci.image.index.v1+json', annotations: {title: 'App'}});
    expect(index.manifests.map(({annotations}) => annotations)).toEqual([undefined, undefined, {for: 'arm'}]);
    const wrapped = await merging({descriptors: described[0] ?? '', tags: `${place}:wrapped`, 'prefer-index': 'true'});
    expect((await indexOf(openRegistry, own, 'wrapped')).manifests).toHaveLength(1);
    // An index of others gives all that it holds, attestations too.
    const whole = await merging({descriptors: `${place}:annotated`, tags: `${place}:again`, 'prefer-index': 'true'});
    expect(JSON.parse(whole.outputs['manifest'] ?? '').manifests).toEqual(index.manifests);
    expect(wrapped.code + whole.code).toBe(0);
  });

  it('ends on a signal, with nothing said of a digest (hardening L1, O5)', async () => {
    const {code, outputs} = await runAction(
      {descriptors: `10.255.255.1/a/b:1`, tags: `${name}:never`},
      {
        workspace: workspace({}),
        action: 'merge',
        onLog: (log, kill) => log.includes('Read 1 image') && kill('SIGINT'),
      },
    );
    expect(code).toBe(130);
    expect(outputs['digest']).toBe('');
  });
});
