/** What benchmarks share: child processes with their time, and sources as the JavaScript that is shipped. */
import {spawn} from 'node:child_process';
import {mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {stripTypeScriptTypes} from 'node:module';
import {dirname, join, relative, resolve} from 'node:path';

const REPOSITORY = resolve(import.meta.dirname, '..');

/**
 * Runs a command to its end; milliseconds from start to exit and what it wrote to stderr. Throws when it fails or takes
 * over two minutes, which happens: Node can hang at its very exit (nodejs/node#54918).
 */
export async function timed(
  command: string,
  args: readonly string[],
): Promise<{readonly ms: number; readonly stderr: string}> {
  const started = performance.now();
  // In a process group of its own, so that what it starts can be stopped with it.
  const child = spawn(command, args, {stdio: ['ignore', 'ignore', 'pipe'], detached: true});
  const watchdog = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), 120_000);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((done, failed) => {
    child.on('error', failed);
    child.on('close', done);
  });
  clearTimeout(watchdog);
  if (code !== 0) throw new Error(`${command} ended with ${code ?? 'a signal'}: ${stderr}`);
  return {ms: performance.now() - started, stderr};
}

/**
 * Writes a module and all it imports by relative path as JavaScript below `target` and gives the new path of the
 * entry. Node's own stripping of types, done while running, would cost some 40 MB that the bundle does not have.
 */
export function emit(entry: string, target: string): string {
  const done = new Set<string>();
  const place = (source: string) => join(target, relative(REPOSITORY, source).replace(/\.ts$/, '.mjs'));
  const visit = (source: string): void => {
    if (done.has(source)) return;
    done.add(source);
    const code = stripTypeScriptTypes(readFileSync(source, 'utf8'));
    const imports = /(from ')(\.[^']+)\.ts(')/g;
    for (const [, , path] of code.matchAll(imports)) visit(resolve(dirname(source), `${path}.ts`));
    mkdirSync(dirname(place(source)), {recursive: true});
    writeFileSync(place(source), code.replace(imports, '$1$2.mjs$3'));
  };
  visit(entry);
  symlinkSync(join(REPOSITORY, 'node_modules'), join(target, 'node_modules'));
  return place(entry);
}
