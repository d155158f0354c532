/**
 * An engine with a disk of its own that is really full: a dockerd on a few megabytes of memory. Whatever the shared
 * engines are like does not matter here, and they must not be filled.
 */
import {execFileSync} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {afterAll, beforeAll, describe, expect, it, jest} from '@jest/globals';
import {provideBase} from '../../scripts/rig/base.ts';
import {startSmallEngine} from '../../scripts/rig/engines.ts';
import {stopAll} from '../../scripts/rig/stops.ts';
import {
  type ActionRun,
  ask,
  askJson,
  BASE_IMAGE,
  type Engine,
  engines,
  removeImage,
  runAction,
  workspace,
} from '../rig.ts';

const MB = 1_000_000;
/** Room for one of the files below beside a base, not for two. */
const DISK = 64 * MB;
const FILE = 35 * MB;

// Nobody else uses this engine, and what a test leaves is what the next one begins with.
jest.retryTimes(0);
const small = engines.length === 0 ? undefined : await startSmallEngine(DISK);
afterAll(stopAll);

function run(inputs: Readonly<Record<string, string>>, directory: string): Promise<ActionRun> {
  return runAction(inputs, {workspace: directory, env: {DOCKER_HOST: (small as Engine).address}});
}

/** The file of each name is another one, so that nothing of it is found in a cache. The engine has no network of its own. */
function build(name: string, inputs: Readonly<Record<string, string>> = {}): Promise<ActionRun> {
  const Dockerfile = `FROM ${BASE_IMAGE}\nRUN dd if=/dev/urandom of=/${name} bs=${MB} count=${FILE / MB}\n`;
  return run({tags: `${name}:1`, network: 'host', ...inputs}, workspace({Dockerfile}));
}

/** Leaves build cache that no image shares, last used before the step that comes next. */
async function fill(name: string): Promise<void> {
  const {code, log} = await build(name);
  if (code !== 0) throw new Error(log);
  await removeImage(small as Engine, `${name}:1`);
  await sleep(1100);
}

async function has(name: string): Promise<boolean> {
  return (await ask((small as Engine).address, `/images/${name}/json`)).status === 200;
}

interface Usage {
  readonly BuildCache: readonly {readonly Description: string}[] | null;
}

async function hasCacheOf(name: string): Promise<boolean> {
  const {BuildCache} = await askJson<Usage>((small as Engine).address, '/system/df');
  return (BuildCache ?? []).some(({Description}) => Description.includes(`/${name}`));
}

const title = 'an engine whose disk is full';
const block = () => {
  beforeAll(() => provideBase(small as Engine));

  it('is freed once of build cache that nothing uses, and the build is done again (hardening E9)', async () => {
    await fill('first');
    const {code, log, summary} = await build('second');
    expect({code, log}).toMatchObject({code: 0});
    expect(log).toMatch(
      /::warning::only \S+ MB are free in \/\S+\/data, where the engine keeps images and build cache/,
    );
    expect(log).toMatch(
      /::warning::the engine's disk was full, so build cache that nothing had used since this step began was pruned: \d+ records?, 35\.\d MB\. Trying once more/,
    );
    expect(log.match(/Trying once more/g)).toHaveLength(1);
    expect(summary).toMatch(/\*\*Note:\*\* The engine's disk was full, so build cache .*, 35\.\d MB\.\n/);
    expect([await has('second:1'), await has(BASE_IMAGE), await hasCacheOf('first')]).toEqual([true, true, false]);
  });

  it('fails without another try where nothing can be freed, and says what takes the room', async () => {
    const directory = workspace({file: randomBytes(FILE)});
    execFileSync('tar', ['-cf', join(directory, 'rootfs.tar'), '-C', directory, 'file']);
    const archive = {source: 'archive', archive: 'rootfs.tar', 'archive-type': 'rootfs'};
    for (const {code, log} of [await build('third'), await run(archive, directory)]) {
      expect({code, log}).toMatchObject({code: 1});
      expect(log).toContain('it has no build cache that nothing has used since this step began');
      expect(log).not.toContain('Trying once more');
      const [said] = /::error.*/.exec(log) ?? [''];
      expect(said).toMatch(/ MB are free in \/\S+\/data\. In the engine images take \d+\.\d MB/);
    }
    expect([await has('second:1'), await has(BASE_IMAGE)]).toEqual([true, true]);
  });

  it('is left as it is with on-full-disk: fail', async () => {
    await removeImage(small as Engine, 'second:1');
    await sleep(1100);
    const directory = workspace({Dockerfile: `FROM ${BASE_IMAGE}\nCOPY file /\n`, file: randomBytes(FILE)});
    const {code, log} = await run({tags: 'fourth:1', 'on-full-disk': 'fail'}, directory);
    expect({code, log}).toMatchObject({code: 1});
    expect(log).toMatch(/::error.*The engine's disk is full.*of which prune-build-cache can free 35\.\d MB/);
    expect(log).not.toContain('Trying once more');
    // Which would be said of a file that the engine has, and not of one that did not arrive.
    expect(log).not.toContain('Nothing new to send');
    expect(await hasCacheOf('second')).toBe(true);
  });

  it('is freed once for several platforms', async () => {
    const directory = workspace({Dockerfile: 'FROM scratch\nCOPY file /\n', file: randomBytes(FILE / 2)});
    const {code, log} = await run({tags: 'several:1', platforms: 'linux/amd64,linux/arm64'}, directory);
    expect({code, log}).toMatchObject({code: 0});
    expect(log.match(/Trying once more/g)).toHaveLength(1);
  });
};

if (small === undefined) describe.skip(`${title} (needs root, dockerd and a kernel that mounts)`, block);
else describe(title, block);
