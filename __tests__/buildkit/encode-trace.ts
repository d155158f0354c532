/** Writes `moby.buildkit.v1.StatusResponse` as an engine does, for tests of the decoder and of the progress. */
import {BinaryWriter} from '@bufbuild/protobuf/wire';
import type {Trace, Vertex, VertexLog, VertexStatus, VertexWarning} from '../../src/buildkit/trace.ts';

const NUMBER = 0;
const BYTES = 2;

type Value = string | number | bigint | boolean | Uint8Array | undefined;

/** Milliseconds since the epoch as a Timestamp. */
export function timestamp(ms: number | undefined): Uint8Array | undefined {
  if (ms === undefined) return undefined;
  const seconds = Math.floor(ms / 1000);
  return message([1, BigInt(seconds)], [2, Math.round((ms - seconds * 1000) * 1_000_000)]);
}

/** A message of these fields, in this order; what is the zero value or undefined is left out, as in proto3. */
export function message(...fields: ReadonlyArray<readonly [number, Value]>): Uint8Array {
  const writer = new BinaryWriter();
  for (const [field, value] of fields) {
    if (value === undefined || value === '' || value === 0 || value === 0n || value === false) continue;
    if (typeof value === 'string') writer.tag(field, BYTES).string(value);
    else if (typeof value === 'number') writer.tag(field, NUMBER).int32(value);
    else if (typeof value === 'bigint') writer.tag(field, NUMBER).int64(value);
    else if (typeof value === 'boolean') writer.tag(field, NUMBER).bool(value);
    else writer.tag(field, BYTES).bytes(value);
  }
  return writer.finish();
}

export function encodeTrace(trace: Partial<Trace>): Uint8Array {
  return message(
    ...(trace.vertices ?? []).map((vertex) => [1, encodeVertex(vertex)] as const),
    ...(trace.statuses ?? []).map((status) => [2, encodeStatus(status)] as const),
    ...(trace.logs ?? []).map((log) => [3, encodeLog(log)] as const),
    ...(trace.warnings ?? []).map((warning) => [4, encodeWarning(warning)] as const),
  );
}

function encodeVertex(vertex: Vertex): Uint8Array {
  const group = vertex.progressGroup;
  return message(
    [1, vertex.digest],
    ...vertex.inputs.map((input) => [2, input] as const),
    [3, vertex.name],
    [4, vertex.cached],
    [5, timestamp(vertex.started)],
    [6, timestamp(vertex.completed)],
    [7, vertex.error],
    [8, group && message([1, group.id], [2, group.name], [3, group.weak])],
  );
}

function encodeStatus(status: VertexStatus): Uint8Array {
  return message(
    [1, status.id],
    [2, status.vertex],
    [3, status.name],
    [4, BigInt(status.current)],
    [5, BigInt(status.total)],
    [6, timestamp(status.timestamp)],
    [7, timestamp(status.started)],
    [8, timestamp(status.completed)],
  );
}

function encodeLog(log: VertexLog): Uint8Array {
  return message([1, log.vertex], [2, timestamp(log.timestamp)], [3, BigInt(log.stream)], [4, log.data]);
}

function encodeWarning(warning: VertexWarning): Uint8Array {
  const {source} = warning;
  const position = ({line, character}: {line: number; character: number}) => message([1, line], [2, character]);
  return message(
    [1, warning.vertex],
    [2, BigInt(warning.level)],
    [3, Buffer.from(warning.short)],
    ...warning.detail.map((text) => [4, Buffer.from(text)] as const),
    [5, warning.url],
    [6, source && message([1, source.filename], [2, source.data], [4, source.language])],
    ...warning.ranges.map(({start, end}) => [7, message([1, position(start)], [2, position(end)])] as const),
  );
}
