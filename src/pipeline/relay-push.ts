/**
 * Has an engine push an image to the relay on this machine: under a name that is only there for that, with a login that is
 * good for nothing else.
 */
import {deleteImage} from '../engine/delete.ts';
import {distribution} from '../engine/distribution.ts';
import {EngineError} from '../engine/errors.ts';
import type {Engine} from '../engine/facts.ts';
import {push} from '../engine/push.ts';
import {formatTag, type Tag, tag} from '../engine/tag.ts';
import {untag} from '../engine/untag.ts';
import {encodeRegistryAuth} from '../registry/credentials.ts';
import type {Received, Relay} from '../registry/relay.ts';
import {type Clock, retrying} from '../registry/retry.ts';
import type {Log} from '../report/log.ts';
import {PushProgress} from '../report/push-progress.ts';
import {classifyTransfer} from './classify.ts';

export interface RelayPushTools {
  readonly log: Log;
  readonly clock: Clock;
  readonly random: () => number;
  readonly signal: AbortSignal;
  /** Notes a name for the post part, and later that it is gone. */
  readonly noteName: (name: string, isThere: boolean) => void;
}

const TAG = 'push';

/** A registry on this machine, with or without a login. */
export type NearRegistry = Pick<Relay, 'host' | 'repository' | 'visits'> &
  Partial<Pick<Relay, 'username' | 'password'>>;

/** How an engine gets to it. */
export interface Road {
  /** `host:port` on the engine's side. */
  readonly host: string;
  readonly isProven: boolean;
}

/** Value of X-Registry-Auth. */
function authFor(host: string, {username, password}: NearRegistry): string {
  const login = username !== undefined && password !== undefined;
  return encodeRegistryAuth(login ? {kind: 'password', username, password} : undefined, host);
}

/** Undefined where an engine cannot reach it. */
export async function findRoad(engine: Engine, near: NearRegistry, signal: AbortSignal): Promise<Road | undefined> {
  const [, here] = near.host.split(':');
  const port = await engine.transport.forward(Number(here), signal);
  if (port === undefined) return undefined;
  const host = `127.0.0.1:${port}`;
  const reached = await reaches(engine, near, {host, signal});
  return reached === false ? undefined : {host, isProven: reached === true};
}

export interface ReachOptions {
  /** By which the engine is to find it; default is its own. */
  readonly host?: string;
  readonly signal: AbortSignal;
}

/** Whether an engine can reach it; Podman has no way to tell but a push. */
export async function reaches(
  engine: Engine,
  near: NearRegistry,
  {host = near.host, signal}: ReachOptions,
): Promise<boolean | undefined> {
  if (engine.facts.product === 'podman') return undefined;
  const before = near.visits;
  try {
    await distribution(engine, `${host}/${near.repository('probe')}:${TAG}`, {
      registryAuth: authFor(host, near),
      signal,
    });
  } catch (error) {
    signal.throwIfAborted();
    // There is nothing under that name, so an error it is in any case.
    if (!(error instanceof EngineError)) throw error;
  }
  return near.visits > before;
}

export interface RelayTarget extends Pick<ReachOptions, 'host'> {
  readonly relay: Relay;
  readonly slot: string;
  /** For people. */
  readonly title: string;
}

/** Undefined when the engine did not get there. Throws EngineError. */
export async function pushToRelay(
  engine: Engine,
  image: string,
  {relay, host = relay.host, slot, title}: RelayTarget,
  tools: RelayPushTools,
): Promise<Received | undefined> {
  const {log, clock, random, signal, noteName} = tools;
  const target = {repository: `${host}/${relay.repository(slot)}`, tag: TAG};
  const before = relay.visits;
  noteName(formatTag(target), true);
  await tag(engine, image, target, signal);
  try {
    let moved = false;
    const once = async () => {
      moved = false;
      const progress = new PushProgress(log, title, clock);
      const tlsVerify = engine.facts.product === 'podman' ? {tlsVerify: false} : {};
      for await (const event of push(engine, target, {registryAuth: authFor(host, relay), ...tlsVerify, signal})) {
        if (event.kind === 'pushed') continue;
        moved ||= event.status === 'Pushed';
        progress.status(event);
      }
      progress.finish();
    };
    const classify = (error: unknown) => {
      // Nobody answers there and nobody will.
      if (relay.visits === before) return {kind: 'permanent'} as const;
      return classifyTransfer(error, moved);
    };
    await retrying(once, {what: `push ${title} to this machine`, classify, clock, random, log: log.info, signal});
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof EngineError && relay.visits === before) return undefined;
    throw error;
  } finally {
    if (!signal.aborted) await release(engine, target, tools);
  }
  return relay.received(slot);
}

/** Podman's caches are images without a name, which must stay; Docker's are not, and go with the build cache. */
export async function release(engine: Engine, target: Tag, tools: Pick<RelayPushTools, 'noteName' | 'signal' | 'log'>) {
  const name = formatTag(target);
  try {
    if (engine.facts.product === 'podman') await untag(engine, target, tools.signal);
    else await deleteImage(engine, name, {noPrune: true, signal: tools.signal});
    tools.noteName(name, false);
  } catch (error) {
    tools.signal.throwIfAborted();
    if (!(error instanceof EngineError)) throw error;
    if (error.status !== 404) tools.log.warning(`the engine keeps the name ${name}: ${error.reason}`);
  }
}
