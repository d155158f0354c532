/**
 * Source `archive`: an image that another tool, or another job, wrote to a file, through load; or a root file system,
 * which becomes an image of one layer through import.
 */
import type {Readable} from 'node:stream';
import {toDockerArchive} from '../archive/docker-archive.ts';
import {openImage} from '../archive/image-archive.ts';
import {identifyArchive} from '../archive/kind.ts';
import {openArchive} from '../archive/open.ts';
import {create} from '../engine/create.ts';
import type {EngineFacts} from '../engine/facts.ts';
import {inspect} from '../engine/inspect.ts';
import {load} from '../engine/load.ts';
import {formatPlatform} from '../registry/platform.ts';
import {formatReference, InvalidReference, parseReference, withDefaultTag} from '../registry/reference.ts';
import type {Log} from '../report/log.ts';
import {createProgress} from '../report/progress.ts';
import {count} from '../report/units.ts';
import {instructionsOf} from './changes.ts';
import {InvalidInput} from './errors.ts';
import {checkPlatform, type Obtained} from './obtained.ts';
import type {Opened} from './opened.ts';
import type {ArchiveOrigin} from './origin.ts';

export interface ArchiveTools {
  readonly log: Log;
  /** A directory for files that do not outlive the step. */
  readonly temp: string;
  readonly signal: AbortSignal;
}

/** A fault of the archive is told before one of the engine. Throws ArchiveError, EngineError, InvalidInput, WrongPlatform. */
export async function obtainArchive(
  opening: Promise<Opened>,
  origin: ArchiveOrigin,
  tools: ArchiveTools,
): Promise<Obtained> {
  const {archive, form} = origin;
  if (archive.kind === 'url') return importFrom(await opening, origin, archive.url, tools);
  const [, kind] = await Promise.allSettled([opening, identifyArchive(archive.path, tools)]);
  if (kind.status === 'rejected') throw kind.reason;
  const opened = await opening;
  const {content, names, digests, compression} = kind.value;
  if (form === 'auto' && content === 'unknown') {
    throw new InvalidInput(
      'archive-type',
      `${archive.path} is compressed with ${compression}, so it cannot be looked into`,
      'say whether it is an image or a rootfs',
    );
  }
  const isImage = form === 'auto' ? content !== 'rootfs' : form === 'image';
  if (form === 'image' && content === 'rootfs') {
    throw new InvalidInput(
      'archive',
      `${archive.path} holds no image`,
      'leave archive-type out to import it as a root file system',
    );
  }
  if (!isImage) return importFrom(opened, origin, await openArchive(archive.path, tools), tools);
  if (origin.changes.length > 0 || origin.labels.size > 0 || origin.message !== undefined) {
    throw new InvalidInput(
      'archive',
      'it holds an image, which has its configuration: changes, labels and message are for root file systems',
      'leave them out',
    );
  }
  return loadFrom(opened, origin, {path: archive.path, content, names, digests}, tools);
}

interface ImageFile {
  readonly path: string;
  readonly content: string;
  readonly names: readonly string[];
  readonly digests: ReadonlyMap<string, string>;
}

async function loadFrom(
  {engine, ledger}: Opened,
  {image, platform, quiet}: ArchiveOrigin,
  {path, content, names, digests}: ImageFile,
  {log, temp, signal}: ArchiveTools,
): Promise<Obtained> {
  log.group(`Load ${path}`);
  for (const name of names) for (const form of formsOf(name, engine.facts.product)) await ledger.name(form);
  // An OCI layout alone is nothing to the graph driver, and only the containerd store chooses a platform of it itself.
  const {store, product} = engine.facts;
  const understands =
    store === 'containerd' || content === 'docker' || (product === 'podman' && platform === undefined);
  await using stack = new AsyncDisposableStack();
  let body: Readable;
  // Podman 4 loads no compressed archive.
  if (understands) body = await openArchive(path, {decompress: product === 'podman', signal});
  else body = toDockerArchive(stack.use(await openImage(path, {platform, scratch: temp, signal})), {signal});
  const choice = store === 'containerd' ? platform : undefined;
  const loaded: string[] = [];
  const progress = createProgress(log);
  for await (const event of load(engine, body, {quiet, platform: choice, signal})) {
    if (event.kind === 'status') progress.status(event);
    else loaded.push(event.kind === 'loaded' ? event.name : event.id);
    if (event.kind === 'loaded-id') ledger.image(event.id, false);
  }
  progress.finish();
  log.endGroup();
  const chosen = choose(loaded, image && formatReference(withDefaultTag(image)));
  // The containerd store keeps a short name of an OCI layout as it is, where no lookup finds it, but maybe another image.
  const digest = engine.facts.store === 'containerd' ? digestOf(chosen, digests) : undefined;
  const details = await inspect(engine, digest ?? chosen, {signal});
  ledger.image(details.id, false);
  log.info(`Loaded ${count(loaded.length, 'name')}: ${loaded.join(', ')}`);
  if (choice === undefined) checkPlatform(platform, details, 'The archive holds the image for another platform');
  return {image: details};
}

/** Names that the engine may give: Podman puts `localhost/` before one without a registry. */
function formsOf(name: string, product: EngineFacts['product']): readonly string[] {
  return product === 'podman' && !/^[^/]*[.:].*\//.test(name) ? [`localhost/${name}`, name] : [name];
}

/** One image of those that were loaded. Several names may be of one. */
function choose(loaded: readonly string[], wanted: string | undefined): string {
  const [first = ''] = loaded;
  if (wanted === undefined) {
    if (loaded.length === 1) return first;
    throw new InvalidInput(
      'archive',
      `it holds ${loaded.join(', ')}`,
      'say with the input image which of them is meant',
    );
  }
  const found = loaded.find((name) => fullName(name) === wanted);
  if (found === undefined)
    throw new InvalidInput('image', `the archive does not hold it, but ${loaded.join(', ')}`, 'name one of these');
  return found;
}

function digestOf(loaded: string, digests: ReadonlyMap<string, string>): string | undefined {
  return [...digests].find(([name]) => fullName(name) === fullName(loaded))?.[1];
}

/** With the tag that engines show where there is none. */
function fullName(name: string): string {
  try {
    return formatReference(withDefaultTag(parseReference(name)));
  } catch (error) {
    if (error instanceof InvalidReference) return name;
    throw error;
  }
}

async function importFrom(
  {engine, ledger}: Opened,
  origin: ArchiveOrigin,
  from: Readable | URL,
  {log, signal}: ArchiveTools,
): Promise<Obtained> {
  const {message, platform} = origin;
  const changes = instructionsOf(origin, engine.facts);
  if (origin.image !== undefined)
    throw new InvalidInput(
      'image',
      'the archive is imported as a root file system, which holds no images',
      'leave it out',
    );
  const what = from instanceof URL ? from.href : origin.archive.kind === 'file' ? origin.archive.path : '';
  log.info(`Importing ${what} as a root file system`);
  let id = '';
  const source = {kind: 'import', from, changes, message, platform: platform && formatPlatform(platform)} as const;
  for await (const event of create(engine, source, {signal})) if (event.kind === 'imported') id = event.id;
  ledger.image(id, true);
  return {image: await inspect(engine, id, {signal})};
}
