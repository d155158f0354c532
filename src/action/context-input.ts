/** Which directory is the context: the one that was named, else the workspace when a checkout is there. */
import {readdirSync} from 'node:fs';
import {resolve} from 'node:path';
import {InvalidInput} from '../pipeline/errors.ts';
import type {Log} from '../report/log.ts';

/** Forms of Git and URL contexts, as the docker CLI tells them from paths. */
const REMOTE = /^(?:https?:\/\/|git:\/\/|ssh:\/\/|git@|github\.com\/)/;

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
    `Context: none was named, so the workspace ${workspace} is taken as it is now (docker/build-push-action would fetch the commit from Git)`,
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
