import {describe, expect, it} from '@jest/globals';
import {digestOf, InvalidDigest, isDigest, parseDigest} from '../../src/registry/digest.ts';

const HEX = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

describe('digestOf', () => {
  it.each([
    ['', HEX],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ])('of %j is the published sha256', (text, hex) => {
    const digest = digestOf(Buffer.from(text));
    expect(digest).toBe(`sha256:${hex}`);
    expect(parseDigest(digest)).toBe(digest);
  });

  it('looks only at the bytes of a view', () => {
    expect(digestOf(Buffer.from('xabcx').subarray(1, 4))).toBe(digestOf(Buffer.from('abc')));
  });
});

describe('parseDigest', () => {
  it.each([
    ['', /no algorithm/],
    [HEX, /no algorithm/],
    [`sha512:${HEX}${HEX}`, /algorithm "sha512" is not supported/],
    [`SHA256:${HEX}`, /algorithm "SHA256"/],
    ['sha256:', /0 digits, not 64/],
    [`sha256:${HEX}0`, /65 digits, not 64/],
    [`sha256:${HEX.toUpperCase()}`, /must be lower case/],
    [`sha256:g${HEX.slice(1)}`, /"g" is not a hexadecimal digit/],
    [`sha256:${HEX}\n`, /65 digits/],
    [` sha256:${HEX}`, /algorithm " sha256"/],
  ])('refuses %j', (text, reason) => {
    expect(isDigest(text)).toBe(false);
    expect(() => parseDigest(text)).toThrow(InvalidDigest);
    expect(() => parseDigest(text)).toThrow(reason);
  });
});
