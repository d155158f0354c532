/**
 * The root file system of an image: its layers read once for what there is in the end, and once more for the content
 * of that. Memory holds names and headers, never content.
 */
import type {Readable} from 'node:stream';
import {encodeHeader} from './encode.ts';
import {ArchiveError, shown} from './errors.ts';
import {BLOCK, nameText, type TarEntry} from './header.ts';
import type {Layer} from './image-archive.ts';
import {asReadable} from './open.ts';
import {padding, TarScanner} from './scan.ts';
import {LayerTree, type Positioned, type Survivor} from './tree.ts';

/** What a root file system is made of: an image, or a tar that is one already. */
export interface FlatSource {
  /** For messages. */
  readonly subject: string;
  /** Lowest first. */
  readonly layers: readonly FlatLayer[];
}

export type FlatLayer = Pick<Layer, 'subject' | 'tar'>;

export interface FlattenOptions {
  /** Default 1,000,000 entries in all layers together. */
  readonly maxEntries?: number | undefined;
  /** Default 256 GiB of content in all layers together, unpacked (hardening C9). */
  readonly maxBytes?: number | undefined;
  readonly signal: AbortSignal;
}

/** What stands in the root file system, in the order in which it comes: a directory before what is in it. */
export type FlatEntry =
  | {readonly kind: 'entry'; readonly path: string; readonly entry: TarEntry}
  /** One more name of the file `of`, which came before. */
  | {readonly kind: 'link'; readonly path: string; readonly of: string; readonly entry: TarEntry};

/** An entry, or a piece of the content of the entry before. */
export type FlatPiece = FlatEntry | {readonly kind: 'content'; readonly bytes: Buffer};

/**
 * The root file system as a tar, the same bytes each time: owners, times and extended attributes as in the image, names
 * relative, no entry for the top. Fails with ArchiveError when a layer is damaged or exceeds the limits.
 */
export function flatTar(image: FlatSource, options: FlattenOptions): Readable {
  return asReadable(tarOf(flatten(image, options)), options.signal);
}

/** Reads all layers, verified, before the first piece comes. Throws ArchiveError, BrokenTar. */
export async function* flatten(image: FlatSource, options: FlattenOptions): AsyncGenerator<FlatPiece, void, undefined> {
  const survivors = await survivorsOf(image, options);
  let next = 0;
  for (; survivors[next]?.entry.type === 'directory'; next++) yield* named(survivors[next] as Survivor);
  for (const [i, layer] of image.layers.entries()) {
    const wanted = new Map<number, Survivor>();
    for (; survivors[next]?.layer === i; next++) {
      const survivor = survivors[next] as Survivor;
      wanted.set(survivor.position, survivor);
    }
    // A layer of which nothing is left, or nothing but directories, need not be read again.
    if (wanted.size > 0) yield* contentOf(layer, wanted, options.signal);
  }
}

async function survivorsOf(
  image: FlatSource,
  {maxEntries = 1_000_000, maxBytes = 256 * 2 ** 30, signal}: FlattenOptions,
): Promise<readonly Survivor[]> {
  const tree = new LayerTree();
  let entries = 0;
  let bytes = 0;
  for (const layer of image.layers) {
    const found: Positioned[] = [];
    let position = 0;
    const scanner = new TarScanner(layer.subject, {
      entry(entry) {
        entries++;
        bytes += entry.size;
        if (entries > maxEntries) throw tooMuch(image, `more than ${maxEntries} entries`);
        if (bytes > maxBytes) throw tooMuch(image, `more than ${maxBytes} bytes`);
        refuseOdd(entry, layer);
        found.push({position: position++, entry});
        return false;
      },
    });
    for await (const chunk of layer.tar(signal)) scanner.push(chunk);
    scanner.finish();
    tree.add(found, layer.subject);
  }
  return tree.survivors();
}

function tooMuch(image: FlatSource, what: string): ArchiveError {
  return new ArchiveError(`${image.subject} has ${what} in its layers`);
}

function refuseOdd({type, name}: TarEntry, layer: FlatLayer): void {
  if (name.includes('\0')) throw new ArchiveError(`${layer.subject} has a name with a zero in it`);
  if (type !== 'sparse' && type !== 'unknown') return;
  const what = type === 'sparse' ? 'a file with holes' : 'an entry of an unknown kind';
  throw new ArchiveError(`${layer.subject} has ${what}: ${shown(nameText(name))}`);
}

function* named({paths, entry}: Survivor): Generator<FlatEntry> {
  for (const path of paths) yield {kind: 'entry', path, entry};
}

/** The entries of a layer that are left, with their content, and after each its other names. */
async function* contentOf(
  layer: FlatLayer,
  wanted: ReadonlyMap<number, Survivor>,
  signal: AbortSignal,
): AsyncGenerator<FlatPiece> {
  let pieces: FlatPiece[] = [];
  let position = 0;
  let left = wanted.size;
  /** Other names of the file whose content is being read. */
  let further: readonly FlatEntry[] = [];
  const scanner = new TarScanner(layer.subject, {
    entry(entry) {
      pieces.push(...further);
      further = [];
      const survivor = wanted.get(position++);
      if (survivor === undefined) return false;
      left--;
      const [first = '', ...others] = survivor.paths;
      pieces.push({kind: 'entry', path: first, entry});
      further = others.map((path) => ({kind: 'link', path, of: first, entry}));
      return entry.size > 0;
    },
    content(bytes) {
      pieces.push({kind: 'content', bytes});
    },
  });
  for await (const chunk of layer.tar(signal)) {
    scanner.push(chunk);
    yield* pieces;
    pieces = [];
  }
  scanner.finish();
  yield* further;
  if (left > 0) throw new ArchiveError(`${layer.subject} changed while it was being read`);
}

/**
 * Directories stand behind all that is in them: later layers add to directories of earlier ones, and most programs would
 * have set a directory's time, and shut a read-only one, before the last of its files came.
 */
async function* tarOf(pieces: AsyncIterable<FlatPiece>): AsyncGenerator<Buffer> {
  const batch = new Batch();
  const directories: FlatEntry[] = [];
  let end = 0;
  for await (const piece of pieces) {
    if (piece.kind === 'content') {
      yield* batch.add(piece.bytes);
    } else if (piece.entry.type === 'directory') {
      directories.push(piece);
    } else {
      yield* batch.add(Buffer.alloc(end));
      yield* batch.add(headerOf(piece));
      end = piece.kind === 'entry' ? padding(piece.entry.size) : 0;
    }
  }
  yield* batch.add(Buffer.alloc(end));
  for (const directory of directories.toReversed()) yield* batch.add(headerOf(directory));
  yield* batch.add(Buffer.alloc(2 * BLOCK));
  yield* batch.rest();
}

function headerOf(item: FlatEntry): Buffer {
  const {path, entry} = item;
  if (item.kind === 'link') return encodeHeader({...entry, name: path, type: 'link', target: item.of, size: 0});
  return encodeHeader({...entry, name: entry.type === 'directory' ? `${path}/` : path});
}

/** Small pieces joined: a stream takes each by itself, which for thousands of small files is what takes longest. */
class Batch {
  static readonly #FULL = 64 * 1024;
  #pieces: Buffer[] = [];
  #length = 0;

  *add(bytes: Buffer): Generator<Buffer> {
    if (bytes.length === 0) return;
    this.#pieces.push(bytes);
    this.#length += bytes.length;
    if (this.#length >= Batch.#FULL) yield* this.rest();
  }

  *rest(): Generator<Buffer> {
    if (this.#length > 0) yield this.#pieces.length === 1 ? (this.#pieces[0] as Buffer) : Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.#length = 0;
  }
}
