/**
 * A throw-away ssh-agent for the keys of input ssh. Keys go in by stdin (hardening S3), never by a file of ours or an
 * argument. The agent is made to watch over a `cat` that waits for this process: when that ends, however it does, so
 * does the agent, and nothing has to be killed by a number that somebody else may have by then.
 */
import {mkdtemp, rm, stat} from 'node:fs/promises';
import {connect} from 'node:net';
import {basename, dirname, join, resolve} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {exec} from '@actions/exec';
import {InvalidInput} from '../pipeline/errors.ts';
import type {SshKey} from '../pipeline/session-inputs.ts';
import type {KeyAgent} from '../pipeline/session-services.ts';
import {adopting, type Child, endTree, quoted} from './child.ts';
import {findProgram, isPlainVariable} from './program.ts';

export interface KeyAgentTools {
  /** Of the job; an allow-list of it reaches the programs. */
  readonly env: NodeJS.ProcessEnv;
  readonly workspace: string;
  readonly temp: string;
  readonly signal: AbortSignal;
  /** Told of the directory before anything is in it (hardening S4). */
  readonly note: (directory: string) => void;
}

const INPUT = 'ssh';
const PREFIX = 'stowage-agent-';
const SOCKET = 'agent';
/** Longest path of a socket: what macOS takes, in bytes. */
const PATH_LIMIT = 103;
/** How long programs may take, in milliseconds. */
const START_LIMIT = 10_000;

/** Throws InvalidInput without a way to start one, and for a key that it does not take. */
export async function startKeyAgent(keys: readonly SshKey[], tools: KeyAgentTools): Promise<KeyAgent> {
  const {temp, signal, note} = tools;
  const [agent, add, cat] = await Promise.all(
    ['ssh-agent', 'ssh-add', 'cat'].map((name) =>
      findProgram(name, {environment: tools.env, workspace: tools.workspace}),
    ),
  );
  if (!agent?.program || !add?.program || !cat?.program) {
    throw new InvalidInput(
      INPUT,
      'a key is used by the programs ssh-agent and ssh-add, and they are not on PATH outside of the workspace',
      'install an OpenSSH client in an earlier step, or name the socket of an agent',
    );
  }
  const environment = environmentFor(tools.env, agent.path);
  await using started = new AsyncDisposableStack();
  const directory = await mkdtemp(join(temp, PREFIX));
  note(directory);
  started.defer(() => rm(directory, {recursive: true, force: true}));
  const socket = join(directory, SOCKET);
  if (Buffer.byteLength(socket) > PATH_LIMIT)
    throw new InvalidInput(
      INPUT,
      `no agent can listen in ${temp}, as that path is too long`,
      'set a shorter RUNNER_TEMP',
    );
  const watched = watch(agent.program, ['-P', 'none', '-a', socket, cat.program], environment);
  started.defer(async () => {
    await watched.end();
    // Where the system does not tell what is below a child, the agent is still there now.
    await wake(socket);
  });
  await appears(socket, watched.ended, signal);
  for (const key of keys) await addKey(key, add.program, {...environment, SSH_AUTH_SOCK: socket}, signal);
  const open = started.move();
  return {socket, [Symbol.asyncDispose]: () => open.disposeAsync()};
}

/** Takes away what a main part that was killed has left. Paths that we cannot have made are left alone (hardening L4). */
export async function removeAgents(directories: readonly string[], temp: string): Promise<void> {
  for (const directory of directories) {
    const isOurs = dirname(directory) === resolve(temp) && /^stowage-agent-\w{6}$/.test(basename(directory));
    if (!isOurs) continue;
    await wake(join(directory, SOCKET));
    await rm(directory, {recursive: true, force: true});
  }
}

/** A question at its door makes an agent see at once that what it watched over has ended; else it looks every 10 s. */
async function wake(socket: string): Promise<void> {
  const {promise, resolve: done} = Promise.withResolvers<void>();
  const client = connect(socket);
  client.once('error', () => done());
  client.once('close', () => done());
  const timer = setTimeout(done, 1000);
  await promise;
  clearTimeout(timer);
  client.destroy();
}

interface Watched {
  /** Why it ended. */
  readonly ended: Promise<string>;
  end(): Promise<void>;
}

function watch(program: string, args: readonly string[], env: Record<string, string>): Watched {
  let child: Child | undefined;
  const said: Buffer[] = [];
  const running = adopting(
    (made) => {
      child = made;
    },
    () =>
      exec(quoted(program), [...args], {
        env,
        silent: true,
        ignoreReturnCode: true,
        listeners: {stderr: (data) => said.length < 8 && said.push(data)},
      }),
  );
  const ended = running.then(
    (code) => Buffer.concat(said).toString('utf8').trim() || `it ended with exit code ${code}`,
    () => 'it cannot be started',
  );
  return {
    ended,
    end: async () => {
      if (child !== undefined) await endTree(child);
      await Promise.race([ended, sleep(1000, undefined, {ref: false})]);
    },
  };
}

async function appears(socket: string, ended: Promise<string>, signal: AbortSignal): Promise<void> {
  let why: string | undefined;
  void ended.then((reason) => {
    why = reason;
  });
  for (const until = Date.now() + START_LIMIT; why === undefined; await sleep(5, undefined, {signal})) {
    if ((await stat(socket).catch(() => undefined)) !== undefined) return;
    if (Date.now() > until) why = `it made no socket within ${START_LIMIT / 1000} s`;
  }
  throw new InvalidInput(INPUT, `an ssh-agent for the keys could not be started: ${why}`);
}

async function addKey(
  {path, text}: SshKey,
  program: string,
  env: Record<string, string>,
  signal: AbortSignal,
): Promise<void> {
  const said: Buffer[] = [];
  let child: Child | undefined;
  const stop = () => void (child && endTree(child));
  const limited = AbortSignal.any([signal, AbortSignal.timeout(START_LIMIT)]);
  limited.addEventListener('abort', stop, {once: true});
  try {
    const code = await adopting(
      (made) => {
        child = made;
      },
      () =>
        exec(quoted(program), ['-q', '-'], {
          env,
          silent: true,
          ignoreReturnCode: true,
          input: Buffer.from(text),
          listeners: {stderr: (data) => said.length < 8 && said.push(data)},
        }),
    );
    if (code === 0) return;
  } catch {
    // The reason is what ssh-add said, or that it did not start.
  } finally {
    limited.removeEventListener('abort', stop);
  }
  signal.throwIfAborted();
  const why = Buffer.concat(said).toString('utf8').trim().split('\n')[0] || 'it cannot be started';
  throw new InvalidInput(INPUT, `the key ${path} was not taken by ssh-add: ${why}`, 'check it with ssh-keygen -y -f');
}

function environmentFor(env: NodeJS.ProcessEnv, path: string): Record<string, string> {
  const plain = Object.entries(env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && isPlainVariable(entry[0]),
  );
  return {...Object.fromEntries(plain), PATH: path, SSH_ASKPASS_REQUIRE: 'never'};
}
