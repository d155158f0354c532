/**
 * A registry on the loopback of this machine that an engine can push to, and that keeps what it gets for us: blobs on
 * disk, manifests in memory. So the engine never sees the credentials of the real registries, no tag is needed there, and
 * whatever goes wrong on the way there is ours to try again. Serves what engines use of the OCI distribution-spec
 * ("Push"); the sequences were measured on Docker 20.10, on 28 with both image stores, and on Podman 4.
 */
import {randomBytes, timingSafeEqual} from 'node:crypto';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {setTimeout as sleep} from 'node:timers/promises';
import type {BlobStore, IncomingBlob} from './blob-store.ts';
import {type Digest, digestOf, isDigest} from './digest.ts';
import {listenOnLoopback} from './loopback.ts';
import {MANIFEST_TYPES, type Manifest, manifestMediaType} from './manifest.ts';
import type {BlobSource} from './upload.ts';

export interface RelayOptions {
  readonly store: BlobStore;
  /** Bytes of a blob that need not be sent, as it is where it is to go already. */
  readonly sizeElsewhere: (digest: Digest) => Promise<number | undefined>;
  /** Told of each blob as soon as it is whole; not of those in open repositories, which wait in the store. */
  readonly onBlob: (blob: BlobSource) => void;
}

/** What was pushed to one slot. */
export interface Received {
  /** In the order of arrival; of an index, its children come before it. */
  readonly manifests: readonly Manifest[];
  /** What the tag stands for. */
  readonly top: Manifest | undefined;
}

export interface Relay extends AsyncDisposable {
  /** `127.0.0.1:port`. */
  readonly host: string;
  /** Repository to push to, which holds a secret of its own; `slot` of lower-case letters and digits. */
  repository(slot: string): string;
  /** The same for builders that push without a login; to know its secret is all that it takes. */
  openRepository(slot: string): string;
  /** That secret. */
  readonly openNonce: string;
  readonly username: string;
  readonly password: string;
  /** How often anybody came by, with the right secret or not. */
  readonly visits: number;
  received(slot: string): Received;
}

/** For a blob that another build was told to upload. */
const PATIENCE_MS = 60_000;
const MANIFEST_LIMIT = 8 * 1024 * 1024;
/** The one form that Podman falls back to, and nobody wants. */
const SCHEMA_1 = /vnd\.docker\.distribution\.manifest\.v1\+/;

/** Listens on a port of its own until it is disposed of. */
export async function startRelay(options: RelayOptions): Promise<Relay> {
  const service = new RelayService(options);
  const loopback = await listenOnLoopback((request, response) => service.serve(request, response));
  return {
    host: loopback.host,
    repository: (slot) => `${service.nonce}/${slot}`,
    openRepository: (slot) => `${service.openNonce}/${slot}`,
    openNonce: service.openNonce,
    username: USERNAME,
    password: service.password,
    get visits() {
      return service.visits;
    },
    received: (slot) => ({manifests: service.manifests.get(slot) ?? [], top: service.tagged.get(slot)}),
    [Symbol.asyncDispose]: () => loopback[Symbol.asyncDispose](),
  };
}

const USERNAME = 'stowage';

class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

class RelayService {
  /** Begins every repository; nobody who does not know it gets anywhere. */
  readonly nonce = newNonce();
  /** The same for those that ask for no login. */
  readonly openNonce = newNonce();
  readonly password = randomBytes(24).toString('hex');
  readonly manifests = new Map<string, Manifest[]>();
  readonly tagged = new Map<string, Manifest>();
  visits = 0;
  readonly #options: RelayOptions;
  readonly #uploads = new Map<string, IncomingBlob>();
  /**
   * Blobs that a builder was told to upload, by digest. BuildKit asks for each and uploads at once what is not there, so
   * platforms that share a layer would send it several times.
   */
  readonly #coming = new Map<string, PromiseWithResolvers<void>>();
  readonly #authorization: string;

  constructor(options: RelayOptions) {
    this.#options = options;
    this.#authorization = `Basic ${Buffer.from(`${USERNAME}:${this.password}`).toString('base64')}`;
  }

  serve(request: IncomingMessage, response: ServerResponse): void {
    this.visits += 1;
    this.#answer(request, response).catch((error: unknown) => {
      const {status, code} = error instanceof Refused ? error : {status: 500, code: 'UNKNOWN'};
      const message = error instanceof Error ? error.message : 'unknown';
      if (!response.headersSent)
        response.writeHead(status, {'content-type': 'application/json', ...(status === 401 && CHALLENGE)});
      response.end(JSON.stringify({errors: [{code, message}]}));
      request.resume();
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const {method = ''} = request;
    const url = new URL(request.url ?? '', 'http://relay');
    const [, nonce, slot = '', kind, rest = ''] =
      /^\/v2\/([a-z0-9]+)\/([a-z0-9]+)\/(manifests|blobs\/uploads|blobs)\/(.*)$/.exec(url.pathname) ?? [];
    const isOpen = nonce !== undefined && isSame(nonce, this.openNonce);
    if (!isOpen) this.#admit(request);
    if (url.pathname === '/v2/' || url.pathname === '/v2') return void end(response, 200);
    if (!isOpen && nonce !== this.nonce) throw new Refused(404, 'NAME_UNKNOWN', 'there is no such repository here');
    const place = {root: `/v2/${nonce}/${slot}`, isOpen};
    if (kind === 'manifests') return this.#manifest(slot, rest, {request, response, method});
    if (kind === 'blobs') return this.#blob(rest, isOpen, {request, response, method});
    return this.#upload(place, rest, url.searchParams, {request, response, method});
  }

  #admit({headers}: IncomingMessage): void {
    if (!isSame(headers.authorization ?? '', this.#authorization))
      throw new Refused(401, 'UNAUTHORIZED', 'a login is needed');
  }

  async #manifest(slot: string, reference: string, {request, response, method}: Exchange): Promise<void> {
    if (method === 'PUT') return this.#takeManifest(slot, reference, {request, response, method});
    // A tag is never there, so that the engine pushes.
    const found = this.manifests.get(slot)?.find(({digest}) => digest === reference);
    if (found === undefined) throw new Refused(404, 'MANIFEST_UNKNOWN', 'there is no such manifest here');
    const headers = {'content-type': found.mediaType, 'docker-content-digest': found.digest};
    response.writeHead(200, {...headers, 'content-length': found.bytes.length});
    response.end(method === 'HEAD' ? undefined : found.bytes);
  }

  async #takeManifest(slot: string, reference: string, {request, response}: Exchange): Promise<void> {
    const type = request.headers['content-type'] ?? '';
    if (SCHEMA_1.test(type)) throw new Refused(400, 'MANIFEST_INVALID', 'manifests of schema 1 are not taken');
    const bytes = await readAll(request, MANIFEST_LIMIT);
    const digest = digestOf(bytes);
    if (isDigest(reference) && reference !== digest)
      throw new Refused(400, 'DIGEST_INVALID', `the manifest has digest ${digest}`);
    const media = manifestMediaType(type, bytes);
    if (media.kind === 'bad')
      throw new Refused(400, 'MANIFEST_INVALID', `${media.reason}; wanted: ${MANIFEST_TYPES.join()}`);
    const list = this.manifests.get(slot) ?? [];
    const manifest = {digest, mediaType: media.value, bytes};
    if (!list.some((known) => known.digest === digest)) list.push(manifest);
    if (!isDigest(reference)) this.tagged.set(slot, manifest);
    this.manifests.set(slot, list);
    end(response, 201, {'docker-content-digest': digest, location: `${request.url}`});
  }

  async #blob(digest: string, isOpen: boolean, {response, method}: Exchange): Promise<void> {
    if (!isDigest(digest)) throw new Refused(400, 'DIGEST_INVALID', 'that is no digest');
    let size = await this.#sizeOf(digest);
    const coming = this.#coming.get(digest);
    if (size === undefined && isOpen && coming !== undefined) {
      await Promise.race([coming.promise, sleep(PATIENCE_MS, undefined, {ref: false})]);
      size = await this.#sizeOf(digest);
    } else if (size === undefined && isOpen) this.#coming.set(digest, Promise.withResolvers());
    if (method !== 'HEAD' || size === undefined) throw new Refused(404, 'BLOB_UNKNOWN', 'there is no such blob here');
    const type = {'content-type': 'application/octet-stream'};
    response.writeHead(200, {...type, 'content-length': size, 'docker-content-digest': digest}).end();
  }

  async #sizeOf(digest: Digest): Promise<number | undefined> {
    return this.#options.store.get(digest)?.size ?? (await this.#options.sizeElsewhere(digest));
  }

  async #upload({root, isOpen}: Place, id: string, query: URLSearchParams, exchange: Exchange): Promise<void> {
    const {request, response, method} = exchange;
    if (method === 'POST') return this.#begin(root, query, response);
    const upload = this.#uploads.get(id);
    if (upload === undefined) throw new Refused(404, 'BLOB_UPLOAD_UNKNOWN', 'there is no such upload here');
    const location = `${root}/blobs/uploads/${id}`;
    const where = () => ({location, range: `0-${Math.max(0, upload.size - 1)}`, 'docker-upload-uuid': id});
    switch (method) {
      case 'GET':
        return end(response, 204, where());
      case 'DELETE':
        this.#uploads.delete(id);
        await upload.discard();
        return end(response, 204);
      case 'PATCH':
        await this.#append(id, upload, request);
        return end(response, 202, where());
      case 'PUT': {
        const digest = query.get('digest') ?? '';
        const blob = await this.#finish(id, upload, {request, digest}).finally(() => this.#settle(digest));
        if (blob === undefined) throw new Refused(400, 'DIGEST_INVALID', 'the blob has another digest');
        if (!isOpen) this.#options.onBlob(blob);
        const headers = {location: `${root}/blobs/${digest}`, 'docker-content-digest': digest};
        return end(response, 201, headers);
      }
      default:
        throw new Refused(405, 'UNSUPPORTED', 'that is not done here');
    }
  }

  async #finish(
    id: string,
    upload: IncomingBlob,
    {request, digest}: {readonly request: IncomingMessage; readonly digest: string},
  ): Promise<BlobSource | undefined> {
    await this.#append(id, upload, request);
    this.#uploads.delete(id);
    return isDigest(digest) ? upload.finish(digest) : undefined;
  }

  /** Whether it is here now or not, nobody is to wait for it any longer. */
  #settle(digest: string): void {
    this.#coming.get(digest)?.resolve();
    this.#coming.delete(digest);
  }

  async #begin(root: string, query: URLSearchParams, response: ServerResponse): Promise<void> {
    const wanted = query.get('mount') ?? '';
    // A mount from wherever is as good as a blob that is here; from where does not matter, as engines mix up hosts.
    if (this.#options.store.get(wanted) !== undefined) {
      const headers = {location: `${root}/blobs/${wanted}`, 'docker-content-digest': wanted};
      return end(response, 201, headers);
    }
    const id = randomBytes(16).toString('hex');
    this.#uploads.set(id, await this.#options.store.begin());
    end(response, 202, {location: `${root}/blobs/uploads/${id}`, range: '0-0', 'docker-upload-uuid': id});
  }

  /** A connection that is cut takes the upload with it: the engine begins a new one. */
  async #append(id: string, upload: IncomingBlob, request: IncomingMessage): Promise<void> {
    try {
      for await (const chunk of request as AsyncIterable<Buffer>) await upload.write(chunk);
    } catch (error) {
      if (this.#uploads.delete(id)) await upload.discard();
      throw error;
    }
  }
}

interface Place {
  /** Path of the repository. */
  readonly root: string;
  /** Asks for no login. */
  readonly isOpen: boolean;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
}

function newNonce(): string {
  return `n${randomBytes(16).toString('hex')}`;
}

/** In a time that tells nothing of the secret. */
function isSame(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const CHALLENGE = {'www-authenticate': 'Basic realm="stowage"'};

function end(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  response
    .writeHead(status, {'docker-distribution-api-version': 'registry/2.0', 'content-length': 0, ...headers})
    .end();
}

async function readAll(request: IncomingMessage, limit: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limit) throw new Refused(413, 'MANIFEST_INVALID', `it is longer than ${limit} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
