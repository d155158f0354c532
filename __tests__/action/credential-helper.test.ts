/** Real helpers: shell scripts run through @actions/exec, some of which misbehave. */

import {chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import {createHelperRunner, HelperFailed, type HelperOptions} from '../../src/action/credential-helper.ts';

let root: string;
let bin: string;
let workspace: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'helper test "-'));
  bin = join(root, 'bin');
  workspace = join(root, 'workspace');
  await mkdir(bin);
  await mkdir(join(workspace, 'bin'), {recursive: true});
});

afterEach(async () => {
  await rm(root, {recursive: true, force: true});
});

async function install(name: string, script: string, directory = bin): Promise<string> {
  const path = join(directory, `docker-credential-${name}`);
  await writeFile(path, script.startsWith('#!') ? script : `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

function runner(options: Partial<HelperOptions> = {}) {
  const path = [bin, '/usr/bin', '/bin'].join(delimiter);
  return createHelperRunner({environment: {PATH: path, HOME: root}, workspace, ...options});
}

async function failureOf(promise: Promise<unknown>): Promise<HelperFailed> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(HelperFailed);
  return error as HelperFailed;
}

async function isRunning(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return status !== '' && !/\) [ZX] /.test(status);
}

/** The processes a helper script told of in this file; waits for the file. */
async function pidsIn(path: string): Promise<readonly number[]> {
  for (let tries = 0; tries < 100; tries += 1) {
    const text = await readFile(path, 'utf8').catch(() => '');
    if (text.endsWith('.\n')) return text.match(/\d+/g)?.map(Number) ?? [];
    await delay(20);
  }
  throw new Error(`${path} was not written`);
}

async function allGone(pids: readonly number[]): Promise<boolean> {
  for (let tries = 0; tries < 50; tries += 1) {
    const running = await Promise.all(pids.map(isRunning));
    if (!running.includes(true)) return true;
    await delay(20);
  }
  return false;
}

describe('a helper', () => {
  it('gets the verb as argument and the server on stdin, and its answer comes back', async () => {
    await install('good', `printf '{"ServerURL":"%s","Username":"u-%s","Secret":"s"}' "$(cat)" "$*"`);
    expect(await runner()('good', 'get', 'https://index.docker.io/v1/')).toBe(
      '{"ServerURL":"https://index.docker.io/v1/","Username":"u-get","Secret":"s"}',
    );
  });

  it('that holds no credential is no failure', async () => {
    await install('empty', 'echo credentials not found in native keychain; exit 1');
    expect(await runner()('empty', 'get', 'ghcr.io')).toBeUndefined();
  });

  it('that fails is named with its exit code, without what it printed', async () => {
    await install('bad', 'cat >/dev/null; echo token hunter2 expired; echo hunter2 >&2; exit 3');
    const {message, hint, helper} = await failureOf(runner()('bad', 'get', 'ghcr.io'));
    expect(message).toBe('credential helper "bad" failed with exit code 3');
    expect(message + hint).not.toContain('hunter2');
    expect(helper).toBe('bad');
  });

  it('that does not read its input does no harm', async () => {
    await install('deaf', 'exec 0<&-; echo "{}"');
    const input = 'x'.repeat(1024 * 1024);
    expect(await runner()('deaf', 'get', input)).toBe('{}\n');
  });

  it.each([
    ['has no interpreter', '#!/nonexistent/interpreter\n'],
    ['is no program', '#!\u0000\u0001'],
  ])('that %s fails with a hint', async (_name, script) => {
    await install('broken', script);
    const {message, hint} = await failureOf(runner()('broken', 'get', 'ghcr.io'));
    expect(message).toMatch(/^credential helper "broken" (could not be started|failed with exit code \d+)$/);
    expect(hint).toBeDefined();
  });

  it('runs beside others without mixing them up', async () => {
    await install('echo', 'cat');
    const run = runner();
    const servers = Array.from({length: 8}, (_, index) => `host-${index}`);
    expect(await Promise.all(servers.map((server) => run('echo', 'get', server)))).toEqual(servers);
  });
});

describe('T31, E2: a helper is refused', () => {
  it.each(['../x', 'a b', '', '-x', 'A', 'x/y', 'x;y', 'x\n', 'a'.repeat(65)])('for the name %j', async (name) => {
    const {message} = await failureOf(runner()(name, 'get', 'ghcr.io'));
    expect(message).toMatch(/is not run: that is no helper name$/);
  });

  it('when it is missing', async () => {
    const {message, hint} = await failureOf(runner()('missing', 'get', 'ghcr.io'));
    expect(message).toContain('no docker-credential-missing outside of the workspace on PATH');
    expect(hint).toBeDefined();
  });

  it('when it is not executable', async () => {
    await chmod(await install('plain', 'echo x'), 0o644);
    await failureOf(runner()('plain', 'get', 'ghcr.io'));
  });

  const ran = () => readFile(join(root, 'ran'), 'utf8').catch(() => 'not run');

  it.each([
    ['PATH entry in the workspace', async () => join(workspace, 'bin')],
    ['PATH entry that is the workspace', async () => workspace],
    [
      'PATH entry that links into the workspace',
      async () => {
        await symlink(join(workspace, 'bin'), join(root, 'link'));
        return join(root, 'link');
      },
    ],
    ['relative PATH entry', async () => '.'],
    ['empty PATH entry', async () => ''],
  ])('behind a %s', async (_name, entry) => {
    for (const directory of [workspace, join(workspace, 'bin')])
      await install('evil', `echo yes >'${root}/ran'`, directory);
    const PATH = [await entry(), '/usr/bin', '/bin'].join(delimiter);
    const before = process.cwd();
    process.chdir(workspace);
    try {
      await failureOf(runner({environment: {PATH}})('evil', 'get', 'ghcr.io'));
    } finally {
      process.chdir(before);
    }
    expect(await ran()).toBe('not run');
  });

  it('when its file is a link into the workspace', async () => {
    const target = await install('evil', `echo yes >'${root}/ran'`, workspace);
    await symlink(target, join(bin, 'docker-credential-evil'));
    await failureOf(runner()('evil', 'get', 'ghcr.io'));
    expect(await ran()).toBe('not run');
  });
});

describe('T31, E2: a helper is bounded', () => {
  const onLinux = process.platform === 'linux' ? it : it.skip;

  onLinux('in time, and nothing of it stays', async () => {
    const told = join(root, 'pids');
    await install('slow', `sleep 300 & printf '%s %s.\\n' $$ $! >'${told}'; wait`);
    const start = Date.now();
    const attempt = failureOf(runner({timeLimit: 300})('slow', 'get', 'ghcr.io'));
    const pids = await pidsIn(told);
    expect((await attempt).message).toBe('credential helper "slow" gave no answer within 0.3 s and was stopped');
    expect(Date.now() - start).toBeLessThan(20_000);
    expect(pids).toHaveLength(2);
    expect(await allGone(pids)).toBe(true);
  });

  it('when it leaves a child behind that keeps the output open', async () => {
    const told = join(root, 'pids');
    await install('parent', `sleep 300 & printf '%s.\n' $! >'${told}'; echo "{}"`);
    const pipes = () => process.getActiveResourcesInfo().filter((kind) => kind === 'PipeWrap').length;
    const [start, before] = [Date.now(), pipes()];
    expect(await runner()('parent', 'get', 'ghcr.io')).toBe('{}\n');
    const pids = await pidsIn(told);
    try {
      expect(Date.now() - start).toBeLessThan(20_000);
      // An open one would keep the step from ending as long as the grandchild lives.
      for (let tries = 0; pipes() !== before && tries < 250; tries += 1) await delay(20);
      expect(pipes()).toBe(before);
      expect(await Promise.all(pids.map(isRunning))).toEqual([true]);
    } finally {
      for (const pid of pids) process.kill(pid);
    }
  });

  it.each(['stdout', 'stderr'])('in what it prints to %s, in lines or without line ends', async (stream) => {
    const redirect = stream === 'stderr' ? '>&2' : '';
    await install('loud', `head -c 1073741824 /dev/zero ${redirect}`);
    await install('lines', `yes ${redirect}`);
    const before = process.memoryUsage().rss;
    for (const name of ['loud', 'lines']) {
      const {message} = await failureOf(runner()(name, 'get', 'ghcr.io'));
      expect(message).toBe(`credential helper "${name}" answered with more than 64 KiB and was stopped`);
    }
    // Kept, the output of the first one alone would be 1 GiB; what garbage there is depends on the collector.
    expect(process.memoryUsage().rss - before).toBeLessThan(512 * 1024 * 1024);
  });

  it('and takes an answer of just the limit', async () => {
    await install('full', `head -c 65536 /dev/zero | tr '\\0' x`);
    expect(await runner()('full', 'get', 'ghcr.io')).toBe('x'.repeat(65536));
  });

  onLinux('T29: and ends with the signal', async () => {
    const told = join(root, 'pids');
    await install('slow', `printf '%s.\\n' $$ >'${told}'; exec sleep 300`);
    const controller = new AbortController();
    const attempt = runner({signal: controller.signal})('slow', 'get', 'ghcr.io').catch((error: unknown) => error);
    const pids = await pidsIn(told);
    controller.abort(new Error('cancelled'));
    expect(await attempt).toEqual(new Error('cancelled'));
    expect(await allGone(pids)).toBe(true);
  });
});

describe('S3: the environment of a helper', () => {
  const environment = (PATH: string) => ({
    PATH,
    HOME: '/home/x',
    HTTPS_PROXY: 'http://proxy:1',
    INPUT_PASSWORD: 'hunter2',
    GITHUB_TOKEN: 'hunter2',
    ACTIONS_RUNTIME_TOKEN: 'hunter2',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'hunter2',
    AWS_SECRET_ACCESS_KEY: 'aws',
    GOOGLE_APPLICATION_CREDENTIALS: 'google',
    VAULT_TOKEN: 'vault',
  });
  const seenBy = async (name: string, options: Partial<HelperOptions> = {}) => {
    await install(name, 'cat >/dev/null; env');
    const PATH = ['relative', bin, workspace, '/usr/bin', '/bin'].join(delimiter);
    const output = await runner({environment: environment(PATH), ...options})(name, 'get', 'ghcr.io');
    const lines = (output ?? '')
      .trim()
      .split('\n')
      .map((line) => line.split('=', 2) as [string, string]);
    return Object.fromEntries(lines.filter(([variable]) => !['PWD', 'SHLVL', '_', 'OLDPWD'].includes(variable)));
  };

  it('holds no input and no token, and only trusted directories', async () => {
    expect(await seenBy('plain')).toEqual({
      PATH: [bin, '/usr/bin', '/bin'].join(delimiter),
      HOME: '/home/x',
      HTTPS_PROXY: 'http://proxy:1',
    });
  });

  it.each([
    ['ecr-login', {AWS_SECRET_ACCESS_KEY: 'aws'}],
    ['gcloud', {GOOGLE_APPLICATION_CREDENTIALS: 'google'}],
    ['gcr', {GOOGLE_APPLICATION_CREDENTIALS: 'google'}],
  ])('has the credentials of its own cloud: %s', async (name, own) => {
    const seen = await seenBy(name);
    expect(seen).toMatchObject(own);
    expect(Object.keys(seen)).toHaveLength(4);
  });

  it('has what the author passes on, but never an input', async () => {
    const seen = await seenBy('vault', {passVariables: ['VAULT_TOKEN', 'INPUT_PASSWORD']});
    expect(seen).toMatchObject({VAULT_TOKEN: 'vault'});
    expect(Object.keys(seen)).not.toContain('INPUT_PASSWORD');
  });
});
