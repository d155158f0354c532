/**
 * The inputs of action.yml, read and checked before any work: text becomes typed values here and nowhere later. Names
 * are letter for letter those of docker/build-push-action where it has them; nothing is ignored in silence.
 */
import {resolve} from 'node:path';
import type {Cleaning} from '../pipeline/clean.ts';
import {InvalidInput} from '../pipeline/errors.ts';
import type {Query} from '../pipeline/query.ts';
import type {RemoteInputs} from '../pipeline/remote-run.ts';
import type {EngineChoice, Inputs} from '../pipeline/run.ts';
import type {RegistryLogin} from '../registry/credential-source.ts';
import {formatFamiliar, type Reference} from '../registry/reference.ts';
import {readNodes} from './builder-input.ts';
import {readChoice} from './choices.ts';
import {readCleaning} from './cleaning-input.ts';
import {chooseEngine, engineInput} from './engine-input.ts';
import {readLogins, readTokenServers} from './logins.ts';
import {parseDuration} from './numbers.ts';
import {readOutputs} from './output-input.ts';
import {readQuery} from './query-input.ts';
import {checkSource, type InputSource, type RawInputs, readRaw} from './raw-inputs.ts';
import {readReference, readTags} from './reference-input.ts';
import {readOrigin, SOURCE_WORDS} from './source-input.ts';
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
  const publication = query === undefined ? readPublication(raw, source, {workspace, logins}) : undefined;
  // As docker/build-push-action has it, for all steps of a job; the input is for one.
  const summary = readVariable('DOCKER_BUILD_SUMMARY', env, true) && raw.summary;
  const annotateWarnings = readVariable('DOCKER_BUILD_CHECKS_ANNOTATIONS', env, true);
  const tokenServers = readTokenServers(raw['token-servers']);
  const timeoutMs = raw.timeout === '' ? undefined : parseDuration('timeout', raw.timeout);
  const how = {annotateWarnings, summary};
  const nodes = publication === undefined ? [] : await readNodes(raw, {workspace, env, log});
  // The last, as it looks for an engine: whatever else is wrong is the author's to know first.
  const choose = () => chooseEngine(engineInput(raw, workspace, source));
  return {
    task:
      publication === undefined
        ? {kind: 'query', query: query as Query, engine: await choose()}
        : nodes.length > 0
          ? {kind: 'remote', inputs: await readRemote({...publication, nodes}, raw, choose), ...how}
          : {kind: 'publish', inputs: {...publication, engine: await choose()}, ...how},
    cleaning,
    logins,
    jobToken: raw['github-token'],
    tokenServers,
    knownHosts: raw['ssh-known-hosts'],
    timeoutMs,
  };
}

/** An engine is looked for only where it is to get the image. Throws InvalidInput for what is no build. */
async function readRemote(
  {origin, ...publication}: Omit<Inputs, 'engine'> & Pick<RemoteInputs, 'nodes'>,
  raw: RawInputs,
  choose: () => Promise<EngineChoice>,
): Promise<RemoteInputs> {
  if (origin.kind !== 'build')
    throw new InvalidInput('builder', `a BuildKit builds, and the source is ${origin.kind}`, 'leave it out');
  if (origin.call !== 'build')
    throw new InvalidInput(
      'call',
      `${origin.call} asks an engine, and builder names a BuildKit of its own`,
      'leave builder out',
    );
  return {...publication, origin, loadInto: raw.load ? await choose() : undefined};
}

function readPublication(
  raw: RawInputs,
  source: InputSource,
  {workspace, logins}: {readonly workspace: string; readonly logins: readonly RegistryLogin[]},
): Omit<Inputs, 'engine'> {
  const {log} = source;
  const kind = readChoice('source', raw.source, SOURCE_WORDS);
  checkSource(source.raw, kind);
  const outputs = readOutputs(raw.outputs, workspace);
  if (kind !== 'build' && outputs.imageAttributes.size > 0) {
    const names = [...outputs.imageAttributes.keys()].join(', ');
    throw new InvalidInput(
      'outputs',
      `${names} of type=image shape a build, and the source is ${kind}`,
      'leave them out',
    );
  }
  const names = [...raw.tags, ...outputs.names];
  const pushes = raw.push || outputs.push;
  const byDigest = outputs.byDigest ? readRepositories(names, kind, pushes) : [];
  const tags = outputs.byDigest ? [] : readTags('tags', names);
  const push = pushes && !outputs.byDigest;
  if (push && tags.length === 0) {
    throw new InvalidInput(
      'tags',
      'push is true, but there is no tag that says where to',
      'add one, such as ghcr.io/owner/app:1.0',
    );
  }
  if (raw.load && tags.length === 0)
    log.notice('load: the image stays in the engine without a name, as there are no tags');
  warnAboutForeignCode(pushes, raw['cache-to'], source);
  const {imageAttributes} = outputs;
  const origin = readOrigin(kind, raw, source, {workspace, logins, imageAttributes, byDigest});
  const leakGuard = readChoice('leak-guard', raw['leak-guard'], ['stop', 'warn']);
  return {workspace, origin, tags, outputs: outputs.files, push, keepsImage: raw.load || outputs.image, leakGuard};
}

/** What is pushed by digest gets no tag, so none may be given. Throws InvalidInput. */
function readRepositories(names: readonly string[], kind: string, pushes: boolean): readonly Reference[] {
  if (kind !== 'build' || !pushes) {
    const why = pushes ? `a builder pushes it, and the source is ${kind}` : 'nothing is pushed';
    throw new InvalidInput('outputs', `push-by-digest: ${why}`, pushes ? 'give tags' : 'set push=true beside it');
  }
  const references = names.map((name) => readReference('tags', name));
  const tagged = references.find(({tag, digest}) => tag !== undefined || digest !== undefined);
  if (tagged !== undefined)
    throw new InvalidInput(
      'tags',
      `${formatFamiliar(tagged)} has a tag, and push-by-digest gives none`,
      'name the repository alone',
    );
  if (references.length === 0)
    throw new InvalidInput('tags', 'push-by-digest needs a repository', 'name one, such as ghcr.io/owner/app');
  return references;
}

/** Events whose jobs have the secrets of the repository and may have checked out somebody else's code (hardening E6). */
const PRIVILEGED_EVENTS: readonly string[] = ['pull_request_target', 'workflow_run', 'issue_comment'];

function warnAboutForeignCode(push: boolean, cacheTo: readonly string[], {env, log}: InputSource): void {
  const event = env['GITHUB_EVENT_NAME'] ?? '';
  if (!PRIVILEGED_EVENTS.includes(event)) return;
  const author = 'if the context is the code of a pull request, its author decides what';
  if (push) log.warning(`push on the event ${event}: ${author} is published in your name`);
  if (cacheTo.length > 0) log.warning(`cache-to on the event ${event}: ${author} later builds find in the cache`);
}
