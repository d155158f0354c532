/** One run of the action: engine and context side by side, then build, tag, push, verify, report. */
import {randomBytes} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {relative} from 'node:path';
import {type BuildContext, openContext} from '../context/source.ts';
import {type Address, formatAddress} from '../engine/address.ts';
import type {Builder} from '../engine/build.ts';
import {type Connected, connectEngine, describeEngine} from '../engine/facts.ts';
import type {Descriptor, ImageDetails} from '../engine/images.ts';
import type {SshProgram} from '../engine/ssh.ts';
import {type TlsMaterial, Transport} from '../engine/transport.ts';
import {formatPlatform} from '../registry/platform.ts';
import {formatFamiliar, type Reference, type TaggedReference} from '../registry/reference.ts';
import {count, formatBytes} from '../report/units.ts';
import {PublishFailed} from './errors.ts';
import type {Built} from './obtain.ts';
import {type BuildInputs, planBuild} from './plan.ts';
import {type PublishTools, publish, tagImage} from './publish.ts';
import {formatMetadata, NO_RESULTS, platformOf, type Results} from './results.ts';

/** Everything the author asked for, typed. */
export interface Inputs extends BuildInputs {
  /** Absolute path of the context directory. */
  readonly context: string;
  /** Absolute path of the Dockerfile; undefined looks in the context. */
  readonly file: string | undefined;
  readonly workspace: string;
  readonly maxEntries: number;
  readonly tags: readonly TaggedReference[];
  readonly push: boolean;
  readonly engine: EngineChoice;
}

export interface EngineChoice {
  readonly address: Address;
  /** Who said so, for the log: `input docker-host`, `context "a" of DOCKER_CONTEXT`, `first socket that answers`. */
  readonly source: string;
  readonly tls: TlsMaterial | undefined;
  /** For an address of scheme ssh. */
  readonly ssh: SshProgram | undefined;
  /** DOCKER_API_VERSION. */
  readonly pinnedApi: string | undefined;
}

export interface RunTools extends PublishTools {
  /** Told each time more is known; the last one counts. */
  readonly onResults: (results: Results) => void;
  /** Told when the push begins: what the engine has begun of it may end there after a cancel. */
  readonly onPushing: () => void;
}

/** Throws the first failure; what was found out before it has been told to `onResults`. */
export async function run(inputs: Inputs, tools: RunTools): Promise<void> {
  const {log, signal} = tools;
  const transport = Transport.open(inputs.engine.address, {
    tls: inputs.engine.tls,
    ssh: inputs.engine.ssh,
    onRequest: (line) => log.debug(`engine: ${line}`),
  });
  try {
    await withTransport(transport, inputs, tools);
  } finally {
    log.endGroup();
    await transport.close();
    // The engine goes on with what is under way in a cancelled push; nothing of it may be reported.
    if (signal.aborted) tools.onResults(NO_RESULTS);
  }
}

async function withTransport(transport: Transport, inputs: Inputs, tools: RunTools): Promise<void> {
  const {log} = tools;
  const preparing = prepare(transport, inputs, tools);
  // The builders' side, BuildKit's session with it, is loaded while the engine answers.
  const loading = import('./obtain.ts');
  const {engine, context} = await preparing;
  const plan = planBuild(inputs, engine.facts, formatFamiliar);
  for (const notice of plan.notices) log.notice(notice);
  for (const warning of [...engine.facts.warnings, ...plan.warnings, ...context.warnings]) log.warning(warning);
  // The classic builder and Podman hide these from COPY themselves.
  if (plan.request.builder === 'buildkit' && context.unhidden.length > 0) {
    log.info(`COPY sees what must travel with the context although it is excluded: ${context.unhidden.join(', ')}`);
  }

  log.group(`Build with ${BUILDER_NAMES[plan.request.builder]}`);
  const dockerfileText = await readFile(context.dockerfileSource, 'utf8');
  const job = {request: plan.request, context, dockerfileText, platform: inputs.platform, cacheFrom: inputs.cacheFrom};
  const {buildImage} = await loading;
  const built = await buildImage(engine, job, tools);
  log.endGroup();
  const {image} = built;
  log.info(`Built ${image.id} for ${formatPlatform(platformOf(image))}, ${formatBytes(image.size)}`);

  const buildRef = `engine/${engine.facts.name || 'unknown'}/${randomBytes(12).toString('hex')}`;
  const tell: Tell = (outcome) => tools.onResults(resultsOf({...NOTHING_YET, ...outcome, buildRef, built}));
  await nameAndPublish(engine, {inputs, image, tell}, tools);
}

/** Reports what is known by now. */
type Tell = (outcome: Partial<Outcome>) => void;

interface Publication {
  readonly inputs: Inputs;
  readonly image: ImageDetails;
  readonly tell: Tell;
}

async function nameAndPublish(engine: Connected, {inputs, image, tell}: Publication, tools: RunTools): Promise<void> {
  const {log, signal} = tools;
  // Without a push the digest that the engine stores is as good as any; with one only the registry's counts.
  const stored = inputs.push ? {} : {digest: image.descriptor?.digest, descriptor: image.descriptor};
  tell(stored);
  const tags: TaggedReference[] = [];
  for await (const reference of tagImage(engine, image.id, inputs.tags, signal)) {
    log.info(`Tagged ${formatFamiliar(reference)}`);
    tags.push(reference);
    tell({...stored, tags});
  }
  if (!inputs.push) return;
  tools.onPushing();
  log.group(`Push ${count(tags.length, 'reference')}`);
  try {
    const published = await publish(engine, tags, tools);
    const imageRefs = published.map(({reference, digest}) => `${formatFamiliar(reference)}@${digest}`);
    tell({tags, imageRefs, digest: published[0]?.digest, descriptor: published[0]?.descriptor});
    log.endGroup();
    for (const name of imageRefs) log.info(`Published ${name}`);
    if (new Set(published.map(({digest}) => digest)).size > 1) log.warning(DIFFERENT_DIGESTS);
  } catch (error) {
    // Some references may be out: they are named, but nothing is called the digest of a half-published image.
    if (error instanceof PublishFailed) tell({tags, imageRefs: error.done});
    throw error;
  }
}

const DIFFERENT_DIGESTS =
  'the registries hold the image under different digests (Podman takes over layers that are there, however they were compressed): image-refs names each, digest is that of the first';

const BUILDER_NAMES: Readonly<Record<Builder, string>> = {
  buildkit: 'BuildKit',
  classic: 'the classic builder',
  podman: 'Buildah',
};

/** Reaches the engine and lists the context at the same time. A fault of the context is told before one of the engine. */
async function prepare(
  transport: Transport,
  inputs: Inputs,
  {log, signal}: RunTools,
): Promise<{engine: Connected; context: BuildContext}> {
  const {workspace, maxEntries} = inputs;
  const [engine, context] = await Promise.allSettled([
    connectEngine(transport, {pinned: inputs.engine.pinnedApi, signal}),
    openContext({directory: inputs.context, file: inputs.file, workspace, maxEntries, signal}),
  ]);
  if (context.status === 'rejected') throw context.reason;
  if (engine.status === 'rejected') throw engine.reason;
  const {entries, bytes, ignoreFile, dockerfileSource} = context.value;
  const short = (path: string) => relative(workspace, path) || '.';
  const ignoring = ignoreFile === undefined ? '' : `, without what ${short(ignoreFile)} excludes`;
  log.info(
    `Engine: ${describeEngine(engine.value.facts)}, at ${formatAddress(inputs.engine.address)} (${inputs.engine.source})`,
  );
  log.info(
    `Context: ${short(inputs.context)}, ${count(entries, 'entry', 'entries')}, ${formatBytes(bytes)}${ignoring}`,
  );
  log.info(`Dockerfile: ${short(dockerfileSource)}`);
  return {engine: engine.value, context: context.value};
}

/** What a build that is not published yet comes to. */
const NOTHING_YET = {tags: [], digest: undefined, descriptor: undefined, imageRefs: []};

interface Outcome {
  readonly buildRef: string;
  readonly built: Built;
  readonly tags: readonly Reference[];
  readonly digest: string | undefined;
  readonly descriptor: Descriptor | undefined;
  readonly imageRefs: readonly string[];
}

function resultsOf({buildRef, built, tags, digest, descriptor, imageRefs}: Outcome): Results {
  const {image, summary} = built;
  return {
    imageId: image.id,
    digest,
    metadata: formatMetadata({buildRef, image, summary, digest, descriptor, references: tags}),
    tags: tags.map(formatFamiliar),
    imageRefs,
  };
}
