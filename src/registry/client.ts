/**
 * A client of the registry API (OCI distribution-spec), for what an engine cannot prove: that a registry serves the
 * very manifest that was pushed. `request` carries everything a call needs (authorisation, redirects, limits, retries,
 * error texts); manifest.ts has the first call built on it. The only file here that knows undici.
 */

import {Agent, type Dispatcher, request as undiciRequest} from 'undici';
import {type Access, Authorizer, accessHint, type BearerToken, parseChallenges} from './auth.ts';
import type {CredentialSource, FoundCredential} from './credential-source.ts';
import {classifyRegistryError, ERROR_BODY_LIMIT, parseErrorBody, RegistryError} from './errors.ts';
import {type HttpAnswer, type HttpRequest, sendFollowing} from './exchange.ts';
import type {OnSecret} from './masks.ts';
import {checkRealm, checkRedirect, mayUsePlainHttp, type RegistryOrigin} from './origin.ts';
import {type Reference, registryHost} from './reference.ts';
import {type Clock, RETRY_POLICY, type RetryPolicy, retrying} from './retry.ts';
import {unanswered} from './unanswered.ts';

export interface RegistryClientOptions {
  readonly credentials: Pick<CredentialSource, 'find'>;
  /** `host[:port]` of registries that may be spoken to without TLS; loopback always may. */
  readonly insecureHosts?: readonly string[];
  /** `host[:port]` of token servers that may get credentials though their host is not the registry's. */
  readonly allowedTokenServers?: readonly string[];
  readonly onSecret: OnSecret;
  readonly log: (text: string) => void;
  readonly clock: Clock;
  readonly random: () => number;
  readonly retry?: RetryPolicy;
  /** Milliseconds; 10 s to connect, 30 s for a whole call with a short answer (hardening R7). */
  readonly timeouts?: {readonly connect: number; readonly total: number};
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}

/** One call below `/v2/<repository>/`, e.g. `manifests/latest`; each part of `path` is encoded here. */
export interface RegistryCall {
  /** What is put must be the same at each try. */
  readonly method: 'GET' | 'HEAD' | 'PUT';
  readonly path: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** For the log and errors: `read manifest of ghcr.io/a/b:1`. */
  readonly what: string;
  readonly actions: 'pull' | 'pull,push';
}

/** Somebody waits for the token, and for no longer than a minute. */
const TOKEN_RETRY: RetryPolicy = {...RETRY_POLICY, capSeconds: 10, budgetSeconds: 20};

/** A token that is wanted; see `TokenRequest` of buildkit/tokens.ts. */
export interface TokenCall {
  readonly registry: string;
  readonly realm: string;
  readonly service: string;
  readonly scopes: readonly string[];
}

/** Throws `RegistryError` from every call. Close it (or use `await using`), or its connections keep the process alive. */
export class RegistryClient {
  readonly #options: RegistryClientOptions;
  readonly #agent: Agent;
  readonly #authorizer: Authorizer;
  readonly #total: number;
  readonly #schemes = new Map<string, Promise<'https:' | 'http:'>>();

  constructor(options: RegistryClientOptions) {
    const {connect, total} = options.timeouts ?? {connect: 10_000, total: 30_000};
    this.#options = options;
    this.#total = total;
    this.#agent = new Agent({
      connections: 8,
      pipelining: 1,
      headersTimeout: total,
      bodyTimeout: total,
      // Said outright, because an environment variable of Node would turn verification off otherwise (R1).
      connect: {timeout: connect, minVersion: 'TLSv1.2', rejectUnauthorized: true},
    });
    const {clock, onSecret} = options;
    this.#authorizer = new Authorizer({send: (request) => this.#send(request), clock, onSecret});
  }

  /**
   * Makes a call with all that belongs to it: scheme, login, redirects, retries. `use` reads the answer inside of the
   * retry, so a connection lost in the middle of a body is tried again as well.
   */
  async request<T>(
    reference: Reference,
    call: RegistryCall,
    {signal}: CallOptions,
    use: (answer: HttpAnswer) => Promise<T>,
  ): Promise<T> {
    const {clock, random, log, retry, credentials} = this.#options;
    const {registry, path: repository} = reference;
    const found = await credentials.find({registry, repository, action: call.actions === 'pull' ? 'pull' : 'push'});
    const once = async () => {
      const limit = AbortSignal.timeout(this.#total);
      const inner = signal ? AbortSignal.any([signal, limit]) : limit;
      const url = await this.#url(reference, call.path, inner);
      const origin = this.#judged(url);
      const access: Access = {origin, registry, repository, actions: call.actions, found};
      const answer = await this.#authorised(access, {
        method: call.method,
        url,
        headers: call.headers ?? {},
        ...(call.body && {body: call.body}),
        signal: inner,
      });
      if (answer.status >= 200 && answer.status < 300) return use(answer);
      throw await refusal(access, answer);
    };
    const told = async () => {
      try {
        return await once();
      } catch (error) {
        throw error instanceof RegistryError ? error.during(call.what, repository) : error;
      }
    };
    return retrying(told, {
      what: call.what,
      classify: classifyRegistryError,
      clock,
      random,
      log,
      signal,
      ...(retry && {policy: retry}),
    });
  }

  /**
   * Whether `token` could get one for a registry: that is within reach, wants tokens, and its token server may be told
   * the credential (hardening R3).
   */
  async hasTokens(registry: string, {signal}: CallOptions): Promise<boolean> {
    try {
      const origin = await this.#origin(registry, signal);
      const answer = await this.#send({method: 'GET', url: origin.url, headers: {}, signal});
      await answer.discard();
      const bearer = parseChallenges(answer.header('www-authenticate')).find(({scheme}) => scheme === 'bearer');
      if (bearer === undefined) return false;
      checkRealm(bearer.parameters.get('realm') ?? '', origin, true);
      return true;
    } catch (error) {
      if (error instanceof RegistryError) return false;
      throw error;
    }
  }

  /** Gets a token for somebody else, who was challenged by the registry. Throws RegistryError. */
  async token(
    {registry, realm, service, scopes}: TokenCall,
    found: FoundCredential,
    {signal}: CallOptions,
  ): Promise<BearerToken> {
    const {clock, random, log} = this.#options;
    const [, repository = '', actions = ''] = /^repository:([^:]+):(.+)$/.exec(scopes[0] ?? '') ?? [];
    const once = async () => {
      const limit = AbortSignal.timeout(this.#total);
      const inner = signal ? AbortSignal.any([signal, limit]) : limit;
      const access: Access = {origin: await this.#origin(registry, inner), registry, repository, actions, found};
      const parameters = new Map([
        ['realm', realm],
        ['service', service],
        ['scope', scopes.join(' ')],
      ]);
      return this.#authorizer.token(access, parameters, inner);
    };
    const what = `token for ${registry}`;
    return retrying(once, {what, classify: classifyRegistryError, clock, random, log, signal, policy: TOKEN_RETRY});
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** Sends with the login known so far; on a 401 makes the one asked for and repeats, once. */
  async #authorised(access: Access, request: HttpRequest): Promise<HttpAnswer> {
    const known = await this.#authorizer.known(access);
    const first = await this.#follow(request, known);
    const challenges = parseChallenges(first.header('www-authenticate'));
    // A host we were redirected to may ask for a login of its own; it gets none of ours.
    if (first.status !== 401 || challenges.length === 0 || first.url.origin !== access.origin.url.origin) return first;
    const header = await this.#authorizer.answer(access, challenges, known, request.signal);
    if (header === known) return first;
    await first.discard();
    return this.#follow(request, header);
  }

  #follow(request: HttpRequest, authorization: string | undefined): Promise<HttpAnswer> {
    const headers = authorization === undefined ? request.headers : {...request.headers, authorization};
    const insecure = this.#options.insecureHosts ?? [];
    return sendFollowing(
      (next) => this.#send(next),
      {...request, headers},
      (from, location) => checkRedirect(from, location, insecure),
    );
  }

  async #url(reference: Reference, path: readonly string[], signal: AbortSignal): Promise<URL> {
    const host = registryHost(reference);
    const parts = [...reference.path.split('/'), ...path].map((part) =>
      encodeURIComponent(part).replaceAll('%3A', ':'),
    );
    return new URL(`${await this.#scheme(host, signal)}//${host}/v2/${parts.join('/')}`);
  }

  /** Of the root of the API. */
  async #origin(registry: string, signal: AbortSignal | undefined): Promise<RegistryOrigin> {
    const host = registryHost({registry});
    const scheme = await this.#scheme(host, signal ?? AbortSignal.timeout(this.#total));
    return this.#judged(new URL(`${scheme}//${host}/v2/`));
  }

  #judged(url: URL): RegistryOrigin {
    const {insecureHosts = [], allowedTokenServers = []} = this.#options;
    return {url, insecureHosts, allowedTokenServers};
  }

  /** https, except where plain http is in order and the host does not speak TLS. */
  #scheme(host: string, signal: AbortSignal): Promise<'https:' | 'http:'> {
    if (!this.#mayUsePlainHttp(host)) return Promise.resolve('https:');
    let scheme = this.#schemes.get(host);
    if (!scheme) {
      scheme = this.#probe(host, signal);
      this.#schemes.set(host, scheme);
      scheme.catch(() => this.#schemes.delete(host));
    }
    return scheme;
  }

  async #probe(host: string, signal: AbortSignal): Promise<'https:' | 'http:'> {
    try {
      const answer = await this.#send({method: 'GET', url: new URL(`https://${host}/v2/`), headers: {}, signal});
      await answer.discard();
      return 'https:';
    } catch (error) {
      // Only "this is not TLS" leads to http. A certificate that fails verification does not: that host does have TLS.
      const isNotTls =
        error instanceof RegistryError && /^(?:EPROTO|ECONNRESET|UND_ERR_SOCKET|ERR_SSL_.*)$/.test(error.code ?? '');
      if (isNotTls) return 'http:';
      throw error;
    }
  }

  #mayUsePlainHttp(host: string): boolean {
    return mayUsePlainHttp(host, this.#options.insecureHosts ?? []);
  }

  async #send({method, url, headers, body, signal}: HttpRequest): Promise<HttpAnswer> {
    try {
      const options = {dispatcher: this.#agent, method, headers, body: body ?? null, signal: signal ?? null};
      return toAnswer(url, await undiciRequest(url, options), signal);
    } catch (cause) {
      throw unanswered(url, cause, signal);
    }
  }
}

async function refusal(access: Access, answer: HttpAnswer): Promise<RegistryError> {
  const {status} = answer;
  const {code, text} = parseErrorBody(await answer.readSome(ERROR_BODY_LIMIT));
  const parts = [code?.toLowerCase(), text].filter((part) => part !== undefined && part !== '');
  const why = parts.join(': ') || 'the registry gave no reason';
  const retryAfter = answer.header('retry-after')[0];
  const hint = hintFor(status, access);
  return new RegistryError(`${why} (${status})`, {status, code, host: access.registry, retryAfter, hint});
}

function hintFor(status: number, access: Access): string | undefined {
  if (status === 401 || status === 403) return accessHint(access);
  if (status === 404 && access.found === undefined) return `if ${access.repository} is private: ${accessHint(access)}`;
  if (status === 404) return 'check name and tag; the registry has nothing there, or hides it from this account';
  if (status === 429) return 'the registry limits how often it may be asked; log in, or try again later';
  return undefined;
}

function toAnswer(
  url: URL,
  {statusCode, headers, body}: Dispatcher.ResponseData,
  signal: AbortSignal | undefined,
): HttpAnswer {
  const collect = async (limit: number, whole: boolean): Promise<Uint8Array> => {
    const chunks: Buffer[] = [];
    let length = 0;
    try {
      for await (const chunk of body as AsyncIterable<Buffer>) {
        length += chunk.length;
        chunks.push(chunk);
        if (length > limit) break;
      }
    } catch (cause) {
      throw unanswered(url, cause, signal);
    }
    if (length > limit && whole) {
      throw new RegistryError(`registry ${url.host}: its answer is longer than ${limit} bytes`, {
        status: statusCode,
        code: 'TOO_LARGE',
        host: url.host,
      });
    }
    return Buffer.concat(chunks).subarray(0, limit);
  };
  return {
    url,
    status: statusCode,
    header: (name) => [headers[name] ?? []].flat(),
    read: (limit) => collect(limit, true),
    readSome: (limit) => collect(limit, false),
    discard: () => body.dump(),
  };
}
