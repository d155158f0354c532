/** Moves a tree into another one that holds something already, by renaming: every file is whole at every moment. */
import * as fs from 'node:fs';
import {ArchiveError, because, shown} from './errors.ts';

const SLASH = Buffer.from('/');

/**
 * Moves what is in `from` to `to`, a directory of the same file system. Files and links take the place of files and links,
 * directories also that of files; links in `to` are replaced, not followed. A directory in the place of a file is an
 * error before anything moves. Throws ArchiveError.
 */
export function mergeInto(from: string, to: string): void {
  const [source, target] = [Buffer.from(from), Buffer.from(to)];
  attempt(target, () => refuseConflicts(source, target));
  move(source, target);
}

function refuseConflicts(from: Buffer, to: Buffer): void {
  for (const child of children(from)) {
    const there = join(to, child.name);
    if (!isDirectory(there)) continue;
    if (child.isDirectory()) {
      openUp(there);
      refuseConflicts(join(from, child.name), there);
    } else {
      throw new ArchiveError(`cannot unpack ${shown(there.toString())}: a directory is in its place`, {
        hint: 'Remove it or choose another destination',
      });
    }
  }
}

function move(from: Buffer, to: Buffer): void {
  for (const child of children(from)) {
    const [source, target] = [join(from, child.name), join(to, child.name)];
    attempt(target, () => {
      if (!child.isDirectory()) {
        fs.renameSync(source, target);
      } else if (isDirectory(target)) {
        move(source, target);
      } else {
        fs.rmSync(target, {force: true});
        fs.renameSync(source, target);
      }
    });
  }
}

function attempt(path: Buffer, work: () => void): void {
  try {
    work();
  } catch (cause) {
    if (cause instanceof ArchiveError) throw cause;
    throw new ArchiveError(`cannot unpack ${shown(path.toString())}: ${because(cause)}`, {cause});
  }
}

/** An earlier image may have shut the directory to us; this one gives it a mode of its own in the end. */
function openUp(directory: Buffer): void {
  const {mode} = fs.lstatSync(directory);
  if ((mode & 0o700) !== 0o700) fs.chmodSync(directory, (mode & 0o7777) | 0o700);
}

function children(directory: Buffer): fs.Dirent<Buffer>[] {
  return fs.readdirSync(directory, {withFileTypes: true, encoding: 'buffer'});
}

/** Itself, not what a link leads to. */
function isDirectory(path: Buffer): boolean {
  return fs.lstatSync(path, {throwIfNoEntry: false})?.isDirectory() === true;
}

function join(directory: Buffer, name: Buffer): Buffer {
  return Buffer.concat([directory, SLASH, name]);
}
