/**
 * Input `cache-save`: whether this job may save in the cache of GitHub Actions. What the default branch saves, every branch
 * reads; so it is not for code of others to write there (hardening E6), and what another branch saves nobody else can read.
 */
import {readFileSync} from 'node:fs';
import {readChoice} from './choices.ts';
import type {RawInputs} from './raw-inputs.ts';

/** Why nothing is saved; undefined where it is. */
export interface Saving {
  /** Of what the builder exports itself, blob by blob. */
  readonly native: string | undefined;
  /** Of what we save, as a whole each time. */
  readonly carried: string | undefined;
}

/** Events whose jobs have the secrets of the repository and may have checked out somebody else's code (hardening E6). */
export const PRIVILEGED_EVENTS: readonly string[] = ['pull_request_target', 'workflow_run', 'issue_comment'];

const ALL_THE_SAME = 'cache-save: always saves all the same';

/** Throws InvalidInput. */
export function readSaving(raw: Pick<RawInputs, 'cache-save'>, env: NodeJS.ProcessEnv): Saving {
  const choice = readChoice('cache-save', raw['cache-save'], ['auto', 'always', 'never']);
  if (choice === 'always') return {native: undefined, carried: undefined};
  if (choice === 'never') return {native: 'cache-save is never', carried: 'cache-save is never'};
  const event = env['GITHUB_EVENT_NAME'] ?? '';
  if (PRIVILEGED_EVENTS.includes(event)) {
    const why = `a job of the event ${event} may build code of others; ${ALL_THE_SAME}`;
    return {native: why, carried: why};
  }
  const ref = env['GITHUB_REF'] ?? '';
  const isMain = event === 'schedule' || ref.startsWith('refs/tags/') || isDefaultBranch(ref, env);
  const other = `${ref || 'this'} is neither the default branch nor a tag; ${ALL_THE_SAME}`;
  return {native: undefined, carried: isMain ? undefined : other};
}

/** By the payload of the event. */
function isDefaultBranch(ref: string, env: NodeJS.ProcessEnv): boolean {
  try {
    const event = JSON.parse(readFileSync(env['GITHUB_EVENT_PATH'] ?? '', 'utf8')) as {
      readonly repository?: {readonly default_branch?: unknown};
    };
    return ref === `refs/heads/${event.repository?.default_branch}`;
  } catch {
    return false;
  }
}
