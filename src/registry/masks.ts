/**
 * What has to be hidden in the log once a credential is known (hardening S1), worked out before its first use. Too
 * much masking is a fault of its own: a masked short or common text makes the runner drop job outputs.
 */

import {type Credential, encodeBasic, encodeRegistryAuth, encodeRegistryConfig} from './credentials.ts';

export interface Masks {
  readonly values: readonly string[];
  /** Those of the values that are one line of several. */
  readonly lines: readonly string[];
  /** Why something was left unmasked; never holds the value. */
  readonly warnings: readonly string[];
}

/** Is told each value that must be hidden, which has one line, and how messages may call it. */
export type OnSecret = (value: string, note?: SecretNote) => void;
export interface SecretNote {
  readonly what: string;
  /** It is one line of a secret that has several. */
  readonly isLine: boolean;
}

const SHORTEST = 4;

/** The lines of a secret that can be masked: those of 4 and more characters that are not punctuation only. */
export function maskableLines(secret: string): readonly string[] {
  const lines = secret.split(/\r\n|\r|\n/).map((line) => line.trim());
  return lines.filter((line) => line.length >= SHORTEST && /[\p{L}\p{N}]/u.test(line));
}

/** Announces what `masks` has of a secret, which messages may call `what`. */
export function announce({values, lines}: Masks, what: string, onSecret: OnSecret): void {
  for (const value of values) onSecret(value, {what, isLine: lines.includes(value)});
}

/** Every form in which the credential can appear on a wire we write to. */
export function masksFor(credential: Credential, registry: string): Masks {
  const encoded = [encodeRegistryAuth(credential, registry), encodeRegistryConfig(new Map([[registry, credential]]))];
  if (credential.kind !== 'password') return masksOf(credential.token, registry, [registry], encoded);
  const {username, password} = credential;
  return masksOf(password, registry, [username, registry], [encodeBasic(username, password), ...encoded]);
}

function masksOf(secret: string, registry: string, known: readonly string[], derived: readonly string[]): Masks {
  if (secret === '') return {values: [], lines: [], warnings: []};
  const values = maskableLines(secret).filter((line) => !known.includes(line));
  const warnings: string[] = [];
  if (secret.length < SHORTEST && !/[\r\n]/.test(secret)) {
    warnings.push(
      `the password for ${registry} has fewer than ${SHORTEST} characters: too short to be masked in the log`,
    );
  } else if (known.includes(secret)) {
    warnings.push(`the password for ${registry} equals its user name or host: it cannot be masked in the log`);
  } else if (values.length === 0) {
    warnings.push(
      `the password for ${registry} is only punctuation or very short lines: it cannot be masked in the log`,
    );
  }
  const lines = /[\r\n]/.test(secret.trim()) ? values : [];
  return {values: [...new Set([...values, ...derived])], lines, warnings};
}
