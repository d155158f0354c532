/**
 * Opens the context of a build: what is sent, what the engine is told, and what the log says of it. What is fetched
 * first is in open-remote.ts.
 */
import {readFile} from 'node:fs/promises';
import {relative} from 'node:path';
import type {Readable} from 'node:stream';
import {type Checkout, readCheckout} from '../context/checkout.ts';
import {type BuildContext, openContext} from '../context/source.ts';
import type {FetchedDockerfile, NamedDockerfile} from '../report/excerpt.ts';
import {count, formatBytes} from '../report/units.ts';
import {epochOf} from './epoch.ts';
import type {FetchGit} from './git-fetch.ts';
import {nameDockerfile} from './known-dockerfile.ts';
import type {BuildOrigin, DirectoryPlace, TarPlace} from './origin.ts';
import type {StartAgent} from './session-services.ts';

export interface OpenedContext extends AsyncDisposable {
  /** A directory that is here, not listed yet. */
  readonly context: BuildContext | undefined;
  /** What that directory is, the same for each build from it. */
  readonly identity: string;
  /** A tar that is here. */
  readonly send: ((signal: AbortSignal) => Readable) | undefined;
  /** What the engine fetches. */
  readonly remote: string | undefined;
  /** Path of the Dockerfile in the context; of a directory it depends on how that is sent. */
  readonly dockerfile: string;
  /** For finding base images; empty where only the engine sees it. */
  readonly dockerfileText: string;
  /** As its reader knows it; undefined where only the engine sees it. */
  readonly named: NamedDockerfile | undefined;
  /** The same without the text, where the engine fetches it from Git. */
  readonly fetched: FetchedDockerfile | undefined;
  /** For the log; `how` tells of a directory how much of it is sent. */
  lines(how: string): readonly string[];
}

export interface ContextTools {
  readonly workspace: string;
  readonly signal: AbortSignal;
  readonly fetchGit: FetchGit;
  readonly startAgent: StartAgent;
}

/**
 * A context that needs no engine to be opened; undefined for one where it depends on the engine who fetches it. Throws
 * ContextError, ArchiveError, DownloadFailed.
 */
export async function openHere(origin: BuildOrigin, tools: ContextTools): Promise<OpenedContext | undefined> {
  switch (origin.context.kind) {
    case 'directory':
      return openDirectory(origin.context, origin, tools);
    case 'tar':
      return openTar(origin.context, tools);
    case 'git':
    case 'url':
      return undefined;
    default:
      return origin.context satisfies never;
  }
}

/** What a context without a part has in its place. */
export const NOTHING = {
  context: undefined,
  identity: '',
  dockerfile: 'Dockerfile',
  send: undefined,
  remote: undefined,
  dockerfileText: '',
  named: undefined,
  fetched: undefined,
  [Symbol.asyncDispose]: async () => {},
} as const;

async function openDirectory(
  {path, file, isDefault}: DirectoryPlace,
  origin: BuildOrigin,
  tools: ContextTools,
): Promise<OpenedContext> {
  const {workspace, signal} = tools;
  const dockerfileText = await textOfLoose(origin, signal);
  const context = await openContext({
    directory: path,
    file,
    dockerfileText,
    workspace,
    maxEntries: origin.maxEntries,
    epoch: epochOf(origin.buildArgs),
  });
  const {ignore, dockerfile, root} = context;
  const short = (name: string) => relative(workspace, name) || '.';
  const ignoring = ignore.file === undefined ? '' : `, without what ${short(ignore.file)} excludes`;
  const text = dockerfileText ?? (await textOf(context));
  const checkout = isDefault ? readCheckout(root, ignore) : undefined;
  return {
    ...NOTHING,
    context,
    identity: root,
    dockerfileText: text,
    named:
      dockerfile.kind === 'loose'
        ? {file: looseName(origin), inWorkspace: false, text}
        : nameDockerfile(dockerfile.source, workspace, text),
    lines: (how) => [
      ...(isDefault ? [`No context was named, so the workspace ${workspace} is taken${stateOf(checkout)}`] : []),
      `Context: ${short(path)}, ${how}${ignoring}`,
      `Dockerfile: ${dockerfile.kind === 'loose' ? looseName(origin) : short(dockerfile.source)}`,
    ],
  };
}

/** How the workspace stands to its commit, as docker/build-push-action would have built that. */
function stateOf(checkout: Checkout | undefined): string {
  const git = ' (docker/build-push-action would fetch the commit from Git)';
  if (checkout === undefined) return ` as it is now${git}`;
  const {commit, changed} = checkout;
  const at = `: commit ${commit.slice(0, 12)}`;
  if (changed === undefined) return `${at}, with whatever was changed since${git}`;
  const [first, ...others] = changed;
  if (first === undefined) return `${at}, no tracked file was changed since`;
  const rest = others.length === 0 ? '' : ` and ${count(others.length, 'other')}`;
  return `${at}, and what was changed since: ${first}${rest}${git}`;
}

/** Text of the Dockerfile on disk. */
export async function textOf({dockerfile}: BuildContext): Promise<string> {
  return dockerfile.kind === 'loose' ? '' : readFile(dockerfile.source, 'utf8');
}

async function openTar({path, file}: TarPlace, {workspace, signal}: ContextTools): Promise<OpenedContext> {
  const {openTarContext} = await import('../archive/tar-context.ts');
  const tar = await openTarContext(path, {file, signal});
  const form = tar.compression === 'none' ? 'a tar' : `a tar compressed with ${tar.compression}`;
  return {
    ...NOTHING,
    send: (sending) => tar.send(sending),
    dockerfile: tar.dockerfile,
    dockerfileText: tar.dockerfileText ?? '',
    named:
      tar.dockerfileText === undefined
        ? undefined
        : {file: tar.dockerfile, inWorkspace: false, text: tar.dockerfileText},
    lines: () => [
      `Context: ${relative(workspace, path)}, ${form}, ${formatBytes(tar.size)}, sent as it is`,
      `Dockerfile: ${tar.dockerfile} in there`,
    ],
  };
}

/** Bytes of a Dockerfile from a URL. */
const LARGEST_DOCKERFILE = 1024 * 1024;

/** Undefined where the Dockerfile is a file. Throws DownloadFailed. */
export async function textOfLoose({dockerfile}: BuildOrigin, signal: AbortSignal): Promise<string | undefined> {
  if (dockerfile?.kind !== 'url') return dockerfile?.text;
  const {download} = await import('../context/download.ts');
  return (await download(dockerfile.url, {limit: LARGEST_DOCKERFILE, signal})).toString('utf8');
}

/** What the log calls a Dockerfile that is no file. */
export function looseName({dockerfile}: BuildOrigin): string {
  if (dockerfile?.kind === 'url') return `${dockerfile.url.origin}${dockerfile.url.pathname}`;
  return 'the text of the input dockerfile-inline';
}
