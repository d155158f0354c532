/**
 * Everything that `script/test` checks, in the order of what is cheapest to fail: types, lint, README, dist, tests. Ends
 * with jest's own count and a plain line `N passed, N failed, N skipped`.
 */
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {provideBase} from './rig/base.ts';
import {type Engine, formatEngines, provideEngines} from './rig/engines.ts';
import {ACCOUNT, startRegistry} from './rig/registry.ts';

const root = join(import.meta.dirname, '..');

function run(title: string, program: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): boolean {
  console.log(`\n== ${title}`);
  return spawnSync(program, args, {cwd: root, stdio: 'inherit', env}).status === 0;
}

const tool = (name: string) => join(root, 'node_modules', '.bin', name);

function check(): readonly string[] {
  const checks: readonly (readonly [string, string, readonly string[]])[] = [
    ['types', tool('tsc'), []],
    ['lint and format', tool('biome'), ['check', '--error-on-warnings']],
    ['README tables', process.execPath, ['scripts/docs.ts', '--check']],
    ['dist', process.execPath, ['scripts/bundle.ts', '--check']],
  ];
  return checks.filter(([title, program, args]) => !run(title, program, args)).map(([title]) => title);
}

interface Counts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly {readonly status: string; readonly fullName: string}[];
  }[];
}

function runJest(env: NodeJS.ProcessEnv, more: readonly string[]): Counts {
  const directory = mkdtempSync(join(tmpdir(), 'stowage-jest-'));
  const file = join(directory, 'results.json');
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest];
  run('tests', process.execPath, [...flags, '--json', `--outputFile=${file}`, ...more], env);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Counts;
  } finally {
    rmSync(directory, {recursive: true, force: true});
  }
}

async function withRig(use: (env: NodeJS.ProcessEnv) => Counts): Promise<Counts> {
  const stops: (() => Promise<void>)[] = [];
  try {
    const engines = await provideEngines(process.env);
    for (const engine of engines) stops.push(engine.stop);
    for (const engine of engines) await provideBase(engine);
    const [first] = engines as [Engine];
    const open = await startRegistry(first, {withPassword: false});
    stops.push(open.stop);
    const closed = await startRegistry(first, {withPassword: true});
    stops.push(closed.stop);
    return use({
      ...process.env,
      STOWAGE_TEST_ENGINES: formatEngines(engines),
      STOWAGE_TEST_REGISTRY: open.host,
      STOWAGE_TEST_REGISTRY_AUTH: closed.host,
      STOWAGE_TEST_REGISTRY_USER: ACCOUNT.username,
      STOWAGE_TEST_REGISTRY_PASSWORD: ACCOUNT.password,
    });
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

const failedChecks = check();
const counts = await withRig((env) => runJest(env, process.argv.slice(2)));
const skipped = counts.testResults.flatMap(({assertionResults}) =>
  assertionResults.filter(({status}) => status === 'pending'),
);
if (skipped.length > 0) console.log('\nSkipped (the reason is in the title):');
for (const {fullName} of skipped) console.log(`  ${fullName}`);
for (const title of failedChecks) console.log(`The check "${title}" failed.`);
const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites + failedChecks.length;
console.log(`\n${counts.numPassedTests} passed, ${failed} failed, ${skipped.length} skipped`);
if (failed > 0 || counts.numPassedTests === 0) process.exitCode = 1;
