/**
 * Zstandard of any number of frames (RFC 8878). Node's decoder stops without a word after the first frame, and gives
 * nothing at all for a file that begins with a skippable one, as pzstd writes them; so frames are told apart here, and
 * each goes through a decoder of its own.
 */
import type {Transform} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {createZstdDecompress, zstdDecompressSync} from 'node:zlib';
import {ArchiveError, errno} from './errors.ts';

/** Frames up to this many bytes are decoded at once: some tools make a frame of every file. */
const SMALL = 256 * 1024;
const SMALL_RESULT = 8 * 1024 * 1024;

/** Throws ArchiveError for what is no zstd, or not all of it; `subject` begins its message. */
export async function* unzstd(chunks: AsyncIterable<Buffer>, subject: string): AsyncGenerator<Buffer, void, undefined> {
  const pieces = framePieces(chunks, subject);
  try {
    for (;;) {
      const held: Buffer[] = [];
      let length = 0;
      let last = false;
      while (!last && length < SMALL) {
        const next = await pieces.next();
        if (next.done === true) return;
        held.push(next.value.bytes);
        length += next.value.bytes.length;
        last = next.value.last;
      }
      const result = last ? atOnce(Buffer.concat(held)) : undefined;
      if (result !== undefined) yield result;
      else yield* through(last ? held : restOfFrame(held, pieces), createZstdDecompress());
    }
  } finally {
    await pieces.return(undefined);
  }
}

/** A frame's content; undefined when it is too large to be had at once. */
function atOnce(frame: Buffer): Buffer | undefined {
  try {
    return zstdDecompressSync(frame, {maxOutputLength: SMALL_RESULT});
  } catch (error) {
    if (errno(error) === 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw error;
  }
}

async function* restOfFrame(held: readonly Buffer[], pieces: AsyncGenerator<Piece>): AsyncGenerator<Buffer> {
  yield* held;
  for (;;) {
    const next = await pieces.next();
    if (next.done === true) return;
    yield next.value.bytes;
    if (next.value.last) return;
  }
}

/** What a transform makes of the chunks. Throws what they or it throw; closes both when left early. */
export async function* through(
  chunks: Iterable<Buffer> | AsyncIterable<Buffer>,
  transform: Transform,
): AsyncGenerator<Buffer, void, undefined> {
  const feeding = pipeline(chunks, transform);
  feeding.catch(() => undefined);
  yield* transform as AsyncIterable<Buffer>;
  await feeding;
}

/** A part of a frame of data. */
interface Piece {
  readonly bytes: Buffer;
  /** Whether the frame ends with it. */
  readonly last: boolean;
}

type Part = 'magic' | 'skippable size' | 'skippable' | 'descriptor' | 'header' | 'block' | 'content' | 'checksum';

const MAGIC = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);

/** Parts of which the bytes say what comes next. */
const TELLING: ReadonlySet<Part> = new Set(['magic', 'skippable size', 'descriptor', 'block']);

/** Skippable frames are left out. */
async function* framePieces(chunks: AsyncIterable<Buffer>, subject: string): AsyncGenerator<Piece, void, undefined> {
  const frames = new Frames(subject);
  for await (const chunk of chunks) yield* frames.split(chunk);
  frames.finish();
}

class Frames {
  readonly #subject: string;
  #part: Part = 'magic';
  /** Bytes the part still lacks. */
  #left = 4;
  /** The part's bytes, for those that say what comes next. */
  #bytes: number[] = [];
  #checksum = false;
  #lastBlock = false;

  constructor(subject: string) {
    this.#subject = subject;
  }

  *split(chunk: Buffer): Generator<Piece> {
    let start = 0;
    for (let at = 0; at < chunk.length; ) {
      const taken = Math.min(this.#left, chunk.length - at);
      if (TELLING.has(this.#part)) for (let i = at; i < at + taken; i++) this.#bytes.push(chunk[i] ?? 0);
      at += taken;
      this.#left -= taken;
      if (this.#left > 0) continue;
      const before = this.#part;
      // Parts of no length are over at once.
      do this.#next();
      while (this.#left === 0);
      if (this.#part === 'descriptor') {
        // Only now is it known whose magic number that was.
        yield {bytes: MAGIC, last: false};
        start = at;
      } else if (this.#part === 'magic' && before !== 'skippable') {
        yield {bytes: chunk.subarray(start, at), last: true};
      }
    }
    if (this.#inFrame && start < chunk.length) yield {bytes: chunk.subarray(start), last: false};
  }

  get #inFrame(): boolean {
    return this.#part !== 'magic' && this.#part !== 'skippable size' && this.#part !== 'skippable';
  }

  finish(): void {
    if (this.#part !== 'magic' || this.#bytes.length > 0) throw this.#broken('ends in the middle of its zstd data');
  }

  /** Enters the part that follows. */
  #next(): void {
    const bytes = Buffer.from(this.#bytes);
    this.#bytes = [];
    switch (this.#part) {
      case 'magic':
        this.#afterMagic(bytes);
        break;
      case 'skippable size':
        this.#enter('skippable', bytes.readUInt32LE(0));
        break;
      case 'descriptor':
        this.#afterDescriptor(bytes[0] ?? 0);
        break;
      case 'header':
      case 'content':
        if (this.#lastBlock) this.#enter('checksum', this.#checksum ? 4 : 0);
        else this.#enter('block', 3);
        break;
      case 'block':
        this.#afterBlockHeader(bytes.readUIntLE(0, 3));
        break;
      case 'skippable':
      case 'checksum':
        this.#enter('magic', 4);
        break;
      default:
        this.#part satisfies never;
    }
  }

  #afterBlockHeader(block: number): void {
    const type = (block >> 1) & 3;
    if (type === 3) throw this.#broken('has broken zstd data');
    this.#lastBlock = (block & 1) === 1;
    // A run of one byte is that byte.
    this.#enter('content', type === 1 ? 1 : block >> 3);
  }

  #afterMagic(bytes: Buffer): void {
    if (bytes.equals(MAGIC)) this.#enter('descriptor', 1);
    else if (isSkippable(bytes)) this.#enter('skippable size', 4);
    else throw this.#broken('has something that is no zstd behind its zstd data');
  }

  #afterDescriptor(descriptor: number): void {
    const single = (descriptor & 0x20) !== 0;
    const contentSize = [single ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
    const dictionary = [0, 1, 2, 4][descriptor & 3] ?? 0;
    this.#checksum = (descriptor & 4) !== 0;
    this.#lastBlock = false;
    this.#enter('header', (single ? 0 : 1) + dictionary + contentSize);
  }

  #enter(part: Part, length: number): void {
    this.#part = part;
    this.#left = length;
  }

  #broken(what: string): ArchiveError {
    return new ArchiveError(`${this.#subject} ${what}`);
  }
}

/** Whether a file that begins like this is zstd. */
export function isZstd(first: Buffer): boolean {
  return first.subarray(0, 4).equals(MAGIC) || isSkippable(first);
}

function isSkippable(bytes: Buffer): boolean {
  return bytes.length >= 4 && (bytes.readUInt32LE(0) & 0xfffffff0) >>> 0 === 0x184d2a50;
}
