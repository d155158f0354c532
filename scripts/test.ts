/**
 * Everything that `script/test` checks, in the order of what is cheapest to fail: types, lint, README, dist, tests, and
 * docs/engines.md against what they found. Ends with jest's own count and a plain line `N passed, N failed, N skipped`.
 * With `--engines` it runs the tests of the Image API alone, and writes docs/engines.md.
 */
import {spawn} from 'node:child_process';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {differences, formatTable, mergeTables, parseTable, readLines, tableOf} from './matrix.ts';
import {provideBase} from './rig/base.ts';
import {type Engine, formatEngines, provideEngines} from './rig/engines.ts';
import {ACCOUNT, startRegistry} from './rig/registry.ts';
import {isSignalled, stopAll, stopOnSignals, temporaryDirectory, throwIfEnding, toStop} from './rig/stops.ts';

const root = join(import.meta.dirname, '..');

/** How a program ended, such as `exit code 0` or `SIGKILL`. */
type Ending = string;
const SUCCESS: Ending = 'exit code 0';

/**
 * Runs a program to its end, in a process group of its own: a signal to us alone must end all of it, and a signal to our
 * group must not end it before what it uses.
 */
async function run(
  title: string,
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Ending> {
  throwIfEnding();
  console.log(`\n== ${title}`);
  const child = spawn(program, args, {cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env, detached: true});
  const ended = new Promise<Ending>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const stop = toStop(async () => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const group = -child.pid;
    process.kill(group, 'SIGTERM');
    const timer = setTimeout(() => process.kill(group, 'SIGKILL'), 10_000);
    await ended;
    clearTimeout(timer);
  });
  return ended.finally(stop);
}

const tool = (name: string) => join(root, 'node_modules', '.bin', name);

/** Titles of the checks that failed. */
async function check(): Promise<readonly string[]> {
  const checks: readonly (readonly [string, string, readonly string[]])[] = [
    ['types', tool('tsc'), []],
    ['lint and format', tool('biome'), ['check', '--error-on-warnings']],
    ['README tables', process.execPath, ['scripts/docs.ts', '--check']],
    ['dist', process.execPath, ['scripts/bundle.ts', '--check']],
  ];
  const failed: string[] = [];
  for (const [title, program, args] of checks) if ((await run(title, program, args)) !== SUCCESS) failed.push(title);
  return failed;
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

/** What jest counted, with a line for each way in which it failed apart from its tests. */
interface Tested {
  readonly counts: Counts | undefined;
  readonly problems: readonly string[];
}

async function runJest(env: NodeJS.ProcessEnv, more: readonly string[]): Promise<Tested> {
  const {path, remove} = temporaryDirectory('stowage-jest-');
  const file = join(path, 'results.json');
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest];
  const ending = await run('tests', process.execPath, [...flags, '--json', `--outputFile=${file}`, ...more], env);
  try {
    if (!existsSync(file)) return {counts: undefined, problems: [`jest ended with ${ending} and wrote no results.`]};
    const counts = JSON.parse(readFileSync(file, 'utf8')) as Counts;
    const explained = ending === SUCCESS || counts.numFailedTests + counts.numRuntimeErrorTestSuites > 0;
    return {counts, problems: explained ? [] : [`jest ended with ${ending} although no test failed.`]};
  } finally {
    await remove();
  }
}

const TABLE = join(root, 'docs', 'engines.md');
const readTable = () => parseTable(existsSync(TABLE) ? readFileSync(TABLE, 'utf8') : '');

/** Problems of docs/engines.md, by the lines of a whole run. */
function checkTable(file: string): readonly string[] {
  const [written, found] = [readTable(), tableOf(readLines(file))];
  for (const column of found.keys())
    if (!written.has(column)) console.log(`docs/engines.md has no column for ${column}: run \`npm run engines\`.`);
  return differences(written, found).map(
    (difference) => `docs/engines.md is not what this run found: ${difference}; run \`npm run engines\`.`,
  );
}

function writeTable(file: string): void {
  const found = tableOf(readLines(file));
  writeFileSync(TABLE, formatTable(mergeTables(readTable(), found)));
  console.log(`\nWrote docs/engines.md with what was found on ${[...found.keys()].join('; ')}`);
}

async function testOnRig(more: readonly string[], writing: boolean): Promise<Tested> {
  const engines = await provideEngines(process.env);
  for (const engine of engines) await provideBase(engine);
  const [first] = engines as [Engine];
  const open = await startRegistry(first, {withPassword: false});
  const closed = await startRegistry(first, {withPassword: true});
  const {path} = temporaryDirectory('stowage-matrix-');
  const matrix = join(path, 'matrix.jsonl');
  const env = {
    ...process.env,
    STOWAGE_TEST_MATRIX: matrix,
    STOWAGE_TEST_ENGINES: formatEngines(engines),
    STOWAGE_TEST_REGISTRY: open.host,
    STOWAGE_TEST_REGISTRY_AUTH: closed.host,
    STOWAGE_TEST_REGISTRY_USER: ACCOUNT.username,
    STOWAGE_TEST_REGISTRY_PASSWORD: ACCOUNT.password,
  };
  const tested = await runJest(env, writing ? ['__tests__/engine/image-api'] : more);
  const {counts, problems} = tested;
  // A test that failed says enough, and has no outcome.
  if (counts === undefined || counts.numFailedTests + counts.numRuntimeErrorTestSuites + problems.length > 0)
    return tested;
  if (writing) writeTable(matrix);
  else if (more.length > 0) console.log('\nNot every test ran, so docs/engines.md was not compared with them.');
  else return {counts, problems: checkTable(matrix)};
  return tested;
}

function summarize(failedChecks: readonly string[], {counts, problems}: Tested): void {
  const skipped = (counts?.testResults ?? []).flatMap(({assertionResults}) =>
    assertionResults.filter(({status}) => status === 'pending'),
  );
  if (skipped.length > 0) console.log('\nSkipped (the reason is in the title):');
  for (const {fullName} of skipped) console.log(`  ${fullName}`);
  for (const title of failedChecks) console.log(`The check "${title}" failed.`);
  for (const problem of problems) console.log(problem);
  const passed = counts?.numPassedTests ?? 0;
  const failedTests = (counts?.numFailedTests ?? 0) + (counts?.numRuntimeErrorTestSuites ?? 0);
  const failed = failedTests + failedChecks.length + problems.length;
  console.log(`\n${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  if (failed > 0 || passed === 0) process.exitCode = 1;
}

stopOnSignals();
try {
  const [...args] = process.argv.slice(2);
  const writing = args[0] === '--engines';
  const failedChecks = writing ? [] : await check();
  const tested = await testOnRig(args, writing).catch((error: unknown) => ({
    counts: undefined,
    problems: [`The tests could not run: ${(error as Error).message}`],
  }));
  await stopAll();
  if (!isSignalled()) summarize(failedChecks, tested);
} catch (error) {
  if (!isSignalled()) throw error;
} finally {
  await stopAll();
}
