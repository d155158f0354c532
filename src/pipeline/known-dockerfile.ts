/** The Dockerfile of a build as its reader knows it, and what is said of its lines. */
import {realpathSync} from 'node:fs';
import {relative, sep} from 'node:path';
import {isInside} from '../context/dockerignore.ts';
import type {BuildRequest} from '../engine/build.ts';
import type {FetchedDockerfile, NamedDockerfile} from '../report/excerpt.ts';
import type {TraceWarning} from '../report/warnings.ts';

/** Names a Dockerfile of this machine, links resolved, as its reader knows it. */
export function nameDockerfile(source: string, workspace: string, text: string): NamedDockerfile {
  const root = realpathSync(workspace);
  const inWorkspace = isInside(root, source);
  return {file: inWorkspace ? relative(root, source).split(sep).join('/') : source, inWorkspace, text};
}

/** A warning with its place as the reader knows it; a file that is not of this repository is none. */
export function relocated(
  warning: TraceWarning,
  request: BuildRequest,
  dockerfile: FetchedDockerfile | undefined,
): TraceWarning {
  const {place} = warning;
  if (place === undefined || dockerfile === undefined || place.file !== request.dockerfile) return warning;
  return {...warning, place: {...place, file: dockerfile.file}};
}
