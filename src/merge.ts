/** Entry point of merge/action.yml: makes one index of what the jobs of a matrix pushed. No engine takes part. */
import {createCredentials} from './action/credentials.ts';
import {createLog} from './action/log.ts';
import {readMergeInputs} from './action/merge-inputs.ts';
import {type MergeResults, writeMergeOutputs} from './action/merge-outputs.ts';
import {setOutput} from './action/output-file.ts';
import {inputText} from './action/raw-inputs.ts';
import {createRegistryAccess} from './action/registry-access.ts';
import {live} from './lifetime.ts';
import {merge} from './pipeline/merge.ts';
import {systemClock} from './registry/retry.ts';

const {env} = process;
const log = createLog({stream: process.stdout, debug: env['RUNNER_DEBUG'] === '1'});
let results: MergeResults;

const finish = (isCut: boolean) => {
  const write = env['GITHUB_OUTPUT'] ? setOutput : (name: string, value: string) => log.info(`${name}=${value}`);
  writeMergeOutputs(isCut ? undefined : results, write);
};

await live({log, finish, afterCancel: () => ''}, async ({signal, limit}) => {
  const onSecret = log.mask;
  const raw = (name: string, form?: 'trimmed' | 'whole') => inputText(env, name, form);
  const {inputs, overwrite, workspace, logins, jobToken, tokenServers, authorities, timeoutMs} = await readMergeInputs({
    raw,
    env,
    log,
    onSecret,
  });
  const stop = timeoutMs === undefined ? () => {} : limit(timeoutMs);
  try {
    const credentials = createCredentials({logins, jobToken, workspace, env, log, signal, onSecret});
    await using registries = createRegistryAccess({credentials, tokenServers, authorities, onSecret, log, env});
    await merge(inputs, {
      client: await registries.client(),
      overwrite,
      log,
      clock: systemClock,
      signal,
      onMerged: (merged) => {
        results = merged;
      },
    });
  } finally {
    stop();
  }
});
