import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import type {Descriptor} from '../../src/registry/descriptor.ts';
import {digestOf} from '../../src/registry/digest.ts';
import {assembleIndex} from '../../src/registry/image-index.ts';
import {childrenOf} from '../../src/registry/image-manifest.ts';
import {parsePlatform} from '../../src/registry/platform.ts';
import {DOCKER_LIST, DOCKER_MANIFEST, OCI_INDEX, OCI_MANIFEST} from './real-registry.ts';

const child = (platform: string, more: Partial<Descriptor> = {}): Descriptor => ({
  mediaType: DOCKER_MANIFEST,
  digest: digestOf(Buffer.from(platform)),
  size: 528,
  platform: parsePlatform(platform),
  ...more,
});
const attestation = (of: Descriptor): Descriptor => ({
  mediaType: OCI_MANIFEST,
  digest: digestOf(Buffer.from(`attests ${of.digest}`)),
  size: 100,
  platform: {os: 'unknown', architecture: 'unknown'},
  annotations: {
    'vnd.docker.reference.digest': of.digest,
    'vnd.docker.reference.type': 'attestation-manifest',
  },
});
const [amd64, arm64, armv7] = ['linux/amd64', 'linux/arm64', 'linux/arm/v7'].map((name) => child(name)) as [
  Descriptor,
  Descriptor,
  Descriptor,
];
const digests = (children: readonly Descriptor[]) =>
  childrenOf(assembleIndex(children)).manifests.map(({digest}) => digest);

describe('assembleIndex', () => {
  it('writes these very bytes', () => {
    const {bytes, mediaType, digest} = assembleIndex([armv7]);
    expect(Buffer.from(bytes).toString()).toBe(`{
  "schemaVersion": 2,
  "mediaType": "application/vnd.docker.distribution.manifest.list.v2+json",
  "manifests": [
    {
      "mediaType": "application/vnd.docker.distribution.manifest.v2+json",
      "digest": "${armv7.digest}",
      "size": 528,
      "platform": {
        "architecture": "arm",
        "os": "linux",
        "variant": "v7"
      }
    }
  ]
}`);
    expect({mediaType, digest}).toEqual({mediaType: DOCKER_LIST, digest: digestOf(bytes)});
  });

  it('writes the same bytes in whatever order the children come, and however often', () => {
    const whole = [amd64, attestation(amd64), arm64, attestation(arm64), armv7];
    const {digest} = assembleIndex(whole);
    const any = fc.shuffledSubarray([...whole, ...whole], {minLength: 10, maxLength: 10});
    fc.assert(fc.property(any, (children) => assembleIndex(children).digest === digest));
  });

  it('sorts by platform, and puts what attests behind the images, in their order', () => {
    const [one, two] = [attestation(arm64), attestation(amd64)];
    expect(digests([one, two, arm64, amd64, armv7])).toEqual([amd64, armv7, arm64, two, one].map(({digest}) => digest));
  });

  it('leaves out an attestation of what is not there', () => {
    expect(digests([attestation(arm64), amd64])).toEqual([amd64.digest]);
  });

  it.each<readonly [string, readonly Descriptor[], Readonly<Record<string, string>>, string]>([
    ['Docker children', [amd64, arm64], {}, DOCKER_LIST],
    ['OCI children', [child('linux/amd64', {mediaType: OCI_MANIFEST})], {}, OCI_INDEX],
    ['both', [amd64, child('linux/arm64', {mediaType: OCI_MANIFEST})], {}, OCI_INDEX],
    ['annotations', [amd64], {a: 'b'}, OCI_INDEX],
    ['an annotated child', [child('linux/amd64', {annotations: {a: 'b'}})], {}, OCI_INDEX],
  ])('chooses the media type: %s', (_, children, annotations, mediaType) => {
    const index = assembleIndex(children, {annotations});
    expect(index.mediaType).toBe(mediaType);
    expect(childrenOf(index).annotations).toEqual(Object.keys(annotations).length === 0 ? undefined : annotations);
  });

  it('unites the annotations of a child that comes twice', () => {
    const children = [child('linux/amd64', {annotations: {b: '2'}}), child('linux/amd64', {annotations: {a: '1'}})];
    expect(childrenOf(assembleIndex(children)).manifests).toEqual([
      child('linux/amd64', {annotations: {a: '1', b: '2'}}),
    ]);
  });

  it('keeps all that a platform of Windows has, and takes two versions of it', () => {
    const windows = (osVersion: string) =>
      child('windows/amd64', {
        digest: digestOf(Buffer.from(osVersion)),
        platform: {os: 'windows', architecture: 'amd64', osVersion, osFeatures: ['win32k']},
      });
    const both = [windows('10.0.17763.1'), windows('10.0.20348.1')];
    expect(childrenOf(assembleIndex(both)).manifests).toEqual(both);
  });

  it.each<readonly [string, readonly Descriptor[], string]>([
    ['nothing', [], 'no index: there is no image to put into it'],
    ['only what attests', [attestation(amd64)], 'there is no image'],
    [
      'two of a platform',
      [amd64, {...amd64, digest: arm64.digest}],
      `two images are for linux/amd64: ${amd64.digest} and ${arm64.digest}`,
    ],
    [
      'two spellings of a platform',
      [arm64, {...amd64, platform: parsePlatform('linux/arm64/v8')}],
      'two images are for linux/arm64',
    ],
    [
      'a child of no platform',
      [{mediaType: OCI_MANIFEST, digest: amd64.digest, size: 1}],
      'nothing says what platform',
    ],
  ])('refuses %s', (_, children, message) => {
    expect(() => assembleIndex(children)).toThrow(message);
  });
});
