/** Finds out all that a fingerprint is made of: the context, further contexts, and what the images are that it takes from. */
import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Readable} from 'node:stream';
import {hashContext} from '../context/content-hash.ts';
import {resolveContext} from '../context/dockerfile.ts';
import {readIgnoreFile} from '../context/dockerignore.ts';
import {findOutside} from '../context/outside.ts';
import {EngineError} from '../engine/errors.ts';
import {inspect} from '../engine/inspect.ts';
import {formatPlatform, type Platform} from '../registry/platform.ts';
import type {NamedContext} from './control-inputs.ts';
import {NotReusable} from './errors.ts';
import {fingerprintOf} from './fingerprint.ts';
import {commitOf} from './git-source.ts';
import {type DigestTools, findDigests, nameInEngine} from './image-digests.ts';
import {openHere, textOfLoose} from './open-context.ts';
import type {Opened} from './opened.ts';
import type {BuildOrigin, GitPlace} from './origin.ts';
import type {Inputs, RunTools} from './run-inputs.ts';

export interface HashedInputs extends Pick<Inputs, 'annotations' | 'platforms' | 'workspace'> {
  readonly origin: BuildOrigin;
  readonly engines?: Inputs['engines'];
}

export interface BuildHash {
  readonly fingerprint: string;
  /** Whether the builder takes just the images that were looked at, if it is told to ask for them. */
  readonly arePublished: boolean;
}

/** `opening` is of the engine that builds, where it is one. Throws NotReusable, and ContextError as the build would. */
export async function hashBuild(
  inputs: HashedInputs,
  opening: Promise<Opened> | undefined,
  tools: RunTools,
): Promise<BuildHash> {
  const {origin, annotations, workspace} = inputs;
  const {signal} = tools;
  const {dockerfile, context} = await readSource(origin, {...tools, workspace});
  const outside = globalArgs(namedPlatforms(inputs)).map((global) => findOutside(dockerfile, origin.buildArgs, global));
  const unknown = new Set(outside.flatMap((it) => it.unknown));
  if (unknown.size > 0) throw new NotReusable([...unknown].join('; '));
  const names = outside.flatMap(({images}) => images);
  const {contexts: named} = origin.control;
  const remote = named.flatMap(({source}) => imageOf(source) ?? []);
  // A stage that takes the place of an image may itself be made of that image.
  const replaced = named.filter(({source}) => source.kind !== 'target');
  const used = names.filter((name) => !replaced.some((it) => it.name === name.toLowerCase()));
  const client = await tools.client();
  const idInEngine = (name: string) => idOf(name, opening, inputs, signal);
  const [hash, contexts, {images, arePublished}, platforms] = await Promise.all([
    context(),
    Promise.all(named.map(async (it) => [it.name, await hashNamed(it, signal)] as const)),
    findDigests([...new Set([...used, ...remote])], {client, idInEngine, signal}),
    platformsOf(inputs, opening),
  ]);
  const findings = {dockerfile, context: hash, contexts: new Map(contexts), images, platforms};
  return {fingerprint: fingerprintOf(origin, annotations, findings), arePublished};
}

interface Source {
  readonly dockerfile: string;
  /** Hashes it. */
  readonly context: () => Promise<string>;
}

async function readSource(origin: BuildOrigin, tools: RunTools & {readonly workspace: string}): Promise<Source> {
  const {signal} = tools;
  if (origin.context.kind === 'git') return readGit(origin, origin.context, signal);
  if (origin.context.kind === 'url') throw new NotReusable('what is behind the URL of the context is not known');
  const place = await openHere(origin, tools);
  if (place === undefined || place.dockerfileText === '')
    throw new NotReusable('the Dockerfile cannot be read before the build');
  const {context, send, dockerfile, dockerfileText} = place;
  if (context !== undefined) return {dockerfile: dockerfileText, context: () => hashContext(context, signal)};
  if (send === undefined) throw new TypeError('a context is a directory or a tar');
  return {dockerfile: dockerfileText, context: async () => `${dockerfile} ${await hashStream(send(signal))}`};
}

/** A commit stands for all of its files, but their text is needed to see what else they take from. */
async function readGit(origin: BuildOrigin, {source}: GitPlace, signal: AbortSignal): Promise<Source> {
  const commit = commitOf(source);
  if (commit === undefined)
    throw new NotReusable('the context is a branch or a tag of a Git repository, which moves: name a commit');
  const dockerfile = await textOfLoose(origin, signal);
  if (dockerfile === undefined)
    throw new NotReusable(
      'the Dockerfile is in a Git repository that only the builder reads: check it out in a step before this one',
    );
  const {repository, directory, keepGit, submodules} = source;
  const parts = JSON.stringify([repository, commit, directory, keepGit, submodules]);
  return {dockerfile, context: async () => parts};
}

async function hashStream(stream: Readable): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of stream) hash.update(chunk as Buffer);
  return `sha256:${hash.digest('hex')}`;
}

async function hashNamed({name, source}: NamedContext, signal: AbortSignal): Promise<string> {
  switch (source.kind) {
    case 'directory': {
      const root = resolveContext(source.path);
      return hashContext({root, ignore: readIgnoreFile(root, undefined), maxEntries: undefined}, signal);
    }
    case 'layout': {
      // It names all else by digest.
      const index = await readFile(join(source.path, 'index.json'));
      return `${source.image ?? ''} ${createHash('sha256').update(index).digest('hex')}`;
    }
    case 'remote':
      if (imageOf(source) !== undefined || /\.git#[0-9a-f]{40}(?:[0-9a-f]{24})?(?::|$)/.test(source.url))
        return source.url;
      throw new NotReusable(`what is behind build-contexts: ${name} may change: name a commit, or a directory`);
    case 'url':
      throw new NotReusable(`what is behind build-contexts: ${name} may change: fetch it in a step before this one`);
    case 'target':
      // The rest of it is in the Dockerfile.
      return source.stage;
    default:
      return source satisfies never;
  }
}

const IMAGE = 'docker-image://';

/** Name of the image that a further context is. */
function imageOf(source: NamedContext['source']): string | undefined {
  return source.kind === 'remote' && source.url.startsWith(IMAGE) ? source.url.slice(IMAGE.length) : undefined;
}

/** Empty where it is up to the builder. */
export function namedPlatforms({platforms, origin}: HashedInputs): readonly Platform[] {
  return origin.platform === undefined ? [...platforms, ...origin.control.platforms] : [origin.platform];
}

/** Arguments that builders give for each platform; none where it is up to the builder. */
function globalArgs(platforms: readonly Platform[]): ReadonlyArray<ReadonlyMap<string, string>> {
  if (platforms.length === 0) return [new Map()];
  return platforms.map(
    (platform) =>
      new Map([
        ['TARGETPLATFORM', formatPlatform(platform)],
        ['TARGETOS', platform.os],
        ['TARGETARCH', platform.architecture],
        ['TARGETVARIANT', platform.variant ?? ''],
      ]),
  );
}

/** Without a name, that of the engine. */
async function platformsOf(inputs: HashedInputs, opening: Promise<Opened> | undefined): Promise<readonly string[]> {
  const named = namedPlatforms(inputs);
  if (named.length > 0) return named.map(formatPlatform);
  if (opening === undefined) throw new NotReusable('the platform is up to the builder: name it in platforms');
  const {os, architecture} = (await opening).engine.facts;
  return [`${os}/${architecture}, as the engine is`];
}

async function idOf(
  name: string,
  opening: Promise<Opened> | undefined,
  {engines}: HashedInputs,
  signal: AbortSignal,
): ReturnType<DigestTools['idInEngine']> {
  if (opening === undefined) return undefined;
  if (engines !== undefined && engines.size > 0)
    throw new NotReusable(
      'an image is in no registry that answers from here, and of several engines each may have another',
    );
  try {
    return (await inspect((await opening).engine, nameInEngine(name), {signal})).id;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof EngineError) return undefined;
    throw error;
  }
}
