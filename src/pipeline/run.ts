/** One run of the action: get the image, name it, write files of it, push, verify, report. */
import {randomBytes} from 'node:crypto';
import {relative} from 'node:path';
import {describeEngine, type Engine} from '../engine/facts.ts';
import {formatPlatform, type Platform} from '../registry/platform.ts';
import {formatFamiliar, type TaggedReference, uniqueRepositories} from '../registry/reference.ts';
import {count, formatBytes} from '../report/units.ts';
import {PublishFailed} from './errors.ts';
import {readHistory, stepsOf} from './layers.ts';
import type {Ledger} from './ledger.ts';
import {withPreflight} from './look-ahead.ts';
import {type ObtainBuildTools, obtainBuild} from './obtain-build.ts';
import {type Exported, isIndex, type Obtained} from './obtained.ts';
import type {Opened} from './opened.ts';
import type {BuildOrigin, Origin} from './origin.ts';
import {type Known, Outcome, type Summarized} from './outcome.ts';
import type {FileOutput} from './outputs.ts';
import {publish, tagImage} from './publish.ts';
import {formatBuildMetadata, NO_RESULTS, platformOf} from './results.ts';
import {withRoom} from './room.ts';
import type {Inputs, RunTools} from './run-inputs.ts';
import {Story} from './story.ts';
import {withEngine} from './with-engine.ts';

/** Throws the first failure; what was found out before it has been told to `onResults`. */
export async function run(inputs: Inputs, tools: RunTools): Promise<void> {
  const {log, signal} = tools;
  await withEngine(inputs.engine, tools, async (opening) => {
    try {
      const {origin} = inputs;
      if (origin.kind === 'build' && origin.call !== 'build') await check(opening, {...inputs, origin}, tools);
      else await publishFrom(opening, inputs, tools);
    } finally {
      // The engine goes on with what is under way in a cancelled push; nothing of it may be reported.
      if (signal.aborted) tools.onResults(NO_RESULTS);
    }
  });
  log.endGroup();
}

async function check(opening: Promise<Opened>, inputs: Inputs & {origin: BuildOrigin}, tools: RunTools): Promise<void> {
  opening.catch(() => {});
  const {askedOf, checkDockerfile} = await import('./check.ts');
  const asking = opening.then(({engine}) => askedOf(engine));
  await checkDockerfile(asking, inputs, tools);
}

/** Tells the job summary how it went, well or not. */
async function publishFrom(opening: Promise<Opened>, inputs: Inputs, tools: RunTools): Promise<void> {
  const [first] = inputs.tags;
  const [file] = inputs.outputs;
  const title = first === undefined ? file && relative(inputs.workspace, file.dest) : formatFamiliar(first);
  const story = new Story(inputs.origin.kind, title);
  opening.then(
    ({engine}) => story.meet(describeEngine(engine.facts)),
    () => {},
  );
  let outcome: Summarized | undefined;
  const onOutcome = (made: Summarized) => {
    outcome = made;
  };
  try {
    const telling = {...tools, story, onOutcome};
    const needed = await withoutReuse(opening, inputs, telling);
    if (needed !== undefined) await obtainAndPublish(opening, needed, telling);
  } catch (error) {
    story.fail(error);
    throw error;
  } finally {
    const facts = tools.signal.aborted ? undefined : story.end(outcome?.image(inputs.push));
    if (facts !== undefined) await tools.onSummary?.(facts);
  }
}

interface TellingTools extends RunTools {
  readonly story: Story;
  /** Given what is known, as soon as there is an image. */
  readonly onOutcome: (outcome: Summarized) => void;
}

/** What is still to be done where an image may be in a registry already; undefined for nothing. */
async function withoutReuse(
  opening: Promise<Opened>,
  inputs: Inputs,
  tools: TellingTools,
): Promise<Inputs | undefined> {
  const {origin} = inputs;
  if (inputs.skip === undefined || origin.kind !== 'build') return inputs;
  opening.catch(() => {});
  const {reuse} = await import('./reuse.ts');
  return reuse({...inputs, origin}, {...tools, opening});
}

async function obtainAndPublish(opening: Promise<Opened>, inputs: Inputs, tools: TellingTools): Promise<void> {
  const {log, story} = tools;
  const {origin, workspace, outputs} = inputs;
  if (origin.kind === 'build' && inputs.platforms.length > 0) {
    const {publishPlatforms} = await import('./several-platforms.ts');
    const look = (engine: Engine, found: Obtained) => lookInto(engine, found, inputs, tools);
    return publishPlatforms(opening, {...inputs, origin}, {...tools, look});
  }
  const saving = outputs.length === 0 ? undefined : import('./outputs.ts');
  const checked = opening.then(async (opened) => {
    (await saving)?.checkOutputs(outputs, opened.engine.facts);
    return opened;
  });
  const found = await withPreflight(inputs, {isFromHere: needsOwnPush(inputs), tools}, (signal) =>
    withRoom(checked, inputs, {...tools, signal}, () =>
      obtain(checked, origin, {...tools, workspace, tags: inputs.tags, signal}, soleOutput(inputs)),
    ),
  );
  const {engine, ledger} = await checked;
  const buildRef = `engine/${engine.facts.name || 'unknown'}/${randomBytes(12).toString('hex')}`;
  story.obtain(found);
  if (found.image === undefined) {
    const {summary, dest, size} = found;
    log.info(`Wrote ${dest}, ${size}`);
    const metadata = formatBuildMetadata({buildRef, summary});
    tools.onResults({...NO_RESULTS, metadata, files: [dest], reused: false});
    return;
  }
  story.begin('Tag');
  const {image} = found;
  const made = origin.kind === 'build' ? 'Built ' : '';
  log.info(`${made}${image.id} for ${formatPlatform(platformOf(image))}, ${formatBytes(image.size)}`);

  const {obtained, entries} = await lookInto(engine, found, inputs, tools);
  const outcome = new Outcome({buildRef, obtained}, tools.onResults);
  tools.onOutcome(outcome);
  await nameImage(engine, {inputs, obtained, outcome}, {...tools, ledger});
  outcome.tell({steps: entries && stepsOf(entries)});
  if (saving !== undefined) {
    const {saveOutputs} = await saving;
    story.begin('Write');
    log.group(`Write ${count(outputs.length, 'output')}`);
    const chosen = chosenPlatform(origin, obtained);
    const wanted = outputs.map((output) => ({...output, platform: output.platform ?? chosen}));
    outcome.tell({files: await saveOutputs(engine, {image, tags: inputs.tags, outputs: wanted}, tools)});
    log.endGroup();
  }
  if (!inputs.push) return;
  story.begin('Push');
  await push(engine, {inputs, obtained, outcome}, tools);
}

/** The image and its history, searched for secrets before it gets a name (hardening S2). */
async function lookInto(engine: Engine, obtained: Obtained, {origin, push, tags, leakGuard}: Inputs, tools: RunTools) {
  const {credentials, signal, log} = tools;
  const {image, unstored} = obtained;
  const reading = unstored ?? readHistory(engine, image, signal);
  // Known to the push only, otherwise, which would be too late.
  const accounts = push ? tags.map(({registry, path}) => ({registry, repository: path, action: 'push' as const})) : [];
  const [entries] = await Promise.all([reading, ...accounts.map((need) => credentials.find(need))]);
  const secrets = tools.secrets();
  if (secrets.length === 0) return {obtained, entries};
  const {guardImage} = await import('./leak-guard.ts');
  const added = origin.kind === 'build' ? origin.imageAttributes : new Map<string, string>();
  return guardImage(
    unstored ? undefined : engine,
    {obtained, entries},
    {secrets, guard: leakGuard, added, push, log, signal},
  );
}

/** A root file system that is all that is wanted; several of them come out of one image that is built once. */
function soleOutput({outputs: [first, ...others], tags, push, keepsImage}: Inputs): FileOutput | undefined {
  if (first === undefined || others.length > 0 || tags.length > 0 || push || keepsImage) return undefined;
  return (first.type === 'tar' || first.type === 'local') && first.platform === undefined ? first : undefined;
}

/** Each source is loaded when it is used. */
async function obtain(
  opening: Promise<Opened>,
  origin: Origin,
  tools: RunTools & Pick<ObtainBuildTools, 'workspace' | 'tags'>,
  sole: FileOutput | undefined,
): Promise<Obtained | Exported> {
  switch (origin.kind) {
    case 'build':
      return obtainBuild(opening, origin, tools, {soleOutput: sole});
    case 'archive': {
      opening.catch(() => {});
      const {obtainArchive} = await import('./obtain-archive.ts');
      return obtainArchive(opening, origin, tools);
    }
    case 'container': {
      const [{obtainContainer}, opened] = await Promise.all([import('./obtain-container.ts'), opening]);
      return obtainContainer(opened, origin, tools);
    }
    case 'image': {
      const [{obtainImage}, opened] = await Promise.all([import('./obtain-image.ts'), opening]);
      return obtainImage(opened, origin, tools);
    }
    default:
      return origin satisfies never;
  }
}

interface Publication {
  readonly inputs: Inputs;
  readonly obtained: Obtained;
  readonly outcome: Outcome;
}

async function nameImage(
  engine: Engine,
  {inputs, obtained: {image}, outcome}: Publication,
  {log, ledger, signal}: Pick<RunTools, 'log' | 'signal'> & {readonly ledger: Ledger},
): Promise<void> {
  // Without a push the digest that the engine stores is as good as any; with one only the registry's counts.
  outcome.tell(inputs.push ? {} : {digest: image.descriptor?.digest, descriptor: image.descriptor});
  const tags: TaggedReference[] = [];
  for (const reference of inputs.tags) await ledger.name(formatFamiliar(reference), image.id);
  for await (const reference of tagImage(engine, image.id, inputs.tags, signal)) {
    log.info(`Tagged ${formatFamiliar(reference)}`);
    tags.push(reference);
    outcome.tell({tags: [...tags]});
  }
}

async function push(engine: Engine, {inputs, obtained, outcome}: Publication, tools: RunTools): Promise<void> {
  const {log} = tools;
  tools.onPushing();
  const places = inputs.untagged.length === 0 ? count(inputs.tags.length, 'reference') : 'by digest';
  log.group(`Push ${places}`);
  const platform = chosenPlatform(inputs.origin, obtained);
  try {
    if (needsOwnPush(inputs) || (await isOwnPushBetter(inputs, tools))) {
      const {pushOurselves} = await import('./own-push.ts');
      await pushOurselves(engine, {inputs, obtained, outcome, platform}, tools);
      return log.endGroup();
    }
    const published = await publish(engine, inputs.tags, {...tools, platform});
    const pushed = published.map(({reference}) => formatFamiliar(reference));
    const imageRefs = published.map(({reference, digest}) => `${formatFamiliar(reference)}@${digest}`);
    const repositories = uniqueRepositories(published.map(({reference}) => reference));
    const [first] = published;
    outcome.tell({imageRefs, pushed, repositories, digest: first?.digest, descriptor: first?.descriptor});
    log.endGroup();
    for (const name of imageRefs) log.info(`Published ${name}`);
    if (new Set(published.map(({digest}) => digest)).size > 1) log.warning(DIFFERENT_DIGESTS);
  } catch (error) {
    // Some references may be out: they are named.
    if (error instanceof PublishFailed) outcome.tell(halfDone(error));
    throw error;
  }
}

/** Nothing is called the digest of a half-published image. */
function halfDone({done, failed}: PublishFailed): Partial<Known> {
  return {
    imageRefs: done,
    pushed: done.map((reference) => reference.slice(0, reference.indexOf('@'))),
    failed: failed.map(({reference}) => reference),
  };
}

/** What the engine's push cannot do. */
function needsOwnPush({untagged, annotations, overwrite}: Inputs): boolean {
  return untagged.length > 0 || annotations.length > 0 || overwrite !== 'always';
}

/** To several repositories layers travel once and keep their digest, where all registries can be reached from here. */
async function isOwnPushBetter({tags}: Inputs, {client, signal}: RunTools): Promise<boolean> {
  if (uniqueRepositories(tags).length < 2) return false;
  const own = await client();
  const registries = new Set(tags.map(({registry}) => registry));
  return (await Promise.all([...registries].map((registry) => own.answers(registry, {signal})))).every((it) => it);
}

/** One platform of an index alone is published where one was asked for; an index that was built is what was asked for. */
function chosenPlatform({kind, platform}: Origin, {image}: Obtained): Platform | undefined {
  return kind !== 'build' && isIndex(image) ? platform : undefined;
}

const DIFFERENT_DIGESTS =
  'the registries hold the image under different digests (Podman takes over layers that are there, however they were compressed): image-refs names each, digest is that of the first';
