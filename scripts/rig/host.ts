/** What this machine offers to scripts: programs, packages (as root on Debian or Ubuntu), processes and ports. */
import {type ChildProcess, spawn, spawnSync} from 'node:child_process';
import {accessSync, constants, existsSync, openSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {delimiter, join} from 'node:path';
import {throwIfEnding, toStop} from './stops.ts';

/** Something a script started; `stop` undoes it and never rejects. */
export interface Started {
  stop(): Promise<void>;
}

/** Absolute path of a program, also where a non-root PATH does not look. */
export function findProgram(...names: readonly string[]): string | undefined {
  const directories = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/local/sbin', '/usr/sbin', '/sbin'];
  for (const name of names) {
    for (const directory of directories) {
      const path = join(directory, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not here: look on.
      }
    }
  }
  return undefined;
}

export const isRoot = process.getuid?.() === 0;

/** Installs Debian packages; says so first. Throws with apt's own words. */
export function installPackages(...packages: readonly string[]): void {
  if (!isRoot || findProgram('apt-get') === undefined) {
    throw new Error(
      `${packages.join(', ')} must be installed, which this script does only as root on Debian or Ubuntu`,
    );
  }
  console.log(`Installing ${packages.join(', ')} with apt-get`);
  // Packages of daemons start them; ours are started by us, so that they can be stopped again.
  const policy = '/usr/sbin/policy-rc.d';
  const ours = !existsSync(policy);
  if (ours) writeFileSync(policy, '#!/bin/sh\nexit 101\n', {mode: 0o755});
  try {
    const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
    const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
    const aptGet = (args: readonly string[]) => spawnSync('apt-get', args, {env, encoding: 'utf8'});
    aptGet(['update', '-qq']);
    const {status, stderr} = aptGet(install);
    if (status !== 0) throw new Error(`apt-get ${install.join(' ')} failed: ${stderr.trim()}`);
  } finally {
    if (ours) rmSync(policy, {force: true});
  }
}

/** Starts a daemon whose output goes to a file; `stop` ends it with SIGTERM, after 20 s with SIGKILL. */
export function startDaemon(
  program: string,
  args: readonly string[],
  logFile: string,
): Started & {readonly failed: () => boolean; readonly kill: () => void} {
  throwIfEnding();
  const out = openSync(logFile, 'a');
  const child: ChildProcess = spawn(program, args, {stdio: ['ignore', out, out]});
  let ended = false;
  const end = new Promise<void>((resolve) => {
    for (const event of ['exit', 'error']) {
      child.once(event, () => {
        ended = true;
        resolve();
      });
    }
  });
  return {
    failed: () => ended,
    kill: () => void child.kill('SIGKILL'),
    stop: toStop(async () => {
      if (ended) return;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
      await end;
      clearTimeout(timer);
    }),
  };
}

/** A TCP port of 127.0.0.1 that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Repeats `probe` until it answers true, at most for `seconds`. */
export async function waitFor(probe: () => Promise<boolean>, seconds: number): Promise<boolean> {
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until) {
    if (await probe().catch(() => false)) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}
