/** Tars made by GNU tar and by hand, and streams of bytes cut anyhow, for the tests of archives. */
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdtempSync, realpathSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {makeTree, type Tree} from '../context/trees.ts';

export const NEVER = new AbortController().signal;

/** What GNU tar makes of a tree; more arguments choose the format. */
export function tarOf(tree: Tree, ...args: readonly string[]): Buffer {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'stowage-archive-')));
  try {
    makeTree(root, tree);
    return execFileSync('tar', ['-c', '--sort=name', ...args, '-C', root, '-f', '-', '.'], {maxBuffer: 2 ** 30});
  } finally {
    rmSync(root, {recursive: true, force: true});
  }
}

/** A header block and its content, as bare as can be: for what no tool writes. */
export function member(name: string, content: string | Buffer = '', options: MemberOptions = {}): Buffer {
  const {type = '0', target = '', mode = 0o644, size, mtime = 1_600_000_000, uid = 0} = options;
  const body = Buffer.from(content);
  const block = Buffer.alloc(512);
  block.write(name, 0, 100, 'latin1');
  block.write(mode.toString(8).padStart(7, '0'), 100);
  block.write(uid.toString(8).padStart(7, '0'), 108);
  block.write('0000000', 116);
  block.write((size ?? body.length).toString(8).padStart(11, '0'), 124);
  block.write(mtime.toString(8).padStart(11, '0'), 136);
  block.write('        ', 148);
  block.write(type, 156);
  block.write(target, 157, 100, 'latin1');
  block.write('ustar\0' + '00', 257);
  const sum = block.reduce((all, byte) => all + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([block, body, Buffer.alloc((512 - (body.length % 512)) % 512)]);
}

export interface MemberOptions {
  readonly type?: string;
  readonly target?: string;
  readonly mode?: number;
  readonly size?: number;
  readonly mtime?: number;
  readonly uid?: number;
}

/** PAX records in front of the next member. */
export function pax(records: Readonly<Record<string, string>>): Buffer {
  const lines = Object.entries(records).map(([key, value]) => {
    const rest = Buffer.byteLength(` ${key}=${value}\n`);
    let length = rest;
    while (length !== rest + String(length).length) length = rest + String(length).length;
    return `${length} ${key}=${value}\n`;
  });
  return member('PaxHeaders/x', lines.join(''), {type: 'x'});
}

export const END = Buffer.alloc(1024);

export const whole = (...members: readonly Buffer[]) => Buffer.concat([...members, END]);

export const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

/** The bytes in chunks of these lengths, over and over. */
export async function* cut(bytes: Buffer, ...lengths: readonly number[]): AsyncGenerator<Buffer> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const length = Math.max(1, lengths[turn % lengths.length] ?? bytes.length);
    yield bytes.subarray(at, at + length);
    at += length;
  }
}

export async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

/** What is thrown while the chunks are read. */
export async function failure(chunks: AsyncIterable<unknown>): Promise<Error> {
  try {
    for await (const _ of chunks);
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}
