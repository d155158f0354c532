/** Which directory is the context (the one that was named, else the workspace when a checkout is there), and its Dockerfile. */
import {readdirSync} from 'node:fs';
import {resolve} from 'node:path';
import {InvalidInput} from '../pipeline/errors.ts';
import type {Log} from '../report/log.ts';

/** Forms of Git and URL contexts, as the docker CLI tells them from paths. */
const REMOTE = /^(?:https?:\/\/|git:\/\/|ssh:\/\/|git@|github\.com\/)/;

/** Absolute path of input file; undefined means the Dockerfile of the context. Throws InvalidInput. */
export function chooseFile(text: string, workspace: string): string | undefined {
  if (REMOTE.test(text)) {
    throw new InvalidInput(
      'file',
      `"${text}": a Dockerfile from Git or a URL is not supported yet`,
      'download it in a step before this one and give its path',
    );
  }
  return text === '' ? undefined : resolve(workspace, text);
}

/** Absolute path; says in one line what an empty input was taken for. Throws InvalidInput. */
export function chooseContext(text: string, workspace: string, log: Log): string {
  if (REMOTE.test(text) || text.includes('{{')) {
    throw new InvalidInput(
      'context',
      `"${text}": Git and URL contexts are not supported yet`,
      'check the repository out and give a path',
    );
  }
  if (text !== '') return resolve(workspace, text);
  if (isEmpty(workspace)) {
    throw new InvalidInput(
      'context',
      `it is empty and so is the workspace ${workspace}`,
      'run actions/checkout in a step before this one, or name a directory',
    );
  }
  log.info(
    `No context was named, so the workspace ${workspace} is taken as it is now (docker/build-push-action would fetch the commit from Git)`,
  );
  return workspace;
}

function isEmpty(directory: string): boolean {
  try {
    return readdirSync(directory).length === 0;
  } catch {
    return true;
  }
}
