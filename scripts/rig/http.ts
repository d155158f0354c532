/** Plain HTTP to engines and registries for scripts and tests, apart from the code under test on purpose. */
import {type IncomingHttpHeaders, type RequestOptions, request} from 'node:http';
import type {Readable} from 'node:stream';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
}

export interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | Readable;
}

/** `base` is `unix:///path`, `tcp://host:port` or `http://host:port`. */
export function ask(base: string, path: string, options: Ask = {}): Promise<Answer> {
  const url = base.startsWith('unix://') ? undefined : new URL(base.replace(/^tcp:/, 'http:'));
  const where: RequestOptions = url
    ? {host: url.hostname.replace(/^\[|\]$/g, ''), port: url.port}
    : {socketPath: base.slice('unix://'.length)};
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {...where, path, method: options.method ?? 'GET', headers: {host: 'localhost', ...options.headers}, agent: false},
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const body = Buffer.concat(parts);
          resolve({status: response.statusCode ?? 0, headers: response.headers, body, text: body.toString('utf8')});
        });
      },
    );
    outgoing.on('error', reject);
    if (options.body === undefined) outgoing.end();
    else if (Buffer.isBuffer(options.body)) outgoing.end(options.body);
    else options.body.pipe(outgoing);
  });
}

/** JSON of an answer; a status of 400 and above is an error that shows the text. */
export async function askJson<T>(base: string, path: string, options: Ask = {}): Promise<T> {
  const answer = await ask(base, path, options);
  if (answer.status >= 400)
    throw new Error(`${options.method ?? 'GET'} ${path}: ${answer.status} ${answer.text.slice(0, 500)}`);
  return (answer.text === '' ? undefined : JSON.parse(answer.text)) as T;
}
