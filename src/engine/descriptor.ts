/** A content descriptor (OCI image-spec "Descriptor"), as engines give it in answers. */
import {amountOf, asObject, mapOf, own, textOf} from './json.ts';

/** What a registry or an engine holds under a digest. */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  /** Bytes of the manifest or index itself. */
  readonly size: number;
}

export const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Undefined for a value without a digest. */
export function readDescriptor(value: unknown): Descriptor | undefined {
  const digest = textOf(own(asObject(value), 'digest'));
  if (!DIGEST.test(digest)) return undefined;
  const object = asObject(value);
  return {mediaType: textOf(own(object, 'mediaType')), digest, size: amountOf(own(object, 'size')) ?? 0};
}

/** The config of an image that the containerd store built, which it notes in the annotations of the descriptor. */
export function configDigestOf(descriptor: unknown): string | undefined {
  const digest = mapOf(own(asObject(descriptor), 'annotations')).get('config.digest');
  return digest !== undefined && DIGEST.test(digest) ? digest : undefined;
}
