import {execFileSync} from 'node:child_process';
import {renameSync, truncateSync, utimesSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {NO_RULES, readIgnoreFile} from '../../src/context/dockerignore.ts';
import {ContextError} from '../../src/context/errors.ts';
import {GivenFiles} from '../../src/context/given-files.ts';
import {ContextParts, type ListedEntry, type PartRequest, type PartsOptions} from '../../src/context/on-demand.ts';
import {makeTree, NEVER, removeTree, tempDirectory} from './trees.ts';

let root: string;
beforeEach(() => {
  root = tempDirectory();
});
afterEach(() => removeTree(root));

const ALL: PartRequest = {include: [], exclude: [], follow: []};
const IGNORE_FILE: PartRequest = {...ALL, follow: ['.dockerignore']};

const parts = (options: Partial<PartsOptions> = {}) =>
  new ContextParts({root, ignore: readIgnoreFile(root, join(root, 'Dockerfile')), ...options});

async function list(of: ContextParts, request: Partial<PartRequest> = {}): Promise<readonly ListedEntry[]> {
  const entries: ListedEntry[] = [];
  for await (const batch of of.list({...ALL, ...request}, NEVER)) entries.push(...batch);
  return entries;
}

const paths = (entries: readonly {readonly path: string}[]) => entries.map(({path}) => path);

function contentOf(entry: ListedEntry): string {
  const file = entry.open();
  const content = Buffer.alloc(file.left);
  try {
    for (let at = 0; file.left > 0; ) at += file.read(content, at, 3);
    file.finish();
  } finally {
    file.close();
  }
  return content.toString();
}

describe('a context on demand', () => {
  it('is what the tar would hold, without what only travels for the engine', async () => {
    makeTree(root, {'.dockerignore': '*.log\n.dockerignore\nDockerfile\n', Dockerfile: '', 'a.log': '', 'd/f': 'four'});
    const entries = await list(parts());
    expect(paths(entries)).toEqual(['d', 'd/f']);
    expect(contentOf(entries[1] as ListedEntry)).toBe('four');
  });

  it('gives the builder the ignore file to read, whatever that says about itself', async () => {
    makeTree(root, {'.dockerignore': '*\n', a: ''});
    const context = parts();
    expect(paths(await list(context, IGNORE_FILE))).toEqual(['.dockerignore']);
    expect(paths(await list(context))).toEqual([]);
    // What the Dockerfile copies comes with the patterns that the builder read.
    expect(paths(await list(context, {...IGNORE_FILE, exclude: ['*']}))).toEqual([]);
  });

  it('keeps an ignore file to itself whose lines would break the session', async () => {
    makeTree(root, {'.dockerignore': Array.from({length: 9000}, (_, i) => `number-${i}`).join('\n'), a: ''});
    const context = parts();
    expect(paths(await list(context, IGNORE_FILE))).toEqual([]);
    // Asked a second time it is wanted for a COPY.
    expect(paths(await list(context, IGNORE_FILE))).toEqual(['.dockerignore']);
  });

  it('counts such lines as they travel: escaped as soon as one of them is not ASCII', async () => {
    const lines = Array.from({length: 400}, (_, i) => `${'/a'.repeat(50)}${i}`);
    makeTree(root, {'.dockerignore': lines.join('\n')});
    expect(paths(await list(parts(), IGNORE_FILE))).toEqual(['.dockerignore']);
    writeFileSync(join(root, '.dockerignore'), [...lines, 'ü'].join('\n'));
    expect(paths(await list(parts(), IGNORE_FILE))).toEqual([]);
  });

  it('of a Dockerfile with rules of its own has no other ignore file for the builder', async () => {
    makeTree(root, {'.dockerignore': 'a', 'Dockerfile.dockerignore': '.dockerignore', a: ''});
    expect(paths(await list(parts(), IGNORE_FILE))).toEqual([]);
    expect(paths(await list(parts()))).toEqual(['Dockerfile.dockerignore', 'a']);
  });

  it('holds to its own rules, not to what the builder took them for', async () => {
    makeTree(root, {'.dockerignore': 'a\n', a: '', b: ''});
    expect(paths(await list(parts(), {exclude: ['b']}))).toEqual(['.dockerignore', 'b']);
  });

  it('lists only what is asked for', async () => {
    makeTree(root, {'a/b': '', 'a/c': '', d: {link: 'a/c'}, 'e/f.log': '', 'e/f.txt': ''});
    expect(paths(await list(parts(), {follow: ['d']}))).toEqual(['a', 'a/c', 'd']);
    expect(paths(await list(parts(), {include: ['**/*.txt', 'a', '!a/b']}))).toEqual(['a', 'a/c', 'e', 'e/f.txt']);
    expect(paths(await list(parts(), {include: ['a/b'], follow: ['e']}))).toEqual([
      'a',
      'a/b',
      'e',
      'e/f.log',
      'e/f.txt',
    ]);
    expect(paths(await list(parts(), {include: ['a/b'], follow: ['.']}))).toHaveLength(7);
  });

  it('tells of links, and names of one file after its first', async () => {
    makeTree(root, {a: 'four', 'b/c': {hard: 'a'}, l: {link: 'a'}});
    expect(await list(parts())).toMatchObject([
      {path: 'a', kind: 'file', size: 4, target: ''},
      {path: 'b', kind: 'directory', size: 0, target: ''},
      {path: 'b/c', kind: 'file', size: 4, target: 'a'},
      {path: 'l', kind: 'symlink', size: 1, target: 'a'},
    ]);
    // The first that travels, not the first there is.
    expect((await list(parts(), {follow: ['b']}))[1]).toMatchObject({path: 'b/c', target: ''});
  });

  it('warns of what looks like a secret in what travels (hardening S7), and of what cannot', async () => {
    makeTree(root, {'keys/id_rsa': '-----BEGIN OPENSSH PRIVATE KEY-----', a: ''});
    const warnings: string[] = [];
    const context = parts({onWarning: (warning) => warnings.push(warning)});
    await list(context, {follow: ['a']});
    expect(warnings).toEqual([]);
    await list(context, {follow: ['keys']});
    expect(warnings).toEqual([expect.stringContaining('private keys')]);
  });

  it('keeps to the limit of entries (hardening C7)', async () => {
    makeTree(root, {a: '', b: '', c: ''});
    const context = parts({maxEntries: 2});
    await expect(list(context)).rejects.toThrow(/more than 2 files/);
    expect(await list(context, {follow: ['a', 'b']})).toHaveLength(2);
  });

  it.each([
    ['shrank', (file: string) => truncateSync(file, 1), /a.*shrank/],
    ['grew', (file: string) => writeFileSync(file, 'longer'), /a.*grew/],
    ['was replaced by a link', (file: string) => swap(file, {link: 'b'}), /a.*symbolic link/],
    ['was replaced by another', (file: string) => swap(file, 'four'), /a.*another file/],
    ['vanished', (file: string) => renameSync(file, `${file}-`), /a.*vanished/],
  ])('a file that %s after it was listed is an error (hardening C2, C3, T20)', async (_, change, message) => {
    makeTree(root, {a: 'four', b: 'b'});
    const [entry] = await list(parts());
    change(join(root, 'a'));
    const read = () => contentOf(entry as ListedEntry);
    expect(read).toThrow(ContextError);
    expect(read).toThrow(message);
  });

  it('a name that is not UTF-8 is an error only where it would travel (hardening C1, T19)', async () => {
    makeTree(root, {'d/f': ''});
    writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0x61, 0xe9])]), '');
    await expect(list(parts())).rejects.toThrow(/a\\xe9: its name is not UTF-8/);
    expect(paths(await list(parts(), {follow: ['d']}))).toEqual(['d', 'd/f']);
  });

  it('a directory that cannot be read is an error where something of it is asked for (hardening C6)', async () => {
    makeTree(root, {'d/f': '', a: ''});
    const closed = (path: string) => Object.assign(new Error(path), {code: 'EACCES'});
    // Root reads everything, so that the refusal is made up.
    const fs = await import('node:fs');
    const refusing = {
      ...fs,
      readdirSync: ((path: string, ...rest: never[]) => {
        if (path.endsWith('/d')) throw closed(path);
        return fs.readdirSync(path, ...rest);
      }) as unknown as typeof fs.readdirSync,
    };
    const {walkContext} = await import('../../src/context/walk.ts');
    const {followPaths} = await import('../../src/context/follow.ts');
    const walk = (path: string) =>
      walkContext(root, {ignore: NO_RULES, wanted: followPaths(root, [path]), signal: NEVER, fs: refusing});
    await expect(walk('d/f')).rejects.toThrow(/directory d: permission denied/);
    expect((await walk('a')).entries).toHaveLength(1);
  });
});

function swap(file: string, what: string | {readonly link: string}): void {
  renameSync(file, `${file}-`);
  makeTree(root, {a: what});
}

describe('the time of a file', () => {
  const timeOf = async (epoch?: number) => (await list(parts({epoch})))[0]?.modified ?? 0n;

  it('has the second of its last write, and stays the same as long as nothing changes', async () => {
    makeTree(root, {a: 'four'});
    utimesSync(join(root, 'a'), 0, 1_234_567.5);
    const time = await timeOf();
    expect(time / 1_000_000_000n).toBe(1_234_567n);
    expect(await timeOf()).toBe(time);
  });

  it('is another one after a write, also when size and time of the file are set to the old ones', async () => {
    makeTree(root, {a: 'four'});
    utimesSync(join(root, 'a'), 0, 1_234_567.5);
    const seen = new Set<bigint>();
    for (let turn = 0; turn < 5; turn++) {
      seen.add(await timeOf());
      // The clock of files moves on every few milliseconds.
      await new Promise((done) => setTimeout(done, 20));
      writeFileSync(join(root, 'a'), 'FIVE');
      utimesSync(join(root, 'a'), 0, 1_234_567.5);
    }
    expect(seen.size).toBe(5);
    for (const time of seen) expect(time / 1_000_000_000n).toBe(1_234_567n);
  });

  it('is the epoch for a later one, and still another one after a write', async () => {
    makeTree(root, {a: 'four'});
    utimesSync(join(root, 'a'), 0, 1_234_567);
    expect((await timeOf(1_234_568)) / 1_000_000_000n).toBe(1_234_567n);
    const before = await timeOf(1_000_000);
    expect(before / 1_000_000_000n).toBe(1_000_000n);
    await new Promise((done) => setTimeout(done, 20));
    utimesSync(join(root, 'a'), 0, 1_234_567);
    expect(await timeOf(1_000_000)).not.toBe(before);
  });

  it('is clamped as in a tar (hardening C4)', async () => {
    makeTree(root, {a: ''});
    // Node takes a negative time for the present.
    execFileSync('touch', ['-d', '1960-01-01T00:00:00Z', join(root, 'a')]);
    expect((await timeOf()) / 1_000_000_000n).toBe(0n);
  });
});

describe('given files', () => {
  const listGiven = async (contents: Readonly<Record<string, string>>) => {
    const files = new GivenFiles(new Map(Object.entries(contents).map(([path, text]) => [path, Buffer.from(text)])));
    for await (const batch of files.list()) return batch;
    return [];
  };

  it('come with their directories, in the order of a walk', async () => {
    const entries = await listGiven({'a.b': '1', 'a/z/f': '2', ab: '', 'a/b': '4'});
    expect(entries).toMatchObject([
      {path: 'a', kind: 'directory', size: 0},
      {path: 'a/b', kind: 'file', size: 1},
      {path: 'a/z', kind: 'directory'},
      {path: 'a/z/f', kind: 'file', size: 1},
      {path: 'a.b', kind: 'file', size: 1},
      {path: 'ab', kind: 'file', size: 0},
    ]);
    expect(contentOf(entries[3] as unknown as ListedEntry)).toBe('2');
  });

  it('have a time that another content changes, and nothing else', async () => {
    const timeOf = async (content: string) => (await listGiven({Dockerfile: content}))[0]?.modified;
    expect(await timeOf('FROM a')).toBe(await timeOf('FROM a'));
    expect(await timeOf('FROM a')).not.toBe(await timeOf('FROM b'));
  });
});
