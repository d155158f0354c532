/**
 * What of the secrets of a run is looked for in an image. A find stops a push, so whatever may stand in an image by
 * chance is left out: values under 8 characters, plain words and numbers, and of secrets of several lines, which are
 * mostly configuration files, the lines that hold no secret.
 */
import {areSecretWords} from './secret-words.ts';

/** A value that is hidden in the log, as it was told. */
export interface KnownSecret {
  readonly value: string;
  /** Whose it is, such as `the secret "npm" (input secrets)`; undefined where nobody said. */
  readonly what: string | undefined;
  /** One line of a secret that has several. */
  readonly isLine: boolean;
}

export interface Needle {
  readonly text: string;
  readonly what: string;
  /** It counts only where it is no part of a longer word. */
  readonly isWord: boolean;
  /** What every base64 of a text that holds it has in common, by where it begins in three bytes; standard alphabet. */
  readonly base64: readonly string[];
}

/** Shortest value that is looked for, in characters: below, words and numbers are common. */
const SHORTEST = 8;
/** From here on a value counts inside of longer words, too, and one of letters alone counts at all. */
const LONG = 16;
/** Whoever leaks a file leaks its first lines; more would only take time. */
const MOST_LINES = 100;

export function needlesOf(secrets: readonly KnownSecret[]): readonly Needle[] {
  const needles = new Map<string, Needle>();
  const lines = new Map<string, number>();
  for (const {value, what = 'a secret of this step', isLine} of secrets) {
    if (isLine) {
      const seen = lines.get(what) ?? 0;
      if (seen >= MOST_LINES) continue;
      lines.set(what, seen + 1);
    }
    const texts = isLine ? tellingParts(value.trim()) : [value.trim()].filter((text) => !isPlain(text));
    for (const text of texts) if (!needles.has(text)) needles.set(text, toNeedle(text, what));
  }
  return [...needles.values()];
}

function toNeedle(text: string, what: string): Needle {
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // Characters at both ends depend on the neighbours of the value, where these fill no group of their own.
    const from = Math.ceil((before * 8) / 6);
    return encoded.slice(from, Math.floor(((before + bytes.length) * 8) / 6));
  });
  return {text, what, isWord: text.length < LONG, base64};
}

/** Too short, or a word or a number that may stand anywhere. */
function isPlain(text: string): boolean {
  if (text.length < SHORTEST || /^\d{1,11}$/.test(text)) return true;
  return text.length < LONG && /^(?:\p{Ll}+|\p{Lu}+|\p{Lu}\p{Ll}+)$/u.test(text);
}

const SETTING = /^["']?([\w./:@-]+?)["']?\s*[=:]\s*(["']?)(.*?)\2,?$/;

/** The parts of a line that are secret by their looks, or by the name before them. */
function tellingParts(line: string): readonly string[] {
  if (/^-{2,}(?:BEGIN|END) .*-{2,}$/.test(line)) return [];
  const random = line
    .replaceAll('\\n', '\n')
    .split(/[^\w+-]+/)
    .filter(looksRandom);
  const [, name, , value = ''] = SETTING.exec(line) ?? [];
  if (name === undefined) return [...random, ...(hasManyKinds(line) ? [line] : [])];
  const words = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .split(/[\W_]+/);
  return [...random, ...(areSecretWords(words) && !isPlain(value) ? [value] : [])];
}

/** Keys and tokens: all kinds of letters and digits, or digits all over. */
function looksRandom(token: string): boolean {
  if (token.length < LONG) return false;
  const changes = token.match(/[a-z](?=\d)|\d(?=[a-z])/gi)?.length ?? 0;
  return (/[a-z]/.test(token) && /[A-Z]/.test(token) && /\d/.test(token)) || (token.length >= 20 && changes >= 6);
}

/** A line of a pass phrase and the like. */
function hasManyKinds(line: string): boolean {
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d\s]/u].filter((kind) => kind.test(line)).length;
  return line.length >= 12 && kinds >= 3;
}
