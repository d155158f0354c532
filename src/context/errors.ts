/**
 * What can go wrong between the files on disk and the bytes sent to the engine. Every error names the one path it is
 * about, with control characters and bytes that are not UTF-8 made visible, and says what to do next.
 */

export interface ContextErrorOptions {
  /** The file or directory the error is about: relative to the context where it lies inside, else absolute. */
  readonly path: string;
  /** One sentence: what the user can do. It is kept apart and also ends the message. */
  readonly hint?: string | undefined;
  readonly cause?: unknown;
}

/** The context, its Dockerfile or its ignore file cannot be used. */
export class ContextError extends Error {
  override readonly name: string = 'ContextError';
  readonly path: string;
  readonly hint: string | undefined;

  constructor(message: string, options: ContextErrorOptions) {
    super(
      options.hint === undefined ? message : `${message}. ${options.hint}`,
      options.cause === undefined ? undefined : {cause: options.cause},
    );
    this.path = options.path;
    this.hint = options.hint;
  }
}

export interface InvalidPatternOptions extends ContextErrorOptions {
  /** Counts from 1; 0 when the pattern did not come from a file. */
  readonly line: number;
  readonly pattern: string;
}

/** A line of an ignore file is not a pattern. `path` is the ignore file. */
export class InvalidPattern extends ContextError {
  override readonly name = 'InvalidPattern';
  readonly line: number;
  readonly pattern: string;

  constructor(message: string, options: InvalidPatternOptions) {
    super(message, options);
    this.line = options.line;
    this.pattern = options.pattern;
  }
}

/**
 * A path as it may stand in a message: control characters, line ends and quotes in JSON's escapes, no quotes around,
 * and no longer than a reader can take.
 */
export function shown(path: string, most = 300): string {
  const brief = path.length > most ? `${path.slice(0, most - 50)}...${path.slice(-50)}` : path;
  return JSON.stringify(brief)
    .slice(1, -1)
    .replace(/[\u007f-\u009f\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A file name of bytes that are not UTF-8, the odd bytes as `\xe9`. */
export function shownBytes(name: Uint8Array): string {
  let text = '';
  for (const byte of name) {
    text += byte > 0x1f && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`;
  }
  return text;
}

/** The words for an errno; the code itself where we have none. */
export function because(error: unknown): string {
  const code = errno(error);
  return code === undefined ? String(error) : (REASONS[code] ?? code);
}

/** `ENOENT` and the like, when the error has one. */
export function errno(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of its path is not a directory',
  EISDIR: 'it is a directory',
  ELOOP: 'too many symbolic links',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'the path is too long',
  EIO: 'input/output error',
};
