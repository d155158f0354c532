/** How much room the engine has left, as far as it can be seen: its directory is asked of the engine, its disk of the kernel. */
import {stat, statfs} from 'node:fs/promises';
import {hostname} from 'node:os';
import {diskUsage} from '../engine/disk-usage.ts';
import type {Engine} from '../engine/facts.ts';
import type {Log} from '../report/log.ts';
import {formatBytes} from '../report/units.ts';
import type {Origin} from './origin.ts';

/** Bytes below which steps run out of room often. */
const LITTLE = 1_000_000_000;
/** Bytes above which a disk was not full, however much the step that failed gave back. */
const PLENTY = 10_000_000_000;

export interface DiskSpace {
  /** Where the engine keeps its data. */
  readonly directory: string;
  /** Bytes that are free on that disk. */
  readonly free: number;
}

/** Undefined for an engine on another machine, and for one that is seen from inside of a container. */
export async function diskSpace({facts, transport}: Engine): Promise<DiskSpace | undefined> {
  const {root: directory, name} = facts;
  if (transport.address.kind !== 'unix' || directory === '' || name !== hostname()) return undefined;
  try {
    const {bavail, bsize} = await statfs(directory);
    return {directory, free: bavail * bsize};
  } catch {
    return undefined;
  }
}

/** What was full then is something else: a device, a quota, a small mount of a step. */
export function isPlenty({free}: DiskSpace): boolean {
  return free >= PLENTY;
}

/** Warns before the work, as what follows of a full disk is slow and hard to read. Never rejects. */
export async function warnOfLittleSpace(engine: Engine, origin: Origin, log: Log): Promise<void> {
  const [space, needed] = await Promise.all([diskSpace(engine), sizeNeeded(origin)]);
  if (space === undefined || space.free >= Math.max(LITTLE, needed)) return;
  const need = needed > LITTLE ? `, and some ${formatBytes(needed)} are needed` : '';
  log.warning(
    `only ${formatBytes(space.free)} are free in ${space.directory}, where the engine keeps images and build cache${need}. ${CURES}`,
  );
}

/** Bytes of an archive, and again what is unpacked of it; 0 where nobody knows. */
async function sizeNeeded(origin: Origin): Promise<number> {
  const file =
    origin.kind === 'archive' && origin.archive.kind === 'file'
      ? origin.archive.path
      : origin.kind === 'build' && origin.context.kind === 'tar'
        ? origin.context.path
        : undefined;
  if (file === undefined) return 0;
  return stat(file).then(
    ({size}) => 2 * size,
    () => 0,
  );
}

const CURES = 'prune-images and prune-build-cache make room when a job ends';

/** What fills the disk of the engine, in sentences; undefined where nothing of it is known within `limitMs`. */
export async function describeUsage(
  engine: Engine,
  options: {readonly limitMs: number; readonly signal: AbortSignal},
): Promise<string | undefined> {
  const [space, {images, cache, unusedCache}] = await Promise.all([diskSpace(engine), diskUsage(engine, options)]);
  const parts = [
    ...(images === undefined ? [] : [`images take ${formatBytes(images)}`]),
    ...(cache ? [`build cache takes ${formatBytes(cache)}`] : []),
    ...(unusedCache ? [`of which prune-build-cache can free ${formatBytes(unusedCache)}`] : []),
  ];
  const sentences = [
    ...(space === undefined ? [] : [`${formatBytes(space.free)} are free in ${space.directory}`]),
    ...(parts.length === 0 ? [] : [`In the engine ${parts.join(', ')}`]),
  ];
  return sentences.length === 0 ? undefined : sentences.join('. ');
}
