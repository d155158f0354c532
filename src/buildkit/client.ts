/**
 * A gRPC client on a connection that somebody else opened: BuildKit's own API behind the engine's upgraded `/grpc`, or a
 * buildkitd itself (grpc/doc/PROTOCOL-HTTP2.md). Bare node:http2, as on the serving side (grpc.ts).
 */
import {once} from 'node:events';
import type {ClientHttp2Session, ClientHttp2Stream, IncomingHttpHeaders} from 'node:http2';
import type {Duplex} from 'node:stream';
import {type CallFailed, ConnectionLost, failureIn} from './call-failed.ts';
import {encodeFrames, readFrames} from './frames.ts';

export interface CallOptions {
  /** Header fields beside those of gRPC itself; a name may come more than once. */
  readonly metadata?: ReadonlyArray<readonly [name: string, value: string]>;
  /** Resets the stream, upon which the other side stops what it does for the call. */
  readonly signal: AbortSignal;
}

/** A call with messages both ways. */
export interface OpenCall {
  /** Writes messages with back-pressure: resolves when the connection takes more. */
  send(...messages: readonly Uint8Array[]): Promise<void>;
  /** No more messages of ours. */
  end(): void;
  /** To be read to its end: throws CallFailed there when the call failed, ConnectionLost, or the signal's reason. */
  readonly responses: AsyncIterable<Uint8Array>;
}

/**
 * A failure brings the whole Dockerfile along, encoded twice. Above 64 KiB, which is a Dockerfile of about 36 kB, the HTTP/2
 * library of Node cuts the connection whatever is set here.
 */
const MAX_HEADER_BYTES = 128 * 1024;
/** Blobs and files come this way, too: the default of 64 kB would make each of its frames wait for an answer. */
const WINDOW_BYTES = 4 * 1024 * 1024;
/** As for sessions: Node's default of 10 MB refuses streams when more is buffered. */
const MEMORY_MB = 1000;
/** NGHTTP2_CANCEL */
const CANCEL = 8;

export class GrpcClient {
  readonly #connection: ClientHttp2Session;
  readonly #socket: Duplex;
  #lost: Error | undefined;

  private constructor(connection: ClientHttp2Session, socket: Duplex) {
    this.#connection = connection;
    this.#socket = socket;
    const keep = (error: Error) => {
      this.#lost ??= error;
    };
    connection.on('error', keep);
    socket.on('error', keep);
  }

  /** `socket` belongs to the client from here on. `authority` is what the other side is called, `host[:port]`. */
  static async over(socket: Duplex, authority = 'localhost'): Promise<GrpcClient> {
    const http2 = await import('node:http2');
    const connection = http2.connect(`http://${authority}`, {
      createConnection: () => socket,
      maxSessionMemory: MEMORY_MB,
      settings: {enablePush: false, initialWindowSize: WINDOW_BYTES, maxHeaderListSize: MAX_HEADER_BYTES},
    });
    connection.once('connect', () => connection.setLocalWindowSize(WINDOW_BYTES));
    return new GrpcClient(connection, socket);
  }

  /** One message each way. Throws as `OpenCall.responses`. */
  async unary(path: string, request: Uint8Array, options: CallOptions): Promise<Uint8Array> {
    let answer: Uint8Array | undefined;
    for await (const message of this.stream(path, request, options)) answer ??= message;
    return answer ?? new Uint8Array(0);
  }

  /** One message to the other side, and all that come back. Leaving the loop early ends the call. */
  async *stream(path: string, request: Uint8Array, options: CallOptions): AsyncGenerator<Uint8Array> {
    const call = this.open(path, options);
    // What goes wrong with it shows in the answer.
    call.send(request).catch(() => {});
    call.end();
    yield* call.responses;
  }

  open(path: string, {metadata = [], signal}: CallOptions): OpenCall {
    signal.throwIfAborted();
    if (this.#connection.destroyed || this.#connection.closed) throw this.#lostIn(path);
    const headers: Record<string, string | string[]> = {
      ':method': 'POST',
      ':path': path,
      'content-type': 'application/grpc',
      te: 'trailers',
    };
    for (const [name, values] of Map.groupBy(metadata, ([key]) => key))
      headers[name] = values.map(([, value]) => value);
    const stream = this.#connection.request(headers);
    const ending = watch(stream);
    const abort = () => stream.close(CANCEL);
    signal.addEventListener('abort', abort, {once: true});
    void ending.over.then(() => signal.removeEventListener('abort', abort));
    return {
      send: async (...messages) => {
        signal.throwIfAborted();
        if (stream.destroyed || stream.closed) throw this.#lostIn(path);
        if (!stream.write(encodeFrames(...messages))) await Promise.race([once(stream, 'drain'), ending.over]);
      },
      end: () => stream.end(),
      responses: this.#responses(path, stream, {ending, signal}),
    };
  }

  /** Ends what is under way, and the connection. */
  async close(): Promise<void> {
    const closed = this.#connection.destroyed ? undefined : once(this.#connection, 'close').catch(() => {});
    this.#connection.destroy();
    this.#socket.destroy();
    await closed;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async *#responses(
    path: string,
    stream: ClientHttp2Stream,
    {ending, signal}: {readonly ending: Ending; readonly signal: AbortSignal},
  ): AsyncGenerator<Uint8Array> {
    let cause: unknown;
    try {
      for await (const message of readFrames(stream.iterator({destroyOnReturn: false}))) yield message;
    } catch (error) {
      cause = error;
    } finally {
      // Whoever leaves the loop early wants no more of the call; after its end this does nothing.
      if (!stream.readableEnded) stream.close(CANCEL);
    }
    if (signal.aborted) throw signal.reason;
    await ending.over;
    const failure = ending.failure(path);
    if (failure !== undefined) throw failure;
    if (cause !== undefined || !ending.isComplete()) throw this.#lostIn(path, cause);
  }

  #lostIn(path: string, cause?: unknown): ConnectionLost {
    return new ConnectionLost(path, this.#lost ?? cause);
  }
}

interface Ending {
  /** Settles when the stream is closed and never rejects. */
  readonly over: Promise<void>;
  /** What the other side said of the call, when that is not "ok". */
  failure(path: string): CallFailed | undefined;
  /** Whether the other side said how it ended at all. */
  isComplete(): boolean;
}

/** The status of a call comes after the messages, or in the only headers when there are none. */
function watch(stream: ClientHttp2Stream): Ending {
  let headers: IncomingHttpHeaders & {':status'?: number | undefined} = {};
  let trailers: IncomingHttpHeaders = {};
  stream.on('response', (received) => {
    headers = received;
  });
  stream.on('trailers', (received) => {
    trailers = received;
  });
  // Told in the answer; without a listener it would end the process.
  stream.on('error', () => {});
  const {promise: over, resolve} = Promise.withResolvers<void>();
  stream.once('close', resolve);
  const end = () => (trailers['grpc-status'] === undefined ? headers : trailers);
  return {
    over,
    failure: (path) => failureIn(path, headers[':status'], end()),
    isComplete: () => end()['grpc-status'] !== undefined,
  };
}
