/** Which API builds, and what of the inputs an engine does not do. */
import {describe, expect, it} from '@jest/globals';
import type {Builder} from '../../src/engine/build.ts';
import type {EngineFacts} from '../../src/engine/facts.ts';
import {type ControlInputs, NO_CONTROL} from '../../src/pipeline/control-inputs.ts';
import {chooseApi} from '../../src/pipeline/engine-api.ts';
import {InvalidInput} from '../../src/pipeline/errors.ts';

const CONTAINERD: EngineFacts = {
  product: 'docker',
  version: '28.5.2',
  apiVersion: '1.51',
  engineApiVersion: '1.51',
  store: 'containerd',
  driver: 'overlayfs',
  hasBuildKit: true,
  experimental: false,
  os: 'linux',
  architecture: 'amd64',
  name: 'host',
  root: '',
  warnings: [],
};
const OVERLAY: EngineFacts = {...CONTAINERD, store: 'graph-driver', driver: 'overlay2'};
const DOCKER_20: EngineFacts = {...OVERLAY, version: '20.10.24', apiVersion: '1.41', engineApiVersion: '1.41'};
const PODMAN: EngineFacts = {...DOCKER_20, product: 'podman', version: '4.3.1', store: 'podman', hasBuildKit: false};

const cache = (type: ControlInputs['cacheTo'][number]['type']) => ({type, attributes: new Map<string, string>()});
const directory = {name: 'a', source: {kind: 'directory', path: '/a'}} as const;
const layout = {name: 'a', source: {kind: 'layout', path: '/a', image: undefined}} as const;

const choose = (inputs: Partial<ControlInputs>, facts: EngineFacts, builder?: Builder) =>
  chooseApi({...NO_CONTROL, ...inputs}, facts, builder ?? (facts.product === 'podman' ? 'podman' : 'buildkit'));

describe('chooseApi', () => {
  it.each<[string, Partial<ControlInputs>, 'build' | 'solve']>([
    ['nothing is asked for', {}, 'build'],
    ['an inline cache is', {cacheTo: [cache('inline')]}, 'build'],
    ['the author wants it', {engineApi: 'solve'}, 'solve'],
    ['a stage is built anew', {noCacheFilters: ['a']}, 'solve'],
    ['there is another context', {contexts: [directory]}, 'solve'],
    ['a cache is written to a registry', {cacheTo: [cache('registry')]}, 'solve'],
    ['a cache is read from the runner', {cacheFrom: [cache('gha')]}, 'solve'],
    ['something is attested', {attestations: new Map([['sbom', '']])}, 'solve'],
    ['an entitlement is granted', {allow: ['network.host']}, 'solve'],
  ])('where %s', (_, inputs, api) => {
    expect(choose(inputs, CONTAINERD)).toMatchObject({api, warnings: []});
  });

  it.each<[string, Partial<ControlInputs>, EngineFacts, string]>([
    ['provenance', {attestations: new Map([['provenance', 'mode=min']])}, OVERLAY, 'the containerd image store'],
    ['sbom', {attestations: new Map([['sbom', '']])}, DOCKER_20, 'the containerd image store'],
    ['build-contexts', {contexts: [directory]}, DOCKER_20, 'API 1.42'],
    ['build-contexts', {contexts: [layout]}, OVERLAY, 'oci-layout: it needs the containerd image store'],
    ['no-cache-filters', {noCacheFilters: ['a']}, PODMAN, 'needs BuildKit'],
    ['allow', {allow: ['network.host']}, PODMAN, 'needs BuildKit'],
    ['engine-api', {engineApi: 'solve'}, PODMAN, 'Podman 4.3.1 has none'],
  ])('refuses %s where the image would be another one: %j', (input, inputs, facts, words) => {
    const attempt = () => choose(inputs, facts);
    expect(attempt).toThrow(InvalidInput);
    expect(attempt).toThrow(`input ${input}: `);
    expect(attempt).toThrow(words);
  });

  it.each<[string, Partial<ControlInputs>, EngineFacts]>([
    ['cache-to: type=local', {cacheTo: [cache('local')]}, PODMAN],
    ['cache-to: type=inline', {cacheTo: [cache('inline')]}, PODMAN],
    ['cache-to: type=s3', {cacheTo: [cache('s3')]}, CONTAINERD],
    ['cache-from: type=gha', {cacheFrom: [cache('gha')]}, PODMAN],
    ['cache-from: type=azblob', {cacheFrom: [cache('azblob')]}, CONTAINERD],
  ])('leaves out %s where only time is lost, and says so', (name, inputs, facts) => {
    const {api, warnings, inputs: left} = choose(inputs, facts);
    expect(warnings).toEqual([
      expect.stringMatching(new RegExp(`^input ${name}: .*; the build goes on without\\. Instead, `)),
    ]);
    expect([...left.cacheTo, ...left.cacheFrom]).toEqual([]);
    expect(api).toBe('build');
  });

  it.each<[string, EngineFacts, Builder, string]>([
    ['20.10', DOCKER_20, 'buildkit', 'Docker 20.10.24 with the graph driver overlay2'],
    ['28 with a graph driver', OVERLAY, 'buildkit', 'Docker 28.5.2 with the graph driver overlay2'],
    ['28 with its classic builder', CONTAINERD, 'classic', 'the classic builder of Docker 28.5.2'],
  ])('carries a cache in both directions for Docker %s, and says so in one line', (_, facts, builder, who) => {
    const {carried, lines, warnings, api} = choose(
      {cacheFrom: [cache('gha')], cacheTo: [cache('gha')]},
      facts,
      builder,
    );
    expect(carried).toEqual({from: [cache('gha')], to: [cache('gha')]});
    expect(lines).toEqual([
      `Cache: type=gha → a directory of layers that @actions/cache keeps, as ${who} does none itself`,
    ]);
    expect({warnings, api}).toEqual({warnings: [], api: 'build'});
  });

  it('reads a local cache, and a stage anew, with every BuildKit that can', () => {
    expect(choose({cacheFrom: [cache('local')]}, OVERLAY)).toMatchObject({
      api: 'solve',
      usefulFor: ['cache-from: type=local'],
    });
    expect(choose({noCacheFilters: ['a']}, DOCKER_20)).toMatchObject({api: 'solve', neededFor: ['no-cache-filters']});
  });

  it('obeys engine-api: build', () => {
    expect(() => choose({engineApi: 'build', noCacheFilters: ['a']}, CONTAINERD)).toThrow('engine-api is build');
    expect(choose({engineApi: 'build', cacheTo: [cache('registry')]}, CONTAINERD)).toMatchObject({
      api: 'build',
      carried: {to: [cache('registry')]},
    });
  });

  it('refuses BuildKit for a build that needs the classic builder', () => {
    expect(() => choose({noCacheFilters: ['a']}, CONTAINERD, 'classic')).toThrow('classic builder');
    expect(() => choose({engineApi: 'solve'}, CONTAINERD, 'classic')).toThrow('classic builder');
  });
});
