/** Records of BuildKit's cache, by plain HTTP. */
import {expect} from '@jest/globals';
import {forgetRecord, recordsOf} from '../../../scripts/rig/cache-records.ts';
import type {Engine} from '../../rig.ts';

export {type CacheRecord, forgetRecord, forgetTree, recordsOf} from '../../../scripts/rig/cache-records.ts';

type Subject = Pick<Engine, 'address'>;

/** Drops the records of BuildKit's cache whose description has this text. */
export async function forget(at: Subject, text: string): Promise<void> {
  for (const {ID} of await recordsOf(at, text)) await forgetRecord(at, ID);
  expect(await recordsOf(at, text)).toEqual([]);
}
