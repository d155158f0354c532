import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {describe, expect, it} from '@jest/globals';
import {parse} from 'yaml';
import {MERGE_INPUTS} from '../../src/action/merge-inputs.ts';
import {MERGE_OUTPUTS, writeMergeOutputs} from '../../src/action/merge-outputs.ts';
import {OUTPUTS, writeOutputs} from '../../src/action/outputs.ts';
import {DEFAULTS, INPUTS} from '../../src/action/raw-inputs.ts';
import {NO_RESULTS} from '../../src/pipeline/results.ts';

const root = new URL('../../', import.meta.url);
const action = parse(readFileSync(new URL('action.yml', root), 'utf8')) as {
  inputs: Record<string, {description: string; default: string}>;
  outputs: Record<string, {description: string}>;
  runs: Record<string, string>;
};

describe('action.yml', () => {
  it('names the inputs that the code reads, and no others', () => {
    expect(Object.keys(action.inputs).sort()).toEqual(Object.keys(INPUTS).sort());
  });

  it('names the outputs that the code sets, and no others', () => {
    expect(Object.keys(action.outputs)).toEqual([...OUTPUTS]);
  });

  it('has a description for everything, and defaults of flags that parse', () => {
    for (const {description} of [...Object.values(action.inputs), ...Object.values(action.outputs)])
      expect(description).not.toBe('');
    for (const [name, kind] of Object.entries(INPUTS)) {
      if (kind === 'flag') expect(action.inputs[name]?.default).toBe('false');
      if (kind === 'on') expect(action.inputs[name]?.default).toBe('true');
    }
  });

  it('has the defaults that the code takes for nothing said', () => {
    const plain = Object.entries(action.inputs)
      .map(([name, input]) => [name, input.default] as const)
      .filter(([, text]) => !['', 'false'].includes(text) && !text.includes('${{'));
    expect(Object.fromEntries(plain)).toEqual(DEFAULTS);
  });

  it('runs the bundle with Node 24, and takes no secret by default but the job token (hardening D5)', () => {
    expect(action.runs).toEqual({
      using: 'node24',
      main: 'dist/index.js',
      post: 'dist/index.js',
      'post-if': 'always()',
    });
    const expressions = Object.entries(action.inputs).filter(([, input]) => String(input.default).includes('${{'));
    expect(expressions.map(([name]) => name)).toEqual(['github-token']);
  });

  it('matches the tables of the README', () => {
    const {status, stderr} = spawnSync(process.execPath, ['scripts/docs.ts', '--check'], {cwd: root, encoding: 'utf8'});
    expect({status, stderr}).toEqual({status: 0, stderr: ''});
  });
});

describe('merge/action.yml', () => {
  const merge = parse(readFileSync(new URL('merge/action.yml', root), 'utf8')) as typeof action;

  it('names the inputs that the code reads and the outputs that it sets, and no others', () => {
    expect(Object.keys(merge.inputs)).toEqual(Object.keys(MERGE_INPUTS));
    expect(Object.keys(merge.outputs)).toEqual([...MERGE_OUTPUTS]);
  });

  it('says of what the main action has, too, the same', () => {
    for (const name of ['registry', 'username', 'password', 'registry-auth', 'github-token', 'timeout'])
      expect(merge.inputs[name]?.default).toEqual(action.inputs[name]?.default);
    for (const name of ['registry', 'username', 'password', 'registry-auth', 'github-token'])
      expect(merge.inputs[name]?.description).toEqual(action.inputs[name]?.description);
  });

  it('has defaults of flags that parse, and runs its own bundle with Node 24', () => {
    for (const [name, kind] of Object.entries(MERGE_INPUTS))
      if (kind === 'flag') expect(merge.inputs[name]?.default).toBe('false');
    expect(merge.runs).toEqual({using: 'node24', main: '../dist/merge/index.js'});
  });

  it('sets every output even when nothing is known (hardening O5)', () => {
    const outputs: Record<string, string> = {};
    writeMergeOutputs(undefined, (name, value) => {
      outputs[name] = value;
    });
    expect(outputs).toEqual(Object.fromEntries(MERGE_OUTPUTS.map((name) => [name, ''])));
  });
});

describe('writeOutputs', () => {
  const write = (results: typeof NO_RESULTS) => {
    const outputs: Record<string, string> = {};
    writeOutputs(results, (name, value) => {
      outputs[name] = value;
    });
    return outputs;
  };

  it('sets every output even when nothing is known (hardening O5, T4)', () => {
    expect(write(NO_RESULTS)).toEqual({
      imageid: '',
      digest: '',
      metadata: '',
      tags: '',
      'image-refs': '',
      digests: '',
      descriptor: '',
      pushed: '',
      failed: '',
      files: '',
      images: '',
      reused: '',
    });
  });

  it('lets only a digest through as a digest (hardening O5)', () => {
    const digest = `sha256:${'0a'.repeat(32)}`;
    expect(write({...NO_RESULTS, digest, imageId: digest})).toMatchObject({digest, imageid: digest});
    expect(write({...NO_RESULTS, digest: 'latest', imageId: `${digest}\n`})).toMatchObject({digest: '', imageid: ''});
  });
});
