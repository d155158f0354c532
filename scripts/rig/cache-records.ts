/** Records of BuildKit's cache, by plain HTTP. */
import type {Engine} from './engines.ts';
import {askJson} from './http.ts';

type Subject = Pick<Engine, 'address'>;

/**
 * Drops the records whose description has this text, with all that was built on them, once no image has it. A record goes
 * only after those below it. Tells whether they are gone.
 */
export async function forgetTree(at: Subject, text: string): Promise<boolean> {
  for (let turn = 0; turn < 8; turn++) {
    const all = await recordsOf(at, '');
    const ids = new Set(all.filter(({Description}) => Description.includes(text)).map(({ID}) => ID));
    const parentsOf = ({Parent, ' Parents': parents}: CacheRecord) => [...(Parent ? [Parent] : []), ...(parents ?? [])];
    for (let size = -1; size !== ids.size; ) {
      size = ids.size;
      for (const record of all) if (parentsOf(record).some((id) => ids.has(id))) ids.add(record.ID);
    }
    if (ids.size === 0) return true;
    for (const id of ids) await forgetRecord(at, id);
  }
  return false;
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
