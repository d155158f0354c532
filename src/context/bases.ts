/**
 * Which images a Dockerfile starts from, found without a builder: the classic builder and Podman must be given the
 * credentials of exactly these registries together with the request (hardening S8). Follows the Dockerfile reference
 * ("FROM", "ARG", "COPY --from", "Parser directives"); what cannot be known before the build (an ARG without a value)
 * is left out.
 */

interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/** Names as written, with build arguments filled in, without stages and `scratch`; each once, in order. */
export function baseImages(dockerfile: string, buildArgs: ReadonlyMap<string, string>): readonly string[] {
  const args = new Map<string, string>();
  const stages = new Set<string>();
  const found = new Set<string>();
  const take = (name: string) => {
    if (name !== '' && name !== 'scratch' && !/^\d+$/.test(name) && !stages.has(name.toLowerCase())) found.add(name);
  };
  let inStage = false;
  for (const {name, rest} of instructions(dockerfile)) {
    if (name === 'FROM') {
      inStage = true;
      const words = rest.split(/\s+/).filter((word) => !word.startsWith('--'));
      take(expand(words[0] ?? '', args));
      if (words[1]?.toUpperCase() === 'AS' && words[2] !== undefined) stages.add(words[2].toLowerCase());
    } else if (name === 'ARG' && !inStage) {
      for (const word of rest.split(/\s+/)) readArg(word, args, buildArgs);
    } else if (name === 'COPY' || name === 'ADD' || name === 'RUN') {
      for (const match of rest.matchAll(/(?:^|\s)--(?:from=|mount=\S*?\bfrom=)([^\s,]+)/g))
        take(expand(match[1] ?? '', args));
    }
  }
  return [...found];
}

function readArg(word: string, args: Map<string, string>, buildArgs: ReadonlyMap<string, string>): void {
  const [, name, initial] = /^([A-Za-z_]\w*)(?:=(.*))?$/.exec(word) ?? [];
  if (name === undefined) return;
  const value =
    buildArgs.get(name) ?? (initial === undefined ? undefined : expand(initial.replace(/^(["'])(.*)\1$/, '$2'), args));
  if (value !== undefined) args.set(name, value);
}

/** `$NAME`, `${NAME}`, `${NAME:-other}` and `${NAME:+other}`; '' when a value is missing, so that nothing is guessed. */
function expand(text: string, args: ReadonlyMap<string, string>): string {
  let missing = false;
  const result = text.replace(
    /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?::([-+])([^}]*))?\})/g,
    (_, plain, braced, sign, other) => {
      const value = args.get(plain ?? braced);
      if (sign === '-') return value === undefined || value === '' ? other : value;
      if (sign === '+') return value === undefined || value === '' ? '' : other;
      if (value === undefined) missing = true;
      return value ?? '';
    },
  );
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
