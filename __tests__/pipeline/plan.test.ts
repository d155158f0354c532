import {describe, expect, it} from '@jest/globals';
import type {EngineFacts} from '../../src/engine/facts.ts';
import {InvalidInput} from '../../src/pipeline/errors.ts';
import {type BuildInputs, planBuild} from '../../src/pipeline/plan.ts';
import {formatFamiliar, parseReference} from '../../src/registry/reference.ts';

const INPUTS: BuildInputs = {
  buildArgs: new Map(),
  labels: new Map(),
  cacheFrom: [],
  target: undefined,
  platform: undefined,
  noCache: false,
  pull: false,
  network: undefined,
  addHosts: [],
  shmSize: undefined,
  ulimits: [],
  cgroupParent: undefined,
  memory: undefined,
  memorySwap: undefined,
  cpuShares: undefined,
  cpusetCpus: undefined,
  cpuPeriod: undefined,
  cpuQuota: undefined,
  squash: false,
  builderVersion: 'auto',
  quiet: false,
  keepContainers: 'never',
  imageAttributes: new Map(),
  contextTransfer: 'auto',
  secrets: new Map(),
  ssh: [],
};

const DOCKER_28: EngineFacts = {
  product: 'docker',
  version: '28.5.2',
  apiVersion: '1.51',
  engineApiVersion: '1.51',
  store: 'graph-driver',
  driver: 'overlay2',
  hasBuildKit: true,
  experimental: false,
  os: 'linux',
  architecture: 'amd64',
  name: 'host',
  root: '',
  warnings: [],
};
const DOCKER_20: EngineFacts = {...DOCKER_28, version: '20.10.24', apiVersion: '1.41', engineApiVersion: '1.41'};
const PODMAN: EngineFacts = {...DOCKER_20, product: 'podman', version: '4.3.1', store: 'podman', hasBuildKit: false};
const WINDOWS: EngineFacts = {...DOCKER_28, os: 'windows', hasBuildKit: false};

const plan = (inputs: Partial<BuildInputs>, facts: EngineFacts) =>
  planBuild({...INPUTS, ...inputs}, facts, formatFamiliar);

describe('secrets and ssh (hardening S6)', () => {
  const secrets = new Map([['npm', {value: Buffer.from('x'), input: 'secret-files'}]]);
  const ssh = [{kind: 'agent', id: 'default', socket: '/agent'}] as const;

  it.each([
    ['secrets', {secrets}],
    ['ssh', {ssh}],
  ])('%s take BuildKit', (_, inputs) => {
    expect(plan(inputs, DOCKER_20).request.builder).toBe('buildkit');
    expect(plan({...inputs, builderVersion: '2'}, DOCKER_28).request.builder).toBe('buildkit');
  });

  it.each<[string, Partial<BuildInputs>, EngineFacts, string, RegExp]>([
    ['Podman', {secrets}, PODMAN, 'secret-files', /Podman's API opens no build session/],
    ['Podman for ssh', {ssh}, PODMAN, 'ssh', /Podman's API opens no build session/],
    ['an engine without BuildKit', {secrets}, WINDOWS, 'secret-files', /has no BuildKit/],
    [
      'builder-version: 1',
      {secrets, ssh, builderVersion: '1'},
      DOCKER_28,
      'secret-files',
      /secret-files, ssh can only be had with BuildKit, and builder-version only with the classic builder/,
    ],
    [
      'what the classic builder alone has',
      {ssh, memory: 1 << 20},
      DOCKER_28,
      'ssh',
      /and memory only with the classic builder/,
    ],
  ])('are refused with %s', (_, inputs, facts, input, words) => {
    const failing = () => plan(inputs, facts);
    expect(failing).toThrow(words);
    expect(failing).toThrow(expect.objectContaining({name: 'InvalidInput', input}));
  });

  it('that Stowage adds itself are no reason to refuse', () => {
    const own = new Map([['GIT_AUTH_TOKEN.github.com', {value: Buffer.from('x'), input: undefined}]]);
    expect(plan({secrets: own, builderVersion: '1'}, DOCKER_28).request.builder).toBe('classic');
    expect(plan({secrets: own}, PODMAN).request.builder).toBe('podman');
  });
});

describe('planBuild chooses the builder', () => {
  it.each<[string, Partial<BuildInputs>, EngineFacts, string]>([
    ['BuildKit on Docker 28', {}, DOCKER_28, 'buildkit'],
    ['BuildKit on Docker 20.10, which has it without saying so', {}, DOCKER_20, 'buildkit'],
    ['Buildah on Podman', {}, PODMAN, 'podman'],
    ['the classic builder on Windows', {}, WINDOWS, 'classic'],
    ['the classic builder when asked', {builderVersion: '1'}, DOCKER_28, 'classic'],
    ['the classic builder for memory', {memory: 1}, DOCKER_28, 'classic'],
    ['the classic builder for memory-swap', {memorySwap: -1}, DOCKER_28, 'classic'],
    ['the classic builder for cpu-shares', {cpuShares: 2}, DOCKER_28, 'classic'],
    ['the classic builder for cpuset-cpus', {cpusetCpus: '0'}, DOCKER_28, 'classic'],
    ['the classic builder for cpu-period', {cpuPeriod: 1}, DOCKER_28, 'classic'],
    ['the classic builder for cpu-quota', {cpuQuota: 1}, DOCKER_28, 'classic'],
    ['the classic builder for cgroup-parent', {cgroupParent: '/x'}, DOCKER_28, 'classic'],
    ['the classic builder for a named network', {network: 'mine'}, DOCKER_28, 'classic'],
    ['BuildKit for network none', {network: 'none'}, DOCKER_28, 'buildkit'],
    ['BuildKit for shm-size on 28', {shmSize: 1}, DOCKER_28, 'buildkit'],
    ['the classic builder for shm-size on 20.10', {shmSize: 1}, DOCKER_20, 'classic'],
    ['the classic builder for ulimit on 20.10', {ulimits: [{name: 'nofile', soft: 1, hard: 1}]}, DOCKER_20, 'classic'],
    ['Buildah for memory on Podman', {memory: 1}, PODMAN, 'podman'],
  ])('%s', (_, inputs, facts, builder) => {
    const {request, notices} = plan(inputs, facts);
    expect(request.builder).toBe(builder);
    // A choice that the author did not make is said.
    const chosen = builder === 'classic' && inputs.builderVersion !== '1' && facts !== WINDOWS;
    expect(notices).toHaveLength(chosen ? 1 : 0);
  });

  it.each<[string, Partial<BuildInputs>, EngineFacts, string]>([
    ['BuildKit and memory', {builderVersion: '2', memory: 1}, DOCKER_28, 'memory'],
    [
      'BuildKit of 20.10 and ulimit',
      {builderVersion: '2', ulimits: [{name: 'nofile', soft: 1, hard: 1}]},
      DOCKER_20,
      'ulimit',
    ],
    ['BuildKit on Podman', {builderVersion: '2'}, PODMAN, 'builder-version'],
    ['hosts without a network on Podman', {network: 'none', addHosts: ['a:1.2.3.4']}, PODMAN, 'add-hosts'],
    ['a named network on Podman', {network: 'mine'}, PODMAN, 'network'],
    ['BuildKit on Windows', {builderVersion: '2'}, WINDOWS, 'builder-version'],
    ['squash without experimental mode', {squash: true}, DOCKER_28, 'squash'],
    [
      'squash in the containerd store',
      {squash: true},
      {...DOCKER_28, experimental: true, store: 'containerd'},
      'squash',
    ],
  ])('refuses %s', (_, inputs, facts, name) => {
    expect(() => plan(inputs, facts)).toThrow(InvalidInput);
    expect(() => plan(inputs, facts)).toThrow(`input ${name}`);
  });
});

describe('planBuild chooses how the context is sent', () => {
  it.each<[string, Partial<BuildInputs>, EngineFacts, 'tar' | 'sync']>([
    ['on demand with BuildKit', {}, DOCKER_28, 'sync'],
    ['on demand where that is asked for', {contextTransfer: 'sync'}, DOCKER_28, 'sync'],
    ['as a tar where that is asked for', {contextTransfer: 'tar'}, DOCKER_28, 'tar'],
    ['as a tar to the classic builder', {builderVersion: '1'}, DOCKER_28, 'tar'],
    ['as a tar where an input needs the classic builder', {memory: 1}, DOCKER_28, 'tar'],
    ['as a tar to Podman', {}, PODMAN, 'tar'],
  ])('%s', (_, inputs, facts, expected) => {
    expect(plan(inputs, facts).transfer).toBe(expected);
  });

  it.each<[string, Partial<BuildInputs>, EngineFacts]>([
    ['the classic builder', {builderVersion: '1'}, DOCKER_28],
    ['Podman', {}, PODMAN],
  ])('and refuses files on demand with %s', (name, inputs, facts) => {
    const asked = () => plan({...inputs, contextTransfer: 'sync'}, facts);
    expect(asked).toThrow(InvalidInput);
    expect(asked).toThrow(`input context-transfer: ${name} asks for no files`);
  });
});

describe('planBuild', () => {
  it('takes bridge for the default network with BuildKit, and says so; the classic builder gets it as it is', () => {
    expect(plan({network: 'bridge'}, DOCKER_28)).toMatchObject({
      request: {network: undefined},
      notices: [expect.stringContaining('bridge')],
    });
    expect(plan({network: 'bridge', builderVersion: '1'}, DOCKER_28).request.network).toBe('bridge');
  });

  it.each([
    ['20.10.24', true],
    ['23.0.9', true],
    ['23.0.10', false],
    ['24.0.8', true],
    ['24.0.9', false],
    ['25.0.1', true],
    ['25.0.2+dfsg1', false],
    ['28.5.2', false],
  ])('warns of a poisoned cache with the classic builder of %s: %s (hardening E8)', (version, warns) => {
    const cacheFrom = [parseReference('ghcr.io/a/b:1')];
    const {warnings} = plan({cacheFrom, builderVersion: '1'}, {...DOCKER_28, version});
    expect(warnings.some((text) => text.includes('CVE-2024-24557'))).toBe(warns);
  });

  it('sends Podman no cache that it cannot read, and says so', () => {
    const {request, warnings} = plan({cacheFrom: [parseReference('ghcr.io/a/b:1')]}, PODMAN);
    expect(request.cacheFrom).toEqual([]);
    expect(warnings).toEqual([expect.stringContaining('cache-from has no effect')]);
  });
});
