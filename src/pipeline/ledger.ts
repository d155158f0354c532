/**
 * What a run makes in the engine, noted before or as it is made, so that cleaning can take it away again and nothing
 * else (hardening E9): the images and names that were there before are looked up once, at the beginning.
 */
import {cacheRecords} from '../engine/disk-usage.ts';
import type {Engine} from '../engine/facts.ts';
import {list} from '../engine/list.ts';
import {formatReference, InvalidReference, parseReference} from '../registry/reference.ts';

/** One thing that a run made, or is about to make. */
export type Made =
  /** A name, and the id of the image that had it before. */
  | {readonly kind: 'name'; readonly name: string; readonly before: string | undefined}
  /** An image; the id may be cut short. */
  | {readonly kind: 'image'; readonly id: string}
  /** Copies of a context in the build cache: those that are newer than this, by the engine's clock. */
  | {readonly kind: 'contexts'; readonly since: string};

/** Keeps notes for the post step; writing one must not fail the run. */
export type Journal = (made: Made) => void;

export interface Ledger {
  name(name: string): void;
  /** Notes an image that was not there before. */
  image(id: string): void;
  /** To be awaited before a context is sent. */
  contexts(): Promise<void>;
}

/** A ledger for a run that cleans nothing up. */
export const NO_LEDGER: Ledger = {name: () => {}, image: () => {}, contexts: async () => {}};

/** Throws EngineError when the engine does not list its images. */
export async function openLedger(engine: Engine, journal: Journal, signal: AbortSignal): Promise<Ledger> {
  const images = await list(engine, {all: true, signal});
  const ids = images.map(({id}) => id);
  const idOf = new Map(images.flatMap(({id, names}) => names.map((name) => [comparable(name), id] as const)));
  const noted = new Set<string>();
  const once = (key: string, made: Made) => {
    if (noted.has(key)) return;
    noted.add(key);
    journal(made);
  };
  return {
    name: (name) => once(`name ${name}`, {kind: 'name', name, before: idOf.get(comparable(name))}),
    image: (id) => {
      const digits = id.replace(/^sha256:/, '');
      if (ids.some((known) => known.startsWith(`sha256:${digits}`))) return;
      once(`image ${digits}`, {kind: 'image', id: digits.length === 64 ? `sha256:${digits}` : digits});
    },
    contexts: async () => {
      const records = await cacheRecords(engine, signal);
      const newest = records
        .map(({created}) => created)
        .sort()
        .at(-1);
      once('contexts', {kind: 'contexts', since: newest ?? ''});
    },
  };
}

/** Engines write one name in their own ways; the full form is the same everywhere. */
function comparable(name: string): string {
  try {
    return formatReference(parseReference(name));
  } catch (error) {
    if (error instanceof InvalidReference) return name;
    throw error;
  }
}
