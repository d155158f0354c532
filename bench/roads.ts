/**
 * The same build by the two APIs of an engine, `POST /build` and BuildKit's own, as whole steps of the action: nothing
 * changed, and one file changed. Needs an engine with BuildKit, found as script/test finds it.
 */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {BASE_IMAGE, provideBase} from '../scripts/rig/base.ts';
import {type Engine, findEngines, provideEngines} from '../scripts/rig/engines.ts';
import {runAction} from '../scripts/rig/runner.ts';
import {median, range} from './statistics.ts';
import {makeTree} from './tree.ts';

const RUNS = 9;
const APIS = ['build', 'solve'] as const;
type Api = (typeof APIS)[number];

interface Work {
  readonly name: string;
  /** Called before each step. */
  readonly change: (directory: string) => void;
  readonly files: number;
}

const WORKS: readonly Work[] = [
  {name: 'a small context, unchanged', files: 1, change: () => {}},
  {name: '5,000 files, unchanged', files: 5000, change: () => {}},
  {
    name: '5,000 files, one changed',
    files: 5000,
    change: (directory) => writeFileSync(join(directory, 'changed'), `${Math.random()}\n`),
  },
];

async function compare(engine: Engine, {name, files, change}: Work, print: (line: string) => void): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'stowage-bench-'));
  try {
    makeTree(join(directory, 'src'), {files, size: 4096, perDirectory: 100});
    writeFileSync(join(directory, 'changed'), 'not yet\n');
    writeFileSync(join(directory, 'Dockerfile'), `FROM ${BASE_IMAGE}\nCOPY . /app\nRUN ls /app\n`);
    const times: Readonly<Record<Api, number[]>> = {build: [], solve: []};
    for (let run = 0; run <= RUNS; run++) {
      for (const api of run % 2 === 0 ? APIS : APIS.toReversed()) {
        change(directory);
        const {code, log, milliseconds} = await runAction(
          {'engine-api': api},
          {workspace: directory, env: {DOCKER_HOST: engine.address}},
        );
        if (code !== 0) throw new Error(`the action failed: ${log.slice(-500)}`);
        // The first round fills the cache.
        if (run > 0) times[api].push(milliseconds);
      }
    }
    const ratio = median(times.solve) / median(times.build);
    print(`${name} on ${engine.name}: by Solve ${ratio.toFixed(2)} x POST /build`);
    print(`  Solve ${range(times.solve, 'ms')}, POST /build ${range(times.build, 'ms')}, ${RUNS} interleaved runs`);
  } finally {
    rmSync(directory, {recursive: true, force: true});
  }
}

export async function benchRoads(print: (line: string) => void): Promise<void> {
  const found = await findEngines(process.env);
  const engines = found.length > 0 ? found : await provideEngines(process.env);
  for (const engine of engines) {
    if (engine.facts.product === 'podman') continue;
    await provideBase(engine);
    for (const work of WORKS) await compare(engine, work, print);
  }
  for (const engine of engines) await engine.stop();
}
