/** The sockets that engines usually listen on: Docker's own, those of rootless engines and desktops, and Podman's. */
import {connect} from 'node:net';
import {EngineUnreachable} from '../engine/errors.ts';

export interface Machine {
  readonly platform: NodeJS.Platform;
  /** Home directory of the user. */
  readonly home: string;
  /** XDG_RUNTIME_DIR, or where systemd has it; undefined where there is none. */
  readonly runtimeDirectory: string | undefined;
}

/** Paths in the order in which they are tried. */
export function usualSockets({platform, home, runtimeDirectory}: Machine): readonly string[] {
  if (platform === 'win32')
    return ['docker_engine', 'dockerDesktopLinuxEngine', 'podman-machine-default'].map(
      (name) => `\\\\.\\pipe\\${name}`,
    );
  const inRuntime = (name: string) => (runtimeDirectory === undefined ? [] : [`${runtimeDirectory}/${name}`]);
  return [
    '/var/run/docker.sock',
    ...inRuntime('docker.sock'),
    `${home}/.docker/run/docker.sock`,
    `${home}/.docker/desktop/docker.sock`,
    `${home}/.colima/default/docker.sock`,
    `${home}/.orbstack/run/docker.sock`,
    `${home}/.rd/docker.sock`,
    ...inRuntime('podman/podman.sock'),
    '/run/podman/podman.sock',
  ];
}

export interface Silent {
  readonly path: string;
  /** Such as ENOENT. */
  readonly errno: string;
}

export interface Answering {
  readonly path: string;
  /** Those before it. */
  readonly silent: readonly Silent[];
}

/** Takes the first socket that lets us connect. Throws EngineUnreachable that names all when none does. */
export async function firstThatAnswers(paths: readonly string[]): Promise<Answering> {
  const silent: Silent[] = [];
  for (const path of paths) {
    const errno = await knock(path);
    if (errno === undefined) return {path, silent};
    silent.push({path, errno});
  }
  const closed = silent.find(isClosedToUs);
  const hint = closed
    ? `${closed.path} is there, but not for this user: add the user to the group docker, or use the socket of a rootless engine`
    : 'Start the engine, or name another with docker-host, docker-context, DOCKER_HOST or DOCKER_CONTEXT';
  const tried = silent.map(({path, errno}) => `${path} (${errno})`).join(', ');
  throw new EngineUnreachable('any of the usual sockets', tried, {hint, ...(closed && {code: closed.errno})});
}

/** Whether something is there that this user may not use. */
export function isClosedToUs({errno}: Silent): boolean {
  return errno === 'EACCES' || errno === 'EPERM';
}

/** Errno of a connection that fails; undefined for one that does not, which is all that is asked of it. */
function knock(path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({path});
    socket.once('connect', () => {
      socket.destroy();
      resolve(undefined);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
}
