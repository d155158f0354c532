/**
 * Finds the credential for a registry. Order, as the docker CLI has it with inputs before and the job token after:
 * inputs, `DOCKER_AUTH_CONFIG`, then each config file by `credHelpers`, `credsStore`, `auths`, then the job token.
 * Nothing is looked up before it is asked for and nothing twice (hardening S8); every secret is announced for masking
 * before it is handed out (S1), and each result can say where it came from without saying what it is.
 */

import {type Credential, encodeRegistryAuth, encodeRegistryConfig} from './credentials.ts';
import {type DockerConfig, decodeEntry, fromPair, parseDockerConfig, readDockerConfig} from './docker-config.ts';
import {announce, masksFor, type OnSecret} from './masks.ts';
import {canonicalRegistry, credentialKey, matchingKeys, type Need} from './server-key.ts';

/** A login given by the author of the workflow. */
export interface RegistryLogin {
  readonly registry: string;
  readonly username: string;
  readonly password: string;
  /** Repository (or leading part of it) the login is limited to, with `@push` or `@pull,push` behind it if need be. */
  readonly scope?: string;
  /** How messages call its origin, e.g. `input registry-auth`. */
  readonly from: string;
}

export interface FoundCredential {
  readonly credential: Credential;
  /** User name for messages; undefined for tokens. */
  readonly account: string | undefined;
  /** Where it came from, e.g. `docker config /root/.docker/config.json, helper ecr-login`. */
  readonly source: string;
}

/**
 * Runs `docker-credential-<name> <verb>` with `input` on stdin and resolves to its stdout; undefined when it answers
 * that it holds no credential. Rejects with an error whose message is fit for a warning.
 */
export type RunHelper = (name: string, verb: 'get', input: string) => Promise<string | undefined>;

export interface CredentialSourceOptions {
  readonly logins: readonly RegistryLogin[];
  /** Text of the environment variable `DOCKER_AUTH_CONFIG`. */
  readonly authConfigVariable?: string;
  /** Config files, the first found credential wins; missing files are no fault. */
  readonly configFiles: readonly string[];
  readonly workspace?: string;
  /** Tried last, for these registries only. */
  readonly jobToken?: {readonly registries: readonly string[]; readonly username: string; readonly token: string};
  readonly runHelper?: RunHelper;
  readonly onSecret: OnSecret;
  readonly warn: (text: string) => void;
}

export interface CredentialSource {
  /** Undefined means anonymous. Never rejects for a broken store: that is a warning. */
  find(need: Need): Promise<FoundCredential | undefined>;
  /** Value of `X-Registry-Auth` for the need, already announced for masking. */
  authHeader(need: Need): Promise<string>;
  /** Value of `X-Registry-Config` with the credentials of just these needs; undefined when there is none. */
  configHeader(needs: readonly Need[]): Promise<string | undefined>;
}

export function createCredentialSource(options: CredentialSourceOptions): CredentialSource {
  const found = new Map<string, Promise<FoundCredential | undefined>>();
  const stores = new Stores(options);

  function find(need: Need): Promise<FoundCredential | undefined> {
    const key = JSON.stringify([canonicalRegistry(need.registry), need.repository ?? '', need.action ?? 'pull']);
    const known = found.get(key);
    if (known) return known;
    const search = stores.search(need);
    found.set(key, search);
    return search;
  }

  function announced(value: string): string {
    options.onSecret(value);
    return value;
  }

  async function authHeader(need: Need): Promise<string> {
    const result = await find(need);
    const value = encodeRegistryAuth(result?.credential, need.registry);
    return result === undefined ? value : announced(value);
  }

  async function configHeader(needs: readonly Need[]): Promise<string | undefined> {
    const credentials = new Map<string, Credential>();
    for (const need of needs) {
      const result = await find(need);
      if (result) credentials.set(canonicalRegistry(need.registry), result.credential);
    }
    return credentials.size === 0 ? undefined : announced(encodeRegistryConfig(credentials));
  }

  return {find, authHeader, configHeader};
}

class Stores {
  readonly #options: CredentialSourceOptions;
  readonly #helperAnswers = new Map<string, Promise<FoundCredential | undefined>>();
  readonly #warned = new Set<string>();
  #files: Promise<readonly DockerConfig[]> | undefined;
  #variable: DockerConfig | undefined | null = null;

  constructor(options: CredentialSourceOptions) {
    this.#options = options;
  }

  async search(need: Need): Promise<FoundCredential | undefined> {
    const result =
      this.#fromLogins(need) ?? this.#fromVariable(need) ?? (await this.#fromFiles(need)) ?? this.#fromJobToken(need);
    if (result) {
      const masks = masksFor(result.credential, canonicalRegistry(need.registry));
      announce(
        masks,
        `the password for ${canonicalRegistry(need.registry)} (${result.source})`,
        this.#options.onSecret,
      );
      for (const warning of masks.warnings) this.#warnOnce(`${warning} (${result.source})`);
    }
    return result;
  }

  #fromLogins(need: Need): FoundCredential | undefined {
    const byKey = new Map<string, RegistryLogin>();
    for (const login of this.#options.logins) byKey.set(scopedKey(login), login);
    const login = byKey.get(matchingKeys(byKey.keys(), need)[0] ?? '');
    return login && describe(fromPair(login.username, login.password), login.from);
  }

  #fromVariable(need: Need): FoundCredential | undefined {
    if (this.#variable === null) {
      const text = this.#options.authConfigVariable ?? '';
      this.#variable = text === '' ? undefined : parseDockerConfig(text, 'DOCKER_AUTH_CONFIG', this.#options.warn);
      const {credHelpers, credsStore} = this.#variable ?? {};
      if (credHelpers?.size || credsStore)
        this.#warnOnce('DOCKER_AUTH_CONFIG: only "auths" is read from it, the helpers it names are not run');
    }
    return this.#variable && this.#fromAuths(this.#variable, need);
  }

  async #fromFiles(need: Need): Promise<FoundCredential | undefined> {
    const {configFiles, workspace, warn} = this.#options;
    this.#files ??= Promise.all(configFiles.map((path) => readDockerConfig(path, {workspace, warn}))).then((all) =>
      all.filter((config) => config !== undefined),
    );
    for (const config of await this.#files) {
      const own = matchingKeys(config.credHelpers.keys(), need)[0];
      const helper = own === undefined ? undefined : config.credHelpers.get(own);
      const result =
        (await this.#fromHelper(config, helper, need)) ??
        (await this.#fromHelper(config, config.credsStore, need)) ??
        this.#fromAuths(config, need);
      if (result) return result;
    }
    return undefined;
  }

  #fromAuths(config: DockerConfig, need: Need): FoundCredential | undefined {
    for (const key of matchingKeys(config.auths.keys(), need)) {
      const entry = decodeEntry(config.auths.get(key));
      if (entry.kind === 'credential') return describe(entry.credential, config.title);
      if (entry.kind === 'malformed')
        this.#warnOnce(`${config.title}: the entry for ${key} is ignored: ${entry.reason}`);
    }
    return undefined;
  }

  async #fromHelper(
    config: DockerConfig,
    helper: string | undefined,
    need: Need,
  ): Promise<FoundCredential | undefined> {
    if (helper === undefined || this.#options.runHelper === undefined) return undefined;
    const server = credentialKey(need.registry);
    const key = JSON.stringify([helper, server]);
    let answer = this.#helperAnswers.get(key);
    if (!answer) {
      answer = this.#askHelper(this.#options.runHelper, helper, server, `${config.title}, helper ${helper}`);
      this.#helperAnswers.set(key, answer);
    }
    return answer;
  }

  async #askHelper(
    run: RunHelper,
    helper: string,
    server: string,
    source: string,
  ): Promise<FoundCredential | undefined> {
    let answer: string | undefined;
    try {
      answer = await run(helper, 'get', server);
    } catch (error) {
      const hint = error instanceof Error && 'hint' in error && typeof error.hint === 'string' ? `; ${error.hint}` : '';
      const reason = error instanceof Error ? error.message + hint : 'it failed';
      this.#warnOnce(`no credential for ${server} from ${source}: ${reason}`);
      return undefined;
    }
    if (answer === undefined) return undefined;
    const pair = parseAnswer(answer);
    if (pair === undefined) {
      this.#warnOnce(`no credential for ${server} from ${source}: its answer is not the expected JSON`);
      return undefined;
    }
    return describe(fromPair(pair.username, pair.secret), source);
  }

  #fromJobToken(need: Need): FoundCredential | undefined {
    const {jobToken} = this.#options;
    if (!jobToken || jobToken.token === '' || matchingKeys(jobToken.registries, need).length === 0) return undefined;
    return describe(fromPair(jobToken.username, jobToken.token), 'the job token');
  }

  #warnOnce(text: string): void {
    if (this.#warned.has(text)) return;
    this.#warned.add(text);
    this.#options.warn(text);
  }
}

function describe(credential: Credential, source: string): FoundCredential {
  return {credential, account: credential.kind === 'password' ? credential.username : undefined, source};
}

function scopedKey({registry, scope = ''}: RegistryLogin): string {
  if (scope === '') return registry;
  return scope.startsWith('@') ? registry + scope : `${registry}/${scope}`;
}

/** The `ServerURL` of the answer is ignored: a helper must not choose where its secret is sent (hardening E2). */
function parseAnswer(text: string): {readonly username: string; readonly secret: string} | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof json !== 'object' || json === null) return undefined;
  const username: unknown = Object.hasOwn(json, 'Username') ? (json as {Username: unknown}).Username : undefined;
  const secret: unknown = Object.hasOwn(json, 'Secret') ? (json as {Secret: unknown}).Secret : undefined;
  return typeof username === 'string' && username !== '' && typeof secret === 'string' ? {username, secret} : undefined;
}
