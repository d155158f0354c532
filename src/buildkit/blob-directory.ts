/**
 * Blobs in a directory of the form of an OCI image layout (image-spec "OCI Image Layout Specification"): what local
 * caches and `oci-layout` contexts are. A blob stands under its name only once its bytes were seen to have that digest
 * (hardening E7).
 */
import {createHash, type Hash, randomBytes} from 'node:crypto';
import {type FileHandle, mkdir, open, readFile, rename, rm, stat, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';

/** As an index names it. */
export interface LayoutDescriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

/** A digest, or an index, that is none. */
export class InvalidLayout extends Error {
  override readonly name = 'InvalidLayout';
}

const TAG = 'org.opencontainers.image.ref.name';

export class BlobDirectory {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** Bytes; undefined when it is not here. Throws InvalidLayout for a text that is no digest. */
  async size(digest: string): Promise<number | undefined> {
    return (await stat(this.#file(digest)).catch(() => undefined))?.size;
  }

  /** Throws when it is not here. */
  open(digest: string): Promise<FileHandle> {
    return open(this.#file(digest), 'r');
  }

  /** A blob in the making. */
  async create(): Promise<NewBlob> {
    const ingest = join(this.path, 'ingest');
    await mkdir(ingest, {recursive: true});
    const file = join(ingest, randomBytes(16).toString('hex'));
    return new NewBlob(await open(file, 'wx'), file, (digest) => this.#file(digest));
  }

  /**
   * What the index has under a tag or a digest, or the only thing it has when neither is asked for; undefined when there is
   * no such thing, or no index. Throws InvalidLayout.
   */
  async find(image: string | undefined): Promise<LayoutDescriptor | undefined> {
    const manifests = await this.#manifests();
    const named = manifests.filter(({digest, tag}) => image === undefined || image === digest || image === tag);
    return image === undefined && named.length > 1 ? undefined : named[0];
  }

  /** Puts a descriptor under a tag into the index; what had it before loses it. */
  async tag(descriptor: LayoutDescriptor, tag: string): Promise<void> {
    const others = (await this.#manifests()).filter((known) => known.tag !== tag);
    const manifests = [...others, {...descriptor, tag}].map(({mediaType, digest, size, tag: name}) => ({
      mediaType,
      digest,
      size,
      ...(name !== undefined && {annotations: {[TAG]: name}}),
    }));
    await this.#replace('index.json', {schemaVersion: 2, manifests});
    await this.#replace('oci-layout', {imageLayoutVersion: '1.0.0'});
  }

  async #manifests(): Promise<ReadonlyArray<LayoutDescriptor & {readonly tag: string | undefined}>> {
    const text = await readFile(join(this.path, 'index.json'), 'utf8').catch(() => undefined);
    if (text === undefined) return [];
    try {
      const {manifests} = JSON.parse(text) as {manifests: readonly Manifest[]};
      return manifests.map(({mediaType, digest, size, annotations}) => ({
        mediaType: String(mediaType),
        digest: checked(digest),
        size: Number(size),
        tag: annotations?.[TAG],
      }));
    } catch (error) {
      throw new InvalidLayout(`${join(this.path, 'index.json')} is no index: ${(error as Error).message}`);
    }
  }

  async #replace(name: string, value: unknown): Promise<void> {
    const file = join(this.path, `${name}.${randomBytes(8).toString('hex')}`);
    await writeFile(file, JSON.stringify(value), {flag: 'wx'});
    await rename(file, join(this.path, name));
  }

  #file(digest: string): string {
    return join(this.path, 'blobs', 'sha256', checked(digest).slice('sha256:'.length));
  }
}

interface Manifest {
  readonly mediaType: unknown;
  readonly digest: string;
  readonly size: unknown;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** It becomes the name of a file, so nothing else may pass. */
function checked(digest: string): string {
  if (/^sha256:[0-9a-f]{64}$/.test(digest)) return digest;
  throw new InvalidLayout(`"${String(digest).slice(0, 100)}" is not a digest of sha256`);
}

/** Written from start to end, then kept or thrown away. */
export class NewBlob {
  readonly #handle: FileHandle;
  readonly #path: string;
  readonly #place: (digest: string) => string;
  readonly #hash: Hash = createHash('sha256');
  #size = 0;

  constructor(handle: FileHandle, path: string, place: (digest: string) => string) {
    this.#handle = handle;
    this.#path = path;
    this.#place = place;
  }

  get size(): number {
    return this.#size;
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#hash.update(bytes);
    await this.#handle.writeFile(bytes);
    this.#size += bytes.length;
  }

  /** Gives the digest. Throws InvalidLayout when another one was expected; then nothing is kept. */
  async keep(expected: string): Promise<string> {
    const digest = `sha256:${this.#hash.digest('hex')}`;
    if (expected !== '' && expected !== digest) {
      await this.drop();
      throw new InvalidLayout(`a blob that should be ${expected} is ${digest}`);
    }
    await this.#handle.close();
    const place = this.#place(digest);
    await mkdir(dirname(place), {recursive: true});
    await rename(this.#path, place);
    return digest;
  }

  async drop(): Promise<void> {
    await this.#handle.close().catch(() => {});
    await rm(this.#path, {force: true});
  }
}
