import {mkdtempSync, rmSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {afterAll, describe, expect, it} from '@jest/globals';
import {readPublication} from '../../src/action/publication-input.ts';
import {DEFAULTS, INPUTS, readRaw} from '../../src/action/raw-inputs.ts';
import {type Findings, fingerprintOf} from '../../src/pipeline/fingerprint.ts';
import {formatPlatform} from '../../src/registry/platform.ts';
import {memoryLog} from '../report/memory-log.ts';

const workspace = mkdtempSync(`${tmpdir()}/stowage-fingerprint-`);
const agent = createServer().listen(`${workspace}/agent`).unref();
afterAll(() => {
  agent.close();
  rmSync(workspace, {recursive: true, force: true});
});

const FOUND: Findings = {
  dockerfile: 'FROM a\n',
  context: 'sha256:00',
  contexts: new Map([['docs', 'sha256:01']]),
  images: new Map([['a', 'sha256:02']]),
  platforms: [],
};

/** Of these inputs as the runner hands them over. */
function fingerprint(inputs: Readonly<Record<string, string>> = {}, found: Partial<Findings> = {}): string {
  const {log} = memoryLog();
  const given: Readonly<Record<string, string>> = {
    ...DEFAULTS,
    context: workspace,
    tags: 'a/b:1',
    push: 'true',
    ...inputs,
  };
  const raw = (name: string) => given[name] ?? '';
  const source = {raw, env: {}, log, onSecret: () => {}};
  const publication = readPublication(readRaw(raw, log), source, {workspace, logins: [], isRemote: false});
  const {origin, annotations} = publication;
  if (origin.kind !== 'build') throw new Error('a build was asked for');
  const platforms = [...publication.platforms, ...(origin.platform ? [origin.platform] : [])].map(formatPlatform);
  return fingerprintOf(origin, annotations, {...FOUND, platforms, ...found});
}

/** Inputs of a build that shape the image, each with a value that is not the usual. */
const SHAPING: Readonly<Record<string, string>> = {
  'build-args': 'A=1',
  labels: 'a=b',
  annotations: 'a=b',
  target: 'test',
  platforms: 'linux/arm64',
  network: 'host',
  'add-hosts': 'a=1.2.3.4',
  'shm-size': '2g',
  ulimit: 'nofile=1',
  'cgroup-parent': 'c',
  memory: '1g',
  'memory-swap': '2g',
  'cpu-shares': '2',
  'cpuset-cpus': '0',
  'cpu-period': '1000',
  'cpu-quota': '1000',
  squash: 'true',
  'builder-version': '1',
  outputs: 'type=image,compression=zstd',
  provenance: 'mode=max',
  sbom: 'true',
  attests: 'type=sbom',
  allow: 'network.host',
  'cache-to': 'type=inline',
  secrets: 'id=value',
  ssh: 'default=agent',
};

/** The others: what they do to the image is among the findings, or is nothing. Of secrets the ids count, from wherever. */
const NOT_SHAPING: readonly string[] = [
  'allow-plain-docker-host',
  'archive',
  'archive-type',
  'author',
  'build-contexts',
  'builder',
  'builder-certs',
  'cache-from',
  'cache-max-size',
  'cache-save',
  'call',
  'changes',
  'cleanup',
  'container',
  'container-config',
  'context',
  'context-transfer',
  'default-context',
  'delete-images',
  'docker-context',
  'docker-host',
  'dockerfile-inline',
  'engine-api',
  'engines',
  'fail-on-secret-args',
  'file',
  'filters',
  'github-token',
  'image',
  'keep-containers',
  'leak-guard',
  'limit',
  'list-options',
  'load',
  'max-context-entries',
  'message',
  'mode',
  'no-cache',
  'no-cache-filters',
  'on-full-disk',
  'overwrite',
  'password',
  'pause',
  'preflight',
  'prune-build-cache',
  'prune-images',
  'pull',
  'push',
  'push-by-digest',
  'quiet',
  'registry',
  'registry-auth',
  'registry-ca',
  'secret-envs',
  'secret-files',
  'skip-from',
  'skip-max-age',
  'skip-unchanged',
  'skip-with-secrets',
  'source',
  'ssh-known-hosts',
  'summary',
  'tags',
  'term',
  'timeout',
  'token-servers',
  'username',
];

describe('fingerprintOf', () => {
  it('is decided on for each input', () => {
    expect(new Set([...Object.keys(SHAPING), ...NOT_SHAPING])).toEqual(new Set(Object.keys(INPUTS)));
  });

  it.each(Object.entries(SHAPING))('differs with %s', (name, value) => {
    expect(fingerprint({[name]: value})).not.toBe(fingerprint());
  });

  it.each<[string, Partial<Findings>]>([
    ['the Dockerfile', {dockerfile: 'FROM  a\n'}],
    ['the context', {context: 'sha256:03'}],
    ['a further context', {contexts: new Map([['docs', 'sha256:03']])}],
    ['the name of a further context', {contexts: new Map([['doc', 'sha256:01']])}],
    ['a base', {images: new Map([['a', 'sha256:03']])}],
    ['a platform more', {platforms: ['linux/amd64', 'linux/arm64']}],
  ])('differs with %s', (_, found) => {
    expect(fingerprint({platforms: 'linux/amd64'}, found)).not.toBe(fingerprint({platforms: 'linux/amd64'}));
  });

  it.each<[string, string, string, string]>([
    ['the order of arguments', 'build-args', 'A=1\nB=2', 'B=2\nA=1'],
    ['the order of labels', 'labels', 'a=1\nb=2', 'b=2\na=1'],
    ['the order of platforms', 'platforms', 'linux/amd64,linux/arm64', 'linux/arm64,linux/amd64'],
    ['the labels of each run', 'labels', 'org.opencontainers.image.created=1', 'org.opencontainers.image.revision=2'],
    [
      'the annotations of each run',
      'annotations',
      'org.opencontainers.image.created=1',
      'manifest:org.opencontainers.image.version=2',
    ],
    ['the value of a secret (hardening S2)', 'secrets', 'id=value', 'id=other'],
  ])('stays with %s', (_, name, one, other) => {
    expect(fingerprint({[name]: one})).toBe(fingerprint({[name]: other}));
  });

  // What was published with another one is built anew: VERSION is to be raised with it.
  it('is written down as ever', () => {
    expect(fingerprint()).toBe('v1:sha256:19958322e6b80f5278ca6e2843f4a5c5ce7d6d4c03b78b5b5c8640eb9f9f4cca');
  });
});
