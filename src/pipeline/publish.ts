/**
 * Tags an image and puts it into its registries: within a repository the first tag goes alone, so that its layers
 * travel once, then the others at the same time, and `latest` only after everything else arrived everywhere (nothing
 * mutable moves for a half-published image). Every reference is read back.
 */

import type {Engine} from '../engine/facts.ts';
import {type Pushed, push} from '../engine/push.ts';
import {tag} from '../engine/tag.ts';
import {isLoopbackRegistry} from '../registry/origin.ts';
import type {Platform} from '../registry/platform.ts';
import {familiarRepository, formatFamiliar, type TaggedReference} from '../registry/reference.ts';
import {retrying} from '../registry/retry.ts';
import {PushProgress} from '../report/push-progress.ts';
import {classifyTransfer} from './classify.ts';
import {PublishFailed} from './errors.ts';
import {explainRegistry} from './explain.ts';
import {type Proof, readBack, type VerifyTools} from './verify.ts';

export interface PublishTools extends VerifyTools {
  readonly random: () => number;
  /** Push this platform of an index alone; undefined pushes all that is in the engine. */
  readonly platform?: Platform | undefined;
}

/** A reference that its registry was seen to hold. */
export interface Published extends Proof {
  readonly reference: TaggedReference;
}

/** Gives the image its names in the engine and yields each one made; an existing tag moves. `image` is the engine's id. */
export async function* tagImage(
  engine: Engine,
  image: string,
  references: readonly TaggedReference[],
  signal: AbortSignal,
): AsyncGenerator<TaggedReference> {
  for (const reference of references) {
    await tag(engine, image, {repository: familiarRepository(reference), tag: reference.tag}, signal);
    yield reference;
  }
}

/**
 * Pushes every reference (already tagged in the engine) and reads each back. First all but `latest`, then, only if none
 * of those failed, `latest` of every repository. Throws PublishFailed with the outcome of each reference when one of them
 * failed; the others are done then.
 */
export async function publish(
  engine: Engine,
  references: readonly TaggedReference[],
  tools: PublishTools,
): Promise<readonly Published[]> {
  const outcome: Outcome = {done: new Map(), failed: new Map()};
  const {fixed = [], mutable = []} = Object.groupBy(references, ({tag: name}) =>
    name === 'latest' ? 'mutable' : 'fixed',
  );
  await publishAll(engine, fixed, outcome, tools);
  if (outcome.failed.size === 0) await publishAll(engine, mutable, outcome, tools);
  tools.signal.throwIfAborted();
  const done = references.map((reference) => outcome.done.get(reference)).filter((item) => item !== undefined);
  if (outcome.failed.size === 0) return done;
  const failed = references
    .filter((reference) => !outcome.done.has(reference))
    .map((reference) => ({reference: formatFamiliar(reference), ...(outcome.failed.get(reference) ?? NOT_TRIED)}));
  throw new PublishFailed(
    done.map(({reference, digest}) => `${formatFamiliar(reference)}@${digest}`),
    failed,
  );
}

interface Failure {
  readonly reason: string;
  readonly cause: unknown;
}

/** What became of each reference so far. */
interface Outcome {
  readonly done: Map<TaggedReference, Published>;
  readonly failed: Map<TaggedReference, Failure>;
}

const NOT_TRIED: Failure = {reason: 'not tried, because another reference failed', cause: undefined};

/** Registries side by side, the repositories of one after another, so that later ones can take over its layers. */
async function publishAll(
  engine: Engine,
  references: readonly TaggedReference[],
  outcome: Outcome,
  tools: PublishTools,
): Promise<void> {
  const registries = Map.groupBy(references, ({registry}) => registry);
  await Promise.all(
    [...registries.values()].map(async (sameRegistry) => {
      for (const repository of Map.groupBy(sameRegistry, familiarRepository).values()) {
        await publishRepository(engine, repository, outcome, tools);
      }
    }),
  );
}

/** The first tag goes alone, so that the layers travel once; if it fails, the others would fail like it. */
async function publishRepository(
  engine: Engine,
  [first, ...rest]: readonly TaggedReference[],
  {done, failed}: Outcome,
  tools: PublishTools,
): Promise<void> {
  const one = async (reference: TaggedReference) => {
    try {
      done.set(reference, await publishOne(engine, reference, tools));
    } catch (error) {
      failed.set(reference, {
        reason: await explainRegistry(error, {reference, action: 'push'}, tools.credentials),
        cause: error,
      });
    }
  };
  if (first === undefined) return;
  await one(first);
  if (!failed.has(first)) await Promise.all(rest.map(one));
}

async function publishOne(engine: Engine, reference: TaggedReference, tools: PublishTools): Promise<Published> {
  const name = formatFamiliar(reference);
  const pushed = await pushWithRetry(engine, reference, tools);
  if (pushed.manifestInsteadOfIndex) {
    tools.log.warning(
      `${name} is an index in the engine, but only one platform of it is there: that one's manifest was pushed`,
    );
  }
  const proof = await readBack(engine, reference, pushed.digest, tools);
  return {reference, ...proof};
}

async function pushWithRetry(engine: Engine, reference: TaggedReference, tools: PublishTools): Promise<Pushed> {
  const {credentials, log, clock, random, platform, signal} = tools;
  const name = formatFamiliar(reference);
  const registryAuth = await credentials.authHeader({
    registry: reference.registry,
    repository: reference.path,
    action: 'push',
  });
  // Docker speaks plain http to its own machine without being told, Podman has to be told.
  const plain = engine.facts.product === 'podman' && isLoopbackRegistry(reference.registry);
  let moved = false;
  const once = async () => {
    moved = false;
    const progress = new PushProgress(log, name, clock);
    const target = {repository: familiarRepository(reference), tag: reference.tag};
    let pushed: Pushed | undefined;
    for await (const event of push(engine, target, {
      registryAuth,
      platform,
      ...(plain && {tlsVerify: false}),
      signal,
    })) {
      if (event.kind === 'pushed') pushed = event;
      else {
        moved ||= event.status === 'Pushed';
        progress.status(event);
      }
    }
    progress.finish();
    // push throws rather than end without it.
    return pushed as Pushed;
  };
  const classify = (error: unknown) => classifyTransfer(error, moved);
  return retrying(once, {what: `push ${name}`, classify, clock, random, log: (text) => log.info(text), signal});
}
