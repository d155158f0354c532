/**
 * `moby.buildkit.secrets.v1.Secrets`: the builder asks for a secret when a step mounts it (moby/buildkit
 * session/secrets/secrets.proto). The bytes go to the builder as they are and are part of no layer and no cache key.
 */
import {BinaryWriter, WireType} from '@bufbuild/protobuf/wire';
import type {Methods} from './grpc.ts';
import {Code, GrpcError} from './status.ts';
import {readFirstText} from './wire.ts';

/** Serves `secrets` by id; the builder fails a mount that requires an unknown one, and leaves out any other. */
export function secretMethods(secrets: ReadonlyMap<string, Uint8Array>): Methods {
  const handle = (request: Uint8Array): Uint8Array => {
    const id = readFirstText(request, 'the request for a secret');
    const secret = secrets.get(id);
    // BuildKit also asks for ids of its own, such as HTTP_AUTH_TOKEN_…, so an unknown one is nothing to tell of.
    if (secret === undefined) throw new GrpcError(Code.notFound, `this build has no secret ${id}`);
    return encodeSecret(secret);
  };
  return new Map([['/moby.buildkit.secrets.v1.Secrets/GetSecret', {kind: 'unary', handle}]]);
}

/** GetSecretResponse: data = 1. */
function encodeSecret(secret: Uint8Array): Uint8Array {
  const writer = new BinaryWriter();
  if (secret.length > 0) writer.tag(1, WireType.LengthDelimited).bytes(secret);
  return writer.finish();
}
