/**
 * gRPC's length-prefixed messages on an HTTP/2 stream: one byte of flags, four of length, then the message
 * (grpc/doc/PROTOCOL-HTTP2.md, "Length-Prefixed-Message"). DATA frames cut them anywhere, so bytes are queued and
 * each is copied at most once.
 */
import {Code, GrpcError} from './status.ts';

const PREFIX = 5;
const COMPRESSED = 1;

/** Largest message we accept, in bytes: what BuildKit itself accepts since 0.9. */
export const MESSAGE_LIMIT = 16 * 1024 * 1024;

/** One DATA payload with all `messages`, each behind its prefix. BuildKit 0.8 refuses messages above 4 MiB. */
export function encodeFrames(...messages: readonly Uint8Array[]): Uint8Array {
  const size = messages.reduce((sum, message) => sum + PREFIX + message.length, 0);
  const bytes = Buffer.allocUnsafe(size);
  let at = 0;
  for (const message of messages) {
    bytes[at] = 0;
    bytes.writeUInt32BE(message.length, at + 1);
    bytes.set(message, at + PREFIX);
    at += PREFIX + message.length;
  }
  return bytes;
}

/**
 * Yields the messages of a byte stream, however it is cut. Throws GrpcError for a message above `limit` bytes, for a
 * compressed one (we never offer a compression) and for a stream that ends inside a message.
 */
export async function* readFrames(
  chunks: AsyncIterable<Uint8Array>,
  limit: number = MESSAGE_LIMIT,
): AsyncGenerator<Uint8Array> {
  const queue = new ByteQueue();
  let size: number | undefined;
  for await (const chunk of chunks) {
    queue.push(chunk);
    for (;;) {
      if (size === undefined) {
        if (queue.length < PREFIX) break;
        size = readPrefix(queue.take(PREFIX), limit);
      }
      if (queue.length < size) break;
      yield queue.take(size);
      size = undefined;
    }
  }
  if (size !== undefined || queue.length > 0) throw new GrpcError(Code.internal, 'the request ended inside a message');
}

function readPrefix(prefix: Uint8Array, limit: number): number {
  const view = new DataView(prefix.buffer, prefix.byteOffset, PREFIX);
  if (view.getUint8(0) === COMPRESSED) throw new GrpcError(Code.unimplemented, 'compressed messages are not supported');
  const size = view.getUint32(1);
  if (size > limit) {
    throw new GrpcError(Code.resourceExhausted, `a message of ${size} bytes is above the limit of ${limit}`);
  }
  return size;
}

/** Chunks in order of arrival, taken out in pieces of any size. */
class ByteQueue {
  length = 0;
  #chunks: Uint8Array[] = [];
  #first = 0;

  push(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    this.#chunks.push(chunk);
    this.length += chunk.length;
  }

  /** The next `size` bytes, which must be there. A piece inside one chunk is a view of it, not a copy. */
  take(size: number): Uint8Array {
    this.length -= size;
    const whole = this.#shift(size);
    if (whole.length === size) return whole;
    const joined = new Uint8Array(size);
    joined.set(whole);
    for (let at = whole.length; at < size; ) {
      const piece = this.#shift(size - at);
      joined.set(piece, at);
      at += piece.length;
    }
    return joined;
  }

  /** At most `size` bytes, out of the oldest chunk only. */
  #shift(size: number): Uint8Array {
    const chunk = this.#chunks[this.#first];
    if (chunk === undefined) return new Uint8Array(0);
    if (chunk.length > size) {
      this.#chunks[this.#first] = chunk.subarray(size);
      return chunk.subarray(0, size);
    }
    this.#first++;
    // An index instead of Array.shift, which moves the whole array for every chunk of a big message.
    if (this.#first === this.#chunks.length) {
      this.#chunks = [];
      this.#first = 0;
    }
    return chunk;
  }
}
