/** Rows after RFC 9110 section 11.6.1 and what registries really send; the flows are in client.test.ts. */

import {describe, expect, it} from '@jest/globals';
import {type Access, Authorizer, parseChallenges} from '../../src/registry/auth.ts';
import type {HttpAnswer, HttpRequest} from '../../src/registry/exchange.ts';
import {systemClock} from '../../src/registry/retry.ts';

describe('parseChallenges', () => {
  const hub = {realm: 'https://auth.docker.io/token', service: 'registry.docker.io'};
  it.each<readonly [string, readonly string[], readonly (readonly [string, Readonly<Record<string, string>>])[]]>([
    ['nothing', [], []],
    ['Docker Hub', ['Bearer realm="https://auth.docker.io/token",service="registry.docker.io"'], [['bearer', hub]]],
    [
      'white space after commas',
      ['Bearer realm="https://auth.docker.io/token", service="registry.docker.io"'],
      [['bearer', hub]],
    ],
    ['any case', ['BEARER Realm="https://auth.docker.io/token",SERVICE="registry.docker.io"'], [['bearer', hub]]],
    [
      'a comma in quotes',
      ['Bearer realm="x",scope="repository:a/b:pull,push"'],
      [['bearer', {realm: 'x', scope: 'repository:a/b:pull,push'}]],
    ],
    ['an escaped quote', ['Basic realm="a \\"b\\" c"'], [['basic', {realm: 'a "b" c'}]]],
    ['no quotes', ['Bearer realm=https://x/token,service=y'], [['bearer', {realm: 'https://x/token', service: 'y'}]]],
    [
      'two in one header',
      ['Basic realm="a", Bearer realm="b",service="c"'],
      [
        ['basic', {realm: 'a'}],
        ['bearer', {realm: 'b', service: 'c'}],
      ],
    ],
    [
      'two headers',
      ['Basic realm="a"', 'Bearer realm="b"'],
      [
        ['basic', {realm: 'a'}],
        ['bearer', {realm: 'b'}],
      ],
    ],
    [
      'a scheme alone',
      ['Negotiate', 'Basic realm="a"'],
      [
        ['negotiate', {}],
        ['basic', {realm: 'a'}],
      ],
    ],
    ['empty elements', [', ,Basic realm="a",,'], [['basic', {realm: 'a'}]]],
    [
      'an error',
      ['Bearer realm="x",error="insufficient_scope"'],
      [['bearer', {realm: 'x', error: 'insufficient_scope'}]],
    ],
    ['parameters before any scheme', ['realm="x"'], []],
    ['an open quote', ['Bearer realm="x'], [['bearer', {realm: ''}]]],
  ])('%s', (_name, headers, expected) => {
    const parsed = parseChallenges(headers).map(({scheme, parameters}) => [scheme, Object.fromEntries(parameters)]);
    expect(parsed).toEqual(expected);
  });

  it.each([
    '"'.repeat(16_000),
    ' '.repeat(16_000),
    `Bearer ${'a=",'.repeat(4000)}`,
    `Bearer ${' '.repeat(16_000)}x`,
    `x="${'\\'.repeat(15_999)}`,
  ])('is quick with nonsense', (header) => {
    const start = performance.now();
    parseChallenges([header]);
    // A pattern that backtracks takes minutes for these, a good one less than a millisecond.
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('a token server of a public name', () => {
  // By function, because tests have no public names: every server here is on loopback, which has rules of its own.
  const access = (username: string | undefined): Access => ({
    origin: {url: new URL('https://registry.example.com'), insecureHosts: [], allowedTokenServers: []},
    registry: 'registry.example.com',
    repository: 'a/b',
    actions: 'pull',
    found:
      username === undefined
        ? undefined
        : {credential: {kind: 'password', username, password: 'hunter2'}, account: username, source: 'x'},
  });
  const reply = (status: number, headers: Record<string, string>, body = ''): Omit<HttpAnswer, 'url'> => ({
    status,
    header: (name) => [headers[name] ?? []].flat(),
    read: async () => Buffer.from(body),
    readSome: async () => Buffer.from(body),
    stream: async function* () {
      yield Buffer.from(body);
    },
    discard: async () => {},
  });

  async function ask(realm: string, location: string, username?: string): Promise<readonly HttpRequest[]> {
    const sent: HttpRequest[] = [];
    const send = async (request: HttpRequest): Promise<HttpAnswer> => {
      sent.push(request);
      const moved = request.url.href.startsWith(realm);
      return {url: request.url, ...(moved ? reply(307, {location}) : reply(200, {}, '{"token":"t"}'))};
    };
    const authorizer = new Authorizer({send, clock: systemClock, onSecret: () => {}});
    expect(await authorizer.answer(access(username), parseChallenges([`Bearer realm="${realm}"`]), undefined)).toBe(
      'Bearer t',
    );
    return sent;
  }

  it('R3: may move a request with password on, which then goes without it', async () => {
    const sent = await ask('https://registry.example.com/token', 'https://tokens.example.net/t', 'octocat');
    expect(sent.map(({url}) => url.host)).toEqual(['registry.example.com', 'tokens.example.net']);
    expect(sent.map(({headers}) => headers['authorization'] !== undefined)).toEqual([true, false]);
  });

  it('R3: may be of any host for an anonymous token', async () => {
    const sent = await ask('https://tokens.example.net/token', 'https://more.example.org/t');
    expect(sent.map(({headers}) => headers['authorization'])).toEqual([undefined, undefined]);
  });
});
