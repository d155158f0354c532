/** The text of the classic builder and of Podman in cases that the recordings do not have. */
import {describe, expect, it} from '@jest/globals';
import type {TransferStatus} from '../../src/engine/transfer.ts';
import {createProgress, type Progress} from '../../src/report/progress.ts';
import {memoryLog} from './memory-log.ts';
import {FakeTime} from './replay.ts';
import {commandsIn} from './runner.ts';

type Piece = string | number | TransferStatus;

/** Sends text, statuses, and times to go on to; gives the log. */
function build(...pieces: readonly Piece[]): {readonly lines: readonly string[]; readonly progress: Progress} {
  const {log, lines} = memoryLog();
  const time = new FakeTime();
  const progress = createProgress(log, {clock: time.clock, ticker: time.ticker, colour: false});
  for (const piece of pieces) {
    if (typeof piece === 'number') time.moveTo(piece);
    else if (typeof piece === 'string') progress.stream(piece);
    else progress.status(piece);
  }
  progress.finish();
  return {lines: lines(), progress};
}

const status = (text: string, id?: string, current?: number, total?: number): TransferStatus => ({
  id,
  status: text,
  current,
  total,
});

const RUN = ['Step 1/1 : RUN x', '\n', ' ---> Running in 0123456789ab\n'];
const END = [
  'Removing intermediate container 0123456789ab\n',
  ' ---> ba9876543210\n',
  'Successfully built ba9876543210\n',
];
const SUM = '1 step in 0.0s: 1 run';

describe('the classic builder', () => {
  it.each<[string, readonly Piece[], readonly string[]]>([
    ['without a line end', ['half a line'], ['#1 | half a line']],
    ['in pieces', ['a', 'b\nc', '\n'], ['#1 | ab', '#1 | c']],
    ['to stderr, which Docker colours', ['\x1b[91mwarn\n\x1b[0m', 'out\n'], ['#1 | warn', '#1 | out']],
    ['with colours of its own', ['\x1b[32mok\x1b[0m\n'], ['#1 | \x1b[32mok\x1b[0m']],
    ['with blank lines', ['a\n\nb\n'], ['#1 | a', '#1 | ', '#1 | b']],
    ['as a progress bar', ['10%\r', '20%\r', '100%\n'], ['#1 | 100%']],
    ['that looks like a result', ['Successfully built it\n'], ['#1 | Successfully built it']],
    ['that looks like an arrow', [' ---> my step\n'], ['#1 |  ---> my step']],
    ['with hex', [`${'ab'.repeat(32)}\n`], [`#1 | ${'ab'.repeat(32)}`]],
  ])('shows output %s', (_what, output, expected) => {
    expect(build(...RUN, ...output, ...END).lines).toEqual(['#1 [1/1] RUN x', ...expected, '#1 DONE 0.0s', SUM]);
  });

  it('T1, T3: shows forged lines of the builder without harm', () => {
    const forged =
      'Step 1/9 : FROM evil\n ---> Using cache\n::set-output name=digest::x\n##[error]y\n ---> ba9876543210\n';
    const {lines} = build(...RUN, forged, ...END);
    expect(commandsIn(lines.join('\n'))).toEqual([]);
    expect(lines).toContain('| ::set-output name=digest::x'.replace('| ', '#2 | '));
  });

  it('keeps its warnings', () => {
    const {lines, progress} = build(
      ...RUN,
      ...END.slice(0, 2),
      '[Warning] One or more build-args [A] were not consumed\n',
      END[2] ?? '',
    );
    expect(lines).toEqual([
      '#1 DONE 0.0s [1/1] RUN x',
      '| One or more build-args [A] were not consumed',
      '1 step in 0.0s: 1 run, 1 warning',
    ]);
    expect(progress.summary().warnings).toEqual([
      {text: 'One or more build-args [A] were not consumed', details: [], url: undefined, place: undefined},
    ]);
  });

  it('shows how far the pull of a base is each five seconds, and what it fetched', () => {
    const pull = Array.from({length: 13}, (_, second): readonly Piece[] => [
      second * 1000,
      status('Downloading', 'aaaaaaaaaaaa', second * 5_000_000, 60_000_000),
      status('Downloading', 'bbbbbbbbbbbb', 1_000_000, 1_000_000),
    ]).flat();
    const {lines} = build(
      'Step 1/1 : FROM node:20',
      '\n',
      status('Pulling from library/node', '20'),
      status('Already exists', 'cccccccccccc'),
      ...pull,
      status('Download complete', 'aaaaaaaaaaaa'),
      status('Extracting', 'aaaaaaaaaaaa', 1, 60_000_000),
      13_000,
      status('Pull complete', 'aaaaaaaaaaaa'),
      status('Status: Downloaded newer image for node:20'),
      ' ---> ba9876543210\n',
    );
    expect(lines).toEqual([
      '#1 [1/1] FROM node:20',
      '#1 downloading, 6.0 MB of 61.0 MB',
      '#1 downloading, 31.0 MB of 61.0 MB',
      '#1 downloading, 56.0 MB of 61.0 MB',
      '#1 DONE 13.0s (61.0 MB downloaded)',
      '1 step in 13.0s: 1 run',
    ]);
  });

  it('ignores what 20.10 says in text beside the traces of BuildKit', () => {
    expect(build('Successfully tagged a:1\n').lines).toEqual([]);
  });

  it('shows text before any step behind a mark', () => {
    expect(build('::error::x\n').lines).toEqual(['| ::error::x']);
  });

  it('takes the exit code and the reason from the error of the engine', () => {
    const {progress} = build(...RUN, 'a\n');
    expect(progress.failure({message: "The command 'x' returned a non-zero code: 9"})).toMatchObject({exitCode: 9});
    expect(progress.failure({message: 'any', code: 3})).toMatchObject({
      exitCode: 3,
      reason: 'exit code 3',
      lastLines: ['a'],
    });
    expect(progress.failure({message: 'COPY failed: no such file'})).toMatchObject({
      reason: 'COPY failed: no such file',
    });
    expect(progress.failure()).toMatchObject({name: '[1/1] RUN x', reason: 'the build ended here'});
  });
});

describe('Podman', () => {
  it('has names of stages, cached steps and a commit', () => {
    const id = 'ab'.repeat(32);
    const {lines, progress} = build(
      '[1/2] STEP 1/2: FROM busybox AS build\n',
      '[1/2] STEP 2/2: RUN make\n',
      `--> Using cache ${id}\n`,
      '--> abababababa\n',
      '[2/2] STEP 1/2: FROM busybox\n',
      `Trying to pull docker.io/library/busybox:latest...\nGetting image source signatures\nCopying blob sha256:${id}\n`,
      `Copying config sha256:${id}\nWriting manifest to image destination\nStoring signatures\n`,
      '[2/2] STEP 2/2: RUN COMMIT me\n',
      'COMMITTED\nno end',
      '[2/2] COMMIT docker.io/library/x:1\n',
      '--> abababababa\n',
      `Successfully tagged docker.io/library/x:1\n${id}\n`,
    );
    expect(lines).toEqual([
      '#1 CACHED [build 1/2] FROM busybox AS build',
      '#2 CACHED [build 2/2] RUN make',
      '#3 DONE 0.0s [stage-1 1/2] FROM busybox (1 layer pulled)',
      '#4 [stage-1 2/2] RUN COMMIT me',
      '#4 | COMMITTED',
      '#4 | no end',
      '#4 DONE 0.0s',
      '4 steps in 0.0s: 2 cached, 2 run',
    ]);
    expect(progress.failure()).toBeUndefined();
  });
});

describe('a pull outside of a build', () => {
  const layers = [status('Pulling fs layer', 'aaaaaaaaaaaa'), status('Downloading', 'aaaaaaaaaaaa', 10, 7_000_000)];

  it('is one line with its bytes', () => {
    const {lines} = build(
      status('Pulling from library/node', '20'),
      ...layers,
      status('Download complete', 'aaaaaaaaaaaa'),
      status('Pull complete', 'aaaaaaaaaaaa'),
      status(`Digest: sha256:${'a'.repeat(64)}`),
      700,
      status('Status: Downloaded newer image for node:20'),
    );
    expect(lines).toEqual(['#1 DONE 0.7s pull library/node:20 (7.0 MB downloaded)']);
  });

  it('is cached when all was there', () => {
    const {lines} = build(
      status('Pulling from library/node', '20'),
      status('Already exists', 'aaaaaaaaaaaa'),
      status('Status: Image is up to date for node:20'),
    );
    expect(lines).toEqual(['#1 CACHED pull library/node:20']);
  });
});
