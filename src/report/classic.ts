/**
 * Turns the text of the classic builder and of Podman's into steps: `Step 1/6 : RUN …` and `STEP 1/6: RUN …` begin one,
 * ` ---> <id>` and `--> <id>` end it, everything else is its output (moby builder/dockerfile/dispatchers.go, Buildah
 * imagebuildah/stage_executor.go). A RUN can print the same words; that changes how the log looks, never a result.
 */
import type {TransferStatus} from '../engine/transfer.ts';
import {Activity} from './activity.ts';
import type {Clock} from './clock.ts';
import {exitCodeOf, type FailedStep, reasonOf} from './failed-step.ts';
import {LineJoiner} from './lines.ts';
import type {Log} from './log.ts';
import {type Outcome, Step, type StepLog} from './step-log.ts';
import type {MeasuredStep} from './step-times.ts';
import type {StepCounts} from './vertices.ts';
import type {Warnings} from './warnings.ts';

/** The step that is under way. */
interface Current {
  readonly name: string;
  readonly instruction: string;
  readonly stage: string | undefined;
  readonly activity: Activity;
  readonly since: number;
  readonly cached: boolean;
  /** The last of its Dockerfile or stage. */
  readonly isLast: boolean;
}

/** What the engine reported at the end, such as an EngineError; the text of the build does not hold it. */
export interface ReportedFailure {
  readonly message: string;
  /** Exit code of a RUN. */
  readonly code?: number | undefined;
}

/** Where one of the lines below may begin; other text is passed on without a look at each line. */
const CONTROL =
  /^(?: ?---?> |Step \d|(?:\[\d+\/\d+\] )?(?:STEP \d|COMMIT )|Removing inter|Successfully |\[Warning\] )/m;
const BEGIN = /^(?:\[(\d+)\/\d+\] )?(?:Step|STEP) (\d+\/\d+) ?: (.*)$/;
const CACHE = /^ ?---?> Using cache\b/;
const LAYER = /^ ?---?> [0-9a-f]{11,12}$/;
const CONTAINER = /^(?: ---> Running in|(?: ---> )?Remov(?:ing|ed) intermediate container) [0-9a-f]{12}$/;
const COMMIT = /^(?:\[\d+\/\d+\] )?COMMIT\b/;
const RESULT = /^(?:(?:\[\d+\/\d+\] )?COMMIT\b|Successfully (?:built|tagged) |[0-9a-f]{64}$|$)/;
const WARNING = /^\[Warning\] (.*)$/;
/** What Podman says while it pulls a base. */
const PODMAN_PULL =
  /^(?:Trying to pull|Getting image source|Copying (?:blob|config) |Writing manifest|Storing signatures|Resol)/;

/** Docker colours what a RUN wrote to stderr, each piece on its own. */
const STDERR = /^\x1b\[91m(.*)\x1b\[0m$/s;
/** How the name of a pull outside of a build begins. */
const PULL = 'pull ';

export class Classic {
  readonly #log: Log;
  readonly #steps: StepLog;
  readonly #clock: Clock;
  readonly #warnings: Warnings;
  readonly #joiner = new LineJoiner();
  #current: Current | undefined;
  /** Names of the stages so far; undefined for one without. */
  readonly #stages: Array<string | undefined> = [];
  #ended = 0;
  #cached = 0;
  readonly #times: MeasuredStep[] = [];

  constructor(log: Log, steps: StepLog, warnings: Warnings, clock: Clock) {
    this.#log = log;
    this.#steps = steps;
    this.#warnings = warnings;
    this.#clock = clock;
  }

  /** Text of a `stream` message; ends anywhere. */
  stream(text: string): void {
    const plain = STDERR.exec(text)?.[1] ?? text;
    // A RUN may have ended without a line end; what the builder says next begins a line of its own.
    if (CONTROL.exec(plain)?.index === 0) this.#flush();
    const lines = this.#joiner.push(Buffer.from(plain));
    if (lines !== undefined) this.#take(lines);
  }

  /** A `status` message of a pull (moby distribution/pull_v2.go): of a base, or of an image outside of any build. */
  status({id, status, current, total}: TransferStatus): void {
    const pulling = /^Pulling from (.+)$/.exec(status)?.[1];
    if (this.#current === undefined && pulling !== undefined) {
      this.#begin(`${PULL}${pulling}${id === undefined ? '' : `:${id}`}`, 'FROM', undefined, false);
    }
    if (this.#current === undefined) return;
    const {transfers} = this.#current.activity;
    const size = {current: current ?? 0, total: total ?? 0, ms: undefined};
    if (id !== undefined && status === 'Downloading') transfers.update({kind: 'blob', id, ...size});
    if (id !== undefined && status === 'Download complete') transfers.complete('blob', id);
    if (id !== undefined && status === 'Extracting') transfers.update({kind: 'extraction', id, ...size});
    if (id !== undefined && status === 'Pull complete') transfers.complete('extraction', id);
    if (this.#current.name.startsWith(PULL) && status.startsWith('Status: ')) this.#end();
  }

  tick(now: number): void {
    this.#current?.activity.tick(now, this.#joiner.drawing);
  }

  finish(): void {
    this.#flush();
  }

  /** The step under way when the build failed with `reported`; undefined when none was. */
  failure(reported: ReportedFailure | undefined): FailedStep | undefined {
    if (this.#current === undefined) return undefined;
    const {name, instruction, stage, activity} = this.#current;
    const exitCode = reported?.code ?? exitCodeOf(reported?.message ?? '');
    const reason =
      exitCode === undefined ? reasonOf(reported?.message ?? 'the build ended here') : `exit code ${exitCode}`;
    return {name, instruction, stage, digest: undefined, exitCode, reason, lastLines: activity.lastLines};
  }

  counts(): StepCounts {
    return {steps: this.#ended, cached: this.#cached, fullyCached: this.#ended > 0 && this.#cached === this.#ended};
  }

  /** Of all that ended; one under way counts as failed. By the clock of this machine. */
  times(): readonly MeasuredStep[] {
    if (this.#current === undefined) return this.#times;
    const {name, since} = this.#current;
    const now = this.#clock.now();
    const last = {
      name,
      isInstruction: true,
      started: since,
      completed: now,
      ms: now - since,
      outcome: 'error',
    } as const;
    return [...this.#times, last];
  }

  #flush(): void {
    const rest = this.#joiner.flush();
    if (rest !== undefined) this.#take(rest);
  }

  #take(text: string): void {
    if (this.#current !== undefined && !this.#isBase() && !CONTROL.test(text)) this.#current.activity.lines(text);
    else for (const line of text.split('\n')) this.#takeLine(line);
  }

  #takeLine(line: string): void {
    const begin = BEGIN.exec(line);
    const warning = WARNING.exec(line);
    if (begin !== null) this.#beginStep(begin[1], begin[2] ?? '', begin[3] ?? '');
    else if (warning !== null) this.#warn(warning[1] ?? '');
    else if (this.#current === undefined) {
      if (!RESULT.test(line) && !LAYER.test(line)) this.#log.untrusted('|', line);
    } else if (CACHE.test(line)) this.#current = {...this.#current, cached: true};
    else if (LAYER.test(line)) this.#end();
    else if (this.#isBase() && PODMAN_PULL.test(line)) this.#pulled(line);
    else if (this.#isBase() && line === '') return;
    else if (this.#current.isLast && COMMIT.test(line)) this.#end();
    else if (!CONTAINER.test(line)) this.#current.activity.lines(line);
  }

  #beginStep(stageNumber: string | undefined, position: string, instruction: string): void {
    this.#end();
    if (/^FROM\b/i.test(instruction)) this.#stages.push(/\bas\s+(\S+)\s*$/i.exec(instruction)?.[1]);
    const stage = this.#stages.at(-1);
    // Podman counts within the stage, so its name is needed to tell steps apart; Docker counts on.
    const prefix = stageNumber === undefined ? '' : `${stage ?? `stage-${Number(stageNumber) - 1}`} `;
    const [number, total] = position.split('/');
    this.#begin(`[${prefix}${position}] ${instruction}`, instruction, stage, number === total);
  }

  #begin(name: string, instruction: string, stage: string | undefined, isLast: boolean): void {
    const activity = new Activity(new Step(name, false), this.#steps);
    this.#current = {name, instruction, stage, activity, since: this.#clock.now(), cached: false, isLast};
    this.#steps.start(activity.step);
  }

  #end(): void {
    if (this.#current === undefined) return;
    const {activity, name, since} = this.#current;
    const cached = this.#isBase() ? !activity.transfers.hasPulled : this.#current.cached;
    const ms = this.#clock.now() - since;
    const outcome: Outcome = cached ? {kind: 'cached'} : {kind: 'done', ms, detail: activity.transfers.describe()};
    this.#current = undefined;
    if (!name.startsWith(PULL)) {
      this.#ended++;
      if (cached) this.#cached++;
      const measured = {name, started: since, completed: since + ms, ms, outcome: outcome.kind};
      this.#times.push({...measured, isInstruction: true});
    }
    activity.end(outcome);
  }

  #isBase(): boolean {
    return /^FROM\b/i.test(this.#current?.instruction ?? '');
  }

  #pulled(line: string): void {
    const blob = /^Copying blob (?:sha256:)?([0-9a-f]+)/.exec(line)?.[1];
    if (blob !== undefined) this.#current?.activity.transfers.complete('extraction', blob);
  }

  #warn(text: string): void {
    this.#warnings.add({text, details: [], url: undefined, place: undefined});
    this.#log.untrusted('|', text);
  }
}
