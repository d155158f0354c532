import {describe, expect, it} from '@jest/globals';
import {canonicalRegistry, credentialKey, matchingKeys, parseServerKey} from '../../src/registry/server-key.ts';

describe('parseServerKey', () => {
  it.each<readonly [string, string, string, readonly string[] | undefined]>([
    ['ghcr.io', 'ghcr.io', '', undefined],
    ['https://ghcr.io', 'ghcr.io', '', undefined],
    ['http://GHCR.io/', 'ghcr.io', '', undefined],
    ['https://index.docker.io/v1/', 'docker.io', '', undefined],
    ['index.docker.io/v1/', 'docker.io', '', undefined],
    ['registry.hub.docker.com', 'docker.io', '', undefined],
    ['registry-1.docker.io', 'docker.io', '', undefined],
    ['localhost:5000', 'localhost:5000', '', undefined],
    ['https://localhost:5000/v2/', 'localhost:5000', '', undefined],
    ['ghcr.io/owner/app', 'ghcr.io', 'owner/app', undefined],
    ['ghcr.io/owner/app/', 'ghcr.io', 'owner/app', undefined],
    ['ghcr.io/owner/app@push', 'ghcr.io', 'owner/app', ['push']],
    ['ghcr.io@pull,push', 'ghcr.io', '', ['pull', 'push']],
  ])('%s', (key, host, scope, actions) => {
    expect(parseServerKey(key)).toEqual({host, scope, actions});
  });
});

describe('credentialKey and canonicalRegistry', () => {
  it.each([
    ['docker.io', 'https://index.docker.io/v1/', 'docker.io'],
    ['Index.Docker.io', 'https://index.docker.io/v1/', 'docker.io'],
    ['ghcr.io', 'ghcr.io', 'ghcr.io'],
    ['LOCALHOST:5000', 'localhost:5000', 'localhost:5000'],
  ])('%s', (registry, key, canonical) => {
    expect(credentialKey(registry)).toBe(key);
    expect(canonicalRegistry(registry)).toBe(canonical);
  });
});

describe('matchingKeys', () => {
  const keys = [
    'ghcr.io',
    'ghcr.io/owner',
    'ghcr.io/owner/app',
    'ghcr.io/owner/app@push',
    'ghcr.io/own',
    'quay.io',
    'ghcr.io@push',
  ];
  it.each<readonly [string, string | undefined, 'pull' | 'push', readonly string[]]>([
    ['ghcr.io', undefined, 'pull', ['ghcr.io']],
    ['ghcr.io', undefined, 'push', ['ghcr.io@push', 'ghcr.io']],
    ['ghcr.io', 'owner/app', 'pull', ['ghcr.io/owner/app', 'ghcr.io/owner', 'ghcr.io']],
    [
      'ghcr.io',
      'owner/app',
      'push',
      ['ghcr.io/owner/app@push', 'ghcr.io/owner/app', 'ghcr.io/owner', 'ghcr.io@push', 'ghcr.io'],
    ],
    ['ghcr.io', 'owner/application', 'pull', ['ghcr.io/owner', 'ghcr.io']],
    ['ghcr.io', 'other/app', 'pull', ['ghcr.io']],
    ['evil-ghcr.io', 'owner/app', 'pull', []],
    ['ghcr.io:443', undefined, 'pull', []],
  ])('%s/%s to %s, the most specific first', (registry, repository, action, expected) => {
    expect(matchingKeys(keys, {registry, action, ...(repository !== undefined && {repository})})).toEqual(expected);
  });

  it('knows official images of Docker Hub by their short name', () => {
    expect(matchingKeys(['docker.io/busybox'], {registry: 'docker.io', repository: 'library/busybox'})).toHaveLength(1);
    expect(matchingKeys(['ghcr.io/busybox'], {registry: 'ghcr.io', repository: 'library/busybox'})).toHaveLength(0);
  });
});
