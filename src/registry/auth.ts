/**
 * Answers a registry's 401: Basic, or a token fetched from the server the challenge names. Tokens are kept per
 * registry and scope and renewed before they end. https://distribution.github.io/distribution/spec/auth/token/ and
 * RFC 9110 section 11.6.1; which token server may see a credential is judged in origin.ts.
 */

import type {FoundCredential} from './credential-source.ts';
import {encodeBasic} from './credentials.ts';
import {ERROR_BODY_LIMIT, parseErrorBody, RegistryError} from './errors.ts';
import {type HttpAnswer, type HttpRequest, type Send, sendFollowing} from './exchange.ts';
import type {OnSecret} from './masks.ts';
import {checkRealm, checkRedirect, type RegistryOrigin} from './origin.ts';
import type {Clock} from './retry.ts';

export interface Challenge {
  /** Lower case. */
  readonly scheme: string;
  /** Names in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** What access is wanted for. */
export interface Access {
  readonly origin: RegistryOrigin;
  /** The registry's name in references, for messages. */
  readonly registry: string;
  /** Empty where only the challenge says what for. */
  readonly repository: string;
  /** Comma list of `pull`, `push`, `delete`, in the order registries document. */
  readonly actions: string;
  /** Scopes wanted beside those. */
  readonly also?: readonly string[];
  readonly found: FoundCredential | undefined;
}

export interface AuthOptions {
  readonly send: Send;
  readonly clock: Clock;
  readonly onSecret: OnSecret;
}

/** Reads every challenge of every `WWW-Authenticate` header: several may share one, commas may be quoted. */
export function parseChallenges(headers: readonly string[]): readonly Challenge[] {
  const challenges: {scheme: string; parameters: Map<string, string>}[] = [];
  const token = /[\s,]*(?:([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]*))|([\w!#$%&'*+.^`|~-]+))/gy;
  for (const header of headers) {
    token.lastIndex = 0;
    for (let match = token.exec(header); match; match = token.exec(header)) {
      const [, name, quoted, plain, scheme] = match;
      if (scheme !== undefined) challenges.push({scheme: scheme.toLowerCase(), parameters: new Map()});
      else
        challenges.at(-1)?.parameters.set((name ?? '').toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '');
    }
  }
  return challenges;
}

const TOKEN_BODY_LIMIT = 1024 * 1024;
/** What the specification says of an answer without `expires_in`. */
const DEFAULT_LIFE_SECONDS = 60;
/** Share of its life after which a token is fetched anew. */
const FRESH_SHARE = 0.8;

interface Token {
  readonly header: string;
  /** Seconds that it lives. */
  readonly life: number;
  /** Milliseconds since the epoch. */
  readonly freshUntil: number;
}

/** A token as its server gave it. */
export interface BearerToken {
  readonly token: string;
  /** Seconds from now on. */
  readonly life: number;
}

export class Authorizer {
  readonly #options: AuthOptions;
  /** Also holds fetches under way, so that parallel calls share one. */
  readonly #tokens = new Map<string, Promise<Token>>();

  constructor(options: AuthOptions) {
    this.#options = options;
  }

  /** The `Authorization` that served this access before, if it is still good. */
  async known(access: Access): Promise<string | undefined> {
    const token = await this.#tokens.get(keyOf(access))?.catch(() => undefined);
    return token && token.freshUntil > this.#options.clock.now() ? token.header : undefined;
  }

  /** Makes the `Authorization` asked for. `stale` is the value that was just refused: it is never given again. */
  async answer(
    access: Access,
    challenges: readonly Challenge[],
    stale: string | undefined,
    signal?: AbortSignal,
  ): Promise<string> {
    const key = keyOf(access);
    let seen: Promise<Token> | undefined;
    for (
      let running = this.#tokens.get(key);
      running !== undefined && running !== seen;
      running = this.#tokens.get(key)
    ) {
      seen = running;
      const current = await running.catch(() => undefined);
      if (current && current.header !== stale && current.freshUntil > this.#options.clock.now()) return current.header;
    }
    const fetching = this.#make(access, challenges, signal);
    this.#tokens.set(key, fetching);
    try {
      return (await fetching).header;
    } catch (error) {
      if (this.#tokens.get(key) === fetching) this.#tokens.delete(key);
      throw error;
    }
  }

  /** A new token for these parameters of a challenge. Throws RegistryError, also for a server that must not be asked. */
  async token(access: Access, parameters: ReadonlyMap<string, string>, signal?: AbortSignal): Promise<BearerToken> {
    const {header, life} = await this.#make(access, [{scheme: 'bearer', parameters}], signal);
    return {token: header.slice('Bearer '.length), life};
  }

  async #make(access: Access, challenges: readonly Challenge[], signal: AbortSignal | undefined): Promise<Token> {
    const bearer = challenges.find(({scheme}) => scheme === 'bearer');
    const credential = access.found?.credential;
    if (bearer && credential?.kind === 'registry-token')
      return this.#keep(`Bearer ${credential.token}`, Number.POSITIVE_INFINITY);
    if (bearer) return this.#fetch(access, bearer.parameters, signal);
    if (!challenges.some(({scheme}) => scheme === 'basic')) {
      const schemes = challenges.map(({scheme}) => scheme).join(', ') || 'nothing';
      throw authError(access, `it asks for ${schemes}, and only Bearer and Basic are known here`, {status: 401});
    }
    if (credential?.kind === 'password') {
      return this.#keep(`Basic ${encodeBasic(credential.username, credential.password)}`, Number.POSITIVE_INFINITY);
    }
    const have = credential === undefined ? 'no credential was found for it' : 'only a token was found for it';
    throw authError(access, `it asks for user name and password, and ${have}`, {status: 401, code: 'UNAUTHORIZED'});
  }

  #keep(header: string, freshUntil: number, life = DEFAULT_LIFE_SECONDS): Token {
    this.#options.onSecret(header.slice(header.indexOf(' ') + 1));
    return {header, freshUntil, life};
  }

  async #fetch(
    access: Access,
    parameters: ReadonlyMap<string, string>,
    signal: AbortSignal | undefined,
  ): Promise<Token> {
    const credential = access.found?.credential;
    const realm = checkRealm(parameters.get('realm') ?? '', access.origin, credential !== undefined);
    const answer = await this.#ask(access, tokenRequest(realm, access, parameters, signal));
    if (answer.status !== 200) {
      const said = parseErrorBody(await answer.readSome(ERROR_BODY_LIMIT));
      const who = access.found === undefined ? 'an anonymous token' : `the login${accountOf(access)}`;
      const detail = said.text === '' ? '' : `: ${said.text}`;
      const header = answer.header('retry-after')[0];
      throw authError(access, `${who} was refused (${answer.status})${detail}`, {
        status: answer.status,
        code: said.code,
        retryAfter: header,
      });
    }
    const token = parseToken(await answer.read(TOKEN_BODY_LIMIT), this.#options.clock.now());
    if (!token) throw authError(access, `${realm.host} answered without a token`, {status: 200, code: 'NO_TOKEN'});
    return this.#keep(`Bearer ${token.value}`, token.freshUntil, token.life);
  }

  #ask(access: Access, request: HttpRequest): Promise<HttpAnswer> {
    const {origin} = access;
    return sendFollowing(this.#options.send, request, (from, location) => {
      const target = checkRedirect(from, location, origin.insecureHosts);
      // Judged as a realm too, so there is no way around the rules by a detour.
      return checkRealm(target.href, origin, target.origin === from.origin && access.found !== undefined);
    });
  }
}

function tokenRequest(
  realm: URL,
  {repository, actions, also = [], found}: Access,
  parameters: ReadonlyMap<string, string>,
  signal: AbortSignal | undefined,
): HttpRequest {
  const service = parameters.get('service') ?? '';
  const wanted = repository === '' ? [] : [`repository:${repository}:${actions}`, ...also];
  const demanded =
    parameters
      .get('scope')
      ?.split(' ')
      .filter((scope) => scope !== '') ?? [];
  // The registry's own wording first: some token servers read only the first scope.
  const scopes = [...new Set([...demanded, ...wanted])];
  const credential = found?.credential;
  if (credential?.kind === 'identity-token') {
    const form = new URLSearchParams({
      grant_type: 'refresh_token',
      service,
      client_id: 'stowage',
      scope: scopes.join(' '),
    });
    form.set('refresh_token', credential.token);
    const headers = {'content-type': 'application/x-www-form-urlencoded', accept: 'application/json'};
    return {method: 'POST', url: realm, headers, body: form.toString(), signal};
  }
  const url = new URL(realm);
  if (service !== '') url.searchParams.set('service', service);
  for (const scope of scopes) url.searchParams.append('scope', scope);
  if (credential?.kind !== 'password') return {method: 'GET', url, headers: {accept: 'application/json'}, signal};
  url.searchParams.set('account', credential.username);
  url.searchParams.set('client_id', 'stowage');
  const authorization = `Basic ${encodeBasic(credential.username, credential.password)}`;
  return {method: 'GET', url, headers: {accept: 'application/json', authorization}, signal};
}

interface ParsedToken {
  readonly value: string;
  readonly freshUntil: number;
  readonly life: number;
}

function parseToken(bytes: Uint8Array, now: number): ParsedToken | undefined {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
  if (typeof json !== 'object' || json === null) return undefined;
  const {token, access_token: accessToken, expires_in: life} = json as Record<string, unknown>;
  const value = [token, accessToken].find((text) => typeof text === 'string' && text !== '');
  if (typeof value !== 'string' || /[^\x21-\x7e]/.test(value)) return undefined;
  const seconds = typeof life === 'number' && life > 0 ? life : DEFAULT_LIFE_SECONDS;
  return {value, freshUntil: now + seconds * FRESH_SHARE * 1000, life: seconds};
}

function keyOf({origin, repository, actions, also = [], found}: Access): string {
  return JSON.stringify([origin.url.origin, repository, actions, also, found?.source ?? '', found?.account ?? '']);
}

function accountOf({found}: Access): string {
  return found?.account === undefined ? '' : ` as ${JSON.stringify(found.account)}`;
}

function authError(
  access: Access,
  why: string,
  details: {readonly status: number; readonly code?: string | undefined; readonly retryAfter?: string | undefined},
): RegistryError {
  const message = `registry ${access.registry}: no access${access.repository && ` to ${access.repository}`}: ${why}`;
  return new RegistryError(message, {
    ...details,
    host: access.registry,
    repository: access.repository,
    hint: accessHint(access),
  });
}

/** What to try when access is refused; names account and origin of the credential, never the secret. */
export function accessHint({registry, found}: Pick<Access, 'registry' | 'found'>): string {
  if (found === undefined)
    return `no credential for ${registry} was found: give its user name and password, or log in in an earlier step`;
  const account =
    found.account === undefined ? 'the token' : `user name ${JSON.stringify(found.account)} and its password`;
  return `check ${account} for ${registry} (${found.source}), and that this account may access the repository`;
}
