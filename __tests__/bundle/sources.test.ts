import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync, zstdCompressSync} from 'node:zlib';
import {expect, it} from '@jest/globals';
import {
  type Account,
  ask,
  askJson,
  BASE_IMAGE,
  closedRegistry,
  describeEngines,
  type Engine,
  isPodman,
  manifestOf,
  openRegistry,
  removeImage,
  runAction,
  runImage,
  unique,
  workspace,
} from '../rig.ts';

const login = ({host, username, password}: Account) => ({registry: host, username, password});

const run = (engine: Engine, directory: string, inputs: Readonly<Record<string, string>>) =>
  runAction(inputs, {workspace: directory, env: {DOCKER_HOST: engine.address}});

/** The base under another name, as `docker save` writes it; the name is gone from the engine then. */
async function saved(engine: Engine, name: string): Promise<Buffer> {
  const [repository = '', tag = ''] = name.split(':');
  await ask(engine.address, `/images/${BASE_IMAGE}/tag?repo=${repository}&tag=${tag}`, {method: 'POST'});
  const {body} = await ask(engine.address, `/images/${name}/get`);
  await removeImage(engine, name);
  return body;
}

interface Inspected {
  readonly Config: {readonly Labels: object | null; readonly Cmd: readonly string[]; readonly Env: readonly string[]};
  readonly Author: string;
  readonly Comment: string;
}

const inspected = (engine: Engine, name: string) => askJson<Inspected>(engine.address, `/images/${name}/json`);

/** A container of the base that has written a file. */
async function container(engine: Engine): Promise<string> {
  const name = unique();
  // Podman's own defaults are higher than what a machine in a sandbox may grant.
  const Ulimits = ['nofile', 'nproc'].map((Name) => ({Name, Soft: 1024, Hard: 1024}));
  const body = {Image: BASE_IMAGE, Cmd: ['sh', '-c', 'echo made > /made'], HostConfig: {NetworkMode: 'none', Ulimits}};
  await askJson(engine.address, `/containers/create?name=${name}`, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: Buffer.from(JSON.stringify(body)),
  });
  await ask(engine.address, `/containers/${name}/start`, {method: 'POST'});
  await ask(engine.address, `/containers/${name}/wait`, {method: 'POST'});
  return name;
}

describeEngines('source: archive', (engine) => {
  it.each([
    ['plain', (tar: Buffer) => tar],
    ['gzip', (tar: Buffer) => gzipSync(tar)],
    ['zstd', (tar: Buffer) => zstdCompressSync(tar)],
  ])('publishes an archive that an engine saved, %s', async (_, compress) => {
    const inside = `${unique()}:1`;
    const directory = workspace({'image.tar': compress(await saved(engine, inside))});
    const repository = `loaded/${unique()}`;
    const tags = `${openRegistry.host}/${repository}:1`;
    const {code, log, outputs} = await run(engine, directory, {
      source: 'archive',
      archive: 'image.tar',
      tags,
      push: 'true',
    });
    expect({code, log}).toMatchObject({code: 0});
    const {headers} = await manifestOf(openRegistry, repository, '1');
    expect(outputs['digest']).toBe(headers['docker-content-digest']);
    for (const name of [tags, inside, `localhost/${inside}`]) await removeImage(engine, name);
  });

  it('publishes an OCI layout, as a tar and as a directory, on engines that load none, too', async () => {
    const inside = `${unique()}:1`;
    const directory = workspace({'docker.tar': await saved(engine, inside)});
    const unpacked = join(directory, 'unpacked');
    mkdirSync(unpacked);
    execFileSync('tar', ['-xf', join(directory, 'docker.tar'), '-C', unpacked]);
    const layout = join(directory, 'layout');
    toLayout(unpacked, layout);
    execFileSync('tar', ['-cf', join(directory, 'oci.tar'), '-C', layout, '.']);
    for (const archive of ['oci.tar', 'layout']) {
      const tags = `${openRegistry.host}/layout/${unique()}:1`;
      const {code, log} = await run(engine, directory, {source: 'archive', archive, tags, push: 'true', quiet: 'true'});
      expect({code, log}).toMatchObject({code: 0});
      expect(await runImage(engine, tags, ['echo', 'whole'])).toBe('whole\n');
      await removeImage(engine, tags);
    }
    await removeImage(engine, 'stowage-layout:1');
  });

  it('takes the platform that is asked for out of an OCI archive for several, and publishes it alone', async () => {
    const layout = join(workspace({}), 'layout');
    manyPlatforms(layout, ['amd64', 'arm64']);
    const repository = `platform/${unique()}`;
    const tags = `${openRegistry.host}/${repository}:1`;
    const {code, log, outputs} = await run(engine, layout, {
      source: 'archive',
      archive: layout,
      platforms: 'linux/arm64',
      tags,
      push: 'true',
      outputs: 'type=docker,dest=../image.tar\ntype=local,dest=../files',
    });
    expect({code, log}).toMatchObject({code: 0});
    const {headers, body} = await manifestOf(openRegistry, repository, '1');
    expect(headers['docker-content-digest']).toBe(outputs['digest']);
    const {config} = JSON.parse(body.toString()) as {config: {digest: string}};
    const {text} = await ask(`http://${openRegistry.host}`, `/v2/${repository}/blobs/${config.digest}`);
    expect(JSON.parse(text)).toMatchObject({architecture: 'arm64'});
    expect(readFileSync(join(layout, '../files/which'), 'utf8')).toBe('arm64\n');
    for (const name of [tags, 'stowage-layout:1', 'stowage-many:1']) await removeImage(engine, name);
  });

  it('imports a root file system with changes, labels and a message', async () => {
    const inside = `${unique()}:1`;
    const directory = workspace({'image.tar': await saved(engine, inside)});
    const name = `${unique()}:1`;
    // The root file system of the very image, by way of the files it is written to.
    const export_ = await run(engine, directory, {
      source: 'image',
      image: BASE_IMAGE,
      outputs: 'type=tar,dest=rootfs.tar',
    });
    expect({code: export_.code, log: export_.log}).toMatchObject({code: 0});
    const {code, log} = await run(engine, directory, {
      source: 'archive',
      archive: 'rootfs.tar',
      tags: name,
      changes: 'CMD ["echo", "imported"]\nENV A=b',
      labels: 'k=say "it" for $1\nempty=',
      message: 'from a file',
    });
    expect({code, log}).toMatchObject({code: 0});
    const {Config, Comment} = await inspected(engine, name);
    expect(Config.Labels).toMatchObject({k: 'say "it" for $1', empty: ''});
    expect(Config.Env).toContain('A=b');
    expect(Comment).toBe('from a file');
    expect(await runImage(engine, name)).toBe('imported\n');
    await removeImage(engine, name);
  });

  it('asks which image is meant where an archive holds several, and takes the one that is named', async () => {
    const names = [`${unique()}:1`, `${unique()}:2`];
    for (const name of names) {
      const [repo, tag] = name.split(':');
      await ask(engine.address, `/images/${BASE_IMAGE}/tag?repo=${repo}&tag=${tag}`, {method: 'POST'});
    }
    const {body} = await ask(engine.address, `/images/get?names=${names[0]}&names=${names[1]}`);
    for (const name of names) await removeImage(engine, name);
    const directory = workspace({'two.tar': body});
    const given = {source: 'archive', archive: 'two.tar', tags: `${unique()}:1`};
    const unsaid = await run(engine, directory, given);
    expect(unsaid.code).toBe(1);
    expect(unsaid.log).toMatch(/::error::input archive: it holds .*, .*the input image/);
    const said = await run(engine, directory, {...given, image: names[1] ?? ''});
    expect({code: said.code, log: said.log}).toMatchObject({code: 0});
    await askJson(engine.address, `/images/${given.tags}/json`);
    for (const name of [...names, given.tags]) await removeImage(engine, name);
  });

  it('says what is wrong with a file that is no archive, and loads nothing', async () => {
    const directory = workspace({
      'text.tar': 'not a tar at all',
      'cut.tar': (await saved(engine, `${unique()}:1`)).subarray(0, 100_000),
    });
    for (const archive of ['text.tar', 'cut.tar']) {
      const {code, log, outputs} = await run(engine, directory, {source: 'archive', archive, tags: `${unique()}:1`});
      expect(code).toBe(1);
      expect(log).toContain(archive);
      expect(log).not.toContain('Tagged');
      expect(outputs['imageid']).toBe('');
    }
  });
});

/** The OCI layout in what an engine saved; for old engines and Podman, which save none, one is written around it. */
function toLayout(unpacked: string, layout: string): void {
  const [{Config, Layers}] = JSON.parse(readFileSync(join(unpacked, 'manifest.json'), 'utf8')) as [
    {Config: string; Layers: string[]},
  ];
  const blobs = join(layout, 'blobs', 'sha256');
  mkdirSync(blobs, {recursive: true});
  const blob = (bytes: Buffer, mediaType: string) => {
    const digest = execFileSync('sha256sum', {input: bytes, encoding: 'utf8'}).slice(0, 64);
    writeFileSync(join(blobs, digest), bytes);
    return {mediaType, digest: `sha256:${digest}`, size: bytes.length};
  };
  const type = (name: string) => `application/vnd.oci.image.${name}`;
  const config = blob(readFileSync(join(unpacked, Config)), type('config.v1+json'));
  const layers = Layers.map((path) => {
    const bytes = readFileSync(join(unpacked, path));
    return blob(bytes, bytes[0] === 0x1f ? type('layer.v1.tar+gzip') : type('layer.v1.tar'));
  });
  const manifest = {schemaVersion: 2, mediaType: type('manifest.v1+json'), config, layers};
  const annotations = {
    'io.containerd.image.name': 'docker.io/library/stowage-layout:1',
    'org.opencontainers.image.ref.name': '1',
  };
  const described = blob(Buffer.from(JSON.stringify(manifest)), type('manifest.v1+json'));
  const index = {schemaVersion: 2, mediaType: type('index.v1+json'), manifests: [{...described, annotations}]};
  writeFileSync(join(layout, 'index.json'), JSON.stringify(index));
  writeFileSync(join(layout, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
}

/** An OCI layout with an index over images of one file each, which says what they are for. */
function manyPlatforms(layout: string, architectures: readonly string[]): void {
  const blobs = join(layout, 'blobs', 'sha256');
  mkdirSync(blobs, {recursive: true});
  const type = (name: string) => `application/vnd.oci.image.${name}`;
  const blob = (bytes: Buffer | string, mediaType: string) => {
    const content = Buffer.from(bytes);
    const digest = createHash('sha256').update(content).digest('hex');
    writeFileSync(join(blobs, digest), content);
    return {mediaType, digest: `sha256:${digest}`, size: content.length};
  };
  const manifests = architectures.map((architecture) => {
    const directory = workspace({which: `${architecture}\n`});
    const layer = blob(execFileSync('tar', ['-c', '-C', directory, 'which']), type('layer.v1.tar'));
    const rootfs = {type: 'layers', diff_ids: [layer.digest]};
    const config = blob(JSON.stringify({architecture, os: 'linux', config: {}, rootfs}), type('config.v1+json'));
    const manifest = {schemaVersion: 2, mediaType: type('manifest.v1+json'), config, layers: [layer]};
    return {...blob(JSON.stringify(manifest), type('manifest.v1+json')), platform: {os: 'linux', architecture}};
  });
  const index = {schemaVersion: 2, mediaType: type('index.v1+json'), manifests};
  const annotations = {
    'io.containerd.image.name': 'docker.io/library/stowage-many:1',
    'org.opencontainers.image.ref.name': '1',
  };
  const described = {...blob(JSON.stringify(index), type('index.v1+json')), annotations};
  writeFileSync(join(layout, 'index.json'), JSON.stringify({...index, manifests: [described]}));
  writeFileSync(join(layout, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
}

describeEngines('source: container', (engine) => {
  it('commits what a container changed, with changes, labels, author and message, and publishes it', async () => {
    const name = await container(engine);
    const repository = `committed/${unique()}`;
    const tags = `${openRegistry.host}/${repository}:1`;
    const {code, log, outputs} = await run(engine, workspace({}), {
      source: 'container',
      container: name,
      changes: 'CMD ["cat", "/made"]\nENV A=b',
      labels: 'k=v w',
      author: 'Jane <jane@example.com>',
      message: 'by hand',
      pause: 'false',
      tags,
      push: 'true',
    });
    await ask(engine.address, `/containers/${name}?force=1`, {method: 'DELETE'});
    expect({code, log}).toMatchObject({code: 0});
    const {Author, Comment, Config} = await inspected(engine, tags);
    expect({Author, Comment}).toEqual({Author: 'Jane <jane@example.com>', Comment: 'by hand'});
    expect(Config.Labels).toMatchObject({k: 'v w'});
    expect(Config.Env).toContain('A=b');
    expect(await runImage(engine, tags)).toBe('made\n');
    expect(outputs['digest']).toBe((await manifestOf(openRegistry, repository, '1')).headers['docker-content-digest']);
    await removeImage(engine, tags);
  });

  it('merges container-config, or says that this engine would not', async () => {
    const name = await container(engine);
    const tags = `${unique()}:1`;
    const config = '{"Env": ["FROM=config"], "Labels": {"l": "m"}}';
    const {code, log} = await run(engine, workspace({}), {
      source: 'container',
      container: name,
      'container-config': config,
      tags,
    });
    await ask(engine.address, `/containers/${name}?force=1`, {method: 'DELETE'});
    if (isPodman(engine)) {
      expect(code).toBe(1);
      expect(log).toMatch(/::error::POST \/commit .*Podman .* ignores it.*Use changes/);
      return;
    }
    expect({code, log}).toMatchObject({code: 0});
    const {Config} = await inspected(engine, tags);
    expect(Config.Env).toContain('FROM=config');
    expect(Config.Labels).toMatchObject({l: 'm'});
    await removeImage(engine, tags);
  });

  it('names a container that is not there', async () => {
    const {code, log} = await run(engine, workspace({}), {source: 'container', container: 'nobody', tags: 'a:1'});
    expect(code).toBe(1);
    expect(log).toMatch(/::error::POST \/commit nobody: .*(?:No such container|no container with name)/i);
  });
});

describeEngines('source: image', (engine) => {
  it('publishes an image that is in the engine, by name and by id', async () => {
    const {Id} = await askJson<{Id: string}>(engine.address, `/images/${BASE_IMAGE}/json`);
    for (const image of [BASE_IMAGE, Id]) {
      const repository = `taken/${unique()}`;
      const tags = `${openRegistry.host}/${repository}:1`;
      const {code, log, outputs} = await run(engine, workspace({}), {source: 'image', image, tags, push: 'true'});
      expect({code, log}).toMatchObject({code: 0});
      expect(log).not.toContain('::group::Pull');
      const {headers} = await manifestOf(openRegistry, repository, '1');
      expect(headers['docker-content-digest']).toBe(outputs['digest']);
      await removeImage(engine, tags);
    }
  });

  it('promotes an image by digest from one registry to another, each with its account', async () => {
    const source = `staging/${unique()}`;
    // Of its own, so that nothing of it is in the engine once its name is gone.
    const directory = workspace({Dockerfile: 'FROM scratch\nCOPY file /\n', file: source});
    const first = await run(engine, directory, {tags: `${openRegistry.host}/${source}:rc`, push: 'true'});
    await removeImage(engine, `${openRegistry.host}/${source}:rc`);
    const digest = first.outputs['digest'] ?? '';
    const target = `prod/${unique()}`;
    const tags = `${closedRegistry.host}/${target}:1`;
    const {code, log, outputs} = await run(engine, workspace({}), {
      ...login(closedRegistry),
      source: 'image',
      image: `${openRegistry.host}/${source}@${digest}`,
      tags,
      push: 'true',
    });
    if (isPodman(engine)) {
      // Its API cannot be told to pull over plain http.
      expect(code).toBe(1);
      expect(log).toMatch(/::error::pull .*HTTP response to HTTPS client.*registries\.conf/);
      return;
    }
    expect({code, log}).toMatchObject({code: 0});
    expect(log).toContain('::group::Pull');
    expect(outputs['digest']).toBe(digest);
    expect((await manifestOf(closedRegistry, target, '1')).headers['docker-content-digest']).toBe(digest);
    for (const name of [tags, `${openRegistry.host}/${source}@${digest}`]) await removeImage(engine, name);
  });

  it('refuses an image of another platform than the one asked for', async () => {
    const {code, log} = await run(engine, workspace({}), {
      source: 'image',
      image: BASE_IMAGE,
      platforms: 'linux/s390x',
      tags: `${unique()}:1`,
    });
    expect(code).toBe(1);
    expect(log).toMatch(/::error::/);
    expect(log).not.toContain('Tagged');
  });

  it('says which registry does not have it', async () => {
    const image = `${openRegistry.host}/missing/${unique()}:1`;
    const {code, log} = await run(engine, workspace({}), {source: 'image', image, tags: 'a:1'});
    expect(code).toBe(1);
    expect(log).toMatch(new RegExp(`::error::pull ${image}: `));
  });
});
