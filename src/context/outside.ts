/**
 * What a Dockerfile takes from outside of its context, found without a builder: images, which have a digest, and what no
 * look from here can pin down. Dockerfile reference, "FROM", "COPY --from", "ADD", "RUN --mount", "Parser directives".
 */
import {findBases, findImageUses} from './bases.ts';
import {directiveOf, type Instruction, readInstructions} from './instructions.ts';

export interface Outside {
  /** Names as written, of bases, of sources of files and of the frontend; each once. */
  readonly images: readonly string[];
  /** Why it is not known before the build what goes into the image, each with its line. */
  readonly unknown: readonly string[];
}

/** `buildArgs` as they are given to the build, `global` those of its platform, as with `findImageUses`. */
export function findOutside(
  dockerfile: string,
  buildArgs: ReadonlyMap<string, string>,
  global: ReadonlyMap<string, string> = new Map(),
): Outside {
  const instructions = readInstructions(dockerfile);
  const frontend =
    buildArgs.get('BUILDKIT_SYNTAX') ?? directiveOf(dockerfile.replace(SHEBANG, ''), 'syntax')?.split(/\s/, 1)[0];
  const unresolved = findImageUses(instructions, buildArgs, global)
    .filter(({image}) => image === '')
    .map(({instruction}) => `${shown(instruction)} names an image by an argument whose value is not known here`);
  const unpinned = instructions
    .filter(isUnpinnedAdd)
    .map((instruction) => `${shown(instruction)} fetches what may change: add --checksum=sha256:…`);
  const strange =
    frontend !== undefined && !OFFICIAL.test(frontend)
      ? [`the frontend ${frontend} reads its file in ways of its own`]
      : hasOddSyntax(dockerfile)
        ? ['line 1 is none of a Dockerfile']
        : [];
  const {all} = findBases(dockerfile, buildArgs, undefined, global);
  return {
    images: [...new Set(frontend === undefined ? all : [frontend, ...all])],
    unknown: [...strange, ...unresolved, ...unpinned],
  };
}

/** Also from a mirror. */
const OFFICIAL = /(?:^|\/)docker\/dockerfile(?:-upstream)?(?::[\w.-]+)?(?:@sha256:[0-9a-f]{64})?$/;

const SHEBANG = /^\uFEFF?#!.*\n/;

/** BuildKit finds a frontend also in a first line of JSON or with slashes (frontend/dockerfile/parser/directives.go). */
function hasOddSyntax(dockerfile: string): boolean {
  return /^\uFEFF?\s*(?:\/\/|\{)/.test(dockerfile.replace(SHEBANG, ''));
}

/** A commit named in full is as good as a checksum. */
const PINNED = /#[0-9a-f]{40}(?:[0-9a-f]{24})?(?::|$)/;

function isUnpinnedAdd({keyword, rest}: Instruction): boolean {
  if (keyword !== 'ADD' || /(?:^|\s)--checksum=\S/.test(rest)) return false;
  const words = rest.split(/[\s,"[\]]+/).filter((word) => word !== '' && !word.startsWith('--'));
  // The last one says where to.
  return words.slice(0, -1).some((word) => /^(?:[a-z][a-z0-9+.-]*:\/\/|[\w.-]+@|\$)/i.test(word) && !PINNED.test(word));
}

/** Longest part of an instruction that is shown, in characters. */
const SHOWN = 60;

function shown({first, keyword, rest}: Instruction): string {
  const text = `${keyword} ${rest}`;
  return `line ${first} (${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text})`;
}
