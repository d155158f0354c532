/** `POST /images/{name}/tag` (Engine API v1.51 "ImageTag"). */
import {encodeName} from './call.ts';
import {EngineError} from './errors.ts';
import type {Engine} from './facts.ts';

/** A name for an image, in its two parts, as engines take it. */
export interface Tag {
  /** With its registry, such as `ghcr.io/owner/app`. */
  readonly repository: string;
  readonly tag: string;
}

export function formatTag({repository, tag: name}: Tag): string {
  return `${repository}:${name}`;
}

/**
 * Gives an image one more name; an existing tag moves without a word. `repository` and `tag` travel apart because Podman
 * refuses them joined. Only 201 is success: newer engines answer 200 and do nothing for an empty repository.
 */
export async function tag(engine: Engine, image: string, target: Tag, signal: AbortSignal): Promise<void> {
  const endpoint = 'POST /images/{name}/tag';
  const subject = formatTag(target);
  const query = {repo: target.repository, tag: target.tag};
  const path = `/images/${encodeName(image)}/tag`;
  const {status} = await engine.transport.json({method: 'POST', path, endpoint, subject, query, signal});
  if (status !== 201)
    throw new EngineError('the engine accepted the call but made no tag', {status, endpoint, subject});
}
