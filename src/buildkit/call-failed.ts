/** How a call of ours to BuildKit fails: by its answer, or because the connection goes away. */
import {EngineError} from '../engine/errors.ts';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** BuildKit, or something before it, ended the call with another status than OK. */
export class CallFailed extends EngineError {
  override readonly name = 'CallFailed';
  /** Of gRPC (grpc/doc/statuscodes.md); 2 for most failures of a build. */
  readonly grpcCode: number;
  /** The encoded google.rpc.Status with its details; undefined when none came. See failure-details.ts. */
  readonly details: Uint8Array | undefined;

  constructor(
    reason: string,
    of: {readonly path: string; readonly code: number; readonly details?: Uint8Array | undefined},
  ) {
    super(reason, {status: 0, endpoint: of.path.slice(1)});
    this.grpcCode = of.code;
    this.details = of.details;
  }
}

/** The connection ended before the call did. */
export class ConnectionLost extends EngineError {
  override readonly name = 'ConnectionLost';

  constructor(path: string, cause: unknown) {
    const why = cause instanceof Error && cause.message !== '' ? ` (${cause.message})` : '';
    super(`the connection to BuildKit broke${why}`, {status: 0, endpoint: path.slice(1), cause});
  }
}

const UNKNOWN = 2;

/** Reads the fields that end a call; undefined for one that succeeded, or that has none. */
export function failureIn(path: string, httpStatus: number | undefined, end: Headers): CallFailed | undefined {
  const status = text(end, 'grpc-status');
  if (status === undefined) {
    if (httpStatus === undefined || httpStatus === 200) return undefined;
    return new CallFailed(`a proxy before BuildKit answered with status ${httpStatus}`, {path, code: UNKNOWN});
  }
  const code = Number(status);
  if (code === 0) return undefined;
  const details = text(end, 'grpc-status-details-bin');
  return new CallFailed(percentDecode(text(end, 'grpc-message') ?? '') || `it failed with code ${status}`, {
    path,
    code,
    details: details === undefined ? undefined : Buffer.from(details, 'base64'),
  });
}

function text(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : value?.[0];
}

/** `grpc-message`: bytes of UTF-8 as `%XX`; what is no such thing stays as it is. */
function percentDecode(message: string): string {
  const bytes = message.replace(/%([0-9a-f]{2})/gi, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
