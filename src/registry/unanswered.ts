/**
 * Turns what an HTTP library throws (broken connections, TLS failures, time limits) into a `RegistryError` that says
 * what to do about it.
 */

import {RegistryError} from './errors.ts';

/** What to throw for a request that got no complete answer; the caller's own abort reason stays itself. */
export function unanswered(url: URL, cause: unknown, signal: AbortSignal | undefined): unknown {
  const timedOut = textOf(signal?.reason, 'name') === 'TimeoutError';
  if (signal?.aborted && !timedOut) return signal.reason;
  const code = timedOut ? 'ETIMEDOUT' : codeOf(cause);
  const why = timedOut ? 'no complete answer in time' : reasonOf(code, cause);
  const hint = transportHint(code, url.host);
  return new RegistryError(`registry ${url.host}: ${why}`, {status: 0, code, host: url.host, hint, cause});
}

/** undici wraps: the code that tells most may be one level down. */
function codeOf(error: unknown): string | undefined {
  const inner =
    typeof error === 'object' && error !== null && 'cause' in error ? textOf(error.cause, 'code') : undefined;
  return inner ?? textOf(error, 'code');
}

function reasonOf(code: string | undefined, cause: unknown): string {
  const text = textOf(cause, 'message')?.replace(/\s+/g, ' ') ?? 'the connection failed';
  return code === undefined || text.includes(code) ? text : `${text} (${code})`;
}

/** Not by class: errors of Node and undici may come from another realm. */
function textOf(error: unknown, key: 'name' | 'code' | 'message'): string | undefined {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function transportHint(code: string | undefined, host: string): string | undefined {
  if (code === 'ECONNREFUSED') return `check that a registry listens at ${host}`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `check the spelling of the registry host ${host}`;
  if (code === 'CERT_HAS_EXPIRED') return `the certificate of ${host} has expired; whoever runs it has to renew it`;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return `the certificate of ${host} is for another name; use the name it was issued for`;
  if (/CERT|UNABLE_TO_/.test(code ?? ''))
    return `if ${host} uses a private certificate authority, give its certificate in the input registry-ca, or to all of the runner in the variable NODE_EXTRA_CA_CERTS`;
  return undefined;
}
