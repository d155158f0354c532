/** Everything below a directory, names and links byte for byte, pipes and devices as well. */
import {createHash} from 'node:crypto';
import {type Dirent, lstatSync, readdirSync, readFileSync, readlinkSync} from 'node:fs';

export interface Closely {
  readonly kind: 'file' | 'directory' | 'symlink' | 'other';
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly seconds: number;
  /** Hash of a file's content, target of a link. */
  readonly content: string;
  /** The first path, by name, of the same file. */
  readonly sameAs: string;
}

/** By path, bytes as latin1, sorted. */
export function lookClosely(root: string): Readonly<Record<string, Closely>> {
  const seen: Record<string, Closely> = {};
  const inodes = new Map<string, string>();
  const visit = (directory: string): void => {
    const children: Dirent<Buffer>[] = readdirSync(bytes(root, directory), {withFileTypes: true, encoding: 'buffer'});
    for (const name of children.map((child) => child.name.toString('latin1')).sort()) {
      const path = directory === '' ? name : `${directory}/${name}`;
      const full = bytes(root, path);
      const stat = lstatSync(full);
      const kind = stat.isDirectory()
        ? 'directory'
        : stat.isSymbolicLink()
          ? 'symlink'
          : stat.isFile()
            ? 'file'
            : 'other';
      const inode = `${stat.dev}:${stat.ino}`;
      if (!inodes.has(inode)) inodes.set(inode, path);
      seen[path] = {
        kind,
        mode: kind === 'symlink' ? 0 : stat.mode & 0o7777,
        uid: stat.uid,
        gid: stat.gid,
        seconds: Math.floor(stat.mtimeMs / 1000),
        content:
          kind === 'file'
            ? createHash('sha256').update(readFileSync(full)).digest('hex').slice(0, 8)
            : kind === 'symlink'
              ? readlinkSync(full, 'buffer').toString('latin1')
              : '',
        sameAs: inodes.get(inode) ?? path,
      };
      if (kind === 'directory') visit(path);
    }
  };
  visit('');
  return seen;
}

function bytes(root: string, path: string): Buffer {
  return Buffer.concat([Buffer.from(`${root}/`), Buffer.from(path, 'latin1')]);
}
