/**
 * Gets the image: opens the build session, sends the context, follows the build, and checks that the result is what was
 * asked for before anybody can see it under a name.
 */
import {openSession, type Session} from '../buildkit/session.ts';
import {baseImages} from '../context/bases.ts';
import type {BuildContext} from '../context/source.ts';
import {isLoopback} from '../engine/address.ts';
import {type BuildRequest, build} from '../engine/build.ts';
import {EngineError} from '../engine/errors.ts';
import type {Connected} from '../engine/facts.ts';
import {type ImageDetails, inspect, pull} from '../engine/images.ts';
import type {CredentialSource} from '../registry/credential-source.ts';
import {formatPlatform, matchesPlatform, type Platform} from '../registry/platform.ts';
import {
  familiarRepository,
  formatFamiliar,
  InvalidReference,
  parseReference,
  type Reference,
  withDefaultTag,
} from '../registry/reference.ts';
import {diagnose} from '../report/diagnosis.ts';
import {showFailure} from '../report/failed-step.ts';
import type {Log} from '../report/log.ts';
import {type BuildSummary, createProgress, type Progress} from '../report/progress.ts';
import {BuildFailed, WrongPlatform} from './errors.ts';
import {platformOf} from './results.ts';

export interface BuildTools {
  readonly credentials: CredentialSource;
  readonly log: Log;
  readonly signal: AbortSignal;
}

export interface Built {
  readonly image: ImageDetails;
  readonly summary: BuildSummary;
}

export interface BuildJob {
  readonly request: Omit<BuildRequest, 'dockerfile'>;
  readonly context: BuildContext;
  /** Text of the Dockerfile, for finding the registries of its base images. */
  readonly dockerfileText: string;
  readonly platform: Platform | undefined;
  /** For the classic builder, which only knows local images as caches. */
  readonly cacheFrom: readonly Reference[];
}

/** Throws BuildFailed, WrongPlatform, EngineError, ContextError, or the abort reason. */
export async function buildImage(engine: Connected, job: BuildJob, tools: BuildTools): Promise<Built> {
  const progress = createProgress(tools.log);
  await using session = job.request.builder === 'buildkit' ? await tryOpenSession(engine, tools) : undefined;
  const request = {...job.request, dockerfile: job.context.dockerfile};
  if (request.builder === 'classic') await pullCaches(engine, job.cacheFrom, tools);
  const bases = request.builder === 'buildkit' ? [] : registriesOf(job);
  const registryConfig = await tools.credentials.configHeader(bases.map((registry) => ({registry, action: 'pull'})));
  const plainBases = bases.length > 0 && bases.every((registry) => isLoopback(registry.replace(/:\d+$/, '')));
  let id = '';
  try {
    const events = build(engine.transport, request, {
      context: job.context.pack(tools.signal),
      ...(session && {session: session.id}),
      ...(registryConfig !== undefined && {registryConfig}),
      // Podman, unlike Docker, speaks plain http to its own machine only when told.
      ...(request.builder === 'podman' && plainBases && {tlsVerify: false}),
      signal: tools.signal,
    });
    for await (const event of events) {
      if (event.kind === 'trace') progress.trace(event.data);
      else if (event.kind === 'stream') progress.stream(event.text);
      else if (event.kind === 'status') progress.status(event);
      else id = event.id;
      await tools.log.drained();
    }
  } catch (error) {
    progress.finish();
    tools.signal.throwIfAborted();
    throw await explainBuild(error, progress, session, tools.log);
  }
  progress.finish();
  const summary = progress.summary();
  const image = await inspect(engine.transport, id, tools.signal);
  if (job.platform !== undefined) checkPlatform(job.platform, image, summary, request.builder);
  return {image, summary};
}

/** Without a session only bases on registries that ask for no login can be used: worth a warning, not a failure. */
async function tryOpenSession(engine: Connected, tools: BuildTools): Promise<Session | undefined> {
  const {credentials, log, signal} = tools;
  try {
    return await openSession({
      upgrade: (headers) => engine.transport.upgrade('/session', headers, signal),
      credentials: async (registry) => {
        const found = await credentials.find({registry, action: 'pull'});
        if (found === undefined) return undefined;
        const {credential} = found;
        if (credential.kind === 'password') return {username: credential.username, secret: credential.password};
        return {username: '', secret: credential.token};
      },
      signal,
    });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof EngineError)) throw error;
    log.warning(
      `no build session: ${error.reason}. The build goes on without; base images of registries that ask for a login, Docker Hub among them, cannot be pulled then`,
    );
    return undefined;
  }
}

async function pullCaches(engine: Connected, references: readonly Reference[], tools: BuildTools): Promise<void> {
  for (const reference of references) {
    const {registry, path} = reference;
    const source = {
      repository: familiarRepository(reference),
      tag: reference.digest ?? withDefaultTag(reference).tag ?? 'latest',
    };
    try {
      const registryAuth = await tools.credentials.authHeader({registry, repository: path, action: 'pull'});
      await pull(engine.transport, source, {registryAuth, onStatus: () => {}, signal: tools.signal});
      tools.log.info(`Pulled ${formatFamiliar(reference)} as a cache for the classic builder`);
    } catch (error) {
      tools.signal.throwIfAborted();
      tools.log.info(`No cache from ${formatFamiliar(reference)}: ${(error as Error).message}`);
    }
  }
}

/** Registries of the base images, which are the only ones whose credentials may travel (hardening S8). */
function registriesOf(job: BuildJob): readonly string[] {
  const registries = new Set<string>();
  for (const name of baseImages(job.dockerfileText, job.request.buildArgs)) {
    try {
      registries.add(parseReference(name).registry);
    } catch (error) {
      // The engine will say what is wrong with this FROM, with its line.
      if (!(error instanceof InvalidReference)) throw error;
    }
  }
  return [...registries];
}

async function explainBuild(
  error: unknown,
  progress: Progress,
  session: Session | undefined,
  log: Log,
): Promise<unknown> {
  if (!(error instanceof EngineError)) return error;
  const end = session && (await Promise.race([session.closed, undefined]));
  if (end?.kind === 'lost') return new BuildFailed(end.error.message, {hint: undefined, cause: error});
  const hint = diagnose(error.reason)?.hint;
  const step = progress.failure({message: error.reason, code: error.code});
  if (step === undefined) return new BuildFailed(`build failed: ${error.reason}`, {hint, cause: error});
  log.endGroup();
  showFailure(log, step);
  return new BuildFailed(`build failed at ${step.name}: ${step.reason}`, {hint, cause: error});
}

function checkPlatform(asked: Platform, image: ImageDetails, summary: BuildSummary, builder: string): void {
  const got = platformOf(image);
  if (!matchesPlatform(asked, got)) {
    const hint =
      builder === 'classic'
        ? 'The classic builder takes what is in its cache whatever its platform: use builder-version: 2, or no-cache: true'
        : 'Check the platforms of the base image and any --platform in the Dockerfile';
    throw new WrongPlatform(formatPlatform(asked), formatPlatform(got), hint);
  }
  // The containerd store takes a local base of another platform and labels the result as if it were right.
  const foreign = summary.warnings.find(({text}) => text.startsWith('InvalidBaseImagePlatform'));
  if (foreign !== undefined) {
    throw new WrongPlatform(
      formatPlatform(asked),
      'another platform in part',
      `${foreign.text}. Remove that base image from the engine, or set pull: true`,
    );
  }
}
