/**
 * Keys of entries in the cache of GitHub Actions. Everything that has to fit comes first, from the widest to the narrowest,
 * as the service finds the newest entry that begins with what is asked for; then what the entry holds, and what is known of
 * its worth, so that this can be judged without a download. Texts of others stand in a key only as hashes (hardening E7);
 * limits of the service: 512 characters, no comma.
 */
import {createHash} from 'node:crypto';

/** What an entry is for. */
export interface EntryPlace {
  /** Product and major version, such as `docker28`. */
  readonly engine: string;
  readonly builder: string;
  /** `os/arch[/variant]` */
  readonly platform: string;
  /** Of `type=gha`; the author's word. */
  readonly scope: string;
  /** Which build: its Dockerfile by name, its target. */
  readonly build: string;
  /** Dockerfile and names of arguments. */
  readonly recipe: string;
  /** Lock files. */
  readonly locks: string;
}

/** What is known of an entry. */
export interface EntryNotes {
  /** Hash of what it holds, as 16 digits. */
  readonly content: string;
  /** What the build took without a cache. */
  readonly seconds: number;
  /** Of its layers. */
  readonly bytes: number;
  /** Bytes per second of the last download and unpacking; undefined when there was none yet. */
  readonly rate: number | undefined;
  /** Holds nothing: it only tells that its predecessor was not worth its time. */
  readonly isEmpty: boolean;
}

/** From the narrowest to the widest; each ends with a dash. */
export function entryPrefixes(place: EntryPlace): readonly [string, string, string] {
  const {engine, builder, platform, scope, build, recipe, locks} = place;
  const plain = (text: string) => text.replaceAll(/[^a-z0-9]+/g, '.').slice(0, 40);
  const about = `stowage-layers-1-${plain(engine)}-${plain(builder)}-${plain(platform)}`;
  const wide = `${about}-${shortHash(JSON.stringify([about, scope, build]))}-`;
  const middle = `${wide}${shortHash(recipe)}-`;
  return [`${middle}${shortHash(locks)}-`, middle, wide];
}

export function formatKey(prefix: string, {content, seconds, bytes, rate, isEmpty}: EntryNotes): string {
  const tenths = Math.round(seconds * 10);
  const kilo = (value: number) => Math.max(1, Math.round(value / 1000));
  const end = isEmpty ? 'x' : '';
  return `${prefix}${content}-t${tenths}k${kilo(bytes)}r${rate === undefined ? 0 : kilo(rate)}${end}`;
}

/** Undefined for a key of somebody else. */
export function parseKey(key: string): EntryNotes | undefined {
  const [, content, tenths, size, rate, end] = /-([0-9a-f]{16})-t(\d{1,9})k(\d{1,9})r(\d{1,9})(x?)$/.exec(key) ?? [];
  if (content === undefined) return undefined;
  return {
    content,
    seconds: Number(tenths) / 10,
    bytes: Number(size) * 1000,
    rate: rate === '0' ? undefined : Number(rate) * 1000,
    isEmpty: end === 'x',
  };
}

export function shortHash(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
