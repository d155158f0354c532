/** A buildkitd of its own, where its program and runc are on this machine; started as root, in a directory of its own. */
import {spawnSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {homedir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {findProgram, freePort, isRoot, type Started, startDaemon} from './host.ts';
import {temporaryDirectory, toStop} from './stops.ts';

export interface BuildKitD extends Started {
  /** `buildkit+unix:///path` */
  readonly socket: string;
  /** `buildkit://127.0.0.1:port` */
  readonly tcp: string;
  /** Ends it at once, as a machine does that loses its power. */
  kill(): void;
}

export interface BuildKitOptions {
  /** `host:port` of registries that are spoken to without TLS. */
  readonly plainRegistries: readonly string[];
  /** Directory with ca.pem, server.pem and server-key.pem; clients then need a certificate of that authority. */
  readonly tls?: string;
}

/** Why there is none; undefined where one can be started. */
export function missingBuildKit(): string | undefined {
  if (program() === undefined) return 'no buildkitd on PATH or in the bin of GOPATH';
  if (findProgram('runc') === undefined) return 'no runc';
  return isRoot ? undefined : 'not root';
}

function program(): string | undefined {
  const found = findProgram('buildkitd');
  if (found !== undefined) return found;
  const homes = [process.env['GOPATH'] ?? '', join(homedir(), 'go')].filter((path) => path !== '');
  const path = process.env['PATH'];
  try {
    process.env['PATH'] = homes.map((home) => join(home, 'bin')).join(':');
    return findProgram('buildkitd');
  } finally {
    process.env['PATH'] = path;
  }
}

export async function startBuildKit({plainRegistries, tls}: BuildKitOptions): Promise<BuildKitD> {
  const buildkitd = program();
  if (buildkitd === undefined) throw new Error('there is no buildkitd');
  const {path: home, remove} = temporaryDirectory('stowage-buildkit-');
  const socket = join(home, 'buildkitd.sock');
  const port = await freePort();
  mkdirSync(join(home, 'root'));
  writeFileSync(
    join(home, 'buildkitd.toml'),
    plainRegistries.map((host) => `[registry."${host}"]\n  http = true\n`).join('\n'),
  );
  const certificates =
    tls === undefined
      ? []
      : [
          '--tlscacert',
          join(tls, 'ca.pem'),
          '--tlscert',
          join(tls, 'server.pem'),
          '--tlskey',
          join(tls, 'server-key.pem'),
        ];
  const log = join(home, 'log');
  const daemon = startDaemon(
    buildkitd,
    [
      ...['--config', join(home, 'buildkitd.toml'), '--root', join(home, 'root')],
      ...['--addr', `unix://${socket}`, '--addr', `tcp://127.0.0.1:${port}`],
      // Without a bridge of its own, which a sandbox may not have.
      ...['--oci-worker-net', 'host', '--containerd-worker=false', '--oci-worker-snapshotter', 'native'],
      ...certificates,
    ],
    log,
  );
  const isUp = () => readFileSync(log, 'utf8').includes(`running server on ${socket}`);
  for (let tries = 0; tries < 150 && !isUp(); tries++) {
    if (daemon.failed()) throw new Error(`buildkitd did not come up:\n${readFileSync(log, 'utf8').slice(-1000)}`);
    await sleep(200);
  }
  const stop = toStop(async () => {
    await daemon.stop();
    unmountBelow(home);
    await remove();
  });
  return {kill: daemon.kill, socket: `buildkit+unix://${socket}`, tcp: `buildkit://127.0.0.1:${port}`, stop};
}

/** One that was killed leaves the file systems of its steps mounted. */
function unmountBelow(directory: string): void {
  const points = readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .flatMap((line) => line.split(' ')[1] ?? []);
  for (const point of points.reverse())
    if (point.startsWith(`${directory}/`)) spawnSync('umount', ['--lazy', point], {stdio: 'ignore'});
}
