import {describe, expect, it} from '@jest/globals';
import {excerptOf, type LineRange, showExcerpt} from '../../src/report/excerpt.ts';
import {memoryLog} from './memory-log.ts';
import {commandsIn} from './runner.ts';

const numbered = (count: number) => Array.from({length: count}, (_, index) => `line ${index + 1}`).join('\n');

const excerpt = (text: string, range: LineRange, inWorkspace = true) =>
  excerptOf({file: 'docker/Dockerfile', inWorkspace, text}, range);

function shown(text: string, range: LineRange): readonly string[] {
  const {log, lines} = memoryLog();
  const found = excerpt(text, range);
  if (found !== undefined) showExcerpt(log, found);
  return lines();
}

describe('an excerpt', () => {
  it('is the lines with three around them, the lines marked', () => {
    expect(shown(numbered(20), {first: 9, last: 10})).toEqual([
      'docker/Dockerfile:9',
      '|    6 | line 6',
      '|    7 | line 7',
      '|    8 | line 8',
      '| >  9 | line 9',
      '| > 10 | line 10',
      '|   11 | line 11',
      '|   12 | line 12',
      '|   13 | line 13',
    ]);
  });

  it('ends where the file does', () => {
    expect(shown('a\nb\n', {first: 1, last: 1})).toEqual(['docker/Dockerfile:1', '| > 1 | a', '|   2 | b']);
    expect(shown('a\r\nb', {first: 2, last: 2})).toEqual(['docker/Dockerfile:2', '|   1 | a', '| > 2 | b']);
    expect(shown('', {first: 1, last: 1})).toEqual(['docker/Dockerfile:1', '| > 1 | ']);
  });

  it('leaves out the middle of a long instruction', () => {
    const lines = shown(numbered(100), {first: 2, last: 99});
    expect(lines).toHaveLength(1 + 1 + 20 + 1 + 6 + 1);
    expect(lines.slice(20, 26)).toEqual([
      '| >  20 | line 20',
      '| >  21 | line 21',
      '|      ⋮',
      '| >  94 | line 94',
      '| >  95 | line 95',
      '| >  96 | line 96',
    ]);
    expect(excerpt(numbered(100), {first: 2, last: 99})).toMatchObject({place: {line: 2, endLine: 99}});
  });

  it('is nothing for lines that are not there', () => {
    for (const range of [
      {first: 0, last: 0},
      {first: 3, last: 3},
      {first: 2, last: 1},
    ])
      expect(excerpt('a\nb', range)).toBeUndefined();
  });

  it('points an annotation only at files of the workspace', () => {
    expect(excerpt('a', {first: 1, last: 1})?.place).toEqual({file: 'docker/Dockerfile', line: 1, endLine: 1});
    expect(excerpt('a', {first: 1, last: 1}, false)?.place).toBeUndefined();
  });

  it('cuts lines of megabytes', () => {
    const {log, text} = memoryLog();
    const found = excerpt('x'.repeat(5_000_000), {first: 1, last: 1});
    if (found !== undefined) showExcerpt(log, found);
    expect(text().length).toBeLessThan(400);
  });

  it('cannot command the runner, whatever the Dockerfile holds (hardening O1, T2)', () => {
    const hostile = [
      '::set-output name=digest::x',
      '##[error]x',
      'a\r::stop-commands::x',
      '\u0085::add-mask::a',
      '\x1b]0;x\x07',
    ];
    const {log, text} = memoryLog();
    const found = excerptOf(
      {file: '::error::Dockerfile', inWorkspace: true, text: hostile.join('\n')},
      {first: 1, last: 5},
    );
    if (found !== undefined) showExcerpt(log, found);
    expect(text()).toContain('set-output');
    expect(commandsIn(text())).toEqual([]);
  });
});
