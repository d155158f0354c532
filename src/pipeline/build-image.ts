/**
 * Builds the image: opens the build session, sends the context, follows the build, and checks that the result is what
 * was asked for before anybody can see it under a name.
 */
import type {Readable} from 'node:stream';
import type {Session} from '../buildkit/session.ts';
import type {BuildContext} from '../context/source.ts';
import {type BuildRequest, build} from '../engine/build.ts';
import {EngineError} from '../engine/errors.ts';
import type {Engine} from '../engine/facts.ts';
import {inspect} from '../engine/inspect.ts';
import type {CredentialSource} from '../registry/credential-source.ts';
import type {Platform} from '../registry/platform.ts';
import {formatFamiliar, type Reference, withDefaultTag} from '../registry/reference.ts';
import type {Clock} from '../registry/retry.ts';
import type {FetchedDockerfile, NamedDockerfile} from '../report/excerpt.ts';
import type {Log} from '../report/log.ts';
import {createProgress} from '../report/progress.ts';
import {areAllOnLoopback, type BaseImages, readBaseImages, registryConfigFor} from './base-images.ts';
import {checkBasePlatform, checkBuiltPlatform, failureOf, showWarnings} from './build-outcome.ts';
import {openBuildSession, type SessionServices, type TokenFetcher} from './build-session.ts';
import type {Ledger} from './ledger.ts';
import type {Exported, Obtained} from './obtained.ts';
import {pullImage} from './pull-image.ts';
import type {Receiving} from './receive-output.ts';
import type {Sending} from './send-context.ts';
import {StepImages} from './step-images.ts';

export interface BuildTools {
  readonly credentials: CredentialSource;
  readonly tokens: TokenFetcher;
  readonly ledger: Ledger;
  readonly log: Log;
  readonly clock: Clock;
  readonly random: () => number;
  /** Whether findings of the builder become annotations beside lines of the log. */
  readonly annotateWarnings: boolean;
  readonly signal: AbortSignal;
}

export interface BuildJob {
  readonly request: Omit<BuildRequest, 'dockerfile' | 'remote'>;
  readonly sending: Sending;
  /** A directory that is here, with its rules; undefined for what is none. */
  readonly context: Pick<BuildContext, 'root' | 'ignore'> | undefined;
  /** Text of the Dockerfile, for finding its base images; empty where only the engine sees it. */
  readonly dockerfileText: string;
  /** The same with a name for people; undefined where only the engine sees it. */
  readonly dockerfile: NamedDockerfile | undefined;
  /** The name of one that only the engine sees, where it is known. */
  readonly fetched: FetchedDockerfile | undefined;
  readonly platform: Platform | undefined;
  /** For the classic builder, which only knows local images as caches. */
  readonly cacheFrom: readonly Reference[];
  /** For BuildKit. */
  readonly services: SessionServices;
  /** Takes the result through the session; the image is not stored then. Without a session it is. */
  readonly receiving: Receiving | undefined;
}

/** Throws BuildFailed, WrongPlatform, NoSession, EngineError, ContextError, or the abort reason. */
export async function buildImage(engine: Engine, job: BuildJob, tools: BuildTools): Promise<Obtained | Exported> {
  const {builder, buildArgs, target} = job.request;
  const bases = readBaseImages(job.dockerfileText, buildArgs, target);
  const {ledger} = tools;
  if (builder === 'classic') await pullCaches(engine, job, tools);
  if (builder === 'buildkit') await ledger.contexts();
  // The other builders pull bases into the engine as images.
  else for (const base of bases.all) await ledger.name(formatFamiliar(withDefaultTag(base)));
  const steps = new StepImages();
  await using session =
    builder === 'buildkit' ? await openBuildSession(engine, {bases, services: withSending(job)}, tools) : undefined;
  const sent = await job.sending.begin(session !== undefined);
  const progress = createProgress(tools.log);
  const receiving = session && job.receiving;
  const request = {
    ...job.request,
    dockerfile: sent.dockerfile,
    remote: sent.remote,
    ...(receiving && {outputs: receiving.outputs}),
  };
  const told = {request, dockerfile: job.dockerfile, fetched: job.fetched, annotate: tools.annotateWarnings};
  let id = '';
  try {
    for await (const event of await startBuild(engine, request, {bases, session, body: sent.body, tools})) {
      if (event.kind === 'trace') progress.trace(event.data);
      else if (event.kind === 'stream') {
        progress.stream(event.text);
        if (builder !== 'buildkit') for (const made of steps.push(event.text)) ledger.image(made, true);
      } else if (event.kind === 'status') progress.status(event);
      else {
        ledger.image(event.id, steps.made(event.id));
        id = event.id;
      }
      await tools.log.drained();
    }
  } catch (error) {
    progress.finish(false);
    tools.signal.throwIfAborted();
    job.sending.end();
    // What the engine then reports is only an echo of it.
    const failure = job.sending.failure ?? receiving?.failure;
    if (failure !== undefined) throw failure;
    if (!(error instanceof EngineError)) throw error;
    showWarnings(tools.log, progress.summary(), told);
    const ended = session && (await Promise.race([session.closed, undefined]));
    const context = job.context && {directory: job.context.root, ignore: job.context.ignore};
    const facts = {engine, bases, context, credentials: tools.credentials, log: tools.log, signal: tools.signal};
    throw await failureOf(error, {progress, session: ended, told, facts});
  }
  progress.finish();
  job.sending.end();
  // Nothing that was not sent as it was listed counts as built (hardening C2).
  if (job.sending.failure !== undefined) throw job.sending.failure;
  const summary = progress.summary();
  showWarnings(tools.log, summary, told);
  if (receiving !== undefined) {
    if (job.platform !== undefined) checkBasePlatform(job.platform, summary, bases.ofTarget);
    return {image: undefined, summary, dest: receiving.dest, size: await receiving.finish()};
  }
  const image = await inspect(engine, id, {signal: tools.signal});
  if (job.platform !== undefined) checkBuiltPlatform(job.platform, {image, summary}, bases.ofTarget, builder);
  return {image, summary};
}

/** What the session serves for the steps, for the files of the context, and for the result. */
function withSending({services, sending, receiving}: BuildJob): SessionServices {
  return {
    methods: new Map([...services.methods, ...sending.methods, ...(receiving?.methods ?? [])]),
    neededFor: [...services.neededFor, ...sending.neededFor],
    sharedKey: sending.sharedKey,
  };
}

interface BuildParts {
  readonly bases: BaseImages;
  readonly session: Session | undefined;
  /** A tar of the context. */
  readonly body: Readable | undefined;
  readonly tools: BuildTools;
}

async function startBuild(engine: Engine, request: BuildRequest, {bases, session, body, tools}: BuildParts) {
  const {signal, credentials} = tools;
  const {builder} = request;
  const registryConfig = builder === 'buildkit' ? undefined : await registryConfigFor(bases, credentials);
  return build(engine, request, {
    context: body,
    ...(session && {session: session.id}),
    ...(registryConfig !== undefined && {registryConfig}),
    // Podman, unlike Docker, speaks plain http to its own machine only when told.
    ...(builder === 'podman' && areAllOnLoopback(bases) && {tlsVerify: false}),
    signal,
  });
}

/** Caches only save time, so one that cannot be had is said and left out. */
async function pullCaches(engine: Engine, {cacheFrom, platform}: BuildJob, tools: BuildTools): Promise<void> {
  const {log, signal} = tools;
  for (const reference of cacheFrom) {
    const name = formatFamiliar(reference);
    log.info(`Pulling ${name} as a cache for the classic builder`);
    try {
      await pullImage(engine, reference, platform, tools);
    } catch (error) {
      signal.throwIfAborted();
      log.info(`No cache from ${name}: ${(error as Error).message}`);
    }
  }
}
