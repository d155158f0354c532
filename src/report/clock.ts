/** Time as the reports see it, so that tests can turn it by hand. */

export interface Clock {
  /** Milliseconds from any fixed point. */
  now(): number;
}

/** Runs `task` every so many milliseconds until the result is called. */
export type Ticker = (milliseconds: number, task: () => void) => () => void;

export const systemClock: Clock = {now: () => performance.now()};

/** Does not keep the process alive. */
export const systemTicker: Ticker = (milliseconds, task) => {
  const timer = setInterval(task, milliseconds).unref();
  return () => clearInterval(timer);
};
