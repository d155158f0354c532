/**
 * `containerd.services.content.v1.Content`: the builder reads blobs from directories of ours, and writes into them
 * (containerd api/services/content/v1; moby/buildkit session/content). Only what it calls is served. Which directory is
 * meant says a field of the call.
 */
import {BinaryReader} from '@bufbuild/protobuf/wire';
import {type BlobDirectory, InvalidLayout, type NewBlob} from './blob-directory.ts';
import {encodeMessage} from './encode.ts';
import type {Call, Method, Methods, StreamCall} from './grpc.ts';
import {Code, GrpcError} from './status.ts';
import {readFields} from './wire.ts';

const SERVICE = '/containerd.services.content.v1.Content';
const STORE = 'buildkit-attachable-store-id';
/** Bytes of one answer. */
const PIECE = 512 * 1024;

/** Stores by the names that the builder asks for, such as `local:<dest of the cache>` and `oci:<name of a context>`. */
export function contentMethods(stores: ReadonlyMap<string, BlobDirectory>): Methods {
  const storeOf = ({metadata}: Call): BlobDirectory => {
    const name = metadata.find(([key]) => key === STORE)?.[1] ?? '';
    const store = stores.get(name);
    if (store === undefined) throw new GrpcError(Code.notFound, `this session has no store "${name}"`);
    return store;
  };
  return new Map<string, Method>([
    [`${SERVICE}/Info`, {kind: 'unary', handle: (request, call) => info(storeOf(call), request)}],
    [`${SERVICE}/Read`, {kind: 'stream', handle: (call) => read(storeOf(call), call)}],
    // Nothing that was begun is ever gone on with.
    [`${SERVICE}/Status`, {kind: 'unary', handle: () => notFound('there is no write under way')}],
    [`${SERVICE}/Write`, {kind: 'stream', handle: (call) => write(storeOf(call), call)}],
  ]);
}

/** InfoRequest: digest = 1. InfoResponse: info = 1 {digest = 1, size = 2}. */
async function info(store: BlobDirectory, request: Uint8Array): Promise<Uint8Array> {
  const {digest} = decodeRead(request);
  const size = await sizeOf(store, digest);
  return encodeMessage([1, encodeMessage([1, digest], [2, BigInt(size)])]);
}

/** ReadContentResponse: offset = 1, data = 2. The builder may ask beyond the end. */
async function read(store: BlobDirectory, call: StreamCall): Promise<void> {
  for await (const request of call.requests) {
    const {digest, offset, size} = decodeRead(request);
    const end = size > 0 ? Math.min(offset + size, await sizeOf(store, digest)) : await sizeOf(store, digest);
    await using file = await store.open(digest);
    const piece = Buffer.alloc(PIECE);
    for (let at = offset; at < end; ) {
      const {bytesRead} = await file.read(piece, 0, Math.min(PIECE, end - at), at);
      if (bytesRead === 0) throw new GrpcError(Code.unknown, `the blob ${digest} became shorter`);
      await call.send(encodeMessage([1, BigInt(at)], [2, piece.subarray(0, bytesRead)]));
      at += bytesRead;
    }
    return;
  }
}

async function sizeOf(store: BlobDirectory, digest: string): Promise<number> {
  return told(async () => (await store.size(digest)) ?? notFound(`there is no blob ${digest}`));
}

function notFound(message: string): never {
  throw new GrpcError(Code.notFound, message);
}

/** What the other side got wrong is its fault and no failure of ours. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InvalidLayout) throw new GrpcError(Code.invalidArgument, error.message, {cause: error});
    throw error;
  }
}

interface ReadRequest {
  readonly digest: string;
  readonly offset: number;
  /** 0 is all. */
  readonly size: number;
}

/** ReadContentRequest: digest = 1, offset = 2, size = 3. */
function decodeRead(request: Uint8Array): ReadRequest {
  const reader = new BinaryReader(request);
  let digest = '';
  let offset = 0;
  let size = 0;
  readFields(reader, reader.len, (tag) => {
    if (tag === 0o12) digest = reader.string();
    else if (tag === 0o20) offset = Number(reader.int64());
    else if (tag === 0o30) size = Number(reader.int64());
    else return false;
    return true;
  });
  return {digest, offset, size};
}

const ACTION = {stat: 0n, write: 1n, commit: 2n} as const;

/** Asked for the state, for bytes to be taken, and to keep them; each is answered with how far it got. */
async function write(store: BlobDirectory, call: StreamCall): Promise<void> {
  let blob: NewBlob | undefined;
  try {
    for await (const message of call.requests) {
      const {action, expected, data} = decodeWrite(message);
      if (expected !== '' && (await told(() => store.size(expected))) !== undefined)
        throw new GrpcError(Code.alreadyExists, `the blob ${expected} is here`);
      blob ??= await store.create();
      if (data.length > 0) await blob.write(data);
      if (action !== ACTION.commit) {
        await call.send(encodeMessage([1, action], [4, BigInt(blob.size)]));
        continue;
      }
      const {size} = blob;
      const digest = await told(() => (blob as NewBlob).keep(expected));
      blob = undefined;
      await call.send(encodeMessage([1, action], [4, BigInt(size)], [5, BigInt(size)], [6, digest]));
    }
  } finally {
    await blob?.drop();
  }
}

interface WriteRequest {
  readonly action: bigint;
  readonly expected: string;
  readonly data: Uint8Array;
}

/** WriteContentRequest: action = 1, expected = 4, data = 6. The answer: action = 1, offset = 4, total = 5, digest = 6. */
function decodeWrite(message: Uint8Array): WriteRequest {
  const reader = new BinaryReader(message);
  let action: bigint = ACTION.stat;
  let expected = '';
  let data: Uint8Array = new Uint8Array(0);
  readFields(reader, reader.len, (tag) => {
    if (tag === 0o10) action = BigInt(reader.int32());
    else if (tag === 0o42) expected = reader.string();
    else if (tag === 0o62) data = reader.bytes();
    else return false;
    return true;
  });
  return {action, expected, data};
}
