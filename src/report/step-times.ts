/** When each step of a build ran, for a picture of the whole. */
import {parseName} from './failed-step.ts';
import type {Outcome} from './step-log.ts';

export interface StepTime {
  /** As in the log, such as `[build 3/4] RUN npm ci`. */
  readonly name: string;
  readonly instruction: string;
  /** Name of the stage; undefined when it has none or the engine does not say. */
  readonly stage: string | undefined;
  /** False for work of the builder, such as an export. */
  readonly isInstruction: boolean;
  /** Milliseconds from the start of the first step to the start of this one, and to its last end. */
  readonly start: number;
  readonly end: number;
  /** Milliseconds of work: a source rests between `start` and `end`. */
  readonly ms: number;
  readonly outcome: Outcome['kind'];
}

/** A step with times from any fixed point, in milliseconds. */
export interface MeasuredStep extends Pick<StepTime, 'name' | 'isInstruction' | 'ms' | 'outcome'> {
  readonly started: number;
  readonly completed: number;
}

/** In the order of their start. */
export function toStepTimes(steps: readonly MeasuredStep[]): readonly StepTime[] {
  const zero = Math.min(...steps.map(({started}) => started));
  return steps
    .map(({name, isInstruction, started, completed, ms, outcome}) => ({
      name,
      ...parseName(name),
      isInstruction,
      start: started - zero,
      end: Math.max(started, completed) - zero,
      ms,
      outcome,
    }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}
