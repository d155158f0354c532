/** Where in the cache of GitHub Actions the layers of a build belong (cache/entry-key.ts). */
import {type Dirent, readdirSync, readFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {type EntryPlace, shortHash} from '../cache/entry-key.ts';
import type {Builder} from '../engine/build.ts';
import type {EngineFacts} from '../engine/facts.ts';
import {formatPlatform} from '../registry/platform.ts';
import type {OpenedContext} from './open-context.ts';
import type {BuildOrigin} from './origin.ts';

export interface KeyParts {
  readonly facts: EngineFacts;
  readonly builder: Builder;
  readonly origin: BuildOrigin;
  readonly place: OpenedContext;
  readonly workspace: string;
}

/** Without the scope, which each cache has of its own. */
export function placeOfLayers({facts, builder, origin, place, workspace}: KeyParts): Omit<EntryPlace, 'scope'> {
  const {product, version, os, architecture} = facts;
  return {
    engine: `${product}${version.split('.')[0]}`,
    builder,
    platform: origin.platform === undefined ? `${os}/${architecture}` : formatPlatform(origin.platform),
    build: JSON.stringify([nameOf(origin, workspace), origin.target?.toLowerCase()]),
    recipe: JSON.stringify([place.dockerfileText, [...origin.buildArgs.keys()].sort()]),
    locks: JSON.stringify(lockFiles(place)),
  };
}

/** Which build it is, however its files change. */
function nameOf({context}: BuildOrigin, workspace: string): readonly (string | undefined)[] {
  const {file} = context;
  switch (context.kind) {
    case 'directory':
      return [relative(workspace, context.path), file && relative(workspace, file)];
    case 'tar':
      return [relative(workspace, context.path), file];
    case 'git':
      return [context.source.repository, context.source.directory, file];
    case 'url':
      return [context.url.host, context.url.pathname, file];
    default:
      return context satisfies never;
  }
}

/** What package managers write, by the names that they give: `yarn.lock`, `package-lock.json`, `go.sum`, `requirements.txt`. */
const LOCK = /(?:\.|^)lock$|[-.]lock\.\w+$|\.lockfile$|^go\.sum$|^requirements[\w.-]*\.txt$/;
const LARGEST_LOCK = 16 * 1024 * 1024;

/** Those in the context and beside the Dockerfile, with the hash of each. */
function lockFiles({context}: OpenedContext): readonly (readonly [string, string])[] {
  if (context === undefined) return [];
  const {root, dockerfile} = context;
  const beside = dockerfile.kind === 'loose' ? [] : [dirname(dockerfile.source)];
  return [...new Set([root, ...beside])].flatMap((directory) =>
    list(directory)
      .filter((entry) => entry.isFile() && LOCK.test(entry.name))
      .map(({name}) => name)
      .sort()
      .map((name) => [name, hashOf(join(directory, name))] as const),
  );
}

function list(directory: string): readonly Dirent[] {
  try {
    return readdirSync(directory, {withFileTypes: true});
  } catch {
    return [];
  }
}

/** What cannot be read is told by the build, which needs it. */
function hashOf(file: string): string {
  try {
    const bytes = readFileSync(file);
    return bytes.length > LARGEST_LOCK ? String(bytes.length) : shortHash(bytes);
  } catch {
    return '';
  }
}
