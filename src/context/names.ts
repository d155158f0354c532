/** The names in a directory, in an order and an encoding that are the same on every machine. */
import {isUtf8} from 'node:buffer';
import type * as nodeFs from 'node:fs';

export interface Listing {
  /** In the order of their bytes. */
  readonly names: readonly string[];
  /** The bytes of those names that are not UTF-8; undefined when there are none. */
  readonly odd: ReadonlyMap<string, Uint8Array> | undefined;
}

/** Throws what the file system throws. */
export function readNames(fs: Pick<typeof nodeFs, 'readdirSync'>, directory: string): Listing {
  const names = fs.readdirSync(directory);
  // What cannot be decoded reads as U+FFFD; a name may also hold that character by right.
  if (!names.some((name) => name.includes('\ufffd'))) return {names: sorted(names), odd: undefined};
  const odd = new Map<string, Uint8Array>();
  const texts = fs.readdirSync(directory, 'buffer').map((raw) => {
    const text = Buffer.from(raw).toString();
    if (!isUtf8(raw)) odd.set(text, raw);
    return text;
  });
  return {names: sorted(texts), odd};
}

/** By the bytes of UTF-8: the default order of strings, except where there are surrogates. */
function sorted(names: string[]): string[] {
  if (!names.some((name) => /[\ud800-\udfff]/.test(name))) return names.sort();
  return names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
