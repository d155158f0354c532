/**
 * `moby.upload.v1.Upload/Pull`: the builder fetches a context that is a tar from the session, as if it were a URL
 * (moby/buildkit session/upload; source/http for `http://buildkit-session/<id>`).
 */
import type {Readable} from 'node:stream';
import {encodeMessage} from './encode.ts';
import type {Methods, StreamCall} from './grpc.ts';
import {Code, GrpcError} from './status.ts';

/** `id` is the name in the URL. `body` gives the tar, once; undefined where there is none, or none any more. */
export function uploadMethods(id: string, body: () => Readable | undefined): Methods {
  const handle = async (call: StreamCall): Promise<void> => {
    const path = call.metadata.find(([name]) => name === 'urlpath')?.[1];
    const tar = path === `/${id}` ? body() : undefined;
    if (tar === undefined || tar.readableDidRead)
      throw new GrpcError(Code.notFound, `this session has no upload ${path}`);
    // BytesMessage: data = 1.
    for await (const chunk of tar) await call.send(encodeMessage([1, chunk as Uint8Array]));
  };
  return new Map([['/moby.upload.v1.Upload/Pull', {kind: 'stream', handle}]]);
}
