/**
 * Finds secrets of the run in the texts of an image: as they are, in base64 of either alphabet wherever it begins, in
 * per cent encoding, and behind backslashes. It never says what it found, only where.
 */
import type {Needle} from './needles.ts';

/** A text of an image that others can read. */
export interface Place {
  /** Such as `instruction 3 of 5` or `label version`. */
  readonly where: string;
  readonly text: string;
}

export interface Leak {
  readonly where: string;
  /** The text, with `***` for what must not be shown. */
  readonly shown: string;
  readonly what: string;
  readonly form: Form;
}

export type Form = 'plain' | 'base64' | 'url';

/** One for each secret in each place. */
export function findLeaks(places: readonly Place[], needles: readonly Needle[]): readonly Leak[] {
  return places.flatMap(({where, text}) => {
    const forms = formsOf(text);
    const found = new Map<string, Form>();
    for (const needle of needles) {
      const form = formIn(forms, needle);
      if (form !== undefined && !found.has(needle.what)) found.set(needle.what, form);
    }
    if (found.size === 0) return [];
    const shown = censor(text, needles);
    return [...found].map(([what, form]) => ({where: censor(where, needles), shown, what, form}));
  });
}

/** Longest text that is shown, in characters. */
const SHOWN = 300;

/** The text without secrets: as little as can be is cut out, and everything but its first word where that is not enough. */
export function censor(text: string, needles: readonly Needle[]): string {
  const isClean = (candidate: string) => {
    const forms = formsOf(candidate);
    return needles.every((needle) => formIn(forms, needle) === undefined);
  };
  if (isClean(text)) return text;
  let cut = text;
  for (const needle of needles) cut = cut.replaceAll(needle.text, '***');
  cut = cut
    .split(/(\s+)/)
    .map((word) => [word, `${word.split('=', 1)[0]}=***`, '***'].find(isClean) ?? '***')
    .join('');
  const short = cut.length > SHOWN ? `${cut.slice(0, SHOWN)}…` : cut;
  if (isClean(short)) return short;
  const first = /^[A-Z]{2,}\b/.exec(text)?.[0] ?? '';
  return `${first} ***`.trim();
}

interface Forms {
  readonly plain: readonly string[];
  readonly url: readonly string[];
  readonly base64: readonly string[];
}

function formsOf(text: string): Forms {
  const plain = text.includes('\\') ? [text, withoutBackslashes(text)] : [text];
  const spaced = text.replaceAll('+', ' ');
  return {
    plain,
    url: text.includes('%') ? [percentDecode(text), percentDecode(spaced)] : text === spaced ? [] : [spaced],
    base64: plain.map((form) => form.replace(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/')),
  };
}

function formIn(forms: Forms, needle: Needle): Form | undefined {
  if (forms.plain.some((text) => holds(text, needle))) return 'plain';
  if (needle.base64.some((piece) => forms.base64.some((text) => text.includes(piece)))) return 'base64';
  if (forms.url.some((text) => holds(text, needle))) return 'url';
  return undefined;
}

const WORD = /[\p{L}\p{N}]/u;

function holds(text: string, {text: value, isWord}: Needle): boolean {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    if (!isWord) return true;
    const joins = (inside: string, outside: string) => WORD.test(inside) && WORD.test(outside);
    if (
      !joins(value.charAt(0), text.charAt(at - 1)) &&
      !joins(value.charAt(value.length - 1), text.charAt(at + value.length))
    )
      return true;
  }
  return false;
}

/** JSON, Go and shells put backslashes before what is special to them. */
function withoutBackslashes(text: string): string {
  const letters: Readonly<Record<string, string>> = {n: '\n', t: '\t', r: '\r'};
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, code?: string, char = '') =>
    code === undefined ? (letters[char] ?? char) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Unlike decodeURIComponent takes what is no code as it is. */
function percentDecode(text: string): string {
  return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (codes) =>
    Buffer.from(codes.replaceAll('%', ''), 'hex').toString('utf8'),
  );
}
