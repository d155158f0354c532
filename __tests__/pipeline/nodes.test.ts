/** Which machine builds what, and how they are named. */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {fileURLToPath} from 'node:url';
import {afterAll, describe, expect, it} from '@jest/globals';
import {readNodes} from '../../src/action/builder-input.ts';
import {InvalidInput} from '../../src/pipeline/errors.ts';
import {type BuildNode, formatNode, orderNodes, shareOut} from '../../src/pipeline/nodes.ts';
import {formatPlatform, parsePlatform} from '../../src/registry/platform.ts';

const workspace = mkdtempSync(`${tmpdir()}/stowage-test-`);
afterAll(() => rmSync(workspace, {recursive: true, force: true}));

const node = (host: string, ...platforms: readonly string[]): BuildNode => ({
  address: {kind: 'tcp', host, port: 1234, basePath: '', tls: false},
  tls: undefined,
  platforms: platforms.map(parsePlatform),
});
const names = (nodes: readonly BuildNode[]) => nodes.map(formatNode);

describe('orderNodes', () => {
  const fleet = ['a', 'b', 'c', 'd'].map((host) => node(host));

  it('is the same whatever the order they are named in', () => {
    for (const repository of ['ghcr.io/o/one', 'ghcr.io/o/two'])
      expect(names(orderNodes(fleet.toReversed(), undefined, repository))).toEqual(
        names(orderNodes(fleet, undefined, repository)),
      );
  });

  it('gives every node a share, and moves only that of one that goes', () => {
    const repositories = Array.from({length: 200}, (_, at) => `ghcr.io/o/r${at}`);
    const firstOf = (nodes: readonly BuildNode[]) =>
      repositories.map((repository) => names(orderNodes(nodes, undefined, repository))[0]);
    const before = firstOf(fleet);
    for (const name of names(fleet)) expect(before.filter((first) => first === name).length).toBeGreaterThan(20);
    const after = firstOf(fleet.slice(1));
    for (const [at, first] of before.entries())
      if (first !== formatNode(fleet[0] as BuildNode)) expect(after[at]).toBe(first);
  });

  it('prefers those that are named for the platform, and leaves out those for others', () => {
    const mixed = [node('any'), node('arm', 'linux/arm64'), node('amd', 'linux/amd64')];
    expect(names(orderNodes(mixed, parsePlatform('linux/arm64'), 'r'))).toEqual([
      'buildkit://arm:1234',
      'buildkit://any:1234',
    ]);
    expect(names(orderNodes(mixed, parsePlatform('linux/s390x'), 'r'))).toEqual(['buildkit://any:1234']);
  });
});

describe('shareOut', () => {
  const platforms = ['linux/amd64', 'linux/arm64'].map(parsePlatform);
  const plain = (nodes: readonly BuildNode[]) =>
    shareOut(nodes, platforms, 'r').map((share) => ({
      platforms: share.platforms.map(formatPlatform),
      first: names(share.order)[0],
    }));

  it('keeps together what one machine can do', () => {
    expect(plain([node('a'), node('b')])).toHaveLength(1);
    expect(plain([node('both', 'linux/amd64', 'linux/arm64')])).toEqual([
      {platforms: ['linux/amd64', 'linux/arm64'], first: 'buildkit://both:1234'},
    ]);
  });

  it('gives each platform to its own machine', () => {
    expect(plain([node('arm', 'linux/arm64'), node('amd', 'linux/amd64')])).toEqual([
      {platforms: ['linux/amd64'], first: 'buildkit://amd:1234'},
      {platforms: ['linux/arm64'], first: 'buildkit://arm:1234'},
    ]);
  });

  it('has no machine for a platform that nobody is for', () => {
    expect(shareOut([node('amd', 'linux/amd64')], [parsePlatform('linux/s390x')], 'r')[0]?.order).toEqual([]);
  });
});

describe('readNodes', () => {
  const TLS = fileURLToPath(new URL('../fixtures/tls', import.meta.url));
  const read = async (
    builder: readonly string[],
    more: Readonly<Record<string, unknown>> = {},
    env: NodeJS.ProcessEnv = {},
  ) => {
    const said: string[] = [];
    const log = {notice: (text: string) => said.push(text), warning: (text: string) => said.push(text)};
    const raw = {builder, 'builder-certs': '', 'docker-host': '', 'allow-plain-docker-host': false, ...more};
    const nodes = await readNodes(raw, {workspace, env, log: log as never});
    return {
      nodes: nodes.map((one) => [...one.platforms.map(formatPlatform), formatNode(one)].join(' ')),
      tls: nodes.map(({tls}) => tls !== undefined),
      said,
    };
  };

  it.each([
    [['buildkit://127.0.0.1'], ['buildkit://127.0.0.1:1234']],
    [['tcp://localhost:99/'], ['buildkit://localhost:99']],
    [
      ['buildkit+unix:///run/b.sock', 'unix:///run/c.sock'],
      ['buildkit+unix:///run/b.sock', 'buildkit+unix:///run/c.sock'],
    ],
    [['linux/arm64,linux/arm/v7=buildkit://[::1]:5'], ['linux/arm64 linux/arm/v7 buildkit://[::1]:5']],
  ])('takes %j', async (builder, nodes) => {
    expect(await read(builder)).toMatchObject({nodes, said: []});
  });

  it('takes a name of a buildx builder for nothing, and says so', async () => {
    expect(await read(['builder-1234'])).toEqual({
      nodes: [],
      tls: [],
      said: [expect.stringContaining('"builder-1234" is no address')],
    });
  });

  it('takes docker-host where that names a BuildKit', async () => {
    expect((await read([], {'docker-host': 'buildkit://localhost'})).nodes).toEqual(['buildkit://localhost:1234']);
    await expect(read(['buildkit://localhost'], {'docker-host': 'buildkit://localhost'})).rejects.toThrow(
      'docker-host',
    );
  });

  it('speaks TLS with the certificates that it is given, and plainly to other machines only when told (hardening R1)', async () => {
    expect((await read(['buildkit://b.example.com'], {'builder-certs': TLS})).tls).toEqual([true]);
    expect((await read(['buildkit://b.example.com'], {}, {DOCKER_CERT_PATH: TLS})).tls).toEqual([true]);
    await expect(read(['buildkit://b.example.com'])).rejects.toThrow('without TLS');
    const plain = await read(['buildkit://b.example.com'], {'allow-plain-docker-host': true});
    expect(plain).toMatchObject({tls: [false], said: [expect.stringContaining('without TLS')]});
  });

  it.each([
    'buildkit://',
    'buildkit://a b',
    'buildkit://h/path',
    'kube-pod://x',
    'linux/pentium=buildkit://localhost',
    'buildkit://u:hunter2@h',
  ])('refuses %s', async (text) => {
    await expect(read([text])).rejects.toThrow(InvalidInput);
  });
});
