/** A file of the author's that is read, in part or as a whole, and must stay as it is meanwhile. */
import {constants, type Stats} from 'node:fs';
import {type FileHandle, open, stat} from 'node:fs/promises';
import {ArchiveError, because, shown} from './errors.ts';
import type {TarScanner} from './scan.ts';

/** Bytes read at once. */
const CHUNK = 256 * 1024;

export class LocalFile implements AsyncDisposable {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly #handle: FileHandle;
  readonly #modified: number;

  private constructor(path: string, handle: FileHandle, {size, mtimeMs}: Stats) {
    this.path = path;
    this.size = size;
    this.#handle = handle;
    this.#modified = mtimeMs;
  }

  /** Throws ArchiveError for what is no regular file or cannot be read. Links are followed: the author named it. */
  static async open(path: string): Promise<LocalFile> {
    let handle: FileHandle | undefined;
    try {
      // Opening a pipe would wait for its other end.
      handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
      const stats = await handle.stat();
      if (!stats.isFile()) throw new ArchiveError(`cannot read ${shown(path)}: it is no regular file`);
      return new LocalFile(path, handle, stats);
    } catch (error) {
      await handle?.close().catch(() => undefined);
      throw error instanceof ArchiveError ? error : unreadable(path, error);
    }
  }

  /** Up to `most` bytes at `at`, fewer only where the file ends. */
  async read(at: number, most: number): Promise<Buffer> {
    const bytes = Buffer.allocUnsafeSlow(Math.max(0, Math.min(most, this.size - at)));
    for (let length = 0; length < bytes.length; ) {
      const {bytesRead} = await this.#handle
        .read(bytes, length, bytes.length - length, at + length)
        .catch((error) => Promise.reject(unreadable(this.path, error)));
      if (bytesRead === 0) throw this.#changed('it was cut');
      length += bytesRead;
    }
    return bytes;
  }

  /** The bytes from `from` up to `to`, by default all. Throws ArchiveError at the end when the file was changed. */
  async *stream(signal: AbortSignal, from = 0, to = this.size): AsyncGenerator<Buffer, void, undefined> {
    for (let at = from; at < to; ) {
      signal.throwIfAborted();
      const bytes = await this.read(at, Math.min(CHUNK, to - at));
      if (bytes.length === 0) throw this.#changed('it was cut');
      at += bytes.length;
      // What comes last must not be out before it is certain.
      if (at >= to) await this.check();
      yield bytes;
    }
  }

  /** Throws ArchiveError when the file is not what it was. */
  async check(): Promise<void> {
    const {size, mtimeMs} = await this.#handle.stat();
    if (size < this.size) throw this.#changed(`it shrank from ${this.size} to ${size} bytes`);
    if (size > this.size) throw this.#changed(`it grew from ${this.size} to ${size} bytes`);
    if (mtimeMs !== this.#modified) throw this.#changed('it was written to');
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #changed(what: string): ArchiveError {
    return new ArchiveError(`cannot read ${shown(this.path)}: ${what} while it was being read`, {
      hint: 'Keep other processes from changing it',
    });
  }
}

/** Whether a directory or something else is there. Throws ArchiveError when nothing is. */
export async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw unreadable(path, error);
  }
}

export function unreadable(path: string, cause: unknown): ArchiveError {
  return new ArchiveError(`cannot read ${shown(path)}: ${because(cause)}`, {cause});
}

/** Small, because most of what it reads in vain is what follows a header. */
const SCANNED = 64 * 1024;

/** Scans a plain tar without reading what the scanner does not want. Throws BrokenTar. */
export async function scanFile(file: LocalFile, scanner: TarScanner, signal: AbortSignal): Promise<void> {
  for (let at = 0; at < file.size; ) {
    signal.throwIfAborted();
    const bytes = await file.read(at, SCANNED);
    scanner.push(bytes);
    at += bytes.length;
    at += scanner.skip(file.size - at);
  }
  scanner.finish();
}
