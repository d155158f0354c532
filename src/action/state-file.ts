/**
 * What the main part tells the post part: the file behind GITHUB_STATE, which the runner gives back as STATE_ variables.
 * Nothing secret goes in (hardening S2), and nothing that comes back is trusted to have its shape (L4).
 */

import {issueFileCommand, prepareKeyValueMessage} from '../../node_modules/@actions/core/lib/file-command.js';
import {parseKey} from '../cache/entry-key.ts';
import type {EntryToSave} from '../cache/entry-store.ts';
import type {Journal, Made} from '../pipeline/ledger.ts';

const POST = 'isPost';
const MADE = 'made_';
const AGENT = 'agent_';

/** Makes the next run of this bundle in the job the post part. */
export function announcePost(): void {
  saveState(POST, 'true');
}

export function isPost(env: NodeJS.ProcessEnv): boolean {
  return env[`STATE_${POST}`] === 'true';
}

/** Each note is written at once, before or as the thing is made, so that a cancelled run has told it. */
export function createJournal(onFailure: (error: Error) => void): Journal {
  let count = 0;
  return (made) => {
    try {
      saveState(`${MADE}${count++}`, JSON.stringify(made));
    } catch (error) {
      onFailure(error as Error);
    }
  };
}

const TEMPORARY = 'temporary_';
let temporaries = 0;

/** Notes a directory that the post part removes, should it still be there. */
export function noteTemporary(path: string): void {
  saveState(`${TEMPORARY}${temporaries++}`, path);
}

/** As they were noted; nothing says yet that they are ours. */
export function readTemporaries(env: NodeJS.ProcessEnv): readonly string[] {
  return Object.entries(env).flatMap(([key, path]) => (key.startsWith(`STATE_${TEMPORARY}`) && path ? [path] : []));
}

const NAME = 'name_';
const names: string[] = [];

/** Notes a name that is in the engine for a moment only, and later that it is gone. */
export function noteName(name: string, isThere: boolean): void {
  if (!names.includes(name)) names.push(name);
  // Of several notes of the same key, the runner takes the last.
  saveState(`${NAME}${names.indexOf(name)}`, isThere ? name : '');
}

/** Names that the main part may have left, of the relay's form and no other. */
export function readNames(env: NodeJS.ProcessEnv): readonly string[] {
  return Object.entries(env).flatMap(([key, text]) =>
    key.startsWith(`STATE_${NAME}`) && /^127\.0\.0\.1:\d{1,5}\/n[0-9a-f]{32}\/[a-z0-9]+:push$/.test(text ?? '')
      ? [text ?? '']
      : [],
  );
}

const ENTRY = 'entry_';
let entries = 0;

/** Notes what the post part saves in the cache of GitHub Actions. */
export function noteEntry(entry: EntryToSave): void {
  saveState(`${ENTRY}${entries++}`, JSON.stringify(entry));
}

/** In any order; that the directories are ours, nothing says yet. */
export function readEntries(env: NodeJS.ProcessEnv): readonly EntryToSave[] {
  return Object.entries(env).flatMap(([name, text]) => {
    if (!new RegExp(`^STATE_${ENTRY}\\d{1,9}$`).test(name)) return [];
    const {directory, key, content, scope} = parseObject(text ?? '');
    const isEntry = [directory, key, content, scope].every((value) => typeof value === 'string');
    return isEntry && parseKey(String(key)) !== undefined && String(key).startsWith(String(content))
      ? [{directory, key, content, scope} as EntryToSave]
      : [];
  });
}

let agents = 0;

/** Notes the directory of an ssh agent before there is one in it (hardening S4). */
export function noteAgent(directory: string): void {
  saveState(`${AGENT}${agents++}`, directory);
}

/** Directories of ssh agents that the main part may have left; not to be trusted. */
export function readAgents(env: NodeJS.ProcessEnv): readonly string[] {
  return Object.entries(env).flatMap(([key, text]) =>
    new RegExp(`^STATE_${AGENT}\\d{1,9}$`).test(key) && text ? [text] : [],
  );
}

/** In the order they were written; what has not the shape of a note is left out. */
export function readMade(env: NodeJS.ProcessEnv): readonly Made[] {
  return Object.entries(env)
    .flatMap(([key, text]) => {
      const number = new RegExp(`^STATE_${MADE}(\\d{1,9})$`).exec(key)?.[1];
      return number === undefined ? [] : [{number: Number(number), made: parseMade(text ?? '')}];
    })
    .sort((a, b) => a.number - b.number)
    .flatMap(({made}) => made ?? []);
}

function saveState(name: string, value: string): void {
  issueFileCommand('STATE', prepareKeyValueMessage(name, value));
}

/** Without members for a text that is not JSON. */
function parseObject(text: string): Partial<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

const ID = /^(?:sha256:)?[0-9a-f]{11,64}$/;

function parseMade(text: string): Made | undefined {
  const {kind, name, id, before, given, since} = parseObject(text);
  const isId = (text: unknown): text is string => typeof text === 'string' && ID.test(text);
  const isIdOrNone = (text: unknown): text is string | undefined => text === undefined || isId(text);
  if (
    kind === 'name' &&
    typeof name === 'string' &&
    /^[\w.:/@[\]-]{1,1024}$/.test(name) &&
    isIdOrNone(before) &&
    isIdOrNone(given)
  )
    return {kind, name, before, given};
  if (kind === 'image' && isId(id)) return {kind, id};
  if (kind === 'contexts' && typeof since === 'string') return {kind, since};
  return undefined;
}
