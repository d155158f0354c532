/**
 * The description of a build, in the words of Solve and of the Dockerfile frontend (moby/buildkit
 * frontend/dockerfile/builder, frontend/dockerui; what `POST /build` makes of the same is moby
 * builder/builder-next/builder.go). What no request to `/build` can say stands in `Beyond`.
 */
import type {BuildRequest} from '../engine/build.ts';
import type {SolveRequest, Typed} from './control.ts';

/** What can be said by Solve alone; all may be empty. */
export interface Beyond {
  /** Names of stages that are built anew. */
  readonly noCacheFilters: readonly string[];
  /** Values of `context:<name>`, such as `docker-image://alpine:3` or `local:<directory of the session>`. */
  readonly contexts: ReadonlyMap<string, string>;
  /** Encoded `pb.Definition` by the name that a value `input:<name>` of a context uses. */
  readonly inputs: ReadonlyMap<string, Uint8Array>;
  /** Beside the `cacheFrom` of the request. */
  readonly cacheFrom: readonly Typed[];
  readonly cacheTo: readonly Typed[];
  /** `sbom` and `provenance`, with their parameters as CSV. */
  readonly attestations: ReadonlyMap<string, string>;
  /** Several platforms at once; empty leaves it to the `platform` of the request. */
  readonly platforms: readonly string[];
  readonly entitlements: readonly string[];
  /** What is written beside the image, before it, as the last exporter names the digest of the result. */
  readonly exporters: readonly Typed[];
}

/** Where the files come from. */
export type SolveContext =
  /** Directories `context` and `dockerfile` of the session. */
  | {readonly kind: 'directories'}
  /** A tar, which the session gives under this id (upload.ts). */
  | {readonly kind: 'upload'; readonly id: string}
  /** A Git repository or a tar that BuildKit fetches. */
  | {readonly kind: 'remote'; readonly url: string};

export interface SolveParts {
  readonly ref: string;
  readonly session: string;
  readonly context: SolveContext;
  readonly beyond: Beyond;
  /** Address that stands for `host-gateway` in addHosts; undefined where nobody knows it. */
  readonly hostGateway: string | undefined;
}

/** Memory, CPU and squash of the request have no words here, and must not have been asked for. */
export function toSolveRequest(request: BuildRequest, parts: SolveParts): SolveRequest {
  const {ref, session, beyond} = parts;
  const inline = request.buildArgs.get('BUILDKIT_INLINE_CACHE');
  const cacheImports = [
    ...request.cacheFrom.map((name) => ({type: 'registry', attributes: new Map([['ref', name]])})),
    ...beyond.cacheFrom,
  ];
  return {
    ref,
    session,
    frontend: 'dockerfile.v0',
    attributes: new Map([
      ...Object.entries(plainAttributes(request, parts)).filter(hasValue),
      ...withPrefix('build-arg:', request.buildArgs),
      ...withPrefix('label:', request.labels),
      ...withPrefix('context:', beyond.contexts),
      ...withPrefix('attest:', beyond.attestations),
      // The frontend reads this one; the other place is for the solver.
      ...(cacheImports.length > 0 ? [['cache-imports', jsonOf(cacheImports)] as const] : []),
    ]),
    exporters: [...beyond.exporters, ...imageExporter(request)],
    cacheExports: [
      ...beyond.cacheTo,
      // `/build` does this by itself.
      ...(isTrue(inline) ? [{type: 'inline', attributes: new Map<string, string>()}] : []),
    ],
    cacheImports,
    entitlements: [...new Set([...(request.network === 'host' ? ['network.host'] : []), ...beyond.entitlements])],
    inputs: beyond.inputs,
  };
}

function plainAttributes(
  request: BuildRequest,
  {context, beyond, hostGateway}: SolveParts,
): Readonly<Record<string, string | undefined>> {
  const {noCacheFilters, platforms} = beyond;
  return {
    filename: request.dockerfile,
    context: contextOf(context),
    target: request.target,
    platform: platforms.length > 0 ? platforms.join(',') : request.platform,
    // Without a name it is about every stage.
    'no-cache': request.noCache ? '' : noCacheFilters.length > 0 ? noCacheFilters.join(',') : undefined,
    'image-resolve-mode': request.pull ? 'pull' : 'default',
    'force-network-mode': request.network,
    'add-hosts': listOf(request.addHosts.map((host) => hostOf(host, hostGateway))),
    'shm-size': request.shmSize === undefined ? undefined : String(request.shmSize),
    ulimit: listOf(request.ulimits.map(({name, soft, hard}) => `${name}=${soft}:${hard}`)),
    'cgroup-parent': request.cgroupParent,
    'frontend.caps': beyond.contexts.size > 0 ? 'moby.buildkit.frontend.contexts+forward' : undefined,
  };
}

function contextOf(context: SolveContext): string | undefined {
  switch (context.kind) {
    case 'directories':
      return undefined;
    case 'upload':
      return `http://buildkit-session/${context.id}`;
    case 'remote':
      return context.url;
    default:
      return context satisfies never;
  }
}

/** `host:ip` to `host=ip`; addresses of IPv6 have colons of their own. */
function hostOf(host: string, hostGateway: string | undefined): string {
  const at = host.indexOf(':');
  const address = host.slice(at + 1);
  return `${host.slice(0, at)}=${address === 'host-gateway' ? (hostGateway ?? address) : address}`;
}

function imageExporter({outputs = [], tags = []}: BuildRequest): readonly Typed[] {
  const [output] = outputs;
  // In the words of buildx, where it is no exporter at all.
  if (output?.type === 'cacheonly') return [];
  const names = tags.length > 0 ? [['name', tags.join(',')] as const] : [];
  return [{type: output?.type ?? 'moby', attributes: new Map([...(output?.attributes ?? []), ...names])}];
}

function jsonOf(entries: readonly Typed[]): string {
  return JSON.stringify(entries.map(({type, attributes}) => ({Type: type, Attrs: Object.fromEntries(attributes)})));
}

function listOf(items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : items.join(',');
}

function withPrefix(prefix: string, map: ReadonlyMap<string, string>): ReadonlyArray<readonly [string, string]> {
  return [...map].map(([key, value]) => [`${prefix}${key}`, value] as const);
}

function hasValue(pair: [string, string | undefined]): pair is [string, string] {
  return pair[1] !== undefined;
}

/** As Go reads a flag. */
function isTrue(text: string | undefined): boolean {
  return /^(?:1|t|T|true|TRUE|True)$/.test(text ?? '');
}
