/**
 * The engine's side of a session on a socket pair: after the upgrade it is the HTTP/2 client that calls us. Speaks gRPC
 * by hand, so that every byte can be sent as a test needs it.
 */
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import http2 from 'node:http2';
import net from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {buffer} from 'node:stream/consumers';
import {BinaryReader, BinaryWriter} from '@bufbuild/protobuf/wire';
import {openSession, type Session, type SessionOptions} from '../../src/buildkit/session.ts';

export interface Answer {
  readonly status: string | undefined;
  readonly message: string | undefined;
  readonly body: Buffer;
}

export interface CallOptions {
  readonly headers?: http2.OutgoingHttpHeaders;
  /** Pieces of the request as they are written, one DATA frame each. */
  readonly pieces?: readonly Uint8Array[];
}

export class FakeDaemon {
  readonly session: Session;
  /** The lines of the upgrade request. */
  readonly headers: ReadonlyArray<readonly [string, string]>;
  readonly #client: http2.ClientHttp2Session;
  readonly #socket: net.Socket;

  private constructor(
    session: Session,
    headers: FakeDaemon['headers'],
    client: http2.ClientHttp2Session,
    socket: net.Socket,
  ) {
    this.session = session;
    this.headers = headers;
    this.#client = client;
    this.#socket = socket;
  }

  static async start(options: Partial<SessionOptions> = {}): Promise<FakeDaemon> {
    const [ours, theirs] = await socketPair();
    let headers: FakeDaemon['headers'] = [];
    const session = await openSession({
      upgrade: async (given) => {
        headers = given;
        return ours;
      },
      credentials: async () => undefined,
      signal: new AbortController().signal,
      ...options,
    });
    const client = http2.connect('http://engine', {createConnection: () => theirs});
    client.on('error', () => {});
    return new FakeDaemon(session, headers, client, theirs);
  }

  /** A unary call, or the first part of a longer one; resolves when the stream is over. */
  async call(path: string, request: Uint8Array, options: CallOptions = {}): Promise<Answer> {
    const stream = this.open(path, options.headers);
    for (const piece of options.pieces ?? [frame(request)]) stream.write(piece);
    stream.end();
    return answerOf(stream);
  }

  open(path: string, headers: http2.OutgoingHttpHeaders = {}): http2.ClientHttp2Stream {
    const fixed = {':method': 'POST', ':path': path, 'content-type': 'application/grpc', te: 'trailers'};
    return this.#client.request({...fixed, ...headers});
  }

  /** Closes the connection as an engine does that goes away. */
  async vanish(): Promise<void> {
    this.#socket.destroy();
  }

  /** Resets a stream as Go does. Node would end it first, so that it looks complete; the frame is written by hand. */
  reset(stream: http2.ClientHttp2Stream, code: number): void {
    const rstStream = Buffer.from([0, 0, 4, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    rstStream.writeUInt32BE(stream.id ?? 0, 5);
    rstStream.writeUInt32BE(code, 9);
    this.#socket.write(rstStream);
  }

  goaway(code: number): void {
    this.#client.goaway(code);
    this.#client.destroy();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.session.close();
    this.#client.destroy();
  }
}

/** Two ends of one connection. */
async function socketPair(): Promise<readonly [net.Socket, net.Socket]> {
  const folder = await mkdtemp(join(tmpdir(), 'pair-'));
  const server = net.createServer().listen(join(folder, 'socket'));
  await once(server, 'listening');
  const accepted = once(server, 'connection') as Promise<[net.Socket]>;
  const one = net.connect(join(folder, 'socket'));
  const [other] = await accepted;
  server.close();
  await rm(folder, {recursive: true, force: true});
  return [one, other];
}

export async function answerOf(stream: http2.ClientHttp2Stream): Promise<Answer> {
  const fields: http2.IncomingHttpHeaders = {};
  stream.on('response', (headers) => Object.assign(fields, headers));
  stream.on('trailers', (headers) => Object.assign(fields, headers));
  const closed = once(stream, 'close');
  const body = await buffer(stream);
  await closed;
  const message = fields['grpc-message'];
  return {
    status: fields['grpc-status']?.toString(),
    message: message === undefined ? undefined : decodeURIComponent(String(message)),
    body,
  };
}

export function frame(message: Uint8Array): Buffer {
  const prefix = Buffer.alloc(5);
  prefix.writeUInt32BE(message.length, 1);
  return Buffer.concat([prefix, message]);
}

/** A message with one string field. */
export function textMessage(field: number, text: string): Uint8Array {
  return new BinaryWriter().tag(field, 2).string(text).finish();
}

/** The string and integer fields of the one message in `body`. */
export function fieldsOf(body: Buffer): Readonly<Record<number, string | number>> {
  const fields: Record<number, string | number> = {};
  const reader = new BinaryReader(body.subarray(5));
  while (reader.pos < reader.len) {
    const [field, type] = reader.tag();
    fields[field] = type === 2 ? reader.string() : reader.uint32();
  }
  return fields;
}
