/**
 * Values of single inputs: sizes, limits, flags, and `key=value` items. Each parser takes the name of the input for
 * its errors. Forms and meanings are those of docker/build-push-action and the docker CLI (go-units, opts).
 */

import {isIP} from 'node:net';
import type {Ulimit} from '../engine/build.ts';
import {InvalidInput, InvalidVariable} from '../pipeline/errors.ts';
import {parseFields} from './list.ts';

const TRUE = ['true', 'True', 'TRUE'];
const FALSE = ['false', 'False', 'FALSE'];

/** A boolean input; '' is the default, as an expression that yields nothing should not fail. */
export function parseFlag(input: string, text: string, byDefault: boolean): boolean {
  if (text === '') return byDefault;
  if (TRUE.includes(text)) return true;
  if (FALSE.includes(text)) return false;
  throw new InvalidInput(input, `${quote(text)} is not a boolean`, 'write true or false');
}

/** A boolean variable by the words of Go, as docker/build-push-action reads its own; unset or '' is the default. */
export function readVariable(name: string, env: NodeJS.ProcessEnv, byDefault: boolean): boolean {
  const text = env[name] ?? '';
  if (text === '') return byDefault;
  if (['1', 't', 'T', ...TRUE].includes(text)) return true;
  if (['0', 'f', 'F', ...FALSE].includes(text)) return false;
  throw new InvalidVariable(name, `${quote(text)} is not a boolean`, 'Set it to true or false, or not at all');
}

/** Bytes from `2g`, `1.5gb`, `512m`, `65536`; units b, k, m, g, t are powers of 1024. Fractions of a byte are cut. */
export function parseSize(input: string, text: string): number {
  const parts = /^(\d+(?:\.\d+)?) ?([kmgt])?i?b?$/i.exec(text);
  const factor = 1024 ** ['', 'k', 'm', 'g', 't'].indexOf(parts?.[2]?.toLowerCase() ?? '');
  const bytes = Math.trunc(Number(parts?.[1]) * factor);
  if (!parts || !Number.isSafeInteger(bytes)) {
    throw new InvalidInput(
      input,
      `${quote(text)} is not a size`,
      'write a number with unit b, k, m or g, for example 512m or 1.5g',
    );
  }
  return bytes;
}

/** Memory plus swap in bytes; -1 is unlimited swap. */
export function parseMemorySwap(input: string, text: string): number {
  return text === '-1' ? -1 : parseSize(input, text);
}

const ULIMITS = 'core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack'.split(
  ' ',
);

/** `name=soft[:hard]`; a missing hard limit equals the soft one. */
export function parseUlimit(input: string, text: string): Ulimit {
  const bad = (reason: string) =>
    new InvalidInput(
      input,
      `${quote(text)}: ${reason}`,
      'write it as name=soft[:hard], for example nofile=1024:4096, -1 for unlimited',
    );
  const parts = /^([^=]*)=([^:]*)(?::([^:]*))?$/.exec(text);
  if (!parts) throw bad('it is not of the form name=soft[:hard]');
  const [, name = '', softText = '', hardText = softText] = parts;
  if (!ULIMITS.includes(name)) throw bad(`there is no limit ${quote(name)}, only ${ULIMITS.join(', ')}`);
  const [soft, hard] = [limitOf(softText), limitOf(hardText)];
  if (soft === undefined || hard === undefined) throw bad('a limit is a whole number or -1');
  if (hard !== -1 && (soft === -1 || soft > hard)) throw bad('the soft limit is above the hard one');
  return {name, soft, hard};
}

function limitOf(text: string): number | undefined {
  if (text === '-1' || text === 'infinity') return -1;
  const number = Number(text);
  return /^\d+$/.test(text) && Number.isSafeInteger(number) ? number : undefined;
}

export interface ExtraHost {
  readonly host: string;
  /** Without brackets; or `host-gateway`, which the engine replaces. */
  readonly address: string;
}

/** `host=ip`, or `host:ip` where no `=` is; IPv6 with or without brackets. */
export function parseExtraHost(input: string, text: string): ExtraHost {
  const cut = text.includes('=') ? text.indexOf('=') : text.indexOf(':');
  const host = text.slice(0, Math.max(cut, 0)).trim();
  const address = text
    .slice(cut + 1)
    .trim()
    .replace(/^\[(.+)\]$/, '$1');
  if (host === '' || (address !== 'host-gateway' && isIP(address) === 0)) {
    throw new InvalidInput(
      input,
      `${quote(text)} does not name a host and an IP address`,
      'write it as host=ip, for example db=10.0.0.5, db=[fd00::5] or db=host-gateway',
    );
  }
  return {host, address};
}

export interface BuildArgs {
  readonly values: ReadonlyMap<string, string>;
  /** Names given without value whose environment variable is not set: dropped, as in build-push-action. */
  readonly unset: readonly string[];
}

/** `KEY=value` at the first `=`; `KEY` alone takes the variable of that name. The last of equal keys wins. */
export function parseBuildArgs(
  input: string,
  items: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
): BuildArgs {
  const given = items.map((item) => keyAndValue(input, item));
  const resolved = given.map(({key, value}) => ({key, value: value ?? own(variables, key)}));
  const values = new Map<string, string>();
  for (const {key, value} of resolved) {
    if (value !== undefined) values.set(key, value);
  }
  const unset = resolved.filter(({key, value}) => value === undefined && !values.has(key)).map(({key}) => key);
  return {values, unset: [...new Set(unset)]};
}

/** `key=value` at the first `=`; `key` alone has an empty value. The last of equal keys wins. */
export function parseLabels(input: string, items: readonly string[]): ReadonlyMap<string, string> {
  return new Map(items.map((item) => keyAndValue(input, item)).map(({key, value}) => [key, value ?? '']));
}

export type CacheEntry =
  | {readonly kind: 'registry'; readonly reference: string; readonly attributes: ReadonlyMap<string, string>}
  /** A type the caller has to judge: `gha`, `local`, `inline`, … */
  | {readonly kind: 'other'; readonly type: string; readonly attributes: ReadonlyMap<string, string>};

/**
 * One item of cache-from or cache-to: plain references, or `type=…,key=value,…`. Keys of attributes come in lower
 * case, without those that have a field of their own. Errors name keys only: values can be access keys.
 */
export function parseCacheEntry(input: string, text: string): readonly CacheEntry[] {
  const fields = parseFields(input, text)
    .map((field) => field.trim())
    .filter((field) => field !== '');
  if (!fields.some((field) => field.includes('='))) {
    return fields.map((reference) => ({kind: 'registry', reference, attributes: new Map()}));
  }
  const given = new Map<string, string>();
  for (const field of fields) {
    const {key, value} = keyAndValue(input, field);
    if (value === undefined) {
      throw new InvalidInput(
        input,
        'a part between commas has no "="',
        'write key=value parts only, or plain image references only',
      );
    }
    given.set(key.trim().toLowerCase(), value.trim());
  }
  const {type = '', ref = ''} = Object.fromEntries(given);
  const attributes = new Map([...given].filter(([key]) => key !== 'type' && (key !== 'ref' || type !== 'registry')));
  const keys = [...given.keys()].join(', ');
  if (type === '') {
    throw new InvalidInput(
      input,
      `an entry (with ${keys}) has no type`,
      'add type=registry, or give a plain image reference',
    );
  }
  if (type !== 'registry') return [{kind: 'other', type, attributes}];
  if (ref === '')
    throw new InvalidInput(input, `an entry (with ${keys}) has no ref`, 'write type=registry,ref=<image reference>');
  return [{kind: 'registry', reference: ref, attributes}];
}

/** Never repeats the item: what follows the `=` may be a secret. */
function keyAndValue(input: string, item: string): {readonly key: string; readonly value: string | undefined} {
  const equals = item.indexOf('=');
  if (equals === 0 || item === '') {
    throw new InvalidInput(input, 'an item has nothing before its "="', 'write each item as KEY=value');
  }
  return equals < 0 ? {key: item, value: undefined} : {key: item.slice(0, equals), value: item.slice(equals + 1)};
}

function own(record: Readonly<Record<string, string | undefined>>, key: string): string | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function quote(text: string): string {
  return JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
}
