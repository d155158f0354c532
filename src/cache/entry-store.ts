/** The cache of GitHub Actions as the rest of the code sees it: entries, each a directory of layers under a key. */
import type {EntryNotes} from './entry-key.ts';

/** Name of the directory in every entry: where it is put is part of what an entry is found by. */
export const DIRECTORY = 'layers';

/** Longest that restoring may take, whatever the build took; saving gets as long. */
export const LIMIT_SECONDS = 300;

export type Restored =
  | {readonly kind: 'restored'; readonly key: string; readonly notes: EntryNotes; readonly seconds: number}
  | {readonly kind: 'none'}
  /** It is there, and left there: `slow` after it took as long as the build. */
  | {readonly kind: 'unworthy' | 'slow'; readonly key: string; readonly notes: EntryNotes}
  | {readonly kind: 'failed'; readonly reason: string};

/** An entry to be saved when the job ends. */
export interface EntryToSave {
  /** Its parent is a temporary directory of the step, which stays until then. */
  readonly directory: string;
  /** The key without what is known of the entry: it need not be saved where there is one that begins so. */
  readonly content: string;
  readonly key: string;
  readonly scope: string;
}

export interface EntryStore {
  /**
   * Looks for the first of the prefixes that an entry begins with, and unpacks it below `parent` if that is worth it. Takes no
   * longer than the build took. `access` are attributes of `type=gha`. Throws nothing but the reason of the signal.
   */
  restore(
    prefixes: readonly string[],
    parent: string,
    access: ReadonlyMap<string, string>,
    signal: AbortSignal,
  ): Promise<Restored>;
  /** Whether there is a post part that saves. */
  readonly canSave: boolean;
  note(entry: EntryToSave): void;
}
