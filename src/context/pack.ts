/**
 * From a walk to the bytes of a tar. The archive holds exactly what the walk listed, or the stream is destroyed with
 * an error that names the file: it never just ends, because an engine builds happily from half an archive that ends
 * between two entries (hardening C1 to C4). The same walk gives the same bytes every time.
 *
 * Headers that need PAX records, and the files behind them, go through tar-stream and tar-fs. The common case, a plain
 * header, is written and its file read straight into the buffer that is handed on, with synchronous calls.
 */
import {Readable} from 'node:stream';
import type * as tarFs from 'tar-fs';
import type * as tarStream from 'tar-stream';
import {Content, checkUnchanged, readInto, readPieces} from './content.ts';
import type {Entry, FileEntry, Walk} from './entries.ts';
import {ContextError, shown} from './errors.ts';
import {BLOCK, type Header, headerOf, libraryHeader, writePlain} from './header.ts';
import {Slices} from './slices.ts';

/** A file that is in the archive but not in the context. */
export interface ExtraFile {
  readonly path: string;
  readonly content: Uint8Array;
}

export interface PackOptions {
  /** They take the place of entries of the same path. */
  readonly extra?: readonly ExtraFile[];
  /** See `BuildContext`. */
  readonly epoch?: number | undefined;
  readonly signal: AbortSignal;
}

/**
 * Bytes handed on at once. This much a pipe or a socket takes in one go; half as much costs more calls, more of it
 * waits for the other side and leaves the processor's cache.
 */
const CHUNK = 64 * 1024;

/**
 * The tar of a walk as a byte stream with back-pressure. Holds less than 1 MiB at any time.
 * Emits ContextError when the files are no longer what was listed, AbortError when the signal fires.
 */
export function packContext(walk: Walk, options: PackOptions): Readable {
  return Readable.from(archive(walk, options), {objectMode: false, highWaterMark: 2 * CHUNK, signal: options.signal});
}

async function* archive(walk: Walk, {extra = [], epoch, signal}: PackOptions): AsyncGenerator<Buffer> {
  const {root} = walk;
  const replaced = new Set(extra.map(({path}) => path));
  const firstNames = new Map<string, string>();
  const chunk = new Chunk();
  const slices = new Slices(signal);
  let packed = 0;
  for (const entry of walk.entries) {
    packed++;
    if (replaced.has(entry.path)) continue;
    if (slices.over) await slices.pause();
    const first = firstName(entry, firstNames);
    const header = headerOf(entry, first, epoch);
    const file = entry.kind === 'file' && first === undefined ? entry : undefined;
    if (file === undefined) checkUnchanged(root, entry);
    const expected = chunk.total + BLOCK + padded(header.size);
    if (chunk.free < BLOCK) yield chunk.take();
    if (!chunk.addHeader(header)) {
      for await (const piece of byLibrary(root, file, header)) yield* chunk.addAcross(piece);
    } else if (file !== undefined) {
      const content = new Content(root, file);
      try {
        while (content.left > 0) {
          if (chunk.free === 0) {
            yield chunk.take();
            if (slices.over) await slices.pause();
          }
          chunk.addContent(content);
        }
        content.finish();
      } finally {
        content.close();
      }
      // Chunks begin and end at block borders, so what fills up the last block always fits.
      chunk.pad();
    }
    // More is right where there are PAX records.
    if (chunk.total < expected || chunk.total % BLOCK !== 0) throw incomplete(entry.path, chunk.total, expected);
  }
  for (const {path, content} of extra.toSorted((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)))) {
    const header: Header = {name: path, type: 'file', mode: 0o600, size: content.length, seconds: 0, target: ''};
    for await (const piece of byTarStream(header, Buffer.from(content))) yield* chunk.addAcross(piece);
  }
  // Nothing above can leave an entry out; should a change make it so, no archive is better than one with a hole (C2).
  if (packed !== walk.entries.length) throw incomplete(root, packed, walk.entries.length);
  yield* chunk.addAcross(Buffer.alloc(2 * BLOCK));
  if (chunk.length > 0) yield chunk.take();
}

/** The name a file with several names went in under, when this is not the first of them (hardening C8). */
function firstName(entry: Entry, names: Map<string, string>): string | undefined {
  if (entry.kind !== 'file' || entry.inode === undefined) return undefined;
  const first = names.get(entry.inode);
  if (first === undefined) names.set(entry.inode, entry.path);
  return first;
}

/** An entry that takes more than a plain header. */
function byLibrary(root: string, file: FileEntry | undefined, header: Header): AsyncIterable<Buffer> {
  if (file === undefined) return byTarStream(header);
  if (file.size > CHUNK) return byTarFs(root, file, header);
  const content = Buffer.allocUnsafe(file.size);
  readInto(root, file, content, 0);
  return byTarStream(header, content);
}

/** One entry as tar-stream writes it; the content is for files only. Loaded when needed, as most contexts need it not. */
async function* byTarStream(header: Header, content = Buffer.alloc(0)): AsyncGenerator<Buffer> {
  const {pack: newPack} = await import('tar-stream');
  const pack = newPack();
  const ended = () => pack.push(null);
  if (header.type === 'file') pack.entry(libraryHeader(header), content, ended);
  else pack.entry(libraryHeader(header), ended);
  yield* bytesOf(pack);
}

/** Both libraries hand out streamx streams, typed as giving anything. */
function bytesOf(pack: tarStream.Pack): AsyncIterable<Buffer> {
  return pack as unknown as AsyncIterable<Buffer>;
}

/** What tar-fs takes beyond its published types. */
interface GuardedOptions extends tarFs.PackOptions {
  readonly umask: number;
  readonly fs: {
    lstat(path: string, done: (error: null, stat: object) => void): void;
    createReadStream(path: string): Readable;
  };
}

/** A file by tar-fs; all it sees of the file system is that there is a file, and our guarded reading of it. */
async function* byTarFs(root: string, file: FileEntry, header: Header): AsyncGenerator<Buffer> {
  const {pack} = await import('tar-fs');
  const options: GuardedOptions = {
    entries: [file.path],
    ignore: () => true,
    // Its own filtering and masking stay out of it: the walk has decided (C4).
    strict: false,
    umask: 0,
    finalize: false,
    finish: (archive) => archive.push(null),
    map: () => libraryHeader(header) as tarFs.Headers,
    fs: {
      lstat: (_path, done) => done(null, STAT_OF_A_FILE),
      createReadStream: () => Readable.from(readPieces(root, file, CHUNK), {objectMode: false}),
    },
  };
  yield* bytesOf(pack(root, options));
}

const STAT_OF_A_FILE = {
  isSocket: () => false,
  isDirectory: () => false,
  isSymbolicLink: () => false,
  isFile: () => true,
};

/** The buffer being filled, handed on when it is full. */
class Chunk {
  #buffer = Buffer.allocUnsafeSlow(CHUNK);
  #length = 0;
  #taken = 0;

  get length(): number {
    return this.#length;
  }

  /** Bytes ever added. */
  get total(): number {
    return this.#taken + this.#length;
  }

  get free(): number {
    return CHUNK - this.#length;
  }

  /** What was filled, for the reader to keep. */
  take(): Buffer {
    const taken = this.#buffer.subarray(0, this.#length);
    this.#buffer = Buffer.allocUnsafeSlow(CHUNK);
    this.#taken += this.#length;
    this.#length = 0;
    return taken;
  }

  /** False when the header does not fit a plain block; nothing is added then. Needs a free block. */
  addHeader(header: Header): boolean {
    if (!writePlain(this.#buffer, this.#length, header)) return false;
    this.#length += BLOCK;
    return true;
  }

  addContent(content: Content): void {
    this.#length += content.read(this.#buffer, this.#length, this.free);
  }

  /** Fills up the last block. */
  pad(): void {
    const end = padded(this.#length);
    if (end > this.#length) this.#buffer.fill(0, this.#length, end);
    this.#length = end;
  }

  *addAcross(bytes: Buffer): Generator<Buffer> {
    for (let from = 0; from < bytes.length; ) {
      if (this.free === 0) yield this.take();
      const added = bytes.copy(this.#buffer, this.#length, from);
      this.#length += added;
      from += added;
    }
  }
}

function padded(length: number): number {
  return Math.ceil(length / BLOCK) * BLOCK;
}

function incomplete(path: string, got: number, expected: number): ContextError {
  return new ContextError(`packing ${shown(path)} gave ${got} where the walk listed ${expected}`, {
    path,
    hint: 'This is a defect of the action: please report it',
  });
}
