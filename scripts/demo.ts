/** The demonstration behind `script/demo`: the main job, end to end, on real parts, with a proof at the end. */
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {BASE_IMAGE, provideBase} from './rig/base.ts';
import {runImage} from './rig/containers.ts';
import {type Engine, provideEngines} from './rig/engines.ts';
import {ask, askJson} from './rig/http.ts';
import {manifestOf, type Registry, registryAuth, startRegistry} from './rig/registry.ts';
import {runAction, withoutMasks} from './rig/runner.ts';
import {isSignalled, stopAll, stopOnSignals, toStop} from './rig/stops.ts';

const root = join(import.meta.dirname, '..');

/** Pulls the digest into the engine after the local names are gone, so that what runs came from the registry. */
async function pullBack(engine: Engine, registry: Registry, digest: string, tags: readonly string[]): Promise<void> {
  const repository = `${registry.host}/demo/hello`;
  for (const tag of tags) await ask(engine.address, `/images/${tag}`, {method: 'DELETE'});
  const name = `${repository}@${digest}`;
  const remove = toStop(async () => {
    await ask(engine.address, `/images/${name}?force=1`, {method: 'DELETE'});
  });
  const headers = {'x-registry-auth': registryAuth(registry)};
  const path = `/images/create?fromImage=${repository}&tag=${digest}`;
  const {text} = await ask(engine.address, path, {method: 'POST', headers});
  const image = await askJson<{RepoDigests: readonly string[]}>(engine.address, `/images/${name}/json`).catch(() => {
    throw new Error(`the pull of ${name} brought nothing: ${text}`);
  });
  if (!image.RepoDigests.includes(name)) throw new Error(`pulled ${image.RepoDigests}, not ${name}`);
  const said = await runImage(engine, name);
  console.log(`\nPulled back ${name}\nIts command says: ${said.trim()}`);
  await remove();
  if (said.trim() !== 'Hello, container crew, from an image that Stowage built.')
    throw new Error('that is not what was built');
}

async function demo(engine: Engine, registry: Registry): Promise<void> {
  await provideBase(engine);
  const tags = [`${registry.host}/demo/hello:1.0`, `${registry.host}/demo/hello:latest`];
  toStop(async () => {
    for (const tag of tags) await ask(engine.address, `/images/${tag}`, {method: 'DELETE'});
  });
  console.log('\n--- the action, as the runner runs it ---');
  let shown = 0;
  const {code, outputs, log} = await runAction(
    {
      context: 'examples/hello',
      'build-args': `BASE=${BASE_IMAGE}\nGREETED=container crew`,
      tags: tags.join('\n'),
      push: 'true',
      registry: registry.host,
      username: registry.username,
      password: registry.password,
    },
    {
      workspace: root,
      env: {DOCKER_HOST: engine.address},
      onLog: (text) => {
        // Whole lines, as the runner reads them.
        const end = text.lastIndexOf('\n') + 1;
        process.stdout.write(withoutMasks(text.slice(shown, end)));
        shown = end;
      },
    },
  );
  console.log('--- outputs ---');
  for (const [name, value] of Object.entries(outputs))
    console.log(`${name}: ${value.includes('\n') ? `\n${value}` : value}`);
  if (code !== 0) throw new Error(`the action failed with exit code ${code}`);
  if (withoutMasks(log).includes(registry.password)) throw new Error('the log shows the password');
  const digest = outputs['digest'] ?? '';
  for (const tag of ['1.0', 'latest']) {
    const manifest = await manifestOf(registry, 'demo/hello', tag);
    if (manifest.headers['docker-content-digest'] !== digest)
      throw new Error(`the registry has something else under ${tag}`);
  }
  await pullBack(engine, registry, digest, tags);
  console.log(`\nThe registry holds ${digest} under both tags, and the pull confirms it.`);
}

if (!existsSync(join(root, 'dist', 'index.js'))) throw new Error('dist/index.js is missing: run npm run bundle');
stopOnSignals();
try {
  const [engine] = await provideEngines(process.env);
  if (engine === undefined) throw new Error('there is no engine');
  const registry = await startRegistry(engine, {withPassword: true});
  await demo(engine, registry);
} catch (error) {
  if (!isSignalled()) console.error(`\nscript/demo failed: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  await stopAll();
}
