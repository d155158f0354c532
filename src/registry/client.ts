/**
 * A client of the registry API (OCI distribution-spec). `call` carries everything that one call needs (authorisation,
 * redirects, limits, error texts), `request` the retries as well; manifest.ts, blob.ts, upload.ts, tags.ts and
 * referrers.ts are built on it.
 */

import {type Access, Authorizer, accessHint, type BearerToken, parseChallenges} from './auth.ts';
import type {CredentialSource, FoundCredential} from './credential-source.ts';
import {classifyRegistryError, ERROR_BODY_LIMIT, parseErrorBody, RegistryError} from './errors.ts';
import {type HttpAnswer, type HttpMethod, type HttpRequest, sendFollowing} from './exchange.ts';
import {HttpSender} from './http.ts';
import type {OnSecret} from './masks.ts';
import {checkRealm, checkRedirect, mayUsePlainHttp, type RegistryOrigin} from './origin.ts';
import type {ProxySettings} from './proxy.ts';
import {type Reference, registryHost} from './reference.ts';
import {type Clock, RETRY_POLICY, type RetryOptions, type RetryPolicy, retrying, waitingAfter} from './retry.ts';

export interface RegistryClientOptions {
  readonly credentials: Pick<CredentialSource, 'find'>;
  /** `host[:port]` of registries that may be spoken to without TLS; loopback always may. */
  readonly insecureHosts?: readonly string[];
  /** `host[:port]` of token servers that may get credentials though their host is not the registry's. */
  readonly allowedTokenServers?: readonly string[];
  /** Certificates of authorities to trust beside those that Node does, PEM. */
  readonly authorities?: readonly string[];
  readonly onSecret: OnSecret;
  readonly log: (text: string) => void;
  readonly clock: Clock;
  readonly random: () => number;
  readonly retry?: RetryPolicy;
  /** Milliseconds; 10 s to connect, 30 s for a whole call with a short answer (hardening R7). */
  readonly timeouts?: {readonly connect: number; readonly total: number};
  /** None by default: a library does not look into the environment. */
  readonly proxies?: ProxySettings;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}

/** Pull to read, push to write as well; a registry that wants more for a deletion says so. */
export type Actions = 'pull' | 'pull,push';

export interface RegistryCall {
  readonly method: HttpMethod;
  /** Below `/v2/<repository>/`, such as `manifests`, `latest`, each part encoded here; or where an upload goes on. */
  readonly path: readonly string[] | URL;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: HttpRequest['body'];
  /** For blobs: no limit on the whole, only on silence. */
  readonly isLong?: boolean;
  /** For the log and errors: `read manifest of ghcr.io/a/b:1`. */
  readonly what: string;
  readonly actions: Actions;
  /** Another repository of the registry that is to be read for it. */
  readonly readsFrom?: string | undefined;
  /** Statuses beside those of success that are no error. */
  readonly expect?: readonly number[];
}

type Use<T> = (answer: HttpAnswer) => Promise<T>;

/** Somebody waits for the token, and for no longer than a minute. */
const TOKEN_RETRY: RetryPolicy = {...RETRY_POLICY, capSeconds: 10, budgetSeconds: 20};

/** How long a registry is waited for that may be out of our reach. */
const PATIENCE_MS = 3000;

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
  readonly #sender: HttpSender;
  readonly #authorizer: Authorizer;
  readonly #total: number;
  readonly #schemes = new Map<string, Promise<'https:' | 'http:'>>();
  readonly #warned = new Set<string>();

  constructor(options: RegistryClientOptions) {
    const {timeouts = {connect: 10_000, total: 30_000}, proxies, authorities, clock, onSecret} = options;
    this.#options = options;
    this.#total = timeouts.total;
    this.#sender = new HttpSender({timeouts, proxies, authorities});
    this.#authorizer = new Authorizer({send: (request) => this.#sender.send(request), clock, onSecret});
  }

  /**
   * Makes a call, and makes it again as long as the policy for retries says so. `use` reads the answer inside of the
   * retry, so a connection lost in the middle of a body is tried again as well.
   */
  request<T>(reference: Reference, call: RegistryCall, {signal}: CallOptions, use: Use<T>): Promise<T> {
    return this.retrying(call.what, () => this.call(reference, call, {signal}, use), signal);
  }

  /** Makes a call once, with all that belongs to it: scheme, login, redirects. */
  async call<T>(reference: Reference, call: RegistryCall, {signal}: CallOptions, use: Use<T>): Promise<T> {
    const {registry, path: repository} = reference;
    const {actions, readsFrom} = call;
    const action = actions === 'pull' ? 'pull' : 'push';
    const found = await this.#options.credentials.find({registry, repository, action});
    try {
      const limits = [...(signal ? [signal] : []), ...(call.isLong ? [] : [AbortSignal.timeout(this.#total)])];
      const inner = limits.length === 0 ? undefined : AbortSignal.any(limits);
      const origin = await this.#origin(registry, inner);
      const also = readsFrom === undefined ? [] : [`repository:${readsFrom}:pull`];
      const access: Access = {origin, registry, repository, actions, also, found};
      const {method, headers = {}, body, isLong} = call;
      const url = urlOf(origin.url, repository, call);
      const answer = await this.#authorised(access, {method, url, headers, body, isLong, signal: inner});
      this.#showWarnings(registry, answer);
      const {status} = answer;
      if ((status >= 200 && status < 300) || call.expect?.includes(status)) return await use(answer);
      throw await refusal(access, answer);
    } catch (error) {
      throw error instanceof RegistryError ? error.during(call.what, repository) : error;
    }
  }

  /** For work that is made of several calls of `call`, and is tried again as a whole. */
  retrying<T>(what: string, operation: (attempt: number) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return retrying(operation, this.#retryOptions(what, signal));
  }

  /** For work that goes on where it broke off, see `waitingAfter` of retry.ts. */
  waitingAfter(what: string, signal?: AbortSignal): (error: unknown) => Promise<void> {
    return waitingAfter(this.#retryOptions(what, signal));
  }

  /**
   * Whether `token` could get one for a registry: that is within reach, wants tokens, and its token server may be told
   * the credential (hardening R3).
   */
  async hasTokens(registry: string, {signal}: CallOptions): Promise<boolean> {
    try {
      const origin = await this.#origin(registry, signal);
      const answer = await this.#sender.send({method: 'GET', url: origin.url, headers: {}, signal});
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

  /** Whether a registry answers at all, within a few seconds. */
  async answers(registry: string, {signal}: CallOptions = {}): Promise<boolean> {
    const limit = AbortSignal.timeout(PATIENCE_MS);
    try {
      const inner = signal ? AbortSignal.any([signal, limit]) : limit;
      const {url} = await this.#origin(registry, inner);
      const answer = await this.#sender.send({method: 'GET', url, headers: {}, signal: inner});
      await answer.discard();
      return true;
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof RegistryError || limit.aborted) return false;
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
    return this.#sender.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #retryOptions(what: string, signal: AbortSignal | undefined): RetryOptions {
    const {clock, random, log, retry} = this.#options;
    return {what, classify: classifyRegistryError, clock, random, log, signal, ...(retry && {policy: retry})};
  }

  /** Sends with the login known so far; on a 401 makes the one asked for and repeats, once. */
  async #authorised(access: Access, request: HttpRequest): Promise<HttpAnswer> {
    // An upload may go on at another host, which gets no login of ours.
    if (request.url.origin !== access.origin.url.origin) return this.#follow(request, undefined);
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
      (next) => this.#sender.send(next),
      {...request, headers},
      (from, location) => checkRedirect(from, location, insecure),
    );
  }

  /** Of the root of the API. */
  async #origin(registry: string, signal: AbortSignal | undefined): Promise<RegistryOrigin> {
    const {insecureHosts = [], allowedTokenServers = []} = this.#options;
    const host = registryHost({registry});
    const scheme = await this.#scheme(host, signal ?? AbortSignal.timeout(this.#total));
    return {url: new URL(`${scheme}//${host}/v2/`), insecureHosts, allowedTokenServers};
  }

  /** RFC 7234 section 5.5, as the distribution-spec has it; each once, as many calls bring the same. */
  #showWarnings(registry: string, answer: HttpAnswer): void {
    for (const header of answer.header('warning')) {
      const text = /^299 \S+ "((?:[^"\\]|\\.)*)"/.exec(header)?.[1]?.replace(/\\(.)/g, '$1');
      if (text === undefined || this.#warned.has(text)) continue;
      this.#warned.add(text);
      this.#options.log(`${registry} warns: ${text}`);
    }
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
      const url = new URL(`https://${host}/v2/`);
      const answer = await this.#sender.send({method: 'GET', url, headers: {}, signal});
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
}

function urlOf(root: URL, repository: string, {path, query = {}}: RegistryCall): URL {
  const encode = (part: string) => encodeURIComponent(part).replaceAll('%3A', ':');
  const url =
    path instanceof URL ? new URL(path) : new URL([...repository.split('/'), ...path].map(encode).join('/'), root);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

/** What a status alone says, as answers to HEAD have nothing else. */
const UNEXPLAINED: ReadonlyMap<number, string> = new Map([
  [401, 'the login was refused'],
  [403, 'access was refused'],
  [404, 'there is no such thing'],
]);

async function refusal(access: Access, answer: HttpAnswer): Promise<RegistryError> {
  const {status} = answer;
  const {code, text} = parseErrorBody(await answer.readSome(ERROR_BODY_LIMIT));
  const parts = [code?.toLowerCase(), text].filter((part) => part !== undefined && part !== '');
  const why = parts.join(': ') || (UNEXPLAINED.get(status) ?? 'the registry gave no reason');
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
