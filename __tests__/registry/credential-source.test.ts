/** The order of stores and the rules of looking one up; files are real, the helper is a function (helper.test.ts runs real ones). */

import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {
  type CredentialSourceOptions,
  createCredentialSource,
  type RegistryLogin,
  type RunHelper,
} from '../../src/registry/credential-source.ts';
import {encodeBasic} from '../../src/registry/credentials.ts';
import type {Need} from '../../src/registry/server-key.ts';

let root: string;
let configFile: string;
let warnings: string[];
let secrets: string[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'credentials-'));
  configFile = join(root, 'config.json');
  warnings = [];
  secrets = [];
});
afterEach(async () => {
  await rm(root, {recursive: true, force: true});
});

const auth = (pair: string) => ({auth: Buffer.from(pair).toString('base64')});
const login = (registry: string, username: string, scope?: string): RegistryLogin => ({
  registry,
  username,
  password: `secret-of-${username}`,
  from: 'input registry-auth',
  ...(scope !== undefined && {scope}),
});

function source(options: Partial<CredentialSourceOptions> = {}) {
  return createCredentialSource({
    logins: [],
    configFiles: [configFile],
    onSecret: (value) => secrets.push(value),
    warn: (text) => warnings.push(text),
    ...options,
  });
}

const accountOf = async (need: Need, options: Partial<CredentialSourceOptions> = {}) =>
  (await source(options).find(need))?.account;

describe('the order of stores', () => {
  const helperAnswers: Readonly<Record<string, string>> = {own: 'from-helper', all: 'from-store'};
  const runHelper: RunHelper = async (name) =>
    JSON.stringify({ServerURL: 'x', Username: helperAnswers[name], Secret: 'secret'});
  const everything = {
    logins: [login('ghcr.io', 'from-input')],
    authConfigVariable: JSON.stringify({auths: {'ghcr.io': auth('from-variable:secret')}}),
    jobToken: {registries: ['ghcr.io'], username: 'from-job', token: 'job-token'},
    runHelper,
  };
  const config = {auths: {'ghcr.io': auth('from-file:secret')}, credHelpers: {'ghcr.io': 'own'}, credsStore: 'all'};

  it.each<readonly [string, Partial<CredentialSourceOptions>, object, string]>([
    ['input', {}, config, 'from-input'],
    ['DOCKER_AUTH_CONFIG', {logins: []}, config, 'from-variable'],
    ['credHelpers', {logins: [], authConfigVariable: ''}, config, 'from-helper'],
    ['credsStore', {logins: [], authConfigVariable: ''}, {...config, credHelpers: {'quay.io': 'own'}}, 'from-store'],
    ['auths', {logins: [], authConfigVariable: ''}, {auths: config.auths}, 'from-file'],
    [
      'auths without anything to run helpers',
      {logins: [], authConfigVariable: '', runHelper: undefined as unknown as RunHelper},
      config,
      'from-file',
    ],
    ['job token', {logins: [], authConfigVariable: ''}, {}, 'from-job'],
  ])('%s comes before those after it', async (_name, options, file, account) => {
    await writeFile(configFile, JSON.stringify(file));
    expect(await accountOf({registry: 'ghcr.io'}, {...everything, ...options})).toBe(account);
  });

  it('is anonymous when no store has anything', async () => {
    expect(await source().find({registry: 'ghcr.io'})).toBeUndefined();
    expect([warnings, secrets]).toEqual([[], []]);
  });

  it('gives the job token to its registries only', async () => {
    const {jobToken} = everything;
    expect(await accountOf({registry: 'quay.io'}, {jobToken})).toBeUndefined();
    expect(await accountOf({registry: 'GHCR.IO'}, {jobToken})).toBe('from-job');
    expect(await accountOf({registry: 'ghcr.io'}, {jobToken: {...jobToken, token: ''}})).toBeUndefined();
  });

  it('goes on to the next config file', async () => {
    const second = join(root, 'auth.json');
    await writeFile(configFile, JSON.stringify({auths: {'quay.io': auth('first:x')}}));
    await writeFile(second, JSON.stringify({auths: {'ghcr.io': auth('second:x')}}));
    expect(await accountOf({registry: 'ghcr.io'}, {configFiles: [configFile, second]})).toBe('second');
  });

  it.each([
    ['input', {logins: [login('ghcr.io', 'u')]}, {}, 'input registry-auth'],
    ['variable', {authConfigVariable: everything.authConfigVariable}, {}, 'DOCKER_AUTH_CONFIG'],
    ['helper', {runHelper}, {credHelpers: {'ghcr.io': 'own'}}, 'docker config FILE, helper own'],
    ['file', {}, {auths: config.auths}, 'docker config FILE'],
    ['job token', {jobToken: everything.jobToken}, {}, 'the job token'],
  ])('can say that a credential is from the %s', async (_name, options, file, text) => {
    await writeFile(configFile, JSON.stringify(file));
    expect((await source(options).find({registry: 'ghcr.io'}))?.source).toBe(text.replace('FILE', configFile));
  });
});

describe('names of registries', () => {
  it.each([
    ['https://index.docker.io/v1/', 'docker.io'],
    ['docker.io', 'docker.io'],
    ['registry-1.docker.io', 'docker.io'],
    ['registry.hub.docker.com', 'index.docker.io'],
    ['https://GHCR.io/', 'ghcr.io'],
    ['http://localhost:5000', 'localhost:5000'],
  ])('the key %s serves %s', async (key, registry) => {
    await writeFile(configFile, JSON.stringify({auths: {[key]: auth('u:secret')}}));
    expect(await accountOf({registry})).toBe('u');
  });

  it.each([
    ['ghcr.io.evil.example', 'ghcr.io'],
    ['ghcr.io', 'ghcr.io:8443'],
    ['localhost:5000', 'localhost:5001'],
    ['localhost', 'localhost:5000'],
  ])('the key %s does not serve %s', async (key, registry) => {
    await writeFile(configFile, JSON.stringify({auths: {[key]: auth('u:secret')}}));
    expect(await accountOf({registry})).toBeUndefined();
  });

  it('prefers the longest scope, in inputs and in files', async () => {
    const logins = [login('ghcr.io', 'all'), login('ghcr.io', 'app', 'owner/app'), login('ghcr.io', 'pusher', '@push')];
    const options = {logins};
    expect(await accountOf({registry: 'ghcr.io', repository: 'owner/app'}, options)).toBe('app');
    expect(await accountOf({registry: 'ghcr.io', repository: 'owner/other'}, options)).toBe('all');
    expect(await accountOf({registry: 'ghcr.io', repository: 'owner/other', action: 'push'}, options)).toBe('pusher');
    await writeFile(configFile, JSON.stringify({auths: {'ghcr.io': auth('a:x'), 'ghcr.io/owner': auth('b:x')}}));
    expect(await accountOf({registry: 'ghcr.io', repository: 'owner/app'})).toBe('b');
  });
});

describe('S8: nothing is read that is not in use', () => {
  it('asks a helper for the hosts in use, once each, under the name it knows', async () => {
    await writeFile(configFile, JSON.stringify({credsStore: 'store', auths: {'other.io': {}}}));
    const asked: string[] = [];
    const runHelper: RunHelper = async (name, verb, input) => {
      asked.push(`${name} ${verb} ${input}`);
      return input === 'ghcr.io' ? JSON.stringify({Username: 'u', Secret: 'secret'}) : undefined;
    };
    const credentials = source({runHelper});
    expect(asked).toEqual([]);
    const needs: Need[] = [
      {registry: 'ghcr.io'},
      {registry: 'ghcr.io', repository: 'a/b'},
      {registry: 'docker.io'},
      {registry: 'index.docker.io', action: 'push'},
    ];
    await Promise.all([...needs, ...needs].map((need) => credentials.find(need)));
    expect(asked).toEqual(['store get ghcr.io', 'store get https://index.docker.io/v1/']);
  });

  it('reads the file once, and not before it is needed', async () => {
    const credentials = source({logins: [login('quay.io', 'q')]});
    expect((await credentials.find({registry: 'quay.io'}))?.account).toBe('q');
    await writeFile(configFile, JSON.stringify({auths: {'a.io': auth('a:x'), 'b.io': auth('b:x')}}));
    expect((await credentials.find({registry: 'a.io'}))?.account).toBe('a');
    await rm(configFile);
    expect((await credentials.find({registry: 'b.io'}))?.account).toBe('b');
  });

  it('announces only the secrets of hosts in use', async () => {
    await writeFile(configFile, JSON.stringify({auths: {'a.io': auth('a:secret-a'), 'b.io': auth('b:secret-b')}}));
    await source().find({registry: 'a.io'});
    expect(secrets).toContain('secret-a');
    expect(secrets).not.toContain('secret-b');
  });

  it('puts only the wanted hosts into X-Registry-Config', async () => {
    const credentials = source({logins: [login('a.io', 'a'), login('b.io', 'b'), login('docker.io', 'hub')]});
    const header = await credentials.configHeader([
      {registry: 'a.io'},
      {registry: 'index.docker.io'},
      {registry: 'none.io'},
    ]);
    expect(Object.keys(decoded(header))).toEqual(['a.io', 'https://index.docker.io/v1/']);
    expect(secrets).toContain(header);
    expect(await credentials.configHeader([{registry: 'none.io'}])).toBeUndefined();
  });
});

describe('S1: secrets are announced before they are handed out', () => {
  it.each([
    ['password', {Username: 'u', Secret: 'p~?>w:o/rd'}, ['p~?>w:o/rd', encodeBasic('u', 'p~?>w:o/rd')]],
    ['identity token', {Username: '<token>', Secret: 'refresh-token'}, ['refresh-token']],
  ])('a %s from a helper', async (_name, answer, expected) => {
    await writeFile(configFile, JSON.stringify({credsStore: 'store'}));
    const credentials = source({runHelper: async () => JSON.stringify(answer)});
    await credentials.find({registry: 'ghcr.io'});
    expect(secrets).toEqual(expect.arrayContaining(expected));
    const header = await credentials.authHeader({registry: 'ghcr.io'});
    expect(secrets).toContain(header);
  });

  it('but not what is too short to mask, which is a warning', async () => {
    await source({logins: [{...login('a.io', 'u'), password: 'abc'}]}).find({registry: 'a.io'});
    expect(secrets).not.toContain('abc');
    expect(warnings).toEqual([
      'the password for a.io has fewer than 4 characters: too short to be masked in the log (input registry-auth)',
    ]);
  });

  it('and the empty header is no secret', async () => {
    expect(await source().authHeader({registry: 'a.io'})).toBe('e30=');
    expect(secrets).toEqual([]);
  });
});

describe('broken stores are warnings', () => {
  it('of a helper that fails: once, with its reason, and the next store is asked', async () => {
    await writeFile(
      configFile,
      JSON.stringify({credHelpers: {'ghcr.io': 'bad'}, auths: {'ghcr.io': auth('file:secret')}}),
    );
    const runHelper: RunHelper = async () => {
      throw Object.assign(new Error('credential helper "bad" failed with exit code 3'), {hint: 'run it by hand'});
    };
    const credentials = source({runHelper});
    expect((await credentials.find({registry: 'ghcr.io'}))?.account).toBe('file');
    await credentials.find({registry: 'ghcr.io', repository: 'a/b'});
    expect(warnings).toEqual([
      `no credential for ghcr.io from docker config ${configFile}, helper bad: credential helper "bad" failed with exit code 3; run it by hand`,
    ]);
  });

  it.each([
    '',
    'hunter2',
    '[]',
    'null',
    '{"Username":"u"}',
    '{"Secret":"hunter2"}',
    '{"Username":"","Secret":"hunter2"}',
    '{"Username":1,"Secret":2}',
  ])('of the helper answer %j, which is not shown', async (answer) => {
    await writeFile(configFile, JSON.stringify({credsStore: 'odd'}));
    expect(await source({runHelper: async () => answer}).find({registry: 'ghcr.io'})).toBeUndefined();
    expect(warnings).toEqual([expect.stringMatching(/helper odd: its answer is not the expected JSON$/)]);
    expect(warnings.join()).not.toContain('hunter2');
  });

  it('E2: the address in a helper answer counts for nothing', async () => {
    await writeFile(configFile, JSON.stringify({credsStore: 'store'}));
    const runHelper: RunHelper = async () =>
      JSON.stringify({ServerURL: 'evil.example', Username: 'u', Secret: 'secret'});
    expect(decoded(await source({runHelper}).authHeader({registry: 'ghcr.io'}))).toMatchObject({
      serveraddress: 'ghcr.io',
    });
  });

  it('of an entry that cannot be decoded', async () => {
    await writeFile(configFile, JSON.stringify({auths: {'ghcr.io': {auth: '%%'}}}));
    await source().find({registry: 'ghcr.io'});
    expect(warnings).toEqual([
      `docker config ${configFile}: the entry for ghcr.io is ignored: its "auth" is not standard base64`,
    ]);
  });

  it('of DOCKER_AUTH_CONFIG that is malformed or names helpers', async () => {
    await source({authConfigVariable: '{hunter2'}).find({registry: 'a.io'});
    await source({authConfigVariable: '{"credsStore":"x"}'}).find({registry: 'a.io'});
    expect(warnings).toEqual([
      'DOCKER_AUTH_CONFIG is not valid JSON and is ignored',
      expect.stringMatching(/only "auths" is read/),
    ]);
  });

  it('T32: a config in the workspace keeps its auths, and its helper is not run', async () => {
    await writeFile(configFile, JSON.stringify({credsStore: 'evil', auths: {'a.io': auth('u:secret')}}));
    let ran = false;
    const runHelper: RunHelper = async () => {
      ran = true;
      return undefined;
    };
    expect(await accountOf({registry: 'a.io'}, {workspace: root, runHelper})).toBe('u');
    expect(ran).toBe(false);
    expect(warnings).toEqual([expect.stringMatching(/lies in the workspace/)]);
  });
});

it('nothing is written', async () => {
  const text = JSON.stringify({auths: {'a.io': auth('u:secret')}});
  await writeFile(configFile, text);
  await source().authHeader({registry: 'a.io'});
  expect(await readFile(configFile, 'utf8')).toBe(text);
});

function decoded(header: string | undefined): Record<string, unknown> {
  return JSON.parse(Buffer.from((header ?? '').replaceAll('-', '+').replaceAll('_', '/'), 'base64').toString());
}
