/** Input `source`, and the inputs that say more of it. */
import {resolve} from 'node:path';
import type {ConfigChanges} from '../pipeline/changes.ts';
import {InvalidInput} from '../pipeline/errors.ts';
import type {ArchiveOrigin, ContainerOrigin, ImageOrigin, Origin} from '../pipeline/origin.ts';
import {type BuildSurroundings, readBuild} from './build-input.ts';
import {readChoice} from './choices.ts';
import type {InputSource, RawInputs, Source} from './raw-inputs.ts';
import {readOnePlatform, readReference} from './reference-input.ts';
import {parseLabels} from './units.ts';

export const SOURCE_WORDS = ['build', 'archive', 'container', 'image'] as const satisfies readonly Source[];

/** Throws InvalidInput. */
export function readOrigin(kind: Source, raw: RawInputs, source: InputSource, around: BuildSurroundings): Origin {
  switch (kind) {
    case 'build':
      return readBuild(raw, source, around);
    case 'archive':
      return readArchive(raw, around.workspace);
    case 'container':
      return readContainer(raw);
    case 'image':
      return readImage(raw);
    default:
      return kind satisfies never;
  }
}

function readArchive(raw: RawInputs, workspace: string): ArchiveOrigin {
  if (raw.archive === '')
    throw new InvalidInput(
      'archive',
      'source is archive, but none is named',
      'give the path of a tar, or of an OCI layout',
    );
  const form = readChoice('archive-type', raw['archive-type'], ['auto', 'image', 'rootfs']);
  const isUrl = /^https?:\/\//i.test(raw.archive);
  if (isUrl && form === 'image')
    throw new InvalidInput(
      'archive',
      'an engine fetches root file systems by URL, not images',
      'download it in a step before this one',
    );
  return {
    kind: 'archive',
    archive: isUrl
      ? {kind: 'url', url: parseUrl('archive', raw.archive)}
      : {kind: 'file', path: resolve(workspace, raw.archive)},
    form,
    image: raw.image === '' ? undefined : readReference('image', raw.image),
    ...readChanges(raw),
    message: raw.message || undefined,
    platform: readOnePlatform(raw.platforms),
    quiet: raw.quiet,
  };
}

function readContainer(raw: RawInputs): ContainerOrigin {
  if (raw.container === '')
    throw new InvalidInput('container', 'source is container, but none is named', 'give its name or id');
  if (!/^[a-zA-Z0-9][\w.-]*$/.test(raw.container))
    throw new InvalidInput('container', `"${raw.container}" is no name or id of a container`);
  return {
    kind: 'container',
    container: raw.container,
    author: raw.author || undefined,
    pause: raw.pause,
    config: readConfig(raw['container-config']),
    ...readChanges(raw),
    message: raw.message || undefined,
    platform: readOnePlatform(raw.platforms),
  };
}

function readImage(raw: RawInputs): ImageOrigin {
  const {image, pull} = raw;
  if (image === '')
    throw new InvalidInput(
      'image',
      'source is image, but none is named',
      'give its name, with a tag or a digest, or its id',
    );
  const platform = readOnePlatform(raw.platforms);
  if (!/^(?:sha256:)?[a-f0-9]{64}$/.test(image))
    return {kind: 'image', image: {kind: 'reference', reference: readReference('image', image)}, pull, platform};
  if (pull) throw new InvalidInput('pull', 'an image is pulled by its name, and this is an id', 'leave it out');
  return {
    kind: 'image',
    image: {kind: 'id', id: image.startsWith('sha256:') ? image : `sha256:${image}`},
    pull,
    platform,
  };
}

const INSTRUCTIONS = [
  'CMD',
  'ENTRYPOINT',
  'ENV',
  'EXPOSE',
  'HEALTHCHECK',
  'LABEL',
  'ONBUILD',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
];

function readChanges(raw: RawInputs): ConfigChanges {
  const odd = raw.changes
    .map((change) => change.split(/\s/, 1)[0] ?? '')
    .find((word) => !INSTRUCTIONS.includes(word.toUpperCase()));
  if (odd !== undefined)
    throw new InvalidInput(
      'changes',
      `"${odd}" is not an instruction that can change an image`,
      `use ${INSTRUCTIONS.join(', ')}`,
    );
  const labels = parseLabels('labels', raw.labels);
  for (const [key, value] of labels)
    if (/[\r\n]/.test(key + value))
      throw new InvalidInput(
        'labels',
        `${JSON.stringify(key)} has several lines, which only a build can give`,
        'leave it out',
      );
  return {changes: raw.changes, labels};
}

function readConfig(text: string): Readonly<Record<string, unknown>> | undefined {
  if (text === '') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new InvalidInput('container-config', 'it is not a JSON object', 'write it as {"Env": ["A=b"], "Cmd": ["app"]}');
}

function parseUrl(input: string, text: string): URL {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '')
    throw new InvalidInput(input, 'it is not a URL without an account in it', 'write https://host/path');
  return url;
}
