/**
 * The fingerprint of a build: one hash of everything that enters its image, so that an image with the same one can stand
 * for the build (docs/decisions/0016-skip-unchanged.md). It is published with the image, as an annotation of its
 * manifest; of secrets it holds the ids.
 */
import {createHash} from 'node:crypto';
import type {Annotation} from './annotations.ts';
import type {ControlInputs} from './control-inputs.ts';
import type {BuildOrigin} from './origin.ts';

/** Annotation of a manifest, which no image built on top of this one inherits, unlike a label. */
export const FINGERPRINT_KEY = 'io.github.stowage.inputs';

/** To be raised when the same inputs make another image than before, or are written down in another way. */
const VERSION = 1;

/** What was found out for it, beside the inputs themselves. */
export interface Findings {
  /** Text. */
  readonly dockerfile: string;
  /** Hash of the context, or the commit that it is. */
  readonly context: string;
  /** The same for further contexts, by name. */
  readonly contexts: ReadonlyMap<string, string>;
  /** Digests by name of the image. */
  readonly images: ReadonlyMap<string, string>;
  /** As `formatPlatform` writes them. */
  readonly platforms: readonly string[];
}

/** `v1:sha256:…`. */
export function fingerprintOf(
  origin: BuildOrigin,
  annotations: readonly Annotation[],
  {dockerfile, context, contexts, images, platforms}: Findings,
): string {
  const all = {
    ...chosen(origin, BUILD),
    annotations: annotations.filter(({key}) => !isVolatile(key)),
    found: [dockerfile, context, sorted(contexts), sorted(images), platforms.toSorted()],
  };
  return `v${VERSION}:sha256:${createHash('sha256').update(JSON.stringify(all)).digest('hex')}`;
}

/** Keys of labels and annotations that say of each run that it was another one. */
export function isVolatile(key: string): boolean {
  return VOLATILE.test(key);
}

const VOLATILE =
  /^org\.(?:opencontainers\.image\.(?:created|revision|version)|label-schema\.(?:build-date|vcs-ref|version))$/;

/** How an input enters; each has to be decided, as the types see to it. */
type Parts<T> = {readonly [K in keyof T]-?: typeof LEFT_OUT | ((value: T[K]) => unknown)};

/** It does not shape the image, rules a fingerprint out, or is among the findings. */
const LEFT_OUT = 'left out';
const asItIs = (value: unknown) => value;

const CONTROL: Parts<ControlInputs> = {
  engineApi: LEFT_OUT,
  platforms: LEFT_OUT,
  noCacheFilters: LEFT_OUT,
  contexts: LEFT_OUT,
  cacheFrom: LEFT_OUT,
  // What is inline is a part of the image.
  cacheTo: (caches) => caches.some(({type}) => type === 'inline'),
  attestations: sorted,
  allow: (names) => names.toSorted(),
  pushByDigest: LEFT_OUT,
};

const BUILD: Parts<BuildOrigin> = {
  kind: LEFT_OUT,
  call: LEFT_OUT,
  context: LEFT_OUT,
  dockerfile: LEFT_OUT,
  maxEntries: LEFT_OUT,
  control: (control) => chosen(control, CONTROL),
  secrets: (secrets) => [...secrets].flatMap(([id, {input}]) => (input === undefined ? [] : [id])).sort(),
  ssh: (forwards) => forwards.map(({id}) => id).sort(),
  buildArgs: sorted,
  labels: (labels) => sorted(labels).filter(([key]) => !isVolatile(key)),
  cacheFrom: LEFT_OUT,
  target: asItIs,
  platform: LEFT_OUT,
  noCache: LEFT_OUT,
  pull: LEFT_OUT,
  network: asItIs,
  addHosts: asItIs,
  shmSize: asItIs,
  ulimits: asItIs,
  cgroupParent: asItIs,
  memory: asItIs,
  memorySwap: asItIs,
  cpuShares: asItIs,
  cpusetCpus: asItIs,
  cpuPeriod: asItIs,
  cpuQuota: asItIs,
  squash: asItIs,
  builderVersion: asItIs,
  quiet: LEFT_OUT,
  keepContainers: LEFT_OUT,
  imageAttributes: (attributes) =>
    sorted(attributes).filter(([key]) => !isVolatile(key.replace(/^annotation[^.]*\./, ''))),
  contextTransfer: LEFT_OUT,
  layers: LEFT_OUT,
};

function chosen<T extends object>(values: T, parts: Parts<T>): Readonly<Record<string, unknown>> {
  const names = Object.keys(parts).sort() as (keyof T & string)[];
  return Object.fromEntries(
    names.flatMap((name) => {
      const part = parts[name];
      return typeof part === 'function' ? [[name, part(values[name])]] : [];
    }),
  );
}

function sorted(map: ReadonlyMap<string, string>): ReadonlyArray<readonly [string, string]> {
  return [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
