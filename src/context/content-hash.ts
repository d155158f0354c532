/**
 * One hash of all that a directory gives to a build: paths, kinds, modes, link targets and contents after the ignore
 * rules. Times and owners are left out, as a checkout gives others each time.
 */
import {createHash, type Hash} from 'node:crypto';
import {Content} from './content.ts';
import type {Entry, FileEntry} from './entries.ts';
import {Slices} from './slices.ts';
import type {BuildContext} from './source.ts';
import {walkContext} from './walk.ts';

/** Bytes read at once. */
const CHUNK = 256 * 1024;

/** `sha256:…`. Throws ContextError, or the signal's reason. */
export async function hashContext(
  {root, ignore, maxEntries}: Pick<BuildContext, 'root' | 'ignore' | 'maxEntries'>,
  signal: AbortSignal,
): Promise<string> {
  const {entries} = await walkContext(root, {ignore, maxEntries, signal});
  const hash = createHash('sha256');
  const slices = new Slices(signal);
  const buffer = Buffer.allocUnsafe(CHUNK);
  const firstNames = new Map<string, string>();
  for (const entry of entries) {
    if (slices.over) await slices.pause();
    const first = entry.kind === 'file' && entry.inode !== undefined ? firstNames.get(entry.inode) : undefined;
    hash.update(`${JSON.stringify(headOf(entry, first))}\n`);
    if (entry.kind !== 'file' || first !== undefined) continue;
    if (entry.inode !== undefined) firstNames.set(entry.inode, entry.path);
    await addContent(hash, {root, file: entry, buffer, slices});
  }
  return `sha256:${hash.digest('hex')}`;
}

/** With the size before the content nothing can be taken for something else. `first` is another name of the same file. */
function headOf(entry: Entry, first: string | undefined): readonly unknown[] {
  const {path, kind, mode} = entry;
  if (entry.kind === 'symlink') return [path, kind, entry.target];
  if (entry.kind === 'directory') return [path, kind, mode];
  return first === undefined ? [path, kind, mode, entry.size] : [path, 'name', first];
}

interface Reading {
  readonly root: string;
  readonly file: FileEntry;
  readonly buffer: Buffer;
  readonly slices: Slices;
}

async function addContent(hash: Hash, {root, file, buffer, slices}: Reading): Promise<void> {
  const content = new Content(root, file);
  try {
    while (content.left > 0) {
      hash.update(buffer.subarray(0, content.read(buffer, 0, buffer.length)));
      if (slices.over) await slices.pause();
    }
    content.finish();
  } finally {
    content.close();
  }
}
