/**
 * The inputs of action.yml as the runner hands them over: which there are, how the text of each is read, and to which
 * sources each belongs. What they mean is for the files beside this one.
 */

import {InvalidInput} from '../pipeline/errors.ts';
import type {Origin} from '../pipeline/origin.ts';
import type {OnSecret} from '../registry/masks.ts';
import type {Log} from '../report/log.ts';
import {type ListMode, parseList} from './list.ts';
import {parseFlag} from './units.ts';

/** `on` is a flag that is true when nothing is said. */
export type Kind = 'text' | 'flag' | 'on' | ListMode;

/** Every input of action.yml and how its text is read; a test holds the two together. */
export const INPUTS = {
  mode: 'text',
  source: 'text',
  context: 'text',
  'default-context': 'text',
  file: 'text',
  'dockerfile-inline': 'text',
  archive: 'text',
  'archive-type': 'text',
  container: 'text',
  image: 'text',
  changes: 'list',
  message: 'text',
  author: 'text',
  pause: 'on',
  'container-config': 'text',
  tags: 'csv',
  push: 'flag',
  'push-by-digest': 'flag',
  overwrite: 'text',
  preflight: 'on',
  'skip-unchanged': 'flag',
  'skip-from': 'csv',
  'skip-max-age': 'text',
  'skip-with-secrets': 'flag',
  load: 'flag',
  outputs: 'outputs',
  platforms: 'csv',
  'build-args': 'list',
  labels: 'list',
  secrets: 'secrets',
  'secret-envs': 'csv',
  'secret-files': 'list',
  ssh: 'csv',
  target: 'text',
  'cache-from': 'list',
  'cache-to': 'list',
  'cache-save': 'text',
  'cache-max-size': 'text',
  'no-cache': 'flag',
  'no-cache-filters': 'csv',
  'build-contexts': 'list',
  pull: 'flag',
  network: 'text',
  'add-hosts': 'csv',
  'shm-size': 'text',
  ulimit: 'list',
  'cgroup-parent': 'text',
  memory: 'text',
  'memory-swap': 'text',
  'cpu-shares': 'text',
  'cpuset-cpus': 'text',
  'cpu-period': 'text',
  'cpu-quota': 'text',
  squash: 'flag',
  'builder-version': 'text',
  call: 'text',
  'context-transfer': 'text',
  quiet: 'flag',
  'keep-containers': 'text',
  annotations: 'list',
  attests: 'list',
  provenance: 'text',
  sbom: 'text',
  allow: 'csv',
  'engine-api': 'text',
  registry: 'text',
  username: 'text',
  password: 'text',
  'registry-auth': 'text',
  'github-token': 'text',
  'token-servers': 'csv',
  'registry-ca': 'text',
  'docker-host': 'text',
  builder: 'list',
  'builder-certs': 'text',
  'docker-context': 'text',
  engines: 'list',
  'ssh-known-hosts': 'text',
  'allow-plain-docker-host': 'flag',
  'fail-on-secret-args': 'flag',
  'leak-guard': 'text',
  'max-context-entries': 'text',
  filters: 'list',
  'list-options': 'csv',
  term: 'text',
  limit: 'text',
  cleanup: 'flag',
  'delete-images': 'list',
  'prune-images': 'list',
  'prune-build-cache': 'list',
  'on-full-disk': 'text',
  summary: 'on',
  timeout: 'text',
} as const satisfies Record<string, Kind>;

type Name = keyof typeof INPUTS;
type Value<K extends Kind> = K extends 'flag' | 'on' ? boolean : K extends 'text' ? string : readonly string[];
export type RawInputs = {readonly [N in Name]: Value<(typeof INPUTS)[N]>};

/** Defaults in action.yml that are neither empty nor `false`, nor an expression; a test holds the two together. */
export const DEFAULTS: Readonly<Partial<Record<Name, string>>> = {
  mode: 'publish',
  source: 'build',
  'default-context': 'auto',
  'archive-type': 'auto',
  pause: 'true',
  overwrite: 'always',
  preflight: 'true',
  'skip-max-age': '7d',
  'cache-save': 'auto',
  'cache-max-size': '2g',
  'builder-version': 'auto',
  'engine-api': 'auto',
  call: 'build',
  'context-transfer': 'auto',
  'keep-containers': 'never',
  'leak-guard': 'stop',
  'max-context-entries': '1000000',
  'on-full-disk': 'prune',
  summary: 'true',
};

export type Source = Origin['kind'];

/** The sources that an input is for; one that is not listed is for all of them. */
const SOURCES: Readonly<Partial<Record<Name, readonly Source[]>>> = {
  ...Object.fromEntries(
    [
      'context',
      'default-context',
      'file',
      'dockerfile-inline',
      'build-args',
      'secrets',
      'secret-envs',
      'secret-files',
      'ssh',
      'target',
      'cache-from',
      'cache-to',
      'cache-save',
      'cache-max-size',
      'no-cache',
      'no-cache-filters',
      'build-contexts',
      'annotations',
      'attests',
      'provenance',
      'sbom',
      'allow',
      'engine-api',
      'builder',
      'builder-certs',
      'network',
      'add-hosts',
      'shm-size',
      'ulimit',
      'cgroup-parent',
      'memory',
      'memory-swap',
      'cpu-shares',
      'cpuset-cpus',
      'cpu-period',
      'cpu-quota',
      'squash',
      'builder-version',
      'call',
      'context-transfer',
      'keep-containers',
      'skip-unchanged',
      'skip-from',
      'skip-max-age',
      'skip-with-secrets',
    ].map((name) => [name, ['build']]),
  ),
  archive: ['archive'],
  'archive-type': ['archive'],
  container: ['container'],
  author: ['container'],
  pause: ['container'],
  'container-config': ['container'],
  image: ['image', 'archive'],
  engines: ['build'],
  pull: ['build', 'image'],
  labels: ['build', 'container', 'archive'],
  quiet: ['build', 'archive'],
  changes: ['container', 'archive'],
  message: ['container', 'archive'],
};

/**
 * An input that the chosen source, or a mode without one, would not look at is an error: the image would not be what was
 * meant. Throws InvalidInput.
 */
export function checkSource(text: (name: string) => string, chosen: Source | {readonly mode: string}): void {
  for (const [name, sources] of Object.entries(SOURCES)) {
    const value = text(name);
    if ((typeof chosen === 'string' && sources.includes(chosen)) || value === '' || value.toLowerCase() === 'false')
      continue;
    if (value === DEFAULTS[name as Name]) continue;
    if (typeof chosen !== 'string')
      throw new InvalidInput(name, `it has no effect with mode: ${chosen.mode}`, 'leave it out');
    throw new InvalidInput(
      name,
      `it has no effect with source: ${chosen}`,
      `leave it out, or set source: ${sources.join(' or ')}`,
    );
  }
}

/**
 * Text of an input as the runner hands it over; '' when it is absent. The same as getInput of @actions/core,
 * which is not loaded yet when inputs are read.
 */
export function inputText(env: NodeJS.ProcessEnv, name: string, form: TextForm = 'trimmed'): string {
  const text = env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '';
  return form === 'trimmed' ? text.trim() : text;
}

/** `whole` is the text with the white space around it. */
export type TextForm = 'trimmed' | 'whole';
export type ReadText = (name: string, form?: TextForm) => string;

export interface InputSource {
  /** Text of an input; '' when it is absent. */
  readonly raw: ReadText;
  readonly env: NodeJS.ProcessEnv;
  readonly log: Log;
  readonly onSecret: OnSecret;
}

/** Throws InvalidInput for a list or a flag that is none. */
export function readRaw(text: ReadText, log: Log): RawInputs {
  return readKinds(INPUTS, text, log);
}

/** The inputs of any action, each by its kind. Throws as `readRaw`. */
export function readKinds<K extends Readonly<Record<string, Kind>>>(
  kinds: K,
  text: ReadText,
  log: Log,
): {readonly [N in keyof K]: Value<K[N]>} {
  const values: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(kinds)) {
    if (kind === 'text') values[name] = text(name);
    else if (kind === 'flag' || kind === 'on') values[name] = parseFlag(name, text(name), kind === 'on');
    else {
      const {items, notices, warnings} = parseList(name, text(name, kind === 'secrets' ? 'whole' : 'trimmed'), kind);
      for (const notice of notices) log.notice(notice);
      for (const warning of warnings) log.warning(warning);
      values[name] = items;
    }
  }
  return values as {readonly [N in keyof K]: Value<K[N]>};
}
