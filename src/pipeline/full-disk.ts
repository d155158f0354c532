/**
 * One more try for work that a full disk has stopped, after the engine was freed of what only makes later builds faster:
 * copies of contexts, and build cache that nothing has used since this step began. Images, containers and volumes are
 * never touched, and neither is what other builds use now (docs/decisions/0009-sources-and-cleaning.md).
 */
import {EngineError} from '../engine/errors.ts';
import type {Engine} from '../engine/facts.ts';
import {pruneBuildCache} from '../engine/prune.ts';
import type {Clock} from '../registry/retry.ts';
import {diagnose} from '../report/diagnosis.ts';
import type {Log} from '../report/log.ts';
import {count, formatBytes} from '../report/units.ts';
import {isDiskFull} from './advice.ts';
import {pruneContexts} from './context-copies.ts';
import {describeUsage, diskSpace, isPlenty} from './disk-space.ts';
import {BuildFailed, DiskFull, PullFailed} from './errors.ts';

/** What to do when the disk of the engine is full. */
export type OnFullDisk = 'prune' | 'fail';

export interface FullDiskTools {
  readonly log: Log;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Told what is worth a line of the job summary. */
  readonly onNote: (note: string) => void;
}

/** Bytes; the records of every build's Dockerfile alone are some hundreds. */
const WORTHWHILE = 1_000_000;
/** Of a prune that finds no room itself. */
const TRIES = 6;
const PAUSE_MS = 1000;
/** Milliseconds for a question to an engine that has no room left. */
const LIMIT_MS = 5000;

interface Pruned {
  /** Bytes. */
  readonly freed: number;
  /** Milliseconds of this process. */
  readonly endedAt: number;
}

/** One prune of an engine is enough for all its builds. */
const pruned = new WeakMap<Engine, Promise<Pruned>>();

/**
 * `error` ended work that began at `startedAt`, in milliseconds of this process. Resolves when it is worth another try;
 * else throws the error, with what is known of the disk if it is full.
 */
export async function makeRoom(
  engine: Engine,
  error: unknown,
  {startedAt, choice}: {readonly startedAt: number; readonly choice: OnFullDisk},
  tools: FullDiskTools,
): Promise<void> {
  if (!isOfFullDisk(error)) throw error;
  const {log, signal} = tools;
  log.endGroup();
  const space = await diskSpace(engine);
  if (choice === 'prune' && !(space && isPlenty(space))) {
    const pruning = pruned.get(engine) ?? prune(engine, tools).then((freed) => ({freed, endedAt: performance.now()}));
    pruned.set(engine, pruning);
    const {freed, endedAt} = await pruning;
    // Who failed in spite of it is not helped by another try.
    if (freed > 0 && startedAt < endedAt) return;
  }
  throw await explained(engine, error, signal);
}

/** Bytes that were freed, 0 for too few. Never rejects but for the signal. */
async function prune(engine: Engine, tools: FullDiskTools): Promise<number> {
  const {log, signal, onNote} = tools;
  if (!engine.facts.hasBuildKit) {
    log.info("The engine's disk is full, and this engine has no build cache to prune");
    return 0;
  }
  try {
    const copies = await insisting(() => pruneContexts(engine, '', signal), tools);
    // The step began with the process. The engine counts whole seconds.
    const until = () => `${Math.ceil(performance.now() / 1000)}s`;
    const cache = await insisting(() => pruneBuildCache(engine, {filters: {until: [until()]}, signal}), tools);
    const freed = copies.reclaimed + cache.reclaimed;
    const records = count(copies.records.length + cache.records.length, 'record');
    if (freed < WORTHWHILE) {
      log.info("The engine's disk is full, and it has no build cache that nothing has used since this step began");
      return 0;
    }
    const told = `the engine's disk was full, so build cache that nothing had used since this step began was pruned: ${records}, ${formatBytes(freed)}`;
    log.warning(`${told}. Trying once more; on-full-disk: fail leaves the cache alone`);
    onNote(told);
    return freed;
  } catch (error) {
    signal.throwIfAborted();
    log.info(`The engine's disk is full, and its build cache could not be pruned: ${(error as Error).message}`);
    return 0;
  }
}

/** BuildKit needs room to note what it frees, which comes back a moment after a build has failed. */
async function insisting<T>(work: () => Promise<T>, {clock, signal}: FullDiskTools): Promise<T> {
  for (let left = TRIES; ; left--) {
    try {
      return await work();
    } catch (error) {
      if (left === 1 || !isOfFullDisk(error)) throw error;
      await clock.sleep(PAUSE_MS, signal);
    }
  }
}

/** Words of a registry or of the runner's own disk are none of it. */
function isOfFullDisk(error: unknown): error is Error {
  if (error instanceof PullFailed) return isOfFullDisk(error.cause);
  if (error instanceof BuildFailed) {
    const {cause, failure} = error;
    return cause instanceof EngineError && isDiskFull({error: cause.reason, step: failure.step});
  }
  return error instanceof EngineError && diagnose(error.reason)?.code === 'disk-full';
}

/** A failed build says it already. */
async function explained(engine: Engine, error: Error, signal: AbortSignal): Promise<Error> {
  if (error instanceof BuildFailed) return error;
  const usage = await describeUsage(engine, {limitMs: LIMIT_MS, signal});
  return usage === undefined ? error : new DiskFull(usage, error);
}
