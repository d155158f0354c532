/** Inputs that say what is cleaned up after the run. Nothing is, unless asked for (hardening E9). */
import {BUILD_PRUNE_FILTERS, PRUNE_FILTERS} from '../engine/filters.ts';
import type {Cleaning, ImageRemoval} from '../pipeline/clean.ts';
import {InvalidInput} from '../pipeline/errors.ts';
import {checkKeys, readFields} from './fields.ts';
import {readFilters} from './filter-input.ts';
import type {RawInputs} from './raw-inputs.ts';
import {readPlatform} from './reference-input.ts';
import {parseFlag, parseSize} from './units.ts';

export type CleaningInputs = Pick<RawInputs, 'cleanup' | 'delete-images' | 'prune-images' | 'prune-build-cache'>;

/** Throws InvalidInput. */
export function readCleaning(raw: CleaningInputs): Cleaning {
  return {
    made: raw.cleanup,
    images: raw['delete-images'].map(readRemoval),
    pruneImages: raw['prune-images'].length === 0 ? undefined : readImagePrune(raw['prune-images']),
    pruneBuildCache: raw['prune-build-cache'].length === 0 ? undefined : readCachePrune(raw['prune-build-cache']),
  };
}

/** `name[,force=true][,noprune=true][,platform=linux/arm64]`. */
function readRemoval(item: string): ImageRemoval {
  const input = 'delete-images';
  const fields = readFields(input, item, 'name');
  checkKeys(input, fields, ['name', 'force', 'noprune', 'platform']);
  const name = fields.get('name') ?? '';
  if (name === '' || !/^[\w.:/@-]+$/.test(name))
    throw new InvalidInput(input, `${JSON.stringify(name)} names no image`, 'write a reference or an id');
  const platform = fields.get('platform');
  const force = parseFlag(input, fields.get('force') ?? '', false);
  if (platform !== undefined && !force)
    throw new InvalidInput(input, `${name}: one platform is deleted only by force`, 'add force=true');
  return {
    name,
    force,
    noPrune: parseFlag(input, fields.get('noprune') ?? '', false),
    platforms: platform === undefined ? [] : [readPlatform(input, platform)],
  };
}

function readImagePrune(items: readonly string[]): NonNullable<Cleaning['pruneImages']> {
  const input = 'prune-images';
  const filters = readFilters(input, items, PRUNE_FILTERS);
  const everything = filters.dangling?.some((value) => /^(?:0|f|false)$/i.test(value)) ?? false;
  if (everything && filters.label === undefined && filters.until === undefined) {
    throw new InvalidInput(
      input,
      'dangling=false alone deletes every image of this engine that no container uses, of other jobs, too',
      'add label=… or until=…',
    );
  }
  return {filters};
}

const SIZES = ['keep-storage', 'reserved-space', 'max-used-space', 'min-free-space'];

/** Sizes, `all`, and the filters of the build cache, `key=value` by line. */
function readCachePrune(items: readonly string[]): NonNullable<Cleaning['pruneBuildCache']> {
  const input = 'prune-build-cache';
  const keyOf = (item: string) => item.split('=', 1)[0]?.trim() ?? '';
  const settings = new Map(items.map((item) => [keyOf(item), item.slice(item.indexOf('=') + 1).trim()]));
  const size = (name: string) => {
    const text = settings.get(name);
    return text === undefined ? undefined : parseSize(input, text);
  };
  const all = settings.get('all');
  return {
    keepStorage: size('keep-storage'),
    reservedSpace: size('reserved-space'),
    maxUsedSpace: size('max-used-space'),
    minFreeSpace: size('min-free-space'),
    all: all === undefined ? false : all === 'all' || parseFlag(input, all, false),
    filters: readFilters(
      input,
      items.filter((item) => ![...SIZES, 'all'].includes(keyOf(item))),
      BUILD_PRUNE_FILTERS,
      {once: true},
    ),
  };
}
