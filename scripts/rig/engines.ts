/**
 * Finds container engines, or installs and starts one. Engines that were found are left as they are; one that was
 * started lives in a temporary directory and is stopped and removed at the end.
 */
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {findProgram, installPackages, isRoot, type Started, startDaemon, waitFor} from './host.ts';
import {ask, askJson} from './http.ts';
import {temporaryDirectory, toStop} from './stops.ts';

/** What tests go by; a name may be anything. */
export interface EngineFacts {
  readonly product: 'docker' | 'podman';
  /** Such as `28.5.2`. */
  readonly version: string;
  readonly store: 'graph-driver' | 'containerd' | 'podman';
}

export interface Engine extends Started {
  /** Short name for test titles, such as `28-containerd`. */
  readonly name: string;
  /** `unix:///path` or `tcp://host:port`. */
  readonly address: string;
  readonly facts: EngineFacts;
}

/** Engines by `name=address` and comma, the form of STOWAGE_TEST_ENGINES. Throws for one that does not answer. */
export function meetEngines(text: string): Promise<readonly Engine[]> {
  const items = text.split(',').filter((item) => item.trim() !== '');
  return Promise.all(
    items.map(async (item) => {
      const at = item.indexOf('=');
      const address = item.slice(at + 1).trim();
      return {name: item.slice(0, at).trim(), address, facts: await askFacts(address), stop: async () => {}};
    }),
  );
}

export function formatEngines(engines: readonly Engine[]): string {
  return engines.map(({name, address}) => `${name}=${address}`).join(',');
}

async function answers(address: string): Promise<boolean> {
  if (address.startsWith('unix://') && !existsSync(address.slice('unix://'.length))) return false;
  const {status} = await ask(address, '/_ping');
  return status === 200;
}

async function askFacts(address: string): Promise<EngineFacts> {
  // Podman answers /version and /info slowly, and each file of tests asks again.
  const {headers} = await ask(address, '/_ping');
  const [, name, version = ''] = /^(\w+)\/([^\s+]+)/.exec(String(headers['server'])) ?? [];
  if (name === 'Libpod') return {product: 'podman', version, store: 'podman'};
  const info = await askJson<{DriverStatus?: unknown}>(address, '/info');
  const isContainerd = JSON.stringify(info.DriverStatus ?? '').includes('io.containerd');
  return {product: 'docker', version, store: isContainerd ? 'containerd' : 'graph-driver'};
}

/** `docker-28.5.2-containerd`, `podman-4.3.1`. */
function nameOf({product, version, store}: EngineFacts): string {
  return `${product}-${version}${store === 'containerd' ? '-containerd' : ''}`;
}

async function meet(address: string): Promise<Pick<Engine, 'name' | 'address' | 'facts'>> {
  const facts = await askFacts(address);
  return {name: nameOf(facts), address, facts};
}

/** Engines named by STOWAGE_TEST_ENGINES, else the one at DOCKER_HOST or at a usual socket. */
export async function findEngines(env: NodeJS.ProcessEnv): Promise<readonly Engine[]> {
  const named = await meetEngines(env['STOWAGE_TEST_ENGINES'] ?? '');
  if (named.length > 0) return named;
  const usual = [
    env['DOCKER_HOST'],
    'unix:///var/run/docker.sock',
    env['XDG_RUNTIME_DIR'] && `unix://${env['XDG_RUNTIME_DIR']}/docker.sock`,
    env['XDG_RUNTIME_DIR'] && `unix://${env['XDG_RUNTIME_DIR']}/podman/podman.sock`,
    'unix:///run/podman/podman.sock',
  ];
  for (const address of usual) {
    if (!address || !(await answers(address).catch(() => false))) continue;
    return [{...(await meet(address)), stop: async () => {}}];
  }
  return [];
}

/** Installs Docker if it is missing and starts an engine of its own. Throws with the end of its log. */
export async function startEngine(): Promise<Engine> {
  if (!isRoot) throw new Error('no engine answers, and only root can start one: start Docker, or set DOCKER_HOST');
  if (findProgram('dockerd') === undefined) installPackages('docker.io');
  const program = findProgram('dockerd');
  if (program === undefined) throw new Error('docker.io is installed but has no dockerd');
  const {path: home, remove} = temporaryDirectory('stowage-engine-', unmountBelow);
  // Some machines have no iptables support in their kernel; builds there work without a bridge, too.
  return startIn(home, program, [[], WITHOUT_BRIDGE], remove);
}

/**
 * An engine whose disk has so many bytes, in memory. Undefined where none can be started: not root, no dockerd, or a
 * kernel that lets this process mount nothing.
 */
export async function startSmallEngine(bytes: number): Promise<Engine | undefined> {
  const program = findProgram('dockerd');
  // Without a bridge it takes away docker0, which is that of another engine: so it gets a network of its own.
  const alone = findProgram('unshare');
  if (!isRoot || program === undefined || alone === undefined) return undefined;
  const {path: home, remove} = temporaryDirectory('stowage-engine-', unmountBelow);
  mkdirSync(`${home}/data`);
  const {status} = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', `${home}/data`]);
  if (status === 0) return startIn(home, alone, [['--net', program, ...WITHOUT_BRIDGE]], remove);
  await remove();
  return undefined;
}

const WITHOUT_BRIDGE: readonly string[] = ['--iptables=false', '--bridge=none'];

/** With the first of these arguments that it comes up with. */
async function startIn(
  home: string,
  program: string,
  choices: readonly (readonly string[])[],
  remove: () => Promise<void>,
): Promise<Engine> {
  const address = `unix://${home}/docker.sock`;
  const log = join(home, 'dockerd.log');
  const base = [
    '-H',
    address,
    '--data-root',
    `${home}/data`,
    '--exec-root',
    `${home}/exec`,
    '-p',
    `${home}/dockerd.pid`,
  ];
  for (const extra of choices) {
    console.log(`Starting dockerd at ${address}${extra.length > 0 ? ' without a bridge network' : ''}`);
    const daemon = startDaemon(program, [...extra, ...base], log);
    if (await waitFor(async () => daemon.failed() || (await answers(address)), 60)) {
      if (!daemon.failed()) {
        const stop = toStop(async () => {
          console.log(`Stopping dockerd at ${address}`);
          await daemon.stop();
          await remove();
        });
        return {...(await meet(address)), stop};
      }
    }
    await daemon.stop();
  }
  const tail = readFileSync(log, 'utf8').split('\n').slice(-8).join('\n');
  await remove();
  throw new Error(`dockerd did not come up:\n${tail}`);
}

/** An engine leaves mounts of its network and its layers behind, without which its directory can be removed. */
function unmountBelow(home: string): void {
  const mounts = readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '');
  for (const mount of mounts.filter((path) => path.startsWith(`${home}/`)).reverse())
    spawnSync('umount', ['-l', mount]);
}

/** Every engine that answers, or one that was started for the occasion. */
export async function provideEngines(env: NodeJS.ProcessEnv): Promise<readonly Engine[]> {
  const found = await findEngines(env);
  for (const {name, address} of found) console.log(`Using the engine ${name} at ${address}`);
  return found.length > 0 ? found : [await startEngine()];
}
