/**
 * Packing against GNU tar: both read the same tree, warm in the page cache, and write into a pipe whose other end is
 * `cat >/dev/null` (tar writing to /dev/null itself would read nothing). Each of our runs is a fresh process, as in a
 * job, timed from listing the context to the last byte written; Node's own start is left out, since the action is
 * running by then. Runs alternate; the ratio is the median of the ratios of neighbours.
 */
import {mkdtempSync, rmSync, writeSync} from 'node:fs';
import {Socket} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {finished} from 'node:stream/promises';
import {listForTar, openContext} from '../src/context/source.ts';
import {emit, timed} from './measure.ts';
import {median, range} from './statistics.ts';
import {LARGE_FILES, makeTree, SMALL_FILES, type Tree} from './tree.ts';

const RUNS = 9;

const ROWS: readonly {readonly title: string; readonly tree: Tree; readonly target: string}[] = [
  {title: '20,000 files of 4 KiB', tree: SMALL_FILES, target: 'target: under 2 x, RSS under 150 MB'},
  {title: '8 files of 64 MiB', tree: LARGE_FILES, target: 'target: under 1.3 x, RSS flat'},
];

export async function benchPacking(print: (line: string) => void): Promise<void> {
  const temp = mkdtempSync(join(tmpdir(), 'stowage-bench-'));
  try {
    const child = emit(import.meta.filename, temp);
    for (const [index, {title, tree, target}] of ROWS.entries()) {
      const directory = join(temp, `tree-${index}`);
      makeTree(directory, tree);
      const ours: Packed[] = [];
      const theirs: number[] = [];
      for (let run = 0; run <= RUNS; run++) {
        const packed = await pipedToCat([process.execPath, child, directory]);
        const tar = await pipedToCat(['tar', '-c', '-C', directory, '.']);
        // The first pair only warms the page cache.
        if (run === 0) continue;
        ours.push(JSON.parse(packed.stderr) as Packed);
        theirs.push(tar.ms);
      }
      const rss = Math.max(...ours.map((packed) => packed.rss));
      print(
        `packing ${title}: ${range(
          ours.map((packed) => packed.ms),
          'ms',
        )}, tar | cat ${range(theirs, 'ms')}, ` +
          `ratio ${median(ours.map((packed, i) => packed.ms / (theirs[i] ?? Number.NaN))).toFixed(2)}, ` +
          `peak RSS ${(rss / 1e6).toFixed(0)} MB (medians of ${RUNS} pairs of runs; ${target})`,
      );
      rmSync(directory, {recursive: true});
    }
  } finally {
    rmSync(temp, {recursive: true, force: true});
  }
}

function pipedToCat(command: readonly string[]): Promise<{readonly ms: number; readonly stderr: string}> {
  return timed('sh', ['-c', '"$@" | cat >/dev/null', 'sh', ...command]);
}

interface Packed {
  readonly ms: number;
  /** Bytes, the highest of the whole process. */
  readonly rss: number;
}

/** In the child: packs a directory to stdout and reports on stderr. */
async function packToStdout(directory: string): Promise<void> {
  const output = new Socket({fd: 1, readable: false});
  const {signal} = new AbortController();
  const started = performance.now();
  const context = await listForTar(await openContext({directory, file: undefined}), signal);
  context.pack(signal).pipe(output);
  await finished(output);
  const packed: Packed = {ms: performance.now() - started, rss: process.resourceUsage().maxRSS * 1024};
  writeSync(2, JSON.stringify(packed));
}

if (import.meta.main) await packToStdout(process.argv[2] ?? '.');
