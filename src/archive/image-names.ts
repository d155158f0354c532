/** The JSON in archives of images, read with distrust: names, and nothing that cannot be a name. */
import {shown} from './errors.ts';

/** What the bytes say; undefined when they are no JSON. */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** A property of the object itself; undefined when it is none. */
export function own(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

export function ownText(value: unknown, key: string): string {
  const found = own(value, key);
  return typeof found === 'string' ? found : '';
}

export function ownList(value: unknown, key: string): readonly unknown[] {
  const found = own(value, key);
  return Array.isArray(found) ? found : [];
}

export function ownTexts(value: unknown, key: string): readonly string[] {
  return ownList(value, key).filter((item) => typeof item === 'string');
}

/** `RepoTags` of a manifest.json as `docker save` writes it; undefined when it is another file of that name. */
export function namesOfManifest(manifest: unknown): readonly string[] | undefined {
  if (!Array.isArray(manifest)) return undefined;
  if (!manifest.every((image) => ownText(image, 'Config') !== '')) return undefined;
  return [...new Set(manifest.flatMap((image) => ownTexts(image, 'RepoTags').filter(isName)))];
}

/** Names in the annotations of an OCI index. */
export function namesOfIndex(index: unknown): readonly string[] {
  return [...new Set(ownList(index, 'manifests').flatMap(namesOfDescriptor))];
}

/** Digests of the manifests that an index names, by name as it stands there, which may be a tag alone. */
export function digestsOfIndex(index: unknown): ReadonlyMap<string, string> {
  const digests = new Map<string, string>();
  for (const descriptor of ownList(index, 'manifests')) {
    const annotations = own(descriptor, 'annotations');
    const name = NAME_ANNOTATIONS.map((key) => ownText(annotations, key)).find((text) => text !== '');
    const digest = ownText(descriptor, 'digest');
    if (name !== undefined && /^sha256:[0-9a-f]{64}$/.test(digest)) digests.set(name, digest);
  }
  return digests;
}

const NAME_ANNOTATIONS = ['io.containerd.image.name', 'org.opencontainers.image.ref.name'];

/**
 * The name an index gives to a manifest: containerd's annotation, else the reference the layout itself is to be known
 * by, which is often no more than a tag.
 */
export function namesOfDescriptor(descriptor: unknown): readonly string[] {
  const annotations = own(descriptor, 'annotations');
  const full = ownText(annotations, 'io.containerd.image.name');
  const reference = ownText(annotations, 'org.opencontainers.image.ref.name');
  return [full, reference].filter(isName).slice(0, 1);
}

/** A repository and a tag. What the rest of the name must be like, engines say. */
function isName(name: string): boolean {
  return /^[a-zA-Z0-9[][\w.:/[\]-]*:\w[\w.-]{0,127}$/.test(name) && name.length <= 512 && shown(name) === name;
}
