/** Builds of several machines or platforms at the same time. */
import {describe, expect, it} from '@jest/globals';
import {InvalidInput} from '../../src/pipeline/errors.ts';
import {annotatedFor} from '../../src/pipeline/node-annotations.ts';
import {type Surroundings, sideBySide} from '../../src/pipeline/side-by-side.ts';
import {parsePlatform} from '../../src/registry/platform.ts';
import type {Log} from '../../src/report/log.ts';

const lines: string[] = [];
const log = {info: (text: string) => lines.push(text)} as unknown as Log;
const never = new AbortController().signal;
const untilStopped = ({signal}: Surroundings) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

describe('sideBySide', () => {
  it('gives what came of each, in order', async () => {
    const works = [20, 0].map((ms, at) => ({
      name: `${at}`,
      run: () => new Promise((resolve) => setTimeout(() => resolve(at), ms)),
    }));
    expect(await sideBySide(works, {log, signal: never})).toEqual([0, 1]);
  });

  it('stops the others when one fails, and names it', async () => {
    const failing = {name: 'linux/amd64', run: () => Promise.reject(new Error('exit code 1'))};
    const other = {name: 'linux/arm64', run: untilStopped};
    await expect(sideBySide([other, failing], {log, signal: never})).rejects.toThrow('linux/amd64: exit code 1');
    expect(lines).toEqual(['linux/amd64 failed, so the others are stopped']);
  });

  it('leaves what is wrong with an input, and what stopped everything, as it is', async () => {
    const wrong = {name: 'a', run: () => Promise.reject(new InvalidInput('target', 'it is wrong', 'mend it'))};
    await expect(sideBySide([wrong], {log, signal: never})).rejects.toThrow(/^input target/);
    const controller = new AbortController();
    const stopped = sideBySide([{name: 'a', run: untilStopped}], {log, signal: controller.signal});
    controller.abort(new Error('cancelled'));
    await expect(stopped).rejects.toThrow(/^cancelled$/);
  });
});

describe('annotatedFor', () => {
  const attributes = new Map([
    ['compression', 'zstd'],
    ['annotation.a', '1'],
    ['annotation-manifest.b', '2'],
    ['annotation-manifest[linux/arm64].c.d', '3'],
    ['annotation-manifest[linux/amd64].e', '4'],
    ['annotation-index.f', '5'],
    ['annotation-manifest-descriptor[linux/arm64].g', '6'],
  ]);
  const keysFor = (...platforms: readonly string[]) => [
    ...(annotatedFor(platforms.map(parsePlatform), {outputs: [{type: 'moby', attributes}]}).outputs?.[0]?.attributes ??
      []),
  ];

  it('leaves a machine what is of the one image that it makes', () => {
    expect(keysFor('linux/arm64')).toEqual([
      ['compression', 'zstd'],
      ['annotation.a', '1'],
      ['annotation-manifest.b', '2'],
      ['annotation-manifest.c.d', '3'],
    ]);
  });

  it('leaves one that makes several the platform of each', () => {
    expect(keysFor('linux/arm64', 'linux/arm/v7').map(([key]) => key)).toContain(
      'annotation-manifest[linux/arm64].c.d',
    );
  });
});
