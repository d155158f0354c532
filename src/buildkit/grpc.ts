/**
 * A gRPC server for one HTTP/2 connection: answers each incoming stream by the method its path names
 * (grpc/doc/PROTOCOL-HTTP2.md). Bare node:http2, because the other libraries merge repeated metadata and cannot serve
 * a socket that was upgraded. Whatever a method does, its call is answered and nothing is rejected unhandled.
 */
import {once} from 'node:events';
import type {ServerHttp2Stream} from 'node:http2';
import {encodeFrames, readFrames} from './frames.ts';
import {Code, GrpcError, parseTimeout, toTrailers} from './status.ts';

export interface Call {
  /** `/service/Method` as asked for. */
  readonly path: string;
  /** Request metadata in order; a repeated name is repeated here, not joined by commas. Names are lower case. */
  readonly metadata: ReadonlyArray<readonly [name: string, value: string]>;
  /** Aborts when the caller gave up, the time is over or the connection is gone. */
  readonly signal: AbortSignal;
}

export interface StreamCall extends Call {
  readonly requests: AsyncIterable<Uint8Array>;
  /** Writes messages with back-pressure: resolves when the connection takes more. Rejects when the call is over. */
  send(...messages: readonly Uint8Array[]): Promise<void>;
}

/** One request message, one answer; answered with code 4 when it takes longer than `limitMs` or the caller's limit. */
export interface UnaryMethod {
  readonly kind: 'unary';
  readonly limitMs?: number;
  handle(request: Uint8Array, call: Call): Promise<Uint8Array> | Uint8Array;
}

/** Messages both ways, in any order; the call ends with code 0 when the promise resolves. */
export interface StreamMethod {
  readonly kind: 'stream';
  handle(call: StreamCall): Promise<void>;
}

export type Method = UnaryMethod | StreamMethod;
/** Keys are `/service/Method`. */
export type Methods = ReadonlyMap<string, Method>;

const HEADERS = {':status': 200, 'content-type': 'application/grpc'};
/** Of the caller's own limit we use this part, so that our answer is still in time. */
const IN_TIME = 0.9;

/** Answers one stream. Never rejects. `rawHeaders` is the flat name, value list of the http2 `stream` event. */
export async function answer(
  stream: ServerHttp2Stream,
  rawHeaders: readonly string[],
  methods: Methods,
): Promise<void> {
  // A reset or a lost connection ends in `close`; without a listener its error would end the process.
  stream.on('error', () => {});
  const over = new AbortController();
  stream.once('close', () => over.abort(new GrpcError(Code.cancelled, 'the caller ended the call')));
  try {
    const metadata = toPairs(rawHeaders);
    const path = metadata.find(([name]) => name === ':path')?.[1] ?? '';
    const call = {path, metadata, signal: over.signal};
    const method = methods.get(path);
    if (method === undefined) throw new GrpcError(Code.unimplemented, `this session does not serve ${path}`);
    if (method.kind === 'unary') await answerUnary(stream, method, call, over);
    else await answerStream(stream, method, call);
  } catch (error) {
    finish(stream, toTrailers(error));
  }
}

async function answerUnary(
  stream: ServerHttp2Stream,
  method: UnaryMethod,
  call: Call,
  over: AbortController,
): Promise<void> {
  const request = await readOne(stream, call.path);
  const asked = parseTimeout(call.metadata.find(([name]) => name === 'grpc-timeout')?.[1]);
  const limit = Math.min(method.limitMs ?? Number.POSITIVE_INFINITY, (asked ?? Number.POSITIVE_INFINITY) * IN_TIME);
  const reply = await within(limit, async () => method.handle(request, call), call, over);
  if (stream.closed || stream.destroyed) return;
  open(stream);
  stream.end(encodeFrames(reply));
}

async function readOne(stream: ServerHttp2Stream, path: string): Promise<Uint8Array> {
  let request: Uint8Array | undefined;
  for await (const message of readFrames(bytesOf(stream))) {
    if (request !== undefined) throw new GrpcError(Code.internal, `${path} takes one message, more came`);
    request = message;
  }
  if (request === undefined) throw new GrpcError(Code.internal, `${path} takes one message, none came`);
  return request;
}

async function answerStream(stream: ServerHttp2Stream, method: StreamMethod, call: Call): Promise<void> {
  const send = async (...messages: readonly Uint8Array[]) => {
    call.signal.throwIfAborted();
    if (!stream.headersSent) open(stream);
    if (!stream.write(encodeFrames(...messages))) await drained(stream, call.signal);
  };
  await method.handle({...call, requests: readFrames(bytesOf(stream)), send});
  finish(stream, {'grpc-status': String(Code.ok)});
}

async function drained(stream: ServerHttp2Stream, signal: AbortSignal): Promise<void> {
  try {
    await once(stream, 'drain', {signal});
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  }
}

/**
 * Runs `work` until it is done, the call is over or `ms` have gone by; then the signal of the call aborts and code 4 is
 * thrown. No timer outlives the call: it would keep the whole process waiting.
 */
async function within<T>(ms: number, work: () => Promise<T>, call: Call, over: AbortController): Promise<T> {
  over.signal.throwIfAborted();
  const {promise: ended, reject} = Promise.withResolvers<never>();
  const stop = () => reject(over.signal.reason);
  over.signal.addEventListener('abort', stop, {once: true});
  const late = () =>
    over.abort(new GrpcError(Code.deadlineExceeded, `${call.path} took longer than ${Math.round(ms)} ms`));
  const timer = Number.isFinite(ms) ? setTimeout(late, ms) : undefined;
  try {
    return await Promise.race([work(), ended]);
  } finally {
    clearTimeout(timer);
    over.signal.removeEventListener('abort', stop);
  }
}

/** Sends the response headers; the trailers follow the last byte. */
function open(stream: ServerHttp2Stream): void {
  stream.respond(HEADERS, {waitForTrailers: true});
  stream.once('wantTrailers', () => {
    stream.sendTrailers(trailers.get(stream) ?? {'grpc-status': String(Code.ok)});
  });
}

const trailers = new WeakMap<ServerHttp2Stream, Readonly<Record<string, string>>>();

/** Ends the call with `end` as trailers, or as the only headers when nothing was sent yet. */
function finish(stream: ServerHttp2Stream, end: Readonly<Record<string, string>>): void {
  if (stream.closed || stream.destroyed) return;
  try {
    if (stream.headersSent) {
      trailers.set(stream, end);
      stream.end();
    } else {
      stream.respond({...HEADERS, ...end}, {endStream: true});
    }
  } catch {
    // The connection went away just now; there is nobody to tell.
    stream.destroy();
  }
  // What the caller still sends is of no interest, but unread it would hold back the whole connection.
  stream.resume();
}

/** The stream's bytes; leaving the loop early must not reset the stream, its answer is still to come. */
function bytesOf(stream: ServerHttp2Stream): AsyncIterable<Uint8Array> {
  return stream.iterator({destroyOnReturn: false});
}

function toPairs(flat: readonly string[]): ReadonlyArray<readonly [string, string]> {
  const pairs: Array<readonly [string, string]> = [];
  for (let at = 0; at + 1 < flat.length; at += 2) pairs.push([(flat[at] ?? '').toLowerCase(), flat[at + 1] ?? '']);
  return pairs;
}
