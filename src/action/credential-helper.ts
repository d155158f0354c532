/**
 * Runs docker credential helpers (`docker-credential-<name> get`), by @actions/exec and under its missing limits. exec
 * gives no time limit, and keeps output that has no line end in one growing text.
 * Protocol: https://github.com/docker/docker-credential-helpers; rules: hardening E2, S3.
 */

import {adopting, type Child, endTree, quoted, release} from './child.ts';
import {findProgram, isPlainVariable} from './program.ts';

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

async function run(
  name: string,
  program: string,
  {verb, input, environment, options}: Run,
): Promise<{readonly code: number; readonly output: string}> {
  const {signal, timeLimit = TIME_LIMIT} = options;
  const {exec} = await import('@actions/exec');
  signal?.throwIfAborted();
  const chunks: Buffer[] = [];
  let length = 0;
  let child: Child | undefined;
  let failure: unknown;
  const gaveUp = Promise.withResolvers<never>();
  gaveUp.promise.catch(() => {});
  const stop = (reason: unknown): void => {
    failure ??= reason;
    // Without the child (the channel is not a promise Node makes for ever) at least the caller does not wait on.
    if (child) void endTree(child);
    else gaveUp.reject(reason);
  };
  const timer = setTimeout(
    () => stop(new HelperFailed(name, `gave no answer within ${timeLimit / 1000} s and was stopped`)),
    timeLimit,
  );
  const onAbort = (): void => stop(signal?.reason);
  signal?.addEventListener('abort', onAbort, {once: true});
  const adopt = (made: Child): void => {
    child = made;
    // A helper may leave without reading its input, or not start at all; exec would let that write error crash us.
    process.nextTick(() => made.stdin?.on('error', () => {}));
    if (failure !== undefined) process.nextTick(() => void endTree(made));
  };
  const count = (data: Buffer): boolean => {
    length += data.length;
    if (length <= OUTPUT_LIMIT) return true;
    stop(new HelperFailed(name, `answered with more than ${OUTPUT_LIMIT / 1024} KiB and was stopped`));
    return false;
  };
  try {
    const running = adopting(adopt, () =>
      exec(quoted(program), [verb], {
        env: environment,
        silent: true,
        ignoreReturnCode: true,
        input: Buffer.from(input, 'utf8'),
        // After exit, for a grandchild that keeps the output open.
        delay: 500,
        listeners: {stdout: (data) => count(data) && chunks.push(data), stderr: count},
      }),
    );
    const code = await Promise.race([running, gaveUp.promise]);
    if (failure !== undefined) throw failure;
    return {code, output: Buffer.concat(chunks).toString('utf8')};
  } catch (error) {
    if (failure !== undefined) throw failure;
    if (error instanceof HelperFailed) throw error;
    throw new HelperFailed(
      name,
      'could not be started',
      `check that docker-credential-${name} is a program for this machine`,
    );
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
    release(child);
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
