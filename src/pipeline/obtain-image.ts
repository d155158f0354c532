/**
 * Source `image`: an image that is in the engine, or that is pulled into it, to be named and published anew, such as
 * one that is promoted from a registry to another.
 */
import {EngineError} from '../engine/errors.ts';
import type {Engine} from '../engine/facts.ts';
import {type ImageDetails, inspect} from '../engine/inspect.ts';
import {formatPlatform, matchesPlatform, type Platform} from '../registry/platform.ts';
import {formatFamiliar, type Reference, withDefaultTag} from '../registry/reference.ts';
import {PullFailed} from './errors.ts';
import {explainRegistry} from './explain.ts';
import {checkPlatform, isIndex, type Obtained} from './obtained.ts';
import type {Opened} from './opened.ts';
import type {ImageOrigin} from './origin.ts';
import {type PullTools, pullImage} from './pull-image.ts';
import {platformOf} from './results.ts';

/** Throws EngineError, PullFailed, WrongPlatform. */
export async function obtainImage(
  {engine, ledger}: Opened,
  {image, pull, platform}: ImageOrigin,
  tools: Omit<PullTools, 'ledger'>,
): Promise<Obtained> {
  const {log, signal} = tools;
  if (image.kind === 'id') {
    const found = await inspect(engine, image.id, {signal});
    checkPlatform(platform, found, 'This id is of one image alone: leave platforms out, or name the image');
    return {image: found};
  }
  const reference = withDefaultTag(image.reference);
  const name = formatFamiliar(reference);
  const here = pull ? undefined : await find(engine, reference, platform, signal);
  if (here !== undefined) {
    log.info(`Found ${name} in the engine, so it is not pulled`);
    return {image: here};
  }
  log.group(`Pull ${name}${platform === undefined ? '' : ` for ${formatPlatform(platform)}`}`);
  try {
    await pullImage(engine, reference, platform, {...tools, ledger});
  } catch (error) {
    signal.throwIfAborted();
    const why = await explainRegistry(error, {reference, action: 'pull'}, tools.credentials);
    const {advisePull} = await import('./advice.ts');
    const more = await advisePull(error, {engine, reference, ...tools});
    throw new PullFailed(name, more === undefined ? why : `${why}. ${more}`, error);
  }
  log.endGroup();
  const pulled = await find(engine, reference, undefined, signal);
  if (pulled === undefined)
    throw new PullFailed(name, 'the engine says that it was pulled, but does not have it', undefined);
  ledger.image(pulled.id, false);
  // An image for one platform alone is pulled whatever platform is asked for.
  checkPlatform(platform, await ofPlatform(engine, pulled, name, platform, signal), `${name} is not to be had for it`);
  return {image: pulled};
}

/** The image under this name, if it is here and for this platform. */
async function find(
  engine: Engine,
  reference: Reference,
  platform: Platform | undefined,
  signal: AbortSignal,
): Promise<ImageDetails | undefined> {
  // An engine keeps tag and digest apart, and the digest is the one that says more.
  const {registry, path, digest} = reference;
  const name = formatFamiliar(digest === undefined ? reference : {registry, path, digest});
  try {
    const image = await inspect(engine, name, {signal});
    const seen = await ofPlatform(engine, image, name, platform, signal);
    return platform === undefined || matchesPlatform(platform, platformOf(seen)) ? image : undefined;
  } catch (error) {
    if (error instanceof EngineError && error.status === 404) return undefined;
    throw error;
  }
}

/** What an index of the containerd store has for the platform; the image itself anywhere else. */
async function ofPlatform(
  engine: Engine,
  image: ImageDetails,
  name: string,
  platform: Platform | undefined,
  signal: AbortSignal,
): Promise<ImageDetails> {
  if (platform === undefined || !isIndex(image)) return image;
  return inspect(engine, name, {platform, signal});
}
