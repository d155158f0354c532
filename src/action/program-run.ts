/**
 * Runs a program by @actions/exec and under its missing limits. exec gives neither a time limit nor the child, and keeps
 * output that has no line end in one growing text, so the child is taken from Node's `child_process` diagnostics
 * channel: within the async context of this very call, so never another's (hardening E2, S3).
 */

import {AsyncLocalStorage} from 'node:async_hooks';
import {subscribe} from 'node:diagnostics_channel';
import {readFile} from 'node:fs/promises';

export interface ProgramOptions {
  /** All that the program gets of an environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly directory?: string | undefined;
  /** For its stdin; default is nothing. */
  readonly input?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds; default is no limit. */
  readonly timeLimit?: number | undefined;
  /** Bytes of stdout and stderr together. */
  readonly outputLimit: number;
}

export interface ProgramEnd {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** The program did not come to an end of its own. */
export class ProgramFailed extends Error {
  override readonly name = 'ProgramFailed';
  readonly why: 'time' | 'output' | 'start';

  constructor(why: 'time' | 'output' | 'start') {
    super(`the program did not end well: ${why}`);
    this.why = why;
  }
}

/** What is used of the child that the channel tells of. */
interface Child {
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

/** `program` is absolute. Throws ProgramFailed, or the abort reason; the program and all below it are ended then. */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: ProgramOptions,
): Promise<ProgramEnd> {
  const {environment, directory, input, signal, timeLimit, outputLimit} = options;
  const {exec} = await import('@actions/exec');
  watchChildren();
  signal?.throwIfAborted();
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  let length = 0;
  let child: Child | undefined;
  let failure: unknown;
  const gaveUp = Promise.withResolvers<never>();
  gaveUp.promise.catch(() => {});
  const stop = (reason: unknown): void => {
    failure ??= reason;
    // Without the child (the channel is not a promise Node makes for ever) at least the caller does not wait on.
    if (child) void kill(child);
    else gaveUp.reject(reason);
  };
  const timer = timeLimit === undefined ? undefined : setTimeout(() => stop(new ProgramFailed('time')), timeLimit);
  const onAbort = (): void => stop(signal?.reason);
  signal?.addEventListener('abort', onAbort, {once: true});
  const adopt = (made: Child): void => {
    child = made;
    // A program may leave without reading its input, or not start at all; exec would let that write error crash us.
    process.nextTick(() => made.stdin?.on('error', () => {}));
    if (failure !== undefined) process.nextTick(() => void kill(made));
  };
  const take = (into: Buffer[]) => (data: Buffer) => {
    length += data.length;
    if (length <= outputLimit) into.push(data);
    else stop(new ProgramFailed('output'));
  };
  try {
    const running = calls.run(adopt, () =>
      exec(quoted(program), [...args], {
        env: {...environment},
        ...(directory !== undefined && {cwd: directory}),
        silent: true,
        ignoreReturnCode: true,
        input: Buffer.from(input ?? '', 'utf8'),
        // After exit, for a grandchild that keeps the output open.
        delay: 500,
        listeners: {stdout: take(output), stderr: take(errors)},
      }),
    );
    const code = await Promise.race([running, gaveUp.promise]);
    if (failure !== undefined) throw failure;
    return {code, output: Buffer.concat(output).toString('utf8'), errors: Buffer.concat(errors).toString('utf8')};
  } catch {
    throw failure ?? new ProgramFailed('start');
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
    release(child);
  }
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
async function kill(child: Child): Promise<void> {
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
function release(child: Child | undefined): void {
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
function quoted(program: string): string {
  return `"${program.replaceAll('"', '\\"')}"`;
}
