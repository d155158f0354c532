/**
 * Records the streams in `__tests__/fixtures/traces` from real engines:
 * `STOWAGE_TEST_ENGINES=20=unix:///… node __tests__/buildkit/record.ts [registry without login]`.
 * A recording is JSON lines: first what was done and on which engine, then each line of the answer with `at`, the
 * milliseconds since the request. Names of images are unique per run, and deleted afterwards. Then write the expected
 * texts with `node __tests__/report/replay.ts` and look at them.
 */
import {randomBytes} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import {openSession} from '../../src/buildkit/session.ts';
import {build, hasSessions, type LiveEngine, liveEngines, post, remove, request, upgradeOn} from './live-engine.ts';

type Files = Readonly<Record<string, string | Buffer>>;

const FOLDER = new URL('../fixtures/traces/', import.meta.url);
const REGISTRY = process.argv[2];

const PASSING = [
  'FROM busybox:base as base',
  'ARG SALT',
  'WORKDIR /app',
  'COPY package.json ./',
  'RUN echo "installing 3 packages ($SALT)"; for i in 1 2 3; do sleep 0.2; echo "package $i of 3"; done; echo "npm warn deprecated a@1" >&2',
  'COPY . .',
  'RUN printf "10%%\\r20%%\\r100%% done\\n" && head -c 3000000 /dev/urandom > out.bin',
  'CMD ["sh"]',
].join('\n');

const PARALLEL = [
  'FROM busybox:base AS left',
  'ARG SALT',
  'RUN for i in 1 2 3 4 5 6; do echo "left $i $SALT"; sleep 0.15; done',
  'FROM busybox:base AS right',
  'ARG SALT',
  'RUN for i in 1 2 3 4 5 6; do echo "right $i $SALT"; sleep 0.15; done; echo right > /right',
  'FROM busybox:base',
  'COPY --from=left /bin/busybox /left',
  'COPY --from=right /right /right',
].join('\n');

const FAILING = [
  'FROM busybox:base AS build',
  'ARG SALT',
  'RUN echo $SALT; sleep 0.3; echo "compiling main.c"; echo "main.c:3: error: expected ;" >&2; exit 7',
].join('\n');

const FILES: Files = {'package.json': '{}', 'data.bin': Buffer.alloc(200_000, 'x')};

const CANCELED = [
  'FROM busybox:base AS long',
  'ARG SALT',
  'RUN echo $SALT; sleep 30',
  'FROM busybox:base AS short',
  'ARG SALT',
  'RUN echo $SALT; sleep 1; exit 3',
  'FROM busybox:base',
  'COPY --from=long /bin/sh /a',
  'COPY --from=short /bin/sh /b',
].join('\n');

interface Recipe {
  readonly name: string;
  readonly dockerfile: string;
  readonly files?: Files;
  readonly query?: Readonly<Record<string, string>>;
  /** Build once before, so that everything is cached. */
  readonly twice?: boolean;
  readonly buildkitOnly?: boolean;
}

const RECIPES: readonly Recipe[] = [
  {name: 'passing', dockerfile: PASSING, files: FILES},
  {name: 'cached', dockerfile: PASSING, files: FILES, twice: true},
  {name: 'failing', dockerfile: FAILING},
  {name: 'missing', dockerfile: 'FROM busybox:base\nARG SALT\nRUN echo $SALT\nCOPY nope.txt /x\n'},
  {name: 'parallel', dockerfile: PARALLEL},
  {name: 'canceled', dockerfile: CANCELED, buildkitOnly: true},
  {
    name: 'link',
    dockerfile: 'FROM busybox:base\nARG SALT\nRUN echo $SALT\nCOPY --link package.json /\nRUN ls /package.json\n',
    files: FILES,
    buildkitOnly: true,
  },
  {
    name: 'no-cache-image',
    dockerfile: 'FROM busybox:base\nARG SALT\nRUN echo $SALT\n',
    query: {cachefrom: JSON.stringify([`${REGISTRY}/stowage-none:1`])},
    buildkitOnly: true,
  },
  {name: 'no-base', dockerfile: `FROM ${REGISTRY}/stowage-none:1\nRUN true\n`, buildkitOnly: true},
];

const salt = () => randomBytes(6).toString('hex');

async function save(name: string, head: object, lines: AsyncIterable<object>): Promise<void> {
  const all: object[] = [head];
  for await (const line of lines) all.push(line);
  writeFileSync(new URL(`${name}.jsonl`, FOLDER), `${all.map((line) => JSON.stringify(line)).join('\n')}\n`);
  console.log(`${name}: ${all.length} lines`);
}

async function describe(engine: LiveEngine): Promise<object> {
  const {Version} = JSON.parse((await request(engine, 'GET', '/version')).text) as {readonly Version: string};
  return {engine: engine.name, version: Version};
}

/** Runs `work` with the query of a builder: version 2 with a session, version 1 without. */
async function withBuilder(
  engine: LiveEngine,
  version: '1' | '2',
  work: (query: Readonly<Record<string, string>>) => Promise<void>,
): Promise<void> {
  if (version === '1') return work({version, forcerm: '1'});
  await using session = await openSession({
    upgrade: upgradeOn(engine.socketPath),
    credentials: async () => undefined,
    signal: new AbortController().signal,
  });
  await work({version, session: session.id});
}

async function recordBuilds(engine: LiveEngine, version: '1' | '2'): Promise<void> {
  for (const {name, dockerfile, files, query, twice, buildkitOnly} of RECIPES) {
    if (buildkitOnly && version === '1') continue;
    // 20.10 does not know COPY --link.
    if (name === 'link' && engine.name.startsWith('20')) continue;
    const value = salt();
    const tag = `stowage-record-${value}:1`;
    const context = {Dockerfile: dockerfile, ...files};
    const label = `${engine.name}-${version === '2' ? 'buildkit' : 'classic'}-${name}`;
    await withBuilder(engine, version, async (builder) => {
      const all = {...builder, t: tag, buildargs: JSON.stringify({SALT: value}), ...query};
      if (twice) for await (const _ of build(engine, context, all));
      await save(label, {...(await describe(engine)), dockerfile}, build(engine, context, all));
    });
    await remove(engine, tag);
    await removeUntagged(engine, label);
  }
}

/** Layers of a failed classic build stay as images without a name; those of this recording are deleted. */
async function removeUntagged(engine: LiveEngine, label: string): Promise<void> {
  const text = readFileSync(new URL(`${label}.jsonl`, FOLDER), 'utf8');
  const ids = [...text.matchAll(/---?> ([0-9a-f]{11,12})\b/g)].map(([, id]) => id ?? '').reverse();
  for (const id of ids) {
    const {status, text: answer} = await request(engine, 'GET', `/images/${id}/json`);
    const tags =
      status === 200 ? ((JSON.parse(answer) as {readonly RepoTags: readonly string[] | null}).RepoTags ?? []) : ['?'];
    if (tags.length === 0) await request(engine, 'DELETE', `/images/${id}`);
  }
}

/** A base with fresh layers is pushed by `source`, then `engine` builds on it and pushes the result twice. */
async function recordTransfers(source: LiveEngine, engine: LiveEngine, version: '1' | '2'): Promise<void> {
  const base = `${REGISTRY}/stowage-record-${salt()}`;
  const own = `${base}-own`;
  const headers = {'X-Registry-Auth': 'e30='};
  const files = {a: randomBytes(6_000_000), b: randomBytes(1_500_000)};
  const context = {Dockerfile: 'FROM busybox:base\nCOPY a /\nCOPY b /\n', ...files};
  const dockerfile = `FROM ${base}:1\nRUN head -c 2500000 /dev/urandom > /c\n`;
  const label = `${engine.name}-${version === '2' ? 'buildkit' : 'classic'}`;
  // Docker reads plain http from 127.0.0.1 by itself, Podman has to be told.
  const insecure = (await hasSessions(engine)) ? {} : {tlsVerify: '0'};
  for await (const _ of build(source, context, {version: '1', t: `${base}:1`}));
  for await (const _ of post(source, `/images/${base}/push?tag=1`, {headers}));
  await remove(source, `${base}:1`);
  await withBuilder(engine, version, async (builder) => {
    const query = {...builder, ...insecure, t: `${own}:1`};
    await save(
      `${label}-pulling`,
      {...(await describe(engine)), dockerfile},
      build(engine, {Dockerfile: dockerfile}, query),
    );
  });
  for (const name of ['push', 'push-again']) {
    const path = `/images/${own}/push?${new URLSearchParams({tag: '1', ...insecure})}`;
    await save(`${engine.name}-${name}`, await describe(engine), post(engine, path, {headers}));
  }
  await remove(engine, `${own}:1`, `${base}:1`);
}

const engines = liveEngines();
for (const engine of engines) {
  const version = (await hasSessions(engine)) ? '2' : '1';
  await recordBuilds(engine, version);
  if (engine.name.startsWith('20')) await recordBuilds(engine, '1');
  const source = engines.find(({name}) => name !== engine.name && name !== 'podman');
  if (REGISTRY === undefined || source === undefined) continue;
  await recordTransfers(source, engine, version);
  if (engine.name.startsWith('20')) await recordTransfers(source, engine, '1');
}
