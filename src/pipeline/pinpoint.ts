/** Where in the Dockerfile a build failed: by the builder's own word where it has one, else by the name of the step. */
import {realpathSync} from 'node:fs';
import {relative, sep} from 'node:path';
import {isInside} from '../context/dockerignore.ts';
import {findFailedLines} from '../context/failed-lines.ts';
import type {Builder, BuildRequest} from '../engine/build.ts';
import {type Excerpt, excerptOf, type NamedDockerfile} from '../report/excerpt.ts';
import type {FailedStep} from '../report/failed-step.ts';
import type {BuildSummary} from '../report/progress.ts';
import type {TraceWarning} from '../report/warnings.ts';

/** Names a Dockerfile of this machine, links resolved, as its reader knows it. */
export function nameDockerfile(source: string, workspace: string, text: string): NamedDockerfile {
  const root = realpathSync(workspace);
  const inWorkspace = isInside(root, source);
  return {file: inWorkspace ? relative(root, source).split(sep).join('/') : source, inWorkspace, text};
}

export interface FailedBuild {
  readonly request: BuildRequest;
  readonly dockerfile: NamedDockerfile | undefined;
  readonly step: FailedStep | undefined;
  /** The engine's words. */
  readonly error: string;
  readonly summary: BuildSummary;
}

const COUNTING = {buildkit: 'layers', classic: 'file', podman: 'stage'} as const satisfies Record<Builder, string>;

/** Undefined when it cannot be known. */
export function pinpoint({request, dockerfile, step, error, summary}: FailedBuild): Excerpt | undefined {
  if (dockerfile === undefined) return undefined;
  const {builder, buildArgs} = request;
  const lines =
    linted(error, summary) ??
    findFailedLines(dockerfile.text, {counting: COUNTING[builder], step: step?.name, error, buildArgs});
  return lines && excerptOf(dockerfile, lines);
}

/** `# check=error=true` fails with names of rules alone; the first warning of such a rule has the line. */
function linted(error: string, {warnings}: BuildSummary) {
  const [, names] = /lint violation found for rules: (.*)/.exec(error) ?? [];
  if (names === undefined) return undefined;
  const rules = names.split(/[\s,]+/);
  const place = warnings.find(({text}) => rules.some((rule) => text.startsWith(`${rule}:`)))?.place;
  return place?.line === undefined ? undefined : {first: place.line, last: place.endLine ?? place.line};
}

/** A warning with its place as the reader knows it; a file that is not of this repository is none. */
export function relocated(
  warning: TraceWarning,
  request: BuildRequest,
  dockerfile: NamedDockerfile | undefined,
): TraceWarning {
  const {place} = warning;
  if (place === undefined || dockerfile === undefined || place.file !== request.dockerfile) return warning;
  return {...warning, place: {...place, file: dockerfile.file}};
}
