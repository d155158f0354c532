/** Source `build`: engine and context side by side, then the build. */
import {type ContextTar, listForTar} from '../context/source.ts';
import type {Builder} from '../engine/build.ts';
import type {Engine} from '../engine/facts.ts';
import {formatFamiliar, formatReference, type Reference, type TaggedReference} from '../registry/reference.ts';
import type {BuildJob, BuildTools, KeepSession} from './build-image.ts';
import type {Control} from './control.ts';
import type {ControlInputs} from './control-inputs.ts';
import type {DirectPush} from './direct-push.ts';
import {type ApiChoice, chooseApi} from './engine-api.ts';
import {epochOf} from './epoch.ts';
import type {LayerCache, LayerJob, LayerTools} from './layer-cache.ts';
import type {Exported, Obtained} from './obtained.ts';
import {type ContextTools, type OpenedContext, openHere} from './open-context.ts';
import type {BuildingEngine} from './open-remote.ts';
import type {Opened} from './opened.ts';
import type {BuildOrigin} from './origin.ts';
import type {FileOutput} from './outputs.ts';
import {type BuildPlan, planBuild} from './plan.ts';
import {type SendTools, sayUnhidden, sendAsItIs, sendParts, sendTar, sizeOf} from './send-context.ts';
import type {Sending} from './sending.ts';
import type {SessionInputs} from './session-inputs.ts';
import {SharedParts} from './shared-parts.ts';

const BUILDER_NAMES: Readonly<Record<Builder, string>> = {
  buildkit: 'BuildKit',
  classic: 'the classic builder',
  podman: 'Buildah',
};

export interface ObtainBuildTools extends Omit<BuildTools, 'ledger'>, ContextTools, LayerTools {
  /** Names that the image will get; undefined where another one gets them, which this is only a part of. */
  readonly tags: readonly TaggedReference[] | undefined;
  /** A directory for files that do not outlive the step. */
  readonly temp: string;
  /** Of builds from the same inputs but for the platform, on one engine; undefined for a build that is the only one. */
  readonly shared?: SharedParts | undefined;
}

/** What is done with the result instead of storing it, by a builder that can; no image stays in the engine then. */
export interface Unstored {
  /** All that is wanted of the build is sent. */
  readonly soleOutput?: FileOutput | undefined;
  readonly directPush?: DirectPush | undefined;
}

/** A fault of the context is told before one of the engine. */
export async function obtainBuild(
  opening: Promise<Opened>,
  origin: BuildOrigin,
  tools: ObtainBuildTools,
  {soleOutput, directPush}: Unstored,
): Promise<Obtained | Exported> {
  const {log} = tools;
  await using own = new SharedParts();
  const parts = tools.shared ?? own;
  // While the engine says what it is. A build that cannot be done does without.
  const loading = import('./builders-side.ts');
  loading.catch(() => {});
  const [opened, here] = await Promise.allSettled([opening, parts.get('early', () => openEarly(origin, tools))]);
  if (here.status === 'rejected') throw here.reason;
  if (opened.status === 'rejected') throw opened.reason;
  const {engine, ledger} = opened.value;
  const plan = planBuild({...origin, ...besidesContext(origin)}, engine.facts, formatFamiliar);
  const {builder} = plan.request;
  const place = await openPlace(parts, origin, {builder, facts: engine.facts}, tools);
  const choice = chooseApi(origin.control, engine.facts, builder);
  for (const notice of plan.notices) log.notice(notice);
  for (const warning of [...plan.warnings, ...choice.warnings]) log.warning(warning);
  for (const line of choice.lines) log.info(line);
  const {buildImage, openServices} = await loading;
  const services = await parts.get('services', () => openServices(origin, tools.startAgent));
  using control = choice.api === 'build' ? undefined : await openControl(engine, choice, tools);
  await using layers = await openLayers({engine, builder, carried: choice.carried, origin, place}, parts, tools);
  const build = async (
    opened: OpenedContext,
    listed: ContextTar | undefined,
    {tools: around, cacheFrom, rebuilt}: Attempt,
  ): Promise<Obtained | Exported> => {
    const which = `${opened === place ? '' : ' instead'}${rebuilt === undefined ? '' : ' again'}`;
    const sending = await parts.get(`sending${which}`, () => sendContext(opened, listed, {origin, plan}, around));
    await using receiving =
      soleOutput === undefined || builder !== 'buildkit' || rebuilt !== undefined
        ? undefined
        : (await import('./receive-output.ts')).receiveOutput(soleOutput, around);
    const {context, dockerfileText, named, fetched} = opened;
    const pushing = builder === 'buildkit' && rebuilt === undefined ? directPush : undefined;
    const about = {context, dockerfileText, dockerfile: named, fetched, cacheFrom, services, receiving, pushing};
    const how = requestFor(plan, origin, {choice, control}, {cacheFrom, rebuilt, tools: around});
    // In a session that it knows BuildKit goes by that, and notes no content to find layers by in what is built for them.
    await using alone = new SharedParts();
    const session: KeepSession = (open) => (rebuilt === undefined ? parts : alone).get(`session${which}`, open);
    return await buildImage(engine, {...how, sending, ...about, session}, {...around, ledger});
  };
  const buildOnce = async (opened: OpenedContext, listed: ContextTar | undefined): Promise<Obtained | Exported> => {
    log.group(`Build with ${BUILDER_NAMES[builder]}${control?.client === undefined ? '' : ', by its Control API'}`);
    const attempt = {tools, cacheFrom: [...(layers?.references ?? []), ...origin.cacheFrom], rebuilt: undefined};
    const made = await build(opened, listed, attempt);
    log.endGroup();
    if (layers !== undefined && choice.carried.to.length > 0) {
      const [{keepLayers}, {silenced}] = await Promise.all([import('./keep-layers.ts'), import('./quiet-log.ts')]);
      const quiet = {...tools, log: silenced(log), annotateWarnings: false};
      // The classic builder has built all stages, and would only pull its caches again.
      const cacheFrom = builder === 'classic' ? [] : attempt.cacheFrom;
      await keepLayers(layers, made, async (stage) => {
        const {image} = await build(opened, listed, {tools: quiet, cacheFrom, rebuilt: {stage}});
        if (image === undefined) throw new TypeError('a build without an output of its own leaves an image');
        return image;
      });
    }
    return made;
  };
  try {
    return await buildOnce(place, here.value.tar);
  } catch (error) {
    if (place.remote === undefined) throw error;
    const {openInstead} = await import('./open-remote.ts');
    const other = await parts.get('instead', () => openInstead(origin, error, tools));
    if (other === undefined) throw error;
    return await buildOnce(other, undefined);
  }
}

/** One call of the builder. */
interface Attempt {
  readonly tools: ObtainBuildTools;
  readonly cacheFrom: readonly Reference[];
  /** What was built before is built again for the sake of its layers: this stage of it, or all. */
  readonly rebuilt: {readonly stage: string | undefined} | undefined;
}

/** Where there are caches for us to carry. */
async function openLayers(
  job: Omit<LayerJob, 'kept'>,
  parts: SharedParts,
  tools: LayerTools,
): Promise<LayerCache | undefined> {
  const {from, to} = job.carried;
  if (from.length + to.length === 0) return undefined;
  const [{LayerCache: Cache}, {KeptLayers}] = await Promise.all([
    import('./layer-cache.ts'),
    import('./kept-layers.ts'),
  ]);
  const kept = await parts.get('kept layers', async () => new KeptLayers());
  return Cache.open({...job, kept}, tools);
}

/** Loaded where it is used. */
async function openControl(engine: Engine, choice: ApiChoice, tools: ObtainBuildTools): Promise<Control> {
  const {openControl: open} = await import('./control.ts');
  return open(engine, choice, tools);
}

interface Api {
  readonly choice: ApiChoice;
  readonly control: Control | undefined;
}

/** The request, and what is said beside it where it goes by the Control API. */
function requestFor(
  {request}: BuildPlan,
  {platform}: BuildOrigin,
  {choice, control}: Api,
  {cacheFrom, rebuilt, tools}: Attempt,
): Pick<BuildJob, 'request' | 'platforms' | 'control'> {
  const inputs = control?.inputs ?? choice.inputs;
  const client = control?.client;
  const epoch = epochOf(request.buildArgs);
  const names = request.builder === 'podman' ? [] : cacheFrom.map(formatFamiliar);
  if (rebuilt !== undefined)
    return {
      request: rebuildOf({...request, cacheFrom: names}, rebuilt.stage),
      // A stage may be for the platform of the builder.
      platforms: [],
      control: control && client && {client, reopen: control.reopen, inputs: withoutResults(inputs), epoch},
    };
  const buildArgs = withInlineCache(request.buildArgs, inputs);
  return {
    request: {...request, buildArgs, cacheFrom: names, tags: subjectsOf(inputs, tools)},
    platforms: platform === undefined ? inputs.platforms : [platform],
    control: control && client && {client, reopen: control.reopen, inputs, epoch},
  };
}

/**
 * What is attested is said of a name, and of nothing where the image has none yet: only then it gets its names from the
 * builder (docs/decisions/0001-tag-after-the-build.md).
 */
function subjectsOf({attestations}: ControlInputs, {tags, log}: ObtainBuildTools): readonly string[] {
  if (attestations.size === 0 || tags === undefined) return [];
  if (tags.length === 0) log.warning('what is attested of an image without tags names no subject: give it a tag');
  return tags.map(formatReference);
}

/** Both ways know it as a build argument. */
function withInlineCache(
  buildArgs: ReadonlyMap<string, string>,
  {cacheTo}: ControlInputs,
): ReadonlyMap<string, string> {
  return cacheTo.some(({type}) => type === 'inline') ? new Map([...buildArgs, INLINE_CACHE]) : buildArgs;
}

const INLINE_CACHE = ['BUILDKIT_INLINE_CACHE', '1'] as const;
/** Makes it another image than the one that is published. */
const LAYERS_LABEL = ['stowage.layers', '1'] as const;

/** The same again, or a stage of it, as an image that only holds layers. */
function rebuildOf(request: BuildPlan['request'], stage: string | undefined): BuildPlan['request'] {
  const isBuildKit = request.builder === 'buildkit';
  return {
    ...request,
    target: stage ?? request.target,
    buildArgs: isBuildKit ? new Map([...request.buildArgs, INLINE_CACHE]) : request.buildArgs,
    labels: new Map([...request.labels, LAYERS_LABEL]),
    noCache: false,
    pull: false,
    tags: [],
    outputs: [],
  };
}

/** What shapes the steps, without what is made of them. */
function withoutResults(inputs: ControlInputs): ControlInputs {
  return {...inputs, noCacheFilters: [], cacheTo: [], attestations: new Map()};
}

/** Disposed of with the place in it. */
interface Early extends AsyncDisposable {
  /** Undefined where it depends on the engine who fetches the context. */
  readonly place: OpenedContext | undefined;
  readonly tar: ContextTar | undefined;
}

/** Also lists the context when there is no doubt that all of it will be sent. */
async function openEarly(origin: BuildOrigin, tools: ContextTools): Promise<Early> {
  const place = await openHere(origin, tools);
  const isTar = origin.contextTransfer === 'tar' || origin.builderVersion === '1';
  return {
    place,
    tar: isTar && place?.context ? await listForTar(place.context, tools.signal) : undefined,
    [Symbol.asyncDispose]: async () => place?.[Symbol.asyncDispose](),
  };
}

interface Choice {
  readonly origin: BuildOrigin;
  readonly plan: BuildPlan;
}

/** Makes the context ready to be sent, and tells how. */
export async function sendContext(
  place: OpenedContext,
  listed: ContextTar | undefined,
  {origin, plan}: Choice,
  tools: SendTools,
): Promise<Sending> {
  const {log, signal} = tools;
  const {context, identity} = place;
  const say = (how: string) => {
    for (const line of place.lines(how)) log.info(line);
  };
  if (context === undefined) {
    say('');
    return sendAsItIs(place, tools);
  }
  if (plan.transfer === 'sync') {
    say('sent file by file as the build asks for it');
    const {target, contextTransfer} = origin;
    return sendParts(context, {identity, target, isStrict: contextTransfer === 'sync'}, tools);
  }
  const tar = listed ?? (await listForTar(context, signal));
  say(sizeOf(tar));
  for (const warning of tar.warnings) log.warning(warning);
  if (plan.request.builder === 'buildkit') sayUnhidden(tar, log);
  return sendTar(tar, tools);
}

/** The context of a build, or of another one that shares its parts. */
export async function openPlace(
  parts: SharedParts,
  origin: BuildOrigin,
  engine: BuildingEngine,
  tools: ContextTools,
): Promise<OpenedContext> {
  const {place} = await parts.get('early', () => openEarly(origin, tools));
  return place ?? parts.get('elsewhere', () => openElsewhere(origin, engine, tools));
}

async function openElsewhere(origin: BuildOrigin, engine: BuildingEngine, tools: ContextTools): Promise<OpenedContext> {
  const {openRemote} = await import('./open-remote.ts');
  return openRemote(origin, engine, tools);
}

/** What the steps may use: git itself can do with what is only for fetching the context, whoever builds. */
function besidesContext({context, secrets, ssh}: BuildOrigin): SessionInputs {
  if (context.kind !== 'git') return {secrets, ssh};
  if (context.source.scheme === 'ssh') return {secrets, ssh: []};
  return {secrets: new Map([...secrets].filter(([id]) => !/^GIT_AUTH_(?:TOKEN|HEADER)(?:\.|$)/.test(id))), ssh};
}
