/**
 * A throw-away OpenSSH server on the loopback address, for the user who runs this: its own host key, one key that it
 * accepts, held by an agent of its own, and nothing of the machine's configuration. Stopped and removed at the end.
 */
import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {userInfo} from 'node:os';
import {join} from 'node:path';
import {findProgram, freePort, installPackages, isRoot, type Started, startDaemon, waitFor} from './host.ts';
import {temporaryDirectory, toStop} from './stops.ts';

export interface Sshd extends Started {
  /** `ssh://user@127.0.0.1:port`. */
  readonly address: string;
  readonly port: number;
  /** Its host key, as a line of known_hosts. */
  readonly knownHosts: string;
  /** SSH_AUTH_SOCK of an agent with the key that is accepted, and of one with another key. */
  readonly agent: string;
  readonly otherAgent: string;
  /** What it logged so far. */
  readonly log: () => string;
}

export interface SshdOptions {
  /** PATH of what is run through it, instead of the usual one. */
  readonly path?: string;
  /** `no` refuses to forward ports; default is `yes`. */
  readonly tcpForwarding?: 'yes' | 'no';
}

/** Why no server can be started here, or that `docker system dial-stdio` is missing; undefined when all is there. */
export function missingForSsh(): string | undefined {
  const canInstall = isRoot && findProgram('apt-get') !== undefined;
  if (findProgram('docker') === undefined) return 'no docker CLI here';
  if (findProgram('sshd') === undefined && !canInstall) return 'no sshd here';
  return undefined;
}

/** Installs OpenSSH if it is missing. Throws when the server does not come up. */
export async function startSshd(options: SshdOptions = {}): Promise<Sshd> {
  if (findProgram('sshd') === undefined) installPackages('openssh-server');
  const program = findProgram('sshd');
  if (program === undefined) throw new Error('openssh-server is installed but has no sshd');
  const {path: home, remove} = temporaryDirectory('stowage-sshd-');
  for (const name of ['host', 'user', 'other'])
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(home, name)]);
  const hostKey = readFileSync(join(home, 'host.pub'), 'utf8').split(' ').slice(0, 2).join(' ');
  writeFileSync(join(home, 'authorized_keys'), readFileSync(join(home, 'user.pub')));
  const port = await freePort();
  writeFileSync(join(home, 'sshd_config'), configuration(home, port, options));
  // Where the unprivileged part of a server that root starts is shut in; packages leave it to the service to make.
  if (isRoot) mkdirSync('/run/sshd', {recursive: true, mode: 0o755});
  const log = join(home, 'sshd.log');
  const daemon = startDaemon(program, ['-D', '-e', '-f', join(home, 'sshd_config')], log);
  const agents = await Promise.all(['user', 'other'].map((key) => startAgent(home, key)));
  const stop = toStop(async () => {
    for (const started of [daemon, ...agents]) await started.stop();
    await remove();
  });
  const read = () => readFileSync(log, 'utf8');
  const up = await waitFor(async () => daemon.failed() || read().includes('Server listening'), 20);
  if (!up || daemon.failed()) {
    const said = read();
    await stop();
    throw new Error(`sshd did not come up:\n${said}`);
  }
  return {
    address: `ssh://${userInfo().username}@127.0.0.1:${port}`,
    port,
    knownHosts: `[127.0.0.1]:${port} ${hostKey}`,
    agent: join(home, 'user.agent'),
    otherAgent: join(home, 'other.agent'),
    log: read,
    stop,
  };
}

function configuration(home: string, port: number, {path, tcpForwarding = 'yes'}: SshdOptions): string {
  const lines = [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${home}/host`,
    `AuthorizedKeysFile ${home}/authorized_keys`,
    // Its parent, the directory for temporary files, is open to all.
    'StrictModes no',
    'PidFile none',
    'UsePAM no',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'PermitRootLogin prohibit-password',
    'PrintMotd no',
    // Tests connect side by side, and the default drops some of them.
    'MaxStartups 100',
    'LogLevel VERBOSE',
    `AllowTcpForwarding ${tcpForwarding}`,
    ...(path === undefined ? [] : [`SetEnv PATH=${path}`]),
  ];
  return `${lines.join('\n')}\n`;
}

async function startAgent(home: string, key: string): Promise<Started> {
  const socket = join(home, `${key}.agent`);
  const program = findProgram('ssh-agent');
  if (program === undefined) throw new Error('there is no ssh-agent');
  const agent = startDaemon(program, ['-D', '-a', socket], join(home, `${key}.log`));
  const add = async () => {
    execFileSync('ssh-add', ['-q', join(home, key)], {env: {...process.env, SSH_AUTH_SOCK: socket}, stdio: 'ignore'});
    return true;
  };
  if (!(await waitFor(add, 10))) throw new Error('ssh-agent did not take the key');
  return agent;
}
