/**
 * Programs of the machine that we start: found on PATH, but never in the workspace, where a pull request could have put
 * them, and given what any program needs of the environment (hardening E2, S3).
 */
import {constants} from 'node:fs';
import {access, stat} from 'node:fs/promises';
import {delimiter, isAbsolute, join} from 'node:path';
import {leadsInto} from '../registry/workspace.ts';

export interface ProgramSearch {
  /** The job's environment. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Nothing inside of it is found. */
  readonly workspace: string | undefined;
}

export interface FoundProgram {
  /** Absolute; undefined where there is none. */
  readonly program: string | undefined;
  /** The directories of PATH that a program may come from, as its own PATH. */
  readonly path: string;
}

const PLAIN_VARIABLES =
  /^(?:HOME|USER|LOGNAME|LANG|LC_\w+|TZ|TMPDIR|TMP|TEMP|XDG_\w+|DOCKER_CONFIG|(?:HTTPS?|NO|ALL)_PROXY|SSL_CERT_(?:FILE|DIR)|SYSTEMROOT|WINDIR|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMDATA|PROGRAMFILES)$/i;

/** Whether any program may get the variable: what they need, and none of it secret. */
export function isPlainVariable(name: string): boolean {
  return PLAIN_VARIABLES.test(name);
}

/** `name` without an extension. */
export async function findProgram(name: string, search: ProgramSearch): Promise<FoundProgram> {
  const directories = await trustedPath(search);
  // On Windows only real programs: .cmd and .bat would run by way of a shell.
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  const path = directories.join(delimiter);
  for (const directory of directories) {
    const program = join(directory, file);
    if ((await isProgram(program)) && !(await isUntrusted(program, search))) return {program, path};
  }
  return {program: undefined, path};
}

async function trustedPath(search: ProgramSearch): Promise<readonly string[]> {
  const {environment} = search;
  const trusted: string[] = [];
  for (const entry of (environment['PATH'] ?? environment['Path'] ?? '').split(delimiter)) {
    if (isAbsolute(entry) && !(await isUntrusted(entry, search))) trusted.push(entry);
  }
  return trusted;
}

async function isUntrusted(path: string, {workspace}: ProgramSearch): Promise<boolean> {
  return workspace !== undefined && leadsInto(path, workspace);
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
