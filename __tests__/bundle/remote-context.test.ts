import {execFileSync, spawn} from 'node:child_process';
import {createReadStream} from 'node:fs';
import {createServer} from 'node:http';
import {type AddressInfo, connect} from 'node:net';
import {join} from 'node:path';
import {afterEach, expect, it} from '@jest/globals';
import {freePort, waitFor} from '../../scripts/rig/host.ts';
import {
  BASE_IMAGE,
  describeEngines,
  type Engine,
  isPodman,
  removeImage,
  runAction,
  runImage,
  unique,
  workspace,
} from '../rig.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

const FILES = {
  'app/Dockerfile': `FROM ${BASE_IMAGE}\nCOPY file /file\nCMD ["cat", "/file"]\n`,
  'app/other.Dockerfile': `FROM ${BASE_IMAGE}\nCOPY file /other\nCMD ["cat", "/other"]\n`,
  'app/file': 'fetched\n',
};

/** A real Git repository behind a real git daemon, and a tar behind plain http. */
async function serve(): Promise<{readonly git: string; readonly http: string}> {
  const directory = workspace(FILES);
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: directory,
      stdio: 'ignore',
    });
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-qm', 'first');
  execFileSync('tar', ['-cf', 'app.tar', '-C', 'app', '.'], {cwd: directory});
  const port = await freePort();
  const daemon = spawn(
    'git',
    [
      'daemon',
      '--reuseaddr',
      '--listen=127.0.0.1',
      `--port=${port}`,
      '--export-all',
      `--base-path=${directory}`,
      directory,
    ],
    {stdio: 'ignore', detached: true},
  );
  cleanups.push(() => process.kill(-(daemon.pid ?? 0), 'SIGTERM'));
  await waitFor(
    () =>
      new Promise((resolve) =>
        connect(port, '127.0.0.1')
          .on('connect', () => resolve(true))
          .on('error', () => resolve(false)),
      ),
    10,
  );
  const server = createServer((_, response) => createReadStream(join(directory, 'app.tar')).pipe(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => server.close());
  const http = `http://127.0.0.1:${(server.address() as AddressInfo).port}/app.tar`;
  return {git: `git://127.0.0.1:${port}/.git#main:app`, http};
}

describeEngines('a context that the engine fetches', (engine) => {
  const run = (inputs: Readonly<Record<string, string>>, on: Engine = engine) =>
    runAction(inputs, {workspace: workspace({}), env: {DOCKER_HOST: on.address}});

  it.each([
    ['a directory of a Git repository', 'git'],
    ['a tar', 'http'],
  ] as const)('is %s', async (_, kind) => {
    const context = (await serve())[kind];
    const name = `${unique()}:1`;
    const {code, log} = await run({context, tags: name});
    if (isPodman(engine)) {
      expect(code).toBe(1);
      expect(log).toMatch(/::error::input context: Podman's API fetches no contexts.*check the repository out/i);
      return;
    }
    expect({code, log}).toMatchObject({code: 0});
    expect(await runImage(engine, name)).toBe('fetched\n');
    await removeImage(engine, name);
    const other = await run({context, file: 'other.Dockerfile', tags: name});
    expect({code: other.code, log: other.log}).toMatchObject({code: 0});
    await removeImage(engine, name);
  });
});
