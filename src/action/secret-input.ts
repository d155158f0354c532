/**
 * Inputs `secrets`, `secret-envs` and `secret-files`, read as docker/build-push-action does. Each value is masked as soon
 * as it is known (hardening S1). Messages name the id alone: what stands behind the equals sign may be a secret in the
 * wrong input.
 */
import {closeSync, fstatSync, openSync, readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {InvalidInput} from '../pipeline/errors.ts';
import type {BuildSecret} from '../pipeline/session-inputs.ts';
import {maskableLines} from '../registry/masks.ts';
import type {InputSource, RawInputs} from './raw-inputs.ts';

/** The largest secret that BuildKit's own clients send, in bytes. */
const LIMIT = 500 * 1024;

/** Up to here the base64 of a secret with lines, or of one that is no text, is hidden, too; in bytes. */
const ENCODED_LIMIT = 64 * 1024;

type SecretInputs = Pick<RawInputs, 'secrets' | 'secret-envs' | 'secret-files'>;

/** By id; of one id that is given twice the last counts, of inputs in the order of the name above. Throws InvalidInput. */
export function readSecrets(
  raw: SecretInputs,
  source: Pick<InputSource, 'env' | 'log' | 'onSecret'>,
  workspace: string,
): ReadonlyMap<string, BuildSecret> {
  const {env, log} = source;
  const secrets = new Map<string, BuildSecret>();
  const add = (input: string, id: string, value: Uint8Array) => {
    if (value.length > LIMIT) throw tooLarge(input, id, value.length);
    hideSecret(`the secret ${JSON.stringify(id)} (input ${input})`, value, source);
    if (secrets.has(id))
      log.warning(`input ${input}: the secret ${JSON.stringify(id)} is given twice, the last counts`);
    secrets.set(id, {value, input});
  };
  for (const {id, text} of pairs('secret-envs', raw['secret-envs'], source)) {
    const value = env[text.trim()];
    if (value === undefined) {
      throw new InvalidInput(
        'secret-envs',
        `the environment variable of the secret ${JSON.stringify(id)} is not set`,
        'set it in env: of this step, and write id=VARIABLE',
      );
    }
    if (value === '') log.warning(`input secret-envs: the secret ${JSON.stringify(id)} is empty, as its variable is`);
    add('secret-envs', id, Buffer.from(value));
  }
  for (const {id, text} of pairs('secrets', raw.secrets, source)) add('secrets', id, Buffer.from(text));
  for (const {id, text} of pairs('secret-files', raw['secret-files'], source)) {
    const value = readSecretFile(id, resolve(workspace, text.trim()));
    if (value !== undefined) add('secret-files', id, value);
    else
      log.warning(`input secret-files: the file of the secret ${JSON.stringify(id)} does not exist, so it is left out`);
  }
  return secrets;
}

/** The secrets that are texts, without the white space around them. */
export function textsOf(secrets: ReadonlyMap<string, BuildSecret>): readonly string[] {
  return [...secrets.values()].map(({value}) => decode(value)?.trim() ?? '').filter((text) => text !== '');
}

/** Hides a secret in the log; a warning says when it cannot be, and calls it `what`. */
export function hideSecret(
  what: string,
  value: Uint8Array,
  {log, onSecret}: Pick<InputSource, 'log' | 'onSecret'>,
): void {
  if (value.length === 0) return;
  const text = decode(value);
  const hasOneLine = text !== undefined && !/[\r\n]/.test(text.trim());
  const lines = maskableLines(text ?? '');
  for (const line of lines) onSecret(line, {what, isLine: !hasOneLine});
  if (hasOneLine && lines.length === 0) {
    const why = text.trim().length < 4 ? 'has fewer than 4 characters' : 'is only punctuation';
    log.warning(`${what} ${why}, so it cannot be masked in the log`);
  }
  // Of what is masked, which are single lines of text, the runner knows the base64 itself.
  if (!hasOneLine && value.length <= ENCODED_LIMIT)
    onSecret(Buffer.from(value).toString('base64'), {what, isLine: false});
}

/** Items `id=text` with both halves; any other is skipped with a warning that counts it, as its text may be secret. */
function pairs(
  input: string,
  items: readonly string[],
  {log}: Pick<InputSource, 'log'>,
): readonly {readonly id: string; readonly text: string}[] {
  return items.flatMap((item, at) => {
    const equals = item.indexOf('=');
    const id = item.slice(0, Math.max(equals, 0)).trim();
    const text = item.slice(equals + 1);
    if (id !== '' && text !== '') return [{id, text}];
    const what = id === '' ? `its item ${at + 1} has no id` : `the secret ${JSON.stringify(id)} is empty`;
    log.warning(`input ${input}: ${what}, so it is left out`);
    return [];
  });
}

/** Undefined where there is none. */
function readSecretFile(id: string, path: string): Uint8Array | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw unreadable(id, code);
  }
  try {
    const stats = fstatSync(file);
    if (stats.isDirectory()) throw unreadable(id, 'it is a directory');
    if (stats.size > LIMIT) throw tooLarge('secret-files', id, stats.size);
    return readFileSync(file);
  } catch (error) {
    throw error instanceof InvalidInput ? error : unreadable(id, (error as NodeJS.ErrnoException).code);
  } finally {
    closeSync(file);
  }
}

function unreadable(id: string, why = 'no reason given'): InvalidInput {
  return new InvalidInput('secret-files', `the file of the secret ${JSON.stringify(id)} cannot be read (${why})`);
}

function tooLarge(input: string, id: string, size: number): InvalidInput {
  const limit = LIMIT / 1024;
  const has = Math.ceil(size / 1024);
  return new InvalidInput(
    input,
    `the secret ${JSON.stringify(id)} has ${has} KiB, and a secret may have ${limit} KiB`,
    'give steps a key, and fetch or decrypt with it what is large',
  );
}

/** Undefined for what is no text. */
function decode(value: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(value);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
