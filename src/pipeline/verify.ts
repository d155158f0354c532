/**
 * Proof that a registry holds what was pushed: the manifest is read back under its tag. The engine is asked first
 * (`/distribution`), as it reaches every registry it can push to; where it has no such route (Podman, socket proxies)
 * our own registry client reads the bytes and hashes them.
 */

import type {Descriptor} from '../engine/descriptor.ts';
import {distribution} from '../engine/distribution.ts';
import {EngineError} from '../engine/errors.ts';
import type {Engine} from '../engine/facts.ts';
import type {CredentialSource} from '../registry/credential-source.ts';
import {formatFamiliar, type Reference} from '../registry/reference.ts';
import type {Clock} from '../registry/retry.ts';
import {diagnose} from '../report/diagnosis.ts';
import type {Log} from '../report/log.ts';
import {DigestMismatch, NotInRegistry} from './errors.ts';

export interface Proof {
  /** Digest of the manifest or index. */
  readonly digest: string;
  /** What the registry said about it; undefined when it could not be read back and only the push vouches. */
  readonly descriptor: Descriptor | undefined;
}

export interface VerifyTools {
  readonly credentials: CredentialSource;
  readonly log: Log;
  readonly clock: Clock;
  /** Reads a manifest straight from its registry; throws an error with `status` 404 when there is none. */
  readonly readManifest: (reference: Reference, signal: AbortSignal) => Promise<Descriptor>;
  readonly signal: AbortSignal;
}

/** Some registries answer for a new tag only after a moment. */
const SETTLE_MS = 3000;

/**
 * Throws DigestMismatch when the registry holds something else and NotInRegistry when it holds nothing. A registry that
 * cannot be read (an account that may only push) is a warning: the digest is then the one the push reported.
 */
export async function readBack(
  engine: Engine | undefined,
  reference: Reference,
  pushed: string,
  tools: VerifyTools,
): Promise<Proof> {
  const name = formatFamiliar(reference);
  let answer = await lookUp(engine, reference, tools);
  if (answer.kind === 'missing') {
    await tools.clock.sleep(SETTLE_MS, tools.signal);
    answer = await lookUp(engine, reference, tools);
  }
  switch (answer.kind) {
    case 'found':
      if (answer.descriptor.digest !== pushed) throw new DigestMismatch(name, pushed, answer.descriptor.digest);
      return {digest: pushed, descriptor: answer.descriptor};
    case 'missing':
      throw new NotInRegistry(name, pushed);
    case 'unreadable':
      tools.log.warning(`${name} was pushed as ${pushed}, but could not be read back to prove it: ${answer.reason}`);
      return {digest: pushed, descriptor: undefined};
    default:
      return answer satisfies never;
  }
}

/** What an engine says of a registry that does not have the manifest, or not even the repository. */
const MISSING: ReadonlySet<string> = new Set(['manifest-missing', 'repo-missing']);

type Answer =
  | {readonly kind: 'found'; readonly descriptor: Descriptor}
  | {readonly kind: 'missing'}
  | {readonly kind: 'unreadable'; readonly reason: string};

async function lookUp(engine: Engine | undefined, reference: Reference, tools: VerifyTools): Promise<Answer> {
  const {credentials, signal} = tools;
  if (engine?.facts.product === 'docker') {
    const registryAuth = await credentials.authHeader({
      registry: reference.registry,
      repository: reference.path,
      action: 'push',
    });
    try {
      const descriptor = await distribution(engine, formatFamiliar(reference), {registryAuth, signal});
      return {kind: 'found', descriptor};
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof EngineError && MISSING.has(diagnose(error.reason)?.code ?? '')) return {kind: 'missing'};
    }
  }
  try {
    return {kind: 'found', descriptor: await tools.readManifest(reference, signal)};
  } catch (error) {
    signal.throwIfAborted();
    if ((error as {status?: unknown}).status === 404) return {kind: 'missing'};
    return {kind: 'unreadable', reason: (error as Error).message};
  }
}
