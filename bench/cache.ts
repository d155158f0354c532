/**
 * The step on a runner that is new, with and without `type=gha`: the engine forgets the build before each. Needs an engine
 * (found as script/test finds it) and azurite, which is installed once beside the packages.
 */
import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {BASE_IMAGE, provideBase} from '../scripts/rig/base.ts';
import {forgetTree} from '../scripts/rig/cache-records.ts';
import {type CacheService, provideAzurite, startCacheService} from '../scripts/rig/cache-service.ts';
import {type Engine, findEngines, provideEngines} from '../scripts/rig/engines.ts';
import {ask} from '../scripts/rig/http.ts';
import {type ActionRun, inputVariables, runAction} from '../scripts/rig/runner.ts';
import {median, range} from './statistics.ts';

const RUNS = 3;
const root = join(import.meta.dirname, '..');

/** Steps that take three seconds one after the other, with 60 MB of layers that do not compress. */
function dockerfile(mark: string): string {
  const work = (seconds: number, file: string) =>
    `RUN sleep ${seconds}; head -c 20000000 /dev/urandom > /${file}; echo ${mark}`;
  return `FROM ${BASE_IMAGE} AS one\n${work(2, 'one')}\nFROM ${BASE_IMAGE}\n${work(2, 'two')}\nRUN sleep 1; echo ${mark}\nCOPY file /\nCOPY --from=one /one /\n`;
}

interface Bench {
  readonly engine: Engine;
  readonly service: CacheService;
  readonly directory: string;
  readonly mark: string;
}

/** Milliseconds of both parts of the step on an engine that knows nothing of it. */
async function step(
  {engine, service, directory, mark}: Bench,
  inputs: Readonly<Record<string, string>>,
): Promise<{readonly ms: number; readonly main: ActionRun}> {
  const temp = mkdtempSync(join(tmpdir(), 'stowage-bench-'));
  const env = {DOCKER_HOST: engine.address, RUNNER_TEMP: temp, ...service.variables()};
  try {
    const main = await runAction(inputs, {workspace: directory, env});
    const post = await runAction(inputs, {workspace: directory, env, state: main.state});
    if (main.code !== 0 || post.code !== 0) throw new Error(`the action failed: ${(main.log + post.log).slice(-500)}`);
    await ask(engine.address, `/images/${main.outputs['imageid']}?force=1`, {method: 'DELETE'});
    if (!(await forgetTree(engine, mark))) throw new Error('the engine still knows the build');
    return {ms: main.milliseconds + post.milliseconds, main};
  } finally {
    rmSync(temp, {recursive: true, force: true});
  }
}

async function compare(engine: Engine, service: CacheService, print: (line: string) => void): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'stowage-bench-'));
  let anew = 0;
  const times = {without: [] as number[], first: [] as number[], same: [] as number[], changed: [] as number[]};
  try {
    for (let run = 0; run < RUNS; run++) {
      const mark = `bench${run}x${Math.random().toString(36).slice(2)}`;
      const bench = {engine, service, directory, mark};
      const caches = {'cache-from': `type=gha,scope=${mark}`, 'cache-to': `type=gha,mode=max,scope=${mark}`};
      const inputs = {...caches, 'cache-save': 'always'};
      writeFileSync(join(directory, 'Dockerfile'), dockerfile(mark));
      writeFileSync(join(directory, 'file'), 'one\n');
      times.without.push((await step(bench, {})).ms);
      times.first.push((await step(bench, inputs)).ms);
      const same = await step(bench, inputs);
      if (!same.main.log.includes('all cached')) anew += 1;
      times.same.push(same.ms);
      writeFileSync(join(directory, 'file'), 'two\n');
      times.changed.push((await step(bench, inputs)).ms);
    }
  } finally {
    rmSync(directory, {recursive: true, force: true});
  }
  const ratio = (ms: readonly number[]) => (median(ms) / median(times.without)).toFixed(2);
  print(`a new ${engine.name} with type=gha, against the same without, 3 s of steps and 60 MB of layers:`);
  print(
    `  unchanged ${ratio(times.same)} x, one line changed ${ratio(times.changed)} x, first run with its save ${ratio(times.first)} x`,
  );
  if (anew > 0) print(`  in ${anew} of ${RUNS} runs something that was unchanged was built anew`);
  print(
    `  without ${range(times.without, 'ms')}, unchanged ${range(times.same, 'ms')}, changed ${range(times.changed, 'ms')}`,
  );
}

/** Prints each file of the bundle that a run loads. */
const TELL =
  'data:text/javascript,import {registerHooks} from "node:module"; registerHooks({load(url, context, next) {process.stderr.write(`LOADED ${url}\\n`); return next(url, context);}})';

/** Files of the bundle that are loaded by the time a build fails at an engine that is not there. */
function loaded(
  inputs: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string>>,
): readonly string[] {
  const directory = mkdtempSync(join(tmpdir(), 'stowage-bench-'));
  try {
    writeFileSync(join(directory, 'Dockerfile'), 'FROM scratch\n');
    writeFileSync(join(directory, 'output'), '');
    const env = {
      PATH: process.env['PATH'] ?? '',
      ...inputVariables(inputs),
      GITHUB_WORKSPACE: directory,
      GITHUB_OUTPUT: join(directory, 'output'),
      DOCKER_HOST: `unix://${join(directory, 'none.sock')}`,
      ...variables,
    };
    const {stderr} = spawnSync(process.execPath, ['--import', TELL, join(root, 'dist', 'index.js')], {
      env,
      encoding: 'utf8',
    });
    return [...stderr.matchAll(/^LOADED file:\/\/(\S+)$/gm)].flatMap(([, file]) => file ?? []).sort();
  } finally {
    rmSync(directory, {recursive: true, force: true});
  }
}

function compareStart(service: CacheService, print: (line: string) => void): void {
  const inputs = {'cache-from': 'type=gha', 'cache-to': 'type=gha'};
  const plain = loaded({}, {});
  const bytes = plain.reduce((sum, file) => sum + statSync(file).size, 0);
  for (const [what, files] of [
    ['with type=gha, without the variables of a cache service', loaded(inputs, {})],
    ['with type=gha and a cache service', loaded(inputs, service.variables())],
  ] as const)
    print(
      `start ${what}: ${files.join() === plain.join() ? 'the same' : 'not the same'} files of the bundle as without`,
    );
  print(`  ${plain.length} files, ${(bytes / 1e6).toFixed(2)} MB; npm run bench start tells how long they take`);
}

export async function benchCache(print: (line: string) => void): Promise<void> {
  const azurite = provideAzurite();
  if (azurite === undefined) throw new Error('azurite could not be installed');
  const found = await findEngines(process.env);
  const engines = found.length > 0 ? found : await provideEngines(process.env);
  const service = await startCacheService(azurite);
  try {
    compareStart(service, print);
    for (const engine of engines) {
      if (engine.facts.product === 'podman') continue;
      await provideBase(engine);
      await compare(engine, service, print);
    }
  } finally {
    await service.stop();
  }
  for (const engine of engines) await engine.stop();
}
