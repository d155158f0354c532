import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {describe, expect, it} from '@jest/globals';
import {parse} from 'yaml';
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
      files: '',
      images: '',
    });
  });

  it('lets only a digest through as a digest (hardening O5)', () => {
    const digest = `sha256:${'0a'.repeat(32)}`;
    expect(write({...NO_RESULTS, digest, imageId: digest})).toMatchObject({digest, imageid: digest});
    expect(write({...NO_RESULTS, digest: 'latest', imageId: `${digest}\n`})).toMatchObject({digest: '', imageid: ''});
  });
});
