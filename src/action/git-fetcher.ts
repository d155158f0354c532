/**
 * Fetches a Git context with the git of the runner, as BuildKit does it: one commit without its history, submodules
 * with it, no `.git` unless asked for. Of git's many ways to be led elsewhere only the allowed transports stay
 * (hardening E5); hooks, filters and helpers of the machine are off, and an account travels in the environment alone, as
 * configuration that git sends to the one host (S2, S3).
 */
import {readdirSync, realpathSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {join, sep} from 'node:path';
import {type FetchedGit, FetchFailed, type FetchGit, type FetchGitOptions} from '../pipeline/git-fetch.ts';
import {commitOf, type GitSource, showGitSource} from '../pipeline/git-source.ts';
import {findProgram, isPlainVariable} from './program.ts';
import {ProgramFailed, runProgram} from './program-run.ts';
import {makeTemporary, removeTemporary} from './temporary.ts';

export interface FetcherOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly workspace: string;
  /** RUNNER_TEMP. */
  readonly temp: string;
  readonly onSecret: (value: string) => void;
  /** Input ssh-known-hosts; empty leaves it to the files that ssh is configured with. */
  readonly knownHosts: string;
  /** Notes a directory for the post part. */
  readonly onTemporary: (path: string) => void;
}

export function createGitFetcher(options: FetcherOptions): FetchGit {
  return async (source, {account, agent, signal}) => {
    const root = makeTemporary(options.temp, options.onTemporary);
    // Modes of files in the image do not depend on the runner's; those of the directory above are fixed.
    const umask = process.umask(0o022);
    try {
      const git = await Git.find(source, {account, agent, signal, ssh: sshCommand(root, options)}, options);
      return await fetchInto(join(root, 'repository'), git, source, () => removeTemporary(root));
    } catch (error) {
      removeTemporary(root);
      throw error;
    } finally {
      process.umask(umask);
    }
  };
}

async function fetchInto(root: string, git: Git, source: GitSource, remove: () => void): Promise<FetchedGit> {
  await git.run(['init', '--quiet', '--template=', root], undefined);
  await git.run(['remote', 'add', 'origin', source.repository], root);
  const fetched = await fetchRef(root, git, source);
  await git.run(['checkout', '--quiet', '--force', '--detach', fetched], root);
  const commit = (await git.run(['rev-parse', 'HEAD'], root)).trim();
  const {checksum, directory} = source;
  if (checksum !== undefined && !commit.startsWith(checksum))
    throw new FetchFailed(showGitSource(source), `it leads to ${commit}, which does not begin with ${checksum}`);
  if (source.submodules && isThere(join(root, '.gitmodules'))) {
    const update = ['submodule', '--quiet', 'update', '--init', '--recursive', '--force'];
    await git.run([...update, '--depth=1'], root);
  }
  if (!source.keepGit) removeGit(root);
  return {root, directory: inside(root, directory, source), commit, [Symbol.asyncDispose]: async () => remove()};
}

/** What to check out. A branch goes before a tag of the same name, as BuildKit has it. */
async function fetchRef(root: string, git: Git, source: GitSource): Promise<string> {
  const {ref} = source;
  const fetch = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', '--update-head-ok'];
  const commit = commitOf({...source, checksum: undefined});
  if (commit === undefined) {
    await git.run([...fetch, '--depth=1', 'origin', ref === undefined ? 'HEAD' : await nameOf(ref, root, git)], root);
    return 'FETCH_HEAD';
  }
  try {
    await git.run([...fetch, '--depth=1', 'origin', commit], root);
    return 'FETCH_HEAD';
  } catch (error) {
    // Servers need not give out a commit that no branch or tag ends at; then it is looked for in all of them.
    if (!(error instanceof FetchFailed) || !/not our ref|unadvertised object|no such remote ref/.test(error.message))
      throw error;
    await git.run([...fetch, 'origin', '+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*'], root);
    return commit;
  }
}

/** The whole name of a branch or a tag; what is none is left to git, whose words are good. */
async function nameOf(ref: string, root: string, git: Git): Promise<string> {
  if (ref.startsWith('refs/')) return ref;
  const names = [`refs/${ref}`, `refs/heads/${ref}`, `refs/tags/${ref}`];
  const listed = await git.run(['ls-remote', '--quiet', 'origin', ...names], root);
  const there = new Set(listed.split('\n').map((line) => line.split('\t')[1]));
  return names.find((name) => there.has(name)) ?? ref;
}

function removeGit(root: string): void {
  for (const entry of readdirSync(root, {withFileTypes: true, recursive: true}))
    if (entry.name === '.git') rmSync(join(entry.parentPath, '.git'), {recursive: true, force: true});
}

/** Where the directory really is; links in the repository may lead anywhere. */
function inside(root: string, directory: string | undefined, source: GitSource): string {
  if (directory === undefined) return root;
  const path = join(root, directory);
  const hint = `The part behind the colon is a directory of the repository`;
  if (!isThere(path)) throw new FetchFailed(showGitSource(source), `it has no ${directory}`, hint);
  const real = realpathSync(path);
  if (!`${real}${sep}`.startsWith(`${realpathSync(root)}${sep}`) || !statSync(real).isDirectory())
    throw new FetchFailed(showGitSource(source), `${directory} is no directory in it`, hint);
  return real;
}

function isThere(path: string): boolean {
  return statSync(path, {throwIfNoEntry: false}) !== undefined;
}

/** Bytes that a command of ours may print. */
const OUTPUT_LIMIT = 4 * 1024 * 1024;
const TRANSPORTS = ['https', 'http', 'git', 'ssh'];

class Git {
  readonly #program: string;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #source: GitSource;
  readonly #signal: AbortSignal;

  private constructor(
    program: string,
    environment: Readonly<Record<string, string>>,
    source: GitSource,
    signal: AbortSignal,
  ) {
    this.#program = program;
    this.#environment = environment;
    this.#source = source;
    this.#signal = signal;
  }

  /** Throws FetchFailed where there is none, or one too old to be told safely. */
  static async find(
    source: GitSource,
    {account, agent, signal, ssh}: FetchGitOptions & {readonly ssh: string},
    {env, workspace, onSecret}: FetcherOptions,
  ): Promise<Git> {
    const {program, path} = await findProgram('git', {environment: env, workspace});
    if (program === undefined) {
      const hint = 'Install git on the runner, or check the repository out in a step before this one and give a path';
      throw new FetchFailed(showGitSource(source), 'there is no git on PATH outside of the workspace', hint, true);
    }
    if (account !== undefined) onSecret(account.authorization.replace(/^basic /i, ''));
    const git = new Git(program, environmentFor(source, {account, agent, ssh, path, env}), source, signal);
    const version = await git.run(['version'], undefined);
    const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(version) ?? []).map(Number);
    // Its configuration is taken from the environment since then.
    if (major > 2 || (major === 2 && minor >= 31)) return git;
    throw new FetchFailed(
      showGitSource(source),
      `git on the runner is too old (${version.trim()})`,
      'Install 2.31 or newer',
    );
  }

  /** What it printed. */
  async run(args: readonly string[], directory: string | undefined): Promise<string> {
    const options = {environment: this.#environment, directory, signal: this.#signal, outputLimit: OUTPUT_LIMIT};
    const what = showGitSource(this.#source);
    try {
      const {code, output, errors} = await runProgram(this.#program, args, options);
      if (code === 0) return output;
      const {why, hint} = reasonOf(errors, this.#source);
      throw new FetchFailed(what, why || `git ${args[0] ?? ''} ended with exit code ${code}`, hint);
    } catch (error) {
      if (!(error instanceof ProgramFailed)) throw error;
      throw new FetchFailed(what, error.why === 'start' ? 'git could not be started' : 'git said too much');
    }
  }
}

/** For the shell that git starts ssh with; host keys are always verified (hardening R1). */
function sshCommand(root: string, {knownHosts}: FetcherOptions): string {
  const options = ['BatchMode=yes', 'StrictHostKeyChecking=yes'];
  if (knownHosts !== '') {
    const file = join(root, 'known_hosts');
    writeFileSync(file, `${knownHosts}\n`, {mode: 0o600, flag: 'wx'});
    const value = `"${file.replaceAll('%', '%%')}"`;
    options.push(`UserKnownHostsFile=${value}`, `GlobalKnownHostsFile=${value}`);
  }
  return ['ssh', ...options.map((option) => `-o '${option.replaceAll("'", "'\\''")}'`)].join(' ');
}

function environmentFor(
  {repository, scheme}: GitSource,
  {
    account,
    agent,
    ssh,
    path,
    env,
  }: Omit<FetchGitOptions, 'signal'> & {
    readonly ssh: string;
    readonly path: string;
    readonly env: NodeJS.ProcessEnv;
  },
): Readonly<Record<string, string>> {
  const passed = Object.entries(env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && isPlainVariable(entry[0]),
  );
  const origin = scheme.startsWith('http') ? new URL(repository).origin : '';
  const settings: readonly (readonly [string, string])[] = [
    ['core.hooksPath', '/dev/null'],
    ['core.fsmonitor', 'false'],
    ['core.autocrlf', 'false'],
    ['core.symlinks', 'true'],
    ['advice.detachedHead', 'false'],
    ['gc.auto', '0'],
    // A server that stalls: less than a byte a second for a minute.
    ['http.lowSpeedLimit', '1'],
    ['http.lowSpeedTime', '60'],
    // An account that is given goes before those the machine remembers.
    ...(account === undefined
      ? []
      : ([
          ['credential.helper', ''],
          // git would send the account on to wherever a redirect leads (R2).
          ['http.followRedirects', 'false'],
          [`http.${origin}/.extraheader`, ''],
          [`http.${origin}/.extraheader`, `Authorization: ${account.authorization}`],
        ] as const)),
  ];
  return {
    ...Object.fromEntries(passed),
    PATH: path,
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ALLOW_PROTOCOL: TRANSPORTS.join(':'),
    // BuildKit knows no LFS, so the image must not depend on whether the runner does.
    GIT_LFS_SKIP_SMUDGE: '1',
    GIT_SSH_COMMAND: ssh,
    ...(agent !== undefined && {SSH_AUTH_SOCK: agent}),
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(
      settings.flatMap(([key, value], at) => [
        [`GIT_CONFIG_KEY_${at}`, key],
        [`GIT_CONFIG_VALUE_${at}`, value],
      ]),
    ),
  };
}

const NEEDS_ACCOUNT =
  /could not read Username|Authentication failed|terminal prompts disabled|returned error: 40[13]|Repository (?:'[^']*' )?not found|Permission denied \(publickey/i;

/** git's own last words, and what to do about them. */
function reasonOf(
  errors: string,
  {host, scheme}: GitSource,
): {readonly why: string; readonly hint: string | undefined} {
  const lines = errors.split('\n').map((line) => line.trim());
  const told = lines
    .filter((line) => /^(?:fatal|error|remote): /.test(line))
    .map((line) => line.replace(/^\w+: +/, ''));
  const why = told.slice(-3).join('; ').slice(0, 1000);
  if (/Host key verification failed/.test(errors))
    return {why, hint: `Give the host key of ${host} with ssh-known-hosts, as ssh-keyscan prints it`};
  if (/unable to update url base from redirection|returned error: 30\d/i.test(errors))
    return {why, hint: `The repository has moved; give its new address, as an account is not sent after it`};
  if (/couldn't find remote ref|not our ref/i.test(errors))
    return {why, hint: 'Check the name of the branch, tag or commit'};
  if (!NEEDS_ACCOUNT.test(errors)) return {why, hint: undefined};
  const account = `for a private repository give a token as the secret GIT_AUTH_TOKEN.${host}`;
  const own = "the job's own token is used for {{defaultContext}} alone, and needs permissions: contents: read";
  return {why, hint: scheme === 'ssh' ? 'Give a key that may read it' : `Check the address; ${account} (${own})`};
}
