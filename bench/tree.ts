/** Directory trees for the benchmarks, generated: the same names and bytes on every machine. */
import {closeSync, mkdirSync, openSync, writeFileSync, writeSync} from 'node:fs';
import {join} from 'node:path';

export interface Tree {
  readonly files: number;
  /** Bytes of each file. */
  readonly size: number;
  readonly perDirectory: number;
}

/** 2 MB: a small service. */
export const FEW_FILES: Tree = {files: 200, size: 10_240, perDirectory: 20};
/** 80 MB: a source tree with its dependencies. */
export const SMALL_FILES: Tree = {files: 20_000, size: 4096, perDirectory: 100};
/** 512 MiB: archives, models, compiled things. */
export const LARGE_FILES: Tree = {files: 8, size: 64 * 1024 * 1024, perDirectory: 8};

export interface TreeOptions {
  /** Another number makes other bytes. Default 0. */
  readonly salt?: number;
  /** Default copies all of it. */
  readonly dockerfile?: string;
}

/** Makes the tree in a directory that must not exist yet, with a Dockerfile. */
export function makeTree(
  directory: string,
  {files, size, perDirectory}: Tree,
  {salt = 0, dockerfile = 'FROM scratch\nCOPY . /\n'}: TreeOptions = {},
): void {
  mkdirSync(directory, {recursive: true});
  writeFileSync(join(directory, 'Dockerfile'), dockerfile);
  const piece = Buffer.alloc(Math.min(size, 1024 * 1024));
  for (let i = 0; i < files; i++) {
    const home = join(directory, `part-${String(Math.floor(i / perDirectory)).padStart(4, '0')}`);
    if (i % perDirectory === 0) mkdirSync(home);
    const fd = openSync(join(home, `file-${String(i).padStart(6, '0')}.dat`), 'w');
    for (let at = 0; at < size; at += piece.length) {
      // Not all alike, so that no file system or cache can make it easy.
      for (let offset = 0; offset < piece.length; offset += 1024)
        piece.writeUInt32LE((i * 2_654_435_761 + at + offset + salt) >>> 0, offset);
      writeSync(fd, piece, 0, Math.min(piece.length, size - at));
    }
    closeSync(fd);
  }
}
