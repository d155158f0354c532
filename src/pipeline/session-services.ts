/** What the session of a build serves beside health and the credentials of registries. */
import {secretMethods} from '../buildkit/secrets.ts';
import {sshMethods} from '../buildkit/ssh.ts';
import type {SessionServices} from './build-session.ts';
import {type SessionInputs, type SshForward, type SshKey, sessionInputs} from './session-inputs.ts';

/** An ssh agent that was started for this run, and ends when it is disposed of. */
export interface KeyAgent extends AsyncDisposable {
  /** Path. */
  readonly socket: string;
}

/** Starts an agent with these keys. Throws InvalidInput. */
export type StartAgent = (keys: readonly SshKey[]) => Promise<KeyAgent>;

/** Services that may hold something open, which is closed when they are disposed of. */
export interface OpenServices extends SessionServices, AsyncDisposable {}

/** Throws what `startAgent` throws. */
export async function openServices(inputs: SessionInputs, startAgent: StartAgent): Promise<OpenServices> {
  await using started = new AsyncDisposableStack();
  const secrets = new Map([...inputs.secrets].map(([id, {value}]) => [id, value]));
  const sockets = new Map<string, string>();
  for (const forward of inputs.ssh) sockets.set(forward.id, await socketOf(forward, startAgent, started));
  const open = started.move();
  return {
    methods: new Map([...secretMethods(secrets), ...sshMethods(sockets)]),
    neededFor: sessionInputs(inputs).map((name) => `input ${name}`),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

async function socketOf(forward: SshForward, startAgent: StartAgent, started: AsyncDisposableStack): Promise<string> {
  if (forward.kind === 'agent') return forward.socket;
  return started.use(await startAgent(forward.keys)).socket;
}
