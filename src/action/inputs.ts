/**
 * The inputs of action.yml, read and checked before any work: text becomes typed values here and nowhere later. Names
 * are letter for letter those of docker/build-push-action where it has them; what it has and we have not is refused by
 * name (unsupported.ts), so nothing is ignored in silence.
 */
import {resolve} from 'node:path';
import {InvalidInput} from '../pipeline/errors.ts';
import type {Inputs} from '../pipeline/run.ts';
import type {RegistryLogin} from '../registry/credential-source.ts';
import {InvalidPlatform, type Platform, parsePlatform} from '../registry/platform.ts';
import {
  formatFamiliar,
  InvalidReference,
  parseReference,
  type Reference,
  type TaggedReference,
  withDefaultTag,
} from '../registry/reference.ts';
import type {Log} from '../report/log.ts';
import {chooseContext, chooseFile} from './context-input.ts';
import {chooseEngine} from './engine-input.ts';
import {type ListMode, parseList} from './list.ts';
import {readLogins, readTokenServers} from './logins.ts';
import {parseDuration, parseInteger} from './numbers.ts';
import {suspiciousBuildArg} from './suspicious.ts';
import {
  parseBuildArgs,
  parseCacheEntry,
  parseExtraHost,
  parseFlag,
  parseLabels,
  parseMemorySwap,
  parseSize,
  parseUlimit,
} from './units.ts';
import {checkUnsupported} from './unsupported.ts';

type Kind = 'text' | 'flag' | ListMode;

/** Every input of action.yml and how its text is read; a test holds the two together. */
export const INPUTS = {
  context: 'text',
  file: 'text',
  tags: 'csv',
  push: 'flag',
  load: 'flag',
  platforms: 'csv',
  'build-args': 'list',
  labels: 'list',
  target: 'text',
  'cache-from': 'list',
  'no-cache': 'flag',
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
  provenance: 'text',
  sbom: 'text',
  registry: 'text',
  username: 'text',
  password: 'text',
  'registry-auth': 'text',
  'github-token': 'text',
  'token-servers': 'csv',
  'docker-host': 'text',
  'docker-context': 'text',
  'ssh-known-hosts': 'text',
  'allow-plain-docker-host': 'flag',
  'fail-on-secret-args': 'flag',
  'max-context-entries': 'text',
  timeout: 'text',
} as const satisfies Record<string, Kind>;

type Name = keyof typeof INPUTS;
type Value<K extends Kind> = K extends 'flag' ? boolean : K extends 'text' ? string : readonly string[];
type RawInputs = {readonly [N in Name]: Value<(typeof INPUTS)[N]>};

/**
 * Text of an input as the runner hands it over, trimmed; '' when it is absent. The same as getInput of @actions/core,
 * which is not loaded yet when inputs are read.
 */
export function inputText(env: NodeJS.ProcessEnv, name: string): string {
  return (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
}

export interface InputSource {
  /** Text of an input, trimmed; '' when it is absent. */
  readonly raw: (name: string) => string;
  readonly env: NodeJS.ProcessEnv;
  readonly log: Log;
  /** Masks a value in the log. */
  readonly onSecret: (value: string) => void;
}

export interface StepInputs {
  readonly inputs: Inputs;
  readonly logins: readonly RegistryLogin[];
  readonly jobToken: string;
  /** `host[:port]` that may get the credentials of a registry on another host. */
  readonly tokenServers: readonly string[];
  /** Limit of the whole step; undefined is none. */
  readonly timeoutMs: number | undefined;
}

/** Throws InvalidInput that names the input, for the first thing that is wrong; for the engine see `chooseEngine`. */
export async function readInputs(source: InputSource): Promise<StepInputs> {
  const {env, log, raw: rawText} = source;
  const raw = readRaw(rawText, log);
  const logins = await readLogins(raw, source);
  checkUnsupported(rawText, log);
  const workspace = resolve(env['GITHUB_WORKSPACE'] || process.cwd());
  const tags = readTags(raw.tags);
  if (raw.push && tags.length === 0) {
    throw new InvalidInput(
      'tags',
      'push is true, but there is no tag that says where to',
      'add one, such as ghcr.io/owner/app:1.0',
    );
  }
  if (raw.load && tags.length === 0)
    log.notice('load: the image stays in the engine without a name, as there are no tags');
  warnAboutForeignCode(raw.push, source);
  const inputs: Omit<Inputs, 'engine'> = {
    workspace,
    context: chooseContext(raw.context, workspace, log),
    file: chooseFile(raw.file, workspace),
    maxEntries: parseInteger('max-context-entries', raw['max-context-entries'] || '1000000', 1),
    tags,
    push: raw.push,
    ...readBuild(raw, source, logins),
  };
  const tokenServers = readTokenServers(raw['token-servers']);
  const timeoutMs = optional(raw.timeout, (text) => parseDuration('timeout', text));
  // The last, as it looks for an engine: whatever else is wrong is the author's to know first.
  const engine = await chooseEngine({
    host: raw['docker-host'],
    context: raw['docker-context'],
    knownHosts: raw['ssh-known-hosts'],
    allowPlain: raw['allow-plain-docker-host'],
    workspace,
    env,
    log,
  });
  return {inputs: {...inputs, engine}, logins, jobToken: raw['github-token'], tokenServers, timeoutMs};
}

/** Events whose jobs have the secrets of the repository and may have checked out somebody else's code (hardening E6). */
const PRIVILEGED_EVENTS: readonly string[] = ['pull_request_target', 'workflow_run', 'issue_comment'];

function warnAboutForeignCode(push: boolean, {env, log}: InputSource): void {
  const event = env['GITHUB_EVENT_NAME'] ?? '';
  if (!push || !PRIVILEGED_EVENTS.includes(event)) return;
  log.warning(
    `push on the event ${event}: if the context is the code of a pull request, its author decides what is published in your name`,
  );
}

function readRaw(text: (name: string) => string, log: Log): RawInputs {
  const values: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(INPUTS) as [Name, Kind][]) {
    if (kind === 'text') values[name] = text(name);
    else if (kind === 'flag') values[name] = parseFlag(name, text(name), false);
    else {
      const {items, notices, warnings} = parseList(name, text(name), kind);
      for (const notice of notices) log.notice(notice);
      for (const warning of warnings) log.warning(warning);
      values[name] = items;
    }
  }
  return values as RawInputs;
}

function readBuild(raw: RawInputs, source: InputSource, logins: readonly RegistryLogin[]) {
  return {
    buildArgs: readBuildArgs(raw, source, logins),
    labels: parseLabels('labels', raw.labels),
    cacheFrom: readCacheFrom(raw['cache-from'], source.log),
    target: optional(raw.target, (text) => text),
    platform: readPlatform(raw.platforms),
    noCache: raw['no-cache'],
    pull: raw.pull,
    network: optional(raw.network, (text) => text),
    addHosts: raw['add-hosts'].map((item) => {
      const {host, address} = parseExtraHost('add-hosts', item);
      return `${host}:${address}`;
    }),
    shmSize: optional(raw['shm-size'], (text) => parseSize('shm-size', text)),
    ulimits: raw.ulimit.map((item) => parseUlimit('ulimit', item)),
    cgroupParent: optional(raw['cgroup-parent'], (text) => text),
    memory: optional(raw.memory, (text) => parseSize('memory', text)),
    memorySwap: optional(raw['memory-swap'], (text) => parseMemorySwap('memory-swap', text)),
    cpuShares: optional(raw['cpu-shares'], (text) => parseInteger('cpu-shares', text, 0)),
    cpusetCpus: optional(raw['cpuset-cpus'], parseCpuSet),
    cpuPeriod: optional(raw['cpu-period'], (text) => parseInteger('cpu-period', text, 0)),
    cpuQuota: optional(raw['cpu-quota'], (text) => parseInteger('cpu-quota', text, -1)),
    squash: raw.squash,
    builderVersion: parseBuilderVersion(raw['builder-version']),
  };
}

function optional<T>(text: string, parse: (text: string) => T): T | undefined {
  return text === '' ? undefined : parse(text);
}

function parseCpuSet(text: string): string {
  if (/^\d+(-\d+)?(,\d+(-\d+)?)*$/.test(text)) return text;
  throw new InvalidInput('cpuset-cpus', `"${text}" is not a set of CPUs`, 'write it as 0-3 or 0,1');
}

function parseBuilderVersion(text: string): 'auto' | '1' | '2' {
  if (text === '' || text === 'auto') return 'auto';
  if (text === '1' || text === '2') return text;
  throw new InvalidInput(
    'builder-version',
    `"${text}" is no builder`,
    'write auto, 2 (BuildKit) or 1 (classic builder)',
  );
}

/** Full references; `latest` where no tag is given; each once. */
function readTags(items: readonly string[]): readonly TaggedReference[] {
  const byName = new Map<string, TaggedReference>();
  for (const item of items) {
    const reference = readReference('tags', item);
    if (reference.digest !== undefined) {
      throw new InvalidInput(
        'tags',
        `"${item}" has a digest, which cannot be given to an image`,
        'leave out what begins with @',
      );
    }
    const tagged = withDefaultTag(reference) as TaggedReference;
    byName.set(formatFamiliar(tagged), tagged);
  }
  return [...byName.values()];
}

function readReference(input: string, text: string): Reference {
  try {
    return parseReference(text);
  } catch (error) {
    if (!(error instanceof InvalidReference)) throw error;
    throw new InvalidInput(input, error.message, error.hint);
  }
}

function readPlatform(items: readonly string[]): Platform | undefined {
  const [first] = items;
  if (first === undefined) return undefined;
  if (items.length > 1) {
    throw new InvalidInput(
      'platforms',
      `${items.length} platforms in one step are not supported yet`,
      'use one step, or one job of a matrix, for each platform',
    );
  }
  try {
    return parsePlatform(first);
  } catch (error) {
    if (!(error instanceof InvalidPlatform)) throw error;
    throw new InvalidInput('platforms', error.message, error.hint);
  }
}

/** Registry caches; another type only costs speed here, so it is a warning. */
function readCacheFrom(items: readonly string[], log: Log): readonly Reference[] {
  const references: Reference[] = [];
  for (const entry of items.flatMap((item) => parseCacheEntry('cache-from', item))) {
    if (entry.kind === 'registry') references.push(readReference('cache-from', entry.reference));
    else
      log.warning(
        `input cache-from: type=${entry.type} is not supported yet, so the build goes on without this cache; use type=registry,ref=…`,
      );
  }
  return references;
}

function readBuildArgs(
  raw: RawInputs,
  {env, log}: InputSource,
  logins: readonly RegistryLogin[],
): ReadonlyMap<string, string> {
  const {values, unset} = parseBuildArgs('build-args', raw['build-args'], env);
  for (const name of unset)
    log.notice(`input build-args: ${name} has no value and there is no such environment variable, so it is left out`);
  const epoch = env['SOURCE_DATE_EPOCH'];
  const all = new Map(epoch && !values.has('SOURCE_DATE_EPOCH') ? [...values, ['SOURCE_DATE_EPOCH', epoch]] : values);
  const secrets = [raw['github-token'], ...logins.map(({password}) => password)];
  for (const [name, value] of all) {
    const warning = suspiciousBuildArg(name, value, secrets);
    if (warning === undefined) continue;
    if (raw['fail-on-secret-args']) throw new InvalidInput('build-args', warning, 'or set fail-on-secret-args: false');
    log.warning(warning);
  }
  return all;
}
