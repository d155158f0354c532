/** Real trees in temporary directories, and what GNU tar makes of an archive, for the tests of the context. */
import {execFileSync, spawn} from 'node:child_process';
import {createHash} from 'node:crypto';
import {
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import type {Readable} from 'node:stream';
import {buffer} from 'node:stream/consumers';
import {pipeline} from 'node:stream/promises';

/** Text is a file's content; a path ending in a slash is a directory, its value ignored. */
export type Tree = Readonly<Record<string, string | Buffer | {readonly link: string} | {readonly hard: string}>>;

export const NEVER = new AbortController().signal;

/** A fresh directory, links resolved. */
export function tempDirectory(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'stowage-context-')));
}

/** Removes it, also where a test took away the permission to. */
export function removeTree(root: string): void {
  execFileSync('chmod', ['-R', 'u+rwX', root], {stdio: 'ignore'});
  rmSync(root, {recursive: true, force: true});
}

export function makeTree(root: string, tree: Tree): void {
  mkdirSync(root, {recursive: true});
  for (const [path, what] of Object.entries(tree)) {
    const full = join(root, path);
    mkdirSync(path.endsWith('/') ? full : dirname(full), {recursive: true});
    if (path.endsWith('/')) continue;
    if (typeof what === 'string' || Buffer.isBuffer(what)) writeFileSync(full, what);
    else if ('link' in what) symlinkSync(what.link, full);
    else linkSync(join(root, what.hard), full);
  }
}

export interface Seen {
  readonly kind: 'file' | 'directory' | 'symlink';
  readonly mode: number;
  readonly seconds: number;
  /** Hash of the content, or the target of a link. */
  readonly content: string;
  /** The first path, by name, of the same file. */
  readonly sameAs: string;
}

/** All there is below a directory, by path. */
export function look(root: string): ReadonlyMap<string, Seen> {
  const seen = new Map<string, Seen>();
  const inodes = new Map<string, string>();
  const visit = (directory: string): void => {
    for (const name of readdirSync(join(root, directory)).sort()) {
      const path = directory === '' ? name : `${directory}/${name}`;
      const full = join(root, path);
      const stat = lstatSync(full);
      const kind = stat.isDirectory() ? 'directory' : stat.isSymbolicLink() ? 'symlink' : 'file';
      const inode = `${stat.dev}:${stat.ino}`;
      if (!inodes.has(inode)) inodes.set(inode, path);
      const content =
        kind === 'file'
          ? createHash('sha256').update(readFileSync(full)).digest('hex')
          : kind === 'symlink'
            ? readlinkSync(full)
            : '';
      const mode = kind === 'symlink' ? 0 : stat.mode & 0o7777;
      seen.set(path, {
        kind,
        mode,
        seconds: Math.floor(stat.mtimeMs / 1000),
        content,
        sameAs: inodes.get(inode) ?? path,
      });
      if (kind === 'directory') visit(path);
    }
  };
  visit('');
  return seen;
}

/** Feeds an archive to GNU tar; gives its standard output. Throws when the archive breaks off or tar is not content. */
export async function tar(archive: Readable | Buffer, args: readonly string[]): Promise<string> {
  const child = spawn('tar', [...args, '-f', '-'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {...process.env, TZ: 'UTC', LC_ALL: 'C'},
  });
  const [output, errors, code] = await Promise.all([
    buffer(child.stdout),
    buffer(child.stderr),
    new Promise<number | null>((done) => child.on('close', done)),
    Buffer.isBuffer(archive) ? child.stdin.end(archive) : pipeline(archive, child.stdin),
  ]);
  if (code !== 0) throw new Error(`tar ${args.join(' ')} exited with ${code}: ${errors}`);
  return output.toString();
}

/** The names in an archive, in its order. */
export async function namesIn(archive: Readable | Buffer): Promise<readonly string[]> {
  const listing = await tar(archive, ['-t', '--quoting-style=literal']);
  return listing.split('\n').filter((line) => line !== '');
}

export async function extract(archive: Readable | Buffer, target: string): Promise<ReadonlyMap<string, Seen>> {
  mkdirSync(target, {recursive: true});
  await tar(archive, ['-x', '-p', '-C', target]);
  return look(target);
}
