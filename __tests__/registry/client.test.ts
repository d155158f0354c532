/**
 * What a real registry cannot be made to do (it never fails once, lies about digests, or redirects to chosen places)
 * is done by a small server; manifest.test.ts and token-login.test.ts hold the tests against real ones.
 */

import {describe, expect, it} from '@jest/globals';
import {RegistryClient, type RegistryClientOptions} from '../../src/registry/client.ts';
import type {FoundCredential} from '../../src/registry/credential-source.ts';
import {RegistryError} from '../../src/registry/errors.ts';
import {readManifest} from '../../src/registry/manifest.ts';
import {parseReference} from '../../src/registry/reference.ts';
import type {Clock} from '../../src/registry/retry.ts';
import {type FakeServer, type Received, type Reply, startServer} from './fake-server.ts';
import {OCI_MANIFEST, sha256} from './real-registry.ts';

const SECRET = 'hunter2:hunter2';
const BODY = JSON.stringify({schemaVersion: 2, mediaType: OCI_MANIFEST});
const OK: Reply = {headers: {'content-type': OCI_MANIFEST, 'docker-content-digest': sha256(BODY)}, body: BODY};
const PASSWORD: FoundCredential = {
  credential: {kind: 'password', username: 'octocat', password: SECRET},
  account: 'octocat',
  source: 'input password',
};
const BASIC = `Basic ${Buffer.from(`octocat:${SECRET}`).toString('base64')}`;

const errorReply = (status: number, code: string, message = 'no', headers = {}): Reply => ({
  status,
  headers: {'content-type': 'application/json', ...headers},
  body: JSON.stringify({errors: [{code, message}]}),
});
const unauthorized = (challenge: string | string[]): Reply =>
  errorReply(401, 'UNAUTHORIZED', 'authentication required', {'www-authenticate': challenge});

interface Rig extends AsyncDisposable {
  readonly client: RegistryClient;
  readonly slept: readonly number[];
  readonly secrets: readonly string[];
  readonly log: readonly string[];
  advance(seconds: number): void;
}

function rig(found?: FoundCredential, options: Partial<RegistryClientOptions> = {}): Rig {
  const [slept, secrets, log]: [number[], string[], string[]] = [[], [], []];
  let now = Date.parse('2026-11-23T12:00:00Z');
  const clock: Clock = {
    now: () => now,
    sleep: async (milliseconds) => {
      slept.push(milliseconds / 1000);
      now += milliseconds;
    },
  };
  const client = new RegistryClient({
    credentials: {find: async () => found},
    onSecret: (value) => secrets.push(value),
    log: (text) => log.push(text),
    clock,
    random: () => 0.5,
    ...options,
  });
  const advance = (seconds: number) => {
    now += seconds * 1000;
  };
  return {client, slept, secrets, log, advance, [Symbol.asyncDispose]: () => client.close()};
}

const read = (server: FakeServer, client: RegistryClient, rest = '/a/b:1') =>
  readManifest(client, parseReference(server.host + rest));

async function failureOf(promise: Promise<unknown>): Promise<RegistryError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(RegistryError);
  return error as RegistryError;
}

/** Replies in turn; the last one stays. */
function inTurn(...replies: readonly Reply[]): () => Reply {
  let next = 0;
  return () => replies[Math.min(next++, replies.length - 1)] ?? OK;
}

describe('T12: a passing fault is tried again', () => {
  it.each<readonly [string, readonly Reply[], readonly number[]]>([
    ['429 with Retry-After', [errorReply(429, 'TOOMANYREQUESTS', 'slow down', {'retry-after': '7'}), OK], [7]],
    ['429 without', [errorReply(429, 'TOOMANYREQUESTS'), OK], [2]],
    ['500 once', [errorReply(500, 'UNKNOWN'), OK], [2]],
    ['502 and 504', [errorReply(502, 'UNKNOWN'), {status: 504}, OK], [2, 6]],
    ['a reset before the answer', ['reset', OK], [2]],
    ['a reset in the middle of the body', [{...(OK as object), cutAfter: 10}, OK], [2]],
  ])('%s', async (_name, replies, waits) => {
    await using server = await startServer(inTurn(...replies));
    await using test = rig();
    expect((await read(server, test.client)).digest).toBe(sha256(BODY));
    expect(test.slept).toEqual(waits);
    expect(server.requests).toHaveLength(replies.length);
    expect(test.log).toHaveLength(waits.length);
  });

  it('at most three times, and the error tells what failed', async () => {
    await using server = await startServer(inTurn(errorReply(503, 'UNAVAILABLE', 'back soon')));
    await using test = rig();
    const error = await failureOf(read(server, test.client));
    expect(error.message).toBe(`read manifest of ${server.host}/a/b:1: unavailable: back soon (503)`);
    expect(test.slept).toEqual([2, 6]);
    expect(server.requests).toHaveLength(3);
    expect(test.log[0]).toBe(
      `read manifest of ${server.host}/a/b:1: unavailable: back soon (503); try 2 of 3 in 2.0 s`,
    );
  });

  it('nothing listening', async () => {
    const server = await startServer(inTurn(OK));
    await server[Symbol.asyncDispose]();
    await using test = rig();
    const error = await failureOf(read(server, test.client));
    expect(error).toMatchObject({
      status: 0,
      code: 'ECONNREFUSED',
      hint: `check that a registry listens at ${server.host}`,
    });
    expect(error.message).toMatch(/^read manifest of .*: registry 127\.0\.0\.1:\d+: connect ECONNREFUSED/);
    expect(test.slept).toEqual([2, 6]);
  });

  it('R7: no answer in time', async () => {
    await using server = await startServer(inTurn('stall'));
    await using test = rig(undefined, {timeouts: {connect: 1000, total: 150}});
    const error = await failureOf(read(server, test.client));
    expect(error).toMatchObject({status: 0, code: 'ETIMEDOUT'});
    expect(test.slept).toEqual([2, 6]);
  });

  it('but the end of the signal ends it at once, with its reason', async () => {
    await using server = await startServer(inTurn('stall'));
    await using test = rig();
    const controller = new AbortController();
    const reason = new Error('cancelled');
    setTimeout(() => controller.abort(reason), 50);
    await expect(
      readManifest(test.client, parseReference(`${server.host}/a/b:1`), {signal: controller.signal}),
    ).rejects.toBe(reason);
    expect(test.slept).toEqual([]);
  });
});

describe('T13: a lasting fault is not tried again', () => {
  it.each<readonly [string, Reply, object]>([
    ['denied', errorReply(403, 'DENIED', 'permission_denied: read_package'), {status: 403, code: 'DENIED'}],
    ['name unknown', errorReply(404, 'NAME_UNKNOWN'), {status: 404, code: 'NAME_UNKNOWN'}],
    ['bad request', errorReply(400, 'NAME_INVALID'), {status: 400, code: 'NAME_INVALID'}],
    ['unsupported', errorReply(405, 'UNSUPPORTED'), {status: 405, code: 'UNSUPPORTED'}],
    ['a 401 without challenge', errorReply(401, 'UNAUTHORIZED'), {status: 401}],
    ['a challenge nobody knows', unauthorized('Negotiate abc=='), {status: 401}],
    ['not JSON', {headers: {'content-type': OCI_MANIFEST}, body: '<html>'}, {code: 'MANIFEST_INVALID'}],
  ])('%s', async (_name, reply, expected) => {
    await using server = await startServer(inTurn(reply));
    await using test = rig(PASSWORD);
    const error = await failureOf(read(server, test.client));
    expect(error).toMatchObject({...expected, host: server.host, repository: 'a/b'});
    expect(error.message).toContain(`read manifest of ${server.host}/a/b:1: `);
    expect(server.requests).toHaveLength(1);
    expect(test.slept).toEqual([]);
  });
});

describe('R6: an answer that does not add up is refused', () => {
  const asked = sha256('what was asked for');
  it.each<readonly [string, string, Reply]>([
    [
      'the header names another digest',
      '/a/b:1',
      {...(OK as object), headers: {'content-type': OCI_MANIFEST, 'docker-content-digest': asked}},
    ],
    ['the body is not what the digest in the reference names', `/a/b@${asked}`, OK],
    ['body and header agree on something else', `/a/b:1@${asked}`, OK],
  ])('%s', async (_name, rest, reply) => {
    await using server = await startServer(inTurn(reply));
    await using test = rig();
    const error = await failureOf(read(server, test.client, rest));
    expect(error.code).toBe('DIGEST_MISMATCH');
    expect(error.message).toContain(`the bytes received have digest ${sha256(BODY)}, not ${asked}`);
    expect(server.requests).toHaveLength(1);
  });

  it('a header that is no digest is no proof against it', async () => {
    await using server = await startServer(
      inTurn({...(OK as object), headers: {'content-type': OCI_MANIFEST, 'docker-content-digest': 'sha256:x'}}),
    );
    await using test = rig();
    expect((await read(server, test.client)).digest).toBe(sha256(BODY));
  });

  it('R10: more than 8 MiB', async () => {
    await using server = await startServer(inTurn({...(OK as object), body: Buffer.alloc(8 * 1024 * 1024 + 1, ' ')}));
    await using test = rig();
    expect(await failureOf(read(server, test.client))).toMatchObject({code: 'TOO_LARGE'});
  });

  it.each([
    ['a long text', 'x'.repeat(1024 * 1024)],
    ['a long message', JSON.stringify({errors: [{code: 'DENIED', message: 'x'.repeat(20_000)}]})],
  ])('R10: of an error with %s, 4 KiB are shown', async (_name, body) => {
    await using server = await startServer(inTurn({status: 403, body}));
    await using test = rig();
    const {message} = await failureOf(read(server, test.client));
    expect(message).toContain('x'.repeat(4096));
    expect(message.length).toBeLessThan(4096 + 200);
  });

  it('a page of HTML is not shown', async () => {
    await using server = await startServer(inTurn({status: 403, body: '<html><body>Forbidden</body></html>'}));
    await using test = rig();
    expect((await failureOf(read(server, test.client))).reason).toBe('access was refused (403)');
  });
});

describe('the request', () => {
  it('asks for all four types, under an encoded path', async () => {
    await using server = await startServer(inTurn(OK));
    await using test = rig();
    await read(server, test.client, `/a__b/c-d:v1.2_3@${sha256(BODY)}`);
    expect(server.requests[0]).toMatchObject({method: 'GET', path: `/v2/a__b/c-d/manifests/${sha256(BODY)}`});
    expect(server.requests[0]?.headers.accept?.split(', ')).toHaveLength(4);
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
  });
});

describe('Basic', () => {
  const wantsBasic = (request: Received): Reply =>
    request.headers.authorization === BASIC ? OK : unauthorized('Basic realm="x"');

  it('sends the password only when asked, and from then on at once', async () => {
    await using server = await startServer(wantsBasic);
    await using test = rig(PASSWORD);
    await read(server, test.client);
    await read(server, test.client);
    expect(server.requests.map(({headers}) => headers.authorization)).toEqual([undefined, BASIC, BASIC]);
    expect(test.secrets).toEqual([BASIC.slice('Basic '.length)]);
  });

  it('sends it to no other registry', async () => {
    await using mine = await startServer(wantsBasic);
    await using other = await startServer(wantsBasic);
    const find = async ({registry}: {readonly registry: string}) => (registry === mine.host ? PASSWORD : undefined);
    await using test = rig(undefined, {credentials: {find}});
    await read(mine, test.client);
    const error = await failureOf(read(other, test.client));
    expect(error.hint).toContain(`no credential for ${other.host} was found`);
    expect(other.requests.map(({headers}) => headers.authorization)).toEqual([undefined]);
  });

  it('tries a refused password once', async () => {
    await using server = await startServer(() => unauthorized('Basic realm="x"'));
    await using test = rig(PASSWORD);
    const error = await failureOf(read(server, test.client));
    await failureOf(read(server, test.client));
    expect(error.hint).toContain('check user name "octocat" and its password');
    expect(error.message + error.hint).not.toContain('hunter2');
    expect(server.requests.map(({headers}) => headers.authorization)).toEqual([undefined, BASIC, BASIC]);
  });
});

describe('Bearer', () => {
  const bearer = ({base}: FakeServer, more = '') =>
    `Bearer realm="${base}/token",service="reg, one",scope="repository:a/b:pull"${more}`;
  const isToken = ({path}: Received) => path.startsWith('/token');
  const tokens = (server: FakeServer) => server.requests.filter(isToken);

  /** A registry with a token server at the same port; the n-th token is `token-n`. */
  function registry(
    token: (request: Received, number: number) => Reply,
    accepts: (token: string) => boolean = () => true,
  ) {
    let number = 0;
    return (request: Received, server: FakeServer): Reply => {
      if (isToken(request)) return token(request, ++number);
      const given = request.headers.authorization?.replace('Bearer ', '') ?? '';
      return given.startsWith('token-') && accepts(given) ? OK : unauthorized(bearer(server));
    };
  }
  const issue = (_request: Received, number: number): Reply => ({
    body: JSON.stringify({token: `token-${number}`, expires_in: 300}),
  });

  it('fetches a token with the password, and uses it for the next call too', async () => {
    await using server = await startServer(registry(issue));
    await using test = rig(PASSWORD);
    await read(server, test.client);
    await read(server, test.client);
    const [request] = tokens(server);
    expect(tokens(server)).toHaveLength(1);
    expect(request?.headers.authorization).toBe(BASIC);
    const query = new URL(request?.path ?? '', server.base).searchParams;
    expect(query.getAll('scope')).toEqual(['repository:a/b:pull']);
    expect(query.get('service')).toBe('reg, one');
    expect(query.get('account')).toBe('octocat');
    expect(request?.path).not.toContain('hunter2');
    expect(test.secrets).toEqual(['token-1']);
    expect(server.requests.filter((call) => !isToken(call)).map(({headers}) => headers.authorization)).toEqual([
      undefined,
      'Bearer token-1',
      'Bearer token-1',
    ]);
  });

  it('fetches one anonymously without a credential', async () => {
    await using server = await startServer(registry(() => ({body: '{"access_token":"token-a"}'})));
    await using test = rig();
    await read(server, test.client);
    expect(tokens(server)[0]?.headers.authorization).toBeUndefined();
    expect(tokens(server)[0]?.path).not.toContain('account');
  });

  it('shares one token among calls under way', async () => {
    await using server = await startServer(registry(issue));
    await using test = rig(PASSWORD);
    await Promise.all([1, 2, 3, 4, 5].map((tag) => read(server, test.client, `/a/b:${tag}`)));
    expect(tokens(server)).toHaveLength(1);
  });

  it('has one for each repository', async () => {
    await using server = await startServer(registry(issue));
    await using test = rig(PASSWORD);
    await read(server, test.client, '/a/b:1');
    await read(server, test.client, '/c/d:1');
    expect(tokens(server).map(({path}) => new URL(path, server.base).searchParams.getAll('scope'))).toEqual([
      ['repository:a/b:pull'],
      ['repository:a/b:pull', 'repository:c/d:pull'],
    ]);
  });

  it.each([
    ['300 s', {expires_in: 300}, 239, 241],
    ['60 s where nothing is said', {}, 47, 49],
  ])('renews at 80 %% of a life of %s', async (_name, life, fresh, stale) => {
    await using server = await startServer(
      registry((_request, number) => ({body: JSON.stringify({token: `token-${number}`, ...life})})),
    );
    await using test = rig(PASSWORD);
    await read(server, test.client);
    test.advance(fresh);
    await read(server, test.client);
    expect(tokens(server)).toHaveLength(1);
    test.advance(stale - fresh);
    await read(server, test.client);
    expect(tokens(server)).toHaveLength(2);
  });

  it('T12: renews a token that is refused before its time, once', async () => {
    let isRevoked = false;
    await using server = await startServer(registry(issue, (token) => !(isRevoked && token === 'token-1')));
    await using test = rig(PASSWORD);
    await read(server, test.client);
    isRevoked = true;
    await read(server, test.client);
    expect(tokens(server)).toHaveLength(2);
    expect(test.slept).toEqual([]);
  });

  it('gives up on a registry that refuses every token', async () => {
    await using server = await startServer(registry(issue, () => false));
    await using test = rig(PASSWORD);
    const error = await failureOf(read(server, test.client));
    expect(error.status).toBe(401);
    expect(tokens(server)).toHaveLength(1);
  });

  it('T13: says of a wrong password which registry and account, not the password', async () => {
    const refuse = (): Reply => ({status: 401, body: JSON.stringify({details: 'incorrect username or password'})});
    await using server = await startServer(registry(refuse));
    await using test = rig(PASSWORD);
    const error = await failureOf(read(server, test.client));
    expect(error.message).toBe(
      `read manifest of ${server.host}/a/b:1: registry ${server.host}: no access to a/b: the login as "octocat" was refused (401): incorrect username or password`,
    );
    expect(error.hint).toContain('(input password)');
    expect(`${error.message}${error.hint}${String(error.stack)}`).not.toMatch(/hunter2|aHVudGVyMg/);
    expect(tokens(server)).toHaveLength(1);
  });

  it('tries a token server again that is out of order', async () => {
    const replies = inTurn({status: 503, headers: {'retry-after': '3'}}, {body: '{"token":"token-x"}'});
    await using server = await startServer(registry(replies));
    await using test = rig(PASSWORD);
    await read(server, test.client);
    expect(test.slept).toEqual([3]);
  });

  it.each(['', 'null', '[]', '{}', '{"token":""}', '{"token":1}', '{"token":"a\\r\\nX-Evil: 1"}', '<html>'])(
    'refuses the token answer %j',
    async (body) => {
      await using server = await startServer(registry(() => ({body})));
      await using test = rig(PASSWORD);
      expect(await failureOf(read(server, test.client))).toMatchObject({code: 'NO_TOKEN'});
    },
  );

  it('sends an identity token in the body of a POST, never in the URL', async () => {
    await using server = await startServer(registry(issue));
    await using test = rig({
      credential: {kind: 'identity-token', token: 'refresh&me'},
      account: undefined,
      source: 'x',
    });
    await read(server, test.client);
    const [request] = tokens(server);
    expect(request).toMatchObject({method: 'POST', path: '/token'});
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      grant_type: 'refresh_token',
      service: 'reg, one',
      scope: 'repository:a/b:pull',
      client_id: 'stowage',
      refresh_token: 'refresh&me',
    });
  });

  it('does not follow a token server that redirects a POST, even to an allowed one', async () => {
    await using other = await startServer(() => OK);
    await using server = await startServer(registry(() => ({status: 307, headers: {location: `${other.base}/token`}})));
    const found: FoundCredential = {
      credential: {kind: 'identity-token', token: 'refresh&me'},
      account: undefined,
      source: 'x',
    };
    await using test = rig(found, {allowedTokenServers: [other.host]});
    expect((await failureOf(read(server, test.client))).message).toContain('the login was refused (307)');
    expect(other.requests).toEqual([]);
  });

  it('uses a registry token as it is', async () => {
    await using server = await startServer(registry(issue));
    await using test = rig({
      credential: {kind: 'registry-token', token: 'token-given'},
      account: undefined,
      source: 'x',
    });
    await read(server, test.client);
    expect(tokens(server)).toEqual([]);
    expect(server.requests.at(-1)?.headers.authorization).toBe('Bearer token-given');
  });

  it('is taken before Basic, wherever it stands', async () => {
    const answer = (request: Received, server: FakeServer): Reply => {
      if (isToken(request)) return {body: '{"token":"token-1"}'};
      return request.headers.authorization === 'Bearer token-1'
        ? OK
        : unauthorized(['Basic realm="x"', bearer(server)]);
    };
    await using server = await startServer(answer);
    await using test = rig(PASSWORD);
    await read(server, test.client);
    expect(server.requests.at(-1)?.headers.authorization).toBe('Bearer token-1');
  });

  describe('T8: a realm elsewhere', () => {
    const REALMS = [
      'https://169.254.169.254/token',
      'http://127.0.0.1:1/token',
      'http://[::1]:1/token',
      'https://[fd00::1]/token',
      'https://10.0.0.1/token',
      'http://token.example.com/token',
      'file:///etc/passwd',
    ];

    it.each(REALMS)('%s is refused, and nothing is sent', async (realm) => {
      await using server = await startServer(() => unauthorized(`Bearer realm="${realm}",service="x"`));
      await using test = rig(PASSWORD);
      const error = await failureOf(read(server, test.client));
      expect(error).toMatchObject({code: 'REALM_REFUSED', status: 0});
      expect(server.requests.map(({headers}) => headers.authorization)).toEqual([undefined]);
    });

    it('at another port gets nothing, unless it is allowed', async () => {
      await using elsewhere = await startServer(() => ({body: '{"token":"token-1"}'}));
      const challenge = unauthorized(`Bearer realm="${elsewhere.base}/token",service="x"`);
      await using server = await startServer(({headers}) =>
        headers.authorization === 'Bearer token-1' ? OK : challenge,
      );
      await using strict = rig(PASSWORD);
      const error = await failureOf(read(server, strict.client));
      expect(error.hint).toBe(
        `if ${elsewhere.host} really issues the tokens of ${server.host}, name it in the input token-servers`,
      );
      expect(elsewhere.requests).toEqual([]);
      await using allowing = rig(PASSWORD, {allowedTokenServers: [elsewhere.host]});
      await read(server, allowing.client);
      expect(elsewhere.requests.map(({headers}) => headers.authorization)).toEqual([BASIC]);
    });

    it.each(REALMS)('reached by a redirect of the token server to %s is refused', async (target) => {
      await using server = await startServer(registry(() => ({status: 307, headers: {location: target}})));
      await using test = rig(PASSWORD);
      expect((await failureOf(read(server, test.client))).code).toMatch(/^RE(?:ALM|DIRECT)_REFUSED$/);
    });

    it('reached by a redirect to an allowed server gets no password', async () => {
      await using elsewhere = await startServer(() => ({body: '{"token":"token-1"}'}));
      await using server = await startServer(
        registry(() => ({status: 307, headers: {location: `${elsewhere.base}/t`}})),
      );
      await using test = rig(PASSWORD, {allowedTokenServers: [elsewhere.host]});
      await read(server, test.client);
      expect(elsewhere.requests.map(({headers}) => headers.authorization)).toEqual([undefined]);
    });
  });
});

describe('T9, R2: redirects', () => {
  const moved = (location: string, status = 307): Reply => ({status, headers: {location}});
  const wantsBasic =
    (reply: Reply) =>
    (request: Received): Reply =>
      request.headers.authorization === BASIC ? reply : unauthorized('Basic realm="x"');

  it.each([301, 302, 303, 307, 308])('%d to another port is followed without Authorization', async (status) => {
    await using storage = await startServer(() => OK);
    await using server = await startServer(wantsBasic(moved(`${storage.base}/blob?signature=x`, status)));
    await using test = rig(PASSWORD);
    expect((await read(server, test.client)).digest).toBe(sha256(BODY));
    expect(storage.requests).toHaveLength(1);
    expect(storage.requests[0]?.headers.authorization).toBeUndefined();
  });

  it('within the registry is followed with it', async () => {
    await using server = await startServer((request) =>
      request.path === '/moved' ? OK : wantsBasic(moved('/moved'))(request),
    );
    await using test = rig(PASSWORD);
    await read(server, test.client);
    expect(server.requests.at(-1)).toMatchObject({path: '/moved', headers: {authorization: BASIC}});
  });

  it('there and back again is followed without it', async () => {
    let home = '';
    await using away = await startServer(() => moved(`${home}/back`));
    await using server = await startServer((request) =>
      request.path === '/back' ? OK : wantsBasic(moved(`${away.base}/away`))(request),
    );
    home = server.base;
    await using test = rig(PASSWORD);
    await read(server, test.client);
    expect(server.requests.at(-1)?.path).toBe('/back');
    expect(server.requests.at(-1)?.headers.authorization).toBeUndefined();
  });

  it('to a host that asks for a login: it gets none', async () => {
    await using thief = await startServer(() => unauthorized('Basic realm="x"'));
    await using server = await startServer(() => moved(`${thief.base}/x`));
    await using test = rig(PASSWORD);
    expect((await failureOf(read(server, test.client))).status).toBe(401);
    expect([...thief.requests, ...server.requests].map(({headers}) => headers.authorization)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it.each(['http://example.com/x', 'file:///etc/passwd', 'ftp://127.0.0.1/x', 'http://u:p@127.0.0.1/x', 'http://'])(
    'to %s is refused',
    async (location) => {
      await using server = await startServer(() => moved(location));
      await using test = rig(PASSWORD);
      expect(await failureOf(read(server, test.client))).toMatchObject({code: 'REDIRECT_REFUSED', status: 0});
      expect(server.requests).toHaveLength(1);
    },
  );

  it.each([
    [5, true],
    [6, false],
  ])('%d in a row: %s', async (count, isFollowed) => {
    const next = (path: string): number => Number(/\d+$/.exec(path)?.[0] ?? 0) + 1;
    await using server = await startServer(({path}) =>
      path === `/hop${count}` ? OK : moved(`/hop${path.startsWith('/hop') ? next(path) : 1}`),
    );
    await using test = rig();
    const result = await read(server, test.client).then(
      () => 'followed',
      (error: RegistryError) => error.message,
    );
    expect(result).toMatch(isFollowed ? /^followed$/ : /more than 5 redirects/);
    expect(server.requests).toHaveLength(6);
  });
});
