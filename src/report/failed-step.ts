/** The step a build failed at, as the end of the log and the annotation show it. */
import {unwrap} from './diagnosis.ts';
import {type Excerpt, showExcerpt} from './excerpt.ts';
import type {Log} from './log.ts';
import {shortenDigests} from './transfers.ts';

export interface FailedStep {
  /** As in the log, such as `[build 3/4] RUN npm ci`. */
  readonly name: string;
  /** The instruction alone, such as `RUN npm ci`; variables are replaced, lines joined. */
  readonly instruction: string;
  /** Name of the stage; undefined when it has none or the engine does not say. */
  readonly stage: string | undefined;
  /** BuildKit's digest of the step. */
  readonly digest: string | undefined;
  /** Exit code of a RUN. */
  readonly exitCode: number | undefined;
  /** Why, in one line. */
  readonly reason: string;
  /** The end of its output, oldest first, at most 30 lines. */
  readonly lastLines: readonly string[];
}

/** Splits `[build 3/4] RUN npm ci` into stage and instruction; other names are an instruction as a whole. Numbers may be padded. */
export function parseName(name: string): {readonly instruction: string; readonly stage: string | undefined} {
  const [, stage, instruction] = /^\[(?:(\S.*?) )? *\d+\/\d+\] (.*)$/s.exec(name) ?? [];
  return {instruction: instruction ?? name, stage};
}

/**
 * The exit code at the end of an engine's text, which has it nowhere else: `exit code: 7` (BuildKit, solver/llbsolver/ops
 * and executor/runcexecutor), `returned a non-zero code: 7` (moby builder/dockerfile), `exit status 7` (Buildah run.go).
 */
export function exitCodeOf(error: string): number | undefined {
  const [, code] = /(?:exit code:|non-zero code:|exit status) (\d{1,10})\s*$/.exec(error) ?? [];
  return code === undefined ? undefined : Number(code);
}

/** Longest reason, in characters: an engine may quote a whole script. */
const REASON_LIMIT = 1000;

/** What the heading says already, and what means nothing to anybody outside of the engine. */
const NOISE = new RegExp(
  [
    '^building at STEP "(?:[^"\\\\]|\\\\.)*": ',
    '^executor failed running \\[.*\\]: ',
    '^process ".*" did not complete successfully: ',
    'rpc error: code = \\w+ desc = ',
    'failed to calculate checksum of ref \\S+::\\S+: ',
    'resolving mountpoints for container "[0-9a-f]+": ',
    'checking on sources under "[^"]*": (?:Rel: can\'t make  relative to [^;]*; )?copier: ',
    ' &imagebuilder\\.Step\\{.*\\}(?=\\s*$)',
    // Paths on the machine of the engine.
    '/\\S*/(?:buildkit-mount\\d+|libpod_builder\\d+/build)/',
    '/\\S*/overlay2?/[0-9a-z]{20,64}/(?:merged|diff)(?=/)',
  ].join('|'),
  'gs',
);

/** An engine's text for a failed step, without what the heading says already. */
export function reasonOf(error: string): string {
  const code = exitCodeOf(error);
  return code === undefined ? tidy(error) : `exit code ${code}`;
}

/** An engine's text in the words that matter. */
export function tidy(error: string): string {
  const text = shortenDigests(unwrap(error).replace(NOISE, '')).trim();
  return text.length > REASON_LIMIT ? `${text.slice(0, REASON_LIMIT)}…` : text;
}

/** Longest instruction shown here, in characters. */
const NAME_LIMIT = 1000;

/** Ends the log of a failed build: the instruction, its lines in the Dockerfile, the reason, the last lines of its output. */
export function showFailure(log: Log, failure: FailedStep, excerpt?: Excerpt): void {
  const {reason, lastLines} = failure;
  const name = failure.name.replace(/\s+/g, ' ');
  log.info(`failed: ${name.length > NAME_LIMIT ? `${name.slice(0, NAME_LIMIT)}…` : name}`);
  if (excerpt !== undefined) showExcerpt(log, excerpt);
  if (lastLines.length === 0) log.info(reason);
  else
    log.info(`${reason}, and the last ${lastLines.length === 1 ? 'line' : `${lastLines.length} lines`} of its output:`);
  if (lastLines.length > 0) log.untrusted('|', lastLines.join('\n'));
}
