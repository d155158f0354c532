/**
 * The cache of GitHub Actions: entries restored and saved by a process of our own bundle (cache/program.ts), which gets of
 * the environment only what that needs.
 */

import {type EntryToSave, LIMIT_SECONDS, type Restored} from '../cache/entry-store.ts';
import {CACHE_PROGRAM, type Job, MARK, type Outcome} from '../cache/job.ts';
import type {JobLog} from './log.ts';
import {findProgram, isPlainVariable} from './program.ts';
import {ProgramFailed, runProgram} from './program-run.ts';

export interface ServiceOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly workspace: string;
  readonly log: Pick<JobLog, 'info' | 'debug' | 'warning' | 'mask'>;
}

export interface ServiceCall {
  /** Where the directory of the entry is. */
  readonly parent: string;
  /** Attributes of `type=gha`. */
  readonly access: ReadonlyMap<string, string>;
  readonly signal: AbortSignal;
}

/** See EntryStore. Throws nothing but the reason of the signal. */
export async function restoreEntry(
  prefixes: readonly string[],
  place: ServiceCall,
  options: ServiceOptions,
): Promise<Restored> {
  const {outcome, reasons} = await call({kind: 'restore', prefixes}, place, options);
  const isEnd = outcome !== undefined && RESTORED.includes(outcome.kind);
  // The library takes every fault for an entry that is not there.
  if (!isEnd || (outcome.kind === 'none' && reasons !== '')) return {kind: 'failed', reason: reasons};
  return outcome as Restored;
}

const RESTORED = ['restored', 'none', 'unworthy', 'slow'];

/** Tells how it went; throws nothing but the reason of the signal. */
export async function saveEntry(
  {content, key}: Pick<EntryToSave, 'content' | 'key'>,
  place: ServiceCall,
  options: ServiceOptions,
): Promise<void> {
  const {log} = options;
  const started = performance.now();
  const {outcome, reasons} = await call({kind: 'save', content, key}, place, options);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  switch (outcome?.kind) {
    case 'saved':
      return log.info(`Cache: saved ${key} in ${seconds}s`);
    case 'there':
      return log.info(`Cache: the same layers are saved already, under ${content}…`);
    default:
      // Another job that saves the same at this moment is no fault.
      if (/\(409\)|already exists/.test(reasons))
        return log.info('Cache: another job is saving the same layers at this moment');
      log.warning(`the layers were not saved for the next build: ${reasons}; the image is fine`);
  }
}

interface Answer {
  readonly outcome: Outcome | undefined;
  /** What went wrong, in the library's words; '' when nothing did. */
  readonly reasons: string;
}

/** Beside that for the work itself, for starting and looking. */
const SLACK_MS = 30_000;
const MOST_OUTPUT = 4 * 1024 * 1024;

async function call(
  job: Job,
  {parent, access, signal}: ServiceCall,
  {env, workspace, log}: ServiceOptions,
): Promise<Answer> {
  // tar and zstd are found on PATH, where the workspace must not come first (hardening E2).
  const {path} = await findProgram('tar', {environment: env, workspace});
  const options = {
    environment: {...environmentOf(env, access), PATH: path, GITHUB_WORKSPACE: parent, RUNNER_TEMP: parent},
    directory: parent,
    signal,
    timeLimit: LIMIT_SECONDS * 1000 + SLACK_MS,
    outputLimit: MOST_OUTPUT,
  };
  try {
    const program = process.argv[1] ?? '';
    const {code, output, errors} = await runProgram(
      process.execPath,
      [program, CACHE_PROGRAM, JSON.stringify(job)],
      options,
    );
    const lines = output.split(/\r?\n/);
    for (const line of lines) {
      const [, secret] = /^::add-mask::(.+)$/.exec(line) ?? [];
      if (secret !== undefined) log.mask(secret);
      else if (line !== '') log.debug(`cache: ${line}`);
    }
    const reasons = reasonsIn(lines);
    const last = lines.findLast((line) => line.startsWith(MARK));
    if (code === 0 && last !== undefined)
      return {outcome: JSON.parse(last.slice(MARK.length)) as Outcome, reasons: reasons.join('; ')};
    const crash = errors.split('\n').find((line) => /error/i.test(line)) ?? `exit code ${code}`;
    return {outcome: undefined, reasons: [...reasons, crash].join('; ')};
  } catch (error) {
    signal.throwIfAborted();
    const isLate = error instanceof ProgramFailed && error.why === 'time';
    return {outcome: undefined, reasons: isLate ? `it took longer than ${LIMIT_SECONDS} s` : (error as Error).message};
  }
}

/** The library tells its faults by commands for the runner, and why the service took nothing only for debugging. */
const REASON =
  /^(?:::(?:warning|error)::|::debug::Failed to reserve cache: (?:Error: )?|(?=Cache save skipped: ))(.*)$/;

function reasonsIn(lines: readonly string[]): readonly string[] {
  const said = lines.flatMap((line) => REASON.exec(line)?.[1] ?? []);
  const plain = said.map((text) =>
    text
      .replaceAll(/%0[AD]/g, ' ')
      .replaceAll('%25', '%')
      .trim(),
  );
  return [...new Set(plain)].map((text) => text.slice(0, 500));
}

const SERVICE_VARIABLES =
  /^(?:ACTIONS_(?:RUNTIME_TOKEN|RESULTS_URL|CACHE_URL|CACHE_SERVICE_V2|CACHE_MODE)|GITHUB_SERVER_URL|NODE_EXTRA_CA_CERTS|NODE_USE_ENV_PROXY)$/;

/** What the runner gave us, but for what the author gave instead. */
function environmentOf(env: NodeJS.ProcessEnv, access: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const taken = Object.entries(env).filter(([name]) => isPlainVariable(name) || SERVICE_VARIABLES.test(name));
  const given = {
    ACTIONS_RUNTIME_TOKEN: access.get('token'),
    ACTIONS_RESULTS_URL: access.get('url_v2'),
    ACTIONS_CACHE_URL: access.get('url'),
    ACTIONS_CACHE_SERVICE_V2: access.get('version') === '2' ? 'true' : '',
  };
  const all = [...taken, ...Object.entries(given)].filter(([, value]) => value !== undefined);
  return Object.fromEntries(all) as Readonly<Record<string, string>>;
}
