/**
 * The Bearer flow against a real registry that demands tokens (`auth: token` of distribution). The token server beside
 * it is ours: there is none to start, and it only has to check the password and sign.
 */

import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {RegistryClient} from '../../src/registry/client.ts';
import type {FoundCredential} from '../../src/registry/credential-source.ts';
import {RegistryError} from '../../src/registry/errors.ts';
import {readManifest} from '../../src/registry/manifest.ts';
import {parseReference, type Reference} from '../../src/registry/reference.ts';
import {systemClock} from '../../src/registry/retry.ts';
import type {FakeServer} from './fake-server.ts';
import {Repository} from './real-registry.ts';
import {missingForTokens, PASSWORD, SERVICE, startTokenRegistry, type TokenRegistry} from './token-registry.ts';

const onRegistry = missingForTokens === undefined ? describe : describe.skip;
onRegistry(
  `a real registry that demands tokens${missingForTokens === undefined ? '' : ` (skipped: ${missingForTokens})`}`,
  () => {
    let host: string;
    let tokenServer: FakeServer;
    let registry: TokenRegistry;
    let repository: Repository;
    let pushed: {readonly digest: string};
    let reference: Reference;

    beforeAll(async () => {
      registry = await startTokenRegistry();
      ({host, tokenServer} = registry);
      repository = new Repository({host}, (name) => `Bearer ${registry.token(`repository:${name}:pull,push,delete`)}`);
      pushed = await repository.image('v1');
      reference = parseReference(`${host}/${repository.name}:v1`);
    }, 20_000);

    afterAll(async () => {
      await registry?.[Symbol.asyncDispose]();
    });

    function clientWith(
      password: string | undefined,
      allowedTokenServers: readonly string[] = [tokenServer.host],
    ): RegistryClient {
      const found: FoundCredential | undefined =
        password === undefined
          ? undefined
          : {credential: {kind: 'password', username: 'user', password}, account: 'user', source: 'input password'};
      const quiet = (): void => {};
      const credentials = {find: async () => found};
      return new RegistryClient({
        credentials,
        allowedTokenServers,
        onSecret: quiet,
        log: quiet,
        clock: systemClock,
        random: Math.random,
      });
    }

    async function failureWith(password: string | undefined, allowed?: readonly string[]): Promise<RegistryError> {
      await using client = clientWith(password, allowed);
      const error = await readManifest(client, reference).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(RegistryError);
      return error as RegistryError;
    }

    it('lets the right password in, with one token for several reads', async () => {
      await using client = clientWith(PASSWORD);
      const before = tokenServer.requests.length;
      for (let round = 0; round < 3; round += 1)
        expect((await readManifest(client, reference)).digest).toBe(pushed.digest);
      expect(tokenServer.requests.length - before).toBe(1);
      const query = new URL(tokenServer.requests.at(-1)?.path ?? '', tokenServer.base).searchParams;
      expect(Object.fromEntries(query)).toEqual({
        service: SERVICE,
        scope: `repository:${repository.name}:pull`,
        account: 'user',
        client_id: 'stowage',
      });
    });

    it('refuses a wrong password, naming registry and account only', async () => {
      const error = await failureWith('hunter2hunter2');
      expect(error).toMatchObject({status: 401, host, repository: repository.name});
      expect(error.message).toContain(
        `registry ${host}: no access to ${repository.name}: the login as "user" was refused (401): wrong password`,
      );
      expect(`${error.message}${error.hint}`).not.toContain('hunter2');
    });

    it('answers an anonymous token with a hint to log in', async () => {
      const error = await failureWith(undefined);
      expect(error).toMatchObject({status: 401, code: 'UNAUTHORIZED'});
      expect(error.hint).toContain(`no credential for ${host} was found`);
    });

    it('R3: the token server has to be allowed: its host is internal and not the registry', async () => {
      const before = tokenServer.requests.length;
      expect(await failureWith(PASSWORD, [])).toMatchObject({code: 'REALM_REFUSED'});
      expect(tokenServer.requests.length).toBe(before);
    });
  },
);
