/** A directory in the OCI image layout (image-spec "OCI Image Layout Specification"), read in place or as a tar. */
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {encodeHeader} from './encode.ts';
import {ArchiveError, errno, shown} from './errors.ts';
import {BLOCK} from './header.ts';
import {LocalFile, unreadable} from './local-file.ts';
import {padding} from './scan.ts';

/** Names of the layout's members, sorted: the two files and the blobs, and nothing else that may lie about. */
export async function layoutMembers(directory: string): Promise<readonly string[]> {
  for (const name of ['oci-layout', 'index.json']) {
    await readFile(join(directory, name)).catch((cause) => {
      if (errno(cause) !== 'ENOENT') throw unreadable(join(directory, name), cause);
      throw new ArchiveError(`${shown(directory)} is a directory without the file ${name}, so no OCI image layout`, {
        hint: 'Name a tar, or a directory with oci-layout, index.json and blobs',
      });
    });
  }
  const blobs: string[] = [];
  for (const algorithm of await list(join(directory, 'blobs'))) {
    if (!/^[a-z0-9]+$/.test(algorithm)) continue;
    const names = await list(join(directory, 'blobs', algorithm));
    blobs.push(...names.filter((name) => /^[0-9a-f]{32,}$/.test(name)).map((name) => `blobs/${algorithm}/${name}`));
  }
  return [...blobs.sort(), 'index.json', 'oci-layout'];
}

async function list(directory: string): Promise<readonly string[]> {
  return readdir(directory).catch((cause) => {
    throw unreadable(directory, cause);
  });
}

/** The layout as a tar, the same bytes each time. Throws ArchiveError when a member cannot be read or changes. */
export async function* layoutTar(directory: string, signal: AbortSignal): AsyncGenerator<Buffer, void, undefined> {
  for (const name of await layoutMembers(directory)) {
    await using file = await LocalFile.open(join(directory, name));
    yield encodeHeader({name, size: file.size});
    yield* file.stream(signal);
    yield Buffer.alloc(padding(file.size));
  }
  yield Buffer.alloc(2 * BLOCK);
}
