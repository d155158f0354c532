/**
 * A whole step, build and push with everything cached, against the same two engine calls made by tar and curl. Needs an
 * engine (found as script/test finds it) and takes a throw-away registry.
 */
import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {BASE_IMAGE, provideBase} from '../scripts/rig/base.ts';
import {type Engine, findEngines, provideEngines} from '../scripts/rig/engines.ts';
import {ask} from '../scripts/rig/http.ts';
import {type Registry, startRegistry} from '../scripts/rig/registry.ts';
import {runAction} from '../scripts/rig/runner.ts';
import {median, range} from './statistics.ts';

const RUNS = 9;

/** What somebody would write in a shell; fails when a stream holds an error. */
function bare(engine: Engine, repository: string, directory: string): void {
  const where = engine.address.startsWith('unix://')
    ? `--unix-socket ${engine.address.slice('unix://'.length)} http://localhost`
    : engine.address.replace(/^tcp:/, 'http:');
  const build = `tar -C ${directory} -c . | curl -fsS -X POST -H 'Content-Type: application/x-tar' --data-binary @- ${where}'/build?version=2&t=${repository}:1'`;
  const push = `curl -fsS -X POST -H 'X-Registry-Auth: e30=' ${where}'/images/${repository}/push?tag=1'`;
  const said = execFileSync('sh', ['-c', `${build} && ${push}`], {encoding: 'utf8'});
  if (said.includes('errorDetail') || !said.includes('digest: sha256:'))
    throw new Error(`the bare calls failed: ${said.slice(-300)}`);
}

async function compare(engine: Engine, registry: Registry, print: (line: string) => void): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'stowage-bench-'));
  try {
    writeFileSync(join(directory, 'Dockerfile'), `FROM ${BASE_IMAGE}\nCOPY file /file\nRUN cat /file\n`);
    writeFileSync(join(directory, 'file'), `${Math.random()}\n`);
    const repository = `${registry.host}/bench/app`;
    const action = async () => {
      const inputs = {tags: `${repository}:1`, push: 'true'};
      const run = await runAction(inputs, {workspace: directory, env: {DOCKER_HOST: engine.address}});
      if (run.code !== 0) throw new Error(`the action failed: ${run.log.slice(-500)}`);
      return run.milliseconds;
    };
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let run = 0; run <= RUNS; run++) {
      const started = performance.now();
      bare(engine, repository, directory);
      const bareMs = performance.now() - started;
      const actionMs = await action();
      // The first round is not cached.
      if (run > 0) {
        ours.push(actionMs);
        theirs.push(bareMs);
      }
    }
    await ask(engine.address, `/images/${repository}:1?force=1`, {method: 'DELETE'});
    print(
      `cached build + push on ${engine.name}: ${(median(ours) / median(theirs)).toFixed(2)} x tar | curl of the same two calls`,
    );
    print(`  action ${range(ours, 'ms')}, bare calls ${range(theirs, 'ms')}, ${RUNS} interleaved runs`);
  } finally {
    rmSync(directory, {recursive: true, force: true});
  }
}

export async function benchCached(print: (line: string) => void): Promise<void> {
  const found = await findEngines(process.env);
  const engines = found.length > 0 ? found : await provideEngines(process.env);
  for (const engine of engines) {
    if (engine.facts.product === 'podman') continue;
    await provideBase(engine);
    const registry = await startRegistry(engine, {withPassword: false});
    try {
      await compare(engine, registry, print);
    } finally {
      await registry.stop();
    }
  }
  for (const engine of engines) await engine.stop();
}
