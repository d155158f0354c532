import {uptime} from 'node:os';
import {expect} from '@jest/globals';
import {waitFor} from '../../../scripts/rig/host.ts';
import {commit} from '../../../src/engine/image-api.ts';
import {ask, unique} from '../../rig.ts';
import {container, fileOf, labelsOf, shown, tarOf} from './fixtures.ts';
import {operation, type Subject} from './matrix.ts';

type Options = Omit<Parameters<typeof commit>[2], 'signal'>;

/** Commits a container, which was never started unless it is given. Gives the id of the image. */
async function committed(at: Subject, options: Options, from?: string): Promise<string> {
  const id = await commit(at.engine, from ?? (await container(at)), {...options, signal: at.signal});
  return at.removing(id);
}

/** Whether a container's process stood still while it was committed. */
async function stoodStill(at: Subject, pause: boolean): Promise<boolean> {
  // Enough to copy that the clock below shows it.
  const script = `dd if=/dev/urandom of=/big bs=1M count=20 2>/dev/null; while :; do cut -d' ' -f1 /proc/uptime; usleep 20000; done`;
  const id = await container(at, {command: ['sh', '-c', script], start: true});
  const ticks = async () => {
    const {text} = await ask(at.address, `/containers/${id}/logs?stdout=1`);
    return [...text.matchAll(/(\d+\.\d\d)\n/g)].map(([, seconds]) => Number(seconds));
  };
  expect(await waitFor(async () => (await ticks()).length > 2, 20)).toBe(true);
  const from = uptime();
  await committed(at, {pause}, id);
  const to = uptime();
  await waitFor(async () => ((await ticks()).at(-1) ?? 0) > to, 20);
  const all = await ticks();
  const longest = Math.max(...all.slice(1).map((tick, n) => Math.min(tick, to) - Math.max(all[n] ?? 0, from)));
  return longest > (to - from) / 2;
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
    expect((await shown(at, id))?.Comment).toBe('what I made');
  },
  author: async (at) => {
    const id = await committed(at, {author: 'Jane Doe <jane@example.com>'});
    expect((await shown(at, id))?.Author).toBe('Jane Doe <jane@example.com>');
  },
  pause: async (at) => {
    expect(await stoodStill(at, true)).toBe(true);
    // A machine that is busy may hold the container up by itself.
    const tries = [() => stoodStill(at, false), () => stoodStill(at, false), () => stoodStill(at, false)];
    let still = true;
    for (const once of tries) still &&= await once();
    expect(still).toBe(false);
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
