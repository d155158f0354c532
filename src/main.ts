/**
 * Entry point of the action: wires the parts, turns signals into one abort, and is the only place that decides the exit
 * code. Outputs are written on every path, after everything else. What the first call to the engine does not need is
 * loaded while the engine works (docs/decisions/0005-start-up.md).
 */
import {createCredentials} from './action/credentials.ts';
import {inputText, readInputs} from './action/inputs.ts';
import {createLog} from './action/log.ts';
import {setOutput} from './action/output-file.ts';
import {writeOutputs} from './action/outputs.ts';
import type {Descriptor} from './engine/descriptor.ts';
import {describeError} from './pipeline/explain.ts';
import {NO_RESULTS, type Results} from './pipeline/results.ts';
import {run} from './pipeline/run.ts';
import type {CredentialSource} from './registry/credential-source.ts';
import type {Reference} from './registry/reference.ts';
import {systemClock} from './registry/retry.ts';

/** The runner gives us 7.5 s after SIGINT; whatever still hangs after this is cut off (hardening L1). */
const LAST_MOMENT_MS = 2500;

class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

const {env} = process;
const log = createLog({stream: process.stdout, debug: env['RUNNER_DEBUG'] === '1'});
const controller = new AbortController();
const {signal} = controller;
let results: Results = NO_RESULTS;
let pushing = false;
let failed = false;
let finished = false;
let signalled = false;

function fail(error: unknown): void {
  if (failed) return;
  failed = true;
  process.exitCode ||= 1;
  log.endGroup();
  log.error(describeError(error));
  if (error instanceof Error) log.debug(error.stack ?? '');
}

/** Outputs go to the runner's file; outside of a runner, which has none, they are only shown. Written once. */
function finish(): void {
  if (finished) return;
  finished = true;
  writeOutputs(results, env['GITHUB_OUTPUT'] ? setOutput : (name, value) => log.info(`${name}=${value}`));
}

/** Stops everything, and makes sure that the process ends even if something does not listen. */
function abort(reason: Error): void {
  controller.abort(reason);
  setTimeout(() => {
    results = NO_RESULTS;
    fail(reason);
    finish();
    process.exit();
  }, LAST_MOMENT_MS).unref();
}

function cancelled(why: string): Cancelled {
  const push = '; what had begun of the push may still end in the engine, and no digest is reported for it';
  return new Cancelled(`${why}, so the work in the engine was stopped${pushing ? push : ''}`);
}

function onSignal(name: 'SIGINT' | 'SIGTERM', code: number): void {
  if (signalled) process.exit(code);
  signalled = true;
  process.exitCode = code;
  abort(cancelled(`cancelled by ${name}`));
}

/** Reads a manifest with our own client, which is loaded only where the engine cannot be asked. */
async function readFromRegistry(
  credentials: CredentialSource,
  allowedTokenServers: readonly string[],
  reference: Reference,
): Promise<Descriptor> {
  const [{RegistryClient}, {readManifest}] = await Promise.all([
    import('./registry/client.ts'),
    import('./registry/manifest.ts'),
  ]);
  const client = new RegistryClient({
    credentials,
    allowedTokenServers,
    onSecret: log.mask,
    log: log.info,
    clock: systemClock,
    random: Math.random,
  });
  try {
    const {digest, mediaType, bytes} = await readManifest(client, reference, {signal});
    return {digest, mediaType, size: bytes.length};
  } finally {
    await client.close();
  }
}

process.on('SIGINT', () => onSignal('SIGINT', 130));
process.on('SIGTERM', () => onSignal('SIGTERM', 143));
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error) => {
    fail(error);
    abort(error instanceof Error ? error : new Error(String(error)));
  });
}
// Whatever ends the process, the runner finds every output set (hardening O5).
process.on('exit', finish);

let timer: NodeJS.Timeout | undefined;
try {
  const {inputs, logins, jobToken, tokenServers, timeoutMs} = await readInputs({
    raw: (name) => inputText(env, name),
    env,
    log,
    onSecret: log.mask,
  });
  if (timeoutMs !== undefined) {
    const why = `input timeout: the step took longer than ${timeoutMs / 1000} s`;
    timer = setTimeout(() => abort(cancelled(why)), timeoutMs);
  }
  const {workspace} = inputs;
  const credentials = createCredentials({logins, jobToken, workspace, env, log, signal, onSecret: log.mask});
  await run(inputs, {
    credentials,
    log,
    clock: systemClock,
    random: Math.random,
    signal,
    readManifest: (reference) => readFromRegistry(credentials, tokenServers, reference),
    onResults: (latest) => {
      results = latest;
    },
    onPushing: () => {
      pushing = true;
    },
  });
} catch (error) {
  fail(signal.aborted ? signal.reason : error);
} finally {
  clearTimeout(timer);
  finish();
}
