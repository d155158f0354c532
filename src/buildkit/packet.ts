/**
 * The messages by which BuildKit and its clients move trees of files, in either direction: tonistiigi/fsutil,
 * types/wire.proto and types/stat.proto. One codec for the side that sends and the side that receives.
 */
import {BinaryReader, BinaryWriter} from '@bufbuild/protobuf/wire';
import {Code, GrpcError} from './status.ts';
import {readFields, readMessage} from './wire.ts';

/** What a path is. Names are bytes, as file systems have them; a sender has made sure that they are UTF-8. */
export interface Stat {
  /** Relative to the root, `/` between, none at the ends. */
  readonly path: Uint8Array;
  /** Go's FileMode, see `toGoMode`. */
  readonly mode: number;
  /** Bytes; 0 for a directory and for a further name of a file. */
  readonly size: number;
  /** Nanoseconds since 1970. */
  readonly modified: bigint;
  /** Target of a symbolic link as it is stored, or the first name of a file with several; else empty. */
  readonly target: Uint8Array;
}

export type Packet =
  /** The next entry of the listing, or without a stat its end. Ids count these from 0. */
  | {readonly kind: 'stat'; readonly stat: Stat | undefined}
  | {readonly kind: 'request'; readonly id: number}
  /** Content of the file with this id; an empty piece is its end. */
  | {readonly kind: 'data'; readonly id: number; readonly data: Uint8Array}
  | {readonly kind: 'finish'}
  | {readonly kind: 'error'; readonly text: string};

/** Number of each kind on the wire. */
const TYPES: Readonly<Record<Packet['kind'], number>> = {stat: 0, request: 1, data: 2, finish: 3, error: 4};

export type FileKind = 'file' | 'directory' | 'symlink' | 'fifo' | 'socket' | 'device';

const DIRECTORY = 2 ** 31;
const SYMLINK = 2 ** 27;
const DEVICE = 2 ** 26;
const FIFO = 2 ** 25;
const SOCKET = 2 ** 24;
const CHARACTER_DEVICE = 2 ** 21;
/** Go's bits for setuid, setgid and sticky, with POSIX's. */
const SPECIAL: readonly (readonly [go: number, posix: number])[] = [
  [2 ** 23, 0o4000],
  [2 ** 22, 0o2000],
  [2 ** 20, 0o1000],
];

/** `st_mode & 07777` and the kind as Go's os.FileMode, which is not st_mode. Unsigned. */
export function toGoMode(kind: 'file' | 'directory' | 'symlink', mode: number): number {
  let bits = mode & 0o777;
  for (const [go, posix] of SPECIAL) if ((mode & posix) !== 0) bits += go;
  return bits + (kind === 'directory' ? DIRECTORY : kind === 'symlink' ? SYMLINK : 0);
}

/** The other way round. A kind we do not know is a device: nothing to be made from it. */
export function fromGoMode(bits: number): {readonly kind: FileKind; readonly mode: number} {
  const has = (bit: number) => (bits & bit) !== 0;
  let mode = bits & 0o777;
  for (const [go, posix] of SPECIAL) if (has(go)) mode |= posix;
  if (has(DIRECTORY)) return {kind: 'directory', mode};
  if (has(SYMLINK)) return {kind: 'symlink', mode};
  if (has(FIFO)) return {kind: 'fifo', mode};
  if (has(SOCKET)) return {kind: 'socket', mode};
  // Go's bit for "irregular" is the one left of the type bits.
  return {kind: has(DEVICE) || has(CHARACTER_DEVICE) || has(2 ** 19) ? 'device' : 'file', mode};
}

/** Fields in the order of their numbers; zeros and empty ones are left out, as proto3 does. */
export function encodePacket(packet: Packet): Uint8Array {
  const writer = new BinaryWriter();
  const type = TYPES[packet.kind];
  if (type !== 0) writer.uint32(0o10).int32(type);
  switch (packet.kind) {
    case 'stat':
      if (packet.stat !== undefined) writeStat(writer.uint32(0o22).fork(), packet.stat).join();
      break;
    case 'request':
    case 'data':
      if (packet.id !== 0) writer.uint32(0o30).uint32(packet.id);
      if (packet.kind === 'data' && packet.data.length > 0) writer.uint32(0o42).bytes(packet.data);
      break;
    case 'error':
      writer.uint32(0o42).string(packet.text);
      break;
    case 'finish':
      break;
    default:
      return packet satisfies never;
  }
  return writer.finish();
}

/** A packet of `size` bytes of content, at least one, to be read into place: the packet, and where the content begins. */
export function roomForData(id: number, size: number): {readonly packet: Buffer; readonly at: number} {
  const writer = new BinaryWriter().uint32(0o10).int32(TYPES.data);
  if (id !== 0) writer.uint32(0o30).uint32(id);
  const head = writer.uint32(0o42).uint32(size).finish();
  const packet = Buffer.allocUnsafe(head.length + size);
  packet.set(head);
  return {packet, at: head.length};
}

function writeStat(writer: BinaryWriter, {path, mode, size, modified, target}: Stat): BinaryWriter {
  writer.uint32(0o12).bytes(path);
  if (mode !== 0) writer.uint32(0o20).uint32(mode);
  // Owner and group are fields 3 and 4: always root, which is 0.
  if (size !== 0) writer.uint32(0o50).int64(size);
  if (modified !== 0n) writer.uint32(0o60).int64(modified);
  if (target.length > 0) writer.uint32(0o72).bytes(target);
  return writer;
}

const EMPTY = new Uint8Array(0);

/** Throws GrpcError for what is no packet. Pieces of data are views of `bytes`. */
export function decodePacket(bytes: Uint8Array): Packet {
  let type = 0;
  let id = 0;
  let data: Uint8Array = EMPTY;
  let stat: Stat | undefined;
  try {
    const reader = new BinaryReader(bytes);
    readFields(reader, reader.len, (tag) => {
      if (tag === 0o10) type = reader.int32();
      else if (tag === 0o22) stat = readStat(reader);
      else if (tag === 0o30) id = reader.uint32();
      else if (tag === 0o42) data = reader.bytes();
      else return false;
      return true;
    });
  } catch (error) {
    throw new GrpcError(Code.internal, 'a packet of a file transfer cannot be read', {cause: error});
  }
  switch (type) {
    case TYPES.stat:
      return {kind: 'stat', stat};
    case TYPES.request:
      return {kind: 'request', id};
    case TYPES.data:
      return {kind: 'data', id, data};
    case TYPES.finish:
      return {kind: 'finish'};
    case TYPES.error:
      return {kind: 'error', text: Buffer.from(data).toString()};
    default:
      throw new GrpcError(Code.internal, `a packet of a file transfer has the unknown type ${type}`);
  }
}

function readStat(reader: BinaryReader): Stat {
  let path: Uint8Array = EMPTY;
  let target: Uint8Array = EMPTY;
  let [mode, size] = [0, 0];
  let modified = 0n;
  readMessage(reader, (tag) => {
    if (tag === 0o12) path = reader.bytes();
    else if (tag === 0o20) mode = reader.uint32();
    else if (tag === 0o50) size = Number(reader.int64());
    else if (tag === 0o60) modified = BigInt(reader.int64());
    else if (tag === 0o72) target = reader.bytes();
    else return false;
    return true;
  });
  return {path, mode, size, modified, target};
}

/** The length-delimited field that BytesMessage has, in which archives travel (moby/buildkit session/filesync). */
export function decodeBytesMessage(bytes: Uint8Array): Uint8Array {
  let data: Uint8Array = EMPTY;
  try {
    const reader = new BinaryReader(bytes);
    readFields(reader, reader.len, (tag) => {
      if (tag !== 0o12) return false;
      data = reader.bytes();
      return true;
    });
  } catch (error) {
    throw new GrpcError(Code.internal, 'a piece of an archive cannot be read', {cause: error});
  }
  return data;
}
