/** A step with what it is doing: its output joined to lines, its transfers, and the last lines in case it fails. */
import {LineJoiner} from './lines.ts';
import type {Outcome, Step, StepLog} from './step-log.ts';
import {type Piece, Transfers} from './transfers.ts';

/** Lines kept for a failure, and the characters they may have together. */
const LAST_LINES = 30;
const LAST_SIZE = 16 * 1024;
/** How often the state of a transfer or of a progress bar is shown, in milliseconds. */
const STATE_MS = 5000;
/** No state is shown before a step has run for this long. */
const STATE_AFTER_MS = 2000;

export class Activity {
  readonly step: Step;
  readonly transfers = new Transfers();
  readonly #log: StepLog;
  /** By stream, so that pieces of lines on stdout and stderr do not mix. */
  readonly #joiners = new Map<number, LineJoiner>();
  /** The output that came last, oldest first. */
  #tail: string[] = [];
  #tailSize = 0;
  #state: string | undefined;
  #stateShown: number | undefined;

  constructor(step: Step, log: StepLog) {
    this.step = step;
    this.#log = log;
  }

  /** Output of the step as it came; `stream` is 1 or 2. */
  write(stream: number, bytes: Uint8Array): void {
    const joiner = this.#joiners.get(stream) ?? new LineJoiner();
    this.#joiners.set(stream, joiner);
    const text = joiner.push(bytes);
    if (text !== undefined) this.lines(text);
  }

  transfer(piece: Piece): void {
    this.transfers.update(piece);
  }

  /** Whole lines of output, joined by LF. */
  lines(text: string): void {
    this.#log.output(this.step, text);
    // Through bytes, because a slice of a string keeps the whole of it in memory.
    const end = text.length <= 4 * LAST_SIZE ? text : Buffer.from(text.slice(-LAST_SIZE)).toString();
    this.#tail.push(end);
    this.#tailSize += end.length;
    while (this.#tailSize - (this.#tail[0]?.length ?? 0) >= LAST_SIZE)
      this.#tailSize -= this.#tail.shift()?.length ?? 0;
  }

  /** To be called about twice a second with the time: shows how far a long transfer or a progress bar is. */
  tick(now: number, bar?: string): void {
    const since = this.#stateShown ?? (this.step.runsSince ?? now) + STATE_AFTER_MS - STATE_MS;
    if (this.step.runsSince === undefined || now - since < STATE_MS) return;
    const drawing = bar ?? [...this.#joiners.values()].flatMap((joiner) => joiner.drawing ?? []).at(-1);
    const state = drawing ?? this.transfers.describeState();
    if (state === undefined || state === this.#state) return;
    this.#state = state;
    this.#stateShown = now;
    if (drawing === undefined) this.#log.note(this.step, state);
    else this.#log.output(this.step, state);
  }

  end(outcome: Outcome): void {
    this.flush();
    this.#log.end(this.step, outcome);
    if (outcome.kind !== 'error') this.#tail = [];
  }

  /** Shows what has no line end yet. */
  flush(): void {
    for (const joiner of this.#joiners.values()) {
      const text = joiner.flush();
      if (text !== undefined) this.lines(text);
    }
    this.#joiners.clear();
  }

  /** The last lines of the output, at most 30. */
  get lastLines(): readonly string[] {
    return this.#tail.length === 0 ? [] : this.#tail.join('\n').slice(-LAST_SIZE).split('\n').slice(-LAST_LINES);
  }
}
