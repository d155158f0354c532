import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {excludes, parseIgnoreFile} from '../../src/context/dockerignore.ts';
import {InvalidPattern} from '../../src/context/errors.ts';
import {compilePattern, matches, reachesBelow} from '../../src/context/pattern.ts';

const rules = (...lines: string[]) => parseIgnoreFile(lines.join('\n'));

/** Cases of moby/patternmatcher's TestMatches; `exact` matches by itself, `parent` only by a directory above. */
const SINGLE: readonly (readonly [string, string, 'exact' | 'parent' | 'no'])[] = [
  ['**', 'file', 'exact'],
  ['**', 'file/', 'exact'],
  ['**/', 'file', 'exact'],
  ['**/', 'file/', 'exact'],
  ['**', '/', 'exact'],
  ['**/', '/', 'exact'],
  ['**', 'dir/file', 'exact'],
  ['**/', 'dir/file', 'exact'],
  ['**', 'dir/file/', 'exact'],
  ['**/', 'dir/file/', 'exact'],
  ['**/**', 'dir/file', 'exact'],
  ['**/**', 'dir/file/', 'exact'],
  ['dir/**', 'dir/file', 'exact'],
  ['dir/**', 'dir/file/', 'exact'],
  ['dir/**', 'dir/dir2/file', 'exact'],
  ['dir/**', 'dir/dir2/file/', 'exact'],
  ['**/dir', 'dir', 'exact'],
  ['**/dir', 'dir/file', 'parent'],
  ['**/dir2/*', 'dir/dir2/file', 'exact'],
  ['**/dir2/*', 'dir/dir2/file/', 'parent'],
  ['**/dir2/**', 'dir/dir2/dir3/file', 'exact'],
  ['**/dir2/**', 'dir/dir2/dir3/file/', 'exact'],
  ['**file', 'file', 'exact'],
  ['**file', 'dir/file', 'exact'],
  ['**/file', 'dir/file', 'exact'],
  ['**file', 'dir/dir/file', 'exact'],
  ['**/file', 'dir/dir/file', 'exact'],
  ['**/file*', 'dir/dir/file', 'exact'],
  ['**/file*', 'dir/dir/file.txt', 'exact'],
  ['**/file*txt', 'dir/dir/file.txt', 'exact'],
  ['**/file*.txt', 'dir/dir/file.txt', 'exact'],
  ['**/file*.txt*', 'dir/dir/file.txt', 'exact'],
  ['**/**/*.txt', 'dir/dir/file.txt', 'exact'],
  ['**/**/*.txt2', 'dir/dir/file.txt', 'no'],
  ['**/*.txt', 'file.txt', 'exact'],
  ['**/**/*.txt', 'file.txt', 'exact'],
  ['a**/*.txt', 'a/file.txt', 'exact'],
  ['a**/*.txt', 'a/dir/file.txt', 'exact'],
  ['a**/*.txt', 'a/dir/dir/file.txt', 'exact'],
  ['a/*.txt', 'a/dir/file.txt', 'no'],
  ['a/*.txt', 'a/file.txt', 'exact'],
  ['a/*.txt**', 'a/file.txt', 'exact'],
  ['a[b-d]e', 'ae', 'no'],
  ['a[b-d]e', 'ace', 'exact'],
  ['a[b-d]e', 'aae', 'no'],
  ['a[^b-d]e', 'aze', 'exact'],
  ['.*', '.foo', 'exact'],
  ['.*', 'foo', 'no'],
  ['abc.def', 'abcdef', 'no'],
  ['abc.def', 'abc.def', 'exact'],
  ['abc.def', 'abcZdef', 'no'],
  ['abc?def', 'abcZdef', 'exact'],
  ['abc?def', 'abcdef', 'no'],
  ['**/foo/bar', 'foo/bar', 'exact'],
  ['**/foo/bar', 'dir/foo/bar', 'exact'],
  ['**/foo/bar', 'dir/dir2/foo/bar', 'exact'],
  ['abc/**', 'abc', 'no'],
  ['abc/**', 'abc/def', 'exact'],
  ['abc/**', 'abc/def/ghi', 'exact'],
  ['**/.foo', '.foo', 'exact'],
  ['**/.foo', 'bar.foo', 'no'],
  ['a(b)c/def', 'a(b)c/def', 'exact'],
  ['a(b)c/def', 'a(b)c/xyz', 'no'],
  ['a.|)$(}+{bc', 'a.|)$(}+{bc', 'exact'],
  [
    'dist/proxy.py-2.4.0rc3.dev36+g08acad9-py3-none-any.whl',
    'dist/proxy.py-2.4.0rc3.dev36+g08acad9-py3-none-any.whl',
    'exact',
  ],
  ['dist/*.whl', 'dist/proxy.py-2.4.0rc3.dev36+g08acad9-py3-none-any.whl', 'exact'],
  ['a\\\\', 'a\\', 'exact'],
  ['a\\*b', 'a*b', 'exact'],
  // Ours: surrogates, and a suffix without a slash before it.
  ['a?b', 'a😀b', 'exact'],
  ['😀*😀', '😀', 'no'],
  ['**file', 'dir/myfile', 'exact'],
  ['**file*', 'dir/myfile', 'no'],
  ['***/b', 'a/b', 'exact'],
  ['a**b', 'axb', 'no'],
  ['a**b', 'a/x/b', 'exact'],
  ['*a**b', 'aab', 'exact'],
];

describe('a pattern', () => {
  it.each(SINGLE)('%s on %s: %s, as in moby', (pattern, path, expected) => {
    const [compiled] = rules(pattern).patterns;
    if (compiled === undefined) throw new Error('no pattern');
    expect(matches(compiled, path)).toBe(expected === 'exact');
    expect(excludes(rules(pattern), path)).toBe(expected !== 'no');
  });

  // Cases of moby's TestMatch, which are those of Go's filepath.Match.
  it.each([
    ['abc', 'abc', true],
    ['*', 'abc', true],
    ['*c', 'abc', true],
    ['a*', 'a', true],
    ['a*', 'abc', true],
    ['a*', 'ab/c', true],
    ['a*/b', 'abc/b', true],
    ['a*/b', 'a/c/b', false],
    ['a*b*c*d*e*/f', 'axbxcxdxe/f', true],
    ['a*b*c*d*e*/f', 'axbxcxdxexxx/f', true],
    ['a*b*c*d*e*/f', 'axbxcxdxe/xxx/f', false],
    ['a*b*c*d*e*/f', 'axbxcxdxexxx/fff', false],
    ['a*b?c*x', 'abxbbxdbxebxczzx', true],
    ['a*b?c*x', 'abxbbxdbxebxczzy', false],
    ['ab[c]', 'abc', true],
    ['ab[b-d]', 'abc', true],
    ['ab[e-g]', 'abc', false],
    ['ab[^c]', 'abc', false],
    ['ab[^b-d]', 'abc', false],
    ['ab[^e-g]', 'abc', true],
    ['a\\*b', 'a*b', true],
    ['a\\*b', 'ab', false],
    ['a?b', 'a☺b', true],
    ['a[^a]b', 'a☺b', true],
    ['a???b', 'a☺b', false],
    ['a[^a][^a][^a]b', 'a☺b', false],
    ['[a-ζ]*', 'α', true],
    ['*[a-ζ]', 'A', false],
    ['a?b', 'a/b', false],
    ['a*b', 'a/b', false],
    ['[\\]a]', ']', true],
    ['[\\-]', '-', true],
    ['[x\\-]', 'x', true],
    ['[x\\-]', '-', true],
    ['[x\\-]', 'z', false],
    ['[\\-x]', 'x', true],
    ['[\\-x]', '-', true],
    ['[\\-x]', 'a', false],
    ['*x', 'xxx', true],
  ])('%s on %s: %s, as in filepath.Match', (pattern, path, expected) => {
    expect(excludes(rules(pattern), path)).toBe(expected);
  });

  it.each([
    ['[]a]', 'needs a backslash before its "]"'],
    ['[-]', 'needs a backslash before its "-"'],
    ['[x-]', 'needs a backslash before its "]"'],
    ['[-x]', 'needs a backslash before its "-"'],
    ['\\', 'ends in a backslash'],
    ['[a-b-c]', 'needs a backslash before its "-"'],
    ['[', '"[" is never closed'],
    ['[^', '"[" is never closed'],
    ['[^bc', '"[" is never closed'],
    ['a[', '"[" is never closed'],
    ['a[b-', '"[" is never closed'],
    ['x/*[', '"[" is never closed'],
    // moby accepts it and then fails at the first path: moby/moby#52203
    ['[Local-Only]/', 'the range "l-O" runs backwards'],
    ['!', '"!" must be followed by a path'],
    ['!  ', '"!" must be followed by a path'],
    ['!/', '"!" must be followed by a path'],
  ])('%s is refused, by line and with the reason', (pattern, reason) => {
    const parse = () => parseIgnoreFile(`ok\n\n${pattern}\n`, '/ctx/.dockerignore');
    expect(parse).toThrow(InvalidPattern);
    expect(parse).toThrow('in /ctx/.dockerignore, line 3: ');
    expect(parse).toThrow(reason);
  });

  it('matches what the regular expression that moby makes of it matches', () => {
    const piece = fc.constantFrom('a', 'b', '/', '*', '**', '?', '.', '[ab]', '[^a]', '\\*');
    const pattern = fc.array(piece, {minLength: 1, maxLength: 7}).map((pieces) => pieces.join(''));
    const path = fc
      .array(fc.constantFrom('a', 'b', '/', '.', '*'), {minLength: 1, maxLength: 8})
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(pattern, path, (text, tried) => {
        expect(matches(compilePattern(text, false), tried)).toBe(mobyMatches(text, tried));
      }),
      {numRuns: 3000},
    );
  });

  it('never says that nothing below a directory can match when something does', () => {
    const piece = fc.constantFrom('a', 'b', '/', '*', '**', '?', '[ab]');
    const pattern = fc.array(piece, {minLength: 1, maxLength: 7}).map((pieces) => pieces.join(''));
    const name = fc.constantFrom('a', 'b', 'ab', 'ba');
    const names = fc.array(name, {minLength: 1, maxLength: 3}).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(pattern, names, names, (text, directory, below) => {
        const compiled = compilePattern(text, true);
        if (matches(compiled, `${directory}/${below}`)) expect(reachesBelow(compiled, directory)).toBe(true);
      }),
      {numRuns: 3000},
    );
  });

  it('only ever fails as an invalid pattern, whatever the line', () => {
    const line = fc.string({unit: fc.constantFrom(...'*?[]\\-^!#/. ab\u00e9\u{1f600}\r\t'), maxLength: 12});
    fc.assert(
      fc.property(line, line, (pattern, path) => {
        try {
          expect(typeof excludes(rules(pattern), path)).toBe('boolean');
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidPattern);
        }
      }),
      {numRuns: 3000},
    );
  });

  it.each([
    ['stars between letters', `${'a*'.repeat(2000)}b`, 'a'.repeat(4000)],
    ['stars in one component', `${'*a'.repeat(100)}*b`, 'a'.repeat(255)],
    ['directories between letters', `${'**/*a'.repeat(500)}/b`, 'a/'.repeat(2000)],
    ['questions and stars', `${'?*'.repeat(1000)}b`, 'a'.repeat(4000)],
    ['classes', `${'[^b]*'.repeat(1000)}b`, 'a'.repeat(4000)],
  ])('C5: costs no more than its length times that of the path: %s', (_name, pattern, path) => {
    // A matcher that backtracks would need longer than the universe has; the bound is for a very slow machine.
    const started = performance.now();
    expect(matches(compilePattern(pattern, false), path)).toBe(false);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

/** moby's Pattern.compile and match, for patterns without special cases in classes. */
function mobyMatches(pattern: string, path: string): boolean {
  let kind = 'exact';
  let source = '';
  for (let i = 0, step = 0; i < pattern.length; step++) {
    const char = pattern.charAt(i++);
    if (char === '*' && pattern[i] === '*') {
      i++;
      if (pattern[i] === '/') i++;
      if (i === pattern.length && kind === 'exact') kind = 'prefix';
      else {
        source += i === pattern.length ? '.*' : '(?:.*/)?';
        kind = 'regexp';
      }
      if (step === 0) kind = 'suffix';
    } else if (char === '*' || char === '?') {
      source += char === '*' ? '[^/]*' : '[^/]';
      kind = 'regexp';
    } else if (char === '\\') {
      source += `\\${pattern.charAt(i++)}`;
      kind = 'regexp';
    } else if (char === '[' || char === ']') {
      source += char;
      kind = 'regexp';
    } else source += char === '.' ? '\\.' : char;
  }
  if (kind === 'exact') return path === pattern;
  if (kind === 'prefix') return path.startsWith(pattern.replace(/\*\*\/?$/, ''));
  if (kind === 'suffix') {
    const suffix = pattern.slice(2);
    return path.endsWith(suffix) || (suffix.startsWith('/') && path === suffix.slice(1));
  }
  return new RegExp(`^${source}$`, 's').test(path);
}
