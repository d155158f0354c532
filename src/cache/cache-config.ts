/**
 * A cache as BuildKit exports it with `mode=max` (moby/buildkit cache/remotecache/v1/spec.go): an index of layers, with a
 * config that says of which steps they are. Put together here from images with inline caches. As several images they would
 * be several caches to BuildKit, and of a step that two of them know it asks only the one that answers first, which may be
 * the one that does not have its layer.
 */
import {type Descriptor, own} from '../registry/descriptor.ts';
import {type Digest, digestOf} from '../registry/digest.ts';
import {OCI_INDEX, partsOf} from '../registry/image-manifest.ts';
import type {Manifest} from '../registry/manifest.ts';

export interface CachedImage {
  readonly manifest: Manifest;
  /** The JSON of its config. */
  readonly config: Uint8Array;
}

export interface MergedCache {
  readonly index: Manifest;
  readonly config: {readonly digest: Digest; readonly bytes: Uint8Array};
  /** Of the index, without the config. */
  readonly layers: readonly Descriptor[];
}

const CONFIG_TYPE = 'application/vnd.buildkit.cacheconfig.v0';
/** Of an image's config: base64 of the records. */
const INLINE = 'moby.buildkit.cache.v0';

/** Missing numbers are 0, as Go leaves those out. */
interface Input {
  readonly selector?: string;
  readonly link?: number;
}

interface Result {
  readonly layer: number;
  readonly createdAt?: string;
}

interface Record {
  readonly digest: string;
  readonly inputs?: ReadonlyArray<readonly Input[]>;
  readonly layers?: readonly Result[];
}

/** Throws SyntaxError or RegistryError for what is no image. */
export function mergeCaches(images: readonly CachedImage[]): MergedCache {
  const merger = new Merger();
  for (const image of images) merger.add(image);
  return merger.end();
}

class Merger {
  readonly #descriptors = new Map<Digest, Descriptor>();
  readonly #chain = new Map<string, number>();
  readonly #layers: {readonly blob: Digest; readonly parent: number}[] = [];
  readonly #known = new Map<string, number>();
  readonly #records: {readonly digest: string; readonly inputs: Input[][]; readonly layers: Result[]}[] = [];

  add({manifest, config}: CachedImage): void {
    const json: unknown = JSON.parse(Buffer.from(config).toString('utf8'));
    const layers = this.#addLayers(partsOf(manifest).layers, json);
    const inline = own(json, INLINE);
    if (typeof inline !== 'string') return;
    const records = JSON.parse(Buffer.from(inline, 'base64').toString('utf8')) as readonly Record[];
    const places = new Map<number, number>();
    for (const at of records.keys()) this.#addRecord(at, {records, layers, places});
  }

  end(): MergedCache {
    const bytes = Buffer.from(JSON.stringify({layers: this.#layers, records: this.#records}));
    const config = {digest: digestOf(bytes), bytes};
    const layers = [...this.#descriptors.values()];
    const manifests = [...layers, {mediaType: CONFIG_TYPE, size: bytes.length, digest: config.digest}];
    const index = Buffer.from(JSON.stringify({schemaVersion: 2, mediaType: OCI_INDEX, manifests}));
    return {index: {mediaType: OCI_INDEX, digest: digestOf(index), bytes: index}, config, layers};
  }

  /** Gives the number that each has here. */
  #addLayers(layers: readonly Descriptor[], config: unknown): readonly number[] {
    const diffIds = listOf(own(own(config, 'rootfs'), 'diff_ids'));
    const times = listOf(own(config, 'history'))
      .filter((entry) => own(entry, 'empty_layer') !== true)
      .map((entry) => own(entry, 'created'));
    let parent = -1;
    return layers.map(({mediaType, size, digest}, at) => {
      const annotations = {
        'containerd.io/uncompressed': String(diffIds[at]),
        ...(typeof times[at] === 'string' && {'buildkit/createdat': times[at]}),
      };
      if (!this.#descriptors.has(digest)) this.#descriptors.set(digest, {mediaType, size, digest, annotations});
      parent = numberIn(this.#chain, `${parent} ${digest}`, this.#layers, () => ({blob: digest, parent}));
      return parent;
    });
  }

  /** What is the same step of the same steps is one record, with the layers that any image has of it. */
  #addRecord(at: number, image: Numbered): number {
    const {records, layers, places} = image;
    const known = places.get(at);
    if (known !== undefined) return known;
    const record = records[at];
    if (record === undefined) throw new SyntaxError(`the cache has no record ${at}`);
    // A record that leads to itself would be followed for ever.
    places.set(at, -1);
    const inputs = (record.inputs ?? []).map((alternatives) =>
      alternatives
        .map(({selector, link = 0}) => ({...(selector && {selector}), link: this.#addRecord(link, image)}))
        .sort((a, b) => a.link - b.link || (`${a.selector}` < `${b.selector}` ? -1 : 1)),
    );
    const key = JSON.stringify([record.digest, inputs]);
    const place = numberIn(this.#known, key, this.#records, () => ({digest: record.digest, inputs, layers: []}));
    places.set(at, place);
    const results = this.#records[place]?.layers ?? [];
    for (const {layer, createdAt} of record.layers ?? []) {
      const number = layers[layer];
      if (number !== undefined && !results.some((result) => result.layer === number))
        results.push({layer: number, ...(createdAt !== undefined && {createdAt})});
    }
    return place;
  }
}

/** The records of an image, with the numbers of its layers and of those records that have one already. */
interface Numbered {
  readonly records: readonly Record[];
  readonly layers: readonly number[];
  readonly places: Map<number, number>;
}

function numberIn<T>(numbers: Map<string, number>, key: string, list: T[], make: () => T): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const number = list.push(make()) - 1;
  numbers.set(key, number);
  return number;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
