/**
 * Podman for one file of tests at a time: deleting an image beside a build can leave its store with an image whose layer is
 * gone ("layer not known"), upon which every later build fails that might take it for a cache.
 */
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {afterAll, beforeAll} from '@jest/globals';
import type {Engine} from '../scripts/rig/engines.ts';

/** Files of one run have the same parent process; another run has engines of its own. */
const LOCK = join(tmpdir(), `stowage-podman-${process.ppid}`);
const OWNER = join(LOCK, 'pid');
/** Milliseconds that a file may have to wait for another one. */
export const PATIENCE = 20 * 60_000;

/** Waits until no other file uses Podman. Other engines need no waiting. Call the result when done; does not nest. */
export async function holdAlone({facts}: Engine): Promise<() => void> {
  if (facts.product !== 'podman') return () => {};
  while (!take()) await sleep(100);
  return () => rmSync(LOCK, {recursive: true, force: true});
}

/** The same for all tests of the block it is called in. */
export function testsAlone(engine: Engine): void {
  let release = () => {};
  beforeAll(async () => {
    release = await holdAlone(engine);
  }, PATIENCE);
  afterAll(() => release());
}

function take(): boolean {
  try {
    mkdirSync(LOCK);
    writeFileSync(OWNER, String(process.pid));
    return true;
  } catch {
    if (!isHeld()) rmSync(LOCK, {recursive: true, force: true});
    return false;
  }
}

/** False when its owner ended without a word. */
function isHeld(): boolean {
  try {
    process.kill(Number(readFileSync(OWNER, 'utf8')), 0);
    return true;
  } catch (error) {
    // Just being made, or just given back.
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}
