import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {afterAll, describe, expect, it} from '@jest/globals';
import {readPublication} from '../../src/action/publication-input.ts';
import {DEFAULTS, readRaw} from '../../src/action/raw-inputs.ts';
import {memoryLog} from '../report/memory-log.ts';

const workspace = mkdtempSync(`${tmpdir()}/stowage-skip-`);
afterAll(() => rmSync(workspace, {recursive: true, force: true}));

/** What the inputs, as the runner hands them over, make of it, and what is said. */
function read(inputs: Readonly<Record<string, string>>) {
  const {log, lines} = memoryLog();
  const usual = {...DEFAULTS, context: workspace, tags: 'a/b:1', push: 'true', 'skip-unchanged': 'true'};
  const given: Readonly<Record<string, string>> = {...usual, ...inputs};
  const source = {raw: (name: string) => given[name] ?? '', env: {}, log, onSecret: () => {}};
  const {skip} = readPublication(readRaw(source.raw, log), source, {workspace, logins: [], isRemote: false});
  return {skip, said: lines().join('\n')};
}

const DAY = 86_400_000;

describe('readSkip', () => {
  it.each<[string, Record<string, string>, number | undefined]>([
    ['7 days when nothing is said', {}, 7 * DAY],
    ['a span', {'skip-max-age': '1d12h'}, 1.5 * DAY],
    ['longer than a timer can wait', {'skip-max-age': '90d'}, 90 * DAY],
    ['any age', {'skip-max-age': 'none'}, undefined],
  ])('takes %s', (_, inputs, maxAgeMs) => {
    expect(read(inputs).skip).toMatchObject({maxAgeMs, from: []});
  });

  it.each<[string, Record<string, string>, string]>([
    ['nothing is pushed', {push: 'false'}, '::notice::skip-unchanged has no effect: nothing is pushed'],
    ['the image is wanted in the engine', {load: 'true'}, '::notice::skip-unchanged has no effect: load'],
    ['files are wanted', {outputs: 'type=tar,dest=a.tar'}, '::notice::skip-unchanged has no effect: outputs'],
    ['a build is asked for', {'no-cache': 'true'}, '::notice::skip-unchanged has no effect: no-cache asks'],
    ['a stage is asked for', {'no-cache-filters': 'a'}, '::notice::skip-unchanged has no effect: no-cache-filters'],
    ['there is no image', {call: 'check'}, '::notice::skip-unchanged has no effect: call: check'],
    ['there is no tag to look at', {tags: 'a/b', push: 'false', 'push-by-digest': 'true'}, 'name one in skip-from'],
    ['there are secrets', {secrets: 'a=value'}, '::warning::skip-unchanged has no effect: the build gets secrets'],
    ['an argument may be a secret (hardening S5)', {'build-args': 'NPM_TOKEN=1234'}, ': build arg NPM_TOKEN may be'],
  ])('builds, and says that %s', (_, inputs, message) => {
    const {skip, said} = read(inputs);
    expect(skip).toBeUndefined();
    expect(said).toContain(message);
  });

  it.each<[string, Record<string, string>, string]>([
    ['an age that is none', {'skip-max-age': 'a week'}, 'input skip-max-age: "a week" is not a span of time'],
    ['a place that is none', {'skip-from': 'A b'}, 'input skip-from: '],
    [
      'another source',
      {source: 'image', image: 'a', context: ''},
      'input skip-unchanged: it has no effect with source',
    ],
  ])('refuses %s', (_, inputs, message) => {
    expect(() => read(inputs)).toThrow(message);
  });
});
