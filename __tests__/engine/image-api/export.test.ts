import {buffer} from 'node:stream/consumers';
import {expect} from '@jest/globals';
import {exportAll, export as exportImage} from '../../../src/engine/image-api.ts';
import type {Platform} from '../../../src/engine/platform.ts';
import {filesOf, loaded, shown, small} from './fixtures.ts';
import {operation, type Subject} from './matrix.ts';

type Archive = Awaited<ReturnType<typeof filesOf>>;

/** Reads the archive to its end. */
const read = async (bytes: Promise<AsyncIterable<Uint8Array>>): Promise<Archive> => filesOf(await buffer(await bytes));

interface Entry {
  readonly Config: string;
  readonly RepoTags: readonly string[] | null;
  readonly Layers: readonly string[];
}

function imagesOf(archive: Archive): readonly Entry[] {
  return JSON.parse(String(archive.get('manifest.json'))) as Entry[];
}

/** Checks that the archive has the image as the engine shows it, config and layers. */
async function expectImage(at: Subject, archive: Archive, image: string) {
  const entry = imagesOf(archive).find(({RepoTags}) => RepoTags?.some((name) => name.endsWith(image)));
  const config = JSON.parse(String(archive.get(entry?.Config ?? '')));
  expect(config.rootfs.diff_ids).toEqual((await shown(at, image))?.RootFS.Layers);
  expect(config.config.Labels).toMatchObject({test: image});
  for (const layer of entry?.Layers ?? ['-']) expect(archive.has(layer)).toBe(true);
}

/** The layers that are in an archive, of those of a loaded index. */
async function platformCheck(
  at: Subject,
  get: (name: string, platform: Platform) => Promise<AsyncIterable<Uint8Array>>,
) {
  const {name, platforms} = await loaded(at);
  const madeFor = async (platform: Platform) => {
    const archive = await read(get(name, platform));
    const configs = imagesOf(archive).map(({Config}) => JSON.parse(String(archive.get(Config))));
    return configs.map(({architecture}) => architecture);
  };
  expect(await madeFor(platforms[0])).toEqual([platforms[0].architecture]);
  const other = madeFor(platforms[1]);
  if (at.facts.store === 'containerd') expect(await other).toEqual([platforms[1].architecture]);
  else await expect(other).rejects.toMatchObject({name: 'EngineError'});
}

operation('image_get', {
  name: async (at) => {
    const image = await small(at);
    const archive = await read(exportImage(at.engine, image, {signal: at.signal}));
    expect(imagesOf(archive)).toHaveLength(1);
    await expectImage(at, archive, image);
    const id = (await shown(at, image))?.Id ?? '';
    const [nameless] = imagesOf(await read(exportImage(at.engine, id, {signal: at.signal})));
    expect(nameless?.RepoTags ?? []).toEqual([]);
  },
  platform: (at) => platformCheck(at, (name, platform) => exportImage(at.engine, name, {platform, signal: at.signal})),
});

operation('image_get_all', {
  names: async (at) => {
    const images = [await small(at), await small(at)];
    const archive = await read(exportAll(at.engine, images, {signal: at.signal}));
    expect(imagesOf(archive)).toHaveLength(2);
    for (const image of images) await expectImage(at, archive, image);
  },
  platform: (at) => platformCheck(at, (name, platform) => exportAll(at.engine, [name], {platform, signal: at.signal})),
});
