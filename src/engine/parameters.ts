/**
 * Parameters that not every supported engine honours. An engine ignores what it does not know, so each method asks here
 * before it calls: where another result would come of it than was asked for, the call is refused; where only less
 * would be told, the caller is warned. What is not listed works everywhere (docs/engines.md, made by the tests).
 */
import {EngineError} from './errors.ts';
import {compareApi, type Engine, type EngineFacts} from './facts.ts';

/** A parameter, or a whole endpoint, that the engine at hand would ignore, or does not have. */
export class Unsupported extends EngineError {
  override readonly name = 'Unsupported';
}

interface Gate {
  /** API version that brought it. */
  readonly since?: string;
  /** API version in which it became void. */
  readonly until?: string;
  /** No engine does it, and this is why. */
  readonly never?: string;
  /** Only the containerd image store does it. */
  readonly containerd?: true;
  /** Only graph drivers do it. */
  readonly graphDriver?: true;
  /** Podman's API ignores it. */
  readonly notPodman?: true;
  /** `warn` where nothing but less information comes of it. */
  readonly otherwise: 'refuse' | 'warn';
  /** What to do instead, as the end of a sentence. */
  readonly instead?: string;
}

const refuse = (gate: Omit<Gate, 'otherwise'>): Gate => ({...gate, otherwise: 'refuse'});
const warn = (gate: Omit<Gate, 'otherwise'>): Gate => ({...gate, otherwise: 'warn'});
const byPlatform = refuse({
  since: '1.48',
  notPodman: true,
  instead: 'leave the platform out: the image has just one here',
});

/** By endpoint and parameter, under their names on the wire. `*` is the endpoint itself. */
const GATES: Readonly<Record<string, Readonly<Record<string, Gate>>>> = {
  'POST /build': {
    outputs: refuse({since: '1.40', notPodman: true, instead: 'export the finished image'}),
    remote: refuse({notPodman: true, instead: 'send the context as a tar'}),
    cachefrom: warn({notPodman: true}),
    'forcerm=0': warn({notPodman: true}),
  },
  'POST /build/prune': {
    '*': refuse({notPodman: true, instead: 'its layers are images: prune those'}),
    'max-used-space': refuse({since: '1.48', instead: 'use reserved-space'}),
    'min-free-space': refuse({since: '1.48', instead: 'use reserved-space'}),
    // What they match nothing with would remove nothing. 28.5 compares the second, 20.10 does not.
    'filter description': refuse({since: '1.48', instead: 'filter by id'}),
    'filter parent': refuse({never: 'BuildKit does not compare it', instead: 'filter by id'}),
  },
  'POST /commit': {
    containerConfig: refuse({notPodman: true, instead: 'use changes'}),
  },
  'POST /images/create': {
    'platform of an import': refuse({since: '1.42', instead: 'import on an engine of that platform'}),
  },
  'DELETE /images/{name}': {
    noprune: refuse({notPodman: true, instead: 'give the parents a name first'}),
    // Anything else deletes the whole name without a word.
    platforms: refuse({since: '1.50', containerd: true, notPodman: true, instead: 'delete the whole image'}),
  },
  'GET /images/{name}/get': {platform: byPlatform},
  'GET /images/get': {platform: byPlatform},
  'GET /images/{name}/history': {platform: byPlatform},
  'GET /images/{name}/json': {
    platform: refuse({since: '1.49', notPodman: true, instead: 'leave the platform out: the image has just one here'}),
    manifests: warn({since: '1.48', containerd: true, notPodman: true}),
  },
  'GET /images/json': {
    'shared-size': warn({since: '1.42', notPodman: true}),
    manifests: warn({since: '1.47', containerd: true, notPodman: true}),
    // Not a matter of the API version: engines before 25.0 (API 1.44) refuse the key in all of them.
    'filter until': refuse({since: '1.44', instead: 'use before or since with the name of an image'}),
  },
  'POST /images/load': {
    platform: byPlatform,
    'quiet=0': warn({graphDriver: true, notPodman: true}),
  },
  'GET /images/search': {
    'is-automated': warn({until: '1.45'}),
    'X-Registry-Auth': warn({notPodman: true}),
  },
  'POST /images/prune': {
    'filter label!': refuse({notPodman: true, instead: 'prune by a label that the others do not have'}),
    'dangling=false': refuse({notPodman: true, instead: 'prune dangling images, or delete images by name'}),
  },
  'POST /images/{name}/push': {
    platform: refuse({since: '1.46', notPodman: true, instead: 'leave the platform out: the image has just one here'}),
  },
};

/**
 * Checks the parameters that are about to be sent; those that are undefined are not. Throws Unsupported, or warns
 * through `engine.warn`.
 */
export function admit(
  engine: Engine,
  endpoint: string,
  given: Readonly<Record<string, unknown>>,
  subject?: string,
): void {
  for (const [name, gate] of Object.entries(GATES[endpoint] ?? {})) {
    if (name !== '*' && given[name] === undefined) continue;
    const why = missing(gate, engine.facts);
    if (why === undefined) continue;
    const what = name === '*' ? 'this endpoint' : `"${name}"`;
    if (gate.otherwise === 'warn') engine.warn(`${endpoint}: ${what} has no effect: ${why}`);
    else {
      const hint =
        gate.instead === undefined ? undefined : `${gate.instead.charAt(0).toUpperCase()}${gate.instead.slice(1)}`;
      throw new Unsupported(`${what} cannot be honoured: ${why}`, {status: 0, endpoint, subject, hint});
    }
  }
}

/** Why an engine does not do it; undefined when it does. */
function missing(
  {since, until, never, containerd, graphDriver, notPodman}: Gate,
  facts: EngineFacts,
): string | undefined {
  if (facts.product === 'podman')
    return notPodman ? `Podman ${facts.version} ignores it, or does not have it` : undefined;
  if (never !== undefined) return never;
  if (since !== undefined && compareApi(facts.apiVersion, since) < 0)
    return `it came with API ${since}, and Docker ${facts.version} is spoken to in ${facts.apiVersion}`;
  if (until !== undefined && compareApi(facts.apiVersion, until) >= 0) return `it ended with API ${until}`;
  if (containerd && facts.store === 'graph-driver')
    return `Docker ${facts.version} has it with the containerd image store only, and this one uses the graph driver ${facts.driver}`;
  if (graphDriver && facts.store === 'containerd')
    return `Docker ${facts.version} has it with a graph driver only, and this one uses the containerd image store`;
  return undefined;
}

/**
 * Parameters of a build that its builder takes and does nothing with, under their names on the wire (moby
 * builder/builder-next/builder.go; measured on 20.10 and 28).
 */
export function ignoredByBuildKit(facts: EngineFacts): ReadonlySet<string> {
  const always = ['cgroupparent', 'memory', 'memswap', 'cpushares', 'cpusetcpus', 'cpuperiod', 'cpuquota', 'squash'];
  // BuildKit of 20.10 takes these two and does nothing with them; 23.0 (API 1.42) honours them.
  return new Set(compareApi(facts.engineApiVersion, '1.42') < 0 ? [...always, 'shmsize', 'ulimits'] : always);
}
