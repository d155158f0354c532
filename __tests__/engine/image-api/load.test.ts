import {gzipSync} from 'node:zlib';
import {expect} from '@jest/globals';
import {StreamCutShort} from '../../../src/engine/errors.ts';
import {load} from '../../../src/engine/image-api.ts';
import {ask, removeImage, unique} from '../../rig.ts';
import {archiveOf, makeIndex, shown, small, streamOf} from './fixtures.ts';
import {eventsOf, operation, type Subject} from './matrix.ts';

type Options = Omit<Parameters<typeof load>[2], 'signal'>;

/** Loads an archive of a new image for two platforms. */
async function loading(
  at: Subject,
  options: (made: Awaited<ReturnType<typeof makeIndex>>) => Options,
  pack = (tar: Buffer) => tar,
) {
  const made = await makeIndex(at);
  const name = at.removing(`${unique()}:1`);
  const archive = streamOf(pack(await archiveOf(made, name)));
  const events = await eventsOf(load(at.engine, archive, {...options(made), signal: at.signal}));
  return {...made, name, events};
}

operation('image_load', {
  quiet: async (at) => {
    const lines = async (quiet: boolean) =>
      (await loading(at, () => ({quiet}))).events.filter(({kind}) => kind === 'status').length;
    expect(await lines(true)).toBe(0);
    return (await lines(false)) > 0;
  },
  platform: async (at) => {
    const own = await loading(at, ({platforms}) => ({platform: platforms[0]}));
    expect(await shown(at, own.name)).toMatchObject({Architecture: own.platforms[0].architecture});
    const other = loading(at, ({platforms}) => ({platform: platforms[1]}));
    if (at.facts.store !== 'containerd') return expect(other).rejects.toBeInstanceOf(StreamCutShort);
    const {name, manifests} = await other;
    // What was not asked for is there until the store collects garbage, which it does after a deletion.
    await removeImage(at.rig, await small(at));
    const {Manifests} = JSON.parse((await ask(at.address, `/images/${name}/json?manifests=1`)).text);
    return expect(Manifests).toMatchObject([
      {ID: manifests[0], Available: false},
      {ID: manifests[1], Available: true},
    ]);
  },
  images_tarball: async (at) => {
    for (const pack of [(tar: Buffer) => tar, gzipSync]) {
      const {name, events, layers} = await loading(at, () => ({}), pack);
      expect(events.at(-1)).toEqual({kind: 'loaded', name: expect.stringContaining(name)});
      expect((await shown(at, name))?.RootFS.Layers).toEqual([layers[0]]);
    }
  },
});
