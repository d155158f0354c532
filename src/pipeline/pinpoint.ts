/** Where in the Dockerfile a build failed: by the builder's own word where it has one, else by the name of the step. */
import type {ErrorDetails, ErrorSource} from '../buildkit/rpc-status.ts';
import {findFailedLines} from '../context/failed-lines.ts';
import type {Builder, BuildRequest} from '../engine/build.ts';
import {compareApi, type Engine} from '../engine/facts.ts';
import {type Excerpt, excerptOf, type FetchedDockerfile, type NamedDockerfile} from '../report/excerpt.ts';
import type {FailedStep} from '../report/failed-step.ts';
import type {Log} from '../report/log.ts';
import type {BuildSummary} from '../report/progress.ts';

export interface PinpointTools {
  readonly log: Log;
  readonly signal: AbortSignal;
}

export interface FailedBuild {
  readonly request: BuildRequest;
  readonly dockerfile: NamedDockerfile | undefined;
  readonly fetched: FetchedDockerfile | undefined;
  readonly step: FailedStep | undefined;
  /** The engine's words. */
  readonly error: string;
  /** What the builder says beside them. */
  readonly details: ErrorDetails | undefined;
  readonly summary: BuildSummary;
}

const COUNTING = {buildkit: 'layers', classic: 'file', podman: 'stage'} as const satisfies Record<Builder, string>;

/** Since this API version BuildKit keeps a history. */
const HISTORY_API = '1.43';
/** Looking for the lines must not hold up the news of the failure. */
const HISTORY_MS = 2000;

/** Undefined when it cannot be known; throws nothing. */
export async function pinpoint(
  engine: Engine | undefined,
  build: FailedBuild,
  {log, signal}: PinpointTools,
): Promise<Excerpt | undefined> {
  const {request, dockerfile, fetched, step, error, summary} = build;
  const {builder, buildArgs} = request;
  const written = linted(error, summary);
  if (dockerfile !== undefined && written !== undefined) return excerptOf(dockerfile, written);
  const source = build.details?.source;
  if (source !== undefined)
    return excerptOf(dockerfile?.text === source.text ? dockerfile : fileOf(source, fetched), source);
  if (engine !== undefined && builder === 'buildkit' && compareApi(engine.facts.engineApiVersion, HISTORY_API) >= 0) {
    try {
      const found = await fromHistory(engine, build, AbortSignal.any([signal, AbortSignal.timeout(HISTORY_MS)]));
      if (found !== undefined) return found;
    } catch (failure) {
      log.debug(`the history of builds was not read: ${(failure as Error).message}`);
    }
  }
  if (dockerfile === undefined) return undefined;
  const clue = {counting: COUNTING[builder], step: step?.name, error, buildArgs};
  const lines = findFailedLines(dockerfile.text, clue);
  return lines && excerptOf(dockerfile, lines);
}

/** BuildKit's own lines, if they are of this Dockerfile: others build on the same engine, maybe with the same error. */
async function fromHistory(
  engine: Engine,
  {dockerfile, fetched, step, error}: FailedBuild,
  signal: AbortSignal,
): Promise<Excerpt | undefined> {
  const [{openGrpc}, {findFailedBuilds}] = await Promise.all([
    import('./engine-grpc.ts'),
    import('../buildkit/history.ts'),
  ]);
  using client = await openGrpc(engine, signal);
  const vertex = step?.digest;
  for await (const found of findFailedBuilds(client, {message: error, vertex}, {signal})) {
    const {source} = found;
    if (source === undefined) continue;
    if (dockerfile?.text === source.text) return excerptOf(dockerfile, source);
    // Of a context that the engine fetched only the engine knows the file; there the digest of the step is the proof.
    if (dockerfile === undefined && vertex !== undefined && found.vertex === vertex)
      return excerptOf(fileOf(source, fetched), source);
  }
  return undefined;
}

/** A file that only the builder knows. */
function fileOf({filename, text}: ErrorSource, fetched: FetchedDockerfile | undefined): NamedDockerfile {
  return {...(fetched ?? {file: filename, inWorkspace: false}), text};
}

/** `# check=error=true` fails with names of rules alone; the first warning of such a rule has the line. */
function linted(error: string, {warnings}: BuildSummary) {
  const [, names] = /lint violation found for rules: (.*)/.exec(error) ?? [];
  if (names === undefined) return undefined;
  const rules = names.split(/[\s,]+/);
  const place = warnings.find(({text}) => rules.some((rule) => text.startsWith(`${rule}:`)))?.place;
  return place?.line === undefined ? undefined : {first: place.line, last: place.endLine ?? place.line};
}
