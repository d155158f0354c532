/**
 * Plays a recording of `__tests__/fixtures/traces` through the real log and progress, with a clock that stands where the
 * engine's messages stood. As a program it writes the expected text beside each recording, for a look at the difference:
 * `node __tests__/report/replay.ts`.
 */
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {type FailedStep, showFailure} from '../../src/report/failed-step.ts';
import {type BuildSummary, createProgress} from '../../src/report/progress.ts';
import {PushProgress} from '../../src/report/push-progress.ts';
import {memoryLog} from './memory-log.ts';

export const FIXTURES = new URL('../fixtures/traces/', import.meta.url);

interface Recorded {
  readonly at: number;
  readonly id?: string;
  readonly aux?: unknown;
  readonly stream?: string;
  readonly status?: string;
  readonly progressDetail?: {readonly current?: number; readonly total?: number};
  readonly errorDetail?: {readonly message: string; readonly code?: number};
}

export interface Replayed {
  readonly text: string;
  /** Of builds. */
  readonly summary: BuildSummary | undefined;
  /** Of builds that failed. */
  readonly failure?: FailedStep | undefined;
}

/** Names of the recordings, without their ending. */
export function recordings(): readonly string[] {
  return readdirSync(FIXTURES).flatMap((name) => (name.endsWith('.jsonl') ? [name.slice(0, -6)] : []));
}

export function readRecording(name: string): readonly Recorded[] {
  const [, ...lines] = readFileSync(new URL(`${name}.jsonl`, FIXTURES), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as Recorded);
}

/** A clock and a ticker that are turned by hand. */
export class FakeTime {
  #now = 0;
  #task: (() => void) | undefined;
  #every = 0;
  #next = 0;

  readonly clock = {now: () => this.#now};
  readonly ticker = (milliseconds: number, task: () => void) => {
    this.#task = task;
    this.#every = milliseconds;
    this.#next = this.#now + milliseconds;
    return () => {
      this.#task = undefined;
    };
  };

  /** Goes on to `time`, with all ticks on the way. */
  moveTo(time: number): void {
    while (this.#task !== undefined && this.#next <= time) {
      this.#now = this.#next;
      this.#next += this.#every;
      this.#task();
    }
    this.#now = Math.max(this.#now, time);
  }

  get isTicking(): boolean {
    return this.#task !== undefined;
  }
}

export function replay(name: string): Replayed {
  return name.includes('push') ? replayPush(name) : replayBuild(name);
}

function replayBuild(name: string): Replayed {
  const {log, text} = memoryLog();
  const time = new FakeTime();
  const progress = createProgress(log, {clock: time.clock, ticker: time.ticker, colour: false});
  let error: Recorded['errorDetail'];
  for (const line of readRecording(name)) {
    time.moveTo(line.at);
    if (line.id === 'moby.buildkit.trace') progress.trace(Buffer.from(String(line.aux), 'base64'));
    else if (line.errorDetail !== undefined) error = line.errorDetail;
    else if (line.stream !== undefined) progress.stream(line.stream);
    else if (line.status !== undefined) progress.status(toStatus(line, line.status));
  }
  progress.finish();
  const failure = error && progress.failure(error);
  if (failure !== undefined) showFailure(log, failure);
  return {text: text(), summary: progress.summary(), failure};
}

function replayPush(name: string): Replayed {
  const {log, text} = memoryLog();
  const time = new FakeTime();
  const progress = new PushProgress(log, 'registry.example/app:1', time.clock);
  for (const line of readRecording(name)) {
    time.moveTo(line.at);
    if (line.status !== undefined) progress.status(toStatus(line, line.status));
  }
  progress.finish();
  return {text: text(), summary: undefined};
}

function toStatus({id, progressDetail}: Recorded, status: string) {
  return {id, status, current: progressDetail?.current, total: progressDetail?.total};
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of recordings()) {
    const {text} = replay(name);
    writeFileSync(new URL(`${name}.txt`, FIXTURES), text);
    console.log(`${name}\n${text.replace(/^/gm, '    ')}`);
  }
}
