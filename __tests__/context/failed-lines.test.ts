import {describe, expect, it} from '@jest/globals';
import {type FailureClue, findFailedLines, type Lines} from '../../src/context/failed-lines.ts';

const FILE = `# syntax=docker/dockerfile:1
ARG TAG=base
FROM busybox:\${TAG} AS Tools
RUN make tools

FROM tools
WORKDIR /app
COPY package.json $DIR/
RUN npm ci && \\
    npm test
RUN <<EOF
set -e
make
EOF
RUN echo "a  b"   c
FROM scratch AS out
ENV A=1
COPY --from=1 /app /
COPY --from=ghcr.io/octo/lib /lib /
ADD https://x.example/\${TAG}.tgz /x
`;

const find = (clue: Partial<FailureClue>, text = FILE): Lines | undefined =>
  findFailedLines(text, {counting: 'layers', step: undefined, error: '', buildArgs: new Map(), ...clue});

const lines = (first: number, last = first): Lines => ({first, last});

describe('findFailedLines of a step', () => {
  it.each<[string, string, Lines]>([
    ['of a named stage', '[tools 2/2] RUN make tools', lines(4)],
    ['that is a FROM', '[tools 1/2] FROM docker.io/library/busybox:base@sha256:1234', lines(3)],
    [
      'of a stage without a name, on another stage, which is not counted',
      '[stage-1 3/5] RUN npm ci &&     npm test',
      lines(9, 10),
    ],
    ['with a variable replaced', '[stage-1 2/5] COPY package.json /src/app/', lines(8)],
    ['with a variable that has no value', '[stage-1 2/5] COPY package.json /', lines(8)],
    ['with a heredoc', '[stage-1 4/5] RUN <<EOF (set -e...)', lines(11, 14)],
    ['with quotes', '[stage-1 5/5] RUN echo "a  b"   c', lines(15)],
    ['on scratch, where FROM is not counted', '[out 1/3] COPY --from=1 /app /', lines(18)],
    ['with a platform', '[linux/arm64 tools 2/2] RUN make tools', lines(4)],
    ['whose number is padded', '[stage-1  3/15] RUN npm ci &&     npm test', lines(9, 10)],
    // A base with ONBUILD brings instructions along.
    ['whose number is shifted', '[stage-1 5/7] RUN npm ci &&     npm test', lines(9, 10)],
    ['that loads a base', '[internal] load metadata for docker.io/library/busybox:base', lines(3)],
    ['that loads the source of a copy', 'load metadata for ghcr.io/octo/lib:latest', lines(19)],
    ['that pulls the source of a copy (20.10)', 'FROM ghcr.io/octo/lib:latest@sha256:1234', lines(19)],
    ['that fetches a URL (20.10)', 'https://x.example/base.tgz', lines(20)],
  ])('%s', (_, step, expected) => {
    expect(find({step})).toEqual(expected);
  });

  it('of the classic builder counts through the file, with ARG before FROM', () => {
    expect(find({counting: 'file', step: '[7/12] RUN npm ci &&     npm test'})).toEqual(lines(9, 10));
  });

  it('of Podman counts everything in the stage', () => {
    expect(find({counting: 'stage', step: '[out 3/5] COPY --from=1 /app /'})).toEqual(lines(18));
    expect(find({counting: 'stage', step: '[stage-1 2/6] WORKDIR /app'})).toEqual(lines(7));
    expect(find({counting: 'stage', step: '[2/2] RUN x'}, 'ARG A\nFROM a\nRUN x')).toEqual(lines(3));
  });

  it.each<[string, Partial<FailureClue>, string]>([
    ['of a stage that is not there', {step: '[other 2/2] RUN make tools'}, FILE],
    ['whose words and number point to different instructions', {step: '[tools 2/2] COPY a b'}, FILE],
    ['that could be two', {step: '[9/9] RUN a'}, 'FROM x\nRUN a\nRUN a'],
    ['of the export', {step: 'exporting to image'}, FILE],
    [
      'on an image that two FROM could mean, of which none does',
      {step: 'load metadata for docker.io/library/b:1'},
      'FROM a\nFROM b',
    ],
  ])('that is not certain is nothing: %s', (_, clue, text) => {
    expect(find(clue, text)).toBeUndefined();
  });

  it('takes the first of the same instruction when its number says so', () => {
    expect(find({step: '[2/3] RUN a'}, 'FROM x\nRUN a\nRUN a')).toEqual(lines(2));
  });

  it('fills in build arguments', () => {
    const step = 'load metadata for docker.io/library/busybox:9';
    expect(find({step, buildArgs: new Map([['TAG', '9']])})).toEqual(lines(3));
  });
});

describe('findFailedLines without a step', () => {
  it.each<[string, string, string, Lines]>([
    [
      'a syntax error',
      'dockerfile parse error on line 2: unknown instruction: COPPY',
      'FROM a\nCOPPY \\\n b\n',
      lines(2, 3),
    ],
    [
      'one of 20.10',
      'failed to create LLB definition: dockerfile parse error line 3: unknown instruction: SET',
      'FROM a\nRUN <<E\nset\nE',
      lines(3),
    ],
    [
      'a capital in a name',
      'failed to parse stage name "BusyBox:base": invalid reference format: repository name (library/BusyBox) must be lowercase',
      'FROM a\nFROM BusyBox:base',
      lines(2),
    ],
    ['a name without a value', 'base name (${X}) should not be blank', 'ARG X\n\nFROM ${X}', lines(3)],
    [
      'the same with Podman',
      'determining starting point for build: no FROM statement found',
      'ARG X\n\nFROM ${X}',
      lines(3),
    ],
    ['a circle', 'circular dependency detected on stage: a', 'FROM b AS x\nFROM c AS A\n', lines(2)],
    ['no FROM', 'no build stage in current context', '# x\nRUN a\nFROM b', lines(2)],
    ['no FROM with Podman', 'no FROM statement found', '# x\nRUN a', lines(2)],
    [
      'too many words',
      'FROM requires either one argument, or three: FROM <source> [as <name>]',
      'FROM a\nFROM --platform=x b c',
      lines(2),
    ],
    ['an open heredoc', 'unterminated heredoc', 'FROM a\nRUN <<E\nb\n', lines(2, 3)],
    [
      'a network that is not allowed',
      'failed to load LLB: network.host is not allowed',
      'FROM a\nRUN --network=host b',
      lines(2),
    ],
    [
      'an unknown instruction with Podman',
      'building at STEP "COPPY ": Build error: Unknown instruction: "COPPY" &imagebuilder.Step{}',
      'FROM a\nCOPPY a b',
      lines(2),
    ],
    ['an empty file', 'the Dockerfile cannot be empty', '', lines(1)],
    ['an empty file with the classic builder', 'the Dockerfile (x/Dockerfile) cannot be empty', '', lines(1)],
    ['an empty file with Podman', 'no contents in "/var/tmp/build/Dockerfile"', '', lines(1)],
    ['a file of comments', 'file with no instructions', '# a', lines(1)],
    ['a file of comments with Podman', 'building: no stages to build', '# a', lines(1)],
  ])('%s', (_, error, text, expected) => {
    expect(find({error}, text)).toEqual(expected);
  });

  it('knows no line of a target that is not there', () => {
    expect(find({error: 'target stage "x" could not be found'})).toBeUndefined();
  });

  it('does not believe what a command printed', () => {
    const step = '[tools 2/2] RUN make tools';
    const error = 'process "echo dockerfile parse error on line 1: x" did not complete successfully: exit code: 1';
    expect(find({step, error})).toEqual(lines(4));
  });

  it('stays fast with many variables in a long instruction', () => {
    const text = `FROM a\nRUN ${'$A x'.repeat(20_000)}\n`;
    const started = performance.now();
    find({step: `[2/2] RUN ${'yx'.repeat(40_000)}z`}, text);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
