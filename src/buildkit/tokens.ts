/**
 * The token calls of `moby.filesync.v1.Auth` (moby/buildkit session/auth/auth.proto): where a registry wants tokens, the
 * builder asks us for one instead of for the password. It first gets a public key, and later lets those sessions share
 * a token that can prove, by a signature, that they stand for the same client. "Unimplemented" as the first answer sends
 * the builder back to `Credentials`; after that answer there is no way back.
 */
import {createHmac, createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign} from 'node:crypto';
import {BinaryReader, BinaryWriter, WireType} from '@bufbuild/protobuf/wire';
import {registryOf} from './auth.ts';
import type {Methods} from './grpc.ts';
import {Code, GrpcError} from './status.ts';
import {readFields} from './wire.ts';

/** What a token is wanted for, as the registry put it in its challenge. */
export interface TokenRequest {
  /** `host[:port]`; Docker Hub is `docker.io`. */
  readonly registry: string;
  /** URL of the token server. */
  readonly realm: string;
  readonly service: string;
  /** `repository:name:pull` each. */
  readonly scopes: readonly string[];
}

export interface IssuedToken {
  readonly token: string;
  /** Seconds from then on. */
  readonly expiresIn: number;
  /** Seconds since 1970. */
  readonly issuedAt: number;
}

export interface TokenProvider {
  /** Whether `fetch` would be able to, as far as can be told; the builder waits. */
  canFetch(registry: string, signal: AbortSignal): Promise<boolean>;
  /** May throw an error that is fit to be the build's. */
  fetch(request: TokenRequest, signal: AbortSignal): Promise<IssuedToken>;
}

/** The builder waits 60 s and then fails with a text that explains nothing; we answer before. */
const LIMIT_MS = 50_000;

export function tokenMethods(provider: TokenProvider): Methods {
  // A session of another run cannot prove that it is this client, so it gets none of our tokens.
  const secret = randomBytes(32);
  const admit = async (registry: string, signal: AbortSignal) => {
    if (await provider.canFetch(registry, signal)) return;
    throw new GrpcError(Code.unimplemented, `tokens for ${registry} are not fetched here`);
  };
  const unary = (handle: (request: Fields, signal: AbortSignal) => Promise<Uint8Array>) => ({
    kind: 'unary' as const,
    limitMs: LIMIT_MS,
    handle: (bytes: Uint8Array, {signal}: {readonly signal: AbortSignal}) => handle(read(bytes), signal),
  });
  return new Map([
    [
      '/moby.filesync.v1.Auth/GetTokenAuthority',
      unary(async ({text, bytes}, signal) => {
        const registry = registryOf(text(1));
        await admit(registry, signal);
        return encode(publicBytes(keyFor(registry, bytes(2), secret)));
      }),
    ],
    [
      '/moby.filesync.v1.Auth/VerifyTokenAuthority',
      unary(async ({text, bytes}, signal) => {
        const registry = registryOf(text(1));
        await admit(registry, signal);
        const payload = bytes(2);
        return encode(Buffer.concat([sign(null, payload, keyFor(registry, bytes(3), secret)), payload]));
      }),
    ],
    [
      '/moby.filesync.v1.Auth/FetchToken',
      unary(async ({text, texts}, signal) => {
        const request = {registry: registryOf(text(2)), realm: text(3), service: text(4), scopes: texts(5)};
        const {token, expiresIn, issuedAt} = await provider.fetch(request, signal);
        const writer = new BinaryWriter().tag(1, WireType.LengthDelimited).string(token);
        writer.tag(2, WireType.Varint).int64(Math.floor(expiresIn));
        writer.tag(3, WireType.Varint).int64(Math.floor(issuedAt));
        return writer.finish();
      }),
    ],
  ]);
}

/** An ed25519 key has a seed of 32 bytes, which PKCS #8 wraps in these (RFC 8410 section 7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

function keyFor(registry: string, salt: Uint8Array, secret: Uint8Array): KeyObject {
  const seed = createHmac('sha256', salt).update(secret).update(registry).digest();
  return createPrivateKey({key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8'});
}

/** The 32 bytes at the end of the DER form. */
function publicBytes(key: KeyObject): Uint8Array {
  return createPublicKey(key).export({format: 'der', type: 'spki'}).subarray(-32);
}

/** The strings and bytes of a message by field number. */
interface Fields {
  text(field: number): string;
  texts(field: number): readonly string[];
  bytes(field: number): Uint8Array;
}

function read(message: Uint8Array): Fields {
  const fields = new Map<number, Uint8Array[]>();
  try {
    const reader = new BinaryReader(message);
    readFields(reader, reader.len, (tag) => {
      if ((tag & 7) !== WireType.LengthDelimited) return false;
      fields.set(tag >>> 3, [...(fields.get(tag >>> 3) ?? []), reader.bytes()]);
      return true;
    });
  } catch (error) {
    throw new GrpcError(Code.internal, 'the request for a token cannot be read', {cause: error});
  }
  const all = (field: number) => fields.get(field) ?? [];
  const texts = (field: number) => all(field).map((bytes) => Buffer.from(bytes).toString('utf8'));
  return {
    texts,
    text: (field) => texts(field).at(-1) ?? '',
    bytes: (field) => all(field).at(-1) ?? new Uint8Array(0),
  };
}

/** A message of one field with bytes. */
function encode(bytes: Uint8Array): Uint8Array {
  return new BinaryWriter().tag(1, WireType.LengthDelimited).bytes(bytes).finish();
}
