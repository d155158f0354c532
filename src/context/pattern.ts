/**
 * One pattern of an ignore file, compiled and matched as moby's patternmatcher does (moby/patternmatcher,
 * `Pattern.compile` and `Pattern.match`): `*` and `?` stay inside a path component, `**` crosses them, `[a-z]` and
 * `[^a-z]` are classes, a backslash takes the next character as it is, a leading `**` before plain text is a suffix.
 *
 * Moby goes through a regular expression. Here a pattern is a list of tokens run as a set of states over the path, so
 * that no pattern can cost more than its length times the path's (hardening C5). Where moby's detour shows (a `*`
 * inside a class, `\d`, `[[:alpha:]]`, a `^` amid wildcards, `**` not crossing a line feed in a name) we keep to what
 * Docker documents, Go's filepath.Match.
 */

/** Thrown by `compilePattern`; the reader of the ignore file adds where the pattern stands. */
export class BadPattern extends Error {
  override readonly name = 'BadPattern';
}

/** A test of one character, or a piece that can match none or many. */
type Token =
  | {readonly kind: 'char'; readonly code: number}
  | {readonly kind: 'one'}
  | {readonly kind: 'class'; readonly negated: boolean; readonly ranges: readonly (readonly [number, number])[]}
  /** `*`: any run without a slash. */
  | {readonly kind: 'star'}
  /** `**` at the end, or where it swallows all: any run. */
  | {readonly kind: 'any'}
  /** `**` before more: nothing, or any run that ends in a slash, which is the `run` token after it. */
  | {readonly kind: 'dirs'}
  | {readonly kind: 'run'};

export type Pattern = {
  /** The pattern as cleaned, without its `!`. */
  readonly text: string;
  /** A `!` line: takes paths back in. */
  readonly exception: boolean;
} & (
  | {readonly kind: 'exact'; readonly path: string}
  | {readonly kind: 'prefix'; readonly prefix: string}
  | {readonly kind: 'suffix'; readonly suffix: string; readonly path: string | undefined}
  | {
      readonly kind: 'glob';
      readonly tokens: readonly Token[];
      /** Plain text the path must begin with, end with, and hold between them; the tokens between from `start` to `end`. */
      readonly head: string;
      readonly tail: string;
      readonly needle: string;
      /** UTF-16 units a path must at least have. */
      readonly least: number;
      readonly start: number;
      readonly end: number;
    }
);

const SLASH = 0x2f;
const STAR: Token = {kind: 'star'};
const ANY: Token = {kind: 'any'};

/**
 * `text` is cleaned (no `//`, no `.` or `..` that can be resolved, no slash at the ends) and has no `!`.
 * Throws BadPattern where Go's filepath.Match would, and for a class range that runs backwards, which moby only
 * notices at the first match.
 */
export function compilePattern(text: string, exception: boolean): Pattern {
  const tokens = tokenize(text);
  const literal = tokens.every((token) => token.kind === 'char');
  if (literal) return {kind: 'exact', text, exception, path: textOf(tokens)};
  const rest = text.slice(2);
  if (text.startsWith('**') && !/[*?[\]\\]/.test(rest)) {
    return {kind: 'suffix', text, exception, suffix: rest, path: rest.startsWith('/') ? rest.slice(1) : undefined};
  }
  const last = tokens.length - 1;
  if (tokens[last]?.kind === 'any' && tokens.slice(0, last).every((token) => token.kind === 'char')) {
    return {kind: 'prefix', text, exception, prefix: textOf(tokens.slice(0, last))};
  }
  let start = 0;
  while (tokens[start]?.kind === 'char') start++;
  let end = tokens.length;
  while (end > start && tokens[end - 1]?.kind === 'char') end--;
  const head = textOf(tokens.slice(0, start));
  const tail = textOf(tokens.slice(end));
  const needle = longestText(tokens.slice(start, end));
  const least = tokens.reduce((sum, token) => sum + leastUnits(token), 0);
  return {kind: 'glob', text, exception, tokens, head, tail, needle, least, start, end};
}

/** A pattern that is one path, whatever characters it holds. */
export function exactly(path: string, exception: boolean): Pattern {
  return {kind: 'exact', text: path, exception, path};
}

/** Whether the pattern names this very path; parents are the caller's affair. */
export function matches(pattern: Pattern, path: string): boolean {
  switch (pattern.kind) {
    case 'exact':
      return path === pattern.path;
    case 'prefix':
      return path.startsWith(pattern.prefix);
    case 'suffix':
      return path.endsWith(pattern.suffix) || path === pattern.path;
    case 'glob': {
      const {head, tail, needle, least} = pattern;
      if (path.length < least || !path.startsWith(head) || !path.endsWith(tail)) return false;
      const middle = path.slice(head.length, path.length - tail.length);
      if (!middle.includes(needle)) return false;
      if (pattern.end - pattern.start === 1) {
        const kind = pattern.tokens[pattern.start]?.kind;
        if (kind === 'any') return true;
        if (kind === 'star') return !middle.includes('/');
      }
      return run(pattern.tokens, pattern.start, pattern.end, middle).includes(pattern.end);
    }
    default:
      return pattern satisfies never;
  }
}

/** Whether the pattern could name any path below the directory. May say yes too often, never no too often. */
export function reachesBelow(pattern: Pattern, directory: string): boolean {
  const below = `${directory}/`;
  switch (pattern.kind) {
    case 'exact':
      return pattern.path.startsWith(below);
    case 'prefix':
      return pattern.prefix.startsWith(below) || below.startsWith(pattern.prefix);
    case 'suffix':
      return true;
    case 'glob':
      if (!pattern.head.startsWith(below) && !below.startsWith(pattern.head)) return false;
      return run(pattern.tokens, 0, pattern.tokens.length, below).length > 0;
    default:
      return pattern satisfies never;
  }
}

/** The states reached after reading all of `text` from state `start`; state `end` means all tokens are used up. */
function run(tokens: readonly Token[], start: number, end: number, text: string): readonly number[] {
  let states: number[] = [];
  let next: number[] = [];
  // For each state the number of the reading step that last entered it, so that a step lists each state once.
  const entered = new Int32Array(end + 1);
  let step = 1;
  /** Lists a state and those that follow it without reading anything. */
  const enter = (state: number, into: number[]): void => {
    const kind = state < end ? tokens[state]?.kind : undefined;
    if (kind === 'dirs') {
      enter(state + 1, into);
      enter(state + 2, into);
      return;
    }
    if (entered[state] === step) return;
    entered[state] = step;
    into.push(state);
    if (kind === 'star' || kind === 'any') enter(state + 1, into);
  };
  enter(start, states);
  for (let i = 0; i < text.length && states.length > 0; i++) {
    const code = text.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    step++;
    for (const state of states) {
      const token = state < end ? tokens[state] : undefined;
      if (token === undefined) continue;
      if (token.kind === 'any' || token.kind === 'run' || (token.kind === 'star' && code !== SLASH)) enter(state, next);
      if (accepts(token, code)) enter(state + 1, next);
    }
    [states, next] = [next, states];
    next.length = 0;
  }
  return states;
}

function leastUnits(token: Token): number {
  if (token.kind === 'char') return token.code > 0xffff ? 2 : 1;
  return token.kind === 'one' || token.kind === 'class' ? 1 : 0;
}

function accepts(token: Token, code: number): boolean {
  switch (token.kind) {
    case 'char':
      return token.code === code;
    case 'one':
      return code !== SLASH;
    case 'class':
      return token.ranges.some(([low, high]) => low <= code && code <= high) !== token.negated;
    case 'run':
      return code === SLASH;
    default:
      return false;
  }
}

function tokenize(text: string): readonly Token[] {
  const codes = Array.from(text, (char) => char.codePointAt(0) ?? 0);
  const is = (index: number, char: string) => codes[index] === char.charCodeAt(0);
  const tokens: Token[] = [];
  let at = 0;
  while (at < codes.length) {
    if (is(at, '*') && is(at + 1, '*')) {
      at += 2;
      if (is(at, '/')) at++;
      if (at === codes.length) tokens.push(ANY);
      else if (tokens.at(-1)?.kind !== 'run') tokens.push({kind: 'dirs'}, {kind: 'run'});
    } else if (is(at, '*')) {
      at++;
      // "(dirs/)?name" with any name is any path at all; said so, most patterns need no states.
      if (tokens.at(-1)?.kind === 'run') tokens.splice(-2, 2, ANY);
      else if (tokens.at(-1)?.kind !== 'star') tokens.push(STAR);
    } else if (is(at, '?')) {
      at++;
      tokens.push({kind: 'one'});
    } else if (is(at, '[')) {
      const [token, after] = characterClass(codes, at + 1);
      tokens.push(token);
      at = after;
    } else {
      if (is(at, '\\')) at++;
      const code = codes[at++];
      if (code === undefined) throw new BadPattern('it ends in a backslash');
      tokens.push({kind: 'char', code});
    }
  }
  return tokens;
}

/** Reads from behind the `[`; gives the token and the index behind its `]`. */
function characterClass(codes: readonly number[], from: number): [Token, number] {
  const is = (index: number, char: string) => codes[index] === char.charCodeAt(0);
  const negated = is(from, '^');
  let at = negated ? from + 1 : from;
  const member = (): number => {
    if (is(at, '-') || is(at, ']'))
      throw new BadPattern(`a class needs a backslash before its "${is(at, '-') ? '-' : ']'}"`);
    if (is(at, '\\')) at++;
    const code = codes[at++];
    if (code === undefined) throw new BadPattern('a "[" is never closed');
    return code;
  };
  const ranges: [number, number][] = [];
  while (ranges.length === 0 || !is(at, ']')) {
    const low = member();
    let high = low;
    if (is(at, '-')) {
      at++;
      high = member();
    }
    if (high < low) {
      throw new BadPattern(`the range "${String.fromCodePoint(low)}-${String.fromCodePoint(high)}" runs backwards`);
    }
    ranges.push([low, high]);
  }
  return [{kind: 'class', negated, ranges}, at + 1];
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map((token) => (token.kind === 'char' ? String.fromCodePoint(token.code) : '')).join('');
}

/** The longest stretch of plain characters: a path without it cannot match, which one native search settles. */
function longestText(tokens: readonly Token[]): string {
  let best = '';
  let text = '';
  for (const token of tokens) {
    text = token.kind === 'char' ? text + String.fromCodePoint(token.code) : '';
    if (text.length > best.length) best = text;
  }
  return best;
}
