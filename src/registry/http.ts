/**
 * How requests reach a registry: connections, TLS, proxies, and limits on silence. The only file here that knows undici.
 */
import {Readable} from 'node:stream';
import {getCACertificates} from 'node:tls';
import {Agent, type Dispatcher, ProxyAgent, request as undiciRequest} from 'undici';
import {RegistryError} from './errors.ts';
import type {HttpAnswer, HttpRequest} from './exchange.ts';
import {type ProxySettings, proxyFor} from './proxy.ts';
import {unanswered} from './unanswered.ts';

export interface HttpOptions {
  /** Milliseconds to connect, and for a whole call with a short answer. */
  readonly timeouts: {readonly connect: number; readonly total: number};
  readonly proxies?: ProxySettings | undefined;
  /** PEM, to trust beside what Node does. */
  readonly authorities?: readonly string[] | undefined;
}

/** A registry may take a while to put together what it was sent; hardening R7 gives pushes five minutes. */
const LONG_SILENCE_MS = 300_000;
const CONNECTIONS = 8;

/** Close it, or its connections keep the process alive. */
export class HttpSender {
  readonly #options: HttpOptions;
  readonly #direct: Agent;
  /** By URL of the proxy. */
  readonly #proxied = new Map<string, ProxyAgent>();

  constructor(options: HttpOptions) {
    this.#options = options;
    this.#direct = new Agent({...this.#limits(), connect: this.#tls()});
  }

  /** Sends without following anything. Throws RegistryError with status 0 when there is no answer. */
  async send({method, url, headers, body, isLong, signal}: HttpRequest): Promise<HttpAnswer> {
    const content = typeof body === 'function' ? Readable.from(body(), {objectMode: false}) : (body ?? null);
    try {
      const answer = await undiciRequest(url, {
        dispatcher: this.#dispatcher(url),
        method,
        headers,
        body: content,
        signal: signal ?? null,
        ...(isLong && {headersTimeout: LONG_SILENCE_MS, bodyTimeout: LONG_SILENCE_MS}),
      });
      return toAnswer(url, answer, signal);
    } catch (cause) {
      // What broke the body itself is told, not what became of the connection then.
      if (content instanceof Readable && content.errored) throw content.errored;
      throw unanswered(url, cause, signal);
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#direct, ...this.#proxied.values()].map((dispatcher) => dispatcher.destroy()));
  }

  #limits() {
    const {total} = this.#options.timeouts;
    return {connections: CONNECTIONS, pipelining: 1, headersTimeout: total, bodyTimeout: total};
  }

  #tls() {
    const {authorities = []} = this.#options;
    // Said outright, because an environment variable of Node would turn verification off otherwise (hardening R1).
    return {
      timeout: this.#options.timeouts.connect,
      minVersion: 'TLSv1.2',
      rejectUnauthorized: true,
      ...(authorities.length > 0 && {ca: [...getCACertificates('default'), ...authorities]}),
    } as const;
  }

  #dispatcher(url: URL): Dispatcher {
    const proxy = this.#options.proxies && proxyFor(url, this.#options.proxies);
    if (proxy === undefined) return this.#direct;
    let agent = this.#proxied.get(proxy);
    if (agent === undefined) {
      agent = new ProxyAgent({uri: proxy, ...this.#limits(), requestTls: this.#tls(), proxyTls: this.#tls()});
      this.#proxied.set(proxy, agent);
    }
    return agent;
  }
}

function toAnswer(
  url: URL,
  {statusCode, headers, body}: Dispatcher.ResponseData,
  signal: AbortSignal | undefined,
): HttpAnswer {
  const stream = async function* (): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of body as AsyncIterable<Buffer>) yield chunk;
    } catch (cause) {
      throw unanswered(url, cause, signal);
    }
  };
  const collect = async (limit: number, whole: boolean): Promise<Uint8Array> => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of stream()) {
      length += chunk.length;
      chunks.push(chunk);
      if (length > limit) break;
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
    stream,
    discard: () => body.dump(),
  };
}
