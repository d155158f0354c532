/**
 * What a run makes in the engine, noted before or as it is made, so that cleaning can take it away again and nothing
 * else (hardening E9): what was there before is looked up first.
 */
import {cacheRecords} from '../engine/disk-usage.ts';
import type {Engine} from '../engine/facts.ts';
import {list} from '../engine/list.ts';
import {findId} from './find-id.ts';

/** One thing that a run made, or is about to make. */
export type Made =
  /** A name, the id of the image that had it before, and of the one it was given to, where that is known. */
  | {
      readonly kind: 'name';
      readonly name: string;
      readonly before: string | undefined;
      readonly given: string | undefined;
    }
  /** An image; the id may be cut short. */
  | {readonly kind: 'image'; readonly id: string}
  /** Copies of a context in the build cache: those that are newer than this, by the engine's clock. */
  | {readonly kind: 'contexts'; readonly since: string};

/** Keeps notes for the post step; writing one must not fail the run. */
export type Journal = (made: Made) => void;

export interface Ledger {
  /** To be awaited before the name is given to an image, which a load or a pull does not tell beforehand. */
  name(name: string, given?: string): Promise<void>;
  /**
   * Notes an image that was not there before. `isNew`: an image of this id was surely not there, which is asked where
   * the engine cannot tell what was.
   */
  image(id: string, isNew: boolean): void;
  /** To be awaited before a context is sent. */
  contexts(): Promise<void>;
}

/** A ledger for a run that cleans nothing up. */
export const NO_LEDGER: Ledger = {name: async () => {}, image: () => {}, contexts: async () => {}};

/** Throws EngineError when the engine does not list its images. */
export async function openLedger(engine: Engine, journal: Journal, signal: AbortSignal): Promise<Ledger> {
  // Podman fails to list images while another job deletes one, so there the builder's own words are taken.
  const ids =
    engine.facts.product === 'podman' ? undefined : (await list(engine, {all: true, signal})).map(({id}) => id);
  const noted = new Set<string>();
  const once = (key: string, made: Made) => {
    if (noted.has(key)) return;
    noted.add(key);
    journal(made);
  };
  return {
    name: async (name, given) =>
      once(`name ${name}`, {kind: 'name', name, before: await findId(engine, name, signal), given}),
    image: (id, isNew) => {
      const digits = id.replace(/^sha256:/, '');
      const wasThere = ids === undefined ? !isNew : ids.some((known) => known.startsWith(`sha256:${digits}`));
      if (!wasThere) once(`image ${digits}`, {kind: 'image', id: digits.length === 64 ? `sha256:${digits}` : digits});
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
