/**
 * The life of a process of ours: turns signals into one abort, and is the only place that decides the exit code. Outputs
 * are written on every path, after everything else, and the process ends even if something does not listen.
 */
import type {JobLog} from './action/log.ts';
import {describeError, placeOf} from './pipeline/explain.ts';

export interface LifetimeOptions {
  readonly log: JobLog;
  /** Tells of a failure, and whether the step has failed by it. */
  readonly tell?: (error: unknown) => boolean;
  /** Writes the outputs; `isCut` when the end was not waited for, so that nothing may be reported. Called once. */
  readonly finish: (isCut: boolean) => void;
  /** What else a cancelled step has to say. */
  readonly afterCancel: () => string;
}

export interface Life {
  readonly signal: AbortSignal;
  /** Ends the step after so many milliseconds, unless the function that it gives is called before. */
  readonly limit: (milliseconds: number) => () => void;
}

/** The runner gives us 7.5 s after SIGINT; whatever still hangs after this is cut off (hardening L1). */
const LAST_MOMENT_MS = 2500;

class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** Runs the work of a process. Never rejects: a failure is told, and is the exit code. */
export async function live({log, tell, finish, afterCancel}: LifetimeOptions, work: (life: Life) => Promise<void>) {
  const controller = new AbortController();
  const {signal} = controller;
  let failed = false;
  let finished = false;
  let signalled = false;

  const fail = (error: unknown) => {
    if (failed) return;
    failed = true;
    log.endGroup();
    const isFailure = tell?.(error) ?? true;
    if (isFailure) {
      process.exitCode ||= 1;
      log.error(describeError(error), placeOf(error));
    }
    if (error instanceof Error) log.debug(error.stack ?? '');
  };
  const end = (isCut: boolean) => {
    if (finished) return;
    finished = true;
    finish(isCut);
  };
  const abort = (reason: Error) => {
    controller.abort(reason);
    setTimeout(() => {
      fail(reason);
      end(true);
      process.exit();
    }, LAST_MOMENT_MS).unref();
  };
  const cancelled = (why: string) => new Cancelled(`${why}${afterCancel()}`);
  const onSignal = (name: 'SIGINT' | 'SIGTERM', code: number) => {
    if (signalled) process.exit(code);
    signalled = true;
    process.exitCode = code;
    abort(cancelled(`cancelled by ${name}`));
  };

  process.on('SIGINT', () => onSignal('SIGINT', 130));
  process.on('SIGTERM', () => onSignal('SIGTERM', 143));
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error) => {
      fail(error);
      abort(error instanceof Error ? error : new Error(String(error)));
    });
  }
  // Whatever ends the process, the runner finds every output set (hardening O5).
  process.on('exit', () => end(false));

  try {
    await work({
      signal,
      limit: (milliseconds) => {
        const why = `input timeout: the step took longer than ${milliseconds / 1000} s`;
        const timer = setTimeout(() => abort(cancelled(why)), milliseconds);
        return () => clearTimeout(timer);
      },
    });
  } catch (error) {
    fail(signal.aborted ? signal.reason : error);
  } finally {
    end(false);
  }
}
