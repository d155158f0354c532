/** What a connection over ssh needs of the job: the program, its environment, and the host keys of ssh-known-hosts. */
import {tmpdir} from 'node:os';
import {InvalidAddress} from '../engine/errors.ts';
import type {SshProgram} from '../engine/ssh.ts';
import {InvalidInput} from '../pipeline/errors.ts';
import {findProgram, isPlainVariable} from './program.ts';

export interface SshInput {
  /** Input ssh-known-hosts. */
  readonly knownHosts: string;
  readonly workspace: string;
  readonly env: NodeJS.ProcessEnv;
}

/** The agent, security keys and tickets that ssh signs in with. */
const OWN_VARIABLES = /^(?:SSH_AUTH_SOCK|SSH_AGENT_PID|SSH_SK_\w+|KRB5\w+)$/;

/** Throws InvalidAddress without an `ssh` that may be run, InvalidInput for what is no known_hosts. */
export async function readSsh({knownHosts, workspace, env}: SshInput): Promise<SshProgram> {
  checkKnownHosts(knownHosts);
  const {program, path} = await findProgram('ssh', {environment: env, workspace});
  if (program === undefined) {
    throw new InvalidAddress(
      'an engine at ssh:// is reached by the program ssh, and there is none on PATH outside of the workspace',
      'Install an OpenSSH client in an earlier step',
    );
  }
  const passed = Object.entries(env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && (isPlainVariable(entry[0]) || OWN_VARIABLES.test(entry[0])),
  );
  return {
    program,
    environment: {...Object.fromEntries(passed), PATH: path},
    knownHosts: knownHosts === '' ? undefined : {text: knownHosts, directory: env['RUNNER_TEMP'] || tmpdir()},
  };
}

/** Throws InvalidInput. The text is not repeated: a private key may stand here by mistake. */
export function checkKnownHosts(text: string): void {
  for (const [at, line] of text.split('\n').entries()) {
    if (/^\s*(?:#.*)?$|^\s*(?:@\S+\s+)?\S+\s+[a-z]\w*-[\w@.-]+\s+[A-Za-z0-9+/]+=*(?:\s.*)?$/.test(line)) continue;
    throw new InvalidInput(
      'ssh-known-hosts',
      `line ${at + 1} is none of a known_hosts file`,
      'write host, type and key, as ssh-keyscan prints them',
    );
  }
}
