/**
 * What kind of engine answers: asked once per run with `/_ping` and `/info` at the same time, and with `/version` of
 * Docker. Quirks are decided by these facts and nowhere by guessing (Engine API v1.51 "SystemPing", "SystemVersion",
 * "SystemInfo"; Podman is known by its Libpod headers).
 */
import {EngineError} from './errors.ts';
import {asObject, own, textOf} from './json.ts';
import type {JsonAnswer, Transport} from './transport.ts';

/** Newest API version this code was written and tested for. */
export const NEWEST_API = '1.51';
/** Oldest API version that is supported: Docker 20.10. */
export const OLDEST_API = '1.41';

/** `unknown` where a proxy in front of the engine refuses `/info`. */
export type ImageStore = 'graph-driver' | 'containerd' | 'podman' | 'unknown';

export interface EngineFacts {
  readonly product: 'docker' | 'podman';
  /** The engine's own version text, such as `28.5.2`. */
  readonly version: string;
  /** API version we speak: the newest both sides know. */
  readonly apiVersion: string;
  readonly engineApiVersion: string;
  readonly store: ImageStore;
  /** Name of the storage driver or snapshotter. */
  readonly driver: string;
  /** True where `POST /build` understands `version=2`; 20.10 does without saying so. */
  readonly hasBuildKit: boolean;
  readonly experimental: boolean;
  readonly os: string;
  readonly architecture: string;
  /** Name of the engine's host, from `/info`. */
  readonly name: string;
  /** Where the engine keeps its data, a path on its host; empty where it does not say. */
  readonly root: string;
  /** Sentences for the author about this engine: too old, newer than we know, wrongly pinned. */
  readonly warnings: readonly string[];
}

export interface Negotiation {
  readonly version: string;
  readonly warnings: readonly string[];
}

/** Compares two `major.minor` texts by number; negative when `a` is older. */
export function compareApi(a: string, b: string): number {
  const [aMajor = 0, aMinor = 0] = a.split('.').map(Number);
  const [bMajor = 0, bMinor = 0] = b.split('.').map(Number);
  return aMajor - bMajor || aMinor - bMinor;
}

/**
 * The version to speak: the engine's newest, at most ours, at least the engine's minimum.
 * `pinned` is DOCKER_API_VERSION, which turns negotiation off.
 */
export function negotiate(engine: {newest: string; minimum: string}, pinned: string | undefined): Negotiation {
  if (pinned !== undefined) {
    const fits = compareApi(pinned, engine.newest) <= 0 && compareApi(pinned, engine.minimum) >= 0;
    const warning = `DOCKER_API_VERSION pins API ${pinned}, but this engine speaks ${engine.minimum} to ${engine.newest}: unset it`;
    return {version: pinned, warnings: fits ? [] : [warning]};
  }
  if (compareApi(engine.minimum, NEWEST_API) > 0) {
    const warning = `this engine speaks API ${engine.minimum} at least, newer than ${NEWEST_API}, the newest that Stowage was tested with`;
    return {version: engine.minimum, warnings: [warning]};
  }
  if (compareApi(engine.newest, OLDEST_API) < 0) {
    const warning = `this engine speaks API ${engine.newest} at most; supported is ${OLDEST_API} (Docker 20.10) and newer`;
    return {version: engine.newest, warnings: [warning]};
  }
  return {version: compareApi(engine.newest, NEWEST_API) < 0 ? engine.newest : NEWEST_API, warnings: []};
}

/** An engine that answered, ready for the operations of image-api.ts. */
export interface Engine {
  readonly transport: Transport;
  readonly facts: EngineFacts;
  /** Told of parameters that have no effect on this engine. */
  readonly warn: (text: string) => void;
}

export interface ConnectOptions {
  /** DOCKER_API_VERSION, which turns negotiation off. */
  readonly pinned?: string | undefined;
  readonly onWarning?: (text: string) => void;
  readonly signal: AbortSignal;
}

/** Asks the engine what it is and settles the API version. Throws EngineUnreachable or EngineError. */
export async function connectEngine(transport: Transport, options: ConnectOptions): Promise<Engine> {
  const get = (path: string) => transport.json({method: 'GET', path, endpoint: `GET ${path}`, signal: options.signal});
  const pinging = get('/_ping');
  // Podman takes its time for /version, as it runs the programs that it tells about, and says the rest elsewhere.
  const asking = pinging.then((answer) => (isPodman(answer) ? undefined : orRefused(get('/version'))));
  const [ping, version, info] = await Promise.all([pinging, asking, orRefused(get('/info'))]);
  const facts = readFacts({ping, version, info}, options.pinned);
  return {transport: transport.withApiVersion(facts.apiVersion), facts, warn: options.onWarning ?? (() => {})};
}

/** The oldest API that Podman speaks beside its own (libpod version.CurrentAPI; `/version` says the same). */
const OLDEST_OF_PODMAN = '1.24';

function isPodman({headers}: JsonAnswer): boolean {
  return [headers['libpod-api-version'], headers['libpod-buildah-version']].some((text) => textOf(text) !== '');
}

/** Proxies in front of an engine often let only some routes pass; a build can do without these two. */
async function orRefused(answer: Promise<JsonAnswer>): Promise<JsonAnswer | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof EngineError && error.status >= 400) return undefined;
    throw error;
  }
}

function readFacts(
  answers: {ping: JsonAnswer; version: JsonAnswer | undefined; info: JsonAnswer | undefined},
  pinned: string | undefined,
): EngineFacts {
  const version = asObject(answers.version?.json);
  const info = asObject(answers.info?.json);
  const header = (name: string) => textOf(answers.ping.headers[name]);
  const podman = isPodman(answers.ping);
  const newest = header('api-version') || textOf(own(version, 'ApiVersion')) || OLDEST_API;
  const minimum = textOf(own(version, 'MinAPIVersion')) || (podman ? OLDEST_OF_PODMAN : OLDEST_API);
  const {version: apiVersion, warnings} = negotiate({newest, minimum}, pinned);
  const os = textOf(own(info, 'OSType')) || header('ostype') || 'linux';
  const snapshotter = JSON.stringify(own(info, 'DriverStatus') ?? null).includes('io.containerd.snapshotter');
  return {
    product: podman ? 'podman' : 'docker',
    version: textOf(own(version, 'Version')) || /^\w+\/(\S+)/.exec(header('server'))?.[1] || 'unknown',
    apiVersion,
    engineApiVersion: newest,
    store: podman ? 'podman' : answers.info === undefined ? 'unknown' : snapshotter ? 'containerd' : 'graph-driver',
    driver: textOf(own(info, 'Driver')) || 'unknown',
    hasBuildKit: !podman && os === 'linux' && compareApi(newest, '1.39') >= 0,
    experimental: own(info, 'ExperimentalBuild') === true || header('docker-experimental') === 'true',
    os,
    architecture: goArchitecture(textOf(own(version, 'Arch')) || textOf(own(info, 'Architecture'))),
    name: textOf(own(info, 'Name')),
    root: textOf(own(info, 'DockerRootDir')),
    warnings,
  };
}

/** `/info` names architectures as the kernel does, everything else as Go does. */
function goArchitecture(name: string): string {
  const names: Readonly<Record<string, string>> = {x86_64: 'amd64', aarch64: 'arm64', armv7l: 'arm', i686: '386'};
  return names[name] ?? name;
}

/** One line that says everything a bug report needs. */
export function describeEngine(facts: EngineFacts): string {
  const stores: Readonly<Record<ImageStore, string>> = {
    'graph-driver': `graph driver ${facts.driver}`,
    containerd: `containerd image store (${facts.driver})`,
    podman: `storage driver ${facts.driver}`,
    unknown: 'image store unknown (GET /info was refused)',
  };
  const product = facts.product === 'podman' ? 'Podman' : 'Docker';
  const api =
    facts.apiVersion === facts.engineApiVersion ? facts.apiVersion : `${facts.apiVersion} of ${facts.engineApiVersion}`;
  const builder = facts.product === 'podman' ? 'Buildah' : facts.hasBuildKit ? 'BuildKit' : 'classic builder only';
  return `${product} ${facts.version}, API ${api}, ${stores[facts.store]}, ${builder}, ${facts.os}${facts.architecture && `/${facts.architecture}`}`;
}
