import {expect} from '@jest/globals';
import {history, inspect} from '../../../src/engine/image-api.ts';
import {loaded, shown, small} from './fixtures.ts';
import {operation, type Subject} from './matrix.ts';

/** The store holds both platforms; elsewhere an image has just one. */
const hasIndex = (at: Subject) => at.facts.store === 'containerd';

operation('image_history', {
  name: async (at) => {
    const image = await small(at, ['ENV NEWEST=1']);
    const [newest, ...older] = await history(at.engine, image, {signal: at.signal});
    expect(newest).toMatchObject({size: 0, createdBy: expect.stringContaining('NEWEST')});
    expect(older.find(({createdBy}) => createdBy.includes('COPY'))?.size).toBeGreaterThan(0);
  },
  platform: async (at) => {
    const {name, platforms} = await loaded(at);
    const madeFor = async (platform: (typeof platforms)[number]) => {
      const [entry] = await history(at.engine, name, {platform, signal: at.signal});
      return entry?.createdBy;
    };
    expect(await madeFor(platforms[0])).toBe(`made for ${platforms[0].architecture}`);
    const other = madeFor(platforms[1]);
    if (hasIndex(at)) expect(await other).toBe(`made for ${platforms[1].architecture}`);
    else await expect(other).rejects.toMatchObject({status: 404});
  },
});

operation('image_inspect', {
  name: async (at) => {
    const image = await small(at, ['ENV A=b']);
    const found = await inspect(at.engine, image, {signal: at.signal});
    expect(found.id).toContain((await shown(at, image))?.Id ?? '-');
    expect(found.config.env).toContain('A=b');
    expect(found.config.labels.get('test')).toBe(image);
    expect(await inspect(at.engine, found.id, {signal: at.signal})).toMatchObject({id: found.id});
  },
  manifests: async (at) => {
    const {name, platforms, manifests} = await loaded(at);
    const found = await inspect(at.engine, name, {manifests: true, signal: at.signal});
    if (found.manifests.length === 0) return false;
    expect(found.manifests).toMatchObject(
      platforms.map((platform, n) => ({platform, available: true, descriptor: {digest: manifests[n]}})),
    );
    return true;
  },
  platform: async (at) => {
    const {name, platforms, configs} = await loaded(at);
    const found = (platform: (typeof platforms)[number]) => inspect(at.engine, name, {platform, signal: at.signal});
    expect((await found(platforms[0])).architecture).toBe(platforms[0].architecture);
    const other = found(platforms[1]);
    if (hasIndex(at)) expect((await other).architecture).toBe(platforms[1].architecture);
    else await expect(other).rejects.toMatchObject({status: 404});
    expect(configs).toHaveLength(2);
  },
});
