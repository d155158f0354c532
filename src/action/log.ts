/**
 * The one door to the job log (hardening O1, O2, O4, O7). The runner reads our output line by line and runs what looks
 * like a workflow command, so every line that leaves here, ours included, has been made unable to be one, except the
 * commands written by `command` below. They are written here and not by @actions/core because that knows only
 * process.stdout and drops back-pressure.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
import type {Writable} from 'node:stream';
import type {Log, Place} from '../report/log.ts';

export interface LogOptions {
  /** Where the runner reads: process.stdout, or a stand-in in tests. */
  readonly stream: Writable;
  /** Whether the job runs with step debugging; without it debug texts are dropped. */
  readonly debug: boolean;
}

/** Longest line we show, in bytes of UTF-8. */
const LINE_LIMIT = 64 * 1024;
/** Longest label before a line, in characters. */
const LABEL_LIMIT = 200;
/** Longest annotation the runner keeps, in characters. */
const ANNOTATION_LIMIT = 4096;

/** The log of a job, which can also hide values. */
export interface JobLog extends Log {
  /** Every later line shows `***` for this value; said once for each value. */
  mask(value: string): void;
}

export function createLog({stream, debug}: LogOptions): JobLog {
  const masked = new Set<string>();
  const long: string[] = [];
  let grouped = false;
  let gone = false;
  // A reader that went away must not fail the build; main still sets the exit code.
  stream.on('error', () => {
    gone = true;
  });
  const write = (text: string) => {
    if (!gone && stream.writable) stream.write(text);
  };
  const command = (name: string, text: string, place?: Place) =>
    write(`::${name}${formatPlace(place)}::${escapeData(text)}\n`);
  const annotate = (name: string) => (text: string, place?: Place) =>
    command(name, cut(cleanPlain(text), ANNOTATION_LIMIT), place);
  const endGroup = () => {
    if (grouped) command('endgroup', '');
    grouped = false;
  };
  return {
    info: (text) => write(formatLines('', hideLong(text, long))),
    untrusted: (label, text) => write(formatLines(formatLabel(label), hideLong(text, long))),
    group: (title) => {
      endGroup();
      command('group', cleanPlain(title).replaceAll('\n', ' '));
      grouped = true;
    },
    endGroup,
    mask: (value) => {
      // What we make harmless before we show it looks different then.
      const asIs = value.length >= LONG || /[\r\n]/.test(value);
      const forms = asIs ? [value] : [value, cleanLine(value), cleanPlain(value)];
      for (const form of forms) {
        if (masked.has(form) || (form !== value && form.length < 4)) continue;
        masked.add(form);
        command('add-mask', form);
      }
      if (value.length >= LONG) long.push(value);
    },
    debug: (text) => {
      if (debug) command('debug', cleanPlain(text));
    },
    notice: annotate('notice'),
    warning: annotate('warning'),
    error: annotate('error'),
    drained: async () => {
      if (gone || !stream.writableNeedDrain) return;
      const {promise, resolve} = Promise.withResolvers<void>();
      const events = ['drain', 'close', 'error'] as const;
      for (const event of events) stream.once(event, resolve);
      await promise;
      for (const event of events) stream.removeListener(event, resolve);
    },
  };
}

/**
 * Text as it may stand in an annotation, a group title, the job's failure or a summary: controls and text direction
 * shown as visible characters, no colours, every kind of line end as LF. It is not escaped for a command.
 */
export function cleanPlain(text: string): string {
  return text
    .replace(LINE_END, '\n')
    .split('\n')
    .map((line) => breakCommands(replaceControls(line).replace(SGR, '')))
    .join('\n');
}

const LINE_END = /\r\n|\r|\n/g;
const SGR = /\x1b\[[0-9;]{0,64}m/g;

/** Length from which a secret may be cut with its line, in characters: the runner hides it only as a whole. */
const LONG = 16 * 1024;
/** So much of its beginning makes it known. */
const HEAD = 64;

function hideLong(text: string, secrets: readonly string[]): string {
  if (secrets.length === 0 || text.length < HEAD) return text;
  let hidden = text;
  for (const secret of secrets) {
    const head = secret.slice(0, HEAD);
    for (let at = hidden.indexOf(head); at >= 0; at = hidden.indexOf(head, at)) {
      let end = HEAD;
      while (end < secret.length && hidden.charCodeAt(at + end) === secret.charCodeAt(end)) end += 1;
      hidden = `${hidden.slice(0, at)}***${hidden.slice(at + end)}`;
    }
  }
  return hidden;
}

/** A label as the start of each line; one that is blank would let the text behind it become a command. */
function formatLabel(label: string): string {
  const clean = cleanLine(label.replace(LINE_END, ' ')).trim();
  return `${/[\p{L}\p{N}\p{P}\p{S}]/u.test(clean) ? clean.slice(0, LABEL_LIMIT) : '|'} `;
}

/** All lines of `text`, each behind `prefix` and safe, with a line end after the last one too. */
function formatLines(prefix: string, text: string): string {
  const body = text.endsWith('\n') ? text.slice(0, text.endsWith('\r\n') ? -2 : -1) : text;
  // Most output is harmless and is not taken apart: logs of hundreds of megabytes come through here.
  if (prefix !== '' && body.length * 3 <= LINE_LIMIT && !SUSPECT.test(body)) {
    return `${guard(prefix)}${body.replaceAll('\n', `\n${guard(prefix)}`)}\n`;
  }
  let out = '';
  for (const line of body.split(LINE_END)) out += `${guard(prefix + cleanLine(line))}\n`;
  return out;
}

/** One line without its end: shortened, controls made visible, commands broken, colours reset at its end. */
function cleanLine(line: string): string {
  if (line.length * 3 <= LINE_LIMIT && !SUSPECT.test(line)) return line;
  // A first rough cut keeps the work on a line of many megabytes small; the exact one comes last, as cleaning widens.
  const clean = breakCommands(replaceControls(line.slice(0, LINE_LIMIT)));
  const left = line.length - Math.min(line.length, LINE_LIMIT);
  const short = left > 0 || Buffer.byteLength(clean) > LINE_LIMIT - ROOM ? shorten(clean, line) : clean;
  return short.includes('\x1b') && !short.endsWith('\x1b[0m') ? `${short}\x1b[0m` : short;
}

/** Bytes kept free in a line for prefix and marker. */
const ROOM = 512;

function shorten(clean: string, whole: string): string {
  const kept = new TextDecoder()
    .decode(Buffer.from(clean).subarray(0, LINE_LIMIT - ROOM))
    // The cut may have split a character or a colour sequence.
    .replace(/\ufffd$/, '')
    .replace(/\x1b\[?[0-9;]*$/, '');
  return `${kept} … (line cut, it has ${Buffer.byteLength(whole)} bytes)`;
}

/** Characters a line is looked at for: controls, text direction, line separators, and `#` twice. */
const SUSPECT = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|#[^\p{L}\p{N}\s]*?#/u;

/** First a colour (kept), then any other control sequence of a terminal (dropped), then what is shown instead. */
const CONTROL =
  /(\x1b\[[0-9;]{0,64}m)|\x1b\[[0-?]{0,64}[ -/]{0,8}[@-~]|[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

function replaceControls(line: string): string {
  return line.replace(CONTROL, (found: string, colour: string | undefined) => {
    if (colour !== undefined) return colour;
    if (found.length > 1) return '';
    const code = found.charCodeAt(0);
    // U+2400 and on are pictures of the C0 controls; the rest is shown by number.
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/**
 * Characters the runner's search does not see: it compares by the rules of a culture, which ignore controls, joiners
 * and format characters between the ones it looks for.
 */
const UNSEEN = '\\p{Cf}\\p{Cc}\\p{Mn}\\p{Me}\\u115f\\u1160\\u3164';
const OLD_COMMAND = new RegExp(`#([${UNSEEN}]*)#([${UNSEEN}]*)\\[`, 'gu');
const NEW_COMMAND = new RegExp(`^([\\s\\p{Z}${UNSEEN}]*)(:[${UNSEEN}]*:)`, 'u');

/** `##[` is looked for anywhere in a line, so a backslash goes in between. */
function breakCommands(line: string): string {
  return line.includes('#') ? line.replace(OLD_COMMAND, '#$1#$2\\[') : line;
}

/** `::` counts only at the start of a line, after white space. */
function guard(line: string): string {
  const first = line.charCodeAt(0);
  const plain = first > 0x20 && first < 0x7f && first !== 0x3a;
  return plain ? line : line.replace(NEW_COMMAND, '$1\\$2');
}

function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The properties of an annotation; a file outside the workspace is left out, with its lines. */
function formatPlace(place: Place | undefined): string {
  if (place === undefined || !isInside(place.file)) return '';
  const lines = [
    ['line', place.line],
    ['endLine', place.endLine],
  ] as const;
  const numbers = lines.flatMap(([name, line]) => (Number.isSafeInteger(line) ? [`,${name}=${line}`] : []));
  return ` file=${escapeProperty(cleanPlain(place.file))}${numbers.join('')}`;
}

function isInside(file: string): boolean {
  return file !== '' && !/^(?:[/\\]|[a-z]:)/i.test(file) && !file.split(/[/\\]/).includes('..');
}

/** https://github.com/actions/toolkit/blob/main/docs/commands.md: how values are escaped in a command. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
