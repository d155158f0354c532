/** Our own way to registries, which is loaded when it is first used: most runs leave everything to the engine. */
import type {Descriptor} from '../engine/descriptor.ts';
import type {RegistryClient} from '../registry/client.ts';
import type {CredentialSource, FoundCredential} from '../registry/credential-source.ts';
import type {OnSecret} from '../registry/masks.ts';
import type {Reference, TaggedReference} from '../registry/reference.ts';
import {systemClock} from '../registry/retry.ts';
import type {Log} from '../report/log.ts';

export interface RegistryAccessOptions {
  readonly credentials: CredentialSource;
  /** Input token-servers. */
  readonly tokenServers: readonly string[];
  readonly onSecret: OnSecret;
  readonly log: Log;
}

export interface RegistryAccess extends AsyncDisposable {
  readonly readManifest: (reference: Reference, signal: AbortSignal) => Promise<Descriptor>;
  readonly writeManifest: (
    reference: TaggedReference,
    manifest: {readonly mediaType: string; readonly bytes: Uint8Array},
    signal: AbortSignal,
  ) => Promise<string>;
  /** Answers within two seconds, as somebody waits who has another way. */
  readonly canFetch: (registry: string, signal: AbortSignal) => Promise<boolean>;
  readonly fetch: (call: TokenWish, found: FoundCredential, signal: AbortSignal) => Promise<Token>;
}

interface TokenWish {
  readonly registry: string;
  readonly realm: string;
  readonly service: string;
  readonly scopes: readonly string[];
}

interface Token {
  readonly token: string;
  /** Seconds. */
  readonly expiresIn: number;
  /** Seconds since 1970. */
  readonly issuedAt: number;
}

/** How long a registry that may be out of our reach is waited for, in milliseconds. */
const LOOK_MS = 2000;

export function createRegistryAccess({
  credentials,
  tokenServers,
  onSecret,
  log,
}: RegistryAccessOptions): RegistryAccess {
  let opening: Promise<RegistryClient> | undefined;
  const open = async (): Promise<RegistryClient> => {
    const {RegistryClient} = await import('../registry/client.ts');
    return new RegistryClient({
      credentials,
      allowedTokenServers: tokenServers,
      onSecret,
      log: log.info,
      clock: systemClock,
      random: Math.random,
    });
  };
  const client = () => {
    opening ??= open();
    return opening;
  };
  const looks = new Map<string, Promise<boolean>>();
  return {
    readManifest: async (reference, signal) => {
      const {readManifest} = await import('../registry/manifest.ts');
      const {digest, mediaType, bytes} = await readManifest(await client(), reference, {signal});
      return {digest, mediaType, size: bytes.length};
    },
    writeManifest: async (reference, manifest, signal) => {
      const {writeManifest} = await import('../registry/manifest.ts');
      return writeManifest(await client(), reference, manifest, {signal});
    },
    canFetch: (registry, signal) => {
      const look =
        looks.get(registry) ??
        client().then((it) =>
          it.hasTokens(registry, {signal: AbortSignal.any([signal, AbortSignal.timeout(LOOK_MS)])}),
        );
      looks.set(registry, look);
      return look;
    },
    fetch: async (call, found, signal) => {
      const issuedAt = Math.floor(Date.now() / 1000);
      const {token, life} = await (await client()).token(call, found, {signal});
      return {token, expiresIn: life, issuedAt};
    },
    [Symbol.asyncDispose]: async () => {
      await (await opening?.catch(() => undefined))?.close();
    },
  };
}
