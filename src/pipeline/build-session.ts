/** The session that accompanies a BuildKit build: what the build may ask of us while it runs. */
import type {Duplex} from 'node:stream';
import type {GrpcClient} from '../buildkit/client.ts';
import type {Methods} from '../buildkit/grpc.ts';
import {openSession, type Session} from '../buildkit/session.ts';
import {type IssuedToken, type TokenProvider, type TokenRequest, tokenMethods} from '../buildkit/tokens.ts';
import {EngineError} from '../engine/errors.ts';
import type {Engine} from '../engine/facts.ts';
import type {CredentialSource, FoundCredential} from '../registry/credential-source.ts';
import type {Log} from '../report/log.ts';
import {type BaseImages, credentialForHost} from './base-images.ts';
import {NoSession} from './errors.ts';

export interface SessionServices {
  /** Beside health and the credentials of registries, which every session serves. */
  readonly methods: Methods;
  /** What of the build cannot be had without a session, as an input names it; empty when it can go on without. */
  readonly neededFor: readonly string[];
  /** Under which the engine keeps shared directories. */
  readonly sharedKey?: string | undefined;
}

/** Fetches tokens of registries with credentials that then stay here. */
export interface TokenFetcher {
  /** Whether it could, as far as can be told. */
  canFetch(registry: string, signal: AbortSignal): Promise<boolean>;
  fetch(request: TokenRequest, found: FoundCredential, signal: AbortSignal): Promise<IssuedToken>;
}

/** The same for a build by the Control API, which is open. */
export interface SolveServices extends SessionServices {
  readonly client: GrpcClient;
}

export interface SessionParts {
  readonly bases: BaseImages;
  readonly services: SessionServices;
  readonly solving?: SolveServices | undefined;
}

export interface SessionTools {
  readonly credentials: CredentialSource;
  readonly tokens: TokenFetcher;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Opens the connection of a session. Throws EngineError where there is none to be had. */
export type Connect = (headers: ReadonlyArray<readonly [string, string]>, signal: AbortSignal) => Promise<Duplex>;

/** By an upgrade; where that is refused, inside of gRPC, if the engine takes it without one. */
export function sessionOf(engine: Engine): Connect {
  return async (headers, signal) => {
    try {
      return await engine.transport.upgrade('/session', headers, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof EngineError)) throw error;
      const {tunnelDirectly} = await import('./engine-grpc.ts');
      const tunnel = await tunnelDirectly(engine, headers, signal);
      if (tunnel === undefined) throw error;
      return tunnel;
    }
  };
}

/**
 * Undefined, with a warning, when the engine opens none and the build can go on: then only bases of registries that ask
 * for no login can be used. Throws NoSession when it cannot.
 */
export async function openBuildSession(
  connect: Connect,
  {bases, services, solving}: SessionParts,
  {credentials, tokens, log, signal}: SessionTools,
): Promise<Session | undefined> {
  try {
    return await openSession({
      upgrade: (headers) => withTunnel(connect, headers, solving, signal),
      credentials: async (registry) => {
        const found = await credentialForHost(registry, bases, credentials);
        if (found === undefined) return undefined;
        const {credential} = found;
        if (credential.kind === 'password') return {username: credential.username, secret: credential.password};
        return {username: '', secret: credential.token};
      },
      methods: new Map([
        ...tokenMethods(providerFor(bases, credentials, tokens)),
        ...services.methods,
        ...(solving?.methods ?? []),
      ]),
      sharedKey: services.sharedKey,
      signal,
    });
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof EngineError)) throw error;
    const neededFor = [...services.neededFor, ...(solving?.neededFor ?? [])];
    if (neededFor.length > 0) throw new NoSession(neededFor, error);
    log.warning(
      `no build session: ${error.reason}. The build goes on without; base images of registries that ask for a login, Docker Hub among them, cannot be pulled then`,
    );
    return undefined;
  }
}

/** Where a proxy refuses `/session` the Control API, which was let through, carries the session as well. */
async function withTunnel(
  connect: Connect,
  headers: ReadonlyArray<readonly [string, string]>,
  solving: SolveServices | undefined,
  signal: AbortSignal,
): Promise<Duplex> {
  try {
    return await connect(headers, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (solving === undefined || !(error instanceof EngineError)) throw error;
    const {openTunnel} = await import('../buildkit/tunnel.ts');
    return openTunnel(solving.client, headers, signal);
  }
}

/** Tokens for the registries that there is a credential for. */
function providerFor(bases: BaseImages, credentials: CredentialSource, tokens: TokenFetcher): TokenProvider {
  return {
    canFetch: async (registry, signal) =>
      (await credentialForHost(registry, bases, credentials)) !== undefined && tokens.canFetch(registry, signal),
    fetch: async (request, signal) => {
      const {registry, scopes} = request;
      // Unlike a builder that asks for a credential, one that asks for a token says what for.
      const repository = /^repository:([^:]+):/.exec(scopes[0] ?? '')?.[1];
      const found =
        (repository === undefined ? undefined : await credentials.find({registry, repository, action: 'pull'})) ??
        (await credentialForHost(registry, bases, credentials));
      if (found === undefined) throw new Error(`there is no credential for ${registry}`);
      return tokens.fetch(request, found, signal);
    },
  };
}
