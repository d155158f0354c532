/**
 * Reading of protobuf messages by hand, for the few messages we know (protobuf.dev/programming-guides/encoding). Unknown
 * fields are skipped, also known ones of another wire type, as proto3 asks for; lengths are checked at every level.
 */
import {BinaryReader, type WireType} from '@bufbuild/protobuf/wire';
import {Code, GrpcError} from './status.ts';

/**
 * Hands each field up to `end` to `take`, which reads it or says false to have it skipped. A tag is field number * 8 +
 * wire type, so in octal its last digit is the wire type (0 varint, 2 length and bytes) and the rest the field.
 */
export function readFields(reader: BinaryReader, end: number, take: (tag: number) => boolean): void {
  if (end > reader.len) throw new RangeError(`a message ends ${end - reader.len} bytes after the data`);
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (tag >>> 3 === 0) throw new RangeError('field number 0');
    if (!take(tag)) reader.skip((tag & 7) as WireType, tag >>> 3);
  }
  if (reader.pos !== end) throw new RangeError(`a field reaches ${reader.pos - end} bytes past its message`);
}

/** Reads a length-delimited message at the reader's position. */
export function readMessage(reader: BinaryReader, take: (tag: number) => boolean): void {
  const size = reader.uint32();
  readFields(reader, reader.pos + size, take);
}

/** Field 1 of a request that is all about one text; '' when it is left out. Throws GrpcError that calls it `what`. */
export function readFirstText(request: Uint8Array, what: string): string {
  let text = '';
  try {
    const reader = new BinaryReader(request);
    readFields(reader, reader.len, (tag) => {
      if (tag !== 0o12) return false;
      text = reader.string();
      return true;
    });
  } catch (error) {
    throw new GrpcError(Code.internal, `${what} cannot be read`, {cause: error});
  }
  return text;
}

/** google.protobuf.Timestamp as milliseconds since the epoch. */
export function readTimestamp(reader: BinaryReader): number {
  let seconds = 0;
  let nanos = 0;
  readMessage(reader, (tag) => {
    if (tag === 0o10) seconds = Number(reader.int64());
    else if (tag === 0o20) nanos = reader.int32();
    else return false;
    return true;
  });
  return seconds * 1000 + nanos / 1_000_000;
}

/** One entry of a `map<string, string>`. */
export function readEntry(reader: BinaryReader): readonly [key: string, value: string] {
  let key = '';
  let value = '';
  readMessage(reader, (tag) => {
    if (tag === 0o12) key = reader.string();
    else if (tag === 0o22) value = reader.string();
    else return false;
    return true;
  });
  return [key, value];
}
