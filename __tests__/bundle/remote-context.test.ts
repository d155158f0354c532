import {execFileSync, spawn} from 'node:child_process';
import {readdirSync, writeFileSync} from 'node:fs';
import {connect} from 'node:net';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {type GitServer, startGitServer} from '../../scripts/rig/git-server.ts';
import {freePort, waitFor} from '../../scripts/rig/host.ts';
import {missingForSsh, type Sshd, startSshd} from '../../scripts/rig/sshd.ts';
import {
  ask,
  BASE_IMAGE,
  describeEngines,
  type Engine,
  isFirstOfVersion,
  isOldDocker,
  isPodman,
  removeImage,
  runAction,
  runImage,
  unique,
  withoutMasks,
  workspace,
} from '../rig.ts';

const TOKEN = 'ghs_hunter22hunter22hunter22';
const HEADER = Buffer.from(`x-access-token:${TOKEN}`).toString('base64');
/** Git knows it in every repository. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
const dockerfile = (...paths: readonly string[]) =>
  `FROM ${BASE_IMAGE}\nCOPY . /all\nWORKDIR /all\nCMD cat ${paths.join(' ')} 2> /dev/null; test ! -e .git\n`;
const FILES = {
  Dockerfile: dockerfile('app/file', 'lib/lib.txt'),
  '.dockerignore': 'app\n',
  'app/Dockerfile': dockerfile('file'),
  'app/other.Dockerfile': `FROM ${BASE_IMAGE}\nCMD echo other\n`,
  'app/file': 'fetched\n',
};

let server: GitServer;
/** `git://`, `ssh://` and `http://` of the same repositories. */
let daemon: string;
let sshd: Sshd | undefined;
const stops: (() => unknown)[] = [];

beforeAll(async () => {
  server = await startGitServer(TOKEN);
  server.commit('octo/lib.git', {'lib.txt': 'library\n'});
  server.commit('octo/branches.git', {Dockerfile: `FROM ${BASE_IMAGE}\nCMD echo default\n`});
  const stale = server.git('octo/branches.git', 'commit-tree', EMPTY_TREE, '-m', 'stale');
  server.git('octo/branches.git', 'branch', 'master', stale);
  server.commit('octo/private-lib.git', {'lib.txt': 'library\n'});
  server.commit('octo/app.git', FILES, {submodules: {lib: 'octo/lib.git'}});
  server.commit('octo/private.git', FILES, {submodules: {lib: 'octo/private-lib.git'}});
  execFileSync('tar', ['-cf', join(server.root, 'app.tar'), '-C', join(server.root, 'work/octo/app.git/app'), '.']);
  writeFileSync(join(server.root, 'url.Dockerfile'), dockerfile('file'));
  const port = await freePort();
  const args = ['daemon', '--reuseaddr', '--listen=127.0.0.1', `--port=${port}`, '--export-all'];
  const child = spawn('git', [...args, `--base-path=${server.root}`, server.root], {stdio: 'ignore', detached: true});
  stops.push(() => process.kill(-(child.pid ?? 0), 'SIGTERM'));
  await waitFor(() => listens(port), 10);
  daemon = `git://127.0.0.1:${port}`;
  if (missingForSsh() === undefined) sshd = await startSshd();
}, 300_000);
afterAll(async () => {
  for (const stop of stops) stop();
  await sshd?.stop();
  await server.stop();
});

const listens = (port: number) =>
  new Promise<boolean>((resolve) =>
    connect(port, '127.0.0.1')
      .on('connect', () => resolve(true))
      .on('error', () => resolve(false)),
  );

interface Given {
  readonly files?: Readonly<Record<string, string | Buffer>>;
  readonly env?: Readonly<Record<string, string>>;
}

async function run(engine: Engine, inputs: Readonly<Record<string, string>>, {files = {}, env = {}}: Given = {}) {
  return runAction(inputs, {workspace: workspace(files), env: {DOCKER_HOST: engine.address, ...env}});
}

/** Builds, and gives what a container of the image prints. */
async function printed(engine: Engine, inputs: Readonly<Record<string, string>>, given: Given = {}) {
  const name = `${unique()}:1`;
  const {code, log, ...rest} = await run(engine, {...inputs, tags: name}, given);
  if (code !== 0) throw new Error(withoutMasks(log));
  const text = await runImage(engine, name);
  const history = await ask(engine.address, `/images/${name}/history`);
  await removeImage(engine, name);
  return {text, log, history: history.text, ...rest};
}

/** Of the whole repository. Podman applies the ignore file in it, which Docker's builders do not. */
const wholeText = (engine: Engine) => (isPodman(engine) ? 'library\n' : 'fetched\nlibrary\n');

describeEngines(
  'a context that is not in the workspace',
  (engine) => {
    it('is a Git repository, its submodules with it', async () => {
      const {text, log} = await printed(engine, {context: `${server.url}/octo/app.git#main`});
      expect(text).toBe(wholeText(engine));
      expect(log).toContain(
        `fetched by ${isPodman(engine) ? 'git on the runner, as Podman fetches no contexts' : 'the engine'}`,
      );
    });

    it('is the default branch of a repository, whatever other branches it has', async () => {
      for (const builder of isPodman(engine) ? ['auto'] : ['2', '1']) {
        const {text, log} = await printed(engine, {
          context: `${server.url}/octo/branches.git`,
          'builder-version': builder,
        });
        expect({builder, text, log}).toEqual({builder, text: 'default\n', log: expect.not.stringContaining('tries')});
      }
    });

    it('is a directory of a repository, by any transport', async () => {
      const file = 'other.Dockerfile';
      expect((await printed(engine, {context: `${daemon}/octo/app.git#main:app`, file})).text).toBe('other\n');
      if (sshd === undefined) return;
      const context = `${sshd.address}${server.root}/octo/app.git#main:app`;
      const inputs = {context, ssh: 'default', 'ssh-known-hosts': sshd.knownHosts};
      expect((await printed(engine, inputs, {env: {SSH_AUTH_SOCK: sshd.agent}})).text).toBe('fetched\n');
    });

    it("is the job's commit in a private repository, and the token shows nowhere (hardening S2)", async () => {
      const commit = server.git('octo/private.git', 'rev-parse', 'main');
      const env = {
        GITHUB_SERVER_URL: server.url,
        GITHUB_REPOSITORY: 'octo/private',
        GITHUB_REF: 'refs/heads/main',
        GITHUB_SHA: commit,
        RUNNER_DEBUG: '1',
      };
      for (const [context, text] of [
        ['', wholeText(engine)],
        ['{{defaultContext}}:app', 'fetched\n'],
      ] as const) {
        const before = server.requests.length;
        const result = await printed(engine, {context, 'github-token': TOKEN}, {env});
        expect(result.text).toBe(text);
        expect(server.requests.slice(before).join('\n')).toMatch(
          new RegExp(`^/octo/private\\.git/\\S+ basic ${HEADER}$`, 'im'),
        );
        const {log, outputs, state, summary, history} = result;
        const all = JSON.stringify([withoutMasks(log), outputs, state, summary, history]);
        for (const secret of [TOKEN, HEADER]) expect(all).not.toContain(secret);
      }
      // Another commit is not the job's, so its token is not for it.
      const {code, log} = await run(engine, {context: `${server.url}/octo/private.git`, 'github-token': TOKEN}, {env});
      expect(code).toBe(1);
      expect(log).toMatch(/::error::.*GIT_AUTH_TOKEN/);
    });

    it('is private, by an account of its own', async () => {
      const secrets = `GIT_AUTH_TOKEN.${new URL(server.url).host}=${TOKEN}`;
      expect((await printed(engine, {context: `${server.url}/octo/private.git#main:app`, secrets})).text).toBe(
        'fetched\n',
      );
    });

    it('is a tar, by URL or on the runner', async () => {
      const context = `${server.url}/app.tar`;
      const byUrl = await run(engine, {context});
      if (isPodman(engine)) {
        expect(byUrl.log).toMatch(/::error::input context: Podman's API fetches no contexts.*download the tar/i);
      } else expect({code: byUrl.code, log: byUrl.log}).toMatchObject({code: 0});
      const tar = (await ask(server.url, '/app.tar')).body;
      const directory = workspace({'context.tar': tar});
      execFileSync('zstd', ['-q', 'context.tar'], {cwd: directory});
      const {text} = await printed(
        engine,
        {context: 'context.tar.zst'},
        {files: {'context.tar.zst': readZst(directory)}},
      );
      expect(text).toBe('fetched\n');
      const file = 'other.Dockerfile';
      expect((await printed(engine, {context: 'context.tar', file}, {files: {'context.tar': tar}})).text).toBe(
        'other\n',
      );
    });

    it('has a Dockerfile that is no file of it', async () => {
      const files = {'ctx/file': 'of the workspace\n'};
      const inline = dockerfile('file');
      expect((await printed(engine, {context: 'ctx', 'dockerfile-inline': inline}, {files})).text).toBe(
        'of the workspace\n',
      );
      const context = `${server.url}/octo/app.git#main:app`;
      expect((await printed(engine, {context, file: `${server.url}/url.Dockerfile`})).text).toBe('fetched\n');
    });
  },
  isFirstOfVersion,
);

const readZst = (directory: string) => execFileSync('cat', ['context.tar.zst'], {cwd: directory});

describe('what git on the runner fetched', () => {
  const isFetching = (engine: Engine) => isPodman(engine) || isOldDocker(engine);
  describeEngines(
    'and a run that was killed left',
    (engine) => {
      it('is removed by the post part (hardening S4, L4)', async () => {
        const temp = workspace({});
        const context = `${server.url}/octo/app.git#main:app`;
        const inputs = {context, 'dockerfile-inline': `FROM ${BASE_IMAGE}\nRUN sleep 20 # ${unique()}\n`};
        const env = {DOCKER_HOST: engine.address, RUNNER_TEMP: temp};
        const {state} = await runAction(inputs, {
          workspace: workspace({}),
          env,
          onLog: (log, kill) => {
            if (log.includes('::group::Build')) kill('SIGKILL');
          },
        });
        expect(readdirSync(temp)).toHaveLength(1);
        const stranger = workspace({file: ''});
        const {code} = await runAction(inputs, {workspace: temp, env, state: {...state, temporary_9: stranger}});
        expect(code).toBe(0);
        expect(readdirSync(temp)).toEqual([]);
        expect(readdirSync(stranger)).toEqual(['file']);
      });
    },
    isFetching,
  );
});
