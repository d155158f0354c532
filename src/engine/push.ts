/** `POST /images/{name}/push` (Engine API v1.51 "ImagePush"), for exactly one tag. */
import {encodeName} from './call.ts';
import {DIGEST} from './descriptor.ts';
import {StreamCutShort} from './errors.ts';
import type {Engine} from './facts.ts';
import {asObject, own, textOf} from './json.ts';
import {decodeMessages} from './messages.ts';
import {admit} from './parameters.ts';
import {encodePlatform, type Platform} from './platform.ts';
import {formatTag, type Tag} from './tag.ts';
import {IDLE_LIMIT_MS, type StatusEvent, statusOf} from './transfer.ts';

export interface PushOptions {
  /** The whole X-Registry-Auth value; anonymous is an empty object, as engines before 28.3 want the header always. */
  readonly registryAuth: string;
  /** Push this platform's manifest of an index, alone. Default is all that is here. Since API 1.46. */
  readonly platform?: Platform | undefined;
  /** Podman only: `false` speaks plain http to the registry. Docker decides by its own configuration. */
  readonly tlsVerify?: boolean;
  readonly signal: AbortSignal;
}

export type PushEvent = StatusEvent | Pushed;

/** The result, last of the events. */
export interface Pushed {
  readonly kind: 'pushed';
  /** Digest of the manifest or index as the engine sent it to the registry. */
  readonly digest: string;
  /**
   * Set when the containerd store published one platform's manifest where the name stands for an index, as only that
   * platform's content was here.
   */
  readonly manifestInsteadOfIndex: boolean;
}

const ENDPOINT = 'POST /images/{name}/push';

/**
 * Without `tag` the engine would push every local tag of the repository (hardening R5), so it is always sent. The
 * digest comes from the closing aux (graph driver) or, where none is sent (containerd store, Podman), from the closing
 * status line. Dropping the iteration drops the connection. Throws EngineError; StreamCutShort when the stream ends
 * without a digest.
 */
export async function* push(engine: Engine, target: Tag, options: PushOptions): AsyncGenerator<PushEvent> {
  const {registryAuth, platform, tlsVerify, signal} = options;
  const subject = formatTag(target);
  admit(engine, ENDPOINT, {platform}, subject);
  const chunks = await engine.transport.stream({
    method: 'POST',
    path: `/images/${encodeName(target.repository)}/push`,
    endpoint: ENDPOINT,
    subject,
    query: {
      tag: target.tag,
      platform: encodePlatform(platform),
      ...(tlsVerify === false && {tlsVerify: 'false'}),
    },
    headers: {'x-registry-auth': registryAuth},
    signal,
    idleLimitMs: IDLE_LIMIT_MS,
  });
  let digest: string | undefined;
  let manifestInsteadOfIndex = false;
  for await (const message of decodeMessages(chunks, ENDPOINT, subject)) {
    const aux = asObject(message.aux);
    digest = digestOfAux(aux, target.tag) ?? digestOfStatus(message.status, target.tag) ?? digest;
    if (own(aux, 'manifestPushedInsteadOfIndex') === true) manifestInsteadOfIndex = true;
    yield* statusOf(message);
  }
  if (digest === undefined) {
    throw new StreamCutShort('the push ended without naming a digest, so nothing proves it arrived', {
      status: 0,
      endpoint: ENDPOINT,
      subject,
    });
  }
  yield {kind: 'pushed', digest, manifestInsteadOfIndex};
}

function digestOfAux(aux: object, tagName: string): string | undefined {
  const digest = textOf(own(aux, 'Digest'));
  return own(aux, 'Tag') === tagName && DIGEST.test(digest) ? digest : undefined;
}

/** `v1: digest: sha256:… size: 524`, printed by both stores and Podman for the tag that was pushed. */
function digestOfStatus(status: string | undefined, tagName: string): string | undefined {
  const match = /^(\S+): digest: (sha256:[0-9a-f]{64}) size: \d+$/.exec(status ?? '');
  return match?.[1] === tagName ? match[2] : undefined;
}
