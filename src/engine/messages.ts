/**
 * The JSON-lines streams of `/build`, `/images/create`, `/images/load` and `/images/{name}/push`: objects separated by
 * line ends, cut into chunks anywhere (Engine API v1.51, "Streaming"; hardening R10-R12). A status of 200 proves
 * nothing: the last object may be an error, which is thrown here, and a partial tail is an error too.
 */
import {EngineError, StreamCutShort} from './errors.ts';
import {own} from './json.ts';

/** One object of a stream, with only the members we read; unknown ones are dropped. */
export interface Message {
  readonly id: string | undefined;
  readonly stream: string | undefined;
  readonly status: string | undefined;
  /** Bytes so far and in all, where the engine knows them. */
  readonly current: number | undefined;
  readonly total: number | undefined;
  readonly aux: unknown;
}

/** Longest single object we accept, in bytes (R10). BuildKit traces carry logs and come near 1 MiB. */
export const MESSAGE_LIMIT = 16 * 1024 * 1024;

const NEWLINE = 0x0a;

/**
 * Yields the objects of a byte stream. `endpoint` and `subject` name the call in errors.
 * Throws EngineError for an error object and StreamCutShort for garbage, an oversized object or a partial tail.
 */
export async function* decodeMessages(
  chunks: AsyncIterable<Uint8Array>,
  endpoint: string,
  subject?: string,
): AsyncGenerator<Message> {
  const cut = (why: string) => new StreamCutShort(why, {status: 0, endpoint, subject});
  for await (const line of splitLines(chunks, cut)) {
    for (const value of parseLine(line, cut)) {
      const failure = errorOf(value);
      if (failure !== undefined)
        throw new EngineError(failure.message, {status: 0, endpoint, subject, code: failure.code});
      yield toMessage(value);
    }
  }
}

/** Joins chunks into lines without copying a byte twice; the last line may lack its end. */
async function* splitLines(chunks: AsyncIterable<Uint8Array>, cut: (why: string) => Error): AsyncGenerator<string> {
  let parts: Uint8Array[] = [];
  let held = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      parts.push(chunk.subarray(start, end));
      yield decode(parts);
      parts = [];
      held = 0;
      start = end + 1;
    }
    if (start < chunk.length) {
      parts.push(chunk.subarray(start));
      held += chunk.length - start;
      if (held > MESSAGE_LIMIT) throw cut(`the engine sent one message of more than ${MESSAGE_LIMIT} bytes`);
    }
  }
  if (held > 0) yield decode(parts);
}

function decode(parts: readonly Uint8Array[]): string {
  const [only] = parts;
  const bytes = parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
  // Invalid UTF-8 becomes U+FFFD: a build may print any bytes, and that is no reason to fail it.
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** The values of one line: mostly one, sometimes none (blank) and by some engines two. */
function parseLine(line: string, cut: (why: string) => Error): readonly object[] {
  const text = line.trim();
  if (text === '') return [];
  const values: object[] = [];
  for (const piece of splitValues(text)) {
    let value: unknown;
    try {
      value = JSON.parse(piece);
    } catch {
      throw cut(`the engine's answer is not complete JSON: ${JSON.stringify(piece.slice(-200))}`);
    }
    if (typeof value !== 'object' || value === null) {
      throw cut(`the engine's answer holds ${JSON.stringify(piece.slice(0, 200))} where an object belongs`);
    }
    values.push(value);
  }
  return values;
}

/** Cuts `{…}{…}` between top-level objects; `{` and `}` inside strings do not count. */
function splitValues(text: string): readonly string[] {
  if (!text.includes('}{') && !/\}\s+\{/.test(text)) return [text];
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (quoted) {
      if (char === '\\') at++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{' || char === '[') depth++;
    else if ((char === '}' || char === ']') && --depth === 0) {
      pieces.push(text.slice(start, at + 1));
      start = at + 1;
    }
  }
  const rest = text.slice(start).trim();
  return rest === '' ? pieces : [...pieces, rest];
}

/** `errorDetail.message` first, the older `error` as fall-back (deprecated since API 1.48). */
function errorOf(value: object): {readonly message: string; readonly code: number | undefined} | undefined {
  const detail = own(value, 'errorDetail');
  const plain = own(value, 'error');
  if (typeof detail === 'object' && detail !== null) {
    const message = own(detail, 'message');
    const code = own(detail, 'code');
    return {
      message: typeof message === 'string' ? message : typeof plain === 'string' ? plain : 'the engine gave no reason',
      code: typeof code === 'number' ? code : undefined,
    };
  }
  return typeof plain === 'string' && plain !== '' ? {message: plain, code: undefined} : undefined;
}

function toMessage(value: object): Message {
  const progress = own(value, 'progressDetail');
  const count = (key: string) => {
    const number = typeof progress === 'object' && progress !== null ? own(progress, key) : undefined;
    return typeof number === 'number' ? number : undefined;
  };
  const text = (key: string) => {
    const string = own(value, key);
    return typeof string === 'string' ? string : undefined;
  };
  return {
    id: text('id'),
    stream: text('stream'),
    status: text('status'),
    current: count('current'),
    total: count('total'),
    aux: own(value, 'aux'),
  };
}
