/** Inputs of the read-only modes `list` and `search`. */
import {LIST_FILTERS, SEARCH_FILTERS} from '../engine/filters.ts';
import {InvalidInput} from '../pipeline/errors.ts';
import type {Query} from '../pipeline/query.ts';
import {readFilters} from './filter-input.ts';
import {parseInteger} from './numbers.ts';
import type {RawInputs} from './raw-inputs.ts';

const LIST_OPTIONS = ['all', 'shared-size', 'digests', 'manifests'];

/** Undefined for a run that publishes. Throws InvalidInput. */
export function readQuery(raw: RawInputs, mode: 'publish' | 'list' | 'search'): Query | undefined {
  const {filters, term, limit, 'list-options': options} = raw;
  const used = {
    filters: mode !== 'publish' || filters.length === 0,
    'list-options': mode === 'list' || options.length === 0,
    term: mode === 'search' || term === '',
    limit: mode === 'search' || limit === '',
    push: mode === 'publish' || !raw.push,
    tags: mode === 'publish' || raw.tags.length === 0,
    outputs: mode === 'publish' || raw.outputs.length === 0,
  };
  for (const [name, fits] of Object.entries(used))
    if (!fits) throw new InvalidInput(name, `it has no effect with mode: ${mode}`, 'leave it out, or set another mode');
  switch (mode) {
    case 'publish':
      return undefined;
    case 'list': {
      const odd = options.find((option) => !LIST_OPTIONS.includes(option));
      if (odd !== undefined)
        throw new InvalidInput('list-options', `there is no option "${odd}"`, `use ${LIST_OPTIONS.join(', ')}`);
      return {
        kind: 'list',
        filters: readFilters('filters', filters, LIST_FILTERS),
        all: options.includes('all'),
        sharedSize: options.includes('shared-size'),
        digests: options.includes('digests'),
        manifests: options.includes('manifests'),
      };
    }
    case 'search':
      return readSearch(raw);
    default:
      return mode satisfies never;
  }
}

/** Most results that an engine gives. */
const MOST = 100;

function readSearch({term, limit, filters}: RawInputs): Query {
  if (term === '') throw new InvalidInput('term', 'mode is search, but there is no word to look for', 'set term');
  if (term.includes('://'))
    throw new InvalidInput(
      'term',
      `"${term}" is a URL`,
      'write a word, or host/word for another registry than Docker Hub',
    );
  const number = limit === '' ? undefined : parseInteger('limit', limit, 1);
  if (number !== undefined && number > MOST)
    throw new InvalidInput('limit', `${number} is more than engines give`, `write a number from 1 to ${MOST}`);
  return {kind: 'search', term, limit: number, filters: readFilters('filters', filters, SEARCH_FILTERS)};
}
