import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {readRaw} from '../../src/action/raw-inputs.ts';
import {readSecrets} from '../../src/action/secret-input.ts';
import {InvalidInput} from '../../src/pipeline/errors.ts';
import {memoryLog} from '../report/memory-log.ts';

let workspace: string;
beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'secrets-'));
  writeFileSync(join(workspace, 'npmrc'), 'registry=https://r.example\n//r.example/:_authToken=s3cr3t-t0ken\n');
  writeFileSync(join(workspace, 'keystore'), Buffer.from([0xfe, 0xed, 0, 1, 2, 3, 0xff, 9]));
  writeFileSync(join(workspace, 'huge'), Buffer.alloc(500 * 1024 + 1, 'x'));
  writeFileSync(join(workspace, 'just'), Buffer.alloc(500 * 1024, 'x'));
  writeFileSync(join(workspace, 'empty'), '');
});
afterAll(() => rmSync(workspace, {recursive: true}));

type Given = Readonly<Partial<Record<'secrets' | 'secret-envs' | 'secret-files', string>>>;

function read(given: Given, env: NodeJS.ProcessEnv = {}) {
  const {log, text} = memoryLog();
  const masked: string[] = [];
  const raw = readRaw((name, form) => {
    const value = given[name as keyof Given] ?? '';
    return form === 'whole' ? value : value.trim();
  }, log);
  const secrets = readSecrets(raw, {env, log, onSecret: (value) => void masked.push(value)}, workspace);
  const texts = Object.fromEntries([...secrets].map(([id, {value}]) => [id, Buffer.from(value).toString()]));
  return {secrets, texts, masked, text: text()};
}

function failure(given: Given, env: NodeJS.ProcessEnv = {}): InvalidInput {
  try {
    read(given, env);
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidInput);
    return error as InvalidInput;
  }
  throw new Error('it passed');
}

describe('input secrets', () => {
  it.each<[string, string, Readonly<Record<string, string>>]>([
    ['keeps white space at the end of a value', 'K=v \nJ=w\n', {K: 'v ', J: 'w'}],
    ['keeps line ends in quotes', '"K=v\n\n"\n', {K: 'v\n\n'}],
    ['trims the key', ' K=v', {K: 'v'}],
    ['and nothing else', ' K = v', {K: ' v'}],
    ['splits at the first equals sign', 'K=a=b==', {K: 'a=b=='}],
    ['keeps commas', 'K=a,b', {K: 'a,b'}],
    ['reads doubled quotes', '"K={""a"":""b""}"', {K: '{"a":"b"}'}],
    ['keeps quotes inside', 'K={"a":"b"}', {K: '{"a":"b"}'}],
    ['takes lines that end in CRLF', 'K=v\r\nJ=w\r\n', {K: 'v', J: 'w'}],
    ['takes any id', 'a b,c=v', {'a b,c': 'v'}],
    ['takes none', '', {}],
  ])('%s', (_, text, expected) => {
    expect(read({secrets: text}).texts).toEqual(expected);
  });

  it.each([
    ['no value', 'token=', 'the secret "token" is empty, so it is left out'],
    ['no id', '=hunter2hunter2', 'its item 1 has no id, so it is left out'],
    ['no equals sign', 'hunter2hunter2', 'its item 1 has no id, so it is left out'],
  ])('warns of an item with %s and goes on without it, not saying what it is', (_, item, words) => {
    const {texts, text} = read({secrets: `${item}\nK=v-v-v-v`});
    expect(texts).toEqual({K: 'v-v-v-v'});
    expect(text).toContain(`::warning::input secrets: ${words}`);
    expect(text).not.toContain('hunter2');
  });
});

describe('input secret-envs', () => {
  it('reads variables, by comma and line', () => {
    const env = {A: 'value of a ', B: 'line 1\nline 2\n', C: 'c'};
    expect(read({'secret-envs': 'a=A,b=B\nc = C'}, env).texts).toEqual({a: env.A, b: env.B, c: env.C});
  });

  it('fails for a variable that is not set, and names neither it nor what stands in its place by mistake', () => {
    const error = failure({'secret-envs': 'token=ghp_hunter2hunter2'});
    expect(error.message).toBe('input secret-envs: the environment variable of the secret "token" is not set');
    expect(error.hint).toContain('id=VARIABLE');
  });

  it('warns of one that is set to nothing, as secrets are in pull requests of forks', () => {
    const {texts, text} = read({'secret-envs': 'token=T'}, {T: ''});
    expect(texts).toEqual({token: ''});
    expect(text).toContain('::warning::input secret-envs: the secret "token" is empty');
  });
});

describe('input secret-files', () => {
  it('reads files of the workspace to the byte', () => {
    const {secrets} = read({'secret-files': 'npm=npmrc\nkey=keystore\nnone=empty\njust=just'});
    expect([...(secrets.get('key')?.value ?? [])]).toEqual([0xfe, 0xed, 0, 1, 2, 3, 0xff, 9]);
    expect(secrets.get('npm')).toMatchObject({input: 'secret-files'});
    expect(secrets.get('none')?.value).toHaveLength(0);
    expect(secrets.get('just')?.value).toHaveLength(500 * 1024);
  });

  it('warns of a file that does not exist and goes on without it, not saying what stands for its path', () => {
    const {texts, text} = read({'secret-files': 'token=ghp_hunter2hunter2'});
    expect(texts).toEqual({});
    expect(text).toContain('::warning::input secret-files: the file of the secret "token" does not exist');
    expect(text).not.toContain('hunter2');
  });

  it.each([
    ['a directory', 'k=.', 'cannot be read (it is a directory)'],
    ['a file that is too large', 'k=huge', 'has 501 KiB, and a secret may have 500 KiB'],
  ])('fails for %s', (_, item, words) => {
    expect(failure({'secret-files': item}).message).toContain(`the secret "k" ${words}`);
  });
});

describe('secrets of all inputs', () => {
  it('are one set, in which the last counts', () => {
    const {texts, text} = read(
      {secrets: 'k=from secrets', 'secret-envs': 'k=E', 'secret-files': 'k=npmrc'},
      {E: 'from env'},
    );
    expect(texts['k']).toMatch(/^registry=/);
    expect(text).toContain('::warning::input secrets: the secret "k" is given twice, the last counts');
  });

  it('may have 500 KiB each', () => {
    expect(failure({secrets: `k=${'x'.repeat(500 * 1024 + 1)}`}).message).toContain(
      'input secrets: the secret "k" has 501 KiB',
    );
    expect(failure({'secret-envs': 'k=E'}, {E: 'x'.repeat(600 * 1024)}).message).toContain(
      'the secret "k" has 600 KiB',
    );
  });

  it('S1: are masked line by line, where a line has 4 characters that are not punctuation alone', () => {
    const value = '-----\n  first line  \nabc\n}\n****\nsecond-line\n';
    const {masked} = read({secrets: `"a=${value}"\nb=one-line `});
    expect(masked).toEqual(['first line', 'second-line', Buffer.from(value).toString('base64'), 'one-line']);
  });

  it('S1: that are no text are masked in base64', () => {
    expect(read({'secret-files': 'k=keystore'}).masked).toEqual(['/u0AAQID/wk=']);
  });

  it.each([
    ['abc', 'has fewer than 4 characters'],
    [' a ', 'has fewer than 4 characters'],
    ['*******', 'is only punctuation'],
  ])('S1, T5: warn when "%s" cannot be masked', (value, why) => {
    const {masked, text} = read({secrets: `pin=${value}`});
    expect(masked).toEqual([]);
    expect(text).toBe(`::warning::the secret "pin" (input secrets) ${why}, so it cannot be masked in the log\n`);
  });
});
