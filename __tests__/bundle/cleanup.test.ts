import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {setTimeout as sleep} from 'node:timers/promises';
import {afterEach, expect, it} from '@jest/globals';
import {
  type ActionRun,
  ask,
  askJson,
  BASE_IMAGE,
  describeEngines,
  type Engine,
  isPodman,
  isUsual,
  openRegistry,
  removeImage,
  runAction,
  unique,
  workspace,
} from '../rig.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

type Inputs = Readonly<Record<string, string>>;
type Listed = readonly {readonly Id: string}[];

const withPrefix = (id: string) => (id.startsWith('sha256:') ? id : `sha256:${id}`);

/** Podman fails to prune while another test deletes an image. */
async function settled<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 10; tries > 0; tries--) {
    try {
      return await work();
    } catch {
      await sleep(200);
    }
  }
  return work();
}

/** Images in the engine, intermediate ones among them. Podman cannot list them while another test deletes one. */
async function imagesOf(engine: Engine): Promise<ReadonlySet<string>> {
  if (isPodman(engine)) return new Set();
  const images = await askJson<Listed>(engine.address, '/images/json?all=1');
  return new Set(images.map(({Id}) => withPrefix(Id)));
}

const isHere = async (engine: Engine, name: string) =>
  (await ask(engine.address, `/images/${name}/json`)).status === 200;

/**
 * Images that were made since, of which the mark tells that they are ours, as other tests use the engines at the same
 * time. On Podman, those that the step's own log and state name.
 */
async function newImages(
  engine: Engine,
  before: ReadonlySet<string>,
  mark: string,
  run: ActionRun,
): Promise<readonly string[]> {
  const told = [
    ...Object.values(run.state)
      .join(' ')
      .matchAll(/"id":"([^"]+)"/g),
  ].map(([, id]) => id ?? '');
  const ids = isPodman(engine) ? told : [...(await imagesOf(engine))].filter((id) => !before.has(id));
  const found: string[] = [];
  for (const id of ids) {
    const answers = await Promise.all(['json', 'history'].map((what) => ask(engine.address, `/images/${id}/${what}`)));
    if (answers.some(({text}) => text.includes(mark))) found.push(id);
  }
  return found;
}

const runMain = (engine: Engine, directory: string, inputs: Inputs, onLog?: Parameters<typeof runAction>[1]['onLog']) =>
  runAction(inputs, {workspace: directory, env: {DOCKER_HOST: engine.address}, ...(onLog && {onLog})});

const runPost = (engine: Engine, directory: string, inputs: Inputs, state: Readonly<Record<string, string>>) =>
  runAction(inputs, {workspace: directory, env: {DOCKER_HOST: engine.address}, state});

/** A Dockerfile whose steps all name the mark, so that every image of it can be told. */
const marked = (mark: string, ...more: readonly string[]) =>
  workspace({
    Dockerfile: [`FROM ${BASE_IMAGE}`, `ENV MARK=${mark}`, `RUN echo ${mark} > /mark`, ...more].join('\n'),
    file: mark,
  });

describeEngines('cleanup', (engine) => {
  const builders = isPodman(engine) ? ['auto'] : ['2', '1'];

  it.each(builders)('takes away what a build made, with builder-version %s, and only that', async (builder) => {
    const mark = unique();
    const directory = marked(mark, 'COPY file /file');
    const before = await imagesOf(engine);
    const inputs = {cleanup: 'true', 'builder-version': builder, tags: `${mark}:1\n${mark}:2`};
    const main = await runMain(engine, directory, inputs);
    expect({code: main.code, log: main.log}).toMatchObject({code: 0});
    expect(await newImages(engine, before, mark, main)).not.toEqual([]);
    const post = await runPost(engine, directory, inputs, main.state);
    expect({code: post.code, log: post.log}).toMatchObject({code: 0});
    expect(post.log).not.toContain('::warning');
    expect(await newImages(engine, before, mark, main)).toEqual([]);
    // Twice is once.
    const again = await runPost(engine, directory, inputs, main.state);
    expect({code: again.code, warned: again.log.includes('::warning')}).toEqual({code: 0, warned: false});
    for (const tag of ['1', '2']) expect(await isHere(engine, `${mark}:${tag}`)).toBe(false);
    expect(await isHere(engine, BASE_IMAGE)).toBe(true);
  });

  it.each(builders)(
    'leaves the images as they were after a cancelled build, with builder-version %s',
    async (builder) => {
      const mark = unique();
      const directory = marked(mark, `RUN echo ${mark}-late > /late`, `RUN echo begun-${mark}; sleep 4`, 'RUN true');
      const before = await imagesOf(engine);
      const inputs = {cleanup: 'true', 'builder-version': builder, tags: `${mark}:1`};
      let sent = false;
      const main = await runMain(engine, directory, inputs, (log, kill) => {
        if (sent || !log.includes(`| begun-${mark}`)) return;
        sent = true;
        kill('SIGINT');
      });
      expect(main.code).toBe(130);
      const post = await runPost(engine, directory, inputs, main.state);
      expect({code: post.code, log: post.log}).toMatchObject({code: 0});
      expect(await newImages(engine, before, mark, main)).toEqual([]);
    },
  );

  it('takes away what a failed build left, and copies of its context', async () => {
    const mark = unique();
    const directory = marked(mark, 'COPY file /file', 'RUN false');
    const before = await imagesOf(engine);
    const inputs = {cleanup: 'true', tags: `${mark}:1`, 'context-transfer': 'tar'};
    const main = await runMain(engine, directory, inputs);
    expect(main.code).toBe(1);
    const post = await runPost(engine, directory, inputs, main.state);
    expect({code: post.code, log: post.log}).toMatchObject({code: 0});
    expect(await newImages(engine, before, mark, main)).toEqual([]);
    if (!isPodman(engine))
      expect(post.log).toMatch(/Deleted \d+ cop(?:y|ies) of the context in the build cache, .* reclaimed/);
  });

  it('gives a name that moved back to its image', async () => {
    const mark = unique();
    const name = `${mark}:1`;
    await ask(engine.address, `/images/${BASE_IMAGE}/tag?repo=${mark}&tag=1`, {method: 'POST'});
    const idOf = async () => (await askJson<{Id: string}>(engine.address, `/images/${name}/json`)).Id;
    const id = await idOf();
    const directory = marked(mark);
    const inputs = {cleanup: 'true', tags: name};
    const main = await runMain(engine, directory, inputs);
    expect(main.code).toBe(0);
    expect(await idOf()).not.toBe(id);
    const post = await runPost(engine, directory, inputs, main.state);
    expect(post.log).toContain(`Gave ${name} back to ${withPrefix(id)}`);
    expect(await idOf()).toBe(id);
    await removeImage(engine, name);
  });

  it('leaves an image that was there, and one that somebody named meanwhile (hardening E9, T40)', async () => {
    const mark = unique();
    const directory = marked(mark);
    const first = await runMain(engine, directory, {tags: `${mark}:kept`});
    const inputs = {cleanup: 'true', tags: `${mark}:again`};
    const main = await runMain(engine, directory, inputs);
    expect(main.outputs['imageid']).toBe(first.outputs['imageid']);
    const other = await runMain(engine, marked(`${mark}-b`), {cleanup: 'true', tags: `${mark}:b`});
    await ask(engine.address, `/images/${mark}:b/tag?repo=${mark}&tag=theirs`, {method: 'POST'});
    // And one whose name somebody gave to another image meanwhile.
    const moved = await runMain(engine, marked(`${mark}-c`), {cleanup: 'true', tags: `${mark}:moved`});
    await ask(engine.address, `/images/${BASE_IMAGE}/tag?repo=${mark}&tag=moved`, {method: 'POST'});
    await runPost(engine, directory, inputs, main.state);
    await runPost(engine, directory, inputs, other.state);
    const left = await runPost(engine, directory, inputs, moved.state);
    expect(left.log).toContain(`${mark}:moved stays: somebody else gave it to sha256:`);
    const tags = ['kept', 'again', 'b', 'theirs', 'moved'];
    const here = await Promise.all(tags.map((tag) => isHere(engine, `${mark}:${tag}`)));
    expect(tags.filter((_, at) => here[at])).toEqual(['kept', 'theirs', 'moved']);
    for (const tag of ['kept', 'theirs', 'moved']) await removeImage(engine, `${mark}:${tag}`);
  });

  it('deletes the images that the author names, and says what stays', async () => {
    const mark = unique();
    const directory = marked(mark);
    for (const tag of ['1', '2']) await runMain(engine, directory, {tags: `${mark}:${tag}`});
    // Podman cannot keep the parents.
    const more = isPodman(engine) ? '' : ',noprune=true';
    const inputs = {'delete-images': `${mark}:1\n${mark}:2,force=true${more}\n${mark}:missing`};
    const post = await runPost(engine, directory, inputs, {isPost: 'true'});
    expect(post.code).toBe(0);
    expect(post.log).toMatch(new RegExp(`Deleted ${mark}:1: `));
    expect(post.log).toMatch(new RegExp(`::warning::cleaning: ${mark}:missing stays: .*${mark}:missing`));
    for (const tag of ['1', '2']) expect(await isHere(engine, `${mark}:${tag}`)).toBe(false);
  });

  it('prunes only what the filters of the author name, and says how much (hardening E9)', async () => {
    const mark = unique();
    const directory = marked(mark);
    const build = (label: string, tags: string) => runMain(engine, directory, {labels: `mark=${mark}${label}`, tags});
    const dangling = await build('', '');
    const named = await build('', `${mark}:named`);
    const other = await build('-other', '');
    expect([dangling.code, named.code, other.code]).toEqual([0, 0, 0]);
    await settled(async () => {
      const inputs = {'prune-images': `dangling=true\nlabel=mark=${mark}-other`};
      const post = await runPost(engine, directory, inputs, {isPost: 'true'});
      expect(post.code).toBe(0);
      expect(post.log).toMatch(/Pruned images: \d+ objects? deleted, .* reclaimed/);
    });
    expect(await isHere(engine, other.outputs['imageid'] ?? '')).toBe(false);
    expect(await isHere(engine, `${mark}:named`)).toBe(true);
    await removeImage(engine, `${mark}:named`);
  });

  it('prunes the build cache by filter and size, or says that this engine has none', async () => {
    const directory = workspace({});
    const inputs = {'prune-build-cache': `id=${unique()}\nreserved-space=1g\nall=true`};
    const post = await runPost(engine, directory, inputs, {isPost: 'true'});
    expect(post.code).toBe(0);
    if (isPodman(engine)) expect(post.log).toMatch(/::warning::cleaning: the build cache stays: .*Podman/);
    else expect(post.log).toContain('Pruned the build cache: 0 records deleted, 0 B reclaimed');
  });

  it('takes away an image that was pulled for the run', async () => {
    if (isPodman(engine)) return; // Its API pulls from registries with TLS only; obtaining by pull is one path for all.
    const repository = `${openRegistry.host}/pulled/${unique()}`;
    await ask(engine.address, `/images/${BASE_IMAGE}/tag?repo=${repository}&tag=1`, {method: 'POST'});
    await ask(engine.address, `/images/${repository}/push?tag=1`, {
      method: 'POST',
      headers: {'x-registry-auth': 'e30='},
    });
    await removeImage(engine, `${repository}:1`);
    const directory = workspace({});
    const inputs = {cleanup: 'true', source: 'image', image: `${repository}:1`, tags: `${unique()}:1`};
    const main = await runMain(engine, directory, inputs);
    expect({code: main.code, log: main.log}).toMatchObject({code: 0});
    await runPost(engine, directory, inputs, main.state);
    for (const name of [inputs.image, inputs.tags]) expect(await isHere(engine, name)).toBe(false);
  });
});

describeEngines(
  'cleanup of what is noted',
  (engine) => {
    it('does nothing unless asked, and exits 0 with a state that is corrupt (hardening L4, T30)', async () => {
      const directory = workspace({});
      const unasked = await runPost(
        engine,
        directory,
        {},
        {isPost: 'true', made_0: '{"kind":"name","name":"busybox:base"}'},
      );
      expect({code: unasked.code, log: unasked.log}).toEqual({code: 0, log: ''});
      const corrupt = {
        isPost: 'true',
        made_0: '{"kind":"image","id":"../../x"}',
        made_1: 'no json',
        made_x: '1',
        made_2: '[]',
      };
      const post = await runPost(engine, directory, {cleanup: 'true'}, corrupt);
      expect(post.code).toBe(0);
      expect(post.log).toContain('nothing to clean up');
      const elsewhere = await runAction(
        {cleanup: 'true'},
        {
          workspace: directory,
          env: {DOCKER_HOST: 'unix:///nowhere'},
          state: {isPost: 'true', made_0: '{"kind":"image","id":"0123456789ab"}'},
        },
      );
      expect({code: elsewhere.code, outputs: elsewhere.outputs}).toEqual({code: 0, outputs: {}});
      expect(elsewhere.log).toContain('::warning::cleaning was not finished: no engine answers');
    });
  },
  isUsual,
);

describeEngines('the read-only modes', (engine) => {
  it('list what the filters name, and change nothing', async () => {
    const mark = unique();
    for (const tag of ['1', '2'])
      await ask(engine.address, `/images/${BASE_IMAGE}/tag?repo=${mark}&tag=${tag}`, {method: 'POST'});
    const {code, log, outputs} = await runMain(engine, workspace({}), {
      mode: 'list',
      filters: `reference=${mark}:2`,
      'list-options': 'all,digests',
    });
    expect({code, log}).toMatchObject({code: 0});
    const images = JSON.parse(outputs['images'] ?? '') as {names: string[]; size: number; created: string}[];
    expect(images).toHaveLength(1);
    expect(images[0]?.names.map((name) => name.replace(/^docker\.io\/library\//, ''))).toContain(`${mark}:2`);
    expect(images[0]?.size).toBeGreaterThan(0);
    expect(Date.parse(images[0]?.created ?? '')).toBeGreaterThan(0);
    for (const tag of ['1', '2']) await removeImage(engine, `${mark}:${tag}`);
  });

  it('search a registry, with its account and the limits', async () => {
    const seen: string[] = [];
    const server = createServer((request, response) => {
      seen.push(`${request.url} ${request.headers.authorization ?? ''}`);
      response.setHeader('content-type', 'application/json');
      if (request.url?.startsWith('/v1/_ping')) return response.end('true');
      const results = [
        {name: 'team/app', description: 'the app', star_count: 7, is_official: true, is_automated: false},
        {name: 'team/tool', description: '::error::no', star_count: 1, is_official: false, is_automated: false},
      ];
      return response.end(JSON.stringify({query: 'app', num_results: 2, results}));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    cleanups.push(() => server.close());
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const {code, log, outputs} = await runMain(engine, workspace({}), {
      mode: 'search',
      term: `${host}/app`,
      limit: '7',
      filters: 'stars=3',
      registry: host,
      username: 'me',
      password: 'searching',
    });
    if (isPodman(engine)) {
      expect(code).toBe(1);
      expect(log).toMatch(/::error::GET \/images\/search .*HTTP response to HTTPS client/);
      return;
    }
    expect({code, log}).toMatchObject({code: 0});
    expect(JSON.parse(outputs['images'] ?? '')).toEqual([
      {name: 'team/app', description: 'the app', stars: 7, official: true, automated: false},
    ]);
    const basic = `Basic ${Buffer.from('me:searching').toString('base64')}`;
    expect(seen.find((line) => line.startsWith('/v1/search'))).toMatch(new RegExp(`q=app&n=7 ${basic}$`));
  });
});
