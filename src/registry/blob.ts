/** Reading blobs: layers and configs. OCI distribution-spec, "Pulling blobs". Writing them is upload.ts. */
import {createHash} from 'node:crypto';
import type {CallOptions, RegistryCall, RegistryClient} from './client.ts';
import {type Digest, digestOf} from './digest.ts';
import {RegistryError} from './errors.ts';
import type {FindOptions} from './manifest.ts';
import {familiarRepository, type Reference} from './reference.ts';

export interface BlobAddress {
  readonly digest: Digest;
  /** Bytes. */
  readonly size: number;
}

/** Whether the repository has the blob. Throws RegistryError. */
export async function hasBlob(
  client: RegistryClient,
  repository: Reference,
  digest: Digest,
  options: FindOptions = {},
): Promise<boolean> {
  return (await findBlob(client, repository, digest, options)) !== undefined;
}

/** Its size, where the registry says it; undefined when the repository does not have it. Throws RegistryError. */
export function findBlob(
  client: RegistryClient,
  repository: Reference,
  digest: Digest,
  options: FindOptions = {},
): Promise<{readonly size: number | undefined} | undefined> {
  // Mostly who looks is about to write, and one login does for both.
  const {actions = 'pull,push'} = options;
  const call = {...blobCall('HEAD', repository, digest), expect: [404], actions};
  return client.request(repository, call, options, async (answer) => {
    await answer.discard();
    if (answer.status === 404) return undefined;
    const size = Number(answer.header('content-length')[0] ?? Number.NaN);
    return {size: Number.isSafeInteger(size) ? size : undefined};
  });
}

/** A small blob as a whole, its hash checked. Throws RegistryError, with code DIGEST_MISMATCH for other bytes. */
export function readBlob(
  client: RegistryClient,
  repository: Reference,
  {digest, size}: BlobAddress,
  options: CallOptions = {},
): Promise<Uint8Array> {
  return client.request(repository, blobCall('GET', repository, digest), options, async (answer) => {
    const bytes = await answer.read(size);
    checkDigest(digestOf(bytes), digest, repository);
    return bytes;
  });
}

/**
 * A blob as a stream, its length and hash checked at the end, before which nothing of it may be believed. Goes on where
 * the connection broke. Throws RegistryError.
 */
export async function* streamBlob(
  client: RegistryClient,
  repository: Reference,
  {digest, size}: BlobAddress,
  {signal}: CallOptions = {},
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  const failed = client.waitingAfter(blobCall('GET', repository, digest).what, signal);
  let at = 0;
  while (at < size || at === 0) {
    try {
      for await (const chunk of openBlob(client, repository, digest, {from: at, signal})) {
        hash.update(chunk);
        at += chunk.length;
        yield chunk;
      }
      break;
    } catch (error) {
      await failed(error);
    }
  }
  checkDigest(`sha256:${hash.digest('hex')}`, digest, repository);
}

/** The blob from byte `from` on, by one try and not checked. Throws RegistryError. */
export async function* openBlob(
  client: RegistryClient,
  repository: Reference,
  digest: Digest,
  {from, signal}: CallOptions & {readonly from: number},
): AsyncGenerator<Uint8Array> {
  const headers: RegistryCall['headers'] = from === 0 ? {} : {range: `bytes=${from}-`};
  const call = {...blobCall('GET', repository, digest), headers, isLong: true};
  const answer = await client.call(repository, call, {signal}, async (given) => given);
  // Who does not know ranges begins anew.
  let skip = answer.status === 206 ? 0 : from;
  try {
    for await (const chunk of answer.stream()) {
      const left = chunk.subarray(skip);
      skip -= chunk.length - left.length;
      if (left.length > 0) yield left;
    }
  } catch (error) {
    throw error instanceof RegistryError ? error.during(call.what, repository.path) : error;
  }
}

function blobCall(method: 'GET' | 'HEAD', repository: Reference, digest: Digest): RegistryCall {
  const [verb, link] = method === 'HEAD' ? ['look for', 'in'] : ['read', 'of'];
  const what = `${verb} blob ${digest.slice(0, 19)} ${link} ${familiarRepository(repository)}`;
  return {method, path: ['blobs', digest], what, actions: 'pull'};
}

function checkDigest(got: string, digest: Digest, {registry, path}: Reference): void {
  if (got === digest) return;
  throw new RegistryError(`the bytes received have digest ${got}, not ${digest}`, {
    status: 200,
    code: 'DIGEST_MISMATCH',
    host: registry,
    repository: path,
    hint: 'something between here and the registry changed or mixed up the answer; do not use this image',
  });
}
