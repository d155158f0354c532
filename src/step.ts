/** The main part of the step: reads the inputs and runs the task with the parts of this process. */
import {tmpdir} from 'node:os';
import {createCredentials} from './action/credentials.ts';
import {readInputs} from './action/inputs.ts';
import type {JobLog} from './action/log.ts';
import {inputText, type ReadText} from './action/raw-inputs.ts';
import {createRegistryAccess} from './action/registry-access.ts';
import {createSecretKeeper} from './action/secret-keeper.ts';
import {announcePost, createJournal, noteAgent, noteEntry, noteName, noteTemporary} from './action/state-file.ts';
import {createSummaryWriter} from './action/summary-file.ts';
import {makeTemporary, removeTemporary} from './action/temporary.ts';
import type {RemoteTools} from './pipeline/remote-run.ts';
import {NO_RESULTS, type Results} from './pipeline/results.ts';
import {run} from './pipeline/run.ts';
import {withEngine} from './pipeline/with-engine.ts';
import {systemClock} from './registry/retry.ts';

export interface StepTools {
  readonly env: NodeJS.ProcessEnv;
  readonly log: JobLog;
  readonly signal: AbortSignal;
  readonly onResults: (results: Results) => void;
  readonly onPushing: () => void;
  /** Ends the step after so many milliseconds, until the function that it gives is called. */
  readonly limit: (milliseconds: number) => () => void;
}

export async function step({env, log, signal, onResults, onPushing, limit}: StepTools): Promise<void> {
  // Said first, so that the post part runs as such whatever becomes of this one.
  if (env['GITHUB_STATE']) announcePost();
  const {onSecret, all} = createSecretKeeper(log);
  const raw: ReadText = (name, form) => inputText(env, name, form);
  const inputs = await readInputs({raw, env, log, onSecret});
  const {task, cleaning, logins, jobToken, tokenServers, authorities, knownHosts, timeoutMs} = inputs;
  const stop = timeoutMs === undefined ? () => {} : limit(timeoutMs);
  try {
    const workspace = task.kind === 'publish' ? task.inputs.workspace : process.cwd();
    const credentials = createCredentials({logins, jobToken, workspace, env, log, signal, onSecret});
    await using registries = createRegistryAccess({credentials, tokenServers, authorities, onSecret, log, env});
    if (task.kind === 'query') {
      await withEngine(task.engine, {log, signal, journal: undefined}, async (opening) => {
        const [{answerQuery}, {engine}] = await Promise.all([import('./pipeline/query.ts'), opening]);
        onResults({...NO_RESULTS, images: await answerQuery(engine, task.query, {credentials, log, signal})});
      });
      return;
    }
    const temp = env['RUNNER_TEMP'] || tmpdir();
    const tools: RemoteTools = {
      annotateWarnings: task.annotateWarnings,
      credentials,
      secrets: all,
      log,
      clock: systemClock,
      random: Math.random,
      signal,
      temp,
      fetchGit: async (source, options) => {
        const {createGitFetcher} = await import('./action/git-fetcher.ts');
        const onTemporary = env['GITHUB_STATE'] ? noteTemporary : () => {};
        return createGitFetcher({env, workspace, temp, knownHosts, onSecret, onTemporary})(source, options);
      },
      entries: {
        canSave: Boolean(env['GITHUB_STATE']),
        note: noteEntry,
        restore: async (prefixes, parent, access, until) => {
          const {restoreEntry} = await import('./action/cache-service.ts');
          return restoreEntry(prefixes, {parent, access, signal: until}, {env, workspace, log});
        },
      },
      startAgent: async (keys) => {
        const {startKeyAgent} = await import('./action/key-agent.ts');
        return startKeyAgent(keys, {env, workspace, temp, signal, note: env['GITHUB_STATE'] ? noteAgent : () => {}});
      },
      journal: cleaning.made && env['GITHUB_STATE'] ? createJournal((error) => log.warning(unnoted(error))) : undefined,
      client: registries.client,
      onSecret: (value) => onSecret(value),
      makeTemporary: () => {
        const path = makeTemporary(temp, env['GITHUB_STATE'] ? noteTemporary : () => {});
        return {path, remove: () => removeTemporary(path)};
      },
      noteName: env['GITHUB_STATE'] ? noteName : () => {},
      readManifest: registries.readManifest,
      tokens: registries,
      onResults,
      onPushing,
      onSummary: task.summary ? createSummaryWriter({env, log, raw, secrets: all}) : undefined,
    };
    if (task.kind === 'publish') await run(task.inputs, tools);
    else {
      const {runRemotely} = await import('./pipeline/remote-run.ts');
      await runRemotely(task.inputs, tools);
    }
  } finally {
    stop();
  }
}

function unnoted(error: Error): string {
  return `what is made now could not be noted (${error.message}), so cleanup will leave it`;
}
