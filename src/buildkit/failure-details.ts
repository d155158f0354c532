/**
 * What BuildKit knows of a failure beside its text: an encoded google.rpc.Status whose details are JSON under type URLs
 * of moby/buildkit (solver/errdefs). It comes in the trailers of Solve, and the build history keeps it.
 */
import {BinaryReader} from '@bufbuild/protobuf/wire';
import {readFields, readMessage} from './wire.ts';

export interface FailureDetails {
  /** Where in which file; undefined when the failure is not of a line. */
  readonly source: FailureSource | undefined;
  /** Digest of the vertex that failed, as in the traces. */
  readonly vertex: string | undefined;
  /** Exit code of a RUN. */
  readonly exitCode: number | undefined;
}

export interface FailureSource {
  /** Name of the Dockerfile as it was sent. */
  readonly file: string;
  /** First and last line, counted from 1. */
  readonly line: number;
  readonly endLine: number;
  /** The whole file. */
  readonly text: string;
}

/** Fields of what cannot be read are undefined: an error must not hide behind another. */
export function decodeFailure(bytes: Uint8Array): FailureDetails {
  let source: FailureSource | undefined;
  let vertex: string | undefined;
  let exitCode: number | undefined;
  for (const {type, value} of readDetails(bytes)) {
    const json = parse(value);
    if (type.endsWith('errdefs.Source+json')) source ??= readSource(json);
    else if (type.endsWith('errdefs.Vertex+json')) vertex ??= text(json['digest']);
    else if (type.endsWith('gatewayapi.ExitMessage+json')) exitCode ??= number(json['Code']);
  }
  return {source, vertex, exitCode};
}

type Json = Readonly<Record<string, unknown>>;

/** google.rpc.Status: details = 3, each an Any: type_url = 1, value = 2. */
function readDetails(bytes: Uint8Array): ReadonlyArray<{readonly type: string; readonly value: Uint8Array}> {
  const details: {readonly type: string; readonly value: Uint8Array}[] = [];
  try {
    const reader = new BinaryReader(bytes);
    readFields(reader, reader.len, (tag) => {
      if (tag !== 0o32) return false;
      let type = '';
      let value: Uint8Array = new Uint8Array(0);
      readMessage(reader, (inner) => {
        if (inner === 0o12) type = reader.string();
        else if (inner === 0o22) value = reader.bytes();
        else return false;
        return true;
      });
      details.push({type, value});
      return true;
    });
  } catch {
    // Cut or garbled: what was read before stands.
  }
  return details;
}

function readSource(json: Json): FailureSource | undefined {
  const info = object(json['info']);
  const ranges = Array.isArray(json['ranges']) ? json['ranges'].map(object) : [];
  // One range for each line of an instruction.
  const lines = ranges
    .flatMap(({start, end}) => [number(object(start)['line']), number(object(end)['line'])])
    .filter((line) => line !== undefined && line > 0) as number[];
  const file = text(info['filename']);
  if (file === undefined || lines.length === 0) return undefined;
  const data = Buffer.from(text(info['data']) ?? '', 'base64').toString('utf8');
  return {file, line: Math.min(...lines), endLine: Math.max(...lines), text: data};
}

function parse(value: Uint8Array): Json {
  try {
    return object(JSON.parse(Buffer.from(value).toString('utf8')));
  } catch {
    return {};
  }
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
}
