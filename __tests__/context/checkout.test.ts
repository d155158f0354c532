import {execFileSync} from 'node:child_process';
import {rmSync, utimesSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {readCheckout} from '../../src/context/checkout.ts';
import {readIgnoreFile} from '../../src/context/dockerignore.ts';
import {makeTree, removeTree, tempDirectory} from './trees.ts';

let temp: string;
beforeEach(() => {
  temp = tempDirectory();
});
afterEach(() => removeTree(temp));

const at = (path: string) => join(temp, path);
const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
    cwd: at('repository'),
    encoding: 'utf8',
  }).trim();

/** A real checkout, made by git. */
function checkOut(files: Readonly<Record<string, string>>): string {
  makeTree(temp, Object.fromEntries(Object.entries(files).map(([path, text]) => [`repository/${path}`, text])));
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-qm', 'first');
  return git('rev-parse', 'HEAD');
}

const FILES = {
  Dockerfile: 'FROM scratch\n',
  'src/a.ts': 'code',
  'b é.txt': 'b',
  '.dockerignore': '*.log\n',
  'x.log': 'x',
};
const checkout = async (directory = at('repository')) => readCheckout(directory, readIgnoreFile(directory, undefined));

describe('a checkout', () => {
  it('is at its commit, unchanged', async () => {
    const commit = checkOut(FILES);
    expect(await checkout()).toEqual({commit, changed: []});
  });

  it.each<[string, () => void, readonly string[]]>([
    ['a file of another size', () => writeFileSync(at('repository/src/a.ts'), 'more code'), ['src/a.ts']],
    ['other content of the same size', () => writeFileSync(at('repository/b é.txt'), 'c'), ['b é.txt']],
    ['a file that is gone', () => rmSync(at('repository/src/a.ts')), ['src/a.ts']],
    ['a file that is only newer', () => utimesSync(at('repository/src/a.ts'), 1e9, 1e9), []],
    ['a file that git does not know', () => writeFileSync(at('repository/new'), ''), []],
    ['a file that is not in the context', () => writeFileSync(at('repository/x.log'), 'changed'), []],
  ])('with %s', async (_, change, changed) => {
    checkOut(FILES);
    change();
    expect((await checkout())?.changed).toEqual(changed);
  });

  it('is found by a detached HEAD, a packed ref and a worktree', async () => {
    const commit = checkOut(FILES);
    git('pack-refs', '--all');
    expect(await checkout()).toEqual({commit, changed: []});
    git('worktree', 'add', '-q', '-b', 'side', at('side'));
    expect(await checkout(at('side'))).toEqual({commit, changed: []});
    git('checkout', '-q', '--detach');
    expect(await checkout()).toEqual({commit, changed: []});
  });

  it('leaves out what a sparse checkout does, and what it cannot read', async () => {
    const commit = checkOut(FILES);
    git('update-index', '--skip-worktree', 'src/a.ts');
    rmSync(at('repository/src/a.ts'));
    expect(await checkout()).toEqual({commit, changed: []});
    git('update-index', '--index-version', '4');
    expect(await checkout()).toEqual({commit, changed: undefined});
    writeFileSync(at('repository/.git/index'), 'DIRC\0\0\0\x02\0\0\x00\x09junk');
    expect((await checkout())?.changed).toBeUndefined();
  });

  it('is none without commits, or without git', async () => {
    makeTree(temp, {'repository/Dockerfile': 'FROM scratch\n'});
    expect(await checkout()).toBeUndefined();
    git('init', '-q');
    expect(await checkout()).toBeUndefined();
  });
});
