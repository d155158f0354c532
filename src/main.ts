/**
 * Entry point of the action, of its main and of its post part. What the first call to the engine does not need is loaded
 * while the engine works (docs/decisions/0005-start-up.md).
 */
import {createLog} from './action/log.ts';
import {setOutput} from './action/output-file.ts';
import {writeOutputs} from './action/outputs.ts';
import {isPost} from './action/state-file.ts';
import {CACHE_PROGRAM} from './cache/job.ts';
import {live} from './lifetime.ts';
import {describeError} from './pipeline/explain.ts';
import {NO_RESULTS, type Results} from './pipeline/results.ts';
import {step} from './step.ts';

const {env} = process;
const log = createLog({stream: process.stdout, debug: env['RUNNER_DEBUG'] === '1'});
let results: Results = NO_RESULTS;
let pushing = false;

if (process.argv[2] === CACHE_PROGRAM) {
  const {runJob} = await import('./cache/program.ts');
  const line = await runJob(process.argv[3] ?? '');
  process.stdout.write(line, () => process.exit());
} else if (isPost(env)) {
  const tell = (error: unknown) => {
    log.warning(`cleaning was not finished: ${describeError(error)}`);
    return false;
  };
  await live({log, tell, finish: () => {}, afterCancel: stopped}, async ({signal}) => {
    const {post} = await import('./post.ts');
    await post({env, log, signal});
  });
} else {
  await live({log, finish, afterCancel: stopped}, ({signal, limit}) =>
    step({
      env,
      log,
      signal,
      limit,
      onResults: (latest) => {
        results = latest;
      },
      onPushing: () => {
        pushing = true;
      },
    }),
  );
}

/** Outputs go to the runner's file; outside of a runner, which has none, they are only shown. */
function finish(isCut: boolean): void {
  const write = env['GITHUB_OUTPUT'] ? setOutput : (name: string, value: string) => log.info(`${name}=${value}`);
  writeOutputs(isCut ? NO_RESULTS : results, write);
}

function stopped(): string {
  const push = '; what had begun of the push may still end in the engine, and no digest is reported for it';
  return `, so the work in the engine was stopped${pushing ? push : ''}`;
}
