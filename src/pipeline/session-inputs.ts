/** What only a build session can give to a build: secrets, and ssh agents. */
import type {EngineFacts} from '../engine/facts.ts';
import {InvalidInput} from './errors.ts';

export interface SessionInputs {
  /** By the id that a step mounts it by. */
  readonly secrets: ReadonlyMap<string, BuildSecret>;
  /** No id twice. */
  readonly ssh: readonly SshForward[];
}

/** A file, or a text, that steps see while they run and that is part of no image. */
export interface BuildSecret {
  readonly value: Uint8Array;
  /** The input that asks for it; undefined for one that Stowage adds, without which the build is tried all the same. */
  readonly input: string | undefined;
}

/** An ssh agent that steps may use, by the id of their mount. */
export type SshForward =
  /** One that runs, by the path of its socket. */
  | {readonly kind: 'agent'; readonly id: string; readonly socket: string}
  /** One that is to be started with these keys. */
  | {readonly kind: 'keys'; readonly id: string; readonly keys: readonly SshKey[]};

/** A private key without a passphrase. */
export interface SshKey {
  /** Its file as the author wrote it, for messages. */
  readonly path: string;
  readonly text: string;
}

/** Names of the inputs in use that only a build session can serve. */
export function sessionInputs({secrets, ssh}: SessionInputs): readonly string[] {
  const names = new Set([...secrets.values()].map(({input}) => input).filter((name) => name !== undefined));
  return ssh.length === 0 ? [...names] : [...names, 'ssh'];
}

/** Throws InvalidInput for what needs a session and cannot have one (hardening S6). */
export function checkSession(
  inputs: SessionInputs,
  facts: EngineFacts,
  {builderVersion, classicOnly}: {readonly builderVersion: string; readonly classicOnly: readonly string[]},
): void {
  const wanted = sessionInputs(inputs);
  const [first] = wanted;
  if (first === undefined) return;
  if (facts.product === 'podman') {
    throw new InvalidInput(
      first,
      "Podman's API opens no build session: it takes secrets only as files of the context, and ssh agents not at all",
      'use Docker for this image',
    );
  }
  if (!facts.hasBuildKit) {
    throw new InvalidInput(
      first,
      `this engine (${facts.version}, ${facts.os}) has no BuildKit, and the classic builder has no such mounts`,
      'use an engine with BuildKit: Docker 20.10 or newer on Linux',
    );
  }
  if (builderVersion !== '1' && classicOnly.length === 0) return;
  const others = builderVersion === '1' ? ['builder-version'] : classicOnly;
  throw new InvalidInput(
    first,
    `${wanted.join(', ')} can only be had with BuildKit, and ${others.join(', ')} only with the classic builder`,
    `leave out ${wanted.join(', ')}, or ${others.join(', ')}`,
  );
}
