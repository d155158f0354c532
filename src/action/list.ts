/**
 * Lists as docker/build-push-action writes them: CSV lines with optional quotes, in four manners by input. What that
 * action makes of an input is kept exactly; only where it would produce something broken is it repaired, and each
 * repair is a notice. Messages name the input and never a value, which may be a secret.
 */

import {CsvError, parse} from 'csv-parse/sync';
import {InvalidInput} from '../pipeline/errors.ts';

/**
 * `csv`: commas and lines separate (tags, platforms, …). `list`: lines separate, commas stay (build-args, labels, …).
 * `outputs`: as `list`, and quotes are plain characters. `secrets`: as `list`, and white space around items stays.
 */
export type ListMode = 'csv' | 'list' | 'outputs' | 'secrets';

export interface ParsedList {
  readonly items: readonly string[];
  /** Repairs made to an input that would not have worked otherwise. */
  readonly notices: readonly string[];
  /** Items that are probably not what was meant. */
  readonly warnings: readonly string[];
}

/** `input` is the name for messages, `raw` its text; for `secrets` it must come untrimmed. Throws `InvalidInput`. */
export function parseList(input: string, raw: string, mode: ListMode): ParsedList {
  const notices: string[] = [];
  const text = mode === 'secrets' ? raw : raw.trim();
  let items = split(input, text, mode);
  const byLine = hasBothLineEnds(text) ? trySplit(input, text.replaceAll('\r\n', '\n'), mode) : undefined;
  // The first line end decides what separates; after CRLF, lines that end in LF alone stick together.
  if (byLine !== undefined && byLine.length !== items.length) {
    items = byLine;
    notices.push(`input ${input}: it mixes CRLF and LF line ends; every line is read as a line of its own`);
  }
  const unquoted = items.map(withoutLateQuotes);
  if (unquoted.some((item, index) => item !== items[index])) {
    notices.push(`input ${input}: white space before an opening quote is ignored; the quotes are read as quotes`);
  }
  const trimmed = mode === 'secrets' ? unquoted.map(withTrimmedKey) : unquoted.map((item) => item.trim());
  if (mode === 'secrets' && trimmed.some((item, index) => item !== unquoted[index] && item.trim() !== '')) {
    notices.push(`input ${input}: white space around a key is ignored; around the value it stays`);
  }
  const kept = trimmed.filter((item) => item.trim() !== '');
  if (kept.length < trimmed.length) notices.push(`input ${input}: lines of white space alone are ignored`);
  return {items: kept, notices, warnings: mode === 'csv' || mode === 'outputs' ? [] : brokenValues(input, kept)};
}

/** The fields of one line of CSV, such as `type=registry,"ref=a,b"`. Throws `InvalidInput`. */
export function parseFields(input: string, line: string): readonly string[] {
  return records(input, line, '"').flat();
}

/** What build-push-action gets, before it trims. */
function split(input: string, text: string, mode: ListMode): readonly string[] {
  return records(input, text, mode === 'outputs' ? null : '"')
    .flatMap((fields) => {
      if (mode !== 'csv') return [fields.join(',')];
      return fields.length === 1 ? (fields[0] ?? '').split(',') : fields;
    })
    .filter((item) => item !== '');
}

function trySplit(input: string, text: string, mode: ListMode): readonly string[] | undefined {
  try {
    return split(input, text, mode);
  } catch (error) {
    if (error instanceof InvalidInput) return undefined;
    throw error;
  }
}

function records(input: string, text: string, quote: '"' | null): readonly (readonly string[])[] {
  if (text === '') return [];
  // Most lists have no quote; taking those apart here spares the start of every step the parser's first call.
  if (quote === null || !text.includes(quote)) return plainRecords(text);
  try {
    return parse(text, {columns: false, relaxQuotes: true, relaxColumnCount: true, skipEmptyLines: true, quote});
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The parser's own message can quote the text.
    const open = error.code === 'CSV_QUOTE_NOT_CLOSED';
    const reason = open ? 'a double quote at the start of an item is never closed' : `it is not a list (${error.code})`;
    const hint = 'close it at the end of the item, or double every quote inside: "KEY=say ""hi"""';
    throw new InvalidInput(input, reason, hint);
  }
}

/** What the parser makes of text without quotes: the first line end separates records, commas fields, empty lines go. */
function plainRecords(text: string): readonly (readonly string[])[] {
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  return text
    .split(lineEnd)
    .filter((line) => line !== '')
    .map((line) => line.split(','));
}

function hasBothLineEnds(text: string): boolean {
  return text.includes('\r\n') && /(?<!\r)\n/.test(text);
}

/** `  "A=x"` to `A=x`: the CSV reader takes a quote as one only right at the start of an item. */
function withoutLateQuotes(item: string): string {
  const inner = /^[ \t]+"((?:[^"]|"")*)"$/.exec(item)?.[1];
  return inner === undefined ? item : inner.replaceAll('""', '"');
}

function withTrimmedKey(item: string): string {
  const equals = item.indexOf('=');
  return equals < 0 ? item.trim() : item.slice(0, equals).trim() + item.slice(equals);
}

/** `KEY="first line` … `last line"`: the quote had to stand before the key, so the value came apart. */
function brokenValues(input: string, items: readonly string[]): readonly string[] {
  const opens = (item: string) => /^[^\s="]+="[^"]*$/.test(item);
  const closes = (item: string) => /^[^"]*"$/.test(item);
  return items
    .filter((item, index) => opens(item) && items.slice(index + 1).some(closes))
    .map((item) => {
      const key = item.slice(0, item.indexOf('='));
      return `input ${input}: the value of ${key} starts with a quote but its lines are taken apart; write the opening quote before the key: "${key}=…`;
    });
}
