/**
 * Tags an image and puts it into its registries: within a repository the first tag goes alone, so that its layers
 * travel once, then the others at the same time, and `latest` only after all of them arrived (nothing mutable moves for
 * a half-published image). Every reference is then read back, and only what was read back is reported.
 */

import {isLoopback} from '../engine/address.ts';
import {EngineError, EngineUnreachable, StreamCutShort} from '../engine/errors.ts';
import type {Connected} from '../engine/facts.ts';
import {type Pushed, push, tag} from '../engine/images.ts';
import {familiarRepository, formatFamiliar, type TaggedReference} from '../registry/reference.ts';
import {retrying, type Verdict} from '../registry/retry.ts';
import {diagnose} from '../report/diagnosis.ts';
import {PushProgress} from '../report/push-progress.ts';
import {type Outcome, PublishFailed} from './errors.ts';
import {explain} from './explain.ts';
import {type Proof, readBack, type VerifyTools} from './verify.ts';

export interface PublishTools extends VerifyTools {
  readonly random: () => number;
}

/** A reference that its registry was seen to hold. */
export interface Published extends Proof {
  readonly reference: TaggedReference;
}

/** Gives the image its names in the engine; an existing tag moves. `image` is the engine's id. */
export async function tagImage(
  {transport}: Connected,
  image: string,
  references: readonly TaggedReference[],
  signal: AbortSignal,
): Promise<void> {
  for (const reference of references) {
    await tag(transport, image, {repository: familiarRepository(reference), tag: reference.tag}, signal);
  }
}

/**
 * Pushes every reference (already tagged in the engine) and reads each back. Registries are served side by side, the
 * repositories of one after another so that later ones can take over layers. Throws PublishFailed with the outcome of
 * each reference when one of them failed; the others are done then.
 */
export async function publish(
  engine: Connected,
  references: readonly TaggedReference[],
  tools: PublishTools,
): Promise<readonly Published[]> {
  const done = new Map<TaggedReference, Published>();
  const failed: Outcome[] = [];
  const registries = Map.groupBy(references, ({registry}) => registry);
  await Promise.all(
    [...registries.values()].map(async (sameRegistry) => {
      for (const repository of Map.groupBy(sameRegistry, familiarRepository).values()) {
        const outcome = await publishRepository(engine, repository, tools);
        for (const published of outcome.done) done.set(published.reference, published);
        failed.push(...outcome.failed);
      }
    }),
  );
  tools.signal.throwIfAborted();
  const inOrder = references.map((reference) => done.get(reference)).filter((item) => item !== undefined);
  if (failed.length === 0) return inOrder;
  throw new PublishFailed(
    inOrder.map(({reference, digest}) => `${formatFamiliar(reference)}@${digest}`),
    failed,
  );
}

interface RepositoryOutcome {
  readonly done: readonly Published[];
  readonly failed: readonly Outcome[];
}

async function publishRepository(
  engine: Connected,
  references: readonly TaggedReference[],
  tools: PublishTools,
): Promise<RepositoryOutcome> {
  const done: Published[] = [];
  const failed: Outcome[] = [];
  const one = async (reference: TaggedReference) => {
    try {
      done.push(await publishOne(engine, reference, tools));
    } catch (error) {
      const explained = await explain(error, reference, tools.credentials);
      failed.push({reference: formatFamiliar(reference), reason: explained, cause: error});
    }
  };
  const mutable = references.filter(({tag: name}) => name === 'latest');
  const [first, ...rest] = references.filter(({tag: name}) => name !== 'latest');
  if (first !== undefined) await one(first);
  if (failed.length === 0) await Promise.all(rest.map(one));
  if (failed.length === 0) for (const reference of mutable) await one(reference);
  const tried = new Set([
    ...done.map(({reference}) => formatFamiliar(reference)),
    ...failed.map(({reference}) => reference),
  ]);
  for (const reference of references.map(formatFamiliar)) {
    if (!tried.has(reference))
      failed.push({reference, reason: 'not tried, because another tag of the repository failed', cause: undefined});
  }
  return {done, failed};
}

async function publishOne(engine: Connected, reference: TaggedReference, tools: PublishTools): Promise<Published> {
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

async function pushWithRetry(engine: Connected, reference: TaggedReference, tools: PublishTools): Promise<Pushed> {
  const {credentials, log, clock, random, signal} = tools;
  const name = formatFamiliar(reference);
  const registryAuth = await credentials.authHeader({
    registry: reference.registry,
    repository: reference.path,
    action: 'push',
  });
  // Docker speaks plain http to its own machine without being told, Podman has to be told.
  const plain = engine.facts.product === 'podman' && isLoopback(hostOf(reference.registry));
  let moved = false;
  const once = async () => {
    const progress = new PushProgress(log, name, clock);
    const pushed = await push(
      engine.transport,
      {repository: familiarRepository(reference), tag: reference.tag},
      {
        registryAuth,
        ...(plain && {tlsVerify: false}),
        onStatus: (status) => {
          moved ||= status.status === 'Pushed';
          progress.status(status);
        },
        signal,
      },
    );
    progress.finish();
    return pushed;
  };
  const classify = (error: unknown) => classifyPush(error, moved);
  return retrying(once, {what: `push ${name}`, classify, clock, random, log: (text) => log.info(text), signal});
}

/** A refusal after layers went through is an expired token, which the engine renews on the next try (hardening R9). */
function classifyPush(error: unknown, moved: boolean): Verdict {
  if (error instanceof StreamCutShort) return {kind: 'transient', reason: error.reason};
  if (error instanceof EngineUnreachable) return {kind: 'transient', reason: error.message};
  if (!(error instanceof EngineError)) return {kind: 'permanent'};
  const diagnosis = diagnose(error.reason);
  const expired = diagnosis?.code === 'unauthorized' && moved;
  return diagnosis?.transient || expired ? {kind: 'transient', reason: error.reason} : {kind: 'permanent'};
}

function hostOf(registry: string): string {
  return registry.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
}
