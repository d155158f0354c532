/** A Git repository as build context: what is taken of it, and how that is said to an engine. */

/** All text in here is without an account or a token, so it may be shown. */
export interface GitSource {
  /** As git takes it: `https://host/octo/app.git`, `git@host:octo/app.git`. */
  readonly repository: string;
  readonly scheme: 'https' | 'http' | 'git' | 'ssh';
  /** `host[:port]`, the port only where it is not the scheme's own; tokens are kept by it. */
  readonly host: string;
  /** Branch, tag, commit or `refs/…`; undefined is the default branch. */
  readonly ref: string | undefined;
  /** The directory in it that is the context; undefined is the whole. */
  readonly directory: string | undefined;
  /** The commit, or how it begins, that `ref` must lead to. */
  readonly checksum: string | undefined;
  /** The query of the URL as it was written; undefined for the form with a fragment. */
  readonly query: string | undefined;
  /** Keep `.git`. */
  readonly keepGit: boolean;
  readonly submodules: boolean;
  /** It is the repository of this job, so a path in it is one in a checkout as well. */
  readonly isOfJob: boolean;
}

/**
 * The text that builders take for a Git context: `repository#ref:directory`, understood by all; or with the query it
 * was written with, understood by BuildKit 0.25 and newer.
 */
export function formatGitSource(source: GitSource, form: 'fragment' | 'query'): string {
  const {repository, ref, directory, query} = source;
  if (form === 'query' && query !== undefined) return `${repository}?${query}`;
  const fragment = `${commitOf(source) ?? ref ?? ''}${directory === undefined ? '' : `:${directory}`}`;
  return fragment === '' ? repository : `${repository}#${fragment}`;
}

/** As the author would write it, for messages. */
export function showGitSource(source: GitSource): string {
  return formatGitSource(source, 'query');
}

/** Whether the form with a fragment says all there is to say. */
export function fitsFragment(source: GitSource): boolean {
  const {checksum, keepGit, submodules, query} = source;
  if (query === undefined) return true;
  return submodules && !keepGit && (checksum === undefined || commitOf(source) !== undefined);
}

/** The commit, where it is named in full: then no ref is needed to find it. */
export function commitOf({ref, checksum}: GitSource): string | undefined {
  return [checksum, ref].find((text) => text !== undefined && COMMIT.test(text));
}

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
