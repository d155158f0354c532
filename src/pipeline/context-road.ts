/**
 * Who fetches a Git context. The engine where it can: it keeps what it fetched, and its record of the build names the
 * commit. Else git on the runner, and the files travel like any directory: so Git contexts work on every engine. What
 * each builder can fetch was tried on Docker 20.10 and 28.5 and on Podman 4.
 */
import type {Builder} from '../engine/build.ts';
import type {EngineFacts} from '../engine/facts.ts';
import {ignoredByBuildKit} from '../engine/parameters.ts';
import {fitsFragment, formatGitSource, type GitSource} from './git-source.ts';

export type Road =
  | {
      readonly kind: 'engine';
      /** The parameter `remote` of `POST /build`. */
      readonly remote: string;
    }
  | {
      readonly kind: 'runner';
      /** The end of a sentence. */
      readonly why: string;
    };

export interface Circumstances {
  readonly builder: Builder;
  readonly facts: EngineFacts;
  /** There is a token or a header for the host of the repository. */
  readonly hasAccount: boolean;
  /** The Dockerfile is no file of the repository. */
  readonly hasLooseDockerfile: boolean;
}

export function chooseRoad(source: GitSource, {builder, facts, hasAccount, hasLooseDockerfile}: Circumstances): Road {
  const runner = (why: string): Road => ({kind: 'runner', why});
  if (builder === 'podman') return runner('Podman fetches no contexts');
  if (hasLooseDockerfile) return runner('its Dockerfile comes from elsewhere');
  if (builder === 'classic') {
    if (hasAccount) return runner('the classic builder cannot sign in');
    if (source.scheme === 'ssh') return runner('the classic builder has no ssh key');
    if (!fitsFragment(source)) return runner('the classic builder knows no query in a Git URL');
    return {kind: 'engine', remote: formatGitSource(withBranch(source), 'fragment')};
  }
  const isOld = ignoredByBuildKit(facts).has('shmsize');
  if (source.directory !== undefined && isOld)
    return runner(`BuildKit of Docker ${facts.version} takes no directory of it`);
  if (source.scheme === 'ssh' && isOld && !source.repository.startsWith('git@'))
    return runner(`BuildKit of Docker ${facts.version} knows no ssh but git@host:path`);
  if (source.query !== undefined && knowsQueries(facts))
    return {kind: 'engine', remote: formatGitSource(source, 'query')};
  if (!fitsFragment(source)) return runner(`BuildKit of Docker ${facts.version} may know no query in a Git URL`);
  return {kind: 'engine', remote: formatGitSource(isOld ? withBranch(source) : source, 'fragment')};
}

/** The classic builder and the BuildKit of Docker 20 take the branch `master` for the default one. */
function withBranch(source: GitSource): GitSource {
  return {...source, ref: source.ref ?? 'HEAD'};
}

/** From BuildKit 0.25 on, which came with Docker 28.5; distributions build engines that do not say their BuildKit's. */
function knowsQueries({version}: EngineFacts): boolean {
  const [major = 0, minor = 0] = version.split(/[.+-]/).map(Number);
  return major > 28 || (major === 28 && minor >= 5);
}
