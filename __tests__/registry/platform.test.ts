/** Rows from the tests of github.com/containerd/platforms, TestParseSelector, unless said otherwise. */

import {describe, expect, it} from '@jest/globals';
import {
  formatPlatform,
  InvalidPlatform,
  matchesPlatform,
  type Platform,
  parsePlatform,
} from '../../src/registry/platform.ts';

describe('parsePlatform', () => {
  it.each([
    ['linux/arm64', 'linux/arm64'],
    ['linux/arm64/v8', 'linux/arm64/v8'],
    ['linux/arm', 'linux/arm'],
    ['linux/arm/v6', 'linux/arm/v6'],
    ['linux/arm/v7', 'linux/arm/v7'],
    ['arm', 'linux/arm'],
    ['armel', 'linux/arm/v6'],
    ['armhf', 'linux/arm'],
    ['Aarch64', 'linux/arm64'],
    ['x86_64', 'linux/amd64'],
    ['Linux/x86_64', 'linux/amd64'],
    ['i386', 'linux/386'],
    ['s390x', 'linux/s390x'],
    ['linux/s390x', 'linux/s390x'],
    ['macOS/arm64', 'darwin/arm64'],
    // ours
    ['linux/x86-64', 'linux/amd64'],
    ['linux/arm/7', 'linux/arm/v7'],
    ['linux/arm64/8', 'linux/arm64/v8'],
    ['linux/amd64/v3', 'linux/amd64/v3'],
    ['linux/arm64/v9.1', 'linux/arm64/v9.1'],
    ['linux/riscv64', 'linux/riscv64'],
    ['linux/ppc64le', 'linux/ppc64le'],
    ['wasi/wasm', 'wasi/wasm'],
  ])('%s is %s, which reads back to the same', (text, formatted) => {
    const platform = parsePlatform(text);
    expect(formatPlatform(platform)).toBe(formatted);
    expect(parsePlatform(formatted)).toEqual(platform);
  });

  it.each<readonly [string, RegExp, RegExp]>([
    // TestParseSelectorInvalid
    ['', /it is empty/, /os\/architecture/],
    ['/linux/arm', /not of the form/, /os\/architecture/],
    ['linux/arm/', /not of the form/, /os\/architecture/],
    ['linux /arm', /" " cannot stand in it/, /os\/architecture/],
    ['linux/&arm', /"&" cannot stand in it/, /os\/architecture/],
    ['linux/arm/foo/bar', /not of the form/, /os\/architecture/],
    // ours: unknown words are errors here
    ['*', /"\*" cannot stand in it/, /os\/architecture/],
    ['linux/amd46', /"amd46" is not an architecture/, /known: amd64, arm64, /],
    ['linus/amd64', /"linus" is not an operating system/, /known: linux, windows, /],
    ['foo', /"foo" is not an architecture/, /known: amd64/],
    ['linux', /the architecture is missing/, /linux\/amd64/],
    ['windows', /the architecture is missing/, /windows\/amd64/],
    ['linux/arm/v9', /arm has no variant "v9"/, /arm\/v5 to v8/],
    ['linux/amd64/v5', /amd64 has no variant "v5"/, /amd64\/v1 to v4/],
    ['linux/s390x/v1', /s390x has no variant "v1"/, /known: /],
    ['linux/amd64,linux/arm64', /it is a list, and one platform is wanted/, /each platform by itself/],
    ['windows(10.0.17763)/amd64', /"\(" cannot stand/, /leave out the system version/],
    ['linux/arm64\n', /cannot stand in it/, /os\/architecture/],
  ])('refuses %j', (text, reason, hint) => {
    const attempt = () => parsePlatform(text);
    expect(attempt).toThrow(InvalidPlatform);
    expect(attempt).toThrow(reason);
    expect(attempt).toThrow(JSON.stringify(text));
    expect(attempt).toThrow(expect.objectContaining({hint: expect.stringMatching(hint)}));
  });
});

describe('matchesPlatform', () => {
  // The `matches` of TestParseSelector.
  it.each<readonly [string, Platform]>([
    ['linux/arm64', {os: 'linux', architecture: 'aarch64'}],
    ['linux/arm64', {os: 'linux', architecture: 'aarch64', variant: 'v8'}],
    ['linux/arm64', {os: 'linux', architecture: 'arm64', variant: 'v8'}],
    ['linux/arm64/v8', {os: 'linux', architecture: 'arm64'}],
    ['linux/arm64/v8', {os: 'linux', architecture: 'aarch64'}],
    ['linux/arm', {os: 'linux', architecture: 'arm', variant: 'v7'}],
    ['linux/arm', {os: 'linux', architecture: 'armhf'}],
    ['linux/arm', {os: 'linux', architecture: 'arm', variant: '7'}],
    ['linux/arm/v6', {os: 'linux', architecture: 'armel'}],
    ['linux/arm/v7', {os: 'linux', architecture: 'arm'}],
    ['linux/arm/v7', {os: 'linux', architecture: 'armhf'}],
    // ours: engines send an empty variant
    ['linux/amd64', {os: 'linux', architecture: 'amd64', variant: ''}],
    ['linux/amd64', {os: 'linux', architecture: 'amd64', variant: 'v1'}],
    ['linux/amd64/v1', {os: 'Linux', architecture: 'x86_64'}],
  ])('%s is %j', (asked, got) => {
    expect(matchesPlatform(parsePlatform(asked), got)).toBe(true);
    expect(matchesPlatform(got, parsePlatform(asked))).toBe(true);
  });

  it.each([
    ['linux/amd64', 'linux/arm64'],
    ['linux/amd64', 'windows/amd64'],
    ['linux/arm/v7', 'linux/arm/v6'],
    ['linux/arm', 'linux/arm/v6'],
    ['linux/amd64', 'linux/386'],
    ['linux/amd64/v3', 'linux/amd64'],
    ['linux/arm64', 'linux/arm/v8'],
  ])('%s is not %s', (asked, got) => {
    expect(matchesPlatform(parsePlatform(asked), parsePlatform(got))).toBe(false);
  });
});
