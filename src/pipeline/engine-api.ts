/**
 * Which of an engine's two APIs builds (docs/decisions/0012-control-api.md): `POST /build` wherever that can say all there
 * is to say, BuildKit's Control API where it cannot.
 */
import type {Builder} from '../engine/build.ts';
import type {EngineFacts} from '../engine/facts.ts';
import type {ControlInputs} from './control-inputs.ts';
import {InvalidInput} from './errors.ts';
import {type Feature, featuresOf, gateOf, missing} from './features.ts';
import type {CarriedCaches} from './layer-inputs.ts';

export interface ApiChoice {
  readonly api: 'build' | 'solve';
  /** What needs the Control API and would make another image without it, as the author wrote it. */
  readonly neededFor: readonly string[];
  /** What needs it and only saves time. */
  readonly usefulFor: readonly Feature[];
  /** The inputs without what this engine does not do. */
  readonly inputs: ControlInputs;
  /** What we do in its place. */
  readonly carried: CarriedCaches;
  readonly warnings: readonly string[];
  /** For the log. */
  readonly lines: readonly string[];
}

/** Throws InvalidInput for what this engine cannot do. */
export function chooseApi(inputs: ControlInputs, facts: EngineFacts | 'daemon', builder: Builder): ApiChoice {
  // It has no other API.
  const engineApi = facts === 'daemon' ? 'solve' : inputs.engineApi;
  const used = featuresOf(inputs);
  const warnings: string[] = [];
  const carried = new Set<Feature>();
  const dropped = new Set<Feature>();
  for (const feature of used) {
    const byBuild = gateOf(feature).alsoByBuild;
    const forbidden =
      engineApi === 'build' && !byBuild ? 'it needs the Control API, and engine-api is build' : undefined;
    const why = missing(feature, facts, builder) ?? forbidden;
    if (why === undefined) continue;
    const {otherwise, instead, carried: how} = gateOf(feature);
    if (how !== undefined && isCarrying(builder)) {
      carried.add(feature);
      dropped.add(feature);
      continue;
    }
    const [input = '', what] = feature.split(': ');
    const full = what === undefined ? why : `${what}: ${why}`;
    const advice = why === forbidden ? 'leave engine-api out' : instead;
    if (otherwise === 'refuse') throw new InvalidInput(input, full, advice);
    warnings.push(`input ${input}: ${full}; the build goes on without. Instead, ${advice}`);
    dropped.add(feature);
  }
  if (engineApi === 'solve' && builder !== 'buildkit' && facts !== 'daemon') {
    const product = builder === 'podman' ? `Podman ${facts.version} has none` : 'this build needs the classic builder';
    throw new InvalidInput('engine-api', `solve is BuildKit's API, and ${product}`, 'leave it out');
  }
  const kept = used.filter((feature) => !dropped.has(feature) && !gateOf(feature).alsoByBuild);
  const usefulFor = kept.filter((feature) => gateOf(feature).otherwise === 'warn');
  return {
    api: engineApi === 'solve' || kept.length > 0 ? 'solve' : 'build',
    neededFor: kept.filter((feature) => !usefulFor.includes(feature)),
    usefulFor,
    inputs: without(inputs, dropped),
    carried: {
      from: inputs.cacheFrom.filter(({type}) => carried.has(`cache-from: type=${type}`)),
      to: inputs.cacheTo.filter(({type}) => carried.has(`cache-to: type=${type}`)),
    },
    warnings,
    lines: linesOf([...carried], facts, builder),
  };
}

/** Podman reads caches from registries with TLS only. */
function isCarrying(builder: Builder): boolean {
  return builder !== 'podman';
}

/** One for each type, whatever its directions. */
function linesOf(carried: readonly Feature[], facts: EngineFacts | 'daemon', builder: Builder): readonly string[] {
  if (facts === 'daemon') return [];
  const engine = `Docker ${facts.version}`;
  const graph = `${engine} with the graph driver ${facts.driver}`;
  const plain = facts.store === 'graph-driver' ? graph : `${engine} by POST /build`;
  const name = builder === 'classic' ? `the classic builder of ${engine}` : plain;
  const parts = carried.map((feature) => `${feature.split(': ')[1]} → ${gateOf(feature).carried}`);
  return [...new Set(parts)].map((part) => `Cache: ${part}, as ${name} does none itself`);
}

/** Only what saves time is ever left out. */
export function without(inputs: ControlInputs, dropped: ReadonlySet<Feature>): ControlInputs {
  return {
    ...inputs,
    cacheTo: inputs.cacheTo.filter(({type}) => !dropped.has(`cache-to: type=${type}`)),
    cacheFrom: inputs.cacheFrom.filter(({type}) => !dropped.has(`cache-from: type=${type}`)),
  };
}
