/** Takes copies of contexts out of the build cache, those of a job beside this one, too: no build can use them again. */
import {cacheRecords, isContextCopy} from '../engine/disk-usage.ts';
import type {Engine} from '../engine/facts.ts';
import {type BuildPruned, pruneBuildCache} from '../engine/prune.ts';

/** Only those that are newer than `since`, by the engine's clock; all of them for ''. Throws EngineError. */
export async function pruneContexts(engine: Engine, since: string, signal: AbortSignal): Promise<BuildPruned> {
  const all = await cacheRecords(engine, signal);
  const copies = all.filter((record) => isContextCopy(record) && !record.inUse && record.created > since);
  const records: string[] = [];
  let reclaimed = 0;
  for (const {id} of copies) {
    const pruned = await pruneBuildCache(engine, {all: true, filters: {id: [id]}, signal});
    reclaimed += pruned.reclaimed;
    records.push(...pruned.records);
  }
  return {records, reclaimed};
}
