/**
 * `POST /images/create` (Engine API v1.51 "ImageCreate"), two operations in one: pulling an image, and importing a root
 * file system as one.
 */
import type {Readable} from 'node:stream';
import type {Query} from './call.ts';
import {StreamCutShort} from './errors.ts';
import type {Engine} from './facts.ts';
import {inspect} from './inspect.ts';
import {imageIdOf} from './json.ts';
import {decodeMessages, type Message} from './messages.ts';
import {admit} from './parameters.ts';
import {formatTag, type Tag} from './tag.ts';
import {IDLE_LIMIT_MS, type StatusEvent, statusOf} from './transfer.ts';

export interface PullSource {
  readonly kind: 'pull';
  readonly repository: string;
  /** Tag or digest; always sent, as without it the engine pulls every tag of the repository. */
  readonly tag: string;
  /** `os/arch[/variant]`; default is the engine's own. */
  readonly platform?: string | undefined;
}

export interface ImportSource {
  readonly kind: 'import';
  /** A tar (plain, gzip, bzip2, xz), or a URL that the engine fetches. */
  readonly from: Readable | URL;
  /** Default is no name. */
  readonly name?: Tag | undefined;
  /** Default is `Imported from …`. */
  readonly message?: string | undefined;
  /** Instructions of a Dockerfile, one each: CMD, ENTRYPOINT, ENV, EXPOSE, LABEL, ONBUILD, USER, VOLUME, WORKDIR, … */
  readonly changes?: readonly string[];
  /** `os/arch[/variant]` to note in the image; default is the engine's own. Since API 1.42; before it only the system. */
  readonly platform?: string | undefined;
}

export interface CreateOptions {
  /** The whole X-Registry-Auth value, for a pull. */
  readonly registryAuth?: string;
  readonly signal: AbortSignal;
}

export type CreateEvent =
  | StatusEvent
  /** The end of a pull. `digest` is of the manifest or index that was named; Podman does not tell it. */
  | {readonly kind: 'pulled'; readonly digest: string | undefined}
  /** The end of an import. */
  | {readonly kind: 'imported'; readonly id: string};

const ENDPOINT = 'POST /images/create';

/** Throws EngineError; StreamCutShort when the stream ends without its result. */
export async function* create(
  engine: Engine,
  source: PullSource | ImportSource,
  options: CreateOptions,
): AsyncGenerator<CreateEvent> {
  yield* source.kind === 'pull' ? pull(engine, source, options) : importImage(engine, source, options);
}

async function* pull(engine: Engine, source: PullSource, options: CreateOptions): AsyncGenerator<CreateEvent> {
  const subject = source.tag.includes(':') ? `${source.repository}@${source.tag}` : formatTag(source);
  const chunks = await engine.transport.stream({
    method: 'POST',
    path: '/images/create',
    endpoint: ENDPOINT,
    subject,
    query: {fromImage: source.repository, tag: source.tag, platform: source.platform},
    ...(options.registryAuth !== undefined && {headers: {'x-registry-auth': options.registryAuth}}),
    signal: options.signal,
    idleLimitMs: IDLE_LIMIT_MS,
  });
  let digest: string | undefined;
  let ended = false;
  let last: Message | undefined;
  for await (const message of decodeMessages(chunks, ENDPOINT, subject)) {
    digest = /^Digest: (sha256:[0-9a-f]{64})$/.exec(message.status ?? '')?.[1] ?? digest;
    ended ||= /^Status: /.test(message.status ?? '');
    last = message;
    yield* statusOf(message);
  }
  if (!ended && engine.facts.product === 'podman') ended = await isPulled(engine, subject, last, options.signal);
  if (!ended)
    throw new StreamCutShort('the pull ended without saying that the image is there', {
      status: 0,
      endpoint: ENDPOINT,
      subject,
    });
  yield {kind: 'pulled', digest};
}

/**
 * Podman ends with a line that looks like those of layers, but has the beginning of the image's id
 * (containers/podman pkg/api/handlers/compat/images.go), so the image itself is looked at.
 */
async function isPulled(
  engine: Engine,
  subject: string,
  last: Message | undefined,
  signal: AbortSignal,
): Promise<boolean> {
  if (last?.status !== 'Download complete' || last.id === undefined) return false;
  const {id} = await inspect(engine, subject, {signal});
  return id.startsWith(`sha256:${last.id}`);
}

async function* importImage(engine: Engine, source: ImportSource, options: CreateOptions): AsyncGenerator<CreateEvent> {
  const {from, name, message: comment, changes, platform} = source;
  const subject = name === undefined ? undefined : formatTag(name);
  // The operating system alone was always noted.
  admit(engine, ENDPOINT, {'platform of an import': isForeign(engine, platform) ? platform : undefined}, subject);
  const chunks = await engine.transport.stream({
    method: 'POST',
    path: '/images/create',
    endpoint: ENDPOINT,
    ...(subject !== undefined && {subject}),
    query: {
      fromSrc: from instanceof URL ? from.href : '-',
      ...(name !== undefined && nameOf(engine, name)),
      message: comment,
      changes,
      platform,
    },
    ...(!(from instanceof URL) && {body: from}),
    signal: options.signal,
  });
  let id: string | undefined;
  for await (const message of decodeMessages(chunks, ENDPOINT, subject)) {
    id = imageIdOf(message.status) ?? id;
    yield* statusOf(message);
  }
  // A body that failed while the engine went on must never count as imported (hardening C2).
  if (!(from instanceof URL) && from.errored) throw from.errored;
  if (id === undefined)
    throw new StreamCutShort('the import ended without an image id', {status: 0, endpoint: ENDPOINT, subject});
  yield {kind: 'imported', id};
}

/** Podman 4 takes no notice of `tag` here, but of one inside `repo`. */
function nameOf(engine: Engine, name: Tag): Query {
  return engine.facts.product === 'podman' ? {repo: formatTag(name)} : {repo: name.repository, tag: name.tag};
}

function isForeign({facts}: Engine, platform: string | undefined): boolean {
  return platform !== undefined && platform.split('/')[1] !== facts.architecture;
}
