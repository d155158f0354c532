import {describe, expect, it} from '@jest/globals';
import {type EntryPlace, entryPrefixes, formatKey, parseKey} from '../../src/cache/entry-key.ts';

const PLACE: EntryPlace = {
  engine: 'docker28',
  builder: 'buildkit',
  platform: 'linux/arm/v7',
  scope: 'buildkit',
  build: 'app',
  recipe: 'FROM scratch',
  locks: '',
};
const NOTES = {content: '0123456789abcdef', seconds: 41.3, bytes: 85_000_000, rate: 120_000_000, isEmpty: false};

describe('keys of entries', () => {
  it('begin with what has to fit, from the widest to the narrowest', () => {
    const [narrow, middle, wide] = entryPrefixes(PLACE);
    expect(wide).toMatch(/^stowage-layers-1-docker28-buildkit-linux\.arm\.v7-[0-9a-f]{16}-$/);
    expect(middle.startsWith(wide)).toBe(true);
    expect(narrow.startsWith(middle)).toBe(true);
  });

  it.each<[keyof EntryPlace, readonly boolean[]]>([
    ['engine', [false, false, false]],
    ['builder', [false, false, false]],
    ['platform', [false, false, false]],
    ['scope', [false, false, false]],
    ['build', [false, false, false]],
    ['recipe', [false, false, true]],
    ['locks', [false, true, true]],
  ])('tell another %s', (part, same) => {
    const other = entryPrefixes({...PLACE, [part]: 'other'});
    expect(entryPrefixes(PLACE).map((prefix, at) => prefix === other[at])).toEqual(same);
  });

  it('keep to the limits of the service, whatever stands in them (hardening E7)', () => {
    const wild = 'refs/heads/a,b\n../☃'.repeat(100);
    const key = formatKey(entryPrefixes({...PLACE, scope: wild, build: wild, recipe: wild, platform: wild})[0], NOTES);
    expect(key).toMatch(/^[\w.-]{1,511}$/);
  });

  it('tell of the entry what was known when it was saved', () => {
    const [prefix] = entryPrefixes(PLACE);
    expect(parseKey(formatKey(prefix, NOTES))).toEqual(NOTES);
    const unknown = {...NOTES, rate: undefined, isEmpty: true};
    expect(parseKey(formatKey(prefix, unknown))).toEqual(unknown);
    expect(parseKey('Linux-npm-0123')).toBeUndefined();
  });
});
