/**
 * The commit that started the job, as a Git context: what docker/build-push-action takes for an empty `context`, and
 * puts in the place of `{{defaultContext}}` (docker/actions-toolkit src/buildx/build.ts, `gitContext`).
 */
import {readFileSync} from 'node:fs';
import type {GitSource} from '../pipeline/git-source.ts';
import {parseGitSource} from './git-url.ts';
import {readVariable} from './units.ts';

/** Undefined where the variables of a job are missing, as outside of GitHub. Throws InvalidVariable for a wrong boolean. */
export function eventSource(env: NodeJS.ProcessEnv): GitSource | undefined {
  const server = (env['GITHUB_SERVER_URL'] || 'https://github.com').replace(/\/+$/, '');
  const repository = env['GITHUB_REPOSITORY'] ?? '';
  const {ref, commit} = pinOf(env);
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || (ref === '' && commit === '')) return undefined;
  const base = `${server}/${repository}.git`;
  const source = readVariable('BUILDX_SEND_GIT_QUERY_AS_INPUT', env, false)
    ? parseGitSource(`${base}?${queryOf(ref, commit)}`)
    : parseGitSource(`${base}#${commit || ref}`);
  return source && {...source, isOfJob: true};
}

/** Of a pull request GitHub builds the merge commit, which has no ref that stays, so it is named alone. */
function queryOf(ref: string, commit: string): string {
  if (commit === '') return `ref=${ref}`;
  return ref === '' || ref.startsWith('refs/pull/') ? `ref=${commit}` : `ref=${ref}&checksum=${commit}`;
}

function pinOf(env: NodeJS.ProcessEnv): {readonly ref: string; readonly commit: string} {
  const commit = env['GITHUB_SHA'] ?? '';
  const name = env['GITHUB_REF'] ?? '';
  const ref = name === '' || name.startsWith('refs/') ? name : `refs/heads/${name}`;
  if (!ref.startsWith('refs/pull/') || !readVariable('DOCKER_DEFAULT_GIT_CONTEXT_PR_HEAD_REF', env, false))
    return {ref, commit};
  return {ref: ref.replace(/\/merge$/, '/head'), commit: headOfPullRequest(env) ?? ''};
}

/** From the payload of the event; undefined when it has none. */
function headOfPullRequest(env: NodeJS.ProcessEnv): string | undefined {
  try {
    const event = JSON.parse(readFileSync(env['GITHUB_EVENT_PATH'] ?? '', 'utf8')) as {
      readonly pull_request?: {readonly head?: {readonly sha?: unknown}};
    };
    const sha = event.pull_request?.head?.sha;
    return typeof sha === 'string' && /^[0-9a-f]{40,64}$/.test(sha) ? sha : undefined;
  } catch {
    return undefined;
  }
}
