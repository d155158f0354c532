/**
 * Reading a manifest or index, and its media type. OCI distribution-spec, "Pulling manifests"; image-spec, "Media
 * Types".
 */

import type {CallOptions, RegistryClient} from './client.ts';
import {type Digest, digestOf, isDigest} from './digest.ts';
import {RegistryError} from './errors.ts';
import {formatReference, type Reference, type TaggedReference, withDefaultTag} from './reference.ts';

export interface Manifest {
  /** Hash of `bytes`, equal to what the registry says and to what was asked for. */
  readonly digest: Digest;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/**
 * What to ask for. All four, always: without them a registry converts to an ancient format, answers 404, or silently
 * picks one platform of an index.
 */
export const MANIFEST_TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
] as const;

const MANIFEST_LIMIT = 8 * 1024 * 1024;

/**
 * The manifest or index under the reference (its digest if it has one, else its tag, else `latest`), byte for byte.
 * Its hash is compared with the reference's digest and with `Docker-Content-Digest` (hardening R6). Throws
 * `RegistryError`, with code `DIGEST_MISMATCH` or `MANIFEST_INVALID` for an answer that cannot be trusted.
 */
export async function readManifest(
  client: RegistryClient,
  reference: Reference,
  options: CallOptions = {},
): Promise<Manifest> {
  const target = withDefaultTag(reference);
  const {registry} = target;
  const what = `read manifest of ${formatReference(target)}`;
  const headers = {accept: MANIFEST_TYPES.join(', ')};
  const path = ['manifests', target.digest ?? target.tag ?? ''];
  return client.request(target, {method: 'GET', path, headers, what, actions: 'pull'}, options, async (answer) => {
    const bytes = await answer.read(MANIFEST_LIMIT);
    const digest = digestOf(bytes);
    const told = answer.header('docker-content-digest').filter(isDigest);
    const other = [...told, target.digest].find((expected) => expected !== undefined && expected !== digest);
    const details = {status: answer.status, host: registry};
    if (other !== undefined) {
      const hint = 'something between here and the registry changed or mixed up the answer; do not use this image';
      throw new RegistryError(`the bytes received have digest ${digest}, not ${other}`, {
        ...details,
        code: 'DIGEST_MISMATCH',
        hint,
      });
    }
    const type = manifestMediaType(answer.header('content-type')[0], bytes);
    if (type.kind === 'bad') throw new RegistryError(type.reason, {...details, code: 'MANIFEST_INVALID'});
    return {digest, mediaType: type.value, bytes};
  });
}

/**
 * Puts a manifest or index under the tag of the reference. OCI distribution-spec, "Pushing Manifests". Gives the digest that
 * the registry has it under, which is that of the bytes. Throws `RegistryError`.
 */
export async function writeManifest(
  client: RegistryClient,
  reference: TaggedReference,
  {mediaType, bytes}: Pick<Manifest, 'mediaType' | 'bytes'>,
  options: CallOptions = {},
): Promise<Digest> {
  const what = `write manifest of ${formatReference(reference)}`;
  const call = {
    method: 'PUT',
    path: ['manifests', reference.tag],
    headers: {'content-type': mediaType},
    body: bytes,
    what,
    actions: 'pull,push',
  } as const;
  return client.request(reference, call, options, async (answer) => {
    await answer.discard();
    return digestOf(bytes);
  });
}

export type ManifestType =
  | {readonly kind: 'type'; readonly value: string}
  | {readonly kind: 'bad'; readonly reason: string};

/**
 * The type by the `Content-Type` header and the document's own `mediaType`, which must agree where both speak
 * (a document read as two types is CVE-2021-41190). The header may be missing or say just JSON.
 */
export function manifestMediaType(contentType: string | undefined, bytes: Uint8Array): ManifestType {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes));
  } catch {
    return {kind: 'bad', reason: 'the registry answered with something that is not JSON'};
  }
  if (typeof json !== 'object' || json === null)
    return {kind: 'bad', reason: 'the registry answered with JSON that is no object'};
  const own = Object.hasOwn(json, 'mediaType') ? (json as {readonly mediaType: unknown}).mediaType : undefined;
  const header = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  const isGeneric = header === '' || header === 'application/json' || header.startsWith('text/');
  if (typeof own === 'string' && own !== '' && !isGeneric && own !== header) {
    return {kind: 'bad', reason: `the registry calls it ${header}, the document calls itself ${own}`};
  }
  const value = typeof own === 'string' && own !== '' ? own : header;
  if (!(MANIFEST_TYPES as readonly string[]).includes(value)) {
    return {kind: 'bad', reason: `it has media type ${value || '(none)'}, which was not asked for`};
  }
  return {kind: 'type', value};
}
