import {expect} from '@jest/globals';
import {delete as deleteImage} from '../../../src/engine/image-api.ts';
import {ask, unique} from '../../rig.ts';
import {built, container, loaded, named, shown, small} from './fixtures.ts';
import {operation} from './matrix.ts';

operation('image_delete', {
  name: async (at) => {
    const image = await small(at);
    const other = await named(at, image, unique(), '2');
    const first = await deleteImage(at.engine, image, {signal: at.signal});
    expect(first).toMatchObject([{kind: 'untagged', name: expect.stringContaining(image)}]);
    expect(await shown(at, image)).toBeUndefined();
    const id = (await shown(at, other))?.Id ?? '';
    const removals = await deleteImage(at.engine, other, {signal: at.signal});
    expect(removals).toContainEqual({kind: 'deleted', id: expect.stringContaining(id)});
    expect(await shown(at, id)).toBeUndefined();
  },
  force: async (at) => {
    const image = await small(at);
    await container(at, {image, command: ['-']});
    await expect(deleteImage(at.engine, image, {signal: at.signal})).rejects.toMatchObject({name: 'EngineError'});
    expect(await shown(at, image)).toBeDefined();
    await deleteImage(at.engine, image, {force: true, signal: at.signal});
    expect(await shown(at, image)).toBeUndefined();
  },
  noprune: async (at) => {
    const parentStays = async (noPrune: boolean) => {
      const image = at.removing(`${unique()}:1`);
      // The parent is what the engine itself names, an image without a name.
      const dockerfile = `FROM scratch\nCOPY content /content\nLABEL test=${image}`;
      await built(at, {Dockerfile: dockerfile, content: image}, {t: image, layers: '1'});
      const parent = `sha256:${(await shown(at, image))?.Parent?.replace('sha256:', '')}`;
      expect((await shown(at, parent))?.RepoTags ?? []).toEqual([]);
      await deleteImage(at.engine, image, {noPrune, signal: at.signal});
      expect(await shown(at, image)).toBeUndefined();
      return (await shown(at, at.removing(parent))) !== undefined;
    };
    expect(await parentStays(false)).toBe(false);
    return parentStays(true);
  },
  platforms: async (at) => {
    const {name, platforms, digest, manifests} = await loaded(at);
    await deleteImage(at.engine, name, {platforms: [platforms[1]], force: true, signal: at.signal});
    const left = JSON.parse((await ask(at.address, `/images/${name}/json?manifests=1`)).text);
    expect(left).toMatchObject({
      Id: digest,
      Manifests: [
        {ID: manifests[0], Available: true},
        {ID: manifests[1], Available: false},
      ],
    });
  },
});
