/**
 * The walk: what will be packed, settled before the first byte is sent (hardening C1), or what may be asked for. Links
 * are kept as links and never followed, siblings are in the order of their bytes, a directory comes before what is in
 * it, and one that the rules exclude comes in only when something below it does, as in BuildKit.
 */
import {isUtf8} from 'node:buffer';
import * as nodeFs from 'node:fs';
import {
  alwaysKeeping,
  type Hits,
  type IgnoreRules,
  isExcluded,
  judge,
  judgeDirectory,
  mayReinclude,
} from './dockerignore.ts';
import type {DirectoryEntry, Entry, Walk} from './entries.ts';
import {ContextError, errno, shown} from './errors.ts';
import {type Listing, readNames} from './names.ts';
import {type Pattern, reachesBelow} from './pattern.ts';
import {badTarget, changed, checkLengths, gathered, kindOf, notUtf8, unusable} from './refusals.ts';
import {Slices} from './slices.ts';
import {inspectSuspects, isSuspect} from './suspects.ts';

/** The file system calls of the walk; a test passes others to stand in for a race. */
export type WalkFs = Pick<typeof nodeFs, 'readdirSync' | 'lstatSync' | 'readlinkSync' | 'openSync' | 'closeSync'>;

export interface WalkOptions {
  readonly ignore: IgnoreRules;
  /** Paths that go in whatever the rules say: the Dockerfile and `.dockerignore`. */
  readonly keep?: readonly string[];
  /** Default is everything. */
  readonly wanted?: Wanted | undefined;
  /** Default 1,000,000 (hardening C7). */
  readonly maxEntries?: number | undefined;
  readonly signal: AbortSignal;
  readonly fs?: WalkFs;
}

const READ = nodeFs.constants.O_RDONLY | nodeFs.constants.O_NONBLOCK | (nodeFs.constants.O_NOFOLLOW ?? 0);
const MAX_ENTRIES = 1_000_000;

/** What is wanted of a context. */
export interface Wanted {
  /** What they match, with all below it. */
  readonly patterns: readonly Pattern[];
  /** Paths that are wanted without what may be below them. */
  readonly alone: ReadonlySet<string>;
}

/** A directory to go into. Empty path and no entry for the root. */
interface Directory {
  readonly path: string;
  readonly hits: Hits;
  /** Of the patterns of what is wanted. */
  readonly wanted: Hits;
  readonly entry: DirectoryEntry | undefined;
  /** The rules exclude it, but perhaps not all that is in it. */
  readonly excluded: boolean;
  /** For that reason, or because it was not asked for, it is listed only with something below it. */
  readonly deferred: boolean;
}

/** A directory being gone through. */
interface Frame {
  readonly directory: Directory;
  readonly listing: Listing;
  /** Index of the next name. */
  next: number;
  /** Whether its own entry is in the list. */
  listed: boolean;
}

/** What is known when all has been seen. */
export type WalkSummary = Omit<Walk, 'entries' | 'root'>;

/**
 * Lists a context. `root` must be a resolved path. Throws ContextError, with the path, when something that is not
 * excluded cannot be read, vanishes, has a name or link target that is not UTF-8, or is too long or too many; throws
 * the signal's reason when aborted.
 */
export async function walkContext(root: string, options: WalkOptions): Promise<Walk> {
  const entries: Entry[] = [];
  const walking = walkInBatches(root, options);
  for (;;) {
    const {value, done} = await walking.next();
    if (done === true) return {root, entries, ...value};
    for (const entry of value) entries.push(entry);
  }
}

/** As `walkContext`, handing on what was found by then each time the event loop has its turn. */
export function walkInBatches(root: string, options: WalkOptions): AsyncGenerator<readonly Entry[], WalkSummary> {
  return new Walker(root, options).walk();
}

class Walker {
  readonly #root: string;
  readonly #rules: IgnoreRules;
  readonly #hasExceptions: boolean;
  readonly #wanted: Wanted | undefined;
  readonly #maxEntries: number;
  readonly #signal: AbortSignal;
  readonly #slices: Slices;
  readonly #fs: WalkFs;
  #batch: Entry[] = [];
  #count = 0;
  readonly #stack: Frame[] = [];
  readonly #inodes = new Set<string>();
  readonly #suspects: string[] = [];
  readonly #skipped: string[] = [];
  readonly #closed: string[] = [];
  readonly #uid = process.geteuid?.() ?? 0;
  #bytes = 0;

  constructor(root: string, options: WalkOptions) {
    this.#root = root;
    this.#rules = alwaysKeeping(options.ignore, options.keep ?? []);
    this.#hasExceptions = this.#rules.patterns.some((pattern) => pattern.exception);
    this.#wanted = options.wanted;
    this.#maxEntries = options.maxEntries ?? MAX_ENTRIES;
    this.#signal = options.signal;
    this.#slices = new Slices(options.signal);
    this.#fs = options.fs ?? nodeFs;
  }

  async *walk(): AsyncGenerator<readonly Entry[], WalkSummary> {
    this.#signal.throwIfAborted();
    this.#enter({path: '', hits: [], wanted: [], entry: undefined, excluded: false, deferred: false});
    for (let frame = this.#stack.at(-1); frame !== undefined; frame = this.#stack.at(-1)) {
      if (this.#slices.over) {
        yield this.#take();
        await this.#slices.pause();
      }
      const name = frame.listing.names[frame.next++];
      if (name === undefined) {
        this.#leave(frame);
      } else {
        const directory = this.#visit(frame, name);
        if (directory !== undefined) this.#enter(directory);
      }
    }
    const warnings = [
      ...inspectSuspects(this.#root, this.#suspects),
      ...gathered('left out, as a context cannot carry it', this.#skipped),
      ...gathered('excluded and unreadable, so that no "!" line brings back what is below', this.#closed),
    ];
    yield this.#take();
    return {bytes: this.#bytes, warnings: warnings.sort()};
  }

  #take(): readonly Entry[] {
    const batch = this.#batch;
    this.#batch = [];
    return batch;
  }

  /** Deals with one name; gives the directory to go into when it is one. Not async: this is run for every file. */
  #visit(frame: Frame, name: string): Directory | undefined {
    const {directory, listing} = frame;
    const path = directory.path === '' ? name : `${directory.path}/${name}`;
    const isWanted = this.#isWanted(path, directory);
    if (!isWanted || isExcluded(this.#rules, path, directory.hits)) {
      return this.#visitExcluded(path, directory, isWanted);
    }
    const raw = listing.odd?.get(name);
    if (raw !== undefined) throw notUtf8(directory.path, raw);
    checkLengths(path, name);
    const stat = this.#lstat(path);
    const {mtimeMs, ctimeMs, dev, ino} = stat;
    const mode = stat.mode & 0o7777;
    const common = {path, mode, mtimeMs, ctimeMs, dev, ino};
    switch (stat.mode & nodeFs.constants.S_IFMT) {
      case nodeFs.constants.S_IFREG:
        this.#checkReadable(path, stat);
        if (isSuspect(path, name)) this.#suspects.push(path);
        this.#add({kind: 'file', ...common, size: stat.size, inode: this.#inode(path, stat)});
        return undefined;
      case nodeFs.constants.S_IFDIR: {
        const entry: Entry = {kind: 'directory', ...common};
        const {hits, wanted} = this.#judge(path, directory);
        this.#add(entry);
        return {path, hits, wanted, entry, excluded: false, deferred: false};
      }
      case nodeFs.constants.S_IFLNK:
        // Linux gives every link the mode 0777; where it is otherwise, the archive should still be the same.
        this.#add({kind: 'symlink', ...common, mode: 0o777, target: this.#readlink(path)});
        return undefined;
      default:
        this.#skipped.push(`${shown(path)} (${kindOf(stat)})`);
        return undefined;
    }
  }

  #visitExcluded(path: string, parent: Directory, isWanted: boolean): Directory | undefined {
    if (isWanted && !this.#hasExceptions) return undefined;
    const {hits, wanted, excluded} = this.#judge(path, parent);
    if (excluded && !mayReinclude(this.#rules, path, hits)) return undefined;
    if (!isWanted && !this.#isWantedBelow(path)) return undefined;
    let stat: nodeFs.Stats;
    try {
      stat = this.#fs.lstatSync(this.#absolute(path));
    } catch {
      return undefined;
    }
    if (!stat.isDirectory()) return undefined;
    const {mtimeMs, ctimeMs, dev, ino} = stat;
    const entry: Entry = {kind: 'directory', path, mode: stat.mode & 0o7777, mtimeMs, ctimeMs, dev, ino};
    return {path, hits, wanted, entry, excluded, deferred: true};
  }

  #isWanted(path: string, parent: Directory): boolean {
    if (this.#wanted === undefined) return true;
    return this.#wanted.alone.has(path) || judge(this.#wanted.patterns, path, parent.wanted);
  }

  #isWantedBelow(directory: string): boolean {
    const {patterns, alone} = this.#wanted ?? {patterns: [], alone: []};
    if (patterns.some((pattern) => !pattern.exception && reachesBelow(pattern, directory))) return true;
    for (const path of alone) if (path.startsWith(`${directory}/`)) return true;
    return false;
  }

  #judge(path: string, parent: Directory): {excluded: boolean; hits: Hits; wanted: Hits} {
    const wanted: boolean[] = [];
    if (this.#wanted !== undefined) judge(this.#wanted.patterns, path, parent.wanted, wanted);
    return {...judgeDirectory(this.#rules, path, parent.hits), wanted};
  }

  #add(entry: Entry): void {
    for (const frame of this.#stack) {
      if (frame.listed || frame.directory.entry === undefined) continue;
      frame.listed = true;
      this.#append(frame.directory.entry);
    }
    this.#append(entry);
  }

  #append(entry: Entry): void {
    if (this.#count++ >= this.#maxEntries) {
      throw new ContextError(
        `the context ${shown(this.#root)} holds more than ${this.#maxEntries} files and directories`,
        {
          path: this.#root,
          hint: 'Exclude what the build does not need in .dockerignore, or raise the limit',
        },
      );
    }
    this.#batch.push(entry);
  }

  #enter(directory: Directory): void {
    this.#stack.push({directory, listing: this.#list(directory), next: 0, listed: !directory.deferred});
  }

  /** A directory swapped for another or for a link while its names were looked at makes all of them doubtful. */
  #leave({directory: {path, entry}, listed}: Frame): void {
    this.#stack.pop();
    if (entry === undefined || !listed) return;
    const {dev, ino} = this.#lstat(path);
    if (dev !== entry.dev || ino !== entry.ino) throw changed(path, 'it was replaced');
  }

  #list({path, excluded}: Directory): Listing {
    try {
      return readNames(this.#fs, this.#absolute(path));
    } catch (error) {
      if (!excluded) throw unusable(path || '.', 'directory', error);
      this.#closed.push(shown(path));
      return {names: [], odd: undefined};
    }
  }

  #lstat(path: string): nodeFs.Stats {
    try {
      return this.#fs.lstatSync(this.#absolute(path));
    } catch (error) {
      if (errno(error) === 'ENOENT') throw changed(path, 'it vanished');
      throw unusable(path, 'file', error);
    }
  }

  #readlink(path: string): string {
    let target: Buffer;
    try {
      target = this.#fs.readlinkSync(this.#absolute(path), 'buffer');
    } catch (error) {
      throw errno(error) === 'ENOENT' || errno(error) === 'EINVAL'
        ? changed(path, 'it is no link any more')
        : unusable(path, 'link', error);
    }
    if (isUtf8(target)) return target.toString();
    throw badTarget(path, target);
  }

  /** Tries only where the mode bits leave it open, which is rare (hardening C6). */
  #checkReadable(path: string, stat: nodeFs.Stats): void {
    if ((stat.mode & 0o444) === 0o444 || (stat.uid === this.#uid && (stat.mode & 0o400) !== 0)) return;
    try {
      this.#fs.closeSync(this.#fs.openSync(this.#absolute(path), READ));
    } catch (error) {
      throw errno(error) === 'ENOENT' ? changed(path, 'it vanished') : unusable(path, 'file', error);
    }
  }

  /** Identifies a file with several names, and counts the bytes of the others and of its first. */
  #inode(path: string, stat: nodeFs.Stats): string | undefined {
    let inode: string | undefined;
    if (stat.nlink > 1) {
      // Past 2^53 two inode numbers can look the same as doubles, which would swap the contents of two files.
      const exact = Number.isSafeInteger(stat.ino) ? stat : this.#fs.lstatSync(this.#absolute(path), {bigint: true});
      inode = `${exact.dev}:${exact.ino}`;
      if (this.#inodes.has(inode)) return inode;
      this.#inodes.add(inode);
    }
    this.#bytes += stat.size;
    return inode;
  }

  #absolute(path: string): string {
    return path === '' ? this.#root : `${this.#root}/${path}`;
  }
}
