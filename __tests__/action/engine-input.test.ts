import {createHash} from 'node:crypto';
import {mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {chooseEngine} from '../../src/action/engine-input.ts';
import {InvalidAddress} from '../../src/engine/errors.ts';
import {InvalidInput} from '../../src/pipeline/errors.ts';
import {memoryLog} from '../report/memory-log.ts';

let temp: string;
const cleanups: (() => unknown)[] = [];
beforeEach(() => {
  temp = realpathSync(mkdtempSync(join(tmpdir(), 'engine-input-')));
  mkdirSync(join(temp, 'workspace'));
});
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
  rmSync(temp, {recursive: true, force: true});
});

interface Given {
  readonly host?: string;
  readonly context?: string;
  readonly knownHosts?: string;
  readonly allowPlain?: boolean;
  readonly workspace?: string;
  readonly sockets?: readonly string[];
}

async function choose(env: NodeJS.ProcessEnv, given: Given = {}) {
  const {log, lines} = memoryLog();
  const nothing = {host: '', context: '', knownHosts: '', allowPlain: false, sockets: []};
  const input = {...nothing, workspace: join(temp, 'workspace'), ...given, env: {HOME: temp, ...env}, log};
  const choice = await chooseEngine(input);
  return {choice, warnings: lines().map((line) => line.replace(/^::warning::/, ''))};
}

/** A file below the docker config directory of HOME, or of the one given. */
function configFile(path: string, content: string, directory = join(temp, '.docker')): string {
  const file = join(directory, path);
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, content);
  return file;
}

const idOf = (name: string) => createHash('sha256').update(name).digest('hex');

/** Writes a context as `docker context create` does. */
function context(name: string, endpoint: object, directory?: string): string {
  const meta = {Name: name, Metadata: {}, Endpoints: {docker: {SkipTLSVerify: false, ...endpoint}}};
  return configFile(`contexts/meta/${idOf(name)}/meta.json`, JSON.stringify(meta), directory);
}

async function listen(name: string): Promise<string> {
  const path = join(temp, name);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(path, resolve));
  cleanups.push(() => server.close());
  return path;
}

describe('chooseEngine', () => {
  const REMOTE = {DOCKER_CONTEXT: 'remote'};
  it.each([
    ['docker-host before all', {host: 'unix:///i'}, {DOCKER_HOST: 'unix:///v', ...REMOTE}, '/i', 'input docker-host'],
    [
      'docker-context before the variables',
      {context: 'other'},
      {DOCKER_HOST: 'unix:///v', ...REMOTE},
      '/other',
      'context "other" of input docker-context',
    ],
    ['DOCKER_HOST before contexts', {}, {DOCKER_HOST: 'unix:///v', ...REMOTE}, '/v', 'DOCKER_HOST'],
    ['DOCKER_CONTEXT before the current one', {}, REMOTE, '/remote', 'context "remote" of DOCKER_CONTEXT'],
    [
      'the current context before sockets',
      {},
      {DOCKER_HOST: '', DOCKER_CONTEXT: ''},
      '/current',
      /^context "current" of .*config\.json$/,
    ],
    ['a socket for the context default', {}, {DOCKER_CONTEXT: 'default'}, 'socket', 'first socket that answers'],
    ['a socket for the input default', {context: 'default'}, REMOTE, 'socket', 'first socket that answers'],
    [
      'DOCKER_HOST for the input default',
      {context: 'default'},
      {DOCKER_HOST: 'unix:///v', ...REMOTE},
      '/v',
      'DOCKER_HOST',
    ],
  ])('takes %s', async (_what, given, env, path, source) => {
    for (const name of ['current', 'other', 'remote']) context(name, {Host: `unix:///${name}`});
    configFile('config.json', '{"currentContext":"current"}');
    const socket = await listen('socket');
    const {choice, warnings} = await choose(env, {...given, sockets: [socket]});
    expect(choice.address).toEqual({kind: 'unix', path: path === 'socket' ? socket : path});
    expect(choice.source).toEqual(typeof source === 'string' ? source : expect.stringMatching(source));
    expect(choice).toMatchObject({tls: undefined, ssh: undefined});
    expect(warnings).toEqual([]);
  });

  it('refuses two engines', async () => {
    await expect(choose({}, {host: 'unix:///a', context: 'b'})).rejects.toThrow(
      /^input docker-context: docker-host names/,
    );
  });

  it('names the input as an input, and DOCKER_HOST as itself', async () => {
    const byInput = choose({}, {host: 'gopher://x'});
    await expect(byInput).rejects.toThrow(InvalidInput);
    await expect(byInput).rejects.toThrow(/^input docker-host: engine address "gopher:\/\/x" /);
    const byVariable = choose({DOCKER_HOST: 'gopher://x'});
    await expect(byVariable).rejects.toThrow(InvalidAddress);
    await expect(byVariable).rejects.toThrow(/^DOCKER_HOST: engine address "gopher:\/\/x" .*use unix:/);
  });

  it('does not blame the input for TLS files that cannot be read', async () => {
    const certificates = join(temp, 'certificates');
    mkdirSync(join(certificates, 'ca.pem'), {recursive: true});
    const attempt = choose({DOCKER_CERT_PATH: certificates}, {host: 'tcp://127.0.0.1:2376'});
    await expect(attempt).rejects.toThrow(/^ca\.pem of DOCKER_CERT_PATH /);
  });

  it('refuses a pipe on a system that has none', async () => {
    const attempt = choose({}, {host: 'npipe:////./pipe/docker_engine'});
    await expect(attempt).rejects.toThrow(/^input docker-host: .*pipe of Windows/);
  });

  it.each([
    ['in the workspace', 'workspace/certificates', 'workspace', true],
    ['the workspace itself', 'workspace', 'workspace', true],
    ['outside', 'outside', 'workspace', false],
    ['outside with a like name', 'workspace-2', 'workspace', false],
    ['outside by a link into the workspace', 'link', 'workspace', true],
    ['in the workspace by a link to the outside', 'workspace/out', 'workspace', true],
    ['in a workspace that is itself a link', 'workspace/certificates', 'link-to-workspace', true],
  ])('TLS files %s', async (_what, certificates, workspace, warns) => {
    for (const name of ['workspace/certificates', 'outside', 'workspace-2']) mkdirSync(join(temp, name));
    for (const name of ['workspace/certificates', 'workspace', 'outside', 'workspace-2'])
      writeFileSync(join(temp, name, 'ca.pem'), 'authority');
    symlinkSync(join(temp, 'workspace/certificates'), join(temp, 'link'));
    symlinkSync(join(temp, 'outside'), join(temp, 'workspace/out'));
    symlinkSync(join(temp, 'workspace'), join(temp, 'link-to-workspace'));
    const {choice, warnings} = await choose(
      {DOCKER_CERT_PATH: join(temp, certificates)},
      {host: 'tcp://127.0.0.1:2376', workspace: join(temp, workspace)},
    );
    expect(choice.tls).toEqual({ca: 'authority'});
    expect(warnings).toEqual(warns ? [expect.stringContaining('lies in the workspace')] : []);
  });
});

describe('a context', () => {
  const CONTEXT = {DOCKER_CONTEXT: 'x'};

  it('brings its TLS material, and that of the variables stays out', async () => {
    context('x', {Host: 'tcp://build.example:2376'});
    for (const name of ['ca', 'cert', 'key'])
      configFile(`contexts/tls/${idOf('x')}/docker/${name}.pem`, `${name} of x`);
    const {choice} = await choose({...CONTEXT, DOCKER_CERT_PATH: join(temp, 'elsewhere')});
    expect(choice).toMatchObject({
      address: {kind: 'tcp', host: 'build.example', port: 2376, tls: true},
      tls: {ca: 'ca of x', cert: 'cert of x', key: 'key of x'},
    });
  });

  it('without TLS stays without it, whatever DOCKER_TLS_VERIFY says of DOCKER_HOST', async () => {
    context('x', {Host: 'tcp://127.0.0.1:2375'});
    const {choice} = await choose({...CONTEXT, DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: temp});
    expect(choice).toMatchObject({address: {tls: false}, tls: undefined});
  });

  it.each([
    [
      'another machine without TLS',
      {Host: 'tcp://build.example:2375'},
      /^context "x" of DOCKER_CONTEXT: .*without TLS/,
    ],
    [
      'a certificate that is not verified',
      {Host: 'tcp://build.example:2376', SkipTLSVerify: true},
      /skips the verification .*docker context update "x" --docker host=https:\/\/build\.example:2376,ca=/,
    ],
    ['no host', {Host: undefined}, /meta\.json has no host of a docker endpoint/],
    ['a host that is none', {Host: 'gopher://x'}, /^context "x" of DOCKER_CONTEXT: engine address "gopher:/],
  ])('with %s is refused (hardening R1)', async (_what, endpoint, message) => {
    context('x', endpoint);
    await expect(choose(CONTEXT)).rejects.toThrow(message);
    await expect(choose(CONTEXT)).rejects.toThrow(InvalidAddress);
  });

  it('that skips verification of what is no TLS is like any other', async () => {
    context('x', {Host: 'unix:///a', SkipTLSVerify: true});
    expect((await choose(CONTEXT)).choice.address).toEqual({kind: 'unix', path: '/a'});
  });

  it('that does not exist is an error that lists those that do', async () => {
    context('b', {Host: 'unix:///b'});
    context('a', {Host: 'unix:///a'});
    configFile('contexts/meta/junk/meta.json', 'no json');
    await expect(choose({}, {context: 'x'})).rejects.toThrow(
      /^input docker-context: there is no context "x" in .*\. It has "default", "a", "b"$/,
    );
    await expect(choose({DOCKER_CONTEXT: '../../x', DOCKER_CONFIG: join(temp, 'none')})).rejects.toThrow(
      /^DOCKER_CONTEXT: there is no context "\.\.\/\.\.\/x" .*It has "default"$/,
    );
  });

  it.each([
    ['no JSON', '{"Endpoints": hunter22', 'is not valid JSON'],
    ['no object', '"hunter22"', 'has no host'],
    ['far too long', `{"hunter22":"${'x'.repeat(1 << 20)}"}`, 'is not a regular file of at most 1 MiB'],
  ])('whose file is %s is an error that names the file and shows nothing of it', async (_what, text, message) => {
    const file = configFile(`contexts/meta/${idOf('x')}/meta.json`, text);
    const error = await choose(CONTEXT).catch((reason: Error) => reason);
    expect(error).toBeInstanceOf(InvalidAddress);
    expect(String(error)).toContain(`${file} ${message}`);
    expect(String(error)).not.toContain('hunter22');
  });

  it('in the workspace is told (hardening E1)', async () => {
    const DOCKER_CONFIG = join(temp, 'workspace', 'config');
    context('x', {Host: 'unix:///a'}, DOCKER_CONFIG);
    expect((await choose({...CONTEXT, DOCKER_CONFIG})).warnings).toEqual([
      'the context "x" is read from the workspace, where a pull request could have put it',
    ]);
  });

  it('is not read from a config that is none, which is told', async () => {
    configFile('config.json', '{"currentContext": hunter22');
    const socket = await listen('socket');
    const {choice, warnings} = await choose({}, {sockets: [socket]});
    expect(choice.source).toBe('first socket that answers');
    expect(warnings).toEqual([expect.stringMatching(/config\.json is not valid JSON, so it names no context$/)]);
  });
});

describe('an engine at ssh://', () => {
  function withSsh(directory: string): string {
    mkdirSync(join(temp, directory), {recursive: true});
    writeFileSync(join(temp, directory, 'ssh'), '#!/bin/sh\n', {mode: 0o755});
    return join(temp, directory);
  }

  it('gets the program and what it needs of the environment, and no secret (hardening S3, E2)', async () => {
    const PATH = ['bin', withSsh('workspace/bin'), withSsh('bin')].join(':');
    const secrets = {INPUT_PASSWORD: 'p', GITHUB_TOKEN: 't', ACTIONS_RUNTIME_TOKEN: 't', AWS_SECRET_ACCESS_KEY: 's'};
    const {choice} = await choose({PATH, SSH_AUTH_SOCK: '/agent', ...secrets}, {host: 'ssh://host'});
    expect(choice.ssh).toEqual({
      program: join(temp, 'bin', 'ssh'),
      environment: {HOME: temp, PATH: join(temp, 'bin'), SSH_AUTH_SOCK: '/agent'},
      knownHosts: undefined,
    });
  });

  it('is refused without a program', async () => {
    const attempt = choose({PATH: withSsh('workspace/bin')}, {host: 'ssh://host'});
    await expect(attempt).rejects.toThrow(/program ssh, and there is none on PATH outside of the workspace/);
  });

  it('gets host keys to be kept in RUNNER_TEMP', async () => {
    const knownHosts =
      '# two\nhost ssh-ed25519 AAAAC3Nz comment\n\n@cert-authority *.example,h2 ecdsa-sha2-nistp256 AAAA==';
    const {choice} = await choose({PATH: withSsh('bin'), RUNNER_TEMP: '/temp'}, {host: 'ssh://host', knownHosts});
    expect(choice.ssh?.knownHosts).toEqual({text: knownHosts, directory: '/temp'});
  });

  it.each([
    ['a private key', '-----BEGIN OPENSSH PRIVATE KEY-----\nhunter22\n', 1],
    ['a name alone', 'host ssh-ed25519 AAAA\nhunter22', 2],
  ])('refuses %s as host keys, and does not repeat it', async (_what, knownHosts, line) => {
    const attempt = choose({PATH: withSsh('bin')}, {host: 'ssh://host', knownHosts});
    await expect(attempt).rejects.toThrow(`input ssh-known-hosts: line ${line} is none`);
    await expect(attempt).rejects.not.toThrow('hunter22');
  });

  it('is what host keys are for: with another they have no effect, which is told', async () => {
    const {warnings} = await choose({}, {host: 'unix:///a', knownHosts: 'host ssh-ed25519 AAAA'});
    expect(warnings).toEqual([expect.stringContaining('ssh-known-hosts has no effect')]);
  });
});
