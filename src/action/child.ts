/**
 * The children that @actions/exec starts. exec gives neither a time limit nor the child, so that is taken from Node's
 * `child_process` diagnostics channel: within the async context of the very call, so never another's.
 */
import {AsyncLocalStorage} from 'node:async_hooks';
import {subscribe} from 'node:diagnostics_channel';
import {readFile} from 'node:fs/promises';

/** What is used of the child that the channel tells of. */
export interface Child {
  readonly pid?: number;
  readonly stdin: Pipe | null;
  readonly stdout: Pipe | null;
  readonly stderr: Pipe | null;
  kill(signal: 'SIGKILL'): boolean;
}
interface Pipe {
  on(event: 'error', listener: () => void): unknown;
  destroy(): unknown;
}

const calls = new AsyncLocalStorage<(child: Child) => void>();
let isWatching = false;

/** Runs `start`, and tells `adopt` of each child that it makes, before that has begun its work. */
export function adopting<T>(adopt: (child: Child) => void, start: () => T): T {
  watchChildren();
  return calls.run(adopt, start);
}

function watchChildren(): void {
  if (isWatching) return;
  isWatching = true;
  subscribe('child_process', (message) => {
    const {process: child} = message as {readonly process: Child};
    calls.getStore()?.(child);
  });
}

/** Ends the child with everything below it. */
export async function endTree(child: Child): Promise<void> {
  const below = child.pid === undefined ? [] : await descendants(child.pid);
  child.kill('SIGKILL');
  for (const pid of below) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone already.
    }
  }
  release(child);
}

/** Closes our ends of the pipes, which a grandchild may hold open; they would keep this process from ending. */
export function release(child: Child | undefined): void {
  for (const pipe of [child?.stdin, child?.stdout, child?.stderr]) pipe?.destroy();
}

/** Where the system tells (Linux); else none. */
async function descendants(pid: number): Promise<readonly number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const children = text
    .split(' ')
    .filter((id) => id !== '')
    .map(Number);
  return [...children, ...(await Promise.all(children.map(descendants))).flat()];
}

/** exec splits its first argument like a command line; inside double quotes only the quote itself needs escaping. */
export function quoted(program: string): string {
  return `"${program.replaceAll('"', '\\"')}"`;
}
