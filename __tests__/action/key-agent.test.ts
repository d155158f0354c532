/** The real ssh-agent and ssh-add, behind scripts on PATH that note how they are called. */
import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {findProgram, waitFor} from '../../scripts/rig/host.ts';
import {removeAgents, startKeyAgent} from '../../src/action/key-agent.ts';
import {InvalidInput} from '../../src/pipeline/errors.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'key-agent-'));
  for (const name of ['bin', 'temp', 'workspace']) mkdirSync(join(root, name));
});
afterEach(() => rmSync(root, {recursive: true, force: true}));

const PROGRAMS = ['ssh-agent', 'ssh-add', 'cat'].map((name) => [name, findProgram(name)] as const);
const missing = PROGRAMS.find(([, path]) => path === undefined)?.[0];
const onAgent = missing === undefined ? describe : describe.skip;

/** Scripts that note their arguments and environment, and become the program. */
function wrap(): void {
  for (const [name, path] of PROGRAMS) {
    const script = `#!/bin/sh\n{ echo "== ${name}"; printf '%s\\n' "$@"; export -p; } >> '${root}/calls'\nexec '${path}' "$@"\n`;
    writeFileSync(join(root, 'bin', name), script, {mode: 0o755});
  }
}

const calls = () => (existsSync(join(root, 'calls')) ? readFileSync(join(root, 'calls'), 'utf8') : '');

function newKey(name: string): {readonly path: string; readonly text: string} {
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', join(root, name)]);
  return {path: name, text: readFileSync(join(root, name), 'utf8')};
}

/** Running agents that listen in this test's directory. */
const agents = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(join(root, 'temp'));
      } catch {
        return false;
      }
    });

function tools(more: Partial<Parameters<typeof startKeyAgent>[1]> = {}) {
  const notes: string[] = [];
  const env = {
    PATH: join(root, 'bin'),
    HOME: root,
    DISPLAY: ':0',
    SSH_ASKPASS: '/bin/false',
    INPUT_SECRETS: 'hunter2',
    GITHUB_TOKEN: 'hunter2',
    SSH_AUTH_SOCK: '/of/the/job',
  };
  const note = (directory: string) => {
    expect(readdirSync(directory)).toEqual([]);
    notes.push(directory);
  };
  const given = {
    env,
    workspace: join(root, 'workspace'),
    temp: join(root, 'temp'),
    signal: new AbortController().signal,
    note,
  };
  return {notes, given: {...given, ...more}};
}

const listed = (socket: string) =>
  execFileSync('ssh-add', ['-l'], {env: {...process.env, SSH_AUTH_SOCK: socket}, encoding: 'utf8'});

/** Agents are nobody's children: each ends by itself when it sees that it is not needed any more. */
const allGone = () => waitFor(async () => agents().length === 0, 5);

onAgent(`an ssh-agent for keys${missing === undefined ? '' : ` (skipped: no ${missing} here)`}`, () => {
  it('holds them, in a directory that is ours alone, and leaves nothing', async () => {
    wrap();
    const {notes, given} = tools();
    const keys = [newKey('one'), newKey('two')];
    const agent = await startKeyAgent(keys, given);
    expect(listed(agent.socket)).toMatch(/one.*\n.*two/);
    expect(notes).toEqual([dirname(agent.socket)]);
    expect(statSync(dirname(agent.socket)).mode & 0o777).toBe(0o700);
    expect(agents().length).toBeGreaterThan(0);
    await agent[Symbol.asyncDispose]();
    expect(await allGone()).toBe(true);
    expect(readdirSync(join(root, 'temp'))).toEqual([]);
  });

  it('is given keys by stdin, and nothing of the job but what programs need (hardening S2, S3, T6)', async () => {
    wrap();
    const key = newKey('one');
    await using agent = await startKeyAgent([key], tools().given);
    expect(agent.socket).toContain(root);
    const text = calls();
    for (const [name] of PROGRAMS) expect(text).toContain(`== ${name}\n`);
    for (const line of key.text.trim().split('\n')) expect(text).not.toContain(line);
    for (const word of ['hunter2', 'INPUT_', 'TOKEN', 'DISPLAY', 'SSH_ASKPASS=', '/of/the/job'])
      expect(text).not.toContain(word);
    expect(text).toMatch(/SSH_ASKPASS_REQUIRE='?never/);
  });

  it('takes no library from a build', async () => {
    wrap();
    await using agent = await startKeyAgent([newKey('one')], tools().given);
    const add = () =>
      execFileSync('ssh-add', ['-s', '/usr/lib/any.so'], {
        env: {...process.env, SSH_AUTH_SOCK: agent.socket, SSH_ASKPASS_REQUIRE: 'never'},
        input: '',
        stdio: 'pipe',
      });
    expect(add).toThrow(/refused|failed/i);
  });

  it('that refuses a key says which, and leaves nothing', async () => {
    wrap();
    const broken = newKey('one')
      .text.split('\n')
      .map((line, at) => (at === 2 ? `AAAA${line.slice(4)}` : line))
      .join('\n');
    const starting = startKeyAgent([{path: '~/deploy', text: broken}], tools().given);
    await expect(starting).rejects.toThrow(/^input ssh: the key ~\/deploy was not taken by ssh-add: Error loading key/);
    await expect(starting).rejects.toBeInstanceOf(InvalidInput);
    expect(await allGone()).toBe(true);
    expect(readdirSync(join(root, 'temp'))).toEqual([]);
  });

  it('is not found in the workspace, and said to be missing', async () => {
    wrap();
    const {given} = tools({workspace: root});
    await expect(startKeyAgent([newKey('one')], given)).rejects.toThrow(
      'they are not on PATH outside of the workspace',
    );
  });

  it.each([
    ['ends before it listens', 'echo no room >&2; exit 3', 'an ssh-agent for the keys could not be started: no room'],
    ['ends without a word', 'exit 3', 'could not be started: it ended with exit code 3'],
  ])('that %s is an error with its words', async (_, script, words) => {
    wrap();
    writeFileSync(join(root, 'bin', 'ssh-agent'), `#!/bin/sh\n${script}\n`, {mode: 0o755});
    await expect(startKeyAgent([newKey('one')], tools().given)).rejects.toThrow(words);
    expect(readdirSync(join(root, 'temp'))).toEqual([]);
  });

  it('does not start where its socket would have too long a path', async () => {
    wrap();
    const temp = join(root, 'temp', 'x'.repeat(100));
    mkdirSync(temp);
    await expect(startKeyAgent([newKey('one')], tools({temp}).given)).rejects.toThrow('that path is too long');
    expect(readdirSync(temp)).toEqual([]);
  });

  it('is stopped while it starts (hardening L1)', async () => {
    wrap();
    writeFileSync(join(root, 'bin', 'ssh-agent'), '#!/bin/sh\nexec "$(command -v sleep || echo /bin/sleep)" 60\n', {
      mode: 0o755,
    });
    const controller = new AbortController();
    const starting = startKeyAgent([newKey('one')], tools({signal: controller.signal}).given);
    setTimeout(() => controller.abort(new Error('cancelled')), 50);
    await expect(starting).rejects.toThrow(/cancelled|aborted/);
    expect(readdirSync(join(root, 'temp'))).toEqual([]);
  });
});

describe('what a killed step left of an agent', () => {
  it('is removed, and paths that are none of ours are not (hardening L4, T30)', async () => {
    const temp = join(root, 'temp');
    const made = ['stowage-agent-abcdef', 'stowage-agent-a', 'other', 'stowage-agent-abcdeg'].map((name) =>
      join(temp, name),
    );
    for (const directory of made) mkdirSync(directory);
    const outside = join(root, 'stowage-agent-abcdef');
    mkdirSync(outside);
    const noted = [
      made[0] ?? '',
      made[1] ?? '',
      `${temp}/../stowage-agent-abcdef`,
      outside,
      temp,
      '/',
      '',
      `${temp}/gone`,
    ];
    await removeAgents(noted, temp);
    await removeAgents(noted, temp);
    expect(readdirSync(temp).sort()).toEqual(['other', 'stowage-agent-a', 'stowage-agent-abcdeg']);
    expect(existsSync(outside)).toBe(true);
  });
});
