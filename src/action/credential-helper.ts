/**
 * Runs docker credential helpers (`docker-credential-<name> get`).
 * Protocol: https://github.com/docker/docker-credential-helpers; rules: hardening E2, S3.
 */

import {findProgram, isPlainVariable} from './program.ts';
import {type ProgramEnd, ProgramFailed, runProgram} from './program-run.ts';

export interface HelperOptions {
  /** The job's environment; only an allow-list of it reaches the helper. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Nothing inside of it is run. */
  readonly workspace: string | undefined;
  /** Further variables for helpers this file does not know. */
  readonly passVariables?: readonly string[];
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds, 30 s unless told. */
  readonly timeLimit?: number;
}

/** See `RunHelper` in registry/credential-source.ts: stdout, or undefined when the helper holds no credential. */
export type HelperRunner = (name: string, verb: 'get', input: string) => Promise<string | undefined>;

export class HelperFailed extends Error {
  override readonly name = 'HelperFailed';
  readonly helper: string;
  readonly hint: string | undefined;

  constructor(helper: string, reason: string, hint?: string) {
    super(`credential helper ${JSON.stringify(helper.slice(0, 64))} ${reason}`);
    this.helper = helper;
    this.hint = hint;
  }
}

const NAME = /^[a-z0-9][a-z0-9._-]{0,63}$/;
const OUTPUT_LIMIT = 64 * 1024;
const TIME_LIMIT = 30_000;

/** Credentials of a cloud go only to the helper made for that cloud. */
const HELPER_VARIABLES: readonly (readonly [RegExp, RegExp])[] = [
  [/ecr/, /^AWS_\w+$/],
  [/gcloud|gcr|gar/, /^(?:GOOGLE|CLOUDSDK|GCP|GCE)_\w+$/],
  [/acr|azure/, /^(?:AZURE|ACR|IDENTITY|MSI)_\w+$/],
  [/pass/, /^(?:GNUPGHOME|GPG_\w+|PASSWORD_STORE_\w+)$/],
  [/secretservice/, /^(?:DBUS_\w+|DISPLAY)$/],
];

/** Makes the runner; it rejects with `HelperFailed`, whose text never holds what the helper printed. */
export function createHelperRunner(options: HelperOptions): HelperRunner {
  return async (name, verb, input) => {
    if (!NAME.test(name))
      throw new HelperFailed(
        name,
        'is not run: that is no helper name',
        'correct credsStore or credHelpers in the docker config',
      );
    const {path, program} = await findProgram(`docker-credential-${name}`, options);
    if (program === undefined) {
      const where = 'outside of the workspace on PATH';
      throw new HelperFailed(
        name,
        `was not found: no docker-credential-${name} ${where}`,
        `install it in an earlier step, or give user name and password`,
      );
    }
    const environment = {...environmentFor(name, options), PATH: path};
    const result = await run(name, program, {verb, input, environment, options});
    if (result.code === 0) return result.output;
    if (/credentials not found/i.test(result.output)) return undefined;
    throw new HelperFailed(
      name,
      `failed with exit code ${result.code}`,
      `run docker-credential-${name} get by hand on this runner to see why`,
    );
  };
}

interface Run {
  readonly verb: string;
  readonly input: string;
  readonly environment: Record<string, string>;
  readonly options: HelperOptions;
}

async function run(name: string, program: string, {verb, input, environment, options}: Run): Promise<ProgramEnd> {
  const {signal, timeLimit = TIME_LIMIT} = options;
  try {
    return await runProgram(program, [verb], {environment, input, signal, timeLimit, outputLimit: OUTPUT_LIMIT});
  } catch (error) {
    if (!(error instanceof ProgramFailed)) throw error;
    switch (error.why) {
      case 'time':
        throw new HelperFailed(name, `gave no answer within ${timeLimit / 1000} s and was stopped`);
      case 'output':
        throw new HelperFailed(name, `answered with more than ${OUTPUT_LIMIT / 1024} KiB and was stopped`);
      case 'start':
        throw new HelperFailed(
          name,
          'could not be started',
          `check that docker-credential-${name} is a program for this machine`,
        );
      default:
        return error.why satisfies never;
    }
  }
}

function environmentFor(name: string, {environment, passVariables = []}: HelperOptions): Record<string, string> {
  const own = HELPER_VARIABLES.filter(([helper]) => helper.test(name)).map(([, variables]) => variables);
  const isAllowed = (variable: string): boolean =>
    isPlainVariable(variable) ||
    (passVariables.includes(variable) && !variable.startsWith('INPUT_')) ||
    own.some((variables) => variables.test(variable));
  const passed = Object.entries(environment).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && isAllowed(entry[0]),
  );
  return Object.fromEntries(passed);
}
