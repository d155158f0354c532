/**
 * What a session shares of a directory, seen from the builder's side. Whoever knows the files implements it; file-sync.ts
 * turns it into packets.
 */

/** Which part of the directory the builder wants. Patterns are those of `.dockerignore`, "!" included. */
export interface ListRequest {
  /** Empty for all. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Paths, with wildcards perhaps, that are wanted together with what they lead to as links; empty for all. */
  readonly follow: readonly string[];
}

export interface SharedEntry {
  /** Relative to the root, `/` between, none at the ends. */
  readonly path: string;
  readonly kind: 'file' | 'directory' | 'symlink';
  /** `st_mode & 07777`. */
  readonly mode: number;
  /** Bytes of a file; 0 for a directory. */
  readonly size: number;
  /**
   * Nanoseconds since 1970. The builder takes a file of the same size and time for the one it has, so it must be another
   * one whenever the content may be.
   */
  readonly modified: bigint;
  /** Target of a symbolic link; for a further name of a file the path of its first, which came before. Else ''. */
  readonly target: string;
  /** Opens a file for reading; for one with a `target` it is never called. Throws what the build is to fail with. */
  open(): SharedFile;
}

/** A file being read, synchronously and from start to end. Every call throws what the build is to fail with. */
export interface SharedFile {
  /** Bytes still to come. */
  readonly left: number;
  /** Reads up to `most` bytes to `target[at...]`; gives how many, never 0 while some are left. */
  read(target: Buffer, at: number, most: number): number;
  /** To be called after the last byte: throws when the file is not, or is no more, what was listed. */
  finish(): void;
  close(): void;
}

export interface SharedDirectory {
  /**
   * The entries in batches: depth first, a directory before what is in it, siblings in the order of their bytes, and of
   * every entry its parents. Throws what the build is to fail with, or the signal's reason.
   */
  list(request: ListRequest, signal: AbortSignal): AsyncIterable<readonly SharedEntry[]>;
}
