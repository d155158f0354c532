/** Records of BuildKit's cache, by plain HTTP. */
import {expect} from '@jest/globals';
import type {Engine} from '../../rig.ts';
import {askJson} from '../../rig.ts';

type Subject = Pick<Engine, 'address'>;

/** Drops the records of BuildKit's cache whose description has this text. */
export async function forget(at: Subject, text: string): Promise<void> {
  for (const {ID} of await recordsOf(at, text)) await forgetRecord(at, ID);
  expect(await recordsOf(at, text)).toEqual([]);
}

/** The same with what was built on those records, once no image has it. A record goes only after those below it. */
export async function forgetTree(at: Subject, text: string): Promise<void> {
  for (let turn = 0; turn < 8; turn++) {
    const all = await recordsOf(at, '');
    const ids = new Set(all.filter(({Description}) => Description.includes(text)).map(({ID}) => ID));
    const parentsOf = ({Parent, ' Parents': parents}: CacheRecord) => [...(Parent ? [Parent] : []), ...(parents ?? [])];
    for (let size = -1; size !== ids.size; ) {
      size = ids.size;
      for (const record of all) if (parentsOf(record).some((id) => ids.has(id))) ids.add(record.ID);
    }
    if (ids.size === 0) return;
    for (const id of ids) await forgetRecord(at, id);
  }
  expect(await recordsOf(at, text)).toEqual([]);
}

export async function forgetRecord(at: Subject, id: string): Promise<void> {
  const filters = encodeURIComponent(JSON.stringify({id: [id]}));
  await askJson(at.address, `/build/prune?all=1&filters=${filters}`, {method: 'POST'});
}

export interface CacheRecord {
  readonly ID: string;
  readonly Parent?: string;
  /** With the blank, since API 1.42. */
  readonly ' Parents'?: readonly string[] | null;
  readonly Type: string;
  readonly Description: string;
  readonly InUse: boolean;
  readonly Shared: boolean;
}

export async function recordsOf(at: Subject, text: string): Promise<readonly CacheRecord[]> {
  const {BuildCache} = await askJson<{BuildCache: readonly CacheRecord[] | null}>(
    at.address,
    '/system/df?type=build-cache',
  );
  return (BuildCache ?? []).filter(({Description}) => Description.includes(text));
}
