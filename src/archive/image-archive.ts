/**
 * One image in an archive: which config and which layers it has and where they stand. Reads what engines, buildx and
 * skopeo write: the OCI image layout, and the manifest.json of `docker save` (image-spec "OCI Image Layout
 * Specification"; https://github.com/moby/moby/blob/v28.5.2/image/spec/spec.md).
 */
import {mkdtemp, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {compressionOf, decompressed, TELLING} from './compression.ts';
import {ArchiveError, PlatformNotFound, shown} from './errors.ts';
import {namesOfDescriptor, own, ownList, ownText, ownTexts, parseJson} from './image-names.ts';
import {isDirectory, LocalFile} from './local-file.ts';
import {directoryMembers, type Members, small, tarMembers, verified} from './members.ts';
import {type ImagePlatform, isSamePlatform, platformText} from './platform.ts';
import {saveStream} from './save.ts';

export interface OpenImageOptions {
  /** Which image, where the archive holds the image for several platforms; checked also where it holds one. */
  readonly platform?: ImagePlatform | undefined;
  /** A directory for the content of a compressed archive, which cannot be read at random. Nothing stays in it. */
  readonly scratch: string;
  readonly signal: AbortSignal;
}

export interface ArchivedImage extends AsyncDisposable {
  /** The archive, for messages. */
  readonly subject: string;
  /** As in the archive: `app:1`, `docker.io/library/app:1`. */
  readonly names: readonly string[];
  readonly platform: ImagePlatform;
  /** The image's config as JSON, verified. */
  readonly config: Buffer;
  /** Lowest first. */
  readonly layers: readonly Layer[];
}

export interface Layer {
  /** `layer 2 of app.tar`, for messages. */
  readonly subject: string;
  /** Digest of the layer's tar as the config states it. */
  readonly diffId: string;
  /** The bytes as in the archive, verified where the archive names their digest. */
  read(signal: AbortSignal): AsyncGenerator<Buffer, void, undefined>;
  /** The layer's tar, verified against `diffId`. */
  tar(signal: AbortSignal): AsyncGenerator<Buffer, void, undefined>;
}

/**
 * Finds the image. To be closed after use. Throws PlatformNotFound when there is none for the platform, or several and
 * no platform is asked for; ArchiveError for anything that is no image.
 */
export async function openImage(path: string, options: OpenImageOptions): Promise<ArchivedImage> {
  const members = await openMembers(path, options);
  try {
    const chosen = choose(members, await candidates(members, options.signal), options.platform);
    const subject = (i: number) => `layer ${i + 1} of ${members.subject}`;
    if (chosen.diffIds.length !== chosen.layers.length) {
      throw new ArchiveError(
        `${members.subject} is damaged: its config states ${chosen.diffIds.length} layers, its manifest ${chosen.layers.length}`,
      );
    }
    for (const {member} of chosen.layers) {
      if (!members.has(member)) throw new ArchiveError(`${members.subject} lacks the layer ${shown(member)}`);
    }
    return {
      subject: members.subject,
      names: chosen.names,
      platform: chosen.platform,
      config: chosen.config,
      layers: chosen.layers.map(({member, digest}, i) => {
        const read = (signal: AbortSignal) => readBlob(members, member, digest, signal);
        const diffId = chosen.diffIds[i] ?? '';
        const tar = (signal: AbortSignal) => verified(decompressed(read(signal), subject(i)), diffId, subject(i));
        return {subject: subject(i), diffId, read, tar};
      }),
      [Symbol.asyncDispose]: () => members[Symbol.asyncDispose](),
    };
  } catch (error) {
    await members[Symbol.asyncDispose]();
    throw error;
  }
}

async function openMembers(path: string, {scratch, signal}: OpenImageOptions): Promise<Members> {
  if (await isDirectory(path)) return directoryMembers(path);
  const file = await LocalFile.open(path);
  try {
    if (compressionOf(await file.read(0, TELLING)) === 'none') return await tarMembers(file, shown(path), signal);
    return await unpacked(file, shown(path), scratch, signal);
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Members of a compressed tar by way of a plain copy, which goes with them. */
async function unpacked(file: LocalFile, subject: string, scratch: string, signal: AbortSignal): Promise<Members> {
  const directory = await mkdtemp(join(scratch, 'archive-'));
  const remove = () => rm(directory, {recursive: true, force: true});
  try {
    const copy = join(directory, 'image.tar');
    await saveStream(decompressed(file.stream(signal), subject), copy, {mode: 0o600, signal});
    const plain = await LocalFile.open(copy);
    try {
      const members = await tarMembers(plain, subject, signal);
      await file.close();
      return {
        ...members,
        async [Symbol.asyncDispose]() {
          await plain.close();
          await remove();
        },
      };
    } catch (error) {
      await plain.close();
      throw error;
    }
  } catch (error) {
    await remove();
    throw error;
  }
}

interface Blob {
  readonly member: string;
  /** Undefined where the archive does not say. */
  readonly digest: string | undefined;
}

interface Candidate {
  readonly names: readonly string[];
  readonly platform: ImagePlatform;
  readonly config: Buffer;
  readonly diffIds: readonly string[];
  readonly layers: readonly Blob[];
}

function choose(members: Members, found: readonly Candidate[], platform: ImagePlatform | undefined): Candidate {
  const {subject} = members;
  const available = [...new Set(found.map((candidate) => platformText(candidate.platform)))].sort();
  if (found.length === 0) throw new ArchiveError(`${subject} holds no image`);
  const fitting = platform === undefined ? found : found.filter((one) => isSamePlatform(one.platform, platform));
  const [first, second] = fitting;
  if (first !== undefined && second === undefined) return first;
  if (platform !== undefined && first === undefined) {
    const message = `${subject} holds no image for ${platformText(platform)}, but for ${available.join(', ')}`;
    throw new PlatformNotFound(message, available, 'Choose one of these');
  }
  if (available.length > 1 && platform === undefined) {
    const message = `${subject} holds images for several platforms: ${available.join(', ')}`;
    throw new PlatformNotFound(message, available, 'Choose one of these');
  }
  const names = fitting.flatMap((one) => one.names).join(', ');
  throw new ArchiveError(`${subject} holds several images${names === '' ? '' : `: ${shown(names)}`}`, {
    hint: 'Save each image by itself',
  });
}

/** The OCI index first: only it tells platforms apart. */
async function candidates(members: Members, signal: AbortSignal): Promise<readonly Candidate[]> {
  if (members.has('index.json')) {
    const index = parseJson(await small(members.read('index.json', signal), members.subject));
    const manifests = new Map<string, readonly string[]>();
    await collectManifests(members, index, undefined, manifests, signal);
    const found: Candidate[] = [];
    for (const [digest, names] of manifests) {
      const one = await ociCandidate(members, digest, names, signal);
      if (one !== undefined) found.push(one);
    }
    if (found.length > 0) return found;
  }
  if (!members.has('manifest.json')) throw new ArchiveError(`${members.subject} holds no image`);
  const manifest = parseJson(await small(members.read('manifest.json', signal), members.subject));
  const images = Array.isArray(manifest) ? manifest : [];
  return Promise.all(images.map((image) => dockerCandidate(members, image, signal)));
}

const DEEPEST_INDEX = 4;

/** Names of each image manifest below an index, by digest. What the archive leaves out, and attestations, do not count. */
async function collectManifests(
  members: Members,
  index: unknown,
  inherited: readonly string[] | undefined,
  found: Map<string, readonly string[]>,
  signal: AbortSignal,
  depth = 0,
): Promise<void> {
  if (depth > DEEPEST_INDEX) throw new ArchiveError(`${members.subject} has an index in an index without end`);
  for (const descriptor of ownList(index, 'manifests')) {
    const digest = ownText(descriptor, 'digest');
    const member = blobMember(digest);
    if (member === undefined || !members.has(member) || isAttestation(descriptor)) continue;
    const names = inherited ?? namesOfDescriptor(descriptor);
    const json = parseJson(await small(readBlob(members, member, digest, signal), members.subject));
    if (Array.isArray(own(json, 'manifests'))) {
      await collectManifests(members, json, names, found, signal, depth + 1);
    } else if (own(json, 'config') !== undefined) {
      found.set(digest, [...new Set([...(found.get(digest) ?? []), ...names])]);
    }
  }
}

function isAttestation(descriptor: unknown): boolean {
  const platform = own(descriptor, 'platform');
  return (
    ownText(own(descriptor, 'annotations'), 'vnd.docker.reference.type') !== '' || ownText(platform, 'os') === 'unknown'
  );
}

/** Undefined when the manifest is all that the archive has of the image. */
async function ociCandidate(
  members: Members,
  digest: string,
  names: readonly string[],
  signal: AbortSignal,
): Promise<Candidate | undefined> {
  const manifest = parseJson(await small(readBlob(members, blobMember(digest) ?? '', digest, signal), members.subject));
  const blob = (descriptor: unknown): Blob => {
    const found = ownText(descriptor, 'digest');
    const member = blobMember(found);
    if (member === undefined) throw new ArchiveError(`${members.subject} has a broken manifest: ${shown(digest)}`);
    return {member, digest: found};
  };
  const config = blob(own(manifest, 'config'));
  if (!members.has(config.member)) return undefined;
  return candidate(members, names, config, ownList(manifest, 'layers').map(blob), signal);
}

async function dockerCandidate(members: Members, image: unknown, signal: AbortSignal): Promise<Candidate> {
  const blob = (member: string): Blob => {
    const [, algorithm, hex] = /^blobs\/([a-z0-9]+)\/([0-9a-f]+)$/.exec(member) ?? [];
    return {member, digest: algorithm === undefined ? undefined : `${algorithm}:${hex}`};
  };
  const config = ownText(image, 'Config');
  return candidate(members, ownTexts(image, 'RepoTags'), blob(config), ownTexts(image, 'Layers').map(blob), signal);
}

async function candidate(
  members: Members,
  names: readonly string[],
  config: Blob,
  layers: readonly Blob[],
  signal: AbortSignal,
): Promise<Candidate> {
  const bytes = await small(readBlob(members, config.member, config.digest, signal), members.subject);
  const json = parseJson(bytes);
  const variant = ownText(json, 'variant');
  return {
    names,
    platform: {
      os: ownText(json, 'os') || 'linux',
      architecture: ownText(json, 'architecture') || 'unknown',
      ...(variant !== '' && {variant}),
    },
    config: bytes,
    diffIds: ownTexts(own(json, 'rootfs'), 'diff_ids'),
    layers,
  };
}

function readBlob(members: Members, member: string, digest: string | undefined, signal: AbortSignal) {
  const chunks = members.read(member, signal);
  return digest === undefined ? chunks : verified(chunks, digest, `${shown(member)} of ${members.subject}`);
}

/** Where a layout keeps a blob; undefined for what is no digest. */
function blobMember(digest: string): string | undefined {
  return /^[a-z0-9]+:[0-9a-f]{32,128}$/.test(digest) ? `blobs/${digest.replace(':', '/')}` : undefined;
}
