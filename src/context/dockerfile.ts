/**
 * Where the Dockerfile is and how it travels. What counts is where it really lies, links resolved (hardening C5): in
 * the context, and it is sent as part of it under its real path; elsewhere because the author said so, and it is sent
 * as one more file; elsewhere because a link in the context leads there, and it is refused, since whoever may change
 * the context must not be able to read other files through a build.
 *
 * A Dockerfile from elsewhere goes under a generated name, as the docker CLI does it. The name is made from the
 * content, so that an unchanged context gives unchanged bytes. The CLI hides it from COPY by adding the name to the
 * `.dockerignore` it sends, which works because the classic builder and Podman read that file again on their side.
 * BuildKit does not look at the `.dockerignore` of an uploaded tar: there `COPY . .` takes the generated file and a
 * Dockerfile the rules exclude along. Only a build that fetches files by session is free of that (share.ts).
 */
import {createHash} from 'node:crypto';
import {type Dirent, lstatSync, readdirSync, readFileSync, realpathSync, type Stats, statSync} from 'node:fs';
import {basename, dirname, join, relative, resolve, sep} from 'node:path';
import {isInside} from './dockerignore.ts';
import {because, ContextError, errno, shown} from './errors.ts';

export type Dockerfile = DockerfileOnDisk | {readonly kind: 'loose'; readonly content: Buffer};

export type DockerfileOnDisk = {
  /** Absolute, as named by the author; its `.dockerignore` lies beside it. */
  readonly named: string;
  /** Absolute, links resolved. */
  readonly source: string;
} & (
  | {
      readonly kind: 'inside';
      /** Relative to the context root, with `/`. */
      readonly path: string;
    }
  | {
      readonly kind: 'outside';
      readonly content: Buffer;
    }
);

export interface LocateOptions {
  /** A Dockerfile that really lies outside of this directory is refused. Absolute. */
  readonly workspace?: string | undefined;
}

/** More than any Dockerfile, less than any archive named by mistake. Bytes. */
const SIZE_LIMIT = 4 * 1024 * 1024;

/** The context directory with links resolved. Throws ContextError that says what there is instead. */
export function resolveContext(directory: string): string {
  const root = orExplain(directory, 'the context directory', 'Set the input "context" to the directory to build from');
  if (statSync(root).isDirectory()) return root;
  throw new ContextError(`the context ${shown(directory)} is not a directory`, {
    path: directory,
    hint: 'Set the input "context" to the directory to build from',
  });
}

/**
 * Finds the Dockerfile. `file` is absolute; undefined means `Dockerfile` in the context. Where a `Dockerfile` is
 * missing, `dockerfile` beside it will do. `contextRoot` may be a link. Throws ContextError.
 */
export async function locateDockerfile(
  contextRoot: string,
  file: string | undefined,
  options: LocateOptions = {},
): Promise<DockerfileOnDisk> {
  const root = resolveContext(contextRoot);
  const named = withEitherCase(resolve(file ?? join(contextRoot, 'Dockerfile')));
  const source = orExplain(
    named,
    'the Dockerfile',
    'Set the input "file" to its path, relative to the working directory',
  );
  const stat = statSync(source);
  if (!stat.isFile()) throw notAFile(named, stat);
  if (isInside(root, source)) return {kind: 'inside', named, source, path: relative(root, source).split(sep).join('/')};
  // By whatever name of the context it was reached.
  if (isInside(resolve(contextRoot), named) || isInside(root, named) || isInside(root, realpathSync(dirname(named)))) {
    throw new ContextError(`the Dockerfile ${shown(named)} is a link to ${shown(source)}, outside of the context`, {
      path: named,
      hint: 'Put the file itself into the context, or name it where it is with the input "file"',
    });
  }
  if (options.workspace !== undefined && !isInside(realpathSync(options.workspace), source)) {
    throw new ContextError(`the Dockerfile ${shown(named)} lies outside of the workspace ${shown(options.workspace)}`, {
      path: named,
      hint: source === named ? 'Use a Dockerfile of the checked out repository' : `It is a link to ${shown(source)}`,
    });
  }
  return {kind: 'outside', named, source, content: read(named, source)};
}

/** Throws ContextError. */
export function readDockerfile(dockerfile: Dockerfile): Buffer {
  return dockerfile.kind === 'inside' ? read(dockerfile.named, dockerfile.source) : dockerfile.content;
}

/**
 * The name in the archive of a Dockerfile from elsewhere: the same for the same content, and not one of `taken`, so
 * that a context cannot put its own file in that place.
 */
export function generatedName(content: Uint8Array, taken: (name: string) => boolean): string {
  for (let turn = 0; ; turn++) {
    const name = `.dockerfile.${createHash('sha256').update(`${turn}\0`).update(content).digest('hex').slice(0, 20)}`;
    if (!taken(name)) return name;
  }
}

/** By the names in the directory, since a file system that ignores case would answer to both. */
function withEitherCase(file: string): string {
  if (basename(file) !== 'Dockerfile') return file;
  const names = new Set(list(dirname(file), []).map(({name}) => name));
  return !names.has('Dockerfile') && names.has('dockerfile') ? join(dirname(file), 'dockerfile') : file;
}

function read(named: string, source: string): Buffer {
  if ((look(source, statSync)?.size ?? 0) > SIZE_LIMIT) {
    throw new ContextError(`the Dockerfile ${shown(named)} is larger than 4 MiB`, {
      path: named,
      hint: 'Check the input "file"',
    });
  }
  try {
    return readFileSync(source);
  } catch (error) {
    throw new ContextError(`cannot read the Dockerfile ${shown(source)}: ${because(error)}`, {
      path: source,
      cause: error,
      hint: 'Change its permissions',
    });
  }
}

/** The real path, or an error that tells what is there instead. */
function orExplain(path: string, what: string, hint: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    const missing = errno(error) === 'ENOENT' || errno(error) === 'ENOTDIR';
    const why = missing
      ? isLink(path)
        ? 'it is a link to nothing'
        : `it does not exist; ${alternatives(path)}`
      : because(error);
    throw new ContextError(`cannot use ${what} ${shown(path)}: ${why}`, {path, cause: error, hint});
  }
}

function isLink(path: string): boolean {
  return look(path, lstatSync)?.isSymbolicLink() ?? false;
}

/** What the nearest directory that exists holds, what may have been meant first: Dockerfiles, or directories. */
function alternatives(path: string): string {
  let parent = dirname(path);
  while (parent !== dirname(parent) && !look(parent, statSync)?.isDirectory()) parent = dirname(parent);
  const entries = list(parent, undefined);
  if (entries === undefined) return `${shown(parent)} cannot be read`;
  if (entries.length === 0) return `${shown(parent)} is empty`;
  const wantsFile = parent === dirname(path);
  const isLikely = (entry: Dirent) =>
    wantsFile ? /(?:dockerfile|containerfile)(?!.*\.dockerignore$)/i.test(entry.name) : entry.isDirectory();
  const namesOf = (some: readonly Dirent[]) => some.map(({name}) => shown(name)).sort();
  const names = [...namesOf(entries.filter(isLikely)), ...namesOf(entries.filter((entry) => !isLikely(entry)))];
  return `${shown(parent)} has ${names.slice(0, 10).join(', ')}${names.length > 10 ? ` and ${names.length - 10} more` : ''}`;
}

/** Undefined when there is nothing, or no way to look. */
function look(path: string, how: (path: string) => Stats): Stats | undefined {
  try {
    return how(path);
  } catch {
    return undefined;
  }
}

function list<T>(directory: string, orElse: T): readonly Dirent[] | T {
  try {
    return readdirSync(directory, {withFileTypes: true});
  } catch {
    return orElse;
  }
}

function notAFile(named: string, stat: Stats): ContextError {
  const inside = stat.isDirectory() ? list(named, []).find(({name}) => /^dockerfile$/i.test(name))?.name : undefined;
  return new ContextError(
    `the Dockerfile ${shown(named)} is ${stat.isDirectory() ? 'a directory' : 'not a regular file'}`,
    {
      path: named,
      hint:
        inside === undefined
          ? 'Set the input "file" to the Dockerfile itself'
          : `Set the input "file" to ${shown(join(named, inside))}`,
    },
  );
}
