import {expect} from '@jest/globals';
import {commit} from '../../../src/engine/image-api.ts';
import {ask, askJson, unique} from '../../rig.ts';
import {container, fileOf, labelsOf, shown, tarOf} from './fixtures.ts';
import {operation, type Subject} from './matrix.ts';

type Options = Omit<Parameters<typeof commit>[2], 'signal'>;

/** Commits a container, which was never started unless it is given. Gives the id of the image. */
async function committed(at: Subject, options: Options, from?: string): Promise<string> {
  const id = await commit(at.engine, from ?? (await container(at)), {...options, signal: at.signal});
  return at.removing(id);
}

/** What the engine did to a running container while it was committed, by its own log. */
async function eventsDuring(at: Subject, id: string, options: Options): Promise<readonly string[]> {
  const seconds = async () => Date.now() / 1000;
  const since = (await seconds()) - 1;
  await committed(at, options, id);
  const filters = encodeURIComponent(JSON.stringify({container: [id]}));
  const until = Math.ceil(await seconds()) + 1;
  const {text} = await ask(at.address, `/events?since=${Math.floor(since)}&until=${until}&filters=${filters}`);
  return [...text.matchAll(/"[Aa]ction":"(\w+)"/g)].map(([, action]) => action ?? '');
}

operation('image_commit', {
  container: async (at) => {
    const id = await container(at);
    const body = await tarOf({'made-here': 'yes'});
    await ask(at.address, `/containers/${id}/archive?path=/`, {method: 'PUT', body});
    expect(await fileOf(at, await committed(at, {}, id), '/made-here')).toBe('yes');
  },
  repo: async (at) => {
    const repository = `registry.example:5000/team/${unique()}`;
    const id = await committed(at, {name: {repository, tag: '1'}});
    expect(id).toContain((await shown(at, at.removing(`${repository}:1`)))?.Id);
  },
  tag: async (at) => {
    const repository = unique();
    const id = await committed(at, {name: {repository, tag: 'v1.2_rc-3'}});
    expect(id).toContain((await shown(at, at.removing(`${repository}:v1.2_rc-3`)))?.Id);
  },
  comment: async (at) => {
    const id = await committed(at, {comment: 'what I made'});
    const [newest] = await askJson<{Comment: string}[]>(at.address, `/images/${id}/history`);
    expect(newest?.Comment).toBe('what I made');
  },
  author: async (at) => {
    const id = await committed(at, {author: 'Jane Doe <jane@example.com>'});
    expect((await shown(at, id))?.Author).toBe('Jane Doe <jane@example.com>');
  },
  pause: async (at) => {
    const running = () => container(at, {command: ['sleep', '60'], start: true});
    expect(await eventsDuring(at, await running(), {pause: true})).toEqual(
      expect.arrayContaining(['pause', 'unpause']),
    );
    expect(await eventsDuring(at, await running(), {pause: false})).not.toContain('pause');
  },
  changes: async (at) => {
    const id = await committed(at, {changes: ['ENV A="b c"', 'LABEL from=changes', 'CMD ["one", "two"]']});
    expect((await shown(at, id))?.Config).toMatchObject({
      Env: expect.arrayContaining(['A=b c']),
      Labels: {from: 'changes'},
      Cmd: ['one', 'two'],
    });
  },
  container_config: async (at) => {
    const from = await container(at, {env: ['OLD=1'], labels: {old: '1'}});
    const id = await committed(at, {config: {Env: ['NEW=1'], Labels: {from: 'config'}, Cmd: ['one']}}, from);
    const config = (await shown(at, id))?.Config;
    expect(config).toMatchObject({Env: expect.arrayContaining(['OLD=1', 'NEW=1']), Cmd: ['one']});
    expect(await labelsOf(at, id)).toMatchObject({from: 'config'});
  },
});
