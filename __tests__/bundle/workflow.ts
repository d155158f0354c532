/**
 * Runs the steps of a workflow file as the runner would, as far as the files in examples/ need it: expressions, outputs of
 * steps, `if: always()`, and the post parts of a job in reverse at its end. Steps of Stowage run the bundle. All others
 * are stood in for by what the caller gives, as a test has no docker CLI and no artifact store; a step that nothing
 * stands in for is an error.
 */
import {readFileSync} from 'node:fs';
import {parse} from 'yaml';
import {type ActionRun, runAction} from '../rig.ts';

const root = new URL('../../', import.meta.url);

type Texts = Readonly<Record<string, string>>;

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
  readonly run?: string;
  readonly env?: Texts;
  readonly if?: string;
}

export interface Workflow {
  readonly permissions: unknown;
  readonly env?: Texts;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly permissions?: unknown;
        readonly 'timeout-minutes'?: number;
        readonly strategy?: {readonly matrix: {readonly include: readonly Texts[]}};
        readonly steps: readonly Step[];
      }
    >
  >;
}

interface Action {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}
const readAction = (path: string) => parse(readFileSync(new URL(path, root), 'utf8')) as Action;
const action = readAction('action.yml');
const merge = readAction('merge/action.yml');

export function readWorkflow(name: string): Workflow {
  return parse(readFileSync(new URL(`examples/${name}`, root), 'utf8')) as Workflow;
}

export function isStowage({uses = ''}: Step): boolean {
  return /^stowage\/stowage(?:\/merge)?@/.test(uses);
}

const isMerge = ({uses = ''}: Step) => uses.startsWith('stowage/stowage/merge@');

/** `actions/checkout` of `actions/checkout@…`. */
export function actionOf({uses = ''}: Step): string {
  return uses.split('@', 1)[0] ?? '';
}

export function commandsOf({run = ''}: Step): readonly string[] {
  return run.split('\n').filter((line) => line.trim() !== '');
}

/** Inputs that the action does not have. */
export function unknownInputs(step: Step): readonly string[] {
  const {inputs} = isMerge(step) ? merge : action;
  return Object.keys(step.with ?? {}).filter((name) => !(name in inputs));
}

/** What a step stands in for gets the variables that it would have. */
export type StandIn = (call: {readonly env: Texts; readonly inputs: Texts}) => Promise<void> | void;

export interface Setting {
  /** Values for the test in place of those in `env:` at the top, which has to have each. */
  readonly env: Texts;
  readonly secrets?: Texts;
  readonly inputs?: Texts;
  readonly runner?: Texts;
  /** Address of the engine. */
  readonly engine: string;
  readonly workspace: string;
  /** By line of a `run:` step. */
  readonly commands: Readonly<Record<string, StandIn>>;
  /** By name of an action. */
  readonly actions: Readonly<Record<string, StandIn>>;
  /** Lines that a test adds to an input, such as a filter that keeps it to its own. */
  readonly added?: Texts;
}

export interface Ran {
  readonly failed: boolean;
  /** Steps of Stowage in their order, of all jobs. */
  readonly steps: readonly (ActionRun & {readonly inputs: Texts})[];
  readonly posts: readonly ActionRun[];
  /** All of that as one text. */
  readonly log: string;
}

export const GITHUB = {
  event_name: 'push',
  ref_name: 'v1.2.3',
  sha: '4a1fc2b0e53f6c8d9b7a40e1d2c3b4a5f6e7d8c9',
  workflow: 'example',
  run_id: '4711',
  run_attempt: '1',
  token: '',
} as const;

/** Never rejects for a step that fails. */
export async function runWorkflow({jobs, env: declared = {}}: Workflow, setting: Setting): Promise<Ran> {
  const stale = Object.keys(setting.env).filter((name) => !(name in declared));
  if (stale.length > 0) throw new Error(`the workflow has no ${stale.join(', ')} in its env`);
  const {secrets = {}, inputs = {}, runner = {}} = setting;
  const base = {github: GITHUB, secrets, inputs, runner};
  const env = {...evaluateAll(declared, base), ...setting.env};
  const steps: (ActionRun & {readonly inputs: Texts})[] = [];
  const posts: ActionRun[] = [];
  let failed = false;
  for (const job of Object.values(jobs)) {
    if (failed) break;
    for (const matrix of job.strategy?.matrix.include ?? [{}]) {
      const done = await runJob(job.steps, {...base, env, matrix}, setting);
      steps.push(...done.steps);
      posts.push(...done.posts);
      failed ||= done.failed;
    }
  }
  return {failed, steps, posts, log: [...steps, ...posts].map(({log}) => log).join('\n')};
}

type Contexts = Readonly<Record<string, unknown>> & {readonly env: Texts};

async function runJob(all: readonly Step[], base: Contexts, setting: Setting): Promise<Omit<Ran, 'log'>> {
  const outputs: Record<string, {readonly outputs: Texts}> = {};
  const steps: (ActionRun & {readonly inputs: Texts})[] = [];
  const withPost: (ActionRun & {readonly inputs: Texts})[] = [];
  let failed = false;
  for (const step of all) {
    if (step.if !== undefined && step.if !== 'always()') throw new Error(`no way to tell whether ${step.if}`);
    if (failed && step.if === undefined) continue;
    const contexts = {...base, steps: outputs};
    const env = {...base.env, ...evaluateAll(step.env ?? {}, contexts)};
    const inputs = evaluateAll(step.with ?? {}, contexts);
    if (!isStowage(step)) {
      for (const standIn of standIns(step, setting)) await standIn({env, inputs});
      continue;
    }
    const [unknown] = unknownInputs(step);
    if (unknown !== undefined) throw new Error(`action.yml has no input ${unknown}`);
    const added = Object.entries(setting.added ?? {}).filter(([name]) => name in inputs);
    const given = {...inputs, ...Object.fromEntries(added.map(([name, line]) => [name, `${inputs[name]}\n${line}`]))};
    const ran = await runAction(given, {...optionsOf(setting), ...(isMerge(step) && {action: 'merge'})});
    steps.push({...ran, inputs: given});
    if (!isMerge(step)) withPost.push({...ran, inputs: given});
    if (step.id !== undefined) outputs[step.id] = {outputs: ran.outputs};
    failed ||= ran.code !== 0;
  }
  const posts: ActionRun[] = [];
  for (const {inputs, state} of withPost.toReversed())
    posts.push(await runAction(inputs, {...optionsOf(setting), state}));
  return {failed, steps, posts};
}

const optionsOf = ({workspace, engine}: Setting) => ({workspace, env: {DOCKER_HOST: engine}});

function standIns(step: Step, {commands, actions}: Setting): readonly StandIn[] {
  const wanted = step.uses === undefined ? commandsOf(step) : [actionOf(step)];
  return wanted.map((name) => {
    const standIn = (step.uses === undefined ? commands : actions)[name];
    if (standIn === undefined) throw new Error(`nothing stands in for: ${name}`);
    return standIn;
  });
}

function evaluateAll(values: Readonly<Record<string, unknown>>, contexts: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, evaluate(String(value), contexts)]));
}

/** `a.b.c`, or `a.b == 'text'`. */
export function evaluate(text: string, contexts: Readonly<Record<string, unknown>>): string {
  return text.replace(/\$\{\{\s*(.+?)\s*\}\}/g, (_, expression: string) => {
    const [, path = '', literal] = /^([\w.-]+)(?: == '([^']*)')?$/.exec(expression) ?? [];
    const found = lookUp(path, contexts);
    if (found === undefined) throw new Error(`nothing is known of ${expression}`);
    return literal === undefined ? found : String(found === literal);
  });
}

/** GitHub gives an empty text for what it does not know; here that would be a slip of the pen in an example. */
function lookUp(path: string, contexts: Readonly<Record<string, unknown>>): string | undefined {
  const output = /^steps\.[\w-]+\.outputs\.([\w-]+)$/.exec(path)?.[1];
  if (output !== undefined && !(output in action.outputs) && !(output in merge.outputs)) return undefined;
  let value: unknown = contexts;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return typeof value === 'string' ? value : undefined;
}
