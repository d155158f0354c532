/** Our own way to registries, which is loaded when it is first used: most runs leave everything to the engine. */
import type {Descriptor} from '../engine/descriptor.ts';
import type {RegistryClient} from '../registry/client.ts';
import type {CredentialSource, FoundCredential} from '../registry/credential-source.ts';
import type {OnSecret} from '../registry/masks.ts';
import type {ProxySettings} from '../registry/proxy.ts';
import type {Reference} from '../registry/reference.ts';
import {systemClock} from '../registry/retry.ts';
import type {Log} from '../report/log.ts';

export interface RegistryAccessOptions {
  readonly credentials: CredentialSource;
  /** Input token-servers. */
  readonly tokenServers: readonly string[];
  /** Input registry-ca, PEM. */
  readonly authorities: readonly string[];
  readonly onSecret: OnSecret;
  readonly log: Log;
  readonly env: NodeJS.ProcessEnv;
}

export interface RegistryAccess extends AsyncDisposable {
  readonly client: () => Promise<RegistryClient>;
  readonly readManifest: (reference: Reference, signal: AbortSignal) => Promise<Descriptor>;
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
  authorities,
  onSecret,
  log,
  env,
}: RegistryAccessOptions): RegistryAccess {
  const proxies = readProxies(env, onSecret);
  let opening: Promise<RegistryClient> | undefined;
  const open = async (): Promise<RegistryClient> => {
    const {RegistryClient} = await import('../registry/client.ts');
    return new RegistryClient({
      credentials,
      allowedTokenServers: tokenServers,
      authorities,
      onSecret,
      log: log.info,
      clock: systemClock,
      random: Math.random,
      ...(proxies && {proxies}),
    });
  };
  const client = () => {
    opening ??= open();
    return opening;
  };
  const looks = new Map<string, Promise<boolean>>();
  return {
    client,
    readManifest: async (reference, signal) => {
      const {readManifest} = await import('../registry/manifest.ts');
      const {digest, mediaType, bytes} = await readManifest(await client(), reference, {signal});
      return {digest, mediaType, size: bytes.length};
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

/** Of the environment, as curl and git have them; a password in one is masked (hardening E4). */
function readProxies(env: NodeJS.ProcessEnv, onSecret: OnSecret): ProxySettings {
  const variable = (name: string) => env[name.toLowerCase()] ?? env[name];
  const settings = {http: variable('HTTP_PROXY'), https: variable('HTTPS_PROXY'), except: variable('NO_PROXY')};
  for (const text of [settings.http, settings.https]) {
    const [, password = ''] = /^(?:[a-z]+:\/\/)?[^/@]*:([^/@]+)@/i.exec(text ?? '') ?? [];
    if (password.length >= 4) onSecret(password, {what: 'the password of a proxy', isLine: false});
  }
  return settings;
}
