/**
 * Tar headers written in one form whatever form they were read in: plain ustar where that can say it, else PAX records
 * in front (POSIX.1-2001 pax interchange format). tar-stream is not asked: it knows names as text only, and a name that
 * is not UTF-8 has to come out as it went in.
 */
import {BLOCK, type EntryType, type TarEntry} from './header.ts';
import {padding} from './scan.ts';

const FLAGS: Readonly<Record<EntryType, string>> = {
  file: '0',
  link: '1',
  symlink: '2',
  'character-device': '3',
  'block-device': '4',
  directory: '5',
  fifo: '6',
  sparse: '0',
  unknown: '0',
};

/** Numbers that fit the fields, one character of each being its end. */
const LARGEST_ID = 8 ** 7 - 1;
const LARGEST_SIZE = 8 ** 11 - 1;

/** What is not said is that of a plain file of root's, readable by all, of no time at all. */
export type HeaderFields = Pick<TarEntry, 'name' | 'size'> & Partial<TarEntry>;

/** The header of an entry with what has to stand in front of it: a multiple of 512 bytes. */
export function encodeHeader(fields: HeaderFields): Buffer {
  const {name, size, type = 'file', target = '', mode = 0o644, uid = 0, gid = 0} = fields;
  const {user = '', group = '', modified = '0', major = 0, minor = 0, attributes = new Map()} = fields;
  const split = splitName(name);
  const seconds = Number(modified);
  const plainTime = Number.isSafeInteger(seconds) && seconds >= 0 && seconds <= LARGEST_SIZE;
  const records = new Map<string, string>([
    ...(split === undefined ? [['path', name] as const] : []),
    ...(target.length > 100 ? [['linkpath', target] as const] : []),
    ...(size > LARGEST_SIZE ? [['size', String(size)] as const] : []),
    ...(uid > LARGEST_ID ? [['uid', String(uid)] as const] : []),
    ...(gid > LARGEST_ID ? [['gid', String(gid)] as const] : []),
    ...(user.length > 31 ? [['uname', user] as const] : []),
    ...(group.length > 31 ? [['gname', group] as const] : []),
    ...(plainTime ? [] : [['mtime', modified] as const]),
    ...attributes,
  ]);
  const block = header({
    name: split?.name ?? name.slice(0, 100),
    prefix: split?.prefix ?? '',
    flag: FLAGS[type],
    target: target.slice(0, 100),
    mode,
    uid: uid > LARGEST_ID ? 0 : uid,
    gid: gid > LARGEST_ID ? 0 : gid,
    size: size > LARGEST_SIZE ? 0 : size,
    seconds: plainTime ? seconds : Math.min(Math.max(Math.trunc(seconds), 0), LARGEST_SIZE),
    user: user.slice(0, 31),
    group: group.slice(0, 31),
    major,
    minor,
  });
  return records.size === 0 ? block : Buffer.concat([paxHeader(records), block]);
}

/** Name and prefix as ustar has them; undefined when it does not fit. */
function splitName(name: string): {readonly name: string; readonly prefix: string} | undefined {
  if (name.length <= 100) return {name, prefix: ''};
  const slash = name.indexOf('/', name.length - 101);
  if (slash <= 0 || slash > 155 || slash === name.length - 1) return undefined;
  return {name: name.slice(slash + 1), prefix: name.slice(0, slash)};
}

function paxHeader(records: ReadonlyMap<string, string>): Buffer {
  const lines = [...records]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => {
      // The length counts itself.
      const rest = key.length + value.length + 3;
      let length = rest + String(rest).length;
      if (rest + String(length).length > length) length++;
      return `${length} ${key}=${value}\n`;
    });
  const content = Buffer.from(lines.join(''), 'latin1');
  const block = header({...PAX, size: content.length});
  return Buffer.concat([block, content, Buffer.alloc(padding(content.length))]);
}

interface Fields {
  readonly name: string;
  readonly prefix: string;
  readonly flag: string;
  readonly target: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  readonly seconds: number;
  readonly user: string;
  readonly group: string;
  readonly major: number;
  readonly minor: number;
}

const PAX: Omit<Fields, 'size'> = {
  name: 'PaxHeaders/0',
  prefix: '',
  flag: 'x',
  target: '',
  mode: 0o644,
  uid: 0,
  gid: 0,
  seconds: 0,
  user: '',
  group: '',
  major: 0,
  minor: 0,
};

function header(fields: Fields): Buffer {
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, at: number, digits: number) =>
    block.write(value.toString(8).padStart(digits, '0'), at, digits, 'latin1');
  block.write(fields.name, 0, 'latin1');
  octal(fields.mode, 100, 7);
  octal(fields.uid, 108, 7);
  octal(fields.gid, 116, 7);
  octal(fields.size, 124, 11);
  octal(fields.seconds, 136, 11);
  block.fill(0x20, 148, 156);
  block.write(fields.flag, 156, 'latin1');
  block.write(fields.target, 157, 'latin1');
  block.write('ustar\0' + '00', 257, 'latin1');
  block.write(fields.user, 265, 'latin1');
  block.write(fields.group, 297, 'latin1');
  octal(fields.major, 329, 7);
  octal(fields.minor, 337, 7);
  block.write(fields.prefix, 345, 'latin1');
  let sum = 0;
  for (const byte of block) sum += byte;
  octal(sum, 148, 6);
  block[154] = 0;
  return block;
}
