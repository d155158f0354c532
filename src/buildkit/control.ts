/**
 * Messages of `moby.buildkit.v1.Control` (moby/buildkit api/services/control/control.proto), as far as they are used.
 * What Status answers is read by trace.ts.
 */
import {BinaryReader} from '@bufbuild/protobuf/wire';
import {encodeMessage, type Field, mapFields} from './encode.ts';
import {readEntry, readFields, readMessage} from './wire.ts';

export const SOLVE = '/moby.buildkit.v1.Control/Solve';
export const STATUS = '/moby.buildkit.v1.Control/Status';
export const SESSION = '/moby.buildkit.v1.Control/Session';
export const LIST_WORKERS = '/moby.buildkit.v1.Control/ListWorkers';

/** An exporter of the result, or a cache to read or write: a type, and what it is told. */
export interface Typed {
  readonly type: string;
  readonly attributes: ReadonlyMap<string, string>;
}

export interface SolveRequest {
  /** Chosen by us, unique; Status asks for it. */
  readonly ref: string;
  /** Id of the session that serves the build; '' for none. */
  readonly session: string;
  /** Such as `dockerfile.v0`; '' leaves it to calls of a gateway. */
  readonly frontend: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Since BuildKit 0.13 several; before, only the first counts. */
  readonly exporters: readonly Typed[];
  readonly cacheExports: readonly Typed[];
  readonly cacheImports: readonly Typed[];
  /** Such as `network.host`. */
  readonly entitlements: readonly string[];
  /** Encoded `pb.Definition` by the name that an attribute `input:<name>` uses. */
  readonly inputs: ReadonlyMap<string, Uint8Array>;
}

export function encodeSolve(request: SolveRequest): Uint8Array {
  const {ref, session, frontend, attributes, exporters, cacheExports, cacheImports, entitlements, inputs} = request;
  const [first] = exporters;
  return encodeMessage(
    [1, ref],
    // Two fields of old, which BuildKit before 0.13 reads.
    [3, first?.type],
    ...mapFields(4, first?.attributes ?? new Map()),
    [5, session],
    [6, frontend],
    ...mapFields(7, attributes),
    // Even an empty one: old daemons read it without a look.
    [8, encodeMessage(...typedFields(4, cacheExports), ...typedFields(5, cacheImports))],
    ...entitlements.map((name) => [9, name] as const),
    ...mapFields(10, inputs),
    ...typedFields(13, exporters),
  );
}

function typedFields(field: number, entries: readonly Typed[]): readonly Field[] {
  return entries.map(({type, attributes}) => [field, encodeMessage([1, type], ...mapFields(2, attributes))]);
}

/** What the exporters say of the result, such as `containerimage.digest`. Throws RangeError for bytes that are none. */
export function decodeSolved(bytes: Uint8Array): ReadonlyMap<string, string> {
  const response = new Map<string, string>();
  const reader = new BinaryReader(bytes);
  readFields(reader, reader.len, (tag) => {
    if (tag !== 0o12) return false;
    response.set(...readEntry(reader));
    return true;
  });
  return response;
}

export function encodeStatusRequest(ref: string): Uint8Array {
  return encodeMessage([1, ref]);
}

/** A worker of BuildKit: what executes steps. */
export interface Worker {
  readonly id: string;
  readonly labels: ReadonlyMap<string, string>;
  /** `os/arch[/variant]`, its own first, then those it can emulate. */
  readonly platforms: readonly string[];
  /** Of BuildKit; '' where it does not say. */
  readonly version: string;
}

/** Throws RangeError for bytes that are no ListWorkersResponse. */
export function decodeWorkers(bytes: Uint8Array): readonly Worker[] {
  const workers: Worker[] = [];
  const reader = new BinaryReader(bytes);
  readFields(reader, reader.len, (tag) => {
    if (tag !== 0o12) return false;
    workers.push(readWorker(reader));
    return true;
  });
  return workers;
}

function readWorker(reader: BinaryReader): Worker {
  const labels = new Map<string, string>();
  const platforms: string[] = [];
  let id = '';
  let version = '';
  readMessage(reader, (tag) => {
    if (tag === 0o12) id = reader.string();
    else if (tag === 0o22) labels.set(...readEntry(reader));
    else if (tag === 0o32) platforms.push(readPlatform(reader));
    else if (tag === 0o52) version = readVersion(reader);
    else return false;
    return true;
  });
  return {id, labels, platforms, version};
}

function readPlatform(reader: BinaryReader): string {
  let architecture = '';
  let os = '';
  let variant = '';
  readMessage(reader, (tag) => {
    if (tag === 0o12) architecture = reader.string();
    else if (tag === 0o22) os = reader.string();
    else if (tag === 0o32) variant = reader.string();
    else return false;
    return true;
  });
  return [os, architecture, variant].filter((part) => part !== '').join('/');
}

function readVersion(reader: BinaryReader): string {
  let version = '';
  readMessage(reader, (tag) => {
    if (tag !== 0o22) return false;
    version = reader.string();
    return true;
  });
  return version;
}
