/** Whole numbers and spans of time in inputs. */
import {InvalidInput} from '../pipeline/errors.ts';

/** A whole number of at least `minimum`. */
export function parseInteger(input: string, text: string, minimum: number): number {
  const number = Number(text);
  if (!/^-?\d+$/.test(text) || !Number.isSafeInteger(number) || number < minimum) {
    throw new InvalidInput(input, `"${text}" is not a whole number of at least ${minimum}`);
  }
  return number;
}

const UNIT_MS: Readonly<Record<string, number>> = {d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1};

/** Longest delay a timer of Node can hold, almost 25 days. */
const LONGEST_MS = 2 ** 31 - 1;

/** Milliseconds of a span such as `90s`, `30m` or `1h30m`, in Go's form; not zero, and not longer than a timer can wait. */
export function parseDuration(input: string, text: string): number {
  const total = /d/.test(text) ? undefined : spanOf(text);
  if (total === undefined)
    throw new InvalidInput(input, `"${text}" is not a span of time`, 'write it as 30m, 90s or 1h30m');
  if (total > LONGEST_MS)
    throw new InvalidInput(input, `"${text}" is longer than a timer can wait`, 'write at most 500h');
  return total;
}

/** The same of any length, also with days, `7d`. */
export function parseAge(input: string, text: string): number {
  const total = spanOf(text);
  if (total === undefined)
    throw new InvalidInput(
      input,
      `"${text}" is not a span of time`,
      'write it as 7d, 12h or 1d12h, or none for any age',
    );
  return total;
}

function spanOf(text: string): number | undefined {
  if (!/^(?:\d+(?:\.\d+)?(?:ms|d|h|m|s))+$/.test(text)) return undefined;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|d|h|m|s)/g)];
  const total = parts.reduce((sum, [, number, unit]) => sum + Number(number) * (UNIT_MS[unit ?? ''] ?? 0), 0);
  return total > 0 ? total : undefined;
}
