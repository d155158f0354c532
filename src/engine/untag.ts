/** `POST /libpod/images/{name}/untag` (Podman's own API): takes one name away, and never the image. */
import {encodeName} from './call.ts';
import type {Engine} from './facts.ts';
import {formatTag, type Tag} from './tag.ts';

/** For Podman; Docker has no such call, and deletes an image with its last name. Throws EngineError. */
export async function untag(engine: Engine, target: Tag, signal: AbortSignal): Promise<void> {
  const subject = formatTag(target);
  await engine.transport.json({
    method: 'POST',
    path: `/libpod/images/${encodeName(subject)}/untag`,
    endpoint: 'POST /libpod/images/{name}/untag',
    subject,
    query: {repo: target.repository, tag: target.tag},
    signal,
  });
}
