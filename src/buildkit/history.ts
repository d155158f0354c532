/**
 * What BuildKit remembers of a build that failed: `POST /build` answers with a text alone, but the history keeps the
 * lines of the Dockerfile (moby/buildkit api/services/control `ListenBuildHistory`, Docker 24 and newer), in a blob of
 * its content store (containerd api/services/content).
 */
import {BinaryReader} from '@bufbuild/protobuf/wire';
import {readBlob} from './blob.ts';
import type {CallOptions, GrpcClient} from './client.ts';
import {encodeMessage} from './encode.ts';
import {decodeErrorDetails, type ErrorDetails} from './rpc-status.ts';
import {readFields, readMessage, readTimestamp} from './wire.ts';

/** By what a build is known among those of others. */
export interface FailedBuildMark {
  /** The text that the build ended with, or a part of it. */
  readonly message: string;
  /** Digest of the step that failed. */
  readonly vertex: string | undefined;
}

interface HistoryRecord {
  readonly error: string;
  /** Milliseconds since the epoch. */
  readonly created: number;
  /** Digest of the encoded error with its details. */
  readonly details: string | undefined;
}

/** Records whose details are looked at. */
const MOST = 5;

/** The newest builds that fit, each with the details of its error. Throws RpcError on engines without a history. */
export async function* findFailedBuilds(
  client: GrpcClient,
  {message, vertex}: FailedBuildMark,
  options: CallOptions,
): AsyncGenerator<ErrorDetails> {
  const records: HistoryRecord[] = [];
  // EarlyExit = 3: what there is, without waiting for more.
  const request = encodeMessage([3, true]);
  for await (const event of client.stream('/moby.buildkit.v1.Control/ListenBuildHistory', request, options)) {
    const record = decodeRecord(event);
    if (record.error !== '' && (record.error.includes(message) || message.includes(record.error))) records.push(record);
  }
  records.sort((a, b) => b.created - a.created);
  for (const {details} of records.slice(0, MOST)) {
    if (details === undefined) continue;
    const found = decodeErrorDetails(await readBlob(client, details, options));
    // An error of the frontend names no step, although one failed.
    if (vertex === undefined || found.vertex === undefined || found.vertex === vertex) yield found;
  }
}

/**
 * How a build of ours ended: the text, with the details where they can be had; undefined for one that did not fail, or is
 * not known. Throws as `findFailedBuilds`.
 */
export async function findEnd(
  client: GrpcClient,
  ref: string,
  options: CallOptions,
): Promise<ErrorDetails | undefined> {
  // Ref = 2, EarlyExit = 3.
  const request = encodeMessage([2, ref], [3, true]);
  for await (const event of client.stream('/moby.buildkit.v1.Control/ListenBuildHistory', request, options)) {
    const {error, details} = decodeRecord(event);
    if (error === '') continue;
    if (details === undefined) return {message: error, source: undefined, vertex: undefined};
    return {...decodeErrorDetails(await readBlob(client, details, options)), message: error};
  }
  return undefined;
}

/** BuildHistoryEvent: record = 2. BuildHistoryRecord: error = 5 (google.rpc.Status), CreatedAt = 6, externalError = 18. */
function decodeRecord(event: Uint8Array): HistoryRecord {
  const reader = new BinaryReader(event);
  let error = '';
  let created = 0;
  let details: string | undefined;
  readFields(reader, reader.len, (tag) => {
    if (tag !== 0o22) return false;
    readMessage(reader, (inner) => {
      if (inner === 0o52) error = readText(reader);
      else if (inner === 0o62) created = readTimestamp(reader);
      else if (inner === 0o222) details = readText(reader);
      else return false;
      return true;
    });
    return true;
  });
  return {error, created, details};
}

/** Field 2 of a message: the text of a Status, the digest of a Descriptor. */
function readText(reader: BinaryReader): string {
  let text = '';
  readMessage(reader, (tag) => {
    if (tag !== 0o22) return false;
    text = reader.string();
    return true;
  });
  return text;
}
