/**
 * The inputs of action.yml, read and checked before any work: text becomes typed values here and nowhere later. Names
 * are letter for letter those of docker/build-push-action where it has them; nothing is ignored in silence.
 */
import {resolve} from 'node:path';
import type {Cleaning} from '../pipeline/clean.ts';
import {InvalidInput} from '../pipeline/errors.ts';
import type {Query} from '../pipeline/query.ts';
import type {RemoteInputs} from '../pipeline/remote-run.ts';
import type {EngineChoice, Inputs} from '../pipeline/run-inputs.ts';
import type {RegistryLogin} from '../registry/credential-source.ts';
import {readAuthorities} from './authority-input.ts';
import {readNodes} from './builder-input.ts';
import {readChoice} from './choices.ts';
import {readCleaning} from './cleaning-input.ts';
import {chooseEngine, engineInput} from './engine-input.ts';
import {readEngines} from './engines-input.ts';
import {readLogins, readTokenServers} from './logins.ts';
import {parseDuration} from './numbers.ts';
import {readPublication} from './publication-input.ts';
import {readQuery} from './query-input.ts';
import {checkSource, type InputSource, type RawInputs, readRaw} from './raw-inputs.ts';
import {checkKnownHosts} from './ssh-input.ts';
import {readVariable} from './units.ts';

/** What the step is to do. */
export type Task =
  | {
      readonly kind: 'publish';
      readonly inputs: Inputs;
      readonly annotateWarnings: boolean;
      /** Write a job summary. */
      readonly summary: boolean;
    }
  /** A build on BuildKits of their own. */
  | {
      readonly kind: 'remote';
      readonly inputs: RemoteInputs;
      readonly annotateWarnings: boolean;
      readonly summary: boolean;
    }
  | {readonly kind: 'query'; readonly query: Query; readonly engine: EngineChoice};

export interface StepInputs {
  readonly task: Task;
  readonly cleaning: Cleaning;
  readonly logins: readonly RegistryLogin[];
  readonly jobToken: string;
  /** `host[:port]` that may get the credentials of a registry on another host. */
  readonly tokenServers: readonly string[];
  /** Certificates of authorities to trust for registries, PEM. */
  readonly authorities: readonly string[];
  /** Input ssh-known-hosts, for Git contexts; the engine has its own copy. */
  readonly knownHosts: string;
  /** Limit of the whole step; undefined is none. */
  readonly timeoutMs: number | undefined;
}

/** Throws InvalidInput that names the input, for the first thing that is wrong; for the engine see `chooseEngine`. */
export async function readInputs(source: InputSource): Promise<StepInputs> {
  const {env, log, raw: rawText} = source;
  const raw = readRaw(rawText, log);
  const logins = await readLogins(raw, source);
  const workspace = resolve(env['GITHUB_WORKSPACE'] || process.cwd());
  const mode = readChoice('mode', raw.mode, ['publish', 'list', 'search']);
  const query = readQuery(raw, mode);
  if (query !== undefined) checkSource(rawText, {mode});
  checkKnownHosts(raw['ssh-known-hosts']);
  const cleaning = readCleaning(raw);
  const [node, ...others] = query === undefined ? await readNodes(raw, {workspace, env, log}) : [];
  const surroundings = {workspace, logins, isRemote: node !== undefined};
  const publication = query === undefined ? readPublication(raw, source, surroundings) : undefined;
  // As docker/build-push-action has it, for all steps of a job; the input is for one.
  const summary = readVariable('DOCKER_BUILD_SUMMARY', env, true) && raw.summary;
  const annotateWarnings = readVariable('DOCKER_BUILD_CHECKS_ANNOTATIONS', env, true);
  const tokenServers = readTokenServers(raw['token-servers']);
  const authorities = await readAuthorities(raw['registry-ca'], workspace);
  const timeoutMs = raw.timeout === '' ? undefined : parseDuration('timeout', raw.timeout);
  const how = {annotateWarnings, summary};
  // The last, as it looks for an engine: whatever else is wrong is the author's to know first.
  const choose = () => chooseEngine(engineInput(raw, workspace, source));
  return {
    task:
      publication === undefined
        ? {kind: 'query', query: query as Query, engine: await choose()}
        : node !== undefined
          ? {kind: 'remote', inputs: await readRemote({...publication, nodes: [node, ...others]}, raw, choose), ...how}
          : {kind: 'publish', inputs: {...publication, ...(await readEngines(raw, workspace, source))}, ...how},
    cleaning,
    logins,
    jobToken: raw['github-token'],
    tokenServers,
    authorities,
    knownHosts: raw['ssh-known-hosts'],
    timeoutMs,
  };
}

/** An engine is looked for only where it is to get the image. Throws InvalidInput for what is no build. */
async function readRemote(
  {origin, ...publication}: Omit<Inputs, 'engine' | 'engines'> & Pick<RemoteInputs, 'nodes'>,
  raw: RawInputs,
  choose: () => Promise<EngineChoice>,
): Promise<RemoteInputs> {
  if (origin.kind !== 'build')
    throw new InvalidInput('builder', `a BuildKit builds, and the source is ${origin.kind}`, 'leave it out');
  const odd = raw.engines.length > 0 ? 'engines' : raw['engine-api'] === 'build' ? 'engine-api' : undefined;
  if (odd !== undefined)
    throw new InvalidInput(
      odd,
      'it is for engines, and builder names a BuildKit of its own',
      'leave it out, or leave builder out',
    );
  return {...publication, origin, loadInto: raw.load ? await choose() : undefined};
}
