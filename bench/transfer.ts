/**
 * The two ways of a directory to BuildKit: all of it as a tar, or file by file as the build asks for it. Whole steps of
 * the bundle that build and no more: the first of a context, one with nothing changed, and one with one file changed.
 * Both ways in turns, each round with bytes of its own, so that neither profits from the other; the ratio is the median
 * of the ratios of neighbours. Needs an engine with BuildKit (found as script/test finds it).
 */
import {appendFileSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {type Engine, findEngines, provideEngines} from '../scripts/rig/engines.ts';
import {ask, askJson} from '../scripts/rig/http.ts';
import {runAction} from '../scripts/rig/runner.ts';
import {median} from './statistics.ts';
import {FEW_FILES, LARGE_FILES, makeTree, SMALL_FILES, type Tree} from './tree.ts';

const ROUNDS = 3;

const TREES: readonly {readonly title: string; readonly tree: Tree}[] = [
  {title: '200 files of 10 KiB', tree: FEW_FILES},
  {title: '20,000 files of 4 KiB', tree: SMALL_FILES},
  {title: '8 files of 64 MiB', tree: LARGE_FILES},
];

const WAYS = ['tar', 'sync'] as const;
type Way = (typeof WAYS)[number];
const STAGES = ['first', 'unchanged', 'one file changed'] as const;

/** Milliseconds of each stage. */
type Times = readonly number[];

export async function benchTransfer(print: (line: string) => void): Promise<void> {
  const found = await findEngines(process.env);
  const engines = found.length > 0 ? found : await provideEngines(process.env);
  for (const engine of engines) {
    if (engine.facts.product === 'podman') continue;
    for (const {title, tree} of TREES) await compare(engine, title, tree, print);
  }
  for (const engine of engines) await engine.stop();
}

async function compare(engine: Engine, title: string, tree: Tree, print: (line: string) => void): Promise<void> {
  const before = new Set((await records(engine)).map(({ID}) => ID));
  const times: Record<Way, Times[]> = {tar: [], sync: []};
  for (let round = 0; round < ROUNDS; round++) {
    // Whoever comes second finds a warmer engine.
    for (const way of round % 2 === 0 ? WAYS : WAYS.toReversed()) times[way].push(await build(engine, tree, way));
  }
  const seconds = (way: Way, stage: number) => median(times[way].map((one) => (one[stage] ?? Number.NaN) / 1000));
  for (const [stage, name] of STAGES.entries()) {
    const ratios = times.sync.map(
      (one, round) => (one[stage] ?? Number.NaN) / (times.tar[round]?.[stage] ?? Number.NaN),
    );
    print(
      `${engine.name}, ${title}, ${name}: ${median(ratios).toFixed(2)} x a tar ` +
        `(sync ${seconds('sync', stage).toFixed(2)} s, tar ${seconds('tar', stage).toFixed(2)} s, medians of ${ROUNDS})`,
    );
  }
  await forget(engine, tree, before);
}

async function build(engine: Engine, tree: Tree, way: Way): Promise<Times> {
  const temp = mkdtempSync(join(tmpdir(), 'stowage-bench-'));
  const made = new Set<string>();
  const directory = join(temp, 'context');
  try {
    const salt = Math.floor(Math.random() * 2 ** 31);
    makeTree(directory, tree, {salt, dockerfile: `FROM scratch\nCOPY . /bench-${salt}/\n`});
    const step = async () => {
      const inputs = {'context-transfer': way, context: '.'};
      const run = await runAction(inputs, {workspace: directory, env: {DOCKER_HOST: engine.address}});
      if (run.code !== 0) throw new Error(`the action failed: ${run.log.slice(-500)}`);
      made.add(run.outputs['imageid'] ?? '');
      return run.milliseconds;
    };
    const first = await step();
    const unchanged = await step();
    appendFileSync(join(directory, 'part-0000/file-000003.dat'), 'changed');
    return [first, unchanged, await step()];
  } finally {
    // Not earlier: an engine throws away what makes the next build of it quick.
    for (const id of made) await ask(engine.address, `/images/${id}?force=1`, {method: 'DELETE'});
    rmSync(temp, {recursive: true, force: true});
  }
}

interface CacheRecord {
  readonly ID: string;
  readonly Description: string;
  readonly Size: number;
}

async function records(engine: Engine): Promise<readonly CacheRecord[]> {
  const path = '/system/df?type=build-cache';
  const {BuildCache} = await askJson<{BuildCache: readonly CacheRecord[] | null}>(engine.address, path);
  return BuildCache ?? [];
}

/** Takes away what the rounds left in the build cache, by the size of the tree and its place in the image. */
async function forget(engine: Engine, {files, size}: Tree, before: ReadonlySet<string>): Promise<void> {
  const isOurs = ({ID, Description, Size}: CacheRecord) =>
    !before.has(ID) &&
    (Description.includes('/bench-') ||
      (/^(?:local source for context|http url|copy \/context)/.test(Description) && Size > files * size * 0.9));
  for (const {ID} of (await records(engine)).filter(isOurs)) {
    const filters = encodeURIComponent(JSON.stringify({id: [ID]}));
    await ask(engine.address, `/build/prune?all=1&filters=${filters}`, {method: 'POST'});
  }
}
