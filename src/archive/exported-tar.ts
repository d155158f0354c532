/** A root file system that a builder exported as one tar, as a directory. */
import {type UnpackedDirectory, unpackImage} from './directory.ts';
import type {FlattenOptions} from './flatten.ts';
import {LocalFile} from './local-file.ts';

/** Unpacks the tar at `path` into `dest` just as `unpackImage` does, with the same limits. Throws ArchiveError. */
export async function unpackTar(path: string, dest: string, options: FlattenOptions): Promise<UnpackedDirectory> {
  await using file = await LocalFile.open(path);
  const subject = 'what the builder sent';
  return await unpackImage({subject, layers: [{subject, tar: (signal) => file.stream(signal)}]}, dest, options);
}
