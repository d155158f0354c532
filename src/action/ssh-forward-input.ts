/**
 * Input `ssh`: `id`, or `id=path` with the socket of an agent or a private key, as docker/build-push-action has it. That
 * action takes `id=key,key` apart at the comma and then reads the second key as an id; here an item with a slash is a
 * path, and belongs to the id before it. Messages name the id alone, as people put keys where paths belong.
 */
import {readFileSync, type Stats, statSync} from 'node:fs';
import {homedir} from 'node:os';
import {join, resolve} from 'node:path';
import {InvalidInput} from '../pipeline/errors.ts';
import type {SshForward, SshKey} from '../pipeline/session-inputs.ts';
import {holdsPrivateKey, readPrivateKey} from './private-key.ts';
import type {InputSource} from './raw-inputs.ts';
import {hideSecret} from './secret-input.ts';

const INPUT = 'ssh';
/** Far above any key, in bytes. */
const KEY_LIMIT = 64 * 1024;

type Source = Pick<InputSource, 'env' | 'log' | 'onSecret'>;

/** Throws InvalidInput. */
export function readSshForwards(items: readonly string[], source: Source, workspace: string): readonly SshForward[] {
  if (items.some(holdsPrivateKey)) {
    for (const item of items) hideSecret('the text of input ssh', Buffer.from(item), source);
    const hint = 'write it to a file in a step before, and give id=path; or use webfactory/ssh-agent and give default';
    throw new InvalidInput(INPUT, 'it holds a private key, and the path of one is meant', hint);
  }
  const paths = new Map<string, string[]>();
  let last: string | undefined;
  for (const [at, item] of items.entries()) {
    const equals = item.indexOf('=');
    const head = equals < 0 ? item : item.slice(0, equals);
    if (/[/\\]/.test(head)) {
      if (last === undefined) throw noId(at);
      paths.get(last)?.push(item);
      continue;
    }
    const id = head.trim();
    if (!/^[\w.-]{1,128}$/.test(id)) throw noId(at);
    const path = equals < 0 ? '' : item.slice(equals + 1).trim();
    paths.set(id, [...(paths.get(id) ?? []), ...(path === '' ? [] : [path])]);
    last = id;
  }
  const home = source.env['HOME'] || homedir();
  const absolute = (path: string) => resolve(workspace, path.startsWith('~/') ? join(home, path.slice(2)) : path);
  return [...paths].map(([id, given]) => {
    if (given.length === 0) return {kind: 'agent', id, socket: agentOfJob(id, source.env)};
    return forward(
      id,
      given.map((path) => ({path, absolute: absolute(path)})),
      source,
    );
  });
}

function noId(at: number): InvalidInput {
  return new InvalidInput(INPUT, `its item ${at + 1} has no id`, 'write default, id, or id=path');
}

/** The agent that earlier steps of the job use. */
function agentOfJob(id: string, env: NodeJS.ProcessEnv): string {
  const socket = env['SSH_AUTH_SOCK'];
  const hint = `start one in a step before, as webfactory/ssh-agent does, or name a private key: ${id}=path`;
  if (!socket) throw new InvalidInput(INPUT, `"${id}" is the agent of SSH_AUTH_SOCK, which is not set`, hint);
  if (look(socket)?.isSocket() || isPipe(socket)) return socket;
  throw new InvalidInput(INPUT, `"${id}" is the agent of SSH_AUTH_SOCK, and no socket is where it leads`, hint);
}

interface GivenPath {
  readonly path: string;
  readonly absolute: string;
}

function forward(id: string, given: readonly GivenPath[], source: Source): SshForward {
  const [first] = given;
  const isAgent = ({path, absolute}: GivenPath) => isPipe(path) || look(absolute)?.isSocket() === true;
  if (first !== undefined && given.length === 1 && isAgent(first))
    return {kind: 'agent', id, socket: isPipe(first.path) ? first.path : first.absolute};
  if (given.some(isAgent))
    throw new InvalidInput(INPUT, `"${id}" names a socket beside other paths`, 'name one socket alone, or keys alone');
  return {kind: 'keys', id, keys: given.map((path) => readKey(id, path, source))};
}

function readKey(id: string, {path, absolute}: GivenPath, source: Source): SshKey {
  const stats = look(absolute);
  const fail = (why: string, hint?: string) =>
    new InvalidInput(INPUT, `the key of "${id}" cannot be used: ${why}`, hint);
  if (stats === undefined) throw fail('there is no file at its path', 'paths are relative to the workspace');
  if (!stats.isFile() || stats.size > KEY_LIMIT) throw fail('its path is not that of a key');
  let file: string;
  try {
    file = readFileSync(absolute, 'utf8');
  } catch (error) {
    throw fail(`its file cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  if (holdsPrivateKey(file)) hideSecret(`the key of "${id}" (input ssh)`, Buffer.from(file), source);
  const key = readPrivateKey(file);
  if (key.kind === 'unusable') throw fail(key.why, key.hint);
  return {path, text: key.text};
}

/** Undefined where there is nothing. */
function look(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** Where agents of Windows listen. */
function isPipe(path: string): boolean {
  return /^[/\\]{2}\.[/\\]pipe[/\\]/i.test(path);
}
