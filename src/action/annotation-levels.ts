/** Input `annotations`: `[level[platform],…:]key=value` (docker/buildx, "Annotations"). */
import {ANNOTATION_LEVELS, type Annotation} from '../pipeline/annotations.ts';
import {InvalidInput} from '../pipeline/errors.ts';
import {readPlatform} from './reference-input.ts';

const FORM = 'write [level,…:]key=value, for example index:org.opencontainers.image.title=App';

/** `usual` is the level of those that name none. Throws InvalidInput. */
export function readAnnotationLevels(items: readonly string[], usual: Annotation['level']): readonly Annotation[] {
  return items.flatMap((item) => {
    const [, levels = usual, key = '', value = ''] =
      /^(?:([a-z,\s-]+(?:\[[^\]=]*\])?(?:,[^:=]*)?):)?([^=]*)=(.*)$/s.exec(item) ?? [];
    if (key.trim() === '') {
      throw new InvalidInput('annotations', `"${item.slice(0, 100)}" has no key and value`, FORM);
    }
    return levels.split(',').map((text) => ({...readLevel(text.trim()), key: key.trim(), value}));
  });
}

function readLevel(text: string): Pick<Annotation, 'level' | 'platform'> {
  const [, name = '', platform] = /^([a-z-]*)(?:\[([^\]]+)\])?$/.exec(text) ?? [];
  const level = ANNOTATION_LEVELS.find((known) => known === name);
  if (level === undefined) {
    throw new InvalidInput(
      'annotations',
      `"${text.slice(0, 100)}" before the colon is no level of annotations`,
      `use ${ANNOTATION_LEVELS.join(', ')}, with a platform in brackets or without`,
    );
  }
  return {level, platform: platform === undefined ? undefined : readPlatform('annotations', platform)};
}
