/** The same commit, checked out and built twice without a cache: what of the image repeats, by engine and builder. */
import {utimesSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {describe, expect, it} from '@jest/globals';
import {
  askJson,
  BASE_IMAGE,
  describeEngines,
  type Engine,
  isContainerd,
  isDockerSince,
  isPodman,
  manifestOf,
  openRegistry,
  removeImage,
  runAction,
  unique,
  workspace,
} from '../rig.ts';

const COPIES = 'COPY a.txt /\nCOPY b/c.txt /\nENV A=b\n';
const RUNS = 'COPY . /made\nRUN mkdir /y && echo hi > /y/f\n';
const EPOCH = 1_700_000_000;

interface Held {
  readonly digest: string | undefined;
  readonly created: string;
  readonly layers: readonly string[];
}

/** Pushed from a checkout of its own, whose files were written in another order and at another time. */
async function publish(
  engine: Engine,
  turn: number,
  {dockerfile, ...inputs}: Readonly<Record<string, string>>,
): Promise<Held & {readonly log: string}> {
  const files = {
    Dockerfile: `FROM ${BASE_IMAGE}\n${dockerfile}`,
    'a.txt': 'one',
    'b/c.txt': 'two',
    'more/d.txt': 'three',
  };
  const entries = Object.entries(files);
  const directory = workspace(Object.fromEntries(turn === 0 ? entries : entries.toReversed()));
  for (const path of [...Object.keys(files), 'b', 'more'])
    utimesSync(join(directory, path), EPOCH + 1e6, EPOCH + 2e6 + turn);
  const repository = `repeat/${unique()}`;
  const tags = `${openRegistry.host}/${repository}:1`;
  const {code, log, outputs} = await runAction(
    {tags, push: 'true', 'no-cache': 'true', ...inputs},
    {workspace: directory, env: {DOCKER_HOST: engine.address, SOURCE_DATE_EPOCH: String(EPOCH)}},
  );
  expect({code, log}).toMatchObject({code: 0});
  await removeImage(engine, tags);
  const manifest = JSON.parse((await manifestOf(openRegistry, repository, '1')).text) as {config: {digest: string}};
  const config = await askJson<{created: string; rootfs: {diff_ids: string[]}}>(
    `http://${openRegistry.host}`,
    `/v2/${repository}/blobs/${manifest.config.digest}`,
  );
  return {digest: outputs['digest'], created: config.created, layers: config.rootfs.diff_ids, log};
}

async function twice(engine: Engine, inputs: Readonly<Record<string, string>>) {
  const first = await publish(engine, 0, inputs);
  // Layers know whole seconds.
  await sleep(1000);
  return [first, await publish(engine, 1, inputs)] as const;
}

/** Also further contexts are sent with this time at most. */
const copies = {dockerfile: `${COPIES}COPY --from=docs d.txt /\n`, 'build-contexts': 'docs=more'};

describeEngines('an image with SOURCE_DATE_EPOCH', (engine) => {
  it('repeats as far as the README says', async () => {
    const knowsEpoch = isDockerSince(engine, 24);
    const inputs = isPodman(engine) ? {dockerfile: RUNS} : knowsEpoch ? copies : {dockerfile: COPIES};
    const [first, second] = await twice(engine, inputs);
    expect(second.layers).toEqual(first.layers);
    // Podman writes names of its containers into the config, and older builders the time.
    if (knowsEpoch) expect(second.digest).toBe(first.digest);
    if (knowsEpoch || isPodman(engine)) expect(Date.parse(first.created)).toBe(EPOCH * 1000);
    else expect(first.log).toMatch(/::notice::SOURCE_DATE_EPOCH: BuildKit of Docker .* does not know it/);
  });
});

describeEngines(
  'an image with rewrite-timestamp',
  (engine) => {
    it('repeats with all that its steps make', async () => {
      const outputs = 'type=image,rewrite-timestamp=true';
      const [first, second] = await twice(engine, {dockerfile: RUNS, outputs});
      expect(second.digest).toBe(first.digest);
    });
  },
  isContainerd,
);

describe('SOURCE_DATE_EPOCH', () => {
  it('that is no time is an error before any work', async () => {
    const {code, log} = await runAction(
      {tags: 'a:1'},
      {
        workspace: workspace({Dockerfile: 'FROM scratch\n'}),
        env: {DOCKER_HOST: 'unix:///nowhere.sock', SOURCE_DATE_EPOCH: 'yesterday'},
      },
    );
    expect(code).toBe(1);
    expect(log).toContain('::error::input build-args: SOURCE_DATE_EPOCH is "yesterday", which is no time');
  });
});
