import {execFileSync} from 'node:child_process';
import {createReadStream} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {afterEach, expect, it} from '@jest/globals';
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

/** A real Git repository and a tar of it, behind plain http on this machine, as Git's own "dumb" protocol has it. */
async function serve(): Promise<string> {
  const directory = workspace(FILES);
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: directory,
      stdio: 'ignore',
    });
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-qm', 'first');
  git('clone', '-q', '--bare', '.', 'app.git');
  execFileSync('git', ['update-server-info'], {cwd: join(directory, 'app.git')});
  execFileSync('tar', ['-cf', 'app.tar', '-C', 'app', '.'], {cwd: directory});
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://h').pathname;
    createReadStream(join(directory, path))
      .on('error', () => response.writeHead(404).end())
      .pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describeEngines('a context that the engine fetches', (engine) => {
  const run = (inputs: Readonly<Record<string, string>>, on: Engine = engine) =>
    runAction(inputs, {workspace: workspace({}), env: {DOCKER_HOST: on.address}});

  it.each([
    ['a directory of a Git repository', (host: string) => `${host}/app.git#main:app`],
    ['a tar', (host: string) => `${host}/app.tar`],
  ])('is %s', async (_, url) => {
    const context = url(await serve());
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
