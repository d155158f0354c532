/** `call: check`: the linter of BuildKit's Dockerfile frontend, with nothing built and no context sent. */
import {readFile} from 'node:fs/promises';
import {type GrpcClient, RpcError} from '../buildkit/client.ts';
import {encodeFile} from '../buildkit/definition.ts';
import {askAbout, type FrontendAnswer, type FrontendQuestion, UnknownQuestion} from '../buildkit/gateway.ts';
import {type LintFinding, type LintResult, lint} from '../buildkit/lint.ts';
import {locateDockerfile} from '../context/dockerfile.ts';
import type {Engine, EngineFacts} from '../engine/facts.ts';
import {formatPlatform} from '../registry/platform.ts';
import {diagnose} from '../report/diagnosis.ts';
import {excerptOf, type NamedDockerfile, showExcerpt} from '../report/excerpt.ts';
import {tidy} from '../report/failed-step.ts';
import type {Log} from '../report/log.ts';
import {createProgress} from '../report/progress.ts';
import {count} from '../report/units.ts';
import {readBaseImages} from './base-images.ts';
import {type Connect, openBuildSession, type SessionTools, sessionOf} from './build-session.ts';
import {openGrpc} from './engine-grpc.ts';
import {CheckFailed, InvalidInput} from './errors.ts';
import {targetsIn, withTargets} from './input-contexts.ts';
import {nameDockerfile} from './known-dockerfile.ts';
import {type NamedContexts, openNamed} from './named-contexts.ts';
import {type ContextTools, looseName, type OpenedContext, textOfLoose} from './open-context.ts';
import {fetchedDockerfile, openRemote} from './open-remote.ts';
import type {BuildOrigin} from './origin.ts';
import {NO_RESULTS, type Results} from './results.ts';
import type {Inputs} from './run-inputs.ts';
import {openServices} from './session-services.ts';

/** What is asked about; the rest is only said to have no effect. */
export interface CheckInputs extends Pick<Inputs, 'workspace' | 'tags' | 'push' | 'outputs'> {
  readonly origin: BuildOrigin;
}

export interface CheckTools extends SessionTools, ContextTools {
  readonly annotateWarnings: boolean;
  readonly onResults: (results: Results) => void;
}

/** The runner shows ten of a step. */
const MOST_ANNOTATIONS = 10;
/** Name of the Dockerfile in the request; messages name the real one. */
const SENT_AS = 'Dockerfile';

/** Whose frontend is asked: that of an engine, or of a BuildKit of its own. */
export interface Asked {
  readonly facts: EngineFacts;
  /** For messages, such as `Docker 28.5.2`. */
  readonly name: string;
  /** For the session. */
  readonly connect: Connect;
  readonly open: (signal: AbortSignal) => Promise<GrpcClient>;
}

export function askedOf(engine: Engine): Asked {
  const {facts} = engine;
  const name = `${facts.product === 'podman' ? 'Podman' : 'Docker'} ${facts.version}`;
  return {facts, name, connect: sessionOf(engine), open: (signal) => openGrpc(engine, signal)};
}

/** Throws CheckFailed for what was found; InvalidInput, ContextError, FetchFailed, NoSession, EngineError. */
export async function checkDockerfile(
  opening: Promise<Asked>,
  {origin, workspace, tags, push, outputs}: CheckInputs,
  tools: Omit<CheckTools, 'workspace'>,
): Promise<void> {
  opening.catch(() => {});
  if (push || tags.length > 0 || outputs.length > 0)
    tools.log.notice(`call: ${origin.call} builds nothing, so nothing is tagged, written or pushed`);
  await checkOrigin(opening, origin, {...tools, workspace});
}

async function checkOrigin(opening: Promise<Asked>, origin: BuildOrigin, tools: CheckTools): Promise<void> {
  const {log, onResults, annotateWarnings} = tools;
  const here = await read(origin, tools.workspace, tools.signal);
  const asked = await opening;
  checkBuilder(origin, asked);
  await using place =
    here === undefined ? await openRemote(origin, {builder: 'buildkit', facts: asked.facts}, tools) : undefined;
  const dockerfile = here ?? place?.named;
  for (const line of place?.lines('for its Dockerfile alone') ?? []) log.info(line);
  if (here !== undefined) log.info(`Dockerfile: ${here.file}`);
  const question = {origin, dockerfile, place};
  if (origin.call !== 'check') {
    await tell(asked, question, tools);
    return;
  }
  const result = await ask(asked, {...question, asking: lint}, tools);
  onResults({...NO_RESULTS, metadata: JSON.stringify({'result.json': result.json}, undefined, 2)});
  const seen = dockerfile ?? fetched(origin, result);
  show(result, seen, log);
  if (annotateWarnings) annotate(result.warnings, seen, log);
  conclude(result, seen, log);
}

/** `outline` and `targets`: what the Dockerfile offers, in the frontend's own words. */
async function tell(asked: Asked, question: Question, tools: CheckTools): Promise<void> {
  const {log, onResults} = tools;
  const {call} = question.origin;
  const asking: Asking<FrontendAnswer> = (client, about, options) => askAbout(client, call, about, options);
  const {json, text} = await ask(asked, {...question, asking}, tools);
  onResults({...NO_RESULTS, metadata: JSON.stringify({'result.json': json}, undefined, 2)});
  if (text.trim() === '') log.info(`${call}: there is nothing to tell of`);
  else log.untrusted('|', text);
}

/** Undefined where only the engine sees it. Throws ContextError, ArchiveError, DownloadFailed. */
async function read(origin: BuildOrigin, workspace: string, signal: AbortSignal): Promise<NamedDockerfile | undefined> {
  const {context} = origin;
  const loose = await textOfLoose(origin, signal);
  if (loose !== undefined) return {file: looseName(origin), inWorkspace: false, text: loose};
  if (context.kind === 'tar') {
    const {openTarContext} = await import('../archive/tar-context.ts');
    const {dockerfile, dockerfileText} = await openTarContext(context.path, {file: context.file, signal});
    if (dockerfileText !== undefined) return {file: dockerfile, inWorkspace: false, text: dockerfileText};
    throw new InvalidInput('call', 'check cannot read a tar of this compression', 'compress it with gzip or zstd');
  }
  if (context.kind !== 'directory') return undefined;
  const {source} = await locateDockerfile(context.path, context.file, {workspace});
  return nameDockerfile(source, workspace, await readFile(source, 'utf8'));
}

/** As the engine fetched it. */
function fetched({context}: BuildOrigin, {source}: LintResult): NamedDockerfile | undefined {
  if (source === undefined) return undefined;
  const {filename: file, text} = source;
  return context.kind === 'git' ? {...fetchedDockerfile(context), text} : {file, inWorkspace: false, text};
}

type Asking<T> = (
  client: GrpcClient,
  question: Omit<FrontendQuestion, 'frontend'>,
  options: {readonly signal: AbortSignal},
) => Promise<T>;

interface Question {
  readonly origin: BuildOrigin;
  readonly dockerfile: NamedDockerfile | undefined;
  /** Where the Dockerfile is, if it is not here. */
  readonly place: OpenedContext | undefined;
}

async function ask<T>(asked: Asked, question: Question & {readonly asking: Asking<T>}, tools: CheckTools): Promise<T> {
  const {origin, dockerfile, asking} = question;
  const {log, signal} = tools;
  const {call} = origin;
  const bases = readBaseImages(dockerfile?.text ?? '', origin.buildArgs, origin.target);
  await using served = await openServices(origin, tools.startAgent);
  const {contexts} = origin.control;
  const named = await openNamed({cacheFrom: [], cacheTo: [], contexts, epoch: undefined}, new Map(), log);
  const services = {methods: new Map([...served.methods, ...named.methods]), neededFor: [`call: ${call}`]};
  await using session = await openBuildSession(asked.connect, {bases, services}, tools);
  using client = await asked.open(signal);
  const progress = createProgress(log);
  const described = {session: session?.id ?? '', frontend: 'dockerfile.v0', ...describe(question, named)};
  try {
    const whole = await withTargets(client, described, targetsIn(contexts), {signal});
    return await asking(client, {...whole, onTrace: progress.trace}, {signal});
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof UnknownQuestion) throw unavailable(origin, asked);
    if (error instanceof RpcError) throw uncheckable(error, dockerfile);
    throw error;
  } finally {
    progress.finish(false);
  }
}

function checkBuilder(origin: BuildOrigin, asked: Asked): void {
  const {product, hasBuildKit} = asked.facts;
  if (product === 'podman' || !hasBuildKit) throw unavailable(origin, asked);
  if (origin.builderVersion === '1')
    throw new InvalidInput(
      'call',
      'the classic builder, which builder-version asks for, checks nothing',
      'leave builder-version out',
    );
}

function unavailable({call}: BuildOrigin, {name}: Asked): InvalidInput {
  if (call !== 'check')
    return new InvalidInput(
      'call',
      `${call} is asked of BuildKit's frontend, and that of ${name} does not know it`,
      'use an engine of Docker 25 or newer',
    );
  return new InvalidInput(
    'call',
    `check needs the linter of BuildKit, and ${name} has none`,
    'use an engine of Docker 27 or newer, or run another linter, such as hadolint, in a step of its own',
  );
}

/** A fault that is none of the lines of the Dockerfile, such as a target that is not there. */
function uncheckable({reason}: RpcError, dockerfile: NamedDockerfile | undefined): CheckFailed {
  const name = dockerfile?.file ?? 'the Dockerfile';
  return new CheckFailed(`${name} cannot be checked: ${tidy(reason)}`, {hint: diagnose(reason)?.hint});
}

/** The question in the words of the frontend. The Dockerfile travels in it, in place of a context too. */
function describe({origin, dockerfile, place}: Question, named: NamedContexts) {
  const {buildArgs, target, platform, pull} = origin;
  const attributes = new Map<string, string>([...buildArgs].map(([name, value]) => [`build-arg:${name}`, value]));
  if (target !== undefined) attributes.set('target', target);
  if (platform !== undefined) attributes.set('platform', formatPlatform(platform));
  attributes.set('image-resolve-mode', pull ? 'pull' : 'local');
  for (const [name, value] of named.contexts) attributes.set(`context:${name}`, value);
  if (dockerfile === undefined) {
    if (place?.remote !== undefined) attributes.set('context', place.remote);
    attributes.set('filename', place?.dockerfile ?? SENT_AS);
    return {attributes, inputs: named.inputs};
  }
  attributes.set('filename', SENT_AS);
  const file = encodeFile(SENT_AS, Buffer.from(dockerfile.text), '[internal] load build definition');
  return {
    attributes,
    inputs: new Map([...named.inputs, ['dockerfile', file], ['context', file]]),
  };
}

function show({warnings, error}: LintResult, dockerfile: NamedDockerfile | undefined, log: Log): void {
  for (const finding of error === undefined ? warnings : [...warnings, error]) {
    const url = finding.url === undefined ? '' : ` (${finding.url})`;
    log.info(`${finding.rule === undefined ? 'error' : 'warning'}: ${wordsOf(finding)}${url}`);
    const excerpt = dockerfile && finding.lines && excerptOf(dockerfile, finding.lines);
    if (excerpt !== undefined) showExcerpt(log, excerpt);
  }
}

function annotate(warnings: readonly LintFinding[], dockerfile: NamedDockerfile | undefined, log: Log): void {
  for (const warning of warnings.slice(0, MOST_ANNOTATIONS)) {
    const place = dockerfile && warning.lines && excerptOf(dockerfile, warning.lines)?.place;
    if (place !== undefined) log.warning([wordsOf(warning), warning.description].filter(Boolean).join('\n'), place);
  }
}

function wordsOf({rule, text}: LintFinding): string {
  return rule === undefined ? tidy(text) : `${rule}: ${text}`;
}

/** Throws CheckFailed. */
function conclude({warnings, error}: LintResult, dockerfile: NamedDockerfile | undefined, log: Log): void {
  const name = dockerfile?.file ?? 'the Dockerfile';
  if (error !== undefined) {
    const place = dockerfile && error.lines && excerptOf(dockerfile, error.lines)?.place;
    throw new CheckFailed(`${name} cannot be built: ${wordsOf(error)}`, {hint: diagnose(error.text)?.hint, place});
  }
  if (warnings.length > 0) throw new CheckFailed(`the check of ${name} gave ${count(warnings.length, 'warning')}`, {});
  log.info(`The check of ${name} gave no warnings`);
}
