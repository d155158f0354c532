/**
 * `GET /images/{name}/get` and `GET /images/get` (Engine API v1.51 "ImageGet", "ImageGetAll"): images as a tar that
 * `load` takes back. It has `manifest.json`; from Docker 25 on it is an OCI layout as well.
 */
import {encodeName} from './call.ts';
import {EngineError} from './errors.ts';
import type {Engine} from './facts.ts';
import {admit} from './parameters.ts';
import {encodePlatform, type Platform} from './platform.ts';
import {IDLE_LIMIT_MS} from './transfer.ts';

export interface ExportOptions {
  /** Only this platform of an index; default is every one that is here. Since API 1.48. */
  readonly platform?: Platform | undefined;
  readonly signal: AbortSignal;
}

/**
 * One image. `name` should have a tag: Docker takes a name without one for all tags of the repository. An id gives an
 * archive without names. A failure after the first bytes is a JSON error at the end of the tar, so the archive is
 * whole only if it reads as one. Throws EngineError, 404 for an unknown image.
 */
export async function exportImage(
  engine: Engine,
  name: string,
  options: ExportOptions,
): Promise<AsyncIterable<Uint8Array>> {
  const {platform, signal} = options;
  const endpoint = 'GET /images/{name}/get';
  admit(engine, endpoint, {platform}, name);
  return engine.transport.stream({
    method: 'GET',
    path: `/images/${encodeName(name)}/get`,
    endpoint,
    subject: name,
    query: {platform: encodePlatform(platform)},
    signal,
    idleLimitMs: IDLE_LIMIT_MS,
  });
}

/** Several images in one archive, where they share their layers. As `exportImage`; Throws for no name at all, too. */
export async function exportImages(
  engine: Engine,
  names: readonly string[],
  options: ExportOptions,
): Promise<AsyncIterable<Uint8Array>> {
  const {platform, signal} = options;
  const endpoint = 'GET /images/get';
  const subject = names.join(', ');
  // Engines answer 200 and an archive of nothing.
  if (names.length === 0) throw new EngineError('no image is named', {status: 0, endpoint});
  admit(engine, endpoint, {platform}, subject);
  return engine.transport.stream({
    method: 'GET',
    path: '/images/get',
    endpoint,
    subject,
    query: {names, platform: encodePlatform(platform)},
    signal,
    idleLimitMs: IDLE_LIMIT_MS,
  });
}
