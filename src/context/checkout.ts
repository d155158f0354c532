/**
 * What a Git checkout is at, read from its files as git is not needed for it: the commit, and whether files that git
 * tracks were changed since (gitrepository-layout(5), gitformat-index(5)). A file counts as unchanged when size and time
 * are those in the index, as git itself does; else its content is compared. What cannot be told is left out.
 */
import {createHash} from 'node:crypto';
import {lstatSync, readFileSync, statSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {readInto} from './content.ts';
import {excludes, type IgnoreRules} from './dockerignore.ts';
import type {FileEntry} from './entries.ts';

export interface Checkout {
  /** In full. */
  readonly commit: string;
  /** Tracked files of the context that are changed or gone; undefined when that could not be told cheaply. */
  readonly changed: readonly string[] | undefined;
}

/** Undefined for what is no checkout. `root` is that of the checkout, links resolved; what `ignore` excludes is not told. */
export function readCheckout(root: string, ignore: IgnoreRules): Checkout | undefined {
  try {
    const git = gitDirectory(root);
    const commit = readHead(git);
    return commit === undefined ? undefined : {commit, changed: changedFiles(git, root, ignore)};
  } catch {
    return undefined;
  }
}

/** `.git` is a directory, or the file of a worktree or a submodule that names one. */
function gitDirectory(root: string): string {
  const path = join(root, '.git');
  if (statSync(path).isDirectory()) return path;
  const [, target = ''] = /^gitdir: (.+?)\s*$/.exec(readFileSync(path, 'utf8')) ?? [];
  return resolve(root, target);
}

function readHead(git: string): string | undefined {
  const head = readFileSync(join(git, 'HEAD'), 'utf8').trim();
  const [, ref] = /^ref: (refs\/\S+)$/.exec(head) ?? [];
  const commit = ref === undefined ? head : resolveRef(git, ref);
  return commit !== undefined && /^[0-9a-f]{40,64}$/.test(commit) ? commit : undefined;
}

function resolveRef(git: string, ref: string): string | undefined {
  const home = resolve(git, textOf(join(git, 'commondir'))?.trim() ?? '.');
  const loose = textOf(join(home, ref))?.trim();
  if (loose !== undefined) return loose;
  const packed = textOf(join(home, 'packed-refs')) ?? '';
  return packed
    .split('\n')
    .find((line) => line.endsWith(` ${ref}`))
    ?.split(' ', 1)[0];
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

interface Tracked {
  readonly path: string;
  readonly mode: number;
  readonly size: number;
  readonly mtimeMs: number;
  readonly hash: string;
}

/** Bytes of an index that is looked at; more would be felt. */
const LARGEST_INDEX = 8 * 1024 * 1024;
/** Files that are looked at. */
const MOST_TRACKED = 5000;
/** Bytes of files that are compared by content. */
const MOST_COMPARED = 32 * 1024 * 1024;
const REGULAR = 0o100000;

function changedFiles(git: string, root: string, ignore: IgnoreRules): readonly string[] | undefined {
  const file = join(git, 'index');
  const size = statSync(file, {throwIfNoEntry: false})?.size;
  if (size === undefined || size > LARGEST_INDEX) return undefined;
  const tracked = readIndex(readFileSync(file));
  if (tracked === undefined || tracked.length > MOST_TRACKED) return undefined;
  const changed: string[] = [];
  let compared = 0;
  for (const {path, mode, size, mtimeMs, hash} of tracked) {
    if ((mode & 0o170000) !== REGULAR) continue;
    const entry = fileAt(root, path);
    if (entry !== undefined && entry.size === size && Math.abs(entry.mtimeMs - mtimeMs) < 0.01) continue;
    if (excludes(ignore, path)) continue;
    if (entry !== undefined && (entry.mode & 0o100) === (mode & 0o100) && entry.size === size) {
      compared += size;
      if (compared > MOST_COMPARED) return undefined;
      if (hashOf(root, entry, hash.length) === hash) continue;
    }
    changed.push(path);
  }
  return changed;
}

/** Undefined for what is no regular file. */
function fileAt(root: string, path: string): FileEntry | undefined {
  const stat = lstatSync(join(root, path), {throwIfNoEntry: false});
  if (stat === undefined || !stat.isFile()) return undefined;
  const {mtimeMs, ctimeMs, dev, ino, size} = stat;
  return {kind: 'file', path, mode: stat.mode & 0o7777, mtimeMs, ctimeMs, dev, ino, size, inode: undefined};
}

/** The name git gives to the content of a file. */
function hashOf(root: string, entry: FileEntry, length: number): string {
  const content = Buffer.alloc(entry.size);
  readInto(root, entry, content, 0);
  const hash = createHash(length === 40 ? 'sha1' : 'sha256');
  return hash.update(`blob ${entry.size}\0`).update(content).digest('hex');
}

/** Versions 2 and 3 with SHA-1 names, as git writes them unless told otherwise; undefined for others. */
function readIndex(index: Buffer): readonly Tracked[] | undefined {
  const version = index.length < 32 || index.toString('latin1', 0, 4) !== 'DIRC' ? 0 : index.readUInt32BE(4);
  if (version !== 2 && version !== 3) return undefined;
  const tracked: Tracked[] = [];
  let at = 12;
  for (let left = index.readUInt32BE(8); left > 0; left--) {
    const flags = index.readUInt16BE(at + 60);
    const extended = (flags & 0x4000) !== 0;
    const start = at + (extended ? 64 : 62);
    const end = index.indexOf(0, start);
    if (end < 0) return undefined;
    const skipped = extended && (index.readUInt16BE(at + 62) & 0x4000) !== 0;
    const staged = (flags & 0x3000) !== 0;
    const seconds = index.readUInt32BE(at + 8);
    if (!skipped && !staged) {
      tracked.push({
        path: index.toString('utf8', start, end),
        mode: index.readUInt32BE(at + 24),
        size: index.readUInt32BE(at + 36),
        mtimeMs: seconds * 1000 + index.readUInt32BE(at + 12) / 1e6,
        hash: index.toString('hex', at + 40, at + 60),
      });
    }
    // Entries end with 1 to 8 zeros, so that each takes a multiple of 8 bytes.
    at += (end - at + 8) & ~7;
  }
  return tracked;
}
