/**
 * Content digests. One algorithm: every engine and registry we talk to names content by sha256, so anything else is
 * refused at the edge instead of being carried around. OCI image-spec, "Descriptors", section "Digests".
 */

import {createHash} from 'node:crypto';

/** `sha256:` and 64 lower-case hexadecimal digits; made only by `parseDigest` and `digestOf`. */
export type Digest = string & {readonly __brand: 'Digest'};

export class InvalidDigest extends Error {
  override readonly name = 'InvalidDigest';
  readonly value: string;
  readonly hint = 'a digest is "sha256:" followed by 64 lower-case hexadecimal digits';

  constructor(value: string, reason: string) {
    super(`invalid digest ${JSON.stringify(value.slice(0, 200))}: ${reason}`);
    this.value = value;
  }
}

const PATTERN = /^sha256:[0-9a-f]{64}$/;

export function isDigest(text: string): text is Digest {
  return PATTERN.test(text);
}

/** Throws `InvalidDigest`. */
export function parseDigest(text: string): Digest {
  if (isDigest(text)) return text;
  throw new InvalidDigest(text, reasonAgainst(text));
}

/** The sha256 digest of exactly these bytes. */
export function digestOf(bytes: Uint8Array): Digest {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}` as Digest;
}

function reasonAgainst(text: string): string {
  const colon = text.indexOf(':');
  if (colon < 0) return 'it has no algorithm (nothing before a colon)';
  const algorithm = text.slice(0, colon);
  const hex = text.slice(colon + 1);
  if (algorithm !== 'sha256')
    return `algorithm ${JSON.stringify(algorithm.slice(0, 32))} is not supported, only sha256 is`;
  if (hex.length !== 64) return `it has ${hex.length} digits, not 64`;
  if (hex !== hex.toLowerCase() && PATTERN.test(text.toLowerCase())) return 'its digits must be lower case';
  return `${JSON.stringify(/[^0-9a-f]/.exec(hex)?.[0] ?? '')} is not a hexadecimal digit`;
}
