/**
 * Which images a Dockerfile starts from, found without a builder: credentials of exactly these may travel (hardening
 * S8), and the one below the target stage decides what platform the result is for. Follows the Dockerfile reference
 * ("FROM", "ARG", "COPY --from", "Parser directives"); what cannot be known before the build (an ARG without a value)
 * is left out.
 */

export interface Bases {
  /** Names as written, with build arguments filled in, without stages and `scratch`; each once, in order. */
  readonly all: readonly string[];
  /** The one the target stage is built on, through other stages; undefined for `scratch` or when it is not known. */
  readonly ofTarget: string | undefined;
}

interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/** `target` is a stage by name or number; undefined is the last one. */
export function findBases(
  dockerfile: string,
  buildArgs: ReadonlyMap<string, string>,
  target: string | undefined,
): Bases {
  const args = new Map<string, string>();
  /** Base of each stage, by name and by number. */
  const stages = new Map<string, string>();
  const found = new Set<string>();
  let count = 0;
  const take = (name: string) => {
    if (name !== '' && name !== 'scratch' && !/^\d+$/.test(name) && !stages.has(name.toLowerCase())) found.add(name);
  };
  for (const {name, rest} of instructions(dockerfile)) {
    if (name === 'FROM') {
      const words = rest.split(/\s+/).filter((word) => !word.startsWith('--'));
      const base = expand(words[0] ?? '', args);
      take(base);
      // A stage on a stage is on that one's base.
      const below = stages.get(base.toLowerCase()) ?? base;
      stages.set(String(count++), below);
      if (words[1]?.toUpperCase() === 'AS' && words[2] !== undefined) stages.set(words[2].toLowerCase(), below);
    } else if (name === 'ARG' && count === 0) {
      for (const word of rest.split(/\s+/)) readArg(word, args, buildArgs);
    } else if (name === 'COPY' || name === 'ADD' || name === 'RUN') {
      for (const match of rest.matchAll(/(?:^|\s)--(?:from=|mount=\S*?\bfrom=)([^\s,]+)/g)) {
        take(expand(match[1] ?? '', args));
      }
    }
  }
  const ofTarget = stages.get(target?.toLowerCase() ?? String(count - 1));
  return {all: [...found], ofTarget: ofTarget === 'scratch' || ofTarget === '' ? undefined : ofTarget};
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

/** Logical lines: comments dropped, continuations joined; the bodies of heredocs are not told apart, nor need they be. */
function instructions(dockerfile: string): readonly Instruction[] {
  const lines = dockerfile.replace(/^\uFEFF/, '').split(/\r?\n/);
  const continuation = lines.map((line) => /^#\s*escape\s*=\s*([\\`])\s*$/i.exec(line)?.[1]).find(Boolean) ?? '\\';
  const result: Instruction[] = [];
  let joined = '';
  for (const line of lines) {
    if (/^\s*#/.test(line)) continue;
    const text = line.trimEnd();
    if (text.endsWith(continuation)) {
      joined += `${text.slice(0, -1)} `;
      continue;
    }
    const match = /^\s*([A-Za-z]+)\s+(.*)$/.exec(joined + text);
    if (match?.[1] !== undefined) result.push({name: match[1].toUpperCase(), rest: (match[2] ?? '').trim()});
    joined = '';
  }
  return result;
}
