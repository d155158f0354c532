import {describe, expect, it} from '@jest/globals';
import {exitCodeOf, parseName, reasonOf, showFailure} from '../../src/report/failed-step.ts';
import {memoryLog} from './memory-log.ts';

describe('exitCodeOf', () => {
  it.each([
    ['executor failed running [/bin/sh -c exit 7]: exit code: 7', 7],
    ['process "/bin/sh -c exit 127" did not complete successfully: exit code: 127', 127],
    ["The command '/bin/sh -c exit 3' returned a non-zero code: 3", 3],
    ['building at STEP "RUN exit 7": while running runtime: exit status 7\n', 7],
    ['process "/bin/sh -c x" did not complete successfully: exit code: 137: context canceled', undefined],
    ['process "echo exit code: 5" did not run', undefined],
    ['"/nope.txt": not found', undefined],
    ['', undefined],
  ])('reads %j', (error, code) => {
    expect(exitCodeOf(error)).toBe(code);
  });
});

describe('parseName', () => {
  it.each([
    ['[build 3/4] RUN npm ci', 'RUN npm ci', 'build'],
    ['[2/2] COPY . .', 'COPY . .', undefined],
    ['[linux/amd64 build 1/2] FROM x', 'FROM x', 'linux/amd64 build'],
    ['[2/2] RUN a\nb', 'RUN a\nb', undefined],
    ['exporting to image', 'exporting to image', undefined],
    ['load metadata for x', 'load metadata for x', undefined],
  ])('splits %j', (name, instruction, stage) => {
    expect(parseName(name)).toEqual({instruction, stage});
  });
});

describe('reasonOf', () => {
  it.each([
    ['process "x" did not complete successfully: exit code: 1', 'exit code 1'],
    ['failed to calculate checksum of ref fnwa::f19e: "/nope": not found', '"/nope": not found'],
    ['x'.repeat(5000), `${'x'.repeat(1000)}…`],
    [`pull x@sha256:${'ab'.repeat(32)}: denied\n`, 'pull x@sha256:abababababab: denied'],
  ])('shortens %j', (error, reason) => {
    expect(reasonOf(error)).toBe(reason);
  });
});

describe('showFailure', () => {
  const failure = {instruction: 'RUN x', stage: undefined, exitCode: 7, reason: 'exit code 7'};

  it.each<[string, string[], string[]]>([
    ['no output', [], ['failed: [2/2] RUN x', 'exit code 7']],
    ['one line', ['a'], ['failed: [2/2] RUN x', 'exit code 7, and the last line of its output:', '| a']],
    ['more', ['a', 'b'], ['failed: [2/2] RUN x', 'exit code 7, and the last 2 lines of its output:', '| a', '| b']],
  ])('ends the log of a step with %s', (_what, lastLines, lines) => {
    const {log, lines: written} = memoryLog();
    showFailure(log, {...failure, name: '[2/2] RUN x', lastLines});
    expect(written()).toEqual(lines);
  });

  it('shows a long instruction in one line, and not all of it', () => {
    const {log, lines} = memoryLog();
    showFailure(log, {...failure, name: `[2/2] RUN a &&\n      b ${'c'.repeat(5000)}`, lastLines: []});
    expect(lines()[0]).toMatch(/^failed: \[2\/2\] RUN a && b c{900,1000}…$/);
    expect(lines()).toHaveLength(2);
  });
});
