/**
 * One HTTP exchange as the registry code sees it, and redirects on top of it. The sender (undici, in client.ts) is
 * passed in, so auth.ts does not depend on an HTTP library.
 */

import {RegistryError} from './errors.ts';

export type HttpMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface HttpRequest {
  readonly method: HttpMethod;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** A function is asked anew for each time that the request is sent. */
  readonly body?: string | Uint8Array | (() => AsyncIterable<Uint8Array>) | undefined;
  /** Bytes may flow for hours, but never stand still for long; else there is a limit on the whole. */
  readonly isLong?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface HttpAnswer {
  readonly url: URL;
  readonly status: number;
  /** All values of a header, by lower-case name. */
  header(name: string): readonly string[];
  /** The whole body. Throws `RegistryError` with code `TOO_LARGE` when it is longer than `limit` bytes. */
  read(limit: number): Promise<Uint8Array>;
  /** The body up to `limit` bytes, the rest is dropped. */
  readSome(limit: number): Promise<Uint8Array>;
  /** The body as it comes. Throws `RegistryError` when it breaks off. */
  stream(): AsyncIterable<Uint8Array>;
  /** Drops the body, keeping the connection for the next request where that is cheap. */
  discard(): Promise<void>;
}

/** Sends without following anything. Throws `RegistryError` with status 0 when there is no answer. */
export type Send = (request: HttpRequest) => Promise<HttpAnswer>;

const MOST_REDIRECTS = 5;

/**
 * Follows redirects of GET and HEAD. `check` judges each target (throwing to refuse). Once scheme, host or port differ
 * from those first asked, `Authorization` is gone for good, also if a later redirect leads back (hardening R2).
 */
export async function sendFollowing(
  send: Send,
  request: HttpRequest,
  check: (from: URL, location: string) => URL,
): Promise<HttpAnswer> {
  let current = request;
  for (let redirects = 0; ; redirects += 1) {
    const answer = await send(current);
    const location = answer.header('location')[0];
    const isRedirect = [301, 302, 303, 307, 308].includes(answer.status) && location !== undefined;
    if (!isRedirect || !/^(?:GET|HEAD)$/.test(current.method)) return answer;
    await answer.discard();
    if (redirects === MOST_REDIRECTS) {
      const host = request.url.host;
      throw new RegistryError(`registry ${host}: more than ${MOST_REDIRECTS} redirects`, {
        status: 0,
        code: 'REDIRECT_REFUSED',
        host,
      });
    }
    const url = check(current.url, location);
    current = {
      ...current,
      url,
      headers: url.origin === current.url.origin ? current.headers : withoutSecrets(current.headers),
    };
  }
}

function withoutSecrets(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(?:authorization|cookie)$/i.test(name)));
}
