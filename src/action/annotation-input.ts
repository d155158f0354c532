/**
 * Input `annotations`, `[type[platform],…:]key=value`, in the attributes of BuildKit's exporters (moby/buildkit
 * exporter/containerimage/exptypes/annotations.go).
 */
import {InvalidInput} from '../pipeline/errors.ts';
import {formatPlatform} from '../registry/platform.ts';
import {readPlatform} from './reference-input.ts';

const TYPES = ['manifest', 'index', 'manifest-descriptor', 'index-descriptor'];
const FORM = 'write [type,…:]key=value, for example manifest,index:org.opencontainers.image.title=App';

/**
 * `annotation…` attributes; the last of equal ones counts. `hasIndex`: what is built is one. Throws InvalidInput, also for
 * annotations that nothing would hold.
 */
export function readAnnotations(items: readonly string[], hasIndex: boolean): ReadonlyMap<string, string> {
  const attributes = new Map(items.flatMap(readAnnotation));
  const ofIndex = [...attributes.keys()].map((name) => /^annotation-([a-z]+-descriptor|index)\b/.exec(name)?.[1]);
  const type = ofIndex.find((found) => found !== undefined);
  if (hasIndex || type === undefined) return attributes;
  throw new InvalidInput(
    'annotations',
    `annotations of type ${type} belong to an index, and this build makes one manifest`,
    'leave the type out, or give several platforms',
  );
}

function readAnnotation(item: string): ReadonlyArray<readonly [string, string]> {
  const equals = item.indexOf('=');
  if (equals <= 0) throw new InvalidInput('annotations', `"${shown(item)}" has no key and value`, FORM);
  const name = item.slice(0, equals);
  const value = item.slice(equals + 1);
  const colon = name.indexOf(':');
  const key = name.slice(colon + 1).trim();
  if (key === '') throw new InvalidInput('annotations', `"${shown(item)}" has no key before the "="`, FORM);
  if (colon < 0) return [[`annotation.${key}`, value]];
  return name
    .slice(0, colon)
    .split(',')
    .map((type) => [`annotation-${readType(type.trim())}.${key}`, value] as const);
}

/** `manifest[linux/arm64]`, the brackets or not. */
function readType(text: string): string {
  const [, type = '', platform] = /^([a-z-]*)(?:\[([^\]]+)\])?$/.exec(text) ?? [];
  if (!TYPES.includes(type)) {
    throw new InvalidInput(
      'annotations',
      `"${shown(text)}" before the colon is no type of annotation`,
      `use ${TYPES.join(', ')}, with a platform in brackets or without`,
    );
  }
  return platform === undefined ? type : `${type}[${formatPlatform(readPlatform('annotations', platform))}]`;
}

function shown(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
