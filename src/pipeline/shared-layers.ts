/**
 * Deleting one platform of an index makes the engine remove its blobs even where other images use them, which breaks
 * those (engines with the containerd store, 28). So it is done only where no other image has a layer in common.
 */
import type {Engine} from '../engine/facts.ts';
import {inspect} from '../engine/inspect.ts';
import {list} from '../engine/list.ts';
import type {Platform} from '../registry/platform.ts';

/** Names (or ids) of other images that share a layer with one of these platforms of an image. */
export async function sharers(
  engine: Engine,
  name: string,
  platforms: readonly Platform[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const own = await inspect(engine, name, {signal});
  const layers = new Set<string>();
  for (const platform of platforms)
    for (const layer of (await inspect(engine, name, {platform, signal})).layers) layers.add(layer);
  const found: string[] = [];
  for (const image of await list(engine, {all: true, manifests: true, signal})) {
    if (image.id === own.id) continue;
    const label = image.names[0] ?? image.id;
    for (const platform of platformsOf(image.manifests)) {
      const {layers: theirs} = await inspect(engine, image.id, {...(platform && {platform}), signal});
      if (theirs.some((layer) => layers.has(layer))) found.push(label);
    }
  }
  return [...new Set(found)];
}

/** Undefined stands for the only platform of an image. */
function platformsOf(
  manifests: readonly {readonly platform: Platform | undefined; readonly available: boolean}[],
): readonly (Platform | undefined)[] {
  const available = manifests.filter((manifest) => manifest.available && manifest.platform !== undefined);
  return available.length < 2 ? [undefined] : available.map(({platform}) => platform);
}
