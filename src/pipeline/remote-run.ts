/**
 * One run of the action on BuildKits of their own, with or without an engine here: build, look, push from there, write and
 * load what is asked for, verify, report. What an engine would do stands in run.ts.
 */
import {randomBytes} from 'node:crypto';
import {openTunnel} from '../buildkit/tunnel.ts';
import {type EngineFacts, NEWEST_API} from '../engine/facts.ts';
import {load} from '../engine/load.ts';
import {formatPlatform} from '../registry/platform.ts';
import {familiarRepository, formatFamiliar, formatReference} from '../registry/reference.ts';
import {count, formatBytes} from '../report/units.ts';
import type {Asked} from './check.ts';
import {type ControlInputs, warnOfReplacing} from './control-inputs.ts';
import {chooseApi} from './engine-api.ts';
import {InvalidInput, PublishFailed} from './errors.ts';
import {stepsOf} from './layers.ts';
import {guardImage} from './leak-guard.ts';
import {withPreflight} from './look-ahead.ts';
import {annotatedFor} from './node-annotations.ts';
import {type BuildNode, describeNode, openNode, orderNodes, type Share, shareOut} from './nodes.ts';
import {sendContext} from './obtain-build.ts';
import {type ContextTools, type OpenedContext, openHere} from './open-context.ts';
import {openRemote} from './open-remote.ts';
import type {Opened} from './opened.ts';
import type {BuildOrigin} from './origin.ts';
import {Outcome, type Summarized} from './outcome.ts';
import {checkOutputs} from './outputs.ts';
import {type BuildPlan, planBuild} from './plan.ts';
import {buildRemotely, type RemoteBuild} from './remote-build.ts';
import {platformsIn} from './remote-image.ts';
import {platformDigests, publishByDigest, publishRemotely, type RemotePublishTools} from './remote-publish.ts';
import {NO_RESULTS, platformOf} from './results.ts';
import {withRoom} from './room.ts';
import type {EngineChoice, Inputs, RunTools} from './run-inputs.ts';
import {type OpenServices, openServices} from './session-services.ts';
import {sideBySide} from './side-by-side.ts';
import {Story} from './story.ts';
import {withEngine} from './with-engine.ts';

export interface RemoteInputs extends Omit<Inputs, 'engine' | 'engines' | 'origin'> {
  readonly origin: BuildOrigin;
  readonly nodes: readonly [BuildNode, ...BuildNode[]];
  /** Takes the image; undefined when it is not to be loaded. */
  readonly loadInto: EngineChoice | undefined;
}

export type RemoteTools = RunTools & RemotePublishTools;

/** What a BuildKit of its own counts as where an engine's facts are asked for. */
const FACTS: EngineFacts = {
  product: 'docker',
  version: 'BuildKit',
  apiVersion: NEWEST_API,
  engineApiVersion: NEWEST_API,
  store: 'containerd',
  driver: '',
  hasBuildKit: true,
  experimental: false,
  os: 'linux',
  architecture: '',
  name: '',
  root: '',
  warnings: [],
};

/** Throws the first failure; what was found out before it has been told to `onResults`. */
export async function runRemotely(inputs: RemoteInputs, tools: RemoteTools): Promise<void> {
  const {log, signal} = tools;
  if (inputs.origin.call !== 'build') return checkRemotely(inputs, tools);
  const [first] = inputs.tags;
  const story = new Story('build', first && formatFamiliar(first));
  let outcome: Summarized | undefined;
  const onOutcome = (made: Summarized) => {
    outcome = made;
  };
  try {
    const telling = {...tools, story, onOutcome};
    const needed = await withoutReuse(inputs, telling);
    if (needed !== undefined) await buildAndPublish(needed, telling);
  } catch (error) {
    story.fail(error);
    throw error;
  } finally {
    log.endGroup();
    const facts = signal.aborted ? undefined : story.end(outcome?.image(inputs.push));
    if (facts !== undefined) await tools.onSummary?.(facts);
    if (signal.aborted) tools.onResults(NO_RESULTS);
  }
}

/** Asks the frontend of the first node that answers. */
async function checkRemotely(inputs: RemoteInputs, tools: RemoteTools): Promise<void> {
  const {checkDockerfile} = await import('./check.ts');
  const {platform} = inputs.origin;
  await using open = new AsyncDisposableStack();
  const asking = async (): Promise<Asked> => {
    const node = open.use(await openNode(orderNodes(inputs.nodes, platform, repositoryOf(inputs)), tools));
    tools.log.info(`Builder: ${describeNode(node)}`);
    return {
      facts: FACTS,
      name: `BuildKit at ${node.name}`,
      connect: async (headers, signal) => openTunnel(node.client, headers, signal),
      open: node.reopen,
    };
  };
  await checkDockerfile(asking(), inputs, tools);
}

/** Who builds something goes by it. */
function repositoryOf({tags: [first]}: RemoteInputs): string {
  return first === undefined ? '' : familiarRepository(first);
}

interface TellingTools extends RemoteTools {
  readonly story: Story;
  readonly onOutcome: (outcome: Summarized) => void;
}

/** As in run.ts; what BuildKit is to push by digest is no different from what we would. */
async function withoutReuse(inputs: RemoteInputs, tools: TellingTools): Promise<RemoteInputs | undefined> {
  if (inputs.skip === undefined) return inputs;
  const {reuse} = await import('./reuse.ts');
  const {pushByDigest} = inputs.origin.control;
  const needed = await reuse({...inputs, untagged: pushByDigest}, {...tools, opening: undefined});
  return needed && {...needed, untagged: []};
}

async function buildAndPublish(inputs: RemoteInputs, tools: TellingTools): Promise<void> {
  const {log, story} = tools;
  const {origin, push} = inputs;
  const request = planRemotely(origin);
  const api = chooseApi(origin.control, 'daemon', 'buildkit');
  for (const notice of request.notices) log.notice(notice);
  for (const warning of [...request.warnings, ...api.warnings]) log.warning(warning);
  const platforms = origin.platform === undefined ? origin.control.platforms : [origin.platform];
  const shares = shareOut(inputs.nodes, platforms, repositoryOf(inputs));
  checkOutputs(inputs.outputs, FACTS);
  if (shares.length > 1) {
    checkSeveral(inputs);
    warnOfReplacing(api.inputs, log);
  }
  await using place = await openPlace(origin, {...tools, workspace: inputs.workspace});
  await using services = await openServices(origin, tools.startAgent);
  await using open = new AsyncDisposableStack();
  const {pushByDigest} = origin.control;
  const pushing = {
    ...inputs,
    push: push || pushByDigest.length > 0,
    untagged: pushByDigest,
    engine: inputs.nodes.find(({address}) => address.kind !== 'unix') ?? inputs.nodes[0],
  };
  const builds = await withPreflight(pushing, {isFromHere: shares.length > 1, tools}, (limited) =>
    buildAll(shares, {inputs, plan: request, control: api.inputs, place, services, open}, {...tools, signal: limited}),
  );
  const [main] = builds as [RemoteBuild];
  const {image, entries} = main.built;
  const obtained = {image, summary: main.summary};
  story.obtain(obtained);
  for (const {digest, built} of builds) {
    const platforms = platformsIn(built).map(formatPlatform);
    log.info(`Built ${digest} for ${platforms.join(', ')}, ${formatBytes(built.image.size)}`);
  }
  await lookInto(builds, inputs, tools);
  const buildRef = `buildkit/${new URL(main.node.name).host || 'local'}/${randomBytes(12).toString('hex')}`;
  const outcome = new Outcome({buildRef, obtained}, tools.onResults);
  tools.onOutcome(outcome);
  outcome.tell({
    steps: stepsOf(entries),
    ...(!push && builds.length === 1 && {digest: main.digest, descriptor: image.descriptor}),
  });
  await writeAndLoad(main, inputs, {...tools, outcome});
  if (pushByDigest.length > 0) {
    story.begin('Push');
    tools.onPushing();
    const pushed = await publishByDigest(builds, pushByDigest, tools);
    const imageRefs = pushed.map(({reference}) => formatFamiliar(reference));
    outcome.tell({imageRefs, repositories: pushByDigest, ...(builds.length === 1 && {digest: pushed[0]?.digest})});
    for (const name of imageRefs) log.info(`Published ${name}`);
  }
  if (push) await pushTags(builds, {inputs, outcome}, tools);
}

/** Throws PublishFailed, when what was published has been told. */
async function pushTags(
  builds: readonly RemoteBuild[],
  {inputs, outcome}: {readonly inputs: RemoteInputs; readonly outcome: Outcome},
  tools: TellingTools,
): Promise<void> {
  const {log, story} = tools;
  const {tags} = inputs;
  story.begin('Push');
  tools.onPushing();
  log.group(`Push ${count(tags.length, 'reference')} from ${builds.map(({node}) => node.name).join(', ')}`);
  const {pushed, failed, repositories, digest, descriptor} = await publishRemotely(builds, inputs, tools);
  const imageRefs = pushed.map((reference) => formatFamiliar({...reference, digest}));
  const names = {pushed: pushed.map(formatFamiliar), failed: failed.map(({reference}) => reference)};
  const platforms = platformDigests(builds);
  outcome.tell({imageRefs, ...names, repositories, tags, platforms, ...(failed.length === 0 && {digest, descriptor})});
  if (failed.length > 0) throw new PublishFailed(imageRefs, failed);
  log.endGroup();
}

interface BuildParts {
  readonly inputs: RemoteInputs;
  readonly plan: BuildPlan;
  readonly control: ControlInputs;
  readonly place: OpenedContext;
  readonly services: OpenServices;
  /** Takes what was built, to dispose of it. */
  readonly open: AsyncDisposableStack;
}

/** On all machines at the same time. */
async function buildAll(
  shares: readonly Share[],
  {inputs, plan, control, place, services, open}: BuildParts,
  tools: TellingTools,
): Promise<readonly RemoteBuild[]> {
  const {origin, outputs, tags, loadInto} = inputs;
  const wanted = {outputs, load: loadInto !== undefined, names: tags.map(formatReference), temp: tools.temp};
  const met: string[] = [];
  const onNode = (description: string) => {
    met.push(description);
    tools.story.meet(met.join('; '));
  };
  const build = async ({platforms, order}: Share, own: TellingTools): Promise<RemoteBuild> => {
    const sending = await sendContext(place, undefined, {origin, plan}, own);
    const request = shares.length === 1 ? plan.request : annotatedFor(platforms, plan.request);
    const job = {order, platforms, request, place, sending, services, inputs: control, tags, wanted, onNode};
    return open.use(await buildRemotely(job, own));
  };
  const names = shares.map(({platforms}) => platforms.map(formatPlatform).join(', '));
  tools.log.group(`Build with BuildKit${names[0] === '' ? '' : ` for ${names.join(', ')}`}`);
  const [first, ...others] = shares as [Share];
  const builds =
    others.length === 0
      ? [await build(first, tools)]
      : await sideBySide(
          shares.map((share, at) => ({
            name: names[at] ?? '',
            run: ({log, signal}) => build(share, {...tools, log, signal}),
          })),
          tools,
        );
  tools.log.endGroup();
  return builds;
}

async function openPlace(origin: BuildOrigin, tools: ContextTools): Promise<OpenedContext> {
  return (await openHere(origin, tools)) ?? (await openRemote(origin, {builder: 'buildkit', facts: FACTS}, tools));
}

/** Throws InvalidInput for what BuildKit would drop without a word. */
function planRemotely(origin: BuildOrigin): BuildPlan {
  const used: Readonly<Record<string, unknown>> = {
    memory: origin.memory,
    'memory-swap': origin.memorySwap,
    'cpu-shares': origin.cpuShares,
    'cpuset-cpus': origin.cpusetCpus,
    'cpu-period': origin.cpuPeriod,
    'cpu-quota': origin.cpuQuota,
    squash: origin.squash || undefined,
    'keep-containers': origin.keepContainers === 'never' ? undefined : true,
    'builder-version': origin.builderVersion === '1' ? true : undefined,
  };
  const odd = Object.keys(used).find((name) => used[name] !== undefined);
  if (odd !== undefined)
    throw new InvalidInput(odd, 'BuildKit of its own does not know it', 'leave it out, or leave builder out');
  // This one it knows, where an engine's does not.
  const plan = planBuild({...origin, cgroupParent: undefined}, FACTS, formatReference);
  return {...plan, request: {...plan.request, cgroupParent: origin.cgroupParent}};
}

/** What one machine alone has to make. */
function checkSeveral({outputs, loadInto, push, origin}: RemoteInputs): void {
  const what = outputs.length > 0 ? 'outputs' : loadInto === undefined ? undefined : 'load';
  if (what !== undefined)
    throw new InvalidInput(
      what,
      'the platforms are built on different machines, and no one of them has all',
      'use one step for each platform',
    );
  if (!push && origin.control.pushByDigest.length === 0)
    throw new InvalidInput(
      'push',
      'platforms that are built on different machines come together in a registry',
      'set push: true',
    );
}

/** Every image, searched for secrets before it gets a name anywhere (hardening S2). */
async function lookInto(
  builds: readonly RemoteBuild[],
  {push: toTags, tags, origin, leakGuard}: RemoteInputs,
  tools: RemoteTools,
): Promise<void> {
  const {credentials, log, signal} = tools;
  const push = toTags || origin.control.pushByDigest.length > 0;
  if (push)
    await Promise.all(tags.map(({registry, path}) => credentials.find({registry, repository: path, action: 'push'})));
  const secrets = tools.secrets();
  if (secrets.length === 0) return;
  for (const {image, entries} of builds.flatMap(({built}) => built.all))
    await guardImage(
      undefined,
      {obtained: {image}, entries},
      {secrets, guard: leakGuard, added: origin.imageAttributes, push, log, signal},
    );
}

async function writeAndLoad(
  build: RemoteBuild,
  inputs: RemoteInputs,
  tools: TellingTools & {readonly outcome: Outcome},
): Promise<void> {
  const {outputs, loadInto, tags} = inputs;
  const {log, signal, outcome, story} = tools;
  if (outputs.length > 0) {
    story.begin('Write');
    log.group(`Write ${count(outputs.length, 'output')}`);
    outcome.tell({files: await build.results.save(platformOf(build.built.image), {log, signal})});
    log.endGroup();
  }
  if (loadInto === undefined) return;
  story.begin('Load');
  const loading = async (opening: Promise<Opened>) => {
    const {engine, ledger} = await opening;
    for (const tag of tags) await ledger.name(formatFamiliar(tag));
    for await (const event of load(engine, build.results.archive(), {signal})) {
      if (event.kind === 'loaded') log.info(`Loaded ${event.name}`);
      else if (event.kind === 'loaded-id') log.info(`Loaded ${event.id}`);
    }
  };
  await withEngine(loadInto, tools, (opening) => withRoom(opening, inputs, tools, () => loading(opening)));
  outcome.tell({tags});
}
