/**
 * What to do about a failed build: the row of the table (report/diagnosis.ts), and what the facts at hand say more
 * exactly. Looking for facts is bounded and never fails: a hint is worth less than the news of the failure.
 */
import {findImageUses} from '../context/bases.ts';
import {readInstructions} from '../context/instructions.ts';
import {type ContextFiles, explainMissing} from '../context/missing.ts';
import type {BuildRequest} from '../engine/build.ts';
import {platformsOf} from '../engine/distribution.ts';
import {EngineError} from '../engine/errors.ts';
import type {Engine} from '../engine/facts.ts';
import {list} from '../engine/list.ts';
import type {CredentialSource} from '../registry/credential-source.ts';
import {
  familiarRepository,
  formatFamiliar,
  InvalidReference,
  parseReference,
  type Reference,
} from '../registry/reference.ts';
import {type Diagnosis, diagnose} from '../report/diagnosis.ts';
import type {Excerpt, NamedDockerfile} from '../report/excerpt.ts';
import {type FailedStep, tidy} from '../report/failed-step.ts';
import type {Log} from '../report/log.ts';
import {formatBytes} from '../report/units.ts';
import type {BaseImages} from './base-images.ts';
import {describeUsage, diskSpace, isPlenty} from './disk-space.ts';
import {whoWasRefused} from './explain.ts';

export interface BuildFacts {
  /** Undefined where a BuildKit of its own builds, which cannot be asked. */
  readonly engine: Engine | undefined;
  readonly request: BuildRequest;
  readonly bases: BaseImages;
  readonly dockerfile: NamedDockerfile | undefined;
  /** Undefined where the engine fetched it. */
  readonly context: ContextFiles | undefined;
  readonly credentials: CredentialSource;
  readonly log: Log;
  readonly signal: AbortSignal;
}

interface EngineFacts extends BuildFacts {
  readonly engine: Engine;
}

export interface BuildTrouble {
  /** The engine's words. */
  readonly error: string;
  readonly step: FailedStep | undefined;
  readonly excerpt: Excerpt | undefined;
}

export interface PullFacts extends Pick<EngineFacts, 'engine' | 'credentials' | 'signal'> {
  readonly reference: Reference;
}

const MOST_NAMES = 5;
/** Lines at the end of an output that may hold the reason; some programs end with numbers. */
const KERNEL_LINES = 10;
const SHM = 'What the step wrote to /dev/shm does not fit: raise it with shm-size, such as 1g';
/** Milliseconds that a question to the engine may take. */
const LIMIT_MS = 5000;

/** One or two sentences; undefined when nothing is known. */
export async function adviseBuild(trouble: BuildTrouble, facts: BuildFacts): Promise<string | undefined> {
  const diagnosis = diagnoseBuild(trouble);
  const {engine} = facts;
  if (diagnosis === undefined || engine === undefined) return diagnosis?.hint;
  try {
    return (await exactly(diagnosis, trouble, {...facts, engine})) ?? diagnosis.hint;
  } catch (error) {
    facts.log.debug(`no more is known of the failure: ${(error as Error).message}`);
    return diagnosis.hint;
  }
}

/** A command that failed says itself why: its text, which the engine quotes, must not be taken for the engine's words. */
function diagnoseBuild({error, step}: Pick<BuildTrouble, 'error' | 'step'>): Diagnosis | undefined {
  if (step?.exitCode === undefined) return diagnose(error);
  // What the kernel or the container runtime says, whatever program passes it on.
  const last = step.lastLines.slice(-KERNEL_LINES).join('\n').replaceAll('\\"', '"');
  const [words] =
    /exec format error|no space left on device|container exited on killed|\bexec: "[^"\n]*": .*/i.exec(last) ?? [];
  return diagnose(words ?? `exit code: ${step.exitCode}`);
}

/** Whether a build failed for want of room in the engine. */
export function isDiskFull(trouble: Pick<BuildTrouble, 'error' | 'step'>): boolean {
  return diagnoseBuild(trouble)?.code === 'disk-full' && !isOfShm(trouble);
}

function isOfShm({step}: Pick<BuildTrouble, 'step'>): boolean {
  return step?.lastLines.some((line) => /\/dev\/shm/.test(line)) ?? false;
}

/** What takes the place of the hint of the table; undefined leaves it as it is. */
async function exactly(
  {code, hint}: Diagnosis,
  trouble: BuildTrouble,
  facts: EngineFacts,
): Promise<string | undefined> {
  switch (code) {
    case 'copy-missing':
      return missingFile(trouble, facts.context);
    case 'stage-missing':
      return and(hint, stages(facts.dockerfile));
    case 'bad-ref':
      return correctedName(trouble, facts);
    case 'syntax':
      return newerSyntax(trouble, facts);
    case 'oom': {
      const {memory} = facts.request;
      return memory === undefined
        ? undefined
        : `The step was killed: it needs more than the ${formatBytes(memory)} of the input memory`;
    }
    case 'no-platform':
      return and(hint, await platforms(trouble, facts));
    case 'disk-full':
      if (isOfShm(trouble)) return SHM;
      return diskFull(hint, facts);
    case 'no-creds':
    case 'unauthorized':
    case 'pull-denied':
    case 'denied': {
      const base = baseIn(trouble.error, facts.bases);
      return base && and(`${await whoWasRefused(base, 'pull', facts.credentials)}`, hint);
    }
    default:
      return undefined;
  }
}

function and(first: string | undefined, second: string | undefined): string | undefined {
  return first === undefined || second === undefined ? first : `${first}. ${second}`;
}

function missingFile({error, step}: BuildTrouble, context: ContextFiles | undefined): string | undefined {
  const [, from] = /\s--from=(\S+)/.exec(step?.instruction ?? '') ?? [];
  if (from !== undefined)
    return `The stage or image "${from}" has no such file: see what its steps make, with RUN ls in it`;
  const words = tidy(error);
  const [, path] =
    /"([^"]+)"\]?(?: not found)?: (?:not found|no such file)/.exec(words) ??
    /\bl?stat (\S+): (?:no such file|file does not exist)/.exec(words) ??
    [];
  const wildcard = /no source files were specified/.test(error) ? step?.instruction.split(/\s+/)[1] : undefined;
  const missing = path ?? wildcard;
  return context === undefined || missing === undefined ? undefined : explainMissing(context, missing);
}

function stages(dockerfile: NamedDockerfile | undefined): string | undefined {
  if (dockerfile === undefined) return undefined;
  const names = findImageUses(readInstructions(dockerfile.text), new Map()).flatMap(({stage}) => stage ?? []);
  return names.length === 0 ? 'It names none' : `It has ${names.map((name) => `"${name}"`).join(', ')}`;
}

/** What the grammar of references says of the first base that it does not take. */
function correctedName({excerpt}: BuildTrouble, {dockerfile, request}: EngineFacts): string | undefined {
  if (dockerfile === undefined) return undefined;
  const uses = findImageUses(readInstructions(dockerfile.text), request.buildArgs);
  const at = uses.filter(({instruction}) => excerpt === undefined || instruction.first === excerpt.first);
  for (const {image} of at) {
    try {
      parseReference(image);
    } catch (error) {
      if (error instanceof InvalidReference) return and(capital(error.message), error.hint && capital(error.hint));
    }
  }
  return undefined;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Versions of Docker whose own frontend knows everything that is in use today. */
const KNOWS_ALL = 23;

/** A line that is right for newer builders. */
function newerSyntax({excerpt}: BuildTrouble, {engine, dockerfile, request}: EngineFacts): string | undefined {
  const {product, version} = engine.facts;
  const line = excerpt?.first ?? 0;
  const heredoc =
    dockerfile !== undefined &&
    readInstructions(dockerfile.text).some(
      (instruction) => instruction.heredoc !== 'none' && instruction.first < line && line <= instruction.last,
    );
  const name = product === 'podman' ? `Podman ${version}` : `Docker ${version}`;
  const syntax = 'write "# syntax=docker/dockerfile:1" into the first line, and BuildKit fetches a newer frontend';
  if (heredoc)
    return product === 'podman' || request.builder === 'classic'
      ? `This builder of ${name} knows no heredocs: join the commands with && instead`
      : `The Dockerfile frontend of ${name} knows no heredocs: ${syntax}`;
  if (product === 'podman' || request.builder !== 'buildkit' || Number.parseInt(version, 10) >= KNOWS_ALL)
    return undefined;
  return `Correct the Dockerfile at this line. If it is right for newer engines than ${name}, ${syntax}`;
}

async function platforms(
  trouble: BuildTrouble,
  {engine, bases, credentials, signal}: EngineFacts,
): Promise<string | undefined> {
  const base = baseIn(trouble.error, bases);
  return base && describePlatforms(engine, base, credentials, signal);
}

/** What a registry has an image for, as a sentence; undefined when it does not say within a few seconds. */
async function describePlatforms(
  engine: Engine,
  reference: Reference,
  credentials: CredentialSource,
  signal: AbortSignal,
): Promise<string | undefined> {
  const {registry, path: repository} = reference;
  const registryAuth = await credentials.authHeader({registry, repository, action: 'pull'});
  const limited = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
  const names = await platformsOf(engine, formatFamiliar(reference), {registryAuth, signal: limited});
  return names.length === 0 ? undefined : `${formatFamiliar(reference)} is there for ${names.join(', ')}`;
}

/** What to say more of an image that could not be pulled; undefined for nothing. Never fails. */
export async function advisePull(
  error: unknown,
  {engine, reference, credentials, signal}: PullFacts,
): Promise<string | undefined> {
  const code = error instanceof EngineError ? diagnose(error.reason)?.code : undefined;
  try {
    if (code === 'no-platform') return await describePlatforms(engine, reference, credentials, signal);
    if (code !== 'manifest-missing' && code !== 'repo-missing' && code !== 'pull-denied') return undefined;
    const repository = familiarRepository(reference);
    const limited = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
    const here = await list(engine, {filters: {reference: [repository]}, signal: limited});
    const names = here.flatMap((image) => image.names).slice(0, MOST_NAMES);
    return names.length === 0 ? undefined : `The engine itself has ${names.join(', ')}`;
  } catch {
    return undefined;
  }
}

async function diskFull(hint: string | undefined, {engine, signal}: EngineFacts): Promise<string | undefined> {
  const space = await diskSpace(engine);
  if (space !== undefined && isPlenty(space))
    return `It is not the engine's disk, which has ${formatBytes(space.free)} free in ${space.directory}: look for a device, a quota or a small mount that the step writes to`;
  return and(hint, await describeUsage(engine, {limitMs: LIMIT_MS, signal}));
}

/** The base that an error is about: the one it names, or the only one. */
function baseIn(error: string, {all}: BaseImages): Reference | undefined {
  const named = all.find(({registry, path}) => error.includes(`${registry}/${path}`) || error.includes(`/v2/${path}/`));
  return (
    named ?? all.find(({registry}) => error.includes(`host ${registry} `)) ?? (all.length === 1 ? all[0] : undefined)
  );
}
