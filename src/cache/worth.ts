/**
 * Whether a cache is worth its time. What counts is the whole: the download, and the engine that reads the layers, against a
 * build that needs neither. So a job with a cache is not slower than one without, but for the first that finds out.
 */
import type {EntryNotes} from './entry-key.ts';
import type {Restored} from './entry-store.ts';

/** Bytes per second of a runner that has not told yet; those of GitHub are faster. */
const USUAL_RATE = 80e6;
/** At which an engine takes over layers. */
const ENGINE_RATE = 120e6;
/** For asking the service, and for reading manifests. */
const OVERHEAD_SECONDS = 0.5;
/** Of the size of an image, at the least, as it travels. */
const COMPRESSED = 0.3;

/** What a build from the entry is going to take. Saving takes about the same. */
export function restoreSeconds({bytes, rate}: Pick<EntryNotes, 'bytes' | 'rate'>): number {
  return OVERHEAD_SECONDS + bytes / (rate ?? USUAL_RATE) + bytes / ENGINE_RATE;
}

/** Whether that is faster than a build without. */
export function isWorth(notes: Pick<EntryNotes, 'bytes' | 'rate' | 'seconds'>): boolean {
  return restoreSeconds(notes) < notes.seconds;
}

/** A build that ended, with what was restored or without. */
export interface BuildTimes {
  readonly seconds: number;
  /** Of that, its steps that no cache had. */
  readonly newSeconds: number;
  readonly isAllCached: boolean;
  /** Bytes of its image, as the engine has it. */
  readonly imageSize: number;
}

export type Verdict =
  /** Jobs to come are to do without: tell them, by an entry with this rate. */
  | {readonly kind: 'useless'; readonly notes: EntryNotes}
  | {readonly kind: 'unchanged'}
  /** Saving would take longer than the next build gains. */
  | {readonly kind: 'little'; readonly seconds: number}
  | {readonly kind: 'unworthy' | 'save'; readonly notes: Pick<EntryNotes, 'bytes' | 'rate' | 'seconds'>};

/** What to do for the next job after this one, before its layers are at hand. */
export function judge(before: Restored | undefined, build: BuildTimes): Verdict {
  const known = before !== undefined && 'notes' in before ? before : undefined;
  const took = known?.kind === 'restored' ? known.seconds : undefined;
  if (known?.kind === 'slow') return useless(known.notes, known.notes.seconds);
  if (known !== undefined && took !== undefined) {
    if (took + (build.isAllCached ? build.seconds : 0) > known.notes.seconds) return useless(known.notes, took);
    if (build.isAllCached) return {kind: 'unchanged'};
    const seconds = restoreSeconds({...known.notes, rate: known.notes.bytes / took});
    if (build.newSeconds < seconds) return {kind: 'little', seconds};
  }
  const notes = {
    bytes: known?.notes.bytes ?? build.imageSize * COMPRESSED,
    rate: took === undefined || known === undefined ? known?.notes.rate : known.notes.bytes / took,
    // Of a build that was restored in part, only the one before knows what all of it takes.
    seconds: Math.max(build.seconds, took === undefined || known === undefined ? 0 : known.notes.seconds),
  };
  return {kind: isWorth(notes) ? 'save' : 'unworthy', notes};
}

function useless(notes: EntryNotes, seconds: number): Verdict {
  return {kind: 'useless', notes: {...notes, rate: notes.bytes / seconds, isEmpty: true}};
}
