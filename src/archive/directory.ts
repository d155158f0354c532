/**
 * The root file system of an image as a directory, as BuildKit's local exporter leaves it: owned by who runs this, with
 * the image's modes and times. It is unpacked beside its place and moved there when it is whole.
 *
 * tar-fs is not used here: it refuses absolute symbolic links, which nearly every image has, when it checks links, and
 * cannot fill directories that are read-only. What its checks are for holds by construction (hardening C9): the tree has
 * no entry below anything but a directory, the place is fresh and nobody else's, every file is made and never opened,
 * and no link is followed.
 */
import * as fs from 'node:fs';
import {mkdir, mkdtemp, realpath, rm} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {ArchiveError, because, errno, shown} from './errors.ts';
import {type FlatEntry, type FlatSource, type FlattenOptions, flatten} from './flatten.ts';
import {nameText, type TarEntry} from './header.ts';
import {mergeInto} from './merge.ts';

export interface UnpackedDirectory {
  /** Files, directories and links that were written. */
  readonly entries: number;
  /** Content of all files. */
  readonly bytes: number;
  /** Devices and named pipes, which are left out. */
  readonly skipped: number;
}

/**
 * Unpacks the image into `dest`, which takes its place in one step when it is absent or empty. Else each file moves in as
 * a whole, over one of the same name; all other files there stay. Setuid and setgid bits, which would give the power of
 * another owner than in the image, are dropped. Throws ArchiveError; a file that something is in the way of is found out
 * before anything in `dest` is changed.
 */
export async function unpackImage(
  image: FlatSource,
  dest: string,
  options: FlattenOptions,
): Promise<UnpackedDirectory> {
  const place = await placeOf(dest);
  const parent = dirname(place.path);
  const part = await onDisk(dest, async () => {
    await mkdir(parent, {recursive: true});
    return mkdtemp(join(parent, `.${basename(place.path).slice(0, 200)}.part-`));
  });
  const unpacking = new Unpacking(part);
  try {
    for await (const piece of flatten(image, options)) {
      if (piece.kind === 'content') unpacking.write(piece.bytes);
      else unpacking.add(piece);
    }
    unpacking.endFile();
    options.signal.throwIfAborted();
    if (place.mode !== undefined && !place.empty) {
      mergeInto(part, place.path);
      unpacking.finishDirectories(place.path);
    } else {
      unpacking.finishDirectories(part);
      await onDisk(dest, async () => {
        fs.chmodSync(part, place.mode ?? 0o755);
        fs.renameSync(part, place.path);
      });
    }
    return unpacking.result;
  } finally {
    unpacking.close();
    await remove(part);
  }
}

interface Place {
  /** Links resolved. */
  readonly path: string;
  /** Of the directory that is there; undefined where none is. */
  readonly mode: number | undefined;
  readonly empty: boolean;
}

async function placeOf(dest: string): Promise<Place> {
  return onDisk(dest, async () => {
    const path = await realpath(dest).catch((error) => {
      if (errno(error) === 'ENOENT') return undefined;
      throw error;
    });
    if (path === undefined) return {path: dest.replace(/(?<=.)\/+$/, ''), mode: undefined, empty: true};
    const stat = fs.statSync(path);
    if (!stat.isDirectory()) {
      throw new ArchiveError(`cannot unpack into ${shown(dest)}: it is no directory`, {hint: 'Name a directory'});
    }
    return {path, mode: stat.mode & 0o7777, empty: fs.readdirSync(path).length === 0};
  });
}

/** A directory that is being filled; its own directories are open to us until they are finished. */
class Unpacking {
  readonly #root: string;
  readonly #directories: {readonly path: string; readonly entry: TarEntry}[] = [];
  readonly #skipped = new Set<string>();
  #fd: number | undefined;
  #file: FlatEntry | undefined;
  #entries = 0;
  #bytes = 0;

  constructor(root: string) {
    this.#root = root;
  }

  get result(): UnpackedDirectory {
    return {entries: this.#entries, bytes: this.#bytes, skipped: this.#skipped.size};
  }

  add(item: FlatEntry): void {
    this.endFile();
    const {path, entry} = item;
    if (isSkipped(entry)) {
      this.#skipped.add(path);
      return;
    }
    attempt(path, () => {
      const full = below(this.#root, path);
      if (item.kind === 'link') fs.linkSync(below(this.#root, item.of), full);
      else if (entry.type === 'directory') this.#makeDirectory(path, entry);
      else if (entry.type === 'symlink') makeLink(full, entry);
      else this.#makeFile(item, full);
    });
    this.#entries++;
  }

  write(bytes: Buffer): void {
    const {path = ''} = this.#file ?? {};
    attempt(path, () => {
      for (let from = 0; from < bytes.length; ) from += fs.writeSync(this.#fd ?? -1, bytes, from);
    });
    this.#bytes += bytes.length;
  }

  /** Modes and times come last, as writing needs the first and changes the second. */
  endFile(): void {
    const [fd, file] = [this.#fd, this.#file];
    if (fd === undefined || file === undefined) return;
    attempt(file.path, () => {
      fs.fchmodSync(fd, plainMode(file.entry));
      const time = secondsOf(file.entry);
      fs.futimesSync(fd, time, time);
    });
    this.close();
  }

  /** Gives the directories, now below `root`, their modes and times: deepest first, as a mode can shut us out. */
  finishDirectories(root: string): void {
    for (const {path, entry} of this.#directories.toReversed()) {
      attempt(path, () => {
        const full = below(root, path);
        const time = secondsOf(entry);
        fs.utimesSync(full, time, time);
        fs.chmodSync(full, plainMode(entry));
      });
    }
  }

  close(): void {
    if (this.#fd !== undefined) fs.closeSync(this.#fd);
    this.#fd = undefined;
    this.#file = undefined;
  }

  #makeDirectory(path: string, entry: TarEntry): void {
    fs.mkdirSync(below(this.#root, path), 0o700);
    this.#directories.push({path, entry});
  }

  #makeFile(item: FlatEntry, full: Buffer): void {
    this.#fd = fs.openSync(full, FLAGS, 0o600);
    this.#file = item;
  }
}

const FLAGS = fs.constants.O_WRONLY | fs.constants.O_CREAT | fs.constants.O_EXCL | (fs.constants.O_NOFOLLOW ?? 0);

function isSkipped({type}: TarEntry): boolean {
  return type === 'character-device' || type === 'block-device' || type === 'fifo';
}

function makeLink(full: Buffer, entry: TarEntry): void {
  fs.symlinkSync(Buffer.from(entry.target, 'latin1'), full);
  const time = secondsOf(entry);
  fs.lutimesSync(full, time, time);
}

function plainMode({mode}: TarEntry): number {
  return mode & ~0o6000;
}

/** Node takes a negative time for the present. */
function secondsOf({modified}: TarEntry): number {
  return Math.max(0, Number(modified));
}

function below(root: string, path: string): Buffer {
  return Buffer.concat([Buffer.from(`${root}/`), Buffer.from(path, 'latin1')]);
}

function attempt(path: string, work: () => void): void {
  try {
    work();
  } catch (cause) {
    const taken = errno(cause) === 'EEXIST' ? 'another name in the image is the same on this file system' : undefined;
    throw new ArchiveError(`cannot unpack ${shown(nameText(path))}: ${taken ?? because(cause)}`, {cause});
  }
}

async function onDisk<T>(dest: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof ArchiveError) throw cause;
    throw new ArchiveError(`cannot unpack into ${shown(dest)}: ${because(cause)}`, {cause});
  }
}

/** Also where directories have got their modes already. */
async function remove(directory: string): Promise<void> {
  const open = (path: Buffer): void => {
    fs.chmodSync(path, 0o700);
    for (const child of fs.readdirSync(path, {withFileTypes: true, encoding: 'buffer'}))
      if (child.isDirectory()) open(Buffer.concat([path, Buffer.from('/'), child.name]));
  };
  try {
    if (fs.existsSync(directory)) open(Buffer.from(directory));
    await rm(directory, {recursive: true, force: true});
  } catch {
    // The error that led here says more; where there was none, all is in its place.
  }
}
