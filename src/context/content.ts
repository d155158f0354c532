/**
 * The content of files, read so that what comes out is what the walk listed or an error (hardening C3, C6): opened
 * without following a link, compared by device, inode, size and time after the last byte was read.
 */
import * as fs from 'node:fs';
import type {Entry, FileEntry} from './entries.ts';
import {because, ContextError, errno, shown} from './errors.ts';

/** Without O_NONBLOCK, opening a named pipe somebody put in the file's place would wait for ever. */
const FLAGS = fs.constants.O_RDONLY | fs.constants.O_NONBLOCK | (fs.constants.O_NOFOLLOW ?? 0);

/** A file being read, synchronously and from start to end. Every call throws ContextError. */
export class Content {
  readonly #file: FileEntry;
  readonly #fd: number;
  #length = 0;

  /** `root` is the walk's. Opens the file; `close` it in any case. */
  constructor(root: string, file: FileEntry) {
    this.#file = file;
    this.#fd = attempt(file, () => fs.openSync(`${root}/${file.path}`, FLAGS));
  }

  /** Bytes still to come. */
  get left(): number {
    return this.#file.size - this.#length;
  }

  /** Reads up to `most` bytes to `target[at...]`; gives how many, never 0 while some are left. */
  read(target: Buffer, at: number, most: number): number {
    let n: number;
    try {
      n = fs.readSync(this.#fd, target, at, Math.min(most, this.left), null);
    } catch (error) {
      // That it is another file by now says more than the errno.
      this.#compare();
      throw unreadable(this.#file, error);
    }
    this.#length += n;
    if (n === 0 && this.left > 0) {
      this.#compare();
      throw shrunk(this.#file, this.#length);
    }
    return n;
  }

  /** To be called after the last byte: that the file was the listed one, and still is, through and through. */
  finish(): void {
    this.#compare();
  }

  close(): void {
    fs.closeSync(this.#fd);
  }

  #compare(): void {
    compare(
      this.#file,
      attempt(this.#file, () => fs.fstatSync(this.#fd)),
    );
  }
}

/** Reads a whole file to `target[at...]`, which must have room for it. Throws ContextError. */
export function readInto(root: string, file: FileEntry, target: Buffer, at: number): void {
  const content = new Content(root, file);
  try {
    for (let end = at; content.left > 0; ) end += content.read(target, end, content.left);
    content.finish();
  } finally {
    content.close();
  }
}

/** The content of a file in pieces, which are the caller's to keep. Throws ContextError, also after the last piece. */
export function* readPieces(root: string, file: FileEntry, size: number): Generator<Buffer> {
  const content = new Content(root, file);
  try {
    while (content.left > 0) {
      const piece = Buffer.allocUnsafeSlow(Math.min(size, content.left));
      yield piece.subarray(0, content.read(piece, 0, piece.length));
    }
    content.finish();
  } finally {
    content.close();
  }
}

/** That a directory, a link or a further name of a file is still the one the walk saw. Throws ContextError. */
export function checkUnchanged(root: string, entry: Entry): void {
  const stat = attempt(entry, () => fs.lstatSync(`${root}/${entry.path}`));
  if (entry.kind === 'file') compare(entry, stat);
  // A link cannot be rewritten, only replaced; a directory's time changes with every file somebody adds.
  else if (stat.dev !== entry.dev || stat.ino !== entry.ino) throw changed(entry, 'it was replaced by another');
}

function compare(file: FileEntry, stat: fs.Stats): void {
  if (!stat.isFile() || stat.dev !== file.dev || stat.ino !== file.ino)
    throw changed(file, 'it was replaced by another file');
  if (stat.size < file.size) throw shrunk(file, stat.size);
  if (stat.size > file.size) throw changed(file, `it grew from ${file.size} to ${stat.size} bytes`);
  if (stat.mtimeMs !== file.mtimeMs) throw changed(file, 'it was written to');
}

function shrunk(file: FileEntry, size: number): ContextError {
  return changed(file, `it shrank from ${file.size} to ${size} bytes`);
}

function attempt<T>(entry: Entry, call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw unreadable(entry, error);
  }
}

function unreadable(entry: Entry, cause: unknown): ContextError {
  if (errno(cause) === 'ENOENT') return changed(entry, 'it vanished', cause);
  if (errno(cause) === 'ELOOP') return changed(entry, 'it was replaced by a symbolic link', cause);
  return new ContextError(`cannot send ${shown(entry.path)}: ${because(cause)}`, {
    path: entry.path,
    cause,
    hint: 'Change its permissions or exclude it in .dockerignore',
  });
}

function changed(entry: Entry, what: string, cause?: unknown): ContextError {
  return new ContextError(`cannot send ${shown(entry.path)}: ${what} while the context was being sent`, {
    path: entry.path,
    cause,
    hint: 'Keep other processes from changing the context during the build, or exclude the path in .dockerignore',
  });
}
