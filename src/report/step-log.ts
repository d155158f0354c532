/**
 * Writes steps as blocks into the log: `#3 [2/4] RUN npm ci`, its output behind `#3 |`, then `#3 DONE 1.2s`. A step
 * with nothing to show is one line, `#2 CACHED [1/4] FROM …`. Steps run at the same time: the log stays with one while
 * it talks and the others wait, in a buffer with a limit (hardening O7), so that their lines do not alternate.
 */
import type {Clock} from './clock.ts';
import type {Log} from './log.ts';
import {formatDuration} from './units.ts';

/** How a step ended. `ms` is the time it took. */
export type Outcome =
  | {readonly kind: 'cached'}
  | {readonly kind: 'done'; readonly ms: number; readonly detail?: string | undefined}
  | {readonly kind: 'canceled'; readonly ms: number}
  /** Failed, but the build goes on without it. */
  | {readonly kind: 'skipped'; readonly message: string}
  | {readonly kind: 'error'; readonly ms: number; readonly message: string};

export interface StepLogOptions {
  readonly clock: Clock;
  /** Colours by SGR sequences, which the log viewer of GitHub shows. */
  readonly colour: boolean;
}

/** A step keeps the log while it wrote within this time, */
const HOLD_MS = 2000;
/** unless another has waited this long, */
const PATIENCE_MS = 10_000;
/** or this many characters wait. */
const WAITING_LIMIT = 512 * 1024;
/** A step that is silent for this long gets its heading, so that one sees what is running. */
const SILENT_MS = 1000;
/** Quiet steps are not shown below this time. */
const QUIET_MS = 1000;
/** When nothing was written for this long, a line says what still runs. */
const HEARTBEAT_MS = 60_000;
/** Longest heading in characters, and of one that is repeated. */
const TITLE_LIMIT = 300;
const AGAIN_LIMIT = 80;

const COLOURS = {plain: '', heading: '\x1b[1m', cached: '\x1b[36m', done: '\x1b[32m', error: '\x1b[1;31m'} as const;

/** Handle of a step; its fields belong to StepLog. */
export class Step {
  readonly title: string;
  /** Shown only when it fails, takes long or has something to tell. */
  readonly quiet: boolean;
  number: number | undefined;
  runsSince: number | undefined;
  outcome: Outcome | undefined;
  waiting: string[] = [];
  waitsSince: number | undefined;

  constructor(title: string, quiet: boolean) {
    // Instructions over several lines keep the indentation of the Dockerfile, of no use in one line.
    const line = title.replace(/\s+/g, ' ').trim();
    this.title = shorten(line, TITLE_LIMIT);
    this.quiet = quiet;
  }
}

export class StepLog {
  readonly #log: Log;
  readonly #clock: Clock;
  readonly #colour: boolean;
  readonly #running = new Set<Step>();
  /** Steps with something to write, the longest waiting first. */
  readonly #queue = new Set<Step>();
  #waitingSize = 0;
  #numbers = 0;
  /** The step that has the log, and when it last wrote. */
  #focus: Step | undefined;
  #focusWrote = 0;
  /** The step whose block is open: its heading or output was written last. */
  #last: Step | undefined;
  #wrote: number;

  constructor(log: Log, {clock, colour}: StepLogOptions) {
    this.#log = log;
    this.#clock = clock;
    this.#colour = colour;
    this.#wrote = clock.now();
  }

  start(step: Step): void {
    step.outcome = undefined;
    step.runsSince ??= this.#clock.now();
    this.#running.add(step);
  }

  /** The step does nothing now, but may go on. */
  rest(step: Step): void {
    this.#running.delete(step);
  }

  /** Whole lines of output, made by somebody else. */
  output(step: Step, text: string): void {
    if (step === this.#focus) this.#writeOutput(step, text);
    else this.#wait(step, text);
    this.#settle();
  }

  /** One line of ours below the heading, such as the state of a download; dropped while another step has the log. */
  note(step: Step, text: string): void {
    if (this.#isHeld() && this.#focus !== step) return;
    if (step.number === undefined) this.#announce(step);
    this.#line(`#${step.number} ${text}`, 'plain');
  }

  end(step: Step, outcome: Outcome): void {
    this.#running.delete(step);
    step.outcome = outcome;
    if (step.quiet && step.number === undefined && step.waiting.length === 0 && !isWorthALine(outcome)) return;
    if (step === this.#focus) this.#writeStep(step);
    else this.#wait(step);
    this.#settle(outcome.kind === 'error');
  }

  /** To be called about twice a second: shows what waits or runs without a word. */
  tick(): void {
    this.#settle();
    const now = this.#clock.now();
    if (this.#isHeld()) return;
    for (const step of this.#running) {
      if (step.number === undefined && now - (step.runsSince ?? now) >= SILENT_MS) this.#announce(step);
    }
    if (this.#running.size === 0 || now - this.#wrote < HEARTBEAT_MS) return;
    for (const step of this.#running) {
      if (step.number === undefined) continue;
      this.#line(
        `#${step.number} still running after ${formatDuration((now - (step.runsSince ?? now)) / 1000)}`,
        'plain',
      );
    }
  }

  /** Writes everything that waits. */
  flush(): void {
    this.#settle(true);
  }

  #isHeld(): boolean {
    const focus = this.#focus;
    return focus !== undefined && focus.outcome === undefined && this.#clock.now() - this.#focusWrote < HOLD_MS;
  }

  #wait(step: Step, text?: string): void {
    if (text !== undefined) {
      step.waiting.push(text);
      this.#waitingSize += text.length;
    }
    step.waitsSince ??= this.#clock.now();
    this.#queue.add(step);
  }

  #settle(force = false): void {
    for (const step of this.#queue) {
      const patient = this.#clock.now() - (step.waitsSince ?? 0) < PATIENCE_MS && this.#waitingSize < WAITING_LIMIT;
      if (!force && patient && this.#isHeld()) return;
      this.#queue.delete(step);
      this.#writeStep(step);
    }
  }

  #writeStep(step: Step): void {
    const {waiting, outcome} = step;
    step.waiting = [];
    step.waitsSince = undefined;
    for (const text of waiting) {
      this.#waitingSize -= text.length;
      this.#writeOutput(step, text);
    }
    if (outcome === undefined) return;
    const known = step.number !== undefined && this.#last === step;
    step.number ??= ++this.#numbers;
    const title = known ? '' : ` ${step.title}`;
    this.#line(`#${step.number} ${describe(outcome, title)}`, colourOf(outcome, known));
  }

  #writeOutput(step: Step, text: string): void {
    this.#announce(step);
    this.#log.untrusted(`#${step.number} |`, text);
    this.#wrote = this.#clock.now();
    this.#focus = step;
    this.#focusWrote = this.#wrote;
  }

  /** The heading, when the step has none yet or another step wrote in between. */
  #announce(step: Step): void {
    if (this.#last === step) return;
    const title = step.number === undefined ? step.title : `${shorten(step.title, AGAIN_LIMIT)} (continued)`;
    step.number ??= ++this.#numbers;
    this.#line(`#${step.number} ${title}`, 'heading');
    this.#last = step;
  }

  #line(text: string, colour: keyof typeof COLOURS): void {
    const code = this.#colour ? COLOURS[colour] : '';
    this.#log.info(code === '' ? text : `${code}${text}\x1b[0m`);
    this.#wrote = this.#clock.now();
  }
}

function shorten(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
}

function isWorthALine(outcome: Outcome): boolean {
  if (outcome.kind === 'done') return outcome.detail !== undefined || outcome.ms >= QUIET_MS;
  return outcome.kind === 'error' || outcome.kind === 'skipped';
}

function describe(outcome: Outcome, title: string): string {
  switch (outcome.kind) {
    case 'cached':
      return `CACHED${title}`;
    case 'done':
      return `DONE ${formatDuration(outcome.ms / 1000)}${title}${outcome.detail === undefined ? '' : ` (${outcome.detail})`}`;
    case 'canceled':
      return `CANCELED ${formatDuration(outcome.ms / 1000)}${title}`;
    case 'skipped':
      return `SKIPPED${title}: ${outcome.message}`;
    case 'error':
      return `ERROR ${formatDuration(outcome.ms / 1000)}${title}: ${outcome.message}`;
    default:
      return outcome satisfies never;
  }
}

function colourOf(outcome: Outcome, known: boolean): keyof typeof COLOURS {
  if (outcome.kind === 'error') return 'error';
  if (outcome.kind === 'cached') return 'cached';
  return outcome.kind === 'done' && known ? 'done' : 'plain';
}
