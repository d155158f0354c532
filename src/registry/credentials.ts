/**
 * A credential and its two encodings on the engine's wire (Engine API v1.51, headers `X-Registry-Auth` of push, create,
 * distribution and `X-Registry-Config` of build). Both are *padded base64url* JSON: an engine treats a value it cannot
 * decode as no credential, without a word, and some byte patterns only differ in that alphabet.
 */

import {credentialKey} from './server-key.ts';

export type Credential =
  | {readonly kind: 'password'; readonly username: string; readonly password: string}
  /** A refresh token, exchanged for short-lived ones by the registry's token server. */
  | {readonly kind: 'identity-token'; readonly token: string}
  /** A ready bearer token; it cannot be renewed, so it suits short work only. */
  | {readonly kind: 'registry-token'; readonly token: string};

/** Value of `X-Registry-Auth`. `undefined` is anonymous, which has to be said too: old engines demand the header. */
export function encodeRegistryAuth(credential: Credential | undefined, registry: string): string {
  return encode(credential === undefined ? {} : authConfig(credential, registry));
}

/** Value of `X-Registry-Config`: credentials by registry (`ghcr.io`, `docker.io`, …). */
export function encodeRegistryConfig(credentials: ReadonlyMap<string, Credential>): string {
  const entries = [...credentials].map(([registry, credential]) => [
    credentialKey(registry),
    authConfig(credential, registry),
  ]);
  return encode(Object.fromEntries(entries));
}

/** `user:password` in standard base64, as in HTTP Basic and in docker config files. */
export function encodeBasic(username: string, password: string): string {
  return Buffer.from(`${username}:${password}`, 'utf8').toString('base64');
}

function authConfig(credential: Credential, registry: string): Readonly<Record<string, string>> {
  const serveraddress = credentialKey(registry);
  switch (credential.kind) {
    case 'password':
      return {username: credential.username, password: credential.password, serveraddress};
    case 'identity-token':
      return {identitytoken: credential.token, serveraddress};
    case 'registry-token':
      return {registrytoken: credential.token};
    default:
      return credential satisfies never;
  }
}

function encode(value: Readonly<Record<string, unknown>>): string {
  // Not 'base64url': Node leaves out the padding there, and engines answer as if nothing had been sent.
  return Buffer.from(JSON.stringify(value), 'utf8').toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}
