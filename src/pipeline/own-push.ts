/**
 * Pushes an image by our own client instead of the engine's: by its digest alone, with annotations, or to several
 * repositories, so that its layers travel once and all end with the same digest.
 */
import type {Engine} from '../engine/facts.ts';
import type {Digest} from '../registry/digest.ts';
import type {Platform} from '../registry/platform.ts';
import {formatFamiliar, type Reference, type TaggedReference} from '../registry/reference.ts';
import type {Log} from '../report/log.ts';
import {Delivery} from './delivery.ts';
import {PublishFailed} from './errors.ts';
import type {Obtained} from './obtained.ts';
import type {Known, Outcome} from './outcome.ts';
import type {Placed} from './place-manifest.ts';
import type {Inputs, RunTools} from './run-inputs.ts';

export interface OwnPush {
  readonly inputs: Inputs;
  readonly obtained: Obtained;
  readonly outcome: Outcome;
  /** Of an index, this one alone. */
  readonly platform: Platform | undefined;
}

/** Throws PublishFailed with the outcome of each reference, when one of them failed. */
export async function pushOurselves(
  engine: Engine,
  {inputs, obtained, outcome, platform}: OwnPush,
  tools: RunTools,
): Promise<void> {
  await using delivery = await openDelivery(inputs, tools);
  const parcel = await delivery.take(engine, obtained.image, {slot: 'image', platform});
  const placed = await delivery.place(parcel.top, [parcel]);
  const {mediaType, digest, bytes} = parcel.top;
  const descriptor = {mediaType, digest, size: bytes.length};
  const whole = placed.failed.length === 0 && {digest, descriptor};
  tellPlaced(
    placed,
    {digest, tags: inputs.tags},
    {log: tools.log, tell: (known) => outcome.tell({...known, ...whole})},
  );
}

export interface Wanted {
  readonly digest: Digest;
  /** That were to be written. */
  readonly tags: readonly TaggedReference[];
}

export type PlacedNews = Pick<Known, 'imageRefs' | 'pushed' | 'failed' | 'repositories'>;

export interface Hearer {
  readonly log: Log;
  readonly tell: (known: PlacedNews) => void;
}

/** Tells what came of it. Throws PublishFailed. */
export function tellPlaced({pushed, repositories, failed}: Placed, {digest, tags}: Wanted, {log, tell}: Hearer): void {
  // Without a tag, a repository has the image all the same.
  const isTagged = ({registry, path}: Reference) => tags.some((tag) => tag.registry === registry && tag.path === path);
  const untagged = repositories.filter((repository) => !isTagged(repository));
  const imageRefs = [...pushed, ...untagged].map((reference) => formatFamiliar({...reference, digest}));
  for (const repository of untagged) log.info(`Published ${formatFamiliar({...repository, digest})}, without a tag`);
  tell({
    imageRefs,
    pushed: pushed.map(formatFamiliar),
    failed: failed.map(({reference}) => reference),
    repositories,
  });
  if (failed.length > 0) throw new PublishFailed(imageRefs, failed);
}

/** With a directory of its own for what passes through. */
export async function openDelivery(
  {tags, untagged, annotations, overwrite}: Inputs,
  tools: RunTools,
): Promise<Delivery> {
  const {log, clock, random, signal, noteName, onSecret, makeTemporary} = tools;
  const temporary = makeTemporary();
  try {
    const {path: temp, remove} = temporary;
    const client = await tools.client();
    const plan = {tags: untagged.length > 0 ? [] : tags, untagged, annotations, overwrite};
    return await Delivery.open(plan, {client, temp, remove, log, clock, random, signal, noteName, onSecret});
  } catch (error) {
    temporary.remove();
    throw error;
  }
}
