/**
 * Tar headers read as the engines read them (Go's archive/tar): ustar, GNU and PAX (POSIX.1-2001 pax interchange
 * format). Names are kept byte for byte, each byte one character (latin1), because file systems hold names that are not
 * UTF-8 and two of them must not become one.
 */

export const BLOCK = 512;

export type EntryType =
  | 'file'
  | 'link'
  | 'symlink'
  | 'character-device'
  | 'block-device'
  | 'directory'
  | 'fifo'
  /** GNU's files with holes, whose content is not the file's; and what else only one tool knows. */
  | 'sparse'
  | 'unknown';

export interface TarEntry {
  /** As in the archive, bytes as latin1. */
  readonly name: string;
  readonly type: EntryType;
  /** Of a link, bytes as latin1; else empty. */
  readonly target: string;
  /** Permission bits with setuid, setgid and sticky. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly user: string;
  readonly group: string;
  /** Bytes of content that follow. */
  readonly size: number;
  /** Seconds since 1970 as decimal text, with a fraction where the archive has one. */
  readonly modified: string;
  readonly major: number;
  readonly minor: number;
  /** PAX records that are no field of the header, such as `SCHILY.xattr.security.capability`; bytes as latin1. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** A header block by itself, before records of the blocks in front of it are applied. */
export interface Block extends TarEntry {
  /** The type's character. */
  readonly flag: string;
}

/** A header block at `at`; undefined for a block of zeros, null for one whose checksum or numbers are wrong. */
export function parseBlock(bytes: Buffer, at: number): Block | undefined | null {
  if (bytes[at] === 0 && isZero(bytes, at, at + BLOCK)) return undefined;
  if (!addsUp(bytes, at, number(bytes, at + 148, 8))) return null;
  const ustar = bytes.toString('latin1', at + 257, at + 263) === 'ustar\0';
  const prefix = ustar ? text(bytes, at + 345, 155) : '';
  const name = text(bytes, at, 100);
  const flag = String.fromCharCode(bytes[at + 156] ?? 0);
  const size = number(bytes, at + 124, 12);
  if (!Number.isSafeInteger(size) || size < 0) return null;
  const type = TYPES[flag] ?? 'unknown';
  return {
    flag,
    name: prefix === '' ? name : `${prefix}/${name}`,
    type,
    target: type === 'link' || type === 'symlink' ? text(bytes, at + 157, 100) : '',
    mode: whole(number(bytes, at + 100, 8)) & 0o7777,
    uid: whole(number(bytes, at + 108, 8)),
    gid: whole(number(bytes, at + 116, 8)),
    user: text(bytes, at + 265, 32),
    group: text(bytes, at + 297, 32),
    size: HEADER_ONLY.has(type) ? 0 : size,
    modified: String(number(bytes, at + 136, 12) || 0),
    major: whole(number(bytes, at + 329, 8)),
    minor: whole(number(bytes, at + 337, 8)),
    attributes: NONE,
  };
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Types after whose header no content comes, whatever their size says: as Go reads them. */
const HEADER_ONLY: ReadonlySet<EntryType> = new Set([
  'link',
  'symlink',
  'character-device',
  'block-device',
  'directory',
  'fifo',
]);

const TYPES: Readonly<Record<string, EntryType>> = {
  '\0': 'file',
  '0': 'file',
  '1': 'link',
  '2': 'symlink',
  '3': 'character-device',
  '4': 'block-device',
  '5': 'directory',
  '6': 'fifo',
  '7': 'file',
  S: 'sparse',
};

/** Before ustar a slash at the end was all that told a directory. Only whole names tell: a cut one can end in any. */
function typeBy(name: string, type: EntryType): EntryType {
  return type === 'file' && name.endsWith('/') ? 'directory' : type;
}

/** What the blocks in front of an entry say of it: PAX records and GNU's long names. */
export interface Extension {
  readonly records: ReadonlyMap<string, string>;
  readonly longName?: string | undefined;
  readonly longTarget?: string | undefined;
}

/** The entry a block describes. Null when a record is no number where one belongs. */
export function applyExtension(block: Block, {records, longName, longTarget}: Extension): TarEntry | null {
  const {flag: _, ...entry} = block;
  const name = records.get('path') ?? longName ?? entry.name;
  const type = typeBy(name, entry.type);
  if (records.size === 0 && longTarget === undefined) {
    return {...entry, name, type, size: HEADER_ONLY.has(type) ? 0 : entry.size};
  }
  const count = (key: string, otherwise: number) => {
    const value = records.get(key);
    if (value === undefined || value === '') return otherwise;
    return /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
  };
  const size = HEADER_ONLY.has(type) ? 0 : count('size', entry.size);
  const uid = count('uid', entry.uid);
  const gid = count('gid', entry.gid);
  const modified = records.get('mtime') || entry.modified;
  if (!Number.isSafeInteger(size + uid + gid) || !/^-?\d{1,16}(\.\d*)?$/.test(modified)) return null;
  const linked = type === 'link' || type === 'symlink';
  return {
    ...entry,
    name,
    type: [...records.keys()].some((key) => key.startsWith('GNU.sparse.')) ? 'sparse' : type,
    target: linked ? (records.get('linkpath') ?? longTarget ?? entry.target) : '',
    size,
    uid,
    gid,
    user: records.get('uname') ?? entry.user,
    group: records.get('gname') ?? entry.group,
    modified,
    attributes: new Map([...records].filter(([key]) => !FIELDS.has(key))),
  };
}

/** Records that are fields of the entry, or of no use to who unpacks it. */
const FIELDS: ReadonlySet<string> = new Set(
  'path linkpath size uid gid uname gname mtime atime ctime comment hdrcharset charset'.split(' '),
);

/** Records of a PAX header, `length key=value\n` each. Null when they are anything else. */
export function parseRecords(bytes: Buffer): ReadonlyMap<string, string> | null {
  const records = new Map<string, string>();
  for (let at = 0; at < bytes.length; ) {
    const blank = bytes.indexOf(0x20, at);
    const digits = blank < 0 ? '' : bytes.toString('latin1', at, blank);
    // Some tools fill up with zeros.
    if (bytes[at] === 0) break;
    if (!/^\d{1,9}$/.test(digits)) return null;
    const end = at + Number(digits);
    const equals = bytes.indexOf(0x3d, blank);
    if (end > bytes.length || equals < 0 || equals >= end || bytes[end - 1] !== 0x0a) return null;
    records.set(bytes.toString('latin1', blank + 1, equals), bytes.toString('latin1', equals + 1, end - 1));
    at = end;
  }
  return records;
}

/** A long name as GNU writes it: with a zero at the end. */
export function parseLongName(bytes: Buffer): string {
  return text(bytes, 0, bytes.length);
}

/** The bytes of a latin1 name read as UTF-8, for messages and comparison with names of ours. */
export function nameText(name: string): string {
  return Buffer.from(name, 'latin1').toString('utf8');
}

function text(bytes: Buffer, at: number, length: number): string {
  let end = at;
  while (end < at + length && bytes[end] !== 0) end++;
  return bytes.toString('latin1', at, end);
}

/** Octal digits, or GNU's and star's binary numbers. NaN when neither. */
function number(bytes: Buffer, at: number, length: number): number {
  const first = bytes[at] ?? 0;
  if ((first & 0x80) !== 0) {
    // Two's complement, the first bit being the mark; what does not fit a number of ours is none.
    let value = (first & 0x40) === 0 ? first & 0x3f : first === 0xff ? -1 : Number.NaN;
    for (let i = 1; i < length; i++) value = value * 256 + (bytes[at + i] ?? 0);
    return Number.isSafeInteger(value) ? value : Number.NaN;
  }
  const digits = bytes
    .toString('latin1', at, at + length)
    .replace(/\0.*$/s, '')
    .trim();
  if (digits === '') return 0;
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
}

function whole(value: number): number {
  return Number.isSafeInteger(value) && value >= 0 ? value : 0;
}

/** Whether the block's checksum, its own field counted as blanks, is this; old tools added up signed bytes. */
function addsUp(bytes: Buffer, at: number, expected: number): boolean {
  let sum = 8 * 0x20;
  let high = 0;
  for (let i = at; i < at + BLOCK; i++) {
    if (i === at + 148) i += 8;
    const byte = bytes[i] ?? 0;
    sum += byte;
    if (byte > 0x7f) high++;
  }
  return sum === expected || sum - 256 * high === expected;
}

/** Whether all bytes from `from` up to `to` are zero. */
export function isZero(bytes: Buffer, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i] !== 0) return false;
  return true;
}
