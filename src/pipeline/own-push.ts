/**
 * Pushes an image by our own client instead of the engine's: by its digest alone, with annotations, or to several
 * repositories, so that its layers travel once and all end with the same digest.
 */
import type {Engine} from '../engine/facts.ts';
import type {Platform} from '../registry/platform.ts';
import {familiarRepository, formatFamiliar} from '../registry/reference.ts';
import {Delivery} from './delivery.ts';
import {InvalidInput, PublishFailed} from './errors.ts';
import type {Obtained} from './obtained.ts';
import type {Outcome} from './outcome.ts';
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
  const {log} = tools;
  const outer = inputs.annotations.find(({level}) => level !== 'manifest');
  if (outer !== undefined) {
    throw new InvalidInput(
      'annotations',
      `${outer.key} is for an index, and the image is for one platform alone`,
      'give it as manifest:…, or to the merge that makes the index',
    );
  }
  await using delivery = await openDelivery(inputs, tools);
  const parcel = await delivery.take(engine, obtained.image, {slot: 'image', platform});
  const placed = await delivery.place(parcel.top, [parcel]);
  const {mediaType, digest, bytes} = parcel.top;
  const descriptor = {mediaType, digest, size: bytes.length};
  tellPlaced(placed, digest, (known) =>
    outcome.tell({...known, ...(placed.failed.length === 0 && {digest, descriptor})}),
  );
  for (const repository of inputs.untagged)
    log.info(`Pushed ${familiarRepository(repository)}@${digest}, without a tag`);
}

/** Tells what came of it. Throws PublishFailed. */
export function tellPlaced(
  {pushed, repositories, failed}: Placed,
  digest: string,
  tell: (known: Pick<Parameters<Outcome['tell']>[0], 'imageRefs' | 'pushed' | 'failed' | 'repositories'>) => void,
): void {
  const names = pushed.map(formatFamiliar);
  const imageRefs = names.map((name) => `${name}@${digest}`);
  tell({imageRefs, pushed: names, failed: failed.map(({reference}) => reference), repositories});
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
