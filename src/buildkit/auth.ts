/**
 * `moby.filesync.v1.Auth`: the builder asks for the credentials of a registry when that answers 401
 * (moby/buildkit session/auth/auth.proto). This is `Credentials` alone; the token calls are in tokens.ts, and where they
 * are not served the builder asks for credentials and fetches the token itself.
 */
import {BinaryWriter, WireType} from '@bufbuild/protobuf/wire';
import type {Methods} from './grpc.ts';
import {Code, GrpcError} from './status.ts';
import {readFirstText} from './wire.ts';

/** `username` is empty when `secret` is an identity token. */
export interface SessionCredentials {
  readonly username: string;
  readonly secret: string;
}

/**
 * Credentials for a registry `host[:port]`, undefined for none (the builder then tries anonymously). Docker Hub is
 * always `docker.io`, whatever name the builder used for it.
 */
export type CredentialsProvider = (registryHost: string) => Promise<SessionCredentials | undefined>;

/** The builder waits 60 s and then fails with a text that explains nothing; we answer before. */
const LIMIT_MS = 50_000;

const HUB_HOSTS: ReadonlySet<string> = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io']);

/** The builder's name of a registry as ours. */
export function registryOf(host: string): string {
  return HUB_HOSTS.has(host) ? 'docker.io' : host;
}

export function authMethods(credentials: CredentialsProvider): Methods {
  const handle = async (request: Uint8Array): Promise<Uint8Array> => {
    const host = readFirstText(request, 'the request for credentials');
    let found: SessionCredentials | undefined;
    try {
      found = await credentials(registryOf(host));
    } catch (error) {
      // The cause may quote what it was reading; it stays here and only the host travels.
      throw new GrpcError(Code.unknown, `the credentials for ${host} could not be read`, {cause: error});
    }
    return encodeCredentials(found ?? {username: '', secret: ''});
  };
  return new Map([['/moby.filesync.v1.Auth/Credentials', {kind: 'unary', limitMs: LIMIT_MS, handle}]]);
}

/** CredentialsResponse: Username = 1, Secret = 2; empty ones are left out, as proto3 does. */
function encodeCredentials({username, secret}: SessionCredentials): Uint8Array {
  const writer = new BinaryWriter();
  if (username !== '') writer.tag(1, WireType.LengthDelimited).string(username);
  if (secret !== '') writer.tag(2, WireType.LengthDelimited).string(secret);
  return writer.finish();
}
