/**
 * Decodes `moby.buildkit.v1.StatusResponse` (moby/buildkit api/services/control/control.proto), which `/build` sends
 * as base64 in `moby.buildkit.trace` and the Control API as a stream. Log bytes are views of the input, not copies.
 * Every time is a number of milliseconds since the epoch, with fractions; unknown fields are skipped.
 */
import {BinaryReader} from '@bufbuild/protobuf/wire';
import {readFields, readMessage, readTimestamp} from './wire.ts';

export interface Trace {
  readonly vertices: readonly Vertex[];
  readonly statuses: readonly VertexStatus[];
  readonly logs: readonly VertexLog[];
  readonly warnings: readonly VertexWarning[];
}

/** One node of the build graph. Sent again with more fields as it goes on; `digest` is the key. */
export interface Vertex {
  readonly digest: string;
  readonly inputs: readonly string[];
  readonly name: string;
  readonly cached: boolean;
  readonly started: number | undefined;
  readonly completed: number | undefined;
  /** Empty when it did not fail. */
  readonly error: string;
  readonly progressGroup: ProgressGroup | undefined;
}

/** Vertices that are one step to the reader, such as the two of `COPY --link`. */
export interface ProgressGroup {
  readonly id: string;
  readonly name: string;
  readonly weak: boolean;
}

/** Something a vertex is doing, such as a download; `current` and `total` are bytes or 0. `id` is unique in the vertex. */
export interface VertexStatus {
  readonly id: string;
  readonly vertex: string;
  readonly name: string;
  readonly current: number;
  readonly total: number;
  readonly timestamp: number | undefined;
  readonly started: number | undefined;
  readonly completed: number | undefined;
}

/** Output of a RUN. `data` may end in the middle of a line and of a character. `stream` is 1 (stdout) or 2 (stderr). */
export interface VertexLog {
  readonly vertex: string;
  readonly timestamp: number | undefined;
  readonly stream: number;
  readonly data: Uint8Array;
}

/** A finding of the Dockerfile linter or the builder; since BuildKit 0.10. */
export interface VertexWarning {
  readonly vertex: string;
  readonly level: number;
  /** `RuleName: text (line N)`. */
  readonly short: string;
  readonly detail: readonly string[];
  readonly url: string;
  readonly source: SourceInfo | undefined;
  readonly ranges: readonly SourceRange[];
}

export interface SourceInfo {
  readonly filename: string;
  /** The whole file. */
  readonly data: Uint8Array;
  readonly language: string;
}

/** Lines count from 1, characters from 0 (0 also when unknown). */
export interface SourceRange {
  readonly start: Position;
  readonly end: Position;
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Bytes that are no StatusResponse. */
export class InvalidTrace extends Error {
  override readonly name = 'InvalidTrace';
  readonly hint: string;

  constructor(size: number, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const hint = 'Something before the engine may change its answers; builder-version: 1 builds without traces';
    super(`the engine sent a build trace of ${size} bytes that cannot be read: ${why}. ${hint}`, {cause});
    this.hint = hint;
  }
}

const EMPTY = new Uint8Array(0);

/** Throws InvalidTrace. */
export function decodeTrace(bytes: Uint8Array): Trace {
  const vertices: Vertex[] = [];
  const statuses: VertexStatus[] = [];
  const logs: VertexLog[] = [];
  const warnings: VertexWarning[] = [];
  try {
    const reader = new BinaryReader(bytes);
    readFields(reader, reader.len, (tag) => {
      if (tag === 0o12) vertices.push(readVertex(reader));
      else if (tag === 0o22) statuses.push(readStatus(reader));
      else if (tag === 0o32) logs.push(readLog(reader));
      else if (tag === 0o42) warnings.push(readWarning(reader));
      else return false;
      return true;
    });
  } catch (error) {
    throw new InvalidTrace(bytes.length, error);
  }
  return {vertices, statuses, logs, warnings};
}

function readVertex(reader: BinaryReader): Vertex {
  const inputs: string[] = [];
  let digest = '';
  let name = '';
  let cached = false;
  let started: number | undefined;
  let completed: number | undefined;
  let error = '';
  let progressGroup: ProgressGroup | undefined;
  readMessage(reader, (tag) => {
    if (tag === 0o12) digest = reader.string();
    else if (tag === 0o22) inputs.push(reader.string());
    else if (tag === 0o32) name = reader.string();
    else if (tag === 0o40) cached = reader.bool();
    else if (tag === 0o52) started = readTimestamp(reader);
    else if (tag === 0o62) completed = readTimestamp(reader);
    else if (tag === 0o72) error = reader.string();
    else if (tag === 0o102) progressGroup = readProgressGroup(reader);
    else return false;
    return true;
  });
  return {digest, inputs, name, cached, started, completed, error, progressGroup};
}

function readProgressGroup(reader: BinaryReader): ProgressGroup {
  let id = '';
  let name = '';
  let weak = false;
  readMessage(reader, (tag) => {
    if (tag === 0o12) id = reader.string();
    else if (tag === 0o22) name = reader.string();
    else if (tag === 0o30) weak = reader.bool();
    else return false;
    return true;
  });
  return {id, name, weak};
}

function readStatus(reader: BinaryReader): VertexStatus {
  let id = '';
  let vertex = '';
  let name = '';
  let current = 0;
  let total = 0;
  let timestamp: number | undefined;
  let started: number | undefined;
  let completed: number | undefined;
  readMessage(reader, (tag) => {
    if (tag === 0o12) id = reader.string();
    else if (tag === 0o22) vertex = reader.string();
    else if (tag === 0o32) name = reader.string();
    else if (tag === 0o40) current = Number(reader.int64());
    else if (tag === 0o50) total = Number(reader.int64());
    else if (tag === 0o62) timestamp = readTimestamp(reader);
    else if (tag === 0o72) started = readTimestamp(reader);
    else if (tag === 0o102) completed = readTimestamp(reader);
    else return false;
    return true;
  });
  return {id, vertex, name, current, total, timestamp, started, completed};
}

function readLog(reader: BinaryReader): VertexLog {
  let vertex = '';
  let timestamp: number | undefined;
  let stream = 0;
  let data: Uint8Array = EMPTY;
  readMessage(reader, (tag) => {
    if (tag === 0o12) vertex = reader.string();
    else if (tag === 0o22) timestamp = readTimestamp(reader);
    else if (tag === 0o30) stream = Number(reader.int64());
    else if (tag === 0o42) data = reader.bytes();
    else return false;
    return true;
  });
  return {vertex, timestamp, stream, data};
}

function readWarning(reader: BinaryReader): VertexWarning {
  const detail: string[] = [];
  const ranges: SourceRange[] = [];
  let vertex = '';
  let level = 0;
  let short = '';
  let url = '';
  let source: SourceInfo | undefined;
  readMessage(reader, (tag) => {
    if (tag === 0o12) vertex = reader.string();
    else if (tag === 0o20) level = Number(reader.int64());
    else if (tag === 0o32) short = reader.string();
    else if (tag === 0o42) detail.push(reader.string());
    else if (tag === 0o52) url = reader.string();
    else if (tag === 0o62) source = readSource(reader);
    else if (tag === 0o72) ranges.push(readRange(reader));
    else return false;
    return true;
  });
  return {vertex, level, short, detail, url, source, ranges};
}

function readSource(reader: BinaryReader): SourceInfo {
  let filename = '';
  let data: Uint8Array = EMPTY;
  let language = '';
  readMessage(reader, (tag) => {
    if (tag === 0o12) filename = reader.string();
    else if (tag === 0o22) data = reader.bytes();
    else if (tag === 0o42) language = reader.string();
    else return false;
    return true;
  });
  return {filename, data, language};
}

function readRange(reader: BinaryReader): SourceRange {
  let start: Position = {line: 0, character: 0};
  let end: Position = {line: 0, character: 0};
  readMessage(reader, (tag) => {
    if (tag === 0o12) start = readPosition(reader);
    else if (tag === 0o22) end = readPosition(reader);
    else return false;
    return true;
  });
  return {start, end};
}

function readPosition(reader: BinaryReader): Position {
  let line = 0;
  let character = 0;
  readMessage(reader, (tag) => {
    if (tag === 0o10) line = reader.int32();
    else if (tag === 0o20) character = reader.int32();
    else return false;
    return true;
  });
  return {line, character};
}
