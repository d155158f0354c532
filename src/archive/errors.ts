/**
 * What can go wrong with archives: the author's own files, and what an engine exports. Each message is a sentence that
 * names the archive; what is known beyond it travels as data.
 */

export interface ArchiveErrorOptions {
  /** One sentence: what the user can do. It is kept apart and also ends the message. */
  readonly hint?: string | undefined;
  readonly cause?: unknown;
}

/** An archive cannot be read, made or unpacked. */
export class ArchiveError extends Error {
  override readonly name: string = 'ArchiveError';
  readonly hint: string | undefined;

  constructor(message: string, {hint, cause}: ArchiveErrorOptions = {}) {
    super(hint === undefined ? message : `${message}. ${hint}`, cause === undefined ? undefined : {cause});
    this.hint = hint;
  }
}

/** The bytes are no tar, or not all of one. */
export class BrokenTar extends ArchiveError {
  override readonly name: string = 'BrokenTar';
}

/** The engine gave up in the middle of an export and wrote why into the stream. `reason` holds its own words. */
export class ExportFailed extends BrokenTar {
  override readonly name = 'ExportFailed';
  readonly reason: string;

  constructor(message: string, reason: string) {
    super(message);
    this.reason = reason;
  }
}

/** The archive holds the image for other platforms, listed as `os/arch[/variant]`, or for several and none was chosen. */
export class PlatformNotFound extends ArchiveError {
  override readonly name = 'PlatformNotFound';
  readonly available: readonly string[];

  constructor(message: string, available: readonly string[], hint: string) {
    super(message, {hint});
    this.available = available;
  }
}

/** A name as it may stand in a message: control characters escaped, not too long. `name` is text, not bytes. */
export function shown(name: string, most = 300): string {
  const brief = name.length > most ? `${name.slice(0, most - 50)}...${name.slice(-50)}` : name;
  return JSON.stringify(brief)
    .slice(1, -1)
    .replace(/[\u007f-\u009f\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
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
  ENOSPC: 'no space is left on the device',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EIO: 'input/output error',
};
