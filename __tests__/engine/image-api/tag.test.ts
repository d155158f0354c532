import {expect} from '@jest/globals';
import {tag} from '../../../src/engine/image-api.ts';
import {unique} from '../../rig.ts';
import {shown, small} from './fixtures.ts';
import {operation, type Subject} from './matrix.ts';

/** Gives a new image one more name and looks at both. */
async function tagged(at: Subject, by: 'name' | 'id', repository: string, tagName: string) {
  const image = await small(at);
  const id = (await shown(at, image))?.Id ?? '';
  await tag(at.engine, by === 'id' ? id : image, {repository, tag: tagName}, at.signal);
  expect((await shown(at, at.removing(`${repository}:${tagName}`)))?.Id).toBe(id);
}

operation('image_tag', {
  name: async (at) => {
    await tagged(at, 'name', unique(), '1');
    await tagged(at, 'id', unique(), '1');
  },
  repo: (at) => tagged(at, 'name', `registry.example:5000/team/${unique()}`, '1'),
  tag: (at) => tagged(at, 'name', unique(), 'v1.2_rc-3'),
});
