/** A client of ssh agents for steps of a build: the base image has none, so this machine's own is sent with the context. */
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {findProgram} from '../../scripts/rig/host.ts';

/** Why there is none; undefined when all is there. */
export function missingForAgents(): string | undefined {
  const missing = ['ssh-agent', 'ssh-add', 'ssh-keygen', 'ldd', 'cat'].find((name) => findProgram(name) === undefined);
  return missing === undefined ? undefined : `no ${missing} here`;
}

/** `ssh-add` with its libraries, by path below `root/`: `COPY root /`. */
export function sshTools(): Readonly<Record<string, Buffer>> {
  const program = findProgram('ssh-add') ?? '';
  const libraries = execFileSync('ldd', [program], {encoding: 'utf8'}).match(/\/\S+/g) ?? [];
  return Object.fromEntries([
    ['root/bin/ssh-add', readFileSync(program)],
    ...libraries.map((path) => [`root${path}`, readFileSync(path)]),
  ]);
}
