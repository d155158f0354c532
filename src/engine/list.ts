/** `GET /images/json` (Engine API v1.51 "ImageList"): the images of an engine, in short. */
import {setTimeout} from 'node:timers/promises';
import {type Descriptor, readDescriptor} from './descriptor.ts';
import {EngineError} from './errors.ts';
import type {Engine} from './facts.ts';
import {encodeFilters, type Filters, type LIST_FILTERS} from './filters.ts';
import {type ImageManifest, readManifests} from './inspect.ts';
import {amountOf, asObject, imageIdOf, itemsOf, mapOf, namesOf, own, textsOf} from './json.ts';
import {admit} from './parameters.ts';

export interface ImageSummary {
  readonly id: string;
  /** The image it was built on; undefined where the engine does not say. */
  readonly parent: string | undefined;
  /** Names with a tag; empty for a dangling image. */
  readonly names: readonly string[];
  /** `repository@digest`. */
  readonly digests: readonly string[];
  /** Seconds since 1970. */
  readonly created: number;
  /** Bytes. */
  readonly size: number;
  /** Bytes shared with other images; undefined unless asked for. */
  readonly sharedSize: number | undefined;
  /** Containers that use it; undefined where the engine does not count them. */
  readonly containers: number | undefined;
  readonly labels: ReadonlyMap<string, string>;
  /** Containerd store, since API 1.48. */
  readonly descriptor: Descriptor | undefined;
  readonly manifests: readonly ImageManifest[];
}

export interface ListOptions {
  /** Intermediate images of the classic builder, too; default false. Podman shows some of its own in any case. */
  readonly all?: boolean;
  readonly filters?: Filters<(typeof LIST_FILTERS)[number]>;
  /** Compute `sharedSize`, with the containerd store among those that are listed; default false. Since API 1.42. */
  readonly sharedSize?: boolean;
  /** Documented as showing `digests`, which engines tell anyway. */
  readonly digests?: boolean;
  /** Tell the manifests of each index; default false. Since API 1.47, containerd store. */
  readonly manifests?: boolean;
  readonly signal: AbortSignal;
}

const ENDPOINT = 'GET /images/json';
/** Shared sizes are computed by walking all layers. */
const LIMIT_MS = 5 * 60_000;

/** Throws EngineError, 400 for a filter that the engine does not know. */
export async function list(engine: Engine, options: ListOptions): Promise<readonly ImageSummary[]> {
  const {filters, signal} = options;
  const flag = (value: boolean | undefined) => (value ? '1' : undefined);
  const query = {
    all: flag(options.all),
    filters: encodeFilters(filters),
    'shared-size': flag(options.sharedSize),
    // Podman answers nothing at all when it is sent, and tells the digests anyway.
    digests: engine.facts.product === 'podman' ? undefined : flag(options.digests),
    manifests: flag(options.manifests),
  };
  admit(engine, ENDPOINT, {...query, 'filter until': filters?.until});
  const once = () =>
    engine.transport.json({method: 'GET', path: '/images/json', endpoint: ENDPOINT, query, limitMs: LIMIT_MS, signal});
  const {json} = engine.facts.product === 'podman' ? await insisting(once, signal) : await once();
  // An answer without any content is no list of no images.
  if (json === undefined) throw new EngineError('the answer is empty', {status: 200, endpoint: ENDPOINT});
  return itemsOf(json).map((item) => {
    const image = asObject(item);
    return {
      id: imageIdOf(own(image, 'Id')) ?? '',
      parent: imageIdOf(own(image, 'ParentId')),
      names: namesOf(own(image, 'RepoTags')),
      digests: textsOf(own(image, 'RepoDigests')).filter((name) => !name.includes('<none>')),
      created: amountOf(own(image, 'Created')) ?? 0,
      size: amountOf(own(image, 'Size')) ?? 0,
      sharedSize: options.sharedSize ? amountOf(own(image, 'SharedSize')) : undefined,
      containers: amountOf(own(image, 'Containers')),
      labels: mapOf(own(image, 'Labels')),
      descriptor: readDescriptor(own(image, 'Descriptor')),
      manifests: readManifests(own(image, 'Manifests')),
    };
  });
}

/** Podman 4 gives up on the whole list when somebody deletes an image while it looks at them one by one. */
async function insisting<T>(once: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await once();
    } catch (error) {
      if (!(error instanceof EngineError) || error.status !== 500 || tries === MOST_TRIES) throw error;
      await setTimeout(PAUSE_MS, undefined, {signal});
    }
  }
}

const MOST_TRIES = 20;
const PAUSE_MS = 250;
