/**
 * Inputs `context`, `default-context`, `file` and `dockerfile-inline`: which context, and which Dockerfile. An empty
 * context is the workspace where that holds a checkout, else the commit of the job, fetched from Git
 * (docs/decisions/0003-context-default.md).
 */
import {existsSync, readdirSync, statSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {InvalidInput} from '../pipeline/errors.ts';
import {formatGitSource, type GitSource} from '../pipeline/git-source.ts';
import type {ContextPlace, DirectoryPlace, LooseDockerfile} from '../pipeline/origin.ts';
import type {Log} from '../report/log.ts';
import {readChoice} from './choices.ts';
import {readDefaultContext, renderContext} from './context-template.ts';
import {eventSource} from './event-source.ts';
import {parseGitSource} from './git-url.ts';
import type {RawInputs} from './raw-inputs.ts';

type ContextInputs = Pick<RawInputs, 'context' | 'default-context' | 'file' | 'dockerfile-inline'>;

export interface ContextSurroundings {
  readonly workspace: string;
  readonly env: NodeJS.ProcessEnv;
  readonly log: Log;
}

export interface ContextChoice {
  readonly context: ContextPlace;
  readonly dockerfile: LooseDockerfile | undefined;
  /** The context is the commit of the job, or a directory of it, for which the job's token may be used. */
  readonly isOfEvent: boolean;
}

/** Throws InvalidInput. */
export function chooseContext(raw: ContextInputs, around: ContextSurroundings): ContextChoice {
  const dockerfile = readLooseDockerfile(raw);
  const file = dockerfile === undefined ? raw.file : '';
  const {context, isOfEvent} = findContext(raw, file, around);
  if (dockerfile !== undefined && (context.kind === 'tar' || context.kind === 'url')) {
    throw new InvalidInput(
      dockerfile.kind === 'url' ? 'file' : 'dockerfile-inline',
      'the Dockerfile of a context that is a tar lies in that tar, where another one cannot be put beside it',
      'unpack the tar in a step before this one, and give the directory',
    );
  }
  return {context, dockerfile, isOfEvent};
}

type Found = Omit<ContextChoice, 'dockerfile'>;

function findContext(raw: ContextInputs, file: string, around: ContextSurroundings): Found {
  const {env, log, workspace} = around;
  const place = readDefaultContext(raw.context);
  if (place !== undefined) return gitOfEvent(place.suffix, file, env);
  const event = raw.context.includes('{{') ? eventSource(env) : undefined;
  const context = renderContext(
    raw.context,
    new Map(event && [['defaultContext', formatGitSource(event, 'query')]]),
    (name) => log.notice(`input context: nothing is known by the name {{${name}}}, so nothing stands in its place`),
  ).trim();
  if (context === '') return defaultContext(raw, file, around);
  const source = parseGitSource(context);
  if (source !== undefined) {
    const ofJob = eventSource(env);
    const isOfJob = source.repository.toLowerCase() === ofJob?.repository.toLowerCase();
    const isOfEvent = ofJob !== undefined && context.startsWith(formatGitSource(ofJob, 'query'));
    return {context: {kind: 'git', source: {...source, isOfJob}, file: inContext(file)}, isOfEvent};
  }
  if (/^https?:\/\//i.test(context))
    return {context: {kind: 'url', url: checkUrl('context', context), file: inContext(file)}, isOfEvent: false};
  const path = resolve(workspace, context);
  if (isFile(path)) return {context: {kind: 'tar', path, file: inContext(file)}, isOfEvent: false};
  return {context: directory(path, file, workspace), isOfEvent: false};
}

function directory(path: string, file: string, workspace: string): DirectoryPlace {
  return {kind: 'directory', path, file: file === '' ? undefined : resolve(workspace, file), isDefault: false};
}

function defaultContext(raw: ContextInputs, file: string, {workspace, env}: ContextSurroundings): Found {
  const wanted = readChoice('default-context', raw['default-context'], ['auto', 'git', 'path']);
  if (wanted === 'git') return gitOfEvent('', file, env);
  const ofPath: Found = {context: {...directory(workspace, file, workspace), isDefault: true}, isOfEvent: false};
  if (wanted === 'auto' && !holdsCheckout(workspace, file) && eventSource(env) !== undefined)
    return gitOfEvent('', file, env);
  if (!isEmpty(workspace)) return ofPath;
  throw new InvalidInput(
    'context',
    `it is empty and so is the workspace ${workspace}`,
    'run actions/checkout in a step before this one, or name a directory',
  );
}

/** `.git`, or at least the Dockerfile: where git is missing actions/checkout downloads the files alone. */
function holdsCheckout(workspace: string, file: string): boolean {
  const names = file === '' ? ['Dockerfile', 'dockerfile'] : [file];
  return ['.git', ...names].some((name) => existsSync(resolve(workspace, name)));
}

function gitOfEvent(suffix: string, file: string, env: NodeJS.ProcessEnv): Found {
  const event = eventSource(env);
  if (event === undefined) {
    throw new InvalidInput(
      'context',
      'the commit of this job is not known: GITHUB_REPOSITORY, or GITHUB_SHA and GITHUB_REF, are not set',
      'name a directory, or a repository as https://host/repository.git#ref',
    );
  }
  return {context: {kind: 'git', source: inDirectory(event, suffix), file: inContext(file)}, isOfEvent: true};
}

/** `suffix` is `:directory` or nothing; checked by reading it as a part of the whole. */
function inDirectory(event: GitSource, suffix: string): GitSource {
  const {directory: path} = parseGitSource(`${event.repository}#${suffix}`) ?? event;
  if (path === undefined) return event;
  const {query} = event;
  return {...event, directory: path, query: query === undefined ? undefined : `${query}&subdir=${encodeURI(path)}`};
}

/** As a path inside of a context that is not a directory here. */
function inContext(file: string): string | undefined {
  if (file === '') return undefined;
  if (/^\/|(?:^|\/)\.\.(?:\/|$)/.test(file))
    throw new InvalidInput('file', `"${file}" is not a path inside of the context`, 'give it relative to the context');
  return file.replace(/^(?:\.\/+)+/, '');
}

function readLooseDockerfile(raw: ContextInputs): LooseDockerfile | undefined {
  const text = raw['dockerfile-inline'];
  if (text !== '' && raw.file !== '')
    throw new InvalidInput('dockerfile-inline', 'file names a Dockerfile as well', 'leave one of them out');
  if (text !== '') return {kind: 'inline', text: text.endsWith('\n') ? text : `${text}\n`};
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(raw.file)) return {kind: 'url', url: checkUrl('file', raw.file)};
  return undefined;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** A Dockerfile decides what is built, so it comes over TLS, or from this machine. */
function checkUrl(input: 'context' | 'file', text: string): URL {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new InvalidInput(input, 'it is not a URL of http or https', 'write https://host/path');
  if (input === 'file' && url.protocol === 'http:' && !LOOPBACK.test(url.hostname))
    throw new InvalidInput(input, `the Dockerfile at ${url.host} would come without TLS`, 'write https://host/path');
  if (url.username !== '' || url.password !== '') {
    throw new InvalidInput(
      input,
      `the URL at ${url.host} holds an account, which would be readable in logs`,
      'download it in a step before this one and give its path',
    );
  }
  return url;
}

function isFile(path: string): boolean {
  return statSync(path, {throwIfNoEntry: false})?.isFile() === true;
}

function isEmpty(directory: string): boolean {
  try {
    return readdirSync(join(directory)).length === 0;
  } catch {
    return true;
  }
}
