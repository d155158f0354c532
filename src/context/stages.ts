/**
 * The stages of a Dockerfile that a target takes files from (Dockerfile reference "COPY --from", "RUN --mount=from="): their
 * layers are no part of the result, so a cache that is to know them needs an image of each.
 */
import {findImageUses} from './bases.ts';
import {readInstructions} from './instructions.ts';

interface Stage {
  /** A name, or a number as text; either is a target. */
  readonly target: string;
  /** Numbers of the stages it is built on, and takes files from. */
  readonly base: number | undefined;
  readonly sources: number[];
}

/** Targets, in the order of the file, without those that another one is built on; `target` undefined is the last stage. */
export function stagesBeside(
  dockerfile: string,
  buildArgs: ReadonlyMap<string, string>,
  target: string | undefined,
): readonly string[] {
  const stages = readStages(dockerfile, buildArgs);
  const last = stages.length - 1;
  const wanted = target === undefined ? last : numberOf(target.toLowerCase(), stages);
  const taken = new Set<number>();
  const visited = new Set<number>();
  const visit = (number: number | undefined): void => {
    const stage = number === undefined ? undefined : stages[number];
    if (number === undefined || stage === undefined || visited.has(number)) return;
    visited.add(number);
    visit(stage.base);
    for (const source of stage.sources) {
      taken.add(source);
      visit(source);
    }
  };
  visit(wanted);
  const below = new Set([wanted, ...taken].flatMap((number) => chainOf(number, stages)));
  return [...taken]
    .filter((number) => number !== wanted && !below.has(number))
    .sort((a, b) => a - b)
    .map((number) => stages[number]?.target ?? String(number));
}

function readStages(dockerfile: string, buildArgs: ReadonlyMap<string, string>): readonly Stage[] {
  const stages: Stage[] = [];
  for (const {instruction, image, stage} of findImageUses(readInstructions(dockerfile), buildArgs)) {
    const number = numberOf(image.toLowerCase(), stages);
    if (instruction.keyword === 'FROM')
      stages.push({target: stage ?? String(stages.length), base: number, sources: []});
    else if (number !== undefined) stages.at(-1)?.sources.push(number);
  }
  return stages;
}

/** The last of equal names counts, as for the builder. */
function numberOf(name: string, stages: readonly Stage[]): number | undefined {
  const named = stages.findLastIndex(({target}) => target === name);
  if (named >= 0) return named;
  return /^\d+$/.test(name) && Number(name) < stages.length ? Number(name) : undefined;
}

/** What a stage is built on, one below the other. */
function chainOf(number: number | undefined, stages: readonly Stage[]): readonly number[] {
  const base = number === undefined ? undefined : stages[number]?.base;
  return base === undefined ? [] : [base, ...chainOf(base, stages)];
}
