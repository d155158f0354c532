/** The files in an image archive by name, wherever they stand: a plain tar, or a directory in the OCI layout. */
import {createHash} from 'node:crypto';
import {join} from 'node:path';
import {ArchiveError, shown} from './errors.ts';
import {nameText, type TarEntry} from './header.ts';
import {layoutMembers} from './layout.ts';
import {LocalFile, scanFile} from './local-file.ts';
import {linkedName, normalName} from './names.ts';
import {TarScanner} from './scan.ts';

export interface Members extends AsyncDisposable {
  /** The archive, for messages. */
  readonly subject: string;
  has(name: string): boolean;
  /** The content; throws ArchiveError when there is no such member, it is changed, or cut. */
  read(name: string, signal: AbortSignal): AsyncGenerator<Buffer, void, undefined>;
}

/** A JSON member longer than this is none that a tool wrote. */
const LARGEST_JSON = 8 * 1024 * 1024;

/** JSON as a whole. */
export async function small(chunks: AsyncIterable<Buffer>, subject: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of chunks) {
    pieces.push(piece);
    length += piece.length;
    if (length > LARGEST_JSON) throw new ArchiveError(`${subject} has a manifest or config of more than 8 MiB`);
  }
  return Buffer.concat(pieces);
}

/** The content, of which the last piece is handed on only when all of it has this digest (`sha256:…`). */
export async function* verified(
  chunks: AsyncIterable<Buffer>,
  digest: string,
  subject: string,
): AsyncGenerator<Buffer, void, undefined> {
  const [algorithm = '', hex = ''] = digest.split(':');
  if (!DIGESTS.has(algorithm)) throw new ArchiveError(`${subject} has a digest of an unknown kind: ${shown(digest)}`);
  const hash = createHash(algorithm);
  let held: Buffer | undefined;
  for await (const chunk of chunks) {
    if (held !== undefined) yield held;
    hash.update(chunk);
    held = chunk;
  }
  const found = hash.digest('hex');
  if (found !== hex) {
    throw new ArchiveError(`${subject} is damaged: its digest is ${algorithm}:${found} instead of ${shown(digest)}`);
  }
  if (held !== undefined) yield held;
}

const DIGESTS: ReadonlySet<string> = new Set(['sha256', 'sha512']);

/** Where a member stands: bytes of the tar, or another name. */
type Place = {readonly at: number; readonly size: number} | {readonly link: string};

/** Members of a plain tar. Throws BrokenTar when it is not whole. Closes the file in the end. */
export async function tarMembers(file: LocalFile, subject: string, signal: AbortSignal): Promise<Members> {
  const places = new Map<string, Place>();
  const scanner = new TarScanner(subject, {
    entry(entry, offset) {
      const place = placeOf(entry, offset);
      if (place !== undefined) places.set(normalName(nameText(entry.name)), place);
      return false;
    },
  });
  await scanFile(file, scanner, signal);
  const find = (name: string, hops = 8): {readonly at: number; readonly size: number} | undefined => {
    const place = places.get(name);
    if (place === undefined || hops === 0) return undefined;
    return 'link' in place ? find(place.link, hops - 1) : place;
  };
  return {
    subject,
    has: (name) => find(normalName(name)) !== undefined,
    async *read(name, readSignal) {
      const place = find(normalName(name));
      if (place === undefined) throw missing(name, subject);
      yield* file.stream(readSignal, place.at, place.at + place.size);
    },
    [Symbol.asyncDispose]: () => file.close(),
  };
}

/** Older engines and Podman write a layer once and links where it comes again. */
function placeOf({name, type, target, size}: TarEntry, at: number): Place | undefined {
  switch (type) {
    case 'file':
      return {at, size};
    case 'symlink':
      return {link: linkedName(nameText(name), nameText(target))};
    case 'link':
      return {link: normalName(nameText(target))};
    default:
      return undefined;
  }
}

export async function directoryMembers(directory: string): Promise<Members> {
  const names = new Set(await layoutMembers(directory));
  const subject = shown(directory);
  return {
    subject,
    has: (name) => names.has(name),
    async *read(name, signal) {
      if (!names.has(name)) throw missing(name, subject);
      await using file = await LocalFile.open(join(directory, name));
      yield* file.stream(signal);
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
}

function missing(name: string, subject: string): ArchiveError {
  return new ArchiveError(`${subject} lacks ${shown(name)}, which its manifest names`);
}
