/**
 * Directories that a build reads blobs from, or writes them into, through the session: caches of type local and contexts
 * that are OCI layouts, each under a name that says nothing of this machine.
 */
import {BlobDirectory, InvalidLayout} from '../buildkit/blob-directory.ts';
import {contentMethods} from '../buildkit/content.ts';
import type {Typed} from '../buildkit/control.ts';
import type {Methods} from '../buildkit/grpc.ts';
import {mapOf, textOf} from '../engine/json.ts';
import type {Log} from '../report/log.ts';
import type {Cache, ControlInputs, NamedContext} from './control-inputs.ts';
import {InvalidInput} from './errors.ts';

export interface LocalStores {
  readonly methods: Methods;
  readonly cacheFrom: readonly Typed[];
  readonly cacheTo: readonly Typed[];
  /** Values of `context:<name>`. */
  readonly contexts: ReadonlyMap<string, string>;
  /** Names what was written in the indexes of the caches. */
  finish(response: ReadonlyMap<string, string>): Promise<void>;
}

/** Throws InvalidInput for a layout without the image that it is named for. */
export async function openStores(
  {cacheFrom, cacheTo, contexts}: Pick<ControlInputs, 'cacheFrom' | 'cacheTo' | 'contexts'>,
  log: Log,
): Promise<LocalStores> {
  const stores = new Map<string, BlobDirectory>();
  const written: {readonly store: BlobDirectory; readonly tag: string}[] = [];
  const readable = await Promise.all(cacheFrom.map((cache, at) => openSource(cache, `from-${at}`, stores, log)));
  const writable = cacheTo.map((cache, at) => {
    if (cache.type !== 'local') return cache;
    const store = new BlobDirectory(cache.attributes.get('dest') ?? '');
    stores.set(`local:to-${at}`, store);
    written.push({store, tag: cache.attributes.get('tag') ?? LATEST});
    return {...cache, attributes: new Map([...cache.attributes, ['dest', `to-${at}`]])};
  });
  const named = await Promise.all(contexts.map((context, at) => openContext(context, `layout${at}`, stores)));
  return {
    methods: stores.size === 0 ? new Map() : contentMethods(stores),
    cacheFrom: readable.filter((cache) => cache !== undefined),
    cacheTo: writable,
    contexts: new Map(named.filter((entry) => entry !== undefined)),
    finish: async (response) => {
      const manifest = response.get('cache.manifest');
      if (manifest === undefined) return;
      const fields = JSON.parse(manifest) as object;
      const text = mapOf(fields);
      const size = Number((fields as {readonly size?: unknown}).size);
      const descriptor = {mediaType: textOf(text.get('mediaType')), digest: textOf(text.get('digest')), size};
      for (const {store, tag} of written) await store.tag(descriptor, tag);
    },
  };
}

const LATEST = 'latest';

/** A cache that is not there yet is no fault: the first run of a job has none. */
async function openSource(
  cache: Cache,
  name: string,
  stores: Map<string, BlobDirectory>,
  log: Log,
): Promise<Typed | undefined> {
  if (cache.type !== 'local') return cache;
  const {attributes} = cache;
  const path = attributes.get('src') ?? '';
  const store = new BlobDirectory(path);
  const wanted = attributes.get('digest') ?? attributes.get('tag') ?? LATEST;
  try {
    const digest = attributes.get('digest') ?? (await store.find(wanted))?.digest;
    if (digest !== undefined && (await store.size(digest)) !== undefined) {
      stores.set(`local:${name}`, store);
      return {...cache, attributes: new Map([...attributes, ['src', name], ['digest', digest]])};
    }
    log.info(`No cache in ${path} (${wanted}) yet`);
  } catch (error) {
    if (!(error instanceof InvalidLayout)) throw error;
    log.warning(`input cache-from: ${path} is not used: ${error.message}`);
  }
  return undefined;
}

async function openContext(
  {name, source}: NamedContext,
  store: string,
  stores: Map<string, BlobDirectory>,
): Promise<readonly [string, string] | undefined> {
  if (source.kind === 'remote') return [name, source.url];
  if (source.kind !== 'layout') return undefined;
  const directory = new BlobDirectory(source.path);
  const found = await find(name, directory, source.image);
  stores.set(`oci:${store}`, directory);
  return [name, `oci-layout://${store}@${found}`];
}

async function find(name: string, directory: BlobDirectory, image: string | undefined): Promise<string> {
  let digest: string | undefined;
  try {
    digest = (await directory.find(image))?.digest;
  } catch (error) {
    if (error instanceof InvalidLayout) throw new InvalidInput('build-contexts', `${name}: ${error.message}`);
    throw error;
  }
  if (digest !== undefined) return digest;
  const what = image === undefined ? 'several images, or none' : `no image ${image}`;
  throw new InvalidInput(
    'build-contexts',
    `${name}: the OCI layout ${directory.path} has ${what}`,
    'name one of its index.json, as oci-layout://path:tag or oci-layout://path@digest',
  );
}
