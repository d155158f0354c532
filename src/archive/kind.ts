/**
 * What a local file is: told from its content, never from its name, with as little reading as that takes. A plain tar is
 * walked from header to header, so that one that was cut is found out before an engine gets it.
 */
import {type Compression, compressionOf, decompressed, isReadable, TELLING} from './compression.ts';
import {ArchiveError, shown} from './errors.ts';
import {nameText, type TarEntry} from './header.ts';
import {digestsOfIndex, namesOfIndex, namesOfManifest, parseJson} from './image-names.ts';
import {layoutMembers} from './layout.ts';
import {isDirectory, LocalFile, scanFile} from './local-file.ts';
import {normalName} from './names.ts';
import {TarScanner} from './scan.ts';

export interface ArchiveKind {
  readonly form: 'file' | 'directory';
  readonly compression: Compression;
  /**
   * `docker`: an image as `docker save` writes it, maybe with an OCI layout beside. `oci`: an OCI layout alone, which
   * engines with a graph driver cannot load. `rootfs`: any other tar. `unknown`: bzip2 and xz are not read here.
   */
  readonly content: 'docker' | 'oci' | 'rootfs' | 'unknown';
  /** Names of the images, as in the archive: `app:1`, `docker.io/library/app:1`. Empty when it has none. */
  readonly names: readonly string[];
  /** Of an OCI layout alone: digests of its manifests by name, which may be no more than a tag. */
  readonly digests: ReadonlyMap<string, string>;
}

const NO_DIGESTS: ReadonlyMap<string, string> = new Map();

/** Throws ArchiveError when there is nothing, or neither a tar nor a layout; BrokenTar when it is cut. */
export async function identifyArchive(path: string, {signal}: {readonly signal: AbortSignal}): Promise<ArchiveKind> {
  if (await isDirectory(path)) {
    await layoutMembers(path);
    await using index = await LocalFile.open(`${path}/index.json`);
    const json = parseJson(await index.read(0, LARGEST_JSON));
    const [names, digests] = [namesOfIndex(json), digestsOfIndex(json)];
    return {form: 'directory', compression: 'none', content: 'oci', names, digests};
  }
  await using file = await LocalFile.open(path);
  if (file.size === 0) throw new ArchiveError(`${shown(path)} is empty`);
  const compression = compressionOf(await file.read(0, TELLING));
  if (!isReadable(compression)) return {form: 'file', compression, content: 'unknown', names: [], digests: NO_DIGESTS};
  const detective = new Detective();
  const scanner = new TarScanner(shown(path), detective);
  if (compression === 'none') await scanFile(file, scanner, signal);
  else await scanStream(decompressed(file.stream(signal), shown(path)), scanner, () => detective.certain);
  return {form: 'file', compression, ...detective.finding()};
}

/** Bytes of the JSON files that are read. */
const LARGEST_JSON = 8 * 1024 * 1024;

async function scanStream(chunks: AsyncIterable<Buffer>, scanner: TarScanner, enough: () => boolean): Promise<void> {
  for await (const chunk of chunks) {
    scanner.push(chunk);
    if (enough()) return;
  }
  scanner.finish();
}

/** Collects the signs of an image among the entries of a tar. */
class Detective {
  readonly #texts = new Map<string, Buffer[]>();
  #current: Buffer[] | undefined;
  #ids = false;
  #repositories = false;
  #foreign = 0;

  /** So many entries of other names are no image: no tool puts more than a few beside one. */
  static readonly #ENOUGH = 100;

  entry({name, type, size}: TarEntry): boolean {
    const path = normalName(nameText(name));
    this.#current = undefined;
    if (JSON_FILES.has(path) && type === 'file' && size <= LARGEST_JSON) {
      this.#current = [];
      this.#texts.set(path, this.#current);
      return true;
    }
    if (path === 'repositories') this.#repositories = true;
    else if (/^[0-9a-f]{64}(\/|$)/.test(path)) this.#ids = true;
    else if (path !== '' && !/^(blobs(\/|$)|oci-layout$)/.test(path)) this.#foreign++;
    return false;
  }

  content(piece: Buffer): void {
    this.#current?.push(piece);
  }

  /** Whether more of the archive cannot change the finding. */
  get certain(): boolean {
    return this.#images() !== undefined || this.#foreign > Detective.#ENOUGH;
  }

  finding(): Pick<ArchiveKind, 'content' | 'names' | 'digests'> {
    const images = this.#images();
    if (images !== undefined) return {content: 'docker', names: images, digests: NO_DIGESTS};
    // Before Docker 1.10 there was no manifest.json.
    if (this.#repositories && this.#ids) return {content: 'docker', names: [], digests: NO_DIGESTS};
    const index = this.#json('index.json');
    if (this.#foreign <= Detective.#ENOUGH && Array.isArray((index as {manifests?: unknown} | undefined)?.manifests))
      return {content: 'oci', names: namesOfIndex(index), digests: digestsOfIndex(index)};
    return {content: 'rootfs', names: [], digests: NO_DIGESTS};
  }

  /** The names in manifest.json; undefined when it does not describe images. */
  #images(): readonly string[] | undefined {
    return this.#foreign > Detective.#ENOUGH ? undefined : namesOfManifest(this.#json('manifest.json'));
  }

  #json(name: string): unknown {
    const pieces = this.#texts.get(name);
    return pieces === undefined ? undefined : parseJson(Buffer.concat(pieces));
  }
}

const JSON_FILES: ReadonlySet<string> = new Set(['manifest.json', 'index.json']);
