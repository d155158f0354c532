import {describe, expect, it} from '@jest/globals';
import {PushProgress} from '../../src/report/push-progress.ts';
import {memoryLog} from './memory-log.ts';
import {FakeTime} from './replay.ts';

type Line = readonly [at: number, id: string | undefined, status: string, current?: number, total?: number];

function push(lines: readonly Line[], end = lines.at(-1)?.[0] ?? 0): readonly string[] {
  const {log, lines: written} = memoryLog();
  const time = new FakeTime();
  const progress = new PushProgress(log, 'ghcr.io/a/b:1', time.clock);
  for (const [at, id, status, current, total] of lines) {
    time.moveTo(at);
    progress.status({id, status, current, total});
  }
  time.moveTo(end);
  progress.finish();
  progress.finish();
  return written();
}

const DIGEST = `1: digest: sha256:${'a'.repeat(64)} size: 528`;

describe('PushProgress', () => {
  it('shows each layer that was sent, and a sum', () => {
    expect(
      push([
        [0, undefined, 'The push refers to repository [ghcr.io/a/b]'],
        ...['a', 'b', 'c', 'd'].map((id) => [1, id, 'Preparing'] as const),
        [2, 'd', 'Waiting'],
        [10, 'a', 'Pushing', 512, 12_300_000],
        [20, 'b', 'Layer already exists'],
        [30, 'c', 'Mounted from library/node'],
        [40, 'a', 'Pushing', 12_300_000, 12_300_000],
        [50, 'a', 'Pushed'],
        [60, 'd', 'Pushing', 2048, 13],
        [70, 'd', 'Pushed'],
        [80, undefined, DIGEST],
      ]),
    ).toEqual([
      'a pushed 12.3 MB',
      'd pushed 13 B',
      'ghcr.io/a/b:1: 2 layers pushed (12.3 MB), 1 already there, 1 mounted, in 0.1s',
    ]);
  });

  it('shows the state at most every 5 s', () => {
    const ticks = Array.from({length: 200}, (_, index): Line => [index * 100, 'a', 'Pushing', index * 1e6, 200e6]);
    expect(push([[0, 'a', 'Preparing'], [0, 'b', 'Layer already exists'], ...ticks, [20_000, 'a', 'Pushed']])).toEqual([
      'pushing, 50.0 MB of 200 MB, 1 of 2 layers done',
      'pushing, 100 MB of 200 MB, 1 of 2 layers done',
      'pushing, 150 MB of 200 MB, 1 of 2 layers done',
      'a pushed 200 MB',
      'ghcr.io/a/b:1: 1 layer pushed (200 MB), 1 already there, in 20.0s',
    ]);
  });

  it('tells once that the engine tries a layer again, not each second of waiting', () => {
    expect(
      push([
        [0, 'a', 'Pushing', 1, 100],
        [1000, 'a', 'Retrying in 5 seconds'],
        [2000, 'a', 'Retrying in 4 seconds'],
        [5000, 'a', 'Retrying in 1 second'],
        [5900, 'a', 'Pushing', 100, 100],
        [5950, 'a', 'Retrying in 10 seconds'],
        [17_000, 'a', 'Pushed'],
      ]),
    ).toEqual([
      'a failed, the engine will try again: retrying in 5 seconds',
      'a failed, the engine will try again: retrying in 10 seconds',
      'a pushed 100 B',
      'ghcr.io/a/b:1: 1 layer pushed (100 B), in 17.0s',
    ]);
  });

  it.each<[string, readonly Line[], string]>([
    [
      'Podman, which tells no layers',
      [
        [0, undefined, 'x'],
        [100, undefined, DIGEST],
      ],
      'ghcr.io/a/b:1: pushed, in 0.1s',
    ],
    [
      'everything there',
      [
        [0, 'a', 'Layer already exists'],
        [0, 'b', 'Layer already exists'],
      ],
      'ghcr.io/a/b:1: all 2 layers already there, in 0.0s',
    ],
    [
      'sizes that are not all known',
      [
        [0, 'a', 'Pushing', 3, 1000],
        [0, 'b', 'Pushed'],
      ],
      'ghcr.io/a/b:1: 2 layers pushed (over 1.0 kB), in 0.0s',
    ],
    ['statuses it does not know', [[0, 'a', 'Unavailable']], 'ghcr.io/a/b:1: pushed, in 0.0s'],
  ])('sums up %s', (_what, lines, sum) => {
    expect(push(lines).at(-1)).toBe(sum);
  });

  it('O7: does not grow with a stream that names ever new layers', () => {
    const lines = Array.from({length: 5000}, (_, index): Line => [0, `layer-${index}`, 'Layer already exists']);
    expect(push(lines)).toEqual(['ghcr.io/a/b:1: all 1000 layers already there, in 0.0s']);
  });
});
