/**
 * How fast and in how little memory a long build log goes from the engine's traces to the job log, with a reader that is
 * slower than the engine (target: 500 MB of log, RSS under 150 MB, nothing lost). A child process does the work, so
 * that the memory is that of the action alone; this process reads its output.
 */
import {fork} from 'node:child_process';
import {once} from 'node:events';
import {setImmediate as nextTurn, setTimeout as sleep} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {BinaryWriter} from '@bufbuild/protobuf/wire';
import {createLog} from '../src/action/log.ts';
import {createProgress} from '../src/report/progress.ts';

interface Scenario {
  readonly name: string;
  /** Bytes of log in all, and in each trace. */
  readonly total: number;
  readonly chunk: number;
  /** What the reader takes, in bytes per second; 0 is as fast as it can. */
  readonly rate: number;
}

interface Result {
  readonly seconds: number;
  /** Largest resident set, in bytes. */
  readonly rss: number;
}

const MB = 1_000_000;
const SCENARIOS: readonly Scenario[] = [
  {name: '500 MB in traces of 32 kB', total: 500 * MB, chunk: 32_000, rate: 0},
  {name: '500 MB in traces of 32 kB, reader at 80 MB/s', total: 500 * MB, chunk: 32_000, rate: 80 * MB},
  {name: '100 MB in traces of one line', total: 100 * MB, chunk: 100, rate: 0},
];
const RSS_TARGET = 150 * MB;
const LAST = 'the last line of the log';

/** Runs all scenarios and prints one line for each. Throws when the log was not complete or took too much memory. */
export async function benchDecode(print: (line: string) => void): Promise<void> {
  for (const scenario of SCENARIOS) {
    const {result, bytes} = await run(scenario);
    const speed = scenario.total / MB / result.seconds;
    print(
      `decode: ${scenario.name}: ${speed.toFixed(0)} MB/s, RSS ${(result.rss / MB).toFixed(0)} MB (target ${RSS_TARGET / MB}), ${(bytes / MB).toFixed(0)} MB shown`,
    );
    if (bytes < scenario.total)
      throw new Error(`${scenario.name}: only ${bytes} of ${scenario.total} bytes were shown`);
    if (result.rss > RSS_TARGET) throw new Error(`${scenario.name}: ${result.rss} bytes of memory are too many`);
  }
}

/** Starts the child, reads its output at the wanted rate, and looks for the last line. */
async function run(scenario: Scenario): Promise<{readonly result: Result; readonly bytes: number}> {
  const child = fork(fileURLToPath(import.meta.url), [JSON.stringify(scenario)], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const message = once(child, 'message') as Promise<[Result]>;
  const exit = once(child, 'exit');
  const started = performance.now();
  let bytes = 0;
  let tail = '';
  for await (const chunk of child.stdout ?? []) {
    bytes += (chunk as Buffer).length;
    tail = (tail + (chunk as Buffer).subarray(-200).toString()).slice(-400);
    const ahead = scenario.rate === 0 ? 0 : (bytes / scenario.rate) * 1000 - (performance.now() - started);
    if (ahead > 5) await sleep(ahead);
  }
  await exit;
  if (!tail.includes(LAST)) throw new Error(`${scenario.name}: the end of the log is missing: ${tail}`);
  return {result: (await message)[0], bytes};
}

/** The child: feeds traces as an engine would send them, and waits for its reader. */
async function work({total, chunk}: Scenario): Promise<Result> {
  const log = createLog({stream: process.stdout, debug: false});
  const progress = createProgress(log);
  const started = performance.now();
  const digest = `sha256:${'5'.repeat(64)}`;
  progress.trace(encodeVertex(digest, '[2/3] RUN make all', false));
  // Encoded once, so that what is measured is not the making of it; decoded each time, as from the engine's JSON.
  const encoded = Buffer.from(encodeLog(digest, makeLines(chunk))).toString('base64');
  for (let sent = 0; sent < total; sent += chunk) {
    progress.trace(Buffer.from(encoded, 'base64'));
    await log.drained();
    // As messages come from a socket; memory outside of the heap is only given back between turns of the event loop.
    await nextTurn();
  }
  progress.trace(encodeLog(digest, `${LAST}\n`));
  progress.trace(encodeVertex(digest, '[2/3] RUN make all', true));
  progress.finish();
  return {seconds: (performance.now() - started) / 1000, rss: process.resourceUsage().maxRSS * 1024};
}

/** Exactly so many bytes of lines, the last of them cut short. */
function makeLines(bytes: number): string {
  const line = `${'a line of output of a compiler or of a test '.repeat(2)}\n`;
  return line
    .repeat(Math.ceil(bytes / line.length))
    .slice(-bytes)
    .slice(0, -1)
    .padEnd(bytes, '.');
}

function encodeVertex(digest: string, name: string, completed: boolean): Uint8Array {
  const writer = new BinaryWriter().tag(1, 2).fork().tag(1, 2).string(digest).tag(3, 2).string(name);
  writer.tag(5, 2).fork().tag(1, 0).int64(1_700_000_000).join();
  if (completed) writer.tag(6, 2).fork().tag(1, 0).int64(1_700_000_060).join();
  return writer.join().finish();
}

function encodeLog(digest: string, text: string): Uint8Array {
  const writer = new BinaryWriter().tag(3, 2).fork().tag(1, 2).string(digest);
  writer.tag(2, 2).fork().tag(1, 0).int64(1_700_000_001).join();
  return writer.tag(3, 0).int64(1).tag(4, 2).bytes(Buffer.from(text)).join().finish();
}

const [, script, scenario] = process.argv;
if (script === fileURLToPath(import.meta.url)) {
  if (scenario === undefined) await benchDecode((line) => console.log(line));
  else {
    const result = await work(JSON.parse(scenario) as Scenario);
    process.send?.(result);
    process.disconnect();
  }
}
