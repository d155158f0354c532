/**
 * Which lines of a Dockerfile a build failed at. An engine names the step, not its lines, so the step is looked up: by
 * its stage and number, checked against its words, in which variables are replaced and lines joined; what has no step,
 * such as a syntax error, by the engine's text. Rather nothing than a wrong line.
 */
import {findImageUses, type ImageUse} from './bases.ts';
import {type Instruction, readInstructions} from './instructions.ts';

export interface FailureClue {
  /**
   * How steps are counted: BuildKit counts in a stage what makes a layer, Podman everything in a stage, the classic
   * builder everything in the file.
   */
  readonly counting: 'layers' | 'stage' | 'file';
  /** As the builder names it: `[build 3/4] RUN npm ci`, `[internal] load metadata for …`; undefined for none. */
  readonly step: string | undefined;
  /** The engine's words. */
  readonly error: string;
  readonly buildArgs: ReadonlyMap<string, string>;
}

/** From 1, both included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

const EMPTY =
  /the Dockerfile (?:\(.*\) )?cannot be empty|file with no instructions|no stages to build|no contents in /i;

interface Stage {
  /** Lower case; the builder's own name for one without. */
  readonly name: string;
  /** FROM is the first. */
  readonly instructions: readonly Instruction[];
  readonly base: string;
}

export function findFailedLines(dockerfile: string, clue: FailureClue): Lines | undefined {
  const parsed = parseErrorLines(dockerfile, clue);
  if (parsed !== undefined) return parsed;
  // Nothing stands there, so the place is the beginning.
  if (clue.step === undefined && EMPTY.test(clue.error)) return {first: 1, last: 1};
  const found = search(readInstructions(dockerfile), clue) ?? search(readInstructions(dockerfile, false), clue);
  return found && {first: found.first, last: found.last};
}

/** Some builders take the body of a heredoc for instructions, and fail there. */
function search(instructions: readonly Instruction[], clue: FailureClue): Instruction | undefined {
  const uses = findImageUses(instructions, clue.buildArgs);
  if (clue.step === undefined) return byError(clue.error, instructions, uses);
  return (
    byNumber(clue.step, clue.counting, instructions, uses) ??
    byImage(clue.step, uses) ??
    byWords(clue.step, instructions) ??
    byError(clue.error, instructions, uses)
  );
}

/** `dockerfile parse error on line 3`, in 20.10 without the `on`; the line may be one of a heredoc that it does not know. */
function parseErrorLines(dockerfile: string, {error, step}: FailureClue): Lines | undefined {
  const [, number] = /\bdockerfile parse error (?:on )?line (\d{1,9}):/i.exec(error) ?? [];
  if (number === undefined || step !== undefined) return undefined;
  const line = Number(number);
  const instruction = readInstructions(dockerfile).find(({first}) => first === line);
  return {first: line, last: instruction?.last ?? line};
}

/** `[build 3/4] RUN npm ci`, `[ 3/12] RUN …`, `[linux/arm64 build 3/4] RUN …`. */
function byNumber(
  step: string,
  counting: FailureClue['counting'],
  instructions: readonly Instruction[],
  uses: readonly ImageUse[],
): Instruction | undefined {
  const [, prefix = '', number, words] = /^\[(?:(\S.*?) )? *(\d{1,9})\/\d{1,9}\] (.*)$/s.exec(step) ?? [];
  if (number === undefined || words === undefined) return undefined;
  const name = prefix.split(' ').findLast((word) => !word.includes('/')) ?? '';
  const stages = toStages(instructions, uses);
  // Where no stage is named there is one, or the builder counts through the file.
  const stage = stages.find((one) => one.name === name.toLowerCase()) ?? (name === '' ? stages[0] : undefined);
  if (stage === undefined) return undefined;
  const counted = countedIn(counting, stage, stages, instructions);
  const expected = counted[Number(number) - 1];
  const candidates = counted.filter((instruction) => isWrittenAs(instruction, words));
  // Instructions that the base brought along (ONBUILD) shift the numbers; then words that are there once decide.
  if (expected !== undefined && candidates.includes(expected)) return expected;
  if (candidates.length > 0) return candidates.length === 1 ? candidates[0] : undefined;
  return expected?.keyword === keywordOf(words) ? expected : undefined;
}

function countedIn(
  counting: FailureClue['counting'],
  stage: Stage,
  stages: readonly Stage[],
  instructions: readonly Instruction[],
): readonly Instruction[] {
  switch (counting) {
    case 'file':
      return instructions;
    case 'stage':
      return stage.instructions;
    case 'layers': {
      const isOnImage = stage.base !== 'scratch' && !stages.some(({name}) => name === stage.base.toLowerCase());
      return stage.instructions.filter(
        ({keyword}) => /^(?:ADD|COPY|RUN|WORKDIR)$/.test(keyword) || (keyword === 'FROM' && isOnImage),
      );
    }
    default:
      return counting satisfies never;
  }
}

function toStages(instructions: readonly Instruction[], uses: readonly ImageUse[]): readonly Stage[] {
  const froms = uses.filter(({instruction}) => instruction.keyword === 'FROM');
  return froms.map(({instruction, image, stage}, index) => {
    const next = froms[index + 1]?.instruction;
    const start = instructions.indexOf(instruction);
    const end = next === undefined ? undefined : instructions.indexOf(next);
    return {name: stage ?? `stage-${index}`, instructions: instructions.slice(start, end), base: image};
  });
}

/** Work on an image outside of a numbered step: `load metadata for docker.io/library/x:1`, `FROM ghcr.io/a/b:1`. */
function byImage(step: string, uses: readonly ImageUse[]): Instruction | undefined {
  const [, name] = /^(?:\[internal\] )?(?:load metadata for|FROM) (\S+)/.exec(step) ?? [];
  return name === undefined ? undefined : uses.find(({image}) => isSameImage(image, name))?.instruction;
}

function isSameImage(written: string, full: string): boolean {
  const plain = (name: string) => name.replace(/^docker\.io\//, '').replace(/^library\//, '');
  const tagged = (name: string) => (/[:@][^/]*$/.test(name) ? name : `${name}:latest`);
  return written !== '' && tagged(plain(written)) === tagged(plain(full.replace(/(:[^/@]+)@.*$/, '$1')));
}

/** A step that is named by its words alone, such as a URL that ADD fetches. */
function byWords(step: string, instructions: readonly Instruction[]): Instruction | undefined {
  const written = instructions.filter((instruction) => isWrittenAs(instruction, step));
  if (written.length > 0) return written.length === 1 ? written[0] : undefined;
  if (!/^https?:\/\/\S+$/.test(step)) return undefined;
  const adds = instructions.filter(
    ({keyword, rest}) => keyword === 'ADD' && rest.split(/\s+/).some((word) => matchesWith(word, step)),
  );
  return adds.length === 1 ? adds[0] : undefined;
}

/** Failures that belong to no step; each text is of the parser or the frontend, with the name of an instruction or an image. */
function byError(
  error: string,
  instructions: readonly Instruction[],
  uses: readonly ImageUse[],
): Instruction | undefined {
  const froms = uses.filter(({instruction}) => instruction.keyword === 'FROM');
  const [, name] =
    /failed to parse stage name "((?:[^"\\]|\\.)*)"/.exec(error) ??
    /base name \((.*)\) should not be blank/.exec(error) ??
    [];
  if (name !== undefined)
    return froms.find(({instruction}) => instruction.rest.split(/\s+/).includes(name))?.instruction;
  const [, circular] = /circular dependency detected on stage: (\S+)/.exec(error) ?? [];
  if (circular !== undefined) return froms.find(({stage}) => stage === circular.toLowerCase())?.instruction;
  // Buildah.
  const [, at] = /building at STEP "((?:[^"\\]|\\.)*)"/.exec(error) ?? [];
  if (at !== undefined) return byWords(at.replace(/\\(.)/g, '$1'), instructions) ?? only(instructions, keywordOf(at));
  if (/network\.host is not allowed/.test(error))
    return instructions.find(({keyword, rest}) => keyword === 'RUN' && /(?:^|\s)--network=host\b/.test(rest));
  if (/unterminated heredoc/.test(error)) return instructions.find(({heredoc}) => heredoc === 'unterminated');
  if (/FROM requires either one/.test(error))
    return froms.find(({instruction}) => ![1, 3].includes(wordsOf(instruction).length))?.instruction;
  if (/no build stage in current context|no FROM statement found/i.test(error))
    return froms.find(({image}) => image === '')?.instruction ?? instructions[0];
  return undefined;
}

function only(instructions: readonly Instruction[], keyword: string): Instruction | undefined {
  const found = instructions.filter((instruction) => instruction.keyword === keyword);
  return found.length === 1 ? found[0] : undefined;
}

function wordsOf({rest}: Instruction): readonly string[] {
  return rest.split(/\s+/).filter((word) => word !== '' && !word.startsWith('--'));
}

function keywordOf(words: string): string {
  return (/^\S+/.exec(words)?.[0] ?? '').toUpperCase();
}

/** Whether the builder may show the instruction as `words`. */
function isWrittenAs({keyword, rest, heredoc}: Instruction, words: string): boolean {
  if (keywordOf(words) !== keyword) return false;
  const shown = words.slice(keyword.length);
  // BuildKit adds the first line of the body.
  return matchesWith(rest, heredoc === 'none' ? shown : shown.replace(/ \([^\n]*\)$/, ''));
}

/** A variable: `$NAME`, `${…}`. */
const VARIABLE = /\$(?:[A-Za-z_]\w*|\{[^}]*\})/;

/**
 * Whether `shown` is `written` with variables replaced by anything; white space and quotes are not compared, since the
 * replacement takes them away.
 */
function matchesWith(written: string, shown: string): boolean {
  const plain = (text: string) => text.replace(/[\s"'\\]+/g, '');
  const [start = '', ...others] = written.split(VARIABLE).map(plain);
  const text = plain(shown);
  const end = others.pop();
  if (end === undefined) return text === start;
  if (!text.startsWith(start) || !text.endsWith(end)) return false;
  let at = start.length;
  for (const piece of others) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= text.length - end.length;
}
