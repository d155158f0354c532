import {describe, expect, it} from '@jest/globals';
import {
  type Clock,
  isTransientCode,
  isTransientStatus,
  RETRY_POLICY,
  retryAfterSeconds,
  retrying,
  systemClock,
  type Verdict,
  waitSeconds,
} from '../../src/registry/retry.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');

/** Time passes only in sleep, and each sleep is noted, in seconds. */
function fakeClock(): Clock & {readonly slept: number[]; advance(seconds: number): void} {
  let now = NOW;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    advance: (seconds) => {
      now += seconds * 1000;
    },
    sleep: async (milliseconds) => {
      slept.push(milliseconds / 1000);
      now += milliseconds;
    },
  };
}

const transient = (retryAfter?: string): Verdict => ({kind: 'transient', reason: 'it broke', retryAfter});
const options = (clock: Clock, verdict: Verdict = transient(), random = 0.5) => {
  const lines: string[] = [];
  return {
    lines,
    what: 'push a/b:1',
    classify: () => verdict,
    clock,
    random: () => random,
    log: (text: string) => void lines.push(text),
  };
};

function failing(failures: number) {
  const attempts: number[] = [];
  const operation = async (attempt: number): Promise<string> => {
    attempts.push(attempt);
    if (attempts.length <= failures) throw new Error(`failure ${attempt}`);
    return 'done';
  };
  return {attempts, operation};
}

describe('R8: retrying', () => {
  it.each([
    [0, [1], []],
    [1, [1, 2], [2]],
    [2, [1, 2, 3], [2, 6]],
  ])('after %d failures succeeds, waiting 2 s and 6 s', async (failures, expected, waits) => {
    const clock = fakeClock();
    const {attempts, operation} = failing(failures);
    expect(await retrying(operation, options(clock))).toBe('done');
    expect([attempts, clock.slept]).toEqual([expected, waits]);
  });

  it('gives up after three tries with the last error', async () => {
    const clock = fakeClock();
    const {attempts, operation} = failing(9);
    await expect(retrying(operation, options(clock))).rejects.toThrow('failure 3');
    expect([attempts, clock.slept]).toEqual([
      [1, 2, 3],
      [2, 6],
    ]);
  });

  it('does not repeat what failed for good', async () => {
    const clock = fakeClock();
    const {attempts, operation} = failing(1);
    await expect(retrying(operation, options(clock, {kind: 'permanent'}))).rejects.toThrow('failure 1');
    expect([attempts, clock.slept]).toEqual([[1], []]);
  });

  it('logs each wait', async () => {
    const given = options(fakeClock());
    await retrying(failing(2).operation, given);
    expect(given.lines).toEqual([
      'push a/b:1: it broke; try 2 of 3 in 2.0 s',
      'push a/b:1: it broke; try 3 of 3 in 6.0 s',
    ]);
  });

  it('begins no wait that would go past the budget', async () => {
    const clock = fakeClock();
    const given = options(clock, transient('60'));
    const slow = async (): Promise<never> => {
      clock.advance(65);
      throw new Error('slow failure');
    };
    await expect(retrying(slow, {...given, policy: {...RETRY_POLICY, tries: 9}})).rejects.toThrow('slow failure');
    // From the first failure on: 60 s are within 180 s; the next try of 65 s and a wait of 60 s would end after 185 s.
    expect(clock.slept).toEqual([60]);
    expect(given.lines.at(-1)).toBe('push a/b:1: it broke; not tried again, the time for retries (180 s) is used up');
  });

  it('counts the budget from the first failure, not from the start of a long call', async () => {
    const clock = fakeClock();
    const given = options(clock);
    let calls = 0;
    const longPush = async (): Promise<string> => {
      calls += 1;
      if (calls > 1) return 'done';
      clock.advance(200);
      throw new Error('502 after more than three minutes');
    };
    expect(await retrying(longPush, given)).toBe('done');
    expect(clock.slept).toEqual([2]);
  });

  it('counts further tries as part of the budget', async () => {
    const clock = fakeClock();
    const given = options(clock);
    const longPush = async (): Promise<never> => {
      clock.advance(200);
      throw new Error('502 each time');
    };
    await expect(retrying(longPush, given)).rejects.toThrow('502 each time');
    expect(clock.slept).toEqual([2]);
    expect(given.lines.at(-1)).toContain('the time for retries (180 s) is used up');
  });

  it('ends at once with the reason of the signal, in a wait, before a try and after one', async () => {
    const reason = new Error('cancelled');
    const waiting = new AbortController();
    const started = Date.now();
    const inWait = retrying(failing(9).operation, {...options(systemClock), signal: waiting.signal});
    setTimeout(() => waiting.abort(reason), 50);
    await expect(inWait).rejects.toBe(reason);
    expect(Date.now() - started).toBeLessThan(1500);

    const before = failing(0);
    await expect(retrying(before.operation, {...options(fakeClock()), signal: AbortSignal.abort(reason)})).rejects.toBe(
      reason,
    );
    expect(before.attempts).toEqual([]);

    const during = new AbortController();
    const clock = fakeClock();
    const aborting = async (): Promise<never> => {
      during.abort(reason);
      throw new Error('connection lost');
    };
    await expect(retrying(aborting, {...options(clock), signal: during.signal})).rejects.toBe(reason);
    expect(clock.slept).toEqual([]);
  });
});

describe('waitSeconds', () => {
  const wait = (attempt: number, random: number, retryAfter?: string) =>
    waitSeconds(attempt, {retryAfter, now: NOW, random, policy: RETRY_POLICY});

  it.each([
    [1, 0, 1.6],
    [1, 0.5, 2],
    [1, 1, 2.4],
    [2, 0, 4.8],
    [2, 1, 7.2],
    [4, 0.5, 54],
    [4, 1, 60],
    [9, 0.5, 60],
  ])('after try %d with random %d is %d s', (attempt, random, seconds) => {
    expect(wait(attempt, random)).toBeCloseTo(seconds, 10);
  });

  it.each([
    ['1', 1],
    ['0', 0],
    [' 7 ', 7],
    ['1000000000', 60],
    ['Mon, 23 Nov 2026 12:00:10 GMT', 10],
    ['Monday, 23-Nov-26 12:00:10 GMT', 10],
    ['Mon, 23 Nov 2026 11:59:00 GMT', 0],
    ['Tue, 23 Nov 2027 12:00:00 GMT', 60],
    ['-5', 2],
    ['1e9', 2],
    ['junk', 2],
    ['1.5', 2],
    ['2026', 60],
    ['monkey 5', 2],
    ['', 2],
  ])('T14: with Retry-After %j is %d s, always within 0 to 60 s', (header, seconds) => {
    const waited = wait(1, 0.5, header);
    expect(waited).toBeCloseTo(seconds, 10);
    expect(waited).toBeGreaterThanOrEqual(0);
    expect(waited).toBeLessThanOrEqual(60);
  });

  it('reads the header to the second', () => {
    expect(retryAfterSeconds('120', NOW)).toBe(120);
    expect(retryAfterSeconds(undefined, NOW)).toBeUndefined();
  });
});

describe('R9: what is transient', () => {
  it.each([
    [[408, 429, 500, 502, 503, 504], true],
    [[200, 301, 400, 401, 403, 404, 405, 413, 501], false],
  ])('statuses %j: %s', (statuses, expected) => {
    expect(statuses.map(isTransientStatus)).toEqual(statuses.map(() => expected));
  });

  it.each([
    [['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', 'UND_ERR_SOCKET'], true],
    [
      [
        'ENOTFOUND',
        'CERT_HAS_EXPIRED',
        'SELF_SIGNED_CERT_IN_CHAIN',
        'ERR_TLS_CERT_ALTNAME_INVALID',
        'DENIED',
        undefined,
      ],
      false,
    ],
  ])('codes %j: %s', (codes, expected) => {
    expect(codes.map(isTransientCode)).toEqual(codes.map(() => expected));
  });
});

describe('systemClock', () => {
  it('sleeps and tells the time', async () => {
    const start = systemClock.now();
    await systemClock.sleep(30);
    expect(systemClock.now() - start).toBeGreaterThanOrEqual(28);
    expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(50);
  });

  it('leaves no listener at the signal', async () => {
    const {signal} = new AbortController();
    const added: string[] = [];
    const watched = new Proxy(signal, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key);
        if (key === 'addEventListener') return () => added.push('added');
        if (key === 'removeEventListener') return () => added.push('removed');
        return value;
      },
    });
    await systemClock.sleep(1, watched);
    expect(added).toEqual(['added', 'removed']);
  });
});
