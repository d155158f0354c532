/**
 * Which context: the directory or the URL that was named, else the workspace when a checkout is there; and its
 * Dockerfile.
 */
import {readdirSync} from 'node:fs';
import {resolve} from 'node:path';
import {InvalidInput} from '../pipeline/errors.ts';
import type {ContextPlace} from '../pipeline/origin.ts';
import type {Log} from '../report/log.ts';

/** Forms of Git and URL contexts, as the docker CLI tells them from paths. */
const REMOTE = /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/)/i;

/** Says in one line what an empty input was taken for. Throws InvalidInput. */
export function chooseContext(
  {context, file}: {readonly context: string; readonly file: string},
  workspace: string,
  log: Log,
): ContextPlace {
  if (context.includes('{{')) {
    throw new InvalidInput(
      'context',
      `"${context}": the commit as a Git context is not supported yet`,
      'check the repository out and give a path',
    );
  }
  if (REMOTE.test(context)) return remote(context, file);
  const path = context === '' ? defaultContext(workspace, log) : resolve(workspace, context);
  if (REMOTE.test(file)) {
    throw new InvalidInput(
      'file',
      `"${file}": a Dockerfile from Git or a URL is not supported yet`,
      'download it in a step before this one and give its path',
    );
  }
  return {kind: 'directory', path, file: file === '' ? undefined : resolve(workspace, file)};
}

/** The engine fetches it, from its own network and without an account (hardening E5). */
function remote(text: string, file: string): ContextPlace {
  const url = URL.parse(text.replace(/^github\.com\//i, 'https://github.com/'));
  if (url === null || !['https:', 'http:', 'git:'].includes(url.protocol)) {
    throw new InvalidInput(
      'context',
      'a Git repository or tar is fetched by https, http or git, without an account',
      'write https://host/repository.git#ref:directory, or check the repository out and give a path',
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new InvalidInput(
      'context',
      `the URL at ${url.host} holds an account, which would be readable in the history of the image`,
      'check the repository out in a step before this one and give a path',
    );
  }
  if (/^\/|(?:^|\/)\.\.(?:\/|$)/.test(file) || REMOTE.test(file))
    throw new InvalidInput('file', `"${file}" is not a path inside of the context`, 'give it relative to the context');
  return {kind: 'remote', url: url.href, file: file === '' ? undefined : file};
}

function defaultContext(workspace: string, log: Log): string {
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
