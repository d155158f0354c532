import {describe, expect, it} from '@jest/globals';
import {compareApi, negotiate} from '../../src/engine/facts.ts';

describe('negotiate', () => {
  it.each([
    ['Docker 20.10', '1.41', '1.12', '1.41'],
    ['Docker 24', '1.43', '1.12', '1.43'],
    ['Docker 28.5', '1.51', '1.24', '1.51'],
    ['Docker 29.0, floor 1.44', '1.52', '1.44', '1.51'],
    ['Docker 29.7', '1.55', '1.40', '1.51'],
  ])('%s speaks the newest version both know', (_, newest, minimum, version) => {
    expect(negotiate({newest, minimum}, undefined)).toEqual({version, warnings: []});
  });

  it('speaks the minimum of an engine that is too new for us, and says so', () => {
    const {version, warnings} = negotiate({newest: '1.70', minimum: '1.60'}, undefined);
    expect(version).toBe('1.60');
    expect(warnings[0]).toContain('newer than 1.51');
  });

  it('warns about an engine older than 20.10', () => {
    expect(negotiate({newest: '1.40', minimum: '1.12'}, undefined)).toMatchObject({
      version: '1.40',
      warnings: [/1\.41/].map(() => expect.stringContaining('1.41')),
    });
  });

  it.each([
    ['1.45', []],
    ['1.52', [expect.stringContaining('unset it')]],
    ['1.20', [expect.stringContaining('unset it')]],
  ])('DOCKER_API_VERSION %s wins', (pinned, warnings) => {
    expect(negotiate({newest: '1.51', minimum: '1.24'}, pinned)).toEqual({version: pinned, warnings});
  });

  it('compares by number, not by text', () => {
    expect(compareApi('1.9', '1.41')).toBeLessThan(0);
    expect(compareApi('2.0', '1.99')).toBeGreaterThan(0);
  });
});
