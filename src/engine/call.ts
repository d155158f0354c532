/** One call to the engine, as the endpoints describe it, and its encoding in a URL. */
import type {Readable} from 'node:stream';

/** Query values; an array repeats the key, undefined leaves it out. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface Call {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'DELETE';
  /** Path below the API version, names already encoded by `encodeName`. */
  readonly path: string;
  /** The route for messages, such as `POST /images/{name}/push`. */
  readonly endpoint: string;
  /** The object of the call, for messages. */
  readonly subject?: string;
  readonly query?: Query;
  readonly headers?: Readonly<Record<string, string>>;
  /** A tar stream; sent chunked as application/x-tar. */
  readonly body?: Readable;
  /** A JSON body, in place of a tar. */
  readonly json?: unknown;
  /** Longest time for a call with a short answer, in milliseconds; 30 s when left out (hardening R7). */
  readonly limitMs?: number;
  /** Give up when no byte came for this long, in milliseconds; streams have no other limit (hardening R7). */
  readonly idleLimitMs?: number;
  readonly signal: AbortSignal;
}

/** Encodes an image name for a path: `/`, `:` and `@` stay raw, as Podman and proxies expect. */
export function encodeName(name: string): string {
  return name
    .split('/')
    .map((part) => encodeURIComponent(part).replaceAll('%3A', ':').replaceAll('%40', '@'))
    .join('/');
}

export function encodeQuery(query: Query | undefined): string {
  const pairs = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) {
    if (typeof value === 'string') pairs.append(key, value);
    else for (const item of value ?? []) pairs.append(key, item);
  }
  const text = pairs.toString();
  return text === '' ? '' : `?${text}`;
}

/** What errors say of a call. */
export function named(call: Call): {endpoint: string; subject?: string} {
  return {endpoint: call.endpoint, ...(call.subject !== undefined && {subject: call.subject})};
}
