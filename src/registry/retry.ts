/**
 * The one retry policy (hardening R8, R9), for registry calls and for pushes made by an engine alike. It knows nothing
 * of either: a `classify` function says what an error means, clock and random are passed in.
 */

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after so many milliseconds; rejects with the signal's reason when aborted before. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** What an error means for the operation it ended. */
export type Verdict =
  | {readonly kind: 'permanent'}
  /** `reason` goes to the log; `retryAfter` is the raw header of that name, if the answer had one. */
  | {readonly kind: 'transient'; readonly reason: string; readonly retryAfter?: string | undefined};

export interface RetryPolicy {
  /** Calls in all, the first included. */
  readonly tries: number;
  readonly baseSeconds: number;
  readonly factor: number;
  /** Share by which a wait is stretched or cut at random; 0.2 is ±20 %. */
  readonly jitter: number;
  /** No single wait is longer, whatever `Retry-After` says. */
  readonly capSeconds: number;
  /** From the first failure on, so a long call may be repeated, too; a wait that would go past it is not begun. */
  readonly budgetSeconds: number;
}

export const RETRY_POLICY: RetryPolicy = {
  tries: 3,
  baseSeconds: 2,
  factor: 3,
  jitter: 0.2,
  capSeconds: 60,
  budgetSeconds: 180,
};

export interface RetryOptions {
  /** What is being done, for the log: `push ghcr.io/a/b:1`. */
  readonly what: string;
  readonly classify: (error: unknown) => Verdict;
  readonly clock: Clock;
  /** In [0, 1), as `Math.random`. */
  readonly random: () => number;
  readonly log: (text: string) => void;
  readonly signal?: AbortSignal | undefined;
  readonly policy?: RetryPolicy;
}

/** Runs the operation until it succeeds, fails for good, or the policy ends; then its own last error is thrown. */
export async function retrying<T>(operation: (attempt: number) => Promise<T>, options: RetryOptions): Promise<T> {
  const {signal} = options;
  const failed = waitingAfter(options);
  for (let attempt = 1; ; attempt += 1) {
    signal?.throwIfAborted();
    try {
      return await operation(attempt);
    } catch (error) {
      await failed(error);
    }
  }
}

/**
 * The policy by itself, for work that goes on where it broke off: to be told of each failure, it waits as long as is
 * right before the next try, or throws the failure when there is none.
 */
export function waitingAfter(options: RetryOptions): (error: unknown) => Promise<void> {
  const {what, classify, clock, random, log, signal, policy = RETRY_POLICY} = options;
  let firstFailure: number | undefined;
  let attempt = 0;
  return async (error) => {
    attempt += 1;
    signal?.throwIfAborted();
    const verdict = classify(error);
    if (verdict.kind === 'permanent' || attempt >= policy.tries) throw error;
    const now = clock.now();
    firstFailure ??= now;
    const seconds = waitSeconds(attempt, {retryAfter: verdict.retryAfter, now, random: random(), policy});
    if (now - firstFailure + seconds * 1000 > policy.budgetSeconds * 1000) {
      log(`${what}: ${verdict.reason}; not tried again, the time for retries (${policy.budgetSeconds} s) is used up`);
      throw error;
    }
    log(`${what}: ${verdict.reason}; try ${attempt + 1} of ${policy.tries} in ${seconds.toFixed(1)} s`);
    await clock.sleep(seconds * 1000, signal);
  };
}

/** Seconds to wait after try number `attempt` (from 1). */
export function waitSeconds(
  attempt: number,
  given: {
    readonly retryAfter: string | undefined;
    readonly now: number;
    readonly random: number;
    readonly policy: RetryPolicy;
  },
): number {
  const {policy} = given;
  const asked = retryAfterSeconds(given.retryAfter, given.now);
  const backoff = policy.baseSeconds * policy.factor ** (attempt - 1) * (1 + policy.jitter * (2 * given.random - 1));
  return Math.min(asked ?? backoff, policy.capSeconds);
}

/** `Retry-After` in either form of RFC 9110 section 10.2.3; undefined when it is neither. A date in the past is 0. */
export function retryAfterSeconds(value: string | undefined, now: number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text);
  // All HTTP date forms begin with a day's name and hold a time; Date.parse alone would also read "-5" as a year.
  const date = /^[a-z]{3,9},? .*\d\d:\d\d:\d\d/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now) / 1000);
}

/** HTTP statuses worth another try. */
export function isTransientStatus(status: number): boolean {
  return [408, 429, 500, 502, 503, 504].includes(status);
}

/** Error codes of Node and undici that stand for a broken connection, not for an answer. */
export function isTransientCode(code: string | undefined): boolean {
  return code !== undefined && TRANSIENT_CODES.has(code);
}

const TRANSIENT_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, milliseconds);
      function stop(): void {
        clearTimeout(timer);
        reject(signal?.reason);
      }
      signal?.addEventListener('abort', stop, {once: true});
    }),
};
