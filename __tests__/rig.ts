/**
 * The real parts that `script/test` brought up, named by the environment. Without them the tests that need them are
 * skipped under a title that says why.
 */
import {randomBytes} from 'node:crypto';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterAll, describe, jest} from '@jest/globals';
import {type Engine, meetEngines} from '../scripts/rig/engines.ts';
import {ask, askJson} from '../scripts/rig/http.ts';
import type {Account} from '../scripts/rig/registry.ts';
import {testsAlone} from './alone.ts';

export {BASE_IMAGE} from '../scripts/rig/base.ts';
export {runImage} from '../scripts/rig/containers.ts';
export {type Account, manifestOf, registryAuth} from '../scripts/rig/registry.ts';
export {type ActionRun, runAction, withoutMasks} from '../scripts/rig/runner.ts';
export {ask, askJson, type Engine};

export const engines = await meetEngines(process.env['STOWAGE_TEST_ENGINES'] ?? '');

const variable = (name: string) => process.env[`STOWAGE_TEST_REGISTRY${name}`] ?? '';
export const openRegistry: Account = {host: variable(''), username: '', password: ''};
export const closedRegistry: Account = {
  host: variable('_AUTH'),
  username: variable('_USER'),
  password: variable('_PASSWORD'),
};

/**
 * Two files of tests share the engines, and the classic builder on the containerd store fails a build when an image is
 * deleted beside it. Such a test is done once more, and its first failure is shown; what fails twice fails.
 */
if (engines.length > 0) jest.retryTimes(1, {logErrorsBeforeRetry: true});

export const isPodman = ({facts}: Engine) => facts.product === 'podman';
export const isContainerd = ({facts}: Engine) => facts.store === 'containerd';
/** Docker of this version or newer, by its first number. */
export const isDockerSince = (engine: Engine, major: number) => !isPodman(engine) && majorOf(engine) >= major;
/** Docker before 23: BuildKit 0.8 and its frontend. */
export const isOldDocker = (engine: Engine) => !isPodman(engine) && majorOf(engine) < 23;
const majorOf = ({facts}: Engine) => Number.parseInt(facts.version, 10);

/**
 * Leaves out an engine when there is another one of its version, with another store: for what the builder and the API do,
 * whatever keeps the images.
 */
export function isFirstOfVersion(engine: Engine): boolean {
  const {product, version} = engine.facts;
  const same = engines.find(({facts}) => facts.product === product && facts.version === version);
  return same?.name === engine.name;
}

/** One engine, a fast one, for what no engine has a part in. */
export function isUsual({name}: Engine): boolean {
  const usual =
    engines.find((engine) => !isPodman(engine) && !isContainerd(engine)) ?? engines.find((it) => !isPodman(it));
  return name === (usual ?? engines[0])?.name;
}

/** Stands in where there is none, in blocks that are skipped. */
export const NO_ENGINE: Engine = {
  name: 'none',
  address: '',
  facts: {product: 'docker', version: '', store: 'graph-driver'},
  stop: async () => {},
};

const complete = engines.length > 0 && openRegistry.host !== '' && closedRegistry.host !== '';

/**
 * Runs the block once for each engine; `only` leaves engines out, which the title then does not name. `shared`: the block
 * itself sees to it that nobody else uses Podman (alone.ts).
 */
export function describeEngines(
  title: string,
  block: (engine: Engine) => void,
  only: (engine: Engine) => boolean = () => true,
  shared = false,
): void {
  const chosen = engines.filter(only);
  if (!complete) describe.skip(`${title} (no engine and registries: run script/test)`, () => block(NO_ENGINE));
  else if (chosen.length === 0)
    describe.skip(`${title} (none of ${engines.map(({name}) => name)} is of this kind)`, () => block(NO_ENGINE));
  else
    describe.each(chosen.map((engine) => ({...engine, engine})))(`${title} on $name`, ({engine}) => {
      if (!shared) testsAlone(engine);
      block(engine);
    });
}

/** A name that no other test uses. */
export function unique(): string {
  return `t${randomBytes(6).toString('hex')}`;
}

const directories: string[] = [];
afterAll(() => {
  for (const directory of directories.splice(0)) rmSync(directory, {recursive: true, force: true});
});

/** A temporary directory with these files, removed after the tests of the file. */
export function workspace(files: Readonly<Record<string, string | Buffer>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'stowage-test-'));
  directories.push(directory);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(directory, dirname(path)), {recursive: true});
    writeFileSync(join(directory, path), content);
  }
  return directory;
}

export async function removeImage(engine: Engine, name: string): Promise<void> {
  await ask(engine.address, `/images/${name}?force=1`, {method: 'DELETE'});
}
