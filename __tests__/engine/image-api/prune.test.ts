import {expect} from '@jest/globals';
import {prune} from '../../../src/engine/image-api.ts';
import {unique} from '../../rig.ts';
import {built, shown, small} from './fixtures.ts';
import {amongOthers, operation, type Subject} from './matrix.ts';

type Filters = NonNullable<Parameters<typeof prune>[1]['filters']>;

/** An image without a name, of content that no other has. */
function nameless(at: Subject, ...labels: readonly string[]): Promise<string> {
  const dockerfile = `FROM scratch\nCOPY content /content\nLABEL ${labels.map((label) => `"${label}"=1`).join(' ')}`;
  return built(at, {Dockerfile: dockerfile, content: unique()});
}

/** Prunes with one label at least, as other images are not ours. */
function pruned(at: Subject, label: string, filters: Filters) {
  return amongOthers(() => prune(at.engine, {filters: {label: [label], ...filters}, signal: at.signal}));
}

const isThere = async (at: Subject, image: string) => (await shown(at, image)) !== undefined;

operation('image_prune', {
  'filters: dangling': async (at) => {
    const label = unique();
    const image = await nameless(at, label);
    const name = await small(at, [`LABEL ${label}=1`]);
    const {removals} = await pruned(at, label, {dangling: ['true']});
    // Podman's may have been repeated, and tells only of the rest then.
    if (at.facts.product === 'docker') expect(removals).toContainEqual({kind: 'deleted', id: image});
    expect([await isThere(at, image), await isThere(at, name)]).toEqual([false, true]);
  },
  'filters: until': async (at) => {
    const label = unique();
    const image = await nameless(at, label);
    await pruned(at, label, {until: ['1h']});
    expect(await isThere(at, image)).toBe(true);
    await pruned(at, label, {until: [String(Math.ceil(Date.now() / 1000) + 60)]});
    expect(await isThere(at, image)).toBe(false);
  },
  'filters: label': async (at) => {
    const label = unique();
    const [image, other] = [await nameless(at, label), await nameless(at, unique())];
    await pruned(at, `${label}=2`, {});
    expect(await isThere(at, image)).toBe(true);
    await pruned(at, `${label}=1`, {});
    expect([await isThere(at, image), await isThere(at, other)]).toEqual([false, true]);
  },
  'filters: label!': async (at) => {
    const [label, keep] = [unique(), unique()];
    const [image, kept] = [await nameless(at, label), await nameless(at, label, keep)];
    await pruned(at, label, {'label!': [keep]});
    expect([await isThere(at, image), await isThere(at, kept)]).toEqual([false, true]);
  },
});
