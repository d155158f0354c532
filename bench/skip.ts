/**
 * A step that finds its image in the registry (`skip-unchanged`), without any engine, against the same step with everything
 * cached in an engine. Needs an engine (found as script/test finds it) and takes a throw-away registry.
 */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {type Engine, findEngines, provideEngines} from '../scripts/rig/engines.ts';
import {ask} from '../scripts/rig/http.ts';
import {type Registry, startRegistry} from '../scripts/rig/registry.ts';
import {runAction} from '../scripts/rig/runner.ts';
import {median, range} from './statistics.ts';
import {FEW_FILES, makeTree, SMALL_FILES, type Tree} from './tree.ts';

const RUNS = 5;
const TREES = [FEW_FILES, SMALL_FILES];

async function compare(engine: Engine, registry: Registry, tree: Tree, print: (line: string) => void): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'stowage-bench-'));
  const directory = join(home, 'context');
  makeTree(directory, tree);
  const repository = `${registry.host}/bench/skip${tree.files}`;
  const step = async (docker: string, inputs: Readonly<Record<string, string>>) => {
    const all = {push: 'true', platforms: 'linux/amd64', ...inputs};
    const run = await runAction(all, {workspace: directory, env: {DOCKER_HOST: docker}});
    if (run.code !== 0) throw new Error(`the action failed: ${run.log.slice(-500)}`);
    return run;
  };
  const reuse = {tags: `${repository}:new,${repository}:latest`, 'skip-unchanged': 'true'};
  try {
    await step(engine.address, reuse);
    const [reused, cached]: [number[], number[]] = [[], []];
    for (let run = 0; run <= RUNS; run++) {
      const built = await step(engine.address, {tags: `${repository}:built`});
      const found = await step('unix:///nowhere.sock', reuse);
      if (found.outputs['reused'] !== 'true') throw new Error(`nothing was reused: ${found.log.slice(-500)}`);
      // The first build is not cached.
      if (run === 0) continue;
      cached.push(built.milliseconds);
      reused.push(found.milliseconds);
    }
    print(
      `skip-unchanged, ${tree.files} files: ${(median(reused) / median(cached)).toFixed(2)} x the step with everything cached on ${engine.name}`,
    );
    print(`  without an engine ${range(reused, 'ms')}, cached ${range(cached, 'ms')}, ${RUNS} interleaved runs`);
  } finally {
    for (const tag of ['new', 'latest', 'built'])
      await ask(engine.address, `/images/${repository}:${tag}?force=1`, {method: 'DELETE'});
    rmSync(home, {recursive: true, force: true});
  }
}

export async function benchSkip(print: (line: string) => void): Promise<void> {
  const found = await findEngines(process.env);
  const engines = found.length > 0 ? found : await provideEngines(process.env);
  for (const engine of engines) {
    if (engine.facts.product === 'podman') continue;
    const registry = await startRegistry(engine, {withPassword: false});
    try {
      for (const tree of TREES) await compare(engine, registry, tree, print);
    } finally {
      await registry.stop();
    }
  }
  for (const engine of engines) await engine.stop();
}
