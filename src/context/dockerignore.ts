/**
 * `.dockerignore`: which paths of the context stay at home. The reader follows moby/patternmatcher/ignorefile, the
 * verdicts follow its `MatchesUsingParentResults`, which is what BuildKit, buildx and today's docker CLI ask: the last
 * line that matches decides, a line that matches a directory holds for all below it, and `!` takes back in.
 *
 * Worth knowing: a path below an excluded directory can come back, so a directory is pruned only when no `!` line
 * could reach below it (the docker CLI's classic builder prunes more: there a `!` line with a wildcard brings nothing
 * back from an excluded directory). And a line is only looked at where it would change the verdict so far: `a/b` then
 * `!a` leaves `a/b` out, and `*`, `!a/b`, `a` lets `a/b` in, because `a` was excluded already when its turn came.
 */
import {closeSync, constants, fstatSync, openSync, readSync, realpathSync} from 'node:fs';
import {dirname, isAbsolute, join, posix, relative, sep} from 'node:path';
import {because, ContextError, errno, InvalidPattern, shown} from './errors.ts';
import {BadPattern, compilePattern, exactly, matches, type Pattern, reachesBelow} from './pattern.ts';

export interface IgnoreRules {
  /** Absolute path of the file the rules came from. */
  readonly file: string | undefined;
  readonly patterns: readonly Pattern[];
}

/** A pattern as the reader of the file hands it on: cleaned, with its `!`. Lines count from 1. */
export interface PatternLine {
  readonly text: string;
  readonly line: number;
}

/** For each pattern whether it matched a directory or one of its parents. An empty list stands for the root. */
export type Hits = readonly boolean[];

export const NO_RULES: IgnoreRules = {file: undefined, patterns: []};

/** Bytes of an ignore file we are willing to read, and characters of one line (Go's line scanner stops there too). */
const FILE_LIMIT = 1024 * 1024;
const LINE_LIMIT = 64 * 1024;

/**
 * The ignore file for a build: `<dockerfile>.dockerignore` when it is there, else `.dockerignore` of the context, else
 * no rules. Both paths are absolute; `dockerfile` as the author named it, links not resolved.
 * Throws ContextError when the file is too big, no regular file, or a link to outside of the context and of the
 * Dockerfile's own directory (an error message could quote what it points at), and InvalidPattern.
 */
export function readIgnoreFile(contextRoot: string, dockerfile: string | undefined): IgnoreRules {
  const beside = dockerfile === undefined ? [] : [[`${dockerfile}.dockerignore`, dirname(dockerfile)] as const];
  for (const [file, home] of [...beside, [join(contextRoot, '.dockerignore'), contextRoot] as const]) {
    const text = readGuarded(file, [home, contextRoot]);
    if (text !== undefined) return parseIgnoreFile(text, file);
  }
  return NO_RULES;
}

/** The rules in the text of an ignore file; `file` is only named in errors. Throws InvalidPattern. */
export function parseIgnoreFile(text: string, file?: string): IgnoreRules {
  return {file, patterns: readPatterns(text, file).map((line) => parsePattern(line, file))};
}

/** Patterns that somebody else read from a file. Throws InvalidPattern. */
export function parsePatterns(texts: readonly string[]): readonly Pattern[] {
  return texts.map((text) => parsePattern({text, line: 0}));
}

function parsePattern({text, line}: PatternLine, file?: string): Pattern {
  // As patternmatcher.New: cleaned once more, now with the "!" in place, which makes "!/" a lone "!".
  const cleaned = clean(text);
  const exception = cleaned.startsWith('!');
  try {
    if (cleaned === '!') throw new BadPattern('a "!" must be followed by a path');
    return compilePattern(exception ? cleaned.slice(1) : cleaned, exception);
  } catch (error) {
    if (!(error instanceof BadPattern)) throw error;
    throw new InvalidPattern(
      `invalid pattern "${shown(text)}"${file === undefined ? '' : ` in ${shown(file)}, line ${line}`}: ${error.message}`,
      {
        path: file ?? '',
        line,
        pattern: text,
        hint: 'Correct that line or put a backslash before the special character',
        cause: error,
      },
    );
  }
}

/**
 * The lines of an ignore file that are patterns: without a byte order mark, blank lines and lines that begin with `#`
 * (in the very first column), each trimmed, cleaned as Go's filepath.Clean, without one leading slash.
 */
export function readPatterns(text: string, file?: string): readonly PatternLine[] {
  const lines: PatternLine[] = [];
  for (const [index, raw] of text
    .replace(/^\ufeff/, '')
    .split('\n')
    .entries()) {
    const line = index + 1;
    if (raw.length > LINE_LIMIT) {
      throw new InvalidPattern(
        `line ${line} of ${shown(file ?? 'the ignore file')} is longer than ${LINE_LIMIT} characters`,
        {
          path: file ?? '',
          line,
          pattern: `${raw.slice(0, 80)}...`,
          hint: 'An ignore file holds one path pattern per line',
        },
      );
    }
    if (raw.startsWith('#')) continue;
    const trimmed = trim(raw);
    if (trimmed === '') continue;
    const inverted = trimmed.startsWith('!');
    let pattern = inverted ? trim(trimmed.slice(1)) : trimmed;
    if (pattern !== '') pattern = clean(pattern);
    if (pattern.length > 1 && pattern.startsWith('/')) pattern = pattern.slice(1);
    lines.push({text: inverted ? `!${pattern}` : pattern, line});
  }
  return lines;
}

/** The rules with some paths always let in, as the docker CLI lets in the Dockerfile and `.dockerignore`. */
export function alwaysKeeping(rules: IgnoreRules, paths: readonly string[]): IgnoreRules {
  return {...rules, patterns: [...rules.patterns, ...paths.map((path) => exactly(path, true))]};
}

/** Whether a path, given the hits of the directory it lies in, is left out. Paths have `/` between, none at the ends. */
export function isExcluded(rules: IgnoreRules, path: string, parent: Hits): boolean {
  return judge(rules.patterns, path, parent);
}

/** As `isExcluded`, for a directory, whose hits its children need. */
export function judgeDirectory(rules: IgnoreRules, path: string, parent: Hits): {excluded: boolean; hits: Hits} {
  const hits: boolean[] = [];
  const excluded = judge(rules.patterns, path, parent, hits);
  return {excluded, hits};
}

/** Whether anything below an excluded directory may be let in again. `hits` are the directory's own. */
export function mayReinclude(rules: IgnoreRules, directory: string, hits: Hits): boolean {
  for (let i = rules.patterns.length - 1; i >= 0; i--) {
    const pattern = rules.patterns[i];
    if (pattern === undefined) continue;
    // Lines before one that excludes the directory, and so all below it, have no say any more.
    if (hits[i] === true && !pattern.exception) return false;
    if (pattern.exception && reachesBelow(pattern, directory)) return true;
  }
  return false;
}

/** Whether a path is left out, asked for a single path: its parents are judged first, from the top. */
export function excludes(rules: IgnoreRules, path: string): boolean {
  let hits: Hits = [];
  for (let slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
    hits = judgeDirectory(rules, path.slice(0, slash), hits).hits;
  }
  return isExcluded(rules, path, hits);
}

/**
 * Whether the patterns take hold of a path, given those of the directory it lies in; `hits` gets the path's own when it
 * is given.
 */
export function judge(patterns: readonly Pattern[], path: string, parent: Hits, hits?: boolean[]): boolean {
  let excluded = false;
  for (let i = 0; i < patterns.length; i++) {
    const pattern = patterns[i];
    if (pattern === undefined) continue;
    const hit = parent[i] === true || (pattern.exception === excluded && matches(pattern, path));
    hits?.push(hit);
    if (hit) excluded = !pattern.exception;
  }
  return excluded;
}

/** Go's filepath.Clean on a path with slashes: node's normalize, without its trailing slash. */
function clean(path: string): string {
  const normal = posix.normalize(path);
  return normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal;
}

const BLANK = /^\p{White_Space}$/u;

/** Go's strings.TrimSpace: white space as Unicode has it, which is not quite what String.trim takes off. */
function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && BLANK.test(text.charAt(start))) start++;
  while (start < end && BLANK.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** The text of a file that must lie, links resolved, in one of the homes; undefined when there is none. */
function readGuarded(file: string, homes: readonly string[]): string | undefined {
  let real: string;
  try {
    real = realpathSync(file);
  } catch (error) {
    if (errno(error) === 'ENOENT' || errno(error) === 'ENOTDIR') return undefined;
    throw unusable(file, because(error), error);
  }
  if (!homes.some((home) => isInside(realpathSync(home), real))) {
    throw unusable(file, `it is a symbolic link to ${shown(real)}, outside of the context`);
  }
  let fd: number | undefined;
  try {
    fd = openSync(real, constants.O_RDONLY | constants.O_NONBLOCK | (constants.O_NOFOLLOW ?? 0));
    if (!fstatSync(fd).isFile()) throw unusable(file, 'it is not a regular file');
    const bytes = Buffer.alloc(FILE_LIMIT + 1);
    let length = 0;
    for (let n = -1; n !== 0 && length < bytes.length; length += n)
      n = readSync(fd, bytes, length, bytes.length - length, null);
    if (length > FILE_LIMIT) throw unusable(file, 'it is larger than 1 MiB');
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
      throw unusable(file, 'it is UTF-16 text', undefined, 'Save it as UTF-8');
    }
    return bytes.toString('utf8', 0, length);
  } catch (error) {
    if (error instanceof ContextError) throw error;
    throw unusable(file, because(error), error);
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

/** Whether a path is the directory itself or lies in it; both absolute and resolved. */
export function isInside(directory: string, path: string): boolean {
  const way = relative(directory, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function unusable(file: string, why: string, cause?: unknown, hint?: string): ContextError {
  return new ContextError(`cannot use the ignore file ${shown(file)}: ${why}`, {path: file, cause, hint});
}
