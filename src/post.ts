/**
 * The post part of the step: saving what it kept for the next one, and cleaning, where it was asked for. It runs after a main part that succeeded, failed or was
 * cancelled, may run twice, and never fails the job (hardening L4).
 */
import {tmpdir} from 'node:os';
import {resolve} from 'node:path';
import {readCleaning} from './action/cleaning-input.ts';
import {readEngines} from './action/engines-input.ts';
import type {JobLog} from './action/log.ts';
import {inputText, readRaw} from './action/raw-inputs.ts';
import {readAgents, readEntries, readMade, readNames, readTemporaries} from './action/state-file.ts';
import type {Engine} from './engine/facts.ts';
import {clean, isWanted} from './pipeline/clean.ts';
import {withEngine} from './pipeline/with-engine.ts';
import {systemClock} from './registry/retry.ts';
import type {Log} from './report/log.ts';

export interface PostTools {
  readonly env: NodeJS.ProcessEnv;
  readonly log: JobLog;
  readonly signal: AbortSignal;
}

export async function post({env, log, signal}: PostTools): Promise<void> {
  const entries = readEntries(env);
  try {
    if (entries.length > 0) {
      const {saveEntries} = await import('./action/cache-post.ts');
      await saveEntries(entries, {env, log, signal});
    }
  } finally {
    await removeTemporaries(env);
  }
  const agents = readAgents(env);
  if (agents.length > 0) {
    const {removeAgents} = await import('./action/key-agent.ts');
    await removeAgents(agents, env['RUNNER_TEMP'] || tmpdir());
  }
  // The main part has said what there is to say of the inputs, and failed if they were wrong.
  const quiet: Log = {...log, notice: () => {}, warning: () => {}};
  const raw = readRaw((name, form) => inputText(env, name, form), quiet);
  const cleaning = readCleaning(raw);
  const names = readNames(env);
  if (!isWanted(cleaning) && names.length === 0) return;
  const made = cleaning.made ? readMade(env) : [];
  if (made.length === 0 && names.length === 0 && !isWanted({...cleaning, made: false})) {
    log.info('Nothing was made in the engine, so there is nothing to clean up');
    return;
  }
  const workspace = resolve(env['GITHUB_WORKSPACE'] || process.cwd());
  const {engine, engines} = await readEngines(raw, workspace, {env, log: quiet});
  const forget = async (opened: Engine) => {
    if (names.length === 0) return;
    const {release} = await import('./pipeline/relay-push.ts');
    for (const name of names) await release(opened, splitTag(name), {log: quiet, signal, noteName: () => {}});
  };
  await withEngine(engine, {log, signal, journal: undefined}, async (opening) => {
    const {engine: opened} = await opening;
    await forget(opened);
    await clean(opened, cleaning, made, {log, clock: systemClock, signal});
  });
  // What a main part that was killed left may be on any of them.
  const others = [...new Set(engines.values())].filter((other) => other !== engine && names.length > 0);
  for (const other of others)
    await withEngine(other, {log, signal, journal: undefined}, async (opening) => forget((await opening).engine));
}

/** What a main part that was killed left on the disk. */
async function removeTemporaries(env: NodeJS.ProcessEnv): Promise<void> {
  const noted = readTemporaries(env);
  if (noted.length === 0) return;
  const {ownTemporaries, removeTemporary} = await import('./action/temporary.ts');
  for (const path of ownTemporaries(noted, env['RUNNER_TEMP'] || tmpdir())) removeTemporary(path);
}

function splitTag(name: string): {readonly repository: string; readonly tag: string} {
  const colon = name.lastIndexOf(':');
  return {repository: name.slice(0, colon), tag: name.slice(colon + 1)};
}
