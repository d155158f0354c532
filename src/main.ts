/**
 * Entry point of the action, of its main and of its post part: turns signals into one abort, and is the only place that
 * decides the exit code. Outputs are written on every path, after everything else. What the first call to the engine
 * does not need is loaded while the engine works (docs/decisions/0005-start-up.md).
 */
import {createLog} from './action/log.ts';
import {setOutput} from './action/output-file.ts';
import {writeOutputs} from './action/outputs.ts';
import {isPost} from './action/state-file.ts';
import {describeError, placeOf} from './pipeline/explain.ts';
import {NO_RESULTS, type Results} from './pipeline/results.ts';
import {step} from './step.ts';

/** The runner gives us 7.5 s after SIGINT; whatever still hangs after this is cut off (hardening L1). */
const LAST_MOMENT_MS = 2500;

class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

const {env} = process;
const isCleaning = isPost(env);
const log = createLog({stream: process.stdout, debug: env['RUNNER_DEBUG'] === '1'});
const controller = new AbortController();
const {signal} = controller;
let results: Results = NO_RESULTS;
let pushing = false;
let failed = false;
let finished = false;
let signalled = false;

function fail(error: unknown): void {
  if (failed) return;
  failed = true;
  log.endGroup();
  if (isCleaning) log.warning(`cleaning was not finished: ${describeError(error)}`);
  else {
    process.exitCode ||= 1;
    log.error(describeError(error), placeOf(error));
  }
  if (error instanceof Error) log.debug(error.stack ?? '');
}

/** Outputs go to the runner's file; outside of a runner, which has none, they are only shown. Written once. */
function finish(): void {
  // The post part has no outputs.
  if (finished || isCleaning) return;
  finished = true;
  writeOutputs(results, env['GITHUB_OUTPUT'] ? setOutput : (name, value) => log.info(`${name}=${value}`));
}

/** Stops everything, and makes sure that the process ends even if something does not listen. */
function abort(reason: Error): void {
  controller.abort(reason);
  setTimeout(() => {
    results = NO_RESULTS;
    fail(reason);
    finish();
    process.exit();
  }, LAST_MOMENT_MS).unref();
}

function cancelled(why: string): Cancelled {
  const push = '; what had begun of the push may still end in the engine, and no digest is reported for it';
  return new Cancelled(`${why}, so the work in the engine was stopped${pushing ? push : ''}`);
}

function onSignal(name: 'SIGINT' | 'SIGTERM', code: number): void {
  if (signalled) process.exit(code);
  signalled = true;
  process.exitCode = code;
  abort(cancelled(`cancelled by ${name}`));
}

process.on('SIGINT', () => onSignal('SIGINT', 130));
process.on('SIGTERM', () => onSignal('SIGTERM', 143));
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error) => {
    fail(error);
    abort(error instanceof Error ? error : new Error(String(error)));
  });
}
// Whatever ends the process, the runner finds every output set (hardening O5).
process.on('exit', finish);

/** Ends the step after a time, unless the function that it gives is called before. */
function limit(milliseconds: number): () => void {
  const why = `input timeout: the step took longer than ${milliseconds / 1000} s`;
  const timer = setTimeout(() => abort(cancelled(why)), milliseconds);
  return () => clearTimeout(timer);
}

try {
  if (isCleaning) {
    const {post} = await import('./post.ts');
    await post({env, log, signal});
  } else {
    await step({
      env,
      log,
      signal,
      limit,
      onResults: (latest) => {
        results = latest;
      },
      onPushing: () => {
        pushing = true;
      },
    });
  }
} catch (error) {
  fail(signal.aborted ? signal.reason : error);
} finally {
  finish();
}
