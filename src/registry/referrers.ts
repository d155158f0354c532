/**
 * Manifests that refer to another one, such as signatures. OCI distribution-spec, "Listing Referrers", and for registries
 * without that route the index under a tag made of the digest ("Referrers Tag Schema").
 */
import type {CallOptions, RegistryCall, RegistryClient} from './client.ts';
import {type Descriptor, own, readDescriptor} from './descriptor.ts';
import {type Digest, digestOf} from './digest.ts';
import {RegistryError} from './errors.ts';
import type {HttpAnswer} from './exchange.ts';
import {type Manifest, putManifest, readManifest} from './manifest.ts';
import {familiarRepository, type Reference} from './reference.ts';
import {jsonOf, nextPage} from './tags.ts';

const PAGE_LIMIT = 4 * 1024 * 1024;
const MOST_PAGES = 100;
const INDEX = 'application/vnd.oci.image.index.v1+json';

export interface ReferrersOptions extends CallOptions {
  /** Only those of this type. */
  readonly artifactType?: string;
}

/** Throws `RegistryError`. */
export async function listReferrers(
  client: RegistryClient,
  repository: Reference,
  digest: Digest,
  {artifactType, signal}: ReferrersOptions = {},
): Promise<readonly Descriptor[]> {
  const all =
    (await byRoute(client, repository, digest, {signal})) ?? (await byTag(client, repository, digest, {signal}));
  return all.filter((item) => artifactType === undefined || item.artifactType === artifactType);
}

/** Undefined when the registry has no such route. */
async function byRoute(
  client: RegistryClient,
  repository: Reference,
  digest: Digest,
  options: CallOptions,
): Promise<readonly Descriptor[] | undefined> {
  const what = `list referrers of ${familiarRepository(repository)}@${digest}`;
  const found: Descriptor[] = [];
  let path: readonly string[] | URL | undefined = ['referrers', digest];
  for (let pages = 0; path !== undefined && pages < MOST_PAGES; pages += 1) {
    const call: RegistryCall = {method: 'GET', path, headers: {accept: INDEX}, what, actions: 'pull', expect: [404]};
    const page: Page | undefined = await client.request(repository, call, options, readPage);
    if (page === undefined) return pages === 0 ? undefined : found;
    found.push(...page.items);
    path = page.next;
  }
  return found;
}

interface Page {
  readonly items: readonly Descriptor[];
  readonly next: URL | undefined;
}

async function readPage(answer: HttpAnswer): Promise<Page | undefined> {
  if (answer.status === 404) {
    await answer.discard();
    return undefined;
  }
  const bytes = await answer.read(PAGE_LIMIT);
  // Some registries answer any path with a page of theirs.
  if (!/json/.test(answer.header('content-type')[0] ?? '')) return undefined;
  return {items: itemsOf(jsonOf(bytes, answer)), next: nextPage(answer)};
}

const tagFor = (digest: Digest) => digest.replace(':', '-');

async function byTag(
  client: RegistryClient,
  repository: Reference,
  digest: Digest,
  options: CallOptions,
): Promise<readonly Descriptor[]> {
  const {registry, path} = repository;
  try {
    const {bytes} = await readManifest(client, {registry, path, tag: tagFor(digest)}, options);
    return itemsOf(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch (error) {
    if (error instanceof RegistryError && error.status === 404) return [];
    throw error;
  }
}

function itemsOf(index: unknown): readonly Descriptor[] {
  const list = own(index, 'manifests');
  return (Array.isArray(list) ? list : []).map(readDescriptor).filter((item) => item !== undefined);
}

/** Somebody else may write the tag between our reading and writing it; then ours is put in again. */
const MOST_WRITES = 3;

/**
 * Writes a manifest that has a `subject`, and notes it in the index of the fallback tag where the registry does not list
 * referrers by itself. Throws `RegistryError`.
 */
export async function putReferrer(
  client: RegistryClient,
  repository: Reference,
  manifest: Manifest,
  subject: Digest,
  options: CallOptions = {},
): Promise<void> {
  const {registry, path} = repository;
  const {isSubjectKnown} = await putManifest(client, {registry, path, digest: manifest.digest}, manifest, options);
  if (isSubjectKnown) return;
  const artifactType = artifactTypeOf(manifest);
  const own: Descriptor = {
    mediaType: manifest.mediaType,
    digest: manifest.digest,
    size: manifest.bytes.length,
    ...(artifactType !== undefined && {artifactType}),
  };
  for (let writes = 0; writes < MOST_WRITES; writes += 1) {
    const items = await byTag(client, repository, subject, options);
    if (items.some(({digest}) => digest === own.digest)) return;
    const bytes = Buffer.from(JSON.stringify({schemaVersion: 2, mediaType: INDEX, manifests: [...items, own]}));
    const index = {digest: digestOf(bytes), mediaType: INDEX, bytes};
    await putManifest(client, {registry, path, tag: tagFor(subject)}, index, options);
  }
  if ((await byTag(client, repository, subject, options)).some(({digest}) => digest === own.digest)) return;
  throw new RegistryError(`others keep writing the referrers of ${subject}`, {
    status: 0,
    host: registry,
    repository: path,
    hint: 'run the step again when the other jobs are done',
  });
}

function artifactTypeOf({bytes}: Manifest): string | undefined {
  const json: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
  const [artifactType, configType] = [own(json, 'artifactType'), own(own(json, 'config'), 'mediaType')];
  return [artifactType, configType].find((type) => typeof type === 'string' && type !== '') as string | undefined;
}
