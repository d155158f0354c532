/**
 * An engine's export, checked while it passes. A 200 proves nothing: when the engine fails half-way it writes a JSON
 * error object where the tar broke off, or just stops (Engine API `GET /images/{name}/get`;
 * https://github.com/moby/moby/blob/v28.5.2/daemon/server/router/image/image_routes.go `getImagesGet`).
 */
import {BrokenTar, ExportFailed} from './errors.ts';
import {normalName} from './names.ts';
import {TarScanner} from './scan.ts';

export interface CheckedTarOptions {
  /** What the tar must hold: an image (`manifest.json` or `index.json` at the top; the default), or anything. */
  readonly holds?: 'image' | 'anything';
  /** Begins the messages. Default `the engine's export`. */
  readonly subject?: string;
}

/** How much of the end is kept to look for the engine's words in. */
const TAIL = 64 * 1024;

/**
 * Hands on the same chunks, any split, without copying. Throws BrokenTar when they are no whole tar or hold no image,
 * ExportFailed when the engine says why. The check is complete only when this ends: what was handed on before must not
 * be used when it throws.
 */
export async function* checkedTar(
  chunks: AsyncIterable<Uint8Array>,
  {holds = 'image', subject = "the engine's export"}: CheckedTarOptions = {},
): AsyncGenerator<Buffer, void, undefined> {
  let image = false;
  const scanner = new TarScanner(subject, {
    entry({name}) {
      const normal = normalName(name);
      if (normal === 'manifest.json' || normal === 'index.json') image = true;
      return false;
    },
  });
  const tail = new Tail();
  let broken: BrokenTar | undefined;
  /** Bytes read after the break, for the engine's words can be longer than a chunk. */
  let after = 0;
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (bytes.length === 0) continue;
    tail.add(bytes);
    if (broken !== undefined) {
      after += bytes.length;
      if (after > TAIL) break;
      continue;
    }
    broken = brokenBy(() => scanner.push(bytes));
    if (broken === undefined) yield bytes;
  }
  broken ??= brokenBy(() => scanner.finish());
  if (broken !== undefined) {
    const reason = reasonIn(tail.text());
    throw reason === undefined ? broken : new ExportFailed(`${subject} broke off: ${reason}`, reason);
  }
  if (holds === 'image' && !image)
    throw new BrokenTar(`${subject} holds no image: it has no manifest.json or index.json`);
}

function brokenBy(step: () => void): BrokenTar | undefined {
  try {
    step();
    return undefined;
  } catch (error) {
    if (error instanceof BrokenTar) return error;
    throw error;
  }
}

/** The last chunks, by reference. */
class Tail {
  #chunks: Buffer[] = [];
  #length = 0;

  add(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    while (this.#length - (this.#chunks[0]?.length ?? 0) >= TAIL) this.#length -= this.#chunks.shift()?.length ?? 0;
  }

  text(): string {
    return Buffer.concat(this.#chunks).subarray(-TAIL).toString('utf8');
  }
}

/** The message of an error object that ends the text: `{"errorDetail":{"message":…},"error":…}` or `{"message":…}`. */
function reasonIn(text: string): string | undefined {
  for (const opening of ['{"errorDetail"', '{"message"', '{"cause"', '{"error"']) {
    const at = text.lastIndexOf(opening);
    if (at < 0) continue;
    const object = parsed(text.slice(at));
    const detail = own(object, 'errorDetail');
    const found = [own(detail, 'message'), own(object, 'error'), own(object, 'message')];
    const reason = found.find((value) => typeof value === 'string' && value !== '');
    if (typeof reason === 'string') return reason.trim();
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function own(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
