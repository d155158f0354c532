import {mkdtempSync, rmSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {afterEach, describe, expect, it} from '@jest/globals';
import {type BuildEvent, type BuildRequest, build, buildQuery, storesImage} from '../../src/engine/build.ts';
import {StreamCutShort} from '../../src/engine/errors.ts';
import type {Engine, EngineFacts} from '../../src/engine/facts.ts';
import {type PushEvent, push} from '../../src/engine/push.ts';
import {Transport} from '../../src/engine/transport.ts';

const REQUEST: BuildRequest = {
  builder: 'buildkit',
  dockerfile: 'Dockerfile',
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
};

const FULL: BuildRequest = {
  ...REQUEST,
  dockerfile: 'docker/Dockerfile',
  buildArgs: new Map([['A', 'b "c"']]),
  labels: new Map([['l', '']]),
  cacheFrom: ['ghcr.io/a/b:1'],
  target: 'app',
  platform: 'linux/arm64',
  noCache: true,
  pull: true,
  network: 'none',
  addHosts: ['db:10.0.0.5', 'v6:fd00::5'],
  shmSize: 64,
  ulimits: [{name: 'nofile', soft: 1, hard: -1}],
};

const given = (query: object) =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value.length > 0));

describe('storesImage', () => {
  it.each([
    [undefined, true],
    ['moby', true],
    ['image', true],
    ['tar', false],
    ['local', false],
    ['cacheonly', false],
  ])('with the output %s is %s', (type, expected) => {
    const outputs = type === undefined ? [] : [{type, attributes: new Map()}];
    expect(storesImage({outputs})).toBe(expected);
  });
});

describe('buildQuery', () => {
  it('says nothing that was not asked for', () => {
    expect(given(buildQuery(REQUEST, 'id'))).toEqual({version: '2', session: 'id', dockerfile: 'Dockerfile'});
  });

  it('speaks to BuildKit', () => {
    expect(given(buildQuery(FULL, 'id'))).toEqual({
      version: '2',
      session: 'id',
      dockerfile: 'docker/Dockerfile',
      buildargs: '{"A":"b \\"c\\""}',
      labels: '{"l":""}',
      cachefrom: '["ghcr.io/a/b:1"]',
      target: 'app',
      platform: 'linux/arm64',
      nocache: '1',
      pull: '1',
      networkmode: 'none',
      extrahosts: ['db:10.0.0.5', 'v6:fd00::5'],
      shmsize: '64',
      ulimits: '[{"Name":"nofile","Soft":1,"Hard":-1}]',
    });
  });

  it('speaks to the classic builder, which removes the containers of failed steps (hardening L3)', () => {
    const query = {
      ...REQUEST,
      builder: 'classic',
      memory: 1,
      memorySwap: -1,
      cpuShares: 2,
      cpuPeriod: 3,
      cpuQuota: 4,
    } as const;
    const limits = {memory: '1', memswap: '-1', cpushares: '2', cpuperiod: '3', cpuquota: '4'};
    expect(given(buildQuery({...query, cpusetCpus: '0', cgroupParent: '/x', squash: true}, 'id'))).toEqual({
      version: '1',
      dockerfile: 'Dockerfile',
      rm: '1',
      forcerm: '1',
      cpusetcpus: '0',
      cgroupparent: '/x',
      squash: '1',
      ...limits,
    });
  });

  it("speaks Podman's dialect: one JSON array of hosts, limits as text, its own words for networks", () => {
    const query = given(buildQuery({...FULL, builder: 'podman'}, undefined));
    expect(query).toMatchObject({
      extrahosts: '["db:10.0.0.5","v6:fd00::5"]',
      ulimits: '["nofile=1:-1"]',
      networkmode: 'NetworkDisabled',
    });
    expect(query).not.toHaveProperty('version');
    expect(given(buildQuery({...FULL, builder: 'podman', network: 'host'}, undefined))).toMatchObject({
      nsoptions: '[{"Name":"network","Host":true,"Path":""}]',
    });
  });
});

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const FACTS: EngineFacts = {
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
  name: 'test',
  root: '',
  warnings: [],
};

/** A server that answers with one recorded stream: a healthy engine never ends one early. */
async function replaying(...lines: readonly object[]): Promise<Engine> {
  const directory = mkdtempSync(join(tmpdir(), 'stowage-test-'));
  const path = join(directory, 'engine.sock');
  const server = createServer((request, response) => {
    request.resume();
    response.end(lines.map((line) => `${JSON.stringify(line)}\r\n`).join(''));
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  const transport = Transport.open({kind: 'unix', path});
  cleanups.push(
    () => rmSync(directory, {recursive: true}),
    () => server.close(),
    () => transport.close(),
  );
  return {transport, facts: FACTS, warn: () => {}};
}

const {signal} = new AbortController();
const A = `sha256:${'a'.repeat(64)}`;
const B = `sha256:${'b'.repeat(64)}`;

async function events(engine: Engine): Promise<BuildEvent[]> {
  const found: BuildEvent[] = [];
  for await (const event of build(engine, REQUEST, {context: Readable.from([]), signal})) found.push(event);
  return found;
}

describe('build', () => {
  it('gives traces, text, pulls and ids; of several stages the last id counts', async () => {
    const engine = await replaying(
      {id: 'moby.buildkit.trace', aux: 'aGk='},
      {stream: 'Step 1/2 : FROM x\n'},
      {id: 'f00', status: 'Downloading', progressDetail: {current: 1, total: 2}},
      {aux: {ID: A}},
      {id: 'moby.image.id', aux: {ID: B}},
    );
    expect(await events(engine)).toEqual([
      {kind: 'trace', data: Buffer.from('hi')},
      {kind: 'stream', text: 'Step 1/2 : FROM x\n'},
      {kind: 'status', id: 'f00', status: 'Downloading', current: 1, total: 2},
      {kind: 'image', id: A},
      {kind: 'image', id: B},
    ]);
  });

  it.each([
    ['no id at all', [{stream: 'Successfully built aaaa\n'}]],
    ['an id that is none', [{aux: {ID: 'latest'}}]],
    ['nothing', []],
  ])('is no success with %s (hardening R11, T16)', async (_, lines) => {
    await expect(events(await replaying(...lines))).rejects.toBeInstanceOf(StreamCutShort);
  });
});

describe('push', () => {
  const pushOnce = async (engine: Engine) => {
    let last: PushEvent | undefined;
    for await (const event of push(engine, {repository: 'r/app', tag: '1'}, {registryAuth: 'e30=', signal}))
      last = event;
    return last;
  };

  it.each([
    ['the aux of the graph driver', [{aux: {Tag: '1', Digest: A, Size: 9}}]],
    ['the status line of the containerd store and Podman', [{status: `1: digest: ${A} size: 9`}]],
    [
      'its own tag, not another',
      [{status: `1: digest: ${A} size: 9`}, {status: `2: digest: ${B} size: 9`}, {aux: {Tag: '2', Digest: B}}],
    ],
  ])('takes the digest from %s', async (_, lines) => {
    expect(await pushOnce(await replaying(...lines))).toEqual({
      kind: 'pushed',
      digest: A,
      manifestInsteadOfIndex: false,
    });
  });

  it('notices that one manifest was pushed where the name stands for an index', async () => {
    const engine = await replaying({status: `1: digest: ${A} size: 9`}, {aux: {manifestPushedInsteadOfIndex: true}});
    expect(await pushOnce(engine)).toEqual({kind: 'pushed', digest: A, manifestInsteadOfIndex: true});
  });

  it.each([
    ['no digest', [{status: 'Pushed', id: 'x'}]],
    ['a digest that is none', [{aux: {Tag: '1', Digest: 'sha256:short'}}, {status: '1: digest: md5:00 size: 1'}]],
  ])('is no success with %s (hardening R6, R11)', async (_, lines) => {
    await expect(pushOnce(await replaying(...lines))).rejects.toBeInstanceOf(StreamCutShort);
  });
});
