import {mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {chooseEngine} from '../../src/action/engine-input.ts';
import {InvalidAddress} from '../../src/engine/errors.ts';
import {InvalidInput} from '../../src/pipeline/errors.ts';
import {memoryLog} from '../report/memory-log.ts';

let temp: string;
beforeEach(() => {
  temp = realpathSync(mkdtempSync(join(tmpdir(), 'engine-input-')));
  mkdirSync(join(temp, 'workspace'));
});
afterEach(() => rmSync(temp, {recursive: true, force: true}));

async function choose(env: NodeJS.ProcessEnv, given: {readonly host?: string; readonly workspace?: string} = {}) {
  const {log, lines} = memoryLog();
  const {host = '', workspace = join(temp, 'workspace')} = given;
  const choice = await chooseEngine({host, allowPlain: false, workspace, env: {HOME: temp, ...env}, log});
  return {choice, warnings: lines().map((line) => line.replace(/^::warning::/, ''))};
}

describe('chooseEngine', () => {
  it.each([
    ['the input before all', 'unix:///a.sock', {DOCKER_HOST: 'unix:///b.sock'}, '/a.sock', 'input docker-host'],
    ['DOCKER_HOST before the socket', '', {DOCKER_HOST: 'unix:///b.sock'}, '/b.sock', 'DOCKER_HOST'],
    ['the usual socket', '', {}, '/var/run/docker.sock', 'default socket'],
    ['the usual socket for empty variables', '', {DOCKER_HOST: ''}, '/var/run/docker.sock', 'default socket'],
  ])('takes %s', async (_what, host, env, path, source) => {
    const {choice, warnings} = await choose(env, {host});
    expect(choice).toMatchObject({address: {kind: 'unix', path}, source, tls: undefined});
    expect(warnings).toEqual([]);
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

  it('says that a context is not read, and which socket is taken', async () => {
    const {choice, warnings} = await choose({DOCKER_CONTEXT: 'remote'});
    expect(choice.source).toBe('default socket');
    expect(warnings).toEqual([
      expect.stringMatching(
        /^DOCKER_CONTEXT is "remote", but contexts are not read yet, .*unix:\/\/\/var\/run\/docker\.sock/,
      ),
    ]);
  });

  it.each([
    ['docker-host', {DOCKER_CONTEXT: 'remote'}, 'unix:///a.sock'],
    ['DOCKER_HOST', {DOCKER_CONTEXT: 'remote', DOCKER_HOST: 'unix:///b.sock'}, ''],
    ['the context that means the usual socket', {DOCKER_CONTEXT: 'default'}, ''],
    ['no context', {DOCKER_CONTEXT: ''}, ''],
  ])('says nothing of contexts with %s', async (_what, env, host) => {
    expect((await choose(env, {host})).warnings).toEqual([]);
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
