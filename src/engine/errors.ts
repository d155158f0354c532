/**
 * What can go wrong between us and the engine. Each class carries the data a reader needs to act; the message alone is
 * already a complete sentence: what failed, on which object, why, and what to do.
 */

/** Appends the way out to a message, so that every printed error says what to do next. */
function withHint(message: string, hint: string | undefined): string {
  return hint === undefined ? message : `${message}. ${hint}`;
}

/** An address of an engine that cannot be read or that we refuse to use (hardening R1). */
export class InvalidAddress extends Error {
  override readonly name = 'InvalidAddress';
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(withHint(message, hint));
    this.hint = hint;
  }
}

/** Nothing that speaks HTTP answered at the address. `code` is the errno or undici code, such as ECONNREFUSED. */
export class EngineUnreachable extends Error {
  override readonly name = 'EngineUnreachable';
  readonly address: string;
  readonly code: string | undefined;
  readonly hint: string | undefined;

  constructor(address: string, why: string, options: {code?: string; hint?: string; cause?: unknown}) {
    super(withHint(`no engine answers at ${address}: ${why}`, options.hint), {cause: options.cause});
    this.address = address;
    this.code = options.code;
    this.hint = options.hint;
  }
}

/** Engines wrap errors in errors and print some twice: a line that an earlier one holds already is dropped. */
function withoutRepeats(reason: string): string {
  const lines = reason.split(/\r?\n/).map((line) => line.trimEnd());
  return lines
    .filter((line, at) => !lines.slice(0, at).some((earlier) => earlier.includes(line.trim())))
    .join('\n')
    .trim();
}

export interface EngineErrorDetails {
  /** HTTP status, or 0 when the error came inside a stream that began with 200. */
  readonly status: number;
  /** Method and route, such as `POST /images/{name}/push`; never a query, which can hold build arguments. */
  readonly endpoint: string;
  /** The object of the call: a reference, an image id, a Dockerfile. */
  readonly subject?: string | undefined;
  /** Exit code of a RUN step or the registry's number, from `errorDetail.code`. */
  readonly code?: number | undefined;
  readonly hint?: string | undefined;
  readonly cause?: unknown;
}

/** The engine answered and said no: by a status, or by an `errorDetail` inside a 200 (hardening R12). */
export class EngineError extends Error {
  override readonly name: string = 'EngineError';
  /** The engine's own words, without the object and the hint. */
  readonly reason: string;
  readonly status: number;
  readonly endpoint: string;
  readonly code: number | undefined;
  readonly hint: string | undefined;

  constructor(reason: string, details: EngineErrorDetails) {
    const where = details.subject === undefined ? details.endpoint : `${details.endpoint} ${details.subject}`;
    const status = details.status === 0 ? '' : ` (status ${details.status})`;
    const words = withoutRepeats(reason);
    super(withHint(`${where}: ${words}${status}`, details.hint), {cause: details.cause});
    this.reason = words;
    this.status = details.status;
    this.endpoint = details.endpoint;
    this.code = details.code;
    this.hint = details.hint;
  }
}

/** A stream that ended, or turned to garbage, before its result: never a success (hardening R11). */
export class StreamCutShort extends EngineError {
  override readonly name = 'StreamCutShort';
}
