/**
 * What the Control API unlocks, and which engine does it: one table, tried on Docker 20.10 and on 28.5 with both of its
 * image stores. Where an engine does not, an input is an error if the image would be another one, and a warning if only
 * time is lost.
 */
import type {Builder} from '../engine/build.ts';
import {compareApi, type EngineFacts} from '../engine/facts.ts';
import type {ControlInputs} from './control-inputs.ts';

interface Gate {
  /** `POST /build` can say it as well. */
  readonly alsoByBuild?: true;
  /** API version of the engine that brought it. */
  readonly since?: string;
  /** Only the containerd image store does it. */
  readonly containerd?: true;
  /** No engine does it, only a BuildKit of its own. */
  readonly daemonOnly?: true;
  /** `warn` where only time is lost. */
  readonly otherwise: 'refuse' | 'warn';
  /** What to do instead, as the end of a sentence. */
  readonly instead: string;
  /** What we make of it in the place of the engine (layer-cache.ts), for the log. */
  readonly carried?: string;
}

const INLINE = 'use type=inline, which keeps the cache in the pushed image, and name that in cache-from';
const exported: Gate = {containerd: true, otherwise: 'warn', instead: INLINE};
const BY_ACTIONS = 'a directory of layers that @actions/cache keeps';
const BY_DIRECTORY = 'a directory of layers';
const attested: Gate = {
  containerd: true,
  since: '1.43',
  otherwise: 'refuse',
  instead: 'leave it out and attest the pushed digest in a step after this one, for example with actions/attest',
};

const FEATURES = {
  'no-cache-filters': {otherwise: 'refuse', instead: 'use no-cache: true, which builds every stage anew'},
  'build-contexts': {
    since: '1.42',
    otherwise: 'refuse',
    instead: 'put the files into the context, or name the image in the Dockerfile',
  },
  'build-contexts: oci-layout': {
    containerd: true,
    otherwise: 'refuse',
    instead: 'push the image to a registry and use docker-image://',
  },
  provenance: attested,
  sbom: attested,
  'cache-to: type=registry': {...exported, carried: 'layers that we push'},
  'cache-to: type=gha': {...exported, carried: BY_ACTIONS},
  'cache-to: type=local': {...exported, carried: BY_DIRECTORY},
  'cache-to: type=s3': {daemonOnly: true, otherwise: 'warn', instead: INLINE},
  'cache-to: type=azblob': {daemonOnly: true, otherwise: 'warn', instead: INLINE},
  'cache-to: type=inline': {alsoByBuild: true, otherwise: 'warn', instead: 'leave it out'},
  'cache-from: type=registry': {otherwise: 'warn', instead: 'give the reference without further attributes'},
  'cache-from: type=gha': {
    containerd: true,
    otherwise: 'warn',
    instead: 'use type=registry,ref=…',
    carried: BY_ACTIONS,
  },
  'cache-from: type=local': {
    since: '1.42',
    otherwise: 'warn',
    instead: 'use type=registry,ref=…',
    carried: BY_DIRECTORY,
  },
  'cache-from: type=s3': {daemonOnly: true, otherwise: 'warn', instead: 'use type=registry,ref=…'},
  'cache-from: type=azblob': {daemonOnly: true, otherwise: 'warn', instead: 'use type=registry,ref=…'},
  'cache-from: type=inline': {alsoByBuild: true, otherwise: 'warn', instead: 'use type=registry,ref=…'},
  allow: {otherwise: 'refuse', instead: 'use network: host, which grants network.host to the whole build'},
} as const satisfies Readonly<Record<string, Gate>>;

export type Feature = keyof typeof FEATURES;

/** Features that the inputs ask for, each once, by the names that the author wrote. */
export function featuresOf(inputs: ControlInputs): readonly Feature[] {
  const {noCacheFilters, contexts, attestations, cacheTo, cacheFrom, allow} = inputs;
  const used: readonly (Feature | false)[] = [
    noCacheFilters.length > 0 && 'no-cache-filters',
    contexts.length > 0 && 'build-contexts',
    contexts.some(({source}) => source.kind === 'layout') && 'build-contexts: oci-layout',
    ...attestations.keys(),
    ...cacheTo.map(({type}) => `cache-to: type=${type}` as const),
    ...cacheFrom.map(({type}) => `cache-from: type=${type}` as const),
    allow.length > 0 && 'allow',
  ];
  return [...new Set(used.filter((name) => name !== false))];
}

export function gateOf(feature: Feature): Gate {
  return FEATURES[feature];
}

/**
 * Why this engine does not do it, as a sentence; undefined when it does. `daemon` is a BuildKit of its own, which does all
 * of it.
 */
export function missing(feature: Feature, facts: EngineFacts | 'daemon', builder: Builder): string | undefined {
  const {since, containerd, daemonOnly} = gateOf(feature);
  if (facts === 'daemon') return undefined;
  if (builder === 'podman') return `it needs BuildKit, and Podman ${facts.version} builds with Buildah`;
  if (builder === 'classic')
    return `it needs BuildKit, and Docker ${facts.version} builds with its classic builder here`;
  if (daemonOnly) return 'it needs a BuildKit of its own (buildkit://), as no engine has it';
  if (containerd && facts.store === 'graph-driver') {
    return `it needs the containerd image store or a BuildKit of its own (buildkit://), and Docker ${facts.version} uses the graph driver ${facts.driver} here`;
  }
  if (since !== undefined && compareApi(facts.engineApiVersion, since) < 0)
    return `it came with API ${since}, and Docker ${facts.version} has ${facts.engineApiVersion}`;
  return undefined;
}
