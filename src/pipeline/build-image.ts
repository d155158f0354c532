/**
 * Builds the image: opens the build session, sends the context, follows the build, and checks that the result is what
 * was asked for before anybody can see it under a name.
 */
import type {Readable} from 'node:stream';
import type {Session} from '../buildkit/session.ts';
import type {BuildContext} from '../context/source.ts';
import {type BuildEvent, type BuildRequest, build} from '../engine/build.ts';
import type {Engine} from '../engine/facts.ts';
import {inspect} from '../engine/inspect.ts';
import type {CredentialSource} from '../registry/credential-source.ts';
import type {Platform} from '../registry/platform.ts';
import {formatFamiliar, parseReference, type Reference, withDefaultTag} from '../registry/reference.ts';
import type {Clock} from '../registry/retry.ts';
import type {FetchedDockerfile, NamedDockerfile} from '../report/excerpt.ts';
import type {Log} from '../report/log.ts';
import {areAllOnLoopback, type BaseImages, readBaseImages, registryConfigFor} from './base-images.ts';
import {checkBasePlatform, checkBuiltPlatform} from './build-outcome.ts';
import {openBuildSession, type SessionServices, sessionOf, type TokenFetcher} from './build-session.ts';
import type {DirectPush} from './direct-push.ts';
import {followBuild} from './follow-build.ts';
import type {Ledger} from './ledger.ts';
import type {Exported, Obtained} from './obtained.ts';
import {pullImage} from './pull-image.ts';
import type {Receiving} from './receive-output.ts';
import type {Sending} from './sending.ts';
import type {SolveInputs, SolveJob} from './solve-build.ts';
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

/** Holds a session open for as long as it is needed, or gives the one that another build has opened. */
export type KeepSession = (open: () => Promise<Session | undefined>) => Promise<Session | undefined>;

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
  /** Asked for; several become one index. */
  readonly platforms: readonly Platform[];
  /** For the classic builder, which only knows local images as caches. */
  readonly cacheFrom: readonly Reference[];
  /** For BuildKit. */
  readonly services: SessionServices;
  /** Where it goes by the Control API. */
  readonly control: SolveInputs | undefined;
  readonly session: KeepSession;
  /** Takes the result through the session; the image is not stored then. Without a session it is. */
  readonly receiving: Receiving | undefined;
  /** Takes the result as it is built, without a session as well. */
  readonly pushing: DirectPush | undefined;
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
  // Names that the builder gives, as this one does only for what it attests.
  for (const name of job.request.tags ?? []) await ledger.name(formatFamiliar(parseReference(name)));
  const steps = new StepImages();
  const solving = await prepare(job, tools.log);
  const open = () => openBuildSession(sessionOf(engine), {bases, services: withSending(job), solving}, tools);
  // What is served for a build by the Control API is for that one.
  await using own = solving && (await open());
  const session = own ?? (builder === 'buildkit' && solving === undefined ? await job.session(open) : undefined);
  const sent = await job.sending.begin(session !== undefined);
  const receiving = session && job.receiving;
  const {pushing} = job;
  const request = {
    ...job.request,
    dockerfile: sent.dockerfile,
    remote: sent.remote,
    ...(receiving && {outputs: receiving.outputs}),
    ...(pushing && {outputs: [pushing.output(job.request.outputs?.[0]?.attributes ?? new Map())]}),
  };
  const context = job.context && {directory: job.context.root, ignore: job.context.ignore};
  const {id, summary} = await followBuild(
    () => startBuild(engine, request, {bases, session, solving, body: sent.body, tools}),
    {
      told: {request, dockerfile: job.dockerfile, fetched: job.fetched, annotate: tools.annotateWarnings},
      facts: {engine, bases, context, credentials: tools.credentials, log: tools.log, signal: tools.signal},
      session,
      sending: job.sending,
      receiving,
      onImage: (made) => {
        if (pushing === undefined) ledger.image(made, steps.made(made));
      },
      onText: (text) => {
        if (builder !== 'buildkit') for (const made of steps.push(text)) ledger.image(made, true);
      },
    },
  );
  if (receiving !== undefined) {
    for (const platform of job.platforms) checkBasePlatform(platform, summary, bases.ofTarget);
    return {image: undefined, summary, dest: receiving.dest, size: await receiving.finish()};
  }
  if (pushing !== undefined) {
    const {image, entries} = await pushing.read(id);
    for (const platform of job.platforms) checkBuiltPlatform(platform, {image, summary}, bases.ofTarget, builder);
    return {image, summary, unstored: entries};
  }
  const image = await inspect(engine, id, {signal: tools.signal});
  for (const platform of job.platforms) {
    const built = job.platforms.length === 1 ? image : await inspect(engine, id, {platform, signal: tools.signal});
    checkBuiltPlatform(platform, {image: built, summary}, bases.ofTarget, builder);
  }
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
  readonly solving: SolveJob | undefined;
  /** A tar of the context. */
  readonly body: Readable | undefined;
  readonly tools: BuildTools;
}

async function prepare({control, sending}: BuildJob, log: Log): Promise<SolveJob | undefined> {
  if (control === undefined) return undefined;
  const {prepareSolve} = await import('./solve-build.ts');
  return prepareSolve(control, sending.methods, log);
}

async function startBuild(
  engine: Engine,
  request: BuildRequest,
  {bases, session, solving, body, tools}: BuildParts,
): Promise<AsyncGenerator<BuildEvent>> {
  const {signal, credentials} = tools;
  if (solving !== undefined) return solving.build(request, {session: session?.id ?? '', body, signal});
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
async function pullCaches(engine: Engine, {cacheFrom, platforms}: BuildJob, tools: BuildTools): Promise<void> {
  const {log, signal} = tools;
  const [platform] = platforms;
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
