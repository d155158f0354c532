import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {gzipSync} from 'node:zlib';
import {expect} from '@jest/globals';
import {create} from '../../../src/engine/image-api.ts';
import {registryAuth, unique} from '../../rig.ts';
import {fileOf, makeIndex, shown, streamOf, tarOf} from './fixtures.ts';
import {eventsOf, operation, type Subject} from './matrix.ts';
import {closedFor, openFor, published, upload} from './registries.ts';

type Pull = Omit<Parameters<typeof create>[1] & {kind: 'pull'}, 'kind'>;
type Import = Omit<Parameters<typeof create>[1] & {kind: 'import'}, 'kind'>;

/** Pulls, and gives what the engine has of that name then. */
async function pulled(at: Subject, source: Pull, auth?: string) {
  const options = {signal: at.signal, ...(auth !== undefined && {registryAuth: auth})};
  const events = await eventsOf(create(at.engine, {kind: 'pull', ...source}, options));
  const {repository, tag} = source;
  const name = `${repository}${tag.includes(':') ? '@' : ':'}${tag}`;
  return {last: events.at(-1), image: await shown(at, at.removing(name))};
}

/** Imports a root file system with one file. Gives the id of the image. */
async function imported(at: Subject, source: Partial<Import> = {}): Promise<string> {
  const from = streamOf(await tarOf({'etc/made': 'yes'}));
  const events = await eventsOf(create(at.engine, {kind: 'import', from, ...source}, {signal: at.signal}));
  const last = events.at(-1);
  if (last?.kind !== 'imported') throw new Error('the import did not end as one');
  return at.removing(last.id);
}

async function serving(at: Subject, body: Buffer): Promise<URL> {
  const server = createServer((_, response) => response.end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  at.after(async () => server.close());
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/root.tar`);
}

operation('image_create', {
  from_image: async (at) => {
    const {repository, id, digest} = await published(at, await openFor(at));
    const {last, image} = await pulled(at, {repository, tag: '1'});
    expect(image?.Id).toBe(id);
    expect(last).toEqual({kind: 'pulled', digest: at.facts.product === 'podman' ? undefined : digest});
  },
  from_src: async (at) => {
    expect(await fileOf(at, await imported(at), '/etc/made')).toBe('yes');
    const from = await serving(at, await tarOf({'etc/made': 'by URL'}));
    expect(await fileOf(at, await imported(at, {from}), '/etc/made')).toBe('by URL');
  },
  repo: async (at) => {
    const repository = `registry.example:5000/team/${unique()}`;
    const id = await imported(at, {name: {repository, tag: '1'}});
    expect(id).toContain((await shown(at, at.removing(`${repository}:1`)))?.Id);
  },
  tag: async (at) => {
    const name = {repository: unique(), tag: 'v1.2_rc-3'};
    const made = await imported(at, {name});
    expect(made).toContain((await shown(at, at.removing(`${name.repository}:${name.tag}`)))?.Id);
    const registry = await openFor(at);
    const index = await makeIndex(at);
    const path = unique();
    const repository = `${registry.host}/${path}`;
    await upload(path, 'one', index);
    const byTag = await pulled(at, {repository, tag: 'one'});
    const byDigest = await pulled(at, {repository, tag: index.digest});
    expect(byTag.image?.Id).toMatch(/[0-9a-f]{64}$/);
    expect(byDigest.image?.Id).toBe(byTag.image?.Id);
    expect(await shown(at, `${repository}:latest`)).toBeUndefined();
  },
  message: async (at) => {
    const id = await imported(at, {message: 'from elsewhere'});
    expect((await shown(at, id))?.Comment).toBe('from elsewhere');
  },
  x_registry_auth: async (at) => {
    const registry = await closedFor(at);
    const {repository, id} = await published(at, registry);
    await expect(pulled(at, {repository, tag: '1'})).rejects.toMatchObject({name: 'EngineError'});
    expect(await shown(at, `${repository}:1`)).toBeUndefined();
    expect((await pulled(at, {repository, tag: '1'}, registryAuth(registry))).image?.Id).toBe(id);
  },
  changes: async (at) => {
    const id = await imported(at, {changes: ['ENV A="b c"', 'LABEL from=changes', 'CMD ["one", "two"]']});
    expect((await shown(at, id))?.Config).toMatchObject({
      Env: expect.arrayContaining(['A=b c']),
      Labels: {from: 'changes'},
      Cmd: ['one', 'two'],
    });
  },
  'platform (pull)': async (at) => {
    const registry = await openFor(at);
    for (const n of [0, 1] as const) {
      // Of another index each: the containerd store shows an index by all that is here.
      const index = await makeIndex(at);
      const {os, architecture} = index.platforms[n];
      const path = unique();
      await upload(path, '1', index);
      const source = {repository: `${registry.host}/${path}`, tag: '1', platform: `${os}/${architecture}`};
      const {image} = await pulled(at, source);
      expect(image).toMatchObject({Architecture: architecture});
    }
  },
  'platform (import)': async (at) => {
    const architecture = at.facts.architecture === 's390x' ? 'amd64' : 's390x';
    const id = await imported(at, {platform: `linux/${architecture}`});
    expect((await shown(at, id))?.Architecture).toBe(architecture);
  },
  input_image: async (at) => {
    const tar = await tarOf({'etc/made': 'packed'});
    for (const bytes of [tar, gzipSync(tar)]) {
      expect(await fileOf(at, await imported(at, {from: streamOf(bytes)}), '/etc/made')).toBe('packed');
    }
  },
});
