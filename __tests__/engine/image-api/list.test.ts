import {setTimeout as sleep} from 'node:timers/promises';
import {expect} from '@jest/globals';
import {list} from '../../../src/engine/image-api.ts';
import {ask, BASE_IMAGE, openRegistry, unique} from '../../rig.ts';
import {built, loaded, named, shown, small} from './fixtures.ts';
import {amongOthers, operation, type Subject, sure} from './matrix.ts';

type Options = Omit<Parameters<typeof list>[1], 'signal'>;

const listed = (at: Subject, options: Options) => amongOthers(() => list(at.engine, {...options, signal: at.signal}));

/** Which of these images, by name, are listed. Others may come and go meanwhile. */
async function among(at: Subject, images: readonly string[], options: Options): Promise<readonly string[]> {
  const found = await listed(at, options);
  return images.filter((image) => found.some(({names}) => names.some((name) => name.endsWith(image))));
}

/** Two images, with a second between them as engines compare times. */
async function two(at: Subject): Promise<readonly [string, string]> {
  const first = await small(at);
  await sleep(1100);
  return [first, await small(at)];
}

async function idOf(at: Subject, image: string): Promise<string> {
  return `sha256:${(await shown(at, image))?.Id.replace('sha256:', '')}`;
}

/** An image that has lost its name. */
async function dangling(at: Subject, label: string): Promise<string> {
  const id = await built(at, {Dockerfile: `FROM scratch\nCOPY content /\nLABEL ${label}=1`, content: label});
  return `sha256:${id.replace('sha256:', '')}`;
}

operation('image_list', {
  all: async (at) => {
    const label = unique();
    const name = at.removing(`${unique()}:1`);
    const dockerfile = `FROM scratch\nLABEL ${label}=1\nCOPY content /content\nENV LAST=1`;
    await built(at, {Dockerfile: dockerfile, content: label}, {t: name, layers: '1'});
    const counted = async (all: boolean) => (await listed(at, {all, filters: {label: [label]}})).length;
    const final = await counted(false);
    // Podman hides only some of those that the final one was made of.
    if (at.facts.product === 'docker') expect(final).toBe(1);
    return (await counted(true)) > final;
  },
  'filters: before': async (at) => {
    const images = await two(at);
    expect(await among(at, images, {filters: {before: [images[1]]}})).toEqual([images[0]]);
    expect(await among(at, images, {filters: {before: [images[0]]}})).toEqual([]);
  },
  'filters: dangling': async (at) => {
    const label = unique();
    const nameless = await dangling(at, label);
    const name = await small(at, [`LABEL ${label}=1`]);
    const ids = async (value: string) =>
      (await listed(at, {filters: {label: [label], dangling: [value]}})).map(({id}) => id);
    expect(await ids('true')).toEqual([nameless]);
    expect(await ids('false')).toEqual([await idOf(at, name)]);
  },
  'filters: label': async (at) => {
    const label = unique();
    const images = [await small(at, [`LABEL ${label}=1`]), await small(at, [`LABEL ${label}=2`]), await small(at)];
    expect(await among(at, images, {filters: {label: [label]}})).toEqual(images.slice(0, 2));
    expect(await among(at, images, {filters: {label: [`${label}=2`]}})).toEqual([images[1]]);
  },
  'filters: reference': async (at) => {
    const prefix = unique();
    const image = await small(at);
    await named(at, image, `${prefix}/a`, '1');
    await named(at, image, `${prefix}/b`, '2');
    const names = async (pattern: string) => {
      const found = await listed(at, {filters: {reference: [pattern]}});
      return found.flatMap(({names}) => names.filter((name) => name.includes(prefix)).map((name) => name.slice(-3)));
    };
    expect((await names(`${prefix}/*:*`)).sort()).toEqual(['a:1', 'b:2']);
    expect(await names(`${prefix}/c`)).toEqual([]);
  },
  'filters: since': async (at) => {
    const images = await two(at);
    expect(await among(at, images, {filters: {since: [images[0]]}})).toEqual([images[1]]);
    expect(await among(at, images, {filters: {since: [images[1]]}})).toEqual([]);
  },
  'filters: until': async (at) => {
    const image = await small(at);
    const now = Math.floor(Date.now() / 1000);
    expect(await among(at, [image], {filters: {until: [String(now - 3600)]}})).toEqual([]);
    expect(await among(at, [image], {filters: {until: [String(now + 3600)]}})).toEqual([image]);
  },
  shared_size: async (at) => {
    const label = unique();
    const dockerfile = `FROM ${BASE_IMAGE}\nLABEL ${label}=1\nCOPY content /content`;
    // Some engines compare just the images that are listed, so there are two.
    for (const tag of ['1', '2']) {
      await built(at, {Dockerfile: dockerfile, content: tag + label}, {t: at.removing(`${label}:${tag}`)});
    }
    const shared = async (sharedSize: boolean) => {
      const found = await listed(at, {sharedSize, filters: {label: [label], dangling: ['false']}});
      expect(found).toHaveLength(2);
      return found[0]?.sharedSize;
    };
    expect(await sure(shared(false))).toBeUndefined();
    const size = await shared(true);
    if (!size) return false;
    expect(size).toBeGreaterThan(100_000);
    return true;
  },
  digests: async (at) => {
    const label = unique();
    const image = await small(at, [`LABEL ${label}=1`]);
    const repository = `${openRegistry.host}/${unique()}`;
    await named(at, image, repository, '1');
    const push = `/images/${repository}/push?tag=1&tlsVerify=false`;
    await ask(at.address, push, {method: 'POST', headers: {'x-registry-auth': 'e30='}});
    const [found] = await listed(at, {digests: true, filters: {label: [label]}});
    expect(found?.digests).toContainEqual(expect.stringMatching(/@sha256:[0-9a-f]{64}$/));
  },
  manifests: async (at) => {
    const {name, manifests} = await loaded(at);
    const [found] = await listed(at, {manifests: true, filters: {reference: [name]}});
    if (found?.manifests.length === 0) return false;
    expect(found?.manifests.map(({descriptor}) => descriptor?.digest)).toEqual(manifests);
    return true;
  },
  'filters: label!': async (at) => {
    const label = unique();
    const images = [await small(at, [`LABEL ${label}=1`]), await small(at)];
    expect(await among(at, images, {filters: {'label!': [label]}})).toEqual([images[1]]);
  },
});
