/**
 * Files on demand with real engines; see live-engine.ts for the variable that names them. The result of each build comes
 * back as a tar through the same session, so that nothing stays in the engine.
 */
import {randomBytes} from 'node:crypto';
import {chmodSync, linkSync, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {buffer} from 'node:stream/consumers';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {fileSendMethods} from '../../src/buildkit/file-send.ts';
import {fileSyncMethods, type Transfer} from '../../src/buildkit/file-sync.ts';
import {openSession} from '../../src/buildkit/session.ts';
import {readPatterns} from '../../src/context/dockerignore.ts';
import {shareContext} from '../../src/context/share.ts';
import {type BuildContext, listForTar, openContext} from '../../src/context/source.ts';
import {consistent, lines, nodes, path} from '../context/random.ts';
import {extract, makeTree, NEVER, removeTree, type Seen, type Tree, tempDirectory} from '../context/trees.ts';
import {type LiveEngine, post, sessionEngines, upgradeOn} from './live-engine.ts';

const engines = await sessionEngines();
if (engines.length === 0) console.warn('SKIPPED: files on demand with real engines, set STOWAGE_TEST_ENGINES');

let temp: string;
beforeAll(() => {
  temp = tempDirectory();
});
afterAll(() => removeTree(temp));

interface Built {
  /** The root file system as a tar; empty when the build failed. */
  readonly tar: Buffer;
  readonly error: string | undefined;
  readonly transfers: readonly Transfer[];
  readonly failures: readonly unknown[];
}

interface BuildOptions {
  readonly way: 'tar' | 'sync';
  readonly key?: string;
  readonly cache?: boolean;
}

async function build(
  engine: LiveEngine,
  context: BuildContext,
  {way, key, cache = true}: BuildOptions,
): Promise<Built> {
  const shared = shareContext(context, () => {});
  const transfers: Transfer[] = [];
  const failures: unknown[] = [];
  let tar = Buffer.alloc(0);
  await using session = await openSession({
    upgrade: upgradeOn(engine.socketPath),
    credentials: async () => undefined,
    methods: new Map([
      ...fileSyncMethods({
        directories: shared.directories,
        onTransfer: (transfer) => transfers.push(transfer),
        onFailure: (error) => failures.push(error),
      }),
      ...fileSendMethods({
        take: async (bytes) => {
          tar = await buffer(bytes);
        },
        onFailure: (error) => failures.push(error),
      }),
    ]),
    sharedKey: key ?? randomBytes(16).toString('hex'),
    signal: NEVER,
  });
  const listed = way === 'tar' ? await listForTar(context, NEVER) : undefined;
  const query = new URLSearchParams({
    version: '2',
    session: session.id,
    outputs: JSON.stringify([{Type: 'tar', Attrs: {}}]),
    dockerfile: listed?.dockerfile ?? shared.dockerfile,
    ...(listed === undefined && {remote: 'client-session'}),
    ...(!cache && {nocache: '1'}),
  });
  let error: string | undefined;
  const body = listed && {headers: {'content-type': 'application/x-tar'}, body: await buffer(listed.pack(NEVER))};
  for await (const line of post(engine, `/build?${query}`, body)) error ??= line.errorDetail?.message;
  return {tar, error, transfers, failures};
}

interface Case {
  readonly tree: readonly (readonly [string, Tree[string], number])[];
  readonly links: readonly (readonly [string, number])[];
  readonly rules: readonly string[];
  readonly copy: string;
}

// None of these can match a Dockerfile or an ignore file, which a tar brings along in any case.
const source = fc.oneof(path, fc.constantFrom('a*', 'b*', '[ab]', 'a/*', '?/b', 'ab/..'));
const copy = fc.oneof(
  {weight: 2, arbitrary: fc.constant('COPY . /')},
  {weight: 1, arbitrary: fc.array(source, {minLength: 1, maxLength: 2}).map((paths) => copyOf(paths))},
);
const cases: fc.Arbitrary<Case> = fc.record({
  tree: nodes.map((all) => consistent(all)),
  links: fc.array(fc.tuple(path, fc.nat(20)), {maxLength: 2}),
  rules: lines,
  copy,
});

function copyOf(paths: readonly string[]): string {
  return `COPY ${JSON.stringify([...paths, '/to/'])}`;
}

/** Writes a case to disk, further names of its files among it. */
function write(root: string, {tree, links, rules, copy}: Case): void {
  makeTree(root, Object.fromEntries(tree));
  const files = tree.filter(([, what]) => typeof what === 'string').map(([file]) => file);
  for (const [file, , mode] of tree.filter(([, what]) => typeof what === 'string')) chmodSync(join(root, file), mode);
  for (const [name, which] of links) {
    const file = files[which % Math.max(1, files.length)];
    if (file === undefined) continue;
    try {
      mkdirSync(join(root, name, '..'), {recursive: true});
      linkSync(join(root, file), join(root, name));
    } catch {
      // Something else has that name, or that of a directory above.
    }
  }
  writeFileSync(join(root, 'Dockerfile'), `FROM scratch\n${copy}\n`);
  writeFileSync(join(root, '.dockerignore'), rules.join('\n'));
}

/** What is in the result, without the times, which builders round, and what only a tar of a context cannot hide. */
async function content(tar: Buffer, target: string): Promise<ReadonlyMap<string, Omit<Seen, 'seconds'>>> {
  const seen = await extract(tar, target);
  rmSync(target, {recursive: true});
  return new Map(
    [...seen]
      .filter(([file]) => !/(?:^|\/)(?:Dockerfile|\.dockerignore)$/.test(file))
      .map(([file, {seconds, ...rest}]) => [file, rest]),
  );
}

/** Each run has others. */
const RUNS = 50;
/** Builds at a time: what one engine does in parallel without stepping on its own feet. */
const AT_ONCE = 4;

const withEngines =
  engines.length > 0 ? describe.each(engines) : describe.skip.each([{name: 'no engine', socketPath: ''}]);

/** What readers of ignore files may see differently; a lone "!" is refused by us and by new builders. */
const ODD_LINES =
  '\ufeff# c\nbom?\n # no comment\n/a\n//b\nc/../d\n./e\nf/\n! g\n!/h\n!./i\nj//k\nl\t \n\\#m\n**\n*.log\r\n' +
  '\u00a0nbsp\u00a0\no\\p\n..\n../q\n/\n.\n!!r\nü\n\u0085nel\ns, t\n';

withEngines('files on demand on $name', (engine) => {
  it('read the ignore file as we do, line by line', async () => {
    const root = join(temp, `${engine.name}-odd`);
    makeTree(root, {Dockerfile: 'FROM scratch\nCOPY nothing /\n', '.dockerignore': ODD_LINES});
    const {transfers} = await build(engine, await openContext({directory: root, file: undefined}), {way: 'sync'});
    const [asked] = transfers.filter(({request}) => request.exclude.length > 0);
    expect(asked?.request.exclude).toEqual(readPatterns(ODD_LINES).map(({text}) => text));
  });

  it(`give the same as a tar for ${RUNS} random trees with random ignore files`, async () => {
    const seed = Date.now();
    const queue = fc.sample(cases, {numRuns: RUNS, seed}).entries();
    let built = 0;
    let excluded = 0;
    const work = async () => {
      for (const [index, sample] of queue) {
        const root = join(temp, `${engine.name}-${index}`);
        write(root, sample);
        const context = await openContext({directory: root, file: undefined});
        // Without the cache, which would give the result of the first for what it takes for the same.
        const whole = await build(engine, context, {way: 'tar', cache: false});
        const parts = await build(engine, context, {way: 'sync', cache: false});
        const about = `case ${index} of seed ${seed}: ${JSON.stringify(sample)}, ${parts.error ?? whole.error}`;
        expect({about, failures: parts.failures}).toEqual({about, failures: []});
        expect({about, failed: parts.error !== undefined}).toEqual({about, failed: whole.error !== undefined});
        if (whole.error === undefined) {
          built++;
          const expected = await content(whole.tar, `${root}.out`);
          if (sample.copy === 'COPY . /' && sample.tree.some(([file]) => !expected.has(file))) excluded++;
          expect({about, content: await content(parts.tar, `${root}.out`)}).toEqual({about, content: expected});
        }
        rmSync(root, {recursive: true});
      }
    };
    await Promise.all(Array.from({length: AT_ONCE}, work));
    // The cases are no use when most fail or nothing is ever left out.
    expect(built).toBeGreaterThan(RUNS / 2);
    expect(excluded).toBeGreaterThan(RUNS / 10);
  }, 120_000);
});
