import {describe, expect, it} from '@jest/globals';
import type {Restored} from '../../src/cache/entry-store.ts';
import {type BuildTimes, isWorth, judge} from '../../src/cache/worth.ts';

const NOTES = {content: '0123456789abcdef', seconds: 60, bytes: 100e6, rate: 100e6, isEmpty: false};
const RESTORED: Restored = {kind: 'restored', key: 'k', notes: NOTES, seconds: 2};
const CACHED: BuildTimes = {seconds: 2, newSeconds: 0, isAllCached: true, imageSize: 200e6};
const WHOLE: BuildTimes = {seconds: 58, newSeconds: 55, isAllCached: false, imageSize: 200e6};

describe('whether a cache is worth its time', () => {
  it.each<[string, number, number, number | undefined, boolean]>([
    ['a long build', 60, 500e6, undefined, true],
    ['a large entry for a short build', 8, 500e6, undefined, false],
    ['the same on a fast runner', 8, 500e6, 200e6, true],
    ['hardly any build', 0.4, 1000, undefined, false],
  ])('%s', (_, seconds, bytes, rate, worth) => {
    expect(isWorth({seconds, bytes, rate})).toBe(worth);
  });

  it.each<[string, Restored | undefined, BuildTimes, ReturnType<typeof judge>['kind']]>([
    ['a first build', undefined, WHOLE, 'save'],
    ['a first build with nothing to keep it from', {kind: 'none'}, WHOLE, 'save'],
    ['a build that is as fast as its cache would be', {kind: 'none'}, {...WHOLE, seconds: 1}, 'unworthy'],
    ['a build that came back whole', RESTORED, CACHED, 'unchanged'],
    ['one that came back too slowly', {...RESTORED, seconds: 59}, CACHED, 'useless'],
    ['one that was given up', {kind: 'slow', key: 'k', notes: NOTES}, WHOLE, 'useless'],
    ['one with a long step anew', RESTORED, {...WHOLE, seconds: 20, newSeconds: 15}, 'save'],
    ['one with a short step anew', RESTORED, {...WHOLE, seconds: 3, newSeconds: 1}, 'little'],
    ['one that was left alone, and is slow by now', {kind: 'unworthy', key: 'k', notes: NOTES}, WHOLE, 'save'],
    ['one that was left alone rightly', {kind: 'unworthy', key: 'k', notes: NOTES}, {...WHOLE, seconds: 2}, 'unworthy'],
  ])('judges %s', (_, before, build, kind) => {
    expect(judge(before, build).kind).toBe(kind);
  });

  it('notes how fast the download was, and what all of the build takes', () => {
    expect(judge(RESTORED, {...WHOLE, seconds: 20, newSeconds: 15})).toMatchObject({notes: {rate: 50e6, seconds: 60}});
    expect(judge({...RESTORED, seconds: 59}, CACHED)).toMatchObject({notes: {rate: 100e6 / 59, isEmpty: true}});
  });
});
