import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {createCredentials} from '../../src/action/credentials.ts';
import {readInputs} from '../../src/action/inputs.ts';
import {inputText} from '../../src/action/raw-inputs.ts';
import {InvalidInput} from '../../src/pipeline/errors.ts';
import {memoryLog} from '../report/memory-log.ts';

let workspace: string;
beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'inputs-'));
  writeFileSync(join(workspace, 'Dockerfile'), 'FROM scratch\n');
});
afterAll(() => rmSync(workspace, {recursive: true, force: true}));

const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Reads inputs as the runner hands them over; `masked` is what would be hidden. */
async function read(inputs: Readonly<Record<string, string>>, variables: Readonly<Record<string, string>> = {}) {
  const engine = {DOCKER_HOST: 'unix:///engine.sock'};
  const env: NodeJS.ProcessEnv = {GITHUB_WORKSPACE: workspace, HOME: workspace, ...engine, ...variables};
  for (const [name, value] of Object.entries(inputs)) env[`INPUT_${name.toUpperCase()}`] = value;
  const {log, lines, text} = memoryLog();
  const warnings = () =>
    lines()
      .filter((line) => line.startsWith('::warning::'))
      .map((line) => line.slice('::warning::'.length));
  const masked: string[] = [];
  const onSecret = (value: string) => void masked.push(value);
  const reading = readInputs({raw: (name, form) => inputText(env, name, form), env, log, onSecret});
  const step = await reading.catch((error: unknown) => error as Error);
  return {step, masked, log, warnings, text, env};
}

async function readWell(...given: Parameters<typeof read>) {
  const {step, ...rest} = await read(...given);
  if (step instanceof Error) throw step;
  return {step, ...rest};
}

describe('S1: masks', () => {
  it('hide the password and what is made of it, and never the user name or the host', async () => {
    const {masked, warnings} = await readWell({registry: 'a.example', username: 'octocat', password: 'hunter22'});
    expect(masked).toContain('hunter22');
    expect(masked).toContain(base64('octocat:hunter22'));
    expect(masked).not.toContain('octocat');
    expect(masked).not.toContain('a.example');
    expect(warnings()).toEqual([]);
  });

  it('hide every login of registry-auth', async () => {
    const {masked} = await readWell({
      'registry-auth':
        '- {registry: a.example, username: ann, password: first-secret}\n- {username: bob, password: second-secret}',
    });
    expect(masked).toEqual(expect.arrayContaining(['first-secret', 'second-secret', base64('bob:second-secret')]));
  });

  it('hide a password of several lines line by line, without lines of punctuation or under 4 characters', async () => {
    const password = '-----\nfirst line\nabc\n****\nsecond line\n-----';
    const {masked} = await readWell({username: '_json_key', password});
    expect(masked).toEqual(expect.arrayContaining(['first line', 'second line', base64(`_json_key:${password}`)]));
    expect(masked.filter((value) => /^(?:-+|\*+|abc)$/.test(value) || value.includes('\n'))).toEqual([]);
  });

  it.each([
    ['too short', 'abc', 'fewer than 4 characters'],
    ['only punctuation', '********', 'only punctuation'],
    ['the user name', 'octocat', 'equals its user name'],
  ])('leave out a password that is %s, with one warning', async (_what, password, why) => {
    const {step, masked, log, warnings, env} = await readWell({registry: 'a.example', username: 'octocat', password});
    expect(masked).not.toContain(password);
    expect(warnings()).toEqual([expect.stringContaining(why)]);
    expect(warnings()[0]).toMatch(/^the password for a\.example .* \(inputs username and password\)$/);
    const {signal} = new AbortController();
    const credentials = createCredentials({...step, workspace, env, log, signal, onSecret: () => {}});
    await credentials.find({registry: 'a.example'});
    expect(warnings()).toHaveLength(1);
  });

  it('hide the job token, but not the name of who started the job', async () => {
    const {masked, warnings} = await readWell({'github-token': 'ghs_job-token'}, {GITHUB_ACTOR: 'octocat'});
    expect(masked).toEqual(expect.arrayContaining(['ghs_job-token', base64('octocat:ghs_job-token')]));
    expect(masked).not.toContain('octocat');
    expect(warnings()).toEqual([]);
    const alike = await readWell({'github-token': 'octocat'}, {GITHUB_ACTOR: 'octocat'});
    expect(alike.masked).not.toContain('octocat');
    expect(alike.warnings()).toEqual([expect.stringMatching(/equals its user name .*\(the job token\)$/)]);
  });

  it('nothing when there is nothing', async () => {
    expect((await readWell({})).masked).toEqual([]);
  });

  it('come before an error about the very login', async () => {
    const {step, masked} = await read({password: 'hunter22'});
    expect(step).toBeInstanceOf(InvalidInput);
    expect(masked).toContain('hunter22');
  });
});

describe('token-servers', () => {
  it.each<[string, readonly string[]]>([
    ['', []],
    ['auth.example.com', ['auth.example.com']],
    ['Auth.example.com:443, [fd00::5]:8443\n10.0.0.1:5001', ['auth.example.com', '[fd00::5]:8443', '10.0.0.1:5001']],
  ])('%j', async (text, hosts) => {
    expect((await readWell({'token-servers': text})).step.tokenServers).toEqual(hosts);
  });

  it.each(['https://auth.example.com', 'auth.example.com/token', 'u@auth.example.com', 'host:99999', 'a b'])(
    'refuses %j',
    async (text) => {
      const {step} = await read({'token-servers': text});
      expect(step).toBeInstanceOf(InvalidInput);
      expect(step).toMatchObject({input: 'token-servers', message: expect.stringContaining(`"${text}" is not a host`)});
    },
  );
});

describe('file', () => {
  it('is a path relative to the workspace', async () => {
    const fileOf = async (inputs: Record<string, string>) => (await readWell(inputs)).step.task;
    const context = (file: string | undefined) => ({inputs: {origin: {context: {kind: 'directory', file}}}});
    expect(await fileOf({file: 'docker/Dockerfile'})).toMatchObject(context(join(workspace, 'docker/Dockerfile')));
    expect(await fileOf({})).toMatchObject(context(undefined));
  });

  it.each([
    ['http://example.com/Dockerfile', 'without TLS'],
    ['git://example.com/a.git', 'http or https'],
    ['ssh://git@example.com/a.git', 'http or https'],
    ['https://me:hunter22@example.com/Dockerfile', 'account'],
  ])('refuses %s', async (file, why) => {
    const {step} = await read({file});
    expect(step).toBeInstanceOf(InvalidInput);
    expect(step).toMatchObject({input: 'file', message: expect.stringContaining(why)});
    expect(String(step)).not.toContain('hunter22');
  });
});

describe('S5: a build arg', () => {
  it.each([
    ['is one', 'X=v3ry-s3cret', 'is a secret known to this job'],
    ['holds one', 'URL=https://u:v3ry-s3cret@h/', 'contains a secret known to this job'],
  ])('that %s of the secrets of the build is a warning without it', async (_, arg, words) => {
    const {warnings} = await readWell({secrets: 'npm=v3ry-s3cret', 'build-args': arg});
    expect(warnings()).toEqual([expect.stringContaining(words)]);
    expect(warnings()[0]).not.toContain('v3ry-s3cret');
  });
});

describe('leak-guard', () => {
  it.each([
    ['', 'stop'],
    ['stop', 'stop'],
    ['warn', 'warn'],
  ])('"%s" is %s', async (text, expected) => {
    const {step} = await readWell({'leak-guard': text});
    expect(step.task).toMatchObject({inputs: {leakGuard: expected}});
  });

  it('is no other word', async () => {
    expect((await read({'leak-guard': 'off'})).step).toMatchObject({name: 'InvalidInput', input: 'leak-guard'});
  });
});
