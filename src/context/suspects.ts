/**
 * Files that often hold credentials and reach an image by a careless `COPY . .` (hardening S7). A name alone is no
 * proof, so the content is looked at where a look can tell; nothing read here goes further than a yes or no.
 */
import {closeSync, constants, openSync, readSync} from 'node:fs';
import {shown} from './errors.ts';

interface Suspicion {
  /** What the file would give away, as a plural. */
  readonly what: string;
  readonly path: RegExp;
  /** Undefined: the name says it all. */
  readonly content?: RegExp;
}

const SUSPICIONS: readonly Suspicion[] = [
  {what: 'git credentials', path: /(?:^|\/)\.git\/(?:modules\/.+\/)?config$/, content: /^[ \t]*extraheader[ \t]*=/im},
  // A value that is only a reference to a variable is how it should be done.
  {what: 'npm tokens', path: /(?:^|\/)\.npmrc$/, content: /(?:_authToken|_auth|_password)[ \t]*=[ \t]*["']?[^\s"'$]/},
  {what: 'machine passwords', path: /(?:^|\/)[._]netrc$/, content: /\bpassword\s+\S/},
  {what: 'Google Cloud credentials', path: /(?:^|\/)gha-creds-[^/]*\.json$/},
  {
    what: 'registry credentials',
    path: /(?:^|\/)\.docker\/config\.json$/,
    content: /"(?:auth|identitytoken|registrytoken)"\s*:\s*"[^"]/,
  },
  {
    what: 'private keys',
    path: /(?:^|\/)id_(?:rsa|dsa|ecdsa|ed25519)$|\.pem$/,
    content: /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  },
];

const NAME = /^(?:config(?:\.json)?|[._]netrc|\.npmrc|gha-creds-.*\.json|id_(?:rsa|dsa|ecdsa|ed25519)|.*\.pem)$/;
/** How much of a file is looked at, how many files of a kind, and how many a warning names. */
const LOOK_BYTES = 64 * 1024;
const LOOK_FILES = 100;
const NAMED = 5;

/** Whether a regular file is worth a look. Cheap, as it is asked of every file. */
export function isSuspect(path: string, name: string): boolean {
  return NAME.test(name) && SUSPICIONS.some((suspicion) => suspicion.path.test(path));
}

/** One warning for each kind of secret found in these paths, with the lines that would keep the files out. */
export function inspectSuspects(root: string, paths: readonly string[]): readonly string[] {
  return SUSPICIONS.flatMap(({what, path: pattern, content}) => {
    const found = paths
      .filter((path) => pattern.test(path))
      .slice(0, LOOK_FILES)
      .filter((path) => content === undefined || content.test(beginning(`${root}/${path}`)));
    if (found.length === 0) return [];
    const lines = found.slice(0, NAMED).map((path) => `"${shown(asPattern(path), Number.POSITIVE_INFINITY)}"`);
    const more = found.length > NAMED ? ` and ${found.length - NAMED} more` : '';
    return [
      `the context holds ${what}, which a COPY can take into the image: add ${lines.join(', ')}${more} to .dockerignore`,
    ];
  });
}

/** The ignore line that names exactly this path. */
function asPattern(path: string): string {
  return path.replace(/[\\*?[\]]|^[#!]/g, '\\$&');
}

/** Empty when it cannot be read: packing will say so, with the reason. */
function beginning(file: string): string {
  let fd: number | undefined;
  try {
    fd = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK | (constants.O_NOFOLLOW ?? 0));
    const bytes = Buffer.alloc(LOOK_BYTES);
    return bytes.toString('latin1', 0, readSync(fd, bytes, 0, LOOK_BYTES, 0));
  } catch {
    return '';
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}
