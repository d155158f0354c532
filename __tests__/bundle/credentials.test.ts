import {chmodSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from '@jest/globals';
import {
  BASE_IMAGE,
  closedRegistry,
  describeEngines,
  isUsual,
  manifestOf,
  removeImage,
  runAction,
  unique,
  withoutMasks,
  workspace,
} from '../rig.ts';

const {host, username, password} = closedRegistry;
const basic = Buffer.from(`${username}:${password}`).toString('base64');
const yaml = `- registry: ghcr.io\n  username: other\n  password: not-used-here\n- registry: ${host}\n  username: ${username}\n  password: '${password}'\n`;

/** A directory with a docker config, outside of the workspace as it has to be. */
const config = (content: object) => workspace({'config.json': JSON.stringify(content)});

/** A credential helper as docker's are: it reads the server from its input and answers in JSON. */
function helperDirectory(): string {
  const directory = workspace({});
  const path = join(directory, 'docker-credential-throwaway');
  const answer = JSON.stringify({ServerURL: host, Username: username, Secret: password});
  writeFileSync(path, `#!/bin/sh\n[ "$1" = get ] && [ "$(cat)" = ${host} ] && echo '${answer}'\n`);
  chmodSync(path, 0o755);
  return directory;
}

describeEngines(
  'credentials for a push come from',
  (engine) => {
    const publish = async (inputs: Record<string, string>, env: Record<string, string>) => {
      const repository = `login/${unique()}`;
      const name = `${host}/${repository}:1`;
      const run = await runAction(
        {push: 'true', tags: name, ...inputs},
        {workspace: workspace({Dockerfile: `FROM ${BASE_IMAGE}\n`}), env: {DOCKER_HOST: engine.address, ...env}},
      );
      await removeImage(engine, name);
      return {...run, repository};
    };

    it.each<[string, () => [Record<string, string>, Record<string, string>]]>([
      ['the inputs', () => [{registry: host, username, password}, {}]],
      ['registry-auth', () => [{'registry-auth': yaml}, {}]],
      ['the docker config', () => [{}, {DOCKER_CONFIG: config({auths: {[host]: {auth: basic}}})}]],
      [
        'a credential helper of the docker config',
        () => [
          {},
          {
            DOCKER_CONFIG: config({credHelpers: {[host]: 'throwaway'}}),
            PATH: `${helperDirectory()}:${process.env['PATH']}`,
          },
        ],
      ],
      ['DOCKER_AUTH_CONFIG', () => [{}, {DOCKER_AUTH_CONFIG: JSON.stringify({auths: {[host]: {auth: basic}}})}]],
    ])('%s', async (_, where) => {
      const {code, log, outputs, repository} = await publish(...where());
      expect({code, log}).toMatchObject({code: 0});
      expect((await manifestOf(closedRegistry, repository, '1')).headers['docker-content-digest']).toBe(
        outputs['digest'],
      );
      for (const secret of [password, basic]) {
        expect(withoutMasks(log)).not.toContain(secret);
        expect(JSON.stringify(outputs)).not.toContain(secret);
      }
    });

    it('nowhere: the error says where was looked', async () => {
      const {code, log} = await publish({}, {});
      expect(code).toBe(1);
      expect(log).toMatch(new RegExp(`::error::.*${host} refused us without an account`));
    });

    it('not from a config in the workspace that names a helper (hardening E1, T32)', async () => {
      const directory = workspace({
        Dockerfile: `FROM ${BASE_IMAGE}\n`,
        'docker/config.json': JSON.stringify({credHelpers: {[host]: 'throwaway'}}),
      });
      const name = `${host}/login/${unique()}:1`;
      const env = {
        DOCKER_HOST: engine.address,
        DOCKER_CONFIG: join(directory, 'docker'),
        PATH: `${helperDirectory()}:${process.env['PATH']}`,
      };
      const {code, log} = await runAction({push: 'true', tags: name}, {workspace: directory, env});
      expect(code).toBe(1);
      expect(log).toMatch(/::warning::.*workspace/);
      await removeImage(engine, name);
    });
  },
  // The engine only carries the header here; one of them shows it.
  isUsual,
);
