import {execFileSync} from 'node:child_process';
import {once} from 'node:events';
import {chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer, type Server} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {findProgram} from '../../scripts/rig/host.ts';
import {parseList} from '../../src/action/list.ts';
import {readSshForwards} from '../../src/action/ssh-forward-input.ts';
import {InvalidInput} from '../../src/pipeline/errors.ts';
import {memoryLog} from '../report/memory-log.ts';

const onKeygen = findProgram('ssh-keygen') === undefined ? describe.skip : describe;
let workspace: string;
let server: Server;

onKeygen('input ssh', () => {
  beforeAll(async () => {
    workspace = mkdtempSync(join(tmpdir(), 'ssh-'));
    server = createServer();
    await once(server.listen(join(workspace, 'socket')), 'listening');
    const keygen = (name: string, ...args: readonly string[]) =>
      execFileSync('ssh-keygen', ['-q', '-f', join(workspace, name), ...args]);
    keygen('ed25519', '-t', 'ed25519', '-N', '');
    keygen('ecdsa', '-t', 'ecdsa', '-N', '');
    keygen('rsa', '-t', 'rsa', '-b', '2048', '-N', '', '-m', 'PEM');
    keygen('pkcs8', '-t', 'rsa', '-b', '2048', '-N', '', '-m', 'PKCS8');
    keygen('locked', '-t', 'ed25519', '-N', 'hunter2hunter2');
    keygen('locked-pem', '-t', 'rsa', '-b', '2048', '-N', 'hunter2hunter2', '-m', 'PEM');
    keygen('locked-pkcs8', '-t', 'rsa', '-b', '2048', '-N', 'hunter2hunter2', '-m', 'PKCS8');
    writeFileSync(
      join(workspace, 'crlf'),
      readFileSync(join(workspace, 'ed25519'), 'utf8').trim().replaceAll('\n', '\r\n'),
    );
    writeFileSync(join(workspace, 'putty'), 'PuTTY-User-Key-File-3: ssh-ed25519\n');
    writeFileSync(join(workspace, 'text'), 'hunter2hunter2');
    chmodSync(join(workspace, 'ed25519'), 0o644);
  });
  afterAll(() => {
    server.close();
    rmSync(workspace, {recursive: true});
  });

  function read(text: string, env: NodeJS.ProcessEnv = {}) {
    const {log, text: logged} = memoryLog();
    const masked: string[] = [];
    const {items} = parseList('ssh', text, 'csv');
    const source = {env: {HOME: workspace, ...env}, log, onSecret: (value: string) => void masked.push(value)};
    const shape = () =>
      readSshForwards(items, source, workspace).map((forward) =>
        forward.kind === 'agent'
          ? `${forward.id} -> ${forward.socket.replace(workspace, '')}`
          : `${forward.id} keys ${forward.keys.map(({path}) => path).join(' ')}`,
      );
    return {shape, masked, logged, source, items};
  }

  function failure(text: string, env: NodeJS.ProcessEnv = {}) {
    const {shape, masked, logged} = read(text, env);
    try {
      shape();
    } catch (error) {
      expect(error).toBeInstanceOf(InvalidInput);
      const {message, hint} = error as InvalidInput;
      return {message, hint, masked, logged: logged()};
    }
    throw new Error('it passed');
  }

  it.each([
    ['nothing', '', []],
    ['the agent of the job', 'default', ['default -> /socket']],
    ['it by other ids', 'default\ngithub,my.git_1', ['default -> /socket', 'github -> /socket', 'my.git_1 -> /socket']],
    ['the socket of an agent', 'default=socket', ['default -> /socket']],
    ['a key', 'default=ed25519', ['default keys ed25519']],
    ['a key of the home directory', 'default=~/ecdsa', ['default keys ~/ecdsa']],
    [
      'several keys, the form that the drop-in takes apart',
      'a=ed25519,./ecdsa\nb=rsa',
      ['a keys ed25519 ./ecdsa', 'b keys rsa'],
    ],
    ['the same in quotes', '"a=ed25519,./ecdsa"', ['a keys ed25519 ./ecdsa']],
    ['several keys in lines', 'a=ed25519\nb=rsa\na=pkcs8', ['a keys ed25519 pkcs8', 'b keys rsa']],
  ])('names %s', (_, text, expected) => {
    expect(read(text, {SSH_AUTH_SOCK: join(workspace, 'socket')}).shape()).toEqual(expected);
  });

  it.each(['ed25519', 'ecdsa', 'rsa', 'pkcs8', 'crlf'])('gives the key in file %s as ssh-add reads it', (name) => {
    const {items, source, masked} = read(`default=${name}`);
    const [forward] = readSshForwards(items, source, workspace);
    const text = readFileSync(join(workspace, name), 'utf8').replaceAll('\r', '').trim();
    expect(forward).toEqual({kind: 'keys', id: 'default', keys: [{path: name, text: `${text}\n`}]});
    // S1
    for (const line of text.split('\n')) expect(masked).toContain(line);
  });

  it.each([
    ['no agent', 'default', '"default" is the agent of SSH_AUTH_SOCK, which is not set'],
    [
      'a passphrase',
      'a=locked',
      'the key of "a" cannot be used: it has a passphrase, and nobody can be asked for it here',
    ],
    ['a passphrase in PEM', 'a=locked-pem', 'it has a passphrase'],
    ['a passphrase in PKCS #8', 'a=locked-pkcs8', 'it has a passphrase'],
    ['a public key', 'a=ed25519.pub', 'it is a public key'],
    ['a key of PuTTY', 'a=putty', 'it is a key of PuTTY'],
    ['any other file', 'a=text', 'it is no private key'],
    ['a directory', 'a=.', 'its path is not that of a key'],
    ['no file', 'a=hunter2', 'there is no file at its path'],
    ['a path without an id', './ed25519', 'its item 1 has no id'],
    ['an empty id', '=ed25519', 'its item 1 has no id'],
    ['a socket beside a key', 'a=socket,./ed25519', '"a" names a socket beside other paths'],
  ])('fails for %s, without its content', (_, text, words) => {
    const {message, hint, logged} = failure(text);
    expect(message).toMatch(/^input ssh: /);
    expect(message).toContain(words);
    expect(`${message} ${hint} ${logged}`).not.toContain('hunter2');
  });

  it('fails for a socket that is not there', () => {
    expect(failure('default', {SSH_AUTH_SOCK: '/nowhere'}).message).toContain('no socket is where it leads');
  });

  it('fails for a key where its path belongs, and hides it', () => {
    const key = readFileSync(join(workspace, 'ed25519'), 'utf8');
    const {message, hint, masked} = failure(`default=${key}`);
    expect(message).toBe('input ssh: it holds a private key, and the path of one is meant');
    const lines = key.trim().split('\n');
    for (const line of lines.slice(1)) expect(masked).toContain(line);
    for (const line of lines) expect(`${message} ${hint}`).not.toContain(line);
  });
});
