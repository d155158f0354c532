import {describe, expect, it} from '@jest/globals';
import {count, formatBytes, formatDuration} from '../../src/report/units.ts';

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [1549, '1.5 kB'],
    [99_949, '99.9 kB'],
    [99_950, '100 kB'],
    [999_499, '999 kB'],
    [999_500, '1.0 MB'],
    [12_345_678, '12.3 MB'],
    [4_200_000_000, '4.2 GB'],
    [7e15, '7000 TB'],
    [-1, '0 B'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0.0s'],
    [0.04, '0.0s'],
    [1.25, '1.3s'],
    [59.94, '59.9s'],
    [59.96, '1m 00s'],
    [125.4, '2m 05s'],
    [3599.4, '59m 59s'],
    [3599.6, '1h 00m'],
    [7260, '2h 01m'],
    [-5, '0.0s'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});

describe('count', () => {
  it.each([
    [0, 'step', undefined, '0 steps'],
    [1, 'step', undefined, '1 step'],
    [2, 'entry', 'entries', '2 entries'],
    [1, 'entry', 'entries', '1 entry'],
  ])('%d %s', (amount, noun, plural, text) => {
    expect(count(amount, noun, plural)).toBe(text);
  });
});
