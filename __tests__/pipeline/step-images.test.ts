import {readFileSync} from 'node:fs';
import {describe, expect, it} from '@jest/globals';
import {StepImages} from '../../src/pipeline/step-images.ts';

/** The text of a recorded build, in pieces as they came. */
const recorded = (name: string) =>
  readFileSync(new URL(`../fixtures/traces/${name}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .slice(1)
    .flatMap((line) => (line === '' ? [] : [(JSON.parse(line) as {stream?: string}).stream ?? '']));

const made = (pieces: readonly string[]) => {
  const steps = new StepImages();
  return pieces.flatMap((piece) => steps.push(piece));
};

describe('StepImages', () => {
  it.each([
    ['20-classic-passing', 6],
    ['podman-classic-passing', 6],
    ['20-classic-cached', 0],
    ['podman-classic-cached', 0],
  ])('finds in %s what %i steps made, and no base and nothing cached', (name, count) => {
    const ids = new Set(made(recorded(name)));
    expect(ids.size).toBe(count);
  });

  it('joins pieces, wherever they are cut', () => {
    const text = recorded('20-classic-passing').join('');
    expect(made([...text])).toEqual(made([text]));
  });

  it('knows a whole id again', () => {
    const steps = new StepImages();
    steps.push('Step 2/2 : RUN true\n ---> 0123456789ab\n');
    expect(steps.made(`sha256:0123456789ab${'0'.repeat(52)}`)).toBe(true);
    expect(steps.made(`sha256:1123456789ab${'0'.repeat(52)}`)).toBe(false);
  });
});
