/**
 * Fetches a file of the author's by http or https, for the few that an engine does not fetch itself: at most five
 * redirects, none away from https, certificates verified, nothing sent but the request (hardening R1, R2, R7). Without
 * TLS only from this machine.
 */
import {type IncomingMessage, request as plainRequest} from 'node:http';
import {request as tlsRequest} from 'node:https';

export interface DownloadOptions {
  /** Bytes; a longer file is an error. */
  readonly limit: number;
  readonly signal: AbortSignal;
}

/** Messages name the URL without its query, which may hold a signature. */
export class DownloadFailed extends Error {
  override readonly name = 'DownloadFailed';
  readonly hint: string | undefined;

  constructor(url: URL, why: string, options: {readonly hint?: string; readonly cause?: unknown} = {}) {
    super(`fetch ${showUrl(url)}: ${why}`, {cause: options.cause});
    this.hint = options.hint;
  }
}

const MOST_REDIRECTS = 5;
/** Milliseconds without a byte. */
const SILENCE = 30_000;

/** The whole file. Throws DownloadFailed, or the abort reason. */
export async function download(url: URL, {limit, signal}: DownloadOptions): Promise<Buffer> {
  let current = url;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const answer = await send(current, signal);
    const {statusCode: status = 0, headers} = answer;
    if ([301, 302, 303, 307, 308].includes(status) && headers.location !== undefined) {
      answer.destroy();
      current = target(current, headers.location);
      continue;
    }
    if (status !== 200) {
      answer.destroy();
      throw new DownloadFailed(current, `it is answered with ${status} ${answer.statusMessage ?? ''}`.trim(), {
        hint: 'Check the address; what needs a login is downloaded in a step before this one',
      });
    }
    return read(current, answer, {limit, signal});
  }
  throw new DownloadFailed(url, `it leads through more than ${MOST_REDIRECTS} redirects`);
}

/** For messages and logs. */
export function showUrl({origin, pathname, search}: URL): string {
  return `${origin}${pathname}${search === '' ? '' : '?…'}`;
}

function target(from: URL, location: string): URL {
  const to = URL.parse(location, from.href);
  if (to === null || !/^https?:$/.test(to.protocol) || to.username !== '' || to.password !== '')
    throw new DownloadFailed(from, 'it redirects to what is no URL of http or https');
  if (from.protocol === 'https:' && to.protocol !== 'https:')
    throw new DownloadFailed(from, `it redirects from https to ${showUrl(to)}`);
  return to;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

function send(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname))
    throw new DownloadFailed(url, 'it would come without TLS, so anybody on the way could change it', {
      hint: 'Use https',
    });
  return new Promise((resolve, reject) => {
    const fail = (cause: Error) => {
      reject(signal.aborted ? signal.reason : new DownloadFailed(url, cause.message, {cause}));
    };
    const options = {
      signal,
      timeout: SILENCE,
      headers: {'user-agent': 'stowage', accept: '*/*'},
      agent: false,
    } as const;
    const outgoing =
      url.protocol === 'http:'
        ? plainRequest(url, options, resolve)
        : // Said outright, because an environment variable of Node would turn verification off otherwise.
          tlsRequest(url, {...options, minVersion: 'TLSv1.2', rejectUnauthorized: true}, resolve);
    outgoing.on('error', fail);
    outgoing.on('timeout', () => outgoing.destroy(new Error(`nothing came for ${SILENCE / 1000} s`)));
    outgoing.end();
  });
}

async function read(url: URL, answer: IncomingMessage, {limit, signal}: DownloadOptions): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of answer as AsyncIterable<Buffer>) {
      parts.push(part);
      length += part.length;
      if (length > limit) break;
    }
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    throw new DownloadFailed(url, (cause as Error).message, {cause});
  }
  if (length > limit) throw new DownloadFailed(url, `it is larger than ${limit / 1024} KiB`);
  return Buffer.concat(parts);
}
