/**
 * Runs a program by @actions/exec and under its missing limits: exec gives no time limit, and keeps output that has no
 * line end in one growing text (hardening E2, S3).
 */

import {adopting, type Child, endTree, quoted, release} from './child.ts';

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

/** `program` is absolute. Throws ProgramFailed, or the abort reason; the program and all below it are ended then. */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: ProgramOptions,
): Promise<ProgramEnd> {
  const {environment, directory, input, signal, timeLimit, outputLimit} = options;
  const {exec} = await import('@actions/exec');
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
    if (child) void endTree(child);
    else gaveUp.reject(reason);
  };
  const timer = timeLimit === undefined ? undefined : setTimeout(() => stop(new ProgramFailed('time')), timeLimit);
  const onAbort = (): void => stop(signal?.reason);
  signal?.addEventListener('abort', onAbort, {once: true});
  const adopt = (made: Child): void => {
    child = made;
    // A program may leave without reading its input, or not start at all; exec would let that write error crash us.
    process.nextTick(() => made.stdin?.on('error', () => {}));
    if (failure !== undefined) process.nextTick(() => void endTree(made));
  };
  const take = (into: Buffer[]) => (data: Buffer) => {
    length += data.length;
    if (length <= outputLimit) into.push(data);
    else stop(new ProgramFailed('output'));
  };
  try {
    const running = adopting(adopt, () =>
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
