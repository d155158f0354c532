/** The session against real engines; see live-engine.ts for the variables that name them. */
import {randomBytes} from 'node:crypto';
import {setTimeout as sleep} from 'node:timers/promises';
import {beforeAll, describe, expect, it} from '@jest/globals';
import {BASE_IMAGE} from '../../scripts/rig/base.ts';
import type {CredentialsProvider} from '../../src/buildkit/auth.ts';
import {openSession, type Session} from '../../src/buildkit/session.ts';
import {decodeTrace} from '../../src/buildkit/trace.ts';
import {
  type BuildLine,
  build,
  type LiveEngine,
  post,
  registryAuth,
  remove,
  sessionEngines,
  upgradeOn,
} from './live-engine.ts';

const engines = await sessionEngines();
const REGISTRY = process.env['STOWAGE_TEST_REGISTRY_AUTH'];
const USER = process.env['STOWAGE_TEST_REGISTRY_USER'] ?? '';
const PASSWORD = process.env['STOWAGE_TEST_REGISTRY_PASSWORD'] ?? '';
const hasRegistry = REGISTRY !== undefined && engines.length > 0;

if (engines.length === 0) console.warn('SKIPPED: sessions with real engines, set STOWAGE_TEST_ENGINES');
if (!hasRegistry) console.warn('SKIPPED: private base images, set STOWAGE_TEST_REGISTRY_AUTH, _USER and _PASSWORD');

const unique = () => `stowage-test-${randomBytes(6).toString('hex')}`;

function open(engine: LiveEngine, credentials: CredentialsProvider = async () => undefined): Promise<Session> {
  return openSession({upgrade: upgradeOn(engine.socketPath), credentials, signal: new AbortController().signal});
}

interface Outcome {
  readonly lines: readonly BuildLine[];
  readonly image: string | undefined;
  readonly error: string | undefined;
  /** All output of RUN. */
  readonly output: string;
}

async function run(engine: LiveEngine, dockerfile: string, query: Readonly<Record<string, string>>): Promise<Outcome> {
  const lines: BuildLine[] = [];
  for await (const line of build(engine, {Dockerfile: dockerfile}, {version: '2', ...query})) lines.push(line);
  const traces = lines
    .filter(({id}) => id === 'moby.buildkit.trace')
    .map(({aux}) => decodeTrace(Buffer.from(String(aux), 'base64')));
  const image = lines.find(({id}) => id === 'moby.image.id')?.aux as {readonly ID: string} | undefined;
  return {
    lines,
    image: image?.ID,
    error: lines.find(({errorDetail}) => errorDetail)?.errorDetail?.message,
    output: Buffer.concat(traces.flatMap(({logs}) => logs.map(({data}) => data))).toString(),
  };
}

/**
 * A RUN that is longer than the engine lets a session live that does not answer its health checks: 1 s with 20.10, and 5 s
 * with others.
 */
async function longBuild(engine: LiveEngine) {
  const salt = unique();
  const tag = `${unique()}:1`;
  await using session = await open(engine);
  let lostEarly = false;
  void session.closed.then(() => {
    lostEarly = true;
  });
  const dockerfile = `FROM ${BASE_IMAGE}\nRUN echo begin ${salt}; sleep 6.5; echo end\n`;
  const result = await run(engine, dockerfile, {session: session.id, t: tag});
  const early = lostEarly;
  await session.close();
  await remove(engine, tag);
  return {salt, result, lostEarly: early, end: await session.closed};
}

// Started together, because they are long and do nothing.
const longBuilds = new Map<LiveEngine, ReturnType<typeof longBuild>>();
beforeAll(() => {
  for (const engine of engines) {
    const build = longBuild(engine);
    build.catch(() => {});
    longBuilds.set(engine, build);
  }
});

const withEngines =
  engines.length > 0 ? describe.each(engines) : describe.skip.each([{name: 'no engine', socketPath: ''}]);

withEngines('$name', (engine) => {
  it('lives longer than the health checks of its engine allow an unhealthy one', async () => {
    const {result, lostEarly, end, salt} = await (longBuilds.get(engine) ?? longBuild(engine));
    expect(result).toMatchObject({error: undefined, output: `begin ${salt}\nend\n`});
    expect(result.image).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(lostEarly).toBe(false);
    expect(end).toEqual({kind: 'closed'});
  }, 30_000);

  it('opens without waiting for anything', async () => {
    const started = performance.now();
    await using session = await open(engine);
    // A few milliseconds on an idle machine.
    expect(performance.now() - started).toBeLessThan(5000);
    expect(session.id).toHaveLength(32);
  });

  it('tells that it was lost when its connection is cut', async () => {
    const sockets: Array<{destroy(): void}> = [];
    const session = await openSession({
      upgrade: async (headers) => {
        const socket = await upgradeOn(engine.socketPath)(headers);
        sockets.push(socket);
        return socket;
      },
      credentials: async () => undefined,
      signal: new AbortController().signal,
    });
    await sleep(50);
    for (const socket of sockets) socket.destroy();
    await expect(session.closed).resolves.toMatchObject({kind: 'lost', error: {name: 'SessionLost'}});
  });

  (hasRegistry ? it : it.skip)(
    'takes a base from a registry that wants a password',
    async () => {
      const base = `${REGISTRY}/${unique()}`;
      const auth = {'X-Registry-Auth': registryAuth(USER, PASSWORD)};
      const made = await run(engine, `FROM ${BASE_IMAGE}\nRUN echo ${unique()} > /made\n`, {t: `${base}:1`});
      expect(made.error).toBeUndefined();
      const pushed: BuildLine[] = [];
      for await (const line of post(engine, `/images/${base}/push?tag=1`, {headers: auth})) pushed.push(line);
      expect(pushed.filter(({errorDetail}) => errorDetail)).toEqual([]);
      await remove(engine, `${base}:1`);

      const dockerfile = `FROM ${base}:1\nRUN cat /made; echo ${unique()}\n`;
      const tag = `${unique()}:1`;
      {
        await using session = await open(engine, () => Promise.reject(new Error('hunter2')));
        const failed = await run(engine, dockerfile, {session: session.id, t: tag});
        expect(failed.error).toContain(`the credentials for ${REGISTRY} could not be read`);
        expect(JSON.stringify(failed.lines)).not.toContain('hunter2');
      }
      {
        const asked = new Set<string>();
        await using session = await open(engine, async (host) => {
          asked.add(host);
          // Slower than a health check of 20.10, which must be answered meanwhile.
          await sleep(1500);
          return {username: USER, secret: PASSWORD};
        });
        const result = await run(engine, dockerfile, {session: session.id, t: tag});
        expect(result.error).toBeUndefined();
        expect(result.output).toMatch(/^stowage-test-/);
        expect([...asked]).toEqual([REGISTRY]);
      }
      await remove(engine, tag, `${base}:1`);
    },
    30_000,
  );
});
