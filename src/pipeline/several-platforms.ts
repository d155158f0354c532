/**
 * One image for several platforms: a build for each, all of them from the same context, and an index around what came of
 * them. Works with every engine, as each build is one like any other. No tag moves before all platforms are there.
 */
import {randomBytes} from 'node:crypto';
import type {Engine} from '../engine/facts.ts';
import {formatPlatform, type Platform} from '../registry/platform.ts';
import {count, formatBytes} from '../report/units.ts';
import {type Cache, warnOfReplacing} from './control-inputs.ts';
import type {Delivery, Parcel} from './delivery.ts';
import {pushesDirectly} from './direct-push.ts';
import {InvalidInput, WrongPlatform} from './errors.ts';
import {keepPlatforms} from './local-platforms.ts';
import {withPreflight} from './look-ahead.ts';
import {type ObtainBuildTools, obtainBuild} from './obtain-build.ts';
import type {Obtained} from './obtained.ts';
import type {Opened} from './opened.ts';
import type {BuildOrigin} from './origin.ts';
import type {Summarized} from './outcome.ts';
import {openDelivery, tellPlaced} from './own-push.ts';
import {descriptorOf, PlatformsOutcome} from './platforms-outcome.ts';
import {formatDescriptor, formatDigests, type PlatformDigest} from './results.ts';
import {withRoom} from './room.ts';
import type {EngineChoice, Inputs, RunTools} from './run-inputs.ts';
import {SharedParts} from './shared-parts.ts';
import {type Surroundings, sideBySide} from './side-by-side.ts';
import type {Story} from './story.ts';
import {withEngine} from './with-engine.ts';

export interface SeveralTools extends RunTools {
  readonly story: Story;
  readonly onOutcome: (outcome: Summarized) => void;
  /** Searches an image for secrets; what it finds is cut out of what it gives back. */
  readonly look: (engine: Engine, obtained: Obtained) => Promise<{readonly obtained: Obtained}>;
}

export interface SeveralInputs extends Inputs {
  readonly origin: BuildOrigin;
}

interface Built extends Opened, Obtained {
  readonly platform: Platform;
  readonly parcel: Parcel | undefined;
}

/** Throws the first failure, upon which the other builds are stopped; PublishFailed when some references are out. */
export async function publishPlatforms(
  opening: Promise<Opened>,
  inputs: SeveralInputs,
  tools: SeveralTools,
): Promise<void> {
  const {platforms, outputs, push} = inputs;
  const odd = outputs.find(({platform}) => platform === undefined);
  if (odd !== undefined) {
    throw new InvalidInput(
      'outputs',
      `${count(platforms.length, 'platform')} are built, and type=${odd.type},dest=… is a file of one`,
      `say of which, for example platform=${formatPlatform(platforms[0] as Platform)}`,
    );
  }
  opening.catch(() => {});
  await withEngines([...new Set(inputs.engines.values())], tools, async (others) => {
    await using delivery = push ? await openDelivery(inputs, tools) : undefined;
    const engineFor = (platform: Platform) => {
      const choice = inputs.engines.get(formatPlatform(platform));
      return (choice && others.get(choice)) ?? opening;
    };
    const built = await withPreflight(inputs, {isFromHere: true, tools}, (signal) =>
      buildAll(engineFor, {inputs, delivery}, {...tools, signal}),
    );
    await finish(built, {inputs, delivery}, tools);
  });
}

/** Opens them all for the time of the work. */
async function withEngines<T>(
  choices: readonly EngineChoice[],
  tools: RunTools,
  work: (opened: ReadonlyMap<EngineChoice, Promise<Opened>>) => Promise<T>,
): Promise<T> {
  const [first, ...rest] = choices;
  if (first === undefined) return work(new Map());
  return withEngine(first, tools, (opening) => {
    opening.catch(() => {});
    return withEngines(rest, tools, (others) => work(new Map([...others, [first, opening]])));
  });
}

interface Job {
  readonly inputs: SeveralInputs;
  readonly delivery: Delivery | undefined;
}

/** Builds for engines with BuildKit go on at the same time; others build one after the other. */
async function buildAll(
  engineFor: (platform: Platform) => Promise<Opened>,
  {inputs, delivery}: Job,
  tools: SeveralTools,
): Promise<readonly Built[]> {
  const queues = new Map<Engine, Promise<unknown>>();
  await using held = new AsyncDisposableStack();
  const shared = new Map<Engine, SharedParts>();
  const sharedOn = (engine: Engine) => {
    const parts = shared.get(engine) ?? held.use(new SharedParts());
    shared.set(engine, parts);
    return parts;
  };
  const groups = Map.groupBy(inputs.platforms, engineFor);
  if (groups.size > 1) warnOfReplacing(inputs.origin.control, tools.log);
  /** What is written once for all platforms of an engine. */
  const cachesOf = async (opening: Promise<Opened>): Promise<readonly Cache[]> => {
    const {engine} = await opening;
    const isOne = groups.get(opening)?.length === 1;
    if (isOne || inputs.origin.control.cacheTo.length === 0 || isMixingPlatforms(engine, inputs.origin)) return [];
    const {exportedCaches} = await import('./export-caches.ts');
    return exportedCaches(inputs.origin, engine.facts);
  };
  const one = async (platform: Platform, at: number, around: Surroundings): Promise<Built> => {
    const opening = engineFor(platform);
    const opened = await opening;
    const {engine} = opened;
    const origin = withoutCaches(inputs.origin, await cachesOf(opening));
    const own = {...tools, ...around, shared: sharedOn(engine)};
    delivery?.meet(engine);
    const work = () => buildOne(opened, {inputs: {...inputs, origin}, delivery, platform, slot: `p${at}`}, own);
    if (!isMixingPlatforms(engine, inputs.origin)) return work();
    const turn = (queues.get(engine) ?? Promise.resolve()).then(work);
    queues.set(
      engine,
      turn.catch(() => {}),
    );
    return turn;
  };
  const names = inputs.platforms.map(formatPlatform);
  tools.log.group(`Build for ${names.join(', ')}`);
  const builds = inputs.platforms.map((platform, at) => ({
    name: names[at] ?? '',
    run: (around: Surroundings) => one(platform, at, around),
  }));
  const built = await sideBySide(builds, tools);
  for (const [opening, platforms] of groups) {
    const caches = await cachesOf(opening);
    if (caches.length === 0) continue;
    const {exportCaches} = await import('./export-caches.ts');
    const opened = await opening;
    const around = {...tools, workspace: inputs.workspace, tags: undefined, shared: sharedOn(opened.engine)};
    await exportCaches(opened, inputs.origin, {platforms, caches}, around);
  }
  tools.log.endGroup();
  return built;
}

function withoutCaches(origin: BuildOrigin, caches: readonly Cache[]): BuildOrigin {
  if (caches.length === 0) return origin;
  const {control} = origin;
  return {...origin, control: {...control, cacheTo: control.cacheTo.filter((cache) => !caches.includes(cache))}};
}

async function buildOne(
  opened: Opened,
  {inputs, delivery, platform, slot}: Job & {readonly platform: Platform; readonly slot: string},
  tools: SeveralTools & Pick<ObtainBuildTools, 'shared'>,
): Promise<Built> {
  const {log, look} = tools;
  const {origin, workspace} = inputs;
  const around = {...tools, workspace, tags: undefined};
  const staysThere = inputs.load || inputs.outputs.length > 0;
  const directPush =
    !staysThere && pushesDirectly(opened.engine, origin) ? await delivery?.directly(opened.engine, slot) : undefined;
  const build = async (given: BuildOrigin): Promise<Obtained> => {
    const opening = Promise.resolve(opened);
    const made = await withRoom(opening, inputs, tools, () => obtainBuild(opening, given, around, {directPush}));
    if (made.image === undefined) throw new TypeError('a build without an output of its own leaves an image');
    return made;
  };
  const found = await build({...origin, platform}).catch((error) => {
    // Caches of builders before BuildKit do not always tell platforms apart: without a base there is nothing that differs.
    if (!(error instanceof WrongPlatform) || !isMixingPlatforms(opened.engine, origin) || origin.noCache) throw error;
    log.notice(`${formatPlatform(platform)} is built again without the cache, which had layers of another platform`);
    return build({...origin, platform, noCache: true});
  });
  const {obtained} = await look(opened.engine, found);
  const {image} = obtained;
  log.info(`Built ${image.id}, ${formatBytes(image.size)}`);
  const take = () => delivery?.take(opened.engine, image, {slot, platform}, {log});
  const parcel = await (obtained.unstored ? delivery?.accept(image.id, {slot, platform}) : take());
  return {...opened, ...obtained, platform, parcel};
}

function isMixingPlatforms({facts}: Engine, {builderVersion}: BuildOrigin): boolean {
  return facts.product === 'podman' || !facts.hasBuildKit || builderVersion === '1';
}

/** Names, files and tags, once all platforms are there. */
async function finish(built: readonly Built[], {inputs, delivery}: Job, tools: SeveralTools): Promise<void> {
  const {log, story, signal} = tools;
  const [first] = built as readonly [Built, ...Built[]];
  story.obtain(first);
  story.begin('Tag');
  const buildRef = `engine/${first.engine.facts.name || 'unknown'}/${randomBytes(12).toString('hex')}`;
  const tell = new PlatformsOutcome({buildRef, all: built}, tools.onResults);
  tools.onOutcome(tell);
  if (!inputs.push || inputs.load) {
    const {names, index} = await keepPlatforms(built, inputs.tags, {log, signal});
    tell.more({tags: names, ...(index && !inputs.push && descriptorOf(index))});
  }
  await saveFiles(built, inputs, tools, (files) => tell.more({files}));
  if (delivery === undefined) return;
  story.begin('Push');
  tools.onPushing();
  const parcels = built.flatMap(({parcel}) => parcel ?? []);
  const index = delivery.assemble(parcels);
  const {tags, untagged} = inputs;
  log.group(untagged.length > 0 ? 'Push by digest' : `Push ${count(tags.length, 'reference')}`);
  const placed = await delivery.place(index, parcels);
  log.endGroup();
  const repositories = placed.repositories;
  const digests = formatDigests(
    built.flatMap(({platform, parcel, image}): readonly PlatformDigest[] => {
      if (parcel === undefined) return [];
      const {mediaType, digest, bytes} = parcel.top;
      return [{platform, descriptor: {mediaType, digest, size: bytes.length}, imageId: image.id}];
    }),
  );
  const whole = descriptorOf(index);
  const done = placed.failed.length === 0 && {
    ...whole,
    descriptor: formatDescriptor(whole.about, undefined, repositories),
  };
  tellPlaced(placed, {digest: index.digest, tags}, {log, tell: (known) => tell.more({...known, digests, ...done})});
}

async function saveFiles(
  built: readonly Built[],
  {outputs, tags}: Inputs,
  tools: SeveralTools,
  told: (files: readonly string[]) => void,
): Promise<void> {
  if (outputs.length === 0) return;
  const {saveOutputs} = await import('./outputs.ts');
  const files: string[] = [];
  for (const {engine, image, platform} of built) {
    const own = outputs.filter(
      (output) => output.platform && formatPlatform(output.platform) === formatPlatform(platform),
    );
    if (own.length > 0) files.push(...(await saveOutputs(engine, {image, tags, outputs: own}, tools)));
    told([...files]);
  }
}
