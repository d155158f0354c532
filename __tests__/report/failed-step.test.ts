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
    // From ten steps on the numbers are padded.
    ['[ 3/12] RUN a [1/2] b', 'RUN a [1/2] b', undefined],
    ['[build  3/12] RUN a', 'RUN a', 'build'],
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
    // Docker 20.10, with the store of its engine, which is no path of anybody's.
    ['failed to compute cache key: "/nope.txt" not found: not found', '"/nope.txt" not found: not found'],
    [
      `lstat /var/lib/docker/overlay2/${'f0'.repeat(32)}/merged/nope: no such file or directory`,
      'lstat /nope: no such file or directory',
    ],
    [
      'failed to solve with frontend dockerfile.v0: failed to read dockerfile: open /var/lib/docker/tmp/buildkit-mount1401802804/Missing: no such file or directory',
      'failed to read dockerfile: open Missing: no such file or directory',
    ],
    [
      'executor failed running [/bin/sh -c true]: unable to find user nope: no matching entries in passwd file',
      'unable to find user nope: no matching entries in passwd file',
    ],
    // Podman.
    [
      'building at STEP "COPY nope.txt \\"a\\" /x": checking on sources under "/var/tmp/libpod_builder4082248564/build": copier: stat: "/nope.txt": no such file or directory\n',
      'stat: "/nope.txt": no such file or directory',
    ],
    [
      'building at STEP "RUN x": resolving mountpoints for container "eaee6bfabe4d": secret required but no secret with id a found\n',
      'secret required but no secret with id a found',
    ],
    [`pull x@sha256:${'ab'.repeat(32)}: denied\n`, 'pull x@sha256:abababababab: denied'],
  ])('shortens %j', (error, reason) => {
    expect(reasonOf(error)).toBe(reason);
  });
});

describe('showFailure', () => {
  const failure = {instruction: 'RUN x', stage: undefined, digest: undefined, exitCode: 7, reason: 'exit code 7'};

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
