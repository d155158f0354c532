/** Opens a context that is fetched first, by the engine or by git on the runner: which, depends on the engine. */
import {join, posix, relative} from 'node:path';
import {showUrl} from '../context/download.ts';
import {openContext} from '../context/source.ts';
import type {Builder} from '../engine/build.ts';
import type {EngineFacts} from '../engine/facts.ts';
import {diagnose} from '../report/diagnosis.ts';
import type {FetchedDockerfile} from '../report/excerpt.ts';
import type {Log} from '../report/log.ts';
import {chooseRoad} from './context-road.ts';
import {epochOf} from './epoch.ts';
import {BuildFailed, InvalidInput} from './errors.ts';
import {accountFor, FetchFailed, type GitAccount} from './git-fetch.ts';
import {showGitSource} from './git-source.ts';
import {nameDockerfile} from './known-dockerfile.ts';
import {type ContextTools, looseName, NOTHING, type OpenedContext, textOf, textOfLoose} from './open-context.ts';
import type {BuildOrigin, GitPlace, UrlPlace} from './origin.ts';
import type {KeyAgent, StartAgent} from './session-services.ts';

export interface BuildingEngine {
  readonly builder: Builder;
  readonly facts: EngineFacts;
}

/** Throws InvalidInput, FetchFailed, DownloadFailed, ContextError. */
export async function openRemote(
  origin: BuildOrigin,
  engine: BuildingEngine,
  tools: ContextTools,
): Promise<OpenedContext> {
  const {context, dockerfile} = origin;
  if (context.kind === 'url') return openUrl(context, engine.builder);
  if (context.kind !== 'git') throw new TypeError(`a context of kind ${context.kind} is not fetched`);
  const {source, file} = context;
  const account = accountFor(source, origin.secrets);
  const hasLooseDockerfile = dockerfile !== undefined;
  const road = chooseRoad(source, {...engine, hasAccount: account !== undefined, hasLooseDockerfile});
  if (road.kind === 'runner') return openFetched(context, {origin, account, why: road.why}, tools);
  const signing = account === undefined ? '' : `; to sign in it may ask for the secret ${account.id}`;
  return {
    ...NOTHING,
    remote: road.remote,
    dockerfile: file ?? 'Dockerfile',
    fetched: fetchedDockerfile(context),
    lines: () => [`Context: ${showGitSource(source)}, fetched by the engine${signing}`],
  };
}

/** In the repository; its lines can be annotated when that is the one of the job. */
export function fetchedDockerfile({source, file}: GitPlace): FetchedDockerfile {
  return {file: posix.join(source.directory ?? '', file ?? 'Dockerfile'), inWorkspace: source.isOfJob};
}

function openUrl({url, file}: UrlPlace, builder: Builder): OpenedContext {
  if (builder === 'podman') {
    throw new InvalidInput(
      'context',
      "Podman's API fetches no contexts",
      'download the tar in a step before this one and give its path',
    );
  }
  const what = 'a tar or a Dockerfile (the URL of a Git repository ends with .git)';
  return {
    ...NOTHING,
    remote: url.href,
    dockerfile: file ?? 'Dockerfile',
    lines: () => [`Context: ${showUrl(url)}, fetched by the engine as ${what}`],
  };
}

/**
 * The same context by git on the runner, after the engine failed to fetch it: its network may be another one, and
 * BuildKit signs in to no submodule. Undefined where it did not fail at that, or there is no git to try with.
 */
export async function openInstead(
  origin: BuildOrigin,
  error: unknown,
  tools: ContextTools & {readonly log: Log},
): Promise<OpenedContext | undefined> {
  const {context, secrets} = origin;
  if (context.kind !== 'git' || !(error instanceof BuildFailed)) return undefined;
  const {step} = error.failure;
  if (!step?.name.startsWith('load git source ') && diagnose(error.message)?.code !== 'git-fetch') return undefined;
  // A step has shown why.
  const why = step === undefined ? ` (${error.message})` : '';
  tools.log.info(`The engine could not fetch the context${why}, so git on the runner tries`);
  try {
    const account = accountFor(context.source, secrets);
    return await openFetched(context, {origin, account, why: 'the engine could not'}, tools);
  } catch (failure) {
    if (failure instanceof FetchFailed && failure.isUntried) return undefined;
    throw failure;
  }
}

interface Fetching {
  readonly origin: BuildOrigin;
  readonly account: GitAccount | undefined;
  readonly why: string;
}

async function openFetched(
  {source, file}: GitPlace,
  {origin, account, why}: Fetching,
  {signal, fetchGit, startAgent}: ContextTools,
): Promise<OpenedContext> {
  const keepGit = source.keepGit || origin.buildArgs.get('BUILDKIT_CONTEXT_KEEP_GIT_DIR') === '1';
  const dockerfileText = await textOfLoose(origin, signal);
  await using agent = source.scheme === 'ssh' ? await agentFor(origin, startAgent) : undefined;
  const fetched = await fetchGit({...source, keepGit}, {account, agent: agent?.socket, signal});
  try {
    const {root, directory, commit} = fetched;
    const context = await openContext({
      directory,
      file: file === undefined ? undefined : join(directory, file),
      dockerfileText,
      ignores: false,
      workspace: root,
      maxEntries: origin.maxEntries,
      epoch: epochOf(origin.buildArgs),
    });
    const {dockerfile} = context;
    const text = dockerfileText ?? (await textOf(context));
    const at = `commit ${commit.slice(0, 12)}`;
    return {
      ...NOTHING,
      context,
      identity: showGitSource(source),
      dockerfileText: text,
      named:
        dockerfile.kind === 'loose'
          ? {file: looseName(origin), inWorkspace: false, text}
          : {...nameDockerfile(dockerfile.source, root, text), inWorkspace: source.isOfJob},
      lines: (how) => [
        `Context: ${showGitSource(source)}, fetched by git on the runner, as ${why}: ${at}, ${how}`,
        `Dockerfile: ${dockerfile.kind === 'loose' ? looseName(origin) : relative(directory, dockerfile.source)}`,
      ],
      [Symbol.asyncDispose]: () => fetched[Symbol.asyncDispose](),
    };
  } catch (error) {
    await fetched[Symbol.asyncDispose]();
    throw error;
  }
}

/** The agent of the id `default`, which BuildKit takes for Git. It is disposed of when it was started. */
async function agentFor({ssh}: BuildOrigin, startAgent: StartAgent): Promise<KeyAgent | undefined> {
  const forward = ssh.find(({id}) => id === 'default');
  if (forward === undefined) return undefined;
  if (forward.kind === 'keys') return startAgent(forward.keys);
  return {socket: forward.socket, [Symbol.asyncDispose]: async () => {}};
}
