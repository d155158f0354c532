/**
 * Runs a JavaScript action the way the runner does: defaults of action.yml, `INPUT_*` variables, the files behind
 * GITHUB_OUTPUT and its siblings, a temporary directory, and nothing of our own process.
 */
import {spawn} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'yaml';
import {temporaryDirectory, toStop} from './stops.ts';

export interface ActionRun {
  /** Exit code; 128 + signal number when the process was killed. */
  readonly code: number;
  /** stdout and stderr as the runner reads them. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** What the run left for its post part, by name. */
  readonly state: Readonly<Record<string, string>>;
  /** The job summary. */
  readonly summary: string;
  readonly milliseconds: number;
}

/** The log as people see it: the runner takes the lines that tell it what to hide. */
export function withoutMasks(log: string): string {
  return log.replaceAll(/^::add-mask::.*\n?/gm, '');
}

export interface ActionOptions {
  readonly workspace: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Called with the log so far after each piece; may end the run with a signal. */
  readonly onLog?: (log: string, kill: (signal: NodeJS.Signals) => void) => void;
  /** Runs the post part after a run that left this state. */
  readonly state?: Readonly<Record<string, string>>;
  /** Another bundle than that of the action. */
  readonly main?: string;
  /** Directory of a sub-action, such as `merge`. */
  readonly action?: string;
  /** Extra arguments of Node itself. */
  readonly nodeArgs?: readonly string[];
}

const root = join(import.meta.dirname, '..', '..');

/** Inputs as the runner passes them: those given, and the defaults of action.yml for the others. */
export function inputVariables(inputs: Readonly<Record<string, string>>, directory = ''): Record<string, string> {
  const action = parse(readFileSync(join(root, directory, 'action.yml'), 'utf8')) as {
    readonly inputs: Readonly<Record<string, {readonly default?: string}>>;
  };
  const variables: Record<string, string> = {};
  const set = (name: string, value: string) => {
    variables[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] = value;
  };
  for (const [name, input] of Object.entries(action.inputs)) {
    // The only expression in our defaults is the job token, which a local run does not have.
    set(name, (input.default ?? '').startsWith('${{') ? '' : (input.default ?? ''));
  }
  for (const [name, value] of Object.entries(inputs)) set(name, value);
  return variables;
}

/** Runs the action to its end. Never rejects for a failing action: look at `code`. */
export async function runAction(inputs: Readonly<Record<string, string>>, options: ActionOptions): Promise<ActionRun> {
  const {path: temp, remove} = temporaryDirectory('stowage-run-');
  const files = ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY'];
  for (const name of files) writeFileSync(join(temp, name), '');
  mkdirSync(join(temp, 'tmp'));
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '/root',
    GITHUB_ACTIONS: 'true',
    CI: 'true',
    GITHUB_WORKSPACE: options.workspace,
    GITHUB_REPOSITORY: 'octo/app',
    GITHUB_ACTOR: 'octo',
    RUNNER_TEMP: join(temp, 'tmp'),
    DOCKER_CONFIG: join(temp, 'no-docker-config'),
    ...Object.fromEntries(files.map((name) => [`GITHUB_${name}`, join(temp, name)])),
    ...inputVariables(inputs, options.action),
    ...Object.fromEntries(Object.entries(options.state ?? {}).map(([name, value]) => [`STATE_${name}`, value])),
    ...options.env,
  };
  const started = performance.now();
  try {
    const main = options.main ?? join(root, 'dist', options.action ?? '', 'index.js');
    const child = spawn(process.execPath, [...(options.nodeArgs ?? []), main], {cwd: options.workspace, env});
    let log = '';
    const take = (piece: Buffer) => {
      log += piece.toString('utf8');
      options.onLog?.(log, (signal) => child.kill(signal));
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const ended = new Promise<number>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (status, signal) => resolve(status ?? (signal === 'SIGKILL' ? 137 : 128)));
    });
    const stop = toStop(async () => {
      if (child.exitCode === null) child.kill('SIGTERM');
      await ended.catch(() => undefined);
    });
    const code = await ended.finally(stop);
    const text = (name: string) => readFileSync(join(temp, name), 'utf8');
    const outputs = readOutputs(text('OUTPUT'));
    const state = readOutputs(text('STATE'));
    return {code, log, outputs, state, summary: text('STEP_SUMMARY'), milliseconds: performance.now() - started};
  } finally {
    await remove();
  }
}

/** The file form: `name<<delimiter`, lines, `delimiter`; or `name=value`. */
export function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const block = /^([^=<]+)<<(.+)$/.exec(line);
    if (block?.[1] !== undefined && block[2] !== undefined) {
      const value: string[] = [];
      for (at++; at < lines.length && lines[at] !== block[2]; at++) value.push(lines[at] ?? '');
      outputs[block[1]] = value.join('\n');
    } else if (line.includes('=')) outputs[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
  }
  return outputs;
}
