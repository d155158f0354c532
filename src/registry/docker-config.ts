/**
 * Credentials kept in a docker `config.json` (or Podman's `auth.json`, same shape) and in the variable
 * `DOCKER_AUTH_CONFIG`. Only what is asked for is decoded, nothing is ever written, and no text of a file is printed:
 * a malformed file may hold a password anywhere (hardening E3).
 * Format: docker CLI cli/config/configfile and containers-auth.json(5).
 */

import {constants} from 'node:fs';
import {open} from 'node:fs/promises';
import type {Credential} from './credentials.ts';
import {leadsInto} from './workspace.ts';

export interface DockerConfig {
  /** How messages call it, e.g. `docker config /home/runner/.docker/config.json`. */
  readonly title: string;
  readonly auths: ReadonlyMap<string, unknown>;
  /** Helper name by server key. */
  readonly credHelpers: ReadonlyMap<string, string>;
  readonly credsStore: string | undefined;
}

export type StoredEntry =
  | {readonly kind: 'credential'; readonly credential: Credential}
  /** Present without content: a helper owns this registry. */
  | {readonly kind: 'marker'}
  | {readonly kind: 'malformed'; readonly reason: string};

const LIMIT = 1024 * 1024;
/** What stands in the place of a user name where the secret is an identity token. */
export const TOKEN_USER = '<token>';

/**
 * Reads a file; undefined when there is none or it is unusable, the latter with a warning. A file inside the workspace
 * can come from a pull request, so the helpers it names are dropped (hardening E1).
 */
export async function readDockerConfig(
  path: string,
  options: {readonly workspace: string | undefined; readonly warn: (text: string) => void},
): Promise<DockerConfig | undefined> {
  const title = `docker config ${path}`;
  let text: string | undefined;
  try {
    text = await readLimited(path);
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') options.warn(`${title} cannot be read (${code}) and is ignored`);
    return undefined;
  }
  if (text === undefined) {
    options.warn(`${title} is not a regular file of at most 1 MiB and is ignored`);
    return undefined;
  }
  const config = parseDockerConfig(text, title, options.warn);
  if (config === undefined || options.workspace === undefined || !(await leadsInto(path, options.workspace)))
    return config;
  const helpers = config.credsStore !== undefined || config.credHelpers.size > 0;
  const consequence = helpers ? '; the credential helpers it names are not run' : '';
  options.warn(`${title} lies in the workspace, where a pull request could have written it${consequence}`);
  return {...config, credHelpers: new Map(), credsStore: undefined};
}

/** Takes the text of a config; undefined with a warning when it is not a JSON object. */
export function parseDockerConfig(text: string, title: string, warn: (text: string) => void): DockerConfig | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // The parser's message quotes the text around the fault, which can be a password.
    warn(`${title} is not valid JSON and is ignored`);
    return undefined;
  }
  if (!isRecord(json)) {
    warn(`${title} is not a JSON object and is ignored`);
    return undefined;
  }
  const store = own(json, 'credsStore');
  const helpers = entries(own(json, 'credHelpers')).filter((entry): entry is [string, string] => isText(entry[1]));
  return {
    title,
    auths: new Map(entries(own(json, 'auths'))),
    credHelpers: new Map(helpers),
    credsStore: isText(store) ? store : undefined,
  };
}

/** Decodes one value of `auths`. */
export function decodeEntry(value: unknown): StoredEntry {
  if (!isRecord(value)) return {kind: 'malformed', reason: 'it is not an object'};
  const [auth, username, password] = [own(value, 'auth'), own(value, 'username'), own(value, 'password')];
  const [identity, bearer] = [own(value, 'identitytoken'), own(value, 'registrytoken')];
  if (isText(identity)) return {kind: 'credential', credential: {kind: 'identity-token', token: identity}};
  if (isText(bearer)) return {kind: 'credential', credential: {kind: 'registry-token', token: bearer}};
  if (isText(auth)) return decodeAuth(auth);
  if (isText(username) && isText(password)) return {kind: 'credential', credential: fromPair(username, password)};
  return {kind: 'marker'};
}

/** A user name and secret as stores keep them; the name `<token>` marks an identity token. */
export function fromPair(username: string, secret: string): Credential {
  return username === TOKEN_USER
    ? {kind: 'identity-token', token: secret}
    : {kind: 'password', username, password: secret};
}

function decodeAuth(auth: string): StoredEntry {
  const compact = auth.replace(/[\r\n]/g, '');
  if (compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) {
    return {kind: 'malformed', reason: 'its "auth" is not standard base64'};
  }
  const pair = Buffer.from(compact, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  if (colon < 1) return {kind: 'malformed', reason: 'its "auth" does not decode to user:password'};
  const secret = pair.slice(colon + 1).replace(/\0+$/, '');
  return {kind: 'credential', credential: fromPair(pair.slice(0, colon), secret)};
}

/** Text of a regular file of at most 1 MiB, undefined for any other. Rejects with the error of the system. */
export async function readLimited(path: string): Promise<string | undefined> {
  // Non-blocking, because opening a pipe would otherwise wait for a writer for ever.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = await file.stat();
    if (!stat.isFile() || stat.size > LIMIT) return undefined;
    const {buffer, bytesRead} = await file.read(Buffer.alloc(stat.size), 0, stat.size, 0);
    return buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/, '');
  } finally {
    await file.close();
  }
}

function errorCode(error: unknown): string {
  return isRecord(error) && typeof error['code'] === 'string' ? error['code'] : 'unknown error';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function own(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function entries(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}
