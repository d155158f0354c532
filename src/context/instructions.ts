/**
 * A Dockerfile as its instructions with their lines, as BuildKit's parser takes it apart (moby/buildkit
 * frontend/dockerfile/parser): parser directives, comments, continuations, the bodies of heredocs. Nothing is judged
 * here: what the builder refuses is an instruction like any other.
 */

export interface Instruction {
  /** Upper case. */
  readonly keyword: string;
  /** What follows the keyword, continuations joined, without comments and bodies of heredocs. */
  readonly rest: string;
  /** Lines from 1; the last one is that of a continuation or of the end of a heredoc. */
  readonly first: number;
  readonly last: number;
  readonly heredoc: 'none' | 'whole' | 'unterminated';
}

const DIRECTIVE = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/;
const COMMENT = /^\s*#/;
/** What may have heredocs, also behind ONBUILD. */
const WITH_HEREDOC = /^(?:ONBUILD\s+)?(?:ADD|COPY|RUN)\s+(?!\[)/i;

/** `knowsHeredocs` is false for builders that take their bodies for instructions: BuildKit before 0.10, Buildah before 1.33. */
export function readInstructions(dockerfile: string, knowsHeredocs = true): readonly Instruction[] {
  const lines = dockerfile.replace(/^\uFEFF/, '').split(/\r?\n/);
  // A character that stands behind itself escapes nothing.
  const continuation = directiveIn(lines, 'escape') === '`' ? /(^|[^`])`[ \t]*$/ : /(^|[^\\])\\[ \t]*$/;
  const result: Instruction[] = [];
  let at = 0;
  while (at < lines.length) {
    const first = at + 1;
    const start = lines[at++] ?? '';
    if (COMMENT.test(start) || start.trim() === '') continue;
    const parts = [start.trimStart().replace(continuation, '$1')];
    let last = first;
    for (let open = continuation.test(start); open && at < lines.length; ) {
      const line = lines[at++] ?? '';
      if (COMMENT.test(line) || line.trim() === '') continue;
      open = continuation.test(line);
      parts.push(line.replace(continuation, '$1'));
      last = at;
    }
    const text = parts.join('').trimEnd();
    let heredoc: Instruction['heredoc'] = 'none';
    for (const {name, chomp} of knowsHeredocs && WITH_HEREDOC.test(text) ? heredocsOf(text) : []) {
      const isEnd = (line: string | undefined) => (chomp ? line?.replace(/^\t+/, '') : line) === name;
      while (at < lines.length && !isEnd(lines[at])) at++;
      heredoc = at < lines.length ? 'whole' : 'unterminated';
      if (at < lines.length) at++;
      last = heredoc === 'whole' ? at : lastLine(lines);
    }
    const [, keyword = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(text) ?? [];
    result.push({keyword: keyword.toUpperCase(), rest, first, last, heredoc});
  }
  return result;
}

/** Value of a parser directive such as `syntax`; they stand above everything else, also above comments. */
export function directiveOf(dockerfile: string, name: string): string | undefined {
  return directiveIn(dockerfile.replace(/^\uFEFF/, '').split(/\r?\n/), name);
}

function directiveIn(lines: readonly string[], name: string): string | undefined {
  for (const line of lines) {
    const [, key, value] = DIRECTIVE.exec(line) ?? [];
    if (key === undefined) return undefined;
    if (key.toLowerCase() === name) return value;
  }
  return undefined;
}

interface Heredoc {
  readonly name: string;
  /** Tabs before its lines do not count. */
  readonly chomp: boolean;
}

/** `<<EOF`, `<<-"EOF"`, `3<<'EOF'`: words of their own, outside of quotes. */
function heredocsOf(text: string): readonly Heredoc[] {
  const words = text.match(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"?|'[^']*'?)+/gs) ?? [];
  return words.flatMap((word) => {
    const [, chomp, quoted] = /^\d*<<(-?)([^<]+)$/s.exec(word) ?? [];
    return quoted === undefined ? [] : {name: quoted.replace(/["']/g, ''), chomp: chomp === '-'};
  });
}

/** Number of the last line with something in it. */
function lastLine(lines: readonly string[]): number {
  return lines.findLastIndex((line) => line !== '') + 1;
}
