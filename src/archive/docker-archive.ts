/**
 * An image as every engine loads it. Engines with a graph driver do not load an OCI layout alone, Docker 20.10 knows no
 * zstd; plain and gzip layers named by a manifest.json load everywhere (measured on Docker 20.10, 28 with either store,
 * Podman 4). The containerd store makes a manifest of its own of this: where it may choose, give it the layout itself.
 */
import {createHash} from 'node:crypto';
import type {Readable} from 'node:stream';
import {compressionOf, TELLING} from './compression.ts';
import {encodeHeader} from './encode.ts';
import {ArchiveError} from './errors.ts';
import {BLOCK} from './header.ts';
import type {ArchivedImage, Layer} from './image-archive.ts';
import {asReadable} from './open.ts';
import {padding} from './scan.ts';

export interface DockerArchiveOptions {
  /** `repository:tag` each; default those in the archive. */
  readonly names?: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * The image as a tar with manifest.json, config and layers, the same bytes each time. Every blob is verified before its
 * last bytes are out; a wrong one fails the stream, so that no engine ends with half an image.
 */
export function toDockerArchive(image: ArchivedImage, options: DockerArchiveOptions): Readable {
  return asReadable(archive(image, options), options.signal);
}

async function* archive(image: ArchivedImage, {names = image.names, signal}: DockerArchiveOptions) {
  const config = `${createHash('sha256').update(image.config).digest('hex')}.json`;
  const layers = image.layers.map(({diffId}) => `${diffId.replace(/^.*:/, '')}.tar`);
  yield* small('manifest.json', Buffer.from(JSON.stringify([{Config: config, RepoTags: names, Layers: layers}])));
  yield* small(config, image.config);
  const done = new Set<string>();
  for (const [i, layer] of image.layers.entries()) {
    const name = layers[i] ?? '';
    // Two layers can be the same.
    if (done.has(name)) continue;
    done.add(name);
    const {size, content} = await loadable(layer, signal);
    yield encodeHeader({name, size});
    let length = 0;
    for await (const piece of content) {
      length += piece.length;
      yield piece;
    }
    if (length !== size) throw new ArchiveError(`${layer.subject} was ${size} bytes long and now is ${length}`);
    yield Buffer.alloc(padding(size));
  }
  yield Buffer.alloc(2 * BLOCK);
}

function* small(name: string, content: Buffer): Generator<Buffer> {
  yield encodeHeader({name, size: content.length});
  yield content;
  yield Buffer.alloc(padding(content.length));
}

interface Loadable {
  readonly size: number;
  readonly content: AsyncIterable<Buffer>;
}

/** The layer in a form that all engines know. A tar wants sizes in front, so what is decompressed is counted before. */
async function loadable(layer: Layer, signal: AbortSignal): Promise<Loadable> {
  let first = Buffer.alloc(0);
  let size = 0;
  for await (const piece of layer.read(signal)) {
    if (first.length < TELLING) first = Buffer.concat([first, piece.subarray(0, TELLING)]);
    size += piece.length;
  }
  if (compressionOf(first) !== 'zstd') return {size, content: layer.read(signal)};
  size = 0;
  for await (const piece of layer.tar(signal)) size += piece.length;
  return {size, content: layer.tar(signal)};
}
