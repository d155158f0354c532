/** What the process of program.ts is asked for, and what it answers. */
import type {Restored} from './entry-store.ts';

/** First argument of the bundle in that process. */
export const CACHE_PROGRAM = 'cache';

export type Job =
  | {readonly kind: 'restore'; readonly prefixes: readonly string[]}
  | {readonly kind: 'save'; readonly content: string; readonly key: string};

export type Outcome = Exclude<Restored, {readonly kind: 'failed'}> | Saved;

export type Saved =
  | {readonly kind: 'saved'}
  /** The same content is there. */
  | {readonly kind: 'there'}
  /** The library says why, in its own lines. */
  | {readonly kind: 'unsaved'};

/** Before the outcome, on the last line. */
export const MARK = 'stowage-cache ';
