/**
 * google.rpc.Status as BuildKit fills it: beside the text it holds details as JSON under type URLs of Go packages
 * (moby/buildkit util/grpcerrors, solver/errdefs). One of them is the Dockerfile with the lines that failed. Another one is
 * the daemon's stack with its command line: that one is never looked at.
 */
import {BinaryReader} from '@bufbuild/protobuf/wire';
import {asObject, itemsOf, own, textOf} from '../engine/json.ts';
import {readFields, readMessage} from './wire.ts';

export interface ErrorDetails {
  readonly message: string;
  readonly source: ErrorSource | undefined;
  /** Digest of the step that failed. */
  readonly vertex: string | undefined;
}

/** Lines of a Dockerfile, from 1. */
export interface ErrorSource {
  readonly filename: string;
  /** The whole file. */
  readonly text: string;
  readonly first: number;
  readonly last: number;
}

/** Throws for bytes that are no such message. */
export function decodeErrorDetails(bytes: Uint8Array): ErrorDetails {
  const reader = new BinaryReader(bytes);
  let message = '';
  let source: ErrorSource | undefined;
  let vertex: string | undefined;
  readFields(reader, reader.len, (tag) => {
    if (tag === 0o22) message = reader.string();
    else if (tag === 0o32) {
      const {type, value} = readAny(reader);
      if (type.endsWith('/errdefs.Source+json')) source ??= readSource(parse(value));
      else if (type.endsWith('/errdefs.Vertex+json')) vertex ??= textOf(own(parse(value), 'digest')) || undefined;
    } else return false;
    return true;
  });
  return {message, source, vertex};
}

function readAny(reader: BinaryReader): {readonly type: string; readonly value: Uint8Array} {
  let type = '';
  let value: Uint8Array = new Uint8Array(0);
  readMessage(reader, (tag) => {
    if (tag === 0o12) type = reader.string();
    else if (tag === 0o22) value = reader.bytes();
    else return false;
    return true;
  });
  return {type, value};
}

function parse(value: Uint8Array): object {
  return asObject(JSON.parse(new TextDecoder().decode(value)));
}

/** `{"info": {"filename", "data" (base64)}, "ranges": [{"start": {"line"}, "end": {"line"}}]}`, one range per line. */
function readSource(json: object): ErrorSource | undefined {
  const info = asObject(own(json, 'info'));
  const filename = textOf(own(info, 'filename'));
  const lines = linesOf(own(json, 'ranges'));
  if (filename === '' || lines === undefined) return undefined;
  return {filename, text: Buffer.from(textOf(own(info, 'data')), 'base64').toString(), ...lines};
}

/** First and last line of ranges as JSON; undefined when they name none. */
export function linesOf(ranges: unknown): {readonly first: number; readonly last: number} | undefined {
  const lines = itemsOf(ranges)
    .flatMap((range) => ['start', 'end'].map((side) => own(asObject(own(asObject(range), side)), 'line')))
    .filter((line): line is number => Number.isSafeInteger(line) && (line as number) > 0);
  return lines.length === 0 ? undefined : {first: Math.min(...lines), last: Math.max(...lines)};
}
