/** Bodies of answers: read whole, in part, or as a stream, with the limits of hardening R7 and R10. */
import {type Call, named} from './call.ts';
import {EngineError} from './errors.ts';

const JSON_LIMIT = 32 * 1024 * 1024;
const ERROR_LIMIT = 64 * 1024;

/** The whole of a short answer: half of one, or more than an engine ever sends, is an error and not a value. */
export async function readWhole(body: AsyncIterable<Uint8Array>, call: Call): Promise<string> {
  const fail = (why: string) => new EngineError(why, {status: 0, ...named(call)});
  const {bytes, failure} = await collect(body, JSON_LIMIT);
  if (call.signal.aborted) throw call.signal.reason;
  if (failure !== undefined) throw fail(`the answer broke off (${failure.message})`);
  if (bytes.length > JSON_LIMIT) throw fail(`the answer is longer than ${JSON_LIMIT} bytes`);
  return bytes.toString('utf8');
}

/** The beginning of an error's body, which is worth showing even if the rest never comes (hardening R13). */
export async function readSome(body: AsyncIterable<Uint8Array>): Promise<string> {
  const {bytes} = await collect(body, ERROR_LIMIT);
  return bytes.subarray(0, ERROR_LIMIT).toString('utf8');
}

/** Reads until the end, a failure, or the first chunk beyond `limit` bytes. */
async function collect(body: AsyncIterable<Uint8Array>, limit: number): Promise<{bytes: Buffer; failure?: Error}> {
  const parts: Uint8Array[] = [];
  let held = 0;
  try {
    for await (const chunk of body) {
      parts.push(chunk);
      held += chunk.length;
      if (held > limit) break;
    }
  } catch (error) {
    return {bytes: Buffer.concat(parts), failure: error as Error};
  }
  return {bytes: Buffer.concat(parts)};
}

/** Names the call in errors of a broken stream. */
export async function* guarded(
  body: AsyncIterable<Uint8Array>,
  call: Call,
  watchdog: Watchdog,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of body) {
      watchdog.touch();
      yield chunk;
    }
  } catch (error) {
    if (call.body?.errored) throw call.body.errored;
    if (call.signal.aborted) throw watchdog.explain(call.signal.reason, call);
    throw new EngineError(`the connection to the engine broke (${(error as Error).message})`, {
      status: 0,
      ...named(call),
      cause: error,
    });
  } finally {
    watchdog.stop();
  }
}

/** Aborts its signal when `touch` was not called for the limit; without a limit it never does. */
export class Watchdog {
  readonly #controller = new AbortController();
  readonly #limitMs: number | undefined;
  readonly #timer: NodeJS.Timeout | undefined;

  constructor(limitMs: number | undefined) {
    this.#limitMs = limitMs;
    this.#timer = limitMs === undefined ? undefined : setTimeout(() => this.#controller.abort(), limitMs).unref();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  touch(): void {
    this.#timer?.refresh();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  explain(error: unknown, call: Call): unknown {
    if (!this.#controller.signal.aborted) return error;
    const seconds = (this.#limitMs ?? 0) / 1000;
    return new EngineError(`nothing moved for ${seconds} s, so the call was given up`, {
      status: 0,
      ...named(call),
      cause: error,
    });
  }
}
