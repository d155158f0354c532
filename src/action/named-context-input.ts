/**
 * Input `build-contexts`, `name=value` by line, in the words of buildx: directories, `docker-image://`, `oci-layout://`,
 * stages (`target:`, in the word of bake), Git repositories and tars (https://docs.docker.com/reference/cli/docker/buildx/build/#build-context).
 */
import {statSync} from 'node:fs';
import {join, resolve} from 'node:path';
import type {NamedContext} from '../pipeline/control-inputs.ts';
import {InvalidInput} from '../pipeline/errors.ts';
import {formatGitSource} from '../pipeline/git-source.ts';
import {formatReference, withDefaultTag} from '../registry/reference.ts';
import {renderContext} from './context-template.ts';
import {eventSource} from './event-source.ts';
import {parseGitSource} from './git-url.ts';
import {readReference} from './reference-input.ts';

interface Surroundings {
  readonly workspace: string;
  readonly env: NodeJS.ProcessEnv;
}

const INPUT = 'build-contexts';
const FORMS =
  'write name=path, name=docker-image://image, name=oci-layout://path:tag, name=target:stage, or name=<URL of a Git repository or a tar>';

/** The last of equal names counts. Throws InvalidInput. */
export function readNamedContexts(items: readonly string[], around: Surroundings): readonly NamedContext[] {
  const contexts = items.map((item) => {
    const equals = item.indexOf('=');
    const name = item.slice(0, Math.max(equals, 0)).trim();
    const value = rendered(item.slice(equals + 1).trim(), around);
    if (name === '' || value === '')
      throw new InvalidInput(INPUT, `"${item.slice(0, 100)}" has no name and value`, FORMS);
    if (!/^[\w.:/@-]+$/.test(name)) throw new InvalidInput(INPUT, `"${name}" is no name of a stage or an image`, FORMS);
    return {name: name.toLowerCase(), source: readSource(name, value, around)};
  });
  return [...new Map(contexts.map((context) => [context.name, context])).values()];
}

function rendered(text: string, {env}: Surroundings): string {
  if (!text.includes('{{')) return text;
  const event = eventSource(env);
  const values = new Map(event && [['defaultContext', formatGitSource(event, 'fragment')]]);
  return renderContext(text, values, (name) => {
    throw new InvalidInput(
      INPUT,
      `nothing is known by the name {{${name}}}`,
      'only {{defaultContext}} stands for something',
    );
  });
}

function readSource(name: string, value: string, {workspace}: Surroundings): NamedContext['source'] {
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*):(?:\/\/)?(.*)$/is.exec(value) ?? [];
  switch (scheme.toLowerCase()) {
    case 'docker-image': {
      const reference = withDefaultTag(readReference(INPUT, rest));
      return {kind: 'remote', url: `docker-image://${formatReference(reference)}`};
    }
    case 'oci-layout':
      return readLayout(name, rest, workspace);
    case 'target':
      return {kind: 'target', stage: readStage(name, rest)};
    default:
      return readPlace(name, value, workspace);
  }
}

/** As Docker's builders read names of stages. */
function readStage(name: string, text: string): string {
  if (/^[a-z][a-z0-9-_.]*$/i.test(text)) return text.toLowerCase();
  throw new InvalidInput(INPUT, `${name}: "${text}" is no name of a stage`, 'write name=target:stage');
}

/** `path[:tag][@digest]`, as buildx splits it. */
function readLayout(name: string, text: string, workspace: string): NamedContext['source'] {
  const [, path = '', tag, digest] = /^(.*?)(?::([\w][\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$/s.exec(text) ?? [];
  const directory = resolve(workspace, path);
  if (path === '' || !isFile(join(directory, 'index.json'))) {
    throw new InvalidInput(
      INPUT,
      `${name}: ${directory} is not an OCI layout, as it has no index.json`,
      'give the directory of one, unpacked',
    );
  }
  return {kind: 'layout', path: directory, image: digest ?? tag};
}

function readPlace(name: string, value: string, workspace: string): NamedContext['source'] {
  const git = readGit(value);
  if (git !== undefined) return {kind: 'remote', url: git};
  if (/^https?:\/\//i.test(value)) return {kind: 'url', url: checkUrl(name, value)};
  const path = resolve(workspace, value);
  if (statSync(path, {throwIfNoEntry: false})?.isDirectory() === true) return {kind: 'directory', path};
  throw new InvalidInput(INPUT, `${name}: there is no directory ${path}`, FORMS);
}

/** Undefined for what is no Git repository. */
function readGit(value: string): string | undefined {
  try {
    const source = parseGitSource(value);
    return source && formatGitSource(source, source.query === undefined ? 'fragment' : 'query');
  } catch (error) {
    if (error instanceof InvalidInput)
      throw new InvalidInput(INPUT, error.message.replace(/^input context: /, ''), error.hint);
    throw error;
  }
}

function checkUrl(name: string, text: string): URL {
  const url = URL.parse(text);
  if (url !== null && url.username === '' && url.password === '') return url;
  const why =
    url === null ? 'it is not a URL' : `the URL at ${url.host} holds an account, which would be readable in logs`;
  throw new InvalidInput(INPUT, `${name}: ${why}`, 'download it in a step before this one and give its path');
}

function isFile(path: string): boolean {
  return statSync(path, {throwIfNoEntry: false})?.isFile() === true;
}
