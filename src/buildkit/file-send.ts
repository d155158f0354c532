/**
 * `moby.filesync.v1.FileSend/DiffCopy`: the builder sends what an exporter made of the result, here always one tar in
 * messages of any length (moby/buildkit session/filesync). The root file system is asked for as a tar also where it is to
 * be a directory: the other form lists it entry by entry and asks back for each file.
 */
import type {Methods, StreamCall} from './grpc.ts';
import {decodeBytesMessage} from './packet.ts';
import {Code, GrpcError} from './status.ts';

export interface FileSendOptions {
  /**
   * Takes all bytes and makes them safe; only then the builder is told that they arrived. The bytes may end early when the
   * builder fails, so what came counts only once the build has succeeded. `exporter` counts those of the request from 0;
   * builders before 0.13 know one. Throws what the build is to fail with.
   */
  readonly take: (bytes: AsyncIterable<Uint8Array>, exporter: number) => Promise<void>;
  /** Told what `take` threw. The builder only repeats its message. */
  readonly onFailure: (error: unknown) => void;
}

const EXPORTER = 'buildkit-attachable-exporter-id';

export function fileSendMethods({take, onFailure}: FileSendOptions): Methods {
  const taken = new Set<number>();
  const handle = async (call: StreamCall): Promise<void> => {
    const exporter = Number(call.metadata.find(([name]) => name === EXPORTER)?.[1] ?? 0);
    // Builders of old send each of several platforms by a call of its own; one is all that is asked for.
    if (taken.has(exporter)) throw new GrpcError(Code.unimplemented, 'only one result of an exporter is taken');
    taken.add(exporter);
    try {
      await take(bytesOf(call), exporter);
    } catch (error) {
      // That the builder went away is its failure, not ours.
      if (!call.signal.aborted && !(error instanceof GrpcError)) onFailure(error);
      throw error;
    }
  };
  return new Map([['/moby.filesync.v1.FileSend/DiffCopy', {kind: 'stream', handle}]]);
}

async function* bytesOf({requests}: StreamCall): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const message of requests) {
    const bytes = decodeBytesMessage(message);
    if (bytes.length > 0) yield bytes;
  }
}
