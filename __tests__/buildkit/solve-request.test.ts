/** A build in the words of Solve; what engines make of them is tested on engines. */
import {BinaryReader} from '@bufbuild/protobuf/wire';
import {describe, expect, it} from '@jest/globals';
import {decodeSolved, encodeSolve} from '../../src/buildkit/control.ts';
import {encodeMessage, mapFields} from '../../src/buildkit/encode.ts';
import {type Beyond, toSolveRequest} from '../../src/buildkit/solve-request.ts';
import type {BuildRequest} from '../../src/engine/build.ts';

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
const NOTHING: Beyond = {
  noCacheFilters: [],
  contexts: new Map(),
  inputs: new Map(),
  cacheFrom: [],
  cacheTo: [],
  attestations: new Map(),
  platforms: [],
  entitlements: [],
  exporters: [],
};

const solve = (request: Partial<BuildRequest> = {}, beyond: Partial<Beyond> = {}, hostGateway?: string) => {
  const parts = {
    ref: 'r',
    session: 's',
    context: {kind: 'directories'} as const,
    beyond: {...NOTHING, ...beyond},
    hostGateway,
  };
  return toSolveRequest({...REQUEST, ...request}, parts);
};
const attributes = (...args: Parameters<typeof solve>) => Object.fromEntries(solve(...args).attributes);

describe('toSolveRequest', () => {
  it('says nothing that was not asked for', () => {
    expect(solve()).toEqual({
      ref: 'r',
      session: 's',
      frontend: 'dockerfile.v0',
      inputs: new Map(),
      attributes: new Map([
        ['filename', 'Dockerfile'],
        ['image-resolve-mode', 'default'],
      ]),
      exporters: [{type: 'moby', attributes: new Map()}],
      cacheExports: [],
      cacheImports: [],
      entitlements: [],
    });
  });

  it.each<[string, Partial<BuildRequest>, Partial<Beyond>, Readonly<Record<string, string>>]>([
    [
      'arguments and labels',
      {buildArgs: new Map([['A', 'x=y,z']]), labels: new Map([['l', '']])},
      {},
      {'build-arg:A': 'x=y,z', 'label:l': ''},
    ],
    ['no cache', {noCache: true}, {noCacheFilters: ['a']}, {'no-cache': ''}],
    ['no cache for stages', {}, {noCacheFilters: ['a', 'b']}, {'no-cache': 'a,b'}],
    ['hosts', {addHosts: ['a:1.2.3.4', 'b:fd00::1']}, {}, {'add-hosts': 'a=1.2.3.4,b=fd00::1'}],
    [
      'limits',
      {shmSize: 64, ulimits: [{name: 'nofile', soft: 1, hard: -1}]},
      {},
      {'shm-size': '64', ulimit: 'nofile=1:-1'},
    ],
    ['a pull', {pull: true}, {}, {'image-resolve-mode': 'pull'}],
    ['one platform', {platform: 'linux/arm64'}, {}, {platform: 'linux/arm64'}],
    [
      'several',
      {platform: 'linux/arm64'},
      {platforms: ['linux/amd64', 'linux/arm64']},
      {platform: 'linux/amd64,linux/arm64'},
    ],
    ['contexts', {}, {contexts: new Map([['a', 'local:named-0']])}, {'context:a': 'local:named-0'}],
    ['attestations', {}, {attestations: new Map([['sbom', '']])}, {'attest:sbom': ''}],
    [
      'caches',
      {cacheFrom: ['a/b:c']},
      {cacheFrom: [{type: 'gha', attributes: new Map([['scope', 's']])}]},
      {'cache-imports': '[{"Type":"registry","Attrs":{"ref":"a/b:c"}},{"Type":"gha","Attrs":{"scope":"s"}}]'},
    ],
  ])('puts %s into attributes', (_, request, beyond, expected) => {
    expect(attributes(request, beyond)).toMatchObject(expected);
  });

  it('replaces host-gateway, as nobody else would', () => {
    expect(attributes({addHosts: ['h:host-gateway']}, {}, '172.17.0.1')['add-hosts']).toBe('h=172.17.0.1');
  });

  it('grants the network that it asks for, once', () => {
    expect(solve({network: 'host'}, {entitlements: ['network.host', 'device']}).entitlements).toEqual([
      'network.host',
      'device',
    ]);
  });

  it('keeps an inline cache where POST /build does so by itself', () => {
    const types = (value: string) =>
      solve({buildArgs: new Map([['BUILDKIT_INLINE_CACHE', value]])}).cacheExports.map(({type}) => type);
    expect([types('1'), types('true'), types('0'), types('yes')]).toEqual([['inline'], ['inline'], [], []]);
  });

  it('names the image last, as its digest counts', () => {
    const {exporters} = solve(
      {tags: ['a:1', 'b:2'], outputs: [{type: 'image', attributes: new Map([['push', 'true']])}]},
      {exporters: [{type: 'oci', attributes: new Map()}]},
    );
    expect(exporters).toEqual([
      {type: 'oci', attributes: new Map()},
      {
        type: 'image',
        attributes: new Map([
          ['push', 'true'],
          ['name', 'a:1,b:2'],
        ]),
      },
    ]);
  });
});

describe('encodeSolve', () => {
  /** Field numbers in order. */
  const fieldsIn = (bytes: Uint8Array): readonly number[] => {
    const reader = new BinaryReader(bytes);
    const fields: number[] = [];
    while (reader.pos < reader.len) {
      const [field, type] = reader.tag();
      fields.push(field);
      reader.skip(type, field);
    }
    return fields;
  };

  it('sends the first exporter twice, and the cache always, for daemons of old', () => {
    expect(fieldsIn(encodeSolve(solve()))).toEqual([1, 3, 5, 6, 7, 7, 8, 13]);
    expect(fieldsIn(encodeSolve({...solve(), exporters: [], entitlements: ['device']}))).toEqual([1, 5, 6, 7, 7, 8, 9]);
  });

  it('reads the answer, and skips what it does not know', () => {
    const answer = encodeMessage(
      [9, 'new'],
      ...mapFields(
        1,
        new Map([
          ['containerimage.digest', 'sha256:1'],
          ['empty', ''],
        ]),
      ),
    );
    expect(Object.fromEntries(decodeSolved(answer))).toEqual({'containerimage.digest': 'sha256:1', empty: ''});
  });
});
