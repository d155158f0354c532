/**
 * From what the author asked for and what the engine is, to one build request: pure, so every decision can be tested
 * without an engine. Nothing is dropped in silence: an input that this engine cannot honour is an error when the image
 * would differ, a notice when it would not.
 */
import type {Builder, BuildOutput, BuildRequest, Ulimit} from '../engine/build.ts';
import type {EngineFacts} from '../engine/facts.ts';
import {ignoredByBuildKit} from '../engine/parameters.ts';
import {formatPlatform, type Platform} from '../registry/platform.ts';
import type {Reference} from '../registry/reference.ts';
import {epochOf} from './epoch.ts';
import {InvalidInput} from './errors.ts';
import {checkSession, type SessionInputs} from './session-inputs.ts';

/** The inputs that shape a build, typed; sizes are bytes. */
export interface BuildInputs extends SessionInputs {
  readonly buildArgs: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, string>;
  readonly cacheFrom: readonly Reference[];
  readonly target: string | undefined;
  readonly platform: Platform | undefined;
  readonly noCache: boolean;
  readonly pull: boolean;
  readonly network: string | undefined;
  readonly addHosts: readonly string[];
  readonly shmSize: number | undefined;
  readonly ulimits: readonly Ulimit[];
  readonly cgroupParent: string | undefined;
  readonly memory: number | undefined;
  readonly memorySwap: number | undefined;
  readonly cpuShares: number | undefined;
  readonly cpusetCpus: string | undefined;
  readonly cpuPeriod: number | undefined;
  readonly cpuQuota: number | undefined;
  readonly squash: boolean;
  readonly builderVersion: 'auto' | '1' | '2';
  /** Show nothing of a build that succeeds. */
  readonly quiet: boolean;
  /** Whose containers of RUN steps stay for a look; classic builder and Podman. */
  readonly keepContainers: 'never' | 'failed' | 'always';
  /** How the image is stored, as attributes of BuildKit's image exporter; empty for the usual. */
  readonly imageAttributes: ReadonlyMap<string, string>;
  /** How a directory is sent: all of it, or what the build asks for; `auto` chooses. */
  readonly contextTransfer: 'auto' | 'tar' | 'sync';
}

export interface BuildPlan {
  /** Everything but the context and the Dockerfile's name in it. */
  readonly request: Omit<BuildRequest, 'dockerfile' | 'remote'>;
  readonly transfer: 'tar' | 'sync';
  readonly notices: readonly string[];
  readonly warnings: readonly string[];
}

/** Networks that BuildKit and Podman know; `bridge` is the classic builder's name for the default. */
const BUILDKIT_NETWORKS: ReadonlySet<string> = new Set(['default', 'host', 'none', 'bridge']);

/** Throws InvalidInput for what this engine cannot do. `formatCache` gives the engine's form of a reference. */
export function planBuild(
  inputs: BuildInputs,
  facts: EngineFacts,
  formatCache: (reference: Reference) => string,
): BuildPlan {
  const choice = chooseBuilder(inputs, facts);
  const {builder} = choice;
  checkSquash(inputs, facts);
  checkImageAttributes(inputs, facts, builder);
  const bridge = builder === 'buildkit' && inputs.network === 'bridge';
  const notices = [...choice.notices];
  if (bridge) notices.push('network: bridge is the default network of BuildKit, so nothing is set');
  const unaware = unawareOfEpoch(inputs, facts, builder);
  if (unaware !== undefined) notices.push(unaware);
  return {
    request: {
      builder,
      buildArgs: inputs.buildArgs,
      labels: inputs.labels,
      cacheFrom: builder === 'podman' ? [] : inputs.cacheFrom.map(formatCache),
      target: inputs.target,
      platform: inputs.platform && formatPlatform(inputs.platform),
      noCache: inputs.noCache,
      pull: inputs.pull,
      network: bridge || inputs.network === 'default' ? undefined : inputs.network,
      addHosts: inputs.addHosts,
      shmSize: inputs.shmSize,
      ulimits: inputs.ulimits,
      cgroupParent: inputs.cgroupParent,
      memory: inputs.memory,
      memorySwap: inputs.memorySwap,
      cpuShares: inputs.cpuShares,
      cpusetCpus: inputs.cpusetCpus,
      cpuPeriod: inputs.cpuPeriod,
      cpuQuota: inputs.cpuQuota,
      squash: inputs.squash,
      // BuildKit reads the argument itself.
      timestamp: builder === 'podman' ? epochOf(inputs.buildArgs) : undefined,
      quiet: inputs.quiet,
      rm: inputs.keepContainers !== 'always',
      forceRm: inputs.keepContainers === 'never',
      outputs: inputs.imageAttributes.size === 0 ? [] : [imageOutput(withMediaTypes(inputs.imageAttributes))],
    },
    transfer: chooseTransfer(inputs.contextTransfer, builder),
    notices,
    warnings: cacheWarnings(inputs, facts, builder),
  };
}

/** BuildKit knows it since 0.11, which came with Docker 24. What is sent of a context has its time everywhere. */
function unawareOfEpoch({buildArgs}: BuildInputs, {version}: EngineFacts, builder: Builder): string | undefined {
  const isUnaware = builder === 'classic' || (builder === 'buildkit' && Number.parseInt(version, 10) < 24);
  if (epochOf(buildArgs) === undefined || !isUnaware) return undefined;
  const name = builder === 'classic' ? 'the classic builder' : `BuildKit of Docker ${version}`;
  return `SOURCE_DATE_EPOCH: ${name} does not know it, so the image says that it was created now, and its digest is new each time`;
}

/** Files on demand wherever the builder has them: docs/decisions/0011-files-on-demand.md has the measurements. */
function chooseTransfer(asked: BuildInputs['contextTransfer'], builder: Builder): 'tar' | 'sync' {
  if (builder === 'buildkit') return asked === 'tar' ? 'tar' : 'sync';
  if (asked !== 'sync') return 'tar';
  const name = builder === 'podman' ? 'Podman' : 'the classic builder';
  throw new InvalidInput(
    'context-transfer',
    `${name} asks for no files: it takes a context as a tar`,
    'leave it out, or write tar',
  );
}

interface Choice {
  readonly builder: Builder;
  readonly notices: readonly string[];
}

function chooseBuilder(inputs: BuildInputs, facts: EngineFacts): Choice {
  const {builderVersion} = inputs;
  const classicOnly = facts.product === 'podman' ? [] : classicOnlyInputs(inputs, facts);
  checkSession(inputs, facts, {builderVersion, classicOnly});
  if (facts.product === 'podman') {
    if (builderVersion === '2') {
      throw new InvalidInput(
        'builder-version',
        'Podman builds with Buildah and has no BuildKit',
        'leave builder-version out',
      );
    }
    if (inputs.network !== undefined && !BUILDKIT_NETWORKS.has(inputs.network)) {
      throw new InvalidInput(
        'network',
        `Podman's API cannot put a build into the network "${inputs.network}"`,
        'use default, bridge, host or none',
      );
    }
    if (inputs.network === 'none' && inputs.addHosts.length > 0) {
      throw new InvalidInput(
        'add-hosts',
        'Podman writes no /etc/hosts without a network',
        'leave out network: none, or add-hosts',
      );
    }
    return {builder: 'podman', notices: []};
  }
  if (!facts.hasBuildKit) {
    if (builderVersion === '2') {
      throw new InvalidInput(
        'builder-version',
        `this engine (${facts.version}, ${facts.os}) has no BuildKit`,
        'leave builder-version out',
      );
    }
    return {builder: 'classic', notices: []};
  }
  if (builderVersion === '1') return {builder: 'classic', notices: []};
  if (classicOnly.length === 0) return {builder: 'buildkit', notices: []};
  const names = classicOnly.join(', ');
  if (builderVersion === '2') {
    throw new InvalidInput(
      classicOnly[0] ?? '',
      `BuildKit of Docker ${facts.version} drops ${names} without a word, and builder-version asks for BuildKit`,
      `leave builder-version out, so that the classic builder is taken, or leave out ${names}`,
    );
  }
  return {
    builder: 'classic',
    notices: [`the classic builder is taken, as BuildKit of Docker ${facts.version} does not honour ${names}`],
  };
}

/** Names of the inputs in use that BuildKit of this engine would ignore. */
function classicOnlyInputs(inputs: BuildInputs, facts: EngineFacts): readonly string[] {
  const ignored = ignoredByBuildKit(facts);
  const used: Readonly<Record<string, boolean>> = {
    'cgroup-parent': inputs.cgroupParent !== undefined,
    memory: inputs.memory !== undefined,
    'memory-swap': inputs.memorySwap !== undefined,
    'cpu-shares': inputs.cpuShares !== undefined,
    'cpuset-cpus': inputs.cpusetCpus !== undefined,
    'cpu-period': inputs.cpuPeriod !== undefined,
    'cpu-quota': inputs.cpuQuota !== undefined,
    squash: inputs.squash,
    network: inputs.network !== undefined && !BUILDKIT_NETWORKS.has(inputs.network),
    'shm-size': ignored.has('shmsize') && inputs.shmSize !== undefined,
    ulimit: ignored.has('ulimits') && inputs.ulimits.length > 0,
    // Steps of BuildKit leave no containers.
    'keep-containers': inputs.keepContainers !== 'never',
  };
  return Object.keys(used).filter((name) => used[name]);
}

function checkSquash(inputs: BuildInputs, facts: EngineFacts): void {
  if (!inputs.squash || facts.product === 'podman') return;
  if (!facts.experimental) {
    throw new InvalidInput(
      'squash',
      `Docker ${facts.version} here is not in experimental mode`,
      'set "experimental": true in its daemon.json, or use a multi-stage build',
    );
  }
  if (facts.store === 'containerd') {
    throw new InvalidInput('squash', 'the containerd image store cannot squash', 'use a multi-stage build');
  }
}

/** The graph driver takes these and does nothing with them; other builders know none. */
function checkImageAttributes(inputs: BuildInputs, facts: EngineFacts, builder: Builder): void {
  if (inputs.imageAttributes.size === 0) return;
  if (builder === 'buildkit' && facts.store !== 'graph-driver') return;
  const product = facts.product === 'podman' ? 'Podman' : 'Docker';
  const how = builder === 'buildkit' ? `the graph driver ${facts.driver}` : 'another builder';
  const need = `BuildKit and the containerd image store, and this is ${product} ${facts.version} with ${how}`;
  const names = [...inputs.imageAttributes.keys()];
  const others = names.filter((name) => !isAnnotation(name)).join(', ');
  if (others === '') throw new InvalidInput('annotations', `they need ${need}`, 'use labels');
  throw new InvalidInput('outputs', `type=image with ${others} needs ${need}`, `leave out ${others}`);
}

function isAnnotation(attribute: string): boolean {
  return attribute.startsWith('annotation');
}

/** `moby` always unpacks what it stores, which BuildKit refuses for layers with other times. */
function imageOutput(attributes: ReadonlyMap<string, string>): BuildOutput {
  if (attributes.get('rewrite-timestamp') !== 'true') return {type: 'moby', attributes};
  return {type: 'image', attributes: new Map([['dangling-name-prefix', 'moby-dangling'], ...attributes])};
}

/** Manifests in Docker's own format have annotations that nobody looks for there. */
function withMediaTypes(attributes: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const isAnnotated = [...attributes.keys()].some(isAnnotation);
  return isAnnotated && !attributes.has('oci-mediatypes')
    ? new Map([...attributes, ['oci-mediatypes', 'true']])
    : attributes;
}

/**
 * What cache-from costs or cannot do here. CVE-2024-24557: a cache image can poison builds of the classic builder before
 * these versions (hardening E8).
 */
function cacheWarnings(inputs: BuildInputs, facts: EngineFacts, builder: Builder): readonly string[] {
  if (builder === 'podman' && inputs.cacheFrom.length > 0) {
    return [
      'cache-from has no effect here: Podman reads only caches that Buildah stored as such, not images; the build goes on without',
    ];
  }
  if (builder !== 'classic' || inputs.cacheFrom.length === 0) return [];
  const fixed: Readonly<Record<number, number>> = {23: 10, 24: 9, 25: 2};
  const [major = 0, , patch = 0] = facts.version.split(/[.+-]/).map(Number);
  const safe = major > 25 || (fixed[major] !== undefined && patch >= fixed[major]);
  if (safe) return [];
  return [
    `cache-from with the classic builder of Docker ${facts.version} trusts the cache image fully (CVE-2024-24557); use BuildKit, or Docker 23.0.10, 24.0.9, 25.0.2 or newer`,
  ];
}
