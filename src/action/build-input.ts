/** The inputs that shape a build. Forms and names are those of docker/build-push-action where it has them. */
import type {ControlInputs} from '../pipeline/control-inputs.ts';
import {SOURCE_DATE_EPOCH} from '../pipeline/epoch.ts';
import {InvalidInput} from '../pipeline/errors.ts';
import {showGitSource} from '../pipeline/git-source.ts';
import type {BuildOrigin} from '../pipeline/origin.ts';
import type {BuildSecret, SshForward} from '../pipeline/session-inputs.ts';
import type {RegistryLogin} from '../registry/credential-source.ts';
import type {Platform} from '../registry/platform.ts';
import type {Reference} from '../registry/reference.ts';
import {readAnnotations} from './annotation-input.ts';
import {readCaches} from './cache-input.ts';
import {readChoice, readLeakGuard} from './choices.ts';
import {type ContextChoice, chooseContext} from './context-input.ts';
import {readControl} from './control-input.ts';
import {parseInteger} from './numbers.ts';
import type {InputSource, RawInputs} from './raw-inputs.ts';
import {readOnePlatform} from './reference-input.ts';
import {readSecrets, textsOf} from './secret-input.ts';
import {readSshForwards} from './ssh-forward-input.ts';
import {suspiciousBuildArg} from './suspicious.ts';
import {parseBuildArgs, parseExtraHost, parseLabels, parseMemorySwap, parseSize, parseUlimit} from './units.ts';

/** What else shapes a build. */
export interface BuildSurroundings {
  readonly workspace: string;
  readonly logins: readonly RegistryLogin[];
  /** Attributes of `outputs: type=image`. */
  readonly imageAttributes: ReadonlyMap<string, string>;
  /** Repositories that the builder pushes to without a tag. */
  readonly byDigest: readonly Reference[];
  /** Two and more that the builder is to make one index for. */
  readonly platforms: readonly Platform[];
  /** That the builder is to give. */
  readonly annotations: readonly string[];
}

/** Throws InvalidInput. */
export function readBuild(
  raw: RawInputs,
  source: InputSource,
  {workspace, logins, imageAttributes, byDigest, platforms, annotations}: BuildSurroundings,
): BuildOrigin {
  const ssh = readSshForwards(raw.ssh, source, workspace);
  const choice = chooseContext(raw, {workspace, env: source.env, log: source.log});
  const caches = readCaches(raw, {...source, workspace});
  const control = readControl(raw, source, {workspace, caches, byDigest, platforms});

  const secrets = withGitToken(readSecrets(raw, source, workspace), choice, raw['github-token']);
  checkContextKey(choice, ssh);
  const buildArgs = readBuildArgs(raw, source, [...logins.map(({password}) => password), ...textsOf(secrets)]);
  return {
    kind: 'build',
    call: readCall(raw.call),
    context: choice.context,
    dockerfile: choice.dockerfile,
    maxEntries: parseInteger('max-context-entries', raw['max-context-entries'] || '1000000', 1),
    imageAttributes: new Map([...imageAttributes, ...readAnnotations(annotations, makesIndex(control, buildArgs))]),
    secrets,
    ssh,
    buildArgs,
    labels: parseLabels('labels', raw.labels),
    cacheFrom: caches.from,
    control,
    layers: {...caches.layers, leakGuard: readLeakGuard(raw['leak-guard'])},
    target: optional(raw.target, (text) => text),
    platform: raw.platforms.length > 1 ? undefined : readOnePlatform(raw.platforms),
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
    builderVersion: readChoice('builder-version', raw['builder-version'], ['auto', '2', '1']),
    contextTransfer: readChoice('context-transfer', raw['context-transfer'], ['auto', 'tar', 'sync']),
    quiet: raw.quiet,
    keepContainers: readChoice('keep-containers', raw['keep-containers'], ['never', 'failed', 'always']),
  };
}

/** BuildKit, too, takes the agent of this id for Git. */
function checkContextKey({context}: ContextChoice, ssh: readonly SshForward[]): void {
  if (context.kind !== 'git' || context.source.scheme !== 'ssh' || ssh.some(({id}) => id === 'default')) return;
  throw new InvalidInput(
    'ssh',
    `the context ${showGitSource(context.source)} is fetched by ssh, and no key or agent is given for it`,
    'write default for the agent of the job, or default=path with a private key',
  );
}

/**
 * The job's token for the commit of the job, under the name by which BuildKit asks for it. An account of the author's own
 * goes before it (docker/build-push-action src/context.ts, `getBuildArgs`).
 */
function withGitToken(
  secrets: ReadonlyMap<string, BuildSecret>,
  {context, isOfEvent}: ContextChoice,
  token: string,
): ReadonlyMap<string, BuildSecret> {
  if (!isOfEvent || context.kind !== 'git' || !context.source.scheme.startsWith('http') || token === '') return secrets;
  const id = `GIT_AUTH_TOKEN.${context.source.host}`;
  if (secrets.has('GIT_AUTH_TOKEN') || secrets.has(id)) return secrets;
  return new Map([...secrets, [id, {value: Buffer.from(token), input: undefined}]]);
}

/** Attestations stand beside the manifest that they are about. */
function makesIndex({platforms, attestations}: ControlInputs, buildArgs: ReadonlyMap<string, string>): boolean {
  return platforms.length > 1 || attestations.size > 0 || buildArgs.get('BUILDKIT_MULTI_PLATFORM') === '1';
}

function optional<T>(text: string, parse: (text: string) => T): T | undefined {
  return text === '' ? undefined : parse(text);
}

/** What else docker/build-push-action passes on is refused by name. */
function readCall(text: string): BuildOrigin['call'] {
  return readChoice('call', text, ['build', 'check', 'outline', 'targets']);
}

function parseCpuSet(text: string): string {
  if (/^\d+(-\d+)?(,\d+(-\d+)?)*$/.test(text)) return text;
  throw new InvalidInput('cpuset-cpus', `"${text}" is not a set of CPUs`, 'write it as 0-3 or 0,1');
}

function checkEpoch(text: string): void {
  if (text === '' || (/^\d+$/.test(text) && Number.isSafeInteger(Number(text)))) return;
  throw new InvalidInput(
    'build-args',
    `${SOURCE_DATE_EPOCH} is "${text}", which is no time`,
    'write the seconds since 1970, such as git log -1 --pretty=%ct prints them',
  );
}

function readBuildArgs(raw: RawInputs, {env, log}: InputSource, known: readonly string[]): ReadonlyMap<string, string> {
  const {values, unset} = parseBuildArgs('build-args', raw['build-args'], env);
  for (const name of unset)
    log.notice(`input build-args: ${name} has no value and there is no such environment variable, so it is left out`);
  const epoch = env[SOURCE_DATE_EPOCH];
  const all = new Map(epoch && !values.has(SOURCE_DATE_EPOCH) ? [...values, [SOURCE_DATE_EPOCH, epoch]] : values);
  checkEpoch(all.get(SOURCE_DATE_EPOCH) ?? '');
  const secrets = [raw['github-token'], ...known];
  for (const [name, value] of all) {
    const warning = suspiciousBuildArg(name, value, secrets);
    if (warning === undefined) continue;
    if (raw['fail-on-secret-args']) throw new InvalidInput('build-args', warning, 'or set fail-on-secret-args: false');
    log.warning(warning);
  }
  return all;
}
