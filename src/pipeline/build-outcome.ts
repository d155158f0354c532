/** What came of a build: its warnings shown, its failure put into words, its platform compared with the one asked for. */
import type {SessionEnd} from '../buildkit/session.ts';
import type {BuildRequest} from '../engine/build.ts';
import type {EngineError} from '../engine/errors.ts';
import type {ImageDetails} from '../engine/inspect.ts';
import {formatPlatform, matchesPlatform, type Platform} from '../registry/platform.ts';
import {formatFamiliar, type Reference} from '../registry/reference.ts';
import {type FetchedDockerfile, type NamedDockerfile, showExcerpt} from '../report/excerpt.ts';
import {showFailure, tidy} from '../report/failed-step.ts';
import type {Log} from '../report/log.ts';
import type {BuildSummary, Progress} from '../report/progress.ts';
import type {BuildFacts} from './advice.ts';
import {BuilderError} from './builder-error.ts';
import {BuildFailed, WrongPlatform} from './errors.ts';
import {relocated} from './known-dockerfile.ts';
import {platformOf} from './results.ts';

/** What was built, for telling about it. */
export interface Told {
  readonly request: BuildRequest;
  readonly dockerfile: NamedDockerfile | undefined;
  readonly fetched: FetchedDockerfile | undefined;
  /** Whether findings become annotations. */
  readonly annotate: boolean;
}

/** The runner shows ten warnings of a step as annotations; more would only repeat the lines of the log. */
const MOST_ANNOTATIONS = 10;

/** The builder's findings, with the line of the Dockerfile they are about, as lines of the log and as annotations. */
export function showWarnings(log: Log, {warnings}: BuildSummary, {request, dockerfile, fetched, annotate}: Told): void {
  const known = dockerfile ?? fetched;
  const all = warnings.map((warning) => relocated(warning, request, known));
  for (const {text, place, url} of all) {
    const where = place === undefined ? '' : `${place.file}${place.line === undefined ? '' : `:${place.line}`}: `;
    log.info(`warning: ${where}${text}${url === undefined ? '' : ` (${url})`}`);
  }
  if (!annotate || known?.inWorkspace !== true) return;
  const inFile = all.filter(({place}) => place?.file === known.file);
  for (const {text, details, place} of inFile.slice(0, MOST_ANNOTATIONS)) {
    log.warning([text, ...details].join('\n'), place);
  }
}

export interface FailedParts {
  readonly facts: Omit<BuildFacts, keyof Told>;
  readonly progress: Progress;
  readonly session: SessionEnd | undefined;
  readonly told: Told;
}

/** Ends the log with the step that failed and its lines, and gives the error for the whole. */
export async function failureOf(
  error: EngineError,
  {progress, session, told, facts}: FailedParts,
): Promise<BuildFailed> {
  const {engine, log, signal} = facts;
  const [{pinpoint}, {adviseBuild}] = await Promise.all([import('./pinpoint.ts'), import('./advice.ts')]);
  const step = progress.failure({message: error.reason, code: error.code});
  const summary = progress.summary();
  const details = error instanceof BuilderError ? error.details : undefined;
  const excerpt = await pinpoint(engine, {...told, step, error: error.reason, details, summary}, {log, signal});
  const lost = session?.kind === 'lost' ? `; ${session.error.message}` : '';
  const hint = await adviseBuild({error: error.reason, step, excerpt}, {...facts, ...told});
  const failure = {step, excerpt, summary, hint};
  log.endGroup();
  if (step !== undefined) showFailure(log, step, excerpt);
  else if (excerpt !== undefined) showExcerpt(log, excerpt);
  const what =
    step === undefined
      ? `build failed: ${tidy(error.reason)}`
      : `build failed at ${step.name.replace(/\s+/g, ' ')}: ${step.reason}`;
  return new BuildFailed(`${what}${lost}`, failure, error);
}

/** Throws WrongPlatform. `base` is what the target stage is built on. */
export function checkBuiltPlatform(
  asked: Platform,
  {image, summary}: {readonly image: ImageDetails; readonly summary: BuildSummary},
  base: Reference | undefined,
  builder: string,
): void {
  const got = platformOf(image);
  if (!matchesPlatform(asked, got)) {
    const hint =
      builder === 'classic'
        ? 'The classic builder takes what is in its cache whatever its platform: use builder-version: 2, or no-cache: true'
        : 'Check the platforms of the base image and any --platform in the Dockerfile';
    throw new WrongPlatform('built image', formatPlatform(asked), formatPlatform(got), hint);
  }
  checkBasePlatform(asked, summary, base);
}

/** Throws WrongPlatform for a base of another platform, as far as the builder tells. */
export function checkBasePlatform(asked: Platform, summary: BuildSummary, base: Reference | undefined): void {
  // The containerd store takes a local base of another platform and labels the result as if it were right; this
  // warning is all there is to see of it. About other stages it may be meant, as with tools whose output is copied.
  const names =
    base === undefined ? [] : [formatFamiliar(base), formatFamiliar({registry: base.registry, path: base.path})];
  const foreign = summary.warnings.find(
    ({text}) => text.startsWith('InvalidBaseImagePlatform') && names.some((name) => text.includes(` ${name} `)),
  );
  if (foreign !== undefined) {
    const hint = `${foreign.text}. Remove that base image from the engine, or set pull: true`;
    throw new WrongPlatform('built image', formatPlatform(asked), 'another platform in its base', hint);
  }
}
