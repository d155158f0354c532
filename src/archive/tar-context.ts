/**
 * A tar on disk as build context. Builders read it plain or compressed with gzip, bzip2 or xz; what they would take for
 * a Dockerfile, zstd, is decompressed here. It is looked through for its Dockerfile, which names the base images.
 */
import {Readable} from 'node:stream';
import {type Compression, compressionOf, decompressed, isReadable, TELLING} from './compression.ts';
import {ArchiveError, BrokenTar, shown} from './errors.ts';
import {nameText, type TarEntry} from './header.ts';
import {LocalFile, scanFile} from './local-file.ts';
import {normalName} from './names.ts';
import {TarScanner} from './scan.ts';

export interface TarContext {
  /** Bytes on disk. */
  readonly size: number;
  readonly compression: Compression;
  /** Its name in the tar. */
  readonly dockerfile: string;
  /** Undefined where the tar cannot be read here (bzip2, xz), or the file is none. */
  readonly dockerfileText: string | undefined;
  /** What a builder takes; the same bytes at each call. */
  send(signal: AbortSignal): Readable;
}

export interface TarContextOptions {
  /** Name of the Dockerfile in the tar; undefined is `Dockerfile`, or else `dockerfile`. */
  readonly file: string | undefined;
  readonly signal: AbortSignal;
}

/** Throws ArchiveError for what is no tar, and for one without the Dockerfile. */
export async function openTarContext(path: string, {file, signal}: TarContextOptions): Promise<TarContext> {
  await using local = await LocalFile.open(path);
  const compression = compressionOf(await local.read(0, TELLING));
  const finder = new Finder(file === undefined ? ['Dockerfile', 'dockerfile'] : [normalName(file)]);
  if (isReadable(compression)) await look(local, compression, finder, signal);
  else finder.assume();
  const {name} = finder;
  if (name === undefined) {
    throw new ArchiveError(`the context ${shown(path)} has no ${finder.wanted}${finder.alternatives()}`, {
      hint: 'Set the input "file" to its path inside of the tar',
    });
  }
  return {
    size: local.size,
    compression,
    dockerfile: name,
    dockerfileText: finder.text,
    send: (sending) => Readable.from(bytesOf(path, compression, sending), {objectMode: false}),
  };
}

async function look(local: LocalFile, compression: Compression, finder: Finder, signal: AbortSignal): Promise<void> {
  const subject = `the context ${shown(local.path)}`;
  const scanner = new TarScanner(subject, finder);
  try {
    if (compression === 'none') await scanFile(local, scanner, signal);
    else {
      for await (const chunk of decompressed(local.stream(signal), subject)) {
        scanner.push(chunk);
        if (finder.isDone) return;
      }
      scanner.finish();
    }
  } catch (error) {
    if (!(error instanceof BrokenTar) || scanner.entries > 0) throw error;
    throw new ArchiveError(`${subject} is neither a directory nor a tar`, {
      cause: error,
      hint: 'Set the input "context" to the directory to build from',
    });
  }
}

async function* bytesOf(path: string, compression: Compression, signal: AbortSignal): AsyncGenerator<Buffer> {
  await using local = await LocalFile.open(path);
  const bytes = local.stream(signal);
  yield* compression === 'zstd' ? decompressed(bytes, `the context ${shown(path)}`) : bytes;
}

/** More than any Dockerfile. Bytes. */
const LARGEST = 4 * 1024 * 1024;

/** Looks for the first of some names. */
class Finder {
  readonly #names: readonly string[];
  readonly #pieces: Buffer[] = [];
  readonly #others: string[] = [];
  #found: string | undefined;
  #left = 0;

  constructor(names: readonly string[]) {
    this.#names = names;
  }

  /** Takes the first name unseen. */
  assume(): void {
    this.#found = this.#names[0];
  }

  get wanted(): string {
    return shown(this.#names[0] ?? '');
  }

  get name(): string | undefined {
    return this.#found;
  }

  get text(): string | undefined {
    return this.#pieces.length === 0 ? undefined : Buffer.concat(this.#pieces).toString('utf8');
  }

  /** Found by its first name, and read. */
  get isDone(): boolean {
    return this.#found === this.#names[0] && this.#left === 0;
  }

  alternatives(): string {
    return this.#others.length === 0 ? '' : `; it has ${this.#others.slice(0, 5).join(', ')}`;
  }

  entry({name, type, size}: TarEntry): boolean {
    const path = normalName(nameText(name));
    const rank = this.#names.indexOf(path);
    const known = this.#found === undefined ? this.#names.length : this.#names.indexOf(this.#found);
    if (rank < 0 && type === 'file' && /(?:dockerfile|containerfile)/i.test(path)) this.#others.push(shown(path));
    // Of one name the last entry counts, as it overwrites the others.
    if (rank < 0 || rank > known || type === 'directory') return false;
    this.#found = path;
    this.#pieces.length = 0;
    this.#left = type === 'file' && size <= LARGEST ? size : 0;
    return this.#left > 0;
  }

  content(piece: Buffer): void {
    this.#pieces.push(Buffer.from(piece));
    this.#left -= piece.length;
  }
}
