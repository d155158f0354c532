/**
 * Keeps a build for several platforms in the engine. The containerd store knows indexes, and gets the very one that a push
 * would write; elsewhere each image has a name of its own, `app:1-linux-arm64`.
 */
import {Readable} from 'node:stream';
import {encodeHeader} from '../archive/encode.ts';
import {deleteImage} from '../engine/delete.ts';
import {EngineError} from '../engine/errors.ts';
import type {Engine} from '../engine/facts.ts';
import type {ImageDetails} from '../engine/inspect.ts';
import {load} from '../engine/load.ts';
import {tag} from '../engine/tag.ts';
import {isDigest} from '../registry/digest.ts';
import {assembleIndex} from '../registry/image-index.ts';
import type {Manifest} from '../registry/manifest.ts';
import {formatPlatform, type Platform} from '../registry/platform.ts';
import {familiarRepository, formatFamiliar, formatReference, type TaggedReference} from '../registry/reference.ts';
import type {Log} from '../report/log.ts';
import type {Ledger} from './ledger.ts';
import {platformOf} from './results.ts';

export interface BuiltPlatform {
  readonly engine: Engine;
  readonly ledger: Ledger;
  readonly platform: Platform;
  readonly image: ImageDetails;
}

export interface KeepTools {
  readonly log: Log;
  readonly signal: AbortSignal;
}

export interface Kept {
  /** Names given in the engine. */
  readonly names: readonly string[];
  /** The index, where the engine holds one. */
  readonly index: Manifest | undefined;
}

/** Throws EngineError. */
export async function keepPlatforms(
  built: readonly BuiltPlatform[],
  tags: readonly TaggedReference[],
  {log, signal}: KeepTools,
): Promise<Kept> {
  const names: string[] = [];
  for (const {engine, ledger, platform, image} of built) {
    for (const reference of tags) {
      const own = ownName(reference, platform);
      await ledger.name(formatFamiliar(own), image.id);
      await tag(engine, image.id, {repository: familiarRepository(own), tag: own.tag}, signal);
      names.push(formatFamiliar(own));
    }
  }
  const [first] = built;
  const isOne = first !== undefined && built.every(({engine}) => engine === first.engine);
  const index = isOne && tags.length > 0 ? indexOf(built) : undefined;
  if (!isOne || index === undefined) {
    for (const name of names) log.info(`Tagged ${name}`);
    if (names.length > 0)
      log.notice(
        'this image store keeps no index, so each platform has a name of its own in the engine, which ends with it',
      );
    return {names, index: undefined};
  }
  await loadIndex(first, index, tags, signal);
  // The index holds them now.
  for (const name of names) await forget(first.engine, name, signal);
  const all = tags.map(formatFamiliar);
  for (const name of all)
    log.info(`Tagged ${name}, for ${built.map(({platform}) => formatPlatform(platform)).join(', ')}`);
  return {names: all, index};
}

function ownName(reference: TaggedReference, platform: Platform): TaggedReference {
  const suffix = formatPlatform(platform).replaceAll('/', '-');
  return {...reference, tag: `${reference.tag.slice(0, 127 - suffix.length)}-${suffix}`};
}

/** Undefined where the engine does not say what manifests it has. */
function indexOf(built: readonly BuiltPlatform[]): Manifest | undefined {
  const children = built.map(({image}) => {
    const {mediaType = '', digest = '', size = 0} = image.descriptor ?? {};
    return isDigest(digest) ? {mediaType, digest, size, platform: platformOf(image)} : undefined;
  });
  if (children.includes(undefined)) return undefined;
  return assembleIndex(children.filter((child) => child !== undefined));
}

/** An archive of nothing but the index: what it names is there already. */
async function loadIndex(
  {engine, ledger}: BuiltPlatform,
  index: Manifest,
  tags: readonly TaggedReference[],
  signal: AbortSignal,
): Promise<void> {
  const {mediaType, digest, bytes} = index;
  const manifests = tags.map((reference) => ({
    mediaType,
    digest,
    size: bytes.length,
    annotations: {
      'io.containerd.image.name': formatReference(reference),
      'org.opencontainers.image.ref.name': reference.tag,
    },
  }));
  const archive = [
    ...member('oci-layout', '{"imageLayoutVersion":"1.0.0"}'),
    ...member('index.json', JSON.stringify({schemaVersion: 2, manifests})),
    ...member(`blobs/${digest.replace(':', '/')}`, bytes),
    Buffer.alloc(1024),
  ];
  for (const reference of tags) await ledger.name(formatFamiliar(reference), digest);
  for await (const _ of load(engine, Readable.from(archive, {objectMode: false}), {signal}));
}

function member(name: string, content: string | Uint8Array): readonly Buffer[] {
  const bytes = Buffer.from(content);
  return [encodeHeader({name, size: bytes.length}), bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
}

async function forget(engine: Engine, name: string, signal: AbortSignal): Promise<void> {
  try {
    await deleteImage(engine, name, {noPrune: true, signal});
  } catch (error) {
    if (!(error instanceof EngineError) || error.status !== 404) throw error;
  }
}
