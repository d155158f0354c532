import {describe, expect, it} from '@jest/globals';
import {formatGantt} from '../../src/report/gantt.ts';
import type {StepTime} from '../../src/report/step-times.ts';

const step = (instruction: string, start: number, end: number, more: Partial<StepTime> = {}): StepTime => ({
  name: instruction,
  instruction,
  stage: undefined,
  isInstruction: true,
  start,
  end,
  ms: end - start,
  outcome: 'done',
  ...more,
});
const lines = (...times: readonly StepTime[]) => formatGantt(times)?.text.split('\n') ?? [];

describe('a Gantt chart', () => {
  it('has a section for each stage, and says how each step went', () => {
    expect(
      lines(
        step('FROM node:22@sha256:0123456789ab', 0, 4, {stage: 'build', outcome: 'cached'}),
        step('RUN npm ci', 4, 12_304, {stage: 'build'}),
        step('RUN make', 12_304, 20_000, {stage: 'a-long-name-of-a-stage', outcome: 'error'}),
        step('exporting layers', 20_000, 21_000, {isInstruction: false}),
        step('RUN x', 20_000, 20_500, {outcome: 'canceled'}),
      ),
    ).toEqual([
      'gantt',
      'dateFormat x',
      'axisFormat %s s',
      'tickInterval 5second',
      'todayMarker off',
      'section build',
      '1 FROM node\u223622 (cached) :done, 0, 105',
      '2 RUN npm ci (12.3s) :4, 12304',
      'section a-long-name-...',
      '3 RUN make (failed 7.7s) :crit, 12304, 20000',
      'section Builder',
      '4 exporting layers (1.0s) :20000, 21000',
      'section Dockerfile',
      '5 RUN x (0.5s) :20000, 20500',
    ]);
  });

  it.each([
    [150, '%s.%L s', '100millisecond'],
    [3000, '%s.%L s', '500millisecond'],
    [60_000, '%s s', '10second'],
    [600_000, '%s s', '2minute'],
    [7_200_000, '%s s', '30minute'],
  ])('of %d ms has a readable axis', (total, axis, interval) => {
    expect(lines(step('x', 0, total))).toEqual(
      expect.arrayContaining([`axisFormat ${axis}`, `tickInterval ${interval}`]),
    );
  });

  // Each was given to Mermaid's own parser (version 11) too, with random texts: as many tasks, no link, no other setting.
  it.each([
    'click x href "javascript:alert(1)"',
    'a:b;c#35;\nsection z\rtitle y',
    '%%{init: {"securityLevel": "loose"}}%%',
    '<script>&lt;',
    '```\n<b>',
    'title x',
    'x :crit, 0, 1',
    '\u2028\u202ex',
    '',
  ])('holds no syntax of %j (hardening O6)', (hostile) => {
    const chart = lines(step(hostile, 0, 1, {stage: hostile}));
    expect(chart).toHaveLength(7);
    expect(chart[5]).toMatch(/^section [^:;#%<>&`\p{C}\u2028]+$/u);
    expect(chart[6]).toMatch(/^1 [^:;#%<>&`\p{C}\u2028]+ \(0\.0s\) :0, \d+$/u);
  });

  it('draws sixty bars, the longest and what failed', () => {
    const many = Array.from({length: 100}, (_, at) => step(`s${at}`, at, at + at));
    const chart = formatGantt([step('bad', 0, 0, {outcome: 'error'}), ...many]);
    expect(chart?.left).toBe(41);
    expect(chart?.text.match(/ :/g)).toHaveLength(60);
    expect(chart?.text).toContain('bad (failed 0.0s)');
    expect(chart?.text).toContain('s99');
    expect(chart?.text).not.toContain('s40 ');
  });

  it('is none of nothing', () => expect(formatGantt([])).toBeUndefined());
});
