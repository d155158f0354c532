/**
 * Tar headers. tar-stream is the one that knows the format, PAX records included; but it runs every entry through a
 * stream of its own, which costs more than reading a small file. So the common case, a ustar block that needs no PAX
 * (POSIX.1-1988 ustar interchange format), is written here into the caller's buffer, byte for byte as tar-stream would,
 * which a test holds it to. Everything else is tar-stream's.
 */
import type {Header as LibraryHeader} from 'tar-stream';
import type {Entry} from './entries.ts';

export interface Header {
  /** With a slash at the end for a directory. */
  readonly name: string;
  readonly type: 'file' | 'directory' | 'symlink' | 'link';
  /** Permission bits only. */
  readonly mode: number;
  /** Bytes that follow; 0 unless a file. */
  readonly size: number;
  /** Since 1970, whole, not negative. */
  readonly seconds: number;
  /** Empty unless a link. */
  readonly target: string;
}

export const BLOCK = 512;

/** The largest time that fits the field (hardening C4): the year 2242. */
export const LAST_SECOND = 8 ** 11 - 1;
/** tar-stream truncates times to 32 bits on their way into the field, so later ones travel as a PAX record. */
const LAST_PLAIN_SECOND = 2 ** 31 - 1;
const LAST_PLAIN_SIZE = 8 ** 11 - 1;
const NAME_BYTES = 100;
const PREFIX_BYTES = 155;

const TYPES: Readonly<Record<Header['type'], number>> = {file: 0x30, link: 0x31, symlink: 0x32, directory: 0x35};

const TEMPLATE = Buffer.alloc(BLOCK);
TEMPLATE.write('000000 ', 100); // mode
TEMPLATE.write('000000 ', 108); // uid: root
TEMPLATE.write('000000 ', 116); // gid: root
TEMPLATE.write('00000000000 ', 124); // size
TEMPLATE.write('00000000000 ', 136); // mtime
TEMPLATE.write('000000 ', 148); // checksum
TEMPLATE.write('0', 156); // type
TEMPLATE.write('ustar\0' + '00', 257); // magic and version
TEMPLATE.write('000000 ', 329); // device, major
TEMPLATE.write('000000 ', 337); // device, minor

/** Sum of the template's bytes with the checksum itself as eight blanks, and the digits of the written fields as 0. */
const TEMPLATE_SUM = TEMPLATE.reduce((sum, byte) => sum + byte, 0) - (6 * 0x30 + 0x20) + 8 * 0x20;

/** Since 1970, whole, not negative, and not after the epoch (see `BuildContext`). */
export function secondsOf({mtimeMs}: Pick<Entry, 'mtimeMs'>, epoch: number = LAST_SECOND): number {
  return Math.min(Math.max(Math.floor(mtimeMs / 1000), 0), epoch, LAST_SECOND);
}

/** The header of an entry; `first` is the name under which the content of this file went in already. */
export function headerOf(entry: Entry, first?: string, epoch?: number): Header {
  const {mode} = entry;
  const seconds = secondsOf(entry, epoch);
  switch (entry.kind) {
    case 'file':
      if (first !== undefined) return {name: entry.path, type: 'link', mode, size: 0, seconds, target: first};
      return {name: entry.path, type: 'file', mode, size: entry.size, seconds, target: ''};
    case 'directory':
      return {name: `${entry.path}/`, type: 'directory', mode, size: 0, seconds, target: ''};
    case 'symlink':
      return {name: entry.path, type: 'symlink', mode, size: 0, seconds, target: entry.target};
    default:
      return entry satisfies never;
  }
}

/**
 * Writes the header as one block at `at`. False when it takes more than a plain block can say; what then stands at
 * `at` is of no use.
 */
export function writePlain(block: Buffer, at: number, header: Header): boolean {
  const {name, target, type, mode, size, seconds} = header;
  if (seconds > LAST_PLAIN_SECOND || size > LAST_PLAIN_SIZE || target.length > NAME_BYTES) return false;
  const slash = name.length > NAME_BYTES ? prefixLength(name) : 0;
  if (slash < 0) return false;
  TEMPLATE.copy(block, at);
  let sum = TEMPLATE_SUM;
  if (slash > 0) sum += writeAscii(block, at + 345, name, 0, slash);
  sum += writeAscii(block, at, name, slash === 0 ? 0 : slash + 1, name.length);
  sum += writeAscii(block, at + 157, target, 0, target.length);
  if (Number.isNaN(sum)) return false;
  sum += writeOctal(block, at + 100, mode, 6);
  sum += writeOctal(block, at + 124, size, 11);
  sum += writeOctal(block, at + 136, seconds, 11);
  block[at + 156] = TYPES[type];
  sum += TYPES[type] - 0x30;
  writeOctal(block, at + 148, sum, 6);
  return true;
}

type OptionalFields = 'linkname' | 'uname' | 'gname' | 'devmajor' | 'devminor';

/** What tar-stream is to be told for the same header. */
export function libraryHeader({
  name,
  type,
  mode,
  size,
  seconds,
  target,
}: Header): Omit<LibraryHeader, OptionalFields> & Partial<LibraryHeader> {
  const late = seconds > LAST_PLAIN_SECOND;
  const header = {
    name,
    type,
    // It takes a mode of 0 for none and fills in its own; a bit above the twelve that count is cut off again.
    mode: mode | 0o10000,
    size,
    uid: 0,
    gid: 0,
    mtime: new Date(Math.min(seconds, LAST_PLAIN_SECOND) * 1000),
    ...(target === '' ? {} : {linkname: target}),
  };
  // It sees by itself when a name needs a record, but writes the bytes of a link as they are, and splits a long
  // directory name so that nothing but the slash is left.
  const forced = late || !isAscii(target) || (name.length > NAME_BYTES && prefixLength(name) < 0);
  return forced ? {...header, pax: late ? {mtime: String(seconds)} : {}} : header;
}

/** Where a name of over 100 characters is parted into prefix and name, or -1 when it cannot be. */
function prefixLength(name: string): number {
  const slash = name.indexOf('/', name.length - NAME_BYTES - 1);
  return slash > 0 && slash <= PREFIX_BYTES && slash < name.length - 1 ? slash : -1;
}

/** Gives the sum of the bytes written, NaN when the text is not ASCII. */
function writeAscii(block: Buffer, at: number, text: string, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) return Number.NaN;
    block[at + i - from] = code;
    sum += code;
  }
  return sum;
}

/** Gives by how much the digits exceed as many zeros. */
function writeOctal(block: Buffer, at: number, value: number, digits: number): number {
  let sum = 0;
  let rest = value;
  for (let i = digits - 1; i >= 0; i--) {
    const digit = rest % 8;
    rest = (rest - digit) / 8;
    block[at + i] = 0x30 + digit;
    sum += digit;
  }
  return sum;
}

function isAscii(text: string): boolean {
  return Buffer.byteLength(text) === text.length;
}
