/**
 * A build as it goes on, in lines people can read: the traces of BuildKit, or the text of the classic builder and of
 * Podman, both in the same look (see step-log.ts). Pulls outside of a build can be shown with it too.
 */
import type {TransferStatus} from '../engine/transfer.ts';
import {Classic, type ReportedFailure} from './classic.ts';
import {type Clock, systemClock, systemTicker, type Ticker} from './clock.ts';
import type {FailedStep} from './failed-step.ts';
import type {Log} from './log.ts';
import {StepLog} from './step-log.ts';
import {type StepTime, toStepTimes} from './step-times.ts';
import {count, formatDuration} from './units.ts';
import {Vertices} from './vertices.ts';
import {type TraceWarning, Warnings} from './warnings.ts';

export interface ProgressOptions {
  readonly clock?: Clock;
  readonly ticker?: Ticker;
  /** Colours for headings and results, which the log viewer of GitHub shows; true when left out. */
  readonly colour?: boolean;
}

export interface BuildSummary {
  /** Instructions that ended, and those of them that found their work done. */
  readonly steps: number;
  readonly cached: number;
  /** The build succeeded, every instruction was cached, and no base had to be fetched. */
  readonly fullyCached: boolean;
  readonly seconds: number;
  /** At most 200, each once. */
  readonly warnings: readonly TraceWarning[];
  /** Of every step that ended, in the order of their start. */
  readonly times: readonly StepTime[];
}

/** Feed it each message of a build in order, and await `log.drained()` between them (hardening O7). */
export interface Progress {
  /** One `moby.buildkit.v1.StatusResponse`, decoded from base64. Throws InvalidTrace. */
  trace(data: Uint8Array): void;
  /** Text of a `stream` message; may end anywhere. */
  stream(text: string): void;
  /** A `status` message of a pull, in a build or outside of one. */
  status(status: TransferStatus): void;
  /** Shows what is left and ends. To be called after a failure too. */
  finish(complete?: boolean): void;
  /**
   * The step a failed build ended at; undefined when it failed outside of any. `reported` is the engine's error: only it
   * has the exit code and the reason of a step of the classic builder.
   */
  failure(reported?: ReportedFailure): FailedStep | undefined;
  /** Caches that could not be written, each with the reason, in a build that went on without. */
  unwritten(): readonly string[];
  summary(): BuildSummary;
}

const TICK_MS = 500;

export function createProgress(log: Log, options: ProgressOptions = {}): Progress {
  const {clock = systemClock, ticker = systemTicker, colour = true} = options;
  const started = clock.now();
  const steps = new StepLog(log, {clock, colour});
  const warnings = new Warnings();
  const vertices = new Vertices(steps, warnings);
  const classic = new Classic(log, steps, warnings, clock);
  let ended: number | undefined;
  const stop = ticker(TICK_MS, () => {
    vertices.tick(clock.now());
    classic.tick(clock.now());
    steps.tick();
  });
  const failure = (reported?: ReportedFailure) => vertices.failure(reported !== undefined) ?? classic.failure(reported);
  const summary = (): BuildSummary => {
    const source = vertices.counts().steps > 0 || vertices.failure(false) !== undefined ? vertices : classic;
    const counts = source.counts();
    return {
      ...counts,
      fullyCached: counts.fullyCached && failure() === undefined,
      seconds: ((ended ?? clock.now()) - started) / 1000,
      warnings: warnings.list(),
      times: toStepTimes(source.times()),
    };
  };
  return {
    trace: (data) => vertices.trace(data, clock.now()),
    stream: (text) => classic.stream(text),
    status: (status) => classic.status(status),
    finish: (complete = true) => {
      if (ended !== undefined) return;
      stop();
      vertices.finish();
      classic.finish();
      steps.flush();
      ended = clock.now();
      if (complete && failure() === undefined) showSummary(log, summary());
    },
    failure,
    unwritten: () => vertices.unwritten(),
    summary,
  };
}

/** `6 steps in 1.4s: 2 cached, 4 run, 1 warning`. */
function showSummary(log: Log, {steps, cached, seconds, warnings}: BuildSummary): void {
  if (steps === 0) return;
  const work = [
    ...(cached === steps ? ['all cached'] : cached > 0 ? [`${cached} cached`] : []),
    ...(cached < steps ? [`${steps - cached} run`] : []),
    ...(warnings.length > 0 ? [count(warnings.length, 'warning')] : []),
  ];
  log.info(`${count(steps, 'step')} in ${formatDuration(seconds)}: ${work.join(', ')}`);
}
