/**
 * Directories that do not outlive the step: made for this user alone below RUNNER_TEMP, noted for the post part before
 * anything is in them, and removed at the end, or else by the post part (hardening S4, L4).
 */
import {mkdtempSync, realpathSync, rmSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';

const PREFIX = 'stowage-';

/** `note` tells the post part. */
export function makeTemporary(temp: string, note: (path: string) => void): string {
  const path = mkdtempSync(join(realpathSync(temp), PREFIX));
  note(path);
  return path;
}

/** Never throws: what cannot be removed now is tried again in the post part. */
export function removeTemporary(path: string): void {
  try {
    rmSync(path, {recursive: true, force: true, maxRetries: 3});
  } catch {
    // The runner empties its temporary directory with the job.
  }
}

/** Those of the noted paths that can only have been made here; state may have been tampered with. */
export function ownTemporaries(paths: readonly string[], temp: string): readonly string[] {
  try {
    const home = realpathSync(temp);
    return paths.filter((path) => dirname(path) === home && new RegExp(`^${PREFIX}\\w{6}$`).test(basename(path)));
  } catch {
    return [];
  }
}
