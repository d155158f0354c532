/**
 * Annotations where several machines build for one index, in the attributes of BuildKit's exporters (moby/buildkit
 * exporter/containerimage/exptypes/annotations.go): each machine writes those of its own images.
 */
import type {BuildRequest} from '../engine/build.ts';
import {formatPlatform, type Platform} from '../registry/platform.ts';

/** The request without annotations of the index over all, and of images that another machine makes. */
export function annotatedFor<T extends Pick<BuildRequest, 'outputs'>>(platforms: readonly Platform[], request: T): T {
  const names = platforms.map(formatPlatform);
  const outputs = request.outputs?.map(({type, attributes}) => ({
    type,
    attributes: new Map(
      [...attributes].flatMap(([key, value]) => {
        const name = ownName(key, names);
        return name === undefined ? [] : [[name, value] as const];
      }),
    ),
  }));
  return {...request, ...(outputs && {outputs})};
}

function ownName(key: string, platforms: readonly string[]): string | undefined {
  const [start, level = '', platform] = /^annotation(-[a-z-]+)?(?:\[([^\]]+)\])?\./.exec(key) ?? [];
  if (start === undefined) return key;
  if (!['', '-manifest'].includes(level) || (platform !== undefined && !platforms.includes(platform))) return undefined;
  // BuildKit looks at the platform in an index only.
  return platforms.length === 1 ? `annotation${level}.${key.slice(start.length)}` : key;
}
