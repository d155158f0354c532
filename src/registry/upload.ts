/**
 * Writing blobs (OCI distribution-spec, "Pushing blobs"): not what is there, by mount where another repository of the
 * registry has it, else in one piece; after a fault from where the registry got to, and in pieces where it takes no large
 * ones.
 */
import {createHash} from 'node:crypto';
import {type BlobAddress, hasBlob} from './blob.ts';
import type {CallOptions, RegistryCall, RegistryClient} from './client.ts';
import {RegistryError} from './errors.ts';
import type {HttpAnswer} from './exchange.ts';
import {checkLocation} from './origin.ts';
import {familiarRepository, type Reference} from './reference.ts';

/** Something to upload. */
export interface BlobSource extends BlobAddress {
  /** The bytes from this one on; may be asked for several times. */
  open(from: number): AsyncIterable<Uint8Array>;
}

export interface UploadOptions extends CallOptions {
  /** Repository of the same registry that may have the blob. */
  readonly mountFrom?: string | undefined;
  /** Told of each piece that left. */
  readonly onSent?: ((bytes: number) => void) | undefined;
  /** Bytes of each piece, where the registry takes no large ones; 32 MiB. */
  readonly pieceBytes?: number | undefined;
}

export type Uploaded = 'there' | 'mounted' | 'sent';

const PIECE_BYTES = 32 * 1024 * 1024;
/** How often an upload whose place was lost is looked up again, without that being a fault. */
const MOST_LOOKS = 3;

/**
 * Puts a blob into a repository. Throws RegistryError, with code DIGEST_MISMATCH when the source gives other bytes, or
 * what the source throws.
 */
export async function putBlob(
  client: RegistryClient,
  repository: Reference,
  blob: BlobSource,
  options: UploadOptions = {},
): Promise<Uploaded> {
  if (await hasBlob(client, repository, blob.digest, options)) return 'there';
  const upload = new Upload(client, repository, blob, options);
  const {mountFrom} = options;
  if (mountFrom !== undefined && mountFrom !== repository.path && (await upload.mount(mountFrom))) return 'mounted';
  await upload.send();
  return 'sent';
}

/** Where the registry wants the next bytes. */
interface Place {
  readonly url: URL;
  /** Bytes that it has. */
  readonly offset: number;
  /** The least it takes at once, but for the last piece. */
  readonly least: number;
}

class Upload {
  readonly #client: RegistryClient;
  readonly #repository: Reference;
  readonly #blob: BlobSource;
  readonly #options: UploadOptions;
  readonly #what: string;
  readonly #checked: CheckedSource;
  #place: Place | undefined;
  #inPieces = false;

  constructor(client: RegistryClient, repository: Reference, blob: BlobSource, options: UploadOptions) {
    this.#client = client;
    this.#repository = repository;
    this.#blob = blob;
    this.#options = options;
    this.#what = `upload blob ${blob.digest.slice(0, 19)} to ${familiarRepository(repository)}`;
    this.#checked = new CheckedSource(blob, repository, options.onSent);
  }

  /** Whether that was possible. A registry that cannot begins an upload instead, which `send` then goes on with. */
  async mount(from: string): Promise<boolean> {
    const query = {mount: this.#blob.digest, from};
    try {
      return await this.#client.retrying(
        this.#what,
        () =>
          this.#call({method: 'POST', path: ['blobs', 'uploads', ''], query, readsFrom: from}, async (answer) => {
            await answer.discard();
            if (answer.status === 201) return true;
            this.#place = placeOf(answer, 0);
            return false;
          }),
        this.#options.signal,
      );
    } catch (error) {
      // Mounting only saves time: an account that may not read there can still upload here.
      if (error instanceof RegistryError && error.status >= 400 && error.status < 500) return false;
      throw error;
    }
  }

  async send(): Promise<void> {
    const {signal} = this.#options;
    const failed = this.#client.waitingAfter(this.#what, signal);
    let looks = 0;
    try {
      for (;;) {
        try {
          this.#place ??= await this.#begin();
          await this.#sendFrom(this.#place);
          return;
        } catch (error) {
          const status = error instanceof RegistryError ? error.status : undefined;
          const isTooLarge = status === 413 && !this.#inPieces;
          if (isTooLarge) this.#inPieces = true;
          // The place may have been given up (404), or be another one than we believe (416).
          const isLost = (status === 404 || status === 416) && this.#place !== undefined && looks < MOST_LOOKS;
          if (isLost) looks += 1;
          if (!isTooLarge && !isLost) await failed(error);
          // The answer alone may have been lost.
          if (await hasBlob(this.#client, this.#repository, this.#blob.digest, {signal})) return;
          this.#place = isTooLarge ? undefined : await this.#look(this.#place);
        }
      }
    } catch (error) {
      if (this.#place !== undefined && !signal?.aborted) await this.#giveUp(this.#place);
      throw error;
    }
  }

  #begin(): Promise<Place> {
    return this.#call(
      {method: 'POST', path: ['blobs', 'uploads', ''], headers: {'content-length': '0'}},
      async (answer) => {
        await answer.discard();
        return placeOf(answer, 0);
      },
    );
  }

  /** In one piece where all is still to be sent, as then one call does it. */
  async #sendFrom(place: Place): Promise<void> {
    const {digest, size} = this.#blob;
    if (place.offset === 0 && !this.#inPieces) {
      await this.#call(
        {
          method: 'PUT',
          path: place.url,
          query: {digest},
          headers: {'content-type': 'application/octet-stream', 'content-length': String(size)},
          body: size === 0 ? new Uint8Array() : () => this.#checked.read(0, size),
          isLong: true,
        },
        (answer) => this.#finish(answer),
      );
      return;
    }
    while (place.offset < size) {
      // As far as it got, for whoever looks after a fault.
      this.#place = place = await this.#sendPiece(place);
    }
    const headers = {'content-length': '0'};
    await this.#call({method: 'PUT', path: place.url, query: {digest}, headers, isLong: true}, (answer) =>
      this.#finish(answer),
    );
  }

  #sendPiece({url, offset, least}: Place): Promise<Place> {
    const most = this.#inPieces ? Math.max(this.#options.pieceBytes ?? PIECE_BYTES, least) : this.#blob.size;
    const end = Math.min(offset + most, this.#blob.size);
    const headers = {
      'content-type': 'application/octet-stream',
      'content-length': String(end - offset),
      'content-range': `${offset}-${end - 1}`,
    };
    const body = () => this.#checked.read(offset, end);
    return this.#call({method: 'PATCH', path: url, headers, body, isLong: true}, async (answer) => {
      await answer.discard();
      const place = placeOf(answer, end, least);
      if (place.offset > offset) return place;
      throw new RegistryError('the registry took nothing of what was sent', {status: 502, host: answer.url.host});
    });
  }

  /** Where the upload stands after a fault; undefined when it has to begin anew. */
  async #look(place: Place | undefined): Promise<Place | undefined> {
    if (place === undefined) return undefined;
    try {
      return await this.#call({method: 'GET', path: place.url}, async (answer) => {
        await answer.discard();
        return placeOf(answer, 0, place.least);
      });
    } catch (error) {
      if (error instanceof RegistryError) return undefined;
      throw error;
    }
  }

  async #giveUp(place: Place): Promise<void> {
    try {
      await this.#call({method: 'DELETE', path: place.url}, (answer) => answer.discard());
    } catch {
      // The registry forgets it by itself after a while.
    }
  }

  async #finish(answer: HttpAnswer): Promise<void> {
    await answer.discard();
    const [told] = answer.header('docker-content-digest');
    if (told !== undefined && told !== this.#blob.digest) throw otherBytes(this.#blob, told, this.#repository);
  }

  #call<T>(call: Omit<RegistryCall, 'what' | 'actions'>, use: (answer: HttpAnswer) => Promise<T>): Promise<T> {
    const {signal} = this.#options;
    const options = {...call, what: this.#what, actions: 'pull,push'} as const;
    return this.#client.call(this.#repository, options, {signal}, use);
  }
}

/** `offset` is what an answer without a range means. */
function placeOf(answer: HttpAnswer, offset: number, least = 0): Place {
  const [location] = answer.header('location');
  if (location === undefined) {
    throw new RegistryError('the registry did not say where to upload to', {
      status: answer.status,
      host: answer.url.host,
    });
  }
  const [, last] = /^(?:bytes=)?0-(\d+)$/.exec(answer.header('range')[0] ?? '') ?? [];
  // "0-0" is how registries write that there is nothing.
  const there = last === undefined ? offset : last === '0' ? 0 : Number(last) + 1;
  const told = Number(answer.header('oci-chunk-min-length')[0]);
  return {url: checkLocation(answer.url, location), offset: there, least: told > 0 ? told : least};
}

/** Hashes what passes for the first time, whatever is read again after faults, and withholds the end of wrong bytes. */
class CheckedSource {
  readonly #blob: BlobSource;
  readonly #repository: Reference;
  readonly #onSent: ((bytes: number) => void) | undefined;
  readonly #hash = createHash('sha256');
  /** Bytes that were hashed. */
  #hashed = 0;
  #isChecked = false;

  constructor(blob: BlobSource, repository: Reference, onSent: ((bytes: number) => void) | undefined) {
    this.#blob = blob;
    this.#repository = repository;
    this.#onSent = onSent;
  }

  async *read(from: number, end: number): AsyncGenerator<Uint8Array> {
    let at = from;
    for await (const chunk of this.#blob.open(from)) {
      const piece = chunk.subarray(0, end - at);
      this.#check(piece, at);
      at += piece.length;
      yield piece;
      this.#onSent?.(piece.length);
      if (at === end) return;
    }
    throw otherBytes(this.#blob, `an end after ${at} bytes, not ${end}`, this.#repository);
  }

  #check(piece: Uint8Array, at: number): void {
    const isNew = at + piece.length > this.#hashed && at <= this.#hashed;
    if (isNew) {
      this.#hash.update(piece.subarray(this.#hashed - at));
      this.#hashed = at + piece.length;
    }
    if (this.#hashed !== this.#blob.size || this.#isChecked) return;
    const got = `sha256:${this.#hash.digest('hex')}`;
    if (got !== this.#blob.digest) throw otherBytes(this.#blob, got, this.#repository);
    this.#isChecked = true;
  }
}

function otherBytes({digest}: BlobSource, got: string, {registry, path}: Reference): RegistryError {
  return new RegistryError(`what was sent has ${got.startsWith('sha256:') ? 'digest ' : ''}${got}, not ${digest}`, {
    status: 0,
    code: 'DIGEST_MISMATCH',
    host: registry,
    repository: path,
    hint: 'the image was damaged on its way here; run the step again',
  });
}
