import {globSync, readFileSync} from 'node:fs';
import {dirname, join, normalize} from 'node:path';
import {describe, expect, it} from '@jest/globals';

const root = join(import.meta.dirname, '..');
const files = globSync('src/**/*.ts', {cwd: root}).sort();
const text = (file: string) => readFileSync(join(root, file), 'utf8');

/** Specifiers of `import … from '…'`, `export … from '…'` and `import('…')`. */
const imports = (file: string) =>
  [...text(file).matchAll(/(?:\bfrom |\bimport\(|^import )'([^']+)'/gm)].map(([, name]) => name ?? '');

const folderOf = (file: string) => (file.split('/').length === 2 ? 'main' : (file.split('/')[1] ?? ''));

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  main: ['main', 'action', 'pipeline', 'cache', 'registry', 'engine', 'report'],
  action: ['action', 'pipeline', 'cache', 'report', 'registry', 'engine'],
  pipeline: ['pipeline', 'cache', 'archive', 'engine', 'context', 'buildkit', 'registry', 'report'],
  report: ['report', 'engine', 'buildkit', 'registry'],
  buildkit: ['buildkit', 'engine'],
  engine: ['engine'],
  registry: ['registry'],
  cache: ['cache', 'registry'],
  context: ['context'],
  archive: ['archive'],
};

/** The files that open TLS connections; each says outright that certificates are verified. */
const VERIFYING = /^src\/(engine\/(transport|dial)|registry\/http|context\/download)\.ts$/;

describe('imports of src', () => {
  it('are found at all', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(files.flatMap(imports).length).toBeGreaterThan(100);
  });

  it.each(files)('%s imports in one direction', (file) => {
    const own = imports(file).filter((name) => name.startsWith('.') && !name.includes('node_modules'));
    const folders = own.map((name) => folderOf(normalize(join(dirname(file), name))));
    expect(folders.filter((folder) => !MAY_IMPORT[folderOf(file)]?.includes(folder))).toEqual([]);
  });

  it.each([
    ['@actions/core', /^src\/action\//],
    ['@actions/exec', /^src\/action\//],
    ['@actions/cache', /^src\/cache\//],
    ['undici', /^src\/(engine\/undici\.ts|registry\/http\.ts)$/],
    ['node:child_process', /^src\/engine\/ssh\.ts$/],
  ])('only the right files import %s', (name, allowed) => {
    const names = (file: string) => imports(file).map((path) => path.replace(/^.*node_modules\//, ''));
    const users = files.filter((file) => names(file).some((path) => path === name || path.startsWith(`${name}/`)));
    expect(users.filter((file) => !allowed.test(file))).toEqual([]);
  });

  it.each([
    ['console', /\bconsole\./, /^$/],
    ['process.stdout', /\bprocess\.std(out|err)\b/, /^src\/(main|merge)\.ts$/],
    ['process.env', /\bprocess\.env\b/, /^src\/(main|merge)\.ts$/],
    ['shell: true', /\bshell:/, /^$/],
    [
      'another rejectUnauthorized than true',
      /rejectUnauthorized(?!: true\b(?=\s*[,}]))|NODE_TLS_REJECT_UNAUTHORIZED/,
      /^$/,
    ],
    ['rejectUnauthorized: true', /rejectUnauthorized/, VERIFYING],
    ['eval', /\beval\(|new Function\(/, /^$/],
  ])('%s stands only where it may (hardening O1, R1, D1, T42)', (_, pattern, allowed) => {
    const code = (file: string) => text(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    expect(files.filter((file) => pattern.test(code(file)) && !allowed.test(file))).toEqual([]);
  });

  it('verification of certificates is asked for wherever TLS is spoken (hardening R1)', () => {
    const verifying = files.filter((file) => VERIFYING.test(file));
    expect(verifying).toHaveLength(4);
    for (const file of verifying) expect(text(file)).toContain('rejectUnauthorized: true');
  });

  it('has no cycle', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        imports(file)
          .filter((name) => name.startsWith('.'))
          .map((name) => normalize(join(dirname(file), name))),
      ]),
    );
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) throw new Error(`cycle: ${[...path, file].join(' -> ')}`);
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
  });

  it.each(files)('%s is a noun of its own, below 15 kB', (file) => {
    expect(file).not.toMatch(/\/(utils?|helpers?|common|index)\.ts$/);
    expect(text(file).length).toBeLessThan(15_000);
  });
});
