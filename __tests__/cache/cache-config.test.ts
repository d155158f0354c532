import {describe, expect, it} from '@jest/globals';
import {type CachedImage, mergeCaches} from '../../src/cache/cache-config.ts';
import {digestOf} from '../../src/registry/digest.ts';
import {DOCKER_MANIFEST} from '../../src/registry/image-manifest.ts';

const LAYER = 'application/vnd.docker.image.rootfs.diff.tar.gzip';
const layer = (name: string) => ({mediaType: LAYER, size: name.length, digest: digestOf(Buffer.from(name))});

function image(layers: readonly string[], records: unknown): CachedImage {
  const config = Buffer.from(
    JSON.stringify({
      rootfs: {diff_ids: layers.map((name) => `sha256:plain-${name}`)},
      history: layers.flatMap((name) => [{created: `time of ${name}`}, {created: 'x', empty_layer: true}]),
      ...(records !== undefined && {'moby.buildkit.cache.v0': Buffer.from(JSON.stringify(records)).toString('base64')}),
    }),
  );
  const document = {
    schemaVersion: 2,
    mediaType: DOCKER_MANIFEST,
    config: {mediaType: 'c', size: config.length, digest: digestOf(config)},
    layers: layers.map(layer),
  };
  const bytes = Buffer.from(JSON.stringify(document));
  return {manifest: {mediaType: DOCKER_MANIFEST, digest: digestOf(bytes), bytes}, config};
}

const parse = (bytes: Uint8Array) => JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown;

/** The result copies from a stage, whose step it knows without a layer; the stage has that. Links of 0 are left out. */
const END = image(
  ['base', 'copy'],
  [
    {digest: 'from', layers: [{layer: 0, createdAt: 't0'}]},
    {digest: 'run', inputs: [[{}]]},
    {digest: 'copy', inputs: [[{}], [{selector: '/one', link: 1}]], layers: [{layer: 1}]},
  ],
);
const STAGE = image(
  ['base', 'run'],
  [
    {digest: 'run', inputs: [[{link: 1}]], layers: [{layer: 1, createdAt: 't1'}]},
    {digest: 'from', layers: [{layer: 0}]},
  ],
);

describe('caches of several images as one', () => {
  it('have each step once, with the layer that any of them has', () => {
    const {index, config, layers} = mergeCaches([END, STAGE]);
    expect(parse(config.bytes)).toEqual({
      layers: [
        {blob: layer('base').digest, parent: -1},
        {blob: layer('copy').digest, parent: 0},
        {blob: layer('run').digest, parent: 0},
      ],
      records: [
        {digest: 'from', inputs: [], layers: [{layer: 0, createdAt: 't0'}]},
        {digest: 'run', inputs: [[{link: 0}]], layers: [{layer: 2, createdAt: 't1'}]},
        {digest: 'copy', inputs: [[{link: 0}], [{selector: '/one', link: 1}]], layers: [{layer: 1}]},
      ],
    });
    expect(layers.map(({digest, annotations}) => [digest, annotations])).toEqual(
      ['base', 'copy', 'run'].map((name) => [
        layer(name).digest,
        {'containerd.io/uncompressed': `sha256:plain-${name}`, 'buildkit/createdat': `time of ${name}`},
      ]),
    );
    expect(parse(index.bytes)).toMatchObject({
      mediaType: index.mediaType,
      manifests: [...layers, {mediaType: 'application/vnd.buildkit.cacheconfig.v0', digest: config.digest}],
    });
    expect(mergeCaches([END, STAGE]).index.digest).toBe(index.digest);
  });

  it('are those of the others where an image has none', () => {
    expect(mergeCaches([END, image(['other'], undefined)]).layers).toHaveLength(3);
  });

  it('end where a record leads to itself or to nothing', () => {
    expect(() => mergeCaches([image(['a'], [{digest: 'x', inputs: [[{}]]}])])).not.toThrow();
    expect(() => mergeCaches([image(['a'], [{digest: 'x', inputs: [[{link: 7}]]}])])).toThrow('no record 7');
  });
});
