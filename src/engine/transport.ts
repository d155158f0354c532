/**
 * HTTP to the engine, on undici: one place for sockets, TLS, time limits and refusals; answer.ts reads the bodies.
 * Redirects are never followed (hardening R2); request logging keeps method and path, never the query (S2).
 */
import type {Socket} from 'node:net';
import type {Duplex} from 'node:stream';
import {type Address, formatAddress} from './address.ts';
import {guarded, readSome, readWhole, Watchdog} from './answer.ts';
import {type Call, encodeQuery, named} from './call.ts';
import {EngineError, EngineUnreachable} from './errors.ts';
import {own} from './json.ts';
import type {SshConnections, SshProgram} from './ssh.ts';
import type {TlsMaterial} from './tls.ts';
import {Client, type Connect, Pool} from './undici.ts';

export interface TransportOptions {
  readonly tls?: TlsMaterial | undefined;
  /** For an address of scheme ssh, which needs it. */
  readonly ssh?: SshProgram | undefined;
  /** Told each call's method and path, for debug logs. */
  readonly onRequest?: (line: string) => void;
}

export interface JsonAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly json: unknown;
}

const CONNECT_LIMIT_MS = 10_000;
const ERROR_SHOWN = 4 * 1024;

interface Limits {
  readonly shortCallMs: number;
  /** A proxy may swallow an upgrade; an engine answers in milliseconds. */
  readonly upgradeMs: number;
}

const LIMITS: Limits = {shortCallMs: 30_000, upgradeMs: 10_000};
/** A call may have to wait for ssh to connect, which has 30 s for itself, and for the docker CLI there to start. */
const SSH_LIMITS: Limits = {shortCallMs: 75_000, upgradeMs: 60_000};

/** What the calls of a transport share. */
interface Link {
  readonly origin: string;
  readonly connect: Connect;
  readonly pool: Pool;
  readonly limits: Limits;
  readonly onRequest: ((line: string) => void) | undefined;
  readonly forward: (port: number, signal: AbortSignal) => Promise<number | undefined>;
  readonly dial: (signal: AbortSignal) => Promise<Duplex>;
  readonly close: () => Promise<void>;
}

export class Transport {
  readonly address: Address;
  /** Set once by negotiation, such as '1.51'; undefined sends unversioned paths. */
  readonly apiVersion: string | undefined;
  readonly #link: Link;

  private constructor(address: Address, link: Link, apiVersion: string | undefined) {
    this.address = address;
    this.#link = link;
    this.apiVersion = apiVersion;
  }

  static open(address: Address, options: TransportOptions = {}): Transport {
    const link = address.kind === 'ssh' ? overSsh(address, options) : overSocket(address, options);
    return new Transport(address, link, undefined);
  }

  /**
   * The port of the engine's loopback that leads to one of this machine's, if any does: over ssh one that is forwarded until
   * this is closed, undefined where that is not allowed; else the same port, as the engine may well be on this machine.
   */
  forward(port: number, signal: AbortSignal): Promise<number | undefined> {
    return this.#link.forward(port, signal);
  }

  /** The same connections, speaking one API version. */
  withApiVersion(version: string): Transport {
    return new Transport(this.address, this.#link, version);
  }

  /** A short call whose answer is one JSON value (or none). Throws EngineError for a status of 300 and above. */
  async json(call: Call): Promise<JsonAnswer> {
    const limitMs = Math.max(call.limitMs ?? 0, this.#link.limits.shortCallMs);
    const limit = AbortSignal.timeout(limitMs);
    const signal = AbortSignal.any([call.signal, limit]);
    try {
      const response = await this.#request({...call, signal});
      const text = await readWhole(response.body, call);
      return {status: response.statusCode, headers: response.headers, json: parseJson(text)};
    } catch (error) {
      if (!limit.aborted || call.signal.aborted) throw error;
      throw new EngineError(`no answer within ${limitMs / 1000} s`, {
        status: 0,
        ...named(call),
        cause: error,
      });
    }
  }

  /** A call whose answer is a stream of bytes. Throws EngineError for a status of 300 and above. */
  async stream(call: Call): Promise<AsyncIterable<Uint8Array>> {
    const watchdog = new Watchdog(call.idleLimitMs);
    const signal = AbortSignal.any([call.signal, watchdog.signal]);
    try {
      const response = await this.#request({...call, signal});
      return guarded(response.body, {...call, signal}, watchdog);
    } catch (error) {
      watchdog.stop();
      throw watchdog.explain(error, call);
    }
  }

  /**
   * `POST` with an upgrade to h2c, on a connection of its own. Resolves with the raw socket after the 101; bytes that
   * came with it are still in the socket.
   */
  async upgrade(path: string, headers: ReadonlyArray<readonly [string, string]>, signal: AbortSignal): Promise<Duplex> {
    const {origin, connect, limits, onRequest} = this.#link;
    const client = new Client(origin, {connect});
    const limit = AbortSignal.timeout(limits.upgradeMs);
    onRequest?.(`POST ${path} (upgrade)`);
    const merged: Record<string, string[]> = {};
    for (const [name, value] of headers) merged[name] = [...(merged[name] ?? []), value];
    try {
      const {socket} = await client.upgrade({
        path: this.#path(path),
        method: 'POST',
        protocol: 'h2c',
        // undici accepts arrays for repeated headers here, its type does not say so.
        headers: merged as unknown as Record<string, string>,
        signal: AbortSignal.any([signal, limit]),
      });
      return socket;
    } catch (error) {
      void client.destroy();
      if (signal.aborted) throw signal.reason;
      if (error instanceof EngineUnreachable) throw error;
      const why = limit.aborted
        ? `not answered within ${limits.upgradeMs / 1000} s`
        : `refused (${(error as Error).message})`;
      throw new EngineError(`the upgrade to h2c was ${why}`, {
        status: 0,
        endpoint: `POST ${path}`,
        cause: error,
      });
    }
  }

  /**
   * A connection of its own on which nothing was said yet. Throws EngineError where the engine is behind a path of another
   * server; as `node:net` and `node:tls` where there is none to be had; or the abort reason.
   */
  async dial(signal: AbortSignal): Promise<Duplex> {
    if (this.address.kind === 'tcp' && this.address.basePath !== '')
      throw new EngineError('another server is before the engine', {status: 0, endpoint: 'HTTP/2'});
    this.#link.onRequest?.('HTTP/2 without an upgrade');
    return this.#link.dial(signal);
  }

  /** Closes idle connections and cuts the others, which cancels what the engine still does for them. */
  async close(): Promise<void> {
    await this.#link.pool.destroy();
    await this.#link.close();
  }

  #path(path: string): string {
    const base = this.address.kind === 'tcp' ? this.address.basePath : '';
    return `${base}${this.apiVersion === undefined ? '' : `/v${this.apiVersion}`}${path}`;
  }

  async #request(call: Call) {
    this.#link.onRequest?.(`${call.method} ${call.path}`);
    let response: Awaited<ReturnType<Pool['request']>>;
    try {
      response = await this.#link.pool.request({
        path: this.#path(call.path) + encodeQuery(call.query),
        method: call.method,
        // A form content type would make the engine eat the tar as form data, so it is always said.
        headers: {...contentType(call), ...call.headers},
        body: call.body ?? (call.json === undefined ? null : JSON.stringify(call.json)),
        signal: call.signal,
      });
    } catch (error) {
      throw this.#explain(error, call);
    }
    if (response.statusCode < 300) return response;
    throw refused(response.statusCode, await readSome(response.body), call);
  }

  /** Turns a failed connection into a sentence; errors of our own body and aborts pass as they are. */
  #explain(error: unknown, call: Call): unknown {
    if (call.signal.aborted) return call.signal.reason;
    if (error instanceof EngineUnreachable) return error;
    if (call.body?.errored && call.body.errored === error) return error;
    const code = (error as NodeJS.ErrnoException).code;
    if (isConnectFailure(error)) return unreachable(this.address, code, error as Error);
    return new EngineError(`the connection to the engine broke (${(error as Error).message})`, {
      status: 0,
      ...named(call),
      cause: error,
    });
  }
}

function contentType({body, json}: Call): Readonly<Record<string, string>> {
  if (body !== undefined) return {'content-type': 'application/x-tar'};
  return json === undefined ? {} : {'content-type': 'application/json'};
}

function overSocket(address: Exclude<Address, {kind: 'ssh'}>, {tls: material, onRequest}: TransportOptions): Link {
  const tcp = address.kind === 'tcp' ? address : undefined;
  const host = tcp === undefined ? 'localhost' : tcp.host.includes(':') ? `[${tcp.host}]` : tcp.host;
  const origin = tcp === undefined ? 'http://localhost' : `${tcp.tls ? 'https' : 'http'}://${host}:${tcp.port}`;
  const connect = {
    timeout: CONNECT_LIMIT_MS,
    ...(address.kind !== 'tcp' && {socketPath: address.path}),
    // Said outright, because an environment variable of Node would turn verification off otherwise (R1).
    ...(tcp?.tls && {...material, minVersion: 'TLSv1.2' as const, rejectUnauthorized: true}),
  };
  const pool = new Pool(origin, {...UNLIMITED, connect, connections: 16});
  const dialLater = async (signal: AbortSignal) => {
    const {dial} = await import('./dial.ts');
    return dial(address, material, signal);
  };
  return {
    origin,
    connect,
    pool,
    limits: LIMITS,
    onRequest,
    dial: dialLater,
    forward: async (port) => port,
    close: async () => {},
  };
}

/** A silent RUN step may last for hours, so no header or body limit here; short calls bring their own. */
const UNLIMITED = {headersTimeout: 0, bodyTimeout: 0};
/** Each connection is a process here and a login there, so they are few, and kept. */
const SSH_POOL = {...UNLIMITED, connections: 4, keepAliveTimeout: 600_000};

function overSsh(address: Extract<Address, {kind: 'ssh'}>, {ssh, onRequest}: TransportOptions): Link {
  if (ssh === undefined) throw new TypeError('an address of scheme ssh needs the option ssh');
  const origin = 'http://localhost';
  let loading: Promise<SshConnections> | undefined;
  const load = () => {
    // With the first connection, as most engines are not behind ssh.
    loading ??= import('./ssh.ts').then(({SshConnections}) => new SshConnections(address, ssh));
    return loading;
  };
  const dial = async () => (await load()).open();
  const connect: Connect = (_options, callback) => {
    dial().then(
      // Typed as a socket of the net, of which undici uses what every Duplex has.
      (stream) => callback(null, stream as unknown as Socket),
      (error: Error) => callback(error, null),
    );
  };
  const pool = new Pool(origin, {...SSH_POOL, connect});
  return {
    origin,
    connect,
    pool,
    limits: SSH_LIMITS,
    onRequest,
    dial,
    forward: async (port, signal) => (await load()).forward(port, signal),
    close: async () => (await loading)?.close(),
  };
}

function isConnectFailure(error: unknown): boolean {
  const {syscall, code} = error as NodeJS.ErrnoException;
  if (syscall === 'connect' || syscall === 'getaddrinfo' || code === 'UND_ERR_CONNECT_TIMEOUT') return true;
  return isTlsFailure(code);
}

/** Codes of certificates that do not fit, and of PEM files that are none. */
function isTlsFailure(code: string | undefined): boolean {
  return /^(ERR_TLS|ERR_SSL|ERR_OSSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(code ?? '');
}

/** Cause and way out by errno (error table of the Engine API reference: no-daemon, no-permission, tls-*). */
function unreachable(address: Address, code: string | undefined, cause: Error): EngineUnreachable {
  const hints: Readonly<Record<string, string>> = {
    ENOENT: 'Start the engine, or name another with the input docker-host or DOCKER_HOST',
    ECONNREFUSED: 'Start the engine, or name another with the input docker-host or DOCKER_HOST',
    EACCES: "Add the runner's user to the group docker, or use the socket of a rootless engine",
    ENOTFOUND: 'Check the host name in docker-host or DOCKER_HOST',
    UND_ERR_CONNECT_TIMEOUT: 'Check the host, its port and the firewall between',
  };
  const tls = isTlsFailure(code);
  const hint = tls
    ? 'Check ca.pem, cert.pem and key.pem in DOCKER_CERT_PATH, or of the context, against the engine'
    : hints[code ?? ''];
  const why =
    code === 'ENOENT' ? 'there is no such socket' : cause.message === '' ? (code ?? 'unknown') : cause.message;
  return new EngineUnreachable(formatAddress(address), why, {...(code && {code}), ...(hint && {hint}), cause});
}

function refused(status: number, text: string, call: Call): EngineError {
  const json = parseJson(text);
  const message = typeof json === 'object' && json !== null ? own(json, 'message') : undefined;
  if (typeof message === 'string') return new EngineError(message.slice(0, ERROR_SHOWN), {status, ...named(call)});
  if (status < 400)
    return new EngineError('it answered with a redirect, which is never followed', {status, ...named(call)});
  const plain = text.trim();
  // An HTML page means that something between us and the engine answered.
  const shown = plain.startsWith('<') ? `a proxy answered: ${plain.slice(0, 200)}` : plain.slice(0, ERROR_SHOWN);
  return new EngineError(shown === '' ? 'no reason given' : shown, {status, ...named(call)});
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
