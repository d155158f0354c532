/** The builder's side of a file transfer on a fake daemon: gets the listing, asks for files, takes their content. */
import type {ClientHttp2Stream, OutgoingHttpHeaders} from 'node:http2';
import {readFrames} from '../../src/buildkit/frames.ts';
import {decodePacket, encodePacket, fromGoMode, type Packet, type Stat} from '../../src/buildkit/packet.ts';
import {type Answer, type FakeDaemon, frame} from './fake-daemon.ts';

export interface Received {
  /** By path: `d`, `l -> target`, or what a file holds; a file that was not asked for is `?`. */
  readonly files: Readonly<Record<string, string>>;
  readonly stats: readonly Stat[];
  /** Ids in the order in which their files ended. */
  readonly ended: readonly number[];
  /** Text of an error packet. */
  readonly error: string | undefined;
  readonly status: string | undefined;
  readonly message: string | undefined;
}

export interface ReceiveOptions {
  readonly headers?: OutgoingHttpHeaders;
  /** Which files are asked for; default all. */
  readonly wants?: (path: string) => boolean;
  /** When the listing has ended: ids to ask for, in this order, instead of asking as the entries come. */
  readonly order?: (ids: readonly number[]) => readonly number[];
  /** Called with each packet before it is dealt with. */
  readonly onPacket?: (packet: Packet, stream: ClientHttp2Stream) => unknown;
}

const DIFF_COPY = '/moby.filesync.v1.FileSync/DiffCopy';

export async function receive(daemon: FakeDaemon, name: string, options: ReceiveOptions = {}): Promise<Received> {
  const {wants = () => true, order, onPacket} = options;
  const stream = daemon.open(DIFF_COPY, {'dir-name': name, ...options.headers});
  const end: {-readonly [K in keyof Answer]?: Answer[K]} = {};
  const note = (headers: {readonly [name: string]: unknown}) => {
    if (headers['grpc-status'] !== undefined) end.status = String(headers['grpc-status']);
    if (headers['grpc-message'] !== undefined) end.message = decodeURIComponent(String(headers['grpc-message']));
  };
  stream.on('response', note);
  stream.on('trailers', note);
  stream.on('error', () => {});
  const send = (packet: Packet) => stream.write(frame(encodePacket(packet)));
  const stats: Stat[] = [];
  const pieces = new Map<number, Uint8Array[]>();
  const ended: number[] = [];
  let error: string | undefined;
  let left = 0;
  let listed = false;
  const ask = (id: number) => {
    left++;
    pieces.set(id, []);
    send({kind: 'request', id});
  };
  const finishIfDone = () => {
    if (listed && left === 0) send({kind: 'finish'});
  };
  const askable = (stat: Stat) =>
    fromGoMode(stat.mode).kind === 'file' && stat.target.length === 0 && wants(Buffer.from(stat.path).toString());
  try {
    for await (const message of readFrames(stream)) {
      const packet = decodePacket(message);
      await onPacket?.(packet, stream);
      if (packet.kind === 'stat' && packet.stat !== undefined) {
        stats.push(packet.stat);
        if (order === undefined && askable(packet.stat)) ask(stats.length - 1);
      } else if (packet.kind === 'stat') {
        listed = true;
        for (const id of order?.(stats.flatMap((stat, id) => (askable(stat) ? [id] : []))) ?? []) ask(id);
        finishIfDone();
      } else if (packet.kind === 'data' && packet.data.length > 0) {
        pieces.get(packet.id)?.push(packet.data);
      } else if (packet.kind === 'data') {
        ended.push(packet.id);
        left--;
        finishIfDone();
      } else if (packet.kind === 'error') error = packet.text;
      else if (packet.kind === 'finish') stream.end();
    }
  } catch {
    // A stream that was reset; the status tells.
  }
  stream.end();
  const files = stats.map((stat, id) => {
    const {kind} = fromGoMode(stat.mode);
    const target = Buffer.from(stat.target).toString();
    const content = pieces.get(id);
    const what =
      kind === 'directory'
        ? 'd'
        : target !== ''
          ? `${kind === 'symlink' ? 'l' : 'h'} -> ${target}`
          : content === undefined
            ? '?'
            : Buffer.concat(content).toString();
    return [Buffer.from(stat.path).toString(), what] as const;
  });
  return {files: Object.fromEntries(files), stats, ended, error, status: end.status, message: end.message};
}
