import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {
  type Credential,
  encodeBasic,
  encodeRegistryAuth,
  encodeRegistryConfig,
} from '../../src/registry/credentials.ts';
import {masksFor} from '../../src/registry/masks.ts';

const HUB = 'https://index.docker.io/v1/';

/** As engines do it: Go's base64.URLEncoding, which wants the padding and knows only "-" and "_". */
function decode(value: string): unknown {
  expect(value).toMatch(/^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2}==|[A-Za-z0-9_-]{3}=)?$/);
  return JSON.parse(Buffer.from(value.replaceAll('-', '+').replaceAll('_', '/'), 'base64').toString('utf8'));
}

const password = (secret: string): Credential => ({kind: 'password', username: 'user', password: secret});

describe('T28: X-Registry-Auth', () => {
  it.each(['p~?>', 'p~?>p~?>', 'a:b', 'a/b+c', 'pässwörd', '🔑', '日本', '"\\\n', '>>>???', ''])(
    'gives back the password %j',
    (secret) => {
      // Padding differs with the length modulo 3, so each password is tried at all three.
      for (const username of ['u', 'us', 'usr']) {
        const value = encodeRegistryAuth({kind: 'password', username, password: secret}, 'ghcr.io');
        expect(decode(value)).toEqual({username, password: secret, serveraddress: 'ghcr.io'});
      }
    },
  );

  it('gives back any password', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 40}), (secret) => {
        expect(decode(encodeRegistryAuth(password(secret), 'a.io'))).toMatchObject({password: secret});
      }),
    );
  });

  it('has all three lengths of padding, and both letters of the URL alphabet', () => {
    const secrets = Array.from({length: 6}, (_, length) => `${'x'.repeat(length)}${'~?>'.repeat(4)}${'~~>'.repeat(4)}`);
    const values = secrets.map((secret) => encodeRegistryAuth(password(secret), 'a'));
    expect(new Set(values.map((value) => /=*$/.exec(value)?.[0].length))).toEqual(new Set([0, 1, 2]));
    expect(values.join('')).toMatch(/-/);
    expect(values.join('')).toMatch(/_/);
  });

  it.each([
    ['docker.io', HUB],
    ['index.docker.io', HUB],
    ['registry-1.docker.io', HUB],
    ['registry.hub.docker.com', HUB],
    ['GHCR.io', 'ghcr.io'],
    ['127.0.0.1:5000', '127.0.0.1:5000'],
  ])('names %s %s', (registry, address) => {
    expect(decode(encodeRegistryAuth(password('x'), registry))).toMatchObject({serveraddress: address});
  });

  it('sends tokens under their own names', () => {
    expect(decode(encodeRegistryAuth({kind: 'identity-token', token: 't'}, 'a.io'))).toEqual({
      identitytoken: 't',
      serveraddress: 'a.io',
    });
    expect(decode(encodeRegistryAuth({kind: 'registry-token', token: 't'}, 'a.io'))).toEqual({registrytoken: 't'});
  });

  it('is e30= without credential', () => {
    expect(encodeRegistryAuth(undefined, 'a.io')).toBe('e30=');
  });
});

describe('T28: X-Registry-Config', () => {
  it('maps registries to credentials, Docker Hub under its old address', () => {
    const value = encodeRegistryConfig(
      new Map([
        ['docker.io', password('p~?>')],
        ['ghcr.io', {kind: 'identity-token', token: 't'} as Credential],
      ]),
    );
    expect(decode(value)).toEqual({
      [HUB]: {username: 'user', password: 'p~?>', serveraddress: HUB},
      'ghcr.io': {identitytoken: 't', serveraddress: 'ghcr.io'},
    });
  });
});

describe('S1: masks', () => {
  it('hold the password and every encoding of it', () => {
    const {values, warnings} = masksFor(password('p~?>w:o/rd'), 'ghcr.io');
    expect(warnings).toEqual([]);
    expect(values).toEqual([
      'p~?>w:o/rd',
      encodeBasic('user', 'p~?>w:o/rd'),
      encodeRegistryAuth(password('p~?>w:o/rd'), 'ghcr.io'),
      encodeRegistryConfig(new Map([['ghcr.io', password('p~?>w:o/rd')]])),
    ]);
    expect(Buffer.from(values[1] ?? '', 'base64').toString()).toBe('user:p~?>w:o/rd');
  });

  it.each<Credential>([
    {kind: 'identity-token', token: 'tokentoken'},
    {kind: 'registry-token', token: 'tokentoken'},
  ])('hold a $kind', (credential) => {
    expect(masksFor(credential, 'ghcr.io').values).toContain('tokentoken');
  });

  it('hold the lines of a long secret one by one, without those that would mask ordinary text', () => {
    const key = '{\n  "type": "service_account",\n  "key": "abc"\r\n  },\n}\n----\nab\n';
    const {values, warnings} = masksFor(password(key), 'gcr.io');
    expect(values.slice(0, -3)).toEqual(['"type": "service_account",', '"key": "abc"']);
    expect(warnings).toEqual([]);
  });

  it.each([
    ['abc', /fewer than 4 characters/],
    ['user', /equals its user name or host/],
    ['ghcr.io', /equals its user name or host/],
    ['-----', /only punctuation/],
    ['a\nb\n', /only punctuation or very short lines/],
  ])('leave out %j and say so', (secret, warning) => {
    const {values, warnings} = masksFor(password(secret), 'ghcr.io');
    expect(values).not.toContain(secret);
    expect(values).toHaveLength(3);
    expect(warnings).toEqual([expect.stringMatching(warning)]);
  });

  it('never hold the user name or the host', () => {
    const {values} = masksFor({kind: 'password', username: 'octocat', password: 'octocat\nghcr.io\nsecret'}, 'ghcr.io');
    expect(values).not.toContain('octocat');
    expect(values).not.toContain('ghcr.io');
    expect(values).toContain('secret');
  });

  it('are none for an empty password', () => {
    expect(masksFor(password(''), 'ghcr.io')).toEqual({values: [], lines: [], warnings: []});
  });
});
