/**
 * The image endpoints of the Engine API, one function each, named for the operation (v1.51 "Image"). Wire names stop
 * here. Engines differ in their answers; the differences that were measured are noted where they matter.
 */

import {encodeName} from './call.ts';
import {EngineError, StreamCutShort} from './errors.ts';
import {decodeMessages, own} from './messages.ts';
import type {Transport} from './transport.ts';

/** A content descriptor: what a registry holds under a digest. */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  /** Bytes of the manifest or index itself. */
  readonly size: number;
}

export interface ImageDetails {
  /** The engine's id: config digest with a graph driver, manifest or index digest with the containerd store. */
  readonly id: string;
  readonly os: string;
  readonly architecture: string;
  readonly variant: string;
  /** Bytes: unpacked with a graph driver, content and snapshots with the containerd store. */
  readonly size: number;
  /** Digest of the image's config; undefined where the engine does not say. */
  readonly configDigest: string | undefined;
  /** Only the containerd store knows it (API 1.48 and newer). */
  readonly descriptor: Descriptor | undefined;
}

/** `GET /images/{name}/json`. Throws EngineError, 404 for an unknown image. */
export async function inspect(transport: Transport, name: string, signal: AbortSignal): Promise<ImageDetails> {
  const endpoint = 'GET /images/{name}/json';
  const {json} = await transport.json({
    method: 'GET',
    path: `/images/${encodeName(name)}/json`,
    endpoint,
    subject: name,
    signal,
  });
  const image = typeof json === 'object' && json !== null ? json : {};
  const text = (key: string) => {
    const value = own(image, key);
    return typeof value === 'string' ? value : '';
  };
  const id = text('Id');
  if (id === '') throw new EngineError('the answer has no image id', {status: 200, endpoint, subject: name});
  const size = own(image, 'Size');
  const descriptor = own(image, 'Descriptor');
  // Podman leaves the algorithm off.
  const fullId = id.includes(':') ? id : `sha256:${id}`;
  return {
    id: fullId,
    os: text('Os'),
    architecture: text('Architecture'),
    variant: text('Variant'),
    size: typeof size === 'number' ? size : 0,
    configDigest: descriptor === undefined ? fullId : configOf(descriptor),
    descriptor: readDescriptor(descriptor),
  };
}

/**
 * `POST /images/{name}/tag`: gives an image one more name; an existing tag moves without a word. `repository` and `tag`
 * travel apart because Podman refuses them joined. Only 201 is success: newer engines answer 200 and do nothing for
 * an empty repository.
 */
export async function tag(
  transport: Transport,
  image: string,
  target: {readonly repository: string; readonly tag: string},
  signal: AbortSignal,
): Promise<void> {
  const endpoint = 'POST /images/{name}/tag';
  const subject = `${target.repository}:${target.tag}`;
  const query = {repo: target.repository, tag: target.tag};
  const {status} = await transport.json({
    method: 'POST',
    path: `/images/${encodeName(image)}/tag`,
    endpoint,
    subject,
    query,
    signal,
  });
  if (status !== 201)
    throw new EngineError('the engine accepted the call but made no tag', {status, endpoint, subject});
}

/** One line of a push or pull, typed. */
export interface TransferStatus {
  readonly id: string | undefined;
  readonly status: string;
  /** Bytes so far and in all. */
  readonly current: number | undefined;
  readonly total: number | undefined;
}

export interface PushOptions {
  /** The whole X-Registry-Auth value; anonymous is an empty object, as engines before 28.3 want the header always. */
  readonly registryAuth: string;
  /** Podman only: `false` speaks plain http to the registry. Docker decides by its own configuration. */
  readonly tlsVerify?: boolean;
  readonly onStatus: (status: TransferStatus) => void;
  readonly signal: AbortSignal;
}

export interface Pushed {
  /** Digest of the manifest or index as the engine sent it to the registry. */
  readonly digest: string;
  /**
   * Set when the containerd store published one platform's manifest where the name stands for an index, as only that
   * platform's content was here.
   */
  readonly manifestInsteadOfIndex: boolean;
}

/** Stop a push or a pull on which nothing moves (hardening R7): no engine gives up by itself. */
const IDLE_LIMIT_MS = 5 * 60_000;

/**
 * `POST /images/{name}/push` for exactly one tag. Without `tag` the engine would push every local tag of the repository
 * (hardening R5). The digest comes from the closing aux (graph driver) or, where none is sent (containerd store,
 * Podman), from the closing status line. Throws EngineError; StreamCutShort when the stream ends without a digest.
 */
export async function push(
  transport: Transport,
  target: {readonly repository: string; readonly tag: string},
  options: PushOptions,
): Promise<Pushed> {
  const endpoint = 'POST /images/{name}/push';
  const subject = `${target.repository}:${target.tag}`;
  const chunks = await transport.stream({
    method: 'POST',
    path: `/images/${encodeName(target.repository)}/push`,
    endpoint,
    subject,
    query: {tag: target.tag, ...(options.tlsVerify === false && {tlsVerify: 'false'})},
    headers: {'x-registry-auth': options.registryAuth},
    signal: options.signal,
    idleLimitMs: IDLE_LIMIT_MS,
  });
  let digest: string | undefined;
  let manifestInsteadOfIndex = false;
  for await (const message of decodeMessages(chunks, endpoint, subject)) {
    const aux = typeof message.aux === 'object' && message.aux !== null ? message.aux : {};
    digest = digestOfAux(aux, target.tag) ?? digestOfStatus(message.status, target.tag) ?? digest;
    if (own(aux, 'manifestPushedInsteadOfIndex') === true) manifestInsteadOfIndex = true;
    if (message.status !== undefined) {
      options.onStatus({id: message.id, status: message.status, current: message.current, total: message.total});
    }
  }
  if (digest === undefined) {
    throw new StreamCutShort('the push ended without naming a digest, so nothing proves it arrived', {
      status: 0,
      endpoint,
      subject,
    });
  }
  return {digest, manifestInsteadOfIndex};
}

const DIGEST = /^sha256:[0-9a-f]{64}$/;

function digestOfAux(aux: object, tagName: string): string | undefined {
  const digest = own(aux, 'Digest');
  return own(aux, 'Tag') === tagName && typeof digest === 'string' && DIGEST.test(digest) ? digest : undefined;
}

/** `v1: digest: sha256:… size: 524`, printed by both stores and Podman for the tag that was pushed. */
function digestOfStatus(status: string | undefined, tagName: string): string | undefined {
  const match = /^(\S+): digest: (sha256:[0-9a-f]{64}) size: \d+$/.exec(status ?? '');
  return match?.[1] === tagName ? match[2] : undefined;
}

/**
 * `POST /images/create` with `fromImage`: pulls one image by tag or digest. `tag` is always sent: without it the engine
 * pulls every tag of the repository. Throws EngineError.
 */
export async function pull(
  transport: Transport,
  source: {readonly repository: string; readonly tag: string},
  options: {
    readonly registryAuth: string;
    /** `os/arch[/variant]`; undefined is the engine's own. */
    readonly platform: string | undefined;
    readonly onStatus: (status: TransferStatus) => void;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  const endpoint = 'POST /images/create';
  const subject = `${source.repository}:${source.tag}`;
  const chunks = await transport.stream({
    method: 'POST',
    path: '/images/create',
    endpoint,
    subject,
    query: {fromImage: source.repository, tag: source.tag, platform: options.platform},
    headers: {'x-registry-auth': options.registryAuth},
    signal: options.signal,
    idleLimitMs: IDLE_LIMIT_MS,
  });
  for await (const message of decodeMessages(chunks, endpoint, subject)) {
    if (message.status === undefined) continue;
    options.onStatus({id: message.id, status: message.status, current: message.current, total: message.total});
  }
}

/**
 * `GET /distribution/{name}/json`: the engine asks the registry what a reference stands for now (since API 1.30; Podman
 * has no such route and answers 404 for it). Throws EngineError.
 */
export async function distribution(
  transport: Transport,
  reference: string,
  options: {readonly registryAuth: string; readonly signal: AbortSignal},
): Promise<Descriptor> {
  const endpoint = 'GET /distribution/{name}/json';
  const {json} = await transport.json({
    method: 'GET',
    path: `/distribution/${encodeName(reference)}/json`,
    endpoint,
    subject: reference,
    headers: {'x-registry-auth': options.registryAuth},
    signal: options.signal,
  });
  const descriptor = readDescriptor(typeof json === 'object' && json !== null ? own(json, 'Descriptor') : undefined);
  if (descriptor === undefined)
    throw new EngineError('the answer has no descriptor', {status: 200, endpoint, subject: reference});
  return descriptor;
}

/** The containerd store notes the config of an image it built in the annotations of its descriptor. */
function configOf(descriptor: unknown): string | undefined {
  const annotations =
    typeof descriptor === 'object' && descriptor !== null ? own(descriptor, 'annotations') : undefined;
  const digest =
    typeof annotations === 'object' && annotations !== null ? own(annotations, 'config.digest') : undefined;
  return typeof digest === 'string' && DIGEST.test(digest) ? digest : undefined;
}

function readDescriptor(value: unknown): Descriptor | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const [mediaType, digest, size] = [own(value, 'mediaType'), own(value, 'digest'), own(value, 'size')];
  if (typeof digest !== 'string' || !DIGEST.test(digest)) return undefined;
  return {mediaType: typeof mediaType === 'string' ? mediaType : '', digest, size: typeof size === 'number' ? size : 0};
}
