/** An archive as a stream for an engine: `POST /images/load`, or `POST /images/create` for a root file system. */
import {Readable} from 'node:stream';
import {type CheckedTarOptions, checkedTar} from './checked-tar.ts';
import {compressionOf, decompressed, TELLING} from './compression.ts';
import {ArchiveError, shown} from './errors.ts';
import {layoutTar} from './layout.ts';
import {isDirectory, LocalFile} from './local-file.ts';

export interface OpenOptions {
  /** Whether to unpack gzip, too. zstd always is, as Docker 20.10 does not know it; bzip2 and xz never are. */
  readonly decompress?: boolean;
  readonly signal: AbortSignal;
}

/**
 * The bytes of a tar, or of a directory in the OCI layout as a tar. What is plain on its way out is checked to be a whole
 * tar. The stream fails with ArchiveError when the file is changed or cut meanwhile, and never just ends then.
 */
export async function openArchive(path: string, {decompress = false, signal}: OpenOptions): Promise<Readable> {
  if (await isDirectory(path)) return asReadable(layoutTar(path, signal), signal);
  // Looked at now, so that the caller learns here what is wrong with it; opened again when it is read, if ever.
  await using file = await LocalFile.open(path);
  if (file.size === 0) throw new ArchiveError(`${shown(path)} is empty`);
  return asReadable(bytesOf(path, decompress, signal), signal);
}

async function* bytesOf(path: string, decompress: boolean, signal: AbortSignal): AsyncGenerator<Buffer> {
  await using file = await LocalFile.open(path);
  const compression = compressionOf(await file.read(0, TELLING));
  const stream = file.stream(signal);
  const options: CheckedTarOptions = {holds: 'anything', subject: shown(path)};
  if (compression === 'none') yield* checkedTar(stream, options);
  else if (compression !== 'zstd' && !(compression === 'gzip' && decompress)) yield* stream;
  else yield* checkedTar(decompressed(stream, shown(path)), options);
}

/** For bodies of requests. */
export function asReadable(chunks: AsyncIterable<Buffer>, signal: AbortSignal): Readable {
  return Readable.from(chunks, {objectMode: false, signal});
}
