/**
 * A gRPC client on a connection that is there: `POST /grpc` makes us the HTTP/2 client of the engine's BuildKit (Engine API
 * 1.39 and newer), others take it from the first byte (grpc/doc/PROTOCOL-HTTP2.md). The counterpart of grpc.ts, which serves
 * the session.
 */
import {once} from 'node:events';
import type {ClientHttp2Session, ClientHttp2Stream, IncomingHttpHeaders} from 'node:http2';
import type {Duplex} from 'node:stream';
import {encodeFrames, readFrames} from './frames.ts';

export interface ClientOptions {
  /** Resolves with a socket on which HTTP/2 is to be spoken, such as that of `POST /grpc` after the 101. */
  readonly upgrade: () => Promise<Duplex>;
  /** Ends the connection, and every call on it, at once. */
  readonly signal: AbortSignal;
}

export interface CallOptions {
  /** Names in lower case; an array repeats the field. */
  readonly metadata?: Readonly<Record<string, string | readonly string[]>>;
  /** Ends this call alone; the engine stops what it does for it. */
  readonly signal?: AbortSignal;
}

export interface GrpcClient {
  /** `path` is `/service/Method`. Throws RpcError, ConnectionLost or the reason of the signal. */
  unary(path: string, request: Uint8Array, options?: CallOptions): Promise<Uint8Array>;
  /** One request, any number of answers. Leaving the loop early ends the call. Throws as `unary`. */
  stream(path: string, request: Uint8Array, options?: CallOptions): AsyncGenerator<Uint8Array>;
  /** Messages both ways. */
  open(path: string, options?: CallOptions): OpenCall;
  /** Cuts the connection. May be called again. */
  close(): void;
  [Symbol.dispose](): void;
}

export interface OpenCall {
  /** Writes messages with back-pressure: resolves when the connection takes more. Throws as `unary`. */
  send(...messages: readonly Uint8Array[]): Promise<void>;
  /** There are no more messages of ours. */
  end(): void;
  /** To be read to its end, where it throws as `unary`; leaving it early ends the call. */
  readonly answers: AsyncGenerator<Uint8Array>;
}

/** The call was answered with an error (grpc/doc/statuscodes.md). */
export class RpcError extends Error {
  override readonly name = 'RpcError';
  readonly code: number;
  /** The engine's own words. */
  readonly reason: string;
  /** Encoded google.rpc.Status, when there is more to tell. */
  readonly details: Uint8Array | undefined;

  constructor(path: string, code: number, reason: string, details: Uint8Array | undefined) {
    super(`${path}: ${reason} (gRPC code ${code})`);
    this.code = code;
    this.reason = reason;
    this.details = details;
  }
}

/** The connection, or the call, ended without an answer. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';

  constructor(path: string, why: string, cause?: unknown) {
    super(`${path}: the engine ended it without an answer: ${why}`, {cause});
  }
}

/** Bytes that may be under way to us before we have read any: a trace of a build can be large. */
const WINDOW = 8 * 1024 * 1024;
/** As for sessions: Node's default of 10 MB refuses streams when more is buffered. */
const MEMORY_MB = 1000;
/**
 * A failure brings the whole Dockerfile along, encoded twice. Above 64 KiB, which is a Dockerfile of about 36 kB, the
 * HTTP/2 library of Node cuts the connection whatever is set here.
 */
const HEADER_BYTES = 128 * 1024;
const CANCEL = 8;

/** Opens a connection. Rejects with what `upgrade` throws, or with the reason of the signal. */
export async function openClient({upgrade, signal}: ClientOptions): Promise<GrpcClient> {
  signal.throwIfAborted();
  const [http2, socket] = await Promise.all([import('node:http2'), upgrade()]);
  if (signal.aborted) {
    socket.destroy();
    throw signal.reason;
  }
  const connection = http2.connect('http://engine', {
    createConnection: () => socket,
    maxSessionMemory: MEMORY_MB,
    settings: {initialWindowSize: WINDOW, enablePush: false, maxHeaderListSize: HEADER_BYTES},
  });
  // Each call tells its own end; without a listener an error would end the process.
  connection.on('error', () => {});
  socket.on('error', () => {});
  connection.once('connect', () => connection.setLocalWindowSize(WINDOW));
  const close = () => {
    signal.removeEventListener('abort', close);
    connection.destroy();
    socket.destroy();
  };
  signal.addEventListener('abort', close, {once: true});
  const open = (path: string, options: CallOptions = {}) =>
    call(connection, path, {...options, signal: AbortSignal.any([signal, options.signal ?? signal])});
  async function* stream(path: string, request: Uint8Array, options: CallOptions = {}) {
    const {send, end, answers} = open(path, options);
    // What goes wrong with it shows in the answers.
    send(request).catch(() => {});
    end();
    yield* answers;
  }
  const unary = async (path: string, request: Uint8Array, options?: CallOptions) => {
    let answer: Uint8Array | undefined;
    for await (const message of stream(path, request, options)) answer = message;
    if (answer === undefined) throw new ConnectionLost(path, 'it said that all is well, and nothing else');
    return answer;
  };
  return {unary, stream, open, close, [Symbol.dispose]: close};
}

function call(
  connection: ClientHttp2Session,
  path: string,
  {metadata = {}, signal}: CallOptions & {readonly signal: AbortSignal},
): OpenCall {
  signal.throwIfAborted();
  if (connection.destroyed || connection.closed) throw new ConnectionLost(path, 'the connection is closed');
  const own = Object.entries(metadata).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]);
  const headers = {':method': 'POST', ':path': path, te: 'trailers', 'content-type': 'application/grpc'};
  const stream = connection.request({...headers, ...Object.fromEntries(own)});
  const ending = endOf(stream);
  const cancel = () => stream.close(CANCEL);
  signal.addEventListener('abort', cancel, {once: true});
  void ending.then(() => signal.removeEventListener('abort', cancel));
  const send = async (...messages: readonly Uint8Array[]) => {
    signal.throwIfAborted();
    if (stream.closed || stream.destroyed) throw new ConnectionLost(path, 'the call is over');
    if (!stream.write(encodeFrames(...messages))) await Promise.race([once(stream, 'drain'), ending]);
  };
  async function* read(): AsyncGenerator<Uint8Array> {
    try {
      try {
        yield* readFrames(stream.iterator({destroyOnReturn: false}));
      } catch (error) {
        signal.throwIfAborted();
        throw new ConnectionLost(path, (error as Error).message, error);
      }
      const end = await ending;
      signal.throwIfAborted();
      checkEnd(path, end);
    } finally {
      if (!stream.closed) cancel();
    }
  }
  return {send, end: () => stream.end(), answers: read()};
}

/** Headers and trailers together, once the stream is closed; never rejects. */
function endOf(stream: ClientHttp2Stream): Promise<IncomingHttpHeaders> {
  const {promise, resolve} = Promise.withResolvers<IncomingHttpHeaders>();
  const all: IncomingHttpHeaders = {};
  const take = (headers: IncomingHttpHeaders) => Object.assign(all, headers);
  stream.on('response', take);
  stream.on('trailers', take);
  stream.on('error', () => {});
  stream.on('close', () => resolve(all));
  return promise;
}

/** An answer that is only an error comes without trailers, with the code in its headers. */
function checkEnd(path: string, end: IncomingHttpHeaders): void {
  const text = (name: string) => String(end[name] ?? '');
  const code = text('grpc-status');
  if (code === '0') return;
  if (code === '') throw new ConnectionLost(path, `HTTP status ${text(':status') || 'unknown'} and no gRPC code`);
  const details = text('grpc-status-details-bin');
  throw new RpcError(
    path,
    Number(code),
    percentDecode(text('grpc-message')),
    details === '' ? undefined : Buffer.from(details, 'base64'),
  );
}

function percentDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
