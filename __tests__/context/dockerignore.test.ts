import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {
  alwaysKeeping,
  excludes,
  judgeDirectory,
  mayReinclude,
  parseIgnoreFile,
  readIgnoreFile,
  readPatterns,
} from '../../src/context/dockerignore.ts';
import {ContextError, InvalidPattern} from '../../src/context/errors.ts';
import {makeTree, removeTree, tempDirectory} from './trees.ts';

const rules = (...lines: string[]) => parseIgnoreFile(lines.join('\n'));
const texts = (text: string) => readPatterns(text).map((pattern) => pattern.text);

describe('the reader of an ignore file', () => {
  it("reads moby's own example as moby does", () => {
    const content = `test1
/test2
/a/file/here

lastfile
# this is a comment
! /inverted/abs/path
!
! `;
    expect(texts(content)).toEqual(['test1', 'test2', 'a/file/here', 'lastfile', '!inverted/abs/path', '!', '!']);
  });

  it.each([
    ['a byte order mark', '\ufeff# comment\nfoo', ['foo']],
    ['a byte order mark only at the start', 'foo\n\ufeffbar', ['foo', '\ufeffbar']],
    ['line ends of Windows', 'foo\r\n!bar\r\n\r\n# x\r\n', ['foo', '!bar']],
    ['a lone carriage return, which ends no line', 'foo\rbar', ['foo\rbar']],
    ['blanks around', '  foo \t\n\t! bar ', ['foo', '!bar']],
    ['white space as Unicode has it', '\u00a0foo\u2003\u0085', ['foo']],
    ['comments in the first column only', '#a\n #b', ['#b']],
    ['an escaped hash', '\\#a', ['\\#a']],
    ['dots and double slashes', './a\n../b\na/../c\na//b/./c/\n.', ['a', '../b', 'c', 'a/b/c', '.']],
    ['one leading slash less', '/a\n//b\n/\n!/c', ['a', 'b', '/', '!c']],
    ['nothing', '', []],
    ['blank lines', '\n\n \n', []],
  ])('takes %s', (_name, text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('counts lines from 1, comments and blank lines too', () => {
    expect(readPatterns('# c\n\na\n b')).toEqual([
      {text: 'a', line: 3},
      {text: 'b', line: 4},
    ]);
  });

  it('refuses a line no pattern can be', () => {
    const parse = () => parseIgnoreFile(`a\n${'b'.repeat(65 * 1024)}`, '/c/.dockerignore');
    expect(parse).toThrow(InvalidPattern);
    expect(parse).toThrow('line 2 of /c/.dockerignore is longer than 65536 characters');
  });

  it('shows odd characters of a bad pattern without letting them through', () => {
    expect(() => parseIgnoreFile('[\u001b[31m')).toThrow('invalid pattern "[\\u001b[31m"');
  });
});

describe('the rules together', () => {
  // Cases of moby/patternmatcher (TestMatches with several patterns, and the single tests above it).
  it.each([
    [['**', '!util/docker/web'], 'util/docker/web/foo', false],
    [['**', '!util/docker/web', 'util/docker/web/foo'], 'util/docker/web/foo', true],
    [
      ['**', '!dist/proxy.py-2.4.0rc3.dev36+g08acad9-py3-none-any.whl'],
      'dist/proxy.py-2.4.0rc3.dev36+g08acad9-py3-none-any.whl',
      false,
    ],
    [['**', '!dist/*.whl'], 'dist/proxy.py-2.4.0rc3.dev36+g08acad9-py3-none-any.whl', false],
    [['*'], 'fileutils.go', true],
    [['*.go'], 'fileutils.go', true],
    [['!fileutils.go', '*.go'], 'fileutils.go', true],
    [['*.go', '!fileutils.go'], 'fileutils.go', false],
    [['docs', '!docs/README.md'], 'docs/README.md', false],
    [['docs/', '!docs/README.md'], 'docs/README.md', false],
    [['docs/*', '!docs/README.md'], 'docs/README.md', false],
    [[], 'any/path/there', false],
    [['docs', '  !docs/README.md'], 'docs/README.md', false],
    [['docs', '!docs/README.md  '], 'docs/README.md', false],
    // Ours.
    [['node_modules'], 'node_modules/a/b.js', true],
    [['node_modules'], 'sub/node_modules/b.js', false],
    [['**/node_modules'], 'sub/node_modules/b.js', true],
    [['*', '!src', 'src/secret'], 'src/a', false],
    [['*', '!src', 'src/secret'], 'src/secret/key', true],
    [['*', '!src/a/b'], 'src/a/c', true],
    [['a/b', '!a/b', 'a/b'], 'a/b', true],
    [['foo*', '!foo/bar2'], 'foo/bar2', false],
    [['.'], 'a', false],
    [['..', '../a', '/..'], 'a', false],
    [['/'], 'a', false],
  ])('%j leave out %s: %s', (lines, path, expected) => {
    expect(excludes(rules(...lines), path)).toBe(expected);
  });

  // Checked against the docker CLI, which asks MatchesUsingParentResults; MatchesOrParentMatches would differ.
  it.each([
    [['a/b', '!a'], 'a/b', true],
    [['a', '!a'], 'a/b', false],
    [['*', '!a/b', 'a'], 'a/b', false],
    [['*', '!a/b', 'a/*'], 'a/b', true],
  ])('%j look at a line only where it changes the verdict so far: %s left out: %s', (lines, path, expected) => {
    expect(excludes(rules(...lines), path)).toBe(expected);
  });

  it.each([
    [['dir'], 'dir', false],
    [['dir', '!dir/keep'], 'dir', true],
    [['dir', '!dir/sub/deep/keep'], 'dir', true],
    [['dir', '!other/keep'], 'dir', false],
    [['dir', '!**/keep'], 'dir', true],
    [['!**/keep', 'dir'], 'dir', false],
    [['*', '!d?r/*.txt'], 'dir', true],
    [['*', '!d?r/*.txt'], 'dim', false],
    [['!di*/x', 'dir'], 'dir', false],
    [['*', '!di*/x', 'dir'], 'dir', true],
    [['dir', '!directory/keep'], 'dir', false],
    [['*', '!dir/**'], 'dir', true],
    [['*', '!a/dir/**'], 'a', true],
  ])('%j: whether to look below the excluded %s: %s', (lines, directory, expected) => {
    const {excluded, hits} = judgeDirectory(rules(...lines), directory, []);
    expect(excluded).toBe(true);
    expect(mayReinclude(rules(...lines), directory, hits)).toBe(expected);
  });

  it('keeps what must be kept, whatever characters it has', () => {
    const kept = alwaysKeeping(rules('*', 'sub'), ['sub/Dockerfile[1]', '.dockerignore']);
    expect(['sub/Dockerfile[1]', '.dockerignore', 'sub/Dockerfile1', 'a'].map((path) => excludes(kept, path))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('the ignore file of a build', () => {
  let root: string;
  beforeEach(() => {
    root = tempDirectory();
  });
  afterEach(() => removeTree(root));

  const read = (dockerfile = join(root, 'ctx/Dockerfile')) => readIgnoreFile(join(root, 'ctx'), dockerfile);

  it('is .dockerignore of the context', () => {
    makeTree(root, {'ctx/.dockerignore': 'a\n'});
    expect(read()).toMatchObject({file: join(root, 'ctx/.dockerignore'), patterns: [{text: 'a'}]});
  });

  it('is none when there is none', () => {
    makeTree(root, {'ctx/': ''});
    expect(read()).toEqual({file: undefined, patterns: []});
  });

  it('is that of the Dockerfile before that of the context, also beside a Dockerfile from elsewhere', () => {
    makeTree(root, {
      'ctx/.dockerignore': 'a',
      'ctx/web.Dockerfile.dockerignore': 'b',
      'other/Dockerfile.dockerignore': 'c',
    });
    expect(read(join(root, 'ctx/web.Dockerfile')).patterns).toMatchObject([{text: 'b'}]);
    expect(read(join(root, 'other/Dockerfile')).patterns).toMatchObject([{text: 'c'}]);
    expect(read(join(root, 'ctx/api.Dockerfile')).patterns).toMatchObject([{text: 'a'}]);
  });

  it('replaces that of the context even when it is empty', () => {
    makeTree(root, {'ctx/.dockerignore': 'a', 'ctx/Dockerfile.dockerignore': ''});
    expect(read()).toEqual({file: join(root, 'ctx/Dockerfile.dockerignore'), patterns: []});
  });

  it('may be a link within the context', () => {
    makeTree(root, {'ctx/ignore': 'a', 'ctx/.dockerignore': {link: 'ignore'}});
    expect(read().patterns).toMatchObject([{text: 'a'}]);
  });

  it('C5: is refused as a link to outside, whose lines an error could quote', () => {
    makeTree(root, {secret: '[password', 'ctx/.dockerignore': {link: '../secret'}});
    expect(() => read()).toThrow(
      `cannot use the ignore file ${root}/ctx/.dockerignore: it is a symbolic link to ${root}/secret, outside`,
    );
    expect(() => read()).not.toThrow('[password');
  });

  it('C5: is refused over 1 MiB', () => {
    makeTree(root, {'ctx/.dockerignore': 'a\n'.repeat(524_288)});
    expect(read().patterns).toHaveLength(524_288);
    writeFileSync(join(root, 'ctx/.dockerignore'), `${'a\n'.repeat(524_288)}b`);
    expect(() => read()).toThrow('it is larger than 1 MiB');
  });

  it.each([
    ['a directory', () => mkdirSync(join(root, 'ctx/.dockerignore')), 'it is not a regular file'],
    ['a looping link', () => symlinkSync('.dockerignore', join(root, 'ctx/.dockerignore')), 'too many symbolic links'],
    [
      'UTF-16 text',
      () => writeFileSync(join(root, 'ctx/.dockerignore'), Buffer.from('\ufeffa\n', 'utf16le')),
      'it is UTF-16 text',
    ],
  ])('is refused as %s', (_name, make, reason) => {
    makeTree(root, {'ctx/': ''});
    make();
    expect(() => read()).toThrow(ContextError);
    expect(() => read()).toThrow(reason);
  });
});
