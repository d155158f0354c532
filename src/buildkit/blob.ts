/** Blobs out of BuildKit's own content store (containerd api/services/content/v1, `Read`). */
import {BinaryReader} from '@bufbuild/protobuf/wire';
import type {CallOptions, GrpcClient} from './client.ts';
import {encodeMessage} from './encode.ts';
import {readFields} from './wire.ts';

/** Bytes; what is read is manifests, configs and errors that quote a Dockerfile. */
const LIMIT = 8 * 1024 * 1024;

/** Throws RpcError for a blob that is not there, RangeError for one above 8 MiB. */
export async function readBlob(client: GrpcClient, digest: string, options: CallOptions): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const request = encodeMessage([1, digest]);
  for await (const message of client.stream('/containerd.services.content.v1.Content/Read', request, options)) {
    const reader = new BinaryReader(message);
    readFields(reader, reader.len, (tag) => {
      if (tag !== 0o22) return false;
      const piece = reader.bytes();
      pieces.push(piece);
      size += piece.length;
      return true;
    });
    if (size > LIMIT) throw new RangeError(`the blob ${digest} is larger than ${LIMIT} bytes`);
  }
  return Buffer.concat(pieces);
}
