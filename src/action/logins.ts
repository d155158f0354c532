/**
 * The accounts among the inputs. Each is masked as soon as it is read (hardening S1), whether or not it is ever used,
 * by the one rule of registry/masks.ts: no user name, nothing too short, several lines one by one.
 */
import {InvalidInput} from '../pipeline/errors.ts';
import type {RegistryLogin} from '../registry/credential-source.ts';
import {fromPair} from '../registry/docker-config.ts';
import {announce as announceMasks, type Masks, masksFor, type OnSecret} from '../registry/masks.ts';
import {canonicalRegistry} from '../registry/server-key.ts';
import type {Log} from '../report/log.ts';
import {parseRegistryAuth} from './registry-auth.ts';

export interface LoginInputs {
  readonly registry: string;
  readonly username: string;
  readonly password: string;
  readonly 'registry-auth': string;
  readonly 'github-token': string;
}

export interface LoginSource {
  readonly env: NodeJS.ProcessEnv;
  readonly log: Log;
  readonly onSecret: OnSecret;
}

/** `registry`, `username` and `password`, and the list of `registry-auth`. Throws InvalidInput. */
export async function readLogins(raw: LoginInputs, source: LoginSource): Promise<readonly RegistryLogin[]> {
  const announce = (login: RegistryLogin): RegistryLogin => {
    const masks = loginMasks(login);
    announceMasks(masks, `the password for ${canonicalRegistry(login.registry)} (${login.from})`, source.onSecret);
    for (const warning of masks.warnings) source.log.warning(warning);
    return login;
  };
  announce(jobLogin(raw['github-token'], source.env));
  const logins: RegistryLogin[] = [];
  const {username, password} = raw;
  const registry = raw.registry || 'docker.io';
  if (username !== '' || password !== '') {
    const login = announce({registry, username, password, from: 'inputs username and password'});
    if (username === '')
      throw new InvalidInput('username', 'a password is given without a user name', 'set username, too');
    if (password === '') {
      throw new InvalidInput(
        'password',
        `it is empty for the account "${username}"`,
        'check that the secret exists here: pull requests from forks get none',
      );
    }
    logins.push(login);
  } else if (raw.registry !== '') {
    throw new InvalidInput('registry', 'it is given without username and password', 'set both, or leave registry out');
  }
  if (raw['registry-auth'] !== '') {
    const parsed = await parseRegistryAuth('registry-auth', raw['registry-auth']);
    for (const warning of parsed.warnings) source.log.warning(warning);
    logins.push(...parsed.logins.map((login) => announce({...login, from: 'input registry-auth'})));
  }
  return logins;
}

/** What to mask of a login; its warnings say where it came from, in the words that the credential source uses, too. */
export function loginMasks({registry, username, password, from}: RegistryLogin): Masks {
  const masks = masksFor(fromPair(username, password), canonicalRegistry(registry));
  return {...masks, warnings: masks.warnings.map((warning) => `${warning} (${from})`)};
}

/** The account of the job token, which only GitHub's own registry takes. */
export function jobLogin(token: string, env: NodeJS.ProcessEnv): RegistryLogin {
  return {registry: 'ghcr.io', username: env['GITHUB_ACTOR'] || 'github', password: token, from: 'the job token'};
}

/** Input `token-servers`: hosts as URLs spell them, without the port that https has anyway. Throws InvalidInput. */
export function readTokenServers(items: readonly string[]): readonly string[] {
  return items.map((item) => {
    const url = /^[^\s/?#@\\]+$/.test(item) ? URL.parse(`https://${item}`) : null;
    if (url === null)
      throw new InvalidInput('token-servers', `"${item}" is not a host`, 'write host or host:port, without https://');
    return url.host;
  });
}
