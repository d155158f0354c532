/** The fetching of a Git context by git on the runner: what it needs and what comes of it. It is done in `action`. */
import type {GitSource} from './git-source.ts';
import type {BuildSecret} from './session-inputs.ts';

/** What signs in to the host of a repository, found among the secrets of the build by the names that BuildKit uses. */
export interface GitAccount {
  /** Id of the secret. */
  readonly id: string;
  /** The whole value of the header `Authorization`. */
  readonly authorization: string;
}

export interface FetchedGit extends AsyncDisposable {
  /** The whole of what was fetched; absolute, links resolved. It is removed when this is disposed. */
  readonly root: string;
  /** The directory of it that is the context, inside of `root`. */
  readonly directory: string;
  /** In full. */
  readonly commit: string;
}

export interface FetchGitOptions {
  readonly account: GitAccount | undefined;
  /** Socket of the ssh agent that signs in; undefined for a repository that is not reached by ssh. */
  readonly agent: string | undefined;
  readonly signal: AbortSignal;
}

/** Throws FetchFailed, or the abort reason; nothing is left behind then. */
export type FetchGit = (source: GitSource, options: FetchGitOptions) => Promise<FetchedGit>;

/**
 * As BuildKit looks for them (moby/buildkit source/git): the header before the token, that of the host before that of
 * any. Undefined for a repository that is not reached by http.
 */
export function accountFor(
  {scheme, host}: GitSource,
  secrets: ReadonlyMap<string, BuildSecret>,
): GitAccount | undefined {
  if (scheme !== 'https' && scheme !== 'http') return undefined;
  for (const suffix of [`.${host}`, '']) {
    for (const kind of ['HEADER', 'TOKEN'] as const) {
      const id = `GIT_AUTH_${kind}${suffix}`;
      const value = secrets.get(id)?.value;
      if (value === undefined) continue;
      const text = Buffer.from(value).toString('utf8').trim();
      const basic = () => `basic ${Buffer.from(`x-access-token:${text}`).toString('base64')}`;
      return {id, authorization: kind === 'HEADER' ? text : basic()};
    }
  }
  return undefined;
}

/** A Git context could not be fetched. The message holds what git said, and no account: none was in its arguments. */
export class FetchFailed extends Error {
  override readonly name = 'FetchFailed';
  readonly hint: string | undefined;
  /** There was no git to try it with. */
  readonly isUntried: boolean;

  constructor(what: string, why: string, hint?: string, isUntried = false) {
    super(`fetch ${what}: ${why}`);
    this.hint = hint;
    this.isUntried = isUntried;
  }
}
