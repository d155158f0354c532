/**
 * Paths of a Dockerfile's COPY and ADD, resolved to what must travel for them: the paths themselves, and what they lead
 * to where a part of them is a symbolic link. Links are resolved inside the root, as if it were `/`, because so does the
 * builder (tonistiigi/fsutil followlinks.go); nothing outside of it is ever looked at.
 */
import {lstatSync, readdirSync, readlinkSync} from 'node:fs';
import {posix} from 'node:path';
import {BadPattern, compilePattern, exactly, matches, type Pattern} from './pattern.ts';
import type {Wanted} from './walk.ts';

/** Links gone through for one path; more is a loop. The kernel stops at 40 of them. */
const MOST_LINKS = 255;

/**
 * Undefined when one of the paths is the root: then everything is wanted. `paths` may hold wildcards. The directory before
 * a wildcard is wanted even when nothing in it matches: builders take that for nothing to copy, and a missing one for an
 * error.
 */
export function followPaths(root: string, paths: readonly string[]): Wanted | undefined {
  const found = new Map<string, Pattern>();
  const alone = new Set<string>();
  for (const path of paths) {
    const clean = posix.normalize(`/${path}`).replace(/^\/|\/$/g, '');
    if (clean === '') return undefined;
    const follower = new Follower(root, found, alone);
    follower.follow('', clean.split('/'), {links: 0, isLiteral: true});
    if (follower.reachedRoot) return undefined;
    // Also one that no link is part of: what it names may come and go, its links are looked up once.
    const pattern = patternOf(clean);
    found.set(`${pattern.kind}:${pattern.text}`, pattern);
  }
  return {patterns: [...found.values()], alone};
}

/** How a directory was come to. */
interface Way {
  readonly links: number;
  /** Without a wildcard. */
  readonly isLiteral: boolean;
}

class Follower {
  reachedRoot = false;
  readonly #root: string;
  readonly #found: Map<string, Pattern>;
  readonly #alone: Set<string>;
  readonly #seen = new Set<string>();

  constructor(root: string, found: Map<string, Pattern>, alone: Set<string>) {
    this.#root = root;
    this.#found = found;
    this.#alone = alone;
  }

  /** `directory` has no links in it any more. */
  follow(directory: string, rest: readonly string[], way: Way): void {
    const [part, ...further] = rest;
    if (part === undefined) {
      this.#add(directory, way);
      return;
    }
    if (!hasWildcards(part)) {
      this.#step(join(directory, unescaped(part)), further, way);
      return;
    }
    if (directory !== '' && way.isLiteral) this.#alone.add(directory);
    const pattern = patternOf(part);
    // Without links below there is nothing to find: the whole path is a pattern already.
    for (const name of this.#names(directory)) {
      if (matches(pattern, name)) this.#step(join(directory, name), further, {...way, isLiteral: false});
    }
  }

  #step(path: string, rest: readonly string[], way: Way): void {
    const key = `${path}\0${rest.join('/')}`;
    if (this.#seen.has(key) || way.links > MOST_LINKS) return;
    this.#seen.add(key);
    const target = this.#target(path);
    if (target === undefined) {
      this.follow(path, rest, way);
      return;
    }
    const linked = {...way, links: way.links + 1};
    // The link travels as well, under its own name.
    this.#add(path, linked);
    const parts = posix
      .join('/', target.startsWith('/') ? '' : posix.dirname(path), target)
      .split('/')
      .filter((part) => part !== '');
    this.follow('', [...parts.map(escaped), ...rest], linked);
  }

  #add(path: string, {links}: Way): void {
    if (path === '') this.reachedRoot = true;
    // A path that came without a link is a pattern already, and a wildcard can match thousands.
    else if (links > 0) this.#found.set(`exact:${path}`, exactly(path, false));
  }

  /** Undefined for what is no link, or is not there. */
  #target(path: string): string | undefined {
    const full = `${this.#root}/${path}`;
    try {
      return lstatSync(full).isSymbolicLink() ? readlinkSync(full) : undefined;
    } catch {
      // What is wrong there, the walk will tell.
      return undefined;
    }
  }

  #names(directory: string): readonly string[] {
    try {
      return readdirSync(directory === '' ? this.#root : `${this.#root}/${directory}`);
    } catch {
      return [];
    }
  }
}

function join(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`;
}

/** The builder matches with Go's filepath.Match; what that cannot read names a file of just this name. */
function patternOf(text: string): Pattern {
  try {
    return compilePattern(text, false);
  } catch (error) {
    if (error instanceof BadPattern) return exactly(text, false);
    throw error;
  }
}

function hasWildcards(text: string): boolean {
  return /[*?[]/.test(text.replace(/\\./gs, ''));
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/gs, '$1');
}

function escaped(text: string): string {
  return text.replace(/[\\*?[\]]/g, '\\$&');
}
