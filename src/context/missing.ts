/** Why a file that a Dockerfile copies is not in the context: a line of the ignore file, or another name. */
import {readdirSync, readFileSync, statSync} from 'node:fs';
import {basename, dirname, join, posix} from 'node:path';
import {excludes, type IgnoreRules, readPatterns} from './dockerignore.ts';
import {shown} from './errors.ts';

export interface ContextFiles {
  /** Absolute. */
  readonly directory: string;
  readonly ignore: IgnoreRules;
}

/** Entries looked at for a name that is alike; it is a help, not a search. */
const MOST_ENTRIES = 5000;
const MOST_PATTERNS = 1000;
const MOST_NAMES = 3;

/** A sentence, also on what to do. `path` is relative to the context, with or without `/` before it. */
export function explainMissing({directory, ignore}: ContextFiles, path: string): string | undefined {
  const name = posix
    .normalize(path)
    .replace(/^(?:\.?\/+)+/, '')
    .replace(/\/$/, '');
  if (name === '' || name === '.' || name.startsWith('../')) return undefined;
  const line = excludingLine(ignore, name);
  if (line !== undefined && ignore.file !== undefined && exists(join(directory, name))) {
    const file = basename(ignore.file);
    return `The context has "${shown(name)}", but line ${line.line} of ${shown(file)}, "${shown(line.text)}", excludes it: take that line out, or write "!${shown(name)}" below it`;
  }
  const alike = findAlike(directory, name).filter((other) => !excludes(ignore, other));
  if (alike.length > 0) {
    const names = alike.slice(0, MOST_NAMES).map((other) => `"${shown(other)}"`);
    return `The context has no "${shown(name)}"; did you mean ${names.join(' or ')}? Paths are relative to the context`;
  }
  if (/[*?[]/.test(name)) return `Nothing in the context matches "${shown(name)}"; paths are relative to the context`;
  return `The context has no "${shown(name)}": check the path, which is relative to the context, or make the file in a step before`;
}

/** The line that a path is left out for: the last one that changed the verdict. */
function excludingLine(rules: IgnoreRules, path: string) {
  const {file, patterns} = rules;
  if (file === undefined || patterns.length > MOST_PATTERNS || !excludes(rules, path)) return undefined;
  let excluded = false;
  let deciding = 0;
  for (let index = 0; index < patterns.length; index++) {
    const verdict = excludes({file, patterns: patterns.slice(0, index + 1)}, path);
    if (verdict && !excluded) deciding = index;
    excluded = verdict;
  }
  try {
    return readPatterns(readFileSync(file, 'utf8'), file)[deciding];
  } catch {
    return undefined;
  }
}

function exists(path: string): boolean {
  return statSync(path, {throwIfNoEntry: false}) !== undefined;
}

/** Paths whose last name is the same or nearly so, the likeliest first. */
function findAlike(directory: string, path: string): readonly string[] {
  const wanted = basename(path).toLowerCase();
  const parent = dirname(path);
  const found: {readonly path: string; readonly distance: number}[] = [];
  const queue = ['.'];
  let left = MOST_ENTRIES;
  for (let folder = queue.shift(); folder !== undefined && left > 0; folder = queue.shift()) {
    for (const entry of list(join(directory, folder))) {
      left--;
      const at = posix.join(folder, entry.name);
      if (entry.isDirectory() && !/^(?:\.git|node_modules)$/.test(entry.name)) queue.push(at);
      const here = folder === parent;
      const name = entry.name.toLowerCase();
      // Somewhere else only the very name counts, here a slip does, too.
      const distance = here ? distanceOf(name, wanted) : name === wanted ? 1 : Number.POSITIVE_INFINITY;
      if (distance <= Math.max(1, Math.floor(wanted.length / 4))) found.push({path: at, distance});
    }
  }
  return found.sort((a, b) => a.distance - b.distance || a.path.length - b.path.length).map(({path: at}) => at);
}

function list(directory: string) {
  try {
    return readdirSync(directory, {withFileTypes: true});
  } catch {
    return [];
  }
}

/** How many letters are to be added, dropped or changed (Levenshtein); two that changed places count as two. */
function distanceOf(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > b.length / 4 + 1) return Number.POSITIVE_INFINITY;
  let row = Array.from({length: b.length + 1}, (_, index) => index);
  for (const [at, letter] of [...a].entries()) {
    const next = [at + 1];
    for (let index = 0; index < b.length; index++) {
      const change = (row[index] ?? 0) + (letter === b[index] ? 0 : 1);
      next.push(Math.min(change, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? Number.POSITIVE_INFINITY;
}
