import {describe, expect, it} from '@jest/globals';
import {parseGitSource} from '../../src/action/git-url.ts';
import type {EngineFacts} from '../../src/engine/facts.ts';
import {type Circumstances, chooseRoad} from '../../src/pipeline/context-road.ts';
import type {GitSource} from '../../src/pipeline/git-source.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';
const facts = (version: string, api: string): EngineFacts => ({
  product: 'docker',
  version,
  apiVersion: api,
  engineApiVersion: api,
  store: 'graph-driver',
  driver: 'overlay2',
  hasBuildKit: true,
  experimental: false,
  os: 'linux',
  architecture: 'amd64',
  name: 'host',
  root: '',
  warnings: [],
});
const OLD = facts('20.10.24+dfsg1', '1.41');
const MIDDLE = facts('27.5.1', '1.47');
const NEW = facts('28.5.2', '1.51');

const road = (text: string, given: Partial<Circumstances>) =>
  chooseRoad(parseGitSource(text) as GitSource, {
    builder: 'buildkit',
    facts: NEW,
    hasAccount: false,
    hasLooseDockerfile: false,
    ...given,
  });

describe('a Git context is fetched', () => {
  it.each<[string, Partial<Circumstances>, string]>([
    ['https://h/a.git#main:d', {}, 'https://h/a.git#main:d'],
    ['https://h/a.git#main:d', {hasAccount: true}, 'https://h/a.git#main:d'],
    ['https://h/a.git#main', {facts: OLD, hasAccount: true}, 'https://h/a.git#main'],
    ['https://h/a.git#main:d', {facts: OLD, builder: 'classic'}, 'https://h/a.git#main:d'],
    ['https://h/a.git?ref=main&submodules=false', {}, 'https://h/a.git?ref=main&submodules=false'],
    ['https://h/a.git?ref=main&subdir=d', {facts: MIDDLE}, 'https://h/a.git#main:d'],
    [`https://h/a.git?ref=refs/heads/main&checksum=${SHA}`, {facts: OLD}, `https://h/a.git#${SHA}`],
    ['git@h:a.git#main', {facts: OLD}, 'git@h:a.git#main'],
    ['https://h/a.git', {facts: MIDDLE}, 'https://h/a.git'],
    // Others look for a branch `master`.
    ['https://h/a.git', {facts: OLD}, 'https://h/a.git#HEAD'],
    ['https://h/a.git#:d', {builder: 'classic'}, 'https://h/a.git#HEAD:d'],
    [`https://h/a.git?checksum=${SHA}`, {builder: 'classic'}, `https://h/a.git#${SHA}`],
    ['ssh://git@h/a.git', {}, 'ssh://git@h/a.git'],
  ])('by the engine: %s', (text, given, remote) => expect(road(text, given)).toEqual({kind: 'engine', remote}));

  it.each<[string, Partial<Circumstances>, string]>([
    ['https://h/a.git', {builder: 'podman'}, 'Podman'],
    ['https://h/a.git', {hasLooseDockerfile: true}, 'Dockerfile'],
    ['https://h/a.git', {builder: 'classic', hasAccount: true}, 'sign in'],
    ['git@h:a.git', {builder: 'classic'}, 'ssh'],
    ['https://h/a.git?submodules=false', {builder: 'classic'}, 'query'],
    ['https://h/a.git#main:d', {facts: OLD}, '20.10.24'],
    ['ssh://git@h/a.git', {facts: OLD}, 'ssh'],
    ['https://h/a.git?ref=main&checksum=abcdef1', {facts: MIDDLE}, 'query'],
    ['https://h/a.git?keep-git-dir=true', {facts: MIDDLE}, 'query'],
  ])('by git on the runner: %s', (text, given, why) =>
    expect(road(text, given)).toEqual({kind: 'runner', why: expect.stringContaining(why)}),
  );
});
