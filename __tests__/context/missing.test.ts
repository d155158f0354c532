import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterAll, describe, expect, it} from '@jest/globals';
import {readIgnoreFile} from '../../src/context/dockerignore.ts';
import {explainMissing} from '../../src/context/missing.ts';

const directories: string[] = [];
afterAll(() => {
  for (const directory of directories) rmSync(directory, {recursive: true, force: true});
});

function explain(path: string, files: readonly string[], ignore = ''): string | undefined {
  const directory = mkdtempSync(join(tmpdir(), 'stowage-missing-'));
  directories.push(directory);
  for (const file of files) {
    mkdirSync(join(directory, dirname(file)), {recursive: true});
    writeFileSync(join(directory, file), '');
  }
  if (ignore !== '') writeFileSync(join(directory, '.dockerignore'), ignore);
  return explainMissing({directory, ignore: readIgnoreFile(directory, join(directory, 'Dockerfile'))}, path);
}

describe('a file that is not in the context', () => {
  it.each<[string, string, string, number, string]>([
    ['by its name', '/a.log', 'b\n*.log\n', 2, '*.log'],
    ['by a directory', 'conf/deep/x', '# c\n\nconf\n', 3, 'conf'],
    ['by the last line that says so', 'a.log', '*.log\n!a.log\na.*\n', 3, 'a.*'],
    ['by a line that others take back for other files', 'a.log', '*\n!b\n', 1, '*'],
  ])('is excluded %s', (_, path, ignore, line, text) => {
    const name = path.replace(/^\//, '');
    expect(explain(path, ['a.log', 'b', 'conf/deep/x'], ignore)).toBe(
      `The context has "${name}", but line ${line} of .dockerignore, "${text}", excludes it: take that line out, or write "!${name}" below it`,
    );
  });

  it.each<[string, string, readonly string[], string]>([
    ['a slip', 'pakage.json', ['package.json', 'other'], '"package.json"'],
    ['another case', '/readme.md', ['README.md'], '"README.md"'],
    ['another directory', 'main.go', ['cmd/app/main.go', 'lib/x.go'], '"cmd/app/main.go"'],
    ['a slip in a directory of its own', './src/indx.ts', ['src/index.ts', 'indx'], '"src/index.ts"'],
    [
      'two that are alike, the likelier first',
      'app.jar',
      ['app.war', 'target/app.jar'],
      '"app.war" or "target/app.jar"',
    ],
  ])('has another name: %s', (_, path, files, names) => {
    expect(explain(path, files)).toMatch(new RegExp(`did you mean ${names.replaceAll('.', '\\.')}\\?`));
  });

  it('is not suggested when the context leaves it out', () => {
    expect(explain('pakage.json', ['package.json'], 'package.json\n')).toMatch(
      /^The context has no "pakage\.json": check/,
    );
  });

  it.each<[string, string, RegExp]>([
    ['nothing like it', 'dist', /^The context has no "dist": check the path.*make the file in a step before$/],
    ['a pattern', '*.zip', /^Nothing in the context matches "\*\.zip"/],
    ['a name that would fake a line of the log', 'a\n::error::x', /no "a\S+::error::x"/],
  ])('is explained without a suggestion: %s', (_, path, words) => {
    expect(explain(path, ['x/y'])).toMatch(words);
  });

  it.each(['/', '.', '../x', ''])('is nothing to say about: %j', (path) => {
    expect(explain(path, ['x'])).toBeUndefined();
  });

  it('is looked for in a part of a huge context only', () => {
    const started = performance.now();
    const many = Array.from({length: 6000}, (_, index) => `d/${index}`);
    expect(explain('zzz', many)).toMatch(/has no "zzz"/);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
