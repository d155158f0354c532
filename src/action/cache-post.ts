/** What the main part kept for the cache of GitHub Actions, saved by the post part (hardening L4). */
import {tmpdir} from 'node:os';
import {resolve} from 'node:path';
import type {EntryToSave} from '../cache/entry-store.ts';
import type {Log} from '../report/log.ts';
import {readCaches} from './cache-input.ts';
import {saveEntry} from './cache-service.ts';
import type {JobLog} from './log.ts';
import {inputText, readRaw} from './raw-inputs.ts';
import {readTemporaries} from './state-file.ts';
import {ownTemporaries} from './temporary.ts';

export interface PostTools {
  readonly env: NodeJS.ProcessEnv;
  readonly log: JobLog;
  readonly signal: AbortSignal;
}

/** Never fails the job. Throws nothing but the reason of the signal. */
export async function saveEntries(entries: readonly EntryToSave[], {env, log, signal}: PostTools): Promise<void> {
  const workspace = resolve(env['GITHUB_WORKSPACE'] || process.cwd());
  // The main part has said what there is to say of the inputs.
  const quiet: Log = {...log, info: () => {}, notice: () => {}, warning: () => {}};
  const raw = readRaw((name, form) => inputText(env, name, form), quiet);
  const {to} = readCaches(raw, {env, workspace, log: quiet, onSecret: (value) => log.mask(value)});
  const own = ownTemporaries(readTemporaries(env), env['RUNNER_TEMP'] || tmpdir());
  for (const {directory, key, content, scope} of entries) {
    const cache = to.find(({type, attributes}) => type === 'gha' && (attributes.get('scope') || 'buildkit') === scope);
    if (cache === undefined || !own.includes(directory)) continue;
    await saveEntry({content, key}, {parent: directory, access: cache.attributes, signal}, {env, workspace, log});
  }
}
