/**
 * `moby.upload.v1.Upload/Pull`: the builder fetches a context that is a tar from the session, as if it were a URL
 * (moby/buildkit session/upload; source/http for `http://buildkit-session/<id>`).
 */
import type {Readable} from 'node:stream';
import {encodeMessage} from './encode.ts';
import type {Methods, StreamCall} from './grpc.ts';
import {Code, GrpcError} from './status.ts';

export interface Upload {
  /** Name in the URL. */
  readonly id: string;
  /** A new stream of the same bytes for each fetch, ended by the signal. */
  readonly open: (signal: AbortSignal) => Readable;
  /** Told what the stream failed with; the builder only repeats the message. */
  readonly onFailure: (error: unknown) => void;
}

export function uploadMethods({id, open, onFailure}: Upload): Methods {
  const handle = async (call: StreamCall): Promise<void> => {
    const path = call.metadata.find(([name]) => name === 'urlpath')?.[1];
    if (path !== `/${id}`) throw new GrpcError(Code.notFound, `this session has no upload ${path}`);
    try {
      // BytesMessage: data = 1.
      for await (const chunk of open(call.signal)) await call.send(encodeMessage([1, chunk as Uint8Array]));
    } catch (error) {
      if (!call.signal.aborted) onFailure(error);
      throw error;
    }
  };
  return new Map([['/moby.upload.v1.Upload/Pull', {kind: 'stream', handle}]]);
}
