import {appendFileSync, chmodSync, linkSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, describe, expect, it} from '@jest/globals';
import {hashContext} from '../../src/context/content-hash.ts';
import {openContext} from '../../src/context/source.ts';
import {makeTree, NEVER, removeTree, tempDirectory} from './trees.ts';

const roots: string[] = [];
afterAll(() => roots.forEach(removeTree));

/** Hash of a small project after `change`. */
async function hashed(change: (root: string) => void = () => {}): Promise<string> {
  const root = tempDirectory();
  roots.push(root);
  makeTree(root, {
    Dockerfile: 'FROM scratch\nCOPY . /\n',
    '.dockerignore': '*.log\n',
    'src/a.js': 'one',
    'src/b.js': 'two',
    'run.log': 'ignored',
    link: {link: 'src/a.js'},
  });
  for (const file of ['src/a.js', 'src/b.js']) chmodSync(join(root, file), 0o644);
  change(root);
  return hashContext(await openContext({directory: root, file: undefined}), NEVER);
}

describe('hashContext', () => {
  it.each<[string, (root: string) => void]>([
    ['times', (root) => utimesSync(join(root, 'src/a.js'), 1, 1)],
    ['what is ignored', (root) => appendFileSync(join(root, 'run.log'), 'more')],
    [
      'another name in the order of writing',
      (root) => {
        rmSync(join(root, 'src/a.js'));
        writeFileSync(join(root, 'src/a.js'), 'one', {mode: 0o644});
      },
    ],
  ])('stays with other %s', async (_, change) => {
    expect(await hashed(change)).toBe(await hashed());
  });

  it.each<[string, (root: string) => void]>([
    ['content of the same length', (root) => writeFileSync(join(root, 'src/a.js'), 'two')],
    [
      'content that moved to the next file',
      (root) => {
        writeFileSync(join(root, 'src/a.js'), 'on');
        writeFileSync(join(root, 'src/b.js'), 'etwo');
      },
    ],
    ['a name', (root) => writeFileSync(join(root, 'src/c.js'), '')],
    ['a file less', (root) => rmSync(join(root, 'src/b.js'))],
    ['an executable bit', (root) => chmodSync(join(root, 'src/a.js'), 0o755)],
    [
      'the target of a link',
      (root) => {
        rmSync(join(root, 'link'));
        symlinkSync('src/b.js', join(root, 'link'));
      },
    ],
    [
      'a file in place of a link',
      (root) => {
        rmSync(join(root, 'link'));
        writeFileSync(join(root, 'link'), 'src/a.js');
      },
    ],
    ['an empty directory', (root) => mkdirSync(join(root, 'empty'))],
    [
      'a second name of a file in place of a copy',
      (root) => {
        rmSync(join(root, 'src/b.js'));
        linkSync(join(root, 'src/a.js'), join(root, 'src/b.js'));
      },
    ],
    ['the ignore file', (root) => appendFileSync(join(root, '.dockerignore'), 'nothing\n')],
  ])('differs with %s', async (_, change) => {
    expect(await hashed(change)).not.toBe(await hashed());
  });
});
