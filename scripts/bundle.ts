/**
 * Builds `dist/` from `src/`: tsc strips the types, ncc joins everything into one file. With `--check` it builds into a
 * temporary directory instead and fails when the committed `dist/` differs by a byte.
 */
import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative} from 'node:path';

const root = join(import.meta.dirname, '..');

function run(program: string, args: readonly string[]): void {
  const {status} = spawnSync(join(root, 'node_modules', '.bin', program), args, {cwd: root, stdio: 'inherit'});
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed`);
}

/** ncc names lazy chunks by module id, so a directory that is not empty would keep stale ones. */
function bundle(out: string): void {
  for (const directory of [join(root, 'build'), out]) rmSync(directory, {recursive: true, force: true});
  run('tsc', ['-p', 'tsconfig.build.json']);
  run('ncc', ['build', 'build/main.js', '-o', out, '-C', '-q']);
  // An action of its own, with a bundle of its own: what it has in common is small beside what it does not need.
  run('ncc', ['build', 'build/merge.js', '-o', join(out, 'merge'), '-C', '-q']);
  writeFileSync(join(out, 'licenses.txt'), licenses());
}

/**
 * The licences of every package that can be in the bundle: all of the lock file that are not for development. ncc's own
 * list leaves out packages that it reaches by their ES modules.
 */
function licenses(): string {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<
      Record<string, {readonly dev?: boolean; readonly version?: string; readonly license?: string}>
    >;
  };
  const texts = Object.entries(lock.packages)
    .filter(([path, {dev}]) => path !== '' && dev !== true && existsSync(join(root, path)))
    .map(([path, {version, license}]) => {
      const file = readdirSync(join(root, path)).find((name) => /^licen[cs]e/i.test(name));
      const text =
        file === undefined
          ? ''
          : readFileSync(join(root, path, file), 'utf8')
              .replaceAll('\r\n', '\n')
              .trim();
      return `${path.replace(/^.*node_modules\//, '')} ${version} (${license})\n${text}`.trim();
    });
  return `${texts.join('\n\n----\n\n')}\n`;
}

function differences(a: string, b: string): readonly string[] {
  const list = (directory: string) =>
    readdirSync(directory, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map((entry) => relative(directory, join(entry.parentPath, entry.name)));
  const names = [...new Set([...list(a), ...list(b)])].sort();
  const read = (directory: string, name: string) => {
    try {
      return readFileSync(join(directory, name));
    } catch {
      return undefined;
    }
  };
  return names.filter((name) => {
    const [left, right] = [read(a, name), read(b, name)];
    return left === undefined || right === undefined || !left.equals(right);
  });
}

const dist = join(root, 'dist');
if (process.argv.includes('--check')) {
  const out = mkdtempSync(join(tmpdir(), 'stowage-dist-'));
  try {
    bundle(out);
    const changed = differences(dist, out);
    if (changed.length > 0) {
      console.error(`dist/ is not what src/ builds: ${changed.join(', ')}. Run npm run bundle and commit dist/`);
      process.exitCode = 1;
    } else console.log('dist/ is current');
  } finally {
    rmSync(out, {recursive: true, force: true});
  }
} else bundle(dist);
