import {setTimeout as sleep} from 'node:timers/promises';
import {expect} from '@jest/globals';
import {waitFor} from '../../../scripts/rig/host.ts';
import {pruneBuildCache} from '../../../src/engine/image-api.ts';
import {ask, BASE_IMAGE, unique} from '../../rig.ts';
import {type CacheRecord, forgetRecord, recordsOf} from './cache-records.ts';
import {tarOf} from './fixtures.ts';
import {operation, type Subject} from './matrix.ts';

type Options = Omit<Parameters<typeof pruneBuildCache>[1], 'signal'>;
type Filters = NonNullable<Options['filters']>;

/** More than any disk has. */
const HUGE = 1e15;

/**
 * A record of the cache: a mount that nothing but itself needs, or the layer of an image that is kept, which the two
 * then share.
 */
async function record(at: Subject, kind: 'mount' | 'layer' = 'mount'): Promise<CacheRecord> {
  const salt = unique();
  const dockerfile = `FROM ${BASE_IMAGE}\nRUN --mount=type=cache,id=${salt},target=/cache echo ${salt} > /cache/made`;
  const name = at.removing(`${unique()}:1`);
  const headers = {'content-type': 'application/x-tar'};
  const body = await tarOf({Dockerfile: dockerfile});
  const version = at.facts.product === 'podman' ? '' : 'version=2&';
  const {text} = await ask(at.address, `/build?${version}t=${name}`, {method: 'POST', headers, body});
  const type = kind === 'mount' ? 'exec.cachemount' : 'regular';
  // Podman has no such records, and our method says so.
  if (at.facts.product === 'podman') return {ID: salt, Type: type, Description: salt, InUse: false, Shared: false};
  const read = async () => {
    const all = await recordsOf(at, salt);
    return {all, found: all.find(({Type}) => Type === type)};
  };
  // A build that has ended may hold it for a moment.
  await waitFor(async () => (await read()).found?.InUse === false, 10);
  const {all, found} = await read();
  for (const {ID} of all) at.after(() => forgetRecord(at, ID));
  if (found === undefined) throw new Error(`a build left no record: ${text.slice(-500)}`);
  expect(found).toMatchObject({InUse: false, Shared: kind === 'layer'});
  return found;
}

/** Whether the record is gone after pruning it alone: the cache is everybody's. */
async function goes(at: Subject, {ID}: CacheRecord, options: Options): Promise<boolean> {
  const filters = {...options.filters, id: [ID]};
  const {records} = await pruneBuildCache(at.engine, {...options, filters, signal: at.signal});
  const left = (await recordsOf(at, '')).some((other) => other.ID === ID);
  expect(records).toEqual(left ? [] : [ID]);
  return !left;
}

/** Checks that a limit that is never reached keeps the record, and one that always is does not. */
async function bySize(at: Subject, keeping: Options, dropping: Options): Promise<void> {
  const one = await record(at);
  expect(await goes(at, one, keeping)).toBe(false);
  expect(await goes(at, one, dropping)).toBe(true);
}

/** The same for filters: one that matches the record, and one that does not. */
async function byFilter(at: Subject, filters: Filters, others: Filters): Promise<void> {
  const one = await record(at);
  expect(await goes(at, one, {filters: others})).toBe(false);
  expect(await goes(at, one, {filters})).toBe(true);
}

operation('build_prune', {
  keep_storage: (at) => bySize(at, {keepStorage: HUGE}, {keepStorage: 1}),
  reserved_space: (at) => bySize(at, {reservedSpace: HUGE}, {reservedSpace: 1}),
  max_used_space: (at) => bySize(at, {maxUsedSpace: HUGE}, {maxUsedSpace: 1}),
  min_free_space: (at) => bySize(at, {minFreeSpace: 1}, {minFreeSpace: HUGE}),
  all: async (at) => {
    const one = await record(at, 'layer');
    expect(await goes(at, one, {})).toBe(false);
    expect(await goes(at, one, {all: true})).toBe(true);
  },
  'filters: until': async (at) => {
    const one = await record(at);
    expect(await goes(at, one, {filters: {until: ['1h']}})).toBe(false);
    await sleep(2100);
    expect(await goes(at, one, {filters: {until: ['1s']}})).toBe(true);
  },
  'filters: id': async (at) => {
    const [one, other] = [await record(at), await record(at)];
    expect(await goes(at, one, {})).toBe(true);
    expect(await recordsOf(at, other.Description)).toHaveLength(1);
  },
  'filters: parent': async (at) => {
    const one = await record(at, 'layer');
    const parent = one.Parent || (one[' Parents']?.[0] ?? '-');
    expect(await goes(at, one, {all: true, filters: {parent: [unique()]}})).toBe(false);
    expect(await goes(at, one, {all: true, filters: {parent: [parent]}})).toBe(true);
  },
  'filters: type': (at) => byFilter(at, {type: ['exec.cachemount']}, {type: ['source.local']}),
  'filters: description': async (at) => {
    const one = await record(at);
    expect(await goes(at, one, {filters: {description: [unique()]}})).toBe(false);
    expect(await goes(at, one, {filters: {description: [one.Description]}})).toBe(true);
  },
  // What is in use stays in any case, so the key can only keep more.
  'filters: inuse': (at) => byFilter(at, {inuse: ['false']}, {inuse: ['true']}),
  'filters: shared': async (at) => {
    await byFilter(at, {shared: ['false']}, {shared: ['true']});
    expect(await goes(at, await record(at, 'layer'), {all: true, filters: {shared: ['true']}})).toBe(true);
  },
  'filters: private': async (at) => {
    await byFilter(at, {private: ['true']}, {private: ['false']});
    expect(await goes(at, await record(at, 'layer'), {all: true, filters: {private: ['true']}})).toBe(false);
  },
});
