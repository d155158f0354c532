/**
 * Blobs on disk on their way to registries, so that each can be sent as often as it takes, to as many places as there are.
 * Whoever gives the directory also removes it.
 */
import {createHash} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {type FileHandle, open, rename, rm} from 'node:fs/promises';
import {join} from 'node:path';
import type {Digest} from './digest.ts';
import type {BlobSource} from './upload.ts';

/** A blob that is being written. */
export interface IncomingBlob {
  /** Bytes so far. */
  readonly size: number;
  write(chunk: Uint8Array): Promise<void>;
  /** Ends it. Undefined when its bytes are not those of the digest, and then nothing is kept. */
  finish(expected: Digest): Promise<BlobSource | undefined>;
  /** Ends it, whatever it is. */
  finishUnnamed(): Promise<BlobSource>;
  /** Gives it up. */
  discard(): Promise<void>;
}

export class BlobStore {
  readonly #directory: string;
  readonly #blobs = new Map<string, BlobSource>();
  #count = 0;

  /** `directory` is nobody else's. */
  constructor(directory: string) {
    this.#directory = directory;
  }

  get(digest: string): BlobSource | undefined {
    return this.#blobs.get(digest);
  }

  async begin(): Promise<IncomingBlob> {
    this.#count += 1;
    const path = join(this.#directory, `incoming-${this.#count}`);
    const file = await open(path, 'wx', 0o600);
    return new Incoming(path, file, (digest, size) => this.#keep(path, digest, size));
  }

  async #keep(path: string, digest: Digest, size: number): Promise<BlobSource> {
    const known = this.#blobs.get(digest);
    if (known !== undefined) {
      await rm(path, {force: true});
      return known;
    }
    const place = join(this.#directory, digest.slice('sha256:'.length));
    await rename(path, place);
    const blob: BlobSource = {
      digest,
      size,
      open: (from) => createReadStream(place, {start: from, highWaterMark: 256 * 1024}),
    };
    this.#blobs.set(digest, blob);
    return blob;
  }
}

class Incoming implements IncomingBlob {
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #keep: (digest: Digest, size: number) => Promise<BlobSource>;
  readonly #hash = createHash('sha256');
  #size = 0;

  constructor(path: string, file: FileHandle, keep: (digest: Digest, size: number) => Promise<BlobSource>) {
    this.#path = path;
    this.#file = file;
    this.#keep = keep;
  }

  get size(): number {
    return this.#size;
  }

  async write(chunk: Uint8Array): Promise<void> {
    this.#hash.update(chunk);
    this.#size += chunk.length;
    await this.#file.writeFile(chunk);
  }

  async finish(expected: Digest): Promise<BlobSource | undefined> {
    await this.#file.close();
    if (this.#digest() === expected) return this.#keep(expected, this.#size);
    await rm(this.#path, {force: true});
    return undefined;
  }

  async finishUnnamed(): Promise<BlobSource> {
    await this.#file.close();
    return this.#keep(this.#digest(), this.#size);
  }

  async discard(): Promise<void> {
    await this.#file.close();
    await rm(this.#path, {force: true});
  }

  #digest(): Digest {
    return `sha256:${this.#hash.digest('hex')}` as Digest;
  }
}
