/** Compressed archives and layers, told by their first bytes: names and media types are often wrong. */
import {createGunzip} from 'node:zlib';
import {ArchiveError, errno} from './errors.ts';
import {isZstd, through, unzstd} from './zstd.ts';

export type Compression = 'none' | 'gzip' | 'bzip2' | 'xz' | 'zstd';

/** How many bytes tell. */
export const TELLING = 6;

export function compressionOf(first: Buffer): Compression {
  if (first[0] === 0x1f && first[1] === 0x8b) return 'gzip';
  if (first.toString('latin1', 0, 3) === 'BZh') return 'bzip2';
  if (first.toString('latin1', 0, 6) === '\xfd7zXZ\0') return 'xz';
  return isZstd(first) ? 'zstd' : 'none';
}

/** Whether we can read it; Node knows nothing of the others. */
export function isReadable(compression: Compression): boolean {
  return compression === 'none' || compression === 'gzip' || compression === 'zstd';
}

/**
 * The content of a stream, compressed or not. Throws ArchiveError for what cannot be decompressed or is cut; `subject`
 * begins its message.
 */
export async function* decompressed(
  chunks: AsyncIterable<Buffer>,
  subject: string,
): AsyncGenerator<Buffer, void, undefined> {
  const {first, all} = await peek(chunks);
  const compression = compressionOf(first);
  try {
    switch (compression) {
      case 'none':
        yield* all;
        return;
      case 'gzip':
        yield* through(all, createGunzip());
        return;
      case 'zstd':
        yield* unzstd(all, subject);
        return;
      case 'bzip2':
      case 'xz':
        throw new ArchiveError(`${subject} is compressed with ${compression}, which cannot be read here`, {
          hint: 'Compress it with gzip or zstd, or not at all',
        });
      default:
        compression satisfies never;
    }
  } catch (error) {
    if (!/^(Z_|ZSTD_|ERR_ZSTD)/.test(errno(error) ?? '')) throw error;
    throw new ArchiveError(`${subject} cannot be decompressed: ${(error as Error).message}`, {cause: error});
  }
}

interface Peeked {
  readonly first: Buffer;
  readonly all: AsyncGenerator<Buffer, void, undefined>;
}

/** The first bytes of a stream, and all of it. */
async function peek(chunks: AsyncIterable<Buffer>): Promise<Peeked> {
  const iterator = chunks[Symbol.asyncIterator]();
  const held: Buffer[] = [];
  let length = 0;
  while (length < TELLING) {
    const next = await iterator.next();
    if (next.done === true) break;
    held.push(next.value);
    length += next.value.length;
  }
  async function* all(): AsyncGenerator<Buffer, void, undefined> {
    try {
      yield* held;
      for (;;) {
        const next = await iterator.next();
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return {first: Buffer.concat(held), all: all()};
}
