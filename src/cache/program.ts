/**
 * The part of the bundle that calls @actions/cache, in a process of its own: so it can be ended when it takes too long, and
 * what the library writes for the runner goes through our log like any other text (hardening O1). What it needs of the
 * runner is in its environment, and the directory in its working directory.
 */
import {restoreCache, saveCache} from '@actions/cache';
import {parseKey} from './entry-key.ts';
import {DIRECTORY, LIMIT_SECONDS} from './entry-store.ts';
import {type Job, MARK, type Outcome} from './job.ts';
import {isWorth} from './worth.ts';

/** A line with the outcome. Rejects for what the library takes for a mistake of its caller. */
export async function runJob(text: string): Promise<string> {
  const job = JSON.parse(text) as Job;
  const outcome = job.kind === 'restore' ? await restore(job.prefixes) : await save(job);
  return `\n${MARK}${JSON.stringify(outcome)}\n`;
}

/** A build that takes no time at all is still given a chance. */
const LEAST_SECONDS = 5;

async function restore(prefixes: readonly string[]): Promise<Outcome> {
  const [first = ''] = prefixes;
  const key = await restoreCache([DIRECTORY], first, [...prefixes], {lookupOnly: true});
  const notes = key === undefined ? undefined : parseKey(key);
  if (key === undefined || notes === undefined) return {kind: 'none'};
  if (notes.isEmpty || !isWorth(notes)) return {kind: 'unworthy', key, notes};
  const started = performance.now();
  const {promise: tooLate, resolve} = Promise.withResolvers<'slow'>();
  const most = Math.min(Math.max(notes.seconds, LEAST_SECONDS), LIMIT_SECONDS);
  const timer = setTimeout(() => resolve('slow'), most * 1000);
  const found = await Promise.race([restoreCache([DIRECTORY], key), tooLate]);
  clearTimeout(timer);
  if (found === 'slow') return {kind: 'slow', key, notes};
  if (found === undefined) return {kind: 'none'};
  return {kind: 'restored', key, notes, seconds: (performance.now() - started) / 1000};
}

async function save({content, key}: Extract<Job, {readonly kind: 'save'}>): Promise<Outcome> {
  const found = await restoreCache([DIRECTORY], content, [], {lookupOnly: true});
  if (found?.startsWith(content)) return {kind: 'there'};
  return {kind: (await saveCache([DIRECTORY], key)) === -1 ? 'unsaved' : 'saved'};
}
