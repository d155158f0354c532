/**
 * Which images a Dockerfile starts from, found without a builder: credentials of exactly these may travel (hardening
 * S8), and the one below the target stage decides what platform the result is for. Follows the Dockerfile reference
 * ("FROM", "ARG", "COPY --from"); what cannot be known before the build (an ARG without a value) is left out.
 */
import {type Instruction, readInstructions} from './instructions.ts';

export interface Bases {
  /** Names as written, with build arguments filled in, without stages and `scratch`; each once, in order. */
  readonly all: readonly string[];
  /** The one the target stage is built on, through other stages; undefined for `scratch` or when it is not known. */
  readonly ofTarget: string | undefined;
}

/** An instruction with the images it names, `FROM` first of all. */
export interface ImageUse {
  readonly instruction: Instruction;
  /** Build arguments filled in; '' when one has no value. */
  readonly image: string;
  /** Of FROM: name of its stage, lower case; undefined for one without. */
  readonly stage: string | undefined;
}

/** `target` is a stage by name or number; undefined is the last one. `global` as with `findImageUses`. */
export function findBases(
  dockerfile: string,
  buildArgs: ReadonlyMap<string, string>,
  target: string | undefined,
  global: ReadonlyMap<string, string> = new Map(),
): Bases {
  /** Base of each stage, by name and by number. */
  const stages = new Map<string, string>();
  const found = new Set<string>();
  let count = 0;
  for (const {instruction, image, stage} of findImageUses(readInstructions(dockerfile), buildArgs, global)) {
    const isStage = stages.has(image.toLowerCase());
    if (image !== '' && image !== 'scratch' && !/^\d+$/.test(image) && !isStage) found.add(image);
    if (instruction.keyword !== 'FROM') continue;
    // A stage on a stage is on that one's base.
    const below = stages.get(image.toLowerCase()) ?? image;
    stages.set(String(count++), below);
    if (stage !== undefined) stages.set(stage, below);
  }
  const ofTarget = stages.get(target?.toLowerCase() ?? String(count - 1));
  return {all: [...found], ofTarget: ofTarget === 'scratch' || ofTarget === '' ? undefined : ofTarget};
}

/**
 * What is named after FROM, `--from=` and `from=` of a mount, in order; stages and numbers of stages are among them. `global`
 * are arguments that need no ARG, such as TARGETARCH ("Automatic platform ARGs in the global scope").
 */
export function findImageUses(
  instructions: readonly Instruction[],
  buildArgs: ReadonlyMap<string, string>,
  global: ReadonlyMap<string, string> = new Map(),
): readonly ImageUse[] {
  const args = new Map(global);
  const uses: ImageUse[] = [];
  let inStage = false;
  for (const instruction of instructions) {
    const {keyword, rest} = instruction;
    if (keyword === 'FROM') {
      inStage = true;
      const words = rest.split(/\s+/).filter((word) => !word.startsWith('--'));
      const stage = words[1]?.toUpperCase() === 'AS' ? words[2]?.toLowerCase() : undefined;
      uses.push({instruction, image: expand(words[0] ?? '', args), stage});
    } else if (keyword === 'ARG' && !inStage) {
      for (const word of rest.split(/\s+/)) readArg(word, args, buildArgs);
    } else if (keyword === 'COPY' || keyword === 'ADD' || keyword === 'RUN') {
      for (const match of rest.matchAll(/(?:^|\s)--(?:from=|mount=\S*?\bfrom=)([^\s,]+)/g)) {
        uses.push({instruction, image: expand(match[1] ?? '', args), stage: undefined});
      }
    }
  }
  return uses;
}

function readArg(word: string, args: Map<string, string>, buildArgs: ReadonlyMap<string, string>): void {
  const [, name, initial] = /^([A-Za-z_]\w*)(?:=(.*))?$/.exec(word) ?? [];
  if (name === undefined) return;
  const unquoted = initial?.replace(/^(["'])(.*)\1$/, '$2');
  const value = buildArgs.get(name) ?? (unquoted === undefined ? undefined : expand(unquoted, args));
  if (value !== undefined) args.set(name, value);
}

const VARIABLE = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?::([-+])([^}]*))?\})/g;

/** `$NAME`, `${NAME}`, `${NAME:-other}` and `${NAME:+other}`; '' when a value is missing, so that nothing is guessed. */
function expand(text: string, args: ReadonlyMap<string, string>): string {
  let missing = false;
  const result = text.replace(VARIABLE, (_, plain, braced, sign, other) => {
    const value = args.get(plain ?? braced);
    if (sign === '-') return value === undefined || value === '' ? other : value;
    if (sign === '+') return value === undefined || value === '' ? '' : other;
    if (value === undefined) missing = true;
    return value ?? '';
  });
  return missing ? '' : result;
}
