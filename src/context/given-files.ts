/**
 * A directory of files that are in memory, for a builder to ask for: a Dockerfile and the ignore file beside it, wherever
 * they lie. No path of the disk takes part, so nothing else can be had through it.
 */
import {createHash} from 'node:crypto';

/** Contents by path, `/` between. */
export type GivenContents = ReadonlyMap<string, Uint8Array>;

export class GivenFiles {
  readonly #entries: readonly GivenEntry[];

  constructor(contents: GivenContents) {
    const paths = new Set<string>();
    for (const path of contents.keys()) {
      const parts = path.split('/');
      for (let depth = 1; depth <= parts.length; depth++) paths.add(parts.slice(0, depth).join('/'));
    }
    // A slash comes before any other byte, so that what is in a directory comes right after it.
    const key = (path: string) => Buffer.from(path.replaceAll('/', '\0'));
    const sorted = [...paths].sort((a, b) => Buffer.compare(key(a), key(b)));
    this.#entries = sorted.map((path) => new GivenEntry(path, contents.get(path)));
  }

  /** All of it, whatever is asked for: it holds no more than a builder looks for. */
  async *list(): AsyncGenerator<readonly GivenEntry[]> {
    yield this.#entries;
  }
}

class GivenEntry {
  readonly path: string;
  readonly kind: 'file' | 'directory';
  readonly mode: number;
  readonly size: number;
  /** Made from the content, so that another content is always noticed. */
  readonly modified: bigint;
  readonly target = '';
  readonly #content: Uint8Array | undefined;

  constructor(path: string, content: Uint8Array | undefined) {
    this.path = path;
    this.kind = content === undefined ? 'directory' : 'file';
    this.mode = content === undefined ? 0o755 : 0o644;
    this.size = content?.length ?? 0;
    this.modified = content === undefined ? 0n : markOf(content);
    this.#content = content;
  }

  open(): GivenContent {
    return new GivenContent(this.#content ?? new Uint8Array(0));
  }
}

class GivenContent {
  #rest: Uint8Array;

  constructor(content: Uint8Array) {
    this.#rest = content;
  }

  get left(): number {
    return this.#rest.length;
  }

  read(target: Buffer, at: number, most: number): number {
    const piece = this.#rest.subarray(0, most);
    target.set(piece, at);
    this.#rest = this.#rest.subarray(piece.length);
    return piece.length;
  }

  finish(): void {}

  close(): void {}
}

function markOf(content: Uint8Array): bigint {
  return createHash('sha256').update(content).digest().readBigUInt64BE() >> 16n;
}
