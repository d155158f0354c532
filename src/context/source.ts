/**
 * A local directory as build context: ignore file and Dockerfile, then walk and packing, put together for the pipeline.
 */
import type {Readable} from 'node:stream';
import {readInto} from './content.ts';
import {type Dockerfile, generatedName, locateDockerfile, resolveContext} from './dockerfile.ts';
import {excludes, type IgnoreRules, NO_RULES, readIgnoreFile} from './dockerignore.ts';
import type {Walk} from './entries.ts';
import {type ExtraFile, packContext} from './pack.ts';
import {walkContext} from './walk.ts';

export interface ContextOptions {
  /** Absolute path of the context directory; may be a link. */
  readonly directory: string;
  /** Absolute path of the Dockerfile; undefined for the one in the context. */
  readonly file: string | undefined;
  /** A Dockerfile that is no file; then `file` is not looked at. */
  readonly dockerfileText?: string | undefined;
  /** Default true; builders do not look at the ignore file of a Git context. */
  readonly ignores?: boolean;
  /** A Dockerfile must lie in here when given; absolute. */
  readonly workspace?: string | undefined;
  /** Default 1,000,000. */
  readonly maxEntries?: number | undefined;
  /** See `BuildContext`. */
  readonly epoch?: number | undefined;
}

/** A context that was found, and not looked at yet: it is listed for a tar, or part by part as a builder asks for it. */
export interface BuildContext {
  /** The directory, links resolved. */
  readonly root: string;
  readonly dockerfile: Dockerfile;
  readonly ignore: IgnoreRules;
  readonly maxEntries: number | undefined;
  /**
   * Seconds since 1970; times after it are sent as this one, so that another checkout gives the same layers
   * (SOURCE_DATE_EPOCH, https://reproducible-builds.org/specs/source-date-epoch/).
   */
  readonly epoch: number | undefined;
}

/** All of a context, listed, to be sent as a tar. */
export interface ContextTar {
  /** The Dockerfile's name inside the tar, for the `dockerfile` parameter of `POST /build`. */
  readonly dockerfile: string;
  /** Files, directories and links in the tar. */
  readonly entries: number;
  /** Content of all files. */
  readonly bytes: number;
  readonly warnings: readonly string[];
  /**
   * Names in the tar the rules exclude but the engine needs: the Dockerfile, `.dockerignore`. The classic builder and
   * Podman keep them from COPY, BuildKit does not when the context is a tar.
   */
  readonly unhidden: readonly string[];
  /** The tar, the same bytes at each call. */
  pack(signal: AbortSignal): Readable;
}

const IGNORE_FILE = '.dockerignore';

/** Finds the context, its Dockerfile and its rules; nothing is listed. Throws ContextError. */
export async function openContext(options: ContextOptions): Promise<BuildContext> {
  const {directory, file, dockerfileText, workspace, maxEntries, epoch} = options;
  const root = resolveContext(directory);
  const dockerfile: Dockerfile =
    dockerfileText === undefined
      ? await locateDockerfile(directory, file, {workspace})
      : {kind: 'loose', content: Buffer.from(dockerfileText)};
  const named = dockerfile.kind === 'loose' ? undefined : dockerfile.named;
  const ignore = options.ignores === false ? NO_RULES : readIgnoreFile(root, named);
  return {root, dockerfile, ignore, maxEntries, epoch};
}

/** Lists the context and makes sure that it can be sent. Throws ContextError. */
export async function listForTar(context: BuildContext, signal: AbortSignal): Promise<ContextTar> {
  const {root, dockerfile, ignore, maxEntries, epoch} = context;
  const keep = dockerfile.kind === 'inside' ? [dockerfile.path, IGNORE_FILE] : [IGNORE_FILE];
  const walk = await walkContext(root, {ignore, keep, maxEntries, signal});
  const {name, extra} = shipped(dockerfile, walk);
  const forced = keep.filter((path) => excludes(ignore, path) && walk.entries.some((entry) => entry.path === path));
  return {
    dockerfile: name,
    entries: walk.entries.length + extra.filter(({path}) => !walk.entries.some((entry) => entry.path === path)).length,
    bytes: walk.bytes,
    warnings: walk.warnings,
    unhidden: [...new Set([...forced, ...extra.map(({path}) => path)])].sort(),
    pack: (packSignal) => packContext(walk, {extra, epoch, signal: packSignal}),
  };
}

/** The name of the Dockerfile in the tar, and what goes in besides the context when it comes from elsewhere. */
function shipped(dockerfile: Dockerfile, walk: Walk): {readonly name: string; readonly extra: readonly ExtraFile[]} {
  if (dockerfile.kind === 'inside') return {name: dockerfile.path, extra: []};
  const name = generatedName(dockerfile.content, (path) => walk.entries.some((entry) => entry.path === path));
  const extra: ExtraFile[] = [{path: name, content: dockerfile.content}];
  const rules = walk.entries.find((entry) => entry.path === IGNORE_FILE);
  if (rules === undefined) {
    // As the docker CLI: the ignore file made here hides itself as well.
    extra.push({path: IGNORE_FILE, content: Buffer.from(`${IGNORE_FILE}\n${name}\n`)});
  } else if (rules.kind === 'file') {
    const own = Buffer.alloc(rules.size + 1);
    readInto(walk.root, rules, own, 0);
    extra.push({path: IGNORE_FILE, content: Buffer.concat([own.subarray(0, rules.size), Buffer.from(`\n${name}\n`)])});
  }
  return {name, extra};
}
