/** What the walk finds and packing needs: plain data, so that an archive can be made of it more than once. */

interface Common {
  /** Relative to the root, `/` between, none at the ends; valid UTF-8. */
  readonly path: string;
  /** Permission bits with setuid, setgid and sticky: `st_mode & 07777`. */
  readonly mode: number;
  readonly mtimeMs: number;
  /** When it was last changed in any way, which no program can set. */
  readonly ctimeMs: number;
  readonly dev: number;
  readonly ino: number;
}

export interface FileEntry extends Common {
  readonly kind: 'file';
  /** Bytes. */
  readonly size: number;
  /** Equal for names of one and the same file; undefined for a file with a single name. */
  readonly inode: string | undefined;
}

export interface DirectoryEntry extends Common {
  readonly kind: 'directory';
}

export interface SymlinkEntry extends Common {
  readonly kind: 'symlink';
  /** As stored in the link, wherever it points. */
  readonly target: string;
}

export type Entry = FileEntry | DirectoryEntry | SymlinkEntry;

export interface Walk {
  /** The context directory, links resolved. */
  readonly root: string;
  readonly entries: readonly Entry[];
  /** Content of all files, each file with several names counted once. */
  readonly bytes: number;
  /** What was skipped and what looks like a secret, sorted. */
  readonly warnings: readonly string[];
}
