/**
 * A context as a builder asks for it, part by part: the walk under the same rules as for the tar, with what it gives in
 * the terms of a file transfer. Nothing is listed before it is asked for.
 */
import {join} from 'node:path';
import {Content} from './content.ts';
import {type IgnoreRules, parsePatterns} from './dockerignore.ts';
import type {Entry} from './entries.ts';
import {followPaths} from './follow.ts';
import {secondsOf} from './header.ts';
import {type Wanted, walkInBatches} from './walk.ts';

export interface PartRequest {
  /** Patterns of what is wanted; empty for all. */
  readonly include: readonly string[];
  /** Patterns of what the builder takes to be excluded. */
  readonly exclude: readonly string[];
  /** Paths that are wanted together with what they lead to as links; empty for all. */
  readonly follow: readonly string[];
}

export interface PartsOptions {
  /** The context directory, links resolved. */
  readonly root: string;
  readonly ignore: IgnoreRules;
  /** Default 1,000,000 for each listing (hardening C7). */
  readonly maxEntries?: number | undefined;
  /** See `BuildContext`. */
  readonly epoch?: number | undefined;
  /** Told what a listing skipped and what looks like a secret in it. */
  readonly onWarning?: (warning: string) => void;
}

const IGNORE_FILE = '.dockerignore';

/**
 * Builders send every pattern back as a header field, and Node's HTTP/2 ends the whole session for a header block past
 * some 140 kB. In bytes as they are sent, without names.
 */
const MOST_PATTERN_BYTES = 64 * 1024;

/**
 * Whether a builder can be given the ignore file to read. We hold to the rules either way; from a builder that knows
 * them only comes a better word for a COPY of what they exclude.
 */
export function canShareRules({patterns}: IgnoreRules): boolean {
  const texts = patterns.map(({text, exception}) => (exception ? `!${text}` : text));
  // With one that is not ASCII, all come escaped.
  const plain = texts.every((text) => /^[\x20-\x7e]*$/.test(text));
  const bytes = texts.reduce((sum, text) => sum + (plain ? text : encodeURIComponent(text.toWellFormed())).length, 0);
  return bytes <= MOST_PATTERN_BYTES;
}

/** The context directory. Its listings and its files throw ContextError. */
export class ContextParts {
  readonly #options: PartsOptions;
  /** The next request for the ignore file alone is left empty, as it is the builder's, to read it. */
  #isWithheld: boolean;

  constructor(options: PartsOptions) {
    this.#options = options;
    this.#isWithheld = !canShareRules(options.ignore);
  }

  /** Throws ContextError as `walkContext`, or the signal's reason. */
  async *list(request: PartRequest, signal: AbortSignal): AsyncGenerator<readonly ListedEntry[]> {
    const {root, ignore, maxEntries, epoch, onWarning} = this.#options;
    // Our own rules hold, not the builder's copy of them, so that every way to send a context sends the same. Only the
    // ignore file itself, which the builder reads first, comes through them.
    const isForIt = isForIgnoreFile(request);
    if (isForIt && this.#isWithheld) {
      this.#isWithheld = false;
      return;
    }
    const keep = isForIt && ignore.file === join(root, IGNORE_FILE) ? [IGNORE_FILE] : [];
    const firstNames = new Map<string, string>();
    const walking = walkInBatches(root, {ignore, keep, wanted: wantedBy(root, request), maxEntries, signal});
    for (;;) {
      const {value, done} = await walking.next();
      if (done === true) {
        for (const warning of value.warnings) onWarning?.(warning);
        return;
      }
      yield value.map((entry) => new ListedEntry(root, entry, {firstNames, epoch}));
    }
  }
}

/** Whether the builder only wants to read the ignore file. */
export function isForIgnoreFile({include, exclude, follow}: PartRequest): boolean {
  return include.length === 0 && exclude.length === 0 && follow.length === 1 && follow[0] === IGNORE_FILE;
}

function wantedBy(root: string, {include, follow}: PartRequest): Wanted | undefined {
  if (include.length === 0 && follow.length === 0) return undefined;
  const followed = followPaths(root, follow);
  return followed && {...followed, patterns: [...parsePatterns(include), ...followed.patterns]};
}

interface Listing {
  readonly firstNames: Map<string, string>;
  readonly epoch: number | undefined;
}

export class ListedEntry {
  readonly path: string;
  readonly kind: Entry['kind'];
  readonly mode: number;
  readonly size: number;
  /** Nanoseconds since 1970. */
  readonly modified: bigint;
  /** Of a symbolic link; of a further name of a file the first. Else ''. */
  readonly target: string;
  readonly #root: string;
  readonly #entry: Entry;

  /** `firstNames` of files with several, by inode; the entry adds its own. */
  constructor(root: string, entry: Entry, {firstNames, epoch}: Listing) {
    this.#root = root;
    this.#entry = entry;
    this.path = entry.path;
    this.kind = entry.kind;
    this.mode = entry.mode;
    this.target = entry.kind === 'symlink' ? entry.target : firstNameOf(entry, firstNames);
    this.size = entry.kind === 'file' ? entry.size : entry.kind === 'symlink' ? Buffer.byteLength(entry.target) : 0;
    this.modified = timeOf(entry, epoch);
  }

  /** Opens the file, without following a link in its place. Throws ContextError. */
  open(): Content {
    if (this.#entry.kind !== 'file') throw new TypeError(`${this.path} is a ${this.kind} and has no content`);
    return new Content(this.#root, this.#entry);
  }
}

function firstNameOf(entry: Entry, firstNames: Map<string, string>): string {
  if (entry.kind !== 'file' || entry.inode === undefined) return '';
  const first = firstNames.get(entry.inode);
  if (first === undefined) firstNames.set(entry.inode, entry.path);
  return first ?? '';
}

const BILLION = 1_000_000_000;

/**
 * The second of the last write, as in a tar, and in place of its nanoseconds a number made of the time of the last change
 * of any kind: the builder takes a file with the size and the time of the one it has for the same, and some programs
 * write new content and set an old time. No program can set the time of change.
 */
function timeOf(entry: Entry, epoch: number | undefined): bigint {
  const {ctimeMs} = entry;
  const seconds = secondsOf(entry, epoch);
  const changed = Math.floor(ctimeMs / 1000);
  const nanoseconds = Math.round((ctimeMs - changed * 1000) * 1_000_000);
  // The second as well: some file systems keep no more than that.
  const mark = (nanoseconds + (changed % 100_000) * 9_973) % BILLION;
  return BigInt(seconds) * 1_000_000_000n + BigInt(mark);
}
