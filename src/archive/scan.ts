/**
 * A walk over the bytes of a tar, pushed in chunks of any size. It keeps a header at most; content is handed on as parts
 * of the chunks, or passed over, which costs nothing whatever its size.
 */
import {BrokenTar, shown} from './errors.ts';
import {
  applyExtension,
  BLOCK,
  type Extension,
  isZero,
  nameText,
  parseBlock,
  parseLongName,
  parseRecords,
  type TarEntry,
} from './header.ts';

export interface ScanHandlers {
  /** Called for each entry; `offset` is where its content begins. True asks for the content, too. */
  entry(entry: TarEntry, offset: number): boolean;
  /** The content of the entry before, in pieces that share memory with the chunks pushed. */
  content?(piece: Buffer): void;
}

/** Names and PAX records longer than this are an attack. */
const LONGEST_EXTENSION = 1024 * 1024;

type State = 'header' | 'extension' | 'sparse' | 'content' | 'end';

export class TarScanner {
  readonly #subject: string;
  readonly #handlers: ScanHandlers;
  #state: State = 'header';
  /** Bytes of the current content that are still to come, and of zeros after it. */
  #left = 0;
  #padding = 0;
  #wanted = false;
  #current = '';
  #position = 0;
  /** Bytes of a block or an extension that came in several chunks. */
  #parts: Buffer[] = [];
  #collected = 0;
  #extensionFlag = '';
  #extension: Extension = EMPTY;
  #sparse: TarEntry | undefined;
  #entries = 0;
  #zeroBlocks = 0;

  /** `subject` begins the messages: `the export`, `layer 2 of app.tar`. */
  constructor(subject: string, handlers: ScanHandlers) {
    this.#subject = subject;
    this.#handlers = handlers;
  }

  get entries(): number {
    return this.#entries;
  }

  /** Whether the end mark was seen. Only zeros may follow it. */
  get ended(): boolean {
    return this.#state === 'end';
  }

  /** Throws BrokenTar, and what the handlers throw. */
  push(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) {
      const rest = chunk.length - at;
      let taken: number;
      switch (this.#state) {
        case 'content':
          taken = this.#pass(chunk, at, rest);
          break;
        case 'end':
          taken = rest;
          if (!isZero(chunk, at, at + rest)) throw this.#broken('has something behind its end');
          break;
        default:
          taken = this.#collect(chunk, at, rest);
      }
      at += taken;
      this.#position += taken;
      this.#settle();
    }
  }

  /** Passes over up to `most` bytes of unwanted content that need not be read at all; gives how many. */
  skip(most: number): number {
    if (this.#state !== 'content' || this.#wanted) return 0;
    const skipped = Math.min(most, this.#left + this.#padding);
    const content = Math.min(skipped, this.#left);
    this.#left -= content;
    this.#padding -= skipped - content;
    this.#position += skipped;
    if (this.#left + this.#padding === 0) this.#state = 'header';
    return skipped;
  }

  /** To be called after the last chunk. Throws BrokenTar when the archive is not whole. */
  finish(): void {
    if (this.#position === 0) throw this.#broken('is empty');
    if (this.#state === 'content' && this.#left > 0) throw this.#broken(`ends in the middle of ${this.#current}`);
    if (this.#collected > 0 || this.#state === 'extension' || this.#extension !== EMPTY)
      throw this.#broken('ends in the middle of a header');
    // One block of zeros is what some tools write; none means that an unknown part is missing.
    if (this.#state !== 'end' && this.#zeroBlocks === 0) throw this.#broken('ends without an end mark');
  }

  #pass(chunk: Buffer, at: number, rest: number): number {
    if (this.#left === 0) {
      const padding = Math.min(rest, this.#padding);
      this.#padding -= padding;
      return padding;
    }
    const taken = Math.min(rest, this.#left);
    if (this.#wanted) this.#handlers.content?.(chunk.subarray(at, at + taken));
    this.#left -= taken;
    return taken;
  }

  /** Takes up to the end of a block or an extension, and reads it when it is whole. */
  #collect(chunk: Buffer, at: number, rest: number): number {
    const whole = this.#state === 'extension' ? this.#left + this.#padding : BLOCK;
    const taken = Math.min(rest, whole - this.#collected);
    const part = chunk.subarray(at, at + taken);
    this.#collected += taken;
    if (this.#collected < whole) {
      // A copy of a header's part costs less than keeping the chunk alive.
      this.#parts.push(Buffer.from(part));
      return taken;
    }
    const bytes = this.#parts.length === 0 ? part : Buffer.concat([...this.#parts, part]);
    this.#parts = [];
    this.#collected = 0;
    if (this.#state === 'extension') this.#extend(bytes.subarray(0, this.#left));
    else if (this.#state === 'sparse') this.#moreSparse(bytes);
    else this.#header(bytes);
    return taken;
  }

  #header(bytes: Buffer): void {
    const block = parseBlock(bytes, 0);
    if (block === null) throw this.#broken(this.#entries === 0 ? 'is no tar' : `is garbage after ${this.#current}`);
    if (block === undefined) {
      this.#zeroBlocks++;
      if (this.#zeroBlocks === 2) this.#state = 'end';
      return;
    }
    if (this.#zeroBlocks > 0) throw this.#broken('has something behind its end');
    if ('xXLKg'.includes(block.flag)) {
      if (block.size > LONGEST_EXTENSION) throw this.#broken(`has a header of ${block.size} bytes`);
      this.#extensionFlag = block.flag;
      this.#left = block.size;
      this.#padding = padding(block.size);
      this.#state = 'extension';
      if (block.size === 0) this.#extend(Buffer.alloc(0));
      return;
    }
    const entry = applyExtension(block, this.#extension);
    if (entry === null) throw this.#broken(`has a broken header at ${shown(nameText(block.name))}`);
    this.#extension = EMPTY;
    // GNU's list of holes goes on in blocks of its own when the header has no room for it.
    if (block.flag === 'S' && bytes[482] === 1) {
      this.#sparse = entry;
      this.#state = 'sparse';
    } else {
      this.#begin(entry);
    }
  }

  #moreSparse(bytes: Buffer): void {
    if (bytes[504] === 1 || this.#sparse === undefined) return;
    this.#begin(this.#sparse);
    this.#sparse = undefined;
  }

  #begin(entry: TarEntry): void {
    this.#entries++;
    this.#current = shown(nameText(entry.name));
    this.#left = entry.size;
    this.#padding = padding(entry.size);
    this.#state = entry.size === 0 ? 'header' : 'content';
    // The header's block, or the last part of it, is not counted yet.
    this.#wanted = this.#handlers.entry(entry, blockAfter(this.#position)) === true;
  }

  #extend(bytes: Buffer): void {
    this.#state = 'header';
    this.#left = 0;
    this.#padding = 0;
    switch (this.#extensionFlag) {
      case 'L':
        this.#extension = {...this.#extension, longName: parseLongName(bytes)};
        break;
      case 'K':
        this.#extension = {...this.#extension, longTarget: parseLongName(bytes)};
        break;
      case 'x':
      case 'X': {
        const records = parseRecords(bytes);
        if (records === null) throw this.#broken(`has broken PAX records after ${this.#current || 'its beginning'}`);
        this.#extension = {...this.#extension, records};
        break;
      }
      default:
      // Global records: engines leave them out, too.
    }
  }

  #settle(): void {
    if (this.#state === 'content' && this.#left + this.#padding === 0) this.#state = 'header';
  }

  #broken(what: string): BrokenTar {
    return new BrokenTar(`${this.#subject} ${what}`);
  }
}

const EMPTY: Extension = {records: new Map()};

/** Zeros after content of this size. */
export function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

/** The end of the block this position lies in or begins: a header may have come in two parts. */
function blockAfter(position: number): number {
  return (Math.floor(position / BLOCK) + 1) * BLOCK;
}
