/**
 * One error class for everything that goes wrong between us and a registry or its token server, and how an error
 * answer is read. OCI distribution-spec, "Error Codes".
 */

import {isTransientCode, isTransientStatus, type Verdict} from './retry.ts';

export interface RegistryErrorDetails {
  /** What was being done: `read manifest of ghcr.io/a/b:1`. Comes first in the message. */
  readonly what?: string | undefined;
  /** HTTP status; 0 when there was no (complete) answer. */
  readonly status: number;
  /** The registry's code (`DENIED`, `MANIFEST_UNKNOWN`), Node's (`ECONNREFUSED`), or ours (`DIGEST_MISMATCH`). */
  readonly code?: string | undefined;
  readonly host: string;
  readonly repository?: string | undefined;
  /** What the user can do, one sentence. */
  readonly hint?: string | undefined;
  /** `Retry-After` of the answer. */
  readonly retryAfter?: string | undefined;
  readonly cause?: unknown;
}

export class RegistryError extends Error {
  override readonly name = 'RegistryError';
  /** The message without what was being done. */
  readonly reason: string;
  readonly status: number;
  readonly code: string | undefined;
  readonly host: string;
  readonly repository: string | undefined;
  readonly hint: string | undefined;
  readonly retryAfter: string | undefined;

  constructor(reason: string, details: RegistryErrorDetails) {
    const {what, cause} = details;
    super(what === undefined ? reason : `${what}: ${reason}`, cause === undefined ? undefined : {cause});
    this.reason = reason;
    this.status = details.status;
    this.code = details.code;
    this.host = details.host;
    this.repository = details.repository;
    this.hint = details.hint;
    this.retryAfter = details.retryAfter;
  }

  /** The same error, told as the end of `what`. */
  during(what: string, repository: string): RegistryError {
    const {reason, status, code, host, hint, retryAfter, cause} = this;
    return new RegistryError(reason, {what, status, code, host, repository, hint, retryAfter, cause});
  }
}

/** For `retrying`: which registry errors are worth another try (hardening R9). */
export function classifyRegistryError(error: unknown): Verdict {
  if (!(error instanceof RegistryError)) return {kind: 'permanent'};
  if (error.status === 0 ? isTransientCode(error.code) : isTransientStatus(error.status)) {
    return {kind: 'transient', reason: error.reason, retryAfter: error.retryAfter};
  }
  return {kind: 'permanent'};
}

/** At most this much of an error answer is read, and this much of it shown (hardening R10). */
export const ERROR_BODY_LIMIT = 64 * 1024;
const SHOWN = 4096;

export interface ErrorAnswer {
  readonly code: string | undefined;
  /** One line; empty when the answer said nothing readable. */
  readonly text: string;
}

/** Reads the body of an error answer: the specified JSON, a token server's `error`/`details`, or plain text. */
export function parseErrorBody(bytes: Uint8Array): ErrorAnswer {
  const body = Buffer.from(bytes).toString('utf8');
  const json = parseJson(body);
  const first = firstError(json);
  const code = textOf(first, 'code') ?? textOf(json, 'error');
  const text =
    textOf(first, 'message') ?? textOf(json, 'error_description') ?? textOf(json, 'details') ?? textOf(json, 'message');
  if (code !== undefined || text !== undefined) return {code, text: oneLine(text ?? '')};
  return {code: undefined, text: /^\s*</.test(body) ? '' : oneLine(body)};
}

function firstError(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || !Object.hasOwn(json, 'errors')) return undefined;
  const {errors} = json as {readonly errors: unknown};
  return Array.isArray(errors) ? errors[0] : undefined;
}

function textOf(value: unknown, key: string): string | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  const found: unknown = Reflect.get(value, key);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}
