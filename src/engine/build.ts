/**
 * `POST /build` (Engine API v1.51 "ImageBuild"): one request description, sent to BuildKit (`version=2`), to the classic
 * builder, or in Podman's dialect of the latter. The answer is a stream of typed events that ends with an image id or
 * throws.
 */
import type {Readable} from 'node:stream';
import type {Query} from './call.ts';
import {EngineError, StreamCutShort} from './errors.ts';
import type {Engine} from './facts.ts';
import {asObject, imageIdOf, own} from './json.ts';
import {decodeMessages, type Message} from './messages.ts';
import {admit, ignoredByBuildKit, Unsupported} from './parameters.ts';
import {type StatusEvent, statusOf} from './transfer.ts';

/** Which builder reads the request. */
export type Builder = 'buildkit' | 'classic' | 'podman';

export interface Ulimit {
  readonly name: string;
  /** -1 is unlimited. */
  readonly soft: number;
  readonly hard: number;
}

/** What BuildKit does with the result, beside or instead of storing it (Engine API v1.51, `outputs`, since 1.40). */
export interface BuildOutput {
  /**
   * `moby` stores it as usual; the containerd store also has `image`. `tar` and `local` send the root file system to the
   * session instead, and of `cacheonly` nothing is
   * made: no image event comes.
   */
  readonly type: string;
  /** Attributes of that exporter, such as `compression=zstd`. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** What to build, in the words of the Engine API. Sizes are bytes, CPU times microseconds. */
export interface BuildRequest {
  readonly builder: Builder;
  /** Path inside the context. */
  readonly dockerfile: string;
  /** Names to give the result, `name[:tag]` each; default is none. */
  readonly tags?: readonly string[];
  /** Git repository or tar that the engine fetches as the context, in place of a tar that is sent. */
  readonly remote?: string | undefined;
  /** Only the id comes back, and the log of a failure; default false. */
  readonly quiet?: boolean;
  /** BuildKit: at most one. */
  readonly outputs?: readonly BuildOutput[];
  readonly buildArgs: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, string>;
  /** References whose cache may be used. */
  readonly cacheFrom: readonly string[];
  readonly target: string | undefined;
  /** `os/arch[/variant]`, one. The classic builder of 20.10 may give what its cache has for another: look at the result. */
  readonly platform: string | undefined;
  readonly noCache: boolean;
  /** Resolve base images at their registry even when they are here, as BuildKit with the containerd store always does. */
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
  /** Join the new layers into one, with Podman those of the base as well. Docker's needs its experimental mode. */
  readonly squash: boolean;
  /** Podman: seconds since 1970, for `created` and for the time of every file that a step leaves. */
  readonly timestamp?: number | undefined;
  /** Remove the containers of steps after success; default true. */
  readonly rm?: boolean;
  /** And after a failure, too; default is `rm` (hardening L3). Docker takes `true` for both, Podman removes them anyway. */
  readonly forceRm?: boolean;
}

export interface BuildOptions {
  /** The tar of the context: plain, gzip, bzip2 or xz. Undefined only with `remote`. */
  readonly context?: Readable | undefined;
  /** Of the tar; default `application/x-tar`. Docker looks at the bytes alone, Podman takes a form's type for a form. */
  readonly contentType?: string;
  /** BuildKit: id of the open session that serves credentials. */
  readonly session?: string;
  /** Classic builder and Podman: the whole X-Registry-Config value. BuildKit asks the session instead. */
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
  | StatusEvent
  /** The result; with several stages the classic builder names one per stage, the last counts. */
  | {readonly kind: 'image'; readonly id: string};

const ENDPOINT = 'POST /build';

/**
 * Builds and yields events as they come. Dropping the iteration or aborting cancels the build in the engine, because
 * it drops the connection. Throws EngineError (also for errors inside the stream) and StreamCutShort.
 */
export async function* build(engine: Engine, request: BuildRequest, options: BuildOptions): AsyncGenerator<BuildEvent> {
  const query = buildQuery(request, options.session);
  admitBuild(engine, request, options, query);
  const chunks = await engine.transport.stream({
    method: 'POST',
    path: '/build',
    endpoint: ENDPOINT,
    query: {...query, ...(options.tlsVerify === false && {tlsVerify: '0'})},
    headers: {
      ...(options.contentType !== undefined && {'content-type': options.contentType}),
      ...(options.registryConfig !== undefined && {'x-registry-config': options.registryConfig}),
    },
    ...(options.context && {body: options.context}),
    signal: options.signal,
  });
  let done = !storesImage(request);
  for await (const message of decodeMessages(chunks, ENDPOINT)) {
    for (const event of toEvents(message, request.quiet === true)) {
      done ||= event.kind === 'image';
      yield event;
    }
  }
  // A body that failed while the engine went on must never count as built (hardening C2).
  if (options.context?.errored) throw options.context.errored;
  if (!done)
    throw new StreamCutShort('the build ended without an image id and without an error', {
      status: 0,
      endpoint: ENDPOINT,
    });
}

/** Whether the build ends with an image in the engine, rather than with files for the client. */
export function storesImage({outputs = []}: Pick<BuildRequest, 'outputs'>): boolean {
  return !outputs.some(({type}) => ['local', 'tar', 'cacheonly'].includes(type));
}

/** The query string of a build; exported for tests of its exact shape. */
export function buildQuery(request: BuildRequest, session: string | undefined): Query {
  const classic = request.builder !== 'buildkit';
  // The engine takes the second for the first as well.
  const keeps = {rm: request.rm === false, forceRm: (request.forceRm ?? request.rm) === false};
  const number = (value: number | undefined) => (value === undefined ? undefined : String(value));
  const flag = (value: boolean) => (value ? '1' : undefined);
  return {
    version: request.builder === 'podman' ? undefined : request.builder === 'buildkit' ? '2' : '1',
    session: request.builder === 'buildkit' ? session : undefined,
    dockerfile: request.dockerfile,
    t: request.tags,
    remote: request.remote,
    q: flag(request.quiet === true),
    outputs: outputsOf(request.outputs),
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
    ...(classic && {rm: keeps.rm ? '0' : '1', forcerm: keeps.forceRm ? '0' : '1'}),
    cgroupparent: request.cgroupParent,
    memory: number(request.memory),
    memswap: number(request.memorySwap),
    cpushares: number(request.cpuShares),
    cpusetcpus: request.cpusetCpus,
    cpuperiod: number(request.cpuPeriod),
    cpuquota: number(request.cpuQuota),
    squash: flag(request.squash),
    timestamp: number(request.timestamp),
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

function outputsOf(outputs: readonly BuildOutput[] = []): string | undefined {
  if (outputs.length === 0) return undefined;
  // Engines write into Attrs, so it is never left out.
  return JSON.stringify(outputs.map(({type, attributes}) => ({Type: type, Attrs: Object.fromEntries(attributes)})));
}

/** Throws Unsupported for what the builder would take and do nothing with; warns of what only leaves less behind. */
function admitBuild(engine: Engine, request: BuildRequest, options: BuildOptions, query: Query): void {
  const {builder, rm, forceRm} = request;
  const {facts} = engine;
  const refuse = (why: string, hint: string) => {
    throw new Unsupported(why, {status: 0, endpoint: ENDPOINT, hint});
  };
  const fits = facts.product === 'podman' ? builder === 'podman' : builder !== 'podman';
  if (!fits || (builder === 'buildkit' && !facts.hasBuildKit)) {
    const product = facts.product === 'podman' ? 'Podman' : 'Docker';
    refuse(`${product} ${facts.version} has no builder "${builder}"`, 'Choose one that it has');
  }
  admit(engine, ENDPOINT, {...query, 'forcerm=0': forceRm === false || undefined});
  const ignores: Readonly<Record<Builder, ReadonlySet<string>>> = {
    buildkit: ignoredByBuildKit(facts),
    classic: new Set(['outputs']),
    podman: new Set(),
  };
  const ignored = Object.keys(query).filter((name) => query[name] !== undefined && ignores[builder].has(name));
  if (ignored.length > 0) {
    const [name, other] = builder === 'classic' ? ['classic builder', 'BuildKit'] : ['BuildKit', 'the classic builder'];
    refuse(`the ${name} of Docker ${facts.version} ignores ${ignored.join(', ')}`, `Use ${other}`);
  }
  if (builder !== 'buildkit') return;
  if (options.registryConfig !== undefined)
    refuse('BuildKit ignores X-Registry-Config', 'Open a session that gives it the credentials');
  const kept = [rm === false && 'rm=0', forceRm === false && 'forcerm=0'].filter((name) => name !== false);
  for (const name of kept)
    engine.warn(`${ENDPOINT}: "${name}" has no effect: BuildKit runs steps without containers that could be kept`);
}

function* toEvents(message: Message, quiet: boolean): Generator<BuildEvent> {
  if (message.id === 'moby.buildkit.trace') {
    if (typeof message.aux !== 'string')
      throw new EngineError('a build trace is not text', {status: 0, endpoint: ENDPOINT});
    yield {kind: 'trace', data: Buffer.from(message.aux, 'base64')};
    return;
  }
  // BuildKit says `moby.image.id`, the classic builder and Podman send the same aux without an id; quiet ones just print.
  const id = imageIdOf(own(asObject(message.aux), 'ID')) ?? (quiet ? imageIdOf(message.stream?.trim()) : undefined);
  if (id !== undefined) yield {kind: 'image', id};
  if (message.stream !== undefined) yield {kind: 'stream', text: message.stream};
  yield* statusOf(message);
}
