/**
 * Streams to files that are there whole or not at all: written beside the destination, forced to the disk, then renamed
 * onto it. Whatever goes wrong, no half file stays and an older file of that name stays as it was.
 */
import {randomBytes} from 'node:crypto';
import {type FileHandle, lstat, mkdir, open, rename, rm} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {ArchiveError, because, errno, shown} from './errors.ts';

export interface SaveOptions {
  /** Permissions of the finished file; 0600 while it is written. Default 0644. */
  readonly mode?: number;
  readonly signal: AbortSignal;
}

/** A file that is whole and on the disk, and not in its place yet. Disposing of it removes it, once it is there no more. */
export interface StagedFile extends AsyncDisposable {
  /** Where it is now. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Puts it into its place; a link there is replaced, not followed. To be called once. Throws ArchiveError. */
  place(): Promise<void>;
}

/**
 * Saves all chunks as `dest` and gives the number of bytes. Directories on the way are made. A link at `dest` is
 * replaced, not followed. Throws ArchiveError when the disk says no, else what the chunks or the signal throw.
 */
export async function saveStream(
  chunks: AsyncIterable<Uint8Array>,
  dest: string,
  options: SaveOptions,
): Promise<number> {
  await using staged = await stageStream(chunks, dest, options);
  options.signal.throwIfAborted();
  await staged.place();
  return staged.size;
}

/** As `saveStream`, but leaves the file beside `dest` until it is known whether it counts. */
export async function stageStream(
  chunks: AsyncIterable<Uint8Array>,
  dest: string,
  {mode = 0o644, signal}: SaveOptions,
): Promise<StagedFile> {
  const iterator = chunks[Symbol.asyncIterator]();
  const part = join(dirname(dest), `${basename(dest).slice(0, 200)}.part-${randomBytes(6).toString('hex')}`);
  let file: FileHandle | undefined;
  let done = false;
  try {
    signal.throwIfAborted();
    await refuseOdd(dest);
    file = await onDisk(dest, async () => {
      await mkdir(dirname(dest), {recursive: true});
      return open(part, 'wx', 0o600);
    });
    let size = 0;
    for (;;) {
      const next = await abortable(iterator.next(), signal);
      if (next.done === true) {
        done = true;
        break;
      }
      await onDisk(dest, () => writeAll(file as FileHandle, next.value));
      size += next.value.byteLength;
    }
    await onDisk(dest, () => finish(file as FileHandle, mode));
    file = undefined;
    return staged(part, dest, size);
  } catch (error) {
    await file?.close().catch(() => undefined);
    // When it cannot be removed it was not made, or the disk has more to say than we.
    await rm(part, {force: true}).catch(() => undefined);
    throw error;
  } finally {
    // Whoever makes the chunks must learn that nobody takes them; one that hangs is not waited for.
    if (!done) iterator.return?.()?.catch(() => undefined);
  }
}

function staged(part: string, dest: string, size: number): StagedFile {
  let isPlaced = false;
  return {
    path: part,
    size,
    place: async () => {
      await onDisk(dest, () => rename(part, dest));
      isPlaced = true;
    },
    [Symbol.asyncDispose]: async () => {
      if (!isPlaced) await rm(part, {force: true}).catch(() => undefined);
    },
  };
}

async function finish(file: FileHandle, mode: number): Promise<void> {
  await file.chmod(mode);
  await file.sync();
  await file.close();
}

/** A rename onto a directory would fail at the end only, one onto a device would replace it. */
async function refuseOdd(dest: string): Promise<void> {
  const stat = await lstat(dest).catch((error) => {
    if (errno(error) === 'ENOENT' || errno(error) === 'ENOTDIR') return undefined;
    throw cannotSave(dest, error);
  });
  if (stat === undefined || stat.isFile() || stat.isSymbolicLink()) return;
  const what = stat.isDirectory() ? 'it is a directory' : 'it is no regular file';
  throw new ArchiveError(`cannot write ${shown(dest)}: ${what}`, {hint: 'Name a file'});
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let from = 0; from < bytes.byteLength; ) {
    const {bytesWritten} = await file.write(bytes, from, bytes.byteLength - from);
    from += bytesWritten;
  }
}

async function onDisk<T>(dest: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw cannotSave(dest, error);
  }
}

function cannotSave(dest: string, cause: unknown): ArchiveError {
  return new ArchiveError(`cannot write ${shown(dest)}: ${because(cause)}`, {cause});
}

/** The promise, or the signal's reason, whichever is first. */
async function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const {promise: aborted, reject} = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason);
  signal.addEventListener('abort', onAbort, {once: true});
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
    promise.catch(() => undefined);
  }
}
