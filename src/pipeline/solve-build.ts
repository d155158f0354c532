/**
 * One build by the Control API, told in the events of `POST /build`: the same request, with what only this way can say, and
 * what the session has to serve for it.
 */
import {randomBytes} from 'node:crypto';
import type {Readable} from 'node:stream';
import {ConnectionLost, type GrpcClient, RpcError} from '../buildkit/client.ts';
import {decodeWorkers, LIST_WORKERS, type Typed} from '../buildkit/control.ts';
import type {Methods} from '../buildkit/grpc.ts';
import {findEnd} from '../buildkit/history.ts';
import {decodeErrorDetails, type ErrorDetails} from '../buildkit/rpc-status.ts';
import {solve} from '../buildkit/solve.ts';
import {type Beyond, type SolveContext, toSolveRequest} from '../buildkit/solve-request.ts';
import {uploadMethods} from '../buildkit/upload.ts';
import {type BuildEvent, type BuildRequest, storesImage} from '../engine/build.ts';
import {StreamCutShort} from '../engine/errors.ts';
import {imageIdOf} from '../engine/json.ts';
import {formatPlatform} from '../registry/platform.ts';
import type {Log} from '../report/log.ts';
import {BuilderError} from './builder-error.ts';
import type {ControlInputs} from './control-inputs.ts';
import {InvalidInput} from './errors.ts';
import {targetsIn, withTargets} from './input-contexts.ts';
import {type NamedContexts, openNamed} from './named-contexts.ts';

/** A build ready to be sent. */
export interface SolveJob {
  readonly client: GrpcClient;
  /** For the session, with those of the context. */
  readonly methods: Methods;
  readonly neededFor: readonly string[];
  /** Throws BuilderError, or what one of the services failed with. */
  build(request: BuildRequest, sent: SolveOptions): AsyncGenerator<BuildEvent>;
  /** The same again with everything in the cache, to push it. */
  repeat(request: BuildRequest, sent: SolveOptions): AsyncGenerator<BuildEvent>;
}

export interface SolveOptions {
  /** Id. */
  readonly session: string;
  /** A tar of the context, which the session gives. */
  readonly body: Readable | undefined;
  readonly signal: AbortSignal;
}

const ENDPOINT = 'BuildKit Solve';

export interface SolveInputs {
  readonly client: GrpcClient;
  /** Another connection, for when the first was lost. */
  readonly reopen: () => Promise<GrpcClient>;
  readonly inputs: ControlInputs;
  /** Of the times of further contexts, see `BuildContext`. */
  readonly epoch: number | undefined;
  /** What else is made of the result, and what takes it. */
  readonly exporters?: readonly Typed[];
  readonly results?: Methods;
}

/** `files` serves the context, where it is a directory. Throws InvalidInput for a context that is not what it is named for. */
export async function prepareSolve(
  {client, reopen, inputs, epoch, exporters = [], results = new Map()}: SolveInputs,
  files: Methods,
  log: Log,
): Promise<SolveJob> {
  const upload = randomBytes(16).toString('hex');
  const named = await openNamed({...inputs, epoch}, files, log);
  const targets = targetsIn(inputs.contexts);
  let tar: Readable | undefined;
  async function* run(
    beyond: Beyond,
    request: BuildRequest,
    {session, body, signal}: SolveOptions,
  ): AsyncGenerator<BuildEvent> {
    tar = body;
    const ref = randomBytes(16).toString('hex');
    const hostGateway = await findHostGateway(client, request, signal);
    const context = contextOf(request, upload);
    if (context.kind === 'upload' && targets[0] !== undefined) throw unaskable(targets[0].name);
    const described = toSolveRequest(request, {ref, session, context, beyond, hostGateway});
    // As on the other way: nothing of a build that succeeds, and all of one that does not.
    const held: BuildEvent[] = [];
    try {
      for await (const event of solve(client, await withTargets(client, described, targets, {signal}), signal)) {
        if (event.kind === 'trace') {
          if (!request.quiet) yield event;
          else if (held.length < MOST_HELD) held.push(event);
        } else {
          if (beyond.cacheTo.length > 0) await named.stores.finish(event.response);
          if (storesImage(request)) yield {kind: 'image', id: idIn(event.response)} as const;
        }
      }
    } catch (error) {
      signal.throwIfAborted();
      yield* held;
      // Of a failure here the builder only repeats the message.
      throw tar?.errored ?? named.failure() ?? (await explained(error, {ref, reopen, signal}));
    }
    if (named.failure() !== undefined) throw named.failure();
    for (const warning of named.warnings()) log.warning(warning);
  }
  const beyond = {...beyondOf(inputs, named), exporters};
  return {
    client,
    methods: new Map([...named.methods, ...uploadMethods(upload, () => tar), ...results]),
    neededFor: ['the Control API'],
    build: (request, options) => run(beyond, request, options),
    repeat: (request, options) =>
      run({...beyond, cacheTo: [], noCacheFilters: [], exporters: []}, {...request, noCache: false}, options),
  };
}

/** The frontend would read the tar, which comes once, before the build does. */
function unaskable(name: string): InvalidInput {
  return new InvalidInput(
    'build-contexts',
    `${name}: target: needs a context that can be read twice, and this one is sent as a tar`,
    'leave context-transfer: tar out, and unpack a context that is a tar in a step before this one',
  );
}

/** Traces of a quiet build; what one has more to tell is lost (hardening O7). */
const MOST_HELD = 10_000;

function contextOf({remote}: BuildRequest, ref: string): SolveContext {
  if (remote === undefined) return {kind: 'upload', id: ref};
  return remote === 'client-session' ? {kind: 'directories'} : {kind: 'remote', url: remote};
}

function beyondOf(
  {noCacheFilters, platforms, attestations, allow}: ControlInputs,
  {stores: {cacheTo, cacheFrom}, contexts, inputs}: NamedContexts,
): Omit<Beyond, 'exporters'> {
  return {
    noCacheFilters,
    contexts,
    inputs,
    // What is inline is a build argument, as on the other way.
    cacheTo: cacheTo.filter(({type}) => type !== 'inline'),
    cacheFrom,
    attestations,
    platforms: platforms.map(formatPlatform),
    entitlements: allow,
  };
}

const GATEWAY_LABEL = 'org.mobyproject.buildkit.worker.moby.host-gateway-ip';

/** `POST /build` replaces the word itself. */
async function findHostGateway(
  client: GrpcClient,
  {addHosts}: BuildRequest,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (!addHosts.some((host) => host.endsWith(':host-gateway'))) return undefined;
  const workers = decodeWorkers(await client.unary(LIST_WORKERS, new Uint8Array(0), {signal}));
  const address = workers.map(({labels}) => labels.get(GATEWAY_LABEL)).find((label) => label !== undefined);
  if (address !== undefined) return address;
  throw new InvalidInput(
    'add-hosts',
    'host-gateway: BuildKit of this engine does not say which address that is',
    'write the address itself',
  );
}

function idIn(response: ReadonlyMap<string, string>): string {
  const id = imageIdOf(response.get('containerimage.digest'));
  if (id !== undefined) return id;
  throw new StreamCutShort('the build ended without an image id and without an error', {status: 0, endpoint: ENDPOINT});
}

interface Lost {
  readonly ref: string;
  readonly reopen: () => Promise<GrpcClient>;
  readonly signal: AbortSignal;
}

/** Reading the history must not hold up the news of the failure. */
const HISTORY_MS = 2000;

/** An answer with a large Dockerfile in it ends the connection (client.ts), but the history knows it. */
async function explained(error: unknown, {ref, reopen, signal}: Lost): Promise<unknown> {
  if (error instanceof RpcError) return new BuilderError(error.reason, detailsOf(error), error);
  if (!(error instanceof ConnectionLost)) return error;
  try {
    using client = await reopen();
    const limited = AbortSignal.any([signal, AbortSignal.timeout(HISTORY_MS)]);
    const end = await findEnd(client, ref, {signal: limited});
    if (end !== undefined) return new BuilderError(end.message, end, error);
  } catch {
    // Then there is only this to say.
  }
  signal.throwIfAborted();
  return new BuilderError(`the connection to BuildKit was lost: ${error.message}`, undefined, error);
}

/** An error must not hide behind another. */
function detailsOf({details}: RpcError): ErrorDetails | undefined {
  try {
    return details && decodeErrorDetails(details);
  } catch {
    return undefined;
  }
}
