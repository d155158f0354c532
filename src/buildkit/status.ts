/** How a gRPC call ends: a code and a text (grpc/doc/statuscodes.md, grpc/doc/PROTOCOL-HTTP2.md "Responses"). */

export const Code = {
  ok: 0,
  cancelled: 1,
  unknown: 2,
  invalidArgument: 3,
  deadlineExceeded: 4,
  notFound: 5,
  alreadyExists: 6,
  resourceExhausted: 8,
  unimplemented: 12,
  internal: 13,
} as const;
export type Code = (typeof Code)[keyof typeof Code];

/** An answer other than OK. The message travels to the engine and into the build's error: never put a secret in it. */
export class GrpcError extends Error {
  override readonly name = 'GrpcError';
  readonly code: Code;

  constructor(code: Code, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Longest `grpc-message` we send, in characters before encoding: header blocks have small limits. */
const MESSAGE_LIMIT = 1024;

/** The two header fields that end a call. Anything that is not a GrpcError is `unknown` (2) with its message. */
export function toTrailers(error: unknown): {readonly 'grpc-status': string; readonly 'grpc-message': string} {
  const code = error instanceof GrpcError ? error.code : Code.unknown;
  const message = error instanceof Error ? error.message : String(error);
  return {'grpc-status': String(code), 'grpc-message': percentEncode(message.slice(0, MESSAGE_LIMIT))};
}

/** Printable ASCII stays, everything else (and `%`) becomes `%XX` per UTF-8 byte. */
function percentEncode(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\x20-\x24\x26-\x7e]/gu, (char) =>
      [...Buffer.from(char)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
    );
}

const TIMEOUT_UNITS: Readonly<Record<string, number>> = {
  H: 3_600_000,
  M: 60_000,
  S: 1000,
  m: 1,
  u: 1 / 1000,
  n: 1 / 1_000_000,
};

/** The caller's `grpc-timeout` (such as `59999m`) in milliseconds; undefined when absent or not understood. */
export function parseTimeout(value: string | undefined): number | undefined {
  const [, amount, unit] = /^(\d{1,8})([HMSmun])$/.exec(value ?? '') ?? [];
  const factor = TIMEOUT_UNITS[unit ?? ''];
  return factor === undefined ? undefined : Number(amount) * factor;
}
