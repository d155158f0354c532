/**
 * What happens in which order. The engine is a stand-in here: a prune that fails for want of room, and two builds that
 * fail at the same time, come by chance with a real one. A disk that is really full is in bundle/full-disk.test.ts.
 */
import {expect, it} from '@jest/globals';
import {EngineError} from '../../src/engine/errors.ts';
import type {Engine} from '../../src/engine/facts.ts';
import type {Transport} from '../../src/engine/transport.ts';
import {makeRoom} from '../../src/pipeline/full-disk.ts';

const FULL = () => new EngineError('write /x: no space left on device', {status: 500, endpoint: 'POST /images/load'});

/** Answers the first prunes with an error, and the others with so many bytes. */
function setUp({failing = 0, freed = 5_000_000} = {}) {
  const said: string[] = [];
  let prunes = 0;
  const json = async ({path}: {path: string}) => {
    if (path !== '/build/prune') return {status: 200, headers: {}, json: {}};
    prunes++;
    if (prunes <= failing) throw FULL();
    return {status: 200, headers: {}, json: {CachesDeleted: ['a'], SpaceReclaimed: freed}};
  };
  const facts = {product: 'docker', apiVersion: '1.51', hasBuildKit: true, root: '', name: ''};
  // Undefined is what an address of another machine has of a disk to look at.
  const transport = {address: {kind: 'tcp'}, json} as unknown as Transport;
  const engine = {facts, transport, warn: () => {}} as unknown as Engine;
  const log = {info: said.push.bind(said), warning: said.push.bind(said), endGroup: () => {}};
  const sleeps: number[] = [];
  const tools = {
    log,
    clock: {now: () => 0, sleep: async (ms: number) => void sleeps.push(ms)},
    signal: new AbortController().signal,
    onNote: () => {},
  } as unknown as Parameters<typeof makeRoom>[3];
  const fail = (startedAt: number, error: unknown = FULL()) =>
    makeRoom(engine, error, {startedAt, choice: 'prune'}, tools);
  return {fail, said, sleeps, prunes: () => prunes};
}

it('a prune that finds no room itself is tried again, after a moment', async () => {
  const {fail, said, sleeps, prunes} = setUp({failing: 2});
  await fail(performance.now());
  expect({sleeps, prunes: prunes()}).toEqual({sleeps: [1000, 1000], prunes: 3});
  expect(said).toEqual([expect.stringContaining('was pruned: 1 record, 5.0 MB. Trying once more')]);
});

it('and given up in the end, with the first error as that of the step', async () => {
  const {fail, said, prunes} = setUp({failing: 99});
  const error = FULL();
  await expect(fail(performance.now(), error)).rejects.toMatchObject({message: error.message});
  expect(prunes()).toBe(6);
  expect(said).toEqual([expect.stringMatching(/could not be pruned: .*no space left/)]);
});

it('builds that fail at the same time share one prune, and one that began after it gets none', async () => {
  const {fail, prunes} = setUp();
  const startedAt = performance.now();
  await Promise.all([fail(startedAt), fail(startedAt)]);
  await expect(fail(performance.now())).rejects.toThrow('no space left on device');
  expect(prunes()).toBe(1);
});

it('a few bytes are not worth another try', async () => {
  const {fail, prunes} = setUp({freed: 51});
  await expect(fail(performance.now())).rejects.toThrow('no space left on device');
  expect(prunes()).toBe(1);
});

it.each<[string, Error]>([
  ['another error of the engine', new EngineError('denied', {status: 403, endpoint: 'POST /images/load'})],
  ['the disk of the runner', Object.assign(new Error('ENOSPC: no space left on device, write'), {code: 'ENOSPC'})],
])('nothing is pruned for %s', async (_, error) => {
  const {fail, prunes} = setUp();
  await expect(fail(performance.now(), error)).rejects.toBe(error);
  expect(prunes()).toBe(0);
});
