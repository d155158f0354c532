import {chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {delimiter, join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {type GitServer, startGitServer} from '../../scripts/rig/git-server.ts';
import {createGitFetcher} from '../../src/action/git-fetcher.ts';
import {parseGitSource} from '../../src/action/git-url.ts';
import {accountFor, FetchFailed} from '../../src/pipeline/git-fetch.ts';
import type {GitSource} from '../../src/pipeline/git-source.ts';
import {workspace} from '../rig.ts';

const TOKEN = 'ghs_hunter22hunter22';
const HEADER = Buffer.from(`x-access-token:${TOKEN}`).toString('base64');
const FILES = {Dockerfile: 'FROM scratch\n', 'app/file': 'in app\n', 'bin/run': '#!/bin/sh\n'};

let server: GitServer;
let commit: string;
beforeAll(async () => {
  server = await startGitServer(TOKEN);
  server.commit('octo/lib.git', {'lib.txt': 'lib\n'});
  server.commit('octo/private-lib.git', {'lib.txt': 'private lib\n'});
  commit = server.commit('octo/app.git', FILES, {submodules: {lib: 'octo/lib.git'}});
  server.commit('octo/private.git', FILES, {submodules: {lib: 'octo/private-lib.git'}});
});
afterAll(() => server.stop());

interface Given {
  readonly token?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly source?: Partial<GitSource>;
}

async function fetch(path: string, {token, env = {}, source: changes = {}}: Given = {}) {
  const temp = workspace({});
  const noted: string[] = [];
  const masked: string[] = [];
  const source = {...(parseGitSource(`${server.url}/${path}`) as GitSource), ...changes};
  const secrets = new Map(
    token === undefined ? [] : [[`GIT_AUTH_TOKEN.${source.host}`, {value: Buffer.from(token), input: undefined}]],
  );
  const fetchGit = createGitFetcher({
    env: {PATH: process.env['PATH'], HOME: temp, ...env},
    workspace: '/nowhere',
    temp,
    knownHosts: '',
    onSecret: (value) => masked.push(value),
    onTemporary: (directory) => {
      expect(readdirSync(directory)).toEqual([]);
      noted.push(directory);
    },
  });
  const options = {account: accountFor(source, secrets), agent: undefined, signal: new AbortController().signal};
  const fetched = fetchGit(source, options);
  return {temp, noted, masked, fetched};
}

const read = (directory: string, path: string) => readFileSync(join(directory, path), 'utf8');
const failureOf = async (path: string, given: Given = {}) => {
  const {fetched, temp} = await fetch(path, given);
  const error = await fetched.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(FetchFailed);
  expect(String(error)).not.toContain(TOKEN);
  expect(readdirSync(temp)).toEqual([]);
  return error as FetchFailed;
};

describe('git on the runner', () => {
  it('fetches one commit with its submodules, and leaves nothing of git', async () => {
    const {fetched, noted, temp} = await fetch('octo/app.git');
    const {root, directory, commit: found, ...rest} = await fetched;
    expect(found).toBe(commit);
    expect(directory).toBe(root);
    expect(readdirSync(root).sort()).toEqual(['.gitmodules', 'Dockerfile', 'app', 'bin', 'lib']);
    expect(readdirSync(join(root, 'lib'))).toEqual(['lib.txt']);
    expect(statSync(join(root, 'app/file')).mode & 0o777).toBe(0o644);
    // For nobody else on a shared runner (hardening S4).
    expect(noted).toHaveLength(1);
    expect(statSync(noted[0] ?? '').mode & 0o777).toBe(0o700);
    await rest[Symbol.asyncDispose]();
    expect(readdirSync(temp)).toEqual([]);
  });

  it('keeps git, or leaves submodules out, when asked to', async () => {
    const {root} = await (await fetch('octo/app.git', {source: {keepGit: true, submodules: false}})).fetched;
    expect(readdirSync(root).sort()).toEqual(['.git', '.gitmodules', 'Dockerfile', 'app', 'bin', 'lib']);
    expect(readdirSync(join(root, 'lib'))).toEqual([]);
  });

  it('takes a branch before a tag, a tag, a commit, and one that no branch ends at', async () => {
    server.commit('octo/refs.git', {file: '1'});
    const old = server.git('octo/refs.git', 'rev-parse', 'main');
    const tree = server.git('octo/refs.git', 'rev-parse', 'main^{tree}');
    const make = (message: string, ...parents: readonly string[]) =>
      server.git('octo/refs.git', 'commit-tree', tree, '-m', message, ...parents.flatMap((parent) => ['-p', parent]));
    const next = make('next', old);
    const last = make('last', next);
    server.git('octo/refs.git', 'update-ref', 'refs/heads/main', last);
    server.git('octo/refs.git', 'tag', 'v1', old);
    server.git('octo/refs.git', 'tag', '-a', '-m', 'annotated', 'v2', next);
    server.git('octo/refs.git', 'tag', 'main', old);
    for (const [ref, found] of [
      ['main', last],
      ['refs/tags/main', old],
      ['v1', old],
      ['v2', next],
      [old, old],
      [next, next],
    ]) {
      const {fetched} = await fetch(`octo/refs.git#${ref}`);
      expect({ref, commit: (await fetched).commit}).toEqual({ref, commit: found});
    }
    // Servers before protocol 2 give out no commit but those that branches and tags end at.
    server.git('octo/refs.git', 'tag', '-d', 'v1', 'v2', 'main');
    const env = {GIT_CONFIG_GLOBAL: '', XDG_CONFIG_HOME: workspace({'git/config': '[protocol]\n\tversion = 0\n'})};
    expect((await (await fetch(`octo/refs.git#${next}`, {env})).fetched).commit).toBe(next);
  });

  it('proves the checksum', async () => {
    const {fetched} = await fetch(`octo/app.git?ref=main&checksum=${commit.slice(0, 10)}`);
    expect((await fetched).commit).toBe(commit);
    expect((await failureOf('octo/app.git?ref=main&checksum=0123456789')).message).toContain('does not begin with');
  });

  it('signs in with a token that is in no argument and in no file (hardening S2, S3)', async () => {
    const seen = workspace({});
    // A git in front of git that writes down what it gets.
    writeFileSync(
      join(seen, 'git'),
      `#!/bin/sh\necho "$@" >> ${seen}/arguments\nenv > ${seen}/environment\nPATH=\${PATH#${seen}:}\nexec git "$@"\n`,
    );
    chmodSync(join(seen, 'git'), 0o755);
    const env = {
      PATH: `${seen}${delimiter}${process.env['PATH']}`,
      INPUT_PASSWORD: 'input-secret',
      GITHUB_TOKEN: 'job-secret',
      ACTIONS_RUNTIME_TOKEN: 'runtime-secret',
    };
    const {fetched, masked} = await fetch('octo/private.git#main:app', {token: TOKEN, env, source: {keepGit: true}});
    const {directory, root} = await fetched;
    expect(read(directory, 'file')).toBe('in app\n');
    expect(read(root, 'lib/lib.txt')).toBe('private lib\n');
    expect(masked).toContain(HEADER);
    const said = readFileSync(join(seen, 'arguments'), 'utf8');
    expect(said).toContain('fetch');
    for (const secret of [TOKEN, HEADER]) expect(said).not.toContain(secret);
    for (const entry of readdirSync(root, {recursive: true, withFileTypes: true})) {
      if (!entry.isFile()) continue;
      const content = readFileSync(join(entry.parentPath, entry.name), 'latin1');
      for (const secret of [TOKEN, HEADER]) expect(content.includes(secret)).toBe(false);
    }
    const environment = readFileSync(join(seen, 'environment'), 'utf8');
    for (const secret of ['input-secret', 'job-secret', 'runtime-secret']) expect(environment).not.toContain(secret);
  });

  it('sends the token to its host alone', async () => {
    const other = await startGitServer(TOKEN);
    other.commit('octo/lib.git', {file: ''});
    server.commit('octo/leading.git', {
      '.gitmodules': `[submodule "x"]\n\tpath = x\n\turl = ${other.url}/octo/lib.git\n`,
    });
    // A submodule that a pull request could add: its server is another one.
    const tree = server.git('octo/leading.git', 'rev-parse', 'main:.gitmodules');
    server.git('octo/leading.git', 'read-tree', '--empty');
    server.git('octo/leading.git', 'update-index', '--add', '--cacheinfo', `100644,${tree},.gitmodules`);
    const pin = other.git('octo/lib.git', 'rev-parse', 'main');
    server.git('octo/leading.git', 'update-index', '--add', '--cacheinfo', `160000,${pin},x`);
    const made = server.git('octo/leading.git', 'commit-tree', server.git('octo/leading.git', 'write-tree'), '-m', 'x');
    server.git('octo/leading.git', 'update-ref', 'refs/heads/main', made);
    const {root} = await (await fetch('octo/leading.git', {token: TOKEN})).fetched;
    expect(existsSync(join(root, 'x/file'))).toBe(true);
    expect(other.requests.length).toBeGreaterThan(0);
    expect(other.requests.join()).not.toContain(HEADER);
    expect(server.requests.join()).toContain(HEADER);
    await other.stop();
  });

  it('follows no redirect with the token (hardening R2)', async () => {
    const other = await startGitServer(TOKEN);
    other.commit('octo/app.git', FILES);
    const redirecting = createServer((request, response) =>
      response.writeHead(302, {location: `${other.url}${request.url}`}).end(),
    );
    await new Promise<void>((resolve) => redirecting.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(redirecting.address() as AddressInfo).port}`;
    const source = {repository: `http://${host}/octo/app.git`, host};
    expect((await failureOf('octo/app.git', {token: TOKEN, source})).hint).toContain('has moved');
    expect(other.requests).toEqual([]);
    // Without one there is nothing to lose.
    expect((await (await fetch('octo/app.git', {source})).fetched).commit).toMatch(/^[0-9a-f]{40}$/);
    redirecting.close();
    await other.stop();
  });

  it.each<[string, string, Given, RegExp]>([
    ['a repository that needs an account', 'octo/private.git', {}, /octo\/private\.git: .*GIT_AUTH_TOKEN/s],
    ['a token that is wrong', 'octo/private.git', {token: 'wrong-token'}, /private\.git: .*GIT_AUTH_TOKEN/s],
    ['a branch that is not there', 'octo/app.git#none', {}, /none.*name of the branch/s],
    ['a repository that is not there', 'octo/none.git', {}, /octo\/none\.git: .*not found.*GIT_AUTH_TOKEN/s],
    ['a directory that is not there', 'octo/app.git#main:web', {}, /it has no web/],
    ['a file for a directory', 'octo/app.git#main:Dockerfile', {}, /Dockerfile is no directory/],
    ['a runner without git', 'octo/app.git', {env: {PATH: '/nowhere'}}, /there is no git.*Install git/s],
  ])('says what is wrong with %s', async (_, path, given, why) => {
    const {message, hint} = await failureOf(path, given);
    expect(`${message}. ${hint}`).toMatch(why);
  });

  it('lets no link of a repository lead out of it (hardening C3)', async () => {
    const blob = server.git('octo/app.git', 'rev-parse', 'main:Dockerfile');
    const link = join(workspace({target: '/etc'}), 'target');
    const target = server.git('octo/app.git', 'hash-object', '-w', link);
    server.git('octo/app.git', 'read-tree', '--empty');
    server.git('octo/app.git', 'update-index', '--add', '--cacheinfo', `100644,${blob},Dockerfile`);
    server.git('octo/app.git', 'update-index', '--add', '--cacheinfo', `120000,${target},out`);
    const made = server.git('octo/app.git', 'commit-tree', server.git('octo/app.git', 'write-tree'), '-m', 'link');
    server.git('octo/app.git', 'update-ref', 'refs/heads/link', made);
    expect((await failureOf('octo/app.git#link:out')).message).toContain('out is no directory in it');
  });

  it('does not follow a submodule to the files of the runner, nor run hooks (hardening E5)', async () => {
    const home = workspace({
      '.gitconfig': '[core]\n\thooksPath = hooks\n',
      'hooks/post-checkout': '#!/bin/sh\nexit 9\n',
    });
    chmodSync(join(home, 'hooks/post-checkout'), 0o755);
    writeFileSync(join(home, '.gitconfig'), `[core]\n\thooksPath = ${home}/hooks\n`);
    expect((await (await fetch('octo/app.git', {env: {HOME: home}})).fetched).commit).toBe(commit);
    const secret = join(server.root, 'octo/private.git');
    server.commit('octo/local.git', {'.gitmodules': `[submodule "x"]\n\tpath = x\n\turl = ${secret}\n`});
    const tree = server.git('octo/local.git', 'rev-parse', 'main:.gitmodules');
    server.git('octo/local.git', 'read-tree', '--empty');
    server.git('octo/local.git', 'update-index', '--add', '--cacheinfo', `100644,${tree},.gitmodules`);
    const pin = server.git('octo/private.git', 'rev-parse', 'main');
    server.git('octo/local.git', 'update-index', '--add', '--cacheinfo', `160000,${pin},x`);
    const made = server.git('octo/local.git', 'commit-tree', server.git('octo/local.git', 'write-tree'), '-m', 'x');
    server.git('octo/local.git', 'update-ref', 'refs/heads/main', made);
    expect((await failureOf('octo/local.git')).message).toMatch(/transport 'file' not allowed/);
  });

  it('stops with the signal, and leaves nothing behind (hardening L1)', async () => {
    const temp = workspace({});
    const controller = new AbortController();
    const fetchGit = createGitFetcher({
      env: {PATH: process.env['PATH'], HOME: temp},
      workspace: '/nowhere',
      temp,
      knownHosts: '',
      onSecret: () => {},
      onTemporary: () => setTimeout(() => controller.abort(new Error('enough')), 20),
    });
    const source = parseGitSource(`${server.url}/octo/app.git`) as GitSource;
    const {signal} = controller;
    await expect(fetchGit(source, {account: undefined, agent: undefined, signal})).rejects.toThrow('enough');
    expect(readdirSync(temp)).toEqual([]);
  });
});
