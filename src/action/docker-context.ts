/**
 * The context store of the docker CLI: `contexts/meta/<sha256 of the name>/meta.json` below its config directory, and PEM
 * files in `contexts/tls/<the same>/docker` (docker CLI cli/context/store, cli/context/docker). Nothing is written, and no
 * text of a file is printed.
 */
import {createHash} from 'node:crypto';
import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {InvalidAddress} from '../engine/errors.ts';
import {readTlsMaterial, type TlsMaterial} from '../engine/tls.ts';
import {readLimited} from '../registry/docker-config.ts';

export interface DockerContext {
  /** The file that says so. */
  readonly file: string;
  /** As in DOCKER_HOST. */
  readonly host: string;
  /** Undefined where the context has no PEM file. */
  readonly tls: TlsMaterial | undefined;
  readonly skipsTlsVerify: boolean;
}

/** The name that means no context. */
export const NO_CONTEXT = 'default';

/** `currentContext` of config.json; undefined without one, and with a warning for a file that does not tell. */
export async function currentContext(directory: string, warn: (text: string) => void): Promise<string | undefined> {
  const file = join(directory, 'config.json');
  try {
    const config = await readJson(file);
    const name = own(config, 'currentContext');
    return typeof name === 'string' && name !== '' ? name : undefined;
  } catch (error) {
    if (!isMissing(error)) warn(`docker config ${file} ${whyNot(error)}, so it names no context`);
    return undefined;
  }
}

/** Throws InvalidAddress for a context that is not there (naming those that are) or cannot be used. */
export async function readContext(name: string, directory: string): Promise<DockerContext> {
  const id = createHash('sha256').update(name).digest('hex');
  const file = join(directory, 'contexts', 'meta', id, 'meta.json');
  let meta: unknown;
  try {
    meta = await readJson(file);
  } catch (error) {
    if (!isMissing(error)) throw new InvalidAddress(`${file} ${whyNot(error)}`, 'Create the context again');
    const names = [NO_CONTEXT, ...(await contextNames(directory))].map((known) => JSON.stringify(known));
    throw new InvalidAddress(
      `there is no context ${JSON.stringify(name)} in ${directory}`,
      `It has ${names.join(', ')}`,
    );
  }
  const endpoint = own(own(meta, 'Endpoints'), 'docker');
  const host = own(endpoint, 'Host');
  if (typeof host !== 'string' || host === '')
    throw new InvalidAddress(`${file} has no host of a docker endpoint`, 'Create the context again');
  const tls = readTlsMaterial(
    join(directory, 'contexts', 'tls', id, 'docker'),
    `the context ${JSON.stringify(name)} in`,
  );
  const hasTls = Object.keys(tls).length > 0;
  return {file, host, tls: hasTls ? tls : undefined, skipsTlsVerify: own(endpoint, 'SkipTLSVerify') === true};
}

async function contextNames(directory: string): Promise<readonly string[]> {
  const meta = join(directory, 'contexts', 'meta');
  const ids = await readdir(meta).catch(() => []);
  const names = await Promise.all(ids.map((id) => readJson(join(meta, id, 'meta.json')).catch(() => undefined)));
  return names
    .map((json) => own(json, 'Name'))
    .filter((name) => typeof name === 'string')
    .sort();
}

/** Why a file is of no use, to go after its name. */
class Unusable extends Error {
  override readonly name = 'Unusable';
}

async function readJson(file: string): Promise<unknown> {
  const text = await readLimited(file);
  if (text === undefined) throw new Unusable('is not a regular file of at most 1 MiB');
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes the text around the fault.
    throw new Unusable('is not valid JSON');
  }
}

function whyNot(error: unknown): string {
  if (error instanceof Unusable) return error.message;
  return `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`;
}

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
}

function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
