/** From the start of the process to its first request at the engine, against Node with an empty module. */
import {spawn, spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {inputVariables} from '../scripts/rig/runner.ts';
import {median, range} from './statistics.ts';

const root = join(import.meta.dirname, '..');
const RUNS = 15;

/** Milliseconds until the bundle connects to a socket that is all there is of an engine. */
async function firstCall(directory: string): Promise<number> {
  const socket = join(directory, 'engine.sock');
  const {promise, resolve} = Promise.withResolvers<number>();
  let started = 0;
  const server = createServer((connection) => {
    resolve(performance.now() - started);
    connection.on('error', () => {}).destroy();
  });
  await new Promise<void>((listening) => server.listen(socket, listening));
  const env = {
    PATH: process.env['PATH'] ?? '',
    ...inputVariables({context: directory}),
    GITHUB_WORKSPACE: directory,
    GITHUB_OUTPUT: join(directory, 'output'),
    DOCKER_HOST: `unix://${socket}`,
  };
  started = performance.now();
  const child = spawn(process.execPath, [join(root, 'dist', 'index.js')], {env, stdio: 'ignore'});
  const ended = new Promise((done) => child.on('close', done));
  const milliseconds = await promise;
  await ended;
  await new Promise((closed) => server.close(closed));
  return milliseconds;
}

export async function benchStart(print: (line: string) => void): Promise<void> {
  if (!existsSync(join(root, 'dist', 'index.js'))) throw new Error('dist/ is missing: run npm run bundle');
  const directory = mkdtempSync(join(tmpdir(), 'stowage-bench-'));
  writeFileSync(join(directory, 'Dockerfile'), 'FROM scratch\n');
  writeFileSync(join(directory, 'output'), '');
  const empty = join(directory, 'empty.mjs');
  writeFileSync(empty, '');
  const [bundle, baseline]: [number[], number[]] = [[], []];
  try {
    for (let run = 0; run <= RUNS; run++) {
      const started = performance.now();
      spawnSync(process.execPath, [empty]);
      const emptyMs = performance.now() - started;
      const bundleMs = await firstCall(directory);
      // The first round warms the disk cache.
      if (run > 0) {
        bundle.push(bundleMs);
        baseline.push(emptyMs);
      }
    }
  } finally {
    rmSync(directory, {recursive: true, force: true});
  }
  const ratio = median(bundle) / median(baseline);
  print(`start to the first engine call: ${ratio.toFixed(2)} x an empty Node process`);
  print(`  bundle ${range(bundle, 'ms')}, empty process ${range(baseline, 'ms')}, ${RUNS} interleaved runs`);
}
