/**
 * `POST /build` (Engine API v1.51 "ImageBuild"): one request description, sent to BuildKit (`version=2`), to the classic
 * builder, or in Podman's dialect of the latter. The answer is a stream of typed events that ends with an image id or
 * throws.
 */
import type {Readable} from 'node:stream';
import type {Query} from './call.ts';
import {EngineError, StreamCutShort} from './errors.ts';
import {decodeMessages, type Message, own} from './messages.ts';
import type {Transport} from './transport.ts';

/** Which builder reads the request. */
export type Builder = 'buildkit' | 'classic' | 'podman';

export interface Ulimit {
  readonly name: string;
  /** -1 is unlimited. */
  readonly soft: number;
  readonly hard: number;
}

/** What to build, in the words of the Engine API. Sizes are bytes, CPU times microseconds. */
export interface BuildRequest {
  readonly builder: Builder;
  /** Path inside the tar. */
  readonly dockerfile: string;
  readonly buildArgs: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, string>;
  /** References whose cache may be used. */
  readonly cacheFrom: readonly string[];
  readonly target: string | undefined;
  /** `os/arch[/variant]`, one. */
  readonly platform: string | undefined;
  readonly noCache: boolean;
  /** Resolve base images at their registry even when they are here. */
  readonly pull: boolean;
  readonly network: string | undefined;
  /** `host:ip` each. */
  readonly addHosts: readonly string[];
  readonly shmSize: number | undefined;
  readonly ulimits: readonly Ulimit[];
  /** From here on: the classic builder and Podman only, BuildKit drops them without a word. */
  readonly cgroupParent: string | undefined;
  readonly memory: number | undefined;
  /** -1 is unlimited. */
  readonly memorySwap: number | undefined;
  readonly cpuShares: number | undefined;
  readonly cpusetCpus: string | undefined;
  readonly cpuPeriod: number | undefined;
  readonly cpuQuota: number | undefined;
  readonly squash: boolean;
}

export interface BuildOptions {
  /** The tar of the context. */
  readonly context: Readable;
  /** BuildKit: id of the open session that serves credentials. */
  readonly session?: string;
  /** Classic builder and Podman: the whole X-Registry-Config value. */
  readonly registryConfig?: string;
  /** Podman: `false` speaks plain http to the registries of base images. */
  readonly tlsVerify?: boolean;
  readonly signal: AbortSignal;
}

export type BuildEvent =
  /** One `moby.buildkit.v1.StatusResponse`, still encoded. */
  | {readonly kind: 'trace'; readonly data: Uint8Array}
  /** Text of the classic builder; pieces of lines. */
  | {readonly kind: 'stream'; readonly text: string}
  /** A base image being pulled by the classic builder. */
  | {
      readonly kind: 'status';
      readonly id: string | undefined;
      readonly status: string;
      readonly current: number | undefined;
      readonly total: number | undefined;
    }
  /** The result; with several stages the classic builder names one per stage, the last counts. */
  | {readonly kind: 'image'; readonly id: string};

const ENDPOINT = 'POST /build';

/**
 * Builds and yields events as they come. Dropping the iteration or aborting cancels the build in the engine, because
 * it drops the connection. Throws EngineError (also for errors inside the stream) and StreamCutShort.
 */
export async function* build(
  transport: Transport,
  request: BuildRequest,
  options: BuildOptions,
): AsyncGenerator<BuildEvent> {
  const chunks = await transport.stream({
    method: 'POST',
    path: '/build',
    endpoint: ENDPOINT,
    query: {...buildQuery(request, options.session), ...(options.tlsVerify === false && {tlsVerify: '0'})},
    ...(options.registryConfig !== undefined && {headers: {'x-registry-config': options.registryConfig}}),
    body: options.context,
    signal: options.signal,
  });
  let done = false;
  for await (const message of decodeMessages(chunks, ENDPOINT)) {
    for (const event of toEvents(message)) {
      done ||= event.kind === 'image';
      yield event;
    }
  }
  // A body that failed while the engine went on must never count as built (hardening C2).
  if (options.context.errored) throw options.context.errored;
  if (!done)
    throw new StreamCutShort('the build ended without an image id and without an error', {
      status: 0,
      endpoint: ENDPOINT,
    });
}

/** The query string of a build; exported for tests of its exact shape. */
export function buildQuery(request: BuildRequest, session: string | undefined): Query {
  const classic = request.builder !== 'buildkit';
  const number = (value: number | undefined) => (value === undefined ? undefined : String(value));
  const flag = (value: boolean) => (value ? '1' : undefined);
  return {
    version: request.builder === 'podman' ? undefined : request.builder === 'buildkit' ? '2' : '1',
    session: request.builder === 'buildkit' ? session : undefined,
    dockerfile: request.dockerfile,
    buildargs: jsonOf(request.buildArgs),
    labels: jsonOf(request.labels),
    cachefrom: request.cacheFrom.length === 0 ? undefined : JSON.stringify(request.cacheFrom),
    target: request.target,
    platform: request.platform,
    nocache: flag(request.noCache),
    pull: flag(request.pull),
    ...(request.builder === 'podman' ? podmanNetwork(request.network) : {networkmode: request.network}),
    // Podman reads one JSON array where Docker reads a repeated parameter.
    extrahosts:
      request.builder === 'podman' && request.addHosts.length > 0 ? JSON.stringify(request.addHosts) : request.addHosts,
    shmsize: number(request.shmSize),
    ulimits: ulimitsOf(request),
    // A failed step would otherwise leave its container behind (hardening L3).
    ...(classic && {rm: '1', forcerm: '1'}),
    cgroupparent: request.cgroupParent,
    memory: number(request.memory),
    memswap: number(request.memorySwap),
    cpushares: number(request.cpuShares),
    cpusetcpus: request.cpusetCpus,
    cpuperiod: number(request.cpuPeriod),
    cpuquota: number(request.cpuQuota),
    squash: flag(request.squash),
  };
}

function jsonOf(map: ReadonlyMap<string, string>): string | undefined {
  return map.size === 0 ? undefined : JSON.stringify(Object.fromEntries(map));
}

/**
 * Podman 4 takes no notice of Docker's names here: without a network it has a policy of its own, and the host's or a
 * private one are namespaces (containers/podman pkg/api/handlers/compat/images_build.go). Its default is the host's.
 */
function podmanNetwork(network: string | undefined): Query {
  if (network === undefined) return {};
  if (network === 'none') return {networkmode: 'NetworkDisabled'};
  return {nsoptions: JSON.stringify([{Name: 'network', Host: network === 'host', Path: ''}])};
}

function ulimitsOf(request: BuildRequest): string | undefined {
  if (request.ulimits.length === 0) return undefined;
  if (request.builder === 'podman') {
    return JSON.stringify(request.ulimits.map(({name, soft, hard}) => `${name}=${soft}:${hard}`));
  }
  return JSON.stringify(request.ulimits.map(({name, soft, hard}) => ({Name: name, Soft: soft, Hard: hard})));
}

const IMAGE_ID = /^(?:sha256:)?[0-9a-f]{64}$/;

function* toEvents(message: Message): Generator<BuildEvent> {
  if (message.id === 'moby.buildkit.trace') {
    if (typeof message.aux !== 'string')
      throw new EngineError('a build trace is not text', {status: 0, endpoint: ENDPOINT});
    yield {kind: 'trace', data: Buffer.from(message.aux, 'base64')};
    return;
  }
  if (typeof message.aux === 'object' && message.aux !== null) {
    // BuildKit says `moby.image.id`, the classic builder and Podman send the same aux without an id.
    const id = own(message.aux, 'ID');
    if (typeof id === 'string' && IMAGE_ID.test(id))
      yield {kind: 'image', id: id.startsWith('sha256:') ? id : `sha256:${id}`};
  }
  if (message.stream !== undefined) yield {kind: 'stream', text: message.stream};
  if (message.status !== undefined) {
    yield {kind: 'status', id: message.id, status: message.status, current: message.current, total: message.total};
  }
}
