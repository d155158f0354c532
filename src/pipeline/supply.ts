/**
 * Brings images, which are here in parts, into repositories: each blob is sent to a registry once, as soon as it is here,
 * and mounted into the other repositories there.
 */
import {findBlob, openBlob, readBlob} from '../registry/blob.ts';
import type {BlobStore} from '../registry/blob-store.ts';
import type {RegistryClient} from '../registry/client.ts';
import {blobsOf, inParallel} from '../registry/copy.ts';
import type {Descriptor} from '../registry/descriptor.ts';
import type {Digest} from '../registry/digest.ts';
import {isIndexType} from '../registry/image-manifest.ts';
import {type Manifest, putManifest} from '../registry/manifest.ts';
import {type Reference, uniqueRepositories} from '../registry/reference.ts';
import {type BlobSource, putBlob, type Uploaded} from '../registry/upload.ts';

export interface SupplyTools {
  readonly client: RegistryClient;
  readonly store: BlobStore;
  readonly signal: AbortSignal;
}

/** Fewer than there are connections, as the short calls between need some, too. */
const SENT_AT_ONCE = 4;

export class Supply {
  readonly #tools: SupplyTools;
  /** The first repository of each registry, which blobs are sent to. */
  readonly #first = new Map<string, Reference>();
  /** Which the store's gaps are in. */
  readonly #home: Reference | undefined;
  readonly #sending = new Map<string, Promise<Uploaded>>();
  readonly #gates = new Map<string, Gate>();

  constructor(repositories: readonly Reference[], tools: SupplyTools) {
    this.#tools = tools;
    const all = uniqueRepositories(repositories);
    this.#home = all[0];
    for (const repository of all)
      if (!this.#first.has(repository.registry)) this.#first.set(repository.registry, repository);
  }

  /** Bytes of a blob that the first repository has already, so that nobody has to bring it here. */
  async sizeThere(digest: Digest): Promise<number | undefined> {
    if (this.#home === undefined) return undefined;
    const {client, signal} = this.#tools;
    // A registry that does not answer is told of when something is written to it.
    return (await findBlob(client, this.#home, digest, {signal}).catch(() => undefined))?.size;
  }

  /** Begins to send a blob that is here now. */
  arrived(blob: BlobSource): void {
    for (const repository of this.#first.values()) this.#send(repository, blob).catch(() => {});
  }

  /** A blob as a whole, wherever it is. */
  async read(blob: Descriptor): Promise<Uint8Array> {
    const stored = this.#tools.store.get(blob.digest);
    if (stored !== undefined) return wholeOf(stored);
    const {client, signal} = this.#tools;
    return readBlob(client, this.#home as Reference, blob, {signal});
  }

  /** Manifests by digest, in this order, with their blobs. Throws RegistryError. */
  async bring(manifests: readonly Manifest[], to: Reference): Promise<void> {
    const {client, signal} = this.#tools;
    for (const manifest of manifests) {
      if (!isIndexType(manifest.mediaType))
        await inParallel(blobsOf(manifest), SENT_AT_ONCE, (blob) => this.#bringBlob(blob, to));
      await putManifest(client, {...to, digest: manifest.digest}, manifest, {signal});
    }
  }

  async #bringBlob(blob: Descriptor, to: Reference): Promise<void> {
    const first = this.#first.get(to.registry) ?? to;
    const source = this.#sourceOf(blob);
    await this.#send(first, source);
    if (first.path === to.path) return;
    const {client, signal} = this.#tools;
    await putBlob(client, to, source, {mountFrom: first.path, signal});
  }

  #sourceOf({digest, size}: Descriptor): BlobSource {
    const {client, store, signal} = this.#tools;
    const home = this.#home as Reference;
    return store.get(digest) ?? {digest, size, open: (from) => openBlob(client, home, digest, {from, signal})};
  }

  #send(repository: Reference, blob: BlobSource): Promise<Uploaded> {
    const key = `${repository.registry} ${blob.digest}`;
    const known = this.#sending.get(key);
    if (known !== undefined) return known;
    const gate = this.#gates.get(repository.registry) ?? new Gate(SENT_AT_ONCE);
    this.#gates.set(repository.registry, gate);
    const {client, signal} = this.#tools;
    const sending = gate.pass(() => putBlob(client, repository, blob, {signal}));
    this.#sending.set(key, sending);
    return sending;
  }
}

async function wholeOf(blob: BlobSource): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of blob.open(0)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Lets so many through at the same time, in the order they came. */
class Gate {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(free: number) {
    this.#free = free;
  }

  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#free -= 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }
}
