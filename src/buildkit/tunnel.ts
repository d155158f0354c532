/**
 * `moby.buildkit.v1.Control/Session`: the connection of a session inside of a call, for a BuildKit that has no `/session`
 * (moby/buildkit session/manager.go, session/grpchijack). Each message carries bytes of it.
 */
import {Duplex} from 'node:stream';
import type {GrpcClient} from './client.ts';
import {SESSION} from './control.ts';
import {encodeMessage} from './encode.ts';
import {decodeBytesMessage} from './packet.ts';

/** Bytes of one message: daemons take up to 4 MiB. */
const PIECE = 1024 * 1024;

/** The headers are those of `POST /session`, which become fields of the call. */
export function openTunnel(
  client: GrpcClient,
  headers: ReadonlyArray<readonly [string, string]>,
  signal: AbortSignal,
): Duplex {
  const over = new AbortController();
  const metadata: Record<string, readonly string[]> = {};
  for (const [name, values] of Map.groupBy(headers, ([key]) => key.toLowerCase()))
    metadata[name] = values.map(([, value]) => value);
  const call = client.open(SESSION, {metadata, signal: AbortSignal.any([signal, over.signal])});
  const send = async (bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length; at += PIECE)
      await call.send(encodeMessage([1, bytes.subarray(at, at + PIECE)]));
  };
  return new Duplex({
    read() {
      call.answers.next().then(
        ({value, done}) => this.push(done === true ? null : decodeBytesMessage(value)),
        (error) => this.destroy(over.signal.aborted ? undefined : error),
      );
    },
    write(chunk: Uint8Array, _encoding, done) {
      send(chunk).then(() => done(), done);
    },
    final(done) {
      call.end();
      done();
    },
    destroy(error, done) {
      over.abort();
      done(error);
    },
  });
}
