/** What the walk cannot take, in words: what it is about, why, and what to do (hardening C6, C7). */
import type {Stats} from 'node:fs';
import {because, ContextError, errno, shown, shownBytes} from './errors.ts';

const COMPONENT_LIMIT = 255;
const PATH_LIMIT = 4096;

/** Throws ContextError past the limits of C7. */
export function checkLengths(path: string, name: string): void {
  // A UTF-16 unit takes at most three bytes, so most names need no counting.
  if (name.length > COMPONENT_LIMIT / 3 && Buffer.byteLength(name) > COMPONENT_LIMIT) {
    throw tooLong(path, `its name is longer than ${COMPONENT_LIMIT} bytes`);
  }
  if (path.length > PATH_LIMIT / 3 && Buffer.byteLength(path) > PATH_LIMIT) {
    throw tooLong(path, `it is longer than ${PATH_LIMIT} bytes`);
  }
}

/** A word for what is neither file, directory nor link. */
export function kindOf(stat: Stats): string {
  if (stat.isFIFO()) return 'named pipe';
  if (stat.isSocket()) return 'socket';
  return stat.isCharacterDevice() || stat.isBlockDevice() ? 'device' : 'special file';
}

/** One warning for all of a kind: a tree can hold thousands. */
export function gathered(what: string, paths: readonly string[]): readonly string[] {
  if (paths.length === 0) return [];
  const first = paths.slice(0, 10).join(', ');
  return [`${what}: ${first}${paths.length > 10 ? ` and ${paths.length - 10} more` : ''}`];
}

function tooLong(path: string, why: string): ContextError {
  return new ContextError(`cannot send ${shown(path)}: ${why}`, {
    path,
    hint: 'Shorten it or exclude it in .dockerignore',
  });
}

export function notUtf8(directory: string, raw: Uint8Array): ContextError {
  const path = `${directory === '' ? '' : `${shown(directory)}/`}${shownBytes(raw)}`;
  return new ContextError(`cannot send ${path}: its name is not UTF-8`, {
    path,
    hint: 'Rename it, or exclude it in .dockerignore by a pattern with "*" or "?" for the odd characters',
  });
}

export function badTarget(path: string, target: Uint8Array): ContextError {
  return new ContextError(`the link ${shown(path)} points to a name that is not UTF-8: ${shownBytes(target)}`, {
    path,
    hint: 'Rename the target or exclude the link in .dockerignore',
  });
}

export function changed(path: string, what: string): ContextError {
  return new ContextError(`cannot send ${shown(path)}: ${what} while the context was being listed`, {
    path,
    hint: 'Keep other processes from changing the context during the build, or exclude the path in .dockerignore',
  });
}

export function unusable(path: string, kind: string, cause: unknown): ContextError {
  return new ContextError(`cannot read the ${kind} ${shown(path)}: ${because(cause)}`, {
    path,
    cause,
    hint: `${errno(cause) === 'ENAMETOOLONG' ? 'Shorten it' : 'Change its permissions'} or exclude it in .dockerignore`,
  });
}
