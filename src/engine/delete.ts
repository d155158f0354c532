/** `DELETE /images/{name}` (Engine API v1.51 "ImageDelete"). */
import {encodeName} from './call.ts';
import type {Engine} from './facts.ts';
import {asObject, imageIdOf, itemsOf, own, textOf} from './json.ts';
import {admit} from './parameters.ts';
import {encodePlatform, type Platform} from './platform.ts';

/** One thing that is gone. */
export type Removal =
  | {readonly kind: 'untagged'; readonly name: string}
  /** An image or a layer; Podman's come without an order. */
  | {readonly kind: 'deleted'; readonly id: string};

export interface DeleteOptions {
  /** Also when a stopped container uses it, or, for an id, when it has several names; default false. */
  readonly force?: boolean;
  /** Keep untagged parents; default false. Podman cannot. */
  readonly noPrune?: boolean;
  /**
   * Only the content of these platforms of an index; the name stays. Since API 1.50, containerd store, with `force`.
   * Dangerous: the engine removes blobs that other images share, bases included, which are broken then until they are
   * pulled again.
   */
  readonly platforms?: readonly Platform[];
  readonly signal: AbortSignal;
}

const ENDPOINT = 'DELETE /images/{name}';
const LIMIT_MS = 10 * 60_000;

/**
 * A name with other names beside it is only taken away. Throws EngineError: 404 for an unknown image, 409 for one in
 * use.
 */
export async function deleteImage(engine: Engine, name: string, options: DeleteOptions): Promise<readonly Removal[]> {
  const {force, noPrune, platforms = [], signal} = options;
  const given = {noprune: noPrune || undefined, platforms: platforms.length > 0 ? platforms : undefined};
  admit(engine, ENDPOINT, given, name);
  const {json} = await engine.transport.json({
    method: 'DELETE',
    path: `/images/${encodeName(name)}`,
    endpoint: ENDPOINT,
    subject: name,
    query: {
      force: force ? '1' : undefined,
      noprune: noPrune ? '1' : undefined,
      platforms: platforms.map((platform) => encodePlatform(platform) ?? ''),
    },
    limitMs: LIMIT_MS,
    signal,
  });
  return readRemovals(json);
}

/** The list that delete and prune answer with. */
export function readRemovals(value: unknown): readonly Removal[] {
  return itemsOf(value).flatMap((item): readonly Removal[] => {
    const removal = asObject(item);
    const name = textOf(own(removal, 'Untagged'));
    if (name !== '') return [{kind: 'untagged', name}];
    const id = imageIdOf(own(removal, 'Deleted'));
    return id === undefined ? [] : [{kind: 'deleted', id}];
  });
}
