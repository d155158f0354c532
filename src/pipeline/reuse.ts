/**
 * A build that need not happen: where a registry has an image of the same inputs, that one gets the tags
 * (docs/decisions/0016-skip-unchanged.md). What is built all the same gets its fingerprint, for the next time.
 */
import {copyImage} from '../registry/copy.ts';
import {formatPlatform} from '../registry/platform.ts';
import {formatFamiliar, type Reference} from '../registry/reference.ts';
import {count} from '../report/units.ts';
import {type HashedInputs, hashBuild, namedPlatforms} from './build-hash.ts';
import {NotReusable} from './errors.ts';
import {FINGERPRINT_KEY, isVolatile} from './fingerprint.ts';
import {stepsOf} from './layers.ts';
import {guardImage} from './leak-guard.ts';
import type {Opened} from './opened.ts';
import {Outcome, type Summarized} from './outcome.ts';
import {type PlacedNews, tellPlaced} from './own-push.ts';
import {type Placed, placeManifest} from './place-manifest.ts';
import {descriptorOf, PlatformsOutcome} from './platforms-outcome.ts';
import {findPublished, type PublishedImage, type PublishedPart} from './published-image.ts';
import {formatDescriptor, formatDigests, platformOf} from './results.ts';
import type {Inputs, RunTools} from './run-inputs.ts';
import type {Story} from './story.ts';

export interface ReusableInputs
  extends HashedInputs,
    Pick<Inputs, 'tags' | 'untagged' | 'overwrite' | 'leakGuard' | 'skip'> {}

export interface ReuseTools extends RunTools {
  /** Of the engine that would build; undefined for a builder that is none. */
  readonly opening: Promise<Opened> | undefined;
  readonly story: Story;
  readonly onOutcome: (outcome: Summarized) => void;
}

/**
 * Undefined when the image was there and has its tags now; else the inputs of the build that is needed. Throws
 * PublishFailed, SecretLeaked, and what is wrong with the context.
 */
export async function reuse<T extends ReusableInputs>(inputs: T, tools: ReuseTools): Promise<T | undefined> {
  const {log, signal, opening} = tools;
  const {skip, origin} = inputs;
  if (skip === undefined) return inputs;
  log.group('Look for an image of the same inputs');
  let hash: Awaited<ReturnType<typeof hashBuild>>;
  try {
    const reaching = checkReach(inputs, tools);
    reaching.catch(() => {});
    hash = await hashBuild(inputs, opening, tools);
    await reaching;
  } catch (error) {
    if (!(error instanceof NotReusable)) throw error;
    log.warning(`skip-unchanged has no effect: ${error.message}`);
    log.endGroup();
    return inputs;
  }
  const {fingerprint, arePublished} = hash;
  log.info(`Fingerprint: ${fingerprint}`);
  const isWhole = isAttested(inputs);
  const wanted = {fingerprint, platforms: namedPlatforms(inputs), isWhole, maxAgeMs: skip.maxAgeMs};
  const references = [...inputs.tags, ...skip.from];
  const found = await findPublished(references, wanted, {client: await tools.client(), log, now: Date.now(), signal});
  log.endGroup();
  if (found === undefined) {
    const pull = origin.pull || arePublished;
    return marked(inputs, fingerprint, {pull, isBuilders: opening === undefined || isWhole});
  }
  await publishFound(found, inputs, tools);
  return undefined;
}

/** Only an engine reaches some registries. Throws NotReusable. */
async function checkReach({tags, untagged}: ReusableInputs, tools: ReuseTools): Promise<void> {
  const client = await tools.client();
  const registries = [...new Set([...tags, ...untagged].map(({registry}) => registry))];
  const answers = await Promise.all(registries.map((registry) => client.answers(registry, tools)));
  const silent = registries.find((_, at) => answers[at] === false);
  if (silent !== undefined) throw new NotReusable(`${silent} does not answer here`);
}

function isAttested({origin}: ReusableInputs): boolean {
  return origin.control.attestations.size > 0;
}

/** `isBuilders`: the builder itself annotates what it makes, as nobody else can any more. */
function marked<T extends ReusableInputs>(
  inputs: T,
  fingerprint: string,
  {pull, isBuilders}: {readonly pull: boolean; readonly isBuilders: boolean},
): T {
  // Images that an engine has from before must not take the place of those that the fingerprint names.
  const origin = {...inputs.origin, pull};
  if (!isBuilders) {
    const own = {level: 'manifest', platform: undefined, key: FINGERPRINT_KEY, value: fingerprint} as const;
    return {...inputs, origin, annotations: [...inputs.annotations, own]};
  }
  const imageAttributes = new Map([...origin.imageAttributes, [`annotation.${FINGERPRINT_KEY}`, fingerprint]]);
  return {...inputs, origin: {...origin, imageAttributes}};
}

async function publishFound(found: PublishedImage, inputs: ReusableInputs, tools: ReuseTools): Promise<void> {
  const {log, signal, story} = tools;
  const {tags, untagged} = inputs;
  const {from, manifest} = found;
  story.reuse();
  const images = await guarded(found, inputs, tools);
  const [first] = images as readonly [PublishedPart, ...PublishedPart[]];
  log.info(
    `Reused ${formatFamiliar(from)}, ${manifest.digest} for ${images.map(({image}) => formatPlatform(platformOf(image))).join(', ')}, made ${first.image.created}: nothing is built`,
  );
  for (const key of keptLabels(first, inputs)) log.info(`Its label ${key} is that of its own build`);
  const tell = tellerOf({...found, images}, inputs, tools);
  story.begin('Push');
  tools.onPushing();
  log.group(`Push ${untagged.length > 0 ? 'by digest' : count(tags.length, 'reference')}`);
  const client = await tools.client();
  const bring = (to: Reference) => copyImage(client, manifest.digest, {from, to}, {signal});
  const placed = await placeManifest(
    {manifest, bring, tags, untagged},
    {...tools, client, overwrite: inputs.overwrite},
  );
  log.endGroup();
  tellPlaced(placed, {digest: manifest.digest, tags}, {log, tell: (known) => tell(known, placed)});
}

type Tell = (known: PlacedNews, placed: Placed) => void;

/** The same outputs as after a build, without what only an engine knows. */
function tellerOf({manifest, images}: PublishedImage, inputs: ReusableInputs, tools: ReuseTools): Tell {
  const {onResults, onOutcome} = tools;
  const {digest, about} = descriptorOf(manifest);
  const [first] = images as readonly [PublishedPart, ...PublishedPart[]];
  if (images.length === 1) {
    const outcome = new Outcome({buildRef: undefined, obtained: first, reused: true}, onResults);
    onOutcome(outcome);
    outcome.tell({steps: stepsOf(first.entries)});
    return (known, {pushed, failed}) =>
      outcome.tell({...known, tags: pushed, ...(failed.length === 0 && {digest, descriptor: about})});
  }
  const platforms = namedPlatforms(inputs);
  const all = images.map((part, at) => ({...part, platform: platforms[at] ?? platformOf(part.image)}));
  const outcome = new PlatformsOutcome({buildRef: undefined, all}, onResults);
  onOutcome(outcome);
  const digests = formatDigests(
    all.map(({platform, image, manifest: part}) => ({
      platform,
      descriptor: descriptorOf(part).about,
      imageId: image.id,
    })),
  );
  return (known, {repositories, failed}) => {
    const descriptor = formatDescriptor(about, undefined, repositories);
    const whole = failed.length === 0 && {...descriptorOf(manifest), descriptor};
    outcome.more({...known, digests, reused: true, ...whole});
  };
}

/** Labels that do not count for a fingerprint, and would be others by now. */
function keptLabels({image}: PublishedPart, {origin}: ReusableInputs): readonly string[] {
  return [...origin.labels].flatMap(([key, value]) =>
    isVolatile(key) && image.config.labels.get(key) !== value ? [key] : [],
  );
}

/** As those of a build (hardening S2): it goes to further places, which may have other readers. Throws SecretLeaked. */
async function guarded(
  {images}: PublishedImage,
  {leakGuard}: ReusableInputs,
  tools: ReuseTools,
): Promise<readonly PublishedPart[]> {
  const secrets = tools.secrets();
  if (secrets.length === 0) return images;
  const guard = {...tools, secrets, guard: leakGuard, added: new Map<string, string>(), push: true};
  return Promise.all(
    images.map(async (part) => {
      const {obtained, entries} = await guardImage(
        undefined,
        {obtained: {image: part.image}, entries: part.entries},
        guard,
      );
      return {...part, image: obtained.image, entries: entries ?? []};
    }),
  );
}
